"""Learn the weights by which names of places in English drafts are weighed as those of a child's life
(src/childsafe_lint/story/details/weighed_places.py).

    pip install . && pip install -r models/en/requirements.txt
    PYTHONPATH=. python models/en/train_places.py                 # learn, write weighing_places.json
    PYTHONPATH=. python models/en/train_places.py --try           # only say how well each fold is told by the others

Two steps, as in train.py: how much each sign tells of a child's place, then how that and what else is known go
together. For the second step every place is told by weights learnt without the set it is in. What kind of detail a
place is, is learnt from few signs: its words and the words right beside it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks.quality.gold import Gold, Mark, read_set
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from train import ROOT, folders, learn_case
from train_kin import SEEN, learn_signs

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.story.details import weighed_places
from childsafe_lint.story.details.scene import Scene
from childsafe_lint.story.weighing import Weights

WEIGHTS = ROOT / "src/childsafe_lint/languages/en/weighing_places.json"
#: from which likelihood on a place is one of a child's life; from which on one by the rules stays a sure one
PLACE, KEPT = 0.75, 0.02
#: limits to compare
OTHERS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
KEPT_OTHERS = (0.02, 0.05, 0.1, 0.2)
#: how far the weights of kinds may go (scikit-learn's C)
_SOFT_KINDS = 0.3
#: signs of kinds begin so
_OF_KINDS = ("n:", "L1:", "L2:", "R1:", "head:", "dep:")
_FOLDS = 8


@dataclass
class Place:
    """A place named in a draft. ``found``: by the rules, as anything; ``sure``: as a place; ``kind``: to an editor, ""
    for none; ``names``: how many mentions."""

    set: str
    signs: Mapping[str, int]
    known: Mapping[str, float]
    found: bool
    sure: bool
    kind: str
    names: int


def read(drafts: Sequence[Gold]) -> list[Place]:
    """All such places. Left out are those an editor could take either way."""
    seen: list[tuple[Scene, Any, Any]] = []
    usual = weighed_places.weigh
    weighed_places.weigh = lambda scene, phrases, found: seen.append((scene, phrases, found)) or found  # type: ignore
    try:
        places = []
        texts = [read_bytes(d.text.encode(), f"{d.id}.txt") for d in drafts]
        for draft, report in zip(drafts, Linter(language="en").lint_many(texts), strict=True):
            for scene, phrases, found in seen:
                if scene.text != report.draft.text:
                    continue  # what is attached to a draft
                for case in weighed_places.cases(scene, phrases, found):

                    def over(start: int, end: int, case: weighed_places.Case = case) -> bool:
                        return any(p.start < end and start < p.end for p in case.phrases)

                    marks = [m for m in draft.marks if _of_place(m) and over(m.start, m.end)]
                    if not marks or not all(m.optional for m in marks):
                        by_rules = {d.kind for d in found if over(d.span.start, d.span.end)}
                        kind = marks[0].sub if marks else ""
                        places.append(
                            Place(
                                draft.set,
                                case.signs,
                                case.known,
                                bool(by_rules),
                                not by_rules.isdisjoint(weighed_places.KINDS),
                                kind,
                                len(case.phrases),
                            )
                        )
            seen.clear()
        return places
    finally:
        weighed_places.weigh = usual


def _of_place(mark: Mark) -> bool:
    return mark.label == "id-detail" and mark.sub in weighed_places.KINDS


def learn_told(places: Sequence[Place]) -> dict[str, float]:
    return learn_signs([p.signs for p in places], [bool(p.kind) for p in places])


def learn_kinds(places: Sequence[Place]) -> dict[str, dict[str, float]]:
    """Kind -> sign -> weight, of the places an editor marks."""
    places = [p for p in places if p.kind]
    seen = Counter(sign for p in places for sign in p.signs)
    vectors = DictVectorizer()
    x = vectors.fit_transform(
        {s: 1.0 for s in p.signs if seen[s] >= SEEN and s.startswith(_OF_KINDS)} for p in places
    )
    fit = LogisticRegression(C=_SOFT_KINDS, max_iter=3000).fit(x, [p.kind for p in places])
    return {
        kind: {"": fit.intercept_[i], **dict(zip(vectors.feature_names_, fit.coef_[i], strict=True))}
        for i, kind in enumerate(fit.classes_)
    }


def folds(places: Sequence[Place]) -> list[set[str]]:
    sets = sorted({p.set for p in places})
    Random(3).shuffle(sets)
    return [set(sets[i::_FOLDS]) for i in range(_FOLDS)]


def tells(places: Sequence[Place]) -> dict[int, float]:
    """id(place) -> how much is told of a child's place, each set by weights learnt without it."""
    out: dict[int, float] = {}
    for kept_back in folds(places):
        learnt = Weights(learn_told([p for p in places if p.set not in kept_back]), {}, 0, 0, 0)
        out |= {id(p): learnt.tells(p.signs) for p in places if p.set in kept_back}
    return out


def case(p: Place, told: float) -> dict[str, float]:
    return {**p.known, "tells": told}


def show(places: Sequence[Place], told: Mapping[int, float]) -> None:
    """What the weighing adds to the rules, and what it doubts, at several limits, by names."""
    likely: dict[int, float] = {}
    for kept_back in folds(places):
        rest = [p for p in places if p.set not in kept_back]
        step = learn_case([case(p, told[id(p)]) for p in rest], [bool(p.kind) for p in rest])
        learnt = Weights({}, step, 0, 0, 0)
        likely |= {id(p): learnt.likelihood(case(p, told[id(p)])) for p in places if p.set in kept_back}

    def count(of: Callable[[Place], bool]) -> str:
        those = [p for p in places if of(p)]
        return f"{sum(p.names for p in those if p.kind)} right of {sum(p.names for p in those)}"

    print("by the rules:", count(lambda p: p.sure), "; marked:", sum(p.names for p in places if p.kind))
    for limit in OTHERS:
        print(f"added from {limit}:", count(lambda p, at=limit: not p.found and likely[id(p)] >= at))  # type: ignore
    for limit in KEPT_OTHERS:
        print(f"doubted under {limit}:", count(lambda p, at=limit: p.sure and likely[id(p)] < at))  # type: ignore


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--try", dest="tried", action="store_true")
    args = ask.parse_args()
    places = read([d for folder in folders() for d in read_set(folder)])
    told = tells(places)
    if args.tried:
        show(places, told)
        return
    weights: dict[str, Any] = {"place": PLACE, "kept": KEPT}
    steps = {
        "case": learn_case([case(p, told[id(p)]) for p in places], [bool(p.kind) for p in places]),
        "told": learn_told(places),
    }
    for name, step in steps.items():
        weights[name] = _short(step)
    weights["kinds"] = {kind: _short(step) for kind, step in learn_kinds(places).items()}
    WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(
        f"{len(weights['told'])} signs, {len(places)} places, {sum(bool(p.kind) for p in places)} of a child's life"
    )


def _short(step: Mapping[str, float]) -> dict[str, float]:
    return {k: round(v, 2) for k, v in sorted(step.items()) if k == "" or round(v, 2)}


if __name__ == "__main__":
    main()
