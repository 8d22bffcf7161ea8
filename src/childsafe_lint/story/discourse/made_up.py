"""Who is a he and who a she, and who is no person of today: characters, history, racehorses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from ...languages.en import frames, telling, works
from ...languages.en.frames import Cue
from ..clusters import Cluster
from ..names import Name
from .ground import Ground, Unnamed


def _years(ago: re.Match[str]) -> float:
    """ "two decades ago" -> 20"""
    return frames.number(ago["n"]) * (10 if ago["u"].lower() == "decades" else 1)


def _of_a_work(sentence: str) -> bool:
    """Whether a sentence talks of a work, and not only of going to see one."""
    return any(
        works.GOES_TO_SEE.search(sentence, max(0, m.start() - 40), m.start()) is None
        for m in works.FICTION.finditer(sentence)
    )


def of_this_week(sentence: str) -> bool:
    """ "drowned on Monday", unless an old year stands beside: "letters of 1918 go on show on Monday"."""
    return works.DAY_OF_NOW.search(sentence) is not None and works.YEAR.search(sentence) is None


class MadeUp(Ground):
    """Who is a he and who a she, and who is no person of today: characters, history, racehorses."""

    _reviewed: bool | None = None

    def _genders(self) -> None:
        """He or she, by the first pronoun after each name and before the next one."""
        votes: dict[int, int] = {}
        for n, after in zip_longest(self.mentions, self.mentions[1:]):
            limit = min(n.end + 150, after.start if after else len(self.text))
            if m := telling.HE_OR_SHE.search(self.text, n.end, limit):
                cluster = id(self.by_name[id(n)])
                votes[cluster] = votes.get(cluster, 0) + (1 if m["he"] else -1)
        for c in self.clusters:
            vote = votes.get(id(c), 0)
            c.gender = "m" if vote > 0 else "f" if vote < 0 else None

    def _grown_up_now(self) -> None:
        """ "Peter Mwangi was seven when his father died. He went on to lead the union": only an age of then is told,
        and the words around show that it is long past."""
        for c in self.clusters:
            for n in c.names:
                s = self.sentences[n.sentence]
                if not c.cues and (m := works.WHEN_AGED.search(self.text, s.start, n.start)):
                    age = frames.number(m["n"])
                    if age < 18:
                        c.extra.append(
                            Cue("child", 2, m.start("n"), m.end("n"), f"age {m['n']}", age, past=True)
                        )
            now = next((x for x in c.cues if x.shows == "adult" and x.reason.endswith(frames.BY_NOW)), None)
            if now is not None:
                self._forget_old_ages(c)
                c.extra.append(replace(now, level=3))
            told = [x for x in c.cues if x.shows == "child"]
            if told and self._writers_childhood(c, told):
                n = c.names[0]
                c.extra.append(Cue("fiction", 3, n.start, n.end, "a child of the writer's childhood"))
                continue
            if not told or not all(self._of_then(x) for x in told):
                continue
            old = max((x.age for x in told if x.age is not None), default=0)
            for here in sorted({n.sentence for n in c.names}):
                span = self.sentences[here]
                after = self.sentences[here + 1] if here + 1 < len(self.sentences) else None
                m = telling.LATER.search(self.text, span.start, span.end)
                first = min(n.start for n in c.names if n.sentence == here)
                if m is not None and m.end() <= first and m.group()[:3].lower() in ("his", "her"):
                    m = None  # "Her husband took their daughter, then four months old,": another's
                if m is None and here:
                    before = self.sentences[here - 1]
                    m = telling.LONG_BEFORE.search(self.text, before.start, span.end)
                if m is None and after is not None:
                    m = telling.LATER.search(self.text, after.start, after.end) or works.GROWN_NOW.match(
                        self.text, after.start
                    )
                if m is None and after is not None:
                    years = works.LATE_YEAR.finditer(self.text, span.start, after.end)
                    m = next((y for y in years if old + self.published - int(y.group()) >= 18), None)
                if m is None:
                    start = self.sentences[max(0, here - 4)].start
                    ago = works.YEARS_AGO.finditer(self.text, start, (after or span).end)
                    m = next((a for a in ago if old + _years(a) >= 18), None)
                if m is not None:
                    for n in c.names:
                        n.cues = [replace(x, past=True) if x in told else x for x in n.cues]
                    c.extra[:] = [replace(x, past=True) if x in told else x for x in c.extra]
                    c.extra.append(Cue("adult", 1, m.start(), m.end(), "told of a childhood that is over"))
                    break

    def _forget_old_ages(self, c: Cluster) -> None:
        """ "Ada, who was 7": an age of then, where a year told elsewhere shows that she is grown up."""
        for n in c.names:
            n.cues = [
                x
                for x in n.cues
                if x.shows != "child"
                or x.age is None
                or works.WAS.search(self.text, max(0, x.start - 8), x.start) is None
            ]

    def _grown_by_years(self) -> None:
        """ "Ada Bello, who has run a home for thirty years", "my friend Ada", "the architect, his nephew Ravi": grown
        up, where no word beside says that this is a child."""
        for c in self.clusters:
            if c.level("child") >= 2 or c.level("adult") > 1:
                continue
            for n in c.names:
                end = self.sentences[n.sentence].end if self.sentences else n.end
                m = telling.FOR_YEARS.match(self.text, n.end, max(end, n.end))
                if m is not None and (m["n"] is None or 18 <= frames.number(m["n"]) < 90):
                    c.extra.append(Cue("adult", 2, *m.span(), "so many years at it"))
                    break
                before = max(0, n.start - 60)
                quoted = any(q.span.start <= n.start < q.span.end for q in self.quotes)
                m = None if quoted else telling.MY_FRIEND.search(self.text, before, n.start)
                if m is not None:
                    c.extra.append(Cue("adult", 2, *m.span(), "a friend of the writer"))
                    break
                m = telling.TRADE_AND_KIN.search(self.text, before, n.start)
                if m is not None and self.text[n.end : n.end + 1] in (".", ";", ",", "!"):
                    c.extra.append(Cue("adult", 2, *m.span("role"), f"'{m['role']}': a grown-up's role"))
                    break

    def _of_then(self, cue: Cue) -> bool:
        """ "14 years old at the time", "then aged 12": an age of what happened."""
        return cue.past or bool(
            works.AT_THE_TIME.match(self.text, cue.end)
            or works.THEN_AGED.search(self.text, max(0, cue.start - 24), cue.start)
        )

    def _writers_childhood(self, c: Cluster, told: Sequence[Cue]) -> bool:
        """ "When I was six, my brother Pete, who was nine, broke his arm": a child of then, in what the writer tells or
        what somebody says of long ago."""
        for x in told:
            s = self.sentences[self.sentence(x.start)]
            if works.WRITERS_CHILDHOOD.search(self.text, s.start, s.end) is None:
                return False
            spoken = any(q.is_speech and q.span.start <= x.start < q.span.end for q in self.quotes)
            after = self.sentences[min(self.sentence(x.start) + 1, len(self.sentences) - 1)]
            if spoken and telling.LATER.search(self.text, s.start, after.end) is None:
                return False
        return True

    def _credits(self) -> None:
        """Who wrote, translated or pictured the piece, where nothing shows a child."""
        for n in self.mentions:
            c = self.by_name[id(n)]
            m = works.CREDIT.search(self.text, max(0, n.start - 40), n.start)
            if m is None and self.text[n.end : n.end + 1] in ("\n", ""):
                m = works.CREDIT_LINE.search(self.text, max(0, n.start - 70), n.start)
            if m and not c.cues:
                c.extra.append(Cue("adult", 2, m.start(), n.start, "made the piece"))

    def _fiction(self) -> None:
        if len({m.group().lower() for m in telling.RACING.finditer(self.text)}) >= 3:
            for c in self.clusters:  # horses are called Baby This and Little That
                weak = [x for x in c.cues if x.shows == "child"]
                if weak and all(self.text[x.start : x.end] in ("Baby", "Little", "Young") for x in weak):
                    c.extra.append(Cue("animal", 3, weak[0].start, weak[0].end, "a racehorse"))
        if self._a_review():
            for c in self.clusters:
                if self._in_the_cast(c):
                    n = c.names[0]
                    c.extra.append(Cue("fiction", 3, n.start, n.end, "a character in a work"))
        years = [(int(m.group()), m.start()) for m in works.YEAR.finditer(self.text)]
        old = [at for y, at in years if y <= self.published - works.LONG_AGO]
        past = len(old) >= 2 and len(old) > sum(y > self.published - 20 for y, _ in years)
        # an obituary tells of grandchildren of today too
        alive = telling.OBITUARY.search(self.text) is None
        self._in_a_work()
        self._players()
        for c in self.clusters:
            told = [
                self.text[self.sentences[n.sentence].start : self.sentences[n.sentence].end]
                for n in c.names
                if n.sentence < len(self.sentences)
            ]
            n = c.names[0]
            if told and all(_of_a_work(t) for t in told) and c.level("adult") < 2:
                c.extra.append(Cue("fiction", 3, n.start, n.end, "a character in a work"))
            elif self._figure(n):
                c.extra.append(Cue("fiction", 3, n.start, n.end, "a figure of history or scripture"))
            elif works.MADE_UP.search(told[0] if told else "") or self._in_a_title(c):
                c.extra.append(Cue("fiction", 3, n.start, n.end, "somebody invented"))
            elif (
                told
                and not any(map(of_this_week, told))
                and (
                    all(self._of_the_past(t) for t in told)
                    or (past and any(abs(at - x.start) < 500 for x in c.names for at in old))
                    or (past and alive and c.level("adult") < 2 and all(map(self._told_in_the_past, c.names)))
                )
            ):
                c.extra.append(Cue("fiction", 3, n.start, n.end, "a historical figure"))

    def _told_in_the_past(self, n: Name) -> bool:
        """ "wrote only in Welsh": whether all verbs of the sentence that are told stand in the past."""
        s = self.sentences[n.sentence]
        words = self.doc.char_span(s.start, s.end, alignment_mode="expand")
        if words is None or works.OF_NOW.search(self.text, s.start, s.end):
            return False
        tags = {t.tag_ for t in words}
        return "VBD" in tags and tags.isdisjoint(("VBZ", "VBP", "MD"))

    def _beasts(self) -> None:
        """ "Matilda, nine months, came out of the pouch": in a report on animals, who has a name but no surname and of
        whom no word is said that is said of people alone."""
        brood, *more = works.BEASTS
        if brood.search(self.text) is None or sum(p.search(self.text) is not None for p in more) < 2:
            return
        for c in self.clusters:
            if c.level("adult") or any(len(n.words) > 1 or n.title or self._speaks(n) for n in c.names):
                continue
            n = c.names[0]
            told = [x for x in c.cues if x.shows in ("child", "kin-younger", "kin-peer")]
            words = {w for x in told if x.age is None for w in self.text[x.start : x.end].lower().split()}
            young = any(x.age is not None and x.age < 3 and x.age % 1 for x in told) or any(
                x.age is None for x in told
            )
            old = any(x.age is not None and x.age >= 3 for x in told)
            said = any(self._is_a_beast(x) for x in c.names)
            if said or (told and young and not old and words <= works.OF_BEASTS_TOO | {"the", "a"}):
                c.extra.append(Cue("animal", 3, n.start, n.end, "an animal"))

    def _is_a_beast(self, n: Name) -> bool:
        """ "Pip came in May. She is one of nine orphaned calves." """
        for i in (n.sentence, n.sentence + 1):
            if i < len(self.sentences):
                s = self.sentences[i]
                here = [x for x in self.mentions_in(i) if x is not n]
                m = works.IS_A_BEAST.search(self.text, max(s.start, n.end), s.end)
                if m is not None and not any(x.start < m.start() for x in here):
                    return True
        return False

    def _a_review(self) -> bool:
        """Whether the draft talks of a work that is made up, by at least three kinds of words."""
        if self._reviewed is None:
            told = [p.search(self.text) is not None for p in works.REVIEW]
            kinds = sum(told)
            enough = kinds > 2 or (
                kinds == 2
                and sum(
                    t or p.search(self.text) is not None for t, p in zip(told, works.REVIEW_TOO, strict=True)
                )
                > 3
            )
            self._reviewed = enough and works.TRUE_STORY.search(self.text) is None
        return self._reviewed

    def _of_the_work(self) -> None:
        """The children without a name of whom a review tells are the work's; those of long ago are grown up."""
        if self.unnamed and self._a_review():
            self.unnamed.clear()
        self.unnamed[:] = [u for u in self.unnamed if not self._of_then_unnamed(u)]

    def _of_then_unnamed(self, u: Unnamed) -> bool:
        """ "Born in Hull in 1928, the third of six": no child of today, unless told of once more."""
        return all(self._told_of_then(self.sentence(x.start)) for x in (u.span, *u.more))

    def _told_of_then(self, index: int) -> bool:
        """Whether a sentence tells of a year whose children are grown up, or goes on about one, and not of today."""
        s = self.sentences[index]
        if self._of_the_past(self.text[s.start : s.end]):
            return works.OF_NOW.search(self.text, s.start, s.end) is None
        floor = self.sentences[max(0, index - 2)].start
        old = [
            m
            for m in works.YEAR.finditer(self.text, floor, s.end)
            if int(m.group()) <= self.published - works.LONG_AGO
        ]
        return bool(old) and works.OF_NOW.search(self.text, old[-1].start(), s.end) is None

    def _in_the_cast(self, c: Cluster) -> bool:
        """Whether somebody in a review is only called by the first name, or beside the name of who plays the part, and
        is no child of the writer's."""
        if any(works.CAST.match(self.text, n.end) for n in c.names):
            return True
        if c.level("adult") > 1:
            return False
        if any(len(n.words) > 1 for n in c.names) and not (
            any(n.words == tuple(c.words[:1]) for n in c.names)
            and not any(works.ACTS.match(self.text, n.end) for n in c.names)
        ):
            return False  # who plays is called by the surname later, a character by the first name
        return not any(works.OWN.search(self.text, max(0, n.start - 40), n.start) for n in c.names)

    def _players(self) -> None:
        """ "both Omar (Rohan Mehta) and Noor (Sana Kapur)": who plays the part, in a draft about a work."""
        for part, n in pairwise(self.mentions):
            c = self.by_name[id(n)]
            shut = (
                n.start - part.end == 2
                and self.text[part.end : n.start] == " ("
                and self.text[n.end : n.end + 1] == ")"
            )
            if shut and len(n.words) > 1 and not c.ages and works.FICTION.search(self.text):
                c.extra.append(Cue("adult", 2, n.start, n.end, "plays a part"))

    def _in_a_work(self) -> None:
        """ "In Lind's new novel, a girl called Hope …": whom the sentence names after the work, wherever else."""
        for s in self.sentences:
            m = works.IN_A_WORK.match(self.text, s.start)
            if m is None:
                continue
            cue = Cue("fiction", 3, *m.span("work"), "a character in a work")
            for n in self.mentions_within(m.end(), s.end):
                c = self.by_name[id(n)]
                told_of_before = any(x.start < s.start and x.sentence > 1 for x in c.names)
                if c.level("adult") < 2 and not told_of_before:
                    c.extra.append(cue)

    def _of_the_past(self, sentence: str) -> bool:
        """Whether a sentence has a word of history, or a year whose children are grown up by now."""
        return works.HISTORY.search(sentence) is not None or any(
            int(m["year"]) <= self.published - telling.GROWN_SINCE for m in works.PAST_YEAR.finditer(sentence)
        )

    def _figure(self, n: Name) -> bool:
        """Joan of Arc, Edward VI: the name may begin before the run that was found, "of Arc"."""
        return any(
            m.start() <= n.start and n.end <= m.end()
            for m in works.FIGURE.finditer(self.text, max(0, n.start - 20), n.end + 20)
        )

    def _in_a_title(self, c: Cluster) -> bool:
        """ "“Nomsa and the Paper Moon” will be a set work": the name stands in the title of a work."""
        for n in c.names:
            q = next((q for q in self.quotes if q.span.start <= n.start < q.span.end), None)
            if q is None:
                continue
            words = re.findall(r"[^\W\d_][\w’'-]*", self.text[q.span.start : q.span.end])
            long = [w for w in words if len(w) > 3]
            if len(words) < 3 or not all(w[0].isupper() for w in long):
                continue
            s = self.sentences[n.sentence]
            if works.WORK.search(self.text, s.start, s.end) or (
                n.sentence + 2 < len(self.sentences)
                and works.WORK.search(self.text, s.end, self.sentences[n.sentence + 2].end)
            ):
                return True
        return False
