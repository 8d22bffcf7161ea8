"""Who is told of like somebody lost or hurt, and is an animal."""

from __future__ import annotations

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
            if self._in_the_zoo(c):
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
