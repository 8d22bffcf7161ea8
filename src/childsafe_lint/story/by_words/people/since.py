"""Who was a child decades ago and is grown up now, and who lives only in the book or play under review."""

from __future__ import annotations

from functools import cached_property

from .... import lazy_re as re
from ..knowledge import Knowledge
from ..names import Cue, Name
from ..patterns import value_of
from .model import GRAVE, LONG_AGO, VERY_OLD, Cluster, Word
from .of_old import OfOld

_GENERATION = 20  # years; whoever was born before that is grown up
_GROWN_SINCE = 30  # years; whoever was a child before that is grown up now
_KINDS_OF_REVIEW = ("review_works", "review_makers", "review_public", "review_craft")
_STOPS = re.compile(r"\s*[,.;:–—]")
#: "X and Y, 1950" under a photograph
_CAPTION = re.compile(r"(?:\s+[^\W\d_]+\s+[^\W\d_]+)?,\s+((?:19|20)\d\d)(?!\w)")
_LAST_WORD = re.compile(r"[^\W\d_]+$")


class Since(OfOld):
    """Who was a child decades ago and is grown up now, and who lives only in the book or play under review."""

    # -- reviews
    def _of_a_review(self) -> None:
        """A review tells its plot in the present; who is played, quoted or told of in the past may be real."""
        for c in self.clusters:
            n = c.names[0]
            if n.known.cases_last or c.kind != "child" or any("patronymic" in r for r, _ in n.parts):
                continue
            if not (self._review or self._in_work(n)):
                continue
            if any(self._real_in_review(o) or self._grave(o) for o in c.names):
                continue
            if self._in_plot(n):
                n.cues.append(Cue(n.start, n.end, -6, "a character", "age", LONG_AGO + 1))

    @cached_property
    def _review(self) -> bool:
        if not self.clusters or not any(c.kind == "child" for c in self.clusters):
            return False
        known, text = self.clusters[0].names[0].known, self.text.text
        if not known.people.get("review_works") or known.whole("not_invented").search(text):
            return False
        kinds = [{m.group().lower()[:5] for m in known.whole(k).finditer(text)} for k in _KINDS_OF_REVIEW]
        return bool(kinds[0]) and sum(map(bool, kinds)) > 2 and sum(map(len, kinds)) > 4

    def _in_work(self, n: Name) -> bool:
        """ "In the novel the boy X loses his father": a work opens the sentence."""
        if not n.known.people.get("in_works") or len(n.parts) > 1:
            return False
        s = self.text.sentences[n.sentence]
        text, known = self.text.text, n.known
        if (
            known.whole("works_of_fact").search(text, s.start, s.end)
            or known.whole("witnesses").search(text, n.end, s.end)
            or known.whole("not_invented").search(text)
        ):
            return False  # "In the book of complaints the girl X …", "in the film X tells how she was beaten"
        m = n.known.whole("in_works").search(self.text.text, s.start, n.start)
        return m is not None and not re.search(r"[^\W_]", self.text.text[s.start : m.start()])

    def _real_in_review(self, n: Name) -> bool:
        """On the stage, among pupils, or named in a sentence of today."""
        s = self.text.sentences[n.sentence]
        text = self.text.text
        return any(
            n.known.whole(k).search(text, s.start, s.end) for k in ("performers", "now_words", "not_invented")
        ) or any(
            self.text.morph(i, "Person") == "1" and not self._in_dialogue(s.start)
            for i in self._offsets(s.start, s.end)
        )

    def _in_dialogue(self, at: int) -> bool:
        line = self.text.text[self.text.text.rfind("\n", 0, at) + 1 :]
        return re.match(r"\s*[–—-]\s", line) is not None

    def _in_plot(self, n: Name) -> bool:
        """Told in the present, without a verb in the past, where first named."""
        s = self.text.sentences[n.sentence]
        tenses = {
            self.text.morph(i, "Tense")
            for i in self._offsets(s.start, s.end)
            if self.text.pos(i) in ("VERB", "AUX") and self.text.morph(i, "VerbForm") != "Part"
        }
        return "Pres" in tenses and not self._in_dialogue(s.start)

    # -- decades ago
    def _grown_since(self) -> None:
        """A child only at a date decades ago, and the brothers and sisters told beside it."""
        old: list[Cluster] = []
        young = [
            c for c in self.clusters if c.kind == "child" and c.names and not c.names[0].known.cases_last
        ]
        if not young or not self._old_dates:
            return
        for c in young:
            if self._was_child(c) or self._born_long_ago(c):
                old.append(c)
        for c in young if old else ():
            if c not in old and self._beside_old(c, old):
                old.append(c)
        for c in old:
            n = c.names[0]
            n.cues.append(Cue(n.start, n.end, -6, "long ago", "age", LONG_AGO + 1))

    @cached_property
    def _old_dates(self) -> list[tuple[int, int, bool]]:
        """Dates in order: where they stand, and whether whoever was a child then is grown up."""
        out: list[tuple[int, int, bool]] = []
        for m, known in self.text.regions.find(lambda k: k.whole("years_in_figures")):
            born = known.whole("births").match(self.text.text, m.start())  # whose year it is, told of today
            if not known.cases_last and not born and (year := value_of(m, "year")):
                out.append((m.start(), m.end(), self.published - int(year) > _GROWN_SINCE))
        for m, known in self.text.regions.find(lambda k: k.whole("years_in_words")):
            before = known.whole("dates_open").fullmatch(self._word_before(m.start()))
            first = m.group().split()[0].lower()  # "in spring forty-two": the season may be part of the date
            within = known.whole("dates_open").fullmatch(first)
            season = within and known.whole("decades_open").fullmatch(first) is None
            if season or ((before or within) and self.text.pos(m.end() + 1) != "NOUN"):
                out.append((m.start(), m.end(), True))
        if not any(old for *_, old in out):
            return []
        return sorted(out)

    def _date_of(self, at: int) -> tuple[int, int] | None:
        """The date that a sentence of the past goes on from, in its paragraph, if it is decades ago."""
        text = self.text.text
        own = self.text.sentences[self.text.sentence(at)]
        paragraph = text.rfind("\n", 0, at) + 1
        dates = [d for d in self._old_dates if paragraph <= d[0] < own.end]
        before = [d for d in dates if d[0] < at] or dates
        if not before or any(not old for _, _, old in dates):
            return None
        return before[-1][:2]

    def _was_child(self, c: Cluster) -> bool:
        """Every sign of a child is dated so, or the birth is."""
        signs = [k for k in c.cues if k.weight > 0]
        if not signs or any(k.kind == "grade" for k in signs):
            return False
        dated = [k for k in signs if self._then(self._named_by(c, k), k)]
        others = [k for k in signs if k not in dated]
        if not dated:
            return False
        if not any(k.kind == "age" for k in others) and any(self._born(c.names[0], k) for k in dated):
            return True
        return not others or (
            any(k.kind == "age" for k in dated) and all(self._told_of_then(c, k) for k in others)
        )

    def _born_long_ago(self, c: Cluster) -> bool:
        """ "They married in 1961. There X and Y were born. The son X drives a lorry": of kin only, whose birth is
        dated, or under a photograph with its year."""
        signs = [k for k in c.cues if k.weight > 0]
        if not all(k.kind in ("kin", "younger", "parent") for k in signs) or any(
            self._grave(n) for n in c.names
        ):
            return False
        for n in c.names:
            s = self.text.sentences[n.sentence]
            born = n.known.whole("born_then").search(self.text.text, s.start, n.start)
            if born and not self._now(n, s.start, s.end) and self._date_of(s.start + 1):
                return True
            m = _CAPTION.match(self.text.text, n.end)
            if m and self.published - int(m[1]) > _GROWN_SINCE:
                return True
        return False

    @staticmethod
    def _named_by(c: Cluster, k: Cue) -> Name:
        return next((n for n in c.names if k in n.cues), c.names[0])

    def _born(self, n: Name, k: Cue) -> bool:
        s = self.text.sentences[self.text.sentence(k.start)]
        return n.known.whole("born_then").search(self.text.text, s.start, s.end) is not None

    def _told_of_then(self, c: Cluster, k: Cue) -> bool:
        """Another sign, in a sentence that tells of the past and of nothing that is news."""
        s = self.text.sentences[self.text.sentence(k.start)]
        n = self._named_by(c, k)
        return not self._now(n, s.start, s.end) and not self._grave(n)

    def _then(self, n: Name, k: Cue) -> bool:
        text, known = self.text.text, n.known
        date = self._date_of(k.start)
        if date is None:
            return False
        own = self.text.sentences[self.text.sentence(k.start)]
        there = self.text.sentences[self.text.sentence(date[0])]
        if self._now(n, max(own.start, date[1]), own.end):
            return False
        if known.whole("born_then").search(text, own.start, own.end):
            return True
        if known.whole("dates_things").search(text, there.start, there.end):
            return False
        if there.start == own.start:
            return self._opens(known, date[0], there.start) and not (self._grave(n) and k.kind != "age")
        return self._past_tense(own.start, own.end) and not self._grave(n)

    def _opens(self, known: Knowledge, at: int, start: int) -> bool:
        """Whether a date stands at the head of a clause."""
        head = re.sub(r"[^\W\d_]+\s+$", "", self.text.text[start:at]).rstrip()
        last = _LAST_WORD.search(head)
        if last and known.whole("clause_opens").fullmatch(last.group()):
            head = head[: last.start()].rstrip()
        return not re.search(r"[^\W_]", head) or head[-1] in ":;,–—(«"

    def _past_tense(self, start: int, end: int) -> bool:
        return any(
            self.text.morph(i, "Tense") == "Past" and self.text.morph(i, "VerbForm") != "Part"
            for i in self._offsets(start, end)
        )

    def _now(self, n: Name, start: int, end: int) -> bool:
        return n.known.whole("now_words").search(self.text.text, start, end) is not None or any(
            self.text.morph(i, "Tense") in ("Pres", "Fut") and self.text.pos(i) == "VERB"
            for i in self._offsets(start, end)
        )

    def _beside_old(self, c: Cluster, old: list[Cluster]) -> bool:
        """ "Kira and three-year-old Lena were then sent …": in a sentence of the past with one who is old now."""
        text = self.text.text
        signs = [k for k in c.cues if k.weight > 0]
        if any(k.kind == "grade" for k in signs) or any(self._grave(n) for n in c.names):
            return False
        mates = {n.sentence for o in old for n in o.names}
        told = {n.sentence for n in c.names if n.cues} or {c.names[0].sentence}
        for i in told:
            s = self.text.sentences[i]
            if (
                i not in mates
                or not self._past_tense(s.start, s.end)
                or self._now(c.names[0], s.start, s.end)
            ):
                return False
            back = c.names[0].known.whole("back_then").search(text, s.start, s.end)
            if back is None and self._date_of(s.start + 1) is None:
                return False
        return True

    # -- what the very old remember
    def _young_of_now(self) -> None:
        """ "The pupil X … His grandfather is ninety. In 1942 he lost his father. «My X was quiet»": a year of long
        ago beside a later mention does not age who is called a pupil before, or whom harm befell now."""
        for c in self.clusters:
            if not c.names[0].known.cases_last:
                continue
            old = [n for n in c.names if any(k.reason == "long ago" for k in n.cues)]
            if old and any(
                (n.sentence < old[0].sentence and self._pupil_at(n)) or self._harmed_now(n) for n in c.names
            ):
                for n in old:
                    n.cues[:] = [k for k in n.cues if k.reason != "long ago"]

    def _harmed_now(self, n: Name) -> bool:
        """Something grave in a sentence that has a word for today, or an age without a verb of the past ("X is
        twelve, her mother beat her")."""
        s, text = self.text.sentences[n.sentence], self.text.text
        if n.known.whole("now_words").search(text, s.start, s.end) is None and not any(
            k.kind == "age" and k.weight > 0 and s.start <= k.start < s.end and _STOPS.match(text, k.end)
            for k in n.cues
        ):
            return False
        if self._years_of_old(n.known, s.start, s.end):
            return False
        return self._grave(n) or n.known.whole("sought").search(text, s.start, s.end) is not None

    def _pupil_at(self, n: Name) -> bool:
        """An age or a grade before the name, in a sentence with no year of long ago."""
        s = self.text.sentences[n.sentence]
        return any(
            k.weight > 0 and k.kind in ("age", "grade") and s.start <= k.start < n.start for k in n.cues
        ) and not self._years_of_old(n.known, s.start, s.end)

    def _memories(self) -> None:
        """ "She is ninety-three. When the war began she was nine. Her brother X was two": where somebody very old tells
        of then, and every word for a child is of then, nobody of them is a child."""
        known = self.clusters[0].names[0].known if self.clusters else None
        if known is None or not known.cases_last or not self._old_tell(known):
            return
        words = [
            w for w in self.words if w.weight > 0 and w.kind in ("age", "grade", "noun") and not w.plural
        ]
        if any(not self._word_of_then(w) for w in words) or not self._past_grief(known):
            return
        for w in words:
            w.weight = 0
        for c in self.clusters:
            signs = [k for k in c.cues if k.weight > 0]
            if c.kind == "child" and all(k.kind != "kin" or self._sibling_of_then(c, k) for k in signs):
                n = c.names[0]
                n.cues.append(Cue(n.start, n.end, -6, "long ago", "age", LONG_AGO + 1))

    def _old_tell(self, known: Knowledge) -> bool:
        """Somebody very old in the draft, and a time of long ago."""
        if not any(w.kind == "age" and (w.years or 0) >= VERY_OLD for w in self.words):
            return False
        return self._years_of_old(known, 0, len(self.text.text))

    def _years_of_old(self, known: Knowledge, start: int, end: int, ago: int = LONG_AGO) -> bool:
        text = self.text.text
        return known.whole("old_times").search(text, start, end) is not None or any(
            (year := value_of(m, "year")) is not None and self.published - int(year) > ago
            for m in known.whole("long_ago").finditer(text, start, end)
        )

    def _word_of_then(self, w: Word) -> bool:
        """Told in the past, in a sentence without a word for today: dated, or by an age that stands before no noun."""
        text, known = self.text.text, w.known
        s = self.text.sentences[self.text.sentence(w.start)]
        if known.whole("now_words").search(text, s.start, s.end):
            return False
        if self._years_of_old(known, s.start, s.end):
            return True
        return not w.front and known.whole("told_of_then").search(text, s.start, s.end) is not None

    def _past_grief(self, known: Knowledge) -> bool:
        """Nothing grave is told but with a year of a generation ago."""
        for pattern, kind, _ in known.situations:
            for m in pattern.finditer(self.text.text) if kind in GRAVE else ():
                s = self.text.sentences[self.text.sentence(m.start())]
                if not self._years_of_old(known, s.start, s.end, _GENERATION):
                    return False
        return True

    def _sibling_of_then(self, c: Cluster, k: Cue) -> bool:
        known = c.names[0].known
        s = self.text.sentences[self.text.sentence(k.start)]
        return (
            known.whole("siblings").match(self.text.text, k.start) is not None
            and known.whole("now_words").search(self.text.text, s.start, s.end) is None
        )
