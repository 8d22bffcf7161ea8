"""Bytes -> text, or a plain word about why they are no text."""

from __future__ import annotations

import codecs
import re

from ..errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: First bytes of files that are often given an ending they do not have.
_MAGIC = (
    (b"PK\x03\x04", "a zip archive or an office document (.docx, .odt)"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (.doc)"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
)

#: What legacy drafts are written in. Detection among every code page there is would often pick a freak.
_LEGACY = ["cp1251", "cp1252", "koi8_r", "cp866", "latin_1"]

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{1,40})""", re.IGNORECASE)
_HINT = "save it as text (UTF-8), Markdown or HTML"


def decode(data: bytes, name: str, *, html: bool = False) -> str:
    """The text of a file, without its byte-order mark; line endings stay as they are.

    Args:
        data: the whole file.
        name: what the user calls it, for the error.
        html: look for a declared ``charset`` as well.

    Raises:
        InputError: the file is not text.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _text(data[len(mark) :].decode(codec, "replace"), name)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"this is {what}, whatever its name says; {_HINT}", name)
    if b"\x00" in data:
        utf16 = _utf16_without_mark(data)
        if utf16 is None:
            raise InputError(f"this is a binary file, not text; {_HINT}", name)
        return _text(data.decode(utf16, "replace"), name)
    try:
        return _text(data.decode("utf-8"), name)
    except UnicodeDecodeError:
        pass
    if html and (declared := _declared(data)):
        return _text(data.decode(declared, "replace"), name)
    patched = data.decode("utf-8", "replace")
    good = len(_MULTIBYTE.findall(data))
    if good and patched.count("\ufffd") * 20 <= good:  # UTF-8 with a broken spot, such as a cut-off end
        return _text(patched, name)
    return _text(_legacy(data, name), name)


_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 betrays itself: most high bytes are the same few values (0 for Latin, 4 for Cyrillic)."""
    if len(data) % 2 or not data:
        return None
    sample = data[: 1 << 16]
    half = len(sample) // 2
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(high.count(page) for page in (0x00, 0x04, 0x20)) < 0.9 * half:
            continue
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        head = text[:5000]
        if "\x00" not in text and sum(c.isprintable() or c.isspace() for c in head) >= 0.97 * len(head):
            return codec
    return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:2048])
    if match is None:
        return None
    try:
        codec = codecs.lookup(match.group(1).decode("ascii"))
        "".encode(codec.name)  # refuses what is a codec but not a text encoding, such as base64
    except LookupError:
        return None
    if codec.name in ("utf-8", "utf-8-sig") or codec.name.startswith(("utf-16", "utf-32", "utf-7")):
        return None  # the bytes have said otherwise
    return "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name  # as browsers do


def _legacy(data: bytes, name: str) -> str:
    high = sum(b >= 0x80 for b in data)
    letters = sum(c.isalpha() for c in data.decode("ascii", "ignore"))
    if high * 4 <= letters and not re.search(rb"[\xc0-\xff]{4}", data):
        # mostly ASCII letters, single others among them: a Western draft with accents and curly quotes
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY, threshold=0.6).best()
    if best is None:
        raise InputError(f"this is no text in an encoding that is known here; {_HINT}", name)
    return str(best)


def _text(text: str, name: str) -> str:
    if len(_CONTROL.findall(text)) > max(3, len(text) // 100):
        raise InputError(f"this is a binary file, not text; {_HINT}", name)
    return text


def encode_like(text: str, data: bytes, before: str) -> bytes:
    """``text`` in the encoding, and with the byte-order mark, of the file that ``before`` was decoded from.

    Args:
        text: what is to be written.
        data: the file as it was.
        before: its decoded text, see `decode`.

    Raises:
        InputError: the file's encoding lacks a letter of ``text``.
    """
    mark = b""
    codecs_ = ["utf-8", "utf-16-le", "utf-16-be", *_LEGACY]
    for begins, codec in _BOMS:
        if data.startswith(begins):
            mark, codecs_ = begins, [codec]
            break
    declared = _declared(data)
    for codec in [*codecs_, *([declared] if declared else [])]:
        try:
            if before.encode(codec) != data[len(mark) :]:
                continue
        except (UnicodeEncodeError, LookupError):
            continue
        try:
            return mark + text.encode(codec)
        except UnicodeEncodeError as e:
            letter = text[e.start]
            raise InputError(
                f"'{letter}' cannot be written in the file's encoding ({codec}); save the draft as UTF-8 first"
            ) from None
    return text.encode("utf-8", "surrogatepass")  # a file with a broken spot
