"""What is said of somebody as the subject of a sentence: an age, a stage of school, a court for the young."""

from __future__ import annotations

import re
from itertools import pairwise

from ...languages.en import frames, telling
from ...languages.en.frames import DATA, Cue, Shows
from ..clusters import Cluster
from ..details.places import is_big
from ..grammar import objects, subjects
from ..names import Name
from ..parse import Token
from .ground import Ground, Unnamed


class SaidOf(Ground):
    """What is said of somebody as the subject of a sentence: an age, a stage of school, a court for the young."""

    def _said_of(self) -> None:
        for m in telling.SAID_OF_AGE.finditer(self.text):
            self._aged(m)
        for m in telling.SAID_OF_STAGE.finditer(self.text):
            self._add(m, Cue("child", 2, m.start(), m.end(), f"'{m.group()}'"))
        for m in telling.SAID_OF_CHILDHOOD.finditer(self.text):
            self._add(m, Cue("child", 1, m.start(), m.end(), f"'{m.group()}': said of a child"))
        for m in telling.SAID_OF_COURT.finditer(self.text):
            self._add(m, Cue("child", 1, m.start(), m.end(), f"'{m.group()}'"))
        for m in telling.OF_SO_MANY.finditer(self.text):
            if not self._long_ago(self.sentence(m.start())):
                self._add(m, Cue("child", 2, m.start(), m.end(), f"'{m.group()}'"))
        for m in telling.IS_KIN.finditer(self.text):
            self._add(m, Cue("kin-younger", 1, m.start(), m.end(), f"'{m.group()}': someone's child"))
        for name in self.mentions:
            self._beside_name(name)
        for m in telling.THE_PAIR.finditer(self.text):
            self._pair(m)
        for m in telling.BOTH_TURN.finditer(self.text):
            self._both_turn(m)
        for u in self.unnamed:
            if u.plural and u.definite:
                self._the_group(u)

    def _the_group(self, u: Unnamed) -> None:
        """ "The hearing concerned Mika and Elias Salonen. The boys, both under ten, …": brothers or sisters named just
        before by their first names, with one surname or none."""
        here = self.sentence(u.span.start)
        if not telling.SIBLINGS.search(self.text, u.span.start, u.span.end):
            return
        for index in (here - 1, here - 2):
            named = self.mentions_in(index) if index >= 0 else ()
            groups = {id(n.group): n.group for n in named if n.group}
            if not groups:
                continue
            group = list(groups.values())[-1]
            those = [self.by_name[id(n)] for n in group]
            fits = all(n.propn and not n.title and n.label in ("PERSON", "") for n in group)
            fits = fits and all(len(n.words) == 1 for n in group[:-1]) and len(group[-1].words) <= 2
            if fits and not any(c.level("adult") or c.level("child") for c in those[:-1]):
                for c in those:
                    if not c.level("adult") and not c.level("child"):
                        c.extra.append(u.cue)
            return

    def _beside_name(self, name: Name) -> None:
        """Whose child it is, or which of several, told right before or after the name."""
        floor = self.sentences[name.sentence].start
        c = self.by_name[id(name)]
        if c.family and (m := frames.FAMILY.match(self.text, name.end)):
            self._family(name, m)
        if (own := telling.DIED_WHEN.match(self.text, name.end)) and not c.ages and c.level("adult") < 2:
            c.extra.append(
                frames.told_age(frames.years(own["n"], own["u"]), *own.span("n"), f"age {own['n']}")
            )
        last = name.group[-1] if name.group else name
        if (own := telling.ON_THE_WAY.match(self.text, last.end)) and c.level("adult") < 2 and name.propn:
            c.extra.append(Cue("child", 1, *own.span(), "on the way to or from school"))
        self._aged_beside(name, c)
        if self.text[max(0, name.start - 2) : name.start] == ", " and (
            own := telling.WHO_REPORTS.match(self.text, name.end)
        ):
            c.extra.append(Cue("adult", 2, *own.span(), "who reports it"))
        led = telling.CARE_OF.search(self.text, max(floor, name.start - 40), name.start)
        if own := led or telling.OF_A_CHILD.match(self.text, name.end):
            for n in (name.group or [name]) if led else [name]:
                self.by_name[id(n)].extra.append(Cue("child", 1, *own.span(), "words used of a child"))
        before = self.text[max(floor, name.start - 40) : name.start]
        for left, right in (
            (telling.DESCRIBES, telling.AS_A_CHILD),
            (telling.TAKES_AWAY, telling.FROM_PARENTS),
            (telling.PLACES, telling.IN_CARE_OF),
            (telling.PULLS, telling.OUT_OF_SCHOOL),
        ):
            if left.search(before) and (own := right.match(self.text, name.end)):
                c.extra.append(Cue("child", 1, *own.span(), "words used of a child"))
        shared = telling.SHARES.search(before) and telling.WITH_THE_OTHER.match(self.text, last.end)
        if shared and len(name.words) == 1 and name.propn:
            for n in name.group or [name]:
                cue = Cue("kin-younger", 1, *shared.span(), "a child of both parents")
                self.by_name[id(n)].extra.append(cue)
        if own := telling.SOMEBODYS.match(self.text, name.end):
            c.extra.append(Cue("kin-younger", 1, *own.span("who"), f"'{own['who']}': someone's child"))
        own = telling.WELCOMED.search(self.text, max(0, name.start - 40), name.start)
        own = own or telling.JUST_BORN.match(self.text, name.end)
        if own and c.level("adult") < 2 and telling.OF_A_BIRTH.search(self.text):
            c.extra.append(Cue("child", 2, *own.span(), "a newborn"))
        if len(c.words) == 1 and name.propn and not name.doubtful:
            last = name.group[-1] if name.group else name
            if own := telling.WITH_PARENT.match(self.text, last.end):
                c.extra.append(
                    Cue("kin-younger", 1, *own.span(own.lastgroup or 0), f"with '{own[own.lastgroup or 0]}'")
                )
        if own := telling.OF_TWINS.match(self.text, name.end):
            several = any(u.plural for u in self.unnamed)
            shows: Shows = "child" if several else "kin-younger"
            c.extra.append(
                Cue(shows, 2 if several else 1, *own.span("who"), f"'{own['who']}': someone's child")
            )
        if own := telling.THE_ELDER.match(self.text, name.end):
            near = [
                u for u in self.unnamed if u.plural and 0 <= name.sentence - self.sentence(u.span.start) <= 5
            ]
            kid = self._child_before(name)
            if near or (kid is not None and self.by_name[id(kid)] is not c):
                for n in c.names:  # no "Pliny the elder"
                    n.cues = [
                        x for x in n.cues if not (x.shows == "adult" and name.end <= x.start < own.end())
                    ]
                c.extra.append(Cue("child", 2, *own.span("who"), f"'the {own['who']}' of the children"))
        if own := telling.CHILDREN_ARE.search(self.text, max(floor, name.start - 90), name.start):
            for n in name.group or [name]:
                if not self.by_name[id(n)].level("adult"):
                    self.by_name[id(n)].extra.append(Cue("child", 2, *own.span("who"), f"'{own['who']}'"))
        if name.group and name is name.group[0] and (own := telling.HER_CHILDREN.match(self.text, last.end)):
            for n in name.group:
                cue = Cue("kin-younger", 1, *own.span("who"), f"'{own['who']}': someone's children")
                self.by_name[id(n)].extra.append(cue)
        if own := telling.YOUNG_ONES_ARE.search(self.text, max(floor, name.start - 80), name.start):
            for n in name.group or [name]:
                if not self.by_name[id(n)].level("adult"):
                    said_at = own.span(own.lastgroup or 0)
                    self.by_name[id(n)].extra.append(
                        Cue("child", 2, *said_at, f"'{own[own.lastgroup or 0]}'")
                    )
        if own := telling.OF_CHILDREN.search(self.text, max(floor, name.start - 60), name.start):
            for n in name.group or [name]:
                cue = Cue("kin-younger", 1, *own.span("who"), f"'{own['who']}': someone's children")
                self.by_name[id(n)].extra.append(cue)
        fits = name.label in ("PERSON", "") and name.propn and not c.level("adult")
        if fits and (own := telling.IS_THE_CHILD.search(self.text, max(floor, name.start - 60), name.start)):
            said = own.group().rstrip()
            c.extra.append(Cue("child", 2, own.start(), own.start() + len(said), f"'{said}'"))

    def _aged_beside(self, name: Name, c: Cluster) -> None:
        """An age told in a line of a form, of several in a row, of a twin, or before the name."""
        floor = self.sentences[name.sentence].start
        before = self.text[max(floor, name.start - 60) : name.start]
        several = name.group if name.group and name is name.group[0] else None
        told: re.Match[str] | None = None
        if telling.FORM_NAME.search(self.text, max(0, name.start - 16), name.start):
            told = telling.FORM_AGE.match(self.text, name.end)
        if told is None and several:
            told = telling.BOTH_AGED.match(self.text, several[-1].end) or telling.THE_AGED.search(before)
        told = told or telling.FRONTED_AGE.search(self.text, max(0, name.start - 60), name.start)
        if told is not None:
            group = next(g for g in ("n", "y") if told.groupdict().get(g))
            age = frames.years(told[group], None)
            for k in (self.by_name[id(n)] for n in several or [name]):
                if not k.ages and k.level("adult") < 2:
                    k.extra.append(frames.told_age(age, *told.span(group), f"age {told[group]}"))
        if (twin := telling.AND_TWIN.match(self.text, name.end)) and not c.ages:
            other = next((self.by_name[id(n)] for n in self.mentions if n.start == twin.end()), None)
            c.extra += [x for x in other.cues if x.age is not None][:1] if other is not None else []

    def _taken_to_school(self) -> None:
        """ "Ravi was driving Anika and Dev to nursery": who is taken there is a child, who takes them is grown up."""
        for m in telling.TO_SCHOOL.finditer(self.text):
            there = self._verb_before(m.start(), self.sentences[self.sentence(m.start())].start)
            if there is not None and there.lemma_ in telling.TAKES:
                self._takes(there, m)

    def _takes(self, there: Token, m: re.Match[str]) -> None:
        who = subjects(there)
        passive = any(t.dep_ in ("nsubjpass", "auxpass") for t in there.children)
        for taken, nodes in ((True, who if passive else objects(there)), (False, [] if passive else who)):
            for c in filter(None, map(self._named_by, nodes)):
                if taken and not c.level("adult") and all(len(n.words) == 1 for n in c.names):
                    c.extra.append(Cue("child", 1, *m.span("school"), f"taken to or from {m['school']}"))
                elif not taken and not c.level("child"):
                    c.extra.append(
                        Cue("adult", 1, *m.span("school"), f"takes somebody to or from {m['school']}")
                    )

    def _verb_before(self, at: int, floor: int) -> Token | None:
        """The verb on which the words at ``at`` depend."""
        span = self.doc.char_span(at, at + 2, alignment_mode="expand")
        token = span.root if span is not None else None
        while token is not None and token.pos_ != "VERB" and token.head.i != token.i and token.idx >= floor:
            token = token.head
        return token

    def _named_by(self, node: Token) -> Cluster | None:
        return next((self.by_name[id(n)] for n in self.mentions if n.start <= node.idx < n.end), None)

    def _both_turn(self, m: re.Match[str]) -> None:
        """ "Lawyers for Imran and Bell objected. Both will turn 18 in May": of the pair named last."""
        here = self.sentence(m.start())
        pairs = [
            n.group
            for n in self.mentions
            if n.group and len(n.group) == 2 and n.end <= m.start() and here - n.sentence <= 4
        ]
        age = frames.number(m["n"]) - (0 if m["did"] else 0.01)
        for name in pairs[-1] if pairs else []:
            c = self.by_name[id(name)]
            if c.level("adult") < 2 and not c.ages:
                c.extra.append(frames.told_age(age, *m.span("n"), f"'{m.group()}'"))

    def _family(self, name: Name, m: re.Match[str]) -> None:
        """ "The Lindholm children", "the Mwangi sisters, aged 6 and 8": the surname of children."""
        c = self.by_name[id(name)]
        known = any(k is not c and len(k.words) > 1 and name.words[0] in k.families for k in self.clusters)
        if c.cues or not (name.label == "PERSON" or known) or is_big(self.text[name.start : name.end]):
            return  # "the Delhi girls won"
        here = self.sentences[name.sentence]
        if any(p.search(self.text, here.start, here.end) for p in (telling.GROWN_LIFE, telling.GRANDPARENT)):
            return
        young = m["young"] or (m["team"] if known else None)
        old = max((frames.number(m[g]) for g in ("n", "n2") if m[g]), default=None)
        if old is None and young:
            at = m.span("young" if m["young"] else "team")
            c.extra.append(Cue("child", 2, *at, f"'{young}' of this surname"))
        elif old is not None:
            side: Shows = "child" if old < 18 else "adult"
            c.extra.append(Cue(side, 3, *m.span("n"), f"the elder is {old:g}", old))

    def _aged(self, m: re.Match[str]) -> None:
        before = self.text[max(0, m.start() - 40) : m.start()]
        group = next(g for g in ("n", "told", "at", "year") if m[g])
        age = float(self.published - int(m["year"])) if m["year"] else frames.years(m[group], None)
        if m["n"]:
            if telling.HAD_IT.search(before):
                return
            if telling.NOT_YET.search(before) or m["verb"].lower() == "turns":
                age -= 0.01
        if age < 0:
            return
        self._add(m, frames.told_age(age, m.start(), m.end(group), f"'{m.group().strip()}'"))

    def _add(self, m: re.Match[str], cue: Cue) -> None:
        if cue.shows == "adult" and cue.age and self._grown_before(m.start(), self.sentence(m.start())):
            return
        sure = "at" in m.groupdict() and m["at"] is not None  # "is a mother at 14"
        for c in self._subject(m):
            told = [a for a in c.ages if cue.age is not None and abs(a - cue.age) > 1.1]
            if cue.shows == "child" and self._of_a_child_of(c, m.start()):
                continue
            if cue.shows == "adult" and any(a < 18 for a in c.ages):
                continue  # 17 when it happened and 18 now
            if (
                (c.level("adult") >= 2 and not sure)
                or told
                or any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
            ):
                continue
            c.extra.append(cue)

    def _of_a_child_of(self, c: Cluster, at: int) -> bool:
        """ "Jo Doe shares a picture of his son as he turned six": the pronoun before ``at`` is the child's."""
        here = self.sentences[self.sentence(at)]
        before = telling.PRONOUN_BEFORE.search(self.text, here.start, at)
        ends = [n.end for n in c.names if here.start <= n.start and n.end <= at]
        if before is None or not ends or any(x.shows != "adult" for x in c.cues):
            return False
        return telling.HIS_CHILD[before[1].lower()].search(self.text, ends[-1], before.start()) is not None

    def _subject(self, m: re.Match[str]) -> list[Cluster]:
        """Whom the words are said of: the named subjects of their verb, a pronoun's person, for "try as an adult"
        the object."""
        who = telling.WHO.search(self.text, self.sentences[self.sentence(m.start())].start, m.start())
        if who is not None:  # the name right before "who", whatever noun the parser hangs the clause on
            return [self.by_name[id(n)] for n in self.mentions if 0 <= who.start() - n.end <= 2][-1:]
        verb = self._verb(m)
        if verb is None:
            return []
        active = verb.lemma_ in ("try", "charge", "certify", "prosecute", "sentence") and not any(
            c.dep_ in ("nsubjpass", "auxpass") for c in verb.children
        )
        nodes = objects(verb) if active else subjects(verb)
        return [c for c in map(self._who, nodes) if c is not None]

    def _verb(self, m: re.Match[str]) -> Token | None:
        said = list(self.doc.char_span(m.start(), m.end(), alignment_mode="expand") or ())
        for t in said:
            if t.pos_ in ("VERB", "AUX"):
                while t.dep_ in ("aux", "auxpass") and t.head.i != t.i:
                    t = t.head
                return t
        # "was strapped in his child seat", read as what somebody is
        is_so = said[:1] and said[0].dep_ in ("acomp", "attr") and said[0].head.pos_ in ("VERB", "AUX")
        return said[0].head if is_so else None

    def _who(self, node: Token) -> Cluster | None:
        """The person a noun or pronoun stands for."""
        if node.lower_ in telling.PARTIES and any(t.lower_ == "the" for t in node.children):
            named = [t for t in node.children if t.dep_ == "appos"]
            if not named:  # "The suspect gave his age as 16"
                c = self._antecedent(node.idx, self.sentence(node.idx))
                return None if c is None or self._tells(node, c) else c
        if node.lower_ in ("he", "she", "him", "her"):
            c = self._antecedent(node.idx, self.sentence(node.idx))
            if c is not None and self._tells(node, c):
                return None
            sex = "m" if node.lower_ in ("he", "him") else "f"
            return None if c is None or (c.gender and c.gender != sex) else c
        around = [node, *(t for t in node.children if t.dep_ in ("appos", "compound", "flat"))]
        if node.dep_ == "appos":
            around.append(node.head)
        for t in around:
            for n in self.mentions:
                if n.start <= t.idx < n.end:
                    return self.by_name[id(n)]
        return None

    def _tells(self, node: Token, c: Cluster) -> bool:
        """ "Pike said he should be tried": he is somebody else, Pike speaks of him."""
        for verb in node.ancestors:
            if verb.lemma_ in DATA["speech_verbs"] or verb.lemma_ in (
                "say",
                "tell",
                "think",
                "believe",
                "argue",
            ):
                told = [t for v in (verb, verb.head) for t in subjects(v)]
                if any(n.start <= t.idx < n.end for t in told for n in c.names):
                    return True
        return False

    def _antecedent(self, at: int, here: int) -> Cluster | None:
        raise NotImplementedError  # given by the step that reads pronouns

    def _grown_before(self, at: int, here: int) -> bool:
        raise NotImplementedError  # given by the step that reads pronouns

    def _pair(self, m: re.Match[str]) -> None:
        """ "Shanice and her friend Tianna left school together. The girls …": the two named just before, of whom
        nothing else is told."""
        here = self.sentence(m.start())
        span = self.doc.char_span(m.end() - 1, m.end(), alignment_mode="expand")
        if span is None or span.root.dep_ not in ("nsubj", "nsubjpass"):
            return
        for back in (1, 2):
            named = [n for n in self.mentions_in(here - back) if not n.doubtful]
            if not named:
                continue
            first = self.by_name[id(named[0])]
            opens = named[0].start - self.sentences[here - back].start <= 3
            siblings = len(named[0].group or ()) == 2 and any(
                x.shows == "kin-peer" and x.plural for x in first.cues
            )
            for a, b in pairwise(named):
                c = self.by_name[id(b)]
                told = any(x.level("adult") or x.level("child") for x in (first, c))
                if (
                    (opens or siblings)
                    and c is not first
                    and not told
                    and telling.AND.fullmatch(self.text, a.end, b.start)
                ):
                    for x in (first, c):
                        cue = Cue("child", 2, m.start(), m.end(), f"'{m.group()}' of those just named")
                        x.extra.append(cue)
                if c is not first:
                    break
            return
