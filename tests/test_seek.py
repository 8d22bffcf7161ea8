"""Patterns looked for only at the words they can begin with find what ``re`` finds."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import childsafe_lint
from childsafe_lint import seek
from childsafe_lint.story import lean_spacy

lean_spacy.import_spacy()

CORPUS = Path(__file__).parent / "corpus"


def in_use() -> list[tuple[str, seek.Seeker]]:
    found = {}
    for about in pkgutil.walk_packages(childsafe_lint.__path__, "childsafe_lint."):
        if about.name.startswith(("childsafe_lint.story", "childsafe_lint.languages.en")):
            for name, value in vars(importlib.import_module(about.name)).items():
                if isinstance(value, seek.Seeker):
                    found[f"{about.name}.{name}"] = value
    return sorted(found.items())


def spans(matches) -> list[tuple[int, int]]:
    return [m.span() for m in matches]


def test_the_patterns_in_use_find_what_they_would_find_anyhow() -> None:
    drafts = sorted(CORPUS.glob("en-[abeu]/*.gold.txt"))
    texts = [p.read_text(encoding="utf-8").split("---", 2)[2] for p in drafts]
    patterns = in_use()
    assert len(patterns) > 30
    for name, pattern in patterns:
        for text in texts:
            assert spans(pattern.finditer(text)) == spans(pattern.plain.finditer(text)), name
            half = len(text) // 2
            assert spans(pattern.finditer(text, 200, half)) == spans(
                pattern.plain.finditer(text, 200, half)
            ), name


def test_most_patterns_in_use_are_looked_for_at_few_words() -> None:
    known = [name for name, pattern in in_use() if pattern.starts is not None]
    assert len(known) > 0.8 * len(in_use())


FILL = "and so it went on for a long while with nothing else said of anybody " * 8


@pytest.mark.parametrize(
    ("pattern", "flags", "starts"),
    [
        (r"\bcats?\b", 0, {"cat"}),
        (r"\b(?:he|she)\s+is", 0, {"he ", "she"}),
        (r"\ban?\s+(?:old|new)", 0, {"a ", "an "}),
        (r"\b(?:\d{1,2}|two) years", 0, None),  # too many to spell out here
        (r"(?<!\w)X\d", 0, None),
        (r"^By\b", re.M, {"by "}),
        (r"(?<=['’])s\b", 0, {"s "}),
        (r"cat", 0, None),  # may stand inside a word
        (r"\b\w+ing", 0, None),  # may begin with any letter
        (r"\b(?:cat)?", 0, None),  # may match nothing
        (r"\s+cat", 0, None),
        (r"\bco-?op", 0, {"co ", "coo"}),
    ],
)
def test_what_a_pattern_can_begin_with(pattern: str, flags: int, starts: set[str] | None) -> None:
    found = seek.compile(pattern, flags).starts
    if starts is not None:
        assert found == starts
    text = (
        FILL
        + "Cats X1 x2 by an old co-op, he is it’s 12 years; two years\nBy a cat coop catering She is"
        + FILL
    )
    for more in (0, re.I):
        one = seek.compile(pattern, flags | more)
        assert spans(one.finditer(text)) == spans(one.plain.finditer(text))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(
        st.sampled_from(["he", "she", "the boy", r"\d\d?", "[ab]n?", "(?:ca|do)t", "İs", "x-y"]), min_size=1
    ),
    st.lists(
        st.sampled_from(["he ", "SHE ", "the boy", "٣", "17 ", "an-", "b's ", "dot_", "ıs ", "x-y.", "\n"])
    ),
    st.booleans(),
)
def test_any_alternatives_in_any_text(ways: list[str], words: list[str], cased: bool) -> None:
    one = seek.compile(r"\b(?:" + "|".join(ways) + r")\b", 0 if cased else re.I)
    text = "".join(words) + FILL + "".join(words)
    assert spans(one.finditer(text)) == spans(one.plain.finditer(text))


@settings(deadline=None)
@given(st.sets(st.text("abé-' ", min_size=1, max_size=5), min_size=1), st.text("abé-' ", max_size=30))
def test_any_of_many_words(words: set[str], text: str) -> None:
    plain = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    made = seek.any_of(words)
    assert spans(re.finditer(plain, text)) == spans(re.finditer(made, text))
    assert seek.any_of(["a b", "a"], {" ": r"\s+"}) == r"a(?:\s+b)?"
