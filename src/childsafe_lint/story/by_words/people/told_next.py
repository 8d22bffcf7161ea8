"""What a sentence tells of the one before where the verb closes it: a child, and then whose name that is; a name, and
then an age alone; a deed of pupils, and who did it; what friends call somebody."""

from __future__ import annotations

from .... import lazy_re as re
from ..knowledge import ADULT
from ..names import Cue, Name
from ..patterns import UPPER, value_of
from .grown_life import GrownLife
from .model import Cluster, Word

#: sentences between a child that is sought and its name
_SOUGHT = 2
#: sentences between a word for pupils and what one of them did
_PUPILS = 2
_CLOSED = re.compile(r"\s*[.!?…]+[»”\"]?\s*")


class ToldNext(GrownLife):
    """What a sentence tells of the one before, in languages whose verb closes the clause."""

    def _full_name_next(self) -> None:
        """ "A pupil of 14 has been missing for days. X Y left home …": a full name opens the sentence after a child
        that nobody has named, and nothing grown-up is told of it."""
        for c in self.clusters:
            n = c.names[0]
            if not n.known.cases_last or not n.opener or len(n.parts) < 2 or n.case or n.sentence == 0:
                continue
            if c.kind != "unknown" or any(k.weight for k in c.cues) or n.plural:
                continue
            if [r for r, _ in n.parts] == ["given", "patronymic"] or any(self._speaks(o) for o in c.names):
                continue
            if (w := self._awaits_name(n)) is not None and not self._grown_up_here(n):
                self._note(n, w)
                w.taken = True

    def _awaits_name(self, n: Name) -> Word | None:
        """The unnamed child of the sentence before, or of one somewhat further that is sought."""
        text, known = self.text.text, n.known
        for here in range(n.sentence - 1, max(-1, n.sentence - 1 - _SOUGHT), -1):
            s = self.text.sentences[here]
            sought = known.whole("sought").search(text, s.start, s.end) is not None
            if here < n.sentence - 1 and not sought:
                return None
            told = [w for w in self.words if s.start <= w.start < s.end]
            if not any(w.weight >= 3 and w.kind in ("noun", "grade") for w in told):
                continue
            if any(w.weight < 0 and w.kind != "kin" for w in told) or self._others(s.start, s.end):
                return None
            if known.whole("somebody").search(text, s.start, s.end):
                return None
            fits = [w for w in told if self._one_child(w)]
            if not fits:
                return None
            w = fits[-1]
            subject = known.case_of_noun(text[w.start : w.end]) in ("", "Own") and not w.front
            mine = self.text.sentences[n.sentence]
            # an object of the sentence before is told of further only where something befell it
            return w if sought or subject or self._befallen_here(n, mine.end) else None
        return None

    def _one_child(self, w: Word) -> bool:
        whole_class = w.kind == "grade" and len(self.text.text[w.start : w.end].split()) > 2
        return (
            w.weight >= 3
            and w.kind in ("noun", "grade")
            and not (w.taken or w.plural or whole_class)
            and self._specific(w)
        )

    def _befallen_here(self, n: Name, end: int) -> bool:
        text = self.text.text
        return n.known.whole("befell").search(text, n.end, end) is not None or any(
            kind in ("missing", "accident-victim") and p.search(text, n.end, end)
            for p, kind, _ in n.known.situations
        )

    def _grown_up_here(self, n: Name) -> bool:
        """Whether the sentence of a name tells what bystanders, drivers, culprits and officials do, or has a word for
        a grown-up or for another child in it."""
        s = self.text.sentences[n.sentence]
        if n.known.whole("grown_does").search(self.text.text, n.end, s.end):
            return True
        return any(
            (w.weight < 0 and w.kind in ("age", "noun"))
            or (w.weight > 0 and w.kind == "noun" and not w.plural and self._apart_from(w))
            for w in self.words
            if n.end <= w.start < s.end
        )

    def _apart_from(self, w: Word) -> bool:
        """A child that is the object, or whose something is: "X saw the boy"."""
        return w.known.case_of_noun(self.text.text[w.start : w.end]) in ("Acc", "Dat", "Gen")

    def _aged_alone(self) -> None:
        """ "Our X won the tournament. At twelve!": a sentence that is nothing but an age is said of the one person of
        the sentence before."""
        for here, s in enumerate(self.text.sentences):
            known = self.text.regions.at(s.start)
            if here == 0 or not known.people.get("ages_alone"):
                continue
            lead = re.compile(r"[\s–—«-]*").match(self.text.text, s.start)
            start = lead.end() if lead else s.start
            m = known.whole("ages_alone").match(self.text.text, start)
            if m is None or not _CLOSED.match(self.text.text, m.end()):
                continue
            years = known.number(value_of(m, "n") or "")
            before = [n for n in self.names if n.sentence == here - 1 and self._is_name(n)]
            if years is None or not 0 < years < ADULT or len(before) != 1 or before[0].case:
                continue
            c = self.cluster_of(before[0])
            if c is None or c.kind != "unknown" or any(k.weight < 0 for k in c.cues):
                continue
            word = Word(m.start(), m.end(), "age", 5, known, years)
            self._note(before[0], word)
            for w in self.words:
                w.taken = w.taken or m.start() <= w.start < m.end()

    def _did_among_pupils(self) -> None:
        """ "The fight broke out in class 8. Witnesses say X Y began it": who began, joined or filmed what pupils did
        to one another, where nothing grown-up is told of that person."""
        for c in self.clusters:
            n = c.names[0]
            known = n.known
            if not known.people.get("deeds_of_pupils") or c.kind != "unknown" or n.plural:
                continue
            if any(k.weight for k in c.cues) or any(self._speaks(o) for o in c.names):
                continue
            for o in c.names:
                s = self.text.sentences[o.sentence]
                deed = known.whole("deeds_of_pupils").search(self.text.text, s.start, s.end)
                if deed is None or o.case not in ("", "Gen") or o.sentence == 0:
                    continue
                start = self.text.sentences[max(0, o.sentence - _PUPILS)].start
                w = next(
                    (w for w in reversed(self.words) if start <= w.start < s.end and self._pupils(w)), None
                )
                grown = any(
                    x.weight < 0 and x.kind in ("role", "noun", "age") and s.start <= x.start < s.end
                    for x in self.words
                )
                if w is not None and not grown:
                    o.cues.append(Cue(deed.start(), deed.end(), 3, "what pupils do to one another", "noun"))
                    break

    def _pupils(self, w: Word) -> bool:
        return w.weight > 0 and w.kind in ("grade", "noun", "kin")

    def _surname_of_child(self) -> None:
        """ "Volunteers thanked all who helped to find X-GEN": a surname alone, taken for a parent's until the draft was
        seen to be about a child of that surname, is the child's unless its bearer speaks."""
        for c in [c for c in self.clusters if c.kind == "adult"]:
            if not c.names[0].known.cases_last or not any(k.kind == "kin" for k in c.cues):
                continue
            for n in [n for n in c.names[1:] if len(n.parts) == 1 and not n.given and not n.cues]:
                if self._speaks(n) or (c.gender == "m" and n.gender == "f"):
                    continue
                homes = [
                    o
                    for o in self.clusters
                    if o.kind == "child" and o.start < n.start and self._bears(o, n) and self._fits(n, o)
                ]
                if (
                    len(homes) == 1
                    and "any" not in (n.gender, homes[0].gender)
                    and n.gender != homes[0].gender
                ):
                    continue
                if len(homes) == 1:
                    c.names.remove(n)
                    homes[0].names.append(n)

    @staticmethod
    def _bears(c: Cluster, n: Name) -> bool:
        mine = n.known.bases(n.parts[0][1])
        return any(mine & o.known.bases(w) for o in c.names for w in o.surnames)

    def _nicknames(self) -> None:
        """ "Friends call him «X»": another name for the child named last, here and wherever else it stands."""
        for m, known in self.text.regions.find(lambda k: k.whole("nicknamed")):
            head = self.text.line_before(m.start())
            word = re.search(rf"[«“„\"]?(?<!\w)([{UPPER}][^\W\d_]+)[»”“\"]?\s+$", head)
            s = self.text.sentences[self.text.sentence(m.start())]
            if word is None or not known.cases_last:
                continue
            start = m.start() - len(head) + word.start(1)
            if known.whole("whom").search(self.text.text, s.start, start) is None:
                continue
            c = self._called_last(start)
            if c is not None:
                self._call(c, self.text.text[start : start + len(word[1])])

    def _called_last(self, at: int) -> Cluster | None:
        """The one named last before a place, in this sentence or the one before, where that is a child."""
        here = self.text.sentence(at)
        before = [n for n in self.names if n.end <= at and here - n.sentence <= 1 and self.cluster_of(n)]
        c = self.cluster_of(before[-1]) if before else None
        return c if c is not None and c.kind == "child" else None

    def _call(self, c: Cluster, nickname: str) -> None:
        """Take a nickname, in whatever case, for a child's name."""
        known = c.names[0].known
        key = known.key(nickname)
        for m in re.finditer(rf"(?<![\w@#])[{UPPER}][^\W\d_]+", self.text.text):
            if key not in known.bases(m.group()):
                continue
            mine = next((n for n in self.names if n.start < m.end() and m.start() < n.end), None)
            if mine is None:
                role = [("given", m.group())]
                mine = Name(m.start(), m.end(), role, self.text.sentence(m.start()), known, 3)
                self.names.append(mine)
            other = self.cluster_of(mine)
            if other is c or len(mine.parts) > 1 or (other is not None and other.kind == "adult"):
                continue
            if other is not None:
                other.names.remove(mine)
                if not other.names:
                    self.clusters.remove(other)
            mine.score = max(mine.score, 3)
            c.names.append(mine)
