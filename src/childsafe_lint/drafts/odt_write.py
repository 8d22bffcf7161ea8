"""Changes in OpenDocument texts: words replaced, annotations added; everything else as it stands.

A `Place` there names a piece of text by the element it belongs to (see odt.py). Pieces are found before anything is
changed, and changed from their ends towards their beginnings, so that what was found stays where it is.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from ..errors import InputError
from ..spans import Span
from .archive import parse
from .directives import is_exception
from .docx_write import UNPACKED
from .model import Draft, Place
from .odt import DC, DRAW, OFFICE, PARAGRAPHS, PROPERTIES, SVG, TEXT
from .pictures_write import SUFFIXES, NotCleaned, stripped
from .rewrite import Remark

_MAIN = "content.xml"
_SPACE = re.compile(r"[ \t\r\n]+")
#: elements that stand for characters
_SIGNS = frozenset((TEXT + "tab", TEXT + "line-break", TEXT + "s"))


class File:
    """One document, opened to be changed.

    Args:
        data: the file.
        draft: what was read from these bytes; its places say where the words stand.

    Raises:
        InputError: the file unpacks to too much.
    """

    def __init__(self, data: bytes, draft: Draft) -> None:
        self.draft = draft
        self._zip = zipfile.ZipFile(BytesIO(data))
        size = sum(i.file_size for i in self._zip.infolist())
        if size > UNPACKED:
            raise InputError(f"too large to be changed: it unpacks to {size / 1e6:,.0f} MB", draft.path)
        self._roots: dict[str, Any] = {}
        self._bytes: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        self._paragraphs: dict[str, list[Any]] = {}
        self._elements: dict[tuple[str, int], list[Any]] = {}

    def save(self) -> bytes:
        from lxml import etree

        file = BytesIO()
        with zipfile.ZipFile(file, "w") as new:
            for info in self._zip.infolist():  # in this order: the type of the file has to come first
                if info.filename in self._dropped:
                    continue
                if info.filename in self._roots:
                    root = self._roots[info.filename]
                    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
                else:
                    content = self._bytes.get(info.filename) or self._zip.read(info)
                new.writestr(info, content, info.compress_type)
        return file.getvalue()

    def _root(self, part: str) -> Any:
        if part not in self._roots:
            self._roots[part] = parse(self._zip.read(part), part, self.draft.path)
        return self._roots[part]

    def _paragraph(self, place: Place) -> Any:
        if place.part not in self._paragraphs:
            self._paragraphs[place.part] = list(self._root(place.part).iter(*PARAGRAPHS))
        return self._paragraphs[place.part][place.paragraph or 0]

    def _element(self, place: Place) -> tuple[Any, bool]:
        """The element a place belongs to, and whether the text is what follows it."""
        key = place.part, place.paragraph or 0
        if key not in self._elements:
            self._elements[key] = list(self._paragraph(place).iter())
        run = place.run or 0
        return self._elements[key][run // 2], bool(run % 2)

    # --- words

    def replace(self, changes: Iterable[tuple[int, int, str]]) -> None:
        """``draft.text[start:end]`` becomes ``new``, in the formatting of its first character."""
        todo: list[tuple[int, Any, bool, int, str, str | None]] = []
        for start, end, new in changes:
            if start < end:
                places: Sequence[Place] = self.draft.places_in(Span(start, end))
            else:
                at = self.draft.place(max(start - 1, 0))
                places = [] if at is None else [at]
            for i, place in enumerate(places):
                length = place.end - place.start if start < end else 0
                offset = place.offset if start < end else place.offset + start - place.start
                element, tail = self._element(place)
                words = new if i == 0 else ""
                todo.append((offset, element, tail, offset + length, words, place.attribute))
        for start, element, tail, end, new, attribute in sorted(todo, key=lambda t: -t[0]):
            if attribute is not None:
                holder = element.find(SVG + attribute)
                holder.text = holder.text[:start] + new + holder.text[end:]
            elif not tail and element.tag in _SIGNS:
                _sign_replaced(element, end - start, new)
            else:
                text = (element.tail if tail else element.text) or ""
                if not text[start:end].strip():  # white space, of which any length is one space
                    run = _SPACE.match(text, start)
                    end = run.end() if run and start < end else end
                text = text[:start] + new + text[end:]
                if tail:
                    element.tail = text
                else:
                    element.text = text

    def add_paragraph(self, sentence: str) -> bool:
        """``sentence`` as a paragraph after the last one of the story, in its style; False where there is none."""
        for block in reversed(self.draft.blocks):
            place = self.draft.place(block.span.end - 1)
            if block.kind == "body" and place is not None and place.part == _MAIN and not place.where:
                break
        else:
            return False
        last = self._paragraph(place)
        style = {k: v for k, v in last.attrib.items() if k.endswith("}style-name")}
        new = last.makeelement(last.tag, style)
        new.text = sentence
        new.tail = last.tail
        parent = last.getparent()
        parent.insert(parent.index(last) + 1, new)
        return True

    # --- what travels with the text

    def clean(self) -> list[str]:
        """Take out what is not published: properties, annotations other than exceptions, tracked changes (accepted),
        hidden text, pictures' metadata, the preview. Returns a line for each picture that could not be cleaned."""
        told: list[str] = []
        names = self._zip.namelist()
        for name in ("content.xml", "styles.xml"):
            if name in names:
                _cleaned(self._root(name))
        if "meta.xml" in names:
            meta = self._root("meta.xml").find(OFFICE + "meta")
            for element in [] if meta is None else list(meta):
                tag = str(element.tag).rpartition("}")[2]
                if tag in PROPERTIES or tag == "user-defined":
                    meta.remove(element)
        for name in names:
            if name.startswith("Thumbnails/"):
                self._dropped.add(name)
            elif name.lower().endswith(SUFFIXES):
                try:
                    self._bytes[name] = stripped(self._zip.read(name))
                except NotCleaned as e:
                    told.append(f"{name.rpartition('/')[2]} was not cleaned: {e}")
        if self._dropped and "META-INF/manifest.xml" in names:
            for entry in list(self._root("META-INF/manifest.xml")):
                if any("Thumbnails/" in v for v in entry.attrib.values()):
                    entry.getparent().remove(entry)
        return told

    # --- annotations

    def comment(self, remarks: Iterable[Remark], author: str, initials: str) -> None:
        """One annotation for each remark, on exactly its words. Where LibreOffice shows none (a note, a header, a text
        box), it is put at the nearest place in the body, and says where the words are."""
        root = self._root(_MAIN)
        taken = {e.get(OFFICE + "name") for e in root.iter(OFFICE + "annotation")}
        marks: list[tuple[int, int, Any, bool, Any]] = []  # offset, order, element, tail, mark
        before: list[tuple[Any, Any]] = []  # an element, and the mark that goes before it
        for number, remark in enumerate(remarks):
            name = f"{author}-{number}"
            while name in taken:
                name += "-"
            places = self.draft.places_in(remark.span)
            inside = [p for p in places if self._shown(p)]
            if not inside:
                place = places[0] if places else self.draft.place(remark.span.start)
                lead = [f"[{place}]"] if place is not None else []
                note = _annotation(root, None, [*lead, *remark.paragraphs], author, initials)
                holder = None if place is None or place.part != _MAIN else self._holder(place)
                if holder is not None:
                    before.append((holder, note))
                    continue
                first = next((p for p in self.draft.places if self._shown(p)), None)
                if first is not None:
                    marks.append((first.offset, number, *self._element(first), note))
                continue
            note = _annotation(root, name, remark.paragraphs, author, initials)
            end = root.makeelement(OFFICE + "annotation-end", {OFFICE + "name": name})
            first, last = inside[0], inside[-1]
            marks.append((first.offset, number, *self._element(first), note))
            element, tail = self._element(last)
            marks.append((last.offset + last.end - last.start, number, element, tail, end))
        marks = [_settled(*m) for m in marks]
        for offset, _, element, tail, mark in sorted(marks, key=lambda m: (-m[0], -m[1])):
            _mark(element, tail, offset, mark)
        for element, mark in before:
            _before(element, mark)

    def _shown(self, place: Place) -> bool:
        if place.part != _MAIN or place.attribute is not None or place.paragraph is None:
            return False
        return self._holder(place) is None

    def _holder(self, place: Place) -> Any:
        """The note or frame that a place is in."""
        paragraph = self._paragraph(place)
        around = [a for a in paragraph.iterancestors() if a.tag in (TEXT + "note", DRAW + "frame")]
        if place.attribute is not None:
            around = [self._element(place)[0], *around]
        inline = [a for a in around if any(True for _ in a.iterancestors(*PARAGRAPHS))]
        return inline[-1] if inline else None


