"""The way back: words of a draft's text replaced in its source, the mark-up around them left as it stands.

A `Source` is a draft with the file it came from. It is never changed: what changes is the next `Source`.
"""

from __future__ import annotations

import html
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Protocol

from ..errors import InputError
from ..spans import Span
from . import DOCUMENTS, from_text, read_bytes, with_pictures
from .model import Draft

#: ``(start, end, new)``: ``text[start:end]`` (code points) becomes ``new``
Change = tuple[int, int, str]


class DocumentFile(Protocol):
    """What the module of a document's format opens."""

    def replace(self, changes: Iterable[Change]) -> None: ...
    def add_paragraph(self, sentence: str) -> bool: ...
    def comment(self, remarks: Iterable[Remark], author: str, initials: str) -> None: ...
    def clean(self) -> list[str]: ...
    def save(self) -> bytes: ...


@dataclass(frozen=True)
class Remark:
    """A comment: the words of the draft's text it is about, and its paragraphs."""

    span: Span
    paragraphs: Sequence[str]


_CLOSING_P = re.compile(r"(?:\s|</[A-Za-z][\w-]*\s*>)*?</p\s*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"[\\`*_\[\]<>]")


class Source(ABC):
    """A draft and its file."""

    def __init__(self, draft: Draft, data: bytes) -> None:
        self.draft = draft
        self.data = data

    def changed(
        self, changes: Sequence[Change], head: Callable[[str], str] = str
    ) -> tuple[Source, list[Change]]:
        """The draft with its words changed, and the changes that could be made, ascending.

        Every change is proved by reading the new file: one after which the text is not what it should be (the words
        stand in a place where mark-up would break) is left out.

        Args:
            changes: not overlapping, into ``draft.text``; an insertion has ``start == end``.
            head: what happens to words that only the head of an HTML page holds: its title and the ``content`` of
                ``<meta>``, which search engines and shared links show.
        """
        changes = sorted(changes)
        whole = self._proved(changes, head)
        if whole is not None:
            return whole, list(changes)
        good = [c for c in changes if self._proved([c], head) is not None]
        together = self._proved(good, head)
        if together is not None:
            return together, good
        made: list[Change] = []
        best: Source = self
        for change in good:
            tried = self._proved([*made, change], head)
            if tried is not None:
                made, best = [*made, change], tried
        return best, made

    def with_paragraph(self, sentence: str) -> Source:
        """The draft with ``sentence`` as a paragraph of its own at its end; where the mark-up has no place for one, at
        the end of its last paragraph."""
        tried = self._ended(sentence)
        if tried is not None and sorted(tried.draft.text.split()) == sorted(
            [*self.draft.text.split(), *sentence.split()]
        ):
            return tried
        last = next((b for b in reversed(self.draft.blocks) if b.kind == "body"), None)
        at = last.span.end if last is not None else len(self.draft.text.rstrip())
        return self.changed([(at, at, f" {sentence}")])[0]

    def _proved(self, changes: Sequence[Change], head: Callable[[str], str]) -> Source | None:
        expected: list[str] = []
        at = 0
        for start, end, new in changes:
            expected += [self.draft.text[at:start], new]
            at = end
        expected.append(self.draft.text[at:])
        tried = self._made(changes, head)
        if tried is None or _plain(tried.draft.text) != _plain("".join(expected)):
            return None
        return tried

    @abstractmethod
    def _made(self, changes: Sequence[Change], head: Callable[[str], str]) -> Source | None:
        """The changes made and the result read again; None where it cannot be read."""

    @abstractmethod
    def _ended(self, sentence: str) -> Source | None:
        """With a paragraph more; None where there is no place for one."""

    def cleaned(self) -> tuple[Source, list[str]]:
        """Without what travels with a document beside its text (comments, tracked changes, properties, pictures'
        metadata), and lines on what could not be cleaned. A text file is returned as it is."""
        return self, ["--clean-metadata is for documents; for the pictures of a page there is --pictures"]

    @abstractmethod
    def result(self) -> bytes:
        """The file as it is to be written.

        Raises:
            InputError: its encoding lacks a letter of the text.
        """


def source_of(draft: Draft, data: bytes) -> Source:
    """The draft with the bytes it was read from.

    Raises:
        InputError: its format cannot be written.
    """
    if draft.format in _WRITERS:
        return _Document(draft, data)
    if draft.format in DOCUMENTS:
        raise InputError(f"a file like this cannot be written back; save it as {_HINT}", draft.path)
    return _Text(draft, data, data)


#: formats of documents that can be changed -> module of this package
_WRITERS = {"docx": "docx_write", "odt": "odt_write"}
_HINT = ".docx, .odt, text, Markdown or HTML"


class _Document(Source):
    def _made(self, changes: Sequence[Change], head: Callable[[str], str]) -> Source | None:
        file = open_document(self.draft, self.data)
        file.replace(changes)
        return self._next(file.save())

    def _ended(self, sentence: str) -> Source | None:
        file = open_document(self.draft, self.data)
        return self._next(file.save()) if file.add_paragraph(sentence) else None

    def cleaned(self) -> tuple[Source, list[str]]:
        file = open_document(self.draft, self.data)
        told = file.clean()
        new = self._next(file.save())
        if _plain(new.draft.text) != _plain(self.draft.text):
            return self, [
                "nothing was cleaned: the text would have changed; accept the tracked changes first"
            ]
        return new, told

    def _next(self, data: bytes) -> Source:
        new = read_bytes(data, self.draft.path, self.draft.format)
        return _Document(_with_records(new, self.draft), data)

    def result(self) -> bytes:
        return self.data


def _with_records(new: Draft, old: Draft) -> Draft:
    """A draft read again, with what is written down beside it; comments in it are read with it."""
    beside = [e for e in old.exemptions if e.span is None]
    return replace(
        new,
        metadata={**old.metadata, **new.metadata},
        answers=old.answers,
        exemptions=(*beside, *new.exemptions),
    )


def open_document(draft: Draft, data: bytes) -> DocumentFile:
    """A document opened to be changed.

    Raises:
        InputError: the format cannot be written, a package is not installed, or the file is too large.
    """
    module = import_module(f"{__package__}.{_WRITERS[draft.format]}")
    return module.File(data, draft)  # type: ignore[no-any-return]


class _Text(Source):
    def __init__(self, draft: Draft, data: bytes, original: bytes, before: str | None = None) -> None:
        super().__init__(draft, data)
        self._original = original
        self._before = draft.source if before is None else before

    def result(self) -> bytes:
        from .encoding import encode_like

        if self.draft.source == self._before:
            return self._original
        return encode_like(self.draft.source, self._original, self._before)

    def _read(self, source: str) -> Source | None:
        try:
            new = from_text(source, self.draft.path, self.draft.format)
        except InputError:  # front matter that the new words would break
            return None
        new = with_pictures(_with_records(new, self.draft), Path(self.draft.path))
        return _Text(new, b"", self._original, self._before)

    def _made(self, changes: Sequence[Change], head: Callable[[str], str]) -> Source | None:
        source = self.draft.source
        pieces = sorted(p for c in changes for p in _pieces(self.draft, *c))
        out: list[str] = []
        at = 0
        for start, end, new in pieces:
            if start < at:
                return None
            out += [source[at:start], new]
            at = end
        changed = "".join([*out, source[at:]])
        if self.draft.format == "html" and head is not str:
            changed = _head_changed(changed, head)
        return self._read(changed)

    def _ended(self, sentence: str) -> Source | None:
        source = _with_end(self.draft, sentence)
        return None if source is None else self._read(source)


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


def _with_end(draft: Draft, sentence: str) -> str | None:
    source = draft.source
    newline = "\r\n" if "\r\n" in source else "\n"
    if draft.format == "html":
        last = next((b for b in reversed(draft.blocks) if b.kind == "body"), None)
        if last is None:
            return None
        at = draft.source_offset(last.span.end, end=True)
        closing = _CLOSING_P.match(source, at)
        if closing is None:
            return None
        opening = source.lower().rfind("<p", 0, at)
        line = source.rfind("\n", 0, max(opening, 0)) + 1
        indent = source[line : max(opening, line)]
        lead = newline + indent if not indent.strip() else ""
        end = closing.end()
        return f"{source[:end]}{lead}<p>{html.escape(sentence, quote=False)}</p>{source[end:]}"
    body = source.rstrip()
    return f"{body}{newline}{newline}{sentence}{source[len(body) :]}"


def _pieces(draft: Draft, start: int, end: int, new: str) -> list[tuple[int, int, str]]:
    """Where the words stand in the source: in one piece, or in several with mark-up between them. The first takes the
    new words, so that ``**Ana** Lee`` becomes ``**Eva**``."""
    source = draft.source
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


def _plain(text: str) -> str:
    return " ".join(text.split())
