"""The Kazakh model for names that comes with the program (models/kk)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import spacy

import childsafe_lint
from childsafe_lint.languages.kk import spacy_kk

ROOT = Path(__file__).resolve().parent.parent
MODEL = Path(childsafe_lint.__file__).parent / "languages" / "kk" / "model"


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    assert spacy_kk.Kazakh.lang == "kk"
    return spacy.load(MODEL)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("13 жастағы Мерейлім ауруханаға түсті.", ["Мерейлім"]),
        ("Сынып жетекшісі Гүлдария Сүйенішова баланы мақтады.", ["Гүлдария Сүйенішова"]),
        ("Қыздың әкесі Сәбитжан Бекмұханұлының айтуынша, бәрі түнде болған.", ["Сәбитжан Бекмұханұлының"]),
        ("Кеше Тараз қаласында қар жауды.", []),
    ],
)
def test_it_finds_people(nlp: spacy.Language, text: str, names: list[str]) -> None:
    assert [e.text for e in nlp(text).ents if e.label_ == "PERSON"] == names


def test_words_are_cut_as_in_print(nlp: spacy.Language) -> None:
    words = [t.text for t in nlp("«А.Серік» (15 жаста), 5-сынып, 12-сінде.")]
    assert words == ["«", "А.", "Серік", "»", "(", "15", "жаста", ")", ",", "5-сынып", ",", "12-сінде", "."]


def test_the_training_text_is_not_in_it() -> None:
    """Names of real people stand in the news it was trained on."""
    strings = json.loads((MODEL / "vocab" / "strings.json").read_text("utf-8"))
    assert strings == sorted(["PERSON", "GPE", "LOC", "ORG", "FAC"])
    plain = b"".join(p.read_bytes() for p in sorted(MODEL.rglob("*")) if p.is_file())
    assert "Назарбаев".encode() not in plain


def test_the_page_tells_the_measured_scores_and_the_credit() -> None:
    page = (ROOT / "models" / "kk" / "README.md").read_text("utf-8")
    scores = json.loads((ROOT / "models" / "kk" / "scores.json").read_text("utf-8"))
    for label, row in scores.items():
        assert f"| {label} | {row['p']} | {row['r']} | {row['f']} |" in page
    for text in (page, (ROOT / "NOTICE").read_text("utf-8")):
        assert re.search(r"KazNERD.*ISSAI", text, re.S)
        assert "CC BY 4.0" in text
