"""Word documents (.docx): the text as it would be published, and what travels with it.

In the text: body, tables, text boxes, captions, alternative text of pictures, hyperlinks, tracked insertions; then
footnotes, endnotes, headers and footers. Not in the text but attached to the draft: tracked deletions, hidden
text, comments, document properties. Only lxml is used here, because a place must be exact down to the run; what
writes into documents uses python-docx, which counts paragraphs and runs alike (`Place`).
"""

from __future__ import annotations

import posixpath
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

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

_P, _RUN, _T, _TBL, _TR, _TC = W + "p", W + "r", W + "t", W + "tbl", W + "tr", W + "tc"
#: characters that python-docx, too, sees in these elements of a run
CHARACTERS = {W + "tab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_GONE = frozenset((W + "del", W + "moveFrom"))
#: paragraph styles by their built-in id or name, lower case without spaces
_STYLES: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"title|headline"), "headline"),
    (re.compile(r"heading\d*|subtitle|untitled"), "heading"),
    (re.compile(r"caption|figure"), "caption"),
    (re.compile(r"quote|intensequote|blockquote|quotations?|blocktext"), "quote"),
    (re.compile(r"list.*"), "list-item"),
)


def read(file: IO[bytes], path: str) -> Draft:
    """A Word document.

    Args:
        file: seekable, at its start.
        path: what the user calls it.

    Raises:
        InputError: lxml is not installed; or the document is encrypted, damaged, too large, carries macros or
            declares XML entities.
    """
    try:
        import lxml.etree  # noqa: F401
    except ImportError:
        raise missing("docx", path) from None
    return _Reader(Archive(file, path, "Word document"), path).draft()


class _Part:
    """One XML part being read."""

    def __init__(self, name: str, root: Any, links: dict[str, str]) -> None:
        self.name = name
        self.root = root
        self.links = links  # relationship id -> target
        self.numbers = {p: i for i, p in enumerate(root.iter(_P))}


