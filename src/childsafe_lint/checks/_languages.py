"""Rules sorted by the language of their drafts, each compiled when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ..errors import InputError
from ..guidelines.later import Later, Params
from ..guidelines.model import Rule
from ._lexicon import Lexicon, known, lexicon

T = TypeVar("T")


def by_language(
    rules: Sequence[Rule], compiled: Callable[[Lexicon, Sequence[Rule]], T]
) -> Callable[[str], T | None]:
    """A function that gives what the rules of a language compile to, or None where there are none.

    A language is compiled with the first draft in it, so that nobody pays for one they do not write. A newsroom's
    own English rules are compiled at once as well, so that a mistake in them is told before any draft is read.

    Raises:
        InputError: a rule is for a language whose words are not known, or is wrong itself.
    """
    sorted_: dict[str, list[Rule]] = {}
    for rule in rules:
        code = rule.language or "en"
        if not known(code):
            raise InputError(f"there is no word knowledge for language '{code}'", rule.path, rule.line)
        sorted_.setdefault(code, []).append(rule)
    done: dict[str, T] = {}

    def get(code: str) -> T | None:
        if code not in done and code in sorted_:
            lex = lexicon(code)
            assert lex is not None
            done[code] = compiled(lex, sorted_[code])
        return done.get(code)

    own = [rule for rule in sorted_.get("en", ()) if not shipped(rule)]
    if own:
        lex = lexicon("en")
        assert lex is not None
        compiled(lex, own)
    return get


def shipped(rule: Rule) -> bool:
    """Whether the lists of a rule were left for later, as only those are that come with the program."""
    return isinstance(rule.params, Params) and any(isinstance(v, Later) for v in rule.params.unread.values())
