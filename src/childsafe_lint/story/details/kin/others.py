"""Mentions of somebody else: a child, a people or a stranger of the same name, the family of another."""

from __future__ import annotations

from .... import lazy_re as re
from ....spans import Span
from ...model import Person
from .surnames import Surnames, stem_of


class Others(Surnames):
    """Whom a mention means, if not the family of the children."""

    def foreign(self, m: Span, p: Person) -> bool:
        """A mention that is somebody else of the name, or a people or language of that name."""
        if self.re["unrelated"].search(self._sentence(m)):
            return True
        if " " in self.text[m.start : m.end]:
            return False
        if (
            self.text[m.start : m.end].lower() in self.scene.roles
            and m.start == self.scene.refs.sentence(m.start).start
        ):
            return True  # a word that was taken for a name: "Lawmaker's son"
        if self._of_child(m, p):
            return True
        # "in Nepali, Tamang or English"
        around = self.scene.refs.within_tokens(m.start - 16, m.end + 16)
        return any(t.ent_type_ in ("NORP", "LANGUAGE") and t.idx != m.start for t in around) and bool(
            re.search(r"(?:,|\bor|\band)\s+$", self.text[max(0, m.start - 5) : m.start])
        )

    def _of_child(self, m: Span, owner: Person) -> bool:
        """A surname alone that child and relative share is the relative's only near its full name or with a title:
        of whom a story is about, it goes on to speak by surname."""
        word = self.text[m.start : m.end]
        if stem_of(word) not in self.surnames or self.re["title"].search(self.scene.left(m.start, 12)):
            return False
        child = [
            x.start
            for p in self.scene.story.children
            for x in p.mentions
            if self.text[x.start : x.end].split()[-1] == word
        ]
        full = [x.start for x in owner.mentions if " " in self.text[x.start : x.end]]
        if not child or not full or m.start < min(full):
            return bool(child and full and min(child) < m.start)
        called = [
            x.start
            for p in self.scene.story.children
            for x in p.mentions
            if x.start < m.start and self.text[x.start : x.end] != word
        ]
        alone = any(self.text[x.start : x.end] == word for p in self.scene.story.children for x in p.mentions)
        return alone and max(called, default=0) > max(at for at in full if at < m.start)

    def employs(self, p: Person) -> bool:
        """Whether somebody is said to be whom a child or its family works for."""
        return any(self.re["employer"].search(self.scene.left(m.start, 60)) for m in p.mentions)

    def strangers(self, p: Person) -> bool:
        """Whether all mentions of ``p`` are of the family of somebody else ("a trader, Ana Ruiz, lost her husband,
        Paul"), or of another story in a column of briefs."""
        return all(self._of_a_stranger(m) or self._in_another_story(m) for m in p.mentions)

    def _of_a_stranger(self, m: Span) -> bool:
        left = self.scene.left(m.start, 60)
        hit = self.re["of_another"].search(left)
        if hit is None:
            return False
        at = m.start - len(left) + hit.start()
        s = self.scene.refs.sentence(m.start)
        told = [r for r in self.scene.refs.within(s.start, at) if r.person is not None and not r.generic]
        return (
            len(told) > 0
            and all(r.role == "adult" and self.scene.role(r) == "adult" for r in told)
            and bool(told[-1].person is not None and told[-1].person.mentions)
        )

    def _in_another_story(self, m: Span) -> bool:
        p = self.scene.refs.paragraph(m.start)
        return self.re["another_story"].match(self.text, p.start) is not None and not any(
            r.role == "child" and not r.generic for r in self.scene.refs.within(p.start, p.end)
        )
