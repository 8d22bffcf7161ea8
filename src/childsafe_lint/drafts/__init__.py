"""Drafts: a file, standard input or a string becomes a `Draft`. The parsers are loaded when first needed."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import InputError
from .folders import SUFFIXES, find_drafts, is_folder
from .model import Block, Draft, Run

__all__ = ["SIZE_LIMIT", "Block", "Draft", "Run", "find_drafts", "from_text", "read_bytes", "read_file"]

#: Bytes. A long read has 100 KB; what is larger than this is no draft.
SIZE_LIMIT = 5_000_000

_UNREAD = {
    ".docx": "Word (.docx)", ".doc": "Word (.doc)", ".odt": "OpenDocument (.odt)", ".rtf": "RTF", ".pdf":
    "PDF", ".pages": "Pages", ".epub": "EPUB", ".docm": "Word (.docm)", ".ott": "OpenDocument (.ott)",
    ".pptx": "PowerPoint", ".xlsx": "Excel",
}  # fmt: skip
_FORMATS = ("text", "markdown", "html")


def read_file(path: str | os.PathLike[str]) -> Draft:
    """Read one draft; its ending says what it is (an unknown one is read as plain text).

    Raises:
        InputError: missing, unreadable, a folder, too large, not text, or a format that is not read yet.
    """
    path = Path(path)
    if path.suffix.lower() in _UNREAD and not is_folder(path):
        raise InputError(
            f"{_UNREAD[path.suffix.lower()]} is not read yet; save the draft as text, Markdown or HTML", path
        )
    try:
        if is_folder(path):
            next(os.scandir(path), None)  # a folder that may not be opened says so
            raise InputError("this is a folder, not a draft; name the files in it", path)
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise _too_large(size, str(path))
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)  # a pipe has no size beforehand
    except FileNotFoundError:
        raise InputError("no such file; check the name", path) from None
    except PermissionError:
        raise InputError("cannot be read: permission denied", path) from None
    except (OSError, ValueError) as e:
        raise InputError(f"cannot be read: {getattr(e, 'strerror', None) or e}", str(path)) from None
    return read_bytes(data, str(path))


def read_bytes(data: bytes, name: str, format: str | None = None) -> Draft:
    """A draft from the bytes of a file or of standard input.

    Args:
        data: undecoded; the encoding is found out.
        name: what to call it (``<stdin>``); its ending gives the format where ``format`` is None.
        format: ``text``, ``markdown`` or ``html``.

    Raises:
        InputError: too large, not text, or broken front matter.
    """
    from . import encoding

    if len(data) > SIZE_LIMIT:
        raise _too_large(len(data), name)
    format = format or SUFFIXES.get(Path(name).suffix.lower(), "text")
    return from_text(encoding.decode(data, name, html=format == "html"), name, format)


def from_text(text: str, name: str = "<text>", format: str = "text") -> Draft:
    """A draft from a string that is already decoded.

    Raises:
        InputError: broken front matter, or an unknown format.
    """
    if format == "markdown":
        from . import markdown

        return markdown.read(text, name)
    if format == "html":
        from . import html

        return html.read(text, name)
    if format == "text":
        from . import plain

        return plain.read(text, name)
    raise InputError(f"unknown format '{format}'; it can be {', '.join(_FORMATS)}", name)


def _too_large(size: int, name: str) -> InputError:
    limit = f"{SIZE_LIMIT / 1e6:g} MB"
    known = f"{size / 1e6:.1f} MB is" if size > SIZE_LIMIT + 1 else f"more than {limit} is"
    return InputError(f"{known} too large for a draft (the limit is {limit}); give only the article", name)
