"""Articles in which the name, the age and the role stand in different sentences."""

from __future__ import annotations

import pytest

from childsafe_lint import lint


def names(text: str) -> set[str]:
    return {
        text[f.start : f.end]
        for f in lint(text).findings
        if f.category == "minor-name" and f.severity != "note"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The panel will ask how Tavio Renner came to be on the roof of the mill. Two cleaners had seen him "
        "there. A week before he had celebrated his eleventh birthday.\n\nTavio had left his bag at home, said "
        "counsel for the town, Una Brandt.",
        "The knot must be small. Tavio Renner ties six hundred of them a day. His thumbs are split.\n\n“I will "
        "stop when the loan is paid,” said Tavio, twelve.",
        "Boy, 9, saves sister from river\n\nThe bank gave way without a sound. Tavio Renner lay down and held "
        "out a branch.\n\n“I pulled,” Tavio said. The mayor, Una Brandt, will give him a medal.",
        "Tiny boy, huge trumpet\n\nThe trumpet was in the attic. Tavio found it there. His people are "
        "bakers.\n\n“I want it loud,” says Tavio. The priest, Una Brandt, lends him the church.",
        "A cloth hangs over the third chair in Class 5B. That was where Tavio Renner sat. Tavio had not done "
        "the homework that day, says the girl beside it.",
        "Every window of the bus was broken. Tavio Renner climbed out through the roof. He had come with his "
        "class to see the dam. The parents of Tavio drove all night.",
        "“He was only thirteen. Who does such a thing?” said Petra Renner at the gate.\n\nTavio Renner had "
        "gone out to look for the dog. By noon Tavio was dead. A police spokesman, Una Brandt, said nothing.",
        "Una Brandt takes in whoever comes. The last to come, with a plastic bag, was Tavio Renner. He kept "
        "his hat on at the table. The council pays for his nursery place. “Tavio wanted to be ready,” she says.",
        "Judge Una Brandt spoke for an hour. Tavio Renner was found guilty on Friday. The court sent him to a "
        "youth facility. Tavio looked at his shoes.",
    ],
)
def test_a_child_told_of_at_a_distance(text: str) -> None:
    found = names(text)
    assert "Tavio Renner" in found or "Tavio Renner" not in text
    assert "Tavio" in found
    assert found <= {"Tavio Renner", "Tavio"}


@pytest.mark.parametrize(
    "text",
    [
        # somebody asked because of what they do
        "“She wanted bread,” said rescuer Una Brandt. At five, she was the smallest in the boat.",
        "Called by the prosecutor, Una Brandt, the pupil wept.",
        "Asked by defence counsel Una Brandt, the child said nothing.",
        # a childhood that is over
        "At 12, Una Brandt was sent to the mill. “They called it school,” she says.\n\nIt is fifty years "
        "since. Una has found the ledger.",
        # who leads a grown-up's life in a story of a child
        "Una Brandt was found by her daughter, a pupil of eight. Una had worked at the quarry for thirty "
        "years. The girl is with relatives.",
        "A girl of six is missing. Una Brandt, the sister of her father, was held. Una lived in the same house.",
        "The boy's tutor at Hillside Elementary School, Una Brandt, said he led the Grade 4 choir. Una wept.",
        "A boy, 10, is ill. Una and Karl Brandt, who still dance on Fridays, paid for his drugs. Karl is 77. "
        "Una bakes.",
        "Spokesperson Maj. Una Brandt said the suspect gave his age as 16.",
        "Coun Una Brandt opened the hall for those who search for the 12-year-old girl.",
        "“What father lets his child go hungry?” asked Ugo Brandt. The boy, who is four, smiled. Ugo has sold "
        "his goats.",
    ],
)
def test_grown_ups_around_the_child(text: str) -> None:
    assert names(text) == set()


@pytest.mark.parametrize(
    ("text", "kids"),
    [
        (
            "By the wall lay Pim. His real name, Tavio Renner, was on a card with his age, ten.",
            {"Pim", "Tavio Renner"},
        ),
        (
            "She was eight when they took her. The guards, who called her Finch, gave her a drum. Her "
            "own name is Mila Renner.",
            {"Finch", "Mila Renner"},
        ),
        ("Tavio, nine, sells string. Pim is what the market calls him.", {"Tavio", "Pim"}),
        ("The body of a baby lay in the boat. A bracelet spelt PETRA in beads.", {"PETRA"}),
        (
            "K. Tavioraman ties knots all day.\n\n“My back hurts,” said Tavio, twelve.",
            {"K. Tavioraman", "Tavio"},
        ),
        (
            "Mila Renner, 13, is missing.\n\n“Ring us, Bee. Nobody is cross,” said her mother, Una.",
            {"Mila Renner", "Bee"},
        ),
        (
            "Xiaomei Tan, 9, was pushed. “They hid the bag of Mei Mei,” said her aunt.",
            {"Xiaomei Tan", "Mei Mei"},
        ),
        (
            "Tavio Renner, 14, was beaten. His aunt named a Form Four prefect, Joren Vale. Joren has "
            "been suspended.",
            {"Tavio Renner", "Joren Vale", "Joren"},
        ),
        (
            "Tavio Renner, 14, was beaten. His friend Joren Vale, who is in the same class, saw it.",
            {"Tavio Renner", "Joren Vale"},
        ),
        (
            "Tavio Renner, 14, worries that Mila Renner, his sister in Year Four, will see the clip.",
            {"Tavio Renner", "Mila Renner"},
        ),
        (
            "The dead are Tavio Renner, Joren Vale and their teacher, Una Brandt. The bus took Year 7 to "
            "a mine.\n\nTavio sat in front. Joren sat behind.",
            {"Tavio Renner", "Tavio", "Joren Vale", "Joren"},
        ),
        (
            "Has anybody seen Tavio Renner? He was last seen at the pier. He wore his school "
            "uniform.\n\nTavio may be with a man. Mrs Renner begs drivers to look.",
            {"Tavio Renner", "Tavio"},
        ),
        (
            "The inquest will ask how Mila Renner died. She had turned 15 in May.\n\nMila drew "
            "horses.\n\nHelpline 1800 55 1800",
            {"Mila Renner", "Mila"},
        ),
        (
            "Tavio Renner, 15, drowned. His father said Tavio had been looking forward to the summer.",
            {"Tavio Renner", "Tavio"},
        ),
    ],
)
def test_other_names_and_other_children(text: str, kids: set[str]) -> None:
    assert names(text) == kids


@pytest.mark.parametrize(
    "text",
    [
        "Una Brandt, 82, lives by the weir. She can be reached through her son Karl. A boy of ten brings her milk.",
        "A bus of pupils waits. The driver thanked a neighbour, Una Brandt. The boy next door carries her bags.",
        "Thirty years ago Una Brandt sat in Class 5B. Una came back as an inspector.",
        "The boy, nine, lives with Una Brandt. Una has given up the night shift. He sleeps by the stove.",
        "Prosecutors Karl Vale and Una Brandt told the court that the girl, 9, was alone. Una asked for four years.",
        "The accused, Karl Vale and Una Brandt, deny it. A pupil, nine, told her class teacher. Una wept.",
        "Each place costs Tk 190 a month. A girl of four waits. “Rent is forty,” said her mother.",
        "Student, 15, held after fire\n\nThe flat burned for an hour.",
        "My best friend then was Una. We had met at primary school. Una's dad ran the team.",
    ],
)
def test_grown_ups_are_no_children(text: str) -> None:
    assert names(text) == set()
