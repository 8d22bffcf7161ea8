"""Learn the weights by which an English draft's people are weighed (src/childsafe_lint/story/weighing.py).

    pip install -r models/en/requirements.txt
    python models/en/train.py                                  # learn, write weighing.json, print how well it does
    python models/en/train.py --first-contact DRAFTS …         # add to first-contact.jsonl (see below)
    python models/en/train.py --further DRAFTS … [--first …]   # add to further.jsonl.gz: signs instead of drafts

Two steps. The first learns, from all gold drafts, how much each sign tells of a child. The second learns how to put
that together with what the rules know. What the rules know of drafts that they were developed against flatters them, so
the second step learns only from drafts that they met for the first time: first-contact.jsonl holds what they knew of
each then. Each draft's people are told by weights learnt without the set that the draft is in.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf, sqrt
from pathlib import Path
from typing import Any

from benchmarks.quality.gold import CORPUS, Gold, read_set
from benchmarks.quality.measure import LOCKED, SETS, language
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.story.clusters import Cluster
from childsafe_lint.story.discourse import Discourse
from childsafe_lint.story.discourse.weighed import Case, in_all
from childsafe_lint.story.weighing import USUAL, Weights

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WEIGHTS = ROOT / "src/childsafe_lint/languages/en/weighing.json"
RECORD = HERE / "first-contact.jsonl"
FURTHER = HERE / "further.jsonl.gz"
#: from which likelihood on somebody is a child, or may be one
CHILD, PERHAPS = 0.45, 0.25
#: in a draft in which the rules find no child
ALONE = 0.8
#: from which likelihood on somebody who is a child by the rules stays one: a missed child is the worst mistake
KEPT = 0.25
#: other choices of CHILD and KEPT, to compare
OTHERS = ((0.3, 0.2), (0.4, 0.2), (0.5, 0.2), (0.55, 0.25), (0.6, 0.25), (0.6, 0.3), (0.7, 0.3))
#: signs seen with fewer people say too little
_SEEN = 4
#: how far the weights may go (scikit-learn's C)
_SOFT = 0.2
_FOLDS = 7


@dataclass
class Person:
    """One named person of a gold draft: the signs, and whether it is a child. ``record``: what the rules knew of the
    person when they met the draft for the first time."""

    set: str
    draft: str
    spans: Sequence[tuple[int, int]]
    signs: tuple[str, ...]
    child: bool
    case: Case | None = None
    record: dict[str, Any] = field(default_factory=dict)


def _is_child(draft: Gold, spans: Sequence[tuple[int, int]]) -> bool | None:
    """None where an editor could go either way."""
    marks = [m for m in draft.marks if m.label == "minor-name"]
    hit = [m for m in marks if any(m.start < end and start < m.end for start, end in spans)]
    return None if hit and all(m.optional for m in hit) else bool(hit)


def read(drafts: Sequence[Gold]) -> list[Person]:
    """Everybody named in the drafts, as the rules leave them before anything is weighed."""
    seen: list[tuple[list[Case], list[tuple[Cluster, Mapping[str, int]]]]] = []

    def collect(discourse: Discourse) -> None:
        seen.append((discourse.cases(), list(discourse.everybody())))

    weighed, Discourse._weighed = Discourse._weighed, collect  # type: ignore[method-assign]
    try:
        people = []
        texts = [read_bytes(draft.text.encode(), f"{draft.id}.txt") for draft in drafts]
        for draft, _ in zip(drafts, Linter(language="en").lint_many(texts), strict=True):
            if not seen:
                continue  # a piece without a word
            cases, everybody = seen.pop()
            by_cluster = {id(case.cluster): case for case in cases}
            for c, signs in everybody:
                spans = [(n.start, n.end) for n in c.names]
                if (child := _is_child(draft, spans)) is not None:
                    case = by_cluster.get(id(c))
                    people.append(Person(draft.set, draft.id, spans, tuple(signs), child, case))
        return people
    finally:
        Discourse._weighed = weighed  # type: ignore[method-assign]


def cuts(draft: Gold) -> Iterator[Gold]:
    """A draft as it stands, and pieces of it, since what is pasted may be short: how it begins, and passages of a
    few sentences. A child's name is none that must be found in a passage that hardly tells who it is."""
    yield draft
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’)]*\s+|\n+", draft.text)] + [len(draft.text)]
    for words in (70, 160):
        end = next((e for e in ends if len(draft.text[:e].split()) >= words), None)
        if end is not None and end < 0.8 * len(draft.text):
            yield _cut(draft, 0, end)
    for n in range(2, len(ends) - 2, 6):
        yield _cut(draft, ends[n - 1], ends[n + n % 2])


