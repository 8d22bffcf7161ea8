"""Ages and stages that English tells without standing beside the name, and what only looks like one."""

from __future__ import annotations

import pytest

from childsafe_lint import lint

FLAGGED = [
    ("Ulla has seen only nine winters, and she knows this one is different.", ["Ulla"]),
    ("He could not have been older than eight, the guard said, but Tavi had no ticket and no fear.", ["Tavi"]),
    ("Years are what Odile lacks: of years she has just six.", ["Odile"]),
    ("There was a cake for Ilka at the shelter: ten candles.", ["Ilka"]),
    ("Radu lived for nine days.", ["Radu"]),
    ("Six bells were rung, one for each year of the life of Carys Bevan.", ["Carys Bevan"]),
    ("“Fetch Tilde,” said the mayor. For an eight-year-old, she speaks well.", ["Tilde"]),
    ("Ivo, who came into the world in 2019, starts school today.", ["Ivo"]),
    ("Dougal Reid, who has just moved up to S1, was among them.", ["Dougal Reid"]),
    ("Senior Infants started on Monday for Aoibhe Nolan.", ["Aoibhe Nolan"]),
    ("Prizes went to Ann Moss (veterans) and Toby Moss (under-elevens).", ["Toby Moss"]),
    ("The teenage driver, Cody Vance, said that he was sorry.", ["Cody Vance"]),
    ("The couple came with their little ones, Hetty and Sam, in the back.", ["Hetty", "Sam"]),
    ("Aged 2, 4 and 9, Aziza, Bakyt and Chyngyz had walked all night.", ["Aziza", "Bakyt", "Chyngyz"]),
    ("Only one of the twins, Noor, is awake; her sister Huda is not. They are sixteen months old.", ["Noor", "Huda"]),
    ("Baptised Caspar Lund on Sunday, the baby slept.", ["Caspar Lund"]),
    ("At the age of just eight, Fergus Tait has read it all.", ["Fergus Tait"]),
    ("One name was read out: that of Milo Renn, who turns 18 in March.", ["Milo Renn"]),
    ("(From our archive, 9 June 2011.) Ian Tolley, born in 1999, was sent home.", ["Ian Tolley"]),
    ("Amahle Zwane has not yet reached the age of nine, and she keeps the books.", ["Amahle Zwane"]),
    ("Two months short of twelve, Ayla Kaya has outgrown the bed.", ["Ayla Kaya"]),
    ("The judge wished Perdita a happy tenth birthday.", ["Perdita"]),
    ("In the six years since she was born, Zora has moved nine times.", ["Zora"]),
    ("Wendeline keeps forty snails. Few eight-year-olds, her aunt admits, know as much.", ["Wendeline"]),
    ("Adeel Anwar of Year 7 was still under the stage.", ["Adeel Anwar"]),
    ("Deepti Nair should be sitting her tenth-standard examinations this month.", ["Deepti Nair"]),
    ("Fikile Dube fixed the pump. Asked where he had trained, he said that he was in Grade 6.", ["Fikile Dube"]),
    ("The stone gives only two dates: Elodie Moss, 2018–2023.", ["Elodie Moss"]),
    ("Kofi is ten, Abla eight, Kojo not yet five.", ["Kofi", "Abla", "Kojo"]),
    ("The aunt of the six-year-old has a page, #WalkForCasper.", ["Casper"]),
    ("At the nursery they say that Yerlan eats nothing but bread.", ["Yerlan"]),
    ("A second-grade pupil, I Nyoman Sudana, beats the gong.", ["I Nyoman Sudana"]),
    ("VIGIL FOR POPPY'S BROTHER\n\nNine-year-old Poppy Wain had kept a pony.", ["POPPY", "Poppy Wain"]),
    ("Jomo has been on this earth for six years.", ["Jomo"]),
    ("By the time Ani Petrosyan was five she could read; now, at seven, she is learning Greek.", ["Ani Petrosyan"]),
    ("Guests at the ninth birthday party of Zuleika Amin left by the fire exit.", ["Zuleika Amin"]),
    ("The present came late: Mehmet had been eight for a week.", ["Mehmet"]),
    ("“How old are you?” asked the officer. “Eleven,” said Dawit.", ["Dawit"]),
    ("Ottilie Beck, who goes to the forest nursery on Mondays, knows mushrooms.", ["Ottilie Beck"]),
    ("Her Primary 4 teacher describes Akua Boateng as a small professor.", ["Akua Boateng"]),
    ("Willem and Bram were born ninety seconds apart. Both are in Year 3.", ["Willem", "Bram"]),
    ("Ines Rey, twelve, came first. Her partner, Carla Sosa, is a year younger.", ["Ines Rey", "Carla Sosa"]),
    ("Boys as young as nine were seen at the tip. One of them, Emeka, was saving up.", ["Emeka"]),
    ("‘LEYLA IS HOME’: Joy As Eight-Year-Old Walks Out Of Forest", ["LEYLA"]),
    ("“Happy 9th birthday my prince #TeamZion”, the boxer wrote.", ["Zion"]),
    ("In the picture, North, who turned six in June, waves.", ["North"]),
    ("We changed the name of her teacher. Orla herself, 12, was happy to be named.", ["Orla"]),
    ("Ana, Bettina and Cleo were locked in the cellar. The eldest is 12.", ["Ana", "Bettina", "Cleo"]),
    ("There is a photograph of Tula Vey on her first day in reception.", ["Tula Vey"]),
    ("Her brother says that Sanne can count to a hundred, which is not bad for a three-year-old.", ["Sanne"]),
    ("Amparo Ruiz, eight next month, saw the smoke.", ["Amparo Ruiz"]),
    ("The youngest juror at the film festival, Vito Egger, is twelve.", ["Vito Egger"]),
]  # fmt: skip

