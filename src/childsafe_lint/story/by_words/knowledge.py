"""What a language's data files say, compiled once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from ... import lazy_re as re
from ...languages import read_data
from ...spans import Span
from ..cues import phrases
from ..model import DETAIL_KINDS, SITUATIONS
from .patterns import CLASSES, choice, whole

ADULT = 18  # years; clause I.1
CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")


@dataclass(frozen=True, slots=True)
class Ending:
    """A name that ends in ``base`` (``""``: as it is) may be written with ``form``; ``gender`` f, m or any.
    ``after``: letters of which the name's last must be one, or ``""``."""

    base: str
    form: str
    gender: str
    after: str = ""
    case: str = ""  # as in Universal Dependencies: Gen, Dat, Acc ...
    shows: tuple[str, ...] = ()  # cases it may be, where an ending may be that of several


class Knowledge:
    """The words of one language. Attributes are compiled when first asked for."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.about = read_data(code, "language")
        self.people: dict[str, Any] = read_data(code, "people")
        self._details: dict[str, Any] = read_data(code, "details")
        self._situations: dict[str, Any] = read_data(code, "situations")
        self._fold = str.maketrans({str(k): str(v) for k, v in (self.about.get("fold") or {}).items()})
        self.classes = {**CLASSES, "n": rf"(?P<n>\d{{1,3}}|{self._number_words})"}
        if self.about.get("endings"):
            self.classes["~"] = str(self.about["endings"])
        for name, value in (self.people.get("classes") or {}).items():
            self.classes[str(name)] = choice(value, self.classes)

    # -- words
    @lru_cache(maxsize=64)  # noqa: B019 - one object a language, kept for the life of the program
    def words(self, key: str) -> frozenset[str]:
        """A plain list of ``people.yaml``, lower case."""
        return frozenset(w.lower() for p in phrases(self.people.get(key)) for w in p.split())

    @lru_cache(maxsize=64)  # noqa: B019 - one object a language, kept for the life of the program
    def framed(self, before: str, key: str, after: str) -> re.Pattern[str]:
        """The patterns under ``key`` of ``people.yaml`` between two expressions, in any case."""
        return re.compile(before + choice(self.people.get(key), self.classes) + after, re.IGNORECASE)

    def whole(self, key: str) -> re.Pattern[str]:
        """The patterns under ``key`` of ``people.yaml`` as whole words."""
        return self._whole(key)

    @lru_cache(maxsize=256)  # noqa: B019 - one object a language, kept for the life of the program
    def _whole(self, key: str) -> re.Pattern[str]:
        value: Any = self.people
        for part in key.split("."):
            value = (value or {}).get(part)
        return whole(value, self.classes)

    @cached_property
    def _number_words(self) -> str:
        table = (self.people.get("numbers") or {}).items()
        tens = choice([str(w) for w, n in table if 20 <= int(n) < 100])
        units = choice([str(w) for w, n in table if int(n) < 10])
        return rf"(?:{tens}\s+{units}|{choice([str(w) for w, _ in table])})"

    @cached_property
    def _numbers(self) -> list[tuple[re.Pattern[str], int]]:
        table = (self.people.get("numbers") or {}).items()
        longest = sorted(table, key=lambda row: -len(str(row[0])))
        return [(re.compile(choice([str(w)]) + r"\Z", re.I), int(n)) for w, n in longest]

    def number(self, word: str) -> int | None:
        """``12``, a number word of the data, or two of them ("twenty six") -> the value."""
        if word.isdecimal():
            return int(word)
        whole = next((n for p, n in self._numbers if p.match(word)), None)
        parts = word.split()
        if whole is None and len(parts) == 2:
            tens, units = self.number(parts[0]), self.number(parts[1])
            if tens is not None and units is not None and 20 <= tens < 100 and units < 10:
                return tens + units
        return whole

    @cached_property
    def bare_age(self) -> re.Pattern[str]:
        """What may follow a name where its age stands without a word for years."""
        number = self.classes["n"].replace("?P<n>", "")
        link = choice(self.people.get("age_links"), self.classes)
        turned = rf"(?:\s+{choice(self.people.get('age_verbs'))}(?:\s+{link})*)?"
        aside = rf"(?:\s*,\s*{choice(self.people.get('asides'))}(?=\s*,))?"
        return re.compile(
            rf"(?:\s*\([^()\n]{{1,40}}\))?{aside}(?:\s*[,(]\s*(?:[–—]\s+)?|\s+(?:[–—]\s+)?)(?:{link}\s+)*({number})"
            rf"{turned}(?=\s*[,.;)»”]|\s+[–—]|\s*$)",
            re.IGNORECASE,
        )

    @cached_property
    def told_age(self) -> re.Pattern[str]:
        """An age without a word for years, said of a pronoun or of a word for somebody: "He was twelve."."""
        number = self.classes["n"].replace("?P<n>", "")
        link = choice(self.people.get("age_links"), self.classes)
        told = choice(self.people.get("told_of"), self.classes)
        opens = r"(?:^|[.!?…:;,–—«“\"(\n]|(?<!\w)(?:" + choice(self.people.get("clause_opens")) + r"))\s*"
        verb = choice(self.people.get("age_verbs"))
        joined = "|".join(map(re.escape, sorted(self.words("and")))) or "(?!)"
        plainly = rf"(?<!\w){told}\s+(?:{link}\s+)*?{verb}"  # wherever it stands in the clause
        return re.compile(
            rf"(?:{plainly}|{opens}{told})\s+(?:{link}\s+)*(?P<n>{number})"
            rf"(?=\s*[,.;:!?)»]|\s+(?:[–—]|(?:{joined})\s)|\s*$)",
            re.IGNORECASE | re.MULTILINE,
        )

    # -- names
    @cached_property
    def endings(self) -> list[Ending]:
        out = []
        for row in self.people.get("name_endings") or ():
            for form in phrases(row.get("forms")):
                after = self.key(str(row.get("after", "")))
                out.append(
                    Ending(
                        str(row.get("base", "")),
                        self.key(form),
                        str(row.get("gender", "any")),
                        after,
                        str(row.get("case", "")),
                        tuple(c for c in CASES if form in phrases(row.get(c))),
                    )
                )
        return sorted(out, key=lambda e: -len(e.form))

    def key(self, word: str) -> str:
        """A word of a name for comparison: no case, no accents, neighbouring alphabets' letters as ours."""
        w = word.casefold().translate(self._fold)
        w = "".join(
            c for c in unicodedata.normalize("NFD", w) if not unicodedata.combining(c) or c == "\u0306"
        )
        return unicodedata.normalize("NFC", w).strip(".'’-")

    @lru_cache(maxsize=20_000)  # noqa: B019
    def bases(self, word: str) -> frozenset[str]:
        """Forms in a dictionary that ``word`` may be a form of, itself among them; keys (see ``key``)."""
        w = self.key(word)
        out = {w}
        for e in self.endings:
            stem = w[: len(w) - len(e.form)]
            if w.endswith(e.form) and len(stem) >= 2 and (not e.after or stem[-1] in e.after):
                out.add(stem + e.base)
        return frozenset(out)

    def family(self, base: str) -> str:
        """A surname without what tells its bearer's gender, for comparing those of one family."""
        for tail in self._tails("surname_tails"):
            if base.endswith(tail) and len(base) - len(tail) >= 3:
                return base[: len(base) - len(tail)]
        return base

    @lru_cache(maxsize=20_000)  # noqa: B019
    def case_of(self, word: str) -> str:
        """The case that the ending of ``word`` shows, where the data's endings tell one; else empty."""
        w = self.key(word)
        if w in self.given_names:
            return ""
        fitting = [
            (stem + e.base in self.given_names, e.case)
            for e in self.endings
            if e.case and w.endswith(e.form) and len(stem := w[: len(w) - len(e.form)]) >= 3
            if not e.after or stem[-1] in e.after
        ]
        # a listed name first: "Айгерім-нің", of Aigerim, not "Айгері-мнің", of my Aigeri
        return next((c for listed, c in fitting if listed), fitting[0][1] if fitting else "")

    def case_of_noun(self, word: str) -> str:
        """``case_of`` for a word of the lists, none where it stands as listed or with "his": "ерікті" and "маманы"
        end as accusatives do."""
        low = word.lower()
        if told := self._of_child_in_case(self.key(word)):
            return told  # "жасөспірім-ді", no "жасөспір-імді"
        his = low[-1:] in "ыі" and low[:-1] in self._as_listed
        if his or low in self._as_listed:
            return ""
        # "қызын", too short to tell by its ending alone
        after_his = (
            c for tail, c in self._after_his if low.endswith(tail) and low[: -len(tail)] in self._kin
        )
        return next(after_his, "") or self.case_of(word)

    def _of_child_in_case(self, key: str) -> str:
        """The case of a word for a child that is listed in no case."""
        for e in self.endings:
            stem = key[: len(key) - len(e.form)]
            told = e.case not in ("", "Own") and not e.base and key.endswith(e.form)
            if told and stem in self._stems and (not e.after or stem[-1] in e.after):
                return e.case
        return ""

    @cached_property
    def _stems(self) -> frozenset[str]:
        """Words for children that stand in the lists in no case."""
        table = (self.people.get("children") or {}).values()
        each = (p.strip().rstrip("~") for value in table for p in phrases(value))
        return frozenset(self.key(p) for p in each if p and " " not in p)

    @cached_property
    def _after_his(self) -> list[tuple[str, str]]:
        table = (self.people.get("cases_after_his") or {}).items()
        return [(tail, str(case)) for case, value in table for tail in phrases(value)]

    @cached_property
    def _kin(self) -> frozenset[str]:
        return frozenset(
            p.rstrip("~") for k in ("kin_child", "kin_adult") for p in phrases(self.people.get(k))
        )

    @cached_property
    def _as_listed(self) -> frozenset[str]:
        table = [self.people.get(k) for k in ("roles", "adults", "kin_child", "kin_adult", "kin_any")]
        table += (self.people.get("children") or {}).values()
        each = {p.strip() for value in table for p in phrases(value)}
        plain = {p.strip() for p in phrases(self.people.get("roles"))}
        return frozenset({p[:-1] for p in each if p.endswith("~")} | plain)

    @lru_cache(maxsize=20_000)  # noqa: B019
    def given_forms(self, word: str) -> frozenset[tuple[str, str]]:
        """Whose a listed given name may be and in which cases, by the endings that show cases (``name_endings``)."""
        w = self.key(word)
        tails = tuple(self.words("unchanging"))
        out: set[tuple[str, str]] = set()
        for b in self.bases(word) & self.given_names if any(e.shows for e in self.endings) else ():
            told = self.given_gender.get(b, "any")
            sexes = ("f", "m") if told == "any" else (told,)
            plain = b.endswith((*tails, "й"))
            if b == w:
                # a woman's name that ends in a consonant never changes, and many of those are men's as well
                fixed = ("f",) if plain else () if b.endswith(("а", "я", "ь")) else sexes
                out |= {(g, c) for g in fixed if g in sexes for c in CASES}
                out |= {(g, "Nom") for g in (*sexes, *(("m",) if plain else ()))}
                out |= {("f", "Acc")} if b.endswith("ь") and "f" in sexes else set()  # "they saw Асель"
            for e in self.endings:
                if e.shows and w.endswith(e.form) and w[: len(w) - len(e.form)] + e.base == b:
                    out |= {(g, c) for g in sexes if g == "m" or e.base for c in e.shows}
        return frozenset(out)

    @lru_cache(maxsize=20_000)  # noqa: B019
    def name_forms(self, word: str) -> frozenset[tuple[str, str]]:
        """The same of a name that no list has, by its last letters (``name_forms``)."""
        return self._told_by("name_forms", word, 0)

    @cached_property
    def cases_last(self) -> bool:
        """Only the last word of a phrase takes a case: "her mother Айгүл-GEN", never "mother-GEN Айгүл-GEN"."""
        return self.about.get("agreement") == "last"

    @cached_property
    def short_names(self) -> dict[str, frozenset[str]]:
        """Base of a given name or of its short form -> the full names it may stand for."""
        out: dict[str, set[str]] = {}
        table = dict(self.people.get("short_names") or {})
        if other := self.people.get("short_names_of"):
            table = {**(read_data(str(other), "people").get("short_names") or {}), **table}
        for full, shorts in table.items():
            f = self.key(str(full))
            out.setdefault(f, set()).add(f)
            for short in phrases(shorts):
                for s in short.split():
                    out.setdefault(self.key(s), set()).add(f)
        return {k: frozenset(v) for k, v in out.items()}

    def full_names(self, bases: Iterable[str]) -> frozenset[str]:
        """The bases with every full name they may be short for."""
        out = set(bases)
        for b in tuple(out):
            out |= self.short_names.get(b, frozenset())
        return frozenset(out)

    @cached_property
    def given_gender(self) -> dict[str, str]:
        """Given names of the list -> f, m or any."""
        value = self.people.get("given_names") or {}
        table = value if isinstance(value, dict) else {"any": value}
        listed = {self.key(w): str(g) for g, v in table.items() for p in phrases(v) for w in p.split()}
        made = {a + b: "any" for a in self._tails("name_starts") for b in self._tails("name_ends")}
        return {**made, **listed}

    @cached_property
    def given_names(self) -> frozenset[str]:
        return frozenset(self.given_gender) | frozenset(self.short_names)

    @lru_cache(maxsize=20_000)  # noqa: B019
    def listed(self, word: str) -> bool:
        """Whether a word is a given name of the list, or one made small ("Алишерик", "Зариночка")."""
        bases = self.bases(word)
        if bases & self.given_names:
            return True
        for base in bases if self._endearing else ():
            for tail in self._endearing:
                stem = base[: -len(tail)]
                if (
                    base.endswith(tail)
                    and len(stem) >= 4
                    and {stem, stem + "а", stem + "я"} & self.given_names
                ):
                    return True
        return False

    @cached_property
    def _endearing(self) -> tuple[str, ...]:
        return self._tails("endearing_ends")

    @cached_property
    def not_names(self) -> frozenset[str]:
        """Words that are no part of a name, as keys."""
        return frozenset(self.key(w) for w in self.words("not_names")) - self.given_names

    def fathers_name(self, word: str) -> bool:
        """Whether a word is a listed given name with an ending of patronymics ("Қайратқызы")."""
        return bool(self.fathers(word) & self.given_names)

    def fathers(self, word: str) -> frozenset[str]:
        """A patronymic's words without its ending."""
        tails = self._tails("patronymic_endings")
        return frozenset(b[: -len(t)] for b in self.bases(word) for t in tails if b.endswith(t))

    def is_endearment(self, word: str) -> bool:
        """Whether a word is a listed name with an endearment that is no listed name itself ("Меруертжан")."""
        w = self.key(word)
        return w not in self.given_names and any(
            w.endswith(t) and w[: -len(t)] in self.given_names for t in self._tails("endearments")
        )

    def is_plural(self, word: str) -> bool:
        """Whether a word ends as the language's plurals do (``plural`` of language.yaml)."""
        stem = next((s for s in self.words("not_plural") if word.startswith(s)), "")
        return self._plural is not None and self._plural.search(word[len(stem) :]) is not None

    @cached_property
    def _plural(self) -> re.Pattern[str] | None:
        return re.compile(str(self.about["plural"])) if self.about.get("plural") else None

    @lru_cache(maxsize=20_000)  # noqa: B019
    def surname_forms(self, word: str) -> frozenset[tuple[str, str]]:
        """Whose a surname may be and in which cases, where its ending alone tells (``surname_forms``)."""
        return self._told_by("surname_forms", word, 1)

    def _told_by(self, key: str, word: str, least: int) -> frozenset[tuple[str, str]]:
        w = self.key(word)
        table = self.people.get(key) or {}
        tail = max((t for t in table if w.endswith(t) and len(w) > len(t) + least), key=len, default=None)
        pairs = (p.split() for p in phrases(table[tail])) if tail else ()
        return frozenset((g, c) for g, c in pairs)

    @cached_property
    def family_endings(self) -> tuple[str, ...]:
        """How a whole family's surname ends, as keys."""
        return tuple(self.key(w) for w in self.words("family_endings")) or ("\0",)

    def of_family(self, word: str) -> str:
        """The common part of a family's surnames where ``word`` is one in the plural, else empty."""
        w = self.key(word)
        for ending in self.family_endings:
            if w.endswith(ending) and len(w) - len(ending) >= 2:
                return self.family(w[: len(w) - len(ending)] + ending[:2])
        return ""

    @cached_property
    def suffix(self) -> re.Pattern[str]:
        """What a hyphen adds to a name to tell a parent from a child ("Dosanov-junior")."""
        tables = (self.people.get(key) or {} for key in ("younger", "elder"))
        tails = choice([p for table in tables for value in table.values() for p in phrases(value)])
        return re.compile(rf"(?<=\w)[-\u2010\u2011]{tails}\Z", re.IGNORECASE)

    @cached_property
    def adjective_endings(self) -> tuple[str, ...]:
        """Endings of words that are no names ("of Taraz", "in Taraz")."""
        return tuple(self.key(w) for w in self.words("adjective_endings")) or ("\0",)

    @cached_property
    def ordinary_names(self) -> frozenset[str]:
        """Given names that are ordinary words as well."""
        return frozenset(self.key(w) for w in self.words("ordinary_names"))

    def ends(self, key: str, word: str) -> bool:
        """Whether a word of a name has one of the endings listed under ``key`` (any case of them)."""
        tails = self._tails(key)
        return bool(tails) and any(b.endswith(tails) and len(b) > 4 for b in self.bases(word))

    @lru_cache(maxsize=16)  # noqa: B019
    def _tails(self, key: str) -> tuple[str, ...]:
        return tuple(self.key(w) for w in self.words(key))

    # -- situations
    @cached_property
    def situations(self) -> list[tuple[re.Pattern[str], str, str]]:
        """(pattern, kind of situation, frame)"""
        out = []
        for kind in SITUATIONS:
            for frame in ("done_to", "does", "is", "near"):
                value = (self._situations.get(kind) or {}).get(frame)
                if value:
                    out.append((whole(value, self.classes), kind, frame))
        return out

    @lru_cache(maxsize=64)  # noqa: B019
    def situation_words(self, key: str) -> re.Pattern[str]:
        return whole(self._situations.get(key), self.classes)

    # -- details
    @lru_cache(maxsize=256)  # noqa: B019
    def detail(self, kind: str, key: str) -> re.Pattern[str]:
        """The patterns ``kind: key`` of ``details.yaml`` as whole words; they may name its ``classes``."""
        assert kind in DETAIL_KINDS or kind == "common"
        return whole((self._details.get(kind) or {}).get(key), self.detail_classes)

    @cached_property
    def detail_classes(self) -> dict[str, str]:
        out = dict(self.classes)
        for name, value in (self._details.get("classes") or {}).items():
            out[str(name)] = choice(value, out)
        return out

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The classes of ``details.yaml``: nouns that a detail may begin with."""
        return tuple(str(c) for c in (self._details.get("classes") or {}))

    def has(self, kind: str, key: str) -> bool:
        return bool((self._details.get(kind) or {}).get(key))


@lru_cache(maxsize=16)
def knowledge(code: str) -> Knowledge:
    """The knowledge of a language, read when first asked for."""
    return Knowledge(code)


@dataclass(frozen=True)
class Regions:
    """Which stretch of a text is in which language; they cover the text."""

    text: str
    parts: tuple[tuple[Span, Knowledge], ...]

    def at(self, offset: int) -> Knowledge:
        for span, known in self.parts:
            if span.start <= offset < span.end:
                return known
        return self.parts[-1][1]

    def find(self, pattern: Any) -> Iterable[tuple[re.Match[str], Knowledge]]:
        """Every match of ``pattern(knowledge)`` in the stretches of each language, in reading order."""
        for span, known in self.parts:
            for m in pattern(known).finditer(self.text, span.start, span.end):
                yield m, known