def _untold(p: Person) -> bool:
    """A child of a passage that the rules see nothing of there: perhaps nobody could."""
    told = bool(p.case and p.case.child) or bool(p.record and p.record["child"])
    return p.child and "@" in p.draft and "@0-" not in p.draft and not told


def _cut(draft: Gold, start: int, end: int) -> Gold:
    marks = [
        replace(m, start=m.start - start, end=m.end - start)
        for m in draft.marks
        if start <= m.start and m.end <= end
    ]
    return replace(draft, id=f"{draft.id}@{start}-{end}", text=draft.text[start:end], marks=tuple(marks))


def learn_told(people: Sequence[Person]) -> dict[str, float]:
    """The first step: sign -> weight; "" is what is added to all."""
    people = [p for p in people if "@" not in p.draft]
    seen = Counter(sign for p in people for sign in p.signs)
    vectors = DictVectorizer()
    scale = [sqrt(USUAL / max(len(p.signs), 1)) for p in people]
    x = vectors.fit_transform(
        {sign: one for sign in p.signs if seen[sign] >= _SEEN} for p, one in zip(people, scale, strict=True)
    )
    fit = LogisticRegression(C=_SOFT, max_iter=3000).fit(x, [p.child for p in people])
    return {"": fit.intercept_[0], **dict(zip(vectors.feature_names_, fit.coef_[0], strict=True))}


def learn_case(cases: Sequence[dict[str, float]], child: Sequence[bool]) -> dict[str, float]:
    """The second step: what is known of a person -> weight."""
    vectors = DictVectorizer()
    fit = LogisticRegression(C=1, max_iter=3000).fit(vectors.fit_transform(cases), child)
    return {"": fit.intercept_[0], **dict(zip(vectors.feature_names_, fit.coef_[0], strict=True))}


def tells(people: Sequence[Person]) -> dict[int, float]:
    """id(person) -> how much is told of a child, each set by weights learnt without it."""
    sets = sorted({p.set for p in people})
    out: dict[int, float] = {}
    for fold in range(_FOLDS):
        kept_back = set(sets[fold::_FOLDS])
        learnt = Weights(learn_told([p for p in people if p.set not in kept_back]), {}, 0, 0, 0)
        for p in people:
            if p.set in kept_back:
                out[id(p)] = learnt.tells(dict.fromkeys(p.signs, 0))
    return out


def put_together(
    people: Sequence[Person], told: Mapping[int, float]
) -> tuple[list[Person], list[dict[str, float]]]:
    """Those to be weighed among ``people`` who have a record of their first contact, and what is known of each."""
    most: dict[str, float] = defaultdict(lambda: -inf)
    for p in people:
        if p.record and not p.record["child"]:
            most[p.set + p.draft] = max(most[p.set + p.draft], told[id(p)])
    chosen = [p for p in people if p.record]
    return chosen, [
        in_all(
            p.record["known"],
            told[id(p)],
            0.0 if p.record["child"] else told[id(p)] - most[p.set + p.draft],
        )
        for p in chosen
    ]


def rate(people: Sequence[Person], found: Sequence[bool]) -> str:
    """Recall and precision, by names."""
    size = [len(p.spans) for p in people]
    of_children = sum(n for n, p in zip(size, people, strict=True) if p.child)
    hit = sum(n for n, p, f in zip(size, people, found, strict=True) if f and p.child)
    said = sum(n for n, f in zip(size, found, strict=True) if f)
    return f"{hit / max(of_children, 1):.3f}/{hit / max(said, 1):.3f}"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--first-contact", nargs="+", type=Path, metavar="DRAFTS", default=[])
    ask.add_argument("--further", nargs="+", type=Path, metavar="DRAFTS", default=[])
    ask.add_argument(
        "--first", nargs="+", default=[], help="names of those sets that the rules meet for the first time"
    )
    ask.add_argument("--out", type=Path, default=WEIGHTS, help="the file of weights (default: %(default)s)")
    args = ask.parse_args()
    if args.first_contact:
        record(args.first_contact)
    elif args.further:
        write_further(args.further, args.first)
    else:
        learn(args.out)


