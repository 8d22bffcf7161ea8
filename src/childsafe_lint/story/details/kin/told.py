"""Family told elsewhere than beside the name: whose child it is said to be, who speaks of it as their own."""

from __future__ import annotations

from collections.abc import Iterator

from .... import lazy_re as re
from ....spans import Span
from ...model import Detail, Evidence, Person
from ...refs import Gender
from .ground import Ground


class Told(Ground):
    """What is told of somebody in another sentence, in their own words or in all of the draft."""

    def _sons(self) -> None:
        """ "Kiran, s/o Mallappa": the parent is one of the draft's people."""
        for m in self.re["son_of"].finditer(self.text):
            ref = self.scene.refs.at(m.start("name"), m.end("name"))
            if self._of_grown_son(m.start()):
                continue
            if ref is not None and ref.person in self.grown and ref.person is not None:
                self._take(ref.person, Span(m.start(), m.end()), "said to be the parent")

    def sons_of(self) -> Iterator[Detail]:
        """ "s/o Ghulam Rasool": how South Asian police name a parent."""
        for m in self.re["son_of"].finditer(self.text):
            if self._of_grown_son(m.start()):
                continue
            span = Span(m.start("name"), m.end("name"))
            yield Detail(
                "relative",
                span,
                self.scene.children_at(span.start),
                True,
                (Evidence(m.start(), m.end(), "said to be the parent"),),
            )

    def _their_children(self) -> None:
        """ "Teresa Ruiz wept. Her six-year-old son had been beaten": whose child it is, wherever the name stands."""
        refs = self.scene.refs
        grown = {p.id: p for p in self.grown}
        protected = {p.id for p in self.scene.protected}
        for hit in self.re["whose_child"].finditer(self.text):
            ref = self._young(hit)
            if ref is not None and ref.person is not None:
                if ref.person.id not in protected:
                    continue
            elif not hit["age"] or self._grown(*hit.span("young")):
                continue  # nobody in particular
            at = hit.start("poss")
            gender: Gender = "m" if hit["poss"].lower() == "his" else "f"
            who = refs.antecedent(at, gender, ref)
            if who is None or who.person is None:
                person = self._named_before(at)
                if person is not None:
                    self._take(person, person.mentions[0], "the child is said to be theirs")
                continue
            if who.person is None or who.person.id not in grown or who.person.id in self.found:
                continue
            if who.person.pseudonym is not None or self._role_before(who.start):
                continue
            if not who.gender and any(
                r.person is not None and r.person.id in self.found for r in refs.within(who.end, at)
            ):
                continue  # of two named before, the child is that of whom is known to be family
            self._take(who.person, Span(who.start, who.end), "the child is said to be theirs")

    def _named_before(self, at: int) -> Person | None:
        """The only grown-up with a full name in the sentence before the one of ``at``, where that names nobody else."""
        i = self.scene.refs.sentence_index(at)
        if not i or self.scene.refs.paragraph_index(at) != self.scene.refs.paragraph_index(
            self.scene.refs.sentences[i - 1].end - 1
        ):
            return None
        s = self.scene.refs.sentences[i - 1]
        here = [
            p
            for p in self.scene.story.people
            if any(s.start <= m.start < s.end and " " in self.text[m.start : m.end] for m in p.mentions)
        ]
        if len(here) != 1 or here[0] not in self.grown or here[0].id in self.found:
            return None
        m = next(m for m in here[0].mentions if s.start <= m.start < s.end)
        placed = self.re["placed"].search(self.scene.left(m.start, 14))
        return None if placed or self._role_before(m.start) else here[0]

    def _speakers(self) -> None:
        """ "My grandson is no thief," X told reporters: whose words tell that the child is theirs."""
        refs = self.scene.refs
        for q in refs.quotes:
            mine = self.re["mine"].search(self.text, q.span.start, q.span.end) if q.is_speech else None
            if mine is None or self.re["with_mine"].search(self.text[q.span.start : mine.start()]):
                continue  # "She sat beside my daughter in class"
            end = min(refs.paragraph(q.span.start).end, q.span.end + 60)
            names = sorted(
                (m.start, p.id)
                for p in self.scene.story.people
                for m in p.mentions
                if q.span.end <= m.start < end
            )
            person = next((p for p in self.grown if names and p.id == names[0][1]), None)
            if person is None or person.id in self.found or person.pseudonym is not None:
                continue
            if self.re["placed"].search(self.scene.left(names[0][0], 14)):
                continue  # "said a mother from X"
            if re.search(r"[.!?\n]", self.text[q.span.end : names[0][0]]) or not self.scene.family_near(
                q.span.start
            ):
                continue
            if self._role_before(names[0][0]) or any(map(self.office, person.mentions)):
                continue  # "one of our kids," said the principal
            self._take(person, person.mentions[0], "speaks of the child as theirs")

    def _familiar(self) -> None:
        """Features tell of a parent by first name: somebody of no office, called so again and again, while
        the draft speaks of a mother or father it nowhere else names."""
        known = " ".join(e.reason for e in self.found.values())
        if any(w in known for w in ("mother", "father", "theirs", "parent")):
            return
        words = {r.word for r in self.scene.refs.refs if r.role == "kin" and r.person is None}
        roles = self.scene.roles
        for p in self.grown:
            first = [m for m in p.mentions if " " not in self.text[m.start : m.end]]
            full = [m for m in p.mentions if " " in self.text[m.start : m.end]]
            if len(first) < 2 or not full or p.pseudonym is not None:
                continue
            name = self.text[full[0].start : full[0].end].split()
            if any(self.text[m.start : m.end] != name[0] for m in first):
                continue
            gender = next((r.gender for r in self.scene.refs.refs if r.person is p and r.gender), "")
            slot = {"f": {"mother", "mum", "mom", "grandmother"}, "m": {"father", "dad", "grandfather"}}.get(
                gender, {"mother", "father", "mum", "mom", "dad", "parents"}
            )
            beside = re.findall(
                r"[\w-]+",
                (self.scene.left(full[0].start, 40) + " " + self.scene.right(full[0].end, 40)).lower(),
            )
            if words & slot and not any(w in roles for w in beside):
                self._take(p, full[0], "called by first name where the draft tells of a parent")
                return
