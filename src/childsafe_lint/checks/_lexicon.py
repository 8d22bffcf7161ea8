"""Word knowledge of one language for the checks on wording, read from ``languages/<code>/usage.yaml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import yaml

from ..languages import folder_of
from ..languages.forms import caseless_by, forms_by, plural_by
from ._label import LabelWords
from ._scorn_words import ScornWords
from ._words import normal


@dataclass(frozen=True, eq=False)  # one object a language
class Lexicon:
    """What the checks on wording know of a language. The keys are explained in the data file."""

    code: str
    children: dict[str, frozenset[str]]  # gender ("f", "m", "any") -> nouns
    adults: dict[str, frozenset[str]]
    dealing_with_children: frozenset[
        str
    ]  # nouns before which a word for a child means no child: "child traffickers"
    child_of: frozenset[str]  # between a child and its parent: "the daughter of"
    officials: frozenset[str]  # whose presence does not make a label theirs
    roles: tuple[tuple[frozenset[str], frozenset[str]], ...]  # situations of a child -> nouns for that child
    pronouns: dict[str, str]  # pronoun -> gender
    numbers: dict[str, int]  # number words
    tens: dict[str, int]  # ten, twenty …, that stand as words of their own before one of them
    determiners: frozenset[str]
    speech: frozenset[str]
    speech_before: frozenset[
        str
    ]  # words that stand beside a speaker on either side; empty: speakers count as spoken of
    age_units: dict[str, int]  # "year" and the like -> months
    age_adjectives: frozenset[str]  # after a number "years old" in one word: "летний", "жастағы"
    age_years: frozenset[str]  # words for years after a number that is an age only between commas or brackets
    age_old: frozenset[str]
    age_before: frozenset[str]
    age_be: frozenset[str]
    age_of: frozenset[str]
    age_after: frozenset[str]
    age_and: frozenset[str]  # between the ages of several people
    classes: dict[str, frozenset[str]]
    endings: dict[str, tuple[str, ...]]  # of a class: what any word that belongs to it ends in
    stems: dict[str, Mapping[int, frozenset[str]]]  # of a class: what any word of it begins with, by length
    caseless: frozenset[str]  # forms of the listed nouns that are in no case, where endings tell
    cues: dict[str, tuple[str, ...]]  # name of a cue -> patterns
    speakers: dict[str, tuple[str, ...]]  # whoever says something -> patterns that show it beside a quotation
    mention: tuple[str, ...]
    quoted_mention: tuple[str, ...]
    passed_on: tuple[str, ...]  # no mere mention: what is said so is spread
    told_young: tuple[str, ...]  # what beside a label tells that it is said of the young
    told_of_child: tuple[str, ...]  # how a label stands beside the child it is said of, whatever the parse
    metalanguage: frozenset[str]  # words of drafts about words
    negation: tuple[str, ...]
    title_nouns: frozenset[str]
    work_nouns: frozenset[str]
    title_links: frozenset[str]
    quoted_titles: frozenset[str]  # nouns beside which words in quotation marks are a title
    labels: LabelWords | None  # None: of whom a label is said cannot be told by grammar
    scorn: ScornWords | None  # None: what somebody is called in scorn is not told by grammar
    suicide_method: dict[str, tuple[str, ...]]
    irregular: dict[str, tuple[str, ...]]
    plurals: dict[str, str]
    inflection: str  # how words change, see languages/forms.py; "english" is told by the rules below

    pro_drop: bool  # a verb tells by its ending who does it, and needs no subject
    agreement: (
        str  # "last": only the last word of a phrase changes, those before it stand alone or in the plural
    )

    @cached_property
    def plural_people(self) -> frozenset[str]:
        """Words for several people, for which "he" and "she" do not stand; only told of uninflected nouns."""
        if self.inflected:
            return frozenset()
        nouns = frozenset[str]().union(*self.children.values(), *self.adults.values())
        return frozenset(n for n in nouns if n in self.plurals.values() or (n[:-1] in nouns and n[-1] == "s"))

    @cached_property
    def several(self) -> frozenset[str]:
        """Nouns for several people, kin among them: "sisters", "cousins"."""
        kin = self.classes.get("kin", frozenset())
        return self.plural_people | frozenset(n for n in kin if n[-1:] == "s" and n[:-1] in kin)

    @property
    def inflected(self) -> bool:
        """Whether the forms of words come from languages/forms.py."""
        return self.inflection not in ("", "english")

    @property
    def every(self) -> Callable[[str], Iterable[str]] | None:
        """The forms that the words before the last of a term stand for; None: as they are written."""
        if not self.inflected:
            return None
        return self.plain_or_plural if self.agreement == "last" else self.inflect

    def plain_or_plural(self, word: str) -> Iterable[str]:
        """The word and its plural, in no case, as they stand before the noun they describe."""
        many = plural_by(self.inflection)
        return {normal(word), *(normal(form) for form in many(word.lower()))}

    def inflect(self, word: str) -> Iterable[str]:
        """All forms of ``word`` as compared, itself included; over-generates, which is harmless for matching."""
        if self.inflected:
            forms = _forms(self.inflection, word.lower())
            other = self.irregular.get(word.lower())
            return forms.union(map(normal, other)) if other else forms
        word = normal(word)
        if self.inflection == "":
            return {word, *self.irregular.get(word, ())}
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
        """Singular and plural, from the singular; of an inflected language every form."""
        if self.inflection != "english":
            return self.inflect(word)
        word = normal(word)
        return {word, self.plural(word)} if word.isalpha() else {word}


@cache
def _forms(inflection: str, word: str) -> frozenset[str]:
    """The forms of a word, as compared."""
    return _normal(forms_by(inflection)(word))


def _normal(words: Iterable[str]) -> frozenset[str]:
    """``normal`` of many words, which is quicker at once."""
    return frozenset(filter(None, normal.__wrapped__("\n".join(words)).split("\n")))


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


def _derived(parts: dict[str, str]) -> frozenset[str]:
    """Words made of every stem and every ending of a list."""
    stems, endings = (str(parts[name]).split() for name in ("stems", "endings"))
    return frozenset(normal(stem + ending) for stem in stems for ending in endings)


def _plain(value: Any) -> list[str]:
    """The words of a list that are no mere endings or stems."""
    return [w for w in str(value or "").split() if "*" not in w]


def _stems(value: str) -> Mapping[int, frozenset[str]]:
    stems: dict[int, set[str]] = {}
    for word in value.split():
        if word.endswith("*"):
            stem = normal(word[:-1])
            stems.setdefault(len(stem), set()).add(stem)
    return {n: frozenset(many) for n, many in stems.items()}


def _caseless(inflection: str, *lists: Any) -> frozenset[str]:
    caseless = caseless_by(inflection) if inflection not in ("", "english") else None
    if caseless is None:
        return frozenset()
    nouns = (w.lower().lstrip("^") for value in lists for w in _plain(value) if not w.startswith("="))
    return _normal(form for noun in nouns for form in caseless(noun))


def known(language: str) -> bool:
    """Whether there is a lexicon of the language."""
    folder = folder_of(language)
    return folder is not None and (folder / "usage.yaml").is_file()


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language, or None where there is none."""
    folder = folder_of(language)
    if folder is None or not known(language):
        return None
    path = folder / "usage.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)

    inflection = str(data.get("inflection", ""))
    inflected = inflection not in ("", "english")

    def words(value: Any) -> frozenset[str]:
        """A list of words; where words change each stands for all of its forms, ``=word`` for itself, ``^word`` for
        those in no case."""
        plain = _plain(value)
        if not inflected:
            return frozenset(plain)
        return frozenset[str]().union(*(forms(w) for w in plain))

    def forms(word: str) -> frozenset[str]:
        if word.startswith("="):
            return frozenset((normal(word[1:]),))
        if word.startswith("^"):
            return _normal(caseless_by(inflection)(word[1:]))
        return _forms(inflection, word.lower())

    def by_gender(value: dict[str, str]) -> dict[str, frozenset[str]]:
        return {str(gender): words(nouns) for gender, nouns in value.items()}

    return Lexicon(
        code=language,
        children=by_gender(data["children"]),
        adults=by_gender(data["adults"]),
        dealing_with_children=words(data.get("dealing_with_children")),
        child_of=words(data.get("child_of")),
        officials=words(data.get("officials")),
        roles=tuple((words(r["situations"]), words(r["nouns"])) for r in data["roles"]),
        pronouns={normal(p): str(g) for g, many in data["pronouns"].items() for p in str(many).split()},
        numbers={normal(w): n for n, w in enumerate(str(data["numbers"]).split())},
        tens={normal(w): 10 * n for n, w in enumerate(str(data.get("tens") or "").split(), 1)},
        determiners=words(data["determiners"]),
        speech=words(data["speech"]),
        speech_before=words(data.get("speech_before")),
        age_units={str(k): int(v) for k, v in (data["ages"].get("units") or {}).items()},
        age_adjectives=words(data["ages"].get("adjectives")),
        age_years=words(data["ages"].get("years")),
        age_old=words(data["ages"].get("old")),
        age_before=words(data["ages"].get("before")),
        age_be=words(data["ages"].get("be")),
        age_of=words(data["ages"].get("of")),
        age_after=words(data["ages"].get("after")),
        age_and=words(data["ages"].get("and")),
        classes={str(k): words(v) for k, v in data["classes"].items()}
        | {str(k): _derived(v) for k, v in (data.get("derived") or {}).items()},
        endings={
            str(k): tuple(normal(w[1:]) for w in str(v).split() if w.startswith("*"))
            for k, v in data["classes"].items()
            if "*" in str(v)
        },
        stems={str(k): _stems(str(v)) for k, v in data["classes"].items() if "*" in str(v)},
        caseless=_caseless(
            inflection, *data["children"].values(), *data["adults"].values(), *data["classes"].values()
        ),
        cues={str(k): tuple(v) for k, v in data["cues"].items()},
        speakers={str(k): tuple(v) for k, v in (data.get("speakers") or {}).items()},
        mention=tuple(data["mention"]),
        quoted_mention=tuple(data["quoted_mention"]),
        passed_on=tuple(data.get("passed_on") or ()),
        told_young=tuple(data.get("told_young") or ()),
        told_of_child=tuple(data.get("told_of_child") or ()),
        metalanguage=words(data.get("metalanguage")),
        negation=tuple(data["negation"]),
        title_nouns=words(data["title_nouns"]),
        work_nouns=words(data["work_nouns"]),
        title_links=words(data["title_links"]),
        quoted_titles=words(data.get("quoted_titles")),
        labels=LabelWords(**{str(k): words(v) for k, v in data["labels"].items()})
        if "labels" in data
        else None,
        scorn=ScornWords(**{str(k): words(v) for k, v in data["scorn"].items()}) if "scorn" in data else None,
        suicide_method={str(k): tuple(v) for k, v in data["suicide_method"].items()},
        irregular={str(k): tuple(str(v).split()) for k, v in (data.get("irregular") or {}).items()},
        plurals={str(k): str(v) for k, v in (data.get("plurals") or {}).items()},
        inflection=inflection,
        agreement=str(data.get("agreement", "")),
        pro_drop=bool(data.get("pro_drop")),
    )
