"""SARIF 2.1.0, for code scanning on GitHub, Azure DevOps and others, and for editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

A finding is a result of kind ``fail``, an open question one of kind ``review`` (a person must decide), a
draft that was not checked one of kind ``open`` (there was not enough to decide on). The clauses of the
guidelines are taxonomies.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..guidelines.model import Clause, Guideline, Question, Rule, Rulebook
from ..report import Finding, Report, Severity
from ..ui import tr
from . import Options, fingerprints
from .markdown import escaped
from .page import plain, quoted
from .sheet import TOOL, Place, Sheet, asked, excuse, said, sheets
from .text import answered_words

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_NAMESPACE = uuid.UUID("6f4b7a2e-5d0c-5b8e-9b1f-2f7d8c0e4a11")  # any fixed one: ids are the same in every run
_NOT_CHECKED = "not-checked"
#: how GitHub sorts alerts that are about quality, not security
_PROBLEM: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "recommendation"}


def render(report: Report, options: Options) -> str:
    """One log with one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(report, options).as_dict()]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


class _Run:
    def __init__(self, report: Report, options: Options) -> None:
        self.sheets = sheets(report, options)
        self.book = options.rulebook or Rulebook()
        self.masked = options.mask_names
        self.rules: dict[str, int] = {}  # id -> index, in the order they are first met
        self.guidelines = _guidelines(report, self.book)
        self.compared = any("baseline" in f.details for d in report.drafts for f in d.findings)
        self.severities: dict[str, Severity] = {}
        self.cited: dict[str, tuple[str, ...]] = {}
        self.categories: dict[str, str] = {}
        self.excused = any(excuse(f) for d in report.drafts for f in d.findings) or any(
            c.status == "answered" for d in report.drafts for c in d.checklist
        )

    def as_dict(self) -> dict[str, Any]:
        results = [r for i, sheet in enumerate(self.sheets) for r in self.results(i, sheet)]
        unread = [s for s in self.sheets if s.report.error is not None]
        run: dict[str, Any] = {
            "tool": {
                "driver": {
                    "name": TOOL,
                    "version": __version__,
                    "semanticVersion": __version__,
                    "shortDescription": {
                        "text": "Checks news drafts against ethical guidelines for reporting on children."
                    },
                    "rules": [self.rule(id) for id in self.rules],
                    "supportedTaxonomies": [
                        {"name": g.id, "index": i, "guid": _guid(g.id)} for i, g in enumerate(self.guidelines)
                    ],
                }
            },
            "invocations": [
                {
                    "executionSuccessful": not unread,
                    "toolExecutionNotifications": [
                        {
                            "level": "error",
                            "message": _message(s.trouble[1] if s.trouble else ""),
                            "locations": [{"physicalLocation": {"artifactLocation": _artifact(s.path)}}],
                        }
                        for s in unread
                    ],
                }
            ],
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "artifacts": [self.artifact(s) for s in self.sheets],
            "taxonomies": [_taxonomy(g) for g in self.guidelines],
            "results": results,
            "properties": {"names": "masked" if self.masked else "shown"},
        }
        if not _absolute(self.sheets):
            run["originalUriBaseIds"] = {
                _ROOT: {"description": {"text": "The folder that the drafts were checked in."}}
            }
        return run

    # -- results

    def results(self, index: int, sheet: Sheet) -> Iterable[dict[str, Any]]:
        if sheet.report.error is None and sheet.trouble is not None:
            yield {
                **self.about(_NOT_CHECKED, "warning", ()),
                "kind": "open",
                "level": "none",
                "message": _message(sheet.trouble[1]),
                "locations": [self.location(sheet, index, None)],
            }
        for finding, fingerprint in fingerprints(sheet.report):
            yield self.finding(index, sheet, finding, fingerprint)
        for item in (c for c in sheet.report.checklist if c.status == "open" or c.answer):
            result = {
                **self.about(item.rule, "note", item.clauses),
                "kind": "review",
                "level": "none",
                "message": _message(asked(item)),
                "locations": [self.location(sheet, index, sheet.question_place(item))],
                "partialFingerprints": _prints(sheet.question_print(item)),
                "relatedLocations": self.evidence(sheet, index, item.because),
                "taxa": self.taxa(item.clauses),
            }
            if self.excused:
                # what is answered is settled, and platforms close what is suppressed
                answered = {"kind": "external", "justification": answered_words(item)}
                result["suppressions"] = [answered] if item.status == "answered" else []
            yield result

    def finding(self, index: int, sheet: Sheet, finding: Finding, fingerprint: str) -> dict[str, Any]:
        result = {
            **self.about(finding.rule, finding.severity, finding.clauses, finding.category),
            "kind": "fail",
            "level": finding.severity,
            "message": _message(" ".join(said(finding))),
            "locations": [self.location(sheet, index, sheet.place(finding.start, finding.end), span=finding)],
            "partialFingerprints": _prints(fingerprint),
            "relatedLocations": self.evidence(sheet, index, finding.evidence),
            "taxa": self.taxa(finding.clauses),
            "properties": {
                "category": finding.category,
                "advice": plain(finding.advice),
                "suggestions": [plain(s) for s in finding.suggestions],
                "clauses": list(finding.clauses),
            },
        }
        if self.excused:  # then all results say whether they are, or readers cannot tell
            excused = excuse(finding)
            result["suppressions"] = [{"kind": excused[0], "justification": excused[1]}] if excused else []
        if self.compared:
            state = finding.details.get("baseline")
            result["baselineState"] = state if state in ("unchanged", "updated", "absent") else "new"
        return result

    def about(
        self, rule: str, severity: Severity, clauses: Sequence[str], category: str = "checklist"
    ) -> dict[str, Any]:
        index = self.rules.setdefault(rule, len(self.rules))
        self.severities.setdefault(rule, severity)
        self.cited.setdefault(rule, tuple(clauses))
        self.categories.setdefault(rule, category)
        return {"ruleId": rule, "ruleIndex": index}

    def location(
        self, sheet: Sheet, index: int, place: Place | None, span: Finding | None = None
    ) -> dict[str, Any]:
        physical: dict[str, Any] = {"artifactLocation": {**_artifact(sheet.path), "index": index}}
        if place is not None:
            physical["region"] = _region(place)
        if span is not None:
            start, end = sheet.source_span(span.start, span.end)
            physical["region"] |= {"charOffset": start, "charLength": end - start}
            words = sheet.report.draft.text[span.start : span.end]
            if words:
                physical["region"]["snippet"] = {"text": words}
        return {"physicalLocation": physical}

    def evidence(self, sheet: Sheet, index: int, evidence: Iterable[Any]) -> list[dict[str, Any]]:
        out = []
        for i, e in enumerate(dict.fromkeys(evidence), start=1):
            place = sheet.place(e.start, e.end) if e.end > e.start else None
            words = sheet.words(e.start, e.end)
            message = f"{quoted(words)}: {plain(tr(e.reason))}" if words else plain(tr(e.reason))
            out.append({"id": i, **self.location(sheet, index, place), "message": _message(message)})
        return out

    def taxa(self, clauses: Iterable[str]) -> list[dict[str, Any]]:
        return [t for t in map(self.taxon, clauses) if t is not None]

    def taxon(self, clause: str) -> dict[str, Any] | None:
        """A reference to one clause."""
        for i, guideline in enumerate(self.guidelines):
            for j, known in enumerate(guideline.clauses):
                if known.id == clause:
                    component = {"name": guideline.id, "index": i, "guid": _guid(guideline.id)}
                    return {"id": clause, "index": j, "toolComponent": component}
        return None

    def artifact(self, sheet: Sheet) -> dict[str, Any]:
        draft = sheet.report
        return {
            "location": _artifact(sheet.path),
            "roles": ["analysisTarget"],
            "properties": {
                "verdict": draft.verdict,
                "language": draft.language,
                "clauses": {c.id: c.verdict for c in draft.clauses},
            },
        }

    # -- what the rules say

    def rule(self, id: str) -> dict[str, Any]:
        """One rule or question, with help where the rulebook has it."""
        severity = self.severities[id]
        clauses = self.cited[id]
        found = next((r for r in self.book.rules if r.id == id), None)
        asked = next((q for q in self.book.questions if q.id == id), None)
        if id == _NOT_CHECKED:
            short, text, markdown = (
                "A draft that could not be judged.",
                "Nothing is said about this draft.",
                "",
            )
        elif found is not None:
            clauses = found.clauses or clauses
            short, (text, markdown) = _readable(found.message), _rule_help(found, self.book)
        elif asked is not None:
            clauses = asked.clauses or clauses
            short, (text, markdown) = plain(asked.ask), _question_help(asked, self.book)
        else:
            short, text, markdown = id, f"See: {TOOL} explain {id}", ""
        category = self.categories[id]
        return {
            "id": id,
            "shortDescription": {"text": short},
            "fullDescription": {"text": short},
            "help": {"text": text, **({"markdown": markdown} if markdown else {})},
            "defaultConfiguration": {"level": "none" if asked or id == _NOT_CHECKED else severity},
            "relationships": [{"target": t, "kinds": ["relevant"]} for t in self.taxa(clauses)],
            "properties": {
                "category": category,
                "tags": ["children", "ethics", category],
                "clauses": list(clauses),
                "problem.severity": _PROBLEM[severity],
                **({"subtype": found.subtype} if found and found.subtype else {}),
                **({"source": found.source} if found and found.source else {}),
            },
        }


