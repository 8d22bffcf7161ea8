"""Exceptions that people have allowed: they set findings aside, and each that cannot hold is a finding itself.

This check comes after all others. A finding set aside stays in the report with its reason
(``details["suppression"]``) and counts no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ..drafts.records import Exemption
from ..guidelines.model import Rule, Rulebook
from ..report import Finding, suppression
from ..spans import Span
from ..story.model import Story
from ..ui import tr

#: A quoted wording that is marked as the source's own, right behind it.
_SIC = re.compile(
    r"[\"'”’»]?\s?[\[(](?:sic|так в (?:тексте|оригинале|источнике)|так!|дәл осылай)[!.]?[\])]", re.IGNORECASE
)

#: gives the fingerprint of each finding, by its ``id()``
Prints = Callable[[], Mapping[int, str]]


class Exceptions:
    """Applies the exceptions of a draft.

    Args:
        rulebook: the rules in use. Those of check type ``exception`` say what to report about exceptions.
        today: the day that expiry goes by; that of the call when None.
    """

    def __init__(self, rulebook: Rulebook, today: date | None = None) -> None:
        self._book = rulebook
        self._today = today
        self._in_use = {r.id for r in rulebook.rules}
        self._rules: dict[str, Rule] = {}
        for rule in rulebook.rules:
            if rule.check == "exception":
                self._rules.setdefault(str(rule.params["problem"]), rule)

    def apply(self, story: Story, findings: Sequence[Finding], prints: Prints) -> list[Finding]:
        """The findings, those that an exception covers set aside, and what is wrong with exceptions.

        ``prints`` is asked only where an exception goes by a fingerprint.
        """
        draft = story.draft
        valid = [e for e in draft.exemptions if self._problem(e) is None]
        known = prints() if any(e.fingerprint for e in valid) else {}
        used: set[tuple[int, str]] = set()
        result = []
        for finding in findings:
            fitting = [e for e in valid if _covers(e, finding, story.text, known.get(id(finding), ""))]
            used |= {(id(e), finding.rule) for e in fitting}
            if fitting:
                e = fitting[0]
                kind = "external" if e.outside else "inSource"
                finding = _set_aside(finding, kind, e.reason, e.by, e.until)
            elif _marked_sic(finding, story.text):
                finding = _set_aside(finding, "inSource", "marked [sic] in the draft")
            result.append(finding)
        for exemption in draft.exemptions:
            result += self._complaints(story, exemption, used)
        return result

    def _problem(self, exemption: Exemption) -> str | None:
        if exemption.problem:
            return "unclear"
        if not exemption.reason.strip():
            return "no-reason"
        if exemption.until is not None and exemption.until < (self._today or date.today()):
            return "expired"
        return None

    def _complaints(
        self, story: Story, exemption: Exemption, used: set[tuple[int, str]]
    ) -> Iterator[Finding]:
        problem = self._problem(exemption)
        for id_ in exemption.rules:
            if problem != "unclear" and not self._book.knows(id_):
                yield from self._finding(story, exemption, "unknown-rule", id_)
            elif problem is None and id_ in self._in_use and (id(exemption), id_) not in used:
                yield from self._finding(story, exemption, "unused", id_)
        if problem is not None:
            yield from self._finding(story, exemption, problem, ", ".join(exemption.rules))

    def _finding(self, story: Story, exemption: Exemption, problem: str, rules: str) -> Iterator[Finding]:
        rule = self._rules.get(problem)
        if rule is None or rule.language not in (None, *story.languages):
            return
        at = exemption.span.start if exemption.span else 0
        where = tr("line {} of the file beside the draft") if exemption.outside else tr("line {}")
        where = exemption.label or where
        words = {
            "rule": rules,
            "where": where.replace("{}", str(exemption.line or "?")),
            "until": exemption.until.isoformat() if exemption.until else "",
            "problem": tr(exemption.problem),
        }
        yield Finding(
            rule.id,
            rule.category,
            rule.severity,
            at,
            at,
            rule.message.format(**words),
            rule.advice.format(**words),
            (),
            rule.clauses,
            details={"exception": exemption.line or 0},
        )


def _covers(exemption: Exemption, finding: Finding, text: str, fingerprint: str) -> bool:
    if finding.rule not in exemption.rules:
        return False
    span = exemption.span
    if span is not None and not span.contains(Span(finding.start, finding.end)):
        return False
    if exemption.fingerprint and exemption.fingerprint != fingerprint:
        return False
    return not exemption.words or _plain(exemption.words) == _plain(text[finding.start : finding.end])


def _plain(words: str) -> str:
    """Words to be compared: no case, single spaces, straight apostrophes, no possessive."""
    words = " ".join(words.replace("’", "'").casefold().split()).strip("\"'“”«»„")
    return re.sub(r"(?<=\w)'s?$", "", words)


def _marked_sic(finding: Finding, text: str) -> bool:
    return finding.category == "stigmatising-term" and _SIC.match(text, finding.end) is not None


def _set_aside(finding: Finding, kind: str, reason: str, by: str = "", until: date | None = None) -> Finding:
    told = suppression(kind, reason, by, until.isoformat() if until else "")
    return replace(finding, details={**finding.details, "suppression": told})
