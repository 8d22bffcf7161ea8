"""Children whom a word or a number announces before their names come, or that is said of the last names."""

from __future__ import annotations

from .... import lazy_re as re
from ..names import Cue, Name
from .ground import BOUND
from .grown_life import GrownLife
from .model import Word

_END = re.compile(r"\s*[.!?…:]+[»”\"]?\s*$")


class Announced(GrownLife):
    """ "It was worst for his little brother. X …", "X goes to the sixth class, Y to the seventh"."""

    def _announced_by_sentence(self) -> None:
        """ "It was worst for the younger sister. X is seventeen": the last word of a sentence tells of one child,
        and the next one opens with a given name of which nothing else is told."""
        for c in self._untold():
            n = c.names[0]
            if not n.opener or not self._first_name(n) or n.sentence == 0 or self._grown_life(c):
                continue
            before = self.text.sentences[n.sentence - 1]
            w = next((w for w in reversed(self.words) if before.start <= w.start < before.end), None)
            if w is None or w.taken or w.plural or not self._may_be_child(w):
                continue
            if w.gender not in (c.gender, "any") and c.gender != "any":
                continue
            end = _END.fullmatch(self.text.text[w.end : n.start].split("\n\n")[0])
            if end is None or self._others(before.start, n.start) or self._speaks(n):
                continue
            n.cues.append(Cue(w.start, w.end, 3, "a word for a child", "noun"))

    def _other_name(self) -> None:
        """ "A pupil nicknamed Nail, who is also X Y", "He looks twelve, called himself X": another name of a child told
        of in the sentence, and the name that somebody gives."""
        for c in self._untold():
            n = c.names[0]
            s = self.text.sentences[n.sentence]
            before = self.text.text[s.start : n.start]
            if not any(not before[m.end() :].strip() for m in n.known.whole("also_named").finditer(before)):
                continue
            told = [
                w
                for w in self.words
                if s.start <= w.start < n.start and w.kind in ("age", "noun", "grade") and not w.plural
            ]
            if told and told[-1].weight >= 3 and not any(w.weight < 0 for w in told):
                w = told[-1]
                n.cues.append(Cue(w.start, w.end, 3, "a word for a child", "noun"))

    def _first_of_them(self) -> None:
        """ "Thirty pupils came. The best drawing was X's": whom the draft sets before children it has told of."""
        for c in self._untold():
            n = c.names[0]
            s = self.text.sentences[n.sentence]
            first = n.known.whole("first_of").search(self.text.text, s.start, n.start)
            if first is None or self._grown_life(c) or any(self._speaks(o) for o in c.names):
                continue
            start = self.text.sentences[max(0, n.sentence - 1)].start
            near = [w for w in self.words if start <= w.start < n.start]
            if not near or near[-1].weight < 3 or not near[-1].plural or self._others(near[-1].end, n.start):
                continue
            n.cues.append(Cue(near[-1].start, near[-1].end, 3, "a word for children", "noun"))

    def _next_of_them(self) -> None:
        """ "The ringleader is the pupil X. The second, Y, …": the next of a series in which a child was named."""
        for c in self._untold():
            n = c.names[0]
            before = self.text.text[max(0, n.start - 40) : n.start]
            m = n.known.framed(r"(?<!\w)(", "series_goes_on", r")\s*[,–—-]\s*$").search(before)
            if m is None or n.known.cases_last or self._grown_life(c):
                continue
            start = self.text.sentences[max(0, n.sentence - 2)].start
            near = [o for o in self.names if start <= o.start < n.start and self._is_name(o)]
            kinds = {
                self._kind(o)
                for o in near
                if not any(
                    k.kind == "kin" and k.weight < 0 for x in [self.cluster_of(o)] if x for k in x.cues
                )
            }
            if kinds == {"child"}:
                at = n.start - len(before)
                n.cues.append(Cue(at + m.start(1), at + m.end(1), 3, "one of several children", "noun"))

    def _with_sibling(self) -> None:
        """ "Ten-year-old Asia … . Her brother X was brought with her": a brother or a sister called by the given name,
        where nobody but a child is told of right before."""
        for c in self._untold(neutral=True):
            n = c.names[0]
            kin = next((k for k in c.cues if k.kind == "kin" and not k.weight), None)
            if kin is None or not self._bare(n) or self._grown_life(c):
                continue
            here = self.text.sentences[n.sentence]
            back = self.text.sentences[max(0, n.sentence - 1)]
            start = back.start if "\n\n" not in self.text.text[back.start : n.start] else here.start
            owners = [
                o for o in self.names if start <= o.start < here.end and o is not n and self._is_name(o)
            ]
            grown = any(
                w.weight < 0 and w.kind in ("age", "noun", "role") and here.start <= w.start < here.end
                for w in self.words
            )
            sure = all(self._kind(o) == "child" and not self._daughter_only(o) for o in owners)
            if owners and not grown and sure:
                n.cues.append(Cue(kin.start, kin.end, 3, "a child's brother or sister", "noun"))

    def _daughter_only(self, n: Name) -> bool:
        """Somebody named in full of whom nothing but whose son or daughter it is is told: of whatever age."""
        c = self.cluster_of(n)
        cues = [k for k in c.cues if k.weight > 0] if c else []
        return len(n.parts) > 1 and all(k.kind == "kin" for k in cues)

    def _counted_row(self) -> None:
        """ "The mother of two children was jailed. X and Y went to an aunt": as many given names as children."""
        for row in self.rows():
            first, known = row[0], row[0].known
            clusters = [c for n in row if (c := self.cluster_of(n)) is not None]
            if known.cases_last or len(row) < 2 or not all(self._first_name(n) for n in row):
                continue
            if any(
                c.kind != "unknown" or any(k.weight for k in c.cues) or self._grown_life(c) for c in clusters
            ):
                continue
            start = self.text.sentences[max(0, first.sentence - 2)].start
            for w in self.words:
                if not start <= w.start < first.start or not w.plural or w.weight < 2 or w.kind == "age":
                    continue
                if self._count(w) == len(row) and not self._others(w.end, first.start):
                    for c in clusters:
                        c.names[0].cues.append(Cue(w.start, w.end, 3, "a word for children", "noun"))
                    break

    def _of_both(self) -> None:
        """ "X dreams of a bicycle, Y of a dog; both are under ten": an age said of the last two."""
        for w in self.words:
            if w.kind != "age" or w.taken or w.weight <= 0 or w.known.cases_last:
                continue
            near = self.text.text[max(0, w.start - 40) : w.start]
            if not any(not BOUND.search(near, m.end()) for m in w.known.whole("of_both").finditer(near)):
                continue
            here = self.text.sentence(w.start)
            before = [c for c in self.clusters if c.start < w.start and here - c.names[0].sentence <= 1]
            last = sorted(before, key=lambda c: max(n.start for n in c.names if n.start < w.start))[-2:]
            if len(last) == 2 and all(
                c.kind == "unknown" and not any(k.weight for k in c.cues) for c in last
            ):
                for c in last:
                    self._note(c.names[0], w)
                w.taken = True

    def _gapped(self) -> None:
        """ "X goes to the sixth class, Y — to the seventh": a class whose noun is left out."""
        for one, other in zip(self.names, self.names[1:], strict=False):
            if one.known.cases_last or one.sentence != other.sentence or any(c.weight for c in other.cues):
                continue
            grade = next((c for c in one.cues if c.kind == "grade" and c.start > one.end), None)
            gap = re.compile(r"\s*[–—-]\s*").match(self.text.text, other.end)
            m = one.known.whole("gapped_grade").match(self.text.text, gap.end()) if gap else None
            if grade is not None and m:
                other.cues.append(Cue(m.start(), m.end(), 4, "a pupil's class", "grade"))

    def _count(self, w: Word) -> int | None:
        """How many people a word is said of: "the mother of two children"."""
        table: dict[str, int] = w.known.people.get("counts") or {}
        return table.get(self._word_before(w.start))

    @staticmethod
    def _first_name(n: Name) -> bool:
        return len(n.parts) == 1 and (n.parts[0][0] == "given" or n.label == "PERSON") and not n.surnames
