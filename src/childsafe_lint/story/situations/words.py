"""What a language gives to read situations by: its cues and word classes, from ``situations.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ... import lazy_re as re
from ... import seek
from ...languages import load_data
from ..cues import Phrases, phrases
from ..model import SITUATIONS


@dataclass(frozen=True, slots=True)
class Label:
    kind: str
    frame: str  # done_to, does, is, whose, near


@dataclass(frozen=True, slots=True)
class Hit:
    start: int
    end: int
    label: Label


@dataclass(frozen=True)
class Language:
    cues: Phrases[Label]
    among: Phrases[str]
    weapons: re.Pattern[str]
    trusted: frozenset[str]
    private: frozenset[str]
    open_nouns: frozenset[str]
    peers: frozenset[str]
    weak: frozenset[str]
    sports: seek.Seeker
    harmless: frozenset[str]
    glad: frozenset[str]
    staged: frozenset[str]
    mourned: frozenset[str]
    fiction: seek.Seeker
    kept_back: Phrases[str]
    young: frozenset[str]
    events: frozenset[str]
    unhurt: frozenset[str]
    body: frozenset[str]
    grave: frozenset[str]


@lru_cache(maxsize=4)
def language_of(code: str) -> Language:
    data: dict[str, Any] = load_data(code, "situations")
    labelled = [
        (phrase, Label(kind, frame))
        for kind in SITUATIONS
        for frame in ("done_to", "does", "is", "whose", "near")
        for phrase in phrases(data.get(kind, {}).get(frame, ()))
    ]

    for frame in ("negated", "statistics", "victims", "rolls"):
        labelled += [(phrase, Label("", frame)) for phrase in phrases(data[frame])]
    for frame in ("nouns", "deeds", "bare_nouns", "bare_deeds"):
        labelled += [(phrase, Label("", frame)) for phrase in phrases(data["public_roles"][frame])]
    people = load_data(code, "people")
    return Language(
        Phrases(labelled),
        Phrases((p, p) for p in phrases(data["among"])),
        re.compile(r"\b(?:" + "|".join(map(re.escape, data["weapons"])) + r")\b", re.IGNORECASE),
        frozenset(data["abuse-neglect-victim"]["trusted"]),
        frozenset(data["private"]),
        frozenset(data["open_nouns"]),
        frozenset(people["kin_peer"]) | frozenset(people["kin_peer_plural"]),
        frozenset(data["weak"]),
        seek.compile(r"\b(?:" + "|".join(map(re.escape, data["sports"])) + r")\b", re.IGNORECASE),
        frozenset(data["harmless"]),
        frozenset(data["glad"]),
        frozenset(data["staged"]),
        frozenset(data["mourned"]),
        seek.compile(r"\b(?:" + "|".join(phrases(data["fiction"])) + r")\b", re.IGNORECASE),
        Phrases((p, p) for p in phrases(data["kept_back"])),
        frozenset(load_data(code, "details")["relative"]["young"]),
        frozenset(data["public_roles"]["events"]),
        frozenset(data["unhurt"]),
        frozenset(load_data(code, "details")["appearance"]["body"]) | frozenset(data["body"]),
        frozenset(data["grave"]),
    )
