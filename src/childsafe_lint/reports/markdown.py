"""The report as Markdown (GitHub's dialect), for a message, an issue or a page of its own.

Nothing in a draft can become markup: its words are escaped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..report import SEVERITIES, ChecklistItem, DraftReport, Finding, Report
from ..spans import Span
from ..story.model import Evidence
from ..ui import tr
from . import Options, place_label
from .page import excerpt, plain, quoted, shorten
from .sheet import Sheet, counts, excuse, sheets, total
from .text import answered_words, clause_list, grouped, once, sentence_of

_COLUMNS, _LINES = 200, 2  # of an excerpt
_INLINE = re.compile(r"([\\`*_\[\]|~$])")
_AT_START = re.compile(r"^(?:([-+#>=:])|(\d+)([.)]))")
#: what GitHub would make a link: a mention or another issue, an address
_LINKS = re.compile(r"([@#])(?=\w)|(:)(?=//)|(?<=www)(\.)", re.IGNORECASE)


def render(report: Report, options: Options) -> str:
    """The whole report, with the sentences that findings stand in."""
    return page(report, options, excerpts=True)


def page(report: Report, options: Options, *, excerpts: bool) -> str:
    """The report with or without excerpts from the drafts."""
    all_sheets = sheets(report, options)
    lines = ["# childsafe-lint", "", escaped(total(report)), ""]
    if len(all_sheets) > 1:
        lines += [*_overview(all_sheets), ""]
    for sheet in all_sheets:
        lines += [*_draft(sheet, excerpts), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """``text`` on one line, so that Markdown shows it letter by letter."""
    text = plain(text).replace("&", "&amp;").replace("<", "&lt;")
    text = _INLINE.sub(r"\\\1", text)
    text = _AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)
    # a comment is not seen, and no link is made around it
    return _LINKS.sub(lambda m: f"{m[0]}<!-- -->", text)


def _overview(all_sheets: Sequence[Sheet]) -> Iterator[str]:
    yield "| " + " | ".join(map(tr, ("draft", "verdict", "errors", "warnings", "notes", "questions"))) + " |"
    yield "|---|---|--:|--:|--:|--:|"
    for sheet in all_sheets:
        found = Counter(f.severity for f in sheet.report.findings if counts(f))
        numbers = [found[s] for s in SEVERITIES] + [len(sheet.questions())]
        cells = [escaped(sheet.path), _verdict(sheet.report), *(str(n) if n else "" for n in numbers)]
        yield "| " + " | ".join(cells) + " |"


def _verdict(report: DraftReport) -> str:
    if report.error is not None:
        return tr("could not be read")
    return tr("not checked" if report.not_checked is not None else report.verdict)


def _draft(sheet: Sheet, excerpts: bool) -> Iterator[str]:
    report = sheet.report
    yield f"## {escaped(sheet.path)}"
    yield ""
    if sheet.trouble is not None:
        yield escaped(sheet.trouble[1])
        return
    yield f"**{_verdict(report)}**"
    titles = {c.id: c.title for c in report.clauses}
    live = [f for f in report.findings if counts(f)]
    if live:
        yield ""
        yield f"### {tr('Findings')}"
    for group in grouped(live, report.draft.text):
        yield ""
        yield from _finding(sheet, group, titles, excerpts)
    past = [f for f in report.findings if not counts(f)]
    if past:
        yield ""
        yield from _folded(
            f"{tr('Excused or known before')} ({len(past)})", [_excused(sheet, f) for f in past]
        )
    if report.checklist:
        yield ""
        yield f"### {tr('Questions only you can answer')}"
        yield ""
        for item in report.checklist:
            yield _question(sheet, item)
    if report.clauses:
        yield ""
        yield from _clauses(report)


def _finding(sheet: Sheet, group: Sequence[Finding], titles: dict[str, str], excerpts: bool) -> Iterator[str]:
    first = group[0]
    yield f"**{tr(first.severity)}** {_at(sheet, first)} · {escaped(first.rule)}: {escaped(first.message)}"
    if excerpts and first.start < first.end:
        yield ""
        yield "> " + _excerpt(sheet, first)
    items = []
    because = [_because(sheet, e) for e in once(first.evidence)]
    if because:
        items.append(f"{tr('Why')}: " + "; ".join(because))
    if first.clauses:
        main, *more = first.clauses
        title = f" – {escaped(titles[main])}" if titles.get(main) else ""
        also = f"{tr('; also ')}{escaped(clause_list(more, main.partition(':')[0]))}" if more else ""
        items.append(f"{tr('Clause')}: {escaped(main)}{title}{also}")
    if first.advice:
        items.append(f"{tr('Instead')}: " + escaped(first.advice))
    if first.suggestions:
        items.append(tr("Try:") + " " + ", ".join(quoted(escaped(s)) for s in first.suggestions))
    if len(group) > 1:
        items.append(tr("Also at") + " " + ", ".join(_at(sheet, f) for f in group[1:]))
    if items:
        yield ""
        yield from (f"- {item}" for item in items)


def _excerpt(sheet: Sheet, finding: Finding) -> str:
    """The sentence with the flagged words in bold."""
    report = sheet.report
    flagged = Span(finding.start, finding.end)
    parts = []
    for line in excerpt(report.draft.text, sentence_of(report, finding), flagged, _COLUMNS, _LINES):
        before, words = line.text[: line.mark.start], line.text[line.mark.start : line.mark.end]
        after = line.text[line.mark.end :]
        # escaped() trims, and where words meet the mark the space matters
        bold = f"<b>{escaped(words)}</b>" if words.strip() else ""
        parts.append(_spaced(before) + bold + _spaced(after))
    return " ".join(parts)


def _spaced(text: str) -> str:
    if not text.strip():
        return " " if text else ""
    return " " * text[0].isspace() + escaped(text) + " " * text[-1].isspace()


def _because(sheet: Sheet, evidence: Evidence) -> str:
    words = shorten(sheet.words(evidence.start, evidence.end), 60)
    reason = escaped(tr(evidence.reason))
    return f"{quoted(escaped(words))} ({reason})" if words else reason


def _excused(sheet: Sheet, finding: Finding) -> str:
    excused = excuse(finding)
    why = f" – {escaped(excused[1])}" if excused else f" – {tr('known before')}"
    return f"{_at(sheet, finding)} · {escaped(finding.rule)}: {escaped(finding.message)}{why}"


def _question(sheet: Sheet, item: ChecklistItem) -> str:
    box = "x" if item.status == "answered" else " "
    clauses = f" ({escaped(clause_list(item.clauses))})" if item.clauses else ""
    because = "; ".join(_because(sheet, e) for e in once(item.because)[:2])
    why = tr("Because {}:").replace("{}", escaped(item.trigger)) if item.trigger else tr("Because of {}:")
    why = f" {why} {because}." if item.trigger else " " + why.replace("{}", because).rstrip(":") + "."
    answer = f" *{escaped(answered_words(item))}*" if item.answer else ""
    return f"- [{box}] {escaped(item.question)}{clauses}" + (why if because else "") + answer


def _clauses(report: DraftReport) -> Iterator[str]:
    """Verdicts of the clauses; those that passed or do not apply are folded away."""
    gravest = ("fail", "needs review")
    shown = sorted(
        (c for c in report.clauses if c.verdict in gravest), key=lambda c: gravest.index(c.verdict)
    )
    rest = [c for c in report.clauses if c.verdict not in gravest]
    if shown:
        yield f"### {tr('Clauses')}"
        yield ""
        yield from (f"- **{tr(c.verdict)}** {_clause(c.id, c.title)}" for c in shown)
    if rest:
        if shown:
            yield ""
        yield from _folded(
            f"{tr('Clauses passed or not applicable')} ({len(rest)})",
            [f"{tr(c.verdict)}: {_clause(c.id, c.title)}" for c in rest],
        )


def _clause(id: str, title: str) -> str:
    return f"{escaped(id)} – {escaped(title)}" if title else escaped(id)


def _folded(head: str, items: Sequence[str]) -> Iterator[str]:
    yield f"<details><summary>{head}</summary>"
    yield ""
    yield from (f"- {item}" for item in items)
    yield ""
    yield "</details>"


def _at(sheet: Sheet, finding: Finding) -> str:
    label = place_label(sheet.report.draft, finding)
    if label:
        return escaped(label)
    at = sheet.place(finding.start, finding.end).start
    return f"{at.line}:{at.column}"
