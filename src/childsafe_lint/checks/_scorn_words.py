"""The words of a language by which a label given in scorn is told, see ``scorn`` in ``languages/<code>/usage.yaml``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScornWords:
    """Lists of words.

    Args:
        mocking: lemmas of verbs that mock.
        calling: lemmas of verbs with the label right after whoever is meant.
        both: those of them that may have "as" before it.
        seeing: lemmas of verbs with "as" before the label.
        parts: those after which "as" may tell a mere part: "listed as a passenger".
        telling: those after which a single word may do the same: "described as the driver".
        using: lemmas of verbs that take up what was said: "others use …".
        crowd: who jeers as a crowd, and whom one hears it from.
        media: in which one reads or hears it.
        anyone: words for nobody in particular.
        fond: who gives names in fondness, or speaks by office.
        insults: nouns for what is shouted.
        jeering: verbs and nouns of shouting beside a short quotation.
        joining: between one label and the next.
        hostile: what tells of scorn nearby.
        praise: labels that praise.
        ordinary: labels that say nothing ill.
        plain: before a word for a child, no label either.
        young: words that, described by a noun, are a label: "the AIDS one", "clan kids".
        somebody: who may be called so, beside the words for people.
    """

    mocking: frozenset[str]
    calling: frozenset[str]
    both: frozenset[str]
    seeing: frozenset[str]
    parts: frozenset[str]
    telling: frozenset[str]
    using: frozenset[str]
    crowd: frozenset[str]
    media: frozenset[str]
    anyone: frozenset[str]
    fond: frozenset[str]
    insults: frozenset[str]
    jeering: frozenset[str]
    joining: frozenset[str]
    hostile: frozenset[str]
    praise: frozenset[str]
    ordinary: frozenset[str]
    plain: frozenset[str]
    young: frozenset[str]
    somebody: frozenset[str]
