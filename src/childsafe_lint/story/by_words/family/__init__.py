"""Which grown-ups of a draft are family of its children, and by which words."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Evidence
from ..weighed import Case, told_as_kin
from .beside import Beside
from .pointed import Pointed
from .told import Told


class Family(Pointed, Beside, Told):
    """The family of a draft's children. ``who`` is what was found, ``surnames`` what else names them."""

    def find(self, told: Sequence[Case] = ()) -> None:
        """Find who is family; of whom no rule says so, by all that is ``told``."""
        self._find()
        self._weighed(told)

    def _find(self) -> None:
        """A word of kinship beside the name or pointing to it, what was done for the child, the family's surname.
        Whose wife or son somebody is may be known only when the other is, hence again until nothing is added."""
        fathers = self._fathers()
        others = [
            p
            for p in self.story.people
            if p.kind != "child" and p.mentions and p.pseudonym is None and not self._nobody(p)
        ]
        size = -1
        while size < len(self._found):
            size = len(self._found)
            for person in others:
                if person.id in self._found:
                    continue
                evidence = (
                    self._kin(person)
                    or self._own_words(person)
                    or self._household(person)
                    or self._listed(person)
                    or self._apposed(person)
                    or self._behind_comma(person)
                    or self._of_interview(person)
                    or self._grown_child(person)
                    or self._pointed(person)
                    or self._took_in(person)
                    or self._bereft(person)
                    or self._has_child(person)
                    or self._father(person, fathers)
                    or self._parental(person)
                    or self._partner(person)
                    or self._of_the_story(person)
                )
                if evidence is not None:
                    self._found[person.id] = (person, evidence)
            for person, evidence in self._in_headline():
                if person.pseudonym is None:
                    self._found.setdefault(person.id, (person, evidence))
            known = self.surnames()  # a surname of the child's, then one of its family's
            for person in others:
                if (
                    person.id not in self._found
                    and known & self._surnames([person])
                    and not self._office(person)
                ):
                    first = person.mentions[0]
                    self._found[person.id] = (
                        person,
                        Evidence(first.start, first.end, "the surname of the child's family"),
                    )

    def _weighed(self, told: Sequence[Case]) -> None:
        """Those of whom no rule knows, and of whom is told as of a child's family."""
        for case in told:
            p = case.person
            if p.kind == "child" or p.id in self._found or p.pseudonym is not None:
                continue
            why = told_as_kin(self.text, case, self.story.language)
            if why is not None and not self._nobody(p) and not self._office(p):
                self._found[p.id] = (p, why)
