"""What a draft tells. Everything later rooms need is here; no check runs NLP of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from ..spans import Span

if TYPE_CHECKING:
    from ..drafts.model import Attachment, Draft
    from .parse import Parse

_T = TypeVar("_T")
PersonKind = Literal["child", "adult", "unknown"]

DETAIL_KINDS = (
    "school", "address", "locality", "relative", "workplace", "dob",
    "contact", "number", "appearance", "institution", "photo",
)  # fmt: skip

#: What a child can be identified as. The order is the order of gravity used in reports.
SITUATIONS = (
    "sexual-abuse-victim", "sexual-exploitation", "perpetrator", "accused", "convicted", "hiv", "combatant",
    "trafficking", "abuse-neglect-victim", "suicide-selfharm", "refugee", "custody", "adoption", "bullying",
    "missing", "accident-victim", "bereaved", "disability", "health", "poverty", "witness",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Words of the draft that support a conclusion, and what they show (``reason``, a short phrase)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Situation:
    """One thing a child is identified as (a name from SITUATIONS), and the words that say so."""

    kind: str
    evidence: Evidence
    weapon: bool = False  # clause III.3.e: a (former) combatant shown with a weapon


@dataclass(frozen=True, slots=True)
class Detail:
    """Something that could identify a child: a kind from DETAIL_KINDS, where, about whom.

    ``certain`` is false for details that alone are weak (a district, a large hospital); checks then lower them.
    ``people`` are ids of the children it says something about.
    """

    kind: str
    span: Span
    people: tuple[str, ...] = ()
    certain: bool = True
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the draft and the code of its language (``other``, ``none``, ``kk-Latn`` among them)."""

    span: Span
    language: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted speech, quotation marks included, and its speaker (a person id) where evident."""

    span: Span
    speaker: str | None = None
    is_speech: bool = True  # False: scare quotes or a title, a few words without a verb of speaking


@dataclass(slots=True)
class Person:
    """One person in the draft, with every mention.

    ``mentions`` are names only (what must not be printed); ``nominals`` are other words for the same person
    ("the boy", "a 12-year-old girl"). A child nobody names has nominals only.
    """

    id: str
    kind: PersonKind
    mentions: list[Span] = field(default_factory=list)
    nominals: list[Span] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    situations: list[Situation] = field(default_factory=list)
    details: list[str] = field(default_factory=list)  # kinds, see Story.details for the spans
    pseudonym: Evidence | None = None  # the words that declare the name to be changed, or a court cipher
    public_role: Evidence | None = None  # athlete, winner, actor, activist ... acting in that role
    quoted: bool = False
    pictured: Evidence | None = None
    relatives: list[str] = field(default_factory=list)  # ids of named people said to be kin of this child
    certain: bool = True  # False: a child by all that is told together, though no word says so (weighing.py)
    perhaps: list[Evidence] = field(default_factory=list)  # kind unknown: words that may yet show a child

    @property
    def named(self) -> bool:
        return bool(self.mentions)


@dataclass(frozen=True, slots=True)
class NameBeside:
    """A child's name, or what may be one, in what is attached to a draft.

    ``person`` is the id of the child where the text names it; None where only the attachment does. ``certain`` is
    false where it may be somebody else's name, or no name.
    """

    attachment: Attachment
    person: str | None = None
    certain: bool = True


@dataclass
class Story:
    """A draft, understood.

    ``doc`` is its parse, from the one pass; ``sentences`` are spans of the text in order. ``situations`` holds those of
    the draft as a whole (every child's, once each). ``sensitive`` is true where the draft is about at least one
    specific child in a situation that calls for protection; ``specific_children`` where it speaks of any
    individual child, named or not. ``consents``: child id -> the record that child and guardian agreed to the name.
    ``language`` is the one most of the draft is in; ``parts`` say which stretch is in which (empty: all in that one).
    """

    draft: Draft
    language: str
    doc: Parse
    sentences: Sequence[Span] = ()
    quotes: Sequence[Quote] = ()
    people: Sequence[Person] = ()
    details: Sequence[Detail] = ()
    situations: Sequence[Situation] = ()
    sensitive: bool = False
    beside: Sequence[NameBeside] = ()
    consents: Mapping[str, Evidence] = field(default_factory=dict)
    parts: Sequence[Part] = ()
    _known: dict[Callable[[Story], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, read: Callable[[Story], _T]) -> _T:
        """What ``read`` makes of the story, read at the first call only: checks share what each of them needs."""
        if read not in self._known:
            self._known[read] = read(self)
        known: _T = self._known[read]
        return known

    @property
    def children(self) -> list[Person]:
        return [p for p in self.people if p.kind == "child"]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the draft, the one most of it is in first."""
        return tuple(dict.fromkeys((self.language, *(p.language for p in self.parts))))

    def stretches(self, language: str) -> Sequence[Span]:
        """Where the draft is in a language, in order."""
        if not self.parts:
            return (Span(0, len(self.text)),) if language == self.language else ()
        return [p.span for p in self.parts if p.language == language]

    @property
    def text(self) -> str:
        return self.draft.text

    def person(self, id: str) -> Person:
        """Raises KeyError for an unknown id."""
        for p in self.people:
            if p.id == id:
                return p
        raise KeyError(id)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that covers ``offset`` (or the nearest one before it)."""
        starts = self.once(_sentence_starts)
        if not starts:
            return Span(0, len(self.text))
        return self.sentences[max(bisect_right(starts, offset) - 1, 0)]

    def quote_at(self, offset: int) -> Quote | None:
        for q in self.quotes:
            if q.span.start <= offset < q.span.end:
                return q
        return None


def _sentence_starts(story: Story) -> list[int]:
    return [s.start for s in story.sentences]
