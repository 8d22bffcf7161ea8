"""Terms in context: spelling, quotation, mention, titles, other senses, and who is meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from childsafe_lint.checks import build
from childsafe_lint.errors import InputError
from childsafe_lint.guidelines import shipped_rulebook
from childsafe_lint.guidelines.loader import load_rulebook
from childsafe_lint.linter import Linter
from childsafe_lint.report import Finding

from childsafe_lint import Draft  # isort: skip

Find = Callable[[str], list[Finding]]


@pytest.fixture(scope="module")
def find() -> Find:
    linter = Linter(shipped_rulebook())

    def find(text: str) -> list[Finding]:
        report = linter.lint(Draft("<text>", text))
        return [f for f in report.findings if f.category == "stigmatising-term"]

    return find


def loud(findings: list[Finding], text: str) -> list[str]:
    return [text[f.start : f.end] for f in findings if f.severity != "note"]


def test_there_are_enough_entries_and_each_is_honest() -> None:
    entries = [e for r in shipped_rulebook().rules if r.check == "term" for e in r.params["terms"]]
    assert len(entries) >= 220
    for entry in entries:
        assert all(entry.get(key) for key in ("why", "prefer", "source")), entry["term"]
        assert entry["basis"] in ("seen", "secondary", "memory", "editorial"), entry["term"]
    for entry in (
        e
        for r in shipped_rulebook().rules
        if r.check == "term" and r.language == "en"
        for e in r.params["terms"]
    ):
        assert entry["examples"].flags, entry["term"]
        gates = ("unless", "unless_near", "as", "case")
        if entry.get("level") != "caution" and any(g in entry for g in gates):
            assert entry["examples"].passes, entry["term"]


@pytest.mark.parametrize(
    "wording",
    [
        "street urchins",
        "Street-urchins",
        "STREET URCHINS",
        "street\u00a0urchins",
        "street\u2011urchins",
        "street\nurchins",
        "stre\u00adet urch\u00adins",
        "“street urchins”",
        "‘street urchins’",
        "street urchin",
        "stréet urchins",
    ],
)
def test_spelling_does_not_matter(find: Find, wording: str) -> None:
    text = f"The mayor said that {wording} had slept in the pipe."
    assert len(loud(find(text), text)) == 1


def test_a_comma_parts_words(find: Find) -> None:
    text = "He crossed the street, urchins in a bucket, and went to the sea with the children."
    assert loud(find(text), text) == []


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("“Those little thugs broke my window,” the shopkeeper said of the boys.", "little thugs"),
        ("The headmaster called the girl, 14, “a retard” in front of the class.", "retard"),
        ("The girl, nine, is wheelchair-bound.", "wheelchair-bound"),
        ("The free sheet had already called the boy, 14, “a teen thug” on page one.", "teen thug"),
        ("A website called the fourteen-year-old a “Child-Prostitute” in bold type.", "Child-Prostitute"),
        ("Two schoolgirl shoplifters were filmed at the till.", "schoolgirl shoplifters"),
        ("The boy suffers from cerebral palsy.", "suffers from cerebral palsy"),
        ("Feral youths ran through the mall.", "Feral youths"),
        ("No school will take the rebel's brat, who is five.", "rebel's brat"),
        ("The boys are robbers-in-waiting, a trader said.", "robbers-in-waiting"),
        ("She would not let her girl sit near the HIV-cursed boy.", "HIV-cursed boy"),
    ],
)
def test_flagged(find: Find, text: str, flagged: str) -> None:
    assert loud(find(text), text) == [flagged]


@pytest.mark.parametrize(
    "text",
    [
        "Do not write “street urchin”, the guide says.",
        "The style guide bars “illegal migrant” and “anchor baby” from reports on children.",
        "The term “juvenile delinquent” should be avoided.",
        "Our newsroom has retired the phrase “broken home”.",
        "Nobody should call a child an “illegal”, the commissioner told reporters.",
        "There is no such thing as an illegitimate child, the judge said.",
        "Parliament amended the Juvenile Delinquents Act on Monday.",
        "The National Society for Crippled Children opened a school.",
        "Pupils saw the film Slumdog Millionaire.",
        "Urchin, a new musical about a girl of nine, opens in May.",
        "“Beggars” is not a name for children, the ombudsman said.",
        "Families of children with disabilities met the minister.",
        "The girl's ticket was invalid, the guard said.",
        "The strike crippled the schools' bus service.",
        "The child's mother runs the café.",
        "Ann Lee of the charity Family Rights Forum met the children.",
        "The tribunal found ten militia gang members guilty of murder.",
        "The bishop defended how he dealt with alleged child sexual abuse.",
        "Curator Ada Wog met the pupils. Wog’s team has kept the children’s letters.",
        "The boy found a patch of bastard balm by the ditch.",
        "A teacher of 30 struck out “handicapped” wherever a child was meant.",
        "The phrase “so-called minors” has no place in a judgment on children, the bench held.",
    ],
)
def test_left_alone(find: Find, text: str) -> None:
    assert loud(find(text), text) == []


@pytest.mark.parametrize("label", ["scourge", "lawless", "dullard", "oddball", "toker"])
@pytest.mark.parametrize(
    "frame",
    [
        "Neighbours called the boy {a}.",
        "The girl was {a}, her uncle said.",
        "The pupils, he said, had been treated as {s}.",
        "“They are {s},” a trader said of the children.",
        "The boy is said to be {a}.",
    ],
)
def test_a_label_is_told_by_grammar(find: Find, frame: str, label: str) -> None:
    adjective = label == "lawless"
    article = "an" if label[0] in "aeiou" else "a"
    text = frame.format(a=label if adjective else f"{article} {label}", s=label if adjective else label + "s")
    assert loud(find(text), text) == [label if adjective or "{a}" in frame else label + "s"]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Her cousin, a recidivist of 14, sat by the door.", ["recidivist"]),
        ("The recidivist, 15, was led away.", ["recidivist"]),
        ("That scourge of a boy is back, she said.", ["scourge"]),
        ("The boy grew into a scourge.", ["scourge"]),
        ("Toker mum, 16, in court over baby.", ["Toker"]),
        ("“You feed these guttersnipes,” he said of the boys.", ["guttersnipes"]),
        ("The boy, once a weakling, won.", ["weakling"]),
        ("The director would not take “vegetables”, and the girl, 9, was sent to a shelter.", ["vegetables"]),
        ("“Leave the dullard at home,” she said of the girl, 9, whom police found in a shed.", ["dullard"]),
        ("Police rounded up under-age hookers; nine children were taken from their parents.", ["hookers"]),
        ("The girl was no longer a virgin, he said.", ["no longer a virgin"]),
        ("“We do not want feral children here,” the mayor said.", ["feral children"]),
        ("“We do not write “feral children” here,” the editor said.", []),
        ("“I hit the window with a hoe,” said the girl, 9, who was beaten.", []),
        ("A recidivist, 45, robbed the girl.", []),
        ("A yob in his thirties attacked the girl, police said.", []),
        ("The boy is not a scourge, his aunt said.", []),
        ("The girl dressed as a witch.", []),
        ("Mosquitoes are a scourge, the girl wrote.", []),
        ("The girl’s uncle is a hoodlum, police said.", []),
        ("The boy plays a harlot’s son and his sister a harlot in the film.", []),
        ("The pony is lawless, the girl said.", []),
    ],
)
def test_whose_label(find: Find, text: str, flagged: list[str]) -> None:
    assert loud(find(text), text) == flagged


@pytest.mark.parametrize(
    "text",
    [
        "The hooligans, some as young as eight, threw gravel at the tram.",
        "Two vandals from Year 5 were sent home, the caretaker said.",
        "He was a gangster at 13, the inspector wrote.",
        "Vagrants under the age of 14 sleep beneath the bridge.",
        "The scumbags who broke the swings were nine and eleven, the warden said.",
        "A yob is what the eleven-year-old was called on the tram.",
    ],
)
def test_an_age_or_a_class_beside_a_label_makes_it_a_childs(find: Find, text: str) -> None:
    assert loud(find(text), text)


def test_an_age_of_a_grown_up_beside_a_label_does_not(find: Find) -> None:
    for text in (
        "He was a gangster at 31, the inspector wrote.",
        "Hooligans from Year Zero of the club, all over 40.",
    ):
        assert loud(find(text), text) == []


def test_a_label_for_a_grown_up_near_a_child_is_not_the_childs(find: Find) -> None:
    for text in (
        "The criminal who robbed the girl, 12, has not been found.",
        "The judge called Dean Arkle, 34, a career thug; his daughter, 9, was in court.",
        "Ian Moll has a daughter, 13. Sentencing Moll, 31, the judge said he was a career burglar.",
        "His friends came in hoodies printed with the face of the boy, 15, who was stabbed.",
        "The mother walked out of a bad relationship with both toddlers.",
        "The transgender girl, 15, was bullied until she changed schools.",
    ):
        assert loud(find(text), text) == [], text
    text = "The thug of the estate, 14, was in court."
    assert loud(find(text), text) == ["thug"]


def test_a_label_in_the_sentence_of_a_judge_is_the_childs(find: Find) -> None:
    text = (
        "The boy, 15, robbed a pupil.\n\nThe boy said nothing. A yob laughed in the dock as the judge spoke."
    )
    assert "yob" in loud(find(text), text)


def test_an_article_about_words_is_left_alone(find: Find) -> None:
    text = (
        "Why we changed our style guide\n\n"
        "The phrase “child prostitute” blames the child. The word “illegals” is offensive. Editors now avoid "
        "“street urchin” too.\n\n“Wheelchair-bound” went last year. Some readers objected."
    )
    assert loud(find(text), text) == []


def test_a_slur_in_a_story_with_one_remark_on_words_is_still_flagged(find: Find) -> None:
    text = "The teacher said words can hurt. Boys had called the 12-year-old a “cripple” for a year."
    assert loud(find(text), text) == ["cripple"]


def test_an_adult_in_apposition_is_the_one_who_suffers(find: Find) -> None:
    text = "His client, a grandfather, suffered from diabetes. The boy, 9, testified."
    assert loud(find(text), text) == []
    text = "The boy, 9, suffered from diabetes."
    assert loud(find(text), text) == ["suffered from diabetes"]


def test_adults_are_not_the_errand(find: Find) -> None:
    text = "The banker, 58, committed suicide in May. His children run the firm."
    assert loud(find(text), text) == []


def test_advice_says_what_to_do_with_a_quotation(find: Find) -> None:
    plain = find("The home takes in AIDS orphans.")[0]
    quoted = find("“The home takes in AIDS orphans,” said the head of the children's home.")[0]
    assert "quotation" not in plain.advice
    assert quoted.advice.startswith(plain.advice)
    assert "quotation" in quoted.advice


def test_suggestions_fit_number_and_case(find: Find) -> None:
    assert "children orphaned by AIDS" in find("The home takes in AIDS orphans.")[0].suggestions
    assert "Child orphaned by AIDS" in find("Orphan of AIDS wins prize")[0].suggestions


def test_a_finding_explains_itself(find: Find) -> None:
    text = "“He's a young thug,” the shopkeeper said of the 12-year-old."
    (finding,) = find(text)
    assert finding.details["term"]
    assert finding.details["source"]
    assert finding.details["basis"]
    assert finding.clauses == ("unicef-reporting:III.1",)
    assert "{" not in finding.message + finding.advice
    assert all(0 <= e.start < e.end <= len(text) for e in finding.evidence)


def test_the_longest_wording_speaks_alone(find: Find) -> None:
    text = "Three teenage child prostitutes were found."
    assert len(find(text)) == 1


RULES = """
rules:
  - id: house/words
    check: term
    severity: warning
    language: en
    message: "“{{text}}”"
    params:
      terms:
        - term: "{pattern}"
          prefer: [child]
          why: Not our style.
{more}
    examples: {{flags: [x], passes: [y]}}
