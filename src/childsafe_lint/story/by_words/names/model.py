"""A name as it stands in a draft, what stands beside it, and the draft as it is read for names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from .... import lazy_re as re
from ....spans import Span
from ...parse import Parse, Token
from ..knowledge import Knowledge, Regions
from ..patterns import UPPER

LETTERS = r"[^\W\d_]"

INITIAL = rf"[{UPPER}][a-zа-яё]?\."

CAPWORD = rf"[{UPPER}](?:{LETTERS}|[’'ʼ](?={LETTERS})|[-\u2010\u2011](?={LETTERS}))*"

GAP = r"(?:[ \u00a0\u202f]|\n(?!\s*\n))"

_OPENS = re.compile(r"(?:^|[.!?…:]\s+|\n\s*)[«“„\"(\[–—•*\s-]*$")

#: gender (f, m) and case (UD)
Form = tuple[str, str]


@dataclass(slots=True, eq=False)
class Name:
    """A stretch of text that may name a person; ``score`` over 1 says it does."""

    start: int
    end: int
    parts: list[tuple[str, str]]  # role (initial, given, surname, patronymic, word) and text
    sentence: int
    known: Knowledge
    score: int
    label: str = ""
    gender: str = "any"
    case: str = ""  # where endings alone tell it (see ``Knowledge.case_of``)
    forms: frozenset[Form] = frozenset()  # what it may be: whose and in which case; empty when nothing tells
    plural: bool = False  # a whole family ("the Dosanovs")
    opener: bool = False
    cues: list[Cue] = field(default_factory=list)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def words(self, *roles: str) -> list[str]:
        return [t for r, t in self.parts if r in roles]

    @property
    def given(self) -> list[str]:
        return self.words("given")

    @property
    def surnames(self) -> list[str]:
        return self.words("surname")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words beside a name that speak for a child (weight over 0) or a grown-up (under 0)."""

    start: int
    end: int
    weight: int
    reason: str
    kind: str  # age, grade, noun, kin, role
    years: int | None = None


class Text:
    """A draft with its document: what the finders ask about places in it."""

    def __init__(self, doc: Parse, text: str, regions: Regions, sentences: Sequence[Span]) -> None:
        self.doc = doc
        self.text = text
        self.shown = doc.text  # capitals lines in title case, same length
        self.regions = regions
        self.sentences = sentences
        self._starts = [s.start for s in sentences]
        self._tokens = {t.idx: t for t in doc}
        self._token_starts = [t.idx for t in doc]
        self.tagged = any(t.pos_ for t in doc)
        self._small: dict[str, frozenset[str]] = {}

    def sentence(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def token(self, offset: int) -> Token | None:
        i = bisect_right(self._token_starts, offset) - 1
        return self.doc[i] if i >= 0 else None

    def morph(self, offset: int, name: str) -> str:
        token = self.token(offset)
        return feature(token, name) if token is not None else ""

    def pos(self, offset: int) -> str:
        token = self.token(offset)
        return token.pos_ if token is not None else ""

    def line_before(self, offset: int) -> str:
        """What stands before a place in its line."""
        return self.text[self.text.rfind("\n", 0, offset) + 1 : offset]

    def small(self, known: Knowledge) -> frozenset[str]:
        """The words that the draft writes in small letters, as in a dictionary."""
        if known.code not in self._small:
            words = {w for w in re.findall(r"(?<!\w)[^\W\d_]{3,}", self.shown) if w.islower()}
            self._small[known.code] = frozenset(b for w in words for b in known.bases(w))
        return self._small[known.code]

    def capital(self, known: Knowledge) -> frozenset[str]:
        """The words with a capital amid a sentence, as in a dictionary."""
        key = known.code + "+"
        if key not in self._small:
            found = re.finditer(rf"(?<!\w)[{UPPER}][^\W\d_]{{2,}}", self.shown)
            words = {m.group() for m in found if not self.opens(m.start())}
            self._small[key] = frozenset(b for w in words for b in known.bases(w))
        return self._small[key]

    def surnames(self, known: Knowledge) -> frozenset[str]:
        """The words with a capital after a listed given name, as keys."""
        key = known.code + "&"
        if key not in self._small:
            pairs = re.finditer(rf"(?<!\w)({CAPWORD}){GAP}(?={CAPWORD})", self.shown)
            last = (
                re.compile(CAPWORD).match(self.shown, m.end())
                for m in pairs
                if (
                    known.key(m[1]) in known.given_names
                    if known.cases_last
                    else known.bases(m[1]) & known.given_names
                )
            )
            self._small[key] = frozenset(known.key(m.group()) for m in last if m)
        return self._small[key]

    def opens(self, offset: int) -> bool:
        """Whether a word here would have a capital anyhow."""
        return _OPENS.search(self.text[max(0, offset - 12) : offset]) is not None or any(
            not re.search(r"\w", self.text[s.start : offset])
            for s in self.sentences[self.sentence(offset) : self.sentence(offset) + 1]
        )


def feature(token: Token, name: str) -> str:
    """A morphological feature of a token, empty where the pipeline gives none."""
    return "".join(token.morph.get(name, []))


Word = tuple[int, int, str]
