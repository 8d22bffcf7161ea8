"""Consent on record: for which child of a draft it holds, and what is said where it holds for none.

It lowers a finding only where every guideline in use allows it (``consent:`` in the rules), and it is taken only from
an answer that is about the draft as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..drafts.records import Answer, Consent
from ..guidelines.model import Rule, Rulebook
from ..report import ChecklistItem, Finding
from ..story.model import Evidence, Person, Story
from ..ui import tr
from .trigger_words import POSSESSIVE

_LABEL = re.compile(r"\[?\s*child(?:\s+(?P<number>\d{1,3}))?\s*\]?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_](?:[\w'’ʼ-]*\w)?")
_MISSING = {
    "fully_informed": "that it is fully informed",
    "child_agreed": "that the child agreed",
    "guardian_agreed": "that a parent or guardian agreed",
}


class Consents:
    """What is on record about consent.

    Args:
        rulebook: its questions say which answers may record consent; its rules of check type ``consent`` what to
            report about consent that does not hold.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._may_record = {q.id for q in rulebook.questions if q.consent}
        self._rules: dict[str, Rule] = {}
        for rule in rulebook.rules:
            if rule.check == "consent":
                self._rules.setdefault(str(rule.params["problem"]), rule)

    def held(self, story: Story, checklist: Sequence[ChecklistItem]) -> dict[str, Evidence]:
        """Child id -> the record, for children who may be identified."""
        held: dict[str, Evidence] = {}
        for item in checklist:
            answer = item.answer
            if item.status != "answered" or answer is None or item.rule not in self._may_record:
                continue
            for consent in answer.consents:
                children = _meant(consent.child, story)
                if len(children) == 1 and consent.full:
                    at = children[0].mentions[0].start
                    said = f"{tr('consent of child and guardian is on record')}: {answer.by}, {answer.on}"
                    held[children[0].id] = Evidence(at, at, said)
        return held

    def complaints(self, story: Story) -> Iterator[Finding]:
        """Consent on record that lowers nothing, whatever the draft says now."""
        for answer in story.draft.answers:
            for consent in answer.consents:
                children = _meant(consent.child, story)
                rule = self._rules.get(self._problem(answer, consent, children))
                if rule is not None and rule.language in (None, *story.languages):
                    yield _finding(rule, consent, bool(children))

    def _problem(self, answer: Answer, consent: Consent, children: Sequence[Person]) -> str:
        if answer.question not in self._may_record:
            return "misplaced"
        if len(children) != 1:
            return "unclear"
        return "" if consent.full else "incomplete"


def _finding(rule: Rule, consent: Consent, several: bool) -> Finding:
    missing = [tr(said) for key, said in _MISSING.items() if not getattr(consent, key)]
    words = {
        "where": tr("line {}").replace("{}", str(consent.line or "?")),
        "missing": ", ".join(missing),
        "children": tr("several children of the draft") if several else tr("no child named in the draft"),
    }
    return Finding(
        rule.id,
        rule.category,
        rule.severity,
        0,
        0,
        rule.message.format(**words),
        rule.advice.format(**words),
        (),
        rule.clauses,
        details={"consent": consent.line or 0},
    )


def child_key(story: Story, child: Person) -> str:
    """How to point to a named child without the name: initials, or a label where initials would fit another too."""
    initials = " ".join(f"{i}." for i in _initials(_fullest(story, child)))
    if initials and _meant(initials, story) == [child]:
        return initials
    named = [c for c in story.children if c.named]
    return f"child {named.index(child) + 1}" if len(named) > 1 else "child"


def _meant(key: str, story: Story) -> list[Person]:
    """The named children that a record may mean: by label, by initials, or by name."""
    named = [c for c in story.children if c.named]
    label = _LABEL.fullmatch(key.strip())
    if label:
        number = int(label["number"] or 1)
        return named[number - 1 : number] if label["number"] or len(named) == 1 else named
    if re.fullmatch(r"(?:[^\W\d_]\.?[\s-]*)+", key) and ("." in key or len(key.strip()) == 1):
        wanted = [c.casefold() for c in key if c.isalpha()]
        initials = {c.id: [i.casefold() for i in _initials(_fullest(story, c))] for c in named}
        full = [c for c in named if initials[c.id] == wanted]
        return full or [c for c in named if len(wanted) == 1 and initials[c.id][:1] == wanted]
    wanted_words = set(_words(key))
    whole = [c for c in named if any(set(_words(m)) == wanted_words for m in _mentions(story, c))]
    return whole or [c for c in named if wanted_words and wanted_words <= set(_words(_fullest(story, c)))]


def _mentions(story: Story, child: Person) -> list[str]:
    return [POSSESSIVE.sub("", story.text[m.start : m.end]) for m in child.mentions]


def _fullest(story: Story, child: Person) -> str:
    return max(_mentions(story, child), key=lambda m: len(_words(m)), default="")


def _words(name: str) -> list[str]:
    return [w.casefold() for w in _WORD.findall(POSSESSIVE.sub("", name))]


def _initials(name: str) -> list[str]:
    return [w[0] for w in _WORD.findall(name) if w[0].isupper()] or [w[0] for w in _WORD.findall(name)]
