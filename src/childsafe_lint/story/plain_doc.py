"""A spaCy ``Doc`` without any model: tokens, and sentences by full stops that no abbreviation explains."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from .. import lazy_re as re
from .lean_spacy import no_plugins

_END = re.compile(r"[.!?…]+[»”\"')\]]*(?=\s)")


def blank_language(code: str) -> Language:
    """spaCy's tokenizer for a language, or its general one where it has none."""
    import spacy

    with no_plugins():
        try:
            return spacy.blank(code)
        except ImportError:  # no rules for it, or they need a package that is not there
            return spacy.blank("xx")


class PlainPipeline:
    """Callable: text -> ``Doc`` with sentence starts. A full stop after one of ``abbreviations`` ends nothing."""

    def __init__(self, language: str, abbreviations: Iterable[str]) -> None:
        self._nlp = blank_language(language)
        self._short = frozenset(abbreviations)

    def __call__(self, text: str) -> Doc:
        doc = self._nlp.make_doc(text)
        mark_sentences(doc, self._short)
        return doc


def mark_sentences(doc: Doc, abbreviations: frozenset[str]) -> None:
    """Set the sentence starts of ``doc``: after a full stop and the like, and after every line."""
    starts = set(_starts(doc.text, abbreviations))
    fresh = True
    for token in doc:
        if any(at in starts for at in range(token.idx, token.idx + max(len(token), 1))) or "\n" in token.text:
            fresh = True
        if not token.is_space:
            token.is_sent_start = fresh
            fresh = False
        else:
            token.is_sent_start = False


def _starts(text: str, abbreviations: frozenset[str]) -> Iterable[int]:
    for m in _END.finditer(text):
        before = re.search(r"(\w+)\.$", text[max(0, m.start() - 20) : m.start() + 1])
        if m.group().startswith(".") and not m.group().startswith("..") and before:
            word = before[1]
            if word.lower() in abbreviations or (len(word) == 1 and word.isupper()):
                continue
        after = re.match(r"\s+(?=[«“„\"'(–—-]*\s*[^\W_])", text[m.end() :])
        if after:
            follow = re.search(r"\w", text[m.end() : m.end() + 12])
            if follow and not follow.group().islower():
                yield m.end() + after.end()


class LoadedPipeline:
    """Callable: text -> ``Doc`` by an installed spaCy pipeline; our sentence starts where it sets none."""

    def __init__(self, name: str, abbreviations: Iterable[str]) -> None:
        from .nlp import load

        self._nlp = load(name)
        self._short = frozenset(abbreviations)

    def __call__(self, text: str) -> Doc:
        doc = self._nlp(text)
        if not doc.has_annotation("SENT_START"):
            mark_sentences(doc, self._short)
        return doc
