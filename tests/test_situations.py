"""What a child is identified as: tied to the right person, not made of statistics or denials."""

from __future__ import annotations

import pytest

from childsafe_lint import lint
from childsafe_lint.drafts.model import Draft
from childsafe_lint.story.model import SITUATIONS, Story
from childsafe_lint.story.nlp import SHIPPED, Read, load, split
from childsafe_lint.story.reader import read_story
from childsafe_lint.story.situations.words import language_of


def story(text: str) -> Story:
    draft = Draft("test", text)
    nlp = load(SHIPPED["en"])
    return read_story(draft, Read(nlp(split(nlp, draft)), "en", ()))


def kinds(text: str) -> set[str]:
    return {s.kind for s in story(text).situations}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A lodger raped the girl, 11, while her parents were out.", "sexual-abuse-victim"),
        ("A man accused of defiling a Grade 5 pupil appeared in court.", "sexual-abuse-victim"),
        ("The 12-year-old was abused by her coach, prosecutors say.", "sexual-abuse-victim"),
        ("Traffickers sold the 15-year-old to a brothel.", "sexual-exploitation"),
        ("Rashid, 16, stabbed a classmate after a row over a phone.", "perpetrator"),
        ("The boy, 14, denied the charge.", "accused"),
        ("Police arrested Marek Zelenka, 15, on suspicion of arson.", "accused"),
        ("Officers are questioning Marek Zelenka, 15, over the burnt barn.", "accused"),
        ("The board wants to try Marek Zelenka, 15, as an adult.", "accused"),
        ("The trial of 15-year-old Marek Zelenka opens in May.", "accused"),
        ("Magistrates gave Marek Zelenka, 15, a nine-month referral order.", "convicted"),
        ("A jury found 16-year-old Owen Pryce guilty of manslaughter.", "convicted"),
        ("Nandi, 8, was born with HIV.", "hiv"),
        ("At 13, Komba carried a rifle for the rebels. Komba is 15 now.", "combatant"),
        ("Amal, 12, fled Aleppo with an aunt.", "refugee"),
        ("The traffickers had lured Thuy, 14, with a job in a nail bar.", "trafficking"),
        ("The six-year-old was beaten by his stepfather for months.", "abuse-neglect-victim"),
        ("Leila, 15, took her own life in March.", "suicide-selfharm"),
        ("The couple fought over custody of Noah, 4.", "custody"),
        ("Classmates bullied Ravi, 11, for his accent.", "bullying"),
        ("Ten-year-old Astrid Berg has been missing since Sunday.", "missing"),
        ("Samir, 9, drowned in the canal.", "accident-victim"),
        ("Wanjiku, 7, lost both parents in the flood.", "bereaved"),
        ("Pavel, 10, uses a wheelchair.", "disability"),
        ("Doctors treated Mei, 6, for leukaemia.", "health"),
        ("Juma, 11, sleeps on the street behind the station.", "poverty"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    told = story(text)
    assert kind in {s.kind for s in told.situations}
    assert told.sensitive


@pytest.mark.parametrize(
    "text",
    [
        "Joe Tranter, 14, took a pass from the full-back, beat two defenders and scored a try before half-time.",
        "A man was jailed after an attack on a delivery rider. His daughter, who is six, was afraid.",
        "The trial of the man who says he knows Marek Zelenka, 15, opens in May.",
        "Teachers were asked about Marek Zelenka, 15, on Monday.",
        "Prosecuting for the council, a barrister spoke. Emma Lind, 15, listened.",
        "Emma Lind, 15, is right, and I suspect she is proud of it.",
        "Emma Lind, 15, hit the crossbar.",
        "The Year 7 youngsters had a quiz. Pupils chose to give money to orphaned children.",
    ],
)
def test_words_of_harm_said_of_others(text: str) -> None:
    assert not story(text).sensitive


def test_the_adult_accused_of_abuse_leaves_the_child_a_victim() -> None:
    assert "accused" not in kinds("A teacher, 41, has been charged with abusing a girl of nine.")
    assert "accused" not in kinds(
        "The girl, 12, told police that her uncle had hit her. He denied the charge."
    )


def test_a_hand_raised_by_a_relative_is_not_raised_by_the_child() -> None:
    found = kinds("The boy, 10, told police that his uncle had hit him for years.")
    assert "abuse-neglect-victim" in found
    assert "perpetrator" not in found


def test_what_was_done_to_a_child_goes_on_after_and() -> None:
    assert "perpetrator" not in kinds(
        "A video shows Tariro Moyo, 14, being slapped and kicked by three boys."
    )
    assert "perpetrator" in kinds("Tariro Moyo, 14, was stopped at the gate and then punched a guard.")


def test_what_is_held_besides_a_child() -> None:
    told = "Tariro Moyo, 14, gave evidence. The {} was held in Gweru."
    for what in ("hearing", "inquest", "service", "workshop", "debate"):
        assert "accused" not in kinds(told.format(what)), what


@pytest.mark.parametrize(
    "text",
    [
        "There were 1,482 reports of sexual violence against children last year, the prosecutor said.",
        "The new law raises the age of consent and bans child marriage.",
        "Pupils of Birchwood Academy raised 900 euros for the lifeboat.",
        "The charity Save the Children runs a helpline for victims of abuse.",
    ],
)
def test_policy_and_figures_are_not_about_a_child(text: str) -> None:
    assert not story(text).sensitive


def test_a_denial_is_no_situation() -> None:
    assert "hiv" not in kinds("The clinic said the boy, 9, was not HIV-positive.")


def test_two_words_for_one_child() -> None:
    told = story("The accused, a boy of 13, will be tried in May.")
    assert told.sensitive
    assert told.situations[0].kind == "accused"


def test_a_child_no_word_for_a_child_is_used_of() -> None:
    assert story("The trafficking victim, 16, had been a maid since January.").sensitive


def test_the_named_child_is_the_nameless_one_of_the_headline() -> None:
    told = story(
        "Man held for rape of schoolgirl, 12\n\nPolice arrested a man of 40 after a schoolgirl of 12 was "
        "raped near the mill.\n\nThe complainant, Nadia Orsini, is in Year 7."
    )
    nadia = next(p for p in told.children if p.mentions)
    assert "sexual-abuse-victim" in {s.kind for s in nadia.situations}


def test_weapon_of_a_combatant() -> None:
    armed = story("The commander gave Okello, 12, a rifle. Okello fought for the militia for two years.")
    assert any(s.weapon for p in armed.children for s in p.situations)
    plain = story("Okello, 12, fought for the militia for two years. He is learning to sew.")
    assert not any(s.weapon for p in plain.children for s in p.situations)


@pytest.mark.parametrize(
    "text",
    [
        "Gymnast Lara Petersen, 14, won gold in the vault.",
        "Climate campaigner Tuva Holm, 16, addressed the assembly.",
        "Aruzhan, 12, is the national chess champion.",
    ],
)
def test_public_role(text: str) -> None:
    told = story(text)
    assert told.children[0].public_role is not None
    assert not told.sensitive


@pytest.mark.parametrize("text", ["Tuva Holm, 6, won the raffle.", "Tuva Holm, 13, is captain."])
def test_no_public_role_without_an_event(text: str) -> None:
    assert story(text).children[0].public_role is None


@pytest.mark.parametrize("thing", ["contract", "horse", "phone"])
def test_what_is_given_to_a_child_says_nothing_of_it(thing: str) -> None:
    assert [p.kind for p in story(f"The club gave Liam Doyle, aged 15, a new {thing}.").people] == ["child"]


def test_no_public_role_for_the_child_beside_or_for_a_victim() -> None:
    told = story("World junior chess champion Ansar, 11, thanked his little sister Inkar, 6, who wakes him.")
    assert [p.public_role is not None for p in told.children] == [True, False]
    told = story("Gymnast Ada Venn, 13, was abused by her coach for two years.")
    assert told.children[0].public_role is None
    assert told.sensitive


def test_every_kind_has_words() -> None:
    index = language_of("en").cues
    known = {label.kind for hits in (*index._exact.values(), *index._stem.values()) for _, label in hits}
    assert known >= set(SITUATIONS)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sara [sic], 12, was raped by a neighbour, police said.", {"Sara"}),
        ("The boy, 9, who is HIV-positive, lives in Little Marlow. The Marlow Gazette wrote of it.", set()),
        ("Rescuers reached Little Timmy at noon. Timmy was hurt in the flood.", {"Timmy"}),
    ],
)
def test_what_stands_beside_a_name(text: str, named: set[str]) -> None:
    found = lint(text).findings
    assert {text[f.start : f.end] for f in found if f.category == "minor-name"} == named


