"""Signs of childhood and of a grown-up life that no name stands beside: story/discourse/whole.py weighs what a draft
tells of one person, sentence by sentence."""

from __future__ import annotations

from ... import lazy_re as re
from .ages import GRADE_NUMBERED
from .frames import NUM, ORDINAL

_I = re.IGNORECASE

#: what tells an age outright; ``n`` a number, ``o`` an ordinal, ``u`` a unit
AGED: tuple[re.Pattern[str], ...] = (
    # "had celebrated her 12th birthday", "a week after his tenth birthday"
    re.compile(rf"\b(?:his|her)\s+(?P<o>{ORDINAL})\s+birthday\b(?!\s+(?:party\s+)?for\b)", _I),
    # "with his age, eleven", "gave her age as nine", "weight nine kilos, age two years"
    re.compile(
        rf"\b(?:(?:his|her)\s+)?age(?:,|:|\s+(?:as|is|was|given\s+as))?\s+(?:about\s+|perhaps\s+)?(?P<n>{NUM})(?:\s+(?P<u>years?|months?|weeks?))?(?=\s*(?:[,.;)–—]|and\b|$))",
        _I,
    ),
    # "a person of seven", "somebody of fourteen"
    re.compile(
        rf"\b(?:a\s+(?:person|body|human(?:\s+being)?)|someone|somebody|one)\s+(?:of|aged)\s+(?P<n>{NUM})(?=\s*(?:[,.;?!)–—”\"]|should|must|could|can|is|was|to\b))",
        _I,
    ),
    # "Thirteen and tall for her age", "Ten years old and barefoot"
    re.compile(
        rf"(?:^|[.!?]\s+|\n)(?P<n>{NUM})(?:\s+(?P<u>years?|months?)\s+old)?(?:,|\s+and)\s+(?:[\w-]+\s+){{0,3}}(?:for\s+(?:his|her)\s+age|(?:already|still|barefoot|small|tall|shy|thin|slight|restless))\b",
        _I,
    ),
    # "since he was eight, two years ago"
    re.compile(rf"\bsince\s+(?:he|she)\s+was\s+(?P<n>{NUM}),\s+(?P<ago>{NUM})\s+years?\s+ago\b", _I),
)

