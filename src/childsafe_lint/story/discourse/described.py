"""A description with an age and the name it stands beside, whatever noun the description has: "a 17-year-old NEET
aspirant, Yash", "a street vendor aged 16, Wang Lei", "Omar, a cyclist of 15"."""

from __future__ import annotations

from ... import lazy_re as re
from ... import seek
from ...languages.en import contests, frames, telling
from ...languages.en.frames import DATA, Cue
from ..names import Name
from ..parse import Stretch as TokenSpan
from ..parse import Token
from .referents import Referents

#: "16-year-old", not the plural "16-year-olds"
_HYPHENED = seek.compile(rf"\b{frames.AGE_HYPHEN}(?![\w’'])", re.I)
#: "aged 16", "of fifteen", where nothing follows that the number could count
_OF_AGE = seek.compile(
    rf"\b(?:aged|age|(?P<noun>[\w-]+)\s+of)\s+(?:just\s+|only\s+|about\s+|barely\s+)?(?P<n>{frames.NUM})(?=\s*[,.;:)–—]|\s+(?:named|called|identified|and\s+(?:his|her))\b)",
    re.I,
)
#: between a description and the name that it describes
_BESIDE = re.compile(r"\s*(?:[,:(–—]|--)\s*[“\"‘']?")
_NAMED = re.compile(
    r",?\s+(?:who\s+)?(?:(?:was|is|were|has\s+been|later|locally|only|since)\s+)*(?:named|identified|called|known)\s+"
    r"(?:(?:by|in)\s+[\w\s]{3,25}?\s+)?(?:(?:locally|only|simply)\s+)?(?:as\s+)?[“\"‘']?|\s+by\s+the\s+name\s+of\s+",
    re.I,
)
#: "sounds like a girl of ten", "uncle to a 4-year-old": said of somebody else
_COMPARED = re.compile(r"\b(?:like|than|as|to|of|for)\s+(?:(?:an?|the|his|her|their|\w+)\s+)?$", re.I)
_ONCE = re.compile(r"\b(?:used\s+to|once|would|years\s+ago|back\s+then|as\s+a\s+child)\b", re.I)
#: between a name and the description that follows it
_LEADS = re.compile(r"\s*[,–—(]\s*|\s+(?:is|was)\s+")
#: after a name that stands in apposition
_CLOSES = re.compile(r"\s*(?:[,.;:)–—”\"’']|--|\Z|\n|(?:was|is|has|had|were|and|who|died|said|told)\b)")
_INSIDE = frozenset("ADJ NOUN PROPN NUM ADP DET PART PUNCT X".split())
_BREAKS = frozenset(',.;:!?()[]“”"–—')
_LONGEST = 9  # tokens of one description
_ARTICLES = frozenset("a an the this that one another".split())
_CHILD = frozenset(DATA["child_nouns"])
_AT_SCHOOL = frozenset("student learner complainant victim survivor".split())
_GROWN = frozenset(DATA["kin_adult"]) | frames.ROLES
#: "a father of two", "the author of nine", "a team of 12": a number that is no age
_COUNTS = frozenset(DATA["kin_adult"]) | frozenset(
    "author owner leader head winner holder veteran survivor employer founder guardian carer boss maker teacher coach "
    "team group family panel crew gang party class total list squad band maximum minimum score average trio mum mom "
    "parent breadwinner member scorer champion captain collector breeder runner ward one all most some any".split()
)


