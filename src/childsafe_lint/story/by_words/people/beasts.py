"""Who is told of like somebody lost or hurt, and is an animal."""

from __future__ import annotations

from .... import lazy_re as re
from ..names import Cue, Name
from .ground import Ground
from .model import LONG_AGO, Cluster


class Beasts(Ground):
    """Who is told of like somebody lost or hurt, and is an animal."""

    def _beasts(self) -> None:
        """ "Everybody knew the dog. … In March Ginger went missing": an adjective for a name, nothing that tells of a
        child, an animal not far, and no child beside it."""
        for c in self.clusters:
            n = c.names[0]
            if c.kind != "child" or n.known.cases_last or not n.known.people.get("animals"):
                continue
            if self._in_the_zoo(c) or self._cub(c):
                n.cues.append(Cue(n.start, n.end, -9, "an animal", "age", LONG_AGO + 1))
                continue
            if not all(len(o.parts) == 1 and self._by_looks(o) for o in c.names) or not self._only_told(c):
                continue
            if self._after_animal(n) and not self._bitten(n):
                n.cues.append(Cue(n.start, n.end, -6, "an animal", "age", LONG_AGO + 1))

    def _in_the_zoo(self, c: Cluster) -> bool:
        """ "The mother, Taiga, eight years old, lay down by the fence": a name that is none of people's, in a draft
        about beasts that are kept."""
        n, text = c.names[0], self.text.text
        listed = any(len(o.parts) > 1 or o.known.bases(o.parts[0][1]) & o.known.given_names for o in c.names)
        if listed or not n.known.people.get("kept_beasts"):
            return False
        kept = {m.group().lower()[:5] for m in n.known.whole("kept_beasts").finditer(text)}
        near = n.known.whole("kept_beasts").search(
            text, self.text.sentences[max(0, n.sentence - 2)].start, n.end
        )
        return len(kept) >= 2 and near is not None

    def _cub(self, c: Cluster) -> bool:
        """ "The elk calves were two weeks old. His wife called them Yasha and Dusya": named, or first told of, right
        after the young of beasts, where no word for a child stands beside the name."""
        n, text = c.names[0], self.text.text
        if not n.known.people.get("cubs") or any(len(o.parts) > 1 for o in c.names) or self._bitten(n):
            return False
        signs = [k for o in c.names for k in o.cues if k.weight > 0]
        if any(k.kind == "grade" or (k.kind == "age" and k.start < n.start) for k in signs):
            return False
        if any(_beside_name(c, k) for k in signs if k.kind in ("noun", "kin")):
            return False
        here = self.text.sentences[n.sentence]
        back = self.text.sentences[max(0, n.sentence - 3)].start
        named = n.known.whole("names_beasts").search(text, here.start, n.start) is not None
        if named and len({m.start() for m in n.known.whole("cubs").finditer(text)}) > 1:
            back = 0
        cubs = [
            m for m in n.known.whole("cubs").finditer(text, back, n.start) if not self._likened(m.start(), n)
        ]
        if not cubs and named:  # "the young of the saiga were born on time. The first was called X"
            kept = n.known.whole("kept_beasts")
            cubs = [
                m
                for m in kept.finditer(text, self.text.sentences[max(0, n.sentence - 1)].start, here.start)
                if n.known.whole("born_then").search(
                    text, m.start(), self.text.sentences[self.text.sentence(m.start())].end
                )
            ]
        if not cubs:
            return False
        if self._child_before_cub(cubs[-1].start(), n):
            return False
        beside = not re.search(r"[^\W_]", text[cubs[-1].end() : n.start])
        before = n.sentence - self.text.sentence(cubs[-1].start()) == 1
        human = any(
            w.weight >= 3
            and w.kind in ("grade", "noun", "age")
            and not (w.plural and (named or beside))
            and n.known.whole("said_of_beasts").fullmatch(text[w.start : w.end]) is None
            for w in self.words
            if not (named or beside) or cubs[0].start() <= w.start < n.start
        )
        return (named or beside or before) and not human

    def _child_before_cub(self, cub: int, n: Name) -> bool:
        """ "The schoolgirl saved a lion cub. She is called Vika": a child told of before the beast, whose the name can
        be, unless the sentence of the name says that the beast is called so."""
        here = self.text.sentences[n.sentence]
        back = self.text.sentences[max(0, self.text.sentence(cub) - 1)].start
        if n.known.whole("gives_name").search(self.text.text, max(cub, here.start), n.start):
            return False
        if here.start <= cub and not any(here.start <= w.start < cub and w.weight > 0 for w in self.words):
            return False
        return any(
            w.weight > 0
            and not w.plural
            and w.kind in ("noun", "kin", "grade", "age")
            and back <= w.start < cub
            and (
                n.known.whole("said_of_beasts").fullmatch(self.text.text[w.start : w.end]) is None
                or self._acts_on(w.end, cub)
            )
            for w in self.words
        )

    def _acts_on(self, start: int, end: int) -> bool:
        """Whether a verb stands between two places in one sentence: "the boy found a lion cub"."""
        return self.text.sentence(start) == self.text.sentence(end) and any(
            self.text.pos(i) == "VERB" and self.text.morph(i, "VerbForm") == "Fin"
            for i in self._offsets(start, end)
        )

    def _likened(self, at: int, n: Name) -> bool:
        """ "Like wolf cubs": no beast, but whoever is likened to one."""
        return n.known.whole("like").fullmatch(self._word_before(at)) is not None

    def _by_looks(self, n: Name) -> bool:
        """Whether the name is an adjective, as children's are not."""
        return (
            self.text.pos(n.start) == "ADJ"
            or n.known.whole("named_by_looks").fullmatch(n.parts[0][1]) is not None
        )

    @staticmethod
    def _only_told(c: Cluster) -> bool:
        """No age, grade, kinship or word for a child belongs to it."""
        signs = [k for n in c.names for k in n.cues if k.weight > 0]
        return all(k.kind == "noun" and not _beside_name(c, k) for k in signs)

    def _after_animal(self, n: Name) -> bool:
        """In a sentence not far, where no child is told of."""
        sentences = self.text.sentences
        start = sentences[max(0, n.sentence - 2)].start
        end = sentences[min(len(sentences) - 1, n.sentence + 1)].end
        if any(w.weight > 0 for w in self.words if start <= w.start < end):
            return False
        return any(
            self.text.morph(m.start(), "Case") != "Ins"
            for m in n.known.whole("animals").finditer(self.text.text, start, end)
        )

    def _bitten(self, n: Name) -> bool:
        """Whether animals do harm in the draft."""
        return n.known.whole("animals_harm").search(self.text.text) is not None


def _beside_name(c: Cluster, cue: Cue) -> bool:
    """Whether a sign stands right beside a name."""
    return any(abs(cue.start - n.end) < 3 or abs(n.start - cue.end) < 3 for n in c.names)
