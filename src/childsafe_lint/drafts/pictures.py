"""What a picture says beside what it shows: where it was taken, and words in its metadata (Exif, IPTC, XMP).

Only headers are read, never pixels, and only files on this computer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from ..spans import Span
from .model import Attachment, Draft, Picture

#: Bytes of one picture that is looked at.
LIMIT = 100_000_000
#: formats whose headers are opened; others have no metadata to speak of
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF")
_GPS, _EXIF, _USER_COMMENT = 0x8825, 0x8769, 0x9286
_EXIF_WORDS = {
    0x010E: "description", 0x013B: "artist", 0x9C9B: "title", 0x9C9C: "comment", 0x9C9D: "author",
    0x9C9E: "keywords", 0x9C9F: "subject",
}  # fmt: skip
_IPTC_WORDS = {
    (2, 5): "title", (2, 25): "keywords", (2, 105): "headline", (2, 120): "caption", (2, 40): "instructions",
}  # fmt: skip
_XMP_GPS = re.compile(rb"exif:GPSL(?:ati|ongi)tude")
_XMP_WORDS = re.compile(
    rb"<(?:dc:(?:title|description|subject)|Iptc4xmpExt:PersonInImage|photoshop:Headline)\b[^>]*>(.*?)"
    rb"</(?:dc:|Iptc4xmpExt:|photoshop:)",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>|\s+")
#: names that programs give, which tell nothing
_GIVEN = re.compile(
    r"(?:picture|image|img|graphic|graphics|grafik|bild|photo|рисунок|изображение|сурет|object|shape)?"
    r"[\s_-]*\d*(?:\.\w{3,4})?|[0-9A-Fa-f]{16,}(?:\.\w{3,4})?",
    re.IGNORECASE,
)


class Unreadable(Exception):
    """A picture whose metadata cannot be read, and why."""


@dataclass(frozen=True)
class Look:
    """``gps``: the metadata say where the picture was taken; ``words``: (which field, what it says)."""

    gps: bool = False
    words: Sequence[tuple[str, str]] = field(default_factory=tuple)


def installed() -> bool:
    """Whether pictures can be looked at."""
    try:
        import PIL.Image  # noqa: F401
    except ImportError:
        return False
    return True


MISSING = "pictures were not looked at; that needs one more package: pip install 'childsafe-lint[images]'"


def look(file: IO[bytes]) -> Look:
    """The metadata of one picture.

    Raises:
        Unreadable: no picture of a known format, or damaged.
    """
    import warnings

    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of small faults, and of many pixels, which are not decoded
            with Image.open(file, formats=_FORMATS) as image:
                return _look(image)
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError,
            EOFError, MemoryError, ZeroDivisionError, Image.DecompressionBombError, ArithmeticError):  # fmt: skip
        # whatever a broken file makes the library stumble over
        raise Unreadable("its metadata are damaged or in a format that is not known") from None


def _look(image: Any) -> Look:
    import struct

    words: list[tuple[str, str]] = []
    try:
        exif = image.getexif()
        place = exif.get_ifd(_GPS)
        gps = any(place.get(key) not in (None, b"", "", ()) for key in (2, 4))
        values = {**exif, _USER_COMMENT: exif.get_ifd(_EXIF).get(_USER_COMMENT)}
    except struct.error:
        raise ValueError from None
    for key, name in {**_EXIF_WORDS, _USER_COMMENT: "comment"}.items():
        words.append((name, _text(values.get(key), utf16=0x9C9B <= key <= 0x9C9F)))
    words += [(k, str(v)) for k, v in getattr(image, "text", {}).items() if not str(k).startswith("XML")]
    if image.format in ("JPEG", "TIFF", "MPO"):
        from PIL import IptcImagePlugin

        iptc = IptcImagePlugin.getiptcinfo(image) or {}
        for code, name in _IPTC_WORDS.items():
            found = iptc.get(code, b"")
            words += [(name, _text(v, utf16=False)) for v in (found if isinstance(found, list) else [found])]
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    xmp = xmp.encode("utf-8", "replace") if isinstance(xmp, str) else xmp
    gps = gps or _XMP_GPS.search(xmp) is not None
    words += [("description", _TAG.sub(" ", m.decode("utf-8", "replace"))) for m in _XMP_WORDS.findall(xmp)]
    tidy = ((name, " ".join(text.split())) for name, text in words)
    return Look(gps, tuple(dict.fromkeys((name, text) for name, text in tidy if text)))


def _text(value: object, *, utf16: bool) -> str:
    if isinstance(value, bytes):
        value = re.sub(rb"\A(?:ASCII|UNICODE|JIS)\x00*", b"", value)
        value = value.decode("utf-16-le" if utf16 else "utf-8", "replace").replace("\0", " ")
    return value if isinstance(value, str) else ""


def telling_name(name: str) -> str:
    """The name of a picture's file without folders, if a person gave it; else an empty text."""
    name = unquote(re.split(r"[/\\]", name.strip())[-1])
    return "" if _GIVEN.fullmatch(name) else name


