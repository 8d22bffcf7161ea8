"""Phrases that name: "was named locally as", "a child called", "the older, Sanjar,"."""

from __future__ import annotations

from ... import lazy_re as re
from ...languages.en import frames, telling
from ...languages.en.frames import Cue
from ...spans import Span
from ..clusters import Cluster
from ..names import Name
from .referents import MAY_BE_A_CHILD, Referents

_GOES_ON = re.compile(r"[A-Z][\w’'-]+,?\s(?:and\s)?$")
_ROYAL = frozenset("prince princess".split())


class Naming(Referents):
    """Phrases that name: "was named locally as", "a child called", "the older, Sanjar,"."""

    def _naming(self) -> None:
        """ "The boy was named locally as …", "a child called …": the name is the child's."""
        for name in self.mentions:
            if id(name) in self.settled or (name.doubtful and name.ordinary and not name.propn):
                continue  # "The card read: “Sleep tight”"
            s = self.sentences[name.sentence].start if self.sentences else 0
            before = self.text[max(s, name.start - 80) : name.start]
            born = telling.BORN_AS.search(before)
            if born and born["role"].lower() in telling.ROLES:
                cue = Cue("adult", 2, name.start, name.end, f"the name of the {born['role']}")
                self.by_name[id(name)].extra.append(cue)
                continue
            if not frames.NAMING.search(before):
                called = telling.AS_CALLED.match(self.text, name.end) or telling.TO_THEM.search(before)
                if called and not self.by_name[id(name)].cues:
                    self._alias(name)
                continue
            clause = self.text[s : name.start]
            self_named = telling.NAMES_SELF.search(clause)
            if self_named and not any(
                w in MAY_BE_A_CHILD or frames.number(w) for w in self_named["noun"].lower().split()
            ):
                self.by_name[id(name)].extra.append(
                    Cue(
                        "adult",
                        2,
                        s + self_named.start("noun"),
                        s + self_named.end("noun"),
                        "a grown-up's own name",
                    )
                )
                continue
            if telling.KIN_NAMES_SELF.search(clause) or telling.NAME_OF_KIN.search(before):
                self.by_name[id(name)].extra.append(
                    Cue("adult", 2, name.start, name.end, "a relative's own name")
                )
                continue
            nominals = [
                m
                for m in frames.NOMINAL.finditer(clause)
                if m["det"].lower() not in telling.NOMINAL_SKIP
                and not re.match(
                    r"['’]s?\s+(?!(?:[\w-]+\s+){0,2}(?:names?|identity)\b)", clause[m.end() :]
                )  # "the siblings' father"
            ]
            if not name.group:  # "the boys called him Master"
                nominals = [
                    m for m in nominals if not m["nouns"] or telling.ONE_OF.search(clause[: m.start() + 6])
                ]
            bare = None
            if not nominals:
                bare = telling.BARE_CHILD.search(clause) or telling.AGED_ROLE.search(clause)
            cluster = self.by_name[id(name)]
            if cluster.level("adult") >= 2:
                continue
            if (
                (role := telling.ROLE_NAMED.search(clause))
                and role["role"].lower() in telling.ROLES | frames.KIN_ADULT
                and not nominals
                and cluster.names[0].start == name.start  # "a teacher surnamed Bao, no kin of the boy Bao"
            ):
                at = s + role.start("role")
                cluster.extra.append(
                    Cue("adult", 2, at, s + role.end("role"), f"'{role['role']}': a grown-up's role")
                )
                continue
            if re.search(r"\bmy name is\s*$", before, re.I):
                self._speaker(cluster, s)
                continue
            if not nominals and re.search(r"(?<!name )\bis\s*$", before) and not (bare and bare["n"]):
                continue
            if (
                not nominals
                and not bare
                and re.search(
                    r"\b(?:call(?:s|ed|ing)?|nam(?:es?|ed|ing)|christened|baptised|registered)\s+(?:him|her)\s*[“\"‘']?$|\bwhom\s[^,.;]{0,50}\bcall(?:s|ed)?\s*[“\"‘']?$|\bgoes\s+by\s*[“\"‘']?$|\basked\s+to\s+be\s+called\s*[“\"‘']?$|\bknown\s[^.]*\bas\s*[“\"‘']?$|\banswers?\s+only\s+to\s*$",
                    before,
                    re.I,
                )
            ):
                if not cluster.cues:
                    self._alias(name)
                continue
            if not nominals and not bare:
                if telling.SEVERAL_NAMED.search(self.text, s, name.start):
                    continue  # the next step asks who they all are
                dead = re.search(r"\b(?:deceased|victim)\b", clause, re.I) is not None
                told = (
                    self._told_before(s, dead)
                    if re.search(
                        r"\b(?:him|her|he|she|child|name|bracelet|wristband|tag|cot|coffin|grave|cross|deceased|victim|suspect|accused|dead|missing|body|remains)\b",
                        clause,
                        re.I,
                    )
                    else None
                )
                held = telling.HELD_ONE.search(clause)
                if told and held and self._wronged(Span(told.start(), told.end())):
                    span = s + held.start(), s + held.end()
                    cluster.extra.append(
                        Cue("adult", 2, *span, f"'{held.group()}': not the child to whom it was done")
                    )
                    continue
                if told and (name.group or not told["nouns"]):
                    cluster.extra.append(self._nominal_cue(told, 0))
                continue
            if nominals and self._long_ago(name.sentence):
                continue
            if nominals:
                m = nominals[-1]
                if (someone := telling.SOMEBODY_ELSE.search(clause)) and someone.start() >= m.end():
                    continue
                named_between = any(
                    n is not name and s + m.end() <= n.start < name.start for n in self.mentions
                )
                if named_between:
                    continue
                for other in (name.group or [name]) if m["nouns"] else [name]:
                    if self.by_name[id(other)].level("adult") < 2:
                        self.by_name[id(other)].extra.append(self._nominal_cue(m, s))
                cluster.nominals.append(Span(s + m.start(), s + m.end()))
            elif bare and not any(
                n is not name and s + bare.end() <= n.start < name.start for n in self.mentions
            ):
                cluster.extra.append(
                    Cue(
                        "child",
                        2,
                        s + bare.start(),
                        s + bare.end(),
                        f"'{bare.group()}' is a word for a child",
                    )
                )

    def _named_together(self) -> None:
        """ "Four pupils died. They have been identified as …", "The pupils were …": all whom the list names."""
        for name in self.mentions:
            group = name.group or [name]
            s = self.sentences[name.sentence]
            if name is not group[0]:
                continue
            m = telling.SEVERAL_NAMED.search(self.text, max(s.start, name.start - 160), name.start)
            cue = self._children_told(m) if m is not None else None
            if cue is None:
                continue
            for c in (self.by_name[id(n)] for n in group):
                if c.level("adult") < 2 and not c.level("child"):
                    c.extra.append(cue)

    def _listed_beside(self) -> None:
        """ "Two pupils in Year 4, Ugo and Serena, …", "three mouths to feed: Abdi, Hodan and the baby": the names
        in apposition to a longer phrase for several children."""
        for name in self.mentions:
            group = name.group or [name]
            if len(group) < 2 or name is not group[0] or name.title:
                continue
            s = self.sentences[name.sentence].start
            before = self.text[max(s, name.start - 120) : name.start]
            m = telling.SEVERAL_BESIDE.search(before)
            if m is None:
                continue
            told = frames.number(m["n"]) if m["n"] else 0
            more = telling.AND_THE_BABY.match(self.text, group[-1].end) is not None
            if (told and told != len(group) + more) or self._speaks(group[-1]):
                continue  # "two pupils, Ada Roe, Ben Poe and a teacher"
            base = name.start - len(before)
            cue = Cue("child", 2, base + m.start("who"), base + m.end("who"), f"one of the {m['who']}")
            for c in (self.by_name[id(n)] for n in group):
                if not (c.level("adult") or c.level("child")):
                    c.extra.append(cue)

    def _royal_children(self) -> None:
        """ "The children of the royal couple start school. Prince Emil and Princess Ida …": no grown-up's titles."""
        royals = [n for n in self.mentions if n.title in _ROYAL or n.words[0] in _ROYAL]
        for index in sorted({n.sentence for n in royals}):
            royal = [n for n in royals if n.sentence == index]
            floor = self.sentences[max(0, index - 1)].start
            told = list(telling.THE_CHILDREN.finditer(self.text, floor, royal[0].start))
            for n in royal if told and len(royal) > 1 else []:
                c = self.by_name[id(n)]
                if c.ages:
                    continue
                for x in c.names:
                    x.cues = [cue for cue in x.cues if not cue.reason.startswith("the title")]
                    x.title = None if x.title in _ROYAL else x.title
                c.extra.append(Cue("child", 2, *told[-1].span(), f"'{told[-1].group()}'"))

    def _counted(self) -> None:
        """ "She is charged with murdering four pupils. The girl denied killing …": a list of as many names as children
        were told of just before, in which nobody has a word for a grown-up."""
        for name in self.mentions:
            group = name.group or []
            if len(group) < 2 or name is not group[0]:
                continue
            those = [self.by_name[id(n)] for n in group]
            if any(n.title or len(n.words) < 2 for n in group) or any(c.cues for c in those):
                continue
            if self.mentions_within(name.start - 40, name.start) and _GOES_ON.search(
                self.text, max(0, name.start - 40), name.start
            ):
                continue  # the end of a longer list
            if self._speaks(group[-1]) or (cue := self._as_many(name, len(group))) is None:
                continue
            for c in those:
                c.extra.append(cue)

    def _as_many(self, first: Name, count: int) -> Cue | None:
        """The last several people of that number told of before ``first``, when they are children."""
        floor = self.sentences[max(0, first.sentence - 2)].start
        counted = list(telling.COUNTED.finditer(self.text, floor, first.start))
        told = [m for m in counted if frames.number(m["n"]) == count]
        if not told:
            return None
        here = self.sentence(told[-1].start())
        if any(not m["who"] for m in counted if m in told or self.sentence(m.start()) == here):
            return None  # "two pupils and three teachers": a list of some of them
        last = told[-1]
        if last["at"] and not telling.OF_SCHOOLS.search(self.text):
            return None
        return Cue("child", 2, *last.span("who"), f"as many as the {last.group()}")

    def _children_told(self, m: re.Match[str]) -> Cue | None:
        """The several children whom the words of ``m`` name: told of in them, or last before them and alone."""
        here = self.sentence(m.start())
        for index in range(here, max(-1, here - 3), -1):
            s = self.sentences[index]
            end = m.end() if index == here else s.end
            told = [
                x
                for x in telling.SEVERAL.finditer(self.text, s.start, end)
                if x.group().lower() not in telling.OFFICIALS
                and not telling.POSSESSED.search(self.text, max(0, x.start() - 30), x.start())
            ]
            if told:
                if not all(x["young"] or x["kin"] for x in told):
                    return None
                last = told[-1]
                why = f"one of the {last.group()}"
                return (
                    Cue("child", 2, *last.span(), why)
                    if last["young"]
                    else Cue("kin-younger", 1, *last.span(), why)
                )
        return None

    def _alias(self, name: Name) -> None:
        """Another name of the child named before it."""
        owner = next(reversed(self.mentions_within(max(0, name.start - 90), name.start)), None)
        if owner is not None and telling.ALSO_KNOWN.match(self.text[owner.end : name.start]):
            mine, known = self.by_name[id(name)], self.by_name[id(owner)]
            if mine is not known:
                self._one_person(mine, known)
            return
        owner = self._child_before(name)
        if owner is None and (kid := self._one_child()) is not None:
            owner = kid.names[0]
        if owner is not None:
            cue = Cue("child", 2, owner.start, owner.end, "another name of this child")
            self.by_name[id(name)].extra.append(cue)
        elif told := self._told_before(name.start):
            self.by_name[id(name)].extra.append(self._nominal_cue(told, 0))

    def _young(self) -> None:
        """ "Samir, 16, … young Stanikzai has left his coat": a surname that comes without a first name is the
        child's, when the draft has one child."""
        for name in self.mentions:
            c = self.by_name[id(name)]
            if c.cues or len(c.words) != 1 or not name.propn or name.label not in ("PERSON", ""):
                continue
            if not re.search(r"\byoung\s$", self.text[max(0, name.start - 6) : name.start], re.I):
                continue
            kids = [k for k in self.clusters if k.level("child") >= 2 and k.level("adult") < 2]
            if len(kids) == 1 and len(kids[0].words) == 1:
                cue = next(x for x in kids[0].cues if x.shows == "child")
            elif not kids and (told := [u for u in self.unnamed if not u.plural and not u.generic]):
                cue = told[0].cue
            else:
                continue
            c.extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))

    def _speaker(self, cluster: Cluster, at: int) -> None:
        """ "My name is …": said by the child spoken of just before."""
        base = max(0, at - 250)
        told = list(telling.SAID_AGE.finditer(self.text, base, at))
        if told:
            cluster.extra.append(
                Cue("child", 2, told[-1].start(), told[-1].end(), "the child who is speaking")
            )

    def _told_before(self, at: int, past_others: bool = False) -> re.Match[str] | None:
        """The child spoken of, without a name, in the two sentences before ``at``; ``past_others`` where the words
        for it say who is meant, whoever else was named since."""
        here = self.sentence(at)
        start = self.sentences[max(0, here - 2)].start
        found = [
            m
            for m in frames.NOMINAL.finditer(self.text, start, at)
            if m["det"].lower() not in telling.NOMINAL_SKIP
        ]
        if not found or (not past_others and self.mentions_within(found[-1].end(), at)):
            return None
        return found[-1]

    def _after_nominals(self) -> None:
        """ "A third-grader from Taraz, Inzhu Serikbaikyzy, asked …": the name in apposition to a longer phrase."""
        for name in self.mentions:
            c = self.by_name[id(name)]
            if c.level("adult") or c.level("child") or name.title:
                continue
            before = self.text[max(0, name.start - 110) : name.start]
            m = telling.LONG_APPOS.search(before)
            if not m or self.text[name.end : name.end + 1] not in (",", ".", ";", ")", "—", "–", ":"):
                continue
            if telling.LONG_SINCE.search(m.group()):
                continue
            s = max(0, name.start - 110)
            nominal = frames.NOMINAL.match(before, m.start())
            if (
                nominal
                and not nominal["nouns"]
                and telling.NP_GOES_ON.match(before, nominal.end())  # not "the girl's guardian, Tom"
            ):
                c.extra.append(self._nominal_cue(nominal, s))
                c.nominals.append(Span(s + nominal.start(), s + nominal.end()))

    def _role_of_child(self) -> None:
        """ "A 15-year-old was charged … The suspect, Cole Danner, …" """
        for name in self.mentions:
            c = self.by_name[id(name)]
            if (
                c.level("adult")
                or c.level("child")
                or not telling.THE_ONE.search(self.text, max(0, name.start - 40), name.start)
            ):
                continue
            if (grown := self._grown_accused(name)) is not None:
                c.extra.append(Cue("adult", 2, *grown.span(), "the grown-up told of before"))
                continue
            told = [
                u
                for u in self.unnamed
                if not u.plural
                and not u.generic
                and u.span.start < name.start
                and 0 <= name.sentence - self.sentence(u.span.start) <= 5
            ]
            if (
                told
                and name.group is None
                and not (
                    telling.ACCUSED.search(self.text, max(0, name.start - 40), name.start)
                    and self._wronged(told[-1].span)
                )
            ):
                c.extra.append(Cue("child", 2, told[-1].cue.start, told[-1].cue.end, told[-1].cue.reason))

    def _grown_accused(self, name: Name) -> re.Match[str] | None:
        """ "The court committed a 30-year-old man on charges of … The suspect, X, …": whom the sentence before tells to
        be held for what was done to a child."""
        if not name.sentence or not telling.ACCUSED.search(self.text, max(0, name.start - 40), name.start):
            return None
        s = self.sentences[name.sentence - 1]
        grown = list(telling.GROWN_UP.finditer(self.text, s.start, s.end))
        wronged = any(s.start <= u.span.start < s.end and self._wronged(u.span) for u in self.unnamed)
        return grown[0] if grown and wronged else None

    def _all_aged(self) -> None:
        """ "They are Seo Min-ho, Yun Ji-sung and Bae Tae-min. All are 15": said of everyone named just before."""
        for i, s in enumerate(self.sentences[1:], 1):
            m = telling.ALL_AGED.match(self.text, s.start)
            if m is None:
                continue
            age = frames.number(m["n"])
            cue = frames.told_age(age, *m.span("n"), f"age {m['n']}")
            named = [self.by_name[id(n)] for n in self.mentions_in(i - 1) if not n.title]
            named = [c for c in named if not c.level("adult") and not c.ages]
            if len(named) > 1:
                for c in named:
                    c.extra.append(cue)

    def _of_several(self) -> None:
        """ "Two boys raised the alarm. The older, Sanjar, …", "Among the pupils was Asel": one of several children."""
        for name in self.mentions:
            if name.group and name is not name.group[0]:
                continue
            s = self.sentences[name.sentence]
            m = telling.OF_SEVERAL.search(self.text, max(s.start, name.start - 70), name.start)
            if m is None and len(name.words) == 1 and name.label in ("PERSON", ""):
                # by the first name: a nurse among them would have two
                m = telling.WHERE_SITS.match(self.text, s.start, name.start)
            others = telling.AND_OTHERS.match(self.text, (name.group or [name])[-1].end)
            if others is not None and others["at"] and not self._at_school_too(others.end()):
                others = None  # "and two other students of the academy of music"
            grown = telling.GROWN_LIFE.search(self.text, s.start, s.end)
            cue = self._of_which(m) if m and not grown else None
            if others is not None:
                cue = Cue("child", 2, *others.span("who"), f"one of several: '{others['who']}'")
            own = self._node(name.span)
            if name.label == "NORP" or (own is not None and own.dep_ == "compound"):
                continue  # "killing one, Palestinian officials said"
            for n in (name.group or [name]) if cue else []:
                c = self.by_name[id(n)]
                if cue and not (c.level("adult") or c.level("child") or n.doubtful):
                    c.extra.append(cue)

    def _at_school_too(self, end: int) -> bool:
        """ "and two other students of the high school", "and two other students, Yaw and Esi, both 15"."""
        if frames.AT_SCHOOL.match(self.text, end):
            return True
        after = next(iter(self.mentions_within(end, end + 4)), None)
        return after is not None and self.by_name[id(after)].level("child") >= 2

    def _of_which(self, m: re.Match[str]) -> Cue | None:
        """The children of whom the words of ``m`` name one: told in the words themselves or last before them."""
        said = m.groupdict()
        for group in ("set1", "set2", "set3", "set4"):
            if said.get(group):
                return Cue("child", 2, *m.span(group), f"one of the {m[group]}")
        if said.get("others"):
            told = [k for k in self.clusters if k.level("child") >= 2 and k.level("adult") < 2]
            if told:
                cue = next(x for x in told[0].cues if x.shows == "child")
                return Cue("child", 2, cue.start, cue.end, "among the children of the story")
        floor = self.sentences[max(0, self.sentence(m.start()) - 3)].start
        told_of = list(telling.SEVERAL.finditer(self.text, floor, m.start() + 1))
        if not told_of or not (told_of[-1]["young"] or told_of[-1]["kin"]):
            return None
        last = told_of[-1]
        if telling.PUPILS_OF_THEN.search(self.text, max(0, last.start() - 20), last.end()):
            return None  # "Four of the first pupils now lead groups; one of them, Ada, …"
        if telling.SAYS_ONE.search(self.text, max(0, m.start() - 12), m.start()):
            # "Teachers walk the pupils home. “We sing,” said one, Irma Poot": one of whom the talk is
            here = self.sentence(last.start())
            first = next(x for x in told_of if self.sentence(x.start()) == here)
            if not (first["young"] or first["kin"]):
                return None
        since = re.findall(r"\w+", self.text[last.end() : m.start()].lower())
        if any(w in frames.ANIMAL_SET or w.removesuffix("s") in frames.ANIMAL_SET for w in since):
            return None  # "The girls met two dogs. One, called Rex, …"
        if last["kin"]:
            return Cue("kin-younger", 1, *last.span(), f"one of the {last.group()}")
        return Cue("child", 2, *last.span(), f"one of the {last.group()}")
