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
        wording: nouns for what somebody is called: "have a word for them: …".
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
        branding: those of the mocking ones that may have the label right after, too.
        copulas: lemmas of verbs that say what somebody is to a crowd.
        passive: before a participle, they make it a passive.
        have: before a participle, they make it no passive.
        doubting: beside a verb that names: nobody is called so, or should be.
        towards: prepositions between a verb and whoever is meant: "jeered at them".
        clausal: between a verb and "as": no label follows.
        hearing: prepositions before a crowd: "to the neighbours he was a …".
        again: those of them that say so of a second crowd, without a verb.
        reading: beside them, before what one reads or hears it in.
        objects: pronouns for whoever is called so.
        nobody: those of them that are no child others call so.
        loose: pronouns that may stand for anybody.
        relative: relative pronouns, as a subject.
        whom: relative pronouns, as an object.
        floating: after whoever is called so: "them all".
        genitive: after a noun, what makes it an owner.
        articles: articles, no part of a label.
        indefinite: those of them before one of many.
        leading: before a label, no part of it either.
        vocative: before what is shouted at somebody.
        unmeant: first words of what is no label.
    """

    mocking: frozenset[str]
    calling: frozenset[str]
    both: frozenset[str]
    seeing: frozenset[str]
    parts: frozenset[str]
    telling: frozenset[str]
    using: frozenset[str]
    wording: frozenset[str]
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
    branding: frozenset[str]
    copulas: frozenset[str]
    passive: frozenset[str]
    have: frozenset[str]
    doubting: frozenset[str]
    towards: frozenset[str]
    clausal: frozenset[str]
    hearing: frozenset[str]
    again: frozenset[str]
    reading: frozenset[str]
    objects: frozenset[str]
    nobody: frozenset[str]
    loose: frozenset[str]
    relative: frozenset[str]
    whom: frozenset[str]
    floating: frozenset[str]
    genitive: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    leading: frozenset[str]
    vocative: frozenset[str]
    unmeant: frozenset[str]
