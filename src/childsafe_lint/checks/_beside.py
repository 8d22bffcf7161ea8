"""Rules that speak beside others, as laws do: of all rules that fit only one speaks, and those with ``beside: true``
add to it what they say and the clauses they stand on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..guidelines.model import Rule
from ..report import SEVERITIES, Finding
from ._text import fill


def speaker(fitting: Sequence[Rule]) -> tuple[Rule | None, Sequence[Rule]]:
    """Of the rules that fit, in rulebook order: the one that speaks, and those that speak beside it."""
    if not fitting:
        return None, ()
    first = next((r for r in fitting if not r.params.get("beside")), fitting[0])
    return first, [r for r in fitting if r is not first and r.params.get("beside")]


def with_others(finding: Finding, others: Sequence[Rule], words: Mapping[str, str]) -> Finding:
    """The finding with what other rules add: their advice, their clauses, the gravest severity, and their ids."""
    if not others:
        return finding
    gravest = min((finding.severity, *(r.severity for r in others)), key=SEVERITIES.index)
    return replace(
        finding,
        severity=finding.severity if finding.severity == "note" else gravest,
        advice=" ".join(filter(None, (finding.advice, *(fill(r.advice, words) for r in others)))),
        clauses=tuple(dict.fromkeys((*finding.clauses, *(c for r in others for c in r.clauses)))),
        details={**finding.details, "beside": [r.id for r in others]},
    )
