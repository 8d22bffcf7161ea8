"""Details that no word beside them tells: relatives named in a later sentence, small places by what happens there."""

from __future__ import annotations

import pytest

from childsafe_lint import lint

BOY = "A boy of nine who was beaten and burned with an iron has been taken into care.\n\n"
GIRL = "Salome Tweneboa, 12, was sexually abused for months before she told a teacher, police said.\n\n"


def details(text: str) -> list[str]:
    return [
        text[f.start : f.end]
        for f in lint(text).findings
        if f.rule.startswith("details/") and f.severity != "note"
    ]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "The boy’s mother had left for the fields. Irina Vasko, who sells eggs, came back to an open door.",
            "Irina Vasko",
        ),
        ("It was his sister who rang the police. Beata Lorenc, 22, had heard the screams.", "Beata Lorenc"),
        (
            "The parents have two other children. Pedro Salas sat by the bed while Lucia Salas held the boy.",
            "Lucia Salas",
        ),
        ("Dumisani Nkala had married the boy’s mother in 2019.", "Dumisani Nkala"),
        ("Pavel Horak, with whom the boy had been living, could not be reached.", "Pavel Horak"),
        ("Neighbours said Ruta Kalnina had brought the boy up alone.", "Ruta Kalnina"),
        ("The father, whose name was given as Tomas Reyes, is on the run.", "Tomas Reyes"),
        ("The parents were named as Piet Visser and Anna Visser.", "Anna Visser"),
        ("The boy was born to Farid Aziz and Samira Aziz in a one-room house.", "Farid Aziz"),
        ("Olga Brandt (mother) and Jens Brandt (father) were questioned.", "Jens Brandt"),
        ("Marek Nowy, the eldest of his brothers, works abroad.", "Marek Nowy"),
        ("Grace Mbeki last spoke to her son at noon.", "Grace Mbeki"),
        ("For Grace Mbeki the waiting goes on. Her son has not said a word.", "Grace Mbeki"),
        (
            "The boy’s father is a porter. His second wife, Helga Strand, had kept him out of school.",
            "Helga Strand",
        ),
        (
            "A parent of the boy said nobody had written back.\n\n“Three letters,” Irina Vasko said.",
            "Irina Vasko",
        ),
        ("The eldest of the four children, Nadia Vasko, 20, studies abroad.", "Nadia Vasko"),
        ("There is also Oleg, 23, the firstborn, who sends money.", "Oleg"),
        ("His grandfather, Bishop Samuel Orr, led the prayers.", "Samuel Orr"),
        ("“Piotr, my partner, found him,” the mother said.", "Piotr"),
        ("His in-laws, Viktor Lang and Rosa Lang, had locked him in.", "Rosa Lang"),
        ("A family spokesman, Elias Rahm, who is the boy’s uncle, asked for privacy.", "Elias Rahm"),
        ("He lives with his grandmother now. “He was so thin,” Gogo Nomvula told the court.", "Gogo Nomvula"),
        (
            "The boy was beaten by his stepfather, a report says. Kofi Brobbey, 41, denied the charge.",
            "Kofi Brobbey",
        ),
        ("In the next house lives his aunt. It was Greta Sommer who called the police.", "Greta Sommer"),
        ("Head of the household is Josef Brand, 71.", "Josef Brand"),
        ("Ivo Lanner, 38, is a roofer. He had been living with the boy’s mother since May.", "Ivo Lanner"),
    ],
)
def test_family_told_of_by_the_sentences_before_or_by_a_verb(told: str, names: str) -> None:
    assert names in details(BOY + told)


@pytest.mark.parametrize(
    "told",
    [
        "The boy’s mother had left for the fields. Irina Vasko, a neighbour, heard the screams.",
        "The boy’s mother wept. Lawyer Irina Vasko said the case was weak.",
        "The boy’s mother called the police. Pavel Horak was arrested the same night.",
        "The boy’s mother was at work. Irina Vasko said the mother had asked for help before.",
        "Pavel Horak, who runs the shelter, had brought the boy a coat.",
        "Police booked Pavel Horak and Jens Brandt on the complaint of the mother.",
        "Irina Vasko, a friend of the mother, started a collection.",
        "Father Pavel Horak, the parish priest, prayed with the family.",
        "Irina Vasko, convener of the committee, met the parents.",
        "Pavel Horak lives with his mother next door.",
        "The boy was beaten by his stepfather. He is in care. Kofi Brobbey, a neighbour, was arrested for hiding him.",
        "Mama Joyce, who sells fish next door, heard the screams.",
        "Kofi Brobbey, 41, denied the charge.",
        "A boy’s mother wept. The suspect’s mother, Irina Vasko, said her son was innocent.",
        "Senator Irina Vasko, whose sister Olga was killed at 30, wants a new law.",
        "The house parents, Pavel Horak and Ida Moe, cook for all.",
    ],
)
def test_strangers_named_after_a_word_for_family(told: str) -> None:
    assert details(BOY + told) == []


