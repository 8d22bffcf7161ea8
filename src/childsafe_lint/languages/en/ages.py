"""How a sentence tells an age or a stage without standing beside the name: winters lived through, candles, years of
birth, grades gone up to. story/discourse/ages.py finds whose it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ... import lazy_re as re
from ... import seek
from .frames import (
    A_NUMBER,
    AGE_HYPHEN,
    NUM,
    ORDINAL,
    ROMANS,
    UNIT,
    UNITS,
    Cue,
    number,
    ordinal,
    told_age,
    words_within,
    years,
)

#: an age stands alone: it counts nothing that follows it
_ALONE = r"(?=\s*(?:[.,;:!?)–—”\"]|--|\Z|\n)|\s+(?:and|but|or|when|then|years?\s+old|at\s+the\s+time|now|today|his|her)\b)"
_ONLY = r"(?:(?:just|only|barely|hardly|scarcely|still|all\s+of|a\s+mere|about|around|some|perhaps|maybe)\s+){0,2}"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
#: a grade with its number, of whatever country: Year 4, Grade 4C, S2, P6, fifth grade, tenth standard, 5e, CM2
GRADE_NUMBERED = (
    rf"(?:(?:Years?|Grades?|Class|Standard|Std|Primary|Form|Stage|JSS|SSS?|Basic)\s?(?:1[0-3]|[1-9](?:st|nd|rd|th)?|[IVX]{{1,4}}|{'|'.join(w.title() for w in UNITS[:13])})(?:[A-H])?\b(?!\s*(?:%|,\d|per))"
    rf"|(?:[PSKM]|JHS\s?|SHS\s?|CM|CE)[1-9]\b|[3-6](?:e|ème|ᵉ)\b|(?:Junior|Senior)\s+Infants\b"
    rf"|(?i:(?:{ORDINAL})[-\s](?:grade|form|standard)\b)|(?i:(?:{ORDINAL})\s(?:class|year\s+(?:at|of)\s+(?:primary|secondary|elementary|school))\b)|\bReception\b(?=\s*[,.;]|\s+(?:at|class|on)\b))"
)
_BE = r"(?:is|was|are|were|remains?|be|been|['’]s|['’]re)"


Whose = Literal["before", "beside", "after", "back"]


@dataclass(frozen=True, slots=True)
class Telling:
    """An age or a stage, and whose it is: of the one named ``before`` it, right ``beside`` it, named ``after`` it, or
    of an earlier sentence's person (``back``: the words have a pronoun or no name of their own)."""

    cue: Cue
    whose: Whose


Age = Callable[[re.Match[str], int], float]


def _number(m: re.Match[str], published: int) -> float:
    return years(m["n"], m["u"] if "u" in m.re.groupindex else None)


def _born(m: re.Match[str], published: int) -> float:
    return float(published - int(m["year"]))


_I = re.IGNORECASE
_SEASONS = r"(?:winters|summers|springs|autumns|harvests|monsoons|rainy\s+seasons|birthdays|christmases|ramadans|new\s+years)"


