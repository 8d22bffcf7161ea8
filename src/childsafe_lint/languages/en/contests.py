"""How English tells of children's games, prizes and examinations, and who takes part in them."""

from __future__ import annotations

from ... import lazy_re as re
from ... import seek
from . import frames

UNDER_TEAM = re.compile(
    rf"\b(?:U|under[-\s])(?P<n>1[0-8]|[6-9]|{'|'.join(frames.UNITS[5:18])})(?:['’]?s)?\b", re.I
)
VETERANS = re.compile(
    r"\b(?:over[-\s]\d\ds?|vets|vets['’]|veterans['’]?|masters|seniors?|senior\s+side|men['’]s|women['’]s)\b",
    re.I,
)
#: who leads a team, in a match of children a child
PLAYER = frozenset("captain skipper capt".split())
#: "scored through Asel", "with goals from Asel and Marat"
SCORED_BY = re.compile(
    r"\b(?:scored|replied|equali[sz]ed|struck|led|goals?|tries|try|points|wickets|runs|brace|hat-trick|penalt(?:y|ies)|equali[sz]er|winner)\b[^.;\n]{0,30}\b(?:through|from|by)\s+$",
    re.I,
)
#: what those do who play, run or swim against one another
COMPETES = frozenset(
    "beat defeat win lose take claim edge overcome pip outclass topple thrash trounce finish score net lead top lift retain "
    "secure storm cruise come go see run swim jump throw bowl bat dominate shine triumph succumb share earn grab land fall "
    "progress reach clinch victory record post set equal".split()
)
COACHES = frozenset(
    "coach manage train referee umpire watch praise present organise organize host sponsor select pick drive".split()
)
PLAYS = re.compile(
    r"\s+(?:hit|took|scored|top-scored|netted|struck|grabbed|bagged|converted|bowled|made|finished|added|equali[sz]ed|opened|fired|slotted|headed|won|saved|kept|ran|claimed|set\s+up|came\s+on)\b"
)
PRIZE = r"(?:(?:first|second|third|fourth)\s+(?:place|position|rank)|prizes?|awards?|medals?|shields?|cups?|troph(?:y|ies)|certificates?|scholarships?|rosettes?)"
SCHOOL_STORY = seek.compile(
    rf"\bpupils?\b|\bschool\b[^.]{{0,80}}\b{PRIZE}\b|\b{PRIZE}\b[^.]{{0,80}}\bschool\b", re.I
)
RECEIVES = re.compile(
    rf"\s+(?:took|takes|won|wins|received|receives|collected|scooped|lifted|shared|earned|(?:was|were)\s+(?:awarded|presented|given))\b[^.!?\n]{{0,60}}?\b{PRIZE}\b",
    re.I,
)
OF_PUPILS = seek.compile(
    r"\bpupils?\b|\bschool\s?children\b|\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth)[\s-](?:class|grade)\b|\b(?:Year|Grade|Class)\s\d|\b(?:Primary|Elementary)\b"
)
TAKING_PART = re.compile(
    r"\b(?:taking\s+part|participating|performing|competing|singing|reading|helping|joining\s+(?:him|her|them))\s+(?:were|was)\s+$"
    r"|\b(?:team|cast|choir|squad|line-up|quartet|trio|relay)\s+(?:was|were)\s+(?:completed|made\s+up|rounded\s+off)\s+by\s+$"
    r"|\b(?:[Oo]thers?|[Tt]hose)\s+who\s+(?:took\s+part|helped|sang|read|performed|played|spoke|danced)\s+(?:were|was|included)\s+$"
    r"|\b[Rr]unners?-up\s+(?:were|was)\s+$|\b[Oo]ther\s+(?:winners|pupils|performers|readers|finalists|dancers|singers)\s+(?:were|included)\s+$"
    r"|\b[Pp]laying\s+(?:the|a|an)\s+[\w\s]{2,25}\s(?:was|were)\s+$"
)
#: an examination that pupils sit
PUPILS_EXAM = seek.compile(
    r"\b(?:KCPE|KCSE|KPSEA|PLE|UCE|BECE|PSLE|UPSR|WASSCE|WAEC|NECO|GCSEs?|SATs|[Cc]ommon\s+[Ee]ntrance|(?:Leaving|Junior)\s+Cert(?:ificate)?"
    r"|[Bb]oard\s+exam\w*|(?:Grade|Class|Standard)\s+(?:Six|Seven|Eight|Ten|6|7|8|10|X)\s+(?:[\w-]+\s+)?(?:exam\w*|results?|boards?)"
    r"|Primary\s+(?:School\s+)?Leaving\s+(?:Exam\w*|Certificate)|Certificate\s+of\s+(?:Primary|Secondary|Basic)\s+Education)\b"
)
#: what one gets in an examination
MARKS = frozenset(
    "mark score point grade result unit aggregate distinction candidate exam examination gcse pass".split()
)
#: at the beginning or end of the name of a school that goes without the word
SCHOOLISH = frozenset(
    "st saint ysgol scoil boys girls high academy primary mixed secondary prep college".split()
)
AND_A_SCHOOL = re.compile(
    r"(?:['’]s)?\s*(?:,|\s+and)\s+(?:[A-Z][\w’'-]+\s+){1,3}?(?:Schools?|High|Boys|Girls|Academy|Secondary)\b"
)
#: what grown-ups do about an examination
EXAMINES = frozenset(
    "release announce issue publish congratulate hand present award visit mark set help teach prepare explain "
    "clarify oversee run open launch host order urge ask praise thank attribute cancel investigate chair direct "
    "head lead".split()
)
#: a caption without a finite verb: "Idris Bello of Hill School celebrating after he scored 422 marks"
SITS = re.compile(
    r"(?:\s*\([^)\n]{1,20}\))?(?:,?\s+(?:of|from|at)\s+[^.;,!?\n]{2,60}?)?\s+(?:celebrating|opening|holding|jumping|smiling|hugging|getting|receiving|reading|checking|looking|with|after)\b"
    r"[^.;!?\n]{0,80}?\b(?:marks?|points?|grades?|(?:GCSE|exam\w*|KC[PS]E|PLE)\s+results?|results)\b"
)
#: before the name: "The best candidates were", "Twins", "pupils"
BEST_IS = re.compile(
    r"\b(?:best|top|top-performing|leading)\s+(?:[\w-]+\s+){0,2}?(?:candidates?|pupils?|students?|learners?|boys?|girls?)\b[^.;!?\n]{0,60}?(?:\s(?:was|were|is|are)\s+|,\s+)$"
)
#: pupils are carried like that by their teachers and parents
SHOULDER_HIGH = re.compile(
    r"(?:\s*\([^)\n]{1,20}\))?\s+(?:(?:is|are|was|were|being)\s+)*(?:carried\s+|lifted\s+)?shoulder[-\s]high\b"
)
GOES_TO = re.compile(rf"\b{PRIZE}\b[^.!?\n]{{0,60}}\b(?:by|to)\s+$", re.I)
#: "The colleges with the best results were": what follows are schools
ARE_SCHOOLS = re.compile(
    r"\b(?:schools|colleges|academies|institutions|institutes|centres|centers)\b(?![^.:\n]*\b(?:pupils?|students?|candidates?|toppers?|topped|girls|boys|learners?)\b)[^.:\n]{0,90}?(?:\b(?:were|are|includ(?:e|ed|es|ing)|namely|like|such\s+as)\b|:)[^.\n]{0,160}$",
    re.I,
)
