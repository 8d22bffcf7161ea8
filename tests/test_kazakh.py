"""Kazakh drafts: children's names through their endings, details, changed names, drafts with Russian in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qazaq_inflector import QazaqNameInflector

from childsafe_lint import lint

CASES = [
    line
    for line in (Path(__file__).parent / "data" / "kazakh-names.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def names(text: str) -> list[str]:
    """The children's names found, each as it stands in the text."""
    report = lint(text)
    assert report.not_checked is None
    assert report.language == "kk"
    return [
        text[f.start : f.end] for f in report.findings if f.category == "minor-name" and f.severity != "note"
    ]


@pytest.mark.parametrize("marked", CASES, ids=range(1, len(CASES) + 1))
def test_the_childs_names_and_no_others(marked: str) -> None:
    assert names(re.sub("[⟦⟧]", "", marked)) == re.findall("⟦(.*?)⟧", marked)


@pytest.mark.parametrize("case", QazaqNameInflector.CASES)
@pytest.mark.parametrize(
    "name", ["Айгерім", "Нұржан", "Мадина", "Ерасыл", "Тимур", "Жібек", "Әли", "Айнұр", "Мөлдір"]
)
def test_every_case_of_a_name_is_one_person(name: str, case: str) -> None:
    form = QazaqNameInflector().inflect(name, case)
    text = f"13 жастағы {name} ұрып-соғылды. Көршілер кейін {form} туралы айтты. Іс қозғалды.\n"
    report = lint(text)
    people = {f.person for f in report.findings if f.category == "minor-name"}
    assert names(text) == [name, form]
    assert len(people) == 1
