"""Who is grown up by what the draft as a whole tells: its years and eras, the old age of a parent, the same name told
of as a grown-up's later on, a patronymic behind the short name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from .... import lazy_re as re
from ..knowledge import Knowledge
from ..names import Cue, Name
from ..patterns import value_of
from .grown_up import GrownUp
from .model import GREY, LONG_AGO, Cluster
from .since import Since

#: years; what happened since then is news
_RECENT = 15
#: between a short name and the whole one: "Vitya — now Viktor Petrovich"
_BETWEEN = re.compile(r"\s*[,–—(-]\s*(?:[–—-]\s*)?(?:[^\W\d_]+[,\s]+){0,3}")
_CLAUSE_END = re.compile(r"[,;:.!?–—»]")
_MANY = 3  # words of long ago, without a year
_GENERATION = 30  # years
_GROWN = 30  # years, of whom nothing but a grown-up's life is told


class Chronicle(GrownUp, Since):
    """Who is grown up by what the draft as a whole tells."""

    def _same_name_later(self) -> None:
        """ "Her son Anton cuts frames. Anton is thirty": a son or a daughter, of whom the age or the trade comes when
        the name does again."""
        for c in [c for c in self.clusters if c.kind == "child"]:
            known = c.names[0].known
            if known.cases_last or not (self._kin_alone(c) or self._noun_alone(c)):
                continue
            mine = {b for n in c.names for b in known.bases(n.parts[0][1])}
            for o in [o for o in self.clusters if o.kind == "adult" and o is not c and o.start > c.start]:
                if any(len(n.parts) > 1 for n in o.names) or not any(
                    mine & known.bases(n.parts[0][1]) for n in o.names
                ):
                    continue
                if o.names[0].sentence - c.names[-1].sentence > 3:
                    continue
                if any(self._grave(n) for n in (*c.names, *o.names)):
                    continue
                aged = any(k.kind == "age" and k.weight < 0 and k.years is not None for k in o.cues)
                role = any(
                    k.kind in ("role", "noun") and k.weight < 0 and k.start >= n.end
                    for n in o.names
                    for k in n.cues
                )
                role = role and self._kin_alone(c)
                parent = any(k.kind == "kin" and k.weight < 0 for k in o.cues)
                if (aged or role) and not parent:
                    c.names += o.names
                    self.clusters.remove(o)
                    self._in_order()
                    break

    @staticmethod
    def _kin_alone(c: Cluster) -> bool:
        signs = [k for k in c.cues if k.weight > 0]
        return (
            bool(signs)
            and all(k.kind in ("kin", "younger") for k in signs)
            and all(len(n.parts) == 1 for n in c.names)
        )

    @staticmethod
    def _noun_alone(c: Cluster) -> bool:
        """ "The boy was called X. X is forty now"."""
        signs = [k for k in c.cues if k.weight > 0]
        return (
            bool(signs) and all(k.kind == "noun" for k in signs) and all(len(n.parts) == 1 for n in c.names)
        )

    def _patronymic_behind(self) -> None:
        """ "The youngest, Vitya — Viktor Petrovich Lykov, now a judge": a short name, and behind it the whole one with
        a patronymic, as grown-ups are called."""
        for one, other in zip(self.names, self.names[1:], strict=False):
            if (
                one.known.cases_last
                or len(one.parts) > 1
                or not any("patronymic" in r for r, _ in other.parts)
            ):
                continue
            between = self.text.text[one.end : other.start]
            if not _BETWEEN.fullmatch(between) or not other.given:
                continue
            known = one.known
            short = known.bases(one.parts[0][1])
            whole = {b for w in other.given for b in known.bases(w)}
            if not (short & whole or known.full_names(short) & known.full_names(whole)):
                continue
            c = self.cluster_of(one)
            if (
                c is None
                or any(k.weight > 0 and k.kind in ("age", "grade") for k in c.cues)
                or self._grave(one)
            ):
                continue
            other_c = self.cluster_of(other)
            if other_c is not None and other_c is not c:
                if any(k.weight > 0 and k.kind in ("age", "grade") for k in other_c.cues):
                    continue
                c.names += other_c.names
                self.clusters.remove(other_c)
                self._in_order()
            one.cues.append(Cue(other.start, other.end, -9, "called as grown-ups are", "age", _GROWN))

    def _beside_grown(self) -> None:
        """ "The twins X and Y, both bald. Y is sixty", "with his sons X and Y. X teaches, Y sells": brothers and
        sisters told of together, one of whom is grown up."""
        for row in self._rows_of_kin():
            clusters = [c for n in row if (c := self.cluster_of(n)) is not None]
            grown = [
                c
                for c in clusters
                if c.kind == "adult"
                and any(k.weight > 0 or k.kind == "kin" for k in c.cues)
                and not any(k.kind == "kin" and k.weight < 0 for k in c.cues)
            ]
            for c in clusters if grown else ():
                young = c.kind == "child" and (self._kin_alone(c) or self._noun_alone(c))
                if young and not any(self._grave(n) for n in c.names):
                    k = next((k for k in grown[0].cues if k.weight < 0), c.cues[0])
                    c.names[0].cues.append(
                        Cue(k.start, k.end, -9, "a grown-up's brother or sister", "age", _GROWN)
                    )

    def _rows_of_kin(self) -> Iterator[list[Name]]:
        """Names in a row, with or without a word of kinship between them: "the son X and the daughter Y"."""
        yield from (r for r in self.rows() if len(r) > 1 and not r[0].known.cases_last)
        for one, other in zip(self.names, self.names[1:], strict=False):
            if one.known.cases_last or one.sentence != other.sentence:
                continue
            w = next(
                (w for w in self.words if w.end + 1 == other.start and w.kind == "kin" and w.weight > 0), None
            )
            if (
                w is not None
                and w.start > one.end
                and self._joins(self.text.text[one.end : w.start], one.known)
            ):
                yield [one, other]

    # -- chronicles
    def _of_a_chronicle(self) -> None:
        """Whoever is told of in the past only, beside years of long ago, in a draft whose years are of long ago."""
        if not self._chronicle:
            return
        for c in self.clusters:
            n = c.names[0]
            if n.known.cases_last or c.kind != "child" or any(k.kind == "grade" for k in c.cues):
                continue
            if all(self._told_of_old_days(o) for o in c.names):
                n.cues.append(Cue(n.start, n.end, -9, "long ago", "age", LONG_AGO + 1))

    def _years(self, known: Knowledge, start: int, end: int, key: str = "years_in_figures") -> Iterator[int]:
        for m in known.whole(key).finditer(self.text.text, start, end):
            if year := value_of(m, "year"):
                yield self.published - int(year)

    @cached_property
    def _chronicle(self) -> bool:
        known = self.clusters[0].names[0].known if self.clusters else None
        if known is None or not known.people.get("of_old_days"):
            return False
        text = self.text.text
        ago = [*self._years(known, 0, len(text)), *self._years(known, 0, len(text), "decades")]
        old, new = sum(y > LONG_AGO for y in ago), sum(y <= _RECENT for y in ago)
        words = {m.group().lower()[:6] for m in known.whole("of_old_days").finditer(text)}
        return old + len(words) >= (2 if old else _MANY) and old + len(words) > new

    def _told_of_old_days(self, n: Name) -> bool:
        """No word, verb or year of today in the sentence, and nothing grave."""
        text, known = self.text.text, n.known
        s = self.text.sentences[n.sentence]
        if known.whole("now_words").search(text, s.start, s.end) or known.whole("days_of_week").search(
            text, s.start, s.end
        ):
            return False
        if self._of_present(s.start, s.end):
            return False
        if any(y <= _RECENT for y in self._years(known, s.start, s.end)):
            return False
        return not self._grave(n)

    def _of_present(self, start: int, end: int) -> bool:
        """A verb in the present, not in what is quoted."""
        text = self.text.text
        line = text.rfind("\n", 0, start) + 1
        return any(
            self.text.pos(i) == "VERB"
            and self.text.morph(i, "Tense") in ("Pres", "Fut")
            and self.text.morph(i, "VerbForm") != "Part"
            and text.count("«", line, i) <= text.count("»", line, i)
            for i in self._offsets(start, end)
        )

    # -- memories
    def _of_childhood(self) -> None:
        """ "I was six, my brother Slava nine. … Slava is a grandfather himself": in what somebody remembers, where a
        year or a word tells that it was a generation ago."""
        known = self.clusters[0].names[0].known if self.clusters else None
        if known is None or known.cases_last or not known.people.get("first_person"):
            return
        text = self.text.text
        dated = any(y > _GENERATION for y in self._years(known, 0, len(text)))
        for c in self.clusters:
            n = c.names[0]
            if c.kind != "child" or any(self._grave(o) and self._now_told(o) for o in c.names):
                continue
            grown = any(self._grown_by_now(o) for o in c.names)
            if not (grown or dated):
                continue
            told = [k for k in c.cues if k.weight > 0]
            at = [self.text.sentences[self.text.sentence(k.start)] for k in told]
            if (
                told
                and all(k.kind != "parent" for k in told)
                and all(
                    known.whole("first_person").search(text, s.start, s.end)
                    and self._past_tense(s.start, s.end)
                    and not self._of_present(s.start, s.end)
                    and not known.whole("days_of_week").search(text, s.start, s.end)
                    for s in at
                )
            ):
                n.cues.append(Cue(n.start, n.end, -9, "long ago", "age", LONG_AGO + 1))

    def _grown_by_now(self, n: Name) -> bool:
        """ "Slava is a grandfather himself now": said of the subject, not "now grandmother brings Slava up"."""
        if not any(case == "Nom" for _, case in n.forms):
            return False
        end = self.text.sentences[n.sentence].end
        m = n.known.whole("grown_by_now").search(self.text.text, n.end, end)
        return m is not None and not self._verb_in(n.end, m.start()) and not self._verb_in(m.end(), end, True)

    def _verb_in(self, start: int, end: int, clause: bool = False) -> bool:
        """Whether a finite verb stands in a stretch, or in what of it belongs to the same clause."""
        stop = _CLAUSE_END.search(self.text.text, start, end) if clause else None
        for i in self._offsets(start, stop.start() if stop else end):
            if clause and self.text.pos(i) == "CCONJ":
                return False
            if self.text.pos(i) == "VERB" and self.text.morph(i, "VerbForm") == "Fin":
                return True
        return False

    def _now_told(self, n: Name) -> bool:
        s = self.text.sentences[n.sentence]
        return n.known.whole("now_words").search(self.text.text, s.start, s.end) is not None

    # -- sons and daughters of the old
    def _of_grey_parents(self) -> None:
        """ "Viktor is sixty-four. … His sons talk on the radio: Andrei leads": sons and daughters of whom nothing else
        tells that they are children, where the only ages of the draft are of the old and of the grown up."""
        ages = [w for w in self.words if w.kind == "age"]
        if not any((w.years or 0) >= GREY for w in ages) or any(w.weight > 0 for w in ages):
            return
        if any(w.kind == "grade" or (w.kind == "noun" and w.weight > 0 and not w.plural) for w in self.words):
            return
        for c in self.clusters:
            n = c.names[0]
            if n.known.cases_last or c.kind != "child" or not self._kin_alone(c):
                continue
            if any(self._grave(o) for o in c.names):
                continue
            kin = [k for k in c.cues if k.weight > 0]
            if all(self._generation(k, n) == GREY for k in kin):
                n.cues.append(
                    Cue(kin[0].start, kin[0].end, -9, "of the family of somebody old", "age", _GROWN)
                )
