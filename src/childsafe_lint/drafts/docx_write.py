"""Changes in Word documents: words replaced, comments added; everything else as it stands.

Runs are found by their `Place` and cut where a change or a comment begins and ends, so that formatting stays with the
words it belongs to.
"""

from __future__ import annotations

import copy
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from ..errors import InputError
from ..spans import Span
from .archive import parse
from .directives import is_exception
from .document import missing
from .docx import CHARACTERS, PROPERTIES, W, is_on
from .model import Draft, Place
from .pictures import telling_name
from .pictures_write import SUFFIXES, NotCleaned, stripped
from .rewrite import Remark

_P, _R, _T, _RPR = W + "p", W + "r", W + "t", W + "rPr"
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CNV_PR = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: what notes how formatting was before, and where moved words began and ended
_TRACKED = re.compile(r"(?:rPr|pPr|sectPr|tblPr|tcPr|trPr|tblGrid|numbering)Change|move(?:From|To)Range\w+")
#: bytes that a document may unpack to while it is changed, pictures and all
UNPACKED = 600_000_000


class File:
    """One document, opened to be changed.

    Args:
        data: the file.
        draft: what was read from these bytes; its places say where the words stand.

    Raises:
        InputError: python-docx is not installed, or the file unpacks to too much.
    """

    def __init__(self, data: bytes, draft: Draft) -> None:
        try:
            import docx
        except ImportError:
            raise missing("docx", draft.path) from None
        with zipfile.ZipFile(BytesIO(data)) as archive:
            size = sum(i.file_size for i in archive.infolist())
        if size > UNPACKED:
            raise InputError(f"too large to be changed: it unpacks to {size / 1e6:,.0f} MB", draft.path)
        self.draft = draft
        self.document = docx.Document(BytesIO(data))
        self.main = self.document.part.partname.lstrip("/")
        self._parsed: dict[str, tuple[Any, Any]] = {}  # parts that python-docx keeps as bytes
        self._paragraphs: dict[str, list[Any]] = {}
        self._runs: dict[tuple[str, int], list[Any]] = {}

    def save(self) -> bytes:
        from lxml import etree

        for part, root in self._parsed.values():
            part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def part(self, name: str) -> Any:
        """The root element of a part."""
        for part in self.document.part.package.iter_parts():
            if part.partname.lstrip("/") == name:
                if hasattr(part, "element"):
                    return part.element
                if name not in self._parsed:
                    self._parsed[name] = part, parse(part.blob, name, self.draft.path)
                return self._parsed[name][1]
        raise InputError(f"the document is incomplete: '{name}' is missing", self.draft.path)

    def run(self, place: Place) -> Any:
        """The run that a place leads to, as the document was when it was opened."""
        if place.part not in self._paragraphs:
            self._paragraphs[place.part] = list(self.part(place.part).iter(_P))
        key = place.part, place.paragraph or 0
        if key not in self._runs:
            self._runs[key] = list(self._paragraphs[place.part][key[1]].iter(_R))
        return self._runs[key][place.run or 0]

    # --- words

    def replace(self, changes: Iterable[tuple[int, int, str]]) -> None:
        """``draft.text[start:end]`` becomes ``new``, in the formatting of its first character."""
        todo: list[tuple[Any, int, int, str, str | None]] = []
        for start, end, new in changes:
            for i, place in enumerate(self._places(start, end)):
                length = place.end - place.start if start < end else 0
                offset = place.offset if start < end else place.offset + start - place.start
                words = new if i == 0 else ""
                todo.append((self.run(place), offset, offset + length, words, place.attribute))
        for run, start, end, new, attribute in sorted(todo, key=lambda t: -t[1]):
            if attribute is not None:
                holder = next(e for e in run.iter() if e.get(attribute))
                value = holder.get(attribute)
                holder.set(attribute, value[:start] + new + value[end:])
            else:
                _replace(run, start, end, new)

    def _places(self, start: int, end: int) -> Sequence[Place]:
        if start < end:
            return self.draft.places_in(Span(start, end))
        place = self.draft.place(max(start - 1, 0))
        return [] if place is None else [place]

    def add_paragraph(self, sentence: str) -> bool:
        """``sentence`` as a paragraph after the last one of the story, in its style; False where there is none."""
        for block in reversed(self.draft.blocks):
            place = self.draft.place(block.span.end - 1)
            if block.kind == "body" and place is not None and place.part == self.main and not place.where:
                break
        else:
            return False
        run = self.run(place)
        last = next(run.iterancestors(_P))
        new = last.makeelement(_P)
        properties = last.find(W + "pPr")
        if properties is not None:
            properties = copy.deepcopy(properties)
            for name in ("sectPr", "pPrChange", "rPr"):
                for element in properties.findall(W + name):
                    properties.remove(element)
            new.append(properties)
        new.append(_bare(run, sentence))
        last.addnext(new)
        return True

    # --- what travels with the text

    def clean(self) -> list[str]:
        """Take out what is not published: properties, comments other than exceptions, tracked changes (accepted),
        hidden text, pictures' metadata and file names, the preview. Returns a line for each picture that could not
        be cleaned."""
        parts = {p.partname.lstrip("/"): p for p in self.document.part.package.iter_parts()}
        for name in parts:
            if name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1:
                root = self.part(name)
                _accepted(root)
                _unhidden(root)
                _unnamed(root)
        self._uncommented(parts)
        for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
            if name in parts:
                for element in list(self.part(name)):
                    tag = str(element.tag).rpartition("}")[2]
                    if name.endswith("custom.xml") or tag in PROPERTIES:
                        element.getparent().remove(element)
        package = self.document.part.package
        for id, rel in list(package.rels.items()):
            if rel.reltype.endswith("/thumbnail"):  # a picture of the first page
                package.rels.pop(id)
        return cleaned_pictures({n: p for n, p in parts.items() if n.lower().endswith(SUFFIXES)})

    def _uncommented(self, parts: Mapping[str, Any]) -> None:
        kept: set[str | None] = set()
        for name in parts:
            if name.endswith("comments.xml"):
                for comment in list(self.part(name).iter(W + "comment")):
                    if is_exception("".join(t.text or "" for t in comment.iter(_T))):
                        kept.add(comment.get(W + "id"))
                    else:
                        comment.getparent().remove(comment)
            elif re.search(r"word/(?:commentsExt|commentsIds|commentsExtensible|people)", name):
                root = self.part(name)
                for child in list(root):
                    root.remove(child)
        for name in parts:
            if name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1:
                marks = ("commentRangeStart", "commentRangeEnd", "commentReference")
                for mark in list(self.part(name).iter(*(W + m for m in marks))):
                    if mark.get(W + "id") in kept:
                        continue
                    parent = mark.getparent()
                    parent.remove(mark)
                    if parent.tag == _R and all(c.tag == _RPR for c in parent):
                        parent.getparent().remove(parent)

    # --- comments

    def comment(self, remarks: Iterable[Remark], author: str, initials: str) -> None:
        """One comment for each remark, on exactly its words. Where Word allows none (a note, a header, a text box), it
        is put at the nearest place in the body, and says where the words are."""
        from docx.text.run import Run

        anchored = [(remark, self._anchor(remark.span)) for remark in remarks]
        cuts: dict[Any, set[int]] = {}
        for _, (pieces, _) in anchored:
            for run, start, end in pieces:
                if end is not None:
                    cuts.setdefault(run, set()).update((start, end))
        cut = {run: _cut(run, sorted(at)) for run, at in cuts.items()}
        for remark, (pieces, where) in anchored:
            elements = [
                element
                for run, start, end in pieces
                for s, e, element in (cut[run] if end is not None else [(0, 0, run)])
                if end is None or (start <= s and e <= end and s < e)
            ]
            if not elements:
                continue
            first, last = (Run(e, self.document._body) for e in (elements[0], elements[-1]))
            lead = [f"[{where}]"] if where else []
            text = "\n".join([*lead, *remark.paragraphs])
            self.document.add_comment([first, last], text, author, initials)

    def _anchor(self, span: Span) -> tuple[list[tuple[Any, int, int | None]], str]:
        """Pieces of runs of the body, and where the words really are if not there."""
        places = self.draft.places_in(span) or [p for p in (self.draft.place(span.start),) if p is not None]
        where = str(places[0]) if places else ""
        pieces: list[tuple[Any, int, int | None]] = []
        for place in places:
            if place.part != self.main:
                mark = self._note_mark(place)
                if mark is not None:
                    return [(mark, 0, None)], where
                continue
            run = self.run(place)
            outer = next((a for a in run.iterancestors(_R)), None)
            if outer is not None:  # in a text box
                pieces.append((outer, 0, None))
            elif place.attribute is not None:
                pieces.append((run, 0, None))
            else:
                pieces.append((run, place.offset, place.offset + place.end - place.start))
                where = ""
        if pieces:
            return pieces, where
        first = next((p for p in self.draft.places if p.part == self.main and p.attribute is None), None)
        if first is None:
            return [], where
        return [(self.run(first), first.offset, first.offset + first.end - first.start)], where

    def _note_mark(self, place: Place) -> Any:
        """The run with the number of the note that a place is in."""
        for kind in ("footnote", "endnote"):
            note = next(self.run(place).iterancestors(W + kind), None)
            if note is not None:
                wanted = note.get(W + "id")
                marks = self.part(self.main).iter(f"{W}{kind}Reference")
                mark = next((m for m in marks if m.get(W + "id") == wanted), None)
                return None if mark is None else next(mark.iterancestors(_R), None)
        return None


