"""The draft's people and sentences, and what all the readings of this room ask of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...languages.en import frames, telling
from ...languages.en.frames import Cue
from ...spans import Span
from ..clusters import Cluster
from ..model import Quote
from ..names import Name
from ..parse import Parse
from ..pseudonyms import find_pseudonyms


class Ground:
    """The draft's people and sentences, and what all the readings of this room ask of them."""

    def __init__(
        self,
        text: str,
        doc: Parse,
        sentences: Sequence[Span],
        quotes: Sequence[Quote],
        names: Sequence[Name],
        clusters: list[Cluster],
        published: int,
    ) -> None:
        self.published = published
        self.text = text
        self.doc = doc
        self.sentences = sentences
        self._starts = [s.start for s in sentences]
        self.quotes = quotes
        self.names = names
        self.clusters = clusters
        self.unnamed: list[Unnamed] = []
        self.settled: set[int] = set()  # names (by id) that are not those of the child nearest to them
        self.by_name = {id(n): c for c in clusters for n in c.names}
        self.declared = find_pseudonyms(text, sentences, names)
        self.mentions = sorted((n for c in clusters for n in c.names), key=lambda n: n.start)
        self._mention_starts = [n.start for n in self.mentions]
        self._mentions_of: dict[int, list[Name]] = {}
        for n in self.mentions:
            self._mentions_of.setdefault(n.sentence, []).append(n)

    def mentions_in(self, sentence: int) -> Sequence[Name]:
        """The names in the sentence of that number, in order."""
        return self._mentions_of.get(sentence, ())

    def mentions_within(self, start: int, end: int) -> Sequence[Name]:
        """The names that begin between two offsets, in order."""
        at = self._mention_starts
        return self.mentions[bisect_left(at, start) : bisect_left(at, end)]

    def sentence(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _long_ago(self, here: int) -> bool:
        """ "The mill in 1954 … a boy called Little Fish": a child of then is grown up by now."""
        start = self.sentences[max(0, here - 1)].start
        years = [
            int(m.group())
            for m in re.finditer(r"\b(?:19|20)\d\d\b", self.text[start : self.sentences[here].end])
        ]
        return bool(years) and max(years) <= self.published - 20

    def _byline(self, n: Name) -> bool:
        """A name that is a line of its own: who wrote the piece, or a heading."""
        before, after = self.text[max(0, n.start - 40) : n.start], self.text[n.end : n.end + 40]
        return bool(telling.LINE_BEGINS.search(before) and telling.LINE_ENDS.match(after))

    def _only_a_word(self, c: Cluster) -> bool:
        """ "“Shame,” said the aunt. “Delay is denial”": an English word that is hardly a name and only opens sentences,
        whatever the pipeline calls it."""
        return all(
            n.ordinary
            and n.words[0] not in telling.WORD_NAMES
            and telling.OPENS.search(self.text, max(0, n.start - 3), n.start)
            and (n.acts or telling.ALONE.match(self.text, n.end))
            for n in c.names
        )

    def _speaks(self, n: Name) -> bool:
        """Whether a verb of speaking stands beside the name: whoever speaks of a child is hardly that child."""
        after = self.text[n.end : n.end + 14]
        before = self.text[max(0, n.start - 14) : n.start]
        told = not n.acts and telling.SPEAKS_BEFORE.search(before)  # not "said Asel had been …"
        return bool(telling.SPEAKS_AFTER.match(after) or told)

    def _somebodys(self, start: int) -> bool:
        """ "His partner's baby": no child in general."""
        return self.text[start : start + 5].lower().startswith(("his ", "her ", "their"))

    def _one_child(self) -> Cluster | None:
        """The only named child of the story, if there is just one."""
        kids = [c for c in self.clusters if c.level("child") >= 2 and c.level("adult") < 2]
        return kids[0] if len(kids) == 1 else None

    def _undergoes(self, start: int, end: int) -> bool:
        """Whether the words around tell that somebody was killed, hurt or taken."""
        s = self.sentences[self.sentence(start)]
        return bool(
            telling.DONE_TO.search(self.text, max(s.start, start - 60), start)
            or telling.FATE.match(self.text, end)
        )

    def _wronged(self, child: Span) -> bool:
        """ "a couple accused of torturing an 11-year-old girl": who is accused is not the child."""
        s = self.sentences[self.sentence(child.start)]
        return self._undergoes(child.start, child.end) or bool(
            telling.OF_A_CRIME.search(self.text, s.start, child.start)
        )

    def _alleged(self, c: Cluster) -> bool:
        """ "Ivo Brandt is said to have done it on Sunday": somebody told of as who did something."""
        return any(telling.IS_ALLEGED.match(self.text, n.end) for n in c.names)

    def _nominal_cue(self, m: re.Match[str], base: int) -> Cue:
        for n, u in (("hn", "hu"), ("n", "u")):
            if m[n]:
                age = frames.years(m[n], m[u])
                return frames.told_age(age, base + m.start(), base + m.end(), f"'{m.group().strip()}'")
        return Cue(
            "child", 2, base + m.start(), base + m.end(), f"'{m.group().strip()}' is a word for a child"
        )

    def _child_before(self, name: Name) -> Name | None:
        """The child named last in this sentence or the three before it."""
        for n in reversed(self.mentions):
            if n.start < name.start and name.sentence - n.sentence <= 3:
                c = self.by_name[id(n)]
                if c.level("child") >= 2 and c.level("adult") < 3:
                    return n
        return None


class Unnamed:
    def __init__(
        self, span: Span, cue: Cue, gender: str | None, *, plural: bool = False, definite: bool = False
    ) -> None:
        self.span = span
        self.cue = cue
        self.gender = gender
        self.plural = plural
        self.definite = definite
        # "a pupil", "a child" without an age may be anyone; "a girl of nine" is somebody
        self.generic = cue.age is None
        self.more: list[Span] = []
