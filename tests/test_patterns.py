"""Patterns that wait for a text with a word they can begin with match as those that are compiled at once."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from childsafe_lint import Linter
from childsafe_lint.checks._grammar import grammar, word_classes
from childsafe_lint.checks._lexicon import lexicon
from childsafe_lint.checks._words import split
from childsafe_lint.checks.pattern import Patterns
from childsafe_lint.checks.suicide_method import _compiled
from childsafe_lint.drafts import from_text

WORDS = st.sampled_from(["cry", "wolf-cub", "small", "the", "wolves", "runt", "wolf"])
STARTS = st.one_of(
    WORDS,
    st.builds("~{}".format, st.sampled_from(["cry", "run", "wolf"])),
    st.builds("{}|{}".format, WORDS, WORDS),
    st.builds("({}|{} {})".format, WORDS, WORDS, WORDS),
    st.builds("({}|{})'s".format, WORDS, WORDS),
    st.builds("[{}] {}".format, WORDS, WORDS),
)
PATTERNS = st.one_of(
    STARTS, st.builds("{} {}".format, STARTS, WORDS), st.builds("{} …2 {}".format, STARTS, WORDS)
)
TEXTS = st.lists(
    st.sampled_from("Cry cried cub cubs wolf's the small run runs. wolf wolves runt runts, wolf-cub".split()),
    max_size=12,
).map(" ".join)


@settings(deadline=None)
@given(st.lists(PATTERNS, min_size=1, max_size=8), st.lists(TEXTS, max_size=3), st.booleans(), st.booleans())
def test_what_waits_matches_like_what_does_not(
    patterns: list[str], texts: list[str], widened: bool, inflected: bool
) -> None:
    lex = lexicon("en")
    assert lex is not None
    every = lex.inflect if inflected else None
    make = functools.partial(Patterns, lex.inflect, word_classes(lex), quotes=True, every=every)
    at_once, waiting = make(), make()
    for number, pattern in enumerate(patterns):
        plural = lex.noun_forms if widened else None
        at_once.add(pattern, number, plural=plural)
        waiting.add(pattern, number, plural=plural, later=True)
    for text in texts:
        words = split(text)
        first, second = ({(m.first, m.end, m.pattern) for m in p.find(words)} for p in (at_once, waiting))
        assert first == second


@pytest.mark.parametrize(
    "text",
    [
        "A boy, 12, was hurt in the town on Monday, and his mother is with him now, the police said.",
        "Мальчик 12 лет пострадал в понедельник в городе, рядом с ним мать, сообщила полиция.",
        "Қалада дүйсенбі күні 12 жастағы бала жарақат алды, қасында анасы бар, деп хабарлады полиция.",
    ],
)
def test_every_pattern_that_comes_with_the_program_can_be_read(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    for known in (grammar, _compiled):
        known.cache_clear()

    def at_once(self: Patterns, pattern: str, number: int, *, plural=None, later: bool = False) -> None:
        read.append(pattern)
        self._add(pattern, number, plural)

    monkeypatch.setattr(Patterns, "add", at_once)
    assert Linter().lint(from_text(text, "draft.txt")).not_checked is None
    assert len(read) > 1000
