""" "The boy", "a 12-year-old", "he is nine": words that stand for a person."""

from __future__ import annotations

from ... import lazy_re as re
from ...languages.en import frames, telling
from ...languages.en.frames import DATA, Cue
from ...spans import Span
from ..clusters import Cluster
from ..names import Name
from .ground import Unnamed
from .referents import FAR, Referents

#: "a boy cousin", "a baby girl"
_YOUNG_ONES = frozenset(w for k in ("child_nouns", "kin_younger", "kin_peer") for w in DATA[k])

#: "the juvenile justice system", "the adolescent psychiatrist": fields of work, in which nobody is spoken of
_FIELD = re.compile(r"\s+(?:justice|psychiatr\w+|psycholog\w+|medicine)\b")
#: "their adult children": somebody's, and no longer young
#: "the youngest of nine children": no age
_OF_SO_MANY = re.compile(r"\b(?:youngest|eldest|oldest|last)\s+of\s+[\w-]+$", re.IGNORECASE)
_GROWN = re.compile(r"\b(?:adult|grown|grown-up)\s", re.IGNORECASE)

#: "the boy next door": somebody who comes in here
_NEXT_DOOR = re.compile(
    r"\s+(?:(?:from\s+)?next\s+door|opposite|upstairs|across\s+the|down\s+the\s+(?:road|street|lane))\b"
)
_CAPITAL = re.compile(r"\s+[A-Z][a-z]")
#: between a name and a description beside it
_THE = re.compile(r",\s+(?:the\s+)?")


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


