"""How English says that someone is a child or a grown-up: patterns around a name, built from people.yaml.

Each frame gives ``Cue`` objects: what they show (an age in years, a child, a grown-up), how surely (``level``:
3 an age, 2 a word for a child or a grown-up role, 1 a hint such as kinship), and the words that show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .. import load_data

DATA = load_data("en", "people")


@dataclass(frozen=True, slots=True)
class Cue:
    """``age`` in years (months and weeks as fractions). ``once`` marks an age in the past ("began at four")."""

    shows: Literal["child", "adult", "kin-younger", "kin-peer", "animal", "thing", "fiction"]
    level: int
    start: int
    end: int
    reason: str
    age: float | None = None
    plural: bool = False
    once: bool = False
    ages: tuple[float, ...] = ()


def alt(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(w).replace(r"\ ", r"\s+").replace(r"\-", H) for w in sorted(words, key=len, reverse=True)
    )


H = "[-\u2010\u2011\u2013]"  # hyphens that writers use
_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUE = {w: i + 1 for i, w in enumerate(_UNITS)} | {w: 10 * (i + 2) for i, w in enumerate(_TENS)}
_WORDNUM = rf"(?:(?:{'|'.join(_TENS)})(?:[-\u2010\u2011\u2013 ](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
NUM = rf"(?:1[0-4]\d|\d{{1,2}}(?:\.5|½)?|{_WORDNUM}(?:{H}and{H}a{H}half)?)"
_ORDINALS = {
    w: i + 1
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
}
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"


def number(text: str) -> float:
    """``twenty-one`` -> 21.0, ``2½`` -> 2.5."""
    t = text.lower().strip()
    half = 0.5 if re.search(r"half|½|\.5", t) else 0.0
    t = re.sub(rf"{H}and{H}a{H}half|½|\.5", "", t)
    if t.isdigit():
        return int(t) + half
    return sum(_VALUE.get(p, 0) for p in re.split(rf"{H}|\s", t)) + half


def ordinal(text: str) -> int:
    t = text.lower()
    return _ORDINALS.get(t) or int(re.sub(r"\D", "", t) or 0)


_UNIT = rf"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?)"


def years(num: str, unit: str | None) -> float:
    n = number(num)
    u = (unit or "year").lower()[:1]
    if unit and unit.lower().startswith("mo") or (unit and unit.lower().startswith("mt")):
        return n / 12
    return {"y": n, "w": n / 52, "d": n / 365, "h": n / 8760}.get(u, n)


# 12-year-old, six year old, 10-month-old, 12-yr-old, 14yo
AGE_HYPHEN = rf"(?P<hn>{NUM}){H}?\s?(?:(?P<hu>{_UNIT})(?:{H}|\s|{H}\s)?olds?\b|(?:y/o|yo)\b)"
_CHILD_NOUN = alt(DATA["child_nouns"])
_CHILD_NOUNS = alt(DATA["child_nouns_plural"])
_KIN1 = alt(DATA["kin_younger"])
_KIN2 = alt(DATA["kin_younger_plural"])
_PEER1 = alt(DATA["kin_peer"])
_PEER2 = alt(DATA["kin_peer_plural"])
_KIN_ADULT = alt(DATA["kin_adult"])
_ROLES = alt(DATA["roles"])
_ANIMALS = alt(DATA["animals"])
_THINGS = alt(DATA["things"])
_ROMAN = r"(?:XII|XI|X|IX|VIII|VII|VI|V|IV|III|II|I)"
_GRADENUM = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[A-Z]?|{_ROMAN}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)"
GRADE = (
    rf"(?:(?:Years?|Grades?|Class|Classes|Standard|Std|Primary|Form|Stage|JSS|SSS?|Basic|Secondary|Junior|Senior)\s?(?P<gn>{_GRADENUM})\b(?!\s*(?:per\s?cent|%|,\d))"
    rf"|\b[PSK]\d{{1,2}}\b|(?:{ORDINAL}|second|third){H}?\s?(?:grade|form|class|standard)(?:rs?)?\b|\bReception\b|\bkindergarten\b|\bnursery\b|\bpreschool\b|\bpre-school\b"
    rf"|\b(?:primary|elementary|middle|junior)\s+school\b)"
)
# in front of a child noun or age: "a shy", "two of the village's"
_MOD = r"(?:[A-Za-z’'\-]+\s+){0,3}?"
_CI = re.IGNORECASE

# what may follow an age that stands after a name: never a noun it could count
_AFTER = (
    r"(?=\s*(?:[,;.:)\]”’\"'!?\u2013\u2014]|--|\Z|\n)|\s+[-\u2013\u2014]|\s+(?:and|from|of|who|whose|was|were|is|are|has|had|have|said|says|told|will|would|with|in|at|on|to|but|or|by|"
    r"died|drowned|went|left|came|got|took|made|became|found|named|killed|missing|charged|arrested|injured|sat|lives?|lived|whom|when|where|after|before|as|for|looks?|plays?|poses?|holds?|shows?|smiles?|stands?|sits?|not|&)\b)"
)

# --- to the right of a name -----------------------------------------------------------------------------------
_R_AGE = re.compile(
    rf"\s*(?P<sep>,|–|—|--|\s-\s|\(|\[|:|;)?\s*(?:(?:who|she|he)\s+(?:is|was|’s|'s)\s+)?(?:(?:now|only|just|then|also|both|nearly|almost|still)\s+)?"
    rf"(?P<aged>aged|age|ages|at\s+the\s+ages?\s+of)?:?\s*(?P<n>{NUM})(?:\s*{H}?\s*(?P<u>{_UNIT})\b(?:\s+(?:old|of\s+age))?)?(?:\s+and\s+(?:a\s+half|{NUM}\s+{_UNIT}))?{_AFTER}",
    _CI,
)
_R_PAREN = re.compile(
    rf"\s*[(\[]\s*(?:(?:now|then|aged?|age)\s+)?(?P<n>{NUM})(?:\s*{H}?\s*(?P<u>{_UNIT}|y/o|yo|m)\b(?:\s*old)?)?\s*(?:[,;/][^()\n]{{0,60}}|\s(?:and|from|of)\s[^()\n]{{0,40}})?[)\]]",
    _CI,
)
_R_PAREN_GRADE = re.compile(rf"\s*\(\s*{GRADE}[^()\n]{{0,30}}\)", re.I)
_R_BORN = re.compile(
    r"[’'s]{0,2}\s*[,(–—]?\s*(?:who\s+)?(?:was\s+|is\s+|were\s+)?(?:one\s+of\s+the\s+[\w\s-]{0,30})?(?:born|b\.)\s+(?:on|in)?\s*"
    r"(?P<date>(?:[A-Za-z]+\.?\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:[A-Za-z]{3,9}\.?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?P<year>(?:19|20)\d\d)|\d{1,2}[./-]\d{1,2}[./-](?P<year2>(?:19|20)\d\d))",
    _CI,
)
_R_IS = re.compile(
    rf"\s*,?\s*(?:who|which)?,?\s*(?P<verb>is|was|’s|'s|are|were|turns|turned|turning|will\s+(?:not\s+)?be|would\s+(?:have\s+been|be)|had\s+(?:just\s+)?turned|has\s+(?:just\s+)?turned|becomes|became|being)\s+"
    rf"(?:(?:now|only|just|then|still|not\s+yet|barely|about|around|nearly|almost|all\s+of|all\s+but|not\s+quite|not|about\s+to\s+turn|turning|aged|already|approximately|a\s+mere)\s+){{0,2}}(?P<n>{NUM})"
    rf"(?:\s*{H}?\s*(?P<u>{_UNIT})\b(?:\s+(?:old|of\s+age)\b)?(?:\s+and\s+\w+\s+{_UNIT}(?:\s+old)?)?|(?=\s*(?:[.,;:)!?–—”\"']|\Z|\n)|\s+(?:and|but|or|when|who|at\s+the\s+time|on|in|this|next|last|now|years?|until|while|with|if|as|then|today|tomorrow|before|by|to|too)\b))",
    _CI,
)
_R_IS_NOUN = re.compile(
    rf"\s*,?\s*(?:who\s+)?(?:is|was|’s|'s|are|were|remains|became)\s+(?:still\s+|only\s+|just\s+|now\s+)?(?:a|an|the|one\s+of\s+the|his|her|their|my|our)\s+{_MOD}"
    rf"(?:(?P<hyph>{AGE_HYPHEN})|(?P<noun>{_CHILD_NOUN})\b(?:\s+(?:of|aged)\s+(?P<of>{NUM}))?|(?P<kin>{_KIN1})\b|(?P<adult>{_ROLES}|{_KIN_ADULT}|man|woman)\b(?:\s+(?:of|aged)\s+(?P<aof>{NUM}))?)(?!\s*['’]s)(?P<tail>\s+\w+)?",
    _CI,
)
_R_APPOS = re.compile(
    rf"\s*(?:,|–|—|\(|--|:)\s*(?:who\s+(?:is|was)\s+)?(?:now\s+|then\s+|himself\s+|herself\s+)?(?:(?:a|an|the|another|one\s+of|his|her|their|my|our|[A-Z][\w’']*['’]s)\s+)(?P<mods>(?:[\w’'/\-\u2010\u2011]+,?\s+){{0,4}}?)"
    rf"(?:(?P<hyph>{AGE_HYPHEN})(?:\s+(?P<hnoun>[\w\-]+))?|(?P<noun>{_CHILD_NOUN}|{_CHILD_NOUNS})\b(?:,?\s+(?:of|aged)\s+(?P<of>{NUM})\b)?|(?P<kin>{_KIN1}|{_KIN2})\b|(?P<adult>{_ROLES}|{_KIN_ADULT}|man|woman)\b|(?P<animal>{_ANIMALS})\b|(?P<thing>{_THINGS})\b)"
    rf"(?!\s*['’]s\b)(?P<tail>\s+[\w\-]+)?",
    _CI,
)
_R_GRADE = re.compile(
    rf"(?:['’]s)?\s*(?:,|–|—|\()?\s*(?:who\s+(?:is|was|attends|goes\s+to)\s+|is\s+(?:still\s+)?(?:in|at)\s+|was\s+(?:still\s+)?(?:in|at)\s+|has\s+just\s+started\s+|starts\s+|started\s+|will\s+start\s+|attends\s+|in\s+|a\s+|an\s+|from\s+)?(?:still\s+)?(?:in\s+|at\s+|a\s+)?(?:the\s+|her\s+|his\s+)?{GRADE}",
    re.I,
)
_R_ROLE = re.compile(
    rf"\s*,\s*(?:who\s+(?:runs|manages|works|teaches|heads|leads|chairs|owns|drives|represents|advises|has\s+(?:a|two|three|four|five)\s+(?:son|daughter|child|boy|girl|kid)s?|served|retired)|whose\s+(?:[\w-]+\s+){{0,2}}(?:{_KIN1}|{_KIN2}|wife|husband)\b|mother[-\s]of|father[-\s]of|(?:{_ROLES}|{_KIN_ADULT})\b)",
    _CI,
)
_R_CHILDISH = re.compile(
    r"\s*(?:,\s*)?(?:(?:,\s*)?too\s+young\s+to|starts\s+(?:school|nursery|kindergarten|primary)|started\s+(?:school|nursery)|(?:,\s*)?(?:just|only)\s+(?:weeks|months|days|hours)\s+old|was\s+born\s+(?:last|this|on\s+\w+day|at|in\s+the)|\bin\s+(?:his|her)\s+(?:pram|cot|buggy|school\s+uniform|pushchair|car\s+seat))",
    _CI,
)
_R_BIRTHDAY = re.compile(rf"[^.!?\n]{{0,70}}?\b(?P<poss>his|her|their)\s+(?P<o>{ORDINAL})\s+birthday", _CI)
_R_CANDLES = re.compile(
    rf"[^.!?\n]{{0,25}}?\b(?:blown?|blew|blows|blowing)\s+out\s+(?P<n>{NUM})\s+candles", _CI
)
_R_ANIMAL = re.compile(rf"\s*,?\s*(?:the|a|an|their|his|her)?\s*(?P<animal>{_ANIMALS})\b", _CI)
_R_WILL_BE = re.compile(
    rf"\s+(?:will\s+(?:be|turn)|turns|would\s+have\s+(?:been|turned)|should\s+have\s+(?:been|turned))\s+(?P<n>{NUM})\b",
    _CI,
)

# --- to the left of a name ------------------------------------------------------------------------------------
_L_HYPH = re.compile(
    rf"(?:^|[\s(“\"‘'—–-]){AGE_HYPHEN}(?:['’]s)?(?P<mid>(?:\s+[a-zA-Z\-’'&]+){{0,4}}?)(?P<comma>\s*,|\s*[:–—]|\s*\()?\s*[“\"‘']?$",
    _CI,
)
_L_NOUN = re.compile(
    rf"(?:^|[\s(“\"‘'—–\-/])(?P<noun>{_CHILD_NOUN}|(?P<pl>{_CHILD_NOUNS}|twins|siblings))(?P<age>,?\s+(?:aged|of|age)?\s*\(?(?P<n>{NUM})\)?)?(?P<comma>\s*,|\s*[:–—]|\s*\()?\s*[“\"‘']?$",
    _CI,
)
_L_KIN = re.compile(
    rf"(?P<poss>\b(?:his|her|their|my|our|your|its|the|a|an|whose|[\w’']+(?:['’]s|s['’]))\s+)?(?P<mods>(?:[\w\-]+\s+){{0,3}}?)(?:(?P<kin>{_KIN1})|(?P<kins>{_KIN2})|(?P<peer>{_PEER1})|(?P<peers>{_PEER2}))(?P<comma>\s*,|\s*[:–—(])?\s*[“\"‘']?$",
    _CI,
)
_L_KIN_ADULT = re.compile(rf"\b(?P<kin>{_KIN_ADULT})(?:,|\s*[:–—(])?\s*[“\"‘']?$", _CI)
_L_GRADE = re.compile(
    rf"{GRADE}(?P<mid>(?:\s+(?:pupil|student|girl|boy|learner|pupils|students|schoolboy|schoolgirl|classmates|youngster))?)(?P<comma>\s*,)?\s*$"
)
_L_ROLE = re.compile(rf"\b(?P<role>{_ROLES})(?:\s*,)?\s*$", _CI)
_L_ANIMAL = re.compile(rf"\b(?P<animal>{_ANIMALS})(?:\s+(?:called|named))?(?:,)?\s*[“\"‘']?$", _CI)
_L_CHILDISH = re.compile(r"(?:^|[\s“\"‘'(—])(?P<w>little|baby|wee|tiny|toddler|poor little)\s*[“\"‘']?$", _CI)
_L_AT_AGE = re.compile(
    rf"(?:^|[\n.!?”]\s*|[,;]\s*|\band\s+)(?P<when>At|Aged|aged|at)\s+(?:just\s+|only\s+)?(?:the\s+age\s+of\s+)?(?P<n>{NUM})(?:\s+(?P<u>{_UNIT})(?:\s+old)?(?:\s+and\s+\d+\s+{_UNIT})?)?,?\s+(?P<kin>(?:his|her|their)\s+\w+\s+)?$"
)
_L_NEWLY = re.compile(rf"\bnewly\s+(?P<n>{NUM}),?\s*$", _CI)
_L_SHORT_OF = re.compile(
    rf"\b(?:short\s+of|before|shy\s+of|ahead\s+of|until|from)\s+(?:his|her|their)\s+(?P<o>{ORDINAL})\s+birthday,?\s*$",
    _CI,
)
_L_BABY_YEAR = re.compile(r"\bA\s+(?P<year>(?:19|20)\d\d)\s+baby,?\s*$", _CI)
NAMING = re.compile(
    r"(?:\bnam(?:ed|ing)(?:[\w\s,’']{0,40}?\bas)?|\bname[sd]?\s+(?:is|was|as)|\bidentified(?:[\w\s,’']{0,45}?\bas|\s+by\s+\w+)?|\bcalled|\bknown\s+(?:[\w’']+\s+){0,7}?as|\bgave\s+(?:his|her|their)\s+names?\s+as|\bthe\s+name\s+(?:of)?"
    r"|\bname\s+of|\banswer(?:s|ing)\s+to(?:\s+the\s+name(?:\s+of)?)?|\bknew\s+as|\bnicknamed|\bdubbed|\bknew\s+(?:him|her|them)\s+as|\bis|\bMy name is|\bname\s*:)\s*[:,]?\s*(?:little\s+)?[“\"‘']?$",
    _CI,
)
_ONCE = re.compile(
    r"\b(?:former|once|began|started|first|since|from|until|when\s+(?:he|she)\s+was|as\s+a|from\s+the\s+age|at\s+the\s+age|aged?\s+just|childhood|grew\s+up|years?\s+ago|abducted\s+at|orphaned\s+at)\b[^.!?\n]{0,30}$",
    _CI,
)

_WEAK_NOUNS = frozenset(DATA["child_noun_weak"])
_ANIMAL_SET = frozenset(DATA["animals"])
_THING_SET = frozenset(DATA["things"])
_ROLE_SET = frozenset(DATA["roles"]) | frozenset(DATA["kin_adult"])
_BOUNDARY_TAIL = re.compile(
    r"\s+(?:and|from|of|who|whose|was|were|is|are|has|had|said|told|in|at|on|to|but|or|by|with|when|where|after|before|as|for|not|that|whom|living|named|called|attending|accused|charged|aged|born|died|killed|from|since|still|just|under|during|until|while|she|he|they|which|about|also|will|would|both|being|left|near|believed|wearing|known)\b",
    _CI,
)


def _age_cue(n: str, unit: str | None, start: int, end: int, *, level: int = 3, once: bool = False) -> Cue:
    age = years(n, unit)
    label = f"{n.strip()} {unit.strip()}" if unit else n.strip()
    shows: Literal["child", "adult"] = "child" if age < 18 else "adult"
    return Cue(
        shows, level, start, end, f"age {label}: {'under 18' if age < 18 else '18 or over'}", age, once=once
    )


def right_cues(text: str, end: int, limit: int, published: int) -> list[Cue]:
    """Cues in the words that follow a name ending at ``end``; nothing beyond ``limit`` is read.
    ``published`` is the year of publication, for birth years."""
    t = text[end : min(limit, end + 140)]
    out: list[Cue] = []

    def at(m: re.Match[str], group: str | int = 0) -> tuple[int, int]:
        return end + m.start(group), end + m.end(group)

    if t[:2] in ("’s", "'s"):
        t = t[2:]
        end += 2
        possessive = True
    else:
        possessive = False
    if not possessive:
        if m := (_R_PAREN.match(t)):
            s, e = at(m, "n")
            out.append(_age_cue(m["n"], m["u"], s, e))
        elif m := _R_AGE.match(t):
            if m["sep"] or m["aged"]:
                s, e = at(m, "n")
                out.append(_age_cue(m["n"], m["u"], s, e))
        if m := _R_PAREN_GRADE.match(t):
            s, e = at(m)
            out.append(Cue("child", 2, s, e, "school class or grade"))
        if m := _R_BORN.match(t):
            y = int(m["year"] or m["year2"])
            s, e = at(m, "date")
            age = published - y
            if age < 18:
                out.append(Cue("child", 3, s, e, f"born {y}: under 18", float(age)))
            elif age > 18:
                out.append(Cue("adult", 3, s, e, f"born {y}: 18 or over", float(age)))
        if m := _R_IS.match(t):
            s, e = at(m, "n")
            age = years(m["n"], m["u"])
            verb = m["verb"].lower()
            if verb.startswith(("will", "would be", "turning")) and not m["u"]:
                age -= 0.01 if age == 18 else 0
            gone = re.search(r"\bwas\b", verb) and re.match(r"[^.!?\n]{0,12}\bwhen\b", t[m.end() :])
            if not possessive and not (
                m["u"]
                and re.match(
                    r"\s+(?:into|in\s+(?:prison|jail|office)|later|ago|after|before|away|behind|from)",
                    t[m.end() :],
                )
            ):
                shown = "child" if age < 18 else "adult"
                if verb in ("turned", "turns", "turning") and age >= 18:
                    out.append(Cue("adult", 3, s, e, "has turned 18", age))
                else:
                    out.append(
                        Cue(
                            shown,
                            3,
                            s,
                            e,
                            f"age {m['n']}: {'under 18' if age < 18 else '18 or over'}",
                            age,
                            once=bool(gone),
                        )
                    )  # type: ignore[arg-type]
        if m := _R_WILL_BE.match(t):
            s, e = at(m, "n")
            age = number(m["n"]) - 0.01
            out.append(Cue("child" if age < 18 else "adult", 3, s, e, f"turns {m['n']}", age))
    if m := _R_IS_NOUN.match(t):
        s, e = at(m)
        out += _noun_cues(m, end)
    if m := _R_APPOS.match(t):
        out += _noun_cues(m, end)
    if m := _R_GRADE.match(t):
        follow = t[m.end() : m.end() + 14]
        if not re.match(r"\s+(?:teacher|head|coach|coordinator|tutor|champion|final)", follow) and (
            t[:1] in ",–—( " and "\n" not in m.group()
        ):
            s, e = at(m)
            out.append(
                Cue(
                    "child",
                    2,
                    s + len(m.group()) - len(m.group().lstrip(" ,–—(")),
                    e,
                    "school class or grade",
                )
            )
    if m := _R_CHILDISH.match(t):
        s, e = at(m)
        out.append(Cue("child", 2, s, e, "words used of a child"))
    if not possessive:
        if m := _R_ROLE.match(t):
            s, e = at(m)
            out.append(Cue("adult", 2, s, e, "a grown-up's role"))
        if (m := _R_BIRTHDAY.match(t)) and "\n" not in m.group():
            o = ordinal(m["o"])
            s, e = at(m, "o")
            before = m.group()[: m.start("o")]
            ahead = re.search(
                r"\b(?:before|short|shy|until|ahead|next|will|was\s+to|due\s+to|would)\b", before, re.I
            )
            age = o - (0.01 if ahead else 0)
            out.append(Cue("child" if age < 18 else "adult", 3, s, e, f"{m['o']} birthday", age))
        if m := _R_CANDLES.match(t):
            s, e = at(m, "n")
            out.append(_age_cue(m["n"], None, s, e))
    return out


def _noun_cues(m: re.Match[str], base: int) -> list[Cue]:
    g = m.groupdict()
    tail = (g.get("tail") or "").strip().lower()
    bounded = not tail or bool(_BOUNDARY_TAIL.match(" " + tail))

    def span(name: str) -> tuple[int, int]:
        return base + m.start(name), base + m.end(name)

    if g.get("hyph"):
        s, e = span("hyph")
        hnoun = (g.get("hnoun") or "").lower()
        if hnoun in _ANIMAL_SET or tail in _ANIMAL_SET:
            return [Cue("animal", 3, s, e, "an animal")]
        if hnoun in _THING_SET or tail in _THING_SET:
            return [Cue("thing", 3, s, e, "not a person")]
        return [_age_cue(m["hn"], m["hu"], s, e)]
    if g.get("noun"):
        if not bounded:
            return []
        s, e = span("noun")
        if g.get("of"):
            return [_age_cue(m["of"], None, *span("of"))]
        return [Cue("child", 2, s, e, f"'{m['noun']}' is a word for a child")]
    if g.get("kin"):
        s, e = span("kin")
        if not bounded:
            return []
        return [Cue("kin-younger", 1, s, e, f"'{m['kin']}': someone's child")]
    if g.get("adult"):
        s, e = span("adult")
        if g.get("aof"):
            return [_age_cue(m["aof"], None, *span("aof"))]
        return [Cue("adult", 2, s, e, f"'{m['adult']}': a grown-up's role")]
    if g.get("animal"):
        return [Cue("animal", 3, *span("animal"), "an animal")]
    if g.get("thing"):
        return [Cue("thing", 2, *span("thing"), "not a person")]
    return []


def left_cues(text: str, start: int, floor: int, follow: str) -> list[Cue]:
    """Cues in the words before a name that starts at ``start``; ``follow`` is the first character after the name
    (an apposition between commas needs its second one)."""
    base = max(floor, start - 90)
    t = text[base:start]
    out: list[Cue] = []
    closes = follow in ",.;:)]”\"'’–—!?\n-" or follow == ""

    def at(m: re.Match[str], group: str | int = 0) -> tuple[int, int]:
        return base + m.start(group), base + m.end(group)

    if m := _L_HYPH.search(t):
        mid = m["mid"].lower().split()
        s, e = base + m.start("hn"), base + m.end() - len(t[m.start("mid") :])
        if mid and (mid[-1] in _ANIMAL_SET):
            out.append(Cue("animal", 3, s, e, "an animal"))
        elif any(w in _THING_SET for w in mid) or any(
            w
            in (
                "from",
                "at",
                "in",
                "by",
                "with",
                "to",
                "of",
                "for",
                "and",
                "near",
                "told",
                "said",
                "was",
                "is",
                "met",
                "saw",
                "the",
                "as",
                "on",
                "who",
                "whose",
                "after",
                "or",
                "against",
                "while",
                "when",
                "if",
                "that",
                "has",
                "had",
                "asked",
                "called",
                "named",
            )
            for w in mid
        ):
            pass
        elif m["comma"] and not closes:
            pass
        elif mid and mid[-1] in DATA["kin_adult"]:
            pass
        else:
            plural = (
                bool(mid)
                and (
                    mid[-1] in DATA["child_nouns_plural"]
                    or mid[-1] in DATA["kin_younger_plural"]
                    or mid[-1] in DATA["kin_peer_plural"]
                )
                or t[m.start("hn") :].lower().split()[0].rstrip(",").endswith("olds")
            )
            cue = _age_cue(m["hn"], m["hu"], s, e)
            out.append(Cue(cue.shows, 3, s, e, cue.reason, cue.age, plural=plural))
    if m := _L_NOUN.search(t):
        noun = m["noun"].lower()
        if not (m["comma"] and not closes) and not re.search(
            r"\b(?:former|ex|once\s+a|child)\s*[- ]?\s*$", t[: m.start("noun")], re.I
        ):
            s, e = at(m, "noun")
            if m["n"]:
                out.append(_age_cue(m["n"], None, *at(m, "n")))
            else:
                out.append(
                    Cue("child", 2, s, e, f"'{m['noun']}' is a word for a child", plural=bool(m["pl"]))
                )
    if m := _L_KIN.search(t):
        ok = m["poss"] or m["kins"] or m["peers"]
        s = base + (
            m.start("kin")
            if m["kin"]
            else m.start("kins")
            if m["kins"]
            else m.start("peer")
            if m["peer"]
            else m.start("peers")
        )
        word = m["kin"] or m["kins"] or m["peer"] or m["peers"]
        if (ok or m["mods"]) and not (m["comma"] and not closes):
            young = re.search(
                r"\b(?:little|baby|infant|newborn|toddler|young|kid|wee|small|unborn|schoolgirl|schoolboy|teenage|teen|twin)\s*$",
                (m["mods"] or ""),
                re.I,
            ) and not re.search(r"\byounger\b", m["mods"] or "")
            plural = bool(m["kins"] or m["peers"])
            if young:
                out.append(
                    Cue(
                        "child",
                        2,
                        s,
                        s + len(word),
                        f"'{(m['mods'] or '').split()[-1]} {word}': a child",
                        plural=plural,
                    )
                )
            elif m["kin"] or m["kins"]:
                out.append(
                    Cue("kin-younger", 1, s, s + len(word), f"'{word}': someone's child", plural=plural)
                )
            else:
                out.append(Cue("kin-peer", 1, s, s + len(word), f"'{word}'", plural=plural))
    if m := _L_KIN_ADULT.search(t):
        s, e = at(m, "kin")
        if not (t[m.end("kin") :].strip().startswith(",") and not closes):
            out.append(Cue("adult", 2, s, e, f"'{m['kin']}': a grown-up"))
    if m := _L_GRADE.search(t):
        if not (m["comma"] and not closes) and (m["mid"] or m.group().strip()[-1:] != ","):
            s, e = at(m)
            out.append(Cue("child", 2, s, e, "school class or grade"))
    if m := _L_ROLE.search(t):
        if not (t.rstrip().endswith(",") and not closes):
            s, e = at(m, "role")
            out.append(Cue("adult", 2, s, e, f"'{m['role']}': a grown-up's role"))
    if m := _L_ANIMAL.search(t):
        out.append(Cue("animal", 3, *at(m, "animal"), "an animal"))
    if m := _L_CHILDISH.search(t):
        out.append(Cue("child", 2, *at(m, "w"), f"'{m['w']}': said of a small child"))
    if m := _L_AT_AGE.search(t):
        s, e = at(m, "n")
        age = years(m["n"], m["u"])
        out.append(
            Cue(
                "child" if age < 18 else "adult",
                3 if m["u"] or age >= 18 or m["kin"] else 2,
                s,
                e,
                f"age {m['n']}",
                age,
            )
        )
    if m := _L_NEWLY.search(t):
        out.append(_age_cue(m["n"], None, *at(m, "n")))
    if m := _L_SHORT_OF.search(t):
        age = ordinal(m["o"]) - 0.01
        out.append(Cue("child" if age < 18 else "adult", 3, *at(m, "o"), f"{m['o']} birthday to come", age))
    if m := _L_BABY_YEAR.search(t):
        out.append(Cue("child", 2, *at(m, "year"), "born that year"))
    return out


#: "the boy, who is ten", "a 12-year-old girl", "the six-year-old", "two brothers aged 8 and 9"
NOMINAL = re.compile(
    rf"\b(?P<det>the|a|an|this|that|his|her|their|our|my|another|one|two|three|four|five|six|seven|eight|nine|ten|both|each|every|no|some|many|these|those)\s+"
    rf"(?P<mods>(?:(?!(?:of|and|the|a|an|in|on|to|for|from|with|was|is|who|that|said|her|his)\b)[\w’'\-\u2010\u2011]+\s+){{0,3}}?)"
    rf"(?:(?P<hyph>{AGE_HYPHEN})(?P<hnoun>\s+(?:[A-Za-z\-]+\s+)?(?:{_CHILD_NOUN}|{_CHILD_NOUNS}|{_KIN1}|{_KIN2}|{_PEER1}|{_PEER2}|student|victim|patient|defendant|suspect|apprentice|complainant|refugee|survivor|witness))?"
    rf"|(?P<noun>{_CHILD_NOUN})|(?P<nouns>{_CHILD_NOUNS}|twins|siblings))\b(?!\s*['’]s\s+(?:hospital|home|court|hearing|panel|commissioner|services|charity|fund|book))(?!{H})"
    rf"(?:,?\s+(?:of|aged|age|aged\s+about|,)?\s*\(?(?P<n>{NUM})(?=[\s,.;:)])(?:\s+(?P<u>{_UNIT}))?)?",
    _CI,
)
PRONOUN_AGE = re.compile(
    rf"\b(?P<pro>He|She|he|she)\s*(?P<verb>is|was|’s|'s|turned|turns|will\s+be|would\s+have\s+been|has\s+just\s+turned|had\s+just\s+turned|is\s+all\s+of)\s+(?:(?:only|just|now|all\s+of|about|nearly|almost|still|barely|aged|not\s+yet)\s+)*(?P<n>{NUM})(?:\s+(?P<u>{_UNIT})(?:\s+(?:old|of\s+age))?)?"
    rf"(?=\s*(?:[.,;:!?)–—”\"]|\Z|\n)|\s+(?:and|but|when|years\s+old|next|this|last|at\s+the\s+time|now|or|on|in|today|who)\b)|\b(?P<at>At|Aged)\s+(?:just\s+|only\s+)?(?P<n2>{NUM}),?\s+(?:he|she)\b"
    rf"|\bAsked\s+how\s+old\s+(?:he|she)\s+was[^.\n]{{0,20}}\b(?P<n3>{NUM})\b"
)
