"""Grown-ups told by what they do: who lifts a child, drives the bus or is charged with neglect is not the child."""

from __future__ import annotations

from collections.abc import Iterator

from ... import lazy_re as re
from ...languages.en import deeds, frames, telling
from ...languages.en.frames import Cue
from ..names import Name
from ..parse import Token
from .referents import Referents

_BESIDE = re.compile(r"[\s,:(–—“\"]*")
_HIM = frozenset("him her".split())
#: sentences since a child was told of in which "him" and "her" may stand for it
_NEAR = 2


class Deeds(Referents):
    """A weak sign (level 1) of a grown-up: an age or a word for a child beside the name outweighs it, while nobody is
    taken for a child any more only because a child was told of close by."""

    def _deeds(self) -> None:
        told = [m for m in frames.NOMINAL.finditer(self.text) if m["det"].lower() not in telling.NOMINAL_SKIP]
        for n in self.mentions:
            c = self.by_name[id(n)]
            whole = len(c.words) > 1  # "Precious rang" of Precious Ndlovu is no word that opens a sentence
            plain = n.kind == "person" and not c.cues and (whole or (n.propn and not n.ordinary))
            plain = plain and (n.label in ("PERSON", "") or len(n.words) > 1)
            own = self._node(n.span) if plain else None
            if own is None:
                continue
            for verb in self._does(own):
                at = (verb.idx, verb.idx + len(verb))
                if self._charged(verb, n):
                    c.extra.append(Cue("adult", 2, *at, "charged with what is done to a child"))
                    break
                if why := self._a_grown_deed(verb, n, told):
                    c.extra.append(Cue("adult", 1, *at, why))
                    break

    def _does(self, own: Token) -> Iterator[Token]:
        """The verbs of which the person at ``own`` is the subject."""
        arg = own
        while arg.dep_ in ("compound", "flat", "conj") and arg.head.i != arg.i:
            arg = arg.head
        joined = [arg]
        for one in joined:  # "Ines and Marc, who fostered the girls": both did
            joined += [t for t in one.children if t.dep_ == "conj"]
            yield from (
                t
                for t in one.children
                if t.dep_ == "relcl" and t.i > own.i and any(x.lower_ == "who" for x in t.children)
            )
        if arg.dep_ not in ("nsubj", "nsubjpass"):
            return
        verbs = [arg.head]
        for v in verbs:
            yield v
            verbs += [
                t
                for t in v.children
                if t.dep_ in ("conj", "xcomp", "pcomp")
                and t.pos_ in ("VERB", "AUX")
                and not any(x.dep_ in ("nsubj", "nsubjpass") for x in t.children)
            ]

    def _charged(self, verb: Token, n: Name) -> bool:
        """ "have been charged with neglect", "denies cruelty"."""
        held = verb.lemma_ in deeds.HELD or any(t.dep_ == "nsubjpass" for t in verb.children)
        end = self.sentences[self.sentence(verb.idx)].end
        return held and deeds.CHARGED_WITH.search(self.text, n.end, end) is not None

    def _a_grown_deed(self, verb: Token, n: Name, told: list[re.Match[str]]) -> str | None:
        for t in verb.children:
            if verb.lemma_ in deeds.CALLS_FOR and any(
                o.lemma_.lower() in deeds.HELP for o in (t, *t.children)
            ):
                return f"'{verb.text}': calls for help"
            if t.dep_ == "dobj":
                if verb.lemma_ in deeds.BEARS and self._is_born(t):
                    return f"'{verb.text} … {t.text}': becomes a parent"
                if verb.lemma_ in deeds.DOES and t.lemma_.lower() in deeds.WITH:
                    return f"'{verb.text} … {t.text}': what grown-ups do"
                if verb.lemma_ not in deeds.NO_DEEDS and self._own_child(t):
                    return f"'{verb.text} … {t.text}': a parent"
                if verb.lemma_ in deeds.TO_A_CHILD and self._is_a_child(t, told):
                    return f"'{verb.text}': does it to a child"
                if t.lower_ in _HIM and self._is_the_unnamed(t, n, told):
                    return f"'{verb.text} {t.text}': does it to a child"
                for p in t.children:
                    if p.dep_ == "prep" and verb.lemma_ in deeds.FOR_A_CHILD and self._has_a_child(p, told):
                        return f"'{verb.text}': does it for a child"
            elif t.dep_ == "prep" and verb.lemma_ in deeds.FOR_A_CHILD and self._has_a_child(t, told):
                return f"'{verb.text}': does it for a child"
        return None

    def _is_born(self, t: Token) -> bool:
        """ "had twins", "expects a baby", not "had the baby on her arm"."""
        born = {t.lower_, t.lemma_.lower()} & deeds.BORN
        return bool(born) and not any(x.dep_ == "poss" or x.lower_ == "the" for x in t.children)

    def _own_child(self, t: Token) -> bool:
        """ "brought their little ones", "buried her two sons": not "his team-mate's son"."""
        child = t.lemma_.lower() in deeds.OWN or deeds.LITTLE_ONES.match(self.text, self.doc[t.i - 1].idx)
        return bool(child) and any(x.dep_ == "poss" and x.tag_ == "PRP$" for x in t.children)

    def _has_a_child(self, prep: Token, told: list[re.Match[str]]) -> bool:
        return prep.lower_ in ("for", "about", "after", "of", "on") and any(
            o.dep_ == "pobj" and self._is_a_child(o, told) for o in prep.children
        )

    def _is_a_child(self, t: Token, told: list[re.Match[str]]) -> bool:
        """Whether ``t`` is a child without a name that is nobody's of the sentence: "the girl", not "his son"."""
        if t.lower_ in deeds.GROUPS or deeds.UNDER.match(self.text, t.idx):
            return True
        return any(
            m.start() <= t.idx < m.end()
            and m["det"].lower() not in ("his", "her", "their", "another")
            and t.lower_ not in deeds.BABIES
            and not self._named_beside(m.end())
            for m in told
        )

    def _named_beside(self, end: int) -> bool:
        return any(_BESIDE.fullmatch(self.text, end, n.start) for n in self.mentions_within(end, end + 4))

    def _is_the_unnamed(self, pronoun: Token, n: Name, told: list[re.Match[str]]) -> bool:
        """Whether "him" stands for a child without a name, told of just before ``n``, who was named after it."""
        here = self.sentence(pronoun.idx)
        near = [
            m
            for m in told
            if m.end() <= n.start and here - self.sentence(m.start()) <= _NEAR and not m["nouns"]
        ]
        if not near or self.mentions_within(near[-1].end(), n.start):
            return False
        said = near[-1].group()
        sex = "m" if telling.MALE.search(said) else "f" if telling.FEMALE.search(said) else None
        return sex in (None, "m" if pronoun.lower_ == "him" else "f")
