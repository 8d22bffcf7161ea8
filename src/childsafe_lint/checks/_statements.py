"""The statements of a draft where no parse tells its clauses: who says what, read from word forms and punctuation.

Quotations, lines of dialogue and what follows a colon or "that" are somebody's; the words beside them tell whose.
Which words stand for a crowd, a verb of saying and so on is data, under ``classes`` in
``languages/<code>/usage.yaml``; a language without the class ``saying`` has no statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..spans import Span
from ._clauses.model import Clause, Said
from ._words import PLAIN
from .usage import Usage

if TYPE_CHECKING:
    from ..story.parse import Token

#: class of words -> who speaks, the surest first
_VOICES = (
    ("protectors", "protector"),
    ("partisans", "partisan"),
    ("vouched", "official"),
    ("unnamed", "unnamed"),
    ("talkers", "crowd"),
    ("posters", "crowd"),
    ("locals", "crowd"),
    ("somebody", "crowd"),
)
_LINE = re.compile(r"^[ \t]*[—–-][ \t]+(.+)$", re.M)
_TURN = re.compile(r"(?<=[,.!?…»”\"])\s+[—–-]\s+")
_END = re.compile(r"[.!?…][»”\"]?(?=\s+[\"«“—–-]?\s*\w)|\n")
_AFTER = re.compile(r"[,.!?]?\s*[—–-]\s")
_BACK = 60  # words a pronoun may look back for the speaker it stands for
_LEAST = 3  # words of a statement; two are a mere name
_TITLE = 2  # in a headline: "Driven to it?"
_FAR = 220  # characters that may part a quotation from who says it


@dataclass(frozen=True, slots=True)
class _Said:
    """Words that somebody says, and the words beside them that tell who."""

    span: Span
    beside: tuple[Span, ...]
    quoted: bool


class _Class:
    """A class of words, some of which belong to it for how they begin or end."""

    def __init__(self, usage: Usage, name: str) -> None:
        self._usage, self._name = usage, name

    def __contains__(self, word: str) -> bool:
        return self._usage.belongs(word, self._name)

    def isdisjoint(self, words: Iterable[str]) -> bool:
        return not any(word in self for word in words)


class _Classes(dict[str, "_Class | frozenset[str]"]):
    """The word classes of a language by name; one that it lacks is empty."""

    def __init__(self, usage: Usage) -> None:
        super().__init__(usage.listed)
        self._usage = usage
        for name in usage.affixed:
            self[name] = _Class(usage, name)

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


class Statements:
    """The statements of one story, of what is in the language of ``usage``."""

    def __init__(self, usage: Usage) -> None:
        self.usage = usage
        self._class = _Classes(usage)
        self._words = usage.words
        self._text = usage.story.text

    def __iter__(self) -> Iterator[Clause]:
        if "saying" not in self._class:
            return
        for stretch in self.usage.story.stretches(self.usage.language):
            for said in self._said():
                if stretch.start <= said.span.start < stretch.end:
                    yield from self._clauses(said)

    # Who says what?

    @cached_property
    def _quoted(self) -> list[_Said]:
        """Quotations of some length, and lines of dialogue."""
        out = []
        for quote in self.usage.story.quotes:
            inside = Span(quote.span.start + 1, quote.span.end - 1)
            if inside.end > inside.start:
                turns = self._turns(inside)
                if not any(self._tells(i) for turn in turns[1::2] for i in range(*self._words.within(turn))):
                    turns = [inside]
                beside = tuple(turns[1::2]) or self._around(quote.span)
                out += [_Said(turn, beside, True) for turn in turns[::2]]
        for line in _LINE.finditer(self._text):
            turns = self._turns(Span(line.start(1), line.end()))
            beside = tuple(turns[1::2]) or self._before(line.start())
            out += [_Said(turn, beside, True) for turn in turns[::2]]
        return out

    @cached_property
    def _spoken(self) -> frozenset[int]:
        """The words of quotations and lines of dialogue: who speaks is not named in what they say."""
        spans = (self._words.within(s.span) for s in self._quoted)
        return frozenset(i for low, high in spans for i in range(low, high))

    def _turns(self, span: Span) -> list[Span]:
        """Speech and, between dashes, who speaks, by turns."""
        turns, at = [], span.start
        for m in _TURN.finditer(self._text, span.start, span.end):
            turns.append(Span(at, m.start()))
            at = m.end()
        return [*turns, Span(at, span.end)]

    def _around(self, quote: Span) -> tuple[Span, ...]:
        """What is written beside a quotation: after a dash, before a colon, else the rest of its sentence or, where
        the quotation is all of it, the sentence before."""
        after = Span(quote.end, self._ends(quote.end))
        before = Span(self._begins(quote.start), quote.start)
        if _AFTER.match(self._text, quote.end):
            return (after,)
        if self._text[before.start : before.end].rstrip().endswith(":"):
            return (before,)
        if any(c.isalpha() for s in (before, after) for c in self._text[s.start : s.end]):
            return (before, after)
        return self._before(before.start)

    def _before(self, at: int) -> tuple[Span, ...]:
        start = self._begins(max(at - 2, 0))
        return (Span(start, at),) if start < at else ()

    def _begins(self, at: int) -> int:
        """Where the sentence of an offset begins."""
        low = max(0, at - _FAR)
        return max((m.end() for m in _END.finditer(self._text, low, at)), default=low)

    def _ends(self, at: int) -> int:
        m = _END.search(self._text, at, min(len(self._text), at + _FAR))
        return m.start() if m else min(len(self._text), at + _FAR)

    def _said(self) -> Iterator[_Said]:
        yield from self._quoted
        words = self._words
        taken = [s.span for s in self._quoted]
        first = 0
        while first < len(words):
            end = words.sentence_words(first)[1]
            free = [
                i for i in range(first, end) if not any(t.start <= words.starts[i] < t.end for t in taken)
            ]
            least = _LEAST if words.starts[first] >= self._headline else _TITLE
            if len(free) >= least and free[-1] - free[0] < 2 * len(free):
                yield self._reported(free[0], free[-1] + 1)
            first = end

    def _reported(self, first: int, end: int) -> _Said:
        """A sentence outside quotations: what follows a colon or "that" is said by whoever stands before."""
        words = self._words
        for i in range(first + 1, end - _LEAST):
            colon = ":" in self._text[words.ends[i - 1] : words.starts[i]]
            opens = words.gaps[i] != PLAIN and (
                words.norms[i] in self._class["that"]
                or (words.norms[i] in self._class["not"] and words.norms[i - 1] in self._class["asking"])
            )
            bare = i <= first + 2 and words.gaps[i] != PLAIN and self._hearsay(first, i)
            if bare or ((colon or opens) and self._speaks(words.span(first, i))):
                return _Said(words.span(i, end), (words.span(first, i),), False)
        aside = [
            i
            for i in range(first, end)
            if words.norms[i] in self._class["according"]
            or (
                words.norms[i] in self._class["saying"]
                and i > first + 1
                and (words.gaps[i] != PLAIN or words.norms[i - 1] in self._class["as"])
            )
        ]
        beside = tuple(words.span(i, min(i + 7, end)) for i in aside)
        if (
            aside
            and aside[-1] >= first + _LEAST
            and aside[-1] > end - 7
            and words.norms[aside[-1]] in self._class["saying"]
        ):
            end = aside[-1]  # "…, says the driver"
        return _Said(words.span(first, end), beside, False)

    def _speaks(self, span: Span) -> bool:
        low, high = self._words.within(span)
        norms = self._words.norms[low:high]
        listed = self._class
        return any(
            n in listed["saying"] or n in listed["guess"] or n in listed["rumour"] for n in norms
        ) or bool(self._voices((span,)) & {"crowd", "unnamed"})

    def _voices(self, beside: tuple[Span, ...]) -> frozenset[str]:
        """Who the first that speaks is; a place ("in the market") tells it only where nobody is."""
        somewhere = official = False
        for span in beside:
            low, high = self._words.within(span)
            if self._silent(low, high):
                return frozenset()
            for i in range(low, high):
                voice = self._voice(i, low)
                if voice:
                    return frozenset({voice, "named"} if self._named(i) else {voice})
                official = official or self._words.norms[i] in self._class["vouched"]
                somewhere = somewhere or self._somewhere(i, low) or self._they_say(i)
        if official:
            return frozenset({"official"} if somewhere else ())
        for span in beside:  # "… And adds: …": whoever spoke before
            low, high = self._words.within(span)
            told = next((i for i in range(low, high) if self._tells(i)), None)
            if told is not None and not somewhere:
                return frozenset({self._meant(told)} - {""})
        return frozenset({"crowd"} if somewhere else ())

    def _silent(self, low: int, high: int) -> bool:
        """ "She does not say more: …" """
        norms, listed = self._words.norms, self._class
        return any(
            norms[i] in listed["saying"] and norms[i - 1] in listed["not"] for i in range(low + 1, high)
        )

    def _voice(self, i: int, low: int) -> str:
        """Who a word beside what is said stands for: the one who speaks, or after "according to"."""
        words, listed = self._words, self._class
        norm = words.norms[i]
        led = self._led(i, low)
        if norm in listed["rumour"]:
            return "crowd" if led or self._nominative(i) else ""
        listed_so = norm in listed["talkers"] or norm in listed["posters"]  # in the nominative only
        if not led and not listed_so and not self._nominative(i):
            return ""
        if norm in self.usage.pronouns or norm in listed["anyone"]:
            return self._meant(i)
        return self._kind(i, low)

    def _led(self, i: int, low: int) -> bool:
        """Whether a word is beside "according to" the one it goes with."""
        return any(self._words.norms[j] in self._class["according"] for j in range(max(low, i - 4), i))

    def _kind(self, i: int, low: int) -> str:
        return self._listed(i, low) or ("crowd" if self._somebody(i) and not self._named(i) else "")

    def _listed(self, i: int, low: int) -> str:
        listed, norm = self._class, self._words.norms[i]
        kind = next((voice for name, voice in _VOICES if norm in listed[name]), "")
        if norm in listed["kin"]:
            return "crowd" if self._of_others(i, low) else "family"
        if kind:
            return kind
        if self.usage.person_at(self._words.starts[i]) is True:
            return "child"
        return "official" if norm in listed["offices"] else ""

    def _named(self, i: int) -> bool:
        """Whether a speaker's full name follows within a few words: "the neighbour from the third floor, Zoya Pak"."""
        words = self._words
        return any(
            words.capital(j) and words.capital(j + 1) and words.gaps[j + 1] == PLAIN
            for j in range(i + 1, min(i + 4, len(words) - 1))
            if words.sentence[j + 1] == words.sentence[i]
        )

    def _somebody(self, i: int) -> bool:
        """A speaker whose trade or relation gives the words no weight: a common noun of a person in no list."""
        token, norm, listed = self._tokens.get(self._words.starts[i]), self._words.norms[i], self._class
        return (
            token is not None
            and token.pos_ == "NOUN"
            and "Anim" in token.morph.get("Animacy", [])
            and not self.usage.belongs(norm, "undecided")
            and norm not in listed["saying"]
            and not self.usage.child_noun(norm)
        )

    def _meant(self, pronoun: int) -> str:
        """ "He", "she" who speaks: the last before who is the subject of a sentence."""
        for i in range(pronoun - 1, max(pronoun - _BACK, -1), -1):
            if (
                i not in self._spoken
                and self._nominative(i)
                and self._noun(i)
                and self._words.norms[i] not in self.usage.pronouns
            ):
                kind = self._listed(i, i)
                if kind:
                    return kind
        return ""

    def _somewhere(self, i: int, low: int) -> bool:
        words, listed = self._words, self._class
        if words.norms[i] not in listed["forum"] and words.norms[i] not in listed["gathering"]:
            return False
        return not listed["prepositions"].isdisjoint(words.norms[max(low, i - 4) : i])

    def _of_others(self, i: int, low: int) -> bool:
        """ "One of the parents", "the mother of a classmate", "somebody's grandmother"."""
        around = self._words.norms[max(low, i - 3) : i + 3]
        return not self._class["others"].isdisjoint(around)

    def _nominative(self, i: int) -> bool:
        token = self._tokens.get(self._words.starts[i])
        case = token.morph.get("Case", []) if token is not None else []
        return not case or "Nom" in case

    @cached_property
    def _tokens(self) -> dict[int, Token]:
        """By their offsets."""
        return {token.idx: token for token in self.usage.story.doc}

    def _tells(self, i: int) -> bool:
        """A verb of saying in the singular."""
        token = self._tokens.get(self._words.starts[i])
        return (
            self._words.norms[i] in self._class["saying"]
            and token is not None
            and token.pos_ == "VERB"
            and "Sing" in token.morph.get("Number", [])
        )

    def _they_say(self, i: int) -> bool:
        """A verb of saying in the plural, whose subject nobody is: "in the market they held that …"."""
        token = self._tokens.get(self._words.starts[i])
        return (
            any(self._words.norms[i] in self._class[name] for name in ("saying", "they-say"))
            and token is not None
            and token.pos_ == "VERB"
            and "Plur" in token.morph.get("Number", [])
            and "First" not in token.morph.get("Person", [])
        )

    # What is it about?

    def _clauses(self, said: _Said) -> Iterator[Clause]:
        words = self._words
        low, high = words.within(said.span)
        voices = self._voices(said.beside) or frozenset({"other" if said.beside and said.quoted else "paper"})
        guessed = any(self._guessed(s) for s in said.beside)
        first = low
        while first < high:
            end = min(high, words.sentence_words(first)[1])
            if end - first >= (_LEAST if words.starts[first] >= self._headline else _TITLE):
                yield self._clause(first, end, voices, guessed)
            first = max(end, first + 1)

    def _guessed(self, span: Span) -> bool:
        low, high = self._words.within(span)
        norms, gossip = self._words.norms[low:high], ("whisper", "rumour")
        return any(not self._class[name].isdisjoint(norms) for name in gossip) or self._hearsay(low, high)

    def _hearsay(self, low: int, high: int) -> bool:
        """ "They say, …", and nobody is named."""
        words, listed = self._words, self._class
        return (
            0 < high - low <= 2
            and words.norms[high - 1] in listed["they-say"]
            and not any(self._noun(i) for i in range(low, high - 1))
        )

    def _clause(self, first: int, end: int, voices: frozenset[str], guessed: bool) -> Clause:
        words, listed = self._words, self._class
        norms = words.norms[first:end]
        stop = self._text[words.ends[end - 1] : words.ends[end - 1] + 2]
        return Said(
            first,
            end,
            "",
            self._subjects(first, end, voices != {"paper"}),
            any(n in listed["not"] for n in norms),
            False,
            self._modal(first, end, "?" in stop and voices == {"paper"}),
            "?" in stop,
            self._conditional(norms),
            voices,
            denied=self._refuted(first, end),
            hedged=guessed
            or norms[0] in listed["they-say"]
            or any(n in listed["hedges"] for n in norms)
            or self._wondered(norms),
            past=True,
        )

    def _conditional(self, norms: list[str]) -> bool:
        opens = norms[0] if norms[0] not in self._class["that"] else norms[1]
        return opens in self._class["condition"]

    def _refuted(self, first: int, end: int) -> bool:
        """Whether what is told with the words denies them."""
        return False

    def _modal(self, first: int, end: int, asked: bool) -> str:
        """ "Surely …" and a headline that asks whether it was so guess; "would have" and "must" reproach."""
        words, listed = self._words, self._class
        norms = words.norms[first:end]
        if not listed["surely"].isdisjoint(norms):
            return "guess"
        if asked and words.starts[first] < self._headline:
            open_ = not listed["open-question"].isdisjoint(norms)
            return "" if open_ or not any(self.usage.belongs(n, "past") for n in norms) else "guess"
        return "reproach" if not listed["must"].isdisjoint(norms) else ""

    @cached_property
    def _headline(self) -> int:
        """Where the first line ends."""
        line = self._text.find("\n", len(self._text) - len(self._text.lstrip()))
        return line if line >= 0 else 0

    def _wondered(self, norms: list[str]) -> bool:
        """ "Not by a travelling man, perhaps?" """
        return norms[0] in self._class["not"] and not self._class["whether"].isdisjoint(norms)

    def _subjects(self, first: int, end: int, said: bool) -> frozenset[str]:
        words, listed = self._words, self._class
        found = set()
        anybody = verb = False
        for i in range(first, end):
            norm = words.norms[i]
            person = self.usage.person_at(words.starts[i])
            child = person is True or self.usage.child_noun(norm)
            if norm in listed["such"]:
                found.add("group")
            if not self._nominative(i):
                found |= {"about"} if child else set()
                continue
            if child or (said and norm in self.usage.pronouns):
                found.add("child")
            elif norm in listed["kin"]:
                found.add("kin")
            elif person is False:
                found |= {"grown", "other"}
            token = self._tokens.get(words.starts[i])
            thing = token is not None and "Inan" in token.morph.get("Animacy", [])
            anybody = anybody or (  # the name of a thing is the same as an object, and then behind the verb
                self._noun(i)
                and norm not in self.usage.pronouns
                and norm not in listed["surely"]
                and norm not in listed["no-one"]
                and not (thing and verb)
            )
            verb = verb or norm in listed["must"] or (token is not None and token.pos_ == "VERB")
        if "child" not in found and any(
            self.usage.belongs(n, "first-person") for n in words.norms[first:end]
        ):
            return frozenset({"grown", "other"})
        if not found - {"about", "group"} and not anybody:
            found.add("child" if said else "about")  # the subject is left out: whoever is spoken of
        return frozenset(found or {"other"})

    def _noun(self, i: int) -> bool:
        token = self._tokens.get(self._words.starts[i])
        return (
            token is not None
            and token.pos_ in ("NOUN", "PROPN", "PRON")
            and bool(token.morph.get("Case", []))
        )
