"""What was missed and what was flagged wrongly, sorted by kind and by the likely cause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from childsafe_lint.report import DraftReport
from childsafe_lint.spans import Span

from .gold import Gold, Mark
from .measure import LINTER, LOCKED, Result
from .score import LOUD, Found, overlap

_AROUND = 80  # characters either side of the words in an excerpt


@dataclass(frozen=True)
class Slip:
    """One miss or false finding. ``kind`` is the label with its subtype or rule; ``cause`` a short phrase."""

    missed: bool
    label: str
    kind: str
    cause: str
    draft: str
    set: str
    before: str
    words: str
    after: str


def slips(result: Result) -> list[Slip]:
    """Every slip of the linter in the open sets; locked ones are not told."""
    found = result.findings[LINTER]
    return [
        slip
        for name, drafts in result.drafts.items()
        if name not in LOCKED
        for draft in drafts
        for slip in _of(draft, found[draft.id], result.reports[draft.id])
    ]


def _of(draft: Gold, found: list[Found], report: DraftReport) -> Iterator[Slip]:
    loud = [f for f in found if f.severity in LOUD]
    for mark in draft.marks:
        if not mark.optional and not any(f.label == mark.label and overlap(f, mark) for f in loud):
            yield _slip(draft, True, mark, mark.sub, _why_missed(draft, mark, found, report))
    for f in loud:
        if not any(m.label == f.label and overlap(f, m) for m in draft.marks):
            yield _slip(draft, False, f, f.sub, _why_false(draft, f, report))


def _slip(draft: Gold, missed: bool, at: Mark | Found, kind: str, cause: str) -> Slip:
    return Slip(missed, at.label, kind, cause, draft.id, draft.set, *excerpt(draft.text, at.start, at.end))


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words in question with what stands before and after them on their line."""
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return before, " ".join(text[start:end].split()), after


def _why_missed(draft: Gold, mark: Mark, found: list[Found], report: DraftReport) -> str:
    story = report.story
    if story is None:
        return "draft not checked"
    if any(f.label == mark.label and overlap(f, mark) for f in found):
        return "found, but only as a note"
    where = Span(mark.start, mark.end)
    if mark.label == "minor-name":
        owner = next((p for p in story.people for m in p.mentions if m.overlaps(where)), None)
        if owner is None:
            return "name not seen" + _company(draft, mark, found)
        if owner.kind == "child":
            return "child seen, but held for protected" if owner.pseudonym else "child seen, but no rule fits"
        seen = "taken for an adult" if owner.kind == "adult" else "person seen, but not that it is a child"
        return seen + _company(draft, mark, found)
    if mark.label == "id-detail":
        seen_as = next((d for d in story.details if d.span.overlaps(where)), None)
        if seen_as is not None:
            return f"seen as {seen_as.kind}, but no finding"
        if not story.sensitive:
            return "draft not seen to be about a child at risk"
        if any(overlap(f, mark) for f in found if f.label == "minor-name"):
            return "taken for a child's name"
        return "not seen"
    return "wording not known, or not said of a child here"


def _company(draft: Gold, mark: Mark, found: list[Found]) -> str:
    """Whether other mentions of the same name were found: then the thread was lost, not the child."""
    words = set(re.findall(r"\w{3,}", draft.text[mark.start : mark.end].casefold()))
    for other in draft.marks:
        if other is not mark and other.label == "minor-name":
            shared = words & set(re.findall(r"\w{3,}", draft.text[other.start : other.end].casefold()))
            if shared and any(f.label == "minor-name" and overlap(f, other) for f in found):
                return " (other mentions of the child are found)"
    return ""


def _why_false(draft: Gold, f: Found, report: DraftReport) -> str:
    other = next((m for m in draft.marks if overlap(f, m)), None)
    if other is not None:
        return f"an editor marks it as {other.label}{':' + other.sub if other.label != 'minor-name' else ''}"
    if f.label == "minor-name" and report.story is not None:
        people = [e for e in report.story.doc.ents if e.label_ == "PERSON"]
        named = any(e.start_char < f.end and f.start < e.end_char for e in people)
        who = "somebody else taken for a child" if named else "perhaps no person at all"
        return who if draft.meta.get("verdict") == "violates" else f"{who}, in a draft with nothing to flag"
    if draft.meta.get("verdict") == "clean":
        return "in a draft with nothing to flag"
    return "in a draft with other things to flag"
