"""What only a person can answer: the questions a story calls for, and the verdict on each clause."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ..drafts.records import Answer
from ..guidelines.model import Question, Rule, Rulebook
from ..report import ChecklistItem, ClauseResult, Finding, Verdict, nameless
from ..story.model import Evidence, Person, Story
from .trigger_words import child_age, trigger_words

_SHOWN = 4  # words of the draft shown with a question
_PUZZLE = 3  # kinds of detail that together may identify a child
_ABOUT_WORDS = frozenset({"words", "words_with_child"})  # triggers that mean no child in particular
_WORST: tuple[Verdict, ...] = ("fail", "needs review", "pass", "not applicable")


def ask(story: Story, questions: Iterable[Question]) -> list[ChecklistItem]:
    """The questions whose trigger holds, each with the words of the draft that make us ask, and its answer."""
    asked = []
    for question in questions:
        for option in question.when:
            trigger = _Trigger(story)
            because = trigger.because(option)
            if because is not None:
                item = ChecklistItem(
                    question.id,
                    question.ask,
                    question.clauses,
                    because,
                    trigger=trigger.words(option),
                    fingerprint=trigger.fingerprint(question.id, option),
                )
                asked.append(answered(item, story.draft.answers))
                break
    return asked


def answered(item: ChecklistItem, answers: Iterable[Answer]) -> ChecklistItem:
    """With the newest answer to what is asked, else with the newest to what was asked of an earlier draft."""
    given = sorted((a for a in answers if a.question == item.rule), key=lambda a: a.on)
    fitting = [a for a in given if a.fingerprint == item.fingerprint]
    if fitting:
        return replace(item, status="answered", answer=fitting[-1])
    return replace(item, answer=given[-1]) if given else item


class _Trigger:
    """Narrows the children of a story down, trigger by trigger, so that all triggers mean the same child."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._children = story.children
        self._because: list[Evidence] = []
        self._found: list[str] = []  # by words in the draft

    def because(self, option: Mapping[str, Any]) -> tuple[Evidence, ...] | None:
        """The evidence, or None where the option does not hold."""
        if not option:
            return None
        # what is asked of a child comes before its age and before words that stand near it
        for name in sorted(option, key=lambda n: (n in ("words", "words_with_child"), n == "child_under")):
            if not getattr(self, f"_{name}")(option[name]):
                return None
        self._because = self._because or [_first(child) for child in self._children]
        return tuple(sorted(dict.fromkeys(self._because), key=lambda e: e.start)[:_SHOWN])

    def words(self, option: Mapping[str, Any]) -> str:
        """The option that holds, in words."""
        return trigger_words(option, self._story, self._children, list(dict.fromkeys(self._found)))

    def fingerprint(self, question: str, option: Mapping[str, Any]) -> str:
        """12 hexadecimal digits for what is asked about. No name goes into it."""
        text = self._story.text
        parts = [question, *sorted({f"{e.reason}: {nameless(text[e.start : e.end])}" for e in self._because})]
        if not _ABOUT_WORDS.issuperset(option):
            parts += sorted(self._facts(child) for child in self._children)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def _facts(self, child: Person) -> str:
        """What the draft tells of a child, but who it is."""
        flags = (child.named, child.pseudonym, child.quoted, child.pictured, child.public_role)
        facts = [str(child_age(self._story, child)), *(str(int(bool(f))) for f in flags)]
        kinds = sorted({s.kind + "!" * s.weapon for s in child.situations}) + sorted(set(child.details))
        return " ".join(facts + kinds)

    def _keep(self, wanted: bool, evidence: Callable[[Person], Sequence[Evidence]]) -> bool:
        """Keep the children that have evidence; with ``wanted`` false hold where none of them has."""
        told = {child.id: evidence(child) for child in self._children}
        if not wanted:
            return bool(self._children) and not any(told.values())
        self._children = [c for c in self._children if told[c.id]]
        self._because += [e for c in self._children for e in told[c.id][:2]]
        return bool(self._children)

    def _child(self, wanted: bool) -> bool:
        return bool(self._children) == wanted

    def _child_named(self, wanted: bool) -> bool:
        return self._keep(
            wanted,
            lambda c: (
                [Evidence(c.mentions[0].start, c.mentions[0].end, "a child is named")]
                if c.named and c.pseudonym is None
                else []
            ),
        )

    def _child_quoted(self, wanted: bool) -> bool:
        def evidence(child: Person) -> Sequence[Evidence]:
            if not child.quoted:
                return []
            said = [q.span for q in self._story.quotes if q.speaker == child.id]
            return [Evidence(s.start, s.end, "a child is quoted") for s in said] or [_first(child)]

        return self._keep(wanted, evidence)

    def _child_pictured(self, wanted: bool) -> bool:
        return self._keep(wanted, lambda c: [c.pictured] if c.pictured else [])

    def _child_under(self, years: int) -> bool:
        """True where the age is unknown: then it has to be asked."""
        self._children = [c for c in self._children if (child_age(self._story, c) or 0) < years]
        return bool(self._children)

    def _pseudonym(self, wanted: bool) -> bool:
        return self._keep(wanted, lambda c: [c.pseudonym] if c.pseudonym else [])

    def _public_role(self, wanted: bool) -> bool:
        return self._keep(wanted, lambda c: [c.public_role] if c.public_role else [])

    def _sensitive(self, wanted: bool) -> bool:
        if not self._story.sensitive or not wanted:
            return self._story.sensitive == wanted
        return self._narrow(lambda c: [s.evidence for s in c.situations], self._story.situations)

    def _situation(self, kinds: Sequence[str] | str) -> bool:
        wanted = {kinds} if isinstance(kinds, str) else set(kinds)
        told = [s for s in self._story.situations if s.kind in wanted]
        return self._narrow(lambda c: [s.evidence for s in c.situations if s.kind in wanted], told)

    def _narrow(self, evidence: Callable[[Person], Sequence[Evidence]], told: Sequence[Any]) -> bool:
        """Children in the situation; where the draft tells of it without saying whose, all of them."""
        if any(evidence(c) for c in self._story.children):
            return self._keep(True, evidence)
        self._because += [s.evidence for s in told[:2]]
        return bool(told)

    def _detail(self, kinds: Sequence[str] | str) -> bool:
        wanted = {kinds} if isinstance(kinds, str) else set(kinds)
        return self._keep(True, lambda c: self._details(c, wanted))

    def _jigsaw(self, wanted: bool) -> bool:
        return self._keep(wanted, lambda c: self._details(c) if len(set(c.details)) >= _PUZZLE else [])

    def _details(self, child: Person, kinds: set[str] | None = None) -> list[Evidence]:
        first: dict[str, Evidence] = {}
        for d in self._story.details:
            if child.id in d.people and (kinds is None or d.kind in kinds):
                first.setdefault(d.kind, Evidence(d.span.start, d.span.end, f"identifying detail: {d.kind}"))
        return list(first.values())

    def _words(self, words: Sequence[str] | str) -> bool:
        found = [Evidence(m.start(), m.end(), "the draft says so") for m in self._matches(words)]
        self._because += found[:2]
        self._found += [self._story.text[e.start : e.end] for e in found[:2]]
        return bool(found)

    def _words_with_child(self, words: Sequence[str] | str) -> bool:
        spoken_of = sorted(s.start for c in self._children for s in (*c.mentions, *c.nominals))
        for match in self._matches(words):
            sentence = self._story.sentence_at(match.start())
            if any(sentence.start <= at < sentence.end for at in spoken_of):
                self._because.append(Evidence(match.start(), match.end(), "said of a child"))
                self._found.append(match.group())
                return True
        return False

    def _matches(self, words: Sequence[str] | str) -> Iterator[re.Match[str]]:
        asked = (words,) if isinstance(words, str) else tuple(words)
        text = _plain_text(self._story.text)
        if not any(word in text for word in _plain_words(asked)):
            return iter(())
        return _pattern(asked).finditer(self._story.text)


