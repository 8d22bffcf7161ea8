"""By what name somebody is called: the verb, the one it speaks of and the name, in whatever order they come."""

from __future__ import annotations

from ... import lazy_re as re
from ...languages.en import calling, frames, telling
from ...languages.en.frames import Cue
from ...spans import Span
from ..grammar import subjects
from ..names import Name
from ..parse import Token
from .referents import Referents

_PARTS = ("compound", "flat", "conj")
_BESIDE = 4  # words between two names of one person: "known as Asi or Bolt"
_PRONOUNS = frozenset("he she him her himself herself".split())
_QUOTES = frozenset("“”‘’'\"")
_THEM = frozenset("who whom whose that which".split())
#: after a name, where the text itself declares it to be changed: "called Azamat in this text"
_HERE = re.compile(r"[”\"’']?,?\s+(?:in\s+this\s+\w+|here)\b", re.I)


class Called(Referents):
    """ "Whom the street knows as Bolt", "refers to the girl as R. Odhiambo", "answers to Kiki": a second name of a
    person whom the draft names, or the name of a child whom it speaks of without one."""

    def _called(self) -> None:
        for n in self.mentions:
            own = self._node(n.span) if n.kind == "person" else None
            whom = self._whom_called(own) if own is not None else None
            if own is None or whom is None or "\n" in self.text[whom.idx : n.start]:
                continue  # the parser may take two paragraphs for one sentence
            if not _HERE.match(self.text, n.end):
                self._names(n, whom)

    def _whom_called(self, own: Token) -> Token | None:
        """The word for whom the name at ``own`` is said to be the name of."""
        arg = own
        while arg.dep_ in _PARTS and arg.head.i != arg.i and arg.i - arg.head.i < _BESIDE:
            arg = arg.head
        head = arg.head
        if arg.dep_ == "appos" and head.lemma_ == "name" and head.head.lower_ in ("by", "under"):
            return self._told_of_by(head.head.head, arg)  # "goes by the name Asi"
        if arg.dep_ == "appos":
            return head if self._by_others(own) or self._alias_word(own) else None
        if arg.dep_ in ("oprd", "dobj", "attr", "acomp", "ccomp") and head.lemma_ in calling.CALLS:
            return self._told_of_by(head, arg)
        if arg.dep_ in ("attr", "acomp") and head.lemma_ == "be":
            return self._is_also(head, own, arg)
        if head.pos_ != "ADP":
            return None
        prep = head
        if prep.lower_ == "of" and prep.head.lemma_ in ("name", "nickname") and prep.head.dep_ == "pobj":
            prep = prep.head.head  # "under the name of Asel"
        verb = prep.head
        if verb.dep_ == "pobj":
            verb = verb.head.head  # "appears in the minutes as Asel"
        elif verb.dep_ == "dobj":
            verb = verb.head  # "knows the two-year-old as Asel"
        if verb.lemma_ in calling.VERBS.get(prep.lower_, ()):
            return self._told_of_by(verb, arg) or self._child_in_between(verb, prep)
        if prep.lower_ != "as" or verb.pos_ != "VERB" or verb.lemma_ in calling.ACTS:
            return None
        whom = self._told_of_by(verb, arg)  # "was outed as Asel": whatever is done to a child by that name
        return whom if whom is not None and self._noun_for_a_child(whom) else None

    def _child_in_between(self, verb: Token, prep: Token) -> Token | None:
        """ "names the girl, 14, as Asel", where the parser hangs the girl elsewhere."""
        return next((t for t in list(self.doc)[verb.i + 1 : prep.i] if self._noun_for_a_child(t)), None)

    def _is_also(self, be: Token, own: Token, arg: Token) -> Token | None:
        """ "At home Abdurrahman is simply Abi", "she is Asel in the register and Asi on the pitch"."""
        if own.i != arg.i:
            return arg if any(t.lower_ in _PRONOUNS for t in subjects(be)) else None
        if (of := self._whose_name(be)) is not None:
            return of
        only = any(t.dep_ == "advmod" and t.lower_ in calling.ONLY for t in be.children)
        to = [t for t in (*be.children, *arg.children) if t.dep_ == "prep" and t.lower_ == "to"]
        others = any(o.lemma_.lower() in calling.OTHERS for t in to for o in t.children)
        if not (only or others):
            return None
        before = self.mentions_within(self.sentences[self.sentence(be.idx)].start, be.idx)
        return next(iter(subjects(be)), self._node(before[-1].span) if before else None)

    def _whose_name(self, be: Token) -> Token | None:
        """ "Asi, whose given name was Asel", "the boy's real name is Dauren"."""
        for name in subjects(be):
            for owner in name.children if name.lemma_ == "name" else ():
                if owner.dep_ == "poss" and owner.tag_ != "PRP$":
                    return be.head if owner.lower_ in _THEM and be.dep_ == "relcl" else owner
        return None

    def _by_others(self, own: Token) -> bool:
        """ "Asel Omarova (Asi to her brothers)"."""
        after = [t for t in list(self.doc)[own.i + 1 : own.i + 3] if t.text not in _QUOTES][:1]
        those = [o for t in after if t.lower_ == "to" for o in t.children if o.dep_ == "pobj"]
        return any(o.lemma_.lower() in calling.OTHERS for o in those)

    def _alias_word(self, own: Token) -> bool:
        """ "Asel Omarova, nickname Asi": not "Omarova alias Asi", which is one name to the reader of names."""
        return any(t.lower_ in calling.ALIAS and t.i < own.i for t in own.children)

    def _told_of_by(self, verb: Token, name: Token) -> Token | None:
        """Whom the verb of calling is said of."""
        others = [t for t in verb.children if t.dep_ in ("dobj", "nsubjpass") and t.i != name.i]
        if verb.dep_ == "relcl" and all(t.lower_ in _THEM for t in others):
            return verb.head
        if verb.dep_ == "acl" and verb.tag_ == "VBN":
            return verb.head
        for t in verb.children:
            if t.i != name.i and (t.dep_ == "nsubjpass" or (t.dep_ == "dobj" and t.lower_ not in _THEM)):
                return t
        if verb.lemma_ == "refer":
            to = [t for t in verb.children if t.dep_ == "prep" and t.lower_ == "to"]
            return next((o for p in to for o in p.children if o.dep_ == "pobj"), None)
        if verb.lemma_ in calling.OWN:
            before = (
                self.doc[verb.i - 1] if verb.i else None
            )  # "The 11-year-old appears": read as an adjective
            return next(iter(subjects(verb)), before)
        return None

    def _names(self, n: Name, whom: Token) -> None:
        c = self.by_name[id(n)]
        other = next((x for x in self.mentions if x.start <= whom.idx < x.end), None)
        if other is not None:
            if self.by_name[id(other)] is not c and other.kind == "person":
                self._one_person(c, self.by_name[id(other)])
            return
        if whom.lower_ in _PRONOUNS:
            if any(self._noun_for_a_child(t) for t in subjects(whom.head)) or n.words[0] in calling.ELDERS:
                self.settled.add(id(n))  # "the girl calls him Baba"
            return
        if c.level("adult") >= 2:
            return
        if m := self._noun_for_a_child(whom):
            if self._long_ago(n.sentence):
                return
            c.extra.append(self._nominal_cue(m, 0))
        elif whom.lower_ in calling.WRONGDOERS or (
            whom.lower_ in calling.HELD and self._wrong_was_done_to_a_child()
        ):
            at = (whom.idx, whom.idx + len(whom))
            c.extra.append(Cue("adult", 2, *at, f"'{whom.text}': not the child to whom it was done"))
        elif whom.lower_ in calling.GROWN and not any(t.lower_ == "young" for t in whom.children):
            c.extra.append(Cue("adult", 2, whom.idx, whom.idx + len(whom), f"'{whom.text}': a grown-up"))

    def _noun_for_a_child(self, t: Token) -> re.Match[str] | None:
        """ "the girl, 9", "the 12-year-old" around ``t``."""
        s = self.sentences[self.sentence(t.idx)]
        found = (
            m
            for m in frames.NOMINAL.finditer(self.text, s.start, s.end)
            if m.start() <= t.idx < m.end()
            and not m["nouns"]
            and m["det"].lower() not in telling.NOMINAL_SKIP
            and not self.text.startswith(("'s", "’s"), m.end())
        )
        return next(found, None)

    def _wrong_was_done_to_a_child(self) -> bool:
        """Whether a child of the draft is a victim and none is accused."""
        told = [m for m in frames.NOMINAL.finditer(self.text) if not m["nouns"]]
        if any(telling.IS_HELD.match(self.text, m.end()) for m in told):
            return False
        return any(self._wronged(Span(m.start(), m.end())) for m in told)
