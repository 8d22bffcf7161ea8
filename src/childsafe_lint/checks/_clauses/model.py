"""What a statement of a draft is to the checks, however its language is read: the terms they all speak in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

#: Whom a clause is about. ``group``: children of a kind ("a decent girl", "girls like her", "these children");
#: ``anyone``: everybody who does something ("those who go there", "you", "whoever asks");
#: ``thing``: something of the child's; ``about``: the child stands elsewhere in the clause; ``grown``: a grown-up
#: who is no family (``other`` as well), or who did to the subject what is told; ``class``: a whole class of children
#: ("children with asthma"); ``someone``: somebody or something that is not named.
SUBJECTS = (
    "child",
    "group",
    "class",
    "anyone",
    "someone",
    "kin",
    "nobody",
    "thing",
    "about",
    "grown",
    "other",
)
#: How it is told. ``reproach``: should have; ``guess``: must have; ``prophecy``: will end up.
MODALS = ("reproach", "ability", "duty", "guess", "maybe", "prophecy")
#: Who says it. ``paper``: nobody but the paper. ``named`` stands beside another: the draft gives a full name.
VOICES = (
    "crowd",
    "unnamed",
    "named",
    "partisan",
    "official",
    "protector",
    "family",
    "child",
    "other",
    "paper",
)


class Clause(Protocol):
    """One statement, or one label given to a child (``label``: then the words are those of the label)."""

    @property
    def first(self) -> int:
        """The first of its words, in a quotation that of the whole quoted sentence; ``end`` is exclusive."""

    @property
    def end(self) -> int: ...
    @property
    def verb(self) -> str: ...
    @property
    def subjects(self) -> frozenset[str]: ...
    @property
    def negated(self) -> bool: ...
    @property
    def passive(self) -> bool: ...
    @property
    def modal(self) -> str: ...
    @property
    def asked(self) -> bool: ...
    @property
    def condition(self) -> bool: ...
    @property
    def voices(self) -> frozenset[str]: ...
    @property
    def denied(self) -> bool:
        """Whoever is told to say it denies it, regrets it or is asked not to say it."""

    @property
    def hedged(self) -> bool:
        """Whoever says it only guesses: "suspects", "claims"."""

    @property
    def perfect(self) -> bool:
        """Had done, would have done."""

    @property
    def past(self) -> bool: ...
    @property
    def label(self) -> bool: ...
    @property
    def too_short(self) -> bool:
        """Of too few words to say anything."""

    def may_hold(self, first: int, end: int) -> bool:
        """Whether words ``first`` to ``end`` may stand in it; asked before where it begins and ends is known."""


@dataclass(frozen=True, slots=True)
class Said:
    """A ``Clause`` of which everything is known."""

    first: int
    end: int
    verb: str
    subjects: frozenset[str]
    negated: bool
    passive: bool
    modal: str
    asked: bool
    condition: bool
    voices: frozenset[str]
    denied: bool = False
    hedged: bool = False
    perfect: bool = False
    past: bool = False
    label: bool = False
    too_short: bool = False

    def may_hold(self, first: int, end: int) -> bool:
        return self.first <= first < self.end
