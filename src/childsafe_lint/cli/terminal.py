"""What the terminal can show, and writing to it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from ..errors import InputError

_WIDEST = 100  # columns; longer lines are hard to read


def prepare() -> None:
    """Letters that the terminal cannot show become ``?`` instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def silence_stdout() -> None:
    """After the reader of a pipe has gone: let the interpreter's last flush go nowhere instead of
    complaining."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())


def is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False


def wants_colour(stream: TextIO, env: Mapping[str, str] = os.environ) -> bool:
    """Colour on a terminal only; NO_COLOR forbids it, FORCE_COLOR and CLICOLOR_FORCE ask for it
    (no-color.org, force-color.org, bixense.com/clicolors)."""
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR") or env.get("CLICOLOR_FORCE", "0") != "0":
        return True
    if env.get("CLICOLOR") == "0" or env.get("TERM") == "dumb":
        return False
    return is_terminal(stream)


def page_width(stream: TextIO, env: Mapping[str, str] = os.environ) -> int:
    """Columns to write in: COLUMNS if set, else the terminal's, at most 100; 80 where there is none."""
    columns = 0
    if env.get("COLUMNS", "").isdecimal():
        columns = int(env["COLUMNS"])
    elif is_terminal(stream):
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except OSError:
            columns = 0
    return min(columns or 80, _WIDEST)


def can_show(stream: TextIO, text: str) -> bool:
    """Whether the stream's encoding has every character of ``text``."""
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def check_writable(path: Path | None, what: str = "report") -> None:
    """Fail before the long work, not after it. Raises InputError."""
    if path is None:
        return
    if path.is_dir():
        raise InputError(f"this is a folder; name a file for the {what}", path)
    if not path.parent.is_dir():
        raise InputError(f"the {what} cannot be written there: no such folder", path)
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise InputError(f"the {what} cannot be written there: no permission", path)


def write(text: str, path: Path | None, *, utf8: bool) -> None:
    """Write a report to ``path``, or to standard output.

    Args:
        utf8: UTF-8 whatever the terminal's encoding (what other programs read); files are always UTF-8.

    Raises:
        InputError: it cannot be written.
    """
    if path is not None:
        write_whole(path, text)
        return
    try:
        if utf8 and hasattr(sys.stdout, "buffer"):
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
            sys.stdout.buffer.flush()
        else:
            sys.stdout.write(text)
            sys.stdout.flush()
    except BrokenPipeError:  # the reader has gone, which is no fault
        raise
    except OSError as e:
        silence_stdout()
        raise InputError(f"the report cannot be printed: {e.strerror}") from None


def write_whole(path: Path, text: str | bytes, what: str = "report") -> None:
    """All of it or nothing: a full disk must leave no half report that another program takes for a whole.

    Raises:
        InputError: it cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text
    try:
        if path.exists() and not path.is_file():  # a pipe, /dev/stderr
            path.write_bytes(data)
            return
        path = path.resolve()  # a link stays a link
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            part.write_bytes(data)
            if path.exists():
                part.chmod(path.stat().st_mode)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as e:
        raise InputError(f"the {what} cannot be written: {e.strerror}", path) from None
