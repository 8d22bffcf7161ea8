"""Who is called a child but is a grown-up."""

from __future__ import annotations

from ..names import Cue
from .ground import Ground
from .model import GRAVE, GREY


class GrownUp(Ground):
    """Who is called a child but is a grown-up."""

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
