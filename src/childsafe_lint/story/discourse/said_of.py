"""What is said of somebody as the subject of a sentence: an age, a stage of school, a court for the young."""

from __future__ import annotations

import re

from spacy.tokens import Token

from ...languages.en import frames, telling
from ...languages.en.frames import DATA, Cue
from ..clusters import Cluster
from ..grammar import objects, subjects
from .ground import Ground


class SaidOf(Ground):
    """What is said of somebody as the subject of a sentence: an age, a stage of school, a court for the young."""

    def _said_of(self) -> None:
        for m in telling.SAID_OF_AGE.finditer(self.text):
            self._aged(m)
        for m in telling.SAID_OF_STAGE.finditer(self.text):
            self._add(m, Cue("child", 2, m.start(), m.end(), f"'{m.group()}'"))
        for m in telling.SAID_OF_COURT.finditer(self.text):
            self._add(m, Cue("child", 1, m.start(), m.end(), f"'{m.group()}'"))
        for name in self.mentions:
            if own := telling.SOMEBODYS.match(self.text, name.end):
                cue = Cue("kin-younger", 1, *own.span("who"), f"'{own['who']}': someone's child")
                self.by_name[id(name)].extra.append(cue)
        for m in telling.THE_PAIR.finditer(self.text):
            self._pair(m)

    def _aged(self, m: re.Match[str]) -> None:
        before = self.text[max(0, m.start() - 40) : m.start()]
        group = next(g for g in ("n", "told", "year") if m[g])
        age = float(self.published - int(m["year"])) if m["year"] else frames.years(m[group], None)
        if m["n"]:
            if telling.HAD_IT.search(before):
                return
            if telling.NOT_YET.search(before) or m["verb"].lower() == "turns":
                age -= 0.01
        if age < 0:
            return
        side = "under 18" if age < 18 else "18 or over"
        cue = Cue(
            "child" if age < 18 else "adult",
            3,
            m.start(),
            m.end(group),
            f"'{m.group().strip()}': {side}",
            age,
        )
        self._add(m, cue)

    def _add(self, m: re.Match[str], cue: Cue) -> None:
        for c in self._subject(m):
            told = [a for a in c.ages if cue.age is not None and abs(a - cue.age) > 1.1]
            if cue.shows == "adult" and any(a < 18 for a in c.ages):
                continue  # 17 when it happened and 18 now
            if (
                c.level("adult") >= 2
                or told
                or any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
            ):
                continue
            c.extra.append(cue)

    def _subject(self, m: re.Match[str]) -> list[Cluster]:
        """Whom the words are said of: the named subjects of their verb, a pronoun's person, for "try as an adult"
        the object."""
        who = telling.WHO.search(self.text, self.sentences[self.sentence(m.start())].start, m.start())
        if who is not None:  # the name right before "who", whatever noun the parser hangs the clause on
            return [self.by_name[id(n)] for n in self.mentions if 0 <= who.start() - n.end <= 2][-1:]
        verb = self._verb(m)
        if verb is None:
            return []
        active = verb.lemma_ in ("try", "charge", "certify", "prosecute", "sentence") and not any(
            c.dep_ in ("nsubjpass", "auxpass") for c in verb.children
        )
        nodes = objects(verb) if active else subjects(verb)
        return [c for c in map(self._who, nodes) if c is not None]

    def _verb(self, m: re.Match[str]) -> Token | None:
        for t in self.doc.char_span(m.start(), m.end(), alignment_mode="expand") or ():
            if t.pos_ in ("VERB", "AUX"):
                while t.dep_ in ("aux", "auxpass") and t.head.i != t.i:
                    t = t.head
                return t
        return None

    def _who(self, node: Token) -> Cluster | None:
        """The person a noun or pronoun stands for."""
        if node.lower_ in ("he", "she", "him", "her"):
            c = self._antecedent(node.idx, self.sentence(node.idx))
            if c is not None and self._tells(node, c):
                return None
            sex = "m" if node.lower_ in ("he", "him") else "f"
            return None if c is None or (c.gender and c.gender != sex) else c
        around = [node, *(t for t in node.children if t.dep_ in ("appos", "compound", "flat"))]
        if node.dep_ == "appos":
            around.append(node.head)
        for t in around:
            for n in self.mentions:
                if n.start <= t.idx < n.end:
                    return self.by_name[id(n)]
        return None

    def _tells(self, node: Token, c: Cluster) -> bool:
        """ "Pike said he should be tried": he is somebody else, Pike speaks of him."""
        for verb in node.ancestors:
            if verb.lemma_ in DATA["speech_verbs"] or verb.lemma_ in (
                "say",
                "tell",
                "think",
                "believe",
                "argue",
            ):
                told = [t for v in (verb, verb.head) for t in subjects(v)]
                if any(n.start <= t.idx < n.end for t in told for n in c.names):
                    return True
        return False

    def _antecedent(self, at: int, here: int) -> Cluster | None:
        raise NotImplementedError  # given by the step that reads pronouns

    def _pair(self, m: re.Match[str]) -> None:
        """ "Shanice and her friend Tianna left school together. The girls …": the two named just before, of whom
        nothing else is told."""
        here = self.sentence(m.start())
        for back in (1, 2):
            named = [n for n in self.mentions if n.sentence == here - back and not n.doubtful]
            owners = list({id(self.by_name[id(n)]): self.by_name[id(n)] for n in named}.values())
            if not named:
                continue
            if len(owners) != 2 or any(c.level("adult") or c.level("child") for c in owners):
                return
            last = [n for n in named if self.by_name[id(n)] is owners[0]][-1]
            first = next(n for n in named if self.by_name[id(n)] is owners[1])
            if telling.AND.fullmatch(self.text, last.end, first.start):
                for c in owners:
                    c.extra.append(Cue("child", 2, m.start(), m.end(), f"'{m.group()}' of those just named"))
            return
