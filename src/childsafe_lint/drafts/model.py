"""What a file becomes before anyone reads it for meaning."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple

from ..spans import LineIndex, Position, Span
from .records import Answer, Exemption

BlockKind = Literal[
    "headline", "heading", "body", "quote", "caption", "alt", "list-item", "table-cell", "link"
]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the draft's structure, in reading order; blocks never overlap.

    ``headline`` is the draft's title, ``caption`` text shown under a picture, ``alt`` text shown instead
    of it, ``link`` a bare address in a paragraph of its own.
    """

    kind: BlockKind
    span: Span


class Run(NamedTuple):
    """``text[text_start:text_start+length]`` stands at ``source[source_start:...]`` (code points), unchanged but
    for spaces and hyphens, which are the common ones in ``text``, and ends of wrapped lines, which are spaces there.

    Where the source writes it another way (``&amp;`` for ``&``), ``source_length`` says how long it is there;
    such a run is one unit, begun at its source's start and ended at its source's end.
    """

    text_start: int
    source_start: int
    length: int
    source_length: int | None = None

    @property
    def source_end(self) -> int:
        return self.source_start + (self.length if self.source_length is None else self.source_length)


@dataclass(frozen=True, slots=True)
class Place:
    """Where ``text[start:end]`` stands in a document (Word, OpenDocument, RTF, PDF).

    Within one place text and file run alike: the character at ``start + n`` is character ``offset + n`` of the
    run. Characters in no place (the blank line between two blocks) stand nowhere in the file.

    Args:
        start, end: code points into the draft's text.
        part: the file inside the document (``word/document.xml``, ``content.xml``); empty where it has none.
        paragraph: which paragraph of that part, counted from 0 over all of them in document order, empty and
            nested ones too. Word: ``list(root.iter(w:p))[paragraph]``. OpenDocument: all ``text:p`` and
            ``text:h``.
        run: which run of that paragraph, counted from 0 over all its descendants, deleted ones too. Word:
            ``list(p.iter(w:r))[run]``. OpenDocument: which piece of text (an element's text or tail).
        offset: code points into the run's text as python-docx's ``run.text`` gives it (a tab and a line
            break are one character each); into the attribute's value where ``attribute`` is set.
        attribute: the text is no running text but this attribute of a picture in that run (``descr``).
        page: counted from 1, where the file tells it: a PDF does, Word notes it when it saves.
        where: for people: ``footnote 2``, ``table 1, row 2, column 3``; empty in the body.
    """

    start: int
    end: int
    part: str = ""
    paragraph: int | None = None
    run: int | None = None
    offset: int = 0
    attribute: str | None = None
    page: int | None = None
    where: str = ""

    def __str__(self) -> str:
        """``page 2, paragraph 14``: what a person looks for; counted from 1."""
        said = [] if self.page is None else [f"page {self.page}"]
        if self.attribute:
            said.append("alternative text")
        if self.where:
            said.append(self.where)
        elif self.paragraph is not None:
            said.append(f"paragraph {self.paragraph + 1}")
        return ", ".join(said)


