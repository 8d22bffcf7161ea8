"""Who says a statement: whoever it is reported of, whoever is quoted, or the paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...languages.en import saying
from ...story.grammar import subjects
from ...story.model import Quote
from ..usage import Usage
from .children import Children
from .speakers import Speakers, people_there
from .where import Where

if TYPE_CHECKING:
    from ...story.parse import Token

_ANYBODY = frozenset({"crowd", "unnamed", "partisan"})
_REACH = 14  # words between a quotation and the verb that says whose it is


class Reported:
    """Whose one story's statements are."""

    def __init__(self, usage: Usage, children: Children, speakers: Speakers, where: Where) -> None:
        self.usage, self.children, self.speakers, self.where = usage, children, speakers, where
        self.listed = usage.listed
        self._spoken: dict[int, frozenset[str]] = {}  # by the start of a quotation

    def voices(self, head: Token) -> frozenset[str]:
        found = set(self._reported(head))
        quote = self.where.quote(head)
        if quote is not None:
            found |= self.quoted(quote)
        return frozenset(found or {"paper"})

    def _reported(self, head: Token) -> Iterator[str]:
        if _relative(head):
            return
        token = head
        for _ in range(6):
            if token.dep_ == "pcomp" and token.head.lower_ in saying.WHEN:
                return
            if token.dep_ == "advcl" and any(
                c.lower_ in saying.WHEN for c in token.children if c.i < token.i
            ):
                return
            for c in token.children:
                if c.dep_ == "advcl":
                    yield from self._believed(c) if c.lemma_ == "be" else self._as_told(c)
                if c.dep_ == "parataxis" and c.lemma_.lower() in self.listed["saying"]:
                    yield from self.speaker(c)
                if c.lower_ == "in":
                    yield from self._in_opinion(c)
                if c.lower_ == "according":
                    for to in c.children:
                        for o in to.children:
                            yield from self.speakers.voice(o)
            parent = token.head
            if parent.i == token.i:
                return
            says = parent.lemma_.lower() in self.listed["saying"] and token.dep_ in ("ccomp", "dep")
            says = says and not (parent.lemma_ in saying.SENSING and token.tag_ in ("VB", "VBG"))
            if says and not _supposed(parent) and not _wonders(parent, token):
                yield from self.speaker(parent)
                if self.where.quote(token) is None and _of_oneself(parent, token):
                    yield "child"
            if token.dep_ == "ccomp" and parent.lower_ in saying.SURE and parent.dep_ == "acomp":
                yield from self.speaker(parent.head)
                yield "hedged"
            if token.dep_ in ("ccomp", "acl") and self._minded(parent, token):
                yield from self.speaker(parent)
                yield "hedged"
            if parent.lower_ in self.listed["rumour"] and token.dep_ in ("acl", "ccomp"):
                yield from self._whose(parent)
                yield "hedged"
            if parent.lower_ in self.listed["opinion"] and token.dep_ in ("acl", "ccomp", "relcl"):
                verb = parent.head
                if verb.pos_ == "VERB":
                    yield "hedged"
                    yield from self.speaker(verb)
            if parent.lemma_ == "be" and token.dep_ == "ccomp":
                for told in parent.children:
                    if told.dep_ in ("nsubj", "attr") and told.lower_ in self.listed["rumour"]:
                        yield from self._whose(told)
                        yield "hedged"
            token = parent

    def _whose(self, told: Token) -> Iterator[str]:
        """Whose a rumour or a claim is: of the people, where nobody's."""
        owners = [c for c in told.children if c.dep_ == "poss"]
        for owner in owners:
            yield from self.speakers.voice(owner)
        if not owners:
            yield "crowd"

    def _in_opinion(self, preposition: Token) -> Iterator[str]:
        """Whose "in his opinion" or "in the eyes of the village" it is."""
        for held in preposition.children:
            if held.lower_ in self.listed["opinion"] | {"eyes"}:
                owners = [c for c in held.children if c.dep_ == "poss"]
                owners += [o for c in held.children if c.lower_ == "of" for o in c.children]
                for owner in owners:
                    yield from self.speakers.voice(owner)

    def _minded(self, verb: Token, clause: Token) -> bool:
        """Whether somebody holds something for true: "has made up its mind", "has no doubt", or "has him stealing"."""
        if (
            verb.lemma_ == "have"
            and clause.tag_ not in ("VB", "VBN")  # "they had him stay"
            and any(s.lower_ in self.listed["hearsay"] for s in subjects(verb))
        ):
            return True
        held = {c.lower_ for c in verb.children if c.dep_ == "dobj"}
        return verb.lemma_ in ("make", "have", "form", "hold", "get") and bool(
            held & {"mind", "minds", "doubt"}
        )

    def _as_told(self, aside: Token) -> Iterator[str]:
        """Who says it, named in an aside: "as the barber tells it", "to hear him tell it", "if you ask
        her"."""
        before = {c.lower_ for c in aside.children if c.i < aside.i}
        tells: list[Token] = []
        if "as" in before and "if" not in before and aside.lemma_ in saying.AS_TOLD:
            tells = subjects(aside)
        elif "to" in before and aside.lemma_ == "hear":
            tells = [s for c in aside.children if c.dep_ == "ccomp" for s in subjects(c)]
        elif "if" in before and aside.lemma_ == "ask" and any(s.lower_ == "you" for s in subjects(aside)):
            tells = [c for c in aside.children if c.dep_ == "dobj"]
        voices = {v for t in tells for v in self.speakers.voice(t)}
        if not _ANYBODY.isdisjoint(voices):
            yield "hedged"
        yield from voices

    def _believed(self, condition: Token) -> Iterator[str]:
        """Of whom is said "if they are to be believed", "if they are right", "if the gossip is anything to go by"."""
        if any(s.lower_ in self.listed["rumour"] for s in subjects(condition)):
            yield from ("hedged", "crowd")
        believed = any(c.dep_ == "xcomp" and c.lemma_ in ("believe", "trust") for c in condition.children)
        right = any(c.dep_ == "acomp" and c.lower_ in ("right", "correct") for c in condition.children)
        voices = {v for s in subjects(condition) for v in self.speakers.voice(s)}
        if believed or (right and not _ANYBODY.isdisjoint(voices)):
            yield "hedged"
            yield from voices - {"other"} or {"crowd"}

    def speaker(self, verb: Token) -> Iterator[str]:
        who = [s for s in subjects(verb) if s.lower_ not in ("it", "which", "that")]
        if not who:
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            if passive and verb.lemma_.lower() in self.listed["hearsaying"]:  # "it is said"
                yield "hedged"
            news = verb.lemma_ in saying.NEWS and not any(c.dep_ in ("advmod", "prep") for c in verb.children)
            nobody = passive and not any(c.dep_ == "agent" for c in verb.children)
            someone = nobody and not news and not _in_court(verb)
            lodged = news and verb.lemma_ == "allege"  # "it is alleged": in a complaint or a charge
            yield "crowd" if someone else "official" if lodged else "other"
        voices = [v for s in who for v in self.speakers.voice(s)]
        if verb.lemma_ == "doubt" and any(s.lower_ in saying.NOBODY for s in who):
            voices = ["crowd"]
        elif _in_court(verb):
            voices = ["other" if v == "crowd" else v for v in voices]
        yield from voices
        if any(
            not saying.WITHHOLDING.isdisjoint(t.lemma_ for t in c.subtree)
            for c in verb.children
            if c.lower_ == "without"
        ):
            yield "unnamed"
        guesses = verb.lemma_.lower() in self.listed["guessing"] or (
            any(_nameless(s) for s in who)
            and (verb.lemma_ != "tell" or any(c.lower_ == "you" for c in verb.children))
        )
        if guesses and not _ANYBODY.isdisjoint(voices):
            yield "hedged"
        if verb.lemma_.lower() in saying.LEARNT and "official" not in voices:
            yield "unnamed"

    def quoted(self, quote: Quote) -> frozenset[str]:
        known = self._spoken.get(quote.span.start)
        if known is None:
            known = self._spoken[quote.span.start] = frozenset(self._quoted_by(quote))
        return known

    def _quoted_by(self, quote: Quote) -> Iterator[str]:
        doc = self.usage.story.doc
        inside = doc.char_span(quote.span.start, quote.span.end, alignment_mode="expand")
        if inside is None:
            return
        for step, at in ((1, inside.end), (-1, inside.start - 1)):
            for n in range(_REACH):
                i = at + n * step
                if not 0 <= i < len(doc) or "\n\n" in doc[i].text_with_ws:
                    break
                token = doc[i]
                if token.text in ("“", "”", '"') and n > 1:
                    break
                if token.lemma_.lower() in self.listed["saying"] and token.pos_ == "VERB":
                    yield from self.speaker(token)
                    return
        yield "other"

    def passes_on(self, verb: Token) -> bool:
        """Whether a verb tells a guess by a noun alone: "they blame his father", "they speak of a debt"."""
        lemma = verb.lemma_.lower()
        if any(s.lower_ in ("i", "we") for s in subjects(verb)):
            return False  # "I blamed her, and I was wrong": whoever speaks tells of himself
        if lemma in self.listed["accusing"] and any(
            c.dep_ == "dobj"
            and c.pos_ != "PRON"
            and (self.children.child(c) or c.lower_ in self.listed["kin"])
            for c in verb.children
        ):
            return True
        if lemma in self.listed["blaming"]:
            return not any(c.lower_.endswith(("self", "selves")) for c in verb.children)
        after = {c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "dative")}
        told = bool(after & {"of", "about", "at"}) and not any(c.lower_ == "as" for c in verb.subtree)
        told = told and (people_there(verb) or not any(s.pos_ == "PRON" for s in subjects(verb)))
        return (lemma in self.listed["hinting"] and told) or (lemma == "put" and "down" in after)


