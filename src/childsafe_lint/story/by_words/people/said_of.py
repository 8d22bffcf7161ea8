"""What is said of a named person as the subject or the object of a clause, wherever in it the words stand."""

from __future__ import annotations

import re

from ....spans import Span
from ..knowledge import ADULT
from ..names import Cue, Name
from ..patterns import value_of
from .grown_life import GrownLife
from .model import GRAVE, SURE, Cluster, Word

_DEEDS = frozenset({"accused", "convicted", "perpetrator"})
#: sentences within which a draft about children calls one by the first name
_NEAR = 4
#: so many of the signs of a child's life must come together
_ENOUGH = 3
#: signs that tie somebody of a given name only to a child of the draft
_TIES = 2


class SaidOf(GrownLife):
    """What is said of a named person as the subject or the object of a clause."""

    def _said_of(self) -> None:
        """ "X goes to the nursery", "the court sent X to a children's home": what children do, and what is done to
        children only."""
        for c in self._unexplained():
            for n in c.names:
                if (at := self._said(n) or self._by_family(n)) is not None:
                    n.cues.append(Cue(at.start, at.end, 3, "what is said of children", "noun"))
                    break

    def _at_age(self) -> None:
        """ "At twelve X was left alone": a child's age before the subject of a clause, of whom nothing else is told."""
        for c in self._unexplained():
            for n in c.names:
                s = self.text.sentences[n.sentence]
                if not any(case == "Nom" for _, case in n.forms) or self._grown_life(c):
                    continue
                if n.known.whole("long_since").search(self.text.text, s.start, s.end):
                    continue
                for w in self.words:
                    if w.kind != "age" or w.front or w.weight <= 0 or not s.start <= w.start < n.start:
                        continue
                    before = self.text.text[s.start : w.start + 3]
                    gap = self.text.text[w.end : n.start]
                    bare = re.fullmatch(r"\s*,?\s*(?:[^\W\d_]+\s+){0,2}", gap) and not any(
                        self.text.pos(i) in ("NOUN", "PROPN", "VERB", "PRON")
                        for i in self._offsets(w.end, n.start)
                    )
                    at = any(m.end() >= len(before) - 4 for m in n.known.whole("at_age").finditer(before))
                    if bare and at:
                        n.cues.append(Cue(w.start, w.end, 3, f"age {w.years}: under 18", "noun"))

    def _unexplained(self) -> list[Cluster]:
        return [
            c
            for c in self.clusters
            if c.kind == "unknown"
            and not c.names[0].known.cases_last
            and not c.names[0].plural
            and not any(k.weight for k in c.cues)
            and any(self._is_name(n) for n in c.names)
        ]

    def _said(self, n: Name) -> Span | None:
        start, end = self.clause_around(n)
        row = next((r for r in self.rows() if n in r), [n])
        subject = not n.forms or any(c == "Nom" for _, c in n.forms)
        keys = ["said_of_children"] if subject and not self._acts_on_child(n) else []
        tagged = self.text.morph(n.end - 1, "Case") in ("Acc", "Gen")  # "Ильнара": a boy's name or a girl's
        apart = self._no_object(row[0]) and not n.known.whole("sentenced").search(self.text.text, start, end)
        if (not n.forms or tagged or any(c in ("Acc", "Gen", "Dat") for _, c in n.forms)) and not apart:
            keys.append("done_to_children")
        for key in keys:
            for m in n.known.whole(key).finditer(self.text.text, start, end):
                if n.known.whole("long_since").search(self.text.text, start, end):
                    continue
                if self._where(m.group(), n):
                    continue
                years = value_of(m, "n")
                if years and (n.known.number(years) or ADULT) >= ADULT:
                    continue
                if not self._other_between(n, m) and not self._another(n, m, key):
                    return Span(m.start(), m.end())
        return None

    def _where(self, said: str, n: Name) -> bool:
        """ "The university where X studies": a clause that says where, in a sentence without a school for children."""
        s = self.text.sentences[n.sentence]
        relative = n.known.whole("relative_places").match(said) is not None
        return relative and not any(
            n.known.whole(key).search(self.text.text, s.start, s.end)
            for key in ("child_places", "child_life")
        )

    def _another(self, n: Name, m: re.Match[str], key: str) -> bool:
        """Whether a word for somebody else is the subject beside the name, whom the words are said of then."""
        low, high = min(n.end, m.start()), max(n.start, m.end())
        return key == "said_of_children" and any(
            w.kind in ("noun", "kin", "role")
            and low <= w.start < high
            and self.text.morph(w.end - 1, "Case") == "Nom"
            for w in self.words
        )

    def _other_between(self, n: Name, m: re.Match[str]) -> bool:
        between = (n.end, m.start()) if m.start() >= n.end else (m.end(), n.start)
        rows = [n, *(o for row in self.rows() if n in row for o in row)]
        return any(
            between[0] <= o.start < between[1] and o not in rows and self._is_name(o) for o in self.names
        )

    def _by_family(self, n: Name) -> Span | None:
        """ "The father beat Dima", "for the rape of A. the stepfather got 14 years": who is harmed by a parent of
        whom nothing says whose."""
        if not self._bare(n) or not n.forms or all(c == "Nom" for _, c in n.forms):
            return None
        s = self.text.sentences[n.sentence]
        text = self.text.text
        if n.known.whole("long_since").search(text, self.text.sentences[max(0, n.sentence - 1)].start, s.end):
            return None
        harm = any(
            kind in GRAVE and frame == "done_to" and p.search(text, s.start, s.end)
            for p, kind, frame in n.known.situations
        )
        if not harm or sum(o.sentence == n.sentence and self._is_name(o) for o in self.names) > 1:
            return None
        for w in self.words:
            if w.kind != "kin" or w.taken or not s.start <= w.start < s.end:
                continue
            if self.text.morph(w.start, "Case") == "Nom" and n.known.whole("carers").fullmatch(
                text[w.start : w.end]
            ):
                return Span(w.start, w.end)
        return None

    def _identified(self) -> None:
        """ "A teenager's body was found. It was X", "the pupil's name is X", "Two boys died. They are X and Y"."""
        for row in self.rows():
            first, known = row[0], row[0].known
            before = self.text.line_before(first.start)[-50:]
            m = next(
                (
                    m
                    for m in known.whole("identified").finditer(before)
                    if not before[m.end() :].strip(" –—:")
                ),
                None,
            )
            clusters = [c for n in row if (c := self.cluster_of(n)) is not None]
            if m is None or any(c.kind != "unknown" for c in clusters):
                continue
            w = self._told_before(first, first.start - len(before) + m.end(), len(row) > 1)
            if w is None:
                continue
            for c in clusters:
                if not any(k.weight for k in c.cues):
                    c.names[0].cues.append(Cue(w.start, w.end, 3, "a word for a child", "noun"))

    def _told_before(self, n: Name, end: int, many: bool) -> Word | None:
        """The child of the sentence or the two before whom nobody has named yet, nobody else told of after it."""
        start = self.text.sentences[max(0, n.sentence - 2)].start
        for w in reversed(self.words):
            if not start <= w.start < end or (w.kind in ("age", "peer") and not w.front):
                continue
            if w.weight < 0 and w.kind != "kin" and not (w.plural and w.known.cases_last):
                return None
            if w.weight < 3 or w.taken or (w.plural and not many):
                continue
            pair = many and any(  # "a boy and a girl were killed. They are X and Y"
                x is not w
                and x.weight >= 3
                and not x.plural
                and self.text.sentence(x.start) == self.text.sentence(w.start)
                for x in self.words
            )
            if pair and not self._someone_else_than(w):
                return w
            sexes = {g for g, c in n.forms if c == "Nom"} or {n.gender}
            if not w.plural and w.gender != "any" and not sexes & {w.gender, "any"}:
                continue
            return None if self._someone_else(w) else w
        return None

    def _someone_else_than(self, w: Word) -> bool:
        """Whether the sentence of a word for a child has a grown-up in it."""
        s = self.text.sentences[self.text.sentence(w.start)]
        return any(x.weight < 0 and s.start <= x.start < s.end for x in self.words)

    def _told_as_children(self) -> None:
        """Whoever is called by the given name alone, comes without a word on who that is, and has parents and a
        school beside, is a child."""
        for c in self._unexplained():
            if not all(self._bare(n) for n in c.names) or self._grown_life(c):
                continue
            known, text = c.names[0].known, self.text.text
            family, school, told = None, None, None
            for n in c.names:
                s = self.text.sentences[n.sentence]
                end = self.text.sentences[min(n.sentence + 1, len(self.text.sentences) - 1)].end
                if "\n\n" in text[s.end : end].rstrip():
                    end = s.end
                family = family or next(
                    (
                        w
                        for w in self.words
                        if s.start <= w.start < end
                        and not w.taken
                        and known.whole("carers").fullmatch(text[w.start : w.end])
                    ),
                    None,
                )
                school = school or known.whole("child_life").search(text, s.start, end)
                told = told or next(
                    (
                        w
                        for w in self.words
                        if w.weight >= 3
                        and not w.plural
                        and not w.taken
                        and w.gender in (c.gender, "any")
                        and abs(self.text.sentence(w.start) - n.sentence) <= 3
                    ),
                    None,
                )
            signs = [True, family is not None, school is not None, told is not None]
            if sum(signs) >= _ENOUGH and school is not None:
                cue = Cue(school.start(), school.end(), 3, "told of by the first name, like a child", "noun")
                c.names[0].cues.append(cue)

    def _by_first_name(self) -> None:
        """Whoever has but a given name in a draft about children, and nothing grown-up beside it: papers give
        grown-ups a surname, an office or a word for whose kin they are. Two signs more that it is the child told of."""
        told = [w for w in self.words if self._of_one_child(w)]
        for c in self.clusters if told else []:
            if not self._nothing_grown_up(c) or self._grown_life(c) or self._among_grown_ups(c):
                continue
            if (w := next((w for w in told if self._fits_told(c, w)), None)) is not None:
                cue = Cue(w.start, w.end, SURE + 2, "told of by the first name, like a child", "noun")
                c.names[0].cues.append(cue)

    def _fits_told(self, c: Cluster, w: Word) -> bool:
        """Whether two signs tie a person to a child of the draft: one child of the sex, told of right beside, named
        again, an object, a friend or sibling of somebody or the speaker's own, a child's life or something grave in
        its sentences."""
        here = {n.sentence for n in c.names}
        apart = min(abs(self.text.sentence(w.start) - s) for s in here)
        if apart > _NEAR:
            return False
        spans = [self.text.sentences[s] for s in here]
        known, text = w.known, self.text.text
        signs = (
            not w.plural and w.gender in (c.gender, "any"),
            apart <= 1,
            len(c.names) > 1,
            bool(c.cues),  # a friend, an elder sister
            any(known.whole("mine").fullmatch(self._word_before(n.start)) for n in c.names),
            not any(self._nominative(n) for n in c.names),
            any(known.whole(k).search(text, s.start, s.end) for s in spans for k in ("child_life", "carers")),
            any(
                kind in GRAVE and p.search(text, s.start, s.end)
                for p, kind, _ in known.situations
                for s in spans
            ),
        )
        return sum(signs) >= _TIES

    def _of_their_surname(self) -> None:
        """ "X-M Y was not admitted. – They told me …, – says Z Y. Her son walks on crutches": a son or a daughter of
        somebody, and one other person of the surname."""
        for w in self.words:
            if (
                not w.known.whole("own_child").fullmatch(self.text.text[w.start : w.end])
                or w.known.cases_last
            ):
                continue
            if not w.known.whole("possessives").fullmatch(self._word_before(w.start)):
                continue
            here = self.text.sentence(w.start)
            owners = [
                n for n in self.names if n.end <= w.start and here - n.sentence <= 2 and len(n.parts) > 1
            ]
            owner = owners[-1] if owners else None
            if owner is None or not owner.surnames:
                continue
            fits = [
                c
                for c in self._unexplained()
                if owner not in c.names
                and c.gender in (w.gender, "any")
                and self._of_family(c, owner)
                and not self._grown_life(c)
                and not any(self._speaks(n) for n in c.names)
            ]
            if len(fits) == 1:
                cue = Cue(w.start, w.end, SURE + 1, "a word for a child", "noun")
                fits[0].names[0].cues.append(cue)

    @staticmethod
    def _of_family(c: Cluster, owner: Name) -> bool:
        known = owner.known
        family = {known.family(b) for w in owner.surnames for b in known.bases(w)}
        return any(known.family(b) in family for n in c.names for w in n.surnames for b in known.bases(w))

    def _parent_of_known(self) -> None:
        """ "X and Y are in the picture. X-GEN mother wrote": a woman's name that no case changes, told of before
        without the word for a parent, is the child's behind it."""
        for c in self.clusters:
            first, later = c.names[0], c.names[1:]
            if first.known.cases_last or any(k.weight for k in first.cues) or not self._bare(first):
                continue
            for n in later:
                for k in [k for k in n.cues if k.kind == "kin" and k.weight < 0 and k.end + 1 == n.start]:
                    if not any(case == "Gen" for _, case in n.known.given_forms(n.parts[0][1])):
                        continue
                    n.cues.remove(k)
                    n.cues.append(Cue(k.start, k.end, 1, "somebody's child", "parent"))

    def _of_one_child(self, w: Word) -> bool:
        """A word for a particular child; a son or a daughter where something grave is told, or a child's life."""
        if w.kind == "age" or not self._specific(w):
            return False
        text, known = self.text.text, w.known
        if w.weight == SURE and self.text.pos(w.end - 1) != "NOUN":
            return False
        return w.weight > SURE or (
            w.weight == SURE
            and (
                known.whole("child_places").search(text) is not None
                or any(kind in GRAVE and p.search(text) for p, kind, _ in known.situations)
            )
        )

    def _nothing_grown_up(self, c: Cluster) -> bool:
        """Whether somebody has a given name only, speaks for nobody, and has no word for a grown-up beside it; an elder
        brother or sister of a child may be a child."""
        first = c.names[0]
        if first.known.cases_last or first.plural or not any(self._is_name(n) for n in c.names):
            return False
        if not all(self._bare(n) and n.given and len(n.parts) == 1 for n in c.names):
            return False
        if any(o is not c and self._full_name_of(c, o) for o in self.clusters):
            return False
        if c.kind == "child" or any(k.weight and not self._undecided(k, first) for k in c.cues):
            return False
        return not any(
            (self._speaks(n) and not self._one_of_siblings(n))
            or self._of_grown_kin(n)
            or self._told_grown_up(n)
            or self._whose_offspring(n)
            for n in c.names
        )

    def _whose_offspring(self, n: Name) -> bool:
        """ "The son of X sells bags": a parent, whose name in the genitive stands right behind."""
        kin = n.known.whole("next_generation").fullmatch(self._word_before(n.start)) is not None
        return kin and bool(n.forms) and all(case in ("Gen", "Acc") for _, case in n.forms)

    def _undecided(self, cue: Cue, n: Name) -> bool:
        """ "The elder sister X", "the form captain X": a word for a grown-up that children are called by as well."""
        young = n.known.whole("young_roles").fullmatch(self.text.text[cue.start : cue.end]) is not None
        return (cue.kind == "kin" and cue.weight == -1) or (cue.kind == "role" and young)

    def _one_of_siblings(self, n: Name) -> bool:
        """ "The middle one, X, counts aloud"."""
        before = self.text.text[max(0, n.start - 30) : n.start]
        return any(before[m.end() :].strip() == "," for m in n.known.whole("which_of_them").finditer(before))

    def _told_grown_up(self, n: Name) -> bool:
        """ "X and Y came. They are thirty", "X got seven years for violence against a girl": the age that the next
        sentence begins with, or a deed done to a child of the same sentence."""
        s = self.text.sentences[n.sentence]
        after = self.text.sentences[n.sentence + 1 : n.sentence + 2]
        aged = any(
            w.kind == "age" and w.weight < 0 and t.start <= w.start and not self._others(t.start, w.start)
            for t in after
            for w in self.words
            if w.start < t.end
        )
        victim = any(w.weight > SURE and s.start <= w.start < s.end for w in self.words)
        return aged or (
            victim
            and any(
                kind in _DEEDS and p.search(self.text.text, s.start, s.end)
                for p, kind, _ in n.known.situations
            )
        )

    @staticmethod
    def _full_name_of(c: Cluster, other: Cluster) -> bool:
        """Whether somebody of the draft with a surname may be called so for short."""
        known = c.names[0].known
        mine = known.full_names({b for n in c.names for w in n.given for b in known.bases(w)})
        return any(
            len(n.parts) > 1 and mine & known.full_names(b for w in n.given for b in known.bases(w))
            for n in other.names
        )

    def _of_grown_kin(self, n: Name) -> bool:
        """ "Her husband, X": a word for a grown-up of the family right before a name that is no genitive of it."""
        before = self.text.text[max(0, n.start - 40) : n.start]
        last = next(
            (w for w in reversed(self.words) if n.start - len(before) <= w.start and w.end <= n.start), None
        )
        if last is None or last.weight > -SURE or (n.forms and not any(c == "Nom" for _, c in n.forms)):
            return False
        gap = self.text.text[last.end : n.start]
        return len(gap.split()) <= 2 and not re.search(r"[.:;!?]", gap)

    def _among_grown_ups(self, c: Cluster) -> bool:
        """Whether a friend stands in a sentence with somebody grown up or in the one after, or in a row with him."""
        mates = [o for row in self.rows() if any(n in row for n in c.names) for o in row if o not in c.names]
        if any(self._kind(o) == "adult" for o in mates):
            return True
        near = {n.sentence - step for n in c.names for step in (0, 1)}
        friend = any(k.kind == "peer" for n in (*c.names, *mates) for k in n.cues)
        return friend and any(
            o.kind == "adult" and near & {n.sentence for n in o.names} for o in self.clusters
        )

    def _on_trial(self) -> None:
        """ "A tenth-grader sat behind the glass … X was sentenced to five years": the one whom the draft shows on
        trial without a name, and the one person of whom nothing else is told that a court sentences."""
        tried = [
            w
            for w in self.words
            if w.weight >= 3
            and w.kind in ("noun", "grade")
            and not w.plural
            and self.text.morph(w.end - 1, "Case") == "Nom"
            and self._in_sentence("tried", w)
        ]
        if not tried or any(c.kind == "child" for c in self.clusters):
            return
        fits = [
            (c, at)
            for c in self._unexplained()
            if c.gender in (tried[0].gender, "any") or tried[0].gender == "any"
            if not any(self._speaks(n) for n in c.names) and (at := self._sentenced(c)) is not None
        ]
        if len(fits) == 1:
            c, at = fits[0]
            c.names[0].cues.append(
                Cue(tried[0].start, tried[0].end, 3, "the child the draft tells of", "noun")
            )

    def _in_sentence(self, key: str, w: Word) -> bool:
        s = self.text.sentences[self.text.sentence(w.start)]
        return w.known.whole(key).search(self.text.text, s.start, s.end) is not None

    def _sentenced(self, c: Cluster) -> bool:
        """Whether a sentence without anybody else says that a court sentenced the person."""
        for n in c.names:
            s = self.text.sentences[n.sentence]
            alone = all(o is n or o.sentence != n.sentence or not self._is_name(o) for o in self.names)
            if alone and n.known.whole("sentenced_to").search(self.text.text, s.start, s.end):
                return True
        return False

    def _hero(self) -> None:
        """The draft tells of one child without saying who that is, and of one person whom it calls by the given name
        in its own voice and of whom it says nothing else."""
        told = [
            w
            for w in self.words
            if w.weight >= 3
            and not w.plural
            and not w.taken
            and self.text.sentence(w.start) <= 4
            and (w.kind != "age" or w.front)
            and self._specific(w)
        ]
        if not told or any(c.kind == "child" for c in self.clusters):
            return
        fits = []
        for c in self._unexplained():
            bare = [n for n in c.names if self._bare(n) and len(n.parts) == 1 and n.label == "PERSON"]
            whole = any(len(n.parts) > 1 for n in c.names)
            if not bare or not whole or self._grown_life(c) or any(self._speaks(n) for n in c.names):
                continue
            if any(r == "patronymic" for n in c.names for r, _ in n.parts):
                continue
            fits.append(c)
        if len(fits) != 1:
            return
        hero = fits[0]
        told = [w for w in told if w.gender in (hero.gender, "any") or hero.gender == "any"]
        if told:
            w = told[0]
            hero.names[0].cues.append(Cue(w.start, w.end, 3, "the child the draft tells of", "noun"))
