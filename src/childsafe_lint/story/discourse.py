"""What a draft as a whole says about its people: pronouns, "the boy", naming phrases, kinship, speech."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest

from ..drafts.model import Draft
from ..languages.en import frames
from ..languages.en.frames import DATA, Cue
from ..spans import Span
from .clusters import Cluster, judge
from .details.places import is_big
from .model import Evidence, Person, Quote
from .names import Name
from .pseudonyms import find_pseudonyms

_FICTION = re.compile(
    r"\b(?:" + "|".join(re.escape(w) for w in sorted(DATA["fiction"], key=len, reverse=True)) + r")\b", re.I
)
_HISTORY = re.compile(
    r"\b(?:" + "|".join(re.escape(w) for w in DATA["history"]) + r"|(?:in|of|by)\s+1[0-9]\d\d)\b", re.I
)
_OBITUARY = re.compile(
    r"\b(?:survived\s+by|is\s+survived|leaves\s+(?:behind\s+)?(?:a|his|her)|predeceased|(?:great-)?grandchildren)\b",
    re.I,
)
_NOMINAL_SKIP = frozenset("each every no some many these those both our my".split())
_MALE = re.compile(r"\b(?:boy|lad|son|grandson|nephew|brother|schoolboy|he|his|him)\b", re.I)
_FEMALE = re.compile(r"\b(?:girl|lass|daughter|granddaughter|niece|sister|schoolgirl|she|her)\b", re.I)
_BARE_CHILD = re.compile(
    r"\b(?:boy|girl|child|schoolboy|schoolgirl|toddler|baby|teen|teenager|pupil)\b(?:,\s*(?P<n>\d{1,2}))?(?!\w|['’]s|-)",
    re.I,
)
_SAID_AGE = re.compile(
    rf"\b(?:was|is|aged|youngest[^.]{{0,30}})\s+{frames.NUM}\b(?=\s*[.,])"
    rf"|{frames.AGE_HYPHEN.replace('?P<hn>', '').replace('?P<hu>', '')}",
    re.I,
)
_OF_SEVERAL = re.compile(
    r"\b(?:(?:one|another|two|three)\s+of\s+(?:them|their\s+number|the\s+(?:boys|girls|children|pupils|teens|teenagers))|(?:the|their|her|his)\s+(?:older|elder|younger|eldest|oldest|youngest|smallest|other|current\s+placement|first|second|third|taller|smaller|middle|boys|girls)(?:\s+(?:boy|girl|one|child|of\s+the\s+\w+))?)(?:\s+(?:are|were|is|was))?\s*(?:,|–|—|:|\()?\s*$",
    re.I,
)
_ORDINARY = frozenset(
    "hope faith grace joy rose will may june april august mark grant hunter chase dawn summer autumn angel prince "
    "king justice destiny precious gift sunday monday friday".split()
)
_PREP = re.compile(r"\b(?:in|at|from|near|to|of|around|into|outside|across|via)\s$", re.I)
_TAG = re.compile(
    r"[#@]?\b(?:[Jj]ustice[Ff]or|[Bb]ring(?:Back|Home)|[Pp]ray(?:ers)?(?:[Ff]or|4)|\.?pray\.for\.|[Ff]ind|[Ss]ave|[Hh]elp|[Tt]eam|[Ff]ree|RIP|[Hh]ope(?:4|[Ff]or)|[Ss]tay[Ss]trong|[Rr]emember(?:ing)?|[Mm]issing|[Ll]ove(?:4|[Ff]or)|[Ff]ight[Ff]or|[Jj]usticia[Pp]ara)(?P<name>[A-Z][^\W\d_]{2,}|(?<=\.)[a-z]{3,})\b"
)
_SPEAKS_AFTER = re.compile(r"\s+(?:said|says|told|tells|asked|added|wrote|ruled|warned|explained|recalled)\b")
_SPEAKS_BEFORE = re.compile(r"\b(?:said|says|told|asked|added|according\s+to)\s$")
_RACING = re.compile(
    r"\b(?:jockeys?|filly|fillies|colts?|geldings?|racecourse|furlongs?|stakes|guineas|turf|mares?|stallion|steeplechase|trainer)\b",
    re.I,
)
_OF_KIN = re.compile(
    r"\s*(?:he|she|\w+)\s+(?:said|says)\s+of\s+(?:his|her)\s+(?:little\s+|younger\s+)?(?:brother|sister|son|daughter|friend|classmate|twin)\b"
)
_THE_ONE = re.compile(
    r"\b[Tt]he\s+(?:suspect|victim|defendant|accused|deceased|complainant|patient|survivor|shooter|attacker|driver|passenger|winner|pupil|student)s?\s*(?:,|:|,?\s+(?:named|identified)\s+as)\s*$"
)
#: the draft keeps a child's name back
_KEPT_BACK = re.compile(
    r"\b(?:can(?:not|['’]t)|may\s+not|could\s+not|must\s+not)\s+(?:legally\s+)?be\s+(?:named|identified)|\b(?:names?|identit(?:y|ies))\s+(?:(?:is|are|was|were|has\s+been|have\s+been|being)\s+)*(?:withheld|protected|suppressed)"
    r"|\banonymity\b|\breporting\s+restrictions?\b|\b(?:Youth|Child|Boy|Girl|Minor|Witness|Complainant|Defendant|Pupil)\s[A-Z]\b(?!['’]?[a-z.])",
)
_LINE_BEGINS = re.compile(r"(?:^|\n)[ \t]*(?:[Bb][Yy]:?\s+|[Ww]ords:?\s+|[Pp]hotos?:?\s+)?$")
_LINE_ENDS = re.compile(r"[ \t]*(?:,[^\n.]{0,35}|\s*(?:and|&)[^\n.]{0,35})?(?:\n|$)")
_LONG_AGO = 60  # years: a child of then is a child of history
_YEAR = re.compile(r"\b1[5-9]\d\d\b(?!\s*(?:m|km|metres|tonnes|people|children|households|families)\b)")
_MADE_UP = re.compile(
    r"\b(?:made\s+up|invented|imaginary|fictional|fictitious|hypothetical|imagine)\b(?!\s+(?:name|names|story|stories|excuse|charges?|claims?))",
    re.I,
)
_WORK = re.compile(
    r"\b(?:novel|book|film|movie|play|musical|series|author|novelist|playwright|director|published|set\s+work|reader|reading|illustrat\w+|screenplay|premiere)\b",
    re.I,
)
_GROWN_CHILD = re.compile(
    r"\b(?:grown-up|adult|eldest\s+of|ex-wife|married\s+(?:son|daughter|child|children|sons|daughters))\b"
    r"|\b(?:son|daughter)s?\b[^.,;]{0,40}\b(?:is|was|got|recently|newly)\s+married\b",
    re.I,
)
#: "the suspect, 15, whom state media named as"
_AGED_ROLE = re.compile(
    r"\b(?:suspect|victim|defendant|accused|deceased|driver|passenger|patient|student|attacker|gunman|shooter|complainant),?\s+(?:aged\s+|who\s+is\s+|\()?(?P<n>1[0-7]|[1-9])\b(?!\d)",
    re.I,
)
_ROLES = frozenset(DATA["roles"])
#: "the commander known as", "a teacher called"
_ROLE_NAMED = re.compile(
    r"\b(?P<role>[\w-]+)(?:,|\s+who\s+is|\s+who\s+was)?\s+(?:known|named|called|nicknamed|identified|dubbed)(?:\s+(?:only|locally|just|simply|to\s+[\w\s]{3,30}?))?(?:\s+as)?\s*[“\"‘']?$",
    re.I,
)
_TIME = re.compile(
    r"\b(?:on|last|next|this|every|by|until|till|since|from|of|each|early|late|in|for|and|to)\s$", re.I
)
_AS_SUBJECT = re.compile(
    r"['’]s\s+(?:mother|mum|mom|father|dad|parents|family|grandm\w+|grandf\w+|aunt|uncle|brother|sister|teacher|classmates?|friends?|body|death|school|name|face|case|story)\b"
    r"|\s+(?:was|had|has|did|died|went|came|left|returned|wanted|walked|fell|could|told|never|loved|loves|lives|lived|suffered|sat|ran|plays|played)\b"
)
#: a child of a headline, without an article: "boy, 12", "five-year-old"
_BARE_AGED = re.compile(
    rf"\b(?:boy|girl|toddler|baby|teen|schoolboy|schoolgirl|child)\s*[,(]\s*(?:1[0-7]|[1-9])\b|\b(?:1[0-7]|[1-9]|{'|'.join(frames._UNITS[:17])})[-\u2010\u2011]year[-\u2010\u2011]old\b",
    re.I,
)
_SLOGAN = re.compile(
    r"\b(?:RIP|R\.I\.P\.?|[Jj]ustice\s+for|[Pp]ray(?:ers)?\s+for|[Bb]ring\s+(?:back|home)|[Hh]elp\s+find|[Ss]ave|[Rr]emembering|[Rr]est\s+in\s+peace,?)\s+(?:little\s+|baby\s+)?$"
)
#: "To his brother and sister he was Tito"
_TO_THEM = re.compile(
    r"\b[Tt]o\s+(?:his|her|their|the)\s+[^.!?\n]{3,40}\s(?:he|she)\s+(?:was|is)\s+(?:always\s+|just\s+|simply\s+)?[“\"‘']?$"
)
#: "Cosminel, as he is called at home"
_AS_CALLED = re.compile(
    r",\s+as\s+(?:(?:he|she|they)\s+(?:is|was|are|were)\s+(?:called|known)|(?:[\w’-]+\s+){1,4}(?:call|calls|called)\s+(?:him|her|them))\b",
    re.I,
)
_DONE_TO = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|murder(?:ed|ing|s)?|rap(?:ed|ing)|abus(?:ed|ing)|assault(?:ed|ing)|stabb(?:ed|ing)|shot|shooting|strangl(?:ed|ing)|beat|beaten|beating|abduct(?:ed|ing)|kidnapp(?:ed|ing)|"
    r"tortur(?:ed|ing)|starv(?:ed|ing)|poison(?:ed|ing)|(?:murder|death|killing|rape|abuse|abduction|manslaughter|disappearance|stabbing|shooting|torture|neglect)\s+of)"
    r"\s+(?:(?:his|her|their|the|a|an|[\w’'-]+['’]s)\s+)?(?:(?:partner|girlfriend|boyfriend|wife|son|daughter)['’]s\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)
_FATE = re.compile(
    r"(?:['’]s)?\s+(?:murder|death|killing|disappearance|abduction)\b|\s+(?:died|was\s+(?:killed|murdered|stabbed|shot|strangled|beaten|abducted|raped|found\s+dead|pronounced\s+dead|[“\"‘']?subjected))\b",
    re.I,
)
_HE_OR_SHE = re.compile(r"\b(?:(?P<he>he|him|his|himself)|she|her|hers|herself)\b", re.I)
_PRIZE = r"(?:prizes?|awards?|medals?|shields?|cups?|troph(?:y|ies)|certificates?|scholarships?|rosettes?)"
_SCHOOL_STORY = re.compile(
    rf"\bpupils?\b|\bschool\b[^.]{{0,80}}\b{_PRIZE}\b|\b{_PRIZE}\b[^.]{{0,80}}\bschool\b", re.I
)
_RECEIVES = re.compile(
    rf"\s+(?:took|takes|won|wins|received|receives|collected|scooped|lifted|shared|earned|(?:was|were)\s+(?:awarded|presented|given))\b[^.!?\n]{{0,60}}?\b{_PRIZE}\b",
    re.I,
)
_GOES_TO = re.compile(rf"\b{_PRIZE}\b[^.!?\n]{{0,45}}\b(?:by|to)\s+$", re.I)
_SAME_AGE = re.compile(r"\b(?:twin|best[\s-]friend|classmate|schoolmate|playmate|deskmate)s?\b", re.I)
_CAPTION = re.compile(
    r"^(?:photos?|pictures?|pictured|images?|caption|above|below|file\s+photo)\b[^\n:]{0,12}:[^\n]*$",
    re.I | re.M,
)
#: what happens to somebody, as against what a witness or an official does
_HAPPENS = re.compile(
    r"\s+(?:vanished|disappeared|left\s+(?:home|school|(?:his|her|their|the\s+family)\s+(?:home|house|flat|room))|set\s+off|died|drowned|collapsed|fell|suffered|never|went\s+missing|failed\s+to\s+return|lost\s+(?:his|her)\s+life|"
    r"(?:is|was|has\s+been|had\s+been|is\s+being|was\s+being)\s+(?:also\s+|later\s+|then\s+|reportedly\s+|allegedly\s+|last\s+|first\s+|fatally\s+|seriously\s+|critically\s+)?"
    r"(?:an?\s+(?:front-seat\s+|back-seat\s+|rear\s+)?passenger|(?:among|one\s+of)\s+(?:the\s+)?(?:dead|victims|those|two|three|four|five)|missing|seen|found|struck|hit|knocked|stabbed|shot|walking|playing|cycling|riding|travelling|pronounced|taken|rushed|airlifted|flown|"
    r"reported|killed|injured|hurt|wounded|diagnosed|admitted|treated|attacked|raped|abused|assaulted|abducted|kidnapped|snatched|rescued|buried|laid|"
    r"described|wearing|bitten|burnt|burned|electrocuted|crushed|swept|pulled|beaten|murdered|trapped|asleep|sleeping|in\s+(?:a\s+)?(?:critical|stable|serious|hospital|intensive)))\b"
)
_OWNER = re.compile(r"(?P<owner>[^\W\d_][\w’'-]*)['’]s?\s+(?:[\w-]+\s+){0,2}$")
_KIN_CHILD = re.compile(
    r"\b(?:daughter|son|girl|boy|child|baby|toddler|granddaughter|grandson|niece|nephew)\b", re.I
)
_LONG_APPOS = re.compile(
    r"\b(?:a|an|the|another|one)\s(?:(?!\b(?:was|is|were|are|has|had|said|told|after|when|and|that|which)\b)[^.,;:!?“”\n]){3,80},\s*$",
    re.I,
)


_KIN_NAMES_SELF = re.compile(
    r"\b(?:"
    + "|".join(re.escape(w) for w in DATA["kin_adult"])
    + r"),?\s+(?:who\s+)?(?:gave|giving)\s+(?:his|her)\s+name\b",
    re.I,
)


class Discourse:
    """What the draft as a whole says about its people: pronouns, "the boy", naming phrases, kinship."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        quotes: Sequence[Quote],
        names: Sequence[Name],
        clusters: list[Cluster],
        published: int,
    ) -> None:
        self.published = published
        self.text = text
        self.sentences = sentences
        self._starts = [s.start for s in sentences]
        self.quotes = quotes
        self.names = names
        self.clusters = clusters
        self.unnamed: list[Unnamed] = []
        self.by_name = {id(n): c for c in clusters for n in c.names}
        self.declared = find_pseudonyms(text, sentences, names)
        self.mentions = sorted((n for c in clusters for n in c.names), key=lambda n: n.start)

    def sentence(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def read(self) -> None:
        self._genders()
        self._fiction()
        self._naming()
        self._nominals()
        self._after_nominals()
        self._of_several()
        self._role_of_child()
        self._pronouns()
        self._in_speech()
        self._slips()
        self._slogans()
        self._bare_names()
        self._goes_on()
        self._same_fate()
        self._prizewinners()
        self._kin()

    def _genders(self) -> None:
        """He or she, by the first pronoun after each name and before the next one."""
        votes: dict[int, int] = {}
        for n, after in zip_longest(self.mentions, self.mentions[1:]):
            limit = min(n.end + 150, after.start if after else len(self.text))
            if m := _HE_OR_SHE.search(self.text, n.end, limit):
                cluster = id(self.by_name[id(n)])
                votes[cluster] = votes.get(cluster, 0) + (1 if m["he"] else -1)
        for c in self.clusters:
            vote = votes.get(id(c), 0)
            c.gender = "m" if vote > 0 else "f" if vote < 0 else None

    def _fiction(self) -> None:
        if len({m.group().lower() for m in _RACING.finditer(self.text)}) >= 3:
            for c in self.clusters:  # horses are called Baby This and Little That
                weak = [x for x in c.cues if x.shows == "child"]
                if weak and all(self.text[x.start : x.end] in ("Baby", "Little", "Young") for x in weak):
                    c.extra.append(Cue("animal", 3, weak[0].start, weak[0].end, "a racehorse"))
        years = [(int(m.group()), m.start()) for m in _YEAR.finditer(self.text)]
        old = [at for y, at in years if y <= self.published - _LONG_AGO]
        past = len(old) >= 2 and len(old) > sum(y > self.published - 20 for y, _ in years)
        for c in self.clusters:
            told = [
                self.text[self.sentences[n.sentence].start : self.sentences[n.sentence].end]
                for n in c.names
                if n.sentence < len(self.sentences)
            ]
            n = c.names[0]
            if told and all(_FICTION.search(t) for t in told) and c.level("adult") < 2:
                c.extra.append(Cue("fiction", 3, n.start, n.end, "a character in a work"))
            elif _MADE_UP.search(told[0] if told else "") or self._in_a_title(c):
                c.extra.append(Cue("fiction", 3, n.start, n.end, "somebody invented"))
            elif told and (
                all(_HISTORY.search(t) for t in told)
                or (past and any(abs(at - x.start) < 500 for x in c.names for at in old))
            ):
                c.extra.append(Cue("fiction", 3, n.start, n.end, "a historical figure"))

    def _in_a_title(self, c: Cluster) -> bool:
        """ "“Nomsa and the Paper Moon” will be a set work": the name stands in the title of a work."""
        for n in c.names:
            q = next((q for q in self.quotes if q.span.start <= n.start < q.span.end), None)
            if q is None:
                continue
            words = re.findall(r"[^\W\d_][\w’'-]*", self.text[q.span.start : q.span.end])
            long = [w for w in words if len(w) > 3]
            if len(words) < 3 or not all(w[0].isupper() for w in long):
                continue
            s = self.sentences[n.sentence]
            if _WORK.search(self.text, s.start, s.end) or (
                n.sentence + 2 < len(self.sentences)
                and _WORK.search(self.text, s.end, self.sentences[n.sentence + 2].end)
            ):
                return True
        return False

    def _naming(self) -> None:
        """ "The boy was named locally as …", "a child called …": the name is the child's."""
        for name in self.mentions:
            s = self.sentences[name.sentence].start if self.sentences else 0
            before = self.text[max(s, name.start - 80) : name.start]
            if not frames.NAMING.search(before):
                called = _AS_CALLED.match(self.text, name.end) or _TO_THEM.search(before)
                if called and not self.by_name[id(name)].cues:
                    self._alias(name)
                continue
            clause = self.text[s : name.start]
            if _KIN_NAMES_SELF.search(clause):
                self.by_name[id(name)].extra.append(
                    Cue("adult", 2, name.start, name.end, "a relative's own name")
                )
                continue
            nominals = [m for m in frames.NOMINAL.finditer(clause) if m["det"].lower() not in _NOMINAL_SKIP]
            bare = None
            if not nominals:
                bare = _BARE_CHILD.search(clause) or _AGED_ROLE.search(clause)
            cluster = self.by_name[id(name)]
            if cluster.level("adult") >= 2:
                continue
            if (role := _ROLE_NAMED.search(clause)) and role["role"].lower() in _ROLES and not nominals:
                at = s + role.start("role")
                cluster.extra.append(
                    Cue("adult", 2, at, s + role.end("role"), f"'{role['role']}': a grown-up's role")
                )
                continue
            if re.search(r"\bmy name is\s*$", before, re.I):
                self._speaker(cluster, s)
                continue
            if not nominals and re.search(r"\bis\s*$", before) and not (bare and bare["n"]):
                continue
            if (
                not nominals
                and not bare
                and re.search(
                    r"\bcall(?:s|ed)?\s+(?:him|her)\s*[“\"‘']?$|\bwhom\s[^,.;]{0,50}\bcall(?:s|ed)?\s*[“\"‘']?$|\bgoes\s+by\s*[“\"‘']?$|\basked\s+to\s+be\s+called\s*[“\"‘']?$|\bknown\s[^.]*\bas\s*[“\"‘']?$|\banswers?\s+only\s+to\s*$",
                    before,
                    re.I,
                )
            ):
                if not cluster.cues:
                    self._alias(name)
                continue
            if not nominals and not bare:
                dead = re.search(r"\b(?:deceased|victim)\b", clause, re.I) is not None
                told = (
                    self._told_before(s, dead)
                    if re.search(
                        r"\b(?:him|her|he|she|child|name|deceased|victim|suspect|accused|dead|missing|body|remains)\b",
                        clause,
                        re.I,
                    )
                    else None
                )
                if told:
                    cluster.extra.append(self._nominal_cue(told, 0))
                continue
            if nominals:
                m = nominals[-1]
                named_between = any(
                    n is not name and s + m.end() <= n.start < name.start for n in self.mentions
                )
                if named_between:
                    continue
                for other in (name.group or [name]) if m["nouns"] else [name]:
                    if self.by_name[id(other)].level("adult") < 2:
                        self.by_name[id(other)].extra.append(self._nominal_cue(m, s))
                cluster.nominals.append(Span(s + m.start(), s + m.end()))
            elif bare and not any(
                n is not name and s + bare.end() <= n.start < name.start for n in self.mentions
            ):
                cluster.extra.append(
                    Cue(
                        "child",
                        2,
                        s + bare.start(),
                        s + bare.end(),
                        f"'{bare.group()}' is a word for a child",
                    )
                )

    def _alias(self, name: Name) -> None:
        """Another name of the child named before it."""
        owner = self._child_before(name)
        if owner is None and (kid := self._one_child()) is not None:
            owner = kid.names[0]
        if owner is not None:
            cue = Cue("child", 2, owner.start, owner.end, "another name of this child")
            self.by_name[id(name)].extra.append(cue)

    def _speaker(self, cluster: Cluster, at: int) -> None:
        """ "My name is …": said by the child spoken of just before."""
        base = max(0, at - 250)
        told = list(_SAID_AGE.finditer(self.text, base, at))
        if told:
            cluster.extra.append(
                Cue("child", 2, told[-1].start(), told[-1].end(), "the child who is speaking")
            )

    def _child_before(self, name: Name) -> Name | None:
        """The child named last in this sentence or the three before it."""
        for n in reversed(self.mentions):
            if n.start < name.start and name.sentence - n.sentence <= 3:
                c = self.by_name[id(n)]
                if c.level("child") >= 2 and c.level("adult") < 3:
                    return n
        return None

    def _told_before(self, at: int, past_others: bool = False) -> re.Match[str] | None:
        """The child spoken of, without a name, in the two sentences before ``at``; ``past_others`` where the words
        for it say who is meant, whoever else was named since."""
        here = self.sentence(at)
        start = self.sentences[max(0, here - 2)].start
        found = [
            m for m in frames.NOMINAL.finditer(self.text, start, at) if m["det"].lower() not in _NOMINAL_SKIP
        ]
        if not found or (not past_others and any(found[-1].end() <= n.start < at for n in self.mentions)):
            return None
        return found[-1]

    def _nominal_cue(self, m: re.Match[str], base: int) -> Cue:
        for n, u in (("hn", "hu"), ("n", "u")):
            if m[n]:
                age = frames.years(m[n], m[u])
                return Cue(
                    "child" if age < 18 else "adult",
                    3,
                    base + m.start(),
                    base + m.end(),
                    f"'{m.group().strip()}': {'under 18' if age < 18 else '18 or over'}",
                    age,
                )
        return Cue(
            "child", 2, base + m.start(), base + m.end(), f"'{m.group().strip()}' is a word for a child"
        )

    def _nominals(self) -> None:
        racing = len({m.group().lower() for m in _RACING.finditer(self.text)}) >= 3
        for m in frames.NOMINAL.finditer(self.text):
            det = m["det"].lower()
            if det in _NOMINAL_SKIP:
                continue
            cue = self._nominal_cue(m, 0)
            age = cue.age
            if (age is not None and age >= 18) or (racing and m["hyph"] and not m["hnoun"]):
                continue
            after = self.text[m.end() : m.end() + 30]
            if m["hyph"] and not m["hnoun"]:
                nxt = re.match(r"\s+([A-Za-z\-]+)", after)
                word = nxt.group(1).lower() if nxt else ""
                if word in frames.THING_SET or word in frames.ANIMAL_SET or word in DATA["org_heads"]:
                    continue
                if nxt and nxt.group(1)[0].isupper() and word.title() in DATA["org_heads"]:
                    continue
            elif not m["hyph"] and re.match(
                r"\s+(?:psychologist|worker|workers|nurse|minister|error|care|protection|labour|labor|marriage|abuse|benefit|support|soldier|star|development|health|mortality|club|band|choir|team|football|services|court|justice|offender)",
                after,
            ):
                continue
            noun = m["noun"] or m["nouns"] or ""
            if noun[:1].isupper() and not m.group().isupper() and m.group()[:1].isupper() is False:
                continue  # "the National Child Rights Council"
            span = Span(m.start(), m.end())
            plural = bool(m["nouns"]) or det in (
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
            )
            gender = "m" if _MALE.search(m.group()) else "f" if _FEMALE.search(m.group()) else None
            owner = self._beside(span)
            if owner is not None:
                if owner.level("adult") < 3 and not plural:
                    owner.nominals.append(span)
                    owner.gender = owner.gender or gender
                continue
            definite = det in ("the", "this", "that")
            if plural:
                if m["nouns"] and det in (
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "the",
                    "his",
                    "her",
                    "their",
                ):
                    self.unnamed.append(Unnamed(span, cue, gender, plural=True, definite=definite))
                continue
            if definite:
                self._link(span, cue, gender, age)
            else:
                self.unnamed.append(Unnamed(span, cue, gender))

    def _beside(self, span: Span) -> Cluster | None:
        """The person whose name stands right before or after a nominal ("the toddler, Reggie Tuck")."""
        for n in self.mentions:
            if (
                n.start >= span.end
                and n.start - span.end <= 3
                and re.fullmatch(r"[\s,:–—(“\"‘']*", self.text[span.end : n.start])
            ):
                return self.by_name[id(n)]
            if (
                n.end <= span.start
                and span.start - n.end <= 4
                and re.fullmatch(r"\s*[,–—(]\s*", self.text[n.end : span.start])
            ):
                return self.by_name[id(n)]
            if n.start > span.end + 4:
                break
        return None

    def _byline(self, n: Name) -> bool:
        """A name that is a line of its own: who wrote the piece, or a heading."""
        before, after = self.text[max(0, n.start - 40) : n.start], self.text[n.end : n.end + 40]
        return bool(_LINE_BEGINS.search(before) and _LINE_ENDS.match(after))

    def _speaks(self, n: Name) -> bool:
        """Whether a verb of speaking stands beside the name: whoever speaks of a child is hardly that child."""
        after = self.text[n.end : n.end + 14]
        before = self.text[max(0, n.start - 14) : n.start]
        return bool(_SPEAKS_AFTER.match(after) or _SPEAKS_BEFORE.search(before))

    def _link(self, span: Span, cue: Cue, gender: str | None, age: float | None) -> None:
        """A definite "the boy": the child spoken of last, or a person not yet known to be one."""
        here = self.sentence(span.start)
        recent: list[tuple[int, Cluster]] = []
        for n in self.mentions:
            if n.start < span.start and here - n.sentence <= 4 and not self._byline(n):
                recent.append((n.start, self.by_name[id(n)]))
        recent.sort(key=lambda r: -r[0])
        if (
            age is not None
            and recent
            and here - self.sentence(recent[0][0]) <= 1
            and not any(abs(a - age) < 1.1 for _, c in recent for a in c.ages)
        ):
            # "The space belonged to Brayden Kessler. The 17-year-old …": the one named just before
            at, c = recent[0]
            n = next(x for x in c.names if x.start == at)
            if not c.cues and len(c.names[0].words) > 1 and n.label == "PERSON" and not self._speaks(n):
                c.extra.append(Cue("child", 3, span.start, span.end, cue.reason, age))
                c.nominals.append(span)
                return
        for _, c in recent:
            same_age = age is None or not c.ages or min(abs(a - age) for a in c.ages) < 1.1
            other_sex = gender and c.gender and gender != c.gender
            if c.level("child") >= 2 and c.level("adult") < 3 and same_age and not other_sex:
                c.nominals.append(span)
                return
        for u in reversed(self.unnamed):
            if (
                not u.plural
                and (age is None or u.cue.age is None or abs(u.cue.age - age) < 1.1)
                and not (gender and u.gender and gender != u.gender)
            ):
                u.more.append(span)
                return
        near = [(at, c) for at, c in recent if here - self.sentence(at) <= 2]
        for at, c in near:
            n = next(x for x in c.names if x.start == at)
            if (
                c.level("adult")
                or n.kind != "person"
                or (n.doubtful and not n.label)
                or any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
            ):
                continue
            if gender and c.gender and gender != c.gender:
                continue
            if (
                not n.propn
                or (n.label != "PERSON" and _PREP.search(self.text, max(0, n.start - 10), n.start))
                or re.match(
                    r"\s+(?:said|says|told|tells|asked|added|wrote|ruled|warned|explained)\b",
                    self.text[n.end : n.end + 12],
                )
            ):
                continue
            single = len(c.words) == 1 and n.label in ("PERSON", "")
            alone = len({id(x) for _, x in near if not x.level("adult")}) == 1
            if age is not None or (single and alone) or _HAPPENS.match(self.text, n.end):
                c.extra.append(
                    Cue("child", 3 if age is not None else 2, span.start, span.end, cue.reason, age)
                )
                c.nominals.append(span)
                c.gender = c.gender or gender
                return
        self.unnamed.append(Unnamed(span, cue, gender, definite=True))

    def _pronouns(self) -> None:
        """ "He is nine." speaks of the person spoken of before."""
        for m in frames.PRONOUN_AGE.finditer(self.text):
            if m["year"]:
                num, age = m["year"], float(self.published - int(m["year"]))
            else:
                num = m["n"] or m["n2"] or m["n3"]
                age = frames.years(num, m["u"] if m["n"] else None)
            verb = (m["verb"] or "").lower()
            if verb.startswith(("will", "would")):
                age -= 0.01
            here = self.sentence(m.start())
            if m["at"] and age < 18:
                continue  # "At nine he began …" says when, not how old the person is
            target = self._antecedent(m.start(), here)
            if target is None or (age < 18 and self._child_between(target, m.start(), here)):
                continue
            known = target.ages
            if known and min(abs(a - age) for a in known) > 1.1:
                continue
            if age < 18 and target.level("adult") >= 2:
                continue
            s, e = next(((m.start(g), m.end(g)) for g in ("n", "year") if m[g]), (m.start(), m.end()))
            target.extra.append(
                Cue(
                    "child" if age < 18 else "adult",
                    3,
                    s,
                    e,
                    f"age {num}: {'under 18' if age < 18 else '18 or over'}",
                    age,
                )
            )

    def _child_between(self, target: Cluster, at: int, here: int) -> bool:
        """ "Ms Bright lost her daughter when she was three": the child's age, not the mother's."""
        names = [n for n in target.names if n.sentence == here and n.end <= at]
        if not names:
            return False
        between = self.text[names[-1].end : at]
        return bool(_KIN_CHILD.search(between)) and not any(c.shows != "adult" for c in target.cues)

    def _antecedent(self, at: int, here: int) -> Cluster | None:
        for back in range(4):
            inside = [
                n
                for n in self.mentions
                if n.sentence == here - back
                and n.start < at
                and n.propn
                and not self._byline(n)
                and n.label not in ("NORP", "DATE")
                and not (n.doubtful and n.label != "PERSON")
                and not any(x.shows in ("animal", "thing") for x in self.by_name[id(n)].cues)
            ]
            inside = [n for n in inside if not (self.by_name[id(n)].level("adult") >= 2)] or []
            if inside:
                # the first name of an earlier sentence is its subject more often than not; a child before a stranger
                kids = [
                    n
                    for n in inside
                    if self.by_name[id(n)].level("child") or self.by_name[id(n)].level("kin-younger")
                ]
                return self.by_name[id((kids or inside)[-1 if back == 0 else 0])]
            if back == 0:
                follow = [
                    n
                    for n in self.mentions
                    if n.sentence == here
                    and at < n.start < at + 60
                    and re.match(r"[^.]{0,30}\b(?:but|and)\b", self.text[at : n.start])
                ]
                if follow:
                    return self.by_name[id(follow[0])]
        # "She is five and she sings. Chidera …" opens a story
        ahead = [
            n
            for n in self.mentions
            if n.sentence in (here, here + 1) and n.start > at and n.propn and not n.suspect
        ]
        if ahead and not self.by_name[id(ahead[0])].level("adult"):
            return self.by_name[id(ahead[0])]
        return None

    def _after_nominals(self) -> None:
        """ "A third-grader from Taraz, Inzhu Serikbaikyzy, asked …": the name in apposition to a longer phrase."""
        for name in self.mentions:
            c = self.by_name[id(name)]
            if c.level("adult") or c.level("child") or name.title:
                continue
            before = self.text[max(0, name.start - 110) : name.start]
            m = _LONG_APPOS.search(before)
            if not m or self.text[name.end : name.end + 1] not in (",", ".", ";", ")", "—", "–", ":"):
                continue
            s = max(0, name.start - 110)
            nominal = frames.NOMINAL.match(before, m.start())
            if nominal and not nominal["nouns"]:
                c.extra.append(self._nominal_cue(nominal, s))
                c.nominals.append(Span(s + nominal.start(), s + nominal.end()))

    def _role_of_child(self) -> None:
        """ "A 15-year-old was charged … The suspect, Hunter Prewitt, …" """
        for name in self.mentions:
            c = self.by_name[id(name)]
            if (
                c.level("adult")
                or c.level("child")
                or not _THE_ONE.search(self.text, max(0, name.start - 40), name.start)
            ):
                continue
            told = [
                u
                for u in self.unnamed
                if not u.plural
                and not u.generic
                and u.span.start < name.start
                and 0 <= name.sentence - self.sentence(u.span.start) <= 5
            ]
            if told:
                c.extra.append(Cue("child", 2, told[-1].cue.start, told[-1].cue.end, told[-1].cue.reason))

    def _of_several(self) -> None:
        """ "Two boys raised the alarm. The older, Sanjar, …" """
        for name in self.mentions:
            c = self.by_name[id(name)]
            if c.level("adult") or c.level("child") or name.doubtful:
                continue
            s = self.sentences[name.sentence]
            if not _OF_SEVERAL.search(self.text, max(s.start, name.start - 60), name.start):
                continue
            for u in self.unnamed:
                if (
                    u.plural
                    and u.span.start < name.start
                    and 0 <= name.sentence - self.sentence(u.span.start) <= 3
                ):
                    c.extra.append(Cue("child", 2, u.span.start, u.span.end, u.cue.reason))
                    break

    def _bare_names(self) -> None:
        """A grown-up comes into a story with a surname, a title or a role. A bare first name that comes without
        any is somebody already introduced: the child told of just before."""
        for c in self.clusters:
            first = min(c.names, key=lambda n: n.start)
            if (
                len(c.words) != 1
                or c.cues
                or first.kind != "person"
                or not first.propn
                or first.group
                or first.common
            ):
                continue
            if is_big(self.text[first.start : first.end]) or first.ordinary:
                continue
            if not (first.label == "PERSON" or (first.label == "" and first.acts)) or (
                first.doubtful and first.label != "PERSON"
            ):
                continue
            told = [
                u
                for u in self.unnamed
                if not u.plural
                and not u.generic
                and u.span.start < first.start
                and 1 <= first.sentence - self.sentence(u.span.start) <= 4
            ]
            between = told and any(
                n is not first
                and told[-1].span.start < n.start < first.start
                and self.by_name[id(n)].level("adult") < 2
                and n.label == "PERSON"
                for n in self.mentions
            )
            if told and not between:
                cue = told[-1].cue
                c.extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))

    def _goes_on(self) -> None:
        """ "A nine-year-old girl has been missing since Friday. Laura Keane vanished …": a whole name that opens the
        next sentences without a word on who that is, and to which the same thing happens, is the child's."""
        for c in self.clusters:
            first = min(c.names, key=lambda n: n.start)
            if len(c.words) < 2 or c.cues or first.kind != "person" or first.group or not first.propn:
                continue
            if not (first.label == "PERSON" or first.label == "") or self._speaks(first):
                continue
            opens = first.start - self.sentences[first.sentence].start <= 1
            if not opens or not _HAPPENS.match(self.text, first.end):
                continue
            told = [
                u
                for u in self.unnamed
                if not u.plural
                and (u.cue.age is not None or u.definite)
                and u.span.start < first.start
                and 1 <= first.sentence - self.sentence(u.span.start) <= 4
            ]
            others = [
                n
                for n in self.mentions
                if told
                and told[0].span.start < n.start < first.start
                and self.by_name[id(n)] is not c
                and len(n.words) > 1
                and self.by_name[id(n)].level("adult") < 2
                and n.label == "PERSON"
            ]
            if told and not others:
                cue = told[-1].cue
                c.extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))

    def _in_speech(self) -> None:
        """A lone first name inside a quotation is often the child the story left unnamed so far."""
        for name in self.mentions:
            c = self.by_name[id(name)]
            if (
                len(c.words) > 2
                or c.level("adult")
                or c.level("child")
                or not name.propn
                or name.kind != "person"
            ):
                continue
            quote = next(
                (q for q in self.quotes if q.is_speech and q.span.start <= name.start < q.span.end), None
            )
            if quote is not None and re.search(
                r"\b[Mm]y\s+(?:little\s+|poor\s+|sweet\s+)?$", self.text[max(0, name.start - 12) : name.start]
            ):
                c.extra.append(Cue("child", 2, name.start, name.end, "a parent speaks of the child"))
                continue
            if quote is None or len(c.words) != 1 or any(n is not name and n.title for n in c.names):
                continue
            around = range(max(0, name.sentence - 3), min(len(self.sentences), name.sentence + 2))
            lo, hi = self.sentences[around[0]].start, self.sentences[around[-1]].end
            told = [
                u
                for u in self.unnamed
                if not u.plural and (lo <= u.span.start < hi or any(lo <= x.start < hi for x in u.more))
            ]
            near = [
                x
                for other in self.clusters
                if other is not c and other.level("child")
                for x in other.nominals
                if lo <= x.start < hi
            ]
            # kin or a teacher speaks of the child by name; the tag after the quotation says who speaks
            tag = self.text[quote.span.end : quote.span.end + 120]
            if told and re.match(r"\s*(?:\w+\s+)?(?:said|says|told|added|recalled|his|her|their|the)\b", tag):
                cue = told[-1].cue
                c.extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))
            elif _OF_KIN.match(self.text, quote.span.end):
                c.extra.append(
                    Cue("child", 1, quote.span.end, quote.span.end + 1, "a brother or sister spoken of")
                )
            elif name.label in ("PERSON", "") and name.acts and not name.ordinary and self._one_child():
                kid = self._one_child()
                assert kid is not None
                cue = next(x for x in kid.cues if x.shows == "child")
                c.extra.append(
                    Cue(
                        "child",
                        2,
                        cue.start,
                        cue.end,
                        "spoken of by a bare first name, like the child of the story",
                    )
                )
            elif near and re.search(
                r"\b(?:taught|teaches|teacher of|mother|father|grandmother|aunt|uncle|coach)\b[^.]{0,40}"
                r"\b(?:the\s+(?:girl|boy|child)|her|him)\b"
                r"|\b(?:his|her|their)\s+(?:mother|father|aunt|uncle|gran\w*|sister|brother|teacher)",
                tag,
            ):
                c.extra.append(Cue("child", 2, near[-1].start, near[-1].end, "the child spoken of"))

    def _same_fate(self) -> None:
        """ "A man murdered his partner's baby boy. Kane Marchant is alleged to have killed Teddie Marchant": the one
        named person to whom the same was done as to the child without a name."""
        told = [
            u
            for u in self.unnamed
            if not u.plural
            and (u.cue.age is not None or u.definite)
            and self._undergoes(u.span.start, u.span.end)
        ]
        if not told:
            return
        fits = []
        for c in self.clusters:
            people = [n for n in c.names if n.kind == "person" and n.propn and n.label == "PERSON"]
            if any(x.shows in ("child", "adult", "animal", "thing", "fiction") for x in c.cues) or not people:
                continue
            if any(self._speaks(n) or n.title for n in c.names):
                continue
            if any(self._undergoes(n.start, n.end) for n in c.names):
                fits.append(c)
        if len(fits) == 1:
            cue = told[0].cue
            fits[0].extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))

    def _undergoes(self, start: int, end: int) -> bool:
        """Whether the words around tell that somebody was killed, hurt or taken."""
        s = self.sentences[self.sentence(start)]
        return bool(
            _DONE_TO.search(self.text, max(s.start, start - 60), start) or _FATE.match(self.text, end)
        )

    def _prizewinners(self) -> None:
        """A school's prize-giving names its pupils without their ages: who receives what the other pupils receive."""
        pupils = [c for c in self.clusters if c.level("child") >= 2 and c.level("adult") < 2]
        if len(pupils) < 2 or not _SCHOOL_STORY.search(self.text):
            return
        for name in self.mentions:
            c = self.by_name[id(name)]
            if c.cues or name.title or len(c.words) < 2 or not name.propn:
                continue
            s = self.sentences[name.sentence]
            m = _RECEIVES.match(self.text, name.end) or _GOES_TO.search(
                self.text, max(s.start, name.start - 90), name.start
            )
            if m:
                c.extra.append(
                    Cue("child", 2, m.start(), m.end(), "receives a prize among the pupils of a school")
                )

    def _slogans(self) -> None:
        """ "RIP Jayden: balloons released for boy, 12": a slogan names the child told of beside it."""
        for name in self.mentions:
            c = self.by_name[id(name)]
            if c.cues or not _SLOGAN.search(self.text, max(0, name.start - 20), name.start):
                continue
            end = (self.text + "\n").find("\n", name.end)
            aged = _BARE_AGED.search(self.text, max(0, name.start - 120), end)
            near = [u for u in self.unnamed if abs(self.sentence(u.span.start) - name.sentence) <= 2]
            if aged:
                c.extra.append(
                    Cue("child", 2, aged.start(), aged.end(), f"'{aged.group()}' told of beside it")
                )
            elif near:
                c.extra.append(Cue("child", 2, near[0].cue.start, near[0].cue.end, near[0].cue.reason))

    def _slips(self) -> None:
        """The draft keeps the children's names back or changes them; a bare first name that nobody introduces and
        that stands only in quoted words and captions is one of theirs that slipped through."""
        kept = _KEPT_BACK.search(self.text)
        cues = [u.cue for u in self.unnamed if not u.generic or u.definite] if kept else []
        for c in self.clusters:
            if self.declared.of(c.words, c.names) and c.level("child") > c.level("adult"):
                cues += [x for x in c.cues if x.shows == "child"][:1]
        if not cues:
            return
        spoken = [q.span for q in self.quotes if q.is_speech]
        captions = [Span(m.start(), m.end()) for m in _CAPTION.finditer(self.text)]
        for c in self.clusters:
            first = c.names[0]
            aside = (
                spoken + captions if len(c.words) == 1 else spoken
            )  # "PHOTO: Ronald Kiyaga" took the picture
            if (
                len(c.words) < 3
                and not c.cues
                and not self.declared.of(c.words, c.names)
                and all(n.propn and n.kind == "person" and not n.ordinary and not n.group for n in c.names)
                and all(any(q.start <= n.start < q.end for q in aside) for n in c.names)
                and any((n.label in ("PERSON", "") and not n.suspect) or n.acts for n in c.names)
                and not is_big(self.text[first.start : first.end])
                and not any(n.full_caps for n in c.names)
            ):
                cue = cues[-1]
                c.extra.append(Cue("child", 2, cue.start, cue.end, f"{cue.reason}, whose name is kept back"))

    def _one_child(self) -> Cluster | None:
        """The only named child of the story, if there is just one."""
        kids = [c for c in self.clusters if c.level("child") >= 2 and c.level("adult") < 2]
        return kids[0] if len(kids) == 1 else None

    def _kin(self) -> None:
        """Children of someone, brothers and sisters of a child: settled when all else is known."""
        for c in self.clusters:
            if (
                c.level("adult")
                or c.level("child")
                or any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
            ):
                continue
            for cue in [x for x in c.cues if x.shows == "kin-younger"]:
                s = self.sentences[self.sentence(cue.start)]
                around = self.text[max(0, s.start - 200) : s.end]
                if _OBITUARY.search(around):
                    continue
                elders = [
                    a
                    for n in self.mentions
                    if abs(n.sentence - self.sentence(cue.start)) <= 1
                    for a in self.by_name[id(n)].ages
                    if a >= 18
                ]
                if elders and max(elders) >= 58:
                    continue
                if _GROWN_CHILD.search(self.text, s.start, s.end):
                    continue
                c.extra.append(Cue("child", 1, cue.start, cue.end, cue.reason))
        kids = {
            id(n)
            for c in self.clusters
            if c.level("child") and c.level("child") >= c.level("adult")
            for n in c.names
        }
        for c in self.clusters:
            if (
                c.level("adult")
                or c.level("child")
                or any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
            ):
                continue
            for cue in [x for x in c.cues if x.shows == "kin-peer"]:
                here = self.sentence(cue.start)
                twin = bool(
                    _SAME_AGE.search(self.text[max(0, cue.start - 6) : cue.end])
                )  # of the age of the child, who may have been named some sentences ago
                near = [
                    n
                    for n in self.mentions
                    if id(n) in kids
                    and 0 <= here - n.sentence <= (4 if twin else 1)
                    and n.start < cue.start + 60
                ]
                mods = self.text[max(0, cue.start - 30) : cue.start].lower()
                if near and self._of_a_grown_up(cue):
                    continue
                if near and not re.search(r"\b(?:older|elder|big|eldest)\s*$", mods):
                    c.extra.append(Cue("child", 1, cue.start, cue.end, f"{cue.reason} of a child"))

    def _of_a_grown_up(self, cue: Cue) -> bool:
        """ "Nicole's half-sister Sofia": kin of somebody who is no child of the story."""
        m = _OWNER.search(self.text, max(0, cue.start - 60), cue.start)
        if m is None:
            return False
        owner = next((n for n in self.mentions if n.start <= m.start("owner") < n.end), None)
        return owner is not None and self.by_name[id(owner)].level("child") <= self.by_name[id(owner)].level(
            "adult"
        )

    # --- the result ---------------------------------------------------------------------------------------------
    def people(self, draft: Draft) -> list[Person]:
        declared = self.declared
        people: list[Person] = []
        self.clusters = [
            c
            for c in self.clusters
            if c.cues or any(n.propn and not (n.doubtful and n.label != "PERSON") for n in c.names)
        ]
        for real, changed in declared.slips:
            mine, other = self.by_name.get(id(real)), self.by_name.get(id(changed))
            if (
                mine is not None
                and other is not None
                and mine is not other
                and other.level("child")
                and not mine.level("adult")
            ):
                mine.extra.append(
                    Cue("child", 2, changed.start, changed.end, "the child whose name is changed elsewhere")
                )
        order = sorted(self.clusters, key=lambda c: min(n.start for n in c.names))
        for c in order:
            kind, evidence = judge(c)
            person = Person(
                f"p{len(people) + 1}",
                kind,
                sorted({n.span for n in c.names}),
                sorted(set(c.nominals)),
                evidence,
            )
            person.pseudonym = declared.of(c.words, c.names)
            people.append(person)
        self._echoes(people, order)
        for n in self.names:
            if n.kind == "cipher" and any(c.shows == "child" for c in n.cues):
                cue = next(c for c in n.cues if c.shows == "child")
                p = Person(
                    f"p{len(people) + 1}", "child", [n.span], [], [Evidence(cue.start, cue.end, cue.reason)]
                )
                p.pseudonym = Evidence(n.start, n.end, "initials or a letter instead of a name")
                people.append(p)
        somebody = any(p.kind == "child" for p in people) or any(
            not u.generic or u.definite for u in self.unnamed
        )
        for u in self.unnamed:
            if u.generic and not u.definite and not u.more and not u.plural and somebody:
                continue  # "a child", "a minor": anybody, in a story that has a child of its own
            p = Person(
                f"p{len(people) + 1}",
                "child",
                [],
                [u.span, *u.more],
                [Evidence(u.cue.start, u.cue.end, u.cue.reason)],
            )
            people.append(p)
        self._speech(people)
        return people

    def _echoes(self, people: list[Person], clusters: list[Cluster]) -> None:
        """Other forms of a child's name: ALL CAPS, hashtags, handles, lower-case headlines."""
        taken = [s for p in people for s in p.mentions]
        for p, c in zip(people, clusters, strict=False):
            if p.kind != "child":
                continue
            for word in {*c.words, *c.aliases, "".join(c.words[:2])}:
                if len(word) < 4 or word in DATA["particles"]:
                    continue
                others = any(word in x.words and x.level("adult") for x in clusters if x is not c)
                for m in re.finditer(
                    rf"#\w*?({re.escape(word)})\w*|(?<![\w@#’'-])({re.escape(word)})(?![\w-])",
                    self.text,
                    re.I,
                ):
                    s = Span(m.start(1), m.end(1)) if m.group(1) else Span(m.start(2), m.end(2))
                    if m.group(2) and word != c.given and word not in c.aliases and not m.group(2).isupper():
                        continue  # a bare surname may be a relative's
                    if m.group(2) and (
                        others
                        or not m.group(2)[0].isupper()
                        or (m.group(2).lower() in _ORDINARY and not self._as_a_name(s))
                    ):
                        continue
                    over = [q for q in people for t in q.mentions if s.overlaps(t)]
                    if any(q is p or q.evidence or q.kind != "unknown" for q in over):
                        continue
                    # "Meet Bumi": the last word of a run that is nobody else; not "the Bumi Manusia", a boat
                    tails = [t.end == s.end for q in over for t in q.mentions if s.overlaps(t)]
                    if m.group(2) and (not all(tails) or (not over and self._named_otherwise(s))):
                        continue
                    p.mentions.append(s)
            p.mentions.sort()
        taken = [s for p in people for s in p.mentions]
        self._campaigns(people, taken)

    def _as_a_name(self, span: Span) -> bool:
        """ "said Sunday was returning", "Faith’s teacher": an ordinary word where only a name can stand."""
        if _TIME.search(self.text, max(0, span.start - 12), span.start):
            return False
        return bool(_AS_SUBJECT.match(self.text, span.end))

    def _named_otherwise(self, span: Span) -> bool:
        """Whether the word stands in a run that names a place, a body or a thing."""
        return any(n.start <= span.start < n.end for n in self.names if n.kind in ("organisation", "place"))

    def _campaigns(self, people: list[Person], taken: list[Span]) -> None:
        """ "#JusticeForAmani": a tag names the child whom the story leaves unnamed nearby."""
        for m in _TAG.finditer(self.text):
            span = Span(m.start("name"), m.end("name"))
            if any(span.overlaps(t) for t in taken):
                continue
            here = self.sentence(span.start)
            near = [u for u in self.unnamed if not u.plural and abs(self.sentence(u.span.start) - here) <= 2]
            line = Span(self.text.rfind("\n", 0, span.start) + 1, (self.text + "\n").find("\n", span.end))
            bare = list(_BARE_AGED.finditer(self.text, line.start, line.end))
            ages = [
                x
                for x in frames.PRONOUN_AGE.finditer(self.text)
                if x["n"] and abs(self.sentence(x.start()) - here) <= 2 and frames.number(x["n"]) < 18
            ] + bare
            hidden = [
                p
                for p in people
                if p.kind == "child"
                and p.pseudonym is not None
                and self.text[span.start : span.end].casefold()
                not in {self.text[m.start : m.end].casefold() for m in p.mentions}
            ]
            if hidden and not (near or ages):
                ev = hidden[0].evidence[0] if hidden[0].evidence else hidden[0].pseudonym
                people.append(Person(f"p{len(people) + 1}", "child", [span], [], [ev] if ev else []))
                taken.append(span)
            elif near or ages:
                s, e, why = (
                    (near[0].cue.start, near[0].cue.end, near[0].cue.reason)
                    if near
                    else (ages[0].start(), ages[0].end(), "age under 18")
                )
                people.append(Person(f"p{len(people) + 1}", "child", [span], [], [Evidence(s, e, why)]))
                taken.append(span)

    def _speech(self, people: list[Person]) -> None:
        verbs = "|".join(DATA["speech_verbs"])
        for q in self.quotes:
            if not q.is_speech:
                continue
            after = self.text[q.span.end : q.span.end + 70]
            before = self.text[max(0, q.span.start - 70) : q.span.start]
            speaker = None
            for p in people:
                for s in (*p.mentions, *p.nominals):
                    gap = self.text[q.span.end : s.start] if s.start >= q.span.end else None
                    tail = self.text[s.end : q.span.start] if s.end <= q.span.start else None
                    if (
                        gap is not None
                        and len(gap) < 25
                        and re.fullmatch(rf"\s*(?:(?:{verbs})\s+)?(?:the\s+|little\s+)?", gap)
                        and re.search(verbs, after)
                    ) or (
                        tail is not None
                        and len(tail) < 40
                        and re.search(rf"\b(?:{verbs})\b[^.!?]*[:,]?\s*$", tail)
                        and "." not in tail
                    ):
                        speaker = p
                if speaker:
                    break
            del before
            if speaker:
                object.__setattr__(q, "speaker", speaker.id)
                if speaker.kind == "child":
                    speaker.quoted = True


class Unnamed:
    def __init__(
        self, span: Span, cue: Cue, gender: str | None, *, plural: bool = False, definite: bool = False
    ) -> None:
        self.span = span
        self.cue = cue
        self.gender = gender
        self.plural = plural
        self.definite = definite
        # "a pupil", "a child" without an age may be anyone; "a girl of nine" is somebody
        self.generic = cue.age is None
        self.more: list[Span] = []
