"""Who does what to whom, read from a dependency parse (ClearNLP labels, as in spaCy's English pipelines)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .parse import Token


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Subjects of a verb with what is joined to them; relative clauses and shared subjects are followed."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
    if own:
        if own[0].lower_ in ("who", "that", "which") and verb.dep_ == "relcl":
            return joined(verb.head)
        return [n for c in own for n in joined(c)]
    if depth > 4:
        return []
    if verb.dep_ in ("acl", "relcl"):
        return joined(verb.head)
    if (
        verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "auxpass", "aux", "pcomp", "prep", "advmod")
        and verb.head is not verb
    ):
        return subjects(verb.head, depth + 1)
    return []


def objects(verb: Token) -> list[Token]:
    """What a verb or a noun of doing acts on: direct objects, "of" and "against" phrases, small clauses."""
    out: list[Token] = []
    for c in verb.children:
        if c.dep_ in ("dobj", "obj", "dative"):
            out += joined(c)
        elif c.dep_ == "prep" and c.lower_ in ("of", "on", "against", "with", "to"):
            out += [n for o in c.children if o.dep_ == "pobj" for n in joined(o)]
        elif c.dep_ in ("ccomp", "xcomp"):
            out += [n for o in c.children if o.dep_ == "nsubj" for n in joined(o)]
    return out


def inside(head: Token, *words: str) -> list[Token]:
    """What stands behind the prepositions of a verb or noun, all of them or only these."""
    return [
        n
        for c in head.children
        if c.dep_ in ("prep", "agent") and (not words or c.lower_ in words)
        for o in c.children
        if o.dep_ == "pobj"
        for n in joined(o)
    ]


def joined(token: Token) -> list[Token]:
    """A noun and those coordinated with it."""
    out = [token]
    for c in token.children:
        if c.dep_ == "conj":
            out += joined(c)
    return out
