"""The nouns and adjectives that somebody is called, as far as they go: after a verb or in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...story.model import Quote
    from ...story.parse import Token
    from .._scorn_words import ScornWords
    from ..usage import Usage

LONGEST = 5  # words of a label
QUOTES = "\"'“”‘’«»"
NAMED = ("NOUN", "PROPN", "ADJ", "NUM")
# what may stand in a label beside nouns and adjectives
_PARTS = ("VBN", "VBG", "JJ", "RB", "PRP$", "DT", "POS")

Range = tuple[int, int]


class Labels:
    """The labels of one story by where they begin."""

    def __init__(self, usage: Usage, known: ScornWords) -> None:
        self._usage, self._known = usage, known
        self._doc = usage.story.doc
        self.opening = {q.span.start: q for q in usage.story.quotes}
        self.closing = {q.span.end: q for q in usage.story.quotes}

    def label(self, at: int, stop: int, *, any_word: bool = False) -> Range | None:
        """The noun or adjective with what is before it, from token ``at`` on, without "a" and "the".

        ``any_word``: an unknown word may be taken for a verb ("call them sump rats").
        """
        doc, known = self._doc, self._known
        while at < stop and doc[at].idx not in self.opening:
            word = doc[at]
            leads = (
                word.lower_ in known.articles or word.lower_ in known.leading or word.lower_ in known.joining
            )
            leads = leads or (word.pos_ == "ADV" and word.lower_.endswith("ly"))
            if not leads or (at + 1 < stop and doc[at + 1].text == "-"):
                break
            at += 1
        if at >= stop:
            return None
        quote = self.opening.get(doc[at].idx)
        if quote is not None:
            inside = self.inside(quote)
            if inside is not None:
                return inside
            at += 1
        while at < stop and (doc[at].pos_ == "DET" or doc[at].tag_ == "PRP$"):
            at += 1
        first, named = at, False
        while at < min(stop, first + 2 * LONGEST):
            token, before = doc[at], doc[at - 1]
            if token.text in QUOTES or (token.is_punct and token.text != "-"):
                break
            linked = (token.lower_ == "of" and named) or (
                token.lower_ == "and" and not named and first < at < stop - 1 and doc[at + 1].pos_ == "ADJ"
            )
            fits = token.pos_ in NAMED or token.text == "-" or token.tag_ in _PARTS
            if not linked and not fits and not (any_word and at == first and token.tag_ in ("VB", "VBP")):
                break
            open_ = "-" in (token.text, before.text) or token.tag_ == "POS" or before.lower_ == "of"
            open_ = open_ or before.tag_ in ("POS", "DT", "PRP$")
            if named and not linked and token.pos_ != "NOUN" and not open_:
                break
            named = named or token.pos_ == "NOUN"
            at += 1
        while at > first and not self._closes(doc[at - 1], any_word and at - 1 == first):
            at -= 1
        return (first, at) if at > first else None

    def inside(self, quote: Quote) -> Range | None:
        """A quotation of a few words, without "a" and "the"; None for what is no label."""
        doc, known = self._doc, self._known
        span = doc.char_span(quote.span.start, quote.span.end, alignment_mode="expand")
        low, high = self._usage.words.within(quote.span)
        if span is None or high - low > LONGEST + 1:
            return None
        first, end = span.start, span.end
        while first < end and (doc[first].text in QUOTES or doc[first].is_punct):
            first += 1
        while end > first and (doc[end - 1].text in QUOTES or doc[end - 1].is_punct):
            end -= 1
        while first < end and (
            doc[first].pos_ == "DET"
            or doc[first].lower_ in known.articles
            or doc[first].lower_ in known.vocative
        ):
            first += 1
        told = any(t.pos_ == "AUX" or t.tag_ in ("VBZ", "VBP", "MD", "VBD") for t in doc[first:end])
        return None if told or first >= end else (first, end)

    def each(self, first: int, end: int) -> Iterator[Range]:
        """The label, and those it is joined to: "… and worse, …"."""
        yield first, end
        doc, known, stop, at = self._doc, self._known, self._doc[first].sent.end, end
        alone = doc[first - 1].pos_ != "DET"
        for _ in range(3):
            while at < stop and doc[at].text in QUOTES:
                at += 1
            n, joined = at, False
            while n < min(stop, at + 7) and doc[n].idx not in self.opening:
                word = doc[n]
                joins = word.lower_ in known.joining
                others = joined and (word.lower_ in known.crowd or word.lower_ in known.anyone)
                if not joins and not others and word.text != "," and word.pos_ not in ("ADV", "DET"):
                    break
                joined = joined or joins
                n += 1
            if n >= stop:
                return
            quoted = doc[n].idx in self.opening
            if not joined and not (quoted and n > at and doc[at].text == ","):
                return
            label = self.label(n, stop)
            if label is None:
                return
            if not quoted:
                if doc[label[1] - 1].pos_ != "NOUN":
                    return
                if not (alone and n == at + 1) and not any(t.lower_ in known.indefinite for t in doc[at:n]):
                    return
                if label[1] < stop and doc[label[1]].pos_ in ("VERB", "AUX"):
                    return
            yield label
            at = label[1]

    def _closes(self, token: Token, any_word: bool) -> bool:
        """Whether a word may be the last of a label."""
        if token.pos_ in ("NOUN", "ADJ", "PROPN") or token.tag_ in ("VBN", "VBG"):
            return True
        return any_word and token.tag_ in ("VB", "VBP")
