"""Setting text on a page of fixed width: what a terminal shows, how wide it is, where to break it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..spans import Span
from ..ui import tr

_ASCII = str.maketrans({"…": "...", "“": '"', "”": '"', "–": "-", "—": "-", "’": "'", "─": "-", "│": "|"})


def ascii_only(text: str) -> str:
    """The marks this program writes, within ASCII. The draft's own letters are left as they are."""
    return text.translate(_ASCII)


def width(text: str) -> int:
    """Columns that ``text`` takes on a terminal: wide characters two, combining and invisible ones none."""
    if text.isascii():
        return len(text)
    return sum(map(_char_width, text))


@lru_cache(maxsize=4096)
def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@lru_cache(maxsize=4096)
def visible(char: str) -> str:
    """``char`` as it may go to a terminal: one plain space for any space, nothing that steers the
    terminal."""
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category in ("Cc", "Cs") or unicodedata.bidirectional(char) in _STEERING:
        return "\ufffd"
    return char


#: bidirectional embeddings, overrides and isolates, which would show words in another order than they stand
_STEERING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


def quoted(words: str) -> str:
    """Words of a draft in the quotation marks of the language spoken, unless they bring their own."""
    return words if words[:1] in tuple('“«„"') else tr("“{}”").replace("{}", words)


def plain(text: str) -> str:
    """``text`` on one line, safe to print."""
    return " ".join("".join(map(visible, text)).split())


def wrap(text: str, columns: int) -> list[str]:
    """``text`` broken at spaces into lines of at most ``columns``; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines or [""]


def shorten(text: str, columns: int) -> str:
    """``text`` on one line of at most ``columns``, cut with ``…`` at a space where it is too long."""
    text = plain(text)
    if width(text) <= columns:
        return text
    lines = wrap(text, columns - 1)
    head = lines[0]
    while width(head) > columns - 1:
        head = head[:-1]
    return head + "…"


@dataclass(frozen=True)
class Line:
    """One line of an excerpt; ``mark`` is the flagged part of it (indices into ``text``), empty if none."""

    text: str
    mark: Span

    @property
    def marker(self) -> str:
        """Blanks and ``^`` to set below the line; empty if nothing on it is flagged."""
        flagged = width(self.text[self.mark.start : self.mark.end])
        return " " * width(self.text[: self.mark.start]) + "^" * flagged if flagged else ""


def excerpt(text: str, sentence: Span, flagged: Span, columns: int, lines: int) -> Sequence[Line]:
    """The words around ``flagged`` within ``sentence``, on at most ``lines`` lines of ``columns``.

    A sentence that does not fit is cut on the far side of what is flagged, shown by ``…``.
    """
    sentence = Span(min(sentence.start, flagged.start), max(sentence.end, flagged.end))
    chars, marks = _squeeze(text, sentence, flagged)
    # a line break wastes a few columns; one word a line is a fair allowance
    room = columns * lines - (lines - 1) * min(12, columns // 4)
    start, end = _window(chars, marks, room)
    shown = chars[start:end]
    mark = Span(max(marks.start - start, 0), max(min(marks.end, end) - start, 0))
    if start > 0:
        shown = "…" + shown
        mark = Span(mark.start + 1, mark.end + 1)
    if end < len(chars):
        shown = shown.rstrip() + "…"
    return _broken(shown, mark, columns)[:lines]


def _squeeze(text: str, sentence: Span, flagged: Span) -> tuple[str, Span]:
    """The sentence with runs of spaces made one, and where the flagged words stand in it."""
    out: list[str] = []
    start = end = -1
    for i in range(sentence.start, min(sentence.end, len(text))):
        if i == flagged.start:
            start = len(out)
        char = visible(text[i])
        if not (char == " " and (not out or out[-1] == " ")):
            out.append(char)
        if i == flagged.end - 1:
            end = len(out)
    joined = "".join(out).rstrip()
    if start < 0 or flagged.start >= flagged.end:  # nothing is flagged: an empty mark at the place
        start = end = start if start >= 0 else len(joined)
    return joined, Span(min(start, len(joined)), min(max(end, start), len(joined)))


def _window(chars: str, mark: Span, room: int) -> tuple[int, int]:
    """Which part of a sentence to show: all if it fits, else about as much before the mark as after it."""
    if width(chars) <= room:
        return 0, len(chars)
    room -= 2  # for the two ellipses
    need = width(chars[mark.start : mark.end])
    if need >= room:
        end = mark.start
        while end < mark.end and width(chars[mark.start : end + 1]) <= room:
            end += 1
        return mark.start, end
    before = min((room - need) // 2, width(chars[: mark.start]))
    after = min(room - need - before, width(chars[mark.end :]))
    before = min(room - need - after, width(chars[: mark.start]))
    start, end = mark.start, mark.end
    while start > 0 and width(chars[start - 1 : mark.start]) <= before:
        start -= 1
    while end < len(chars) and width(chars[mark.end : end + 1]) <= after:
        end += 1
    if start > 0:  # not in the middle of a word
        space = chars.find(" ", start - 1, mark.start)
        start = space + 1 if space >= 0 else mark.start
    if end < len(chars):
        space = chars.rfind(" ", mark.end, end + 1)
        end = space if space >= 0 else mark.end
    return start, end


def _broken(text: str, mark: Span, columns: int) -> list[Line]:
    """``text`` broken at spaces, the mark shared out over the lines."""
    lines: list[Line] = []
    start = 0
    while start < len(text):
        end, last_space = start, -1
        while end < len(text) and width(text[start : end + 1]) <= columns:
            if text[end] == " ":
                last_space = end
            end += 1
        if end < len(text) and text[end] != " " and last_space > start:
            end = last_space
        part = text[start:end]
        here = Span(min(max(mark.start - start, 0), len(part)), max(min(mark.end - start, len(part)), 0))
        lines.append(Line(part, here if here.start < here.end else Span(0, 0)))
        start = end + (1 if end < len(text) and text[end] == " " else 0)
    return lines or [Line("", Span(0, 0))]
