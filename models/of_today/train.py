"""Learn the weights by which a draft is weighed as one that tells of no child of today (story/of_today.py).

    pip install ".[ru]" && pip install -r models/of_today/requirements.txt
    PYTHONPATH=. python models/of_today/train.py en                 # learn, write of_today.json, say how well it does
    PYTHONPATH=. python models/of_today/train.py en --check DRAFTS  # which gold drafts of a folder it takes for such

Learnt from the texts in models/of_today/texts and, as drafts of today, from the open gold drafts that name a child or
have a detail marked. How well it does is told by weights learnt without the drafts at hand, in seven turns.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.quality.gold import CORPUS, Gold, read_set
from benchmarks.quality.measure import LOCKED, SETS, language
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from childsafe_lint import Linter
from childsafe_lint.drafts import from_text, read_bytes
from childsafe_lint.drafts.model import Draft
from childsafe_lint.story import at_risk, of_today
from childsafe_lint.story.people import published_in

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
#: from this likelihood on a draft tells of no child of today, unless it is likelier than this about a child at risk
FOUND, RISK = {"en": 0.8, "ru": 0.7, "kk": 0.7}, {"en": 0.73, "ru": 0.73, "kk": 0.8}
#: others, to compare
OTHERS = (0.5, 0.6, 0.7, 0.8, 0.9)
#: signs seen in fewer drafts say too little
_SEEN = 4
#: how far the weights may go (scikit-learn's C)
_SOFT = 2.0
#: how much a text of today counts that was written to look like those of then
_ALIKE = 2.0
#: weights smaller than this are left out
_LEAST = 0.02
_FOLDS = 7


@dataclass(frozen=True)
class Row:
    """One draft. ``kind``: then, fiction, animals or now; ``gold`` is "now" as well. ``risk``: the logarithm of the
    odds that it is about a child at risk."""

    set: str
    draft: str
    kind: str
    signs: Mapping[str, int]
    risk: float

    @property
    def then(self) -> bool:
        return self.kind not in ("now", "gold")


def texts(code: str) -> list[tuple[str, str, str, Draft]]:
    """Set, id, kind and draft of each text written for this."""
    out = []
    for file in sorted((HERE / "texts").glob(f"{code}-*.txt")):
        for n, part in enumerate(file.read_text(encoding="utf-8").split(">>> ")[1:]):
            kind, text = part.split("\n", 1)
            name = f"{file.stem}-{n}"
            out.append(
                (
                    f"{file.stem}/{n % _FOLDS}",
                    name,
                    kind.strip(),
                    from_text(text.strip() + "\n", f"{name}.txt"),
                )
            )
    return out


def gold(code: str) -> list[Gold]:
    folders = [CORPUS / name for name in SETS if language(name) == code and name not in LOCKED]
    if code == "en":
        folders += sorted(p for p in (ROOT / "models/en/drafts").iterdir() if p.is_dir())
    folders += sorted((ROOT / "models/people/drafts").glob(f"{code}-*"))
    drafts = [d for f in folders for d in read_set(f)]
    return [
        d for d in drafts if any(m.label in ("minor-name", "id-detail") and not m.optional for m in d.marks)
    ]


def of_gold(drafts: Sequence[Gold]) -> list[tuple[str, str, str, Draft]]:
    return [(d.set, d.id, "gold", read_bytes(d.text.encode(), f"{d.id}.txt")) for d in drafts]


def rows(code: str, given: Sequence[tuple[str, str, str, Draft]]) -> list[Row]:
    of_today.settle = lambda *_: None  # the people as they are before
    out = []
    reports = Linter(language=code).lint_many([d for *_, d in given])
    for (where, name, kind, draft), report in zip(given, reports, strict=True):
        story = report.story
        if story is not None:
            words = at_risk.signs(story.doc, story.sentences, story.people)
            found = of_today.signs(story.doc, words, published_in(draft))
            risk = at_risk.tells(story.doc, story.sentences, story.people, code)
            out.append(Row(where, name, kind, found, risk))
    return out


def learn(known: Sequence[Row]) -> dict[str, float]:
    """Sign -> weight; "" is what is added to all."""
    seen = Counter(sign for r in known for sign in r.signs)
    vectors = DictVectorizer()
    x = vectors.fit_transform(
        {s: v for s, v in at_risk.measured(r.signs).items() if seen[s] >= _SEEN} for r in known
    )
    fit = LogisticRegression(C=_SOFT, max_iter=2000, class_weight="balanced").fit(
        x, [r.then for r in known], sample_weight=[_ALIKE if r.kind == "now" else 1.0 for r in known]
    )
    return {"": float(fit.intercept_[0]), **dict(zip(vectors.feature_names_, fit.coef_[0], strict=True))}


def likely(told: Mapping[str, float], row: Row) -> float:
    total = told[""] + sum(v * told.get(s, 0.0) for s, v in at_risk.measured(row.signs).items())
    return float(1 / (1 + np.exp(-total)))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("language")
    ask.add_argument("--check", nargs="+", type=Path, default=[], metavar="DRAFTS")
    args = ask.parse_args()
    code = args.language
    known = rows(code, [*texts(code), *of_gold(gold(code))])
    sets = sorted({r.set for r in known})
    by: dict[tuple[str, str], float] = {}
    for fold in range(_FOLDS):
        kept_back = set(sets[fold::_FOLDS])
        told = learn([r for r in known if r.set not in kept_back])
        by |= {(r.set, r.draft): likely(told, r) for r in known if r.set in kept_back}
    most = np.log(RISK[code] / (1 - RISK[code]))
    for limit in OTHERS:
        taken = Counter(r.kind for r in known if by[r.set, r.draft] >= limit and r.risk < most)
        each = Counter(r.kind for r in known)
        print(f"from {limit}:", ", ".join(f"{kind} {taken[kind]} of {each[kind]}" for kind in each))
    told = {s: round(float(w), 2) for s, w in sorted(learn(known).items()) if not s or abs(w) >= _LEAST}
    for folder in args.check:
        for r in rows(code, of_gold(read_set(folder))):
            print(r.draft, f"{likely(told, r):.2f}")
    data = {"found": FOUND[code], "doubtful": RISK[code], "told": told}
    out = ROOT / f"src/childsafe_lint/languages/{code}/of_today.json"
    out.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(known)} drafts; {len(told)} signs")


if __name__ == "__main__":
    main()