def test_all_on_a_list_of_the_dead_are_victims() -> None:
    told = story(
        "Eight people perished when a minibus and a lorry collided on Saturday.\n\n"
        "Police released the names of the deceased yesterday. They are: Tendai Moyo (16), Rudo Chari (15), sisters "
        "Nyasha and Tariro Hove, aged 17 and 14, and the driver, Mr Godwin Nyoka (37).\n\n"
        "The girls' father, Mr Elias Hove, was told at the gate."
    )
    children = {told.text[p.mentions[0].start : p.mentions[0].end]: p for p in told.children if p.mentions}
    assert {"Tendai Moyo", "Rudo Chari"} <= set(children)
    assert all(s.kind == "accident-victim" for p in children.values() for s in p.situations)
    assert all(p.situations for p in children.values())
    assert any(d.kind == "relative" for d in told.details)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The singers are in a custody war. Their daughter Wren, 6, starts school in May.", "custody"),
        ("The pair are at war over Nell, six, and three-year-old Ivo.", "custody"),
        ("Kerry-Ann, 14, took a bus to town in June. She has not been heard from since.", "missing"),
        ("Amal, 9, was separated from her aunt at a checkpoint.", "refugee"),
        ("The twins, aged 4, had been left without food for two days.", "abuse-neglect-victim"),
        ("The HIV-positive triplets were brought up by nuns.", "hiv"),
    ],
)
def test_words_of_a_situation(text: str, kind: str) -> None:
    told = story(text)
    assert told.sensitive
    assert kind in {s.kind for s in told.situations}


