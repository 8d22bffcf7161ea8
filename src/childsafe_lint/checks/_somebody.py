"""Everybody whom a story mentions, by name, noun, age or pronoun: child or grown-up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..story.model import Story
from ._grammar import ADULT, Grammar, number_of, year_old
from ._lexicon import Lexicon
from ._words import PLAIN, Words

_OPENS = 1  # words before a pronoun that begins its sentence
_REACH = 60  # words a pronoun may look back for its person
#: the cues that also hold where a child of the draft is in one of these situations
CUED = {
    "harm": frozenset(
        "sexual-abuse-victim sexual-exploitation trafficking abuse-neglect-victim bullying accident-victim "
        "suicide-selfharm missing".split()
    ),
    "sexual-offence": frozenset({"sexual-abuse-victim", "sexual-exploitation"}),
    "crime": frozenset({"accused", "convicted", "perpetrator"}),
}


@dataclass(frozen=True, slots=True)
class Somebody:
    """One mention of somebody: words ``first`` to ``end``, child or adult, gender f, m or any."""

    first: int
    end: int
    child: bool
    gender: str
    reason: str
    pronoun: bool = False
    of: int = -1  # of a pronoun: the first word of whom it stands for
    many: bool = False  # a word for several people


def people_of(story: Story, words: Words, g: Grammar) -> list[Somebody]:
    """Everybody mentioned, in order: whom the story knows, person nouns, ages, and their pronouns."""
    known: dict[int, Somebody] = {}
    for person in story.people:
        if person.kind == "unknown":
            continue
        child = person.kind == "child"
        for span in (*person.mentions, *person.nominals):
            first, end = words.within(span)
            if first < end:
                gender = next((g.nouns[n][1] for n in words.norms[first:end] if n in g.nouns), "any")
                known[first] = Somebody(first, end, child, gender, "a child" if child else "an adult")
    situations = {s.kind for s in story.situations}
    if adult_accused(known.values(), words, g):
        situations = situations - CUED["crime"]
    roles = frozenset[str]().union(*(nouns for kinds, nouns in g.lexicon.roles if kinds & situations))
    out: list[Somebody] = []
    ahead: list[tuple[int, int, str]] = []  # pronouns before anybody was named: word, sentence, gender
    covered = 0
    for i, norm in enumerate(words.norms):
        one = known.get(i)
        if (
            one is None
            and norm in roles
            and (norm != "accused" or (i and words.norms[i - 1] in ("the", "an")))
        ):
            one = Somebody(i, i + 1, True, "any", f"“{norm}”, a child's part in this draft")
        if one is None and i >= covered:
            one = _mention(words, i, norm, g, out)
        if one is not None:
            out.append(one)
            covered = max(covered, one.end)
        elif not out and norm in g.lexicon.pronouns:
            ahead.append((i, words.sentence[i], g.lexicon.pronouns[norm]))
    return [*_cataphora(words, ahead, out, g.lexicon.plural_people), *out]


def adult_accused(people: Iterable[Somebody], words: Words, g: Grammar) -> bool:
    """Whether it is a grown-up who is accused: then "the accused" may not be the child."""
    charged = g.lexicon.classes.get("charged", frozenset())
    return any(
        not p.child
        and any(
            words.norms[i] in charged and words.sentence[i] == words.sentence[p.first]
            for i in range(p.end, min(p.end + 8, len(words)))
        )
        for p in people
    )


def _cataphora(
    words: Words, ahead: list[tuple[int, int, str]], people: list[Somebody], plural: frozenset[str]
) -> list[Somebody]:
    """Pronouns that come before their child: "She should have told us, he said of the girl". In the sentence after
    that of the pronoun only where this begins its own: "One trader claims he" is the trader's."""
    found = []
    for i, sentence, gender in ahead:
        for person in people:
            opens = i - words.sentence_words(i)[0] <= _OPENS
            if words.sentence[person.first] > sentence + opens:
                break
            several = not plural.isdisjoint(words.norms[person.first : person.end])
            fits = gender == "any" or (person.gender in (gender, "any") and not several)
            if person.child and not person.pronoun and fits:
                found.append(Somebody(i, i + 1, True, gender, "pronoun for a child", True))
                break
    return found


