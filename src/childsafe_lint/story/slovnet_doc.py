"""Russian text as a spaCy ``Doc``: names and morphology by slovnet, tokens and sentences by razdel, lemmas by
pymorphy3.

The models lie in the wheel of natasha; only its files are used, its code (and the pymorphy2 it wants) is never
imported. slovnet knows Russian letters only, so the letters of neighbouring alphabets are shown to it as the
Russian ones nearest to them, one for one: offsets hold.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from .plain_doc import blank_language

_ENTITIES = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG"}
_MODELS = {"ner": "slovnet_ner_news_v1.tar", "morph": "slovnet_morph_news_v1.tar"}
VECTORS = "navec_news_v1_1B_250K_300d_100q.tar"
#: what pymorphy3 says of a word that may be part of a name, as a feature of its own (``NameType`` in UD)
_NAMES = {"Name": "Giv", "Surn": "Sur", "Patr": "Pat"}
#: UD part of speech -> pymorphy3's
_POS = {
    "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJF ADJS COMP", "VERB": "VERB INFN PRTF PRTS GRND", "AUX": "VERB INFN",
    "DET": "ADJF NPRO", "PRON": "NPRO ADJF", "ADV": "ADVB", "NUM": "NUMR ADJF", "ADP": "PREP", "CCONJ": "CONJ",
    "SCONJ": "CONJ", "PART": "PRCL",
}  # fmt: skip

_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}


class SlovnetPipeline:
    """Callable: text -> ``Doc`` with entities, parts of speech, morphology, lemmas and sentence starts.

    Args:
        fold: letters to show to the models as others, each one for one letter.
        language: the code the documents carry.

    Raises:
        ImportError: a package of the extra is missing.
    """

    def __init__(self, fold: Mapping[str, str], language: str = "ru") -> None:
        import razdel
        from navec import Navec
        from pymorphy3 import MorphAnalyzer
        from slovnet import NER, Morph

        spec = importlib.util.find_spec("natasha")
        if spec is None or spec.origin is None:
            raise ImportError("natasha")
        data = Path(spec.origin).parent / "data"
        vectors = Navec.load(data / "emb" / VECTORS)
        self._ner = NER.load(data / "model" / _MODELS["ner"])
        self._ner.navec(vectors)
        self._morph = Morph.load(data / "model" / _MODELS["morph"], batch_size=8)
        self._morph.navec(vectors)
        self._words = MorphAnalyzer()
        self._razdel = razdel
        self._fold = str.maketrans(
            {
                k: v
                for a, b in fold.items()
                for k, v in ((a, b), (a.upper(), b.upper()))
                if len(b) == 1 and a != "ё"
            }
        )
        self._vocab: Vocab = blank_language(language).vocab

    def __call__(self, text: str) -> Doc:
        shown = text.translate(self._fold)
        sentences = [(s.start, s.stop) for s in self._sentences(shown)]
        tokens: list[tuple[int, int, bool]] = []  # start, end, opens a sentence
        rows: list[list[str]] = []
        for start, stop in sentences:
            row: list[str] = []
            for t in self._razdel.tokenize(shown[start:stop]):
                tokens.append((start + t.start, start + t.stop, not row))
                row.append(t.text)
            rows.append(row)
        tagged = [m for markup in self._morph.map(rows) for m in markup.tokens] if rows else []
        return self._doc(text, shown, tokens, tagged)

    def _sentences(self, text: str) -> Iterator[Any]:
        at = 0
        for line in text.split("\n"):
            for s in self._razdel.sentenize(line):
                if s.text.strip():
                    s.start, s.stop = s.start + at, s.stop + at
                    yield s
            at += len(line) + 1

    def _doc(self, text: str, shown: str, tokens: list[tuple[int, int, bool]], tagged: list[Any]) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        pos: list[str] = []
        lemmas: list[str] = []
        morphs: list[str] = []
        starts: list[bool | int | None] = []
        at = 0

        def blank(gap: str) -> None:
            """White space beyond the one blank that a token may carry stands as a token of its own."""
            if gap.startswith(" ") and spaces:
                spaces[-1], gap = True, gap[1:]
            if gap:
                words.append(gap)
                spaces.append(False)
                pos.append("SPACE")
                lemmas.append(gap)
                morphs.append("")
                starts.append(False)

        for (start, end, first), tag in zip(tokens, tagged, strict=True):
            if start > at:
                blank(text[at:start])
            word = text[start:end]
            words.append(word)
            spaces.append(False)
            feats = dict(tag.feats)
            lemma, more = self._lemma(shown[start:end], tag.pos, feats.get("Gender"), feats.get("Case"))
            feats.update(more)
            pos.append(tag.pos)
            lemmas.append(lemma)
            morphs.append("|".join(f"{k}={v}" for k, v in sorted(feats.items())))
            starts.append(first)
            at = end
        if at < len(text):
            blank(text[at:])
        doc = Doc(
            self._vocab, words=words, spaces=spaces, pos=pos, lemmas=lemmas, morphs=morphs, sent_starts=starts
        )
        spans = [
            span
            for s in self._ner(shown).spans
            if (span := doc.char_span(s.start, s.stop, label=_ENTITIES[s.type], alignment_mode="expand"))
        ]
        doc.set_ents(_apart(spans))
        return doc

    @lru_cache(maxsize=20_000)  # noqa: B019 - one pipeline a language, kept for the life of the program
    def _lemma(self, word: str, pos: str, gender: str | None, case: str | None) -> tuple[str, dict[str, str]]:
        """The lemma that fits the tag best; of a word with a capital also what part of a name it may be, in which
        cases as a woman's and as a man's, and the gender of a given name."""
        parses = self._words.parse(word)
        wanted = _POS.get(pos, "").split()

        def fit(p: Any) -> tuple[bool, bool, bool, float]:
            return (
                p.tag.POS in wanted if wanted else True,
                gender is not None and p.tag.gender == _GENDERS.get(gender),
                case is not None and p.tag.case == _CASES.get(case),
                p.score,
            )

        best = max(parses, key=fit, default=None)
        known = [
            p
            for p in parses
            if not any("Fake" in type(m[0]).__name__ or "Unk" in type(m[0]).__name__ for m in p.methods_stack)
        ]
        lemma = best.normal_form if best is not None else word.lower()
        if not word[:1].isupper():
            return lemma, {}
        more = {}
        names = [p for p in known if p.tag.number != "plur" and any(n in p.tag for n in _NAMES)]
        if name := next((_NAMES[n] for n in ("Name", "Patr", "Surn") if any(n in p.tag for p in names)), ""):
            more["NameType"] = name
        genders = {p.tag.gender for p in names if "Name" in p.tag}
        if len(genders) == 1 and (told := next((k for k, v in _GENDERS.items() if v in genders), None)):
            more["Gender"] = told
        nouns = names or [p for p in parses if p.tag.number != "plur" and any(n in p.tag for n in _NAMES)]
        if known and not any(m in p.tag for p in known for m in (*_NAMES, "Geox", "Orgn", "Abbr")):
            more["Ordinary"] = "Yes"
        for gender_name, short in (("Fem", "femn"), ("Masc", "masc")):
            fitting = {
                k for k, v in _CASES.items() for p in nouns if p.tag.case == v and p.tag.gender == short
            }
            if fitting:
                more[f"{gender_name}Case"] = ",".join(sorted(fitting))
        return lemma, more


def _apart(spans: list[Any]) -> list[Any]:
    out: list[Any] = []
    for s in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not out or s.start >= out[-1].end:
            out.append(s)
    return out
