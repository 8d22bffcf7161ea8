"""Places of a child's life that no single word tells, found by weighing all that is told of them."""

from __future__ import annotations

from childsafe_lint import DraftReport, lint

BEGINS = """Girl, 13, freed from farm

A girl of 13 who was held and beaten on a farm for five months has been brought home, social workers said. Neema
Kato was found by officers on Friday. She lives with her grandmother in Kisenge village and had left school in May.

"""
ENDS = """

Doctors said that the girl had old and new injuries and would stay on the ward for a week. Two men are in custody
and have denied everything. Social workers will ask the court to keep her name out of the record, and the school has
offered her a place from the new term on.
"""


def details(report: DraftReport) -> dict[str, str]:
    text = report.draft.text
    return {text[f.start : f.end]: f.severity for f in report.findings if f.rule.startswith("details/")}


def test_where_a_guardian_works_is_a_place_of_the_childs_life() -> None:
    text = (
        BEGINS + "Her aunt, Grace Ochola, a teller at the Lubira branch of Unity Mutual, came at once." + ENDS
    )
    report = lint(text)
    assert details(report).get("Unity Mutual") == "warning"
    why = [e.reason for f in report.findings for e in f.evidence if text[f.start : f.end] == "Unity Mutual"]
    assert "told of as a place of a child's life is" in why, "what weighed most is shown"


def test_courts_capitals_and_papers_are_not() -> None:
    text = (
        BEGINS + "The High Court in Nairobi will hear the case in June, the Daily Nation reported.\n\n"
        "Members of Parliament asked the Ministry of Gender for figures." + ENDS
    )
    found = details(lint(text))
    assert "Kisenge" in found
    assert not {"High Court", "Nairobi", "Daily Nation", "Parliament", "Ministry of Gender"} & set(found)


def test_nothing_is_added_where_no_rule_finds_a_detail() -> None:
    text = (
        "Mill opens its doors\n\nThe old mill at Lower Dene opens on Sunday with bread, a band and a fair. People come "
        "from Upper Dene and Hexley, and the vicar of St Bride will bless the wheel at noon. Anna Cole, who bought the "
        "mill in 2019, says that the stones turn again after ninety years. The bus from Hexley stops at the Plough, "
        "and there is room for bicycles in the yard behind the smithy. Tea is served until five."
    )
    assert not details(lint(text))