def learn(out: Path) -> None:
    """Learn both steps, write the weights, print how well they do."""
    people = everybody()
    told = tells(people)
    chosen, cases = put_together(people, told)

    # every set told by weights of both steps that were learnt without it
    likely = {}
    for kept_back in sorted({p.set for p in chosen}):
        rest = [(c, p.child) for p, c in zip(chosen, cases, strict=True) if p.set != kept_back]
        learnt = Weights({"": 0}, learn_case([c for c, _ in rest], [y for _, y in rest]), 0, 0, 0)
        for p, c in zip(chosen, cases, strict=True):
            if p.set == kept_back:
                likely[id(p)] = learnt.likelihood(c)

    def found(p: Person, child: float, kept: float) -> bool:
        return id(p) in likely and likely[id(p)] >= (kept if p.record["child"] else child)

    print("recall/precision on names of children at first contact: the rules alone, all weighed")
    sets = {p.set for p in chosen}
    for part in [*sorted(sets), "all", "pieces"]:
        here = [p for p in people if p.set in sets and part in (p.set, "all", "pieces")]
        here = [p for p in here if ("@" in p.draft) == (part == "pieces") and (p.record or not _untold(p))]
        alone = rate(here, [bool(p.record) and p.record["child"] for p in here])
        shown = [f"{part:10} rules {alone}", f"weighed {rate(here, [found(p, CHILD, KEPT) for p in here])}"]
        if part == "all":
            shown += [f"{c}, {k}: {rate(here, [found(p, c, k) for p in here])}" for c, k in OTHERS]
        print("   ".join(shown))

    weights: dict[str, Any] = {"child": CHILD, "alone": ALONE, "kept": KEPT, "perhaps": PERHAPS}
    steps = {"case": learn_case(cases, [p.child for p in chosen]), "told": learn_told(people)}
    for name, step in steps.items():
        weights[name] = {k: round(v, 2) for k, v in sorted(step.items()) if round(v, 2)}
    out.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", "utf-8")
    whole = [p for p in people if "@" not in p.draft]
    drafts = len({(p.set, p.draft) for p in whole})
    print(f"{len(weights['told'])} signs, {len(whole)} people of {drafts} drafts")


def everybody() -> list[Person]:
    """Everybody to learn from, with their records."""
    records = {
        (r["set"], r["draft"], r["at"]): r for r in map(json.loads, RECORD.read_text("utf-8").splitlines())
    }
    met = {key[:2] for key in records}
    drafts = [d for folder in folders() for d in read_set(folder)]
    people = read([c for d in drafts for c in cuts(d) if c.id == d.id or (c.set, c.id) in met])
    for p in people:
        p.record = records.get((p.set, p.draft, p.spans[0][0]), {})
    with gzip.open(FURTHER, "rt", encoding="utf-8") as lines:
        for line in lines:
            people.append(Person(**json.loads(line)))
    return people


def write_further(sets: Sequence[Path], first: Sequence[str]) -> None:
    """Signs of everybody in drafts that are not in the project, so that the weights can be learnt without them. What
    was written of other sets stays."""
    given = {folder.name for folder in sets}
    with gzip.open(FURTHER, "rb") as lines:
        others = [line for line in lines if json.loads(line)["set"] not in given]
    with gzip.GzipFile(FURTHER, "wb", mtime=0) as out:
        out.writelines(others)
        for folder in sets:
            met = folder.name in first
            for p in read([c for d in read_set(folder) for c in (cuts(d) if met else [d])]):
                known = _known(p) if met and p.case and not _untold(p) else {}
                row = {"set": p.set, "draft": p.draft, "spans": p.spans, "signs": p.signs, "child": p.child}
                out.write((json.dumps({**row, "record": known}, ensure_ascii=False) + "\n").encode())


def _known(p: Person) -> dict[str, Any]:
    assert p.case is not None
    return {"child": p.case.child, "known": {k: round(v, 3) for k, v in p.case.known.items()}}


def folders() -> list[Path]:
    """Where the drafts are: the open English sets, and those that are only learnt from."""
    tested = [CORPUS / name for name in SETS if language(name) == "en" and name not in LOCKED]
    return [*tested, *sorted(p for p in (HERE / "drafts").iterdir() if p.is_dir())]


def record(sets: Sequence[Path]) -> None:
    """Add to the record what the rules know of drafts that they were not written for."""
    with RECORD.open("a", encoding="utf-8") as out:
        for folder in sets:
            for p in read([cut for draft in read_set(folder) for cut in cuts(draft)]):
                if p.case is not None and not _untold(p):
                    row = {"set": p.set, "draft": p.draft, "at": p.spans[0][0], **_known(p)}
                    out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
