"""Family told by no word of kinship beside the name: by what was done for the child, a wife, a household, own words."""

from __future__ import annotations

from .... import lazy_re as re
from ....spans import Span
from ...model import Evidence, Person
from ..names import Name
from ..people import Word
from .ground import Ground

_GIVEN_AWAY = frozenset({"adoption", "custody"})
_PARENT = 22  # years; whoever is younger has no child at school


class Told(Ground):
    """What is told of somebody, in whatever words."""

    def _parental(self, person: Person) -> Evidence | None:
        """ "X does not do what a parent must", "take X's parental rights away"."""
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            s = self._sentence(m.start)
            told = known.whole("parental").search(self.text.text, m.end, min(s.end, m.end + 40))
            if told and not self._office(person) and not self._named_in(m.end, told.start()):
                return Evidence(told.start(), told.end(), "family of the child")
        return None

    def _partner(self, person: Person) -> Evidence | None:
        """ "X and his wife Y adopted the boy", where Y is family; "the couple X and Y" named so behind both."""
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            if (wed := self._married(m)) is not None:
                return wed
            if not known.has("relative", "partners") or self._office(person):
                continue
            told = known.detail("relative", "partners").match(self.text.text, m.end + 1)
            other = told and next(
                (p for p in self.story.people for x in p.mentions if x.start == told.end() + 1), None
            )
            if told and other is not None and other in self:
                return Evidence(told.start(), told.end(), "family of the child")
            s = self._sentence(m.start)
            both = known.detail("relative", "called_couple").search(
                self.text.text, m.end, min(s.end, m.end + 60)
            )
            if both and not re.search(r"[,.;:]", self.text.text[m.end : both.start()]):
                return Evidence(both.start(), both.end(), "family of the child")
        return None

    def _of_the_story(self, person: Person) -> Evidence | None:
        """ "X was driving her children to their grandmother's", "the court is on X's side. Only the daughter is gone":
        one in full, of whom no word says who that is, and whose children the same sentence or the next tells of. Not
        where the draft names a parent of that sex, or X does something to a child."""
        names = list(self._names([person]))
        known, gender = names[0].known, self.reader.gender(person)
        cues = [c for c in self._cues_of.get(person.id, ()) if c.weight]
        if known.cases_last or gender == "any" or any(c.kind != "age" or c.weight > 0 for c in cues):
            return None
        if any(c.years is not None and c.years < _PARENT for c in cues):
            return None
        if self._office(person) or not any(n.given and (n.surnames or n.words("patronymic")) for n in names):
            return None
        parents = known.whole("parents")
        for p, e in self.who:
            if self.reader.gender(p) == gender and parents.fullmatch(self.text.text[e.start : e.end]):
                return None
        for m in person.mentions:
            s = self._sentence(m.start)
            after = self.text.sentences[min(self.text.sentence(m.start) + 1, len(self.text.sentences) - 1)]
            end = s.end if "\n\n" in self.text.text[s.end - 1 : after.start + 1] else after.end
            if any(
                frame == "done_to" and p.search(self.text.text, s.start, s.end)
                for p, _, frame in known.situations
            ):
                return None
            others = [
                x.start
                for p in self.story.people
                if p.kind != "child" and p is not person
                for x in p.mentions
            ]
            strangers = [w.start for w in self.reader.words if w.weight < 0 and w.kind in ("role", "noun")]
            if any(s.start <= at < end for at in (*others, *strangers)):
                continue
            own = known.whole("own_children").search(self.text.text, s.start, end)
            if own and not self._whose_else(own.start(), gender):
                return Evidence(own.start(), own.end(), "family of the child")
        return None

    def _whose_else(self, at: int, gender: str) -> bool:
        """Whether the word before says that they are somebody's of the other sex."""
        other = "m" if gender == "f" else "f"
        return (
            self.text.regions.at(at).whole(f"pronouns.{other}").fullmatch(self._word_before(at)) is not None
        )

    def _married(self, name: Span) -> Evidence | None:
        """ "X was married to Y", where one of them is family."""
        known = self.text.regions.at(name.start)
        s = self._sentence(name.start)
        for v in known.whole("married").finditer(self.text.text, s.start, s.end):
            first = [p for at, p in self.places if s.start <= at < v.start()]
            second = next(
                ((x, p) for p in self.story.people for x in p.mentions if 0 < x.start - v.end() <= 2), None
            )
            if second is None or not first:
                continue
            pair = (first[-1], second[1])
            mine = [p for p in pair if any(x == name for x in p.mentions)]
            if mine and any(p in self for p in pair if p is not mine[0]):
                return Evidence(v.start(), v.end(), "family of the child")
        return None

    def _took_in(self, person: Person) -> Evidence | None:
        """ "The boy was adopted by X", "X took the children away from their mother"."""
        if not any(x.kind in _GIVEN_AWAY for x in self.story.situations):
            return None
        if self._office(person) and not self.surnames() & self._surnames([person]):
            return None  # the police take children away too
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            if not known.has("relative", "takes_in"):
                continue
            s = self._sentence(m.start)
            for v in known.detail("relative", "takes_in").finditer(self.text.text, s.start, s.end):
                end = max(v.start(), m.start)
                inner = min(v.end(), m.end)
                if end - inner <= 60 and not any(
                    inner <= x.start < end
                    for p in self.story.people
                    if p.kind != "child" and p is not person
                    for x in p.mentions
                ):
                    return Evidence(v.start(), v.end(), "takes the child in")
        return None

    def _bereft(self, person: Person) -> Evidence | None:
        """ "They took four children from the Dosanovs", "the X-s' son was taken away"."""
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            row = next((r for r in self.reader.rows() if any(n.start == m.start for n in r)), None)
            if known.cases_last or row is None:
                continue
            before = self.text.text[max(0, row[0].start - 10) : row[0].start]
            s = self._sentence(m.start)
            told = known.detail("relative", "taken_from").search(self.text.text, s.start, s.end)
            child = any(
                w.weight > 0 and w.kind in ("noun", "kin", "age") and s.start <= w.start < s.end
                for w in self.reader.words
            )
            if told and child and re.search(r"(?<!\w)[уУ]\s+$", before) and not self._office(person):
                return Evidence(told.start(), told.end(), "family of the child")
        return None

    def _has_child(self, person: Person) -> Evidence | None:
        """ "X brings the child up alone", "X is the girl's uncle", "the son of the late X": said of a name in Russian,
        whose endings tell who does it."""
        if self._office(person):
            return None
        for n in self._names([person]):
            if n.known.cases_last:
                continue
            if (told := self._does_for_child(n) or self._elder_child(n, person)) is not None:
                return told
            if (whose := self._child_word_before(n)) is not None:
                return Evidence(whose.start, whose.end, "family of the child")
        return None

    def _elder_child(self, n: Name, person: Person) -> Evidence | None:
        """ "The eldest, 19-year-old X, is in the army", after a word for a family's children."""
        before = self.text.text[max(0, n.start - 50) : n.start]
        m = n.known.framed(r"(?<!\w)(", "which_of_them", r")\s*[,–—]\s*(?:[\w-]+\s+)?$").search(before)
        near = [w for w in self.reader.words if 0 < n.start - w.start < 200 and w.kind == "kin"]
        if m is None or person.kind != "adult" or not any(w.weight >= 0 for w in near):
            return None
        if any(w.kind == "noun" and w.weight < 0 and w.plural for w in self.reader.words):
            return None  # "three grown-up children"
        at = n.start - len(before)
        return Evidence(at + m.start(1), at + m.end(1), "family of the child")

    def _child_word_before(self, n: Name) -> Word | None:
        """ "The son of the late X": a word for somebody's child right before a name in the genitive."""
        w = next((w for w in reversed(self.reader.words) if w.end < n.start), None)
        cases = {c for _, c in n.forms}
        if w is None or w.kind != "kin" or w.weight <= 0 or "Gen" not in cases or "Nom" in cases:
            return None
        gap = self.text.text[w.end : n.start]
        adjectives = re.fullmatch(r"\s+(?:[^\W\d_]+\s+){0,2}", gap) and all(
            self.text.pos(w.end + x.start()) in ("ADJ", "VERB") for x in re.finditer(r"[^\W\d_]+", gap)
        )
        own = w.known.whole("own_child").fullmatch(self.text.text[w.start : w.end])
        return w if adjectives and own and self._ours(w) else None

    def _does_for_child(self, n: Name) -> Evidence | None:
        """ "X brings the child up", "X is the girl's uncle", in the clause of a name that may be its subject."""
        if n.forms and not any(c == "Nom" for _, c in n.forms):
            return None
        start, end = self.reader.clause_around(n)
        text = self.text.text
        near = [w for w in self.reader.words if start <= w.start < end]
        raises = n.known.whole("raises").search(text, start, end)
        one = any(
            w.weight > 0 and w.kind in ("noun", "kin") and (not w.plural or self._ours(w)) for w in near
        )
        counted = any(m for m in n.known.detail("relative", "of_many").finditer(text, start, end))
        if raises is not None and not text[n.end : raises.start()].strip():
            counted = False  # "X brings four children up" is what the draft tells, no remark on who X is
            one = one or any(w.weight > 0 for w in near)
        if raises and one and not counted:
            return Evidence(raises.start(), raises.end(), "family of the child")
        kin = n.known.whole("is_kin").search(text, n.end, end)
        if kin and any(w.kind == "kin" and w.weight <= 0 and w.start > kin.start() for w in near):
            return Evidence(kin.start(), kin.end(), "family of the child")
        return None

    def _own_words(self, person: Person) -> Evidence | None:
        """ "– My grandson …, – says X": whoever speaks of a child as their own, and holds no office."""
        if self._office(person):
            return None
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            line = self.text.line_before(m.start)
            said = list(known.whole("speech").finditer(line))
            if not known.people.get("my_child"):
                continue
            if words := self._in_quotation_after(m) or self._names_own(line, m.start - len(line)):
                return words
            if not said:
                continue
            if re.fullmatch(r"[ ,–—-]*(?:[^\s,.;:()–—]+ ){0,7}", line[said[-1].end() :]) is None:
                continue  # "… says | the welder at «X» | Y"
            at = max(line.rfind(". –"), line.rfind(". —"), 0)
            own = known.whole("my_child").search(line, at) or known.whole("child_opens").search(line, at)
            if own:
                start = m.start - len(line)
                return Evidence(start + own.start(), start + own.end(), "family of the child")
        return None

    def _names_own(self, line: str, at: int) -> Evidence | None:
        """ "«Our Amina was called away», – sobs into the receiver X": a child of the draft called one's own in the
        quotation right before who says it."""
        quote = re.search(r"[«“\"]([^«»“”\"\n]+)[»”\"]\s*,?\s*[–—-]\s*([^.!?\n«»]{0,60})$", line)
        if quote is None or self._named_in(at + quote.start(2), at + len(line)):
            return None
        known = self.text.regions.at(at)
        if known.cases_last or known.whole("speech").search(quote[2]) is None:
            return None
        for p in self.story.children:
            for m in (*p.mentions, *p.nominals):
                before = self._word_before(m.start)
                if at + quote.start(1) <= m.start < at + quote.end(1) and known.whole("ours").fullmatch(
                    before
                ):
                    return Evidence(m.start, m.end, "family of the child")
        return None

    def _in_quotation_after(self, name: Span) -> Evidence | None:
        """ "X still cannot believe it: «If only my child …»"."""
        known = self.text.regions.at(name.start)
        quote = re.compile(r"[^\n.!?«»:]{0,80}:\s*[«“\"]([^«»“”\"\n]+)").match(self.text.text, name.end)
        if quote is None or self._named_in(name.end, quote.start(1)):
            return None
        own = known.whole("my_child").search(self.text.text, quote.start(1), quote.end(1))
        return Evidence(own.start(), own.end(), "family of the child") if own else None

    def _household(self, person: Person) -> Evidence | None:
        """ "The Ospanovs' family took the boy in"."""
        for n in self._names([person]):
            if n.plural and (m := n.known.whole("family_words").match(self.text.text, n.end + 1)):
                return Evidence(m.start(), m.end(), "family of the child")
            before = self.text.text[max(0, n.start - 20) : n.start]
            for m in n.known.whole("family_before").finditer(before) if n.plural else ():
                if not before[m.end() :].strip():
                    at = n.start - len(before)
                    return Evidence(at + m.start(), at + m.end(), "family of the child")
        return None

    def _in_headline(self) -> list[tuple[Person, Evidence]]:
        """ "Mother left two children alone": who is named soon after with an age and nothing else is that mother."""
        first = next(iter(self.story.draft.blocks), None)
        if first is None or first.kind != "headline":
            return []
        for kin in self.reader.words:
            if kin.kind != "kin" or kin.weight >= 0 or kin.plural or self.text.sentence(kin.start) > 2:
                continue
            in_headline = kin.end <= first.span.end
            if kin.taken and not in_headline:
                continue
            for person in self.story.people:
                cues = [c for c in self._cues_of.get(person.id, ()) if c.weight]
                soon = person.mentions and self.text.sentence(person.mentions[0].start) <= 6
                told = (
                    cues
                    and any(c.kind == "age" for c in cues)
                    and all(c.kind == "age" or c.kind in ("noun", "role") for c in cues)
                )
                fits = kin.gender == "any" or self.reader.gender(person) in (kin.gender, "any")
                if soon and fits and person.kind == "adult" and told and not self._office(person):
                    return [(person, Evidence(kin.start, kin.end, "family of the child"))]
        return []
