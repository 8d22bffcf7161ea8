"""A result as numbers, and back.

Objects become lists of numbers. A text becomes the numbers of its words: of the rule's sentence where it is one,
of this program's own vocabulary, or places in the draft. What may be a name, or has to do with one, is always a
place in the draft.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from ..checks.checklist import answered
from ..drafts.model import Draft
from ..drafts.records import Answer, Consent
from ..guidelines.later import Later, Params
from ..guidelines.model import Examples, Rulebook
from ..report import ChecklistItem, ClauseResult, DraftReport, Finding
from ..spans import Span
from ..story.model import Detail, Evidence, Part, Person, Quote, Situation, Story
from .key import program_files

_TEXT, _TUPLE, _LIST, _DICT, _DATE = range(5)
_CLASSES = (
    DraftReport, Story, Finding, Evidence, Span, ChecklistItem, ClauseResult, Person, Situation, Detail, Quote,
    Answer, Consent, Part,
)  # fmt: skip
_FIRST = 10  # number of the first class
#: the draft is at hand when a result is read, and with it the answers; the document is used no more by then
_OMITTED = ("draft", "doc", "answer")

_TOKEN = re.compile(r"[^\W\d_]+|.", re.S)
_PART = re.compile(r"[A-Z]?[a-z]+")
_PRINT = re.compile(r"[0-9a-f]{12}")  # the fingerprint of a question
_CASES: tuple[Callable[[str], str], ...] = (str, str.lower, str.upper, str.title, str.casefold)

#: a word: its number in the vocabulary, that number with a capital (one-item list), or a place in the draft:
#: start, length and how its case is changed
_Word = int | list[int]
#: a text: the number of a sentence, or its words
_Text = int | list[_Word]


class Unstorable(Exception):
    """A result that cannot be told in numbers."""


class Codec:
    """Results of drafts checked by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._sentences = sorted(set(_texts(rulebook)))
        own = {w for s in (*self._sentences, *_lists(rulebook)) for w in _TOKEN.findall(s)}
        self._words = sorted(own | _vocabulary())
        self._sentence_numbers: dict[str, int] | None = None

    def encode(self, report: DraftReport) -> bytes:
        """
        Raises:
            Unstorable: it holds a word that is neither this program's nor the draft's.
        """
        if self._sentence_numbers is None:
            self._sentence_numbers = {s: n for n, s in enumerate(self._sentences)}
            self._word_numbers = {w: n for n, w in enumerate(self._words)}
        texts = _Texts(report, self._sentence_numbers, self._word_numbers)
        tree = _tree(report, texts)
        data = json.dumps([texts.coded, tree], separators=(",", ":")).encode()
        again = self.decode(data, report.draft)
        if _plain(again) != _plain(report):  # cannot be, but a wrong report would be worse than a slow one
            raise Unstorable
        return data

    def decode(self, data: bytes, draft: Draft) -> DraftReport:
        """
        Raises:
            ValueError, TypeError, LookupError: this is no result of this draft by this rulebook.
        """
        coded, tree = json.loads(data)
        written = _written(draft)
        texts = [self._said(text, written) for text in coded]
        report = _object(tree, texts, draft)
        if not isinstance(report, DraftReport):
            raise TypeError
        return report

    def _said(self, text: _Text, written: str) -> str:
        if isinstance(text, int):
            return self._sentences[text]
        return "".join(self._word(word, written) for word in text)

    def _word(self, word: _Word, written: str) -> str:
        if isinstance(word, int):
            return self._words[word]
        if len(word) == 1:
            plain = self._words[word[0]]
            return plain[:1].upper() + plain[1:]
        start, length, case = word
        return _CASES[case](written[start : start + length])


def _written(draft: Draft) -> str:
    """All that people have written, the text first: a report may also quote a comment or a property."""
    beside = replace(draft, text="", source="", runs=(), blocks=(), places=())
    return "\0".join((draft.text, draft.source, repr(beside)))


