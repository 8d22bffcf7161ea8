"""Adults and public figures whom the newsroom knows: their names are never reported as a child's or a relative's."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from ..guidelines.model import KnownPerson
from ..report import Finding
from ..story.model import Detail, Person, Story
from .trigger_words import POSSESSIVE


class KnownPeople:
    """Applies a newsroom's list (settings: ``people``). An entry is about everybody in a draft who is called by
    that very name at least once; how else the draft calls them does not matter."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        self._people = people

    def settle(self, story: Story) -> None:
        """Take adults on the list for adults, and their names and those of public figures for no relative's."""
        wide = [p for p in self._people if not p.rules]
        adults = {p.id for known in wide if known.role == "adult" for p in _called(known, story)}
        if adults:
            for person in story.people:
                if person.id in adults:
                    person.kind = "adult"
            story.details = [d for d in (_without(d, adults) for d in story.details) if d is not None]
            story.beside = [b for b in story.beside if b.person not in adults]
            story.sensitive = story.sensitive and bool(story.children)
        if wide:
            told = [
                d for d in story.details if not any(_names(k, d.span.start, d.span.end, story) for k in wide)
            ]
            gone = [d for d in story.details if d.kind == "relative" and d not in told]
            story.details = [d for d in story.details if d not in gone]
            for person in story.people:
                if any(person.id in d.people for d in gone) and not any(
                    person.id in d.people for d in story.details if d.kind == "relative"
                ):
                    person.details = [k for k in person.details if k != "relative"]

    def knows(self, finding: Finding, story: Story) -> bool:
        """Whether a finding is about the name of somebody on the list, as a child's or a relative's."""
        relative = finding.category == "identifying-detail" and finding.details.get("kind") == "relative"
        if finding.category != "minor-name" and not relative:
            return False
        for known in self._people:
            if known.rules and not any(fnmatchcase(finding.rule, pattern) for pattern in known.rules):
                continue
            if not relative and finding.person is not None:
                if any(p.id == finding.person for p in _called(known, story)):
                    return True
            elif _names(known, finding.start, finding.end, story):
                return True
        return False


def _called(known: KnownPerson, story: Story) -> list[Person]:
    name = _plain(known.name)
    return [p for p in story.people if any(_plain(story.text[m.start : m.end]) == name for m in p.mentions)]


def _names(known: KnownPerson, start: int, end: int, story: Story) -> bool:
    """Whether these words name that person: by the very name, or by another that the draft gives the person."""
    if _plain(known.name) == _plain(story.text[start:end]):
        return True
    return any(start <= m.start and m.end <= end for p in _called(known, story) for m in p.mentions)


def _without(detail: Detail, adults: set[str]) -> Detail | None:
    """A detail without those whom it does not concern as children; None where nobody is left."""
    left = tuple(id for id in detail.people if id not in adults)
    if left == detail.people:
        return detail
    return replace(detail, people=left) if left else None


def _plain(name: str) -> str:
    words = POSSESSIVE.sub("", " ".join(unicodedata.normalize("NFC", name).split()))
    return words.casefold().replace("ё", "е")
