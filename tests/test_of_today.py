"""Whether those who are told of as children are children of today, by the whole of a draft."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.report import DraftReport

MEMORIES = """The bell at Corrie Brae

We had one pair of boots between us, and whoever was first out of bed in the morning had them. Little Hamish was
the quickest, and so the rest of us went over the hill in our bare feet and kept to the grass.

The schoolroom had a stove and a map with a corner missing. Miss Abernethy put the small ones next to the heat
and read to us out of a book about whales until it was too dark to see the page. Nobody ever asked her to stop.
Hamish used to fall asleep against the wall, and she would lay her coat over him and go on.

The roof fell in during the winter of 1947, and they never built it up again. I went to look last spring. The
bell is still there, and the swallows have it.
"""
NEWS = """Boy hurt as school roof falls in

A boy was taken to hospital on Monday after part of a school roof fell in, police said. Little Hamish, 7, was
asleep against the wall when the beam came down, his mother told reporters. Doctors said that he had broken an
arm and was out of danger.

The council said that the school would stay closed until engineers had looked at every wall. A spokesman said
that parents had complained about the roof twice since last winter, and that an inquiry would begin this week.
Police have asked anybody who was near the yard on Monday afternoon to call them.
"""


@pytest.fixture(scope="module")
def lint() -> Callable[[str], DraftReport]:
    linter = Linter()
    return lambda text: linter.lint(read_bytes(text.encode(), "draft.txt"))


def names(report: DraftReport) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for f in report.findings:
        if f.category == "minor-name":
            out.setdefault(f.severity, set()).add(report.draft.text[f.start : f.end])
    return out


def test_who_is_named_in_memories_is_only_noted(lint: Callable[[str], DraftReport]) -> None:
    report = lint(MEMORIES)
    assert names(report) == {"note": {"Hamish"}}
    reasons = {e.reason for f in report.findings for e in f.evidence}
    assert "told of as those are who are no children of today" in reasons, "what weighed most is shown"


def test_who_is_named_in_the_news_is_not(lint: Callable[[str], DraftReport]) -> None:
    assert names(lint(NEWS)) == {"warning": {"Hamish"}}


DULL = "\n\n".join(f"The council met for hour number {n} to speak of roads and drains." for n in range(5))


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("Mira Sand, 9, was raped in the market.", "error"),
        ("Mira Sand, 9, was hurt in the market on Monday when a stall fell.", "warning"),
    ],
)
def test_what_befell_a_child_this_week_is_no_story_of_then(
    lint: Callable[[str], DraftReport], told: str, severity: str
) -> None:
    assert names(lint(f"{DULL}\n\n{told}\n")) == {severity: {"Mira Sand"}}