def _cleaned(root: Any) -> None:
    kept = set()
    for note in list(root.iter(OFFICE + "annotation")):
        if is_exception("".join("".join(p.itertext()) for p in note.iter(*PARAGRAPHS))):
            kept.add(note.get(OFFICE + "name"))
        else:
            _taken_out(note)
    for mark in list(root.iter(OFFICE + "annotation-end")):
        if mark.get(OFFICE + "name") not in kept:
            _taken_out(mark)
    names = ("tracked-changes", "change", "change-start", "change-end", "hidden-text", "hidden-paragraph")
    for element in list(root.iter(*(TEXT + n for n in names))):
        _taken_out(element)


def _taken_out(element: Any) -> None:
    """Removed, but not the words that follow it."""
    parent, previous = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def _annotation(root: Any, name: str | None, paragraphs: Sequence[str], author: str, initials: str) -> Any:
    note = root.makeelement(OFFICE + "annotation", {} if name is None else {OFFICE + "name": name})
    now = datetime.datetime.now().replace(microsecond=0).isoformat()
    for tag, text in ((DC + "creator", author), (DC + "date", now), *((TEXT + "p", p) for p in paragraphs)):
        child = root.makeelement(tag)
        child.text = text
        note.append(child)
    return note


def _settled(
    offset: int, number: int, element: Any, tail: bool, mark: Any
) -> tuple[int, int, Any, bool, Any]:
    """A mark behind a tab or the like is one at the beginning of the text that follows it."""
    if not tail and element.tag in _SIGNS and offset:
        return 0, number, element, True, mark
    return offset, number, element, tail, mark


def _mark(element: Any, tail: bool, offset: int, mark: Any) -> None:
    """``mark`` into a piece of text."""
    if not tail and element.tag in _SIGNS:
        _before(element, mark)
        return
    text = (element.tail if tail else element.text) or ""
    if tail:
        parent = element.getparent()
        parent.insert(parent.index(element) + 1, mark)
        element.tail = text[:offset]
    else:
        element.insert(0, mark)
        element.text = text[:offset]
    mark.tail = text[offset:]


def _before(element: Any, mark: Any) -> None:
    parent = element.getparent()
    parent.insert(parent.index(element), mark)


def _sign_replaced(element: Any, length: int, new: str) -> None:
    """A tab, a line break or some of a row of spaces gives way to words."""
    if element.tag == TEXT + "s":
        count = int(element.get(TEXT + "c", "1"))
        if count > length:
            element.set(TEXT + "c", str(count - length))
            element.tail = new + (element.tail or "")
            return
    element.tail = new + (element.tail or "")
    _taken_out(element)
