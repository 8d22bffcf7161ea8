"""The identifiability level behaves like a measure: more detail never lowers it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from childsafe_lint.checks.identifiability import LEVELS, best_change, level
from childsafe_lint.story.model import DETAIL_KINDS

KINDS = st.sets(st.sampled_from(DETAIL_KINDS))


@given(KINDS, st.sampled_from(DETAIL_KINDS), st.booleans())
def test_more_detail_never_lowers_the_level(kinds: set[str], more: str, named: bool) -> None:
    before = LEVELS.index(level(kinds, named=named))
    assert LEVELS.index(level(kinds | {more}, named=named)) >= before


@given(KINDS)
def test_the_best_change_is_the_best(kinds: set[str]) -> None:
    change = best_change(kinds, named=False)
    if not kinds:
        assert change is None
        return
    assert change in kinds
    after = LEVELS.index(level(kinds - {change}, named=False))
    assert all(after <= LEVELS.index(level(kinds - {k}, named=False)) for k in kinds)


def test_a_name_comes_first() -> None:
    assert level((), named=True) == "identified"
    assert best_change({"school", "contact"}, named=True) == "name"
    assert best_change({"school", "contact", "relative"}, named=False) == "contact"
    assert level({"school", "locality"}, named=False) == "low"
    assert level({"school", "locality", "workplace"}, named=False) == "medium"
    assert level({"school", "relative"}, named=False) == "high"
