"""How much all that is told of a person, taken together, is told as of a child.

No list holds every way in which an article makes it plain that somebody is a child, or is not. Beside the rules stands
therefore a weighing: each word near the names of a person, and its place in the sentence, has a weight learnt from
gold drafts, and the weights are added up (logistic regression; models/en/README.md says how they were learnt and how
well they do). No name is a sign, so that nobody is weighed by what they are called.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from typing import Any

from ..languages import folder_of
from ..languages.en import frames
from ..spans import Span
from .model import Evidence
from .parse import Parse, Token

#: words on either side of a name that are signs whatever their place
_REACH = 7
#: those of which it counts on which place they stand
_PLACED = 3
#: words of the sentence that are signs: so far from the name, of these kinds
_FAR = 60
_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "NUM", "PRON"))
#: names of other kinds stand for their kind
_KINDS = frozenset(("GPE", "LOC", "FAC", "ORG", "NORP", "DATE"))
#: the usual number of signs, so that much told of a person weighs no more than little
USUAL = 64

#: so many of the words that weighed most are shown, of these kinds
_SHOWN = 3
_LARGE = frozenset(("ADJ", "NOUN", "VERB"))

_NUMBER_WORDS = {word: number for number, word in enumerate(frames.UNITS, 1)}


@cache
def _classes() -> dict[str, str]:
    """Word -> the class it is in, which is a sign beside the word itself."""
    data = frames.DATA
    named = (
        ("<child>", [*data["child_nouns"], *data["child_nouns_plural"]]),
        ("<kin->", [*data["kin_younger"], *data["kin_younger_plural"]]),
        ("<kin=>", [*data["kin_peer"], *data["kin_peer_plural"]]),
        ("<kin+>", data["kin_adult"]),
        ("<role>", data["roles"]),
        ("<beast>", data["animals"]),
        ("<say>", data["speech_verbs"]),
        ("<title>", [t.lower() for t in data["titles"]]),
    )
    classes: dict[str, str] = {}
    for name, words in named:
        for word in words:
            classes.setdefault(word, name)
    return classes


def _sign_of(token: Token) -> str:
    """What a word is as a sign: its lemma; numbers by what age they could be; names by their kind."""
    word = token.lower_
    if word.isdigit() and word.isascii() and len(word) < 4:
        n = int(word)
        return "AGE<18" if n < 18 else "AGE18-21" if n < 22 else "AGE>21"
    if len(word) == 4 and word.isdigit() and word.startswith(("19", "20")):
        return "YEAR"
    if word[0].isdigit() and word.replace(",", "").replace(".", "").isdigit():
        return "NUM"
    if (number := _NUMBER_WORDS.get(word)) is not None:
        return "AGE<18" if 1 < number < 18 else word
    if token.pos_ == "PROPN":
        return token.ent_type_ if token.ent_type_ in _KINDS else "PROPN"
    return token.lemma_.lower()


class Placed:
    """The words of a draft and where its named people stand among them, to be read as signs; what all languages share.

    ``places``: for each person the names, as first word and end; ``signs``: what each word is as a sign; ``classes``:
    the classes of words; ``known``: what each person is already known to be, which is a sign beside others' names.
    """

    def __init__(
        self,
        doc: Parse,
        places: Sequence[Sequence[tuple[int, int]]],
        signs: Sequence[str],
        classes: Mapping[int, str],
        known: Sequence[str] | None = None,
    ) -> None:
        self.doc = doc
        self._places, self._sign, self._class = places, signs, classes
        self._known = known if known is not None else ["PER"] * len(places)
        self._owner = {
            i: number for number, of in enumerate(places) for first, end in of for i in range(first, end)
        }

    def of(self, person: int, also: Sequence[str] = ()) -> dict[str, int]:
        """The signs of a person, and the word (its number) that each was first seen at; -1 for those in ``also``,
        which are of no word."""
        signs = dict.fromkeys(also, -1)
        for first, end in self._places[person]:
            for sign, at in self._beside(person, first, end):
                signs.setdefault(sign, at)
        return signs

    def _word(self, i: int, person: int) -> str:
        if not 0 <= i < len(self._sign):
            return "<b>"
        owner = self._owner.get(i)
        return self._sign[i] if owner is None else "ME" if owner == person else self._known[owner]

    def _both(self, kind: str, i: int, person: int) -> Iterator[tuple[str, int]]:
        """A word and its class."""
        yield f"{kind}:{self._word(i, person)}", i
        if i in self._class and i not in self._owner:
            yield f"{kind}:{self._class[i]}", i

    def _beside(self, person: int, first: int, end: int) -> Iterator[tuple[str, int]]:
        """The signs of one name of a person: words ``first`` to ``end``."""
        raise NotImplementedError

    def _around(self, person: int, first: int, end: int) -> Iterator[tuple[str, int]]:
        """The words on either side of a name in its sentence, the nearest by their place, and two in a row."""
        tokens = self.doc.tokens
        here = tokens[first]._sent
        for d in range(1, _REACH + 1):
            left, right = first - d, end + d - 1
            if d <= _PLACED:
                yield from self._both(f"L{d}", left, person)
                yield from self._both(f"R{d}", right, person)
            if left >= 0 and tokens[left]._sent == here:
                yield from self._both("L", left, person)
            if right < len(tokens) and tokens[right]._sent == here:
                yield from self._both("R", right, person)
        yield f"L12:{self._word(first - 2, person)}_{self._word(first - 1, person)}", first - 1
        yield f"R12:{self._word(end, person)}_{self._word(end + 1, person)}", end


def places_of(doc: Parse, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The words of ``spans`` (code points), as first word and end; those outside the text are left out."""
    words = (doc.char_span(span.start, span.end, "expand") for span in spans)
    return [(w.start, w.end) for w in words if w is not None]


