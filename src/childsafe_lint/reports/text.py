"""The report for people at a terminal: what, why, which clause, what to write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from ..report import SEVERITIES, ChecklistItem, DraftReport, Finding, Report, Severity
from ..spans import Span
from ..story.model import Evidence
from ..ui import counted, language, tr
from . import Options, place_label
from .page import ascii_only, excerpt, plain, quoted, shorten, wrap

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_VERDICT_COLOURS = {"fail": "red", "needs review": "yellow", "pass": "green"}
_LABEL = 9  # columns for "why", "clause" …
_MORE = 6  # repeated mentions shown with their words; the rest by position only


def render(report: Report, options: Options) -> str:
    """The whole report, one draft after the other, then one line for all of them."""
    page = _Page(options)
    parts = ["\n".join(page.draft(d)) for d in report.drafts if d.error is None]
    if len(report.drafts) != 1:
        parts.append("\n".join(page.total(report)))
    text = ""
    for i, part in enumerate(parts):
        # drafts with nothing to show stand under one another, the others get air
        if i:
            text += "\n\n" if "\n" in part or "\n" in parts[i - 1] or i == len(parts) - 1 else "\n"
        text += part
    text = text + "\n" if text else ""
    return ascii_only(text) if options.ascii else text


class _Page:
    def __init__(self, options: Options) -> None:
        self.columns = max(options.width, 40)
        self.colour = options.colour

    def style(self, text: str, colour: str | None = None, *, bold: bool = False, dim: bool = False) -> str:
        if not self.colour or not text:
            return text
        return click.style(text, fg=colour, bold=bold or None, dim=dim or None)

    # -- one draft

    def draft(self, report: DraftReport) -> Iterator[str]:
        path = plain(report.draft.path)
        if report.not_checked is not None:
            word = self.style(tr("not checked"), "yellow")
            yield f"{self.style(path, bold=True)}  {word}: {plain(tr(report.not_checked))}"
            return
        live = [f for f in report.findings if f.counts]
        if not live and not report.checklist and not any("suppression" in f.details for f in report.findings):
            yield f"{self.style(path, bold=True)}  {self.verdict(report)}"
            return
        yield self.style(path, bold=True)
        yield self.style("─" * self.columns, dim=True)
        titles = {c.id: c.title for c in report.clauses}
        for group in grouped(live, report.draft.text):
            yield from self.group(report, group, titles)
            yield ""
        excused = [f for f in report.findings if "suppression" in f.details]
        if excused:
            yield from self.excused(report, excused)
            yield ""
        if report.checklist:
            yield from self.checklist(report)
            yield ""
        if report.clauses:
            yield from self.clauses(report)
            yield ""
        yield self.verdict(report)

    def group(self, report: DraftReport, group: Sequence[Finding], titles: dict[str, str]) -> Iterator[str]:
        first = group[0]
        colour = _COLOURS[first.severity]
        severity = self.style(tr(first.severity), colour, bold=True)
        yield f"{severity}  {self.place(report, first)}  {self.style(plain(first.rule), dim=True)}"
        sentence = sentence_of(report, first)
        flagged = Span(first.start, first.end)
        words = flagged.start < flagged.end  # else the finding is beside the text
        for line in excerpt(report.draft.text, sentence, flagged, self.columns - 4, 3) if words else ():
            yield f"  {self.style('│', dim=True)} {line.text}"
            if line.marker:
                yield f"  {self.style('│', dim=True)} {self.style(line.marker, colour, bold=True)}"
        yield from self.labelled(tr("what"), first.message)
        yield from self.labelled(
            tr("why"), "; ".join(self.because(report, e, sentence) for e in once(first.evidence))
        )
        if first.clauses:
            main, *more = first.clauses
            said = f"{main} – {titles[main]}" if titles.get(main) else main
            if more:
                said += tr("; also ") + clause_list(more, main.partition(":")[0])
            yield from self.labelled(tr("clause"), said)
        yield from self.labelled(tr("instead"), first.advice)
        if first.suggestions:
            yield from self.labelled(
                "" if first.advice else tr("instead"),
                tr("Try:") + " " + ", ".join(quoted(plain(s)) for s in first.suggestions),
            )
        yield from self.again(report, group[1:])

    def excused(self, report: DraftReport, findings: Sequence[Finding]) -> Iterator[str]:
        """What exceptions let through, and why."""
        yield self.style(f"{tr('Excused')} ({len(findings)})", bold=True)
        by_reason: dict[str, list[Finding]] = {}
        for finding in findings:
            suppression = finding.details["suppression"]
            why = suppression.get("justification", "") if isinstance(suppression, dict) else ""
            by_reason.setdefault(str(why), []).append(finding)
        for why, alike in by_reason.items():
            for group in grouped(alike, report.draft.text):
                places = ", ".join(self.place(report, f) for f in group)
                said = (
                    f"{places} {plain(group[0].rule)}: {plain(group[0].message)} {tr('Reason:')} {plain(why)}"
                )
                for i, line in enumerate(wrap(said, self.columns - 4)):
                    yield f"  - {line}" if i == 0 else f"    {line}"

    def again(self, report: DraftReport, others: Sequence[Finding]) -> Iterator[str]:
        label = tr("also at")
        for finding in others[:_MORE]:
            place = self.place(report, finding)
            indent = f"  {self.style(label.ljust(_LABEL), dim=True)}{place.ljust(6)} "
            room = self.columns - 2 - _LABEL - max(len(place), 6) - 1 - 2
            line = excerpt(
                report.draft.text, sentence_of(report, finding), Span(finding.start, finding.end), room, 1
            )[0]
            before, words, after = (
                line.text[: line.mark.start],
                line.text[line.mark.start : line.mark.end],
                line.text[line.mark.end :],
            )
            yield f"{indent}{before}[{self.style(words, bold=True)}]{after}"
            label = ""
        if len(others) > _MORE:
            rest = others[_MORE:]
            yield from self.labelled("", tr("and at") + " " + ", ".join(self.place(report, f) for f in rest))

    def checklist(self, report: DraftReport) -> Iterator[str]:
        """The questions, those that the same words raise under one another."""
        yield self.style(f"{tr('Questions only you can answer')} ({len(report.checklist)})", bold=True)
        for trigger, because, items in by_trigger(report.checklist):
            why = "; ".join(self.because(report, e, None) for e in because)
            if trigger:
                why = tr("Because {}:").replace("{}", plain(trigger)) + " " + why
            elif why:
                why = tr("Because of {}:").replace("{}", why)
            yield ""
            for line in wrap(why, self.columns - 2) if why else ():
                yield self.style(f"  {line}", dim=True)
            for item in items:
                box = "[x]" if item.status == "answered" else "[ ]"
                clauses = f" ({clause_list(item.clauses)})" if item.clauses else ""
                for i, line in enumerate(wrap(plain(item.question) + clauses, self.columns - 6)):
                    yield f"  {box} {line}" if i == 0 else f"      {line}"
                for line in wrap(answered_words(item), self.columns - 6) if item.answer else ():
                    yield self.style(f"      {line}", dim=True)

    def clauses(self, report: DraftReport) -> Iterator[str]:
        """The verdict on every clause, worst first."""
        yield self.style(f"{tr('Clauses')} ({len(report.clauses)})", bold=True)
        verdicts = ("fail", "needs review", "pass", "not applicable")
        room = max(len(tr(verdict)) for verdict in verdicts)
        for verdict in verdicts:
            ids = [c.id for c in report.clauses if c.verdict == verdict]
            head = tr(verdict).ljust(room)
            for line in wrap(clause_list(ids), self.columns - 4 - room) if ids else ():
                yield f"  {self.style(head, _VERDICT_COLOURS.get(verdict))}  {line}"
                head = " " * room

    # -- pieces

    def place(self, report: DraftReport, finding: Finding | Evidence) -> str:
        """Line and column; in a document, whose lines nobody sees, page and paragraph."""
        label = place_label(report.draft, finding)
        if label:
            return label
        at = report.draft.position(finding.start)
        return f"{at.line}:{at.column}"

    def because(self, report: DraftReport, evidence: Evidence, shown: Span | None) -> str:
        """The words that support a conclusion and what they show; with their place where not already in
        sight."""
        words = shorten(report.draft.text[evidence.start : evidence.end], 48)
        if not words:
            return plain(tr(evidence.reason))
        at = (
            ""
            if shown and shown.contains(Span(evidence.start, evidence.end))
            else self.place(report, evidence)
        )
        return f"{quoted(words)} ({plain(tr(evidence.reason))}{', ' + at if at else ''})"

    def labelled(self, label: str, text: str) -> Iterator[str]:
        text = plain(text)
        if not text:
            return
        for i, line in enumerate(wrap(text, self.columns - 2 - _LABEL)):
            yield f"  {self.style((label if i == 0 else '').ljust(_LABEL), dim=True)}{line}"

    def verdict(self, report: DraftReport) -> str:
        """One line in honest words: no verdict says that a draft is safe."""
        word = report.verdict
        live = [f for f in report.findings if f.counts]
        counts = Counter(f.severity for f in live)
        said: list[str] = []
        if live:
            problems = counts["error"] + counts["warning"]
            if problems:
                said.append(f"{counted(problems, 'problem')} ({severity_counts(counts)})")
            else:
                said.append(tr("no problem found by these checks"))
            if counts["note"]:
                said.append(counted(counts["note"], "note"))
        elif word == "not applicable":
            said.append(tr("these checks found no child in this draft"))
        else:
            said.append(tr("no problem found by these checks"))
        open_ = sum(c.status == "open" for c in report.checklist)
        if open_:
            said.append(tr("{} to answer").replace("{}", counted(open_, "question")))
        if aside := len(report.findings) - len(live):
            said.append(f"{aside} {tr('excused or known before')}")
        return f"{self.style(tr(word), _VERDICT_COLOURS.get(word), bold=True)}: {', '.join(said)}"

    def total(self, report: Report) -> Iterator[str]:
        verdicts = Counter(
            "could not be read"
            if d.error is not None
            else "not checked"
            if d.not_checked is not None
            else d.verdict
            for d in report.drafts
        )
        words = {
            "fail": "fail", "needs review": "to review", "pass": "pass", "not applicable": "without a child",
            "not checked": "not checked", "could not be read": "could not be read",
        }  # fmt: skip
        said = ", ".join(f"{verdicts[key]} {tr(word)}" for key, word in words.items() if verdicts[key])
        yield self.style(f"{counted(len(report.drafts), 'draft')}" + (f": {said}" if said else ""), bold=True)


def grouped(findings: Iterable[Finding], text: str) -> list[list[Finding]]:
    """Findings in reading order, those that say the same thing about the same child or word together."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for f in findings:
        if f.category == "minor-name" and f.person:
            key: tuple[object, ...] = (f.rule, f.severity, f.person)
        else:
            key = (f.rule, f.severity, f.person, f.message, text[f.start : f.end].casefold())
        groups.setdefault(key, []).append(f)
    return list(groups.values())


