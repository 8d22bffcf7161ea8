"""Where names stand in a draft: runs of capitalised words, trimmed to what can be a person's name.

Off-the-shelf NER loses most single first names and many names outside its training culture, so every capitalised
run is a candidate and the pipeline's labels are one witness among several.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter

from .. import lazy_re as re
from ..drafts.model import Draft
from ..languages.en import frames
from ..languages.en.frames import DATA, Cue
from ..languages.en.telling import EPITHET, WORD_NAMES
from ..spans import Span
from .details.places import is_big
from .parse import Parse, Token

_UPPER = "".join(chr(c) for c in (*range(0x530), *range(0x1E00, 0x1F00)) if chr(c).isupper())
_LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"
_APOSTROPHE = (
    rf"['’‘ʻʼ`](?=[^\W\d_]{{2}}|[{_UPPER}]|[^\W\d_][‘ʻʼ`]|[^\W\d_smdt](?![^\W\d_’']))"  # O‘g‘iloy, Ng'ang'a
)
_CAPWORD = rf"[{_UPPER}][\u0300-\u036f]*(?:{_LETTER}|{_APOSTROPHE}|[-\u2010\u2011](?=[^\W\d_]))*"
#: "K.", "Kh.", "Yu.", "Ma.", not the end of "with mum Jo."
_INITIAL = rf"(?:[{_UPPER}]|Ma|Y[aeu]|[{_UPPER}](?:(?![aeiouy])[a-z]|[а-яё]))\."
_SPACE = r"(?:[ \u00a0\u202f]{1,2}|[ \t]?\r?\n(?!\s*\n))"
_PARTICLES = "|".join(sorted(map(re.escape, DATA["particles"]), key=len, reverse=True))
_TRAILING = "|".join(sorted(map(re.escape, DATA["trailing_particles"]), key=len, reverse=True))
_NICK = rf"{_SPACE}[“\"‘'(](?:{_INITIAL}(?:{_INITIAL})+|{_CAPWORD})[”\"’')]{_SPACE}"
_PIECE = rf"(?:{_INITIAL}|{_CAPWORD})"
RUN = re.compile(
    rf"(?<![\w@#]){_PIECE}(?:(?:{_NICK}|{_SPACE}(?:(?:{_PARTICLES})(?:{_SPACE}|[-\u2010\u2011'’]))*|(?<=\.)(?=[{_UPPER}])){_PIECE})*(?:{_SPACE}(?:{_TRAILING})\b)?"
)
#: "Divya a/p Murugan"
_SLASHED = "|".join(re.escape(p) for p in DATA["particles"] if "/" in p)
_WORD = re.compile(rf"{_INITIAL}|(?:{_SLASHED})(?=\s)|{_LETTER}+(?:(?:['’‘ʻʼ`]|[-\u2010\u2011]){_LETTER}+)*")
_NOT_NAMES = frozenset(w.lower() for w in DATA["not_names"])
_TITLES = frozenset(w.lower() for w in DATA["titles"])
#: no names, even where a line begins with them
_OF_THE_SCHOOL = frozenset((*DATA["child_nouns_plural"], "students", "parents", "teachers"))
_CHILD_PREFIX = frozenset(w.lower() for w in DATA["child_prefixes"])
_CHILD_WORDS = frozenset(DATA["child_nouns"]) | frozenset(DATA["child_nouns_plural"])
_KIN_WORDS = frozenset(
    w
    for k in ("kin_younger", "kin_younger_plural", "kin_peer", "kin_peer_plural", "kin_adult")
    for w in DATA[k]
)
_ROLES = frozenset(DATA["roles"])
_ORG = frozenset(w.lower() for w in DATA["org_heads"])
_ORG_FIRST = frozenset(w.lower() for w in DATA["org_heads_first"])
#: after a sign for money
_AMOUNT = re.compile(r"\.?\s?\d[\d,.]*\b(?!\s*(?:years?|months?)\b)")
#: where a dateline may go on: "MOUNT DARWIN, "
_LINE_SO_FAR = re.compile(rf"(?:\A|\n)\s*(?:[{_UPPER}][{_UPPER}\s.’'-]*,\s+)?$")
_DATELINE = re.compile(r"\s*(?:,[^—–\n]{0,40})?\s*(?:—|–|--|:|\(|-\s)|,\s*\d{1,2}\s+[A-Z]")
_LOWER_NAME = re.compile(
    rf"\b(?:named|identified)\s+(?:\w+\s+)?as\s+(?P<as>[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+)?)(?=\s*(?:$|[,.;:\n]))"
    rf"|(?:^|[:;]\s|\n)(?P<age>[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+)?)(?=,\s{frames.NUM},)"
)
_HONORIFIC = re.compile(r"\s(?:" + "|".join(DATA["honorifics"]) + r")\b")
PLACE_NOUN = re.compile(
    r"\s(?:students?|pupils?|learners?|graders?|examinations?|jersey|shirt|kit|scarf|strip|colours|tracksuit|hoodie|villages?|communit(?:y|ies)|neighbou?rhoods|townships|suburbs|districts|towns|counties|parishes|block|tehsil|taluka?|mandal|upazila|thana|commune|headteacher|headmaster|headmistress|residents?|villagers|magistrates|councillors?|constituency|man|woman|men|women|mum|mom|dad|couple|pensioner|district|province|region|mahalla|county|street|road|neighbou?rhood|suburb|settlement|municipality|prefecture|oblast|rayon|hamlet|township|island|valley|school|hospital|clinic|court|prison|mosque|church|university|college|police|camp|shelter|hotel|market|station|bridge|highway|border|crossing|parish|diocese|chapel|convent|monastery|shrine|cathedral|cemetery|orphanage)\b"
)
_PLACE_OF_NAME = re.compile(
    rf"['’]s\s+(?:[{_UPPER}][\w’'-]*\s+){{0,3}}(?:{'|'.join(sorted(DATA['org_heads'], key=len, reverse=True))})\b"
)
_OFFICE_OF = re.compile(
    r"\b(?:Department|Ministry|Bureau|Institute|Office|Faculty|Board|Bank|Republic) of(?: the)? $"
)
#: "15 years in Moraa case": a case is called after a person
CASE_OF = re.compile(
    r"\s(?:case|murder|trial|inquest|probe|killing|death|abduction|kidnap|kidnapping|rape|tragedy|hunt)\b"
)
#: before what is no person when the pipeline says so: "the old Hilux"
_THE_OLD = re.compile(
    r"\b(?:the|an?|his|her|their|its)\s+(?:first|second|third|next|last|own|old|new|used|second-hand|brand-new|battered|family|local|same|red|white|blue|black|green|grey)\s$",
    re.I,
)
_OTHER_LABELS = frozenset("ORG NORP LAW EVENT WORK_OF_ART PRODUCT LANGUAGE".split())
_CLOSED = frozenset("DET ADP PRON CCONJ SCONJ AUX PART NUM PUNCT".split())
_OPEN = frozenset("VERB ADV ADJ NOUN INTJ".split())
_CAPITALS = frozenset(w.lower() for w in DATA["always_capital"])
_FUNCTION = frozenset(
    "will may mark grant young hope even april june august july dawn summer autumn winter spring an so".split()
)
#: words of other languages' names that are English ones: "15-year-old Aye Chan", "the boy, Than Htut,"
_SYLLABLES = frozenset("aye than so an my to do he she you see no let hey may will even".split())
#: first names that are words no name is made of as a rule
_WORD_NAMES = frozenset("north west winter young lane story free international precious royal".split())
#: "Javelin: 1. Dunn 31.20", "Height: 150 cm": the heading of an entry
_ITEM = re.compile(r":\s*\d")
_GIVEN_WORDS = "|".join(w.title() for w in sorted(_FUNCTION | _WORD_NAMES))
#: "Will Stokes", "Ivo, Will and Hana"
_MAY_BE_GIVEN = re.compile(
    rf"(?:(?P<before>[A-Z][\w’'-]+),?\s(?:and\s|(?<=,\s)))?\b(?P<w>{_GIVEN_WORDS})\b"
    r"(?:\s(?P<last>[A-Z][\w’'-]+)|(?:,|,?\sand)\s(?P<after>[A-Z][\w’'-]+))?"
)
#: "I did not want to," said Georgia.: no country
_SAID = re.compile(r"[”\"’']\s+(?:said|says|asked|recalled|recalls|added|whispered|replied)\s$")
#: "FIR No. 0417"
_NUMBER = re.compile(r"No\.?\s*\d")
#: "HIV-positive", "UK-based": an abbreviation with a word
_ABBREVIATED = re.compile(r"[A-Z]{2,}s?[-\u2010\u2011][a-z]")
#: what a headline in capitals calls people: "Pupil Kills Colleague"
_SOMEBODY = _ROLES | frozenset(
    "colleague colleagues playmate playmates classmate classmates schoolmate schoolmates victim victims suspect "
    "suspects stranger neighbour neighbours neighbor neighbors teen teens learner learners student students".split()
)
#: "Korean-American", "British-Somali": of two peoples
_TWO_PEOPLES = re.compile(r"[A-Z][a-z]+(?:an|ish|ese|[cs]h|i|o)[-\u2010\u2011](?P<last>[A-Z][a-z]+)")
_THE_YOUNGEST = re.compile(
    r"\b(?:the|an?)\s+(?:(?:youngest|oldest|eldest|tallest|fifth|ex-|only|first|last|[“\"‘'][a-z-]+[”\"’'])\s)$"
)
_SCARED = re.compile(r"(?:^|[.!?\n]\s*)[‘'“\"]$")
_SCARE = re.compile(r"[’'”\"]\s+[a-z]")
_NUMBERED = re.compile(rf"(?:\d+|{frames.NUM})[-\u2010\u2011](?:years?|months?|weeks?|days?)", re.I)
_BESIDE_AGE = re.compile(
    rf"\s*,\s*who\s+(?:is|was|turned|turns|has\s+just\s+turned|will\s+be)\s+(?:just\s+|only\s+|now\s+)?{frames.NUM}\b|\s*,\s*{frames.NUM}\s*[,.;]|\s*\({frames.NUM}\)|\s+is\s+{frames.NUM}\s*(?:[.,;]|$|\n)|\s*,\s*an?\s[^,.\n]{{0,30}}\b(?:pupil|student|boy|girl|child|year-old|grader|toddler)\b",
    re.I,
)
#: "14-year-old Will", "a boy named River", "her daughter, Autumn": after these a word is a child's name
AFTER_CHILD = re.compile(
    rf"\b(?:{frames.AGE_HYPHEN.replace('?P<hn>', '?:').replace('?P<hu>', '?:')}"
    rf"|(?:{frames.alt([*DATA['child_nouns'], *DATA['kin_younger']])})"
    r"(?:\s+(?:named|called)|\s*,|\s+who\s+is\s+called))\s$",
    re.I,
)


def after_a_child(text: str, at: int) -> bool:
    """Whether words for a child come before ``at`` in such a way that a name follows."""
    if text[max(0, at - 3) : at].rstrip()[-1:].lower() not in ("d", "s", "o", ","):
        return False  # how the expression ends, which costs less to see
    return AFTER_CHILD.search(text, max(0, at - 40), at) is not None


_TIME_PREP = re.compile(
    r"\b(?:in|on|by|since|until|last|next|this|every|of|from|early|late|mid|for)\s+$", re.I
)
_DATE_AFTER = re.compile(
    r"\.?\s*,?\s*\d{1,4}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\s*(?:[ap]\.?m\b|[:.]\d)|,?\s+(?:19|20)\d\d)|\s+(?:19|20)\d\d\b"
)
_NAMED_AS = re.compile(r"\b(?:as|named|called|Master|Miss|boy|girl|pupil|student)\s+$")
_NAMED_AFTER_SOMEBODY = re.compile(
    r"\s(?:alerts?|law|laws|bill|protocol|hotline|inquiry|foundation|trust|scholarship|lectures?|prize|trophy)\b"
)
AFTER_BODY = re.compile(
    r"\b(?:School|College|Academy|Primary|Secondary|Hospital|University|Church|Station|Street|Road|Estate|Barracks|Camp|Home|Orphanage|Clinic|Polytechnic),\s+$"
)
#: "in Mill Close, Norwood": the place where the street is, whatever the pipeline calls it
_AFTER_STREET = re.compile(
    r"\b(?:in|at|of|on|from|near|off|outside)\s+(?:\d+\w?\s+)?(?:[A-Z][\w’'-]+\s+){1,3}(?:Street|Road|Lane|Avenue|Close|Crescent|Drive|Terrace|Way|Court|Gardens|Grove|Place|Square|Row|Hill|Rise|Walk),\s+$"
)
#: a line with the score of a match: "NORWOOD 17, ELMSIDE 14", "Norwood 2-4 Elmside 1-3"
_SIDE = rf"((?:[{_UPPER}][\w’'.-]*[ ]){{1,4}})\d{{1,3}}(?:[-–:.]\d{{1,3}})*"
_SCORE = re.compile(
    rf"^[ \t]*(?:[^:\n]{{1,40}}:[ ])?{_SIDE},?[ ]+(?:(?:v|vs|and|to|[-–])[ ]+)?{_SIDE}[ \t]*(?:\([^()\n]*\))?$",
    re.M,
)
#: "Norwood, a town of 4,000"
_IS_A_PLACE = re.compile(
    r",\s+Co(?:unty|\.)?\s[A-Z]|,\s+(?:an?|the|another)\s+(?:[\w-]+\s+){0,3}?(?:town|village|city|suburb|hamlet|settlement|region|island|port|neighbou?rhood|district|borough|province|county|slum|township|capital|parish)\b"
)
#: after "I", which is a part of the name: "I Wayan Sudiarta"
_BALINESE = frozenset("wayan made nyoman ketut gede putu komang kadek gusti nengah dewa".split())
_DIED_WHERE = re.compile(r"[,.]\s+(?:on\s+)?(?:\d{1,2}|[A-Z][a-z]+\s+\d)")
#: after a name that opens a sentence: "Will, 11,", "Will was", "Will and Ben", not "Will the court"
_GOES_ON_OF_SOMEBODY = re.compile(r"['’]s\b|,\s(?:who\b|\d|[A-Z])|,?\sand\s[A-Z]")
#: what follows somebody: ", who went", "'s mother", "is collected"
_SUBJECT = re.compile(
    r",\s+who\b|\s+who\b|['’]s\s+(?:mother|father|mum|mom|dad|parents|family)\b|\s+(?:is|was|has|goes|went)\s[a-z]"
)
#: after a place, not after a person whom a school is told of: "Secondary School, Ikot Obioma, before Madam Udoh"
_GOES_ON = re.compile(r",\s+(?:before|after|where|when|in|on|and|since|until|while)\b")
_AFTER_NAME = frozenset("kc qc mp obe mbe sr phd md cbe sc ma".split())
#: of a child as well as of a grown-up: "Ernesto Jr., 7"
_JUNIOR = frozenset("jr jnr ii iii iv".split())
_PLACE_PREP = re.compile(
    r"\b(?:in|at|from|near|to|of|around|outside|across|towards?|into|via|inside|through)\s+(?:the\s+|\w+ern\s+)?$",
    re.I,
)
#: "from Kisii and Ludlow"
_IN = re.compile(
    r"(?<!confided )(?<!trust )(?<!interest )(?<!believes )(?<!faith )\b(?:in|near|outside|"
    r"(?:moved?|moving|fled|went|goes|going|go|headed|heading|driving|flying|travel(?:s|led|ling)|trip|taken"
    r"|returned|came|back|travelled|walked|drove|flown|flew|sent|brought|bound|journey|road|way)\s+(?:to|from))\s$",
    re.I,
)
_PLACE_AND = re.compile(
    rf"\b(?:in|at|from|near|to|between|across)\s+(?:[{_UPPER}][\w’'-]+(?:\s[{_UPPER}][\w’'-]+)?,\s)*[{_UPPER}][\w’'-]+(?:\s[{_UPPER}][\w’'-]+)?,?\s+(?:and|or)\s$"
)
#: "the year of birth of X", "took in X": no place
_OF_SOMEBODY = re.compile(
    r"\b(?:birth|name|names|life|lives|death|face|murder|killing|story|case|birthday|mother|father|mum|mom|dad|parents|aunt|uncle|"
    r"gran\w+|brother|sister|friend|friends|teacher|photo\w*|picture|pictures|portrait|body|remains|funeral|burial|disappearance|"
    r"house|hut|bed|desk|grave|coffin|arms|hands?|eyes|voice|shoes|diary|drawings?|kidnapping|rape|drowning|whereabouts|"
    r"abduction|(?:is|are|was|were|be|been|as)\s+(?:that|those))\s+of\s+(?:missing\s+|little\s+)?$|\b(?:took|takes|take|taken|taking)\s+in\s+$|\b(?:belong(?:s|ed|ing)?|happened|married|born|gave\s+birth)\s+to\s+$",
    re.I,
)
#: "her twin, Georgia", "Amir's sister Sydney": a girl, though a place's name; not "the city's twin, Lille"
_KIN_NAMED = re.compile(
    rf"(?:\b(?:his|her|their|my|our|whose)|\b(?P<own>[\w-]+)['’]s?)\s+(?:[a-z-]+\s+){{0,2}}?"
    rf"(?:{frames.alt([*DATA['kin_younger'], *DATA['kin_peer']])}),?\s+[“\"‘']?$"
    r"|\b(?:his|her|their|whose)\s+(?:late\s+|own\s+|foster\s+)?(?:(?:grand|step)?(?:mother|father)|mum|mom|dad|aunt|auntie|uncle|husband|wife),?\s+$"
    r"|\b(?-i:house|hut|(?:grand|step)?(?:mother|father)|mum|mom|dad|aunt|uncle|bed|grave|coffin)\s+of\s+$",
    re.I,
)
_TOWN = frozenset("town city village port county capital resort".split())


def _kin_before(text: str, name: Name) -> bool:
    m = _KIN_NAMED.search(text, max(0, name.start - 40), name.start)
    return m is not None and not (m["own"] and (m["own"].lower() in _TOWN or is_big(m["own"])))


#: of the words that end the name of a place or a body, the common surnames
_SURNAMES = frozenset(
    "wood woods hill hall lane park mills church banks bridge day rivers lake street field fields west".split()
)
_BODIES = frozenset(
    "helpline ministry university school hospital radio club department bank hotel camp republic government".split()
)
#: "twins Wolf and Ida": a name, though an animal's word
_AFTER_KIN = re.compile(
    r"\b(?:twins?|sons?|daughters?|baby|children|boys?|girls?|kids|brothers?|sisters?|siblings)\s$"
)
_CIPHER_HEAD = frozenset(
    "child boy girl witness victim baby minor teenager youth complainant defendant twin sibling student "
    "pupil learner".split()
)


@dataclass(slots=True, eq=False)
class Name:
    """One stretch of text that may name a person. ``words`` are normalised (see ``key``)."""

    start: int
    end: int
    words: tuple[str, ...]
    sentence: int
    label: str  # the pipeline's entity label, or ""
    title: str | None = None  # a grown-up's title before it, lower case
    titled_at: int | None = None  # where the title starts
    acts: bool = False  # a verb follows: "Keanu has refused"
    ordinary: bool = False  # one word, in the English dictionary, that opens a sentence
    dateline: bool = False
    honoured: bool = False  # a grown-up's honorific follows ("Aida eje")
    propn: bool = True  # the tagger sees a proper noun in it
    common: bool = False  # the draft also has it as an ordinary, lower-case word
    suspect: bool = False  # the pipeline calls it something else than a person
    kind: str = "person"  # person, place, organisation, team, cipher
    doubtful: bool = False  # may be an ordinary word that opens a sentence
    cues: list[Cue] = field(default_factory=list)
    group: list[Name] | None = None
    full_caps: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """A word of a name for comparison: no case, no diacritics, plain apostrophes and hyphens."""
    w = unicodedata.normalize("NFKD", word.casefold())
    w = "".join(c for c in w if not unicodedata.combining(c))
    return re.sub(r"[’‘ʻʼ`]", "'", re.sub(r"[\u2010\u2011]", "-", w)).strip(".'-")


_CLASS = re.compile(frames.GRADE)
_SURNAMES_FIRST = frozenset(DATA["surnames_first"])
_SURNAMES_MAYBE = frozenset(DATA["surnames_first_maybe"])
#: "Student, 15, held": who somebody is, and no name
_WHO_IT_IS = frozenset(
    "student learner suspect survivor witness defendant refugee migrant orphan passenger teen victim burglar "
    "accused".split()
)
_WHO_NOBODY = _KIN_WORDS | _CHILD_WORDS | _WHO_IT_IS
#: titles that go before a name as an abbreviation
_SHORT_RANKS = frozenset(
    "rep sen gov supt sgt insp capt lieut lt col cmdr maj brig det prof cpl atty".split()
)
_SHORT_TITLES = frozenset("mr mrs ms dr mx madam sir rep sen gov".split())
#: ranks and offices that a full stop may part from the name: "spokesperson Maj. Ines Rojas"
_RANKS = frozenset(
    "Maj Lt Col Capt Sgt Cpl Pfc Pvt Pte Spc LCpl Insp Supt Det Gen Brig Cmdr Coun Cllr Prof Rev Atty Engr Hon".split()
)
_DAYS = frozenset("mon tue wed thu fri sat sun".split())
#: words of the calendar that are names or syllables of names as well: Sunday Okoro, May Thu, Jun Jun
_DATES = _DAYS | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday april may june july august jan mar jun aug oct "
    "nov".split()
)


def surname_first(words: Sequence[str]) -> bool:
    """Whether the surname comes first in the (normalised) name: Choi Jun-ho, Phạm Thu Trang, Chen Yichen."""
    if len(words) < 2 or len(words) > 3:
        return False
    eastern = "-" in words[-1] or len(words) == 3
    if words[0] in _SURNAMES_FIRST:
        return eastern or words[-1] not in _SURNAMES_FIRST
    return words[0] in _SURNAMES_MAYBE and eastern


def find_names(draft: Draft, doc: Parse, sentences: Sequence[Span]) -> list[Name]:
    """Candidates in text order, never overlapping."""
    text = draft.text
    tokens: dict[int, Token] = {t.idx: t for t in doc}
    openers = _openers(text, sentences)
    headline_spans = _title_case_lines(text)
    ordinary: frozenset[str] = doc.user_data.get("ordinary", frozenset())
    known = _given_words(text, tokens)
    names: list[Name] = []
    si = 0
    for m in RUN.finditer(text):
        if text[m.end() : m.end() + 1].isdigit() and text[m.end() : m.end() + 2][1:].isalpha():
            continue  # "Hope4Harley": a tag
        while si + 1 < len(sentences) and sentences[si + 1].start <= m.start():
            si += 1
        words = [(w.start() + m.start(), w.end() + m.start()) for w in _WORD.finditer(m.group())]
        line = bisect_right(headline_spans, m.start(), key=itemgetter(0)) - 1
        in_title = line >= 0 and m.start() < headline_spans[line][1]
        for piece in _pieces(text, words, tokens, openers, in_title, ordinary, known):
            name = _name(text, piece, tokens, openers, si, in_title, ordinary)
            if name:
                names.append(name)
    _agree(text, names)
    _places(text, names)
    return sorted([*names, *_lower_case(text, sentences)], key=lambda n: n.start)


#: where only a place stands, whatever its name looks like
_ONLY_PLACE = re.compile(
    r"\bhome\s(?:to|from)\s$|\b(?:village|aul|hamlet|settlement|town|commune|kampung|barangay|sitio|suburb|townland|upazila|tehsil|ward|parish)\s(?:of|called|named)\s$"
    r"|\b(?:boy|girl|child|teenager|toddler|pupil|student|youth|couple|family|\d\d?),\s(?:also\s)?of\s$",
    re.IGNORECASE,
)


def _agree(text: str, names: Sequence[Name]) -> None:
    """One run is one thing in a draft: what is a person's name elsewhere is no place and no body here, whatever
    the pipeline calls it."""
    people = [n for n in names if n.kind == "person" and n.label == "PERSON" and len(n.words) > 1]
    whole = {n.words for n in people}
    acting = {n.words[0] for n in names if n.kind == "person" and n.label == "PERSON" and n.acts}
    parts = {w for n in people for w in (n.words[0], n.words[-1])}
    for n in names:
        if n.kind == "cipher" or n.dateline or n.full_caps or (n.label == "PERSON" and n.kind == "person"):
            continue
        if PLACE_NOUN.match(text, n.end) or _PLACE_OF_NAME.match(text, n.end):
            continue
        if (n.words in whole or (len(n.words) > 1 and n.words[0] in acting and n.kind == "person")) or (
            len(n.words) == 1
            and n.words[0] in parts
            and ((n.kind == "person" and not n.ordinary) or _stands_alone(text, n))
        ):
            n.kind, n.label, n.suspect = "person", "PERSON", False


def _places(text: str, names: Sequence[Name]) -> None:
    """A run that is a place once ("moved to Assin") is one where nothing says what it is ("Assin was kind")."""
    sides = {tuple(map(key, side.split())) for m in _SCORE.finditer(text) for side in m.groups()}
    for n in names:
        if n.words in sides:
            n.kind = "team"
    people = {n.words for n in names if n.label == "PERSON"}
    # taken for a person by the pipeline, yet nowhere but "in X", "the hamlet of X", "the boy, of X,"
    people |= {n.words for n in names if n.kind == "person" and _kin_before(text, n)}
    people -= {words for words in people if all(_only_place(text, n) for n in names if n.words == words)}
    placed = {
        n.words
        for n in names
        if n.words not in people
        and (n.kind == "place" or _IN.search(text, max(0, n.start - 16), n.start) or _only_place(text, n))
        and not n.dateline
        and text[n.end : n.end + 2] not in ("'s", "’s")
        and not CASE_OF.match(text, n.end)
        and not _OF_SOMEBODY.search(text, max(0, n.start - 24), n.start)
    }
    kin = {n.words for n in names if n.kind == "person" and n.suspect and _kin_before(text, n)}
    for n in names:
        if n.kind == "person" and n.words in placed:
            n.kind = "place"
        elif n.kind == "place" and n.words in kin and not _only_place(text, n):
            n.kind, n.suspect = "person", False  # "his twin, Georgia … Georgia said"


def _only_place(text: str, n: Name) -> bool:
    """Whether nobody can stand here: "in X", "the hamlet of X", "the boy, of X,"."""
    if re.match(r"[’']s?\b|\sand\s", text[n.end : n.end + 5]):
        return False  # "in X and Y's bedroom"
    inside = _IN.search(text, max(0, n.start - 16), n.start)
    return bool(
        (inside and inside.group().lower() in ("in ", "near "))
        or _ONLY_PLACE.search(text, max(0, n.start - 32), n.start)
    )


def _stands_alone(text: str, n: Name) -> bool:
    """Whether only somebody can stand here: "Park, who went", "At half past nine Santiago is collected"."""
    before = text[max(0, n.start - 24) : n.start]
    somebody = n.acts or _SUBJECT.match(text, n.end)
    return bool(
        somebody and not _PLACE_PREP.search(before) and not re.search(r"\b(?:the|a|an)\s$", before, re.I)
    )


def _lower_case(text: str, sentences: Sequence[Span]) -> list[Name]:
    """Names in a line that is written without any capital, where the words around show one."""
    out = []
    for line in re.finditer(r"[^\n]+", text):
        if line.group() != line.group().lower() or len(line.group().split()) < 4:
            continue
        for m in _LOWER_NAME.finditer(text, line.start(), line.end()):
            start, end = m.span("as") if m["as"] else m.span("age")
            words = text[start:end].split()
            if all(
                w not in _NOT_NAMES and w not in _ROLES and w not in _CHILD_WORDS and w not in _KIN_WORDS
                for w in words
            ):
                at = next((i for i, s in enumerate(sentences) if s.start <= start < s.end), 0)
                out.append(Name(start, end, tuple(key(w) for w in words), at, "", propn=True))
    return out


def _given_words(text: str, tokens: dict[int, Token]) -> frozenset[str]:
    """The words such as Will and May that are somebody's first name in this draft."""
    out = set()
    for m in _MAY_BE_GIVEN.finditer(text):
        both = [tokens.get(m.start(g)) for g in ("w", "last")] if m["last"] else []
        whole = len(both) == 2 and all(t is not None and t.ent_type_ == "PERSON" for t in both)
        beside = m["before"] or m["after"]
        if whole or (beside and beside.lower() not in _NOT_NAMES):
            out.add(m["w"].lower())
    return frozenset(out)