def _plain(text: str) -> str:
    """``text`` in lower case with single spaces, in which it is quick to see that a phrase is nowhere."""
    return " ".join(text.replace("’", "'").lower().split())


@lru_cache(maxsize=2)
def _plain_text(text: str) -> str:
    return _plain(text)


@lru_cache(maxsize=256)
def _plain_words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_plain(word) for word in words)


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words or phrases, whole, in any case, over line breaks, with either apostrophe."""
    each = (r"\s+".join(re.escape(w) for w in re.sub("’", "'", text).split()) for text in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)".replace("'", "['’]"), re.I)


def _first(child: Person) -> Evidence:
    spans = sorted((*child.mentions, *child.nominals))
    if spans:
        return Evidence(spans[0].start, spans[0].end, "a child")
    return child.evidence[0] if child.evidence else Evidence(0, 0, "a child")


def clause_verdicts(
    rulebook: Rulebook, findings: Sequence[Finding], checklist: Sequence[ChecklistItem], story: Story
) -> list[ClauseResult]:
    """The verdict on every clause, in the guidelines' order.

    fail: an error stands against it; needs review: a warning does, or a question is open; pass: what the
    draft tells touches it and nothing stands against it; not applicable: it does not. A clause with sub-cases
    takes the worst of them.
    """
    own: dict[str, Verdict] = {}

    def note(clauses: Iterable[str], verdict: Verdict) -> None:
        for id in clauses:
            own[id] = _worse(own.get(id, "not applicable"), verdict)

    for rule in rulebook.rules:
        if _applies(rule, story):
            note(rule.clauses, "pass")
    for finding in findings:
        if finding.severity != "note" and finding.counts:
            note(finding.clauses, "fail" if finding.severity == "error" else "needs review")
    for item in checklist:
        note(item.clauses, "needs review" if item.status == "open" else "pass")

    results = []
    for guideline in rulebook.guidelines:
        worst = {clause.id: own.get(clause.id, "not applicable") for clause in guideline.clauses}
        for id in [c.id for c in guideline.clauses if c.id in own]:
            whole, dot, _ = id.rpartition(".")
            while dot:  # a sub-case is a case of each clause that it lies under
                if whole in worst:
                    worst[whole] = _worse(worst[whole], own[id])
                whole, dot, _ = whole.rpartition(".")
        results += [ClauseResult(clause.id, worst[clause.id], clause.title) for clause in guideline.clauses]
    return results


def _worse(a: Verdict, b: Verdict) -> Verdict:
    return min(a, b, key=_WORST.index)


def _applies(rule: Rule, story: Story) -> bool:
    """Whether the draft tells anything that this rule is about."""
    if rule.language not in (None, *story.languages) or not story.children:
        return False
    kinds = rule.when.get("situation")
    if kinds is not None:
        wanted = {kinds} if isinstance(kinds, str) else set(kinds)
        return any(s.kind in wanted and s.weapon >= bool(rule.when.get("weapon")) for s in story.situations)
    if rule.check in ("identifying-detail", "jigsaw"):
        return story.sensitive
    if rule.check == "suicide-method":
        return any(s.kind == "suicide-selfharm" for s in story.situations)
    if rule.when.get("public_role"):
        return any(c.public_role for c in story.children)
    return True
