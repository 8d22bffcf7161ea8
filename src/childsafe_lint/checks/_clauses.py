"""The clauses of a draft as statements: of whom, said by whom, as a fact or a guess or a reproach.

Read from the dependency parse of English (ClearNLP labels). Which words stand for a crowd, a verb of guessing and
so on is data, under ``classes`` in ``languages/en/usage.yaml``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from ..spans import Span
from ..story.grammar import joined, subjects
from ..story.model import Quote
from .usage import Usage

if TYPE_CHECKING:
    from ..story.parse import Stretch, Token

#: Whom a clause is about. ``group``: children of a kind ("a decent girl", "girls like her", "these children");
#: ``anyone``: everybody who does something ("those who go there", "you", "whoever asks");
#: ``thing``: something of the child's; ``about``: the child stands elsewhere in the clause; ``grown``: a grown-up
#: who is no family (``other`` as well), or who did to the subject what is told; ``class``: a whole class of children
#: ("children with asthma"); ``someone``: somebody or something that is not named.
SUBJECTS = (
    "child",
    "group",
    "class",
    "anyone",
    "someone",
    "kin",
    "nobody",
    "thing",
    "about",
    "grown",
    "other",
)
#: How it is told. ``reproach``: should have; ``guess``: must have; ``prophecy``: will end up.
MODALS = ("reproach", "ability", "duty", "guess", "maybe", "prophecy")
#: Who says it. ``paper``: nobody but the paper. ``named`` stands beside another: the draft gives a full name.
VOICES = (
    "crowd",
    "unnamed",
    "named",
    "partisan",
    "official",
    "protector",
    "family",
    "child",
    "other",
    "paper",
)

_CLAUSE = {"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "pcomp", "acl", "dep", "csubj"}
_SURE = frozenset("sure certain convinced adamant positive persuaded".split())
_CALLING = frozenset("call brand label dub describe portray".split())
_AGGRIEVED = frozenset({"child", "family", "protector"})
_ANYBODY = frozenset({"crowd", "unnamed", "partisan"})
_ALSO = frozenset("nor neither so".split())  # "nor had she been seen"
_QUESTIONS = frozenset("how why what whether when where who".split())
_LEARNT = frozenset("understand hear learn gather".split())  # "this paper understands": from nobody it names
_SENSING = frozenset("hear observe".split())  # "heard them calling" passes on nothing
_WHEN = frozenset("before after when since until while".split())  # what is taken for granted, not said
_NEWS = frozenset(
    "think believe understand fear allege".split()
)  # "it is believed that", of whoever looks into it
_WITHHELD = frozenset("not only declined refused withheld without".split())
_NAMING = frozenset("named identified name names naming called".split())
_FUTURE = frozenset({"will", "'ll", "’ll", "would"})
_WH = frozenset("what why where who how whose which".split())
_SOMEBODY = frozenset("somebody someone one anybody everyone everybody people others those".split())
_SOME = frozenset("a an one another some several many few two three dozens hundreds other most".split())
_SOMEONE = frozenset("something someone somebody".split())
_FOLK = frozenset("women men mothers fathers ladies wives boys girls youths pensioners farmers".split())
_WHOLE = frozenset("whole entire half all".split())
_AS_TOLD = frozenset("tell put say have report recount explain".split())  # "as the barber tells it"
_NOBODY = frozenset("nobody nothing none".split())
_PARTICULAR = frozenset("det poss nummod".split())  # "the boys", "her sons", "two girls"
_RELUCTANT = frozenset("struggle refuse decline hesitate".split())  # "they struggle to believe that"
_ENTITLED = frozenset("entitle entitled right".split())  # "readers have a right to know why"
_COLLECTIVE = frozenset(
    "some people others many everyone everybody folk folks somebody someone most plenty".split()
)
_WITHHOLDING = frozenset("name cite identify quote source attribute".split())  # "without naming anyone"
_COURT = frozenset(
    "court magistrate magistrates judge jury tribunal bench inquest trial dock hearing".split()
)
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_PLACES = frozenset("at in on from outside near by".split())
_ASKED_BEFORE = 7  # words between a verb of asking and its "if"
_LEAST = 3  # words of a statement
_REACH = 14  # words between a quotation and the verb that says whose it is
_BACK = 60  # words a pronoun may look back for the speaker it stands for
_LABELS = {"attr", "acomp", "oprd"}


class Clause(Protocol):
    """One statement, or one label given to a child (``label``: then the words are those of the label)."""

    @property
    def first(self) -> int:
        """The first of its words, in a quotation that of the whole quoted sentence; ``end`` is exclusive."""

    @property
    def end(self) -> int: ...
    @property
    def verb(self) -> str: ...
    @property
    def subjects(self) -> frozenset[str]: ...
    @property
    def negated(self) -> bool: ...
    @property
    def passive(self) -> bool: ...
    @property
    def modal(self) -> str: ...
    @property
    def asked(self) -> bool: ...
    @property
    def condition(self) -> bool: ...
    @property
    def voices(self) -> frozenset[str]: ...
    @property
    def denied(self) -> bool:
        """Whoever is told to say it denies it, regrets it or is asked not to say it."""

    @property
    def hedged(self) -> bool:
        """Whoever says it only guesses: "suspects", "claims"."""

    @property
    def perfect(self) -> bool:
        """Had done, would have done."""

    @property
    def past(self) -> bool: ...
    @property
    def label(self) -> bool: ...
    @property
    def too_short(self) -> bool:
        """Of too few words to say anything."""

    def may_hold(self, first: int, end: int) -> bool:
        """Whether words ``first`` to ``end`` may stand in it; asked before where it begins and ends is known."""


@dataclass(frozen=True, slots=True)
class Said:
    """A ``Clause`` of which everything is known."""

    first: int
    end: int
    verb: str
    subjects: frozenset[str]
    negated: bool
    passive: bool
    modal: str
    asked: bool
    condition: bool
    voices: frozenset[str]
    denied: bool = False
    hedged: bool = False
    perfect: bool = False
    past: bool = False
    label: bool = False
    too_short: bool = False

    def may_hold(self, first: int, end: int) -> bool:
        return self.first <= first < self.end


def clauses(usage: Usage) -> Clauses:
    """The statements of what is in English in the story of ``usage``, read once a story."""
    if usage.clauses is None:
        usage.clauses = Clauses(usage)
    return usage.clauses


class Clauses:
    """The statements of one story, of what is in English."""

    def __init__(self, usage: Usage) -> None:
        self.usage = usage
        self.listed = usage.listed
        self._quotes = [
            q for q in usage.story.quotes if len(usage.story.text[q.span.start : q.span.end].split()) > 1
        ]
        self._opens = [q.span.start for q in self._quotes]
        self._longest = max((q.span.end - q.span.start for q in self._quotes), default=0)
        self._spoken: dict[int, frozenset[str]] = {}  # by the start of a quotation
        self._sentences: dict[int, tuple[int, int]] = {}

    def __iter__(self) -> Iterator[Clause]:
        for stretch in self.usage.story.stretches("en"):
            for token in self.usage.story.doc:
                if not stretch.start <= token.idx < stretch.end:
                    continue
                if token.pos_ in ("VERB", "AUX") and token.dep_ in _CLAUSE:
                    auxes = [c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")]
                    if "to" not in auxes:
                        yield _Verbal(self, token, auxes)
                elif token.pos_ in ("NOUN", "PROPN", "ADJ") and self._labels_child(token):
                    yield self._label(token)

    # Statements

    @staticmethod
    def negated(verb: Token) -> bool:
        return any(
            c.dep_ == "neg" or c.lower_ in ("never", "hardly", "barely", "neither") for c in verb.children
        )

    def passes_on(self, verb: Token) -> bool:
        """Whether a verb tells a guess by a noun alone: "they blame his father", "they speak of a debt"."""
        lemma = verb.lemma_.lower()
        if lemma in self.listed["accusing"] and any(
            c.dep_ == "dobj" and c.pos_ != "PRON" and (self.child(c) or c.lower_ in self.listed["kin"])
            for c in verb.children
        ):
            return True
        if lemma in self.listed["blaming"]:
            return not any(c.lower_.endswith(("self", "selves")) for c in verb.children)
        after = {c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "dative")}
        told = bool(after & {"of", "about", "at"}) and not any(c.lower_ == "as" for c in verb.subtree)
        told = told and (self._people_there(verb) or not any(s.pos_ == "PRON" for s in subjects(verb)))
        return (lemma in self.listed["hinting"] and told) or (lemma == "put" and "down" in after)

    def kinds(self, token: Token) -> Iterator[str]:
        word = token.lower_
        person = self.usage.person_at(token.idx)
        listed = self.listed
        determiners = {c.lower_ for c in token.children if c.dep_ == "det"}
        if word in _NOBODY or (word in ("one", "no-one") and "no" in determiners):
            yield "nobody"
        if self._grown_kin(token):
            person = False
        noun = self.usage.child_noun(word)
        if person is not True and not noun and self._stands_for_child(token):
            person = True
        if word in _SOMEONE:
            yield "someone"
        if token.pos_ == "NUM" and not list(token.children):
            yield "group"  # "thirteen is old enough"
        anyone = word in listed["anyone"] or bool(determiners & {"any", "every"})
        if anyone and (token.pos_ == "PRON" or self._followed(token)):
            yield "anyone"
        if person is False and token.pos_ == "PRON" and self.usage.stands_for(token.idx) in listed["kin"]:
            yield "kin"
        if (noun and person is not False) or person is True or self.child(token):
            yield "child"
            if noun and token.tag_ == "NNS" and not any(c.dep_ in _PARTICULAR for c in token.children):
                yield "class"
            if noun and (
                token.tag_ == "NNS"
                or determiners & {"a", "an", "any", "no", "every", "these", "those", "such"}
            ):
                yield "group"
            if "no" in determiners:
                yield "nobody"
        elif word in listed["kin"]:
            yield "kin"
            if determiners & {"a", "any", "no", "every"}:
                yield "anyone"
        elif person is False:
            yield "grown"
            yield "other"
        elif person is None and word in ("it", "this", "that", "there"):
            yield "thing"
        for c in token.children:  # "the girl's phone", "one of the boys"
            own = c.dep_ == "poss" and self.usage.person_at(c.idx) is True
            if own and person is not False and word not in listed["kin"]:
                yield "thing"
            if c.dep_ == "prep" and c.lower_ == "of":
                for o in c.children:
                    if self.usage.child_noun(o.lower_):
                        yield "child"

    def grown_doer(self, verb: Token) -> bool:
        """Whether a grown-up did to the subject what is told: "had been sold by an uncle"."""
        doers = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
        return any(o.lower_ not in self.listed["motive"] and not self.child(o) for o in doers)

    @staticmethod
    def _followed(token: Token) -> bool:
        """Whether a clause says which people are meant: "those who go there"."""
        return any(c.dep_ in ("relcl", "acl") for c in token.children)

    def _stands_for_child(self, token: Token) -> bool:
        """Whether "he" or "she" stands for the child that was the subject before, and not for somebody who stands
        only in an aside of its own clause: "With a father in prison, he …"."""
        if token.lower_ in ("they", "these", "those") and token.dep_ in ("nsubj", "nsubjpass"):
            return self._quote(token) is not None and self._children_before(token)
        if token.lower_ not in ("he", "she") or token.dep_ not in ("nsubj", "nsubjpass"):
            return False
        start, gender = token.sent.start, {"he": "m", "she": "f"}[token.lower_]
        before = [
            t for t in token.doc[start : token.i] if t.dep_ in ("nsubj", "nsubjpass") and t.lower_ != "it"
        ]
        if before and not self._only_tells(before, token):
            return False
        fitting = (gender,) if before else (gender, "any")
        for i in range(start - 1, max(start - _BACK, -1), -1):
            t = token.doc[i]
            if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT":
                return self.child(t) and self.usage.gender(t.lower_) in fitting
        return False

    def _only_tells(self, before: list[Token], pronoun: Token) -> bool:
        """Whether who stands before a pronoun in its sentence only says of it what follows, in terms that nobody uses
        of himself: "a manager said he had been warned often enough"."""
        told = pronoun.head
        above = {t.i for t in told.ancestors if t.lemma_.lower() in self.listed["saying"]}
        others = {c.lower_ for c in told.subtree if c.dep_ in ("dobj", "dative", "pobj")}
        own = {"he": {"him", "his"}, "she": {"her", "hers"}}[pronoun.lower_]
        return (
            not others & own
            and all(
                t.head.i in above and t.pos_ != "PRON" and self.usage.gender(t.lower_) == "any"
                for t in before
            )
            and not any(v in ("official", "protector", "family") for t in before for v in self.voice(t))
        )

    def _children_before(self, token: Token) -> bool:
        """Whether the last word for several people, officials aside, is one for children."""
        for i in range(token.i - 1, max(token.i - 2 * _BACK, -1), -1):
            t = token.doc[i]
            if t.tag_ == "NNS" and t.lower_ not in self.listed["authorities"]:
                if self.usage.child_noun(t.lower_):
                    return True
                if self.usage.person_at(t.idx) is False:
                    return False
        return False

    @staticmethod
    def _before_subject(aux: Token, head: Token) -> bool:
        return any(c.dep_ in ("nsubj", "nsubjpass") and aux.i < c.i for c in head.children)

    def asked(self, head: Token) -> bool:
        end = next((t.text for t in reversed(list(head.sent)) if not t.is_space), "")
        left = {c.lower_ for c in head.children if c.i < head.i} | {
            g.lower_ for c in head.children for g in c.children if c.i < head.i
        }
        if end == "?" and (
            left & _WH
            or any(c.dep_ in ("aux", "auxpass") and self._before_subject(c, head) for c in head.children)
        ):
            return True
        if (
            end == "?"
            and head.lemma_ == "be"
            and any(c.dep_ == "nsubj" and c.i > head.i for c in head.children)
        ):
            return True
        asker = head.head.lemma_.lower() in self.listed["asking"] and head.dep_ == "ccomp"
        return asker and bool(left & (_WH | {"whether", "if"}))

    def condition(self, head: Token, asked: bool) -> bool:
        """Whether a clause is a condition: "if she had stayed", "had she stayed"."""
        marks = [c for c in head.children if c.dep_ == "mark" and c.lower_ in ("if", "unless")]
        if head.dep_ == "advcl" and marks:
            return not self._asked_whether(marks[0]) and not any(c.lower_ == "as" for c in head.children)
        inverted = any(
            c.lower_ == "had"
            and c.dep_ == "aux"
            and self._before_subject(c, head)
            and not (c.i and head.doc[c.i - 1].lower_ in _ALSO)
            for c in head.children
        )
        return inverted and not asked

    def _asked_whether(self, mark: Token) -> bool:
        """Whether an "if" means whether: "Asked on the radio if he had seen her, …"."""
        for i in range(mark.i - 1, max(mark.sent.start, mark.i - _ASKED_BEFORE) - 1, -1):
            token = mark.doc[i]
            if token.is_punct:
                break
            if token.lemma_.lower() in self.listed["asking"]:
                return True
        return False

    def modal(self, head: Token, auxes: list[str]) -> str:
        words = set(auxes)
        perfect = bool(words & {"have", "'ve", "’ve"})
        if perfect and (words & {"should", "ought", "need"}):
            return "reproach"
        if perfect and "could" in words:
            return "ability"
        if head.lemma_ in ("ought", "suppose"):
            done = any(a.lower_ == "have" for c in head.children if c.dep_ == "xcomp" for a in c.children)
            return "reproach" if done else "duty"
        if words & {"must", "should", "ought"}:
            supposed = perfect or (head.lemma_ == "be" and "must" in words)  # "he must be ill"
            return "guess" if supposed else "duty"
        if any(c.lower_ == "doubt" and c.i < head.i for c in head.children):
            return "guess"
        near = {c.lower_ for c in head.children if c.dep_ in ("advmod", "npadvmod", "acomp")}
        to_come = not perfect and not _FUTURE.isdisjoint(words)  # what may follow, not what happened
        most = head.i and head.doc[head.i - 1].lower_ == "most"
        if near & self.listed["certainty"] and not most and not to_come:
            return "guess"
        if words & _FUTURE and head.lemma_ in (
            "end",
            "become",
            "grow",
            "turn",
            "finish",
        ):
            return "prophecy"
        if words & {"may", "might"} or ("could" in words and not self.negated(head)) or self._left_open(head):
            return "maybe"
        return ""

    @staticmethod
    def _left_open(head: Token) -> bool:
        """Whether a statement is only said to be possible: "it seems", "it is not excluded that …"."""
        above = head.head if head.dep_ in ("ccomp", "csubj", "relcl", "acl") else head
        aside = [c.lemma_ for c in head.children if c.dep_ in ("parataxis", "advcl", "ccomp")]
        if {"seem", "appear"} & {above.lemma_, *aside}:
            return above is not head or bool({"seem", "appear"} & set(aside))
        if head.dep_ == "advcl" and head.head.lemma_ in ("look", "sound", "seem", "appear"):
            return any(c.dep_ == "mark" and c.lower_ in ("if", "though", "like") for c in head.children)
        open_ = [t for t in (above, head) if t.lemma_ in ("exclude", "rule", "discount") and t.tag_ == "VBN"]
        return any(c.dep_ == "neg" for t in open_ for c in t.children)

    # Who says so?

    def voices(self, head: Token) -> frozenset[str]:
        found = set(self._reported(head))
        quote = self._quote(head)
        if quote is not None:
            found |= self._quoted(quote)
        return frozenset(found or {"paper"})

    def _reported(self, head: Token) -> Iterator[str]:
        if self._relative(head):
            return
        token = head
        for _ in range(6):
            if token.dep_ == "pcomp" and token.head.lower_ in _WHEN:
                return
            if token.dep_ == "advcl" and any(c.lower_ in _WHEN for c in token.children if c.i < token.i):
                return
            for c in token.children:
                if c.dep_ == "advcl":
                    yield from self._believed(c) if c.lemma_ == "be" else self._as_told(c)
                if c.dep_ == "parataxis" and c.lemma_.lower() in self.listed["saying"]:
                    yield from self._speaker(c)
                if c.lower_ == "in":
                    yield from self._in_opinion(c)
                if c.lower_ == "according":
                    for to in c.children:
                        for o in to.children:
                            yield from self.voice(o)
            parent = token.head
            if parent.i == token.i:
                return
            says = parent.lemma_.lower() in self.listed["saying"] and token.dep_ in ("ccomp", "dep")
            says = says and not (parent.lemma_ in _SENSING and token.tag_ in ("VB", "VBG"))
            if says and not self._supposed(parent) and not self._wonders(parent, token):
                yield from self._speaker(parent)
                if self._quote(token) is None and self._of_oneself(parent, token):
                    yield "child"
            if token.dep_ == "ccomp" and parent.lower_ in _SURE and parent.dep_ == "acomp":
                yield from self._speaker(parent.head)
                yield "hedged"
            if token.dep_ in ("ccomp", "acl") and self._minded(parent, token):
                yield from self._speaker(parent)
                yield "hedged"
            if parent.lower_ in self.listed["rumour"] and token.dep_ in ("acl", "ccomp"):
                yield from self._whose(parent)
                yield "hedged"
            if parent.lower_ in self.listed["opinion"] and token.dep_ in ("acl", "ccomp", "relcl"):
                verb = parent.head
                if verb.pos_ == "VERB":
                    yield "hedged"
                    yield from self._speaker(verb)
            if parent.lemma_ == "be" and token.dep_ == "ccomp":
                for told in parent.children:
                    if told.dep_ in ("nsubj", "attr") and told.lower_ in self.listed["rumour"]:
                        yield from self._whose(told)
                        yield "hedged"
            token = parent

    def _whose(self, told: Token) -> Iterator[str]:
        """Whose a rumour or a claim is: of the people, where nobody's."""
        owners = [c for c in told.children if c.dep_ == "poss"]
        for owner in owners:
            yield from self.voice(owner)
        if not owners:
            yield "crowd"

    @staticmethod
    def _of_oneself(verb: Token, clause: Token) -> bool:
        """ "He told everyone he should have gone": whoever speaks means himself."""
        own = {s.lower_ for s in subjects(clause)} & {"he", "she", "i", "we"}
        return bool(own) and own == {s.lower_ for s in subjects(verb)}

    def _in_opinion(self, preposition: Token) -> Iterator[str]:
        """Whose "in his opinion" or "in the eyes of the village" it is."""
        for held in preposition.children:
            if held.lower_ in self.listed["opinion"] | {"eyes"}:
                owners = [c for c in held.children if c.dep_ == "poss"]
                owners += [o for c in held.children if c.lower_ == "of" for o in c.children]
                for owner in owners:
                    yield from self.voice(owner)

    def _minded(self, verb: Token, clause: Token) -> bool:
        """Whether somebody holds something for true: "has made up its mind", "has no doubt", or "has him stealing"."""
        if (
            verb.lemma_ == "have"
            and clause.tag_ not in ("VB", "VBN")  # "they had him stay"
            and any(s.lower_ in self.listed["hearsay"] for s in subjects(verb))
        ):
            return True
        held = {c.lower_ for c in verb.children if c.dep_ == "dobj"}
        return verb.lemma_ in ("make", "have", "form", "hold", "get") and bool(
            held & {"mind", "minds", "doubt"}
        )

    def _as_told(self, aside: Token) -> Iterator[str]:
        """Who says it, named in an aside: "as the barber tells it", "to hear him tell it", "if you ask
        her"."""
        before = {c.lower_ for c in aside.children if c.i < aside.i}
        tells: list[Token] = []
        if "as" in before and "if" not in before and aside.lemma_ in _AS_TOLD:
            tells = subjects(aside)
        elif "to" in before and aside.lemma_ == "hear":
            tells = [s for c in aside.children if c.dep_ == "ccomp" for s in subjects(c)]
        elif "if" in before and aside.lemma_ == "ask" and any(s.lower_ == "you" for s in subjects(aside)):
            tells = [c for c in aside.children if c.dep_ == "dobj"]
        voices = {v for t in tells for v in self.voice(t)}
        if not _ANYBODY.isdisjoint(voices):
            yield "hedged"
        yield from voices

    def _believed(self, condition: Token) -> Iterator[str]:
        """Of whom is said "if they are to be believed", "if they are right", "if the gossip is anything to go by"."""
        if any(s.lower_ in self.listed["rumour"] for s in subjects(condition)):
            yield from ("hedged", "crowd")
        believed = any(c.dep_ == "xcomp" and c.lemma_ in ("believe", "trust") for c in condition.children)
        right = any(c.dep_ == "acomp" and c.lower_ in ("right", "correct") for c in condition.children)
        voices = {v for s in subjects(condition) for v in self.voice(s)}
        if believed or (right and not _ANYBODY.isdisjoint(voices)):
            yield "hedged"
            yield from voices - {"other"} or {"crowd"}

    @staticmethod
    def _supposed(verb: Token) -> bool:
        """Whether the saying is only a condition: "if anybody thinks they saw her"."""
        while verb.dep_ == "conj":
            verb = verb.head
        return verb.dep_ == "advcl" and any(c.lower_ in ("if", "unless") for c in verb.children)

    @staticmethod
    def _wonders(verb: Token, clause: Token) -> bool:
        """ "They seek to understand how children could do it": a question, which passes on nothing."""
        return verb.lemma_.lower() in _LEARNT and any(c.lower_ in _QUESTIONS for c in clause.children)

    @staticmethod
    def _relative(head: Token) -> bool:
        """Whether a statement is itself a relative clause; one within its subject ("those who ask …") is not."""
        own = [c for c in head.children if c.i < head.i]
        own += [
            g for c in own if c.pos_ not in ("VERB", "AUX") for g in c.children if g.dep_ in ("pobj", "poss")
        ]
        if head.dep_ == "ccomp" and any(
            t.dep_ in ("det", "poss") for c in own for t in c.children if t.lower_ in _WH
        ):
            return False  # "asked which of the boys had run"
        cleft = head.head.dep_ == "attr" and any(c.lower_ == "it" for c in head.head.head.children)
        return not cleft and any(t.lower_ in ("which", "who", "whom", "whose", "where") for t in own)

    def _demanded(self, clause: Token) -> bool:
        """Whether somebody only wants it so: "they insisted that the boy be named"."""
        return (
            clause.dep_ == "ccomp"
            and clause.head.lemma_.lower() in self.listed["saying"]
            and any(t.lower_ == "be" for t in (clause, *clause.children))
            and not any(c.dep_ == "aux" for c in clause.children)
        )

    def denied(self, head: Token) -> bool:
        if self._demanded(head):
            return True
        below = head
        for token in head.ancestors:
            if token.lower_ in self.listed["rumour"] and any(
                c.dep_ in ("acomp", "attr") and c.lower_ in self.listed["untrue"] for c in token.head.children
            ):
                return True
            if below.dep_ in ("relcl", "advcl") and below.i != head.i:
                return False
            below, through = token, below.dep_
            if any(c.dep_ == "det" and c.lower_ == "no" for c in token.children) and token.pos_ == "NOUN":
                return True
            if through == "conj":
                continue  # "he denied the charge and that a child …"
            own = token.lemma_ == "admit" and through == "xcomp"  # "she admitted going there"
            if token.lemma_.lower() in self.listed["denying"] and through != "nsubj" and not own:
                return True
            held = through in ("acl", "ccomp", "relcl") and token.lower_ in self.listed["opinion"]
            if held and token.lemma_ != "doubt" and self.negated(token.head):
                return True  # "it was never our view that …"
            if token.lemma_ == "be" and through != "nsubj" and self.negated(token):
                views = (c.lower_ in self.listed["opinion"] for c in token.children if c.dep_ == "attr")
                if any(views):
                    return True
            said = token.lemma_.lower() in self.listed["saying"] and through != "advcl"
            if said and self._not_held(token):
                return True
        return False

    def of_others(self, first: int, end: int) -> bool:
        """Whether words ``first`` to ``end`` tell what a grown-up or an institution did, not a child or its family."""
        found = self._tokens(first, end)
        if found is None:
            return False
        verb = self._verb(found.root)
        who = subjects(verb)
        if not who or not all(map(self._others, who)):
            return False
        between = verb.doc[max(t.i for t in who) + 1 : verb.i]
        nearer = [
            t for t in between if t.dep_ in _SUBJECT or t.head.dep_ == "amod"
        ]  # "the 14-year-old dresses"
        owners = [c for t in found for c in t.children if c.dep_ == "poss"]  # "her history of lying"
        return not any(map(self.child, (*nearer, *owners)))

    def _others(self, token: Token) -> bool:
        word, listed = token.lower_, self.listed
        if word in listed["kin"] or word in listed["rumour"] or self.child(token):
            return False
        grown = self.usage.person_at(token.idx) is False and token.pos_ != "PRON"
        office = any(word in listed[kind] for kind in ("authorities", "partisans", "protectors", "bodies"))
        return grown or office or token.ent_type_ == "ORG"

    def _tokens(self, first: int, end: int) -> Stretch | None:
        span = self.usage.words.span(first, end)
        return self.usage.story.doc.char_span(span.start, span.end, alignment_mode="expand")

    @staticmethod
    def _verb(token: Token) -> Token:
        """The verb that a word depends on."""
        while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
            token = token.head
        return token

    def refuted(self, first: int, end: int) -> bool:
        """Whether what words ``first`` to ``end`` claim is denied, or told as a wrong that was said."""
        found = self._tokens(first, end)
        if found is None:
            return False
        head = self._verb(found[0])
        claims = (
            t
            for t in found
            if t.lemma_.lower() in self.listed["guessing"] and any(c.dep_ == "ccomp" for c in t.children)
        )
        return (
            self._named_in_general(head)
            or any(map(self._demanded, found))
            or self.denied(head)
            or self.complained_of(head)
            or any(map(self._not_held, claims))
        )

    def _named_in_general(self, verb: Token) -> bool:
        """Whether naming somebody so is itself what a sentence is about: "calling a child evil explains nothing"."""
        return verb.lemma_ in _CALLING and verb.tag_ == "VBG" and verb.dep_ in ("csubj", "nsubj", "pcomp")

    def complained_of(self, head: Token) -> bool:
        """Whether the child, its family or who protects children tells what others say of it: "her mother said
        neighbours had called her a liar"."""
        layers = []
        for token in (head, *head.ancestors):
            above = token.head
            if token.dep_ in ("ccomp", "dep") and above.lemma_.lower() in self.listed["saying"]:
                layers.append(above)
        if not layers:
            return False
        quote = self._quote(layers[0])
        outer = set(self._speaker(layers[1])) if len(layers) > 1 else set()
        if quote is not None:
            outer |= self._quoted(quote)
        return not _AGGRIEVED.isdisjoint(outer) and _AGGRIEVED.isdisjoint(self._speaker(layers[0]))

    def _not_held(self, saying: Token) -> bool:
        """Whether it is told that something is not said, not believed or falsely so."""
        if saying.lemma_ != "doubt" and any(
            c.dep_ == "neg" or c.lower_ in ("never", "nobody") for c in saying.children
        ):
            return True
        passive = saying.lemma_ == "tell" and any(c.dep_ == "auxpass" for c in saying.children)
        if passive and any(self.child(t) or t.lower_ in self.listed["anyone"] for t in subjects(saying)):
            return True  # "children who were told that they had wanted it"
        above = saying.head if saying.dep_ in ("xcomp", "ccomp", "advcl") else None
        if saying.head.lemma_ in _ENTITLED and saying.dep_ in ("xcomp", "acl"):
            return True
        return (above is not None and above.lemma_ in _RELUCTANT and saying.dep_ == "xcomp") or any(
            t.lower_ in self.listed["untrue"] and t.dep_ in ("advmod", "acomp")
            for t in (*saying.children, *((above, *above.children) if above is not None else ()))
        )

    def _speaker(self, verb: Token) -> Iterator[str]:
        who = [s for s in subjects(verb) if s.lower_ not in ("it", "which", "that")]
        if not who:
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            if passive and verb.lemma_.lower() in self.listed["hearsaying"]:  # "it is said"
                yield "hedged"
            news = verb.lemma_ in _NEWS and not any(c.dep_ in ("advmod", "prep") for c in verb.children)
            nobody = passive and not any(c.dep_ == "agent" for c in verb.children)
            someone = nobody and not news and not self._in_court(verb)
            lodged = news and verb.lemma_ == "allege"  # "it is alleged": in a complaint or a charge
            yield "crowd" if someone else "official" if lodged else "other"
        voices = [v for s in who for v in self.voice(s)]
        if verb.lemma_ == "doubt" and any(s.lower_ in _NOBODY for s in who):
            voices = ["crowd"]
        elif self._in_court(verb):
            voices = ["other" if v == "crowd" else v for v in voices]
        yield from voices
        if any(
            not _WITHHOLDING.isdisjoint(t.lemma_ for t in c.subtree)
            for c in verb.children
            if c.lower_ == "without"
        ):
            yield "unnamed"
        guesses = verb.lemma_.lower() in self.listed["guessing"] or (
            any(self._nameless(s) for s in who)
            and (verb.lemma_ != "tell" or any(c.lower_ == "you" for c in verb.children))
        )
        if guesses and not _ANYBODY.isdisjoint(voices):
            yield "hedged"
        if verb.lemma_.lower() in _LEARNT and "official" not in voices:
            yield "unnamed"

    @staticmethod
    def _nameless(token: Token) -> bool:
        """Whether a speaker is nobody in particular: "some say", "people have said"; not "some teachers"."""
        if token.lower_ not in _COLLECTIVE:
            return token.tag_ == "NN" and any(c.lower_ in _WHOLE and c.i < token.i for c in token.children)
        of = [o for c in token.children if c.lower_ == "of" for o in c.children]
        return all(o.lower_ in _COLLECTIVE for o in of) and not any(
            c.dep_ in ("amod", "compound", "nummod", "relcl", "acl", "poss", "appos") for c in token.children
        )

    @staticmethod
    def _in_court(verb: Token) -> bool:
        """Whether somebody says something to a court, and so has to answer for it."""
        heard = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
        heard += [o for c in verb.children if c.lower_ in ("to", "in", "from", "before") for o in c.children]
        return verb.lemma_ in ("testify", "plead") or any(
            not _COURT.isdisjoint((o.lower_, *(c.lower_ for c in o.children if c.dep_ == "compound")))
            for o in heard
        )

    def voice(self, token: Token) -> Iterator[str]:
        listed = self.listed
        if token.lower_ in ("i", "we"):
            yield "other"
            return
        around = {c.dep_ for c in token.children}
        if token.lower_ in _FOLK and "prep" in around and around.isdisjoint(_PARTICULAR):
            yield "crowd"  # "women at the tap"
            return
        if token.lower_ in listed["kin"]:
            some = any(c.lower_ in _SOME for c in token.children) and not any(
                c.dep_ in ("poss", "prep") and c.lower_ not in _PLACES for c in token.children
            )  # "one mother at the gate"
            yield "crowd" if some and not self._named(token) else "family"
            return
        if token.pos_ == "PRON" and token.lower_ in ("he", "she", "they", "who"):
            if token.lower_ == "they" and self._people_there(token.head):
                yield "crowd"
                yield "hedged"
                return
            before = self._earlier(token)
            many = token.lower_ == "they" and before is not None and before.tag_ == "NNS"
            gossips = many and before is not None and before.lower_ in listed["rumourers"]
            young = self.usage.person_at(token.idx) is True and not self.usage.named_beside(token.idx)
            if young and not gossips:
                yield "child"
                return
            if before is None:
                yield "crowd" if token.lower_ == "they" else "other"
                return
            token = before
        elif token.lower_ in _SOMEBODY or (
            token.tag_ == "NN" and any(c.lower_ in _WHOLE and c.i < token.i for c in token.children)
        ):
            yield "crowd"  # "half the school"
            return
        words = {t.lower_ for t in token.subtree if t.i - token.i < 12}
        lemmas = {t.lemma_.lower() for t in token.subtree if t.i - token.i < 12}
        some = any(c.lower_ in _SOME and c.dep_ in ("det", "nummod", "amod") for c in token.children)
        withheld = bool(words & _WITHHELD and words & _NAMING)
        if withheld or words & listed["unnamed"]:
            yield "unnamed"
            if withheld and some:
                return  # "a pupil who would only be called Ama": not the child told of
        near = {token.lower_} | {t.lower_ for t in token.lefts} | {t.lower_ for t in joined(token)}
        near |= {c.lower_ for c in token.children if c.dep_ == "appos"} | {
            g.lower_ for c in token.children if c.dep_ == "appos" for g in c.children
        }
        young = self.usage.person_at(token.idx) is True and not self._grown_kin(token)
        if young and not near & listed["rumourers"]:
            yield "child"
            return
        spoke = False
        for name, kinds in (
            ("protector", "protectors"),
            ("official", "authorities"),
            ("official", "records"),
            ("partisan", "partisans"),
            ("crowd", "rumourers"),
        ):
            if near & listed[kinds] or (name == "crowd" and lemmas & listed["hearsay"]):
                yield name
                spoke = True
                if name in ("protector", "official"):
                    break
        if not spoke:
            yield "crowd" if some and not self._named(token) else "other"

    @staticmethod
    def _named(token: Token) -> bool:
        """Whether somebody is given by name: "Another parent, Ruth Imbuga,"."""
        return token.ent_type_ == "PERSON" or any(
            c.dep_ == "appos" and c.pos_ == "PROPN" for c in token.children
        )

    @staticmethod
    def _people_there(verb: Token) -> bool:
        """Whether "they" are people in general: "in the village they say", "they will tell you"."""
        near = {c.lower_ for c in verb.children}
        if verb.dep_ == "ccomp":
            return False
        place = any(c.lower_ in _PLACES and any(o.pos_ == "NOUN" for o in c.children) for c in verb.children)
        return (verb.tag_ == "VBP" and (place or bool(near & {"here", "there", "still"}))) or (
            bool(near & {"will", "would"}) and "you" in near
        )

    def _earlier(self, pronoun: Token) -> Token | None:
        """The last word for somebody who speaks, before a pronoun."""
        kinds = self.listed
        for i in range(pronoun.i - 1, max(pronoun.i - _BACK, -1), -1):
            token = pronoun.doc[i]
            if token.dep_ in ("nsubj", "pobj", "appos", "nsubjpass") and any(
                token.lower_ in kinds[k] for k in ("protectors", "authorities", "partisans", "rumourers")
            ):
                return token
        return None

    def _quote(self, token: Token) -> Quote | None:
        first = bisect_left(self._opens, token.idx - self._longest)
        near = self._quotes[first : bisect_right(self._opens, token.idx)]
        around = [q for q in near if token.idx < q.span.end]
        return max(around, key=lambda q: q.span.end - q.span.start) if around else None

    def _quoted(self, quote: Quote) -> frozenset[str]:
        known = self._spoken.get(quote.span.start)
        if known is None:
            known = self._spoken[quote.span.start] = frozenset(self._quoted_by(quote))
        return known

    def _quoted_by(self, quote: Quote) -> Iterator[str]:
        doc = self.usage.story.doc
        inside = doc.char_span(quote.span.start, quote.span.end, alignment_mode="expand")
        if inside is None:
            return
        for step, at in ((1, inside.end), (-1, inside.start - 1)):
            for n in range(_REACH):
                i = at + n * step
                if not 0 <= i < len(doc) or "\n\n" in doc[i].text_with_ws:
                    break
                token = doc[i]
                if token.text in ("“", "”", '"') and n > 1:
                    break
                if token.lemma_.lower() in self.listed["saying"] and token.pos_ == "VERB":
                    yield from self._speaker(token)
                    return
        yield "other"

    # How far it goes

    def sentence_words(self, token: Token) -> tuple[int, int]:
        """The words of the sentence a token is in, as the parse has it."""
        sentence = token.sent
        known = self._sentences.get(sentence.start)
        if known is None:
            here = Span(sentence.start_char, sentence.end_char)
            known = self._sentences[sentence.start] = self.usage.words.within(here)
        return known

    def extent(self, head: Token) -> tuple[int, int]:
        words = self.usage.words
        inside = list(head.subtree)
        aside = {d.i for t in inside if t.dep_ == "parataxis" and t.i != head.i for d in t.subtree}
        tokens = [
            t
            for t in inside
            if not t.is_punct and not t.is_space and t.dep_ != "parataxis" and t.i not in aside
        ]
        if tokens and tokens[0].dep_ == "mark" and tokens[0].lower_ == "that":
            tokens = tokens[1:]
        if not tokens:
            return 0, 0
        first, end = words.at(tokens[0].idx), words.at(tokens[-1].idx) + 1
        quote = self._quote(head)
        if quote is not None and tokens[0].idx >= quote.span.start:
            opens, closes = words.within(quote.span)
            low, high = words.sentence_words(min(words.at(head.idx), len(words) - 1))
            return max(opens, low), min(closes, high)
        return first, min(end, len(words))

    # Labels

    def _grown_kin(self, token: Token) -> bool:
        """Whether a word for a child is one for a grown-up here: "his nephew Joe Adlam, 27,", "the accused, 44,"."""
        return any(
            c.dep_ == "appos" and self.usage.person_at(c.left_edge.idx) is False for c in token.children
        )

    def child(self, token: Token) -> bool:
        if token.is_punct or token.is_space or self._grown_kin(token):
            return False
        if self.usage.person_at(token.idx) is True or self.usage.child_noun(token.lower_):
            return True
        young = ("amod", "nummod", "compound", "appos")  # "the 12-year-old shooter"
        near = 3 if self.usage.person_at(token.idx) is False else len(token.doc)  # "a mum, 16"
        return any(
            c.dep_ in young and c.i - token.i < near and self.usage.person_at(c.left_edge.idx) is True
            for c in token.children
        )

    def _labels_child(self, noun: Token) -> bool:
        """Whether a noun names what a child is called, or said to be."""
        head, dep = noun.head, noun.dep_
        if dep == "conj":
            while noun.dep_ == "conj":
                noun = noun.head
            head, dep = noun.head, noun.dep_
        if self.usage.child_noun(noun.lower_):
            return False
        named = [c for c in head.children if c.dep_ in ("dobj", "nsubj")]
        if dep == "oprd" and any(c.dep_ == "dobj" for c in named):  # "she calls the boy a wolf"
            return any(self.child(c) for c in named if c.dep_ == "dobj")
        if dep in _LABELS:
            if any(c.dep_ == "expl" for c in head.children):
                return False
            of = subjects(head)
            return any(self.child(t) or self._stands_for_child(t) for t in of) or any(map(self.child, named))
        if dep == "appos":
            return self.child(head)
        if dep == "pobj" and head.lower_ in ("as", "like", "into", "but", "than"):
            verb = head.head
            while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
                verb = verb.head
            return any(self.child(t) for t in subjects(verb)) or any(
                self.child(c) for c in verb.children if c.dep_ in ("dobj", "nsubjpass")
            )
        return any(c.dep_ == "appos" and self.child(c) for c in noun.children)

    def _label(self, noun: Token) -> Clause:
        words = self.usage.words
        tail = [c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("of", "in", "on", "with", "to")]
        last = tail[0].right_edge if tail and noun.pos_ != "ADJ" else noun
        first, end = words.at(noun.left_edge.idx), min(words.at(last.idx) + 1, len(words))
        voices = self.voices(noun)
        return Said(
            first, end, noun.lemma_.lower(), frozenset({"child"}), False, False, "", False, False,
            voices - {"hedged"}, self.denied(noun) or self._not_so(noun), "hedged" in voices, label=True,
        )  # fmt: skip

    @staticmethod
    def _not_so(noun: Token) -> bool:
        """Whether a label is said not to fit: "she is no burden", "he is not a disease"."""
        return noun.dep_ in ("attr", "acomp") and (
            any(c.dep_ == "neg" for c in noun.head.children)
            or any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)
        )


