"""First names that are words: what people do, days and seasons, words of grammar."""

from __future__ import annotations

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(language="en")


def people(linter: Linter, text: str) -> dict[str, set[str]]:
    report = linter.lint(read_bytes(text.encode(), "draft.txt"))
    out: dict[str, set[str]] = {}
    for p in report.story.people:
        for m in p.mentions:
            out.setdefault(p.kind, set()).add(text[m.start : m.end])
    return out


@pytest.mark.parametrize(
    "first", "Mason Hunter Parker Porter Baker Piper Gunner Justice King Major Dean Bishop".split()
)
@pytest.mark.parametrize(
    "told",
    [
        "{} Lindqvist, 12, was hurt when a wall came down. His mother said {} was calm.",
        "Officers named the boy who was hurt as {} Lindqvist, 12.",
        "{} Lindqvist, a pupil of Class 4, was hurt. Doctors said that {} was calm.",
    ],
)
def test_words_for_what_people_do(linter: Linter, first: str, told: str) -> None:
    assert f"{first} Lindqvist" in people(linter, told.format(first, first)).get("child", set())


@pytest.mark.parametrize("first", "Will May Summer Autumn Winter April Said".split())
@pytest.mark.parametrize(
    "told",
    [
        "{} Lindqvist, 12, was hurt when a wall came down on Monday.",
        "Officers named the child who was hurt as {} Lindqvist, 12.",
        "A wall came down on Monday, and her brother {}, 7, was hurt.",
    ],
)
def test_words_of_grammar_and_of_the_calendar(linter: Linter, first: str, told: str) -> None:
    assert any(first in name.split() for name in people(linter, told.format(first)).get("child", ()))


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Justice Lindqvist asked the boy, 12, what he had seen. Justice Lindqvist then rose.", "Lindqvist"),
        ("Major Lindqvist said the boys, both 12, were safe.", "Lindqvist"),
        ("Mason Erik Lindqvist, 45, found the boy, 9, under the wall.", "Erik Lindqvist"),
        ("Coach Lindqvist said the girls, all under 12, were tired.", "Lindqvist"),
        ("Will the boy, 9, come home? Will Lindqvist, his lawyer, thinks so.", "Will Lindqvist"),
    ],
)
def test_titles_stay_titles(linter: Linter, told: str, name: str) -> None:
    assert not any(name in n for n in people(linter, told).get("child", ()))