class Nominals(Referents):
    """ "The boy", "a 12-year-old", "he is nine": words that stand for a person."""

    def _nominals(self) -> None:
        racing = len({m.group().lower() for m in telling.RACING.finditer(self.text)}) >= 3
        for m in frames.NOMINAL.finditer(self.text):
            det = m["det"].lower()
            if det in telling.NOMINAL_SKIP or _GROWN.search(m.group()):
                continue
            if det in ("a", "an") and telling.LIKENED.search(self.text, max(0, m.start() - 26), m.start()):
                continue  # "sounds like a girl of nine"
            if _OF_SO_MANY.search(self.text, m.start(), m.end()) and frames.BROOD.match(self.text, m.end()):
                continue
            cue = self._nominal_cue(m, 0)
            if cue.age is None and not m["nouns"] and (told := telling.IS_AGED.match(self.text, m.end())):
                years = frames.years(told["n"], None)
                if years < 18:
                    cue = Cue("child", 3, m.start(), told.end(), f"age {told['n']}: under 18", years)
            age = cue.age
            if (age is not None and age >= 18) or (racing and m["hyph"] and not m["hnoun"]):
                continue
            after = self.text[m.end() : m.end() + 30]
            if m["hyph"] and not m["hnoun"]:
                nxt = re.match(r"\s+([A-Za-z\-]+)", after)
                word = nxt.group(1).lower() if nxt else ""
                if word in frames.THING_SET or word in frames.ANIMAL_SET or word in DATA["org_heads"]:
                    continue
                if nxt and nxt.group(1)[0].isupper() and word.title() in DATA["org_heads"]:
                    continue
            elif not m["hyph"] and self._part_of_a_word(m.end("noun") if m["noun"] else m.end()):
                continue
            noun = m["noun"] or m["nouns"] or ""
            named = noun[:1].isupper() and not noun.endswith(("learner", "student", "candidate"))
            if named and not m.group().isupper() and m.group()[:1].isupper() is False:
                continue  # "the National Child Rights Council"
            if named and self._of_a_body(m):
                continue  # "The State Youth Welfare Minister"
            if noun.lower() in frames.COLLEGE_YEARS and self._a_student_of_age():
                continue  # "his daughter, Ada Venn, 19 … the Marlow sophomore"
            span = Span(m.start(), m.end())
            plural = bool(m["nouns"]) or det in (
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
            )
            gender = (
                "m" if telling.MALE.search(m.group()) else "f" if telling.FEMALE.search(m.group()) else None
            )
            owner = self._beside(span)
            if owner is not None:
                if (
                    not plural
                    and not owner.cues
                    and span.end - span.start > 8
                    and telling.APPOSED_NAME.match(self.text, span.end)
                ):
                    owner.extra.append(cue)  # "A Class XI student, Ravi Sanjay of Salem"
                if owner.level("adult") < 3 and not plural:
                    owner.nominals.append(span)
                    owner.gender = owner.gender or gender
                continue
            if cue.age is None and det in ("a", "an") and self._says_what(span):
                continue  # "He's just a kid" says what somebody is who is told of elsewhere
            definite = det in ("the", "this", "that")
            if plural:
                if m["nouns"] and det in (
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "the",
                    "his",
                    "her",
                    "their",
                ):
                    self.unnamed.append(Unnamed(span, cue, gender, plural=True, definite=definite))
                continue
            if definite:
                self._link(span, cue, gender, age)
            else:
                self.unnamed.append(Unnamed(span, cue, gender))

    def _of_full_age(self) -> None:
        """ "A teenager is cleared. Ian Rowe, 19, wept", "The baby is Tom and he is 24": whom the draft then names, with
        an age, is no child without a name."""
        if not self.unnamed:
            return
        ages = [a for c in self.clusters for a in c.ages] + [u.cue.age for u in self.unnamed if u.cue.age]
        grown = any(18 <= a < 20 for a in ages) and not any(11 <= a < 18 for a in ages)
        grown = grown and not any(c.level("child") >= 2 and c.level("adult") < 3 for c in self.clusters)
        self.unnamed[:] = [
            u
            for u in self.unnamed
            if not (
                (
                    grown
                    and not u.plural
                    and u.cue.age is None
                    and telling.TEENS.search(self.text, *_ends(u.span))
                )
                or any(self._named_grown(x) for x in (u.span, *u.more))
            )
        ]

    def _named_grown(self, span: Span) -> bool:
        for n in self.mentions_within(span.end, span.end + 20):
            if telling.IS_NAMED.fullmatch(self.text, span.end, n.start):
                return self.by_name[id(n)].level("adult") > 2
        return False

    def _a_student_of_age(self) -> bool:
        """Whether somebody in the draft is as old as students of a university are."""
        return any(18 <= age <= 22 for c in self.clusters for age in c.ages)

    def _says_what(self, span: Span) -> bool:
        """ "He's just a kid", "As a child, he was poor"."""
        if telling.PREDICATE.search(self.text[: span.start]):
            return True
        as_a = telling.AS_A.search(self.text, max(0, span.start - 4), span.start)
        return bool(as_a and telling.AS_A_ENDS.match(self.text, span.end))

    def _of_a_body(self, m: re.Match[str]) -> bool:
        """Whether the noun is a capitalised part of the name of a body or an office, in a line that is no headline."""
        follows = _CAPITAL.match(self.text, m.end())
        beside = m["mods"].strip()[:1].isupper() or follows
        line = self.text[self.text.rfind("\n", 0, m.start()) + 1 : (self.text + "\n").find("\n", m.end())]
        words = re.findall(r"[^\W\d_]{4,}", line)
        return bool(beside) and 2 * sum(w[0].isupper() for w in words) <= len(words)

    def _fronted_names(self) -> None:
        """ "Called by the prosecutor, Marta Ruiz, the pupil wept": the pupil is not she."""
        for n in self.mentions:
            n.cues = [
                c
                for c in n.cues
                if c.start <= n.end
                or not _THE.fullmatch(self.text, n.end, c.start)
                or not (self._titled(n, c) or self._fronted(n, Span(c.start, c.end)))
            ]
            n.cues = [c for c in n.cues if c.end >= n.start or c.shows != "child" or not self._acted_on(n, c)]

    def _titled(self, n: Name, cue: Cue) -> bool:
        """ "The magistrate, Ann Roe, the 12-year-old said": not she; "Gymnast Ada Venn, 13," is as old as that."""
        the = "the" in self.text[n.end : cue.start].lower() or self.text[
            cue.start : cue.end
        ].lower().startswith("the")
        return the and n.title not in (None, "miss", "master")

    def _acted_on(self, n: Name, cue: Cue) -> bool:
        """ "The 10-year-old picked Gordo out": the age is that of whoever does it."""
        own = self._node(n.span)
        if own is None or own.dep_ not in ("dobj", "dative", "oprd") or own.head.pos_ != "VERB":
            return False
        doer = [t for t in own.head.children if t.dep_ in ("nsubj", "amod") and t.i < own.head.i]
        return any(x.idx <= cue.start < x.idx + len(x) for t in doer for x in t.subtree)

    def _part_of_a_word(self, end: int) -> bool:
        """ "the child welfare authority": the word that ends at ``end`` says what the next one is."""
        span = self.doc.char_span(end - 1, end, alignment_mode="expand")
        if _FIELD.match(self.text, end):
            return True
        if span is None or not len(span) or span[0].dep_ not in ("compound", "amod"):
            return False
        head = span[0].head
        if span[0].dep_ == "amod" and head.lower_ not in frames.OFFICES:
            return False  # "the youngest patient", not "the youngest councillor"
        return head.i > span[0].i and head.pos_ == "NOUN" and head.lower_ not in _YOUNG_ONES

    def _students(self) -> None:
        """ "a student at Chinga Boys High School": a child, though the word alone says nothing."""
        for m in telling.STUDENT.finditer(self.text):
            at = frames.AT_SCHOOL.match(self.text, m.end())
            span = Span(m.start(), m.end())
            if at is None or self._beside(Span(m.start(), at.end())) or self._beside(span):
                continue
            cue = Cue("child", 2, m.start(), at.end(), "at school")
            self.unnamed.append(Unnamed(span, cue, None, definite=True))

    def _beside(self, span: Span) -> Cluster | None:
        """The person whose name stands right before or after a nominal ("the toddler, Reggie Tuck")."""
        for n in self.mentions:
            if (
                n.start >= span.end
                and n.start - span.end <= 3
                and re.fullmatch(r"[\s,:–—(“\"‘']*", self.text[span.end : n.start])
            ):
                return self.by_name[id(n)]
            if (
                n.end <= span.start
                and span.start - n.end <= 4
                and re.fullmatch(r"\s*[,–—(]\s*", self.text[n.end : span.start])
                and not self._fronted(n, span)
            ):
                return self.by_name[id(n)]
            if n.start > span.end + 4:
                break
        return None

    def _fronted(self, n: Name, span: Span) -> bool:
        """ "Asked by Marta Ruiz, the child said nothing": the name ends a phrase before the subject of the sentence."""
        own, node = self._node(n.span), self._node(span)
        if own is None or node is None:
            return False
        own = self._argument(own)
        if own.dep_ != "pobj":
            return False
        if self.text.startswith(",", span.end) and self.mentions_within(span.end + 1, span.end + 4):
            return own.head.head.dep_ == "advcl"  # "the pupil, Asel Omarova, wept"
        return node.dep_ in ("nsubj", "nsubjpass") and own.head.head.dep_ not in ("nsubj", "nsubjpass")

    def _link(self, span: Span, cue: Cue, gender: str | None, age: float | None) -> None:
        """A definite "the boy": the child spoken of last, or a person not yet known to be one."""
        here = self.sentence(span.start)
        if (mate := telling.MATE.search(self.text, span.start, span.end)) and age is None:
            # "between Kofi and the classmate": the one told of as his classmate before, not Kofi
            for u in reversed(self.unnamed):
                if not u.plural and self.text[: u.span.end].endswith(mate.group()):
                    u.more.append(span)
                    return
        recent: list[tuple[int, Cluster]] = []
        for n in self.mentions:
            if n.start < span.start and here - n.sentence <= 4 and not self._byline(n):
                recent.append((n.start, self.by_name[id(n)]))
        recent.sort(key=lambda r: -r[0])
        if age is not None and not any(abs(a - age) < 1.1 for _, c in recent for a in c.ages):
            # "The space belonged to Mason Weller. The 17-year-old …": the one named just before
            new = self._resumes(span, gender, aged=True)
            if new is not None and self._told_beside(new, span, age):
                new = None
            if new is not None and not new.cues and not self._just_told(here):
                new.extra.append(Cue("child", 3, span.start, span.end, cue.reason, age))
                new.nominals.append(span)
                return
        for _, c in recent:
            same_age = age is None or not c.ages or min(abs(a - age) for a in c.ages) < 1.1
            other_sex = gender and c.gender and gender != c.gender
            if c.level("child") >= 2 and c.level("adult") < 3 and same_age and not other_sex:
                c.nominals.append(span)
                return
        told = age is None and (
            self._told_already(span.start, gender) or _NEXT_DOOR.match(self.text, span.end) is not None
        )
        resumed = None if told else self._resumes(span, gender, age is not None)
        if resumed is not None and (self._told_beside(resumed, span, age) or self._acts_on(resumed, span)):
            resumed = None
        for u in reversed(self.unnamed):
            last = (u.more or [u.span])[-1].start
            if (
                not u.plural
                and not (resumed is not None and here - self.sentence(last) > FAR)
                and (age is None or u.cue.age is None or abs(u.cue.age - age) < 1.1)
                and not (gender and u.gender and gender != u.gender)
            ):
                u.more.append(span)
                return
        if resumed is not None:
            level = 3 if age is not None else 2
            resumed.extra.append(Cue("child", level, span.start, span.end, cue.reason, age))
            resumed.nominals.append(span)
            resumed.gender = resumed.gender or gender
            return
        self.unnamed.append(Unnamed(span, cue, gender, definite=True))

    def _told_beside(self, c: Cluster, span: Span, age: float | None) -> bool:
        """ "Salim and the 11-year-old ran off. The 11-year-old is home": a child of that age was told of before in one
        sentence with ``c``, so that the two are not one."""
        here = {n.sentence for n in c.names if n.start < span.start}
        return any(
            not u.plural
            and age is not None
            and (u.cue.age == age or (u.cue.age is None and u.definite and c.level("adult")))
            and self.sentence(x.start) in here
            for u in self.unnamed
            for x in (u.span, *u.more)
            if x.end <= span.start and not any(x.start <= n.start < x.end + 4 for n in c.names)
        )

    def _acts_on(self, c: Cluster, span: Span) -> bool:
        """ "Brandt raped the girl": whoever does something to the child is not the child."""
        node = self._node(span)
        if node is None or node.dep_ not in ("dobj", "dative"):
            return False
        own = (self._node(n.span) for n in c.names)
        return any(t is not None and t.dep_ == "nsubj" and t.head == node.head for t in own)

    def _aged_one(self) -> None:
        """ "Asel was flown to a hospital. The passenger is 12 years old": whatever the noun, of whom it stands for."""
        for m in telling.THE_ONE_IS.finditer(self.text):
            age = frames.number(m["n"])
            word = m["who"].lower()
            thing = word in frames.THING_SET or word in frames.ANIMAL_SET or word in DATA["child_nouns"]
            person = telling.WHO_ENDS.search(word) or word in frames.ROLES
            if age >= 18 or thing or not person or word in DATA["kin_adult"]:
                continue
            c = self._resumes(Span(m.start(), m.end("who")), None, aged=True)
            if (
                c is not None
                and not c.ages
                and not c.level("child")
                and not self._just_told(self.sentence(m.start()))
            ):
                c.extra.append(Cue("child", 3, *m.span("n"), f"age {m['n']}: under 18", age))

    def _just_told(self, here: int) -> bool:
        """Whether a child without a name was told of in this sentence or the one before."""
        return any(
            not u.plural and here - self.sentence(x.start) <= 1
            for u in self.unnamed
            for x in (u.span, *u.more)
        )

    def _pronouns(self) -> None:
        """ "He is nine." speaks of the person spoken of before."""
        for m in frames.PRONOUN_AGE.finditer(self.text):
            if m["year"]:
                num, age = m["year"], float(self.published - int(m["year"]))
            else:
                num = m["n"] or m["n2"] or m["n3"]
                age = frames.years(num, m["u"] if m["n"] else None)
            verb = (m["verb"] or "").lower()
            if verb.startswith(("will", "would")):
                age -= 0.01
            here = self.sentence(m.start())
            if m["at"] and age < 18 and not telling.NOW.match(self.text, m.end()):
                continue  # "At nine he began …" says when, not how old the person is
            target = self._antecedent(m.start(), here)
            if age >= 18 and self._grown_before(m.start(), here):
                continue
            if target is None or (age < 18 and self._child_between(target, m.start(), here)):
                continue
            known = [
                c.age for c in target.cues if c.age is not None and not c.past
            ]  # "was 16 then; he is 60"
            if known and min(abs(a - age) for a in known) > 1.1:
                continue
            if age < 18 and target.level("adult") >= 2:
                continue
            s, e = next(((m.start(g), m.end(g)) for g in ("n", "year") if m[g]), (m.start(), m.end()))
            then = age < 18 and verb == "was" and telling.WHEN.match(self.text, m.end()) is not None
            cue = frames.told_age(age, s, e, f"age {num}", level=2 if then else 3, past=then)
            for c in self._both(m, target, age) or [target]:
                c.extra.append(cue)

    def _birthdays(self) -> None:
        """ "Sol Abaya wakes early. It is his tenth birthday." """
        for m in frames.OWN_BIRTHDAY.finditer(self.text) if "birthday" in self.text else ():
            past, age = m["verb"] == "was", float(frames.ordinal(m["o"]))
            if past and telling.WHEN.match(self.text, m.end()):
                continue  # "It was her tenth birthday when …": long ago, it may be
            here = self.sentence(m.start())
            target = self._antecedent(m.start("pro"), here)
            if target is None or target.level("adult") >= 2 or self._child_between(target, m.start(), here):
                continue
            if not any(c.age is not None for c in target.cues):
                cue = frames.told_age(age, *m.span("o"), f"{m['o']} birthday", level=2 if past else 3)
                target.extra.append(cue)

    def _both(self, m: re.Match[str], target: Cluster, age: float) -> list[Cluster]:
        """ "Sofia and Mateo wait for the bus. She is ten and he is seven.": two of a pair told of in one breath."""
        s = self.sentences[self.sentence(m.start())]
        pair = next(
            (n.group for n in target.names if n.group and len(n.group) == 2 and n.end <= m.start()), None
        )
        told = [x for x in frames.PRONOUN_AGE.finditer(self.text, s.start, s.end) if x["n"] and not x["at"]]
        if pair is None or len({x["pro"].lower() for x in told}) != 2 or age >= 18:
            return []
        if any(frames.years(x["n"], x["u"]) >= 18 for x in told):
            return []
        return [c for c in (self.by_name[id(n)] for n in pair) if not c.ages and c.level("adult") < 2]

    def _grown_before(self, at: int, here: int) -> bool:
        """ "a drummer, Ola Berg, who broke his leg when he turned 40": an age of a grown-up's just named."""
        before = [n for n in self.mentions_in(here) if n.end <= at]
        return bool(before) and self.by_name[id(before[-1])].level("adult") >= 2

    def _child_between(self, target: Cluster, at: int, here: int) -> bool:
        """ "Ms Field lost her daughter when she was three": the child's age, not the mother's."""
        names = [n for n in target.names if n.sentence == here and n.end <= at]
        if not names:
            return False
        between = self.text[names[-1].end : at]
        return bool(telling.KIN_CHILD.search(between)) and not any(c.shows != "adult" for c in target.cues)

    def _speaker_at(self, at: int) -> Cluster | None:
        """ "“He's just seven,” Marta Ruiz said", "Ruiz said: “He's seven”": who speaks the quoted words at ``at``, and
        is not the one they speak of."""
        quote = next((q.span for q in self.quotes if q.is_speech and q.span.start <= at < q.span.end), None)
        if quote is None:
            return None
        tagged = telling.TAGGED.match(self.text, quote.end)
        lo, hi = (quote.end, tagged.end() + 30) if tagged else (quote.start - 80, quote.start)
        for n in self.mentions:
            told = self._speaks(n) or telling.TELLS.search(self.text, max(0, n.start - 20), n.start)
            if lo <= n.start < hi and told and not self._spoken(n.start):
                return self.by_name[id(n)]
        return None

    def _antecedent(self, at: int, here: int) -> Cluster | None:
        speaker = self._speaker_at(at)
        for back in range(4):
            s = self.sentences[here - back] if here >= back else None
            if (
                back
                and s is not None
                and self.text[s.start : s.start + 4].lower().split()[:1]
                == self.text[at : at + 4].lower().split()[:1]
            ):
                continue  # "He typed his name … He is 13": the talk goes on about the same person
            inside = [
                n
                for n in self.mentions
                if n.sentence == here - back
                and n.start < at
                and n.propn
                and not self._byline(n)
                and (n.label not in ("NORP", "DATE") or len(n.words) > 1)
                and not (n.doubtful and n.label != "PERSON")
                and not telling.PLACED.search(self.text, max(0, n.start - 20), n.start)
                and not any(x.shows in ("animal", "thing") for x in self.by_name[id(n)].cues)
                and self.by_name[id(n)] is not speaker
                and not (back and self._quoted_for_a_role(n))
                and not (n.ordinary and self._only_a_word(self.by_name[id(n)]))
            ]
            inside = [n for n in inside if not (self.by_name[id(n)].level("adult") >= 2)] or []
            if s is not None and not back:
                # "She lost an arm in the raid on Tal Amr before she could read": he is told of already
                he = self.text[at : at + 3].strip().lower()
                same = telling.HE if he == "he" else telling.SHE if he == "she" else None
                first = same.search(self.text, s.start, at) if same else None
                inside = [n for n in inside if first is None or n.start < first.start()]
            if inside:
                # the first name of an earlier sentence is its subject more often than not; a child before a stranger
                kids = [
                    n
                    for n in inside
                    if self.by_name[id(n)].level("child") or self.by_name[id(n)].level("kin-younger")
                ]
                return self.by_name[id((kids or inside)[-1 if back == 0 else 0])]
            if back == 0:
                follow = [
                    n
                    for n in self.mentions
                    if n.sentence == here
                    and at < n.start < at + 60
                    and not telling.DATED.search(self.text, max(0, n.start - 8), n.start)
                    and re.match(r"[^.]{0,30}\b(?:but|and)\b", self.text[at : n.start])
                ]
                if follow:
                    return self.by_name[id(follow[0])]
        # "She is five and she sings. Chidera …" opens a story
        ahead = [
            n
            for n in self.mentions
            if n.sentence in (here, here + 1)
            and n.start > at
            and n.propn
            and not n.suspect
            and not (n.ordinary and self._only_a_word(self.by_name[id(n)]))
            and self.by_name[id(n)] is not speaker
        ]
        if ahead and self.by_name[id(ahead[0])].level("adult") < 2:
            return self.by_name[id(ahead[0])]
        return None