def _any_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: pattern, age, whose, level, what the finding says, words of which it needs one beside the number
_AGES: tuple[tuple[re.Pattern[str], Age, Whose, int, str, frozenset[str]], ...] = (
    # "has lived through eleven winters", "has seen only six summers"
    (
        re.compile(
            rf"\b(?:lived\s+through|lived|seen|known|survived|counted|celebrated|had)\s+{_ONLY}(?P<n>{NUM})\s+{_SEASONS}\b",
            _I,
        ),
        _number,
        "before",
        3,
        "years lived",
        _any_of(
            "winters summers springs autumns harvests monsoons seasons birthdays christmases ramadans years"
        ),
    ),
    # "cannot have been more than seven", "no older than nine", "not a day over six"
    (
        re.compile(
            rf"\b(?:can(?:not|['’]t)|could(?:\s+not|n['’]t)|must\s+not)\s+(?:possibly\s+)?(?:be|have\s+been)\s+(?:a\s+day\s+)?(?:more\s+than|older\s+than|over|above)\s+(?P<n>{NUM}){_ALONE}"
            rf"|\b{_BE}\s+(?:no|not)\s+(?:a\s+day\s+)?(?:more\s+than|older\s+than|over)\s+(?P<m>{NUM}){_ALONE}",
            _I,
        ),
        lambda m, _: number(m["n"] or m["m"]),
        "back",
        3,
        "at most that age",
        _any_of("than over above"),
    ),
    # "has not yet reached the age of ten", "never saw his fifth birthday"
    (
        re.compile(
            rf"(?:\b(?:not|never)|n['’]t)\s+(?:yet\s+|even\s+|quite\s+)?(?:reach(?:ed)?|turned|seen|see|saw|lived?\s+to\s+(?:see|be)|celebrated?)\s+(?:the\s+age\s+of\s+(?P<n>{NUM}){_ALONE}|(?:his|her|their)\s+(?P<o>{ORDINAL})\s+birthday|(?P<m>{NUM})(?=\s*[,.;)–—]))",
            _I,
        ),
        lambda m, _: (ordinal(m["o"]) if m["o"] else number(m["n"] or m["m"])) - 0.01,
        "back",
        3,
        "not yet that age",
        _any_of("reach reached turned seen see saw live lived celebrate celebrated"),
    ),
    # "a month short of thirteen", "three weeks off his tenth birthday"
    (
        re.compile(
            rf"\b(?:days?|weeks?|months?|a\s+year|a\s+little|just|well|some\s+way)\s+(?:short\s+of|shy\s+of|off|away\s+from|from)\s+(?:turning\s+|being\s+|becoming\s+)?(?:(?P<n>{NUM}){_ALONE}|(?:his|her|their)\s+(?P<o>{ORDINAL})\s+birthday)",
            _I,
        ),
        lambda m, _: (ordinal(m["o"]) if m["o"] else number(m["n"])) - 0.01,
        "back",
        3,
        "not yet that age",
        _any_of("short shy off away from"),
    ),
    # "a happy eleventh birthday"
    (
        re.compile(rf"\bhappy\s+(?P<o>{ORDINAL})\s+birthday\b(?!\s+to\b)", _I),
        lambda m, _: float(ordinal(m["o"])),
        "before",
        3,
        "a birthday",
        _any_of("birthday"),
    ),
    (
        re.compile(
            rf"\b(?:(?:happy|joyful|merry)\s+(?P<o>{ORDINAL})\s+birthday\s+to\s|(?P<p>{ORDINAL})\s+birthday(?:\s+(?:party|celebrations?|cake|parade))?\s+(?:of|for)\s)",
            _I,
        ),
        lambda m, _: float(ordinal(m["o"] or m["p"])),
        "after",
        3,
        "a birthday",
        _any_of("birthday"),
    ),
    # "in the eight years since he was born", "most of her five years"
    (
        re.compile(
            rf"\b(?P<n>{NUM})\s+(?P<u>years|months|weeks|days)\s+(?:since\s+(?:he|she)\s+was\s+born|of\s+(?:his|her)\s+(?:short\s+|young\s+)?life\b|on\s+(?:this\s+)?earth)"
            rf"|\b(?:most|much|half|all|every\s+day|a\s+third|a\s+quarter|three|two|four)\s+of\s+(?:his|her)\s+(?:short\s+)?(?P<m>{NUM})\s+(?P<v>years|months|weeks)(?=\s*[.,;])",
            _I,
        ),
        lambda m, _: years(m["n"] or m["m"], m["u"] or m["v"]),
        "back",
        3,
        "years lived",
        _any_of("years months weeks days"),
    ),
    # "has been on this earth for six years"
    (
        re.compile(
            rf"\b(?:on\s+(?:this|the)\s+(?:earth|planet)|in\s+(?:this|the)\s+world|alive|with\s+us)\s+(?:for\s+)?{_ONLY}(?P<n>{NUM})\s+(?P<u>years|months|weeks|days)\b",
            _I,
        ),
        _number,
        "before",
        3,
        "years lived",
        _any_of("earth planet world alive us"),
    ),
    # "now, at seven, she is learning"
    (
        re.compile(
            rf"\bnow,?\s+(?:aged\s+|at\s+|that\s+(?:he|she)\s+is\s+)?(?P<n>{NUM}),\s+(?:he|she)\b", _I
        ),
        _number,
        "before",
        3,
        "an age",
        _any_of("now"),
    ),
    # "eight next month", "five tomorrow"
    (
        re.compile(
            rf"(?:,\s+|\bturn(?:s|ed|ing)?\s+)(?:just\s+|only\s+)?(?P<n>{NUM})\s+(?:next|this|last|in)\s+(?:a\s+|the\s+|\w+['’]s\s+)?(?:week|month|year|spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December|fortnight|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?=\s*[,.;)–—])"
        ),
        lambda m, _: number(m["n"]) - 0.01,
        "before",
        3,
        "an age",
        _any_of("next this last in"),
    ),
    # "which is not bad for a three-year-old", "was described as a lively seventh-grader"
    (
        re.compile(
            rf"\b(?:bad|good|easy|hard|much|enough|usual|unusual|remarkable|rare|impressive|quite\s+something|feat)\s+for\s+an?\s+{AGE_HYPHEN}(?=\s*[,.;!?)–—”]|\s+(?:boy|girl|child)\b|\Z)",
            _I,
        ),
        lambda m, _: years(m["hn"], m["hu"]),
        "before",
        2,
        "an age",
        _any_of("for"),
    ),
    # "had been nine for a week"
    (
        re.compile(
            rf"\b(?:has|had|have)\s+(?:only\s+)?been\s+(?P<n>{NUM})\s+for\s+(?:just\s+|only\s+|less\s+than\s+)?(?:an?|{NUM})\s+(?:days?|weeks?|months?|hours?)\b",
            _I,
        ),
        _number,
        "before",
        3,
        "an age",
        _any_of("been"),
    ),
    # "At eight, one is not asked", "at twelve you don't listen"
    (
        re.compile(rf"\bat\s+(?P<n>{NUM}),?\s+(?:you|one|a\s+(?:boy|girl|child)|children)\b", _I),
        _number,
        "back",
        2,
        "an age",
        _any_of("at"),
    ),
    # "How old are you?" … "Twelve," said Dawit
    (
        re.compile(
            rf"[“\"‘'](?:I['’]m\s+|I\s+am\s+|Nearly\s+|Almost\s+|Only\s+)?(?P<n>{NUM})(?:\s+years\s+old|\s+and\s+a\s+half)?[,.!]?[”\"’'],?\s+(?:said|says|answered|replied|whispered|whispers|replies|answers|announced)\s+(?=[A-Z])",
            _I,
        ),
        _number,
        "after",
        2,
        "says that age",
        _any_of("said says answered replied whispered whispers replies answers announced"),
    ),
    # "few nine-year-olds know as much", "like most ten-year-olds"
    (
        re.compile(
            rf"\b(?:few|not\s+many|most|other|any|all|average|many)\s+(?:other\s+)?{AGE_HYPHEN.replace('olds?', 'olds')}(?!\s+(?:are|were|have|had|in\s+the|will)\b)",
            _I,
        ),
        lambda m, _: years(m["hn"], m["hu"]),
        "back",
        2,
        "among those of that age",
        _any_of("few many most other any all average"),
    ),
    # "lacks in years – he has just five of them"
    (
        re.compile(
            rf"\byears\b[^.;!?\n]{{0,30}}?\b(?:has|had|with)\s+{_ONLY}(?P<n>{NUM})(?:\s+of\s+them)?(?=\s*[,.;)–—])",
            _I,
        ),
        _number,
        "before",
        3,
        "years lived",
        _any_of("years"),
    ),
    # "nine candles" of a birthday cake
    (
        re.compile(
            rf"\b(?:cake|birthday|blew|blow|blown|blowing)\b[^.!?\n]{{0,80}}?\b(?P<n>{NUM})\s+candles\b", _I
        ),
        _number,
        "before",
        3,
        "candles on the cake",
        _any_of("candles"),
    ),
    (
        re.compile(
            rf"\b(?P<n>{NUM})\s+candles\b(?=[^.!?\n]{{0,50}}\b(?:cake|birthday)\b[^.!?\n]{{0,30}}\b(?:of|for)\s)",
            _I,
        ),
        _number,
        "after",
        3,
        "candles on the cake",
        _any_of("candles"),
    ),
    # "lived for eleven days"
    (
        re.compile(
            rf"\b(?:lived|survived)\s+(?:for\s+)?{_ONLY}(?:for\s+)?(?P<n>{NUM})\s+(?P<u>minutes?|hours?|days?|weeks?|months?)(?=\s*[.,;!?”\"]|\s+and\b|\Z|\n)",
            _I,
        ),
        _number,
        "back",
        3,
        "time lived",
        _any_of("lived survived"),
    ),
    # "five bells, one for each year of her life"
    (
        re.compile(
            rf"\b(?P<n>{NUM}|{ORDINAL})\b[^.!?\n]{{0,40}}?\b(?:one\s+)?for\s+(?:each|every)\s+(?P<u>year|month|week|day)\s+(?:of\s+(?:his|her|their)\s+(?:short\s+|brief\s+)?lif|(?:that\s+)?(?:he|she|they)\s+(?:had\s+)?lived)",
            _I,
        ),
        lambda m, _: years(str(ordinal(m["n"])) if ordinal(m["n"]) else m["n"], m["u"]),
        "back",
        3,
        "one for each year of life",
        _any_of("each every"),
    ),
    (
        re.compile(
            rf"\b(?P<n>{NUM}|{ORDINAL})\b[^.!?\n]{{0,40}}?\b(?:one\s+)?for\s+(?:each|every)\s+(?P<u>year|month|week|day)\s+(?:of\s+(?:the\s+(?:short\s+|brief\s+)?life\s+of\s+)?(?=[A-Z])|(?:that\s+)?(?=(?:[A-Z]\w+\s+){{1,3}}(?:had\s+)?lived))"
        ),
        lambda m, _: years(str(ordinal(m["n"])) if ordinal(m["n"]) else m["n"], m["u"]),
        "after",
        3,
        "one for each year of life",
        _any_of("each every"),
    ),
    # "For a ten-year-old, she drives a hard bargain"
    (
        re.compile(
            rf"\b[Ff]or\s+an?\s+(?:(?!\d)[a-z]+\s+)?{AGE_HYPHEN}(?:\s+(?:boy|girl|child|kid))?,\s+(?:he|she)\b",
        ),
        lambda m, _: years(m["hn"], m["hu"]),
        "back",
        3,
        "an age",
        _any_of("for"),
    ),
    # "…, being six", "despite being only six", "though only nine"
    (
        re.compile(
            rf"(?:,\s+|\b(?:despite|for|although|though|while|of)\s+)being\s+{_ONLY}(?P<n>{NUM}){_ALONE}"
            rf"|\b(?:though|although|but|and)\s+(?:only|just|barely|hardly|scarcely)\s+(?P<m>{NUM})(?=\s*[,.;–—)])",
            _I,
        ),
        lambda m, _: number(m["n"] or m["m"]),
        "back",
        3,
        "an age",
        _any_of("being only just barely hardly scarcely"),
    ),
    # "has not left his room since he turned fifteen"
    (
        re.compile(
            rf"\b(?:has|have)\b[^.!?\n]{{1,60}}\b(?:since|until|when|before|after|now\s+that)\s+(?:he|she)\s+turned\s+(?P<n>{NUM}){_ALONE}",
            _I,
        ),
        _number,
        "back",
        2,
        "an age",
        _any_of("turned"),
    ),
    # "who says that she is “nine or ten”"
    (
        re.compile(
            rf",?\s+who\s+(?:says|said|thinks|thought|believes|believed|reckons|guesses)\s+(?:that\s+)?(?:he|she)\s+(?:is|was|might\s+be|may\s+be|must\s+be)\s+{_ONLY}[“\"‘']?(?:(?:about|around|maybe|perhaps)\s+)?(?P<n>{NUM})(?:\s+or\s+{NUM})?(?=[”\"’']?\s*[,.;)–—])",
            _I,
        ),
        _number,
        "before",
        3,
        "an age",
        _any_of("says said thinks thought believes believed reckons guesses"),
    ),
    # "born the year the bridge opened, 2016"
    (
        re.compile(rf"\bborn\b(?!\s+(?:in|on)\s)[^.;!?\n]{{2,45}}?[,(–—]\s*{_YEAR}"),
        _born,
        "before",
        3,
        "a year of birth",
        _any_of("born"),
    ),
    # "came into the world in 2018", "whose year of birth is 2014", "arrived at 4.10am on 8 January 2022"
    (
        re.compile(
            rf"\b(?:came\s+into\s+(?:the|this)\s+world|entered\s+the\s+world|(?:first\s+)?saw\s+the\s+light\s+of\s+day|drew\s+(?:his|her)\s+first\s+breath|was\s+delivered)\b[^.;\n]{{0,45}}?{_YEAR}",
            _I,
        ),
        _born,
        "before",
        3,
        "a year of birth",
        _any_of("world light breath delivered"),
    ),
    (
        re.compile(
            rf"\b(?:arrived|came)\b[^;\n]{{0,60}}?{_YEAR}(?=[^.\n]{{0,20}}\b(?:called|named|christened|registered)\b)",
            _I,
        ),
        _born,
        "after",
        3,
        "a year of birth",
        _any_of("arrived came"),
    ),
    (
        re.compile(
            rf"\b(?:years?\s+of\s+birth|birth\s+years?|dates?\s+of\s+birth|birth\s+dates?|d\.?o\.?b\.?)\b(?P<gap>[^;\n]{{0,70}}?)\b(?:\d{{1,2}}[./-]\d{{1,2}}[./-])?{_YEAR}",
            _I,
        ),
        _born,
        "back",
        3,
        "a year of birth",
        _any_of("birth dob d do"),
    ),
    (
        re.compile(
            rf"\b{_YEAR}\s*(?:,\s*|\)\s*)?(?:(?:that|which|this)\s*(?:is|was|['’]s)\s+)?(?:is|was|as|being)?\s*(?:his|her|their|the)\s+(?:year|date)s?\s+of\s+birth\b|\b(?:birth\s+certificate|passport)\b[^.;\n]{{0,50}}?\b(?:says|gives|dated|reads|shows|puts)\b[^.;\n]{{0,30}}?(?P<y2>(?:19|20)\d\d)\b",
            _I,
        ),
        lambda m, published: float(published - int(m["year"] or m["y2"])),
        "before",
        3,
        "a year of birth",
        _any_of("birth passport"),
    ),
)

