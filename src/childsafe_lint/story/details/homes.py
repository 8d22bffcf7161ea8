"""Addresses: streets and numbers of homes, and homes told without a name."""

from __future__ import annotations

from collections.abc import Iterator

from ... import lazy_re as re
from ... import seek
from ..model import Detail
from .judge import Judge
from .phrases import Phrase

_TENT = seek.compile(
    r"\b(?:tent|barrack|container|cabin|bunk|hut)\s+(?:no\.?\s*|number\s+)?\d+\w?\b(?:\s+(?:in|of)\s+[A-Z][\w-]+(?:\s+[A-Z0-9]\w*)?)?"
)
_HOUSE_NUMBER = seek.compile(
    r"\b(?:live|lives|lived|living|home)\s+(?:is\s+)?at\s+((?:no|number|house)\b\.?\s+\d+\w?)", re.IGNORECASE
)
#: an office and not a home: "the council at 40 Calverley Street"
_OFFICE = re.compile(
    r"\b(?:offices?|lobby|headquarters|foundation|council|courthouse|court|chambers|lawyers?|charity|ministry|governorate|bureau|library|embassy|newsroom|society|department|association|agency|trust|fund)\b"
    r"(?![^.;]{0,60}\b(?:flat|house|semi|terrace|bungalow|maisonette|home|apartment|lives?|lived|room|hut)\b)[^.;]{0,60}\b(?:at|on|in)\s+(?:the\s+)?(?:\d+[\w/-]*\s+(?:de\s+)?)?$",
    re.IGNORECASE,
)
#: the place of an event, not a home: "the crash occurred on Churchill Boulevard"
_EVENT = re.compile(
    r"\b(?:crash|crashed|collision|collided|accident|incident|occurred|hit|struck|knocked\s+(?:down|over|off)|junction|corner(?!\s+(?:shop|store|house|flat|kiosk))|along|overturned|arrested|detained|intersection|vicinity|area(?=\s+of\b)|began|chase[sd]?|pursuit|headed|travell?ing|pulled\s+over|spotted|hearing|inquest|ceremony|meeting|traffic|march|marched|protest)\b"
    r"(?![^.;]{0,60}\b(?:flat|house|semi|terrace|bungalow|maisonette|home|apartment|lives?|lived|room|hut)\b)[^.;]{0,50}\b(?:at|on|in|of|along|near|down|with|and)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: "at No. 8, Elm Close, Ipaja, where her family rents"
_HOME_AFTER = re.compile(
    r"(?:,\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?\s*,?\s+where\s+(?:(?:his|her|their|the)\s+(?:family|parents|mother|father|grandmother|grandparents|aunt|uncle|child|boy|girl|children)|he|she|they)\s+(?:\w+\s+)?(?:lives?|lived|rents?|rented|stays?|stayed|shares?|shared|resides?|resided|sleeps?|slept)\b"
)
#: business that somebody else has in the street: "out of a printer's shop on Elm Street"
_PREMISES = re.compile(
    r"\b(?:yard|shops?|store|pub|bar|bank|station|servo|supermarket|market|restaurant|takeaway|car\s+park|garage|warehouse|premises"
    r"|business|church|mosque|temple|stop|park|hotel|club|nightclub|centre|center|mall|depot|salon|dealership|pharmacy)\s+(?:on|in|at|off|along|near)\s+(?:the\s+)?(?:corner\s+of\s+)?$",
    re.IGNORECASE,
)
#: a child brought to or kept at a stranger's: "brought her from Uyo to serve a woman at"
_KEPT_AT = re.compile(
    r"\b(?:brought|taken|took|sold|sent|given|handed|placed|put|employed|hired|kept|held|locked|confined|chained|imprisoned|serve|serving"
    r"|served|worked|working|rescued|freed|found|removed|escaped|fled|ran\s+away|trafficked|lured)\b[^.;!?\n]*\b(?:at|in|from|of|to|on|off)\s+(?:the\s+|number\s+|no\.?\s+)?$",
    re.IGNORECASE,
)
_FETCHED = re.compile(
    r"[^.!?\n]{0,50}\bto\s+(?:fetch|collect|pick\s+up|see|visit|find|look\s+for|take\s+home)\s+(?:the|his|her|their|him|them)\b"
)
#: part of a township: "C Section, near the reservoir", "Block D", "Unit 7"
_PART = seek.compile(
    r"\b(?:(?:Section|Block|Zone|Unit|Extension|Phase|Area)\s+(?:[A-Z]{1,2}-\d{1,3}\b|[A-Z]\b(?!-\d)|(?<!Section\s)(?<!Area\s)\d{1,3}[A-Z]?\b)|[A-Z]\s+(?:Section|Block|Extension|Compound|Lines)\b)"
    r"(?:,\s+(?:near|behind|opposite|beside|next\s+to|by)\s+the\s+[\w-]+)?"
)
_PART_AT = re.compile(
    r"\b(?:live[sd]?|living|stays?|stayed|staying|home|house|shack|room|flat|walked|went|gone|drove|came|visited|returned|moved|resident|residents|neighbours|neighbors|family|families|of|from)\b[^.;\n]{0,20}?\s?(?:in|at|to|from|of|on)?\s+$",
    re.IGNORECASE,
)
#: "at the home of the children's grandmother, Ruth Baines, on", "the family's gated house on"
_HOME_OF = re.compile(
    r"\b(?:home|house|flat|apartment)\s+of\s+[^.;!?\n]{3,70},?\s+(?:on|in|at|off)\s+(?:the\s+)?$"
    r"|\b(?:family[’']s|their|his|her|our)\s+(?:[\w-]+\s+){0,2}(?:home|house|flat|apartment)\s+(?:on|off)\s+$"
    r"|\b(?:raised|reared|brought\s+up)\s+by\s+[^.;!?\n]{3,60},?\s+(?:on|in|at|off)\s+$"
    r"|\brent(?:s|ing)?\s+(?:on|in|at|off)\s+$",
    re.IGNORECASE,
)
#: "her mother, of Elm Road, Nether Wick", "at her Elm Road, Nether Wick, home"
_OF_STREET = re.compile(r"(?:,|\bfamily,?)\s+of\s+(?:No\.?\s*)?(?:\d+[A-Za-z]?,?\s+)?$")
_OWN_STREET = re.compile(r"\b(?:his|her|their|the\s+family[’']s)\s+(?:\d+[A-Za-z]?,?\s+)?$")
_HOME_NEXT = re.compile(
    r"(?:,\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?,?)?\s+(?:home|house|flat|apartment|yard|residence)\b"
)
#: where a child was last seen, was on its way or was harmed: its own streets
_SCENE = re.compile(
    r"\b(?:seen|spotted|sighted|walk(?:ed|s|ing)?|cycl(?:ed|ing)|rid(?:es?|ing)|rode|set\s+(?:off|out)|runn?ing|ran|play(?:ed|ing)"
    r"|way\s+(?:home|back|to)|attacked|shot|shooting|stabbed|stabbing|killed|robbed|raped|beaten|assaulted|abducted|kidnapped"
    r"|grabbed|snatched|followed|died|burned|fire|blaze|dumped|fell|vanished|disappeared|last\s+(?:call|message|signal|sighting))\b"
    r"(?:[^.;!?\n]|\.(?=\d)){0,60}\b(?:on|in|at|along|by|near|off|to|towards?|of|down|up|from|around)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: "21840 County Road 9", "W3317 Highway 51": a home by the mile of a country road
_RURAL = seek.compile(
    r"\b(?:\d{3,6}|[NSEW]{1,2}\d{2,6})\s+(?:(?:County|State|Township|Private|Farm|Forest|Rural|Range)\s+)?(?:Road|Rd\.?|Highway|Hwy\.?|Route|Line|Trunk)\s+"
    r"[A-Z]{0,2}-?\d{1,5}[A-Z]?\b"
)
#: "lives at B-22, Shanti Bari": a plot and the name of a colony
_PLOT = seek.compile(
    r"\b(?:address|lives?|lived|living|resid(?:es|ed|ing|ent|ents|ence)|house|flat|home)\b[^.;:\n]{0,30}\b(?:at|as|is|of|in)\s+"
    r"(?P<x>[A-Z]{1,2}-?\d{1,4}(?:/\d{1,3})?,\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})"
)
#: a number that ranks or counts
_RANK = re.compile(
    r"\s+(?:[a-z-]+\s+){0,3}?(?:wanted|suspect|accused|defendant|person|man|woman|player|seed|choice|enemy|priority|target|in\s+the)\b"
)
_BLOCK_OF = re.compile(r"\b\d+(?:00)?\s+block\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_ROADS = frozenset(
    "road rd street st avenue ave lane drive dr close crescent terrace row parade steps pike rise mews grove"
    " boulevard estate alley quay broadway path".split()
)
_NO_HOME = re.compile(
    r"^(?:red|green|fertile)\s+crescent\b|^\w+\s+(?:close|drive|row|view|court|place|rise|way|walk|link|path|bend)$",
    re.IGNORECASE,
)
_DWELLING = (
    r"(?:flat|semi|terrace|double-wide|duplex|house|home|room|apartment|bedsit|maisonette|hut|cottage|shack|caravan|trailer|bungalow|basement"
    r"|lodgings|tent|houseboat|unit)"
)
_DWELLS = re.compile(rf"\b{_DWELLING}s?\b(?![’'])[^.;]*\b(?:on|in|at|off)\s+(?:the\s+)?$")
#: homes told in small letters: "their flat above the dry cleaner's", "the last house before the quarry"
_SMALL_HOME = seek.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he\s+family[’']s|a|an|the)\s+(?:[a-z-]+\s+){{0,3}}?{_DWELLING}\s+(?:(?:has\s[^.;,]{{3,30}}\sand\s+)?(?:is|stands|stood|sits|lies)\s+)?(?:directly\s+|just\s+)?(?:above|over|below|behind|beside|next\s+to|opposite|across\s+from|facing|adjoining|next\s+door\s+to|at\s+the\s+back\s+of)\s+"
    r"(?:the|an?|her|his|their)\s+(?:[\w’'-]+\s+){0,2}?(?:[\w’'-]*[a-z](?:[’']s?)?)(?=\s*(?:[.,;:)!?]|$|\s(?:in|on|at|with|where|who|and|for|of|near|since|when|until|by)\b))"
)


_TAIL = frozenset("home house flat apartment yard residence".split())


def _without_dwelling(p: Phrase) -> Phrase:
    """ "Wattle Street" of "his Wattle Street home"."""
    if len(p.words) < 3 or p.text.split()[-1] not in _TAIL:
        return p
    text = p.text.rsplit(maxsplit=1)[0]
    return Phrase(p.start, p.start + len(text), p.words[:-1], text)


class Homes(Judge):
    def judge(self, p: Phrase) -> Detail | None:
        """The street or number of a home."""
        p = _without_dwelling(p)
        words = p.words
        while (
            len(words) > 2
            and words[-1][:1].isdigit()
            and words[0] not in self.scene.words("address", "numbered")
        ):
            words = words[:-1]  # "Satpaev Street 14"
        number = re.search(r"(?:\b(?:No\.?\s*)?\d+[A-Za-z]?(?:[-/]\d+)?,?\s+)$", self.scene.left(p.start, 12))
        after = re.match(
            r"(?:\s*,?\s*(?:No\.?\s*|№\s*)?\d+[A-Za-z]?\b(?!\s*(?:,\s*)?(?:people|children|per|years|families|minutes|hours|days|weeks|months|miles|km|met(?:er|re)s|yards|of|others?|men|women)\b)(?:\s*,\s*(?:apartment|flat|apt|house|room|block|entrance)\s+\d+\w?)?)",
            self.text[p.end : p.end + 30],
        )
        small = (
            p.text.split()[-1][:1].islower()
            and words[-1] not in self.scene.words("address", "sure")
            and words[-1] != "road"
        )
        is_street = (
            len(words) > 1 and words[-1].rstrip(".") in self.scene.words("address", "heads") and not small
        )
        joined = len(words[-1]) > 7 and any(
            words[-1].endswith(e) for e in self.scene.words("address", "endings")
        )
        is_street = is_street or joined
        prefixed = len(words) > 1 and any(
            w.rstrip(".") in self.scene.words("address", "prefixes") and w != "street"
            for w in (words[2:3] if re.match(r"no\.?$|№|#", words[0]) else words[:1])
        )
        numbered = (
            words[0].rstrip(".") in self.scene.words("address", "numbered")
            and len(words) > 1
            and re.match(r"\d", words[1]) is not None
        )
        if not (is_street or prefixed or numbered):
            return None
        lower_last = p.text.split()[-1][:1].islower()
        if (lower_last and self._before_noun(p)) or (is_street and self._quarrel(p)):
            return None
        if words[0] in ("no", "no.") and _RANK.match(self.text, p.end):
            return None  # "the No. 2 most wanted man"
        if _NO_HOME.match(p.text) and (lower_last or p.text.lower().startswith("red")):
            return None
        if lower_last and len(words) == 2 and words[0].endswith("shire"):
            return None  # "a Lancashire estate"
        if words[-1] == "highway" and (p.words[-1].isdigit() or re.match(r"\s\d", self.text[p.end :])):
            return None  # a numbered road runs through many places
        before = self.scene.left(p.start, 90)
        if is_street and not small and (found := self._scene(p, before)) is not None:
            return found
        if _OFFICE.search(before) or _EVENT.search(before):
            return None
        own = self._own_street(p)
        if (
            own is None
            and self.about(p) not in ("child", "kin")
            and (_PREMISES.search(before) or self._of_thing(p))
        ):
            return None
        cue = self.cue(p, "address", "live", width=60)
        if cue is None and (home := _HOME_OF.search(self.scene.left(p.start, 110))):
            cue = (p.start - len(home.group()), p.start)
        subject = self.about(p)
        if cue is None and own is not None:
            cue, subject = own, "kin"
        if cue is None and (home := _HOME_AFTER.match(self.text, p.end)):
            cue, subject = (p.end, home.end()), "kin"
        if cue is None and subject in ("child", "kin"):  # "the room she has with two cousins on"
            dwelling = _DWELLS.search(self.scene.left(p.start, 60))
            cue = (p.start - len(dwelling.group()), p.start) if dwelling else None
        if cue is not None and subject == "adult" and _HOME_OF.search(self.scene.left(p.start, 110)):
            subject = "kin" if self.scene.family_near(p.start) else subject
        sure = (
            (is_street and words[-1] in self.scene.words("address", "sure")) or joined or prefixed or numbered
        )
        start, end = p.start, p.end
        if number and not re.search(r"\d{4}", number.group()):
            start = p.start - len(number.group().lstrip(" "))
            start += len(self.text[start : p.start]) - len(self.text[start : p.start].lstrip())
        if after and not number and (is_street or prefixed):
            end = p.end + after.end()
        if not (number or after or cue or sure):
            return None
        if is_street and not sure and not (number or cue or after):
            return None
        if self.is_person(p) and not number and not cue:
            return None
        if words[-1] in ("court", "park", "way", "view", "place", "house") and not (
            number or own or self.adjacent(p, "address", "live")
        ):
            return None
        if subject == "adult" and not self._home_of_child(p) and not self._kept_at(p):
            return None
        if re.search(r"\b(?:magistrates|crown|high|district|county|juvenile|supreme)\b", p.text.lower()):
            return None
        if (
            numbered
            and len(words) == 2
            and not cue
            and not number
            and words[0] in ("ward", "room", "unit", "suite", "phase", "sector", "zone", "no", "quarter")
        ):
            return None
        certain = True
        return self.scene.detail("address", start, end, "home", certain=certain, cue=cue)

    def _before_noun(self, p: Phrase) -> bool:
        """ "Fourteen street vendors": what looks like the name of a street belongs to the noun behind it."""
        token = self.scene.refs.token(p.end - 1)
        return token.dep_ in ("compound", "amod", "nmod") and token.head.idx >= p.end

    def _quarrel(self, p: Phrase) -> bool:
        """ "SCHOOL DINNERS ROW": in capitals a row is one of neighbours, not of houses."""
        return p.text.isupper() and p.words[-1] == "row" and not self.adjacent(p, "address", "live")

    def _scene(self, p: Phrase, before: str) -> Detail | None:
        """A road on which something befell the child of the sentence, or the block of a fire or a shooting."""
        block = _BLOCK_OF.search(before)
        if block is not None:
            return self.scene.detail("address", p.start - len(block.group()), p.end, "block", cue=None)
        if p.words[-1].rstrip(".") not in _ROADS or self.known_person(p):
            return None
        s = self.scene.refs.sentence(p.start)
        if (scene := _SCENE.search(before)) is None or not self.child_before(s.start, p.start):
            return None
        last = self.scene.refs.before(p.start, s.start)
        if (
            last is not None
            and self.scene.role(last) == "adult"
            and self.scene.refs.token(last.end - 1).dep_ in ("nsubj", "nsubjpass", "dobj")
        ):
            return None  # "a cyclist was hit on", told beside the child
        at = p.start - len(scene.group())
        return self.scene.detail("address", p.start, p.end, "road of the child", cue=(at, p.start))

    def _own_street(self, p: Phrase) -> tuple[int, int] | None:
        """The words that tell a street to be where a child or one of its family lives."""
        left = self.scene.left(p.start, 40)
        if (of := _OF_STREET.search(left)) is not None:
            at = p.start - len(left) + of.start()
            ref = self.scene.refs.before(at + 1, max(0, at - 60))
            beside = ref is not None and re.fullmatch(r"(?:\s*[,(]?\s*\d{1,2}\)?)?", self.text[ref.end : at])
            return (at, p.start) if beside and self.scene.role(ref) in ("child", "kin") else None
        own = _OWN_STREET.search(left)
        if own is None or _HOME_NEXT.match(self.text, p.end) is None or not self.scene.family_near(p.start):
            return None
        return (p.start - len(left) + own.start(), p.start)

    def _home_of_child(self, p: Phrase) -> bool:
        """Words of officers or neighbours at the child's home; not the address of a named stranger."""
        ref = self.scene.refs.about(p.start)
        return (
            ref is not None
            and ref.person is None
            and ref.role == "adult"
            and ref.word not in ("accused", "suspect", "defendant", "man", "woman", "attacker")
        )

    def _of_thing(self, p: Phrase) -> bool:
        """ "A kiosk on Main Street": the street is where a thing is that nobody lives in."""
        if p.words[-1] in self.scene.words("address", "part"):
            return False  # whatever stands on an estate, the estate is told
        token = self.scene.refs.token(p.end - 1)
        while token.idx >= p.start and token.head.i != token.i:
            token = token.head
        if token.dep_ != "prep" or token.head.pos_ != "NOUN":
            return False
        noun = token.head
        ref = self.scene.refs.at(noun.idx, noun.idx + len(noun))
        return ref is None and noun.lemma_.lower() not in self.scene.words("address", "dwellings")

    def _kept_at(self, p: Phrase) -> bool:
        """A child is brought to, kept at or found in the house, whoever's it is."""
        s = self.scene.refs.sentence(p.start)
        return _KEPT_AT.search(self.scene.left(p.start, 140)) is not None and self.child_before(
            s.start, p.start
        )

    def others(self) -> Iterator[Detail]:
        """Homes that are not names: "the second gate after the mill", "a flat at 22 Tobin Street"."""
        for m in re.finditer(
            r"\b(?:in|at|is)\s+(?P<x>(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|last|only|blue|green|red|yellow|white|pink|corner|end)\s+(?:[a-z-]+\s+)?(?:house|home|flat|door|hut|cottage|building|gate|apartment)\s+(?:from|after|before|past|opposite|behind|beside|next\s+to|near|on|at|above|with)\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)",
            self.text,
            re.IGNORECASE,
        ):
            if self.scene.about(m.start()) in ("child", "kin", "none"):
                yield self.scene.detail("address", m.start("x"), m.end("x"), "way to the home")
        for m in _SMALL_HOME.finditer(self.text):
            if self.scene.about(m.start() + 1) != "adult" and self.scene.family_near(m.start()):
                yield self.scene.detail("address", m.start(), m.end(), "way to the home")
        micro = re.compile(
            r"\b(?:[A-Z][\w-]*\s+)?(?:[Mm]icro-?district|[Mm]ikroraion|[Mm]ikrorayon)\s+(?:No\.?\s*)?\w+|\b\d+(?:st|nd|rd|th)?\s+(?:micro-?district|mikroraion)\b"
        )
        for m in micro.finditer(self.text):
            if self.scene.about(m.start()) != "adult":
                yield self.scene.detail("address", m.start(), m.end(), "home")
        for m in _PART.finditer(self.text):
            if not self.scene.family_near(m.start()):
                continue
            at = _PART_AT.search(self.scene.left(m.start(), 50))
            if _FETCHED.match(self.text, m.end()) or (at and self.scene.about(m.start()) in ("child", "kin")):
                yield self.scene.detail("address", m.start(), m.end(), "home")
        for m in _RURAL.finditer(self.text):
            if self.scene.family_near(m.start()) and not _EVENT.search(self.scene.left(m.start(), 90)):
                yield self.scene.detail("address", m.start(), m.end(), "home")
        for m in _PLOT.finditer(self.text):
            if self.scene.about(m.start()) != "adult" and self.scene.family_near(m.start()):
                yield self.scene.detail("address", m.start("x"), m.end("x"), "home")
        for m in _TENT.finditer(self.text):
            if self.scene.about(m.start()) != "adult":
                yield self.scene.detail("address", m.start(), m.end(), "home")
        for m in _HOUSE_NUMBER.finditer(self.text):
            if self.scene.about(m.start()) in ("child", "kin"):
                yield self.scene.detail("address", m.start(1), m.end(1), "home")
