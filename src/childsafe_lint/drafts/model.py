"""What a file becomes before anyone reads it for meaning."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from ..spans import LineIndex, Position, Span

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
    """``text[text_start:text_start+length]`` stands unchanged at ``source[source_start:...]`` (code points).

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


@dataclass(frozen=True)
class Draft:
    """A draft as plain text with its structure and the way back to the source.

    Args:
        path: the name shown to the user (``<stdin>`` or ``<text>`` when there is no file).
        text: what a reader would read; for ``.txt`` the decoded file as it stands (no byte-order mark).
        format: ``text``, ``markdown`` or ``html``.
        source: the decoded file.
        runs: how pieces of ``text`` map to ``source``, ascending in ``text`` (and in ``source``, but for the
            words of a picture amid a paragraph, which follow the paragraph, and a title given in a Markdown
            link definition); characters in no run (such as the blank line put between two blocks) map to
            the end of the run before them.
        blocks: headline, headings, body paragraphs, quotes, captions …, ascending.
        metadata: front matter (Markdown) or ``<meta>``/``<title>`` values (HTML); empty for plain text.
        images: source names of pictures the draft shows, in order.
    """

    path: str
    text: str
    format: str = "text"
    source: str = ""
    runs: Sequence[Run] = ()
    blocks: Sequence[Block] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    images: Sequence[str] = ()

    def source_offset(self, offset: int, *, end: bool = False) -> int:
        """Offset in ``text`` -> offset in ``source``; with ``end`` the offset is an exclusive end."""
        if not self.runs:
            return offset
        at = offset - 1 if end else offset
        i = max(bisect_right(self._run_starts(), at) - 1, 0)
        run = self.runs[i]
        if run.source_length is not None:
            begun = at < run.text_start + run.length and not end
            return run.source_start if begun else run.source_end
        within = min(max(at - run.text_start, 0), run.length if not end else max(run.length - 1, 0))
        return run.source_start + within + (1 if end else 0)

    def position(self, offset: int, *, end: bool = False) -> Position:
        """Line and column in the source file, as an editor shows them."""
        return self._lines().position(self.source_offset(offset, end=end))

    def _run_starts(self) -> list[int]:
        starts = self.__dict__.get("_starts")
        if starts is None:
            starts = [r.text_start for r in self.runs]
            object.__setattr__(self, "_starts", starts)
        return starts

    def _lines(self) -> LineIndex:
        lines = self.__dict__.get("_index")
        if lines is None:
            lines = LineIndex(self.source or self.text)
            object.__setattr__(self, "_index", lines)
        return lines
