"""Reviewdog Diagnostic Format, for comments on the changed lines of a merge request.

Columns count UTF-8 bytes.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..report import Report, Severity
from . import Options
from .masking import BLOCK
from .sheet import TOOL, Place, Sheet, asked, said, sheets

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, options: Options) -> str:
    """A ``DiagnosticResult``."""
    diagnostics = [d for sheet in sheets(report, options) for d in _diagnostics(sheet, options)]
    data: dict[str, Any] = {"source": {"name": TOOL}, "diagnostics": diagnostics}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _diagnostics(sheet: Sheet, options: Options) -> Iterator[dict[str, Any]]:
    if sheet.trouble is not None:
        severity, why = sheet.trouble
        yield {
            "message": why, "location": {"path": sheet.path}, "severity": _SEVERITIES[severity],
            "code": {"value": TOOL},
        }  # fmt: skip
    for row in sheet.rows():
        finding = row.finding
        place = _range(sheet.place(finding.start, finding.end, "utf-8"))
        out: dict[str, Any] = {
            "message": "\n".join(said(finding)),
            "location": {"path": sheet.path, "range": place},
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.rule},
        }
        # a wording with a label for a name is to be read, not to be put into the draft
        wordings = [s for s in finding.suggestions if not options.mask_names or not _masked(s)]
        if wordings:
            out["suggestions"] = [{"range": place, "text": s} for s in wordings]
        yield out
    for item in sheet.questions():
        yield {
            "message": f"To answer before publication: {asked(item)}",
            "location": {"path": sheet.path, "range": _range(sheet.question_place(item, "utf-8"))},
            "severity": "INFO",
            "code": {"value": item.rule},
        }


def _masked(words: str) -> bool:
    return BLOCK in words or "[" in words


def _range(place: Place) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": place.start.line, "column": place.start.column},
        "end": {"line": place.end.line, "column": place.end.column},
    }
