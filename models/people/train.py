"""Learn the weights by which the people of Russian and Kazakh drafts are weighed
(src/childsafe_lint/story/by_words/weighed.py).

    pip install ".[ru]" && pip install -r models/people/requirements.txt
    PYTHONPATH=. python models/people/train.py ru                 # learn, write weighing.json, say how well
    PYTHONPATH=. python models/people/train.py ru --first-contact FOLDER …  # add to first-contact-ru.jsonl

Two steps. The first learns, from all open gold drafts and those in drafts/, how much each sign tells of a child, and
how much of a child's family. The second learns how to put that together with what the rules know. What the rules know
of drafts that they were developed against flatters them, so the second step learns only from drafts with a record of
what they knew when they met them for the first time: first-contact-<language>.jsonl. Everybody there is told by weights
learnt without the set that the draft is in.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import module_from_spec, spec_from_file_location
from math import log, sqrt
from pathlib import Path
from typing import Any, Literal

from benchmarks.quality.gold import CORPUS, Gold, read_set
from benchmarks.quality.measure import LOCKED, SETS, language
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.story.by_words import reader, weighed
from childsafe_lint.story.by_words.weighed import Case, Learnt
from childsafe_lint.story.model import Person
from childsafe_lint.story.weighing import USUAL, Weights

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
#: models/at_risk/train.py, which is called as this file is
_spec = spec_from_file_location("at_risk_train", ROOT / "models/at_risk/train.py")
assert _spec is not None
assert _spec.loader is not None
at_risk = sys.modules["at_risk_train"] = module_from_spec(_spec)
_spec.loader.exec_module(at_risk)
#: from which likelihood on somebody is a child; in a draft in which the rules find none
CHILD, ALONE = {"ru": 0.45, "kk": 0.45}, {"ru": 0.8, "kk": 0.8}
#: from which likelihood on a child by the rules stays one: a missed child is the worst mistake
KEPT = {"ru": 0.2, "kk": 0.2}
#: from which likelihood on somebody is family
KIN = {"ru": 0.5, "kk": 0.45}
#: others, to compare
OTHERS = (0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
#: signs seen with fewer people say too little
_SEEN = 4
#: how far the weights may go (scikit-learn's C)
_SOFT = 0.2
#: weights smaller than this are left out
_LEAST = 0.01
_FOLDS = 8
_NOTHING = Weights({"": 0}, {"": 0}, 1, 0, 0)

Place = tuple[int, int]


@dataclass
class Named:
    """Somebody named in a draft. ``is_``: what an editor marked; ``family``: by the rules; ``first``: what the rules
    said when they met the draft, and whether they took the person for family."""

    set: str
    draft: str
    spans: Sequence[Place]
    is_: Literal["child", "kin", "other"]
    case: Case
    family: bool
    at_risk: bool
    first: tuple[str, bool] | None = None


def read(code: str, drafts: Sequence[Gold]) -> list[Named]:
    """Everybody, as the rules leave them before anything is weighed. Left out are those whom an editor could take
    either way, and changed names."""
    seen: list[list[Case]] = []
    nothing = Learnt(_NOTHING, _NOTHING)

    def collect(*of: Any) -> list[Case]:
        seen.append(weighed.cases(*of[:4], nothing))
        return []

    usual, reader.weigh_people = reader.weigh_people, collect
    try:
        people = []
        texts = [read_bytes(d.text.encode(), f"{d.id}.txt") for d in drafts]
        for draft, report in zip(drafts, Linter(language=code).lint_many(texts), strict=True):
            found = [d.span for d in report.story.details if d.kind == "relative"] if report.story else []
            for case in seen[-1] if seen else ():
                spans = [(m.start, m.end) for m in case.person.mentions]
                told = _is(draft, spans)
                if told is not None and case.person.pseudonym is None:
                    family = _touch(spans, [(f.start, f.end) for f in found])
                    at_risk = any(m.label == "id-detail" and not m.optional for m in draft.marks)
                    people.append(Named(draft.set, draft.id, spans, told, case, family, at_risk))
            seen.clear()
        return people
    finally:
        reader.weigh_people = usual


def _touch(some: Sequence[Place], others: Sequence[Place]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def _is(draft: Gold, spans: Sequence[Place]) -> Literal["child", "kin", "other"] | None:
    marks = [m for m in draft.marks if _touch(spans, [(m.start, m.end)])]
    children = [m for m in marks if m.label == "minor-name"]
    kin = [m for m in marks if m.label == "id-detail" and m.sub == "relative"]
    if any(not m.optional for m in children):
        return "child"
    if any(not m.optional for m in kin):
        return "kin"
    return None if children or kin else "other"


def record(code: str) -> Path:
    return HERE / f"first-contact-{code}.jsonl"


def add_records(code: str, sets: Sequence[Path]) -> None:
    """Write down what the rules know of drafts that they were not written for."""
    with record(code).open("a", encoding="utf-8") as out:
        for folder in sets:
            people = read(code, read_set(folder))
            for draft in sorted({p.draft for p in people}):
                here = [[p.spans, p.case.person.kind, p.family] for p in people if p.draft == draft]
                row = {"set": folder.name, "draft": draft, "people": here}
                out.write(json.dumps(row, separators=(",", ":")) + "\n")


def everybody(code: str) -> list[Named]:
    """Everybody in the open sets and in ``drafts``, with their records."""
    folders = [CORPUS / name for name in SETS if language(name) == code and name not in LOCKED]
    folders += sorted((HERE / "drafts").glob(f"{code}-*"))
    people = read(code, [d for f in folders for d in read_set(f)])
    risk = at_risk_without_its_set(code)
    for p in people:
        p.case.risk = risk.get((p.set, p.draft), 0.0)
    rows = map(json.loads, record(code).read_text("utf-8").splitlines())
    records = {(r["set"], r["draft"]): r["people"] for r in rows}
    for p in people:
        known = records.get((p.set, p.draft))
        if known is not None:
            met = ((kind, kin) for spans, kind, kin in known if _touch(p.spans, [tuple(s) for s in spans]))
            p.first = next(met, ("unknown", False))
            children = sum(kind == "child" for _, kind, _ in known) - (p.first[0] == "child")
            p.case.known["other-children"] = min(children, 4) / 4
    return people


def at_risk_without_its_set(code: str) -> dict[tuple[str, str], float]:
    """How much each draft tells of a child at risk (logarithm of the odds), by weights learnt without its set. None of
    drafts that an editor could take either way."""
    rows = at_risk.read(code, at_risk.drafts(code))
    sets = sorted({r.set for r in rows})
    out = {}
    for fold in range(_FOLDS):
        kept_back = set(sets[fold::_FOLDS])
        told = at_risk.learn([r for r in rows if r.set not in kept_back])
        for r in rows:
            if r.set in kept_back:
                likely = at_risk.likely(told, r)
                out[r.set, r.draft] = log(likely / (1 - likely))
    return out


def learn_told(people: Sequence[Named], what: str) -> dict[str, float]:
    """The first step: sign -> weight; "" is what is added to all."""
    seen = Counter(sign for p in people for sign in p.case.signs)
    vectors = DictVectorizer()
    x = vectors.fit_transform(
        {sign: sqrt(USUAL / max(len(p.case.signs), 1)) for sign in p.case.signs if seen[sign] >= _SEEN}
        for p in people
    )
    fit = LogisticRegression(C=_SOFT, max_iter=3000).fit(x, [p.is_ == what for p in people])
    return {"": float(fit.intercept_[0]), **dict(zip(vectors.feature_names_, fit.coef_[0], strict=True))}


def tell(people: Sequence[Named]) -> None:
    """How much is told of a child and of family, each set by weights learnt without it."""
    sets = sorted({p.set for p in people})
    for fold in range(_FOLDS):
        kept_back = set(sets[fold::_FOLDS])
        rest = [p for p in people if p.set not in kept_back]
        child = Weights(learn_told(rest, "child"), {}, 0, 0, 0)
        kin = Weights(learn_told([p for p in rest if p.at_risk], "kin"), {}, 0, 0, 0)
        for p in people:
            if p.set in kept_back:
                p.case.child, p.case.kin = child.tells(p.case.signs), kin.tells(p.case.signs)


def case(p: Named, what: str) -> dict[str, float]:
    """What is weighed in the end, as it was when the rules met the draft."""
    assert p.first is not None
    then = replace(p.case, person=Person("p", p.first[0]))  # type: ignore[arg-type]
    return then.of_child() if what == "child" else then.of_kin(p.first[1])


def learn_case(people: Sequence[Named], what: str) -> dict[str, float]:
    """The second step: what is known of a person -> weight."""
    vectors = DictVectorizer()
    x = vectors.fit_transform([case(p, what) for p in people])
    fit = LogisticRegression(C=1, max_iter=3000).fit(x, [p.is_ == what for p in people])
    return {"": float(fit.intercept_[0]), **dict(zip(vectors.feature_names_, fit.coef_[0], strict=True))}


def likely(people: Sequence[Named], what: str) -> dict[int, float]:
    """id(person) -> how likely, each set by weights learnt without it."""
    out: dict[int, float] = {}
    for name in {p.set for p in people}:
        step = Weights({}, learn_case([p for p in people if p.set != name], what), 0, 0, 0)
        out |= {id(p): step.likelihood(case(p, what)) for p in people if p.set == name}
    return out


def rate(people: Sequence[Named], what: str, found: Callable[[Named], bool]) -> str:
    """Recall and precision, by names."""
    of_them = sum(len(p.spans) for p in people if p.is_ == what)
    hit = sum(len(p.spans) for p in people if p.is_ == what and found(p))
    said = sum(len(p.spans) for p in people if found(p))
    return f"{hit / max(of_them, 1):.3f}/{hit / max(said, 1):.3f}"


def show(code: str, people: Sequence[Named], what: str, by: Mapping[int, float], limit: float) -> None:
    def rules(p: Named) -> bool:
        assert p.first is not None
        return p.first[0] == "child" if what == "child" else p.first[1]

    def found(p: Named, limit: float) -> bool:
        return by[id(p)] >= KEPT[code] if what == "child" and rules(p) else rules(p) or by[id(p)] >= limit

    for name in [*sorted({p.set for p in people}), "all"]:
        here = [p for p in people if name in (p.set, "all")]
        line = f"{name:8} {what:5} rules {rate(here, what, rules)}"
        line += f"  weighed {rate(here, what, lambda p: found(p, limit))}"
        if name == "all":
            for other in OTHERS:
                line += f"  from {other}: {rate(here, what, lambda p, o=other: found(p, o))}"  # type: ignore[misc]
        print(line)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("language", choices=sorted(CHILD))
    ask.add_argument("--first-contact", nargs="+", type=Path, default=[], metavar="FOLDER")
    args = ask.parse_args()
    code = args.language
    if args.first_contact:
        add_records(code, args.first_contact)
        return
    people = everybody(code)
    tell(people)
    met = {"child": [p for p in people if p.first], "kin": [p for p in people if p.first and p.at_risk]}
    for what, limit in (("child", CHILD[code]), ("kin", KIN[code])):
        show(code, met[what], what, likely(met[what], what), limit)
    steps = {
        "told": learn_told(people, "child"),
        "case": learn_case(met["child"], "child"),
        "told_kin": learn_told([p for p in people if p.at_risk], "kin"),
        "case_kin": learn_case(met["kin"], "kin"),
    }
    data: dict[str, Any] = {"child": CHILD[code], "alone": ALONE[code], "kept": KEPT[code], "kin": KIN[code]}
    for name, step in steps.items():
        data[name] = {k: round(v, 2) for k, v in sorted(step.items()) if not k or abs(v) >= _LEAST}
    out = ROOT / f"src/childsafe_lint/languages/{code}/weighing.json"
    out.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(data['told'])} + {len(data['told_kin'])} signs, {len(people)} people")


if __name__ == "__main__":
    main()
