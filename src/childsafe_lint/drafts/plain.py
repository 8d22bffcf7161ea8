"""Plain text: the file as it stands, its blocks found by blank lines and the length of lines."""

from __future__ import annotations

import re
from itertools import pairwise

from ..spans import Span
from .cues import is_byline, is_caption
from .model import Block, BlockKind, Draft, Run

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BULLET = re.compile(r"[ \t]*(?:[-*•‣◦▪–—][ \t]+|\(?\d{1,3}[.)][ \t]+)(?=\S)")
_BULLET_SIGN = re.compile(r"[ \t]*(?:[-*•‣◦▪][ \t]|\(?\d{1,3}[.)][ \t])")
_QUOTE_SIGN = re.compile(r"[ \t]*>")
_FULL_STOP = re.compile(r"[.…][\"'”’»)\]]*$")
_TERMINAL = re.compile(r"[.…!?:;,][\"'”’»)\]]*$")

WRAP = range(40, 121)  #: where editors break lines; longer or always shorter ones are paragraphs
HEADLINE = 200  #: characters; a longer first line is a paragraph
HEADING = 90


def read(source: str, path: str) -> Draft:
    """A draft whose text is its source, with a space for the end of a line where an editor has wrapped a paragraph."""
    runs = [Run(0, 0, len(source))] if source else []
    groups = _paragraphs(source)
    text = _unwrapped(source, groups)
    return Draft(path, text, "text", source, runs, _blocks(text, groups))


def _unwrapped(source: str, paragraphs: list[list[Span]]) -> str:
    """``source``, as long as before, with spaces for the ends of lines inside a paragraph."""
    pieces: list[str] = []
    at = 0
    for lines in paragraphs:
        for line, following in pairwise(lines):
            pieces += [source[at : line.end], " " * (following.start - line.end)]
            at = following.start
    return "".join([*pieces, source[at:]])


def _blocks(text: str, groups: list[list[Span]]) -> list[Block]:
    blocks: list[Block] = []
    for i, group in enumerate(groups):
        last = i + 1 == len(groups)
        span = Span(group[0].start, group[-1].end)
        blocks.append(Block(kind_of(text, group, first=i == 0, last=last), span))
    return blocks


def kind_of(text: str, lines: list[Span], *, first: bool, last: bool) -> BlockKind:
    """What a paragraph without any mark-up is, by its looks.

    Args:
        text: the draft's text, of which ``lines`` are the paragraph's lines.
        first, last: whether it is the draft's first or last paragraph.
    """
    start, end = lines[0].start, lines[-1].end
    head = text[start : min(start + 200, end)]
    tail = text[max(start, end - 80) : end]
    if _BULLET_SIGN.match(head):
        return "list-item"
    if _QUOTE_SIGN.match(head):
        return "quote"
    if is_caption(text[start:end]):
        return "caption"
    if first and not last and len(lines) <= 2 and end - start <= HEADLINE and not _FULL_STOP.search(tail):
        return "headline"
    if (
        not first
        and not last
        and len(lines) == 1
        and end - start <= HEADING
        and not _TERMINAL.search(tail)
        and not is_byline(head)
        and head[0] not in "\"'“‘«„—–["
        and any(c.isalpha() for c in head)
        and "@" not in head
    ):
        return "heading"
    return "body"


def _paragraphs(text: str) -> list[list[Span]]:
    """Groups of lines that belong together, each line without the white space around it."""
    chunks: list[list[Span]] = [[]]
    widths: list[int] = []
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            chunks.append([])
            continue
        start = match.start() + len(line) - len(line.lstrip())
        chunks[-1].append(Span(start, start + len(stripped)))
        widths.append(len(stripped))
    width = max(widths, default=0)
    paragraphs: list[list[Span]] = []
    for chunk in chunks:
        paragraphs.extend(_split(text, chunk, width))
    return paragraphs


def _split(text: str, lines: list[Span], width: int) -> list[list[Span]]:
    """Lines between two blank ones: one paragraph where an editor has wrapped it, else a paragraph a line."""
    if not lines:
        return []
    wrapped = width in WRAP and _is_wrapped(text, lines, width)
    paragraphs: list[list[Span]] = [[lines[0]]]
    for line in lines[1:]:
        if wrapped and not _BULLET.match(text, line.start, line.end):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _is_wrapped(text: str, lines: list[Span], width: int) -> bool:
    """Whether lines were broken because the next word would not have fitted into ``width``."""
    if len(lines) < 2:
        return True
    full = 0
    for line, following in pairwise(lines):
        word = re.match(r"\S+", text[following.start : following.end])
        full += line.end - line.start + 1 + (word.end() if word else 0) > width
    return full >= 0.8 * (len(lines) - 1)
