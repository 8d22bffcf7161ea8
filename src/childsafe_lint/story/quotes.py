"""Quoted speech."""

from __future__ import annotations

from .. import lazy_re as re
from ..spans import Span
from .model import Quote

# opening -> closing; an apostrophe inside a word never opens or closes
_PAIRS = re.compile(
    r"„(?P<f>[^„“”\n]{1,800})[“”]|“(?P<a>[^“”]{1,1500})”|«(?P<b>[^«»]{1,1500})»|\"(?P<c>[^\"\n]{1,1500})\""
    r"|(?<!\w)‘(?P<d>(?:[^‘’\n]|(?<=\w)’(?=\w)|(?<=s)’(?= \w)){1,800})’(?!\w)"
    r"|(?<!\w)'(?P<e>(?:[^'\n]|(?<=\w)'(?=\w)){1,800})'(?!\w)"
)

#: a quotation inside «…»
_NESTED = re.compile(r"„[^„“”\n]{1,800}[“”]")
_SAID = re.compile(r",\s*[–—-]\s")


def find_quotes(text: str) -> list[Quote]:
    """Every quotation in ``text``, marks included; a few words without end punctuation count as scare quotes.

    A paragraph that opens a quotation and does not close it (the next one opens again) is quoted to its end.
    """
    quotes = []
    for m in _PAIRS.finditer(text):
        inside = next(g for g in m.groups() if g is not None)
        # «…», – said
        speech = (
            len(inside.split()) > 4
            or inside.rstrip()[-1:] in ",.?!…"
            or _SAID.match(text, m.end()) is not None
        )
        quotes.append(Quote(Span(m.start(), m.end()), None, speech))
    for m in _NESTED.finditer(text):
        if not any(q.span.start == m.start() for q in quotes):
            quotes.append(Quote(Span(m.start(), m.end()), None, len(m.group().split()) > 4))
    for m in re.finditer(r"“[^”\n]{1,1500}(?=\n|\Z)", text):
        if not any(q.span.start <= m.start() < q.span.end for q in quotes):
            quotes.append(Quote(Span(m.start(), m.end()), None, True))
    return sorted(quotes, key=lambda q: q.span)
