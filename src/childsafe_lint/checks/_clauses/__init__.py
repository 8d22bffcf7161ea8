"""The clauses of a draft as statements: of whom, said by whom, as a fact or a guess or a reproach.

Read from the dependency parse of English (ClearNLP labels). Which words stand for a crowd, a verb of guessing and
so on is data, under ``classes`` in ``languages/en/usage.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..usage import Usage
from .label import Labels
from .model import Clause
from .parts import Parts
from .verbal import Verbal

_CLAUSE = {"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "pcomp", "acl", "dep", "csubj"}


def clauses(usage: Usage) -> Clauses:
    """The statements of what is in English in the story of ``usage``, read once a story."""
    if usage.clauses is None:
        usage.clauses = Clauses(usage)
    return usage.clauses


class Clauses:
    """The statements of one story, of what is in English."""

    def __init__(self, usage: Usage) -> None:
        self._parts = Parts(usage)
        self._labels = Labels(self._parts)

    def refuted(self, first: int, end: int) -> bool:
        """Whether what words ``first`` to ``end`` claim is denied, or told as a wrong that was said."""
        return self._parts.held.refuted(first, end)

    def of_others(self, first: int, end: int) -> bool:
        """Whether words ``first`` to ``end`` tell what a grown-up or an institution did, not a child or its family."""
        return self._parts.held.of_others(first, end)

    def __iter__(self) -> Iterator[Clause]:
        for stretch in self._parts.usage.story.stretches("en"):
            for token in self._parts.usage.story.doc:
                if not stretch.start <= token.idx < stretch.end:
                    continue
                if token.pos_ in ("VERB", "AUX") and token.dep_ in _CLAUSE:
                    auxes = [c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")]
                    if "to" not in auxes:
                        yield Verbal(self._parts, token, auxes)
                elif token.pos_ in ("NOUN", "PROPN", "ADJ") and self._labels.given_by(token):
                    yield self._labels.read(token)
