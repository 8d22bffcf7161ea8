"""Questions and verdicts, on stories told by hand."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, cast

import pytest

from childsafe_lint.checks.checklist import ask, clause_verdicts
from childsafe_lint.drafts.model import Draft
from childsafe_lint.guidelines import shipped_rulebook
from childsafe_lint.guidelines.checktypes import TRIGGERS
from childsafe_lint.guidelines.model import Question
from childsafe_lint.report import Finding
from childsafe_lint.spans import Span
from childsafe_lint.story.model import Detail, Evidence, Person, Quote, Situation, Story

TEXT = (
    "“I want to go home,” said Amina, 12, who lives with HIV. Her friend Ben, 16, won the race. "
    "Their teacher is Mr Holm. A boy was killed on Main Street."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def evidence(words: str, reason: str = "") -> Evidence:
    span = at(words)
    return Evidence(span.start, span.end, reason)


def story(**of_amina: Any) -> Story:
    hiv = Situation("hiv", evidence("lives with HIV", "lives with HIV"))
    amina = Person(
        "p1", "child", [at("Amina")], evidence=[evidence("12", "age under 18")], situations=[hiv], quoted=True
    )
    for key, value in of_amina.items():
        setattr(amina, key, value)
    ben = Person(
        "p2",
        "child",
        [at("Ben")],
        evidence=[evidence("16", "age under 18")],
        public_role=evidence("won the race"),
    )
    holm = Person("p3", "adult", [at("Mr Holm")])
    boy = Person("p4", "child", nominals=[at("A boy")])
    ends = [0, TEXT.index("Her"), TEXT.index("Their"), TEXT.index("A boy"), len(TEXT)]
    sentences = [Span(a, b) for a, b in pairwise(ends)]
    quotes = [Quote(at("“I want to go home,”"), "p1")]
    details = [Detail("address", at("Main Street"), ("p4",))]
    draft = Draft("t", TEXT)
    return Story(
        draft,
        "en",
        cast(Any, None),
        sentences,
        quotes,
        [amina, ben, holm, boy],
        details,
        [hiv],
        sensitive=True,
    )


def because(when: dict[str, Any] | list[dict[str, Any]], told: Story | None = None) -> list[str] | None:
    """The words shown with a question of this trigger, or None where it is not asked."""
    options = when if isinstance(when, list) else [when]
    items = ask(told or story(), [Question("q", "Why?", (), options)])
    return [TEXT[e.start : e.end] for e in items[0].because] if items else None


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"child": True}, ["Amina", "Ben", "A boy"]),
        ({"child": False}, None),
        ({"child_named": True}, ["Amina", "Ben"]),
        ({"child_named": False}, None),
        ({"child_quoted": True}, ["“I want to go home,”"]),
        ({"child_quoted": False}, None),
        ({"child_pictured": True}, None),
        ({"child_pictured": False}, ["Amina", "Ben", "A boy"]),
        ({"child_quoted": True, "child_under": 16}, ["“I want to go home,”"]),
        ({"child_quoted": True, "child_under": 12}, None),
        ({"public_role": True, "child_under": 16}, None),
        ({"public_role": True}, ["won the race"]),
        ({"child_under": 5}, ["A boy"]),  # the age is unknown: it has to be asked
        ({"pseudonym": True}, None),
        ({"sensitive": True}, ["lives with HIV"]),
        ({"sensitive": False}, None),
        ({"situation": ("hiv", "accused")}, ["lives with HIV"]),
        ({"situation": "accused"}, None),
        ({"situation": "hiv", "public_role": True}, None),  # never across two children
        ({"detail": ("address",)}, ["Main Street"]),
        ({"detail": ("school",)}, None),
        ({"jigsaw": True}, None),
        ({"words": ("go   home", "no such words")}, ["go home"]),
        ({"words": ("omi",)}, None),
        ({"words_with_child": ("killed",)}, ["killed"]),
        ({"words_with_child": ("teacher",)}, None),
        ({"words_with_child": ("KILLED",), "situation": "hiv"}, None),
        ([{"jigsaw": True}, {"public_role": True}], ["won the race"]),
        ({}, None),
    ],
)
def test_triggers(when: Any, expected: list[str] | None) -> None:
    assert because(when) == expected


def test_every_trigger_is_understood() -> None:
    from childsafe_lint.checks.checklist import _Trigger

    assert [t for t in TRIGGERS if not hasattr(_Trigger, f"_{t}")] == []


def test_pseudonym_and_picture() -> None:
    told = story(pseudonym=evidence("Amina", "name changed"), pictured=evidence("Amina", "shown"))
    assert because({"pseudonym": True}, told) == ["Amina"]
    assert because({"child_named": True, "sensitive": True}, told) is None
    assert because({"child_pictured": True}, told) == ["Amina"]


def test_a_situation_that_is_nobodys() -> None:
    told = story(situations=[])
    assert because({"situation": "hiv"}, told) == ["lives with HIV"]


def test_no_child_no_question() -> None:
    told = Story(Draft("t", "The bus was late."), "en", cast(Any, None), [Span(0, 17)])
    assert ask(told, shipped_rulebook(all_packs=True).questions) == []
    verdicts = clause_verdicts(shipped_rulebook(), [], [], told)
    assert {v.verdict for v in verdicts} == {"not applicable"}


def test_shipped_questions_show_why_they_are_asked() -> None:
    items = ask(story(), shipped_rulebook().questions)
    assert {"ask/consent-of-child", "ask/confirmation", "ask/consent-for-health"} <= {i.rule for i in items}
    assert "ask/helpline" not in {i.rule for i in items}
    assert all(i.because and i.clauses and i.status == "open" for i in items)


def verdicts(findings: list[Finding], told: Story | None = None) -> dict[str, str]:
    book, told = shipped_rulebook(["unicef-reporting"]), told or story()
    found = clause_verdicts(book, findings, ask(told, book.questions), told)
    assert [v.id for v in found] == [c.id for g in book.guidelines for c in g.clauses]
    return {v.id.removeprefix("unicef-reporting:"): v.verdict for v in found}


def finding(severity: Any, *clauses: str) -> Finding:
    ids = tuple(f"unicef-reporting:{c}" for c in clauses)
    return Finding("r", "minor-name", severity, 0, 1, "m", clauses=ids)


def test_clause_verdicts() -> None:
    found = verdicts([finding("error", "III.3.c"), finding("warning", "III.4.b"), finding("note", "III.1")])
    assert found["III.3.c"] == "fail"
    assert found["III.3"] == "fail"  # the worst of its sub-cases
    assert found["III.4.b"] == "needs review"
    assert found["III.3.a"] == "not applicable"  # nobody was abused
    assert found["I.3"] == "needs review"  # an open question
    assert found["K2"] == "not applicable"  # no name was changed


def test_a_clause_that_is_kept_passes() -> None:
    told = story(pseudonym=evidence("Amina", "name changed"), situations=[])
    told.situations = [Situation("accused", evidence("A boy"))]
    book = shipped_rulebook()
    found = {v.id: v.verdict for v in clause_verdicts(book, [], [], told)}
    assert found["unicef-reporting:III.3.d"] == "pass"
    assert found["unicef-reporting:III.3"] == "pass"
    assert found["unicef-reporting:III.3.c"] == "not applicable"
