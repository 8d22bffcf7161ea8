"""What the children of a draft are identified as.

Cue phrases come from ``languages/<language>/situations.yaml``. A cue of a deed is tied to the child through
the sentence's grammar (whom it was done to, who did it), any other cue through nearness; a cue in a sentence
that names no child goes to the child the pronoun or the paragraph is about, in a story of few to them all.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .. import lazy_re as re
from .. import seek
from ..drafts.model import Draft
from ..languages import load_data
from ..spans import Span
from .cues import Phrases, phrases
from .grammar import joined, objects, subjects
from .model import SITUATIONS, Evidence, Person, Situation, Story
from .parse import Parse, Token
from .refs import Ref, Refs

#: Situations that mark a child out without danger from others; a public role outweighs them.
_SOFT = frozenset({"disability", "health", "poverty", "bereaved", "witness"})
#: What a draft may tell in passing of children it is not about: "fees for three orphans".
_PASSING = _SOFT | {"accident-victim", "custody", "adoption", "refugee"}
#: Said of a whole group at once: everyone listed under such a line is in it.
_SHARED = frozenset(
    {
        "accident-victim",
        "missing",
        "refugee",
        "trafficking",
        "combatant",
        "custody",
        "bereaved",
        "hiv",
        "abuse-neglect-victim",
    }
)
_VICTIM = (
    "sexual-abuse-victim",
    "sexual-exploitation",
    "trafficking",
    "abuse-neglect-victim",
    "accident-victim",
)
_NAMED_AS = re.compile(r"\b(?:named|identified)\b", re.IGNORECASE)
#: a year of which something is told, not that of somebody's birth
_YEAR = re.compile(r"(?<!born in )(?<!born )(?<!\bb\. )\b(?:19|20)\d\d\b")
_AGED = re.compile(
    r"\d|-old\b|\b(?:of|aged)\s+[a-z]+(?:teen|en|e|o|r|x|t)\b|\b(?:baby|toddler|newborn|infant)\b"
)
_AGE_BETWEEN = re.compile(r"\s*,?\s*(?:(?:aged\s+)?\w+\s*,|\(\d+\))?\s*")
#: How many different grave words make a draft grave whose child is named, and one whose child is not.
_GRAVE_NAMED, _GRAVE_UNNAMED = 4, 2
#: How many different words of harm bear out a situation: one told in a plain word of harm, one that other senses
#: of the word may have made, such a one in a draft of prizes.
_BORNE_OUT, _BORNE_OUT_DOUBTFUL, _BORNE_OUT_LIGHT = 2, 3, 5
#: what is not told by chance, and worst to miss
_UNMISTAKEN = frozenset({"sexual-abuse-victim", "sexual-exploitation", "hiv", "suicide-selfharm"})
#: from how many words on a draft has the room for more words of harm
_LONG = 250
_DID = frozenset({"accused", "convicted", "perpetrator"})
#: "slaves to fashion", "shot to fame", "charged with excitement", "fire engine": nobody is held or hurt
_FIGURATIVE = re.compile(
    r"slaves?\s+to\b|shot\s+up\b(?!\s+(?:a|the|his|her)\b)|shot\s+to\s+(?:fame|stardom|prominence|the|number)\b"
    r"|charged\s+with\s+(?:the\s+)?(?:excitement|emotions?|energy|tension|electricity|meaning|tasks?|responsibility|finding|keeping|looking|making)\b"
    r"|(?:hit|struck)\s+by\s+(?:how\b|(?:(?:the|his|her|their|its)\s+)?(?:\w+(?:ness|ity)|beauty|sights?|ideas?|thoughts?|warmth|skill|courage|talent)\b)"
    r"|st(?:ole|eals?|ealing|olen)\s+(?:(?:the|his|her|their|[\w’']+[’']s)\s+)?(?:show|scene|thunder|limelight|spotlight|headlines|hearts?|kiss|march|base)\b"
    r"|booked\s+for\s+(?:a\s+(?:\w+\s+)?(?:foul|tackle|challenge|dive)|diving|dissent|simulation|handball|time-wasting|going|celebrating|taking\s+(?:off\s+)?his\b)"
    r"|where\s+s?he\s+is\s+(?!and\b|or\b|but\b|being\b|now[.,?!”\"])[\w’'-]"
    r"|hungry\s+for\s+(?:more|success|victory|goals|knowledge|it)\b|hit\s+(?:out|back|upon|on\s+the|it\s+off|the\s+road|home)\b|bitten\s+by\s+the\s+(?:\w+\s+)?bug\b"
    r"|fire\s+(?:engines?|trucks?|stations?|crackers?|drills?|alarms?|exits?|hydrants?|extinguishers?|pits?)\b"
    r"|(?:funeral|hurricane|crash|killer|cancer)\s+(?:march|lamps?|lanterns?|courses?|whales?|research)\b"
    r"|admitted\s+to\s+(?-i:(?:[A-Z][\w’'-]+\s+){1,4}(?:Girls|Boys|High|School|Academy|College|University)\b)",
    re.IGNORECASE,
)
#: "scored 13 A*s", "scored 82 per cent": in an examination, not in a match
_IN_AN_EXAM = re.compile(r"\s+(?:[\w.-]+\s+){0,2}(?:A\*|[A-D]s?\b|grades?\b|marks?\b|per\s?cent\b|%)")


#: nouns that mostly stand for people, of whom no list has all: "a shopkeeper", "two cyclists"
_DOER = re.compile(
    r"(?:er|or|ist|man|men|woman|women|girl|boy|child|children|kid|teen|pupil|student|baby|babies|ian|ee|ant|ent|guard|guest|clerk|cook|nurse|aide|judge|chief|thie[fv]e?|mate|friend|couple|adult)s?$"
)
#: words that are no harm as this part of speech: "a lamp that burns", "the groom", "had to be patient"
_OTHER_SENSE = {"burns": "VERB", "groom": "NOUN", "grooms": "NOUN", "patient": "ADJ"}
_EVENT_HELD = re.compile(
    r"\b(?:awards?|ceremon(?:y|ies)|festivals?|contests?|competitions?|events?|meetings?|exhibitions?|match(?:es)?|finals?|fairs?"
    r"|summits?|games|shows?|concerts?|tournaments?|rall(?:y|ies)|funerals?|vigils?|elections?|hearings?|inquests?|trials?"
    r"|services?|mass(?:es)?|prayers?|sessions?|talks|classes|lessons?|courses?|workshops?|seminars?|forums?|conferences?"
    r"|exams?|examinations?|march(?:es)?|protests?|parades?|auctions?|camps?|draws?|debates?|referendums?|part(?:y|ies)|dinners?"
    r"|celebrations?|weddings?|memorials?|briefings?|discussions?|olympiads?|championships?|races?|quiz(?:zes)?|drills?"
    r"|screenings?|inspections?|training)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
#: What may stand between a word for the child and its other words: "the accused, who is 14-year-old X"
_APPOSED = re.compile(
    r"[\s,:–—(“]*(?:(?:is|was|a|an|the|who|aged|then|named|called)\s+)*(?:[\w-]*\d[\w-]*,?\s*)?(?:[a-z]+-year-old\s+)?[“(]?"
)


@dataclass(frozen=True, slots=True)
class _Label:
    kind: str
    frame: str  # done_to, does, is, whose, near


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    label: _Label


@dataclass(frozen=True)
class _Language:
    cues: Phrases[_Label]
    among: Phrases[str]
    weapons: re.Pattern[str]
    trusted: frozenset[str]
    private: frozenset[str]
    open_nouns: frozenset[str]
    peers: frozenset[str]
    weak: frozenset[str]
    sports: seek.Seeker
    harmless: frozenset[str]
    glad: frozenset[str]
    staged: frozenset[str]
    mourned: frozenset[str]
    fiction: seek.Seeker
    kept_back: Phrases[str]
    young: frozenset[str]
    events: frozenset[str]
    unhurt: frozenset[str]
    body: frozenset[str]
    grave: frozenset[str]


@lru_cache(maxsize=4)
def _language(code: str) -> _Language:
    data: dict[str, Any] = load_data(code, "situations")
    labelled = [
        (phrase, _Label(kind, frame))
        for kind in SITUATIONS
        for frame in ("done_to", "does", "is", "whose", "near")
        for phrase in phrases(data.get(kind, {}).get(frame, ()))
    ]

    for frame in ("negated", "statistics", "victims", "rolls"):
        labelled += [(phrase, _Label("", frame)) for phrase in phrases(data[frame])]
    for frame in ("nouns", "deeds", "bare_nouns", "bare_deeds"):
        labelled += [(phrase, _Label("", frame)) for phrase in phrases(data["public_roles"][frame])]
    people = load_data(code, "people")
    return _Language(
        Phrases(labelled),
        Phrases((p, p) for p in phrases(data["among"])),
        re.compile(r"\b(?:" + "|".join(map(re.escape, data["weapons"])) + r")\b", re.IGNORECASE),
        frozenset(data["abuse-neglect-victim"]["trusted"]),
        frozenset(data["private"]),
        frozenset(data["open_nouns"]),
        frozenset(people["kin_peer"]) | frozenset(people["kin_peer_plural"]),
        frozenset(data["weak"]),
        seek.compile(r"\b(?:" + "|".join(map(re.escape, data["sports"])) + r")\b", re.IGNORECASE),
        frozenset(data["harmless"]),
        frozenset(data["glad"]),
        frozenset(data["staged"]),
        frozenset(data["mourned"]),
        seek.compile(r"\b(?:" + "|".join(phrases(data["fiction"])) + r")\b", re.IGNORECASE),
        Phrases((p, p) for p in phrases(data["kept_back"])),
        frozenset(load_data(code, "details")["relative"]["young"]),
        frozenset(data["public_roles"]["events"]),
        frozenset(data["unhurt"]),
        frozenset(load_data(code, "details")["appearance"]["body"]) | frozenset(data["body"]),
        frozenset(data["grave"]),
    )


def find_situations(
    draft: Draft, doc: Parse, sentences: Sequence[Span], people: Sequence[Person]
) -> tuple[list[Situation], bool]:
    """Fill ``Person.situations`` and ``Person.public_role``; return the draft's situations and whether it is
    sensitive (about at least one specific child who needs protection)."""
    code = doc.lang_ or "en"
    refs = Refs.of(draft.text, doc, sentences, people, code)
    if not any(r.role == "child" for r in refs.refs):
        return [], False
    finder = _Finder(draft.text, doc, refs, people, _language(code))
    finder.read()
    return finder.result()


def befell_somebody(story: Story) -> bool:
    """Whether what befell a specific child outweighs the rest of a long report: it is named, or there are no two ways
    to read what was done to it."""
    generic = Refs.of(story.text, story.doc, story.sentences, story.people, story.language).generic_ids
    return any(
        (p.mentions and p.situations)
        or (p.id not in generic and any(s.kind in _UNMISTAKEN for s in p.situations))
        for p in story.children
        if p.public_role is None
    )


def _goes_on_passive(verb: Token) -> bool:
    """ "Was slapped and kicked": the second verb is a passive too, though no "was" of its own shows it."""
    first = verb.head
    return (
        verb.dep_ == "conj"
        and verb.tag_ in ("VBN", "VBD")
        and first.tag_ == "VBN"
        and any(c.dep_ == "auxpass" for c in first.children)
        and not any(c.dep_ in ("aux", "dobj", "nsubj", "nsubjpass") for c in verb.children)
    )


def _widest(hits: Sequence[_Hit]) -> list[_Hit]:
    """Without the deeds inside a longer deed: "hit by a bus" is no "hit", "images of her abuse" more than "abuse"."""
    deeds = [h for h in hits if h.label.frame in ("done_to", "does") or h.label.kind == "sexual-exploitation"]
    return [
        h
        for h in hits
        if h.label.frame not in ("done_to", "does")
        or not any(d.start <= h.start and h.end <= d.end and d.end - d.start > h.end - h.start for d in deeds)
    ]


#: an age or a class at which one plays in a team; not a striker's baby niece
_CAN_PLAY = re.compile(r"\b(?:school|plays\s+under|sophomore|freshman)\b|\b(?:[89]|1[0-7])\b")


class _Finder:
    def __init__(self, text: str, doc: Parse, refs: Refs, people: Sequence[Person], lang: _Language) -> None:
        self.text = text
        self.doc = doc
        self.refs = refs
        self.lang = lang
        self.children = [p for p in people if p.kind == "child"]
        self.generic = refs.generic_ids
        self._cues: dict[str, list[_Hit]] = {}
        for start, end, label in lang.cues.find(text):
            if _FIGURATIVE.match(text, start):
                continue
            self._cues.setdefault("" if label.kind else label.frame, []).append(_Hit(start, end, label))
        self._negations = [(h.start, h.end) for h in self._cues.get("negated", ())]
        self._statistics = [h.start for h in self._cues.get("statistics", ())]
        self._mentioned = [q.span for q in refs.quotes if not q.is_speech]
        self._sports = [(m.start(), m.group().lower()) for m in lang.sports.finditer(text)]
        self._contests = [h.start for h in self._cues.get("deeds", ())] + [
            t.idx for t in doc if t.lower_ in lang.events
        ]
        self._fiction = [m.start() for m in lang.fiction.finditer(text)]
        words = {t.lemma_.lower() for t in doc}
        self._grave = words & lang.grave
        self._glad = glad = len(words & lang.glad)
        grave = len(self._grave - lang.harmless)
        #: of prizes and festivals rather than of harm
        self._light = glad > grave if glad > 2 else glad == 2 and not grave
        self._is_staged = len(words & lang.staged) > 2
        self._born_after = datetime.date.today().year - 25
        self._seen: dict[tuple[str, str], str] = {}  # (person, kind) -> frame
        self._deeds: set[str] = set()  # of persons: "won the", "scored"
        self._heard: list[_Hit] = []  # cues that no other sense explains
        self._nobody: list[_Hit] = []  # cues about a child that is no Person ("the accused, 14")

    # -- reading
    def read(self) -> None:
        self._public_roles()
        left: list[_Hit] = []
        shared: list[_Hit] = []
        for hit in _widest(self._cues.get("", ())):
            start, end, label = hit.start, hit.end, hit.label
            if self._is_negated(start) or self._in_name(start, end) or self._is_mention(start, end):
                continue
            if self._of_sport(start, end) or self._long_ago(start) or self._is_fiction(start):
                continue
            if self._of_thing(start, end) or (label.frame == "near" and self._done_to_thing(start)):
                continue
            self._heard.append(hit)
            targets = self._targets(hit)
            if targets is None:
                left.append(hit)
                continue
            for ref in targets:
                self._give(ref, hit)
            if targets and label.kind in _SHARED:
                shared.append(hit)
        for hit in shared:
            for person in self._among(hit):
                self._assign(person, hit)
        self._later(left)
        self._rolls()
        self._victims()
        self._theme()
        self._to_main_child(left)
        for p in self.children:
            self._refine(p)
        self._not_in_public()

    def _not_in_public(self) -> None:
        """ "Siya, the goalkeeper" in a story of a classmate with HIV: what a child plays is no public role where the
        draft tells of what befell children, and of no deed in public."""
        grave = [p for p in self.children if p.public_role is None and {s.kind for s in p.situations} - _SOFT]
        if not grave:
            return
        for p in self.children:
            if p.public_role is not None and p.id not in self._deeds:
                p.public_role = None

    def _give(self, ref: Ref, hit: _Hit) -> None:
        if ref.person is None:
            self._nobody.append(hit)
        else:
            self._assign(ref.person, hit)

    def _assign(self, person: Person, hit: _Hit) -> None:
        kind, frame = hit.label.kind, hit.label.frame
        known = self._seen.get((person.id, kind))
        if known is not None:
            if known == "near" and frame != "near":
                self._seen[person.id, kind] = frame
            return
        weapon = kind == "combatant" and bool(self.lang.weapons.search(self.text))
        self._seen[person.id, kind] = frame
        evidence = Evidence(hit.start, hit.end, kind.replace("-", " "))
        person.situations.append(Situation(kind, evidence, weapon))
        if kind == "abuse-neglect-victim" and frame == "done_to" and self._trusted(hit):
            self._assign(person, _Hit(hit.start, hit.end, _Label("sexual-abuse-victim", frame)))

    def _trusted(self, hit: _Hit) -> bool:
        """ "Abused by a neighbour": plain "abuse" by somebody a child trusts mostly means sexual abuse."""
        if not self.text[hit.start : hit.end].lower().startswith("abus"):
            return False
        s = self.refs.sentence(hit.start)
        return any(w in self.lang.trusted for w in re.findall(r"[\w-]+", self.text[s.start : s.end].lower()))

    def _is_negated(self, at: int) -> bool:
        """A denial within the few words before ``at``."""
        floor = self.refs.sentence(at).start
        return any(floor <= s and e <= at and at - e < 18 for s, e in self._negations if s < at)

    def _is_mention(self, start: int, end: int) -> bool:
        """Words under discussion: alone in quotation marks."""
        return any(q.start <= start and end <= q.end for q in self._mentioned)

    def _is_fiction(self, at: int) -> bool:
        """A sentence that tells the plot of a film or a book: "in the movie she plays Ana, an adopted girl"."""
        s = self.refs.sentence(at)
        if any(s.start <= f < s.end for f in self._fiction):
            return True
        return self._is_staged and any(
            t.lemma_ == "play" and any(c.pos_ == "PROPN" and c.idx > t.idx for c in t.children)
            for t in self.refs.within_tokens(s.start, s.end)
        )

    def _by_family(self, start: int) -> bool:
        """ "Was beaten by his uncle": no rival in a contest."""
        doers = [o for c in self.refs.token(start).children if c.dep_ == "agent" for o in c.children]
        return any((r := self.refs.resolve(o)) is not None and r.role == "kin" for o in doers)

    def _long_ago(self, at: int) -> bool:
        """A year in the sentence before any child of today was born: "died in the outbreak of 1983"."""
        s = self.refs.sentence(at)
        years = [int(y) for y in _YEAR.findall(self.text[s.start : s.end])]
        return bool(years) and max(years) < self._born_after

    def _of_sport(self, start: int, end: int) -> bool:
        """ "Hit two points", "was robbed of gold": a word of games, in a glad draft or a report of one."""
        if self.text[start:end].lower() not in self.lang.harmless:
            return False
        if self._light:
            return not self._by_family(start)
        if len({word for _, word in self._sports}) < 4:
            return False
        i = self.refs.sentence_index(start)
        floor = self.refs.sentences[max(i - 1, 0)].start
        stop = self.refs.sentences[min(i + 1, len(self.refs.sentences) - 1)].end
        return any(floor <= at < stop for at, _ in self._sports)

    def _of_thing(self, start: int, end: int) -> bool:
        """ "They crashed it only once", "awards to be held in Dublin": a thing was crashed or held, and nobody."""
        if self.text[start:end].lower().startswith("held "):
            return bool(
                _EVENT_HELD.search(self.text, max(self.refs.sentence(start).start, start - 40), start)
            )
        low = self.text[start:end].lower()
        if low in _OTHER_SENSE:
            return self.refs.token(start).pos_ == _OTHER_SENSE[low]
        if low not in ("crashed", "crashing"):
            return False
        return any(c.dep_ == "dobj" for c in self.refs.token(start).children)

    def _done_to_thing(self, start: int) -> bool:
        """ "Grooming horses", "the dog had been abandoned and beaten": a verb whose object no person is."""
        verb = self.refs.token(start)
        if verb.pos_ != "VERB":
            return False
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or _goes_on_passive(verb)
        if passive:
            to = [] if self._inherited(verb) else subjects(verb)
        else:
            to = [n for c in verb.children if c.dep_ == "dobj" for n in joined(c)]
        return bool(to) and all(self._is_thing(n) for n in to)

    def _in_name(self, start: int, end: int) -> bool:
        """Inside the title of an Act or a body: "Protection of Children from Sexual Offences"."""
        words = self.text[start:end].split()
        if not all(w[:1].isupper() for w in words) or self.text[start:end].isupper():
            return False
        nxt = re.match(r"[ ’'s]*((?:[a-z]+ )?[A-Z][\w’'-]+)", self.text[end : end + 30])
        before = re.search(
            r"([A-Z][\w’'-]+)(?: (?:of|for|against|and|the))* $", self.text[max(start - 40, 0) : start]
        )
        if not nxt and not before:
            return False
        return not self.refs.in_title_case(start)

    # -- whom a cue is about
    def _targets(self, hit: _Hit) -> list[Ref] | None:
        """The children a cue is about, [] when about somebody else, None when its sentence does not say."""
        start, end, frame = hit.start, hit.end, hit.label.frame
        s = self.refs.sentence(start)
        inside = self.refs.within(s.start, s.end)
        kids = [r for r in inside if r.role == "child"]
        if frame in ("done_to", "does"):
            verdict = self._by_grammar(start, end, frame, hit.label.kind)
            if verdict is not None:
                return verdict
            about = self.refs.about(start)
            if about is not None and about.role == "child":
                return [about]
            if frame == "does":
                return [] if about is not None else None
            if hit.label.kind in _DID and about is not None:
                return []
        if frame == "whose":
            after = next(iter(self.refs.within(end, min(s.end, end + 40))), None)
            told = (
                after is not None
                and after.role == "child"
                and _APPOSED.fullmatch(self.text[end : after.start])
            )
            return [after] if after is not None and told else []
        if frame == "is":
            return self._beside(start, end, s, kids, inside)
        if hit.label.kind in _SOFT and self._of_grown_up(start):
            return []
        if kids:
            if self._statistical(s) and all(r.generic for r in kids):
                return []
            return self._nearest(start, end, kids)
        return None

    def _of_grown_up(self, at: int) -> bool:
        """ "The singer, who is pregnant", "a neighbour treated for cancer": an illness that is somebody else's."""
        who = self.refs.governor(at)
        return who is not None and who.role != "child"

    def _nearest(self, start: int, end: int, kids: Sequence[Ref]) -> list[Ref]:
        """Every particular child of the sentence when few, else the nearest."""
        sure = [r for r in kids if not r.generic] or list(kids)
        once = {(r.person.id if r.person else ""): r for r in sure}
        if len(once) <= 2:
            return list(once.values())
        return [min(sure, key=lambda r: min(abs(r.start - end), abs(start - r.end)))]

    def _beside(
        self, start: int, end: int, s: Span, kids: Sequence[Ref], inside: Sequence[Ref]
    ) -> list[Ref] | None:
        """A word for the child itself: inside the child's own words or next to them."""
        token = self.refs.token(start)
        if token.pos_ == "VERB" and any(c.dep_ == "dobj" for c in token.children):
            return []  # "a boy, 12, rescued a kitten"
        for r in kids:
            if r.start <= start and end <= r.end + 1:
                return [r]
        for r in kids:
            gap = (r.end, start) if r.end <= start else (end, r.start)
            between = self.text[gap[0] : gap[1]] if gap[0] <= gap[1] else ""
            if len(between) <= 24 and _APPOSED.fullmatch(between):
                return [r]
        # "the accused, who is 14", "He is HIV-positive": the subject of a plain statement
        if token.pos_ == "VERB" and token.idx + len(token) >= end:
            return []  # "I suspect she is proud"
        head = token.head
        if head.lemma_ in ("be", "become", "remain") or token.dep_ in ("acomp", "attr", "oprd"):
            nodes = subjects(head)
            who = self._resolve(nodes[0]) if nodes else None
            if who == "other":
                return []
            if isinstance(who, Ref):
                return [who]
        if any(r.role != "child" and abs(r.start - end) < 30 for r in inside):
            return []
        before = self.text[max(s.start, start - 12) : start].lower()
        return None if re.search(r"\b(?:the|this|that)\s+(?:\w+\s+)?$", before) else []

    def _by_grammar(self, start: int, end: int, frame: str, kind: str) -> list[Ref] | None:
        verb = self._verb(start, end)
        if verb is None:
            token = self.refs.token(start)
            if token.pos_ not in ("NOUN", "PROPN"):
                return None
            if kind in _DID:
                return []
            # "an attack on a delivery rider"
            whom = [self._resolve(n) for n in objects(token)]
            told = [w for w in whom if isinstance(w, Ref)]
            return told or ([] if "other" in whom else None)
        if verb.dep_ == "amod":  # "the abused boy", "abusive parents"
            who = self._resolve(verb.head)
            if kind in _DID and not isinstance(who, Ref) and not _DOER.search(verb.head.lemma_.lower()):
                return []  # "a suspected case", "an alleged theft"
            return [who] if isinstance(who, Ref) else [] if who == "other" else None
        passive = verb.tag_ == "VBN" and any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
        if verb.tag_ == "VBN" and not passive:
            # "the boy accused of", "was groomed and molested", headlines without "was"
            passive = not any(c.dep_ in ("aux", "dobj") for c in verb.children) and verb.dep_ != "amod"
        passive = passive or _goes_on_passive(verb)
        if verb.lemma_ == "suspect" and any(c.dep_ == "ccomp" for c in verb.children):
            return []  # "I suspect he is right"
        if frame == "does" and kind == "perpetrator" and not passive and self._hurts_nobody(verb):
            return []
        if passive and (near := self._right_before_was(verb)) is not None:
            return [near] if frame == "done_to" or self._own_passive(start, end) else []
        if frame == "does":
            # a passive of somebody is no deed of theirs, unless the phrase itself brings its own "was"
            if passive and verb.idx >= start and not self._own_passive(start, end):
                return []
            nodes = subjects(verb)
        elif passive:
            nodes = subjects(verb)
        else:
            nodes = objects(verb) + self._after_own_word(verb, start, end)
            if not nodes and verb.dep_ == "relcl":
                nodes = [verb.head]
            elif not nodes and verb.tag_ == "VBN":
                nodes = subjects(verb)
            elif not nodes and verb.tag_ in ("VBD", "VBZ", "VBP", "VBG") and verb.idx == start:
                return []  # done to nobody: "we locked up"
        if not nodes:
            return None
        verdicts: list[Ref | str | None] = [self._resolve(n, verb) for n in nodes]
        if verb.dep_ == "relcl" and (near := self._right_before_who(verb)) is not None:
            verdicts = [near]
        found = [v for v in verdicts if isinstance(v, Ref)]
        if found:
            return found
        if "other" in verdicts:
            return []
        if frame == "done_to" and "thing" in verdicts and not passive:
            return []
        if frame == "done_to" and passive and not self._inherited(verb) and all(map(self._is_thing, nodes)):
            return []
        return None

    def _hurts_nobody(self, verb: Token) -> bool:
        """ "Hit the crossbar", "attacked the puzzle", "killed it on stage"; "beat 40 rivals" in a contest."""
        to = [n for c in verb.children if c.dep_ == "dobj" for n in joined(c)]
        if not to or verb.lower_ not in self.lang.harmless:
            return False
        if all(self._is_thing(n) for n in to):
            return True
        if verb.lemma_.lower() != "beat" or any(
            c.dep_ in ("prt", "prep") and c.lower_ in ("up", "with", "to") for c in verb.children
        ):
            return False
        s = self.refs.paragraph(verb.idx)
        return any(s.start <= at < s.end for at in self._contests)

    def _is_thing(self, noun: Token) -> bool:
        """No person nor a part of one: what one hits, beats and kills without hurting anybody."""
        low = noun.lemma_.lower()
        if low in self.lang.unhurt or noun.lower_ in ("it", "itself"):
            return True
        if noun.pos_ != "NOUN" or low in self.lang.open_nouns or low in self.lang.body or _DOER.search(low):
            return False
        return self.refs.at(noun.idx, noun.idx + len(noun)) is None

    @staticmethod
    def _inherited(verb: Token) -> bool:
        """Whether the verb has its subject from another than the one it goes on from: a less sure guess."""
        while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head is not verb:
            verb = verb.head
        return not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)

    @staticmethod
    def _after_own_word(verb: Token, start: int, end: int) -> list[Token]:
        """What stands after a small word that the cue itself ends in: "ran over a girl", "fell on a boy"."""
        return [
            n
            for c in verb.children
            if c.dep_ == "prep" and start <= c.idx < end
            for o in c.children
            if o.dep_ == "pobj"
            for n in joined(o)
        ]

    def _right_before_was(self, verb: Token) -> Ref | None:
        """The child right before "was raped", where the parser lost the subject: "after the girl, 11, was raped"."""
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            return None
        was = next((c for c in verb.children if c.dep_ == "auxpass"), None)
        if was is None:
            return None
        ref = self.refs.before(was.idx, self.refs.sentence(was.idx).start)
        told = (
            ref is not None and ref.role == "child" and _AGE_BETWEEN.fullmatch(self.text[ref.end : was.idx])
        )
        return ref if told else None

    def _right_before_who(self, verb: Token) -> Ref | None:
        """The child right before "who", whatever noun the parser hangs the clause on."""
        who = next(
            (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("who", "that")),
            None,
        )
        if who is None:
            return None
        ref = self.refs.before(who.idx, self.refs.sentence(who.idx).start)
        return ref if ref is not None and ref.role == "child" and who.idx - ref.end <= 2 else None

    def _own_passive(self, start: int, end: int) -> bool:
        return len(self.text[start:end].split()) > 1

    def _verb(self, start: int, end: int) -> Token | None:
        """The verb of the cue; for an auxiliary the verb it helps."""
        i = self.refs.token_index(start)
        first = None
        while i < len(self.doc) and self.doc[i].idx < end:
            token = self.doc[i]
            if token.idx + len(token) > start and token.pos_ in ("VERB", "AUX", "ADJ"):
                if token.dep_ not in ("aux", "auxpass"):
                    return token
                first = first or token.head
            i += 1
        return first

    def _resolve(self, token: Token | None, verb: Token | None = None) -> Ref | str | None:
        """The child a word stands for; "other" for another person, "thing" for no person; None when open."""
        if token is None:
            return None
        low = token.lower_
        if low in self.refs.pronouns:
            skip = None
            if verb is not None and token.dep_ in ("dobj", "pobj", "dative", "poss"):
                own = subjects(verb)  # nobody beats "him" and means himself
                skip = self.refs.at(own[0].idx, own[0].idx + len(own[0])) if own else None
                if skip is None and own and own[0].lower_ in self.refs.pronouns:
                    skip = self.refs.antecedent(own[0].idx, self.refs.pronouns[own[0].lower_])
            ref = self.refs.antecedent(token.idx, self.refs.pronouns[low], skip)
        else:
            ref = self.refs.at(token.idx, token.idx + len(token))
            if ref is None:
                # the name may be an apposition of the noun: "a pupil, Jane Doe"
                for child in token.children:
                    if child.dep_ in ("appos", "compound", "nmod"):
                        near = self.refs.at(child.idx, child.idx + len(child))
                        if near is not None and near.role == "child":
                            ref = near
                            break
        if ref is None and low in self.lang.body and (owner := self._owner(token, verb)) is not None:
            return owner
        if ref is None:
            if low in self.lang.open_nouns or token.pos_ not in ("NOUN", "PROPN"):
                return None
            return "thing"
        if ref.role == "child":
            return ref
        if low in self.lang.open_nouns:
            return None
        return "other"

    def _owner(self, part: Token, verb: Token | None) -> Ref | str | None:
        """Whose arm it is: "broke the arm of his daughter", "slit the girl's throat"."""
        for c in part.children:
            if c.dep_ == "poss":
                return self._resolve(c, verb)
            if c.dep_ == "prep" and c.lower_ == "of":
                return next((self._resolve(o, verb) for o in c.children if o.dep_ == "pobj"), None)
        return None

    # -- cues whose sentence names no child
    def _later(self, left: Sequence[_Hit]) -> None:
        particular = [p for p in self.children if p.id not in self.generic]
        if not particular:
            self._to_unlisted(left)
            return
        for hit in left:
            frame = hit.label.frame
            s = self.refs.sentence(hit.start)
            if self._statistical(s):
                continue
            targets = self._listed(s) if hit.label.kind in _SHARED else []
            if not targets:
                targets = self._by_pronoun(s)
            if not targets and frame != "does":
                targets = self._by_paragraph(hit.start)
            if not targets and frame != "does" and len(particular) <= 3 and self._leading(hit.start):
                targets = [p for p in particular if p.mentions or not self._only_in_speech(p)]
            for person in targets:
                if person.public_role is None:
                    self._assign(person, _Hit(hit.start, hit.end, _Label(hit.label.kind, "near")))

    def _to_unlisted(self, left: Sequence[_Hit]) -> None:
        """In a draft whose only child is no Person ("He was expelled. ... He is ten"): cues of its paragraph."""
        kids = [r for r in self.refs.refs if r.role == "child" and r.person is None and not r.generic]
        told = {self.refs.paragraph_index(r.start) for r in kids}
        for hit in left:
            near = self.refs.paragraph_index(hit.start) in told
            if near and hit.label.frame != "does" and not self._statistical(self.refs.sentence(hit.start)):
                self._nobody.append(hit)

    def _statistical(self, s: Span) -> bool:
        if any(s.start <= at < s.end for at in self._statistics):
            return True
        figure = re.search(r"\b(?!(?:19|20)\d\d\b)\d[\d,.]*\d\d\b", self.text[s.start : s.end])
        return bool(figure) and all(r.generic or r.role != "child" for r in self.refs.within(s.start, s.end))

    def _to_main_child(self, left: Sequence[_Hit]) -> None:
        """A grave word whose sentence ties it to nobody, in a draft that says nothing of its children so far,
        is said of the child the draft tells of most: named or under a cipher, else without a name."""
        told = [p for p in self.children if p.id not in self.generic]
        if not told or self._nobody or any({s.kind for s in p.situations} - _SOFT for p in told):
            return
        main = max(told, key=lambda p: (bool(p.mentions), len(p.mentions), len(p.nominals)))
        if len(main.mentions) + len(main.nominals) < 2:
            return
        for hit in left:
            kind, frame = hit.label.kind, hit.label.frame
            if kind in _SOFT or frame == "does" or self._statistical(self.refs.sentence(hit.start)):
                continue
            if self.text[hit.start : hit.end].lower() in self.lang.weak:
                continue
            if main.public_role is not None and kind == "accident-victim":
                continue
            once = _Hit(hit.start, hit.end, _Label(kind, "near"))
            for p in [main, *(self._beside_main(main) if kind in _SHARED else ())]:
                self._assign(p, once)

    def _beside_main(self, main: Person) -> list[Person]:
        """Children named in one sentence with the main one: "with her brothers X, 8, and Y, 6"."""
        out: dict[str, Person] = {}
        for m in main.mentions:
            s = self.refs.sentence(m.start)
            for r in self.refs.within(s.start, s.end):
                if r.role == "child" and r.person is not None and r.person is not main and r.person.mentions:
                    out[r.person.id] = r.person
        return list(out.values())

    def _listed(self, s: Span) -> list[Person]:
        """Children in the list that a line ending in a colon opens."""
        if not self.text[s.start : s.end].rstrip().endswith(":"):
            return []
        out: dict[str, Person] = {}
        for p in self.refs.paragraphs[self.refs.paragraph_index(s.start) + 1 :]:
            line = self.text[p.start : p.end]
            if len(line) > 90 or line.rstrip().endswith((".", ":")):
                break
            for r in self.refs.within(p.start, p.end):
                if r.role == "child" and r.person is not None and r.start - p.start < 6:
                    out[r.person.id] = r.person
        return list(out.values())

    def _rolls(self) -> None:
        """ "Police released the names of the deceased. They are: A (16), B (15)": all those listed are victims."""
        for cue in self._cues.get("rolls", ()):
            if not self._grave & self.lang.mourned and _NAMED_AS.search(self.text, cue.start, cue.end):
                continue  # winners are named as well
            i = self.refs.sentence_index(cue.start)
            spans = [Span(cue.end, self.refs.sentences[i].end)]
            for s in self.refs.sentences[i + 1 : i + 3]:
                if re.match(
                    r"\s*(?:They|These|Those)\b|\s*The\s+(?:dead|deceased|victims)\b",
                    self.text[s.start : s.end],
                ):
                    spans.append(s)
            for span in spans:
                for r in self.refs.within(span.start, span.end):
                    if r.role == "child" and r.person is not None and r.person.mentions:
                        self._assign(r.person, _Hit(cue.start, cue.end, _Label("accident-victim", "near")))

    def _among(self, hit: _Hit) -> list[Person]:
        """Named children of a group: "three children, among them seven-year-old Sasha"."""
        i = self.refs.sentence_index(hit.start)
        end = self.refs.sentences[min(i + 1, len(self.refs.sentences) - 1)].end
        out = []
        for start, stop, _ in self.lang.among.find(self.text[hit.end : end]):
            for r in self.refs.within(hit.end + stop, min(hit.end + stop + 70, end)):
                if r.role == "child" and r.person is not None and r.person.mentions:
                    out.append(r.person)
            if start >= 0:
                break
        return out

    def _by_pronoun(self, s: Span) -> list[Person]:
        i = self.refs.token_index(s.start)
        while i < len(self.doc) and self.doc[i].idx < s.end:
            low = self.refs.lows[i]
            if low in self.refs.pronouns:
                ref = self.refs.antecedent(self.doc[i].idx, self.refs.pronouns[low])
                if ref is not None and ref.role == "child" and ref.person is not None:
                    return [ref.person]
            i += 1
        return []

    def _by_paragraph(self, at: int) -> list[Person]:
        p = self.refs.paragraph(at)
        kids = [r for r in self.refs.within(p.start, p.end) if r.role == "child" and not r.generic]
        return [r.person for r in self._nearest(at, at, kids) if r.person is not None] if kids else []

    def _only_in_speech(self, p: Person) -> bool:
        """Spoken of in quotations only: "Some came with three children," said the nurse."""
        speech = [q.span for q in self.refs.quotes if q.is_speech]
        return all(any(q.start <= n.start and n.end <= q.end for q in speech) for n in p.nominals)

    def _leading(self, at: int) -> bool:
        """In the headline or one of the first paragraphs, which say what the story is about."""
        return self.refs.paragraph_index(at) <= 3

    # -- one child under several words
    def _victims(self) -> None:
        """ "The complainant, Mercy": the child to whom the story's crime was done."""
        kinds = [k for k in _VICTIM if any(kind == k for _, kind in self._seen)]
        if not kinds:
            return
        for cue in self._cues.get("victims", ()):
            targets = self._targets(_Hit(cue.start, cue.end, _Label("", "is")))
            for ref in targets or ():
                if ref.person is not None and ref.person.public_role is None:
                    hit = self._first_hit(kinds[0])
                    if hit is not None:
                        self._assign(ref.person, hit)

    def _first_hit(self, kind: str) -> _Hit | None:
        evidence = [s.evidence for p in self.children for s in p.situations if s.kind == kind]
        if not evidence:
            return None
        first = min(evidence)
        return _Hit(first.start, first.end, _Label(kind, "near"))

    def _theme(self) -> None:
        """What a headline or lead says of a nameless child is said of the child the story then names."""
        named = [p for p in self.children if p.mentions and p.public_role is None]
        bare = [p for p in named if not p.situations or {s.kind for s in p.situations} <= {"witness"}]
        unnamed = [
            p
            for p in self.children
            if not p.mentions and p.id not in self.generic and p.situations and p.nominals
        ]
        single = [p for p in named if not self._is_sibling(p)]
        if len(single) == 1:
            # "the boy" after the only child named is that child
            for p in unnamed:
                n = p.nominals[0]
                definite = self.text[n.start : n.start + 4].lower() == "the "
                if definite and n.start > single[0].mentions[0].start and self._alike(p, single[0]):
                    for s in list(p.situations):
                        self._assign(
                            single[0], _Hit(s.evidence.start, s.evidence.end, _Label(s.kind, "near"))
                        )
        if not bare or not unnamed:
            return
        heroes = [p for p in bare if not self._is_sibling(p)] or []
        if not heroes or len(named) > 4:
            return
        hero = max(heroes, key=lambda p: (len(p.mentions), -p.mentions[0].start))
        for p in unnamed:
            n = p.nominals[0]
            many = any(r.plural for r in self.refs.within(n.start, n.start + 1))
            if many and self.refs.paragraph_index(n.start) <= 3:
                # "three pupils were abducted ... named them as": all those the story then names
                for s in list(p.situations):
                    for q in heroes:
                        self._assign(q, _Hit(s.evidence.start, s.evidence.end, _Label(s.kind, "near")))
                continue
            if not self._alike(p, hero):
                continue
            if self.refs.paragraph_index(n.start) <= 3 or len(named) == 1:
                for s in list(p.situations):
                    if any(s.kind == x.kind for q in named if q is not hero for x in q.situations):
                        continue
                    self._assign(hero, _Hit(s.evidence.start, s.evidence.end, _Label(s.kind, "near")))

    def _is_sibling(self, p: Person) -> bool:
        """Brought in as somebody's brother, sister or friend."""
        m = p.mentions[0]
        words = re.findall(r"[\w-]+", self.text[max(m.start - 30, 0) : m.start].lower())[-3:]
        return any(w in self.lang.peers for w in words)

    def _alike(self, p: Person, q: Person) -> bool:
        """Nothing speaks against one gender and number."""
        if any(r.plural for r in self.refs.refs if r.person is p or r.person is q):
            return False
        one, two = self._gender(p), self._gender(q)
        return not (one and two and one != two)

    def _gender(self, p: Person) -> str:
        return next((r.gender for r in self.refs.refs if r.person is p and r.gender), "")

    # -- public role
    def _public_roles(self) -> None:
        for hit in self._in_public("nouns"):
            start, end = hit.start, hit.end
            ref = self._role_owner(start, end)
            if ref is not None and ref.person is not None and ref.person.public_role is None:
                ref.person.public_role = Evidence(start, end, "acts in a public role")
        for hit in self._in_public("deeds"):
            start, end = hit.start, hit.end
            s = self.refs.sentence(start)
            words = set(re.findall(r"[\w-]+", self.text[s.start : s.end].lower()))
            ref = self.refs.about(start)
            if (
                ref is not None
                and ref.role == "child"
                and ref.person is not None
                and ref.person.public_role is None
                and not words & self.lang.private
                and not _IN_AN_EXAM.match(self.text, end)
            ):
                ref.person.public_role = Evidence(start, end, "acts in a public role")
                self._deeds.add(ref.person.id)
        self._players()

    def _players(self) -> None:
        """In a report of games, whoever is named beside a word of the game is there as a player."""
        told = {self.refs.sentence_index(at): at for at, _ in reversed(self._sports)}
        if len({word for _, word in self._sports}) < 4:  # two of them in one sentence tell as much
            beside = [{w for at, w in self._sports if self.refs.sentence_index(at) == i} for i in told]
            told = {i: at for (i, at), words in zip(told.items(), beside, strict=True) if len(words) > 1}
        for p in self.children:
            old_enough = any(_CAN_PLAY.search(e.reason) for e in p.evidence)
            if p.public_role is not None or not p.mentions or not old_enough:
                continue
            here = [i for m in p.mentions if (i := self.refs.sentence_index(m.start)) in told]
            s = self.refs.sentences[here[0]] if here else None
            if (
                s is None
                or set(re.findall(r"[\w-]+", self.text[s.start : s.end].lower())) & self.lang.private
            ):
                continue
            word = next(w for at, w in self._sports if at == told[here[0]])
            p.public_role = Evidence(told[here[0]], told[here[0]] + len(word), "in a report of games")
            self._deeds.add(p.id)

    def _in_public(self, frame: str) -> Iterator[_Hit]:
        """Cues of a public role, the bare ones only in a sentence with an event to be in public at."""
        yield from self._cues.get(frame, ())
        for hit in self._cues.get(f"bare_{frame}", ()):
            s = self.refs.sentence(hit.start)
            if self.lang.events & set(re.findall(r"[\w-]+", self.text[s.start : s.end].lower())):
                yield hit

    def _role_owner(self, start: int, end: int) -> Ref | None:
        """The child that a role word is said of: right before its name, in apposition, or after "is"."""
        s = self.refs.sentence(start)
        if any(m.start <= start < m.end for p in self.children for m in p.mentions):
            return None  # Archer is a name
        said = self.doc.char_span(start, end, alignment_mode="expand")
        if said is not None and len(said) and said.root.pos_ in ("ADV", "VERB"):
            return None  # "was looking forward to it"
        after = next(iter(self.refs.within(end, min(s.end, end + 4))), None)
        if (
            after is not None
            and after.role == "child"
            and re.fullmatch(r"[\s“\"‘']*,?\s*[“\"‘']?", self.text[end : after.start])
        ):
            return after
        ref = self.refs.at(start, end)
        if ref is not None and ref.role == "child":
            return ref
        before = self.refs.before(start, s.start)
        if before is not None and before.role == "child":
            gap = self.text[before.end : start]
            if re.fullmatch(
                r"\s*(?:,|\(|–|—)?\s*(?:aged?\s)?\s*(?:\d{1,2}|[a-z]+teen|[a-z]{2,6})?\s*[,)]?\s*"
                r"(?:who\s+)?(?:is|was|has been|became|,)?\s*(?:(?:now|already|also)\s+)?"
                r"(?:a|an|the|one of the)?\s*(?:[\w’'-]+\s+){0,4}",
                gap,
                re.IGNORECASE,
            ) and not re.search(r"\b(?:by|with|from|to|of|and|met|saw|told|beside|near|like|for)\b", gap):
                return before
        return None

    # -- the end
    def _refine(self, p: Person) -> None:
        """Rules between the situations of one child."""
        kinds = {s.kind for s in p.situations}
        drop: set[str] = set()
        sure = {kind for (pid, kind), frame in self._seen.items() if pid == p.id and frame != "near"}
        if kinds & _DID & sure:
            # the words of the deed stand near its doer as well
            drop |= {k for k in _VICTIM if k in kinds and k not in sure}
        elif kinds & _DID and sure & set(_VICTIM):
            drop |= kinds & _DID
        for s in list(p.situations):
            if (
                self.text[s.evidence.start : s.evidence.end].lower().startswith("victim")
                and len(kinds - drop) > 1
            ):
                drop.add(s.kind) if s.kind == "abuse-neglect-victim" else None
        if p.public_role is not None and kinds - drop - _SOFT:
            p.public_role = None  # not here for what it does in public
        p.situations[:] = sorted(
            (s for s in p.situations if s.kind not in drop),
            key=lambda s: (SITUATIONS.index(s.kind), s.evidence),
        )

    def result(self) -> tuple[list[Situation], bool]:
        once: dict[str, Situation] = {}
        sensitive = False
        for p in self.children:
            for s in list(p.situations):
                once.setdefault(s.kind, s)
            if self._in_passing(p):
                continue
            if p.public_role is None and p.situations and (p.id not in self.generic or self._happened(p)):
                sensitive = True
        for hit in self._nobody:
            kind = hit.label.kind
            once.setdefault(kind, Situation(kind, Evidence(hit.start, hit.end, kind.replace("-", " "))))
            sensitive = True
        if any(
            p.mentions and p.public_role is None and {s.kind for s in p.situations} - _SOFT
            for p in self.children
        ):
            for p in self.children:  # the choir's soprano in a story of a crash is one of its children
                p.public_role = None
        sensitive = (sensitive and self._borne_out()) or self._in_trouble() or self._kept_back()
        return sorted(once.values(), key=lambda s: SITUATIONS.index(s.kind)), sensitive

    def _borne_out(self) -> bool:
        """Words of harm have other senses ("mobbed by friends", "hungry for more"): the draft as a whole bears them
        out by more words of harm, the fewer where the word itself has no other sense."""
        said = [s for p in self.children if p.public_role is None for s in p.situations]
        if not said or len(self.doc) < _LONG or any(s.kind in _UNMISTAKEN for s in said):
            return True
        grave = self._grave - self.lang.harmless
        plain = any(
            s.kind in _UNMISTAKEN
            or any(
                t.lemma_.lower() in grave for t in self.refs.within_tokens(s.evidence.start, s.evidence.end)
            )
            for s in said
        )
        more = {
            self.text[h.start : h.end].lower()
            for h in self._heard
            if grave.isdisjoint(t.lemma_.lower() for t in self.refs.within_tokens(h.start, h.end))
        }
        wanted = _BORNE_OUT if plain else _BORNE_OUT_LIGHT if self._light else _BORNE_OUT_DOUBTFUL
        return len(grave) + len(more) >= wanted

    def _kept_back(self) -> bool:
        """ "The boy, who cannot be named", "Dara, which is not her real name": the draft itself says that a child of
        it needs protection."""
        for start, end, _ in self.lang.kept_back.find(self.text):
            if self.text[end : end + 6] == " after":
                continue  # "cannot be named after him"
            s = self.refs.sentence(start)
            about = self.refs.about(start)
            if about is not None and about.role == "child":
                return True
            if any(r.role == "child" and not r.generic for r in self.refs.within(s.start, s.end)):
                return True
            if any(t.lower_ in self.lang.young for t in self.refs.within_tokens(s.start, start)):
                return True
        return False

    def _in_trouble(self) -> bool:
        """No cue ties a situation to a child, yet the draft is grave: it keeps its main child's name back, which
        papers do to protect, or it is full of words of police, courts, wards and harm around a named one."""
        if any(p.public_role is not None for p in self.children) or len({w for _, w in self._sports}) > 3:
            return False
        told = [p for p in self.children if p.mentions or (p.id not in self.generic and self._one_aged(p))]
        if not told:
            return False
        main = max(told, key=lambda p: len(p.mentions) + len(p.nominals))
        if self._is_staged:
            return False
        if not main.mentions and not self._leading(main.nominals[0].start):
            return False
        if main.pseudonym is not None:
            return True
        if len(self._grave - self.lang.mourned) < _GRAVE_UNNAMED:
            return False  # an old man's obituary
        wanted = _GRAVE_NAMED if main.mentions else _GRAVE_UNNAMED
        plain = len(self._grave - self.lang.harmless)
        return len(self._grave) >= wanted and plain > max(self._glad, wanted // 2)

    def _one_aged(self, p: Person) -> bool:
        """One child without a name whose age or class the draft tells: "a girl of nine", not "the children"."""
        if any(r.plural for r in self.refs.refs if r.person is p):
            return False
        return any(_AGED.search(self.text[n.start : n.end + 12]) for n in p.nominals)

    def _in_passing(self, p: Person) -> bool:
        """Told of once, without a name and far from the head of the draft, with nothing that was done to it; or the
        child of somebody of whom alone the head tells ("Trafficker jailed ... not see his daughter grow up")."""
        if not p.mentions and len(p.nominals) == 1 and self._owned_in_passing(p):
            return True
        if p.mentions or len(p.nominals) != 1 or self._leading(p.nominals[0].start):
            return False
        return all(s.kind in _PASSING and self._seen.get((p.id, s.kind)) != "done_to" for s in p.situations)

    def _owned_in_passing(self, p: Person) -> bool:
        """ "His daughter" of a grown-up, whose sentence says nothing of what befell it."""
        n = p.nominals[0]
        if self.text[n.start : n.end].lower().split()[0] not in ("his", "her", "their"):
            return False
        who = self.refs.antecedent(n.start, self.refs.pronouns.get(self.refs.token(n.start).lower_, ""))
        s = self.refs.sentence(n.start)
        tied = any(s.start <= x.evidence.start < s.end for x in p.situations)
        return not tied and who is not None and who.role == "adult" and who.person is not None

    def _happened(self, p: Person) -> bool:
        """ "A girl was raped" is about one girl although the words could mean any."""
        if not p.nominals:
            return False
        n = p.nominals[0]
        s = self.refs.sentence(n.start)
        token = self.refs.token(n.end - 1)
        past = any(t.tag_ in ("VBD", "VBN") for t in token.head.subtree if s.start <= t.idx < s.end)
        return past and not self._statistical(s) and token.dep_ in ("nsubj", "nsubjpass", "ROOT", "dobj")
