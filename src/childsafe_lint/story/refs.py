"""Who is meant at a place in the draft: words for people in reading order, and pronouns led back to them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.tokens import Doc, Token

from ..languages import load_data
from ..spans import Span
from .model import Person

Role = Literal["child", "kin", "adult"]
Gender = Literal["f", "m", ""]

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\n(?=\s*[•\-–*\d])|\n")


@dataclass(slots=True)
class Ref:
    """Words for a person: ``child``, ``kin`` (grown-up family of a child), ``adult`` (anyone else)."""

    start: int
    end: int
    role: Role
    gender: Gender
    person: Person | None = None
    word: str = ""
    generic: bool = False  # "a child", "children": nobody in particular


@lru_cache(maxsize=8)
def _words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], dict[str, Gender]]:
    who = load_data(language, "details")["who"]
    people = load_data(language, "people")
    female, male = frozenset(who["female"]), frozenset(who["male"])
    pronouns: dict[str, Gender] = dict.fromkeys(who["pronouns"], "")
    pronouns |= dict.fromkeys(who["pronouns_female"], "f")
    pronouns |= dict.fromkeys(who["pronouns_male"], "m")
    kin = frozenset(who["kin"])
    roles = (frozenset(people["roles"]) | frozenset(who["strangers"])) - kin - frozenset(who["not_strangers"])
    return female, male, kin, roles, pronouns


class Refs:
    """The people words of one draft, and the questions asked of them."""

    def __init__(
        self, text: str, doc: Doc, sentences: Sequence[Span], people: Sequence[Person], language: str = "en"
    ) -> None:
        self.text = text
        self.doc = doc
        self.sentences = sentences or [Span(0, len(text))]
        self._sentence_starts = [s.start for s in self.sentences]
        self.paragraphs = _paragraphs(text)
        self._paragraph_starts = [p.start for p in self.paragraphs]
        self._female, self._male, self._kin, self._roles, self.pronouns = _words(language)
        self._token_starts = [t.idx for t in doc]
        self.lows = [t.lower_ for t in doc]
        self.refs: list[Ref] = self._collect(people)
        self._starts = [r.start for r in self.refs]
        self._settle_gender(people)

    # -- where ------------------------------------------------------------------------------------------------
    def sentence_index(self, at: int) -> int:
        return max(bisect_right(self._sentence_starts, at) - 1, 0)

    def sentence(self, at: int) -> Span:
        return self.sentences[self.sentence_index(at)]

    def paragraph_index(self, at: int) -> int:
        return max(bisect_right(self._paragraph_starts, at) - 1, 0)

    def paragraph(self, at: int) -> Span:
        return self.paragraphs[self.paragraph_index(at)]

    def token_index(self, at: int) -> int:
        """The token that covers ``at``, or the nearest one before it."""
        return max(bisect_right(self._token_starts, at) - 1, 0)

    def token(self, at: int) -> Token:
        return self.doc[self.token_index(at)]

    # -- who --------------------------------------------------------------------------------------------------
    def within(self, start: int, end: int) -> list[Ref]:
        """Refs that start in ``[start, end)``."""
        return self.refs[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, start: int, end: int) -> Ref | None:
        """The ref that overlaps ``[start, end)``; a child's is preferred."""
        hit = None
        i = bisect_left(self._starts, end)
        for r in reversed(self.refs[max(i - 6, 0) : i]):
            if r.end > start:
                if r.role == "child":
                    return r
                hit = hit or r
        return hit

    def before(self, at: int, floor: int, gender: Gender = "") -> Ref | None:
        """The nearest ref that ends at or before ``at`` and starts at or after ``floor``."""
        i = bisect_left(self._starts, at)
        while i > 0:
            i -= 1
            r = self.refs[i]
            if r.start < floor:
                return None
            if r.end <= at and not r.generic and (not gender or not r.gender or r.gender == gender):
                return r
        return None

    def antecedent(self, at: int, gender: Gender = "") -> Ref | None:
        """Whom a pronoun at ``at`` stands for: the last fitting person, subjects of earlier sentences first."""
        sentence = self.sentence(at)
        near = self.before(at, sentence.start, gender)
        if near is not None:
            return near
        floor = self.paragraphs[max(self.paragraph_index(at) - 2, 0)].start
        i = self.sentence_index(at)
        while i > 0:
            i -= 1
            s = self.sentences[i]
            if s.start < floor:
                return None
            fits = [
                r
                for r in self.within(s.start, s.end)
                if not r.generic and (not gender or not r.gender or r.gender == gender)
            ]
            if fits:
                sure = [r for r in fits if r.gender == gender and gender]
                return (sure or fits)[0]
        return None

    def about(self, at: int) -> Ref | None:
        """Whom words at ``at`` are about: the nearest person before them in the sentence, pronouns followed."""
        sentence = self.sentence(at)
        ref = self.before(at, sentence.start)
        floor = ref.end if ref else sentence.start
        i = self.token_index(max(at - 1, 0))
        while i >= 0 and self._token_starts[i] >= floor:
            low = self.lows[i]
            if low in self.pronouns and self._token_starts[i] < at:
                return self.antecedent(self._token_starts[i], self.pronouns[low]) or ref
            i -= 1
        return ref

    # -- building ---------------------------------------------------------------------------------------------
    def _collect(self, people: Sequence[Person]) -> list[Ref]:
        refs: list[Ref] = []
        taken: list[tuple[int, int]] = []
        for p in people:
            role: Role = "child" if p.kind == "child" else "adult"
            if p.kind == "unknown" and not self._person_like(p):
                continue
            for m in (*p.mentions, *p.nominals):
                words = self.text[m.start : m.end].lower().replace("’s", "").split()
                gender = self._gender_of(words)
                refs.append(Ref(m.start, m.end, role, gender, p, words[-1] if words else ""))
                taken.append((m.start, m.end))
            if p.kind == "child" and not p.mentions:
                generic = not any(self._particular(n) for n in p.nominals)
                for r in refs[len(refs) - len(p.nominals) :]:
                    r.generic = generic
        taken.sort()
        starts = [a for a, _ in taken]
        for token, low in zip(self.doc, self.lows, strict=True):
            is_kin = low in self._kin
            if not is_kin and low not in self._roles:
                continue
            i = bisect_right(starts, token.idx) - 1
            if i >= 0 and taken[i][1] > token.idx:
                continue
            role = "kin" if is_kin else "adult"
            refs.append(Ref(token.idx, token.idx + len(token), role, self._gender_of([low]), None, low))
        refs.sort(key=lambda r: (r.start, r.end))
        return refs

    def _person_like(self, p: Person) -> bool:
        """A name of unknown kind counts as somebody where the pipeline also takes it for a person."""
        return any(self.token(m.start).ent_type_ == "PERSON" for m in p.mentions)

    def _particular(self, span: Span) -> bool:
        """Whether words for a child mean one (or a few) in particular: "the boy", "a 12-year-old", not "a child"."""
        words = self.text[span.start : span.end].split()
        if words[-1][:1].isupper() and self.text[span.start : span.start + 1].islower():
            return False  # a name such as "the Children"
        first = words[0].lower()
        if first not in ("a", "an", "any", "one"):
            return True
        if any(c.isdigit() for w in words for c in w) or len(words) > 2:
            return True
        return False

    def _gender_of(self, words: Sequence[str]) -> Gender:
        for w in reversed(words):
            w = w.rstrip(".,;:").removesuffix("'s")
            if w in self._female:
                return "f"
            if w in self._male:
                return "m"
        return ""

    def _settle_gender(self, people: Sequence[Person]) -> None:
        """One gender a person: from its own words, a title or kin word beside it, or the pronouns that follow."""
        votes: dict[str, dict[str, int]] = {}
        for i, r in enumerate(self.refs):
            if r.person is None:
                continue
            cell = votes.setdefault(r.person.id, {"f": 0, "m": 0})
            if r.gender:
                cell[r.gender] += 6
                continue
            k = self.token_index(r.start)
            for low in self.lows[max(k - 3, 0) : k]:
                g = self._gender_of([low])
                if g:
                    cell[g] += 3
            limit = min(self.sentence(r.start).end + 60, r.end + 160)
            if i + 1 < len(self.refs):
                limit = min(limit, self.refs[i + 1].start)
            j = self.token_index(r.end)
            while j < len(self.lows) and self._token_starts[j] < limit:
                g2 = self.pronouns.get(self.lows[j], "") if self._token_starts[j] >= r.end else ""
                if g2:
                    cell[g2] += 1
                    break
                j += 1
        for r in self.refs:
            if r.person is not None and not r.gender:
                cell = votes[r.person.id]
                if cell["f"] > cell["m"]:
                    r.gender = "f"
                elif cell["m"] > cell["f"]:
                    r.gender = "m"


def _paragraphs(text: str) -> list[Span]:
    out, at = [], 0
    for m in _PARAGRAPH.finditer(text):
        if text[at : m.start()].strip():
            out.append(Span(at, m.start()))
        at = m.end()
    if text[at:].strip() or not out:
        out.append(Span(at, len(text)))
    return out
