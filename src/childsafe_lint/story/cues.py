"""Phrases of a cue list, found in a text.

The notation of the word lists: ``abus*`` any ending, ``beat/beaten`` a choice, ``...`` up to four words and, after
an age in commas or brackets, up to four more.
Each phrase is filed under its first word, so that a text is read once whatever the number of phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Generic, TypeVar

from .. import lazy_re as re

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|%")
_SPACE = r"[\s\-‐‑]+"
_FEW = r"(?:\s+[\w’'\-‐‑]+){0,4}?"
# an age between commas parts nothing: "questioning Jane Doe, 15, over the fire"
_GAP = rf"(?:{_FEW}|{_FEW}(?:,\s+(?:aged\s+)?\d\d?,|\s+\(\d\d?\)){_FEW})"
_STEM = 3  # letters under which a word with * is filed


def phrases(value: object) -> Iterator[str]:
    """The phrases of a YAML value: a string is split at commas, a list is read item by item."""
    if isinstance(value, str):
        yield from (p.strip() for p in value.split(",") if p.strip())
    elif isinstance(value, Iterable):
        for item in value:
            yield from phrases(item)


class Phrases(Generic[T]):
    """Phrases with a label each."""

    def __init__(self, labelled: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, list[tuple[str, T]]] = {}
        self._stem: dict[str, list[tuple[str, T]]] = {}
        for phrase, label in labelled:
            words = phrase.split()
            body = _choice(words[0])
            for word in words[1:]:
                body += _GAP if word == "..." else _SPACE + _choice(word)
            pattern = body + r"(?!\w)"
            for first in words[0].lower().replace("’", "'").removesuffix("'s").split("/"):
                if first.endswith("*"):
                    self._stem.setdefault(first[:_STEM], []).append((pattern, label))
                else:
                    # hyphens part words here, so that "gang-rape" is reached by its first part
                    self._exact.setdefault(first.split("-")[0], []).append((pattern, label))

    def find(self, text: str) -> list[tuple[int, int, T]]:
        """``(start, end, label)`` of every place where a phrase stands, in reading order; some overlap."""
        out = []
        exact, stem = self._exact, self._stem
        for start, word in _words(text):
            if word in exact:
                for pattern, label in exact[word]:
                    if hit := _compiled(pattern).match(text, start):
                        out.append((start, hit.end(), label))
            if word[:_STEM] in stem:
                for pattern, label in stem[word[:_STEM]]:
                    if hit := _compiled(pattern).match(text, start):
                        out.append((start, hit.end(), label))
        return out


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when its first word is met: most phrases of a list never are."""
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=8)
def _words(text: str) -> list[tuple[int, str]]:
    """Where each word of ``text`` starts, and the word in lower case without a possessive "'s"."""
    return [(m.start(), m.group().lower().replace("’", "'").removesuffix("'s")) for m in _WORD.finditer(text)]


def _choice(word: str) -> str:
    choices = []
    for w in word.split("/"):
        plain = re.escape(w.rstrip("*")).replace(r"\-", r"[\s\-‐‑]?")
        plain = re.sub("['’]", "['’]", plain)
        choices.append(plain + (r"[\w’']*" if w.endswith("*") else ""))
    return "(?:" + "|".join(choices) + ")"
