"""A draft and its document in, one Story out: which reader a language has, and the order of understanding."""

from __future__ import annotations

from ..drafts.model import Draft
from ..languages import read_data
from ..spans import Span
from .model import Story
from .nlp import Read
from .parse import Parse


def read_story(draft: Draft, read: Read) -> Story:
    """Understand a draft: English by its own reader, every other language by the one that goes by its data."""
    doc = Parse(read.doc)
    if read_data(read.language, "language").get("reader") == "english":
        story = _read_english(draft, doc)
        story.parts = read.parts
        return story
    from .by_words.knowledge import Regions, knowledge
    from .by_words.reader import read_story as by_words

    regions = tuple(
        (p.span, knowledge(p.language if _by_words(p.language) else read.language)) for p in read.parts
    )
    story = by_words(draft, doc, read.language, Regions(draft.text, regions))
    story.parts = read.parts
    return story


def _by_words(code: str) -> bool:
    return bool(read_data(code, "language").get("reader", "words") == "words")


def _read_english(draft: Draft, doc: Parse) -> Story:
    from .at_risk import weighed
    from .details import find_details
    from .discourse.made_up import of_this_week
    from .of_today import settle
    from .people import find_people, published_in
    from .quotes import find_quotes
    from .situations import befell_somebody, find_situations

    sentences = [Span(s.start_char, s.end_char) for s in doc.sents if s.text.strip()]
    quotes = find_quotes(draft.text)
    people = find_people(draft, doc, sentences, quotes)
    situations, sensitive = find_situations(draft, doc, sentences, people)  # also fills Person.situations
    story = Story(draft, doc.lang_, doc, sentences, quotes, people, (), situations, sensitive)
    sure = befell_somebody(story)
    settle(story, sure or any(map(of_this_week, _told_in(story))), published_in(draft))
    story.details = weighed(story, sure, lambda: find_details(story))  # also fills Person.details
    return story


def _told_in(story: Story) -> list[str]:
    """The sentences that name a child."""
    return [
        story.text[s.start : s.end]
        for s in story.sentences
        if any(s.start <= m.start < s.end for p in story.children for m in p.mentions)
    ]
