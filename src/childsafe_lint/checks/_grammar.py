"""What a language's usage.yaml says, compiled: the classes of words that patterns may name, and the patterns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ._lexicon import Lexicon, lexicon
from ._words import APART, Ends, Words
from .pattern import Patterns, WordClass

ADULT = 18


@dataclass(frozen=True)
class Grammar:
    """The compiled parts of a language's lexicon."""

    lexicon: Lexicon
    mention: Patterns
    quoted_mention: Patterns
    passed_on: Patterns
    told_young: Patterns
    told_of_child: Patterns
    negation: Patterns
    cues: Patterns
    speakers: Mapping[str, Patterns]
    cue_names: tuple[str, ...]
    nouns: Mapping[str, tuple[bool, str]]  # noun -> (child?, gender)


def nothing(words: Words, i: int) -> Sequence[int]:
    """A class without members, for names whose members only a story knows."""
    return ()


@cache
def word_classes(lex: Lexicon) -> dict[str, WordClass]:
    """The classes a pattern may name: the language's lists, and those that only a text can tell."""

    def young(words: Words, i: int) -> Sequence[int]:
        end = year_old(words, i, lex)
        return (end[0],) if end and end[1] < ADULT else ()

    return {
        **{name: WordClass(listed, _affixed(lex, name)) for name, listed in lex.classes.items()},
        "child-noun": WordClass(frozenset().union(*lex.children.values()), young),
        "year-old": WordClass(lex.classes.get("year-word", frozenset()), young),
        "name": WordClass(ends=_capital),
        "rest": WordClass(ends=_rest),
        "child": WordClass(ends=nothing),
        "it": WordClass(ends=nothing),
        "called": WordClass(ends=nothing),
    }


def _affixed(lex: Lexicon, name: str) -> Ends | None:
    """The words that belong to a class for how they end or begin."""
    if not (lex.endings.get(name) or lex.stems.get(name)):
        return None

    def ends(words: Words, i: int) -> Sequence[int]:
        return (i + 1,) if has_affix(lex, words.norms[i], name) else ()

    return ends


def has_affix(lex: Lexicon, word: str, name: str) -> bool:
    """Whether a word ends as those of a class do, at least two letters before, or begins as they do."""
    return any(word.endswith(e) and len(word) > len(e) + 1 for e in lex.endings.get(name, ())) or any(
        word[:n] in stems for n, stems in lex.stems.get(name, {}).items()
    )


def _capital(words: Words, i: int) -> Sequence[int]:
    return (i + 1,) if words.capital(i) else ()


def _rest(words: Words, i: int) -> Sequence[int]:
    return (words.sentence_words(i)[1],)


def year_old(words: Words, i: int, lex: Lexicon) -> tuple[int, int] | None:
    """``12-year-old``, ``six month olds`` at word ``i`` -> (end, age in years)."""
    norms = words.norms
    if i + 2 < len(norms) and norms[i + 1] in lex.age_units and norms[i + 2] in lex.age_old:
        age = number_of(norms[i], lex)
        if age is not None and words.gaps[i + 1] < APART and words.gaps[i + 2] < APART:
            return i + 3, age * lex.age_units[norms[i + 1]] // 12
    if i + 1 < len(norms) and norms[i + 1] in lex.age_adjectives and words.gaps[i + 1] < APART:
        age = number_of(norms[i], lex)
        if age is not None:
            return i + 2, age + (lex.tens.get(norms[i - 1], 0) if i else 0)
    return None


def number_of(word: str, lex: Lexicon) -> int | None:
    if word.isdecimal() and len(word) < 4:
        return int(word)
    return lex.numbers.get(word, lex.tens.get(word))


@cache
def grammar(language: str) -> Grammar | None:
    """The compiled lexicon of a language, or None where there is none."""
    lex = lexicon(language)
    if lex is None:
        return None
    classes = word_classes(lex)

    def compiled(patterns: Sequence[str]) -> Patterns:
        out = Patterns(lex.inflect, classes, quotes=True)
        for number, pattern in enumerate(patterns):
            out.add(pattern, number, later=True)
        return out

    cues = Patterns(lex.inflect, classes, quotes=True)
    names = tuple(lex.cues)
    for number, name in enumerate(names):
        for pattern in lex.cues[name]:
            cues.add(pattern, number, later=True)
    nouns = {n: (False, g) for g, many in lex.adults.items() for n in many}
    nouns |= {n: (True, g) for g, many in lex.children.items() for n in many}
    return Grammar(
        lex,
        compiled(lex.mention),
        compiled(lex.quoted_mention),
        compiled(lex.passed_on),
        compiled(lex.told_young),
        compiled(lex.told_of_child),
        compiled(lex.negation),
        cues,
        {who: compiled(patterns) for who, patterns in lex.speakers.items()},
        names,
        nouns,
    )
