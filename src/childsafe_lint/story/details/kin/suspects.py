"""Family told by a report of a suspect: "a man was held for beating his son. X, 36, …"."""

from __future__ import annotations

from .... import lazy_re as re
from ....spans import Span
from ...model import Person
from .ground import Ground

#: words for two grown-ups, whose names may both follow
_TWO = frozenset("couple pair parents grandparents carers guardians".split())


class Suspects(Ground):
    """Names that follow the sentence which tells whose family a suspect is."""

    def _suspects(self) -> None:
        """ "... held a couple accused of beating the man's son. X, 36, and Y, 29, will be": who opens what follows.
        So does the grandmother of whom a headline tells."""
        refs = self.scene.refs
        for i, s in enumerate(refs.sentences[:8]):
            head = s.start == refs.sentences[0].start
            told = self.re["suspect_lead"].search(self.text, s.start, s.end)
            if told is None and head:
                told = self.re["headline"].search(self.text, s.start, s.end)
            if told is None or i + 1 >= len(refs.sentences) or self._names_grown_up(s):
                continue
            nxt = refs.sentences[i + 1]
            if (told.groupdict().get("who") or "").lower() in ("man", "woman"):
                self._the_suspect(s.end, told["who"].lower())
            kin = next(w for w in told.groups() if w)
            both = kin.lower() in _TWO or re.match(
                r"\s+and\s+(?:the|his|her|their|a)\b", self.text[told.end() : s.end]
            )
            reach = 120 if both else 30 if head else 4
            here = sorted(
                (m.start, p.id)
                for p in self.scene.story.people
                for m in p.mentions
                if nxt.start <= m.start < min(nxt.end, nxt.start + reach)
            )
            for at, key in here[: 2 if both else 1]:
                person = next((p for p in self.grown if p.id == key), None)
                if person is not None and self._opens_as(person, at, "" if both else kin.lower()):
                    self._take(person, person.mentions[0], f"'{kin.lower()}' in the sentence before")

    def _the_suspect(self, after: int, word: str) -> None:
        """ "... arrested a woman for burning her niece. The suspect, X": the only one so introduced."""
        here = {
            p.id: (p, m)
            for p in self.grown
            for m in p.mentions
            if m.start >= after and self.re["the_suspect"].search(self.scene.left(m.start, 60))
        }
        if len(here) != 1:
            return
        p, m = next(iter(here.values()))
        gender = next((r.gender for r in self.scene.refs.refs if r.person is p and r.gender), "")
        known = self.scene.refs.gender_of(word)
        if p.id not in self.found and p.pseudonym is None and not (gender and known and gender != known):
            self._take(p, m, "the child is said to be theirs")

    def _names_grown_up(self, s: Span) -> bool:
        """Whether the sentence names somebody who is no child; "in Dong Nai" names nobody."""
        return any(
            r.role != "child"
            and r.person is not None
            and r.person.mentions
            and not self.re["placed"].search(self.scene.left(r.start, 14))
            for r in self.scene.refs.within(s.start, s.end)
        )

    def _opens_as(self, p: Person, at: int, kin: str) -> bool:
        """A full name of nobody in office and of the gender that the word before tells."""
        m = next(m for m in p.mentions if m.start == at)
        if " " not in self.text[m.start : m.end] or p.pseudonym is not None or p.id in self.found:
            return False
        if re.match(r"[^\n]{25}", self.text[m.end :]) is None or self.scene.left(m.start, 4).lower().endswith(
            "by "
        ):
            return False  # a byline
        beside = re.findall(r"[\w-]+", self.text[m.end : m.end + 40].lower())[:5]
        gender = next((r.gender for r in self.scene.refs.refs if r.person is p and r.gender), "")
        word = self.scene.refs.gender_of(kin)
        apart = bool(gender and word and gender != word) or any(w in self.scene.roles for w in beside)
        return not (apart or self.office(m) or self._role_before(m.start)) and not self.re["placed"].search(
            self.scene.left(m.start, 14)
        )