class _Texts:
    """The texts of one result, each once."""

    def __init__(self, report: DraftReport, sentences: dict[str, int], words: dict[str, int]) -> None:
        from ..reports.masking import masked_text

        self.coded: list[_Text] = []
        self._numbers: dict[str, int] = {}
        self._sentences, self._vocabulary = sentences, words
        text = report.draft.text
        masked = masked_text(report)
        self._places: dict[str, int] = {}
        self._hidden: set[str] = set()
        for match in _TOKEN.finditer(_written(report.draft)):
            self._places.setdefault(match[0], match.start())
            if match.end() <= len(text) and masked[match.start() : match.end()] != match[0]:
                self._hidden.add(match[0].casefold())
        self._folded: dict[str, list[str]] = {}
        for word in self._places:
            self._folded.setdefault(word.casefold(), []).append(word)

    def number(self, text: str) -> int:
        if text not in self._numbers:
            self._numbers[text] = len(self.coded)
            self.coded.append(self._text(text))
        return self._numbers[text]

    def _text(self, text: str) -> _Text:
        words = list(text) if _PRINT.fullmatch(text) else _TOKEN.findall(text)
        if text in self._sentences and not any(w.casefold() in self._hidden for w in words):
            return self._sentences[text]
        return [coded for w in words for coded in self._parts(w)]

    def _parts(self, word: str) -> list[_Word]:
        """A word whole, or where it is unknown and written inOnePiece, in its parts."""
        try:
            return [self._word(word)]
        except Unstorable:
            parts = _PART.findall(word)
            if len(parts) < 2 or "".join(parts) != word:
                raise
            return [self._word(part) for part in parts]

    def _word(self, word: str) -> _Word:
        may_be_name = word.casefold() in self._hidden or word != word.lower()
        place = self._place(word)
        if may_be_name and place is not None:
            return place
        if word in self._vocabulary:
            return self._vocabulary[word]
        small = word[:1].lower() + word[1:]
        if small in self._vocabulary and small[:1].upper() + small[1:] == word:
            return [self._vocabulary[small]]
        if place is not None:
            return place
        raise Unstorable(word)

    def _place(self, word: str) -> list[int] | None:
        if word in self._places:
            return [self._places[word], len(word), 0]
        for other in self._folded.get(word.casefold(), ()):
            for case, change in enumerate(_CASES):
                if change(other) == word:
                    return [self._places[other], len(other), case]
        return None


def _tree(value: object, texts: _Texts) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return [_TEXT, texts.number(value)]
    if isinstance(value, tuple | list):
        kind = _TUPLE if isinstance(value, tuple) else _LIST
        return [kind, *(_tree(v, texts) for v in value)]
    if isinstance(value, dict):
        return [_DICT, *(_tree(v, texts) for item in value.items() for v in item)]
    if isinstance(value, date):
        return [_DATE, value.toordinal()]
    if type(value) in _CLASSES:
        number = _FIRST + _CLASSES.index(type(value))
        return [number, *(_tree(v, texts) for _, v in _values(value))]
    raise Unstorable(type(value).__name__)


def _object(tree: Any, texts: list[str], draft: Draft) -> Any:
    if not isinstance(tree, list):
        return tree
    kind = tree[0]
    if kind == _TEXT:
        return texts[tree[1]]
    if kind == _DATE:
        return date.fromordinal(tree[1])
    values = [_object(v, texts, draft) for v in tree[1:]]
    if kind == _TUPLE:
        return tuple(values)
    if kind == _LIST:
        return values
    if kind == _DICT:
        return dict(zip(values[::2], values[1::2], strict=True))
    made = _CLASSES[kind - _FIRST]
    names = _KEPT[made]
    given = dict(zip(names, values, strict=True))
    if made in (DraftReport, Story):
        given["draft"] = draft
    if made is DraftReport and draft.answers:
        given["checklist"] = [answered(item, draft.answers) for item in given["checklist"]]
    if made is Story:
        given["doc"] = None
    return made(**given)


def _fields(made: type[Any]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(made) if f.init and f.name not in _OMITTED)


_KEPT = {made: _fields(made) for made in _CLASSES}


def _values(value: Any) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(value, name)) for name in _KEPT[type(value)])


def _plain(value: Any) -> Any:
    """All that is kept, for comparing: dataclasses may leave fields out when they compare."""
    if type(value) in _CLASSES:
        return [type(value), *(_plain(v) for _, v in _values(value))]
    if isinstance(value, tuple | list):
        return [type(value), *map(_plain, value)]
    if isinstance(value, dict):
        return [dict, *((k, _plain(v)) for k, v in value.items())]
    return value


def _texts(value: object) -> Iterator[str]:
    """The texts of rules, guidelines and questions; examples are drafts and not looked at."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Examples | Later):
        return
    elif isinstance(value, Params):
        yield from _texts(value.unread)
    elif isinstance(value, dict):
        yield from _all_texts(value.values())
    elif isinstance(value, tuple | list | frozenset):
        yield from _all_texts(value)
    elif is_dataclass(value):
        yield from _all_texts(getattr(value, f.name) for f in fields(value))


def _lists(rulebook: Rulebook) -> Iterator[str]:
    """The texts of lists, as they stand in the files: it would take long to read them for their words alone."""
    for rule in rulebook.rules:
        if isinstance(rule.params, Params):
            yield from (v.text for v in rule.params.unread.values() if isinstance(v, Later))


def _all_texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        yield from _texts(value)


@cache
def _vocabulary() -> frozenset[str]:
    """The words in small letters, and the signs, that this program is written in, in all languages it speaks."""
    found: set[str] = set(map(chr, range(32, 127)))
    for path in program_files():
        if path.suffix == ".py" or path.parent.name == "locale":
            found.update(_TOKEN.findall(path.read_text("utf-8")))
    return frozenset(w for w in found if w == w.lower() or len(w) == 1)
