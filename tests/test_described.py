"""An age told by a noun phrase beside a name, whatever the noun: who it is said of."""

from __future__ import annotations

import pytest

from childsafe_lint import lint


def names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in lint(text).findings if f.category == "minor-name"]


@pytest.mark.parametrize("noun", ["IAS aspirant", "native of Zaria", "Form Two student", "house help"])
@pytest.mark.parametrize(
    "sentence",
    [
        "PUNE: A 17-year-old {noun}, Yash Kolte, left the hostel on Tuesday.",
        "The 12-year-old {noun} named Yash Kolte left the hostel.",
        "A {noun} aged 16, Yash Kolte, left the hostel.",
        "Yash Kolte, a {noun} aged 16, left the hostel.",
        "Yash Kolte, a {noun} of fifteen, left the hostel.",
        "The guest, a 14-year-old {noun}, was identified as Yash Kolte.",
    ],
)
def test_an_age_in_apposition(sentence: str, noun: str) -> None:
    assert names(sentence.format(noun=noun)) == ["Yash Kolte"]


@pytest.mark.parametrize(
    "text",
    [
        "The boy they pulled from the river, Yash Kolte, is in a ward.",
        "The pupil whose essay won, Yash Kolte, is to read it aloud.",
        "Yash Kolte came here last year. He's now a sophomore at Mesa Verde High.",
    ],
)
def test_a_child_in_apposition(text: str) -> None:
    assert names(text) == ["Yash Kolte"]


@pytest.mark.parametrize(
    "text",
    [
        "The boy who used to sweep the stage, Denis Obore, now leads the orchestra.",
        "The girl told the driver, Denis Obore, to stop.",
        "Denis Obore, a father of two, left the hostel.",
        "Denis Obore, the leader of a team of 12, left the hostel.",
        "Denis Obore, a veteran of 16 campaigns, left the hostel.",
        "Godfather to eight-year-old quadruplets, Denis Obore left the hostel.",
        "Although she sounds like a girl of nine, Vera Obore is a retired notary.",
        "The 12-year-old son of a bus driver, Denis Obore, slept.",
        "A clerk aged 46, Denis Obore, left the hostel.",
    ],
)
def test_somebody_elses_age_or_no_age(text: str) -> None:
    assert names(text) == []
