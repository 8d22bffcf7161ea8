"""Learn the weights by which sentences are weighed (src/childsafe_lint/checks/_tone.py), for each language.

    pip install . && pip install -r models/tone/requirements.txt
    PYTHONPATH=. python models/tone/train.py en                      # learn, write tone.json
    PYTHONPATH=. python models/tone/train.py en --try SET …          # learn without the sets, say how well it does
    PYTHONPATH=. python models/tone/train.py en --further DRAFTS …   # write further-en.jsonl.gz: signs, not drafts

Learnt from the open gold drafts (tests/corpus, models/en/drafts, models/people/drafts), from the passages in
models/tone/passages and from the signs of drafts that are not in the project.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.quality.gold import CORPUS, Gold, read_set, strip
from benchmarks.quality.measure import LOCKED, SETS, language
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from childsafe_lint import Linter
from childsafe_lint.checks import _tone, tone
from childsafe_lint.checks.usage import usages
from childsafe_lint.drafts import read_bytes

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PASSAGES = HERE / "passages"
#: a sentence is reported from this likelihood on; below the other a rule's finding in it becomes a note
FOUND, DOUBTFUL = {"en": 0.6, "ru": 0.6, "kk": 0.8}, 0.01
#: others, to compare
OTHERS = (
    (1.1, 0.0),
    (1.1, 0.01),
    (0.4, 0.01),
    (0.5, 0.0),
    (0.5, 0.01),
    (0.6, 0.01),
    (0.6, 0.02),
    (0.7, 0.01),
)
#: signs seen in fewer sentences say too little
_SEEN = 2
#: how far the weights may go (scikit-learn's C)
_SOFT = 0.5
#: how much what words mean counts beside the words
_MEANT = 4.0
#: as many words that mean little: they are in most sentences
_SMALL = 60
#: weights smaller than this are left out
_LEAST = 0.05
#: a word is left out that weighs less by its meaning in the sentence, and less in the draft
_LEAST_MEANT = (0.1, 0.25)
#: words of which the vectors know less
_RARE = 10000
#: methods of suicide are left to the rules that know them
_KINDS = ("victim-blaming", "sensational", "speculation")


@dataclass(frozen=True)
class Row:
    """One sentence. ``kind``: the framing an editor would change, or none; ``rules``: what they found in it."""

    set: str
    draft: str
    sentence: _tone.Sentence
    kind: str
    rules: bool
    near: bool


def passages(code: str) -> Iterator[Gold]:
    """The passages of a language as drafts."""
    for file in sorted(PASSAGES.glob(f"{code}-*.txt")):
        for number, part in enumerate(file.read_text("utf-8").split("\n===\n")):
            if part.strip():
                text, marks = strip(part.strip())
                yield Gold(f"{file.stem}-{number}", file.stem, text, marks)


def drafts(code: str) -> list[Gold]:
    """All drafts that are learnt from."""
    folders = [CORPUS / name for name in SETS if language(name) == code and name not in LOCKED]
    if code == "en":
        folders += sorted(p for p in (ROOT / "models/en/drafts").iterdir() if p.is_dir())
    folders += sorted((ROOT / "models/people/drafts").glob(f"{code}-*"))
    return [*(d for f in folders for d in read_set(f)), *passages(code)]


def _further(code: str) -> Path:
    return HERE / f"further-{code}.jsonl.gz"


def write_further(code: str, sets: Sequence[Path]) -> None:
    """The signs of sentences in drafts that are not in the project, so that the weights can be learnt without them."""
    with gzip.GzipFile(_further(code), "wb", mtime=0) as out:
        for r in read(code, [d for folder in sets for d in read_set(folder)]):
            row = [r.set, r.draft, sorted(r.sentence.signs), r.kind, r.rules, r.near]
            out.write((json.dumps(row, ensure_ascii=False) + "\n").encode())


def read_further(code: str) -> Iterator[Row]:
    if _further(code).exists():
        with gzip.open(_further(code), "rt", encoding="utf-8") as lines:
            for name, draft, signs, kind, rules, near in map(json.loads, lines):
                yield Row(name, draft, _tone.Sentence(0, 0, dict.fromkeys(signs, 0)), kind, rules, near)


def read(code: str, gold: Sequence[Gold]) -> list[Row]:
    """The sentences of the drafts. Left out is what an editor could take either way."""
    rows = []
    texts = [read_bytes(d.text.encode(), f"{d.id}.txt") for d in gold]
    rated, tone.weighed = tone.weighed, lambda usage: ()  # the rules alone
    try:
        for draft, report in zip(gold, Linter(language=code).lint_many(texts), strict=True):
            assert report.story is not None
            found = [f for f in report.findings if f.category == "harmful-framing" and f.severity != "note"]
            for usage in usages(report.story):
                if usage.language != code:
                    continue
                for s in _tone.sentences(usage):
                    span = usage.words.span(s.first, s.end)
                    marks = [
                        m for m in draft.marks
                        if m.label == "framing" and m.start < span.end and span.start < m.end
                    ]  # fmt: skip
                    if marks and (all(m.optional for m in marks) or marks[0].sub not in _KINDS):
                        continue
                    rules = any(f.start < span.end and span.start < f.end for f in found)
                    near = usage.child(s.first, s.end, "nearby") is not None
                    rows.append(Row(draft.set, draft.id, s, marks[0].sub if marks else "", rules, near))
    finally:
        tone.weighed = rated
    return rows


class Meanings:
    """What words of a language mean, as vectors of length 1: by the vectors that its pipeline has; of Kazakh none."""

    def __init__(self, code: str) -> None:
        self._get: Callable[[str], Any] = lambda word: None
        #: words that a draft may hold though those learnt from do not
        self.common: Sequence[str] = ()
        if code == "en":
            from childsafe_lint.story import nlp

            pipeline = nlp.load(nlp.SHIPPED["en"])
            vocab, rows = pipeline.vocab, pipeline.vocab.vectors.key2row
            self._get = lambda word: vocab[word].vector if vocab[word].has_vector else None
            self.common = [w for w in nlp.dictionary(pipeline) if rows.get(vocab.strings[w], _RARE) < _RARE]
        elif code == "ru":
            from importlib.util import find_spec

            from navec import Navec

            from childsafe_lint.story.slovnet_doc import VECTORS

            spec = find_spec("natasha")
            assert spec is not None
            assert spec.origin is not None
            known = Navec.load(Path(spec.origin).parent / "data/emb" / VECTORS)
            self._get = lambda word: known.get(word, None)
            self.common = known.vocab.words[: 2 * _RARE]

    def __call__(self, word: str) -> np.ndarray[Any, Any] | None:
        v = self._get(word) if word.isalpha() and word.islower() else None
        return None if v is None else v / (np.linalg.norm(v) + 1e-9)


class Learner:
    """The sentences as numbers."""

    def __init__(self, rows: Sequence[Row], vector: Meanings) -> None:
        self.rows = rows
        words = Counter(w for r in rows for w in r.sentence.words)
        self.small = {w for w, _ in words.most_common(_SMALL)}
        self.vectors = {w: v for w in words if w not in self.small and (v := vector(w)) is not None}
        seen = Counter(s for r in rows for s in r.sentence.signs)
        self._names = DictVectorizer()
        signs = self._names.fit_transform(
            {s: sqrt(_tone.USUAL / len(r.sentence.signs)) for s in r.sentence.signs if seen[s] >= _SEEN}
            for r in rows
        )
        if self.vectors:
            here = np.array([self._meaning(r) for r in rows])
            of: dict[tuple[str, str], list[int]] = defaultdict(list)
            for i, r in enumerate(rows):
                of[r.set, r.draft].append(i)
            around = np.zeros_like(here)
            for numbers in of.values():
                around[numbers] = here[numbers].mean(0)
            signs = hstack([signs, csr_matrix(here * _MEANT), csr_matrix(around * _MEANT)])
        self.x = csr_matrix(signs)
        self.y = np.array([bool(r.kind) for r in rows])

    def _meaning(self, row: Row) -> np.ndarray[Any, Any]:
        known = [self.vectors[w] for w in row.sentence.words if w in self.vectors]
        size = len(next(iter(self.vectors.values())))
        return np.sum(known, axis=0) / sqrt(len(row.sentence.words) + _tone.FEW) if known else np.zeros(size)

    def fit(self, among: np.ndarray[Any, Any]) -> LogisticRegression:
        return LogisticRegression(C=_SOFT, max_iter=400).fit(self.x[among], self.y[among])

    def weights(self, fit: LogisticRegression, more: dict[str, Any]) -> dict[str, Any]:
        """What is shipped. ``more``: vectors of words that were not in the drafts."""
        names = self._names.feature_names_
        told = {"": round(float(fit.intercept_[0]), 3)}
        for name, weight in zip(names, fit.coef_[0], strict=False):
            if abs(weight) >= _LEAST:
                told[name] = round(float(weight), 2)
        words = {}
        if self.vectors:
            size = len(next(iter(self.vectors.values())))
            here, around = fit.coef_[0][len(names) : len(names) + size], fit.coef_[0][len(names) + size :]
            for word, v in sorted({**more, **self.vectors}.items()):
                pair = (float(v @ here) * _MEANT, float(v @ around) * _MEANT)
                if any(abs(w) >= least for w, least in zip(pair, _LEAST_MEANT, strict=True)):
                    words[word] = [round(w, 1) for w in pair]
        return {"told": told, "words": words, "kinds": self.kinds()}

    def kinds(self) -> dict[str, dict[str, float]]:
        """Which words tell one kind of framing from another."""
        rows = [r for r in self.rows if r.kind]
        seen = Counter(w for r in rows for w in r.sentence.words)
        names = DictVectorizer()
        x = names.fit_transform({w: 1.0 for w in r.sentence.words if seen[w] > 2} for r in rows)
        fit = LogisticRegression(C=0.3, max_iter=400).fit(x, [r.kind for r in rows])
        out = {}
        for kind, start, weights in zip(fit.classes_, fit.intercept_, fit.coef_, strict=True):
            pairs = zip(names.feature_names_, weights, strict=True)
            out[str(kind)] = {
                "": round(float(start), 2), **{w: round(float(v), 2) for w, v in pairs if abs(v) >= 0.05}
            }  # fmt: skip
        return out


def show(rows: Sequence[Row], likely: np.ndarray[Any, Any]) -> None:
    """Recall and precision, by sentences: the rules alone, and with the weighing at several limits."""
    y = np.array([bool(r.kind) for r in rows])
    rules, near = np.array([r.rules for r in rows]), np.array([r.near for r in rows])
    for name in [*sorted({r.set for r in rows}), "all"]:
        here = np.array([name in (r.set, "all") for r in rows])
        line = [f"{name:9} {int((y & here).sum())} to find;"]
        for found, doubtful in OTHERS:
            said = ((rules & (likely >= doubtful)) | (near & (likely >= found))) & here
            right = (said & y).sum()
            line.append(
                f"{found}/{doubtful}: {right / max((y & here).sum(), 1):.3f}/{right / max(said.sum(), 1):.3f}"
            )
        print("  ".join(line))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("language")
    ask.add_argument("--try", dest="held", nargs="+", default=[], metavar="SET", help="sets to learn without")
    ask.add_argument("--further", nargs="+", type=Path, default=[], metavar="DRAFTS")
    ask.add_argument("--out", type=Path, help="the file of weights (default: that of the language)")
    args = ask.parse_args()
    if args.further:
        write_further(args.language, args.further)
        return
    rows = [*read(args.language, drafts(args.language)), *read_further(args.language)]
    vector = Meanings(args.language)
    learner = Learner(rows, vector)
    if args.held:
        held = np.array([r.set in args.held for r in rows])
        fit = learner.fit(~held)
        show([r for r, h in zip(rows, held, strict=True) if h], fit.predict_proba(learner.x[held])[:, 1])
        return
    fit = learner.fit(np.ones(len(rows), bool))
    known = {w: v for w in vector.common if w not in learner.small and (v := vector(w)) is not None}
    out = args.out or ROOT / f"src/childsafe_lint/languages/{args.language}/tone.json"
    data = {"found": FOUND[args.language], "doubtful": DOUBTFUL, **learner.weights(fit, known)}
    out.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(
        f"{len(rows)} sentences, {int(learner.y.sum())} marked; {len(data['told'])} signs, {len(data['words'])} words"
    )


if __name__ == "__main__":
    main()
