"""Children of somebody, brothers, sisters and friends of a child."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...languages.en import telling
from ...languages.en.frames import Cue
from ..clusters import Cluster
from ..names import Name
from .ground import Ground

#: whose children are grown up
_ELDERLY = 58
_OWN = re.compile(r"\b(?:his|her)\s+(?:\w+\s+)?$", re.IGNORECASE)


class Kin(Ground):
    """Children of somebody, brothers, sisters and friends of a child."""

    def _kin(self) -> None:
        """Children of someone, brothers and sisters of a child: settled when all else is known."""
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
                if telling.OBITUARY.search(around):
                    continue
                elders = [
                    a
                    for n in self.mentions
                    if abs(n.sentence - self.sentence(cue.start)) <= 1
                    for a in self.by_name[id(n)].ages
                    if a >= 18
                ]
                if (elders and max(elders) >= _ELDERLY) or self._of_the_old(cue):
                    continue
                if self._grown_son(c, cue):
                    continue
                if telling.GROWN_CHILD.search(self.text, s.start, s.end) or self._of_an_elder(cue):
                    continue
                c.extra.append(Cue("child", 1, cue.start, cue.end, cue.reason))
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
                if near and len(c.words) > 1 and telling.KIN_TO.match(self.text, cue.end):
                    continue
                if near and (self._of_a_grown_up(cue) or self._of_another(cue, near)):
                    continue
                if near and not re.search(r"\b(?:older|elder|big|eldest)\s*$", mods):
                    c.extra.append(Cue("child", 1, cue.start, cue.end, f"{cue.reason} of a child"))

    def _grown_son(self, c: Cluster, cue: Cue) -> bool:
        """ "Her older son, Trevor Banks, told reporters": the elder, with both names, speaks for the family."""
        elder = telling.ELDER.search(self.text, max(0, cue.start - 16), cue.start)
        return elder is not None and len(c.words) > 1 and any(self._speaks(n) for n in c.names)

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
        """ "Old Mama Rehema lives with her son": the child of one who is told elsewhere to be a grandparent
        or old enough to be one."""
        own = _OWN.search(self.text, max(0, cue.start - 24), cue.start)
        here = self.sentence(cue.start)
        before = [n for n in self.mentions if n.end <= cue.start and here - n.sentence <= 1]
        if own is None or not before:
            return False
        parent = self.by_name[id(before[-1])]
        old = max(parent.ages, default=0) >= _ELDERLY
        return old or any(telling.GRANDPARENT.search(self.text, x.start, x.end) for x in parent.cues)

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
        ):
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
