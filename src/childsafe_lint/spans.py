"""Positions. Every offset in this project is a Unicode code point into ``Draft.text``."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a draft's text: ``draft.text[start:end]`` (code points)."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Position:
    """Where an editor's cursor stands: 1-based line and 1-based column (code points)."""

    line: int
    column: int


class LineIndex:
    r"""Code-point offset -> line and column. Lines end at ``\n``, ``\r\n`` or a lone ``\r``, as editors count."""

    def __init__(self, text: str) -> None:
        starts = [0]
        at = 0
        for at_line in text.splitlines(keepends=True):
            # splitlines also breaks at form feeds and Unicode separators, which editors do not count
            at += len(at_line)
            if at_line.endswith(("\n", "\r")):
                starts.append(at)
        self._starts = starts

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)
