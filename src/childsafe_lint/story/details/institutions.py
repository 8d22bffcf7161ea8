"""Shelters, wards, orphanages and other places where a child is kept."""

from __future__ import annotations

from collections.abc import Iterator

from ... import lazy_re as re
from ... import seek
from ..model import Detail
from .judge import Judge
from .phrases import Phrase
from .places import is_big

_HOME_NEXT = re.compile(
    r"\s*,\s*(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:home|shelter|orphanage|refuge|hostel|clinic|reformatory|hospice|(?:transit|safe|half-?way|guest)\s+house|(?:residential|care|transit|rescue|reception)\s+cent(?:re|er))\b",
    re.IGNORECASE,
)
_JAIL = frozenset(
    "prison jail penitentiary lockup detention correctional corrections custody custodial".split()
)
#: centres where nobody is kept
_OTHER_CENTRES = frozenset(
    "shopping convention conference business trade call data exhibition visitor visitors command control space garden"
    " financial media press fitness leisure sports entertainment heritage town city village aquatic operations".split()
)
_BED = seek.compile(
    r"\bbed\s+(?:no\.?\s*|number\s+)?\d+\s+(?:of|in|on)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}?(?:ward|unit|wing|bay|department)\b",
    re.IGNORECASE,
)
_RITE = re.compile(
    r"\b(?:funeral|vigil|memorial|prayers?|service|wake|burial|mass|meeting|rally|concert|match|tournament)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"now |stay|cared|looked|placed|kept|admitted|treated|recover|transferred|housed|shelter|remand|detained"
    r"|care |counsel|therapy|moved|been moved|under guard|handed",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"born|gave birth|travel|collect|took|with", re.IGNORECASE)


