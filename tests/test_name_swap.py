"""Recall does not depend on where a child's name is from: the same drafts told with names of other cultures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # benchmarks are not part of the package

from benchmarks.quality import floors, measure, swap  # noqa: E402
from benchmarks.quality.gold import CORPUS, Gold, read_set  # noqa: E402

#: English only; these are told as they stand: surnames come first in them, names are played with or are a shop's too
AS_THEY_STAND = frozenset(
    "en-d-02 en-d-05 en-d-12 en-d-14 en-d-22 en-d-27 en-d-29 en-d-34 en-d-36 en-l-16".split()
)
#: whose people stand in cast.yaml
SETS = ("en-a", "en-b", "en-c", "en-d", "en-press")
DRAFTS = {d.id: d for s in SETS for d in read_set(CORPUS / s) if d.id not in AS_THEY_STAND}
#: of these the ones whose people bear a first name and a surname
IN_PART = ("en-e", "en-f", "en-g", "en-h", "en-k")
DRAFTS |= {d.id: d for s in IN_PART for d in read_set(CORPUS / s) if swap.can_swap(d)}
SWAPPED = [d for d in DRAFTS.values() if swap.can_swap(d)]

#: few drafts with many names each, for speed; docs/quality.md has all of them
SAMPLE = ("en-b-12", "en-p-03", "en-p-16", "en-p-18")


def test_every_draft_that_names_a_child_can_be_told_again() -> None:
    named = {
        d.id for d in DRAFTS.values() if any(m.label == "minor-name" and not m.optional for m in d.marks)
    }
    assert named == {d.id for d in SWAPPED}


def test_there_are_enough_cultures() -> None:
    assert len(swap.cultures()) >= 16
    for culture in swap.cultures().values():
        assert len(culture["female"]) >= 8
        assert len(culture["male"]) >= 8
        assert len(culture["family"]) >= 6


@pytest.mark.parametrize("culture", swap.cultures())
def test_only_names_change(culture: str) -> None:
    for draft in SWAPPED:
        other = swap.swap(draft, culture)
        assert [(m.label, m.optional) for m in draft.marks if m.label != "minor-name"] == [
            (m.label, m.optional) for m in other.marks if m.label != "minor-name"
        ]
        for before, after in zip(draft.marks, other.marks, strict=True):
            words, told = draft.text[before.start : before.end], other.text[after.start : after.end]
            assert told.strip() == told
            if before.label == "minor-name":
                assert after.optional == (before.optional or words == told)
            elif before.sub != "relative":
                assert told == words
        # what stands between two marks is the text as it was, but for namesakes
        kept = len({*draft.text.split()} & {*other.text.split()}) / len({*draft.text.split()})
        assert kept > 0.85


def test_a_family_keeps_sharing_its_name() -> None:
    draft = Gold("en-a-02", "en-a", "Jayden Amponsah ran. AMPONSAH, said Kofi Amponsah, 41.", ())
    told = swap.swap(draft, "kazakh").text
    family = told.split()[1]
    assert (
        told == f"Nursultan {family} ran. AMPONSAH, said {told.split(' said ')[1].split()[0]} {family}, 41."
    )


def test_cultures_write_names_their_own_way() -> None:
    draft = Gold("en-b-12", "en-b", "Daniela Rusu", ())
    told = {c: swap.swap(draft, c).text for c in swap.cultures()}
    assert told["tamil"] == "M. Kavitha"
    assert told["vietnamese"] == "Phạm Linh"
    assert told["indonesian"] == "Wulandari"
    assert told["spanish"] == "Valentina Herrera Salinas"
    assert told["icelandic"] == "Guðrún Jónsdóttir"


@pytest.mark.skipif(not floors.comparable(), reason="measured with another pipeline")
def test_recall_is_alike_for_all_cultures() -> None:
    found, lost = measure.by_culture([DRAFTS[id] for id in SAMPLE])
    rates = {c: 100 * hit / of for c, (hit, _, of) in found.items()}
    best = max(rates.values())
    behind = {c: round(best - r, 1) for c, r in rates.items() if best - r > POINTS.get(c, MOST)}
    assert not behind, (behind, [(c, d.text[m.start - 40 : m.end]) for c, d, m in lost if c in behind])


#: how far a culture may be behind the best, in points of recall, on the sample: what holds now. The aim is 2.
MOST = 9.0
POINTS = {"burmese": 15.0}  # of two or three words without a family name; Mon and Thu are read as days
