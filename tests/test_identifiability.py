"""The identifiability level behaves like a measure: more detail never lowers it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from childsafe_lint import lint
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


def jigsaw(text: str) -> list[dict[str, object]]:
    report = lint(text)
    return [
        {"message": f.message, "advice": f.advice, **f.details}
        for f in report.findings
        if f.rule == "details/jigsaw"
    ]


def test_one_finding_says_which_child_which_kinds_and_what_one_change_leaves() -> None:
    found = jigsaw(
        "The raped girl, 13, lives in Karasai village. She was born on 4 May 2012. She attends Karasai Primary School."
    )
    assert len(found) == 1
    assert found[0]["kinds"] == ["locality", "dob", "school"]
    assert (found[0]["level"], found[0]["change"], found[0]["after"]) == ("high", "dob", "low")
    assert "girl" in str(found[0]["message"])
    assert "date of birth" in str(found[0]["message"])
    assert "Take out the date of birth first" in str(found[0]["advice"])
    assert "then: low" in str(found[0]["advice"])


def test_it_does_not_promise_what_no_single_change_can_do() -> None:
    found = jigsaw(
        "Lina Dimaala, 12, did not return home on Friday. She attends Bagong Elementary School. Her father, "
        "Rodrigo Dimaala, can be called on 0917 555 0184."
    )
    assert [(f["change"], f["level"], f["after"]) for f in found] == [("name", "identified", "identified")]
    assert "still identified" in str(found[0]["advice"])


def test_what_is_weak_alone_does_not_make_a_jigsaw() -> None:
    assert not jigsaw(
        "The raped girl, 13, is from Karasai village in Bungoma county. "
        "She was taken to Bungoma County Referral Hospital."
    )
