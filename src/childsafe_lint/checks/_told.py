"""The statements of a draft, read once a story, as its language tells them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ._clauses import clauses
from ._clauses.model import Clause
from ._statements import Statements
from ._verb_final import VerbFinal
from .usage import Usage


def told(usage: Usage) -> Iterable[Clause]:
    """The statements of the story of ``usage``."""
    return clauses(usage) if usage.language == "en" else _read(usage)


def voices(usage: Usage, first: int) -> frozenset[str]:
    """Who says word ``first``; empty where no statement is read. Not for English, which has parses to ask."""
    return next((c.voices for c in _read(usage) if c.first <= first < c.end), frozenset())


def _read(usage: Usage) -> Sequence[Clause]:
    if usage.statements is None:
        reads = VerbFinal if "quotative" in usage.listed else Statements
        usage.statements = tuple(reads(usage))
    return usage.statements