def _relative(head: Token) -> bool:
    """Whether a statement is itself a relative clause; one within its subject ("those who ask …") is not."""
    own = [c for c in head.children if c.i < head.i]
    own += [g for c in own if c.pos_ not in ("VERB", "AUX") for g in c.children if g.dep_ in ("pobj", "poss")]
    if head.dep_ == "ccomp" and any(
        t.dep_ in ("det", "poss") for c in own for t in c.children if t.lower_ in saying.WH
    ):
        return False  # "asked which of the boys had run"
    cleft = head.head.dep_ == "attr" and any(c.lower_ == "it" for c in head.head.head.children)
    return not cleft and any(t.lower_ in ("which", "who", "whom", "whose", "where") for t in own)


def _of_oneself(verb: Token, clause: Token) -> bool:
    """ "He told everyone he should have gone": whoever speaks means himself."""
    own = {s.lower_ for s in subjects(clause)} & {"he", "she", "i", "we"}
    return bool(own) and own == {s.lower_ for s in subjects(verb)}


def _supposed(verb: Token) -> bool:
    """Whether the saying is only a condition: "if anybody thinks they saw her"."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "advcl" and any(c.lower_ in ("if", "unless") for c in verb.children)


def _wonders(verb: Token, clause: Token) -> bool:
    """ "They seek to understand how children could do it": a question, which passes on nothing."""
    return verb.lemma_.lower() in saying.LEARNT and any(c.lower_ in saying.QUESTIONS for c in clause.children)


def _nameless(token: Token) -> bool:
    """Whether a speaker is nobody in particular: "some say", "people have said"; not "some teachers"."""
    if token.lower_ not in saying.COLLECTIVE:
        return token.tag_ == "NN" and any(c.lower_ in saying.WHOLE and c.i < token.i for c in token.children)
    of = [o for c in token.children if c.lower_ == "of" for o in c.children]
    return all(o.lower_ in saying.COLLECTIVE for o in of) and not any(
        c.dep_ in ("amod", "compound", "nummod", "relcl", "acl", "poss", "appos") for c in token.children
    )


def _in_court(verb: Token) -> bool:
    """Whether somebody says something to a court, and so has to answer for it."""
    heard = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    heard += [o for c in verb.children if c.lower_ in ("to", "in", "from", "before") for o in c.children]
    return verb.lemma_ in ("testify", "plead") or any(
        not saying.COURT.isdisjoint((o.lower_, *(c.lower_ for c in o.children if c.dep_ == "compound")))
        for o in heard
    )
