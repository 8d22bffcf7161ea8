"""One document of a language that comes as data in, one Story out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...drafts.model import Draft
from ...spans import Span
from ..at_risk import weighed
from ..model import Person, Quote, Story
from ..of_today import settle
from ..parse import Parse
from ..quotes import find_quotes
from ..situations.kinds import PASSING
from .details import find_details
from .knowledge import Regions
from .names import Text, find_names
from .people import find_people
from .pseudonyms import mark_pseudonyms
from .situations import find_situations
from .weighed import weigh_people


def read_story(draft: Draft, doc: Parse, language: str, regions: Regions) -> Story:
    """Understand a draft. ``language`` is the one most of it is in, ``regions`` say which stretch is in which."""
    sentences = [Span(s.start_char, s.end_char) for s in doc.sents if s.text.strip()] or [
        Span(0, len(draft.text))
    ]
    text = Text(doc, draft.text, regions, sentences)
    quotes = find_quotes(draft.text)
    people, reader = find_people(draft, text, find_names(text))
    mark_pseudonyms(text, people)
    told = weigh_people(text, reader, people, quotes, language)
    quotes = _speakers(text, quotes, people)
    situations, sensitive = find_situations(text, people, reader, quotes)
    story = Story(draft, language, doc, sentences, quotes, people, (), situations, sensitive)
    named = any(p.mentions and p.situations for p in story.children if p.public_role is None)
    grave = any(s.kind not in PASSING for p in story.children if p.mentions for s in p.situations)
    settle(story, grave, reader.published)
    story.details = weighed(story, named, lambda: find_details(story, text, reader, told))
    return story


def _speakers(text: Text, quotes: Sequence[Quote], people: Sequence[Person]) -> list[Quote]:
    """Whose speech it is: a person right beside a verb of speaking, in the paragraph of the quotation."""
    spoken = [m for m, _ in text.regions.find(lambda k: k.whole("speech"))]
    out = []
    said: list[tuple[int, Person]] = []
    for m in spoken:
        line_start = text.text.rfind("\n", 0, m.start()) + 1
        line_end = text.text.find("\n", m.end())
        line_end = len(text.text) if line_end < 0 else line_end
        line = text.text[line_start:line_end]
        if not re.match(r"\s*[–—-]\s", line) and not re.search(r"[«“„\"]", line):
            continue
        near = [
            (min(abs(s.start - m.end()), abs(m.start() - s.end)), p)
            for p in people
            for s in (*p.mentions, *p.nominals)
            if line_start <= s.start < line_end
            and re.search(r"[.!?;«»]", text.text[min(s.end, m.end()) : max(s.start, m.start())]) is None
        ]
        if near:
            distance, who = min(near, key=lambda x: x[0])
            if distance <= 40:
                said.append((m.start(), who))
                who.quoted = True
    for q in quotes:
        line_end = text.text.find("\n", q.span.end)
        line_start = text.text.rfind("\n", 0, q.span.start)
        speaker = next(
            (p for at, p in said if line_start < at < (line_end if line_end > 0 else len(text.text))), None
        )
        out.append(
            Quote(q.span, speaker.id if speaker is not None and q.is_speech else q.speaker, q.is_speech)
        )
    return out
