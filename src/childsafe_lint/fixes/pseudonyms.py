"""A first name to stand for a child's own: of the same sex and naming culture, and nobody else's in the draft."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..languages import load_data

#: the culture that stands for all others
_ANY = "any"


@dataclass(frozen=True)
class _Culture:
    given: dict[str, tuple[str, ...]]  # "f", "m" -> names to give
    known: dict[str, frozenset[str]]  # "f", "m" -> first names
    surnames: frozenset[str]
    endings: tuple[str, ...]
    places: frozenset[str]


@lru_cache(maxsize=4)
def _cultures(language: str) -> dict[str, _Culture]:
    out = {}
    for name, data in load_data(language, "pseudonyms").items():
        given = {sex: tuple(data[sex]) for sex in "fm"}
        more = {"f": data["girls"], "m": data["boys"]}
        known = {sex: frozenset(folded(w) for w in (*given[sex], *more[sex])) for sex in "fm"}
        endings = tuple(folded(e) for e in data["endings"])
        surnames, places = (frozenset(map(folded, data[k])) for k in ("surnames", "places"))
        out[name] = _Culture(given, known, surnames, endings, places)
    return out


def folded(word: str) -> str:
    """A word for comparison: lower case, no accents."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")


def culture(language: str, name: str, words: Collection[str]) -> str:
    """The naming culture of a name, in a draft with these words; ``any`` where nothing shows it.

    A known name tells most, then the ending of a surname; the places the draft speaks of decide between equals,
    and alone where the name says nothing.
    """
    parts = [folded(w) for w in name.split()]
    around = {folded(w) for w in words}

    def score(c: _Culture) -> float:
        last = parts[-1] if len(parts) > 1 else ""
        first = c.known["f"] | c.known["m"]
        known = 3.0 * sum(p in first for p in parts) + 4.0 * sum(p in c.surnames for p in parts)
        ending = max((len(e) for e in c.endings if last.endswith(e) and len(last) > len(e) + 1), default=0)
        return known + (1 + 0.3 * ending if ending else 0) + min(len(c.places & around), 3) * 0.9

    cultures = _cultures(language)
    best = max(cultures, key=lambda n: score(cultures[n]))  # the first of equals
    return best if score(cultures[best]) else _ANY


def sex_of(language: str, name: str) -> str:
    """``f`` or ``m`` where the given name or the ending of a surname tells it, else empty."""
    parts = [folded(w) for w in name.split()]
    given = {sex for c in _cultures(language).values() for sex in "fm" if parts and parts[0] in c.known[sex]}
    if len(given) == 1:
        return given.pop()
    if len(parts) > 1 and parts[-1].endswith(
        ("ova", "eva", "skaya", "kyzy", "qyzy", "qizi", "ovna", "evna", "dottir")
    ):
        return "f"
    return ""


def choose(
    language: str, name: str, sex: str, words: Collection[str], taken: Collection[str], seed: str
) -> str | None:
    """A first name for the child called ``name``; None where every one is taken.

    Args:
        sex: ``f``, ``m`` or empty.
        words: all words of the draft; none of them is given as a name, nor one that begins like the child's own.
        taken: names given to other children of the draft.
        seed: text without the child's name; it alone decides where in the list the search begins, so that the
            outcome tells nothing of the name, and the same draft always gets the same names.
    """
    here = {folded(w) for w in (*words, *taken)}
    starts = {folded(t)[:1] for t in taken}
    own = {folded(p)[:2] for p in name.split()}
    cultures = _cultures(language)
    for c in dict.fromkeys((culture(language, name, words), _ANY, *cultures)):
        names = _turned(_pool(cultures[c], sex), seed)
        free = [n for n in names if folded(n) not in here and folded(n)[:2] not in own]
        if free:  # names that begin alike are easily taken for each other
            return next((n for n in free if folded(n)[:1] not in starts), free[0])
    return None


def _pool(c: _Culture, sex: str) -> list[str]:
    if sex:
        return list(c.given[sex])
    return [n for pair in zip(c.given["f"], c.given["m"], strict=False) for n in pair]


def _turned(names: list[str], seed: str) -> Iterator[str]:
    start = int.from_bytes(hashlib.sha256(seed.encode("utf-8", "surrogatepass")).digest()[:4], "big") % len(
        names
    )
    yield from names[start:]
    yield from names[:start]
