"""Documents as wholes: copies of gold drafts read like the drafts themselves; a long draft is read in pieces."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from childsafe_lint.drafts import from_text, read_bytes
from childsafe_lint.errors import InputError
from childsafe_lint.linter import Linter
from childsafe_lint.story import nlp

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    if (loaded := sys.modules.get("benchmarks")) is not None:
        assert str(ROOT) in str(list(loaded.__path__))


def test_copies_of_gold_drafts_give_the_same_text_and_findings() -> None:
    from benchmarks.documents import gold

    assert gold(["en-a"], limit=4) == []


def test_a_long_draft_is_read_in_pieces_and_understood_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    filler = "\n\n".join(["The council met on Monday and spoke about roads for two hours."] * 12)
    text = f"Aidana Suleimenova, 12, was abused by a neighbour, prosecutors say.\n\n{filler}\n\nAidana is at home."
    whole = Linter(language="en").lint(from_text(text))
    monkeypatch.setattr(nlp, "PIECE", 400)
    pieces = Linter(language="en").lint(from_text(text))
    assert pieces.story is not None
    assert pieces.story.doc.text == text
    assert [(f.rule, f.start, f.end) for f in pieces.findings] == [
        (f.rule, f.start, f.end) for f in whole.findings
    ]
    assert [text[f.start : f.end] for f in pieces.findings if f.category == "minor-name"][-1] == "Aidana"


def test_a_document_of_two_thousand_pages_is_one_line() -> None:
    from benchmarks.documents import odt_of, pdf_of

    paragraph = "The council met on Monday and spoke about roads for two hours. " * 30
    with pytest.raises(InputError, match="too long for a draft"):
        read_bytes(odt_of([paragraph] * 700), "book.odt")
    with pytest.raises(InputError, match="too long for a draft: more than 1,000,000 characters by page"):
        read_bytes(pdf_of([paragraph] * 700), "book.pdf")