def _goes_on(text: str, end: int, tokens: dict[int, Token]) -> bool:
    """Whether somebody's name ends here: "Will, 11,", "Will hung up his coat", not "Will the court …"."""
    following = tokens.get(end + 1)
    acts = following is not None and following.tag_ in ("VBD", "VBZ", "VBN")
    return acts or _GOES_ON_OF_SOMEBODY.match(text, end) is not None


def _openers(text: str, sentences: Sequence[Span]) -> set[int]:
    """Offsets of words that would be capitalised anyhow: the first of a sentence, a quotation, a list item."""
    out = set()
    for s in sentences:
        m = re.search(r"\w", text[s.start : s.start + 12])
        if m:
            out.add(s.start + m.start())
    out.update(m.end() for m in re.finditer(r"(?:^|(?<=[\s(]))[“\"‘'«]|[.!?:]\s+|\n\s*[-•*–—]?\s*", text))
    return out


def _title_case_lines(text: str) -> list[tuple[int, int]]:
    """Lines in which most words are capitalised, so that a capital says nothing."""
    out = []
    for m in re.finditer(r"[^\n]+", text):
        words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", m.group())
        long = [w for w in words if len(w) > 3]
        if (
            (len(words) >= 3 or (len(words) == 2 and m.group().isupper()))
            and long
            and sum(w[0].isupper() for w in long) >= 0.75 * len(long)
            and len(words) < 30
            # "The dead were named as Mary Awor and Peter Lang.": a sentence full of names
            and not (m.group().rstrip()[-1] in '.!?”"' and sum(w[0].islower() for w in long) > 1)
        ):
            out.append((m.start(), m.end()))
    return out