#: what is said of children and hardly of anybody else; each kind counts once
MARKED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "school class or grade",
        re.compile(
            rf"\b{GRADE_NUMBERED}|\b[Cc]lass\s(?:[1-9]|1[0-2])[a-eA-E]?\b|\bwith\s+(?:his|her)\s+class\b"
        ),
    ),
    (
        "school or kindergarten",
        re.compile(
            r"\b(?:kindergarten|nursery(?!\s+(?:rhyme|owner|garden|business|plant|tree))|playgroup|pre-?school|cr[èe]che|primary\s+school|elementary\s+school|(?:start(?:ed|s|ing)?|enter(?:ed|s|ing)?|beg[aiu]n(?:s|ning)?|join(?:ed|s|ing)?)\s+(?:secondary|middle|high|junior|big)\s+school|(?:primary|school)[-\s](?:leaving\s+)?(?:exam\w*|certificate)|leaving\s+exam\w*|school\s+uniform|school\s?bag|school\s+(?:report|desk|bench|books))\b",
            _I,
        ),
    ),
    (
        "a place for the young",
        re.compile(
            r"\b(?:youth|juvenile|children['’]s|young\s+offenders?['’]?)\s+(?:court|facility|home|centre|center|detention|institution|custody|remand|prison|wing)\b",
            _I,
        ),
    ),
    (
        "not of age",
        re.compile(
            r"\b(?:a|is|was|as)\s+(?:an?\s+)?(?:minor|juvenile)\b(?!\s+(?:injur|offence|role|part|detail|matter|issue))|\bunder\s?age\b|\bfoster(?![-\s](?:carers?|parents?|mothers?|fathers?|mums?|dads?|moms?))\b|\b(?:was|is|been|being)\s+fostered\b|\borphanage\b|\b(?:child\s+)?prodig(?:y|ies)\b|\bwunderkind\b|\bwhiz+-?kid\b|\bchild\s+(?:bride|soldier|labour\w*|protection|services)\b",
            _I,
        ),
    ),
    (
        "a team of children",
        re.compile(
            r"\b(?:under|U)-?(?:[5-9]|1[0-7])s?\s+(?:side|team|squad|league|cup|match|final|player|captain)\b|\bthe\s+under-(?:[5-9]|1[0-7])s\b",
            _I,
        ),
    ),
    (
        "a birth",
        re.compile(
            rf"\bcame\s+into\s+the\s+world\b|\bcut\s+the\s+cord\b|\bnew-?born\b|\bmaternity\b|\b(?:came|arrived|born|delivered)\s+at\s+{NUM}\s+weeks\b"
            r"|\bweigh(?:s|ed|ing|t)\s+(?:just\s+|only\s+)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\.\d+)?\s*(?:kilos?|kilograms?|kg|pounds|lbs?|grams)\b",
            _I,
        ),
    ),
    (
        "what belongs to a small child",
        re.compile(
            r"\b(?:cot|cradle|pram|pushchair|stroller|nappy|nappies|diapers?|pacifier|teddy(?:\s+bear)?|high\s?chair|potty|milk\s+teeth|crib|incubator|lullab(?:y|ies)|crayons?|bedtime\s+stor(?:y|ies)|baby\s+teeth)\b",
            _I,
        ),
    ),
)
#: what is said more often of children than of others; each kind counts half as much
HINTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "lessons",
        re.compile(
            r"\b(?:teachers?|homework|classmates?|schoolmates?|classroom|lessons?|first\s+in\s+class|in\s+class|(?:with|of)\s+(?:his|her|the)\s+class|school\s?yard|playground|maths?\s+test|desk\s+by|dropped\s+out|exam\s+marks?|spelling)\b",
            _I,
        ),
    ),
    (
        "a school",
        re.compile(
            r"\b(?:at|to|from|in|after|left|of|the)\s+school\b|\bschool\s+(?:children|friends|bus|gate|holidays)\b|\blast\s+(?:day|week)\s+of\s+(?:term|the\s+holidays)\b",
            _I,
        ),
    ),
    (
        "parents",
        re.compile(
            r"(?:\b(?:his|her)|['’]s?)\s+(?:own\s+|grieving\s+|late\s+)?(?:mother|mum|mom|mummy|father|dad|daddy|parents|grandmother|grandfather|gran|nan|granny|grandma|grandpa|grandparents|guardians?)\b|\bparents\s+of\b",
            _I,
        ),
    ),
    (
        "play",
        re.compile(
            r"\b(?:toys?|dolls?|marbles|hide\s+and\s+seek|swings?|sandpit|hopscotch|drawing|kite|bunk|sweets|magician|pony|skipping\s+rope|playmates?|games?)\b",
            _I,
        ),
    ),
    (
        "what is to come",
        re.compile(
            r"\b(?:when\s+(?:he|she)\s+(?:grows\s+up|is\s+(?:older|grown|big))|wants?\s+to\s+(?:be|become)\s+an?|dreams\s+of\s+becoming|too\s+(?:small|young|little)|small\s+for\s+(?:his|her)|tall\s+for\s+(?:his|her))\b",
            _I,
        ),
    ),
)
#: a life that children do not lead, or one who has children
GROWN: re.Pattern[str] = re.compile(
    r"\b(?:(?:lectures|publishes|(?:on|off)\s+duty|(?:night|day|late|early|his|her|a)\s+shift|(?:has|have|had)\s+no\s+children|sued|voted|rents?\s+out)\b|(?:has|had|have)\s+(?:taught|worked|served|coached|practised|run|owned|employed|managed)\b|worked\s+(?:at|for|as)\b[^.!?]{0,40}\bfor\s+\w+\s+years|\w+\s+years\s+of\s+(?:service|experience|marriage)"
    r"|(?:one|two|three|four|five|six|seven|\d)\s+(?:grown\s+)?(?:children|sons|daughters|kids)(?:\s+to\s+feed)?\b|(?:a|the)\s+(?:mother|father)\s+of\s+(?:one|two|three|four|five|six|\d)\b|\b(?:his|her)\s+(?:\w+\s+)?(?:wife|husband|career|degree|colleagues|employer|boss|customers|clients|flatmates?|company|staff|memoirs?|autobiography|thesis)\b|\b(?:widow(?:er)?|fianc[ée]+|in-laws|salary|pension|retire[ds]?|mortgage|undergraduate|university|former\s+(?:pupil|student|soldier|player)|(?:flat|house|room)mates?|nightclub|tattoos?|divorced?|custody\s+(?:war|battle)|estranged|(?:1[89]|[2-9]\d)-year-old)\b)",
    _I,
)
#: said of the one named before it
TEACHES = re.compile(
    r"\b(?:taught|teaches)\b(?!\s+(?:himself|herself|(?:his|her)\s+(?:\w+\s+)?(?:brother|sister|grand\w+|mother|father)))",
    _I,
)
#: children of the person told of, but not "told his daughter's teacher"
OWN_CHILD = re.compile(
    r"\b(?:his|her)\s+(?:own\s+|eldest\s+|oldest\s+|youngest\s+|only\s+|little\s+|late\s+)?(?:daughter|son|children|kids|twins|sons|daughters|baby|grandchild\w*|grandson|granddaughter)\b",
    _I,
)
#: what a parent does at a school
SCHOOL_RUN: re.Pattern[str] = re.compile(r"\bschool[-\s]run\b|\b(?:has|have|had)\s+got\s+the\s+kids\b", _I)
#: "Nobody in Class 6B sits there. That is where Asel sat": the sentence before is about the same
TAKES_UP = re.compile(r"(?:That|This|There|Here|It)\b")
#: told by the writer in the first person: "We'd met at primary school"
OWN_MEMORY = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y)\b[^.!?\n]{0,60}\b(?:had|went|was|were|used|met|got|['’]d)\b|\b(?:I|[Ww]e)['’]d\b"
)
#: one of several
PLURAL = re.compile(r"\b(?:they|their|them)\b", _I)
#: said by a parent
AS_A_PARENT = re.compile(
    r"\b(?:[Mm]y|[Oo]ur)\s+(?:own\s+|little\s+|only\s+|eldest\s+|youngest\s+|poor\s+)?(?:son|daughter|child|children|kids|baby|boy|girl|wife|husband|pupils|students|staff|patients|clients?)\b|\b(?:as\s+a|kind\s+of\s+a?)\s*(?:father|mother|parent)\b"
)
PRONOUN = re.compile(r"\b(?P<m>he|him|his|himself)\b|\b(?P<f>she|her|hers|herself)\b", _I)
