"""The accused of whom a draft says in one place that he is the child's stepfather and in another only the name.

"A girl of nine was beaten by her stepfather, police said. … Milan Dorn, 41, denied the charge on Monday."
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import lazy_re as re
from ...languages.en import accusing
from ...spans import Span
from ..grammar import joined
from ..model import Person
from ..parse import Token
from ..refs import Gender
from .newcomers import Newcomers
from .scene import Scene


class Accused:
    """Reads one draft's accused."""

    def __init__(self, scene: Scene, grown: list[Person], newcomers: Newcomers) -> None:
        self.scene, self.refs, self.text = scene, scene.refs, scene.text
        self.grown = grown
        self.newcomers = newcomers
        self.kin = scene.words("who", "kin") - accusing.NOT_ONE

    def find(self) -> Iterator[tuple[Person, str]]:
        """The only one accused whom nothing else introduces, where family is said to be accused."""
        told = self._family()
        if not told:
            return
        mine = [p for p in self.grown if p.pseudonym is None and self._is_accused(p)]
        if len(mine) != 1 or mine[0].id in self.scene.kin:
            return
        p = mine[0]
        gender = next((r.gender for r in self.refs.refs if r.person is p and r.gender), "")
        fits = [word for word, sex in told if not gender or not sex or sex == gender]
        if fits and not (self.newcomers.introduced(p.mentions[0]) and self._of_a_stranger(p)):
            yield p, f"'{fits[0]}' is said to be accused"

    def _of_a_stranger(self, p: Person) -> bool:
        return any(
            w in self.newcomers.strangers - accusing.SUSPECTS for w in self.newcomers.beside(p.mentions[0])
        )

    def _family(self) -> list[tuple[str, Gender]]:
        """The words for family of a child of which the draft says that they are accused or did the harm."""
        out: list[tuple[str, Gender]] = []
        head = self.text.partition("\n")[0]
        for m in accusing.HEADED.finditer(head):
            word = re.split(r"\s", m["kin"].lower())[-1]
            out.append((m["kin"].lower(), self.refs.gender_of(word)))
        for t in self.refs.doc:
            low = t.lower_
            if (low in self.kin or low in accusing.PARTNERS) and self._of_a_child(t) and self._told_of(t):
                out.append((low, self.refs.gender_of(low)))
        return out

    def _of_a_child(self, noun: Token) -> bool:
        ref = self.refs.at(noun.idx, noun.idx + len(noun))
        if ref is not None and ref.person is not None and ref.person.mentions:
            return False
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if noun.lower_ in accusing.PARTNERS:
            return owner is not None and owner.lower_ in self.kin
        if ref is not None and self.scene.role(ref) == "adult":
            return False
        whose = self.refs.resolve(owner) if owner is not None else None
        if owner is None:
            return any(c.lower_ == "the" for c in noun.children)
        return self.scene.role(whose) in ("child", "none")

    @staticmethod
    def _told_of(noun: Token) -> bool:
        verb = noun.head
        lemma = verb.lemma_.lower()
        if noun.dep_ == "nsubjpass":
            return lemma in accusing.SUFFERS
        if noun.dep_ == "nsubj":
            stands = any(c.lemma_.lower() in accusing.STANDS for c in verb.subtree) and (
                lemma in accusing.APPEARS or lemma == "go"
            )
            harms = lemma in accusing.HARMS and lemma != "take" and verb.tag_ != "VBG"
            return lemma in accusing.DOES or stands or harms
        if noun.dep_ == "pobj" and verb.lower_ == "by":
            return verb.head.lemma_.lower() in accusing.HARMS
        return False

    def _is_accused(self, p: Person) -> bool:
        return any(self._accused_at(m) for m in p.mentions)

    def _accused_at(self, m: Span) -> bool:
        root = self.newcomers.root(m)
        if root is None:
            return False
        if root.dep_ == "appos" and root.head.lower_ in accusing.SUSPECTS:
            return True
        if root.dep_ in ("attr", "oprd") and any(
            n.lower_ in accusing.SUSPECTS
            for c in root.head.children
            if c.dep_ in ("nsubj", "nsubjpass")
            for n in joined(c)
        ):
            return True
        verb = root.head
        lemma = verb.lemma_.lower()
        if root.dep_ == "nsubjpass":
            return lemma in accusing.SUFFERS
        if root.dep_ != "nsubj":
            return False
        stands = lemma in accusing.APPEARS and any(c.lemma_.lower() in accusing.STANDS for c in verb.subtree)
        return (
            lemma in accusing.DOES
            or stands
            or (lemma == "face" and any(c.lemma_.lower() in accusing.FACED for c in verb.subtree))
        )
