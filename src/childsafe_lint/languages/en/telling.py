"""How English tells, over more than one sentence, who is meant: patterns that story/discourse reads by."""

from __future__ import annotations

from ... import lazy_re as re
from ... import seek
from . import calling, frames
from .frames import DATA

GROWN_SINCE = 20  # years: a child of then is grown up now
CHILD_SAYS = re.compile(
    rf"\s*(?:said|says|added|recalled|whispered|cried)\s+(?:the|a)\s+(?:[\w-]+\s+)?(?:{frames.alt(DATA['child_nouns'])})\b"
    rf"|\s*the\s+(?:[\w-]+\s+)?(?:{frames.alt(DATA['child_nouns'])}|{frames.AGE_HYPHEN.replace('?P<hn>', '?:').replace('?P<hu>', '?:')})(?:,\s[\w-]+,)?\s+(?:said|says|added|recalled)\b",
    re.I,
)
OBITUARY = re.compile(
    r"\b(?:survived\s+by|is\s+survived|leaves\s+(?:behind\s+)?(?:a|his|her)|leaves\s[^.!?\n]{0,40}\b(?:wife|husband|widow|partner|children)|predeceased|(?:great-)?grandchildren)\b",
    re.I,
)
_OLD = r"(?:5[89]|[6-9]\d|1[01]\d)"
#: whose children are grown up: "who died at 84", "He was 86.", "both in their eighties", "a pensioner"
OLD = re.compile(
    rf"\b(?:age[ds]?|at(?:\s+(?:the\s+)?age\s+of)?|is|was|were|turn(?:s|ed|ing)|of)\s+(?:(?:just|only|now|about|nearly|almost)\s+)?{_OLD}(?=\s*(?:[.,;:)–—”\"]|$)|\s+(?:and|when|after|in|on|at|of|to|years\s+old|following|this|last|lost|from)\b)"
    r"|\bborn\b[^.;!?\n]{0,40}?\b(?P<year>1[89]\d\d)\b|\bdied\b[^.;!?\n]{0,40}?\b(?P<died>(?:1[89]|20)\d\d)\b"
    r"|\((?:[^()\n\d]{0,12}\d{0,2}[^()\n\d]{0,6})(?P<lived>1[89]\d\d)\b[^()\n]{0,30}[-–—][^()\n]{0,20}\b(?:1[89]|20)\d\d\b"
    rf"|,\s+(?:now\s+|then\s+)?{_OLD}(?=,)|\({_OLD}\)|\b{_OLD}[-\s]years?[-\s]old\b|\b{_OLD}(?:th|st|nd|rd)\s+birthday\b"
    r"|\b(?:in|into)\s+(?:his|her|their)\s+(?:late\s+|early\s+|mid-)?(?:sixties|seventies|eighties|nineties|[6-9]0s)\b"
    r"|\b(?:pensioners?|octogenarian|nonagenarian|septuagenarian|centenarian|great-grand(?:mother|father|parents?))\b"
    r"|\b(?:had|have|has)?\s*raised\s+(?=(?:our|their|his|her|two|three|four|five|six|seven|\d)\s)|\bmarried\s+(?:\w+\s+){0,3}for\s+(?:3[5-9]|[4-7]\d)\s+years\b"
    r"|\b(?:married|wed)\b[^.;!?\n]{0,40}?\bin\s+19[0-7]\d\b",
    re.I,
)
#: words for another grown-up, whose the child may be as well
SOMEBODY_GROWN = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parents|woman|man|couple|neighbour|neighbor|famil(?:y|ies)|teacher|nurse|driver|resident|(?:1[89]|[2-4]\d)-year-old)\b",
    re.I,
)
DIES = re.compile(r"\b(?:di(?:es|ed)|dead|death|passed\s+away|obituar\w+|tributes|laid\s+to\s+rest)\b", re.I)
#: verbs with which an office or a calling is told of their subject
BECOMES = frozenset(
    "be become remain serve work practise elect appoint name install ordain promote swear inaugurate qualify train".split()
)
#: before a role, these make it a child's: "youth mayor", "class president"
OF_THE_YOUNG = frozenset(
    "youth young junior child school class student mini little future prep form year team side".split()
)
NOMINAL_SKIP = frozenset("each every no some many these those both our my".split())
MALE = re.compile(r"\b(?:boy|lad|son|grandson|nephew|brother|schoolboy|he|his|him)\b", re.I)
FEMALE = re.compile(r"\b(?:girl|lass|daughter|granddaughter|niece|sister|schoolgirl|she|her)\b", re.I)
BARE_CHILD = re.compile(
    r"\b(?:boy|girl|child|schoolboy|schoolgirl|toddler|baby|teen|teenager|pupil)\b(?:,\s*(?P<n>\d{1,2}))?(?!\w|['’]s|-)",
    re.I,
)
#: "Toddler's body found": the child of a headline, as its owner
OWNING_CHILD = re.compile(
    r"\b(?P<who>[Bb]oy|[Gg]irl|[Cc]hild|[Ss]choolboy|[Ss]choolgirl|[Tt]oddler|[Bb]aby|[Tt]een|[Tt]eenager|[Pp]upil|[Ll]earner|[Ii]nfant)['’]s\s+(?:\w+\s+)?(?:body|remains|death|murder|killing|killers?|disappearance|funeral|burial|abduction|rescue|plea|plight|family|parents|mother|mum|mom|dad|father)\b"
)
#: "the body of", told of whom the headline speaks
BODY_OF = re.compile(
    r"\b(?:body|remains|death|murder|killing|funeral|burial|rescue|disappearance|abduction)\s+of\s+(?:little\s+)?$"
)
COUPLE = re.compile(r"\b(?:couples?|husband\s+and\s+wife|newlyweds|spouses|parents)\b(?!['’])", re.I)
LIKENED = re.compile(
    r"\b(?:like|than|(?:in|with)\s+the\s+(?:voice|face|hands|eyes|smile|manner|look|air|tone|walk|appetite|energy|patience)\s+of)\s$",
    re.I,
)
#: what people of 18 and 19 are called too
TEENS = re.compile(r"\b(?:teenager|teen|youth|youngster|lad|adolescent)\b", re.I)
#: "The baby is Tom and he is 24"
IS_NAMED = re.compile(r"\s+(?:is|was)\s+(?:called\s+|named\s+)?$")
#: "who has run a home for thirty years", "had taught there for two decades"
FOR_YEARS = re.compile(
    rf",?\s+(?:who\s+)?(?:has|had|[’'](?:s|d))\s+[^.;!?\n“”\"]{{3,70}}?\bfor\s+(?:(?:more\s+than|over|nearly|almost|about|some|the\s+(?:past|last))\s+)*(?:(?P<n>{frames.NUM})\s+years|(?:two|three|four|five|six|several)?\s*decades)\b"
)
#: "My friend Ada", told by who writes
MY_FRIEND = re.compile(
    r"\b[Mm]y\s+(?:(?:old|good|dear|late|best|oldest|closest)\s+)*(?:friend|colleague|neighbou?r|editor|boss)\s*,?\s$"
)
#: "his architect, his nephew Ravi": the same person by trade and by family
TRADE_AND_KIN = re.compile(
    rf"\b(?:the|an?|his|her|my|our|their)\s+(?:[\w-]+\s+)?(?P<role>{frames.alt(DATA['roles'])}),\s+(?:his|her|my|our|their)\s+(?:[\w-]+\s+)?(?:{frames.alt([*DATA['kin_younger'], *DATA['kin_peer']])})\s*,?\s$",
    re.I,
)
#: "He’s just a", "was only an": what follows says what somebody is
PREDICATE = re.compile(
    r"(?:\b(?:is|was|be|been|being|become|became|still|just|only|like|(?:bad|good|unusual|remarkable|impressive|rare|normal|easy|hard)\s+for)|[’'](?:s|S))\s[“\"‘']?$",
    re.I,
)
#: "As a child, he": what somebody was; not "as a child was led away"
AS_A = re.compile(r"\b[Aa]s\s$")
AS_A_ENDS = re.compile(r"\s*(?:[,.;:)]|(?:in|of|at|he|she|I|we|from|and)\b)")
#: "All are 15", "Both girls are 12", of those named before
ALL_AGED = re.compile(
    rf"(?:All|Both|Each|They)\s+(?:(?:two|three|four|five|six|of\s+(?:them|the\s+\w+)|the|boys|girls|children|siblings|teenagers|pupils|students)\s+)*(?:is|are|were|was)\s+(?:all\s+|both\s+|aged\s+)?(?P<n>{frames.NUM})\b(?!\s*(?:%|per|to|or\s+\w+er\b))"
)
#: "Noor, daughter of Karim Buksh"
CHILD_OF = re.compile(
    r",\s+(?:the\s+)?(?:(?:only|eldest|youngest|second|elder|younger)\s+)?(?:daughter|son)\s+of\b"
)
WHEN = re.compile(r"[^.!?\n]{0,12}\bwhen\b", re.I)
#: what tells that a childhood is over: "Thirty years later", "went on to lead", "in his memoir"
LATER = re.compile(
    r"\b(?:(?:[89]|[1-9]\d|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy)(?:-\w+)?\s+years\s+(?:later|on|ago|afterwards|since|have\s+passed|had\s+passed|went\s+by)|(?:two|three|four|five|six|several|\d)?\s*decades\s+(?:later|on|ago)"
    r"|(?:went|goes)\s+on\s+to\b|grew\s+up\s+to|now\s+in\s+(?:his|her)\s+(?:\d0s|twenties|thirties|forties|fifties|sixties|seventies|eighties)"
    r"|(?:his|her)\s+(?:memoirs?|autobiography|workplace|office|wife|husband|career|company|firm|thesis|PhD|own\s+(?:children|kids|sons?|daughters?)|grandchildren|debut\s+novel))\b",
    re.I,
)
#: "Thirty years ago they were the naughtiest class"
LONG_BEFORE = re.compile(
    r"\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|[2-9]\d)(?:-\w+)?\s+years|decades|half\s+a\s+century)\s+(?:ago|earlier|since|have\s+passed|had\s+passed)\b",
    re.I,
)
#: "an online friend known as Vortex": the words right before the naming say whom it names
SOMEBODY_ELSE = re.compile(
    r"\b(?:an?|the|his|her|their|another)\s+(?:(?!(?:is|was|are|were|been|be|has|had|also|who|to)\b)[\w-]+\s+){1,3}(?:(?:he|she|they)\s+)?(?:known|called|named|nicknamed|dubbed|identified)\b[^.,;]*$",
    re.I,
)
#: "At 14 she has 22 wins": the age of now
NOW = re.compile(
    r"(?:[Hh]e|[Ss]he)?\s+(?:already\s+|now\s+|still\s+)?(?:is|has|can|does|knows|wants|(?!was\b)[a-z]+[^s\W]s)\b"
)
STUDENT = seek.compile(
    r"\b(?:an?|the|another)\s+(?:[a-z-]+\s+)?(?:student|learner|candidate)\b(?!\s*,?\s*(?:aged\s+)?(?:1[89]|[2-9]\d))",
    re.I,
)
#: what may follow a noun before the name in apposition: "A third-grader from Taraz, Inzhu Serikbaikyzy, asked"
NP_GOES_ON = re.compile(
    r"(?=,)|\s*$|\s+(?:from|in|of|at|with|who|whose|living|named|called|aged|wearing|by|near|for|on|under|and|born|travelling|attending)\b",
    re.I,
)
#: what an official, a witness or somebody accused does: the first words on them tell who they are
GROWN_DOES = re.compile(
    r"\s+(?:(?:has|had|have|will|also|then|later|later\s+|is|was)\s+)*(?:said|says|told|tells|asked|added|wrote|ruled|warned|explained|recalled|confirmed|denie[sd]|admit(?:s|ted)|plead(?:s|ed)|argued|insisted|claimed|agreed|declined|testified|sentenced|jailed|charged|arrested|accused|convicted|remanded|detained|faces|stands|appeared|appears|represents|prosecuted|defended|presided|urged|called|thanked|praised|condemned|promised|visited|confessed|questioned|described|believes|thinks|feared|saw|found|heard|noticed|spotted|raised\s+the\s+alarm|runs|owns|teaches|works|worked|leads|heads|hosts|wants|hopes)\b"
)
#: what somebody does who is not the child: a witness, a rescuer, a driver
WITNESSES = frozenset(
    "see film watch hear notice spot witness record photograph call phone ring alert help rescue save lift carry "
    "drag pull dive find discover live run own work teach manage head lead represent know lend hire employ marry "
    "treat examine investigate arrest chair coach train raise report flee confess".split()
)
DRIVES = frozenset("drive ride steer operate".split())
#: ", a fireman, had dug": said who that is
A_ROLE = re.compile(r",\s+(?:an?|the)\s")
#: held for a crime, or looked for
HELD = re.compile(
    r"\b(?:arrest\w*|custody|charged|accused|suspect\w*|remand\w*|detain\w*|jail\w*|bail|wanted|convicted|sentenced|plead\w*|on\s+trial|guilty|manhunt|hunt(?:ed|ing)?)\b",
    re.I,
)
#: somebody without a name who is grown up: "A 23-year-old man", "a man of 40"
GROWN_UP = re.compile(
    r"\b(?:(?:an?|the|another)\s+)?(?:(?:1[89]|[2-9]\d)-year-old(?:\s+(?:[a-z-]+\s+){0,2}(?:man|woman|male|female|father|mother|teacher|driver|suspect))?"
    r"|(?:man|woman)(?:,|\s+of|\s+aged),?\s+(?:aged\s+)?(?:1[89]|[2-9]\d)\b|(?:man|woman|(?:step)?father|(?:step)?mother|grandfather|uncle|teacher|pastor|imam|houseboy|headmaster|coach)\b)",
    re.I,
)
#: "X is said to have beaten the boy", "X stands accused"
IS_ALLEGED = re.compile(
    r"(?:,?\s+(?:of|from|in|at)\s+[^.;:!?\n]{2,60}?,?)?\s+(?:is|was|are|were|has\s+been|had\s+been|stands)\s+(?:being\s+)?"
    r"(?:alleged|accused|charged|suspected|said\s+to\s+have|held|arrested|detained|apprehended|remanded|nabbed|in\s+(?:police\s+)?custody)\b|\s+allegedly\b"
)
#: whom the police take: "have arrested a 35-year-old man"
TAKES_IN = re.compile(
    r"\b(?:arrest(?:ed|s)?|detain(?:ed|s)?|nabbed|apprehended|charged|accused|remanded|jailed|sentenced|convicted|committed|picked\s+up|are\s+holding|is\s+holding|took\s+in)\s+$",
    re.I,
)
#: before a name: "from Marle"
OF_SOMEWHERE = re.compile(r"\b(?:of|from|in|at|near)\s+(?:the\s+)?$")
#: after a name: "of Thornby in Marle", before what is told of its bearer
OF_A_PLACE = re.compile(
    r",?\s+(?:of|from|in)\s+(?:[\w’'-]+\s+){1,9}?(?=(?:is|was|has|had|were|been|be|now|also|who)\b)"
)
#: what is told of somebody who is held or sought for a crime
IS_HELD = re.compile(
    r",?\s*(?:who\s+)?(?:(?:is|was|has|had|were|been|being|be|now|also|later|already|allegedly)\s+){0,3}(?:charged|arrested|accused|detained|held|remanded|wanted|sought|convicted|jailed|sentenced|pleaded|pleads|denies|denied|on\s+trial|in\s+custody|at\s+large|apprehended)\b",
    re.I,
)
#: who tells of a child that is theirs or in their care
ELDERS = frozenset(DATA["kin_adult"])
NEAR_ONES = ELDERS | frozenset(
    "family relative neighbour neighbor doctor medic paramedic nurse surgeon teacher headteacher classmate friend "
    "schoolmate staff pupil sister brother sibling playmate villager".split()
)
#: what is done to a child who is hurt, lost or loved
CARES = frozenset(
    "bury save rescue claim revive resuscitate rush mourn remember miss love adopt comfort cradle carry name "
    "identify lose raise feed bathe dress hug".split()
)
#: what befalls a child who is lost or dies, said by whomever
BEFALLS = frozenset(
    "go leave vanish disappear drown die fall slip collapse return run kill abduct snatch kidnap pass succumb perish suffer".split()
)
SEARCHES = frozenset("search look help rescue save dive arrest charge investigate".split())
REMAINS = frozenset(
    "body remains death disappearance murder killing funeral burial abduction kidnapping drowning".split()
)
#: after the name of whom parents mourn or seek: "'s mother", "'s body"
OF_THE_LOST = re.compile(
    r"['’]s?\s+(?:(?:grieving|distraught|devastated|heartbroken|worried|frantic|late)\s+)?(?:mother|father|mum|mom|dad|parents|grandmother|grandfather|family|body|remains|death|disappearance|murder|killing|funeral|abduction)\b"
)
#: a life that children do not lead
GROWN_LIFE = re.compile(
    r"\b(?:(?:1[89]|[2-9]\d)-year-old|former|ruler|dictator|president|minister|university|undergraduate|flatmates?|girlfriend|boyfriend|fiancée?|wife|husband|colleagues?|co-workers?|nightclub|pub|degree|career|retired|pension|mortgage|employer|her\s+own\s+children|his\s+own\s+children|hired|customers?|clients?)\b",
    re.I,
)
#: "recounted how, as a five-year-old, she was lost"
RECOUNTS = re.compile(
    r"\b(?:recount|recall|remember|reminisc)\w*\b[^.!?\n]{0,40}\bas\s+an?\s+(?:\w+\s+)?(?:[\w-]+-year-old|child|girl|boy|pupil)\b",
    re.I,
)
AT_SCHOOL = re.compile(
    r"(?<!near the )(?<!near a )(?<!outside the )(?<!opposite the )(?<!past the )(?<!behind the )\b(?:school|schools|classmates?|class|pupils?|kindergarten|nursery|crèche|homework|teachers?|playground|exams?|GCSEs?|grade[-\s]?\w+|Year\s\d+|Form\s\w+|Grade\s\d+|Primary|Elementary|High|toys?|teddy|birthday|childhood|youth\s+team|juniors)\b",
    re.I,
)
#: "the youngest child", "the other girl": one of several
OF_A_SET = re.compile(
    r"\b(?:youngest|eldest|oldest|elder|smallest|tallest|other|first|second|third|fourth|last|next|middle|same)\b",
    re.I,
)
SAID_AGE = re.compile(
    rf"\b(?:was|is|aged|youngest[^.]{{0,30}})\s+{frames.NUM}\b(?=\s*[.,])"
    rf"|{frames.AGE_HYPHEN.replace('?P<hn>', '').replace('?P<hu>', '')}",
    re.I,
)
_ORDER = "older|elder|younger|eldest|oldest|youngest|smallest|tallest|other|others|first|second|third|fourth|last|taller|smaller|middle|boys|girls|current\\s+placement"
_HURT = "survivors|victims|dead|injured|wounded|missing|rescued|arrested|passengers"
_SET = rf"(?:[\w-]+\s+){{0,3}}?(?:(?P<set%s>{frames.alt(DATA['child_nouns_plural'])}|twins|triplets|siblings|schoolfriends)|{_HURT})"
PUPILS_OF_THEN = re.compile(
    r"\b(?:first|former|old|earliest|ex-?|one-?time|past)\s+(?:pupils|students|scholars|boys|girls)$",
    re.IGNORECASE,
)
#: "The youngest of the three children, Asel", "Among the pupils was", "One was", "Of the seven boys, only"
OF_SEVERAL = re.compile(
    rf"\b(?:(?:one|another|two|three|four)(?:\s+of\s+(?:them|whom|these|those|their\s+number|the\s+(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=,)|the\s+{_SET % 1})|(?=\s+(?:is|was)\s+$|,\s+(?:(?:named|called|surnamed|identified|known)\s[^,.;]{{0,30}})?$))"
    rf"|(?:the|their|her|his)\s+(?:{_ORDER})(?:\s+(?:boy|girl|one|child))?(?:\s+of\s+(?:them|these|those|the\s+{_SET % 2}))?"
    rf"|(?P<among>among|including)\s+(?:them|the\s+{_SET % 3})|(?P<others>(?:others|{frames.alt(DATA['child_nouns_plural'])}|students)\b[^.,;:]{{0,30}},?\s+(?:among\s+them|including))"
    rf"|of\s+the\s+{_SET % 4},\s+only)(?:\s+(?:are|were|is|was))?\s*(?:,|–|—|:|\()?(?:\s+(?:named|called|surnamed|(?:identified|named|known)\s+(?:only\s+)?(?:as|by\s+(?:the|their|his|her)\s+(?:surnames?|family\s+names?|first\s+names?))))?\s*$",
    re.I,
)
_THOSE = rf"(?:[\w-]+\s+){{0,3}}?(?:{_HURT}|wounded|deceased|{frames.alt(DATA['child_nouns_plural'])}|twins|triplets|siblings|students|learners|bodies|remains|names)"
_AS_NAMED = r"(?:named|identified|listed|given|confirmed|announced|registered|known)"
#: "They have been identified as", "Police named the dead as", "The pupils were": the names of several follow
SEVERAL_NAMED = re.compile(
    rf"\b(?:they|their\s+names|(?:the|those|all|all\s+of\s+the)\s+{_THOSE})\b[^.;:!?\n]{{0,60}}?\b(?:were|are|was|is|have\s+been|had\s+been|has\s+been|being)\s+(?:[\w-]+\s+){{0,2}}?{_AS_NAMED}\b[^.;!?\n]{{0,50}}?\bas:?\s+$"
    rf"|\b(?:named|identified|listed|gave|give|released|confirmed|names|identifies|lists)\s+(?:them|their\s+names|(?:the|those|all)\s+{_THOSE}\b[^.;,!?\n]{{0,30}}?)\s+as:?\s+$"
    rf"|(?:\A|(?<=[.;:!?”\"]\s)|(?<=\n)|,?\s+and\s+)(?:they|their\s+names|the\s+{_THOSE}(?:\s+(?:in|of|at|from)\s[^.,;:!?\n]{{2,30}})?)\s+(?:are|were|include|included|are\s+named)\s*:?\s+$",
    re.I,
)
#: "nine students", "two nurses": so many people
COUNTED = re.compile(
    rf"\b(?P<n>{frames.NUM})\s+(?:[a-z-]+\s+){{0,2}}?(?:(?P<who>{frames.alt(DATA['child_nouns_plural'])}|siblings|(?P<at>students|learners))|men|women|people|adults|teachers|nurses|doctors|officers|soldiers|workers|villagers|residents|suspects|lawyers|passengers|tourists|migrants)\b(?!['’])",
    re.I,
)
#: a school for the young, as against a university
OF_SCHOOLS = re.compile(
    r"\b(?:(?:Primary|Secondary|High|Middle|Elementary|Boys|Girls|Boarding)(?:['’])?\s+School|JHS|SHS|(?:Grade|Form|Class|Year)[\s-](?:\d|One|Two|Three|Four))\b|\b(?:secondary|primary|high|boarding)\s+school\b"
)
#: "Juno Belle joined our family", "She's here! Juno Belle"
JUST_BORN = re.compile(
    r"\s+(?:has\s+)?(?:(?:joined|completed|completes)\s+(?:our|the|their)\s+(?:\w+\s+)?family|arrived\b|landed\b|made\s+(?:his|her)\s+(?:\w+\s+)?(?:arrival|entrance)|entered\s+the\s+world|is\s+(?:finally\s+)?here\b)"
)
WELCOMED = re.compile(
    r"\b(?:[Ss]he|[Hh]e)(?:['’]s|\s+has|\s+is)\s+(?:finally\s+)?(?:landed|arrived|here)[!.]\s+$|\b[Ww]elcome(?:\s+(?:to\s+the\s+(?:world|family)|home))?,?\s+(?:baby\s+|little\s+)?$"
)
OF_A_BIRTH = re.compile(
    r"\b(?:newborn|(?:gave|given|giving|gives)\s+birth|(?:new|first|second|third|fourth)\s+(?:baby|child)|baby\s+(?:boy|girl|daughter|son|sister|brother))\b",
    re.I,
)
#: "said his brother"
SAID_KIN = re.compile(r"\b(?:said|says|recalled|wrote)\s+(?:his|her)\s+(?:\w+\s+)?\w+,?\s$")
THE_CHILDREN = re.compile(r"\b(?:[Tt]he|[Tt]heir)\s+(?:\w+\s+)?(?:children|kids|siblings|twins)\b(?!['’])")
MY_LITTLE = re.compile(
    r"\bmy\s+(?:baby|little|kid|younger|youngest|wee)\s+(?:brother|sister|bro|sis)\b", re.I
)
POSSESSED = re.compile(r"(?:\b(?:his|her|their|whose)|['’]s?)\s(?:\w+\s)?$", re.I)
OFFICIALS = frozenset("police officers doctors nurses lawyers soldiers villagers".split())
#: "In one bed sleeps Asel", where children were told of just before
WHERE_SITS = re.compile(
    r"\s*(?:In|On|By|Under|Beside|Next\s+to|Near|Behind|Opposite|At|Among|Across|Along|Inside|Outside|Curled|Perched)\s[^.,;!?\n]{2,50}?\s"
    r"(?:sleeps?|slept|lies|lay|sits|sat|stands|stood|crouche[sd]|kneels|knelt|squat(?:s|ted)|doze[sd]|waits|waited|plays|played)\s+(?:little\s+|tiny\s+|small\s+|young\s+)?$"
)
#: somebody's child without a name
OWN_KIN = re.compile(
    r"\b(?:(?:his|her|their)\s+(?:[a-z-]+\s+)?|(?:gave|given|giving)\s+birth\s+to\s+an?\s+(?:[a-z-]+\s+)?|\ban?\s+(?=\w+\s+was\s+born))(?:son|daughter|baby|child|grandson|granddaughter)\b(?!-in-law|\s*['’]s\s+(?:\w+\s+)?(?:mother|father|mum|mom|dad|teacher|friends?|school|husband|wife|partner|boyfriend|girlfriend|lawyer|doctor)\b)",
    re.I,
)
#: several people told of, children or grown-ups
SEVERAL = re.compile(
    rf"\b(?:(?P<young>{frames.alt(DATA['child_nouns_plural'])}|twins|triplets|siblings|(?:1[0-7]|\d)-year-olds)|(?P<kin>sons|daughters)|men|women|adults|parents|mothers|fathers|teachers|officers|soldiers|workers|doctors|nurses|lawyers|drivers|villagers|police)\b(?!['’]|-)",
    re.I,
)
#: "Two pupils in Year 4, Ugo and Serena, …", "three mouths to feed: Abdi, Hodan": what comes before the names
SEVERAL_BESIDE = re.compile(
    rf"\b(?:the\s+|her\s+|his\s+|their\s+|its\s+)?(?P<n>two|three|four|five|six|seven)\s+(?:(?!of\b)[\w’'-]+\s+){{0,2}}?"
    rf"(?P<who>{frames.alt(DATA['child_nouns_plural'])}|mouths\s+to\s+feed|little\s+ones)\b(?!['’]|-)"
    r"(?:\s+(?:(?:in|at|from|on|to)\s+(?!whom|which)|of\s+(?-i:[A-Z0-9]))[^,.;:!?\n—–“”\"()]{0,40})?\s*(?:,|:|—|–)\s*$",
    re.I,
)
#: "Abdi, Hodan and the baby, Sahra"
AND_THE_BABY = re.compile(
    r",?\s+and\s+(?:the|a|her|his)\s+(?:[\w-]+\s+)?(?:baby|toddler|newborn|infant|youngest|little\s+one)\b",
    re.I,
)
#: "Asel and two other children", "Asel and an older boy": one of them
AND_OTHERS = re.compile(
    rf",?\s+(?:and|with|alongside)\s+(?:(?:(?:{frames.NUM}|several|some|the|many|a\s+dozen)\s+)?(?:other|more)\s+|another\s+|an?\s+(?:older|younger|elder|bigger|smaller)\s+)(?:[\w-]+\s+)?"
    rf"(?P<who>{frames.alt([*DATA['child_nouns'], *DATA['child_nouns_plural']])}|(?P<at>students?|learners?)(?=\s(?:of|at|from)\s|,\s))\b(?!\s*['’])",
    re.I,
)
ORDINARY = frozenset(
    "hope faith grace joy rose will may june april august mark grant hunter chase dawn summer autumn angel prince "
    "king justice destiny precious gift sunday monday friday".split()
)
#: "To our big brother, Asel and Marat": signed by those for whom somebody is big
SIGNED = re.compile(
    r"\b[Bb]ig\s+(?:bro|brother|sis|sister|cousin|cuz)\b[^.!?”\"]*[.!?,]?\s+(?:from|[Ll]ove,?)\s+(?:[A-Z][\w’'-]+(?:,\s+|\s+and\s+))*$"
)
#: around a word that is all of an utterance: "“Shame,” said the aunt"
OPENS = re.compile(r"(?:^|[.!?:\n“”\"‘’'(])\s*$")
ALONE = re.compile(r"[.!?]|,?[”\"’']")
#: what a tabloid says of somebody before the surname: "Jobless Strand had told"
EPITHET = re.compile(
    r"\w{3,}(?:less|ful|ous)|(?:prosecut|defend|mitigat|sentenc|jail|sobb|weep)ing|cruel|vile|evil|sick|drunken"
    r"|(?:unemploy|disgrac|convict|jail|arrest|sham|craz|deprav|twist|devastat|bereav|divorc|retir|wick|pervert)ed"
)
#: English words that are first names too
WORD_NAMES = ORDINARY | frozenset(
    "winter patience mercy blessing favour favor praise goodness charity comfort prudence innocent memory talent "
    "trust beauty lucky happy happiness fortune wisdom success victory victor glory miracle promise princess queen "
    "bright brilliant brave noble pearl ruby amber crystal jade jasmine daisy lily violet ivy iris olive poppy "
    "heather holly rosemary willow hazel ginger star storm sky river brook rain sage robin jay wolf bear fox art "
    "bill jack drew frank rob sue pat peg dale glen cliff forest ocean sandy rocky miles max ray gene dean earl "
    "duke baron major guy buddy sonny junior lane reed wade ash clay stone flint west north chance cash ace rich "
    "dusty rusty sterling royal heaven treasure liberty harmony melody charm constant loveness surprise silver gold "
    "diamond emerald coral".split()
)
PREP = frames.PREP
#: "the house of Milan": of somebody
SOMEBODYS_HOUSE = re.compile(r"\b(?:house|hut|home|door|mother|father|bed|grave|case|story)\s+of\s$")
#: "a girl of Umkiang Dorbar": where she is from
CHILD_FROM = re.compile(r"\b(?:girl|boy|teenager|schoolgirl|schoolboy|youth)s?\s+of\s$", re.I)
#: "also of Wa", "from Wa": before a place in a list of people
FROM_A_PLACE = re.compile(r"\b(?:also\s+of|from|in|at)\s$")
#: before a feast or a season, "by Tet", "since Muharram"
DATED = re.compile(r"\b(?:by|since|until|till|during)\s$", re.I)
#: before a shop or a town: "We go to Hobbs", "drove back to Ludlow"
MOVES_TO = re.compile(
    r"\b(?:go(?:es|ing)?|went|gone|drive[sn]?|drove|driving|head(?:s|ed|ing)?|travel\w*|fl[ey]w?|move[sd]?|moving|return\w*|walk\w*|off|on|back|over|down|up|out)\s+to\s$",
    re.I,
)
PLACED = re.compile(
    r"\b(?:(?:in|at|near|from|outside|around|into|across)|(?:indigene|native|resident|people|village|town|city|state|outskirts|streets|part|region)s?\s+of)\s$",
    re.I,
)
TAG = seek.compile(
    r"[#@]?\b(?:[Jj]ustice[Ff]or|[Bb]ring(?:Back|Home)?|[Pp]ray(?:ers)?(?:[Ff]or|4)|\.?pray\.for\.|[Ff]ind|[Ss]ave|[Hh]elp|[Tt]eam|[Ww]alk(?:ing)?(?:[Ff]or|4)|[Rr]un(?:ning)?(?:[Ff]or|4)|[Ss]wim(?:[Ff]or|4)|[Rr]ide(?:[Ff]or|4)|[Mm]iles(?:[Ff]or|4)|[Bb]ake(?:[Ff]or|4)|[Mm]arch(?:[Ff]or|4)|[Ff]ree|[Ee]xpel|[Ww]here[Ii]s|RIP|[Hh]ope(?:4|[Ff]or)|[Ss]tay[Ss]trong|[Rr]emember(?:ing)?|[Mm]issing|[Ll]ove(?:4|[Ff]or)|[Ff]ight[Ff]or|[Jj]usticia[Pp]ara)(?P<name>[A-Z][^\W\d_]{2,}?(?=(?:Home|Back|Now|Safe)\b)|[A-Z][^\W\d_]{2,}|(?<=\.)[a-z]{3,})\b"
)
SPEAKS_AFTER = re.compile(r"\s+(?:said|says|told|tells|asked|added|wrote|ruled|warned|explained|recalled)\b")
SAYS_ONE = re.compile(r"\b(?:said|says|explained|recalled|added|asked)\s$")
SPEAKS_BEFORE = re.compile(r"\b(?:said|says|told|asked|added|according\s+to)\s$")
#: after a quotation: somebody is said to speak
TAGGED = re.compile(
    rf"[\s,”\"’']*(?=[^.!?\n“\"]{{0,40}}\b(?:{'|'.join(DATA['speech_verbs'])}|says?|said|told|tells)\b)"
)
TELLS = re.compile(rf"\b(?:[Aa]ccording\s+to|{'|'.join(DATA['speech_verbs'])})\s$")
RACING = seek.compile(
    r"\b(?:jockeys?|filly|fillies|colts?|geldings?|racecourse|furlongs?|stakes|guineas|turf|mares?|stallion|steeplechase|trainer)\b",
    re.I,
)
OF_KIN = re.compile(
    r"\s*(?:he|she|\w+)\s+(?:said|says)\s+of\s+(?:his|her)\s+(?:little\s+|younger\s+)?(?:brother|sister|son|daughter|friend|classmate|twin)\b"
)
THE_ONE = re.compile(
    r"\b[Tt]he\s+(?:(?:first|second|third|fourth|latest|other|young|youngest)\s+)?(?:suspect|victim|defendant|accused|deceased|complainant|patient|survivor|shooter|attacker|driver|passenger|winner|pupil|student|bride|runaway|caller|patient)s?\s*(?:,|:|,?\s+(?:named|identified)\s+as)\s*$"
)
ACCUSED = re.compile(r"\b(?:suspects?|defendants?|accused|shooter|attacker|driver)\b", re.I)
#: what is done to a child by whoever is named
DOES_IT = re.compile(
    r"(?:,\s[^,.;!?\n]{1,40},|\s+(?:knowing|who)\s[^,.;!?\n]{1,40})?\s+(?:(?:had|has|then|also|allegedly|first|repeatedly)\s+){0,2}"
    r"(?P<what>defiled|raped|molested|sodomi[sz]ed|impregnated|sexually\s+(?:abused|assaulted))\s+(?:the|a|his|her|their)\b"
)
OF_A_CRIME = re.compile(
    r"\b(?:accused|suspected|convicted|guilty|charged|jailed|arrested|held)\s+(?:of|with|for|over|after)\b[^.!?]*$"
    r"|\b(?:charges?|counts?|allegations?|accusations?|suspicion)\s+of\b[^.!?]*$"
    r"|\bfor\s+(?:allegedly\s+)?(?:defil|rap|molest|abus|assault|beat|kill|murder|abduct|kidnap|impregnat|traffick|groom|tortur|scald|stabb|strangl)\w*\b[^.!?]*$",
    re.I,
)
#: who is named as the one held for a wrong: "named the suspect as", "The suspect, who was named as"
HELD_ONE = re.compile(
    rf"\b(?:{frames.alt(calling.HELD)})\b(?=,?(?:\s+who)?(?:\s+(?:was|has\s+been|only|later))*\s+(?:as|named|identified|known|called)\b)",
    re.I,
)
#: the draft keeps a child's name back
KEPT_BACK = seek.compile(
    r"\b(?:can(?:not|['’]t)|may\s+not|could\s+not|must\s+not)\s+(?:legally\s+)?be\s+(?:named|identified)|\b(?:names?|identit(?:y|ies))\s+(?:(?:is|are|was|were|has\s+been|have\s+been|being)\s+)*(?:withheld|protected|suppressed)"
    r"|\banonymity\b|\breporting\s+restrictions?\b|\b(?:Youth|Child|Boy|Girl|Minor|Witness|Complainant|Defendant|Pupil)\s[A-Z]\b(?!['’]?[a-z.])",
)
LINE_BEGINS = re.compile(r"(?:^|\n)[ \t]*(?:[Bb][Yy]:?\s+|[Ww]ords:?\s+|[Pp]hotos?:?\s+)?$")
#: "a church elder, who gave his name as"
NAMES_SELF = re.compile(
    r"\b(?:an?|another)\s+(?P<noun>(?:[\w-]+\s+){0,3}?[a-z][\w-]+),?\s+who\s+(?:gave\s+(?:his|her)\s+name|introduced\s+(?:himself|herself)|identified\s+(?:himself|herself))\s+(?:only\s+|simply\s+)?as\s+$",
    re.I,
)
#: "gives the father's name as"
NAME_OF_KIN = re.compile(
    rf"\b(?:{frames.alt([*DATA['kin_adult'], *DATA['roles']])})['’]s?\s+(?:full\s+|real\s+|first\s+)?name\s+(?:is|was|as)\s+$",
    re.I,
)
ONE_OF = re.compile(
    r"\b(?:one|another|third|second|first|youngest|eldest|oldest|last|other)\s+of\s+(?:the\s+|these\s+)?\w*$",
    re.I,
)
#: "Mo was Mohamed Benali"
IS_SOMEBODY = re.compile(r"\s+(?:is|was)\s+(?=[A-Z])")
LINE_ENDS = re.compile(r"[ \t]*(?:,[^\n.]{0,35}|\s*(?:and|&)[^\n.]{0,35})?(?:\n|$)")
GROWN_CHILD = re.compile(
    r"\b(?:ring|call|phone|contact|text|email|message|reach)\s+(?:his|her|their)\s+(?:son|daughter)\b|\b(?:grown-up|adult|eldest\s+of|ex-wife|married\s+(?:son|daughter|child|children|sons|daughters))\b"
    r"|\b(?:son|daughter)s?\b[^.,;]{0,40}\b(?:is|was|got|recently|newly)\s+married\b"
    r"|\b(?:consult(?:ing|ancy|ant)|lobbyist|law\s+firm|campaign(?:'s|’s)?\s+(?:manager|staff|office|team)|(?:film|movie|documentary|world)\s+premiere|premiere\s+of|widow|(?:was|were|been|is)\s+paid|on\s+the\s+payroll|his\s+own\s+band|her\s+own\s+band|bridegroom|honeymoon)\b"
    r"|\bserv(?:es|ed|ing)\s+(?:in\s+the\s+(?:army|navy|military)|(?:our|his|her|their)\s+country)\b|\b(?:was|were|been)\s+deployed\b|\b(?:joined|enlisted\s+in)\s+the\s+(?:army|navy|marines|air\s+force|military|police)\b",
    re.I,
)
#: after the name of somebody's brother, cousin or friend: "…, a freshman at Marlow State", "…, who is training as a nurse"
OWN_LIFE = re.compile(
    r"(?:,\s+(?:his|her|their)\s+(?:\w+\s+)?\w+)?,?\s+(?:(?:both|all|now|just)\s+)?(?:an?\s+[^,.;]{0,40}\b(?:at|of|from)\s+[^,.;]{0,50}(?-i:University|Polytechnic|A&M|Medical\s+School|Law\s+School|State\b|Tech\b)"
    r"|(?:back|home)\s+from\s+(?-i:[A-Z])|(?:himself|herself)\s+an?\b|an?\s+(?:\w+\s+)?(?:university|medical|law|nursing|engineering|college)\s+student"
    r"|(?:who\s+)?(?:is\s+|was\s+|has\s+been\s+)?(?:train(?:s|ing)\s+(?:as|to)|work(?:s|ed|ing)\s+(?:as|for|at|in|on)|serv(?:es|ing)\s+(?:in|with)"
    r"|teach(?:es|ing)|drives\s+an?\s|runs\s+an?\s|owns\s|married|flew\s+(?:home|in|back|over)|moved\s+to"
    r"|stud(?:ies|ied|ying)\s+(?:law|medicine|engineering|nursing|accounting|abroad|[^,.;]{0,40}(?-i:University))))",
    re.I,
)
#: "the suspect, 15, whom state media named as"
AGED_ROLE = re.compile(
    r"\b(?:suspect|victim|defendant|accused|deceased|driver|passenger|patient|student|attacker|gunman|shooter|complainant),?\s+(?:aged\s+|who\s+is\s+|\()?(?P<n>1[0-7]|[1-9])\b(?!\d)",
    re.I,
)
ROLES = frozenset(DATA["roles"])
#: "the commander known as", "a teacher called"
ROLE_NAMED = re.compile(
    r"\b(?P<role>[\w-]+)(?:,|\s+who\s+is|\s+who\s+was)?\s+(?:known|named|called|surnamed|nicknamed|identified|dubbed)(?:\s+(?:only|locally|just|simply|to\s+[\w\s]{3,30}?))?(?:\s+as)?\s*[“\"‘']?$",
    re.I,
)
#: "The passenger is 12 years old."
THE_ONE_IS = seek.compile(
    rf"\b[Tt]he\s+(?:[\w’'-]+\s+){{0,3}}?(?P<who>[\w-]+)\s+(?:is|was|turned|turns)\s+(?:{frames.ABOUT}\s+)*(?P<n>{frames.NUM})(?P<old>\s+(?:years|months)\s+old)?(?=\s*[.,;!?”\"]|\s+and\b)"
)
#: how words for those who do something end
DOES = re.compile(r"(?:er|or|ist|man|woman|ian|ant)$")
WORD_BEFORE = re.compile(r"\b(?P<w>[a-z]{4,})\s$")
#: words that end like that before a child's name, or before anybody's
NO_TRADE = frozenset(
    "after under over never ever other either whether rather later earlier former together another younger older elder "
    "eldest brother sister mother father daughter teenager youngster toddler player striker keeper winner runner swimmer "
    "singer dancer scorer finisher rider skater summer winter water number order offer for remember consider discover enter "
    "deliver cover recover whenever however better than want grant constant instant distant infant important junior senior "
    "minor major superior nor".split()
)
#: how words for people end
WHO_ENDS = re.compile(
    r"(?:er|or|ist|ant|ee|ian|eur|man|woman|boy|girl|mate|star|help|victim|patient|student|herder|defendant|suspect|accused|deceased|vegan|captain|monk|nun|native|guide|scout|orphan|novice)$",
    re.I,
)
#: "The boy is now eight."
IS_AGED = re.compile(
    rf"(?:\s+(?:is|turned|turns)|,(?:\s+who\s+(?:is|was))?)\s+(?:{frames.ABOUT}\s+)*(?P<n>{frames.NUM})(?:\s+years\s+old)?(?=\s*[.,;:!?”\"]|\s+(?:now|today|and|but)\b)",
    re.I,
)
TIME = re.compile(
    r"\b(?:on|last|next|this|every|by|until|till|since|from|of|each|early|late|in|for|and|to)\s$", re.I
)
AS_SUBJECT = re.compile(
    r"['’]s\s+(?:mother|mum|mom|father|dad|parents|family|grandm\w+|grandf\w+|aunt|uncle|brother|sister|teacher|classmates?|friends?|body|death|school|name|face|case|story)\b"
    r"|\s+(?:was|had|has|did|died|went|came|left|returned|wanted|walked|fell|could|told|never|loved|loves|lives|lived|suffered|sat|ran|plays|played)\b"
)
#: a child of a headline, without an article: "boy, 12", "five-year-old"
BARE_AGED = re.compile(
    rf"\b(?:boy|girl|toddler|baby|teen|schoolboy|schoolgirl|child)\s*[,(]\s*(?:1[0-7]|[1-9])\b|\b(?:1[0-7]|[1-9]|{'|'.join(frames.UNITS[:17])})[-\u2010\u2011]year[-\u2010\u2011]old\b|\b(?:[1-9]|1[0-7])(?:st|nd|rd|th)\s+birthday\b",
    re.I,
)
#: "MUSA IS HOME"
SAFE = re.compile(
    r"\s+(?:is|IS|Is)\s+(?:home|safe|found|alive|free|back|HOME|SAFE|FOUND|ALIVE|FREE|BACK|Home|Safe|Found|Alive|Free|Back)\b"
)
SLOGAN = re.compile(
    r"\b(?:RIP|R\.I\.P\.?|[Jj]ustice\s+for|[Pp]ray(?:ers)?\s+for|[Bb]ring\s+(?:back|home)|[Hh]elp\s+find|[Ss]ave|[Rr]emembering|[Rr]est\s+in\s+peace,?)\s+(?:little\s+|baby\s+)?$"
)
#: "To his brother and sister he was Tito"
TO_THEM = re.compile(
    r"\b[Tt]o\s+(?:his|her|their|the)\s+[^.!?\n]{3,40}\s(?:he|she)\s+(?:was|is)\s+(?:always\s+|just\s+|simply\s+)?[“\"‘']?$"
)
#: "The action star, born Dana Ellis, "
BORN_AS = re.compile(r"\b(?P<role>[\w-]+)(?:,|\s\()\s?born\s+$")
#: between the two names of one person: "Dana Ellis (also known as Dana Roe)"
ALSO_KNOWN = re.compile(
    r"\s?[,(]\s?(?:who\s+(?:is|was|goes)\s+|goes\s+)?(?:also|sometimes|better|formerly|previously|usually|otherwise)\s+(?:(?:known|called|named|going|goes|go|by|as|the|names?|surnames?|nickname|under)\s+)*?(?:as|called|named|(?:the|of)\s+(?:names?|surnames?|nickname)(?:\s+of)?|name|under)\s+[“\"‘']?$"
)
#: "Cosminel, as he is called at home"
AS_CALLED = re.compile(
    r",\s+as\s+(?:(?:he|she|they)\s+(?:is|was|are|were)\s+(?:called|known)|(?:[\w’-]+\s+){1,4}(?:call|calls|called)\s+(?:him|her|them))\b",
    re.I,
)
DONE_TO = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|murder(?:ed|ing|s)?|rap(?:ed|ing)|abus(?:ed|ing)|assault(?:ed|ing)|stabb(?:ed|ing)|shot|shooting|strangl(?:ed|ing)|beat|beaten|beating|abduct(?:ed|ing)|kidnapp(?:ed|ing)|"
    r"tortur(?:ed|ing)|starv(?:ed|ing)|poison(?:ed|ing)|(?:murder|death|killing|rape|abuse|abduction|manslaughter|disappearance|stabbing|shooting|torture|neglect)\s+of)"
    r"\s+(?:(?:his|her|their|the|a|an|[\w’'-]+['’]s)\s+)?(?:(?:partner|girlfriend|boyfriend|wife|son|daughter)['’]s\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)
