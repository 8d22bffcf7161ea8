"""Cues that follow a name: "X, 12,", "X, a pupil of class 7", "X has a daughter"."""

from __future__ import annotations

from .... import lazy_re as re
from ..knowledge import ADULT
from ..names import Cue, Name
from ..patterns import UPPER, value_of
from .ground import Ground
from .model import GRAVE, HISTORY, KIN_OF_CHILD, LONG_AGO, SURE, Word

_PAUSE = re.compile(r"\s*[,(–—:-]\s*(?:[–—]\s*)?")
_ELDER = re.compile(r"[-\u2010\u2011][^\W\d_]+\s*[,(–—]\s*")
#: "X Y, columnist" as the last line of a draft
_BYLINE = re.compile(r",\s[^\W\d_][^\n«“\"!?.:,]{2,40}\.?\s*\Z")
_POST = re.compile(r",\s[^\n«“\"!?.:]{3,80}:\s*[«“\"–—]")
#: "X (2013)", as lists of those who compete have it
_BORN = re.compile(r"\s*\(\s*((?:19|20)\d\d)\s*\)")
#: a few words that end a clause
_TO_CLAUSE_END = re.compile(r"(?:\s+[^\s,.;:()«»–—]+){1,4}(?=\s*[.,;\n])")
_GROWN_SINCE = 30  # years; whoever was a child before that is grown up now
_FEW = 6  # words that may stand between a name and a cue of it


