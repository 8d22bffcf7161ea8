"""The statements of a draft in a language whose verb of saying closes what is said, and which shows case by endings
(Kazakh): "the neighbour CLAUSE says", "the neighbour-OF according-to, CLAUSE", "CLAUSE that-talk is about".

Used where ``classes`` in ``languages/<code>/usage.yaml`` have ``quotative``, the words that close what is said.
"""

from __future__ import annotations

from itertools import pairwise

from ..spans import Span
from ._statements import Statements, _Said

_LEAST = 3  # words of a statement
_BEYOND = 9  # words at the head of a sentence among which the speaker stands
_BACK = 60  # words a pronoun may look back for the speaker it stands for
_NEAR = 3  # words between a speaker and "according to"


class VerbFinal(Statements):
    """The statements of one story, of what is in the language of ``usage``."""

    # Who says what?

    def _reported(self, first: int, end: int) -> _Said:
        """A sentence outside quotations: what stands before the word that closes what is said, after "according to" or
        a colon."""
        words, norms = self._words, self._words.norms
        if norms[first] in self._class["quotative"]:
            return _Said(Span(0, 0), (), False)  # what is left of a quotation: "…", says the neighbour
        for i in range(first + 1, min(end - _LEAST, first + _BEYOND)):
            if norms[i] in self._class["according"]:
                start = i + 1 + (norms[i + 1] in self._class["as"])
                return _Said(words.span(start, end), (words.span(first, start),), False)
        for i in range(first + 1, end - _LEAST):
            if ":" in self._text[words.ends[i - 1] : words.starts[i]] and self._speaker(first, i) is not None:
                return _Said(words.span(i, end), (words.span(first, i),), False)
        told = self._closed(first, end)
        if told is None:
            return _Said(words.span(first, end), (), False)
        close, stop = told
        if not self._hearsay(close, end) and any(self._mine(n) for n in words.norms[close:end]):
            return _Said(words.span(first, stop), (), False)  # "…, we suppose"
        after = words.span(close, end)
        if self._speaker(close, end) is not None:
            return _Said(words.span(first, stop), (after,), False)
        passive = norms[close] in self._class["passive-say"]
        head = None if passive else self._speaker(first, min(close, first + _BEYOND))
        while (
            head is not None and head + 1 < close and words.capital(head + 1) and self._nominative(head + 1)
        ):
            head += 1  # the speaker's name
        meant = head is None or close - head < _LEAST or (self._hearsay(close, end) and not self._any(head))
        if head is None or meant:
            places = (words.span(first, i + 1) for i in range(first, first + 2) if self._somewhere(i, first))
            return _Said(words.span(first, stop), (*places, after), False)  # "in the chat, CLAUSE they write"
        return _Said(words.span(head + 1, stop), (words.span(first, head + 1), after), False)

    def _around(self, quote: Span) -> tuple[Span, ...]:
        """Also whoever stands before a colon, where only the verb follows: "the neighbour: «…», – said"."""
        beside = super()._around(quote)
        before = Span(self._begins(quote.start), quote.start)
        led = self._text[before.start : before.end].rstrip().endswith(":")
        return (before, *(s for s in beside if s != before)) if led else beside

    def _closed(self, first: int, end: int) -> tuple[int, int] | None:
        """The word that closes what a sentence says, "says", "that", "it is heard", and where that ends: a verb that
        lays it to somebody is part of it."""
        norms, usage, listed = self._words.norms, self.usage, self._class
        for i in range(end - 1, first + _LEAST - 1, -1):
            if norms[i] in listed["quotative"]:
                return i, i
            if usage.belongs(norms[i], "heard") and any(
                n in listed["saying"] or n in listed["whisper"] for n in norms[i + 1 : min(i + 4, end)]
            ):
                return i + 1, i + 1
            if norms[i] in listed["passive-say"] and usage.belongs(norms[i - 1], "heard-that"):
                return i, i
            if norms[i] in listed["blaming"] or (
                norms[i] in listed["laying"] and usage.belongs(norms[i - 1], "from")
            ):
                return i, i + 1
        return None

    def _mine(self, norm: str) -> bool:
        return norm in self._class["first-person"]

    def _speaker(self, first: int, end: int) -> int | None:
        return next((i for i in range(first, end) if self._voice(i, first)), None)

    def _any(self, i: int) -> bool:
        """Whether a word stands for anybody who talks, not for somebody who is talked of."""
        return self._voice(i, i) in ("crowd", "unnamed")

    def _somebody(self, i: int) -> bool:
        norm = self._words.norms[i]
        return self.usage.belongs(norm, "trade") and self._nominative(i) and not self._words.capital(i)

    def _voice(self, i: int, low: int) -> str:
        norms = self._words.norms
        after = norms[i + 1] if i + 1 < len(norms) else ""
        if self._hyphen(i):
            return ""
        place = norms[i] in self._class["bodies"] and self.usage.belongs(after, "its-at")
        if place or after in self._class["gathering"] or after in self._class["behind"]:
            return ""  # "says, in a break of the court, her mother"; "at the parents' meeting"; "about the child"
        if norms[i] in self._class["anyone"] and not (i > low and norms[i - 1] in self._class["pointing"]):
            return "crowd"  # "a woman"; "that woman" was told of before
        if norms[i] in self._class["deputies"]:
            whose = i - 1
            while whose > low and norms[whose] in self._class["deputies"]:
                whose -= 1
            kind = self._listed(whose, low) if whose >= low else ""
            return kind or super()._voice(i, low)
        return super()._voice(i, low)

    def _listed(self, i: int, low: int) -> str:
        """Who defends somebody's rights is no lawyer of the accused."""
        rights = i > 0 and self._words.norms[i - 1] in self._class["rights"]
        return (
            "protector"
            if rights and self._words.norms[i] in self._class["partisans"]
            else super()._listed(i, low)
        )

    def _led(self, i: int, low: int) -> bool:
        after = self._words.norms[i + 1 : i + 1 + _NEAR]
        return not self._class["according"].isdisjoint(after) and not self._nominative(i)

    def _nominative(self, i: int) -> bool:
        """ "His" before "self" is he himself."""
        norms = self._words.norms
        if self._hyphen(i) and i + 1 < len(norms):
            return self._nominative(i + 1)  # a compound is in the case of its last word
        return (
            norms[i] in self.usage.caseless
            or not self._class["self"].isdisjoint(norms[i + 1 : i + 2])
            or not self.usage.belongs(norms[i], "oblique")
        )

    def _hyphen(self, i: int) -> bool:
        return self._text[self._words.ends[i] : self._words.ends[i] + 1] == "-"

    def _noun(self, i: int) -> bool:
        """Somebody, or several things that do something."""
        return bool(self._listed(i, i)) or self.usage.belongs(self._words.norms[i], "many")

    def _meant(self, pronoun: int) -> str:
        """ "He", "she" who speaks: the last before who is the subject of a sentence and no part of what is said."""
        words = self._words
        for i in range(pronoun - 1, max(pronoun - _BACK, -1), -1):
            if self._nominative(i) and words.norms[i] not in self.usage.pronouns and not self._in_quotes(i):
                kind = self._listed(i, i)
                if kind:
                    return kind
        return ""

    def _in_quotes(self, i: int) -> bool:
        at = self._words.starts[i]
        return any(s.span.start <= at < s.span.end for s in self._quoted)

    def _tells(self, i: int) -> bool:
        return self._words.norms[i] in self._class["saying"]

    def _they_say(self, i: int) -> bool:
        """ "They say", and "talk that …", where nobody is named."""
        norms, listed = self._words.norms, self._class
        return norms[i] in listed["they-say"] or (
            (norms[i] in listed["talk"] or norms[i] in listed["rumour"])
            and self._nominative(i)
            and not listed["quotative"].isdisjoint(norms[max(0, i - _NEAR) : i])
        )

    def _somewhere(self, i: int, low: int) -> bool:
        norm = self._words.norms[i]
        listed = self._class
        return (norm in listed["forum"] or norm in listed["gathering"]) and self.usage.belongs(norm, "at")

    def _guessed(self, span: Span) -> bool:
        low, high = self._words.within(span)
        return super()._guessed(span) or self._hearsay(low, high)

    def _hearsay(self, low: int, high: int) -> bool:
        return any(self._they_say(i) for i in range(low, high))

    # What is it about?

    def _subjects(self, first: int, end: int, said: bool) -> frozenset[str]:
        """Also whom a statement about "us" is about, and whoever is "himself", where somebody else says so."""
        norms, found = self._words.norms[first:end], super()._subjects(first, end, said)
        if said and not self._class["self"].isdisjoint(norms):
            found |= {"child"}
        if any(self.usage.person_at(self._words.starts[i]) is True for i in range(first, end)):
            found |= {"about"}
        return found

    def _conditional(self, norms: list[str]) -> bool:
        return any(self.usage.belongs(n, "if") and n not in self._class["no-if"] for n in norms)

    def _refuted(self, first: int, end: int) -> bool:
        after = self._words.norms[end : max(self._words.sentence_words(first)[1], end)]
        return any(n in self._class["denying"] for n in after)

    def _modal(self, first: int, end: int, asked: bool) -> str:
        """Guesses stand at the end: "may be", "it seems"; so does "must", after the noun of a verb."""
        norms, listed, usage = self._words.norms[first:end], self._class, self.usage
        pairs = list(pairwise([*norms, ""]))
        if any(a in listed["surely"] and b not in listed["unreal"] for a, b in pairs) or any(
            (b in listed["must"] and (usage.belongs(a, "if") or a in listed["be-noun"]))
            or (b in listed["seems"] and usage.belongs(a, "habit-done"))
            for a, b in pairs
        ):
            return "guess"
        if asked and self._words.starts[first] < self._headline:
            return "guess" if not listed["asks"].isdisjoint(norms[-1:]) else ""
        return (
            "reproach" if any(b in listed["must"] and usage.belongs(a, "verb-noun") for a, b in pairs) else ""
        )
