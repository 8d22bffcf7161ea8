"""Checkstyle's XML, which many build servers and editors read."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from ..report import Report, Severity
from . import Options
from .sheet import TOOL, Place, Sheet, asked, said, sheets, xml_text

_SEVERITIES: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "info"}


def render(report: Report, options: Options) -> str:
    """One ``file`` for each draft, also those in which nothing was found."""
    root = ET.Element("checkstyle", version="4.3")  # the version that readers of the format expect
    for sheet in sheets(report, options):
        _file(root, sheet)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _file(root: ET.Element, sheet: Sheet) -> None:
    file = ET.SubElement(root, "file", name=xml_text(sheet.path))

    def error(place: Place, severity: str, message: str, rule: str) -> None:
        ET.SubElement(
            file, "error", line=str(place.start.line), column=str(place.start.column), severity=severity,
            message=xml_text(message), source=xml_text(rule if rule == TOOL else f"{TOOL}.{rule}"),
        )  # fmt: skip

    if sheet.trouble is not None:
        severity, why = sheet.trouble
        error(sheet.place(0, 0), _SEVERITIES[severity], why, TOOL)
    for row in sheet.rows():
        finding = row.finding
        place = sheet.place(finding.start, finding.end)
        error(place, _SEVERITIES[finding.severity], " ".join(said(finding)), finding.rule)
    for item in sheet.questions():
        message = f"To answer before publication: {asked(item)}"
        error(sheet.question_place(item), "info", message, item.rule)
