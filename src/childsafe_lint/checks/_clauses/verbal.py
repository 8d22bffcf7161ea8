"""A statement read off its verb."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...story.grammar import subjects
from .mood import negated
from .parts import Parts

if TYPE_CHECKING:
    from ...story.parse import Token

_LEAST = 3  # words of a statement


class Verbal:
    """A ``Clause`` read off its verb, one question at a time: most are ruled out by the first."""

    label = False

    def __init__(self, parts: Parts, head: Token, auxes: list[str]) -> None:
        self._parts = parts
        self._head = head
        self._auxes = auxes
        self.verb = head.lemma_.lower()

    @cached_property
    def _extent(self) -> tuple[int, int]:
        aside = self.condition and self._head.dep_ == "advcl"
        return self._parts.where.extent(self._head.head if aside else self._head)

    @property
    def first(self) -> int:
        return self._extent[0]

    @property
    def end(self) -> int:
        return self._extent[1]

    @property
    def too_short(self) -> bool:
        return self.end - self.first < _LEAST

    def may_hold(self, first: int, end: int) -> bool:
        low, high = self._parts.where.sentence_words(self._head)
        return low <= first and end <= high

    @cached_property
    def _tells(self) -> bool:
        """Whether the verb itself passes on a guess."""
        head = self._head
        if self.passive:  # "is thought by classmates to have run off"
            agents = any(c.dep_ == "agent" for c in head.children)
            return agents and self.verb in self._parts.listed["hearsaying"]
        return self._parts.reported.passes_on(head) and head.dep_ not in ("acl", "relcl")

    @cached_property
    def _subjects(self) -> frozenset[str]:
        if any(c.dep_ == "expl" for c in self._head.children):
            return frozenset({"thing"})  # "there was a debt" is of no one
        kinds = {kind for s in subjects(self._head) for kind in self._parts.about.kinds(s)}
        if self._parts.about.grown_doer(self._head):
            kinds.add("grown")
        return frozenset(kinds)

    @cached_property
    def subjects(self) -> frozenset[str]:
        of, child, below = self._subjects, self._parts.children.child, self._head.subtree
        if self._tells:
            if self.passive:
                pass
            elif self.verb in self._parts.listed["hinting"]:
                of = frozenset({"thing"})
            elif any(child(t) for t in below):
                of |= {"child"}
        if not of & {"child", "kin"} and any(child(t) for t in below if t.pos_ in ("NOUN", "PRON", "PROPN")):
            of |= {"about"}
        return of or frozenset({"other"})

    @cached_property
    def negated(self) -> bool:
        head = self._head
        return (
            negated(head)
            or any(negated(c) for c in head.children if c.dep_ == "auxpass")
            or "nobody" in self._subjects
        )

    @cached_property
    def asked(self) -> bool:
        return self._parts.mood.asked(self._head)

    @cached_property
    def passive(self) -> bool:
        return any(c.dep_ in ("auxpass", "nsubjpass") for c in self._head.children)

    @cached_property
    def condition(self) -> bool:
        return self._parts.mood.condition(self._head, self.asked)

    @cached_property
    def modal(self) -> str:
        return self._parts.mood.modal(self._head, self._auxes)

    @cached_property
    def _voices(self) -> frozenset[str]:
        voices = self._parts.reported.voices(self._head)
        if self._tells:
            who = subjects(self._head)
            if self.passive:
                agents = [c for c in self._head.children if c.dep_ == "agent"]
                who = [o for c in agents for o in c.children if o.dep_ == "pobj"]
            voices |= {v for t in who for v in self._parts.speakers.voice(t)} | {"hedged"}
            if self.verb in self._parts.listed["hinting"] and any(t.tag_ == "NNS" for t in who):
                voices |= {"crowd"}
        return voices

    @property
    def voices(self) -> frozenset[str]:
        return self._voices - {"hedged"}

    @property
    def hedged(self) -> bool:
        return "hedged" in self._voices

    @property
    def denied(self) -> bool:
        return self._parts.held.denied(self._head) or self._parts.held.complained_of(self._head)

    @property
    def perfect(self) -> bool:
        return not {"had", "'d", "’d"}.isdisjoint(self._auxes)

    @property
    def past(self) -> bool:
        auxes = self._auxes
        return {"will", "can", "must", "'ll", "’ll"}.isdisjoint(auxes) and (
            self._head.tag_ in ("VBD", "VBN") or "did" in auxes or "had" in auxes
        )
