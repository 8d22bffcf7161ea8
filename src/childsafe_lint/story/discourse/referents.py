"""Whom a description stands for: by the grammar of the sentence, by gender and number, and by how far back it is."""

from __future__ import annotations

from ... import lazy_re as re
from ...languages.en import frames, telling
from ...languages.en.frames import DATA
from ...spans import Span
from ..clusters import Cluster
from ..details.places import is_big
from ..names import Name
from ..parse import Token
from .ground import Ground

SPEAKING = frozenset(DATA["speech_verbs"]) | frozenset(
    "say tell add recall explain insist cry ask reply shout answer remember admit write continue confide observe note "
    "stress warn complain claim urge announce argue believe think confirm deny describe report".split()
)
#: "TAKASAKI, Gunma — ", where a report comes from
DATELINE = re.compile(r"\s(?:—|–|--)\s+[A-Z]")
OF = re.compile(r"\bof\s$")
#: who may be a child: words for somebody who gives a name of their own
MAY_BE_A_CHILD = frozenset(
    "student learner victim survivor suspect refugee migrant patient orphan runaway apprentice worker one son daughter "
    "sister brother cousin friend niece nephew grandson granddaughter".split()
) | frozenset((*DATA["child_nouns"], *DATA["child_nouns_plural"]))
#: between a name and a child without one, where the two are the same: "Asel Omarova, a girl of nine"
_A_CHILD = re.compile(r",\s+an?\s[^.,;]*")
#: "in the town of Bertrix, Wallonia"
_AFTER_A_PLACE = re.compile(r"\b(?:in|of|at|from|near)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s$")
#: sentences between a description and the name that it resumes
_BACK = 2
#: sentences after which a child without a name is no longer whom "the boy" stands for, if somebody was named since
FAR = 5


