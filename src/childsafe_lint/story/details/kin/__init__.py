"""Names of a child's grown-up family."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module

from .... import lazy_re as re
from ...model import Detail
from ..accused import Accused
from ..newcomers import Newcomers
from ..scene import Scene
from ..ties import Ties
from ..titled import Titled
from .beside import Beside
from .by_name import BY_TITLE, ByName
from .others import Others
from .suspects import Suspects
from .told import Told


@lru_cache(maxsize=4)
def _frames(language: str) -> dict[str, re.Pattern[str]]:
    """How the language says whose mother somebody is: ``languages/<language>/kin.py``."""
    return import_module(f"....languages.{language}.kin", __package__).patterns()  # type: ignore[no-any-return]


def find(scene: Scene) -> tuple[Kin, list[Detail]]:
    """Every mention of every grown-up named as family of a protected child, and who they are."""
    finder = Kin(scene, _frames(scene.language))
    finder.read()
    return finder, list(_details(finder))


def _details(finder: Kin) -> Iterator[Detail]:
    scene = finder.scene
    for person, why in finder.found.items():
        p = scene.story.person(person)
        for m in p.mentions:
            if finder.foreign(m, p) or (why.reason == BY_TITLE and finder.office(m)):
                continue
            yield Detail("relative", m, finder.children_of(p, m), True, (why,))
    yield from finder.families()
    yield from finder.sons_of()


class Kin(Beside, Told, Suspects, ByName, Others):
    """The family of the children to protect: ``found``, each with why; not those in ``refused``."""

    def read(self) -> None:
        scene = self.scene
        listed = {k for c in scene.protected for k in c.relatives}
        for p in self.grown:
            if p.pseudonym is not None:
                continue
            if p.id in listed:
                self._take(p, p.mentions[0], "said to be family")
                continue
            self._look(p)
        self._sons()
        self._by_surname()
        self._their_children()
        self._speakers()
        self._suspects()
        self._familiar()
        for p in self.grown:  # once more: family of those found by now
            if p.id not in self.found and p.pseudonym is None:
                self._look(p)
        self._by_initial()
        self._by_title()
        self._tied()
        self._by_other_finders()
        for p in self.grown:  # and family of those
            if p.id not in self.found and p.pseudonym is None:
                self._look(p)
        self._by_and()

    def _tied(self) -> None:
        """What the grammar tells of ties, twice: the wife of an uncle who is found by the first reading."""
        ties = Ties(self.scene, self.grown, self.scene.kin)
        for person, why in list(ties.by_name()):
            if person.id not in self.found and person.pseudonym is None:
                self._take(person, person.mentions[0], why)
        for _ in range(2):
            for person, why in list(ties.read()):
                if person.id in self.found or person.pseudonym is not None:
                    continue
                if not self._role_before(person.mentions[0].start) and not any(
                    map(self.office, person.mentions)
                ):
                    self._take(person, person.mentions[0], why)

    def _by_other_finders(self) -> None:
        for person, at, why in list(Titled(self.scene, self.grown).find()):
            self._take(person, at, why)
        newcomers = Newcomers(self.scene, self.grown)
        for person, why in list(newcomers.find()):
            self._take(person, person.mentions[0], why)
        for person, why in list(Accused(self.scene, self.grown, newcomers).find()):
            if not any(map(self.office, person.mentions)):
                self._take(person, person.mentions[0], why)
