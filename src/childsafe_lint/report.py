"""What the linter says about a draft: findings, checklist, clause verdicts. See docs/finding-contract.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # rule files name severities and categories, and are read where no draft is
    from .drafts.model import Draft
    from .drafts.records import Answer
    from .story.model import Evidence, Person, Story

Severity = Literal["error", "warning", "note"]
Category = Literal[
    "minor-name", "identifying-detail", "stigmatising-term", "harmful-framing", "checklist", "metadata"
]
Verdict = Literal["fail", "needs review", "pass", "not applicable"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
CATEGORIES: tuple[Category, ...] = (
    "minor-name", "identifying-detail", "stigmatising-term", "harmful-framing", "checklist", "metadata",
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """One place in a draft that a rule objects to. Offsets are code points into the draft's text."""

    rule: str
    category: Category
    severity: Severity
    start: int
    end: int
    message: str
    advice: str = ""
    suggestions: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    person: str | None = None
    details: dict[str, object] = field(default_factory=dict, hash=False, compare=False)

    @property
    def counts(self) -> bool:
        """Whether it is to be acted on: neither set aside by an exception with a reason nor known before."""
        suppression = self.details.get("suppression")
        return not isinstance(suppression, dict) and self.details.get("baseline") not in (
            "unchanged",
            "absent",
        )

    def fingerprint(self, text: str, occurrence: int = 0) -> str:
        """Stable under edits elsewhere, and not reversible to a name by a word list: it hashes the rule, the flagged
        words and the words around them in the sentence, all without what may be a name (`nameless`)."""
        import hashlib
        import re

        ends = re.compile(r"[.!?…]\s|\n\s*\n")
        before = nameless(ends.split(text[max(0, self.start - _AROUND) : self.start])[-1]).split()[-_CONTEXT:]
        after = nameless(ends.split(text[self.end : self.end + _AROUND])[0]).split()[:_CONTEXT]
        words = nameless(text[self.start : self.end])
        key = "\0".join((self.rule, words, " ".join(before), " ".join(after), str(occurrence)))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def suppression(kind: str, reason: str, by: str = "", until: str = "") -> dict[str, str]:
    """``details["suppression"]`` of a finding that an exception sets aside.

    Args:
        kind: ``inSource`` (written in the draft) or ``external`` (beside it), as SARIF has it.
        by: who allowed it, if anybody is named.
        until: the last day on which it holds, if any.
    """
    told = ", ".join(filter(None, [f"allowed by {by}" if by else "", f"until {until}" if until else ""]))
    justification = f"{reason} ({told})" if told else reason
    found = {"kind": kind, "justification": justification, "reason": reason, "by": by, "until": until}
    return {key: value for key, value in found.items() if value}


_AROUND, _CONTEXT = 400, 8  # characters looked at, words taken
_NAME = "\N{FULL BLOCK}"  # as masked texts have it for each hidden character


def nameless(text: str) -> str:
    """``text`` with one block for every run of words that may be a name, a number or a hidden word: all that have
    a capital, a digit or a block. What is left is the same whatever the people in it are called."""
    words: list[str] = []
    for word in text.split():
        if any(c.isupper() or c.istitle() or c.isdigit() or c == _NAME for c in word):
            if words[-1:] != [_NAME]:
                words.append(_NAME)
        else:
            words.append(word)
    return " ".join(words)


@dataclass(frozen=True)
class ChecklistItem:
    """A question that only a person can answer, shown because of ``because`` (words of the draft).

    Args:
        trigger: the same in words: ``the draft quotes Dana, 12``.
        fingerprint: of what is asked about: the words that raise the question, without what may be a name, and what
            the draft tells of the children concerned. An answer that carries another one was about another draft.
        answer: what was answered; with status ``open`` an answer to an earlier draft.
    """

    rule: str
    question: str
    clauses: tuple[str, ...]
    because: tuple[Evidence, ...]
    status: Literal["open", "answered"] = "open"
    trigger: str = ""
    fingerprint: str = ""
    answer: Answer | None = None


@dataclass(frozen=True)
class ClauseResult:
    id: str
    verdict: Verdict
    title: str = ""


@dataclass
class DraftReport:
    """Everything found in one draft. ``story`` is None when the draft could not be checked (see ``not_checked``)."""

    draft: Draft
    language: str | None = None
    story: Story | None = None
    findings: Sequence[Finding] = ()
    checklist: Sequence[ChecklistItem] = ()
    clauses: Sequence[ClauseResult] = ()
    not_checked: str | None = None
    lacks_packages: bool = False  # it could be checked, were the packages of its language installed
    error: str | None = None  # the file could not be read: the one-line reason

    @property
    def verdict(self) -> Verdict:
        """fail: an error; needs review: a warning, an open question or a draft not checked; pass: no problem found
        by these checks; not applicable: the draft speaks of no child."""
        severities = {f.severity for f in self.findings if f.counts}
        if "error" in severities:
            return "fail"
        if (
            "warning" in severities
            or self.not_checked
            or self.error
            or any(c.status == "open" for c in self.checklist)
        ):
            return "needs review"
        if self.story is not None and not self.story.children and not self.findings:
            return "not applicable"
        return "pass"

    @property
    def people(self) -> Sequence[Person]:
        return self.story.people if self.story else ()


@dataclass
class Report:
    """The result of one run over any number of drafts, in the order they were given."""

    drafts: Sequence[DraftReport] = ()

    def worst(self) -> Severity | None:
        found = {f.severity for d in self.drafts for f in d.findings if f.counts}
        return next((s for s in SEVERITIES if s in found), None)
