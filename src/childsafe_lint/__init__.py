"""Checks a news draft against ethical guidelines for reporting on children, on your own machine.

>>> from childsafe_lint import lint
>>> report = lint("Aidana, 12, was abused by a neighbour, prosecutors say.")  # doctest: +SKIP
>>> report.verdict, [(f.rule, f.message) for f in report.findings]  # doctest: +SKIP

``lint`` is enough for one draft. For many, build a `Linter` once and use ``lint_many``. Importing this
package loads neither spaCy nor a rule file; both are loaded at the first draft.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .drafts.model import Draft
    from .errors import InputError
    from .guidelines.model import Rulebook
    from .linter import Linter
    from .report import ChecklistItem, DraftReport, Finding, Report

__version__ = "0.1.0"
__all__ = [
    "ChecklistItem", "Draft", "DraftReport", "Finding", "InputError", "Linter", "Report", "__version__",
    "lint",
]  # fmt: skip

_HOME = {
    "ChecklistItem": "report", "Draft": "drafts.model", "DraftReport": "report", "Finding": "report",
    "InputError": "errors", "Linter": "linter", "Report": "report",
}  # fmt: skip


def lint(draft: str | os.PathLike[str] | Draft, *, rulebook: Rulebook | None = None) -> DraftReport:
    """Check one draft and say what was found.

    Args:
        draft: the words themselves (``str``), a file (``pathlib.Path``: text, Markdown or HTML) or a `Draft`.
            A ``str`` is always text, never a path, so that a short headline is not mistaken for a file name.
        rulebook: what to go by; the shipped rules when None. Settings files are not looked for: they belong
            to the command line (see ``childsafe_lint.settings`` to load one).

    Returns:
        The report. A draft that was read but cannot be judged (empty, or in a language not covered) has
        ``not_checked`` set to the reason and no findings.

    Raises:
        InputError: the file, or what is written down beside it, cannot be read, or a rule file is broken.
    """
    from pathlib import Path

    from .drafts import from_text, read_file
    from .drafts.model import Draft

    if isinstance(draft, str):
        draft = from_text(draft)
    if rulebook is None:
        linter = _default_linter()
    else:
        from .linter import Linter

        linter = Linter(rulebook)
    if not isinstance(draft, Draft):
        from .records import attached

        path = Path(draft)
        draft = attached(read_file(path), path, linter.rulebook.knows)
    return linter.lint(draft)


@lru_cache(maxsize=1)
def _default_linter() -> Linter:
    from .linter import Linter

    return Linter()


def __getattr__(name: str) -> object:
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
