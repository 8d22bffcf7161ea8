"""How much a sentence, taken as a whole, reads like those that editors change.

No list holds every way of blaming a child or of making a show of one. Beside the rules stands therefore a weighing:
the words of a sentence, two and three of them in a row, what hangs on what, and whether a child or a grown-up is
spoken of have weights learnt from gold drafts, and so has what the draft as a whole is about. The weights are added up
(logistic regression; models/tone/README.md says how they were learnt and how well they do). No name is a sign.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from typing import TYPE_CHECKING

from ..languages import folder_of

if TYPE_CHECKING:
    from ..story.parse import Token
    from .usage import Usage

#: the usual number of signs: that much is told weighs no more than that little is
USUAL = 64
#: a sentence counts as if it had so many words more, so that few words do not weigh too much
FEW = 3
#: what stands for a word in a language without lemmas: how it begins
_STEM = 5
_NAMES = frozenset(("PERSON", "PER"))
_OPEN = frozenset(("VERB", "NOUN", "ADJ"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words ``first`` to ``end`` (see ``Words``); their signs, each with the word it was first seen at."""

    first: int
    end: int
    signs: Mapping[str, int]

    @property
    def words(self) -> list[str]:
        """The signs that are words."""
        return [s for s in self.signs if " " not in s and ">" not in s]


def sentences(usage: Usage) -> list[Sentence]:
    """The sentences in the language of ``usage``, with their signs."""
    words = usage.words
    out = []
    for stretch in usage.story.stretches(usage.language):
        first, end = words.within(stretch)
        while first < end:
            high = min(max(words.sentence_words(first)[1], first + 1), end)
            out.append(Sentence(first, high, _signs(usage, first, high)))
            first = high
    return out


def _signs(usage: Usage, first: int, end: int) -> dict[str, int]:
    words = usage.words
    middle = (first + end) // 2
    quote = usage.quote(first, end) or usage.quote(middle, middle + 1)
    signs = {"<quoted>" if quote is not None and quote.is_speech else "<told>": first}
    if not first:
        signs["<opens>"] = first
    span = words.span(first, end)
    before, before_that = "<b>", ""
    for token in usage.story.doc.char_span(span.start, span.end, "expand") or ():
        if token.is_space or token.is_punct:
            continue
        at = words.at(token.idx)
        child = usage.person_at(token.idx)
        word = _word(token)
        signs.setdefault(word, at)
        if child is not None:
            here = "CHILD" if child else "ADULT"
            signs.setdefault(here, at)
        elif token.lemma_:
            here = word
        else:
            here = word[:_STEM]
            signs.setdefault(f"{here}-", at)
        if here == before:
            continue  # "the little girl" is one child
        signs.setdefault(f"{before} {here}", at)
        if before_that:
            signs.setdefault(f"{before_that} {before} {here}", at)
        before, before_that = here, before
        if token.dep_ and token.head is not token and token.pos_ in _OPEN:
            signs.setdefault(f"{word}>{token.dep_}>{_word(token.head)}", at)
    signs.setdefault(f"{before} <e>", end - 1)
    return signs


def _word(token: Token) -> str:
    if token.pos_ == "PROPN" or token.ent_type_ in _NAMES:
        return "NAME"
    if token.pos_ == "NUM" or token.text[0].isdigit():
        return "NUM"
    return (token.lemma_ or token.text).lower()


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt of one language.

    ``told``: the weight of a sign. ``words``: of a word, by its meaning, in the sentence and in the draft around it.
    ``kinds``: kind of framing -> the weight of a word, to tell the kinds apart. ``found``: from which likelihood on
    (0 to 1) a sentence is one that editors change; ``doubtful``: below which it is not, whatever a rule says.
    """

    told: Mapping[str, float]
    words: Mapping[str, Sequence[float]]
    kinds: Mapping[str, Mapping[str, float]]
    found: float
    doubtful: float

    def meaning(self, sentence: Sentence) -> tuple[float, float]:
        """What the words weigh by their meaning: in their sentence, and in their draft."""
        said = sentence.words
        known = [w for s in said if (w := self.words.get(s)) is not None]
        scale = 1 / sqrt(len(said) + FEW)
        return sum(w[0] for w in known) * scale, sum(w[1] for w in known) * scale

    def signs(self, sentence: Sentence) -> float:
        told = self.told
        total = sum(told[s] for s in sentence.signs if s in told)
        return total * sqrt(USUAL / max(len(sentence.signs), 1))

    def kind(self, sentence: Sentence) -> str:
        """What kind of framing it would be."""

        def weighs(kind: str) -> float:
            known = self.kinds[kind]
            return known[""] + sum(known.get(w, 0.0) for w in sentence.words)

        return max(self.kinds, key=weighs)

    def strongest(self, sentence: Sentence, count: int) -> list[int]:
        """The words (their numbers) that weigh most, in order."""
        best: dict[int, float] = {}
        for sign, at in sentence.signs.items():
            word = self.words.get(sign, (0.0,))[0]
            best[at] = best.get(at, 0.0) + self.told.get(sign, 0.0) + word / 4
        # small words weigh too, but tell a reader nothing
        large = {at for sign, at in sentence.signs.items() if sign in self.words} or best.keys()
        ranked = sorted((at for at in large if best[at] > 0), key=lambda at: -best[at])
        return sorted(ranked[:count])


@cache
def weights(language: str) -> Weights | None:
    """What was learnt of a language; None where nothing was."""
    folder = folder_of(language)
    file = folder / "tone.json" if folder is not None else None
    if file is None or not file.exists():
        return None
    data = json.loads(file.read_text(encoding="utf-8"))
    return Weights(data["told"], data["words"], data["kinds"], data["found"], data["doubtful"])


def weighed(usage: Usage) -> Sequence[tuple[Sentence, float]]:
    """The sentences in the language of ``usage``, each with how likely an editor would change it (0 to 1); none where
    nothing was learnt of the language. Read once a story."""
    if usage.tone is None:
        usage.tone = _weighed(usage)
    return usage.tone


def _weighed(usage: Usage) -> list[tuple[Sentence, float]]:
    learnt = weights(usage.language)
    if learnt is None:
        return []
    read = sentences(usage)
    meant = [learnt.meaning(s) for s in read]
    around = learnt.told[""] + sum(m[1] for m in meant) / max(len(meant), 1)
    return [(s, 1 / (1 + exp(-(around + m[0] + learnt.signs(s))))) for s, m in zip(read, meant, strict=True)]
