"""Why a question is asked, in words: "the draft quotes Dana, 12"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..story.model import Person, Story
from ..ui import tr

#: What the draft tells of a child, in a few words.
_TELLS = {
    "sexual-abuse-victim": "sexual abuse", "sexual-exploitation": "sexual exploitation",
    "perpetrator": "harm done by a child", "accused": "accused of a crime", "convicted": "convicted of a crime",
    "hiv": "living with HIV", "combatant": "an armed group", "trafficking": "trafficking or exploitation",
    "abuse-neglect-victim": "abuse or neglect", "suicide-selfharm": "suicide or self-harm",
    "refugee": "flight or displacement", "custody": "a custody or care case", "adoption": "adoption or care",
    "bullying": "bullying", "missing": "missing", "accident-victim": "hurt or killed", "bereaved": "grief",
    "disability": "a disability", "health": "an illness or a treatment", "poverty": "poverty",
    "witness": "a witness",
}  # fmt: skip
_DETAILS = {
    "school": "the school", "address": "the address", "locality": "the place", "relative": "a relative",
    "workplace": "a relative's work", "dob": "the date of birth", "contact": "a contact or profile",
    "number": "a case or file number", "appearance": "the looks", "institution": "the home, shelter or ward",
    "photo": "a picture",
}  # fmt: skip
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s?$")
_SHOWN = 2  # children told apart
#: a child is presented where it is named or quoted, rather than where something is told of it
_ORDER = {name: n for n, name in enumerate(("child_named", "child_quoted", "child_pictured", "pseudonym"))}


def trigger_words(
    option: Mapping[str, Any], story: Story, children: Sequence[Person], found: Sequence[str]
) -> str:
    """What the draft does that makes us ask.

    Args:
        option: the triggers that hold, as a question names them.
        children: those whom all triggers mean.
        found: the words of the draft that ``words`` and ``words_with_child`` have found.
    """
    who = _children(story, children)
    said: list[str] = []
    for name, value in sorted(option.items(), key=lambda o: (o[1] is False, _ORDER.get(o[0], len(_ORDER)))):
        phrase = _phrase(name, value, who, story, children, found)
        if phrase and phrase not in said:
            said.append(phrase)
            who = tr("this child") if len(children) == 1 else tr("these children")
    return tr("the draft {}").replace("{}", _list(said or [tr("speaks of {}").replace("{}", who)]))


def _phrase(
    name: str, value: Any, who: str, story: Story, children: Sequence[Person], found: Sequence[str]
) -> str:
    if value is False:
        said = {
            "child": "speaks of no child", "child_named": "names no child", "child_quoted": "quotes no child",
            "child_pictured": "shows no child", "pseudonym": "changes no name",
            "public_role": "", "sensitive": "", "jigsaw": "",
        }[name]  # fmt: skip
        return tr(said)
    match name:
        case "child_named":
            return tr("names {}").replace("{}", who)
        case "child_quoted":
            return tr("quotes {}").replace("{}", who)
        case "child_pictured":
            return tr("says that a picture shows {}").replace("{}", who)
        case "pseudonym":
            return tr("changes the name of {}").replace("{}", who)
        case "public_role":
            return tr("shows {} in a public role").replace("{}", who)
        case "sensitive" | "situation":
            told = _situations(value, story, children)
            return tr("tells of {} ({})").replace("{}", who, 1).replace("{}", told, 1)
        case "detail" | "jigsaw":
            details = _list(_details(value, story, children))
            return tr("tells {} of {}").replace("{}", details, 1).replace("{}", who, 1)
        case "words" | "words_with_child":
            return tr("says {}").replace("{}", _list([f"“{w}”" for w in found])) if found else ""
    return ""


def child_words(story: Story, child: Person) -> str:
    """A child by the fullest name, or the words it is spoken of by, and the age where that is not in them."""
    spans = sorted(child.mentions, key=lambda m: (m.start - m.end, m.start)) or sorted(child.nominals)
    if not spans:
        return tr("a child")
    words = " ".join(story.text[spans[0].start : spans[0].end].split())
    words = POSSESSIVE.sub("", words) if child.mentions else words[:1].lower() + words[1:]
    words = words if len(words) <= 40 else tr("a child")
    age = child_age(story, child)
    return words if age is None or re.search(r"\d", words) else f"{words}, {age}"


_AGE = re.compile(r"\d{1,2}")
_SAID = re.compile(r"\bage (\d{1,2})\b")


def child_age(story: Story, child: Person) -> int | None:
    """The age in years that the evidence gives, if any: "age 9: under 18", or the figure in the draft."""
    for e in child.evidence:
        if "age" not in e.reason or "month" in story.text[e.start : e.end + 8]:
            continue
        digits = _SAID.search(e.reason) or _AGE.search(story.text[e.start : e.end])
        if digits:
            return int(digits.group(digits.lastindex or 0))
    return None


def _children(story: Story, children: Sequence[Person]) -> str:
    named = list(dict.fromkeys(child_words(story, c) for c in children))
    if len(named) > _SHOWN + 1:
        return _list([*named[:_SHOWN], tr("{} other children").replace("{}", str(len(named) - _SHOWN))])
    return _list(named) or tr("a child")


def _situations(value: Any, story: Story, children: Sequence[Person]) -> str:
    wanted = None if value is True else {value} if isinstance(value, str) else set(value)
    told = [s.kind for c in children for s in c.situations] or [s.kind for s in story.situations]
    kinds = [k for k in dict.fromkeys(told) if wanted is None or k in wanted]
    return ", ".join(tr(_TELLS.get(k, k.replace("-", " "))) for k in kinds[:3]) or tr("in need of protection")


def _details(value: Any, story: Story, children: Sequence[Person]) -> list[str]:
    wanted = None if value is True else {value} if isinstance(value, str) else set(value)
    ids = {c.id for c in children}
    kinds = dict.fromkeys(d.kind for d in story.details if ids.intersection(d.people))
    return [tr(_DETAILS.get(k, k)) for k in kinds if wanted is None or k in wanted]


def _list(words: Iterable[str]) -> str:
    """``a, b and c``; what has a comma in it ends with one."""
    *first, last = list(words) or [""]
    if not first:
        return last
    comma = "," if "," in first[-1] else ""
    return f"{', '.join(first)}{comma} {tr('and')} {last}"
