"""What every judge of a capitalised phrase asks of the words in it and around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter

from ... import lazy_re as re
from .phrases import Phrase
from .places import is_big
from .scene import Scene

#: a place that is mourned or shocked as a whole
GLOOM = re.compile(
    r"\b(?:gloom|grief|sorrow|tragedy|shock|mourning|tears|disbelief|pall)\b[^.;!?\n]{0,40}\b(?:on|over|engulf\w*|gripp\w*|hits?|struck|befall\w*|befell|envelop\w*|visited|across|around|throughout)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
LEFT_IT = re.compile(r"\b(?:left|leave|leaving|fled|flee|fleeing)\s+$")
_COMES_FROM = re.compile(r"\b(?:comes?|came|hails?|originally|natives?)\s+(?:from|of)\s+$", re.IGNORECASE)
#: ends of capitalised names of small places that no family bears
_SMALL_SURE = frozenset("village hamlet commune barangay township settlement community suburb".split())
STUDIES = re.compile(
    r"\b(?:freshman|sophomore|junior|senior|student|pupil|studying|studies)\s+(?:at|for)\s+$"
)
_PLACED = re.compile(
    r"\b(?:(?:on\s+foot|walk|ride|drive|trek|climb|on\s+(?:the|his|her|their)\s+way|by\s+(?:canoe|boat|bus|road|mule|horse|ferry|jeep))\s+to\s+|(?:in|at|for|from|near|into|outside|behind|around|beyond|through|across)\s+(?:the\s+|nearby\s+)?"
    r"|(?:elders|villagers|residents?|native|chiefs?|headman|inhabitants|village|hamlet|town|settlement|community)\s+of\s+"
    r"|(?:village|hamlet|settlement|aul|shop|café|cafe|restaurant|firm|company|farm|kiosk|stall|salon|garage|bakery|hotel"
    r"|bar|shelter|clinic|orphanage),\s+)$",
    re.IGNORECASE,
)
PLACE_NEXT = re.compile(
    r"\s*,\s*(?:an?|the)\s+(?:(?!(?:from|of|in|at|near|on|to|by|with|for|who|whose|outside)\b)[\w’'-]+\s+){0,4}?(?:village|hamlet|town|suburb|settlement|community|aul|island|township|slum|neighbou?rhood)\b|\s*,?\s*\(?(?:with\s+a\s+)?population",
    re.IGNORECASE,
)


class Judge:
    """Judges phrases for one kind of detail; a subclass says what makes one."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.text
        w = scene.words
        self.school_heads = w("school", "heads")
        self.inst_heads, self.inst_not = w("institution", "heads"), w("institution", "not")
        self.work_tails = w("workplace", "tails")
        self.place_words, self.place_small, self.place_large = (
            w("locality", "words"),
            w("locality", "small"),
            w("locality", "large"),
        )
        self.mentions = sorted((m.start, m.end, p.kind, p.id) for p in scene.story.people for m in p.mentions)
        self._longest = max((e - s for s, e, _, _ in self.mentions), default=0)

    def is_person(self, p: Phrase) -> bool:
        """Overlaps somebody's name. Nobody is "in" a person; places often look like names to the pipeline."""
        if self._somebodys(p):
            return True
        placed = _PLACED.search(self.text, max(0, p.start - 28), p.start) is not None
        if len(p.words) > 1 and (p.text.split()[-1] in self.place_small or p.words[-1] in _SMALL_SURE):
            return False  # "Gumbo village", whatever else Gumbo is
        if len(p.words) > 1 and p.words[0].rstrip(".") in self.scene.words("locality", "prefixes"):
            return False  # "Kampung Changkat"
        if len(p.words) > 1 and placed and p.head in self.work_tails | self.inst_heads:
            return False
        before = self.scene.left(p.start, 70)
        placed = placed or GLOOM.search(before) is not None or LEFT_IT.search(before) is not None
        if _COMES_FROM.search(before) and self.scene.refs.token(p.start).ent_type_ in ("GPE", "LOC"):
            return False
        for s, e, kind in self._mentions_over(p):
            if kind in ("child", "adult"):
                if s >= p.start and e < p.end and self.text[e : e + 2] in ("’s", "'s") and p.end - e > 5:
                    continue  # "McGinley’s Chip Van"
                if placed and (e - s) < (p.end - p.start):
                    continue
                return True
            if self.scene.refs.token(s).ent_type_ == "PERSON" and s == p.start and e == p.end and not placed:
                return not PLACE_NEXT.match(self.text, p.end)
        return False

    def _mentions_over(self, p: Phrase) -> Iterator[tuple[int, int, str]]:
        """The names that overlap a phrase, in order, and whose they are: a child's, an adult's, unknown."""
        at = bisect_left(self.mentions, p.start - self._longest, key=itemgetter(0))
        for s, e, kind, _ in self.mentions[at : bisect_left(self.mentions, p.end, key=itemgetter(0))]:
            if p.start < e:
                yield s, e, kind

    def _somebodys(self, p: Phrase) -> bool:
        """ "Ann’s home": what is said in small letters to be somebody's."""
        return any(
            s == p.start
            and kind != "unknown"
            and self.text[e + 1 : e + 3] == "s "
            and self.text[e + 3 : e + 4].islower()
            for s, e, kind in self._mentions_over(p)
            if e + 3 < p.end
        )

    def named_in(self, p: Phrase) -> Iterator[tuple[int, int]]:
        """Where the people's names stand that overlap a phrase."""
        for start, end, _ in self._mentions_over(p):
            yield start, end

    def known_person(self, p: Phrase) -> bool:
        """Overlaps the name of somebody of known age; "Blackmoor Prep" looks like a name and is nobody's."""
        return any(kind != "unknown" for _, _, kind in self._mentions_over(p))

    def about(self, p: Phrase) -> str:
        return self.scene.about(p.start)

    def cue(self, p: Phrase, *path: str, width: int = 70) -> tuple[int, int] | None:
        """A cue in the words before the phrase, in its sentence and not behind another name's verb."""
        floor = max(self.scene.refs.sentence(p.start).start, p.start - width)
        hit = self.scene.last_hit(p.start, floor, *path)
        return hit

    def adjacent(self, p: Phrase, *path: str) -> tuple[int, int] | None:
        """A cue right before the phrase, at most a determiner, an adjective or a noun between."""
        hit = self.cue(p, *path)
        if hit is None:
            return None
        gap = self.text[hit[1] : p.start]
        return (
            hit
            if re.fullmatch(
                r"\s*(?:,\s*)?(?:(?:the|a|an|his|her|their|nearby|small|local|old|private|public|only)\s+)?(?:[a-z’'-]+\s+){0,3}(?:(?:at|in|of|called|named|on)\s+(?:the\s+)?)?[“\"‘']?",
                gap,
            )
            else None
        )

    def child_before(self, start: int, end: int) -> bool:
        """A child is spoken of in ``[start, end)``, be it by a pronoun."""
        refs = self.scene.refs
        if any(self.scene.role(r) == "child" and not r.generic for r in refs.within(start, end)):
            return True
        for token in refs.within_tokens(start, end):
            low = token.lower_
            if low not in refs.pronouns:
                continue
            ref = refs.antecedent(token.idx, refs.pronouns[low])
            unknown = ref is not None and ref.person is not None and ref.person.kind == "unknown"
            if unknown or self.scene.role(ref) == "child":
                return True
        return False

    def generic(self, p: Phrase) -> bool:
        """ "A Dorset preparatory school", "a Nairobi hospital": only a big place is named."""
        capital = [w for w in p.text.split() if not w[:1].islower()]
        return len(capital) < len(p.words) and is_big(" ".join(capital), self.scene.language)

    def looks_like_place(self, p: Phrase) -> bool:
        token = self.scene.refs.token(p.start)
        return token.ent_type_ in ("GPE", "LOC", "NORP", "PERSON", "DATE") or p.head in self.place_words
