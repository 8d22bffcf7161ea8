"""Deeds that hurt nobody, by what they are done to: a ball hit, a puzzle attacked, a dog abandoned."""

from __future__ import annotations

from ...languages.en import befell
from ..grammar import joined, subjects
from ..parse import Token
from .signs import Signs


def goes_on_passive(verb: Token) -> bool:
    """ "Was slapped and kicked": the second verb is a passive too, though no "was" of its own shows it."""
    first = verb.head
    return (
        verb.dep_ == "conj"
        and verb.tag_ in ("VBN", "VBD")
        and first.tag_ == "VBN"
        and any(c.dep_ == "auxpass" for c in first.children)
        and not any(c.dep_ in ("aux", "dobj", "nsubj", "nsubjpass") for c in verb.children)
    )


def inherited(verb: Token) -> bool:
    """Whether the verb has its subject from another than the one it goes on from: a less sure guess."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head is not verb:
        verb = verb.head
    return not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


class Things:
    """Tells in one draft what is no person nor a part of one."""

    def __init__(self, signs: Signs) -> None:
        self.lang, self.refs = signs.lang, signs.refs
        self._contests = [h.start for h in signs.cues.get("deeds", ())] + [
            t.idx for t in signs.doc if t.lower_ in signs.lang.events
        ]

    def hurts_nobody(self, verb: Token) -> bool:
        """ "Hit the crossbar", "attacked the puzzle", "killed it on stage"; "beat 40 rivals" in a contest."""
        to = [n for c in verb.children if c.dep_ == "dobj" for n in joined(c)]
        if not to or verb.lower_ not in self.lang.harmless:
            return False
        if all(self.is_thing(n) for n in to):
            return True
        if verb.lemma_.lower() != "beat" or any(
            c.dep_ in ("prt", "prep") and c.lower_ in ("up", "with", "to") for c in verb.children
        ):
            return False
        s = self.refs.paragraph(verb.idx)
        return any(s.start <= at < s.end for at in self._contests)

    def is_thing(self, noun: Token) -> bool:
        """No person nor a part of one: what one hits, beats and kills without hurting anybody."""
        low = noun.lemma_.lower()
        if low in self.lang.unhurt or noun.lower_ in ("it", "itself"):
            return True
        if (
            noun.pos_ != "NOUN"
            or low in self.lang.open_nouns
            or low in self.lang.body
            or befell.DOER.search(low)
        ):
            return False
        return self.refs.at(noun.idx, noun.idx + len(noun)) is None

    def done_to_thing(self, start: int) -> bool:
        """ "Grooming horses", "the dog had been abandoned and beaten": a verb whose object no person is."""
        verb = self.refs.token(start)
        if verb.pos_ != "VERB":
            return False
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or goes_on_passive(verb)
        if passive:
            to = [] if inherited(verb) else subjects(verb)
        else:
            to = [n for c in verb.children if c.dep_ == "dobj" for n in joined(c)]
        return bool(to) and all(self.is_thing(n) for n in to)