def test_what_is_told_in_passing_makes_no_draft_about_a_child() -> None:
    lead = "\n\n".join(f"The council met for hour number {n} to speak of roads and drains." for n in range(5))
    assert not story(f"{lead}\n\nA gift of seed will pay the fees of three orphans.").sensitive
    assert story("A gift of seed will pay the fees of three orphans. The orphans begged.").sensitive
    assert story(f"{lead}\n\nA girl of nine was raped in the market.").sensitive


def test_a_thing_that_is_crashed_hurts_nobody() -> None:
    assert not story("Finn and Fia, both 11, borrowed a drone and crashed it only once.").sensitive
    assert story("Finn and Fia, both 11, were in the bus that crashed.").sensitive


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A trader broke the arm of his niece, who is seven.", "abuse-neglect-victim"),
        ("A lorry ran over a boy of six on Friday.", "accident-victim"),
        ("Neighbours spat on the girl, 12, whenever she passed.", "bullying"),
        ("The uncles gave the 14-year-old in marriage to a widower.", "trafficking"),
        ("No trace has been found of the nine-year-old.", "missing"),
    ],
)
def test_deeds_told_in_other_words(text: str, kind: str) -> None:
    assert kind in kinds(text)


GRAVE = "Police and a prosecutor came to the house. The judge was told how a witness wept."


def test_a_grave_draft_that_keeps_its_childs_name_back_is_sensitive_without_a_cue() -> None:
    assert story(f"A girl of nine went to a neighbour on Sunday. {GRAVE}").sensitive
    assert not story("A girl of nine went to a neighbour on Sunday. They baked a cake.").sensitive
    assert not story(f"The children went to a neighbour on Sunday. {GRAVE}").sensitive


