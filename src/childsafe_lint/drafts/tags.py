"""HTML source -> text and tags with their exact places, the way browsers cut it up.

The standard library's ``html.parser`` is not used: it gives attribute values no position, and unclosed tags
or comments take it quadratic time (60 KB of ``<a `` keep Python 3.11 busy for a minute). This scanner never
goes over a character more than a few times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: What stands in these is not marked up.
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[\s/]*(?:(?P<end>>)|(?P<name>=?[^\s/>=]+)(?P<is>\s*=\s*)?|=)")
_BARE = re.compile(r"[^\s>]*")


@dataclass(slots=True)
class Tag:
    """``<name …>`` or ``</name>`` at ``start:end``; ``attributes``: name -> place of the raw value."""

    name: str
    start: int
    end: int
    closing: bool = False
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)
    self_closing: bool = False


@dataclass(slots=True)
class Text:
    """Characters at ``start:end``, entities not decoded."""

    start: int
    end: int


@dataclass(slots=True)
class Comment:
    """``<!-- … -->`` at ``start:end``."""

    start: int
    end: int


def scan(source: str) -> Iterator[Tag | Text | Comment]:
    """Text, tags and comments in order; declarations are left out."""
    at = 0
    text_from = 0
    unclosed_quote = False  # from one on a tag ends at the next >, so that nothing is tried twice
    unended: set[str] = set()  # raw elements without an end tag in what follows
    while (at := source.find("<", at)) != -1:
        char = source[at + 1 : at + 2]
        token: Tag | Comment | None = None
        if char == "/" or (char.isascii() and char.isalpha()):
            closing = char == "/"
            name = _NAME.match(source, at + 1 + closing)
            if name is not None:
                end = -1
                attributes: dict[str, tuple[int, int]] = {}
                if not unclosed_quote:
                    end, attributes = _attributes(source, name.end())
                    unclosed_quote = end == -1
                if end == -1:
                    end = source.find(">", name.end()) + 1 or -1
                if end == -1:
                    break  # no tag ends any more: what is left is text
                token = Tag(name.group().lower(), at, end, closing, attributes, source[end - 2] == "/")
            elif source.startswith("</>", at):
                end = at + 3
            elif closing and at + 2 < len(source):
                end = source.find(">", at) + 1 or len(source)
            else:
                at += 1
                continue
        elif char in ("!", "?"):
            end = _declaration(source, at)
            if source.startswith("<!--", at):
                token = Comment(at, end)
        else:
            at += 1
            continue
        if text_from < at:
            yield Text(text_from, at)
        if token is not None:
            yield token
        at = text_from = end
        if isinstance(token, Tag) and not token.closing and token.name in RAW and token.name not in unended:
            close = re.compile(rf"</{token.name}(?=[\s/>])", re.IGNORECASE).search(source, end)
            if close is not None:
                if end < close.start():
                    yield Text(end, close.start())
                at = text_from = close.start()
            elif token.name in ("title", "textarea"):
                unended.add(token.name)
            else:
                return
    if text_from < len(source):
        yield Text(text_from, len(source))


def _attributes(source: str, at: int) -> tuple[int, dict[str, tuple[int, int]]]:
    """From behind a tag's name: (end of the tag or -1, places of the raw values)."""
    found: dict[str, tuple[int, int]] = {}
    while (match := _ATTRIBUTE.match(source, at)) is not None:
        at = match.end()
        if match.group("end"):
            return at, found
        name = match.group("name")
        if name is None:
            continue
        start = end = at
        if match.group("is"):
            quote = source[at : at + 1]
            if quote and quote in "\"'":
                start = at + 1
                end = source.find(quote, start)
                if end == -1:
                    return -1, {}
                at = end + 1
            else:
                bare = _BARE.match(source, at)
                end = at = bare.end() if bare else at
        found.setdefault(name.lower(), (start, end))
    return -1, {}


def _declaration(source: str, at: int) -> int:
    """End of a comment, doctype or processing instruction that begins at ``at``."""
    if source.startswith("<!--", at):
        if source.startswith((">", "->"), at + 4):
            return source.index(">", at + 4) + 1
        end = source.find("-->", at + 4)
        return len(source) if end == -1 else end + 3
    if source.startswith("<![CDATA[", at):
        end = source.find("]]>", at)
        return len(source) if end == -1 else end + 3
    return source.find(">", at) + 1 or len(source)
