"""Who is called a child but is in a play or a book only, or was a child long ago."""

from __future__ import annotations

from functools import cached_property

from .... import lazy_re as re
from ..names import Cue, Name
from ..patterns import UPPER, value_of
from .ground import Ground
from .model import GRAVE, GREY, LONG_AGO, Cluster

_CAPITAL = re.compile(rf"\s+[{UPPER}]")
#: who plays, told by age or trade before the name: "11-летняя алматинка Лейла"
_DESCRIBED = re.compile(rf"(?:\s+[\w-]+){{1,3}}?\s+[{UPPER}]")
_DASHED = re.compile(rf"\s+[–—-]\s+[{UPPER}]")
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{1,50})[»”“\"]")
_TITLE_WORDS = 6


class OfOld(Ground):
    """Who is called a child but is in a play or a book only, or was a child long ago."""

    def _on_stage(self) -> None:
        """ "Timur is played by X Y, Lisa — by Z", "«Timur and Lisa» opened. Timur dreams …": parts, not people."""
        if not any(known.whole("works").search(self.text.text) for _, known in self.text.regions.parts):
            return
        played: list[Name] = []
        for n in self.names:
            if n.known.cases_last or len(n.parts) > 1 or n.plural:
                continue
            if self._is_played(n) or (
                played
                and played[-1].sentence == n.sentence
                and _DASHED.match(self.text.text, n.end)
                and not self._subject(n)
            ):
                played.append(n)
        for c in self.clusters:
            first = c.names[0]
            if first.known.cases_last or any(len(n.parts) > 1 for n in c.names):
                continue
            hits = [n for n in c.names if n in played]
            if not hits and not any(k.weight > 0 and k.kind in ("age", "grade", "noun") for k in c.cues):
                hits = [n for n in c.names if self._in_title_of_work(n)]
            if hits:
                first.cues.append(Cue(hits[0].start, hits[0].end, -6, "a character", "age", LONG_AGO + 1))

    def _subject(self, n: Name) -> bool:
        if n.forms:
            return any(case == "Nom" for _, case in n.forms)
        return self.text.morph(n.end - 1, "Case") == "Nom"

    def _is_played(self, n: Name) -> bool:
        """Between a verb of the stage and the name of who plays, on either side, and not its subject."""
        text, known = self.text.text, n.known
        if self._subject(n):
            return False
        after = known.whole("plays_part").match(text, n.end + 1)
        if after and (_CAPITAL.match(text, after.end()) or _DESCRIBED.match(text, after.end())):
            return True
        word = self._word_before(n.start)
        if not known.whole("plays_part").fullmatch(word):
            return False
        at = text.lower().rfind(word, 0, n.start)
        return any(o.end <= at and not text[o.end : at].strip() for o in self.names)

    def _in_title_of_work(self, n: Name) -> bool:
        """In quotation marks, in few words that make no appeal, with words for a play, a film or a book near."""
        text, known = self.text.text, n.known
        line = text.rfind("\n", 0, n.start) + 1
        m = next((m for m in _QUOTED.finditer(text, line) if m.start() < n.start and n.end < m.end()), None)
        if m is None or len(m[1].split()) > _TITLE_WORDS or re.search(r"[.!?…,:]", m[1]):
            return False
        if not re.match(rf"[{UPPER}]", m[1]) or known.whole("appeals").search(m[1]):
            return False
        if any(self.text.pos(i) in ("VERB", "AUX") for i in self._offsets(m.start(1), m.end(1))):
            return False
        start = self.text.sentences[max(0, n.sentence - 1)].start
        end = self.text.sentences[min(len(self.text.sentences) - 1, n.sentence + 2)].end
        near = known.whole("works").search(text, start, end)
        real = known.whole("true_stories").search(text, start, end)
        return near is not None and real is None and not self._grave(n)

    # -- long ago
    def _of_the_war(self) -> None:
        """ "She turns ninety. … When the war began, Anna was six, her brother Ivan eight": an age dated by a war in a
        draft about somebody old, or about years of the last century."""
        text = self.text.text
        old = any(w.kind == "age" and (w.years or 0) >= LONG_AGO for w in self.words) or any(
            True for _ in self.text.regions.find(lambda k: k.whole("of_great_age"))
        )
        if not old:
            return
        for c in self.clusters:
            cues = [k for k in c.cues if k.weight > 0]
            if c.kind != "child" or c.names[0].known.cases_last or not cues:
                continue
            spans = [self.text.sentences[self.text.sentence(k.start)] for k in cues if k.kind == "age"]
            if any(
                c.names[0].known.whole(key).search(text, s.start, s.end)
                for s in spans
                for key in ("war_then", "my_age_then")
            ):
                c.names[0].cues.append(Cue(c.start, c.start, -9, "long ago", "age", LONG_AGO + 1))

    def _of_long_ago(self) -> None:
        """Sons and daughters, brothers and sisters of people of decades ago: in the letters they left, in the sentences
        that go on from a year of then, in what the old tell."""
        for c in self.clusters:
            n = c.names[0]
            if n.known.cases_last or c.kind != "child":
                continue
            cues = [k for k in c.cues if k.weight > 0]
            if any(k.kind in ("age", "grade") for k in cues) or any(
                self._grave(o) and not self._dated(o) for o in c.names
            ):
                continue
            of_kin = bool(cues) and all(k.kind in ("kin", "younger", "parent") for k in cues)
            if self._in_old_papers(n) or (of_kin and (self._dated(n) or self._sibling_of_old(c, cues))):
                n.cues.append(Cue(n.start, n.end, -6, "long ago", "age", LONG_AGO + 1))

    def _grave(self, n: Name) -> bool:
        s = self.text.sentences[n.sentence]
        return any(k in GRAVE and p.search(self.text.text, s.start, s.end) for p, k, _ in n.known.situations)

    def _of_now(self, n: Name, start: int, end: int) -> bool:
        """Whether a stretch tells of today: by a word for it, by a verb in the present outside a quotation, by
        grandchildren or somebody in a grade."""
        text = self.text.text
        if n.known.whole("now_words").search(text, start, end):
            return True
        if any(
            w.kind == "grade" or (w.kind == "kin" and n.known.whole("third_generation").match(text, w.start))
            for w in self.words
            if start <= w.start < end
        ):
            return True
        return any(
            self.text.pos(i) == "VERB" and self.text.morph(i, "Tense") in ("Pres", "Fut")
            for i in self._offsets(start, end)
        )

    @cached_property
    def _old_papers(self) -> bool:
        """Whether the draft tells of letters or a diary of long ago."""
        text = self.text.text
        for m, known in self.text.regions.find(lambda k: k.whole("long_ago")):
            year = value_of(m, "year")
            s = self.text.sentences[self.text.sentence(m.start())]
            old = year is not None and self.published - int(year) > LONG_AGO
            if old and known.whole("papers").search(text, max(s.start, m.start() - 40), m.start()):
                return True
        return False

    def _in_old_papers(self, n: Name) -> bool:
        """Named in words quoted from a letter of long ago, which the sentences before tell of."""
        text = self.text.text
        start = text.rfind("\n", 0, n.start) + 1
        quoted = text.count("«", start, n.start) > text.count("»", start, n.start)
        if not quoted or not self._old_papers:
            return False
        opened = text.rfind("«", start, n.start)
        here = self.text.sentences[n.sentence]
        by = n.known.whole("writes")
        wrote = by.search(text, here.start, opened) or by.search(text, n.end, here.end)
        return wrote is not None and n.known.whole("papers").search(text, start, opened) is not None

    def _dated(self, n: Name) -> bool:
        """ "In 1937 the father was taken away. His son X …": a year of long ago opens the sentence or one before."""
        text, known = self.text.text, n.known
        near, own = self._nearby(n), self.text.sentences[n.sentence]
        for m in known.whole("dated_long_ago").finditer(text, near.start, n.start):
            year = value_of(m, "year")
            s = self.text.sentences[self.text.sentence(m.start())]
            if year and self.published - int(year) <= LONG_AGO:
                return False
            if re.search(r"[^\W_]", text[s.start : m.start()]):
                continue
            end = own.end if s.start == own.start else s.end
            if known.whole("dates_things").search(text, m.end(), end):
                continue
            return not self._of_now(n, s.start, own.end)
        return False

    def _sibling_of_old(self, c: Cluster, cues: list[Cue]) -> bool:
        """ "She is ninety. … she and her sister X walked to school": a brother or a sister of the old, where the
        paragraph tells of nobody young before."""
        n, text = c.names[0], self.text.text
        if not all(n.known.whole("siblings").match(text, k.start) for k in cues):
            return False
        paragraph = text.rfind("\n", 0, n.start) + 1
        start = text.rfind("\n", 0, len(text[:paragraph].rstrip())) + 1
        ages = [
            w for w in self.words if w.kind == "age" and start <= w.start < n.start and w.years is not None
        ]
        if not ages or not all((w.years or 0) >= GREY for w in ages):
            return False
        own = self.text.sentences[n.sentence]
        mine = {k.start for k in cues}
        young = any(
            w.weight > 0 and w.kind in ("kin", "noun", "grade") and w.start not in mine
            for w in self.words
            if paragraph <= w.start < own.end
            and not n.known.whole("siblings").match(text, w.start)
            and not (w.plural and w.kind == "noun")
        )
        return not young and not self._of_now(n, own.start, own.end)
