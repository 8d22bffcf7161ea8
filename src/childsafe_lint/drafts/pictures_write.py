"""Copies of pictures without what their metadata say; the picture itself stays, to the pixel.

In JPEG and WebP files metadata are pieces of their own, which are left out; other formats lose nothing when Pillow
saves them again.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO

_ORIENTATION = 0x0112
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF")
#: endings of files that are looked at in a document
SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".gif")


class NotCleaned(Exception):
    """A picture that cannot be given without its metadata, and why."""


def stripped(data: bytes) -> bytes:
    """The picture without Exif, IPTC, XMP and comments; which way up it is stays, and so do its colours.

    Raises:
        NotCleaned: Pillow is not installed, or the picture is damaged or of another format.
    """
    try:
        from PIL import Image
    except ImportError:
        raise NotCleaned("that needs one more package: pip install 'childsafe-lint[images]'") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                turned = image.getexif().get(_ORIENTATION, 1)
                exif = b""
                if turned != 1:
                    kept = Image.Exif()
                    kept[_ORIENTATION] = turned
                    exif = kept.tobytes()
                if image.format in ("JPEG", "MPO"):
                    image.load()  # a broken one is to be found out here
                    return _jpeg(data, exif)
                if image.format == "WEBP":
                    image.load()
                    return _webp(data, exif)
                if image.format == "TIFF":
                    exif = b""  # Pillow has turned it itself
                profile = image.info.get("icc_profile")
                for name in ("comment", "exif", "xmp", "photoshop"):
                    image.info.pop(name, None)
                file = BytesIO()
                several = {"save_all": True} if getattr(image, "n_frames", 1) > 1 else {}
                image.save(file, image.format, exif=exif, icc_profile=profile, **several)
                return file.getvalue()
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError,
            EOFError, MemoryError, ZeroDivisionError, Image.DecompressionBombError):  # fmt: skip
        raise NotCleaned("it is damaged, or in a format that is not known") from None


def _jpeg(data: bytes, exif: bytes) -> bytes:
    out = [data[:2]]
    if exif:
        out.append(b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif)
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:  # the picture begins
            stop = data.rfind(b"\xff\xd9") + 2
            return b"".join([*out, data[at : stop if stop > at else len(data)]])
        colours = marker == 0xE2 and data.startswith(b"ICC_PROFILE", at + 4)
        if colours or marker in (0xE0, 0xEE) or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            out.append(data[at:end])
        at = end
    raise ValueError


def _webp(data: bytes, exif: bytes) -> bytes:
    out: list[bytes] = []
    for name, content in _chunks(data):
        if name in (b"EXIF", b"XMP "):
            continue
        if name == b"VP8X":
            flags = (content[0] & ~0x0C) | (0x08 if exif else 0)
            content = bytes([flags]) + content[1:]
        out.append(_chunk(name, content))
    if exif:
        out.append(_chunk(b"EXIF", exif.removeprefix(b"Exif\0\0")))
    body = b"WEBP" + b"".join(out)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
