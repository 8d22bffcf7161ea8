"""Whether a cue means what befell somebody, or has another sense where it stands: denied, told, played or long ago."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ... import lazy_re as re
from ...languages.en import befell
from .signs import Signs
from .things import Things
from .words import Hit

#: years after which a child of then is grown up
_CHILDHOOD = 25


def widest(hits: Sequence[Hit]) -> list[Hit]:
    """Without the deeds inside a longer deed: "hit by a bus" is no "hit", "images of her abuse" more than "abuse"."""
    deeds = [h for h in hits if h.label.frame in ("done_to", "does") or h.label.kind == "sexual-exploitation"]
    return [
        h
        for h in hits
        if h.label.frame not in ("done_to", "does")
        or not any(d.start <= h.start and h.end <= d.end and d.end - d.start > h.end - h.start for d in deeds)
    ]


class Senses:
    """Weeds out the cues of one draft that another sense explains."""

    def __init__(self, signs: Signs, things: Things) -> None:
        self.signs, self.things = signs, things
        self.text, self.refs, self.lang = signs.text, signs.refs, signs.lang
        self._negations = [(h.start, h.end) for h in signs.cues.get("negated", ())]
        self._mentioned = [q.span for q in signs.refs.quotes if not q.is_speech]
        self._fiction = [m.start() for m in signs.lang.fiction.finditer(signs.text)]
        self._born_after = datetime.date.today().year - _CHILDHOOD

    def meant(self, hit: Hit) -> bool:
        """Whether no other sense explains a cue."""
        start, end, label = hit.start, hit.end, hit.label
        if self._is_negated(start) or self._in_name(start, end) or self._is_mention(start, end):
            return False
        if self._of_sport(start, end) or self._long_ago(start) or self._is_fiction(start):
            return False
        if label.kind == "abuse-neglect-victim" and self._by_accident(start, end):
            return False
        return not (
            self._of_thing(start, end) or (label.frame == "near" and self.things.done_to_thing(start))
        )

    def _is_negated(self, at: int) -> bool:
        """A denial within the few words before ``at``."""
        floor = self.refs.sentence(at).start
        return any(floor <= s and e <= at and at - e < 18 for s, e in self._negations if s < at)

    def _is_mention(self, start: int, end: int) -> bool:
        """Words under discussion: alone in quotation marks."""
        return any(q.start <= start and end <= q.end for q in self._mentioned)

    def _is_fiction(self, at: int) -> bool:
        """A sentence that tells the plot of a film or a book: "in the movie she plays Ana, an adopted girl"."""
        s = self.refs.sentence(at)
        if any(s.start <= f < s.end for f in self._fiction):
            return True
        return self.signs.staged and any(
            t.lemma_ == "play" and any(c.pos_ == "PROPN" and c.idx > t.idx for c in t.children)
            for t in self.refs.within_tokens(s.start, s.end)
        )

    def _by_accident(self, start: int, end: int) -> bool:
        """ "Killed when a lorry struck his bike": nobody was cruel."""
        if self.text[start:end].lower() not in befell.ACCIDENTAL:
            return False
        s = self.refs.sentence(start)
        verb = self.refs.token(start)
        doers = [c for c in verb.children if c.dep_ == "nsubj"]
        doers += [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
        if doers and not any(
            t.lower_ in befell.WHICH or befell.BY_ACCIDENT.search(t.text) is not None for t in doers
        ):
            return False  # "the teacher hit the girl in the bus"
        return bool(
            befell.BY_ACCIDENT.search(self.text, s.start, s.end)
            and not befell.BY_SOMEBODY.search(self.text, s.start, s.end)
        )

    def _by_family(self, start: int) -> bool:
        """ "Was beaten by his uncle": no rival in a contest."""
        doers = [o for c in self.refs.token(start).children if c.dep_ == "agent" for o in c.children]
        return any((r := self.refs.resolve(o)) is not None and r.role == "kin" for o in doers)

    def _long_ago(self, at: int) -> bool:
        """A year in the sentence before any child of today was born: "died in the outbreak of 1983"."""
        s = self.refs.sentence(at)
        years = [int(y) for y in befell.YEAR.findall(self.text[s.start : s.end])]
        return bool(years) and max(years) < self._born_after

    def _of_sport(self, start: int, end: int) -> bool:
        """ "Hit two points", "was robbed of gold": a word of games, in a glad draft or a report of one."""
        if self.text[start:end].lower() not in self.lang.harmless:
            return False
        if self.signs.light:
            return not self._by_family(start)
        if not self.signs.of_games:
            return False
        i = self.refs.sentence_index(start)
        floor = self.refs.sentences[max(i - 1, 0)].start
        stop = self.refs.sentences[min(i + 1, len(self.refs.sentences) - 1)].end
        return any(floor <= at < stop for at, _ in self.signs.sports)

    def _of_thing(self, start: int, end: int) -> bool:
        """ "They crashed it only once", "awards to be held in Dublin": a thing was crashed or held, and nobody."""
        if self.text[start:end].lower().startswith("held "):
            return bool(
                befell.EVENT_HELD.search(self.text, max(self.refs.sentence(start).start, start - 40), start)
            )
        low = self.text[start:end].lower()
        if low in befell.OTHER_SENSE:
            return self.refs.token(start).pos_ == befell.OTHER_SENSE[low]
        if low not in ("crashed", "crashing"):
            return False
        return any(c.dep_ == "dobj" for c in self.refs.token(start).children)

    def _in_name(self, start: int, end: int) -> bool:
        """Inside the title of an Act or a body: "Protection of Children from Sexual Offences"."""
        words = self.text[start:end].split()
        if not all(w[:1].isupper() for w in words) or self.text[start:end].isupper():
            return False
        nxt = re.match(r"[ ’'s]*((?:[a-z]+ )?[A-Z][\w’'-]+)", self.text[end : end + 30])
        before = re.search(
            r"([A-Z][\w’'-]+)(?: (?:of|for|against|and|the))* $", self.text[max(start - 40, 0) : start]
        )
        if not nxt and not before:
            return False
        return not self.refs.in_title_case(start)