class _Reader:
    def __init__(self, archive: Archive, path: str) -> None:
        self.archive = archive
        self.path = path
        self.document = Document(path, "docx")
        self.styles: dict[str, BlockKind] = {}
        self.where = ""
        self.kind: BlockKind | None = None  # what the surroundings make of a paragraph
        self.main = True
        self.page: int | None = None
        self.laid_out = False  # Word has noted where pages end
        self.comments: dict[str, list[Point | None]] = {}  # id -> where it begins and ends
        self.paragraph: Paragraph | None = None  # goes on, because its end was deleted
        self.tables = 0

    def draft(self) -> Draft:
        main = self._main_part()
        related = self._related(main)
        for name, kind in related.values():
            if kind == "styles" and name in self.archive:
                self.styles = _styles(self.archive.xml(name))
        self._body(main)
        for kind, label in (("footnotes", "footnote"), ("endnotes", "endnote")):
            for name, of in list(related.values()):
                if of == kind and name in self.archive:
                    self._notes(name, label)
        for kind in ("header", "footer"):
            seen: set[str] = set()
            for name, of in related.values():
                if of == kind and name in self.archive and name not in seen:
                    seen.add(name)
                    with self._around(kind, main=False):
                        part = self._part(name)
                        self._blocks(part.root, part)
        for name, of in related.values():
            if of == "comments" and name in self.archive:
                self._comments(name)
        self._properties()
        return from_margin(self.document.draft())

    # --- parts

    def _main_part(self) -> str:
        for name, kind in self._related("").values():
            if kind == "officeDocument" and name in self.archive:
                return name
        if "word/document.xml" in self.archive:
            return "word/document.xml"
        what = "an OpenDocument text" if "content.xml" in self.archive else "no Word document"
        raise InputError(f"this is {what}, whatever its name says", self.path)

    def _relations(self, part: str) -> Iterator[tuple[str, str, str, bool]]:
        """(id, kind, target, whether it lies outside the document) of what a part refers to."""
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", base + ".rels")
        if rels not in self.archive:
            return
        for rel in self.archive.xml(rels):
            target = rel.get("Target", "")
            outside = rel.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            yield rel.get("Id", ""), rel.get("Type", "").rsplit("/", 1)[-1], target, outside

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        return {id: (target, kind) for id, kind, target, outside in self._relations(part) if not outside}

    def _part(self, name: str) -> _Part:
        root = self.archive.xml(name)
        if _STRICT in root.nsmap.values():
            raise InputError(
                "the document is in the 'Strict Open XML' form; save it as an ordinary Word document (.docx)",
                self.path,
            )
        return _Part(name, root, {id: target for id, _, target, _ in self._relations(name)})

    def _body(self, name: str) -> None:
        part = self._part(name)
        body = part.root.find(W + "body")
        if body is None:
            raise InputError("the document is incomplete: it has no body", self.path)
        self.laid_out = next(part.root.iter(W + "lastRenderedPageBreak"), None) is not None
        breaks = any(b.get(W + "type") == "page" for b in part.root.iter(W + "br"))
        self.page = 1 if self.laid_out or breaks else None
        self._blocks(body, part)
        self.page = None

    def _notes(self, name: str, label: str) -> None:
        part = self._part(name)
        number = 0
        for note in part.root:
            if note.get(W + "type", "normal") != "normal":
                continue  # the line above the notes
            number += 1
            with self._around(f"{label} {number}", main=False):
                self._blocks(note, part)

    @contextmanager
    def _around(
        self, where: str, *, kind: BlockKind | None = None, main: bool | None = None
    ) -> Iterator[None]:
        before = self.where, self.kind, self.main, self.paragraph
        self.where = f"{self.where}, {where}" if self.where and where else where or self.where
        self.kind = kind or self.kind
        self.main = self.main if main is None else main
        self.paragraph = None
        yield
        self.where, self.kind, self.main, self.paragraph = before

    # --- blocks

    def _blocks(self, parent: Any, part: _Part) -> None:
        """Everything at paragraph level below ``parent``."""
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, part)
            elif tag == _TBL:
                self._table(child, part)
            elif tag == _MC + "AlternateContent":
                self._blocks(_choice(child), part)
            elif tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None:
                    self._blocks(content, part)
            elif tag not in _GONE and len(child) and not tag.endswith("Pr"):
                self._blocks(child, part)

    def _table(self, table: Any, part: _Part) -> None:
        self.tables += 1
        with self._around(f"table {self.tables}", kind="table-cell"):
            rows = [e for e in _inside(table) if e.tag == _TR]
            for r, row in enumerate(rows, 1):
                gone = row.find(f"{W}trPr/{W}del") is not None
                for c, cell in enumerate((e for e in _inside(row) if e.tag == _TC), 1):
                    with self._around(f"row {r}, column {c}"):
                        if gone:
                            words = "".join(t.text or "" for t in cell.iter(_T, W + "delText"))
                            self.document.attach("deletion", words, "a table row deleted with tracking on")
                        else:
                            self._blocks(cell, part)

    def _paragraph(self, element: Any, part: _Part) -> None:
        paragraph = self.paragraph
        if paragraph is None:
            paragraph = Paragraph(self._kind(element), main=self.main)
            self.document.paragraphs.append(paragraph)
        self.paragraph = None
        reading = _Inline(self, part, element, paragraph)
        reading.children(element)
        reading.finish()
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self.paragraph = paragraph  # its end is deleted: the next one goes on here
        for box in reading.boxes:
            with self._around("text box", kind=None, main=False):
                self._blocks(box, part)

    def _kind(self, element: Any) -> BlockKind | None:
        properties = element.find(W + "pPr")
        if properties is not None:
            style = properties.find(W + "pStyle")
            if style is not None:
                id = style.get(W + "val", "")
                kind = self.styles.get(id) or _style_kind(id)
                if kind is not None:
                    return kind if self.kind is None or kind == "caption" else self.kind
            if self.kind is None:
                if properties.find(W + "outlineLvl") is not None:
                    return "heading"
                if properties.find(W + "numPr") is not None:
                    return "list-item"
        return self.kind

    # --- beside the text

    def _comments(self, name: str) -> None:
        for number, comment in enumerate(self._part(name).root.iter(W + "comment"), 1):
            text = "\n".join("".join(t.text or "" for t in p.iter(_T)) for p in comment.iter(_P))
            start, end = self.comments.get(comment.get(W + "id", ""), [None, None])
            author = comment.get(W + "author", "")
            self.document.attach("comment", text, f"comment {number}", start, end or start, author)

    def _properties(self) -> None:
        for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
            if name not in self.archive:
                continue
            for element in self.archive.xml(name):
                own = _local(element)
                if name.endswith("custom.xml"):
                    self._property(
                        f"custom property {element.get('pid', '')}".strip(), "".join(element.itertext())
                    )
                elif own in PROPERTIES:
                    self._property(f"property '{PROPERTIES[own]}'", element.text or "")

    def _property(self, label: str, value: str) -> None:
        self.document.attach("property", value, label)


#: what Word shows under File > Info; author and editor are names of staff more often than not
PROPERTIES = {
    "title": "title", "subject": "subject", "creator": "author", "keywords": "tags", "description": "comments",
    "lastModifiedBy": "last modified by", "category": "category", "contentStatus": "status",
    "Manager": "manager", "Company": "company", "HyperlinkBase": "hyperlink base",
}  # fmt: skip


