r"""One converter for the ways in which other programs count: code points, UTF-16 units, UTF-8 bytes, lines.

Everything here is 0-based offsets into one text, and 1-based lines and columns as in `spans.Position`. Lines
end at ``\n``, ``\r\n`` or a lone ``\r``.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from ..spans import LineIndex, Position

#: what a column counts. SARIF says which it uses; LSP and JavaScript use UTF-16, reviewdog UTF-8.
Unit = Literal["code-points", "utf-16", "utf-8"]

_STEP = 512  # code points between two places whose offsets are known; a question reads at most this much


class Converter(LineIndex):
    """Answers for one text. Building it reads the text once; each question costs the same however long the
    text or its lines are, so that many questions stay linear.

    Args:
        text: the source text. Lone surrogates count as one UTF-16 unit and three bytes.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._text = text
        self._known: dict[str, list[int]] = {}

    def to_unit(self, offset: int, unit: Unit) -> int:
        """Code points before a place -> units before it. ``offset`` is held to the text."""
        offset = min(max(offset, 0), len(self._text))
        if unit == "code-points" or self._text.isascii():
            return offset
        at = offset // _STEP
        return self._marks(unit)[at] + _length(self._text[at * _STEP : offset], unit)

    def from_unit(self, units: int, unit: Unit) -> int:
        """Units before a place -> code points before it; in the midst of a character, its start."""
        if unit == "code-points" or self._text.isascii():
            return min(max(units, 0), len(self._text))
        marks = self._marks(unit)
        at = max(bisect_right(marks, units) - 1, 0)
        offset, counted = at * _STEP, marks[at]
        for char in self._text[offset : offset + _STEP]:
            counted += _length(char, unit)
            if counted > units:
                break
            offset += 1
        return offset

    def position(self, offset: int, unit: Unit = "code-points") -> Position:
        """Line and column of a place, the column in ``unit``."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        return Position(line, self.to_unit(offset, unit) - self.to_unit(start, unit) + 1)

    def offset(self, position: Position, unit: Unit = "code-points") -> int:
        """The place at a line and a column in ``unit``; beyond the line's or the text's end, that end."""
        if position.line > len(self._starts):
            return len(self._text)
        line = max(position.line, 1)
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        if line < len(self._starts):  # not beyond the line break
            end -= 2 if self._text[max(end - 2, start) : end] == "\r\n" else 1
        units = self.to_unit(start, unit) + max(position.column, 1) - 1
        return min(max(self.from_unit(units, unit), start), end)

    def _marks(self, unit: Unit) -> list[int]:
        """Units before every ``_STEP``-th code point."""
        if unit not in self._known:
            marks = [0]
            for start in range(0, len(self._text) - _STEP + 1, _STEP):
                marks.append(marks[-1] + _length(self._text[start : start + _STEP], unit))
            self._known[unit] = marks
        return self._known[unit]


def _length(text: str, unit: Unit) -> int:
    if text.isascii():
        return len(text)
    if unit == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
