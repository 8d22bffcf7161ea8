"""Family told right beside a word for it: in a list, in apposition, behind a comma."""

from __future__ import annotations

from .... import lazy_re as re
from ...model import Evidence, Person
from .of_whom import OfWhom


class Beside(OfWhom):
    """A word of kinship in the same stretch as the name."""

    def _listed(self, person: Person) -> Evidence | None:
        """ "The parents — the railwayman X and the teacher Y": all whom a word for many kinsfolk is followed by."""
        for w in self.reader.words:
            if w.kind not in ("kin", "noun") or w.weight >= 0 or not w.plural or w.known.cases_last:
                continue
            if w.kind == "noun" and not w.known.detail("relative", "couples").match(self.text.text, w.start):
                continue
            s = self._sentence(w.start)
            at, opened = w.end, False
            named = [(m, p) for p in self.story.people for m in p.mentions if w.end <= m.start < s.end]
            for m, p in sorted(named, key=lambda x: x[0].start):
                gap = self.text.text[at : m.start]
                if len(gap.split()) > 5 or any(
                    self._says_something(at + x.start()) for x in re.finditer(r"[^\W\d_]+", gap)
                ):
                    break
                # the child whose parents they are
                opened = (
                    opened or p.kind == "child" or re.search(r"[—–:-]", gap) is not None or not gap.strip()
                )
                if p.kind != "child" and not opened:
                    break
                if p is person:
                    return Evidence(w.start, w.end, "family of the child")
                at = m.end
        return None

    def _apposed(self, person: Person) -> Evidence | None:
        """ "The father of eight-year-old Liza, Roman": the name behind a comma, whose kin he is between."""
        for m in person.mentions:
            s = self._sentence(m.start)
            for w in self.reader.words:
                if w.kind != "kin" or w.plural or w.weight > 0 or w.known.cases_last or self._of_others(w):
                    continue
                if not s.start <= w.start < w.end < m.start <= w.end + 80:
                    continue
                gap = self.text.text[w.end : m.start]
                between = re.fullmatch(r"(\s+[^,.;:()«»—–]{1,50}),\s*(?:[\w«»\"-]+\s+){0,5}", gap)
                if (
                    between is None
                    or any(self._says_something(w.end + x.start()) for x in re.finditer(r"[^\W\d_]+", gap))
                    or self._named_in(w.end + len(between[1]), m.start)
                ):
                    continue
                owners = [p for p in self.story.people for n in p.mentions if w.end < n.start < m.start]
                office = any(
                    x.kind == "role" and w.end < x.start < w.end + len(between[1]) for x in self.reader.words
                )
                if (not office or owners) and all(p.kind != "adult" or p in self for p in owners):
                    return Evidence(w.start, w.end, "family of the child")
        return None

    def _behind_comma(self, person: Person) -> Evidence | None:
        """ "The elder sister, at a university in Astana, Gulsim": the name behind a comma and what its bearer does,
        where the word of kinship is a subject."""
        for m in person.mentions:
            s = self._sentence(m.start)
            for w in self.reader.words:
                if w.kind != "kin" or w.plural or not w.known.cases_last or not s.start <= w.start < m.start:
                    continue
                gap = self.text.text[w.end : m.start]
                whole = re.fullmatch(r",\s+(?:[^\s,.;:()–—]+\s+){1,7}", gap)
                raw = self.text.text[w.start : w.end]
                if (
                    whole
                    and w.weight <= 0
                    and not w.known.case_of(raw)
                    and not self._named_in(w.end, m.start)
                ):
                    return Evidence(w.start, w.end, "family of the child")
        return None

    def _of_interview(self, person: Person) -> Evidence | None:
        """ "«I will not part my two children»": the quotation of a headline is that of whoever is named first, soon."""
        first = next(iter(self.story.draft.blocks), None)
        named = next((p for _, p in self.places if p.kind != "child" and p.mentions), None)
        if first is None or first.kind != "headline" or named is not person:
            return None
        known = self.text.regions.at(first.span.start)
        if not known.people.get("my_child") or self.text.sentence(person.mentions[0].start) > 2:
            return None
        for quote in re.finditer(r"[«“„\"][^«»“”„\"\n]+[»”“\"]", self.text.text[: first.span.end]):
            if own := known.whole("my_child").search(self.text.text, quote.start(), quote.end()):
                return Evidence(own.start(), own.end(), "family of the child")
        return None

    def _grown_child(self, person: Person) -> Evidence | None:
        """ "Brought the elder daughter of his first marriage, 20-year-old Alina"."""
        if person.kind != "adult" or self._office(person):
            return None
        first = person.mentions[0]
        s = self._sentence(first.start)
        for w in self.reader.words:
            if w.kind != "kin" or w.weight < 0 or w.plural or not s.start <= w.start < first.start:
                continue
            gap = self.text.text[w.end : first.start]
            apart = re.fullmatch(r"[^,.;:()«»—–]{1,40},\s*\d\d-[^\W\d_]+\s+", gap)
            if apart and not self._named_in(w.end, first.start) and not self._of_stranger(w, person):
                return Evidence(w.start, w.end, "family of the child")
        return None
