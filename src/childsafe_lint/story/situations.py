"""What the children of a draft are identified as."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from ..drafts.model import Draft
from ..spans import Span
from .model import Person, Situation


def find_situations(
    draft: Draft, doc: Doc, sentences: Sequence[Span], people: Sequence[Person]
) -> tuple[list[Situation], bool]:
    """Fill ``Person.situations`` and ``Person.public_role``; return the draft's situations and whether it is
    sensitive (about at least one specific child who needs protection)."""
    return [], False
