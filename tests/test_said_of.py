"""What a sentence says of its subject, and how a story treats somebody, tell a child far from the name."""

from __future__ import annotations

import pytest

from childsafe_lint import lint


def names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in lint(text).findings if f.category == "minor-name"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Wairimu told the court she ran. Wairimu, who gave her age as 13, wept.", ["Wairimu", "Wairimu"]),
        ("A judge ruled that Dario M. Petrak will stand trial as an adult.", ["Dario M. Petrak"]),
        ("Prosecutors want to try Dario Petrak as an adult.", ["Dario Petrak"]),
        ("They hurt Jana Petrak. She had turned 15 only weeks before.", ["Jana Petrak"]),
        ("Tuva, who does not turn 13 until March, is in the picture.", ["Tuva"]),
        ("The second, Alem, who had just started second grade, was lost.", ["Alem"]),
        ("Jonah, who is in kindy at Wattle Flat, clung to the roof.", ["Jonah"]),
        ("Rosa Lind, who was to receive her First Communion on Sunday, was shot.", ["Rosa Lind"]),
        ("Bao, who would not say more but is in Class 5, came last.", ["Bao"]),
        ("Ana Roe and her friend Eva Moll left town. The girls were seen on a bus.", ["Ana Roe", "Eva Moll"]),
        ("“I will not forget,” said Yusra. Her mother, Nadia Hakim, 33, sat behind her.", ["Yusra"]),
        ("The boys are twins. Alf, the younger of the twins by four minutes, laughed.", ["Alf"]),
        ("They buried two of Selma's children, Amra and the baby, Denis.", ["Amra", "Denis"]),
        ("The little one is Idris, and he is shy.", ["Idris"]),
        ("Ravi Menon was one of three pupils who drowned.", ["Ravi Menon"]),
        ("Tirza, who thinks that she is “nine or ten”, carries bricks.", ["Tirza"]),
        ("Noor, 12, begs so that he and his sister Hala can eat.", ["Noor", "Hala"]),
        (
            "The hospital said that those under 18 were Amara Obi, Joy Eke and Mercy.",
            ["Amara Obi", "Joy Eke", "Mercy"],
        ),
        ("Rosa (R) and Beto (L), the children of Inés Paz, play ball.", ["Rosa", "Beto"]),
        ("A man was held. The suspect, Jomar L., wept. The suspect gave his age as 16.", ["Jomar L"]),
        ("Last August, a Class XI student, K. Mohan of Salem, died after a fall.", ["K. Mohan"]),
        (
            "Meimei, nine, reads by flashlight. “I cannot see the road,” said Guo Xiaomei.",
            ["Meimei", "Guo Xiaomei"],
        ),
        (
            "Two siblings live here. Brian turned 11. Mercy Akinyi, the elder, is in Grade Eight.",
            ["Brian", "Mercy Akinyi"],
        ),
        ("She will move with her 6-year-old twins Wolf and Ida.", ["Wolf", "Ida"]),
        (
            "Owen Pryce, 13, died on Thursday. Many wept. They came for Owen. "
            "His mother Gail, father Huw and younger sisters Mali and Nia walked behind.",
            ["Owen Pryce", "Owen", "Mali", "Nia"],
        ),
        (
            "A schoolboy who drowned in a quarry had gone there to swim.\n\n"
            "Emrys Rhys Bevan got into difficulty on 12 July. The water was cold. Emrys was pulled out by a diver.",
            ["Emrys Rhys Bevan", "Emrys"],
        ),
    ],
)
def test_children_told_by_what_is_said_of_them(text: str, named: list[str]) -> None:
    assert names(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "A boy of 12 was rescued by Ian Fry, a dog walker. Ian jumped in without thinking.",
        "Tom and Sarah Price adopted a two-year-old boy. Tom was glad. Sarah gave up work.",
        "Senator Gordon Pike said he should be tried as an adult.",
        "Alison Greatorex said two volunteers, both aged 15, were sent in.",
        "Kofi Boateng, ten years after the miss, opened a school.",
        "According to the chief, Pavel Radic, the boy is the son of a farmer.",
        "Clara Holm turned 40 in May.",
        "Clara Holm turned 15 people away.",
    ],
)
def test_grown_ups_in_such_sentences(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Jomo (10), son of Peter Wafula, drowned.", ["Jomo"]),
        ("Sipho, 13, fell. His brother, Themba Dube, said he was kind. “He sang,” Dube said.", ["Sipho"]),
        ("Inti, 12, and his mother were released to a cousin, Rosario, who sews.", ["Inti"]),
        ("Nurses walk the pupils home. “We sing,” said one, Marta Ulloa.", []),
        ("A girl, 6, died in the fire. “It was fast,” said Luis Ortega, who lives next door.", []),
        ("A 15-year-old girl of Lumding Dorbar has not come home.", []),
    ],
)
def test_whose_the_child_is(text: str, named: list[str]) -> None:
    assert names(text) == named


