"""The parse as plain objects says of every word what spaCy says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from childsafe_lint.story import lean_spacy

lean_spacy.import_spacy()

from childsafe_lint.story.nlp import SHIPPED, load  # noqa: E402
from childsafe_lint.story.parse import Parse  # noqa: E402

TEXT = """Two held after fire at Kiboko market

The boys' uncle, Daudi Mrema, who'd driven them home, said: "Nobody told us  they were in there."
Amina (12) and her brother were not hurt. 

A hearing will be held on 3 May."""


@pytest.fixture(scope="module")
def read():
    doc = load(SHIPPED["en"])(TEXT)
    return doc, Parse(doc)


FEATURES = (
    "i idx text whitespace_ text_with_ws lower_ lemma_ pos_ tag_ dep_ shape_ ent_type_ is_punct is_space is_alpha"
).split()


def test_every_word_is_told_as_spacy_tells_it(read) -> None:
    doc, parse = read
    assert len(doc) == len(parse)
    for a, b in zip(doc, parse, strict=True):
        assert [getattr(a, f) for f in FEATURES] == [getattr(b, f) for f in FEATURES]
        assert bool(a.is_sent_start) == b.is_sent_start
        assert a.morph == b.morph
        assert a.head.i == b.head.i
        assert (a.left_edge.i, a.right_edge.i) == (b.left_edge.i, b.right_edge.i)
        assert (a.sent.start, a.sent.end) == (b.sent.start, b.sent.end)
        for several in ("children", "lefts", "rights", "subtree", "ancestors"):
            assert [t.i for t in getattr(a, several)] == [t.i for t in getattr(b, several)], several
        assert all(x.is_ancestor(a) == y.is_ancestor(b) for x, y in zip(doc, parse, strict=True))


def test_sentences_and_entities(read) -> None:
    doc, parse = read
    for a, b in ((doc.sents, parse.sents), (doc.ents, parse.ents)):
        assert [(s.start, s.end, s.text, s.root.i) for s in a] == [
            (s.start, s.end, s.text, s.root.i) for s in b
        ]
    assert [e.label_ for e in doc.ents] == [e.label_ for e in parse.ents]


@settings(max_examples=300)
@given(
    st.integers(0, len(TEXT) + 3),
    st.integers(0, len(TEXT) + 3),
    st.sampled_from(["strict", "expand", "contract"]),
)
def test_spans_of_characters(read, start: int, end: int, mode: str) -> None:
    doc, parse = read
    if end < start:
        start, end = end, start
    found = [d.char_span(start, end, alignment_mode=mode) for d in (doc, parse)]
    a, b = ((s.start, s.end, s.text) if s is not None else None for s in found)
    assert a == b


@given(st.integers(-3, 60), st.integers(-3, 60))
def test_slices(read, start: int, end: int) -> None:
    doc, parse = read
    a, b = doc[start:end], parse[start:end]
    assert [t.i for t in a] == [t.i for t in b]
    assert [t.i for t in a[1:-1]] == [t.i for t in b[1:-1]]
