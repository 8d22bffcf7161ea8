"""Kazakh: a child's name made small, run into a hashtag, or told after what befell the child."""

from __future__ import annotations

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts.model import Draft


def named(text: str) -> list[str]:
    findings = Linter(language="kk").lint(Draft("x", text)).findings
    return [text[f.start : f.end] for f in findings if f.category == "minor-name" and f.severity != "note"]


@pytest.mark.parametrize(
    ("full", "small"),
    [
        ("Айзада", "Айзадаш"),
        ("Мадина", "Мадиночка"),
        ("Санжар", "Санжартайым"),
        ("Нұрсұлтан", "Нұрсұлтанчик"),
        ("Бекарыс", "Бекашым"),
        ("Жансая", "Жансаяжаным"),
    ],
)
def test_pet_names(full: str, small: str) -> None:
    text = f"9 жастағы {full} ауруханаға түсті. – {small} шудан қорқады, – дейді анасы."
    assert named(text) == [full, small]


def test_name_run_into_a_hashtag() -> None:
    text = "12 жастағы Айдана үйіне қайтпады. Желіде #Айдананытабамыз және #табайық_айдана белгілері тарады."
    assert named(text) == ["Айдана", "Айдана", "айдана"]


def test_hashtag_of_a_grown_up_is_left_alone() -> None:
    assert (
        named("41 жастағы Айдана Омарова сотқа келді. #Айданағақолдау белгісі тарады. Оқушы 10 жаста.") == []
    )


@pytest.mark.parametrize(
    ("text", "child"),
    [
        (
            "Бозбала төбеден құлаған. Дәрігерлер оны құтқара алмады.\n\nҚаза тапқан – Дінмұхамед Асқарұлы.",
            True,
        ),
        ("Оқушы қыз үйіне қайтпады.\n\nЖоғалған – Айдана Серікова.", True),
        ("45 жастағы жүргізуші жолдан шығып кетті. Қаза тапқан – Дінмұхамед Асқарұлы.", False),
        ("Мұғалім үйіне қайтпады. Жоғалған – Айдана Серікова. Оқушылар оны іздеуге шықты.", False),
    ],
)
def test_told_after_what_befell_a_child(text: str, child: bool) -> None:
    assert bool(named(text)) is child


def test_a_street_is_no_child() -> None:
    assert named("Бала Жібек жолы көшесіндегі үйде тұрады, ол 10 жастағы оқушы.") == []
