"""Which grown-ups of a draft are family of its children, and by which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from ... import lazy_re as re
from ...spans import Span
from ..model import Evidence, Person, Story
from .names import Cue, Name, Text
from .patterns import UPPER, value_of
from .people import People, Word
from .weighed import Case, told_as_kin

_CAPITAL = re.compile(rf"(?<![\w-])[{UPPER}][^\W\d_]{{3,}}(?![\w-])")
_CULPRIT = frozenset({"accused", "convicted", "perpetrator"})
_GIVEN_AWAY = frozenset({"adoption", "custody"})
_PARENT = 22  # years; whoever is younger has no child at school
_AFTER_NAME = re.compile(r"\s*,\s*(?:\d\d\s*[^\W\d_]+\s*,\s*)?(?:[^\W\d_]{2,5}\s+){0,2}$")


class Family:
    """The family of a draft's children. ``who`` is what was found, ``surnames`` what else names them."""

    def __init__(
        self,
        story: Story,
        text: Text,
        reader: People,
        children: Sequence[Person],
        places: Sequence[tuple[int, Person]],
        told: Sequence[Case] = (),
    ) -> None:
        self.story = story
        self.text = text
        self.reader = reader
        self.children = list(children)
        self.places = places
        self._found: dict[str, tuple[Person, Evidence]] = {}
        self._cues_of: dict[str, list[Cue]] = {}
        for n, owner in reader.owner.items():
            self._cues_of.setdefault(owner.id, []).extend(n.cues)
        self._find()
        self._weighed(told)

    def __contains__(self, person: Person) -> bool:
        return person.id in self._found

    @property
    def who(self) -> list[tuple[Person, Evidence]]:
        return list(self._found.values())

    def _find(self) -> None:
        """A word of kinship beside the name or pointing to it, what was done for the child, the family's surname.
        Whose wife or son somebody is may be known only when the other is, hence again until nothing is added."""
        fathers = self._fathers()
        others = [
            p
            for p in self.story.people
            if p.kind != "child" and p.mentions and p.pseudonym is None and not self._nobody(p)
        ]
        size = -1
        while size < len(self._found):
            size = len(self._found)
            for person in others:
                if person.id in self._found:
                    continue
                evidence = (
                    self._kin(person)
                    or self._own_words(person)
                    or self._household(person)
                    or self._listed(person)
                    or self._apposed(person)
                    or self._behind_comma(person)
                    or self._of_interview(person)
                    or self._grown_child(person)
                    or self._pointed(person)
                    or self._took_in(person)
                    or self._bereft(person)
                    or self._has_child(person)
                    or self._father(person, fathers)
                    or self._parental(person)
                    or self._partner(person)
                    or self._of_the_story(person)
                )
                if evidence is not None:
                    self._found[person.id] = (person, evidence)
            for person, evidence in self._in_headline():
                if person.pseudonym is None:
                    self._found.setdefault(person.id, (person, evidence))
            known = self.surnames()  # a surname of the child's, then one of its family's
            for person in others:
                if (
                    person.id not in self._found
                    and known & self._surnames([person])
                    and not self._office(person)
                ):
                    first = person.mentions[0]
                    self._found[person.id] = (
                        person,
                        Evidence(first.start, first.end, "the surname of the child's family"),
                    )

    def _weighed(self, told: Sequence[Case]) -> None:
        """Those of whom no rule knows, and of whom is told as of a child's family."""
        for case in told:
            p = case.person
            if p.kind == "child" or p.id in self._found or p.pseudonym is not None:
                continue
            why = told_as_kin(self.text, case, self.story.language)
            if why is not None and not self._nobody(p) and not self._office(p):
                self._found[p.id] = (p, why)

    def _nobody(self, person: Person) -> bool:
        """A place after its preposition, a part on a stage: what a name stands for is nobody of the draft."""
        cues = self._cues_of.get(person.id, [])
        return bool(cues) and all(c.reason == "who made something" for c in cues)

    # -- surnames
    def surnames(self) -> frozenset[str]:
        """Surnames of the children and their family, without what tells a bearer's gender."""
        return self._surnames([*self.story.children, *(p for p, _ in self.who)])

    def in_plural(self) -> Iterator[tuple[Span, Evidence]]:
        """ "The divorce of the Dosanovs": the family's surname where it names no one person."""
        known_names = {
            n
            for p in [*(c for c in self.story.children if c.pseudonym is None), *(p for p, _ in self.who)]
            for n in self._surnames([p])
        }
        taken = [m for p in self.story.people for m in p.mentions]
        for m in _CAPITAL.finditer(self.text.text):
            known = self.text.regions.at(m.start())
            if any(t.start <= m.start() < t.end for t in taken):
                continue
            if (stem := known.of_family(m.group())) and stem in known_names:
                yield (
                    Span(m.start(), m.end()),
                    Evidence(m.start(), m.end(), "the surname of the child's family"),
                )

    def _surnames(self, people: Sequence[Person]) -> frozenset[str]:
        out: set[str] = set()
        for n in self._names(people):
            words = n.surnames or (n.words("word", "surname") if n.plural else [])
            out |= {n.known.family(b) for w in words for b in n.known.bases(w)}
            out |= {stem for w in n.words("word", "surname") if (stem := n.known.of_family(w))}
        return frozenset(out)

    def _names(self, people: Sequence[Person]) -> Iterator[Name]:
        for c in self.reader.clusters:
            for n in c.names:
                if self.reader.owner.get(n) in people:
                    yield n

    def _given(self, person: Person) -> frozenset[str]:
        return frozenset(b for n in self._names([person]) for w in n.given for b in n.known.bases(w))

    def _fathers(self) -> frozenset[str]:
        """Given names in the children's patronymics: Қайратқызы, Мұратұлы."""
        return frozenset(
            f for n in self._names(self.children) for w in n.words("patronymic") for f in n.known.fathers(w)
        )

    def _father(self, person: Person, fathers: frozenset[str]) -> Evidence | None:
        first = person.mentions[0]
        named = fathers & self._given(person) and not self._office(person)
        return Evidence(first.start, first.end, "the child's patronymic") if named else None

    def _office(self, person: Person) -> bool:
        """In the draft for the work it does: an official, a teacher, a witness. A whole family is none."""
        names = list(self._names([person]))
        if names and all(len(n.parts) == 1 and n.known.of_family(n.parts[0][1]) for n in names):
            return False  # "a neighbour of the Dosanovs"
        return any(
            c.kind == "role" and c.end <= n.start for n in self._names([person]) for c in n.cues
        ) or any(
            w.kind == "role"
            and re.fullmatch(r"\s*,?\s*(?:\d\d-[^\W\d_]+\s+)?", self.text.text[w.end : m.start])
            for m in person.mentions
            if not self._before_name(m)
            for w in self.reader.words
            if w.end <= m.start <= w.end + 20
        )

    def _before_name(self, span: Span) -> bool:
        """ "The lawyer of Dosanova | Vera Stein": whose work stands before the name is named behind it."""
        return any(
            m.start > span.end and not self.text.text[span.end : m.start].strip()
            for p in self.story.people
            for m in p.mentions
        )

    # -- words of kinship
    def _kin(self, person: Person) -> Evidence | None:
        """A word of kinship beside the name, not said to be another grown-up's ("his wife Galia")."""
        if self._cleric(person):
            return None
        for n in self._names([person]):
            for cue in n.cues:
                if (
                    cue.kind == "kin"
                    and not self._some_parent(person)
                    and not self._honorific(cue, n, person)
                    and not self._other_sex(cue, n, person)
                    and not self._of_stranger(cue, person)
                ):
                    return Evidence(cue.start, cue.end, "family of the child")
        return None

    def _honorific(self, cue: Cue, name: Name, person: Person) -> bool:
        """ "The elder of the village, Marat ata": a word of kinship behind the name of somebody in office."""
        if not name.known.cases_last:  # "aunt Valya, shop assistant"
            called = name.known.whole("honorific_kin").fullmatch(self.text.text[cue.start : cue.end])
            alone = len(name.parts) == 1 and cue.end + 1 == name.start
            owned = name.known.whole("possessives").fullmatch(self._word_before(cue.start))
            stranger = any(c.kind == "role" for c in name.cues) or any(
                len(n.parts) > 1 and n.start < name.start and not any(c.kind == "kin" for c in n.cues)
                for n in self._names([person])
            )  # whom the draft has named in full before a child calls him uncle
            return bool(called) and alone and not owned and stranger
        return cue.start >= name.end and self._office(person)

    def _word_before(self, at: int) -> str:
        m = re.search(r"([^\W\d_]+)\s+$", self.text.text[max(0, at - 20) : at])
        return m[1] if m else ""

    def _word(self, cue: Cue | Word) -> Word | None:
        return next((w for w in self.reader.words if w.start == cue.start), None)

    def _other_sex(self, cue: Cue, name: Name, person: Person) -> bool:
        """ "Kim's grandmother" in a language where no more than the ending tells it from "grandmother Kim"."""
        if name.known.cases_last or cue.end > name.start or not name.forms:
            return False
        w = self._word(cue)
        case = self.text.morph(cue.end - 1, "Case")
        others = [n for n in self._names([person]) if n is not name and n.given]
        return (
            w is not None
            and w.gender in ("f", "m")
            and case == "Nom"
            and bool(others)
            and all(g != w.gender for n in others for g, _ in n.forms)
        )

    def _cleric(self, person: Person) -> bool:
        """ "The prior, father Panteleimon": a title, where the sentence speaks of a church."""
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            if not known.has("relative", "clergy"):
                return False
            title = known.detail("relative", "clergy_titles")
            s = self._sentence(m.start)
            before = self.text.text[max(s.start, m.start - 12) : m.start].rstrip()
            if any(t.end() == len(before) for t in title.finditer(before)) and known.detail(
                "relative", "clergy"
            ).search(self.text.text[s.start : s.end]):
                return True
        return False

    def _of_stranger(self, cue: Cue | Word, person: Person) -> bool:
        """Whether the words around say that it is the kin of a grown-up who is no family."""
        known = self.text.regions.at(cue.start)
        before = re.search(r"([^\W\d_]+)\s+$", self.text.text[max(0, cue.start - 15) : cue.start])
        if known.cases_last:  # "the inspector's wife Galia"
            if self._other_childs(cue, person) or self._couple_of(cue) or self._of_another(cue, person):
                return True
            owner = next((w for w in self.reader.words if before and w.end == cue.start - 1), None)
            return (
                owner is not None
                and owner.kind == "role"
                and known.case_of(self.text.text[owner.start : owner.end]) == "Gen"
            )
        whose = self._owner_after(cue, person)
        if whose is not None:
            return whose.kind == "adult" and whose not in self
        if (
            self._of_others(cue)
            or self._of_office(cue)
            or self._biography(cue, person)
            or self._one_of_many(cue)
        ):
            return True
        gender = next(
            (g for g in ("f", "m") if before and known.whole(f"pronouns.{g}").fullmatch(before[1])), None
        )
        if gender is None:
            return cue.weight >= 0 and self._last_is_stranger(cue, person)
        last = [
            p
            for at, p in self.places
            if at < cue.start and p is not person and self.reader.gender(p) in (gender, "any")
        ]
        if not last or last[-1].kind == "child" or last[-1] in self:
            return False
        return last[-1].kind == "adult" or self._office(last[-1])

    def _of_another(self, cue: Cue | Word, person: Person) -> bool:
        """ "The neighbour X and his father Y", "he and his father": the kin of whoever does something there, where
        that is a stranger to the child. Whose it is, stands right before."""
        known = self.text.regions.at(cue.start)
        before = re.search(r"([^\W\d_]+)\s+$", self.text.text[max(0, cue.start - 15) : cue.start])
        last = [(at, p) for at, p in self.places if at < cue.start and p is not person]
        if not last or before is None:
            return False
        owner = last[-1][1]
        beside = any(m.end == cue.start - 1 for m in owner.mentions)
        if not beside and not known.whole("his_own").fullmatch(before[1]):
            return False
        stranger = beside or owner.kind == "adult" or self._office(owner)
        return stranger and owner.kind != "child" and owner not in self

    def _couple_of(self, cue: Cue | Word) -> bool:
        """ "X and his wife Y took three children in": the kin of whoever is named right before, who is no family."""
        before = re.search(r"\s+([^\W\d_]+)\s+$", self.text.text[max(0, cue.start - 10) : cue.start])
        known = self.text.regions.at(cue.start)
        if before is None or before[1] not in known.words("and"):
            return False
        end = cue.start - len(before[0])
        owner = next((p for p in self.story.people for m in p.mentions if m.end == end), None)
        return owner is not None and owner.kind != "child" and owner not in self

    def _other_childs(self, cue: Cue | Word, person: Person) -> bool:
        """ "A classmate's mother"; "X, a father of three", where the draft has not three children."""
        known = self.text.regions.at(cue.start)
        before = self.text.text[max(0, cue.start - 40) : cue.start]
        if any(not before[m.end() :].strip() for m in known.whole("others_child").finditer(before)):
            return True
        for m in known.whole("of_many").finditer(before):
            number = known.number(value_of(m, "n") or "")
            if before[m.end() :].strip() or number is None or cue.end > person.mentions[0].start:
                continue
            others = (
                known.number(value_of(x, "n") or "")
                for x in known.whole("many_children").finditer(self.text.text)
                if not cue.start - 40 <= x.start() < cue.start
            )
            return number not in (len(self.story.children), *others)
        return False

    def _parental(self, person: Person) -> Evidence | None:
        """ "X does not do what a parent must", "take X's parental rights away"."""
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            s = self._sentence(m.start)
            told = known.whole("parental").search(self.text.text, m.end, min(s.end, m.end + 40))
            if told and not self._office(person) and not self._named_in(m.end, told.start()):
                return Evidence(told.start(), told.end(), "family of the child")
        return None

    def _partner(self, person: Person) -> Evidence | None:
        """ "X and his wife Y adopted the boy", where Y is family; "the couple X and Y" named so behind both."""
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            if (wed := self._married(m)) is not None:
                return wed
            if not known.has("relative", "partners") or self._office(person):
                continue
            told = known.detail("relative", "partners").match(self.text.text, m.end + 1)
            other = told and next(
                (p for p in self.story.people for x in p.mentions if x.start == told.end() + 1), None
            )
            if told and other is not None and other in self:
                return Evidence(told.start(), told.end(), "family of the child")
            s = self._sentence(m.start)
            both = known.detail("relative", "called_couple").search(
                self.text.text, m.end, min(s.end, m.end + 60)
            )
            if both and not re.search(r"[,.;:]", self.text.text[m.end : both.start()]):
                return Evidence(both.start(), both.end(), "family of the child")
        return None

    def _of_the_story(self, person: Person) -> Evidence | None:
        """ "X was driving her children to their grandmother's", "the court is on X's side. Only the daughter is gone":
        one in full, of whom no word says who that is, and whose children the same sentence or the next tells of. Not
        where the draft names a parent of that sex, or X does something to a child."""
        names = list(self._names([person]))
        known, gender = names[0].known, self.reader.gender(person)
        cues = [c for c in self._cues_of.get(person.id, ()) if c.weight]
        if known.cases_last or gender == "any" or any(c.kind != "age" or c.weight > 0 for c in cues):
            return None
        if any(c.years is not None and c.years < _PARENT for c in cues):
            return None
        if self._office(person) or not any(n.given and (n.surnames or n.words("patronymic")) for n in names):
            return None
        parents = known.whole("parents")
        for p, e in self.who:
            if self.reader.gender(p) == gender and parents.fullmatch(self.text.text[e.start : e.end]):
                return None
        for m in person.mentions:
            s = self._sentence(m.start)
            after = self.text.sentences[min(self.text.sentence(m.start) + 1, len(self.text.sentences) - 1)]
            end = s.end if "\n\n" in self.text.text[s.end - 1 : after.start + 1] else after.end
            if any(
                frame == "done_to" and p.search(self.text.text, s.start, s.end)
                for p, _, frame in known.situations
            ):
                return None
            others = [
                x.start
                for p in self.story.people
                if p.kind != "child" and p is not person
                for x in p.mentions
            ]
            strangers = [w.start for w in self.reader.words if w.weight < 0 and w.kind in ("role", "noun")]
            if any(s.start <= at < end for at in (*others, *strangers)):
                continue
            own = known.whole("own_children").search(self.text.text, s.start, end)
            if own and not self._whose_else(own.start(), gender):
                return Evidence(own.start(), own.end(), "family of the child")
        return None

    def _whose_else(self, at: int, gender: str) -> bool:
        """Whether the word before says that they are somebody's of the other sex."""
        other = "m" if gender == "f" else "f"
        return (
            self.text.regions.at(at).whole(f"pronouns.{other}").fullmatch(self._word_before(at)) is not None
        )

    def _married(self, name: Span) -> Evidence | None:
        """ "X was married to Y", where one of them is family."""
        known = self.text.regions.at(name.start)
        s = self._sentence(name.start)
        for v in known.whole("married").finditer(self.text.text, s.start, s.end):
            first = [p for at, p in self.places if s.start <= at < v.start()]
            second = next(
                ((x, p) for p in self.story.people for x in p.mentions if 0 < x.start - v.end() <= 2), None
            )
            if second is None or not first:
                continue
            pair = (first[-1], second[1])
            mine = [p for p in pair if any(x == name for x in p.mentions)]
            if mine and any(p in self for p in pair if p is not mine[0]):
                return Evidence(v.start(), v.end(), "family of the child")
        return None

    def _owner_after(self, cue: Cue | Word, person: Person) -> Person | None:
        """ "The mother of the late Aidar": whoever is named right behind, adjectives aside."""
        for p in self.story.people:
            for m in p.mentions:
                gap = self.text.text[cue.end : m.start] if p is not person and m.start > cue.end else "x"
                if len(gap) > 30 or not re.fullmatch(r"\s+(?:[^\W\d_]+\s+){0,2}", gap):
                    continue
                if all(self.text.pos(cue.end + w.start()) == "ADJ" for w in re.finditer(r"[^\W\d_]+", gap)):
                    return p
        return None

    def _of_office(self, cue: Cue | Word) -> bool:
        """ "The inspector's wife", whose work stands behind in the genitive."""
        return any(
            w.kind == "role" and w.start == cue.end + 1 and self.text.morph(w.start, "Case") == "Gen"
            for w in self.reader.words
        )

    def _of_others(self, cue: Cue | Word) -> bool:
        """ "The father of a classmate", "the mother of the dead man": kin of somebody the draft is not about."""
        known = self.text.regions.at(cue.start)
        if known.cases_last:
            return False
        ways = [known.whole("others_child"), known.detail("relative", "of_pupils")]
        if self._culprits:
            ways.append(known.whole("victims"))
        elif self._victims:
            ways.append(known.whole("on_trial"))
        return any(p.match(self.text.text, cue.end + 1) for p in ways)

    @cached_property
    def _culprits(self) -> bool:
        """Whether the draft's children have done something, and nothing was done to them."""
        kinds = [{s.kind for s in c.situations} for c in self.children if c.mentions]
        return bool(kinds) and all(k and k <= _CULPRIT for k in kinds)

    @cached_property
    def _victims(self) -> bool:
        """Whether none of the draft's children is said to have done something."""
        return not any(s.kind in _CULPRIT for c in self.story.children for s in c.situations)

    def _one_of_many(self, cue: Cue | Word) -> bool:
        """ "One of the parents, X": of no particular child, unless it is said of whose behind the word."""
        before = self.text.text[max(0, cue.start - 20) : cue.start]
        known = self.text.regions.at(cue.start)
        among = any(
            not before[m.end() :].strip() for m in known.detail("relative", "one_of_many").finditer(before)
        )
        whose = any(
            0 < w.start - cue.end <= 25 and w.weight > 0 and w.kind != "age" for w in self.reader.words
        )
        return among and not whose

    def _biography(self, cue: Cue | Word, person: Person) -> bool:
        """ "X, a father of three": says who X is, not whose father."""
        known = self.text.regions.at(cue.start)
        return (
            known.has("relative", "of_many")
            and known.detail("relative", "of_many").match(self.text.text, cue.end + 1) is not None
            and any(_AFTER_NAME.fullmatch(self.text.text[m.end : cue.start]) for m in person.mentions)
        )

    def _last_is_stranger(self, cue: Cue | Word, person: Person) -> bool:
        """A son or a nephew is that of the one spoken of before in the sentence."""
        s = self._sentence(cue.start)
        before = [(at, p) for at, p in self.places if at < cue.start and p is not person]
        last = [(at, p) for at, p in before if at >= s.start]
        known = self.text.regions.at(cue.start)
        for gender in ("f", "m"):
            for m in known.whole(f"pronouns.{gender}").finditer(self.text.text, s.start, cue.start):
                fits = [p for at, p in before if at < m.start() and self.reader.gender(p) in (gender, "any")]
                last += [(m.start(), fits[-1])] if fits else []
        whose = max(last, key=lambda x: x[0])[1] if last else None
        return whose is not None and whose.kind == "adult" and whose not in self

    def _listed(self, person: Person) -> Evidence | None:
        """ "The parents — the railwayman X and the teacher Y": all whom a word for many kinsfolk is followed by."""
        for w in self.reader.words:
            if w.kind not in ("kin", "noun") or w.weight >= 0 or not w.plural or w.known.cases_last:
                continue
            if w.kind == "noun" and not w.known.detail("relative", "couples").match(self.text.text, w.start):
                continue
            s = self._sentence(w.start)
            at, opened = w.end, False
            named = [(m, p) for p in self.story.people for m in p.mentions if w.end <= m.start < s.end]
            for m, p in sorted(named, key=lambda x: x[0].start):
                gap = self.text.text[at : m.start]
                if len(gap.split()) > 5 or any(
                    self._says_something(at + x.start()) for x in re.finditer(r"[^\W\d_]+", gap)
                ):
                    break
                # the child whose parents they are
                opened = (
                    opened or p.kind == "child" or re.search(r"[—–:-]", gap) is not None or not gap.strip()
                )
                if p.kind != "child" and not opened:
                    break
                if p is person:
                    return Evidence(w.start, w.end, "family of the child")
                at = m.end
        return None

    def _apposed(self, person: Person) -> Evidence | None:
        """ "The father of eight-year-old Liza, Roman": the name behind a comma, whose kin he is between."""
        for m in person.mentions:
            s = self._sentence(m.start)
            for w in self.reader.words:
                if w.kind != "kin" or w.plural or w.weight > 0 or w.known.cases_last or self._of_others(w):
                    continue
                if not s.start <= w.start < w.end < m.start <= w.end + 80:
                    continue
                gap = self.text.text[w.end : m.start]
                between = re.fullmatch(r"(\s+[^,.;:()«»—–]{1,50}),\s*(?:[\w«»\"-]+\s+){0,5}", gap)
                if between is None or any(
                    self._says_something(w.end + x.start()) for x in re.finditer(r"[^\W\d_]+", gap)
                ):
                    continue
                owners = [p for p in self.story.people for n in p.mentions if w.end < n.start < m.start]
                office = any(
                    x.kind == "role" and w.end < x.start < w.end + len(between[1]) for x in self.reader.words
                )
                if (not office or owners) and all(p.kind != "adult" or p in self for p in owners):
                    return Evidence(w.start, w.end, "family of the child")
        return None

    def _behind_comma(self, person: Person) -> Evidence | None:
        """ "The elder sister, at a university in Astana, Gulsim": the name behind a comma and what its bearer does,
        where the word of kinship is a subject."""
        for m in person.mentions:
            s = self._sentence(m.start)
            for w in self.reader.words:
                if w.kind != "kin" or w.plural or not w.known.cases_last or not s.start <= w.start < m.start:
                    continue
                gap = self.text.text[w.end : m.start]
                whole = re.fullmatch(r",\s+(?:[^\s,.;:()–—]+\s+){1,7}", gap)
                raw = self.text.text[w.start : w.end]
                if (
                    whole
                    and w.weight <= 0
                    and not w.known.case_of(raw)
                    and not self._named_in(w.end, m.start)
                ):
                    return Evidence(w.start, w.end, "family of the child")
        return None

    def _of_interview(self, person: Person) -> Evidence | None:
        """ "«I will not part my two children»": the quotation of a headline is that of whoever is named first, soon."""
        first = next(iter(self.story.draft.blocks), None)
        named = next((p for _, p in self.places if p.kind != "child" and p.mentions), None)
        if first is None or first.kind != "headline" or named is not person:
            return None
        known = self.text.regions.at(first.span.start)
        if not known.people.get("my_child") or self.text.sentence(person.mentions[0].start) > 2:
            return None
        for quote in re.finditer(r"[«“„\"][^«»“”„\"\n]+[»”“\"]", self.text.text[: first.span.end]):
            if own := known.whole("my_child").search(self.text.text, quote.start(), quote.end()):
                return Evidence(own.start(), own.end(), "family of the child")
        return None

    def _says_something(self, at: int) -> bool:
        """A word that belongs to no list of names: a verb, but no participle, a preposition, a pronoun."""
        pos = self.text.pos(at)
        return pos in ("AUX", "ADP", "PRON") or (pos == "VERB" and self.text.morph(at, "VerbForm") != "Part")

    def _grown_child(self, person: Person) -> Evidence | None:
        """ "Brought the elder daughter of his first marriage, 20-year-old Alina"."""
        if person.kind != "adult" or self._office(person):
            return None
        first = person.mentions[0]
        s = self._sentence(first.start)
        for w in self.reader.words:
            if w.kind != "kin" or w.weight < 0 or w.plural or not s.start <= w.start < first.start:
                continue
            gap = self.text.text[w.end : first.start]
            apart = re.fullmatch(r"[^,.;:()«»—–]{1,40},\s*\d\d-[^\W\d_]+\s+", gap)
            if apart and not self._named_in(w.end, first.start) and not self._of_stranger(w, person):
                return Evidence(w.start, w.end, "family of the child")
        return None

    def _named_in(self, start: int, end: int) -> bool:
        return any(start <= m.start < end for p in self.story.people for m in p.mentions)

    def _took_in(self, person: Person) -> Evidence | None:
        """ "The boy was adopted by X", "X took the children away from their mother"."""
        if not any(x.kind in _GIVEN_AWAY for x in self.story.situations):
            return None
        if self._office(person) and not self.surnames() & self._surnames([person]):
            return None  # the police take children away too
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            if not known.has("relative", "takes_in"):
                continue
            s = self._sentence(m.start)
            for v in known.detail("relative", "takes_in").finditer(self.text.text, s.start, s.end):
                end = max(v.start(), m.start)
                inner = min(v.end(), m.end)
                if end - inner <= 60 and not any(
                    inner <= x.start < end
                    for p in self.story.people
                    if p.kind != "child" and p is not person
                    for x in p.mentions
                ):
                    return Evidence(v.start(), v.end(), "takes the child in")
        return None

    def _bereft(self, person: Person) -> Evidence | None:
        """ "They took four children from the Dosanovs", "the X-s' son was taken away"."""
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            row = next((r for r in self.reader.rows() if any(n.start == m.start for n in r)), None)
            if known.cases_last or row is None:
                continue
            before = self.text.text[max(0, row[0].start - 10) : row[0].start]
            s = self._sentence(m.start)
            told = known.detail("relative", "taken_from").search(self.text.text, s.start, s.end)
            child = any(
                w.weight > 0 and w.kind in ("noun", "kin", "age") and s.start <= w.start < s.end
                for w in self.reader.words
            )
            if told and child and re.search(r"(?<!\w)[уУ]\s+$", before) and not self._office(person):
                return Evidence(told.start(), told.end(), "family of the child")
        return None

    def _has_child(self, person: Person) -> Evidence | None:
        """ "X brings the child up alone", "X is the girl's uncle", "the son of the late X": said of a name in Russian,
        whose endings tell who does it."""
        if self._office(person):
            return None
        for n in self._names([person]):
            if n.known.cases_last:
                continue
            if (told := self._does_for_child(n) or self._elder_child(n, person)) is not None:
                return told
            if (whose := self._child_word_before(n)) is not None:
                return Evidence(whose.start, whose.end, "family of the child")
        return None

    def _elder_child(self, n: Name, person: Person) -> Evidence | None:
        """ "The eldest, 19-year-old X, is in the army", after a word for a family's children."""
        before = self.text.text[max(0, n.start - 50) : n.start]
        m = n.known.framed(r"(?<!\w)(", "which_of_them", r")\s*[,–—]\s*(?:[\w-]+\s+)?$").search(before)
        near = [w for w in self.reader.words if 0 < n.start - w.start < 200 and w.kind == "kin"]
        if m is None or person.kind != "adult" or not any(w.weight >= 0 for w in near):
            return None
        if any(w.kind == "noun" and w.weight < 0 and w.plural for w in self.reader.words):
            return None  # "three grown-up children"
        at = n.start - len(before)
        return Evidence(at + m.start(1), at + m.end(1), "family of the child")

    def _child_word_before(self, n: Name) -> Word | None:
        """ "The son of the late X": a word for somebody's child right before a name in the genitive."""
        w = next((w for w in reversed(self.reader.words) if w.end < n.start), None)
        cases = {c for _, c in n.forms}
        if w is None or w.kind != "kin" or w.weight <= 0 or "Gen" not in cases or "Nom" in cases:
            return None
        gap = self.text.text[w.end : n.start]
        adjectives = re.fullmatch(r"\s+(?:[^\W\d_]+\s+){0,2}", gap) and all(
            self.text.pos(w.end + x.start()) in ("ADJ", "VERB") for x in re.finditer(r"[^\W\d_]+", gap)
        )
        own = w.known.whole("own_child").fullmatch(self.text.text[w.start : w.end])
        return w if adjectives and own and self._ours(w) else None

    def _does_for_child(self, n: Name) -> Evidence | None:
        """ "X brings the child up", "X is the girl's uncle", in the clause of a name that may be its subject."""
        if n.forms and not any(c == "Nom" for _, c in n.forms):
            return None
        start, end = self.reader.clause_around(n)
        text = self.text.text
        near = [w for w in self.reader.words if start <= w.start < end]
        raises = n.known.whole("raises").search(text, start, end)
        one = any(
            w.weight > 0 and w.kind in ("noun", "kin") and (not w.plural or self._ours(w)) for w in near
        )
        counted = any(m for m in n.known.detail("relative", "of_many").finditer(text, start, end))
        if raises is not None and not text[n.end : raises.start()].strip():
            counted = False  # "X brings four children up" is what the draft tells, no remark on who X is
            one = one or any(w.weight > 0 for w in near)
        if raises and one and not counted:
            return Evidence(raises.start(), raises.end(), "family of the child")
        kin = n.known.whole("is_kin").search(text, n.end, end)
        if kin and any(w.kind == "kin" and w.weight <= 0 and w.start > kin.start() for w in near):
            return Evidence(kin.start(), kin.end(), "family of the child")
        return None

    def _own_words(self, person: Person) -> Evidence | None:
        """ "– My grandson …, – says X": whoever speaks of a child as their own, and holds no office."""
        if self._office(person):
            return None
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            line = self.text.line_before(m.start)
            said = list(known.whole("speech").finditer(line))
            if not known.people.get("my_child"):
                continue
            if words := self._in_quotation_after(m) or self._names_own(line, m.start - len(line)):
                return words
            if not said:
                continue
            if re.fullmatch(r"[ ,–—-]*(?:[^\s,.;:()–—]+ ){0,7}", line[said[-1].end() :]) is None:
                continue  # "… says | the welder at «X» | Y"
            at = max(line.rfind(". –"), line.rfind(". —"), 0)
            own = known.whole("my_child").search(line, at) or known.whole("child_opens").search(line, at)
            if own:
                start = m.start - len(line)
                return Evidence(start + own.start(), start + own.end(), "family of the child")
        return None

    def _names_own(self, line: str, at: int) -> Evidence | None:
        """ "«Our Amina was called away», – sobs into the receiver X": a child of the draft called one's own in the
        quotation right before who says it."""
        quote = re.search(r"[«“\"]([^«»“”\"\n]+)[»”\"]\s*,?\s*[–—-]\s*([^.!?\n«»]{0,60})$", line)
        if quote is None or self._named_in(at + quote.start(2), at + len(line)):
            return None
        known = self.text.regions.at(at)
        if known.cases_last or known.whole("speech").search(quote[2]) is None:
            return None
        for p in self.story.children:
            for m in (*p.mentions, *p.nominals):
                before = self._word_before(m.start)
                if at + quote.start(1) <= m.start < at + quote.end(1) and known.whole("ours").fullmatch(
                    before
                ):
                    return Evidence(m.start, m.end, "family of the child")
        return None

    def _in_quotation_after(self, name: Span) -> Evidence | None:
        """ "X still cannot believe it: «If only my child …»"."""
        known = self.text.regions.at(name.start)
        quote = re.compile(r"[^\n.!?«»:]{0,80}:\s*[«“\"]([^«»“”\"\n]+)").match(self.text.text, name.end)
        if quote is None or self._named_in(name.end, quote.start(1)):
            return None
        own = known.whole("my_child").search(self.text.text, quote.start(1), quote.end(1))
        return Evidence(own.start(), own.end(), "family of the child") if own else None

    def _household(self, person: Person) -> Evidence | None:
        """ "The Ospanovs' family took the boy in"."""
        for n in self._names([person]):
            if n.plural and (m := n.known.whole("family_words").match(self.text.text, n.end + 1)):
                return Evidence(m.start(), m.end(), "family of the child")
            before = self.text.text[max(0, n.start - 20) : n.start]
            for m in n.known.whole("family_before").finditer(before) if n.plural else ():
                if not before[m.end() :].strip():
                    at = n.start - len(before)
                    return Evidence(at + m.start(), at + m.end(), "family of the child")
        return None

    def _in_headline(self) -> list[tuple[Person, Evidence]]:
        """ "Mother left two children alone": who is named soon after with an age and nothing else is that mother."""
        first = next(iter(self.story.draft.blocks), None)
        if first is None or first.kind != "headline":
            return []
        for kin in self.reader.words:
            if kin.kind != "kin" or kin.weight >= 0 or kin.plural or self.text.sentence(kin.start) > 2:
                continue
            in_headline = kin.end <= first.span.end
            if kin.taken and not in_headline:
                continue
            for person in self.story.people:
                cues = [c for c in self._cues_of.get(person.id, ()) if c.weight]
                soon = person.mentions and self.text.sentence(person.mentions[0].start) <= 6
                told = (
                    cues
                    and any(c.kind == "age" for c in cues)
                    and all(c.kind == "age" or c.kind in ("noun", "role") for c in cues)
                )
                fits = kin.gender == "any" or self.reader.gender(person) in (kin.gender, "any")
                if soon and fits and person.kind == "adult" and told and not self._office(person):
                    return [(person, Evidence(kin.start, kin.end, "family of the child"))]
        return []

    def _pointed(self, person: Person) -> Evidence | None:
        """A word of kinship that stands by no name and can only mean this person: "she rang the mother. Salma X …",
        "Murat X, 41 … is guilty of violence against his stepdaughter"."""
        first = min(person.mentions)
        if guilty := self._step_parent(person):
            return guilty
        if self._office(person) or self._cleric(person) or self._some_parent(person):
            return None
        known = self.text.regions.at(first.start)
        if not known.cases_last and any(
            c.kind == "kin" and c.weight < 0 and self._of_stranger(c, person)
            for c in self._cues_of.get(person.id, ())
        ):
            return None  # "his mother", of a grown-up on trial
        at = self.text.sentence(first.start)
        gender = self.reader.gender(person)
        works = any(
            w.kind == "role"
            and w.end < first.start
            and self.text.sentence(w.start) == at
            and self._opens(first)
            for w in self.reader.words
        )  # "The driver of the lorry, 45-year-old X"
        for w in self.reader.words:
            if w.kind != "kin" or (w.plural and w.weight <= 0) or self._of_others(w):
                continue
            if not known.cases_last and self._only_says(w, first):
                continue
            where = self.text.sentence(w.start)
            if known.cases_last and known.case_of(self.text.text[w.start : w.end]) == "Dat" and where == at:
                continue  # "a student gave the mother a hand"
            if at != where and (works or (w.gender not in (gender, "any") and gender != "any")):
                continue
            if w.weight < 0 and not w.taken and w.end <= first.start and at - where <= 1:
                between = [
                    m
                    for p in self.story.people
                    if p.kind != "child"
                    for m in p.mentions
                    if w.end <= m.start < first.start
                ]
                if not between and (at == where or self._opens(first) or self._quoted(first)):
                    w.taken = True
                    return Evidence(w.start, w.end, "family of the child")
            if w.weight < 0 and w.known.cases_last and where - at == 1 and self._taken_up(w, first):
                w.taken = True
                return Evidence(w.start, w.end, "family of the child")
            if w.weight > 0 and self._ours(w):
                if self._subject_behind(w, person) or self._tells_of_own(w, person):
                    return Evidence(w.start, w.end, "family of the child")
                if self._possessor(w.start, person):
                    return Evidence(w.start, w.end, "family of the child")
                mine = [
                    m for m in person.mentions if self.text.sentence(m.start) == where and m.start < w.start
                ]
                back = [m for m in person.mentions if self.text.sentence(m.start) == where - 1]
                spoke = any(
                    known.whole("speech").search(self.text.text[m.end : m.end + 30]) for m in person.mentions
                )
                if (mine and not spoke and not self._between(mine[-1].end, w.start)) or (
                    back and self._starts_with_pronoun(where) and not self._between(back[-1].end, w.start)
                ):
                    return Evidence(w.start, w.end, "family of the child")
        return None

    def _only_says(self, w: Word, name: Span) -> bool:
        """ "«The mother howled», says a dweller of the house, X": who is called something else speaks of kin."""
        quoted = (
            re.search(r"[«“„\"][^«»“”„\"\n]*$", self.text.text[max(0, w.start - 200) : w.start]) is not None
        )
        return quoted and any(
            x.kind == "noun" and x.weight < 0 and w.end < x.start < name.start and name.start - x.end < 30
            for x in self.reader.words
        )

    def _some_parent(self, person: Person) -> bool:
        """ "A parent by the name of X … does not want her son beside the girl": of another child."""
        return any(
            n.known.whole("some_parent").fullmatch(self.text.text[c.start : c.end])
            for n in self._names([person])
            for c in n.cues
        )

    def _taken_up(self, w: Word, name: Span) -> bool:
        """ "X opened the door. The grandmother of 67 …", "… The child's mother is this one": whoever was named in the
        sentence before."""
        if w.taken or w.plural or self._named_in(name.end, w.start):
            return False
        s = self._sentence(w.start)
        before = self.text.text[s.start : w.start]
        if w.known.whole("this_one").match(self.text.text[w.end : s.end].lstrip(" –—-")):
            return True
        aged = any(
            x.kind == "age" and x.weight < 0 and s.start <= x.start and x.end <= w.start
            for x in self.reader.words
        )
        bare = w.known.whole("bare_kin").fullmatch(self.text.text[w.start : w.end]) is not None
        return (
            len(before.split()) <= 6
            and (bare or aged)
            and not w.known.case_of(self.text.text[w.start : w.end])
        )

    def _subject_behind(self, w: Word, person: Person) -> bool:
        """ "Of her daughter's loss X heard in the evening": where a word of kinship in a case says whose it is by
        what follows, the subject."""
        raw = self.text.text[w.start : w.end]
        if not w.known.cases_last or not w.known.whole("own_child").fullmatch(raw):
            return False
        s = self._sentence(w.start)
        if len(self.text.text[s.start : w.start].split()) > 1:
            return False
        return any(
            n.start == m.start and not n.case
            for m in person.mentions
            if w.end < m.start < min(s.end, w.end + 60) and not self._named_in(w.end, m.start)
            for n in self._names([person])
        )

    def _tells_of_own(self, w: Word, person: Person) -> bool:
        """ "By X-GEN words, her daughter left at six": right behind the words that tell who says it."""
        if not w.known.cases_last or w.plural:
            return False
        for m in person.mentions:
            said = w.known.whole("speech").match(self.text.text, m.end + 1)
            gap = self.text.text[said.end() : w.start] if said and said.end() <= w.start else "x"
            if re.fullmatch(r",\s+(?:[^\s,.;:]+\s+)?", gap):
                return True
        return False

    def _ours(self, w: Word) -> bool:
        """Whether a word for somebody's child can mean one the draft tells of."""
        if w.known.cases_last:
            own = w.known.whole("own_child").fullmatch(self.text.text[w.start : w.end])
            return not w.plural or own is not None
        kin = {x.start for x in self.reader.words if x.kind == "kin"}
        told = [p for p in self.children if p.mentions or any(n.start not in kin for n in p.nominals)]
        return any(w.plural or w.gender == "any" or self.reader.gender(p) in (w.gender, "any") for p in told)

    def _possessor(self, at: int, person: Person) -> bool:
        """ "X … He pestered her daughter": a pronoun before a word for somebody's child, X the last it fits."""
        known = self.text.regions.at(at)
        before = re.search(r"([^\W\d_]+)\s+$", self.text.text[max(0, at - 15) : at])
        owner = next(
            (g for g in ("f", "m") if before and known.whole(f"pronouns.{g}").fullmatch(before[1])), None
        )
        if owner is None or known.cases_last:
            return False
        last = [(s, p) for s, p in self.places if s < at and self.reader.gender(p) in (owner, "any")]
        return (
            bool(last)
            and last[-1][1] is person
            and self.text.sentence(at) - self.text.sentence(last[-1][0]) <= 2
        )

    def _step_parent(self, person: Person) -> Evidence | None:
        """The one on trial, in a draft that speaks of a stepdaughter, a stepfather and the like."""
        for m in person.mentions:
            known = self.text.regions.at(m.start)
            s = self._sentence(m.start)
            after = self.text.sentences[min(self.text.sentence(m.start) + 1, len(self.text.sentences) - 1)]
            near = self.text.text[max(s.start, m.start - 30) : m.start]
            guilty = (known.whole("on_trial").search(near) and not self._office(person)) or (
                self._starts_with_pronoun(self.text.sentence(after.start))
                and known.whole("on_trial").search(self.text.text[after.start : after.end])
            )
            if guilty and (kin := known.whole("step_kin").search(self.text.text)):
                return Evidence(kin.start(), kin.end(), "family of the child")
        return None

    def _opens(self, span: Span) -> bool:
        """Whether a name is the first word of its sentence, or nearly."""
        s = self._sentence(span.start)
        return len(self.text.text[s.start : span.start].split()) <= 3

    def _quoted(self, span: Span) -> bool:
        """Whether a name is the first after a quotation that opens its sentence: «…», cries 70-year-old X."""
        before = self.text.text[self._sentence(span.start).start : span.start]
        return re.search(r"[»”\"]\s*,?\s*[–—-]\s*(?:[^\s,.;»]+\s+){0,4}$", before) is not None

    def _between(self, start: int, end: int) -> bool:
        """Whether another grown-up is named there."""
        return any(start < m.start < end for p in self.story.people if p.kind != "child" for m in p.mentions)

    def _starts_with_pronoun(self, sentence: int) -> bool:
        s = self.text.sentences[sentence]
        first = re.match(r"\W*([^\W_]+)", self.text.text[s.start : s.end])
        known = self.text.regions.at(s.start)
        if known.cases_last and first and known.whole("man_or_woman").fullmatch(first[1]):
            return True
        genders = ("f", "m", "any") if known.cases_last else ("f", "m")
        return first is not None and any(known.whole(f"pronouns.{g}").fullmatch(first[1]) for g in genders)

    def _sentence(self, at: int) -> Span:
        return self.text.sentences[self.text.sentence(at)]
