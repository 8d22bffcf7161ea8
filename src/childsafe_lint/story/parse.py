"""A parsed text as plain objects, made once a draft from spaCy's ``Doc``.

spaCy makes a new object for every word somebody looks at, and walks its arrays for every question after children or a
subtree. A draft's understanding asks a thousand such questions a paragraph. Names and meanings are spaCy's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens.morphanalysis import MorphAnalysis

_WORDS = ("LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "SHAPE")
_NUMBERS = ("IDX", "LENGTH", "SPACY", "SENT_START", "IS_PUNCT", "IS_SPACE", "IS_ALPHA", "HEAD")


class Token:
    """One word. ``idx`` is where it starts, in Unicode code points of the draft's text."""

    __slots__ = (
        "_sent",
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_punct",
        "is_sent_start",
        "is_space",
        "lemma_",
        "lower_",
        "pos_",
        "shape_",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: Parse
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    shape_: str
    ent_type_: str
    is_sent_start: bool
    is_punct: bool
    is_space: bool
    is_alpha: bool
    head: Token
    children: list[Token]
    _sent: int
    _subtree: list[Token] | None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.i})"

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    @property
    def morph(self) -> MorphAnalysis:
        return self.doc.source[self.i].morph

    @property
    def lefts(self) -> list[Token]:
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list[Token]:
        return [c for c in self.children if c.i > self.i]

    @property
    def subtree(self) -> list[Token]:
        """The word and all that hangs on it, in the order of the text."""
        if self._subtree is None:
            found = [self]
            for token in found:
                found += token.children
            found.sort(key=_place)
            self._subtree = found
        return self._subtree

    @property
    def left_edge(self) -> Token:
        return self.subtree[0]

    @property
    def right_edge(self) -> Token:
        return self.subtree[-1]

    @property
    def ancestors(self) -> Iterator[Token]:
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: Token) -> bool:
        return any(token is self for token in other.ancestors)

    @property
    def sent(self) -> Stretch:
        return self.doc.sentence(self._sent)


def _place(token: Token) -> int:
    return token.i


class Stretch:
    """Some words in a row (spaCy's ``Span``)."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Parse, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, max(start, end), label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Stretch: ...
    def __getitem__(self, at: int | slice) -> Token | Stretch:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Stretch(self.doc, self.start + start, self.start + end)
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return self.doc.tokens[(self.start if at >= 0 else self.end) + at]

    @property
    def start_char(self) -> int:
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char] if len(self) else ""

    @property
    def root(self) -> Token:
        """The first word whose head is outside."""
        tokens = self.doc.tokens
        for token in self:
            if token.head is token or not self.start <= token.head.i < self.end:
                return token
        return tokens[self.start]


class Parse:
    """A parsed text: its words, sentences and entities."""

    def __init__(self, source: Doc) -> None:
        self.source = source
        self.text = source.text
        self.lang_ = source.lang_
        self.user_data: dict[str, Any] = dict(source.user_data)
        self.tokens: list[Token] = _tokens(self, source, self.text)
        self._starts = [t.idx for t in self.tokens]
        self._ends = [t.idx + len(t.text) for t in self.tokens]
        self._opens = [t.i for t in self.tokens if t.is_sent_start]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Stretch: ...
    def __getitem__(self, at: int | slice) -> Token | Stretch:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Stretch(self, start, end)
        return self.tokens[at]

    def sentence(self, number: int) -> Stretch:
        end = self._opens[number + 1] if number + 1 < len(self._opens) else len(self.tokens)
        return Stretch(self, self._opens[number], end)

    @property
    def sents(self) -> Iterator[Stretch]:
        return (self.sentence(n) for n in range(len(self._opens)))

    @property
    def ents(self) -> list[Stretch]:
        return [Stretch(self, e.start, e.end, e.label_) for e in self.source.ents]

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Stretch | None:
        """The words of ``text[start:end]``: all it touches ("expand"), all it holds ("contract"), or, where it
        does not begin and end with words, None ("strict"). None as well for offsets outside the text."""
        first, last = self._at(start), self._at(end - 1)
        if first < 0 or last < 0:
            return None
        if alignment_mode == "strict" and (self._starts[first] != start or self._ends[last] != end):
            return None
        if alignment_mode == "contract":
            first += self._starts[first] < start
            last -= end < self._ends[last]
            if last < first:
                return None
        elif alignment_mode == "expand":
            first += start == self._ends[first]  # the blank after a word is not the word
        return Stretch(self, first, last + 1)

    def _at(self, offset: int) -> int:
        """The number of the word, or of the one whose blank it is, at an offset; -1 outside the text."""
        if not 0 <= offset < len(self.text):
            return -1
        return bisect_right(self._starts, offset) - 1


def _tokens(parse: Parse, source: Doc, text: str) -> list[Token]:
    strings = source.vocab.strings
    # column by column: a row of its own for every word would be one more object to make and to collect
    words, numbers = source.to_array(list(_WORDS)), source.to_array(list(_NUMBERS)).astype("int64")
    names = {key: strings[key] if key else "" for key in set(words.ravel().tolist())}
    columns: list[list[Any]] = [[names[key] for key in column.tolist()] for column in words.T]
    columns += [column.tolist() for column in numbers.T]
    out: list[Token] = []
    sentence = -1
    for lower, lemma, pos, tag, dep, entity, shape, idx, length, blank, opens, punct, space, alpha, _ in zip(
        *columns, strict=True
    ):
        token = Token()
        token.doc, token.i, token.idx = parse, len(out), idx
        token.text = text[idx : idx + length]
        token.whitespace_ = " " if blank else ""
        token.lower_, token.lemma_, token.shape_ = lower, lemma, shape
        token.pos_, token.tag_, token.dep_, token.ent_type_ = pos, tag, dep, entity
        token.is_punct, token.is_space, token.is_alpha = bool(punct), bool(space), bool(alpha)
        token.is_sent_start = opens == 1 or not out
        sentence += token.is_sent_start
        token._sent, token._subtree = sentence, None
        token.children = []
        out.append(token)
    for token, distance in zip(out, columns[-1], strict=True):
        head = token.head = out[token.i + distance]
        if distance:
            head.children.append(token)
    return out
