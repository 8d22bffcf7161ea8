"""Which language each paragraph of a draft is in, offline.

A paragraph with enough of a language's commonest words is in it; Kazakh is told from Russian by its letters; only
what is still open is put to py3langid, which comes with the extras of the languages that need it. So an English
draft costs a count of words.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from .. import lazy_re as re
from ..languages import known_languages, read_data
from ..spans import Span
from .model import Part

_WORD = re.compile(r"[^\W\d_]+")
#: letters that Kazakh in Latin script has, and words it cannot do without
_KAZAKH_LATIN = frozenset(
    "men jäne jane bul üşin ushin dep bolǵan bolgan qazaqstan oqushy balalar mektep jasqa jasta"
    " onyń onyn degen boldy eken úshin qyz bala".split()
)
_ENOUGH = 0.12  # share of commonest words; running text has 15-45 %, text in another language under 10 %
_SHORT = 25  # words; a headline may have none of them
#: also what is said after a dash that opens a line, up to ", – says X"
_QUOTATION = re.compile(
    r"«[^«»\n]{20,}»|“[^“”\n]{20,}”|\"[^\"\n]{20,}\"|(?m:^)[–—-]\s[^\n«»“”\"]{20,}?(?=[,.!?…]\s[–—-]\s|$)"
)
#: how much likelier, as a logarithm, a language we do not know has to be than one we know
_LEAD = 12.0
_TITLE = re.compile(r"«[^«»\n]{1,25}»|“[^“”\n]{1,25}”|\"[^\"\n]{1,25}\"|@\w+")
_TELLING = 6  # words; a shorter quotation, or the name of a firm, is left to its paragraph


def parts(text: str) -> tuple[Part, ...]:
    """The stretches of ``text`` by language, in order, covering it. A short paragraph that says nothing by itself is
    in the language of its neighbours; a quotation inside a paragraph that is clearly in another language is a stretch
    of its own."""
    whole = language_of(text)
    found: list[Part] = []
    for m in re.finditer(r"[^\n]*(?:\n+|\Z)", text):
        if not m.group():
            continue
        words = _WORD.findall(m.group())
        code = whole if len(words) < 4 else language_of(m.group(), whole)
        if code not in known_languages():
            code = whole
        for piece in _pieces(m.group(), code):
            span = Span(m.start() + piece.span.start, m.start() + piece.span.end)
            if found and found[-1].language == piece.language:
                found[-1] = Part(Span(found[-1].span.start, span.end), piece.language)
            else:
                found.append(Part(span, piece.language))
    return tuple(found) or (Part(Span(0, len(text)), whole),)


def _pieces(paragraph: str, code: str) -> Iterator[Part]:
    """A paragraph in the language ``code``, cut where a quotation in another one begins and ends."""
    last = 0
    for m in _QUOTATION.finditer(paragraph):
        words = _WORD.findall(m.group())
        said = _plainly(words) if len(words) >= _TELLING else None
        if said is not None and said != code:
            if last < m.start():
                yield Part(Span(last, m.start()), code)
            yield Part(Span(m.start(), m.end()), said)
            last = m.end()
    if last < len(paragraph):
        yield Part(Span(last, len(paragraph)), code)


def _plainly(words: Sequence[str]) -> str | None:
    """The language that a few words show by its letters or its commonest words, without a doubt; else None."""
    low = [w.lower() for w in words]
    letters = "".join(low)
    common = _common_words(_script(letters))
    for code in common:
        marked = sum(any(c in _own_letters(code) for c in w) for w in low)
        if marked:  # one word may be a name
            return code if marked >= len(low) / 4 and not _foreign(letters, code) else None
    shares = sorted(
        ((sum(w in known for w in low) / len(low), code) for code, known in common.items()), reverse=True
    )
    if not shares or shares[0][0] < _ENOUGH or _foreign(letters, shares[0][1]):
        return None
    if len(shares) > 1 and shares[1][0] >= shares[0][0] / 2:
        return None
    return shares[0][1]


def main_language(found: Sequence[Part]) -> str:
    """The language most of a draft is in."""
    size: Counter[str] = Counter()
    for part in found:
        size[part.language] += part.span.end - part.span.start
    return size.most_common(1)[0][0]


def language_of(text: str, among: str | None = None) -> str:
    """The code of a text's language, ``other`` or ``none``. ``among``: the draft's, which decides a doubtful piece."""
    found = _WORD.findall(_TITLE.sub(" ", text[:20_000])) or _WORD.findall(text[:20_000])
    words = [w.lower() for w in found]
    if not words:
        return "none"
    plain = [w for w in found if w.islower()]  # a name keeps the letters of its own language
    letters = "".join(plain if len(plain) > 1 else words)[:3000]
    script = _script(letters)
    shares = {
        code: sum(w in common for w in words) / len(words) for code, common in _common_words(script).items()
    }
    if script == "LATIN":
        return _latin(words, letters, shares, among)
    own = {code: sum(c in _own_letters(code) for c in letters) / len(letters) for code in shares}
    marked = max(own, key=own.__getitem__, default=None)
    if marked is not None and own[marked] >= 0.02 and not _foreign(letters, marked):
        return marked
    best = max(shares, key=shares.__getitem__, default=None)
    if best is not None and shares[best] >= _ENOUGH and not _foreign(letters, best):
        return best
    if among is not None and len(words) < _SHORT and not _foreign(letters, among):
        return among
    return _guess(text, letters) or (best if best is not None and not _foreign(letters, best) else "other")


def _latin(words: list[str], letters: str, shares: dict[str, float], among: str | None) -> str:
    best = max(shares, key=shares.__getitem__, default="en")
    if shares.get(best, 0) >= _ENOUGH:
        return best
    kazakh = sum(w in _KAZAKH_LATIN for w in words) / len(words)
    if kazakh >= 0.04 or (kazakh > 0 and any(c in letters for c in "ǵńäöüūğşıqúáı")):
        return "kk-Latn"
    if len(words) < _SHORT:
        return among if among in shares else "en" if shares.get("en", 0) > 0 or best == "en" else best
    return "other"


def _script(letters: str) -> str:
    found = Counter(unicodedata.name(c, "").split(" ")[0] for c in letters[:600])
    return found.most_common(1)[0][0] if found else ""


@lru_cache(maxsize=8)
def _common_words(script: str) -> dict[str, frozenset[str]]:
    about = {code: read_data(code, "language") for code in known_languages()}
    return {
        code: frozenset(str(a.get("function_words", "")).split())
        for code, a in about.items()
        if str(a.get("script", "LATIN")) == script
    }


@lru_cache(maxsize=16)
def _own_letters(code: str) -> frozenset[str]:
    """Letters that show the language: ``own_letters``, else those that no other known language of the script has."""
    about: dict[str, Any] = read_data(code, "language")
    if "own_letters" in about:
        return frozenset(str(about["own_letters"]))
    others = {
        c
        for other in known_languages()
        if other != code and read_data(other, "language").get("script") == about.get("script")
        for c in str(read_data(other, "language").get("letters", ""))
    }
    return frozenset(str(about.get("letters", ""))) - others


def _foreign(letters: str, code: str) -> bool:
    """Whether a text has more than a few letters that the language does not write."""
    own = str(read_data(code, "language").get("letters", ""))
    return bool(own) and sum(c not in own for c in letters) > 0.02 * len(letters)


def _guess(text: str, letters: str) -> str | None:
    """py3langid's opinion; None where it is not installed. Names are left out, and a language we know that the text
    has the letters of is believed unless another is clearly ahead: of a headline it cannot tell Russian from
    Bulgarian."""
    try:
        import py3langid
    except ImportError:
        return None
    plain = " ".join(w for w in _WORD.findall(_TITLE.sub(" ", text[:2000])) if w.islower())
    scores = {str(code): float(score) for code, score in py3langid.rank(plain or text[:2000])}
    ours = [c for c in _common_words(_script(letters)) if c in scores and not _foreign(letters, c)]
    best = max(scores, key=scores.__getitem__)
    own = max(ours, key=scores.__getitem__, default=best)
    return own if scores[best] - scores[own] < _LEAD else best


def language_name(code: str) -> str:
    """A language's name in English where its data give one, else its code."""
    name = read_data(code, "language").get("name") if code in known_languages() else None
    return str(name or _NAMES.get(code, f"'{code}'"))


def listed(names: Sequence[str]) -> str:
    """``English``, ``English and Russian``, ``English, Kazakh and Russian``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


_NAMES = {
    "kk": "Kazakh",
    "ru": "Russian",
    "uk": "Ukrainian",
    "ky": "Kyrgyz",
    "tg": "Tajik",
    "uz": "Uzbek",
    "be": "Belarusian",
}
