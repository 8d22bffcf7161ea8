"""Check type ``clause``: what is told of a child by the grammar of the statement, whatever its words.

A rule lists what to look for: of whom a clause is, its verb, whether it reproaches, guesses or foretells, who says
it, and words that it must hold. See docs/phrases.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import InputError, did_you_mean
from ..guidelines.model import Rule
from ..report import Finding
from ..story.model import Evidence, Story
from ..ui import tr
from . import Check
from ._clauses.model import MODALS, SUBJECTS, VOICES, Clause
from ._grammar import word_classes
from ._languages import by_language, shipped
from ._lexicon import Lexicon
from ._text import QUOTED, finding
from ._told import told
from .pattern import Patterns
from .usage import Scope, Usage, usages


@dataclass(frozen=True, slots=True)
class _Frame:
    rule: Rule
    number: int
    why: str
    subjects: frozenset[str]
    not_subjects: frozenset[str]
    verbs: frozenset[str]
    voices: frozenset[str]
    not_voices: frozenset[str]
    modals: frozenset[str]
    flags: tuple[tuple[str, bool], ...]
    hedged: bool | None
    words: bool
    unless: bool
    needs: tuple[str, ...]
    near: Scope

    def fits(self, clause: Clause) -> bool:
        """Whether a clause with one of its verbs is such a statement. What is quick to tell is asked first."""
        if self.modals and clause.modal not in self.modals:
            return False
        for name, value in self.flags:
            if getattr(clause, name) != value:
                return False
        return (
            (not self.subjects or not self.subjects.isdisjoint(clause.subjects))
            and self.not_subjects.isdisjoint(clause.subjects)
            and (self.hedged is None or clause.hedged == self.hedged)
            and (not self.voices or not self.voices.isdisjoint(clause.voices))
            and self.not_voices.isdisjoint(clause.voices)
        )


#: what is asked of a statement besides, the quickest first; "hedged" is one more
FLAGS = ("label", "past", "perfect", "passive", "asked", "condition", "negated")


def build(rules: Sequence[Rule]) -> Check:
    """Read every frame of ``rules``.

    Raises:
        InputError: a frame has an unknown value, or a pattern in it cannot be read.
    """
    frames = by_language(rules, _Frames)

    def check(story: Story) -> Iterator[Finding]:
        for usage in usages(story):
            known = frames(usage.language)
            if known is not None:
                yield from known.check(usage)

    return check


class _Frames:
    """The frames of one language."""

    def __init__(self, lex: Lexicon, rules: Sequence[Rule]) -> None:
        classes = word_classes(lex)
        self._frames: list[_Frame] = []
        self._words = Patterns(lex.inflect, classes, quotes=True)
        self._unless = Patterns(lex.inflect, classes, quotes=True)
        for rule in rules:
            later = shipped(rule)
            for data in rule.params["statements"]:
                try:
                    frame = _frame(rule, data, len(self._frames), lex)
                    for pattern in _texts(data.get("words")):
                        self._words.add(pattern, frame.number, later=later)
                    for pattern in (*_texts(data.get("unless")), *_texts(rule.params.get("unless"))):
                        self._unless.add(pattern, frame.number, later=later)
                except InputError as problem:
                    raise InputError(problem.what, rule.path, data.get("__line__", rule.line)) from None
                self._frames.append(frame)

    def check(self, usage: Usage) -> Iterator[Finding]:
        if not usage.has_children:
            return
        held: dict[int, list[tuple[int, int]]] = {}
        for m in usage.found(self._words):
            held.setdefault(m.pattern, []).append((m.first, m.end))
        frames = [f for f in self._frames if not f.words or f.number in held]
        of_verb: dict[str, list[_Frame]] = {}
        taken: list[tuple[int, int]] = []
        for clause in told(usage):
            verb = clause.verb
            if verb not in of_verb:
                of_verb[verb] = [f for f in frames if not f.verbs or verb in f.verbs]
            for frame in of_verb[verb]:
                here = held.get(frame.number, ())
                if frame.words and not any(clause.may_hold(a, b) for a, b in here):
                    continue
                if not frame.fits(clause):
                    continue
                if frame.words and not self._holds(clause, frame, here, usage):
                    continue
                if clause.too_short or any(a < clause.end and clause.first < b for a, b in taken):
                    break  # told already
                child = self._meant(frame, clause, usage)
                if child is None:
                    continue
                yield self._finding(frame, clause, child, usage)
                taken.append((clause.first, clause.end))
                break

    def _holds(self, clause: Clause, frame: _Frame, here: Sequence[tuple[int, int]], usage: Usage) -> bool:
        """Whether a clause holds the words of a frame, of which only the longest reading was looked for."""
        begun = [(a, b) for a, b in here if clause.first <= a < clause.end and not usage.describes(a, b)]
        return any(b <= clause.end for _, b in begun) or any(
            m.pattern == frame.number
            for a, _ in begun
            for m in self._words.find(usage.words, a, clause.end, usage.classes())
        )

    def _meant(self, frame: _Frame, clause: Clause, usage: Usage) -> Evidence | None:
        first, end = clause.first, clause.end
        if not all(usage.cue(name, first, first, "story") or usage.told(name) for name in frame.needs):
            return None
        child = usage.child(first, end, frame.near)
        if child is None and frame.near == "story" and frame.needs:
            child = usage.child_about(first, end)
        if child is None:
            return None
        low, high = usage.words.sentence_words(first)
        if frame.unless and any(
            m.pattern == frame.number and m.first < end and first < m.end
            for m in self._unless.find(usage.words, low, max(high, end), usage.classes())
        ):
            return None
        if clause.denied or usage.denied(first, end):
            return None
        if usage.mentioned(first, end) or usage.in_title(first, end):
            return None
        return child

    def _finding(self, frame: _Frame, clause: Clause, child: Evidence, usage: Usage) -> Finding:
        rule = frame.rule
        span = usage.words.span(clause.first, clause.end)
        values = {"text": usage.words.text[span.start : span.end], "why": tr(frame.why)}
        quoted = usage.quote(clause.first, clause.end) is not None
        more = (rule.params.get("advice_quoted") or tr(QUOTED)) if quoted else ""
        return finding(rule, span, values, (child,), more)


def _frame(rule: Rule, data: Mapping[str, Any], number: int, lex: Lexicon) -> _Frame:
    needs = tuple(_texts(data.get("needs", rule.params.get("needs"))))
    for name in needs:
        if name not in lex.cues:
            raise InputError(f"unknown cue '{name}' in 'needs'" + did_you_mean(name, lex.cues))
    voices, not_voices = _wanted(data, "by", VOICES)
    subjects, not_subjects = _wanted(data, "subject", SUBJECTS)
    return _Frame(
        rule,
        number,
        data["why"],
        subjects,
        not_subjects,
        frozenset(str(data.get("verb", "")).split()),
        voices,
        not_voices,
        _listed(data, "modal", MODALS),
        tuple((name, bool(data.get(name, False))) for name in FLAGS if name in data or name == "label"),
        bool(data["hedged"]) if "hedged" in data else None,
        bool(data.get("words")),
        bool(data.get("unless") or rule.params.get("unless")),
        needs,
        data.get("child_near", rule.when.get("child_near", "nearby")),
    )


def _wanted(data: Mapping[str, Any], key: str, known: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The values that a statement must have one of, and those that it must have none of ("not-")."""
    values = _listed(data, key, (*known, *(f"not-{v}" for v in known)))
    no = frozenset(v for v in values if v.startswith("not-"))
    return values - no, frozenset(v.removeprefix("not-") for v in no)


def _listed(data: Mapping[str, Any], key: str, known: Sequence[str]) -> frozenset[str]:
    values = str(data.get(key, "")).split()
    for value in values:
        if value not in known:
            raise InputError(f"'{key}' knows no '{value}'" + did_you_mean(value, known))
    return frozenset(values)


def _texts(value: Any) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else [str(v) for v in value]
