"""What the formats for other programs have in common: one draft with its path, positions and findings as they
want them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from ..report import SEVERITIES, ChecklistItem, DraftReport, Finding, Report, Severity
from ..spans import Position
from ..ui import counted, tr
from . import Options, fingerprints
from .masking import masked_text
from .page import plain, quoted, visible
from .positions import Converter, Unit
from .text import answered_words, grouped

TOOL = "childsafe-lint"


class Place(NamedTuple):
    """Where something stands in the source; the end is exclusive."""

    start: Position
    end: Position


@dataclass(frozen=True)
class Row:
    """One finding. ``again`` is true where an earlier one says the same of the same child or word."""

    finding: Finding
    fingerprint: str
    again: bool


class Sheet:
    """One draft.

    Args:
        report: what was found in it.
        base: folder that paths are shown relative to, where the draft lies below it.
    """

    def __init__(self, report: DraftReport, base: str | None = None) -> None:
        self.report = report
        self.path = relative(report.draft.path, base)

    def rows(self) -> list[Row]:
        """The findings to act on, in reading order: without those excused or known before."""
        later = {id(f) for group in grouped(self.report.findings, self.report.draft.text) for f in group[1:]}
        return [Row(f, print_, id(f) in later) for f, print_ in fingerprints(self.report) if counts(f)]

    def questions(self) -> list[ChecklistItem]:
        """The questions not answered yet."""
        return [c for c in self.report.checklist if c.status == "open"]

    @property
    def trouble(self) -> tuple[Severity, str] | None:
        """Why the draft was not judged, if so: an error where it could not be read, else a warning."""
        if self.report.error is not None:
            return "error", f"{tr('This draft could not be read')}: {plain(self.report.error)}"
        if self.report.not_checked is not None:
            return "warning", f"{tr('This draft was not checked')}: {plain(tr(self.report.not_checked))}"
        return None

    def place(self, start: int, end: int, unit: Unit = "code-points") -> Place:
        """The place of ``draft.text[start:end]`` in the source, columns in ``unit``."""
        source_start, source_end = self.source_span(start, end)
        return Place(self._converter.position(source_start, unit), self._converter.position(source_end, unit))

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Code points into the source."""
        draft = self.report.draft
        first = draft.source_offset(start)
        return first, max(first, draft.source_offset(end, end=True)) if end > start else first

    def answered(self) -> list[ChecklistItem]:
        """The questions answered."""
        return [c for c in self.report.checklist if c.status == "answered"]

    def question_place(self, item: ChecklistItem, unit: Unit = "code-points") -> Place:
        """The words that raise a question, or the beginning of the draft."""
        because = next((e for e in item.because if e.start < e.end), None)
        return self.place(because.start, because.end, unit) if because else self.place(0, 0, unit)

    def question_print(self, item: ChecklistItem) -> str:
        """A fingerprint for a question, from the masked words that raise it, as a finding's is."""
        because = next((e for e in item.because if e.start < e.end), None)
        start, end = (because.start, because.end) if because else (0, 0)
        as_finding = Finding(item.rule, "checklist", "note", start, end, "")
        return as_finding.fingerprint(self._masked_text)

    def words(self, start: int, end: int) -> str:
        """The draft's words on one line."""
        return plain(self.report.draft.text[start:end])

    @cached_property
    def _masked_text(self) -> str:
        return masked_text(self.report)

    @cached_property
    def _converter(self) -> Converter:
        return Converter(self.report.draft.source or self.report.draft.text)


def sheets(report: Report, options: Options) -> list[Sheet]:
    """Every draft of a report, in its order."""
    return [Sheet(d, options.base) for d in report.drafts]


def worst_first(all_sheets: Sequence[Sheet]) -> list[tuple[Sheet, Row]]:
    """All findings by severity; of each the first mention before those that repeat it, since a platform may
    show only a few."""
    pairs = [(sheet, row) for sheet in all_sheets for row in sheet.rows()]
    return sorted(pairs, key=lambda p: (SEVERITIES.index(p[1].finding.severity), p[1].again))


def counts(finding: Finding) -> bool:
    """Whether a finding is to be acted on: neither excused with a reason nor known before."""
    return finding.counts


def excuse(finding: Finding) -> tuple[str, str] | None:
    """``(kind, reason)`` where somebody has excused the finding: kind ``inSource`` (in the draft itself) or
    ``external``.

    A finding carries it as ``details["suppression"] = {"kind": …, "justification": …}``.
    """
    value = finding.details.get("suppression")
    if not isinstance(value, dict):
        return None
    kind = "inSource" if value.get("kind") == "inSource" else "external"
    return kind, plain(str(value.get("justification", "")))


def said(finding: Finding) -> Iterator[str]:
    """What is wrong, what to do, wordings to choose from: each on one line."""
    yield plain(finding.message)
    if finding.advice:
        yield plain(finding.advice)
    if finding.suggestions:
        yield tr("Try:") + " " + ", ".join(quoted(plain(s)) for s in finding.suggestions)


def asked(item: ChecklistItem) -> str:
    """A question, what makes us ask, and what is said of an answer to it, if any: on one line."""
    because = f" ({tr('asked because {}').replace('{}', plain(item.trigger))})" if item.trigger else ""
    answer = f" {answered_words(item)}" if item.answer else ""
    return f"{plain(item.question)}{because}{answer}"


def total(report: Report) -> str:
    """One line on everything: ``2 drafts: 3 errors, 1 warning, 0 notes, 4 questions to answer``."""
    found = Counter(f.severity for d in report.drafts for f in d.findings if counts(f))
    parts = [counted(found[s], s) for s in SEVERITIES]
    open_ = sum(c.status == "open" for d in report.drafts for c in d.checklist)
    parts.append(tr("{} to answer").replace("{}", counted(open_, "question")))
    excused = sum(not counts(f) for d in report.drafts for f in d.findings)
    if excused:
        parts.append(f"{excused} {tr('excused or known before')}")
    unread = sum(d.error is not None for d in report.drafts)
    unchecked = sum(d.error is None and d.not_checked is not None for d in report.drafts)
    parts += [f"{unchecked} {tr('not checked')}"] * bool(unchecked)
    parts += [f"{unread} {tr('could not be read')}"] * bool(unread)
    return f"{counted(len(report.drafts), 'draft')}: {', '.join(parts)}"


def relative(path: str, base: str | None) -> str:
    """A path with forward slashes, relative to ``base`` where it lies below it; other names (``<stdin>``) as
    they are."""
    if base is not None and not path.startswith("<"):
        whole = os.path.abspath(path)  # noqa: PTH100  # pathlib would ask the disk
        home = os.path.abspath(base)  # noqa: PTH100
        if PurePath(whole).is_relative_to(home):
            path = str(PurePath(whole).relative_to(home))
    if os.sep == "\\" or re.match(r"[A-Za-z]:\\", path):
        path = path.replace("\\", "/")
    return "".join(map(visible, path)).removeprefix("./")


_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """``text`` without the characters that XML 1.0 cannot hold (U+FFFD instead)."""
    return _NOT_XML.sub("\ufffd", text)