@pytest.mark.parametrize(
    "text",
    [
        "Aroha Tamihana, 14, won her black belt in judo on Saturday.",
        "Lucas Meier, 12, joined the school band and set off for the festival on Monday.",
        "Ten-year-old Tom Reeve broke into song at the assembly and the parents laughed.",
        "Maya Lind, 13, struck twice before half-time and hurled her cap into the air.",
        "Jana Kral, 9, plays a witch in the school play and wears a bloodied cape.",
        "The egg hunt was won by Ben Adair, 7.",
        "Lila Shah, 12, built a rocket for the science fair.",
        "Tara Bose, 10, collected shells at the summer camp and made a lamp.",
        "Nadia Aziz, 11, learned to weave on a carpet loom from her grandmother.",
        "Her coach said the sacrifice was the boldest he had seen; Rosa Diaz, 13, had won in an hour.",
        "Musa Bello, 10, carried a machete to clear the bushes.",
    ],
)
def test_ordinary_words_are_no_situation(text: str) -> None:
    rules = {f.rule for f in lint(text).findings if f.category == "minor-name"}
    assert rules <= {"names/any-child", "names/public-role"}, rules


@pytest.mark.parametrize(
    "text",
    [
        "Ayo Bakare, 11, beat 120 rivals to the county chess title.",
        "Ten-year-old Mara Kunz attacked the last riddle and took first prize.",
        "The quiz was held in the library. Owen Pugh, 12, won it and his aunt was proud.",
        "Lina Sayed, 9, shot to fame with a song about the rain.",
        "Otto Brandt, 8, was struck by the kindness of the sailors.",
        "Nuria Sala, 13, has been grooming ponies since she was six.",
        "The cat had been abandoned and beaten before Ivo Pek, 10, took it home.",
        "Sixteen-year-old Jin Park was charged with excitement before the final.",
        "Kwesi Boateng, 12, rescued a puppy from a drain.",
        "Ada Novak, 7, raised money for the ward where a neighbour was treated for cancer.",
    ],
)
def test_words_of_harm_in_glad_drafts_and_of_things(text: str) -> None:
    assert not story(text).sensitive


def test_a_glad_word_hides_no_harm() -> None:
    assert story(
        "Ayo Bakare, 11, county chess champion, was beaten by his uncle for losing the title."
    ).sensitive
    assert story("A boy of 13 stabbed a guest after the prize-giving, police said.").sensitive


def test_families_in_court_and_children_at_work_are_grave_without_a_cue() -> None:
    assert story(
        "An attorney filed an affidavit. The parents of Ilse, 7, were divorced; a judge heard the advocates."
    ).sensitive
    assert story(
        "The inspector called it illegal labour. Beto Ruiz, 13, had his surgery in May; the surgeon saved two fingers."
    ).sensitive


def test_the_year_of_a_birth_sets_no_story_back() -> None:
    assert story(
        "Mai Lan (born in 1985) is looking for Tuyet, 13, who has been missing since Friday."
    ).sensitive


def test_the_child_of_the_convicted_and_the_children_of_a_film_are_not_what_a_draft_is_about() -> None:
    assert not story(
        "Cocaine trafficker jailed for 30 years.\n\nIgor Malik, a driver, asked for less. He said he would not "
        "watch his son, who is six, grow up."
    ).sensitive
    assert not story(
        "The film opens as Tara, 9, sees a police van. The script lets the actor shine: a court, a murder, a grave. "
        "The sequel has a new cast, a judge and a knife."
    ).sensitive


