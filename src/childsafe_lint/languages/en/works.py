"""Of whom English tells that is no child of today: people of books, plays and history, and ages of long ago."""

from __future__ import annotations

from ... import lazy_re as re
from ... import seek
from . import frames
from .frames import DATA

FICTION = re.compile(
    r"\b(?:"
    + "|".join(re.escape(w) for w in sorted(DATA["fiction"], key=len, reverse=True))
    + r")\b(?!\s+(?:festivals?|crews?|stars?|fans?|clubs?|schools?|set|night|screening|premiere|industry|director|buff))",
    re.I,
)
#: "on her way to see the new", "left after the": somebody real goes there
GOES_TO_SEE = re.compile(
    r"\b(?:see(?:s|ing|n)?|saw|watch(?:es|ed|ing)?|attend(?:s|ed|ing)?|after|before|during|from|leaving|left|queu\w+\s+for|tickets?\s+(?:for|to))\s+(?:the|an?|his|her|their)\s+(?:[\w’'-]+\s+){0,2}$",
    re.I,
)
HISTORY = re.compile(
    r"\b(?:"
    + "|".join(re.escape(w) for w in DATA["history"])
    + r"|(?:inherited|ascended|came\s+to|placed\s+(?:him\s+|her\s+)?on|sat\s+on|took|mounted|succeeded\s+to|acceded\s+to|put\s+on)\s+the\s+(?:\w+\s+)?throne|stained\s+glass|(?:was\s+)?(?:crowned|became)\s+(?:(?:the\s+)?(?:king|queen|emperor|empress|tsar|sultan|pope|pharaoh|dalai)))\b",
    re.I,
)
#: a year of the past: "in 1921"
PAST_YEAR = re.compile(r"(?<!\bborn )\b(?:in|of|by)\s+(?P<year>1[0-9]\d\d)\b", re.I)
#: somebody of history, scripture or legend: a name everybody knows, or a name with the number of a monarch
FIGURE = re.compile(
    r"(?:"
    + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in DATA["figures"])
    + r")\b|[A-Z][a-zé]+\s(?:II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI)\b(?!,\s*\d)"
)
#: after or before an age: of then
AT_THE_TIME = re.compile(r"\s*(?:years?\s+old\s+)?,?\s*(?:at\s+the\s+time|back\s+then|then)\b", re.I)
THEN_AGED = re.compile(r"\b(?:then|at\s+the\s+time)(?:\s+(?:aged|just|only))*\s*$", re.I)
YEARS_AGO = re.compile(rf"\b(?P<n>{frames.NUM})\s+(?P<u>years|decades)\s+(?:ago|earlier|later|on)\b", re.I)
#: each kind of word that talks of a work; three of them make a review
REVIEW = tuple(
    seek.compile(p, re.I | re.M)
    for p in (
        r"\breview(?:ed)?\b(?!\s+(?:of|by|into)\s+(?:the\s+)?(?:case|death|murder))|\bbook\s+of\s+the\s+(?:week|month)\b|\b[1-5]\*",
        r"\b(?:directed|choreographed|adapted)\s+by\b|\bwho\s+(?:also\s+)?directs\b",
        r"\b(?:(?:is|are|was)\s+)?(?:played|voiced|portrayed|sung)\s+by\b|\b(?:soprano|mezzo|tenor|baritone|bass)\b|\b(?:the|a|strong)\s+cast\b|\bperformances?\b|\b(?:gets?|got)\s+the\s+(?:loudest|biggest|best|most)\s+laughs\b",
        r"\b(?:plot|script|screenplay|storyline|staging|libretto|prose|dialogue|short\s+chapters)\b",
        r"\b(?:characters?|heroine|protagonist|narrator|antihero)\b",
        r"\b(?:novel|novella|novelist|playwright|the\s+author|musical|opera|sitcom|drama\s+series|episode|this\s+production|(?:the|this)\s+(?:play|film|movie|show)|(?:new|debut|latest)\s+(?:play|film|musical|opera|memoir))\b",
        r"\b(?:front\s+row|standing\s+ovation|curtain\s+(?:call|rises|falls|comes)|house\s+lights|audience|(?:play|show|production|musical)\s+runs\s+(?:until|till|from|to|at|through))\b",
        # what stands over a review: the publisher and the price, the house and how long it runs
        r"^[^\n.!?]{2,60},\s+[£$€]\d+(?:\.\d\d)?\s*(?:\(?(?:hb|pb|hardback|paperback)\)?)?$|^[A-Z][^\n.!?]{2,50},\s+(?:until|to|till|from)\s+(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{1,2})?$|^(?:Cert(?:ificate)?:?\s*(?:U|PG|12A?|15|18)|Running\s+time:?\s.*|Verdict:?\s.*)$",
    )
)
#: what is told of who plays a part, not of the part
ACTS = re.compile(
    r"(?:,\s[^,.;\n]{1,40},)?\s+(?:also\s+)?(?:plays|played|stars|starred|sings|dances|gives|gave|brings|brought|makes|made\s+(?:his|her)|steals|stole|shines|shone|returns|reprises|joins|leads|conducts|directs"
    r"|(?:is|was)\s+(?:superb|excellent|terrific|outstanding|wonderful|a\s+joy|a\s+delight|a\s+revelation|note-perfect|in\s+fine\s+voice))\b",
    re.I,
)
#: the same kinds in words that have other senses too; with them, four make a review
REVIEW_TOO = tuple(
    seek.compile(p, re.I)
    for p in (
        r"\b(?:[1-5]|one|two|three|four|five)\s+stars\b|\b\d{2,4}\s*(?:pages|pp)\b",
        r"\b(?:debut|first|second|third|fourth|latest)\s+feature\b|\b(?-i:(?:writer-)?[Dd]irector\s+[A-Z])",
        r"\b(?:actor|actress)(?:e?s)?\b",
        r"\b(?:sub-?)?plots?\b|\bchapters\b|\b(?:first|second|third|last|final|opening)\s+act\b",
        r"\bnarrat(?:es?|ed)\b",
        r"\b(?:sequel|adaptation|trilogy|fiction|on\s+(?:the\s+)?(?:screen|stage))\b",
        r"\bstages?\b",
        r"\b(?:scenes?|matinee|interval|encore|costumes?|set\s+design\w*)\b",
    )
)
#: what a work tells happened
TRUE_STORY = re.compile(
    r"\b(?:documentar(?:y|ies)|true\s+(?:story|crime)|real[-\s]life|based\s+on\s+(?:the\s+)?(?:real|true|events|life|murder|case)|memoirs?)\b",
    re.I,
)
#: beasts whose word has no other sense in news and is not that of the young
_GROWN_BEASTS = [
    w
    for w in DATA["animals"]
    if w
    not in (
        "pet cub chick pup seal setter pointer bull ram wolf bear fox mastiff lamb calf foal joey animal hawk eagle kitten "
        "puppy ox pig hen shark cow lion tiger falcon python terrier filly colt cocker springer poodle"
    ).split()
] + ["marsupial", "primate", "mammal"]
#: each kind of word that talks of the young of beasts and of who rears them; three make a report on animals
BEASTS = tuple(
    seek.compile(p, re.I)
    for p in (
        r"\b(?:joeys|pups|puppies|cubs|kittens|calves|calf|foals?|lambs?|piglets?|chicks|hatchlings?|fledglings?|ducklings?|goslings?|cygnets?|kids\s+and\s+nannies|fawns?|leverets?|hoglets?|infant\s+(?:apes|monkeys|gorillas|chimpanzees|orangutans)|newborn\s+(?:apes|monkeys))\b",
        rf"\b(?:{frames.alt(_GROWN_BEASTS)})s?\b",
        r"\b(?:zoos?|zookeepers?|keepers?|wildlife|sanctuary|enclosures?|aquarium|rehabilitators?|rangers?|conservation\w*|veterinar\w+|vets?|kennels?|stables?|breeders?|rehom\w+|re-hom\w+|game\s+reserve|national\s+park|poach\w+|rspca|spca)\b",
        r"\b(?:pouch(?:es)?|paddocks?|dens?|litters?|burrows?|hooves|hoof|paws?|trunks?|tusks?|snouts?|muzzles?|whiskers|fur|feathers|wingspan|flippers?|hutch|stalls?|leash|herds?|the\s+wild|weaned|suckl\w+|bottle-?f\w+|hay)\b",
    )
)
#: "She is one of three hand-reared fawns", "He is a young ape"
IS_A_BEAST = re.compile(
    rf"(?:[Hh]e|[Ss]he|[Ii]t)\s+(?:is|was)\s+(?:one\s+of\s+(?:[\w-]+\s+){{0,5}}?|(?:an?|the|[\w-]+['’]s)\s+(?:[\w-]+\s+){{0,3}}?)(?:{frames.alt([*DATA['animals'], 'calves', 'puppies', 'marsupial', 'ape'])})s?\b(?!\s+(?:keeper|trainer|lover|doctor|owner|handler|fan|in\s+the\s+(?:play|show|panto)))"
)
#: words for the young that people use of beasts too
OF_BEASTS_TOO = frozenset(
    "baby babies twins triplets kid kids youngster orphan youngest eldest oldest infant newborn juvenile little tiny".split()
)
CAST = re.compile(
    r"\s*\((?:(?:played|voiced|sung)\s+by\s+)?(?:[a-z]+\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,2}\)"
)
OWN = re.compile(r"\b(?:my|our)\s+(?:[\w-]+\s+){0,3}$", re.I)
#: "In her new novel,"
IN_A_WORK = re.compile(
    r"\s*[“\"]?In\s[^,.;:!?\n]{2,70}?\b(?P<work>novel|film|movie|play|drama|series|musical|opera|picture\s?book|thriller|fairy\s?tale|short\s+story|sitcom|animation|cartoon|comic)s?(?:\s[^,.;:!?\n]{2,40})?,\s"
)
WAS = re.compile(r"\bwas\s+$", re.I)
#: "When he was 16, Ahmed Azza": an age of then, told of somebody who may be grown up by now
WHEN_AGED = re.compile(
    rf"\b[Ww]hen\s+(?:he|she)\s+was\s+(?:just\s+|only\s+|about\s+|barely\s+)?(?P<n>{frames.NUM})(?:\s+years\s+old)?,\s+$"
)
#: the year of an age of then
LATE_YEAR = re.compile(r"(?<!born )(?<!born in )\b(?:19|20)\d\d\b")
#: "He runs a print shop", "Now she designs pumps", "Today Fatou Ndiaye employs", "The retired forward now coaches"
GROWN_NOW = re.compile(
    r"(?:(?:[Nn]ow|[Tt]oday|[Tt]hese\s+days),?\s+)?(?:[Hh]e|[Ss]he)\s+(?:now\s+)?(?:runs|manages|owns|heads|leads|chairs|coaches|teaches|employs|lectures|practises|represents|works\s+(?:as|at|for|in))\b"
    rf"|(?:[Hh]e|[Ss]he)\s+(?:is|has)\s+(?:now\s+)?an?\s+(?:[\w-]+\s+){{0,2}}?(?:{frames.alt([*DATA['roles'], *DATA['kin_adult']])})\b"
    rf"|(?:The|the)\s+(?:retired\s+|former\s+|veteran\s+|\d\d-year-old\s+|award-winning\s+)?(?P<role>{frames.alt([*DATA['roles'], 'novelist', 'playwright', 'academic'])})\b"
)
#: the writer's own childhood: "When I was six", "At seven, I", "I was ten and", "growing up"
WRITERS_CHILDHOOD = re.compile(
    rf"\b(?:(?:when|as)\s+(?:I|we)\s+w(?:as|ere)\s+(?:\w+\s+){{0,2}}?(?:{frames.NUM}|little|small|young|kids|children|a\s+(?:child|kid|boy|girl)|growing\s+up|at\s+school)\b"
    rf"|at\s+(?:age\s+|the\s+age\s+of\s+)?{frames.NUM},\s+(?:I|we)\b|(?:I|we)\s+(?:both\s+)?w(?:as|ere)\s+(?:only\s+|just\s+|about\s+)?{frames.NUM}\b(?!\s*(?:per|%|minutes|hours|miles|years\s+(?:in|into|younger|older)))|growing\s+up\b|as\s+(?:a\s+child|children|kids),?\s+(?:I|we)\b|(?:my|our)\s+childhood\b)",
    re.I,
)
#: "Reporting by", "Pictures:": what follows made the piece
CREDIT = re.compile(
    r"\b(?:(?:[Rr]eport(?:ing|ed)?|[Ee]dit(?:ing|ed)|[Ww]ritten|[Ww]riting|[Pp]hotograph(?:s|y|ed)?|[Ii]llustrat(?:ions?|ed)|[Tt]ranslat(?:ed|ion)|[Cc]ompiled|[Ii]nterview(?:s|ed)?|[Ff]ilmed|[Gg]raphics?|[Ww]ords|[Tt]ext|[Pp]iece|[Ss]tory|[Aa]rticle|[Ff]eature)(?:\s+(?:and|&)\s+\w+)?\s+by|[Ww]ords|[Tt]ext|[Pp]ictures|[Ii]llustrations?|[Rr]eporter|[Ee]ditor)(?:\s+|:\s*)$"
    r"|(?:^|\n)[ \t]*[Bb][Yy]:?\s+$"
)
#: "12 March 2024, Naryn – ": what ends this line is who reports
CREDIT_LINE = re.compile(
    r"(?:^|\n)(?=[^\n]*\d)[^\n.]{3,40}[.,]\s*[^\n]{3,25}\s[-–—]\s+$|(?:^|\n)(?:OPINION|COLUMN|COMMENT|ANALYSIS)\b[^\n]{0,3}\s*[|:–—-]\s*$"
)
_DAY_OF_NOW = (
    r"\b(?:(?:(?:on|last|this|next)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight"
    r"|last\s+(?:week|month|night|year)|this\s+(?:week|month|year|morning))\b"
)
#: days of this week or this year: of what a sentence tells is not long ago
DAY_OF_NOW = re.compile(_DAY_OF_NOW, re.I)
#: so is what stands in the present
OF_NOW = re.compile(rf"{_DAY_OF_NOW}|\b(?:now|is|are|has|have)\b", re.I)
LONG_AGO = 60  # years: a child of then is a child of history
YEAR = seek.compile(
    r"(?<![\d][ -])(?<![\d+])\b1[5-9]\d\d\b(?![ -]\d)(?!\s*(?:m|km|metres|tonnes|people|children|households|families)\b)"
)
MADE_UP = re.compile(
    r"\b(?:made\s+up|invented|imaginary|fictional|fictitious|hypothetical|imagine)\b(?!\s+(?:name|names|story|stories|excuse|charges?|claims?))",
    re.I,
)
WORK = re.compile(
    r"\b(?:novel|book|film|movie|play|musical|series|author|novelist|playwright|director|published|set\s+work|reader|reading|illustrat\w+|screenplay|premiere)\b",
    re.I,
)
