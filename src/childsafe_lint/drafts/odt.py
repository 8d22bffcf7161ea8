"""OpenDocument texts (.odt): the text as it would be published, and what travels with it.

Read as Word documents are (see docx.py): deletions, comments and properties are attached, not part of the text.

A `Place` counts paragraphs over all ``text:p`` and ``text:h`` of the part in document order. Its ``run`` is ``2 * k``
for the text of element ``k`` of ``list(paragraph.iter())``, or the character that element stands for (a tab, a
line break, spaces), and ``2 * k + 1`` for the text that follows that element (lxml's ``tail``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from ..errors import InputError
from .archive import Archive
from .directives import from_margin
from .document import Document, Paragraph, Point, here, missing
from .model import BlockKind, Draft, Place
from .pictures import LIMIT, telling_name

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, OFFICE, TABLE, DRAW, STYLE, SVG, META = (
    _OASIS % name for name in ("text", "office", "table", "drawing", "style", "svg-compatible", "meta")
)
_XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"
PARAGRAPHS = (TEXT + "p", TEXT + "h")
_LINES = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
#: never shown, or shown again elsewhere
_SKIPPED = frozenset(
    (TEXT + "tracked-changes", TEXT + "note-citation", OFFICE + "forms", TEXT + "sequence-decls",
     TEXT + "variable-decls", TEXT + "user-field-decls", OFFICE + "annotation-end", TEXT + "ruby-text",
     TEXT + "table-of-content", TEXT + "alphabetical-index")
)  # fmt: skip
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    (r"title", "headline"), (r"heading.*|subtitle", "heading"),
    (r"caption|illustration|figure|drawing|table|text", "caption"),
    (r"quotations?|quote", "quote"), (r"list.*", "list-item"),
)  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n]+")


def read(file: IO[bytes], path: str) -> Draft:
    """An OpenDocument text.

    Args:
        file: seekable, at its start.
        path: what the user calls it.

    Raises:
        InputError: lxml is not installed; or the document is encrypted, damaged, too large or declares XML entities.
    """
    try:
        import lxml.etree  # noqa: F401
    except ImportError:
        raise missing("odt", path) from None
    archive = Archive(file, path, "OpenDocument text")
    if "content.xml" not in archive:
        raise InputError("this is no OpenDocument text, whatever its name says", path)
    manifest = "META-INF/manifest.xml"
    if manifest in archive and b"encryption-data" in archive.read(manifest):
        raise InputError("the document is encrypted; save a copy without a password", path)
    if any(not n.endswith(("-lc.xml", "-lb.xml")) for n in archive.parts("Basic/")):  # those only list
        raise InputError("the document carries macros; save it without them", path)
    return _Reader(archive, path).draft()


class _Reader:
    def __init__(self, archive: Archive, path: str) -> None:
        self.archive = archive
        self.path = path
        self.document = Document(path, "odt")
        self.parents: dict[str, str] = {}  # style -> the one it is based on
        self.numbers: dict[Any, int] = {}
        self.part = ""
        self.where = ""
        self.kind: BlockKind | None = None
        self.main = True
        self.page: int | None = None
        self.tables = 0
        self.comments = 0
        self.notes: list[tuple[str, Any]] = []
        self.open_comments: dict[str, tuple[Any, Point]] = {}
        self.deletions: dict[str, tuple[str, str]] = {}

    def draft(self) -> Draft:
        styles = self.archive.xml("styles.xml") if "styles.xml" in self.archive else None
        content = self._enter("content.xml")
        for root in (styles, content):
            if root is not None:
                for style in root.iter(STYLE + "style"):
                    parent = style.get(STYLE + "parent-style-name")
                    shown = style.get(STYLE + "display-name", "")
                    self.parents[style.get(STYLE + "name", "")] = parent or shown
        body = content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise InputError("this is an OpenDocument file, but no text document", self.path)
        self._deletions(body)
        self.page = 1 if next(body.iter(TEXT + "soft-page-break"), None) is not None else None
        self._blocks(body)
        self.page = None
        counts = {"footnote": 0, "endnote": 0}
        for kind, note in self.notes:
            counts[kind] += 1
            with self._around(f"{kind} {counts[kind]}", main=False):
                self._blocks(note)
        for element, start in self.open_comments.values():
            self._comment(element, start, start)
        if styles is not None:
            self._enter("styles.xml", styles)
            for kind in ("header", "footer"):
                for element in styles.iter(*(STYLE + kind + end for end in ("", "-left", "-first"))):
                    with self._around(kind, main=False):
                        self._blocks(element)
        self._properties()
        return from_margin(self.document.draft())

    def _enter(self, part: str, root: Any = None) -> Any:
        root = self.archive.xml(part) if root is None else root
        self.part = part
        self.numbers = {p: i for i, p in enumerate(root.iter(*PARAGRAPHS))}
        return root

    @contextmanager
    def _around(
        self, where: str, *, kind: BlockKind | None = None, main: bool | None = None
    ) -> Iterator[None]:
        before = self.where, self.kind, self.main
        self.where = f"{self.where}, {where}" if self.where else where
        self.kind = kind or self.kind
        self.main = self.main if main is None else main
        yield
        self.where, self.kind, self.main = before

    # --- blocks

    def _blocks(self, parent: Any) -> None:
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED:
                continue
            if tag in PARAGRAPHS:
                self._paragraph(child)
            elif tag == TABLE + "table":
                self._table(child)
            elif tag == TEXT + "list":
                before, self.kind = self.kind, self.kind or "list-item"
                self._blocks(child)
                self.kind = before
            elif tag == TEXT + "soft-page-break":
                self._turn()
            elif tag == DRAW + "frame":
                self._frame(child, None)
            else:
                self._blocks(child)

    def _table(self, table: Any) -> None:
        self.tables += 1
        with self._around(f"table {self.tables}", kind="table-cell"):
            for r, row in enumerate(table.iter(TABLE + "table-row"), 1):
                for c, cell in enumerate(
                    row.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"), 1
                ):
                    with self._around(f"row {r}, column {c}"):
                        self._blocks(cell)

    def _paragraph(self, element: Any) -> None:
        paragraph = Paragraph(self._kind(element), main=self.main)
        self.document.paragraphs.append(paragraph)
        _Inline(self, element, paragraph).read()
        self.document.grow(paragraph.length)

    def _kind(self, element: Any) -> BlockKind | None:
        at, seen = element.get(TEXT + "style-name", ""), set[str]()
        while at and at not in seen:
            seen.add(at)
            name = at.replace("_20_", "").replace(" ", "").lower()
            for pattern, kind in _STYLES:
                if re.fullmatch(pattern, name):
                    return kind if self.kind is None or kind == "caption" else self.kind
            at = self.parents.get(at, "")
        if element.tag == TEXT + "h":
            return self.kind or "heading"
        return self.kind

    def _turn(self) -> None:
        if self.page is not None:
            self.page += 1

    def _frame(self, frame: Any, inline: _Inline | None) -> None:
        """A picture with its alternative text, or a text box."""
        alt: Paragraph | None = None
        for tag, name in ((SVG + "desc", "desc"), (SVG + "title", "title")):
            element = frame.find(tag)
            words = "" if element is None else element.text or ""
            if words.strip():
                paragraph = Paragraph("alt", main=False)
                run, number = (None, None) if inline is None else (inline.run_of(frame), inline.number)
                place = Place(0, 0, self.part, number, run, 0, name, self.page, self.where)
                paragraph.add(words, place)
                self.document.paragraphs.append(paragraph)
                alt = alt or paragraph
        for image in frame.iterchildren(DRAW + "image"):
            self._picture(image.get(_XLINK + "href", ""), frame.get(DRAW + "name", ""), alt, inline)
        for box in frame.iterchildren(DRAW + "text-box"):
            with self._around("text box", main=False):
                self._blocks(box)

    def _picture(self, source: str, name: str, alt: Paragraph | None, inline: _Inline | None) -> None:
        at = alt or (inline.paragraph if inline else None)
        if at is None:
            at = Paragraph(main=False)  # a picture of its own between two paragraphs
            self.document.paragraphs.append(at)
        start = Point(at, 0) if alt else here(at)
        archive, inside = self.archive, source in self.archive
        told = name if telling_name(name) or inside else source
        self.document.picture(
            told, start, here(at), source, (lambda: archive.read(source, LIMIT)) if inside else None
        )

    # --- beside the text

    def _deletions(self, body: Any) -> None:
        for region in body.iter(TEXT + "changed-region"):
            deletion = region.find(TEXT + "deletion")
            if deletion is not None:
                words = " ".join("".join(p.itertext()) for p in deletion.iter(*PARAGRAPHS))
                author = deletion.findtext(f"{OFFICE}change-info/{DC}creator") or ""
                self.deletions[region.get(TEXT + "id", "")] = words, author

    def _comment(self, element: Any, start: Point, end: Point) -> None:
        self.comments += 1
        words = "\n".join("".join(p.itertext()) for p in element.iter(*PARAGRAPHS))
        author = element.findtext(DC + "creator") or ""
        self.document.attach("comment", words, f"comment {self.comments}", start, end, author)

    def _properties(self) -> None:
        if "meta.xml" not in self.archive:
            return
        meta = self.archive.xml("meta.xml").find(OFFICE + "meta")
        for element in () if meta is None else meta:
            name = element.tag.rpartition("}")[2]
            if name == "user-defined":
                label = f"custom property {element.get(META + 'name', '')}".strip()
                self.document.attach("property", element.text or "", label)
            elif name in PROPERTIES:
                self.document.attach("property", element.text or "", f"property '{PROPERTIES[name]}'")


PROPERTIES = {
    "title": "title", "subject": "subject", "description": "comments", "keyword": "tags",
    "creator": "last modified by", "initial-creator": "author", "printed-by": "printed by",
}  # fmt: skip


class _Inline:
    """The text of one paragraph, white space as OpenDocument counts it: a run of it is one space."""

    def __init__(self, reader: _Reader, element: Any, paragraph: Paragraph) -> None:
        self.reader = reader
        self.element = element
        self.paragraph = paragraph
        self.number = reader.numbers[element]
        self.elements = {e: i for i, e in enumerate(element.iter())}
        self.after: list[Any] = []  # frames, which follow the paragraph
        self.hidden = False

    def read(self) -> None:
        self.inside(self.element)
        for frame in self.after:
            self.reader._frame(frame, self)

    def run_of(self, element: Any) -> int:
        return 2 * self.elements[element]

    def inside(self, parent: Any) -> None:
        self.words(parent.text, self.run_of(parent))
        for child in parent:
            self.child(child)
            self.words(child.tail, self.run_of(child) + 1)

    def child(self, element: Any) -> None:
        reader, tag = self.reader, element.tag
        if tag in _LINES:
            self.add(_LINES[tag], self.run_of(element), 0)
        elif tag == TEXT + "s":
            count = element.get(TEXT + "c", "1")
            self.add(" " * min(int(count) if count.isdecimal() else 1, 1000), self.run_of(element), 0)
        elif tag == TEXT + "note":
            body = element.find(TEXT + "note-body")
            if body is not None:
                kind = "endnote" if element.get(TEXT + "note-class") == "endnote" else "footnote"
                reader.notes.append((kind, body))
        elif tag == OFFICE + "annotation":
            name = element.get(OFFICE + "name", "")
            reader.open_comments[name or f"#{len(reader.open_comments)}"] = element, here(self.paragraph)
        elif tag == OFFICE + "annotation-end":
            opened = reader.open_comments.pop(element.get(OFFICE + "name", ""), None)
            if opened is not None:
                reader._comment(opened[0], opened[1], here(self.paragraph))
        elif tag == TEXT + "change":
            words, author = reader.deletions.pop(element.get(TEXT + "change-id", ""), ("", ""))
            point = here(self.paragraph)
            reader.document.attach("deletion", words, "a tracked deletion", point, point, author)
        elif tag == TEXT + "a":
            start = here(self.paragraph)
            self.inside(element)
            reader.document.link(start, here(self.paragraph), element.get(_XLINK + "href", ""))
        elif tag == DRAW + "frame":
            self.after.append(element)
        elif tag == TEXT + "soft-page-break":
            reader._turn()
        elif tag in (TEXT + "hidden-text", TEXT + "hidden-paragraph"):
            words = element.get(TEXT + "string-value", "") or "".join(element.itertext())
            point = here(self.paragraph)
            reader.document.attach("hidden-text", words, "hidden text", point, point)
        elif tag not in _SKIPPED:
            self.inside(element)

    def words(self, text: str | None, run: int) -> None:
        """Text of one element, in pieces where white space is left out."""
        at = 0
        for match in _SPACES.finditer(text or ""):
            assert text is not None
            self.add(text[at : match.start()], run, at)
            if self.paragraph.length and not self.paragraph.pieces[-1].text.endswith(" "):
                self.add(" ", run, match.start())
            at = match.end()
        self.add((text or "")[at:], run, at)

    def add(self, text: str, run: int, offset: int) -> None:
        reader, pieces = self.reader, self.paragraph.pieces
        place = Place(0, 0, reader.part, self.number, run, offset, None, reader.page, reader.where)
        if text and pieces:
            last = pieces[-1]
            if last.place.run == run and last.place.offset + len(last.text) == offset:
                pieces.pop()  # goes on where the last one ended
                self.paragraph.length -= len(last.text)
                text, place = last.text + text, last.place
        self.paragraph.add(text, place)
