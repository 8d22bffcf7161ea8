"""Harmful framing: blame, monsters and pity, rumour, suicide methods; and what is only near to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from childsafe_lint.checks._grammar import word_classes
from childsafe_lint.checks._lexicon import lexicon
from childsafe_lint.checks._words import split
from childsafe_lint.checks.pattern import Patterns
from childsafe_lint.errors import InputError
from childsafe_lint.guidelines import load_rulebook, shipped_rulebook
from childsafe_lint.linter import Linter

from childsafe_lint import Draft  # isort: skip

Find = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def find() -> Find:
    linter = Linter(shipped_rulebook())

    def find(text: str) -> list[tuple[str, str]]:
        report = linter.lint(Draft("<text>", text))
        return [
            (f.rule, text[f.start : f.end])
            for f in report.findings
            if f.category == "harmful-framing" and f.severity != "note"
        ]

    return find


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The girl, 13, was asking for it, a neighbour said.", "framing/blame"),
        ("The abused pupil, 12, should have come forward, the head said.", "framing/blame"),
        ("A lawyer said the boy had brought the beating on himself.", "framing/blame"),
        ("The girl wore a tight top on the night of the assault, the report said.", "framing/clothing"),
        ("The 14-year-old had been out alone after dark when she was attacked.", "framing/whereabouts"),
        ("The girl had been drinking before she was raped, police stressed.", "framing/conduct"),
        ("The court heard that the pupil was a liar.", "framing/credibility"),
        ("Where were the girl's parents when she was kidnapped, readers asked.", "framing/reproach"),
        ("The 12-year-old monster smiled in court.", "framing/monster"),
        ("The toddler's haunted eyes have lost all hope, the paper wrote.", "framing/pity"),
        ("Rumours are rife that the missing boy owed money.", "framing/rumour"),
        ("Classmates whisper that the girl is pregnant.", "framing/rumour"),
        ("A blogger doubted whether the eldest boy is really the son of the singer.", "framing/rumour"),
        ("From what we hear the missing girl is with a boyfriend, a trader said.", "framing/rumour"),
        (
            "The drowned boy was a little terror, and it was only a matter of time, a man said.",
            "framing/blame",
        ),
        ("These girls of today take the gifts, he said of the abused pupil.", "framing/reproach"),
        ("The children rescued by police ate like wild animals, a neighbour said.", "framing/monster"),
        ("The girl, hurt in the crash, has nobody left in this cruel world.", "framing/pity"),
    ],
)
def test_flagged(find: Find, text: str, rule: str) -> None:
    assert rule in [r for r, _ in find(text)]


def test_a_pattern_must_not_end_with_a_gap() -> None:
    lex = lexicon("en")
    assert lex is not None
    with pytest.raises(InputError, match="ends with a gap"):
        Patterns(lex.inflect, word_classes(lex)).add("some say …3", 0)


@pytest.mark.parametrize(
    "text",
    [
        "The boy was not asking for it, the judge said; no child ever is.",
        "The lawyer was told not to suggest that the girl had brought the attack on herself.",
        "The girl's teachers should have told the police about the assault.",
        "The driver had been drinking when he hit the boy.",
        "Police dismissed rumours that the girl had left with a man.",
        "Police asked parents not to share gossip about the boy.",
        "The children made a monster of clay for the parade.",
        "The man is a monster, the girl's mother said of the attacker.",
        "The girl asked for it to be read aloud.",
        "The missing girl was last seen wearing a tight blue top.",
        "They told me boys will be boys, the beaten pupil's father said.",
        "The boy, 12, doesn't go out on his own any more since the attack.",
        "Her words about the missing boy met with murmurs of agreement.",
        "Police caught two deceitful child traffickers and freed a girl.",
        "The abused girl was lying in the corridor when the nurse came.",
    ],
)
def test_left_alone(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The pupil, 15, died by suicide after jumping from a railway bridge.",
            "after jumping from a railway bridge",
        ),
        (
            "The girl, 14, tried to end her life with an overdose of painkillers.",
            "an overdose of painkillers",
        ),
        ("The boy, 16, hanged himself.", "hanged himself"),
        ("The student, 16, took her own life at Miller's Weir.", "at Miller's Weir"),
        (
            "An inquest opened into the suicide of a boy of 15.\n\nThe boy was found in a disused barn.",
            "found in a disused barn",
        ),
    ],
)
def test_suicide_method_and_place(find: Find, text: str, words: str) -> None:
    assert find(text) == [("framing/suicide-method", words)]


@pytest.mark.parametrize(
    "text",
    [
        "A boy of 15 died by suicide in March.",
        "The girl, 14, took her own life. Details are not reported.",
        "The boy, nine, fell from a bridge by accident.",
        "The toddler swallowed tablets from her mother's bag and is recovering.",
        "A teacher, 44, hanged himself, his wife told the inquest.",
        "The 15-year-old died by suicide. Neighbours laid flowers at the bridge.",
        "A helpline for pupils after a suicide is staffed from the police station.",
    ],
)
def test_no_suicide_method(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Police found nothing. There is a rumour that the missing boy owed money to a gang.",
            "rumour that the missing boy owed money to a gang",
        ),
        (
            "The girl, some in the village say, has run off with a soldier.",
            "The girl, some in the village say, has run off with a soldier",
        ),
        (
            "A neighbour spoke of the missing boy. “From what we hear he had a gun. He is 15.”",
            "From what we hear he had a gun",
        ),
    ],
)
def test_the_finding_covers_the_claim_and_not_the_cue_alone(find: Find, text: str, words: str) -> None:
    assert find(text) == [("framing/rumour", words)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("A girl of 14 was raped. Had she gone home after practice, she would be safe, he said.", "reproach"),
        ("The boy, 9, drowned. He should never have been allowed out, a resident said.", "reproach"),
        ("The girl, 13, was molested. Why did she let him in, the coach's wife asked.", "reproach"),
        ("A girl of 16 was beaten by guards. Nobody told her to go there, a spokesman said.", "reproach"),
        ("The pupil, 12, was raped by two men. She accepted a drink from them, the lawyer said.", "reproach"),
        ("The girl, 12, was raped. A child with better manners is left in peace, an elder said.", "reproach"),
        ("The child was lured into a flat and abused. Her curiosity cost her dearly.", "reproach"),
        ("The boy, 16, faces trial. A commentator hinted that the youth had been on drugs.", "rumour"),
        (
            "A girl of 13 was burnt at a hospital. One passenger is convinced that she had plotted it.",
            "hearsay",
        ),
        ("The girl, 9, is in hospital. An anonymous message claims she had robbed a shop.", "rumour"),
        ("A boy of 13 was arrested. He is bound to end up in prison, a trader said.", "hearsay"),
        ("The boys held by police are a swarm, a councillor said.", "label"),
        ("The boy, 11, was beaten by guards. A foreman said he had been warned often enough.", "reproach"),
        (
            "The girl, 14, was raped. The uncle of the accused said that she had pestered his nephew.",
            "reproach",
        ),
        ("The girl, 13, was hurt. In the arcades they will tell you she took the money herself.", "hearsay"),
        ("The girl, 14, is in hospital. Neighbours claim that a coach got her pregnant.", "hearsay"),
        ("The twins, 6, died in a fire. One mother at the gate swears that the father lit it.", "hearsay"),
        ("The girl, 11, vanished from her bed. Could her own mother be behind it?", "hearsay"),
    ],
)
def test_told_by_grammar(find: Find, text: str, rule: str) -> None:
    assert f"framing/{rule}" in [r for r, _ in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A girl of 14 was raped. Had the driver been vetted, she would be safe, the inquiry found.",
        "The boy, 9, drowned. The company should have fenced the canal, a resident said.",
        "The girl, 13, was molested. Why had nobody locked the door, her mother asked.",
        "The girl, 12, was raped. She could not consent, the judge said.",
        "The boy, 13, was stabbed. He could have died, the surgeon said.",
        "The boy, 16, faces trial. Police believe he was in the car.",
        "A girl of 13 was burnt at a hospital. One passenger said she was brave and had helped her brother.",
        "Rumours that the injured girl was cursed are false, the hospital said.",
        "The girl, 9, is in hospital. Her mother is sure she will play football again.",
        "The boys held by police are brothers, a councillor said.",
        "The toddler was hit by a reckless, irresponsible driver, a court heard.",
        "A girl is missing. “If anybody has seen her, or they think she was on the bus, ring us,” a friend said.",
    ],
)
def test_grammar_alone_is_no_harm(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The boy, 12, died under a trailer. It is believed he had been helping his uncle to move bales.",
        "The girl, 15, went through the ice. Passers-by heard her calling before she sank, an inquest was told.",
        "Investigators said they suspect that the girl, 15, was taken by her father.",
        "An official said the girl, 15, was pregnant when she was rescued from the traffickers.",
        "“If they had warned us, my son would be alive,” said the father of the boy, 8, killed in the collapse.",
        "The girl's brother, nine, was hurt in the crash. He told rescuers he should have held on to her hand.",
        "The abducted girl, 14, slipped away from the camp while her captors slept.",
        "The boy, 14, broke his neck. The coach said he should never have let him jump.",
        "A mother whose daughter, 6, was hurt at the nursery said she had long blamed herself.",
        "“She deserves it more than anyone,” the nurse said of the medal for the girl, 9, who lost a leg in the blast.",
        "His parents were asleep when the boy, 5, left the tent and drowned, police said.",
        "The abused pupil, 14, was stubborn and brave, her aunt said.",
    ],
)
def test_news_is_neither_gossip_nor_blame(find: Find, text: str) -> None:
    assert find(text) == []


def test_blame_that_is_only_a_term_is_told_as_a_term() -> None:
    text = "The guard called the girl, 14, a fallen girl; she was abused by a lodger."
    report = Linter(shipped_rulebook()).lint(Draft("<text>", text))
    loud = [(f.category, text[f.start : f.end]) for f in report.findings if f.severity != "note"]
    assert ("stigmatising-term", "fallen girl") in loud
    assert all(category != "harmful-framing" for category, _ in loud)


def test_one_statement_is_one_finding(find: Find) -> None:
    text = "A girl was abducted. Neighbours claim she ran off with a lover, and she should have stayed home."
    spans = [words for _, words in find(text)]
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("subject: childs", "'subject' knows no 'childs' - did you mean 'child'?"),
        ("by: croud", "'by' knows no 'croud' - did you mean 'crowd'?"),
        ("needs: [harms]", "unknown cue 'harms' in 'needs' - did you mean 'harm'?"),
        ("words: ['(a']", "pattern '(a': ')' is missing"),
    ],
)
def test_a_statement_that_cannot_be_read_is_told(entry: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "house.yaml"
    file.write_text(
        "rules:\n  - id: house/a\n    check: clause\n    language: en\n    severity: warning\n    message: m\n"
        f"    params:\n      statements:\n        - why: because\n          {entry}\n"
        "    examples: {flags: [The boy ran.], passes: [The boy sat.]}\n"
    )
    with pytest.raises(InputError) as problem:
        Linter(load_rulebook([file]))
    assert str(problem.value) == f"{file}:9: {told}"


def matches(pattern: str, text: str) -> list[str]:
    lex = lexicon("en")
    assert lex is not None
    patterns = Patterns(lex.inflect, word_classes(lex))
    patterns.add(pattern, 0)
    words = split(text)
    return [text[words.starts[m.first] : words.ends[m.end - 1]] for m in patterns.find(words)]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("street urchin", "a Street-Urchin ran", ["Street-Urchin"]),
        ("a|b c", "a c, b c, b", ["a c", "b c"]),
        ("(out alone|late)", "out alone, late", ["out alone", "late"]),
        ("very [very] bad", "very bad; very very bad", ["very bad", "very very bad", "very bad"]),
        ("~bring it", "brought it, brings it, bring it", ["brought it", "brings it", "bring it"]),
        ("was …2 found", "was later found", ["was later found"]),
        ("was …2 found", "was one two three found", []),
        ("was …0 found", "was, found", ["was, found"]),
        ("was found", "was, found", []),
        ("said … boy", "“It was said,” he went; a boy", []),
        (
            "wild {child-noun}",
            "wild boys, wild 12-year-olds, wild horses",
            ["wild boys", "wild 12-year-olds"],
        ),
        ("(rebel|spy)'s child", "a rebel's child, a spy’s child", ["rebel's child", "spy’s child"]),
        ("child mother", "the child's mother", []),
        ("{year-old} killer", "17-year-old killer, 18-year-old killer", ["17-year-old killer"]),
    ],
)
def test_pattern_language(pattern: str, text: str, found: list[str]) -> None:
    assert matches(pattern, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Local residents blame vendors of illegal fireworks and say more died. A girl, 9, was among the dead.",
        "A man claims he has drugs from secret plants. A girl, 9, drowned on Friday.",
        "One trader claims he paid bribes to inspectors. Two children, 4 and 7, died in the market fire.",
        "Lawmakers acted, defying warnings from judges. A boy of 9 was killed in custody.",
        "The council ignored repeated warnings about the road. A boy, 9, was killed there.",
    ],
)
def test_claims_that_are_not_about_the_child(find: Find, text: str) -> None:
    assert find(text) == []


def test_claims_about_a_child_named_only_later(find: Find) -> None:
    assert find("Neighbours claim she had been meeting an older man. The missing girl is 14.")
    assert find("The girl, 13, ignored warnings not to go out at night and was attacked.")


_MISSING = "Lena Marwick, 15, has been missing since Tuesday. "
_DEAD = "A boy of 14 took his own life on Friday. "
_ABUSE = "A coach of 41 is on trial, accused of raping a 13-year-old girl. "
_CHARGED = "Two boys, 13 and 14, were arrested after a raid on a shop. "


@pytest.mark.parametrize(
    "draft",
    [
        _MISSING + "Some say she had quarrelled with a boy.",
        _MISSING + "If the market women are to be believed, she was already married.",
        _MISSING + "In the teahouse nobody doubts that the girl ran off with a cousin.",
        _DEAD + "An official suggested that the boy may have had problems at home.",
        _DEAD + "“Perhaps there was some unhappy love,” a spokesman said.",
        _ABUSE + "“Thirteen is old enough to say no,” his barrister said.",
        _ABUSE + "Any girl who stays behind knows the risk, a colleague wrote.",
        _ABUSE + "Good mothers do not let their girls out, the governor said.",
        _CHARGED + "What sat in that dock was not a child, the widow said.",
        _CHARGED + "Vipers beget vipers, the shopkeeper said of the boys.",
        _CHARGED + "They are a tumour in the town, the mayor said of the boys.",
    ],
)
def test_framing_by_class_of_sentence(find: Find, draft: str) -> None:
    assert find(draft)


@pytest.mark.parametrize(
    "draft",
    [
        _MISSING + "Speculation about a motive has been widespread, and police asked people not to share it.",
        _MISSING + "Some of the volunteers said they had left flowers at the gate.",
        _DEAD + "People have said kind things about him, his mother told us.",
        _ABUSE + "The accused said he had never met the girl.",
        _ABUSE + "A grocer told the magistrate that the girl used to buy bread with another man's money.",
        _ABUSE + "The law says that a child of 13 cannot consent, the lawyer said.",
        _ABUSE + "Men who buy sex from children know the risk, the judge said.",
        _ABUSE + "Nobody made the coach hand over his keys, the report found.",
        _CHARGED + "Prosecutors said one of the boys threw the first punch.",
        _CHARGED + "The boys next door keep snakes and a lizard.",
        _CHARGED + "The mayor said they were no tumour in the town.",
    ],
)
def test_the_same_grammar_without_harm(find: Find, draft: str) -> None:
    assert find(draft) == []


@pytest.mark.parametrize(
    ("child", "other"),
    [
        ("The girl, 13,", "The teacher"),
        ("The boy, 12,", "His coach"),
        ("She", "The company"),
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        "{} led him on",
        "{} has a history of lying",
        "{} was no angel",
        "{} only wanted the attention",
        "{} had no business being there",
        "{} ignored repeated warnings",
    ],
)
def test_blame_is_said_of_a_child_and_not_of_whoever_else_is_told_of(
    find: Find, said: str, child: str, other: str
) -> None:
    before = "A pupil of 13 was assaulted at a club. "
    assert find(f"{before}{said.format(other)}, a court heard.") == []
    if child != "She":
        assert find(f"{before}{said.format(child)}, a neighbour said.") != []


@pytest.mark.parametrize(
    "text",
    [
        "The boy, 13, died. “It was never my view that he meant to end his life,” the coroner said.",
        "It is not the view of the police that the missing girl, 14, ran off with a man.",
        "Villagers are struggling to believe that the boy, 12, stabbed a classmate.",
        "The elder said people were wrong to think that the boy's fits were a curse. He was beaten.",
        "A portal paid damages for claiming, falsely, that the missing boy's father had sold him.",
        "Keith Adlam's claim was that the boy, 15, pulled a knife. The boy was shot.",
        "The guards had the missing boy, 9, stay with them until his mother came.",
        "It is alleged that the girl, 14, then bit an officer. She was arrested.",
        "Her mother said that the school had told her the girl was asking for trouble. The girl, 13, was assaulted.",
        "The girl, 14, told the inquiry that officers had called her a liar. She had been raped.",
        "Locals insisted that the boy, 15, be named. He was convicted of the stabbing.",
        "The phone of the missing girl, 15, was off, nor had she been online.",
        "A nurse said calling a child evil explains nothing. The boy, 12, is charged with murder.",
        "An aid worker said that villagers believe children with albinism bring luck. A boy of 6 was killed.",
    ],
)
def test_what_is_denied_demanded_or_complained_of_is_not_passed_on(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "Posts accuse the boy's grandfather of hiding him. The nine-year-old is missing.",
            "framing/hearsay",
        ),
        ("The father, if the neighbours are right, beat the boy, 7, found dead at home.", "framing/hearsay"),
        ("“Somebody must have let him out,” a shopper said of the missing boy, 4.", "framing/hearsay"),
        ("Could a dare be behind the death of the boy, 12?", "framing/hearsay"),
        (
            "A clerk, who is known as Bee, said the missing girl hung around with men.",
            "framing/hearsay",
        ),
        ("“Everyone here knows who did it,” a fisherman said; the girl, 10, was killed.", "framing/rumour"),
        (
            "If she dressed properly, they would leave her alone, a clerk said of the assaulted girl.",
            "framing/reproach",
        ),
        ("The girl, 13, looked twenty, the lawyer told the rape trial.", "framing/reproach"),
        ("Her love of parties proved her undoing: the girl, 15, was raped.", "framing/reproach"),
        ("The drowned children's parents had gambled with their lives, a deputy said.", "framing/reproach"),
        (
            "“They have nobody to thank but themselves,” a farmer said of the boys hurt in the pit.",
            "framing/blame",
        ),
        ("The girl took a scarf of her mother's. The pupil, 14, died by suicide.", "framing/suicide-method"),
        (
            "The boy, 15, stepped in front of the express to Dalby, an inquest heard.",
            "framing/suicide-method",
        ),
        (
            "Her brother came home to find her hanging. The girl, 14, took her own life.",
            "framing/suicide-method",
        ),
    ],
)
def test_the_same_thing_said_in_other_words(find: Find, text: str, rule: str) -> None:
    assert rule in [r for r, _ in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Somebody must have heard the crash, police said; the boy, 4, was hurt.",
        "If she had a wheelchair she would go to school, her teacher said of the girl, hurt in the quake.",
        "The coach said his boys deserved to win the final, a year after the death of a team-mate.",
        "The boy, 13, died in his room at the hostel of an illness, police said.",
        "Parents accuse the school of hiding the test; two pupils, 9, were hurt.",
        "The injured girl, 13, looks older now, her mother said, and walks again.",
        "His nephew Joe Adlam, 27, is suspected of the robbery in which a girl, 9, was hurt.",
    ],
)
def test_the_same_words_without_blame_or_guess(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A boy, 11, drowned. One brother, Imtiaz, insisted that he had been told the water was shallow.",
        "Two girls, 9 and 12, were freed. They had apparently been exploited by an uncle for money.",
        "The boy, 12, was hurt in the crash. Asked on the radio if he had seen the driver since, he smiled.",
        "The boy was swept off the rocks. Had his sister not rung, we wouldn't have found him, a rescuer said.",
        "The missing boy, 13, is not the kind of boy that stays out, his coach said.",
        "The girl, 13, was burned. Her picture would be likely to bring her attention, the judge said.",
        "The baby was abandoned. Surgery might not go ahead for lack of money, a trader said.",
        "A girl of 14 was charged. The public is entitled to ask how a child of good family got a gun.",
        "The girl, 15, was born with HIV. No place is given: four people in it know that she has the virus.",
        "The baby died at birth. It was claimed in the High Court that the mother had been ignored.",
        "The boy, 12, was hurt. His brother had got out of the tunnel on his own.",
        "The boy, 9, was beaten. He sold tissues and was out on the streets until midnight.",
        "The boy, 5, was hurt by a shell. He has a stuffed bear; he asks for it every night.",
        "A child died of measles. Many families teach their children at home, a grocer said.",
        "It is alleged that two boys, 14, quarrelled about a coat and that one was stabbed.",
        "The abused girl gave evidence. The judge asked him which of his own girls had slept in a shed.",
    ],
)
def test_sober_statements_with_the_words_of_gossip_or_blame(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The boy, 12, is missing. As shoppers tell it, he had been stealing for months.", "framing/hearsay"),
        (
            "The entire block is sure the father set the fire in which the boy, 5, was hurt.",
            "framing/hearsay",
        ),
        ("There is little doubt why the boy, 15, killed himself.", "framing/rumour"),
        (
            "The boy, 16, died by suicide. His debts were reported to have been the trigger.",
            "framing/single-cause",
        ),
        (
            "“We never made him do anything,” said a friend of the coach accused of abusing the boy, 13.",
            "framing/reproach",
        ),
        ("The raped girl, 14, let three months go by before she told, a caller said.", "framing/reproach"),
        (
            "The boy's account of the beating doesn't add up, a friend of the teacher said.",
            "framing/credibility",
        ),
        ("The 14-year-old conducted a year-long affair with her choirmaster.", "framing/love-story"),
        ("The beaten girl was hardly a novice, the caretaker said.", "framing/conduct"),
        ("The girl, 16, who took her own life, is free of all pain at last.", "framing/fate"),
        ("Each breath is a torment for the boy, 11, hurt in the crash.", "framing/fate"),
        ("His bones like matchsticks, the toddler was rescued from a cellar by police.", "framing/fate"),
        ("Who will have her now, an aunt asked of the raped girl, 15.", "framing/fate"),
        ("The boy, 13, was shot. So the gossip runs, he had crossed a dealer.", "framing/rumour"),
        (
            "A finger is being pointed at the stepmother of the girl, 8, found hurt in a barn.",
            "framing/rumour",
        ),
        ("It makes you wonder who the missing girl, 14, was meeting at night.", "framing/rumour"),
        ("Could the father have snapped? Two girls, 4 and 6, are dead.", "framing/hearsay"),
        (
            "Unable to cope with the insults, the pupil, 13, hanged himself.",
            "framing/single-cause",
        ),
        (
            "The boy, 12, was abused. He was the one who sent the first message, the man's friend said.",
            "framing/reproach",
        ),
        ("The raped girl, 14, changed her story twice, said the man's lawyer.", "framing/credibility"),
        ("It is always the quiet ones, a neighbour said of the boy, 14, held for murder.", "framing/blame"),
        (
            "The girl's sandals were left on the quay; the 14-year-old died by suicide.",
            "framing/suicide-method",
        ),
        ("The 15-year-old lay down before an express on the valley line.", "framing/suicide-method"),
        (
            "The 16-year-old's death was due to strangulation, the suicide inquest was told.",
            "framing/suicide-method",
        ),
    ],
)
def test_framing_by_who_tells_it_and_by_what_it_makes_of_the_child(find: Find, text: str, rule: str) -> None:
    assert rule in [r for r, _ in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The boy, 13, was shot. As the superintendent puts it, the work is at an early stage.",
        "Two children carried from the fire looked as if they would live, a fireman said.",
        "The whole school is proud of the girl, 9, who survived the crash.",
        "The driver's story did not add up, police said; the girl, 9, was found hurt in his van.",
        "Her mother had an affair with a colleague; the girl, 13, was hurt in the crash.",
        "The boy, 9, lost his fight with leukaemia on Sunday.",
        "The abused boy, 14, waited two years for the trial.",
        "Families can apply for the child allowance after the flood that killed four children.",
        "There is no doubt who is responsible for the injured children: the state, the judge said.",
        "Each day is a school day for the boy, 11, hurt in the crash.",
        "The boy, 9, died after running onto the track to fetch a ball.",
        "The knife was found in the van in which the boy, 15, was arrested.",
        "The lawyer pointed a finger at the council over the death of the boy, 5.",
        "It makes you wonder why the council did nothing, said the uncle of the boy, 6, killed by the wall.",
        "The witness gave two different accounts of the crash in which the girl, 9, was hurt.",
        "If parents are worried, they can call the line, said police after a girl, 12, was followed.",
    ],
)
def test_the_same_told_without_rumour_or_drama(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The boy, 13, drowned. He had been begged by his aunt not to swim there.", "framing/blame"),
        ("The girl's refusal to wear a scarf cost her a beating, an uncle told police.", "framing/blame"),
        ("The boys had heedlessly paddled past the buoys and drowned, a guard said.", "framing/blame"),
        ("More self-control would have spared the bullied boy the taunts, a coach said.", "framing/blame"),
        ("Her chin quivered as the reporter asked the orphaned girl, 6, for her mother.", "framing/pity"),
        ("Plucked from squalor by a kind couple, the abused girl, 5, smiles.", "framing/pity"),
        ("Half girl, half lizard: so a site described the 7-year-old.", "framing/lurid"),
        ("Slain like lambs, the pupils, 10 and 11, were buried on Friday.", "framing/lurid"),
        ("The missing girl, 15, may have been hiding a lover, the paper wrote.", "framing/rumour"),
        ("Perhaps the boy, 14, had simply tired of the rows. He drowned on Sunday.", "framing/rumour"),
        ("Was the missing boy, 9, even at school that day?", "framing/rumour"),
        ("The boy, 4, drowned while his aunt was engrossed in her messages, guests said.", "framing/parents"),
    ],
)
def test_blame_show_and_guess_by_the_general_way_of_saying_it(find: Find, text: str, rule: str) -> None:
    assert rule in [r for r, _ in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "People marched after a judge asked why the girl, 14, had not screamed during the attack.",
        "There was an outcry when the bishop said that the abused girl, 12, should have run.",
        "“I blamed the girl, 12, for the assault, and I was wrong,” the minister said.",
        "“What the girl, 13, was wearing is no evidence,” the judge told the rape trial.",
        "The girl's determination to walk again after the crash moved the ward. She is 11.",
        "More staff at the pool would have saved the boy, 6, who drowned, the coroner said.",
        "The boy, 12, may have been on the ferry when it was hit, police said.",
        "The portrait is widely thought to show the painter's son, 8, who died young.",
        "Perhaps the boy, 10, will play again by May, his surgeon said after the crash.",
    ],
)
def test_the_same_ways_of_saying_it_without_blame_or_guess(find: Find, text: str) -> None:
    assert find(text) == []
