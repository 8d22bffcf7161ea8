"""Two names of one child: what it is called in a camp, a ring or at home, and what stands on its papers."""

from __future__ import annotations

from ...languages.en import telling
from ..clusters import Cluster
from ..names import Name
from .people import Result

#: sentences between the two names
_NEAR = 2
#: where the other name is a child's
_FAR = 8


class OtherNames(Result):
    """Two names of one child: what it is called in a camp, a ring or at home, and what stands on its papers."""

    def _other_names(self) -> None:
        for n in self.mentions:
            c = self.by_name[id(n)]
            if id(n) in self.settled or c.level("adult") or not self._a_second_name(n):
                continue
            if any(x.words != n.words and x.sentence == n.sentence and x.start < n.start for x in c.names):
                continue  # "Ivan Roe, known as Bo": the other name is told
            other = self._whom_else(n, c)
            if other is None:
                continue
            if other.level("child") >= 2 and not c.level("child"):
                self._alias_of(c, other)
            elif c.level("child") >= 2 and not other.cues:
                self._alias_of(other, c)

    def _a_second_name(self, n: Name) -> bool:
        """ "Her real name, Asel,", "they call her Asel", "at home she is Asel", "Asel is what they called her"."""
        s = self.sentences[n.sentence]
        if telling.OTHER_NAME.search(self.text, max(s.start, n.start - 60), n.start):
            return True
        return telling.WHAT_THEY_CALL.match(self.text, n.end) is not None

    def _whom_else(self, n: Name, c: Cluster) -> Cluster | None:
        """Who is named last before ``n`` and may be the same person, else who is named first after it."""
        said = telling.OTHER_NAME.search(self.text, max(0, n.start - 60), n.start)
        sex = said and ("m" if telling.MALE.search(said.group()) else "f")
        fits = [
            x
            for i in range(max(0, n.sentence - _FAR), n.sentence + _NEAR + 1)
            for x in self.mentions_in(i)
            if n.sentence - x.sentence <= (_FAR if self.by_name[id(x)].level("child") >= 2 else _NEAR)
            and self._may_be_the_same(self.by_name[id(x)], c, x)
            and self.by_name[id(x)].gender in (None, sex or self.by_name[id(x)].gender)
        ]
        before = [x for x in fits if x.end <= n.start]
        after = [x for x in fits if x.start >= n.end]
        near = before[-1:] or after[:1]
        return self.by_name[id(near[0])] if near else None

    def _may_be_the_same(self, k: Cluster, c: Cluster, x: Name) -> bool:
        return (
            k is not c
            and x.kind == "person"
            and x.propn
            and not x.title
            and not k.level("adult")
            and (not k.gender or not c.gender or k.gender == c.gender)
            and (x.label == "PERSON" or bool(k.cues))
            and not telling.PLACED.search(self.text, max(0, x.start - 20), x.start)
        )
