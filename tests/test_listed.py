"""Ages in lists, tables and forms; ages with words before them; ages of then."""

from __future__ import annotations

import pytest

from childsafe_lint import lint


def names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in lint(text).findings if f.category == "minor-name"]


@pytest.mark.parametrize(
    "row",
    [
        "Name: {n}. Age: 14.",
        "Age: 14. Name: {n}. Last seen: Friday.",
        "{n} | 14 | missing since Friday",
        "{n}, F, 14",
        "{n} / 14 yrs / female",
        "Name | Age | Class\n{n} | 14 | 7",
        "Name of pupil: {n}; class: Std 5.",
        "Missing teen: {n} has not been seen since Friday.",
    ],
)
def test_a_row_names_a_child(row: str) -> None:
    assert names(row.format(n="Ruta Obore")) == ["Ruta Obore"]


@pytest.mark.parametrize(
    "row",
    [
        "Name: Ruta Obore. Age: 41.",
        "Ruta Obore | 41 | driver",
        "Name | Goals | Club\nRuta Obore | 14 | Lower Orla",
        "Ruta Obore / 3 / Orla Rovers",
    ],
)
def test_a_row_of_a_grown_up_or_of_numbers(row: str) -> None:
    assert names(row) == []


@pytest.mark.parametrize(
    "words",
    [
        "said to be",
        "believed by neighbours to be",
        "thought to be about",
        "not yet",
        "who was understood to be",
        "all of",
    ],
)
@pytest.mark.parametrize(("age", "child"), [("14", True), ("nine", True), ("44", False)])
def test_words_before_an_age(words: str, age: str, child: bool) -> None:
    assert bool(names(f"Ruta Obore, {words} {age}, was moved to a hospital.")) is child


@pytest.mark.parametrize("opening", ["Not even nine yet", "Though only nine", "Still nine", "Barely nine"])
def test_an_age_before_the_name(opening: str) -> None:
    assert names(f"{opening}, Ruta Obore was moved to a hospital.") == ["Ruta Obore"]


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("Ruta Obore was 14 the night the belt caught her sleeve. She is still in plaster.", True),
        ("Ruta Obore was 14 when the war began; she is 60 now.", False),
        ("Ruta Obore was 14 when her mother died. Now 52, she runs a bakery.", False),
        ("Ruta Obore was 14 the year the wall fell. She is a grandmother today.", False),
        ("At 14, Ruta Obore went to sea. She came back in 2010.", False),
        ("Only three, Ruta Obore said, had a ticket.", False),
    ],
)
def test_an_age_of_then(text: str, child: bool) -> None:
    assert bool(names("15 May 2026\n\n" + text)) is child
