"""Whom a cue is about, by the grammar of its sentence: to whom the deed was done, who did it, who is called so."""

from __future__ import annotations

from collections.abc import Sequence

from ... import lazy_re as re
from ...languages.en import befell
from ...spans import Span
from ..grammar import joined, objects, subjects
from ..parse import Token
from ..refs import Ref
from .kinds import DID, SOFT
from .signs import Signs
from .things import Things, goes_on_passive, inherited
from .words import Hit


class Whom:
    """Ties the cues of one draft to the people of their sentences."""

    def __init__(self, signs: Signs, things: Things) -> None:
        self.signs, self.things = signs, things
        self.text, self.doc, self.refs, self.lang = signs.text, signs.doc, signs.refs, signs.lang

    def targets(self, hit: Hit) -> list[Ref] | None:
        """The children a cue is about, [] when about somebody else, None when its sentence does not say."""
        start, end, frame = hit.start, hit.end, hit.label.frame
        s = self.refs.sentence(start)
        inside = self.refs.within(s.start, s.end)
        kids = [r for r in inside if r.role == "child"]
        if frame in ("done_to", "does"):
            verdict = self._by_grammar(start, end, frame, hit.label.kind)
            if verdict is not None:
                return verdict
            about = self.refs.about(start)
            if about is not None and about.role == "child":
                return [about]
            if frame == "does":
                return [] if about is not None else None
            if hit.label.kind in DID and about is not None:
                return []
        if frame == "whose":
            after = next(iter(self.refs.within(end, min(s.end, end + 40))), None)
            told = (
                after is not None
                and after.role == "child"
                and befell.APPOSED.fullmatch(self.text[end : after.start])
            )
            return [after] if after is not None and told else []
        if frame == "is":
            return self._beside(start, end, s, kids, inside)
        if hit.label.kind in SOFT and self._of_grown_up(start):
            return []
        if kids:
            if self.signs.statistical(s) and all(r.generic for r in kids):
                return []
            return self.nearest(start, end, kids)
        return None

    def _of_grown_up(self, at: int) -> bool:
        """ "The singer, who is pregnant", "a neighbour treated for cancer": an illness that is somebody else's."""
        who = self.refs.governor(at)
        return who is not None and who.role != "child"

    def nearest(self, start: int, end: int, kids: Sequence[Ref]) -> list[Ref]:
        """Every particular child of the sentence when few, else the nearest."""
        sure = [r for r in kids if not r.generic] or list(kids)
        once = {(r.person.id if r.person else ""): r for r in sure}
        if len(once) <= 2:
            return list(once.values())
        return [min(sure, key=lambda r: min(abs(r.start - end), abs(start - r.end)))]

    def _beside(
        self, start: int, end: int, s: Span, kids: Sequence[Ref], inside: Sequence[Ref]
    ) -> list[Ref] | None:
        """A word for the child itself: inside the child's own words or next to them."""
        token = self.refs.token(start)
        if token.pos_ == "VERB" and any(c.dep_ == "dobj" for c in token.children):
            return []  # "a boy, 12, rescued a kitten"
        for r in kids:
            if r.start <= start and end <= r.end + 1:
                return [r]
        for r in kids:
            gap = (r.end, start) if r.end <= start else (end, r.start)
            between = self.text[gap[0] : gap[1]] if gap[0] <= gap[1] else ""
            if len(between) <= 24 and befell.APPOSED.fullmatch(between):
                return [r]
        # "the accused, who is 14", "He is HIV-positive": the subject of a plain statement
        if token.pos_ == "VERB" and token.idx + len(token) >= end:
            return []  # "I suspect she is proud"
        head = token.head
        if head.lemma_ in ("be", "become", "remain") or token.dep_ in ("acomp", "attr", "oprd"):
            nodes = subjects(head)
            who = self._resolve(nodes[0]) if nodes else None
            if who == "other":
                return []
            if isinstance(who, Ref):
                return [who]
        if any(r.role != "child" and abs(r.start - end) < 30 for r in inside):
            return []
        before = self.text[max(s.start, start - 12) : start].lower()
        return None if re.search(r"\b(?:the|this|that)\s+(?:\w+\s+)?$", before) else []

    def _by_grammar(self, start: int, end: int, frame: str, kind: str) -> list[Ref] | None:
        verb = self._verb(start, end)
        if verb is None:
            token = self.refs.token(start)
            if token.pos_ not in ("NOUN", "PROPN"):
                return None
            if kind in DID:
                return []
            # "an attack on a delivery rider"
            whom = [self._resolve(n) for n in objects(token)]
            told = [w for w in whom if isinstance(w, Ref)]
            return told or ([] if "other" in whom else None)
        if verb.dep_ == "amod":  # "the abused boy", "abusive parents"
            who = self._resolve(verb.head)
            if kind in DID and not isinstance(who, Ref) and not befell.DOER.search(verb.head.lemma_.lower()):
                return []  # "a suspected case", "an alleged theft"
            return [who] if isinstance(who, Ref) else [] if who == "other" else None
        passive = verb.tag_ == "VBN" and any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
        if verb.tag_ == "VBN" and not passive:
            # "the boy accused of", "was groomed and molested", headlines without "was"
            passive = not any(c.dep_ in ("aux", "dobj") for c in verb.children) and verb.dep_ != "amod"
        passive = passive or goes_on_passive(verb)
        if verb.lemma_ == "suspect" and any(c.dep_ == "ccomp" for c in verb.children):
            return []  # "I suspect he is right"
        if frame == "does" and kind == "perpetrator" and not passive and self.things.hurts_nobody(verb):
            return []
        if passive and (near := self._right_before_was(verb)) is not None:
            return [near] if frame == "done_to" or self._own_passive(start, end) else []
        if frame == "does":
            # a passive of somebody is no deed of theirs, unless the phrase itself brings its own "was"
            if passive and verb.idx >= start and not self._own_passive(start, end):
                return []
            nodes = subjects(verb)
        elif passive:
            nodes = subjects(verb)
        else:
            nodes = objects(verb) + self._after_own_word(verb, start, end)
            if not nodes and verb.dep_ == "relcl":
                nodes = [verb.head]
            elif not nodes and verb.tag_ == "VBN":
                nodes = subjects(verb)
            elif not nodes and verb.tag_ in ("VBD", "VBZ", "VBP", "VBG") and verb.idx == start:
                return []  # done to nobody: "we locked up"
        if not nodes:
            return None
        verdicts: list[Ref | str | None] = [self._resolve(n, verb) for n in nodes]
        if verb.dep_ == "relcl" and (near := self._right_before_who(verb)) is not None:
            verdicts = [near]
        found = [v for v in verdicts if isinstance(v, Ref)]
        if found:
            return found
        if "other" in verdicts:
            return []
        if frame == "done_to" and "thing" in verdicts and not passive:
            return []
        if frame == "done_to" and passive and not inherited(verb) and all(map(self.things.is_thing, nodes)):
            return []
        return None

    @staticmethod
    def _after_own_word(verb: Token, start: int, end: int) -> list[Token]:
        """What stands after a small word that the cue itself ends in: "ran over a girl", "fell on a boy"."""
        return [
            n
            for c in verb.children
            if c.dep_ == "prep" and start <= c.idx < end
            for o in c.children
            if o.dep_ == "pobj"
            for n in joined(o)
        ]

    def _right_before_was(self, verb: Token) -> Ref | None:
        """The child right before "was raped", where the parser lost the subject: "after the girl, 11, was raped"."""
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            return None
        was = next((c for c in verb.children if c.dep_ == "auxpass"), None)
        if was is None:
            return None
        ref = self.refs.before(was.idx, self.refs.sentence(was.idx).start)
        told = (
            ref is not None
            and ref.role == "child"
            and befell.AGE_BETWEEN.fullmatch(self.text[ref.end : was.idx])
        )
        return ref if told else None

    def _right_before_who(self, verb: Token) -> Ref | None:
        """The child right before "who", whatever noun the parser hangs the clause on."""
        who = next(
            (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("who", "that")),
            None,
        )
        if who is None:
            return None
        ref = self.refs.before(who.idx, self.refs.sentence(who.idx).start)
        return ref if ref is not None and ref.role == "child" and who.idx - ref.end <= 2 else None

    def _own_passive(self, start: int, end: int) -> bool:
        return len(self.text[start:end].split()) > 1

    def _verb(self, start: int, end: int) -> Token | None:
        """The verb of the cue; for an auxiliary the verb it helps."""
        i = self.refs.token_index(start)
        first = None
        while i < len(self.doc) and self.doc[i].idx < end:
            token = self.doc[i]
            if token.idx + len(token) > start and token.pos_ in ("VERB", "AUX", "ADJ"):
                if token.dep_ not in ("aux", "auxpass"):
                    return token
                first = first or token.head
            i += 1
        return first

    def _resolve(self, token: Token | None, verb: Token | None = None) -> Ref | str | None:
        """The child a word stands for; "other" for another person, "thing" for no person; None when open."""
        if token is None:
            return None
        low = token.lower_
        if low in self.refs.pronouns:
            skip = None
            if verb is not None and token.dep_ in ("dobj", "pobj", "dative", "poss"):
                own = subjects(verb)  # nobody beats "him" and means himself
                skip = self.refs.at(own[0].idx, own[0].idx + len(own[0])) if own else None
                if skip is None and own and own[0].lower_ in self.refs.pronouns:
                    skip = self.refs.antecedent(own[0].idx, self.refs.pronouns[own[0].lower_])
            ref = self.refs.antecedent(token.idx, self.refs.pronouns[low], skip)
        else:
            ref = self.refs.at(token.idx, token.idx + len(token))
            if ref is None:
                # the name may be an apposition of the noun: "a pupil, Jane Doe"
                for child in token.children:
                    if child.dep_ in ("appos", "compound", "nmod"):
                        near = self.refs.at(child.idx, child.idx + len(child))
                        if near is not None and near.role == "child":
                            ref = near
                            break
        if ref is None and low in self.lang.body and (owner := self._owner(token, verb)) is not None:
            return owner
        if ref is None:
            if low in self.lang.open_nouns or token.pos_ not in ("NOUN", "PROPN"):
                return None
            return "thing"
        if ref.role == "child":
            return ref
        if low in self.lang.open_nouns:
            return None
        return "other"

    def _owner(self, part: Token, verb: Token | None) -> Ref | str | None:
        """Whose arm it is: "broke the arm of his daughter", "slit the girl's throat"."""
        for c in part.children:
            if c.dep_ == "poss":
                return self._resolve(c, verb)
            if c.dep_ == "prep" and c.lower_ == "of":
                return next((self._resolve(o, verb) for o in c.children if o.dep_ == "pobj"), None)
        return None
