"""The people as the story tells them: the named, and children whom nobody names."""

from __future__ import annotations

from ....spans import Span
from ...model import Evidence, Person
from .ground import Ground
from .model import VERY_OLD, Word

#: kinds of kept beasts in a draft that is about them
_BEASTS = 3


class Result(Ground):
    """The people as the story tells them: the named, and children whom nobody names."""

    def _people(self) -> list[Person]:
        people: list[Person] = []
        for c in self.clusters:
            if not any(self._is_name(n) for n in c.names):
                continue
            evidence = [
                Evidence(k.start, k.end, k.reason)
                for k in c.cues
                if (k.weight > 0) == (c.kind == "child") and k.weight
            ]
            kind = "child" if c.kind == "child" else "adult" if c.kind == "adult" else "unknown"
            person = Person(f"p{len(people) + 1}", kind, [n.span for n in c.names], [], evidence)  # type: ignore[arg-type]
            people.append(person)
            self._genders[person.id] = c.gender
            for n in c.names:
                self.owner[n] = person
        self._nominals(people)
        return people

    def _nominals(self, people: list[Person]) -> None:
        """Other words for a child; children nobody names, one of each gender."""
        unnamed: dict[str, Person] = {}
        for w in self.words:
            if w.weight <= 0 or w.plural or (w.kind == "age" and not w.front):
                continue
            if w.kind == "grade" and len(self.text.text[w.start : w.end].split()) > 1:
                continue  # a class, not somebody in it
            mine = next((p for p in people if any(e.start == w.start for e in p.evidence)), None)
            if mine is None and any(k.start == w.start for c in self.clusters for k in c.cues):
                continue
            if mine is None:
                fitting = [
                    p
                    for p in people
                    if p.kind == "child"
                    and p.mentions
                    and (w.gender == "any" or self._genders.get(p.id, "any") in (w.gender, "any"))
                ]
                before = [p for p in fitting if min(p.mentions).start < w.start]
                if w.kind == "noun" and (before or fitting):
                    mine = (
                        max(before, key=lambda p: max(m.start for m in p.mentions if m.start < w.start))
                        if before
                        else fitting[0]
                    )
            if mine is None:
                if (
                    self._of_the_zoo(w)
                    or not self._specific(w)
                    or self._grown_kin(w)
                    or (w.known.cases_last and (self._passing(w) or self._only_kin(w)))
                ):
                    continue
                mine = unnamed.get(w.gender) or (
                    next(iter(unnamed.values()), None) if w.gender == "any" else unnamed.get("any")
                )
                if mine is None:
                    mine = Person(f"p{len(people) + 1}", "child")
                    people.append(mine)
                    self._genders[mine.id] = w.gender
                unnamed.setdefault(w.gender, mine)
                mine.evidence.append(
                    Evidence(
                        w.start,
                        w.end,
                        f"age {w.years}: under 18" if w.years is not None else "a word for a child",
                    )
                )
            mine.nominals.append(Span(w.start, w.end))

    def _of_the_zoo(self, w: Word) -> bool:
        """ "The little one weighs nine kilograms": a word that is said of beasts too, in a draft about several of them
        that are kept."""
        known, text = w.known, self.text.text
        if known.cases_last or not known.people.get("kept_beasts") or w.kind == "grade":
            return False
        if w.kind != "kin" and not known.whole("said_of_beasts").fullmatch(text[w.start : w.end]):
            return False
        s = self.text.sentences[self.text.sentence(w.start)]
        if self._told_any(w, s.start, s.end) or known.whole("human_fate").search(text, s.start, s.end):
            return False
        beasts = (m.group() for m in known.whole("kept_beasts").finditer(text))
        kinds = {b.lower()[:5] for b in beasts if known.whole("beasts_kept_in").fullmatch(b) is None}
        return len(kinds) >= _BEASTS and known.whole("animals_harm").search(text) is None

    def _grown_kin(self, w: Word) -> bool:
        """ "Saule's son Arman, 46, is a doctor", "My son is thirty": whose age is told beside the word; and a son or a
        daughter of whom nothing is told that tells of a child, in sentences where nothing befell anybody."""
        if w.kind != "kin" or w.known.cases_last or not w.known.people.get("grown_offspring"):
            return False
        here = self.text.sentence(w.start)
        s = self.text.sentences[here]
        very_old = any((x.years or 0) >= VERY_OLD for x in self.words if x.kind == "age")
        grown = w.known.whole("grown_generation").fullmatch(self.text.text[w.start : w.end])
        if very_old and grown and self._only_kin(w):
            return True  # "he fell in the war and never saw his daughter, who died at 84"
        if self._told_any(w, s.start, s.end):
            return False
        ages = [x for x in self.words if x.kind == "age" and s.start <= x.start < s.end]
        kids = any(o.kind == "child" and n.sentence == here for o in self.clusters for n in o.names)
        if ages and all(x.weight < 0 for x in ages) and not kids:
            return True
        back = self.text.sentences[max(0, here - 1)].start
        ahead = self.text.sentences[min(here + 1, len(self.text.sentences) - 1)].end
        return self._only_kin(w) and not self._told_any(w, back, ahead)

    def _told_any(self, w: Word, start: int, end: int) -> bool:
        return any(p.search(self.text.text, start, end) for p, _, _ in w.known.situations)

    def _only_kin(self, w: Word) -> bool:
        """A son or a daughter of whom nothing says how old, in a draft with no other word for a child."""
        return w.kind == "kin" and not any(
            x.weight > 0 and not x.plural and x.kind in ("age", "grade", "noun") for x in self.words
        )

    def _passing(self, w: Word) -> bool:
        """A noun alone, once, and not in the headline or the lead: children as such."""
        if w.kind != "noun" or self.text.sentence(w.start) <= 2:
            return False
        return (
            sum(x.kind == "noun" and x.weight > 0 and not x.plural and self._specific(x) for x in self.words)
            < 2
        )
