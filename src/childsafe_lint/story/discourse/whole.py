"""The draft as a whole: children whose age, class or home is told sentences away from the name, through pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...languages.en import childhood, telling
from ...languages.en.childhood import PRONOUN
from ...languages.en.frames import DATA, PRONOUN_AGE, Cue, number, ordinal, years
from ...spans import Span
from ..clusters import Cluster
from ..names import Name
from ..parse import Token
from .ground import Unnamed
from .told_as_child import ToldAsChild

#: what the signs of childhood must weigh together; an age outright weighs three, a hint one
_ENOUGH = 4
#: with hints alone
_HINTS_ENOUGH = 5
_AGE, _MARK, _HINT = 3, 2, 1
#: sentences without a pronoun and without anybody named that do not end the talk of a person
_PAUSE = 2
#: sentences before the first name in which a story may speak of that person already
_LEAD = 5
#: nouns that say who somebody is
_SOMEBODY = frozenset(
    w for k in ("kin_adult", "kin_peer", "kin_younger", "roles") for w in DATA[k]
) | frozenset("head counsel aide dean chair accused defendants suspects couple pair".split())


class Whole(ToldAsChild):
    """The draft as a whole: children whose age, class or home is told sentences away from the name."""

    def _whole_story(self) -> None:
        """Each person of whom nothing is known, with all that the sentences say that go on about them: the age, the
        school class, the cot. Who is called by the first name and of whom enough of it is told is a child."""
        fits = [c for c in self.clusters if self._may_be_the_child(c)]
        for c in fits:
            sex = self._sex(c)
            chain = self._chain(c, sex)
            told, grown = self._signs(c, chain, sex, fits)
            if grown or not told or self._a_parent_speaks(c):
                continue
            weight = sum(w for w, _ in told.values())
            strongest, cue = max(told.values(), key=lambda x: x[0])
            weight += self._by_first_name(c) + self._kin_in_story(c) + self._alone_of_its_kind(c, fits)
            if weight >= (_ENOUGH if strongest > _HINT else _HINTS_ENOUGH):
                for k in (c, *self._listed_with(c, fits)):
                    k.extra.append(cue)

    def _listed_with(self, c: Cluster, fits: Sequence[Cluster]) -> list[Cluster]:
        """ "The dead are Asel, Marat and their teacher": who is named in one breath with the child, and like it."""
        group = {id(x) for n in c.names for x in n.group or ()}
        return [
            k
            for k in fits
            if k is not c and not k.cues and self._by_first_name(k) and group & {id(n) for n in k.names}
        ]

    def _may_be_the_child(self, c: Cluster) -> bool:
        if self._alleged(c) and any(self._wronged(u.span) for u in self.unnamed):
            return False
        return self._without_a_word(c) and self._told_of_as_a_person(c) and not self._somebody_grown(c)

    def _told_of_as_a_person(self, c: Cluster) -> bool:
        """Whether ``c`` is somebody of whom the story tells more than once or by first name and surname, and not only
        beside other words: no place, no people, nobody of whom a word beside the name says who that is."""
        if not self._whole(c) and len(c.names) < 2:
            return False
        nodes = [(n, own) for n in c.names if (own := self._node(n.span)) is not None]
        if any(self._explained(n, own) or any(t.dep_ == "det" for t in own.children) for n, own in nodes):
            return False
        return any(
            own.dep_ not in ("compound", "amod", "npadvmod", "ROOT")
            and not telling.PLACED.search(self.text, max(0, n.start - 20), n.start)
            for n, own in nodes
        )

    def _explained(self, n: Name, own: Token) -> bool:
        """ "Marta Ruiz, the sister of her father", "the boy's adviser, Marta Ruiz,", "Marta Ruiz is an aunt"."""
        beside = [own.head] if own.dep_ == "appos" else []
        beside += [t for t in own.children if t.dep_ == "appos"]
        if own.dep_ in ("nsubj", "attr") and own.head.lemma_ == "be" and self._narrated(n):
            beside += [t for t in own.head.children if t.dep_ in ("nsubj", "attr")]
        if any(t.lower_ in _SOMEBODY or telling.DOES.search(t.lower_) for t in beside if t.pos_ == "NOUN"):
            return True
        s = self.sentences[n.sentence]
        first = n.group[0] if n.group else n
        if telling.ACCUSED.search(self.text, max(s.start, first.start - 16), first.start):
            return True
        led = telling.LONG_APPOS.search(self.text, max(s.start, n.start - 110), n.start)
        return bool(led and self.text[n.end : n.end + 1] == ",")

    def _somebody_grown(self, c: Cluster) -> bool:
        """Who speaks for a role, is a parent, or leads a life that children do not lead."""
        if self._parent_of_the_child(c) or self._of_a_couple(c):
            return True
        if self._whole(c) and not self._by_first_name(c) and any(self._tells_of_a_child(n) for n in c.names):
            return True
        for n in c.names:
            beside = [self.by_name[id(x)] for x in n.group or ()]
            if any(k.level("adult") >= 3 for k in beside) or any(
                k.level("adult") >= 2 for k in beside[:1]
            ):  # "Prosecutors Ana Ruiz and Paul Webb"
                return True
        return any(self._quoted_for_a_role(n) or self._does_to_another(n) for n in c.names)

    def _tells_of_a_child(self, n: Name) -> bool:
        """ "Rui Sales said the girl had run away": whoever tells of a child and is called by the surname is none."""
        if not self._speaks(n):
            return False
        s = self.sentences[n.sentence]
        return any(s.start <= x.start < s.end for u in self.unnamed for x in (u.span, *u.more))

    def _of_a_couple(self, c: Cluster) -> bool:
        """ "A couple is suing a hospital. Travis and Dana Whit …": two who share a surname, after a word for a pair."""
        for n in c.names:
            floor = self.sentences[max(0, n.sentence - 1)].start
            if n.group and len(n.group) == 2 and telling.COUPLE.search(self.text, floor, n.group[0].start):
                return True
        return False

    def _a_parent_speaks(self, c: Cluster) -> bool:
        for n in c.names:
            s = self.sentences[n.sentence]
            if self._speaks_here(n) and childhood.AS_A_PARENT.search(self.text, s.start, s.end):
                return True
        return False

    def _sex(self, c: Cluster) -> str | None:
        """Told by a noun, or by the first pronoun after the name before anybody else is named."""
        if c.gender:
            return c.gender
        for n in c.names:
            other = next(
                (x for x in self.mentions_within(n.end + 1, n.end + 250) if self.by_name[id(x)] is not c),
                None,
            )
            end = min(other.start if other else len(self.text), n.end + 250)
            if m := PRONOUN.search(self.text, n.end, end):
                return "m" if m["m"] else "f"
        return None

    def _chain(self, c: Cluster, sex: str | None) -> list[int]:
        """The sentences that tell of ``c``: those with the name, those that go on with a pronoun, and the ones in which
        the story speaks of somebody before it gives its first name."""
        chain = {n.sentence for n in c.names}
        for start in sorted(chain):
            chain |= set(self._going_on_from(start, c, sex))
        first = min(c.names, key=lambda n: n.start)
        strangers = [n for n in self.mentions_within(0, first.start) if self._a_stranger(n, c)]
        if all(self._speaks_here(n) for n in strangers):
            lead = range(max(0, first.sentence - _LEAD), first.sentence)
            chain |= {i for i in lead if self._speaks_of(i, sex)}
        if first.sentence and childhood.TAKES_UP.match(self.text, self.sentences[first.sentence].start):
            chain.add(first.sentence - 1)
        return sorted(chain | {i for i in self._between(chain) if not self._another_than(i, c)})

    def _between(self, chain: set[int]) -> list[int]:
        """The one or two sentences between such as tell of the same person."""
        ends = sorted(chain)
        return [i for a, b in pairwise(ends) if b - a <= _PAUSE + 1 for i in range(a + 1, b)]

    def _another_than(self, index: int, c: Cluster) -> bool:
        return any(
            self._a_stranger(n, c) and self.by_name[id(n)].level("adult") < 2 for n in self.mentions_in(index)
        )

    def _a_stranger(self, n: Name, c: Cluster) -> bool:
        """Whether ``n`` is somebody else of whom the story could go on."""
        return (
            self.by_name[id(n)] is not c
            and n.label in ("PERSON", "")
            and n.propn
            and not n.suspect
            and not self._quoted_for_a_role(n)
            and not ((own := self._node(n.span)) is not None and self._by(own))
        )

    def _speaks_of(self, index: int, sex: str | None) -> bool:
        s = self.sentences[index]
        return any(sex in (None, "m" if m["m"] else "f") for m in PRONOUN.finditer(self.text, s.start, s.end))

    def _going_on_from(self, start: int, c: Cluster, sex: str | None) -> Iterator[int]:
        pause = 0
        for i in range(start + 1, len(self.sentences)):
            s = self.sentences[i]
            told = self._pronoun(s, c, sex)
            others = [n for n in self.mentions_in(i) if self._a_stranger(n, c)]
            if told and not any(n.start < told.start() for n in others if not self._acts_on_it(n, told)):
                pause = 0
                yield i
            elif others or pause == _PAUSE:
                return
            else:
                pause += 1

    def _pronoun(self, s: Span, c: Cluster, sex: str | None) -> re.Match[str] | None:
        for m in PRONOUN.finditer(self.text, s.start, s.end):
            if sex in (None, "m" if m["m"] else "f"):
                return m
        several = any(n.group for n in c.names)
        return childhood.PLURAL.search(self.text, s.start, s.end) if several else None

    def _acts_on_it(self, n: Name, pronoun: re.Match[str]) -> bool:
        """ "Judge Paul Webb gave him two years": of the child, whoever does it is grown up."""
        c = self.by_name[id(n)]
        return c.level("adult") >= 2 and pronoun.group().lower() in ("him", "her", "his")

    def _signs(
        self, c: Cluster, chain: Sequence[int], sex: str | None, fits: Sequence[Cluster]
    ) -> tuple[dict[str, tuple[int, Cue]], bool]:
        """The signs of childhood in the sentences that tell of ``c``, the best of each kind; and whether one of them
        tells of a grown-up."""
        told: dict[str, tuple[int, Cue]] = {}
        for i in chain:
            s = self.sentences[i]
            named = any(n.sentence == i for n in c.names)
            if self._a_grown_life(s, named) or self._teaches(s, c):
                return {}, True
            if not named and self._another_child(s, c):
                continue
            if childhood.OWN_MEMORY.search(self.text, s.start, s.end) and not self._spoken(s.start):
                continue  # the writer's own childhood
            for at, age in self._ages(s):
                if not self._of_somebody_else(at, s, c):
                    if age >= 18:
                        return {}, True
                    told.setdefault("age", (_AGE, self._cue(at, f"age {age:g}")))
            for weight, kinds in ((_MARK, childhood.MARKED), (_HINT, childhood.HINTS)):
                for kind, pattern in kinds:
                    if m := pattern.search(self.text, s.start, s.end):
                        told.setdefault(kind, (weight, self._cue(Span(*m.span()), kind)))
        if (u := self._the_child_told(c, chain, sex)) is not None:
            told.setdefault("a child", (_AGE if u.cue.age is not None else _MARK, u.cue))
        if "age" not in told and (headed := self._headed_child(c, sex, fits)) is not None:
            told["headline"] = headed
        return told, False

    def _cue(self, at: Span, reason: str) -> Cue:
        return Cue("child", 2, at.start, at.end, f"{reason}, told of the one named")

    def _a_grown_life(self, s: Span, named: bool) -> bool:
        over = (telling.LATER, telling.LONG_BEFORE, telling.RECOUNTS)
        if named and any(p.search(self.text, s.start, s.end) for p in over):
            return True
        if childhood.GROWN.search(self.text, s.start, s.end) and named:
            return True
        own = childhood.OWN_CHILD.search(self.text, s.start, s.end)
        return bool(own and named and not telling.PARENT.search(self.text, s.start, own.start()))

    def _teaches(self, s: Span, c: Cluster) -> bool:
        m = childhood.TEACHES.search(self.text, s.start, s.end)
        return m is not None and any(s.start <= n.start < m.start() for n in c.names)

    def _ages(self, s: Span) -> Iterator[tuple[Span, float]]:
        for pattern in childhood.AGED:
            for m in pattern.finditer(self.text, s.start, s.end):
                said = m.groupdict()
                age = float(ordinal(m["o"])) if said.get("o") else years(m["n"], said.get("u"))
                if said.get("ago"):
                    age += number(m["ago"])
                if age:
                    yield Span(*m.span()), age
        for m in PRONOUN_AGE.finditer(self.text, s.start, s.end):
            if m["n"] and not any(
                x.start < m.end() and m.start() < x.end for k in self.clusters for x in k.cues
            ):
                yield Span(*m.span()), years(m["n"], m["u"])

    def _of_somebody_else(self, at: Span, s: Span, c: Cluster) -> bool:
        """Whether the person named last before ``at`` in the sentence is another."""
        before = [n for n in self.mentions_within(s.start, at.start) if n.label == "PERSON"]
        return bool(before) and self.by_name[id(before[-1])] is not c

    def _another_child(self, s: Span, c: Cluster) -> bool:
        return any(
            self.by_name[id(n)].level("child") >= 2 and self.by_name[id(n)] is not c
            for n in self.mentions_within(s.start, s.end)
        )

    def _the_child_told(self, c: Cluster, chain: Sequence[int], sex: str | None) -> Unnamed | None:
        """A child without a name that a sentence about ``c`` speaks of, or one next to it, where it can be ``c``."""
        named = {n.sentence for n in c.names}
        for u in self.unnamed:
            if u.plural or (u.gender and sex and u.gender != sex):
                continue
            here = {self.sentence(x.start) for x in (u.span, *u.more)}
            if here & named or not any(i in chain or i + 1 in named for i in here):
                continue
            if u.cue.age is not None or u.definite:
                return u
        return None

    def _headed_child(self, c: Cluster, sex: str | None, fits: Sequence[Cluster]) -> tuple[int, Cue] | None:
        """ "Girl, 9, saves brother": the child of the headline, where the story has but one who can be it."""
        title = self.text.find("\n")
        if self.text[:title].rstrip().endswith((".", "”", '"')):
            return None  # a paragraph
        m = telling.BARE_CHILD.search(self.text, 0, max(title, 0))
        first = min(c.names, key=lambda n: n.start)
        if m is None or first.sentence > _LEAD or not self._alone_of_its_kind(c, fits):
            return None
        said = "m" if telling.MALE.search(m.group()) else "f" if telling.FEMALE.search(m.group()) else None
        if said and sex and said != sex:
            return None
        if m["n"] and number(m["n"]) >= 18:
            return None
        return (_AGE if m["n"] else _MARK), Cue("child", 2, *m.span(), f"'{m.group()}' of the headline")

    def _by_first_name(self, c: Cluster) -> bool:
        """Whether the first name stands alone somewhere, as in talk of a child."""
        if any(telling.OTHER_NAME.search(self.text, max(0, n.start - 60), n.start) for n in c.names):
            return True
        return any(" ".join(n.words) == c.given for n in c.names) and (self._whole(c) or len(c.names) > 1)

    def _kin_in_story(self, c: Cluster) -> bool:
        """Whether a grown-up of the story has the same surname."""
        return len(c.words) > 1 and any(
            k is not c and k.level("adult") >= 2 and c.surname in k.words for k in self.clusters
        )

    def _alone_of_its_kind(self, c: Cluster, fits: Sequence[Cluster]) -> bool:
        """Whether the story names no child, and nobody else by the first name without a word on who that is."""
        if any(k.level("child") >= 2 and k.level("adult") < 2 for k in self.clusters):
            return False
        if not self._by_first_name(c):
            return False
        beside = {id(x) for n in c.names for x in n.group or ()}
        return not any(
            k is not c and self._by_first_name(k) and not beside & {id(n) for n in k.names} for k in fits
        )
