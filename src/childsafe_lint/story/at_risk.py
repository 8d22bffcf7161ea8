"""How much a draft as a whole reads like those about a child at risk.

Whether details count depends on what a draft is about, and no list holds every way in which a child comes to harm, or
all the senses of the words for harm. Beside the rules (situations/) stands therefore a weighing: the words of the
draft, and once more those of sentences about a child, have weights learnt from gold drafts, which are added up
(logistic regression; models/at_risk/README.md says how they were learnt and how well they do). No name is a sign.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp, log, sqrt

from ..languages import folder_of
from ..spans import Span
from .model import Detail, Evidence, Person, Story
from .parse import Parse, Token

#: in fewer words than these a draft tells too little to be weighed
ENOUGH = 60
#: how far all signs of a draft together reach, however many they are
REACH = 8.0
#: what stands for a word in a language without lemmas, beside the word: how it begins
_STEM = 5
#: so many of the words that weighed most are shown
_SHOWN = 2
_NAMES = frozenset(("PERSON", "PER"))
_LARGE = frozenset(("NOUN", "VERB", "ADJ"))
#: marks a word of a sentence about a child
_NEAR = "c:"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt of one language: sign -> weight, "" what is added to all; from which likelihood on (0 to 1) a
    draft is about a child at risk though no rule says so, and below which it is not, whatever a rule says."""

    told: Mapping[str, float]
    found: float
    doubtful: float


def signs(doc: Parse, sentences: Sequence[Span], people: Iterable[Person]) -> Counter[str]:
    """The words of a draft, how often each; those of sentences about a child are counted once more as such."""
    starts = [s.start for s in sentences]
    near = {
        bisect_right(starts, s.start) - 1
        for p in people
        if p.kind == "child"
        for s in (*p.mentions, *p.nominals)
    }
    out: Counter[str] = Counter()
    seen: set[tuple[int, str]] = set()
    for token in doc.tokens:
        number = bisect_right(starts, token.idx) - 1
        for word in _words(token):
            if (number, word) not in seen:
                seen.add((number, word))
                out[word] += 1
                if number in near:
                    out[_NEAR + word] += 1
    return out


def _words(token: Token) -> tuple[str, ...]:
    if not token.is_alpha or token.pos_ == "PROPN" or token.ent_type_ in _NAMES:
        return ()
    if token.lemma_:
        return (token.lemma_.lower(),)
    word = token.lower_
    return (word, f"{word[:_STEM]}-") if len(word) > _STEM else (word,)


def measured(found: Mapping[str, int]) -> dict[str, float]:
    """Signs as they are weighed: what is said again says little more, and much that is said weighs as little does."""
    said = {sign: 1 + log(n) for sign, n in found.items()}
    size = sqrt(sum(v * v for v in said.values())) or 1.0
    return {sign: v * REACH / size for sign, v in said.items()}


@cache
def weights(language: str, of: str = "at_risk") -> Weights | None:
    """What was learnt ``of`` a question about drafts of a language; None where nothing was."""
    folder = folder_of(language)
    file = folder / f"{of}.json" if folder is not None else None
    if file is None or not file.exists():
        return None
    data = json.loads(file.read_text(encoding="utf-8"))
    return Weights(data["told"], data["found"], data.get("doubtful", 0.0))


def weigh(story: Story, sure: bool) -> tuple[Evidence, ...]:
    """Settle ``story.sensitive`` where the whole of a draft speaks clearly for or against it; not against it where it
    is ``sure`` what befell a child.

    Returns:
        Where it is so only by the weighing, the words that weighed most.
    """
    learnt = weights(story.language)
    if learnt is None or len(story.doc) < ENOUGH:
        return ()
    told_of = [p for p in story.children if p.public_role is None]
    if story.sensitive:
        if not sure:
            story.sensitive = _likely(story, learnt)[0] >= learnt.doubtful
        return ()
    if not any(p.mentions or len(p.nominals) > 1 for p in told_of):
        return ()  # "the fees of three orphans", in passing
    how_likely, weighed = _likely(story, learnt)
    if how_likely < learnt.found:
        return ()
    story.sensitive = True
    return shown(story.doc, weighed, "told of as a child at risk is")


def likely(learnt: Weights, found: Mapping[str, int]) -> tuple[float, dict[str, float]]:
    """How likely signs make what was learnt (0 to 1), and what each of them weighs."""
    weighed = _weighed(learnt, found)
    return 1 / (1 + exp(-(learnt.told[""] + sum(weighed.values())))), weighed


def _likely(story: Story, learnt: Weights) -> tuple[float, dict[str, float]]:
    """How likely the draft is about a child at risk (0 to 1), and what each sign weighs."""
    return likely(learnt, signs(story.doc, story.sentences, story.people))


def tells(doc: Parse, sentences: Sequence[Span], people: Iterable[Person], language: str) -> float:
    """How much a draft tells of a child at risk: the logarithm of the odds; 0 where nothing was learnt of the language
    or too little is told."""
    learnt = weights(language)
    if learnt is None or len(doc) < ENOUGH:
        return 0.0
    return learnt.told[""] + sum(_weighed(learnt, signs(doc, sentences, people)).values())


def _weighed(learnt: Weights, found: Mapping[str, int]) -> dict[str, float]:
    return {s: v * learnt.told[s] for s, v in measured(found).items() if s in learnt.told}


def weighed(story: Story, sure: bool, details: Callable[[], list[Detail]]) -> list[Detail]:
    """The details that count in a draft after it was weighed; where they count only by the weighing, each says so."""
    why = weigh(story, sure)
    return [replace(d, evidence=(*d.evidence, *why)) for d in details()]


def shown(doc: Parse, weighed: Mapping[str, float], reason: str) -> tuple[Evidence, ...]:
    """The words of a draft that weighed most, with the ``reason``; small words weigh too, but tell a reader nothing."""
    words: dict[str, float] = defaultdict(float)
    for sign, weight in weighed.items():
        words[sign.removeprefix(_NEAR)] += weight
    first = {w: t for t in reversed(doc.tokens) if t.pos_ in _LARGE for w in _words(t)}
    ranked = sorted((w for w in words if words[w] > 0 and w in first), key=lambda w: -words[w])
    places = dict.fromkeys(first[w] for w in ranked[: 2 * _SHOWN])
    return tuple(Evidence(t.idx, t.idx + len(t.text), reason) for t in list(places)[:_SHOWN])
