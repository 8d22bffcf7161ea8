"""Drafts in, stories out: one spaCy pass, then the understanding of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ..errors import NotChecked

if TYPE_CHECKING:  # the words for situations and details are read without any draft
    from ..drafts.model import Draft
    from .model import Story


def tell(
    drafts: Iterable[Draft], pipelines: Mapping[str, str], language: str | None = None
) -> Iterator[tuple[Draft, Story | NotChecked]]:
    """Understand drafts in order. spaCy is loaded at the first draft that needs it.

    ``language`` is that of all drafts; found out from each text when None.
    """
    from .lean_spacy import import_spacy

    import_spacy()
    from .beside import find_beside
    from .nlp import process
    from .reader import read_story

    def tell_beside(draft: Draft, code: str) -> Story | None:
        read = next(process([draft], pipelines, code))[1]
        return None if isinstance(read, NotChecked) else read_story(draft, read)

    for draft, read in process(drafts, pipelines, language):
        if isinstance(read, NotChecked):
            yield draft, read
            continue
        story = read_story(draft, read)
        story.beside = find_beside(story, tell_beside)
        yield draft, story
