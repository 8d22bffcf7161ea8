"""Check type ``phrase``: phrases in the small pattern language of docs/phrases.md, said of a child.

A phrase is passed over where the sentence denies or forbids it, where it is only spoken about, and in titles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..errors import InputError, did_you_mean
from ..guidelines.model import Rule
from ..report import Finding, Severity
from ..spans import Span
from ..story.model import Evidence, Story
from ..ui import tr
from . import Check
from ._clauses import clauses
from ._grammar import word_classes
from ._languages import by_language, shipped
from ._lexicon import Lexicon, lexicon
from ._text import QUOTED, finding
from ._told import voices
from ._words import PLAIN
from .passage import Reach, passage
from .pattern import Match, Patterns
from .usage import Scope, Usage, usages

#: the keys of a phrase that say what stands beside it in what the finding covers
_BESIDE = ("with", "without")


@dataclass(frozen=True, slots=True)
class _Phrase:
    rule: Rule
    data: Mapping[str, Any]
    child_near: Scope
    needs: tuple[str, ...]
    situations: frozenset[str]
    reach: Reach
    rest: bool  # the pattern ends with "and the rest of the sentence"

    @property
    def severity(self) -> Severity:
        return "note" if self.data.get("level") == "caution" else self.rule.severity


def build(rules: Sequence[Rule]) -> Check:
    """Compile every phrase of ``rules``.

    Raises:
        InputError: a phrase has an unknown key or value, or cannot be read.
    """
    matchers = by_language(rules, _Phrases)

    def check(story: Story) -> Iterator[Finding]:
        for usage in usages(story):
            phrases = matchers(usage.language)
            if phrases is not None:
                yield from phrases.check(usage)

    return check


class _Phrases:
    """The phrases of one language, compiled together."""

    def __init__(self, lex: Lexicon, rules: Sequence[Rule]) -> None:
        classes = word_classes(lex)
        self._phrases: list[_Phrase] = []
        self._patterns = Patterns(lex.inflect, classes, quotes=True)
        self._unless = Patterns(lex.inflect, classes, quotes=True)
        self._beside = {key: Patterns(lex.inflect, classes, quotes=True) for key in _BESIDE}
        for rule in rules:
            later = shipped(rule)
            for data in phrases_of(rule):
                number = len(self._phrases)
                try:
                    self._phrases.append(_phrase(rule, data, lex))
                    self._patterns.add(data["phrase"], number, later=later)
                    for pattern in (*_texts(rule.params.get("unless")), *_texts(data.get("unless"))):
                        self._unless.add(pattern, number, later=later)
                    for key, patterns in self._beside.items():
                        for pattern in _texts(data.get(key)):
                            patterns.add(pattern, number, later=later)
                except InputError as problem:
                    raise InputError(problem.what, rule.path, data.get("__line__", rule.line)) from None

    def check(self, usage: Usage) -> Iterator[Finding]:
        found = sorted(
            usage.found(self._patterns),
            key=lambda m: (*self._weight(m.pattern), m.first, -m.end, m.pattern),
        )
        kept: list[tuple[Match, Evidence]] = []
        for match in found:
            if any(other.first < match.end and match.first < other.end for other, _ in kept):
                continue
            child = self._meant(match, usage)
            if child is not None and not self._quieter(match, kept, usage):
                kept.append((match, child))
        kept.sort(key=lambda k: k[0].first)
        covered: dict[str, int] = {}  # rule -> the end of its last finding: one claim is told once
        for n, (match, child) in enumerate(kept):
            # what follows without a pause under the same rule is one finding: it is mended together
            if n and self._follows(kept[n - 1][0], match, usage):
                continue
            end = n
            while end + 1 < len(kept) and self._follows(kept[end][0], kept[end + 1][0], usage):
                end += 1
            phrase = self._phrases[match.pattern]
            first, stop = passage(usage, match.first, kept[end][0].end, phrase.reach, whole=phrase.rest)
            if phrase.reach == "words" or match.first >= covered.get(phrase.rule.id, 0):
                covered[phrase.rule.id] = stop
                yield self._finding(match, kept[end][0].end, usage.words.span(first, stop), child, usage)

    def _weight(self, number: int) -> tuple[bool, bool]:
        """What gives way where phrases overlap: a note, and what only says "and the rest of the sentence"."""
        phrase = self._phrases[number]
        return phrase.severity == "note", phrase.rest

    def _passage(self, match: Match, usage: Usage) -> tuple[int, int]:
        phrase = self._phrases[match.pattern]
        return passage(usage, match.first, match.end, phrase.reach, whole=phrase.rest)

    def _quieter(self, match: Match, kept: Sequence[tuple[Match, Evidence]], usage: Usage) -> bool:
        """Whether a note stands in what a warning of the same rule covers."""
        phrase = self._phrases[match.pattern]
        if phrase.severity != "note" or phrase.reach == "words":
            return False
        loud = (m for m, _ in kept if self._phrases[m.pattern].rule is phrase.rule)
        return any(
            low <= match.first < high
            for m in loud
            if self._phrases[m.pattern].severity != "note"
            for low, high in (self._passage(m, usage),)
        )

    def _follows(self, one: Match, other: Match, usage: Usage) -> bool:
        a, b = self._phrases[one.pattern], self._phrases[other.pattern]
        same = a.rule is b.rule and a.severity == b.severity
        return same and one.end == other.first and usage.words.gaps[other.first] == PLAIN

    def _meant(self, match: Match, usage: Usage) -> Evidence | None:
        """The evidence for a child, or None where the phrase is not meant or not of a child."""
        phrase, first, end = self._phrases[match.pattern], match.first, match.end
        if phrase.situations and not any(s.kind in phrase.situations for s in usage.story.situations):
            return None
        child = usage.child(first, end, phrase.child_near)
        if child is None:
            return None
        # a claim has its speaker beside it: what it must speak of (``with``) tells whom it is about
        far = phrase.child_near in ("paragraph", "story") and not {"with", "said_by"} & phrase.data.keys()
        if far and usage.adult_only(first, end):
            return None
        own = first + 1 if phrase.rest else end  # what {rest} covers is the draft's own
        if not all(usage.cue(name, first, own, "story") or usage.told(name) for name in phrase.needs):
            return None
        if phrase.data["phrase"].startswith("{child}") and usage.adult_between(first, end):
            return None  # "the girl's teachers should have …" is not said of the girl
        if usage.names_dealers(end):
            return None
        low, high = usage.words.sentence_words(first)
        if any(
            m.pattern == match.pattern and m.first < end and first < m.end
            for m in self._unless.find(usage.words, low, high, usage.classes())
        ):
            return None
        if usage.in_title(first, end) or usage.mentioned(first, end) or usage.denied(first, end):
            return None
        if usage.language == "en":
            statements = clauses(usage)
            if statements.refuted(first, end) or (
                phrase.rule.subtype == "victim-blaming" and statements.of_others(first, own)
            ):
                return None
        elif phrase.rule.subtype == "victim-blaming" and (
            usage.describes(first, end) or not voices(usage, first).isdisjoint(("child",))
        ):
            return None
        if phrase.rest and usage.ends_with_a_name(end):
            return None  # "whispered: “a terrorist's seed”" is for the terms
        if not self._fits(match, usage):
            return None
        return child

    def _fits(self, match: Match, usage: Usage) -> bool:
        """Whether what the finding covers has, beside the phrase, what it must have, and nothing it must not; and
        whether it is said by whom it must be."""
        phrase, first, end = self._phrases[match.pattern], match.first, match.end
        data = phrase.data
        low, high = self._passage(match, usage)
        if phrase.rest:
            end = first + 1

        def stands(key: str) -> bool:
            found = self._beside[key].find(usage.words, low, high, usage.classes()) if key in data else ()
            return any(m.pattern == match.pattern and (m.end <= first or end <= m.first) for m in found)

        return (
            ("with" not in data or stands("with"))
            and not stands("without")
            and ("said_by" not in data or self._told_by("said_by", match, usage))
            and not self._told_by("not_said_by", match, usage)
        )

    def _told_by(self, key: str, match: Match, usage: Usage) -> bool:
        phrase = self._phrases[match.pattern]
        whom = (*_texts(phrase.data.get(key)), *_texts(phrase.rule.params.get(key)))
        return any(usage.told_by(who, match.first, match.end) for who in whom)

    def _finding(self, match: Match, end: int, covers: Span, child: Evidence, usage: Usage) -> Finding:
        phrase = self._phrases[match.pattern]
        rule, data = phrase.rule, phrase.data
        span = usage.words.span(match.first, end)
        prefer = tuple(_texts(data.get("prefer")))
        text = usage.words.text[span.start : span.end]
        values = {"text": text, "prefer": ", ".join(prefer), "why": data.get("why", "")}
        quoted = usage.quote(match.first, end) is not None
        more = (rule.params.get("advice_quoted") or tr(QUOTED)) if quoted else ""
        return replace(
            finding(rule, covers, values, (child,), more),
            severity=phrase.severity,
            suggestions=tuple(p for p in prefer if not p.startswith("(")),
            details={k: data[k] for k in ("phrase", "source", "basis", "caution") if k in data},
        )


def phrases_of(rule: Rule) -> list[Mapping[str, Any]]:
    """The phrases of a ``phrase`` rule, each as a mapping; see ``guidelines.checktypes.PHRASE_FIELDS``."""
    return [{"phrase": p} if isinstance(p, str) else p for p in rule.params["phrases"]]


def yields(rule: Rule) -> bool:
    """Whether a finding of the rule that covers nothing but terms is told by these alone: "a fallen girl". Sensational
    ones only where words change: there terms are looked for in all their forms."""
    if rule.subtype != "sensational":
        return rule.subtype == "victim-blaming"
    lex = lexicon(rule.language) if rule.language else None
    return lex is not None and lex.inflected


def _phrase(rule: Rule, data: Mapping[str, Any], lex: Lexicon) -> _Phrase:
    near = data.get("child_near", rule.when.get("child_near", "nearby"))
    needs = tuple(_texts(data.get("needs", rule.params.get("needs"))))
    for name in needs:
        if name not in lex.cues:
            raise InputError(f"unknown cue '{name}' in 'needs'" + did_you_mean(name, lex.cues))
    for key in ("said_by", "not_said_by"):
        for name in (*_texts(data.get(key)), *_texts(rule.params.get(key))):
            if name not in lex.speakers:
                raise InputError(f"unknown speaker '{name}' in '{key}'" + did_you_mean(name, lex.speakers))
    situations = frozenset(_texts(rule.when.get("situation")))
    reach = data.get("span", rule.params.get("span", "words"))
    return _Phrase(rule, data, near, needs, situations, reach, "{rest}" in data["phrase"])


def _texts(value: Any) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else [str(v) for v in value]
