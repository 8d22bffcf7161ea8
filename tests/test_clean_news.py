"""Ordinary news in which nobody is a child whose name has to go, and what stands close to it and is one."""

from __future__ import annotations

import pytest

from childsafe_lint import lint

CLEAN = [
    # children of old people are grown up
    "Hilda Prosser, the village postmistress, has died aged 91. She and Glyn had two sons, Huw and Dewi.",
    "Goalkeeper Sid Lomas, who won the cup in 1961, has passed away. He was 86. They had one child, Colin.",
    "Born in 1899, the pianist had four children: Otto, Grete, Hans and Liesl. All were ill-treated by their nurse.",
    "The bishop, who is 72, was driven to hospital by his son Daniel after the fall.",
    # and so are those who hold an office
    "He was ill for years but lived to see his daughter Anna elected as the district’s first woman councillor.",
    "Her son Obinna, the MP for the area, had been injured in the same crash in 2009.",
    # children of a childhood that the writer tells of
    "When I was six, my brother Pete, who was nine, broke his arm. He still blames me, forty years on.",
    # letters to a column
    "Dear Marge: My daughter has been ill since she was nine. What do you think? — Cross Mum",
    # ranks
    "Pfc. Darren Hume died in 2006. His sisters made a film of the toddler who loved tanks. I hope we did Darren "
    "justice.",
    # offices and bodies that have a word for the young in their name
    "The State Youth Welfare Minister went to the flooded villages. The search goes on, Superintendent Manoj K said.",
    # beasts
    "A boy of 13 was in a seaside street with Rusty, a collie that he had beaten to death. Rusty was well known there.",
    # neighbours
    "The boy, 16, stabbed two neighbours. “He is a friend of my son and comes to our house,” said Grace Achieng.",
    "Jane Kibet and her sister Perus Wanjiku were stabbed at home by a boy of 16, police said.",
    # the young in a report of games
    "Leading the way was sophomore Owen Kirk, who won at 132 pounds with two pins. Freshman Cole Deeds was runner-up.",
    # a name that a court gives
    "The case is about a boy of six, who will be described as “Peter” for the purposes of this judgment. Peter was "
    "taken into care in May.",
    # surnames
    "Striker Paul Dyke leaves the club, the boys’ favourite for years. Dyke joined in 2015.",
    # characters
    "Sisters, Hartford Playhouse\nReviewed by Ben Toole\nThis musical, directed by Lia Ross, tells of two sisters. "
    "Baby Rosie (voiced by Jan Peck) never sleeps. The cast is strong and Rosie steals the stage.",
    # an age of long ago
    "His son, Theo, 13 years old at the time, still recalls the night, 22 years ago, when the shop burned down.",
    "Dora Finch recounted how, as a six-year-old, she hid under her school desk. Dora laughed as she told it.",
    # who has children, or has served
    "The Harts (father Joel and his son Tim) meet every Friday. Tim’s children come too.",
    "Their son Brad was deployed in March and was injured by a mine.",
    # grandchildren of the very old
    "Dame Freda Voss died on Tuesday at 96. She is survived by three grandchildren, Paul, Kate and Ian.",
    # ages that are not of those who speak
    "Excavators Ida Holm and Per Dahl said the grave held children between the ages of 4 and 11.",
    # what somebody was
    "As a child, he was so poor that he lost several teeth. The striker, Renato Lopes, now 34, scored twice.",
    # streets of a chase
    "Two boys of 15 were arrested after a chase that began in the area of Port Road and Silver Drive.",
    # people of long ago, and a date near the head that is not the draft's
    "Letters from the fever ward\n\nIn the ledger is the hand of Edwin Pocock, aged 10, who wrote on 3 March 1921 to a "
    "father lost at sea. The ward, opened in 1921, lay in the harbour. Another child, Tilda, 9, wrote only of bread.",
    # somebody whose age is told with the year of it is grown up, whatever other ages of then are told
    "Hana Lind Okafor was 4 months old when a nurse carried her onto a ferry in Oslo in 1971. Her parents, Nils and "
    "Grete, kept bees. When a neighbour laughed at her hair, Hana, who was 6, hid his clogs.",
    # pupils of then
    "The choir was founded in 1996 by Aida Temirova with nine singers. Four of the first pupils now lead groups, and "
    "one of them, Ruslan Bekov, leads the tenors.",
    # brothers and sisters counted, and their parents
    "Born in Sligo in 1931, Nora was the youngest of nine children of Éamon and Una Keogh. She drove the "
    "mail for forty years.",
    # parents, told by what their children do
    "Parents had collected names. Anna Pell, who has twins in Year 4 and a son in nursery, said lorries came close.",
    # a play
    "There is a moment in Ada Obi’s new play, The Lamp, when all freeze. Its boy is an orphan whom the "
    "king’s men beat. Obi, who also directs, lets him wait. Ken Alli gets the loudest laughs. The play runs until May "
    "at the hall on Mill Street.",
    "Sir Noel Ames, who has died aged 94, ran the fever hospital. Born in Hull in 1930, the third of six, he was "
    "an orphan at seven; an aunt, Winnie, brought him up. He was beaten at school in 1941.",
    # characters
    "Mud Lane, by Ola Brandt. Kite Books, 310 pages. Reviewed by Ian Moss\nKofi is ten when the soldiers take him. His "
    "sister Esi, who narrates most of this novel, is seven and is beaten by her uncle. The last chapters are hurried.",
    # beasts that have names and ages
    "Biscuit, seven months, lost her mother on the coast road. She is one of nine orphaned calves in the elephant "
    "sanctuary. The keepers bottle-feed the herd at night. Twins Nut and Pea, five months, were found abandoned.",
    # of age, whatever they are called
    "A teenager accused of a stabbing was cleared. Ian Rowe, 19, wept. Two brothers, Jack Dunn, 21, and Al Dunn, 18, "
    "were found guilty of affray beside him at the Crown Court, where the jury heard of knives.",
    # friends, and family by trade
    "What we call a child matters. My friend Ngozi Eze, who has run a home for lost boys for forty years, says so. "
    "Even Ngozi took the sign down. He had a builder, his nephew Emeka. Emeka drew the plans.",
    # schools in a list
    "The Class X exam results are out. Among the schools where all passed were Vimala Vidya Mandir, Kota; and St "
    "Jude’s, Bundi.",
    # winners
    "The winner of the spelling bee was sixth-grader Omar Dale and the runner-up was third-grader Lin Poe.",
]

