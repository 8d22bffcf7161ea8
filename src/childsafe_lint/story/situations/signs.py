"""What the parts of the reading all go by, read off the draft once: its cues, its children, its tone."""

from __future__ import annotations

from collections.abc import Sequence

from ... import lazy_re as re
from ...languages.en import befell
from ...spans import Span
from ..model import Person
from ..parse import Parse
from ..refs import Refs
from .words import Hit, Language

#: from how many different words of games on a draft is a report of them
_OF_GAMES = 4


class Signs:
    """One draft's signs of what befell whom."""

    def __init__(self, text: str, doc: Parse, refs: Refs, people: Sequence[Person], lang: Language) -> None:
        self.text = text
        self.doc = doc
        self.refs = refs
        self.lang = lang
        self.children = [p for p in people if p.kind == "child"]
        self.generic = refs.generic_ids
        self.cues: dict[str, list[Hit]] = {}  # by frame, those of a kind under ""
        for start, end, label in lang.cues.find(text):
            if befell.FIGURATIVE.match(text, start):
                continue
            self.cues.setdefault("" if label.kind else label.frame, []).append(Hit(start, end, label))
        self._statistics = [h.start for h in self.cues.get("statistics", ())]
        self.sports = [(m.start(), m.group().lower()) for m in lang.sports.finditer(text)]
        self.of_games = len({word for _, word in self.sports}) >= _OF_GAMES
        words = {t.lemma_.lower() for t in doc}
        self.grave = words & lang.grave
        self.glad = glad = len(words & lang.glad)
        grave = len(self.grave - lang.harmless)
        #: of prizes and festivals rather than of harm
        self.light = glad > grave if glad > 2 else glad == 2 and not grave
        self.staged = len(words & lang.staged) > 2

    def statistical(self, s: Span) -> bool:
        if any(s.start <= at < s.end for at in self._statistics):
            return True
        figure = re.search(r"\b(?!(?:19|20)\d\d\b)\d[\d,.]*\d\d\b", self.text[s.start : s.end])
        return bool(figure) and all(r.generic or r.role != "child" for r in self.refs.within(s.start, s.end))

    def leading(self, at: int) -> bool:
        """In the headline or one of the first paragraphs, which say what the story is about."""
        return self.refs.paragraph_index(at) <= 3

    def gender(self, p: Person) -> str:
        return next((r.gender for r in self.refs.refs if r.person is p and r.gender), "")
