"""Details that could identify a child in a sensitive situation (clauses I.2, II.6, III.2), each a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..guidelines.model import Rule
from ..report import Finding
from ..story.model import Detail, Story
from ..ui import tr
from . import Check
from ._beside import speaker, with_others

#: Stories that seldom put a child at risk: a relative's name or work is a matter of judgement there.
MILD = frozenset({"health", "disability"})
#: Kinds that such a story may need, with the family's consent.
_OPTIONAL_WHEN_MILD = frozenset({"relative", "workplace", "institution"})


def build(rules: Sequence[Rule]) -> Check:
    """Each detail is told by the first rule for its kind; laws speak beside it."""
    by_kind: dict[str, list[Rule]] = {}
    for rule in rules:
        kinds = rule.params["kind"]
        for kind in [kinds] if isinstance(kinds, str) else kinds:
            by_kind.setdefault(kind, []).append(rule)

    def check(story: Story) -> Iterator[Finding]:
        for detail in story.details:
            fitting = [r for r in by_kind.get(detail.kind, ()) if _fits(r, story, detail)]
            rule, beside = speaker(fitting)
            if rule is not None:
                words = {"text": story.text[detail.span.start : detail.span.end], "kind": tr(detail.kind)}
                yield with_others(_finding(story, detail, rule), beside, words)

    return check


def _fits(rule: Rule, story: Story, detail: Detail) -> bool:
    """Whether a child whom the detail tells something about is in one of the rule's situations."""
    wanted = rule.when.get("situation")
    if wanted is None:
        return True
    kinds = {s.kind for p in story.people if p.id in detail.people for s in p.situations}
    kinds = kinds or {s.kind for s in story.situations}
    return bool(kinds & set([wanted] if isinstance(wanted, str) else wanted))


def _finding(story: Story, detail: Detail, rule: Rule) -> Finding:
    words = {"text": story.text[detail.span.start : detail.span.end], "kind": tr(detail.kind)}
    lower = not detail.certain or (detail.kind in _OPTIONAL_WHEN_MILD and _mild(story, detail))
    return Finding(
        rule.id,
        rule.category,
        "note" if lower else rule.severity,
        detail.span.start,
        detail.span.end,
        rule.message.format(**words),
        rule.advice.format(**words),
        (),
        rule.clauses,
        detail.evidence,
        detail.people[0] if detail.people else None,
        {"kind": detail.kind, "certain": detail.certain, "people": list(detail.people)},
    )


def _mild(story: Story, detail: Detail) -> bool:
    """Everything known of the draft's children is an illness or a disability: the relatives of a child with
    asthma tell as well who its robbed brother is."""
    kinds = {s.kind for p in story.people if p.id in detail.people for s in p.situations}
    kinds |= {s.kind for s in story.situations}
    return bool(kinds) and kinds <= MILD