def _guidelines(report: Report, book: Rulebook) -> list[Guideline]:
    """The guidelines that results cite, with all their clauses; those unknown to the rulebook as far as they
    are cited."""
    cited: dict[str, dict[str, str]] = {}
    titles = {c.id: c.title for d in report.drafts for c in d.clauses}
    for draft in report.drafts:
        for id in [c for f in draft.findings for c in f.clauses] + [
            c for item in draft.checklist for c in item.clauses
        ]:
            cited.setdefault(id.partition(":")[0], {})[id] = titles.get(id, "")
    known = {g.id: g for g in book.guidelines}
    out = []
    for name, clauses in sorted(cited.items()):
        has = known.get(name) or Guideline(name, name, "", "", "", (), "")
        there = {c.id for c in has.clauses}
        more = [Clause(id, title, "", "", 0) for id, title in sorted(clauses.items()) if id not in there]
        out.append(
            Guideline(has.id, has.title, has.publisher, has.source, has.note, (*has.clauses, *more), has.path)
        )
    return out


def _taxonomy(guideline: Guideline) -> dict[str, Any]:
    out: dict[str, Any] = {"name": guideline.id, "guid": _guid(guideline.id)}
    if guideline.publisher:
        out["organization"] = guideline.publisher
    if guideline.title:
        out["shortDescription"] = {"text": plain(guideline.title)}
    if guideline.note or guideline.source:
        source = f"Source: {plain(guideline.source)}" if guideline.source else ""
        out["fullDescription"] = {"text": " ".join(filter(None, (plain(guideline.note), source)))}
    out["isComprehensive"] = all(c.text for c in guideline.clauses)
    out["taxa"] = [_clause(c) for c in guideline.clauses]
    return out


