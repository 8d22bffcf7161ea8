"""English as far as a replacement needs it: articles, letter case, what stands at the head of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..spans import Span

_A = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
#: a vowel is written, but not spoken, at the beginning; and the other way round
_CONSONANT = re.compile(r"(?:uni(?!n|m)|us[aeiu]|eu|ew|one\b|once\b|ubiqu|U[A-Z])")
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z]{2,}(?![a-z])")
_OPENS = re.compile(
    r"(?:\A|\n\s*\n\s*|\n\s*(?=[-–—•*>#\d]+[.)]?\s)|[.!?…:][\"'”’)\]]*\s+|(?:\A|[\s(\[])[“\"‘'«])"
    r"(?:[-–—•*>#\d.)]+\s+)?\Z"
)
_SMALL = frozenset("a an the of in on at to for from with by and or but as who is has".split())


def article(word: str) -> str:
    """``a`` or ``an``, by how ``word`` begins."""
    if _LETTERS.match(word):
        return "an" if word[0] in "AEFHILMNORSX" else "a"
    if word[:1].isdigit():
        return "an" if re.match(r"8|1[18](?!\d)", word) else "a"
    low = word.lower()
    if _SILENT_H.match(word):
        return "an"
    return "an" if low[:1] in tuple("aeiou") and not _CONSONANT.match(low) else "a"


def with_article(text: str, span: Span, new: str) -> tuple[Span, str]:
    """``span`` and ``new`` stretched over an "a" or "an" before it that ``new`` asks to be the other."""
    m = _A.search(text, max(0, span.start - 6), span.start)
    if m is None or not new:
        return span, new
    right = article(new)
    if m[1].lower() == right:
        return span, new
    right = (
        right.upper()
        if m[1].isupper() and len(m[1]) > 1
        else right.capitalize()
        if m[1][0].isupper()
        else right
    )
    return Span(m.start(), span.end), right + m[2] + new


def opens(text: str, at: int) -> bool:
    """Whether a word at ``at`` would be capitalised anyhow: at the head of a line, sentence or quotation."""
    return _OPENS.search(text, max(0, at - 40), at) is not None or at == 0


def capitalised(phrase: str) -> str:
    """With a capital at its beginning, behind a bracket too."""
    return re.sub(r"[^\W\d_]", lambda m: m.group().upper(), phrase, count=1)


def like(text: str, span: Span, new: str) -> str:
    """``new`` in the letter case of what it replaces: of a headline in capitals, of one in title case, of a sentence's
    beginning."""
    line = text[text.rfind("\n", 0, span.start) + 1 : (text.find("\n", span.end) + 1 or len(text) + 1) - 1]
    words = re.findall(r"[^\W\d_]{2,}", line)
    old = text[span.start : span.end]
    if len(old) > 1 and old.isupper() and sum(w.isupper() for w in words) > 0.7 * len(words):
        return new.upper()
    long = [w for w in words if len(w) > 3]
    if len(words) > 2 and len(words) < 25 and long and all(w[0].isupper() for w in long):
        new = re.sub(
            r"[^\W\d_][\w’'-]*", lambda m: m[0] if m[0] in _SMALL else m[0][0].upper() + m[0][1:], new
        )
    return capitalised(new) if opens(text, span.start) else new


def head_noun(wording: str, nouns: frozenset[str], more: re.Pattern[str]) -> str | None:
    """The noun that ``wording`` is about, if it is one of ``nouns``: "child" of "deaf child with a cat", but not of
    "child sexual abuse". ``more`` matches words that can follow it."""
    words = wording.split()
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word.lower().strip(",") in nouns and (not after or word.endswith(",") or more.match(after)):
            return word.strip(",")
        if word.lower() in _SMALL:
            return None
    return None


def one_of(words: Sequence[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))
