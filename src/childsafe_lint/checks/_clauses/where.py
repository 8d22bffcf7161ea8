"""Where a statement begins and ends, and the quotation it stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from ...spans import Span
from ...story.model import Quote
from ..usage import Usage

if TYPE_CHECKING:
    from ...story.parse import Token

BACK = 60  # words a pronoun may look back for whom it stands for


class Where:
    """Places in one story."""

    def __init__(self, usage: Usage) -> None:
        self.usage = usage
        self._quotes = [
            q for q in usage.story.quotes if len(usage.story.text[q.span.start : q.span.end].split()) > 1
        ]
        self._opens = [q.span.start for q in self._quotes]
        self._longest = max((q.span.end - q.span.start for q in self._quotes), default=0)
        self._sentences: dict[int, tuple[int, int]] = {}

    def quote(self, token: Token) -> Quote | None:
        first = bisect_left(self._opens, token.idx - self._longest)
        near = self._quotes[first : bisect_right(self._opens, token.idx)]
        around = [q for q in near if token.idx < q.span.end]
        return max(around, key=lambda q: q.span.end - q.span.start) if around else None

    def sentence_words(self, token: Token) -> tuple[int, int]:
        """The words of the sentence a token is in, as the parse has it."""
        sentence = token.sent
        known = self._sentences.get(sentence.start)
        if known is None:
            here = Span(sentence.start_char, sentence.end_char)
            known = self._sentences[sentence.start] = self.usage.words.within(here)
        return known

    def extent(self, head: Token) -> tuple[int, int]:
        words = self.usage.words
        inside = list(head.subtree)
        aside = {d.i for t in inside if t.dep_ == "parataxis" and t.i != head.i for d in t.subtree}
        tokens = [
            t
            for t in inside
            if not t.is_punct and not t.is_space and t.dep_ != "parataxis" and t.i not in aside
        ]
        if tokens and tokens[0].dep_ == "mark" and tokens[0].lower_ == "that":
            tokens = tokens[1:]
        if not tokens:
            return 0, 0
        first, end = words.at(tokens[0].idx), words.at(tokens[-1].idx) + 1
        quote = self.quote(head)
        if quote is not None and tokens[0].idx >= quote.span.start:
            opens, closes = words.within(quote.span)
            low, high = words.sentence_words(min(words.at(head.idx), len(words) - 1))
            return max(opens, low), min(closes, high)
        return first, min(end, len(words))
