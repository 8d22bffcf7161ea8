"""Whom a statement is about: the child, its kind, its kin, anybody, a grown-up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...languages.en import saying
from ..usage import Usage
from .children import PARTICULAR, Children
from .speakers import Speakers
from .where import BACK, Where

if TYPE_CHECKING:
    from ...story.parse import Token


class About:
    """The subjects of one story's statements."""

    def __init__(self, usage: Usage, children: Children, speakers: Speakers, where: Where) -> None:
        self.usage, self.children, self.speakers, self.where = usage, children, speakers, where
        self.listed = usage.listed

    def kinds(self, token: Token) -> Iterator[str]:
        word = token.lower_
        person = self.usage.person_at(token.idx)
        listed = self.listed
        determiners = {c.lower_ for c in token.children if c.dep_ == "det"}
        if word in saying.NOBODY or (word in ("one", "no-one") and "no" in determiners):
            yield "nobody"
        if self.children.grown_kin(token):
            person = False
        noun = self.usage.child_noun(word)
        if person is not True and not noun and self.stands_for_child(token):
            person = True
        if word in saying.SOMEONE:
            yield "someone"
        if token.pos_ == "NUM" and not list(token.children):
            yield "group"  # "thirteen is old enough"
        anyone = word in listed["anyone"] or bool(determiners & {"any", "every"})
        if anyone and (token.pos_ == "PRON" or _followed(token)):
            yield "anyone"
        if person is False and token.pos_ == "PRON" and self.usage.stands_for(token.idx) in listed["kin"]:
            yield "kin"
        if (noun and person is not False) or person is True or self.children.child(token):
            yield "child"
            if noun and token.tag_ == "NNS" and not any(c.dep_ in PARTICULAR for c in token.children):
                yield "class"
            if noun and (
                token.tag_ == "NNS"
                or determiners & {"a", "an", "any", "no", "every", "these", "those", "such"}
            ):
                yield "group"
            if "no" in determiners:
                yield "nobody"
        elif word in listed["kin"]:
            yield "kin"
            if determiners & {"a", "any", "no", "every"}:
                yield "anyone"
        elif person is False:
            yield "grown"
            yield "other"
        elif person is None and word in ("it", "this", "that", "there"):
            yield "thing"
        for c in token.children:  # "the girl's phone", "one of the boys"
            own = c.dep_ == "poss" and self.usage.person_at(c.idx) is True
            if own and person is not False and word not in listed["kin"]:
                yield "thing"
            if c.dep_ == "prep" and c.lower_ == "of":
                for o in c.children:
                    if self.usage.child_noun(o.lower_):
                        yield "child"

    def grown_doer(self, verb: Token) -> bool:
        """Whether a grown-up did to the subject what is told: "had been sold by an uncle"."""
        doers = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
        return any(o.lower_ not in self.listed["motive"] and not self.children.child(o) for o in doers)

    def stands_for_child(self, token: Token) -> bool:
        """Whether "he" or "she" stands for the child that was the subject before, and not for somebody who stands
        only in an aside of its own clause: "With a father in prison, he …"."""
        if token.lower_ in ("they", "these", "those") and token.dep_ in ("nsubj", "nsubjpass"):
            return self.where.quote(token) is not None and self._children_before(token)
        if token.lower_ not in ("he", "she") or token.dep_ not in ("nsubj", "nsubjpass"):
            return False
        start, gender = token.sent.start, {"he": "m", "she": "f"}[token.lower_]
        before = [
            t for t in token.doc[start : token.i] if t.dep_ in ("nsubj", "nsubjpass") and t.lower_ != "it"
        ]
        if before and not self._only_tells(before, token):
            return False
        fitting = (gender,) if before else (gender, "any")
        for i in range(start - 1, max(start - BACK, -1), -1):
            t = token.doc[i]
            if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT":
                return self.children.child(t) and self.usage.gender(t.lower_) in fitting
        return False

    def _only_tells(self, before: list[Token], pronoun: Token) -> bool:
        """Whether who stands before a pronoun in its sentence only says of it what follows, in terms that nobody uses
        of himself: "a manager said he had been warned often enough"."""
        told = pronoun.head
        above = {t.i for t in told.ancestors if t.lemma_.lower() in self.listed["saying"]}
        others = {c.lower_ for c in told.subtree if c.dep_ in ("dobj", "dative", "pobj")}
        own = {"he": {"him", "his"}, "she": {"her", "hers"}}[pronoun.lower_]
        return (
            not others & own
            and all(
                t.head.i in above and t.pos_ != "PRON" and self.usage.gender(t.lower_) == "any"
                for t in before
            )
            and not any(
                v in ("official", "protector", "family") for t in before for v in self.speakers.voice(t)
            )
        )

    def _children_before(self, token: Token) -> bool:
        """Whether the last word for several people, officials aside, is one for children."""
        for i in range(token.i - 1, max(token.i - 2 * BACK, -1), -1):
            t = token.doc[i]
            if t.tag_ == "NNS" and t.lower_ not in self.listed["authorities"]:
                if self.usage.child_noun(t.lower_):
                    return True
                if self.usage.person_at(t.idx) is False:
                    return False
        return False


def _followed(token: Token) -> bool:
    """Whether a clause says which people are meant: "those who go there"."""
    return any(c.dep_ in ("relcl", "acl") for c in token.children)
