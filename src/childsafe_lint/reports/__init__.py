"""A report in one format. Each module here turns a `Report` into text; none knows how findings came about.

A format module has ``render(report, options) -> str``; to add a format, add the module and its line in
``FORMATS``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from ..report import DraftReport, Finding, Report
from ..ui import tr_list

if TYPE_CHECKING:
    from ..drafts.model import Draft
    from ..guidelines.model import Rulebook
    from ..story.model import Evidence

#: name on the command line -> module in this package
FORMATS = {
    name: name
    for name in (
        "text", "concise", "markdown", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle",
        "rdjson", "html",
    )
}  # fmt: skip
#: formats that are the draft's own file, given back with comments (margin.py)
DOCUMENTS = ("docx", "odt")
#: formats made to be uploaded somewhere: names are masked in them unless asked for
TRAVELLING = frozenset(("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"))


@dataclass(frozen=True)
class Options:
    """How to show a report.

    Args:
        colour: use ANSI colours (they repeat what the words say, never more).
        width: columns of the page, at least 40.
        ascii: keep the tool's own marks within ASCII, for terminals that cannot show more.
        mask_names: hide the names of children and what identifies them (see masking.py).
        base: folder that paths are shown relative to in formats for other programs, such as the repository's.
        rulebook: where those formats find the help for a rule and the words of a clause, if anywhere.
    """

    colour: bool = False
    width: int = 80
    ascii: bool = False
    mask_names: bool = False
    base: str | None = None
    rulebook: Rulebook | None = None


def render(report: Report, format: str, options: Options | None = None) -> str:
    """``report`` in one of ``FORMATS``, ending in a line break. Raises KeyError for an unknown format."""
    options = options or Options()
    if options.mask_names:
        from .masking import masked

        report = masked(report)
    module = import_module(f"{__name__}.{FORMATS[format]}")
    return module.render(report, options)  # type: ignore[no-any-return]


def place_label(draft: Draft, finding: Finding | Evidence) -> str:
    """Where a finding stands, for people, where that is no line and column: page and paragraph of a document, or
    what beside the text holds it. Empty for a place in a text file."""
    if isinstance(finding, Finding) and finding.category == "metadata":
        return tr_list(str(finding.details.get("where", "")))
    place = draft.place(finding.start)
    return "" if place is None else tr_list(str(place))


def fingerprints(draft: DraftReport) -> Iterator[tuple[Finding, str]]:
    """Every finding with its fingerprint, unique within the draft.

    They are taken from the masked text, so that neither a word list nor a masked report beside them gives a
    name away, and a masked and an open report of the same draft agree.
    """
    from .masking import masked_text

    text = masked_text(draft)
    seen: dict[str, int] = {}
    for finding in draft.findings:
        fingerprint = finding.fingerprint(text)
        n = seen[fingerprint] = seen.get(fingerprint, -1) + 1
        yield finding, finding.fingerprint(text, n) if n else fingerprint
