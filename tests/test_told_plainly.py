"""Plain ways of saying that somebody is a child, and their neighbours that say it of nobody or of somebody else."""

from __future__ import annotations

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(language="en")


def children(linter: Linter, text: str) -> set[str]:
    report = linter.lint(read_bytes(text.encode(), "draft.txt"))
    return {text[m.start : m.end] for p in report.story.people if p.kind == "child" for m in p.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "In the leaving paper Leila Okeke scored 377 marks, and she waits for a letter.",
        "A book by the father of Leila Okeke, who ended her own life at the age of 14, is out.",
        "Leila Okeke, a girl from the village, was found on Monday.",
        "Leila Okeke, who would have turned six on Sunday, was hit by a bus.",
        "Her class teacher described Leila Okeke as a bright girl.",
        "Leila Okeke's headmaster said that she had been absent since Tuesday.",
        "Social workers took Leila Okeke from her parents in May.",
        "Leila Okeke dropped out of Class 5 to work at a stall.",
        "Leila Okeke, whose first day of school was on Monday, was knocked down.",
        "Leila Okeke, in pigtails and a pink dress, told the court what she had seen.",
        "When the police came, Leila Okeke was asleep in her cot.",
        "Leila Okeke lives in a children's home; the staff are looking for her.",
        "Child bride Leila Okeke wants to go back to class.",
        "Leila Okeke is a mother at 14.",
        "Eight years old and alone, Leila Okeke crossed four borders.",
        "Leila Okeke, who goes to Hill Primary, drew the winning poster.",
        "Class 2B's Leila Okeke drew the winning poster.",
        "The winner in the under-10 category was Leila Okeke.",
        "Their aunt has pulled Leila Okeke out of the school since the fight.",
        "Name: Leila Okeke\nAge: 10\nLast seen: Monday",
        "Leila Okeke\nHill Primary School\n10 years",
    ],
)
def test_a_child(linter: Linter, text: str) -> None:
    assert "Leila Okeke" in children(linter, text)


def test_rows_and_twins(linter: Linter) -> None:
    assert {"Leila", "Asad"} <= children(linter, "Leila and Asad, eight-year-old twins, sell gum.")
    assert {"Leila", "Asad"} <= children(linter, "Leila and her twin Asad, eight, sell gum.")
    three = "Halima Okeke, 30, died with Leila, Asad and Omar, her three children."
    assert {"Leila", "Asad", "Omar"} <= children(linter, three)


@pytest.mark.parametrize(
    "text",
    [
        "Leila Okeke was adopted as a baby and met her birth mother at 40.",
        "Leila Okeke was 13 when she was married off; now 29, she runs a refuge.",
        "Leila Okeke is a grandmother at 38 and works in a bank.",
        "Leila Okeke shares a picture of her boy as he turns six.",
        "A lecturer described Leila Okeke as a brilliant student of law.",
        "Thirty years old and tired, Leila Okeke left the children's home.",
        "Leila Okeke and her twin Asad, 44, run the kindergarten.",
        "A man accused of raping a girl of 14 was held. A source named the suspect as Musa Okeke.",
        "A trader was arrested for beating a boy of nine. The man was identified as Musa Okeke.",
        "The boy, 9, is in hospital, Okeke News reports.",
        "Leila Okeke\nEditor\n25 years with us",
    ],
)
def test_no_child(linter: Linter, text: str) -> None:
    assert not any("Okeke" in name for name in children(linter, text))