class Referents(Ground):
    """Whom a description stands for: by the grammar of the sentence, gender, number and how far back it is."""

    def _node(self, span: Span) -> Token | None:
        """The word of ``span`` on which the others depend."""
        words = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return None if words is None else words.root

    def _argument(self, node: Token) -> Token:
        """The first word of the noun phrase in which ``node`` is a part of a name, in apposition or joined."""
        while node.dep_ in ("compound", "flat", "conj", "appos", "nmod") and node.head.i != node.i:
            node = node.head
        return node

    def _binds(self, own: Token, node: Token) -> bool:
        """Whether a description at ``node`` cannot stand for the person at ``own``, who is told of higher up in the
        same sentence: "Asel said that the girl was right", but "Asel's raft carried the girl"."""
        own = self._argument(own)
        top = own.head if own.dep_ in ("nsubj", "nsubjpass", "dobj") else own
        return top.is_ancestor(node)

    def _by(self, own: Token) -> bool:
        """ "led by Asel": the one who acts in a passive."""
        own = self._argument(own)
        return own.dep_ == "pobj" and own.head.dep_ == "agent"

    def _quoted_for_a_role(self, n: Name) -> bool:
        """ "said rescuer Paul Webb": who is asked because of what they do, as the word before the name says."""
        own = self.doc.char_span(n.start, n.end, alignment_mode="expand")
        if own is None or not len(own) or not own[0].i or not self._speaks_here(n):
            return False
        word = self.doc[own[0].i - 1]
        return word.pos_ == "NOUN" and word.text.islower() and word.lower_ not in MAY_BE_A_CHILD

    def _does_to_another(self, n: Name) -> bool:
        """ "Marta Ruiz pulled him out": she is not whom the story calls "him"."""
        own = self._node(n.span)
        if own is None:
            return False
        own = self._argument(own)
        return own.dep_ == "nsubj" and any(
            o.dep_ in ("dobj", "dative") and o.lower_ in ("him", "her") for o in own.head.children
        )

    def _speaks_here(self, n: Name) -> bool:
        own = self._node(n.span)
        return self._speaks(n) or (own is not None and self._tells_of(own))

    def _tells_of(self, own: Token) -> bool:
        """Whether the person at ``own`` is the one who says it: hardly the child that it is said of."""
        own = self._argument(own)
        return own.dep_ == "nsubj" and own.head.lemma_ in SPEAKING

    def _could_be(self, n: Name, aged: bool) -> bool:
        """Whether a description of a child may stand for this name: somebody of whom no more is known."""
        c = self.by_name[id(n)]
        housed = telling.SOMEBODYS_HOUSE.search(self.text, max(0, n.start - 16), n.start)
        stands = n.acts or housed or frames.WHO.match(self.text, n.end)
        return bool(
            n.kind == "person"
            and n.propn
            and not (n.title or n.honoured or n.dateline or DATELINE.match(self.text, n.end))
            and (aged or stands or not (n.suspect or is_big(self.text[n.start : n.end])))
            and not (n.label != "PERSON" and _AFTER_A_PLACE.search(self.text, max(0, n.start - 30), n.start))
            and not (n.label != "PERSON" and (n.doubtful or n.ordinary) and not housed)
            and not telling.PLACED.search(self.text, max(0, n.start - 20), n.start)
            and not (
                n.label != "PERSON"
                and telling.PREP.search(self.text, max(0, n.start - 10), n.start)
                and not housed
            )
            and c.level("adult") < 2
            and not any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
            and not self._byline(n)
            and (not self._speaks(n) or OF.search(self.text, max(0, n.start - 4), n.start))
        )

    def _resumes(self, span: Span, gender: str | None, aged: bool) -> Cluster | None:
        """The person named before whom "the boy" or "the passenger" at ``span`` stands for: whoever is told of last
        and is neither beside the description in its own clause nor the one who acts in the passive before it. Of
        several in one sentence it is the subject."""
        node = self._node(span)
        here = self.sentence(span.start)
        if telling.OF_A_SET.search(self.text, span.start, span.end):
            return None  # "the youngest child"
        for back in range(_BACK + 1):
            fits: list[tuple[Name, Token]] = []
            for n in self.mentions_in(here - back):
                if n.start >= span.start or not self._could_be(n, aged):
                    continue
                own = self._node(n.span)
                c = self.by_name[id(n)]
                if own is None or own.dep_ == "compound" or (gender and c.gender and gender != c.gender):
                    continue  # "Leeds magistrates"
                if not aged and self._spoken(n.start) != self._spoken(span.start):
                    continue
                aside = self.text.startswith(", as ", n.end)  # "Asel, as the girl is called at home, …"
                if (not back and node is not None and not aside and self._binds(own, node)) or self._by(own):
                    continue
                if (not aged and self._tells_of(own)) or (back and self._does_to_another(n)):
                    continue
                fits.append((n, own))
            if fits:
                of_child = [f for f in fits if self.by_name[id(f[0])].level("kin-younger")]
                fits = of_child or fits
                people = {id(self.by_name[id(n)]) for n, _ in fits}
                subject = [n for n, own in fits if own.dep_ in ("nsubj", "nsubjpass")]
                if len(people) == 1:
                    return self.by_name[id(fits[0][0])]
                return self.by_name[id(subject[0])] if len(subject) == 1 and back else None
        return None

    def _spoken(self, at: int) -> bool:
        """Whether the words at ``at`` are quoted."""
        return any(q.is_speech and q.span.start <= at < q.span.end for q in self.quotes)

    def _told_already(self, at: int, gender: str | None) -> bool:
        """Whether a child without a name was spoken of before ``at``, in a headline perhaps ("Girl, 7, missing")."""
        since = self.sentences[max(0, self.sentence(at) - FAR)].start
        top = (self.text + "\n\n").find("\n\n")
        for m in telling.BARE_CHILD.finditer(self.text, 0, at):
            if top < m.start() < since:
                continue
            sex = "m" if telling.MALE.search(m.group()) else "f" if telling.FEMALE.search(m.group()) else None
            beside = any(
                n.start - m.end() in (1, 2) or _A_CHILD.fullmatch(self.text, n.end, m.start())
                for n in self.mentions
                if n.end <= m.start() or n.start >= m.end()
            )
            if not beside and not (gender and sex and gender != sex):
                return True
        return False

    def _one_person(self, c: Cluster, other: Cluster) -> None:
        """``c`` is another name of ``other``."""
        if any(other.conflicts(n) for n in c.names) or any(n.title for n in c.names):
            return
        for n in c.names:
            other.names.append(n)
            self.by_name[id(n)] = other
        other.extra += c.extra
        other.aliases |= {c.words[0], *c.aliases}
        self.clusters.remove(c)
