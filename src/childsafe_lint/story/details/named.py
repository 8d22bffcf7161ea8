"""Names of schools, homes, small places, institutions and parents' places of work.

One pass gathers the capitalised phrases of the draft; each is then judged by the words in it and around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...languages import load_data
from ..model import Detail
from .places import is_big
from .scene import Scene, alternatives

_WORD = re.compile(r"(?:No\.|St\.|(?:[A-Z]\.){2,}|№|#)|[\w&][\w’'&]*(?:[-‐‑/][\w’']+)*|[^\w\s]")
_FEW = r"(?:[\w’'-]+\s+)"


_HOME_NEXT = re.compile(
    r"\s*,\s*(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:home|shelter|orphanage|refuge|hostel|clinic|reformatory|hospice)\b",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"\b(?:[Cc]lass|[Gg]rade|[Ff]orm|[Yy]ear|[Ss]tandard|[Ss]td)\s+(?:\d{1,2}[A-H]\b|\d{1,2}\s?[“\"«][A-ZА-Я][”\"»])"
    r"|(?<=\b(?:of|in)\s)\d{1,2}[A-H]\b(?=\s*(?:[,.;:]|at\b|and\b|who\b|said\b|pupil|class|x+\b|\n|$))"
)
_TENT = re.compile(
    r"\b(?:tent|barrack|container|cabin|bunk|hut)\s+(?:no\.?\s*|number\s+)?\d+\w?\b(?:\s+(?:in|of)\s+[A-Z][\w-]+(?:\s+[A-Z0-9]\w*)?)?"
)
_HOUSE_NUMBER = re.compile(
    r"\b(?:live|lives|lived|living|home)\s+(?:is\s+)?at\s+((?:no|number|house)\b\.?\s+\d+\w?)", re.IGNORECASE
)
_AWAY = re.compile(
    r"\b(?:miles?|km|kilomet\w+|met(?:er|re)s|yards|streets?|blocks?|minutes?|throw|steps)\s+(?:away\s+)?from\s+(?:the\s+)?$"
)
_PUPIL_THERE = re.compile(
    r"\s*,?\s*where\s+(?:he|she|they|the\s+(?:[\w-]+\s+)?(?:boy|girl|child|youngster|teenager|teen|pupil|victim|toddler|siblings|brothers|sisters|twins))\b",
    re.IGNORECASE,
)
#: an office and not a home: "the council at 40 Calverley Street"
_OFFICE = re.compile(
    r"\b(?:offices?|lobby|headquarters|foundation|council|courthouse|court|chambers|lawyers?|charity|ministry|governorate|bureau|library|embassy|newsroom|society|department|association|agency|trust|fund)\b"
    r"(?![^.;]{0,60}\b(?:flat|house|home|apartment|lives?|lived|room|hut)\b)[^.;]{0,60}\b(?:at|on|in)\s+(?:the\s+)?(?:\d+[\w/-]*\s+(?:de\s+)?)?$",
    re.IGNORECASE,
)
#: the place of an event, not a home: "the crash occurred on Churchill Boulevard"
_EVENT = re.compile(
    r"\b(?:crash|crashed|collision|collided|accident|incident|occurred|hit|struck|knocked|junction|corner|along|overturned|arrested|detained|hearing|inquest|ceremony|meeting|traffic|march|marched|protest)\b"
    r"(?![^.;]{0,60}\b(?:flat|house|home|apartment|lives?|lived|room|hut)\b)[^.;]{0,50}\b(?:at|on|in|of|along|near|down|with|and)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: business that somebody else has in the street: "from a plumber's yard on Smith Street"
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
_PART = re.compile(
    r"\b(?:(?:Section|Block|Zone|Unit|Extension|Phase|Area)\s+(?:[A-Z]\b|(?<!Section\s)(?<!Area\s)\d{1,3}[A-Z]?\b)|[A-Z]\s+(?:Section|Block|Extension|Compound|Lines)\b)"
    r"(?:,\s+(?:near|behind|opposite|beside|next\s+to|by)\s+the\s+[\w-]+)?"
)
_PART_AT = re.compile(
    r"\b(?:live[sd]?|living|stays?|stayed|staying|home|house|shack|room|flat|walked|went|gone|drove|came|visited|returned|moved|resident|residents|neighbours|neighbors|family|families|of|from)\b[^.;\n]{0,20}?\s?(?:in|at|to|from|of|on)?\s+$",
    re.IGNORECASE,
)
#: a place that is mourned or shocked as a whole
_GLOOM = re.compile(
    r"\b(?:gloom|grief|sorrow|tragedy|shock|mourning|tears|disbelief|pall)\b[^.;!?\n]{0,40}\b(?:on|over|engulf\w*|gripp\w*|hits?|struck|befall\w*|befell|envelop\w*|visited|across|around|throughout)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LEFT_IT = re.compile(r"\b(?:left|leave|leaving|fled|flee|fleeing)\s+$")
#: what stands in a bigger place: "a village in Hebei", "Gumbo village in Bikita"
_VILLAGE_IN = re.compile(
    r"\b(?:village|hamlet|settlement|community|aul|kampung|kampong|barangay|homestead|ward|neighbou?rhood|suburb|town|township)\s+(?:in|near|under|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: "The whole of Mundarra Creek was on the riverbank"
_WHOLE = re.compile(
    r"\b(?:whole|all|most|half)\s+of\s+$|\b(?:everyone|everybody|no\s+one|nobody)\s+in\s+$", re.IGNORECASE
)
#: "daughter of K. Murugan, a mason of X"
_MAN_OF = re.compile(
    r"\b(?:son|daughter|child)s?\s+of\s+[^,;]{2,40},\s+an?\s+(?:[\w-]+\s+){1,3}(?:of|from)\s+$", re.IGNORECASE
)
_COMES_FROM = re.compile(r"\b(?:comes?|came|hails?|originally|natives?)\s+(?:from|of)\s+$", re.IGNORECASE)
#: what begins with these is a sum: "an advance of Rs180,000"
_MONEY = re.compile(r"(?:Rs|K?[Ss]hs?|Rp|Tk|Kc|Ft)\.?\s?\d*$")
#: "at the home of the children's grandmother, Ruth Baines, on", "the family's gated house on"
_HOME_OF = re.compile(
    r"\b(?:home|house|flat|apartment)\s+of\s+[^.;!?\n]{3,70},?\s+(?:on|in|at|off)\s+(?:the\s+)?$"
    r"|\b(?:family[’']s|their|his|her)\s+(?:[\w-]+\s+){0,2}(?:home|house|flat|apartment)\s+(?:on|off)\s+$"
    r"|\brent(?:s|ing)?\s+(?:on|in|at|off)\s+$",
    re.IGNORECASE,
)
#: a home that is an institution: "the Kartini rehabilitation home in"
_NO_FAMILY_HOME = re.compile(
    r"\b(?:rehabilitation|care|foster|nursing|remand|baby|infant|old\s+people[’']s|children[’']s|boys[’']|girls[’'])\s+(?:home|house)\s+(?:at|in)\s*$",
    re.IGNORECASE,
)
#: a guest at a school: "Deputy Minister X visited"
_VISITED = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|opened|opening|commission(?:ed|ing)|inaugurat(?:ed|ing)|address(?:ed|ing)|donated\s+[^.;]{1,30}\s+to|handed\s+over\s+[^.;]{1,30}\s+(?:to|at))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: a body that speaks for others: "Papers filed by the Equal Learning Centre, which represents"
_SPEAKS_FOR = re.compile(
    r"\s*,\s*(?:which|who)\s+(?:represents?|speaks?|acts?|campaigns?|lobbies|advises?)\b"
)
#: ", where Ximena is in her third semester", ", where she is a second grader"
_STUDIES_THERE = re.compile(
    r"(?P<number>\s\d{1,4})?\s*,\s*where\s+[^.;!?\n]{1,40}?\b(?:is|was|are|were|has\s+just\s+started|started)\s+(?:in\s+|an?\s+)?[^.;!?\n]{0,25}\b(?:semester|year|grade|grader|pupil|student|freshman|sophomore|class|form|kindergarten)\b",
    re.IGNORECASE,
)
_PUPIL = re.compile(
    r"\b(?:his|her|a|the|primary|female)\s+(?:[\w-]+\s+)?(?:pupil|student|learner)s?\b|\bpupil\b",
    re.IGNORECASE,
)
_TEACHER = re.compile(
    r"\b(?:head\s?|deputy\s+head\s?)?(?:teacher|master|mistress)\b|\bprincipal\b", re.IGNORECASE
)
_TRIED = re.compile(
    r"\b(?:charged\s+with|on\s+trial|remanded|accused\s+of|testif\w+\s+against|not\s+allowed\s+to\s+plead|pleaded|arraigned|arrested)\b",
    re.IGNORECASE,
)
#: "Fernleigh Court, the £9,000-a-term prep"
_PREP_NEXT = re.compile(
    r"\s*,\s*(?:an?|the)\s+[^,.;]{0,40}\b(?:prep|school|academy|nursery|kindergarten|college)\b"
)
_JAIL = frozenset("prison jail penitentiary lockup detention correctional corrections custody".split())
_NEIGHBOURS = frozenset(
    "neighbour neighbours neighbor neighbors resident residents villager villagers".split()
)
#: ends of capitalised names of small places that no family bears
_SMALL_SURE = frozenset("village hamlet commune barangay township settlement community suburb".split())
#: natural words that end the name of a small place: "Burragong Creek"
_LAND = frozenset(
    "creek flat flats ridge hill hills bay valley crossing springs falls point bridge ford green cross heath wood woods"
    " gap beach harbour rocks lagoon junction corner mill mills bend hollow grove plains downs".split()
)
_BED = re.compile(
    r"\bbed\s+(?:no\.?\s*|number\s+)?\d+\s+(?:of|in|on)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}?(?:ward|unit|wing|bay|department)\b",
    re.IGNORECASE,
)
_CHURCH = re.compile(r"(?:.*\s)?(?:St|Saint|Our\s+Lady|Holy|Sacred|Christ|All\s+Saints)\b", re.IGNORECASE)
_VEHICLE = frozenset(
    "car bus van truck lorry kombi matatu minibus motorcycle motorbike bike bicycle boat canoe ferry taxi vehicle jeep"
    " trotro train tuk-tuk rickshaw auto-rickshaw okada".split()
)
_LEARNING = re.compile(
    r"\b(?:learning|day\s*care|childcare|child\s+care|early\s+learning|education)\s+cent(?:re|er)$",
    re.IGNORECASE,
)
_NO_HOME = re.compile(
    r"^(?:red|green|fertile)\s+crescent\b|^\w+\s+(?:close|drive|row|view|court|place|rise|way|walk|link|path|bend)$",
    re.IGNORECASE,
)
_NO_WORK = re.compile(r"courtroom|court\b|room\b|grade\b|class\b|year\b", re.IGNORECASE)
_RITE = re.compile(
    r"\b(?:funeral|vigil|memorial|prayers?|service|wake|burial|mass|meeting|rally|concert|match|tournament)\b",
    re.IGNORECASE,
)
_STUDIES = re.compile(
    r"\b(?:freshman|sophomore|junior|senior|student|pupil|studying|studies)\s+(?:at|for)\s+$"
)
_STOP = re.compile(r"\s+(?:station|stop|terminal|interchange|line|platform|train|bus)\b")
_DWELLING = (
    r"(?:flat|house|home|room|apartment|bedsit|maisonette|hut|cottage|shack|caravan|trailer|bungalow|basement"
    r"|lodgings|tent|houseboat|unit)"
)
#: homes told in small letters: "their flat above the dry cleaner's", "the last house before the quarry"
_SMALL_HOME = re.compile(
    rf"\b(?:his|her|their|the\s+family[’']s|a|an|the)\s+(?:[a-z-]+\s+){{0,3}}?{_DWELLING}\s+(?:directly\s+|just\s+)?(?:above|over|below|behind|beside|next\s+to|opposite|across\s+from|facing|adjoining|next\s+door\s+to|at\s+the\s+back\s+of)\s+"
    r"(?:the|an?|her|his|their)\s+(?:[\w’'-]+\s+){0,2}?(?:[\w’'-]*[a-z](?:[’']s?)?)(?=\s*(?:[.,;:)!?]|$|\s(?:in|on|at|with|where|who|and|for|of|near|since|when|until|by)\b))"
)
_KEPT = re.compile(
    r"now |stay|cared|looked|placed|kept|admitted|treated|recover|transferred|housed|shelter|remand|detained"
    r"|care |counsel|therapy|moved|been moved|under guard|handed",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"born|gave birth|travel|collect|took|with", re.IGNORECASE)
_TEACHES = re.compile(r"return|teach|taught|work|head|principal|coach|nurse|deputy", re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?:(?:in|at|for|from|near|into|outside|behind|around|beyond|through|across)\s+(?:the\s+|nearby\s+)?"
    r"|(?:elders|villagers|residents?|native|chiefs?|headman|inhabitants|village|hamlet|town|settlement|community)\s+of\s+"
    r"|(?:village|hamlet|settlement|aul|shop|café|cafe|restaurant|firm|company|farm|kiosk|stall|salon|garage|bakery|hotel"
    r"|bar|shelter|clinic|orphanage),\s+)$",
    re.IGNORECASE,
)
_PLACE_NEXT = re.compile(
    r"\s*,\s*(?:an?|the)\s+(?:[\w’'-]+\s+){0,4}?(?:village|hamlet|town|suburb|settlement|community|aul|island|township|slum|neighbou?rhood)\b|\s*,?\s*\(?(?:with\s+a\s+)?population",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Phrase:
    """A capitalised phrase: its words in lower case, the preposition or word before it, and its place."""

    start: int
    end: int
    words: list[str]
    text: str

    @property
    def head(self) -> str:
        return self.words[-1]


def find(scene: Scene) -> Iterator[Detail]:
    judge = _Judge(scene)
    yield from judge.details()


@lru_cache(maxsize=4)
def _not_names(language: str) -> frozenset[str]:
    return frozenset(w for w in load_data(language, "people")["not_names"])


class _Judge:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.text
        w = scene.words
        self.school_heads, self.school_tails, self.school_maybe = (
            w("school", "heads"),
            w("school", "tails"),
            w("school", "maybe"),
        )
        self.street_heads, self.street_sure = w("address", "heads"), w("address", "sure")
        self.inst_heads, self.inst_sure, self.inst_not = (
            w("institution", "heads"),
            w("institution", "sure"),
            w("institution", "not"),
        )
        self.work_tails = w("workplace", "tails")
        self.place_words, self.place_small, self.place_large = (
            w("locality", "words"),
            w("locality", "small"),
            w("locality", "large"),
        )
        self.tails = (
            self.school_heads
            | self.inst_heads
            | self.work_tails
            | self.place_small
            | w("address", "sure")
            | self.place_large
        )
        self.mentions = sorted((m.start, m.end, p.kind, p.id) for p in scene.story.people for m in p.mentions)
        self.joiners, self.function, self.numbered = (
            w("names", "joiners"),
            w("names", "function"),
            w("names", "numbered"),
        )
        self.trades = frozenset(load_data(scene.language, "people")["roles"]) | w("who", "strangers")
        self.localities: dict[str, bool] = {}

    # -- phrases
    def phrases(self) -> Iterator[Phrase]:
        """Capitalised runs with small words inside and a telling small word at the end."""
        stop = _not_names(self.scene.language)
        text = self.text
        items = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
        starts = {s.start for s in self.scene.refs.sentences}
        headlines = self._title_case()
        prefixes = {
            w
            for w in self.scene.words("address", "prefixes")
            if w not in ("street", "boulevard", "plaza", "via", "gang", "corso")
        }
        i, n = 0, len(items)
        while i < n:
            s, _, w = items[i]
            if not self._capital(w):
                i += 1
                continue
            bare = re.sub(r"[’']s?$", "", w)
            if (
                bare in stop
                and (s in starts or i == 0 or not self._capital_next(items, i))
                and bare
                not in (
                    "Al",
                    "St",
                    "North",
                    "South",
                    "East",
                    "West",
                    "New",
                    "Old",
                    "High",
                    "Central",
                    "Royal",
                    "National",
                    "Upper",
                    "Lower",
                    "Young",
                )
            ):
                i += 1
                continue
            j = i + 1
            last = i
            while (
                j < n
                and items[j][0] - items[j - 1][1] <= 1
                and "\n" not in text[items[j - 1][1] : items[j][0]]
            ):
                word = items[j][2]
                if word.lower() in self.joiners and word.islower():
                    if not (
                        j + 1 < n
                        and (
                            self._capital(items[j + 1][2])
                            or (
                                items[j + 1][2].lower() in self.joiners
                                and j + 2 < n
                                and self._capital(items[j + 2][2])
                            )
                        )
                    ):
                        break
                    if word in ("and", "for", "&") and not (word == "&" or self._joins(items, i, j)):
                        break
                    j += 1
                    continue
                if self._capital(word) or (
                    word[0].isdigit() and len(word) <= 8 and not re.fullmatch(r"(?:19|20)\d\d", word)
                ):
                    if word[0].isdigit() and not (
                        items[j - 1][2] in ("No.", "№", "#")
                        or items[j - 1][2].lower() in self.numbered
                        or "-" in word
                    ):
                        break
                    last = j
                    j += 1
                    continue
                break
            # small words at the end that say what it is: "Tengri cement works", "Rowan House clinic"
            k = last + 1
            extra = last
            while (
                k < n
                and k <= last + 3
                and items[k][0] - items[k - 1][1] <= 1
                and re.fullmatch(r"[a-zà-ÿ’'-]+", items[k][2])
            ):
                if items[k][2] in self.tails:
                    extra = k
                if items[k][2] in self.function or self.scene.refs.token(items[k][0]).pos_ == "ADP":
                    break  # "Teen charged over school hoax"
                k += 1
            if extra > last and all(items[x][2] not in self.function for x in range(last + 1, extra + 1)):
                last = extra
            k = i - 1
            while k > 0 and i - k < 3 and items[k][2].islower() and items[k][2] in self.joiners:
                k -= 1
            if k >= 0 and items[k + 1][0] - items[k][1] <= 2 and items[k][2].rstrip(".") in prefixes:
                s = items[k][0]  # "ulica Morska", "rue des Lilas"
                i = k
            end = items[last][1]
            phrase_text = text[s:end]
            stripped = re.sub(r"[’']s$", "", phrase_text)
            end = s + len(stripped)
            words = [x[2].lower().replace("’", "'") for x in items[i : last + 1]]
            words[-1] = words[-1].removesuffix("'s")
            if not (headlines and any(a <= s < b for a, b in headlines) and last == i):
                yield Phrase(s, end, words, stripped)
            i = last + 1

    @staticmethod
    def _capital(word: str) -> bool:
        return (
            word[:1].isupper()
            or word in ("№", "#")
            or (len(word) > 1 and word[0].isdigit() and any(c.isupper() for c in word) and "-" in word)
        )

    def _capital_next(self, items: list[tuple[int, int, str]], i: int) -> bool:
        return i + 1 < len(items) and items[i + 1][0] - items[i][1] == 1 and self._capital(items[i + 1][2])

    def _joins(self, items: list[tuple[int, int, str]], first: int, at: int) -> bool:
        """ "X and Y" is one name only where it goes on to a school ("Nursery and Primary School")."""
        words = []
        j = at + 1
        while j < len(items) and j < at + 5 and (self._capital(items[j][2]) or items[j][2] in self.joiners):
            words.append(items[j][2].lower())
            j += 1
        heads = self.school_heads | self.school_tails
        before = {items[x][2].lower() for x in range(first, at)}
        if any(w in ("hospital", "clinic", "centre", "center", "home", "shelter") for w in words):
            return bool(
                before & {"mother", "women", "maternity", "children", "health", "family", "boys", "girls"}
            )
        return any(w in heads for w in words) and bool(
            before & (heads | {"hope", "arts", "day", "boys", "girls"})
        )

    def _title_case(self) -> list[tuple[int, int]]:
        """Lines where every word is capitalised, so that a capital says nothing."""
        out = []
        for line in re.finditer(r"[^\n]+", self.text):
            words = re.findall(r"[^\W\d_][\w’'-]*", line.group())
            long = [w for w in words if len(w) > 3]
            if len(long) >= 4 and sum(w[0].isupper() for w in long) >= 0.85 * len(long):
                out.append(line.span())
        return out

    # -- judging
    def details(self) -> Iterator[Detail]:
        places: list[Phrase] = []
        doubtful: list[Phrase] = []
        for p in self.phrases():
            typed = len(p.words) > 1 and p.words[-1] in self.place_small
            found = (
                self._school(p)
                or self._address(p)
                or self._work(p)
                or (None if typed else self._institution(p))
            )
            if found is not None:
                yield found
            elif not self._is_person(p):
                places.append(p)
            else:
                doubtful.append(p)
        yield from self._beds()
        yield from self._more_addresses()
        yield from self.small_workplaces()
        hits: list[Detail] = []
        for p in places:
            d = self._locality(p)
            if d is not None:
                hits.append(d)
                self.localities.setdefault(self.text[d.span.start : d.span.end], d.certain)
        yield from hits
        known = {(d.span.start, d.span.end) for d in hits}
        for p in places + doubtful:
            for name, certain in self.localities.items():
                at = p.text.find(name)
                if at >= 0 and p.text.startswith(name) and (p.start, p.start + len(name)) not in known:
                    rest = p.words[len(name.split()) :]
                    token = self.scene.refs.token(p.start + len(name) - 1)
                    part = token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i
                    if part and token.head.lower_ not in self.place_words:
                        continue  # "Wigton rugby club"
                    if not rest or rest[0] in self.place_words:
                        known.add((p.start, p.start + len(name)))
                        yield self.scene.detail(
                            "locality",
                            p.start,
                            p.start + len(name),
                            "named elsewhere as the child's place",
                            certain=certain,
                        )

    def _is_person(self, p: Phrase) -> bool:
        """Overlaps somebody's name. Nobody is "in" a person; places often look like names to the pipeline."""
        placed = _PLACED.search(self.text, max(0, p.start - 28), p.start) is not None
        if len(p.words) > 1 and (p.text.split()[-1] in self.place_small or p.words[-1] in _SMALL_SURE):
            return False  # "Gumbo village", whatever else Gumbo is
        if len(p.words) > 1 and p.words[0].rstrip(".") in self.scene.words("locality", "prefixes"):
            return False  # "Kampung Changkat"
        if len(p.words) > 1 and placed and p.head in self.work_tails | self.inst_heads:
            return False
        before = self.scene.left(p.start, 70)
        placed = placed or _GLOOM.search(before) is not None or _LEFT_IT.search(before) is not None
        if _COMES_FROM.search(before) and self.scene.refs.token(p.start).ent_type_ in ("GPE", "LOC"):
            return False
        for s, e, kind, _ in self.mentions:
            if s < p.end and p.start < e:
                if kind in ("child", "adult"):
                    if s >= p.start and e < p.end and self.text[e : e + 2] in ("’s", "'s") and p.end - e > 5:
                        continue  # "McGinley’s Chip Van"
                    if placed and (e - s) < (p.end - p.start):
                        continue
                    return True
                if (
                    self.scene.refs.token(s).ent_type_ == "PERSON"
                    and s == p.start
                    and e == p.end
                    and not placed
                ):
                    return not _PLACE_NEXT.match(self.text, p.end)
        return False

    def _known_person(self, p: Phrase) -> bool:
        """Overlaps the name of somebody of known age; "Blackmoor Prep" looks like a name and is nobody's."""
        return any(s < p.end and p.start < e and kind != "unknown" for s, e, kind, _ in self.mentions)

    def _kind_of_subject(self, p: Phrase) -> str:
        return self.scene.about(p.start)

    def _cue(self, p: Phrase, *path: str, width: int = 70) -> tuple[int, int] | None:
        """A cue in the words before the phrase, in its sentence and not behind another name's verb."""
        floor = max(self.scene.refs.sentence(p.start).start, p.start - width)
        hit = self.scene.last_hit(p.start, floor, *path)
        return hit

    def _adjacent(self, p: Phrase, *path: str) -> tuple[int, int] | None:
        """A cue right before the phrase, at most a determiner, an adjective or a noun between."""
        hit = self._cue(p, *path)
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

    # schools
    def _school(self, p: Phrase) -> Detail | None:
        words = p.words
        if any(
            p.start <= s and e <= p.end + 12
            for s, e in self.scene.hits("school", "not")
            if s < p.end and p.start < e + 1
        ):
            return None
        if any(w.endswith(("-area", "-based", "-run", "-style")) for w in words):
            return None  # "a Mthatha-area school" names none
        if any(w in ("association", "union", "federation") for w in words) or _SPEAKS_FOR.match(
            self.text, p.end
        ):
            return None
        if len(words) > 2 and re.fullmatch(r"[a-d]", words[-1]):
            words = words[:-1]  # "Methodist Primary B"
        head = (any(w in self.school_heads for w in words) or _LEARNING.search(p.text) is not None) and len(
            words
        ) > 1
        # "Lincoln High", "Crossways Primary"
        tail = (
            len(words) > 1
            and words[-1] in self.school_tails - {"college", *(() if len(words) > 2 else ("middle",))}
            and (not self._is_person(p) or not self._known_person(p))
        ) or re.search(r"\bC of E$|\bCofE$", p.text) is not None
        cue = self._adjacent(p, "school", "cues")
        maybe = cue is not None and any(w in self.school_maybe for w in words)
        foreign = cue is not None and not head and self._school_cue_alone(p, cue)
        there = None if self._is_person(p) else _STUDIES_THERE.match(self.text, p.end)
        if not (head or tail or maybe or foreign or there):
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
        if self._generic(p) or (_VISITED.search(self.scene.left(p.start, 70)) and not there):
            return None
        if (
            cue is not None
            and _TEACHES.match(self.text, cue[0])
            and self._by_name(p)
            and not self._of_accused_teacher(p)
        ):
            return None
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
            beside = last[-1:] == ["outside"] and self._child_before(inside.start, p.start)
            if not beside:
                return None
        if re.search(
            r"\b(?:professor|lecturer|researcher|researchers|academics?|study|expert)\b[^.]*$", left
        ):
            return None
        if re.match(
            r"\s*(?:Act|Board|Authority|Street|Road|Association|Trust|Foundation|Council)\b",
            self.text[p.end : p.end + 14],
        ) or words[-1] in ("street", "road", "act", "board"):
            return None
        if (
            not (self.scene.family_near(p.start) or cue or there)
            and self.scene.about(p.start) == "adult"
            and not self._of_accused_teacher(p)
        ):
            return None
        end = there.end("number") if there and there["number"] else p.end
        return self.scene.detail("school", p.start, end, "school", cue=cue)

    def _of_accused_teacher(self, p: Phrase) -> bool:
        """The school of a teacher who is tried for what was done to a pupil is the pupil's."""
        if not _PUPIL.search(self.text):
            return False
        s = self.scene.refs.paragraph(p.start)
        return bool(_TEACHER.search(self.text)) and bool(_TRIED.search(self.text, s.start, s.end))

    def _child_before(self, start: int, end: int) -> bool:
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

    def _kept_at(self, p: Phrase) -> bool:
        """A child is brought to, kept at or found in the house, whoever's it is."""
        s = self.scene.refs.sentence(p.start)
        return _KEPT_AT.search(self.scene.left(p.start, 140)) is not None and self._child_before(
            s.start, p.start
        )

    def _generic(self, p: Phrase) -> bool:
        """ "A Dorset preparatory school", "a Nairobi hospital": only a big place is named."""
        capital = [w for w in p.text.split() if not w[:1].islower()]
        return len(capital) < len(p.words) and is_big(" ".join(capital), self.scene.language)

    def _by_name(self, p: Phrase) -> bool:
        """Said of a named grown-up who is no family, or of the accused."""
        ref = self.scene.refs.about(p.start)
        if ref is None or self.scene.role(ref) != "adult":
            return False
        return ref.person is not None or ref.word in self.scene.words("relative", "victims")

    def _school_cue_alone(self, p: Phrase, cue: tuple[int, int]) -> bool:
        """A name after "a pupil at" or "attends" is a school in any language."""
        verb = self.text[cue[0] : cue[1]].lower()
        if not re.search(
            r"pupil|student|studies|studied|studying|attend|enrol|class|grade|form|year|senior|standard|boarder|lessons|teachers",
            verb,
        ):
            return False
        gap = self.text[cue[1] : p.start].strip().lower()
        if gap not in ("", "the", "at", "at the") or re.search(
            r"(?:pupils?|students?) (?:of|from|in)$|class(?:es)? in$", verb
        ):
            return False
        return (
            not is_big(p.text, self.scene.language)
            and not self._is_person(p)
            and (p.words[-1] != "court" or _PREP_NEXT.match(self.text, p.end) is not None)
            and p.words[-1]
            not in ("hospital", "university", "church", "mosque", "grade", "class", "year", "form")
            and self.scene.about(cue[0] + 1) != "adult"
            and p.words[0] not in ("grade", "class", "year", "form", "standard", "primary", "university")
        )

    # homes
    def _address(self, p: Phrase) -> Detail | None:
        words = p.words
        while (
            len(words) > 2
            and words[-1][:1].isdigit()
            and words[0] not in self.scene.words("address", "numbered")
        ):
            words = words[:-1]  # "Satpaev Street 14"
        number = re.search(r"(?:\b(?:No\.?\s*)?\d+[A-Za-z]?(?:[-/]\d+)?,?\s+)$", self.scene.left(p.start, 12))
        after = re.match(
            r"(?:\s*,?\s*(?:No\.?\s*|№\s*)?\d+[A-Za-z]?\b(?!\s*(?:,\s*)?(?:people|children|per|years|families))(?:\s*,\s*(?:apartment|flat|apt|house|room|block|entrance)\s+\d+\w?)?)",
            self.text[p.end : p.end + 30],
        )
        small = p.text.split()[-1][:1].islower() and words[-1] not in self.street_sure and words[-1] != "road"
        is_street = len(words) > 1 and words[-1].rstrip(".") in self.street_heads and not small
        joined = len(words[-1]) > 7 and any(
            words[-1].endswith(e) for e in self.scene.words("address", "endings")
        )
        is_street = is_street or joined
        prefixed = (
            len(words) > 1
            and words[0].rstrip(".") in self.scene.words("address", "prefixes")
            and words[0] != "street"
        )
        numbered = (
            words[0] in self.scene.words("address", "numbered")
            and len(words) > 1
            and re.match(r"\d", words[1]) is not None
        )
        if not (is_street or prefixed or numbered):
            return None
        lower_last = p.text.split()[-1][:1].islower()
        if _NO_HOME.match(p.text) and (lower_last or p.text.lower().startswith("red")):
            return None
        if lower_last and len(words) == 2 and words[0].endswith("shire"):
            return None  # "a Lancashire estate"
        if words[-1] == "highway" and (p.words[-1].isdigit() or re.match(r"\s\d", self.text[p.end :])):
            return None  # a numbered road runs through many places
        before = self.scene.left(p.start, 90)
        if _OFFICE.search(before) or _EVENT.search(before):
            return None
        if _PREMISES.search(before) and self._kind_of_subject(p) not in ("child", "kin"):
            return None
        cue = self._cue(p, "address", "live", width=60)
        if cue is None and (home := _HOME_OF.search(self.scene.left(p.start, 110))):
            cue = (p.start - len(home.group()), p.start)
        subject = self._kind_of_subject(p)
        if cue is not None and subject == "adult" and _HOME_OF.search(self.scene.left(p.start, 110)):
            subject = "kin" if self.scene.family_near(p.start) else subject
        sure = (is_street and words[-1] in self.street_sure) or joined or prefixed or numbered
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
        if self._is_person(p) and not number and not cue:
            return None
        if words[-1] in ("court", "park", "way", "view", "place", "house") and not (
            number or self._adjacent(p, "address", "live")
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

    def _home_of_child(self, p: Phrase) -> bool:
        """Words of officers or neighbours at the child's home; not the address of a named stranger."""
        ref = self.scene.refs.about(p.start)
        return (
            ref is not None
            and ref.person is None
            and ref.role == "adult"
            and ref.word not in ("accused", "suspect", "defendant", "man", "woman", "attacker")
        )

    def _more_addresses(self) -> Iterator[Detail]:
        """Homes that are not names: "the third house from the water tank", "a flat at 22 Tobin Street"."""
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
        for m in _TENT.finditer(self.text):
            if self.scene.about(m.start()) != "adult":
                yield self.scene.detail("address", m.start(), m.end(), "home")
        for m in _HOUSE_NUMBER.finditer(self.text):
            if self.scene.about(m.start()) in ("child", "kin"):
                yield self.scene.detail("address", m.start(1), m.end(1), "home")
        for m in _CLASS.finditer(self.text):
            ref = self.scene.refs.before(m.start(), self.scene.refs.sentence(m.start()).start)
            beside = ref is not None and ref.role == "child" and m.start() - ref.end < 6
            about = beside or self.scene.about(m.start()) in ("child", "none")
            if about and self.scene.family_near(m.start()):
                yield self.scene.detail("school", m.start(), m.end(), "class")

    # institutions
    def _institution(self, p: Phrase) -> Detail | None:
        words = p.words
        left = self.scene.left(p.start, 60)
        if words[-1] in self.inst_not or any(w in ("court", "police", "ministry") for w in words):
            return None
        if self.scene.refs.in_title_case(p.start) and self.text.count(p.text) < 2:
            return None  # in a headline where every word is capitalised, no name unless it comes again
        if re.search(r"\b(?:hospitals|clinics|homes|schools)\s+(?:in|across|near|of)\s+$", left):
            return None  # "taken to hospitals in Mountain Home"
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
        sure = listed or (named and any(w in self.inst_sure for w in words))
        cue = self._cue(p, "institution", "care")
        near = self._adjacent(p, "institution", "care")
        subject = self._kind_of_subject(p)
        if (
            ward is not None
            and not is_big(p.text, self.scene.language)
            and (cue or subject in ("child", "kin") or self.scene.family_near(p.start))
            and words[0] not in self.inst_not
        ):
            noun = ward.group(1).lstrip()
            return self.scene.detail("institution", p.start - len(noun), p.end, "where the child is", cue=cue)
        if _HOME_NEXT.match(self.text, p.end) and not self._is_person(p) and subject in ("child", "kin"):
            return self.scene.detail("institution", p.start, p.end, "where the child is", cue=near)
        if not (named or listed):
            strong = near is not None and self._strong_care(near) and not self._is_person(p)
            at = near is not None and self.text[near[1] - 3 : p.start].split()[:1] == ["at"]
            if not strong or is_big(p.text, self.scene.language) or subject not in ("child", "kin"):
                return None
            if self._looks_like_place(p) and not at:
                return None
            return self.scene.detail("institution", p.start, p.end, "where the child is", cue=near)
        if is_big(p.text, self.scene.language):
            return None
        inside = (
            cue is not None
            or re.search(r"\b(?:in|at|to|into|inside|of|from|on)\s+(?:the\s+|a\s+)?$", left, re.IGNORECASE)
            is not None
        )
        if not inside or (words[-1] in ("hospital", "clinic", "prison") and self._generic(p)):
            # "Staff at the Rowan House clinic call her the boss" is caught above; "Lantern House said" is not
            return None
        if subject == "adult" and not (cue or sure):
            return None
        held = subject == "adult" and not self._child_before(self.scene.refs.sentence(p.start).start, p.start)
        if set(words) & _JAIL and (held or subject == "kin"):
            return None  # where the accused father is held
        if not (sure or cue) and (subject not in ("child", "kin") or not self.scene.family_near(p.start)):
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

    def _beds(self) -> Iterator[Detail]:
        """ "Admitted to bed 14 of the burns unit"."""
        for m in _BED.finditer(self.text):
            if self.scene.about(m.start()) in ("child", "none") and self.scene.family_near(m.start()):
                yield self.scene.detail("institution", m.start(), m.end(), "where the child is")

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
            and self._kind_of_subject(p) == "adult"
        )

    def _strong_care(self, cue: tuple[int, int]) -> bool:
        """A verb that is said of a child in a home or on a ward and hardly of any other place."""
        return _KEPT.match(self.text, cue[0]) is not None

    def _looks_like_place(self, p: Phrase) -> bool:
        token = self.scene.refs.token(p.start)
        return token.ent_type_ in ("GPE", "LOC", "NORP", "PERSON", "DATE") or p.head in self.place_words

    # work
    def _work(self, p: Phrase) -> Detail | None:
        cue = self._adjacent(p, "workplace", "verbs") or self._called(p)
        if cue is None:
            return self._busy_at(p)
        at = re.search(r"\bat\s+(?:the\s+)?$", self.scene.left(p.start, 12)) is not None
        big = is_big(p.text, self.scene.language) and not at
        if self._is_person(p) or big or p.words[-1] in self.place_large or _NO_WORK.match(p.text):
            return None
        ref = self.scene.refs.about(cue[0] + 1)
        role = self.scene.role(ref)
        verb = self.text[cue[0] : cue[1]].lower()
        if role == "none" or role == "child":
            # "the daughter of the only dentist at X", "of his daughter, a labourer at X will receive"
            if not re.search(
                r"(?:son|daughter|child|girl|boy)s?\b[^.]{0,60}$", self.scene.left(cue[0], 70)
            ) or re.match(r"(?:keeps?|kept|run|runs|runn)", verb):
                return None
            if not re.search(r"\b(?:of|to)\b|,", self.scene.left(cue[0], 50)):
                return None
        elif role != "kin":
            return None
        if (
            self._looks_like_place(p)
            and p.words[-1] not in self.work_tails
            and re.search(r"(?:in|of|from)$|^(?:sell|sold)", verb)
        ):
            return None
        if p.words[0] in ("grade", "class", "year"):
            return None
        return self.scene.detail("workplace", p.start, p.end, "a parent's work", cue=cue)

    def _called(self, p: Phrase) -> tuple[int, int] | None:
        """ "a bakery on the quay called Bursztyn"."""
        own = r"(?:his|her|their|[\w-]+[’']s)\s+(?:[\w-]+\s+)?(?:" + _alt(self.work_tails) + r"),\s+$"
        if (m := re.search(own, self.scene.left(p.start, 50), re.IGNORECASE)) and self.scene.family_near(
            p.start
        ):
            return (p.start - len(m.group()), p.start)
        m = re.search(
            r"\b(?:" + _alt(self.work_tails) + r")\b[^.;:!?]{0,40}\b(?:called|named)\s+[“\"‘']?$",
            self.scene.left(p.start, 80),
            re.IGNORECASE,
        )
        return (p.start - (len(m.group())), p.start) if m else None

    def small_workplaces(self) -> Iterator[Detail]:
        """Places of work without a name that point at one: "a tyre shop on the Kitale road", "the only garage"."""
        tails = _alt(self.work_tails | self.scene.words("workplace", "small"))
        what = re.compile(
            rf"\s+(?:as\s+(?:an?|the)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:at|in|for|with)\s+)?(?P<x>(?P<only>the\s+(?:only|village|last|biggest|largest)|[Aa]|[Aa]n|[Tt]he|his|her|their|one)\s+(?:(?:own|small)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{tails})\b"
            r"(?P<where>\s+(?:called\s+)?(?:in|on|at|near|behind|opposite|beside|off|outside|by|called|by)?\s*(?:the\s+)?(?:(?:old|new|main)\s+)?(?:[A-Z][\w’'-]+)(?:\s+[A-Z]?[\w’'-]+)?|\s+(?:beside|opposite|behind|near|by|next\s+to)\s+the\s+[\w’'-]+|\s+in\s+the\s+(?:valley|village|town|district))?)"
        )
        for start, end in self.scene.hits("workplace", "verbs"):
            m = what.match(self.text, end)
            if m is None or "\n" in m.group() or not (m["where"] or len(m["only"]) > 4):
                continue
            if (
                m["where"]
                and m["where"].split()[-1][:1].islower()
                and m["where"].split()[-1] in self.function
            ):
                continue
            if (
                m["where"]
                and len(m["only"]) < 4
                and is_big(
                    re.split(r"\s+(?:in|on|at|near)\s+(?:the\s+)?", m["where"])[-1].strip(),
                    self.scene.language,
                )
            ):
                continue  # "a farm in Canada"
            if self.scene.about(start + 1) == "kin":
                yield self.scene.detail(
                    "workplace", m.start("x"), m.end("x"), "a parent's work", cue=(start, end)
                )

    def _trade(self, p: Phrase) -> bool:
        """ "Her mother, a paramedic with the County Ambulance Service": a noun beside the family's name."""
        token = self.scene.refs.token(p.start)
        for _ in range(6):
            if token.idx < p.start or token.head is token:
                break
            token = token.head
        if token.dep_ != "prep" or token.lower_ not in ("at", "with", "for") or self._known_person(p):
            return False
        noun = token.head
        if (
            noun.pos_ != "NOUN"
            or noun.dep_ not in ("appos", "attr", "conj")
            or is_big(p.text, self.scene.language)
        ):
            return False
        return self.scene.role(self.scene.refs.about(noun.idx)) == "kin"

    def _busy_at(self, p: Phrase) -> Detail | None:
        """The family does something at or for a firm: "drives a handcart at Wakulima market"."""
        prep = re.search(
            r"\b(at|for)\s+(?:the\s+(?:gates?|entrance|back|corner|edge)\s+of\s+)?(?:the\s+|a\s+)?$",
            self.scene.left(p.start, 32),
            re.IGNORECASE,
        )
        if prep is None and self._trade(p):
            return self.scene.detail("workplace", p.start, p.end, "a parent's work")
        if prep is None or self._is_person(p) or is_big(p.text, self.scene.language):
            return None
        if (
            _PLACE_NEXT.match(self.text, p.end)
            or self._adjacent(p, "address", "live")
            or self._adjacent(p, "institution", "care")
        ):
            return None
        token = self.scene.refs.token(p.start)
        last = p.words[-1]
        if _STOP.match(self.text, p.end) or _STUDIES.search(self.scene.left(p.start, 30)):
            return None
        if last in self.inst_heads | self.inst_not | self.school_heads or last in (
            "church",
            "mosque",
            "temple",
            "university",
            "court",
        ):
            return None
        if last not in self.work_tails and token.ent_type_ not in ("ORG", "FAC", "PRODUCT"):
            return None
        ref = self.scene.refs.about(p.start)
        if self.scene.role(ref) != "kin":
            return None
        left = self.scene.left(p.start, 90)
        if re.search(
            r"\b(?:said|told|spoke|speaking|died|treated|admitted|met|wept|sat|appeared|arrived|waited|thanked|praying|buried)\b",
            left,
        ) or re.search(
            r"\b(?:asked|apologi|search|appeal|pray|thank|wait|hope)\w*\s+for\s+(?:the\s+)?$", left
        ):
            return None
        return self.scene.detail("workplace", p.start, p.end, "a parent's work")

    # places
    def _locality(self, p: Phrase) -> Detail | None:
        scene = self.scene
        words = p.words
        lang = scene.language
        # "Nashik district", "Elm Farm village": the type is part of the phrase
        name, typed = p.text, ""
        if len(words) > 1 and words[-1] in self.place_words:
            typed = words[-1]
            name = p.text[: -len(typed)].rstrip(" -")
        if not name or (words[0] in ("the",) and len(words) == 1):
            return None
        if " " not in name and name.isupper() and len(name) < 6 and not typed:
            return None  # "FIR", "NGO"
        if (
            typed
            and " " not in name
            and p.start == scene.refs.sentence(p.start).start
            and self._ordinary(name)
        ):
            return None  # "Group village headman"
        if typed == "parish" and _CHURCH.match(name):
            return None
        if len(name) < 3 or (name.isupper() and len(name) > 4 and p.start < 40) or _MONEY.match(name):
            return None
        if (
            not typed
            and scene.refs.token(p.start).pos_ == "ADJ"
            and scene.refs.token(p.start).ent_type_ == "NORP"
        ):
            return None  # "Australian farms"
        left, right = scene.left(p.start, 90), scene.right(p.end, 60)
        nxt = re.match(r"\s+([a-zà-ÿ’'-]+)", right)
        follow = nxt[1] if nxt else ""
        if not typed and follow in scene.words("locality", "not_after"):
            return (
                self._district(p, name, follow, left)
                if follow in self.place_large and not is_big(name, lang)
                else None
            )
        land = len(words) > 1 and words[-1] in _LAND and p.text.split()[-1][:1].isupper()
        if words[-1] in scene.words("locality", "not_after") - self.place_words and not land:
            return None
        if typed in self.place_large and typed not in self.place_small:
            return None if is_big(name, lang) else self._district(p, name, typed, left)
        role = self._kind_of_subject(p)
        small = r"(?:" + _alt(self.place_small) + r")s?"
        of_type = re.search(
            rf"\b(?:his|her|their|home|family[’']s)\s+{small},\s+$|\b{small}\s+(?:of|called|named|known\s+as)\s+(?:the\s+)?$",
            left,
            re.IGNORECASE,
        )
        after_type = re.match(
            rf"\s*,?\s*(?:(?:is\s+|was\s+)?(?:a|an|the)\s+(?:[\w’'-]+\s+){{0,4}}?)?\b{small}\b|\s*[,(]?\s*(?:a\s+\w+\s+of\s+)?(?:with\s+a\s+)?population\s+(?:of\s+)?\d|\s*,\s*a\s+(?:scatter|cluster|handful|huddle|string)\s+of\b|\s*,\s*where\s+(?:only\s+)?[\d,]+\s+(?:people|families)",
            right,
            re.IGNORECASE,
        )
        if typed and typed in self.place_small:
            after_type = after_type or re.match("", "")
        prep = re.search(
            r"\b(in|at|from|of|near|to|outside|around|for|into|on|above|below|through|via|past|beyond|after)\s+(?:the\s+)?(?:(?:nearby|tiny|small|remote|little|her|his|their|native|home)\s+)*$",
            left,
            re.IGNORECASE,
        )
        first = words[0].rstrip(".")
        if not is_big(name, lang) and (
            (len(words) > 1 and first in scene.words("locality", "prefixes"))
            or name.lower().endswith(tuple(scene.words("locality", "endings")))
        ):
            after_type = after_type or re.match("", "")
        called_small = after_type is not None and re.search(
            rf"\b{small}\b", after_type.group(), re.IGNORECASE
        )
        if is_big(name, lang) and not (of_type or called_small or (typed in self.place_small and typed)):
            return None
        if of_type or after_type:
            if role == "adult" and not scene.family_near(p.start) and not self._of_neighbours(p):
                return None
            return scene.detail("locality", p.start, p.start + len(name), "a small place")
        if _MAN_OF.search(left) and not self._is_org(p):
            return scene.detail("locality", p.start, p.start + len(name), "where the child is from")
        if (_GLOOM.search(left) or _WHOLE.search(left)) and not self._is_org(p):
            return scene.detail("locality", p.start, p.start + len(name), "where it happened to the child")
        if (
            _LEFT_IT.search(left)
            and role in ("child", "kin")
            and not self._is_org(p)
            and (
                scene.refs.token(p.start).ent_type_ in ("GPE", "LOC", "PERSON")
                or re.search(r"\b(?:not|never)\s+left\s+$", left)
            )
        ):
            fled = re.search(r"\bfle", left[-12:]) is not None  # refugees flee from cities as well
            return scene.detail(
                "locality", p.start, p.start + len(name), "where the child is from", certain=not fled
            )
        if not prep or self._is_org(p) or self._of_stranger(p):
            return None
        if _VILLAGE_IN.search(left):
            if not scene.family_near(p.start) or role == "adult":
                return None
            return scene.detail("locality", p.start, p.start + len(name), "a district", certain=False)
        word = prep[1].lower()
        live = self._adjacent(p, "address", "live")
        if (
            live is not None
            and word in ("in", "at", "from", "of", "on", "near", "outside", "to", "into", "for")
            and (role in ("child", "kin", "none") or re.search(r"\bfamily\s+home\s+\w+\s+$", left))
            and scene.family_near(p.start)
            and not _NO_FAMILY_HOME.search(left)
        ):
            # "a flat at Ocean View" is a house, "a house in Kishamba" a village
            kind = "address" if word in ("at", "on") else "locality"
            return scene.detail(
                kind, p.start, p.start + len(name), "where the child lives or is from", cue=live
            )
        # "Sunmaya Tamang, 14, of Gumbadanda"
        ref = scene.refs.before(p.start, scene.refs.sentence(p.start).start)
        if ref is not None and word in ("of", "from", "at", "in") and scene.role(ref) in ("child", "kin"):
            gap = self.text[ref.end : p.start]
            if re.fullmatch(
                r"\s*,?\s*\(?(?:(?:aged\s+)?\d{1,2}|[a-z-]+)?\)?\s*,?\s*(?:an?\s+(?:[\w’'-]+\s+){1,3}(?:at|in)\s+|(?:an?\s+(?:[\w’'-]+\s+){1,3})?(?:also\s+|originally\s+)?(?:of|from)\s+)",
                gap,
            ):
                return scene.detail("locality", p.start, p.start + len(name), "where the child is from")
        people = re.search(
            r"\b(?:" + _alt(scene.words("locality", "people")) + r")\s+(?:of|in|from)\s+(?:the\s+)?$",
            left,
            re.IGNORECASE,
        )
        if (
            people
            and scene.family_near(p.start)
            and not re.search(r"\d[\d,]*\s+(?:[\w-]+\s+)?$", left[: people.start()])
        ):
            return scene.detail("locality", p.start, p.start + len(name), "where the child is from")
        s = scene.refs.sentence(p.start)
        opens = self.text[s.start : p.start].strip().lower() in (
            "in",
            "at",
            "back in",
            "outside",
            "from",
            "near",
            "in the",
        )
        if opens:
            inside = [r for r in scene.refs.within(p.end, min(s.end, p.end + 90)) if not r.generic]
            if inside and scene.role(inside[0]) in ("child", "kin"):
                return scene.detail("locality", p.start, p.start + len(name), "where the child is")
            return None
        if (
            role in ("child", "kin")
            and word in ("in", "at", "from", "to", "near", "outside")
            and ref is not None
            and scene.role(ref) in ("child", "kin")
        ):
            gap = self.text[ref.end : p.start]
            if (
                len(gap) < 60
                and self._local(p)
                and not re.search(r"[“”\"]|\b(?:court|hospital|judge|police|hearing|trial|inquest)\b", gap)
            ):
                return scene.detail("locality", p.start, p.start + len(name), "where the child is")
        if self._happened_there(p, word, role):
            return scene.detail("locality", p.start, p.start + len(name), "where it happened to the child")
        # the home school or shelter stands there
        if (
            word in ("in", "at", "of")
            and re.search(
                r"\b(?:School|Academy|Primary|Home|Mandir|House|farm|family|school)\s+(?:in|at|of)\s+$",
                left,
            )
            and scene.family_near(p.start)
        ):
            return scene.detail("locality", p.start, p.start + len(name), "where the child is")
        return None

    def _of_neighbours(self, p: Phrase) -> bool:
        ref = self.scene.refs.about(p.start)
        return ref is not None and ref.person is None and ref.word in _NEIGHBOURS

    def _happened_there(self, p: Phrase, word: str, role: str) -> bool:
        """A small place in the sentence that tells of the child, where no stranger is who it is said of."""
        scene = self.scene
        if word not in (
            "in",
            "at",
            "from",
            "near",
            "outside",
            "to",
            "above",
            "around",
            "below",
        ) or self._is_person(p):
            return False
        if role == "adult" or not self._local(p) or _STUDIES.search(scene.left(p.start, 30)):
            return False
        s = scene.refs.sentence(p.start)
        if any(t.lower_ in _VEHICLE for t in scene.refs.within_tokens(s.start, p.start)):
            s = scene.refs.paragraph(p.start)  # "The car left the road outside X": those in it come later
        kids = [r for r in scene.refs.within(s.start, s.end) if scene.role(r) == "child" and not r.generic]
        return bool(kids) and scene.refs.token(p.end - 1).ent_type_ not in ("ORG", "PERSON", "FAC", "PRODUCT")

    def _ordinary(self, name: str) -> bool:
        """Whether the word is in the English dictionary."""
        known: frozenset[str] = self.scene.story.doc.user_data.get("ordinary", frozenset())
        return name.lower() in known

    def _of_stranger(self, p: Phrase) -> bool:
        """ "a married driver in Moruga": the place is that of a grown-up who is no family."""
        token = self.scene.refs.token(p.end - 1)
        for _ in range(4):
            if token.dep_ == "prep" and token.idx < p.start:
                head = token.head
                if head.lower_ in self.trades and any(t.lower_ in ("a", "an") for t in head.children):
                    return True
                if head.lower_ in self.scene.words("locality", "people"):
                    return False  # "elders in X"
                ref = self.scene.refs.at(head.idx, head.idx + len(head))
                return head.pos_ in ("NOUN", "PROPN") and ref is not None and self.scene.role(ref) == "adult"
            if token.head is token:
                break
            token = token.head
        return False

    def _local(self, p: Phrase) -> bool:
        """The verb that governs the place is one of living, going or being found there."""
        token = self.scene.refs.token(p.end - 1)
        for _ in range(5):
            if token.head is token:
                break
            token = token.head
            if token.pos_ == "VERB":
                return token.lemma_.lower() in self.scene.words("locality", "verbs")
        return False

    def _district(self, p: Phrase, name: str, typed: str, left: str) -> Detail | None:
        """A district or a town is weak alone."""
        if (
            typed not in self.place_large
            or not self.scene.family_near(p.start)
            or self._kind_of_subject(p) == "adult"
        ):
            return None
        if not re.search(r"\b(?:in|from|of|near)\s+(?:the\s+)?$", left):
            return None
        end = p.end if p.text.lower().endswith(typed) else p.end + 1 + len(typed)
        return self.scene.detail("locality", p.start, end, "a district", certain=False)

    def _is_org(self, p: Phrase) -> bool:
        heads = _org_heads(self.scene.language)
        last = p.text.split()[-1]
        token = self.scene.refs.token(p.start)
        if any(
            w in _org_heads(self.scene.language)
            and w.lower() not in _LAND
            and w
            not in (
                "Bay",
                "Hill",
                "Hills",
                "Wood",
                "Woods",
                "Creek",
                "Falls",
                "Farm",
                "Island",
                "Valley",
                "Mill",
                "Green",
                "Field",
                "Bridge",
                "Harbour",
                "Beach",
                "Park",
                "River",
                "Lake",
                "Plain",
            )
            for w in p.text.split()
        ):
            return True
        if last in heads and token.ent_type_ == "ORG":
            return True
        return token.ent_type_ in (
            "DATE",
            "TIME",
            "NORP",
            "LANGUAGE",
            "EVENT",
            "LAW",
            "WORK_OF_ART",
            "MONEY",
        ) or p.text.split()[0] in _not_names(self.scene.language)


def _before_hospital(name: str) -> str:
    """ "Coal City" of "Coal City Children's Hospital"."""
    return re.split(
        r"\s+(?:Children[’']s|General|Hospital|Medical|Infirmary|hospital|University)\b", name, maxsplit=1
    )[0]


@lru_cache(maxsize=32)
def _alt(words: frozenset[str]) -> str:
    return alternatives(words)


@lru_cache(maxsize=4)
def _org_heads(language: str) -> frozenset[str]:
    return frozenset(load_data(language, "people")["org_heads"])
