"""Reports of hand-made findings, against golden output."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from childsafe_lint import __version__
from childsafe_lint.drafts.model import Draft
from childsafe_lint.report import ChecklistItem, ClauseResult, DraftReport, Finding, Report
from childsafe_lint.reports import FORMATS, Options, fingerprints, render
from childsafe_lint.reports.page import excerpt, width, wrap
from childsafe_lint.spans import Span
from childsafe_lint.story.model import Detail, Evidence, Person, Situation, Story

TEXT = """\
Neighbour held over abuse of girl

Danagul Omarova, 12, was abused by a neighbour in the village of Kenes, prosecutors say. Police were called \
by her mother after a long evening on which nobody in the street had seen the child, and a search of the \
houses near the river began at once, with Danagul found in the neighbour's cellar shortly before midnight by \
two officers and a dog from the district station, who had been told where to look by a passer-by.

Danagul’s class teacher said she was a bright pupil. Danagul likes drawing. DANAGUL IS SAFE NOW.
The orphan lives with an aunt, a nurse at the Kenes clinic; another orphan does, too.
"""


def _spans(pattern: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(pattern, TEXT)]


def _evidence(words: str, reason: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), reason)


@pytest.fixture
def abused() -> DraftReport:
    """A child named five times, a detail, a term used twice, a question."""
    age, abuse = _evidence("12", "age under 18"), _evidence("was abused by a neighbour", "sexual abuse")
    names = _spans("Danagul Omarova|Danagul|DANAGUL")
    village = _spans("Kenes")[0]
    child = Person(
        "p1", "child", names, evidence=[age, age], details=["locality"],
        situations=[Situation("sexual-abuse-victim", abuse), Situation("sexual-abuse-victim", age)],
    )  # fmt: skip
    findings = [
        Finding(
            "unicef/name-of-abused-child", "minor-name", "error", s.start, s.end,
            f"{TEXT[s.start : s.end]} is named as a child who was sexually abused.",
            "Use no name, or a declared pseudonym; check what else identifies the child.",
            clauses=("unicef-reporting:III.3.a",), evidence=(age, abuse), person="p1",
        )
        for s in names
    ]  # fmt: skip
    findings.append(
        Finding(
            "unicef/locality", "identifying-detail", "warning", village.start, village.end,
            "The village helps to find the child.", "Name the region instead.",
            clauses=("unicef-reporting:III.1",), evidence=(abuse,), person="p1",
        )
    )  # fmt: skip
    findings += [
        Finding(
            "terms/orphan", "stigmatising-term", "warning", s.start, s.end,
            "“orphan” labels a child by its loss.",
            suggestions=("child who has lost both parents", "child without parental care"),
        )
        for s in _spans("orphan")
    ]  # fmt: skip
    sentences = _spans(r"\S[^.\n]*[.\n]")
    draft = Draft("drafts/girl.txt", TEXT, source=TEXT)
    story = Story(
        draft,
        "en",
        None,
        sentences,
        people=[child],
        details=[Detail("locality", village, ("p1",))],
        sensitive=True,
    )  # type: ignore[arg-type]
    question = "Have you asked whether being written about puts the child at risk, now and in ten years, and was an adult who knows her with you?"  # noqa: E501
    return DraftReport(
        draft, "en", story, sorted(findings, key=lambda f: f.start),
        [
            ChecklistItem("ask/risk", question, ("unicef-reporting:I.4",), (age, abuse)),
            ChecklistItem("ask/done", "Was she told?", (), (), "answered"),
        ],
        [
            ClauseResult("unicef-reporting:III.3.a", "fail", "Change the name of a child who was abused"),
            ClauseResult("unicef-reporting:III.1", "needs review", "Do not stigmatise"),
        ],
    )  # fmt: skip


@pytest.fixture
def everything(abused: DraftReport) -> Report:
    """One of each kind of draft."""
    story = abused.story
    assert story is not None
    adult = replace(story, people=[], sentences=[])
    note = replace(abused.findings[0], severity="note")
    return Report(
        [
            abused,
            DraftReport(Draft("notes.txt", TEXT, source=TEXT), "en", story, [note]),
            DraftReport(Draft("clean.txt", "A child played.", source="A child played."), "en", story),
            DraftReport(Draft("tax.txt", "The tax rose.", source="The tax rose."), "en", adult),
            DraftReport(Draft("empty.txt", ""), not_checked="the draft is empty"),
            DraftReport(Draft("gone.txt", ""), error="gone.txt: no such file"),
        ]
    )


@pytest.mark.parametrize("columns", [80, 50])
def test_text_is_golden(everything: Report, snapshot: SnapshotAssertion, columns: int) -> None:
    shown = render(everything, "text", Options(width=columns))
    assert shown == snapshot
    set_ = [
        line for line in shown.splitlines() if line.startswith((" ", "─"))
    ]  # verdicts are one line always
    assert max(map(width, set_)) <= columns


def test_text_masked_is_golden(abused: DraftReport, snapshot: SnapshotAssertion) -> None:
    assert render(Report([abused]), "text", Options(mask_names=True)) == snapshot


def test_json_is_golden(everything: Report, snapshot: SnapshotAssertion) -> None:
    shown = render(everything, "json")
    assert shown.replace(f'"{__version__}"', '"VERSION"') == snapshot
    assert render(everything, "json") == shown


def test_json_says_where(abused: DraftReport) -> None:
    data: dict[str, Any] = json.loads(render(Report([abused]), "json"))
    lines = TEXT.splitlines()
    for finding in data["drafts"][0]["findings"]:
        assert TEXT[finding["start"] : finding["end"]] == finding["text"]
        assert finding["line"] == finding["end_line"]
        assert (
            lines[finding["line"] - 1][finding["column"] - 1 : finding["end_column"] - 1] == finding["text"]
        )


@pytest.mark.parametrize("format", FORMATS)
def test_masking_leaves_no_name(abused: DraftReport, format: str) -> None:
    shown = render(Report([abused]), format, Options(mask_names=True)).casefold()
    for secret in ("danagul", "omarova", "kenes,"):
        assert secret not in shown


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_ends_in_one_line_break(everything: Report, format: str) -> None:
    for report in (everything, Report()):
        shown = render(report, format)
        assert shown.endswith("\n")
        assert not shown.endswith("\n\n")


def test_fingerprints_are_unique_and_do_not_depend_on_masking(abused: DraftReport) -> None:
    prints = [p for _, p in fingerprints(abused)]
    assert len(set(prints)) == len(prints)
    masked = json.loads(render(Report([abused]), "json", Options(mask_names=True)))
    assert [f["fingerprint"] for f in masked["drafts"][0]["findings"]] == prints


def test_fingerprints_do_not_tell_a_name(abused: DraftReport) -> None:
    """The same draft with another name of the same length has the same fingerprints: no word list can tell
    which."""
    other = "Aruzhan"
    text = TEXT.replace("Danagul", other).replace("DANAGUL", other.upper())
    swapped = replace(abused, draft=replace(abused.draft, text=text, source=text))
    assert [p for _, p in fingerprints(swapped)] == [p for _, p in fingerprints(abused)]


def test_same_words_twice_get_two_fingerprints() -> None:
    text = "An orphan. " * 40
    draft = Draft("a.txt", text, source=text)
    spans = [m.span() for m in re.finditer("orphan", text)]
    found = [Finding("terms/orphan", "stigmatising-term", "warning", a, b, "m") for a, b in spans]
    prints = [p for _, p in fingerprints(DraftReport(draft, "en", None, found))]
    assert len(set(prints)) == 40


def test_many_mentions_are_grouped() -> None:
    text = "\n".join(f"Line {i} is about Aliya and her day." for i in range(40))
    draft = Draft("a.txt", text, source=text)
    found = [
        Finding("r", "minor-name", "error", m.start(), m.end(), "Aliya is named.", person="p1")
        for m in re.finditer("Aliya", text)
    ]
    shown = render(Report([DraftReport(draft, "en", None, found)]), "text")
    assert len(shown.splitlines()) < 24
    for line in range(1, 41):
        assert f"{line}:{16 + len(str(line - 1))}" in shown  # every place is given all the same


def test_colour_is_never_the_only_signal(everything: Report) -> None:
    coloured = render(everything, "text", Options(colour=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(everything, "text")


def test_ascii_terminal(everything: Report) -> None:
    shown = render(everything, "text", Options(ascii=True))
    assert set("…“”│─").isdisjoint(shown)


@pytest.mark.parametrize(
    ("words", "columns"), [("Aida", 4), ("東京", 4), ("e\u0301te\u0301", 3), ("a\u200bb", 2), ("Әсел", 4)]
)
def test_width(words: str, columns: int) -> None:
    assert width(words) == columns


def test_marker_stands_under_wide_and_combining_letters() -> None:
    text = "東京 Rene\u0301 was here."
    flagged = Span(text.index("R"), text.index(" was"))
    (line,) = excerpt(text, Span(0, len(text)), flagged, 60, 3)
    assert line.marker == "     ^^^^"


def test_nothing_in_a_draft_can_steer_the_terminal() -> None:
    text = "A \x1b[31mred\x07 \u202eorphan\u202c here.\x9b"
    start = text.index("orphan")
    found = [Finding("r", "stigmatising-term", "warning", start, start + 6, "bad \x1b[2J word")]
    shown = render(Report([DraftReport(Draft("\x1b]0;a.txt", text, source=text), "en", None, found)]), "text")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@given(st.text(alphabet=st.sampled_from("ab  \n\t東é\u0301\x1b."), max_size=300), st.data())
def test_excerpts_always_hold_the_flagged_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    columns = data.draw(st.integers(30, 80))
    lines = excerpt(text, Span(0, len(text)), Span(start, end), columns, 3)
    assert 1 <= len(lines) <= 3
    for line in lines:
        assert width(line.text) <= columns
        assert width(line.marker) <= columns
    flagged = "".join(text[start:end].split()).replace("\x1b", "\ufffd")
    marked = "".join("".join(line.text[line.mark.start : line.mark.end].split()) for line in lines)
    assert flagged.startswith(marked)
    if any(width(c) for c in flagged):
        assert marked


@given(st.text(max_size=200), st.integers(5, 60))
def test_wrap_loses_nothing(text: str, columns: int) -> None:
    assert " ".join(wrap(text, columns)).split() == text.split()
