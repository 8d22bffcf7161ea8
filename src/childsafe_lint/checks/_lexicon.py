"""Word knowledge of one language for the checks on wording, read from ``languages/<code>/usage.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from ..languages import folder_of


@dataclass(frozen=True)
class Lexicon:
    """What the checks on wording know of a language. The keys are explained in the data file."""

    code: str
    children: dict[str, frozenset[str]]  # gender ("f", "m", "any") -> nouns
    adults: dict[str, frozenset[str]]
    dealing_with_children: frozenset[
        str
    ]  # nouns before which a word for a child means no child: "child traffickers"
    roles: tuple[tuple[frozenset[str], frozenset[str]], ...]  # situations of a child -> nouns for that child
    pronouns: dict[str, str]  # pronoun -> gender
    numbers: dict[str, int]  # number words
    determiners: frozenset[str]
    speech: frozenset[str]
    age_units: dict[str, int]  # "year" and the like -> months
    age_old: frozenset[str]
    age_before: frozenset[str]
    age_be: frozenset[str]
    age_of: frozenset[str]
    age_after: frozenset[str]
    classes: dict[str, frozenset[str]]
    cues: dict[str, tuple[str, ...]]  # name of a cue -> patterns
    mention: tuple[str, ...]
    quoted_mention: tuple[str, ...]
    negation: tuple[str, ...]
    title_nouns: frozenset[str]
    work_nouns: frozenset[str]
    title_links: frozenset[str]
    suicide_method: dict[str, tuple[str, ...]]
    irregular: dict[str, tuple[str, ...]]
    plurals: dict[str, str]

    def inflect(self, word: str) -> Iterable[str]:
        """All forms of ``word``, itself included; over-generates, which is harmless for matching."""
        if word in self.irregular:
            return {word, *self.irregular[word]}
        return {word, self.plural(word), *_verb_forms(word)}

    def plural(self, word: str) -> str:
        """The plural of a noun."""
        if word in self.plurals:
            return self.plurals[word]
        if re.search(r"(?:[sxz]|ch|sh)$", word):
            return word + "es"
        if re.search(r"[^aeiou]y$", word):
            return word[:-1] + "ies"
        return word + "s"

    def noun_forms(self, word: str) -> Iterable[str]:
        """Singular and plural, from the singular."""
        return {word, self.plural(word)} if word.isalpha() else {word}


def _verb_forms(word: str) -> set[str]:
    if word.endswith("e"):
        stem = word[:-1]
        ing = word + "ing" if word.endswith(("ee", "ye", "oe")) else stem + "ing"
        return {word + "s", word + "d", ing}
    if re.search(r"[^aeiou]y$", word):
        return {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    forms = {word + "s", word + "ed", word + "ing"}
    if re.search(r"[^aeiou][aeiou][^aeiouwxy]$", word):
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return forms


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language, or None where there is none."""
    folder = folder_of(language)
    if folder is None or not (folder / "usage.yaml").is_file():
        return None
    path = folder / "usage.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)

    def words(value: Any) -> frozenset[str]:
        return frozenset(str(value or "").split())

    def by_gender(value: dict[str, str]) -> dict[str, frozenset[str]]:
        return {str(gender): words(nouns) for gender, nouns in value.items()}

    return Lexicon(
        code=language,
        children=by_gender(data["children"]),
        adults=by_gender(data["adults"]),
        dealing_with_children=words(data.get("dealing_with_children")),
        roles=tuple((words(r["situations"]), words(r["nouns"])) for r in data["roles"]),
        pronouns={p: str(g) for g, many in data["pronouns"].items() for p in str(many).split()},
        numbers={w: n for n, w in enumerate(str(data["numbers"]).split())},
        determiners=words(data["determiners"]),
        speech=words(data["speech"]),
        age_units={str(k): int(v) for k, v in data["ages"]["units"].items()},
        age_old=words(data["ages"]["old"]),
        age_before=words(data["ages"]["before"]),
        age_be=words(data["ages"]["be"]),
        age_of=words(data["ages"]["of"]),
        age_after=words(data["ages"]["after"]),
        classes={str(k): words(v) for k, v in data["classes"].items()},
        cues={str(k): tuple(v) for k, v in data["cues"].items()},
        mention=tuple(data["mention"]),
        quoted_mention=tuple(data["quoted_mention"]),
        negation=tuple(data["negation"]),
        title_nouns=words(data["title_nouns"]),
        work_nouns=words(data["work_nouns"]),
        title_links=words(data["title_links"]),
        suicide_method={str(k): tuple(v) for k, v in data["suicide_method"].items()},
        irregular={str(k): tuple(str(v).split()) for k, v in data["irregular"].items()},
        plurals={str(k): str(v) for k, v in data["plurals"].items()},
    )
