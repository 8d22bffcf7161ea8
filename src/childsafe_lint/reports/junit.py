"""JUnit XML, which every build server shows: a suite for each draft, a test for each finding.

Errors and warnings are failures, an open question and a draft that was not checked are skipped, a draft that
could not be read is an error. The name of a test holds no line, so that it is the same test when lines move.
"""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from ..report import Report
from ..ui import tr
from . import Options
from .page import plain
from .sheet import TOOL, Row, Sheet, asked, said, sheets, xml_text
from .text import answered_words, clause_list


def render(report: Report, options: Options) -> str:
    """All drafts, also those in which nothing was found."""
    root = ET.Element("testsuites", name=TOOL)
    totals: Counter[str] = Counter()
    for sheet in sheets(report, options):
        suite = _suite(sheet)
        root.append(suite)
        totals.update({k: int(suite.get(k, "0")) for k in ("tests", "failures", "errors")})
    for key in ("tests", "failures", "errors"):
        root.set(key, str(totals[key]))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(sheet: Sheet) -> ET.Element:
    suite = ET.Element("testsuite", name=xml_text(sheet.path))
    names: Counter[str] = Counter()

    def case(name: str) -> ET.Element:
        names[name] += 1
        name = name if names[name] == 1 else f"{name} ({names[name]})"
        return ET.SubElement(suite, "testcase", name=xml_text(name), classname=xml_text(sheet.path), time="0")

    def outcome(test: ET.Element, tag: str, message: str, body: str = "", type: str = "") -> None:
        told = ET.SubElement(test, tag, message=xml_text(message))
        told.text = xml_text(body) or None
        if type:
            told.set("type", type)

    if sheet.trouble is not None:
        severity, why = sheet.trouble
        outcome(case("can be checked"), "error" if severity == "error" else "skipped", why)
    for row in sheet.rows():
        finding = row.finding
        test = case(f"{finding.rule}: {plain(finding.message)}")
        if finding.severity == "note":
            ET.SubElement(test, "system-out").text = xml_text(_body(sheet, row))
        else:
            outcome(test, "failure", plain(finding.message), _body(sheet, row), type=finding.severity)
    for item in sheet.questions():
        at = sheet.question_place(item).start
        where = f"{sheet.path}:{at.line}:{at.column}"
        outcome(
            case(f"{item.rule}: {plain(item.question)}"),
            "skipped",
            "to be answered by a person",
            f"{where}: {asked(item)}",
        )
    for item in sheet.answered():
        test = case(f"{item.rule}: {plain(item.question)}")
        ET.SubElement(test, "system-out").text = xml_text(answered_words(item))
    if not len(suite):
        case("no problem found by these checks")
    for key, tag in {
        "tests": "testcase",
        "failures": "failure",
        "errors": "error",
        "skipped": "skipped",
    }.items():
        suite.set(key, str(len(list(suite.iter(tag)))))
    return suite


def _body(sheet: Sheet, row: Row) -> str:
    finding = row.finding
    at = sheet.place(finding.start, finding.end).start
    words = sheet.words(finding.start, finding.end)
    lines = [f"{sheet.path}:{at.line}:{at.column}: {finding.severity}" + (f" “{words}”" if words else "")]
    lines += said(finding)
    if finding.clauses:
        lines.append(f"{tr('Clause')}: " + plain(clause_list(finding.clauses)))
    return "\n".join(lines)
