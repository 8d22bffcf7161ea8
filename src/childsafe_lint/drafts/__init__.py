"""Drafts: a file, standard input or a string becomes a `Draft`. The parsers are loaded when first needed."""

from __future__ import annotations

import os
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import IO

from ..errors import InputError
from .folders import SUFFIXES, find_drafts, is_folder
from .model import Attachment, Block, Draft, Link, Picture, Place, Run

__all__ = [
    "DOCUMENTS", "SIZE_LIMIT", "Attachment", "Block", "Draft", "Link", "Picture", "Place", "Run", "find_drafts",
    "from_text", "read_bytes", "read_file",
    "read_stream",
]  # fmt: skip

#: Bytes. A long read has 100 KB; what is larger than this is no draft.
SIZE_LIMIT = 5_000_000
#: Bytes of a document, which may hold pictures.
DOCUMENT_LIMIT = 200_000_000

_UNREAD = {
    ".doc": "Word 97 (.doc)", ".docm": "Word with macros (.docm)", ".dotm": "Word with macros (.dotm)", ".pages":
    "Pages", ".epub": "EPUB", ".ott": "OpenDocument template (.ott)", ".dotx": "Word template (.dotx)", ".pptx":
    "PowerPoint", ".xlsx": "Excel", ".msg": "Outlook (.msg)",
}  # fmt: skip
_FORMATS = ("text", "markdown", "html", "docx", "odt", "rtf", "pdf", "eml")
#: formats that are no text, each read by the module of its name
DOCUMENTS = frozenset({"docx", "odt", "rtf", "pdf", "eml"})

#: one for one, so that no offset changes
_TYPESET = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ") | {
    0x2010: "-",
    0x2011: "-",
}


def read_file(path: str | os.PathLike[str]) -> Draft:
    """Read one draft; its ending says what it is (an unknown one is read as plain text). Pictures that Markdown or
    HTML refers to by a relative path are looked at, if Pillow is installed.

    Raises:
        InputError: missing, unreadable, a folder, too large, not text, a format that is not read, or a document
            for which a package is not installed.
    """
    path = Path(path)
    if path.suffix.lower() in _UNREAD and not is_folder(path):
        raise InputError(
            f"{_UNREAD[path.suffix.lower()]} is not read; save the draft as .docx, text, Markdown or HTML",
            path,
        )
    format = SUFFIXES.get(path.suffix.lower(), "text")
    limit = DOCUMENT_LIMIT if format in DOCUMENTS else SIZE_LIMIT
    try:
        if is_folder(path):
            next(os.scandir(path), None)  # a folder that may not be opened says so
            raise InputError("this is a folder, not a draft; name the files in it", path)
        size = path.stat().st_size
        if size > limit:
            raise _too_large(size, str(path), limit)
        with path.open("rb") as file:
            if format in DOCUMENTS and file.seekable():
                return _document(file, str(path), format)  # its pictures need not be in memory
            data = file.read(limit + 1)  # a pipe has no size beforehand
    except FileNotFoundError:
        raise InputError("no such file; check the name", path) from None
    except PermissionError:
        raise InputError("cannot be read: permission denied", path) from None
    except (OSError, ValueError) as e:
        raise InputError(f"cannot be read: {getattr(e, 'strerror', None) or e}", str(path)) from None
    return with_pictures(read_bytes(data, str(path)), path)


def with_pictures(draft: Draft, path: Path) -> Draft:
    """The draft with the pictures looked at that it refers to by a path relative to ``path``'s folder."""
    if not draft.images:
        return draft
    from . import pictures

    return pictures.beside(draft, path)


def read_bytes(data: bytes, name: str, format: str | None = None) -> Draft:
    """A draft from the bytes of a file or of standard input.

    Args:
        data: undecoded; the encoding is found out.
        name: what to call it (``<stdin>``); its ending gives the format where ``format`` is None.
        format: ``text``, ``markdown``, ``html``, or one of ``DOCUMENTS``.

    Raises:
        InputError: too large, not text, broken front matter, or a document that cannot be read.
    """
    from . import encoding

    format = format or SUFFIXES.get(Path(name).suffix.lower(), "text")
    limit = DOCUMENT_LIMIT if format in DOCUMENTS else SIZE_LIMIT
    if len(data) > limit:
        raise _too_large(len(data), name, limit)
    if format in DOCUMENTS:
        return _document(BytesIO(data), name, format)
    return from_text(encoding.decode(data, name, html=format == "html"), name, format)


def read_stream(stream: IO[bytes], name: str) -> Draft:
    """A draft from a stream without a name of its own, such as standard input: plain text, unless its first bytes
    show a document or HTML (what is pasted from Google Docs is HTML).

    Raises:
        InputError: as `read_bytes`.
    """
    data = stream.read(SIZE_LIMIT + 1)
    format = _sniffed(data)
    if format in DOCUMENTS and len(data) > SIZE_LIMIT:
        data += stream.read(DOCUMENT_LIMIT + 1 - len(data))
    return read_bytes(data, name, format)


def _sniffed(data: bytes) -> str | None:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"pk\x03\x04"):
        return "odt" if b"opendocument.text" in head else "docx" if b"word/" in data else None
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"<!doctype html", b"<html", b"<meta charset")) or b"docs-internal-guid" in head:
        return "html"
    return None


def from_text(text: str, name: str = "<text>", format: str = "text") -> Draft:
    """A draft from a string that is already decoded.

    Raises:
        InputError: broken front matter, or an unknown format.
    """
    if format == "markdown":
        from . import markdown

        return _plainly_set(markdown.read(text, name))
    if format == "html":
        from . import html

        return _plainly_set(html.read(text, name))
    if format == "text":
        from . import plain

        return _plainly_set(plain.read(text, name))
    raise InputError(f"unknown format '{format}'; it can be {', '.join(_FORMATS)}", name)


def _document(file: IO[bytes], name: str, format: str) -> Draft:
    module = import_module(f"{__name__}.{format}")
    return _plainly_set(module.read(file, name))


def _plainly_set(draft: Draft) -> Draft:
    """The draft with common spaces and hyphens for a typesetter's (unbreakable, thin …), each for one, so that no
    check has to know them."""
    text = draft.text.translate(_TYPESET)
    return draft if text == draft.text else replace(draft, text=text)


def _too_large(size: int, name: str, bytes: int) -> InputError:
    limit = f"{bytes / 1e6:g} MB"
    known = f"{size / 1e6:.1f} MB is" if size > bytes + 1 else f"more than {limit} is"
    return InputError(f"{known} too large for a draft (the limit is {limit}); give only the article", name)