def by_trigger(
    checklist: Iterable[ChecklistItem],
) -> list[tuple[str, list[Evidence], list[ChecklistItem]]]:
    """The questions that the same words raise together: why in words, the words of the draft, the questions."""
    groups: dict[tuple[str, tuple[Evidence, ...]], list[ChecklistItem]] = {}
    for item in checklist:
        # the words are English; elsewhere the reasons, which are translated, have to do
        trigger = item.trigger if language() == "en" else ""
        groups.setdefault((trigger, tuple(once(item.because)[:2])), []).append(item)
    return [(trigger, list(because), items) for (trigger, because), items in groups.items()]


def answered_words(item: ChecklistItem) -> str:
    """Who answered a question, when and what; that an answer was to an earlier draft, if so."""
    answer = item.answer
    if answer is None:
        return ""
    said = f"{plain(answer.by)}, {answer.on.isoformat()}: {plain(answer.done)}"
    if item.status == "answered":
        return f"{tr('Answered by')} {said}"
    if not answer.fingerprint:
        return f"{tr('Not counted, as it has no fingerprint, is the answer by')} {said}"
    return f"{tr('Asked again, as the draft has changed since the answer by')} {said}"


def sentence_of(report: DraftReport, finding: Finding) -> Span:
    """The sentence a finding stands in, or its line where the draft has no sentences."""
    if report.story is not None and report.story.sentences:
        sentence = report.story.sentence_at(finding.start)
        if sentence.end > finding.start:
            return sentence
    text = report.draft.text
    end = text.find("\n", finding.end)
    return Span(text.rfind("\n", 0, finding.start) + 1, len(text) if end < 0 else end)


def once(evidence: Iterable[Evidence]) -> list[Evidence]:
    return list(dict.fromkeys(evidence))


def severity_counts(counts: Counter[Severity]) -> str:
    return ", ".join(counted(counts[s], s) for s in SEVERITIES[:2] if counts[s])


def clause_list(ids: Sequence[str], before: str = "") -> str:
    """``guideline:I.1, I.2``: a guideline is said once for the clauses that follow (``before``: said
    already)."""
    said: list[str] = []
    for id in ids:
        guideline, _, clause = id.partition(":")
        said.append(clause if guideline == before and clause else id)
        before = guideline
    return ", ".join(said)
