"""Details that could identify a child, of eleven kinds, from the patterns of ``details.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ... import lazy_re as re
from ...spans import Span
from ..details import _apart
from ..model import Detail, Evidence, Person, Story
from .family import Family
from .knowledge import Knowledge
from .names import Text, common, of_people
from .patterns import UPPER
from .people import People
from .weighed import Case

_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{2,29}(?<!\.)")
_PROFILE = re.compile(
    r"(?<![\w.@])(?:https?://)?(?:www\.)?(?:t\.me|vk\.com|instagram\.com|tiktok\.com|facebook\.com|ok\.ru|youtube\.com|x\.com|wa\.me)/[\w.@/-]*\w",
    re.I,
)
_PHONE = re.compile(r"(?<![\w/.,-])(?:\+|00)?\(?\d[\d ().‐‑–-]{6,20}\d(?![\w/%]|[.,]\d)")
_CODE = re.compile(
    r"[A-ZА-Я]{1,5}(?:-[IVX]+)? ?(?:№|N) ?\d{5,}|\d{2} ?\d{2} (?:№|номер) ?\d{6}|"
    r"(?:[^\W\d_]{1,5}[ -]?)?\d[\d/.\-]*\d[^\W\d_]{0,3}(?:[/-]\d+)*|[^\W\d_]{1,4}[ -]?\d{2,}[\w-]*"
)
_TO_CODE = re.compile(
    r"(?:-[^\W\d_]{1,3})?(?:\s+[^\W\d_]+){0,2}?,?\s*[:#(–—]?\s*(?:№|N|No\.?)?\s*"
    r"(?=\d|[^\W\d_]{1,5}[ -]?(?:[IVX]+ ?)?\d|[A-ZА-Я]{1,5}(?:-[IVX]+)? ?(?:№|N) ?\d)"
)
_PLATE = re.compile(
    r"(?<!\w)(?:\d{3}\s?[A-ZА-Я]{2,3}\s?\d{2}|[A-ZА-Я]\s?\d{3}\s?[A-ZА-Я]{2,3}(?:\s?\d{2,3})?|\d{2}\s?[A-Z]{2,3}\s?\d{3}\s?[A-Z]{0,3})(?!\w)"
)
_PLACE = re.compile(rf"\s+([{UPPER}][^\W\d_]+(?:-[{UPPER}][^\W\d_]+)*(?:\s[{UPPER}][^\W\d_]+)?)(?!\w)")
_CARD = re.compile(r"(?<![\d+])\d{4}(?:[ \u00a0-]\d{4}){3}(?!\d)")
_LONG_NUMBER = re.compile(r"(?:№|N|No\.?)\s?(?:\d{6,}|\d{2,}(?:[-/]\d+[^\W\d_]?){2,})")
_DATE = re.compile(r"(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d(?!\d)")


def find_details(story: Story, text: Text, reader: People, told: Sequence[Case] = ()) -> list[Detail]:
    """Details of every kind about the draft's children; fills ``Person.details`` with the kinds. ``told``: what was
    weighed of its people."""
    if not story.sensitive or _somebodys(story, text, reader):
        return []
    finder = _Finder(story, text, reader, told)
    details = _apart(list(finder.find()))
    for person in story.children:
        person.details = list(dict.fromkeys(d.kind for d in details if person.id in d.people))
    return details


def _somebodys(story: Story, text: Text, reader: People) -> bool:
    """Whether the draft has no child but a son or a grandson of somebody's, of whom it says nothing more."""
    if any(p.mentions for p in story.children):
        return False
    spans = {n.start for p in story.children for n in p.nominals}
    return bool(spans) and not any(
        w.weight > 0 and (w.kind != "kin" or w.known.cases_last) and (w.start in spans or not w.plural)
        for w in reader.words
    )


