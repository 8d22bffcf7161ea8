"""Train the Kazakh model for names, and score it.

    pip install -r models/kk/requirements.txt
    python models/kk/train.py kaznerd/ --work build/kk                 # train, score, write build/kk/package
    python models/kk/train.py kaznerd/ --work build/kk --seed 21       # once more, to see the noise
    python models/kk/train.py kaznerd/ --score MODEL                   # score a trained one

``kaznerd/`` holds ``IOB2_valid.txt`` and ``IOB2_test.txt`` of KazNERD (see models/kk/README.md). Training sees the
first 90 % of valid and the first 80 % of test; the last 10 % of valid choose the best of the steps; the last 20 %
of test are never seen, and the scores are theirs. Everything random comes from the seed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from childsafe_lint.languages.kk import spacy_kk  # noqa: F401 -- registers the language

HERE = Path(__file__).resolve().parent
FILES = {
    "IOB2_valid.txt": "29d584d1a0d9aca6d58b39eb8a93e154791d303ecff56ef93f12b3c889239bf1",
    "IOB2_test.txt": "359a1f61f6a21280c6c47b4fde9a5adcd07411d62015aa6e32d940c51f163b7a",
}
LABELS = {"PERSON": "PERSON", "GPE": "GPE", "LOCATION": "LOC", "ORGANISATION": "ORG", "FACILITY": "FAC"}
Sentence = list[tuple[str, str]]  # word, IOB2 tag

# --- the data ----------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Sentence]:
    """The sentences of an IOB2 file, labels that we do not learn taken out."""
    sentences: list[Sentence] = []
    for block in re.split(r"\n\s*\n", path.read_text("utf-8").strip()):
        sentence = []
        for line in block.splitlines():
            word, tag = line.split()
            prefix, _, label = tag.partition("-")
            sentence.append((word, f"{prefix}-{LABELS[label]}" if label in LABELS else "O"))
        sentences.append(sentence)
    return sentences


def documents(sentences: list[Sentence], nlp: spacy.Language) -> Iterator[Doc]:
    for sentence in sentences:
        words = [word for word, _ in sentence]
        yield Doc(nlp.vocab, words=words, spaces=spaces(words), ents=[tag for _, tag in sentence])


def spaces(words: list[str]) -> list[bool]:
    """Which words are followed by a space, as in print; the model looks at words only, so little hangs on it."""
    follows = [*words[1:], ""]
    return [after not in ", . ! ? : ; ) »".split() and word not in "( «".split()
            for word, after in zip(words, follows, strict=True)]  # fmt: skip


# --- names to swap in --------------------------------------------------------------------------------------------

CASES = {
    "n": "nominative", "g": "genitive", "d": "dative", "a": "accusative",
    "l": "locative", "b": "ablative", "i": "instrumental",
}  # fmt: skip
_PATRONYMIC = {"n": "", "g": "ның", "d": "на", "a": "н", "l": "нда", "b": "нан", "i": "мен"}
_ENDING = re.compile(
    r"(?P<g>[ндт][ыі]ң)$|(?P<d>[ғгқк][ае])$|(?P<a>[ндт][ыі])$|(?P<b>[днт][ае]н)$|(?P<l>[дт][ае])$|(?P<i>[мбп]ен)$"
)
PLACES = (
    "Ақсу Қарабұлақ Тасбөгет Жаңатас Шалқар Кеген Шелек Үштөбе Қызылсай Ақкөл Бұлақты Сарыағаш Жосалы Арал "
    "Талғар Ұзынағаш Көктал Аманкелді Мақат Доссор Индер Бөрлі Қобда Алға Ембі Торғай Аягөз Шар Зайсан Катонқарағай"
).split()  # fmt: skip


class Names:
    """Invented people, from lists of given names; each asked-for name is a list of words in a grammatical case."""

    def __init__(self, rng: random.Random) -> None:
        from airlock_pii.recognizers import _names
        from mimesis.locales import Locale
        from mimesis.providers import Person
        from qazaq_inflector import QazaqNameInflector

        self.rng = rng
        self.inflect = QazaqNameInflector().inflect
        person = Person(Locale.KK)
        given: set[str] = set()
        for group in person._extract(["names"]).values():
            given.update(name for name in group if " " not in name)
        listed = (Path(_names.__file__).parent.parent / "data" / "given_names_kk.txt").read_text("utf-8")
        for line in listed.splitlines():
            if line and line[0] not in "#[":
                given.update(re.sub(r"\(.*?\)", "", part).strip() for part in line.split(","))
        self.given = sorted(name for name in given if len(name) > 2)

    def one(self) -> str:
        return self.rng.choice(self.given)

    def surname(self) -> str:
        base, feminine = self.one(), self.rng.random() < 0.5
        if base[-1] in "аеыіоөуүяәиэю":
            base = base[:-1] if base[-1] in "аеыіәя" else base + "б"
        ending = self.rng.choice(["ов", "ев"] if base[-1] not in "йь" else ["ев"])
        base = base[:-1] if base[-1] in "йь" else base
        return base + ending + ("а" if feminine else "")

    def words(self, case: str = "n") -> list[str]:
        """One person as news writes them, most often by the bare given name, as children are named."""
        kind = self.rng.random()
        if kind < 0.55:
            words = [self.one()]
        elif kind < 0.70:
            words = [self.one(), self.surname()]
        elif kind < 0.80:
            words = [self.one(), self.one() + self.rng.choice(["ұлы", "қызы"])]
        elif kind < 0.90:
            words = [self.one(), self.one()]
        elif kind < 0.95:
            words = [self.one()[0] + ".", self.rng.choice([self.one, self.surname])()]
        elif kind < 0.98:
            words = [self.one(), self.surname()[0] + "."]
        else:
            words = [self.surname(), self.one()]
        if words[-1].endswith(("ұлы", "қызы")):
            words[-1] += _PATRONYMIC[case]
        elif not words[-1].endswith("."):
            words[-1] = self.inflect(words[-1], CASES[case]) or words[-1]
        return words


def swapped(sentence: Sentence, names: Names) -> Sentence | None:
    """The sentence with other people in it, in the cases of those it had; None where it has none."""
    out: Sentence = []
    people, k = 0, 0
    while k < len(sentence):
        word, tag = sentence[k]
        if tag != "B-PERSON":
            out.append((word, tag))
            k += 1
            continue
        end = k + 1
        while end < len(sentence) and sentence[end][1] == "I-PERSON":
            end += 1
        last = sentence[end - 1][0]
        ending = _ENDING.search(last) if len(last) > 5 else None
        out += tagged(names.words(ending.lastgroup if ending and ending.lastgroup else "n"), "PERSON")
        people, k = people + 1, end
    return out if people else None


def from_template(line: str, names: Names) -> Sentence:
    out: Sentence = []
    for word in line.split():
        if word == "{place}":
            out += tagged([names.rng.choice(PLACES)], "GPE")
        elif word.startswith("{"):
            out += tagged(names.words(word.strip("{}")), "PERSON")
        else:
            out.append((word, "O"))
    return out


def tagged(words: list[str], label: str) -> Sentence:
    return [(word, ("I-" if k else "B-") + label) for k, word in enumerate(words)]


# --- training and scores -----------------------------------------------------------------------------------------


def prepare(data: Path, work: Path, seed: int, nlp: spacy.Language) -> list[Sentence]:
    """Write the training and development sets; give back the sentences that are kept to score with."""
    for name, digest in FILES.items():
        if hashlib.sha256((data / name).read_bytes()).hexdigest() != digest:
            sys.exit(f"train: {data / name} is not the file the model was made from (its sha256 differs)")
    valid, test = read(data / "IOB2_valid.txt"), read(data / "IOB2_test.txt")
    cut, kept = len(valid) * 9 // 10, len(test) * 8 // 10
    train, dev, heldout = valid[:cut] + test[:kept], valid[cut:], test[kept:]
    rng = random.Random(seed)
    names = Names(rng)
    extra = [new for sentence in train for _ in range(2) if (new := swapped(sentence, names))]
    lines = [t for t in (HERE / "templates.txt").read_text("utf-8").splitlines() if t and t[0] != "#"]
    extra += [from_template(line, names) for line in lines for _ in range(20)]
    print(f"train {len(train)} + {len(extra)} made, dev {len(dev)}, held out {len(heldout)}", flush=True)
    everything = train + extra
    rng.shuffle(everything)
    for name, sentences in (("train", everything), ("dev", dev)):
        DocBin(docs=documents(sentences, nlp)).to_disk(work / f"{name}.spacy")
    return heldout


def score(nlp: spacy.Language, heldout: list[Sentence]) -> dict[str, dict[str, float]]:
    """Precision, recall and F (exact spans, in per cent) over the held-out sentences, each label and all."""
    gold = list(documents(heldout, nlp))
    scores = nlp.evaluate(
        [Example(nlp.make_doc(doc.text), doc) for doc in gold]
    )  # from plain text, as in use
    table = {"all": {k: scores[f"ents_{k}"] for k in "prf"}, **scores["ents_per_type"]}
    return {label: {k: round(100 * v, 1) for k, v in row.items()} for label, row in table.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder with IOB2_valid.txt and IOB2_test.txt")
    parser.add_argument("--work", type=Path, help="where to write (a temporary folder if not given)")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--score", type=Path, metavar="MODEL", help="only score this model")
    options = parser.parse_args()
    work = options.work or Path(tempfile.mkdtemp())
    work.mkdir(parents=True, exist_ok=True)
    blank = spacy.blank("kk")
    heldout = prepare(options.data, work, options.seed, blank)
    if options.score:
        nlp = spacy.load(options.score)
    else:
        from spacy.training.initialize import init_nlp
        from spacy.training.loop import train

        overrides = {"paths.train": str(work / "train.spacy"), "paths.dev": str(work / "dev.spacy"),
                     "system.seed": options.seed}  # fmt: skip
        if options.epochs:
            overrides["training.max_epochs"] = options.epochs
        config = spacy.util.load_config(HERE / "config.cfg", overrides=overrides)
        train(init_nlp(config), work)
        nlp = spacy.load(work / "model-best")
        package(nlp, work / "package")
    scores = score(nlp, heldout)
    (work / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", "utf-8")
    for label, row in scores.items():
        print(f"{label:8}", *(f"{k.upper()} {row[k]:5.1f}" for k in "prf"))


def package(nlp: spacy.Language, folder: Path) -> None:
    """The trained pipeline without what is only of use for training, nor the words of the training text."""
    nlp.meta.update(
        name="childsafe_names",
        version="1.0.0",
        description="Names in Kazakh news, for childsafe-lint",
        license="CC BY 4.0 (training data: KazNERD, ISSAI / IS2AI)",
        spacy_version=">=3.8.0,<3.9.0",
    )
    nlp.config["paths"] = dict.fromkeys(("train", "dev", "vectors", "init_tok2vec"))
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)
    (folder / "vocab" / "strings.json").write_text(json.dumps(sorted(LABELS.values())) + "\n", "utf-8")


if __name__ == "__main__":
    main()
