"""What a name is the name of: a person, a place, an organisation, a team; all of one name agree."""

from __future__ import annotations

from collections.abc import Sequence

from ... import lazy_re as re
from ...languages.en import frames
from ...languages.en.frames import DATA
from ..details.places import is_big
from .model import CHILD_WORDS, INITIAL, UPPER, Name, key

#: no names, even where a line begins with them
_OF_THE_SCHOOL = frozenset((*DATA["child_nouns_plural"], "students", "parents", "teachers"))
_ORG = frozenset(w.lower() for w in DATA["org_heads"])
_ORG_FIRST = frozenset(w.lower() for w in DATA["org_heads_first"])
#: after a sign for money
_AMOUNT = re.compile(r"\.?\s?\d[\d,.]*\b(?!\s*(?:years?|months?)\b)")
#: where a dateline may go on: "MOUNT DARWIN, "
_LINE_SO_FAR = re.compile(rf"(?:\A|\n)\s*(?:[{UPPER}][{UPPER}\s.’'-]*,\s+)?$")
_DATELINE = re.compile(r"\s*(?:,[^—–\n]{0,40})?\s*(?:—|–|--|:|\(|-\s)|,\s*\d{1,2}\s+[A-Z]")
PLACE_NOUN = re.compile(
    r"\s(?:students?|pupils?|learners?|graders?|examinations?|jersey|shirt|kit|scarf|strip|colours|tracksuit|hoodie|villages?|communit(?:y|ies)|neighbou?rhoods|townships|suburbs|districts|towns|counties|parishes|block|tehsil|taluka?|mandal|upazila|thana|commune|headteacher|headmaster|headmistress|residents?|villagers|magistrates|councillors?|constituency|man|woman|men|women|mum|mom|dad|couple|pensioner|district|province|region|mahalla|county|street|road|neighbou?rhood|suburb|settlement|municipality|prefecture|oblast|rayon|hamlet|township|island|valley|school|hospital|clinic|court|prison|mosque|church|university|college|police|camp|shelter|hotel|market|station|bridge|highway|border|crossing|parish|diocese|chapel|convent|monastery|shrine|cathedral|cemetery|orphanage)\b"
)
_PLACE_OF_NAME = re.compile(
    rf"['’]s\s+(?:[{UPPER}][\w’'-]*\s+){{0,3}}(?:{'|'.join(sorted(DATA['org_heads'], key=len, reverse=True))})\b"
)
_OFFICE_OF = re.compile(
    r"\b(?:Department|Ministry|Bureau|Institute|Office|Faculty|Board|Bank|Republic) of(?: the)? $"
)
#: "10 years in Wekesa case": a case is called after a person
CASE_OF = re.compile(
    r"\s(?:case|murder|trial|inquest|probe|killing|death|abduction|kidnap|kidnapping|rape|tragedy|hunt)\b"
)
#: before what is no person when the pipeline says so: "the old Hilux"
_THE_OLD = re.compile(
    r"\b(?:the|an?|his|her|their|its)\s+(?:first|second|third|next|last|own|old|new|used|second-hand|brand-new|battered|family|local|same|red|white|blue|black|green|grey)\s$",
    re.I,
)
_OTHER_LABELS = frozenset("ORG NORP LAW EVENT WORK_OF_ART PRODUCT LANGUAGE".split())
#: "I did not want to," said Georgia.: no country
_SAID = re.compile(r"[”\"’']\s+(?:said|says|asked|recalled|recalls|added|whispered|replied)\s$")
_THE_YOUNGEST = re.compile(
    r"\b(?:the|an?)\s+(?:(?:youngest|oldest|eldest|tallest|fifth|ex-|only|first|last|[“\"‘'][a-z-]+[”\"’'])\s)$"
)
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
_SIDE = rf"((?:[{UPPER}][\w’'.-]*[ ]){{1,4}})\d{{1,3}}(?:[-–:.]\d{{1,3}})*"
_SCORE = re.compile(
    rf"^[ \t]*(?:[^:\n]{{1,40}}:[ ])?{_SIDE},?[ ]+(?:(?:v|vs|and|to|[-–])[ ]+)?{_SIDE}[ \t]*(?:\([^()\n]*\))?$",
    re.M,
)
#: "Norwood, a town of 4,000"
_IS_A_PLACE = re.compile(
    r",\s+Co(?:unty|\.)?\s[A-Z]|,\s+(?:an?|the|another)\s+(?:(?!(?:from|of|in|at|near|on|to|by|with|for|who|whose|and|outside)\b)[\w-]+\s+){0,3}?(?:town|village|city|suburb|hamlet|settlement|region|island|port|neighbou?rhood|district|borough|province|county|slum|township|capital|parish)\b"
)
_DIED_WHERE = re.compile(r"[,.]\s+(?:on\s+)?(?:\d{1,2}|[A-Z][a-z]+\s+\d)")
#: what follows somebody: ", who went", "'s mother", "is collected"
_SUBJECT = re.compile(
    r",\s+who\b|\s+who\b|['’]s\s+(?:mother|father|mum|mom|dad|parents|family)\b|\s+(?:is|was|has|goes|went)\s[a-z]"
)
#: after a place, not after a person whom a school is told of: "Secondary School, Umu Lake, before Madam Adaeze"
_GOES_ON = re.compile(r",\s+(?:before|after|where|when|in|on|and|since|until|while)\b")
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
    rf"\b(?:in|at|from|near|to|between|across)\s+(?:[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w’'-]+)?,\s)*[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w’'-]+)?,?\s+(?:and|or)\s$"
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
    r"|\b(?-i:with|to|and|of|for|as|his|her|by|when|have|has|had|share|shares)\s+(?:(?:baby|little|young|eldest|youngest)\s+)?(?-i:daughters?|sons?|(?:grand|step)(?:daughter|son)|twins|toddler)\s+$"
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
_CIPHER_HEAD = frozenset(
    "child boy girl witness victim baby minor teenager youth complainant defendant twin sibling student "
    "pupil learner".split()
)
#: where only a place stands, whatever its name looks like
_ONLY_PLACE = re.compile(
    r"\bhome\s(?:to|from)\s$|\b(?:disappeared|vanished|missing|absconded|old\sand|is|was)\sfrom\s$|\b(?:village|aul|hamlet|settlement|town|commune|kampung|barangay|sitio|suburb|townland|upazila|tehsil|ward|parish)\s(?:of|called|named)\s$"
    r"|\b(?:boy|girl|child|teenager|toddler|pupil|student|youth|couple|family|\d\d?),\s(?:also\s)?of\s$",
    re.IGNORECASE,
)


