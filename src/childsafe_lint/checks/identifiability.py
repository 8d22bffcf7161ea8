"""How far the details a draft tells about a child identify it, and which single change would help most.

The rule is our own, built on the notion of jigsaw identification (docs/jigsaw.md): some kinds lead to one child by
themselves, some nearly so, the rest only narrow the circle.
"""

from __future__ import annotations

from collections.abc import Collection

from ..ui import tr

#: from the least to the most
LEVELS = ("low", "medium", "high", "identified")

#: Leads to one child without anything else: who rings the number or sees the face knows.
DIRECT = frozenset({"contact", "number", "photo"})
#: Leads to one family, or to one child among few.
STRONG = frozenset({"relative", "address", "dob", "appearance"})

#: Where two changes help alike, the one the story needs least comes first.
_LEAST_NEEDED = (
    "number", "contact", "dob", "address", "school", "workplace",
    "relative", "institution", "appearance", "photo", "locality",
)  # fmt: skip


def said(kind: str) -> str:
    """A kind of detail, or ``name``, in the words of the reader's language."""
    return tr("date of birth") if kind == "dob" else tr(kind)


def level(kinds: Collection[str], *, named: bool) -> str:
    """One of LEVELS for a child about whom these kinds of detail (story.model.DETAIL_KINDS) are told.

    - identified: the child is named, or a direct kind is told;
    - high: a strong kind and any other, or four kinds;
    - medium: a strong kind, or three kinds;
    - low: anything less.
    """
    told = set(kinds)
    if named or told & DIRECT:
        return "identified"
    if (told & STRONG and len(told) > 1) or len(told) >= 4:
        return "high"
    return "medium" if told & STRONG or len(told) >= 3 else "low"


def best_change(kinds: Collection[str], *, named: bool) -> str | None:
    """What to take out first: ``name`` or the kind whose going lowers the level most; None when nothing is told."""
    if named:
        return "name"
    order = [k for k in _LEAST_NEEDED if k in kinds] + sorted(set(kinds) - set(_LEAST_NEEDED))
    if not order:
        return None

    def left(kind: str) -> tuple[int, int]:
        rest = set(kinds) - {kind}
        # of changes that reach the same level, rather one that takes a direct or a strong kind away
        weight = sum(3 if k in DIRECT else 2 if k in STRONG else 1 for k in rest)
        return LEVELS.index(level(rest, named=False)), weight

    return min(order, key=left)
