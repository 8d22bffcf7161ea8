"""Comments in the margin of the draft itself: the document given back, one comment for each finding.

The document is not masked, whatever the options say: it is the draft. What the comments say of it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..drafts import read_bytes
from ..drafts.rewrite import Remark, open_document
from ..errors import InputError
from ..report import DraftReport, Finding, Report
from ..spans import Span
from ..ui import tr
from . import Options
from .masking import masked
from .page import plain, quoted, shorten
from .text import clause_list, grouped

AUTHOR, INITIALS = "childsafe-lint", "CL"


def reviewed(report: Report, format: str, options: Options) -> bytes:
    """The draft's own file with comments; its words, comments and tracked changes stay as they are.

    Raises:
        InputError: not exactly one draft, one in another format, or one that was changed since it was checked.
    """
    if len(report.drafts) != 1:
        raise InputError(f"--format {format} gives back one draft; check one at a time")
    original = report.drafts[0].draft
    if original.format != format:
        raise InputError(f"--format {format} gives back a .{format} draft, and this is none", original.path)
    if not Path(original.path).is_file():
        raise InputError(f"--format {format} needs the draft as a file, not piped in", original.path)
    data = Path(original.path).read_bytes()
    if read_bytes(data, original.path, format).text != original.text:
        raise InputError("the file was changed while it was checked; check it again", original.path)
    said = masked(report).drafts[0] if options.mask_names else report.drafts[0]
    file = open_document(original, data)
    file.comment([*_findings(said), *_questions(said)], AUTHOR, INITIALS)
    return file.save()


def _findings(report: DraftReport) -> Iterator[Remark]:
    titles = {c.id: c.title for c in report.clauses}
    live = [f for f in report.findings if f.counts]
    later = {id(f) for group in grouped(live, report.draft.text) for f in group[1:]}
    for finding in live:
        paragraphs = _again(finding) if id(finding) in later else _whole(report, finding, titles)
        yield Remark(Span(finding.start, finding.end), list(paragraphs))


def _whole(report: DraftReport, finding: Finding, titles: dict[str, str]) -> Iterator[str]:
    yield f"{tr(finding.severity).capitalize()}: {plain(finding.message)}"
    why = []
    for e in dict.fromkeys(finding.evidence):
        words = shorten(report.draft.text[e.start : e.end], 48)
        why.append(f"{quoted(words)} ({plain(tr(e.reason))})" if words else plain(tr(e.reason)))
    if why:
        yield f"{tr('Why')}: {'; '.join(why[:4])}"
    if finding.advice:
        yield f"{tr('Instead')}: {plain(finding.advice)}"
    if finding.suggestions:
        yield tr("Try:") + " " + ", ".join(quoted(plain(s)) for s in finding.suggestions)
    if finding.clauses:
        main, *more = finding.clauses
        said = f"{main} – {titles[main]}" if titles.get(main) else main
        yield f"{tr('Clause')}: {said}" + (
            f"{tr('; also ')}{clause_list(more, main.partition(':')[0])}" if more else ""
        )
    yield f"{tr('Rule')}: {finding.rule}"


def _again(finding: Finding) -> Iterator[str]:
    yield f"{tr(finding.severity).capitalize()}: {plain(finding.message)}"
    yield tr("Again; the first comment on this says why, and what to write instead.")


def _questions(report: DraftReport) -> Iterator[Remark]:
    """The checklist as one comment on the headline, or on the first words."""
    open_ = [c for c in report.checklist if c.status == "open"]
    if not open_ or not report.draft.blocks:
        return
    blocks = report.draft.blocks
    headline = next((b for b in blocks if b.kind == "headline"), blocks[0])
    paragraphs = [f"{tr('Questions only you can answer')} ({len(open_)})"]
    for n, item in enumerate(open_, 1):
        clauses = f" ({clause_list(item.clauses)})" if item.clauses else ""
        paragraphs.append(f"{n}. {plain(item.question)}{clauses}")
    yield Remark(headline.span, paragraphs)