def agree(text: str, names: Sequence[Name]) -> None:
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


def tell_places(text: str, names: Sequence[Name]) -> None:
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
        if _of_a_place(text, n):
            n.kind = "team"  # no words beside it make it somebody
        if n.kind == "person" and n.words in placed:
            n.kind = "place"
        elif n.kind == "place" and n.words in kin and not _only_place(text, n):
            n.kind, n.suspect = "person", False  # "his twin, Georgia … Georgia said"


def _of_a_place(text: str, n: Name) -> bool:
    """ "A 12-year-old Leeds girl", "a 17-year-old Kenyan": where somebody without a name comes from."""
    if len(n.words) > 2 or not _AGED.search(text, max(0, n.start - 14), n.start):
        return False
    return bool(_ONE_OF_THEM.match(text, n.end)) or text[n.start : n.end] in _DEMONYMS


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


_AGED = re.compile(r"\b[\w-]+[-\s](?:year|month)[-\s]old\s$", re.I)
_ONE_OF_THEM = re.compile(
    r"\s(?:girls?|boys?|teens?|teenagers?|schoolgirls?|schoolboys?|pupils?|students?|lads?|tots?|toddlers?|youngsters?|twins?|man|woman)\b(?![’'])"
)
_DEMONYMS = frozenset(DATA["demonyms"])
#: "St Fechin's Terrace": the rest of a name that began before
_LED = re.compile(r"(?:[A-Z][\w’'.]*|[’']s?)\s$")
_FIRM = re.compile(
    r"\b(?:firm|practice|company|clinic|chambers|agency|shop|store|bakery|restaurant|studio|consultancy|accountants|solicitors|lawyers|builders|dealers|publishers?)\s(?:\w+\s&\s)?$"
)
_AND_PARTNER = re.compile(rf"\s&\s[{UPPER}]|&\s$|^&\s")
_SCHOOL_PART = frozenset("primary secondary infant junior high nursery preparatory".split())
_AND_PART = re.compile(rf"[{UPPER}][\w’'-]+\s(?:and|&)\s$")
_SO_MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|dozens\s+of|\d+)\s$", re.I
)
_OWNS_NEXT = re.compile(rf"['’]s\s[{UPPER}][\w’'-]+")
_OWNED = re.compile(rf"[{UPPER}][\w-]+['’]s\s$")


def _of_two_words(text: str, name: Name, before: str) -> bool:
    """Whether the word is half of a well-known place, "Cox's Bazar", "King's Lynn"."""
    if m := _OWNS_NEXT.match(text, name.end):
        return is_big(text[name.start : m.end()])
    m = _OWNED.search(before)
    return m is not None and is_big(m.group() + text[name.start : name.end])


def kind_of(text: str, name: Name, lows: list[str]) -> str:
    before = text[max(0, name.start - 24) : name.start]
    raw = text[name.start : name.end]
    if len(name.words) == 1 and re.fullmatch(rf"[{UPPER}]{{1,2}}", raw):
        side = text[name.start - 1 : name.end + 1] in ("(L)", "(R)", "(C)")
        return "organisation" if side else "cipher"  # Child A, Boy B, X; where somebody stands in a picture
    if re.fullmatch(rf"(?:[{UPPER}]\.?[\s-]?){{2,4}}", raw) and not re.search(
        r"[aeiouyаеиоу]", raw.lower()[1:-1] or ""
    ):
        return "cipher"  # KTR, M.K.
    if re.fullmatch(rf"(?:{INITIAL}\s?)+", raw):
        return "cipher"
    if re.fullmatch(rf"[{UPPER}]{{3,4}}", raw) and re.search(
        r"[a-z]", text[max(0, name.start - 40) : name.end + 40]
    ):
        return "organisation"  # an acronym
    if len(lows) == 2 and lows[0] in _CIPHER_HEAD and len(lows[1]) == 1:
        return "cipher"
    if len(lows) > 1 and (lows[0] in CHILD_WORDS or lows[0] in _BODIES):
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
        return "place"  # "Community Secondary School, Umu Lake"
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
