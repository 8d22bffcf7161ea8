"""Drafts in, stories out: one spaCy pass, then the understanding of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..drafts.model import Draft
from ..errors import NotChecked
from .model import Story


def tell(drafts: Iterable[Draft], pipelines: Mapping[str, str]) -> Iterator[tuple[Draft, Story | NotChecked]]:
    """Understand drafts in order. spaCy is loaded at the first draft that needs it."""
    from .nlp import process
    from .reader import read_story

    for draft, doc in process(drafts, pipelines):
        yield draft, doc if isinstance(doc, NotChecked) else read_story(draft, doc)
