"""The word lists of Russian and Kazakh: enough of them, honest, and each finds its own words."""

from __future__ import annotations

import pytest

from childsafe_lint.checks._grammar import word_classes
from childsafe_lint.checks._lexicon import lexicon
from childsafe_lint.checks._words import split
from childsafe_lint.checks.pattern import Patterns
from childsafe_lint.guidelines import shipped_rulebook

pytest.importorskip("pymorphy3")

ENTRIES = [
    (r.language, e) for r in shipped_rulebook().rules
    if r.check == "term" and r.language in ("ru", "kk") for e in r.params["terms"]
]  # fmt: skip


@pytest.mark.parametrize(("language", "least"), [("ru", 120), ("kk", 70)])
def test_there_are_enough_entries_and_each_is_honest(language: str, least: int) -> None:
    entries = [e for code, e in ENTRIES if code == language]
    assert len(entries) >= least
    for entry in entries:
        assert all(entry.get(key) for key in ("why", "prefer", "source")), entry["term"]
        assert entry["basis"] in ("seen", "secondary", "memory", "editorial"), entry["term"]


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=[f"{c}-{e['term']}" for c, e in ENTRIES])
def test_an_entry_finds_its_own_words(language: str, entry: dict[str, object]) -> None:
    lex = lexicon(language)
    assert lex is not None
    plural = lex.noun_forms if language == "kk" else None
    patterns = Patterns(lex.inflect, word_classes(lex), quotes=True, every=lex.every)
    for wording in (str(entry["term"]), *map(str, entry.get("variants", ()))):  # type: ignore[call-overload]
        patterns.add(wording, 0, plural=plural)
    words = split(str(entry["term"]))
    assert any(m.first == 0 and m.end == len(words) for m in patterns.find(words)), entry["term"]
