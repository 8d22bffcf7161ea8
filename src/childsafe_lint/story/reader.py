"""One spaCy document in, one Story out: the order in which the understanding is built."""

from __future__ import annotations

from spacy.tokens import Doc

from ..drafts.model import Draft
from ..spans import Span
from .details import find_details
from .model import Story
from .people import find_people
from .quotes import find_quotes
from .situations import find_situations


def read_story(draft: Draft, doc: Doc) -> Story:
    sentences = [Span(s.start_char, s.end_char) for s in doc.sents if s.text.strip()]
    quotes = find_quotes(draft.text)
    people = find_people(draft, doc, sentences, quotes)
    situations, sensitive = find_situations(draft, doc, sentences, people)  # also fills Person.situations
    story = Story(draft, doc.lang_, doc, sentences, quotes, people, (), situations, sensitive)
    story.details = find_details(story)  # also fills Person.details
    return story
