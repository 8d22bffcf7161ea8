"""Patterns that are looked for only at words with which they can begin.

``re`` tries a pattern at every character of a text, every alternative of it in turn. Most of ours begin with one of
a few words. Which ones is read off the pattern itself, and a text's words are listed once for all patterns; what is
found is what ``re`` finds.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from . import lazy_re

if sys.version_info >= (3, 11):
    from re import _constants as _op  # type: ignore[attr-defined]
    from re import _parser
else:
    import sre_constants as _op
    import sre_parse as _parser

_LONGEST = 3  # letters of a word that are listed
_DIGITS = frozenset("0123456789")
_SHORT = 400  # characters; not worth listing
_MANY = 40  # members of a character class that are told apart
_ENOUGH = 12  # the same inside a word, where more would only make long lists of beginnings
_WORD = re.compile(r"\b\w+")
#: letters that ``re.IGNORECASE`` takes for i, s and k, and ``str.lower`` does not
_ODD = str.maketrans("\u0130\u0131\u017f\u212a", "iisk")
_REPEATS = {
    getattr(_op, name) for name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") if hasattr(_op, name)
}
_ATOMIC = getattr(_op, "ATOMIC_GROUP", None)


def compile(pattern: str, flags: int = 0) -> Seeker:
    """``re.compile`` for a pattern that is looked for in whole texts, done when it is first used.

    Raises:
        re.error: the pattern cannot be read, where it is first used.
    """
    return Seeker(pattern, flags)


def any_of(words: Iterable[str], spelt: Mapping[str, str] = MappingProxyType({})) -> str:
    """A pattern for any of many words, the longest where several fit; what they share is read once.

    ``spelt``: characters that stand for a pattern of their own.
    """
    top: _Tree = {}
    for word in sorted(words):
        tree = top
        for c in word:
            tree = tree.setdefault(spelt.get(c) or re.escape(c), {})
        tree[""] = {}
    return "|".join(_branches(top))


#: what may come next -> what may follow it; ``""`` where a word may end
_Tree = dict[str, "_Tree"]


def _branches(tree: _Tree) -> Iterator[str]:
    for atom, after in tree.items():
        if atom:
            rest = list(_branches(after))
            if "" in after and rest:
                yield f"{atom}(?:{'|'.join(rest)})?"
            elif len(rest) > 1:
                yield f"{atom}(?:{'|'.join(rest)})"
            else:
                yield atom + "".join(rest)


class Seeker:
    """A pattern; ``finditer`` and ``search`` give what those of ``re`` give."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self._flags = pattern, flags
        self.plain = lazy_re.compile(pattern, flags)
        self._known: tuple[str, list[int]] = ("", [])
        self._found: tuple[str, list[re.Match[str]]] = ("", [])

    @cached_property
    def starts(self) -> frozenset[str] | None:
        """How the words at which it can begin themselves begin; None where that cannot be told. A blank at the end
        stands for the end of the word."""
        return _starts(self.pattern, self._flags)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        return self.plain.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        return self.plain.fullmatch

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        if pos or endpos < len(text):
            return self._search(text, pos, endpos)
        known, found = self._found
        if known is not text:  # another thread may be at another text
            found = list(self._search(text, pos, endpos))
            self._found = (text, found)
        return iter(found)

    def _search(self, text: str, pos: int, endpos: int) -> Iterator[re.Match[str]]:
        if self.starts is None or len(text) < _SHORT:
            yield from self.plain.finditer(text, pos, endpos)
            return
        known, places = self._known
        if known is not text:
            listed = _listed(text)
            found = {at for key in listed.keys() & self.starts for at in listed[key]}
            places = sorted(found)
            self._known = (text, places)
        if not places:
            return
        match = self.match
        for at in places if pos <= 0 else places[bisect_left(places, pos) :]:
            if at >= endpos:
                return
            if at >= pos and (m := match(text, at, endpos)) is not None:
                pos = m.end()
                yield m

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        return next(self._search(text, pos, endpos), None)


@lru_cache(maxsize=4)
def _listed(text: str) -> dict[str, list[int]]:
    """How the words of a text begin -> where those words stand, in no order."""
    begun: dict[str, list[int]] = {}
    for m in _WORD.finditer(text):
        begun.setdefault(m.group()[: _LONGEST + 1], []).append(m.start())
    listed: dict[str, list[int]] = {}
    for word, places in begun.items():  # many words are met more than once
        word = word.lower() if word.isascii() else _common(word)
        if len(word) < _LONGEST:
            word += " "
        for n in range(1, min(len(word), _LONGEST) + 1):
            listed.setdefault(word[:n], []).extend(places)
    return listed


