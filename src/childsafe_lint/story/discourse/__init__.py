"""What the draft as a whole says about its people, read in steps: each module of this room is one of them."""

from __future__ import annotations

from .ages import Ages
from .called import Called
from .couples import Couples
from .deeds import Deeds
from .described import Described
from .going_on import GoingOn
from .kin import Kin
from .listed import Listed
from .made_up import MadeUp
from .naming import Naming
from .other_names import OtherNames
from .said_of import SaidOf
from .speech import Speech
from .weighed import Weighed
from .whole import Whole


class Discourse(
    MadeUp,
    Called,
    Deeds,
    Naming,
    Couples,
    Listed,
    Ages,
    Described,
    SaidOf,
    GoingOn,
    Speech,
    Whole,
    Weighed,
    Kin,
    OtherNames,
):
    """What the draft as a whole says about its people: pronouns, "the boy", naming phrases, kinship."""

    def read(self) -> None:
        self._genders()
        self._credits()
        self._is_somebody()
        self._fiction()
        self._couples()
        self._listed()
        self._headed_lists()
        self._fronted_names()
        self._called()
        self._naming()
        self._named_together()
        self._counted()
        self._listed_beside()
        self._royal_children()
        self._deeds()
        self._nominals()
        self._students()
        self._of_the_work()
        self._after_nominals()
        self._all_aged()
        self._of_several()
        self._role_of_child()
        self._pronouns()
        self._birthdays()
        self._aged_one()
        self._grown_up_now()
        self._grown_by_years()
        self._described()
        self._taken_to_school()
        self._told_ages()
        self._said_of()
        self._in_speech()
        self._slips()
        self._slogans()
        self._bare_names()
        self._after_kin()
        self._of_the_headline()
        self._grown_goes_on()
        self._does_it()
        self._goes_on()
        self._same_fate()
        self._prizewinners()
        self._candidates()
        self._taking_part()
        self._two_of_them()
        self._under_teams()
        self._under_races()
        self._young()
        self._told_as_children()
        self._of_full_age()
        self._beasts()
        self._whole_story()
        self._weighed()
        self._other_names()
        self._short_forms()
        self._kin()
