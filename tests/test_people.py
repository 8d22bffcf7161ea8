"""Who in a draft is a child, over more than one sentence: names that are flagged, and names that are not."""

from __future__ import annotations

import pytest

from childsafe_lint import lint

FLAGGED = [
    ("A nine-year-old girl has been missing since Friday. Laura Keane vanished on her way home. Laura likes maps.",
     ["Laura Keane", "Laura"]),
    ("Fourteen-year-old Moneisha Mothen was last seen on Friday. Ms Mothen was wearing a school uniform.",
     ["Moneisha Mothen", "Mothen"]),
    ("Storm, 13, was last seen in May. Anyone who may have seen Storm should call.", ["Storm", "Storm"]),
    ("A 17-year-old from Bihar was found dead on Monday. The deceased was identified as Aniket Ranjan.",
     ["Aniket Ranjan"]),
    ("Chikondi is 13, and that is not her real name. “The red one is that Zora came on the proper day,” her aunt says.",
     ["Zora"]),
    ("The petition names the children as Hollis Maddox and Birdie June Maddox, born March 3, 2019.",
     ["Hollis Maddox", "Birdie June Maddox"]),
    ("Wesley Tran, 9, is deaf. To his brother and sister he was Wewe.", ["Wesley Tran", "Wewe"]),
    ("RIP Jayden: Balloons released for boy, 12, who drowned", ["Jayden"]),
    ("Hùng Lê, 12, is missing. The tag #BringBackHùng was shared.", ["Hùng Lê", "Hùng"]),
    ("North High School junior Matthew Teske was killed. Teske was a runner.", ["Matthew Teske", "Teske"]),
    ("A man murdered his partner's baby boy, a court has heard. Kane Marsh, 31, is alleged to have killed Teddie "
     "Marsh. Mr Marsh denies it.", ["Teddie Marsh"]),
    ("The deceased was identified as Sunday Okafor, a Primary Four pupil. A neighbour said Sunday was on an errand.",
     ["Sunday Okafor", "Sunday"]),
    ("Aung Min Thu, 7, and Ei Mon, 9, were found. “My Ei Mon is brave,” said her mother.",
     ["Aung Min Thu", "Ei Mon", "Ei Mon"]),
]  # fmt: skip

LEFT_ALONE = [
    "Her 36-year-old mother described Laura as cheerful.",
    "Mama Bright lost her daughter when she was three.",
    "Take Callum, a boy we have made up for this page. He is 13.",
    "“Nomsa and the Paper Moon” is a novel for children. Nomsa, who is ten, keeps a crow.",
    "The mill book of 1878 names Kustaa Viljanen, eleven. In 1883 and 1890 Kustaa was fined.",
    "Amber alerts were sent to every phone in the county.",
    "Twins Pixie and Dot, aged six, are pit ponies.",
    "Identical twins Enid and Edna Marlow celebrated their 100th birthday.",
    "The commander known as “Lynx”, whose real name is Ed Rincon, 44, took two boys.",
    "The grandmother who raised the boy, Nomsa Dlamini, wept.",
    "Amber Heath, a nursery worker, was cleared. The toddler had fallen from a slide.",
    "Nicole, 39, has a son. Nicole's half-sister Sofia shared the picture.",
]


@pytest.mark.parametrize(("text", "names"), FLAGGED, ids=[names[-1] for _, names in FLAGGED])
def test_the_child_is_named(text: str, names: list[str]) -> None:
    report = lint(text)
    assert [text[f.start : f.end] for f in report.findings if f.category == "minor-name"] == names


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_nobody_here_is_a_named_child(text: str) -> None:
    assert [f.rule for f in lint(text).findings if f.category == "minor-name"] == []
