"""How English says that someone is a child or a grown-up: patterns around a name, built from people.yaml.

Each frame gives ``Cue`` objects: what they show (an age in years, a child, a grown-up), how surely (``level``:
3 an age, 2 a word for a child or a grown-up role, 1 a hint such as kinship), and the words that show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ... import lazy_re as re
from ... import seek
from .. import load_data

DATA = load_data("en", "people")


Shows = Literal["child", "adult", "kin-younger", "kin-peer", "animal", "thing", "fiction"]


@dataclass(frozen=True, slots=True)
class Cue:
    """``age`` in years (months and weeks as fractions)."""

    shows: Shows
    level: int
    start: int
    end: int
    reason: str
    age: float | None = None
    plural: bool = False
    beside: bool = False  # an age in apposition, right beside the name
    past: bool = False  # the age of then, told of what happened: "was seven when"


def alt(words: Iterable[str]) -> str:
    return seek.any_of(words, {" ": r"\s+", "-": H})


H = "[-\u2010\u2011\u2013]"  # hyphens that writers use
UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUE = {w: i + 1 for i, w in enumerate(UNITS)} | {w: 10 * (i + 2) for i, w in enumerate(_TENS)}
_WORDNUM = rf"(?:(?:{seek.any_of(_TENS)})(?:[-\u2010\u2011\u2013 ](?:{seek.any_of(UNITS[:9])}))?|{seek.any_of(UNITS)})"
NUM = rf"(?:1[0-4]\d|\d{{1,2}}(?:\.5|½)?|{_WORDNUM}(?:{H}and{H}a{H}half)?)"
_ORDINALS = {
    w: i + 1
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
}
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
_NUMBER_WORDS = frozenset(_VALUE) | frozenset(_ORDINALS)
_WORD_OR_DIGITS = re.compile(r"[^\W\d_]+|\d+")
#: stands for any number among the words of ``words_within``
A_NUMBER = "#"


def words_within(text: str, start: int, end: int) -> set[str]:
    """The words of a stretch in lower case, Roman numerals also as they stand, and A_NUMBER where it has a number: what
    a pattern needs can be looked up there before the pattern is tried."""
    found = _WORD_OR_DIGITS.findall(text, start, end)
    words = {w.lower() for w in found}
    words.update(w for w in found if w in ROMANS)
    if not words.isdisjoint(_NUMBER_WORDS) or any(w.isdecimal() for w in words):
        words.add(A_NUMBER)
    return words


def is_number(word: str) -> bool:
    """Whether a word in lower case is a number: "nineteen", "sixty-two"."""
    return word in _NUMBER_WORDS or ("-" in word and all(p in _NUMBER_WORDS for p in re.split(H, word)))


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


UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?)"
#: after a stretch of time what has lasted as long, and no age: "is six months pregnant", "four years sober"
_LASTS = (
    r"(?!['’]?\s+(?:pregnant|sober|clean|drug-free|gone|overdue|late|early|along|short|shy|behind|ahead|dead|married|divorced"
    r"|widowed|engaged|removed|post-?\w+|deep|apart|running|in\s+(?:recovery|remission|post|the\s+job|the\s+making)|out\s+of)\b)"
)


def years(num: str, unit: str | None) -> float:
    n = number(num)
    u = (unit or "year").lower()[:1]
    if (unit and unit.lower().startswith("mo")) or (unit and unit.lower().startswith("mt")):
        return n / 12
    return {"y": n, "w": n / 52, "d": n / 365, "h": n / 8760}.get(u, n)


# 12-year-old, six year old, 10-month-old, 12-yr-old, 14yo
AGE_HYPHEN = rf"(?P<hn>{NUM}){H}?\s?(?:(?P<hu>{UNIT})(?:{H}|\s|{H}\s)?olds?\b|(?:y/o|yo)\b)"
_CHILD_NOUN = alt(DATA["child_nouns"])
_CHILD_NOUNS = alt(DATA["child_nouns_plural"])
_KIN1 = alt(DATA["kin_younger"])
_KIN2 = alt(DATA["kin_younger_plural"])
_PEER1 = alt(DATA["kin_peer"])
_PEER2 = alt(DATA["kin_peer_plural"])
ROMANS = ("XII", "XI", "X", "IX", "VIII", "VII", "VI", "V", "IV", "III", "II", "I")
_ROMAN = rf"(?:{'|'.join(ROMANS)})"
_GRADENUM = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[A-Z]?|{_ROMAN}|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen))"
GRADE = (
    rf"(?:(?:Years?|Grades?|Class|Classes|Standard|Std|Primary|Form|Stage|JSS|SSS?|Basic|Secondary|Junior|Senior)[\s-]?(?P<gn>{_GRADENUM})\b(?!\s*(?:per\s?cent|%|,\d))"
    rf"|\b(?:[PSK]|JHS\s?|SHS\s?|JSS\s?|CM|CE|Std\s?)\d{{1,2}}\b|\b(?:Junior|Senior)\s+Infants\b|\bcrèche\b|\bplaygroup\b|(?:{ORDINAL}){H}?\s?(?:grade(?:rs?)?|form(?:ers?)?|standard)\b|(?:{ORDINAL})\s(?:class|standard)\b(?!\s+(?!and\b|at\b|in\b|of\b)[a-z])|\bReception\b|\bkindergarten\b|\bnursery\b|\bpreschool\b|\bpre-school\b|\bpre-?[Kk]\b"
    rf"|\b(?:primary|elementary|middle|junior)\s+school\b)"
)
_CI = re.IGNORECASE

# what may follow an age that stands after a name: never a noun it could count
_AFTER = (
    r"(?=\s*(?:[,;.:)\]”’\"'!?\u2013\u2014]|--|\Z|\n)|\s+\((?!\d|pen|og|con)|\s+[-\u2013\u2014]|\s+(?:and|from|who|whose|was|were|is|are|has|had|have|said|says|told|will|would|with|in|at|on|to|but|or|by|"
    r"died|drowned|went|left|came|got|took|made|became|found|named|killed|missing|charged|arrested|injured|sat|lives?|lived|whom|when|where|after|before|as|for|the|looks?|plays?|poses?|holds?|shows?|smiles?|stands?|sits?|not|&)\b)"
)

#: words before an age that leave it one: "only", "not yet", "believed by neighbours to be"
ABOUT = (
    r"(?:now|only|just|(?:by\s+|back\s+)?then|(?:at|by)\s+(?:the|that|this)\s+time|also|both|nearly|almost|still|already|newly|barely|hardly|scarcely|about|around|some|roughly"
    r"|approximately|approx\.?|perhaps|maybe|probably|possibly|reportedly|apparently|allegedly|merely|all\s+of|all\s+but|a\s+mere"
    r"|not\s+yet|not\s+even|not\s+quite|going\s+on|rising|approaching|nearing|turning|about\s+to\s+turn|no\s+(?:more|older)\s+than|at\s+most"
    rf"|(?:said|believed|thought|understood|reported|estimated|assumed|known|presumed|alleged|judged|reckoned|listed|registered|given)\s+(?:by\s+(?:[\w’'-]+\s+){{1,4}}?)?(?:to\s+(?:be|have\s+been)|as|at)|between\s+{NUM}\s+and)"
)
#: of those, the ones that put the age higher than the child's
_SHORT_OF = re.compile(
    r"\b(?:not\s+(?:yet|even|quite)|nearly|almost|going\s+on|rising|approaching|nearing|about\s+to\s+turn)\s",
    _CI,
)
#: what tells an age of somebody after "who", "he" or "she"
_IS = r"(?:is|was|’s|'s|(?:looks|looked|seems|seemed|appears|appeared)(?=\s+(?:no|about|barely|hardly|scarcely|around|maybe|perhaps)\s)|(?:must|could|may|might)\s+(?:be|have\s+been)|says\s+(?:he|she)\s+is|said\s+(?:he|she)\s+was|claim(?:s|ed)\s+to\s+be|ga?ve\s+(?:his|her)\s+age\s+as)"

#: a spelling that is the source's own: "Sara [sic], 12"
_HERSELF = re.compile(r"\s(?:herself|himself|too)(?=,)")
_SIC = re.compile(r"\s?[(\[]sic[!.]?[)\]]", _CI)

# --- to the right of a name -----------------------------------------------------------------------------------
_R_AGE = re.compile(
    rf"\s*(?P<sep>,|–|—|--|\s-\s|\(|\[|:|;)?\s*(?:(?:who|she|he)\s+{_IS}\s+)?(?P<about>(?:{ABOUT}\s+)*)"
    rf"(?P<aged>aged|age|ages|at\s+the\s+ages?\s+of|the\s+(?:youngest|eldest|oldest|elder|younger),?\s+at|(?<=,\s)at(?=\s+[2-9]\d\b))?:?\s*(?:(?:{ABOUT}|under)\s+)*(?P<n>{NUM})(?:\s*{H}?\s*(?P<u>{UNIT})\b(?:\s+(?:old|of\s+age)|{_LASTS}(?!\s+(?:after|ago|later|since|before|into|by|away|older|younger|drive|walk|north|south|east|west|from|upriver|uphill)\b)))?(?:\s+and\s+(?:a\s+half|{NUM}\s+{UNIT}))?(?!\s*(?:to|–|-|‑)\s*{NUM}\b|[:.,]\d|\s*(?:[ap]\.?m\b|o['’]clock|per\s?cent|%)){_AFTER}",
    _CI,
)
_R_PAREN = re.compile(
    rf"\s*[(\[]\s*(?:(?:his|her)\s+)?(?:(?:{ABOUT}|aged?|est\.|estimated|c(?:irc)?a?\.?|put\s+at|stated\s+as)[,:]?\s+)*(?P<n>{NUM})(?:\s*{H}?\s*(?P<u>{UNIT}|y/o|yo|m)\b(?:\s*old)?)?\s*(?:[,;/][^()\n]{{0,60}}|\s(?:and|from|of)\s[^()\n]{{0,40}})?[)\]]",
    _CI,
)
UNDER = rf"(?:U|under)[-\u2010\u2011\s]?(?P<under>\d{{1,2}}|{'|'.join(UNITS[4:18])})(?:['’]?s)?"
#: "Ruby Marsh (U13)"
_R_UNDER = re.compile(rf"\s*\(\s*{UNDER}\b[^()\n]{{0,30}}\)", _CI)
#: "the under-13 cup went to", "Under-11 girls 100m: 1 Poppy Sands, 2"
_L_UNDER = re.compile(
    rf"\b{UNDER}\b['’]?(?:\s+[\w-]+){{0,4}}?\s+(?:(?:went|goes|go)\s+to|(?:was|were)\s+won\s+by|won\s+by|champions?|winners?|captains?|players?|keeper|goalkeeper|striker|runners?|swimmers?|athletes?|boxers?|gymnasts?|duo|pair|trio)\s*[,:]?\s*$"
    rf"|\b{UNDER.replace('under>', 'of>')}\b[^.:;\n]{{0,30}}:\s*(?:[^.:;\n]{{0,120}},\s*)?\d{{1,2}}(?:st|nd|rd|th)?[.,)]?\s+$",
    _CI,
)
_R_PAREN_GRADE = re.compile(rf"\s*\(\s*{GRADE}[^()\n]{{0,30}}\)", re.I)
_R_BORN = re.compile(
    r"[’'s]{0,2}\s*[,(–—]?\s*(?:who\s+)?(?:was\s+|is\s+|were\s+)?(?:one\s+of\s+the\s+[\w\s-]{0,30})?(?:born|b\.)\s+(?:on|in)?\s*"
    r"(?P<date>(?:[A-Za-z]+\.?\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:[A-Za-z]{3,9}\.?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?P<year>(?:19|20)\d\d)|\d{1,2}[./-]\d{1,2}[./-](?P<year2>(?:19|20)\d\d))",
    _CI,
)
#: "Desislava, or Desi as the nurses called her, was born on 21 November 2017"
_R_BORN_LATER = re.compile(
    r"\s*,(?:(?!\b[A-Z]\w+\s+(?:was|is)\b)[^.;!?\n]){3,80},\s*(?:was|were)\s+born\s+(?:on|in)\s+[^.;!?\n]{0,25}?(?P<year>(?:19|20)\d\d)\b",
    _CI,
)
_THAT_TIME = r"th(?:e|at|is)\s+(?:very\s+|same\s+)?(?:night|day|morning|afternoon|evening|week|month|year|spring|summer|autumn|winter|season|time)\b"
#: after "was six": the age of then
_THEN = re.compile(rf"[^.!?\n]{{0,12}}\b(?:when|then)\b|\s+{_THAT_TIME}", _CI)
_R_IS = re.compile(
    rf"(?:\s*,\s*(?:the|a|his|her)\s[^,.\n]{{2,30}},)?\s*(?:,|–|—|--|-(?=\s)|\()?\s*(?:who|which)?,?\s*(?P<verb>is|was|’s|'s|are|were|turns|turned|turning|will\s+(?:not\s+)?be|would\s+(?:have\s+(?:been|turned)|be)|ha[ds]\s+(?:[a-z]+\s+){{0,2}}?turned|becomes|became|being)\s+"
    rf"(?:(?:{ABOUT}|aged)\s+){{0,2}}(?P<n>{NUM})(?!\s+(?:years?|months?|weeks?)\s+(?:older|younger)\b)"
    rf"(?:\s*{H}?\s*(?P<u>{UNIT})\b{_LASTS}(?:\s+(?:old|of\s+age)\b)?(?:\s+and\s+\w+\s+{UNIT}(?:\s+old)?)?|(?=\s*(?:[.,;:)!?–—”\"']|\Z|\n)|\s+(?:and|but|or|when|who|at\s+the\s+time|{_THAT_TIME}|on|in|this|next|last|now|years?(?=\s+(?:old|of\s+age)\b)|until|while|with|if|as|then|today|tomorrow|before|by|to|too|at\s+(?:Easter|Christmas|midnight|noon|the\s+weekend))\b))",
    _CI,
)
#: "Bopha – a name we have given her – is 14 years old"
_R_ASIDE = re.compile(
    r"\s*(?:[–—]|--|\s-\s)[^–—.;!?\n]{3,80}(?:[–—]|--|\s-\s)|\s*\([^()\n]{3,80}\)|\s*,\s[^,.;:!?\n]{3,60},"
)
#: "Rhys Mallory, of Quarry Lane, Ashby Fell, was 15"
_R_HAILS = re.compile(r"\s*,\s+(?:of|from)\s+[^.;:!?\n]{3,80}?,(?=\s+(?:is|was)\s)")
_R_GRADE = re.compile(
    rf"(?:['’]s)?\s*(?:,|–|—|\()?\s*(?:both\s+|all\s+)?(?:who\s+(?:is|was|attends|goes\s+to)\s+|is\s+(?:still\s+)?(?:in|at)\s+|was\s+(?:still\s+)?(?:in|at)\s+|has\s+just\s+started\s+|starts\s+|started\s+|will\s+start\s+|attends\s+|in\s+|a\s+|an\s+|from\s+|who\s[^,.\n]{0, 45}\b(?:is|was|are)\s+(?:in|at)\s+|(?<=,\s)of\s+(?=class|grade|form|standard|year))?(?:still\s+)?(?:in\s+|at\s+|a\s+)?(?:the\s+|her\s+|his\s+)?{GRADE}",
    re.I,
)
#: "finished ninth grade with one B": not long ago, unless the draft tells of a grown-up
_R_FINISHED = re.compile(
    rf"\s+(?:has\s+|had\s+)?(?:just\s+|only\s+)?(?:finished|completed|repeated|entered|reached|began)\s+(?P<grade>(?:the\s+|his\s+|her\s+)?{GRADE.replace('?P<gn>', '')})",
    re.I,
)
#: "Marsh is due in the Youth Court", "whether Pham may be tried as an adult"
_R_YOUTH_COURT = re.compile(
    r"\s+(?:will\s+|is\s+to\s+|is\s+due\s+to\s+)?(?:faces?|appears?\s+(?:in|at|before)|appeared\s+(?:in|at|before))\s+(?:the\s+|a\s+)?(?:\w+\s+)?(?:Children['’]s|Youth|Juvenile|youth|juvenile|children['’]s)\s+[Cc]ourt\b"
    r"|\s+(?:(?:will|would|should|could|may|can|to)\s+)?(?:be\s+|being\s+|is\s+|was\s+)?(?:certified|charged|tried|prosecuted|booked|sentenced|stand\s+trial)\s+(?:to\s+stand\s+trial\s+)?as\s+(?:an\s+adult|a\s+juvenile|a\s+minor)\b"
    r"|\s+is\s+(?:due|preparing|expected)\s+to\s+(?:sit|take|write)\s+(?:his|her)\s+(?:final\s+|school\s+|school-leaving\s+)*(?:exams?|GCSEs?|KCSE|KCPE|matric|WASSCE|WAEC|boards?)\b"
)
_R_ROLE = re.compile(
    r"\s*,\s*(?:who\s+(?:runs|manages|works|teaches|heads|leads|chairs|owns|drives|represents|advises|has\s+(?:a|two|three|four|five)\s+(?:son|daughter|child|boy|girl|kid)s?|served|retired)"
    r"|(?:whose|who\s+has\s+a)\s+(?:[\w-]+\s+){0,2}(?:son|daughter|children|sons|daughters|wife|husband|child|grandson|granddaughter)\b|(?:a\s+|the\s+)?(?:proud\s+|single\s+)?(?:mother|father|mum|dad|parent|grandmother|grandfather)[-\s]of\b)",
    _CI,
)
#: "Lanz, now in his twenties"
_R_DECADE = re.compile(
    r"(?:\s*,(?:\s+who)?|\s+who)?(?:\s+(?:is|was))?\s+(?:(?:now|then|still|already|both|all)\s+)*in\s+(?:his|her|their)\s+(?:early\s+|mid-?\s?|late\s+)?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s)\b",
    _CI,
)
#: "Ivo Lanz, a brother to the boy's mother"
_R_KIN_OF_GROWN = re.compile(
    rf"\s*,\s+an?\s+(?:[\w-]+\s+)?(?:brother|sister|(?:brother|sister)-in-law|friend|colleague|partner|associate|lover)\s+(?:to|of)\s+(?:[\w’'-]+\s+){{1,3}}?(?:{alt(DATA['kin_adult'])})\b",
    _CI,
)
_R_CHILDISH = re.compile(
    r"\s*(?:,\s*)?(?:(?:,\s*)?too\s+young\s+to|starts\s+(?:school|nursery|kindergarten|primary)|started\s+(?:school|nursery)|(?:,\s*)?(?:just|only)\s+(?:weeks|months|days|hours)\s+old|was\s+born\s+(?:last|this|on\s+\w+day|at|in\s+the)|\bin\s+(?:his|her)\s+(?:(?:new|first|smart|brand-new|too-big|oversized)\s+)?(?:pram|cot|buggy|school\s+(?:uniform|blazer|shoes|tie|jumper|cardigan)|pushchair|car\s+seat))",
    _CI,
)
_R_BIRTHDAY = re.compile(rf"[^.!?\n]{{0,95}}?\b(?P<poss>his|her|their)\s+(?P<o>{ORDINAL})[\s-]birthday", _CI)
_AS_CHILD = r"as\s+an?\s+(?:young\s+|small\s+|little\s+)?(?:boy|girl|child|kid|lad|youngster|toddler|teenager|teen|schoolboy|schoolgirl)\b"
#: "had meningitis himself as a boy", "remembers her tenth birthday": told of a childhood that is over
_RECALLED = re.compile(rf"\b{_AS_CHILD}|\b(?:remember(?:s|ed)?|recall(?:s|ed)?|reminisc\w+)\b", _CI)
#: "Ivo Brandt shows a picture of son Ilyas on his 11th birthday": whose it is
_CHILD_BETWEEN = {
    "his": re.compile(r"\b(?i:(?:step|grand|god)?son|boy|toddler|baby|nephew|child|twin)\s+[A-Z][\w’'-]+"),
    "her": re.compile(
        r"\b(?i:(?:step|grand|god)?daughter|girl|toddler|baby|niece|child|twin)\s+[A-Z][\w’'-]+"
    ),
}
_R_NTH = re.compile(
    rf"[^.!?\n]{{0,40}}?\b(?:had|has|having|celebrat\w+|enjoyed|marked|threw)\s+(?:a|an|her|his)\s+(?:[a-z-]+\s+)?(?P<o>{ORDINAL})\b(?!\s+(?:birthday|child|place|anniversary|baby|son|daughter|half|time|[a-z]+(?:day|ing)\b))",
    _CI,
)
#: "Paddy Keane, who was suspended at nine, is a bishop"
_R_AFTER_WHO = re.compile(
    rf"\s*,\s*who\s[^,.!?\n]{{3,80}},\s+(?:is\s+(?:now\s+)?(?:an?|the|its|their|our)\s+(?:[\w-]+\s+){{0,2}}?(?P<role>{alt([*DATA['roles']])})\b"
    r"|now\s+(?P<does>runs|owns|heads|leads|manages|chairs|teaches|lectures|practises|practices|edits|commands|employs|fills\s+stadiums)\b)",
    _CI,
)
_R_STAFF = re.compile(
    r"\s+(?:school\s+)?(?:teach|head|coach|coordinator|tutor|champion|final|worker|nurse|assistant|manager|owner|staff|director|cook|chef|leader|carer|inspector|boss|governor|principal|volunteer|caretaker)"
)
#: "Tommy's ten next week"
_R_S_AGE = re.compile(
    rf"\s+(?:(?:only|just|nearly|almost|still|now)\s+)*(?P<n>{NUM})(?=\s*[.,!?”\"]|\s+(?:next|this|on|in|and|tomorrow|today|now|years\s+old)\b)",
    _CI,
)
#: before "Asel's eight" of as many things: "six fours and"
_COUNTED = re.compile(rf"\b{NUM}\s+(?!and\b|but\b|or\b|years?\b|months?\b)[a-z][^.!?\n]*$", _CI)
_R_SPOUSE = re.compile(
    r"\s+(?:late\s+|ex-|estranged\s+|former\s+)?(?:husband|wife|widow|widower|fianc[ée]e?|ex)\b", _CI
)
#: not "St Ann's children's home", "Asel's children's choir"
_R_CHILDREN = re.compile(
    r"\s+(?:(?:own|two|three|four|five|young|grown|adult|\d)\s+)*(?:children|kids|grandchildren)\b(?!['’]|\s+(?:home|ward|book|club|charity|party|choir))",
    _CI,
)
#: what a grown-up child of somebody does
_R_BACHELOR = re.compile(
    r"\s*,\s+(?:a|an|the|now\s+an?)\s+(?:\w+\s+)?(?:bachelor|spinster|widow(?:er)?|divorcee|newlywed|graduate)\b",
    _CI,
)
GROWN = re.compile(
    r"\s*,\s+who\s+(?:(?:co-)?founded|chairs|directs|coordinates|oversees|supervises|heads\s+(?:the|an?|its|their)"
    r"|lives\s+(?:across|next\s+door|opposite|nearby|upstairs|downstairs|(?:just\s+)?(?:down|up|along)\s+the\s+(?:road|street|lane|hall)|(?:a\s+few|two|three|four|several)\s+(?:houses|doors|streets|floors|blocks)|on\s+the\s+same\s+(?:road|street|lane|block|floor)|in\s+the\s+same\s+(?:building|block|compound|street)))\b"
    r"|\s+and\s+(?:his|her)\s+(?:late\s+|then\s+|ex-|former\s+)?(?:husband|wife|fianc[ée]e?|partner|spouse)\b"
    r"|\s*,?\s+(?:who\s+)?(?:(?:now|both|all|also|has|have|since|recently|later|herself|himself)\s+){0,2}(?:works?|worked|runs|manages|teaches|practises|lectures|lectured|serves|commutes|qualified|graduated|emigrated|divorced|married|retired|wed"
    r"|(?:is|was|are|were|has\s+been)\s+(?:a\s+)?(?:bachelor|spinster|widower|widow|newlyweds?|pensioners?)|employs?|(?:stood|ran)\s+for\s+(?:parliament|election|office|mayor|council|congress|president|the\s+council)|(?:[^.!?\n]{0,45},\s+)?where\s+(?:he|she)\s+(?:works|trades|runs|teaches|practises|lectures|owns|manages)|drives?\s+(?:an?\s+)?(?:lorr|taxi|bus|van|truck|cab|ambulance|tractor)\w*|(?:owns?|opened|founded|started|bought|sold|inherited)\s+(?:an?|the|their|his|her)\s+(?:[\w-]+\s+){0,2}(?:restaurant|shop|firm|company|business|bakery|practice|bar|café|salon|studio|gallery|brewery|clinic|farm|orchard|house|flat|pub|hotel|garage|boat)"
    r"|has\s+an?\s+(?:practice|mortgage|firm|business|PhD|doctorate|degree|husband|wife|fiancée?)|(?:came|drove|flew|arrived|moved|lives|lived)\b[^.!?,\n]{0,40}\bwith\s+(?:his|her)\s+(?:wife|husband|fiancée?|girlfriend|boyfriend)|(?:who\s+)?(?:is|has\s+been|was|got)\s+(?:happily\s+)?(?:flying|married|divorced|widowed|retired)|has\s+(?:two|three|four|five|several|his\s+own|her\s+own)\s+(?:children|kids|sons|daughters)|[^.!?\n]{0,40}\b(?:his|her)\s+own\s+(?:children|kids|family)"
    rf"|[^.!?,\n]{{0,40}}\b(?:him|her)self\s+{_AS_CHILD})\b",
    _CI,
)
#: "was one of five girls hurt", "is among the four pupils held"
OF_SO_MANY = (
    rf"(?:is|was|were|are)\s+(?:(?:also|now|later)\s+)?(?:(?:the\s+(?:first|second|third|last|youngest|eldest|oldest)|one|two|three)\s+of|among)\s+(?:the\s+|at\s+least\s+|about\s+|some\s+)?{NUM}\s+(?:[a-z-]+\s+){{0,2}}?(?:{alt(DATA['child_nouns_plural'])}|learners)\s+"
    r"(?:who\s+(?:died|drowned|were|was|are|lost|had|have|went|fell|survived|escaped|disappeared|vanished)|killed|drowned|hurt|injured|wounded|shot|stabbed|burn(?:ed|t)|missing|abducted|kidnapped|taken|rescued|saved|found|freed|arrested|held|detained|charged|selected|chosen|picked|trapped|to\s+(?:die|be|have))\b"
)
_R_OF_SO_MANY = re.compile(rf"\s+{OF_SO_MANY}", _CI)
#: "Elodie Marsh, 2018–2024"
_R_LIFESPAN = re.compile(r"\s*[,(:]?\s*\(?(?P<year>(?:19|20)\d\d)\s*[-–—]\s*(?P<to>(?:19|20)\d\d)\b")
_R_SENIOR = re.compile(r",?\s+(?:senior|snr\.?|the\s+elder)(?!\s+[a-z]+(?:er|or|s)\b)\b")
_R_WHOSE_AGE = re.compile(
    rf"\s*,[^.!?\n]{{0,60}}?\bwhose\s+age\b[^.!?\n]{{0,30}}?[“\"]?\b(?:maybe\s+|perhaps\s+|about\s+|around\s+)?(?P<n>{NUM})\b",
    _CI,
)
_R_PLAYED = re.compile(
    r"\s*,?\s*(?:who\s+)?(?:is|was|are|were)?\s*(?:beautifully\s+|brilliantly\s+)?(?:played|portrayed|voiced)\s+by\b",
    _CI,
)
#: "the Harry Potter books", "a Moana costume"
_R_WORKS = re.compile(
    r"\s+(?:books?|films?|movies?|novels?|cartoons?|comics?|video\s+games?|costumes?|dolls?|figurines?|franchise|album|T-shirts?|lunchbox|merchandise|concert|gig)\b"
)
_R_CANDLES = re.compile(
    rf"[^.!?\n]{{0,25}}?\b(?:blown?|blew|blows|blowing)\s+out\s+(?P<n>{NUM})\s+candles", _CI
)
_R_WILL_BE = re.compile(
    rf"\s+(?:will\s+(?:be|turn)|turns|would\s+have\s+(?:been|turned)|should\s+have\s+(?:been|turned))\s+(?P<n>{NUM})\b",
    _CI,
)

# --- to the left of a name ------------------------------------------------------------------------------------
_LEFT_WORDS = re.compile(r"[\w’'\-\u2010\u2011\u2013/&]+")
_STOPS = '.,;:!?()[]“”"\n\u2014«»'
_LEFT_AGED = re.compile(
    rf"\b(?P<noun>[\w\-]+)(?:,\s*|\s+\(|\s+(?:aged|of)\s+|\s+)(?P<n>{NUM})\)?\s*(?P<mark>,|:|–|—)\s*[“\"‘']?$",
    _CI,
)
_AGE_WORDS = re.compile(rf"{AGE_HYPHEN}(?P<plural>(?<=olds))?(?:['’]s)?", _CI)
_L_GRADE = re.compile(
    rf"{GRADE}(?P<mid>(?:\s+(?:pupil|student|girl|boy|learner|pupils|students|schoolboy|schoolgirl|classmates|youngster|boys|girls))?)(?P<comma>\s*,)?\s*$"
)
_L_HEAD_OF = re.compile(
    r"\b(?:head|teachers?|tutor|leader|director|coordinator|principal|mistress|master)\s+(?:of|for|in)\s+(?:the\s+)?$",
    _CI,
)
_L_IN_GRADE = re.compile(rf"\b[Ii]n\s+{GRADE}[^,.\n]{{0,30}},\s*$")
_LOST_AT = re.compile(rf"[\w’'-]+\s+at\s+(?:the\s+age\s+of\s+|just\s+)?(?P<n>{NUM})\b(?!:)", _CI)
_L_FICTION = re.compile(
    r"\b(?:plays|playing|played\s+(?:by|the)|portrays|portraying|portrayed|stars\s+as|starring\s+as|role\s+of|part\s+of|character|heroine|hero|protagonist|title\s+role(?:\s+of)?|voices?)\s+(?:called\s+|named\s+|of\s+)?(?:the\s+)?[“\"‘']?$",
    _CI,
)
QUOTE_ENDS = frozenset("”\"’'")
#: "sang “Danny Boy”": what stands whole in quotation marks is a work
_L_SUNG = re.compile(
    r"\b(?:s[aiu]ng|sing(?:s|ing)|hum(?:s|med|ming)?|play(?:s|ed|ing)?|perform(?:s|ed|ing)?|recit(?:es?|ed|ing)|danc(?:es?|ed|ing)\s+to|read(?:s|ing)?|watch(?:es|ed|ing)?|song|hymn|ballad|lullaby|film|book|novel|poem|play|ship|ferry|boat)\s+[“\"‘']$",
    _CI,
)
_L_AT_AGE = re.compile(
    rf"(?:(?:^|[\n.!?”]\s*)(?P<when>At|Aged)|(?:^|[,;]\s*|\band\s+)(?:aged|at(?=[^,]*,\s*(?:(?:his|her|their)\s+\w+\s+)?$)))\s+(?:just\s+|only\s+)?(?:the\s+age\s+of\s+)?(?:just\s+|only\s+|barely\s+)?(?P<n>{NUM})(?:\s+and\s+a\s+half)?(?:\s+(?P<u>{UNIT})(?:\s+old)?(?:\s+and\s+\d+\s+{UNIT})?)?,?\s+(?P<kin>(?:his|her|their)\s+\w+\s+)?$"
)
_L_AS_CHILD = re.compile(rf"(?:^|[\n.!?”]\s*)A{_AS_CHILD[1:]},\s+$")
#: "Now a lawyer, Grace helps girls": what the subject is, told before it
_L_FRONTED = re.compile(
    r"(?:^|[\n.!?”]\s*)(?:(?:Now|Today|By\s+then|Later)\s+(?:himself\s+|herself\s+)?|Himself\s+|Herself\s+)?(?:A|a|an|An|the)\s+(?:[\w-]+\s+){0,2}?(?P<role>[\w-]+)(?:\s+(?:by|of|in|at|for|from|with)\s[^,.;]{2,40})?,\s+$"
)
#: "announce the engagement of their daughter, Ann"; of a child that is given away no paper announces it
_L_ENGAGED = re.compile(
    r"\bannounc\w+\s+the\s+(?:\w+\s+)?(?:engagement|marriage|wedding|betrothal)\s+of\s+(?:[^.;!?\n]|\bMr?s?\.){0,60}$",
    _CI,
)
#: "a fan of Messi", "dreams of becoming the next Pelé": somebody known to all
_L_ADMIRED = re.compile(
    r"\b(?:fans?\s+of|idoli[sz](?:es?|ed|ing)|(?:idol|hero|heroine|role\s+model|favourite\s+(?:player|singer|actor|author|band))s?(?:\s+(?:is|are|was|like)|,)|the\s+(?:next|new)"
    r"|dream(?:s|ed|t|ing)?\s+of\s+(?:becoming|being|meeting|playing\s+(?:like|with|alongside))|wants?\s+to\s+be\s+like|posters?\s+of|songs?\s+by|hits?\s+by|poems?\s+(?:by|of)|novels?\s+(?:by|of)|works?\s+by|music\s+of|tickets\s+(?:for|to)(?:\s+see)?)\s+(?:the\s+(?:great\s+|late\s+)?)?$",
    _CI,
)
#: "born in Arlen to Greg and Tina Voss"
_L_PARENT = re.compile(
    r"\bborn\b(?:(?!\band\b)[^.;!?\n]){0,70}?\bto\s+(?:the\s+late\s+)?(?:[A-Z][\w’'-]+\s+(?:\([A-Z][\w’'-]+\)\s+)?(?:and|&)\s+)?$"
)
#: "released to a cousin,", "taken in by his brother,": who gives the child a home
_L_HOST = re.compile(
    r"\b(?:(?:released|entrusted|handed(?:\s+over)?|sent(?:\s+away)?)\s+to|(?:taken\s+in|raised|sheltered|housed|hosted|put\s+up|looked\s+after|cared\s+for|fostered|brought\s+up|supported|fed)\s+by)"
    rf"\s+(?:an?|his|her|their)\s+(?:(?!younger|little|baby)[\w-]+\s+)?(?:{_PEER1}|friend),?\s+$",
    _CI,
)
#: "those under 16 are"
_L_THOSE_UNDER = re.compile(
    r"\b(?:those|the\s+ones)\s+(?:who\s+(?:are|were)\s+)?(?:aged\s+)?under\s+(?:the\s+age\s+of\s+)?(?:18|eighteen|1[0-7])(?:\s+(?:as|are|were|is|was))?:?\s+$",
    _CI,
)
#: "Omar Sy (10), son of": the parent's name follows
_L_CHILD_OF = re.compile(
    r"(?:\b(?i:son|daughter)\s+of|\b[SsDd]/[Oo]\.?)\s+(?:the\s+late\s+|late\s+|one\s+)?$"
    # "the youngest of nine children of Peadar and Una"
    rf"|\bof\s+(?i:{NUM}|their|the)\s+(?i:children|sons|daughters|siblings)\s+(?:of|born\s+to)\s+(?:the\s+late\s+)?(?:[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?\s+and\s+)?$"
)
#: "Kofi is ten, Ama eight, Kojo not yet five"
_ELLIPTIC = re.compile(
    rf"(?-i:[A-Z])[\w’'-]+(?:\s(?-i:[A-Z])[\w’'-]+)?,?\s+(?:is\s+)?(?:not\s+yet\s+|just\s+|only\s+|almost\s+|nearly\s+)?(?P<n>{NUM})(?=\s*[,.;:!?)–—]|\s+and\s)",
    _CI,
)
_ELLIPSIS = re.compile(
    rf"\b(?:is|was|turned|are)\s+(?:only\s+|just\s+)?{NUM}(?:[,;]?\s+(?:and\s+)?(?-i:[A-Z])[\w’'-]+,?\s+(?:not\s+yet\s+|just\s+|only\s+)?{NUM})*[,;]?\s+(?:and\s+|while\s+)?$",
    _CI,
)
_L_BORN_TO = re.compile(
    r"\b(?:gave\s+birth\s+to|given\s+birth\s+to|gives\s+birth\s+to)\s+(?:(?:a\s+)?(?:baby|son|daughter|boy|girl)\s*,?\s+)?$",
    _CI,
)
_L_HEAD_BOY = re.compile(r"\bhead\s+(?:boys?|girls?)(?:\s+(?:is|are|will\s+be))?\s*,?\s+$", _CI)
#: "the parents of three—Ruby, 9, and …", "mother to two: …"
_L_PARENTS_OF = re.compile(
    rf"\b(?:parents?|mother|father|mum|mom|dad)\s+(?:of|to)\s+{NUM}(?:\s+(?:children|kids|sons|daughters|boys|girls))?\s*[,:(–—-]\s*$",
    _CI,
)
_L_OF_BROOD = re.compile(
    r"\b(?:youngest|smallest|littlest|tiniest|last|baby)\s+of\s+(?:his|her|their|the)\s+(?:[\w-]+\s+)?(?:brood|children|kids|family|siblings|sisters|brothers|sons|daughters|boys|girls|bunch|clan)\s*,\s*$",
    _CI,
)
#: "Not even seven yet, Asel", "Though only nine, Tom", "the newly nine Tom"
_L_ONLY = re.compile(
    rf"(?:(?:^|[\n.!?”;,–—]\s*|\b(?:and|but|the|a)\s+)(?:(?:though|although|while|despite\s+being)\s+)?)(?P<about>(?:{ABOUT}\s+)+)(?:aged\s+|at\s+)?(?P<n>{NUM})(?:\s+(?P<u>{UNIT})(?:\s+old)?)?(?:\s+yet|\s+now)?(?P<comma>,)?\s+$",
    _CI,
)
_TELLS_IT = re.compile(rf"[\w’'. -]{{1,40}}?,?\s+(?:{alt(DATA['speech_verbs'])})\b")
_L_SHORT_OF = re.compile(
    rf"\b(?:short\s+of|before|shy\s+of|ahead\s+of|until|from)\s+(?:his|her|their)\s+(?P<o>{ORDINAL})\s+birthday,?\s*$",
    _CI,
)
_L_BABY_YEAR = re.compile(r"\bA\s+(?P<year>(?:19|20)\d\d)\s+baby,?\s*$", _CI)
PREP = re.compile(r"\b(?:in|at|from|near|to|of|around|into|outside|across|via)\s$", re.I)
#: "According to the police chief, X, the boy is …": the boy is somebody else
ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s(?!(?:her|him|them|it|this|that)\b)[^.;:!?]*$")
#: "Tuva, who": a person, whatever else the word may name
WHO = re.compile(r",\s+who\s")
NAMING = re.compile(
    r"(?:\b(?:nam(?:e|es|ed)|identif(?:y|ies|ied))\s+(?:the|his|her|their)\s+[\w\s-]{3,25}?\s+as|\bnam(?:ed|ing)(?!\s+(?:after|for)\b)(?:[\w\s,’']{0,40}?\bas)?|\bname[sd]?\s+(?:is|was|as)|\bidentified(?:[\w\s,’']{0,45}?\bas|\s+by\s+\w+)?|\bsurnamed|\bcalled|\bknown\s+(?:[\w’']+\s+){0,7}?as|\bgave\s+(?:his|her|their)\s+names?\s+as|\bintroduced\s+(?:himself|herself)\s+as|\b(?:call(?:s|ed|ing)?|nam(?:es?|ed|ing)|christen(?:ed)?|baptis(?:ed?)|regist(?:er|ered))\s+(?:him|her|them)|\bwhom\s[^,.;]{0,50}\bcall(?:s|ed)?|\bgoes\s+by|\basked\s+to\s+be\s+called|\banswers?\s+only\s+to|\bthe\s+name\s+(?:of)?|\b(?:tag|label|bracelet|wristband|coat|cross|stone|headstone|gravestone|plaque|badge|card|cot|jersey|ribbon)\b[^.;!?\n]{0,50}?\b(?:sa(?:id|ys)|reads?|spel(?:t|ls|led|ling)|show(?:s|ed)|gave|gives|bears?|bearing|with\s+(?:the\s+)?(?:letters|name)(?:\s+[\w\s]{2,12})?)"
    r"|\bname\s+of|\bregistered\s[^.;]{0,60}?\bas|\bregistered\s+as|\bchristened|\bbaptised|\b(?:is|are|was|were|be|been|being|as)\s+(?:that|this|those)\s+of|\banswer(?:s|ing)\s+to(?:\s+the\s+name(?:\s+of)?)?|\bknew\s+as|\bnicknamed|\bdubbed|\bknew\s+(?:him|her|them)\s+as|\bis|\bMy name is|\bname\s*:)\s*[:,]?\s*(?:little\s+|missing\s+)?[“\"‘']?$",
    _CI,
)

ANIMAL_SET = frozenset(DATA["animals"])
THING_SET = frozenset(DATA["things"])
_ROLE_SET = frozenset(DATA["roles"])
ROLES = _ROLE_SET
#: "is a head taller"
_COMPARED = frozenset(
    "taller shorter bigger smaller older younger heavier lighter faster slower better worse".split()
)
KIN_ADULT = _KIN_ADULT_SET = frozenset(DATA["kin_adult"])
_CHILD_SET = frozenset(DATA["child_nouns"])
_CHILDREN_SET = frozenset(DATA["child_nouns_plural"])
_KIN_SET = frozenset(DATA["kin_younger"])
_KINS_SET = frozenset(DATA["kin_younger_plural"])
_PEER_SET = frozenset(DATA["kin_peer"])
_PEERS_SET = frozenset(DATA["kin_peer_plural"])
_PARTIES = frozenset(
    "accused suspect defendant victim deceased convict murderer killer attacker rapist abuser".split()
)
_PERSON_NOUNS = (
    _ROLE_SET
    | _KIN_ADULT_SET
    | _CHILD_SET
    | _CHILDREN_SET
    | _KIN_SET
    | _KINS_SET
    | _PEER_SET
    | _PEERS_SET
    | frozenset(
        "man woman men women student students victim victims suspect suspects patient resident local".split()
    )
)
#: before what somebody does: "schoolboy boxer", "teenage striker"
_OF_AN_AGE = frozenset(
    "teen teenage underage under-age newborn school-age preteen schoolboy schoolgirl".split()
)
#: who may be called teenage or underage, beside roles
_YOUNG_WHO = frozenset(
    "bride groom recruit model runaway fugitive rider gunman smoker drinker star sensation".split()
)
_SCHOOL_YEAR = frozenset(
    "freshman sophomore junior senior student freshmen sophomores juniors seniors students".split()
)
#: years of a school that universities have as well
COLLEGE_YEARS = _SCHOOL_YEAR - {"student", "students"}
AT_SCHOOL = re.compile(
    rf"\s+(?:of|in|from)\s+(?:the\s+)?(?:Class|Std|Standard|Grade|Form|Year|Primary)\s(?:[1-9]|1[0-2]|{_ROMAN})\b"
    r"|\s+(?:at|of|in|from)\s+(?:the|an?|his|her|their)\s+(?:[\w-]+\s+)?(?:primary|secondary|middle|elementary|high|village|local|boarding|grammar)\s+school\b|\s+(?:at|of|in|from)\s+(?:the\s+)?(?:(?!University|College|Polytechnic)[\w’'.-]+\s+){0,5}?(?:Schools?|Primary|Secondary|Girls|Boys|Lyceum|Gymnasium|High)\b(?!\s+of\b)"
)
#: roles that children have too, in a team or a choir, next door, and where they have to work
_SOFT_ROLES = frozenset(
    "goalkeeper keeper striker midfielder defender winger captain player drummer singer neighbour neighbor villager passer-by "
    "bystander onlooker housemate herder shepherd vendor hawker labourer laborer apprentice".split()
)
OFFICES = ROLES - _SOFT_ROLES
_STUDIES = frozenset(
    "law medical university doctoral phd engineering master's masters undergraduate graduate".split()
)
#: "had been a pupil at Hill School, which he left in 2022", "was a pupil there until 1998"
_LEFT_IT = re.compile(
    r"[^.!?\n]{0,60}?\b(?:(?:which|that)\s+(?:he|she|they)\s+left|until\s+(?:he|she|they|(?:19|20)\d\d)|before\s+(?:leaving|starting|joining|becoming|training)|from\s+(?:19|20)\d\d\s+to)\b"
)
_UNIVERSITY_YEAR = frozenset(
    "student graduate undergraduate first-year second-year third-year fresher".split()
)
_AT_UNIVERSITY = re.compile(
    r"\s+(?:at|of|in|from)\s+(?:the\s+)?(?:[A-Z][\w’'.-]+\s+){0,4}?(?:University|Polytechnic|State|Tech|A&M)\b|\s+at\s+(?:Yale|Harvard|Princeton|Oxford|Cambridge|Stanford|Makerere|Wits|university|uni|college|law\s+school|medical\s+school)\b(?!\s+(?:preparatory|prep)\b)"
)
_SCHOOLS = frozenset(
    "primary elementary middle secondary high junior prep preparatory grammar middle-school high-school".split()
)
_SEVERAL = frozenset(
    (*DATA["child_nouns_plural"], *DATA["kin_younger_plural"], *DATA["kin_peer_plural"], "twins", "triplets")
)
_ELDERS = frozenset("older elder eldest oldest surviving".split())
_YOUNG = frozenset(
    "little baby infant newborn toddler young kid wee small schoolgirl schoolboy teenage teen tiny".split()
)
#: a noun phrase ends before these
_BOUNDARY = frozenset(
    "and from of who whose whom which was were is are has had have said says told in at on to but or by with when where after before as for not that "
    "living named called attending accused charged aged born died killed since still just under during until while she he they about also will would "
    "both being left near believed wearing known while if then because whose until than through into over against whom did does can could may might "
    "must should waited went came got took made became found held kept told asked gave told showed reached met saw".split()
)
_PHRASE_START = re.compile(
    r"\s*(?P<sep>,|–|—|\(|--|\s-\s)?\s*(?P<be>(?:who\s+|,\s*)?(?:is|was|’s|'s|are|were|remains|became|has\s+been|had\s+been)\s+(?:still\s+|only\s+|just\s+|now\s+)?)?(?:now\s+|then\s+)?"
    r"(?P<det>(?:a|an|the|another|one\s+of\s+(?:the|his|her|their|a)|his|her|their|my|our|[A-Z][\w’']*['’]s)\s+)?"
)
_PHRASE_WORD = re.compile(r"[\w’'\-\u2010\u2011/&]+")


_WHOSE = frozenset("his her their my our its".split())


def _head(text: str, at: int) -> tuple[list[tuple[str, int, int]], int]:
    """The words of a noun phrase that starts at ``at``, to its end: [(word, start, end)], end."""
    words: list[tuple[str, int, int]] = []
    while len(words) < 8:
        m = _PHRASE_WORD.match(text, at)
        if not m:
            break
        low = m.group().lower()
        if words and (low in _BOUNDARY or low in _WHOSE):
            break  # "the spaniel their daughter was given"
        words.append((low, m.start(), m.end()))
        at = m.end()
        if text[at : at + 1] in (" ", "\u00a0", "\n") and _PHRASE_WORD.match(text, at + 1):
            at += 1
        else:
            break
    return words, (words[-1][2] if words else at)


def closed_after(t: str, end: int) -> bool:
    """Whether a noun phrase that ends at ``end`` stands alone there (punctuation or a boundary word follows)."""
    rest = t[end:].lstrip()
    m = _PHRASE_WORD.match(rest)
    return not rest or rest[0] in ",.;:)–—]”" or bool(m and m.group().lower() in _BOUNDARY)


def _phrase_cues(t: str, base: int, possessive: bool) -> list[Cue]:
    """What a noun phrase after a name says of it: ", a 12-year-old pupil at …", " is a minor", ", a baker"."""
    m = _PHRASE_START.match(t)
    if not m or not (m["sep"] or m["be"]) or (possessive and not m["be"]):
        return []
    words, end = _head(t, m.end())
    if not words:
        return []
    lows = [w for w, _, _ in words]
    if lows[0] == "whose":
        return []  # "Asel, whose mother is a nurse"
    phrase = t[words[0][1] : end]
    # "a rhino calf weighing 60 kilos"
    done = next((i for i, w in enumerate(lows) if i and w.endswith(("ing", "ed"))), None)
    beast = next((i for i, w in enumerate(lows[:done]) if w in ANIMAL_SET), None) if done else None
    if done and lows[done - 1] in _PERSON_NOUNS:
        beast = None
    if beast is not None:
        return [Cue("animal", 3, base + words[beast][1], base + words[beast][2], "an animal")]
    head, hs, he = words[-1]
    age = _AGE_WORDS.search(phrase)
    if age and age.group().endswith(("'s", "’s")):
        return []  # "Hope, the ten-year-old's aunt said": another person
    if age and (age.start() == 0 or m["det"] or m["be"]):
        s, e = base + words[0][1] + age.start(), base + words[0][1] + age.end()
        if head in ANIMAL_SET:
            return [Cue("animal", 3, s, e, "an animal")]
        if head in THING_SET:
            return [Cue("thing", 3, s, e, "not a person")]
        if not m["be"] and not m["det"] and (age["plural"] is not None or not _SEVERAL.isdisjoint(lows)):
            return []  # "Tess, eight-year-old twins Ada and Cy and": the next in a list
        return [_age_cue(age["hn"], age["hu"], s, e)]
    if not m["det"] and not m["be"]:
        if t[words[0][1]].isupper() and t[words[-1][1]].isupper() and not possessive and m["sep"] == ",":
            return []  # "Isabelle, Ace and Trixie": the next name, not a role
        # ", mother of two", ", pupil", ", sixth-grader"
        if head in _ROLE_SET or (head in _KIN_ADULT_SET and t[end : end + 4] in (" of ", " to ")):
            return (
                [
                    Cue(
                        "adult",
                        1 if head in _SOFT_ROLES else 2,
                        base + hs,
                        base + he,
                        f"'{head}': a grown-up's role",
                    )
                ]
                if closed_after(t, end) or len(words) == 1
                else []
            )
        if (head in _CHILD_SET and len(words) == 1) and t[end : end + 1] in ",.;)":
            return [Cue("child", 2, base + hs, base + he, f"'{head}' is a word for a child")]
        return []
    if words[0][0] in _BOUNDARY or (m["be"] and not m["det"]):
        return []
    s, e = base + hs, base + he
    det = m["det"] or ""
    own = bool(re.match(r"(?:his|her|their|my|our|\S+['’]s)\s", det, re.I))
    if "former" in lows or "once" in lows or "ex" in lows or (m["be"] and _LEFT_IT.match(t, end)):
        return [Cue("adult", 1, s, e, f"'former {head}'")] if head in _CHILD_SET else []
    of = re.match(
        rf",?\s+(?:of|aged)\s+(?P<n>{NUM})\b(?!\s+(?:(?!years|months)[a-z]+s|children)\b)", t[end:], _CI
    )
    gone = (
        re.match(r"\s*was\s", m["be"] or "") is not None or re.match(r"\s*,\s*then\s", m.group()) is not None
    )
    if head in COLLEGE_YEARS and _AT_UNIVERSITY.match(t, end):
        return [Cue("adult", 2, s, e, f"'{phrase}'")]
    if head in _CHILD_SET or head in _CHILDREN_SET or head in ("man", "woman", "person"):
        if of:
            return [_age_cue(of["n"], None, base + end + of.start("n"), base + end + of.end("n"))]
        if head in ("man", "woman"):  # "a fine young man" is said of a dead boy of 14
            return [Cue("adult", 1 if "young" in lows[-3:-1] else 2, s, e, f"'{head}'")]
        if head in _CHILD_SET or "one of" in det:
            return [Cue("child", 2, s, e, f"'{head}' is a word for a child", past=gone)]
        return []
    if head in ("student", "learner", "student-athlete") and _SCHOOLS & set(lows[:-1]):
        return [Cue("child", 2, s, e, f"'{phrase}'")]
    if (head in ("student", "graduate", "undergraduate") and _STUDIES & set(lows[:-1])) or (
        head in _UNIVERSITY_YEAR and _AT_UNIVERSITY.match(t, end)
    ):
        return [Cue("adult", 2, s, e, f"'{phrase}'")]
    if head in _SCHOOL_YEAR and (at := AT_SCHOOL.match(t, end)):
        return [Cue("child", 2, s, base + at.end(), "at school")]
    closed = closed_after(t, end)
    if head in ANIMAL_SET and len(words) < 5 and closed:
        return [Cue("animal", 3, s, e, "an animal")]
    if head in _KIN_SET:
        if det.lower().strip() in ("a", "another") and re.match(r"[.;]|,\s+[A-Z]", t[end:]):
            return []  # "to Kate and Brian, a son, Noah": the next name's
        young = any(w in _YOUNG for w in lows[:-1])
        return [
            Cue("child" if young else "kin-younger", 2 if young else 1, s, e, f"'{head}': someone's child")
        ]
    if head in _KINS_SET:
        return [Cue("kin-younger", 1, s, e, f"'{head}': someone's child")] if "one of" in det else []
    if head in _PEER_SET:
        return [Cue("kin-peer", 1, s, e, f"'{head}'")]
    if head in _KIN_ADULT_SET:
        grand = "grand" in head or head in ("nan", "gran", "nana", "granny")
        return (
            [Cue("adult", 3 if grand else 2, s, e, f"'{head}': a grown-up")]
            if own or m["be"] or not own
            else []
        )
    if head in _ROLE_SET or (any(w in _ROLE_SET for w in lows) and head not in _COMPARED):
        if any(
            w in _CHILD_SET or w in ("schoolboy", "schoolgirl", "teenage", "child") for w in lows[:-1]
        ) and head in ("actor", "actress", "singer", "activist", "campaigner"):
            return [Cue("child", 2, s, e, f"'{phrase}'")]
        return [Cue("adult", 1 if head in _SOFT_ROLES else 2, s, e, f"'{head}': a grown-up's role")]
    if head in THING_SET and not own and det.strip().lower() in ("a", "an") and len(words) < 5 and closed:
        return [Cue("thing", 2, s, e, "not a person")]
    return []


def told_age(
    age: float, start: int, end: int, said: str, *, level: int = 3, beside: bool = False, past: bool = False
) -> Cue:
    """What an age in years shows; ``said`` is how the draft tells it."""
    shows: Shows = "child" if age < 18 else "adult"
    side = "under 18" if age < 18 else "18 or over"
    return Cue(shows, level, start, end, f"{said}: {side}", age, beside=beside, past=past)


def _age_cue(
    n: str,
    unit: str | None,
    start: int,
    end: int,
    *,
    level: int = 3,
    beside: bool = False,
    past: bool = False,
) -> Cue:
    label = f"{n.strip()} {unit.strip()}" if unit else n.strip()
    return told_age(years(n, unit), start, end, f"age {label}", level=level, beside=beside, past=past)


def _long_ago(text: str, published: int) -> bool:
    """Whether the draft tells of years in which a child of then is grown up now."""
    return any(int(y) <= published - 15 for y in re.findall(r"\b(?:1[89]|20)\d\d\b", text))


BROOD = re.compile(
    r"\s+(?:surviving\s+|living\s+)?(?:children|siblings|sons|daughters|brothers|sisters|boys|girls|kids)\b",
    _CI,
)


def _counts_one(m: re.Match[str], t: str) -> bool:
    """ "one in a series", "twelve days after", "the youngest of eight children": a number, not an age."""
    rest = t[m.end() :]
    if not m["u"] and BROOD.match(rest):
        return True
    if (
        m["u"]
        and m["u"].lower()[:1] in "mwdh"
        and not re.search(r"\bold|\bage\b", m.group(), re.I)
        and re.match(r"\s+(?:after|before|later|ago|since|earlier|from|into|in)\b", rest)
    ):
        return True
    return (
        m["n"].lower() == "one"
        and not m["u"]
        and t[m.end() :].lstrip()[:1] not in (",", ".", ")", ";", "–", "—", "")
    )


def _counts_on(m: re.Match[str], text: str, end: int) -> bool:
    """ "five in Victoria, three in Tasmania", "1) Scotch, 2) Boiled", "1, Ada Venn; 2, Cy Holt": the next number of a
    list."""
    after = text[end + m.end() : end + m.end() + 4]
    if m["sep"] == ";" and not m["u"] and _NEXT_OF_LIST.match(after):
        return True
    if after.startswith(")") and "(" not in text[max(0, end - 60) : end + m.end()]:
        return True
    return bool(re.match(r"\s(?:in|at|on)\s", after) and _COUNTED_PLACE.search(text, max(0, end - 60), end))


#: "Ana Roe, alias “Boss,” 37, a cook"
_QUOTED_ALIAS = re.compile(r",[”\"’']\s+\d\d?\b")
_NEXT_OF_LIST = re.compile(r",?\s[^\W\d_a-z]")
_FROM_A_PLACE = re.compile(
    rf"\b(?:(?:{_CHILD_NOUN}|student|man|woman|native|resident|citizen|inhabitant|indigene|national)\s+(?:from|of|in)|(?:mother|father)\s+(?:from|in)|an?\s+(?:[\w-]+\s+)?[a-z-]+\s+from)\s+(?:[A-Z][\w’'-]+\s+)?[A-Z][\w’'-]+$"
)
_WAS = re.compile(r"\bwas\b")
_COUNTED_PLACE = re.compile(r"\b(?:in|at|from)\s+(?:the\s+)?(?:[A-Z][\w’'-]+\s+){0,2}[A-Z][\w’'-]+$")
_R_AGED = re.compile(
    rf"[^.!?;“”\n]{{1,70}}?\b(?:aged|(?:died|killed|drowned|murdered|shot|perished|vanished|disappeared|missing|abducted|kidnapped|snatched|orphaned)\b[^.!?;“”\n]{{0,40}}\bat\s+the\s+age\s+of)\s+(?:just\s+|only\s+|about\s+|around\s+)?(?P<n>{NUM})(?:\s+(?P<u>{UNIT}))?\b(?!\s*(?:to|–|-)\s*{NUM}\b)",
    _CI,
)
_GENERIC_AGED = re.compile(
    r"\b(?:children|people|women|men|those|adults|anyone|someone|\w+s)(?:,\s+(?:both|all|each)|,)?\s+aged\b"
    rf"|\b(?:his|her|their|['’]s|of)\s+(?:[\w-]+\s+)?(?:{_KIN1}|{_PEER1}|baby|child),?\s+aged\b",
    re.I,
)
#: told of a year: "was nine years old in 1994", "then 15, worked in the mill in 1961", "in the 1980s"
_IN_YEAR = re.compile(
    r"\b(?:in|of|since|until|by|during)\s+(?:\w+\s+)?(?:the\s+)?(?P<year>(?:19|20)\d\d)(?:s\b|\b(?![-–]\d))"
)
BY_NOW = " by now"
_OF_THEN = re.compile(r"\b(?:then|was|turned|had)\b", _CI)


def _grown_since(text: str, m: re.Match[str], age: float, end: int, published: int) -> float | None:
    """The age by now of somebody whose age of then is told with the year: nine in 1994. None for a child."""
    if age >= 18 or not _OF_THEN.search(m.group()):
        return None
    stop = re.search(r"[.!?\n]", text[end + m.end() :])
    told = _IN_YEAR.search(text[end + m.end() :][: stop.start() if stop else 100])
    now = age + published - int(told["year"]) if told else 0.0
    return now if now >= 25 else None


_R_OTHER = re.compile(
    rf"(?P<poss>['’]s?\s+(?P<po>{ORDINAL})\s+birthday)|,\s*whose\s+(?P<wo>{ORDINAL})\s+birthday"
    rf"|(?P<under>\s*,?\s*(?:who\s+)?(?:is|was)\s+(?:still\s+)?(?:under\s?{H}?age|below\s+the\s+age\b)|\s+(?:has|had)\s+not\s+(?:yet\s+)?come\s+of\s+age"
    rf"|\s*,?\s*(?:who\s+)?(?:is|was)\s+(?:just\s+)?(?:a\s+few\s+|several\s+|\w+\s+)?(?:weeks|months|days)\s+(?:off|short\s+of|shy\s+of|from|away\s+from)\s+(?:turning\s+|being\s+|(?:his|her)\s+)?(?:18|eighteen)"
    rf"|\s*,?\s*(?:who\s+)?(?:turns|will\s+turn|will\s+be)\s+(?:18|eighteen)\b)"
    rf"|\s+(?:isn['’]t|is\s+not|is|was\s+not|wasn['’]t)\s+(?:even|yet|quite)\s+(?P<not>{NUM})\b|,\s*who\s+at\s+(?P<at>{NUM})(?:\s+(?P<atu>{UNIT}))?\b"
    rf"|(?!(?:['’]s?|,?\s+whose)\s+(?:[\w-]+\s+){{0,2}}?(?:{_KIN1}|{_PEER1}|{alt(DATA['child_nouns_plural'])}|sons|daughters|twins|triplets|grandchildren|baby|child)\b)[^.!?;\n“”]{{0,28}}?\b(?P<start>(?:starts?|started|starting|due\s+to\s+start|about\s+to\s+start)\s+(?:at\s+)?(?:his\s+|her\s+)?(?:first\s+year\s+(?:at|of)\s+)?(?:primary|secondary|elementary|middle|high|nursery|kindergarten|infant|infants['’]|big|school|crèche|kita|playgroup|preschool|reception)\b)"
    rf"|\s*,?\s*(?:who\s+)?(?:is|was)\s+(?:still\s+)?(?:at|in)\s+(?P<kg>(?:primary|elementary|middle|nursery|infant)\s+school|kindergarten|nursery|preschool|a\s+crèche)",
    _CI,
)
_L_OTHER = re.compile(
    rf"\b(?P<of>{ORDINAL})\s+birthday\s+of\s+(?:little\s+)?$|\b(?:was\s+|were\s+)?born\b[^.,\n]{{0,40}}?(?P<year>(?:19|20)\d\d),\s*$",
    _CI,
)


#: "gave Liam Doyle, 15, a new contract": what follows the age is given, and says nothing of who gets it
GIVES = re.compile(
    r"\b(?:gave|give[sn]?|giving|hand(?:ed|s|ing)?|offer(?:ed|s|ing)?|award(?:ed|s|ing)?|grant(?:ed|s|ing)?|buy(?:s|ing)?"
    r"|bought|den(?:y|ied|ies|ying)|sen[dt]s?|sell(?:s|ing)?|sold|show(?:ed|s|ing)?|promis(?:ed|es|ing)|owe[sd]?|lent|le[fn]d"
    r"|wish(?:ed|es|ing)?|refus(?:ed|es|ing)|cost|deal[ts]?|pa(?:id|ys?)|taught|teach(?:es)?|saved?|got|found)\s$",
    re.IGNORECASE,
)


_CHILDREN_OF_THEIRS = "sons?|daughters?|children|kids|boys|girls|twins|triplets|grandchildren"
_AT_CLASS = (
    r"(?:Year|Grade|Class|Form|Primary|Std|reception|nursery|kindergarten|preschool|playgroup|school|"
    rf"(?:{ORDINAL})\s+(?:grade|class|form|year))\b"
)
#: "Ada Pell, who has twins in Year 4", "Mark Orr, whose youngest started school"; no mother who is a child herself
_R_HAS_CHILDREN = re.compile(
    rf",\s+(?P<who>who\s+(?:has|have|had)\s+(?:{NUM}\s+|an?\s+)?(?:[a-z-]+\s+)?(?:{_CHILDREN_OF_THEIRS})\s+(?:[a-z]+\s+)?(?:at|in)\s+{_AT_CLASS}"
    rf"|whose\s+(?:{NUM}\s+|own\s+)?(?:(?:youngest|eldest|oldest)\b|(?:{_CHILDREN_OF_THEIRS})\s+(?:[a-z]+\s+){{1,3}}?{_AT_CLASS}))",
    _CI,
)
#: "“The sea was our road”: Nuala Keane at 91", at the end of a heading
_R_AT_END = re.compile(r"\s+at\s+(?P<n>[2-9]\d)[^\S\n]*(?=\n|$)")


def right_cues(text: str, end: int, limit: int, published: int, other: int | None = None) -> list[Cue]:
    """Cues in the words that follow a name ending at ``end``; nothing beyond ``limit`` is read.

    ``published`` is the year of publication, for birth years; ``other`` is where the next name starts."""
    # the full stop of "Leonie W. (16)"
    if text[end : end + 1] == "." and text[end - 1 : end].isupper() and text[end - 2 : end - 1] in " \u00a0.":
        end += 1
    if m := _SIC.match(text, end) or _HERSELF.match(text, end):
        end = m.end()
    t = text[end : min(limit, end + 140)]
    out: list[Cue] = []

    if m := _R_HAS_CHILDREN.match(t):  # what is told of the children is not told of the parent
        return [Cue("adult", 2, end + m.start("who"), end + m.end(), "a parent")]
    if m := _R_AT_END.match(t):
        return [_age_cue(m["n"], None, end + m.start("n"), end + m.end("n"))]

    def at(m: re.Match[str], group: str | int = 0) -> tuple[int, int]:
        return end + m.start(group), end + m.end(group)

    if _QUOTED_ALIAS.match(t):
        t, end = "," + t[2:], end + 1
    if t[:2] in ("’s", "'s"):
        t = t[2:]
        end += 2
        possessive = True
    else:
        possessive = False
    if not possessive:
        if m := (_R_PAREN.match(t)):
            s, e = at(m, "n")
            out.append(_age_cue(m["n"], m["u"], s, e, beside=True))
        elif m := _R_AGE.match(t):
            told: object = m["sep"] or m["aged"] or (m["u"] and re.search(r"\bold\b", m.group(), _CI))
            if _FROM_A_PLACE.search(text, max(0, end - 60), end):
                told = None  # "The schoolgirl from Barisal, now 15"
            then = _WAS.search(m.group()) and _THEN.match(t, m.end())
            if then and _long_ago(text, published):
                told = None
            if told and (now := _grown_since(text, m, years(m["n"], m["u"]), end, published)):
                out.append(Cue("adult", 2, *at(m, "n"), f"{now:g}{BY_NOW}"))
            elif told and (m["aged"] or not (_counts_one(m, t) or _counts_on(m, text, end))):
                s, e = at(m, "n")
                cue = (
                    _age_cue(m["n"], m["u"], s, e, level=2, past=True)
                    if then
                    else _age_cue(m["n"], m["u"], s, e, beside=True)
                )
                if cue.age == 18 and _SHORT_OF.search(m.group()):
                    cue = Cue("child", 3, s, e, f"not yet {m['n']}", 17.99, beside=True)
                out.append(cue)
        elif (
            (m := _R_AGED.match(t))
            and (other is None or end + m.end() <= other)
            and not _GENERIC_AGED.search(m.group())
        ):
            s, e = at(m, "n")
            out.append(_age_cue(m["n"], m["u"], s, e))
        if (m := _R_UNDER.match(t)) and 4 < years(m["under"], None) <= 18:
            out.append(Cue("child", 2, *at(m, "under"), f"plays under {m['under']}"))
        if m := _R_PAREN_GRADE.match(t):
            s, e = at(m)
            out.append(Cue("child", 2, s, e, "school class or grade"))
        if m := _R_BORN.match(t):
            y = int(m["year"] or m["year2"])
            s, e = at(m, "date")
            old = float(published - y)
            if old != 18:
                out.append(told_age(old, s, e, f"born {y}"))
        elif m := _R_BORN_LATER.match(t):
            old = float(published - int(m["year"]))
            if old != 18:
                out.append(told_age(old, *at(m, "year"), f"born {m['year']}"))
        m = _R_IS.match(t)
        if m is None and (aside := _R_ASIDE.match(t)):
            m = _R_IS.match(t, aside.end())
            m = m if m and m["verb"].lower().endswith(("is", "s")) and m["verb"].lower() != "was" else None
        if m is None and (hails := _R_HAILS.match(t)):
            m = _R_IS.match(t, hails.end())
        if m and not _counts_one(m, t):
            s, e = at(m, "n")
            age = years(m["n"], m["u"])
            verb = m["verb"].lower()
            if verb.startswith(("will", "would be", "turning", "turns")) and age == 18:
                age -= 0.01
            conditional = age >= 18 and verb.startswith("would")  # "would have been 21": had she lived
            gone = re.search(r"\bwas\b", verb) and _THEN.match(t, m.end())
            if (
                not possessive
                and not conditional
                and not (
                    m["u"]
                    and re.match(
                        r"\s+(?:into|in\s+(?:prison|jail|office)|later|ago|after|before|away|behind|from)",
                        t[m.end() :],
                    )
                )
            ):
                if now := _grown_since(text, m, age, end, published):
                    out.append(Cue("adult", 2, s, e, f"{now:g}{BY_NOW}"))
                elif verb in ("turned", "turns", "turning") and age >= 18:
                    out.append(Cue("adult", 3, s, e, "has turned 18", age))
                elif not gone or m["u"] or not _long_ago(text, published):  # "was six when …"
                    past = bool(gone and not m["u"])
                    cue = _age_cue(m["n"], m["u"], s, e, level=2 if past else 3, past=past)
                    if 17 < age < 18:  # "will be 18 in March", "turns 18 in May"
                        cue = Cue("child", 3, s, e, f"turns {m['n']}", age)
                    out.append(cue)
        if m := _R_WILL_BE.match(t):
            s, e = at(m, "n")
            age = number(m["n"]) - 0.01
            if age < 18 or re.match(r"\s+(?:will|turns)", m.group(), _CI):  # not "would have been 21"
                out.append(Cue("child" if age < 18 else "adult", 3, s, e, f"turns {m['n']}", age))
    if m := _R_OTHER.match(text[end - 2 : min(limit, end + 140)] if possessive else t):
        shift = -2 if possessive else 0
        for g in ("po", "wo"):
            if m[g]:
                o = ordinal(m[g])
                out.append(
                    Cue(
                        "child" if o <= 18 else "adult",
                        3,
                        end + shift + m.start(g),
                        end + shift + m.end(g),
                        f"{m[g]} birthday",
                        o - 0.01,
                    )
                )
        if m["under"]:
            out.append(Cue("child", 3, *at(m, "under"), "not yet 18"))
        for g in ("not", "at"):
            if m[g]:
                age = years(m[g], m["atu"] if g == "at" else None) - (0.01 if g == "not" else 0)
                out.append(
                    Cue(
                        "child" if age < 18 else "adult",
                        3,
                        *at(m, g),
                        f"{'not yet' if g == 'not' else 'age'} {m[g]}",
                        age,
                    )
                )
        for g in ("start", "kg"):
            if m[g] and (other is None or end + m.start(g) < other):
                out.append(
                    Cue(
                        "child", 2, end + shift + m.start(g), end + shift + m.end(g), "school or kindergarten"
                    )
                )
    grown = any(c.reason.endswith(BY_NOW) for c in out)
    out += [c for c in _phrase_cues(t, end, possessive) if not (grown and c.shows == "child")]
    if out and out[0].age is not None and (m := _R_AGE.match(t) or _R_PAREN.match(t)):
        out += _phrase_cues(t[m.end() :], end + m.end(), possessive)  # "Raja, 16, an Asian elephant"
    if m := _R_GRADE.match(t):
        follow = t[m.end() : m.end() + 20]
        bare = (
            t[:1].isspace()
            and re.match(r"\s+[\w-]+(?:\s+[\w-]+)?\Z", m.group())
            and not re.match(r"\s+(?:Class|Grade|Year|Std|Form)\b", m.group())
        )
        if (
            not _R_STAFF.match(follow)
            and (t[:1] in ",–—( " and "\n" not in m.group())
            and not bare  # "Calgary seventh-grader wins"
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
    if m := _R_OF_SO_MANY.match(t):
        out.append(Cue("child", 2, *at(m), "one of several children"))
    if m := _R_YOUTH_COURT.match(t):
        out.append(Cue("child", 2, *at(m), "words used of a minor in court or at school"))
    if m := _R_FINISHED.match(t):
        out.append(Cue("child", 2, *at(m, "grade"), "school class or grade", past=True))
    if m := _R_CHILDISH.match(t):
        s, e = at(m)
        out.append(Cue("child", 2, s, e, "words used of a child"))
    if possessive and (m := _R_S_AGE.match(t)) and not _COUNTED.search(text, max(0, end - 90), end):
        out.append(_age_cue(m["n"], None, *at(m, "n")))
    if possessive and (m := _R_SPOUSE.match(t)):
        out.append(Cue("adult", 2, *at(m), "a grown-up has a husband or wife"))
    if possessive and (m := _R_CHILDREN.match(t)):
        out.append(Cue("adult", 1, *at(m), "a grown-up has children"))
    if not possessive:
        if m := _R_DECADE.match(t):
            out.append(Cue("adult", 3, *at(m), "an age of 20 or over", 20.0))
        if m := _R_KIN_OF_GROWN.match(t):
            out.append(Cue("adult", 2, *at(m), "kin or a friend of a grown-up"))
        if m := _R_ROLE.match(t):
            s, e = at(m)
            out.append(Cue("adult", 2, s, e, "a grown-up's role"))
        if m := _R_LIFESPAN.match(t):
            age = float(int(m["to"]) - int(m["year"]))
            if 0 <= age != 18:
                out.append(told_age(age, *at(m, "year"), f"lived {m['year']} to {m['to']}"))
        if m := _R_SENIOR.match(t):
            out.append(Cue("adult", 2, *at(m), "the elder of that name"))
        if (m := _R_BIRTHDAY.match(t)) and "\n" not in m.group():
            o = ordinal(m["o"])
            s, e = at(m, "o")
            before = m.group()[: m.start("o")]
            recalled = o < 18 and _RECALLED.search(before) is not None
            ahead = re.search(
                r"\b(?:before|short|shy|until|ahead|next|will|was\s+to|due\s+to|would)\b", before, re.I
            )
            age = o - (0.01 if ahead else 0)
            between = _CHILD_BETWEEN.get(m["poss"].lower())
            of_another = between is not None and between.search(before) is not None
            if not (recalled or of_another):
                out.append(Cue("child" if age < 18 else "adult", 3, s, e, f"{m['o']} birthday", age))
        elif (m := _R_NTH.match(t)) and ordinal(m["o"]) >= 18:
            out.append(Cue("adult", 3, *at(m, "o"), f"{m['o']} birthday", ordinal(m["o"])))
        if m := _R_AFTER_WHO.match(t):
            what = "role" if m["role"] else "does"
            out.append(Cue("adult", 2, *at(m, what), f"'{m[what]}': a grown-up's role"))
        if m := GROWN.match(t) or _R_BACHELOR.match(t):
            out.append(Cue("adult", 1, *at(m), "what a grown-up does"))
        if m := _R_WHOSE_AGE.match(t):
            out.append(_age_cue(m["n"], None, *at(m, "n")))
        if m := _R_WORKS.match(t) or _R_PLAYED.match(t):
            out.append(Cue("fiction", 3, *at(m), "a part or a character"))
        if m := _R_CANDLES.match(t):
            s, e = at(m, "n")
            out.append(_age_cue(m["n"], None, s, e))
    return out


def _somebody_else(mid: Sequence[str]) -> bool:
    """Whether the words between an age and a name hold the person of that age: "her 36-year-old mother described …"."""
    if mid and mid[-1] in _KIN_ADULT_SET:
        return True
    return any(w in _PERSON_NOUNS for w in mid[:-1]) and mid[-1] not in _PERSON_NOUNS


#: "the Murrawee Little Aths", "the little Napoleons", "full of “little Taliban”": no child is called so
_LITTLE_OF_MANY = re.compile(
    r"(?:\b[A-Z][\w’'-]*\s|\b(?:[Tt]he|[Nn]o|[Tt]hese|[Tt]hose|[Ss]ome|[Ss]uch|[Mm]any|of|are|were|as)\s|[“\"‘'])$"
)

#: "her running mate": a grown-up's
_MATES = frozenset("running cell flat room house work soul ship crew drinking band inside first".split())
_COPULAS = frozenset("is was are were who also".split())
_CAPITALS = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2}")


_LITTLE_BAND = re.compile(
    r"\s+(?:star|singer|band|bandmates?|members?|fans?|hit|album|tour|concert|song|players?|team|club|coach|league|games?)\b"
)


def _little_thing(text: str, word: str, start: int, end: int) -> bool:
    """Whether "little" at ``start`` belongs to something else than one child; the name starts at ``end``."""
    m = _CAPITALS.match(text, end)
    if m is None:
        return False
    many = re.search(r"(?<![sS’'])s$", m.group()) is not None
    before = _LITTLE_OF_MANY.search(text, max(0, start - 30), start)
    if word == "little":
        scorned = text[start - 1 : start] in "“\"‘'" and text[m.end() : m.end() + 1] in "”\"’'"
        return scorned or (many and before is not None)
    if _LITTLE_BAND.match(text, m.end()):
        return True
    thing = re.compile(rf"\b(?:[Tt]he|(?!The\b)[A-Z][\w’'-]+)\s+Little\s+{re.escape(m.group())}\b")
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return thing.search(text) is not None or (
        many and not line.strip() and text[m.end() : m.end() + 1] == ":"
    )


#: "in Little Marlow", "Quince Lane, Little Marlow": a part of the place's name
_LITTLE_PLACE = re.compile(
    r"\b(?:in|at|from|near|around|outside|through)\s$|\b(?i:street|lane|road|avenue|close|way|drive|court),\s$"
)


#: a first name and a surname, as English papers give them of boys: "Master James Hollis"; a craftsman has one
_TWO_NAMES = re.compile(r"\s[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")


def _before(text: str, start: int, end: int, marked: bool) -> list[Cue]:
    """What the words right before a name say of it; ``marked`` when a comma, colon, dash or bracket stands between."""
    words = [(m.group(), m.start(), m.end()) for m in _LEFT_WORDS.finditer(text, start, end)][-7:]
    if not words:
        return []
    lows = [w.lower() for w, _, _ in words]
    if marked and (
        of := next((i for i in (-2, -3, -4) if len(lows) >= -i and lows[i] in ("of", "for", "to")), 0)
    ):
        # "an uncle of the girl, Kanat,", "the lawyer for child, Kanat,": the name is the grown-up's
        cut = len(lows) + of
        of_whom = (
            lows[-1] in _ROLE_SET or lows[-1] in _PARTIES
        )  # "the niece of the accused, Ralph,": his name
        if lows[cut - 1 : cut] and (
            lows[cut - 1] in _KIN_ADULT_SET
            or lows[cut - 1] in _ROLE_SET
            or not _ROLE_SET.isdisjoint(lows[cut - 1].split("-"))
            or (not of_whom and (lows[cut - 1] in _KIN_SET or lows[cut - 1] in _PEER_SET))
        ):
            words, lows = words[:cut], lows[:cut]
    if marked and "who" in lows[1:]:
        # "the grandmother who raised the boy, Nomsa,": the name is the grandmother's
        cut = lows.index("who", 1)
        if lows[cut - 1] in _KIN_ADULT_SET or lows[cut - 1] in _ROLE_SET:
            words, lows = words[:cut], lows[:cut]
    head, s, e = lows[-1], words[-1][1], words[-1][2]
    if head in ("called", "named") and len(lows) > 2 and not marked:
        # "whose brother is called Oscar", "a son named Emil"
        cut = next((i for i in range(len(lows) - 2, -1, -1) if lows[i] not in _COPULAS), 0)
        if lows[cut] in _KIN_SET or lows[cut] in _PEER_SET:
            words, lows = words[: cut + 1], lows[: cut + 1]
            head, s, e = lows[-1], words[-1][1], words[-1][2]
    if lows[-3:] == ["bundle", "of", "joy"]:
        return [Cue("child", 2, words[-3][1], e, "'bundle of joy': a newborn")]
    if head in ("one", "ones") and len(lows) > 1 and lows[-2] in ("little", "wee", "tiny", "small"):
        several = head == "ones"
        return [Cue("child", 2, words[-2][1], e, f"'{lows[-2]} {head}': a child", plural=several)]
    out: list[Cue] = []
    # 12-year-old [up to four plain words] NAME
    phrase_start = words[max(0, len(words) - 7)][1]
    last_age = None
    for last_age in _AGE_WORDS.finditer(text, phrase_start, e):  # noqa: B007 - the last one counts
        pass
    if last_age and last_age.group().endswith(("'s", "’s")) and words[-1][1] >= last_age.end():
        last_age = None  # "the 17-year-old's barrister, Grace Obi,"
    if last_age:
        mid = [w for w, ws, _ in words if ws >= last_age.end()]
        lmid = [w.lower() for w in mid]
        plain = not any(w in _BOUNDARY or w in THING_SET or w == "the" for w in lmid) and not any(
            w[0].isupper() for w in mid
        )
        before = [w for w, ws, _ in words if ws < last_age.start()]
        # "a 13-year-old Chardonnay": people are not introduced by an article, an age and a bare name
        bare = (
            not mid
            and not marked
            and last_age["plural"] is None
            and before
            and before[-1].lower() in ("a", "an")
        )
        if lmid and lmid[-1] in ANIMAL_SET:
            out.append(Cue("animal", 3, last_age.start(), last_age.end(), "an animal"))
        elif plain and len(mid) <= 4 and not bare and not _somebody_else(lmid):
            plural = last_age["plural"] is not None or bool(
                lmid and (lmid[-1] in _CHILDREN_SET or lmid[-1] in _KINS_SET or lmid[-1] in _PEERS_SET)
            )
            cue = _age_cue(last_age["hn"], last_age["hu"], last_age.start(), last_age.end())
            out.append(Cue(cue.shows, 3, cue.start, cue.end, cue.reason, cue.age, plural=plural, beside=True))
    if len(words) > 1 and words[-2][0][0].isupper() and head in _CHILDREN_SET:
        school = marked and head in ("boys", "girls") and lows[-3:-2] and lows[-3] in ("of", "at", "from")
        if words[-1][0][0].isupper() or school:
            return out  # "Lelean Old Boys' Memorial", "Maiyo of Kapsabet boys, Wacheke of …"
    if head == "youngest" and not marked and lows[-2:-1] == ["the"]:
        return out  # "the youngest Beatle"
    if (
        head in ("youth", "youths", "children", "juniors")
        and lows[-2:-1] == ["of"]
        and lows[-3:-2]
        and lows[-3] in _ROLE_SET
    ):
        return [Cue("adult", 2, words[-3][1], e, f"'{lows[-3]}': a grown-up's role")]  # "head of youth X"
    if (
        head == "it"
        and lows[-2:-1]
        and lows[-2] in ("called", "named", "calls", "nicknamed", "christened", "dubbed")
    ):
        return [Cue("thing", 3, words[-2][1], e, "not a person")]
    former = any(w in ("former", "ex", "once") for w in lows[-4:-1])
    if head in _CHILDREN_SET | _KINS_SET and any(w in ("grown", "grown-up", "adult") for w in lows[-4:-1]):
        return [Cue("adult", 2, s, e, f"grown-up {head}", plural=True)]
    if (head in _CHILD_SET or head in _CHILDREN_SET) and not former and head != "youngest":
        out.append(Cue("child", 2, s, e, f"'{head}' is a word for a child", plural=head in _CHILDREN_SET))
    if head in _KIN_SET or head in _KINS_SET or head in _PEER_SET or head in _PEERS_SET:
        prev = lows[-2] if len(lows) > 1 else ""
        if head == "mate" and prev in _MATES:
            return out
        owned = any(
            re.fullmatch(r"his|her|their|my|our|your|whose|the|a|an|.+['’]s|.+s['’]", w) for w in lows[-5:-1]
        )
        plural = head in _KINS_SET or head in _PEERS_SET
        younger = head in _KIN_SET or head in _KINS_SET
        if owned or plural or not marked:
            if prev in _YOUNG:
                out.append(Cue("child", 2, s, e, f"'{prev} {head}': a child", plural=plural))
            elif not younger and re.split(r"['’]", prev)[0] in _KIN_ADULT_SET and re.search(r"['’]", prev):
                out.append(Cue("adult", 1, s, e, f"'{prev} {head}': a grown-up", plural=plural))
            elif younger and not (plural and prev in _ELDERS):
                out.append(Cue("kin-younger", 1, s, e, f"'{head}': someone's child", plural=plural))
            else:
                out.append(Cue("kin-peer", 1, s, e, f"'{head}'", plural=plural))
    if (
        any(w in _OF_AN_AGE for w in lows[-4:-1])
        and not any(w in _BOUNDARY or w.endswith(("'s", "’s", "s'", "s’")) for w in lows[-3:])
        and not (marked and head not in _PERSON_NOUNS and head not in _PARTIES and head not in _YOUNG_WHO)
        and not former
    ):
        out.append(Cue("child", 2, s, e, f"'{' '.join(lows[-2:])}'"))
    if head in _SCHOOL_YEAR and {"school", "high", "middle", "elementary"} & set(lows[-4:-1]) and not marked:
        plural = head in ("freshmen", "sophomores", "juniors", "seniors", "students")
        out.append(Cue("child", 2, s, e, f"'{' '.join(lows[-3:])}'", plural=plural))
    place = words[-1][0] == "Little" and _LITTLE_PLACE.search(text, max(0, s - 24), s)
    thing = head == "little" and not marked and _little_thing(text, words[-1][0], s, end + 1)
    if head in ("little", "baby", "wee", "tiny", "toddler") and not (marked or place or thing):
        out.append(Cue("child", 2, s, e, f"'{head}': said of a small child"))
    led = len(words) > 1 and words[-2][0][0].isupper()  # "Grand Master"
    if words[-1][0] == "Master" and _TWO_NAMES.match(text, e) and not led:
        out.append(Cue("child", 2, s, e, "'Master': said of a boy"))
    if head in _KIN_ADULT_SET and not (head == "carer" and "young" in lows[-2:-1]):
        out.append(Cue("adult", 2, s, e, f"'{head}': a grown-up"))
    elif head in _SOFT_ROLES or (head in _ROLE_SET and "young" in lows[-2:-1]):
        out.append(Cue("adult", 1, s, e, f"'{head}': a grown-up's role"))
    elif head in _ROLE_SET or ("-" in head and {head.split("-")[0], head.split("-")[-1]} & _ROLE_SET):
        out.append(Cue("adult", 2, s, e, f"'{head}': a grown-up's role"))
    bare_head = lows[-2] if head in ("called", "named") and len(lows) > 1 else head
    if bare_head in ("is", "was") and len(lows) > 2:
        bare_head = lows[-3]  # "The cat is called"
    if (
        head in ("called", "named")
        and bare_head in THING_SET
        and bare_head not in ("school", "house", "home")
    ):
        out.append(Cue("thing", 3, s, e, "not a person"))
    if bare_head in ANIMAL_SET and bare_head not in _KIN_SET:
        out.append(Cue("animal", 3, s, e, "an animal"))
    return out


def left_cues(text: str, start: int, floor: int, follow: str, published: int) -> list[Cue]:
    """Cues in the words before a name that starts at ``start``; ``follow`` is the first character after the name
    (an apposition between commas needs its second one)."""
    base = max(floor, start - 90)
    t = text[base:start]
    out: list[Cue] = []
    closes = follow in ",.;:)]”\"'’–—!?\n-" or follow == ""

    def at(m: re.Match[str], group: str | int = 0) -> tuple[int, int]:
        return base + m.start(group), base + m.end(group)

    # the words between the last punctuation and the name, leaving out one mark of apposition
    body = t.rstrip(" \u00a0“\"‘'«\n")
    marked = body.endswith((",", ":", "–", "—", "(", "-"))
    body = body.rstrip(",:–—(- ") if marked else body
    plural = body.lower().split()[-1:] and (
        body.lower().split()[-1] in (_CHILDREN_SET | _KINS_SET | _PEERS_SET)
        or body.lower().endswith((" little ones", " wee ones"))
    )
    begin = max(body.rfind(c) for c in _STOPS) + 1
    # "Missing teen: Asel Omarova was last seen": the words are the whole line so far
    label = t.rstrip().endswith(":") and (body[begin - 1] == "\n" if begin else base == floor)
    if (m := _L_PARENTS_OF.search(t)) and marked:
        out.append(Cue("child", 1, *at(m), "a child of the parents just named", plural=True))
    elif body and not (marked and not (closes or plural or label)) and (marked or body[-1] not in _STOPS):
        out += _before(text, base + begin, base + len(body), marked)
    if marked and closes and (a := _LEFT_AGED.search(t)):
        noun = a["noun"].lower()
        if noun in _CHILD_SET or noun in _KIN_SET or noun in _PEER_SET:
            out.append(_age_cue(a["n"], None, *at(a, "n")))
    if (m := _LOST_AT.match(text, start)) and re.search(r"\b(?:our|my|lost|losing)\s$", t, _CI):
        out.append(_age_cue(m["n"], None, m.start("n"), m.end("n")))
    m = _L_GRADE.search(t)
    if m and (r := _L_HEAD_OF.search(t[: m.start()])):
        out.append(Cue("adult", 2, base + r.start(), base + m.end(), "a grown-up's role"))
    elif m and not (m["comma"] and not closes) and (m["mid"] or m.group().strip()[-1:] != ","):
        s, e = at(m)
        out.append(Cue("child", 2, s, e, "school class or grade"))
    if m := _L_IN_GRADE.search(t):
        out.append(Cue("child", 2, *at(m), "school class or grade"))
    if m := _L_OF_BROOD.search(t):
        out.append(Cue("kin-younger", 1, *at(m), "the youngest of a family"))
    if m := _L_FICTION.search(t) or (_L_SUNG.search(t) if follow in QUOTE_ENDS else None):
        out.append(Cue("fiction", 3, *at(m), "a part or a character"))
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
                past=m["when"] is not None and not m["u"],
            )
        )
    if m := _L_AS_CHILD.search(t):
        out.append(Cue("adult", 1, *at(m), "told of a childhood that is over"))
    if (m := _L_FRONTED.search(t)) and m["role"].lower() in _ROLE_SET | _KIN_ADULT_SET:
        out.append(Cue("adult", 2, *at(m, "role"), f"'{m['role']}': a grown-up's role"))
    if m := _L_ENGAGED.search(t):
        out.append(Cue("adult", 1, *at(m), "who is to be married"))
    if m := _L_ADMIRED.search(t):
        out.append(Cue("adult", 1, *at(m), "somebody admired"))
    if (m := _ELLIPTIC.match(text, start)) and _ELLIPSIS.search(t):
        out.append(_age_cue(m["n"], None, m.start("n"), m.end("n")))
    if (m := _L_ONLY.search(t)) and (m["comma"] or "newly" in m["about"].lower()):
        age = years(m["n"], m["u"]) - (0.01 if _SHORT_OF.search(m["about"]) else 0)
        told = _TELLS_IT.match(text, start)  # "Only three, Ama said, got out": a number of them
        if age < 18 and not told and not (follow == "," and m["n"].lower() == "one"):
            out.append(Cue("child", 2, *at(m, "n"), f"age {m['n']}", age, past=True))
    if m := _L_SHORT_OF.search(t):
        age = ordinal(m["o"]) - 0.01
        out.append(Cue("child" if age < 18 else "adult", 3, *at(m, "o"), f"{m['o']} birthday to come", age))
    if m := _L_BORN_TO.search(t):
        out.append(Cue("child", 2, *at(m), "a newborn"))
    if m := _L_PARENT.search(t) or _L_CHILD_OF.search(t):
        out.append(Cue("adult", 2, *at(m), "a parent"))
    if m := _L_HOST.search(t):
        out.append(Cue("adult", 2, *at(m), "gives the child a home"))
    if m := _L_THOSE_UNDER.search(t):
        out.append(Cue("child", 2, *at(m), "among those under age", plural=True))
    if m := _L_HEAD_BOY.search(t):
        out.append(Cue("child", 2, *at(m), "at school"))
    if m := _L_OTHER.search(t):
        if m["of"]:
            o = ordinal(m["of"])
            out.append(Cue("child" if o <= 18 else "adult", 3, *at(m, "of"), f"{m['of']} birthday", o - 0.01))
        elif m["year"]:
            age = published - int(m["year"])
            out.append(
                Cue("child" if age < 18 else "adult", 3, *at(m, "year"), f"born {m['year']}", float(age))
            )
    sentence = text[
        max(text.rfind("\n", 0, start) + 1, start - 200) : start
    ]  # a list may be cut into sentences
    if m := _L_UNDER.search(sentence):
        limit = "under" if m["under"] else "of"
        if 4 < years(m[limit], None) <= 18:
            o = start - len(sentence)
            out.append(Cue("child", 2, o + m.start(limit), o + m.end(limit), f"plays under {m[limit]}"))
    if m := _L_BABY_YEAR.search(t):
        out.append(Cue("child", 2, *at(m, "year"), "born that year"))
    return out


#: "the first child of Petra Roe": what follows is told of the child
CHILD_OF = re.compile(r"\b(?:child|son|daughter|baby|boy|girl|twins?|children|kids?)\s+of\s+$")
#: "their child with wife Nadia": a parent
WITH_PARTNER = re.compile(
    r"\b(?:with|and)\s+(?:(?:his|her|their|the)\s+)?(?:then[-\s]|ex-|late\s+|former\s+|second\s+|first\s+|new\s+)?(?:wife|husband|partner|fianc[ée]e?)\s+$"
)
#: "the boy, who is ten", "a 12-year-old girl", "the six-year-old", "two brothers aged 8 and 9"
NOMINAL = seek.compile(
    rf"\b(?P<det>the|a|an|this|his|her|their|our|my|another|one|two|three|four|five|six|seven|eight|nine|ten|both|each|every|no|some|many|these|those)\s+"
    rf"(?P<mods>(?:(?!(?:of|and|were|are|been|being|included|includes|including|involving|involved|the|a|an|in|on|to|for|from|with|was|is|who|that|said|her|his|while|when|where|because|after|before|into|than|as|at|by|about|had|has|if|or|but)\b)[\w’'\-\u2010\u2011]+\s+){{0,3}}?)"
    rf"(?:(?P<hyph>{AGE_HYPHEN})(?P<hnoun>\s+(?:[A-Za-z\-]+\s+)?(?:{_CHILD_NOUN}|{_CHILD_NOUNS}|{_KIN1}|{_KIN2}|{_PEER1}|{_PEER2}|student|victim|patient|defendant|suspect|apprentice|complainant|refugee|survivor|witness))?"
    rf"|(?P<noun>{_CHILD_NOUN}|(?:Grade|Form|Year|Class|Standard|Std|Primary|JSS|JHS|SS)\s?(?:\d|1[0-2]|[IVX]+|{'|'.join(UNITS[:12])})\s+(?:learner|student|candidate|prefect|monitor|dropout|leaver|classmate)|(?:{ORDINAL})\s(?:grader|former)|learner(?=['’]s\b|\s+(?:was|is|had|has|died|drowned|who|said|told)\b|[,.])|(?<=grade )student|(?<=grader )student|(?<=year )student|(?<=form )student|(?<=school )student)|(?P<kin>{_KIN1})(?=,?\s+(?:who\s+(?:is|was)\s+|aged\s+|\()?(?:just\s+|only\s+)?(?:1[0-7]|[1-9]|{'|'.join(UNITS[:17])})\b(?!\s+(?:per|times|others|hours|miles)))|(?P<nouns>{_CHILD_NOUNS}|twins|triplets|quadruplets|siblings))\b(?!\s*['’]s\s+(?:hospital|home|court|hearing|panel|commissioner|services|charity|fund|book))(?!{H})"
    rf"(?:,?\s+(?:of|aged|age|aged\s+about|,)?\s*\(?(?P<n>{NUM})(?=[\s,.;:)])(?!\s+(?:men|women|people|(?!(?:year|month|week|day|wa|i|ha)s\b)[a-z]+s)\b)(?:\s+(?P<u>{UNIT}))?)?",
    _CI,
)
#: "the Lindholm children", "the Mwangi sisters, aged 6 and 8"
FAMILY = re.compile(
    r"\s(?:(?P<young>children|kids|toddlers|babies|triplets)|(?P<team>boys|girls)|brothers|sisters|siblings|twins|cousins)\b(?!\s*(?:['’]|[A-Z]))"
    rf"(?:\s*,?\s*\(?(?:(?:are|were|both|now|only|just|aged|respectively)\s+)*(?P<n>{NUM})(?:\s*,\s*{NUM})*,?(?:\s+(?:and|to)\s+(?P<n2>{NUM}))?(?=\s*[,.;)–—]|\s+(?:and|were|are|have|had)\b))?"
)
THE = re.compile(r"\b(?:[Tt]he|[Bb]oth|[Aa]ll|[Tt]hose|[Tt]wo|[Tt]hree)\s$")
PRONOUN_AGE = seek.compile(
    rf"(?<![Ww]hen )(?<!since )(?<!until )(?<!time )(?<!because )(?<!while )(?<!after )(?<!before )\b(?P<pro>He|She|he|she|HE|SHE)(?:\s+(?:himself|herself))?\s*(?P<verb>is|was|’s|'s|’S|'S|IS|turned|turns|had\s+turned|has\s+turned|had\s+only\s+just\s+turned|will\s+be|would\s+have\s+been|has\s+just\s+turned|had\s+just\s+turned|is\s+all\s+of)\s+(?:(?:only|just|now|all\s+of|about|nearly|almost|still|barely|aged|not\s+yet)\s+)*(?P<n>{NUM})(?:\s*\(\d{{1,2}}\))?(?:\s+(?P<u>{UNIT})(?:\s+(?:old|of\s+age))?)?"
    rf"(?=\s*(?:[.,;:!?)–—”\"]|\Z|\n)|\s+(?:and|but|when|years\s+old|next|this|last|at\s+the\s+time|now|or(?!\s+(?:younger|older|under|over))|on|in|today|who|only|just|(?:\w+\s+)?(?:days|weeks|months)\s+(?:before|earlier|after))\b)|\b(?P<b>He|She|he|she)\s+was\s+born\s+(?:in|on)\s+(?:[\w ,]{{0,18}}?)(?P<year>(?:19|20)\d\d)\b|\b(?P<at>At|Aged|Now|(?<=,\s)at|(?<=[;,]\s)now)\s+(?:just\s+|only\s+)?(?P<n2>{NUM}),?\s+(?:he|she)\b"
    rf"|\bAsked\s+how\s+old\s+(?:he|she)\s+was[^.\n]{{0,20}}\b(?P<n3>{NUM})\b"
)
#: "It is his tenth birthday.", "Tuesday was her 13th birthday"
OWN_BIRTHDAY = seek.compile(
    rf"\b(?:[Ii]t|[Tt]oday|[Tt]omorrow|[Yy]esterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s*(?P<verb>is|was|[’']s|will\s+be|had\s+been|would\s+have\s+been)\s+(?P<pro>his|her)\s+(?P<o>{ORDINAL})[\s-]birthday\b"
)
#: of several people: "Rosa and Finn in their new blazers", "Kit and Bo wearing their first school shoes"
DRESSED = re.compile(
    r"\s+(?:in|wearing|with)\s+their\s+(?:(?:(?:smart|matching|little|tiny)\s+)*(?:(?:new|first|brand-new|too-big|oversized)\s+)"
    r"(?:blazers|satchels|(?:school|book)\s+bags|school\s+(?:uniforms|shoes|blazers))"
    r"|(?:school\s+(?:uniforms?|blazers|ties)|prams?|cots?|pushchairs?|buggies|nappies|rompers?|pinafores)\b)"
)
