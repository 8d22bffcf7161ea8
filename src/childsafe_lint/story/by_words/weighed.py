"""Who is a child, and who is family of one, by all that is told of somebody taken together.

No list holds every way in which an article makes it plain. Beside the rules stands therefore a weighing: the words
around the names of a person have weights learnt from gold drafts, which are added up (logistic regression;
models/people/README.md says how they were learnt and how well they do). No name is a sign.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log1p

from ...languages import folder_of
from .. import at_risk
from ..model import Evidence, Person, Quote
from ..weighing import Weights
from .names import Text
from .people import Cluster, People
from .told import Told, of_the_name, surnames

#: in fewer words than these too little is told
_ENOUGH = 60
#: so many of the words that weighed most are shown
_SHOWN = 3
#: from this logarithm of the odds on it is clear what a draft is about
_CLEAR = 3.0


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt of a language: about who is a child, and about who is family of one (``Weights.child`` is then
    the limit for that)."""

    child: Weights
    kin: Weights


@dataclass(slots=True)
class Case:
    """Somebody to be weighed: the signs, how much they tell of a child and of family, how much the draft tells of a
    child at risk (at_risk.py), what the rules know."""

    person: Person
    signs: Mapping[str, int]
    child: float
    kin: float
    risk: float
    known: dict[str, float]

    def of_child(self) -> dict[str, float]:
        """What is weighed to tell a child."""
        kind, risk = self.person.kind, max(-_CLEAR, min(_CLEAR, self.risk)) / _CLEAR
        told = {f"is:{kind}": 1.0, "told-child": self.child / 3, "told-kin": self.kin / 3}
        return {
            **self.known,
            **told,
            f"told-child*{kind}": self.child / 3,
            "risk": risk,
            f"risk*{kind}": risk,
        }

    def of_kin(self, family: bool) -> dict[str, float]:
        """What is weighed to tell family; ``family``: whether the rules say so."""
        out = self.of_child()
        if family:
            out |= {"family": 1.0, "family*kin": self.kin / 3}
        return out


@cache
def learnt(language: str) -> Learnt | None:
    """What was learnt of a language; None where nothing was."""
    folder = folder_of(language)
    file = folder / "weighing.json" if folder is not None else None
    if file is None or not file.exists():
        return None
    data = json.loads(file.read_text(encoding="utf-8"))
    child = Weights(data["told"], data["case"], data["child"], data["kept"], data["child"], data["alone"])
    kin = Weights(data["told_kin"], data["case_kin"], data["kin"], 0, 0)
    return Learnt(child, kin)


def cases(
    text: Text, reader: People, people: Sequence[Person], quotes: Sequence[Quote], known: Learnt
) -> list[Case]:
    """The named people of a draft, with what is told and known of them."""
    clusters = {id(reader.owner[n]): c for c in reader.clusters for n in c.names if n in reader.owner}
    named = [p for p in people if p.mentions and id(p) in clusters]
    told = Told(text, reader, named, quotes)
    borne = surnames([clusters[id(p)] for p in named])
    children = sum(p.kind == "child" for p in named)
    unnamed = sum(p.kind == "child" and not p.mentions for p in people)
    risk = at_risk.tells(text.doc, text.sentences, people, text.regions.at(0).code)
    out = []
    for number, p in enumerate(named):
        c = clusters[id(p)]
        signs = told.of(number, of_the_name(c, borne))
        facts = _facts(c, p, children - (p.kind == "child"), unnamed)
        out.append(Case(p, signs, known.child.tells(signs), known.kin.tells(signs), risk, facts))
    return out


def _facts(c: Cluster, p: Person, others: int, unnamed: int) -> dict[str, float]:
    ages = [k.years for k in c.cues if k.kind == "age" and k.years is not None]
    facts = {
        "aged": bool(ages),
        "young": any(years < 18 for years in ages),
        "names": log1p(len(p.mentions)),
        "once": len(p.mentions) == 1,
        "other-children": min(others, 4) / 4,
        "unnamed": min(unnamed, 2) / 2,
    }
    return {k: float(v) for k, v in facts.items() if v}


def weigh_people(
    text: Text, reader: People, people: Sequence[Person], quotes: Sequence[Quote], language: str
) -> list[Case]:
    """Somebody who is told of as a child becomes one; a child by the rules who is told of as a grown-up may be one
    still (``Person.perhaps``). Age settles it whatever is told.

    Returns:
        What was weighed; nothing in a language without weights, or where the draft tells too little.
    """
    known = learnt(language)
    if known is None or len(text.doc) < _ENOUGH:
        return []
    limit = known.child.child if any(p.kind == "child" for p in people) else known.child.alone
    weighed = cases(text, reader, people, quotes, known)
    grown = {
        id(reader.owner[n])
        for c in reader.clusters
        if reader.lives_grown_up(c)
        for n in c.names
        if n in reader.owner
    }
    for case, likely in [(c, known.child.likelihood(c.of_child())) for c in weighed]:
        person = case.person
        if person.kind != "child" and id(person) in grown:
            continue
        if case.known.get("aged") or person.pseudonym is not None:
            continue
        if person.kind == "child" and likely < known.child.kept:
            person.kind, person.perhaps, person.evidence = "unknown", person.evidence, []
        elif person.kind != "child" and likely >= limit:
            person.kind, person.certain = "child", False
            person.evidence = list(_shown(text, known.child, case, "told of as a child is"))
    return weighed


def told_as_kin(text: Text, case: Case, language: str) -> Evidence | None:
    """The word that speaks most of family, where somebody whom no rule takes for family is told of as such."""
    known = learnt(language)
    if known is None or known.kin.likelihood(case.of_kin(False)) < known.kin.child:
        return None
    return next(_shown(text, known.kin, case, "told of as family is"))


def _shown(text: Text, known: Weights, case: Case, reason: str) -> Iterator[Evidence]:
    """The words that weighed most, in order; names and small words weigh too, but tell a reader nothing."""
    ranked = [text.doc.tokens[i] for i in known.strongest(case.signs, len(case.signs))]
    large = [t for t in ranked if t.is_alpha and t.text.islower() and len(t.text) > 3] or ranked[:1]
    for token in sorted(large[:_SHOWN], key=lambda t: t.idx):
        yield Evidence(token.idx, token.idx + len(token.text), reason)
    if not large:
        first = case.person.mentions[0]
        yield Evidence(first.start, first.end, reason)