LEFT_ALONE = [
    "The batsman Hal Rudge reached double figures before lunch.",
    "Ines Pohl read a story to Year 2.",
    "The mayor, N. Ilango, gave the cups to the under-12s.",
    "Triplets Mia, Lea and Ida Hogan, all of them surgeons, met in March.",
    "Their eldest, Nuala, who has been married for ten years, runs the dairy.",
    "The ten-year-old Orchestre Sainte-Cécile played in the swimming pool.",
    "The mare, Lady Florence, 14, was led in.",
    "Keepers are feeding baby Tumo, a rhino calf weighing 60 kilos.",
    "Edward VI was nine when he inherited the throne.",
    "The panel shows Joan of Arc, who was about thirteen.",
    "Infant Jesus parish priest Colm Deasy has retired.",
    "Mark the ten-year-old's height on the door frame.",
    "Children who speak a little Polish are welcome.",
    "Had she lived, Mirela Moss would have been sixty-one on Tuesday.",
    "His daughter Philippa has been the company's finance director since 2011.",
    "The niece, Yusra, divorced in March and has moved back.",
    "Twins Gareth and Huw, who both drive lorries, have not spoken since.",
    "The girl who once failed her Grade 4 exam, Odette Lavaud, sold out the hall.",
    "Mary was six days old when she became Queen of Scots.",
    "Hope, the ten-year-old's aunt said, is all that they have.",
    "The stone gives two dates: Elodie Moss, 1938–2023.",
    "Few eight-year-olds know as much as Dr Ann Petty hoped.",
    "The farmer's daughter, Agathe, stood for parliament twice.",
    "My eldest, Katrina, turned forty at Easter.",
    "“They are nine and eleven,” said Wilma Stroud, who runs the shelter.",
    "Ann Petty, who left primary school in 1962, came back.",
    "Her sons Karl, Emil and Max sold the mill. The youngest is 40.",
    "She is in her last year of primary school in Surulere and hopes to fly aeroplanes.",
    "The teenage driver's mother, Coral Haines, wept.",
    "His lawyer asked the reception class at the 2nd Gymnasio to take him.",
]


@pytest.mark.parametrize(("text", "names"), FLAGGED, ids=[names[-1] for _, names in FLAGGED])
def test_the_child_is_named(text: str, names: list[str]) -> None:
    report = lint(text)
    assert [text[f.start : f.end] for f in report.findings if f.category == "minor-name"] == names


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_nobody_here_is_a_named_child(text: str) -> None:
    assert [text[f.start : f.end] for f in lint(text).findings if f.category == "minor-name"] == []