AttachmentKind = Literal["property", "comment", "deletion", "hidden-text", "picture-text", "file-name"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """Words that travel with a draft but are no part of the text it publishes.

    Args:
        kind: a document property, an editor's comment, a tracked deletion, hidden text, text in a picture's
            metadata, or the name of a picture's file.
        text: the words; never part of the draft's text.
        label: what to call it, without its words: ``comment 2``, ``property 'keywords'``.
        span: what it is attached to in the draft's text; empty where that is a point, and (0, 0) for the whole
            document.
        author: who wrote it, where the file says so.
    """

    kind: AttachmentKind
    text: str
    label: str
    span: Span
    author: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words it stands on and the address it leads to, which is never opened."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the draft shows. ``span``: its alternative text or caption, else the point it stands at;
    ``gps``: its metadata say where it was taken."""

    label: str
    span: Span
    gps: bool = False


@dataclass(frozen=True)
class Draft:
    """A draft as plain text with its structure and the way back to the source.

    Args:
        path: the name shown to the user (``<stdin>`` or ``<text>`` when there is no file).
        text: what a reader would read; for ``.txt`` the decoded file, code point for code point (no byte-order
            mark); common spaces and hyphens stand for a typesetter's and for the ends of wrapped lines.
        format: ``text``, ``markdown``, ``html`` or a document's: ``docx``, ``odt``, ``rtf``, ``pdf``, ``eml``.
        source: the decoded file; for a document, which is no text, empty: lines are then those of ``text``.
        runs: how pieces of ``text`` map to ``source``, ascending in ``text`` (and in ``source``, but for the
            words of a picture amid a paragraph, which follow the paragraph, and a title given in a Markdown
            link definition); characters in no run (such as the blank line put between two blocks) map to
            the end of the run before them.
        blocks: headline, headings, body paragraphs, quotes, captions …, ascending.
        metadata: front matter (Markdown) or ``<meta>``/``<title>`` values (HTML); empty for plain text.
        images: source names of pictures the draft shows, in order.
        places: for documents: where the text stands in the file, ascending, never overlapping.
        attachments: what else the file holds, such as comments and properties.
        links: hyperlinks whose address is not in the text.
        pictures: those that could be looked at.
        notices: what the reader of a report must know of the reading: a page without text, say.
        exemptions: exceptions that people have allowed, in the draft or beside it.
        answers: answers to questions of the checklist, likewise.
    """

    path: str
    text: str
    format: str = "text"
    source: str = ""
    runs: Sequence[Run] = ()
    blocks: Sequence[Block] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    images: Sequence[str] = ()
    places: Sequence[Place] = ()
    attachments: Sequence[Attachment] = ()
    links: Sequence[Link] = ()
    pictures: Sequence[Picture] = ()
    notices: Sequence[str] = ()
    exemptions: Sequence[Exemption] = ()
    answers: Sequence[Answer] = ()

    def source_offset(self, offset: int, *, end: bool = False) -> int:
        """Offset in ``text`` -> offset in ``source``; with ``end`` the offset is an exclusive end."""
        if not self.runs:
            return offset
        at = offset - 1 if end else offset
        i = max(bisect_right(self._run_starts, at) - 1, 0)
        run = self.runs[i]
        if run.source_length is not None:
            begun = at < run.text_start + run.length and not end
            return run.source_start if begun else run.source_end
        within = min(max(at - run.text_start, 0), run.length if not end else max(run.length - 1, 0))
        return run.source_start + within + (1 if end else 0)

    def position(self, offset: int, *, end: bool = False) -> Position:
        """Line and column in the source file, as an editor shows them."""
        return self._lines.position(self.source_offset(offset, end=end))

    def place(self, offset: int) -> Place | None:
        """Where in the document the character at ``offset`` stands, or the last one before it that stands
        anywhere. None for formats without places."""
        if not self.places:
            return None
        i = bisect_right(self.places, offset, key=_start) - 1
        return self.places[max(i, 0)]

    def places_in(self, span: Span) -> list[Place]:
        """The pieces of ``text[span.start:span.end]`` in the document, each cut to the span."""
        found: list[Place] = []
        for place in self.places[max(bisect_right(self.places, span.start, key=_start) - 1, 0) :]:
            if place.start >= span.end:
                break
            start, end = max(place.start, span.start), min(place.end, span.end)
            if start < end:
                found.append(replace(place, start=start, end=end, offset=place.offset + start - place.start))
        return found

    def source_line(self, offset: int) -> int:
        """The 1-based line of an offset in ``source``."""
        return self._lines.position(offset).line

    def between(self, start: int, end: int) -> Span | None:
        """The text that stands between two offsets of the source; None where there is none."""
        first = last = None
        runs = self._by_source
        first_run = max(bisect_right(runs, start, key=_source_start) - 1, 0)
        for i in range(first_run, len(runs)):
            run = runs[i]
            if run.source_start >= end:
                break
            if run.source_end <= start:
                continue
            whole = run.source_length is not None
            begin = run.text_start + (0 if whole else max(start - run.source_start, 0))
            stop = run.text_start + (run.length if whole else min(end - run.source_start, run.length))
            first = begin if first is None else min(first, begin)
            last = stop if last is None else max(last, stop)
        return None if first is None or last is None else Span(first, last)

    def text_offset(self, source: int) -> int:
        """Offset in ``source`` -> the first offset in ``text`` that stands there or after it."""
        runs = self._by_source
        at = max(bisect_right(runs, source, key=_source_start) - 1, 0)
        for run in runs[at : at + 2]:
            if run.source_end > source:
                return run.text_start + max(source - run.source_start, 0)
        return len(self.text)

    @cached_property
    def _by_source(self) -> Sequence[Run]:
        return sorted(self.runs, key=_source_start)

    @cached_property
    def _run_starts(self) -> list[int]:
        return [r.text_start for r in self.runs]

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.source or self.text)


def _source_start(run: Run) -> int:
    return run.source_start


def _start(place: Place) -> int:
    return place.start
