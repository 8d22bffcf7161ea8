"""Drafts in several languages: one document for those that are read by words, one story for what readers tell apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..spans import Span
from .documents import MissingExtra, documents
from .model import Person, Story
from .transliteration import latin
from .which_language import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc


def document(text: str, main: str, parts: Sequence[Part], packages: Mapping[str, str]) -> Doc:
    """A ``Doc`` of the whole text, each part read by its own language's pipeline, or by the main one's where the
    packages of its own are missing.

    Raises:
        MissingExtra: those of the main language are missing.
    """
    pipeline = documents(main, packages.get(main))
    if all(p.language == main for p in parts):
        return pipeline(text)
    docs = []
    for part in parts:
        try:
            own = documents(part.language, packages.get(part.language))
        except MissingExtra:
            own = pipeline
        docs.append(own(text[part.span.start : part.span.end]))
    return _joined(docs)


def _joined(docs: Sequence[Doc]) -> Doc:
    """One document after the other; each has a vocabulary of its own, so it is built anew."""
    from spacy.tokens import Doc

    tokens = [t for doc in docs for t in doc]
    return Doc(
        docs[0].vocab,
        words=[t.text for t in tokens],
        spaces=[bool(t.whitespace_) for t in tokens],
        pos=[t.pos_ for t in tokens],
        lemmas=[t.lemma_ for t in tokens],
        morphs=[str(t.morph) for t in tokens],
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in tokens],
        sent_starts=[bool(t.is_sent_start) for t in tokens],
    )


def only(text: str, parts: Sequence[Part], wanted: Collection[str]) -> str:
    """The text with blanks for everything in other languages: offsets hold."""
    out = list(text)
    for part in parts:
        if part.language not in wanted:
            for i in range(part.span.start, part.span.end):
                out[i] = "\n" if out[i] == "\n" else " "
    return "".join(out)


def merged(story: Story, other: Story) -> Story:
    """``story`` with what ``other``, of the same draft's other language, adds: the people it names, and their details.

    A child that nobody names there is taken for one that is known already.
    """
    ids: dict[str, str] = {}
    people = list(story.people)
    names = {word: child for child in story.children for word in _words(story.text, child)}
    for person in other.people:
        same = next((names[w] for w in _words(story.text, person) if w in names), None)
        if (
            same is not None
            and person.kind != "adult"
            and not any(s in same.mentions for s in person.mentions)
        ):
            ids[person.id] = same.id
            same.mentions = sorted([*same.mentions, *person.mentions])
            continue
        if not person.mentions and story.children:
            ids[person.id] = story.children[0].id
            continue
        ids[person.id] = f"p{len(people) + 1}"
        people.append(replace(person, id=ids[person.id], relatives=[]))
    details = [replace(d, people=tuple(dict.fromkeys(ids[p] for p in d.people))) for d in other.details]
    told = [s for s in other.situations if s.kind not in {t.kind for t in story.situations}]
    return replace(
        story,
        people=people,
        details=sorted([*story.details, *details], key=lambda d: (d.span, d.kind)),
        situations=[*story.situations, *told],
        sensitive=story.sensitive or other.sensitive,
    )


def _words(text: str, person: Person) -> set[str]:
    """The words of somebody's names, as they compare across alphabets."""
    found = " ".join(text[m.start : m.end] for m in person.mentions).lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", found) if not unicodedata.combining(c))
    return {latin(w) for w in re.findall(r"[^\W\d_]{3,}", plain)}


def spans(parts: Sequence[Part]) -> tuple[tuple[Span, str], ...]:
    """The parts as a story keeps them; none for a draft in one language."""
    return tuple((p.span, p.language) for p in parts) if len({p.language for p in parts}) > 1 else ()
