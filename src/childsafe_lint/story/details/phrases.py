"""Capitalised phrases of a draft: what names of schools, homes, places and firms are found among."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ... import lazy_re as re
from ...languages import load_data
from .scene import Scene

_WORD = re.compile(r"(?:No\.|St\.|(?:[A-Z]\.){2,}|№|#)|[\w&][\w’'&]*(?:[-‐‑/][\w’']+)*|[^\w\s]")


@dataclass(slots=True)
class Phrase:
    """A capitalised phrase: its words in lower case, the preposition or word before it, and its place."""

    start: int
    end: int
    words: list[str]
    text: str

    @property
    def head(self) -> str:
        return self.words[-1]


def read(scene: Scene) -> Iterator[Phrase]:
    """Capitalised runs with small words inside and a telling small word at the end."""
    return _Reader(scene).phrases()


class _Reader:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.text
        w = scene.words
        self.heads = w("school", "heads") | w("school", "tails")
        self.joiners, self.function, self.numbered = (
            w("names", "joiners"),
            w("names", "function"),
            w("names", "numbered"),
        )
        self.tails = (
            w("school", "heads")
            | {"primary", "comprehensive", "grammar"}
            | w("institution", "heads")
            | w("workplace", "tails")
            | w("locality", "small")
            | w("address", "sure")
            | w("locality", "large")
        )

    def phrases(self) -> Iterator[Phrase]:
        stop = not_names(self.scene.language)
        text = self.text
        items = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
        starts = {s.start for s in self.scene.refs.sentences}
        headlines = self._title_case()
        prefixes = {
            w
            for w in self.scene.words("address", "prefixes")
            if w not in ("street", "boulevard", "plaza", "via", "gang", "corso")
        }
        i, n = 0, len(items)
        while i < n:
            s, _, w = items[i]
            if not self._capital(w):
                i += 1
                continue
            bare = re.sub(r"[’']s?$", "", w)
            if (
                bare in stop
                and (s in starts or i == 0 or not self._capital_next(items, i))
                and bare
                not in (
                    "Al",
                    "St",
                    "North",
                    "South",
                    "East",
                    "West",
                    "New",
                    "Old",
                    "High",
                    "Central",
                    "Royal",
                    "National",
                    "Upper",
                    "Lower",
                    "Young",
                )
            ):
                i += 1
                continue
            if s in starts and self._common(items, i):
                i += 1
                continue
            j = i + 1
            last = i
            while (
                j < n
                and items[j][0] - items[j - 1][1] <= 1
                and "\n" not in text[items[j - 1][1] : items[j][0]]
            ):
                word = items[j][2]
                if word.lower() in self.joiners and word.islower():
                    if not (
                        j + 1 < n
                        and (
                            self._capital(items[j + 1][2])
                            or (
                                items[j + 1][2].lower() in self.joiners
                                and j + 2 < n
                                and self._capital(items[j + 2][2])
                            )
                        )
                    ):
                        break
                    if word in ("and", "for", "&") and not (word == "&" or self._joins(items, i, j)):
                        break
                    j += 1
                    continue
                if self._capital(word) or (
                    word[0].isdigit() and len(word) <= 8 and not re.fullmatch(r"(?:19|20)\d\d", word)
                ):
                    if word[0].isdigit() and not (
                        items[j - 1][2] in ("No.", "№", "#")
                        or items[j - 1][2].lower() in self.numbered
                        or "-" in word
                    ):
                        break
                    last = j
                    j += 1
                    continue
                break
            # small words at the end that say what it is: "Tengri cement works", "Rowan House clinic"
            k = last + 1
            extra = last
            while (
                k < n
                and k <= last + 3
                and items[k][0] - items[k - 1][1] <= 1
                and re.fullmatch(r"[a-zà-ÿ’'-]+", items[k][2])
            ):
                if items[k][2] in self.tails:
                    extra = k
                if items[k][2] in self.function or self.scene.refs.token(items[k][0]).pos_ == "ADP":
                    break  # "Teen charged over school hoax"
                k += 1
            if extra > last and all(items[x][2] not in self.function for x in range(last + 1, extra + 1)):
                last = extra
            k = i - 1
            while k > 0 and i - k < 3 and items[k][2].islower() and items[k][2] in self.joiners:
                k -= 1
            if k >= 0 and items[k + 1][0] - items[k][1] <= 2 and items[k][2].rstrip(".") in prefixes:
                s = items[k][0]  # "ulica Morska", "rue des Lilas"
                i = k
            end = items[last][1]
            phrase_text = text[s:end]
            stripped = re.sub(r"[’']s$", "", phrase_text)
            end = s + len(stripped)
            words = [x[2].lower().replace("’", "'") for x in items[i : last + 1]]
            words[-1] = words[-1].removesuffix("'s")
            if not (headlines and any(a <= s < b for a, b in headlines) and last == i):
                yield Phrase(s, end, words, stripped)
            i = last + 1

    @staticmethod
    def _capital(word: str) -> bool:
        return (
            word[:1].isupper()
            or word in ("№", "#")
            or (len(word) > 1 and word[0].isdigit() and any(c.isupper() for c in word) and "-" in word)
        )

    def _capital_next(self, items: list[tuple[int, int, str]], i: int) -> bool:
        return i + 1 < len(items) and items[i + 1][0] - items[i][1] == 1 and self._capital(items[i + 1][2])

    def _common(self, items: list[tuple[int, int, str]], i: int) -> bool:
        """A plain noun that opens the sentence and goes on to a name: "Villagers of X"."""
        joined = i + 1 < len(items) and items[i + 1][2] in self.joiners
        return joined and self.scene.refs.token(items[i][0]).tag_ in ("NN", "NNS")

    def _joins(self, items: list[tuple[int, int, str]], first: int, at: int) -> bool:
        """ "X and Y" is one name only where it goes on to a school ("Nursery and Primary School")."""
        words = []
        j = at + 1
        while j < len(items) and j < at + 5 and (self._capital(items[j][2]) or items[j][2] in self.joiners):
            words.append(items[j][2].lower())
            j += 1
        heads = self.heads
        before = {items[x][2].lower() for x in range(first, at)}
        if any(w in ("hospital", "clinic", "centre", "center", "home", "shelter") for w in words):
            return bool(
                before
                & {
                    "mother",
                    "women",
                    "maternity",
                    "children",
                    "child",
                    "youth",
                    "health",
                    "family",
                    "boys",
                    "girls",
                }
            )
        return any(w in heads for w in words) and bool(
            before & (heads | {"hope", "arts", "day", "boys", "girls"})
        )

    def _title_case(self) -> list[tuple[int, int]]:
        """Lines where every word is capitalised, so that a capital says nothing."""
        out = []
        for line in re.finditer(r"[^\n]+", self.text):
            words = re.findall(r"[^\W\d_][\w’'-]*", line.group())
            long = [w for w in words if len(w) > 3]
            if len(long) >= 4 and sum(w[0].isupper() for w in long) >= 0.85 * len(long):
                out.append(line.span())
        return out


@lru_cache(maxsize=4)
def not_names(language: str) -> frozenset[str]:
    return frozenset(w for w in load_data(language, "people")["not_names"])
