"""Hides the names of children, and what identifies them, in a report that leaves the newsroom.

Every hidden character becomes one block, so that offsets, lines and columns stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..drafts.model import Draft
from ..report import DraftReport, Report
from ..spans import Span

BLOCK = "█"
_HIDDEN_CATEGORIES = ("minor-name", "identifying-detail")
_TOKEN = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")


def masked(report: Report) -> Report:
    """A copy of ``report`` in which names and identifying details of children read ``███``."""
    return Report([_masked_draft(d) for d in report.drafts])


def masked_text(draft: DraftReport) -> str:
    """The draft's text with the same characters hidden as in a masked report; the length is unchanged."""
    text = draft.draft.text
    spans = list(_secret_spans(draft))
    words = _secret_words(text, _name_spans(draft))
    if words:
        spans += [Span(m.start(), m.end()) for m in words.finditer(text)]
    if not spans:
        return text
    chars = list(text)
    for span in spans:
        for i in range(span.start, min(span.end, len(chars))):
            if not chars[i].isspace():
                chars[i] = BLOCK
    return "".join(chars)


def _name_spans(draft: DraftReport) -> Iterable[Span]:
    """Names of the children and of those said to be their family."""
    children = [p for p in draft.people if p.kind == "child"]
    family = {id for child in children for id in child.relatives}
    for person in draft.people:
        if person.kind == "child" or person.id in family:
            yield from person.mentions
    yield from (Span(f.start, f.end) for f in draft.findings if f.category == "minor-name")


def _secret_spans(draft: DraftReport) -> Iterable[Span]:
    yield from _name_spans(draft)
    yield from (Span(f.start, f.end) for f in draft.findings if f.category in _HIDDEN_CATEGORIES)
    if draft.story is not None:
        children = {p.id for p in draft.people if p.kind == "child"}
        yield from (d.span for d in draft.story.details if children.intersection(d.people))


def _secret_words(text: str, spans: Iterable[Span]) -> re.Pattern[str] | None:
    """A pattern for every word of the names, as written or in capitals (a child named Will is not every
    "will")."""
    words = {m for s in spans for m in _TOKEN.findall(text[s.start : s.end]) if m[0].isupper() and len(m) > 1}
    words |= {w[:-2] for w in words if w.endswith(("'s", "’s")) and len(w) > 3}
    words |= {w.upper() for w in words}
    if not words:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)")


def _masked_draft(draft: DraftReport) -> DraftReport:
    text = draft.draft.text
    names = _secret_words(text, _name_spans(draft))
    details = sorted({text[s.start : s.end] for s in _secret_spans(draft)} - {""}, key=len, reverse=True)
    spans = re.compile("|".join(map(re.escape, details))) if details else None

    def hide(words: str) -> str:
        for pattern in (spans, names):
            if pattern is not None:
                words = pattern.sub(lambda m: re.sub(r"\S", BLOCK, m[0]), words)
        return words

    clean: Draft = replace(draft.draft, text=masked_text(draft), metadata={}, images=())
    return replace(
        draft,
        draft=clean,
        findings=[
            replace(
                f,
                message=hide(f.message),
                advice=hide(f.advice),
                suggestions=tuple(map(hide, f.suggestions)),
                evidence=tuple(replace(e, reason=hide(e.reason)) for e in f.evidence),
            )
            for f in draft.findings
        ],
        checklist=[
            replace(
                c,
                question=hide(c.question),
                because=tuple(replace(e, reason=hide(e.reason)) for e in c.because),
            )
            for c in draft.checklist
        ],
    )