#: "ICU of Larch Hospital", "Burns Unit-I of Civil Hospital"
_WARD_OF = re.compile(
    r"(?:[\w’'-]+\s+){0,2}?(?:ICU|[NPC]ICU|HDU|ITU|[Ww]ard|[Uu]nit|[Ww]ing|[Dd]epartment)(?:[-\s](?:[IVX]+|\d+|[A-Z]))?\s+(?:of|at)\s+(?:the\s+)?"
    r"(?P<of>[A-Z].*\b(?:Hospital|Clinic|Infirmary|Medical|Sanatorium)\b.*|Hospital\b.*)"
)
_CLASSES = frozenset("class grade form standard year".split())
#: how long some are held: "at the pleasure of the King", "at His Majesty's pleasure"
_PLEASURE_OF = re.compile(r"\bpleasure\s+of\s+(?:the\s+)?$")
_PLEASURE = re.compile(r"[’']s?\s+pleasure\b")
#: small places of healing, which those who live near go to
_LOCAL = re.compile(
    r"\b(?:dispensary|health\s+(?:cent(?:re|er)|post|unit|facility|station|house)|(?:aid|dressing)\s+(?:post|station)|clinic)(?:\s+(?:I{1,3}|IV|V|\d))?$",
    re.IGNORECASE,
)
_AT_LOCAL = re.compile(
    r"\b(?:nurse|matron|sister|midwife|doctor|clinical\s+officer|officer|worker|counsellor|counselor|assistant|nurses|staff|midwives|workers|counsellors)\b[^.,;:]{0,40}\b(?:of|at|from)\s+(?:the\s+)?$"
    r"|\b(?:treat(?:s|ed|ing)?|admitted|meets?|collects?|refills?|vaccinated|weighed|delivered|nursed|nursing|born)\b[^.;:]{0,40}\b(?:at|in|from)\s+(?:the\s+)?$"
    r"|(?:^|[.!?”\"]\s+|\n)At\s+(?:the\s+)?$|\bshel(?:f|ves)\s+(?:at|of|in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: "a shelter that took the boys in"
_TAKES_IN = re.compile(
    r"\b(?:which|that)\s+(?:(?:has|had|is|now|also)\s+){0,2}(?:giv(?:en|es|ing)|gave|tak(?:en|es|ing)|took|shelter(?:s|ed|ing)|hous(?:es|ed|ing)|keep(?:s|ing)|kept|feed(?:s|ing)|fed|treat(?:s|ed|ing))\s+(?:in\s+)?(?:him|her|them|the\s+(?:girls?|boys?|child(?:ren)?|baby|teenagers?|siblings))\b"
)
#: "X, where Brian, 10, spent three nights"
_KEEPS = re.compile(
    r"(?:spen(?:t|ds)|lay|lies|stayed|stays|slept|sleeps|recover(?:s|ed)|gave\s+birth|gets?\s+|got\s+|(?:was|is|were|are|had\s+been|has\s+been|is\s+being)\s+(?:\w+ly\s+)?(?:treated|kept|admitted|born|cared|nursed|operated|looked|held|taken|being|recovering|staying))\b"
)
_WHERE_KEPT = re.compile(
    r"(?:\s+in\s+[A-Z][\w’'-]+)?,\s+where\s(?:(?!\bwho\b)[^.;!?\n]){1,40}?\s(?P<kept>" + _KEEPS.pattern + ")"
)
_STAFF = re.compile(
    r"\b(?:staff|nurses?|matrons?|carers?|warden|wardens|doctors?|sisters?|volunteers?|therapists?|psychologists?|employees?)\s+(?:of|at|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


class Institutions(Judge):
    def judge(self, p: Phrase) -> Detail | None:
        """The name of a home, ward or shelter where a child is."""
        words = p.words
        left = self.scene.left(p.start, 60)
        if words[-1] in self.inst_not or any(w in ("court", "police", "ministry") for w in words):
            return None
        if self.scene.refs.in_title_case(p.start) and self.text.count(p.text) < 2:
            return None  # in a headline where every word is capitalised, no name unless it comes again
        if re.search(r"\b(?:hospitals|clinics|homes|schools)\s+(?:in|across|near|of)\s+$", left):
            return None  # "brought to clinics in Cedar Falls"
        if self._no_institution(p, left):
            return None
        if words[-1] in ("centre", "center") and words[-2:-1] and words[-2] in _OTHER_CENTRES:
            return None  # "the Northgate Shopping Centre"
        if words[-1] in ("unit", "desk") and set(words) & self.scene.words("institution", "departments"):
            return None  # "the Gender Unit" of the police
        if words[-1] == "colony" and not set(words) & self.scene.words("institution", "penal"):
            return None
        ward = re.search(
            r"\b((?:[\w’'-]+\s+){0,3}(?:ward(?:\s+\w{1,3}){0,2}|ICU|unit|bay|wing|clinic|department|observation\s+home|remand\s+home|children[’']s\s+home|shelter|orphanage|hostel|reformatory|boarding\s+house)\s+(?:of|at)\s+(?:the\s+)?)$",
            left,
        )
        listed = any(p.start <= s and e <= p.end for s, e in self.scene.hits("institution", "phrases"))
        named = len(words) > 1 and any(w.removesuffix("'s") in self.inst_heads for w in words)
        sure = listed or (named and any(w in self.scene.words("institution", "sure") for w in words))
        cue = self.cue(p, "institution", "care")
        near = self.adjacent(p, "institution", "care")
        subject = self.about(p)
        if (
            ward is not None
            and not is_big(p.text, self.scene.language)
            and (cue or subject in ("child", "kin") or self.scene.family_near(p.start))
            and words[0] not in self.inst_not
        ):
            noun = ward.group(1).lstrip()
            return self.scene.detail("institution", p.start - len(noun), p.end, "where the child is", cue=cue)
        inner = _WARD_OF.fullmatch(p.text)
        if inner and not is_big(inner["of"], self.scene.language) and self._at_ward(p, cue, subject):
            return self.scene.detail("institution", p.start, p.end, "where the child is", cue=cue)
        if _LOCAL.search(p.text) and self._goes_to(p):
            return self.scene.detail("institution", p.start, p.end, "where the child is treated")
        home = _HOME_NEXT.match(self.text, p.end)
        if home and not self.is_person(p) and (subject in ("child", "kin") or self._kept_there(home.end())):
            return self.scene.detail("institution", p.start, p.end, "where the child is", cue=near)
        if not (named or listed):
            strong = near is not None and self._strong_care(near) and not self.is_person(p)
            at = near is not None and self.text[near[1] - 3 : p.start].split()[:1] == ["at"]
            if not strong or is_big(p.text, self.scene.language) or subject not in ("child", "kin"):
                return None
            if self.looks_like_place(p) and not at:
                return None
            return self.scene.detail("institution", p.start, p.end, "where the child is", cue=near)
        if is_big(p.text, self.scene.language):
            return None
        where = _WHERE_KEPT.match(self.text, p.end)
        if where and self._kept_there(where.start("kept")) and not set(words) & _JAIL and not self.generic(p):
            return self.scene.detail("institution", p.start, p.end, "where the child is")
        inside = (
            cue is not None
            or re.search(
                r"\b(?:in|at|to|into|inside|of|from|on|see|visit)\s+(?:the\s+|a\s+|our\s+)?$",
                left,
                re.IGNORECASE,
            )
            is not None
        )
        if not inside or (words[-1] in ("hospital", "clinic", "prison") and self.generic(p)):
            # "Staff at the Rowan House clinic call her the boss" is caught above; "Lantern House said" is not
            return None
        if subject == "adult" and not (cue or sure) and not self._by_staff(p, left):
            return None
        held = subject == "adult" and (
            self._of_grown_up(p) or not self.child_before(self.scene.refs.sentence(p.start).start, p.start)
        )
        if subject == "adult" and "hospital" in words and ward is None and self._of_grown_up(p):
            return None  # "The clerk is recovering at"
        if set(words) & _JAIL and (held or subject == "kin"):
            return None  # where the accused father is held
        if not (sure or cue or self._by_staff(p, left)) and (
            subject not in ("child", "kin") or not self.scene.family_near(p.start)
        ):
            return None
        if self._works_there(p, left) or (_RITE.search(left) and not sure):
            return None
        if (
            "hospital" in words
            and subject == "kin"
            and not ward
            and cue
            and not _BIRTH.match(self.text, cue[0])
        ):
            return None  # where the grandmother was taken
        ward_named = any(w in ("ward", "unit", "bay", "wing", "suite") for w in words[:-1])
        hospital = not ward_named and ("hospital" in words or "medical" in words or "infirmary" in words)
        big = hospital and (
            not (near and self._strong_care(near))
            or bool(
                set(words) & self.scene.words("institution", "big")
                or set(words) <= {"hospital"}
                or is_big(_before_hospital(p.text), self.scene.language)
            )
        )
        return self.scene.detail(
            "institution", p.start, p.end, "where the child is", certain=not big, cue=cue
        )

    def _no_institution(self, p: Phrase, left: str) -> bool:
        """ "in Class Five", "at the pleasure of the King", "the Oregon house fire"."""
        if p.words[0] in _CLASSES or (p.words[0] == "nursery" and p.words[-1] in ("one", "two", "three")):
            return True
        if _PLEASURE_OF.search(left) or _PLEASURE.match(self.text, p.end):
            return True
        if p.text.split()[-1] not in ("house", "bay", "youth", "home"):
            return False
        token = self.scene.refs.token(p.end - 1)
        return (
            token.dep_ == "compound" and token.head.idx > p.end and token.head.lower_ not in self.inst_heads
        )

    def _at_ward(self, p: Phrase, cue: tuple[int, int] | None, subject: str) -> bool:
        if self.is_person(p) or (subject == "adult" and self._of_grown_up(p)):
            return False
        return bool(cue) or subject in ("child", "kin") or self.scene.family_near(p.start)

    def _goes_to(self, p: Phrase) -> bool:
        """ "Nurse Ann Otoo of Nkawie Dispensary", "At Lwandi Health Centre the club meets": where a child is
        treated, in a paragraph that tells of it."""
        named = [w for w in p.text.split() if w[:1].isupper()]
        if len(named) < 2 or self.generic(p) or self.is_person(p):
            return False
        before = self.text[max(self.scene.refs.paragraph(p.start).start, p.start - 60) : p.start]
        return _AT_LOCAL.search(before) is not None and self.scene.family_near(p.start)

    def _kept_there(self, at: int) -> bool:
        """ "manages Open Door, a shelter that took him in": the sentence goes on about a child."""
        s = self.scene.refs.sentence(at)
        if self.scene.family_near(at) and _TAKES_IN.search(self.text, at, s.end):
            return True
        start = max(s.start, at - 60) if _KEEPS.match(self.text, at) else at
        return self.scene.family_near(at) and self.child_before(start, s.end)

    def others(self) -> Iterator[Detail]:
        """ "Admitted to bed 14 of the burns unit"."""
        for m in _BED.finditer(self.text):
            if self.scene.about(m.start()) in ("child", "none") and self.scene.family_near(m.start()):
                yield self.scene.detail("institution", m.start(), m.end(), "where the child is")

    def _of_grown_up(self, p: Phrase) -> bool:
        """Whether whoever the words are said of is a grown-up by name, or no officer who only tells of a child."""
        ref = self.scene.refs.about(p.start)
        return ref is not None and (
            ref.person is not None or ref.word not in self.scene.words("relative", "office")
        )

    def _by_staff(self, p: Phrase, left: str) -> bool:
        """Those who work there do something to a child: "Staff of the X Home found him crying"."""
        if not _STAFF.search(left):
            return False
        s = self.scene.refs.sentence(p.start)
        return self.child_before(p.end, s.end)

    def _works_there(self, p: Phrase, left: str) -> bool:
        """ "who manages St Aidan's Hospice": the words are about its staff."""
        if re.match(r"\s*(?:in\s+[\w’'-]+\s*)?,\s*where\b", self.text[p.end : p.end + 40]):
            return False  # "a nurse at X, where the girl spent the summer"
        return (
            bool(
                re.search(
                    r"\b(?:manages|runs|heads|leads|directs|director|manager|head|chief|superintendent|spokes\w+|founder|chairman|chair|consultant|professor|psychologist\s+at|doctor\s+at|surgeon\s+at|nurse\s+at|paediatrician\s+at)\b[^,.]{0,25}$",
                    left,
                )
            )
            and self.about(p) == "adult"
        )

    def _strong_care(self, cue: tuple[int, int]) -> bool:
        """A verb that is said of a child in a home or on a ward and hardly of any other place."""
        return _KEPT.match(self.text, cue[0]) is not None


def _before_hospital(name: str) -> str:
    """ "Coal City" of "Coal City Children's Hospital"."""
    return re.split(
        r"\s+(?:Children[’']s|General|Hospital|Medical|Infirmary|hospital|University)\b", name, maxsplit=1
    )[0]