class Told(Placed):
    """What an English draft tells of its named people, as signs to be weighed.

    ``people``: for each person the places of the names; ``quotes``: where somebody is quoted; ``known``: see
    ``Placed``.
    """

    def __init__(
        self,
        doc: Parse,
        people: Sequence[Sequence[Span]],
        quotes: Sequence[Span],
        known: Sequence[str] | None = None,
    ) -> None:
        classes = _classes()
        named = ((t.i, classes.get(t.lower_) or classes.get(t.lemma_.lower())) for t in doc)
        super().__init__(
            doc,
            [places_of(doc, spans) for spans in people],
            [_sign_of(t) for t in doc],
            {i: c for i, c in named if c},
            known,
        )
        self._quotes = quotes

    def _beside(self, person: int, start: int, end: int) -> Iterator[tuple[str, int]]:
        """The signs of one name of a person: words ``start`` to ``end``."""
        tokens = self.doc.tokens

        def word(i: int) -> str:
            return self._word(i, person)

        yield from self._around(person, start, end)
        yield f"R123:{word(end)}_{word(end + 1)}_{word(end + 2)}", end

        head = next(
            (t for t in tokens[start:end] if t.head is t or not start <= t.head.i < end), tokens[end - 1]
        )
        yield f"dep:{head.dep_}", head.i
        yield from self._both(f"head:{head.dep_}", head.head.i, person)
        if head.dep_ == "poss":
            yield from self._both("of", head.head.i, person)
        for child in head.children:
            if not start <= child.i < end:
                yield from self._both(f"ch:{child.dep_}", child.i, person)

        for token in tokens[start].sent:
            if (
                token.pos_ in _CONTENT
                and not start <= token.i < end
                and start - _FAR < token.i < start + _FAR
            ):
                yield from self._both("S", token.i, person)
        after = tokens[start].sent.end
        if after < len(tokens):
            yield from self._both("next", after, person)
            yield f"next2:{word(after)}_{word(after + 1)}", after
        quoted = any(q.start <= tokens[start].idx < q.end for q in self._quotes)
        yield ("quoted" if quoted else "told"), start


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt. ``told``: the weight of a sign; ``case``: of what else is known of a person; from which
    likelihood on (0 to 1) a person is a child (``child``; in a draft in which the rules find none ``alone``), stays
    one whom the rules call so (``kept``), or may be one (``perhaps``)."""

    told: Mapping[str, float]
    case: Mapping[str, float]
    child: float
    kept: float
    perhaps: float
    alone: float = 1.0

    def tells(self, signs: Mapping[str, int]) -> float:
        """How much the signs of a person speak of a child; negative: of a grown-up."""
        known = self.told
        total = sum(known[s] for s in signs if s in known)
        return known[""] + total * sqrt(USUAL / max(len(signs), 1))

    def likelihood(self, case: Mapping[str, float]) -> float:
        """How likely a person is a child, 0 to 1."""
        known = self.case
        total = known[""] + sum(known.get(k, 0.0) * v for k, v in case.items())
        return 1 / (1 + exp(-total))

    def strongest(self, signs: Mapping[str, int], count: int) -> list[int]:
        """The words (their numbers) that speak most of a child."""
        best: dict[int, float] = {}
        for sign, at in signs.items():
            best[at] = best.get(at, 0.0) + self.told.get(sign, 0.0)
        ranked = sorted((at for at in best if at >= 0 and best[at] > 0), key=lambda at: -best[at])
        return ranked[:count]

    def shown(self, doc: Parse, signs: Mapping[str, int], reason: str) -> Iterator[Evidence]:
        """The words that weighed most, in order, with the ``reason``; names and small words weigh too, but tell a
        reader nothing."""
        tokens = (doc.tokens[i] for i in self.strongest(signs, len(signs)))
        large = [t for t in tokens if t.pos_ in _LARGE][:_SHOWN]
        for t in sorted(large, key=lambda t: t.idx):
            yield Evidence(t.idx, t.idx + len(t.text), reason)


@cache
def weights() -> Weights:
    """What was learnt of English drafts about who is a child."""
    data = _learnt("weighing.json")
    return Weights(data["told"], data["case"], data["child"], data["kept"], data["perhaps"], data["alone"])


@cache
def kin_weights() -> Weights:
    """What was learnt of English drafts about who is family of a child; ``child`` is the limit for that."""
    data = _learnt("weighing_kin.json")
    return Weights(data["told"], data["case"], data["kin"], 0, 0)


@cache
def place_weights() -> tuple[Weights, Mapping[str, Mapping[str, float]]]:
    """What was learnt of English drafts about which places are of a child's life (``child`` is the limit for that, from
    ``kept`` on a place by the rules is a sure one), and for each kind of place how much a sign tells of it."""
    data = _learnt("weighing_places.json")
    return Weights(data["told"], data["case"], data["place"], data["kept"], 0), data["kinds"]


def _learnt(file: str) -> Any:
    folder = folder_of("en")
    assert folder is not None
    return json.loads((folder / file).read_text(encoding="utf-8"))
