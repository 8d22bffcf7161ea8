"""Whom a description stands for: the person named before, and who it cannot be."""

from __future__ import annotations

import pytest

from childsafe_lint import lint


def names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in lint(text).findings if f.category == "minor-name"]


@pytest.mark.parametrize(
    "text",
    [
        "Divers found {n} under the pier. The boy was unhurt.",
        "Friends lit candles for {n}. The little girl loved frogs.",
        "The search for {n} ended at noon. The boy's shoes lay by the weir.",
        "{n}, whose mother is a nurse, was flown to a hospital. The child is 13.",
        "Magistrates banned the alleged ringleader, {n}, from the arcade. The Year 9 pupil was not in court.",
        "{n} was found asleep in a boat by its owner, 71-year-old Tom Orla. The boy, said to be four, asked for bread.",
        "{n}'s raft took the ten-year-old as far as the weir.",
    ],
)
def test_a_description_resumes_the_name(text: str) -> None:
    assert names(text.format(n="Ruta Obore")) == ["Ruta Obore"]


@pytest.mark.parametrize(
    "text",
    [
        "{n} saw the boy fall. The nine-year-old died at once.",
        "{n}, who found the nine-year-old, wept.",
        "{n} represented the 15-year-old in court.",
        "{n} taught the girl. The pupil is 12.",
        "The search was led by {n}. The boy's shoes lay by the weir.",
        "{n} said that the girl had been right.",
        "{n} visited the home. The youngest child is five.",
        "{n} runs the child welfare office.",
        "Girl, 7, missing\n\n{n} was arrested on Monday. The girl has been found.",
    ],
)
def test_a_description_of_somebody_else(text: str) -> None:
    assert names(text.format(n="Ruta Obore")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Four pupils were hurt. Among them was {n}.",
        "Three boys ran. One was {n}; the other two got away.",
        "The eldest of the three children, {n}, was unhurt.",
        "Of the seven girls, only {n} could swim.",
        "{n} and two other children were hurt.",
        "Two brothers, {n} and an older boy, were hurt.",
        "{n} never came home from school.",
        "{n} was wearing a school uniform.",
        "{n} should be in Grade 3, but she sells nuts.",
        "{n} was adopted in 2022.",
        "{n} must live with her grandmother until she comes of age, a judge ruled.",
        "The foster parents of {n} were not at home.",
        "{n}'s classmates laid flowers.",
        "{n} was flown to a hospital. The cyclist is 12 years old.",
    ],
)
def test_one_of_several_and_what_is_said_of_children(text: str) -> None:
    assert names(text.format(n="Ruta Obore")) == ["Ruta Obore"]


@pytest.mark.parametrize(
    "text",
    [
        "Two nurses and a driver were hurt. One was {n}.",
        "The pupils had left when two teachers were hurt. Among them was {n}.",
        "Troops shot eight children, killing one, {n} officials said.",
        "Only one of the twins, {n}, lived to draw her pension.",
        "{n} and two other drivers were hurt.",
        "{n}, a teacher, never came home from school.",
        "{n} came of age on Sunday.",
        "{n}'s custody war goes on.",
        "He lost both feet at {n} before he could walk.",
        "{n} was flown to a hospital. The bridge is 12 years old.",
    ],
)
def test_one_of_several_grown_ups_and_what_is_said_of_them(text: str) -> None:
    assert names(text.format(n="Ruta Obore")) == []


@pytest.mark.parametrize(
    "text",
    [
        "A nine-year-old boy has died after a fall. His mother said {n} had been flying a kite.",
        "A boy of eleven is in a coma. Doctors say {n} may never walk again.",
        "A 15-year-old student survived. {n}, who had failed two tests, hid in a cupboard.",
        "A nine-year-old girl died in the flood. They buried {n} on Friday.",
        "A newborn was left at the gate. The nuns have named her {n}.",
        "A girl of eleven died. Her name is {n}.",
        "{n}, captain of the under-13s, was in tears.",
    ],
)
def test_a_name_that_comes_after_the_child(text: str) -> None:
    assert names(text.format(n="Ruta Obore")) == ["Ruta Obore"]


