"""Names that go on with the story of a child who had none so far."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...languages.en import contests, telling
from ...languages.en.frames import Cue
from ..clusters import Cluster
from ..details.places import is_big
from ..grammar import subjects
from ..names import Name
from ..parse import Token
from .ground import Unnamed
from .referents import SPEAKING, Referents

#: sentences in which a story comes to whom its headline speaks of
_LEAD = 3


class GoingOn(Referents):
    """Names that go on with the story of a child who had none so far."""

    def _bare_names(self) -> None:
        """A grown-up comes into a story with a surname, a title or a role. A bare first name that comes without
        any is somebody already introduced: the child told of just before."""
        for c in self.clusters:
            title = (self.text + "\n").find("\n")
            body = [n for n in c.names if n.start > title] or c.names  # a headline introduces nobody
            first = min(body, key=lambda n: n.start)
            if (
                len(c.words) != 1
                or c.cues
                or first.kind != "person"
                or not first.propn
                or first.group
                or first.common
            ):
                continue
            if is_big(self.text[first.start : first.end]) or first.ordinary:
                continue
            if re.search(r"\b(?:told|tells|informed)\s$", self.text[max(0, first.start - 10) : first.start]):
                continue
            if telling.INTRODUCED.search(self.text, max(0, first.start - 40), first.start):
                continue
            if telling.DATED.search(self.text, max(0, first.start - 8), first.start):
                continue
            if telling.MOVES_TO.search(self.text, max(0, first.start - 24), first.start):
                continue
            if not (first.label == "PERSON" or (first.label == "" and first.acts)) or (
                first.doubtful and first.label != "PERSON"
            ):
                continue
            told = [
                u
                for u in self.unnamed
                if not u.plural
                and (not u.generic or (self._somebodys(u.span.start) and self._in_main_clause(first)))
                and u.span.start < first.start
                and any(1 <= first.sentence - self.sentence(x.start) <= 4 for x in (u.span, *u.more))
            ]
            between = told and any(
                n is not first
                and told[-1].span.start < n.start < first.start
                and self.by_name[id(n)].level("adult") < 2
                and not any(x.shows in ("kin-peer", "kin-younger") for x in self.by_name[id(n)].cues)
                and n.label == "PERSON"
                for n in self.mentions
            )
            if told and not between:
                cue = told[-1].cue
                c.extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))

    def _in_main_clause(self, n: Name) -> bool:
        """ "Stacey had put Reggie down", "Mila slept": the subject or the object of a main clause."""
        own = self._node(n.span)
        if own is None or n.label != "PERSON" or own.dep_ not in ("nsubj", "nsubjpass", "dobj"):
            return False
        return own.head.dep_ in ("ROOT", "ccomp", "conj", "advcl")

    def _of_the_headline(self) -> None:
        """ "Toddler's body found in well. The body of Sonu Rai was …": the child of the headline, lost like him."""
        title = self.text.find("\n")
        m = telling.OWNING_CHILD.search(self.text, 0, title) if title > 0 else None
        if m is None:
            return
        cue = Cue("child", 2, *m.span("who"), f"'{m['who']}' of the headline")
        for n in self.mentions:
            c = self.by_name[id(n)]
            lost = telling.BODY_OF.search(self.text, max(0, n.start - 24), n.start)
            if lost and title < n.start and n.sentence <= _LEAD and not c.cues and n.propn and not n.title:
                c.extra.append(cue)

    def _after_kin(self) -> None:
        """ "It is years since Olena saw her son. Danylo was taken …": the first name that opens the next sentence."""
        for c in self.clusters:
            first = min(c.names, key=lambda n: n.start)
            if c.cues or first.group or not self._opens_as_subject(c, first):
                continue
            s = self.sentences[first.sentence - 1]
            told = list(telling.OWN_KIN.finditer(self.text, s.start, s.end))
            if told and not self.mentions_within(told[-1].end(), s.end):
                c.extra.append(
                    Cue("kin-younger", 1, *told[-1].span(), f"'{told[-1].group()}': someone's child")
                )

    def _opens_as_subject(self, c: Cluster, n: Name) -> bool:
        own = self._node(n.span)
        return (
            n.sentence > 0
            and len(c.words) == 1
            and n.kind == "person"
            and n.propn
            and not (n.title or n.ordinary or n.doubtful or is_big(self.text[n.start : n.end]))
            and own is not None
            and own.dep_ in ("nsubj", "nsubjpass")
            and (
                n.start - self.sentences[n.sentence].start <= 1
                or (own.head.dep_ == "ROOT" and self._in_main_clause(n))
            )
            and not self._speaks(n)
        )

    def _grown_goes_on(self) -> None:
        """ "A man of 23 was charged with murder on Monday. Ruben Sy, who is at large, …": the name that comes next,
        without a word on who that is, of whom is told what is told of a grown-up."""
        for c in self.clusters:
            first = min(c.names, key=lambda n: n.start)
            if c.cues or first.kind != "person" or not first.propn or len(first.words) < 2:
                continue
            if telling.OF_SOMEWHERE.search(self.text, max(0, first.start - 8), first.start):
                continue
            floor = self.sentences[max(0, first.sentence - 2)].start
            for m in telling.GROWN_UP.finditer(self.text, floor, self.sentences[first.sentence].start):
                here = self.sentences[first.sentence]
                named = any(len(n.words) > 1 for n in self.mentions_within(m.start() + 1, here.start))
                taken = telling.TAKES_IN.search(self.text, max(0, m.start() - 24), m.start())
                of = telling.OF_A_PLACE.match(self.text, first.end)
                held = (taken or telling.IS_HELD.match(self.text, m.end())) and telling.IS_HELD.match(
                    self.text, of.end() if of else first.end
                )
                if held and not named:
                    c.extra.append(Cue("adult", 2, *m.span(), "the grown-up told of before"))

    def _does_it(self) -> None:
        """ "A father was convicted … Ivo Brandt raped the girl": who does it to the child, where every child told of
        without a name is one to whom it was done."""
        kids = [u for u in self.unnamed if not u.plural and not u.generic]
        if not kids or not all(self._wronged(u.span) for u in kids):
            return
        for c in self.clusters:
            does = next((m for n in c.names if (m := telling.DOES_IT.match(self.text, n.end))), None)
            if does is not None and not c.cues and all(n.kind == "person" for n in c.names):
                c.extra.append(Cue("adult", 1, *does.span("what"), f"'{does['what']}' a child"))

    def _goes_on(self) -> None:
        """ "A nine-year-old girl has been missing since Friday. Laura Keane vanished …", "Doctors say Laura Keane may
        never walk": a name that comes next without a word on who that is, and of whom is told what is told of the
        child, is the child's."""
        for c in self.clusters:
            first = min(c.names, key=lambda n: n.start)
            of = telling.CHILD_OF.match(self.text, first.end)
            if c.cues or first.kind != "person" or first.group or not first.propn or self._byline(first):
                continue
            known = first.label in ("PERSON", "") or len(first.words) > 2 or self._called_by_first(c)
            if not (known or of) or (self._speaks(first) and not self._is_told(first)):
                continue
            if not of and self._of_the_family(first):
                continue
            opens = first.start - self.sentences[first.sentence].start <= 1
            happens = of or telling.HAPPENS.match(self.text, first.end)
            told = [
                u
                for u in self.unnamed
                if (not u.plural or (happens and opens and not of))
                and (self._particular(u) or self._somebodys(u.span.start))
                and u.span.start < first.start
                and 1 <= first.sentence - self.sentence(u.span.start) <= (4 if happens and opens else 2)
            ]
            if not told:
                continue
            if telling.IS_ALLEGED.match(self.text, first.end) and self._wronged(told[-1].span):
                continue  # "charged with defiling a girl. Peter Obi is alleged to have …"
            whole = len(c.words) > 1 or of
            fits = whole and opens and (happens or self._acts_as(first, told[-1]))
            fits = fits or (whole and any(telling.OF_THE_LOST.match(self.text, n.end) for n in c.names))
            if not fits and not (first.label == "PERSON" and self._told_by_others(first, told[-1])):
                continue
            others = [
                n
                for n in self.mentions
                if told[0].span.start < n.start < first.start
                and self.by_name[id(n)] is not c
                and len(n.words) > 1
                and self.by_name[id(n)].level("adult") < 2
                and n.label == "PERSON"
            ]
            if not others:
                cue = told[-1].cue
                c.extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))

    def _of_the_family(self, n: Name) -> bool:
        """ "The boy's mother was at work. Laura Keane came home", "Laura Keane moved away with her son": whoever the
        sentence before told of as family, or who has a child, is not the child."""
        if telling.OWN_KIN.search(self.text, n.end, self.sentences[n.sentence].end):
            return True
        if not n.sentence or telling.HAPPENS.match(self.text, n.end):
            return False
        own = self._node(n.span)
        at = own.i - 1 if own is not None else -1
        while at >= 0 and self.doc[at].idx >= self.sentences[n.sentence - 1].start:
            t = self.doc[at]
            if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT" and t.lower_ in telling.ELDERS:
                return not any(t.idx < u.span.start < n.start for u in self.unnamed)
            at -= 1
        return False

    def _is_told(self, n: Name) -> bool:
        """ "Captain Roux said Laura Keane, of Mowbray, had left": somebody else says it of her."""
        own = self._node(n.span)
        verb = self._argument(own).head if own is not None else None
        return verb is not None and verb.dep_ == "ccomp" and any(t.idx < n.start for t in subjects(verb.head))

    def _called_by_first(self, c: Cluster) -> bool:
        """Whether the first of several words stands alone elsewhere, as no body's name does."""
        return len(c.words) > 1 and any(n.words == (c.words[0],) and n.kind == "person" for n in c.names)

    def _acts_as(self, n: Name, child: Unnamed) -> bool:
        """Whether the child may be the one named ``n`` who acts in this sentence: no witness or rescuer, who does
        something to the child or to "it", and nobody held for what was done to the child."""
        if telling.GROWN_DOES.match(self.text, n.end):
            return False
        if n.label != "PERSON" and not (n.acts and self._called_by_first(self.by_name[id(n)])):
            return False
        own = self._node(n.span)
        arg = self._argument(own) if own is not None else None
        if arg is None or arg.dep_ not in ("nsubj", "nsubjpass"):
            return n.acts
        verbs = [arg.head, *(t for t in arg.children if t.dep_ == "relcl")]
        hurt = self._undergoes(child.span.start, child.span.end)  # who drives then is not the child
        if telling.A_ROLE.match(self.text, n.end) or (
            hurt and any(v.lemma_ in telling.DRIVES for v in verbs)
        ):
            return False
        if any(v.lemma_ in telling.WITNESSES or telling.GROWN_DOES.match(f" {v.lower_}") for v in verbs):
            return False
        if any(
            o.dep_ in ("dobj", "dative") and o.lower_ in ("him", "her") for v in verbs for o in v.children
        ):
            return False
        return self._of_the_child_alone(n, child)

    def _of_the_child_alone(self, n: Name, child: Unnamed) -> bool:
        """Whether the sentence of ``n`` speaks of no other child, and of no arrest for what was done to this one."""
        s = self.sentences[n.sentence]
        if any(telling.BARE_CHILD.finditer(self.text, s.start, s.end)):
            return False
        held = telling.HELD.search(self.text, s.start, s.end)
        mine = self.sentences[self.sentence(child.span.start)]
        return held is None or telling.HELD.search(self.text, mine.start, mine.end) is not None

    def _told_by_others(self, n: Name, child: Unnamed) -> bool:
        """ "Neighbours said Laura had been flying a kite", "They buried Laura": others tell of the child or care for
        it."""
        own = self._node(n.span)
        if own is None or own.dep_ == "compound" or not self._of_the_child_alone(n, child):
            return False
        arg = self._argument(own)
        verb = arg.head
        befalls = verb.lemma_ in telling.BEFALLS and not any(
            t.lemma_ in telling.WITNESSES or t.lemma_ in telling.SEARCHES for t in verb.subtree
        )
        if arg.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "relcl":
            return befalls and any(t.lower_ == "where" for t in verb.children)
        if arg.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "ccomp":
            who = [t for t in subjects(verb.head) if t.i != arg.i]
            near = any(t.lemma_.lower() in telling.NEAR_ONES for t in who)
            if verb.head.lemma_ not in SPEAKING or not who:
                return False
            return befalls or (near and verb.lemma_ not in telling.WITNESSES)
        if arg.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ in telling.REMAINS:
            return True
        while verb.dep_ in ("prep", "agent", "pcomp") and verb.head.i != verb.i:
            verb = verb.head
        return arg.dep_ in ("dobj", "pobj") and verb.lemma_ in telling.CARES and not self._by(own)

    def _same_fate(self) -> None:
        """ "A man murdered his partner's baby boy. Kane Marchant is alleged to have killed Teddie Marchant": the one
        named person to whom the same was done as to the child without a name."""
        told = [
            u
            for u in self.unnamed
            if not u.plural
            and (u.cue.age is not None or u.definite or self._somebodys(u.span.start))
            and self._undergoes(u.span.start, u.span.end)
        ]
        if not told:
            return
        fits = []
        for c in self.clusters:
            people = [n for n in c.names if n.kind == "person" and n.propn and n.label == "PERSON"]
            if any(x.shows in ("child", "adult", "animal", "thing", "fiction") for x in c.cues) or not people:
                continue
            if any(self._speaks(n) or n.title for n in c.names):
                continue
            if any(self._undergoes(n.start, n.end) for n in c.names):
                fits.append(c)
        if len(fits) == 1:
            cue = told[0].cue
            fits[0].extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))

    def _particular(self, u: Unnamed) -> bool:
        """A child of this story, not of any: with an age, "the boy", or told of in its first sentences."""
        return u.cue.age is not None or u.definite or bool(u.more) or self.sentence(u.span.start) <= 3

    def _prizewinners(self) -> None:
        """A school's prize-giving names its pupils without their ages: who receives what the other pupils receive."""
        pupils = [c for c in self.clusters if c.level("child") >= 2 and c.level("adult") < 2]
        if not pupils or not contests.SCHOOL_STORY.search(self.text):
            return
        for name in self.mentions:
            c = self.by_name[id(name)]
            if c.cues or name.title or len(c.words) < 2 or not name.propn:
                continue
            s = self.sentences[name.sentence]
            m = contests.RECEIVES.match(self.text, name.end) or contests.GOES_TO.search(
                self.text, max(s.start, name.start - 90), name.start
            )
            if m:
                c.extra.append(
                    Cue("child", 2, m.start(), m.end(), "receives a prize among the pupils of a school")
                )

    def _candidates(self) -> None:
        """Who sits an examination of pupils, and how: "Asha Otieno of Lakeview Primary scored 431", "Twins Tom and
        Ned Ash open their results"."""
        exam = contests.PUPILS_EXAM.search(self.text)
        if exam is None:
            return
        for name in self.mentions:
            group = name.group or [name]
            if name is not group[0]:
                continue
            those = [self.by_name[id(n)] for n in group]
            if any(n.title or not n.propn or n.full_caps or self._byline(n) for n in group):
                continue
            if any(c.level("adult") for c in those) or len(group[-1].words) < 2:
                continue
            if any(contests.SCHOOLISH & {n.words[0], n.words[-1]} for n in group):
                continue  # "Mercy Girls", "St Peters Lele"
            if contests.AND_A_SCHOOL.match(self.text, group[-1].end):
                continue
            floor = self.sentences[name.sentence].start
            if contests.ARE_SCHOOLS.search(self.text, floor, name.start):
                continue
            twins = len(group) > 2 and telling.SEVERAL_BORN.search(
                self.text, self.sentences[max(0, name.sentence - 1)].start, group[-1].end
            )
            told = bool(twins or contests.SITS.match(self.text, group[-1].end) or self._sits(name))
            told = told or bool(contests.BEST_IS.search(self.text, max(floor, name.start - 120), name.start))
            told = told or bool(contests.SHOULDER_HIGH.match(self.text, group[-1].end))
            for c in those if told else []:
                c.extra.append(
                    Cue("child", 2, *exam.span(), f"sits an examination of pupils: {exam.group()}")
                )

    def _sits(self, n: Name) -> bool:
        """ "Amina Bello was ranked third with a score of 86", "Amina Bello's 431 marks": of whom a sentence tells the
        marks, and who is no grown-up that publishes or praises them."""
        own = self._node(n.span)
        if own is None or self._speaks(n):
            return False
        arg = self._argument(own)
        told = [list(r.subtree) for r in own.children if r.dep_ == "relcl"]
        if any(t.lower_ == "who" for r in told for t in r) and any(map(self._marks, told)):
            return True
        if arg.dep_ == "poss":
            return arg.head.lemma_.lower() in contests.MARKS
        if arg.dep_ == "attr":  # "The best candidates were Amina Bello from X and Idris Sani from Y"
            return any(t.lemma_.lower() in contests.MARKS for t in subjects(arg.head))
        if arg.dep_ not in ("nsubj", "nsubjpass") or arg.head.lemma_ in SPEAKING | contests.EXAMINES:
            return False
        return self._marks(arg.head.subtree)

    @staticmethod
    def _marks(words: Iterable[Token]) -> bool:
        return any(t.lemma_.lower() in contests.MARKS or t.shape_ == "ddd" for t in words)

    def _taking_part(self) -> None:
        """ "Also taking part were Orla Finn and Cian Roche": named beside the pupils of a school's event, without
        a title or a body to which grown-ups belong."""
        pupils = [c for c in self.clusters if c.level("child") >= 2 and c.level("adult") < 2]
        if not pupils or not contests.OF_PUPILS.search(self.text):
            return
        for name in self.mentions:
            floor = self.sentences[name.sentence].start
            m = contests.TAKING_PART.search(self.text, max(floor, name.start - 60), name.start)
            group = name.group or [name]
            if m is None or name is not group[0] or telling.GROWN_BODY.match(self.text, group[-1].end):
                continue
            those = [self.by_name[id(n)] for n in group]
            alone = any(len(n.words) < 2 and n.label != "PERSON" for n in group)  # not "were Brave Dance"
            if any(n.title or not n.propn for n in group) or alone or any(c.cues for c in those):
                continue
            for c in those:
                c.extra.append(
                    Cue("child", 2, m.start(), m.end() - 1, "takes part with the pupils of a school")
                )

    def _two_of_them(self) -> None:
        """ "The two 16-year-olds planned it. Tran and Okoye pleaded not guilty": the two are those."""
        for name in self.mentions:
            group = name.group or []
            if len(group) != 2 or name is not group[0] or not telling.BOTH_DO.match(self.text, group[1].end):
                continue
            those = [self.by_name[id(n)] for n in group]
            if any(c.cues for c in those) or any(n.title or not n.propn for n in group):
                continue
            floor = self.sentences[max(0, name.sentence - 2)].start
            told = list(telling.TWO.finditer(self.text, floor, self.sentences[name.sentence].start))
            for c in those if told else []:
                cue = Cue("child", 2, *told[-1].span(), f"'{told[-1].group()}' of those named next")
                c.extra.append(cue)

    def _under_teams(self) -> None:
        """A report of an under-15 match: who scores in it is under 15."""
        m = contests.UNDER_TEAM.search(self.text, 0, 120)
        if m is None:
            return
        for name in self.mentions:
            c = self.by_name[id(name)]
            leads = name.title in contests.PLAYER and all(f"'{name.title}'" in x.reason for x in name.cues)
            if (name.title or c.level("adult") > 1) and not leads:
                continue
            if c.level("child") or not name.propn or len(c.words) < 2:
                continue
            s = self.sentences[name.sentence]
            old = contests.VETERANS.search(self.text, s.start, s.end)
            by = contests.SCORED_BY.search(self.text, max(s.start, name.start - 60), name.start)
            if (by or contests.PLAYS.match(self.text, name.end)) and not old:
                if leads:
                    name.cues = [x for x in name.cues if x.shows != "adult"]
                    name.title = None
                c.extra.append(Cue("child", 2, m.start(), m.end(), f"plays {m.group()}"))

    def _under_races(self) -> None:
        """ "In the under-11 race Callum Roe beat Ollie Marsh": who wins or loses there is under 11."""
        for m in contests.UNDER_TEAM.finditer(self.text):
            s = self.sentences[self.sentence(m.start())]
            if contests.VETERANS.search(self.text, m.end(), s.end):
                continue
            for name in self.mentions_within(m.end(), s.end):
                c = self.by_name[id(name)]
                if (
                    name.title
                    or not name.propn
                    or len(name.words) < 2
                    or c.level("adult")
                    or c.level("child")
                ):
                    continue
                if self._competes(name):
                    c.extra.append(Cue("child", 2, *m.span(), f"plays {m.group()}"))

    def _competes(self, n: Name) -> bool:
        own = self._node(n.span)
        if own is None:
            return False
        arg = self._argument(own)
        verb = arg.head
        if arg.dep_ in ("nsubj", "nsubjpass"):
            return verb.lemma_ not in SPEAKING | contests.COACHES
        if arg.dep_ == "pobj" and verb.lower_ in ("to", "by", "against", "over", "with"):
            verb = verb.head
        elif arg.dep_ not in ("dobj", "attr", "agent"):
            return False
        while (
            verb.dep_ in ("conj", "advcl", "xcomp", "prep", "pcomp") and verb.lemma_ not in contests.COMPETES
        ):
            if verb.head.i == verb.i:
                break
            verb = verb.head
        return verb.lemma_ in contests.COMPETES

    def _slogans(self) -> None:
        """ "RIP Jayden: balloons released for boy, 12": a slogan names the child told of beside it."""
        for name in self.mentions:
            c = self.by_name[id(name)]
            slogan = telling.SLOGAN.search(self.text, max(0, name.start - 20), name.start)
            if c.cues or not (slogan or (not name.ordinary and telling.SAFE.match(self.text, name.end))):
                continue
            end = (self.text + "\n").find("\n", name.end)
            aged = telling.BARE_AGED.search(self.text, max(0, name.start - 120), end)
            near = [u for u in self.unnamed if abs(self.sentence(u.span.start) - name.sentence) <= 2]
            if aged:
                c.extra.append(
                    Cue("child", 2, aged.start(), aged.end(), f"'{aged.group()}' told of beside it")
                )
            elif near:
                c.extra.append(Cue("child", 2, near[0].cue.start, near[0].cue.end, near[0].cue.reason))