class _Inline:
    """The runs of one paragraph."""

    def __init__(self, reader: _Reader, part: _Part, element: Any, paragraph: Paragraph) -> None:
        self.reader = reader
        self.part = part
        self.paragraph = paragraph
        self.before = paragraph.length
        self.number = part.numbers[element]
        self.runs = {r: i for i, r in enumerate(element.iter(_RUN))}
        self.boxes: list[Any] = []
        self.alts: list[Paragraph] = []
        self.deleted: list[tuple[str, str]] = []  # words, author
        self.fields: list[list[Any]] = []  # open fields: [instruction, where the result begins]

    def children(self, parent: Any) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self.run(child)
            elif tag in _GONE:
                self.gone(child)
            elif tag == W + "hyperlink":
                start = here(self.paragraph)
                self.children(child)
                self.reader.document.link(
                    start, here(self.paragraph), self.part.links.get(child.get(R + "id"), "")
                )
            elif tag == W + "fldSimple":
                start = here(self.paragraph)
                self.children(child)
                self.field(child.get(W + "instr", ""), start)
            elif tag == W + "commentRangeStart":
                self.reader.comments[child.get(W + "id", "")] = [here(self.paragraph), None]
            elif tag == W + "commentRangeEnd":
                marks = self.reader.comments.get(child.get(W + "id", ""))
                if marks is not None:
                    marks[1] = here(self.paragraph)
            elif tag == _MC + "AlternateContent":
                self.children(_choice(child))
            elif tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None and child.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
                    self.children(content)
            elif tag == W + "ruby":
                self.children(child.find(W + "rubyBase"))
            elif len(child) and tag != W + "pPr":
                self.children(child)  # insertions, smart tags, text in a direction of its own …

    def run(self, run: Any) -> None:
        hidden = is_on(run.find(f"{W}rPr/{W}vanish"))
        number = self.runs[run]
        offset = 0
        hidden_words = ""
        for child in run:
            tag = child.tag
            said = (child.text or "") if tag == _T else CHARACTERS.get(tag, "")
            if tag == W + "br":
                if child.get(W + "type", "textWrapping") == "textWrapping":
                    said = "\n"
                elif child.get(W + "type") == "page":
                    self.turn(child)
            if said:
                if self.fields and self.fields[-1][1] is None:
                    offset += len(said)  # the code of a field, not what it shows
                    continue
                if hidden:
                    hidden_words += said
                else:
                    self.paragraph.add(said, self.place(number, offset))
                offset += len(said)
            elif tag == W + "lastRenderedPageBreak":
                self.turn(child)
            elif tag in (W + "drawing", W + "pict", W + "object", _MC + "AlternateContent"):
                self.drawing(_choice(child) if tag == _MC + "AlternateContent" else child, number)
            elif tag == W + "fldChar":
                self.field_mark(child.get(W + "fldCharType", ""))
            elif tag == W + "instrText" and self.fields:
                self.fields[-1][0] += child.text or ""
            elif tag == W + "commentReference":
                self.reader.comments.setdefault(child.get(W + "id", ""), [here(self.paragraph), None])
            elif tag == W + "ruby":
                base = child.find(W + "rubyBase")
                if base is not None:
                    self.children(base)
        if hidden_words:
            self.attach("hidden-text", hidden_words, "hidden text")

    def place(self, run: int, offset: int, attribute: str | None = None) -> Place:
        reader = self.reader
        return Place(0, 0, self.part.name, self.number, run, offset, attribute, reader.page, reader.where)

    def turn(self, element: Any) -> None:
        reader = self.reader
        if reader.page is None:
            return
        if reader.laid_out == (element.tag == W + "lastRenderedPageBreak"):
            reader.page += 1

    def gone(self, element: Any) -> None:
        """Deleted with tracking on: it will not be published, but it is still in the file."""
        words = "".join(t.text or "" for t in element.iter(_T, W + "delText"))
        author = element.get(W + "author", "")
        self.attach("deletion", words, "a tracked deletion", author)

    def attach(self, kind: Any, words: str, label: str, author: str = "") -> None:
        point = here(self.paragraph)
        self.reader.document.attach(kind, words, label, point, point, author)

    # --- fields

    def field_mark(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(["", None])
        elif kind == "separate" and self.fields:
            self.fields[-1][1] = here(self.paragraph)
        elif kind == "end" and self.fields:
            instruction, start = self.fields.pop()
            if start is not None:
                self.field(instruction, start)

    def field(self, instruction: str, start: Point) -> None:
        match = _LINK_FIELD.match(instruction)
        if match:
            self.reader.document.link(start, here(self.paragraph), match.group(1) or match.group(2))

    # --- drawings

    def drawing(self, element: Any, run: int) -> None:
        """Text boxes and pictures; in the text a picture is its alternative text."""
        alt: Paragraph | None = None
        names: list[str] = []
        for child in _drawn(element):
            tag = child.tag
            if tag == W + "txbxContent":
                self.boxes.append(child)
            elif tag == _WP + "docPr":
                alt = self.alternative(child.get("descr") or "", child.get("title") or "", "descr", run)
                names = [child.get("name") or ""]
            elif tag == _PIC + "cNvPr":
                names.append(child.get("name") or "")
            elif tag == _A + "blip":
                self.picture(child.get(R + "embed"), child.get(R + "link"), names, alt)
            elif tag in (_V + "shape", _V + "rect"):
                alt = self.alternative(child.get("alt") or "", child.get("title") or "", "alt", run)
            elif tag == _V + "imagedata":
                self.picture(child.get(R + "id"), child.get(R + "href"), [child.get(_O + "title") or ""], alt)
            elif tag == _V + "textpath":  # WordArt of older versions
                self.alternative(child.get("string") or "", "", "string", run)

    def picture(
        self, embedded: str | None, linked: str | None, names: list[str], alt: Paragraph | None
    ) -> None:
        target = self.part.links.get(embedded or "", "")
        outside = self.part.links.get(linked or "", "")
        told = [n for n in (*names, outside) if telling_name(n)]
        start, end = (Point(alt, 0), here(alt)) if alt else (here(self.paragraph), here(self.paragraph))
        archive = self.reader.archive
        inside = target in archive
        self.reader.document.picture(
            told[-1] if told else "", start, end, target or outside,
            (lambda: archive.read(target, LIMIT)) if inside else None,
        )  # fmt: skip

    def alternative(self, alt: str, title: str, attribute: str, run: int) -> Paragraph | None:
        """The alternative text of a drawing, a block of its own after the paragraph; the first of two."""
        first: Paragraph | None = None
        for words, name in ((alt, attribute), (title, "title")):
            if not words.strip() or (name == "title" and words == alt):
                continue
            kind: BlockKind = "alt" if name != "string" else "body"
            paragraph = Paragraph(kind, main=False)
            paragraph.add(words, self.place(run, 0, name))
            self.alts.append(paragraph)
            first = first or paragraph
        return first

    def finish(self) -> None:
        for instruction, start in self.fields:  # a field that goes on in the next paragraph
            if start is not None:
                self.field(instruction, start)
        self.reader.document.paragraphs.extend(self.alts)
        self.reader.document.grow(self.paragraph.length - self.before)


_LINK_FIELD = re.compile(r"""\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"([^"]+)"|([^\s"\\]+))""", re.IGNORECASE)


def _styles(root: Any) -> dict[str, BlockKind]:
    """Style id -> kind; a style says it by its name or by the one it is based on."""
    names: dict[str, str] = {}
    based: dict[str, str] = {}
    for style in root.iter(W + "style"):
        id = style.get(W + "styleId", "")
        name = style.find(W + "name")
        names[id] = name.get(W + "val", "") if name is not None else ""
        parent = style.find(W + "basedOn")
        if parent is not None:
            based[id] = parent.get(W + "val", "")
    kinds: dict[str, BlockKind] = {}
    for id in names:
        at, seen = id, set[str]()
        while at and at not in seen:
            seen.add(at)
            kind = _style_kind(names.get(at, ""))
            if kind is not None:
                kinds[id] = kind
                break
            at = based.get(at, "")
    return kinds


def _style_kind(name: str) -> BlockKind | None:
    plain = re.sub(r"[\s_-]+", "", name).lower()
    return next((kind for pattern, kind in _STYLES if pattern.fullmatch(plain)), None)


def _choice(alternate: Any) -> Any:
    """Of a drawing in two forms the newer one, or the one for older programs where that is all there is."""
    choice = alternate.find(_MC + "Choice")
    if choice is None:
        choice = alternate.find(_MC + "Fallback")
    return alternate if choice is None else choice


def _drawn(element: Any) -> Iterator[Any]:
    """Everything in a drawing; of what is there in two forms one, and nothing from inside its text boxes."""
    for child in element:
        yield child
        if child.tag == _MC + "AlternateContent":
            yield from _drawn(_choice(child))
        elif child.tag != W + "txbxContent":
            yield from _drawn(child)


def _inside(element: Any) -> Iterator[Any]:
    """Children, also those that content controls and the like are wrapped around."""
    for child in element:
        if child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"):
            yield from _inside(child)
        else:
            yield child


def is_on(toggle: Any) -> bool:
    return toggle is not None and toggle.get(W + "val", "true") not in ("0", "false", "off")


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
