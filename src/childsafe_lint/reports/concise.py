"""One line a finding, for editors, scripts and ``grep``: ``path:line:column: severity rule message``."""

from __future__ import annotations

from collections.abc import Iterator

from ..report import Report
from . import Options
from .page import ascii_only, plain
from .sheet import TOOL, Sheet, sheets, total


def render(report: Report, options: Options) -> str:
    """The findings in reading order, then one line of counts, which no parser takes for a finding."""
    lines = [line for sheet in sheets(report, options) for line in _lines(sheet)]
    text = "\n".join([*lines, total(report)]) + "\n"
    return ascii_only(text) if options.ascii else text


def _lines(sheet: Sheet) -> Iterator[str]:
    # a line that begins so would be a command to some build servers
    path = f"./{sheet.path}" if sheet.path.startswith((":", "#")) else sheet.path
    if sheet.trouble is not None:
        severity, why = sheet.trouble
        yield f"{path}:1:1: {severity} {TOOL} {why}"
    for row in sheet.rows():
        finding = row.finding
        at = sheet.place(finding.start, finding.end).start
        yield f"{path}:{at.line}:{at.column}: {finding.severity} {finding.rule} {plain(finding.message)}"
