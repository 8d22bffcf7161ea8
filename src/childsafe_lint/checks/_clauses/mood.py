"""How a statement is made: denied, asked, as a condition, a reproach, a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...languages.en import saying
from ..usage import Usage

if TYPE_CHECKING:
    from ...story.parse import Token

_ASKED_BEFORE = 7  # words between a verb of asking and its "if"


def negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("never", "hardly", "barely", "neither") for c in verb.children)


class Mood:
    """The moods of one story's verbs."""

    def __init__(self, usage: Usage) -> None:
        self.listed = usage.listed

    def asked(self, head: Token) -> bool:
        end = next((t.text for t in reversed(list(head.sent)) if not t.is_space), "")
        left = {c.lower_ for c in head.children if c.i < head.i} | {
            g.lower_ for c in head.children for g in c.children if c.i < head.i
        }
        if end == "?" and (
            left & saying.WH
            or any(c.dep_ in ("aux", "auxpass") and _before_subject(c, head) for c in head.children)
        ):
            return True
        if (
            end == "?"
            and head.lemma_ == "be"
            and any(c.dep_ == "nsubj" and c.i > head.i for c in head.children)
        ):
            return True
        asker = head.head.lemma_.lower() in self.listed["asking"] and head.dep_ == "ccomp"
        return asker and bool(left & (saying.WH | {"whether", "if"}))

    def condition(self, head: Token, asked: bool) -> bool:
        """Whether a clause is a condition: "if she had stayed", "had she stayed"."""
        marks = [c for c in head.children if c.dep_ == "mark" and c.lower_ in ("if", "unless")]
        if head.dep_ == "advcl" and marks:
            return not self._asked_whether(marks[0]) and not any(c.lower_ == "as" for c in head.children)
        inverted = any(
            c.lower_ == "had"
            and c.dep_ == "aux"
            and _before_subject(c, head)
            and not (c.i and head.doc[c.i - 1].lower_ in saying.ALSO)
            for c in head.children
        )
        return inverted and not asked

    def _asked_whether(self, mark: Token) -> bool:
        """Whether an "if" means whether: "Asked on the radio if he had seen her, …"."""
        for i in range(mark.i - 1, max(mark.sent.start, mark.i - _ASKED_BEFORE) - 1, -1):
            token = mark.doc[i]
            if token.is_punct:
                break
            if token.lemma_.lower() in self.listed["asking"]:
                return True
        return False

    def modal(self, head: Token, auxes: list[str]) -> str:
        words = set(auxes)
        perfect = bool(words & {"have", "'ve", "’ve"})
        if perfect and (words & {"should", "ought", "need"}):
            return "reproach"
        if perfect and "could" in words:
            return "ability"
        if head.lemma_ in ("ought", "suppose"):
            done = any(a.lower_ == "have" for c in head.children if c.dep_ == "xcomp" for a in c.children)
            return "reproach" if done else "duty"
        if words & {"must", "should", "ought"}:
            supposed = perfect or (head.lemma_ == "be" and "must" in words)  # "he must be ill"
            return "guess" if supposed else "duty"
        if any(c.lower_ == "doubt" and c.i < head.i for c in head.children):
            return "guess"
        near = {c.lower_ for c in head.children if c.dep_ in ("advmod", "npadvmod", "acomp")}
        to_come = not perfect and not saying.FUTURE.isdisjoint(words)  # what may follow, not what happened
        most = head.i and head.doc[head.i - 1].lower_ == "most"
        if near & self.listed["certainty"] and not most and not to_come:
            return "guess"
        if words & saying.FUTURE and head.lemma_ in (
            "end",
            "become",
            "grow",
            "turn",
            "finish",
        ):
            return "prophecy"
        if words & {"may", "might"} or ("could" in words and not negated(head)) or _left_open(head):
            return "maybe"
        return ""


def _before_subject(aux: Token, head: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") and aux.i < c.i for c in head.children)


def _left_open(head: Token) -> bool:
    """Whether a statement is only said to be possible: "it seems", "it is not excluded that …"."""
    above = head.head if head.dep_ in ("ccomp", "csubj", "relcl", "acl") else head
    aside = [c.lemma_ for c in head.children if c.dep_ in ("parataxis", "advcl", "ccomp")]
    if {"seem", "appear"} & {above.lemma_, *aside}:
        return above is not head or bool({"seem", "appear"} & set(aside))
    if head.dep_ == "advcl" and head.head.lemma_ in ("look", "sound", "seem", "appear"):
        return any(c.dep_ == "mark" and c.lower_ in ("if", "though", "like") for c in head.children)
    open_ = [t for t in (above, head) if t.lemma_ in ("exclude", "rule", "discount") and t.tag_ == "VBN"]
    return any(c.dep_ == "neg" for t in open_ for c in t.children)
