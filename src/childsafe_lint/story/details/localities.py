"""Small places that a child is from or lives in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ... import lazy_re as re
from ...languages import load_data
from ..grammar import subjects
from ..model import Detail
from .judge import GLOOM, LEFT_IT, Judge
from .phrases import Phrase, not_names
from .places import is_big
from .scene import Scene, alternatives
from .setting import AWAY, Setting

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
#: what begins with these is a sum: "an advance of Rs180,000"
_MONEY = re.compile(r"(?:Rs|K?[Ss]hs?|Rp|Tk|Kc|Ft)\.?\s?\d*$")
#: a home that is an institution: "the Kartini rehabilitation home in"
_NO_FAMILY_HOME = re.compile(
    r"\b(?:rehabilitation|care|foster|nursing|remand|baby|infant|old\s+people[’']s|children[’']s|boys[’']|girls[’'])\s+(?:home|house)\s+(?:at|in)\s*$",
    re.IGNORECASE,
)
_NEIGHBOURS = frozenset(
    "neighbour neighbours neighbor neighbors resident residents villager villagers".split()
)
#: who is from a place: "X residents"
_FOLK = frozenset("residents villagers elders inhabitants townspeople locals".split())
_ONE_OF_FOLK = frozenset("resident villager elder inhabitant neighbour neighbor".split())
#: natural words that end the name of a small place: "Burragong Creek"
_LAND = frozenset(
    "creek flat flats ridge hill hills bay valley crossing springs falls point bridge ford green cross heath wood woods"
    " gap beach harbour rocks lagoon junction corner mill mills bend hollow grove plains downs".split()
)
_FROM = re.compile(r"\b(?:from|of)\s+$")
#: "Kasubiro and Ntandi villages"
_AND_VILLAGES = (
    r"(?:,\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)*,?\s+and\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s+"
    r"(?:villages|hamlets|settlements|communities|townships|parishes|estates|barangays)\b"
)
#: small places called by two words
_TWO_WORDS = re.compile(
    r"\s+(?:growth\s+point|(?:trading|business|rural\s+service)\s+cent(?:re|er)|squatter\s+camp|informal\s+settlement"
    r"|housing\s+(?:scheme|estate)|mission\s+station|fishing\s+village|land(?:ing)?\s+site)\b"
)
#: "Nakirya, in Kotido district"
_IN_DISTRICT = re.compile(
    r",\s+(?:in|near|outside)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s+(?:district|sub-?county|upazila|tehsil|taluka?"
    r"|raion|oblast|municipality|county|province|governorate|prefecture|region)\b",
    re.IGNORECASE,
)
#: "of a Mount Felix, Portland, address"
_AN_ADDRESS = re.compile(r"(?:,\s+(?:St\.?\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?,?\s+address(?:es)?\b")
_OF_AN = re.compile(r"\bof\s+an?\s+$")
#: "an hour by canoe to X, where Ismael lives"
_WHERE_LIVES = re.compile(
    r"\s*,\s+where\s+(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\b[^.;!?\n]{0,60}?\s(?:lives?|lived|grew\s+up|was\s+(?:born|raised)|stays?|stayed)\b"
)
#: "X, where the act was committed"
_WHERE_DONE = re.compile(
    r"\s*,\s+where\s+the\s+(?:alleged\s+)?(?:act|incident|crime|attack|assault|rape|abuse|killing|murder|beating|offence|abduction|tragedy|ritual)\b"
)
#: "committed the offence between May and July at X village"
_DONE_AT = re.compile(
    r"\b(?:(?:committed|carried\s+out|perpetrated)\s+(?:the|this|these|an?)\s+(?:alleged\s+)?(?:acts?|offences?|offenses?|crimes?|rape|assaults?|abuse|attacks?)"
    r"|(?:act|offence|offense|crime|incident|rape|assault|abuse|attack)\s+(?:is\s+said\s+to\s+have\s+)?(?:occurred|happened|taken\s+place|took\s+place|was\s+committed))"
    r"\b[^.;!?\n]{0,70}\b(?:at|in)\s+$",
    re.IGNORECASE,
)
#: "The quiet of X was broken"
_QUIET_OF = re.compile(r"\b(?:quiet|calm|silence|stillness|tranquillity|serenity)\s+of\s+(?:the\s+)?$")
_IS_BROKEN = re.compile(
    r"[^.;,!?\n]{0,20}\s(?:was|were|is|has\s+been)\s+(?:broken|shattered|torn|disturbed|pierced)\b"
)
#: "may have gone to X", "must be near X": where a child is looked for
_THOUGHT_AT = re.compile(
    r"\b(?:may|might|could|must)\s+(?:now\s+|still\s+|well\s+)?(?:be|have\s+(?:been|gone))\s+(?:[\w-]+\s+)?(?:in|at|around|near|to|towards?)\s+$"
)
_OR = re.compile(r"\s+(?:or|and)\s+")
#: "in X last summer", "jetted off to X": where a family was on holiday
_HOLIDAY = re.compile(
    r"\s+(?:last|this|in|over)\s+(?:the\s+)?(?:summer|easter|christmas|half-?term|holidays?)\b", re.I
)
_FLEW = re.compile(
    r"\b(?:jet(?:s|ted|ting)?\s+(?:off|out)|holiday(?:s|ed|ing)|sunn(?:ed|ing)\s+\w+|honeymoon(?:ed|ing))\b[^.;]{0,25}$",
    re.I,
)
#: "their father was killed at X": battles are fought far from home
_BATTLE = re.compile(
    r"\b(?:father|dad|uncle|brother|husband)s?\b[^.;]{0,40}\b(?:killed|fell|fought|martyred|captured|died\s+fighting)\s+(?:at|in)\s+$",
    re.I,
)
#: "the road between A and B": what lies far apart
_ROAD_BETWEEN = re.compile(
    r"\b(?:road|highway|route|motorway|line|railway|border)\s+between\s+(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s+and\s+)?$"
)
_DASH = re.compile(r"\.?\s?[—–]\s")
_APPOSED = re.compile(r"\s*,\s+(?:an?|the|his|her|their)\s+(?P<what>(?:[\w’'-]+\s*){1,5})")
#: no villages: "the Brookfield retail village"
_SHOPS = frozenset("retail outlet shopping holiday olympic athletes' media designer".split())
_TYPED_SHOPS = frozenset("village park".split())
#: "spends time in the Netherby part of Leeds"
_PART_OF = re.compile(r"\s+(?:part|end|side|area|section|quarter|neighbou?rhood)\s+of\s+(?:the\s+)?[A-Z]")
#: kinds of names that are of no place, and those that are
_NO_PLACES = frozenset(("DATE", "TIME", "LANGUAGE", "EVENT", "LAW", "WORK_OF_ART", "MONEY"))
_PLACES = frozenset(("GPE", "LOC", "FAC"))
#: "Class VIII", "Year 11"
_CLASSES = frozenset("class year grade standard form primary p std jss sss ss basic".split())
_CHURCH = re.compile(r"(?:.*\s)?(?:St|Saint|Our\s+Lady|Holy|Sacred|Christ|All\s+Saints)\b", re.IGNORECASE)


#: what stands between a child's place, or a child and its age, and a place: ", ", " (15), of "
_IN_A_ROW = re.compile(r"(?:(?P<age>\s*\((?:aged\s+)?\d{1,2}\)\s*,\s+(?:of\s+)?)|,\s+(?:in\s+)?|\s+in\s+)$")
#: "Abdul, 11, son of Salam": a father
_SON_OF = re.compile(r"\b(?:son|daughter|child|s/o|d/o)\s+(?:of\s+)?$", re.IGNORECASE)
#: "came from Amina Sani, who accused": nobody asks of a place who it is
_WHO = re.compile(r"\s*,\s+(?:who|whom|himself|herself)\b")


class Localities(Judge):
    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.setting = Setting(scene)

    def find(self, places: list[Phrase], doubtful: list[Phrase]) -> Iterator[Detail]:
        """Places among the phrases that nothing else claims; ``doubtful`` ones look like people's names and are
        places only where the draft elsewhere calls them so."""
        hits = [d for p in places if (d := self.judge(p)) is not None]
        yield from hits
        certain: dict[str, bool] = {}
        for d in hits:
            certain.setdefault(self.text[d.span.start : d.span.end], d.certain)
        known = {(d.span.start, d.span.end) for d in hits}
        ends = {d.span.end: d for d in hits if d.certain}
        for p in places:
            joined = _OR.search(self.text, max(0, p.start - 6), p.start)
            d = ends.get(joined.start()) if joined else None
            if d is not None and (p.start, p.end) not in known and self._may_be_small(p):
                known.add((p.start, p.end))
                yield self.scene.detail("locality", p.start, p.end, "named beside the child's place")
        for p in places + doubtful:
            for name, sure in certain.items():
                end = p.start + len(name)
                if p.text.startswith(name) and (p.start, end) not in known and self._again(p, name):
                    known.add((p.start, end))
                    why = "named elsewhere as the child's place"
                    yield self.scene.detail("locality", p.start, end, why, certain=sure)

    def beside(self, found: list[Detail], phrases: list[Phrase]) -> Iterator[Detail]:
        """Places that only their place in a row tells: after a street, a school or a small place ("Mill Lane, Nether
        Wick"), after a child and its age ("Sean Roche (15), Clonbeg, Rathkeale, died")."""
        ends = {
            d.span.end: d.kind for d in found if d.certain and d.kind in ("address", "locality", "school")
        }
        known = {d.span.start for d in found}
        kids = {m.end for c in self.scene.protected for m in c.mentions}
        for p in phrases:
            gap = _IN_A_ROW.search(self.text, max(0, p.start - 30), p.start)
            if p.start in known or gap is None or self.known_person(p) or not self._may_be_small(p):
                continue
            if ends.get(gap.start()) == "school" and self.is_person(p):
                continue  # "the head of Hill School, Ann Poe, said"
            if _DASH.match(self.text, p.end):
                continue  # "PINE HARBOR, Mont. —"
            inside = self.text[p.end : p.end + 1] == ","
            if (gap["age"] is None and gap.start() in ends) or (
                gap["age"] and gap.start() in kids and inside
            ):
                ends[p.end] = "locality"
                yield self.scene.detail("locality", p.start, p.end, "named in a row with the child's place")

    def never(self, p: Phrase) -> bool:
        """No place, or none of a child's life, whatever is told of it: a sum, a class, a body, a district, a city."""
        words, text = p.words, p.text
        first, last = words[0].rstrip("."), words[-1]
        token = self.scene.refs.token(p.start)
        typed = last if len(words) > 1 and last in self.place_words else ""
        left, right = self.scene.left(p.start, 90), self.scene.right(p.end, 60)
        return (
            _MONEY.match(text) is not None
            or right[:1].isdigit()
            or token.ent_type_ in _NO_PLACES
            or (token.ent_type_ == "NORP" and token.pos_ == "ADJ")
            or (first in _CLASSES and len(words) < 3)
            or (text.isupper() and (len(text) < 6 or all(map(self._ordinary, text.split()))))
            or (len(words) == 1 and self._ordinary(text) and token.ent_type_ not in _PLACES)
            or (typed in self.place_large and typed not in self.place_small)
            or (len(words) > 1 and first in ("co", "county"))
            or (last in ("centre", "center") and words[-2:-1] in (["town"], ["city"]))
            or (typed in _TYPED_SHOPS and words[-2] in _SHOPS)
            or is_big(text, self.scene.language)
            or self._elsewhere(p, left, right)
            or self._office(p)
            or self._animal(right)
        )

    def _may_be_small(self, p: Phrase) -> bool:
        """A place of no size that everybody knows, and no body of people."""
        first, last = p.words[0].rstrip("."), p.words[-1]
        if first in ("co", "county") or last in self.place_large or is_big(p.text, self.scene.language):
            return False
        return not self._is_org(p) and (p.text[-1].islower() or p.text[-1].isdigit()) and len(p.text) > 3

    def _again(self, p: Phrase, name: str) -> bool:
        """The phrase is the place again, and not part of another name ("Wigton rugby club")."""
        token = self.scene.refs.token(p.start + len(name) - 1)
        part = token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i
        if part and token.head.lower_ not in self.place_words:
            return False
        rest = p.words[len(name.split()) :]
        return not rest or rest[0] in self.place_words

    def judge(self, p: Phrase) -> Detail | None:
        """The name of a small place that a child is from or lives in."""
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
        if len(name) > 3 and not is_big(name, lang) and self.setting.is_dateline(p):
            return scene.detail("locality", p.start, p.start + len(name), "where the report comes from")
        if len(name) < 3 or (name.isupper() and len(name) > 4 and p.start < 40) or _MONEY.match(name):
            return None
        if name.isupper() and " " in name and all(map(self._ordinary, name.split())):
            return None  # "raised the money in ONE WEEK"
        if (
            not typed
            and scene.refs.token(p.start).pos_ == "ADJ"
            and scene.refs.token(p.start).ent_type_ == "NORP"
        ):
            return None  # "Australian farms"
        left, right = scene.left(p.start, 90), scene.right(p.end, 60)
        nxt = re.match(r"\s+([a-zà-ÿ’'-]+)", right)
        follow = nxt[1] if nxt else ""
        if self._elsewhere(p, left, right) or self._office(p) or _WHO.match(right) or _SON_OF.search(left):
            return None
        if words[-1] in ("centre", "center") and words[-2:-1] in (["town"], ["city"]):
            return None
        if typed in _TYPED_SHOPS and name.split()[-1].lower() in _SHOPS:
            return None  # "the Brookfield retail village"
        if self._told_in_words(p, left, right) and not is_big(name, lang):
            return scene.detail("locality", p.start, p.start + len(name), "where the child is from")
        if not typed and follow in scene.words("locality", "not_after"):
            return (
                self._district(p, name, follow, left)
                if follow in self.place_large and not is_big(name, lang)
                else None
            )
        land = len(words) > 1 and words[-1] in _LAND and p.text.split()[-1][:1].isupper()
        if words[-1] == "park" and len(words) > 1 and not self.known_person(p) and self._lived_in(p, left):
            return scene.detail("locality", p.start, p.start + len(name), "where the child is from")
        if words[-1] in scene.words("locality", "not_after") - self.place_words and not land:
            return None
        if self._animal(right):
            return None
        if words[0].rstrip(".") in ("co", "county") and len(words) > 1:
            return None  # "Co Kerry" holds many places
        if typed in self.place_large and typed not in self.place_small:
            return None if is_big(name, lang) else self._district(p, name, typed, left)
        role = self.about(p)
        small = (
            r"(?:"
            + alternatives(self.place_small)
            + r")s?(?!\s+(?:priest|church|hall|council|headman|clerk|nurse)\b)"
        )
        of_type = re.search(
            rf"\b(?:his|her|their|home|family[’']s)\s+{small},\s+$|\b{small}\s+(?:of|called|named|known\s+as)\s+(?:the\s+)?$",
            left,
            re.IGNORECASE,
        )
        after_type = re.match(
            rf"\s*,?\s*\b{small}\b|(?:\s*[,(–—]\s*(?:is\s+|was\s+)?|\s+(?:is|was)\s+)(?:a|an|the)\s+(?:(?!(?:which|that|who|whose|where|when|by|in|for)\b)[\w’'-]+\s+){{0,4}}?\b{small}\b|\s*[,(]?\s*(?:a\s+\w+\s+of\s+)?(?:with\s+a\s+)?population\s+(?:of\s+)?\d|\s*,\s*a\s+(?:scatter|cluster|handful|huddle|string)\s+of\b|\s*,\s*where\s+(?:only\s+)?[\d,]+\s+(?:people|families)|\s*,\s*where\s+(?:he|she|the\s+(?:boy|girl|child|family|victim|teenager))\s+(?:was\s+born|lives?|lived|grew\s+up)\b|\s+(?:has|had|is\s+home\s+to)\s+(?:(?:about|only|some)\s+)?[\d,]+\s+(?:people|families|residents|souls|inhabitants|households)\b",
            right,
            re.IGNORECASE,
        )
        after_type = after_type or re.match(_AND_VILLAGES, right) or _TWO_WORDS.match(right)
        if after_type is None and scene.family_near(p.start):
            after_type = _IN_DISTRICT.match(right)
        if typed and typed in self.place_small:
            after_type = after_type or re.match("", "")
        prep = re.search(
            r"\b(in|at|from|of|near|to|outside|around|for|into|on|above|below|through|via|past|beyond|after)\s+(?:the\s+)?(?:(?:nearby|tiny|small|remote|little|her|his|their|native|home|rural|suburban)\s+)*$",
            left,
            re.IGNORECASE,
        )
        if AWAY.search(left):
            return None  # "an hour's drive from X"
        first = words[0].rstrip(".")
        if not is_big(name, lang) and (
            (len(words) > 1 and first in scene.words("locality", "prefixes"))
            or name.lower().endswith(tuple(scene.words("locality", "endings")))
        ):
            after_type = after_type or re.match("", "")
        called_small = after_type is not None and re.search(
            rf"\b{small}\b", after_type.group(), re.IGNORECASE
        )
        if called_small and "community" in called_small.group().lower() and is_big(name, lang):
            return None  # the people of a whole town or state
        if is_big(name, lang) and not (
            of_type or called_small or typed in self.place_small - {"", "community"}
        ):
            return None
        if of_type or after_type:
            if role == "adult" and not scene.family_near(p.start) and self._of_one(p):
                return None
            return scene.detail("locality", p.start, p.start + len(name), "a small place")
        opens = p.start == scene.refs.sentence(p.start).start and self._ordinary(name)  # "Fire chiefs"
        if follow in _FOLK and scene.family_near(p.start) and not opens and not self._is_org(p):
            return scene.detail("locality", p.start, p.start + len(name), "where the child is from")
        if _MAN_OF.search(left) and not self._is_org(p):
            return scene.detail("locality", p.start, p.start + len(name), "where the child is from")
        if (GLOOM.search(left) or _WHOLE.search(left)) and not self._is_org(p):
            return scene.detail("locality", p.start, p.start + len(name), "where it happened to the child")
        if (
            LEFT_IT.search(left)
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
        if self._is_org(p):
            return None
        if not self.is_person(p) and not self.known_person(p) and not opens:
            tells = self.setting
            there = tells.is_there(p) and not self._of_stranger(p)
            if there or tells.called_after(p) or tells.as_people(p) or tells.is_reached(p):
                return scene.detail(
                    "locality", p.start, p.start + len(name), "where the child's story is set"
                )
        if not prep or self._of_stranger(p):
            return None
        if _VILLAGE_IN.search(left):
            if not scene.family_near(p.start) or role == "adult":
                return None
            return scene.detail("locality", p.start, p.start + len(name), "a district", certain=False)
        word = prep[1].lower()
        live = self.adjacent(p, "address", "live")
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
        # "Maya Gurung, 14, of Simaldanda"
        ref = scene.refs.before(p.start, scene.refs.sentence(p.start).start)
        if ref is not None and word in ("of", "from", "at", "in") and scene.role(ref) in ("child", "kin"):
            gap = self.text[ref.end : p.start]
            if re.fullmatch(
                r"\s*,?\s*(?:\([^()\n]{1,20}\)|(?:aged\s+)?\d{1,2}|[a-z-]+)?\s*,?\s*(?:an?\s+(?:[\w’'-]+\s+){1,3}(?:at|in)\s+|(?:an?\s+(?:[\w’'-]+\s+){1,3}|(?:both|cousins|brothers|sisters|siblings|twins|friends)\s+)?(?:also\s+|originally\s+)?(?:of|from)\s+(?:rural\s+|suburban\s+|nearby\s+)?)",
                gap,
            ):
                return scene.detail("locality", p.start, p.start + len(name), "where the child is from")
        people = re.search(
            r"\b(?:" + alternatives(scene.words("locality", "people")) + r")\s+(?:of|in|from)\s+(?:the\s+)?$",
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
            (role in ("child", "kin") or self._of_body(p))
            and word in ("in", "at", "from", "to", "near", "outside")
            and (ref is None or scene.role(ref) in ("child", "kin"))
        ):
            gap = self.text[ref.end if ref is not None else s.start : p.start]
            if (
                len(gap) < 60
                and (self._local(p) or self._of_body(p))
                and not re.search(r"[“”\"]|\b(?:court|hospital|judge|police|hearing|trial|inquest)\b", gap)
            ):
                return scene.detail("locality", p.start, p.start + len(name), "where the child is")
        # the home school or shelter stands there
        if (
            word in ("in", "at", "of")
            and re.search(
                r"\b(?:School|Academy|Primary|Home|Mandir|House|Shelter|Orphanage|Camp|Mission|Hostel|farm|family|school)\s+(?:in|at|of)\s+$",
                left,
            )
            and scene.family_near(p.start)
        ):
            return scene.detail("locality", p.start, p.start + len(name), "where the child is")
        return None

    def _told_in_words(self, p: Phrase, left: str, right: str) -> bool:
        """ "of a X address", "X, where Ismael lives", "may have gone to X"."""
        if _OF_AN.search(left) and _AN_ADDRESS.match(right):
            return self.scene.family_near(p.start)
        if _PART_OF.match(right) and left.endswith("the "):
            near = self.scene.family_near(p.start) and self.about(p) in ("child", "kin")
            return near and not self._is_org(p) and self._may_be_small(p)
        if _WHERE_DONE.match(right) or (_QUIET_OF.search(left) and _IS_BROKEN.match(right)):
            return not self._is_org(p)
        if _DONE_AT.search(left) and p.words[-1] in self.place_small and self._may_be_small(p):
            return True
        if m := _WHERE_LIVES.match(right):
            ref = self.scene.refs.at(p.end + m.start("who"), p.end + m.end("who"))
            return self.scene.role(ref) in ("child", "kin")
        return (
            _THOUGHT_AT.search(left) is not None
            and self._may_be_small(p)
            and self.scene.family_near(p.start)
            and self.about(p) in ("child", "kin")
        )

    def _elsewhere(self, p: Phrase, left: str, right: str) -> bool:
        """Where a family was on holiday, a father fell in a war, or a road leads."""
        if _HOLIDAY.match(right) and re.search(r"\bin\s+(?:the\s+)?$", left):
            return True
        return any(x.search(left) is not None for x in (_FLEW, _BATTLE, _ROAD_BETWEEN))

    def _office(self, p: Phrase) -> bool:
        """ "Barangay Captain Noel Cruz", "Courtroom 1": an office or a room."""
        if p.words[0] == "courtroom":
            return True
        prefixed = (
            len(p.words) > 2 and p.words[0] in self.scene.words("locality", "prefixes") | self.place_words
        )
        return prefixed and p.words[1] in self.scene.words("relative", "office")

    def _lived_in(self, p: Phrase, left: str) -> bool:
        """A place called a park that somebody is from, or that is said before children or residents."""
        nxt = re.match(
            r"\s+(?:boys?|girls?|residents?|children|family|families|mother|mum|father|pupils?|teen\w*)\b",
            self.scene.right(p.end, 20),
        )
        if nxt is not None:
            return True
        ref = self.scene.refs.before(p.start, self.scene.refs.sentence(p.start).start)
        if _FROM.search(left) is None or ref is None or self.scene.role(ref) not in ("child", "kin"):
            return False
        return (
            re.fullmatch(
                r"\s*(?:\([^()\n]{1,20}\))?,?\s*(?:aged\s+)?(?:\d{1,2},?\s+)?(?:of|from)\s+",
                self.text[ref.end : p.start],
            )
            is not None
        )

    def _animal(self, right: str) -> bool:
        """ "the death in Mill Street of Rex, a terrier": no place is told to be an animal."""
        m = _APPOSED.match(right)
        beasts = frozenset(load_data(self.scene.language, "people").get("animals", ()))
        return m is not None and not beasts.isdisjoint(re.findall(r"[\w-]+", m["what"].lower()))

    def _trades(self) -> frozenset[str]:
        return frozenset(load_data(self.scene.language, "people")["roles"]) | self.scene.words(
            "who", "strangers"
        )

    def _of_body(self, p: Phrase) -> bool:
        """ "The body was brought home to X"."""
        token = self.scene.refs.token(p.end - 1)
        for _ in range(4):
            token = token.head
            if token.pos_ == "VERB":
                return any(
                    n.lemma_.lower() in ("body", "coffin", "remains", "corpse", "funeral", "burial")
                    for n in subjects(token)
                )
        return False

    def _of_neighbours(self, p: Phrase) -> bool:
        ref = self.scene.refs.about(p.start)
        return ref is not None and ref.person is None and ref.word in _NEIGHBOURS

    def _of_one(self, p: Phrase) -> bool:
        """Said of one stranger, and not of the neighbours or of a couple without a name."""
        ref = self.scene.refs.about(p.start)
        return not self._of_neighbours(p) and ref is not None and (ref.person is not None or not ref.plural)

    def _ordinary(self, name: str) -> bool:
        """Whether the word is in the English dictionary."""
        known: frozenset[str] = self.scene.story.doc.user_data.get("ordinary", frozenset())
        return name.lower() in known

    def _of_stranger(self, p: Phrase) -> bool:
        """ "a married driver in Moruga": the place is that of a grown-up who is no family."""
        scene = self.scene
        token = scene.refs.token(p.end - 1)
        for _ in range(4):
            if token.dep_ == "prep" and token.idx < p.start:
                head = token.head
                told = scene.refs.at(head.head.idx, head.head.idx + 1) if head.dep_ == "appos" else None
                if scene.role(told) in ("child", "kin"):
                    return False  # "her father, a farmer of X"
                if head.lower_ in scene.words("who", "kin") or head.lower_ in _ONE_OF_FOLK:
                    return False  # "an aunt in X", "an elder from X"
                if head.lower_ in self._trades() and any(t.lower_ in ("a", "an") for t in head.children):
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
        """A district or a town is weak alone; "at Kalambo Town" somebody of the child's is."""
        if (
            p.text.endswith(" Town")
            and left.endswith("at ")
            and self.scene.refs.token(p.start).ent_type_ != "ORG"
        ):
            s = self.scene.refs.sentence(p.start)
            if self.scene.family_near(p.start) and self.child_before(s.start, p.start):
                return self.scene.detail("locality", p.start, p.end, "where the child is")
        if typed not in self.place_large or not self.scene.family_near(p.start) or self.about(p) == "adult":
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
        ) or p.text.split()[0] in not_names(self.scene.language)


@lru_cache(maxsize=4)
def _org_heads(language: str) -> frozenset[str]:
    return frozenset(load_data(language, "people")["org_heads"])