def _common(word: str) -> str:
    """A word in lower case, with common digits, as ``re`` compares it."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in word.translate(_ODD).lower())


class _Unknown(Exception):
    """A pattern can begin with anything, or inside a word."""


def _starts(pattern: str, flags: int) -> frozenset[str] | None:
    try:
        done, still = _run(_parser.parse(pattern, flags & ~re.DEBUG), {""})
        if still & {"", _AT_WORD}:
            return None  # it may match nothing
        return frozenset(s.removeprefix(_AT_WORD) for s in done | still)
    except _Unknown:
        return None


#: what stands before the letters of a beginning once it is sure to be that of a word
_AT_WORD = "^"


def _run(items: Any, starts: set[str]) -> tuple[set[str], set[str]]:
    """What ``starts`` become by reading ``items``: those that are settled, and those that go on."""
    done: set[str] = set()
    for op, value in items:
        if not starts:
            break
        if op is _op.LITERAL:
            settled, starts = _read(starts, {chr(value)})
        elif op is _op.IN:
            settled, starts = _read(starts, _members(value))
        elif op is _op.AT:
            settled, starts = _at(value, starts)
        elif op in (_op.ASSERT, _op.ASSERT_NOT):
            settled = set()  # what is left out of account only adds words to look at
            if value[0] < 0 and (_no_letter if op is _op.ASSERT_NOT else _after_blank)(value[1]):
                starts = {s or _AT_WORD for s in starts}
        elif op is _op.SUBPATTERN:
            settled, starts = _run(value[-1], starts)
        elif op is _ATOMIC:
            settled, starts = _run(value, starts)
        elif op is _op.BRANCH:
            both = [_run(way, starts) for way in value[1]]
            settled = {s for one, _ in both for s in one}
            starts = {s for _, one in both for s in one}
        elif op in _REPEATS:
            settled, starts = _repeated(value, starts)
        else:
            settled, starts = _read(starts, None)
        done |= settled
    return done, starts


def _repeated(value: tuple[int, int, Any], starts: set[str]) -> tuple[set[str], set[str]]:
    least, most, inner = value
    done, once = _run(inner, starts)
    starts = once if least else starts | once
    while most > 1 and once:
        settled, once = _run(inner, once)
        done |= settled
        once -= starts
        starts = starts | once
    return done, starts


def _read(starts: set[str], members: set[str] | None) -> tuple[set[str], set[str]]:
    """Read one character out of ``members`` (None: any); a blank among them stands for whatever ends a word."""
    done: set[str] = set()
    still: set[str] = set()
    for start in starts:
        if start in ("", _AT_WORD) and not (start and members and all(map(_in_word, members))):
            raise _Unknown
        if members is None or (start not in ("", _AT_WORD) and len(members) > _ENOUGH):
            done.add(start)
            continue
        for c in members:
            if not _in_word(c):
                done.add(start + " ")
                continue
            longer = start + _common(c)
            (done if len(longer) > _LONGEST else still).add(longer)
    return done, still


def _at(where: Any, starts: set[str]) -> tuple[set[str], set[str]]:
    if where in (_op.AT_BEGINNING, _op.AT_BEGINNING_STRING):
        return set(), {s or _AT_WORD for s in starts}
    if where is not _op.AT_BOUNDARY:
        return set(), starts
    ended = {s + " " if len(s) <= _LONGEST else s for s in starts if s not in ("", _AT_WORD)}
    return ended, {_AT_WORD for s in starts if s in ("", _AT_WORD)}


def _in_word(c: str) -> bool:
    return c == "_" or c.isalnum()


def _members(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """The characters of a class, lower case, a blank for all that is no letter; None for a class of many."""
    out: set[str] = set()
    for op, value in items:
        if op is _op.LITERAL:
            out.add(chr(value) if _in_word(chr(value)) else " ")
        elif op is _op.RANGE and value[1] - value[0] < _MANY:
            out |= {chr(c) if _in_word(chr(c)) else " " for c in range(value[0], value[1] + 1)}
        elif op is _op.CATEGORY and value is _op.CATEGORY_SPACE:
            out.add(" ")
        elif op is _op.CATEGORY and value is _op.CATEGORY_DIGIT:
            out |= _DIGITS
        else:
            return None
    return out


def _no_letter(items: Iterable[tuple[Any, Any]]) -> bool:
    """Whether what must not stand before takes in every letter: ``(?<!\\w)``."""
    items = list(items)
    return len(items) == 1 and items[0][0] is _op.IN and (_op.CATEGORY, _op.CATEGORY_WORD) in items[0][1]


def _after_blank(items: Iterable[tuple[Any, Any]]) -> bool:
    """Whether what must stand before ends with a blank or a mark: ``(?<=of\\s)``."""
    last = list(items)[-1:]
    return bool(last) and last[0][0] is _op.IN and _members(last[0][1]) == {" "}
