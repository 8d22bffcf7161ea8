"""What is said of a named person as the subject or the object of a clause, wherever in it the words stand."""

from __future__ import annotations

import re

from ....spans import Span
from ..knowledge import ADULT
from ..names import Cue, Name
from ..patterns import value_of
from .ground import Ground
from .model import GRAVE, Cluster, Word

#: so many of the signs of a child's life must come together
_ENOUGH = 3


class SaidOf(Ground):
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
        keys = ["said_of_children"] if subject else []
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
                (m for m in known.whole("identified").finditer(before) if not before[m.end() :].strip(" –—")),
                None,
            )
            clusters = [c for n in row if (c := self.cluster_of(n)) is not None]
            if m is None or known.cases_last or any(c.kind != "unknown" for c in clusters):
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
            if w.weight < 0 and w.kind != "kin":
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
