"""Of whom a wording is said by the grammar of its sentence: "he is a pest", "that pest of a boy", "a pest, 14, …".

Reads the dependency parse (ClearNLP labels, as in spaCy's English pipelines). The lists it goes by are data, see
``labels`` in ``languages/<code>/usage.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..story.parse import Token

_BESIDE = ("compound", "amod", "nmod", "appos", "npadvmod")
_PREDICATE = ("attr", "acomp", "oprd", "ccomp", "xcomp", "dobj", "advcl")
_CLAUSE = ("xcomp", "ccomp", "conj", "advcl", "acl", "relcl")
_SUBJECT = ("nsubj", "nsubjpass")
_UTTERED = ("nsubj", "dep", "dobj", "oprd", "ccomp", "npadvmod", "attr", "intj")
_ADULT = 18


@dataclass(frozen=True, slots=True)
class LabelWords:
    """The words of a language by which labels are told.

    Args:
        naming: lemmas of verbs that say what somebody is ("call", "brand").
        acting: lemmas of verbs after which "as" names a part ("dress", "star").
        groups: nouns for several together ("gang", "bunch"): what they are made of is meant.
        families: nouns for the people of a child, whom a label hits with the child.
        pointing: pronouns that may mean a child nobody names ("you", "these").
        growing: lemmas of verbs with "into" ("grow", "turn").
        young: words that make a label one for the young ("pint-sized").
        grown: nouns for grown-ups beside those the checks on wording know anyway ("referee").
        decades: words for an age of twenty and more ("in his thirties").
    """

    naming: frozenset[str]
    acting: frozenset[str]
    groups: frozenset[str]
    families: frozenset[str]
    pointing: frozenset[str]
    growing: frozenset[str]
    young: frozenset[str]
    grown: frozenset[str]
    decades: frozenset[str]


def labels(token: Token) -> bool:
    """Whether a word can say what somebody is: no verb that tells what somebody did ("she fell", "he had spent")."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("amod", "acomp", "oprd", "attr", "compound"):
        return True
    if token.tag_ != "VBN" or any(c.dep_ in ("aux", "dobj", "agent") for c in token.children):
        return False
    return token.dep_ in ("ccomp", "xcomp") or any(c.dep_ == "auxpass" for c in token.children)


def _fronted(token: Token) -> bool:
    """ "Lawless, the boys run wild", "treated as lawless": an adjective taken for an adverb."""
    return token.i < token.head.i or any(c.lower_ == "as" for c in token.children)


def part(token: Token, known: LabelWords) -> bool:
    """Whether a noun is a part in a play: "plays the fool", "dressed as a witch"."""
    head = token.head
    if token.dep_ == "dobj":
        return head.lemma_.lower() in ("play", "portray", "voice")
    return token.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_.lower() in known.acting


def uttered(token: Token) -> bool:
    """Whether a label stands alone before the verb that says or calls it: "A pest, she called the boy"."""
    verb = token.head
    if token.i >= verb.i or verb.pos_ != "VERB" or token.dep_ not in _UTTERED:
        return False
    after = token.doc[min(token.right_edge.i + 1, len(token.doc) - 1)]
    return after.is_punct and any(
        c.dep_ in _SUBJECT and c.i > token.i for c in verb.children if c is not token
    )


def shown_young(noun: Token, known: LabelWords, childwear: Container[str]) -> bool:
    """Whether what stands beside a label makes it one for the young: "under-age louts", "louts in school caps"."""
    for child in noun.children:
        word = child.lower_
        if child.dep_ in ("amod", "compound", "nmod"):
            whole = child.doc[child.left_edge.i : child.right_edge.i + 1]  # "under-age" is three tokens
            shown = word in known.young or whole.text.lower() in known.young
        elif child.dep_ == "det":
            shown = word in ("these", "those") and noun.tag_ == "NNS"
        else:
            shown = word in ("in", "with") and any(c.lower_ in childwear for c in child.children)
        if shown:
            return True
    return False


def refers(noun: Token) -> bool:
    """Whether a noun stands for somebody in particular, or for anybody of the kind: no mere attribute of another."""
    return noun.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "ROOT") and any(
        c.dep_ in ("det", "poss") for c in noun.children
    )


def taken_up(noun: Token) -> bool:
    """Whether a noun takes up somebody told of before, as whoever the sentence is about: "The oaf had shouted"."""
    return noun.dep_ in _SUBJECT and any(
        c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in noun.children
    )


