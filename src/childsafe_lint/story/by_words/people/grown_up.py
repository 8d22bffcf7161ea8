"""Who is called a child but is a grown-up."""

from __future__ import annotations

from ..names import Cue
from .ground import Ground
from .model import GRAVE, GREY


class GrownUp(Ground):
    """Who is called a child but is a grown-up."""

    def _recalled(self) -> None:
        """ "When Boris was four … Boris Stein became an academician": one person, grown up by now."""
        for c in list(self.clusters):
            known = c.names[0].known
            if known.cases_last or c.kind != "child" or any(len(n.parts) > 1 for n in c.names):
                continue
            cues = [k for k in c.cues if k.weight > 0]
            mine = {b for n in c.names for b in known.bases(n.parts[0][1])}
            adult = next(
                (
                    o
                    for o in self.clusters
                    if o.kind == "adult"
                    and any(len(n.parts) > 1 and any(mine & known.bases(w) for w in n.given) for n in o.names)
                ),
                None,
            )
            if adult is not None and all(self._told_of_old(k) for k in cues):
                adult.names += c.names
                c.names[0].cues.clear()
                self.clusters.remove(c)

    def _told_of_old(self, cue: Cue) -> bool:
        """Whether the sentence of a cue, or the one before, tells of a childhood."""
        here = self.text.sentence(cue.start)
        start = self.text.sentences[max(0, here - 1)].start
        known = self.text.regions.at(cue.start)
        return known.whole("recalls").search(self.text.text, start, self.text.sentences[here].end) is not None

    def _grown_up(self) -> None:
        """ "The singer turned sixty; her daughter Sauleh works abroad": sons and daughters are children only where
        the draft has any other word for one, or something grave to tell."""
        if any(w.weight > 0 and not w.plural and w.kind in ("age", "grade", "noun") for w in self.words):
            return
        old = any(w.kind == "age" and (w.years or 0) >= GREY for w in self.words)
        young = any(w.weight > 0 and w.kind in ("age", "grade", "noun") for w in self.words)
        for c in self.clusters:
            known = c.names[0].known
            if c.kind != "child" or any(k.kind != "kin" for k in c.cues):
                continue
            if not known.cases_last:
                if old and not young:  # "the pensioners' son X"
                    c.names[0].cues.append(Cue(c.start, c.start, -6, "nothing says how old", "kin"))
                continue
            if not any(p.search(self.text.text) for p, kind, _ in known.situations if kind in GRAVE):
                c.names[0].cues.append(Cue(c.start, c.start, -1, "nothing says how old", "kin"))
