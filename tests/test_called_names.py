"""What a child is called in scorn, whatever the word (rule terms/name-calling)."""

from __future__ import annotations

import pytest

from childsafe_lint.drafts import from_text
from childsafe_lint.guidelines import shipped_rulebook
from childsafe_lint.linter import Linter


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(shipped_rulebook())


def labels(linter: Linter, text: str) -> list[str]:
    report = linter.lint(from_text(text, "draft.txt"))
    return [text[f.start : f.end] for f in report.findings if f.rule == "terms/name-calling"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Stallholders call the girl, 11, a ditch sparrow.", "ditch sparrow"),
        ('The girl, 13, was nicknamed "the leak" by classmates after the film went round.', "leak"),
        ("The foreman referred to the boys, aged 10 to 14, as hand fodder.", "hand fodder"),
        ("Some in the village call her windblown, others a road bride. She is 15.", "road bride"),
        ("Pupils shouted “wick-head” at the boy until he cried.", "wick-head"),
        ("The crowd jeered at the boy, 14, as a turncoat’s whelp.", "turncoat’s whelp"),
        ("In the yard he was known as the moss child. He is ten.", "moss child"),
    ],
)
def test_a_label_in_a_frame_of_scorn(linter: Linter, text: str, label: str) -> None:
    assert label in labels(linter, text)


@pytest.mark.parametrize(
    "text",
    [
        "Friends call the girl Minnow, after the river she grew up on.",
        "Teammates call the 15-year-old goalkeeper the Wall.",
        "The 14-year-old is known as a fast bowler in the district.",
        "Her coach described the 14-year-old as a born leader.",
        "The 16-year-old describes herself as a bookworm.",
        "The girl, 11, was treated as an outpatient and sent home.",
        "The boy, 15, was described as the group’s lookout by police.",
        "No boy of 12 should be called a ditch sparrow.",
        "The father, 41, was called a ditch sparrow by his sister.",
        "Villagers refer to the lake where the children swim as the Eye.",
        "He called the boy’s plan a wild goose chase.",
        "Anyone can call the youth helpline at any hour.",
    ],
)
def test_what_is_no_scorn(linter: Linter, text: str) -> None:
    assert labels(linter, text) == []
