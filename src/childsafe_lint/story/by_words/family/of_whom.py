"""Of whom a word of kinship beside a name is said: of the child, of a stranger, of an office."""

from __future__ import annotations

from .... import lazy_re as re
from ...model import Evidence, Person
from ..names import Cue, Name
from ..patterns import value_of
from ..people import Word
from .ground import Ground

_AFTER_NAME = re.compile(r"\s*,\s*(?:\d\d\s*[^\W\d_]+\s*,\s*)?(?:[^\W\d_]{2,5}\s+){0,2}$")


class OfWhom(Ground):
    """A word of kinship, and whose it is."""

    def _kin(self, person: Person) -> Evidence | None:
        """A word of kinship beside the name, not said to be another grown-up's ("his wife Galia")."""
        if self._cleric(person):
            return None
        for n in self._names([person]):
            for cue in n.cues:
                if (
                    cue.kind == "kin"
                    and not self._some_parent(person)
                    and not self._honorific(cue, n, person)
                    and not self._other_sex(cue, n, person)
                    and not self._of_stranger(cue, person)
                ):
                    return Evidence(cue.start, cue.end, "family of the child")
        return None

    def _honorific(self, cue: Cue, name: Name, person: Person) -> bool:
        """ "The elder of the village, Marat ata": a word of kinship behind the name of somebody in office."""
        if not name.known.cases_last:  # "aunt Valya, shop assistant"
            called = name.known.whole("honorific_kin").fullmatch(self.text.text[cue.start : cue.end])
            alone = len(name.parts) == 1 and cue.end + 1 == name.start
            owned = name.known.whole("possessives").fullmatch(self._word_before(cue.start))
            stranger = any(c.kind == "role" for c in name.cues) or any(
                len(n.parts) > 1 and n.start < name.start and not any(c.kind == "kin" for c in n.cues)
                for n in self._names([person])
            )  # whom the draft has named in full before a child calls him uncle
            return bool(called) and alone and not owned and stranger
        return cue.start >= name.end and self._office(person)

    def _other_sex(self, cue: Cue, name: Name, person: Person) -> bool:
        """ "Kim's grandmother" in a language where no more than the ending tells it from "grandmother Kim"."""
        if name.known.cases_last or cue.end > name.start or not name.forms:
            return False
        w = self._word(cue)
        case = self.text.morph(cue.end - 1, "Case")
        others = [n for n in self._names([person]) if n is not name and n.given]
        return (
            w is not None
            and w.gender in ("f", "m")
            and case == "Nom"
            and bool(others)
            and all(g != w.gender for n in others for g, _ in n.forms)
        )

    def _cleric(self, person: Person) -> bool:
        """ "The prior, father Panteleimon": a title, where the sentence speaks of a church."""
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            if not known.has("relative", "clergy"):
                return False
            title = known.detail("relative", "clergy_titles")
            s = self._sentence(m.start)
            before = self.text.text[max(s.start, m.start - 12) : m.start].rstrip()
            if any(t.end() == len(before) for t in title.finditer(before)) and known.detail(
                "relative", "clergy"
            ).search(self.text.text[s.start : s.end]):
                return True
        return False

    def _of_stranger(self, cue: Cue | Word, person: Person) -> bool:
        """Whether the words around say that it is the kin of a grown-up who is no family."""
        known = self.text.regions.at(cue.start)
        before = re.search(r"([^\W\d_]+)\s+$", self.text.text[max(0, cue.start - 15) : cue.start])
        if known.cases_last:  # "the inspector's wife Galia"
            if self._other_childs(cue, person) or self._couple_of(cue) or self._of_another(cue, person):
                return True
            owner = next((w for w in self.reader.words if before and w.end == cue.start - 1), None)
            return (
                owner is not None
                and owner.kind == "role"
                and known.case_of(self.text.text[owner.start : owner.end]) == "Gen"
            )
        whose = self._owner_after(cue, person)
        if whose is not None:
            return whose.kind == "adult" and whose not in self
        if (
            self._of_others(cue)
            or self._of_office(cue)
            or self._biography(cue, person)
            or self._one_of_many(cue)
        ):
            return True
        gender = next(
            (g for g in ("f", "m") if before and known.whole(f"pronouns.{g}").fullmatch(before[1])), None
        )
        if gender is None:
            return cue.weight >= 0 and self._last_is_stranger(cue, person)
        last = [
            p
            for at, p in self.places
            if at < cue.start and p is not person and self.reader.gender(p) in (gender, "any")
        ]
        if not last or last[-1].kind == "child" or last[-1] in self:
            return False
        return last[-1].kind == "adult" or self._office(last[-1])

    def _of_another(self, cue: Cue | Word, person: Person) -> bool:
        """ "The neighbour X and his father Y", "he and his father": the kin of whoever does something there, where
        that is a stranger to the child. Whose it is, stands right before."""
        known = self.text.regions.at(cue.start)
        before = re.search(r"([^\W\d_]+)\s+$", self.text.text[max(0, cue.start - 15) : cue.start])
        last = [(at, p) for at, p in self.places if at < cue.start and p is not person]
        if not last or before is None:
            return False
        owner = last[-1][1]
        beside = any(m.end == cue.start - 1 for m in owner.mentions)
        if not beside and not known.whole("his_own").fullmatch(before[1]):
            return False
        stranger = beside or owner.kind == "adult" or self._office(owner)
        return stranger and owner.kind != "child" and owner not in self

    def _couple_of(self, cue: Cue | Word) -> bool:
        """ "X and his wife Y took three children in": the kin of whoever is named right before, who is no family."""
        before = re.search(r"\s+([^\W\d_]+)\s+$", self.text.text[max(0, cue.start - 10) : cue.start])
        known = self.text.regions.at(cue.start)
        if before is None or before[1] not in known.words("and"):
            return False
        end = cue.start - len(before[0])
        owner = next((p for p in self.story.people for m in p.mentions if m.end == end), None)
        return owner is not None and owner.kind != "child" and owner not in self

    def _other_childs(self, cue: Cue | Word, person: Person) -> bool:
        """ "A classmate's mother"; "X, a father of three", where the draft has not three children."""
        known = self.text.regions.at(cue.start)
        before = self.text.text[max(0, cue.start - 40) : cue.start]
        if any(not before[m.end() :].strip() for m in known.whole("others_child").finditer(before)):
            return True
        for m in known.whole("of_many").finditer(before):
            number = known.number(value_of(m, "n") or "")
            if before[m.end() :].strip() or number is None or cue.end > person.mentions[0].start:
                continue
            others = (
                known.number(value_of(x, "n") or "")
                for x in known.whole("many_children").finditer(self.text.text)
                if not cue.start - 40 <= x.start() < cue.start
            )
            return number not in (len(self.story.children), *others)
        return False

    def _owner_after(self, cue: Cue | Word, person: Person) -> Person | None:
        """ "The mother of the late Aidar": whoever is named right behind, adjectives aside."""
        for p in self.story.people:
            for m in p.mentions:
                gap = self.text.text[cue.end : m.start] if p is not person and m.start > cue.end else "x"
                if len(gap) > 30 or not re.fullmatch(r"\s+(?:[^\W\d_]+\s+){0,2}", gap):
                    continue
                if all(self.text.pos(cue.end + w.start()) == "ADJ" for w in re.finditer(r"[^\W\d_]+", gap)):
                    return p
        return None

    def _of_office(self, cue: Cue | Word) -> bool:
        """ "The inspector's wife", whose work stands behind in the genitive."""
        return any(
            w.kind == "role" and w.start == cue.end + 1 and self.text.morph(w.start, "Case") == "Gen"
            for w in self.reader.words
        )

    def _one_of_many(self, cue: Cue | Word) -> bool:
        """ "One of the parents, X": of no particular child, unless it is said of whose behind the word."""
        before = self.text.text[max(0, cue.start - 20) : cue.start]
        known = self.text.regions.at(cue.start)
        among = any(
            not before[m.end() :].strip() for m in known.detail("relative", "one_of_many").finditer(before)
        )
        whose = any(
            0 < w.start - cue.end <= 25 and w.weight > 0 and w.kind != "age" for w in self.reader.words
        )
        return among and not whose

    def _biography(self, cue: Cue | Word, person: Person) -> bool:
        """ "X, a father of three": says who X is, not whose father."""
        known = self.text.regions.at(cue.start)
        return (
            known.has("relative", "of_many")
            and known.detail("relative", "of_many").match(self.text.text, cue.end + 1) is not None
            and any(_AFTER_NAME.fullmatch(self.text.text[m.end : cue.start]) for m in person.mentions)
        )

    def _last_is_stranger(self, cue: Cue | Word, person: Person) -> bool:
        """A son or a nephew is that of the one spoken of before in the sentence."""
        s = self._sentence(cue.start)
        before = [(at, p) for at, p in self.places if at < cue.start and p is not person]
        last = [(at, p) for at, p in before if at >= s.start]
        known = self.text.regions.at(cue.start)
        for gender in ("f", "m"):
            for m in known.whole(f"pronouns.{gender}").finditer(self.text.text, s.start, cue.start):
                fits = [p for at, p in before if at < m.start() and self.reader.gender(p) in (gender, "any")]
                last += [(m.start(), fits[-1])] if fits else []
        whose = max(last, key=lambda x: x[0])[1] if last else None
        return whose is not None and whose.kind == "adult" and whose not in self

    def _some_parent(self, person: Person) -> bool:
        """ "A parent by the name of X … does not want her son beside the girl": of another child."""
        return any(
            n.known.whole("some_parent").fullmatch(self.text.text[c.start : c.end])
            for n in self._names([person])
            for c in n.cues
        )