def test_seventeen_then_and_eighteen_now() -> None:
    text = "Morgan Tait, who was 17 when the van burnt in February and turned 18 last week, pleaded guilty."
    assert names(text) == ["Morgan Tait"]


def test_ms_is_the_mother_where_the_girl_goes_by_her_first_name() -> None:
    text = (
        "Shanna Bright, 15, left school on Monday. Marcia Bright waited. Shanna wore a blue tunic. "
        "Ms Bright said she did not sleep."
    )
    assert names(text) == ["Shanna Bright", "Shanna"]


def test_a_role_in_public_does_not_count_in_a_story_of_harm() -> None:
    text = "Tatenda Moyo, 16, was killed in the crash. The girl, Chipo Dube (12), was the choir's youngest soprano."
    assert all(f.severity != "note" for f in lint(text).findings if f.category == "minor-name")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "The space belonged to Park Tae-yang. The 17-year-old died. Photo: Park Tae-yang after winning his title.",
            2,
        ),
        (
            "The boy, Choi Dong-hyun, 15, is hurt. A teacher, Dong-hyun Trevino, 27, helped. They were hard on Choi.",
            2,
        ),
        ("The boy, Choi Jun-ho, was born in May. Fans say that Jun-ho shares his name with a boat.", 2),
        (
            "Mateo Fuentes Ruiz, an eighth grader, and Luca Quispe Mora, 13, ran. Quispe and Fuentes are held.",
            4,
        ),
        (
            "Akol Deng Mayen, 13, was lost. The body of Mayen was found. “My son,” said Nyan Mayen, his mother.",
            2,
        ),
        ("Our man learned that Thu Trang, an SS1 student, was taken.", 1),
    ],
)
def test_the_order_of_a_name_does_not_hide_the_child(text: str, named: int) -> None:
    assert len(names(text)) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Volunteers saw three children under one blanket: Yusra, Hamid and a toddler, Parwana, who slept.",
            3,
        ),
        (
            "A 16-year-old was held in Leme after a tip from Arlo Reis, 58. With him was Rui Amaral, a year younger.",
            1,
        ),
        (
            "Appreciation: Struan Reid, bus expert\n\nBorn: Inverness, 3 May 2013. Died: Glasgow, 19 October, aged 11.",
            1,
        ),
        (
            "At Mora High, Jimena Rey learns accounting. Her best friend, Dulce Flores, also 16, misses her.",
            2,
        ),
        (
            "Tanvir Hasan, 10, and Tahsin Hasan, 7, died. Delwar, the father of Tanvir and Tahsin, is a builder.",
            4,
        ),
    ],
)
def test_children_told_together_or_far_from_their_age(text: str, named: int) -> None:
    assert len(names(text)) == named


@pytest.mark.parametrize(
    "text",
    [
        "A boy of seven waits. His grandmother has raised him since her daughter, Abena, died.",
        "A boy of 13 works there. He sleeps in the loft of a cousin, Bakyt Osmonov.",
        "A boy of 13 works there. He comes from Mora-Vale, two hours by bus.",
        "A pupil gave flowers. Also taking part were Tom Hale and Rita Moss of the bowls club.",
        "Two 16-year-olds fell in. Tom Hale and Rita Moss pulled them out.",
        "“Bring the child early. Treatment is free,” she said.",
    ],
)
def test_grown_up_kin_places_and_offers_are_no_children(text: str) -> None:
    assert names(text) == []


def test_the_brother_of_a_grown_up_is_not_the_childs() -> None:
    text = "Muhammad Riaz, 44, spoke. Sumaira, 10, was hurt. Riaz and his brother, Liaquat, took her home."
    assert names(text) == ["Sumaira"]
