"""Who calls somebody something, and whether whoever is called so is a child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .labels import QUOTES

if TYPE_CHECKING:
    from ...story.parse import Token
    from .._scorn_words import ScornWords
    from ..usage import Usage
    from .labels import Labels

_OBJECT = 9  # tokens within which the words for whoever is called so end
_ASIDE = 8  # tokens put in between commas
_NOMINAL = ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM")


class People:
    """Who calls, and who is called so, in one story."""

    def __init__(self, usage: Usage, known: ScornWords, labels: Labels) -> None:
        self._usage, self._known = usage, known
        self._doc, self._listed, self._opening = usage.story.doc, usage.listed, labels.opening

    def passive(self, verb: Token) -> bool:
        """Whether the subject of a verb is whoever is called so."""
        if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
            return verb.tag_ in ("VBN", "VBD")
        if verb.tag_ != "VBN":
            return False
        if any(t.lower_ in self._known.passive for t in self._doc[max(verb.i - 3, 0) : verb.i]):
            return True
        if verb.dep_ not in ("acl", "advcl", "conj", "amod", "xcomp", "pcomp"):
            return False
        return not any(c.dep_ == "nsubj" or c.lower_ in self._known.have for c in verb.children)

    def caller(self, verb: Token, passive: bool) -> float:
        """What whoever calls tells of scorn."""
        if passive:
            callers = [c for by in verb.children if by.lower_ == "by" for c in by.children]
        else:
            callers = [c for c in verb.children if c.dep_ == "nsubj"]
            if not callers and verb.dep_ == "conj":
                callers = [c for c in verb.head.children if c.dep_ == "nsubj"]
        return self.weight([x for c in callers for x in (c, *_joined(c))])

    def weight(self, callers: Sequence[Token]) -> float:
        """What whoever says it tells: friends, the child's own people, a crowd."""
        known = self._known
        if any(c.lower_ in known.fond for c in callers):
            return -3.0
        if any(
            c.lower_ in self._listed["kin"] and any(d.dep_ == "poss" for d in c.children) for c in callers
        ):
            return -1.0
        return float(any(c.lower_ in known.crowd or c.lower_ in known.anyone for c in callers))

    def object(self, at: int, stop: int) -> tuple[int, bool | None]:
        """Where the words for whoever is called so end, and whether that is a child."""
        doc, usage, known = self._doc, self._usage, self._known
        if at >= stop:
            return at, None
        word = doc[at]
        whose = word.tag_ == "PRP$" or word.dep_ == "poss"
        if word.lower_ == "her" and whose:  # "called her jailbait"
            whose = any(usage.person_at(t.idx) is not None for t in doc[at + 1 : self._chunk(at + 1, stop)])
        if word.lower_ in known.objects and not whose:
            return at + 1, False if word.lower_ in known.nobody else self.pronoun(word)
        for i in range(at, min(at + _OBJECT, stop)):
            token = doc[i]
            if token.text in QUOTES or token.text in ".;:" or token.lower_ in ("as", "or"):
                break
            if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN":
                break
            after = doc[i + 1] if i + 1 < stop else None
            child = usage.person_at(token.idx)
            if child is None or token.tag_ == "PRP$" or (after is not None and self._goes_on(after)):
                continue
            if after is not None and after.idx not in self._opening:
                several = token.tag_ in ("NNS", "NNP", "NNPS")
                if after.pos_ == "PROPN" or (after.pos_ == "NOUN" and not several):
                    return at, None  # "call the youth helpline"
            if not child and token.lower_ in known.loose:
                child = None
            return self._aside(i + 1, stop), child
        chunk = self._chunk(at, stop)
        end = self._aside(chunk, stop) if chunk > at else at
        if at < end < stop and (doc[end].idx in self._opening or doc[end].lower_ in known.articles):
            return end, self.unknown(at, chunk)
        return at, None

    def unknown(self, at: int, stop: int) -> bool | None:
        """None where words may stand for somebody at all, else False."""
        doc = self._doc
        nouns = (t for t in doc[at:stop] if t.pos_ in ("NOUN", "PRON", "PROPN", "NUM"))
        people = (t for t in nouns if doc[min(t.i + 1, len(doc) - 1)].tag_ != "POS")
        return None if any(self._somebody(t) for t in people) else False

    def subject(self, verb: Token) -> bool | None:
        """Whether the subject of a passive verb, or what it describes, is a child."""
        over = verb
        for _ in range(4):
            own = next((c for c in over.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < over.i), None)
            if own is not None:
                relative = over.dep_ == "relcl" and own.lower_ in self._known.relative
                return self.who(over.head if relative else own)
            if over.dep_ in ("acl", "relcl"):
                return self.who(over.head)
            if over.dep_ == "pcomp":
                over = over.head
            elif over.dep_ not in ("conj", "xcomp", "ccomp", "advcl"):
                break
            over = over.head
        return None

    def who(self, token: Token) -> bool | None:
        """Whether a word is a child; None where that is not known."""
        known = self.pronoun(token)
        if known is None and token.pos_ in ("NOUN", "PRON") and not self._somebody(token):
            return False
        return known

    def pronoun(self, token: Token) -> bool | None:
        """Whether a word is a child; whom "him" or "them" stands for is too unsure to say that it is none."""
        known = self._usage.person_at(token.idx)
        if token.pos_ != "PRON" or known:
            return known
        child = token.lower_ not in self._known.loose and self._usage.stood_for(token) == "child"
        return True if child else None

    def _goes_on(self, after: Token) -> bool:
        """Whether the words for somebody go on: "the boy | 's father"."""
        if after.text in self._known.genitive:
            return True
        apart = after.pos_ == "DET" or after.text in QUOTES or after.text in ",("
        return not apart and self._usage.person_at(after.idx) is not None

    def _aside(self, end: int, stop: int) -> int:
        """Where what is put in after somebody ends: ", then 16,", "(14)", "all"."""
        doc, known = self._doc, self._known
        if end < stop and doc[end].lower_ in known.floating:
            return end + 1
        if end + 2 >= stop or doc[end].text not in ",(":
            return end
        close = next((t.i for t in doc[end + 1 : min(end + _ASIDE, stop)] if t.text in ",)"), None)
        if close is None or close + 1 >= stop:
            return end
        after = doc[close + 1]
        goes_on = after.idx in self._opening or after.lower_ in known.articles or after.lower_ == "as"
        return close + 1 if goes_on or any(t.text.isdecimal() for t in doc[end:close]) else end

    def _chunk(self, at: int, stop: int) -> int:
        """Where a noun with what is before it ends."""
        doc, end = self._doc, at
        while end < stop and doc[end].pos_ in _NOMINAL and doc[end].idx not in self._opening:
            if end > at and doc[end].pos_ in ("DET", "PRON"):
                break
            end += 1
        return end

    def _somebody(self, token: Token) -> bool:
        word, listed = token.lower_, self._listed
        known = word in listed["person"] or word in listed["kin"] or word in self._known.somebody
        return known or token.ent_type_ == "PERSON"


def _joined(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _joined(child)
