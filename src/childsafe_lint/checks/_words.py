"""A draft as a row of words, the form in which terms and phrases are matched.

One pass over the text a story, shared by the checks that need it; nothing here knows a language.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..spans import Span
from ..story.model import Story

# combining marks, soft hyphens and zero-width characters belong to the word they stand in
_IN_WORD = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"[^\W_][\w{_IN_WORD}]*(?:['’ʼ‘][^\W_][\w{_IN_WORD}]*)*")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_QUOTES = "\"'“”‘’„«»‹›*_"
_PLAIN = re.compile(rf"(?:[^\S\n\r]+|[^\S\n\r]*\r?\n[^\S\n\r]*|[{_DASHES}/][^\S\n\r]*\n?)\Z")
_QUOTED = re.compile(rf"[{_QUOTES}]*(?:\s[^\S\n]*|[{_DASHES}])?[{_QUOTES}]*\Z")
_PARAGRAPH = re.compile(r"\n\s*[\n•▪‣◦]")  # a blank line, or a point of a list

PLAIN, QUOTED, APART, BREAK = 0, 1, 2, 3

#: from word ``i`` on: the indices at which a member of a class of words ends
Ends = Callable[["Words", int], Sequence[int]]
_BREAK = re.compile(rf"[{_QUOTES};:()]")


class _Plain(dict[int, str]):
    """For ``str.translate``: a character without accents, straight, and nothing for an invisible one."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", _STRAIGHT.get(chr(code), chr(code)))
        plain = "".join(c for c in parts if not unicodedata.combining(c) and c not in _INVISIBLE)
        self[code] = plain
        return plain


_STRAIGHT = dict.fromkeys("’ʼ‘", "'")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_PLAIN_FORM = _Plain()


@lru_cache(maxsize=8192)
def normal(word: str) -> str:
    """How a word is compared: no case, accents, possessive ``'s`` or invisible characters."""
    if not word.isascii():
        word = word.translate(_PLAIN_FORM)
    word = word.lower()
    return word[:-2] if word.endswith("'s") and len(word) > 2 else word


class ClassEnds(dict[int, Sequence[int]]):
    """Word ``i`` -> the indices at which a member of one class that begins there ends; looked for once a word."""

    def __init__(self, words: Words, ends: Ends) -> None:
        super().__init__()
        self._words, self._ends = words, ends

    def __missing__(self, i: int) -> Sequence[int]:
        found = self[i] = self._ends(self._words, i)
        return found


@dataclass(slots=True)
class Words:
    """The words of a text, in order.

    Args:
        text: the text.
        starts, ends: code-point offsets; a possessive ``'s`` lies outside its word.
        norms: the words as compared, see ``normal``.
        gaps: what stands before each word: PLAIN (a space or a hyphen), QUOTED (also quotation marks), APART
            (a comma and the like) or BREAK (the end of a quotation, a bracket, a colon).
        sentence: number of the sentence each word is in (a blank line and a bullet also end one).
        owns: whether a possessive ``'s`` follows, so that "a child's mother" is not read as "a child mother".
    """

    text: str
    starts: list[int]
    ends: list[int]
    norms: list[str]
    gaps: list[int]
    sentence: list[int]
    owns: list[bool]
    _classes: dict[Ends, ClassEnds] = field(default_factory=dict)

    @property
    def forms(self) -> set[str]:
        """The words as patterns spell them: with ``'s`` as well where it follows."""
        return {*self.norms, *(n + "'s" for n, own in zip(self.norms, self.owns, strict=True) if own)}

    def class_ends(self, ends: Ends) -> ClassEnds:
        """What ``ends`` finds in these words, kept for every pattern that asks."""
        known = self._classes.get(ends)
        if known is None:
            known = self._classes[ends] = ClassEnds(self, ends)
        return known

    def __len__(self) -> int:
        return len(self.norms)

    def at(self, offset: int) -> int:
        """Index of the word that covers ``offset``, or of the next one."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.ends[i] else i + 1

    def within(self, span: Span) -> tuple[int, int]:
        """Indices ``(first, end)`` of the words that begin inside ``span``."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, end: int) -> Span:
        return Span(self.starts[first], self.ends[end - 1])

    def sentence_words(self, i: int) -> tuple[int, int]:
        """Indices ``(first, end)`` of the words of word ``i``'s sentence."""
        number = self.sentence[i]
        return bisect_left(self.sentence, number), bisect_right(self.sentence, number)

    def capital(self, i: int) -> bool:
        return self.text[self.starts[i]].isupper()


def split(text: str, sentence_starts: list[int] | None = None) -> Words:
    """Cut ``text`` into words. ``sentence_starts`` ascend; without them the text is one sentence."""
    starts: list[int] = []
    ends: list[int] = []
    norms: list[str] = []
    gaps: list[int] = []
    numbers: list[int] = []
    owns: list[bool] = []
    bounds = sentence_starts or []
    at_bound, number, last = 0, 0, 0
    for m in _WORD.finditer(text):
        start, end = m.span()
        gap = text[last:start]
        if gap == " " or gap == "-":
            kind, new = PLAIN, False
        else:
            kind = _gap(gap)
            new = "\n" in gap and _PARAGRAPH.search(gap) is not None
            if not starts or new:
                kind = APART
        while at_bound < len(bounds) and bounds[at_bound] <= start:
            new = True
            at_bound += 1
        if new and starts:
            number += 1
        word = m.group()
        last = end
        own = len(word) > 2 and word[-1] in "sS" and word[-2] in "'’ʼ‘"
        if own:
            end -= 2
        starts.append(start)
        ends.append(end)
        norms.append(normal(word))
        gaps.append(kind)
        numbers.append(number)
        owns.append(own)
    return Words(text, starts, ends, norms, gaps, numbers, owns)


def _gap(gap: str) -> int:
    if _PLAIN.match(gap):
        return PLAIN
    if _QUOTED.match(gap):
        return QUOTED
    return BREAK if _BREAK.search(gap) else APART


def words_of(story: Story) -> Words:
    """The story's words, cut once a story."""
    return story.once(_split)


def _split(story: Story) -> Words:
    return split(story.text, [s.start for s in story.sentences])
