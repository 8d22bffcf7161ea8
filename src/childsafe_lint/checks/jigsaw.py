"""Details that are weak alone and together give a child away (jigsaw identification), one finding a child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..guidelines.model import Rule
from ..report import Finding
from ..story.model import Detail, Evidence, Person, Story
from ..ui import tr
from . import Check
from .identifiability import best_change, level

_AT_LEAST = 3


def build(rules: Sequence[Rule]) -> Check:
    """Of all rules the one that asks for the most kinds and is met speaks."""
    ordered = sorted(rules, key=_at_least, reverse=True)

    def check(story: Story) -> Iterator[Finding]:
        told: set[tuple[int, int]] = set()
        for child in story.children:
            details = [d for d in story.details if child.id in d.people]
            kinds = list(dict.fromkeys(d.kind for d in details))
            rule = next((r for r in ordered if len(kinds) >= _at_least(r)), None)
            if rule is None:
                continue
            # children of one family share their details: one finding tells it for all of them
            anchor = next((d for d in details if d.certain), details[0])
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
    words = {
        "kinds": ", ".join(map(tr, kinds)),
        "count": str(len(kinds)),
        "name": _name(story, child),
        "level": tr(told),
        "change": tr(change),
    }
    return Finding(
        rule.id,
        rule.category,
        rule.severity if anchor.certain else "note",
        anchor.span.start,
        anchor.span.end,
        rule.message.format(**words),
        rule.advice.format(**words),
        (),
        rule.clauses,
        tuple(Evidence(d.span.start, d.span.end, d.kind) for d in first.values()),
        child.id,
        {"kinds": list(kinds), "level": told, "change": change},
    )


def _name(story: Story, child: Person) -> str:
    """The child's fullest name, or the words it is spoken of by."""
    spans = child.mentions or child.nominals
    if not spans:
        return tr("the child")
    best = max(spans, key=lambda s: s.end - s.start) if child.mentions else spans[0]
    return story.text[best.start : best.end]
