"""Who is in a draft: names with the cues beside them, the mentions of one person together, children told from
grown-ups. Read in steps: each module of this room is one of them."""

from __future__ import annotations

from collections.abc import Sequence

from ....drafts.model import Draft
from ...model import Person
from ..names import Name, Text
from .announced import Announced
from .beasts import Beasts
from .beside import Beside
from .chronicle import Chronicle
from .goes_on import GoesOn
from .mentions import Mentions
from .model import Cluster, Word
from .result import Result
from .rows import Rows
from .said_of import SaidOf
from .shortened import Shortened
from .signs import Signs
from .told_next import ToldNext
from .words import Words

__all__ = ["Cluster", "People", "Word", "find_people"]


class People(
    Words,
    Beside,
    Rows,
    Mentions,
    Shortened,
    GoesOn,
    Announced,
    Signs,
    SaidOf,
    ToldNext,
    Chronicle,
    Beasts,
    Result,
):
    """Reads one draft. ``clusters`` and ``owner`` (whose each name is) are there after ``read``."""

    def read(self) -> list[Person]:
        self._words()
        self._beside()
        self._ages_of_offspring()
        self._gapped()
        self._spread()
        self.names = [n for n in self.names if self._is_name(n) or self._maybe(n)]
        self._cluster()
        self._parent_of_known()
        self._of_works()
        self._on_stage()
        self._child_of_elder()
        self._short_of_grown_up()
        self._pronouns()
        self._parents_alone()
        self._in_one_breath()
        self._rows_of_children()
        self._gone_on_as_grown_up()
        self._identified()
        self._said_of()
        self._at_age()
        self._siblings()
        self._row_of_siblings()
        self._of_both()
        self._counted_row()
        self._announced_by_sentence()
        self._other_name()
        self._first_of_them()
        self._full_name_next()
        self._aged_alone()
        self._next_of_them()
        self._lonely()
        self._victims()
        self._of_several()
        self._with_sibling()
        self._unclear()
        self._did_among_pupils()
        self._likely()
        self._told_as_children()
        self._hero()
        self._of_their_surname()
        self._by_first_name()
        self._on_trial()
        self._in_one_breath()
        self._of_adults_age()
        self._kin_of_grown_up()
        self._family_of_old()
        self._of_long_ago()
        self._grown_up()
        self._recalled()
        self._surname_of_child()
        self._in_capitals()
        self._juniors()
        self._family_of_children()
        self._short_names()
        self._nicknames()
        self._initials()
        self._in_order()
        self._of_a_review()
        self._grown_since()
        self._young_of_now()
        self._memories()
        self._of_the_war()
        self._grown_offspring()
        self._same_name_later()
        self._patronymic_behind()
        self._beside_grown()
        self._of_grey_parents()
        self._of_a_chronicle()
        self._of_childhood()
        self._beasts()
        return self._people()


def find_people(draft: Draft, text: Text, names: Sequence[Name]) -> tuple[list[Person], People]:
    """Everybody the draft names, and the particular children it speaks of without a name."""
    reader = People(draft, text, names)
    return reader.read(), reader