FATE = re.compile(
    r"(?:['’]s)?\s+(?:murder|death|killing|disappearance|abduction)\b|\s+(?:died|was\s+(?:killed|murdered|stabbed|shot|strangled|beaten|abducted|raped|found\s+dead|pronounced\s+dead|[“\"‘']?subjected))\b",
    re.I,
)
HE = re.compile(r"\b(?:he|him|his)\b", re.I)
SHE = re.compile(r"\b(?:she|her|hers)\b", re.I)
HE_OR_SHE = re.compile(r"\b(?:(?P<he>he|him|his|himself)|she|her|hers|herself)\b", re.I)
#: "cousins Adaeze and Ify Obi on their way from Hill Primary School"
ON_THE_WAY = re.compile(
    r"\s+(?:were\s+|was\s+)?(?:\w+ing\s+)?on\s+(?:their|his|her)\s+way\s+(?:home\s+|back\s+)?(?:to|from)\s+(?:(?:the\s+)?(?:[A-Z][\w’'-]+\s+){0,4}(?:Primary|Secondary|Elementary|Middle|High)?\s*[Ss]chool|class|lessons|kindergarten|nursery)\b"
)
SEVERAL_BORN = re.compile(r"\b(?:twins|triplets|quadruplets)\b", re.I)
#: how old somebody was who died, told after the name: "who was murdered in 1993 when he was two"
DIED_WHEN = re.compile(
    r",?\s+(?:who\s+)?(?:had\s+)?(?:(?:was|were|been)\s+(?:[\w-]+ly\s+)?(?:killed|murdered|stabbed|shot|strangled|beaten|abducted|kidnapped|snatched|struck|hit|found)|died|drowned|vanished|disappeared|went\s+missing|(?:took|ended)\s+(?:his|her)\s+(?:own\s+)?life|(?:killed|hanged|shot|drowned)\s+(?:himself|herself)|committed\s+suicide)\b"
    rf"(?:(?!\b(?:who|when|aged?|his|her|their|children|with)\b)[^.;!?\n]){{0,80}}?,?\s(?:when\s+(?:he|she)\s+was|at\s+the\s+age\s+of|aged|at)\s+(?:just\s+|only\s+)?(?P<n>{frames.NUM})\b(?!\s*(?:[ap]\.?m|o['’]clock)|[:.]\d|\s+(?!years?\b|months?\b|weeks?\b|by\b|in\b|while\b|and\b|after\b|said\b|has\b|was\b|is\b|on\b)[A-Za-z])(?:\s+(?P<u>years?|months?|weeks?))?"
)
#: a life after school
COLLEGE = re.compile(r"\b(?:universit\w+|campus|undergraduate|freshm[ae]n|PhD|lectur\w+)\b", re.I)
SIBLINGS = re.compile(r"\b(?:boys|girls|brothers|sisters|siblings|twins|triplets)\b", re.I)
#: "both will turn 18 next year"
BOTH_TURN = seek.compile(
    r"\bboth\s+(?:of\s+(?:them|whom)\s+)?(?P<yet>(?:will|are\s+(?:due|about|set)\s+to|do\s+not)\s+)?turn(?P<did>ed)?\s+(?P<n>1\d)\b",
    re.I,
)
#: "of the bowls club", "a plumber", "both in their thirties"
GROWN_BODY = re.compile(
    r"\s+of\s+(?:the\s+)?(?![^,.;]*\b(?:class|grade|year|form|school|(?-i:Boys|Girls|High|Academy|Primary|Secondary|School|Elementary|Intermediate))\b)|,\s+(?:an?\s|the\s|both\s|all\s|who\s+(?:works?|teach|is|are)\b)|\s*\(\s*\d\d"
)
BOTH_DO = re.compile(
    r"\s+(?:have\s+|had\s+|both\s+)?(?:plead(?:ed)?|pled|deny|denied|admit(?:ted)?|appeared?|face[d]?|died|drowned|vanished|disappeared"
    r"|(?:are|were|have\s+been|had\s+been)\s+(?:both\s+|also\s+|being\s+|later\s+|last\s+)?(?:charged|remanded|accused|held|detained|arrested|killed|found|missing|seen|swept|pulled|buried|jailed|sentenced|convicted|taken))\b"
)
TWO = re.compile(
    rf"\b(?:two|both|pair\s+of)\s+(?:[a-z]+\s+)?(?:(?:1[0-7]|[4-9])-year-olds|{frames.alt(DATA['child_nouns_plural'])})\b(?!['’])",
    re.I,
)
MATE = re.compile(r"\b(?:class|school|play)mate$")
SAME_AGE = re.compile(r"\b(?:twin|best[\s-]friend|classmate|schoolmate|playmate|deskmate)s?\b", re.I)
#: before a second name of somebody
OTHER_NAME = re.compile(
    r"\b(?:[Hh]is|[Hh]er)\s+(?:(?:real|proper|full|given|own|actual|christian|baptismal|birth|school|official)\s+)?name(?:\s+(?:is|was)|,|:)\s+[“\"‘']?$"
    r"|\b(?:call(?:s|ed)?|nicknam(?:e|es|ed)|know|knew|dubbed|renamed)\s+(?:him|her)\s+(?:as\s+)?[“\"‘']?$"
    r"|\b(?:he|she)\s+(?:is|was)\s+(?:known\s+as\s+|called\s+)?[“\"‘']?$"
)
#: "… is what the workers called him"
WHAT_THEY_CALL = re.compile(
    r"[”\"’']?\s+(?:is|was)\s+what\s+(?:[\w’']+\s+){1,4}(?:call|calls|called)\s+(?:him|her)\b"
)
#: around a name by which somebody is spoken to
SPOKEN_TO_BEFORE = re.compile(r"(?:[a-z][.!?]?,\s|[“\"‘']|[.!?]\s)$")
SPOKEN_TO_AFTER = re.compile(r"[.!?,]")
OF_SOMEBODY = re.compile(r"\b(?:he|she|him|her|his|my|our|girl|boy|child|baby|son|daughter)\b", re.I)
OF_KINSHIP = re.compile(rf"^['‘](?:{frames.alt(DATA['kin_adult'])})")
OF_THE_FAMILY = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]he|[Tt]heir)\s+(?:[\w-]+\s+)?(?:{frames.alt(DATA['kin_adult'])})\b"
)
CAPTION = re.compile(
    r"^(?:photos?|pictures?|pictured|images?|caption|above|below|file\s+photo)\b[^\n:]{0,12}:[^\n]*$",
    re.I | re.M,
)
#: what happens to somebody, as against what a witness or an official does
HAPPENS = re.compile(
    r"\s+(?:vanished|disappeared|got\s+into\s+(?:difficult(?:y|ies)|trouble)|slipped|left\s+(?:home|school|(?:his|her|their|the\s+family)\s+(?:home|house|flat|room))|set\s+off|died|drowned|collapsed|fell|suffered|never|went\s+missing|failed\s+to\s+return|lost\s+(?:his|her)\s+life|"
    r"(?:is|was|has\s+been|had\s+been|is\s+being|was\s+being)\s+(?:also\s+|later\s+|then\s+|reportedly\s+|allegedly\s+|last\s+|first\s+|fatally\s+|seriously\s+|critically\s+)?"
    r"(?:an?\s+(?:front-seat\s+|back-seat\s+|rear\s+)?passenger|(?:among|one\s+of)\s+(?:the\s+)?(?:dead|victims|those|two|three|four|five)|missing|seen|found|struck|hit|knocked|stabbed|shot|walking|playing|cycling|riding|travelling|pronounced|taken|rushed|airlifted|flown|"
    r"reported|declared|recovered|gunned|killed|injured|hurt|wounded|diagnosed|admitted|treated|attacked|raped|abused|assaulted|abducted|kidnapped|snatched|rescued|buried|laid|"
    r"described|wearing|bitten|burnt|burned|electrocuted|crushed|swept|pulled|beaten|murdered|trapped|asleep|sleeping|in\s+(?:a\s+)?(?:critical|stable|serious|hospital|intensive)))\b"
)
#: "met her hero, Olaf": said who that is
INTRODUCED = re.compile(
    r"\b(?:his|her|their|its|the|an?)\s+(?!boy\b|girl\b|child\b|baby\b|toddler\b|son\b|daughter\b|victim\b)(?:[\w-]+\s+){0,1}[a-z][\w-]+,\s$"
)
OWNER = re.compile(r"(?P<owner>[^\W\d_][\w’'-]*)['’]s?\s+(?:[\w-]+\s+){0,2}$")
#: somebody else of the same sex who is told of before
SAME_SEX = {
    "m": re.compile(r"\b(?:he|man|men|father|dad|uncle|grandfather|stepfather)\b", re.I),
    "f": re.compile(r"\b(?:she|woman|women|mother|mum|mom|aunt|grandmother|stepmother)\b", re.I),
}
#: "Riaz and his brother, Liaquat"
AND_HIS = re.compile(r"(?P<owner>[^\W\d_a-z][\w’'-]*)\s+and\s+(?:his|her)\s+(?:[\w-]+\s+){0,2}$")
#: "his mother Ada, father Ben and younger": one family told in a row
FAMILY_ROW = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s+(?:late\s+)?(?:{frames.alt(DATA['kin_adult'])})\s+"
    rf"(?:(?:and|[A-Z][\w’'-]*|\(?\d\d\)?|younger|older|elder|little|big|baby|twin|{frames.alt(DATA['kin_adult'])}"
    rf"|{frames.alt(DATA['kin_peer'])}|{frames.alt(DATA['kin_peer_plural'])}),?\s+)*$"
)
GROWN_OWNERS = frozenset((*DATA["kin_adult"], *DATA["roles"], "woman", "man"))
#: "he and his sister": told of in one breath with the child
HE_AND_HIS = re.compile(
    r"\b(?:he|she)\s+and\s+(?:his|her)\s+(?:(?:little|younger|small|baby|twin)\s+)?$", re.I
)
OF_A_HOST = re.compile(
    r"\b(?:house|home|flat|apartment|warehouse|shop|stall|restaurant|garage|workshop|farm|office|firm|company|care)\s+of\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+)?$",
    re.I,
)
GRANDPARENT = re.compile(
    r"\b(?:grandmother|grandfather|grandma|grandpa|gran|granny|nan|grandparents?)\b", re.I
)
INFANTS = re.compile(
    r"\b(?:infants?|reception|nursery|kindergarten(?:er)?|kindergartner|pre-?school(?:er)?|toddler|baby|newborn|cr[èe]che|playgroup|(?:Year|Grade|Class|Primary|P|Standard)\s?(?:1|2|[Oo]ne|[Tt]wo)|(?:first|second)[-\s](?:grader?|former?|class))\b",
    re.I,
)
ELDER = re.compile(r"\b(?:older|elder|eldest|oldest|big|grown(?:-up)?)\s$", re.I)
#: "Esther Obua, a sister to the girl": so a relative is introduced who is asked
KIN_TO = re.compile(
    rf"\s+(?:to|of)\s+(?:the\b|[A-Z]|an?\s+(?!(?:[\w-]+\s+)?(?:{frames.alt(DATA['child_nouns'])}|victim)\b))"
)
GRANDCHILD = re.compile(r"\bgrand(?:son|daughter|child)", re.I)
KIN_CHILD = re.compile(
    r"\b(?:daughter|son|girl|boy|child|baby|toddler|granddaughter|grandson|niece|nephew)\b", re.I
)
#: the pronoun that a verb is said of; whose son or daughter it may stand for
PRONOUN_BEFORE = re.compile(
    r"\b(he|she)\s+(?:(?:has|had|have|will|would|only|just|recently|finally)\s+)*$", re.I
)
HIS_CHILD = {
    "he": re.compile(
        r"\b(?:son|boy|grandson|nephew|stepson|godson|(?:child|baby|toddler|firstborn|youngest|eldest)(?!\s+(?:sister|girl)))\b",
        re.I,
    ),
    "she": re.compile(
        r"\b(?:daughter|girl|granddaughter|niece|stepdaughter|goddaughter"
        r"|(?:child|baby|toddler|firstborn|youngest|eldest)(?!\s+(?:brother|boy)))\b",
        re.I,
    ),
}
LONG_APPOS = re.compile(
    r"\b(?:a|an|the|another|one)\s(?:(?!\b(?:was|is|were|are|has|had|said|told|after|when|and|that|which)\b)[^.,;:!?“”\n]){3,80},\s*$",
    re.I,
)
#: "the girl who once failed her exam, Mireille Lavaud,": told of a childhood that is over
LONG_SINCE = re.compile(
    r"\b(?:who\s+(?:once|used\s+to|would|never|grew)|once|used\s+to|long\s+ago|years\s+ago)\b", re.I
)
KIN_NAMES_SELF = re.compile(
    r"\b(?:"
    + "|".join(re.escape(w) for w in DATA["kin_adult"])
    + r")(?:,?\s+(?:who\s+)?(?:gave|giving)\s+(?:his|her)|['’]s)\s+name\b",
    re.I,
)
#: what is said of somebody as the subject of the sentence, wherever the name stands: an age
SAID_OF_AGE = seek.compile(
    rf"\b(?P<verb>turn(?:ed|s|ing)?)\s+(?:just\s+|only\s+)?(?P<n>{frames.NUM})\b(?=\s*(?:[.,;:!?)–—”\"]|\Z|\n)"
    r"|\s+(?:and|but|when|next|this|last|in|on|only|just|until|before|after|that|while|at|by|today|tomorrow|yesterday|the\s+(?:day|week|month|same)|(?:a|\w+)\s+(?:days?|weeks?|months?|hours?))\b)"
    rf"|\b(?P<gave>g(?:ave|ives?|iving)|puts?|list(?:ed|s))\s+(?:his|her)\s+(?:own\s+)?age\s+(?:as|at)\s+(?:just\s+|about\s+|around\s+|only\s+)?[“\"‘']?(?:maybe\s+)?(?P<told>{frames.NUM})\b"
    rf"|\bis\s+(?:already\s+|now\s+)?an?\s+(?:[\w-]+\s+)?(?:mother|mum|mom|father|dad|wife|bride|widow|orphan|breadwinner|veteran|star|champion)\s+(?:of\s+\w+\s+)?at\s+(?:just\s+|only\s+|the\s+age\s+of\s+)?(?P<at>{frames.NUM})\b(?!\s*(?:[ap]\.?m|o['’]clock)|[:.]\d)"
    r"|\b(?:was|is)\s+(?P<born>born)\s[^.;!?\n]{0,60}?\b(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
#: "does not turn 13 until March", "will turn", "before he turned": not yet of that age
NOT_YET = re.compile(
    r"\b(?:not|n['’]t|never|will|shall|before|until|yet\s+to|about\s+to|due\s+to|going\s+to|was\s+to)\s+(?:[\w’']+\s+){0,2}$",
    re.I,
)
#: "would have turned": had it gone otherwise
HAD_IT = re.compile(r"\b(?:have|if|had\s+(?:he|she)\s+lived)\s+$", re.I)
_NOW_IN = (
    r"(?:is|was)\s+(?:now\s+|still\s+|currently\s+|also\s+|both\s+)?in|(?:has|had)\s+(?:only\s+|just\s+|recently\s+)+(?:started|begun|finished|entered|joined)"
    r"|(?:went|goes|going|gone|moved|moves)\s+(?:(?:up|on|back)\s+)?(?:in)?to|attends|attending|is\s+(?:due|about|supposed)\s+to\s+(?:start|enter|begin)"
)
_EXAMS = (
    r"(?:GCSEs?|A[-\s]?[Ll]evels?|O[-\s]?[Ll]evels?|KCPE|KCSE|PLE|WASSCE|BECE|SATs|mocks|11-plus|eleven-plus|matric"
    r"|(?:school|board|mock|entrance|leaving|final|end-of-year)\s+(?:exam|examination|test|paper)s?)"
)
#: a stage of school or of childhood said of the subject
SAID_OF_STAGE = seek.compile(
    r"\b(?:"
    rf"(?:is|was|were|are)\s+(?:now\s+|still\s+)?in\s+(?:the|his|her|their)\s+{frames.ORDINAL}\s+year\s+(?:at|of)\s+(?:[\w’'.-]+\s+){{0,4}}?(?:primary|middle|secondary|high|elementary|junior)\s+school\b"
    rf"|(?:{_NOW_IN})\s+(?:the\s+|his\s+|her\s+)?(?:{frames.GRADE.replace('?P<gn>', '')}|kindy\b|big\s+school\b)"
    rf"|(?:sit|sits|sitting|sat|take|takes|taking|write|writes|writing|studying|revising|preparing)\s+(?:for\s+)?(?:his|her)\s+(?:[\w-]+\s+)?{_EXAMS}\b"
    rf"|(?:fail|pass|flunk|resat|repeat)(?:ed|s)?\s+(?:his|her)\s+(?:[\w-]+\s+)?{_EXAMS}\b"
    rf"|(?:fell|got|became|was|is)\s+pregnant\s+(?:while\s+(?:still\s+)?)?(?:in|at)\s+(?:{frames.GRADE.replace('?P<gn>', '')}|(?:primary|middle)\s+school\b)"
    r"|(?:is|am|[’']s)\s+an?\s+(?:(?:girl|boy|cub|beaver|rainbow)\s+(?:scout|guide)|(?-i:Brownie|Cub|Beaver|Rainbow))\b"
    r"|(?:is|was|are)\s+in\s+(?:Miss|Mr|Mrs|Ms)\.?\s+[A-Z][\w’-]+['’]s?\s+(?:class|form|room)\b"
    r"|choos(?:e|es|ing)\s+(?:his|her)\s+(?:GCSE|exam|school)\s+subjects\b"
    r"|(?:had|has|scor(?:ed|es)|earn(?:ed|s)|managed|got|obtained|attained|garnered|posted|secured|bagged|amassed|with)\s+\d{2,3}(?:\s+(?:out\s+of|of)\s+\d{3})?\s+marks\b"
    rf"|dropp(?:ed|ing)\s+out\s+(?:of|in|at)\s+(?:{frames.GRADE.replace('?P<gn>', '')}|(?:primary|elementary|middle|nursery)\s+school\b)"
    r"|(?:whose|on\s+(?:his|her)|had\s+(?:his|her|an?)|for\s+(?:his|her))\s+first\s+day\s+(?:of|at|in)\s+(?:school|nursery|kindergarten|Year\s\d+|Grade\s\d+|Class\s\d+|Primary\s\d|reception|big\s+school)\b"
    r"|(?:receiv|mak)(?:e|ed|ing)\s+(?:his|her)\s+(?:First\s+(?:Holy\s+)?Communion|bar\s+mitzvah|bat\s+mitzvah)\b"
    r"|(?:stands?|stood|standing|face[sd]?|facing)\s+trial\s+as\s+an\s+adult\b|(?:tr(?:y|ied)|charged?|certified|prosecuted?|sentenced?)\s+(?:[^.,;\s]+\s+){0,3}?as\s+an\s+adult\b"
    r")"
    r"|(?:\b(?:is|was)|(?<=['’])s)\s+(?:(?:now|still|then|just)\s+)?an?\s+(?:freshman|sophomore|junior|senior)\s+(?:at|in)\s+(?:[\w’'.-]+\s+){1,4}?(?:high|middle|prep|academy)\b",
    re.I,
)
_LESSONS = r"(?:(?:his|her|the|an?)\s+)?(?:kindergarten|nursery|pre-?school|cr[èe]che|(?:(?:primary|elementary|middle|secondary|high|village|local|grammar)\s+)?school)\b(?!\s+(?:bus|gates?|board|run|office|trip|visit|fees?|teach|head|in\b|at\b(?!\s+(?:\d|dawn|six|seven|eight|half|noon|about))))(?!['’])"
#: what children do and what is done to children: said of the subject, unless it is known for a grown-up
SAID_OF_CHILDHOOD = seek.compile(
    rf"\b(?:came|come|comes|coming|get|gets|got|walk(?:s|ed|ing)?|go|goes|going|gone|return(?:s|ed|ing)?|travel(?:s|led|ling)?|cycl(?:es|ed|ing)|set\s+off|setting\s+off|left|leaves|leaving|vanished|disappeared|was|is)\s+(?:(?:home|back|alone|on\s+(?:his|her)\s+way|on\s+the\s+way|on\s+foot|while|[\w-]+\s+(?:kilometres|miles|km|hours?)|each|every|day|used)\s+){{0,4}}(?:to|from|for)\s+{_LESSONS}"
    rf"|\b(?:expelled|suspended|excluded|sent\s+home|withdrawn|pulled\s+out|barred)\s+from\s+{_LESSONS}|\bbullied\s+at\s+{_LESSONS}|\b(?:skip(?:s|ped)?|miss(?:es|ed)|dropped\s+out\s+of)\s+{_LESSONS}(?=[^.;]*\b(?:last|this|yesterday|today|to\s+\w+|because|again)\b)"
    rf"|\binstead\s+of\s+(?:going\s+to|attending)\s+{_LESSONS}|\bshould\s+(?:be|have\s+been)\s+(?:at|in)\s+(?:{_LESSONS}|class\b|{frames.GRADE.replace('?P<gn>', '')})"
    r"|\b(?:wear(?:s|ing)|wore|dressed\s+in)\s+(?:(?:an?|his|her)\s+)?(?:[\w-]+\s+){0,2}school\s+(?:uniform|jersey|tie|blazer|shirt)\b"
    r"|\b(?:while|was|were|been)\s+(?:out\s+)?playing\s+(?:(?:alone|outside|nearby)\b|(?:near|by|beside|outside|behind|in\s+front\s+of)\s+(?:(?:his|her|their|the|a)\s+)?(?:\w+\s+)?(?:house|home|well|river|pond|canal|lake|road|railway|pool|building|stream|ditch|tent|hut|shop|gate|tracks)\b|in\s+(?:the|a|his|her|their)\s+(?:\w+\s+)?(?:yard|courtyard|garden|street|sand|water|mud|snow|stream|sandpit|playground|lane|alley|stairwell)\b|with\s+(?:other\s+children|(?:his|her)\s+(?:brothers?|sisters?|siblings?|cousins?|toys?|dolls?)|matches|a\s+(?:lighter|ball|kite|doll|toy)))"
    r"|\b(?:learn(?:s|t|ed|ing)?)\s+to\s+(?:walk|talk|crawl|speak|stand|read|write)\b(?!\s+again)|\b(?:lost|losing|loses)\s+(?:(?:his|her|an?|two|three|four)\s+)?(?:[\w-]+\s+)?(?:milk|baby|front)\s+t(?:ooth|eeth)\b|\b(?:took|taken|takes)\s+(?:his|her)\s+first\s+steps?\b|\bcan(?:not|['’]t)\s+(?:yet\s+)?(?:read|walk|talk|write|swim)\s+yet\b"
    r"|\b(?:was|is|were|been|being|be)\s+(?:[\w-]+ly\s+)?(?:adopted(?!\s+(?:as\s+an?|at\s+birth|in\s+19))|fostered|taken\s+into\s+(?:\w+\s+)?care|placed\s+(?:in|with)\s+(?:an?\s+|his\s+|her\s+)?(?:foster|care\b|children['’]s|safe\s+house|shelter|orphanage|grand\w+|aunt|relatives|temporary)|(?:returned|released|handed(?:\s+back|\s+over)?)\s+to\s+(?:(?:his|her)\s+(?:parents|mother|father|grand\w+|family|guardians?)|(?:child|social)\s+\w+)|married\s+off|made\s+a\s+ward\b|born\s+(?:[\w-]+\s+)?(?:(?:weeks|months)\s+(?:early|premature(?:ly)?|too\s+soon)|premature(?:ly)?)|left\s+at\s+an\s+orphanage)"
    r"|\blived\s+with\s+(?:[\w-]+\s+)?foster\s+(?:famil(?:y|ies)|parents|carers|mothers?)\b|\b(?:ran|run|runs|running)\s+away\s+from\s+home\b|\b(?:fell|got|became|was|is)\s+pregnant\s+at\s+(?:the\s+age\s+of\s+)?1[0-7]\b"
    r"|\b(?:told|confided\s+in|opened\s+up\s+to|disclosed\s+to)\s+(?:an?|his|her|the)\s+(?:[\w-]+\s+)?(?:teacher|school\s+\w+|social\s+worker|counsell?or)\s+(?:that|how|what|about)\s+(?:his|her)\s+(?:step-?(?:father|mother|dad|mum)|father|mother|dad|mum|uncle|parents|foster\s+\w+)\b"
    r"|\bis\s+(?:\w+\s+)?(?:small|tiny|tall|big|short)\s+for\s+(?:his|her)\s+age\b|\b(?:start(?:ed|s|ing)?|beg(?:an|un|ins))\s+to\s+(?:talk|walk|crawl|toddle|babble)\b(?!\s+(?:again|to|about|with|through|towards?|up|out|of))"
    r"|\b(?:left|asleep|forgotten|sleeping|alone|crying)\s+(?:[\w-]+\s+){0,2}on\s+(?:the|a|his|her)\s+school\s+bus\b|\b(?:got|getting|gets|stepped|stepping)\s+(?:on|off)\s+(?:the|a|his|her)\s+school\s+bus\b|\b(?:waiting|waited|waits)\s+for\s+(?:the|his|her)\s+school\s+bus\b"
    r"|\bplaying\s+(?:hide[- ]and[- ]seek|hopscotch|tag|marbles|skipping|dress-up|house|peekaboo)\b"
    r"|\b(?:(?:was|is|were)\s+(?:still\s+|fast\s+)?(?:asleep|lying|awake)|asleep|sleeping|slept|sleeps|lying|lay|lies|left|found|sat|sitting|strapped|crying)\s+(?:alone\s+|in\s+the\s+car\s+)?in\s+(?:(?:his|her|an?|the)\s+)?(?:cot|crib|pram|push-?chair|buggy|stroller|high\s?chair|bassinet|(?:car|child|booster|baby)\s?seat|bouncer|playpen|incubator)\b"
    r"|\bsuck(?:s|ed|ing)?\s+(?:his|her)\s+thumb\b|\b(?:is|was)\s+(?:still\s+|far\s+|much\s+)?too\s+(?:young|small|little)\s+to\s+(?:understand|know|reach|remember|speak|talk|walk|go\s+to\s+school|marry|testify|give\s+evidence|carry|ride|swim|cross|work|be\s+(?:left|married|home|a\s+mother))\b"
    r"|\b(?:will|to|about\s+to|due\s+to|yet\s+to|just|cannot|could\s+not)\s+(?:be\s+able\s+to\s+)?start(?:ed|s)?\s+(?:(?:primary|big|nursery|elementary)\s+)?(?:school|nursery|kindergarten|reception|pre-?school)\b(?!\s+(?:fund|board|project))"
    r"|\b(?:snatched|abducted|kidnapped|stolen|lured|missing|vanished|disappeared|grabbed)\s+(?:from|at|near|outside)\s+(?:(?:the|a|an|his|her)\s+)?(?:[\w-]+\s+)?(?:playground|nursery|kindergarten|cot|cradle|pram|school\s+(?:gates?|bus|yard)|maternity\s+ward|soft[- ]play\s+\w+|orphanage)\b"
    r"|\b(?:(?:being|was|been|is)\s+(?:[\w-]+ly\s+)?(?:treated|cared\s+for|admitted|rushed|airlifted|flown|taken|transferred|moved|kept|nursed)|recovering|lies|lay|died|fighting\s+for\s+(?:his|her)\s+life|is|remains?|spent\s+[\w\s]{2,20}?)\b[^.;:!?,\n]{0,30}?\b(?:in|to|at|on)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}?(?:child(?:ren['’]s)?\s+(?:[\w-]+\s+)?(?:ward|unit)|pa?ediatric\s+(?:[\w-]+\s+){0,2}?(?:ward|unit|icu|intensive\s+care)|neonatal\s+\w+)\b"
    r"|\b(?:bitten|hurt|injured|burn(?:ed|t)|scalded|locked|hit|slapped|smacked|tied|beaten|bullied|collapsed|choked|fell|fallen|dropped\s+off|picked\s+up|napping)\b[^.;:!?,\n]{0,30}?\bat\s+(?:(?:his|her|the|a)\s+)?(?:nursery|play-?group|kindergarten|cr[èe]che|day-?care|pre-?school)\b(?!\s+(?:school\s+)?(?:teacher|staff|worker|manager|owner))"
    r"|\b(?:lives?|lived|living|stays|stayed|staying|return(?:ed|s)?|went\s+back|go\s+back|r[au]n\s+away|absconded|vanished|disappeared|missing|moved|sent|taken)\s+(?:(?:back|again)\s+)?(?:in|at|to|from|into)\s+(?:(?:his|her|an?|the)\s+)(?:[\w-]+\s+){0,2}?(?:foster\s+(?:home|care(?:rs)?|family|parents?|mother)|children['’]s\s+home|orphanage|boys['’]\s+home|girls['’]\s+home)\b"
    r"|\b(?:must|should|may|to|will|can)\s+(?:live|stay|remain)\s+with\s+(?:his|her)\s+(?:mother|father|grand\w+|aunt|uncle|parents)\b"
    r"|\b(?:is|was|are|were)\s+in\s+(?:the\s+same|his|her)\s+(?:class|form|grade|kindergarten)\b(?!\s+(?:of\s+(?:his|her|their)|act))"
    r"|\b(?:sits?|sat|sitting|seated)\s+(?:at|behind|beside|by|next\s+to|in\s+front\s+of|with)\s[^.;,]{0,24}\b(?:desk|class|classroom|lessons?)\b|\bshare[sd]?\s+an?\s+(?:school\s+)?(?:desk|classroom)\b"
    r"|\b(?:been|were|was|are|is)\s+(?:[\w-]+\s+){0,2}friends\s+since\s+(?:kindergarten|nursery|pre-?school|primary\s+school|(?:first|second|third)\s+grade|(?:Year|Grade|Class|Primary)\s\w+)\b"
    r"|\bcomes?\s+of\s+age\b|\bbefore\s+(?:he|she)\s+(?:could|can|was\s+able\s+to|had\s+learn(?:t|ed)\s+to)\s+(?:walk|talk|crawl|start\s+(?:[\w-]+\s+)?school)\b",
    re.I,
)
#: "custody of Asel", "the foster parents of Asel"
CARE_OF = re.compile(
    r"\b(?:custody|adoption|guardian(?:s|ship)?|foster[-\s](?:parents?|mother|father|family)|babysitter|nanny|childminder|class\s+teacher|classmates|playmates|christening|baptism|\ba\s+(?:(?:little|baby)\s+)?(?:brother|sister))\s+(?:of|for)\s+(?:little\s+|baby\s+)?$"
    r"|\b(?:under|u)-?(?:[5-9]|1[0-7])s?,\s+$"
    r"|(?<!his )(?<!her )(?<!their )(?<!’s )(?<!'s )\b(?:parents?|(?:step-?)?(?:mum|mom|dad|mother|father)(?:\s+and\s+(?:step-?)?(?:dad|mum|mom|father))?)\s+to\s+(?:little\s+|baby\s+|young\s+)?$"
    r"|\b(?:has|have|had|shares?|raises?|raising)\s+(?:(?:a|one|their|the)\s+)?(?:young\s+|little\s+|baby\s+)?(?:sons?|daughters?|kids?|children|twins|boys?|girls?|tots?|toddlers?)\s+$"
    r"|\b(?:young\s+(?:fan|patient|carer|supporter|reader|inventor|hero|heroine|pupil|scholar|mascot|learner))\s+$",
    re.I,
)
#: "shares Asel and Dana with her former husband"
SHARES = re.compile(r"\b(?:shares?|shared|has|had)\s+$")
WITH_THE_OTHER = re.compile(
    r"\s+(?:with|from)\s+(?:(?:his|her)\s+(?:[\w-]+\s+)?(?:ex|ex-?(?:husband|wife|partner|boyfriend|girlfriend)|husband|wife|partner|(?:first|second|previous|former|earlier)\s+(?:marriage|wife|husband|relationship|partner))|an?\s+(?:previous|former|earlier)\s+(?:marriage|relationship))\b"
)
#: "Asel's classmates", "Asel's kindergarten"
OF_A_CHILD = re.compile(
    r"['’]s?\s+(?:own\s+|grieving\s+|former\s+)?(?:classmates?|schoolmates?|playmates?|(?:class|form|kindergarten|nursery|primary|year)\s+(?:teacher|tutor)|form\s+(?:master|mistress)|head(?:master|mistress|\s?teacher)|kindergarten|nursery\b(?!\s+rhyme)|cr[èe]che|pre-?school|(?:primary|elementary|middle)\s+school|school\s?(?:bag|uniform|books|report|desk|friends)|toys?|teddy|pram|cot|milk\s+teeth|foster[-\s]\w+|guardians?|babysitter|nanny|childminder)\b(?!['’])"
    r"|['’]s?\s+(?:school\s+fees|custody(?=\s+(?:was|has|had|is|went|will|to|should|with)\b)|birth\s+certificate|immuni[sz]ation\s+card|baby\s+(?:brother|sister|teeth)|(?:teachers?|parents)\s+(?:at\s+[^.,;]{3,30}\s+)?(?:noticed|called|rang|summoned|alerted|cannot|can['’]t|could\s+not))\b"
    r"|,?\s+whose\s+(?:voice\s+(?:has|had|is)\s+(?:not|yet)|feet\s+(?:do|did|hardly|barely|cannot)\b[^.;,]{0,20}\b(?:reach|touch))|,\s+(?:still\s+)?too\s+(?:young|small|short|little)\s+to\s+(?:reach|see\s+over|understand|remember|talk|walk|know|speak|work)\b"
    r"|,\s+(?:his|her|their|the\s+couple['’]s)\s+(?:(?:second|third|fourth)\s+)?(?:(?:baby|kid|little)\s+(?:brother|sister)|last-?born|first-?born)\b"
    r"|\s+(?:is|was)\s+(?:my|our|his|her|their)\s+(?:last-?born|first-?born|little\s+(?:girl|boy|princess|angel|prince)|baby\s+(?:girl|boy)|only\s+(?:child|girl|boy))\b"
    r"|['’]s?\s+(?:mum|mom|mother|dad|father)\s+and\s+step-?(?:dad|mum|mom|father|mother)\b"
    r"|,\s+(?:still\s+|dressed\s+|who\s+was\s+)?in\s+(?:pigtails|bunches|nappies|a\s+romper(?:\s+suit)?|(?:his|her)\s+school\s+(?:uniform|blazer|jumper|jersey|tie))(?=\s*,|\s+and\b)"
    r"|,?\s+whose\s+first\s+day\s+(?:of|at|in)\s+(?:school|nursery|kindergarten|reception)\b|,?\s+(?:who\s+was\s+)?born\s+(?:at\s+(?:just\s+)?\d\d\s+weeks|(?:[\w-]+\s+)?(?:weeks|months)\s+(?:early|premature(?:ly)?)|weighing)\b"
    r"|['’]s?\s+(?:(?:little|tiny|small)\s+(?:\w+\s+)?(?:coffin|casket|body|grave)|step-?(?:father|mother|dad|mum|mom))\b(?!['’])"
    r"|\s+\((?-i:(?:[A-Z][\w’'.-]+\s){1,4}(?:Primary|Elementary|Middle|Nursery|Kindergarten|Preschool|High\sSchool|Secondary))(?:\s+School)?\)"
    r"|(?:,?\s+(?:who\s+)?(?:goes\s+to|attends|studies\s+at|is\s+(?:an?\s+[\w-]+\s+)?at)|\s+(?:of|from))\s+(?-i:(?:[A-Z][\w’'.-]+\s){1,4}(?:Primary|Elementary|Middle\sSchool|Nursery|Kindergarten|Preschool|Infants?\sSchool|Junior\sSchool))\b(?:\s+School)?(?!\s+(?:teacher|head\w*|principal|staff|parent|said|says|told|chair\w*|governor)|['’])",
    re.I,
)
#: "described Asel as a bright girl": what stands before and after the name
DESCRIBES = re.compile(r"\b(?:describ|hail|prais|portray|characteri[sz])\w*\s+(?:little\s+|young\s+)?$", re.I)
AS_A_CHILD = re.compile(
    r"\s+as\s+an?\s+(?:[\w-]+,?\s+(?:and\s+)?){0,3}(?:girl|boy|child|pupil|schoolgirl|schoolboy|toddler|learner|youngster)\b(?!['’-])",
    re.I,
)
#: "pulled Asel out of school"
PULLS = re.compile(
    r"\b(?:pull(?:s|ed|ing)?|t(?:ake|akes|ook|aking)|withdr[ae]w\w*|ke(?:pt|eps|eping)|remov\w+)\s+(?:little\s+)?$",
    re.I,
)
OUT_OF_SCHOOL = re.compile(
    r"\s+(?:out\s+of|from|home\s+from|off)\s+(?:(?:the|his|her)\s+)?(?:[\w-]+\s+)?(?:school|nursery|kindergarten|class|lessons|pre-?school)\b(?!['’]|\s+(?:board|bus|gates?))",
    re.I,
)
#: "placed Asel in the custody of her aunt"
PLACES = re.compile(
    r"\b(?:plac(?:e|ed|es|ing)|put|left|leav(?:e|es|ing)|kept|gave)\s+(?:little\s+|baby\s+)?$", re.I
)
IN_CARE_OF = re.compile(
    r"\s+in(?:to)?\s+the\s+(?:temporary\s+|full\s+|sole\s+)?(?:custody|care)\s+of\s+(?:his|her|an?|the)\s+(?:[\w-]+\s+)?(?:mother|father|parents|grand(?:mother|father|parents)|aunt|uncle|foster\s+\w+|state|council)\b",
    re.I,
)
#: "took Asel from her parents"
TAKES_AWAY = re.compile(
    r"\b(?:took|tak(?:e|en|es|ing)|remov\w+|snatch\w*|seiz\w+|separat\w+)\s+(?:little\s+|baby\s+)?$", re.I
)
FROM_PARENTS = re.compile(
    r"\s+(?:away\s+)?from\s+(?:his|her|their)\s+(?:[\w-]+\s+)?(?:parents|mother|father|foster\s+\w+|grandparents|grandmother)\b(?!['’])"
)
#: before a court, or in a place, for the young: its lawyers come there too
SAID_OF_COURT = seek.compile(
    r"\b(?:appear(?:s|ed|ing)?|face[sd]?|facing|due|remanded|charged|brought|sentenced|held|detained|placed|kept|lodged|sent)\s+(?:[\w-]+\s+){0,2}?(?:(?:at|in|into|before|to|by)\s+)?"
    r"(?:(?:the|a)\s+)?(?:[A-Z][\w.-]+\s+){0,3}(?:[Yy]outh|[Jj]uvenile|[Cc]hildren['’]s)\s+(?:[Rr]emand\s+)?(?:[Cc]ourt|[Bb]ench|[Jj]ustice|[Dd]etention|[Hh]all|[Hh]ome|[Cc]ustody|[Ff]acility|[Cc]ent(?:re|er))\b"
    r"|\b(?:sent|committed|remanded|taken)\s+to\s+(?:(?:an?|the)\s+)?(?:borstal|reformatory|approved\s+school|remand\s+home|reform\s+school)\b"
)
#: "Rory John Tennant, Moira Tennant's youngest"
SOMEBODYS = re.compile(
    r",\s+(?:[A-Z][\w’-]+\s+){0,2}[A-Z][\w-]+['’]s\s+(?P<who>youngest|eldest|oldest|firstborn|middle\s+child|only\s+child|little\s+one|toddler|baby)\b(?=\s*[,.;]|\s+(?:was|is|had|has|and|who)\b)"
)
#: "to nursery", "from their kindergarten", "off at school"
TO_SCHOOL = seek.compile(
    r"\b(?:to|from|at)\s+(?:(?:his|her|their|the)\s+)?(?P<school>(?:(?:primary|elementary|village|nursery|infant)\s+)?school|nursery|kindergarten|pre-?school|cr[èe]che|play-?group|daycare|(?-i:(?:[A-Z][\w’'.-]+\s){1,4}(?:School|Primary|Nursery|Kindergarten|Academy|Elementary)))\b(?!\s+(?:gates?|board|trip|fees?|meeting|assembly|reunion)\b|['’])",
    re.I,
)
#: what parents do with children on the way
TAKES = frozenset("take drive walk drop collect pick fetch bring carry escort accompany send cycle".split())
#: "Left school together. The girls are in one class": the two named in the sentence before
THE_PAIR = seek.compile(
    r"\b[Tt]he\s+(?:two\s+|young\s+|teenage\s+)?(?:girls|boys|children|siblings|teens|teenagers|pupils|youngsters|schoolgirls|schoolboys|toddlers)\b(?=\s+[a-z])"
)
AND = re.compile(r"[’”\"')]?\s*,?\s+and\s+(?:(?:his|her|their)\s+[\w\s-]{3,25}?\s+)?")
#: "Her mother, Salma Idriss, 34": of an age at which one's children are under 18
YOUNG_PARENT = 34
PARENT_OF = re.compile(r"\b(?P<whose>[Hh]is|[Hh]er)\s+(?:mother|mum|mom|mam|father|dad|parents?),?\s+$")
#: "Esi, who would not give her age but is in Class 5": the clause that opens last before the end
WHO = re.compile(r"\bwho\s+(?:(?!\bwho\b)[^.;:!?])*$")
#: "A Class XI student, Ravi Sanjay of Salem, died"
APPOSED_NAME = re.compile(r"(?:,|:|\s?[–—]|\s--?|\s\()\s?(?=[A-Z])")
#: "The little one is Mubarak", "a neighbour's boy everyone calls Shatta"
IS_THE_CHILD = re.compile(
    rf"\b(?:[Ss]tudents?|[Pp]upils?|[Ll]earners?)\s+of\s+the\s+(?:[Mm]onth|[Ww]eek|[Tt]erm)\b[^.;:!?\n]{{0,40}}?\s(?:is|are|was|were)\s+$"
    rf"|(?:[Pp]age\s?boys?|[Ff]lower\s?girls?|[Hh]ead\s(?:boy|girl)|[Bb]all\s?(?:boy|girl)|[Aa]ltar\s?boy|[Yy]oung\s+mascot)\s+(?:is|are|was|were)\s+$"
    rf"|(?:{frames.GRADE.replace('?P<gn>', '')})[A-E]?['’]s\s+$"
    r"|(?<![Ff]ormer )(?<!ex-)(?<!one-time )\b[Cc]hild\s+(?:bride|soldier|worker|labou?rer|prodigy|beggar|refugee|migrant|survivor|victim)\s+$"
    rf"|\b[Tt]he\s+(?:little\s+one|{frames.alt(DATA['child_nouns'])}|eldest|third|second|other)\s+(?:is|was)\s+(?:called\s+|named\s+)?$"
    rf"|\b(?:{frames.alt(DATA['child_nouns'])})\s+(?:that\s+|whom\s+)?(?:everyone|everybody|they|people|locals|friends|neighbou?rs|(?:his|her)\s+\w+)\s+calls?\s+[“\"‘']?$"
)
#: "Kofi (right) and Esi with their father", "Layla and her mum"
WITH_PARENT = re.compile(
    r"(?:,\s+who\s+[^,.;:!?\n]{2,30}?(?=\s+with))?(?:,?\s*\(?(?:(?:far|second|third|front|back|from)\s+)?(?:left|right|centre|center|middle|front|back)\)?,?)?\s*,?\s+(?:with|and|beside|alongside|in\s+the\s+arms\s+of|on\s+the\s+lap\s+of)\s+(?:(?:his|her)\s+(?:\w+\s+)?(?P<who>mum|mom|mam|mummy|dad|daddy|parents|grandma|nan|gran|grandad)"
    r"|their\s+(?:\w+\s+)?(?P<whom>mum|mom|mam|dad|parents|mother|father))\b(?!['’])"
)
#: "The winners in the under-10 category were Asel and Dana", "Primary school quiz: Asel, Dana"
YOUNG_ONES_ARE = re.compile(
    r"(?P<who>\b[Uu](?:nder)?[-\s]?(?:[5-9]|1[0-6])s?\b)[^.;:!?\n]{0,40}?\s(?:was|were|is|are|went\s+to|(?:winners?|results?|medallists?|finalists?|champions?):)\s+(?:1\.?\s)?$"
    r"|(?P<class>\b(?:[Kk]indergarten|[Nn]ursery|[Pp]re-?school|[Pp]rimary\s+[Ss]chool|[Ee]lementary(?:\s+[Ss]chool)?)\s+(?:graduates|quiz|winners|finalists|champions|choir|team|pupils|prize-?winners|contest|awards?|art\s+competition|spelling\s+bee)):\s+$"
)
#: "Wilf, the younger of the twins by four minutes"
OF_TWINS = re.compile(
    r",\s+the\s+(?P<who>(?:younger|elder|older|youngest|eldest|oldest|smaller|smallest|second|first|last|middle|other|third)\s+of\s+(?:the|her|his|their)\s+(?:\w+\s+)?"
    r"(?:twins|triplets|children|siblings|girls|boys|brothers|sisters|kids|grandchildren))\b"
)
#: "Two siblings … Mercy, the elder, is in Grade Eight"
THE_ELDER = re.compile(
    r",\s+the\s+(?P<who>elder|older|eldest|oldest|younger|youngest)(?=\s*[,;]|\s+(?:at|by)\b)"
)
#: "…, Kaznews reports."
WHO_REPORTS = re.compile(r"\s+(?:reports|reported|writes)(?=\s*(?:[.\n]|$))")
#: lines of a form: "Name: Asel" over "Age: 10", "Asel" over "Hill School" over "10 years"
FORM_AGE = re.compile(
    rf"[ \t]*\n(?:[^\n]{{2,50}}\n){{0,3}}?[ \t]*(?:Age[ \t]*:[ \t]*(?P<n>{frames.NUM})\b(?!\d)|(?P<y>{frames.NUM})[ \t]+years(?:[ \t]+old)?[ \t]*(?:\n|$))"
)
FORM_NAME = re.compile(r"(?:^|\n)[ \t]*(?:(?:Full[ \t]+)?Name[ \t]*:[ \t]*)?$", re.I)
#: "Asel and Dana, eight-year-old twins", "The eight-year-olds, Asel and Dana"
BOTH_AGED = re.compile(
    rf",\s+(?:(?:the|both)\s+)?(?P<n>{frames.NUM}){frames.H}year{frames.H}old\s+(?:\w+\s+)?(?:twins|cousins|classmates|friends|pupils|boys|girls|brothers|sisters|siblings|schoolboys|schoolgirls)\b"
)
THE_AGED = re.compile(rf"\b[Tt]he\s+(?:two\s+|three\s+)?(?P<n>{frames.NUM}){frames.H}year{frames.H}olds,\s+$")
#: "Asel and her twin Ilyas"
AND_TWIN = re.compile(
    r"\s+and\s+(?:his|her)\s+(?:identical\s+)?twin,?\s+(?:brother,?\s+|sister,?\s+)?(?=[A-Z])"
)
#: "Eight years old and alone, Asel …"
FRONTED_AGE = re.compile(
    rf"(?:^|[.!?”\"]\s|\n)(?:(?:Just|Only|Barely|Still|At)\s+)?(?P<n>{frames.NUM})\s+years?\s+old(?:\s+(?:and|but)\s+(?:\w+\s+)?[\w-]+)?,\s+$",
    re.I,
)
#: "with Asel, Dana and Ilyas, her three children"
HER_CHILDREN = re.compile(
    rf",\s+(?:his|her|their|the\s+couple['’]s)\s+(?:{frames.NUM}\s+)?(?:(?:young|little|small|school-?age)\s+)?(?P<who>children|kids|sons|daughters|twins|boys|girls|triplets|grandchildren)\b(?!['’])"
)
#: "two of Rehana's children, Sumaiya and"
OF_CHILDREN = re.compile(
    r"\b(?:one|two|three|four|five|some|all)\s+of\s+(?:[A-Z][\w-]+['’]s?|his|her|their|the\s+\w+['’]s?)\s+(?P<who>(?:\w+\s+)?(?:children|daughters|sons|kids|boys|girls|grandchildren))\s*[,:(–—]\s*$"
)
#: "two brothers on one mattress: Tarek, Bassam and"
CHILDREN_ARE = re.compile(
    rf"\b(?P<who>(?:two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}}|the|her|his|their)\s+(?:[\w-]+\s+)?(?:{frames.alt([*DATA['child_nouns_plural'], 'brood', 'offspring'])}))\b(?!['’])[^.:;?!\n]{{0,50}}:\s+$"
)
#: "was one of five girls hurt", "is among the four pupils held"
OF_SO_MANY = seek.compile(rf"\b{frames.OF_SO_MANY}", re.I)
#: "is the retired centre-half's daughter"
IS_KIN = seek.compile(
    r"\b(?:is|was)\s+(?:the\s+)?[^.;,:!?\n]{2,45}?['’]s\s+(?:\w+\s+)?(?:daughter|son|baby|toddler|granddaughter|grandson|niece|nephew|godson|goddaughter)\b(?!['’])"
)
PARTIES = frozenset(
    "suspect victim defendant accused deceased complainant patient survivor shooter driver passenger".split()
)
PARENT = re.compile(
    r"\b(?:mother|mum|mom|father|dad|parents?|couple|husband|wife|stepfather|stepmother|partner)\b", re.I
)
