"""What a fix is: words of the draft and what stands there afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..drafts.model import Draft
from ..drafts.rewrite import Source
from ..report import DraftReport, Finding
from ..spans import Span

EditKind = Literal["name", "detail", "term", "declaration"]
NameMode = Literal["pseudonym", "neutral"]


@dataclass(frozen=True, order=True)
class Edit:
    """``text[start:end]`` (code points) is replaced by ``new``; an insertion has ``start == end``.

    ``rule`` is the rule whose finding it answers, empty for the declaration of changed names.
    """

    start: int
    end: int
    new: str
    kind: EditKind = field(compare=False)
    rule: str = field(default="", compare=False)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass
class Fixed:
    """A draft after fixing.

    Args:
        before: what was found in the draft as it was.
        after: what is found in it now.
        source: the rewritten draft and its file; the one given where there was nothing to fix.
        changes: all edits, in the order they were made; offsets of later ones count in the draft rewritten so far.
        places: for each change, where it was made, for people.
        left: findings that remain to be decided by a person: errors and warnings that nobody has excused.
        leaks: where a name that was changed still stands outside the words a reader sees, such as an address in a
            link, a comment in the mark-up or in the margin, a property of the document.
        not_cleaned: what was to be cleaned and could not be, and why.
    """

    before: DraftReport
    after: DraftReport
    source: Source
    changes: Sequence[Edit] = ()
    places: Sequence[str] = ()
    left: Sequence[Finding] = ()
    leaks: Sequence[str] = ()
    not_cleaned: Sequence[str] = ()

    @property
    def draft(self) -> Draft:
        """The rewritten draft."""
        return self.source.draft
