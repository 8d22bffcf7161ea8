"""One child under several words: what is told of "the victim" or the headline's "girl" befell the child named later."""

from __future__ import annotations

from ... import lazy_re as re
from ..model import Person
from .given import Given
from .kinds import VICTIM
from .signs import Signs
from .whom import Whom
from .words import Hit, Label


class SameChild:
    """Hands on what is told of one draft's nameless children."""

    def __init__(self, signs: Signs, whom: Whom, given: Given) -> None:
        self.signs, self.whom, self.given = signs, whom, given
        self.text, self.refs, self.lang = signs.text, signs.refs, signs.lang

    def victims(self) -> None:
        """ "The complainant, Mercy": the child to whom the story's crime was done."""
        kinds = [k for k in VICTIM if any(kind == k for _, kind in self.given.seen)]
        if not kinds:
            return
        for cue in self.signs.cues.get("victims", ()):
            targets = self.whom.targets(Hit(cue.start, cue.end, Label("", "is")))
            for ref in targets or ():
                if ref.person is not None and ref.person.public_role is None:
                    hit = self._first_hit(kinds[0])
                    if hit is not None:
                        self.given.assign(ref.person, hit)

    def _first_hit(self, kind: str) -> Hit | None:
        evidence = [s.evidence for p in self.signs.children for s in p.situations if s.kind == kind]
        if not evidence:
            return None
        first = min(evidence)
        return Hit(first.start, first.end, Label(kind, "near"))

    def theme(self) -> None:
        """What a headline or lead says of a nameless child is said of the child the story then names."""
        named = [p for p in self.signs.children if p.mentions and p.public_role is None]
        bare = [p for p in named if not p.situations or {s.kind for s in p.situations} <= {"witness"}]
        unnamed = [
            p
            for p in self.signs.children
            if not p.mentions and p.id not in self.signs.generic and p.situations and p.nominals
        ]
        single = [p for p in named if not self._is_sibling(p)]
        if len(single) == 1:
            # "the boy" after the only child named is that child
            for p in unnamed:
                n = p.nominals[0]
                definite = self.text[n.start : n.start + 4].lower() == "the "
                if definite and n.start > single[0].mentions[0].start and self._alike(p, single[0]):
                    for s in list(p.situations):
                        self.given.assign(
                            single[0], Hit(s.evidence.start, s.evidence.end, Label(s.kind, "near"))
                        )
        if not bare or not unnamed:
            return
        heroes = [p for p in bare if not self._is_sibling(p)] or []
        if not heroes or len(named) > 4:
            return
        hero = max(heroes, key=lambda p: (len(p.mentions), -p.mentions[0].start))
        for p in unnamed:
            n = p.nominals[0]
            many = any(r.plural for r in self.refs.within(n.start, n.start + 1))
            if many and self.refs.paragraph_index(n.start) <= 3:
                # "three pupils were abducted ... named them as": all those the story then names
                for s in list(p.situations):
                    for q in heroes:
                        self.given.assign(q, Hit(s.evidence.start, s.evidence.end, Label(s.kind, "near")))
                continue
            if not self._alike(p, hero):
                continue
            if self.refs.paragraph_index(n.start) <= 3 or len(named) == 1:
                for s in list(p.situations):
                    if any(s.kind == x.kind for q in named if q is not hero for x in q.situations):
                        continue
                    self.given.assign(hero, Hit(s.evidence.start, s.evidence.end, Label(s.kind, "near")))

    def _is_sibling(self, p: Person) -> bool:
        """Brought in as somebody's brother, sister or friend."""
        m = p.mentions[0]
        words = re.findall(r"[\w-]+", self.text[max(m.start - 30, 0) : m.start].lower())[-3:]
        return any(w in self.lang.peers for w in words)

    def _alike(self, p: Person, q: Person) -> bool:
        """Nothing speaks against one gender and number."""
        if any(r.plural for r in self.refs.refs if r.person is p or r.person is q):
            return False
        one, two = self.signs.gender(p), self.signs.gender(q)
        return not (one and two and one != two)
