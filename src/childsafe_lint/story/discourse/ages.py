"""Ages and stages that a sentence tells without standing beside the name: whose they are."""

from __future__ import annotations

from ... import lazy_re as re
from ...languages.en import ages, telling
from ...languages.en.frames import DATA, Cue, Shows, number, years
from ...spans import Span
from ..clusters import Cluster
from ..details.places import is_big
from ..names import Name
from .ground import Unnamed
from .nominals import Nominals

_GROWN = re.compile(
    r"\b(?:" + "|".join(re.escape(w) for w in sorted(DATA["kin_adult"], key=len, reverse=True)) + r")\b", re.I
)
#: before a name that is a place's or a body's
_PLACED = re.compile(
    r"\b(?:in|at|from|near|to|of|around|into|outside|across|via|(?P<det>the|an?|\d+(?:st|nd|rd|th)|first|second))\s$",
    re.I,
)
_OF = re.compile(r"\s+(?:of|from)\s+")
_HE_OR_SHE = re.compile(r"\b(?:he|she)\b", re.I)
_ACROSS = 60  # characters between "for" or "the life of" and the name that it speaks of


class Ages(Nominals):
    """Ages and stages that a sentence tells without standing beside the name: whose they are."""

    def _told_ages(self) -> None:
        for index, s in enumerate(self.sentences):
            for t in ages.tellings(self.text, s.start, s.end, self.published):
                if any(c.start < t.cue.end and t.cue.start < c.end for x in self.clusters for c in x.cues):
                    continue  # said of somebody already
                target = self._told_of(t, index)
                if target is not None and self._believable(target, t.cue):
                    target.extra.append(t.cue)
                    if t.whose == "beside" and t.cue.age is None:
                        self._beside_too(target, t.cue)
        self._ages_of_several()
        self._younger()
        self._also_aged()
        self._headed()
        self._one_of_them()
        self._christened()
        self._at_nursery()

    def _beside_too(self, target: Cluster, cue: Cue) -> None:
        """ "Hannah Pope and Lily Jarvis of Class 2": both are."""
        name = next((n for n in target.names if n.group and 0 <= cue.start - n.end <= 6), None)
        for n in (name.group or []) if name is not None else []:
            c = self.by_name[id(n)]
            if c is not target and not c.cues and self._a_person(n) and len(n.words) == len(target.words):
                c.extra.append(cue)

    def _told_of(self, t: ages.Telling, index: int) -> Cluster | None:
        at = t.cue.start
        here = [n for n in self.mentions_in(index) if self._a_person(n)]
        if t.whose == "after":
            name = next((n for n in here if t.cue.end <= n.start < t.cue.end + _ACROSS), None)
            return self.by_name[id(name)] if name else None
        before = [n for n in here if n.end <= at]
        if before:
            between = self.text[before[-1].end : at]
            stage = t.cue.age is None
            if t.whose == "beside" and not _OF.fullmatch(between):
                return None
            if ages.somebody_elses(between) if stage else _GROWN.search(between):
                return None
            return (
                None
                if self._child_between(self.by_name[id(before[-1])], at, index)
                else self.by_name[id(before[-1])]
            )
        if t.whose == "beside":
            return None
        if t.whose == "before" and not _HE_OR_SHE.search(self.text, self.sentences[index].start, at):
            # "What Emrys lacks in years": the name may stand inside the words
            inside = [n for n in here if at <= n.start < t.cue.end]
            return self.by_name[id(inside[0])] if inside and t.cue.age is not None else None
        if _GROWN.search(self.text, self.sentences[index].start, at):
            return None
        speaker = self._speaker_at(at)
        after = [
            n
            for n in here
            if n.start >= t.cue.end and not self._speaks(n) and self.by_name[id(n)] is not speaker
        ]
        found = self._antecedent(at, index) or (self.by_name[id(after[0])] if after else None)
        if found is None:
            return None
        first = min(n.start for n in found.names)
        # "She is in her last year of primary school in Surulere": a place
        return None if first > at and _PLACED.search(self.text, max(0, first - 12), first) else found

    def _a_person(self, n: Name) -> bool:
        c = self.by_name[id(n)]
        return (
            n.kind == "person"
            and n.propn
            and not (n.doubtful and n.label != "PERSON")
            and not any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
            and not self._byline(n)
        )

    def _believable(self, c: Cluster, cue: Cue) -> bool:
        """Whether the age can be that of somebody of whom so much is known already."""
        if cue.shows == "child" and c.level("adult") >= 2:
            return False
        if cue.age is None:
            return not c.ages
        return all(abs(a - cue.age) < 1.1 for a in c.ages)

    def _ages_of_several(self) -> None:
        """ "Hasna is awake; her sister Husna is not. They are fourteen months old." """
        for m in ages.THEY_ATTEND.finditer(self.text):
            for c in self._them(m.start()):
                c.extra.append(Cue("child", 2, *m.span("s"), "school or kindergarten"))
        for m in ages.BOUND.finditer(self.text):
            self._bounded(m)
        for m in ages.THEY_ARE.finditer(self.text):
            old = max(years(m[g], m["u"]) for g in ("n", "n2") if m[g])
            old -= 0.01 * bool(ages.YET_TO_TURN.search(m.group()))
            them = self._them(m.start(), several=True)
            if old >= 18 and len(them) < 2:
                continue
            for c in them:
                shown = "under 18" if old < 18 else "18 or over"
                c.extra.append(
                    Cue("child" if old < 18 else "adult", 3, m.start(), m.end(), f"they are {shown}", old)
                )

    def _bounded(self, m: re.Match[str]) -> None:
        """ "Ana, Bea and Cleo were locked in. The eldest is 12." """
        old = number(m["n"])
        if (m["top"] and old >= 18) or (m["low"] and old < 18):
            return  # says nothing of the others
        cue = Cue("child" if m["top"] else "adult", 2, *m.span(), f"{m['top'] or m['low']}: {m['n']}")
        them = [c for c in self._them(m.start()) if not c.level("child")]
        for c in them:
            c.extra.append(cue)
        if them or m["low"]:
            return
        lo = self.sentences[max(0, self.sentence(m.start()) - 1)].start
        told = list(ages.SIBLINGS.finditer(self.text, lo, m.start()))
        if told and not any(u.span.start <= told[-1].start() < u.span.end for u in self.unnamed):
            self.unnamed.append(Unnamed(Span(*told[-1].span()), cue, None, plural=True, definite=True))

    def _them(self, at: int, several: bool = False) -> list[Cluster]:
        """Whom "they" stands for at ``at``: everybody named in the last sentence that names anybody, who may be a
        child."""
        here = self.sentence(at)
        near = [
            n
            for n in self.mentions
            if 0 <= here - n.sentence <= 2
            and n.start < at
            and any(self._a_person(x) for x in (n.group or [n]))  # "Will, Bram and Kit": a word beside names
        ]
        last = max((n.sentence for n in near), default=0)
        them: list[Cluster] = []
        for n in near:
            c = self.by_name[id(n)]
            if n.sentence == last and c not in them and not c.ages and c.level("adult") < 2:
                them.append(c)
        if several and len(them) == 1 and any(self._speaks(n) for n in them[0].names):
            return []  # "Children are not soldiers," Imran Butt said. The boys were 13 and 15
        return [] if len(them) == 1 and self._alone(them[0], last, at) else them

    def _alone(self, c: Cluster, sentence: int, at: int) -> bool:
        """ "Joanna Kemp has five daughters. The eldest is 11": whether ``c`` is named without anybody beside, with whom
        they could be several."""
        if c.level("child") or c.level("kin-younger"):
            return False
        beside = any(n.group or ages.WITH_ANOTHER.match(self.text, n.end) for n in c.names)
        led = any(ages.AFTER_ANOTHER.search(self.text, max(0, n.start - 6), n.start) for n in c.names)
        pair = ages.ONE_PEER.search(self.text, self.sentences[sentence].start, at)
        return not (beside or led or pair)

    def _younger(self) -> None:
        """ "Ji-woo, thirteen, won. Ji-woo's partner, Lee-Ann, is a year younger." """
        for n in self.mentions:
            c = self.by_name[id(n)]
            m = ages.YOUNGER.match(self.text, n.end)
            older = ages.OLDER.match(self.text, n.end) if m is None else None
            m = m or older
            if m is None or c.level("child") >= 2 or c.level("adult") > 2:
                continue
            elder = next(
                (
                    x
                    for x in reversed(self.mentions)
                    if x.start < n.start and n.sentence - x.sentence <= 2 and self.by_name[id(x)].ages
                ),
                None,
            )
            told = [
                u
                for u in self.unnamed
                if not u.plural
                and u.cue.age is not None
                and 0 <= n.sentence - self.sentence(u.span.start) <= 4
            ]
            aged = max(self.by_name[id(elder)].ages) if elder is not None else None
            # "With him was João, a year younger" than the child of whom this is told, not than a witness of 58
            beside = elder is not None and elder.sentence == n.sentence
            if older is not None:
                base = aged if aged is not None else max((u.cue.age or 0 for u in told), default=None)
                more = years(older["n"], older["u"])
                if base is not None and base + more < 18:
                    c.extra.append(Cue("child", 3, *m.span(), "little older than a child", base + more))
            elif (aged is not None and aged < 18) or (told and not beside) or self._one_of_a_family(n):
                c.extra.append(Cue("child", 3, *m.span(), "younger than a child"))

    def _one_of_a_family(self, n: Name) -> bool:
        """ "They have three sons. Olzhas, two years older, …", where one of them is a child."""
        if not any(k.level("child") >= 2 for k in self.clusters):
            return False
        start = self.sentences[max(0, n.sentence - 1)].start
        return any(m["kin"] or m["young"] for m in telling.SEVERAL.finditer(self.text, start, n.start))

    def _also_aged(self) -> None:
        """ "At Mora High, where Ximena is in her third term … her best friend, Dulce, also 16": so is Ximena."""
        for n in self.mentions:
            m = ages.ALSO_AGED.match(self.text, n.end)
            whose = ages.FRIEND_OF.search(self.text, max(0, n.start - 40), n.start) if m else None
            if m is None or whose is None:
                continue
            old = number(m["n"])
            before = [
                x
                for x in self.mentions
                if x.end <= whose.start() and n.sentence - x.sentence <= 1 and x.label == "PERSON"
            ]
            c = self.by_name[id(before[-1])] if before and self._a_person(before[-1]) else None
            sex = "f" if whose.group().lower().startswith("her") else "m"
            if c is None or c.gender not in (None, sex) or any(abs(a - old) > 2.5 for a in c.ages):
                continue
            shown: Shows = "child" if old < 18 else "adult"
            c.extra.append(Cue(shown, 3, *m.span("n"), f"a friend is also {m['n']}", old))

    def _headed(self) -> None:
        """ "Born: Inverness, 3 May 2013. Died: Glasgow, aged 11": of whom the lines above name."""
        for m in ages.DIED_AGED.finditer(self.text):
            before = [
                n
                for n in self.mentions
                if m.start() - 200 < n.end <= m.start() and (len(n.words) > 1 or n.label == "PERSON")
            ]
            old = number(m["n"])
            if before and not self.by_name[id(before[0])].ages:
                shown: Shows = "child" if old < 18 else "adult"
                self.by_name[id(before[0])].extra.append(
                    Cue(shown, 3, *m.span("n"), f"died at {m['n']}", old)
                )

    def _one_of_them(self) -> None:
        """ "Children as young as ten were seen at the tip. One of them, who gave his name as Emeka, …" """
        for n in self.mentions:
            c = self.by_name[id(n)]
            s = self.sentences[n.sentence]
            if c.level("child") or c.level("adult") or not self._a_person(n):
                continue
            if not ages.ONE_OF_THEM.search(self.text, s.start, n.start):
                continue
            lo = self.sentences[max(0, n.sentence - 2)].start
            told = list(ages.SOME_CHILDREN.finditer(self.text, lo, n.start))
            if told:
                c.extra.append(Cue("child", 2, *told[-1].span("who"), "one of the children"))

    def _christened(self) -> None:
        """ "Christened Magnus Tate last Sunday, the baby slept." """
        for n in self.mentions:
            c = self.by_name[id(n)]
            if c.level("adult") or not ages.NAMED_CHILD.search(self.text, max(0, n.start - 20), n.start):
                continue
            if m := ages.THE_CHILD.match(self.text, n.end):
                c.extra.append(Cue("child", 2, m.end() - 4, m.end(), "a word for a child"))

    def _at_nursery(self) -> None:
        """A grown-up comes into a story of a nursery with a surname or a role, a child with the first name alone."""
        for n in self.mentions:
            c = self.by_name[id(n)]
            s = self.sentences[n.sentence]
            if len(c.words) > 1 or c.cues or n.title or n.ordinary or n.full_caps or not self._a_person(n):
                continue
            if (n.suspect and not n.acts) or is_big(self.text[n.start : n.end]) or self._speaks(n):
                continue
            room = ages.NURSERY.search(self.text, s.start, s.end)
            placed = _PLACED.search(self.text, max(0, n.start - 12), n.start)
            if room and not (placed and (n.label != "PERSON" or placed["det"])):
                for one in n.group or [n]:
                    self.by_name[id(one)].extra.append(
                        Cue("child", 1, *room.span(), "among the children of a nursery")
                    )
