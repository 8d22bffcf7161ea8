"""RTF documents (.rtf): their words as plain text, by striprtf. Places are paragraphs; runs are not kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import IO

from ..errors import InputError
from . import encoding, plain
from .document import Document, missing
from .model import Draft

#: Bytes. Pictures are kept as hexadecimal digits and make such files large.
LIMIT = 40_000_000
_PICTURE = re.compile(r"\{\\\*?\\?pict\b[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_INFO = re.compile(
    r"\{\\(title|subject|author|manager|company|operator|category|keywords|doccomm)\b ?([^{}]*)\}"
)
_ROW = re.compile(r"^.*\|$", re.MULTILINE)  # striprtf ends each cell of a table with this stroke
_LABELS = {"operator": "last modified by", "keywords": "tags", "doccomm": "comments"}


def read(file: IO[bytes], path: str) -> Draft:
    """An RTF document.

    Raises:
        InputError: striprtf is not installed; or the file is no RTF, damaged or too large.
    """
    try:
        from striprtf import striprtf
    except ImportError:
        raise missing("rtf", path) from None
    data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise InputError(
            f"too large for a draft (an RTF file may have {LIMIT / 1e6:g} MB); save it as .docx", path
        )
    if not data.lstrip().startswith(b"{\\rtf"):
        text = encoding.decode(data, path)  # says what it is instead, if it is known
        raise InputError(
            "this is no RTF document, whatever its name says; save it as .txt" if text else "empty", path
        )
    if not data.rstrip(b"\0 \t\r\n").endswith(b"}"):
        raise InputError("the file is damaged or was cut off; save it again in the word processor", path)
    source = _PICTURE.sub("", data.decode("latin-1"))
    document = Document(path, "rtf")
    rtf_to_text: Callable[..., str] = striprtf.rtf_to_text
    try:
        text = rtf_to_text(source, encoding="cp1252", errors="replace")
        for name, value in _INFO.findall(source):
            words = rtf_to_text("{\\rtf1\\ansi " + value + "}", encoding="cp1252", errors="replace")
            document.attach("property", words, f"property '{_LABELS.get(name, name)}'")
    except (ValueError, LookupError, IndexError, KeyError, TypeError):
        raise InputError(
            "the file is damaged; open it in the word processor and save it again", path
        ) from None
    text = _ROW.sub(lambda m: "\n\n".join(["", *m.group().split("|"), ""]), text.replace("\r", ""))
    document.take(plain.read(text, path))
    return document.draft()