class _Verbal:
    """A ``Clause`` read off its verb, one question at a time: most are ruled out by the first."""

    label = False

    def __init__(self, clauses: Clauses, head: Token, auxes: list[str]) -> None:
        self._clauses = clauses
        self._head = head
        self._auxes = auxes
        self.verb = head.lemma_.lower()

    @cached_property
    def _extent(self) -> tuple[int, int]:
        aside = self.condition and self._head.dep_ == "advcl"
        return self._clauses.extent(self._head.head if aside else self._head)

    @property
    def first(self) -> int:
        return self._extent[0]

    @property
    def end(self) -> int:
        return self._extent[1]

    @property
    def too_short(self) -> bool:
        return self.end - self.first < _LEAST

    def may_hold(self, first: int, end: int) -> bool:
        low, high = self._clauses.sentence_words(self._head)
        return low <= first and end <= high

    @cached_property
    def _tells(self) -> bool:
        """Whether the verb itself passes on a guess."""
        head = self._head
        if self.passive:  # "is thought by classmates to have run off"
            agents = any(c.dep_ == "agent" for c in head.children)
            return agents and self.verb in self._clauses.listed["hearsaying"]
        return self._clauses.passes_on(head) and head.dep_ not in ("acl", "relcl")

    @cached_property
    def _subjects(self) -> frozenset[str]:
        if any(c.dep_ == "expl" for c in self._head.children):
            return frozenset({"thing"})  # "there was a debt" is of no one
        kinds = {kind for s in subjects(self._head) for kind in self._clauses.kinds(s)}
        if self._clauses.grown_doer(self._head):
            kinds.add("grown")
        return frozenset(kinds)

    @cached_property
    def subjects(self) -> frozenset[str]:
        of, clauses, below = self._subjects, self._clauses, self._head.subtree
        if self._tells:
            if self.passive:
                pass
            elif self.verb in clauses.listed["hinting"]:
                of = frozenset({"thing"})
            elif any(clauses.child(t) for t in below):
                of |= {"child"}
        if not of & {"child", "kin"} and any(
            clauses.child(t) for t in below if t.pos_ in ("NOUN", "PRON", "PROPN")
        ):
            of |= {"about"}
        return of or frozenset({"other"})

    @cached_property
    def negated(self) -> bool:
        head, negated = self._head, self._clauses.negated
        return (
            negated(head)
            or any(negated(c) for c in head.children if c.dep_ == "auxpass")
            or "nobody" in self._subjects
        )

    @cached_property
    def asked(self) -> bool:
        return self._clauses.asked(self._head)

    @cached_property
    def passive(self) -> bool:
        return any(c.dep_ in ("auxpass", "nsubjpass") for c in self._head.children)

    @cached_property
    def condition(self) -> bool:
        return self._clauses.condition(self._head, self.asked)

    @cached_property
    def modal(self) -> str:
        return self._clauses.modal(self._head, self._auxes)

    @cached_property
    def _voices(self) -> frozenset[str]:
        voices = self._clauses.voices(self._head)
        if self._tells:
            who = subjects(self._head)
            if self.passive:
                agents = [c for c in self._head.children if c.dep_ == "agent"]
                who = [o for c in agents for o in c.children if o.dep_ == "pobj"]
            voices |= {v for t in who for v in self._clauses.voice(t)} | {"hedged"}
            if self.verb in self._clauses.listed["hinting"] and any(t.tag_ == "NNS" for t in who):
                voices |= {"crowd"}
        return voices

    @property
    def voices(self) -> frozenset[str]:
        return self._voices - {"hedged"}

    @property
    def hedged(self) -> bool:
        return "hedged" in self._voices

    @property
    def denied(self) -> bool:
        return self._clauses.denied(self._head) or self._clauses.complained_of(self._head)

    @property
    def perfect(self) -> bool:
        return not {"had", "'d", "’d"}.isdisjoint(self._auxes)

    @property
    def past(self) -> bool:
        auxes = self._auxes
        return {"will", "can", "must", "'ll", "’ll"}.isdisjoint(auxes) and (
            self._head.tag_ in ("VBD", "VBN") or "did" in auxes or "had" in auxes
        )
