"""A word that tells of somebody, and all names of one person."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...model import SITUATIONS
from ..knowledge import Knowledge
from ..names import Cue, Name

SURE = 2  # the score from which a stretch of text is a name, and its bearer a child
HISTORY = "of history"  # the reason of those whom everybody knows from lessons
LONG_AGO = 70  # years since the birth of those whose childhood is history
VERY_OLD = 80  # years; who is older has grown-up grandchildren
GREY = 55  # years; who is older has grown-up children
#: situations in which whoever is called a son or a daughter is looked at as a child
GRAVE = frozenset(SITUATIONS) - {
    "disability",
    "health",
    "poverty",
    "bereaved",
    "witness",
    "custody",
    "adoption",
}
#: why somebody is kin of whoever is named right beside
KIN_OF_CHILD = "kin of a child named beside"


@dataclass(slots=True)
class Word:
    """A word or expression of the draft that tells of somebody: an age, a grade, a noun, a kinship, a trade."""

    start: int
    end: int
    kind: str  # age, grade, noun, kin, role; none: what looks like one of them
    weight: int  # over 0: a child; under 0: a grown-up; 0: neither by itself
    known: Knowledge
    years: int | None = None
    gender: str = "any"
    plural: bool = False
    front: bool = False  # stands before what it belongs to ("12-year-old")
    taken: bool = False


@dataclass(eq=False)
class Cluster:
    """All names of one person."""

    names: list[Name] = field(default_factory=list)

    @property
    def score(self) -> int:
        return sum(c.weight for c in self.cues)

    @property
    def cues(self) -> list[Cue]:
        return [c for n in self.names for c in n.cues]

    @property
    def kind(self) -> str:
        if self.names[0].plural:
            return "unknown"
        ages = [c for c in self.cues if c.kind == "age" and c.years is not None]
        if any(c.years is not None and c.years > LONG_AGO for c in ages):
            return "adult"
        if any(c.weight > 0 for c in ages):
            return "child"
        if ages:
            return "adult"
        return "child" if self.score >= SURE else "adult" if self.score < 0 else "unknown"

    @property
    def gender(self) -> str:
        told = [n for n in self.names if n.gender != "any"]
        return max(told, key=lambda n: n.end - n.start).gender if told else "any"

    @property
    def start(self) -> int:
        return min(n.start for n in self.names)
