"""Children of somebody, brothers, sisters and friends of a child."""

from __future__ import annotations

from collections.abc import Sequence

from ... import lazy_re as re
from ...languages.en import frames, telling
from ...languages.en.frames import DATA, Cue
from ..clusters import Cluster
from ..names import Name
from ..parse import Token
from .referents import Referents

#: whose children are grown up
_ELDERLY = 58
_HE_OR_SHE = re.compile(r"\s*(?:He|She)\b")
#: whose grandchildren are grown up
_VERY_OLD = 80
#: so many sentences are the lead of a draft
_LEAD = 5
_HAS = re.compile(
    r"\b(?:his|her|their|our|(?:had|has|have|leaves?|left|raised)(?:\s+behind)?(?:\s+(?:an?|one|two|three|four|five|six|seven|eight|\d+))?)\s+(?:(?:sons?|daughters?)\s[^.;!?\n]{0,40}\s(?:and|,)\s+)?(?:an?\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_GRANDCHILDREN = re.compile(r"\bgrand(?:children|kids|sons|daughters)\b", re.IGNORECASE)
_GRAND = re.compile(r"\bgrand\w+|\b(?:niece|nephew)s?\b", re.IGNORECASE)
#: whose elder brothers and sisters are children as well, when they go by the first name
_SMALL = 8
#: characters between two children of one parent who are told of in one breath
_BESIDE = 80
_CHILD = frozenset(DATA["child_nouns"])
_HIS = re.compile(r"\b(?P<whose>his|her)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
#: sentences in which nobody is named, so that "his" is still the child's
_WHILE = 4
_OWN = re.compile(r"\b(?:his|her)\s+(?:\w+\s+)?$", re.IGNORECASE)


class Kin(Referents):
    """Children of somebody, brothers, sisters and friends of a child."""

    def _kin(self) -> None:
        """Children of someone, brothers and sisters of a child: settled when all else is known."""
        obituary = self._of_an_old_life()
        old = self._opens_with_somebody_old()
        for c in self.clusters:
            told = [x for x in c.cues if x.shows == "child"]
            if told and all(self._somebodys_child(x) and (obituary or self._of_the_old(x)) for x in told):
                for n in c.names:
                    n.cues = [x for x in n.cues if x not in told]
                c.extra[:] = [x for x in c.extra if x not in told]
        for c in self.clusters:
            if (
                c.level("adult")
                or c.level("child")
                or any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
            ):
                continue
            for cue in [x for x in c.cues if x.shows == "kin-younger"]:
                s = self.sentences[self.sentence(cue.start)]
                around = self.text[max(0, s.start - 200) : s.end]
                if telling.OBITUARY.search(around) or self._of_the_old(cue) or obituary:
                    continue
                if old and not _GRAND.search(self.text, max(0, cue.start - 10), cue.end):
                    continue
                if self._grown_son(c, cue) or self._beside_grown(c, cue):
                    continue
                after = self.sentences[min(self.sentence(cue.start) + 1, len(self.sentences) - 1)]
                end = after.end if _HE_OR_SHE.match(self.text, after.start) else s.end
                if telling.GROWN_CHILD.search(self.text, s.start, end) or self._of_an_elder(cue):
                    continue
                if self._in_office(c) or self._own_life(c):
                    continue
                c.extra.append(Cue("child", 1, cue.start, cue.end, cue.reason))
        self._siblings()
        self._young_parents()
        kids = {
            id(n)
            for c in self.clusters
            if c.level("child") and c.level("child") >= c.level("adult")
            for n in c.names
        }
        for c in self.clusters:
            if (
                c.level("adult")
                or c.level("child")
                or (c.unlikely and not self._he_and_his(c, kids))
                or any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
            ):
                continue
            for cue in [x for x in c.cues if x.shows == "kin-peer"]:
                here = self.sentence(cue.start)
                twin = bool(
                    telling.SAME_AGE.search(self.text[max(0, cue.start - 6) : cue.end])
                )  # of the age of the child, who may have been named some sentences ago
                near = [
                    n
                    for n in self.mentions
                    if id(n) in kids
                    and 0 <= here - n.sentence <= (4 if twin or self._told_last(cue, kids) else 1)
                    and n.start < cue.start + 60
                ]
                mods = self.text[max(0, cue.start - 30) : cue.start].lower()
                if self._own_life(c) or self._speaks_for_family(c):
                    continue
                if near and self._the_elder_speaks(c):
                    continue
                if near and len(c.words) > 1 and telling.KIN_TO.match(self.text, cue.end):
                    continue
                if near and (
                    self._of_a_grown_up(cue) or self._of_another(cue, near) or self._of_who_looks(cue)
                ):
                    continue
                near_or_his = near or self._of_an_unnamed(cue)
                older = re.search(r"\b(?:older|elder|big|eldest)\s*$", mods)
                if near_or_his and not (older and not (near and len(c.words) == 1 and self._small(near))):
                    c.extra.append(Cue("child", 1, cue.start, cue.end, f"{cue.reason} of a child"))

    def _grown_son(self, c: Cluster, cue: Cue) -> bool:
        """ "Her older son, Trevor Banks, told reporters": the elder, with both names, speaks for the family."""
        elder = telling.ELDER.search(self.text, max(0, cue.start - 16), cue.start)
        return elder is not None and len(c.words) > 1 and any(self._speaks(n) for n in c.names)

    def _speaks_for_family(self, c: Cluster) -> bool:
        """ "Her brother, Sizwe Dube, said so. “She laughed,” Dube said": with both names, then by the surname."""
        if len(c.words) < 2 or not any(self._speaks(n) for n in c.names):
            return False
        return any(n.words == (c.surname,) for n in c.names) and not any(
            len(n.words) == 1 and n.words[0] == c.given for n in c.names
        )

    def _he_and_his(self, c: Cluster, kids: set[int]) -> bool:
        """ "Moses, 12, works so that he and his sister Grace can eat": by the first name, in one breath."""
        return len(c.words) == 1 and any(
            telling.HE_AND_HIS.search(self.text, max(0, x.start - 30), x.start)
            and any(id(n) in kids and n.end <= x.start for n in self.mentions_in(self.sentence(x.start)))
            for x in c.cues
            if x.shows == "kin-peer"
        )

    def _beside_grown(self, c: Cluster, cue: Cue) -> bool:
        """ "His daughter Teta, a lawyer, and son Nelo": one child is grown up, and so is the other."""
        own = next((n for n in c.names if n.sentence == self.sentence(cue.start)), None)
        return own is not None and any(
            self.by_name[id(n)].level("adult") >= 2
            and any(x.shows == "kin-younger" for x in self.by_name[id(n)].cues)
            and abs(n.start - own.start) < _BESIDE
            for n in self.mentions_in(own.sentence)
        )

    def _the_elder_speaks(self, c: Cluster) -> bool:
        """ "“Our baby brother,” says Ewan": whoever says so is the elder."""
        return any(
            (self._speaks(n) or telling.SAID_KIN.search(self.text, max(0, n.start - 40), n.start) is not None)
            and telling.MY_LITTLE.search(
                self.text, self.sentences[max(0, n.sentence - 1)].start, self.sentences[n.sentence].end
            )
            for n in c.names
        )

    def _own_life(self, c: Cluster) -> bool:
        """ "His cousin Trey Guillory, a freshman at Marlow State,": a brother, cousin or friend who is grown up."""
        return any(telling.OWN_LIFE.match(self.text, n.end) for n in c.names)

    def _siblings(self) -> None:
        """ "Maksym, Ivanna and Danylo Bondar … Ivanna, 9,": who share one surname in a list with a child."""
        for name in self.mentions:
            group = name.group or []
            if len(group) < 2 or name is not group[0] or len(group[-1].words) < 2:
                continue
            if not telling.AND.fullmatch(self.text, group[-2].end, group[-1].start):
                continue
            those = [self.by_name[id(n)] for n in group]
            kids = [c for c in those if c.level("child") >= 2 and c.level("adult") < 2]
            if telling.FROM_A_PLACE.search(self.text, max(0, name.start - 8), name.start):
                continue
            if not kids or any(len(n.words) > 1 for n in group[:-1]) or any(c.level("adult") for c in those):
                continue
            cue = next(x for x in kids[0].cues if x.shows == "child")
            for c in those:
                if not c.level("child") and not any(
                    x.shows in ("animal", "thing", "fiction") for x in c.cues
                ):
                    c.extra.append(
                        Cue("child", 1, cue.start, cue.end, "listed with a child of the same surname")
                    )

    def _small(self, kids: Sequence[Name]) -> bool:
        """ "The five-year-old's big brother Max": so small a child's elder one is a child as well."""
        ages = [a for n in kids for a in self.by_name[id(n)].ages]
        told = [x for n in kids for x in self.by_name[id(n)].cues if x.shows == "child"]
        infants = any(telling.INFANTS.search(self.text, x.start, x.end) for x in told)
        return max(ages) <= _SMALL if ages else infants

    def _of_an_elder(self, cue: Cue) -> bool:
        """ "His grandmother has raised him since her daughter, Abena, died": a grandmother's daughter."""
        s = self.sentences[self.sentence(cue.start)]
        own = re.search(
            r"\b(?:his|her)\s+(?:(?:sons?|daughters?)\s[^.;!?\n]{0,50}\s)?(?:\w+\s+)?$",
            self.text[max(s.start, cue.start - 90) : cue.start],
            re.I,
        )
        elder = list(telling.GRANDPARENT.finditer(self.text, s.start, cue.start))
        return bool(own and elder and not telling.GRANDCHILD.search(self.text, cue.start, cue.end))

    def _of_the_old(self, cue: Cue) -> bool:
        """ "Old Mama Rehema lives with her son", "He was 86. They had one child": the child of one who is told to be a
        grandparent or old enough to be one, by name or without."""
        here = self.sentence(cue.start)
        grandparent = _GRANDCHILDREN.search(self.text, cue.end, self.sentences[here].end)
        if grandparent and telling.OBITUARY.search(self.text, self.sentences[here].start, cue.end):
            return True  # "She leaves a daughter, Ann, and five grandchildren"
        near = [n for n in self.mentions if abs(n.sentence - here) <= 1]
        if any(a >= _ELDERLY for n in near for a in self.by_name[id(n)].ages):
            return True
        grand = _GRAND.search(self.text, max(0, cue.start - 10), cue.end)
        if not self._owned(cue) or (grand and not self._of_the_very_old(cue)):
            return False
        start = self.sentences[max(0, here - 2)].start
        told = [
            m
            for m in telling.OLD.finditer(self.text, start, cue.start)
            if self.published - int(m["year"] or m["lived"] or 0) >= _ELDERLY
            and self.published - int(m["died"] or 0) >= telling.GROWN_SINCE
        ]
        if told and not telling.SOMEBODY_GROWN.search(self.text, told[-1].end(), cue.start):
            return True
        before = [n for n in near if n.end <= cue.start]
        if _OWN.search(self.text, max(0, cue.start - 24), cue.start) is None or not before:
            return False
        parent = self.by_name[id(before[-1])]
        return any(telling.GRANDPARENT.search(self.text, x.start, x.end) for x in parent.cues)

    def _somebodys_child(self, cue: Cue) -> bool:
        """ "They had one child, Colin", "her children, Ime and Ann": told as somebody's, without an age."""
        told = self.text[cue.start : cue.end].lower()
        if cue.age is not None or not (
            self._owned(cue)
            or telling.OBITUARY.search(self.text, self.sentences[self.sentence(cue.start)].start, cue.end)
        ):
            return False
        if told.endswith(("child", "children")) and not told.endswith(("grandchild", "grandchildren")):
            return True
        return _GRAND.search(told) is not None and self._of_the_very_old(cue)

    def _of_the_very_old(self, cue: Cue) -> bool:
        """Whether somebody old enough to have grown-up grandchildren is told of just before."""
        start = self.sentences[max(0, self.sentence(cue.start) - 2)].start
        told = [m.group() for m in telling.OLD.finditer(self.text, start, cue.start)]
        if telling.OBITUARY.search(self.text, start, cue.end):  # the age is told in the lead
            told += [m.group() for m in telling.OLD.finditer(self.text, 0, cue.start)]
        return any(int(n) >= _VERY_OLD for m in told for n in re.findall(r"\d\d+", m)[:1])

    def _owned(self, cue: Cue) -> bool:
        """ "her son", "they had one child": told as somebody's without a name."""
        words = self.text[
            cue.start : cue.end
        ].split()  # none where the cue is the way a draft tells of somebody
        at = cue.end - len(words[-1]) if words else cue.start
        return _HAS.search(self.text, max(0, at - 40), at) is not None

    def _of_an_old_life(self) -> bool:
        """Whether the draft begins with the death of somebody old and tells of no child: an obituary."""
        kids = [x for c in self.clusters for x in c.cues if x.shows == "child" and x.level > 1]
        if not all(self._somebodys_child(x) for x in kids):
            return False
        if any(u.cue.age is not None for u in self.unnamed):
            return False
        for i, s in enumerate(self.sentences[:_LEAD]):
            after = self.sentences[min(i + 1, len(self.sentences) - 1)]
            if telling.DIES.search(self.text, s.start, s.end) and telling.OLD.search(
                self.text, s.start, after.end
            ):
                return True
        return False

    def _opens_with_somebody_old(self) -> bool:
        """ "The search for Alec Muir, 71, goes on. … His daughter, Jean Muir,": the draft begins with somebody old, and
        tells of no child."""
        first = self.mentions[:1]
        told = any(u.cue.age is not None for u in self.unnamed) or any(
            c.level("child") > 1 for c in self.clusters
        )
        return not told and any(
            n.sentence < _LEAD and any(a >= _ELDERLY for a in self.by_name[id(n)].ages) for n in first
        )

    def _in_office(self, c: Cluster) -> bool:
        """ "lived to see her son become mayor", "her daughter, appointed head of the clinic": what grown-ups are."""
        for n in c.names:
            own = self._node(n.span)
            if own is None:
                continue
            own = self._argument(own)
            verbs = [t for t in own.children if t.dep_ in ("acl", "relcl")]
            verbs += [own.head] if own.dep_ in ("nsubj", "nsubjpass") else []
            if any(self._makes_grown(v) for v in verbs):
                return True
        return False

    def _makes_grown(self, verb: Token) -> bool:
        if verb.lemma_ not in telling.BECOMES:
            return False
        said = [t for t in verb.children if t.dep_ in ("attr", "oprd", "dobj")]
        said += [x for t in verb.children if t.dep_ == "prep" and t.lower_ == "as" for x in t.children]
        return any(
            t.lower_ in frames.ROLES and not any(m.lower_ in telling.OF_THE_YOUNG for m in t.children)
            for t in said
        )

    def _of_an_unnamed(self, cue: Cue) -> bool:
        """ "The girl's best friend, Asel,", "The boy, 16, left a note for his little sister, Asel": kin of a child whom
        the draft does not name."""
        owner = telling.OWNER.search(self.text, max(0, cue.start - 60), cue.start)
        if owner is not None and owner["owner"].lower() in _CHILD:
            return True
        own = _HIS.search(self.text, max(0, cue.start - 30), cue.start)
        if own is None:
            return False
        here = self.sentence(cue.start)
        sex = "m" if own["whose"].lower() == "his" else "f"
        told = [
            (x.start, x.end, u)
            for u in self.unnamed
            for x in (u.span, *u.more)
            if not u.plural and x.end <= own.start() and here - self.sentence(x.start) <= _WHILE
        ]
        if not told:
            return False
        _, end, u = max(told, key=lambda t: t[0])
        if u.gender not in (None, sex) or any(
            n.propn and not n.title for n in self.mentions_within(end, own.start())
        ):
            return False
        # "When he looked for the boy with his brother, Tom,": the brother of whoever looked
        return telling.SAME_SEX[sex].search(self.text, self.sentences[here].start, own.start()) is None

    def _of_who_looks(self, cue: Cue) -> bool:
        """ "When he looked for the boy with his brother, Tom,": the brother of whoever looked."""
        own = _HIS.search(self.text, max(0, cue.start - 30), cue.start)
        if own is None:
            return False
        start = self.sentences[self.sentence(cue.start)].start
        he = telling.HE if own["whose"].lower() == "his" else telling.SHE
        first = he.search(self.text, start, own.start())
        return (
            first is not None and telling.BARE_CHILD.search(self.text, first.end(), own.start()) is not None
        )

    def _told_last(self, cue: Cue, kids: set[int]) -> bool:
        """ "Nkuna was no angel. Staff had warned him. His friend, Kabelo, …": nobody was named since the child."""
        if not re.search(
            r"\b(?:his|her)\s+(?:[\w-]+\s+)?$", self.text[max(0, cue.start - 30) : cue.start], re.I
        ):
            return False
        before = self.mentions_within(0, cue.start)
        return bool(before) and id(before[-1]) in kids

    def _of_another(self, cue: Cue, kids: Sequence[Name]) -> bool:
        """ "The bridegroom, Naseebullah, and two cousins, Asad and Rahmat": kin of whom the sentence names."""
        s = self.sentences[self.sentence(cue.start)]
        if not cue.plural or any(s.start <= n.start < cue.start for n in kids):
            return False
        if re.search(
            r"\b(?:his|her|their|whose|['’]s)\s+(?:[\w-]+\s+)*$", self.text[s.start : cue.start], re.I
        ) or telling.FAMILY_ROW.search(self.text, s.start, cue.start):
            return False
        return bool(self.mentions_within(s.start, cue.start))

    def _young_parents(self) -> None:
        """ "said Ikram. Her mother, Halima, 34, sat behind her": whoever has a mother of 34 is no grown-up."""
        for name in self.mentions:
            parent = self.by_name[id(name)]
            ages = [a for a in parent.ages if 18 <= a <= telling.YOUNG_PARENT]
            m = telling.PARENT_OF.search(self.text, max(0, name.start - 40), name.start) if ages else None
            if m is None:
                continue
            before = [
                n
                for n in self.mentions
                if n.end <= m.start()
                and name.sentence - n.sentence <= 1
                and (n.label == "PERSON" or n.acts or self._speaks(n))
                and not telling.PREP.search(self.text, max(0, n.start - 10), n.start)
            ]
            child = self.by_name[id(before[-1])] if before else None
            if child is None or child is parent or child.cues or not before[-1].propn:
                continue
            if child.gender in (None, "f" if m["whose"].lower() == "her" else "m"):
                cue = next(c for c in parent.cues if c.age in ages)
                child.extra.append(Cue("child", 2, cue.start, cue.end, "the child of so young a parent"))

    def _of_a_grown_up(self, cue: Cue) -> bool:
        """ "Nicole's half-sister Sofia": kin of somebody who is no child of the story."""
        if telling.OF_A_HOST.search(self.text, max(0, cue.start - 40), cue.start):
            return True  # "in the loft of a cousin"
        m = telling.OWNER.search(self.text, max(0, cue.start - 60), cue.start) or telling.AND_HIS.search(
            self.text, max(0, cue.start - 60), cue.start
        )
        if m is None:
            return False
        if m["owner"].lower() in telling.GROWN_OWNERS:
            return True  # "the mother's sister"
        owner = next((n for n in self.mentions if n.start <= m.start("owner") < n.end), None)
        return owner is not None and self.by_name[id(owner)].level("child") <= self.by_name[id(owner)].level(
            "adult"
        )

    # --- the result ---------------------------------------------------------------------------------------------
