"""Names of schools and classes."""

from __future__ import annotations

from collections.abc import Iterator

from ... import lazy_re as re
from ... import seek
from ..model import Detail
from .judge import Judge
from .phrases import Phrase
from .places import is_big
from .scene import Scene, alternatives

_AWAY = re.compile(
    r"\b(?:miles?|km|kilomet\w+|met(?:er|re)s|yards|streets?|blocks?|minutes?|throw|steps)\s+(?:away\s+)?from\s+(?:the\s+)?$|\bclose\s+to\s+(?:the\s+)?$"
)
_PUPIL_THERE = re.compile(
    r"\s*,?\s*where\s+(?:he|she|they|the\s+(?:[\w-]+\s+)?(?:boy|girl|child|youngster|teenager|teen|pupil|victim|toddler|siblings|brothers|sisters|twins))\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:his|her|their|own|former|old|new)\s+(?:\w+\s+)?$", re.IGNORECASE)
#: teachers among those in office
_STAFF = frozenset(
    "representative secretary chair chairman chairwoman chairperson"
    " principal headteacher headmaster headmistress teacher coach".split()
)
#: "PS 118": a school by its letters and number
_NUMBERED = re.compile(r"(?:P\.?S|I\.?S|M\.?S|P\.?P|SD|S\.?S)\.?\s(?:No\.?\s)?\d{1,3}$")
#: a guest at a school: "Deputy Minister X visited"
_VISITED = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|opened|opening|commission(?:ed|ing)|(?:opened|opening)\s+[^.;]{1,30}\s+(?:at|of)|inaugurat(?:ed|ing)|address(?:ed|ing)|donated\s+[^.;]{1,30}\s+to|handed\s+over\s+[^.;]{1,30}\s+(?:to|at))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: a body that speaks for others: "A brief by the Open Schools Trust, which represents"
_SPEAKS_FOR = re.compile(
    r"\s*,\s*(?:which|who)\s+(?:represents?|speaks?|acts?|campaigns?|lobbies|advises?)\b"
)
#: ", where Renata is in her second term", ", where she is a second grader"
_STUDIES_THERE = re.compile(
    r"(?P<number>\s\d{1,4})?\s*,\s*(?:which\s+[^.;!?\n]{1,40}?\b(?:attend(?:s|ed)|(?:went|goes|go)\s+to)\b|where\s+[^.;!?\n]{1,40}?\b(?:is|was|are|were|has\s+just\s+started|started)\s+(?:in\s+|an?\s+)?[^.;!?\n]{0,25}\b(?:semester|term|year|grade|grader|pupil|student|freshman|sophomore|class|form|kindergarten)\b)",
    re.IGNORECASE,
)
_PUPIL = seek.compile(
    r"\b(?:his|her|a|the|primary|female)\s+(?:[\w-]+\s+)?(?:pupil|student|learner)s?\b|\bpupil\b",
    re.IGNORECASE,
)
_TEACHER = seek.compile(
    r"\b(?:head\s?|deputy\s+head\s?)?(?:teacher|master|mistress)\b|\bprincipal\b", re.IGNORECASE
)
#: those who are at a school, whoever speaks of them: "the chairman said teachers at X"
_AT_SCHOOL = re.compile(
    r"\b(?:teachers|staff|pupils|learners|students|classmates|parents)\s+(?:at|of|from)\s+(?:the\s+)?", re.I
)
_TRIED = re.compile(
    r"\b(?:charged\s+with|on\s+trial|remanded|accused\s+of|testif\w+\s+against|not\s+allowed\s+to\s+plead|pleaded|arraigned|arrested)\b",
    re.IGNORECASE,
)
#: of a school only where the sentence speaks of one: "stays away from X and has lessons to catch up"
_GOES = re.compile(r"back (?:to|at)|return|left|start|goal|bus|way|walk|has not been", re.IGNORECASE)
_SCHOOL_LIFE = re.compile(
    r"\b(?:school|class(?:es|mates?)?|grade|lessons?|exams?|maths|term|pupils?|teachers?|headmaster|headmistress|uniform|homework|semester|form|lunch(?:time)?|morning\s+bell)\b",
    re.IGNORECASE,
)
_RUNS_IT = re.compile(r"head|princip|taught|teach", re.IGNORECASE)
_HEAD_OF = re.compile(r"\bhead\s+of$")
#: "Fernleigh Court, the £9,000-a-term prep"
_PREP_NEXT = re.compile(
    r"\s*,\s*(?:an?|the)\s+[^,.;]{0,40}\b(?:prep|school|academy|nursery|kindergarten|college)\b"
)
_LEARNING = re.compile(
    r"\b(?:learning|day\s*care|childcare|child\s+care|early\s+learning|education)\s+cent(?:re|er)$",
    re.IGNORECASE,
)
#: what stands in the names of colleges that are schools
_COLLEGE_OF_PUPILS = frozenset(
    "model central girls boys girls' boys' grammar comprehensive secondary junior".split()
)
#: words by which a kind of school is called
_KINDS = frozenset(
    "junior senior upper lower high middle primary secondary elementary grammar boarding day state public private "
    "comprehensive nursery infant infants special school schools grade".split()
)
#: what schools have or stand in, not schools: "Primary School Leaving Examination"
_OF_SCHOOLS = frozenset(
    "street road act board exam examination examinations test certificate league cup championship award prize"
    " assessment fees teacher".split()
)
_NO_SCHOOL = frozenset("unit station division headquarters command department desk fees meetings".split())
_NUMERALS = frozenset("one two three four five six seven eight nine".split())
#: whose schools are one of many: "a Koranic school"
_CREEDS = frozenset(
    "islamic muslim koranic quranic qur'anic catholic christian protestant lutheran anglican methodist baptist"
    " evangelical orthodox jewish hebrew hindu buddhist religious".split()
)
#: "School 64", "Gymnasium No. 12"
_BY_NUMBER = re.compile(r"(?:School|Gymnasium|Lyceum|Kindergarten)(?:\s(?:No\.?|№|#))?\s?\d{1,4}")
_COMPASS = frozenset("north south east west northern southern eastern western central".split())
_ONE = re.compile(r"\b(?:an?|another|one|his|her|their)\s+$", re.IGNORECASE)
_TEACHES = re.compile(r"return|teach|taught|work|head|principal|coach|nurse|deputy", re.IGNORECASE)
#: "the £9,500-a-term Holt Abbey": what is paid for by the term is a school
_FEE = re.compile(r"(?:[£$€₦₹]|\b[A-Z]{1,3}\$?)\s?[\d,.]+k?[- ](?:a|per)[- ](?:(?P<term>term)|year)\s+$")
#: "send him to Long Pen Tech"
_SENT = re.compile(
    r"\b(?:send(?:s|ing)?|sent|goes|going|went|transferred|moved)\b[^.;!?\n]{0,25}\b(?:to|a|at)\s+$"
)
_KIND_OF_SCHOOL = r"learning\s+cent(?:re|er)|day\s+care|play\s+school|primary|secondary"
#: the letters that a name is shortened to, behind it: "Harlow Bay School (HBS)"
_LETTERS = re.compile(r"\s*\((?P<x>[A-Z](?:\.?[A-Z]){1,5}\.?)\)")
_CLASS = seek.compile(
    r"\b(?:[Cc]lass|[Gg]rade|[Ff]orm|[Yy]ear|[Ss]tandard|[Ss]td)\s+(?:\d{1,2}\s?[A-H]\d?\b(?![’'])|\d{1,2}[-–]\d\b|\d{1,2}\.\s?[A-H]\b|\d{1,2}\s?[“\"«][A-ZА-Я][”\"»])"
    r"|(?<=\b(?:of|in)\s)\d{1,2}\s?[“\"«][A-H][”\"»]|(?<=\b(?:of|in)\s)\d{1,2}[A-H]\b(?=\s*(?:[,.;:]|at\b|and\b|who\b|said\b|pupil|class|x+\b|\n|$))"
)
#: as schools in the Philippines call a class
_SECTION = seek.compile(r"\bsection\s(?P<x>(?:\d{1,2}-)?[A-Z][a-z]{2,}\b)")


