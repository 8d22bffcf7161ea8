"""Which words of a story stand for a child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..usage import Usage

if TYPE_CHECKING:
    from ...story.parse import Token

PARTICULAR = frozenset("det poss nummod".split())  # "the boys", "her sons", "two girls"


class Children:
    """The words for one story's children."""

    def __init__(self, usage: Usage) -> None:
        self.usage = usage

    def grown_kin(self, token: Token) -> bool:
        """Whether a word for a child is one for a grown-up here: "his nephew Joe Adlam, 27,", "the accused, 44,"."""
        return any(
            c.dep_ == "appos" and self.usage.person_at(c.left_edge.idx) is False for c in token.children
        )

    def child(self, token: Token) -> bool:
        if token.is_punct or token.is_space or self.grown_kin(token):
            return False
        if self.usage.person_at(token.idx) is True or self.usage.child_noun(token.lower_):
            return True
        young = ("amod", "nummod", "compound", "appos")  # "the 12-year-old shooter"
        near = 3 if self.usage.person_at(token.idx) is False else len(token.doc)  # "a mum, 16"
        return any(
            c.dep_ in young and c.i - token.i < near and self.usage.person_at(c.left_edge.idx) is True
            for c in token.children
        )
