"""Where a child's family works."""

from __future__ import annotations

from collections.abc import Iterator

from ... import lazy_re as re
from ... import seek
from ...languages.en.frames import ROLES
from ..model import Detail
from .judge import PLACE_NEXT, STUDIES, Judge
from .phrases import Phrase
from .places import is_big
from .scene import alternatives

_NO_WORK = re.compile(r"courtroom|court\b|room\b|grade\b|class\b|year\b", re.IGNORECASE)
_SUM = re.compile(r"[A-Z][A-Za-z]{0,3}\.?\s?\d[\d,.]*$")  # "for K35 million", "at Rs9,000 a month"
_STOP = re.compile(r"\s+(?:station|stop|terminal|interchange|line|platform|train|bus)\b")


#: what people do for a living, so that a name after "at" or "for" is where they do it
_LABOUR = frozenset(
    "work labour labor load sell wash iron lay drive guard sort clean cook sew pack pick weave stack"
    " carry weld paint plough plow dig teach nurse serve bake butcher haul deliver sweep mop"
    " operate toil slave moonlight cut stitch spin crush brew repair fix tend harvest prune shear"
    " trade cashier clerk hawk vend peddle stand man run keep break".split()
)


#: rooms and gates of a place of work
_ROOMS = frozenset(
    "canteen kitchen office offices gate gates warehouse laundry stores packhouse dispatch floor yard".split()
)
_OWNED = r"business|enterprise|venture"
#: "his business, X", "the family firm, X", "has a salon, X"
_OWN_FIRM = (
    r"\b(?:(?P<whose>his|her|their|the\s+family|family|[\w-]+[’']s)|(?:has|had|owns|owned|runs|ran|opened|founded)\s+an?)"
    r"\s+(?:[\w-]+\s+)?(?:%s),\s+$"
)
#: "has a stationery shop opposite the post office"
_HAS_SHOP = seek.compile(
    r"\b(?:has|have|had)\s+(?P<x>(?:an?|the\s+only)\s+(?:[\w’'-]+\s+){0,2}(?:shop|stall|kiosk|salon|garage|workshop|restaurant|caf[eé]|pharmacy|bakery|store|studio|pub|butchery|barbershop)"
    r"\s+(?:in|on|at|near|behind|opposite|beside|off|outside|by)\s+(?:the\s+)?(?P<where>[A-Z][\w’'-]+(?:\s+[\w’'-]+){0,3}?))(?=\s*(?:[,.;)]|and\b|is\b|was\b|$))"
)
#: "the tavern where she also sweeps", "a motel near Otavi where he guards the gate"
_WHERE_LABOURS = seek.compile(
    r"\bwhere\s+(?P<who>he|she)\s+(?:also\s+|sometimes\s+|now\s+)?(?:work|clean|cook|sweep|wash|scrub|serve|sew|iron|guard|cut|pack|sort|weave|bake|load|mend|repair|weld|sell)(?:e?s|ed)?\b(?:\s+(?:the\s+)?(?!for\b|from\b|at\b)[a-z]+(?:s|es)\b)?"
)
#: "is the only dentist in Corbeck", "is the village's only midwife"
_ONLY_ONE = seek.compile(
    r"\b(?:is|was|works\s+as|serves\s+as|became)\s+(?P<x>(?:the|[\w-]+[’']s|the\s+[\w-]+[’']s)\s+only\s+(?:[a-z-]+\s+)??(?P<job>[a-z-]+)(?:\s+(?:in|of|at|on)\s+(?:the\s+)?[\w’'-]+(?:\s[A-Z][\w’'-]+)*)?)"
)
#: words between "a" and a plain word for a place of work that say which one it is
_TOLD_ENOUGH = 2
_SMALL_PLACE = r"\b(?:[Tt]he|an?|[Oo]ne)\s+(?:(?!(?:of|and)\b)[\w’'-]+\s+){0,3}?"
_BESIDE = r"(?:\s+(?:in|on|at|near|behind|opposite|beside|outside)\s+(?:the\s+)?[A-Z][\w’'-]+)?,?\s+"
#: "a conductor on the Spanish Town 12B route"
_ON_ROUTE = seek.compile(
    r"\b(?P<x>(?:conductor|driver|guard|tout|rider|operator|helper|driving|drives|drove|works|worked)\s+on\s+(?:the\s+)?(?P<where>[A-Z0-9][\w’'/–-]*(?:\s+(?:to\s+)?[A-Z0-9][\w’'/–-]*){0,4})\s+(?:(?:bus|minibus|taxi|tram|ferry|matatu|jeepney|tro-?tro)\s+)?(?:route|line|run|service|bus|ferry|tram))\b"
)
_WHERE_KIN_WORKS = re.compile(
    r"\s*,\s+(?:where|which\s+(?:also\s+)?employs|whose\s+[\w-]+\s+is)\s+(?:his|her|their|the\s+[\w-]+[’']s)\s+(?:[\w-]+\s+)?(?P<kin>mother|father|mum|mom|dad|parents|uncle|aunt|grandmother|grandfather|stepfather|stepmother|guardian)\b"
    r"(?:\s+(?:is|was|works|worked|runs|cleans|drives|has|had|earns|cooks|sews)\b|(?=\s*[,.]))",
    re.IGNORECASE,
)
#: a newspaper: "is safe, reported New Straits Times"
_REPORTS = re.compile(r"\b(?:report(?:s|ed)|according\s+to|told|wrote|writes)\s+(?:the\s+)?$", re.IGNORECASE)


