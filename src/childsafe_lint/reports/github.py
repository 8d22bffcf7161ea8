"""Annotations in a GitHub Actions run (workflow commands), and a Markdown page for its summary.

GitHub shows ten annotations of each level a step: the worst come first, and each child and word once before
any is repeated.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..report import Report, Severity
from ..ui import counted, tr
from . import Options, markdown
from .masking import masked
from .page import plain
from .sheet import TOOL, Place, Sheet, asked, said, sheets, total, worst_first
from .text import clause_list

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_SUMMARY_BYTES = 1024 * 1024  # GitHub refuses a longer one whole
_CUT = "\n\n_The report is longer than GitHub shows. Run childsafe-lint on your own machine for the rest._\n"


def render(report: Report, options: Options) -> str:
    """The annotations, worst first."""
    all_sheets = sheets(report, options)
    by_level: dict[Severity, list[str]] = {"error": [], "warning": [], "note": []}
    for sheet in all_sheets:
        if sheet.trouble is not None:
            severity, why = sheet.trouble
            by_level[severity].append(_command(severity, why, sheet, None, TOOL))
    by_level["note"].append(_command("note", total(report), None, None, TOOL))
    for sheet in all_sheets:
        by_level["note"] += _questions(sheet)
    for sheet, row in worst_first(all_sheets):
        finding = row.finding
        lines = list(said(finding))
        if finding.clauses:
            lines.append(f"{tr('Clause')}: " + plain(clause_list(finding.clauses)))
        place = sheet.place(finding.start, finding.end)
        by_level[finding.severity].append(
            _command(finding.severity, "\n".join(lines), sheet, place, finding.rule)
        )
    return "".join(line + "\n" for lines in by_level.values() for line in lines)


def summary(report: Report, options: Options) -> str:
    """The page for ``$GITHUB_STEP_SUMMARY``, at most as long as GitHub takes."""
    if options.mask_names:
        report = masked(report)
    page = markdown.page(report, options, excerpts=False)
    raw = page.encode("utf-8", "backslashreplace")
    if len(raw) > _SUMMARY_BYTES:
        raw = raw[: _SUMMARY_BYTES - len(_CUT.encode())]
        page = raw[: raw.rfind(b"\n")].decode("utf-8", "ignore") + _CUT
    return page


def _questions(sheet: Sheet) -> Iterator[str]:
    """All open questions of a draft in one annotation, so that findings are not crowded out."""
    questions = sheet.questions()
    if questions:
        title = tr("{} only you can answer").replace("{}", counted(len(questions), "question"))
        message = "\n".join(f"- {asked(q)}" for q in questions)
        yield _command("note", message, sheet, sheet.question_place(questions[0]), title)


def _command(severity: Severity, message: str, sheet: Sheet | None, place: Place | None, title: str) -> str:
    values: dict[str, str | int] = {}
    if sheet is not None:
        values["file"] = sheet.path
    if place is not None:
        values["line"], values["endLine"] = place.start.line, place.end.line
        if place.start.line == place.end.line:  # GitHub takes columns only on one line
            values["col"], values["endColumn"] = place.start.column, place.end.column
    values["title"] = title
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    return f"::{_LEVELS[severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