class Schools(Judge):
    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._found = False
        self._told: list[Phrase] = []
        self._spare: list[Phrase] = []  # schools said of a grown-up who may be a teacher of the child

    def judge(self, p: Phrase) -> Detail | None:
        """The name of a school that the draft ties to a child."""
        found = self._judge(p)
        self._found = self._found or found is not None
        if found is not None:
            self._told.append(p)
        return found

    def _judge(self, p: Phrase) -> Detail | None:
        words = p.words
        if any(
            p.start <= s and e <= p.end + 12
            for s, e in self.scene.hits("school", "not")
            if s < p.end and p.start < e + 1
        ):
            return None
        if any(w.endswith(("-area", "-based", "-run", "-style")) for w in words):
            return None  # "a Mthatha-area school" names none
        by_number = _BY_NUMBER.fullmatch(p.text) is not None
        if by_number and self.about(p) == "child" and self.scene.family_near(p.start):
            return self.scene.detail("school", p.start, p.end, "school")
        if self._no_school(p):
            return None
        if _KINDS.issuperset(w for w in words if not w.isdigit()) and not p.text[:1].isdigit():
            return None  # "a Junior High School learner", "Boarding school": a kind of school
        one = p.text.endswith("school") and _ONE.search(self.scene.left(p.start, 12))
        if one and (is_big(p.text.split()[0]) or words[0] in _COMPASS):
            return None  # "a Melbourne Catholic school": one of many
        if any(w in ("association", "union", "federation") for w in words) or _SPEAKS_FOR.match(
            self.text, p.end
        ):
            return None
        if {"polytechnic", "university"} & set(words) or self._sentence_like(p):
            return None
        if len(words) > 2 and re.fullmatch(r"[a-d]", words[-1]):
            words = words[:-1]  # "Methodist Primary B"
        head = (any(w in self.school_heads for w in words) or _LEARNING.search(p.text) is not None) and len(
            words
        ) > 1
        # "Lincoln High", "Crossways Primary"
        tail = (
            len(words) > 1
            and words[-1]
            in self.scene.words("school", "tails") - {"college", *(() if len(words) > 2 else ("middle",))}
            and (not self.is_person(p) or not self.known_person(p))
        ) or re.search(r"\bC of E$|\bCofE$", p.text) is not None
        if tail and p.text.split()[-1].islower():
            tail = self._taught_there(p) and not _ONE.search(
                self.scene.left(p.start, 12)
            )  # "the Iowa primary"
        tail = tail or self._college(p)
        if len(words) > 1 and words[-1] in ("tech", "technical") and not self.known_person(p):
            tail = tail or _SENT.search(self.scene.left(p.start, 45)) is not None
        cue = self.adjacent(p, "school", "cues")
        maybe = cue is not None and any(w in self.scene.words("school", "maybe") for w in words)
        foreign = cue is not None and not head and self._school_cue_alone(p, cue)
        there = None if self.is_person(p) else _STUDIES_THERE.match(self.text, p.end)
        called = None if head else self._called(p)
        cue = cue or called
        foreign = foreign or called is not None
        number = _NUMBERED.match(p.text) and (cue or self.about(p) == "child")
        if not (head or tail or maybe or foreign or there or number):
            return None
        if (
            words[0] in ("nursery", "primary", "secondary", "high")
            and len(words) == 2
            and words[1] in ("school", "schools")
            and not cue
        ):
            return None
        if len(words) == 1 and not (foreign or there):
            return None
        if self.generic(p) or (_VISITED.search(self.scene.left(p.start, 70)) and not there):
            return None
        accused = self._of_accused_teacher(p)
        if self._of_officer(p) and not there and not _AT_SCHOOL.search(self.scene.left(p.start, 30)):
            return None
        grown_up = (
            (
                cue is not None
                and _TEACHES.match(self.text, cue[0])
                and not _AT_SCHOOL.match(self.text, cue[0])
                and self._by_name(p)
                and not accused
            )
            or (self._of_officer(p) and not there)
            or (
                not (self.scene.family_near(p.start) or cue or there)
                and self.scene.about(p.start) == "adult"
                and not accused
            )
        )
        left = self.scene.left(p.start, 40).lower()
        last = re.findall(r"[\w-]+", left)[-3:]
        if (_AWAY.search(left) and not there) or re.match(
            r"\s*,\s*(?:across|opposite|next\s+door|nearby)\b", self.text[p.end : p.end + 16]
        ):
            return None
        if (
            any(w in self.scene.words("school", "landmark") for w in last)
            and not there
            and not _PUPIL_THERE.match(self.text, p.end)
        ):
            inside = self.scene.refs.sentence(p.start)
            beside = last[-1:] == ["outside"] and self.child_before(inside.start, p.start)
            if not beside:
                return None
        if re.search(
            r"\b(?:professor|lecturer|researcher|researchers|academics?|study|expert)\b[^.]*$", left
        ):
            return None
        if (
            re.match(
                r"\s*(?:Act|Board|Authority|Street|Road|Association|Trust|Foundation|Council)\b",
                self.text[p.end : p.end + 14],
            )
            or words[-1] in _OF_SCHOOLS
        ):
            return None
        if grown_up:
            self._spare.append(p)
            return None
        end = there.end("number") if there and there["number"] else p.end
        return self.scene.detail("school", p.start, end, "school", cue=cue)

    def _no_school(self, p: Phrase) -> bool:
        """ "a Koranic school", "Nursery Two", "the Gender Unit", "a Corporate Area high school"."""
        words = p.words
        if words[0] in ("mr", "mrs", "ms", "miss"):
            return True
        if words[-1] in _NO_SCHOOL and not {"special", "referral", "pupil", "language"} & set(words):
            return True
        if words[0] in _KINDS and words[-1] in _NUMERALS:
            return True
        if not p.text.split()[-1].islower():
            return False
        return "area" in words or (_CREEDS | _KINDS).issuperset(words)

    def _sentence_like(self, p: Phrase) -> bool:
        """ "Flood closes school": the words of a headline, with a verb in small letters."""
        return p.text.split()[-1][:1].islower() and any(
            t.tag_ in ("VBZ", "VBD", "VBP") and t.text.islower()
            for t in self.scene.refs.within_tokens(p.start, p.end)
        )

    def _taught_there(self, p: Phrase) -> bool:
        return self.adjacent(p, "school", "cues") is not None or self.about(p) == "child"

    def _college(self, p: Phrase) -> bool:
        """ "Both boys had been at Cole Ridge College", "Unity Model College": a school for children of that word."""
        if p.words[-1] != "college" or len(p.words) < 2:
            return False
        return not _COLLEGE_OF_PUPILS.isdisjoint(p.words) or self.about(p) == "child"

    def others(self) -> Iterator[Detail]:
        """Classes: "Year 9B", "a pupil of 7 “B”"; and the only school of a draft, whoever speaks for it."""
        if not self._found and len({p.text for p in self._spare}) == 1:
            for p in self._spare:
                yield self.scene.detail("school", p.start, p.end, "school")
        yield from self._shorter()
        classes = [m.span() for m in _CLASS.finditer(self.text)]
        for start, end in (*classes, *(m.span("x") for m in _SECTION.finditer(self.text))):
            ref = self.scene.refs.before(start, self.scene.refs.sentence(start).start)
            beside = ref is not None and ref.role == "child" and start - ref.end < 6
            who = self.scene.refs.about(start)
            about = beside or self.scene.role(who) != "adult" or (who is not None and who.person is None)
            if about and self.scene.family_near(start):
                yield self.scene.detail("school", start, end, "class")

    def _shorter(self) -> Iterator[Detail]:
        """Short forms of a school told in full: its letters ("HBCS"), its name without the kind of school."""
        heads = self.school_heads | self.scene.words("school", "tails") | _KINDS
        short: set[str] = set()
        for p in self._told:
            names = [w for w in p.text.split() if w[:1].isupper()]
            letters = _LETTERS.match(self.text, p.end)
            if letters and letters["x"].replace(".", "")[:1] == names[0][:1]:
                short.add(letters["x"])
            while len(names) > 1 and names[-1].lower() in heads:
                names.pop()
            name = " ".join(names)
            if 1 < len(names) < len(p.text.split()) and not is_big(name, self.scene.language):
                short.add(name)
        for name in sorted(short):
            for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-]|\s+[A-Z(])", self.text):
                yield self.scene.detail("school", m.start(), m.end(), "school")

    def _of_accused_teacher(self, p: Phrase) -> bool:
        """The school of a teacher who is tried for what was done to a pupil is the pupil's."""
        if not _PUPIL.search(self.text):
            return False
        s = self.scene.refs.paragraph(p.start)
        return bool(_TEACHER.search(self.text)) and bool(_TRIED.search(self.text, s.start, s.end))

    def _by_name(self, p: Phrase) -> bool:
        """Said of a named grown-up who is no family, or of the accused."""
        ref = self.scene.refs.about(p.start)
        if ref is None or self.scene.role(ref) != "adult":
            return False
        return ref.person is not None or ref.word in self.scene.words("relative", "victims")

    def _of_officer(self, p: Phrase) -> bool:
        """Said of somebody in an office that is no teacher's: "The inspector once taught at X"."""
        ref = self.scene.refs.about(p.start)
        if ref is None or ref.person is not None or self.scene.role(ref) != "adult":
            return False
        return ref.word in self.scene.words("relative", "office") - _STAFF

    def _called(self, p: Phrase) -> tuple[int, int] | None:
        """ "a crèche called X", "his kindergarten, X": the kind of school stands beside its name."""
        fee = _FEE.search(self.scene.left(p.start, 30))
        if fee and len(p.words) > 1 and (fee["term"] or self.about(p) == "child"):
            return (p.start - len(fee.group()), p.start)
        nouns = alternatives(self.school_heads) + "|" + _KIND_OF_SCHOOL
        m = re.search(
            rf"\b(?:{nouns})(?:,|\s+(?:called|named|known\s+as))\s+[“\"‘]?$", self.scene.left(p.start, 40)
        )
        if m is None:
            return None
        at = p.start - len(m.group())
        if m.group().rstrip('“"‘ ').endswith(",") and not _OWN.search(self.scene.left(at, 30)):
            return None
        return (at, p.start)

    def _school_cue_alone(self, p: Phrase, cue: tuple[int, int]) -> bool:
        """A name after "a pupil at" or "attends" is a school in any language."""
        verb = self.text[cue[0] : cue[1]].lower()
        life = _GOES.search(verb) and _SCHOOL_LIFE.search(_sentence(self.scene, p))
        if not life and not re.search(
            r"pupil|student|stud(?:y|ies|ied)|attend|enrol|class|grade|form|year|senior|standard|boarder|lessons|teacher|mates|princip"
            r"|head|exclu|expel|suspend|withdr|transfer|taught|teaches|prefect|captain|monitor",
            verb,
        ):
            return False
        if _HEAD_OF.search(verb) and not _PREP_NEXT.match(self.text, p.end):
            return False  # heads of firms and agencies are as many
        gap = self.text[cue[1] : p.start].strip().lower()
        if gap not in ("", "the", "at", "at the") or re.search(
            r"(?:pupils?|students?) (?:of|from|in)$|class(?:es)? in$", verb
        ):
            return False
        return (
            not is_big(p.text, self.scene.language)
            and not self.is_person(p)
            and (p.words[-1] != "court" or _PREP_NEXT.match(self.text, p.end) is not None)
            and p.words[-1]
            not in ("hospital", "university", "church", "mosque", "grade", "class", "year", "form")
            and (
                self.scene.about(cue[0] + 1) != "adult"
                or (_RUNS_IT.match(verb) is not None and self.scene.family_near(p.start))
            )
            and p.words[0] not in ("grade", "class", "year", "form", "standard", "primary", "university")
        )


def _sentence(scene: Scene, p: Phrase) -> str:
    s = scene.refs.sentence(p.start)
    return scene.text[s.start : s.end]