def _pieces(
    text: str,
    words: list[tuple[int, int]],
    tokens: dict[int, Token],
    openers: set[int],
    in_title: bool,
    ordinary: frozenset[str],
    known: frozenset[str],
) -> list[list[tuple[int, int]]]:
    """Split a run where a word cannot be part of a name; titles stay as the first word of a piece."""
    pieces: list[list[tuple[int, int]]] = [[]]
    after_child = after_a_child(text, words[0][0])
    told = (after_child or _BESIDE_AGE.match(text, words[-1][1]) is not None) and not _TIME_PREP.search(
        text, max(0, words[0][0] - 12), words[0][0]
    )
    for i, (s, e) in enumerate(words):
        raw = text[s:e]
        low = raw.lower().rstrip(".")
        if (
            s in openers
            and i
            and text[s - 1] not in "“\"‘'("
            and not text[words[i - 1][0] : words[i - 1][1]].endswith(".")
        ):
            pieces.append([])
        pos = tokens[s].pos_ if s in tokens else "PROPN"
        first = re.split(r"[-\u2010\u2011'’]", low)[0]
        stop = raw[0].islower() and low not in DATA["particles"] and first not in DATA["particles"]
        stop = stop or _ABBREVIATED.match(raw) is not None
        if (
            low in _NOT_NAMES
            or _NUMBERED.match(low)
            or (s in openers and re.split(r"['’]", low)[0] in _NOT_NAMES)
        ):
            # "Will Banks", "May Chen" in the middle of a sentence: the capital is the name's
            between = (  # "Lotte May Harding", not "On Tuesday Ferrol"
                0 < i < len(words) - 1
                and s not in openers
                and text[words[i - 1][0] : words[i - 1][1]].lower() not in _NOT_NAMES
            )
            ends = (  # "Ei Mon"
                0 < i == len(words) - 1
                and s in tokens
                and tokens[s].ent_type_ == "PERSON"
                and pos not in _CLOSED  # "siblings called K and L. The letters"
                and not _DATE_AFTER.match(text, e)
            )
            inside = (
                between
                or ends
                or (
                    s not in openers
                    and not in_title
                    and len(words) > 1
                    and low not in _CAPITALS
                    and (
                        i > 0
                        or (pos == "PROPN" and low in _FUNCTION)
                        or (
                            told
                            and low in _SYLLABLES
                            and text[words[1][0] : words[1][1]].lower() not in ordinary
                        )
                    )
                )
            )
            alone = (
                len(words) == 1
                and (
                    (
                        (low in _CAPITALS or low in _FUNCTION or low in _WORD_NAMES)
                        and _BESIDE_AGE.match(text, e)
                    )
                    or ((low in _DATES or low in _FUNCTION or low in _WORD_NAMES) and after_child)
                )
                and not _TIME_PREP.search(text, max(0, s - 12), s)
            )
            # "Ben and Will ran", where it is told who Will is
            alone = alone or (
                len(words) == 1
                and low in known
                and (s not in openers or _goes_on(text, e, tokens))
                and not in_title
                and not _DATE_AFTER.match(text, e)
                and not _TIME_PREP.search(text, max(0, s - 12), s)
            )
            # "Sunday Bassey Obi": a day that begins a person's name
            day = (
                i == 0
                and len(words) > 1
                and words[1][0] in tokens
                and (tokens[words[1][0]].ent_type_ == "PERSON" or _NAMED_AS.search(text, max(0, s - 12), s))
                and not _TIME_PREP.search(text, max(0, s - 12), s)
            )
            # "Thu Trang", "Ei Mon": no day beside a word that is no English one; "May Thu", "Jun Jun": no date
            beside = [text[a:b].lower() for a, b in (*words[i + 1 : i + 2], *words[i - 1 : i] * (i > 0))]
            syllable = (
                low in _DATES
                and "." not in raw
                and not in_title
                and not _DATE_AFTER.match(text, e)
                and not _TIME_PREP.search(text, max(0, s - 12), s)
                and (
                    (low in _DAYS and any(w not in ordinary | _NOT_NAMES for w in beside))
                    or any(
                        w == low or {w in _DAYS, low in _DAYS} == {True, False} for w in beside if w in _DATES
                    )
                    or (len(words) > 1 and told)
                )
            )
            stop = not (
                inside
                or alone
                or syllable
                or (day and low in _CAPITALS and text[words[1][0] : words[1][1]].lower() not in _NOT_NAMES)
            )
        stop = stop or _NUMBER.match(text, s) is not None
        if not stop and in_title and len(words) > 1:
            stop = (
                pos in _CLOSED
                or pos in ("VERB", "ADV")
                or low in _CHILD_WORDS
                or low in _ROLES
                or low in _KIN_WORDS
                or (
                    # an English noun in a headline, unless an age follows
                    bool({low, re.sub(r"(?:ies|es|s)$", "", low)} & ordinary)
                    and (
                        _what_it_is(text, raw)
                        or (
                            s in tokens and tokens[s].ent_type_ != "PERSON" and not _BESIDE_AGE.match(text, e)
                        )
                    )
                )
            )
        if (
            in_title
            and len(words) == 1
            and low in ordinary
            and re.search(r"\b\d+\s+$", text[max(0, s - 5) : s])
        ):
            stop = True  # "3 Die, 4 Injured"
        if stop and not (raw.endswith(".") and len(low) == 1):
            pieces.append([])
            continue
        pieces[-1].append((s, e))
    return [p for p in pieces if p]


