"""Whether a wording is meant, or only spoken about, denied, quoted, or part of a name or title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..spans import Span
from ..story.model import Quote, Story
from ._grammar import Grammar
from ._words import Ends, Words, words_of
from .pattern import Patterns

_TITLE, _STAGED = 4, 40  # words of a title, and words within which a theatre or a film is spoken of
_PARTS = re.compile(r"[\s-]+")
_SAYING = (
    "saying",
    "whisper",
    "they-say",
    "according",
)  # classes of words with which somebody says something
_TURN = re.compile(r"[,.!?…»”\"]\s+[—–-]\s+")  # where speech and who speaks change
#: "PIRAEUS, Greece, Feb 16 - ", "PIRAEUS – The coastguard …": where a report comes from
_DATELINE = re.compile(
    r"(?P<where>[^\W\d_]{3,}(?:[ -][^\W\d_]{3,}){0,2})(?:(?:,\s[^\W\d_][\w.]*){1,3}(?:\s\d{1,2})?)?\s(?:–|—|--?)\s"
    r"[“\"]?(?P<goes_on>[^\W\d_])"
)
NAME = 3  # words of a quotation that can be a mere name for somebody


class Meant:
    """What the checks on wording ask about a wording itself: is it meant, and is it a name?"""

    def __init__(self, story: Story, g: Grammar) -> None:
        self.story = story
        self.words = words_of(story)
        self._g = g
        self._mentions: int | None = None

    def classes(self) -> Mapping[str, Ends]:
        """The classes that hold in this story only."""
        raise NotImplementedError

    @property
    def listed(self) -> Mapping[str, frozenset[str]]:
        """The word classes of the language that are lists."""
        return self._g.lexicon.classes

    # Is it meant?

    def mentioned(self, first: int, end: int) -> bool:
        """Whether the wording is only spoken about: named as a word, from a glossary, advised against."""
        if self._said(self._g.passed_on, first, end):
            return False
        if self._said(self._g.mention, first, end):
            return True
        if not self.alone_in_quotes(first, end):
            return False
        if self._said(self._g.quoted_mention, first, end) or self.about_words >= 3:
            return True
        return self._listed_as_words(first)

    def _listed_as_words(self, first: int) -> bool:
        """ "“Difficult”, “rebel”, “waif”: we collect those words": several in a sentence that calls them so."""
        low, high = self.words.sentence_words(first)
        known, norms = self._g.lexicon, self.words.norms
        if known.labels is None:
            after = self.words.sentence_words(high)[1] if high < len(norms) else high
            such = known.classes.get("such", frozenset())
            return any(norms[i] in known.metalanguage and norms[i - 1] in such for i in range(low + 1, after))
        if not any(
            norms[i] in known.metalanguage
            and norms[i - 1] in known.labels.pointing
            and known.pronouns.get(norms[i - 1], "any") == "any"  # "in her words" she means them
            for i in range(low + 1, high)
        ):
            return False
        spans = (self.words.within(q.span) for q in self.story.quotes)
        return sum(low <= a and b <= high and 0 < b - a <= 3 for a, b in spans) >= 2

    def denied(self, first: int, end: int) -> bool:
        """Whether the sentence denies or forbids what the wording claims."""
        return self._said(self._g.negation, first, end)

    def plainly_not(self, first: int) -> bool:
        """ "He is no hooligan": the language's "not" right before the words; not "he is not «mad»", which passes the
        word on, nor "a healthy one, no cripple", which says it of others."""
        if first == 0 or self.words.norms[first - 1] not in self.listed.get("not", frozenset()):
            return False
        before, text = self.words.span(first - 1, first), self.story.text
        apart = text[: before.start].rstrip()[-1:] == ","
        return not apart and not text[before.end : self.words.starts[first]].strip()

    @property
    def about_words(self) -> int:
        """How many short quotations the draft discusses as words: an article about language has several."""
        if self._mentions is None:
            self._mentions = 0
            count = short = 0
            for quote in self.story.quotes:
                first, end = self.words.within(quote.span)
                short += 0 < end - first <= 3
                if 0 < end - first <= 5 and (
                    self._said(self._g.mention, first, end) or self._said(self._g.quoted_mention, first, end)
                ):
                    count += 1
            spoken = sum(norm in self._g.lexicon.metalanguage for norm in self.words.norms)
            self._mentions = max(count, 3) if spoken >= 4 and short >= 4 else count
        return self._mentions

    def ends_with_a_name(self, end: int) -> bool:
        """Whether the last words before ``end`` are a quotation of a word or three, which only calls somebody so."""
        quote = self.quote(end - 1, end)
        if quote is None:
            return False
        low, high = self.words.within(quote.span)
        return (
            high <= end + 1
            and high - low <= NAME
            and self.words.sentence[low] == self.words.sentence[end - 1]
        )

    def reported(self, first: int) -> bool:
        """Whether a verb of saying or calling, or a word like "they say", stands before a word in its sentence."""
        low = self.words.sentence_words(first)[0]
        listed = self._g.lexicon.classes
        said = (listed.get(name, frozenset()) for name in ("saying", "hedges", "naming"))
        before = self.words.norms[low:first]
        return any(not words.isdisjoint(before) for words in said)

    def alone_in_quotes(self, first: int, end: int) -> bool:
        """Whether the words are nearly all that stands between a pair of quotation marks."""
        quote = self.quote(first, end)
        if quote is None:
            return False
        low, high = self.words.within(quote.span)
        return high - low <= max(5, end - first + 1)

    def quote(self, first: int, end: int) -> Quote | None:
        """The innermost quotation around the words."""
        span = self.words.span(first, end)
        around = [q for q in self.story.quotes if q.span.start <= span.start and span.end <= q.span.end]
        return min(around, key=lambda q: q.span.end - q.span.start) if around else None

    def around_quote(self, first: int, end: int) -> tuple[tuple[int, int], ...]:
        """The words of the sentence, or of the sentences that a quotation stands in, without the quotation."""
        words, quote = self.words, self.quote(first, end)
        if quote is None:
            line = self.story.text.rfind("\n", 0, words.starts[first]) + 1
            if self.story.text[line] not in "–—-":
                return (words.sentence_words(first),)
            stop = self.story.text.find("\n", line)  # a line of speech: «– … . …, – says X»
            return (words.within(Span(line, stop if stop >= 0 else len(self.story.text))),)
        opens, closes = words.within(quote.span)
        low, high = words.sentence_words(opens)[0], words.sentence_words(max(opens, closes - 1))[1]
        return ((min(low, opens), opens), (closes, max(high, closes)))

    def told_within(self, first: int) -> Span | None:
        """The stretch that somebody says in which a word stands, outside quotation marks: a turn of a line of speech
        ("– Кто возьмёт калеку, – вздыхает сосед"), or what follows a colon or "that" after a word of saying."""
        words, text = self.words, self.story.text
        low, high = words.sentence_words(first)
        at = words.starts[first]
        line = text.rfind("\n", 0, at) + 1
        if text[line : line + 1] in ("–", "—"):
            stop = text.find("\n", at)
            turns = [
                line + 1,
                *(m.end() for m in _TURN.finditer(text, line + 1, stop if stop >= 0 else len(text))),
            ]
            turn = max(i for i, start in enumerate(turns) if start <= at)
            if turn % 2 == 0:
                return Span(turns[turn], turns[turn + 1] if turn + 1 < len(turns) else len(text))
        says = False
        for i in range(low, first + 1):
            opens = ":" in text[words.ends[i - 1] : words.starts[i]] if i > low else False
            if says and (opens or words.norms[i] in self.listed.get("that", ())):
                return Span(words.starts[i], words.ends[high - 1])
            says = says or any(words.norms[i] in self.listed.get(name, ()) for name in _SAYING)
        return None

    def told_by(self, who: str, first: int, end: int) -> bool:
        """Whether somebody of that kind (``speakers`` in usage.yaml) is told of as saying the words."""
        patterns = self._g.speakers.get(who)
        return patterns is not None and any(
            patterns.find(self.words, low, high, self.classes())
            for low, high in self.around_quote(first, end)
        )

    def _said(self, patterns: Patterns, first: int, end: int) -> bool:
        low, high = self.words.sentence_words(first)

        def it(words: Words, i: int) -> Sequence[int]:
            return (end,) if i == first else ()

        found = patterns.find(self.words, low, max(high, end), {**self.classes(), "it": it})
        return any(m.first <= first and m.end >= end for m in found)

    # Is it a name?

    def in_title(self, first: int, end: int) -> bool:
        """Whether the wording is part of the name of a law, an organisation or a work."""
        words, lex = self.words, self._g.lexicon
        if lex.quoted_titles and self._quoted_title(first, end):
            return True
        if not words.capital(first) or self._headline_case(first):
            return False
        start = words.starts[first]
        opens = words.text[start - 1 : start] in ("", "\n")
        told_from = _DATELINE.match(words.text, start) if opens else None
        if told_from is not None and (told_from["where"] + told_from["goes_on"]).replace(" ", "").isupper():
            return True
        if end - first > 1 and self._shouted(first, end):
            return False
        low, high = first, end
        while low and self._links(low - 1, low):
            low -= 1
        while high < len(words) and self._links(high, high):
            high += 1
        whole = end - first > 1 and all(words.capital(i) for i in range(first, end))
        names = (i for i in range(low, high) if whole or not first <= i < end)
        if any(words.norms[i] in lex.title_nouns and words.capital(i) for i in names):
            return True
        if self._explained(first, end):
            return True
        after_work = low > 0 and words.norms[low - 1] in lex.work_nouns
        if after_work or any(words.norms[i] in lex.work_nouns for i in range(low, first)):
            return True
        return self._proper(first, end)

    def _explained(self, first: int, end: int) -> bool:
        """Whether what has a title follows in apposition, or as what the words are: "Waif, the new film about …"."""
        words, lex = self.words, self._g.lexicon
        low, high = words.sentence_words(first)
        if first != low or end >= high or not lex.determiners or not words.capital(first):
            return False
        at = end + 1 if words.norms[end] in ("is", "was") else end
        if at == end and "," not in words.text[words.ends[end - 1] : words.starts[end]]:
            return False
        if at >= high or words.norms[at] not in lex.determiners:
            return False
        return any(words.norms[i] in lex.work_nouns for i in range(at + 1, min(at + 4, high)))

    def _quoted_title(self, first: int, end: int) -> bool:
        """Whether the words stand in a quotation beside a word for what has a title: «Трудный подросток», a
        programme, or фильмі after it."""
        quote = self.quote(first, end)
        if quote is None:
            return False
        words, nouns = self.words, self._g.lexicon.quoted_titles
        low, high = words.within(quote.span)
        if not words.capital(low) or high - low > 12:
            return False
        before = words.norms[low - 1] in nouns if low else False
        after = high < len(words) and words.norms[high] in nouns
        return before or after or (not quote.is_speech and high - low <= _TITLE and self._staged(low, high))

    def _staged(self, low: int, high: int) -> bool:
        """Whether what is quoted is played or shown, and nobody is called by it: no colon or verb of naming there."""
        words, stage = self.words, self.listed.get("stage", frozenset())
        around = words.norms[max(0, low - _STAGED) : low] + words.norms[high : high + _STAGED]
        if stage.isdisjoint(around):
            return False
        opens, closes = words.sentence_words(low)
        told = words.norms[opens:low] + words.norms[high:closes]
        called = any(self.listed.get(name, frozenset()) & set(told) for name in ("naming", "taunting"))
        colon = low > 0 and ":" in words.text[words.ends[low - 1] : words.starts[low]]
        return not called and not colon

    def _proper(self, first: int, end: int) -> bool:
        """Several words, each with a capital, inside a sentence of lower case: a name of some kind."""
        words = self.words
        low = words.sentence_words(first)[0]
        quote = self.quote(first, end)
        opens = self._g.lexicon.inflected and quote is not None and words.within(quote.span)[0] == first
        if opens or (quote is not None and words.within(quote.span) == (first, end)):
            return False  # a label in quotation marks: “Child-Prostitute”
        return end - first > 1 and first > low and all(words.capital(i) for i in range(first, end))

    def _shouted(self, first: int, end: int) -> bool:
        """Whether the words are all in capitals, which then show no name."""
        span = self.words.span(first, end)
        return self.words.text[span.start : span.end].isupper()

    def surname(self, first: int, end: int) -> bool:
        """Whether the wording is what somebody is called whom the draft names in full elsewhere."""
        words = self.words
        if not words.capital(first):
            return False
        span = words.span(first, end)
        said = words.text[span.start : span.end]
        if said.isupper():
            return False
        for p in self.story.people:
            if any(m.start <= span.start and span.end <= m.end for m in p.mentions):
                whole = [m for m in p.mentions if said in _PARTS.split(words.text[m.start : m.end])[1:]]
                parts = [self.story.doc.char_span(m.start, m.end, alignment_mode="expand") for m in whole]
                # "Curator Ada Wog": a grown-up's, or all of it a name, whatever the pipeline calls it
                return any(
                    x is not None
                    and (
                        x.root.ent_type_ == "PERSON"
                        or p.kind == "adult"
                        or all(t.pos_ in ("PROPN", "PUNCT") for t in x)
                    )
                    for x in parts
                )
        return False

    def capitalised_name(self, first: int) -> bool:
        """Whether words usually written small begin with a capital here, and not only for standing first."""
        words = self.words
        if self._headline_case(first) or not words.capital(first):
            return False
        if self._shouted(first, first + 1):
            return False
        low = words.sentence_words(first)[0]
        quote = self.quote(first, first + 1)
        opens = quote is not None and words.within(quote.span)[0] == first
        return first > low and not opens

    def _links(self, i: int, junction: int) -> bool:
        """Whether word ``i`` carries a run of capitals on across the gap before word ``junction``."""
        words = self.words
        gap = words.text[words.ends[junction - 1] : words.starts[junction]]
        if not re.fullmatch(r"[\s,&'’s\-–]*", gap) or "\n\n" in gap:
            return False
        return words.capital(i) or words.norms[i].isdecimal() or words.norms[i] in self._g.lexicon.title_links

    def _headline_case(self, i: int) -> bool:
        """Whether the line of word ``i`` is in capitals or in Title Case, where capitals say nothing."""
        words, text = self.words, self.words.text
        start = text.rfind("\n", 0, words.starts[i]) + 1
        stop = text.find("\n", words.starts[i])
        line = text[start : len(text) if stop < 0 else stop]
        if line.isupper():
            return True
        first, end = words.within(Span(start, start + len(line)))
        long = [n for n in range(first, end) if words.ends[n] - words.starts[n] > 3]
        big = sum(words.capital(n) for n in long)
        return end - first <= 25 and len(long) > 1 and big >= 0.8 * len(long) and line.rstrip()[-1:] != "."
