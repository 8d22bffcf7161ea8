"""Cues that stand before a name: "12-year-old pupil X", "her daughter X", "prosecutor X"."""

from __future__ import annotations

import re

from ..names import Cue, Name
from .ground import Ground
from .model import SURE, Word


class Before(Ground):
    """Cues that stand before a name: "12-year-old pupil X", "her daughter X", "prosecutor X"."""

    def _left(self, name: Name, floor: int) -> None:
        """ "12-year-old pupil X", "her daughter X", "prosecutor X": the words before, in the same phrase."""
        if name.known.cases_last and name.known.whole("called").match(self.text.text, name.end + 1):
            return  # "a neighbour heard a girl called X"
        if not name.known.cases_last and self._of_household(name):
            name.plural = True
            return  # "the children of the family X"
        last = re.search(r"([^\W\d_]+)[ \u00a0]+$", self.text.text[max(0, name.start - 20) : name.start])
        if last and self.text.tagged and self.text.pos(name.start - len(last[0])) == "ADP":
            return  # "a mother for X"
        near = [w for w in self.words if floor <= w.start and w.end <= name.start and name.start - w.end < 90]
        at = name.start
        aged: Word | None = None  # "a girl of twelve, X"
        other = False  # "the father of the 12-year-old boy X"
        for w in reversed(near):
            between = self._clause(w.end, at)
            if aged is None and between is not None and self._follows_noun(w, between):
                aged = w
                continue
            if aged is not None:
                between = self._clause(aged.end, at)
            if between and ")" in between and "(" not in between and w.known.cases_last:
                break  # "X (born in 2012) and the coach Y"
            if between and w.known.cases_last and w.front is False and self._in_brackets_with(name, w):
                break  # "X (10th class, Shymkent)"
            colon = None
            lists = w.plural or (w.kind == "grade" and not w.known.cases_last)  # "10 B: X, Y and Z"
            if between is None and lists and w.weight > 0 and self._in_row(name):
                colon = re.fullmatch(r"\s*:\s*", self.text.text[w.end : at])
                between = "," if colon and self._fitting(w, name) else None
            attribute = between is not None and self._attribute_between(w, between)
            if between is None or len(between.split()) > (8 if w.kind == "role" or attribute else 4):
                break
            bare = between.strip()
            called = w.known.whole("called").search(between) is not None
            if attribute or self._apposition(w, between, name):
                bare = ","
            elif "," in between and bare not in (",", ", —", ",—"):
                break
            if w.kind == "age" and not w.front and not self._was(w, between, name):
                break
            many = self._several(w) and not w.known.cases_last
            many = many or (w.plural and w.weight < 0 and w.known.cases_last)
            many = many or (w.plural and w.kind == "role" and "," in bare)  # "as the neighbours say, X"
            if many and not self._in_row(name):
                if w.weight > 0 and colon is None and not w.known.cases_last and self._depends(w, name, bare):
                    at, other = w.start, True  # "the head of the office of children's rights X"
                    continue
                break  # "the children of Olga", "doctors say that Aida's arm …"
            if colon is None and self._depends(w, name, bare):
                at, other = w.start, True  # "the mother of the girl, X": the mother may still be meant
                continue
            if other and w.front and not bare:
                at = w.start
                continue
            if w.known.cases_last and w.weight < 0 and not w.taken and self._minor_between(w, name):
                break  # "the police department minor X-ACC (seeks)"
            if w.known.cases_last and w.weight > 0 and self._whom_a_trade_is_about(w, name):
                break  # "the judge who sentenced the teenager, X", in the order of Kazakh
            if w.known.cases_last and w.taken and self._named_before(w, name):
                break  # "a woman called X said Y-ACC …"
            if not called and not self._agree(w, name, bare):
                break
            if w.weight < 0 and w.kind == "role" and not bare and self._works_for(w, name):
                break  # "the lawyer of Dosanov", whom the draft has named
            if self._apposed_before(w, name):
                child = Cue(w.start, w.end, 2, "somebody's child", "parent")
                name.cues += [child] if any(x.weight >= 3 for x in self.words) else []
                break
            if w.weight > 0 and w.kind == "noun" and w.known.cases_last and self._guarded(name):
                break  # "a boy's guardian X"
            for x in (w, aged) if aged is not None else (w,):
                self._note(name, x)
                x.taken = True
            aged, at = None, w.start

    def _minor_between(self, w: Word, name: Name) -> bool:
        """Whether a word for a child was noted between a trade and a name that has no comma before it."""
        gap = self.text.text[w.end : name.start]
        if w.kind in ("age", "noun") and any(c.kind == "noun" and c.start == w.end + 1 for c in name.cues):
            return False  # "the 23-year-old girl X", "the student girl X"
        return "," not in gap and any(
            c.weight >= 3 and c.kind == "noun" and w.end <= c.start < name.start for c in name.cues
        )

    def _whom_a_trade_is_about(self, w: Word, name: Name) -> bool:
        """Whether other words stand between a word for a child and a trade or kinship noted right before a name."""
        noted = (c for c in name.cues if c.weight < 0 and w.end <= c.start and c.end <= name.start)
        first = min(noted, key=lambda c: c.start, default=None)
        return first is not None and re.search(r"\w", self.text.text[w.end : first.start]) is not None

    def _in_brackets_with(self, name: Name, w: Word) -> bool:
        """Whether a single word closes the brackets behind another name in which a class or an age stands as well."""
        text = self.text.text
        if len(name.parts) > 1 or text[name.end : name.end + 1] != ")":
            return False
        opened = text.rfind("(", 0, w.start)
        inside = text[opened + 1 : name.start] if opened >= 0 else ")"
        return ")" not in inside and any(n.end <= opened and opened - n.end <= 1 for n in self.names)

    def _of_household(self, name: Name) -> bool:
        """A surname that no case changes right behind a word for a family."""
        return (
            len(name.parts) == 1
            and not name.given
            and name.known.whole("household").fullmatch(self._word_before(name.start)) is not None
        )

    def _several(self, w: Word) -> bool:
        """A word for several children; "of the eighth class" is none."""
        one = " " not in self.text.text[w.start : w.end]
        return w.plural and w.weight > 0 and (w.kind in ("noun", "kin") or (w.kind == "grade" and one))

    def _was(self, w: Word, between: str, name: Name) -> bool:
        """ "Only seven years old was X": an age, its verb, and whose it is."""
        told = w.known.whole("age_verbs").fullmatch(between.strip()) is not None
        return told and any(c == "Dat" for _, c in name.forms)

    def _attribute_between(self, w: Word, between: str) -> bool:
        """ "Mother, who-trades-at-the-market X": a word of kinship, what its bearer does, and the name, where an
        attribute stands before its noun and ends as one."""
        told = re.fullmatch(r",\s+(?:[^\s,.:;()«»„“”\"—–]+\s+){1,7}", between)
        return (
            told is not None
            and w.known.cases_last
            and w.kind == "kin"
            and w.weight < 0
            and not w.plural
            and w.known.key(between.split()[-1]).endswith(w.known.adjective_endings)
        )

    def _apposition(self, w: Word, between: str, name: Name) -> bool:
        """ "The pensioner's grandson, X, was found": between noun and comma nothing but genitives that go with it."""
        m = re.fullmatch(r"\s+([^,.:;()«»„“”\"—–]{2,60}),\s*(?:[–—]\s*)?", between)
        if m is None or w.kind not in ("kin", "noun") or w.weight < 2 or w.plural or w.known.cases_last:
            return False
        if not re.match(r"\s*(?:[,.(;]|[–—]|$)", self.text.text[name.end :]):
            return False
        start = w.end + m.start(1)
        return all(
            self.text.pos(i) not in ("VERB", "AUX") or self.text.morph(i, "VerbForm") == "Part"
            for i in self._offsets(start, w.end + m.end(1))
        ) and all(
            self.text.morph(i, "Case") == "Gen"
            for i in self._offsets(start, w.end + m.end(1))
            if self.text.pos(i) in ("NOUN", "PROPN")
        )

    def _follows_noun(self, w: Word, between: str) -> bool:
        """ "A girl of twelve, X": an age right behind a word for somebody, and the name after a comma."""
        if w.kind != "age" or w.front or not re.fullmatch(r"\s*(?:,|[–—])?\s*", between):
            return False
        return any(x.kind in ("noun", "kin", "grade") and x.end + 1 == w.start for x in self.words)

    def _named_before(self, w: Word, name: Name) -> bool:
        """Whether a word was noted for a name before it."""
        return any(
            n.end <= w.start and any(c.start == w.start for c in n.cues) for n in self.names if n is not name
        )

    def _child_before(self, name: Name) -> None:
        """ "Little X", "custody of X", "adopted X": what is said of children only, right before a name."""
        before = self.text.text[max(0, name.start - 40) : name.start]
        for m in name.known.whole("child_before").finditer(before):
            if re.fullmatch(r"[ \u00a0]+", before[m.end() :]) and not any(c.weight < 0 for c in name.cues):
                at = name.start - len(before)
                done = self.text.pos(at + m.start()) == "VERB" and not name.known.cases_last
                if done and all(c == "Nom" for _, c in name.forms) and name.forms:
                    continue  # "the boy was adopted by X", said with X as the subject
                cue = Cue(at + m.start(), at + m.end(), 3, "what is said of children", "noun")
                name.cues.append(cue)
                return

    def _possessor(self, name: Name, other: Name) -> bool:
        """ "The lawyer of Dosanov Olga Kim": a surname that is in no row with the full name after it."""
        return (
            not name.known.cases_last
            and len(name.parts) == 1
            and bool(name.surnames)
            and len(other.parts) > 1
            and re.fullmatch(r"[ \u00a0]", self.text.text[name.end : other.start]) is not None
        )

    @staticmethod
    def _guarded(name: Name) -> bool:
        """Whether a word for a parent or guardian before a name was noted already."""
        return any(c.kind == "kin" and c.weight < 0 and c.end <= name.start for c in name.cues)

    def _in_row(self, name: Name) -> bool:
        """Whether another name follows after a comma or a word for "and"."""
        return any(
            name.end <= n.start < name.end + 60
            and self._joins(self.text.text[name.end : n.start], name.known)
            for n in self.names
            if n.score >= SURE or (n.given and not n.known.cases_last)
        )

    def _agree(self, w: Word, name: Name, bare: str) -> bool:
        """Case against case where both are known: "the teacher of Alina" is no name of the teacher."""
        if w.kind == "age" and not w.front and not w.known.cases_last:
            return True  # seen to be the name's (``_was``)
        if w.kind in ("age", "grade") and w.front:
            apart = re.search(r"[»”\":–—]", bare) is not None
            return not w.known.cases_last or not bare or (len(bare.split()) <= 4 and not apart)
        if w.known.cases_last:
            return self._modifies(w, name, bare)
        verbs = (
            self.text.pos(i) in ("VERB", "AUX") and w.known.whole("victims").match(self.text.text, i) is None
            for i in self._offsets(w.end, name.start)
        )
        if bare and bare != "," and any(verbs):
            return False
        return self._fitting(w, name)

    def _modifies(self, w: Word, name: Name, bare: str) -> bool:
        """Whether a word before a name belongs to it where only the last word of a phrase takes a case. A subject
        that opens the sentence is no modifier of an object: "mother took Aida-ACC from school"."""
        raw = self.text.text[w.start : w.end]
        if w.kind == "grade" and w.known.whole("studies").fullmatch(bare):
            return True
        link = bare.rstrip("–—- ").rstrip()
        if w.known.whole("one_of").fullmatch(link):
            return True
        if w.known.whole("name_is").fullmatch(link):
            return w.weight > 0 or w.kind == "kin"
        case = w.known.case_of_noun(raw)
        if w.kind == "kin" and case not in ("", "Own", "Gen") and case == name.case and bare in ("", ","):
            return True  # "her mother-ACC Aida-ACC"
        if case not in ("", "Own"):
            return False
        if bare and not re.fullmatch(r"[,–—-]\s*[–—-]?", bare):
            one = len(bare.split()) == 1
            if w.weight < 0 and w.known.whole("serves").fullmatch(bare):
                return True
            return w.weight > 0 and one and w.known.key(bare).endswith(w.known.adjective_endings)
        return not self._object(w, name)

    def _object(self, w: Word, name: Name) -> bool:
        """ "The class teacher knew Aida-GEN was absent": a child's name that stood before, not the teacher's."""
        own = w.known.case_of(self.text.text[w.start : w.end]) == "Own"  # "my husband X-DAT"
        if self.text.opens(w.start) and name.case in ("Acc", "Dat", "Abl", "Ins") and not own:
            return True
        if w.weight > 0 and w.plural and name.case == "Gen" and not self._in_row(name):
            return True  # "pupils heard X-GEN songs": several are not one
        if w.weight >= 0 or len(name.parts) > 1 or not name.case:
            return False
        mine = name.known.bases(name.parts[0][1])
        listed = mine & name.known.given_names
        return any(
            o.end <= w.start
            and any(
                (listed if not any(c.weight > 0 for c in o.cues) else mine) & o.known.bases(t)
                for _, t in o.parts
            )
            and not any(c.weight < 0 for c in o.cues)
            for o in self.names
        )

    def _child_of(self, name: Name) -> None:
        """ "The mother of Sofia": a word for a parent right before a name in another case."""
        about = any(w.weight >= 3 for w in self.words) or (
            (bool(name.given) or name.label == "PERSON")
            and (len(name.parts) == 1 or self._son_follows(name))
            and (
                name.known.whole("child_places").search(self.text.text) is not None
                or any(w.kind == "kin" and w.weight > 0 and not w.plural for w in self.words)
            )
        )
        pupils = name.known.whole("of_pupils")
        if name.known.cases_last:
            return
        before = self.text.text[max(0, name.start - 30) : name.start]
        for m in name.known.whole("parents").finditer(before):
            at = name.start - len(before) + m.start()
            word = Word(at, at + len(m.group()), "kin", 2, name.known)
            both = name.known.whole("parents_plural").fullmatch(m.group()) is not None
            school = both and name.known.whole("child_places").search(self.text.text) is not None
            if not about and not school and not pupils.fullmatch(m.group()):
                continue
            bare = re.fullmatch(r"[ \u00a0]+", before[m.end() :]) is not None
            both = name.known.whole("parents_only").fullmatch(m.group()) is not None
            both = both or any(x.start == at and x.plural for x in self.words)  # "the classmates of X"
            if bare and name.known.whole("possessives").fullmatch(self._word_before(at)):
                continue  # "her mother X": whose mother is told
            if bare and self._of_another(name):
                name.cues = [c for c in name.cues if c.start != word.start]
                name.cues.append(Cue(word.start, word.end, 2, "somebody's child", "parent"))
                continue
            if bare and any(c == "Gen" for _, c in name.forms) and self._named_once(name, word):
                continue  # "mama Altyngul", whose name is the same in all cases
            if bare and any(c == "Gen" for _, c in name.forms) and (both or not self._fitting(word, name)):
                name.cues = [c for c in name.cues if c.start != word.start]
                name.cues.append(Cue(word.start, word.end, 2, "somebody's child", "parent"))

    def _son_follows(self, name: Name) -> bool:
        """ "The complaint was written by X's mother: her son was beaten"."""
        s = self.text.sentences[name.sentence]
        return any(
            w.kind == "kin" and w.weight > 0 and not w.plural and name.end <= w.start < s.end
            for w in self.words
        )

    def _married(self, name: Name) -> None:
        """ "The wife of X", "X's widow", "her son X …, her daughter-in-law Y": who is married is grown up; so is the
        parent who is asked for: "– And her father? – X left us"."""
        if asked := self._parent_asked_for(name):
            name.cues.append(Cue(*asked, -5, "a parent", "kin"))
        before = self.text.text[max(0, name.start - 20) : name.start]
        own = any(not before[m.end() :].strip() for m in name.known.whole("offspring").finditer(before))
        s = self.text.sentences[name.sentence]
        if own and (m := name.known.whole("in_law").search(self.text.text, name.end, s.end)):
            name.cues.append(Cue(m.start(), m.end(), -5, "who is married", "kin"))
        if name.known.cases_last or not any(c == "Gen" for _, c in name.forms):
            return
        for m in name.known.whole("spouses").finditer(before):
            at = name.start - len(before) + m.start()
            word = Word(at, at + len(m.group()), "kin", -4, name.known)
            if before[m.end() :].strip() or self._fitting(word, name):
                continue
            name.cues.append(Cue(at, word.end, -4, "who is married", "kin"))
            return

    def _parent_asked_for(self, name: Name) -> tuple[int, int] | None:
        """The word for a parent in the question that a name opens the answer to."""
        text = self.text.text
        if re.fullmatch(r"\s*[–—-]\s*", self.text.line_before(name.start)) is None:
            return None
        end = len(text[: name.start].rstrip(" –—-\t\r\n"))
        asked = name.known.whole("parent_words").search(text, text.rfind("\n", 0, end) + 1, end)
        return asked.span() if asked and text[:end].endswith("?") else None

    def _apposed_before(self, w: Word, name: Name) -> bool:
        """ "Lyudmila Tsoi, Vitaly's grandmother": kinship that says who the name before its comma is."""
        before = next((n for n in reversed(self.names) if n.end <= w.start), None)
        return (
            w.kind == "kin"
            and w.weight < 0
            and not w.known.cases_last
            and before is not None
            and re.fullmatch(r"\s*[,(–—]\s*", self.text.text[before.end : w.start]) is not None
            and before.score >= SURE
            and any(c == "Gen" for _, c in name.forms)
            and not self.text.text[w.end : name.start].strip()
            and self._fitting(w, before)
        )

    def _named_once(self, name: Name, w: Word) -> bool:
        """Whether a name that fits the word beside it as well stands nowhere else in the draft."""
        unchanging = name.known.key(name.parts[-1][1]).endswith(
            tuple(name.known.words("unchanging")) or ("\0",)
        )
        if any(n.start == name.end + 1 and len(n.parts) > 1 for n in self.names):
            return False  # "the mother of Bogdan Svetlana Kryuchkova"
        man = name.known.given_forms(name.parts[0][1]) & {("m", "Gen")}
        if man and not unchanging:
            return False  # "the mother of Damir", rather than Damira herself
        fits = any(c == "Nom" for _, c in name.forms) and self._fitting(w, name)
        if not fits and not (unchanging and self.text.morph(w.start, "Case") == "Nom"):
            return False
        mine = name.known.bases(name.parts[0][1])
        return not any(o is not name and mine & o.known.bases(o.parts[0][1]) for o in self.names)

    def _of_another(self, name: Name) -> bool:
        """A surname alone of somebody, no grown-up so far, who has been named in full: "the grandmother of Kim"."""
        word, known = name.parts[-1][1], name.known
        if len(name.parts) > 1:
            return False
        return any(
            known.bases(word) & o.known.bases(w)
            and (known.key(word) != known.key(w) or o.cues)
            and not any(c.weight < 0 for c in o.cues)
            for o in self.names
            if o is not name and len(o.parts) > 1 and o.start < name.start
            for w in o.surnames
        )

    def _works_for(self, w: Word, name: Name) -> bool:
        """Whether a surname right behind a trade is that of somebody named before, in the genitive."""
        if w.known.cases_last:
            return False
        if name.given:
            return self._childs_own(name)
        if not self._of_another(name):
            return False
        genitive = frozenset(f for f in name.forms if f[1] == "Gen")
        if self.text.morph(w.end - 1, "Gender") == "Fem" or (name.forms and not genitive):
            return False  # "the (woman) teacher Dosanova"
        name.forms = genitive
        told = {g for g, _ in genitive}
        name.gender = told.pop() if len(told) == 1 else "any"
        return True

    def _childs_own(self, name: Name) -> bool:
        """ "The teacher of Asem", a name that no case changes, where a word for a child stands before it elsewhere."""
        mine = name.known.bases(name.parts[0][1])
        return (
            len(name.parts) == 1
            and self._of_any_sex(name)
            and any(
                any(c.weight > 0 for c in o.cues)
                or any(w.weight > 0 and w.kind != "kin" and w.end + 1 == o.start for w in self.words)
                for o in self.names
                if o is not name and any(mine & o.known.bases(t) for t in o.given)
            )
        )

    def _parent_of(self, name: Name) -> None:
        """ "The daughter of that same X": somebody's child right before a name in the genitive."""
        if name.known.cases_last or name.cues or not name.forms or any(c == "Nom" for _, c in name.forms):
            return
        if not any(c == "Gen" for _, c in name.forms):
            return
        w = next((w for w in reversed(self.words) if w.end < name.start), None)
        if w is None or w.start < name.start - 50 or w.taken:
            return
        own = w.known.whole("next_generation").fullmatch(self.text.text[w.start : w.end])
        gap = self.text.text[w.end : name.start]
        pointed = [self.text.pos(i) for i in self._offsets(w.end, name.start)]
        if own and re.fullmatch(r"[\w\s-]+", gap) and pointed and set(pointed) <= {"DET", "PRON", "ADJ"}:
            name.cues.append(Cue(w.start, w.end, -3, "somebody's parent", "kin"))

    def _answers_to(self, name: Name) -> None:
        """ "He answers to X", "at home they call her X", in a draft with a child in it."""
        if name.known.cases_last or len(name.parts) > 1 or any(c.weight for c in name.cues):
            return
        before = self.text.line_before(name.start)[-60:]
        behind = name.known.people.get("as_family_calls") and name.known.whole("as_family_calls").match(
            self.text.text, name.end + 2
        )  # "X, as her mother calls her", where nobody else is a child named so far
        if behind and any(w.weight > 0 and w.kind != "kin" for w in self.words):
            name.cues.append(Cue(behind.start(), behind.end(), 3, "what a child is called", "noun"))
            return
        m = next(
            (
                m
                for m in name.known.whole("answers_to").finditer(before)
                if not before[m.end() :].strip(' «“„"—–')
            ),
            None,
        )
        w = next(
            (w for w in reversed(self.words) if w.weight > 0 and not w.plural and w.end <= name.start), None
        )
        if (
            m
            and re.search(r"\w\s*[,(–—]\s*$", before[: m.start()])
            and self._named_right_before(name, m.start() - len(before))
        ):
            return  # "Pak Syn Ho, for his friends X"
        if m and w and self.text.sentence(name.start) - self.text.sentence(w.start) <= 6:
            at = name.start - len(before)
            name.cues.append(Cue(at + m.start(), at + m.end(), 3, "what a child is called", "noun"))

    def _named_right_before(self, name: Name, offset: int) -> bool:
        """Whether somebody is named right before the words that stand at an offset from a name."""
        gap = (n.end for n in self.names if n.end <= name.start + offset)
        return any(not self.text.text[end : name.start + offset].strip(" ,(–—") for end in gap)

    def _own_words_before(self, name: Name) -> None:
        """ "«I am looking for my child», says X": whoever speaks of a child as their own is a parent."""
        known, line = name.known, self.text.line_before(name.start)
        if not known.people.get("my_own"):
            return
        said = [m for m in known.whole("speech").finditer(line) if not line[m.end() :].strip()]
        own = known.whole("my_own").search(line) if said else None
        if own and not any(c.weight > 0 for c in name.cues):
            start = name.start - len(line)
            name.cues.append(Cue(start + own.start(), start + own.end(), -3, "a parent", "kin"))

    def _raises(self, name: Name, floor: int) -> None:
        """ "Living with her five children, X": a parent, where what is said of somebody stands before the name."""
        s = self.text.sentences[self.text.sentence(name.start)]
        start = max(s.start, floor, name.start - 70)
        before = self.text.text[start : name.start]
        if not name.known.cases_last or any(c.kind != "parent" for c in name.cues):
            return
        raises = next(
            (m for m in name.known.whole("raising").finditer(before) if m.end() == len(before.rstrip())), None
        )
        if raises is not None:  # "who raises her three children alone, X"; "who have adopted a girl, X and Y"
            cue = Cue(start + raises.start(), start + raises.end(), -3, "a parent", "kin")
            for n in next((r for r in self.rows() if r[0] is name), [name]):
                n.cues.append(cue)
            return
        last = re.search(r"([^\W\d_]+)\s+$", before)
        if last is None or not name.known.whole("who_does").fullmatch(last[1]):
            return
        for m in name.known.whole("own_child").finditer(before):
            if not re.search(r"[,–—():«»]", before[m.end() :]):
                name.cues.append(Cue(start + m.start(), start + m.end(), -3, "a parent", "kin"))
                return

    def _kin_of(self, name: Name, other: Name) -> None:
        """ "The grandfather of Daniyar, Mendygali X": kinship that stands before the child's name."""
        gap = self.text.text[other.end : name.start]
        if name.known.cases_last or not re.fullmatch(r"\s*,?\s*(?:[–—]\s*)?", gap) or other.score < SURE:
            return
        first = other
        for n in reversed(self.names[: self.names.index(other)]):
            between = self.text.text[n.end : first.start]
            if n.score < SURE or not between.strip() or not self._joins(between, n.known) or len(between) > 6:
                break
            first = n  # "the father of X and Y, Z"
        w = next((w for w in reversed(self.words) if w.end <= first.start), None)
        if (
            w is None
            or w.kind != "kin"
            or self.text.text[w.end : first.start].strip()
            or not self._fitting(w, name)
        ):
            return
        if other.forms and not any(c in ("Gen", "Acc") for _, c in other.forms):
            return
        first.cues = [c for c in first.cues if c.start != w.start or c.kind == "parent"]
        self._note(name, w)
        w.taken = True
