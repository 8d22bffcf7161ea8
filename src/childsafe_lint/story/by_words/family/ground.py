"""What all ways to tell family stand on: the draft's people, their names, and who they cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from .... import lazy_re as re
from ....spans import Span
from ...model import Evidence, Person, Story
from ..names import Cue, Name, Text
from ..patterns import UPPER
from ..people import People, Word

_CAPITAL = re.compile(rf"(?<![\w-])[{UPPER}][^\W\d_]{{3,}}(?![\w-])")
_CULPRIT = frozenset({"accused", "convicted", "perpetrator"})


class Ground:
    """The grown-ups of a draft. ``who``: which of them are family; ``surnames``: what else names these."""

    def __init__(
        self,
        story: Story,
        text: Text,
        reader: People,
        children: Sequence[Person],
        places: Sequence[tuple[int, Person]],
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

    def __contains__(self, person: Person) -> bool:
        return person.id in self._found

    @property
    def who(self) -> list[tuple[Person, Evidence]]:
        return list(self._found.values())

    def _nobody(self, person: Person) -> bool:
        """A place after its preposition, a part on a stage: what a name stands for is nobody of the draft."""
        cues = self._cues_of.get(person.id, [])
        return bool(cues) and all(c.reason == "who made something" for c in cues)

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
        family = {id(p) for p, _ in self.who}
        taken = [m for p in self.story.people if p.kind != "unknown" or id(p) in family for m in p.mentions]
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

    def _word(self, cue: Cue | Word) -> Word | None:
        return next((w for w in self.reader.words if w.start == cue.start), None)

    def _word_before(self, at: int) -> str:
        m = re.search(r"([^\W\d_]+)\s+$", self.text.text[max(0, at - 20) : at])
        return m[1] if m else ""

    @cached_property
    def _culprits(self) -> bool:
        """Whether the draft's children have done something, and nothing was done to them."""
        kinds = [{s.kind for s in c.situations} for c in self.children if c.mentions]
        return bool(kinds) and all(k and k <= _CULPRIT for k in kinds)

    @cached_property
    def _victims(self) -> bool:
        """Whether none of the draft's children is said to have done something."""
        return not any(s.kind in _CULPRIT for c in self.story.children for s in c.situations)

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

    def _ours(self, w: Word) -> bool:
        """Whether a word for somebody's child can mean one the draft tells of."""
        if w.known.cases_last:
            own = w.known.whole("own_child").fullmatch(self.text.text[w.start : w.end])
            return not w.plural or own is not None
        kin = {x.start for x in self.reader.words if x.kind == "kin"}
        told = [p for p in self.children if p.mentions or any(n.start not in kin for n in p.nominals)]
        return any(w.plural or w.gender == "any" or self.reader.gender(p) in (w.gender, "any") for p in told)

    def _says_something(self, at: int) -> bool:
        """A word that belongs to no list of names: a verb, but no participle, a preposition, a pronoun."""
        pos = self.text.pos(at)
        return pos in ("AUX", "ADP", "PRON") or (pos == "VERB" and self.text.morph(at, "VerbForm") != "Part")

    def _named_in(self, start: int, end: int) -> bool:
        return any(start <= m.start < end for p in self.story.people for m in p.mentions)

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
