"""Learn the weights by which a draft is weighed as one about a child at risk (src/childsafe_lint/story/at_risk.py).

    pip install ".[ru]" && pip install -r models/at_risk/requirements.txt
    PYTHONPATH=. python models/at_risk/train.py en                     # learn, write at_risk.json, say how well it does
    PYTHONPATH=. python models/at_risk/train.py en --try SET …         # only say how well these are told without them
    PYTHONPATH=. python models/at_risk/train.py en --further DRAFTS …  # write further-en.jsonl.gz: signs, not drafts

Learnt from the open gold drafts (tests/corpus, models/en/drafts, models/people/drafts) and from the signs of drafts
that are not in the project. A draft is about a child at risk where an editor marked a detail in it. Left out are drafts
that an editor could take either way.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.quality.gold import CORPUS, Gold, read_set
from benchmarks.quality.measure import LOCKED, SETS, language
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.story import at_risk

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
#: a draft is about a child at risk from this likelihood on; below the other it is not
FOUND, DOUBTFUL = {"en": 0.7, "ru": 0.7, "kk": 0.8}, {"en": 0.2, "ru": 0.3, "kk": 0.2}
#: others, to compare
OTHERS = (0.5, 0.6, 0.7, 0.8), (0.1, 0.2, 0.3)
#: signs seen in fewer drafts say too little
_SEEN = 4
#: how far the weights may go (scikit-learn's C)
_SOFT = 0.5
#: weights smaller than this are left out
_LEAST = 0.02
_FOLDS = 7


@dataclass(frozen=True)
class Row:
    """One draft. ``rules``: whether they take it for one about a child at risk; ``marks``: how many details an editor
    marked."""

    set: str
    draft: str
    signs: Mapping[str, int]
    rules: bool
    marks: int

    @property
    def at_risk(self) -> bool:
        return self.marks > 0


def drafts(code: str) -> list[Gold]:
    folders = [CORPUS / name for name in SETS if language(name) == code and name not in LOCKED]
    if code == "en":
        folders += sorted(p for p in (ROOT / "models/en/drafts").iterdir() if p.is_dir())
    folders += sorted((ROOT / "models/people/drafts").glob(f"{code}-*"))
    return [d for f in folders for d in read_set(f)]


def read(code: str, gold: Sequence[Gold]) -> list[Row]:
    usual, at_risk.weigh = at_risk.weigh, lambda story, sure: ()  # the rules alone
    try:
        rows = []
        texts = [read_bytes(d.text.encode(), f"{d.id}.txt") for d in gold]
        for draft, report in zip(gold, Linter(language=code).lint_many(texts), strict=True):
            story = report.story
            if story is None or not story.children:
                continue
            details = [m for m in draft.marks if m.label == "id-detail"]
            marks = sum(not m.optional for m in details)
            names = any(m.label == "minor-name" and not m.optional for m in draft.marks)
            harm = set(draft.meta.get("situations") or ["none"]) - {"none", "positive"}
            if not marks and (details or (names and harm)):
                continue
            found = at_risk.signs(story.doc, story.sentences, story.people)
            rows.append(Row(draft.set, draft.id, found, story.sensitive, marks))
        return rows
    finally:
        at_risk.weigh = usual


def _further(code: str) -> Path:
    return HERE / f"further-{code}.jsonl.gz"


def write_further(code: str, sets: Sequence[Path]) -> None:
    """The signs of drafts that are not in the project, so that the weights can be learnt without them."""
    with gzip.GzipFile(_further(code), "wb", mtime=0) as out:
        for r in read(code, [d for folder in sets for d in read_set(folder)]):
            row = [r.set, r.draft, dict(sorted(r.signs.items())), r.rules, r.marks]
            out.write((json.dumps(row, ensure_ascii=False) + "\n").encode())


def read_further(code: str) -> Iterator[Row]:
    if _further(code).exists():
        with gzip.open(_further(code), "rt", encoding="utf-8") as lines:
            yield from (Row(*json.loads(line)) for line in lines)


def learn(rows: Sequence[Row]) -> dict[str, float]:
    """Sign -> weight; "" is what is added to all."""
    seen = Counter(sign for r in rows for sign in r.signs)
    vectors = DictVectorizer()
    x = vectors.fit_transform(
        {s: v for s, v in at_risk.measured(r.signs).items() if seen[s] >= _SEEN} for r in rows
    )
    fit = LogisticRegression(C=_SOFT, max_iter=2000).fit(x, [r.at_risk for r in rows])
    return {"": float(fit.intercept_[0]), **dict(zip(vectors.feature_names_, fit.coef_[0], strict=True))}


def likely(told: Mapping[str, float], row: Row) -> float:
    total = told[""] + sum(v * told.get(s, 0.0) for s, v in at_risk.measured(row.signs).items())
    return float(1 / (1 + np.exp(-total)))


def show(rows: Sequence[Row], by: Mapping[str, float], tried: Sequence[str]) -> None:
    """How many drafts about a child at risk, and how many others, the rules take wrongly; what the weighing mends
    (+) and spoils (-)."""
    for name in [*tried, "all"]:
        here = [r for r in rows if r.set in tried and name in (r.set, "all")]
        missed = [r for r in here if r.at_risk and not r.rules]
        wrong = [r for r in here if r.rules and not r.at_risk]
        line = [
            f"{name:10} missed {len(missed)} of {sum(r.at_risk for r in here)}"
            f" ({sum(r.marks for r in missed)} of {sum(r.marks for r in here)} details),"
            f" wrongly taken {len(wrong)} of {sum(not r.at_risk for r in here)};"
        ]
        for limit in OTHERS[0]:
            good = sum(by[r.set + r.draft] >= limit for r in missed)
            bad = sum(by[r.set + r.draft] >= limit for r in here if not r.rules and not r.at_risk)
            line.append(f"from {limit}: +{good} -{bad}")
        for limit in OTHERS[1]:
            good = sum(by[r.set + r.draft] < limit for r in wrong)
            bad = sum(by[r.set + r.draft] < limit for r in here if r.rules and r.at_risk)
            line.append(f"below {limit}: +{good} -{bad}")
        print("  ".join(line))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("language")
    ask.add_argument("--try", dest="tried", nargs="+", default=[], metavar="SET")
    ask.add_argument("--further", nargs="+", type=Path, default=[], metavar="DRAFTS")
    args = ask.parse_args()
    code = args.language
    if args.further:
        write_further(code, args.further)
        return
    rows = [*read(code, drafts(code)), *read_further(code)]
    if args.tried:
        told = learn([r for r in rows if r.set not in args.tried])
        show(rows, {r.set + r.draft: likely(told, r) for r in rows}, args.tried)
        return
    sets = sorted({r.set for r in rows})
    by: dict[str, float] = {}
    for fold in range(_FOLDS):
        kept_back = set(sets[fold::_FOLDS])
        told = learn([r for r in rows if r.set not in kept_back])
        by |= {r.set + r.draft: likely(told, r) for r in rows if r.set in kept_back}
    show(rows, by, sets)
    told = {s: round(w, 2) for s, w in sorted(learn(rows).items()) if not s or abs(w) >= _LEAST}
    data: dict[str, Any] = {"found": FOUND[code], "doubtful": DOUBTFUL[code], "told": told}
    out = ROOT / f"src/childsafe_lint/languages/{code}/at_risk.json"
    out.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(rows)} drafts, {sum(r.at_risk for r in rows)} about a child at risk; {len(told)} signs")


if __name__ == "__main__":
    main()
