"""What short news copy does: who was taken in, headlines, who is not the child, and what befell it, told in idioms."""

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


def situations(linter: Linter, text: str) -> set[str]:
    return {s.kind for p in check(linter, text).story.people for s in p.situations}


def terms(linter: Linter, text: str) -> set[str]:
    found = check(linter, text).findings
    return {text[f.start : f.end] for f in found if f.rule.startswith("terms/") and f.severity != "note"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Two pupils in 4B, Ilyas and Petra, saw the man climb the gate.", {"Ilyas", "Petra"}),
        ("The widow has three mouths to feed: Ilyas, Petra and the baby, Sanna.", {"Ilyas", "Petra", "Sanna"}),
        ("Petra has been biting the other toddlers at her nursery.", {"Petra"}),
        ("Marlon Brandt Shows Sketch of Son Robin on His 9th Birthday\n\nMarlon Brandt wrote a note.", {"Robin"}),
        ("Brandt's only child with wife Petra Roe turned 9 on Friday.", set()),
        ("Cancer appeal for one-year-old Nottingham girl", set()),
        ("A 17-year-old Kenyan dies after fall from bridge", set()),
        ("Sonja Bakke, who was nine when the ferry sank, is now its inspector of safety.", set()),
        ("Ewa Lind, who was eleven when the mine closed, now runs the museum.", set()),
        (
            "Police have arrested a 35-year-old man for allegedly beating a 10-year-old girl.\n\n"
            "Ivo Brandt of Thornby in Marle is being held, the police said. CP Adeola Obi praised them.",
            set(),
        ),
        (
            "The court committed a 30-year-old man for trial on charges of raping a girl of 8. "
            "The suspect, Ivo Brandt, a roofer, is in prison.",
            set(),
        ),
        (
            "A court has convicted a father for raping his nine year old daughter.\n\n"
            "Ivo Brandt, who mends roofs, was found guilty. Brandt raped the girl in June.",
            set(),
        ),
        ("Ilyas Roe, 12, vanished from Thornby. He is 12 years old and from Thornby.", {"Ilyas Roe"}),
        ("The first child of Petra Roe and husband Ivo Brandt marked her 1st birthday.", set()),
        ("The trader was arrested with his wife Amina, 13, in Kano.", {"Amina"}),
        ("Ilyas, who came as an orphan, now works at a brick kiln. He is only 11.", {"Ilyas"}),
        ("The 9-year-old Dane was hurt. He is in hospital.", {"Dane"}),
        ("Petra Roe wrote to the boy Tom on her 12th birthday.", {"Petra Roe", "Tom"}),
        ("The council housed seven children of the estate, Tom Reed, Ann Poe and Sue Fox said.", set()),
        ("As said the clerk, Ivo Brandt, the young girl, Petra Roe, went home.", {"Petra Roe"}),
    ],
)  # fmt: skip
def test_who_is_a_child_in_short_copy(linter: Linter, text: str, named: set[str]) -> None:
    assert children(linter, text) == named


@pytest.mark.parametrize(
    ("text", "befell"),
    [
        ("Ilyas Roe, 9, was hit by a car and the driver fled the scene.", {"accident-victim"}),
        ("Petra Roe, four, has leukaemia and goes on with her fight for survival.", {"health"}),
        ("Petra Roe, three, has cancer and her life was hanging in the balance.", {"health"}),
        ("Ilyas Roe, 8, was killed when a lorry struck his bike.", {"accident-victim"}),
        ("Ilyas Roe, 8, was killed with a knife in the park.", {"abuse-neglect-victim", "accident-victim"}),
        ("Petra Roe, 9, fled the war with an aunt.", {"refugee"}),
        ("The coach hit Ilyas Roe, 9, with a belt in the bus.", {"abuse-neglect-victim"}),
        ("Petra Roe, 8, fled in her nightdress.", {"refugee"}),
        ("Ilyas Roe, 6, died on the road. Touching tributes were paid.", {"accident-victim"}),
    ],
)
def test_idioms_and_accidents_are_no_crimes(linter: Linter, text: str, befell: set[str]) -> None:
    assert situations(linter, text) == befell


def test_a_life_in_the_balance_is_no_method(linter: Linter) -> None:
    found = check(linter, "Petra, three, has cancer and her life was hanging in the balance.").findings
    assert not any(f.rule.startswith("framing/suicide") for f in found)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The girl, 9, was born without a leg. “No bread for the cripple,” the aunt would say.", "cripple"),
        ("The chief sent the girl, 12, and her brother off: the fatherless ones.", "the fatherless ones"),
        ("The boy, 11, was seen near the shop. The councillor said he feared these plonkers.", "plonkers"),
        ("A warden remembered the boy, 8, and the cripples of the home.", "cripples"),
        ("The boy, 13, is accused of stabbing a guard. Child killer in the dock, a poster said.", "Child killer"),
    ],
)  # fmt: skip
def test_a_slur_reaches_through_the_draft(linter: Linter, text: str, label: str) -> None:
    assert label in terms(linter, text)


def test_whoever_harms_a_child_is_none_of_the_children(linter: Linter) -> None:
    assert not terms(linter, "The boy, 9, ran home. These swindlers robbed the girl, 12, at the fair.")


def test_nobody_is_called_what_he_says_himself_to_fear(linter: Linter) -> None:
    text = "The man, 44, a known thug, beat the boy, 9. The judge called the man a thug and a bully."
    assert not terms(linter, text)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Crews went to the 400 block of Quarry Place, where a girl, 4, drowned.", "400 block of Quarry Place"),
        ("The patient, Petra Roe, 7, who was poisoned, has the hospital number (H71-2088).", "H71-2088"),
    ],
)  # fmt: skip
def test_details_of_short_copy(linter: Linter, text: str, detail: str) -> None:
    report = check(linter, text)
    assert detail in {text[d.span.start : d.span.end] for d in report.story.details}
