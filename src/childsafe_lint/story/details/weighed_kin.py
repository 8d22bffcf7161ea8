"""Family of a child of whom no single word says so: all that is told of somebody is weighed (story/weighing.py).

The rules look for a word of kin, a shared surname, a tie by grammar. Much reporting goes on about a mother by her first
name, paragraphs after it told whose mother she is, and lets her wait, weep and remember. What was learnt of such
reporting tells her from the neighbour and the officer who are named beside her.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from math import log1p

from ..model import Detail, Person
from ..weighing import Told, kin_weights
from .kin import Kin
from .scene import Scene

#: in fewer words than these too little is told
_ENOUGH = 60


@dataclass(frozen=True, slots=True)
class Case:
    """A grown-up to be weighed: the signs (see ``Told``), and what else is known, as numbers."""

    person: Person
    signs: dict[str, int]
    known: dict[str, float]


def find(scene: Scene, kin: Kin) -> Iterator[Detail]:
    """Every mention of grown-ups whom ``kin`` did not find, and of whom is told as of a child's family."""
    if scene.language != "en" or len(scene.story.doc) < _ENOUGH:
        return
    learnt = kin_weights()
    others = [
        p for p in kin.grown if p.id not in kin.found and p.id not in kin.refused and p.pseudonym is None
    ]
    for case in cases(scene, kin, others):
        tells = learnt.tells(case.signs)
        if learnt.likelihood({**case.known, "tells": tells}) < learnt.child:
            continue
        if kin.strangers(case.person) or kin.employs(case.person):
            continue
        why = tuple(learnt.shown(scene.story.doc, case.signs, "told of as family is"))
        scene.kin.add(case.person.id)
        for m in case.person.mentions:
            if not kin.foreign(m, case.person):
                yield Detail("relative", m, kin.children_of(case.person, m), True, why)


def cases(scene: Scene, kin: Kin, people: Collection[Person]) -> Iterator[Case]:
    """``people`` with what is told and known of them."""
    story = scene.story
    if not people:
        return
    everybody = [p for p in story.people if p.mentions]
    known = ["KID" if p.kind == "child" else "KIN" if p.id in kin.found else "PER" for p in everybody]
    quotes = [q.span for q in story.quotes if q.is_speech]
    told = Told(story.doc, [p.mentions for p in everybody], quotes, known)
    names = [[story.text[m.start : m.end].split() for m in p.mentions] for p in everybody]
    surnames = Counter(max(n, key=len)[-1] for n in names if max(map(len, n)) > 1)
    of_kin = {max(n, key=len)[-1] for n, k in zip(names, known, strict=True) if k == "KIN"}
    of_kids = {w for n, k in zip(names, known, strict=True) if k == "KID" for words in n for w in words[-1:]}
    chosen = {p.id for p in people}
    for i, (p, mine) in enumerate(zip(everybody, names, strict=True)):
        if p.id not in chosen:
            continue
        longest = max(mine, key=len)
        alone = {words[0] for words in mine if len(words) == 1}
        surname = longest[-1] if len(longest) > 1 else ""
        signs = [f"n:words{min(len(longest), 3)}", f"n:names{min(len(mine), 5)}"]
        if surname:
            signs += ["n:shared-surname"] if surnames[surname] > 1 else []
            signs += ["n:later-first"] if longest[0] in alone else []
            signs += ["n:later-last"] if surname in alone else []
        case = {
            "adult": p.kind == "adult",
            "one-word": not surname,
            "name-of-child": longest[-1] in of_kids,
            "name-of-kin": longest[-1] in of_kin and p.id not in kin.found,
            "office": any(map(kin.office, p.mentions)),
            "names": log1p(len(mine)),
            "one-child": len(scene.protected) == 1,
            "named-children": min(sum(bool(c.mentions) for c in scene.protected), 3) / 3,
            "other-kin": min(known.count("KIN") - (p.id in kin.found), 4) / 4,
        }
        yield Case(p, told.of(i, signs), {k: float(v) for k, v in case.items() if v})
