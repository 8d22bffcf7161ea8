"""Wording of a finding: placeholders filled, suggestions fitted to the flagged words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..guidelines.model import Rule
from ..report import Finding
from ..spans import Span
from ..story.model import Evidence
from ._lexicon import Lexicon

_PLACEHOLDER = re.compile(r"(?:(?<=«)\{(\w+)\}(?=»))|\{(\w+)\}")
_INNER = str.maketrans("«»", "„“")

#: added to the advice on framing in a quotation, where a rule has no words of its own for it
QUOTED = "It stands in a quotation: leave it out or paraphrase it, or set the facts beside it at once."


def fill(template: str, values: Mapping[str, str]) -> str:
    """Replace ``{name}`` by its value; an unknown placeholder stays as it stands. A quotation inside «» has „“."""

    def value(m: re.Match[str]) -> str:
        return values.get(m[1], m[0]).translate(_INNER) if m[1] else values.get(m[2], m[0])

    return _PLACEHOLDER.sub(value, template)


def finding(
    rule: Rule, span: Span, values: Mapping[str, str], evidence: Sequence[Evidence], more: str = ""
) -> Finding:
    """What ``rule`` says of the words at ``span``. ``more`` is added to its advice."""
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        start=span.start,
        end=span.end,
        message=fill(rule.message, values),
        advice=f"{fill(rule.advice, values)} {more}".strip(),
        clauses=rule.clauses,
        evidence=tuple(evidence),
    )


def fitted(prefer: Sequence[str], flagged: str, lex: Lexicon, plural: bool) -> tuple[str, ...]:
    """Preferred wordings in the number and case of the flagged words; advice in parentheses is left alone."""
    return tuple(
        p if p.startswith("(") else _cased(_plural(p, lex) if plural else p, flagged) for p in prefer
    )


def _cased(wording: str, flagged: str) -> str:
    if len(flagged) > 3 and flagged.isupper():
        return wording.upper()
    if flagged[:1].isupper() and not flagged[1:2].isupper():
        return wording[:1].upper() + wording[1:]
    return wording


def _plural(wording: str, lex: Lexicon) -> str:
    """The first noun for a person in ``wording`` made plural, unless one of them is already."""
    singles = lex.classes.get("person", frozenset())
    words = wording.split(" ")
    for n, word in enumerate(words):
        bare = word.strip(",;").lower()
        if bare in singles:
            many = lex.plural(bare)
            if many in singles and many != bare:
                words[n] = word.replace(bare, many)
                return (
                    " ".join(words)
                    .replace(" who is ", " who are ")
                    .replace(" who was ", " who were ")
                    .replace(" who has ", " who have ")
                )
            return wording
    return wording