def _accepted(root: Any) -> None:
    """Tracked changes accepted."""
    for mark in reversed(list(root.iter(W + "del"))):
        row = mark.getparent()
        if row.tag == W + "trPr":
            row.getparent().getparent().remove(row.getparent())
        elif row.tag == _RPR and row.getparent().tag == W + "pPr":  # the end of a paragraph
            _joined(row.getparent().getparent())
            row.remove(mark)
    for gone in list(root.iter(W + "del", W + "moveFrom")):
        gone.getparent().remove(gone)
    for new in list(root.iter(W + "ins", W + "moveTo")):
        parent = new.getparent()
        at = parent.index(new)
        for child in reversed(list(new)):
            parent.insert(at, child)
        parent.remove(new)
    for element in list(root.iter()):
        if _TRACKED.fullmatch(str(element.tag).rpartition("}")[2]):
            element.getparent().remove(element)


def _joined(paragraph: Any) -> None:
    """A paragraph whose end was deleted takes in the one after it."""
    following = paragraph.getnext()
    if following is not None and following.tag == _P:
        for child in list(following):
            if child.tag != W + "pPr":
                paragraph.append(child)
        following.getparent().remove(following)


def _unhidden(root: Any) -> None:
    for run in list(root.iter(_R)):
        if is_on(run.find(f"{_RPR}/{W}vanish")):
            for child in list(run):
                if _said(child) or child.tag == _T:
                    run.remove(child)


