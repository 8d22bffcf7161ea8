"""Family told by the name of somebody found before: a part of it with a title or an initial, or "and" behind it."""

from __future__ import annotations

from .... import lazy_re as re
from ....spans import Span
from .ground import Ground

BY_TITLE = "a title and the name of family"


class ByName(Ground):
    """Who shares a name with family or is named together with it."""

    def _by_initial(self) -> None:
        surnames = {
            self.text[m.start : m.end].split()[-1]
            for k in self.found
            for m in self.scene.story.person(k).mentions
            if " " in self.text[m.start : m.end]
        }
        for p in self.grown:  # "E. Asante": family by an initial
            words = self.text[p.mentions[0].start : p.mentions[0].end].split()
            if (
                p.id not in self.found
                and len(words) == 2
                and len(words[0].rstrip(".")) == 1
                and words[1] in surnames
            ):
                self._take(p, p.mentions[0], "initial and surname of family")

    def _by_title(self) -> None:
        """ "Mr Lim" after "her father, Lim Wei Jun": family by a title and one part of a name found before."""
        parts: dict[str, set[str]] = {}
        for p in self.grown:
            for m in p.mentions:
                for word in self.text[m.start : m.end].split():
                    parts.setdefault(word, set()).add(p.id)
        for p in self.grown:
            if p.id in self.found or p.pseudonym is not None:
                continue
            for m in p.mentions:
                name = self.text[m.start : m.end].split()
                if len(name) == 2 and self.re["title"].match(name[0] + " "):
                    name = name[1:]  # the title was taken for a part of the name: "Gogo Nosipho"
                elif len(name) != 1 or not (self.re["title"].search(self.scene.left(m.start, 12))):
                    continue
                others = parts.get(name[0], set()) - {p.id}
                if others and others <= set(self.found):
                    self._take(p, m, BY_TITLE)
                    break

    def _by_and(self) -> None:
        for _ in range(2):  # husbands, wives and others joined to family by "and"
            for p in self.grown:
                if p.id in self.found or p.pseudonym is not None:
                    continue
                if any(self._joined(m) for m in p.mentions):
                    self._take(p, p.mentions[0], "named together with family")

    def _joined(self, m: Span) -> bool:
        before = self.scene.refs.before(m.start, max(self.scene.refs.sentence(m.start).start, m.start - 60))
        if before is not None and before.person is None and before.role == "adult":
            # "the daughter of X, a supervisor at a mill, and Y"
            before = self.scene.refs.before(
                before.start, max(self.scene.refs.sentence(m.start).start, m.start - 90)
            )
        if before is None or before.person is None or before.person.id not in self.found:
            return False
        gap = self.text[before.end : m.start]
        if not self.re["and"].match(gap):
            return False
        return bool(
            re.search(
                r"\b(?:parents|grandparents|children|son|daughter|wife|husband|twins|brothers|sisters|uncles|aunts|guardians)\b",
                self._sentence(m),
            )
        )
