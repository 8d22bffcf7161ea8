"""Who is meant at a place in the draft: words for people in reading order, and pronouns led back to them."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from .. import lazy_re as re
from .. import seek
from ..languages import load_data
from ..spans import Span
from .grammar import subjects
from .model import Person
from .parse import Parse, Token
from .quotes import find_quotes

Role = Literal["child", "kin", "adult"]
Gender = Literal["f", "m", ""]

_UNDER_18 = (
    r"(?:1[0-7]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen)"
)
_ROLE = (
    r"(?:victims?|accused|defendants?|suspects?|complainants?|survivors?|patients?|witness(?:es)?|refugees?|detainees?"
    r"|inmates?|deceased|runaways?|orphans?|gunman|shooter|attacker|soldiers?|combatants?|fighters?|brides?|migrants?"
    r"|captives?|hostages?|passengers?|pedestrians?|cyclists?|pupils?|students?|learners?)"
)
_FEW = r"(?:[Tt]he|[Bb]oth|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Hh]is|[Hh]er|[Tt]heir|[Tt]hese|[Tt]hose|[Aa]ll)"
_AGES = rf"{_UNDER_18}(?:(?:,\s*{_UNDER_18})*,?\s+and\s+{_UNDER_18})?"
_VICTIM_AGE = seek.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ee]ach|[Oo]ne)\s+(?:[\w’'-]+\s+){{0,3}}?{_ROLE}"
    rf",?\s+(?:(?:who\s+)?(?:is|was|are|were)\s+)?(?:(?:both|now|only|just|then)\s+)?(?:aged?\s+)?{_AGES}(?=\s*[,.;:)]|\s+(?:was|is|who|had|has|years?|were|are)\b)"
)
#: "the sisters, 9 and 12", "both girls, aged 12 and 13", "three siblings, all under six"
_FEW_AGED = seek.compile(
    rf"\b{_FEW}\s+(?:[\w’'-]+\s+){{0,3}}?(?:sisters|brothers|siblings|girls|boys|twins|orphans|cousins|children|pupils|friends|kids)\s*,?\s+(?:who\s+(?:are|were)\s+)?"
    rf"(?:(?:both|all)\s+)?(?:aged\s+)?(?:{_UNDER_18}(?:,\s*{_UNDER_18})*,?\s+(?:and|to)\s+{_UNDER_18}|(?:both|all)\s+(?:aged\s+)?under\s+{_UNDER_18})\b"
    rf"|\b(?:[Tt]win|[Bb]oth|[Tt]wo|[Tt]hree)\s+(?:[a-z-]+\s+)?(?:sisters|brothers|siblings|girls|boys|children|pupils|friends)\s+of\s+{_UNDER_18}(?!\s+(?:children|siblings))\b"
)
#: "the abused brothers", "the accused boy": children whom a word for what befell them makes particular
_MARKED = seek.compile(
    r"\b(?:[Tt]he|[Bb]oth|[Tt]wo|[Tt]hree)\s+(?:two\s+|three\s+)?(?:abused|accused|raped|molested|neglected|starved|trafficked|rescued|orphaned|abducted|kidnapped"
    r"|missing|HIV-positive|infected|bullied|beaten|abandoned|convicted|jailed|drowned|injured|displaced|exploited|murdered|groomed)"
    r"\s+(?:[a-z-]+\s+)?(?:boys?|girls?|brothers?|sisters?|twins?|siblings?|child|toddler|baby|infant|pupils?|teenagers?|schoolgirls?|schoolboys?)\b"
)
#: "a boy of ten"
_OF_AGE = re.compile(rf"\s+of\s+{_UNDER_18}\b(?!\s+(?:children|siblings|pupils|girls|boys|friends))")
#: "his niece from the age of eight"
_SINCE = seek.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he)\s+(?:niece|nephew|daughter|son|stepdaughter|stepson|granddaughter|grandson|pupil|sister|brother|girl|boy|victim)"
    rf"\s+(?:from|since|when|between|starting)\b[^.!?\n]{{0,20}}?\b(?:age|ages|aged|was)\s+(?:of\s+)?{_UNDER_18}\b"
)
_SHE_IS = seek.compile(
    rf"\b(?P<who>[Ss]he|[Hh]e|[Tt]hey)(?:\s+(?P<verb>is|was|are|were|turned|turns)|[’'](?:s|re))\s+(?:(?:only|just|still|now|barely|about|aged|not\s+yet)\s+)*{_UNDER_18}"
    rf"(?:\s+and\s+{_UNDER_18})?(?=\s*[,.;:)!?—–]|\s+(?:and|now|but|in|on|or|years?\s+old)\b)"
)
_YEAR_OLD = seek.compile(
    rf"\b{_UNDER_18}-year-olds?(?=\s*(?:[.,;:!?)”\"]|[’']s\b)|\s+(?:(?:was|is|who|had|has|were|are|with|from|at|and|said|told|he|she|they|to)\b|(?:mother|father|girl|boy|bride|pupil|student|son|daughter|stepson|stepdaughter|sister|brother|cousin|niece|nephew|granddaughter|grandson|twin|twins|child|victim|suspect|defendant|gunman|runaway|refugee|orphan|soldier|fighter|ex-fighter|patient|accused|killer)s?\b))",
    re.IGNORECASE,
)
_FORM = seek.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth)\s+(?:[a-z-]+\s+)?(?:Form|Year|Grade|Class|Standard|Std|Primary|Secondary|JSS|SS|JHS)[\s.-]*(?:[IVX]+|\d{1,2}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven)"
    r"\s+(?:pupils?|students?|learners?|boys?|girls?|schoolgirls?|schoolboys?)\b"
)
_BORN_ROLE = seek.compile(
    rf"\b(?:[Tt]he|[Aa]n?)\s+(?:[\w-]+\s+){{0,2}}?{_ROLE}(?=\s*(?:,\s*(?:who\s+was\s+)?born\b|,\s*whose\s+(?:birthday|date\s+of\s+birth)\b|\s*[(,]\s*(?:DOB|D\.O\.B\.?|[Dd]ate\s+of\s+[Bb]irth)\b)[^.!?\n]{{0,30}}?\b(?P<year>20[0-4]\d)\b)"
)
_BORN = seek.compile(
    r"\b(?P<who>[Ss]he|[Hh]e|[Tt]hey)\s+(?:was|were)\s+born\b[^.!?\n]{0,40}?\b(?P<year>20[0-4]\d)\b"
)
_LOCATIVE = re.compile(r"\b(?:in|at|from|near|into|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_FATHER_OF = re.compile(
    r"\s*,\s*(?:\w[\w-]*\s*,\s*)?(?:(?:who\s+)?is\s+)?(?:himself\s+|herself\s+)?(?:the|an?)\s+(?:[\w-]+\s+)?",
    re.IGNORECASE,
)
_OWN = re.compile(r"\s+of\s+(?:an?|one|two|three|four|five|six|seven|eight|nine|\d)\b|-of-", re.IGNORECASE)
_SAME = re.compile(r",?\s+(?:who\s+)?(?:(?:is|was)\s+)?|\s*[(–—]\s*")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\n(?=\s*[•\-–*\d])|\n")


_SIBLINGS = frozenset({"brothers", "sisters", "siblings", "twins", "triplets", "sons", "daughters"})
_CROWD = frozenset(
    {"youngsters", "pupils", "students", "teenagers", "teens", "kids", "youths", "schoolchildren", "learners"}
)
_DETERMINED = frozenset(
    {
        "the",
        "his",
        "her",
        "their",
        "these",
        "those",
        "all",
        "my",
        "our",
        "its",
        "some",
        "several",
        "seven",
        "eight",
        "nine",
    }
)
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|both|pair|[2-6])\b", re.IGNORECASE)


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
    plural: bool = False


@dataclass(frozen=True)
class _Words:
    female: frozenset[str]
    male: frozenset[str]
    kin: frozenset[str]
    roles: frozenset[str]
    pronouns: dict[str, Gender]
    plurals: frozenset[str]
    roles_of_children: frozenset[str]


@lru_cache(maxsize=8)
def _words(language: str) -> _Words:
    who = load_data(language, "details")["who"]
    people = load_data(language, "people")
    female, male = frozenset(who["female"]), frozenset(who["male"])
    pronouns: dict[str, Gender] = dict.fromkeys(who["pronouns"], "")
    pronouns |= dict.fromkeys(who["pronouns_female"], "f")
    pronouns |= dict.fromkeys(who["pronouns_male"], "m")
    kin = frozenset(who["kin"])
    roles = (frozenset(people["roles"]) | frozenset(who["strangers"])) - kin - frozenset(who["not_strangers"])
    plurals = (
        frozenset(people["child_nouns_plural"])
        | frozenset(people["kin_younger_plural"])
        | {"siblings", "children"}
    )
    return _Words(female, male, kin, roles, pronouns, plurals, frozenset(who["roles_of_children"]))


class Refs:
    """The people words of one draft, and the questions asked of them."""

    def __init__(
        self, text: str, doc: Parse, sentences: Sequence[Span], people: Sequence[Person], language: str = "en"
    ) -> None:
        self.text = text
        self.doc = doc
        self.sentences = sentences or [Span(0, len(text))]
        self._sentence_starts = [s.start for s in self.sentences]
        self.paragraphs = _paragraphs(text)
        self._paragraph_starts = [p.start for p in self.paragraphs]
        words = _words(language)
        self._female, self._male, self._kin, self._roles = words.female, words.male, words.kin, words.roles
        self.pronouns, self._plurals = words.pronouns, words.plurals
        self._roles_of_children = words.roles_of_children
        self._token_starts: list[int] = [t.idx for t in doc]
        self.lows: list[str] = [text[t.idx : t.idx + len(t)].lower() for t in doc]
        self._titles: list[tuple[int, int]] | None = None
        self.quotes = find_quotes(text)
        self._cited = [
            q.span
            for q in self.quotes
            if text[q.span.start + 1 : q.span.start + 2].islower()
            and text[q.span.start : q.span.end].count(" ") < 7
        ]
        self.refs: list[Ref] = self._collect(people)
        self._starts = [r.start for r in self.refs]
        self._settle_gender(people)
        self.generic_ids = frozenset(r.person.id for r in self.refs if r.generic and r.person is not None)
        self._people: Sequence[Person] | None = None
        self._about: dict[int, Ref | None] = {}

    @classmethod
    def of(
        cls, text: str, doc: Parse, sentences: Sequence[Span], people: Sequence[Person], language: str = "en"
    ) -> Refs:
        """The refs of a document, built once and kept with it."""
        kept = doc.user_data.get("childsafe_lint.refs")
        if isinstance(kept, Refs) and kept._people is people:
            return kept
        refs = cls(text, doc, sentences, people, language)
        refs._people = people
        doc.user_data["childsafe_lint.refs"] = refs
        return refs

    # -- where
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

    def within_tokens(self, start: int, end: int) -> list[Token]:
        """Tokens that start in ``[start, end)``."""
        first = bisect_left(self._token_starts, start)
        return [self.doc[i] for i in range(first, bisect_left(self._token_starts, end))]

    # -- who
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

    def before(self, at: int, floor: int, gender: Gender = "", skip: Ref | None = None) -> Ref | None:
        """The nearest ref that ends at or before ``at`` and starts at or after ``floor``.

        With a ``gender`` a ref of known gender goes before a mere role word of unknown gender; ``skip`` and
        its person are passed over.
        """
        i = bisect_left(self._starts, at)
        loose = None
        while i > 0:
            i -= 1
            r = self.refs[i]
            if r.start < floor:
                break
            if r.end > at or r.generic or _same(r, skip) or (gender and r.plural) or _clash(r, gender):
                continue
            if not gender or r.gender or r.person is not None:
                return r
            loose = loose or r
        return loose

    def antecedent(self, at: int, gender: Gender = "", skip: Ref | None = None) -> Ref | None:
        """Whom a pronoun at ``at`` stands for: the last fitting person, of earlier sentences the first."""
        sentence = self.sentence(at)
        near = self.before(at, sentence.start, gender, skip)
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
                if not (r.generic or _same(r, skip) or (gender and r.plural) or _clash(r, gender))
            ]
            sure = [r for r in fits if r.gender == gender and gender]
            if not sure and gender and self._has_pronoun(s, gender):
                fits = [r for r in fits if r.person is not None]  # the talk goes on about the same person
            if fits:
                return (sure or fits)[0]
        return None

    def _has_pronoun(self, span: Span, gender: Gender) -> bool:
        i = self.token_index(span.start)
        while i < len(self.lows) and self._token_starts[i] < span.end:
            if self.pronouns.get(self.lows[i]) == gender:
                return True
            i += 1
        return False

    def about(self, at: int) -> Ref | None:
        """Whom words at ``at`` are about: the subject or noun that governs them, else the last before."""
        if at not in self._about:
            self._about[at] = self.governor(at) or self.nearest(at)
        return self._about[at]

    def resolve(self, token: Token) -> Ref | None:
        """The person a noun or pronoun stands for."""
        low = token.lower_
        if low in self.pronouns:
            return self.antecedent(token.idx, self.pronouns[low])
        return self.at(token.idx, token.idx + len(token))

    def governor(self, at: int) -> Ref | None:
        """The subject or noun that governs the words at ``at``."""
        token = self.token(at)
        sentence = self.sentence(at)
        for _ in range(12):
            if token.idx >= at and token.head.idx >= sentence.start and token.head is not token:
                token = token.head
                continue
            if token.idx < at:
                ref = self.at(token.idx, token.idx + len(token))
                if ref is not None and ref.end <= at and not ref.generic:
                    if ref.person is None and ref.role == "adult" and token.dep_ in ("appos", "attr", "conj"):
                        pass  # "the father, a foreman at": go on to the father
                    else:
                        return ref
                if token.pos_ in ("VERB", "AUX"):
                    for node in subjects(token):
                        if node.idx >= at or node.idx < sentence.start:
                            continue
                        found = self.resolve(node)
                        if found is not None and not found.generic:
                            return found
                        break
            if token.head is token:
                return None
            token = token.head
            if token.idx >= at and token.head is token:
                return None
        return None

    def nearest(self, at: int) -> Ref | None:
        """The nearest person before ``at`` in its sentence, pronouns followed."""
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

    def in_title_case(self, at: int) -> bool:
        """In a line where every word is capitalised, so that a capital says nothing."""
        if self._titles is None:
            self._titles = []
            for line in re.finditer(r"[^\n]+", self.text):
                long = [w for w in re.findall(r"[^\W\d_][\w’'-]*", line.group()) if len(w) > 3]
                if len(long) >= 4 and sum(w[0].isupper() for w in long) >= 0.8 * len(long):
                    self._titles.append(line.span())
        return any(a <= at < b for a, b in self._titles)

    # -- building
    def _collect(self, people: Sequence[Person]) -> list[Ref]:
        refs: list[Ref] = []
        taken: list[tuple[int, int]] = []
        for p in people:
            role: Role = "child" if p.kind == "child" else "adult"
            if p.kind == "unknown" and not self._person_like(p):
                continue
            for n, m in enumerate((*p.mentions, *p.nominals)):
                if n >= len(p.mentions) and self._only_cited(m):
                    continue
                words = self.text[m.start : m.end].lower().replace("’s", "").split()
                gender = self._gender_of(words)
                last = words[-1] if words else ""
                plural = n >= len(p.mentions) and (last in self._plurals or last.endswith("-olds"))
                refs.append(Ref(m.start, m.end, role, gender, p, last, False, plural))
                taken.append((m.start, m.end))
            if p.kind == "child" and not p.mentions:
                generic = not any(self._particular(n) for n in p.nominals)
                for r in refs:
                    if r.person is p:
                        r.generic = generic
        taken.sort()
        starts = [a for a, _ in taken]
        for k, low in enumerate(self.lows):
            is_kin = low in self._kin
            if not is_kin and low not in self._roles:
                continue
            token = self.doc[k]
            if token.pos_ not in ("NOUN", "PROPN") and not (
                low == "accused" and token.i and self.lows[token.i - 1] == "the"
            ):
                continue
            i = bisect_right(starts, token.idx) - 1
            if i >= 0 and taken[i][1] > token.idx:
                continue
            role = "kin" if is_kin else "adult"
            plural = token.tag_ in ("NNS", "NNPS")
            refs.append(
                Ref(token.idx, token.idx + len(token), role, self._gender_of([low]), None, low, False, plural)
            )
        for start, end, gender in self._unlisted(people):
            i = bisect_right(starts, start) - 1
            if (i >= 0 and taken[i][1] > start) or (i + 1 < len(taken) and taken[i + 1][0] < end):
                continue
            if any(r.person is None and r.role == "child" and r.start < end and start < r.end for r in refs):
                continue
            refs = [r for r in refs if r.end <= start or r.start >= end]
            refs.append(Ref(start, end, "child", gender))
        refs.sort(key=lambda r: (r.start, r.end))
        for one, two in pairwise(refs):
            # "the accused, a boy of 13": two words for one child
            if (
                one.person is None
                and one.role == "adult"
                and two.role == "child"
                and one.word in self._roles_of_children
                and _SAME.fullmatch(self.text[one.end : two.start])
                and "\n" not in self.text[one.end : two.start]
            ):
                one.role, one.person, one.gender = "child", two.person, two.gender
            # "Mr X, the father of an eight-month-old": a stranger's own family
            elif (
                one.role == "adult"
                and two.role == "kin"
                and two.person is None
                and _FATHER_OF.fullmatch(self.text[one.end : two.start])
                and _OWN.match(self.text, two.end)
            ):
                two.role, two.person, two.gender = "adult", one.person, two.gender or one.gender
        return refs

    def _unlisted(self, people: Sequence[Person]) -> Iterator[tuple[int, int, Gender]]:
        """Children nobody lists as a person: "the accused, 14", "the sisters, 9 and 12", "She is ten"."""
        for pattern in (_VICTIM_AGE, _FEW_AGED, _MARKED, _SINCE, _YEAR_OLD, _FORM):
            for m in pattern.finditer(self.text):
                yield m.start(), m.end(), self._gender_of(m.group().lower().split())
        youngest = datetime.date.today().year - 18
        for m in _BORN_ROLE.finditer(self.text):
            if int(m["year"]) > youngest:
                yield m.start(), m.end(), ""
        for m in _BORN.finditer(self.text):
            if int(m["year"]) > youngest:
                yield m.start("who"), m.end("who"), self.pronouns.get(m["who"].lower(), "")
        named = sorted(m.start for p in people for m in p.mentions if p.kind != "child")
        for m in _SHE_IS.finditer(self.text):
            floor = self.paragraph(m.start()).start
            i = bisect_left(named, m.start())
            past = m["verb"] in ("was", "were")
            if not past or not (i and named[i - 1] >= floor):  # "Mr Holt lost his father. He was 12."
                yield m.start("who"), m.end("who"), self.pronouns.get(m["who"].lower(), "")

    def _only_cited(self, span: Span) -> bool:
        """In a few quoted words that begin small, or in a name: cited as words, or no child of the story."""
        words = self.text[span.start : span.end].split()
        if (
            len(words) > 1
            and words[-1][:1].isupper()
            and re.match(r"(?:[’']s)?\s+(?:[A-Z]|of\s+[A-Z])", self.text[span.end : span.end + 8])
            and not self.in_title_case(span.start)
        ):
            return True  # "the Juvenile Justice Board"
        return any(q.start < span.start and span.end < q.end for q in self._cited)

    def _person_like(self, p: Person) -> bool:
        """A name of unknown kind counts as somebody where the pipeline also takes it for a person."""
        return any(
            self.token(m.start).ent_type_ == "PERSON"
            and not _LOCATIVE.search(self.text, max(0, m.start - 12), m.start)
            for m in p.mentions
        )

    def _particular(self, span: Span) -> bool:
        """Whether words mean a child (or a few) in particular: "the boy", "a 12-year-old", not "a child"."""
        words = self.text[span.start : span.end].split()
        if words[-1][:1].isupper() and self.text[span.start : span.start + 1].islower():
            return False  # a name such as "the Children"
        first = words[0].lower()
        if words[-1].lower() in self._plurals and self.text[span.end : span.end + 1] in ("’", "'"):
            return False  # "the children’s ward", "the girls’ hostel"
        last = words[-1].lower()
        if last in self._plurals and last not in _SIBLINGS and not _COUNTED.search(" ".join(words)):
            many = last.endswith("-olds") or last in _CROWD
            if many and first not in ("his", "her", "their"):
                return False  # "the Year 7 youngsters", "the 11 and 12-year-olds"
            line = self.text[span.end : self.paragraph(span.start).end].rstrip()
            if last == "children" and first not in _DETERMINED and line.endswith((".", "!", "?", "”", '"')):
                return False  # "orphaned children", but not in a headline
        if first not in ("a", "an", "any", "every", "each", "no"):
            return True
        return (
            any(c.isdigit() for w in words for c in w)
            or _OF_AGE.match(self.text, span.end) is not None
            or len(words) > 2
            or words[-1].endswith(("-old", "-olds"))
        )

    def gender_of(self, word: str) -> Gender:
        """The gender a word for a person tells: "mother" is f."""
        return self._gender_of([word.lower()])

    def _gender_of(self, words: Sequence[str]) -> Gender:
        for w in reversed(words):
            w = w.rstrip(".,;:").removesuffix("'s")
            if w in self._female:
                return "f"
            if w in self._male:
                return "m"
        return ""

    def _settle_gender(self, people: Sequence[Person]) -> None:
        """One gender a person: from its own words, a title or kin word beside it, or a pronoun after it."""
        votes: dict[str, dict[str, int]] = {}
        for i, r in enumerate(self.refs):
            if r.person is None:
                continue
            cell = votes.setdefault(r.person.id, {"f": 0, "m": 0})
            if r.gender:
                cell[r.gender] += 6
                continue
            k = self.token_index(r.start)
            first = self.token_index(self.sentence(r.start).start)
            for low in self.lows[max(k - 3, first) : k]:
                g = self._gender_of([low])
                if g:
                    cell[g] += 3
            limit = min(self.sentence(r.start).end + 60, r.end + 160)
            if i + 1 < len(self.refs):
                limit = min(limit, self.refs[i + 1].start)
            j = self.token_index(r.end)
            while j < len(self.lows) and self._token_starts[j] < limit:
                low = self.lows[j]
                if low in self.pronouns and self._token_starts[j] >= r.end:
                    # only a subject: "jailed X for hurting her" says nothing of X
                    g2 = self.pronouns[low]
                    if g2 and self.doc[j].dep_ in ("nsubj", "nsubjpass"):
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


def _same(r: Ref, other: Ref | None) -> bool:
    return other is not None and (r is other or (r.person is not None and r.person is other.person))


def _clash(r: Ref, gender: Gender) -> bool:
    return bool(gender and r.gender and r.gender != gender)


def _paragraphs(text: str) -> list[Span]:
    out, at = [], 0
    for m in _PARAGRAPH.finditer(text):
        if text[at : m.start()].strip():
            out.append(Span(at, m.start()))
        at = m.end()
    if text[at:].strip() or not out:
        out.append(Span(at, len(text)))
    return out
