"""Places that point at a child of which no single word says so: all that is told of them is weighed
(story/weighing.py).

The rules look for a street, a kind of school, "who lives in". Much reporting only says that an officer climbed to a
village, that a mother was rung up at a firm, that the pupil of a name is ill. What was learnt of such reporting tells
the place of a child's life from the court, the paper and the capital that are named beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log1p

from ... import lazy_re as re
from ...spans import Span
from ..at_risk import tells
from ..model import Detail
from ..weighing import Told, place_weights
from .judge import Judge
from .localities import Localities
from .phrases import Phrase
from .places import is_big
from .scene import Scene

#: in fewer words than these too little is told
_ENOUGH = 60
_WHY = "told of as a place of a child's life is"
#: the kinds of details that a place is
KINDS = ("locality", "address", "school", "institution", "workplace")
#: how far into a draft, in parts of it, a place is first named
_PARTS = (0.1, 0.3, 0.6)
_DASHED = re.compile(r"\.?\s?[—–:]")
#: near another detail: so many code points
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Case:
    """A capitalised phrase to be weighed, wherever it stands: the signs (see ``Told``), and what else is known, as
    numbers."""

    phrases: Sequence[Phrase]
    signs: dict[str, int]
    known: dict[str, float]


def weigh(scene: Scene, phrases: Sequence[Phrase], found: Sequence[Detail]) -> list[Detail]:
    """``found``, and the places, schools, bodies and firms that are not found and of which is told as of those of a
    child's life. Of which all else is told is no sure detail, whatever a rule says."""
    if scene.language != "en" or len(scene.story.doc) < _ENOUGH or not found:
        return list(found)  # where no rule finds any, those weighed are too often wrong
    learnt, kinds = place_weights()
    unsure: list[Span] = []
    more: list[Detail] = []
    for case in cases(scene, phrases, found):
        likely = learnt.likelihood({**case.known, "tells": learnt.tells(case.signs)})
        spans = [Span(p.start, p.end) for p in case.phrases]
        if any(d.span.overlaps(s) for d in found for s in spans):
            unsure += spans if likely < learnt.kept else ()
        elif likely >= learnt.child:
            kind = kind_of(case, kinds)
            why = tuple(learnt.shown(scene.story.doc, case.signs, _WHY))
            for s in spans:
                d = scene.detail(kind, s.start, s.end, _WHY)
                more.append(replace(d, evidence=(*d.evidence, *why)))
    return [
        replace(d, certain=False) if d.kind in KINDS and any(map(d.span.overlaps, unsure)) else d
        for d in found
    ] + more


def kind_of(case: Case, kinds: Mapping[str, Mapping[str, float]]) -> str:
    """The kind of detail of which most is told."""
    return max(kinds, key=lambda k: kinds[k][""] + sum(kinds[k].get(s, 0.0) for s in case.signs))


def cases(scene: Scene, phrases: Sequence[Phrase], found: Sequence[Detail]) -> Iterator[Case]:
    """The phrases that are nobody's name, those of the same words together, with what is told and known of them."""
    judge, story = Judge(scene), scene.story
    same: dict[str, list[Phrase]] = defaultdict(list)
    for p in phrases:
        same[p.text].append(p)
    localities = Localities(scene)
    told_of = [
        ps
        for ps in same.values()
        if not (
            all(map(localities.never, ps))
            or (any(map(judge.known_person, ps)) and all(map(judge.is_person, ps)))
        )
    ]
    if not told_of:
        return
    people = [p for p in story.people if p.mentions]
    known = ["KID" if p.kind == "child" else "KIN" if p.id in scene.kin else "PER" for p in people]
    told = Told(
        story.doc,
        [*([Span(p.start, p.end) for p in ps] for ps in told_of), *(p.mentions for p in people)],
        [q.span for q in story.quotes if q.is_speech],
        ["NAM"] * len(told_of) + known,
    )
    risk = tells(story.doc, story.sentences, story.people, scene.language)
    ends = sorted(d.span for d in found)
    for i, ps in enumerate(told_of):
        abouts = [judge.about(p) for p in ps]
        near = [d for p in ps for d in ends if abs(d.start - p.end) < _NEAR or abs(p.start - d.end) < _NEAR]
        case = {
            "risk": risk / 4,
            "details": log1p(sum(not any(d.overlaps(Span(p.start, p.end)) for p in ps) for d in ends)),
            "near-detail": any(not any(d.overlaps(Span(p.start, p.end)) for p in ps) for d in near),
            "family-near": sum(scene.family_near(p.start) for p in ps) / len(ps),
            "big": is_big(ps[0].text, scene.language),
            "one-child": len(scene.protected) == 1,
            "named-children": min(sum(bool(c.mentions) for c in scene.protected), 3) / 3,
            "names": log1p(len(ps)),
            **{f"about-{role}": abouts.count(role) / len(ps) for role in set(abouts)},
        }
        signs = list(dict.fromkeys(_signs(scene, judge, ps)))
        yield Case(ps, told.of(i, signs), {k: float(v) for k, v in case.items() if v})


def _signs(scene: Scene, judge: Judge, ps: Sequence[Phrase]) -> Iterator[str]:
    """What a phrase is by its words and where it stands. Names in it are no signs, words of the dictionary are."""
    first = ps[0]
    words = [w.rstrip(".") for w in first.words]
    yield f"n:words{min(len(words), 4)}"
    yield f"n:names{min(len(ps), 4)}"
    ordinary: frozenset[str] = scene.story.doc.user_data.get("ordinary", frozenset())
    for name, known in (
        ("small", judge.place_small),
        ("large", judge.place_large),
        ("school", judge.school_heads),
        ("body", judge.inst_heads),
        ("work", judge.work_tails),
    ):
        if words[-1] in known:
            yield f"n:last<{name}>"
        if any(w in known for w in words[:-1]):
            yield f"n:in<{name}>"
    if len(words) == 1:
        yield "n:ordinary" if words[0] in ordinary else "n:no-word"
    else:
        yield from (f"n:in:{w}" for w in words if w in ordinary)
        if words[-1] in ordinary:
            yield f"n:last:{words[-1]}"
        else:
            yield "n:last-no-word"
    if first.text[-1:].islower() and first.words[-1][:1] == first.text.split()[-1][:1]:
        yield "n:last-small"
    if is_big(first.text, scene.language):
        yield "n:big"
    if first.text.isupper():
        yield "n:caps"
    if any(c.isdigit() for c in first.text):
        yield "n:digit"
    if all(map(judge.is_person, ps)):
        yield "n:looks-person"
    share = first.start / max(len(scene.text), 1)
    yield f"n:at{sum(share >= part for part in _PARTS)}"
    for p in ps:
        token = scene.refs.token(p.start)
        yield f"n:ent:{token.ent_type_ or '-'}"
        yield f"n:about:{judge.about(p)}"
        if _DASHED.match(scene.text, p.end):
            yield "n:dashed"
        if scene.family_near(p.start):
            yield "n:family-near"
        if p.start == scene.refs.sentence(p.start).start:
            yield "n:opens"