def seen(label: str, data: Callable[[], IO[bytes] | None]) -> tuple[Look, str]:
    """What one picture's metadata say, and a line about what could not be read (empty if all could)."""
    if not installed():
        return Look(), MISSING
    try:
        file = data()
        return (Look(), "") if file is None else (look(file), "")
    except Unreadable as e:
        return Look(), f"{label}: {e}"


def metadata_label(label: str, field: str) -> str:
    return f"{label}, metadata '{field}'"


def beside(draft: Draft, path: Path) -> Draft:
    """A Markdown or HTML draft with the pictures it refers to by a relative path looked at; nothing is fetched."""
    found: list[Picture] = []
    words: list[Attachment] = []
    notices: list[str] = []
    for picture, name in zip(draft.pictures, draft.images, strict=True):
        file = _local(path.parent, name)
        if file is None:
            found.append(picture)
            continue
        look, notice = seen(picture.label, partial(_bytes, file))
        found.append(replace(picture, gps=look.gps))
        for field_, text in look.words:
            label = metadata_label(picture.label, field_)
            words.append(Attachment("picture-text", text, label, picture.span))
        if notice and notice not in notices:
            notices.append(notice)
    return replace(
        draft,
        pictures=found,
        attachments=[*draft.attachments, *words],
        notices=[*draft.notices, *notices],
    )


def local_pictures(draft: Draft) -> list[tuple[str, Path]]:
    """The pictures on this computer that a Markdown or HTML draft refers to: label and file, each file once."""
    found: dict[Path, str] = {}
    for number, name in enumerate(draft.images, 1):
        file = _local(Path(draft.path).parent, name)
        if file is not None:
            found.setdefault(file, f"picture {number}")
    return [(label, file) for file, label in found.items()]


def _local(folder: Path, name: str) -> Path | None:
    """The file that a relative reference leads to, if there is one."""
    try:
        parts = urlsplit(name)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith(("/", "\\")):
            return None
        for relative in dict.fromkeys((unquote(parts.path), name)):
            file = folder / relative
            if file.is_file() and file.stat().st_size <= LIMIT:
                return file
    except (OSError, ValueError):
        pass
    return None


def _bytes(file: Path) -> IO[bytes] | None:
    try:
        return BytesIO(file.read_bytes())
    except OSError:
        return None


def named(draft: Draft, marks: Sequence[tuple[str, int, int]]) -> Draft:
    """A draft in a text format with its pictures in their places, not yet looked at.

    Args:
        marks: source name of each picture, and where its mark-up begins and ends in the source (code points).
    """
    pictures: list[Picture] = []
    names: list[Attachment] = []
    for number, (name, start, end) in enumerate(marks, 1):
        label = f"picture {number}"
        span = draft.between(start, end) or Span(*[draft.text_offset(start)] * 2)
        pictures.append(Picture(label, span))
        told = "" if name.startswith("data:") else telling_name(_path(name))
        if told:
            names.append(Attachment("file-name", told, f"file name of {label}", span))
    return replace(
        draft, images=[m[0] for m in marks], pictures=pictures, attachments=[*draft.attachments, *names]
    )


def _path(name: str) -> str:
    try:
        return urlsplit(name).path or name
    except ValueError:
        return name


def words_of(file_name: str) -> Iterator[str]:
    """``aidana_school17.jpg`` -> aidana, school, 17: words and numbers, without the ending."""
    stem = re.sub(r"\.\w{2,5}\Z", "", file_name)
    yield from re.findall(
        r"[^\W\d_]+|\d+", re.sub(r"(?<=[a-zа-яёәғқңөұүһі])(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])", " ", stem)
    )
