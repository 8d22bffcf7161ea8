"""The draft's names, words and people, and what all the steps of this room ask of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from .... import lazy_re as re
from ....drafts.model import Draft
from ....spans import Span
from ...model import Person
from ..knowledge import Knowledge
from ..names import Cue, Name, Text
from .model import LONG_AGO, SURE, Cluster, Word

_QUOTED = re.compile(r"[\s:]*[«“][^«»“”]{1,400}[»”][\s,–—-]*")
#: what parts the clauses of a sentence
BOUND = re.compile(r"[,;:()«»“”„\"–—.!?…\n]")
_STOP = re.compile(r"[.!?…;:\n]")


class Ground:
    """The draft's names, words and people, and what all the steps of this room ask of them."""

    def __init__(self, draft: Draft, text: Text, names: Sequence[Name]) -> None:
        self.draft = draft
        self.text = text
        self.names = list(names)
        self.clusters: list[Cluster] = []
        self.owner: dict[Name, Person] = {}
        self._genders: dict[str, str] = {}
        self.published = _year(draft)
        self.words: list[Word] = []
        self._namesakes: set[str] = set()  # given names of children who are called as somebody great was

    def gender(self, person: Person) -> str:
        return self._genders.get(person.id, "any")

    def cluster_of(self, n: Name) -> Cluster | None:
        return next((c for c in self.clusters if n in c.names), None)

    def _in_order(self) -> None:
        for c in self.clusters:
            c.names.sort(key=lambda n: n.start)
        self.clusters.sort(key=lambda c: c.start)

    def _gender(self, n: Name) -> str:
        c = self.cluster_of(n)
        return c.gender if c is not None else n.gender

    def _kind(self, n: Name) -> str:
        c = self.cluster_of(n)
        return c.kind if c is not None else "unknown"

    def _is_name(self, n: Name) -> bool:
        bonus = (
            2 if any(c.kind in ("age", "grade", "kin", "parent") or abs(c.weight) >= 3 for c in n.cues) else 0
        )
        if any(self._marks(c, n) for c in n.cues):
            # "eleven-year-old Shugyla": whatever a pipeline takes the word for
            bonus = 6
        elif bonus and n.given and not n.known.cases_last and any(c.kind != "grade" for c in n.cues):
            bonus = 4  # a listed name with a cue, which a pipeline takes for a place
        if bonus and n.known.cases_last and n.known.whole("called").match(self.text.text, n.end + 1):
            bonus = 6  # "a boy called X"
        return n.score + bonus >= SURE

    def _marks(self, c: Cue, n: Name) -> bool:
        """Whether a cue is sure to have somebody's name beside it: "12-year-old X", "schoolgirl X", "X (12)"."""
        if c.end > n.start:
            after = self.text.text[n.end : c.start]
            return c.kind == "age" and bool(n.given) and re.fullmatch(r"\s*[,(]\s*", after) is not None
        if self.text.text[c.end : n.start].strip():
            return False
        one = c.kind in ("noun", "kin") and abs(c.weight) >= 2 and not n.known.cases_last
        return c.kind in ("age", "grade") or (one and bool(n.given) and len(n.parts) == 1)

    def _maybe(self, n: Name) -> bool:
        """Kept to see whether it is a known person's name after all."""
        if n.known.about.get("names_over_labels") and n.score >= -6:
            return True
        if len(n.parts) == 1 and n.score >= -4 and self._told_surname(n):
            return True  # "In town Dosanova rented a room", which a pipeline takes for a place
        return n.score + 2 >= 0 and not (n.label in ("LOC", "ORG") and n.score < -4)

    def _told_surname(self, n: Name) -> bool:
        """Whether a single word is the surname of somebody whom the draft names in full, and ends as surnames do."""
        if n.known.cases_last or n.given or not n.known.ends("surname_endings", n.parts[0][1]):
            return False
        mine = n.known.bases(n.parts[0][1])
        return any(
            mine & o.known.bases(w)
            for o in self.names
            if len(o.parts) > 1 and o.given and o.start < n.start
            for w in o.surnames
        )

    def _fits(self, n: Name, c: Cluster) -> bool:
        """Not a child's own cues on one side and a grown-up's on the other."""
        if any(k.years is not None and k.years > LONG_AGO for k in [*c.cues, *n.cues]):
            return True
        order = {k.weight > 0 for k in [*c.cues, *n.cues] if k.kind == "younger"}
        if len(order) > 1:
            return False
        if order == {False} and any(k.kind == "younger" for k in n.cues) and c.kind != "adult":
            return False  # the elder of two is not the one named before
        own = sum(k.weight for k in n.cues)
        if own <= -3 and all(k.kind == "parent" for k in c.cues if k.weight > 0) and not n.known.cases_last:
            return True  # "X's late father … X, a mother of five"
        return not (own >= 3 and c.kind == "adult") and not (own <= -3 and c.kind == "child")

    def _nearby(self, name: Name) -> Span:
        """From two sentences before a name, in its paragraph, to the end of its own."""
        here = self.text.sentence(name.start)
        paragraph = self.text.text.rfind("\n", 0, name.start) + 1
        start = max(paragraph, self.text.sentences[max(0, here - 2)].start)
        return Span(start, self.text.sentences[here].end)

    def _clause(self, start: int, end: int) -> str | None:
        """The text between two places, or None where a sentence ends in it."""
        between = self.text.text[start:end]
        return None if _STOP.search(between) else between

    def _offsets(self, start: int, end: int) -> Iterable[int]:
        return (m.start() + start for m in re.finditer(r"[^\W_]+", self.text.text[start:end]))

    def _others(self, start: int, end: int) -> bool:
        return any(start <= o.start < end and self._is_name(o) for o in self.names)

    def _word_before(self, start: int) -> str:
        m = re.search(r"([^\W_]+)[ \u00a0]+$", self.text.text[max(0, start - 30) : start])
        return m[1].lower() if m else ""

    def _fitting(self, w: Word, name: Name) -> bool:
        """Whether noun and name can stand side by side as one: case and, where the noun has a sex, gender."""
        if w.known.cases_last and w.known.case_of(self.text.text[w.start : w.end]) == "Gen":
            return False
        case = self._case(w)
        if not case or not name.forms or self._couple(w):
            return True
        case = self._shown(w) or case
        near = re.findall(r"[^\W_]+", self.text.text[max(0, w.start - 30) : w.start].lower())[-2:]
        if case == "Gen" and any(
            w.known.number(x) is not None or x in w.known.words("collective") for x in near
        ):
            return True  # "two girls", "two grown-up sons" have the case of the numeral
        alike = {"Gen", "Acc"} if case in ("Gen", "Acc") else {case}
        if w.known.whole("oblique_forms").fullmatch(self.text.text[w.start : w.end]):
            alike = {"Gen", "Dat", "Ins", "Loc"}
        token = self.text.token(w.start)
        if w.kind == "kin" and not w.plural and token is not None and token.lemma_ == token.lower_:
            alike |= {"Nom"}  # as in a dictionary, whatever a tagger says of a word that opens a sentence
        if w.known.whole("nom_or_acc").fullmatch(self.text.text[w.start : w.end]):
            alike = {"Nom", "Acc"}
        if (
            w.kind in ("kin", "noun", "grade")
            and w.gender == "f"
            and case == "Nom"
            and self._of_any_sex(name)
        ):
            return True  # "the mother, Anar"
        return any(c in alike and w.gender in (g, "any") for g, c in name.forms)

    def _shown(self, w: Word) -> str:
        """The case that the ending of a plural shows (``plural_cases``), whatever a tagger says."""
        table: dict[str, str] = w.known.people.get("plural_cases") or {}
        raw = self.text.text[w.start : w.end].lower()
        return next((c for e, c in table.items() if w.plural and raw.endswith(e)), "")

    @staticmethod
    def _of_any_sex(name: Name) -> bool:
        """A given name alone that ends in a consonant, which women of many peoples have and no case changes."""
        tails = tuple(name.known.words("unchanging"))
        return len(name.parts) == 1 and bool(tails) and name.known.key(name.parts[0][1]).endswith(tails)

    def _case(self, w: Word) -> str:
        """The last word of "младший брат" has its case, the first one of "бабушка по отцу" and of "сестра отца"."""
        at = list(self._offsets(w.start, w.end))
        linked = any(self.text.pos(i) == "ADP" for i in at)
        linked = linked or (len(at) > 1 and self.text.pos(at[0]) == "NOUN")
        told = w.start if linked else w.end - 1
        if w.gender == "f" and self.text.morph(told, "Gender") == "Masc" and self.text.opens(w.start):
            return ""  # a tagger that takes "гимназистка" for a man's surname knows no case of it
        return self.text.morph(told, "Case")

    def _couple(self, w: Word) -> bool:
        """ "Супруги X и Y", whose case a tagger takes for that of one wife."""
        word = self.text.text[w.start : w.end]
        return w.kind != "role" and w.known.detail("relative", "couples").fullmatch(word) is not None

    def _depends(self, w: Word, name: Name, bare: str) -> bool:
        """A genitive that belongs to the noun before it and not to the name."""
        if self._of_kin(w, name):
            return True
        if self._case(w) != "Gen" or w.front or self.text.pos(w.end - 1) == "ADJ":
            return False
        head = self.text.text[max(0, w.start - 40) : w.start]
        first = w.start - len(head)
        noun = False
        for last in reversed(list(re.finditer(r"[^\W\d_]+", head))[-3:]):
            if last.end() < len(head) and head[last.end() :].strip(' «“„"') and "," in head[last.end() :]:
                break
            pos = self.text.pos(first + last.start())
            noun = pos in ("NOUN", "PROPN")
            participle = self.text.morph(first + last.start(), "VerbForm") == "Part"
            if pos != "ADJ" and not participle:  # "the mother of the older boy"
                break
        if not noun and head.rstrip()[-1:] not in tuple('«“„"'):
            return False
        lifeless = noun and self.text.morph(first + last.start(), "Animacy") == "Inan"
        apposed = w.kind in ("kin", "noun") and (
            w.weight < 0 or self.text.text[name.end : name.end + 1] == ","
        )
        if lifeless and ("," not in bare or apposed) and self._fitting(w, name):
            return False  # "the death of the schoolboy X Y", "the house of the grandfather, X"
        if "," in bare or not self._fitting(w, name):
            return True
        if len(name.parts) < 2 or w.kind == "role":
            return False
        # "the father-NOM of the schoolboy-GEN X-GEN Y-GEN": in whose case the name is
        head_at = first + last.start()
        case, gender = self.text.morph(head_at, "Case"), self.text.morph(head_at, "Gender")[:1].lower()
        may_be_head = any(
            c == case and (g == gender or "any" in (g, gender) or not gender) for g, c in name.forms
        )
        return not noun or not case or not name.forms or may_be_head

    def _of_kin(self, w: Word, name: Name) -> bool:
        """ "The first-grader's mother X" where the mother is an object, whose case a tagger gives the child as well."""
        if w.known.cases_last or self._case(w) != "Acc" or self._fitting(w, name):
            return False
        return any(x.kind == "kin" and x.weight < 0 and x.end + 1 == w.start for x in self.words)

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
        if w.gender != "any" and (w.kind != "age" or w.front):
            case = self.text.morph(w.end - 1, "Case")
            told = {g for g, c in name.forms if c == case}
            name.gender = told.pop() if len(told) == 1 else w.gender

    def _lost_child(self, n: Name) -> bool:
        """ "They took the son of X and Y away", said with a preposition: a word for a child is the object there."""
        row = next((r for r in self.rows() if n in r), [n])
        if n.known.cases_last or not self._no_object(row[0]):
            return False
        clause = BOUND.search(self.text.text, row[-1].end)
        end = clause.start() if clause else len(self.text.text)
        s = self.text.sentences[n.sentence]
        return any(
            w.weight > 0
            and w.kind in ("kin", "noun")
            and (row[-1].end <= w.start < end or s.start <= w.start < n.start)
            for w in self.words
        )

    def _may_be_child(self, w: Word) -> bool:
        """A word for a child; a brother or a sister only in a draft about children."""
        if w.kind == "kin" and 0 <= w.weight < 3:
            told = any(x.weight >= 3 for x in self.words) or any(c.kind == "child" for c in self.clusters)
            return told or w.known.whole("child_places").search(self.text.text) is not None
        return w.weight >= 3 and w.kind in ("noun", "grade")

    def _first_of(self, n: Name) -> set[str]:
        """The kinds of people in the sentence before, where that opens with "the first", "one"."""
        if n.known.cases_last or n.sentence == 0:
            return set()
        s = self.text.sentences[n.sentence - 1]
        if n.known.whole("series_opens").match(self.text.text, s.start) is None:
            return set()
        return {self._kind(o) for o in self.names if s.start <= o.start < s.end and self._is_name(o)}

    def _untold(self, neutral: bool = False, kin: bool = False) -> list[Cluster]:
        """The people of whom nothing is told so far; ``neutral`` those with words that say nothing by themselves;
        ``kin`` those of whom nothing but whose child they are is told."""
        out = []
        for c in self.clusters:
            first = c.names[0]
            if first.known.cases_last or first.plural or not any(self._is_name(n) for n in c.names):
                continue
            if kin:
                told = [k for k in c.cues if k.weight]
                fits = bool(told) and all(k.kind == "kin" and k.weight > 0 for k in told)
            else:
                fits = c.kind == "unknown" and not (any(k.weight for k in c.cues) if neutral else c.cues)
            out += [c] if fits else []
        return out

    def clause_around(self, n: Name) -> tuple[int, int]:
        """From the punctuation before a name to that after it; names in a row are of one clause."""
        row = next((r for r in self.rows() if n in r), [n])
        text = self.text.text
        start = max((m.end() for m in BOUND.finditer(text, 0, row[0].start)), default=0)
        after = BOUND.search(text, row[-1].end)
        return start, after.start() if after else len(text)

    def _view_of(self, n: Name) -> bool:
        """ "In X's view", "at X's request": whoever has a say."""
        before = self.text.text[max(0, n.start - 20) : n.start]
        return any(not before[m.end() :].strip() for m in n.known.whole("according_to").finditer(before))

    def _no_object(self, n: Name) -> bool:
        """ "They took the children from X": behind a preposition after which nobody is the object of a verb."""
        return n.known.whole("no_objects").fullmatch(self._word_before(n.start)) is not None

    def rows(self) -> list[list[Name]]:
        """Names with nothing but commas and words for "and" between them."""
        groups: list[list[Name]] = []
        for a in self.names:
            if groups:
                last = groups[-1][-1]
                between = self.text.text[last.end : a.start]
                joined = re.fullmatch(
                    r"\s*(?:,|,?\s*[^\W\d_]{1,5})\s*|\s*\([^)]{1,25}\)\s*(?:,|[^\W\d_]{1,5})\s*", between
                )
                if (
                    joined
                    and self._joins(between, a.known)
                    and (re.search(r"\w", between) or self._alike(last, a))
                ):
                    groups[-1].append(a)
                    continue
            groups.append([a])
        return groups

    def _with_grown_up(self, n: Name) -> bool:
        """Whether a name stands in a row with a grown-up's."""
        row = next((r for r in self.rows() if n in r), [])
        return any(self._kind(o) == "adult" for o in row)

    @staticmethod
    def _alike(a: Name, b: Name) -> bool:
        """Whether two names may stand in one case, as those of a row do."""
        if a.known.cases_last or not (a.forms and b.forms):
            return True
        mine, theirs = ({"Gen" if c == "Acc" else c for _, c in n.forms} for n in (a, b))
        return bool(mine & theirs)

    @staticmethod
    def _joins(between: str, known: Knowledge) -> bool:
        words = re.findall(r"[^\W\d_]+", re.sub(r"\([^)]*\)", "", between))
        return all(w.lower() in known.words("and") for w in words)

    def _tells_age(self, m: re.Match[str], known: Knowledge) -> bool:
        """ "… seven-LOC." closes a clause or has a copula; else it is "at seven", "in ten (cases)"."""
        if known.whole("not_ages").fullmatch(m.group()):
            return False
        closes = known.framed(r"\s*(?:[.,;!?…]|\Z)|\s+(?:", "copulas", r")(?!\w)")
        return closes.match(self.text.text, m.end()) is not None

    def _speaks(self, n: Name) -> bool:
        """A verb of speaking right before or after: most who are quoted are grown-ups."""
        if n.case not in ("", "Gen"):
            return False
        if not n.known.cases_last and n.forms and all(case == "Gen" for _, case in n.forms):
            return False  # "X-GEN aunt says" has the aunt for a subject
        before = self.text.text[max(0, n.start - 30) : n.start]
        after = self.text.text[n.end : n.end + 30]
        speech = n.known.whole("speech")
        quote = _QUOTED.match(self.text.text, n.end)  # "X «…» says"
        if n.known.cases_last and quote and speech.match(self.text.text, quote.end()):
            return True
        kin = n.known.framed("(?:", "kin_any", ")?")
        gaps = (before[m.end() :].strip() for m in speech.finditer(before))
        return any(not gap or kin.fullmatch(gap) for gap in gaps) or (
            (m2 := speech.search(after)) is not None and len(after[: m2.start()].split()) <= 1
        )

    def _specific(self, w: Word) -> bool:
        """One particular child, not children in general: its age is told, or the sentence speaks of nobody else."""
        if w.kind in ("age",):
            return True
        s = self.text.sentences[self.text.sentence(w.start)]
        sentence = self.text.text[s.start : s.end]
        return w.known.whole("general").search(sentence) is None

    def _shares_surname(self, n: Name) -> bool:
        """ "Pavel and Irina Krylovs", "Sergei and Natalia Wagner": a surname for two behind the second given name."""
        row = next((r for r in self.rows() if n in r), [n])
        i = row.index(n)
        if n.known.cases_last or len(n.parts) > 1 or i + 1 == len(row):
            return False
        other = row[i + 1]
        gap = self.text.text[n.end : other.start].strip().lower()
        if gap not in n.known.words("and") or not other.given or not other.surnames:
            return False
        before = self.text.text[max(0, row[0].start - 30) : row[0].start]
        if any(not before[m.end() :].strip(" ,:–—") for m in n.known.whole("siblings").finditer(before)):
            return False
        word = n.known.key(other.surnames[-1])
        return word.endswith(tuple(n.known.words("plural_surnames"))) or not self._gendered(other)

    def _gendered(self, n: Name) -> bool:
        """A surname whose ending has a gender ("Dosanov" is no name of a girl)."""
        tails = n.known.people.get("gender_endings") or {}
        return any(
            n.known.key(w).endswith(tuple(n.known.key(t) for t in str(value).split()))
            for _, w in n.parts
            for value in tails.values()
        )

    def _bare(self, n: Name) -> bool:
        """A given name alone or with an initial, as children and nobody else are named at first."""
        if self._shares_surname(n):
            return False
        if len(n.parts) == 2 and n.parts[0][0] == "given" and n.parts[1][0] == "initial":
            before = self.text.text[max(0, n.start - 30) : n.start]
            return n.known.whole("on_trial").search(before) is None
        listed = n.parts[0][0] == "given" or (
            n.parts[0][0] == "word"
            and n.label == "PERSON"
            and not n.opener
            and n.known.whole("from_places").fullmatch(self._word_before(n.start)) is None
        )
        return len(n.parts) == 1 and listed

    def _someone_else(self, w: Word) -> bool:
        """ "A passer-by found the boy": somebody else is the subject of the sentence of a word for a child."""
        s = self.text.sentences[self.text.sentence(w.start)]
        for at in self._offsets(s.start, s.end):
            if self.text.pos(at) != "NOUN" or w.start <= at < w.end:
                continue
            person = self.text.morph(at, "Animacy") == "Anim" and self.text.morph(at, "Case") == "Nom"
            if person and self.text.morph(at, "Number") == "Sing":
                return True
        return False


def _year(draft: Draft) -> int:
    m = re.search(r"\b(?:19|20)\d\d\b", str(draft.metadata.get("date", "")))
    return int(m.group()) if m else datetime.date.today().year
