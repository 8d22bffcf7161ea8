"""The one kind of error a user can mend: what, where and how, in one line."""

from __future__ import annotations

from pathlib import Path


class InputError(Exception):
    """A file, setting or option that cannot be used as it stands.

    Args:
        what: the problem and how to mend it, one sentence, no line break.
        path: the file it is in, if any.
        line: 1-based line in that file, if known.
    """

    def __init__(self, what: str, path: str | Path | None = None, line: int | None = None) -> None:
        self.what = what
        self.path = None if path is None else str(path)
        self.line = line
        super().__init__(str(self))

    def __str__(self) -> str:
        where = "" if self.path is None else self.path + (f":{self.line}" if self.line else "") + ": "
        return where + self.what


class NotChecked(Exception):
    """A draft that was read but cannot be judged, and why (for example: not in a language we know)."""


class MissingPackages(NotChecked):
    """A draft that could be judged, were the packages of its language installed: a mistake of the set-up, which must
    not let the draft pass."""


def did_you_mean(word: str, known: object) -> str:
    """A hint `` - did you mean 'x'?`` for a mistyped key, or an empty string."""
    import difflib

    names = [str(k) for k in known]  # type: ignore[attr-defined]
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    return f" - did you mean '{near[0]}'?" if near else ""
