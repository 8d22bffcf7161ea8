"""A name as it stands in a draft, and the words by which runs of capitalised words are read."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ... import lazy_re as re
from ...languages.en import frames
from ...languages.en.frames import DATA, Cue
from ...spans import Span

UPPER = "".join(chr(c) for c in (*range(0x530), *range(0x1E00, 0x1F00)) if chr(c).isupper())
#: "K.", "Kh.", "Yu.", "Ma.", not the end of "with mum Jo."
INITIAL = rf"(?:[{UPPER}]|Ma|Y[aeu]|[{UPPER}](?:(?![aeiouy])[a-z]|[а-яё]))\."
NOT_NAMES = frozenset(w.lower() for w in DATA["not_names"])
CHILD_WORDS = frozenset(DATA["child_nouns"]) | frozenset(DATA["child_nouns_plural"])
KIN_WORDS = frozenset(
    w
    for k in ("kin_younger", "kin_younger_plural", "kin_peer", "kin_peer_plural", "kin_adult")
    for w in DATA[k]
)
ROLES = frozenset(DATA["roles"])
CLOSED = frozenset("DET ADP PRON CCONJ SCONJ AUX PART NUM PUNCT".split())
CAPITALS = frozenset(w.lower() for w in DATA["always_capital"])
BESIDE_AGE = re.compile(
    rf"\s*,\s*who\s+(?:is|was|turned|turns|has\s+just\s+turned|will\s+be)\s+(?:just\s+|only\s+|now\s+)?{frames.NUM}\b|\s*,\s*{frames.NUM}\s*[,.;]|\s*\({frames.NUM}\)|\s+is\s+{frames.NUM}\s*(?:[.,;]|$|\n)|\s*,\s*an?\s[^,.\n]{{0,30}}\b(?:pupil|student|boy|girl|child|year-old|grader|toddler)\b",
    re.I,
)
#: "14-year-old Will", "a boy named River", "her daughter, Autumn": after these a word is a child's name
AFTER_CHILD = re.compile(
    rf"\b(?:{frames.AGE_HYPHEN.replace('?P<hn>', '?:').replace('?P<hu>', '?:')}"
    rf"|(?:{frames.alt([*DATA['child_nouns'], *DATA['kin_younger']])})"
    r"(?:\s+(?:named|called|as)|\s*,|\s+who\s+is\s+called))\s$",
    re.I,
)


#: "twins Wolf and Ida", "his son Will": a name, whatever else the word is
AFTER_KIN = re.compile(
    r"\b(?:twins?|(?:grand|step|god)?(?:sons?|daughters?)|baby|children|boys?|girls?|kids|brothers?|sisters?|siblings|nephew|niece|cousin)\s$"
)


def after_a_child(text: str, at: int) -> bool:
    """Whether words for a child come before ``at`` in such a way that a name follows."""
    if text[max(0, at - 3) : at].rstrip()[-1:].lower() not in ("d", "s", "o", ","):
        return False  # how the expression ends, which costs less to see
    return AFTER_CHILD.search(text, max(0, at - 40), at) is not None


@dataclass(slots=True, eq=False)
class Name:
    """One stretch of text that may name a person. ``words`` are normalised (see ``key``)."""

    start: int
    end: int
    words: tuple[str, ...]
    sentence: int
    label: str  # the pipeline's entity label, or ""
    title: str | None = None  # a grown-up's title before it, lower case
    titled_at: int | None = None  # where the title starts
    acts: bool = False  # a verb follows: "Keanu has refused"
    ordinary: bool = False  # one word, in the English dictionary, that opens a sentence
    dateline: bool = False
    honoured: bool = False  # a grown-up's honorific follows ("Aida eje")
    propn: bool = True  # the tagger sees a proper noun in it
    common: bool = False  # the draft also has it as an ordinary, lower-case word
    suspect: bool = False  # the pipeline calls it something else than a person
    kind: str = "person"  # person, place, organisation, team, cipher
    doubtful: bool = False  # may be an ordinary word that opens a sentence
    cues: list[Cue] = field(default_factory=list)
    group: list[Name] | None = None
    full_caps: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """A word of a name for comparison: no case, no diacritics, plain apostrophes and hyphens."""
    w = unicodedata.normalize("NFKD", word.casefold())
    w = "".join(c for c in w if not unicodedata.combining(c))
    return re.sub(r"[’‘ʻʼ`]", "'", re.sub(r"[\u2010\u2011]", "-", w)).strip(".'-")


_SURNAMES_FIRST = frozenset(DATA["surnames_first"])
_SURNAMES_MAYBE = frozenset(DATA["surnames_first_maybe"])


def surname_first(words: Sequence[str]) -> bool:
    """Whether the surname comes first in the (normalised) name: Choi Jun-ho, Phạm Thu Trang, Chen Yichen."""
    if len(words) < 2 or len(words) > 3:
        return False
    eastern = "-" in words[-1] or len(words) == 3
    if words[0] in _SURNAMES_FIRST:
        return eastern or words[-1] not in _SURNAMES_FIRST
    return words[0] in _SURNAMES_MAYBE and eastern
