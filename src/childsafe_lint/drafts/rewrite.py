"""The way back: words of a draft's text replaced in its source, the mark-up around them left as it stands."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from . import from_text
from .model import Draft

#: ``(start, end, new)``: ``text[start:end]`` (code points) becomes ``new``
Change = tuple[int, int, str]

_CLOSING_P = re.compile(r"(?:\s|</[A-Za-z][\w-]*\s*>)*?</p\s*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"[\\`*_\[\]<>]")


def rewritten(
    draft: Draft, changes: Sequence[Change], head: Callable[[str], str] = str
) -> tuple[Draft, list[Change]]:
    """The draft with its words changed, and the changes that could be made, ascending.

    Every change is proved by reading the new source again: one after which the text is not what it should be (the
    words stand in a place where mark-up would break) is left out.

    Args:
        changes: not overlapping, into ``draft.text``; an insertion has ``start == end``.
        head: what happens to words that only the head of an HTML page holds: its title and the ``content`` of
            ``<meta>``, which search engines and shared links show.
    """
    changes = sorted(changes)
    whole = _tried(draft, changes, head)
    if whole is not None:
        return whole, list(changes)
    good = [c for c in changes if _tried(draft, [c], head) is not None]
    together = _tried(draft, good, head)
    if together is not None:
        return together, good
    made: list[Change] = []
    best = draft
    for change in good:
        tried = _tried(draft, [*made, change], head)
        if tried is not None:
            made, best = [*made, change], tried
    return best, made


def with_paragraph(draft: Draft, sentence: str) -> Draft:
    """The draft with ``sentence`` as a paragraph of its own at its end; where the mark-up has no place for one, at the
    end of its last paragraph."""
    for source in _ends(draft, sentence):
        tried = _read(draft, source)
        if tried is not None and _plain(tried.text) == _plain(f"{draft.text} {sentence}"):
            return tried
    last = next((b for b in reversed(draft.blocks) if b.kind == "body"), None)
    at = last.span.end if last is not None else len(draft.text.rstrip())
    return rewritten(draft, [(at, at, f" {sentence}")])[0]


def _head_changed(source: str, change: Callable[[str], str]) -> str:
    """HTML with the words changed that only its head holds."""
    from .tags import Tag, Text, scan

    places: list[tuple[int, int]] = []
    in_title = False
    for token in scan(source):
        if isinstance(token, Tag):
            in_title = token.name == "title" and not token.closing
            if token.name == "meta" and "content" in token.attributes:
                places.append(token.attributes["content"])
        elif isinstance(token, Text) and in_title:
            places.append((token.start, token.end))
    out: list[str] = []
    at = 0
    for start, end in places:
        old = html.unescape(source[start:end])
        new = change(old)
        if new != old:
            out += [source[at:start], html.escape(new)]
            at = end
    return "".join([*out, source[at:]])


def _ends(draft: Draft, sentence: str) -> list[str]:
    source = draft.source or draft.text
    newline = "\r\n" if "\r\n" in source else "\n"
    if draft.format == "html":
        last = next((b for b in reversed(draft.blocks) if b.kind == "body"), None)
        if last is None:
            return []
        at = draft.source_offset(last.span.end, end=True)
        closing = _CLOSING_P.match(source, at)
        if closing is None:
            return []
        opening = source.lower().rfind("<p", 0, at)
        line = source.rfind("\n", 0, max(opening, 0)) + 1
        indent = source[line : max(opening, line)]
        lead = newline + indent if not indent.strip() else ""
        end = closing.end()
        return [f"{source[:end]}{lead}<p>{html.escape(sentence, quote=False)}</p>{source[end:]}"]
    body = source.rstrip()
    return [f"{body}{newline}{newline}{sentence}{source[len(body) :]}"]


def _tried(draft: Draft, changes: Sequence[Change], head: Callable[[str], str]) -> Draft | None:
    source = draft.source or draft.text
    expected: list[str] = []
    pieces: list[tuple[int, int, str]] = []
    at = 0
    for start, end, new in changes:
        expected += [draft.text[at:start], new]
        at = end
        pieces += _pieces(draft, start, end, new)
    expected.append(draft.text[at:])
    pieces.sort()
    out: list[str] = []
    at = 0
    for start, end, new in pieces:
        if start < at:
            return None
        out += [source[at:start], new]
        at = end
    out.append(source[at:])
    new_source = "".join(out)
    if draft.format == "html" and head is not str:
        new_source = _head_changed(new_source, head)
    tried = _read(draft, new_source)
    if tried is None or _plain(tried.text) != _plain("".join(expected)):
        return None
    return tried


def _pieces(draft: Draft, start: int, end: int, new: str) -> list[tuple[int, int, str]]:
    """Where the words stand in the source: in one piece, or in several with mark-up between them. The first takes the
    new words, so that ``**Ana** Lee`` becomes ``**Eva**``."""
    source = draft.source or draft.text
    if start == end:
        at = draft.source_offset(start, end=True) if start else draft.source_offset(0)
        return [(at, at, _escaped(draft, new))]
    found: list[tuple[int, int]] = []
    for run in draft.runs:
        if run.text_start >= end or run.text_start + run.length <= start:
            continue
        if run.source_length is not None:
            found.append((run.source_start, run.source_end))
            continue
        first = max(start, run.text_start)
        last = min(end, run.text_start + run.length)
        shift = run.source_start - run.text_start
        found.append((first + shift, last + shift))
    joined: list[tuple[int, int]] = []
    for piece in found:
        if joined and piece[0] >= joined[-1][1] and not source[joined[-1][1] : piece[0]].strip():
            joined[-1] = (joined[-1][0], piece[1])
        else:
            joined.append(piece)
    return [(s, e, _escaped(draft, new) if i == 0 else "") for i, (s, e) in enumerate(joined)]


def _escaped(draft: Draft, new: str) -> str:
    if draft.format == "html":
        return html.escape(new)
    if draft.format == "markdown":
        return _MARKDOWN.sub(r"\\\g<0>", new)
    return new


def _read(draft: Draft, source: str) -> Draft | None:
    from ..errors import InputError

    try:
        new = from_text(source, draft.path, draft.format)
    except InputError:  # front matter that the new words would break
        return None
    return replace(new, metadata={**draft.metadata, **new.metadata})


def _plain(text: str) -> str:
    return " ".join(text.split())
