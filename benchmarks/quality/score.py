"""Findings against marks: recall, precision, F1, F2 and how far to trust them.

Findings of severity error and warning count. Recall is the share of required marks that a finding of the same
label overlaps; precision the share of findings that overlap a mark (required or optional) of their label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .gold import Gold, Mark

#: category of a finding -> label of a mark
LABEL = {
    "minor-name": "minor-name", "identifying-detail": "id-detail",
    "stigmatising-term": "stigma", "harmful-framing": "framing",
}  # fmt: skip
CATEGORY = {label: category for category, label in LABEL.items()}
LOUD = frozenset({"error", "warning"})

_ROUNDS = 2000
_SEED = 20240607


@dataclass(frozen=True)
class Found:
    """A finding, whoever made it. ``label`` is that of the marks; ``sub`` its own idea of the subtype."""

    start: int
    end: int
    label: str
    sub: str
    rule: str
    severity: str = "warning"


def overlap(a: Found | Mark, b: Found | Mark) -> bool:
    return a.start < b.end and b.start < a.end


@dataclass(frozen=True)
class Rate:
    """A share with its 95 % confidence interval (bootstrap over drafts); None where nothing was counted."""

    value: float | None
    low: float | None = None
    high: float | None = None

    def __str__(self) -> str:
        return "–" if self.value is None else f"{self.value:.3f}"

    @property
    def interval(self) -> str:
        return "" if self.low is None or self.high is None else f"{self.low:.2f}–{self.high:.2f}"


@dataclass(frozen=True)
class Row:
    """One line of the table; ``gold`` required marks, ``found`` findings."""

    recall: Rate
    precision: Rate
    f1: Rate
    f2: Rate
    gold: int
    found: int


#: per key and draft: required marks, of these found, findings, of these right
Counts = dict[str, "np.ndarray"]


def counts(drafts: Sequence[Gold], found: Mapping[str, Sequence[Found]]) -> Counts:
    """Counts by key (``id-detail``, ``id-detail:school``): an array of one row a draft, four columns."""
    table: dict[str, np.ndarray] = defaultdict(lambda: np.zeros((len(drafts), 4), dtype=np.int64))
    for i, draft in enumerate(drafts):
        loud = [f for f in found[draft.id] if f.severity in LOUD]
        for mark in draft.marks:
            if not mark.optional:
                hit = any(f.label == mark.label and overlap(f, mark) for f in loud)
                for key in (mark.label, f"{mark.label}:{mark.sub}"):
                    table[key][i] += (1, hit, 0, 0)
        for f in loud:
            right = any(f.label == m.label and overlap(f, m) for m in draft.marks)
            for key in (f.label, f"{f.label}:{f.sub}"):
                table[key][i] += (0, 0, 1, right)
    return dict(table)


def rows(table: Counts) -> dict[str, Row]:
    """Counts -> rates with confidence intervals."""
    return {key: _row(table[key]) for key in sorted(table)}


def _row(cells: np.ndarray) -> Row:
    total = cells.sum(axis=0)
    resampled = _weights(len(cells)) @ cells
    with np.errstate(divide="ignore", invalid="ignore"):
        once, many = _measures(total[None, :]), _measures(resampled)
    recall, precision, f1, f2 = (_rate(once[0, k], many[:, k]) for k in range(4))
    return Row(recall, precision, f1, f2, gold=int(total[0]), found=int(total[2]))


def _measures(sums: np.ndarray) -> np.ndarray:
    """Columns gold, hit, found, right -> recall, precision, F1, F2 (NaN where not defined)."""
    recall, precision = sums[:, 1] / sums[:, 0], sums[:, 3] / sums[:, 2]
    both = recall + precision
    f1 = np.where(both == 0, 0.0, 2 * precision * recall / both)
    f2 = np.where(both == 0, 0.0, 5 * precision * recall / (4 * precision + recall))
    return np.stack([recall, precision, f1, f2], axis=1)


def _rate(value: float, resampled: np.ndarray) -> Rate:
    kept = resampled[~np.isnan(resampled)]
    if np.isnan(value) or not len(kept):
        return Rate(None)
    low, high = np.percentile(kept, [2.5, 97.5])
    return Rate(float(value), float(low), float(high))


def _weights(drafts: int) -> np.ndarray:
    """How often each draft is drawn, in every round; the same for every key and run."""
    return np.random.default_rng(_SEED).multinomial(drafts, [1 / drafts] * drafts, size=_ROUNDS)


def share(hits: Iterable[bool]) -> tuple[Rate, int]:
    """Share of trues with its interval, and how many there were."""
    cells = np.array([(1, hit, 1, hit) for hit in hits], dtype=np.int64).reshape(-1, 4)
    return (_row(cells).recall if len(cells) else Rate(None)), len(cells)


def verdicts(drafts: Sequence[Gold], found: Mapping[str, Sequence[Found]]) -> list[tuple[str, bool]]:
    """(draft, verdict right) for drafts that violate or are clean; those for review are left out."""
    out = []
    for draft in drafts:
        verdict = draft.meta.get("verdict")
        if verdict in ("violates", "clean"):
            flagged = any(f.severity in LOUD for f in found[draft.id])
            out.append((draft.id, flagged == (verdict == "violates")))
    return out


def noise(drafts: Sequence[Gold], found: Mapping[str, Sequence[Found]]) -> float | None:
    """Findings per 1000 words in drafts where there is nothing to find."""
    clean = [d for d in drafts if d.meta.get("verdict") == "clean"]
    words = sum(d.words for d in clean)
    flags = sum(f.severity in LOUD for d in clean for f in found[d.id])
    return 1000 * flags / words if words else None


def passes(snippet: Gold, found: Sequence[Found]) -> bool:
    """Whether a snippet of a suite comes out right: every required mark found, nothing else of its label."""
    label = snippet.meta["label"]
    loud = [f for f in found if f.label == label and f.severity in LOUD]
    marks = [m for m in snippet.marks if m.label == label]
    return all(any(overlap(f, m) for f in loud) for m in marks if not m.optional) and all(
        any(overlap(f, m) for m in marks) for f in loud
    )