NAMED = [
    ("Grandmother Irene Vale, 66, died in the blaze with her granddaughter Tilly, 5.", "Tilly"),
    ("A drunk driver of 71 hit a mother and her son Joey, who later died in hospital.", "Joey"),
    ("Piotr Zych, 61, has admitted abusing his daughter Kasia, 11, over three years.", "Kasia"),
    (
        "His daughter Amal, who wants to be a doctor, was hurt when the bus overturned on the way to school.",
        "Amal",
    ),
    ("“My brother Max, who is ten, was beaten at the bus stop,” said Ivy, 14.", "Max"),
    (
        "The striker’s goal was for his baby niece, Tabitha, who watched from a seat behind the goal.",
        "Tabitha",
    ),
    (
        "At the zoo the orphaned calves of the elephant herd were fed by Ella Moss, 9, whom a bull had hurt in May.",
        "Ella Moss",
    ),
    (
        "A teenager accused of a stabbing, Ian Rowe, 16, was beaten in custody by two men, aged 19 and 20.",
        "Ian Rowe",
    ),
    (
        "The dam was built in 1931 and raised in 1952. Lena Fox, 8, drowned there on Monday, police said.",
        "Lena Fox",
    ),
]


@pytest.mark.parametrize("text", CLEAN)
def test_ordinary_news_has_no_loud_finding(text: str) -> None:
    assert [f for f in lint(text).findings if f.severity != "note"] == []


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_child_close_to_it_is_found(text: str, name: str) -> None:
    found = {text[f.start : f.end] for f in lint(text).findings if f.severity != "note"}
    assert name in found


def test_a_search_for_somebody_old_makes_no_child_of_a_daughter() -> None:
    text = (
        "The search for Alec Norman Muir, 71, went into a third night on Tuesday. The lifeboat was called out. "
        "Mr Muir left home at about two in a brown coat. Sergeant Fiona Laing said that dogs had followed him "
        "to the pier. His daughter, Jean Muir, asked people to look into their sheds."
    )
    assert [f for f in lint(text).findings if f.category == "minor-name"] == []
    grandson = text.replace("His daughter, Jean Muir,", "His grandson, Jamie Muir, who is nine,")
    assert [f.start for f in lint(grandson).findings if f.category == "minor-name"]


def test_the_hero_of_a_reviewed_book_is_no_child_of_today() -> None:
    text = (
        "Books: the girl who kept the lock\n\nThe Slow Water\nby Petra Roe\nMarram Press, £14.99\n\n"
        "Ten-year-old Ilse Brandt opens the lock each morning. When the novel begins her father is gone. Ilse waits. "
        "Her friend Kay, 11, a thief when he must be, brings bread, and their scenes are the best of the 280 pages. "
        "A subplot about an eel trader takes too much room. The end, when Ilse shuts the gate for good, is earned, "
        "and Roe writes of it as plainly as of the rest, without a word too many.\n"
    )
    report = lint(text)
    assert not any(f.rule.startswith("names/") for f in report.findings)
