"""What a child is called or said to be, by a noun alone: a statement without a verb of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...story.grammar import subjects
from .model import Clause, Said
from .parts import Parts

if TYPE_CHECKING:
    from ...story.parse import Token

_LABELS = {"attr", "acomp", "oprd"}


class Labels:
    """The labels that one story gives to children."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts

    def given_by(self, noun: Token) -> bool:
        """Whether a noun names what a child is called, or said to be."""
        child, head, dep = self.parts.children.child, noun.head, noun.dep_
        if dep == "conj":
            while noun.dep_ == "conj":
                noun = noun.head
            head, dep = noun.head, noun.dep_
        if self.parts.usage.child_noun(noun.lower_):
            return False
        named = [c for c in head.children if c.dep_ in ("dobj", "nsubj")]
        if dep == "oprd" and any(c.dep_ == "dobj" for c in named):  # "she calls the boy a wolf"
            return any(child(c) for c in named if c.dep_ == "dobj")
        if dep in _LABELS:
            if any(c.dep_ == "expl" for c in head.children):
                return False
            of = subjects(head)
            return any(child(t) or self.parts.about.stands_for_child(t) for t in of) or any(map(child, named))
        if dep == "appos":
            return child(head)
        if dep == "pobj" and head.lower_ in ("as", "like", "into", "but", "than"):
            verb = head.head
            while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
                verb = verb.head
            return any(child(t) for t in subjects(verb)) or any(
                child(c) for c in verb.children if c.dep_ in ("dobj", "nsubjpass")
            )
        return any(c.dep_ == "appos" and child(c) for c in noun.children)

    def read(self, noun: Token) -> Clause:
        words = self.parts.usage.words
        tail = [c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("of", "in", "on", "with", "to")]
        last = tail[0].right_edge if tail and noun.pos_ != "ADJ" else noun
        first, end = words.at(noun.left_edge.idx), min(words.at(last.idx) + 1, len(words))
        voices = self.parts.reported.voices(noun)
        return Said(
            first, end, noun.lemma_.lower(), frozenset({"child"}), False, False, "", False, False,
            voices - {"hedged"}, self.parts.held.denied(noun) or _not_so(noun), "hedged" in voices, label=True,
        )  # fmt: skip


def _not_so(noun: Token) -> bool:
    """Whether a label is said not to fit: "she is no burden", "he is not a disease"."""
    return noun.dep_ in ("attr", "acomp") and (
        any(c.dep_ == "neg" for c in noun.head.children)
        or any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)
    )
