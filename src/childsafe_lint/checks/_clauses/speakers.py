"""Whose voice it is when a word is the one who speaks: an official's, the family's, the crowd's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...languages.en import saying
from ...story.grammar import joined
from ..usage import Usage
from .children import PARTICULAR, Children
from .where import BACK

if TYPE_CHECKING:
    from ...story.parse import Token


class Speakers:
    """Those who speak in one story."""

    def __init__(self, usage: Usage, children: Children) -> None:
        self.usage, self.children = usage, children
        self.listed = usage.listed

    def voice(self, token: Token) -> Iterator[str]:
        listed = self.listed
        if token.lower_ in ("i", "we"):
            yield "other"
            return
        around = {c.dep_ for c in token.children}
        if token.lower_ in saying.FOLK and "prep" in around and around.isdisjoint(PARTICULAR):
            yield "crowd"  # "women at the tap"
            return
        if token.lower_ in listed["kin"]:
            some = any(c.lower_ in saying.SOME for c in token.children) and not any(
                c.dep_ in ("poss", "prep") and c.lower_ not in saying.PLACES for c in token.children
            )  # "one mother at the gate"
            yield "crowd" if some and not _named(token) else "family"
            return
        if token.pos_ == "PRON" and token.lower_ in ("he", "she", "they", "who"):
            if token.lower_ == "they" and people_there(token.head):
                yield "crowd"
                yield "hedged"
                return
            before = self._earlier(token)
            many = token.lower_ == "they" and before is not None and before.tag_ == "NNS"
            gossips = many and before is not None and before.lower_ in listed["rumourers"]
            young = self.usage.person_at(token.idx) is True and not self.usage.named_beside(token.idx)
            if young and not gossips:
                yield "child"
                return
            if before is None:
                yield "crowd" if token.lower_ == "they" else "other"
                return
            token = before
        elif token.lower_ in saying.SOMEBODY or (
            token.tag_ == "NN" and any(c.lower_ in saying.WHOLE and c.i < token.i for c in token.children)
        ):
            yield "crowd"  # "half the school"
            return
        words = {t.lower_ for t in token.subtree if t.i - token.i < 12}
        lemmas = {t.lemma_.lower() for t in token.subtree if t.i - token.i < 12}
        some = any(c.lower_ in saying.SOME and c.dep_ in ("det", "nummod", "amod") for c in token.children)
        withheld = bool(words & saying.WITHHELD and words & saying.NAMING)
        if withheld or words & listed["unnamed"]:
            yield "unnamed"
            if withheld and some:
                return  # "a pupil who would only be called Ama": not the child told of
        near = {token.lower_} | {t.lower_ for t in token.lefts} | {t.lower_ for t in joined(token)}
        near |= {c.lower_ for c in token.children if c.dep_ == "appos"} | {
            g.lower_ for c in token.children if c.dep_ == "appos" for g in c.children
        }
        young = self.usage.person_at(token.idx) is True and not self.children.grown_kin(token)
        if young and not near & listed["rumourers"]:
            yield "child"
            return
        spoke = False
        for name, kinds in (
            ("protector", "protectors"),
            ("official", "authorities"),
            ("official", "records"),
            ("partisan", "partisans"),
            ("crowd", "rumourers"),
        ):
            if near & listed[kinds] or (name == "crowd" and lemmas & listed["hearsay"]):
                yield name
                spoke = True
                if name in ("protector", "official"):
                    break
        if not spoke:
            yield "crowd" if some and not _named(token) else "other"

    def _earlier(self, pronoun: Token) -> Token | None:
        """The last word for somebody who speaks, before a pronoun."""
        kinds = self.listed
        for i in range(pronoun.i - 1, max(pronoun.i - BACK, -1), -1):
            token = pronoun.doc[i]
            if token.dep_ in ("nsubj", "pobj", "appos", "nsubjpass") and any(
                token.lower_ in kinds[k] for k in ("protectors", "authorities", "partisans", "rumourers")
            ):
                return token
        return None


def people_there(verb: Token) -> bool:
    """Whether "they" are people in general: "in the village they say", "they will tell you"."""
    near = {c.lower_ for c in verb.children}
    if verb.dep_ == "ccomp":
        return False
    place = any(
        c.lower_ in saying.PLACES and any(o.pos_ == "NOUN" for o in c.children) for c in verb.children
    )
    return (verb.tag_ == "VBP" and (place or bool(near & {"here", "there", "still"}))) or (
        bool(near & {"will", "would"}) and "you" in near
    )


def _named(token: Token) -> bool:
    """Whether somebody is given by name: "Another parent, Ruth Imbuga,"."""
    return token.ent_type_ == "PERSON" or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in token.children)
