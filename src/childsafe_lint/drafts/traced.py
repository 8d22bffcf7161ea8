"""Strings that know where they came from.

A parser that only slices, strips and joins its input can be handed a `Traced` instead of a ``str``: what
comes out still knows its place in the source. Nothing is ever searched for again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from ..spans import Span
from .model import Block, BlockKind, Run


class Traced(str):
    """A string with `Run`s that lead back to the source. Characters in no run (such as a space that stands
    for a line break) have no source of their own."""

    __slots__ = ("runs",)
    runs: tuple[Run, ...]

    def __new__(cls, text: str, runs: tuple[Run, ...] = ()) -> Traced:
        self = super().__new__(cls, text)
        self.runs = runs
        return self

    @classmethod
    def whole(cls, source: str) -> Traced:
        """The source itself."""
        return cls(source, (Run(0, 0, len(source)),) if source else ())

    @classmethod
    def joined(cls, parts: Iterable[str]) -> Traced:
        """Like ``"".join``; neighbours in the source become one run."""
        parts = list(parts)
        runs: list[Run] = []
        at = 0
        for part in parts:
            if isinstance(part, Traced):
                for run in part.runs:
                    _append(runs, Run(at + run.text_start, run.source_start, run.length, run.source_length))
            at += len(part)
        return cls("".join(parts), tuple(runs))

    def instead(self, text: str) -> Traced:
        """``text`` in the place of this string, as one unit (a decoded entity)."""
        if not self.runs or not text:
            return Traced(text)
        start, end = self.runs[0].source_start, self.runs[-1].source_end
        return Traced(text, (Run(0, start, len(text), end - start),))

    def __getitem__(self, key: Any) -> str:
        if not isinstance(key, slice):
            return str.__getitem__(self, key)
        start, stop, step = key.indices(len(self))
        if step != 1:
            return str.__getitem__(self, key)
        return self.cut(start, stop)

    def cut(self, start: int, stop: int) -> Traced:
        """``self[start:stop]`` for offsets known to lie in the string."""
        text = str.__getitem__(self, slice(start, stop))
        runs = self.runs
        if not text or not runs:
            return Traced(text)
        if len(runs) == 1:
            run = runs[0]
            if run.source_length is None and run.text_start <= start and stop <= run.text_start + run.length:
                return Traced(text, (Run(0, run.source_start + start - run.text_start, stop - start),))
            first = last = 0
        else:
            first = max(bisect_right(runs, start, key=_text_start) - 1, 0)
            last = bisect_right(runs, stop - 1, key=_text_start) - 1
        cut = []
        for i in range(first, last + 1):
            run = runs[i]
            begin = max(run.text_start, start)
            end = min(run.text_start + run.length, stop)
            if begin >= end:
                continue
            if run.source_length is None:
                cut.append(Run(begin - start, run.source_start + begin - run.text_start, end - begin))
            else:
                cut.append(Run(begin - start, run.source_start, end - begin, run.source_length))
        return Traced(text, tuple(cut))

    def __add__(self, other: str) -> Traced:
        return Traced.joined((self, other))

    def __radd__(self, other: str) -> Traced:
        return Traced.joined((other, self))

    def lstrip(self, chars: str | None = None) -> Traced:
        return self.cut(len(self) - len(str.lstrip(self, chars)), len(self))

    def rstrip(self, chars: str | None = None) -> Traced:
        return self.cut(0, len(str.rstrip(self, chars)))

    def strip(self, chars: str | None = None) -> Traced:
        start = len(self) - len(str.lstrip(self, chars))
        return self.cut(start, max(start, len(str.rstrip(self, chars))))

    def sub(self, pattern: re.Pattern[str], replace: Callable[[str], str]) -> Traced:
        """Each match of ``pattern`` decoded by ``replace``; where that changes nothing the run goes on."""
        parts: list[str] = []
        at = 0
        for match in pattern.finditer(self):
            text = replace(match.group())
            if text == match.group():
                continue
            parts.append(self.cut(at, match.start()))
            parts.append(self.cut(match.start(), match.end()).instead(text))
            at = match.end()
        if not parts:
            return self
        parts.append(self.cut(at, len(self)))
        return Traced.joined(parts)


def _text_start(run: Run) -> int:
    return run.text_start


def _append(runs: list[Run], run: Run) -> None:
    if runs and run.source_length is None:
        last = runs[-1]
        if (
            last.source_length is None
            and last.text_start + last.length == run.text_start
            and last.source_start + last.length == run.source_start
        ):
            runs[-1] = Run(last.text_start, last.source_start, last.length + run.length)
            return
    runs.append(run)


class Mark(NamedTuple):
    """A reference to something outside the text (a picture, an address) and where its mark-up, or what it stands on,
    begins and ends in the source."""

    value: str
    start: int
    end: int

    @classmethod
    def at(cls, value: str, markup: str) -> Mark:
        runs = markup.runs if isinstance(markup, Traced) else ()
        return cls(value, runs[0].source_start, runs[-1].source_end) if runs else cls(value, 0, 0)


class Page:
    """Collects blocks in reading order and becomes a draft's text, runs and blocks."""

    def __init__(self) -> None:
        self.blocks: list[tuple[BlockKind, Traced]] = []

    def add(self, kind: BlockKind, text: Traced) -> None:
        """One block; white space at its ends is left off, and a block of nothing else is left out."""
        text = text.strip()
        if text:
            self.blocks.append((kind, text))

    def laid_out(self, to_source: Callable[[int], int] | None = None) -> tuple[str, list[Run], list[Block]]:
        """Text with a blank line between blocks; ``to_source``: traced offset -> offset in the source."""
        runs: list[Run] = []
        blocks: list[Block] = []
        at = 0
        for kind, text in self.blocks:
            blocks.append(Block(kind, Span(at, at + len(text))))
            for run in text.runs if to_source is None else _mapped(text, to_source):
                runs.append(Run(at + run.text_start, run.source_start, run.length, run.source_length))
            at += len(text) + 2
        return "\n\n".join(text for _, text in self.blocks), runs, blocks


def _mapped(text: Traced, to_source: Callable[[int], int]) -> Iterable[Run]:
    r"""Runs in terms of the source; cut at line breaks, which may be ``\r\n`` there."""
    for run in text.runs:
        start = to_source(run.source_start)
        if run.source_length is not None:
            end = to_source(run.source_end)
            yield Run(run.text_start, start, run.length, end - start)
            continue
        at, stop = run.text_start, run.text_start + run.length
        while at < stop:
            end = text.find("\n", at, stop)
            end = stop if end == -1 else end
            if at < end:
                yield Run(at, to_source(run.source_start + at - run.text_start), end - at)
            at = end + 1
