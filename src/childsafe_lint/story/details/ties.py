"""Family ties that the grammar tells: whose daughter a child is, who is a couple, whose wife or sister one is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ... import lazy_re as re
from ... import seek
from ...spans import Span
from ..grammar import inside, joined, objects, subjects
from ..model import Person
from ..refs import Gender, Ref
from .scene import Scene

if TYPE_CHECKING:
    from ..parse import Token

#: what is done with or to family of a child by who thereby becomes family: "married her mother"
_JOINS = frozenset("marry wed date remarry divorce".split())
_LIVES_WITH = frozenset("live stay move cohabit dwell reside".split())
#: what is shared with whom one lives with
_HOMES = frozenset("home house flat apartment room bed trailer caravan bungalow shack hut roof".split())
_AFFAIRS = frozenset("relationship affair romance marriage".split())
_RANKS = frozenset("eldest oldest youngest firstborn lastborn one".split())
#: which of several children: "the older boy is X, 19", "a third child, X, 20"
_WHICH = frozenset(
    "older elder eldest oldest first second third fourth fifth other grown adult married".split()
)
_DIES = frozenset("die drown perish succumb".split())
_HARMS = frozenset("kill murder shoot stab hack lynch rape abduct injure wound electrocute crush".split())
#: who does this to a child brings it up; some only with a particle ("took in")
_RAISES = frozenset("raise adopt foster rear".split())
_RAISES_WITH = {"bring": "up", "take": "in", "look": "after", "care": "for"}
#: "the father was named as X", "who gave her name as X"
_NAMES = frozenset("name identify know give describe refer introduce call".split())
_PAIRED = frozenset({"divorce", "marry", "wed", "separate", "split", "remarry"})
SPOUSES = frozenset("wife husband widow widower partner girlfriend boyfriend fiancé fiancée spouse".split())
#: whom a paragraph may go on to call by name
_ONE_OF_US = frozenset(
    "mother father mum mom dad parents grandmother grandfather gran grandma grandpa nan aunt uncle stepmother"
    " stepfather".split()
)
_NAMED = re.compile(r"\s*,?\s+(?:the\s+late\s+)?(?:(?:Mr|Mrs|Ms|Mme)\.?\s+)?")
#: what is said to be left behind: "She is survived by her parents, X and Y"
_SURVIVED = seek.compile(
    r"\b(?:survived\s+by|leaves\s+behind|is\s+mourned\s+by|missed\s+by|predeceased\s+by)\b"
)
_BELOVED = re.compile(
    r"(?:^|[.!?\n]\s*)(?:[A-Z]?[a-z]+\s+){0,3}?(?:son|daughter|child|grandson|granddaughter|brother|sister)\s+(?:of|to)\s+$",
    re.IGNORECASE,
)


class Ties:
    """Reads one draft; ``family`` holds the ids of those known to be family, and grows outside."""

    def __init__(self, scene: Scene, grown: list[Person], family: set[str]) -> None:
        self.scene, self.refs, self.text = scene, scene.refs, scene.text
        self.grown = {p.id: p for p in grown}
        self.family = family
        self.names = sorted((m.start, m.end, p.id) for p in grown for m in p.mentions)
        self.young = scene.words("relative", "young")
        self.peers = scene.words("relative", "peer")
        self.kin = scene.words("who", "kin")

    def read(self) -> Iterator[tuple[Person, str]]:
        """Who is tied to a child, and by what; to be read again when more of the family is known."""
        for token in self.refs.doc:
            low = token.lower_
            if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
                continue
            if low in self.young or low in self.peers or low in _RANKS:
                yield from self._grown_child(token)
            if low in self.young or low in self.peers:
                yield from self._child_of(token)
                yield from self._of_both(token)
                yield from self._kept_for_next(token)
            if low in SPOUSES or low in self.peers:
                yield from self._beside(token)
            if low in SPOUSES or low in self.peers or low in self.kin or low == "head":
                yield from self._said_to_be(token)
            if low in self.kin or low in self.peers:
                yield from self._left_of(token)
            if low in self.kin or low in self.peers or low in _RANKS:
                yield from self._apposed(token)
        for token in self.refs.doc:
            if token.pos_ in ("VERB", "ADJ"):
                yield from self._joins(token)
                yield from self._raises(token)
                yield from self._named_by(token)
        yield from self._couples()
        yield from self._parted()
        yield from self._mourners()
        yield from self._told_before()

    def by_name(self) -> Iterator[tuple[Person, str]]:
        """Whose a child is that the draft names beside: "his sons Ali, 6, and Umar, 4", whatever his office is."""
        for token in self.refs.doc:
            if token.lower_ in self.young and token.pos_ in ("NOUN", "PROPN"):
                children = [r for t in self._names_of(token) if (r := self.refs.at(t.idx, t.idx + len(t)))]
                if any(r.person in self.scene.protected for r in children if r.person is not None):
                    for p in self._owner_of(token, children[0]):
                        yield p, "the child is said to be theirs"

    def _names_of(self, noun: Token) -> list[Token]:
        """The names a noun stands beside: "his son Ahmad", "her boy, Rui", "his children Lina and Sami"."""
        beside = [n for c in noun.children if c.dep_ == "appos" for n in joined(c)]
        gap = _NAMED.match(self.text, noun.idx + len(noun))
        after = self.refs.at(gap.end(), gap.end() + 1) if gap is not None else None
        if after is not None and gap is not None and after.start == gap.end():
            beside += joined(self.refs.token(after.end - 1))
        return beside

    def _owner_of(self, noun: Token, child: Ref | None = None) -> list[Person]:
        """The grown-ups whose the noun is said to be, by a possessive or by "whose"."""
        owner = self._possessive(noun)
        if owner is None:
            return []
        if owner.lower_ == "whose":
            ref = self.refs.before(owner.idx, self.refs.sentence(owner.idx).start)
            return [ref.person] if ref is not None and ref.person is not None and self._grown(ref) else []
        return self._owners(owner, child)

    @staticmethod
    def _possessive(noun: Token) -> Token | None:
        heads = [noun, noun.head] if noun.dep_ in ("compound", "nmod", "amod") else [noun]
        return next((c for h in heads for c in h.children if c.dep_ == "poss"), None)

    # -- "A plumber raped his stepdaughter, 12. X, 44, looked at the floor": a name kept for the next sentence
    def _kept_for_next(self, noun: Token) -> Iterator[tuple[Person, str]]:
        refs = self.refs
        i = refs.sentence_index(noun.idx)
        owner = self._possessive(noun)
        if i > 4 or i + 1 >= len(refs.sentences) or owner is None or owner.lower_ not in ("his", "her"):
            return
        named = self._names_of(noun)
        child = refs.at(noun.idx, noun.idx + len(noun))
        for t in named:
            child = refs.at(t.idx, t.idx + len(t)) or child
        if child is None or child.role != "child" or child.generic or not self._protected(child):
            return
        one, two = refs.sentences[i], refs.sentences[i + 1]
        if any(self._grown(r) for r in refs.within(one.start, one.end)):
            return
        gender: Gender = "m" if owner.lower_ == "his" else "f"
        who = refs.antecedent(owner.idx, gender, child)
        if who is not None and (who.person is not None or who.role == "child"):
            return
        first = next((r for r in refs.within(two.start, two.end) if r.person is not None), None)
        if (
            first is None
            or not self._grown(first)
            or first.start - two.start > 60
            or " " not in self.text[first.start : first.end]
        ):
            return
        known = next((r.gender for r in refs.refs if r.person is first.person and r.gender), "")
        if (
            refs.token(first.end - 1).dep_ in ("nsubj", "nsubjpass")
            and first.person
            and known in ("", gender)
        ):
            yield first.person, "whose child it is was told in the sentence before"

    # -- "X (mother) and Y (father)", "X, the eldest of her brothers"
    def _apposed(self, noun: Token) -> Iterator[tuple[Person, str]]:
        if noun.dep_ != "appos":
            return
        bare = self.text[noun.idx - 1 : noun.idx] == "(" and self.text[noun.idx + len(noun)] == ")"
        of = [t for t in inside(noun, "of") if t.lower_ in self.peers or t.lower_ in self.young]
        told = bare or any(self._of_us(t, noun.head) for t in of)
        if told and (p := self._person(noun.head)) is not None:
            yield p, f"'{noun.lower_}'"

    # -- "her daughter Keisha, 23", "the older boy is X. He is 19", "the eldest of the four, X": grown brothers, sisters
    def _grown_child(self, noun: Token) -> Iterator[tuple[Person, str]]:
        told = [n for t in (noun, *inside(noun, "of")) for n in self._names_of(t)]
        if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
            told += [c for c in noun.head.children if c.dep_ == "attr"]
        if noun.dep_ == "appos":
            told.append(noun.head)
        people = [p for t in told if (p := self._person(t)) is not None and p.kind == "adult"]
        listed = noun.lower_ in ("firstborn", "lastborn") or inside(noun, "of")
        rank = noun.lower_ in _RANKS and not listed
        if (
            not people
            or not (listed or self.scene.family_near(noun.idx))
            or (rank and not self._of_several(noun))
        ):
            return
        owner = self._possessive(noun)
        which = noun.lower_ in _RANKS or any(c.lower_ in _WHICH for c in noun.children)
        if owner is None:
            ours = which and any(c.lower_ in ("the", "a", "an") for c in noun.children)
        else:
            whose = self.refs.resolve(owner)
            person = whose.person if whose is not None else None
            family = person is not None and person.id in self.family
            couple = owner.lower_ in ("couple", "pair") and bool(self.family)
            ours = (
                family
                or couple
                or self.scene.role(whose) == "kin"
                or (which and self.scene.role(whose) == "child")
            )
        if ours:
            yield from ((p, "brother or sister of the child") for p in people)

    def _of_several(self, noun: Token) -> bool:
        """ "They have six children. The eldest, X, 20": children were counted before."""
        i = self.refs.sentence_index(noun.idx)
        start = self.refs.sentences[max(i - 1, 0)].start
        return any(
            t.tag_ == "NNS" and (t.lower_ in self.young or t.lower_ in self.peers)
            for t in self.refs.within_tokens(start, noun.idx)
        )

    def _of_us(self, noun: Token, name: Token) -> bool:
        """Brothers or sisters of a child, whoever else is named beside: "X, the eldest of her brothers"."""
        owner = self._possessive(noun)
        if owner is None:
            return False
        skip = self.refs.at(name.idx, name.idx + len(name))
        low = owner.lower_
        whose = (
            self.refs.antecedent(owner.idx, self.refs.pronouns[low], skip)
            if low in self.refs.pronouns
            else self.refs.at(owner.idx, owner.idx + len(owner))
        )
        return self.scene.role(whose) in ("child", "kin")

    # -- "X, wife of Y", "X is the father of one of the girls", "X, a sister to her mother"
    def _said_to_be(self, noun: Token) -> Iterator[tuple[Person, str]]:
        of = [
            o
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ in ("of", "to")
            for o in c.children
            if o.dep_ == "pobj"
        ]
        head = noun.lower_ == "head" and any(o.lower_ in ("family", "household", "home") for o in of)
        if not head and not any(self._is_family(n) for o in of for n in joined(o)):
            return
        told = subjects(noun.head) if noun.dep_ == "attr" else [noun.head] if noun.dep_ == "appos" else []
        if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":  # "Head of the household is X"
            told = [n for c in noun.head.children if c.dep_ == "attr" for n in joined(c)]
        for t in (*told, *self._names_of(noun)):
            if (p := self._person(t)) is not None:
                yield p, f"'{noun.lower_}' of the child or its family"

    def _is_family(self, token: Token) -> bool:
        """A protected child, one of several, or family of one."""
        if token.lower_ in ("one", "two", "some"):
            of = [o for c in token.children if c.lower_ == "of" for o in c.children]
            return any(self._is_family(o) for o in of)
        ref = self.refs.at(token.idx, token.idx + len(token))
        if ref is None:
            return self._is_the_victim(token)
        if ref.role == "child":
            named = ref.person is not None and any(m.start == ref.start for m in ref.person.mentions)
            definite = any(t.dep_ in ("det", "poss") and t.lower_ not in ("a", "an") for t in token.children)
            return bool(named or definite) and not ref.generic and self._protected(ref)
        return self.scene.role(ref) == "kin" or (ref.person is not None and ref.person.id in self.family)

    def _is_the_victim(self, token: Token) -> bool:
        """ "An uncle of the deceased": the child, in a draft that tells of no grown-up who died or was hurt."""
        return (
            token.lower_ in self.scene.words("relative", "harmed")
            and any(c.lower_ in ("the", "both", "all") for c in token.children)
            and any(s.kind.endswith("victim") for p in self.scene.protected for s in p.situations)
            and not any(self._harmed(Span(start, end)) for start, end, _ in self.names)
        )

    def _harmed(self, name: Span) -> bool:
        token = self.refs.token(name.end - 1)
        if token.dep_ == "appos":  # "the driver, X, died"
            token = token.head
        passive = token.dep_ == "nsubjpass" and token.head.lemma_ in _HARMS
        return passive or (token.dep_ == "nsubj" and token.head.lemma_ in _DIES)

    # -- "X is the only parent the girl has left"
    def _left_of(self, noun: Token) -> Iterator[tuple[Person, str]]:
        if noun.dep_ != "attr" or not any(c.dep_ == "relcl" for c in noun.children):
            return
        if any(self._is_family(t) for t in noun.subtree if t is not noun and t.pos_ in ("NOUN", "PROPN")):
            for t in subjects(noun.head):
                if (p := self._person(t)) is not None:
                    yield p, f"'{noun.lower_}' of the child or its family"

    # -- "X had married the girl's mother", "X, with whom the boy lived", "was given in marriage to X"
    def _joins(self, verb: Token) -> Iterator[tuple[Person, str]]:
        who, tied = subjects(verb), self._tied_by(verb)
        for some, rest in ((who, tied), (tied, who)):
            wed = verb.lemma_.lower() in _JOINS
            if verb.lemma_.lower() == "stay":
                rest = [
                    t for t in rest if t.lower_ not in ("he", "she")
                ]  # "She stayed with the boy until help came"
            if any(self._is_ours(n, [] if wed else rest) for n in some):
                for t in rest:
                    if (p := self._whom(t)) is not None:
                        yield p, "lives with the child or is joined to its family"

    def _tied_by(self, verb: Token) -> list[Token]:
        """Whom a verb joins its subject to by marriage, love or one roof."""
        low = verb.lemma_.lower()
        acted_on = [n for c in verb.children if c.dep_ == "dobj" for n in joined(c)]
        if low == "give":
            wed = [t for t in inside(verb, "in") if t.lower_ == "marriage"]
            return [n for t in wed for n in inside(verb, "to") + inside(t, "to")]
        if low in _JOINS:
            return acted_on + inside(verb, "to", "with")
        if low in _LIVES_WITH or (low == "share" and any(t.lower_ in _HOMES for t in acted_on)):
            whom = [t for t in inside(verb, "with", "alongside") if t.lower_ not in ("family", "relatives")]
            return [n for t in whom for n in (joined(verb.head) if t.lower_ == "whom" else [t])]
        loved = acted_on + inside(verb, "in")
        return [n for t in loved if t.lower_ in _AFFAIRS for n in inside(t, "with") + inside(verb, "with")]

    def _is_ours(self, token: Token, rest: list[Token]) -> bool:
        """Family of the child, and not of those it is joined to: "X lived with his mother" tells of X's own."""
        if not self._is_family(token):
            return False
        owner = self._possessive(token)
        if owner is None or owner.lower_ not in self.refs.pronouns:
            return True
        gender = self.refs.pronouns[owner.lower_]
        if any(gender and self.refs.pronouns.get(t.lower_, gender) != gender for t in rest):
            return True  # "He had lived with her mother": not with his own
        ref = self.refs.antecedent(owner.idx, gender)
        return ref is None or ref.person is None or ref.person not in [self._whom(t) for t in rest]

    # -- "X has brought the boy up", "X adopted the girl"
    def _raises(self, verb: Token) -> Iterator[tuple[Person, str]]:
        low = verb.lemma_.lower()
        particle = _RAISES_WITH.get(low)
        near = self.refs.doc[verb.i + 1 : verb.i + 6] if particle else ()
        if low in _RAISES or any(t.lower_ == particle and t.head.i >= verb.i for t in near):
            whom = objects(verb) + (inside(verb, particle) if particle else [])
            if any(self._is_family(n) and self.scene.role(self.refs.resolve(n)) == "child" for n in whom):
                for t in subjects(verb):
                    if (p := self._whom(t)) is not None:
                        yield p, "brings the child up"

    # -- "The father, whose name was given as X", "the parents were named as X and Y", "was born to X and Y"
    def _named_by(self, verb: Token) -> Iterator[tuple[Person, str]]:
        low = verb.lemma_.lower()
        if low == "bear":
            told = [t for t in subjects(verb) if self.scene.role(self.refs.resolve(t)) == "child"]
            named = inside(verb, "to", "of")
        elif low in _NAMES:
            told = [o for t in subjects(verb) for o in (t, *self._whose(t))]
            told = [t for t in told if t.lower_ in self.kin | self.peers and self._is_kin(t)]
            told += [t for t in objects(verb) if t.lower_ in self.kin and self._is_kin(t)]
            named = inside(verb, "as")
            if any(c.dep_ == "nsubjpass" for c in verb.children):
                named += [n for c in verb.children if c.dep_ in ("oprd", "attr") for n in joined(c)]
        else:
            return
        for t in named if told else ():
            if (p := self._person(t)) is not None:
                yield p, f"'{told[0].lower_}'"

    def _is_kin(self, noun: Token) -> bool:
        """A word for family of a child, and not of a grown-up."""
        ref = self.refs.at(noun.idx, noun.idx + len(noun))
        owner = self._possessive(noun)
        whose = self.refs.resolve(owner) if owner is not None else None
        return (ref is None or self.scene.role(ref) in ("kin", "child")) and self.scene.role(whose) != "adult"

    @staticmethod
    def _whose(noun: Token) -> list[Token]:
        """What a relative clause about somebody's name hangs on: "the father, whose name was given as"."""
        whose = any(c.lower_ == "whose" for c in noun.children)
        return [noun.head.head] if whose and noun.head.dep_ == "relcl" else []

    # -- "X and Y were divorced in 2020", where X is known to be family
    def _parted(self) -> Iterator[tuple[Person, str]]:
        for verb in self.refs.doc:
            if verb.pos_ == "VERB" and verb.lemma_.lower() in _PAIRED:
                named = [n for t in subjects(verb) for n in (t, *self._names_of(t))]
                told = list({p.id: p for t in named if (p := self._person(t)) is not None}.values())
                if len(told) == 2 and any(p.id in self.family for p in told):
                    yield from ((p, "was married to family") for p in told)

    # -- "X, 31, and Y, 28, were charged with killing their daughter"
    def _of_both(self, noun: Token) -> Iterator[tuple[Person, str]]:
        owner = self._possessive(noun)
        child = self.refs.at(noun.idx, noun.idx + len(noun))
        if owner is None or owner.lower_ != "their" or (child is not None and not self._ours(child)):
            return
        for verb in noun.ancestors:
            both = subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
            if both:
                people = {p.id: p for t in both if (p := self._person(t)) is not None}
                if len(people) == 2:
                    yield from ((p, "the child is said to be theirs") for p in people.values())
                return

    def _ours(self, child: Ref) -> bool:
        return child.role == "child" and not child.generic and self._protected(child)

    # -- "the girl is his stepdaughter", "said the girl was her niece", "the girl, her only daughter, had"
    def _child_of(self, noun: Token) -> Iterator[tuple[Person, str]]:
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is None:
            return
        child = self._said_of(noun)
        if child is None and not self._own(noun, owner):
            return
        doing = (t for verb in noun.ancestors if child is None for t in subjects(verb))
        one = next((p for t in doing if (p := self._person(t)) is not None), None)
        for p in [one] if one is not None else self._owners(owner, child):
            yield p, "the child is said to be theirs"

    def _own(self, noun: Token, owner: Token) -> bool:
        """ "X is held over the beating of his own child": harmed by nobody else, whatever the child is called."""
        return (
            noun.tag_ == "NN"
            and owner.lower_ in ("his", "her")
            and any(c.lower_ == "own" for c in noun.children)
            and any(s.kind.endswith("victim") for p in self.scene.protected for s in p.situations)
        )

    def _said_of(self, noun: Token) -> Ref | None:
        """The protected child whom the noun is said of."""
        if noun.dep_ in ("attr", "oprd"):
            told = subjects(noun.head)
        elif noun.dep_ == "appos":
            told = [noun.head]
        else:
            return None
        for t in told:
            ref = self.refs.at(t.idx, t.idx + len(t))
            if ref is None and t.lower_ in self.refs.pronouns:
                ref = self.refs.antecedent(t.idx, self.refs.pronouns[t.lower_])
            if ref is not None and self._ours(ref):
                return ref
        return None

    def _protected(self, ref: Ref) -> bool:
        return ref.person is None or ref.person in self.scene.protected

    def _owners(self, owner: Token, child: Ref | None) -> list[Person]:
        """The grown-ups a possessive stands for: one by name, pronoun or role; of "their" both of a couple."""
        low = owner.lower_
        if low in ("their",):
            return self._pair(owner.idx)
        if low in self.refs.pronouns:
            ref = self.refs.antecedent(owner.idx, self.refs.pronouns[low], child)
        else:
            ref = self.refs.at(owner.idx, owner.idx + len(owner))
        if ref is None:
            return []
        if ref.person is None and ref.word in self.scene.words("relative", "victims") | {"man", "woman"}:
            return self._named_as(ref)
        return [ref.person] if ref.person is not None and ref.person.id in self.grown else []

    def _named_as(self, role: Ref) -> list[Person]:
        """ "The suspect is X": the name a role word has beside it."""
        token = self.refs.token(role.end - 1)
        for t in token.children:
            if t.dep_ == "appos" and (p := self._person(t)) is not None:
                return [p]
        if token.dep_ == "nsubj":
            for t in token.head.children:
                if t.dep_ == "attr" and (p := self._person(t)) is not None:
                    return [p]
        return []

    def _pair(self, at: int) -> list[Person]:
        """The last two grown-ups named before ``at`` in its paragraph, where they are a couple."""
        start = self.refs.paragraph(at).start
        named: dict[str, Person] = {}
        for r in self.refs.within(start, at):
            if r.person is not None and r.person.id in self.grown:
                named[r.person.id] = r.person
        last = list(named.values())[-2:]
        spoken = {t.lower_ for t in self.refs.within_tokens(start, at)}
        return last if len(last) == 2 and spoken & (SPOUSES | {"couple", "married", "and"}) else []

    # -- "his wife, X", "her sister X": of somebody who is family
    def _beside(self, noun: Token) -> Iterator[tuple[Person, str]]:
        person = self._name_after(noun)
        if person is None or person.id in self.family:
            return
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        the = next((c for c in noun.children if c.dep_ == "det" and c.lower_ == "the"), None)
        if owner is None and (the is None or noun.lower_ not in SPOUSES):
            return
        at = owner.idx if owner is not None else noun.idx
        own = self.refs.gender_of(noun.lower_)
        other: Gender = "m" if own == "f" else "f" if own == "m" else ""
        if owner is None:
            who = self.refs.antecedent(at, other)
        elif owner.lower_ in self.refs.pronouns:
            who = self.refs.antecedent(at, self.refs.pronouns[owner.lower_])
        else:
            who = self.refs.at(at, at + len(owner))
        if who is None:
            return
        if who.person is None and who.role == "adult" and owner is not None and noun.lower_ in SPOUSES:
            if self.scene.family_near(at):  # "The singer and his former wife, X, share the care of Ida, 3"
                yield person, "family of somebody told of beside the child"
            return
        kin = self.scene.role(who) == "kin" or (who.person is not None and who.person.id in self.family)
        if noun.lower_ in SPOUSES and who.role == "child":
            kin = self._protected(who)  # a child has no wife: its father was told of beside it
        named = who.person is not None or owner is None or noun.lower_ in SPOUSES
        if kin and named:  # of whose brother it is that a word only tells, the pronoun may mean another
            yield person, "family of the child's family"

    def _name_after(self, noun: Token) -> Person | None:
        for t in noun.children:
            if t.dep_ == "appos":  # "his wife, X", "his wife, the actress X"
                for n in (t, *(c for c in t.children if c.dep_ in ("appos", "compound", "nmod"))):
                    if (p := self._person(n)) is not None:
                        return p
        if noun.head.i > noun.i and noun.dep_ in ("compound", "nmod", "poss"):
            return self._person(noun.head)
        gap = _NAMED.match(self.text, noun.idx + len(noun))
        if gap is None:
            return None
        ref = self.refs.at(gap.end(), gap.end() + 1)
        return ref.person if ref is not None and ref.start == gap.end() and self._grown(ref) else None

    # -- "For X and Y Renshaw", where Y is known to be family
    def _couples(self) -> Iterator[tuple[Person, str]]:
        for key in list(self.family):
            person = self.grown.get(key)
            for m in person.mentions if person is not None else ():
                before = self.refs.before(m.start, m.start - 40)
                if before is None or not self._grown(before) or before.person is None:
                    continue
                if before.person.id in self.family or " " not in self.text[m.start : m.end]:
                    continue
                bare = " " not in self.text[before.start : before.end].strip()
                if bare and re.fullmatch(r"\s+(?:and|&|nor|or)\s+", self.text[before.end : m.start]):
                    yield before.person, "named together with family"

    # -- "His mother works nights. X had left a plate in the oven": a first name that nothing introduces
    def _told_before(self) -> Iterator[tuple[Person, str]]:
        for p in self.grown.values():
            m = p.mentions[0]
            if p.id in self.family or any(" " in self.text[x.start : x.end] for x in p.mentions):
                continue
            i = self.refs.sentence_index(m.start)
            s = self.refs.sentences[i]
            head = re.search(r"(?:^|[;:]\s|\band\s)$", self.text[s.start : m.start])
            token = self.refs.token(m.start)
            if not i or head is None or token.dep_ != "nsubj" or token.ent_type_ not in ("PERSON", ""):
                continue
            one = self.refs.sentences[i - 1]
            if self.refs.paragraph_index(one.start) != self.refs.paragraph_index(m.start):
                continue
            kin = [r for r in self.refs.within(one.start, one.end) if r.role == "kin" and r.person is None]
            named = [r for r in self.refs.within(one.start, one.end) if self._grown(r)]
            if len(kin) != 1 or named or self.refs.token(kin[0].start).dep_ not in ("nsubj", "nsubjpass"):
                continue
            word = kin[0]
            gender = next((r.gender for r in self.refs.refs if r.person is p and r.gender), "")
            apart = gender and word.gender and gender != word.gender
            if word.word in _ONE_OF_US and not apart and self.scene.family_near(one.start):
                yield p, f"'{word.word}' in the sentence before"

    # -- "survived by X and Y", "beloved son of X and Y"
    def _mourners(self) -> Iterator[tuple[Person, str]]:
        for m in _SURVIVED.finditer(self.text):
            if self.scene.about(m.start()) == "child":
                yield from self._listed(m.end(), "mourns the child")
        for r in self.refs.refs:
            if self._grown(r) and r.person is not None and r.person.id not in self.family:
                start = self.refs.sentence(r.start).start
                if _BELOVED.search(self.text[max(0, start - 2) : r.start]):
                    yield from self._listed(r.start, "the child is said to be theirs")

    def _listed(self, at: int, why: str) -> Iterator[tuple[Person, str]]:
        for r in self.refs.within(at, self.refs.sentence(at).end):
            if self._grown(r) and r.person is not None:
                yield r.person, why

    def _grown(self, ref: Ref) -> bool:
        return ref.person is not None and ref.person.id in self.grown

    def _whom(self, token: Token) -> Person | None:
        """Somebody named, be it that "he" or "she" stands for the name of the sentence before."""
        if token.lower_ not in ("he", "she"):
            return self._person(token)
        ref = self.refs.antecedent(token.idx, self.refs.pronouns[token.lower_])
        return ref.person if ref is not None and self._grown(ref) else None

    def _person(self, token: Token) -> Person | None:
        """Whose name a word belongs to, be it one that the pipeline takes for a firm's or a place's."""
        i = bisect_right(self.names, (token.idx, len(self.text), ""))
        return self.grown[self.names[i - 1][2]] if i and token.idx < self.names[i - 1][1] else None