def test_a_parent_is_called_after_the_child() -> None:
    told = GIRL + "Mama Salome fought the man with a pestle. Mama Joyce sells fish next door."
    assert details(told) == ["Salome"]


@pytest.mark.parametrize(
    "told",
    [
        "In the dusty lanes of Umbekile, nobody speaks of it.",
        "Umbekile residents marched to the police post after the girl was found.",
        "A local man found the girl crying on the track between Umbekile and the main road.",
        "She was sent to a shop in Umbekile to buy sugar when she was seized.",
        "She hid for two nights in a barn near Umbekile.",
        "The attack took place in Umbekile on Sunday.",
        "Her father, Jo Tweneboa, a farmer of Umbekile, wept.",
        "About two hundred people held a vigil for the girl in Umbekile.",
        "She had been sent to relatives in nearby Umbekile.",
    ],
)
def test_a_small_place_where_the_story_is_set(told: str) -> None:
    assert "Umbekile" in details(GIRL + told)


@pytest.mark.parametrize(
    "told",
    [
        "The inspector, who trained in Umbekile, has seen many such cases.",
        "In 2011 a similar case in Umbekile led to a change in the law.",
        "The minister was speaking at a workshop in Umbekile.",
        "She was on holiday in Umbekile last summer.",
        "She lives an hour’s drive from Umbekile.",
        "She answered in Umbekile through an interpreter.",
        "The girl turned 12 in Baisakh.",
        "The girl’s case was heard at the high court in Umbekile.",
        "She comes from Trelawny.",
    ],
)
def test_a_place_of_others_or_one_too_big(told: str) -> None:
    assert details(GIRL + told) == []


@pytest.mark.parametrize(
    ("told", "detail"),
    [
        ("Her mother, Ama Tweneboa, of Quarry Road, Nether Ansa, wept.", "Quarry Road"),
        ("“She left early,” Ama Tweneboa said at her Quarry Trace, Ansa, home.", "Quarry Trace"),
        ("The case against her uncle is filed under No. 31KTFL04417.", "31KTFL04417"),
        ("She was known by a star tattooed behind her ear.", "tattooed behind her ear"),
        ("She was sent to the Ansa certified school.", "Ansa certified school"),
    ],
)
def test_streets_numbers_and_marks(told: str, detail: str) -> None:
    assert detail in details(GIRL + told)


@pytest.mark.parametrize(
    "told",
    [
        "The accused, Tom Poe, of Quarry Road, Ansa, denied it.",
        "Whoever knows more may write to the office at 214 E. Quarry St.",
    ],
)
def test_streets_of_others(told: str) -> None:
    assert details(GIRL + told) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("She is of a Cascade Hill, St Mary, address.", "Cascade Hill"),
        ("It is an hour by canoe to Isla Pavón, where Salome lives with her aunt.", "Isla Pavón"),
        ("The mother says her daughter may be near Te Waka Ridge.", "Te Waka Ridge"),
        ("Her father is a conductor on the Moneague 12B route.", "conductor on the Moneague 12B route"),
        ("The quiet of Reinland Colony 12 was broken by a scream.", "Reinland Colony 12"),
        ("The court sent her to Nari Niketan in Rohtak.", "Nari Niketan"),
        ("Her mother drinks at the tavern where she also sweeps.", "the tavern where she also sweeps"),
        (
            "“She sleeps,” said Ana Uy, who runs the Harbour of Hope, a shelter that took her in.",
            "Harbour of Hope",
        ),
        (
            "A nurse from Kimbo Sub-County Hospital, where Salome spent three nights, will speak.",
            "Kimbo Sub-County Hospital",
        ),
    ],
)
def test_where_and_by_whom_a_child_is_kept(told: str, found: str) -> None:
    assert found in details(GIRL + told)


@pytest.mark.parametrize(
    "told",
    [
        "Police held Jewel Mia, 25, son of Md Halim, and Kiran, 28, s/o Mallappa.",
        "Joan Tan, 58, a babysitter known to all as Aunty Tan, was out.",
    ],
)
def test_kin_of_others(told: str) -> None:
    assert not {"Md Halim", "Mallappa", "Joan Tan", "Tan"} & set(details(GIRL + told))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Police are holding a man, Kofi Dankwa, over the beating of his own son.", "Kofi Dankwa"),
        ("Esi Larbi was charged with burning her own child.", "Esi Larbi"),
        ("It happened at No. 8, Odum Close, Tafo, where his family rents a room.", "No. 8, Odum Close"),
        ("The man committed the offence on two nights in May at Sekyere village.", "Sekyere"),
        ("The court will hear the case, numbered 2031/77, in June.", "2031/77"),
        ("He has a word tattooed on his knuckles.", "tattooed on his knuckles"),
        ("Charge KB/41c/2031 was read out to the man.", "KB/41c/2031"),
    ],
)
def test_harm_done_by_ones_own_and_where(told: str, found: str) -> None:
    assert found in details(BOY + told)
