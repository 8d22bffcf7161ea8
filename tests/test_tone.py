"""Sentences that, taken as a whole, read like those that editors change, and rules' findings in those that do not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.guidelines import shipped_rulebook
from childsafe_lint.guidelines.loader import load_rulebook
from childsafe_lint.languages import folder_of
from childsafe_lint.report import DraftReport, Finding

LANGUAGES = ("en", "ru", "kk")
START = (
    "A girl of 13 was attacked by her uncle on the way home from the mill, the court heard on Tuesday. The uncle, "
    "who carries sacks there, was arrested the same evening. A nurse told the judge what she had found, and two "
    "drivers said that they had seen him wait for the girl at the gate. "
)
BLAME = "She knew very well what a man like that wanted, the aunt told this paper."


@pytest.fixture(scope="module")
def lint() -> Callable[[str], DraftReport]:
    linter = Linter()
    return lambda text: linter.lint(read_bytes(text.encode(), "draft.txt"))


def framed(report: DraftReport) -> list[Finding]:
    return [f for f in report.findings if f.category == "harmful-framing"]


def test_blame_in_words_of_no_list_is_found(lint: Callable[[str], DraftReport]) -> None:
    (finding,) = framed(lint(START + BLAME))
    assert (finding.rule, finding.severity) == ("framing/reads-as-blame", "warning")
    assert (START + BLAME)[finding.start : finding.end] == BLAME.rstrip(".")
    reasons = [e.reason for e in finding.evidence]
    assert reasons.count("weighed most") == 3, "the child and the words that weighed most are shown"


@pytest.mark.parametrize(
    "told",
    [
        "The judge said that nothing a child wears or says makes abuse her fault.",
        "She told the court what had happened, and her aunt sat beside her.",
        "The mill pays eleven families, and the owner hopes to hire more in spring.",
    ],
)
def test_ordinary_news_is_not(lint: Callable[[str], DraftReport], told: str) -> None:
    assert framed(lint(START + told)) == []


def test_it_is_only_about_children(lint: Callable[[str], DraftReport]) -> None:
    grown = (
        "A woman of 43 was attacked by her uncle on the way home from the mill, the court heard on Tuesday. "
    )
    assert framed(lint(grown + BLAME)) == []


def test_a_wording_in_ordinary_news_is_a_note(lint: Callable[[str], DraftReport], tmp_path: Path) -> None:
    rule = """
rules:
  - id: house/bread
    check: phrase
    clause: unicef-reporting:III.1
    severity: warning
    message: "{text}"
    advice: "Leave it out."
    source: "the house"
    when: {child_near: story}
    examples: {flags: ["The girl bought bread and milk."], passes: ["The girl bought milk."]}
    params: {WEIGHEDphrases: ["(buy|bought) bread"]}
"""
    text = START + (
        "The council met on Wednesday to talk about the road. Teachers said that lessons would go on as planned and "
        "that buses run from half past seven. The girl's school bought bread for 200 pupils in May, the council said."
    )
    severities = []
    for weighed in ("", "weighed: true, "):
        plain = tmp_path / "house.yaml"
        plain.write_text(rule.replace("WEIGHED", weighed))
        linter = Linter(load_rulebook([plain], base=shipped_rulebook()))
        severities += [f.severity for f in framed(linter.lint(read_bytes(text.encode(), "draft.txt")))]
    assert severities == ["warning", "note"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_a_sign(language: str) -> None:
    learnt = json.loads((Path(str(folder_of(language))) / "tone.json").read_text("utf-8"))
    kept = {"NAME", "NUM", "CHILD", "ADULT"}
    for sign in learnt["told"]:
        capital = [w for w in re.findall(r"[^\W\d_]+", sign.replace(">", " ")) if not w.islower()]
        assert set(capital) <= kept, sign


def test_in_russian_too(lint: Callable[[str], DraftReport]) -> None:
    start = (
        "Девочка 13 лет пострадала от дяди по дороге домой, рассказали в суде во вторник. Дядю, который работает "
        "грузчиком, задержали в тот же вечер. Выступили медсестра и двое водителей. Мельница работает в посёлке сорок "
        "лет и кормит одиннадцать семей. Дорогу к ней обещают починить весной, сообщили в акимате. Деньги на щебень "
        "уже выделены, рабочие начнут в апреле. Следующее заседание суда пройдёт в марте. "
    )
    assert framed(lint(start)) == []
    assert framed(lint(start + "Сама крутилась возле него, вот и докрутилась, судачат в селе."))
