"""PDF files: their text layer, by pypdf, in the order of the file; places are pages.

A PDF has lines, not paragraphs: a larger gap or another size of letters begins a new one. Words broken at a line's
end are joined again, for a broken name is a missed name.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import IO, Any

from ..errors import InputError
from . import plain
from .document import LONGEST, Document, Paragraph, Point, missing
from .model import BlockKind, Draft, Place

_DAMAGED = "the PDF is damaged or was cut off; export it again"
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\Z")
_PROPERTIES = {"/Title": "title", "/Subject": "subject", "/Author": "author", "/Keywords": "tags"}


@dataclass(slots=True)
class _Line:
    text: str
    y: float
    size: float
    page: int


def read(file: IO[bytes], path: str) -> Draft:
    """A PDF's text.

    Raises:
        InputError: pypdf is not installed; or the file is no PDF, encrypted, damaged, too long or without text.
    """
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError:
        raise missing("pdf", path) from None
    if b"%PDF-" not in file.read(1024):
        raise InputError("this is no PDF, whatever its name says", path)
    file.seek(0)
    logger = logging.getLogger("pypdf")
    level, logger.level = logger.level, logging.CRITICAL + 1  # it warns of every small fault
    try:
        pdf = pypdf.PdfReader(file)
        if pdf.is_encrypted and not pdf.decrypt(""):
            raise InputError("the PDF is encrypted; save a copy without a password", path)
        return _Reader(pdf, path).draft()
    except pypdf.errors.DependencyError:
        raise InputError("the PDF is encrypted; save a copy without a password", path) from None
    except RecursionError:
        raise InputError("the PDF is nested too deeply to be read", path) from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, AssertionError,
            NotImplementedError, OverflowError, ZeroDivisionError, LookupError):  # fmt: skip
        raise InputError(_DAMAGED, path) from None  # whatever a broken file makes the library stumble over
    finally:
        logger.level = level


class _Reader:
    def __init__(self, pdf: Any, path: str) -> None:
        self.pdf = pdf
        self.path = path
        self.document = Document(path, "pdf")

    def draft(self) -> Draft:
        pages: list[list[_Line]] = []
        length = 0
        for number, page in enumerate(self.pdf.pages, 1):
            lines = _lines(page, number)
            length += sum(len(x.text) for x in lines)
            if length > LONGEST:
                raise InputError(
                    f"too long for a draft: more than {LONGEST:,} characters by page {number} of "
                    f"{len(self.pdf.pages):,}; give only the article or a chapter",
                    self.path,
                )
            pages.append(lines)
        empty = [i for i, lines in enumerate(pages, 1) if not lines]
        if len(empty) == len(pages):
            raise InputError(
                "the PDF has no text layer: its pages are pictures (scanned?); run text recognition (OCR) first",
                self.path,
            )
        if empty:
            said = ", ".join(map(str, empty[:10])) + (" …" if len(empty) > 10 else "")
            self.document.notices.append(
                f"page{'s' if len(empty) > 1 else ''} {said}: no text layer, so nothing on it was checked"
            )
        margins = _margins(pages)
        running = [x for lines in pages for x in lines if _same(x.text) in margins]
        body = [x for lines in pages for x in lines if _same(x.text) not in margins]
        self._paragraphs(body)
        once = {_same(x.text): x for x in reversed(running)}
        for line in sorted(once.values(), key=lambda x: x.page):
            paragraph = Paragraph(main=False)
            paragraph.add(line.text, Place(0, 0, page=line.page, where="header or footer"))
            self.document.paragraphs.append(paragraph)
        self._beside()
        return self.document.draft()

    def _paragraphs(self, lines: list[_Line]) -> None:
        leading = Counter(
            round((a.y - b.y) / max(a.size, 1), 1)
            for a, b in pairwise(lines)
            if a.page == b.page and a.y > b.y and abs(a.size - b.size) < 0.5
        )
        usual = min(leading.most_common(1)[0][0] if leading else 1.2, 2.0)
        sizes = Counter[float]()
        for line in lines:
            sizes[round(line.size)] += len(line.text)
        text_size = sizes.most_common(1)[0][0] if sizes else 0
        paragraph: Paragraph | None = None
        last: _Line | None = None
        for line in lines:
            if paragraph is None or last is None or _begins(last, line, usual):
                paragraph = Paragraph(_kind(line, text_size, last))
                self.document.paragraphs.append(paragraph)
            else:
                _join(paragraph)
            number = len(self.document.paragraphs) - 1
            paragraph.add(line.text, Place(0, 0, paragraph=number, page=line.page))
            last = line

    def _beside(self) -> None:
        """Properties, notes and links."""
        for key, value in (self.pdf.metadata or {}).items():
            if isinstance(value, str) and key not in _TECHNICAL:
                self.document.attach("property", value, f"property '{_PROPERTIES.get(key, key.lstrip('/'))}'")
        notes = 0
        starts: dict[int, Point] = {}
        for p in self.document.paragraphs:
            for piece in p.pieces:
                if piece.place.page is not None:
                    starts.setdefault(piece.place.page, Point(p, 0))
        for number, page in enumerate(self.pdf.pages, 1):
            for note in page.get("/Annots") or ():
                note = note.get_object()
                where = starts.get(number)
                words = note.get("/Contents")
                if isinstance(words, str) and note.get("/Subtype") not in ("/Link", "/Widget"):
                    notes += 1
                    self.document.attach(
                        "comment", words, f"comment {notes}", where, where, str(note.get("/T", ""))
                    )
                target = (note.get("/A") or {}).get("/URI") if note.get("/Subtype") == "/Link" else None
                if target is not None and where is not None:
                    if isinstance(target, bytes):
                        target = target.decode("utf-8", "replace")
                    self.document.link(where, where, str(target))


_TECHNICAL = frozenset(("/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped", "/PTEX.Fullbanner"))


def _lines(page: Any, number: int) -> list[_Line]:
    lines: list[_Line] = []
    parts: list[tuple[str, float, float]] = []

    def end() -> None:
        text = "".join(t for t, _, _ in parts).strip()
        if text:
            _, y, size = next(p for p in parts if p[0].strip())
            lines.append(_Line(re.sub(r"[ \t\u00a0]+", " ", text), y, size, number))
        parts.clear()

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        y = tm[5] * cm[3] + cm[5]
        for i, piece in enumerate(text.split("\n")):
            if i:
                end()
            if piece:
                parts.append((piece, y, abs(size * (tm[3] or 1) * (cm[3] or 1))))

    page.extract_text(visitor_text=visit)
    end()
    return lines


def _same(line: str) -> str:
    """A running header or footer without its page number."""
    return re.sub(r"\d+", "#", line.strip().casefold())


def _margins(pages: list[list[_Line]]) -> set[str]:
    """Lines that begin or end most pages (two at each end): amid the sentences that run over a page's end they
    would cut them."""
    ends = Counter(_same(x) for lines in pages for x in {t.text for t in lines[:2] + lines[-2:]})
    return {text for text, count in ends.items() if count >= 3 and count > 0.4 * len(pages)}


def _begins(last: _Line, line: _Line, usual: float) -> bool:
    if abs(last.size - line.size) >= 0.75:
        return True
    gap = (last.y - line.y) / max(line.size, 1)
    if line.page != last.page or gap < -0.5:  # a new page or column: the sentence goes on, or it does not
        return re.search(r"[.!?…][\"'”’»)\]]*\Z", last.text) is not None
    return gap > usual + 0.25


def _kind(line: _Line, text_size: float, last: _Line | None) -> BlockKind | None:
    if line.size > text_size + 0.9 and len(line.text) <= plain.HEADLINE:
        return "headline" if last is None else "heading"
    return None


def _join(paragraph: Paragraph) -> None:
    """The next line goes on in this paragraph: a hyphen at the end of the last one goes, where it broke a word."""
    piece = paragraph.pieces[-1]
    if _BROKEN.search(piece.text) and piece.text[-2:-1].islower():
        paragraph.pieces.pop()
        paragraph.length -= len(piece.text)
        paragraph.add(piece.text[:-1], piece.place)
    else:
        paragraph.add(" ", piece.place)
