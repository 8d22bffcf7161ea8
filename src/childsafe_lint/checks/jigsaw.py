"""Details that are weak alone and together give a child away (jigsaw identification), one finding a child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..guidelines.model import Rule
from ..report import Finding
from ..story.model import Detail, Evidence, Person, Story
from ..ui import tr
from . import Check
from .identifiability import DIRECT, STRONG, best_change, level, said

_AT_LEAST = 3
#: whom a relative belongs to is the least sure of what is telling
_TELLING = (DIRECT | STRONG) - {"relative"}
_REASON = {"dob": "date of birth"}


def build(rules: Sequence[Rule]) -> Check:
    """Of all rules the one that asks for the most kinds and is met speaks."""
    ordered = sorted(rules, key=_at_least, reverse=True)

    def check(story: Story) -> Iterator[Finding]:
        told: set[tuple[int, int]] = set()
        for child in story.children:
            # a district or a large hospital alone is weak: it adds no kind
            details = [d for d in story.details if child.id in d.people and d.certain]
            kinds = list(dict.fromkeys(d.kind for d in details))
            rule = next((r for r in ordered if len(kinds) >= _at_least(r)), None)
            if rule is None:
                continue
            # children of one family share their details: one finding tells it for all of them
            anchor = next((d for d in details if d.kind in _TELLING), details[0])
            key = (anchor.span.start, anchor.span.end)
            if key not in told:
                told.add(key)
                yield _finding(story, child, details, kinds, anchor, rule)

    return check


def _at_least(rule: Rule) -> int:
    return int(rule.params.get("at_least", _AT_LEAST))


def _finding(
    story: Story, child: Person, details: Sequence[Detail], kinds: Sequence[str], anchor: Detail, rule: Rule
) -> Finding:
    first = {kind: next(d for d in details if d.kind == kind) for kind in kinds}
    named = child.named and child.pseudonym is None
    change = best_change(kinds, named=named) or ""
    told = level(kinds, named=named)
    after = level([k for k in kinds if k != change], named=named and change != "name")
    words = {
        "kinds": ", ".join(map(said, kinds)),
        "count": str(len(kinds)),
        "name": _name(story, child),
        "level": tr(told),
        "change": said(change),
        "after": tr(after) if after != told else tr("still {}").format(tr(after)),
    }
    return Finding(
        rule.id,
        rule.category,
        rule.severity,
        anchor.span.start,
        anchor.span.end,
        rule.message.format(**words),
        rule.advice.format(**words),
        (),
        rule.clauses,
        tuple(Evidence(d.span.start, d.span.end, _REASON.get(d.kind, d.kind)) for d in first.values()),
        child.id,
        {"kinds": list(kinds), "level": told, "change": change, "after": after},
    )


def _name(story: Story, child: Person) -> str:
    """The child's fullest name, or the words it is spoken of by."""
    spans = child.mentions or child.nominals
    if not spans:
        return tr("the child")
    best = max(spans, key=lambda s: s.end - s.start) if child.mentions else spans[0]
    return story.text[best.start : best.end]
