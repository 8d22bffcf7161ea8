"""What was found of whom: each child's situations, and how sure it is that each is its own."""

from __future__ import annotations

from ... import lazy_re as re
from ..model import Evidence, Person, Situation
from ..refs import Ref
from .signs import Signs
from .words import Hit, Label


class Given:
    """Fills ``Person.situations`` of one draft's children."""

    def __init__(self, signs: Signs) -> None:
        self.text, self.refs, self.lang = signs.text, signs.refs, signs.lang
        self.seen: dict[tuple[str, str], str] = {}  # (person, kind) -> frame
        self.nobody: list[Hit] = []  # cues about a child that is no Person ("the accused, 14")

    def give(self, ref: Ref, hit: Hit) -> None:
        if ref.person is None:
            self.nobody.append(hit)
        else:
            self.assign(ref.person, hit)

    def assign(self, person: Person, hit: Hit) -> None:
        kind, frame = hit.label.kind, hit.label.frame
        known = self.seen.get((person.id, kind))
        if known is not None:
            if known == "near" and frame != "near":
                self.seen[person.id, kind] = frame
            return
        weapon = kind == "combatant" and bool(self.lang.weapons.search(self.text))
        self.seen[person.id, kind] = frame
        evidence = Evidence(hit.start, hit.end, kind.replace("-", " "))
        person.situations.append(Situation(kind, evidence, weapon))
        if kind == "abuse-neglect-victim" and frame == "done_to" and self._trusted(hit):
            self.assign(person, Hit(hit.start, hit.end, Label("sexual-abuse-victim", frame)))

    def _trusted(self, hit: Hit) -> bool:
        """ "Abused by a neighbour": plain "abuse" by somebody a child trusts mostly means sexual abuse."""
        if not self.text[hit.start : hit.end].lower().startswith("abus"):
            return False
        s = self.refs.sentence(hit.start)
        return any(w in self.lang.trusted for w in re.findall(r"[\w-]+", self.text[s.start : s.end].lower()))
