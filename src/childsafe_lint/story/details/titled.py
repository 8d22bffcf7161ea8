"""Family by a title: "Mama Zainab" of a girl called Zainab, "Gogo Ntombi" where a draft tells of a grandmother."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages.en.kin import is_grandparent
from ...spans import Span
from ..model import Person
from .scene import Scene


class Titled:
    """Reads the titles before the names of one draft's grown-ups."""

    def __init__(self, scene: Scene, grown: list[Person]) -> None:
        self.scene, self.refs, self.text = scene, scene.refs, scene.text
        self.grown = grown
        self.parents = scene.words("relative", "parent_of")
        self.elders = dict.fromkeys(scene.words("relative", "elder_female"), "f")
        self.elders |= dict.fromkeys(scene.words("relative", "elder_male"), "m")

    def find(self) -> Iterator[tuple[Person, Span, str]]:
        children = self._names()
        elders = self._told()
        for p in self.grown:
            if p.pseudonym is not None or p.id in self.scene.kin:
                continue
            for m in p.mentions:
                words = self._words(m)
                if len(words) < 2:
                    continue
                title, name = words[0].lower().rstrip("."), " ".join(words[1:]).lower()
                if title in self.parents and name in children:
                    yield p, m, "called after the child"
                    break
                gender = self.elders.get(title)
                if gender is not None and gender in elders:
                    yield p, m, f"'{words[0]}', and the draft tells of '{elders[gender]}'"
                    break

    def _words(self, m: Span) -> list[str]:
        """The words of a name with the title before it."""
        words = self.text[m.start : m.end].split()
        low = words[0].lower().rstrip(".")
        if len(words) > 1 and (low in self.parents or low in self.elders):
            return words
        left = self.text[max(0, m.start - 14) : m.start]
        before = left.split()[-1:] if left.endswith(" ") else []
        return [*before, *words] if before and before[0][:1].isupper() else words

    def _names(self) -> set[str]:
        """What the children of the draft are called by."""
        out: set[str] = set()
        for p in self.scene.story.children:
            if p.pseudonym is None and p.public_role is None:
                for m in p.mentions:
                    words = self.text[m.start : m.end].lower().split()
                    out |= {words[0], " ".join(words)}
        return out

    def _told(self) -> dict[str, str]:
        """The words for a grandparent whom the draft does not name, by gender."""
        out: dict[str, str] = {}
        for r in self.refs.refs:
            if (
                is_grandparent(r.word)
                and r.role == "kin"
                and not r.plural
                and (r.person is None or not r.person.mentions)
                and not r.generic
            ):
                out.setdefault(r.gender, r.word)
        return out
