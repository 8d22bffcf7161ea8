"""Which children a draft tells of for what they do in public: who win, play and perform."""

from __future__ import annotations

from collections.abc import Iterator

from ... import lazy_re as re
from ...languages.en import befell
from ..model import Evidence
from ..refs import Ref
from .kinds import SOFT
from .signs import Signs
from .words import Hit


class Public:
    """Fills ``Person.public_role`` of one draft's children."""

    def __init__(self, signs: Signs) -> None:
        self.signs = signs
        self.text, self.doc, self.refs, self.lang = signs.text, signs.doc, signs.refs, signs.lang
        self._deeds: set[str] = set()  # of persons: "won the", "scored"

    def find(self) -> None:
        for hit in self._in_public("nouns"):
            start, end = hit.start, hit.end
            ref = self._role_owner(start, end)
            if ref is not None and ref.person is not None and ref.person.public_role is None:
                ref.person.public_role = Evidence(start, end, "acts in a public role")
        for hit in self._in_public("deeds"):
            start, end = hit.start, hit.end
            s = self.refs.sentence(start)
            words = set(re.findall(r"[\w-]+", self.text[s.start : s.end].lower()))
            ref = self.refs.about(start)
            if (
                ref is not None
                and ref.role == "child"
                and ref.person is not None
                and ref.person.public_role is None
                and not words & self.lang.private
                and not befell.IN_AN_EXAM.match(self.text, end)
            ):
                ref.person.public_role = Evidence(start, end, "acts in a public role")
                self._deeds.add(ref.person.id)
        self._players()

    def take_back(self) -> None:
        """ "Siya, the goalkeeper" in a story of a classmate with HIV: what a child plays is no public role where the
        draft tells of what befell children, and of no deed in public."""
        grave = [
            p for p in self.signs.children if p.public_role is None and {s.kind for s in p.situations} - SOFT
        ]
        if not grave:
            return
        for p in self.signs.children:
            if p.public_role is not None and p.id not in self._deeds:
                p.public_role = None

    def _players(self) -> None:
        """In a report of games, whoever is named beside a word of the game is there as a player."""
        told = {self.refs.sentence_index(at): at for at, _ in reversed(self.signs.sports)}
        if not self.signs.of_games:  # two of them in one sentence tell as much
            beside = [{w for at, w in self.signs.sports if self.refs.sentence_index(at) == i} for i in told]
            told = {i: at for (i, at), words in zip(told.items(), beside, strict=True) if len(words) > 1}
        for p in self.signs.children:
            old_enough = any(befell.CAN_PLAY.search(e.reason) for e in p.evidence)
            if p.public_role is not None or not p.mentions or not old_enough:
                continue
            here = [i for m in p.mentions if (i := self.refs.sentence_index(m.start)) in told]
            s = self.refs.sentences[here[0]] if here else None
            if (
                s is None
                or set(re.findall(r"[\w-]+", self.text[s.start : s.end].lower())) & self.lang.private
            ):
                continue
            word = next(w for at, w in self.signs.sports if at == told[here[0]])
            p.public_role = Evidence(told[here[0]], told[here[0]] + len(word), "in a report of games")
            self._deeds.add(p.id)

    def _in_public(self, frame: str) -> Iterator[Hit]:
        """Cues of a public role, the bare ones only in a sentence with an event to be in public at."""
        yield from self.signs.cues.get(frame, ())
        for hit in self.signs.cues.get(f"bare_{frame}", ()):
            s = self.refs.sentence(hit.start)
            if self.lang.events & set(re.findall(r"[\w-]+", self.text[s.start : s.end].lower())):
                yield hit

    def _role_owner(self, start: int, end: int) -> Ref | None:
        """The child that a role word is said of: right before its name, in apposition, or after "is"."""
        s = self.refs.sentence(start)
        if any(m.start <= start < m.end for p in self.signs.children for m in p.mentions):
            return None  # Archer is a name
        said = self.doc.char_span(start, end, alignment_mode="expand")
        if said is not None and len(said) and said.root.pos_ in ("ADV", "VERB"):
            return None  # "was looking forward to it"
        after = next(iter(self.refs.within(end, min(s.end, end + 4))), None)
        if (
            after is not None
            and after.role == "child"
            and re.fullmatch(r"[\s“\"‘']*,?\s*[“\"‘']?", self.text[end : after.start])
        ):
            return after
        ref = self.refs.at(start, end)
        if ref is not None and ref.role == "child":
            return ref
        before = self.refs.before(start, s.start)
        if before is not None and before.role == "child":
            gap = self.text[before.end : start]
            if re.fullmatch(
                r"\s*(?:,|\(|–|—)?\s*(?:aged?\s)?\s*(?:\d{1,2}|[a-z]+teen|[a-z]{2,6})?\s*[,)]?\s*"
                r"(?:who\s+)?(?:is|was|has been|became|,)?\s*(?:(?:now|already|also)\s+)?"
                r"(?:a|an|the|one of the)?\s*(?:[\w’'-]+\s+){0,4}",
                gap,
                re.IGNORECASE,
            ) and not re.search(r"\b(?:by|with|from|to|of|and|met|saw|told|beside|near|like|for)\b", gap):
                return before
        return None
