"""Who is called a child but is a grown-up."""

from __future__ import annotations

from functools import cached_property

from .... import lazy_re as re
from ....spans import Span
from ..knowledge import Knowledge
from ..names import Cue, Name, feature
from .ground import BOUND
from .grown_life import GrownLife
from .model import GRAVE, GREY, VERY_OLD, Cluster, Word

#: characters between a word of kinship and the trade of whose kin it is
_NEAR = 30


class GrownUp(GrownLife):
    """Who is called a child but is a grown-up."""

    def _ages_of_offspring(self) -> None:
        """ "The grandchildren of X, six and three years old": several ages behind a name that only tells whose they
        are."""
        text = self.text.text
        for n in self.names:
            if n.known.cases_last or (n.forms and not any(case == "Gen" for _, case in n.forms)):
                continue
            if not n.known.whole("offspring").fullmatch(self._word_before(n.start)):
                continue
            ages = text[n.end : n.end + 2] == ", " and n.known.whole("ages_of_several").match(text, n.end + 2)
            if ages:
                n.cues = [k for k in n.cues if not n.end <= k.start < ages.end()]
                n.cues.append(Cue(n.start, n.end, -6, "a word of kinship", "kin"))

    def _grown_offspring(self) -> None:
        """ "Both sons work here. Viktor, the elder, took a degree …; Pavel came back with his wife": sons and daughters
        of whom their own clause tells what is told of grown-ups only."""
        text = self.text.text
        for c in self.clusters:
            first = c.names[0]
            if c.kind != "child" or first.known.cases_last or not first.known.people.get("grown_offspring"):
                continue
            if any(k.weight > 0 and k.kind in ("age", "grade") for k in c.cues):
                continue
            for n in c.names:
                s = self.text.sentences[n.sentence]
                stop = min([o.start for o in self.names if n.end <= o.start < s.end] + [s.end])
                found = n.known.whole("grown_offspring").search(text, n.end, stop)
                told = Span(found.start(), found.end()) if found else self._works_as(n, stop)
                grave = any(
                    kind in GRAVE and p.search(text, s.start, s.end) for p, kind, _ in n.known.situations
                )
                others = told is not None and any(
                    n.end <= w.start < told.start and w.kind in ("kin", "role", "age") for w in self.words
                )
                if told is not None and not others and not grave and self._nominative(n):
                    row = next((r for r in self.rows() if n in r), [n])
                    for o in row:  # "the sons X and Y run the farm"
                        mate = self.cluster_of(o)
                        if mate is not None and not any(
                            k.weight > 0 and k.kind in ("age", "grade") for k in mate.cues
                        ):
                            o.cues.append(Cue(told.start, told.end, -9, "a grown-up's life", "age"))
                    break

    def _works_as(self, n: Name, stop: int) -> Span | None:
        """ "X works as a lighting man", "X — a mining foreman", "X and Y, both doctors": a trade behind a name, where
        nobody else is told of before it."""
        text = self.text.text
        at = n.known.whole("works_as").match(text, n.end + 1)
        if at is not None and text[at.end() : at.end() + 1] == " " and self._trade_at(at.end() + 1):
            return Span(at.start(), at.end()) if self.text.morph(at.end() + 1, "Case") == "Ins" else None
        for w in self.words:
            if w.kind != "role" or not n.end <= w.start < stop:
                continue
            between = text[n.end : w.start]
            case = self.text.morph(w.end - 1, "Case")
            if n.known.whole("no_trades").fullmatch(text[w.start : w.end]) or len(between.split()) > 4:
                return None
            if case == "Ins" and n.known.whole("works_as").search(between):
                return Span(w.start, w.end)
            if case in ("Ins", "Nom") and re.match(r"\s*[–—-]\s", between) and not w.plural:
                return Span(w.start, w.end)
            if n.known.whole("of_both").search(between) and re.match(r"\s*,", between):
                return Span(w.start, w.end)
            return None
        return None

    def _of_works(self) -> None:
        """ "The verses of X", "dreams of playing like X", "the road X Street was named after": who is spoken of only as
        the maker of something, as a measure, or for a name."""
        for c in self._untold():
            made = [m for n in c.names if (m := self._made_by(n)) is not None]
            if len(made) == len(c.names):
                c.names[0].cues.append(Cue(made[0].start, made[0].end, -4, "who made something", "noun"))

    def _made_by(self, n: Name) -> Span | None:
        text, known = self.text.text, n.known
        before = text[max(0, n.start - 30) : n.start]
        at = n.start - len(before)
        for m in known.whole("works_of").finditer(before):
            if re.fullmatch(r"[ \u00a0]+", before[m.end() :]):
                return Span(at + m.start(), at + m.end())
        if known.whole("like").fullmatch(self._word_before(n.start)) and re.search(
            r"[^\W_]\s+[^\W_]+\s$", before
        ):
            return Span(n.start, n.end)
        back = self.text.sentences[max(0, n.sentence - 2)].start
        if (
            known.whole("about").fullmatch(self._word_before(n.start))
            and not any(known.bases(w) & known.given_names for _, w in n.parts)
            and known.whole("books").search(text, back, n.start)
        ):
            return Span(n.start, n.end)  # "she asked for a book. About X"
        if self._in_a_title(n) or self._beside_place(n) or self._at_place(n) or self._played(n):
            return Span(n.start, n.end)
        token = self.text.token(n.start - 2) if before.endswith((" ", "\u00a0")) else None
        listed = any(known.bases(w) & known.given_names for _, w in n.parts)
        genitive = not n.forms or any(case == "Gen" for _, case in n.forms)
        does = self.text.pos(n.end + 1) in ("VERB", "AUX")  # "since that time X has lived …"
        if len(n.parts) > 1 or listed or does or not genitive or token is None or token.pos_ != "NOUN":
            return None
        thing = feature(token, "Animacy") == "Inan" and not known.whole("of_somebody").fullmatch(token.text)
        return Span(token.idx, n.end) if thing else None

    def _in_a_title(self, n: Name) -> bool:
        """Among other words in quotation marks that say nothing: "they have read «The way of X»"."""
        text = self.text.text
        opened = re.search(r"[«“„\"]([^«»“”„\"\n]{0,40})$", text[max(0, n.start - 41) : n.start])
        closed = re.compile(r"([^«»“”„\"\n]{0,40})[»”“\"]").match(text, n.end)
        if opened is None or closed is None or not (opened[1] + closed[1]).strip():
            return False
        start, end = n.start - len(opened[1]), n.end + len(closed[1])
        verb = any(self.text.pos(i) in ("VERB", "AUX") for i in self._offsets(start, end))
        if n.known.people.get("appeals") and n.known.whole("appeals").search(opened[1]):
            return False  # "«Justice for X»"
        return not verb and not re.search(r"[.!?…,:]", text[start:end]) and len(text[start:end].split()) <= 5

    def _at_place(self, n: Name) -> bool:
        """ "The matches in Maya": a single word in the case that places have after their preposition."""
        case = self.text.morph(n.end - 1, "Case")
        before = self._word_before(n.start)
        return len(n.parts) == 1 and any(
            case == c and n.known.whole(f"at_places.{c}").fullmatch(before) for c in ("Loc", "Gen")
        )

    def _played(self, n: Name) -> bool:
        """ "He played Chopin", "in the part of X": a single word after a verb or a noun of the stage."""
        nominative = any(case == "Nom" for _, case in n.forms) or self.text.morph(n.end - 1, "Case") == "Nom"
        known = n.known
        before = known.whole("plays").fullmatch(self._word_before(n.start))
        after = known.whole("plays").match(self.text.text, n.end + 1)
        return len(n.parts) == 1 and not nominative and (before or after) is not None

    def _beside_place(self, n: Name) -> bool:
        """ "From Tashkent and X": a single word joined to a place after its preposition."""
        known = n.known
        m = re.search(
            r"([^\W\d_-]+),?\s+([^\W\d_-]+)(?:,| ([^\W\d_]+)) $",
            self.text.text[max(0, n.start - 50) : n.start],
        )
        if m is None or len(n.parts) > 1 or (m[3] and m[3] not in known.words("and")):
            return False
        first, place = (self.text.token(n.start - len(m.group()) + m.start(i) - m.start()) for i in (1, 2))
        led = known.whole("from_places").fullmatch(m[1]) is not None
        led = led or (
            first is not None and first.ent_type_ in ("LOC", "GPE")
        )  # "Aksu, Berel and X are cut off"
        return led and place is not None and place.ent_type_ in ("LOC", "GPE")

    def _child_of_elder(self) -> None:
        """ "The grandfather took them in. His son X …": a son or a daughter of whom a grandparent is told of last."""
        for c in self._untold(neutral=False, kin=True):
            n = c.names[0]
            kin = [k for k in c.cues if k.weight]
            if not all(
                n.known.whole("next_generation").fullmatch(self.text.text[k.start : k.end]) for k in kin
            ):
                continue
            k = kin[0]
            after = re.compile(r"\s+([^\W\d_]+)").match(self.text.text, k.end)
            owned = n.known.whole("possessives").fullmatch(self._word_before(k.start)) or (
                after and n.known.whole("possessives").fullmatch(after[1])
            )
            start = self.text.sentences[max(0, self.text.sentence(k.start) - 1)].start
            told = [
                w
                for w in self.words
                if start <= w.start < k.start and w.kind in ("kin", "noun", "age") and not w.plural
            ]
            aged = any(w.kind == "age" and self._elder(w) for w in told) or any(
                (cue.years or 0) >= GREY for o in self.names if start <= o.start < k.start for cue in o.cues
            )
            if (owned and told and self._elder(told[-1])) or aged:
                c.names[0].cues.append(Cue(k.start, k.end, -6, "a grandparent's son or daughter", "kin"))

    def _elder(self, w: Word) -> bool:
        if w.kind == "age":
            return (w.years or 0) >= GREY
        return w.known.whole("elders").fullmatch(self.text.text[w.start : w.end]) is not None

    def _recalled(self) -> None:
        """ "When Boris was four … Boris Stein became an academician": one person, grown up by now."""
        for c in list(self.clusters):
            known = c.names[0].known
            if known.cases_last or c.kind != "child" or any(len(n.parts) > 1 for n in c.names):
                continue
            cues = [k for k in c.cues if k.weight > 0]
            mine = {b for n in c.names for b in known.bases(n.parts[0][1])}
            adult = next(
                (
                    o
                    for o in self.clusters
                    if o.kind == "adult"
                    and any(
                        len(n.parts) > 1 and any(mine & known.bases(w) for w in (*n.given, *n.surnames))
                        for n in o.names
                    )
                ),
                None,
            )
            if adult is not None and all(self._told_of_old(k) for k in cues):
                adult.names += c.names
                c.names[0].cues.clear()
                self.clusters.remove(c)

    def _gone_on_as_grown_up(self) -> None:
        """ "The pensioner's son, X Y, beat his mother. The man …": the sentence after calls the one it told of a
        man or a woman."""
        for w in self.words:
            if w.kind != "noun" or w.weight >= 0 or w.plural or w.taken or w.known.cases_last:
                continue
            s = self.text.sentences[self.text.sentence(w.start)]
            if re.search(r"\w", self.text.text[s.start : w.start]):
                continue
            here = self.text.sentence(w.start)
            before = [n for n in self.names if n.sentence == here - 1 and self._is_name(n)]
            c = self.cluster_of(before[0]) if len(before) == 1 else None
            if c is None or w.gender not in (c.gender, "any") or any(k.kind != "kin" for k in c.cues):
                continue
            subject = not before[0].forms or any(case == "Nom" for _, case in before[0].forms)
            if subject and w.known.whole("man_or_woman").fullmatch(self.text.text[w.start : w.end]):
                before[0].cues.append(Cue(w.start, w.end, -6, "a word for a grown-up", "noun"))

    def _of_adults_age(self) -> None:
        """ "The 20-year-old X and Y, who is of his age": a peer of somebody grown up."""
        for c in self.clusters:
            known, n = c.names[0].known, c.names[0]
            if known.cases_last or c.kind != "child":
                continue
            words = [k for k in c.cues if k.weight > 0]
            if not words or not all(
                known.whole("equals").fullmatch(self.text.text[k.start : k.end]) for k in words
            ):
                continue
            if not known.whole("possessives").fullmatch(self._word_before(words[0].start)):
                continue
            before = [o for o in self.names if o.end <= words[0].start and n.sentence - o.sentence <= 1]
            if before and self._kind(before[-1]) == "adult":
                n.cues.append(Cue(words[0].start, words[0].end, -6, "of a grown-up's age", "noun"))

    def _kin_of_grown_up(self) -> None:
        """ "Aigul's sister X", "Aigul works at night, her sister X looks after them": a brother or a sister of
        somebody grown up, where nothing else says that it is a child."""
        for c in self.clusters:
            known = c.names[0].known
            cues = [k for k in c.cues if k.weight > 0]
            if not known.cases_last or c.kind != "child" or not cues:
                continue
            text = self.text.text
            if not all(
                k.kind == "kin" and known.whole("siblings").fullmatch(text[k.start : k.end]) for k in cues
            ):
                continue
            k = cues[0]
            s = self.text.sentences[self.text.sentence(k.start)]
            before = [n for n in self.names if s.start <= n.start and n.end <= k.start and self._is_name(n)]
            owner = before[-1] if before else None
            if owner is None or self._kind(owner) != "adult" or owner.case not in ("", "Gen"):
                continue
            told = any(
                w.weight > 0 and w.known.case_of_noun(text[w.start : w.end]) in ("", "Gen")
                for w in self.words
                if owner.end <= w.start < k.start
            )
            if not told:
                c.names[0].cues.append(Cue(k.start, k.end, -6, "a grown-up's brother or sister", "kin"))

    def _family_of_old(self) -> None:
        """ "She is ninety. Her children X and Y came, and her grandson Z": sons and daughters of the old, grandchildren
        of the very old, of whom nothing says that they are children."""
        for c in self.clusters:
            n, cues = c.names[0], [k for k in c.cues if k.weight > 0]
            if c.kind != "child" or not cues:
                continue
            kin = [self._generation(k, n) for k in cues]
            if not all(kin):
                continue
            if self._kin_of_lost(n, max(kin)):
                n.cues.append(Cue(cues[0].start, cues[0].end, -6, "of the family of somebody old", "kin"))
                continue
            if self._harmed_or_young(n, cues):
                continue
            start = self.text.text.rfind("\n", 0, n.start) + 1
            if n.known.cases_last:  # "… he is ninety.\n\nHis son X …": whose son, stands in no case behind
                start = self.text.text.rfind("\n", 0, len(self.text.text[:start].rstrip())) + 1
            near = [w.years or 0 for w in self.words if w.kind == "age" and start <= w.start < n.start]
            near += [
                k.years or 0
                for o in self.clusters
                if o is not c
                for k in o.cues
                if start <= k.start < n.start
            ]
            s = self.text.sentences[n.sentence]
            if n.known.people.get("grandchildren") and n.known.whole("grandchildren").search(
                self.text.text, s.start, s.end
            ):
                near.append(GREY)  # "she leaves a son, X, and five grandchildren"
            if max(near, default=0) >= max(kin):
                n.cues.append(Cue(cues[0].start, cues[0].end, -6, "of the family of somebody old", "kin"))

    @cached_property
    def _lost_elder(self) -> Word | None:
        """The age of somebody who is missing, where it is the first the draft gives, and the draft has no word for a
        child and tells of nothing else that befell anybody: the search makes no child of a son or a daughter."""
        w = next((w for w in self.words if w.kind == "age"), None)
        if w is None or any(x.weight > 0 and x.kind in ("age", "grade", "noun") for x in self.words):
            return None
        text, known = self.text.text, w.known
        here = self.text.sentence(w.start)
        start = self.text.sentences[max(0, here - 1)].start
        end = self.text.sentences[min(here + 1, len(self.text.sentences) - 1)].end
        grave = [(kind, p) for p, kind, _ in known.situations if kind in GRAVE and p.search(text)]
        if any(kind not in ("missing", "accident-victim") for kind, _ in grave):
            return None
        lost = any(kind == "missing" and p.search(text, start, end) for kind, p in grave)
        return w if lost else None

    def _kin_of_lost(self, n: Name, years: int) -> bool:
        """Sons and daughters in the sentences after the one that gives the age of who is missing."""
        w = self._lost_elder if n.known.cases_last else None
        return w is not None and (w.years or 0) >= years and n.sentence > self.text.sentence(w.start)

    def _generation(self, cue: Cue, n: Name) -> int:
        """The years from which on somebody's kin of that word are grown up; 0 for other words."""
        raw = self.text.text[cue.start : cue.end]
        if cue.start == n.start or n.known.whole("which_of_them").fullmatch(
            raw
        ):  # "six children: X, Y and young Z"
            raw = self.text.text[self.text.sentences[n.sentence].start : n.start].partition(":")[0]
        for key, years in (("grown_generation", GREY), ("third_generation", VERY_OLD)):
            if any(n.known.whole(key).fullmatch(x.strip(",–—")) for x in raw.split()):
                return years
        return 0

    def _harmed_or_young(self, n: Name, cues: list[Cue]) -> bool:
        """Whether the sentence of a name has another word for a child, or something grave to tell."""
        s = self.text.sentences[n.sentence]
        mine = {k.start for k in cues}
        young = any(
            w.weight >= 3 and not w.plural and s.start <= w.start < s.end and w.start not in mine
            for w in self.words
        )
        return young or any(
            kind in GRAVE and p.search(self.text.text, s.start, s.end) for p, kind, _ in n.known.situations
        )

    def _told_of_past(self, w: Word) -> bool:
        """ "Came there at ten, half a century ago": an age in the instrumental, of which no noun is left."""
        return w.kind == "age" and self.text.morph(w.start, "Case") == "Ins"

    def _told_of_old(self, cue: Cue) -> bool:
        """Whether the sentence of a cue, or the one before, tells of a childhood."""
        here = self.text.sentence(cue.start)
        start = self.text.sentences[max(0, here - 1)].start
        known = self.text.regions.at(cue.start)
        return known.whole("recalls").search(self.text.text, start, self.text.sentences[here].end) is not None

    def _grown_up(self) -> None:
        """ "The singer turned sixty; her daughter Sauleh works abroad": sons and daughters are children only where
        the draft has any other word for one, or something grave to tell."""
        now = (w for w in self.words if not (w.front and not w.known.cases_last and self._told_of_past(w)))
        if any(w.weight > 0 and not w.plural and w.kind in ("age", "grade", "noun") for w in now):
            return
        old = any(w.kind == "age" and (w.years or 0) >= GREY for w in self.words)
        young = any(w.weight > 0 and w.kind in ("age", "grade", "noun") for w in self.words)
        for c in self.clusters:
            known = c.names[0].known
            if c.kind != "child" or any(k.kind != "kin" for k in c.cues):
                continue
            if not known.cases_last:
                if old and not young:  # "the pensioners' son X"
                    c.names[0].cues.append(Cue(c.start, c.start, -6, "nothing says how old", "kin"))
                elif self._of_office(c):
                    c.names[0].cues.append(Cue(c.start, c.start, -1, "nothing says how old", "noun"))
                continue
            mates = all(
                known.whole("classmates").match(self.text.text, k.start) for k in c.cues if k.weight > 0
            )  # of somebody grown up, where the draft has no child
            if self._tells_child_life(known) and not mates:
                continue
            if not any(p.search(self.text.text) for p, kind, _ in known.situations if kind in GRAVE):
                c.names[0].cues.append(Cue(c.start, c.start, -1, "nothing says how old", "kin"))

    def _of_office(self, c: Cluster) -> bool:
        """ "The general's grandson X", "the writer's daughter, Y": whose kin somebody is by a trade, in a draft that
        tells of no child's life and of nothing that befell anybody."""
        known, text = c.names[0].known, self.text.text
        kin = [k for k in c.cues if k.weight > 0]
        if self._tells_child_life(known) or any(
            p.search(text) for p, kind, _ in known.situations if kind != "positive"
        ):
            return False
        of_whom = any(
            self._trade_at(k.end + 1) and self.text.morph(k.end + 1, "Case") == "Gen" for k in kin
        ) or any(
            w.kind == "role" and 0 < w.start - k.end <= _NEAR and self._case(w) == "Gen"
            for k in kin
            for w in self.words
        )
        of_whom = of_whom or any(
            w.kind == "role"
            and w.taken
            and 0 <= self.text.sentence(k.start) - self.text.sentence(w.start) <= 1
            for k in kin
            if known.whole("possessives").fullmatch(self._word_before(k.start))
            for w in self.words
        )
        short = any(
            b in known.short_names and b not in known.short_names[b]
            for n in c.names
            for w in n.given
            for b in known.bases(w)
        )
        return of_whom and not short

    def _tells_child_life(self, known: Knowledge) -> bool:
        """What a child's life is made of; not a school that somebody teaches at or heads."""
        text = self.text.text
        for m in known.whole("child_life").finditer(text):
            stop = BOUND.search(text, m.end())
            end = min(m.end() + 40, stop.start() if stop else len(text))
            works = any(w.kind == "role" and m.end() < w.start < end for w in self.words)
            if not works and not known.whole("works_at_school").search(text, m.start(), end):
                return True
        return False