def _mention(words: Words, i: int, norm: str, g: Grammar, before: list[Somebody]) -> Somebody | None:
    lex = g.lexicon
    noun = g.nouns.get(norm)
    if noun is not None:
        if (
            i + 1 < len(words)
            and words.gaps[i + 1] == PLAIN
            and words.norms[i + 1] in lex.dealing_with_children
        ):
            return None  # "child traffickers", "youth workers"
        child, gender = noun
        said = words.text[words.starts[i] : words.ends[i]].lower()
        return Somebody(
            i, i + 1, child, gender, f"“{said}”" if child else "an adult", many=norm in lex.plural_people
        )
    pronoun = lex.pronouns.get(norm)
    if pronoun is not None:
        return _antecedent(i, pronoun, before)
    if norm[0].isdigit() or norm in lex.numbers or norm in lex.tens:
        age = _age(words, i, lex)
        if age is not None:
            end, years = age
            return Somebody(i, end, years < ADULT, "any", "age under 18" if years < ADULT else "an adult")
    return None


def _antecedent(i: int, gender: str, before: list[Somebody]) -> Somebody | None:
    """The pronoun at ``i`` stands for the last person of its gender; it then counts as a mention of them."""
    others = set()  # whom a pronoun of the other gender has stood for since
    after: Somebody | None = None
    for person in reversed(before):
        if i - person.end > _REACH:
            return None
        noun, after = after, person
        aged = noun is not None and noun.first - person.end <= 1 and person.gender == "any" != gender
        if aged and noun is not None and noun.gender not in ("any", gender):
            continue  # "his 13-year-old daughter": the age is hers
        if gender == "any" or (
            person.gender in (gender, "any") and not person.many and person.first not in others
        ):
            reason = "pronoun for a child" if person.child else "an adult"
            of = person.of if person.pronoun else person.first
            return Somebody(i, i + 1, person.child, gender, reason, True, of)
        if person.pronoun and person.gender != gender:
            others.add(person.of)
    return None


def _ages(words: Words, i: int, lex: Lexicon) -> tuple[int, int] | None:
    """The ages of several people from word ``i`` on (``the brothers, 5, 8 and 11,``) -> (end, the highest)."""
    found = list[int]()
    for k in range(i, min(i + 8, len(words))):
        years = number_of(words.norms[k], lex)
        if years is not None and years <= 110:
            found.append(years)
            if k > i and words.norms[k - 1] in lex.age_and:
                return k + 1, max(found)
        elif words.norms[k] not in lex.age_and:
            return None
    return None


def _age(words: Words, i: int, lex: Lexicon) -> tuple[int, int] | None:
    """An age at word ``i`` (``12-year-old``, ``aged 12``, ``, 12,``, ``who is eight.``) -> (end, years)."""
    found = year_old(words, i, lex)
    if found:
        return found
    years = number_of(words.norms[i], lex)
    if years is None or years > 110 or not i:
        return None
    text = words.text
    before, after = text[words.ends[i - 1] : words.starts[i]], text[words.ends[i] : words.ends[i] + 1]
    if i + 1 < len(words) and words.norms[i + 1] in lex.age_years and before in (", ", " ("):
        after = text[words.ends[i + 1] : words.ends[i + 1] + 1]
        return (i + 2, years) if not after or after in ",.;)" else None
    if before == ", " and words.norms[i - 1] in lex.several and (ages := _ages(words, i, lex)):
        return ages
    if words.norms[i - 1] in lex.age_before or (before == ", " and after and after in ",.;)”’"):
        return i + 1, years
    if before == " (" and after == ")" and words.capital(i - 1):
        return i + 1, years
    ends = (after and after in ",.;)") or (i + 1 < len(words) and words.norms[i + 1] in lex.age_after)
    if i > 1 and ends and words.norms[i - 1] in lex.age_be and words.norms[i - 2] in lex.age_of:
        return i + 1, years
    return None
