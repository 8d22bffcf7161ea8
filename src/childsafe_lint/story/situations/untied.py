"""Whose a cue is that its own sentence ties to nobody: of the pronoun, the paragraph, the list or the whole story."""

from __future__ import annotations

from collections.abc import Sequence

from ... import lazy_re as re
from ...languages.en import befell
from ...spans import Span
from ..model import Person
from .given import Given
from .kinds import SHARED, SOFT
from .signs import Signs
from .whom import Whom
from .words import Hit, Label


class Untied:
    """Gives the cues of one draft that are left to its children."""

    def __init__(self, signs: Signs, whom: Whom, given: Given) -> None:
        self.signs, self.whom, self.given = signs, whom, given
        self.text, self.doc, self.refs, self.lang = signs.text, signs.doc, signs.refs, signs.lang

    def later(self, left: Sequence[Hit]) -> None:
        particular = [p for p in self.signs.children if p.id not in self.signs.generic]
        if not particular:
            self._to_unlisted(left)
            return
        for hit in left:
            frame = hit.label.frame
            s = self.refs.sentence(hit.start)
            if self.signs.statistical(s):
                continue
            targets = self._listed(s) if hit.label.kind in SHARED else []
            if not targets:
                targets = self._by_pronoun(s)
            if not targets and frame != "does":
                targets = self._by_paragraph(hit.start)
            if not targets and frame != "does" and len(particular) <= 3 and self.signs.leading(hit.start):
                targets = [p for p in particular if p.mentions or not self._only_in_speech(p)]
            for person in targets:
                if person.public_role is None:
                    self.given.assign(person, Hit(hit.start, hit.end, Label(hit.label.kind, "near")))

    def _to_unlisted(self, left: Sequence[Hit]) -> None:
        """In a draft whose only child is no Person ("He was expelled. ... He is ten"): cues of its paragraph."""
        kids = [r for r in self.refs.refs if r.role == "child" and r.person is None and not r.generic]
        told = {self.refs.paragraph_index(r.start) for r in kids}
        for hit in left:
            near = self.refs.paragraph_index(hit.start) in told
            if (
                near
                and hit.label.frame != "does"
                and not self.signs.statistical(self.refs.sentence(hit.start))
            ):
                self.given.nobody.append(hit)

    def to_main_child(self, left: Sequence[Hit]) -> None:
        """A grave word whose sentence ties it to nobody, in a draft that says nothing of its children so far,
        is said of the child the draft tells of most: named or under a cipher, else without a name."""
        told = [p for p in self.signs.children if p.id not in self.signs.generic]
        if not told or self.given.nobody or any({s.kind for s in p.situations} - SOFT for p in told):
            return
        main = max(told, key=lambda p: (bool(p.mentions), len(p.mentions), len(p.nominals)))
        if len(main.mentions) + len(main.nominals) < 2:
            return
        for hit in left:
            kind, frame = hit.label.kind, hit.label.frame
            if kind in SOFT or frame == "does" or self.signs.statistical(self.refs.sentence(hit.start)):
                continue
            if self.text[hit.start : hit.end].lower() in self.lang.weak:
                continue
            if main.public_role is not None and kind == "accident-victim":
                continue
            once = Hit(hit.start, hit.end, Label(kind, "near"))
            for p in [main, *(self._beside_main(main) if kind in SHARED else ())]:
                self.given.assign(p, once)

    def _beside_main(self, main: Person) -> list[Person]:
        """Children named in one sentence with the main one: "with her brothers X, 8, and Y, 6"."""
        out: dict[str, Person] = {}
        for m in main.mentions:
            s = self.refs.sentence(m.start)
            for r in self.refs.within(s.start, s.end):
                if r.role == "child" and r.person is not None and r.person is not main and r.person.mentions:
                    out[r.person.id] = r.person
        return list(out.values())

    def _listed(self, s: Span) -> list[Person]:
        """Children in the list that a line ending in a colon opens."""
        if not self.text[s.start : s.end].rstrip().endswith(":"):
            return []
        out: dict[str, Person] = {}
        for p in self.refs.paragraphs[self.refs.paragraph_index(s.start) + 1 :]:
            line = self.text[p.start : p.end]
            if len(line) > 90 or line.rstrip().endswith((".", ":")):
                break
            for r in self.refs.within(p.start, p.end):
                if r.role == "child" and r.person is not None and r.start - p.start < 6:
                    out[r.person.id] = r.person
        return list(out.values())

    def rolls(self) -> None:
        """ "Police released the names of the deceased. They are: A (16), B (15)": all those listed are victims."""
        for cue in self.signs.cues.get("rolls", ()):
            if not self.signs.grave & self.lang.mourned and befell.NAMED_AS.search(
                self.text, cue.start, cue.end
            ):
                continue  # winners are named as well
            i = self.refs.sentence_index(cue.start)
            spans = [Span(cue.end, self.refs.sentences[i].end)]
            for s in self.refs.sentences[i + 1 : i + 3]:
                if re.match(
                    r"\s*(?:They|These|Those)\b|\s*The\s+(?:dead|deceased|victims)\b",
                    self.text[s.start : s.end],
                ):
                    spans.append(s)
            for span in spans:
                for r in self.refs.within(span.start, span.end):
                    if r.role == "child" and r.person is not None and r.person.mentions:
                        self.given.assign(r.person, Hit(cue.start, cue.end, Label("accident-victim", "near")))

    def among(self, hit: Hit) -> list[Person]:
        """Named children of a group: "three children, among them seven-year-old Sasha"."""
        i = self.refs.sentence_index(hit.start)
        end = self.refs.sentences[min(i + 1, len(self.refs.sentences) - 1)].end
        out = []
        for start, stop, _ in self.lang.among.find(self.text[hit.end : end]):
            for r in self.refs.within(hit.end + stop, min(hit.end + stop + 70, end)):
                if r.role == "child" and r.person is not None and r.person.mentions:
                    out.append(r.person)
            if start >= 0:
                break
        return out

    def _by_pronoun(self, s: Span) -> list[Person]:
        i = self.refs.token_index(s.start)
        while i < len(self.doc) and self.doc[i].idx < s.end:
            low = self.refs.lows[i]
            if low in self.refs.pronouns:
                ref = self.refs.antecedent(self.doc[i].idx, self.refs.pronouns[low])
                if ref is not None and ref.role == "child" and ref.person is not None:
                    return [ref.person]
            i += 1
        return []

    def _by_paragraph(self, at: int) -> list[Person]:
        p = self.refs.paragraph(at)
        kids = [r for r in self.refs.within(p.start, p.end) if r.role == "child" and not r.generic]
        return [r.person for r in self.whom.nearest(at, at, kids) if r.person is not None] if kids else []

    def _only_in_speech(self, p: Person) -> bool:
        """Spoken of in quotations only: "Some came with three children," said the nurse."""
        speech = [q.span for q in self.refs.quotes if q.is_speech]
        return all(any(q.start <= n.start and n.end <= q.end for q in speech) for n in p.nominals)