class Work(Judge):
    def judge(self, p: Phrase) -> Detail | None:
        """The firm or shop where a child's family works."""
        if employer := self._employer(p):
            return employer
        if _SUM.match(p.text) or _REPORTS.search(self.scene.left(p.start, 24)):
            return None
        if (firm := self._own_firm(p)) is not None:
            return self.scene.detail("workplace", p.start, p.end, "a parent's work", cue=firm)
        called = self._called(p)
        cue = self.adjacent(p, "workplace", "verbs") or called
        if cue is None:
            return self._busy_at(p)
        at = re.search(r"\bat\s+(?:the\s+)?$", self.scene.left(p.start, 12)) is not None
        big = is_big(p.text, self.scene.language) and not at
        if (
            (self.is_person(p) and not called)
            or big
            or p.words[-1] in self.place_large
            or _NO_WORK.match(p.text)
        ):
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
            self.looks_like_place(p)
            and p.words[-1] not in self.work_tails
            and re.search(r"(?:in|of|from)$|^(?:sell|sold)", verb)
        ):
            return None
        if p.words[0] in ("grade", "class", "year"):
            return None
        return self.scene.detail("workplace", p.start, p.end, "a parent's work", cue=cue)

    def _called(self, p: Phrase) -> tuple[int, int] | None:
        """ "a bakery on the quay called Bursztyn"."""
        own = (
            r"(?:his|her|their|[\w-]+[’']s)\s+(?:[\w-]+\s+)?(?!coach,)(?:"
            + alternatives(self.work_tails)
            + r"),\s+$"
        )
        if (m := re.search(own, self.scene.left(p.start, 50), re.IGNORECASE)) and self.scene.family_near(
            p.start
        ):
            return (p.start - len(m.group()), p.start)
        m = re.search(
            r"\b(?:" + alternatives(self.work_tails) + r")\b[^.;:!?]{0,40}\b(?:called|named)\s+[“\"‘']?$",
            self.scene.left(p.start, 80),
            re.IGNORECASE,
        )
        return (p.start - (len(m.group())), p.start) if m else None

    def _own_firm(self, p: Phrase) -> tuple[int, int] | None:
        """The firm of a child's family, told by its kind beside it; it may bear the child's name."""
        left = self.scene.left(p.start, 60)
        if not left.endswith(", "):
            return None
        m = re.search(_OWN_FIRM % f"{alternatives(self.work_tails)}|{_OWNED}", left, re.IGNORECASE)
        if m is None or not self.scene.family_near(p.start):
            return None
        at = p.start - len(left) + m.start()
        whole = self._mentions_over(p)
        if any(kind != "unknown" and s <= p.start and e >= p.end for s, e, kind, *_ in whole):
            return None  # "her firm, Ann Poe said"
        whose = (m["whose"] or "").lower()
        if whose.endswith("family"):
            return (at, p.start)
        token = self.scene.refs.token(at if whose else p.start)
        if whose in self.scene.refs.pronouns:
            role = self.scene.role(self.scene.refs.antecedent(at, self.scene.refs.pronouns[whose]))
        else:
            role = self.scene.role(self.scene.refs.resolve(token)) if whose else self.scene.about(at)
        return (at, p.start) if role == "kin" or (whose and role == "child") else None

    def others(self) -> Iterator[Detail]:
        """Places of work without a name that point at one: "a tyre shop on the Kitale road", "the only garage"."""
        tails = alternatives(self.work_tails | self.scene.words("workplace", "small"))
        what = re.compile(
            rf"\s+(?:as\s+(?:an?|the)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:at|in|for|with)\s+)?(?P<x>(?P<only>the\s+(?:only|village|local|last|biggest|largest)|[Aa]|[Aa]n|[Tt]he|his|her|their|one)\s+(?:(?:own|small)\s+)?(?P<kind>(?:[\w’'-]+\s+){{0,3}}?)(?:{tails})\b"
            r"(?P<where>\s+(?:called\s+)?(?:in|on|at|near|behind|opposite|beside|off|outside|by|called|by)?\s*(?:the\s+)?(?:(?:old|new|main)\s+)?(?:[A-Z][\w’'-]+)(?:\s+[A-Z]?[\w’'-]+)?|\s+(?:beside|opposite|behind|near|by|next\s+to)\s+the\s+[\w’'-]+|\s+in\s+the\s+(?:valley|village|town|district))?)"
        )
        for line in _ON_ROUTE.finditer(self.text):
            if self.scene.about(line.start()) == "kin":
                yield self.scene.detail("workplace", *line.span("x"), "a parent's work")
        for does in _WHERE_LABOURS.finditer(self.text):
            at = max(self.scene.refs.sentence(does.start()).start, does.start() - 80)
            place = re.search(rf"{_SMALL_PLACE}(?:{tails}){_BESIDE}$", self.text[at : does.start()])
            who = self.scene.refs.antecedent(does.start("who"), self.scene.refs.pronouns[does["who"]])
            if place is not None and self.scene.role(who) == "kin":
                yield self.scene.detail("workplace", at + place.start(), does.end(), "a parent's work")
        for one in _ONLY_ONE.finditer(self.text):
            if one["job"] in ROLES and self.scene.about(one.start("job")) == "kin":
                yield self.scene.detail("workplace", *one.span("x"), "a parent's work")
        for shop in _HAS_SHOP.finditer(self.text):
            if self.scene.about(shop.start()) == "kin" and not is_big(shop["where"], self.scene.language):
                yield self.scene.detail("workplace", shop.start("x"), shop.end("x"), "a parent's work")
        for start, end in self.scene.hits("workplace", "verbs"):
            m = what.match(self.text, end)
            if m is None or "\n" in m.group():
                continue
            told = (
                len(m["kind"].split()) >= _TOLD_ENOUGH and m["kind"].islower()
            )  # "a private fertiliser plant"
            if not (m["where"] or len(m["only"]) > 4 or told):
                continue
            if (
                m["where"]
                and m["where"].split()[-1][:1].islower()
                and m["where"].split()[-1] in self.scene.words("names", "function")
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
                continue  # "a in Canada"
            if self.scene.about(start + 1) == "kin":
                yield self.scene.detail(
                    "workplace", m.start("x"), m.end("x"), "a parent's work", cue=(start, end)
                )

    def _employer(self, p: Phrase) -> Detail | None:
        """ "Her mother's employer, X", "X, where her father is a foreman", "the family owns X"."""
        left, right = self.scene.left(p.start, 60), self.text[p.end : p.end + 80]
        if self.known_person(p) or is_big(p.text, self.scene.language):
            return None
        before = re.search(
            r"\b(?:his|her|their|[\w]+[’']s)\s+(?:\w+\s+)?(?:employers?|boss(?:es)?|workplace|place\s+of\s+work|firm),\s+(?:the\s+)?$",
            left,
        )
        after = _WHERE_KIN_WORKS.match(right)
        if (before and self.scene.family_near(p.start)) or (
            after
            and self.scene.role(self.scene.refs.at(p.end + after.start("kin"), p.end + after.end("kin")))
            == "kin"
        ):
            return self.scene.detail("workplace", p.start, p.end, "a parent's work")
        return None

    def _labours(self, p: Phrase) -> bool:
        """The phrase hangs, by "at", "for" or "of" a gate, on a verb of labour."""
        token = self.scene.refs.token(p.end - 1)
        for _ in range(7):
            if token.head.i == token.i:
                return False
            token = token.head
            if token.pos_ == "VERB":
                return token.idx < p.start and token.lemma_.lower() in _LABOUR
        return False

    def _trade(self, p: Phrase) -> bool:
        """ "Her mother, a paramedic with the County Ambulance Service": a noun beside the family's name."""
        token = self.scene.refs.token(p.start)
        for _ in range(6):
            if token.idx < p.start or token.head is token:
                break
            token = token.head
        if token.lower_ == "of" and token.head.lower_ in _ROOMS and token.head.dep_ == "pobj":
            token = token.head.head  # "a cook in the kitchen of X"
        elif token.lower_ not in ("at", "with", "for"):
            return False
        if token.dep_ != "prep" or (self.known_person(p) and p.words[-1] not in self.work_tails):
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
            r"\b(at|for|(?:by|outside|near)(?=\s+the\s+\w+\s+of\b))\s+(?:the\s+(?:gates?|entrance|back|corner|edge|doors?)\s+of\s+)?(?:the\s+|a\s+)?(?:(?:tavern|taverna|bistro|brasserie|trattoria|pizzeria|café|cafe|restaurant|bar|hotel)\s+)?$",
            self.scene.left(p.start, 32),
            re.IGNORECASE,
        )
        if prep is None and self._trade(p):
            return self.scene.detail("workplace", p.start, p.end, "a parent's work")
        if prep is None or self.is_person(p) or is_big(p.text, self.scene.language):
            return None
        if (
            PLACE_NEXT.match(self.text, p.end)
            or self.adjacent(p, "address", "live")
            or self.adjacent(p, "institution", "care")
        ):
            return None
        token = self.scene.refs.token(p.start)
        last = p.words[-1]
        labour = self._labours(p)
        if _STOP.match(self.text, p.end) or STUDIES.search(self.scene.left(p.start, 30)):
            return None
        if last in self.inst_heads | self.inst_not | self.school_heads or last in (
            "church",
            "mosque",
            "temple",
            "university",
            "court",
        ):
            return None
        if not labour and last not in self.work_tails and token.ent_type_ not in ("ORG", "FAC", "PRODUCT"):
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