FAIR = """Harvest weekend fills the square at Lower Wick

The lanterns went up on Thursday and by Saturday noon there was no room left on the benches around the square.

{told}

The day began with the brass band, which played from the steps of the library while the bakers set out their loaves.
A row of stalls sold honey, rope, second-hand tools and a soup that nobody would give the recipe of. The mayor walked
from one to the next and bought something at each of them, as he does every year.

In the afternoon the sack race went to the bakers for the third time. The men of the sawmill asked for another run and
were told to come back next autumn. Behind the church hall a queue formed for the pony rides, and a clown with a drum
walked up and down to keep it happy.

The cooking table was the busiest place of all. Teams had an hour, one stove and a basket of things from the gardens:
leeks, plums, a bag of flour and a jar of something pickled. They chopped and stirred and tasted, and the smell of
onions went as far as the bridge.

Visitors came by bus from three valleys. Many of them stayed for the dance, which went on until the street lamps were
put out, and helped to carry the tables back into the school afterwards. The organisers think that some two thousand
people were there, more than in any year since the festival moved to the square.

Next year it opens in the first week of October, and there will be two stoves.
"""


@pytest.mark.parametrize(
    "told",
    [
        "Fans mobbed Tilda Moreau, 12, after the last song. Her mother, Petra Moreau, lifted her over the fence.",
        "Theo Brandt, 11, was put to work peeling potatoes. His uncle, Max Brandt, ran the stove.",
        "Karim Sato, 10, has been adopted by the band as its mascot. His mother, Naomi Sato, plays the horn.",
        'Ada Lind, 8, was lured by the smell of waffles. "Every year," said her grandmother, Signe Lind.',
        "Marta Silva, 12, was locked in a battle of spoons with her twin. Their father, Rui Silva, looked on.",
        "Owen Pask, 11, was taken from the queue to judge the pies. It made his year, said his father, Dai Pask.",
        "Lena Ost, 12, stole the show with a plum soup. Her mother, Karin Ost, clapped loudest.",
    ],
)
def test_one_word_of_two_senses_makes_no_draft_grave(told: str) -> None:
    assert not story(FAIR.format(told=told)).sensitive


@pytest.mark.parametrize(
    "told",
    [
        "Tilda Moreau, 12, was raped behind the hall, police said. Her mother, Petra Moreau, found her.",
        "Rumi Tan, 9, has been missing since the dance. Her father, Wei Tan, is out with the search party.",
        "Lena Ost, 12, drowned in the mill pond on Saturday. Her mother, Karin Ost, had called an ambulance.",
        "Karim Sato, 10, was trafficked from the coast, a court has heard. His mother, Naomi Sato, plays the horn.",
        "Ada Lind, 8, is HIV-positive and was turned away by the stall, her grandmother, Signe Lind, complained.",
    ],
)
def test_a_plain_word_of_harm_needs_little_beside_it(told: str) -> None:
    assert story(FAIR.format(told=told)).sensitive


@pytest.mark.parametrize(
    "text",
    [
        "Ana Cole, 12, stole the limelight at the gala.",
        "The doctor told Milo Ost, 9, to be patient.",
        "Rico Vale, 16, was booked for dissent in the second half.",
        "Ida Falk, 10, waved to the groom from the gate.",
        "Her sister Nina Roth, 14, is in Oslo, where she is a boarder.",
        "A girl was sent home with a suspected case of measles; Nina Roth, 14, shares her desk.",
    ],
)
def test_other_senses_of_words_of_harm(text: str) -> None:
    assert not kinds(text) & {"accused", "sexual-abuse-victim", "missing"}
    assert "patient" not in text or not kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The boy, who cannot be named for legal reasons, sat with his mother before the judge.",
        "Sopheap, which is not her real name, is nine and sings.",
        "Anton Vale, 9, does not hear well.",
        "Samira, nine, has not been to school since the spring.",
        "Three friends who died on Sunday have been named as Sean Carr, 19, Liam Fee, 18, and Noel Hart, 16.",
    ],
)
def test_a_draft_that_says_that_a_child_needs_protection_is_sensitive(text: str) -> None:
    assert story(text).sensitive


def test_winners_and_things_named_are_not_sensitive() -> None:
    assert not story("The hall cannot be named after him, said Tom, 9, a pupil.").sensitive
    assert not story(
        "The winners have been named as Ann Poe, 12, and Tim Roe, 11. They win a book."
    ).sensitive
