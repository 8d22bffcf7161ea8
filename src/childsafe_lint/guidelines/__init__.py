"""Guidelines and rules, read from YAML: which clauses there are, what is checked in the text, what is asked.

The shipped ones stand in ``rules/`` at the top of the source tree and inside the installed package.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ..errors import InputError, did_you_mean
from .loader import load_rulebook
from .model import Rulebook
from .yamlfile import InputErrors

__all__ = ["InputErrors", "load_rulebook", "select", "shipped_rulebook", "shipped_rules_dir", "spoken"]


def shipped_rules_dir() -> Path:
    """The folder of the rules that come with this program.

    Raises:
        InputError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "rules", package.parents[1] / "rules"):
        if folder.is_dir():
            return folder
    raise InputError("the shipped rules are missing; install childsafe-lint again")


@cache
def _shipped() -> Rulebook:
    return load_rulebook([shipped_rules_dir()], lists_later=True)


def shipped_rulebook(guidelines: Sequence[str] | None = None, *, all_packs: bool = False) -> Rulebook:
    """The shipped rules with the guideline packs named (the default ones when None), or with all of them.

    Raises:
        InputError: an unknown pack, or a broken rule file.
    """
    return _shipped() if all_packs else select(_shipped(), guidelines)


def spoken(book: Rulebook, language: str) -> Rulebook:
    """``book`` in the language of the user (ui.LANGUAGES)."""
    from .translations import translated

    return translated(book, language, shipped_rules_dir())


def select(book: Rulebook, guidelines: Sequence[str] | None) -> Rulebook:
    """Rulebook.select with a message a user can act on. Raises InputError for an unknown pack."""
    try:
        return book.select(guidelines)
    except KeyError as e:
        id, known = str(e.args[0]), [g.id for g in book.guidelines]
        hint = did_you_mean(id, known) or f" (known: {', '.join(known)})"
        raise InputError(f"unknown guideline '{id}'{hint}") from None
