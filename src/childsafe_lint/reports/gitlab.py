"""GitLab's Code Quality report: a list of issues, shown in the merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from ..report import Report, Severity
from . import Options
from .sheet import TOOL, Place, Sheet, asked, said, sheets

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "note": "info"}


def render(report: Report, options: Options) -> str:
    """All issues in reading order, every fingerprint once."""
    issues = [issue for sheet in sheets(report, options) for issue in _issues(sheet)]
    seen: dict[str, int] = {}
    for issue in issues:
        print_ = issue["fingerprint"]
        n = seen[print_] = seen.get(print_, 0) + 1
        if n > 1:  # the same story in two files
            issue["fingerprint"] = _digest(f"{print_} {n}")
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issues(sheet: Sheet) -> Iterator[dict[str, Any]]:
    start = sheet.place(0, 0)
    if sheet.trouble is not None:
        severity, why = sheet.trouble
        yield _issue(sheet, TOOL, why, _SEVERITIES[severity], start, _digest(severity))
    for row in sheet.rows():
        finding = row.finding
        yield _issue(
            sheet, finding.rule, " ".join(said(finding)), _SEVERITIES[finding.severity],
            sheet.place(finding.start, finding.end), row.fingerprint,
        )  # fmt: skip
    for item in sheet.questions():
        words = f"To answer before publication: {asked(item)}"
        place = sheet.question_place(item)
        yield _issue(sheet, item.rule, words, "info", place, sheet.question_print(item))


def _issue(
    sheet: Sheet, rule: str, words: str, severity: str, place: Place, fingerprint: str
) -> dict[str, Any]:
    return {
        "description": words,
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": sheet.path, "lines": {"begin": place.start.line, "end": place.end.line}},
    }


def _digest(words: str) -> str:
    return hashlib.sha256(f"{TOOL} {words}".encode()).hexdigest()[:20]
