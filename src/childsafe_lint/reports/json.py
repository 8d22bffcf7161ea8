"""The finding contract: one JSON object that other programs rely on. Every key is in
docs/finding-contract.md."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from .. import __version__
from ..drafts.model import Draft, Place
from ..report import CATEGORIES, SEVERITIES, ChecklistItem, DraftReport, Finding, Report
from ..spans import Span
from ..story.model import Evidence, Person
from . import Options, fingerprints

SCHEMA = "childsafe-lint/1"


def render(report: Report, options: Options) -> str:
    """The whole report as indented JSON. The same report always gives the same characters."""
    return json.dumps(as_dict(report, options), ensure_ascii=False, indent=1) + "\n"


def as_dict(report: Report, options: Options | None = None) -> dict[str, Any]:
    """The report as plain dicts and lists, keys in the order of the contract."""
    masked = options is not None and options.mask_names
    return {
        "schema": SCHEMA,
        "drafts": [_draft(d) for d in report.drafts],
        "summary": {"version": __version__, "names": "masked" if masked else "shown", **_summary(report)},
    }


def _summary(report: Report) -> dict[str, Any]:
    findings = [f for d in report.drafts for f in d.findings if f.counts]
    severities = Counter(f.severity for f in findings)
    categories = Counter(f.category for f in findings)
    unreadable = sum(d.error is not None for d in report.drafts)
    unchecked = sum(d.error is None and d.not_checked is not None for d in report.drafts)
    return {
        "drafts": len(report.drafts),
        "checked": len(report.drafts) - unreadable - unchecked,
        "not_checked": unchecked,
        "unreadable": unreadable,
        "findings": len(findings),
        "by_severity": {s: severities[s] for s in SEVERITIES},
        "by_category": {c: categories[c] for c in CATEGORIES},
        "set_aside": sum(not f.counts for d in report.drafts for f in d.findings),
        "open_questions": sum(c.status == "open" for d in report.drafts for c in d.checklist),
    }


def _draft(report: DraftReport) -> dict[str, Any]:
    draft = report.draft
    out: dict[str, Any] = {"path": draft.path, "language": report.language, "verdict": report.verdict}
    if report.error is not None:
        out["error"] = report.error
    if report.not_checked is not None:
        out["not_checked"] = report.not_checked
    if draft.notices:
        out["notices"] = list(draft.notices)
    people = {p.id for p in report.people}
    out["findings"] = [_finding(draft, f, print_, people) for f, print_ in fingerprints(report)]
    out["people"] = [_person(draft, p) for p in report.people]
    out["checklist"] = [
        {
            "rule": c.rule,
            "question": c.question,
            "status": c.status,
            "because": _evidence(draft, c.because),
            "clauses": list(c.clauses),
            "trigger": c.trigger,
            "fingerprint": c.fingerprint,
            "answer": _answer(c),
        }
        for c in report.checklist
    ]
    out["clauses"] = [{"id": c.id, "verdict": c.verdict} for c in report.clauses]
    return out


def _finding(draft: Draft, finding: Finding, fingerprint: str, people: set[str]) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        **_placed(draft, finding),
        "message": finding.message,
        "advice": finding.advice,
        "suggestions": list(finding.suggestions),
        "clauses": list(finding.clauses),
        "evidence": _evidence(draft, finding.evidence),
        "person": finding.person if finding.person in people else None,
        "fingerprint": fingerprint,
        "baselineState": finding.details.get("baseline"),
        "suppressed": _suppression(finding),
    }


def _suppression(finding: Finding) -> dict[str, Any] | None:
    """Who set the finding aside and why; None where it counts."""
    value = finding.details.get("suppression")
    if not isinstance(value, dict):
        return None
    return {key: value.get(key) for key in ("kind", "justification", "by", "until")}


def _answer(item: ChecklistItem) -> dict[str, Any] | None:
    answer = item.answer
    if answer is None:
        return None
    current = item.status == "answered"
    return {"done": answer.done, "by": answer.by, "on": answer.on.isoformat(), "current": current}


def _person(draft: Draft, person: Person) -> dict[str, Any]:
    situations = dict.fromkeys(s.kind for s in person.situations)
    return {
        "id": person.id,
        "kind": person.kind,
        "mentions": [_place(draft, m) for m in person.mentions],
        "evidence": _evidence(draft, person.evidence),
        "situations": list(situations),
        "details": list(dict.fromkeys(person.details)),
    }


def _place(draft: Draft, span: Span | Finding) -> dict[str, Any]:
    """Where the words stand: offsets into the text, lines and columns in the source."""
    start, end = draft.position(span.start), draft.position(span.end, end=True)
    place = draft.place(span.start)
    return {
        "start": span.start,
        "end": span.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": draft.text[span.start : span.end],
        **({} if place is None else {"location": _location(place, span.start)}),
    }


def _placed(draft: Draft, finding: Finding) -> dict[str, Any]:
    """As `_place`; what stands beside the text says where as well."""
    place = _place(draft, finding)
    if finding.category == "metadata" and "where" in finding.details:
        place["location"] = {**place.get("location", {}), "label": str(finding.details["where"])}
    return place


def _location(place: Place, start: int) -> dict[str, Any]:
    """Where a document has the words; what it does not tell is left out. Numbers for people begin at 1."""
    return {
        "label": str(place),
        **({"page": place.page} if place.page is not None else {}),
        **({"part": place.part} if place.part else {}),
        **({"paragraph": place.paragraph + 1} if place.paragraph is not None else {}),
        **({"run": place.run + 1} if place.run is not None else {}),
        "offset": place.offset + min(max(start - place.start, 0), place.end - place.start),
    }


def _evidence(draft: Draft, evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [
        {"start": e.start, "end": e.end, "text": draft.text[e.start : e.end], "reason": e.reason}
        for e in dict.fromkeys(evidence)
    ]
