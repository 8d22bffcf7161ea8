"""The one place where the rooms meet: a draft in, a report out."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from . import checks
from .checks.checklist import ask, clause_verdicts
from .checks.consent import Consents
from .checks.exceptions import Exceptions
from .checks.known_people import KnownPeople
from .checks.phrase import yields
from .checks.tone import weigh
from .drafts.model import Draft
from .errors import MissingPackages, NotChecked
from .guidelines.model import Rule, Rulebook
from .report import DraftReport, Finding
from .story.model import Story

_ARTICLE = 4  # characters of an article before a label, with its space
_SMALL = frozenset("ADP ADV AUX CCONJ DET PART PRON PUNCT SCONJ SPACE".split())


class Linter:
    """Checks drafts against a rulebook. Build it once, use it for many drafts.

    Args:
        rulebook: what to go by; the shipped rules when None.
        pipelines: language code -> name of an installed spaCy pipeline, over the shipped choice.
        language: of all drafts, such as ``en``; found out from each text when None.

    Raises:
        InputError: a rule file cannot be read, or a pipeline is not installed.
    """

    def __init__(
        self,
        rulebook: Rulebook | None = None,
        *,
        pipelines: dict[str, str] | None = None,
        language: str | None = None,
    ) -> None:
        if rulebook is None:
            from .guidelines import shipped_rulebook

            rulebook = shipped_rulebook()
        self.rulebook = rulebook
        self._pipelines = dict(pipelines or {})
        self._language = language
        by_type: dict[str, list[Rule]] = {}
        for rule in rulebook.rules:
            # settled here, as it depends on the guidelines in use
            consent = "lowers" if rulebook.lowered_by_consent(rule) else ""
            by_type.setdefault(rule.check, []).append(replace(rule, consent=consent))
        self._checks = [
            checks.build(name, rules) for name, rules in by_type.items() if name in checks.MODULES
        ]
        self._exceptions = Exceptions(rulebook)
        self._consents = Consents(rulebook)
        self._people = KnownPeople(rulebook.people)

    def lint(self, draft: Draft) -> DraftReport:
        """Check one draft."""
        return next(self.lint_many([draft]))

    def lint_many(self, drafts: Iterable[Draft]) -> Iterator[DraftReport]:
        """Check drafts in order, in one stream through the pipeline; reports come as they are ready."""
        from .story import tell

        for draft, story in tell(drafts, self._pipelines, self._language):
            if isinstance(story, NotChecked):
                lacking = isinstance(story, MissingPackages)
                yield DraftReport(draft, not_checked=str(story), lacks_packages=lacking)
                continue
            yield self._report(draft, story)

    def _report(self, draft: Draft, story: Story) -> DraftReport:
        self._people.settle(story)
        report = DraftReport(draft, story.language, story)
        report.checklist = ask(story, self.rulebook.questions)
        story.consents = self._consents.held(story, report.checklist)
        found = [f for check in self._checks for f in check(story) if not self._accepted(f, story)]
        found = self._weighed(self._once(found, story), story)
        report.findings = _tidy([*found, *self._consents.complaints(story)])
        report.findings = _tidy(self._exceptions.apply(story, report.findings, lambda: _prints(report)))
        report.clauses = clause_verdicts(self.rulebook, report.findings, report.checklist, story)
        return report

    def _once(self, found: Sequence[Finding], story: Story) -> list[Finding]:
        """Findings without those on a statement in which a phrase or a slur is found already, on a sentence in which
        another framing is, and without framing that is no more than a term ("a fallen girl"): what is wrong there is
        the word. Nor is name-calling told of words that a framing rule holds, nor a term that only judges or paints
        inside a harmful statement: there the statement is what is wrong."""
        rules = {f.rule: self.rulebook.rule(f.rule) for f in found}
        loud = [f for f in found if f.severity != "note"]
        framed = [f for f in loud if f.category == "harmful-framing" and rules[f.rule].check != "tone"]
        phrases = [f for f in loud if rules[f.rule].check == "phrase"]
        mere = {
            id(f) for f in loud
            if rules[f.rule].subtype == "name-calling"
            and any(f.start - _ARTICLE <= x.start and x.end <= f.end + 1 for x in framed)
        }  # fmt: skip
        stated = [
            f for f in loud
            if f.category == "harmful-framing" and rules[f.rule].check != "clause"
        ]  # fmt: skip
        mere |= {
            id(f) for f in loud if f.details.get("judges") and any(_overlap(f, x) for x in stated)
        }  # fmt: skip
        terms = [f for f in loud if rules[f.rule].check == "term" and id(f) not in mere]

        def told(finding: Finding) -> bool:
            rule = rules[finding.rule]
            if id(finding) in mere:
                return True
            if rule.check == "tone":
                return any(_overlap(finding, f) for f in framed)
            if rule.check == "clause":
                return any(_overlap(finding, f) for f in (*phrases, *terms))
            if rule.check != "phrase" or not yields(rule):
                return False
            return _nothing_beside(finding, [t for t in terms if _overlap(finding, t)], story)

        return [f for f in found if not told(f)]

    def _weighed(self, found: Sequence[Finding], story: Story) -> list[Finding]:
        """Findings, those of rules that ask to be weighed by the whole sentence (see ``checks.tone``) weighed."""
        framed = [f for f in found if f.category == "harmful-framing" and f.severity != "note"]
        asks = {f.rule for f in framed if self.rulebook.rule(f.rule).params.get("weighed")}
        return [weigh(f, framed, story) if f.rule in asks and f.severity != "note" else f for f in found]

    def reading(self, language: str | None) -> Linter:
        """This linter, for drafts in one language; the compiled rules are shared."""
        other = copy.copy(self)
        other._language = language or self._language
        return other

    def _accepted(self, finding: Finding, story: Story) -> bool:
        """Whether the newsroom accepts this name or wording (settings: ``people``, ``terms: allow``)."""
        if self._people.knows(finding, story):
            return True
        if not self.rulebook.allowed or finding.category != "stigmatising-term":
            return False
        words = (story.text[finding.start : finding.end], str(finding.details.get("term", "")))
        return any(" ".join(w.casefold().split()) in self.rulebook.allowed for w in words)


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


def _nothing_beside(finding: Finding, terms: Sequence[Finding], story: Story) -> bool:
    """Whether a finding covers nothing but terms and small words."""
    words = story.doc.char_span(finding.start, finding.end, alignment_mode="expand") if terms else None
    return words is not None and all(
        t.pos_ in _SMALL or any(x.start < t.idx + len(t) and t.idx < x.end for x in terms) for t in words
    )


def _prints(report: DraftReport) -> dict[int, str]:
    """The fingerprint of each finding, by its ``id()``."""
    from .reports import fingerprints  # reports give them, so that a baseline and a sidecar speak of the same

    return {id(finding): fingerprint for finding, fingerprint in fingerprints(report)}


def _tidy(findings: Sequence[Finding]) -> list[Finding]:
    """Reading order, each once."""
    return sorted(set(findings), key=lambda f: (f.start, f.end, f.category, f.rule, f.message))
