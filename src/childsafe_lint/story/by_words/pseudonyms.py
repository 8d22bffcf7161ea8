"""Names that the draft declares to be changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Evidence, Person
from .names import Text


def mark_pseudonyms(text: Text, people: Sequence[Person]) -> None:
    """Set ``Person.pseudonym``: beside a name, for all names, by naming ("we shall call her …"), by a footnote.
    A grown-up's where it is said of that name, or of all names."""
    everybody = [p for p in people if p.mentions]
    named = [p for p in everybody if p.kind != "adult"]
    body = text.text
    for m, _ in text.regions.find(lambda k: k.whole("pseudonyms.naming")):
        for p in everybody:
            if any(m.start() <= s.start < m.end() for s in p.mentions):
                p.pseudonym = p.pseudonym or Evidence(
                    m.start(), m.end(), "the name is declared to be changed"
                )
    for m, known in text.regions.find(lambda k: k.whole("pseudonyms.all")):
        of_adults = known.whole("pseudonyms.adults").search(m.group())
        if of_adults and not known.whole("pseudonyms.not_adults").search(m.group()):
            continue
        for p in everybody if of_adults or known.whole("pseudonyms.everybody").search(m.group()) else named:
            p.pseudonym = p.pseudonym or Evidence(m.start(), m.end(), "names are declared to be changed")
    for m, _ in text.regions.find(lambda k: k.whole("pseudonyms.beside")):
        starred = re.search(r"(?:^|\n)\s*\*+[^\n]*$", body[max(0, m.start() - 80) : m.start()])
        if starred:
            marked = [p for p in named if any(body[s.end : s.end + 1] == "*" for s in p.mentions)]
            for p in marked:
                p.pseudonym = p.pseudonym or Evidence(
                    m.start(), m.end(), "a footnote declares the name to be changed"
                )
            if marked:
                continue
        beside = [
            p
            for p in everybody
            if any(_beside(body[s.end : m.start()]) for s in p.mentions if s.end <= m.start())
        ]
        who = beside[0] if beside else _nearest(text, m, named)
        if who is not None and who.pseudonym is None:
            who.pseudonym = Evidence(m.start(), m.end(), "the name is declared to be changed")


def _beside(between: str) -> bool:
    """ "Anna (name changed)": nothing but a bracket or a comma between."""
    return re.fullmatch(r"\s*[(,–—-]?\s*", between) is not None


def _nearest(text: Text, m: re.Match[str], named: Sequence[Person]) -> Person | None:
    """The last one named before in the sentence, or after in it; else the one the draft tells of most."""
    sentence = text.sentences[text.sentence(m.start())]
    spans = [(s, p) for p in named for s in p.mentions]
    inside = [(s, p) for s, p in spans if sentence.start <= s.start < sentence.end]
    before = [(s, p) for s, p in inside if s.end <= m.start()]
    if before:
        return max(before, key=lambda x: x[0].start)[1]
    if inside:
        return min(inside, key=lambda x: abs(x[0].start - m.end()))[1]
    recent = [(s, p) for s, p in spans if 0 <= m.start() - s.end < 300]
    if recent and "\n" not in text.text[max(s.end for s, _ in recent) : m.start()].strip("\n"):
        return max(recent, key=lambda x: x[0].start)[1]
    children = [p for p in named if p.kind == "child"]
    return max(children, key=lambda p: len(p.mentions), default=None)
