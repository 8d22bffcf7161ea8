"""Russian and Kazakh: people of whom no word says that they are children or family, by all that is told of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from benchmarks.quality.gold import CORPUS, read_set

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.languages import folder_of
from childsafe_lint.report import DraftReport

ROOT = Path(__file__).resolve().parents[1]

#: nothing beside the name says how old Misha is
TOLD = """Рухнула стена: двор прощается с Мишей

Десятки людей пришли вечером под дождём к воротам склада, где на Мишу упала кирпичная стена.

— Он ещё спал с плюшевым зайцем, — говорит мать, Ольга Рябцева. — Радовался, что выпал первый зуб, и всем его показывал.

Соседки несут к воротам игрушки и рисунки. Миша мечтал о самокате и боялся темноты, вспоминает бабушка Нина Ивановна.
Воспитательница принесла его варежки.

Склад принадлежит фирме «Гранит-Сервис». Её директор Пётр Лазутин сообщил следователям, что стену осматривали в мае.
Инспектор Глеб Орлов говорит, что двор стоял открытым и что город предупреждали дважды. Весной на том же дворе
поранилась девочка девяти лет.
"""


def learnt(code: str) -> Any:
    return json.loads((Path(str(folder_of(code))) / "weighing.json").read_text("utf-8"))


def lint(code: str, text: str) -> DraftReport:
    if code == "ru":
        pytest.importorskip("slovnet")
    return Linter(language=code).lint(read_bytes(text.encode(), "draft.txt"))


def named(report: DraftReport) -> set[str]:
    text = report.draft.text
    return {text[f.start : f.end] for f in report.findings if f.category == "minor-name"}


def test_a_child_told_of_only_by_the_whole_story_is_found() -> None:
    report = lint("ru", TOLD)
    assert named(report) == {"Мишей", "Мишу", "Миша"}
    child = next(p for p in report.people if p.kind == "child" and p.mentions)
    assert not child.certain
    assert {e.reason for e in child.evidence} == {"told of as a child is"}
    assert {f.severity for f in report.findings if f.category == "minor-name"} == {"warning"}


@pytest.mark.parametrize("forms", [("Арсеном", "Арсена", "Арсен"), ("Тимуром", "Тимура", "Тимур")])
def test_what_somebody_is_called_weighs_nothing(forms: tuple[str, str, str]) -> None:
    text = TOLD
    for old, new in zip(("Мишей", "Мишу", "Миша"), forms, strict=True):
        text = text.replace(old, new)
    assert named(lint("ru", text)) == set(forms)


def test_a_grown_up_in_the_same_places_is_not_found() -> None:
    text = TOLD.replace("спал с плюшевым зайцем", "водил грузовик и только вышел на пенсию")
    text = text.replace("выпал первый зуб, и всем его показывал", "достроит баню, и звал нас париться")
    text = text.replace("игрушки и рисунки", "цветы").replace("самокате и боялся темноты", "рыбалке на Оби")
    text = text.replace("мать, Ольга", "жена, Ольга").replace("бабушка Нина", "бывший начальник Нина")
    text = text.replace("Воспитательница принесла его варежки.", "Профсоюз принёс венок.")
    text = text.replace("Мишей", "Михаилом Рябцевым").replace("Мишу", "Рябцева").replace("Миша", "Рябцев")
    assert not named(lint("ru", text))


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_whom_only_the_weighing_finds_is_shown_by_words_and_is_no_error(code: str) -> None:
    drafts = [d for folder in ("aa", "ab", "ad") for d in read_set(CORPUS / f"{code}-{folder}")]
    reports = [lint(code, d.text) for d in drafts]
    weighed = [(r, p) for r in reports for p in r.people if p.kind == "child" and not p.certain]
    assert weighed
    for report, person in weighed:
        assert {e.reason for e in person.evidence} == {"told of as a child is"}
        assert all(report.draft.text[e.start : e.end].strip() for e in person.evidence)
        found = [f for f in report.findings if f.person == person.id and f.category == "minor-name"]
        assert {f.severity for f in found} <= {"warning", "note"}


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_no_sign_is_a_name_of_a_child_it_was_learnt_from(code: str) -> None:
    names = {
        w.lower()
        for path in sorted(CORPUS.glob(f"{code}-[a-z]/*.gold.txt"))
        for m in re.findall(r"⟦minor-name\|([^⟧]+)⟧", path.read_text("utf-8"))
        for w in m.split()
    }
    data = learnt(code)
    words = {w for step in ("told", "told_kin") for sign in data[step] for w in re.split(r"[:_]", sign)[1:]}
    # words that are names as well
    assert len(names & words) < 0.01 * len(names), sorted(names & words)


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_what_is_learnt_is_in_order(code: str) -> None:
    data = learnt(code)
    assert 0 < data["kept"] <= data["child"] <= data["alone"] < 1
    assert data["told"]["L1:<age+>"] > 0 > data["told"]["L1:<role->"]
    assert data["told_kin"]["L:<kin->"] > 0 > data["told_kin"]["L:<role->"]


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_every_draft_with_a_record_is_there(code: str) -> None:
    rows = (ROOT / f"models/people/first-contact-{code}.jsonl").read_text("utf-8").splitlines()
    drafts = {(r["set"], r["draft"]) for r in map(json.loads, rows)}
    folders = [*CORPUS.glob(f"{code}-*"), *(ROOT / "models/people/drafts").glob(f"{code}-*")]
    assert drafts <= {(d.set, d.id) for f in folders if not f.name.endswith("-locked") for d in read_set(f)}