class After(Ground):
    """Cues that follow a name: "X, 12,", "X, a pupil of class 7", "X has a daughter"."""

    def _right(self, name: Name, ceiling: int) -> None:
        """ "X, 12," "X (12 years)", "X, a pupil of class 7", "X, who turned twelve", "X is in class 7"."""
        if self._bare_age(name):
            return
        stop = min(ceiling, name.end + 130)
        known_and = name.known.words("and")
        for w in self.words:
            if not name.end <= w.start < stop:
                continue
            between = self._clause(name.end, w.start)
            if between is None and self._explained(name, w):
                self._note(name, w)
                w.taken = True
            if between is None:
                break
            if self._closing_age(name, w, between):
                self._note(name, w)
                w.taken = True
                break
            if w.kind == "age" and re.search(r"[«“„\"]", between):
                break  # "X laughs: «three days …»"
            count = len(between.split())
            if self._of(name, w, between):
                break
            if name.known.cases_last and self._of_next(name, w, count, between):
                continue
            if self._before_other(w, ceiling):
                if self._kin_of_next(name, w, between):
                    name.cues.append(Cue(w.start, w.end, w.weight, KIN_OF_CHILD, "kin"))
                break
            pause = (None if self._suffixed(name) else _PAUSE.match(between)) or (
                _ELDER.match(between) if not name.known.cases_last else None
            )  # "Mavlyuda-opa, the grandmother"
            relative = pause and w.kind in ("age", "grade") and known_relative(name, between)
            if relative and w.kind == "age" and not self._aged_relative(name, w, between):
                break  # "X, who for seven years ran a home"
            if relative and not w.taken:
                self._note(name, w)
                w.taken = True
                break
            if (
                (w.kind == "role" or (w.kind == "kin" and w.weight < 0))
                and not pause
                and self._became(name, w, between)
            ):
                self._note(name, w)
                w.taken = True
                break
            if pause:
                rest = between[pause.end() :]
                closed = "," not in rest and count <= _FEW
                if w.kind == "grade" and name.known.cases_last:  # "X (school 7, 5th class)"
                    closed = closed or (between.lstrip().startswith("(") and ")" not in between)
                closed = closed or w.known.whole("age_field").match(self.text.text, w.start) is not None
                if w.kind == "age" and name.known.cases_last and not w.front:
                    closed = rest.count(",") <= 1 and count <= _FEW  # "X, a school-leaver, 17 years"
                verbs = any(
                    self.text.pos(i) in ("VERB", "AUX")
                    and self.text.morph(i, "VerbForm") != "Part"
                    and not known_link(name, self.text.text, i)
                    for i in self._offsets(name.end, w.start)
                )
                one = self._pupil(w)
                if closed and not w.taken and (not verbs or (w.kind == "grade" and not one)):
                    if (w.kind in ("noun", "role", "kin") or one) and not self._fitting(w, name):
                        break
                    if self._object_of_participle(name, w):
                        break
                    if (
                        w.kind == "role"
                        and w.plural
                        and not name.known.cases_last
                        and not self._ends_row(name)
                    ):
                        break  # "X fell out of the cot, the doctors fight for her life"
                    if w.kind == "noun" and w.weight > 0 and self._view_of(name):
                        break  # "in X's view, the child …"
                    if w.kind == "kin" and self.text.pos(w.start - 2) == "VERB" and self._case(w) == "Acc":
                        break  # "X, who has brought the grandson up"
                    if (
                        w.kind == "role"
                        and any(c.kind == "parent" for c in name.cues)
                        and self._case(w) == "Nom"
                    ):
                        break  # "the mother of Dosanov, shop assistant Y"
                    if (
                        (w.kind in ("kin", "noun") or one)
                        and w.plural
                        and not name.known.cases_last
                        and (not self._ends_row(name) or set(rest.lower().split()) & known_and)
                    ):
                        break  # "X, two sons", "X, in whose district 47 teenagers", "X, gave the third-graders a task"
                    self._note(name, w)
                    w.taken = True
                    if w.kind == "age":
                        continue
                break
            acts = any(
                self.text.pos(i) in ("VERB", "AUX") and not known_link(name, self.text.text, i)
                for i in self._offsets(name.end, w.start)
            )
            if (
                w.kind == "age"
                and not w.front
                and count <= 4
                and not w.taken
                and "," not in between
                and not acts
                and self._of_age(name, w)
            ):
                self._note(name, w)
                w.taken = True
                break
            # "X teaches the eighth-graders"
            others = (w.plural and not w.known.cases_last) or w.known.whole("teaches").search(
                between
            ) is not None
            studies = (
                name.known.cases_last
                and between.count(",") == 1
                and w.known.whole("studying").match(self.text.text, w.end + 1) is not None
            )  # "X lives with her parents, goes to the 4th class"
            apart = "," in between and not studies
            pupil = self._pupil(w) and not w.known.cases_last
            if w.kind == "grade" and not pupil and count <= _FEW and not w.taken and not apart and not others:
                self._note(name, w)
                w.taken = True
                break
            plain = (w.kind == "noun" or pupil) and w.weight > 0 and count <= 2 and not w.taken
            plain = plain and "," not in between and self.text.pos(w.start - 2) != "ADP"
            plain = plain and not name.known.whole("at_whose").fullmatch(self._word_before(name.start))
            plain = plain and not set(between.lower().split()) & known_and  # "X and his child"
            if w.plural and not w.known.cases_last:
                plain = plain and self._ends_row(name)  # "X with the children"
            if (
                plain
                and any(c == "Nom" for _, c in name.forms)
                and self.text.morph(w.start, "Case") in ("Nom", "Ins")
            ):
                self._note(name, w)
                w.taken = True
            break

    def _explained(self, name: Name, w: Word) -> bool:
        """ "X stayed on the road: she was to go to class 5": a class behind a colon, said of who opens the sentence."""
        text = self.text.text
        colon = text.find(":", name.end, w.start)
        if (
            not name.known.cases_last
            or name.case
            or not name.opener
            or w.kind != "grade"
            or w.taken
            or colon < 0
        ):
            return False
        told = text[name.end : colon] + text[colon + 1 : w.start]
        short = len(text[colon + 1 : w.start].split()) <= 3
        return short and re.search(r"[.!?…;:«»\n]", told) is None and not self._of_next(name, w, 0, "")

    def _closing_age(self, name: Name, w: Word, between: str) -> bool:
        """ "X studies abroad, is nineteen.": an age after the one comma of a sentence that a name opens, where the verb
        closes the clause before."""
        return (
            name.known.cases_last
            and w.kind == "age"
            and not (w.front or w.taken)
            and name.case in ("", "Own")
            and self.text.opens(name.start)
            and re.fullmatch(r"(?:\s+[^\W_]+){1,6},\s*(?:[^\W\d_]+\s+)?", between) is not None
            and re.match(r"\s*(?:[.!?…]|\Z)", self.text.text[w.end :]) is not None
            and not any(x.kind in ("kin", "noun") and name.end <= x.start < w.start for x in self.words)
        )

    def _suffixed(self, name: Name) -> bool:
        """ "Alikhanov-junior": a hyphen that parts nothing."""
        joined = self.text.text[name.end : name.end + 1] in ("-", "\u2010", "\u2011")
        return joined and not name.known.cases_last and self.text.text[name.end + 1 : name.end + 2].isalpha()

    def _pupil(self, w: Word) -> bool:
        """A class that is said in one word of somebody in it: "a fifth-grader"."""
        return w.kind == "grade" and " " not in self.text.text[w.start : w.end]

    def _object_of_participle(self, name: Name, w: Word) -> bool:
        """ "X, who-has-beaten the pupil": the object of an active participle that is said of X."""
        if name.known.cases_last or (w.kind == "grade" and not self._pupil(w)):
            return False
        if w.kind not in ("noun", "kin", "grade") and not w.front:
            return False
        return self._case(w) not in ("", "Nom", "Ins") and any(
            self.text.morph(i, "VerbForm") == "Part" and self.text.morph(i, "Voice") == "Act"
            for i in self._offsets(name.end, w.start)
        )

    def _of_next(self, name: Name, w: Word, count: int, between: str) -> bool:
        """Whether a word after a name belongs to a word behind it, where the last of a phrase takes the case: "X,
        the boys' grandfather", "X is a 9-year-old child-GEN father"; or is no subject: "X lives with her parents"."""
        case = w.known.case_of_noun(self.text.text[w.start : w.end])
        if w.kind == "noun" and case == "Gen":
            kin = any(x.kind == "kin" and 0 < x.start - w.end <= 2 for x in self.words)
            return kin or ("," not in between and count <= 2)
        parted = re.search(r"[,–—]", between)
        if w.kind in ("noun", "kin") and case == "Acc" and parted and name.case != "Acc":
            return True  # "X, …, left the child-ACC with a neighbour"
        if w.front or w.kind == "grade":
            head = next((x for x in self.words if 0 < x.start - w.end <= 2), None)
            raw = self.text.text[head.start : head.end] if head else ""
            if (
                head is None
                and w.kind == "grade"
                and w.known.case_of(self.text.text[w.start : w.end]) == "Dat"
            ):
                return (
                    w.known.whole("enters").match(self.text.text, w.end + 1) is None
                )  # "taught the 5th class"
            return head is not None and head.known.case_of_noun(raw) not in ("", "Own")
        return w.kind in ("kin", "noun") and not w.plural and case in ("Ins", "Dat", "Abl", "Loc")

    def _aged_relative(self, name: Name, w: Word, between: str) -> bool:
        """ "X, who-DAT (is) 14 years", "X, who was born in 2014": a count of years alone may be that of anything."""
        dative = name.known.words("dative_pronouns")
        told = re.search(r"\d{4}", self.text.text[w.start : w.end]) or self.text.pos(w.start) == "VERB"
        last = re.findall(r"[^\W\d_]+", between.lower())
        return not dative or w.front or bool(told) or any(x in dative for x in last)

    def _ends_row(self, name: Name) -> bool:
        return any(name in row and len(row) > 1 for row in self.rows())

    def _became(self, name: Name, w: Word, between: str) -> bool:
        """ "X too became a teacher"; a child may be a captain or a blogger."""
        words = re.findall(r"[^\W_]+", between)
        young = w.known.whole("young_roles").fullmatch(self.text.text[w.start : w.end])
        return (
            not young
            and 0 < len(words) <= 3
            and any(w.known.whole("becomes").fullmatch(x) for x in words)
            and all(w.known.whole("becomes").fullmatch(x) or len(x) <= 6 for x in words)
            and not re.search(r"[^\w\s-]", between)
            and self.text.morph(w.start, "Case") == "Ins"
            and not any(c.weight > 2 for c in name.cues)
        )

    def _of_age(self, name: Name, w: Word) -> bool:
        """ "X-DAT 14 years", "X, born in 2014", "X turned 14"; "X (did) two years" is no age."""
        born = re.search(r"\d{4}", self.text.text[w.start : w.end])
        told = self.text.text[name.end : w.start] == " " and not name.known.cases_last
        if told and re.match(r"\s*[,.;)\n]|\s*\Z", self.text.text[w.end : w.end + 3]):
            return True  # "X 14 years," with nothing done in them
        dative = not name.forms or any(c == "Dat" for _, c in name.forms)
        if w.known.people.get("own_years") and w.known.whole("own_years").match(self.text.text, w.start):
            return True
        return dative or born is not None or self.text.pos(w.start) == "VERB"

    def _before_other(self, w: Word, ceiling: int) -> bool:
        """Whether a word stands right before another name, which it then belongs to ("…, prosecutor Y")."""
        if w.kind == "age" and not w.front:
            return False
        gap = self.text.text[w.end : ceiling]
        return ceiling < len(self.text.text) and len(gap.split()) <= 1 and not re.search(r"[^\w\s«»]", gap)

    def _kin_of_next(self, name: Name, w: Word, between: str) -> bool:
        """ "X (the mother of Y)", "X, Y's grandfather,": a word of kinship in the case of the name before it, whose
        kin the name behind tells in the genitive."""
        if name.known.cases_last or w.kind != "kin" or w.weight >= 0 or w.plural:
            return False
        case = self._case(w)
        other = next((n for n in self.names if 0 < n.start - w.end <= 2), None)
        whose = other is not None and any(c == "Gen" for _, c in other.forms) and case != "Gen"
        mine = not name.forms or any(c == case for _, c in name.forms)
        return whose and mine and _PAUSE.fullmatch(between) is not None and self._fitting(w, name)

    def _of(self, name: Name, w: Word, between: str) -> bool:
        """ "X's mother", "a girl called X", "my brother X" where these follow the name; the cue is noted."""
        if not name.known.cases_last:
            return False
        called = name.known.whole("called").match(between.lstrip())
        if (
            called
            and w.weight
            and (w.weight > 0 or not w.plural)
            and w.kind in ("age", "grade", "noun", "kin", "role")
            and len(between.split()) <= 5
            and self._attributes(between.lstrip()[called.end() :], w)
        ):
            self._note(name, w)
            w.taken = True
            return w.kind != "age"
        if self._whose_child(name, w, between):
            return True
        if between.strip():
            return self._own_child(name, w, between) or self._is_kin_of(name, w, between)
        raw = self.text.text[w.start : w.end]
        if self._own_child(name, w, between):
            return True
        if self._with_own_kin(name, w):
            name.cues.append(Cue(w.start, w.end, -4, "a word of kinship", "kin"))
            w.taken = True
            return True
        if name.case == "Gen" and w.kind == "kin" and w.weight < 0:
            told = any(x.weight > 0 and not x.plural and x.kind != "kin" for x in self.words)
            name.cues.append(Cue(w.start, w.end, 2 if told else 1, "somebody's child", "parent"))
            return True
        weak = name.score < SURE and any(0 < n.start - w.end <= 1 and n.score >= SURE for n in self.names)
        if not name.case and not weak and name.known.whole("kin_after").fullmatch(raw):
            self._note(name, w)
            w.taken = True
            return True
        return False

    def _with_own_kin(self, name: Name, w: Word) -> bool:
        """ "He lives at X his-aunt-GEN": a bare name and a word of kinship make one, behind whoever is told of;
        "X lives at her aunt's" opens its sentence or follows nobody."""
        known, text = name.known, self.text.text
        raw = text[w.start : w.end]
        if name.case or len(name.parts) > 1 or name.opener or w.kind != "kin" or w.weight > 0 or w.plural:
            return False
        if not raw.lower().startswith(tuple(known.words("titles_of_kin"))) or any(
            c.weight > 0 for c in name.cues
        ):
            return False
        if any(0 <= n.start - w.end <= 2 for n in self.names):
            return False  # "X lives with her grandmother Y"
        s = self.text.sentences[name.sentence]
        told = [n for n in self.names if s.start <= n.start and n.end < name.start and self._is_name(n)]
        gap = text[told[-1].end : name.start] if told else ""
        named = bool(told) and told[-1].case != "Gen" and not (gap.strip() and self._joins(gap, known))
        pronoun = known.whole("pronouns.any").search(text, s.start, name.start) is not None
        return named or pronoun

    @staticmethod
    def _attributes(middle: str, w: Word) -> bool:
        """Whether words before a noun say what it is like, and are no noun of their own: "a 9-year-old, ill boy"."""
        words = middle.lower().split()
        if not words or w.kind == "age":
            return True
        last = words[-1].strip(",")
        adjective = w.known.key(last).endswith(w.known.adjective_endings)
        return adjective or last in w.known.words("attributes") or w.known.number(last) is not None

    def _is_kin_of(self, name: Name, w: Word, between: str) -> bool:
        """ "X is a stepfather to the victim"."""
        after = self.text.text[w.end : w.end + 20].lstrip()
        if w.kind != "kin" or w.weight >= 0 or name.case or len(between.split()) > _FEW:
            return False
        if w.known.case_of_noun(self.text.text[w.start : w.end]) in ("Ins", "Dat", "Abl", "Loc"):
            return False  # "X (left) with her grandfather."
        named = re.match(r"[.:;]", after) and "," not in between
        if not named and not name.known.whole("copulas").match(after):
            return False
        self._note(name, w)
        w.taken = True
        return True

    def _whose_child(self, name: Name, w: Word, between: str) -> bool:
        """ "X-GEN third child", "X and Y-GEN daughter": X and Y are parents."""
        if (
            w.kind != "kin"
            or name.case != "Gen"
            or len(between.split()) > 2
            or re.search(r"[^\w\s-]", between)
            or not name.known.whole("offspring").fullmatch(self.text.text[w.start : w.end])
        ):
            return False
        for n in (name, *(o for row in self.rows() if name in row for o in row if o is not name)):
            n.cues.append(Cue(n.start, n.end, -3, "a parent", "kin"))
        return True

    def _own_child(self, name: Name, w: Word, between: str) -> bool:
        """ "X has not seen her daughter-ACC": X is a parent."""
        raw = self.text.text[w.start : w.end]
        if (
            w.kind != "kin"
            or w.weight <= 0
            or name.case
            or len(between.split()) > _FEW
            or re.search(r"[,–—():«»]", between)
            or not w.known.whole("own_child").fullmatch(raw)
        ):
            return False
        name.cues.append(Cue(w.start, w.end, -3, "a parent", "kin"))
        return True

    def _bare_age(self, name: Name) -> bool:
        """ "X, 12," and "X is eleven." without a word for years."""
        known = name.known
        if any(c.kind == "parent" for c in name.cues):
            return False  # "X's grandfather is seventy"
        born = _BORN.match(self.text.text, name.end) if known.cases_last and name.score >= SURE else None
        old = self.published - int(born[1]) if born else 0
        if born and old > 2:
            self._note(name, Word(born.start(1), born.end(1), "age", 5 if old < ADULT else -6, known, old))
            return True
        place = name.score < 0 and not known.cases_last  # "she lives in Omsk, she is forty"
        m = None if place else known.bare_age.match(self.text.text, name.end, name.end + 90)
        years = known.number(m[1]) if m else None
        if m and years == ADULT and known.whole("not_yet").search(m.group()):
            years = ADULT - 1  # "X, who is not yet eighteen"
        if (
            m is None
            or years is None
            or not 0 < years < 100
            or (m[1].isdecimal() and m.group().strip() == m[1] and not self._of_dative(name, m.end()))
        ):
            return False
        weight = 5 if years < ADULT else -6
        self._note(name, Word(m.start(1), m.end(1), "age", weight, known, years))
        for w in self.words:
            w.taken = w.taken or (w.kind == "age" and w.start == m.start(1))
        return True

    def _of_dative(self, name: Name, end: int) -> bool:
        """ "X-DAT 12.": a mere figure behind a name that the case shows to be whose age it is, and nothing counted."""
        told = any(case == "Dat" for _, case in name.forms)
        thing = self.text.morph(name.start - 2, "Animacy") == "Inan"  # "the square of X Y 12"
        return told and not thing and re.match(r"\s*(?:[.,;)!?…]|\Z)", self.text.text[end:]) is not None

    def _younger(self, name: Name) -> None:
        """ "X junior", "X senior"."""
        if self.text.text[name.end : name.end + 1] not in tuple("-\u2010\u2011"):
            self._honoured(name)
            return
        suffix = self.text.text[name.end + 1 : name.end + 20]
        for key, weight, reason in (("younger", 1, "the younger of two"), ("elder", -4, "the elder of two")):
            for gender in ("f", "m", "any"):
                if m := name.known.whole(f"{key}.{gender}").match(suffix):
                    name.gender = gender if gender != "any" else name.gender
                    end = name.end + 1 + m.end()
                    kind = "noun" if gender == "any" else "younger"  # "Aigul-apa": an honorific
                    name.cues.append(Cue(name.end + 1, end, weight, reason, kind))

    def _honoured(self, name: Name) -> None:
        """ "Aigul apa Dosanova": a word of respect between a given name and the surname, or after it."""
        if name.known.cases_last or len(name.parts) > 1:
            return
        if not name.given:
            title = self._word_before(name.start)
            if name.known.whole("elder.any").fullmatch(title):
                at = self.text.text.rfind(title, 0, name.start)
                name.cues.append(Cue(at, at + len(title), -4, "the elder of two", "noun"))
            return
        m = name.known.whole("elder.any").match(self.text.text, name.end + 1)
        if m is None or self.text.text[name.end] not in " \u00a0":
            return
        for n in self.names:
            if n is name or (n.start == m.end() + 1 and len(n.parts) == 1):
                n.cues.append(Cue(m.start(), m.end(), -4, "the elder of two", "noun"))

    def _whose(self, name: Name, child: Name) -> None:
        """ "Sholpan X, Galym's mother": kinship that another name's genitive says whose."""
        gap = self.text.text[name.end : child.start]
        if not name.known.cases_last or child.case != "Gen" or not re.fullmatch(r"\s*[,–—-]\s*", gap):
            return
        w = next((w for w in self.words if w.start == child.end + 1), None)
        if w and w.kind == "kin" and w.weight < 0 and re.match(r"\s*[.,;:)–—]", self.text.text[w.end :]):
            self._note(name, w)
            w.taken = True

    def _of_the_past(self, name: Name) -> None:
        """ "In 1943 Nina and Rosa sat side by side", "a diary of 1941. It was kept by Nina, twelve.": whoever is
        named with a year of long ago is grown up now."""
        s = self.text.sentences[self.text.sentence(name.start)]
        near = self._nearby(name)
        old = list(name.known.whole("long_ago").finditer(self.text.text, s.start, s.end))
        own = [c for c in name.cues if c.weight > 0 and c.kind in ("grade", "noun") and c.end <= name.start]
        beside = any(not self.text.text[c.end : name.start].strip() for c in own)  # "schoolboy X found it"
        papers = name.known.whole("papers").search(self.text.text, near.start, s.start)
        if papers and (name.known.cases_last or not beside):
            old += name.known.whole("long_ago").finditer(self.text.text, near.start, s.start)
        for m in old:
            year = value_of(m, "year")
            if not year or self.published - int(year) > LONG_AGO:
                name.cues.append(Cue(m.start(), m.end(), -6, "long ago", "age", LONG_AGO + 1))
                return
        if name.known.cases_last and (told := self._year_before(name)) is not None:
            name.cues.append(Cue(told.start(), told.end(), -6, "long ago", "age", LONG_AGO + 1))

    def _year_before(self, name: Name) -> re.Match[str] | None:
        """ "In 1943 came a letter. Of the six children Shora …", "In 1981 Nina was given to strangers": a year that the
        sentences from it to the name go on from, where none of them tells of today. A year that opens a sentence
        of the past dates what it tells already when all who were young then are grown."""
        known, text = name.known, self.text.text
        own = self.text.sentences[self.text.sentence(name.start)]
        near = self._nearby(name)
        if known.whole("now_words").search(text, near.start, own.end):
            return None
        years = [
            m for m in known.whole("long_ago").finditer(text, near.start, own.end) if value_of(m, "year")
        ]
        ages = [self.published - int(value_of(m, "year") or 0) for m in years]
        if not years or min(ages) <= _GROWN_SINCE:
            return None
        if min(ages) > LONG_AGO:
            return years[-1]
        words = re.findall(r"[^\W\d_]+", text[own.start : own.end])
        past = bool(words) and known.whole("past_ends").fullmatch(words[-1]) is not None
        for m in years if past else ():
            s = self.text.sentences[self.text.sentence(m.start())]
            opens = not re.search(r"[^\W_]", text[s.start : m.start()])
            end = name.start if s.start == own.start else s.end
            if opens and not known.whole("dates_things").search(text, m.end(), end):
                grave = any(
                    kind in GRAVE and p.search(text, own.start, own.end) for p, kind, _ in known.situations
                )
                return None if grave else m
        return None

    def _great(self, name: Name) -> None:
        """A man or woman of history, or whoever wrote what stands behind the name: "Abai-GEN poem"."""
        known, text = name.known, self.text.text
        if not known.people.get("great"):
            return
        around = known.whole("great").finditer(text, max(0, name.start - 25), name.end + 25)
        m = next((x for x in around if x.start() <= name.start and name.end <= x.end()), None)
        after = re.compile(r"(?:\s+[^\s,.;:()«»]+){1,4}").match(text, name.end)
        wrote = (
            known.case_of(text[name.start : name.end]) == "Gen"
            and after is not None
            and known.whole("written").search(after.group()) is not None
        )
        aged = any(c.kind == "age" and c.weight > 0 and 0 < c.start - name.end <= 2 for c in name.cues)
        if m and aged:
            self._namesakes |= known.bases(name.parts[0][1])  # "Abai Kunanbaev, 12"
        elif m and (wrote or " " in m.group()):
            name.cues.append(Cue(name.start, m.end(), -6, HISTORY, "age", LONG_AGO + 1))
        elif wrote and len(name.parts) > 1 and not any(c.weight >= 3 for c in name.cues):
            name.cues.append(Cue(name.start, name.end, -4, "who wrote something", "noun"))

    def _made_up(self, name: Name) -> None:
        """ "The hero of the film, Nina", "the part of Nina": whoever is in a story only."""
        s = self.text.sentences[self.text.sentence(name.start)]
        start = self.text.sentences[max(0, self.text.sentence(name.start) - 2)].start
        works = name.known.whole("works").search(self.text.text, start, s.end)
        real = any(
            name.known.whole(k).search(self.text.text, start, s.end)
            for k in ("true_stories", "works_of_fact")
        )
        before = self.text.text[s.start : name.start]
        if self._pupil_of_respect(name):
            name.cues.append(Cue(name.start, name.end, -5, "addressed as a grown-up", "noun"))
        if self._saint(name):
            name.cues.append(Cue(name.start, name.end, -6, HISTORY, "age", LONG_AGO + 1))
            return
        for key, words in (("characters", 5), ("parts", 0), ("tales", 3)):
            if (key == "characters" and not works) or (key != "parts" and real):
                continue
            for m in name.known.whole(key).finditer(before):
                between = before[m.end() :]
                if len(between.split()) <= words and not re.search(rf"[{UPPER}.:;«»]", between):
                    at = s.start + m.start()
                    name.cues.append(Cue(at, s.start + m.end(), -6, "a character", "age", LONG_AGO + 1))
                    return

    def _saint(self, name: Name) -> bool:
        saints = name.known.people.get("saints")
        before = self._word_before(name.start) if saints else ""
        return bool(before) and name.known.whole("saints").fullmatch(before) is not None

    def _saints_of_children(self) -> None:
        """ "St Nicholas helped; the boy Nicholas, 9, was beaten": the saint is no mention of a child called so."""
        saints = [n for n in self.names if self._saint(n)]
        if not saints:
            return
        children = [n for n in self.names if n not in saints and any(c.weight > 2 for c in n.cues)]
        called = {b for n in children for w in n.given for b in n.known.bases(w)}
        self.names = [n for n in self.names if n not in saints or not called & n.known.bases(n.parts[0][1])]

    def _pupil_of_respect(self, name: Name) -> bool:
        """ "Her oldest pupil, Nina Ivanovna": a word for a pupil, and a name with nothing but a patronymic."""
        if name.known.cases_last or [r for r, _ in name.parts] != ["given", "patronymic"]:
            return False
        tails = tuple(name.known.words("of_respect"))
        return name.parts[-1][1].lower().endswith(tails) and any(
            c.weight > 0 and name.known.whole("wards").fullmatch(self.text.text[c.start : c.end])
            for c in name.cues
        )

    def _interviewed(self, name: Name) -> None:
        """ "Raikhan NURSEIT, mediator: «…»", and the question that addresses her: "– Raikhan Oralkyzy, how …"."""
        text = self.text.text
        if not name.known.cases_last or name.case or re.search(r"\w", self.text.line_before(name.start)):
            return
        post = _POST.match(text, name.end) or _BYLINE.match(text, name.end)
        told = post is not None and any(
            w.weight > 0 and w.kind in ("age", "grade", "noun") and post.start() <= w.start < post.end()
            for w in self.words
        )
        addressed = any(r == "patronymic" for r, _ in name.parts) and re.match(r",\s", text[name.end :])
        dash = re.match(r"\s*[–—-]\s", self.text.line_before(name.start))
        if (post is not None and not told and len(name.parts) > 1) or (addressed and dash):
            name.cues.append(Cue(name.start, name.end, -4, "who is interviewed", "noun"))

    def _acts_grown_up(self, name: Name, ceiling: int) -> None:
        """ "X took his degree this year": what only grown-ups do, in the clause of a name."""
        if name.known.cases_last and (w := self._office_behind(name)) is not None:
            name.cues.append(Cue(w.start, w.end, -4, "what grown-ups do", "noun"))
            return
        m = name.known.whole("grown_up_acts").search(self.text.text, name.end, min(ceiling, name.end + 60))
        between = self._clause(name.end, m.start()) if m and not name.case else None
        if m is None or between is None:
            return
        own = re.sub(r"\A,\s*\Z", "", between)  # "the grandson, X Y, serves in the army"
        if "," not in own and len(own.split()) <= 4:
            row = next((r for r in self.rows() if name in r), [name])
            for n in row if row[-1] is name else [name]:
                n.cues.append(Cue(m.start(), m.end(), -4, "what grown-ups do", "noun"))

    def _office_behind(self, name: Name) -> Word | None:
        """ "X is the head of a nursery school" in a language that needs no "is": an office closes the clause."""
        if name.case or not any(c.kind == "kin" for c in name.cues):
            return None
        m = _TO_CLAUSE_END.match(self.text.text, name.end)
        return next((w for w in self.words if m and w.kind == "role" and w.end == m.end()), None)

    def _in_years(self, name: Name) -> None:
        """ "Aida seven-LOC, Dana four-LOC": a bare number right after a name, where the language says it so."""
        text = self.text.text
        link = name.known.framed(r"\s+(?:", "age_links", r"\s+)*").match(text, name.end)
        m = name.known.whole("ages_locative").match(text, link.end()) if link else None
        if m is None or name.case or not self._tells_age(m, name.known):
            return
        years = name.known.number(value_of(m, "n") or "")
        if years is not None:
            weight, under = (5, ": under 18") if years < ADULT else (-6, "")
            name.cues.append(Cue(m.start(), m.end(), weight, f"age {years}{under}", "age", years))


def known_link(name: Name, text: str, at: int) -> bool:
    """Whether the word at ``at`` may join a name to its age ("turned")."""
    m = re.compile(r"[^\W_]+").match(text, at)
    return m is not None and name.known.whole("age_links").fullmatch(m.group()) is not None


def known_relative(name: Name, between: str) -> bool:
    """ "X, who …": what follows in the sentence is said of X."""
    first = re.match(r"[\s,]+(?:[^\W_]{1,3}\s+)?([^\W_]+)", between)
    return first is not None and name.known.whole("relative").fullmatch(first[1]) is not None