def _clause(clause: Clause) -> dict[str, Any]:
    out: dict[str, Any] = {"id": clause.id}
    if clause.title:
        out["shortDescription"] = {"text": plain(clause.title)}
    if clause.text:
        out["fullDescription"] = {"text": plain(clause.text)}
        out["properties"] = {"verified": clause.verified}
    return out


def _rule_help(rule: Rule, book: Rulebook) -> tuple[str, str]:
    """As plain text and as Markdown: why, what to write instead, examples."""
    parts = [("Why", _why(rule.clauses, book)), ("What to write instead", [_readable(rule.advice)])]
    parts.append(("Flagged", list(map(plain, rule.examples.flags))))
    parts.append(("Passes", list(map(plain, rule.examples.passes))))
    return _help(parts)


def _question_help(question: Question, book: Rulebook) -> tuple[str, str]:
    return _help([("Why", _why(question.clauses, book)), ("Help", [plain(question.help)])])


def _why(clauses: Sequence[str], book: Rulebook) -> list[str]:
    known = {c.id: c for g in book.guidelines for c in g.clauses}
    return [f"{plain(known[id].text)} ({id})" if id in known else id for id in clauses]


def _help(parts: Iterable[tuple[str, list[str]]]) -> tuple[str, str]:
    parts = [(head, [item for item in items if item]) for head, items in parts]
    parts = [(head, items) for head, items in parts if items]
    text = "\n".join(f"{head}:\n" + "\n".join(f"- {i}" for i in items) for head, items in parts)
    markdown = "\n\n".join(
        f"### {head}\n\n" + "\n".join(f"- {escaped(i)}" for i in items) for head, items in parts
    )
    return text or "No help is available for this rule.", markdown


def _readable(message: str) -> str:
    """A message with its placeholders as words: ``{name}`` -> ``[name]``."""
    return re.sub(r"\{(\w+)\}", r"[\1]", plain(message))


def _message(text: str) -> dict[str, str]:
    """A message of plain text: what SARIF would take for a placeholder or a link is kept as it reads."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (") or "-"}


def _prints(fingerprint: str) -> dict[str, str]:
    # GitHub goes by primaryLocationLineHash; without ours it would hash the line, with the name in it
    return {"primaryLocationLineHash": f"{fingerprint}:1", "childsafeLint/v1": fingerprint}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _artifact(path: str) -> dict[str, Any]:
    if re.match(r"/|[A-Za-z]:/", path):
        return {"uri": "file://" + quote("/" + path.lstrip("/"), safe="/:")}
    return {"uri": quote(path, safe="/", errors="surrogatepass"), "uriBaseId": _ROOT}


def _absolute(all_sheets: Sequence[Sheet]) -> bool:
    return not any("uriBaseId" in _artifact(s.path) for s in all_sheets)


def _guid(name: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, name))
