"""Children whom nothing beside the name shows: told of by the first name, with parents and a school."""

from __future__ import annotations

from collections.abc import Sequence

from ...languages.en import childhood, telling
from ...languages.en.frames import Cue
from ...spans import Span
from ..clusters import Cluster
from ..names import Name
from .ground import Unnamed
from .referents import MAY_BE_A_CHILD, Referents

#: so many of the signs must come together
_ENOUGH = 3
#: a child told of up to this sentence is the one with whom the story begins
_BEGINS = 4


class ToldAsChild(Referents):
    """Children whom nothing beside the name shows: told of by the first name, with parents and a school."""

    def _told_as_children(self) -> None:
        """News calls a grown-up by the surname and says who that is. Whoever is called by the first name and comes
        without a role or an age, in a story of a child, is that child, when as many signs as it takes come together:
        parents, a school, a child told of close by, or that there is nobody else whom the story can be about."""
        if not (somebodies := self._somebodies()):
            return
        parents = {
            c.surname
            for c in self.clusters
            if len(c.words) > 1 and any(x.reason.endswith("a grown-up") for x in c.cues)
        }
        fits = [c for c in self.clusters if self._without_a_word(c) and self._first_named(c)]
        fits = [c for c in fits if not self._parent_of_the_child(c) and not self._grown_life(c)]
        fits = [c for c in fits if not all(map(self._only_a_place, c.names))]
        for c in fits:
            near = [
                m for n in c.names if (m := telling.AT_SCHOOL.search(self.text, *self._around(n.sentence)))
            ]
            only = self._whom_it_is_about(c, fits)
            if only and self._wronged(only.span) and self._alleged(c):
                continue
            family = self._has_parents(c)
            if not self._whole(c) and not (family and any(n.acts for n in c.names)):
                continue  # a place is named by one word as well
            signs = [
                True,
                family or (self._whole(c) and c.surname in parents),
                bool(near),
                bool(only) or self._child_told(c, somebodies),
                bool(only),
            ]
            if sum(signs) >= _ENOUGH:
                n = c.names[0]
                at = (
                    Span(only.cue.start, only.cue.end)
                    if only
                    else Span(near[0].start(), near[0].end())
                    if near
                    else n.span
                )
                c.extra.append(Cue("child", 2, at.start, at.end, "told of by the first name, like a child"))

    def _only_a_place(self, n: Name) -> bool:
        """ "once more from Lumshan", "a girl of Lumshan Bluff"."""
        before = max(0, n.start - 24)
        return any(
            p.search(self.text, before, n.start) is not None for p in (telling.PLACED, telling.CHILD_FROM)
        )

    def _grown_life(self, c: Cluster) -> bool:
        here = [self.sentences[n.sentence] for n in c.names]
        here += [s for n in c.names if (s := self._goes_on_with(n)) is not None]
        grown = (childhood.GROWN, childhood.SCHOOL_RUN, telling.RECOUNTS)
        if any(p.search(self.text, s.start, s.end) for s in here for p in grown):
            return True
        if any(self._parent_of_some(n) for n in c.names):
            return True
        return any(telling.GROWN_LIFE.search(self.text, *self._around(n.sentence)) for n in c.names)

    def _parent_of_some(self, n: Name) -> bool:
        """ "Ana Ruiz waves as her children go in": nobody else is named who could have them."""
        s = self.sentences[n.sentence]
        own = childhood.OWN_CHILD.search(self.text, n.end, s.end)
        return own is not None and not self.mentions_within(n.end, own.start())

    def _goes_on_with(self, n: Name) -> Span | None:
        """The next sentence, where "he" or "she" opens it and it names nobody."""
        after = n.sentence + 1
        if after >= len(self.sentences) or self.mentions_in(after):
            return None
        s = self.sentences[after]
        return s if childhood.PRONOUN.match(self.text, s.start) else None

    def _whom_it_is_about(self, c: Cluster, fits: Sequence[Cluster]) -> Unnamed | None:
        """The child without a name with whom the story begins, when it names no child and ``c`` is the only one whom
        it calls by the first name and of whom it says nothing else."""
        if any(k.level("child") >= 2 and k.level("adult") < 2 for k in self.clusters):
            return None
        about = [u for u in self.unnamed if not u.plural and self.sentence(u.span.start) <= _BEGINS]
        beside = {n.sentence for n in c.names} & {self.sentence(u.span.start) for u in about}
        if beside or not self._of_nobody_else(c) or any(self._of_nobody_else(k) for k in fits if k is not c):
            return None  # "A boy of 12 was rescued by Ian Fry": somebody beside the child
        same = [u for u in about if not (u.gender and c.gender and u.gender != c.gender)]
        return same[0] if same else None

    def _of_nobody_else(self, c: Cluster) -> bool:
        """Whether nothing at all is told of ``c``, who does not speak and whom the writer calls by the first name."""
        bare = [n for n in c.names if " ".join(n.words) == c.given and self._narrated(n)]
        return bool(bare) and self._whole(c) and not c.cues and not any(self._speaks(n) for n in c.names)

    def _narrated(self, n: Name) -> bool:
        """Outside quotations."""
        return not any(q.is_speech and q.span.start <= n.start < q.span.end for q in self.quotes)

    def _parent_of_the_child(self, c: Cluster) -> bool:
        """ "His mother thinks it took a minute. Owen Carver had been out in the yard": of the child's surname,
        after a word for a parent."""
        kids = [k for k in self.clusters if k is not c and k.level("child") >= 2 and k.level("adult") < 2]
        if len(c.words) < 2 or not any(c.surname in k.words for k in kids):
            return False
        first = min(c.names, key=lambda n: n.start)
        start = self.sentences[max(0, first.sentence - 2)].start
        return bool(telling.PARENT.search(self.text, start, first.end + 80))

    def _without_a_word(self, c: Cluster) -> bool:
        """Whether the draft does not say who this person is."""
        first = c.names[0]
        return (
            not any(x.shows not in ("kin-peer", "kin-younger") for x in c.cues)
            and all(n.kind == "person" and (n.propn or n.label == "PERSON") and not n.title for n in c.names)
            and (
                any(n.label == "PERSON" for n in c.names)
                or (self._whole(c) and any(n.label == "" and n.acts for n in c.names))
            )
            and "st" not in c.words
            and not (first.doubtful or first.common)
            and not any(self._byline(n) or self._of_a_trade(n) for n in c.names)
            and not self.declared.of(c.words, c.names)
        )

    def _of_a_trade(self, n: Name) -> bool:
        """ "call handler Paul Webb": the word before the name says what he does."""
        word = telling.WORD_BEFORE.search(self.text, max(0, n.start - 24), n.start)
        return (
            word is not None
            and telling.DOES.search(word["w"]) is not None
            and word["w"] not in MAY_BE_A_CHILD | telling.NO_TRADE
        )

    def _whole(self, c: Cluster) -> bool:
        """Whether first name and surname are told."""
        return any(len(n.words) > 1 for n in c.names)

    def _first_named(self, c: Cluster) -> bool:
        bare = [n for n in c.names if len(n.words) == 1 or " ".join(n.words) == c.given != c.words[0]]
        if not self._whole(c):
            return len(bare) > 1
        return bool(bare) and all(n.words[0] != c.surname for n in bare)

    def _around(self, here: int) -> tuple[int, int]:
        return self.sentences[here].start, self.sentences[min(here + 1, len(self.sentences) - 1)].end

    def _has_parents(self, c: Cluster) -> bool:
        """ "Ikram smiled. Her mother, Halima, 34, …", "Thea's grandmother"."""
        for n in c.names:
            after = next((x for x in self.mentions if x.start > n.end), None)
            end = min(self._around(n.sentence)[1], after.start if after else len(self.text))
            if telling.PARENT.search(self.text, n.end, end):
                return True
        return False

    def _child_told(self, c: Cluster, somebodies: Sequence[Unnamed]) -> bool:
        """A child without a name is told of in the sentences around, who may be this one."""
        told = [x for u in somebodies for x in (u.span, *u.more)]
        return any(abs(self.sentence(x.start) - n.sentence) <= 6 for x in told for n in c.names)

    def _somebodies(self) -> list[Unnamed]:
        """The children without a name who are somebody: of an age, spoken of again, or of a family."""
        return [
            u for u in self.unnamed if not u.generic or u.definite or u.more or self._somebodys(u.span.start)
        ]