"""


@pytest.mark.parametrize(
    ("pattern", "more", "problem"),
    [
        ("[urchin]", "", "would match no words"),
        ("… urchin", "", "starts with a gap"),
        ("(street urchin", "", "')' is missing"),
        ("street) urchin", "", "')' closes nothing"),
        ("wild {chid}", "", "unknown class {chid} - did you mean 'child'?"),
        ("urchin |", "", "needs a word on both sides"),
        (
            "urchin",
            "          needs: [migrashun]",
            "unknown cue 'migrashun' in 'needs' - did you mean 'migration'?",
        ),
    ],
)
def test_a_pattern_that_cannot_be_read_is_told_with_its_line(
    tmp_path: Path, pattern: str, more: str, problem: str
) -> None:
    file = tmp_path / "house.yaml"
    file.write_text(RULES.format(pattern=pattern, more=more), encoding="utf-8")
    with pytest.raises(InputError) as error:
        build("term", load_rulebook([file]).rules)
    assert problem in str(error.value)
    assert error.value.line == 10


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A clerk wrote of robbers in knee socks; the boys are nine.", "robbers in knee socks"),
        ("The girls were told to keep away from those dusky ones.", "those dusky ones"),
        ("Who pays for another man's brats, an uncle asked the girl.", "another man's brats"),
        ("Villagers think of the girl as sullied.", "think of the girl as sullied"),
    ],
)
def test_a_class_of_wordings_is_known_in_words_not_listed_one_by_one(
    find: Find, text: str, words: str
) -> None:
    assert words in {text[f.start : f.end] for f in find(text)}


def test_pests_and_relief_hands_are_no_children(find: Find) -> None:
    assert not find("The hen hatched a noisy brood, and the girl, 9, gave each chick a name.")
    assert not find("A retarded spark stopped the tractor, and the children walked to school.")


def test_ages_told_in_a_row_make_brothers_and_cousins_children(find: Find) -> None:
    assert find("“They are born liars,” the warden said of the brothers, 8 and 10.")
    assert find("The cousins, 7, 9 and 12, are thugs, a driver said.")
    assert not find("The cousins, 41 and 44, are thugs, a driver said.")


def test_a_measure_in_a_label_is_no_grown_up(find: Find) -> None:
    assert find("The boy, 12, is a one-man crime wave, a constable said.")


def test_birds_and_pushchairs_are_no_insult(find: Find) -> None:
    assert not find("The girl, 6, hugged a stuffed loon.")
    assert not find("Police said that the boy, 2, slept in his stroller.")


def test_a_word_struck_off_a_list_is_only_spoken_about(find: Find) -> None:
    assert not find("“Street rat” was struck off first, she said; a boy of 12 had asked why.")


def test_a_crowd_has_a_word_for_a_child(find: Find) -> None:
    text = "Stallholders have a word for the boys, who are nine and ten: bin crows."
    assert "bin crows" in {text[f.start : f.end] for f in find(text)}
    assert not find("The coach has a name for the girl, 12: the rocket.")
