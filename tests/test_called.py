"""What a child is called, in words for naming of every kind; and who is not the child, told by what they do."""

from __future__ import annotations

import pytest

from childsafe_lint import lint


def names(text: str) -> set[str]:
    return {text[f.start : f.end] for f in lint(text).findings if f.category == "minor-name"}


@pytest.mark.parametrize(
    "text",
    [
        "Ruta Obore, 9, answers to “Kiki”.",
        "Ruta Obore, 9, whom the whole lane knows as Kiki, was hit by a stray round.",
        "Ruta Obore, 9 (Kiki to her brothers), loved the sea.",
        "Ruta Obore, 9, nickname Kiki, went missing on Friday.",
        "Friends of Ruta Obore, 9, used to call her Kiki.",
        "Ruta Obore, 9, goes by the name Kiki at home.",
        "Ruta Obore, 9, was Kiki to her friends.",
        "Kiki, whose given name is Ruta Obore, is nine.",
    ],
)
def test_a_second_name_of_a_child(text: str) -> None:
    assert names(text) == {"Ruta Obore", "Kiki"}


@pytest.mark.parametrize(
    "text",
    [
        "A comment on the page gave the 12-year-old as Ruta Obore.",
        "The paper, seen by us, refers to the girl, 9, as Ruta Obore.",
        "On the charge sheet the girl, 15, goes down as Ruta Obore.",
        "The 11-year-old appears in the minutes as Ruta Obore.",
        "The 13-year-old was introduced to the court as Ruta Obore.",
        "The pupil, 13, was outed online as Ruta Obore.",
        "The complaint, it is said, names the girl, 14, as Ruta Obore.",
        "The ward knows the two-year-old as Ruta Obore.",
    ],
)
def test_the_name_of_a_child_told_of(text: str) -> None:
    assert names(text) == {"Ruta Obore"}


@pytest.mark.parametrize(
    "text",
    [
        "The seven-year-old named her abuser, whom she calls Dodo. Dodo repairs bicycles.",
        "A 13-year-old girl was raped on her way to the well. The accused, identified as Dodo alias Kiki, ran away.",
        "A girl of seven does not call him Baba. “It will come,” said the stepfather.",
        "The girl of 12 was cast as Mary Lennox in the school play.",
        "“Shame,” said the aunt of the ten-year-old boy.",
        "“She'll come home when she is hungry,” said the aunt of the 14-year-old girl.",
        "VAN THIEF, 13, SENTENCED\nThe boy took forty vans.",
        "Under-15 girls: Waitora hold on\nWAITORA 21, ELMBAY 18\nWaitora scored first.",
        "The girl of nine was buried in her Waitora jersey.",
    ],
)
def test_nobody_or_somebody_else(text: str) -> None:
    assert names(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "A baby was left at the door. {n} was on duty and wrapped her in a shirt. {f} has asked to see her again.",
        "The driver stopped when he saw the toddler. {n} parked the lorry across both lanes. {f} wants no medal.",
        "{n} took the orphan in after the flood. {f} sells fried bananas and pays the school fees.",
        "{n} drives the school bus. On Monday a pupil, 7, was left inside. {f} says he counted twice.",
        "{n} was walking the dog when the child fell. {f} rang for an ambulance. The seven-year-old died.",
        "{n} writes about a girl of nine. {f} lives on a boat. The book is read in Year 4.",
        "{n} has been charged with neglect. {f} slept. The toddler was found on the stairs.",
        "{n} stood in the door until the last pupil was out. He had taught at the school since 1998. {f} died.",
    ],
)
def test_grown_ups_told_by_their_deeds(text: str) -> None:
    assert names(text.format(n="Piotr Obore", f="Piotr")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Jurors heard that {n} – who had just turned 14 – ran from the shop.",
        "{n}, by then 16, told nobody.",
        "{n} (age put at 12) came with the second boat.",
        "{n}, at the time 14, had taken the keys.",
        "{n}, 14, a boxer, lifted the 5-year-old and called an ambulance.",
    ],
)
def test_ages_in_what_is_inserted(text: str) -> None:
    assert names(text.format(n="Ruta Obore")) == {"Ruta Obore"}


@pytest.mark.parametrize(
    "text",
    [
        "The girl's best friend, {n}, has not been back to school since. The girl was 12.",
        "The boy, 16, left a letter. It asked his younger sister, {n}, to feed the fish.",
        "The only other child in the room was {n}. She hid behind the stove.",
        "The student who filmed it is {n}. Pupils of Grade 9 had gathered.",
        "{n} sat behind him in class. The boy of 12 died.",
        "{n} and the victim, 13, had been friends since kindergarten.",
        "Jun, 12, is one of five daughters. {n}, a year younger, works in a mill.",
        "“Nineteen nights,” said the aunt. According to her, nobody visits {n}, who will be four in May.",
    ],
)
def test_children_beside_the_child(text: str) -> None:
    assert "Ruta" in names(text.format(n="Ruta"))


def test_a_word_that_is_a_first_name() -> None:
    text = "Precious Obore was walking the dog when the child fell. Precious rang for an ambulance."
    assert names(text + " The seven-year-old died.") == set()
    assert names("Blessing Otieno, 9, is missing. Blessing was last seen on Friday.") == {
        "Blessing Otieno",
        "Blessing",
    }


def test_patronymics_with_a_stroke() -> None:
    text = "The court heard that Mala a/p Suppan, 9, and Deva s/o Suppan, 7, live with an aunt. Mala has a cough."
    assert names(text) == {"Mala a/p Suppan", "Deva s/o Suppan", "Mala"}


def test_brothers_named_before() -> None:
    text = "The hearing concerned Ivo and Jan Obore. The boys, both under ten, live by the sea. Ivo misses his dog."
    assert names(text) == {"Ivo", "Jan Obore"}


@pytest.mark.parametrize(
    "text",
    [
        "In an account that Sgt Tom Obore read out, the 12-year-old said that he had heard the engine.",
        "When he went to look for the boy, 9, with his brother, Tom Obore, they heard cries.",
        "The 10-year-old picked Tom Obore out of six photographs.",
        "Jan's innings had six fours and Tom's eight. Tom Obore was not out.",
        "“Nineteen per cent is a lot,” said the aunt of the girl, 9. Nineteen per cent of girls marry.",
    ],
)
def test_grown_ups_beside_the_child(text: str) -> None:
    assert names(text) == set()


def test_a_card_signed_by_the_younger_ones() -> None:
    text = "The boy was 13. A card on his coffin read: “To our big bro, from Poppy and Jude.”"
    assert names(text) == {"Poppy", "Jude"}
