"""Whether anybody stands by a statement, or it is told as untrue, unsaid, a wrong done by saying it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...languages.en import saying
from ...story.grammar import subjects
from ..usage import Usage
from .children import Children
from .mood import negated
from .reported import Reported
from .where import Where

if TYPE_CHECKING:
    from ...story.parse import Stretch, Token

_AGGRIEVED = frozenset({"child", "family", "protector"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


class Held:
    """What is held in one story, and what is not."""

    def __init__(self, usage: Usage, children: Children, where: Where, reported: Reported) -> None:
        self.usage, self.children, self.where, self.reported = usage, children, where, reported
        self.listed = usage.listed

    def denied(self, head: Token) -> bool:
        if self._demanded(head):
            return True
        below = head
        for token in head.ancestors:
            if token.lower_ in self.listed["rumour"] and any(
                c.dep_ in ("acomp", "attr") and c.lower_ in self.listed["untrue"] for c in token.head.children
            ):
                return True
            if below.dep_ in ("relcl", "advcl") and below.i != head.i:
                return below.lemma_.lower() in self.listed["saying"] and _protested(token)
            below, through = token, below.dep_
            if any(c.dep_ == "det" and c.lower_ == "no" for c in token.children) and token.pos_ == "NOUN":
                return True
            if through == "conj":
                continue  # "he denied the charge and that a child …"
            own = token.lemma_ == "admit" and through == "xcomp"  # "she admitted going there"
            if token.lemma_.lower() in self.listed["denying"] and through != "nsubj" and not own:
                return True
            held = through in ("acl", "ccomp", "relcl") and token.lower_ in self.listed["opinion"]
            if held and token.lemma_ != "doubt" and negated(token.head):
                return True  # "it was never our view that …"
            if token.lemma_ == "be" and through != "nsubj" and negated(token):
                views = (c.lower_ in self.listed["opinion"] for c in token.children if c.dep_ == "attr")
                if any(views):
                    return True
            said = token.lemma_.lower() in self.listed["saying"] and through != "advcl"
            if said and self._not_held(token):
                return True
        return False

    def refuted(self, first: int, end: int) -> bool:
        """Whether what words ``first`` to ``end`` claim is denied, or told as a wrong that was said."""
        found = self._tokens(first, end)
        if found is None:
            return False
        head = _verb(found[0])
        claims = (
            t
            for t in found
            if t.lemma_.lower() in self.listed["guessing"] and any(c.dep_ == "ccomp" for c in t.children)
        )
        return (
            _named_in_general(head)
            or any(map(self._demanded, found))
            or self.denied(head)
            or self.complained_of(head)
            or any(map(self._not_held, claims))
        )

    def complained_of(self, head: Token) -> bool:
        """Whether the child, its family or who protects children tells what others say of it: "her mother said
        neighbours had called her a liar"."""
        layers = []
        for token in (head, *head.ancestors):
            above = token.head
            if token.dep_ in ("ccomp", "dep") and above.lemma_.lower() in self.listed["saying"]:
                layers.append(above)
        if not layers:
            return False
        quote = self.where.quote(layers[0])
        outer = set(self.reported.speaker(layers[1])) if len(layers) > 1 else set()
        if quote is not None:
            outer |= self.reported.quoted(quote)
        return not _AGGRIEVED.isdisjoint(outer) and _AGGRIEVED.isdisjoint(self.reported.speaker(layers[0]))

    def of_others(self, first: int, end: int) -> bool:
        """Whether words ``first`` to ``end`` tell what a grown-up or an institution did, not a child or its family."""
        found = self._tokens(first, end)
        if found is None:
            return False
        verb = _verb(found.root)
        who = subjects(verb)
        if not who or not all(map(self._others, who)):
            return False
        between = verb.doc[max(t.i for t in who) + 1 : verb.i]
        nearer = [
            t for t in between if t.dep_ in _SUBJECT or t.head.dep_ == "amod"
        ]  # "the 14-year-old dresses"
        owners = [c for t in found for c in t.children if c.dep_ == "poss"]  # "her history of lying"
        return not any(map(self.children.child, (*nearer, *owners)))

    def _others(self, token: Token) -> bool:
        word, listed = token.lower_, self.listed
        if word in listed["kin"] or word in listed["rumour"] or self.children.child(token):
            return False
        grown = self.usage.person_at(token.idx) is False and token.pos_ != "PRON"
        office = any(word in listed[kind] for kind in ("authorities", "partisans", "protectors", "bodies"))
        return grown or office or token.ent_type_ == "ORG"

    def _tokens(self, first: int, end: int) -> Stretch | None:
        span = self.usage.words.span(first, end)
        return self.usage.story.doc.char_span(span.start, span.end, alignment_mode="expand")

    def _demanded(self, clause: Token) -> bool:
        """Whether somebody only wants it so: "they insisted that the boy be named"."""
        return (
            clause.dep_ == "ccomp"
            and clause.head.lemma_.lower() in self.listed["saying"]
            and any(t.lower_ == "be" for t in (clause, *clause.children))
            and not any(c.dep_ == "aux" for c in clause.children)
        )

    def _not_held(self, verb: Token) -> bool:
        """Whether it is told that something is not said, not believed or falsely so."""
        if verb.lemma_ != "doubt" and any(
            c.dep_ == "neg" or c.lower_ in ("never", "nobody") for c in verb.children
        ):
            return True
        passive = verb.lemma_ == "tell" and any(c.dep_ == "auxpass" for c in verb.children)
        if passive and any(
            self.children.child(t) or t.lower_ in self.listed["anyone"] for t in subjects(verb)
        ):
            return True  # "children who were told that they had wanted it"
        above = verb.head if verb.dep_ in ("xcomp", "ccomp", "advcl") else None
        if verb.head.lemma_ in saying.ENTITLED and verb.dep_ in ("xcomp", "acl"):
            return True
        return (above is not None and above.lemma_ in saying.RELUCTANT and verb.dep_ == "xcomp") or any(
            t.lower_ in self.listed["untrue"] and t.dep_ in ("advmod", "acomp")
            for t in (*verb.children, *((above, *above.children) if above is not None else ()))
        )


def _protested(verb: Token) -> bool:
    """Whether it is told that people would not let something stand: "they walked out when the judge asked"."""
    if verb.lemma_ in saying.LEAVING:
        return any(c.lower_ == "out" for c in verb.children)
    own = (c.lower_ for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "attr", "dobj"))
    return verb.lemma_ in saying.PROTESTING or not saying.OUTCRY.isdisjoint(own)


def _verb(token: Token) -> Token:
    """The verb that a word depends on."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _named_in_general(verb: Token) -> bool:
    """Whether naming somebody so is itself what a sentence is about: "calling a child evil explains nothing"."""
    return verb.lemma_ in saying.CALLING and verb.tag_ == "VBG" and verb.dep_ in ("csubj", "nsubj", "pcomp")