def _addressed(token: Token) -> Iterator[Token]:
    """Whom an uttered label is said of, or shouted at."""
    verb = token.head
    for child in (*verb.children, *(g for c in verb.children if c.dep_ in _SUBJECT for g in c.children)):
        if child.i > token.i and child.dep_ in ("dobj", "oprd", "dative"):
            yield child
        elif child.i > token.i and child.lower_ in ("of", "about", "at", "to", "after"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def bearers(token: Token, known: LabelWords, depth: int = 0) -> Iterator[Token]:
    """The words for whoever ``token`` is said of, the likeliest first."""
    if depth > 6:
        return
    head, dep = token.head, token.dep_
    if uttered(token):
        for named in _addressed(token):
            yield from _meant(named, known)
    yield from _of_a_child(token)
    yield from (c for c in token.children if c.dep_ == "appos" and not _anothers(c, token))
    if head is token:
        yield from _subjects_of(token, known) if token.pos_ in ("NOUN", "ADJ") else ()
    elif dep == "pobj" or (head.lower_ == "as" and head.dep_ == "prep"):
        yield from _after_preposition(token, known, depth)
    elif dep in ("compound", "amod", "nmod", "poss") or (dep == "npadvmod" and head.pos_ != "VERB"):
        if dep != "poss":
            yield from _meant(head, known)
    elif dep == "appos":
        yield from _meant(head, known)
    elif dep == "conj":
        if head.pos_ != "VERB" or token.pos_ == "VERB":
            yield from bearers(head, known, depth + 1)
    elif dep in ("nsubj", "nsubjpass"):
        yield from (c for c in head.children if head.lemma_ == "be" and c.dep_ == "attr")
    elif dep in _PREDICATE or (dep == "advmod" and token.pos_ == "ADJ" and _fronted(token)):
        if token.pos_ in ("VERB", "ADJ") and token.dep_ in ("ccomp", "xcomp", "advcl"):
            yield from (c for c in token.children if c.dep_ in _SUBJECT)
        if token.pos_ == "NOUN":  # "made her a laughing stock"
            yield from (c for c in token.children if c.dep_ in _SUBJECT)
        yield from _of_verb(token, head, known)


def _of_verb(token: Token, verb: Token, known: LabelWords) -> Iterator[Token]:
    """Of whom a verb says something: its object if it names somebody, else its subject."""
    naming = verb.lemma_.lower() in known.naming
    if token.dep_ == "dobj" and not naming:
        return
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or verb.dep_ == "acl"
    if naming and not passive:
        for child in verb.children:
            if child is not token and child.dep_ in ("dobj", "dative", "ccomp", "nsubj") and child.i > verb.i:
                yield from _meant(child, known)
        return
    yield from _subjects_of(verb, known)


def _subjects_of(verb: Token, known: LabelWords, depth: int = 0) -> Iterator[Token]:
    own = [c for c in verb.children if c.dep_ in _SUBJECT]
    for child in own:
        if child.lower_ in ("who", "that", "which", "whom"):
            yield from _meant(verb.head, known) if verb.dep_ == "relcl" else ()
        else:
            yield from _meant(child, known)
    if own or depth > 3 or verb.head is verb:
        return
    if verb.dep_ in ("acl", "relcl"):
        yield from _meant(verb.head, known)
    elif verb.dep_ in _CLAUSE or verb.dep_ == "pcomp":
        objects = [c for c in verb.head.children if c.dep_ == "dobj"] if verb.dep_ == "xcomp" else []
        for child in objects:
            yield from _meant(child, known)
        if not objects:
            yield from _subjects_of(verb.head, known, depth + 1)


def _after_preposition(token: Token, known: LabelWords, depth: int) -> Iterator[Token]:
    """ "known as a pest", "a bunch of pests", "grew into a pest", "nothing but a pest"."""
    preposition = token.head
    over = preposition.head
    word = preposition.lower_
    if (word == "of" and over.lower_ in known.groups) or word in ("but", "than"):
        yield from bearers(over, known, depth + 1)
    elif word == "as" and over.lemma_.lower() not in known.acting:
        verb = over
        if verb.pos_ not in ("VERB", "AUX"):  # "know the girl as a witch": the parser hangs it on the girl
            yield from _meant(verb, known)
            return
        objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
        for child in objects:
            yield from _meant(child, known)
        if not objects:
            yield from _subjects_of(verb, known)
    elif word == "into" and over.lemma_.lower() in known.growing:
        objects = [c for c in over.children if c.dep_ == "dobj"]
        for child in objects:
            yield from _meant(child, known)
        if not objects:
            yield from _subjects_of(over, known)


def _of_a_child(token: Token) -> Iterator[Token]:
    """ "that brute of a boy"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                if noun.dep_ == "pobj" and any(d.lower_ in ("a", "an") for d in noun.children):
                    yield noun


def _meant(noun: Token, known: LabelWords) -> Iterator[Token]:
    """The noun, with what it is joined to and, for a group, what it is made of."""
    yield noun
    for child in noun.children:
        if child.dep_ in ("conj", "appos") or (child.dep_ == "compound" and noun.lower_ in known.groups):
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of" and noun.lower_ in known.groups:
            yield from (c for c in child.children if c.dep_ == "pobj")


def _anothers(age: Token, token: Token) -> bool:
    """Whether an age in apposition is that of somebody in between: "the thug who hit the girl, 12, has fled"."""
    return age.pos_ == "NUM" and any(t.pos_ == "NOUN" for t in token.doc[token.i + 1 : age.i])


def own_age(
    token: Token,
    known: LabelWords,
    is_child: Callable[[Token], bool | None],
    years: Callable[[str], int | None],
) -> bool | None:
    """Whether the noun itself says that it is a child ("a thug of 13", "the thug, 14", "teen thug") or a grown-up.

    ``is_child``: whether a token is a child, None for nobody known; ``years``: the number a word stands for.
    """

    def young(numbers: Iterable[Token]) -> bool | None:
        return next((n < _ADULT for t in numbers if (n := years(t.lower_)) is not None), None)

    for child in token.children:
        found = None
        if child.dep_ == "appos" and uttered(token):
            continue  # "Vermin, a driver called them": the driver says it
        if child.dep_ == "appos" and _anothers(child, token):
            continue
        if child.dep_ == "compound" and any(c.dep_ == "nummod" for c in child.children):
            continue  # "a one-man crime wave"
        if child.dep_ in _BESIDE:
            found = is_child(child)
            if found is None and child.dep_ == "appos":
                found = young((child,))
        if found is None and child.lower_ in ("of", "aged", "age"):
            found = young(child.children)
        if child.lower_ == "in" and any(c.lower_ in known.decades for c in child.children):
            found = False
        if found is not None:
            return found
    return None
