"""A word of kinship that points to somebody named elsewhere."""

from __future__ import annotations

from .... import lazy_re as re
from ....spans import Span
from ...model import Evidence, Person
from ..people import Word
from .of_whom import OfWhom


class Pointed(OfWhom):
    """A word of kinship elsewhere: "his mother … she, Saule, said"."""

    def _pointed(self, person: Person) -> Evidence | None:
        """A word of kinship that stands by no name and can only mean this person: "she rang the mother. Salma X …",
        "Murat X, 41 … is guilty of violence against his stepdaughter"."""
        first = min(person.mentions)
        if guilty := self._step_parent(person):
            return guilty
        if self._office(person) or self._cleric(person) or self._some_parent(person):
            return None
        known = self.text.regions.at(first.start)
        if not known.cases_last and any(
            c.kind == "kin" and c.weight < 0 and self._of_stranger(c, person)
            for c in self._cues_of.get(person.id, ())
        ):
            return None  # "his mother", of a grown-up on trial
        at = self.text.sentence(first.start)
        gender = self.reader.gender(person)
        works = any(
            w.kind == "role"
            and w.end < first.start
            and self.text.sentence(w.start) == at
            and self._opens(first)
            for w in self.reader.words
        )  # "The driver of the lorry, 45-year-old X"
        for w in self.reader.words:
            if w.kind != "kin" or (w.plural and w.weight <= 0) or self._of_others(w):
                continue
            if not known.cases_last and self._only_says(w, first):
                continue
            where = self.text.sentence(w.start)
            if known.cases_last and known.case_of(self.text.text[w.start : w.end]) == "Dat" and where == at:
                continue  # "a student gave the mother a hand"
            if at != where and (works or (w.gender not in (gender, "any") and gender != "any")):
                continue
            if w.weight < 0 and not w.taken and w.end <= first.start and at - where <= 1:
                between = [
                    m
                    for p in self.story.people
                    if p.kind != "child"
                    for m in p.mentions
                    if w.end <= m.start < first.start
                ]
                if not between and (at == where or self._opens(first) or self._quoted(first)):
                    w.taken = True
                    return Evidence(w.start, w.end, "family of the child")
            if w.weight < 0 and w.known.cases_last and where - at == 1 and self._taken_up(w, first):
                w.taken = True
                return Evidence(w.start, w.end, "family of the child")
            if w.weight > 0 and self._ours(w):
                if self._subject_behind(w, person) or self._tells_of_own(w, person):
                    return Evidence(w.start, w.end, "family of the child")
                if self._possessor(w.start, person):
                    return Evidence(w.start, w.end, "family of the child")
                mine = [
                    m for m in person.mentions if self.text.sentence(m.start) == where and m.start < w.start
                ]
                back = [m for m in person.mentions if self.text.sentence(m.start) == where - 1]
                spoke = any(
                    known.whole("speech").search(self.text.text[m.end : m.end + 30]) for m in person.mentions
                )
                if (mine and not spoke and not self._between(mine[-1].end, w.start)) or (
                    back and self._starts_with_pronoun(where) and not self._between(back[-1].end, w.start)
                ):
                    return Evidence(w.start, w.end, "family of the child")
        return None

    def _only_says(self, w: Word, name: Span) -> bool:
        """ "«The mother howled», says a dweller of the house, X": who is called something else speaks of kin."""
        quoted = (
            re.search(r"[«“„\"][^«»“”„\"\n]*$", self.text.text[max(0, w.start - 200) : w.start]) is not None
        )
        return quoted and any(
            x.kind == "noun" and x.weight < 0 and w.end < x.start < name.start and name.start - x.end < 30
            for x in self.reader.words
        )

    def _taken_up(self, w: Word, name: Span) -> bool:
        """ "X opened the door. The grandmother of 67 …", "… The child's mother is this one": whoever was named in the
        sentence before."""
        if w.taken or w.plural or self._named_in(name.end, w.start):
            return False
        s = self._sentence(w.start)
        before = self.text.text[s.start : w.start]
        if w.known.whole("this_one").match(self.text.text[w.end : s.end].lstrip(" –—-")):
            return True
        aged = any(
            x.kind == "age" and x.weight < 0 and s.start <= x.start and x.end <= w.start
            for x in self.reader.words
        )
        bare = w.known.whole("bare_kin").fullmatch(self.text.text[w.start : w.end]) is not None
        return (
            len(before.split()) <= 6
            and (bare or aged)
            and not w.known.case_of(self.text.text[w.start : w.end])
        )

    def _subject_behind(self, w: Word, person: Person) -> bool:
        """ "Of her daughter's loss X heard in the evening": where a word of kinship in a case says whose it is by
        what follows, the subject."""
        raw = self.text.text[w.start : w.end]
        if not w.known.cases_last or not w.known.whole("own_child").fullmatch(raw):
            return False
        s = self._sentence(w.start)
        if len(self.text.text[s.start : w.start].split()) > 1:
            return False
        return any(
            n.start == m.start and not n.case
            for m in person.mentions
            if w.end < m.start < min(s.end, w.end + 60) and not self._named_in(w.end, m.start)
            for n in self._names([person])
        )

    def _tells_of_own(self, w: Word, person: Person) -> bool:
        """ "By X-GEN words, her daughter left at six": right behind the words that tell who says it."""
        if not w.known.cases_last or w.plural:
            return False
        for m in person.mentions:
            said = w.known.whole("speech").match(self.text.text, m.end + 1)
            gap = self.text.text[said.end() : w.start] if said and said.end() <= w.start else "x"
            if re.fullmatch(r",\s+(?:[^\s,.;:]+\s+)?", gap):
                return True
        return False

    def _possessor(self, at: int, person: Person) -> bool:
        """ "X … He pestered her daughter": a pronoun before a word for somebody's child, X the last it fits."""
        known = self.text.regions.at(at)
        before = re.search(r"([^\W\d_]+)\s+$", self.text.text[max(0, at - 15) : at])
        owner = next(
            (g for g in ("f", "m") if before and known.whole(f"pronouns.{g}").fullmatch(before[1])), None
        )
        if owner is None or known.cases_last:
            return False
        last = [(s, p) for s, p in self.places if s < at and self.reader.gender(p) in (owner, "any")]
        return (
            bool(last)
            and last[-1][1] is person
            and self.text.sentence(at) - self.text.sentence(last[-1][0]) <= 2
        )

    def _step_parent(self, person: Person) -> Evidence | None:
        """The one on trial, in a draft that speaks of a stepdaughter, a stepfather and the like."""
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            s = self._sentence(m.start)
            after = self.text.sentences[min(self.text.sentence(m.start) + 1, len(self.text.sentences) - 1)]
            near = self.text.text[max(s.start, m.start - 30) : m.start]
            guilty = (known.whole("on_trial").search(near) and not self._office(person)) or (
                self._starts_with_pronoun(self.text.sentence(after.start))
                and known.whole("on_trial").search(self.text.text[after.start : after.end])
            )
            if guilty and (kin := known.whole("step_kin").search(self.text.text)):
                return Evidence(kin.start(), kin.end(), "family of the child")
        return None