_TEACHES = re.compile(
    r"\b(?:teach\w*|taught|exams?|sons?|daughters?|grand\w+|nephews?|nieces?|child|children|kids?|bab(?:y|ies)|pupils|coach\w*|manag\w+|train\w*|lesson\w*|mother|father|parents?|"
    r"taking|head|runs?|headmaster|headmistress|retired|former|once|remember\w*|recalls?|when|school\s*friends?|read|visited|met|spoke|address\w+|handed|gave|gives|told|sent|donat\w+|listed|building|piano|violin)\b",
    re.I,
)

_UNDER = r"(?:under[-\s]?(?:[5-9]|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?:['’]?s|(?=\s+(?:team|side|squad|league|match|final|player|captain)\b))|U-?(?:[5-9]|1[0-7])s?)\b(?!\s+(?:coach|manager|trainer|boss))"
_SCHOOLS = frozenset(
    "school preschool kindergarten nursery crèche creche playgroup reception nappies diapers".split()
)
#: a word of each: a grade with its number, a team of children
_GRADE_WORDS = frozenset({A_NUMBER, *ROMANS, "infants", "reception"})
_TEAM_WORDS = frozenset({A_NUMBER, "under", *(f"under{w}{s}" for w in UNITS for s in ("", "s"))})
#: pattern, whose, what the finding says, words of which it needs one: a stage, without an age
_STAGES: tuple[tuple[re.Pattern[str], Whose, str, frozenset[str]], ...] = (
    # "reached double figures on Saturday and celebrated"
    (
        re.compile(
            r"\b(?:reach(?:ed|es)?|turn(?:ed|s)?|hits?|enter(?:ed|s)?|into|made\s+it\s+(?:in)?to)\s+double\s+(?:figures|digits)\b(?=[^.!?\n]*\b(?:celebrat\w+|birthday|cake|party|presents?|candles?)\b)"
            r"|\b(?:birthday|cake|party|candles?)\b[^.!?\n]*\bdouble\s+(?:figures|digits)\b",
            re.I,
        ),
        "before",
        "a tenth birthday",
        _any_of("figures digits"),
    ),
    # "is not yet in her teens", "became a teenager on Sunday"
    (
        re.compile(
            r"\b(?:became|becomes|is\s+now|is\s+officially|has\s+become)\s+a\s+teen(?:ager)?\b"
            r"|\b(?:is|was|still|yet|barely|hardly|scarcely|just)\s+(?:in(?:to)?|entering)\s+(?:his|her|their)\s+(?:early\s+|mid[-\s])?teens\b"
            r"|\bnot\s+(?:yet\s+)?(?:in|into|reached|entered)\s+(?:his|her|their)\s+teens\b",
            re.I,
        ),
        "back",
        "in their teens or younger",
        _any_of("teen teens teenager"),
    ),
    # "was still at primary school"
    (
        re.compile(
            r"(?<!when )(?<!while )\b(?:is|was|are|were|being)\s+(?:still\s+|only\s+|not\s+yet\s+out\s+of\s+)(?:at|in)?\s*(?P<s>(?:a\s+)?(?:primary|elementary|infants?['’]?|nursery|middle|junior)\s+school|kindergarten|nappies|diapers)\b",
            re.I,
        ),
        "back",
        "school or kindergarten",
        _SCHOOLS,
    ),
    # "has gone up to S2", "came second in her tenth-standard boards", "is in 5e"
    (
        re.compile(
            rf"(?:\b(?:{_BE}|placed?|came|finish\w*|now|who|sits?|studie[sd]|studying|pupil|student|girl|boy|top|year|month|weeks?|while|still)\s[^.,;!?\n]{{0,25}}?\bin|(?:,|\(|–|—)\s*(?:(?:also|now|currently|still)\s+)?in|\b(?:mov\w+|go(?:es|ing|ne)?|went|promoted|put|back|step\w*|transfer\w+|progress\w*|pass\w*|due)\s+(?:back\s+|straight\s+)?(?:up\s+)?(?:in)?to|\b(?:starts?|started|starting|finish(?:es|ed)?|repeat(?:s|ed|ing)|enter(?:s|ed|ing)?|joins?|joined|completed|skipp?\w*))\s+(?:(?:his|her|the|their)\s+)?(?P<s>{GRADE_NUMBERED})",
        ),
        "before",
        "school class or grade",
        _GRADE_WORDS,
    ),
    # "in her tenth-standard boards"
    (
        re.compile(
            rf"\b(?:his|her)\s+(?P<s>{GRADE_NUMBERED})[-\s](?:boards?|exam\w*|finals?|results?|reports?|marks|classroom|classmates|uniform)\b"
        ),
        "before",
        "school class or grade",
        _GRADE_WORDS,
    ),
    # "Asel, her cousin in Year Two"
    (
        re.compile(
            rf",\s+(?:his|her|their)\s+(?:[\w-]+\s+)?(?:sister|brother|cousin|friend|niece|nephew|step(?:sister|brother)|neighbour)\s+in\s+(?P<s>{GRADE_NUMBERED})(?=\s*[,.;:)])"
        ),
        "before",
        "school class or grade",
        _GRADE_WORDS,
    ),
    # "Ravi, who is in the same class", "She is in the year below"
    (
        re.compile(
            r"\b(?:is|['’]s)\s+in\s+(?:the|his|her)\s+(?P<s>same\s+(?:[\w-]+\s+){0,2}?(?:class|form|grade|standard|year\s+group|kindergarten\s+group)|year\s+(?:below|above))\b"
        ),
        "before",
        "in a class with a child",
        _any_of("same below above"),
    ),
    # "goes to the forest nursery", "entered middle school in April"
    (
        re.compile(
            r"\b(?:(?:goes|going|attends|attending)\s+(?:to\s+)?(?:(?:an?|the|his|her|their)\s+)?(?:[\w’'-]+\s+){0,2}?(?P<s>nursery|kindergarten|cr[èe]che|playgroup|pre-?school|(?:primary|infants?['’]?|elementary|middle|junior)\s+school)"
            r"|(?:enter(?:s|ed)|join(?:s|ed)|beg[ia]ns?|finish(?:es|ed)|left|leaves)\s+(?P<t>(?:primary|infants?['’]?|elementary|middle|junior|nursery)\s+school)(?!\s+(?:in\s+\d|at\b|with)))\b",
            re.I,
        ),
        "before",
        "school or kindergarten",
        _SCHOOLS,
    ),
    # "has been biting the other toddlers at her nursery"
    (
        re.compile(
            r"\bother\s+(?:small\s+|little\s+|younger\s+|older\s+)?(?:toddlers|children|kids|babies|infants|boys|girls|pupils|little\s+ones|youngsters|(?:one|two|three|four|five|six)-year-olds)\s+(?:at|in|from)\s+(?:his|her)\s+(?:[\w’'-]+\s+)?(?P<s>nursery|kindergarten|playgroup|cr[èe]che|pre-?school|day-?care|class|form|year|school)\b(?!['’]|\s+(?:of|teach))",
            re.I,
        ),
        "before",
        "among the other children",
        _any_of("other"),
    ),
    # "on her first day in reception"
    (
        re.compile(
            r"\b(?:his|her|their)\s+(?:very\s+)?(?:first|last|second)\s+(?:day|week|month|term|morning|year)\s+(?:in|at|of)\s+(?:the\s+)?(?P<s>reception|nursery|kindergarten|playgroup|pre-?school|big\s+school|(?:primary|elementary|infants?['’]?|junior|middle|high|secondary)\s+school)\b(?!\s+teach)",
            re.I,
        ),
        "before",
        "school or kindergarten",
        _SCHOOLS,
    ),
    # "described as a lively seventh-grader"
    (
        re.compile(
            r"\b(?:described|remembered|known|listed|registered|introduced)\b[^.,;!?\n]{0,25}?\bas\s+an?\s+(?:[\w-]+\s+){0,2}?(?P<s>(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)-(?:grader|former)|schoolboy|schoolgirl|toddler|pupil|preschooler|teenager)\b",
            re.I,
        ),
        "before",
        "a word for a child",
        _any_of("grader former schoolboy schoolgirl toddler pupil preschooler teenager"),
    ),
    # "His Primary 3 teacher describes Kwaku"
    (
        re.compile(
            rf"\b(?:[Hh]is|[Hh]er)\s+(?:former\s+)?(?P<s>{GRADE_NUMBERED})\s+(?:class\s+|form\s+)?teacher\s+(?:describe[sd]|call(?:s|ed)|praise[sd]|remembers|says\s+that|said\s+that|found|finds)\s+(?=[A-Z])"
        ),
        "after",
        "school class or grade",
        _any_of("teacher"),
    ),
    # "from 7B"
    (
        re.compile(r"(?<=\w)\s(?:of|from)\s+(?P<s>(?:[1-9]|1[0-2])[A-E])\b(?!\s+[A-Z])"),
        "beside",
        "school class or grade",
        frozenset({A_NUMBER}),
    ),
    # "Tariq Anwar of Year 8"
    (
        re.compile(rf"(?<=\w)\s(?:of|from)\s+(?P<s>{GRADE_NUMBERED})"),
        "beside",
        "school class or grade",
        _GRADE_WORDS,
    ),
    (
        re.compile(
            rf"\b(?P<s>{GRADE_NUMBERED})\s+(?:began|begins|started|starts|meant|means|was\s+hard|is\s+hard|ended)\b[^.,;\n]{{0,25}}\bfor\s+(?=[A-Z])",
        ),
        "after",
        "school class or grade",
        _GRADE_WORDS,
    ),
    # "captain of the under-nines", "(under-nines)"
    (
        re.compile(
            rf"\b(?:(?:captain\w*|play\w*|keeps?|keeping|star|striker|goalkeeper|wing\w*|member|bat\w*|bowl\w*|row\w*|fenc\w*|swim\w*|won|wins|compet\w*|youngest)\s(?:[^.,;!?\n]{{0,25}}\s)?(?:the\s+)?|(?:on|in|for|with|joined)\s+(?:the|his|her|their)\s+)(?P<s>{_UNDER})|\(\s*(?P<t>{_UNDER})\s*\)",
            re.I,
        ),
        "before",
        "a team of children",
        _TEAM_WORDS,
    ),
    # "below the age of criminal responsibility", "may not be tried as an adult"
    (
        re.compile(
            r"\b(?P<s>(?:below|under)\s+the\s+age\s+of\s+(?:criminal\s+responsibility|consent|majority)|too\s+young\s+to\s+(?:be\s+(?:named|charged|prosecuted|tried)|drive|vote|marry|work|sign)|not\s+(?:yet\s+|be\s+|even\s+)?old\s+enough\s+to\s+(?:drive|vote|marry|drink|buy|sign|leave\s+school|be\s+(?:named|charged|left))|(?:still\s+)?a\s+minor\s+(?:in|before)\s+(?:the\s+eyes\s+of\s+)?(?:the\s+)?law)\b",
            re.I,
        ),
        "back",
        "not of age",
        _any_of("under below young old minor"),
    ),
)

