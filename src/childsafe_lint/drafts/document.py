"""What the readers of documents share: paragraphs made of pieces that know their place, and how they are laid out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

from ..errors import InputError
from ..spans import Span
from . import pictures, plain
from .model import Attachment, AttachmentKind, Block, BlockKind, Draft, Link, Picture, Place
from .pictures import Look

#: Characters (a book of 500 pages). What is longer cannot be understood in one piece anyhow.
LONGEST = 1_000_000

#: extra of pyproject.toml -> what it is needed for
EXTRAS = {"docx": "Word documents", "odt": "OpenDocument texts", "pdf": "PDF files", "rtf": "RTF files"}


def missing(extra: str, name: str) -> InputError:
    """The one line for a library that is not installed."""
    return InputError(f"{EXTRAS[extra]} need one more package: pip install 'childsafe-lint[{extra}]'", name)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one run, with the place it has there (``start`` and ``end`` are set when it is laid out)."""

    text: str
    place: Place


@dataclass(eq=False)
class Paragraph:
    """A block in the making.

    Args:
        kind: None where no style says what it is; then its looks decide (as in plain text).
        pieces: its text, in order. One without text keeps the paragraph's point for what is attached to it.
        main: part of the story itself, rather than a note, a header, or a text box.
    """

    kind: BlockKind | None = None
    pieces: list[Piece] = field(default_factory=list)
    main: bool = True
    length: int = 0
    start: int = 0  # of its text in the draft, once laid out
    cut: int = 0  # characters of white space left off at its beginning
    kept: int = 0  # characters of it in the draft

    def add(self, text: str, place: Place) -> None:
        if text:
            self.pieces.append(Piece(text, place))
            self.length += len(text)

    @property
    def text(self) -> str:
        return "".join(p.text for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Point:
    """A place between two characters of a paragraph that is not laid out yet."""

    paragraph: Paragraph
    offset: int

    @property
    def at(self) -> int:
        p = self.paragraph
        return p.start + min(max(self.offset - p.cut, 0), p.kept)


def here(paragraph: Paragraph) -> Point:
    """Where the next character of ``paragraph`` will stand."""
    return Point(paragraph, paragraph.length)


@dataclass
class Document:
    """Collects what a reader finds, in reading order, and becomes a draft."""

    path: str
    format: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    images: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    _length: int = 0  # characters so far
    _attachments: list[tuple[AttachmentKind, str, str, Point | None, Point | None, str]] = field(
        default_factory=list
    )
    _links: list[tuple[Point, Point, str]] = field(default_factory=list)
    _pictures: list[tuple[str, Point, Point, bool]] = field(default_factory=list)
    _looks: dict[str, Look] = field(default_factory=dict)  # a picture shown twice is looked at once

    def grow(self, characters: int) -> None:
        """Stop early where a document is no draft by its length. Raises InputError."""
        self._length += characters
        if self._length > LONGEST:
            raise InputError(
                f"too long for a draft: more than {LONGEST:,} characters; give only the article or a chapter",
                self.path,
            )

    def attach(
        self,
        kind: AttachmentKind,
        text: str,
        label: str,
        start: Point | None = None,
        end: Point | None = None,
        author: str = "",
    ) -> None:
        """Words beside the text; nothing where they are only white space."""
        text = " ".join(text.split())
        if text:
            self._attachments.append((kind, text, label, start, end, author))

    def link(self, start: Point, end: Point, target: str) -> None:
        if target:
            self._links.append((start, end, target))

    def picture(
        self, name: str, start: Point, end: Point, source: str = "", data: Callable[[], bytes] | None = None
    ) -> None:
        """A picture that is shown.

        Args:
            name: its file's name, if it tells anything.
            start, end: its alternative text, or the point where it stands.
            source: what it is called in the document.
            data: gives its bytes; None where they are not in the document.
        """
        label = f"picture {len(self._pictures) + 1}"
        self.images.append(source or name)
        self.attach("file-name", pictures.telling_name(name), f"file name of {label}", start, end)
        look = self._looks.get(source, pictures.Look())
        if data is not None and source not in self._looks:
            look, notice = pictures.seen(label, lambda: BytesIO(data()))
            self._looks[source] = look
            if notice and notice not in self.notices:
                self.notices.append(notice)
        for field_, text in look.words:
            self.attach("picture-text", text, pictures.metadata_label(label, field_), start, end)
        self._pictures.append((label, start, end, look.gps))

    def take(self, draft: Draft, where: str = "") -> None:
        """The blocks of a draft in another format that this document holds (a mail's HTML), with its links."""
        points: list[tuple[Span, Paragraph]] = []
        for number, block in enumerate(draft.blocks):
            paragraph = Paragraph(block.kind)
            words = draft.text[block.span.start : block.span.end]
            paragraph.add(words, Place(0, 0, paragraph=number, where=where))
            self.paragraphs.append(paragraph)
            self.grow(paragraph.length)
            points.append((block.span, paragraph))
        for link in draft.links:
            for span, paragraph in points:
                if span.contains(link.span):
                    start, end = link.span.start - span.start, link.span.end - span.start
                    self.link(Point(paragraph, start), Point(paragraph, end), link.target)
        self.images += draft.images
        self.notices += draft.notices

    def draft(self) -> Draft:
        """Blocks with a blank line between them, as in a text file."""
        parts: list[str] = []
        places: list[Place] = []
        laid: list[Paragraph] = []
        at = 0
        for paragraph in self.paragraphs:
            text = paragraph.text
            stripped = text.strip()
            paragraph.start = at
            if not stripped:
                continue
            paragraph.cut = len(text) - len(text.lstrip())
            paragraph.kept = len(stripped)
            _lay(paragraph, places)
            parts.append(stripped)
            laid.append(paragraph)
            at += len(stripped) + 2
        text = "\n\n".join(parts)
        for paragraph in reversed(self.paragraphs):  # a point after the last words is at the text's end
            paragraph.start = min(paragraph.start, len(text))
        return Draft(
            self.path,
            text,
            self.format,
            blocks=_blocks(text, laid),
            metadata=self.metadata,
            images=self.images,
            places=places,
            attachments=[
                Attachment(kind, words, label, _span(start, end), author)
                for kind, words, label, start, end, author in self._attachments
            ],
            links=[Link(_span(start, end), target) for start, end, target in self._links],
            pictures=[Picture(label, _span(start, end), gps) for label, start, end, gps in self._pictures],
            notices=self.notices,
        )


def _span(start: Point | None, end: Point | None) -> Span:
    if start is None:
        return Span(0, 0)
    return Span(start.at, max(end.at if end else start.at, start.at))


def _lay(paragraph: Paragraph, places: list[Place]) -> None:
    """The paragraph's pieces at their offsets in the draft, without the white space at its ends."""
    at = 0  # in the paragraph
    last = paragraph.cut + paragraph.kept
    for piece in paragraph.pieces:
        begin, end = max(at, paragraph.cut), min(at + len(piece.text), last)
        if begin < end:
            start = paragraph.start + begin - paragraph.cut
            place = piece.place
            places.append(
                replace(place, start=start, end=start + end - begin, offset=place.offset + begin - at)
            )
        at += len(piece.text)


def _blocks(text: str, paragraphs: Sequence[Paragraph]) -> list[Block]:
    """A style says what a paragraph is; where there is none, its looks and its place among the others do."""
    blocks: list[Block] = []
    story = [p for p in paragraphs if p.main and p.kind in (None, "heading", "headline")]
    titled = any(p.kind == "headline" for p in story)
    for p in paragraphs:
        span = Span(p.start, p.start + p.kept)
        kind = p.kind
        if kind is None:
            first = bool(story) and p is story[0] and not titled
            last = not story or p is story[-1] or not p.main
            kind = plain.kind_of(text, [span], first=first, last=last)
        elif kind == "heading" and p is story[0] and not titled:
            kind = "headline"
        blocks.append(Block(kind, span))
    return blocks
