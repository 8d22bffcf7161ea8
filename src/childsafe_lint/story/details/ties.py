"""Family ties that the grammar tells: whose daughter a child is, who is a couple, whose wife or sister one is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ... import seek
from ..grammar import subjects
from ..model import Person
from ..refs import Gender, Ref
from .scene import Scene

if TYPE_CHECKING:
    from ..parse import Token

SPOUSES = frozenset("wife husband widow widower partner girlfriend boyfriend fiancé fiancée spouse".split())
#: whom a paragraph may go on to call by name
_ONE_OF_US = frozenset(
    "mother father mum mom dad parents grandmother grandfather gran grandma grandpa nan aunt uncle stepmother"
    " stepfather".split()
)
_NAMED = re.compile(r"\s*,?\s+(?:the\s+late\s+)?(?:(?:Mr|Mrs|Ms|Mme)\.?\s+)?")
_THEIRS = frozenset({"his", "her", "their", "whose"})
#: what is said to be left behind: "She is survived by her parents, X and Y"
_SURVIVED = seek.compile(
    r"\b(?:survived\s+by|leaves\s+behind|is\s+mourned\s+by|missed\s+by|predeceased\s+by)\b"
)
_BELOVED = re.compile(
    r"(?:^|[.!?\n]\s*)(?:[A-Z]?[a-z]+\s+){0,3}?(?:son|daughter|child|grandson|granddaughter|brother|sister)\s+(?:of|to)\s+$",
    re.IGNORECASE,
)


class Ties:
    """Reads one draft; ``family`` holds the ids of those known to be family, and grows outside."""

    def __init__(self, scene: Scene, grown: list[Person], family: set[str]) -> None:
        self.scene, self.refs, self.text = scene, scene.refs, scene.text
        self.grown = {p.id: p for p in grown}
        self.family = family
        self.young = scene.words("relative", "young")
        self.peers = scene.words("relative", "peer")

    def read(self) -> Iterator[tuple[Person, str]]:
        """Who is tied to a child, and by what; to be read again when more of the family is known."""
        for token in self.refs.doc:
            low = token.lower_
            if token.pos_ not in ("NOUN", "PROPN"):
                continue
            if low in self.young or low in self.peers:
                yield from self._child_of(token)
            if low in SPOUSES or low in self.peers:
                yield from self._beside(token)
        yield from self._couples()
        yield from self._mourners()
        yield from self._told_before()

    # -- "the girl is his stepdaughter", "said the girl was her niece", "the girl, her only daughter, had"
    def _child_of(self, noun: Token) -> Iterator[tuple[Person, str]]:
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is None:
            return
        child = self._said_of(noun)
        if child is None:
            return
        for p in self._owners(owner, child):
            yield p, "the child is said to be theirs"

    def _said_of(self, noun: Token) -> Ref | None:
        """The protected child whom the noun is said of."""
        if noun.dep_ in ("attr", "oprd"):
            told = subjects(noun.head)
        elif noun.dep_ == "appos":
            told = [noun.head]
        else:
            return None
        for t in told:
            ref = self.refs.at(t.idx, t.idx + len(t))
            if ref is None and t.lower_ in self.refs.pronouns:
                ref = self.refs.antecedent(t.idx, self.refs.pronouns[t.lower_])
            if ref is not None and ref.role == "child" and not ref.generic and self._protected(ref):
                return ref
        return None

    def _protected(self, ref: Ref) -> bool:
        return ref.person is None or ref.person in self.scene.protected

    def _owners(self, owner: Token, child: Ref) -> list[Person]:
        """The grown-ups a possessive stands for: one by name, pronoun or role; of "their" both of a couple."""
        low = owner.lower_
        if low in ("their",):
            return self._pair(owner.idx)
        if low in self.refs.pronouns:
            ref = self.refs.antecedent(owner.idx, self.refs.pronouns[low], child)
        else:
            ref = self.refs.at(owner.idx, owner.idx + len(owner))
        if ref is None:
            return []
        if ref.person is None and ref.word in self.scene.words("relative", "victims") | {"man", "woman"}:
            return self._named_as(ref)
        return [ref.person] if ref.person is not None and ref.person.id in self.grown else []

    def _named_as(self, role: Ref) -> list[Person]:
        """ "The suspect is X": the name a role word has beside it."""
        token = self.refs.token(role.end - 1)
        for t in token.children:
            if t.dep_ == "appos" and (p := self._person(t)) is not None:
                return [p]
        if token.dep_ == "nsubj":
            for t in token.head.children:
                if t.dep_ == "attr" and (p := self._person(t)) is not None:
                    return [p]
        return []

    def _pair(self, at: int) -> list[Person]:
        """The last two grown-ups named before ``at`` in its paragraph, where they are a couple."""
        start = self.refs.paragraph(at).start
        named: dict[str, Person] = {}
        for r in self.refs.within(start, at):
            if r.person is not None and r.person.id in self.grown:
                named[r.person.id] = r.person
        last = list(named.values())[-2:]
        spoken = {t.lower_ for t in self.refs.within_tokens(start, at)}
        return last if len(last) == 2 and spoken & (SPOUSES | {"couple", "married", "and"}) else []

    # -- "his wife, X", "her sister X": of somebody who is family
    def _beside(self, noun: Token) -> Iterator[tuple[Person, str]]:
        person = self._name_after(noun)
        if person is None or person.id in self.family:
            return
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        the = next((c for c in noun.children if c.dep_ == "det" and c.lower_ == "the"), None)
        if owner is None and (the is None or noun.lower_ not in SPOUSES):
            return
        at = owner.idx if owner is not None else noun.idx
        own = self.refs.gender_of(noun.lower_)
        other: Gender = "m" if own == "f" else "f" if own == "m" else ""
        if owner is None:
            who = self.refs.antecedent(at, other)
        elif owner.lower_ in self.refs.pronouns:
            who = self.refs.antecedent(at, self.refs.pronouns[owner.lower_])
        else:
            who = self.refs.at(at, at + len(owner))
        if who is None:
            return
        kin = self.scene.role(who) == "kin" or (who.person is not None and who.person.id in self.family)
        if kin and (who.person is not None or owner is None):
            yield person, "family of the child's family"

    def _name_after(self, noun: Token) -> Person | None:
        for t in noun.children:
            if t.dep_ == "appos" and (p := self._person(t)) is not None:
                return p
        if noun.head.i > noun.i and noun.dep_ in ("compound", "nmod", "poss"):
            return self._person(noun.head)
        gap = _NAMED.match(self.text, noun.idx + len(noun))
        if gap is None:
            return None
        ref = self.refs.at(gap.end(), gap.end() + 1)
        return ref.person if ref is not None and ref.start == gap.end() and self._grown(ref) else None

    # -- "For X and Y Renshaw", where Y is known to be family
    def _couples(self) -> Iterator[tuple[Person, str]]:
        for key in list(self.family):
            person = self.grown.get(key)
            for m in person.mentions if person is not None else ():
                before = self.refs.before(m.start, m.start - 40)
                if before is None or not self._grown(before) or before.person is None:
                    continue
                if before.person.id in self.family or " " not in self.text[m.start : m.end]:
                    continue
                bare = " " not in self.text[before.start : before.end].strip()
                if bare and re.fullmatch(r"\s+(?:and|&|nor|or)\s+", self.text[before.end : m.start]):
                    yield before.person, "named together with family"

    # -- "His mother works nights. X had left a plate in the oven": a first name that nothing introduces
    def _told_before(self) -> Iterator[tuple[Person, str]]:
        for p in self.grown.values():
            m = p.mentions[0]
            if p.id in self.family or any(" " in self.text[x.start : x.end] for x in p.mentions):
                continue
            i = self.refs.sentence_index(m.start)
            s = self.refs.sentences[i]
            head = re.search(r"(?:^|[;:]\s|\band\s)$", self.text[s.start : m.start])
            token = self.refs.token(m.start)
            if not i or head is None or token.dep_ != "nsubj" or token.ent_type_ not in ("PERSON", ""):
                continue
            one = self.refs.sentences[i - 1]
            if self.refs.paragraph_index(one.start) != self.refs.paragraph_index(m.start):
                continue
            kin = [r for r in self.refs.within(one.start, one.end) if r.role == "kin" and r.person is None]
            named = [r for r in self.refs.within(one.start, one.end) if self._grown(r)]
            if len(kin) != 1 or named or self.refs.token(kin[0].start).dep_ not in ("nsubj", "nsubjpass"):
                continue
            word = kin[0]
            gender = next((r.gender for r in self.refs.refs if r.person is p and r.gender), "")
            apart = gender and word.gender and gender != word.gender
            if word.word in _ONE_OF_US and not apart and self.scene.family_near(one.start):
                yield p, f"'{word.word}' in the sentence before"

    # -- "survived by X and Y", "beloved son of X and Y"
    def _mourners(self) -> Iterator[tuple[Person, str]]:
        for m in _SURVIVED.finditer(self.text):
            if self.scene.about(m.start()) == "child":
                yield from self._listed(m.end(), "mourns the child")
        for r in self.refs.refs:
            if self._grown(r) and r.person is not None and r.person.id not in self.family:
                start = self.refs.sentence(r.start).start
                if _BELOVED.search(self.text[max(0, start - 2) : r.start]):
                    yield from self._listed(r.start, "the child is said to be theirs")

    def _listed(self, at: int, why: str) -> Iterator[tuple[Person, str]]:
        for r in self.refs.within(at, self.refs.sentence(at).end):
            if self._grown(r) and r.person is not None:
                yield r.person, why

    def _grown(self, ref: Ref) -> bool:
        return ref.person is not None and ref.person.id in self.grown

    def _person(self, token: Token) -> Person | None:
        ref = self.refs.at(token.idx, token.idx + len(token))
        return ref.person if ref is not None and self._grown(ref) else None
