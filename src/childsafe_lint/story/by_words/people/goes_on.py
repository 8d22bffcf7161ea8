"""What the draft goes on to say of those it has named: "He is 12", "The girl …", "the second victim"."""

from __future__ import annotations

import re

from ..knowledge import Knowledge
from ..names import Cue, Name
from .grown_life import GrownLife
from .model import Word


class GoesOn(GrownLife):
    """What the draft goes on to say of those it has named: "He is 12", "The girl …", "the second victim"."""

    def _pronouns(self) -> None:
        """ "He is 12", "The girl is 9": an age that stands by no name is the last fitting person's."""
        for w in self.words:
            if w.taken or w.kind not in ("age", "grade") or w.front:
                continue
            s = self.text.sentences[self.text.sentence(w.start)] if self.text.sentences else None
            if s is None:
                continue
            if (card := self._card(w)) is not None:
                self._note(card, w)
                w.taken = True
                continue
            before = self.text.text[s.start : w.start]
            gender = "any"
            hits = [
                (m.start(), g)
                for g in ("f", "m", "any")
                for m in w.known.whole(f"pronouns.{g}").finditer(before)
            ]
            nouns = [x for x in self.words if x.kind == "noun" and s.start <= x.start < w.start]
            if w.kind == "age" and hits and not self._of_whom(before[max(hits)[0] :], w):
                continue
            if nouns and not w.known.cases_last and self._of_noun(w, nouns[-1], before, hits):
                continue
            if hits:
                gender = max(hits)[1]
            elif nouns and nouns[-1].plural:
                continue  # "X held the race. The children are 11 and 12."
            elif nouns and nouns[-1].weight > 0:
                gender = nouns[-1].gender
            elif self._field(before, w.known):
                pass  # "Name: X. Age: 12."
            else:
                continue
            here = [n for n in self.names if s.start <= n.start and n.end <= w.start and self._is_name(n)]
            who = [n for n in here if hits and w.kind == "age" and self._gender(n) == gender]
            if here and w.known.cases_last:  # "X does not go to school, he is 6"
                subject = len(here) == 1 and not here[0].case and hits
                parted = before[: max(hits)[0]].rstrip() if hits else ""
                who = here if subject and parted.endswith((",", ";", "–", "—")) else []
            if here and len(who) != 1:
                continue
            who = who or [
                n
                for n in self.names
                if n.end <= s.start
                and self.text.sentence(w.start) - n.sentence <= 2
                and self._is_name(n)
                and (gender == "any" or self._gender(n) in (gender, "any"))
            ]
            who = [n for n in who if not (w.weight > 0 and self._kind(n) == "adult")]
            if hits and not w.known.cases_last:
                who = [n for n in who if not self._in_words_of(n, w.start)]
            if nouns and not hits and not w.known.cases_last:  # "X buried her daughter. The girl was 6"
                who = [n for n in who if self._not_of_child(n)]
            if w.known.cases_last and not hits:
                who = [n for n in who if not self._speaks(n) and not self._beside_other_child(n)]
            if who:
                self._note(who[-1], w)
                w.taken = True

    @staticmethod
    def _field(before: str, known: Knowledge) -> bool:
        """Whether a sentence up to an age is, or ends after a comma with, what such fields are called."""
        head = before.rstrip(" :—–-•*\n")
        leads = (
            head[: m.start()].rstrip()
            for m in known.whole("age_field").finditer(head)
            if m.end() == len(head)
        )
        return any(not re.search(r"\w", lead) or lead[-1] in ",;" for lead in leads)

    def _parents_alone(self) -> None:
        """ "X opened the door. A mother of five.": whose parent the last one named is, in a sentence without a verb."""
        for m, _ in self.text.regions.find(lambda k: k.whole("parents_alone")):
            here = self.text.sentence(m.start())
            s = self.text.sentences[here]
            head = self.text.text[s.start : m.start()]
            alone = re.match(r"\s*(?:[.!?…,]|\Z)", self.text.text[m.end() :])
            if here == 0 or alone is None or not re.fullmatch(r"\W*(?:[^\W\d_]{2,4}\s*[–—-]\s*)?", head):
                continue
            before = [
                n for n in self.names if n.sentence == here - 1 and self._is_name(n) and n.case in ("", "Own")
            ]
            if before and not any(c.weight > 0 for c in before[-1].cues):
                before[-1].cues.append(Cue(m.start(), m.end(), -4, "a parent", "kin"))

    def _in_words_of(self, n: Name, at: int) -> bool:
        """ "– Daughter hides bread, – says X. – She is 9", "X says: «She is 9»": a place in what somebody says, who
        says it of another."""
        between = self.text.text[n.end : at]
        if "\n" in between or not self._speaks(n):
            return False
        dialogue = re.match(r"\s*[–—-]\s", self.text.line_before(n.start)) is not None
        if dialogue and re.search(r"[.,!?…]\s+[–—-]\s", between):
            return True
        return between.rfind("«") > between.rfind("»")

    def _of_noun(self, w: Word, noun: Word, before: str, hits: list[tuple[int, str]]) -> bool:
        """ "Her pupil, a third-grader, …", "A boy from 4 "A" asked": a class that belongs to a noun of the sentence."""
        if w.kind != "grade" or noun.weight <= 0:
            return False
        start = w.start - len(before)
        owned = w.known.whole("his_or_her").fullmatch(self._word_before(noun.start)) is not None
        gap = before[noun.end - start :].strip()
        owned = owned and bool(hits) and start + max(hits)[0] < noun.start
        return owned or w.known.whole("from_places").fullmatch(gap) is not None

    def _not_of_child(self, n: Name) -> bool:
        """Whether no sentence of a name is about what a grown-up does to or for a child of its own."""
        c = self.cluster_of(n)
        return c is None or not self._grown_life(c)

    def _of_whom(self, between: str, w: Word) -> bool:
        """ "ey 12 let", "she turned 12"; "she has known of it two years" tells no age."""
        dative = w.known.words("dative_pronouns")
        first = re.match(r"[^\W\d_]+", between)
        told = re.search(r"\d{4}", self.text.text[w.start : w.end]) or self.text.pos(w.start) == "VERB"
        return not dative or bool(told) or (first is not None and first[0].lower() in dative)

    def _lonely(self) -> None:
        """Names that nothing stands beside, but that the draft goes on to call a child: "A girl of 12 has gone
        missing. Aida …", "Aida Omarova did not come. The girl …"."""
        for w in self.words:
            if w.weight < 3 or w.taken or w.plural or (w.kind == "age" and not w.front):
                continue
            here = self.text.sentence(w.start)
            for c in self.clusters:
                first = c.names[0]
                if [r for r, _ in first.parts] == ["given", "patronymic"]:
                    continue  # how grown-ups are called
                if not first.known.cases_last and (self._grown_life(c) or self._lost_child(first)):
                    continue  # "X has worked as a nurse all her life. When the boy fell ill …"
                if c.kind != "unknown" or c.cues or (w.gender != "any" and c.gender not in (w.gender, "any")):
                    continue
                ahead = 0 <= self.text.sentence(first.start) - here <= 3 and first.start > w.start
                ahead = ahead and not (first.known.cases_last and self._with_grown_up(first))
                ahead = ahead and not (first.sentence == here and self._child_of_kin(w))
                named_so = first.known.cases_last and self._named_so(first)
                if ahead and len(first.parts) > 1 and not named_so and not self._harmed(first, w):
                    continue
                next_to = self.text.sentence(first.start) == here + 1 and first.opener
                if ahead and not next_to and any(o.kind == "child" for o in self.clusters):
                    continue
                if ahead and not first.known.cases_last and not self._tied(first, w):
                    continue
                last = max((n for n in c.names if n.end <= w.start), key=lambda n: n.start, default=None)
                after = last is not None and self._follows_on(last, here) and self._resumed(last, w)
                if ahead or after:
                    self._note(last if after and last is not None else first, w)
                    w.taken = True
                    break

    def _tied(self, n: Name, w: Word) -> bool:
        """Two signs that a name which comes after a child is the child's: it opens the next sentence or stands in the
        child's own, the child is a subject, its sex is told and fits, the speaker calls
        it "my", the name is no subject."""
        opens = n.opener and n.sentence == self.text.sentence(w.start) + 1
        return (
            sum(
                (
                    opens or n.sentence == self.text.sentence(w.start),
                    self.text.morph(w.end - 1, "Case") in ("", "Nom"),
                    w.gender != "any",
                    n.known.whole("mine").fullmatch(self._word_before(n.start)) is not None,
                    bool(n.forms) and all(case != "Nom" for _, case in n.forms),
                )
            )
            > 1
        )

    def _child_of_kin(self, w: Word) -> bool:
        """ "The girl's grandmother and grandfather, X and Y": a child whose grown-up kin stands right before it."""
        if w.known.cases_last or self._case(w) != "Gen":
            return False
        return any(
            x.kind == "kin"
            and x.weight < 0
            and 0 < w.start - x.end <= 25
            and not re.search(r"[,.;:]", self.text.text[x.end : w.start])
            for x in self.words
        )

    def _beside_other_child(self, n: Name) -> bool:
        """ "X went to the pupil's home. The child is 9", "the court sent X to prison. The girl is 11": the sentence
        of a name tells of a child who is somebody else, or of the one on trial."""
        s = self.text.sentences[n.sentence]
        guilty = any(
            kind in ("accused", "convicted") and p.search(self.text.text, n.end, s.end)
            for p, kind, _ in n.known.situations
        )
        return guilty or any(
            s.start <= w.start < n.start
            and w.weight >= 3
            and w.kind == "noun"
            and not w.plural
            and all(c.start != w.start for c in n.cues)
            and w.known.case_of(self.text.text[w.start : w.end]) == "Gen"
            for w in self.words
        )

    def _named_so(self, n: Name) -> bool:
        """ "A teenager has gone missing. The name is X"."""
        before = self.text.line_before(n.start)[-40:]
        return any(
            not before[m.end() :].strip(" –—-:") and (key == "name_is" or before[m.end() :].strip())
            for key in ("name_is", "it_is")
            for m in n.known.whole(key).finditer(before)
        )

    def _card(self, w: Word) -> Name | None:
        """ "Name: X. Age: 12.", "Missing! X. 12 years.": an age that opens its sentence, after a name alone."""
        here = self.text.sentence(w.start)
        s = self.text.sentences[here]
        if (
            not w.known.cases_last
            or w.kind != "age"
            or here == 0
            or re.search(r"\w", self.text.text[s.start : w.start])
        ):
            return None
        before = [n for n in self.names if n.sentence == here - 1 and self._is_name(n)]
        ends = len(before) == 1 and not re.search(r"\w", self.text.text[before[0].end : s.start])
        return before[0] if ends else None

    def _harmed(self, n: Name, w: Word) -> bool:
        """ "A teacher hit a pupil. X Y has a concussion": a full name that opens the next sentence."""
        told = n.known.whole("harmed").match(self.text.text, n.end + 1)
        next_to = n.opener and n.sentence == self.text.sentence(w.start) + 1
        return next_to and (told is not None or self._goes_on(n, w))

    def _goes_on(self, n: Name, w: Word) -> bool:
        """ "A pupil has been missing for three days. X Y left home …": the subject of the sentence after one that
        tells of a child and nobody else, who does nothing that bystanders, culprits and officials do."""
        c, text = self.cluster_of(n), self.text
        if n.known.cases_last or c is None:
            return False
        found = n.known.whole("found").match(text.text, n.end + 1)  # "X-ACC was found by volunteers"
        if not any(case == ("Acc" if found else "Nom") for _, case in n.forms):
            return False
        if self._someone_else(w) or any(self._speaks(o) for o in c.names) or self._grown_life(c):
            return False
        if text.morph(w.end - 1, "Case") not in ("Nom", "Acc", "Gen") or self._others(w.end, n.start):
            return False
        if any(x.weight < 0 and w.end <= x.start < n.start for x in self.words):
            return False
        does = next((i for i in self._offsets(n.end, n.end + 30) if text.pos(i) not in ("ADV", "PART")), None)
        return found is not None or (
            does is not None
            and text.pos(does) in ("VERB", "AUX")
            and not n.known.whole("grown_does").match(text.text, does)
        )

    def _follows_on(self, n: Name, here: int) -> bool:
        """The next sentence, or the one after it where the one between goes on with "he" or "she"."""
        if here - n.sentence == 2 and not n.known.cases_last:
            s = self.text.sentences[n.sentence + 1]
            return any(
                n.known.whole(f"he_or_she.{g}").match(self.text.text, s.start)
                for g in ("f", "m")
                if self._gender(n) in (g, "any")
            )
        return here - n.sentence == 1

    def _resumed(self, n: Name, w: Word) -> bool:
        """Whether the sentence after a name opens with a word for a child, nobody else in between."""
        s = self.text.sentences[self.text.sentence(w.start)]
        # "…. The fourteen-year-old girl": its own age or class may stand before the word
        own = [x for x in self.words if s.start <= x.start < w.start and x.weight > 0 and x.kind != "kin"]
        own = own if n.known.cases_last else []
        opens = len(self.text.text[s.start : min([w.start, *(x.start for x in own)])].split()) <= 1
        far = not opens and self._befell(n) and self.text.morph(w.end - 1, "Case") == "Nom"
        if far:  # "X has gone missing. Her parents ask for help: the girl …"
            opens = self.text.text[s.start : w.start].count(" ") <= 8 and self._single_subject(w, s.start)
        if n.known.cases_last:
            before = self.text.text[s.start : min([w.start, *(x.start for x in own)])]
            there = n.known.whole("elsewhere").match(before)  # "In it one sees a boy of 7"
            opens = there is None and (opens or n.known.whole("since").fullmatch(before.strip()) is not None)
        others = [
            x
            for x in self.words
            if n.end <= x.start < w.start
            and (x.kind != "age" or x.front)
            and x not in own
            and not (far and x.kind == "kin" and x.plural)
            # "X-ACC to her mother"
            and not (n.known.cases_last and x.kind == "kin" and x.start < s.start)
        ]
        named = [x for x in self.names if n.end <= x.start < w.start and self._is_name(x)]
        mine = self.text.sentences[n.sentence]
        drives = n.known.whole("drives").search(self.text.text, mine.start, mine.end)
        acts = not n.known.cases_last and len(n.parts) > 1 and self._acts(n)
        return opens and not others and not named and not drives and not acts and not self._speaks(n)

    def _acts(self, n: Name) -> bool:
        """ "X saw the smoke. The child …", "The complaint is heard by X. The teenager …", "In X's view …": said of
        bystanders, culprits and officials who have no trade beside their full name."""
        if self._view_of(n):
            return True
        if n.forms and not any(c == "Nom" for _, c in n.forms):
            return False
        start, end = self.clause_around(n)
        return n.known.whole("grown_does").search(self.text.text, start, end) is not None

    def _befell(self, n: Name) -> bool:
        """ "X has gone missing", "X has died": said of the subject of a sentence of its own."""
        s = self.text.sentences[n.sentence]
        subject = not n.forms or any(c == "Nom" for _, c in n.forms)
        return (
            subject
            and not n.known.cases_last
            and any(
                kind in ("missing", "accident-victim") and p.search(self.text.text, s.start, s.end)
                for p, kind, _ in n.known.situations
            )
        )

    def _single_subject(self, w: Word, start: int) -> bool:
        """Whether no other person in the singular is told of before a word in its sentence."""
        return not any(
            self.text.pos(i) in ("NOUN", "PROPN")
            and self.text.morph(i, "Animacy") == "Anim"
            and self.text.morph(i, "Number") == "Sing"
            for i in self._offsets(start, w.start)
        )

    def _siblings(self) -> None:
        """ "The elder of the sisters, X, was found in the cellar, the younger, Y, in the barn. The girls …"."""
        for c in self._untold(neutral=True):
            for n in c.names:
                if self._bare(n):
                    self._one_sibling(n)

    def _one_sibling(self, n: Name) -> None:
        before = self.text.text[max(0, n.start - 40) : n.start]
        m = n.known.framed(r"(?<!\w)(", "which_of_them", r")(?:\s*[,–—(]\s*|\s+)$").search(before)
        grown = next(
            (w for w in reversed(self.words) if 0 < n.start - w.end < 60 and w.plural and w.weight < 0),
            None,
        )
        if m and grown is not None and grown.kind == "noun":  # "of three grown-up children the eldest, X"
            n.cues.append(Cue(grown.start, grown.end, -4, "a word for a grown-up", "noun"))
        elif m and any(
            w.plural and self._may_be_child(w) and abs(self.text.sentence(w.start) - n.sentence) <= 2
            for w in self.words
        ):
            at = n.start - len(before)
            n.cues.append(Cue(at + m.start(1), at + m.end(1), 3, "one of several children", "noun"))

    def _row_of_siblings(self) -> None:
        """ "Two brothers, X and Y, drowned": siblings whom the draft calls by the given name alone, and of whom it
        tells nothing that grown-ups do."""
        for row in self.rows():
            first, known = row[0], row[0].known
            clusters = [c for n in row if (c := self.cluster_of(n)) is not None]
            if known.cases_last or len(row) < 2 or not all(self._bare(n) for n in row):
                continue
            before = self.text.text[max(0, first.start - 30) : first.start]
            m = next(
                (
                    m
                    for m in known.whole("siblings").finditer(before)
                    if re.fullmatch(r"\s*(?:[,:–—]\s*)*", before[m.end() :])
                ),
                None,
            )
            if m is None or any(c.kind != "unknown" or self._grown_life(c) for c in clusters):
                continue
            if any(self._speaks(n) or len(n.parts) > 1 for c in clusters for n in c.names):
                continue
            s = self.text.sentences[first.sentence]
            after = self.text.sentences[min(first.sentence + 1, len(self.text.sentences) - 1)].end
            grown = [w for w in self.words if w.weight < 0 and s.start <= w.start < after]
            if any(w.kind == "age" or (w.kind == "role" and w.start < s.end) for w in grown):
                continue
            start = first.start - len(before)
            for c in clusters:
                if not any(k.weight for k in c.cues):
                    cue = Cue(
                        start + m.start(), start + m.end(), 2, "siblings called by the first name", "noun"
                    )
                    c.names[0].cues.append(cue)

    def _of_several(self) -> None:
        """ "He harassed pupils. One of them, X, told her mother", "One of them was X"; "The first, a pupil, X,
        confessed. The second, Y, is silent"."""
        for c in self.clusters:
            n = c.names[0]
            start = max(0, n.start - 60)
            before = self.text.text[start : n.start]
            told = any(w.plural and w.weight >= 3 and 0 < n.start - w.start < 200 for w in self.words)
            if c.kind != "unknown" or any(k.weight for k in c.cues):
                continue
            ways = list(n.known.whole("of_them").finditer(before)) if told else []
            ways += list(n.known.whole("one_of").finditer(before)) if self._first_of(n) == {"child"} else []
            for m in ways:
                gap = before[m.end() :].strip(" \u00a0,–—")
                if gap and n.known.whole("became").fullmatch(gap) is None:
                    continue
                n.cues.append(Cue(start + m.start(), start + m.end(), 3, "one of several children", "noun"))
                break

    def _just_told(self, n: Name, accused: bool) -> bool:
        """ "A teenager wounded a man. The detained X …": a child without a name in one of the two sentences before,
        no grown-up with it."""
        start = self.text.sentences[max(0, n.sentence - 2)].start
        near = [w for w in self.words if start <= w.start < n.start and not w.taken]
        told = [w for w in near if w.weight >= 3 and not w.plural and (w.kind != "age" or w.front)]
        if n.known.cases_last or not told or any(w.weight < 0 and w.kind in ("age", "noun") for w in near):
            return False
        return not accused or any(self.text.morph(w.end - 1, "Case") == "Nom" for w in told)

    def _victims(self) -> None:
        """ "The second victim, Polina X": in a draft that names a child, one more it was done to."""
        child = any(c.kind == "child" for c in self.clusters)
        for c in self.clusters:
            for n in c.names if c.kind == "unknown" else ():
                before = self.text.text[max(0, n.start - 25) : n.start]
                m = re.search(r"([^\W\d_]+)\s*[,–—]?\s*$", before)
                victim = m is not None and any(
                    v.end() == m.end(1) for v in n.known.whole("victims").finditer(before)
                )
                accused = m is not None and n.known.whole("on_trial").fullmatch(m[1]) is not None
                polite = "patronymic" in [r for r, _ in n.parts] and n.parts[0][0] == "given"
                if polite or m is None:
                    continue
                kept_back = len(n.parts) == 2 and n.parts[1][0] == "initial" and bool(n.given)
                if victim and kept_back and n.known.whole("child_places").search(self.text.text):
                    child = True
                if (victim and child) or ((victim or accused) and self._just_told(n, accused)):
                    start = n.start - len(before) + m.start(1)
                    if any(w.kind == "kin" and w.end + 1 == start for w in self.words):
                        continue  # "the sister of the victim X"
                    if self._depends(Word(start, start + len(m[1]), "noun", 3, n.known), n, ","):
                        continue  # "the father of the victim, X"
                    n.cues.append(
                        Cue(start, start + len(m[1]), 3, "one of the children it was done to", "noun")
                    )
                    break
