"""Who is in a draft: names with the cues beside them, the mentions of one person together, children told from
grown-ups."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...drafts.model import Draft
from ...spans import Span
from ..model import SITUATIONS, Evidence, Person
from .knowledge import ADULT, Knowledge
from .names import Cue, Name, Text, feature
from .patterns import UPPER, value_of

_PAUSE = re.compile(r"\s*[,(–—:-]\s*(?:[–—]\s*)?")
_QUOTED = re.compile(r"[\s:]*[«“][^«»“”]{1,400}[»”][\s,–—-]*")
_STOP = re.compile(r"[.!?…;:\n]")
_FEW = 6  # words that may stand between a name and a cue of it
_SURE = 2
_LONG_AGO = 70  # years since the birth of those whose childhood is history
_GREY = 55  # years; who is older has grown-up children
#: situations in which whoever is called a son or a daughter is looked at as a child
GRAVE = frozenset(SITUATIONS) - {
    "disability",
    "health",
    "poverty",
    "bereaved",
    "witness",
    "custody",
    "adoption",
}


@dataclass(slots=True)
class Word:
    """A word or expression of the draft that tells of somebody: an age, a grade, a noun, a kinship, a trade."""

    start: int
    end: int
    kind: str  # age, grade, noun, kin, role
    weight: int  # over 0: a child; under 0: a grown-up; 0: neither by itself
    known: Knowledge
    years: int | None = None
    gender: str = "any"
    plural: bool = False
    front: bool = False  # stands before what it belongs to ("12-year-old")
    taken: bool = False


@dataclass(eq=False)
class Cluster:
    """All names of one person."""

    names: list[Name] = field(default_factory=list)

    @property
    def score(self) -> int:
        return sum(c.weight for c in self.cues)

    @property
    def cues(self) -> list[Cue]:
        return [c for n in self.names for c in n.cues]

    @property
    def kind(self) -> str:
        if self.names[0].plural:
            return "unknown"
        ages = [c for c in self.cues if c.kind == "age" and c.years is not None]
        if any(c.years is not None and c.years > _LONG_AGO for c in ages):
            return "adult"
        if any(c.weight > 0 for c in ages):
            return "child"
        if ages:
            return "adult"
        return "child" if self.score >= _SURE else "adult" if self.score < 0 else "unknown"

    @property
    def gender(self) -> str:
        told = [n for n in self.names if n.gender != "any"]
        return max(told, key=lambda n: n.end - n.start).gender if told else "any"

    @property
    def start(self) -> int:
        return min(n.start for n in self.names)


class People:
    """Reads one draft. ``clusters`` and ``owner`` (whose each name is) are there after ``read``."""

    def __init__(self, draft: Draft, text: Text, names: Sequence[Name]) -> None:
        self.draft = draft
        self.text = text
        self.names = list(names)
        self.clusters: list[Cluster] = []
        self.owner: dict[Name, Person] = {}
        self._genders: dict[str, str] = {}
        self.published = _year(draft)
        self.words = self._find_words()
        if not text.tagged:  # "Eldest daughter Aida": the first two are a word of kinship, no name
            self.names = [
                n
                for n in self.names
                if n.score >= _SURE or not any(w.start <= n.start < w.end for w in self.words)
            ]

    # -- words that tell of somebody
    def _find_words(self) -> list[Word]:
        found: list[Word] = []
        regions = self.text.regions

        def add(key: str, kind: str, weight: int, gender: str = "any", front: bool = False) -> None:
            for m, known in regions.find(lambda k: k.whole(key)):
                word = Word(m.start(), m.end(), kind, weight, known, gender=gender, front=front)
                if kind == "age" and not self._age(m, word, known):
                    continue
                if kind == "grade":
                    n = known.number(value_of(m, "n") or "")
                    if n is not None and not 1 <= n <= 12:
                        continue
                found.append(word)

        add("ages_before", "age", 5, front=True)
        add("ages", "age", 5)
        add("births", "age", 5)
        add("ages_months", "age", 5)
        add("ages_young", "noun", 4)
        add("grades", "grade", 4)
        for gender in ("f", "m", "any"):
            add(f"children.{gender}", "noun", 3, gender)
        add("kin_child", "kin", 2)
        add("kin_adult", "kin", -4)
        add("kin_any", "kin", 0)
        add("kin_peer", "peer", 0)
        add("roles", "role", -4)
        add("adults", "noun", -4)
        named = [n for n in self.names if n.score >= _SURE]
        found = [w for w in found if not any(n.start <= w.start < n.end for n in named)]
        found = [
            w
            for w in found
            if self.text.text[w.start : w.end].lower() not in w.known.words("needs_owner") or self._owned(w)
        ]
        return self._apart(found)

    def _age(self, m: re.Match[str], word: Word, known: Knowledge) -> bool:
        year = value_of(m, "year")
        if year:
            word.years = self.published - int(year)
            # born long ago: nobody whose childhood is news
            if word.years < 0:
                return False
        else:
            number = known.number(value_of(m, "n") or "")
            if number is None or number > 110:
                return False
            before = re.search(r"([^\W\d_]+)[\s-]$", self.text.text[max(0, m.start() - 20) : m.start()])
            tens = known.number(before[1]) if before and number < 10 else None
            word.years = number + (tens if tens and tens >= 20 else 0)
            if known.whole("ages_months").fullmatch(m.group()):
                word.years = word.years // 12
            near = self.text.text[max(0, m.start() - 14) : m.start()]
            last = re.search(r"([^\W_]+)\W*$", near)
            if last and not word.front and known.whole("not_ages_before").fullmatch(last[1]):
                return False
            after = re.match(r"\s+([^\W_]+(?:\s+[^\W_]+)?)", self.text.text[m.end() : m.end() + 40])
            if after and known.whole("not_ages_after").match(after[1]):
                return False
        word.weight = 5 if word.years < ADULT else -6
        return True

    def _apart(self, found: list[Word]) -> list[Word]:
        """The longest at each place; of equals the surer one; singular or plural told."""
        kept: list[Word] = []
        for w in sorted(found, key=lambda w: (-(w.end - w.start), w.start, -abs(w.weight))):
            if not any(w.start < k.end and k.start < w.end for k in kept):
                kept.append(w)
        for w in kept:
            low = self.text.text[w.start : w.end].lower()
            w.plural = low in w.known.words("plural_children") or w.known.is_plural(low)
            if w.known.people.get("singular_after_numbers") and w.kind in ("kin", "noun", "grade"):
                w.plural = w.plural or self._many(w)
            number = self.text.morph(w.start, "Number")
            w.plural = w.plural or number == "Plur"
            if w.gender == "any" and (g := self.text.morph(w.start, "Gender")) and w.kind in ("grade", "kin"):
                w.gender = {"Fem": "f", "Masc": "m"}.get(g, "any")
        return sorted(kept, key=lambda w: w.start)

    def _many(self, w: Word) -> bool:
        """A number or a word for many stands before, after which the noun has no plural: "three child"."""
        words = re.findall(r"[^\W_]+", self.text.text[max(0, w.start - 30) : w.start].lower())
        while words and words[-1] in w.known.words("many_gap"):
            words.pop()
        if not words or words[-1] in w.known.words("not_many"):
            return False
        count = w.known.number(" ".join(words[-2:])) or w.known.number(words[-1])
        return words[-1] in w.known.words("many") or (count is not None and count >= 2)

    # -- cues beside names
    def read(self) -> list[Person]:
        self._beside()
        self._spread()
        self.names = [n for n in self.names if self._is_name(n) or self._maybe(n)]
        self._cluster()
        self._pronouns()
        self._in_one_breath()
        self._rows_of_children()
        self._lonely()
        self._victims()
        self._unclear()
        self._likely()
        self._in_one_breath()
        self._grown_up()
        self._in_capitals()
        self._short_names()
        self._initials()
        self._in_order()
        return self._people()

    def _is_name(self, n: Name) -> bool:
        bonus = 2 if any(c.kind in ("age", "grade", "kin") or abs(c.weight) >= 3 for c in n.cues) else 0
        if any(
            c.kind in ("age", "grade") and not self.text.text[c.end : n.start].strip() and c.end <= n.start
            for c in n.cues
        ):
            # "eleven-year-old Shugyla": whatever a pipeline takes the word for
            bonus = 6 if n.known.cases_last else 4 if n.given else bonus
        return n.score + bonus >= _SURE

    def _maybe(self, n: Name) -> bool:
        """Kept to see whether it is a known person's name after all."""
        if n.known.about.get("names_over_labels") and n.score >= -6:
            return True
        return n.score + 2 >= 0 and not (n.label in ("LOC", "ORG") and n.score < -4)

    def _beside(self) -> None:
        for i, name in enumerate(self.names):
            before = max((n.end for n in self.names[:i] if n.score >= _SURE), default=0)
            after = min(
                (n.start for n in self.names[i + 1 :] if n.score >= _SURE), default=len(self.text.text)
            )
            self._left(name, before)
            self._child_of(name)
            self._raises(name, before)
            if i and not any(c.kind == "kin" for c in name.cues):
                self._kin_of(name, self.names[i - 1])
            self._right(name, after)
            self._in_years(name)
            self._acts_grown_up(name, after)
            if i + 1 < len(self.names):
                self._whose(name, self.names[i + 1])
            self._of_the_past(name)
            if len(name.parts) > 1 and any(name.known.ends("adult_patronymics", w) for _, w in name.parts):
                name.cues.append(Cue(name.start, name.end, -1, "addressed as a grown-up", "noun"))

    def _whose(self, name: Name, child: Name) -> None:
        """ "Sholpan X, Galym's mother": kinship that another name's genitive says whose."""
        gap = self.text.text[name.end : child.start]
        if not name.known.cases_last or child.case != "Gen" or not re.fullmatch(r"\s*[,–—-]\s*", gap):
            return
        w = next((w for w in self.words if w.start == child.end + 1), None)
        if w and w.kind == "kin" and w.weight < 0 and re.match(r"\s*[.,;:)–—]", self.text.text[w.end :]):
            self._note(name, w)
            w.taken = True

    def _of_the_past(self, name: Name) -> None:
        """ "In 1943 Nina and Rosa sat side by side": whoever is named with a year of long ago is grown up now."""
        s = self.text.sentences[self.text.sentence(name.start)]
        for m in name.known.whole("long_ago").finditer(self.text.text, s.start, s.end):
            year = value_of(m, "year")
            if not year or self.published - int(year) > _LONG_AGO:
                name.cues.append(Cue(m.start(), m.end(), -6, "long ago", "age", _LONG_AGO + 1))
                return

    def _acts_grown_up(self, name: Name, ceiling: int) -> None:
        """ "X took his degree this year": what only grown-ups do, in the clause of a name."""
        m = name.known.whole("grown_up_acts").search(self.text.text, name.end, min(ceiling, name.end + 60))
        between = self._clause(name.end, m.start()) if m and not name.case else None
        if m and between is not None and "," not in between and len(between.split()) <= 3:
            name.cues.append(Cue(m.start(), m.end(), -4, "what grown-ups do", "noun"))

    def _in_years(self, name: Name) -> None:
        """ "Aida seven-LOC, Dana four-LOC": a bare number right after a name, where the language says it so."""
        text = self.text.text
        m = name.known.whole("ages_locative").match(text, name.end + 1)
        if m is None or name.case or not re.match(r"\s*(?:[.,;!?…]|$)", text[m.end() :]):
            return
        years = name.known.number(value_of(m, "n") or "")
        if years is not None:
            weight, under = (5, ": under 18") if years < ADULT else (-6, "")
            name.cues.append(Cue(m.start(), m.end(), weight, f"age {years}{under}", "age", years))

    def _child_of(self, name: Name) -> None:
        """ "The mother of Sofia": a word for a parent right before a name in another case."""
        if name.known.cases_last or not any(w.weight >= 3 and not w.plural for w in self.words):
            return
        before = self.text.text[max(0, name.start - 30) : name.start]
        for m in name.known.whole("parents").finditer(before):
            at = name.start - len(before) + m.start()
            word = Word(at, at + len(m.group()), "kin", 2, name.known)
            bare = re.fullmatch(r"[ \u00a0]+", before[m.end() :]) is not None
            both = name.known.whole("parents_only").fullmatch(m.group()) is not None
            if bare and any(c == "Gen" for _, c in name.forms) and self._named_once(name, word):
                continue  # "mama Altyngul", whose name is the same in all cases
            if bare and any(c == "Gen" for _, c in name.forms) and (both or not self._fitting(word, name)):
                name.cues = [c for c in name.cues if c.start != word.start]
                name.cues.append(Cue(word.start, word.end, 2, "somebody's child", "parent"))

    def _raises(self, name: Name, floor: int) -> None:
        """ "Living with her five children, X": a parent, where what is said of somebody stands before the name."""
        s = self.text.sentences[self.text.sentence(name.start)]
        start = max(s.start, floor, name.start - 70)
        before = self.text.text[start : name.start]
        if not name.known.cases_last or any(c.kind != "parent" for c in name.cues):
            return
        last = re.search(r"([^\W\d_]+)\s+$", before)
        if last is None or not name.known.whole("who_does").fullmatch(last[1]):
            return
        for m in name.known.whole("own_child").finditer(before):
            if not re.search(r"[,–—():«»]", before[m.end() :]):
                name.cues.append(Cue(start + m.start(), start + m.end(), -3, "a parent", "kin"))
                return

    def _named_once(self, name: Name, w: Word) -> bool:
        """Whether a name that fits the word beside it as well stands nowhere else in the draft."""
        unchanging = name.known.key(name.parts[-1][1]).endswith(
            tuple(name.known.words("unchanging")) or ("\0",)
        )
        fits = any(c == "Nom" for _, c in name.forms) and self._fitting(w, name)
        if not fits and not (unchanging and self.text.morph(w.start, "Case") == "Nom"):
            return False
        mine = name.known.bases(name.parts[0][1])
        return not any(o is not name and mine & o.known.bases(o.parts[0][1]) for o in self.names)

    def _kin_of(self, name: Name, other: Name) -> None:
        """ "The grandfather of Daniyar, Mendygali X": kinship that stands before the child's name."""
        gap = self.text.text[other.end : name.start]
        if name.known.cases_last or not re.fullmatch(r"\s*,?\s*(?:[–—]\s*)?", gap) or other.score < _SURE:
            return
        w = next((w for w in reversed(self.words) if w.end <= other.start), None)
        if (
            w is None
            or w.kind != "kin"
            or self.text.text[w.end : other.start].strip()
            or not self._fitting(w, name)
        ):
            return
        if other.forms and not any(c in ("Gen", "Acc") for _, c in other.forms):
            return
        other.cues = [c for c in other.cues if c.start != w.start]
        self._note(name, w)
        w.taken = True

    def _clause(self, start: int, end: int) -> str | None:
        """The text between two places, or None where a sentence ends in it."""
        between = self.text.text[start:end]
        return None if _STOP.search(between) else between

    def _left(self, name: Name, floor: int) -> None:
        """ "12-year-old pupil X", "her daughter X", "prosecutor X": the words before, in the same phrase."""
        if name.known.cases_last and name.known.whole("called").match(self.text.text, name.end + 1):
            return  # "a neighbour heard a girl called X"
        near = [w for w in self.words if floor <= w.start and w.end <= name.start and name.start - w.end < 90]
        at = name.start
        for w in reversed(near):
            between = self._clause(w.end, at)
            if between is None or len(between.split()) > (8 if w.kind == "role" else 4):
                break
            bare = between.strip()
            called = w.known.whole("called").search(between) is not None
            if "," in between and bare not in (",", ", —", ",—"):
                break
            if w.kind == "age" and not w.front:
                break
            many = w.plural and w.weight > 0 and w.kind in ("noun", "kin") and not w.known.cases_last
            many = many or (w.plural and w.weight < 0 and w.known.cases_last)
            if many and not self._in_row(name):
                break  # "the children of Olga", "doctors say that Aida's arm …"
            if self._depends(w, name, bare):
                at = w.start  # "the mother of the girl, X": the mother may still be meant
                continue
            if not called and not self._agree(w, name, bare):
                break
            self._note(name, w)
            w.taken = True
            at = w.start

    def _in_row(self, name: Name) -> bool:
        """Whether another name follows after a comma or a word for "and"."""
        return any(
            name.end <= n.start < name.end + 60
            and self._joins(self.text.text[name.end : n.start], name.known)
            for n in self.names
            if n.score >= _SURE
        )

    def _depends(self, w: Word, name: Name, bare: str) -> bool:
        """A genitive that belongs to the noun before it and not to the name."""
        if self.text.morph(w.end - 1, "Case") != "Gen" or w.front:
            return False
        head = self.text.text[max(0, w.start - 40) : w.start]
        first = w.start - len(head)
        noun = False
        for last in reversed(list(re.finditer(r"[^\W\d_]+", head))[-3:]):
            if last.end() < len(head) and head[last.end() :].strip(' «“„"') and "," in head[last.end() :]:
                break
            pos = self.text.pos(first + last.start())
            noun = pos in ("NOUN", "PROPN")
            if pos != "ADJ":  # "the mother of the older boy"
                break
        if not noun and head.rstrip()[-1:] not in tuple('«“„"'):
            return False
        return "," in bare or not self._fitting(w, name) or len(name.parts) > 1

    def _fitting(self, w: Word, name: Name) -> bool:
        """Whether noun and name can stand side by side as one: case and, where the noun has a sex, gender."""
        if w.known.cases_last and w.known.case_of(self.text.text[w.start : w.end]) == "Gen":
            return False
        case = self.text.morph(w.end - 1, "Case")  # the last word of "младший брат" has its case
        if not case or not name.forms:
            return True
        if case == "Gen" and w.known.number(self._word_before(w.start)) is not None:
            return True  # "two girls" has the case of the numeral
        alike = {"Gen", "Acc"} if case in ("Gen", "Acc") else {case}
        return any(c in alike and w.gender in (g, "any") for g, c in name.forms)

    def _word_before(self, start: int) -> str:
        m = re.search(r"([^\W_]+)[ \u00a0]+$", self.text.text[max(0, start - 30) : start])
        return m[1].lower() if m else ""

    def _agree(self, w: Word, name: Name, bare: str) -> bool:
        """Case against case where both are known: "the teacher of Alina" is no name of the teacher."""
        if w.kind in ("age", "grade") and w.front:
            return not w.known.cases_last or not bare or len(bare.split()) <= 4
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
            return w.weight > 0
        if w.known.case_of(raw) not in ("", "Own") and not raw.endswith(("ны", "ні")):
            return False
        if bare and not re.fullmatch(r"[,–—-]\s*[–—-]?", bare):
            one = len(bare.split()) == 1
            return w.weight > 0 and one and w.known.key(bare).endswith(w.known.adjective_endings)
        return not (self.text.opens(w.start) and name.case in ("Acc", "Dat", "Abl", "Ins"))

    def _owned(self, w: Word) -> bool:
        """Whether somebody whose kin may be meant stands before in the sentence: "his ұлы", not "ұлы" (great)."""
        s = self.text.sentences[self.text.sentence(w.start)]
        words = re.findall(r"[^\W\d_]+", self.text.text[s.start : w.start])
        return any(w.known.case_of(x) == "Gen" for x in words[-4:]) or any(
            s.start <= n.start < w.start and n.score >= _SURE for n in self.names
        )

    def _offsets(self, start: int, end: int) -> Iterable[int]:
        return (m.start() + start for m in re.finditer(r"[^\W_]+", self.text.text[start:end]))

    def _right(self, name: Name, ceiling: int) -> None:
        """ "X, 12," "X (12 years)", "X, a pupil of class 7", "X, who turned twelve", "X is in class 7"."""
        if self._bare_age(name):
            return
        stop = min(ceiling, name.end + 130)
        for w in self.words:
            if not name.end <= w.start < stop:
                continue
            between = self._clause(name.end, w.start)
            if between is None:
                break
            count = len(between.split())
            if self._of(name, w, between):
                break
            owner = w.kind == "noun" and "," not in between and count <= 2
            if owner and name.known.cases_last and w.known.case_of(self.text.text[w.start : w.end]) == "Gen":
                continue  # "X, the boys' grandfather"
            if self._before_other(w, ceiling):
                break
            pause = _PAUSE.match(between)
            if pause and w.kind in ("age", "grade") and known_relative(name, between) and not w.taken:
                self._note(name, w)
                w.taken = True
                break
            if pause:
                rest = between[pause.end() :]
                closed = "," not in rest and count <= _FEW
                verbs = any(
                    self.text.pos(i) in ("VERB", "AUX") and not known_link(name, self.text.text, i)
                    for i in self._offsets(name.end, w.start)
                )
                if closed and not w.taken and (not verbs or w.kind == "grade"):
                    if w.kind in ("noun", "role", "kin") and not self._fitting(w, name):
                        break
                    self._note(name, w)
                    w.taken = True
                    if w.kind == "age":
                        continue
                break
            acts = any(
                self.text.pos(i) in ("VERB", "AUX") and not known_link(name, self.text.text, i)
                for i in self._offsets(name.end, w.start)
            )
            if (
                w.kind == "age"
                and not w.front
                and count <= 4
                and not w.taken
                and "," not in between
                and not acts
                and self._of_age(name, w)
            ):
                self._note(name, w)
                w.taken = True
                break
            if w.kind == "grade" and count <= _FEW and not w.taken and "," not in between:
                self._note(name, w)
                w.taken = True
                break
            plain = w.kind == "noun" and w.weight > 0 and count <= 2 and "," not in between and not w.taken
            if (
                plain
                and any(c == "Nom" for _, c in name.forms)
                and self.text.morph(w.start, "Case") in ("Nom", "Ins")
            ):
                self._note(name, w)
                w.taken = True
            break

    def _of_age(self, name: Name, w: Word) -> bool:
        """ "X-DAT 14 years", "X, born in 2014", "X turned 14"; "X (did) two years" is no age."""
        born = re.search(r"\d{4}", self.text.text[w.start : w.end])
        dative = not name.forms or any(c == "Dat" for _, c in name.forms)
        return dative or born is not None or self.text.pos(w.start) == "VERB"

    def _before_other(self, w: Word, ceiling: int) -> bool:
        """Whether a word stands right before another name, which it then belongs to ("…, prosecutor Y")."""
        if w.kind == "age" and not w.front:
            return False
        gap = self.text.text[w.end : ceiling]
        return ceiling < len(self.text.text) and len(gap.split()) <= 1 and not re.search(r"[^\w\s«»]", gap)

    def _of(self, name: Name, w: Word, between: str) -> bool:
        """ "X's mother", "a girl called X", "my brother X" where these follow the name; the cue is noted."""
        if not name.known.cases_last:
            return False
        called = name.known.whole("called").match(between.lstrip())
        if (
            called
            and w.weight > 0
            and w.kind in ("age", "grade", "noun", "kin")
            and len(between.split()) <= 5
        ):
            self._note(name, w)
            w.taken = True
            return w.kind != "age"
        if between.strip():
            return self._own_child(name, w, between) or self._is_kin_of(name, w, between)
        raw = self.text.text[w.start : w.end]
        if name.case == "Gen" and w.kind == "kin" and w.weight < 0:
            told = any(x.weight > 0 and not x.plural and x.kind != "kin" for x in self.words)
            name.cues.append(Cue(w.start, w.end, 2 if told else 1, "somebody's child", "parent"))
            return True
        if not name.case and name.known.whole("kin_after").fullmatch(raw):
            self._note(name, w)
            w.taken = True
            return True
        return False

    def _is_kin_of(self, name: Name, w: Word, between: str) -> bool:
        """ "X is a stepfather to the victim"."""
        after = self.text.text[w.end : w.end + 20].lstrip()
        if w.kind != "kin" or w.weight >= 0 or name.case or len(between.split()) > _FEW:
            return False
        named = re.match(r"[.:;]", after) and "," not in between
        if not named and not name.known.whole("copulas").match(after):
            return False
        self._note(name, w)
        w.taken = True
        return True

    def _own_child(self, name: Name, w: Word, between: str) -> bool:
        """ "X has not seen her daughter-ACC": X is a parent."""
        raw = self.text.text[w.start : w.end]
        if (
            w.kind != "kin"
            or w.weight <= 0
            or name.case
            or len(between.split()) > _FEW
            or re.search(r"[,–—():«»]", between)
            or not w.known.whole("own_child").fullmatch(raw)
        ):
            return False
        name.cues.append(Cue(w.start, w.end, -3, "a parent", "kin"))
        return True

    def _bare_age(self, name: Name) -> bool:
        """ "X, 12," and "X is eleven." without a word for years."""
        known = name.known
        m = known.bare_age.match(self.text.text, name.end, name.end + 90)
        years = known.number(m[1]) if m else None
        if (
            m is None
            or years is None
            or not 0 < years < 100
            or (m[1].isdecimal() and m.group().strip() == m[1])
        ):
            return False
        weight = 5 if years < ADULT else -6
        self._note(name, Word(m.start(1), m.end(1), "age", weight, known, years))
        return True

    def _note(self, name: Name, w: Word) -> None:
        reason = {
            "age": f"age {w.years}: under 18" if w.weight > 0 else f"age {w.years}",
            "grade": "a pupil's class",
            "noun": "a word for a child" if w.weight > 0 else "a word for a grown-up",
            "kin": "a word of kinship",
            "role": "a grown-up's work or office",
            "peer": "a friend",
        }[w.kind]
        name.cues.append(Cue(w.start, w.end, w.weight, reason, w.kind, w.years))
        if w.gender != "any" and w.kind != "age":
            name.gender = w.gender

    def _spread(self) -> None:
        """ "Brothers Arman and Darkhan, 7 and 9": what is said of one of a row is said of all."""
        for group in self._rows():
            if len(group) < 2:
                continue
            plural = [c for n in group for c in n.cues if self._plural_at(c.start)]
            ages = [c for c in group[-1].cues if c.kind == "age" and self._listed(c, group[-1].end)]
            classes = [c for c in group[-1].cues if c.kind == "grade" and self._of_all(c, group[-1])]
            for cue in [*plural, *ages, *classes]:
                for n in group:
                    if not any(c.weight for c in n.cues):
                        n.cues.append(Cue(cue.start, cue.end, cue.weight, cue.reason, "noun"))
                        if cue in plural and n.known.cases_last and n.score > -6:
                            n.score = max(n.score, 1)

    def _rows(self) -> list[list[Name]]:
        """Names with nothing but commas and words for "and" between them."""
        groups: list[list[Name]] = []
        for a in self.names:
            if groups:
                last = groups[-1][-1]
                between = self.text.text[last.end : a.start]
                joined = re.fullmatch(
                    r"\s*(?:,|,?\s*[^\W\d_]{1,5})\s*|\s*\([^)]{1,25}\)\s*(?:,|[^\W\d_]{1,5})\s*", between
                )
                if joined and self._joins(between, a.known):
                    groups[-1].append(a)
                    continue
            groups.append([a])
        return groups

    @staticmethod
    def _joins(between: str, known: Knowledge) -> bool:
        words = re.findall(r"[^\W\d_]+", re.sub(r"\([^)]*\)", "", between))
        return all(w.lower() in known.words("and") for w in words)

    def _plural_at(self, start: int) -> bool:
        return any(w.start == start and w.plural for w in self.words)

    def _listed(self, cue: Cue, floor: int) -> bool:
        return re.search(r"\d\s*(?:,|[^\W\d_]{1,3})\s*$", self.text.text[floor : cue.start]) is not None

    def _of_all(self, cue: Cue, last: Name) -> bool:
        """ "X, Y and Z, all of 10 A"."""
        between = self.text.text[last.end : cue.start]
        return cue.start > last.end and last.known.whole("all_of").search(between) is not None

    # -- one person, many mentions
    def _cluster(self) -> None:
        sure = [n for n in self.names if self._is_name(n)]
        full = [n for n in sure if len(n.parts) > 1]
        for n in full:
            for c in self.clusters:
                if all(self._same(n, other) for other in c.names) and self._fits(n, c):
                    c.names.append(n)
                    break
            else:
                self.clusters.append(Cluster([n]))
        singles = [n for n in self.names if n not in full]
        # those that might be an ordinary word as well wait until the others have a home
        for n in sorted(singles, key=lambda n: n.known.cases_last and not self._is_name(n)):
            home = self._home(n)
            if home is not None:
                home.names.append(n)
            elif self._is_name(n) or (n.plural and self._family_here(n)):
                n.score = max(n.score, _SURE)
                self.clusters.append(Cluster([n]))
        self._in_order()

    def _in_order(self) -> None:
        for c in self.clusters:
            c.names.sort(key=lambda n: n.start)
        self.clusters.sort(key=lambda c: c.start)

    def _family_here(self, n: Name) -> bool:
        """ "The Dosanovs" where somebody of that surname is named."""
        mine = {n.known.family(b) for b in n.known.bases(n.parts[0][1])}
        surnames = (
            o.known.family(b)
            for c in self.clusters
            for o in c.names
            for w in o.surnames
            for b in o.known.bases(w)
        )
        return any(s in mine for s in surnames)

    def _same(self, a: Name, b: Name) -> bool:
        """Whether two names of several words can be one person's: nothing in them speaks against it."""
        shared = 0
        for role in ("surname", "given", "patronymic"):
            x, y = a.words(role), b.words(role)
            if x and y:
                if not any(self._match(a, p, b, q, role) for p in x for q in y):
                    return False
                shared += 2 if role == "surname" else 1
        for one, other in ((a, b), (b, a)):
            initials = [w[0].casefold() for w in one.words("initial")]
            given = [
                w[0].casefold()
                for w in (*other.words("given"), *other.words("initial"), *other.words("surname"))
            ]
            if initials and not set(initials) & set(given):
                return False
            if initials and (one.words("given") or one.words("surname")):
                shared += 1
        if a.gender != b.gender and "any" not in (a.gender, b.gender) and not (a.given and b.given):
            return False
        return shared >= 2

    def _match(self, a: Name, x: str, b: Name, y: str, role: str) -> bool:
        p, q = a.known.bases(x), b.known.bases(y)
        if role == "given":
            p, q = a.known.full_names(p), b.known.full_names(q)
        return bool(p & q)

    def _home(self, n: Name) -> Cluster | None:
        """The person a single word may name: by the given name first, then by the surname, the nearest before."""
        if n.plural:
            return next(
                (
                    c
                    for c in self.clusters
                    if c.names[0].plural
                    and n.known.bases(n.parts[0][1]) & c.names[0].known.bases(c.names[0].parts[0][1])
                ),
                None,
            )
        word = n.parts[0][1]
        bases = n.known.bases(word)
        direct: list[tuple[int, int, Cluster]] = []
        for c in self.clusters:
            if c.names[0].plural:
                continue
            for other in c.names:
                singles = (
                    [t for r, t in other.parts if r in ("given", "word")]
                    if len(other.parts) > 1
                    else [other.parts[0][1]]
                )
                # "Mia" for "Mia-Sara"
                singles += [h for t in singles for h in re.split("[-\u2010\u2011]", t)[:-1] if len(h) > 2]
                if any(bases & other.known.bases(t) for t in singles):
                    direct.append((0, self._distance(n, other), c))
                elif any(bases & other.known.bases(t) for t in other.words("surname", "patronymic")):
                    if not self._is_name(n) and n.label != "PERSON" and n.score < 0:
                        continue
                    clash = "any" not in (n.gender, c.gender) and n.gender != c.gender
                    # a family's surname alone: whoever speaks is rather a grown-up, else rather the child
                    younger = c.kind == "child" and not self._speaks(n)
                    rank = 5 if clash else 1 if younger else 2
                    if clash and any(g == c.gender for g, _ in n.forms) and c.start < n.start:
                        rank = 3  # "Шумилова": she, or of him
                    elif not clash and c.start > n.start:
                        rank += 2
                    direct.append((rank, self._distance(n, other), c))
        fit = [d for d in direct if self._fits(n, d[2])]
        best = min(fit, key=lambda d: (d[0], d[1]), default=None)
        if best is None or (best[0] == 5 and self._gendered(n)):
            return None
        return best[2]

    def _fits(self, n: Name, c: Cluster) -> bool:
        """Not a child's own cues on one side and a grown-up's on the other."""
        if any(k.years is not None and k.years > _LONG_AGO for k in c.cues):
            return True
        own = sum(k.weight for k in n.cues)
        return not (own >= 3 and c.kind == "adult") and not (own <= -3 and c.kind == "child")

    def _gendered(self, n: Name) -> bool:
        """A surname whose ending has a gender ("Dosanov" is no name of a girl)."""
        tails = n.known.people.get("gender_endings") or {}
        return any(
            n.known.key(w).endswith(tuple(n.known.key(t) for t in str(value).split()))
            for _, w in n.parts
            for value in tails.values()
        )

    @staticmethod
    def _distance(n: Name, other: Name) -> int:
        return n.start - other.start if other.start <= n.start else 10_000 + other.start - n.start

    def _short_names(self) -> None:
        """ "Sonya" where the draft has one Sofia and no other Sonya."""
        loose = [n for n in self.names if len(n.parts) == 1 and self.cluster_of(n) is None and not n.cues]
        for n in loose:
            token = self.text.token(n.start)
            homes = [c for c in self.clusters if c.kind == "child" and self._shortened(n, c)]
            if (
                len(homes) == 1
                and not (token is not None and feature(token, "Ordinary"))
                and n.label in ("", "PERSON")
            ):
                homes[0].names.append(n)
        for c in list(self.clusters):
            if any(len(n.parts) > 1 for n in c.names):
                continue
            known = c.names[0].known
            fulls = known.full_names(known.bases(c.names[0].parts[0][1]))
            homes = [
                o
                for o in self.clusters
                if o is not c
                and any(
                    known.full_names(o_n.known.bases(w)) & fulls & frozenset(known.short_names)
                    for o_n in o.names
                    for w in (o_n.given or [o_n.parts[0][1]])
                )
            ]
            homes = [o for o in homes if self._fits(c.names[0], o) and o.kind != "adult"]
            if not homes and c.kind == "unknown":
                first = known.key(c.names[0].parts[0][1])[:1]
                homes = [
                    o
                    for o in self.clusters
                    if o is not c
                    and o.kind == "child"
                    and c.names[0].parts[0][0] == "given"
                    and not any(n.given for n in o.names)
                    and any(known.key(w)[:1] == first for n in o.names for w in n.words("initial"))
                ]
            if not homes and c.kind == "unknown":
                homes = [
                    o
                    for o in self.clusters
                    if o is not c and o.kind == "child" and self._shortened(c.names[0], o)
                ]
            if len(homes) == 1 and c in self.clusters:
                homes[0].names += c.names
                self.clusters.remove(c)

    def _initials(self) -> None:
        """ "K." alone, for whom the draft calls "Dinara K."."""
        for c in self.clusters:
            letters = {w for n in c.names for w in n.words("initial")}
            if c.kind != "child" or len(letters) != 1:
                continue
            letter = re.escape(letters.pop())
            for m in re.finditer(rf"(?<![\w.]){letter}(?!\s*[^\W\d_a-zа-яё])", self.text.text):
                if not any(n.start <= m.start() < n.end for n in self.names):
                    known = c.names[0].known
                    c.names.append(
                        Name(
                            m.start(),
                            m.end(),
                            [("initial", m.group())],
                            self.text.sentence(m.start()),
                            known,
                            2,
                        )
                    )

    def _shortened(self, n: Name, c: Cluster) -> bool:
        """A name made small by an ending, as families make them: what is left begins the child's name."""
        givens = [b for o in c.names for w in (o.given or [o.parts[0][1]]) for b in o.known.bases(w)]
        for base in n.known.bases(n.parts[0][1]):
            for ending in n.known.words("short_endings"):
                stem = base[: -len(ending)]
                if (
                    base.endswith(ending)
                    and len(stem) >= 2
                    and any(g.startswith(stem) and g != base for g in givens)
                ):
                    return True
        return False

    # -- the draft as a whole
    def _pronouns(self) -> None:
        """ "He is 12", "The girl is 9": an age that stands by no name is the last fitting person's."""
        for w in self.words:
            if w.taken or w.kind not in ("age", "grade") or w.front:
                continue
            s = self.text.sentences[self.text.sentence(w.start)] if self.text.sentences else None
            if s is None:
                continue
            before = self.text.text[s.start : w.start]
            gender = "any"
            hits = [
                (m.start(), g)
                for g in ("f", "m", "any")
                for m in w.known.whole(f"pronouns.{g}").finditer(before)
            ]
            nouns = [x for x in self.words if x.kind == "noun" and s.start <= x.start < w.start]
            if hits:
                gender = max(hits)[1]
            elif nouns and nouns[-1].weight > 0:
                gender = nouns[-1].gender
            else:
                continue
            if any(n.start >= s.start and n.end <= w.start and self._is_name(n) for n in self.names):
                continue
            who = [
                n
                for n in self.names
                if n.end <= s.start
                and self.text.sentence(w.start) - n.sentence <= 2
                and self._is_name(n)
                and (gender == "any" or self._gender(n) in (gender, "any"))
            ]
            who = [n for n in who if not (w.weight > 0 and self._kind(n) == "adult")]
            if who:
                self._note(who[-1], w)
                w.taken = True

    def _gender(self, n: Name) -> str:
        c = self.cluster_of(n)
        return c.gender if c is not None else n.gender

    def _kind(self, n: Name) -> str:
        c = self.cluster_of(n)
        return c.kind if c is not None else "unknown"

    def cluster_of(self, n: Name) -> Cluster | None:
        return next((c for c in self.clusters if n in c.names), None)

    def _in_one_breath(self) -> None:
        """ "Halid, Sumeya and Yusuf": bare given names in a row with a child's are children's."""
        for group in self._rows():
            clusters = [c for n in group if (c := self.cluster_of(n)) is not None]
            child = next((c for c in clusters if c.kind == "child"), None)
            if child is None or any(c.kind == "adult" for c in clusters):
                continue
            cue = next(k for k in child.cues if k.weight > 0)
            for c in clusters:
                if c.kind == "unknown":
                    c.names[0].cues.append(Cue(cue.start, cue.end, 3, "named in a row with a child", "noun"))

    def _rows_of_children(self) -> None:
        """ "Brothers Khurshed and Umid … The boys …", "… The elder is fourteen": said of a row of names before."""
        rows = [r for r in self._rows() if len(r) > 1]
        said = [
            (w.start, w.end)
            for w in self.words
            if w.plural and w.weight >= 3 and not w.taken and w.kind != "age"
        ]
        for m, known in self.text.regions.find(lambda k: k.whole("ages_in_row")):
            years = known.number(value_of(m, "n") or "")
            if years is not None and years < ADULT:
                said.append((m.start(), m.end()))
        for start, end in said:
            for row in reversed(rows):
                clusters = [c for n in row if (c := self.cluster_of(n)) is not None]
                near = 0 < self.text.sentence(start) - row[-1].sentence <= 2 and row[-1].end <= start
                if near and clusters and all(c.kind == "unknown" for c in clusters):
                    for c in clusters:
                        c.names[0].cues.append(Cue(start, end, 3, "a word for children", "noun"))
                    break

    def _victims(self) -> None:
        """ "The second victim, Polina X": in a draft that names a child, one more it was done to."""
        if not any(c.kind == "child" for c in self.clusters):
            return
        for c in self.clusters:
            for n in c.names if c.kind == "unknown" else ():
                before = self.text.text[max(0, n.start - 25) : n.start]
                m = re.search(r"((?:среди )?[^\W\d_]+)\s*[,–—]?\s*$", before, re.IGNORECASE)
                if m and n.known.whole("victims").fullmatch(m[1]):
                    start = n.start - len(before) + m.start(1)
                    if self._depends(Word(start, start + len(m[1]), "noun", 3, n.known), n, ","):
                        continue  # "the father of the victim, X"
                    n.cues.append(
                        Cue(start, start + len(m[1]), 3, "one of the children it was done to", "noun")
                    )
                    break

    def _lonely(self) -> None:
        """Names that nothing stands beside, but that the draft goes on to call a child: "A girl of 12 has gone
        missing. Aida …", "Aida Omarova did not come. The girl …"."""
        for w in self.words:
            if w.weight < 3 or w.taken or w.plural or (w.kind == "age" and not w.front):
                continue
            here = self.text.sentence(w.start)
            for c in self.clusters:
                first = c.names[0]
                if c.kind != "unknown" or c.cues or (w.gender != "any" and c.gender not in (w.gender, "any")):
                    continue
                ahead = 0 <= self.text.sentence(first.start) - here <= 3 and first.start > w.start
                if ahead and len(first.parts) > 1:
                    continue
                next_to = self.text.sentence(first.start) == here + 1 and first.opener
                if ahead and not next_to and any(o.kind == "child" for o in self.clusters):
                    continue
                last = max((n for n in c.names if n.end <= w.start), key=lambda n: n.start, default=None)
                after = last is not None and here - last.sentence == 1 and self._resumed(last, w)
                if ahead or after:
                    self._note(last if after and last is not None else first, w)
                    w.taken = True
                    break

    def _resumed(self, n: Name, w: Word) -> bool:
        """Whether the sentence after a name opens with a word for a child, nobody else in between."""
        s = self.text.sentences[self.text.sentence(w.start)]
        opens = len(self.text.text[s.start : w.start].split()) <= 1
        others = [x for x in self.words if n.end <= x.start < w.start and (x.kind != "age" or x.front)]
        named = [x for x in self.names if n.end <= x.start < w.start and self._is_name(x)]
        return opens and not others and not named and not self._speaks(n)

    def _in_capitals(self) -> None:
        """Children named in a line of capitals, and at the beginning of a hashtag, by the names found elsewhere."""
        text = self.text.text
        places = [
            (m.start() + w.start(), m.start() + w.end())
            for m in re.finditer(r"[^\n]+", text)
            if m.group().isupper() and len(m.group().split()) > 3
            for w in re.finditer(r"[^\W\d_]{3,}", m.group())
        ]
        places += [
            (m.start(1), m.end(1))
            for m in re.finditer(rf"#([{UPPER}][^\W\d_{UPPER}]{{2,}})(?=[{UPPER}])", text)
        ]
        for start, end in places:
            if any(n.start < end and start < n.end for n in self.names):
                continue
            for c in self.clusters:
                first = c.names[0]
                known = first.known
                words = [t for n in c.names for t in (n.given or n.words("word"))]
                if c.kind == "child" and any(known.bases(text[start:end]) & known.bases(t) for t in words):
                    raw = text[start:end]
                    name = Name(start, end, [("given", raw)], self.text.sentence(start), known, 3)
                    self.names.append(name)
                    c.names.insert(0, name)
                    break

    def _grown_up(self) -> None:
        """ "The singer turned sixty; her daughter Sauleh works abroad": sons and daughters are children only where
        the draft has any other word for one, or something grave to tell."""
        if any(w.weight > 0 and not w.plural and w.kind in ("age", "grade", "noun") for w in self.words):
            return
        old = any(w.kind == "age" and (w.years or 0) >= _GREY for w in self.words)
        young = any(w.weight > 0 and w.kind in ("age", "grade", "noun") for w in self.words)
        for c in self.clusters:
            known = c.names[0].known
            if c.kind != "child" or any(k.kind != "kin" for k in c.cues):
                continue
            if not known.cases_last:
                if old and not young:  # "the pensioners' son X"
                    c.names[0].cues.append(Cue(c.start, c.start, -6, "nothing says how old", "kin"))
                continue
            if not any(p.search(self.text.text) for p, kind, _ in known.situations if kind in GRAVE):
                c.names[0].cues.append(Cue(c.start, c.start, -1, "nothing says how old", "kin"))

    def _unclear(self) -> None:
        """Names that nothing beside them explains, in a draft about children; several small signs make a child."""
        for c in self.clusters:
            known = c.names[0].known
            if not known.cases_last or c.kind != "unknown" or any(k.weight < 0 for k in c.cues):
                continue
            if not any(self._is_name(n) for n in c.names) or any(self._speaks(n) for n in c.names):
                continue
            given = {b for n in c.names for t in n.given for b in n.known.bases(t)}
            if any(
                o.kind == "adult" and any(n.known.bases(t) & given for n in o.names for t in n.given)
                for o in self.clusters
            ):
                continue  # "Aida T." beside a grown-up Aida
            signs = [s for n in c.names for s in self._signs(n)]
            if all(len(n.parts) == 1 for n in c.names):
                signs.append((1, c.names[0].start, c.names[0].end))
            if sum(s for s, _, _ in signs) + c.score >= _SURE and any(w.weight > 0 for w in self.words):
                best = max(signs)
                c.names[0].cues.append(Cue(best[1], best[2], 3, "spoken of as a child", "noun"))

    def _likely(self) -> None:
        """Names that nothing explains, in a draft about a child: grown-ups have a surname or a trade there, and a
        child without a name waits for one. Several small signs make a child."""
        if not any(w.weight > 0 for w in self.words) or not self.text.tagged:
            return
        for c in self.clusters:
            first = c.names[0]
            told = any(k.weight for k in c.cues) or first.known.cases_last or first.plural
            if told or c.kind != "unknown" or any(self._speaks(n) for n in c.names):
                continue
            signs = self._likely_signs(c)
            if sum(s for s, _, _ in signs) >= _SURE:
                best = max(signs)
                first.cues.append(Cue(best[1], best[2], 3, "spoken of as a child", "noun"))

    def _likely_signs(self, c: Cluster) -> list[tuple[int, int, int]]:
        """(weight, start, end) of what hints that a person is a child."""
        first, known, text = c.names[0], c.names[0].known, self.text.text
        bare = all(self._bare(n) for n in c.names)
        out = [(1, first.start, first.end)] if bare else []
        out += [(2, k.start, k.end) for k in c.cues if k.kind == "peer"]
        before = text[max(0, first.start - 25) : first.start]
        for m in known.whole("one_of").finditer(before):
            if re.fullmatch(r"\s*[,–—]\s*(?:[–—]\s*)?", before[m.end() :]):
                at = first.start - len(before) + m.start()
                out.append((2 if bare else 1, at, at + len(m.group())))
        if (w := self._waiting(c)) is not None:
            out.append((1, w.start, w.end))
        elif not any(o.kind == "child" for o in self.clusters):
            return []
        elif bare and (w := next((w for w in self.words if w.weight >= 3 and w.plural), None)) is not None:
            out.append((1, w.start, w.end))
        out += [s for n in c.names if (s := self._done_to(n))]
        relative = self._relative_named(c)
        if relative is not None:
            out.append((1, relative.start, relative.end))
        if bare:
            out += [s for n in c.names for s in self._told_by_family(n)]
        return out

    def _bare(self, n: Name) -> bool:
        """A given name alone or with an initial, as children and nobody else are named at first."""
        if len(n.parts) == 2 and n.parts[0][0] == "given" and n.parts[1][0] == "initial":
            before = self.text.text[max(0, n.start - 30) : n.start]
            return n.known.whole("on_trial").search(before) is None
        listed = n.parts[0][0] == "given" or (
            n.parts[0][0] == "word" and n.label == "PERSON" and not n.opener
        )
        return len(n.parts) == 1 and listed

    def _done_to(self, n: Name) -> tuple[int, int, int] | None:
        """ "X-ACC was beaten by four": an object of a sentence that tells of harm."""
        if not n.forms or any(c == "Nom" for _, c in n.forms):
            return None
        s = self.text.sentences[n.sentence]
        for pattern, kind, frame in n.known.situations:
            if kind in GRAVE and frame == "done_to" and (m := pattern.search(self.text.text, s.start, s.end)):
                return (1, m.start(), m.end())
        return None

    def _waiting(self, c: Cluster) -> Word | None:
        """A word for one child of fitting gender that no child of the draft is named by."""
        kids = [o for o in self.clusters if o.kind == "child"]
        for w in self.words:
            if w.weight < 3 or w.plural or w.taken or (w.kind == "age" and not w.front):
                continue
            if w.gender != "any" and c.gender not in (w.gender, "any"):
                continue
            if not self._specific(w) or any(
                w.gender in (o.gender, "any") or o.gender == "any" for o in kids if o.start < c.start
            ):
                continue
            return w
        return None

    def _relative_named(self, c: Cluster) -> Name | None:
        """Somebody of the same surname whom a word of kinship makes a grown-up of the family."""
        mine = {n.known.family(b) for n in c.names for w in n.surnames for b in n.known.bases(w)}
        for o in self.clusters:
            if o is c or not any(k.kind == "kin" and k.weight < 0 for k in o.cues):
                continue
            for n in o.names:
                if any(n.known.family(b) in mine for w in n.surnames for b in n.known.bases(w)):
                    return n
        return None

    def _speaks(self, n: Name) -> bool:
        """A verb of speaking right before or after: most who are quoted are grown-ups."""
        if n.case not in ("", "Gen"):
            return False
        before = self.text.text[max(0, n.start - 30) : n.start]
        after = self.text.text[n.end : n.end + 30]
        speech = n.known.whole("speech")
        quote = _QUOTED.match(self.text.text, n.end)  # "X «…» says"
        if n.known.cases_last and quote and speech.match(self.text.text, quote.end()):
            return True
        kin = re.compile(rf"(?:{n.known.choice('kin_any')})?", re.I)
        gaps = (before[m.end() :].strip() for m in speech.finditer(before))
        return any(not gap or kin.fullmatch(gap) for gap in gaps) or (
            (m2 := speech.search(after)) is not None and len(after[: m2.start()].split()) <= 1
        )

    def _signs(self, n: Name) -> list[tuple[int, int, int]]:
        """(weight, start, end) of words that hint at a child: what befell it, what is said of it, the headline."""
        text = self.text.text
        before = text[max(0, n.start - 30) : n.start]
        heads = [w for w in self.words if w.weight > 0 and self._headline(w)]
        out = [
            (2 if heads else 1, n.start - len(before) + m.start(), n.start - len(before) + m.end())
            for m in n.known.whole("befallen").finditer(before)
            if not before[m.end() :].strip()
        ]
        out += [(2, c.start, c.end) for c in n.cues if c.kind == "peer"]
        # "Ali M.": whose name is kept back, the more so under a headline about children
        if any(role == "initial" for role, _ in n.parts) and (n.parts[0][0] != "initial" or heads):
            out.append((2 if heads else 1, n.start, n.end))
        if any(o.sentence == n.sentence and self._kind(o) == "child" for o in self.names if o is not n):
            out.append((1, n.start, n.end))
        if n.known.is_endearment(n.parts[0][1]) and len(n.parts) == 1:
            out.append((1, n.start, n.end))
        if n.case == "Own":  # "my X", "your X"
            out.append((2, n.start, n.end))
        for w in self.words:
            if w.weight > 0 and not w.plural and not w.taken and self._hints(w, n):
                out.append((2, w.start, w.end))
        return out + self._told_by_family(n)

    def _hints(self, w: Word, n: Name) -> bool:
        """ "X is the quietest child of the class."; "X … . The girl …"; a child in the headline and then X."""
        if self._others(min(n.end, w.end), max(n.start, w.start)):
            return False
        text = self.text.text
        here = self.text.sentence(w.start)
        if n.end <= w.start and here == n.sentence and w.kind in ("noun", "kin") and not n.case:
            end = rf"\s*(?:[.,!?…–—»]|$)|\s+{n.known.choice('copulas')}\b"
            return re.match(end, text[w.end :]) is not None
        if here == n.sentence + 1 and w.kind == "noun":
            s = self.text.sentences[here]
            mine = self.text.sentences[n.sentence]
            other = any(x.weight > 0 and mine.start <= x.start < mine.end for x in self.words)
            opens = not re.search(r"\w", text[s.start : w.start])
            return opens and not other and "\n\n" not in text[n.end : s.start]
        # nobody grown up, named or not, comes in between
        between = any(
            x.weight < 0 and not x.taken and x.kind in ("age", "noun") and w.end <= x.start < n.start
            for x in self.words
        )
        person = len(n.parts) > 1 or bool(n.known.bases(n.parts[0][1]) & n.known.given_names)
        return self._headline(w) and 1 <= n.sentence - here <= 2 and person and not between

    def _headline(self, w: Word) -> bool:
        first = next(iter(self.draft.blocks), None)
        return (
            first is not None
            and first.kind == "headline"
            and w.end <= first.span.end
            and w.kind in ("age", "grade", "noun")
        )

    def _told_by_family(self, n: Name) -> list[tuple[int, int, int]]:
        """ "– X did not come home, – says his mother"."""
        near = self.text.text[n.end : n.end + 160].split("\n")[0]
        for m in n.known.whole("speech").finditer(near):
            for k in n.known.whole("kin_adult").finditer(near, m.end(), min(len(near), m.end() + 30)):
                return [(1, n.end + k.start(), n.end + k.end())]
        return []

    def _others(self, start: int, end: int) -> bool:
        return any(start <= o.start < end and self._is_name(o) for o in self.names)

    def _people(self) -> list[Person]:
        people: list[Person] = []
        for c in self.clusters:
            if not any(self._is_name(n) for n in c.names):
                continue
            evidence = [
                Evidence(k.start, k.end, k.reason)
                for k in c.cues
                if (k.weight > 0) == (c.kind == "child") and k.weight
            ]
            kind = "child" if c.kind == "child" else "adult" if c.kind == "adult" else "unknown"
            person = Person(f"p{len(people) + 1}", kind, [n.span for n in c.names], [], evidence)  # type: ignore[arg-type]
            people.append(person)
            self._genders[person.id] = c.gender
            for n in c.names:
                self.owner[n] = person
        self._nominals(people)
        return people

    def _nominals(self, people: list[Person]) -> None:
        """Other words for a child; children nobody names, one of each gender."""
        unnamed: dict[str, Person] = {}
        for w in self.words:
            if w.weight <= 0 or w.plural or (w.kind == "age" and not w.front):
                continue
            if w.kind == "grade" and len(self.text.text[w.start : w.end].split()) > 1:
                continue  # a class, not somebody in it
            mine = next((p for p in people if any(e.start == w.start for e in p.evidence)), None)
            if mine is None and any(k.start == w.start for c in self.clusters for k in c.cues):
                continue
            if mine is None:
                fitting = [
                    p
                    for p in people
                    if p.kind == "child"
                    and p.mentions
                    and (w.gender == "any" or self._genders.get(p.id, "any") in (w.gender, "any"))
                ]
                before = [p for p in fitting if min(p.mentions).start < w.start]
                if w.kind == "noun" and (before or fitting):
                    mine = (
                        max(before, key=lambda p: max(m.start for m in p.mentions if m.start < w.start))
                        if before
                        else fitting[0]
                    )
            if mine is None:
                if not self._specific(w) or (w.known.cases_last and (self._passing(w) or self._only_kin(w))):
                    continue
                mine = unnamed.get(w.gender) or (
                    next(iter(unnamed.values()), None) if w.gender == "any" else unnamed.get("any")
                )
                if mine is None:
                    mine = Person(f"p{len(people) + 1}", "child")
                    people.append(mine)
                    self._genders[mine.id] = w.gender
                unnamed.setdefault(w.gender, mine)
                mine.evidence.append(
                    Evidence(
                        w.start,
                        w.end,
                        f"age {w.years}: under 18" if w.years is not None else "a word for a child",
                    )
                )
            mine.nominals.append(Span(w.start, w.end))

    def _specific(self, w: Word) -> bool:
        """One particular child, not children in general: its age is told, or the sentence speaks of nobody else."""
        if w.kind in ("age",):
            return True
        s = self.text.sentences[self.text.sentence(w.start)]
        sentence = self.text.text[s.start : s.end]
        return w.known.whole("general").search(sentence) is None

    def _only_kin(self, w: Word) -> bool:
        """A son or a daughter of whom nothing says how old, in a draft with no other word for a child."""
        return w.kind == "kin" and not any(
            x.weight > 0 and not x.plural and x.kind in ("age", "grade", "noun") for x in self.words
        )

    def _passing(self, w: Word) -> bool:
        """A noun alone, once, and not in the headline or the lead: children as such."""
        if w.kind != "noun" or self.text.sentence(w.start) <= 2:
            return False
        return (
            sum(x.kind == "noun" and x.weight > 0 and not x.plural and self._specific(x) for x in self.words)
            < 2
        )

    def gender(self, person: Person) -> str:
        return self._genders.get(person.id, "any")


def known_link(name: Name, text: str, at: int) -> bool:
    """Whether the word at ``at`` may join a name to its age ("turned")."""
    m = re.compile(r"[^\W_]+").match(text, at)
    return m is not None and name.known.whole("age_links").fullmatch(m.group()) is not None


def known_relative(name: Name, between: str) -> bool:
    """ "X, who …": what follows in the sentence is said of X."""
    first = re.match(r"[\s,]+(?:[^\W_]{1,3}\s+)?([^\W_]+)", between)
    return first is not None and name.known.whole("relative").fullmatch(first[1]) is not None


def find_people(draft: Draft, text: Text, names: Sequence[Name]) -> tuple[list[Person], People]:
    """Everybody the draft names, and the particular children it speaks of without a name."""
    reader = People(draft, text, names)
    return reader.read(), reader


def _year(draft: Draft) -> int:
    m = re.search(r"\b(?:19|20)\d\d\b", str(draft.metadata.get("date", "")))
    return int(m.group()) if m else datetime.date.today().year
