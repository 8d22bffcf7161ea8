"""What stands beside each name, on either side."""

from __future__ import annotations

from ..names import Cue
from .after import After
from .before import Before
from .model import HISTORY, SURE


class Beside(Before, After):
    """What stands beside each name, on either side."""

    def _beside(self) -> None:
        for i, name in enumerate(self.names):
            owner = i > 0 and self._possessor(self.names[i - 1], name)
            before = max((n.end for n in self.names[: i - owner] if n.score >= SURE), default=0)
            after = min(
                (n.start for n in self.names[i + 1 :] if n.score >= SURE), default=len(self.text.text)
            )
            if i + 1 == len(self.names) or not self._possessor(name, self.names[i + 1]):
                self._left(name, before)
            self._child_of(name)
            self._parent_of(name)
            self._answers_to(name)
            if name.given or (len(name.parts) == 1 and name.label == "PERSON" and not name.surnames):
                self._child_before(name)
            self._raises(name, before)
            self._own_words_before(name)
            if i and not any(c.kind == "kin" for c in name.cues):
                self._kin_of(name, self.names[i - 1])
            self._right(name, after)
            self._in_years(name)
            self._younger(name)
            self._acts_grown_up(name, after)
            if i + 1 < len(self.names):
                self._whose(name, self.names[i + 1])
            self._of_the_past(name)
            self._great(name)
            self._made_up(name)
            self._interviewed(name)
            self._married(name)
            formal = [r for r, _ in name.parts] == ["initial", "initial", "surname"]
            if (formal and not name.known.cases_last) or (
                len(name.parts) > 1 and any(name.known.ends("adult_patronymics", w) for _, w in name.parts)
            ):
                name.cues.append(Cue(name.start, name.end, -1, "addressed as a grown-up", "noun"))
        self._saints_of_children()
        for name in self.names if self._namesakes else ():
            if name.known.bases(name.parts[0][1]) & self._namesakes:
                name.cues = [c for c in name.cues if c.reason != HISTORY]