def _what_it_is(text: str, word: str) -> bool:
    """ "KNIFE GANG BOSS, 15": a word in capitals that the body of the draft has in lower case only, if at all."""
    body = text.find("\n")
    return (
        word.isupper()
        and word.lower() not in WORD_NAMES
        and body > 0
        and not text.isupper()
        and word.capitalize() not in text
    )


def _name(
    text: str,
    words: list[tuple[int, int]],
    tokens: dict[int, Token],
    openers: set[int],
    sentence: int,
    in_title: bool,
    ordinary: frozenset[str],
) -> Name | None:
    if _CLASS.fullmatch(text, words[0][0], words[-1][1]):
        return None  # "a Form Two student"
    lows = [text[s:e].lower().rstrip(".") for s, e in words]
    title: str | None = None
    doubtful = False
    # a title or role before the name; the last word is never one ("Will Baker")
    cut, titled_at = 0, None
    for i in range(len(words) - 1):
        w = lows[i]
        head = w.split("-")[-1] if "-" in w else w
        if (w in _TITLES or head in _TITLES) and not (
            w in _ROLES and _named_so(tokens, words[i][0], words[i + 1][0])
        ):
            # "Justice" or "Baker" may be a first name too: inside a longer name only before two more words
            cut, title, titled_at = i + 1, w, words[i][0]
        elif i == cut and (
            w in _CHILD_PREFIX
            or (
                (words[i][0] in openers or in_title)
                and (w in _CHILD_WORDS or w in _KIN_WORDS or (w in _WHO_IT_IS and i + 1 < len(words)))
            )
        ):
            cut = i + 1
        elif (
            i == cut
            and (w in _ROLES or head in _ROLES)
            and not _named_so(tokens, words[i][0], words[i + 1][0])
        ):
            cut, title = i + 1, w
    if cut == 0 and len(words) == 1 and (lows[0] in _WHO_NOBODY or frames.is_number(lows[0])):
        return None
    if in_title and len(words) == 1 and lows[0] in _SOMEBODY:
        return None
    if len(words) == 1 and (peoples := _TWO_PEOPLES.fullmatch(text, *words[0])):
        token = tokens.get(peoples.start("last"))
        norp = token is not None and token.ent_type_ == "NORP"
        if norp or peoples["last"].lower() in _CAPITALS:
            return None
    if len(words) == 1 and words[0][0] in openers and _ITEM.match(text, words[0][1]):
        return None
    s0 = words[cut][0]
    tok = tokens.get(s0)
    if s0 in openers and tok is not None and not in_title:
        if tok.pos_ in _CLOSED:
            if len(words) - cut == 1:
                doubtful = True
            else:
                cut += 1
        elif len(words) - cut == 2 and lows[cut] in WORD_NAMES - _TITLES:
            pass  # "Precious Ndlovu rang": the word is the first name
        elif (
            len(words) - cut > 1
            and lows[cut] in ordinary
            and lows[cut] not in WORD_NAMES
            and EPITHET.fullmatch(lows[cut])
            and text.count(text[slice(*words[cut + 1])]) > 1
        ):
            cut += 1  # "Jobless Strand had told", where the draft has Strand elsewhere
        elif tok.pos_ in _OPEN and tok.ent_type_ != "PERSON":
            after = tokens.get(words[cut + 1][0]) if len(words) - cut > 1 else None
            plain = tok.is_alpha and tok.text[1:].islower()
            # "Fikile Dube fixed the pump": no English word, so a part of the name
            plain = plain and (not ordinary or bool({lows[cut], tok.lemma_.lower()} & ordinary))
            if after is not None and plain and (tok.pos_ in ("ADV", "VERB") or after.ent_type_ == "PERSON"):
                cut += 1
            else:
                doubtful = True
    words, lows = words[cut:], lows[cut:]
    last = words[-1][1] if words else 0
    while len(words) > 1 and lows[-1] in _AFTER_NAME | _JUNIOR:
        low = lows.pop()
        words.pop()
        title = title if low in _JUNIOR else low
        last = last if low in _JUNIOR else words[-1][1]
    if not words or (
        len(words) == 1
        and lows[-1] in frames.ANIMAL_SET
        and (words[0][0] in openers or not _BESIDE_AGE.match(text, words[0][1]))
        and not _AFTER_KIN.search(text, max(0, words[0][0] - 14), words[0][0])
        and not after_a_child(text, words[0][0])
    ):
        return None
    start, end = words[0][0], last
    junior = end != words[-1][1]
    if lows[-1] in _SHORT_RANKS and text[end - 1 : end + 1].endswith("."):
        return None  # "State Rep. Gordon Pike", "Police Supt.": the title of the name that follows
    raw = text[start:end]
    if title is None and cut == 0:
        before = re.search(r"\b(\w+)\.?\s$", text[max(0, start - 12) : start])
        if before and (before.group(1).lower() in _SHORT_TITLES or before.group(1) in _RANKS):
            title = before.group(1).lower()
    # a full stop that ends the sentence is no part of the name
    if raw.endswith(".") and not junior and not re.fullmatch(rf"(?:{_INITIAL}\s?)+", raw):
        end -= 1
    if re.search(r"['’]S$", raw) and raw.isupper() and len(raw) > 4:
        end -= 2  # "SAVE POPPY'S PONY"
        words = [*words[:-1], (words[-1][0], end)]
    cores = [k for k in (key(text[s:e]) for s, e in words) if k]
    if not cores:
        return None
    label = ""
    for s, _ in words:
        if s in tokens and tokens[s].ent_type_:
            label = tokens[s].ent_type_
            break
    name = Name(start, end, tuple(cores), sentence, label, title, doubtful=doubtful)
    name.titled_at = titled_at if title is not None else None
    letters = [c for c in text[start:end] if c.isalpha()]
    name.full_caps = len(letters) > 1 and all(c.isupper() for c in letters)
    name.kind = _kind(text, name, lows)
    if cores[0] in _BALINESE and text[max(0, start - 3) : start] in (" I ", "I ", "“I "):
        name.start -= 2
    following = next((tokens[i] for i in range(end + 1, end + 2) if i in tokens), None)
    name.acts = following is not None and following.pos_ in ("VERB", "AUX") and following.text.islower()
    # not "Ha" of "Ha-eun"
    whole = not re.fullmatch(r"[^\W\d_]{2,}[-\u2010\u2011][^\W\d_]{2,}", text[words[0][0] : words[0][1]])
    lemma = {
        lows[0],
        tok.lemma_.lower() if tok is not None and whole else "",
        re.sub(r"(?:ies|es|s|ed|ing)$", "", lows[0]),
    }
    english = bool(lemma & ordinary)
    name.ordinary = len(words) == 1 and s0 in openers and english
    if name.ordinary and _SCARE.match(text, end) and _SCARED.search(text, max(0, start - 4), start):
        name.kind = "organisation"  # "'Bully' pupil in court": a word in quotation marks
    if doubtful and len(words) == 1 and ordinary and not english:
        name.doubtful = False  # no English word: the capital is the name's
    if len(words) == 1 and lows[0] in _TITLES and label != "PERSON":
        name.doubtful = True  # "the First Lady", "the Director"
    name.honoured = bool(_HONORIFIC.match(text, end))
    name.propn = (bool(ordinary) and not name.doubtful and not english) or any(
        s in tokens and tokens[s].pos_ == "PROPN" for s, _ in words
    )
    if in_title and not name.label and (not name.propn or (len(words) == 1 and english)):
        name.doubtful = True
    if doubtful and len(words) == 1:
        name.common = bool(re.search(rf"\b{re.escape(text[start:end].lower())}\b", text))
    return name


