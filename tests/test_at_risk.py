"""Whether a draft is about a child at risk, told by all of it together; and who in it is family by all that is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.report import DraftReport

#: nothing in it is a word for harm
LEFT_ALONE = """Nobody came for the boy at the gate

For two days a boy of nine slept under the counter of the fish stall in Port Hagan. He had walked there from the
village of Lower Brenn, he told the police, because there was nobody at home and the door would not open.

His mother, Orla Keane, went out on Friday night with her sister and did not come back until Monday. She told the
officers that she had thought that he was with his father. His father lives with another woman in Dunmoyle and had
not seen the boy since Easter.

The woman who keeps the stall gave him soup. “He ate like one who has waited for it,” she said. “He asked me twice
if I would tell on his mother.”

Police took him to his aunt, Deirdre Keane, who has a flat on Rope Street. A social worker calls there every day.
"""

#: a word of harm, but nothing that harms
A_FALL_LAST_YEAR = """Pupils of Hill School win a place at the final

Six pupils of Hill School have won a place at the national final of the robot cup, the school said on Friday. Their
machine, a crab of tin and string, sorted forty bottles in nine minutes.

The youngest of the team, a boy of 12, was injured last year when he fell from a tree and spent the summer at home,
where he taught himself to program. His mother, Dana Vuk, teaches music, and his grandfather, Anton Vuk, gave the
team his workshop in the village of Donja Reka. “They learn more here than from any book,” the grandfather said.

The team needs about 900 euros for the journey, and the parents have sold cakes since autumn. The final is on 14 May
in the capital. Thirty teams take part, and the best three will get a study place for a week at the technical
university.
"""


@pytest.fixture(scope="module")
def lint() -> Callable[[str], DraftReport]:
    linter = Linter()
    return lambda text: linter.lint(read_bytes(text.encode(), "draft.txt"))


def details(report: DraftReport) -> set[str]:
    return {report.draft.text[f.start : f.end] for f in report.findings if f.category == "identifying-detail"}


def test_a_child_at_risk_whom_no_word_for_harm_tells_of(lint: Callable[[str], DraftReport]) -> None:
    report = lint(LEFT_ALONE)
    assert {"Lower Brenn", "Orla Keane", "Deirdre Keane", "Rope Street"} <= details(report)
    told = [
        report.draft.text[e.start : e.end]
        for f in report.findings
        for e in f.evidence
        if e.reason == "told of as a child at risk is"
    ]
    assert told, "what weighed most is shown"


def test_a_word_for_harm_in_glad_news_makes_no_details(lint: Callable[[str], DraftReport]) -> None:
    assert not details(lint(A_FALL_LAST_YEAR))


def test_a_few_words_are_not_weighed(lint: Callable[[str], DraftReport]) -> None:
    assert "Orla Keane" in details(
        lint("A boy of nine was beaten. His mother, Orla Keane, went to the police.")
    )
    assert not details(lint("A boy of nine plays the drum. His mother, Orla Keane, sews the uniforms."))


def test_no_name_is_a_sign(lint: Callable[[str], DraftReport]) -> None:
    from childsafe_lint.story.at_risk import signs

    story = lint(LEFT_ALONE).story
    assert story is not None
    said = {s.removeprefix("c:") for s in signs(story.doc, story.sentences, story.people)}
    assert {"mother", "police"} <= said
    assert not said & {"orla", "keane", "deirdre", "brenn"}


#: whose mother Dunya is, is told three paragraphs before her name
BY_HER_FIRST_NAME = """Girl, 13, taken from the well road is found alive

A girl of 13 who was taken from the well road on Monday was found alive on Thursday in a shed outside Karo, police
said. Two men have been charged with kidnapping.

Dunya Sahl, 41, had not slept. For three nights she sat on the step with a lamp, in case the girl came home.
“When they put her in my arms I did not know whether to shout or to be silent,” Dunya said.

Inspector Yusuf Tamm said that a driver had seen a van without plates. The charge was read on Friday by the
magistrate, Ines Orlo. A neighbour, Pell Arto, who was in the search from the first hour, said that the road has no
lamps.

Dunya has hidden the girl's shoes. She washes her hair, she said, and does not ask.
"""


def test_family_whom_no_word_of_kin_tells_of(lint: Callable[[str], DraftReport]) -> None:
    report = lint(BY_HER_FIRST_NAME)
    assert details(report) >= {"Dunya Sahl", "Dunya"}
    assert not details(report) & {"Yusuf Tamm", "Ines Orlo", "Pell Arto"}
    told = {
        report.draft.text[e.start : e.end]
        for f in report.findings
        for e in f.evidence
        if e.reason == "told of as family is"
    }
    assert told, "what weighed most is shown"
    assert all(word.isalpha() and word.islower() for word in told), told
