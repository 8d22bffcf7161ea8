"""Guidelines, clauses, rules and questions as read from YAML. This room knows no text and no NLP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..report import Category, Severity


@dataclass(frozen=True)
class Clause:
    """One clause of a guideline in our own words.

    ``id`` is the full one (``unicef-reporting:III.3.a``). ``verified`` says how the clause was checked against the
    source: ``text`` (read in the source), ``secondary``, ``memory`` or ``derived``.
    """

    id: str
    title: str
    text: str
    verified: str
    line: int


@dataclass(frozen=True)
class Guideline:
    id: str
    title: str
    publisher: str
    source: str
    note: str
    clauses: Sequence[Clause]
    path: str


@dataclass(frozen=True)
class Examples:
    """Tests, documentation and training material at once. ``known_misses`` should flag but do not yet."""

    flags: Sequence[str]
    passes: Sequence[str]
    known_misses: Sequence[str] = ()


@dataclass(frozen=True)
class Rule:
    """One rule. ``when`` and ``params`` are the keys its check type knows (see checktypes.py).

    ``message`` and ``advice`` may use the placeholders their check type offers, such as ``{name}``.
    """

    id: str
    check: str
    category: Category
    severity: Severity
    clauses: tuple[str, ...]
    message: str
    advice: str
    examples: Examples
    language: str | None = None  # None: every language
    when: Mapping[str, Any] = field(default_factory=dict)
    params: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    path: str = ""
    line: int = 0


@dataclass(frozen=True)
class Question:
    """A checklist question: asked when its trigger holds, answered only by a person.

    ``when`` is a mapping of trigger names (see checktypes.TRIGGERS) to values; all must hold.
    """

    id: str
    ask: str
    clauses: tuple[str, ...]
    when: Mapping[str, Any]
    help: str = ""
    path: str = ""
    line: int = 0


@dataclass(frozen=True)
class Rulebook:
    """Everything the linter goes by in one run, in a fixed order."""

    guidelines: Sequence[Guideline] = ()
    rules: Sequence[Rule] = ()
    questions: Sequence[Question] = ()

    def rule(self, id: str) -> Rule:
        """Raises KeyError."""
        for r in self.rules:
            if r.id == id:
                return r
        raise KeyError(id)

    def clause(self, id: str) -> Clause:
        """Raises KeyError."""
        for g in self.guidelines:
            for c in g.clauses:
                if c.id == id:
                    return c
        raise KeyError(id)
