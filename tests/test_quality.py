"""The benchmark itself: what it reads, how it counts, and that the gold drafts are sound."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # benchmarks are not part of the package

from benchmarks.quality import floors, measure, score  # noqa: E402
from benchmarks.quality.causes import excerpt  # noqa: E402
from benchmarks.quality.gold import CORPUS, Gold, read_set, read_suite, strip  # noqa: E402
from benchmarks.quality.score import Found  # noqa: E402

SUBTYPES = {
    "minor-name": {"in headline", "whole name", "single name"},
    "id-detail": {"school", "address", "locality", "relative", "workplace", "dob", "contact", "number", "appearance",
                  "institution", "photo"},
    "stigma": {"sexual-exploitation", "hiv", "disability", "justice", "migration", "poverty", "family",
               "mental-health", "ethnic", "gender", "conflict"},
    "framing": {"victim-blaming", "suicide-method", "sensational", "speculation"},
}  # fmt: skip

DRAFTS = [d for name in measure.SETS for d in read_set(CORPUS / name)]


def test_marks_are_stripped_and_keep_their_place() -> None:
    text, marks = strip("Then ⟦minor-name|Ana⟧, 9, of ⟦?id-detail:locality|Brook End⟧, ran.")
    assert text == "Then Ana, 9, of Brook End, ran."
    assert [(text[m.start : m.end], m.label, m.sub, m.optional) for m in marks] == [
        ("Ana", "minor-name", "single name", False),
        ("Brook End", "id-detail", "locality", True),
    ]


def test_broken_marks_are_told() -> None:
    with pytest.raises(ValueError, match="broken mark-up near '⟦minor-name"):
        strip("Then ⟦minor-name⟧ ran.")


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda d: d.id)
def test_gold_draft_is_sound(draft: Gold) -> None:
    assert draft.meta["id"] == draft.id
    for mark in draft.marks:
        assert mark.sub in SUBTYPES[mark.label]
        assert draft.text[mark.start : mark.end].strip() == draft.text[mark.start : mark.end]
    required = [m for m in draft.marks if not m.optional]
    assert draft.meta["verdict"] == ("violates" if required else "review" if draft.marks else "clean")


@pytest.mark.parametrize("suite", measure.SUITES)
def test_suite_is_sound(suite: str) -> None:
    for row in read_suite(CORPUS / f"{suite}.yaml"):
        assert row.meta["label"] in SUBTYPES
        assert row.meta["kind"] in ("must-flag", "must-not-flag", "invariance")
        if row.meta["kind"] == "must-not-flag":
            assert not [m for m in row.marks if m.label == row.meta["label"] and not m.optional], row.text


def _gold(id: str, marked: str, **meta: object) -> Gold:
    return Gold(id, "some", *strip(marked), meta)


def _found(draft: Gold, words: str, label: str = "minor-name", severity: str = "error") -> Found:
    start = draft.text.index(words)
    return Found(start, start + len(words), label, "single name", "some/rule", severity)


def test_counting() -> None:
    one = _gold(
        "one", "⟦minor-name|Ana⟧ and ⟦minor-name|Bo⟧ met ⟦?minor-name|Cy⟧ and Dee.", verdict="violates"
    )
    two = _gold("two", "Ed met Fay.", verdict="clean")
    found = {
        # half of a name is found; an optional one is right; a note is no finding; another label does not help
        "one": [_found(one, "An"), _found(one, "Cy"), _found(one, "Dee"), _found(one, "Bo", severity="note"),
                _found(one, "Bo", label="stigma")],
        "two": [_found(two, "Fay")],
    }  # fmt: skip
    row = score.rows(score.counts([one, two], found))["minor-name"]
    assert (row.gold, row.found) == (2, 4)
    assert row.recall.value == 1 / 2
    assert row.precision.value == 2 / 4
    assert row.f1.value == pytest.approx(0.5)
    assert score.verdicts([one, two], found) == [("one", True), ("two", False)]
    assert score.noise([one, two], found) == pytest.approx(1000 / 3)


def test_f2_weighs_recall_more() -> None:
    draft = _gold("one", "⟦minor-name|Ana⟧ met Bo, Cy and Dee.")
    found = {"one": [_found(draft, w) for w in ("Ana", "Bo", "Cy", "Dee")]}
    row = score.rows(score.counts([draft], found))["minor-name"]
    assert (row.recall.value, row.precision.value) == (1.0, 0.25)
    assert row.f1.value == pytest.approx(0.4)
    assert row.f2.value == pytest.approx(5 * 0.25 / (4 * 0.25 + 1))


def test_interval_is_the_same_every_time_and_holds_the_value() -> None:
    drafts = [_gold(str(i), "⟦minor-name|Ana⟧ and ⟦minor-name|Bo⟧.") for i in range(20)]
    found = {d.id: [_found(d, "Ana")] if i % 3 else [] for i, d in enumerate(drafts)}
    first, again = (score.rows(score.counts(drafts, found))["minor-name"].recall for _ in range(2))
    assert first == again
    assert first.low is not None
    assert first.high is not None
    assert first.value is not None
    assert first.low < first.value < first.high


def test_snippet_passes_only_with_all_of_it_and_nothing_else() -> None:
    row = _gold("s", "⟦minor-name|Ana⟧ met Bo.", label="minor-name", kind="must-flag", capability="some")
    assert score.passes(row, [_found(row, "Ana")])
    assert score.passes(row, [_found(row, "Ana"), _found(row, "Bo", label="stigma")])
    assert not score.passes(row, [])
    assert not score.passes(row, [_found(row, "Ana"), _found(row, "Bo")])


def test_every_floor_is_about_something_measured() -> None:
    groups = {
        measure.together(kind, code) for kind in (measure.OPEN, measure.ALL) for code in measure.LANGUAGES
    }
    known = {*measure.SETS, *groups, *measure.SUITES}
    for path, floor in floors._flat(floors.yaml.safe_load(floors.FILE.read_text(encoding="utf-8"))):
        assert path[0] in known
        assert 0 <= floor <= 1


def test_broken_floor_is_told() -> None:
    result = measure.Result()
    result.tables[measure.LINTER] = {"en-a": {"minor-name": _row(0.01)}}
    result.verdicts[measure.LINTER] = {"en-a": (score.Rate(1.0), 24)}
    result.passed[measure.LINTER] = {}
    problems = floors.broken(result)
    assert any(re.fullmatch(r"en-a minor-name recall: 0\.010, the floor is 0\.\d\d", p) for p in problems)
    assert not any(p.startswith("en-b") for p in problems)  # was not run


def _row(value: float) -> score.Row:
    rate = score.Rate(value)
    return score.Row(rate, rate, rate, rate, gold=10, found=10)


def test_excerpt_stays_on_its_line() -> None:
    text = "A headline\n\nSome words and Ana, who ran.\nMore."
    start = text.index("Ana")
    assert excerpt(text, start, start + 3) == ("Some words and ", "Ana", ", who ran.")


def test_no_page_quotes_a_locked_draft() -> None:
    locked = {d.id for d in DRAFTS if d.set in measure.LOCKED}
    assert locked
    for page in ("quality.md", "known-misses.md"):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        assert not [id for id in locked if id in text]