def _named_so(tokens: dict[int, Token], at: int, then: int) -> bool:
    """Whether a word such as Mason or Hunter is a first name here: the pipeline has it in the same entity."""
    a, b = tokens.get(at), tokens.get(then)
    return a is not None and b is not None and a.ent_type_ == b.ent_type_ == "PERSON"


#: "St Fechin's Terrace": the rest of a name that began before
_LED = re.compile(r"(?:[A-Z][\w’'.]*|[’']s?)\s$")


_FIRM = re.compile(
    r"\b(?:firm|practice|company|clinic|chambers|agency|shop|store|bakery|restaurant|studio|consultancy|accountants|solicitors|lawyers|builders|dealers|publishers?)\s(?:\w+\s&\s)?$"
)
_AND_PARTNER = re.compile(rf"\s&\s[{_UPPER}]|&\s$|^&\s")
_SCHOOL_PART = frozenset("primary secondary infant junior high nursery preparatory".split())
_AND_PART = re.compile(rf"[{_UPPER}][\w’'-]+\s(?:and|&)\s$")
_SO_MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|dozens\s+of|\d+)\s$", re.I
)
_OWNS_NEXT = re.compile(rf"['’]s\s[{_UPPER}][\w’'-]+")
_OWNED = re.compile(rf"[{_UPPER}][\w-]+['’]s\s$")


