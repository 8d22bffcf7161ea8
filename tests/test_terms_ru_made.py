"""Insults made by derivation and composition in Russian, in the mouths of others; and words that are only discussed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run

pytest.importorskip("slovnet")

ABOUT = "Восьмилетний мальчик из приезжей семьи пострадал от побоев, его отец в колонии. Полиция ведёт дело."
CALLED = (
    "Продавщица при всех назвала детей {}.",
    "Бабушка вспоминает, как внуков дразнили {}.",
    "Во дворе их за глаза звали {}.",
)
MADE = (
    "чуркятами",
    "узбечатами",
    "хохлятами",
    "террористовым отродьем",
    "щенками боевиков",
    "инвалидками",
    "шпаной",
)
DISCUSSED = (
    "Тренер разбирала с журналистами слова «{}» и советовала так не писать.",
    "В памятке для редакций сказано: вместо «{}» пишите «ребёнок» или «дети».",
    "На занятии обсуждали «{}» и «трудных подростков». Такие ярлыки прилипают к ребёнку, говорит психолог.",
)
WORDS = ("шпана", "беспризорники", "дети боевиков")


def terms(run: Run, tmp_path: Path, texts: list[str]) -> list[list[str]]:
    names = [f"{n:03}.txt" for n in range(len(texts))]
    for name, text in zip(names, texts, strict=True):
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    done = run("check", "--format", "json", "--show-names", *names, cwd=tmp_path)
    return [
        [f["text"] for f in d["findings"] if f["category"] == "stigmatising-term" and f["severity"] != "note"]
        for d in json.loads(done.stdout)["drafts"]
    ]


def test_made_insults_are_found_in_the_mouths_of_others(run: Run, tmp_path: Path) -> None:
    said = [f"{ABOUT}\n\n{frame.format(word)}" for frame in CALLED for word in MADE]
    assert not [s for s, found in zip(said, terms(run, tmp_path, said), strict=True) if not found]


def test_words_under_discussion_are_left_alone(run: Run, tmp_path: Path) -> None:
    said = [frame.format(word) for frame in DISCUSSED for word in WORDS]
    assert not {s: f for s, f in zip(said, terms(run, tmp_path, said), strict=True) if f}


HEADLINES = (
    (
        "Отморозкам дали по десять суток",
        "После шести вечера в магазин никто не ходит. Среди задержанных мальчик семи лет.",
    ),
    ("Шизик с топором ходил в лицей", "Утром в лицее отменили уроки. Десятиклассник принёс топор в рюкзаке."),
)
TOLD = (
    "Мальчик, прикованный болезнью к кровати, мечтает о море.",
    "Пятнадцатилетняя женщина родила двойню.",
    "Школьница руки на себя наложила в среду.",
    "У физрука случился роман с девятиклассницей.",
    "Школьника травят, дразнят узбеком немытым. Мальчика избили.",
    "Гены не обманешь, сказала соседка о приёмном мальчике, которого избил отчим.",
    "Это не школьники, а десант, сказал депутат о детях мигрантов.",
    "Мальчик вернулся в класс. Завуч по-прежнему видит в нём вандала.",
    "После переезда девочка осталась для класса чужачкой.",
    "Из притона вывели попрошаек младше пятнадцати.",
)


def test_headlines_and_words_of_a_class(run: Run, tmp_path: Path) -> None:
    said = ["\n\n".join(pair) for pair in HEADLINES] + list(TOLD)
    assert not [s for s, found in zip(said, terms(run, tmp_path, said), strict=True) if not found]


def test_novels_and_young_mothers_are_no_terms(run: Run, tmp_path: Path) -> None:
    said = [
        "Роман с продолжением читают подростки.",
        "Шестнадцатилетняя мама учится в колледже, дочку назвала Верой.",
        "Не называйте подростков чудовищами, просит психолог.",
        "Дети из аула стали победителями, мальчик с диабетом знает, какой овощ полезен.",
    ]
    assert terms(run, tmp_path, said) == [[], [], [], []]