@pytest.mark.parametrize(
    "text",
    [
        "A nine-year-old girl was pulled alive from the rubble. {n}, a welder, had dug for nine hours.",
        "A schoolboy was beaten in the yard. {n} filmed it from a balcony.",
        "The nine-year-old died at once. {n} was driving the tractor.",
        "The nine-year-old died at once. {n} is in custody.",
        "A nine-year-old boy has died after a fall. Police said {n} had called them.",
        "A nine-year-old boy has died after a fall. His mother said {n} had pushed the boy.",
    ],
)
def test_a_name_of_somebody_else_after_the_child(text: str) -> None:
    assert names(text.format(n="Ruta Obore")) == []


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("{n} was in her second year at Lower Orla Middle School.", True),
        ("{n}, a junior at the high school, was hurt.", True),
        ("The dead are Tom Hill, 46, and {n}, a wing attack on the under-13 team at Orla Primary.", True),
        ("{n}, captain of the under-13s, was hurt.", True),
        ("{n} is in her second year at Orla University.", False),
        ("{n}, a senior at the law firm, was hurt.", False),
        ("{n}, a coach with the under-13 team, was hurt.", False),
    ],
)
def test_years_at_school_and_teams(text: str, child: bool) -> None:
    assert bool([x for x in names(text.format(n="Ruta Obore")) if x == "Ruta Obore"]) is child


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The Obore kids were found asleep. Ruta Obore, their mother, wept.", ["Obore"]),
        ("The Obore sisters, aged 6 and 8, live with an aunt.", ["Obore"]),
        ("Police seek the Obore girls. Ruta Obore, their aunt, wept.", ["Obore"]),
        ("The Obore children are not at school. Ruta Obore repairs shoes.", ["Obore"]),
        ("The Obore girls won the relay on Friday.", []),
        ("The eldest of the Obore children is a grandmother herself.", []),
        ("The Obore brothers, 23 and 27, run the bakery.", []),
        ("The Obore brothers run the bakery.", []),
        ("The Delhi girls won 3-0.", []),
        ("Liam Price, 12, lost his bike. Obore is a year older.", ["Liam Price", "Obore"]),
        ("Liam Price, 16, lost his bike. Obore is three years older.", ["Liam Price"]),
        ("Tom Price, 45, is a plumber. Obore is two years older.", []),
        ("Eight boys live here. By the window sits Tariq, drawing a house.", ["Tariq"]),
        ("Eight nurses live here. By the window sits Tariq, drawing a house.", []),
        ("Eight boys live here. By the window sits Ruta Obore, sewing.", []),
        ("Two of the boys, identified only by their surnames Kwon and Seo, left.", ["Kwon", "Seo"]),
        ("Four pupils were questioned. One, surnamed Zhao, admitted it.", ["Zhao"]),
        ("The girls met two dogs. One, called Rex, bit them.", []),
        ("Three men were held. One, surnamed Zhao, admitted it.", []),
        ("Amir Hassan, 8, paints. Amir’s twin, Georgia, sings.", ["Amir Hassan", "Amir", "Georgia"]),
        ("Amir Hassan, 8, lives here. The town’s twin, Lille, sent a card.", ["Amir Hassan"]),
        ("Ms Obore said her daughter Tilly Obore had come home late.", ["Tilly Obore"]),
        ("Mr Obore said his son, Haru Obore, had been bitten by a dog.", ["Haru Obore"]),
        ("Her daughter, Ruta Obore, left the country. Ms Obore now works in Leeds.", []),
    ],
)
def test_families_and_children_of_a_row(text: str, marked: list[str]) -> None:
    assert names(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "“He’s just seven,” {n} said.",
        "{n} said: “He’s just seven.”",
        "“Let him be,” {n} told reporters. “He’s only seven.”",
        "According to {n}, “she is five and cannot speak”.",
        "“She turned 11 in May,” explained {n}, who saw the crash.",
        "{n} has five daughters. The eldest is 11.",
        "{n} has twins. They are six.",
        "{n} runs the nursery. The children are three and four.",
        "{n}'s son started Primary Two in January.",
        "{n}, whose daughter started primary school in May, drives a bus.",
    ],
)
def test_who_speaks_of_children_or_has_them(text: str) -> None:
    assert names(text.format(n="Ruta Obore")) == []