class _Finder:
    def __init__(self, story: Story, text: Text, reader: People, told: Sequence[Case]) -> None:
        self.story = story
        self.text = text
        self.reader = reader
        self.children = [
            p for p in story.children if p.situations and not (p.public_role and not p.situations)
        ] or story.children
        self.places = sorted(
            ((s.start, p) for p in story.people for s in (*p.mentions, *p.nominals)), key=lambda x: x[0]
        )

        self.family = Family(story, text, reader, self.children, self.places)
        self.family.find(told)

    def find(self) -> Iterator[Detail]:
        for person, why in self.family.who:
            for span in person.mentions:
                yield self._relative(span, why)
        for span, why in self.family.in_plural():
            yield self._relative(span, why)
        for kind in ("school", "institution", "address", "locality", "workplace", "appearance", "photo"):
            yield from self._by_patterns(kind)
        yield from self._bare_places()
        yield from self._led_places()
        yield from self._hyphened_places()
        yield from self._births()
        yield from self._contacts()
        yield from self._numbers()

    def _relative(self, span: Span, why: Evidence) -> Detail:
        """Of the child spoken of last, and of the draft's first: which of them it is kin of, few drafts say."""
        about = dict.fromkeys(p.id for p in (*self._child(span.start), *self.children[:1]))
        return Detail("relative", span, tuple(about), True, (why,))

    def _detail(self, kind: str, start: int, end: int, why: str, certain: bool = True) -> Detail:
        about = self._child(start)
        return Detail(
            kind, Span(start, end), tuple(p.id for p in about), certain, (Evidence(start, end, why),)
        )

    def _child(self, at: int) -> list[Person]:
        """The child spoken of last before ``at``, else the first of those in need of protection."""
        before = [p for start, p in self.places if start <= at and p in self.children]
        return [before[-1]] if before else list(self.children[:1])

    def _sentence(self, at: int) -> Span:
        return self.text.sentences[self.text.sentence(at)]

    # -- kinds that are a pattern and what must not stand around it
    def _by_patterns(self, kind: str) -> Iterator[Detail]:
        taken: list[Span] = []
        for key, certain in (("patterns", True), ("weak", False)):
            for m, known in self._matches(kind, key):
                start, end = self._after_people(m.start(), m.end()), m.end()
                end = self._before_people(start, end)
                cut = end < m.end()
                while end > start and self.text.text[end - 1] in " ,;:":
                    end -= 1
                left = self.text.text[start:end]
                if cut and (not re.search(r"\s", left) or (kind == "institution" and left.islower())):
                    continue  # "a doctor of the children's hospital | Andrey X"
                if not re.search(r"\w", self.text.text[start:end]):
                    continue
                if start > m.start() and self.text.text[start:end].islower():
                    continue  # "Mashenka | at an orphanage"
                if any(t.start < end and start < t.end for t in taken):
                    continue
                if re.match(rf"[{UPPER}]\.", self.text.text[start : start + 2]):
                    continue  # "С. В.": initials
                if kind == "appearance" and not known.cases_last and self._name_of_place(start):
                    continue
                if self._spoiled(kind, start, end, known) or self._anothers(kind, start, end, known):
                    continue
                if any(s.start < end and start < s.end for p in self.story.children for s in p.mentions):
                    continue
                taken.append(Span(start, end))
                if kind == "photo":
                    self._picture(start, end)
                yield self._detail(kind, start, end, kind, certain)

    def _bare_places(self) -> Iterator[Detail]:
        """A village without the word for one: named so elsewhere in the draft, or made as names of villages are, in
        a case of place ("from Karaagash", "at Tasotkel")."""
        for span, known in self.text.regions.parts:
            if not known.has("locality", "bare"):
                continue
            yield from self._dwellers(known, span)
            villages = self._villages(known)
            for m in known.detail("locality", "bare").finditer(self.text.text, span.start, span.end):
                if known.detail("locality", "towns").match(m.group()):
                    continue
                bases = known.bases(m.group()) | known.bases(m.group()[:-2])
                formed = known.detail("locality", "formed").fullmatch(m.group()) is not None
                formed = formed and not self.text.opens(m.start())
                if bases & known.given_names or not (formed or bases & villages):
                    continue
                if any(
                    s.start < m.end() and m.start() < s.end for p in self.story.people for s in p.mentions
                ):
                    continue
                yield self._detail("locality", m.start(), m.end(), "locality")

    def _dwellers(self, known: Knowledge, span: Span) -> Iterator[Detail]:
        """ "A dweller of Zhanatogan", which is no town."""
        for m in known.detail("locality", "dwellers").finditer(self.text.text, span.start, span.end):
            start, end = m.start(), m.start() + len(m.group().split()[0])
            taken = any(s.start < end and start < s.end for p in self.story.people for s in p.mentions)
            place = self.text.text[start:end]
            if (
                taken
                or known.bases(place) & known.not_names
                or known.detail("locality", "towns").match(place)
            ):
                continue
            if not of_people(known, place):
                yield self._detail("locality", start, end, "locality")

    def _villages(self, known: Knowledge) -> frozenset[str]:
        """Names before a word for a village, or for a school of one, in the draft."""
        found = (
            m
            for kind, key in (("locality", "patterns"), ("locality", "village_schools"))
            for m in known.detail(kind, key).finditer(self.text.text)
        )
        # "The event took place in the village Birlik": the last word with a capital
        words = (re.findall(rf"(?<!\w)[{UPPER}][\w’'-]*", m.group())[-1] for m in found)
        return (
            frozenset(known.key(w) for w in words if not known.ends("surname_endings", w)) - known.given_names
        )

    def _before_people(self, start: int, end: int) -> int:
        """ "The village Kaplanbek Tursyn Omarov" ends where a person's name begins."""
        inside = [m.start for p in self.story.people for m in p.mentions if start < m.start < end <= m.end]
        return min(inside, default=end)

    def _after_people(self, start: int, end: int) -> int:
        """ "Their mother Zhanna | Zhanazhol village" begins where a person's name ends."""
        inside = [m.end for p in self.story.people for m in p.mentions if start <= m.start and m.end < end]
        at = max(inside, default=start)
        return at + len(self.text.text[at:end]) - len(self.text.text[at:end].lstrip())

    def _matches(self, kind: str, key: str) -> Iterator[tuple[re.Match[str], Knowledge]]:
        """Matches of a pattern; one that begins with a word that has its capital only from the sentence is tried
        again without it."""
        for span, known in self.text.regions.parts:
            pattern, at = known.detail(kind, key), span.start
            while m := pattern.search(self.text.text, at, span.end):
                first = re.compile(r"[^\W\d_]+").match(self.text.text, m.start())
                if kind != "photo" and first and first.group()[0].isupper() and self._opener(m, first, known):
                    at = first.end()
                    continue
                yield m, known
                at = max(m.end(), at + 1)

    def _opener(self, m: re.Match[str], first: re.Match[str], known: Knowledge) -> bool:
        if not self.text.opens(m.start()) or len(m.group().split()) < 2:
            return False
        low = first.group().lower()
        token = self.text.token(m.start())
        plain = token is not None and token.pos_ not in ("", "PROPN") and not token.ent_type_
        # the head of the detail itself may open a sentence ("School No. 5 …")
        return low in known.words("not_names") or (
            (plain or common(self.text, known, (first.start(), first.end(), first.group())))
            and not any(
                re.match(rf"(?:{known.detail_classes[c]})(?!\w)", m.group(), re.I) for c in known.heads
            )
        )

    def _spoiled(self, kind: str, start: int, end: int, known: Knowledge) -> bool:
        """Words before, after or inside that make it no detail of the child, and, where asked for, no word of it."""
        s = self._sentence(start)
        before = self.text.text[max(s.start, start - 60) : start]
        after = self.text.text[end : min(s.end, end + 40)]
        treated = known.has(kind, "treated") and known.detail(kind, "treated").search(
            self.text.text[s.start : s.end]
        )
        if (
            known.has(kind, "not_before")
            and not treated
            and any(
                len(before[m.end() :].split()) <= 1 for m in known.detail(kind, "not_before").finditer(before)
            )
        ):
            return True
        if (
            known.has(kind, "not_after")
            and (m := known.detail(kind, "not_after").search(after))
            and len(after[: m.start()].split()) <= 1
        ):
            return True
        words = self.text.text[start:end]
        yet = known.has(kind, "but") and known.detail(kind, "but").search(words) is not None
        if known.has(kind, "not") and known.detail(kind, "not").search(words) and not yet:
            return True
        if kind == "institution" and self._experts(end, words, known):
            return True
        if known.has(kind, "not_in_sentence") and known.detail(kind, "not_in_sentence").search(
            self.text.text[s.start : s.end]
        ):
            return True
        return (
            known.has(kind, "needs")
            and known.detail(kind, "needs").search(self.text.text[s.start : s.end]) is None
            and not (kind == "workplace" and any(p in self.family for _, p in self._named(s.start, s.end)))
        )

    def _experts(self, end: int, words: str, known: Knowledge) -> bool:
        """ "The children's hospital-GEN traumatologist X" where the last of a phrase says whom it means."""
        return (
            known.cases_last
            and known.case_of(words) == "Gen"
            and any(w.kind == "role" and 0 < w.start - end <= 12 for w in self.reader.words)
        )

    def _name_of_place(self, at: int) -> bool:
        """A capital amid a sentence: "Rubtsovsk" is no scar."""
        return self.text.text[at].isupper() and not self.text.opens(at)

    def _named(self, start: int, end: int) -> list[tuple[Span, Person]]:
        """The mentions of people there, in reading order."""
        found = [(m, p) for p in self.story.people for m in p.mentions if start <= m.start < end]
        return sorted(found, key=lambda x: x[0].start)

    def _anothers(self, kind: str, start: int, end: int, known: Knowledge) -> bool:
        """Where an expert or a witness works: "the psychologist X of the centre «Hope»", "a saleswoman of the shop
        «Aina»". Needs parts of speech."""
        if kind not in ("workplace", "institution") or known.cases_last or not self.text.tagged:
            return False
        s = self._sentence(start)
        if known.has(kind, "treated") and known.detail(kind, "treated").search(
            self.text.text, s.start, s.end
        ):
            return False  # "in the care of the doctors of the city's hospital"
        before = self._named(s.start, start)
        if before and not self._tells(before[-1][0].end, start):
            return before[-1][1].kind != "child" and before[-1][1] not in self.family
        holder = next(
            (
                w
                for w in reversed(list(re.finditer(r"[^\W\d_]+", self.text.text[s.start : start])))
                if self.text.pos(s.start + w.start()) != "ADJ"
            ),
            None,
        )
        if holder is None or self.text.morph(s.start + holder.start(), "Animacy") != "Anim":
            return False
        at = s.start + holder.start()
        works = any(w.kind == "kin" and s.start <= w.start < at for w in self.reader.words)
        if works and self.text.morph(at, "Case") == "Ins":
            return False  # "the mother works as a cashier at …"
        if self.text.pos(at) != "NOUN" or re.search(
            r"[^\w\s]", self.text.text[at + len(holder.group()) : start]
        ):
            return False
        words = [w for w in self.reader.words if s.start <= w.start < start]
        if any(w.weight > 0 and w.start <= at < w.end for w in words) or (
            known.has(kind, "inmates") and known.detail(kind, "inmates").match(self.text.text, at)
        ):
            return False
        after = self._named(end, s.end)
        if after and not self._tells(end, after[0][0].start):
            return after[0][1] not in self.family
        return not any(w.kind == "kin" and not self._tells(w.end, start) for w in words)

    def _tells(self, start: int, end: int) -> bool:
        """Whether a verb stands there, or a quotation ends."""
        between = self.text.text[start:end]
        return re.search(r"[«»“”;]", between) is not None or any(
            self.text.pos(start + w.start()) in ("VERB", "AUX")
            and self.text.morph(start + w.start(), "VerbForm") != "Part"
            for w in re.finditer(r"[^\W\d_]+", between)
        )

    def _led_places(self) -> Iterator[Detail]:
        """A village without the word for one, after a verb that says where the child or its family lives."""
        for m, known in self.text.regions.find(lambda k: k.detail("locality", "led_by")):
            place = _PLACE.match(self.text.text, m.end())
            if place is None:
                continue
            start, end = place.start(1), place.end(1)
            words = re.findall(r"[^\W\d_]+", place[1])
            if self._town(known, start) or any(
                p.start < end and start < p.end for q in self.story.people for p in q.mentions
            ):
                continue
            s = self._sentence(start)
            ours = [p for _, p in self._named(s.start, s.end) if p.kind == "child" or p in self.family]
            kin = [
                w
                for w in self.reader.words
                if s.start <= w.start < s.end and (w.weight > 0 or w.kind == "kin")
            ]
            about = [
                w
                for g in ("f", "m")
                for w in known.whole(f"pronouns.{g}").finditer(self.text.text, s.start, m.end())
            ]
            about += known.detail("locality", "theirs").finditer(self.text.text, s.start, m.end())
            if len(words) <= 3 and (ours or kin or about):
                yield self._detail("locality", start, end, "locality")

    def _town(self, known: Knowledge, at: int) -> bool:
        """Too large to point to anybody; no village whose name only begins as a town's does ("Kyzyl-Suu")."""
        m = known.detail("locality", "towns").match(self.text.text, at)
        return m is not None and self.text.text[m.end() : m.end() + 1] != "-"

    def _hyphened_places(self) -> Iterator[Detail]:
        """ "At Kyzyl-Suu", "in their native Karakol", "in Malaya Griva": a name of two parts, of the home, or of
        an adjective, that is no town's."""
        led = {d.span.start for d in self._led_places()}
        for m, known in self.text.regions.find(lambda k: k.detail("locality", "by_form")):
            place = _PLACE.match(self.text.text, m.end())
            if place is None or self._town(known, place.start(1)):
                continue
            start, end = place.start(1), place.end(1)
            if start in led:
                continue
            home = known.detail("locality", "home").search(m.group()) is not None
            token = self.text.token(start)
            tag = token.ent_type_ if token is not None else "ORG"
            at = self.text.morph(start, "Case") != "Ins"  # "under Baghuz"
            told = at and tag == "LOC" and known.detail("locality", "described").fullmatch(place[1])
            if not home and not told and ("-" not in place[1] or tag in ("PERSON", "ORG")):
                continue
            if known.whole("place_nouns").match(self.text.text, end + 1):
                continue  # a district
            if not any(p.start < end and start < p.end for q in self.story.people for p in q.mentions):
                yield self._detail("locality", start, end, "locality")

    def _picture(self, start: int, end: int) -> None:
        s = self._sentence(start)
        for p in self.story.children:
            if p.pictured is None and any(s.start <= m.start < s.end for m in (*p.mentions, *p.nominals)):
                p.pictured = Evidence(start, end, "a child is pictured")

    # -- exact things
    def _births(self) -> Iterator[Detail]:
        for m, known in self.text.regions.find(lambda k: k.detail("dob", "patterns")):
            born = known.has("dob", "after") and known.detail("dob", "after").match(
                self.text.text, m.end() + 1
            )
            if known.has("dob", "needs") and not born and not self._birth_told(m, known):
                continue
            year = re.search(r"(?:19|20)\d\d", m.group())
            if year and not 0 <= self.reader.published - int(year.group()) <= 21:
                continue
            date = re.search(r"\d", m.group())
            yield self._detail("dob", m.start() + (date.start() if date else 0), m.end(), "date of birth")
        for m in _DATE.finditer(self.text.text):
            known = self.text.regions.at(m.start())
            born = known.has("dob", "after") and known.detail("dob", "after").match(
                self.text.text, m.end() + 1
            )
            if born or (known.has("dob", "needs") and self._birth_told(m, known)):
                yield self._detail("dob", m.start(), m.end(), "date of birth")

    def _birth_told(self, date: re.Match[str], known: Knowledge) -> bool:
        """Whether the sentence of a date speaks of a birth, other than as the year that somebody is of: "on 3 March a
        boy of 2011's birth …"."""
        s = self._sentence(date.start())
        years = (
            [
                (y.start(), y.end())
                for y in known.detail("dob", "of_year").finditer(self.text.text, s.start, s.end)
            ]
            if known.has("dob", "of_year")
            else []
        )
        return any(
            not any(a <= m.start() < b and not a - 1 <= date.end() <= b for a, b in years)
            for m in known.detail("dob", "needs").finditer(self.text.text, s.start, s.end)
        )

    def _contacts(self) -> Iterator[Detail]:
        taken: list[Span] = []
        for pattern, what in (
            (_PROFILE, "profile"),
            (_EMAIL, "e-mail address"),
            (_HANDLE, "account name"),
            (_PHONE, "telephone number"),
        ):
            for m in pattern.finditer(self.text.text):
                if any(t.start < m.end() and m.start() < t.end for t in taken):
                    continue
                digits = re.sub(r"\D", "", m.group())
                if pattern is _PHONE and (not 9 <= len(digits) <= 15 or _DATE.search(m.group())):
                    continue
                known = self.text.regions.at(m.start())
                s = self._sentence(m.start())
                around = self.text.text[max(s.start, m.start() - 110) : min(s.end, m.end() + 60)]
                if (
                    pattern is _PHONE
                    and not re.search(r"[+( -]", m.group())
                    and not (
                        known.has("contact", "cues") and known.detail("contact", "cues").search(around[-120:])
                    )
                ):
                    continue  # a sum, a code: nothing says that it is a number to ring
                taken.append(Span(m.start(), m.end()))
                if self._public(known, around, m.start() - max(s.start, m.start() - 110)):
                    continue
                yield self._detail("contact", m.start(), m.end(), what)

    @staticmethod
    def _public(known: Knowledge, around: str, at: int) -> bool:
        """A helpline's, an office's: what stands nearest before a contact says whose it is."""
        public = list(known.detail("contact", "public").finditer(around))
        family = list(known.detail("contact", "family").finditer(around))
        before = max((m.end() for m in family if m.end() <= at), default=-1)
        if before >= 0:
            return any(before < m.end() <= at for m in public)
        return bool(public)

    def _numbers(self) -> Iterator[Detail]:
        for m, _ in self.text.regions.find(lambda k: k.detail("number", "cues")):
            gap = _TO_CODE.match(self.text.text[m.end() : m.end() + 40])
            at = m.end() + (gap.end() if gap else 0)
            code = _CODE.match(self.text.text, at)
            sign = re.search(r"(?:№|N|No\.?)\s*$", self.text.text[m.start() : at])
            if code is None or len(re.sub(r"\D", "", code.group())) < (3 if sign else 5):
                continue
            start = at - (len(sign.group()) if sign else 0)
            if re.fullmatch(r"(?:19|20)\d\d", code.group()) or _DATE.match(code.group()):
                continue
            yield self._detail("number", start, code.end(), "number of a document or case")
        for m in _CARD.finditer(self.text.text):
            known = self.text.regions.at(m.start())
            around = self.text.text[max(0, m.start() - 60) : m.start()]
            if not self._public(known, around, len(around)):
                yield self._detail("number", m.start(), m.end(), "number of a bank card")
        for m in _LONG_NUMBER.finditer(self.text.text):
            after = self.text.text[m.end() : m.end() + 25]
            known = self.text.regions.at(m.start())
            cue = known.detail("number", "cues").search(after) if known.has("number", "cues") else None
            if cue and len(after[: cue.start()].split()) <= 1:  # "№ 2519… criminal case"
                yield self._detail("number", m.start(), m.end(), "number of a document or case")
        for m in _PLATE.finditer(self.text.text):
            known = self.text.regions.at(m.start())
            near = self.text.text[max(0, m.start() - 60) : m.start()]
            if known.cases_last:  # «905 TDA 13 нөмірлі "Лада"»: what it is the number of comes last
                near += "\n" + self.text.text[m.end() : m.end() + 40]
            if known.has("number", "vehicle") and known.detail("number", "vehicle").search(near):
                yield self._detail("number", m.start(), m.end(), "vehicle registration")
