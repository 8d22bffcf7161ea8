"""Every mention of a named child, judged by what the draft says the child is (clauses III.3, III.4, I.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..guidelines.model import Rule
from ..report import Finding
from ..story.model import Evidence, Person, Story
from ..ui import tr
from ._beside import speaker, with_others


def build(rules: Sequence[Rule]) -> object:
    """Of all rules that fit a child the first speaks, and laws beside it; where consent is on record, the first
    that consent does not lower, and where it lowers them all, the first as a note. Where only all that is told
    together makes somebody a child, nothing is graver than a warning."""
    doubtful = [r for r in rules if r.when.get("perhaps")]
    rules = [r for r in rules if not r.when.get("perhaps")]

    def check(story: Story) -> Iterator[Finding]:
        for child in story.children:
            if not child.named or child.pseudonym is not None:
                continue
            fitting = [r for r in rules if _fits(r, child)]
            if child.id in story.consents:
                firm = [r for r in fitting if r.consent != "lowers" and r.severity != "note"]
                lowered = [replace(r, severity="note") for r in fitting]
                fitting = firm or lowered
            chosen, beside = speaker(fitting)
            if chosen is not None and chosen.severity == "error" and not child.certain:
                chosen = replace(chosen, severity="warning")
            if chosen is not None:
                for finding in _findings(story, child, chosen):
                    yield with_others(finding, beside, {"name": story.text[finding.start : finding.end]})

        for person in story.people:
            if person.perhaps and person.kind == "unknown" and person.pseudonym is None:
                yield from (_perhaps(story, person, rule) for rule in doubtful[:1])

    return check


def _perhaps(story: Story, person: Person, rule: Rule) -> Finding:
    """One finding for somebody who may be a child: at the whole name."""
    span = max(person.mentions, key=lambda m: (m.end - m.start, -m.start))
    name = {"name": story.text[span.start : span.end], "situation": ""}
    return Finding(
        rule.id,
        rule.category,
        rule.severity,
        span.start,
        span.end,
        rule.message.format(**name),
        rule.advice.format(**name),
        (),
        rule.clauses,
        tuple(dict.fromkeys(person.perhaps[:4])),
        person.id,
    )


def _fits(rule: Rule, child: Person) -> bool:
    when = rule.when
    kinds = {s.kind for s in child.situations}
    if "public_role" in when and bool(when["public_role"]) != (child.public_role is not None):
        return False
    if "situation" in when:
        wanted = when["situation"] if isinstance(when["situation"], list | tuple) else [when["situation"]]
        hits = [s for s in child.situations if s.kind in wanted]
        if "weapon" in when:
            hits = [s for s in hits if s.weapon == bool(when["weapon"])]
        return bool(hits)
    if when.get("public_role"):
        return not kinds
    return True


def _findings(story: Story, child: Person, rule: Rule) -> Iterator[Finding]:
    wanted = rule.when.get("situation", ())
    wanted = wanted if isinstance(wanted, list | tuple) else [wanted]
    told = [s.evidence for s in child.situations if s.kind in wanted]
    if rule.when.get("public_role") and child.public_role:
        told = [child.public_role]
    record = story.consents.get(child.id)
    evidence: tuple[Evidence, ...] = tuple(
        dict.fromkeys([*child.evidence[:4], *told[:3], *([record] if record else [])])
    )
    despite = (
        " " + tr("The consent on record does not lift this.") if record and rule.severity != "note" else ""
    )
    full = max(child.mentions, key=lambda m: m.end - m.start)
    situation = next((s.kind for s in child.situations if s.kind in wanted), "")
    for span in child.mentions:
        name = story.text[span.start : span.end]
        yield Finding(
            rule.id,
            rule.category,
            rule.severity,
            span.start,
            span.end,
            rule.message.format(
                name=story.text[full.start : full.end], situation=tr(situation.replace("-", " "))
            ),
            rule.advice.format(name=name, situation=tr(situation.replace("-", " "))) + despite,
            (),
            rule.clauses,
            evidence,
            child.id,
        )
