"""Grown-ups who stand beside children in a draft, children told by small signs, and labels told once."""

from __future__ import annotations

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.report import DraftReport


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(language="en")


def check(linter: Linter, text: str) -> DraftReport:
    return linter.lint(read_bytes(text.encode(), "draft.txt"))


def children(linter: Linter, text: str) -> set[str]:
    report = check(linter, text)
    return {text[m.start : m.end] for p in report.story.people if p.kind == "child" for m in p.mentions}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ilyas was strapped in his child seat when the bus braked.", {"Ilyas"}),
        ("Ilyas's school fees were not paid, so he stayed at home.", {"Ilyas"}),
        ("The dancer shares Ilyas and Petra with her former husband, a cook.", {"Ilyas", "Petra"}),
        ("The couple are parents to Ilyas and Petra.", {"Ilyas", "Petra"}),
        ("Eleven-year-olds Ilyas Tate and Petra Roe took the boat.", {"Ilyas Tate", "Petra Roe"}),
        ("Ilyas Tate, a student of Grade VII, fell from the roof.", {"Ilyas Tate"}),
        ("Ilyas, her last-born, was buried on Friday.", {"Ilyas"}),
        ("Ilyas was kidnapped from the playground.", {"Ilyas"}),
        ("Ilyas was fostered by a couple in the hills. The cot stood by the stove.", {"Ilyas"}),
        ("The singer posed with daughter Georgia at the pier. Georgia waved.", {"Georgia"}),
        ("On 5 October Petra Roe, 12, was reported missing.", {"Petra Roe"}),
    ],
)
def test_small_signs_tell_a_child(linter: Linter, text: str, named: set[str]) -> None:
    assert children(linter, text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Ivo Jan Emil Brandt, five months, died at home. His father Emil Brandt is on trial. Ivo was ill.",
            {"Ivo Jan Emil Brandt", "Ivo"},
        ),
        (
            "Police seek Dana Ellis, also known as Dana Roe, and her son Petr, five. “If you see Dana, call.”",
            {"Petr"},
        ),
        ("Nasir, Javed and Omar hired the two girls, who are 12 and 9. Javed denies it.", set()),
        (
            "A girl of two fell from a window in Hualien. The uncle, surnamed Kao, was asleep. Kao ran down.",
            set(),
        ),
        ("Ines and Marc, who fostered the brothers, then 4 and 6, were in court. Marc wept.", set()),
        ("The rapper, born Dana Ellis, has a son, Petr, 12.", {"Petr"}),
        ("Marta Roe, better known to her son Petr, six, as Captain Roe, lost her job.", {"Petr"}),
        ("Team-mates Jon Dow and Emil Brandt brought their little ones. Brandt was tired.", set()),
        (
            "The search for the girl, 9, began at the start of October, two days before Monday (9 October).",
            set(),
        ),
    ],
)
def test_grown_ups_stay_grown_up(linter: Linter, text: str, named: set[str]) -> None:
    assert children(linter, text) == named


def loud(linter: Linter, text: str, category: str) -> list[str]:
    return [
        text[f.start : f.end]
        for f in check(linter, text).findings
        if f.category == category and f.severity != "note"
    ]


def test_a_judgement_inside_a_harmful_statement_is_told_once(linter: Linter) -> None:
    text = "The girl, 13, tempted the cook; she was a willing participant, his lawyer said."
    assert loud(linter, text, "harmful-framing")
    assert not loud(linter, text, "stigmatising-term")
    alone = "A wayward girl of 13 slept in the next room."
    assert loud(linter, alone, "stigmatising-term")


@pytest.mark.parametrize("who", ["toddler", "pupils", "teenager", "schoolboy", "nephew"])
def test_a_label_fits_every_word_for_a_child(linter: Linter, who: str) -> None:
    text = f"At the meeting an official spoke of an idiot {who} of the village school."
    assert any("idiot" in found for found in loud(linter, text, "stigmatising-term"))


@pytest.mark.parametrize(
    "text",
    [
        "LESBOS, Greece, March 3 - Two children were pulled from the water on Sunday.",
        "Aroha Mereana Paki, 12, won the spelling contest. Paki is in Year 8.",
        "The child maid, who is 11, was taken to a clinic.",
    ],
)
def test_names_datelines_and_plain_trades_are_no_slurs(linter: Linter, text: str) -> None:
    assert not loud(linter, text, "stigmatising-term")


def test_a_shout_before_a_dash_is_no_dateline(linter: Linter) -> None:
    assert loud(linter, "VERMIN - that is what the guard called the children, 8 and 9.", "stigmatising-term")


@pytest.mark.parametrize(
    "detail",
    [
        "Her father is the only {dentist in Marle}.",
        "Her father is {a sergeant at the local barracks}.",
        "Her uncle is a foreman at {a private fertiliser plant}.",
        "She turned nine on {Boxing Day}.",
        "Her house has a red door and stands {opposite the fire station}.",
    ],
)
def test_details_of_the_family_in_plain_words(linter: Linter, detail: str) -> None:
    said = detail.partition("{")[2].partition("}")[0]
    text = f"A girl of nine was raped on Friday. {detail.replace('{', '').replace('}', '')} A man is held."
    assert any(said in found or found in said for found in loud(linter, text, "identifying-detail"))