def _of_two_words(text: str, name: Name, before: str) -> bool:
    """Whether the word is half of a well-known place, "Cox's Bazar", "King's Lynn"."""
    if m := _OWNS_NEXT.match(text, name.end):
        return is_big(text[name.start : m.end()])
    m = _OWNED.search(before)
    return m is not None and is_big(m.group() + text[name.start : name.end])


def _kind(text: str, name: Name, lows: list[str]) -> str:
    before = text[max(0, name.start - 24) : name.start]
    raw = text[name.start : name.end]
    if len(name.words) == 1 and re.fullmatch(rf"[{_UPPER}]{{1,2}}", raw):
        side = text[name.start - 1 : name.end + 1] in ("(L)", "(R)", "(C)")
        return "organisation" if side else "cipher"  # Child A, Boy B, X; where somebody stands in a picture
    if re.fullmatch(rf"(?:[{_UPPER}]\.?[\s-]?){{2,4}}", raw) and not re.search(
        r"[aeiouyаеиоу]", raw.lower()[1:-1] or ""
    ):
        return "cipher"  # KTR, M.K.
    if re.fullmatch(rf"(?:{_INITIAL}\s?)+", raw):
        return "cipher"
    if re.fullmatch(rf"[{_UPPER}]{{3,4}}", raw) and re.search(
        r"[a-z]", text[max(0, name.start - 40) : name.end + 40]
    ):
        return "organisation"  # an acronym
    if len(lows) == 2 and lows[0] in _CIPHER_HEAD and len(lows[1]) == 1:
        return "cipher"
    if len(lows) > 1 and (lows[0] in _CHILD_WORDS or lows[0] in _BODIES):
        return "organisation"  # Child Prostitution, Youth Parliament
    if len(name.words) == 1 and len(raw) <= 3 and _AMOUNT.match(text, name.end):
        return "organisation"  # "Tk 190", "Rs. 40"
    if len(lows) > 1 and lows[0] in _ORG_FIRST:
        return "organisation"  # "Orchestre Saint-Michel"
    if (
        lows[-1] in _SURNAMES
        and len(lows) == 2
        and name.label == "PERSON"
        and not _PLACE_PREP.search(before)
        and not re.search(r"\b(?:the|on)\s$", before, re.I)
    ):
        return "person"  # "Damian Wood"
    if (lows[-1] in _ORG and not (len(lows) == 1 and name.label == "PERSON" and not _LED.search(before))) or (
        len(lows) > 2 and any(w in _ORG for w in lows[1:])
    ):
        return "organisation"
    if _FIRM.search(text, max(0, name.start - 32), name.start) and _AND_PARTNER.search(
        text, max(0, name.start - 3), name.end + 4
    ):
        return "organisation"  # "the law firm Goh & Teo"
    if len(lows) == 1 and lows[0] in _SCHOOL_PART and _AND_PART.search(before):
        return "organisation"  # "Mill Road Infant and Primary"
    if len(lows) == 1 and raw.endswith("s") and _SO_MANY.search(before):
        return "organisation"  # "two Filipinas"
    if len(lows) > 2 and lows[-1] in ("ii", "iii", "iv") and lows[-2] in _ORG:
        return "organisation"
    if len(name.words) == 1 and _of_two_words(text, name, before):
        return "place"  # "Cox's Bazar"
    if (
        name.full_caps
        and _DATELINE.match(text, name.end)
        and _LINE_SO_FAR.search(text, max(0, name.start - 60), name.start)
    ):
        name.dateline = True
        return "place"
    if PLACE_NOUN.match(text, name.end):
        return "place"
    if len(lows) == 1 and lows[0] in _OF_THE_SCHOOL:
        return "organisation"  # "LEEDS — Students in grades six to eight"
    if before.endswith("Little ") and is_big(raw):
        return "place"  # "Little Bombay"
    if _OFFICE_OF.search(before):
        return "organisation"  # "the Department of Social Welfare"
    if _NAMED_AFTER_SOMEBODY.match(text, name.end):
        return "organisation"  # "Amber alerts", "the Marchioness inquiry"
    if _AFTER_STREET.search(text, max(0, name.start - 60), name.start) or _IS_A_PLACE.match(text, name.end):
        return "place"
    if AFTER_BODY.search(before) and (name.label != "PERSON" or _GOES_ON.match(text, name.end)):
        return "place"  # "Community Secondary School, Ikot Obioma"
    if _PLACE_OF_NAME.match(text, name.end):
        return "organisation"  # Aibek's Plov House
    if re.search(r"\b(?:[Bb]orn|[Dd]ied|BORN|DIED):\s$", before) and _DIED_WHERE.match(text, name.end):
        return "place"  # "Died: Glasgow, 19 October"
    if name.label in _OTHER_LABELS and not name.title:
        name.suspect = True
    if name.label in ("GPE", "LOC", "FAC"):
        name.suspect = True
        if (
            name.label == "GPE"
            and is_big(raw)
            and not re.match(r"\s*[,(]\s*(?:aged?\s+)?\d|['’]s?\b", text[name.end : name.end + 8])
            and not (_SAID.search(before) and re.match(r"[.,;]", text[name.end : name.end + 1]))
            and not _kin_before(text, name)
        ):
            return "place"
        if (
            (_PLACE_PREP.search(before) or _PLACE_AND.search(text, max(0, name.start - 60), name.start))
            and not CASE_OF.match(text, name.end)
            and not _OF_SOMEBODY.search(text, max(0, name.start - 24), name.start)
        ):
            return "place"
    if name.suspect and _THE_OLD.search(before):
        return "organisation"
    if len(lows) == 1 and _THE_YOUNGEST.search(before):
        return "organisation"  # "the youngest Beatle"
    if re.search(r"\b(?:the|a|an)\s$", before, re.I) and not re.match(
        r"\s(?:boys?|girls?|kids|brothers|sisters|twins|triplets|children|family|siblings|baby|babies|child)\b",
        text[name.end : name.end + 12],
    ):
        return "organisation" if name.label != "PERSON" or len(lows) == 1 else "person"
    return "person"
