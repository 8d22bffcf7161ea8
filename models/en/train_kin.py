"""Learn the weights by which grown-ups in English drafts are weighed as family of a child
(src/childsafe_lint/story/details/weighed_kin.py).

    pip install . && pip install -r models/en/requirements.txt
    PYTHONPATH=. python models/en/train_kin.py                    # learn, write weighing_kin.json
    PYTHONPATH=. python models/en/train_kin.py --try SET …        # only say how well each of these sets is told

Two steps, as in train.py: how much each sign tells of family, then how that and what else is known go together. For the
second step everybody is told by weights learnt without the set they are in.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from benchmarks.quality.gold import Gold, read_set
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from train import ROOT, folders, learn_case

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.story.details import weighed_kin
from childsafe_lint.story.details.kin import Kin
from childsafe_lint.story.details.scene import Scene
from childsafe_lint.story.weighing import USUAL, Weights

WEIGHTS = ROOT / "src/childsafe_lint/languages/en/weighing_kin.json"
#: from which likelihood on somebody is family
KIN = 0.5
#: others, to compare
OTHERS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
#: signs seen with fewer people or places say too little
SEEN = 4
#: how far the weights may go (scikit-learn's C)
_SOFT = 0.2
_FOLDS = 7


@dataclass
class Grown:
    """A grown-up named in a draft about a child at risk. ``found``: by the rules; ``kin``: to an editor; ``names``: how
    many mentions."""

    set: str
    draft: str
    signs: Mapping[str, int]
    known: Mapping[str, float]
    found: bool
    kin: bool
    names: int


def read(drafts: Sequence[Gold]) -> list[Grown]:
    """All such people. Left out are those an editor could take either way."""
    seen: list[tuple[Scene, Kin]] = []
    usual, weighed_kin.find = weighed_kin.find, lambda scene, kin: seen.append((scene, kin)) or ()  # type: ignore
    try:
        people = []
        texts = [read_bytes(d.text.encode(), f"{d.id}.txt") for d in drafts]
        for draft, report in zip(drafts, Linter(language="en").lint_many(texts), strict=True):
            for scene, kin in seen:
                if scene.text != report.draft.text:
                    continue  # what is attached to a draft
                grown = [p for p in kin.grown if p.pseudonym is None and p.id not in kin.refused]
                for case in weighed_kin.cases(scene, kin, grown):
                    spans = case.person.mentions
                    marks = [
                        m for m in draft.marks
                        if m.label == "id-detail" and m.sub == "relative"
                        and any(m.start < s.end and s.start < m.end for s in spans)
                    ]  # fmt: skip
                    if not marks or not all(m.optional for m in marks):
                        found = case.person.id in kin.found
                        people.append(
                            Grown(draft.set, draft.id, case.signs, case.known, found, bool(marks), len(spans))
                        )
            seen.clear()
        return people
    finally:
        weighed_kin.find = usual


def learn_signs(of: Sequence[Mapping[str, int]], answers: Sequence[bool]) -> dict[str, float]:
    """The first step: sign -> weight, from the signs of each and the answer to it; "" is what is added to all."""
    seen = Counter(sign for signs in of for sign in signs)
    vectors = DictVectorizer()
    x = vectors.fit_transform(
        {sign: sqrt(USUAL / max(len(signs), 1)) for sign in signs if seen[sign] >= SEEN} for signs in of
    )
    fit = LogisticRegression(C=_SOFT, max_iter=3000).fit(x, answers)
    return {"": fit.intercept_[0], **dict(zip(vectors.feature_names_, fit.coef_[0], strict=True))}


def learn_told(people: Sequence[Grown]) -> dict[str, float]:
    return learn_signs([p.signs for p in people], [p.kin for p in people])


def tells(people: Sequence[Grown]) -> dict[int, float]:
    """id(person) -> how much is told of family, each set by weights learnt without it."""
    sets = sorted({p.set for p in people})
    out: dict[int, float] = {}
    for fold in range(_FOLDS):
        kept_back = set(sets[fold::_FOLDS])
        learnt = Weights(learn_told([p for p in people if p.set not in kept_back]), {}, 0, 0, 0)
        out |= {id(p): learnt.tells(p.signs) for p in people if p.set in kept_back}
    return out


def case(p: Grown, told: float) -> dict[str, float]:
    return {**p.known, "tells": told}


def show(people: Sequence[Grown], told: Mapping[int, float], tried: Sequence[str]) -> None:
    """Recall and precision by names: the rules alone, and with the weighing at several limits."""
    likely: dict[int, float] = {}
    for name in tried:
        rest = [p for p in people if p.set != name]
        step = learn_case([case(p, told[id(p)]) for p in rest], [p.kin for p in rest])
        learnt = Weights({}, step, 0, 0, 0)
        likely |= {id(p): learnt.likelihood(case(p, told[id(p)])) for p in people if p.set == name}
    for name in [*tried, "all"]:
        here = [p for p in people if id(p) in likely and name in (p.set, "all")]
        of_kin = sum(p.names for p in here if p.kin)
        line = [f"{name:10} {of_kin} names;"]
        for limit in (2.0, *OTHERS):
            said = [p for p in here if p.found or likely[id(p)] >= limit]
            right = sum(p.names for p in said if p.kin)
            named = max(sum(p.names for p in said), 1)
            by = "rules" if limit > 1 else limit
            line.append(f"{by}: {right / max(of_kin, 1):.3f}/{right / named:.3f}")
        print("  ".join(line))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--try", dest="tried", nargs="+", default=[], metavar="SET")
    args = ask.parse_args()
    people = read([d for folder in folders() for d in read_set(folder)])
    told = tells(people)
    if args.tried:
        show(people, told, args.tried)
        return
    weights: dict[str, Any] = {"kin": KIN}
    steps = {
        "case": learn_case([case(p, told[id(p)]) for p in people], [p.kin for p in people]),
        "told": learn_told(people),
    }
    for name, step in steps.items():
        weights[name] = {k: round(v, 2) for k, v in sorted(step.items()) if round(v, 2)}
    WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{len(weights['told'])} signs, {len(people)} people, {sum(p.kin for p in people)} of them family")


if __name__ == "__main__":
    main()