class Described(Referents):
    """Ages told by a noun phrase that stands in apposition to a name."""

    def _described(self) -> None:
        for m in _HYPHENED.finditer(self.text):
            age = frames.years(m["hn"], m["hu"])
            self._name_after(m.start(), m.end(), frames.told_age(age, *m.span(), f"'{m.group().strip()}'"))
        for m in _OF_AGE.finditer(self.text):
            noun = (m["noun"] or "").lower()
            if noun in _COUNTS or noun.split("-")[0] in _COUNTS:
                continue
            age = frames.number(m["n"])
            cue = frames.told_age(age, *m.span(), f"'{m.group().strip()}'")
            start = self._phrase_before(m.end("noun") if noun else m.start())
            if start is None:
                continue
            if (name := self._name_before(start)) is not None:
                self._tell(name, cue)
            else:
                self._name_after(start, m.end(), cue)
        for name in self.mentions:
            self._apposed(name)
            self._identified(name)

    def _apposed(self, name: Name) -> None:
        """ "The boy they pulled from the river, Kofi,": a name that the parser hangs on a word for a child."""
        c = self.by_name[id(name)]
        if c.cues or name.kind != "person" or name.doubtful or self._speaks(name):
            return
        span = self.doc.char_span(name.start, name.end, alignment_mode="expand")
        head = span.root.head if span is not None and span.root.dep_ == "appos" else None
        if head is None or head.idx > name.start or head.tag_ != "NN" or head.lower_ not in _CHILD:
            return
        if _ONCE.search(self.text, head.idx, name.start):
            return  # "The boy who used to sleep under the stage, …, now conducts"
        cue = Cue("child", 2, head.idx, head.idx + len(head), f"'{head.text}' is a word for a child")
        c.extra.append(cue)

    def _identified(self, name: Name) -> None:
        """ "The only other child in the room was Kofi", "The student who filmed it is Kofi": who a child is."""
        c = self.by_name[id(name)]
        if name.kind != "person" or name.ordinary or name.title or not (name.propn or name.label == "PERSON"):
            return
        if c.level("child") or c.level("adult") > 2 or any(x.shows in ("animal", "thing") for x in c.cues):
            return
        if self.text[name.end : name.end + 2] in ("'s", "’s"):
            return
        own = self._node(name.span)
        be = own.head if own is not None and own.dep_ in ("attr", "acomp", "nsubj") else None
        if own is None or be is None or be.lemma_ != "be" or be.pos_ not in ("AUX", "VERB"):
            return
        other = next((t for t in be.children if t.dep_ in ("nsubj", "attr") and t.i != own.i), None)
        if other is None or other.tag_ != "NN" or not self._a_child_is_meant(other, own.dep_ != "nsubj"):
            return
        c.extra.append(
            Cue("child", 2, other.idx, other.idx + len(other), f"'{other.text}' is a word for a child")
        )

    def _a_child_is_meant(self, noun: Token, named: bool) -> bool:
        """Whether ``noun`` is a child of the story: "the student" of a school, and nobody who "once was a child"."""
        the = any(t.lower_ in ("the", "another") for t in noun.children)
        only = any(t.lower_ in ("only", "other", "first", "last", "second", "third") for t in noun.children)
        if not the or not (named or only) or _ONCE.search(self.text, noun.idx, noun.idx + 60):
            return False
        if noun.lower_ in _CHILD:
            return True
        return noun.lower_ in _AT_SCHOOL and self._of_a_school()

    def _of_a_school(self) -> bool:
        """Whether the draft tells of pupils and of no college."""
        pupils = contests.OF_PUPILS.search(self.text) or any(not u.generic for u in self.unnamed)
        return bool(pupils) and telling.COLLEGE.search(self.text) is None

    def _name_after(self, start: int, end: int, cue: Cue) -> None:
        """The name in apposition to the description that goes on from ``end``."""
        limit = self.sentences[self.sentence(start)].end
        span = self.doc.char_span(end, limit, alignment_mode="contract")
        if span is None:
            return
        stop, grown = self._runs_to(span)
        named = _NAMED.match(self.text, stop)
        joins = named or _BESIDE.match(self.text, stop)
        if joins is None or grown or _COMPARED.search(self.text, max(0, start - 30), start):
            return
        if any(self.by_name[id(n)].ages for n in self.mentions_within(start + 1, stop)):
            return  # "15-year-old Keisha Brown of Harbour View, Portmore": told of her
        name = next(iter(self.mentions_within(joins.end(), joins.end() + 1)), None)
        several = name.group if name is not None and self.text[end - 4 : end].lower() == "olds" else None
        if name is not None and (named or _CLOSES.match(self.text, (several or [name])[-1].end)):
            for one in several or [name]:
                self._tell(one, cue)

    def _runs_to(self, span: TokenSpan) -> tuple[int, bool]:
        """Where the description ends, and whether it speaks of a grown-up on the way: "son of a teacher"."""
        grown = False
        end = span.start_char
        of = False
        for t in list(span)[:_LONGEST]:
            if t.text in _BREAKS or t.pos_ not in _INSIDE:
                break
            grown = grown or t.tag_ == "NNS"  # "uncle to 11-year-old triplets"
            of = of or t.lower_ in ("of", "to", "by")
            grown = grown or (of and t.lower_ in _GROWN)
            end = t.idx + len(t)
        return end, grown

    def _phrase_before(self, at: int) -> int | None:
        """Where "a street vendor" begins that ends right before ``at``."""
        floor = self.sentences[self.sentence(at)].start
        span = self.doc.char_span(floor, at, alignment_mode="contract")
        if span is None or not len(span):
            return None
        tokens: list[Token] = list(span)[-_LONGEST:]
        if tokens[-1].pos_ not in ("NOUN", "PROPN"):
            return None
        for t in reversed(tokens):
            if t.lower_ in _ARTICLES:
                return t.idx
            if t.text in _BREAKS or t.pos_ not in _INSIDE:
                return None
        return None

    def _name_before(self, start: int) -> Name | None:
        """The name that a description starting at ``start`` follows after a comma or "is"."""
        for n in self.mentions:
            if 0 < start - n.end < 8 and _LEADS.fullmatch(self.text, n.end, start):
                return n
            if n.start > start:
                break
        return None

    def _tell(self, name: Name, cue: Cue) -> None:
        c = self.by_name[id(name)]
        known = c.ages or c.level("adult") >= 3 or c.level("child") >= 3  # a role is no age: "a herder of 14"
        other = any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
        if name.kind == "person" and not known and not other:
            c.extra.append(cue)
