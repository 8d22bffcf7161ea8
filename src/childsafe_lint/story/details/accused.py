"""The accused of whom a draft says in one place that he is the child's stepfather and in another only the name.

"A girl of nine was beaten by her stepfather, police said. … Milan Dorn, 41, denied the charge on Monday."
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import lazy_re as re
from ...spans import Span
from ..grammar import joined
from ..model import Person
from ..parse import Token
from ..refs import Gender
from .newcomers import Newcomers
from .scene import Scene

#: what is done with who is accused, and what these do
_SUFFERS = frozenset(
    "arrest charge detain remand jail sentence convict arraign apprehend accuse indict acquit question nab hold book"
    " imprison prosecute try".split()
)
_DOES = frozenset("deny plead admit confess".split())
_STANDS = frozenset("dock trial court".split())
_SUSPECTS = frozenset("accused suspect defendant perpetrator attacker culprit".split())
#: what family is said to have done to a child, as a passive with "by"
_HARMS = frozenset(
    "kill murder beat abuse rape defile molest burn stab strangle torture assault starve drown sell traffic neglect"
    " poison scald whip lock chain hit shake abduct take snatch impregnate groom harm attack injure shoot hack".split()
)
#: a headline has no grammar: "Stepdad in court over death of toddler", "Mum jailed", "Father kills son"
_HEADED = re.compile(
    r"(?P<kin>(?:step-?|grand|foster-?)?(?:mother|father|mum|mom|dad)|uncle|aunt|(?:mum|mom|mother|dad|father)['’]s\s+(?:ex-)?(?:boyfriend|partner|lover|girlfriend))"
    r"\s+(?:(?:is|was|to|due|appears|stands)\s+)?(?:jailed|held|charged|arrested|accused|remanded|nabbed|convicted|guilty|in\s+(?:court|the\s+dock)|on\s+trial|denies|admits|pleads|kills?|defiles?|rapes?|sells?|sold|murdered)\b",
    re.IGNORECASE,
)


class Accused:
    """Reads one draft's accused."""

    def __init__(self, scene: Scene, grown: list[Person], newcomers: Newcomers) -> None:
        self.scene, self.refs, self.text = scene, scene.refs, scene.text
        self.grown = grown
        self.newcomers = newcomers
        self.partners = frozenset("partner boyfriend girlfriend lover husband wife".split())
        self.kin = scene.words("who", "kin") - frozenset(
            "family families household relative relatives parents guardian guardians".split()
        )

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
        return any(w in self.newcomers.strangers - _SUSPECTS for w in self.newcomers.beside(p.mentions[0]))

    def _family(self) -> list[tuple[str, Gender]]:
        """The words for family of a child of which the draft says that they are accused or did the harm."""
        out: list[tuple[str, Gender]] = []
        head = self.text.partition("\n")[0]
        for m in _HEADED.finditer(head):
            word = re.split(r"\s", m["kin"].lower())[-1]
            out.append((m["kin"].lower(), self.refs.gender_of(word)))
        for t in self.refs.doc:
            low = t.lower_
            if (low in self.kin or low in self.partners) and self._of_a_child(t) and self._told_of(t):
                out.append((low, self.refs.gender_of(low)))
        return out

    def _of_a_child(self, noun: Token) -> bool:
        ref = self.refs.at(noun.idx, noun.idx + len(noun))
        if ref is not None and ref.person is not None and ref.person.mentions:
            return False
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if noun.lower_ in self.partners:
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
            return lemma in _SUFFERS
        if noun.dep_ == "nsubj":
            stands = any(c.lemma_.lower() in _STANDS for c in verb.subtree) and lemma in (
                "appear",
                "stand",
                "go",
            )
            return lemma in _DOES or stands or (lemma in _HARMS and lemma != "take" and verb.tag_ != "VBG")
        if noun.dep_ == "pobj" and verb.lower_ == "by":
            return verb.head.lemma_.lower() in _HARMS
        return False

    def _is_accused(self, p: Person) -> bool:
        return any(self._accused_at(m) for m in p.mentions)

    def _accused_at(self, m: Span) -> bool:
        root = self.newcomers.root(m)
        if root is None:
            return False
        if root.dep_ == "appos" and root.head.lower_ in _SUSPECTS:
            return True
        if root.dep_ in ("attr", "oprd") and any(
            n.lower_ in _SUSPECTS
            for c in root.head.children
            if c.dep_ in ("nsubj", "nsubjpass")
            for n in joined(c)
        ):
            return True
        verb = root.head
        lemma = verb.lemma_.lower()
        if root.dep_ == "nsubjpass":
            return lemma in _SUFFERS
        if root.dep_ != "nsubj":
            return False
        stands = lemma in ("appear", "stand") and any(c.lemma_.lower() in _STANDS for c in verb.subtree)
        return (
            lemma in _DOES
            or stands
            or (lemma == "face" and any(c.lemma_.lower() in ("charge", "trial") for c in verb.subtree))
        )