def _unnamed(root: Any) -> None:
    """Names of pictures' files, which Word keeps and nobody sees."""
    for number, element in enumerate(root.iter(_DOC_PR, _CNV_PR), 1):
        if telling_name(element.get("name") or ""):
            element.set("name", f"Picture {number}")


def cleaned_pictures(parts: Mapping[str, Any]) -> list[str]:
    """Metadata taken out of pictures that python-docx keeps as bytes."""
    told = []
    for name, part in parts.items():
        try:
            part._blob = stripped(part.blob)
        except NotCleaned as e:
            told.append(f"{name.rpartition('/')[2]} was not cleaned: {e}")
    return told


def _said(child: Any) -> int:
    """How many characters an element of a run stands for."""
    if child.tag == _T:
        return len(child.text or "")
    if child.tag == W + "br":
        return int(child.get(W + "type", "textWrapping") == "textWrapping")
    return len(CHARACTERS.get(child.tag, ""))


def _children(run: Any) -> Iterator[tuple[Any, int, int]]:
    """What a run holds, each with the characters before it and behind it."""
    at = 0
    for child in list(run):
        length = _said(child)
        yield child, at, at + length
        at += length


def _replace(run: Any, start: int, end: int, new: str) -> None:
    for child, first, last in _children(run):
        inside = first <= start <= last if start == end else first < end and start < last
        if not inside or child.tag == _RPR or (start == end and child.tag != _T):
            continue
        if child.tag == _T:
            text = child.text or ""
            _write(child, text[: max(start - first, 0)] + new + text[max(end - first, 0) :])
        else:
            if new:
                words = run.makeelement(_T)
                _write(words, new)
                child.addprevious(words)
            run.remove(child)
        new = ""
        if start == end:
            return


def _write(element: Any, text: str) -> None:
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")


def _bare(run: Any, text: str) -> Any:
    """A run of these words in the formatting of another."""
    new = run.makeelement(_R)
    properties = run.find(_RPR)
    if properties is not None:
        new.append(copy.deepcopy(properties))
    words = run.makeelement(_T)
    _write(words, text)
    new.append(words)
    return new


def _cut(run: Any, at: Sequence[int]) -> list[tuple[int, int, Any]]:
    """A run cut at these offsets: each piece with where it begins and ends. The first piece is the run itself."""
    children = [c for c in _children(run) if c[0].tag != _RPR]
    whole = children[-1][2] if children else 0
    bounds = [0, *(a for a in at if 0 < a < whole), whole]
    pieces: list[tuple[int, int, Any]] = []
    before = run
    for i in range(len(bounds) - 1):
        if i == 0:
            element = run
        else:
            element = copy.deepcopy(run)
            for child in list(element):
                if child.tag != _RPR:
                    element.remove(child)
            before.addnext(element)
        before = element
        pieces.append((bounds[i], bounds[i + 1], element))
    if len(pieces) < 2:
        return pieces
    for child, first, last in children:
        owners = [p for p in pieces if p[0] < last and first < p[1]]
        if len(owners) < 2:
            if not owners:  # a mark without width stays with what it follows
                owners = [next((p for p in reversed(pieces) if p[0] < first or p[0] == 0), pieces[0])]
            if owners[0][2] is not run:
                owners[0][2].append(child)
            continue
        text = child.text or ""
        for start, end, element in owners:
            piece = child if element is owners[0][2] else copy.deepcopy(child)
            _write(piece, text[max(start - first, 0) : end - first])
            if element is not run:
                element.append(piece)
    return pieces