_STAGE_WORDS = frozenset[str]().union(*(needs for *_, needs in _STAGES))


def tellings(text: str, start: int, end: int, published: int) -> Iterator[Telling]:
    """What the sentence from ``start`` to ``end`` tells; ``published`` is the year of publication."""
    words = words_within(text, start, end)
    for pattern, age, whose, level, reason, needs in _AGES if A_NUMBER in words else ():
        for m in () if words.isdisjoint(needs) else pattern.finditer(text, start, end):
            old = age(m, published)
            if old < 0 or (18 <= old < 19 and "birth" in reason):
                continue
            yield Telling(told_age(old, *m.span(), reason, level=level), whose)
    for stage, whose, reason, needs in () if words.isdisjoint(_STAGE_WORDS) else _STAGES:
        for m in () if words.isdisjoint(needs) else stage.finditer(text, start, end):
            group = next((g for g in ("s", "t") if g in stage.groupindex and m[g]), 0)
            at = m.span(group)
            yield Telling(Cue("child", 2, *at, reason), whose)


def somebody_elses(between: str) -> bool:
    """Whether the words between a name and a grade or an age are about another person, or about another time."""
    return bool(_TEACHES.search(between))


#: "They are fourteen months old", "The twins are nine", "They're nine and eleven"
THEY_ARE = seek.compile(
    rf"\b(?:They|The\s+(?:twins|triplets|pair|duo|trio|sisters|brothers|siblings|children|girls|boys|two)|Both)\s*(?:are|were|['’]re|turned|turn|will\s+(?:be|turn)|would\s+(?:(?:both|all)\s+)?have\s+(?:been|turned)|,\s+(?:who\s+are|aged|both|now|all))\s+(?:(?:both|only|just|now|all|each|aged|nearly|almost|about)\s+)*"
    rf"(?P<n>{NUM})(?:\s*,\s*{NUM})*(?:,?\s+and\s+(?P<n2>{NUM}))?(?:\s+(?P<u>{UNIT})(?:\s+old)?)?(?=\s*(?:[.,;:!?)–—”\"]|\Z|\n)|\s+(?:and|but|today|now|on|this|next)\b)"
)
#: "Both turn 18 in May"
YET_TO_TURN = re.compile(r"\bturn\s|\bwill\b")
#: "The eldest is 12": of children all; "the youngest is 40": of grown-ups all
BOUND = seek.compile(
    rf"\b[Tt]he\s+(?:(?P<top>eldest|oldest)|(?P<low>youngest))(?:\s+of\s+(?:them|the\s+\w+))?\s*(?:,\s*|\s+(?:is|was|turned|turns)\s+)(?:only\s+|just\s+|barely\s+|not\s+yet\s+|aged\s+)?(?P<n>{NUM})(?=\s*[.,;:!?)–—”\"]|\s+and\b|\Z|\n)"
)
#: brothers and sisters without names: "three sisters were locked in"
SIBLINGS = re.compile(
    r"\b(?:two|three|four|five|six|the|his|her|their)\s+(?:[a-z-]+\s+){0,2}?(?:sisters|brothers|siblings|cousins)\b",
    re.I,
)
#: "Both are in Year 2"
THEY_ATTEND = seek.compile(
    rf"\b(?:They|The\s+(?:twins|triplets|pair|sisters|brothers|siblings|two)|Both|All\s+(?:three|four|of\s+them))\s*(?:are|were|['’]re|go|attend)\s+(?:both\s+|all\s+|still\s+)?(?:in|at|to)\s+(?:the\s+(?:same\s+)?)?(?P<s>{GRADE_NUMBERED}|(?:nursery|kindergarten|playgroup|(?:primary|elementary|middle|infant|junior)\s+school)\b)"
)
#: "Ji-woo's partner, Lee-Ann, is a year younger"
#: "Ren is a year older" than the child named before
OLDER = re.compile(
    rf"\s*,?\s*(?:who\s+)?(?:is|was|,)?\s*(?:(?:only|just|about|barely)\s+)?(?P<n>an?|{NUM})\s+(?P<u>year|month|week)s?\s+(?:older|(?:his|her)\s+senior)\b",
    re.I,
)
#: a name that is one of several: "Tariq and his sister", "with Tariq"
WITH_ANOTHER = re.compile(r"\s*(?:,\s+[A-Z]|,?\s+(?:and|or|with|plus)\b|&)")
AFTER_ANOTHER = re.compile(r"(?:\band|\bwith|&|,)\s$")
ONE_PEER = re.compile(
    r"\b(?:sister|brother|twin|cousin|friend|sibling|classmate|partner|teammate|mate)\b", re.I
)
YOUNGER = re.compile(
    rf"\s*,?\s*(?:who\s+)?(?:is|was|,)?\s*(?:an?|{NUM}|a\s+few|several|some)\s+(?:year|month|week)s?\s+(?:younger|(?:his|her)\s+junior)\b",
    re.I,
)
#: children spoken of in the plural, without an article: "Children as young as ten were seen"
SOME_CHILDREN = re.compile(
    r"(?:^|[.!?”\n]\s*)(?:[A-Z][a-z]+\s)?(?P<who>[Cc]hildren|[Bb]oys|[Gg]irls|[Pp]upils|[Aa]dolescents|[Tt]eenagers|[Ss]choolboys|[Ss]choolgirls|[Tt]oddlers|[Yy]oungsters|[Ss]choolchildren|[Oo]rphans|[Ss]tudents\s+aged)\b"
)
ONE_OF_THEM = re.compile(
    r"\b(?:[Oo]ne|[Aa]nother|[Tt]he\s+(?:youngest|smallest|oldest|eldest|first))\s+of\s+(?:them|their\s+number|these|those)\b[^.!?\n]{0,40}$"
)
#: "Aged 3, 5 and 8, Dilshod, Kamila and Farrukh": the ages before the names
AGES_BEFORE = re.compile(
    rf"\b(?:[Aa]ged?|[Aa]ges|[Aa]t(?:\s+the\s+ages\s+of)?)\s+(?P<list>{NUM}(?:\s*,\s*{NUM})*,?\s+and\s+{NUM})(?:\s+(?:years\s+old|respectively))?,\s*$"
)
#: "Christened Magnus last Sunday, the baby slept"
NAMED_CHILD = re.compile(
    r"\b(?:[Cc]hristened|[Bb]aptised|[Bb]aptized|[Nn]amed|[Cc]alled|[Rr]egistered(?:\s+as)?|[Bb]orn)\s+$"
)
THE_CHILD = re.compile(
    r"[^.;!?\n]{0,60}?,\s+(?:the|this|their|her|his)\s+(?:(?:little|new|tiny|newborn|baby)\s+)?(?:baby|infant|boy|girl|child|toddler|newborn|twins?|tot|mite)\b"
)
#: the rooms of small children
NURSERY = re.compile(
    r"\b(?:cr[èe]ches?|kindergartens?|playgroups?|toddler\s+groups?|pre-?schools?|play\s?schools?|reception\s+class|"
    r"infants?['’]?\s+class|nursery\s+(?:class|school|group)|the\s+nursery|day-?care|kita)\b",
    re.I,
)

#: "her best friend, Elena Rojas, also 16"
ALSO_AGED = re.compile(rf",\s+(?:who\s+(?:is|was)\s+)?also\s+(?:aged\s+)?(?P<n>{NUM})(?=\s*[,.;)])", re.I)
FRIEND_OF = re.compile(
    r"\b(?:[Hh]is|[Hh]er)\s+(?:[\w-]+\s+)?(?:friend|classmate|twin|cousin|team-?mate|neighbou?r|mate),?\s+$"
)
#: "Born: Inverness, 3 May 2013. Died: Glasgow, 19 October 2024, aged 11."
DIED_AGED = seek.compile(
    rf"(?m)^(?:Born|BORN|Died|DIED):?\s[^\n]{{0,120}}?\baged\s+(?P<n>{NUM})\b(?=\s*(?:[.,;]|$))"
)
