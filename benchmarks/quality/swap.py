"""The gold drafts told again with names of other cultures, to see whether recall depends on where a name is from.

``cast.yaml`` says who is named in a draft, ``cultures.yaml`` how each culture names. Marks stay where they were,
so that a swapped draft is a gold draft again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .gold import Gold, shape

_HERE = Path(__file__).resolve().parent


@cache
def cultures() -> dict[str, dict[str, Any]]:
    """Culture -> its names and how they are written."""
    loaded: dict[str, dict[str, Any]] = yaml.safe_load((_HERE / "cultures.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def _casts() -> dict[str, list[list[Any]]]:
    loaded: dict[str, list[list[Any]]] = yaml.safe_load((_HERE / "cast.yaml").read_text(encoding="utf-8"))
    return loaded


@dataclass(frozen=True)
class _Name:
    """A new name as the culture writes it: whole, given name alone, and what stands for the surname alone."""

    full: str
    given: str
    family: str
    initial: str  # with the surname, "A. Serikova"
    surname: str


def can_swap(draft: Gold) -> bool:
    return draft.id in _casts()


def swap(draft: Gold, culture: str, turn: int = 0) -> Gold:
    """``draft`` with every child and marked relative renamed; ``turn`` picks other names of the culture.

    Names that stay (nicknames) are no longer asked for.

    Raises:
        KeyError: a draft without a cast (see can_swap), or an unknown culture.
    """
    text, at, moves = "", 0, []  # moves: an old stretch and the new one in its place
    for start, end, new in _renamed(draft, _forms(_casts()[draft.id], cultures()[culture], turn)):
        text += draft.text[at:start]
        moves.append((start, len(text), end, len(text) + len(new)))
        text += new
        at = end
    text += draft.text[at:]
    marks = []
    for m in draft.marks:
        start, end = _moved(m.start, moves, 0), _moved(m.end, moves, 1)
        if m.label == "minor-name":
            kept = text[start:end] == draft.text[m.start : m.end]
            m = replace(m, sub=shape(text, start, end), optional=m.optional or kept)
        marks.append(replace(m, start=start, end=end))
    return replace(draft, id=f"{draft.id}-{culture}", text=text, marks=tuple(marks))


def _renamed(draft: Gold, forms: _Forms) -> list[tuple[int, int, str]]:
    """Stretches of the text to replace, ascending, and by what."""
    out = []
    marks = [m for m in draft.marks if m.label == "minor-name" or m.sub == "relative"]
    longest_first = sorted(forms.children, key=len, reverse=True)
    wording = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    for m in marks:  # a mark may stand inside a word: a hashtag, a plural
        name = draft.text[m.start : m.end]
        chosen = forms.relatives if m.sub == "relative" else forms.children
        if name in chosen:
            before = draft.text[m.start - 1 : m.start]
            joined = before.isalnum() or before == "#"
            out.append((m.start, m.end, chosen[name].replace(" ", "") if joined else chosen[name]))
        else:
            hits = [*wording.finditer(draft.text, m.start, m.end)]
            out += [(h.start(), h.end(), chosen[h.group()]) for h in hits]
            if not hits and name.endswith("s") and name[:-1] in chosen:
                out.append((m.start, m.end, chosen[name[:-1]] + "s"))
    for hit in wording.finditer(draft.text):
        apart = not any(m.start < hit.end() and hit.start() < m.end for m in marks)
        if apart and _part_of_name(draft.text, hit):
            out.append((hit.start(), hit.end(), forms.namesakes[hit.group()]))
    return sorted(out)


def _part_of_name(text: str, hit: re.Match[str]) -> bool:
    """Whether an unmarked namesake stands in a longer name (so that he stays a namesake), not a plain word."""
    before, after = text[: hit.start()][-30:], text[hit.end() :][:30]
    return " " in hit.group() or bool(re.search(r"[A-Z]\w+ $", before) or re.match(r" [A-Z]\w", after))


def _moved(offset: int, moves: Sequence[tuple[int, int, int, int]], side: int) -> int:
    """Where an offset of the old text lies in the new; inside a renamed stretch its start (0) or end (1)."""
    shift = 0
    for start, new_start, end, new_end in moves:
        if offset <= start and not (side and offset == start):
            break
        if offset < end:
            return new_end if side else new_start
        shift = new_end - end
    return offset + shift


@dataclass(frozen=True)
class _Forms:
    """Every wording of the people's names in a draft -> the new wording, by who is meant.

    They differ in a family name that stands alone: children come first in the cast, relatives last, and a
    namesake has the family name also where the culture would call the child by the given name. Where the given
    name is the whole name, a stranger who shares it would be no mere namesake, and keeps the name as it was.
    """

    children: dict[str, str]
    relatives: dict[str, str]
    namesakes: dict[str, str]


def _forms(cast: Sequence[Sequence[Any]], culture: Mapping[str, Any], turn: int) -> _Forms:
    places: dict[str, int] = {}
    used = {"f": turn, "m": turn}
    forms: dict[str, str] = {}
    last: dict[str, str] = {}
    families: dict[str, str] = {}
    for sex, given, family, *more in cast:
        pool = culture["female" if sex == "f" else "male"]
        new_given = pool[used[sex] % len(pool)]
        used[sex] += 1
        place = places.setdefault(family or f"\0{given}", len(places))
        new = _name(culture, sex, new_given, culture["family"][(place + turn) % len(culture["family"])])
        forms.setdefault(given, new.given)
        if new.full == new.given:
            families.setdefault(given, given)
        if family:
            forms[f"{given} {family}"] = forms[f"{family} {given}"] = new.full
            forms[f"{given[0]}. {family}"] = new.initial
            forms.setdefault(family, new.family)
            last[family] = new.family
            families.setdefault(family, new.surname)
        for wording, part in (more[0] if more else {}).items():
            forms[wording] = getattr(new, part)
    return _Forms(*map(_with_capitals, (forms, {**forms, **last}, {**forms, **families})))


def _with_capitals(forms: Mapping[str, str]) -> dict[str, str]:
    return {**{old.upper(): new.upper() for old, new in forms.items()}, **forms}


def _name(culture: Mapping[str, Any], sex: str, given: str, family: str | list[str]) -> _Name:
    if isinstance(family, list):
        family = family[sex == "m"]
    full = culture.get("full", "{given} {family}").format(given=given, family=family, initial=family[0])
    alone = family.split()[0] if culture.get("short") == "first" else family
    later = given if culture.get("later") == "given" else alone
    written = given if later == given else f"{given[0]}. {alone}"
    return _Name(full, given, later, written, alone)
