"""Who is in a draft: every mention of a person together, child, adult or unknown, and the words that show it."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from ..drafts.model import Draft
from ..languages.en import frames
from ..languages.en.frames import DATA, Cue
from ..spans import Span
from .details.places import is_big
from .model import Evidence, Person, Quote
from .names import Name, find_names
from .pseudonyms import find_pseudonyms

_COORD = re.compile(
    rf"\s*(?:[,(–—]\s*(?:aged?\s+)?{frames.NUM}(?:\s*(?:years?|months?|weeks?)(?:\s+old)?)?\s*\)?)?\s*(?:,|;|,?\s+and|,?\s*&|,?\s+or|,?\s+as\s+well\s+as|,\s+(?:his|her)\s+\w+)\s*(?:(?:his|her|their|the|little|baby|younger|older|young|brother|sister|twins?|brothers|sisters|then)\s+)*",
    re.I,
)
_AGES = re.compile(
    rf"\s*,?\s*\(?(?:who\s+are\s+|both\s+|aged\s+|ages\s+|are\s+)*(?P<list>{frames.NUM}(?:\s*,\s*{frames.NUM})*,?\s+and\s+{frames.NUM})\b(?:\s+(?P<u>years?|months?))?(?:\s+(?:respectively|years\s+old))?(?=\s*(?:[,;.:)–—]|\Z|\n)|\s+(?:and|were|are|was|who|have|had|from|of|in|at|respectively)\b)",
    re.I,
)
_AGES_LATER = re.compile(
    rf"\b(?:siblings|children|brothers|sisters|twins|pair|boys|girls|they|two|three|aged|ages|ages\s+of|are|were)\s+(?:are\s+|were\s+|aged\s+|of\s+)?(?P<list>{frames.NUM}(?:\s*,\s*{frames.NUM})*,?\s+and\s+{frames.NUM})\b(?!\s*(?:per|%|miles|km|metres|years\s+(?:in|ago)))",
    re.I,
)
_BOTH = re.compile(rf"\s*,?\s*\(?\s*(?:both|all|each)\s+(?:aged\s+)?(?P<n>{frames.NUM})\b", re.I)
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
_NOW_ADULT = re.compile(r"\b(?:now|today|currently|who\s+is\s+now)\b[^.!?\n]{0,25}$", re.I)
_NOMINAL_SKIP = frozenset("each every no some many these those both our my".split())
_MALE = re.compile(r"\b(?:boy|lad|son|grandson|nephew|brother|schoolboy|he|his|him)\b", re.I)
_FEMALE = re.compile(r"\b(?:girl|lass|daughter|granddaughter|niece|sister|schoolgirl|she|her)\b", re.I)
_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?,?|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+\d{1,2},)\s+(?P<y>(?:19|20)\d\d)\b"
)
_BARE_CHILD = re.compile(
    r"\b(?:boy|girl|child|schoolboy|schoolgirl|toddler|baby|teen|teenager|pupil)\b(?:,\s*(?P<n>\d{1,2}))?(?!\w|['’]s|-)", re.I
)
_SAID_AGE = re.compile(
    rf"\b(?:was|is|aged|youngest[^.]{{0,30}})\s+{frames.NUM}\b(?=\s*[.,])|{frames.AGE_HYPHEN.replace('?P<hn>', '').replace('?P<hu>', '')}", re.I
)
_OF_SEVERAL = re.compile(
    r"\b(?:(?:one|another|two|three)\s+of\s+(?:them|their\s+number|the\s+(?:boys|girls|children|pupils|teens|teenagers))|(?:the|their|her|his)\s+(?:older|elder|younger|eldest|oldest|youngest|smallest|other|current\s+placement|first|second|third|taller|smaller|middle|boys|girls)(?:\s+(?:boy|girl|one|child|of\s+the\s+\w+))?)(?:\s+(?:are|were|is|was))?\s*(?:,|–|—|:|\()?\s*$", re.I
)
_ORDINARY = frozenset("hope faith grace joy rose will may june april august mark grant hunter chase dawn summer autumn angel prince king justice destiny precious gift sunday monday friday".split())
_PREP = re.compile(r"\b(?:in|at|from|near|to|of|around|into|outside|across|via)\s$", re.I)
_TAG = re.compile(
    r"[#@]?\b(?:[Jj]ustice[Ff]or|[Bb]ring(?:Back|Home)|[Pp]ray(?:ers)?(?:[Ff]or|4)|\.?pray\.for\.|[Ff]ind|[Ss]ave|[Hh]elp|[Tt]eam|[Ff]ree|RIP|[Hh]ope(?:4|[Ff]or)|[Ss]tay[Ss]trong|[Rr]emember(?:ing)?|[Mm]issing|[Ll]ove(?:4|[Ff]or)|[Ff]ight[Ff]or|[Jj]usticia[Pp]ara)(?P<name>[A-Z][^\W\d_]{2,}|(?<=\.)[a-z]{3,})\b"
)
_SPEAKS_AFTER = re.compile(r"\s+(?:said|says|told|tells|asked|added|wrote|ruled|warned|explained|recalled)\b")
_SPEAKS_BEFORE = re.compile(r"\b(?:said|says|told|asked|added|according\s+to)\s$")
_RACING = re.compile(r"\b(?:jockeys?|filly|fillies|colts?|geldings?|racecourse|furlongs?|stakes|guineas|turf|mares?|stallion|steeplechase|trainer)\b", re.I)
_OF_KIN = re.compile(r"\s*(?:he|she|\w+)\s+(?:said|says)\s+of\s+(?:his|her)\s+(?:little\s+|younger\s+)?(?:brother|sister|son|daughter|friend|classmate|twin)\b")
_THE_ONE = re.compile(r"\b[Tt]he\s+(?:suspect|victim|defendant|accused|deceased|complainant|patient|survivor|shooter|attacker|driver|passenger|winner|pupil|student)s?\s*(?:,|:|,?\s+(?:named|identified)\s+as)\s*$")
_HERE = re.compile(r"\bin\s+this\s+\w+|\bhere\b", re.I)
_LONG_APPOS = re.compile(
    r"\b(?:a|an|the|another|one)\s(?:(?!\b(?:was|is|were|are|has|had|said|told|after|when|and|that|which)\b)[^.,;:!?“”\n]){3,80},\s*$", re.I
)
_NICK = re.compile(
    rf"(?:\(|,|–|—)\s*(?:or\s+)?(?:(?:\w+ly\s+|otherwise\s+|also\s+|better\s+)?known\s+(?:[\w’']+\s+){{0,6}}?as|(?:\w+ly\s+|otherwise\s+|also\s+)?(?:nicknamed|called|dubbed)|who\s+goes\s+by|alias|aka|a\.k\.a\.)\s+[“\"‘']?(?P<n>[^\W\d_][\w’'-]+)"
    rf"|(?P<also>\s*(?:–|—|,|--)\s*)(?:or\s+)?[“\"‘']?(?P<n2>[^\W\d_][\w’'-]+)[”\"’']?\s+to\s+(?:his|her|their|the|everyone|everybody|friends|family|all|those)\b",
)


def find_people(draft: Draft, doc: Doc, sentences: Sequence[Span], quotes: Sequence[Quote]) -> list[Person]:
    """Everyone the draft names, and every individual child it speaks of without a name."""
    text = draft.text
    published = _year(draft)
    names = find_names(draft, doc, sentences)
    for index in range(len(names)):
        _gather(text, index, sentences, names, published)
    _group(text, names)
    _spread(text, names, sentences)
    clusters = _cluster(text, names)
    _nicknames(text, names, clusters)
    readers = _Reader(text, sentences, quotes, names, clusters, published)
    readers.read()
    return readers.people(draft)


def _year(draft: Draft) -> int:
    """Year of publication: from the draft's own metadata, else today's."""
    given = str(draft.metadata.get("date", ""))
    if m := re.search(r"\b(?:19|20)\d\d\b", given):
        return int(m.group())
    # a dateline: a full date near the start that is nobody's date of birth
    for m in _DATE.finditer(draft.text, 0, 300):
        if not re.search(r"\b(?:born|birth|since|d\.o\.b\.?)\b[^.]{0,25}$", draft.text[: m.start()], re.I):
            return int(m["y"])
    return datetime.date.today().year


def _gather(text: str, index: int, sentences: Sequence[Span], names: Sequence[Name], published: int) -> None:
    name = names[index]
    sentence = sentences[name.sentence] if sentences else Span(0, len(text))
    # an initial's full stop may have ended a sentence inside the name
    limit = next((s.end for s in sentences[name.sentence :] if s.end > name.end), name.end)
    follow = text[name.end : name.end + 2].lstrip()[:1]
    other = names[index + 1].start if index + 1 < len(names) else None
    cues = frames.right_cues(text, name.end, limit, published, other)
    cues += frames.left_cues(text, name.start, sentence.start, follow, published)
    if name.honoured:
        cues.append(Cue("adult", 2, name.start, name.end, "an honorific for a grown-up"))
    if name.title:
        cues.append(Cue("adult", 2, name.start, name.end, f"the title '{name.title}'"))
    if name.kind in ("organisation", "place", "cipher"):
        # only an age or a word for a child right beside it turns such a run into a name
        strong = [c for c in cues if c.beside and c.shows == "child" and c.end > name.end and len(name.words) < 4]
        named = [c for c in cues if c.shows == "child" and c.end <= name.start and name.kind == "place"]
        after_the = re.search(r"\bthe\s$", text[max(0, name.start - 5) : name.start], re.I)
        if (strong or named) and name.kind != "cipher" and not after_the and not name.dateline:
            name.kind = "person"
    if name.kind != "person":
        cues = [c for c in cues if name.kind == "cipher"]
    name.cues = cues


def _group(text: str, names: Sequence[Name]) -> None:
    """Names joined by commas and "and" share what is said of all of them."""
    current: list[Name] = []
    for a, b in zip(names, names[1:], strict=False):
        if (
            a.kind == b.kind == "person"
            and b.sentence - a.sentence <= 1
            and b.start - a.end < 60
            and _COORD.fullmatch(text[a.end : b.start])
        ):
            if not current or current[-1] is not a:
                current = [a]
                a.group = current
            current.append(b)
            b.group = current
        else:
            current = []


def _spread(text: str, names: Sequence[Name], sentences: Sequence[Span]) -> None:
    done: set[int] = set()
    for name in names:
        if name.kind != "person":
            continue
        group = name.group or [name]
        if id(group) in done:
            continue
        done.add(id(group))
        first, last = group[0], group[-1]
        if len(group) == 1:  # "Uncle to triplets, Desmond …": a plural before a comma is not this one person
            name.cues = [c for c in name.cues if not (c.plural and "," in text[c.end : name.start])]
        ages_last = [c for c in last.cues if c.age is not None and c.level == 3]
        if len(group) > 1 and ages_last and any(c.plural for c in first.cues):
            for member in group[:-1]:
                if not any(c.age is not None for c in member.cues):
                    member.cues.append(ages_last[0])
        for cue in [c for c in first.cues if c.plural and c.end <= first.start]:
            for other in group[1:]:
                other.cues.append(cue)
        sentence = sentences[last.sentence]
        rest = text[last.end : sentence.end]
        ages: list[float] = []
        m = _AGES.match(rest) or _AGES_LATER.search(rest)
        if m and len(group) > 1:
            found = [
                (x.start(), x.end(), frames.number(x.group()))
                for x in re.finditer(frames.NUM, m["list"], re.I)
            ]
            base = last.end + m.start("list")
            ages = [a for _, _, a in found]
            for i, member in enumerate(group):
                if not any(c.level == 3 and c.age is not None for c in member.cues) and (
                    len(found) == len(group) or all(a < 18 for a in ages)
                ):
                    s, e, a = found[min(i, len(found) - 1)]
                    member.cues.append(
                        Cue(
                            "child" if a < 18 else "adult",
                            3,
                            base + s,
                            base + e,
                            f"age {a:g}: {'under 18' if a < 18 else '18 or over'}",
                            a,
                        )
                    )
        elif (m := _BOTH.match(rest)) and len(group) > 1:
            a = frames.number(m["n"])
            for member in group:
                member.cues.append(
                    Cue(
                        "child" if a < 18 else "adult",
                        3,
                        last.end + m.start("n"),
                        last.end + m.end("n"),
                        f"age {a:g}",
                        a,
                    )
                )


class Cluster:
    """Names that are one person's."""

    def __init__(self, name: Name) -> None:
        self.names = [name]
        self.words: list[str] = list(name.words)
        self.aliases: set[str] = set()
        self.extra: list[Cue] = []
        self.nominals: list[Span] = []
        self.gender: str | None = None

    @property
    def given(self) -> str:
        return self.words[0]

    @property
    def cues(self) -> list[Cue]:
        return [c for n in self.names for c in n.cues] + self.extra

    def level(self, shows: str) -> int:
        return max((c.level for c in self.cues if c.shows == shows and not c.once), default=0)

    @property
    def ages(self) -> list[float]:
        return [c.age for c in self.cues if c.age is not None and not c.once]

    def add(self, name: Name) -> None:
        self.names.append(name)
        if len(name.words) > len(self.words):
            self.words = list(name.words)

    def conflicts(self, name: Name) -> bool:
        """An age under 18 against one of 18 or over, or two ages that cannot be one person's."""
        child = any(c.shows == "child" and c.level == 3 for c in name.cues)
        adult = any(c.shows == "adult" and c.level >= 2 for c in name.cues)
        mine = self.cues
        if child and any(c.shows == "adult" and c.level == 3 for c in mine):
            return True
        if adult and any(c.shows == "child" and c.level >= 2 for c in mine) and not child:
            return not any(c.level == 3 and c.shows == "adult" for c in name.cues)
        return adult and name.title is not None and any(c.shows == "child" for c in mine)


def _inside(short: Sequence[str], long: Sequence[str]) -> bool:
    n = len(short)
    return any(list(long[i : i + n]) == list(short) for i in range(len(long) - n + 1))


_ELDER = re.compile(r"\b(older|elder|younger)\s$", re.I)


def _cluster(text: str, names: Sequence[Name]) -> list[Cluster]:
    clusters: list[Cluster] = []
    owner: dict[int, Cluster] = {}
    people = [n for n in names if n.kind == "person"]
    for name in people:
        if len(name.words) < 2:
            continue
        for c in reversed(clusters):
            same = list(name.words) == c.words or (
                (_inside(name.words, c.words) or _inside(c.words, name.words))
                or (name.words[0] == c.words[0] and name.words[-1] == c.words[-1])
            )
            if same and not c.conflicts(name):
                c.add(name)
                owner[id(name)] = c
                break
        else:
            owner[id(name)] = cluster = Cluster(name)
            clusters.append(cluster)
    # "Noah and Elsie Penrose": the first has the last one's surname
    for name in people:
        if (
            len(name.words) == 1
            and name.group
            and len(name.group[-1].words) > 1
            and name is not name.group[-1]
        ):
            last = name.group[-1]
            if not any(c.shows == "adult" and c.level == 3 for c in name.cues) and not any(
                name.words[0] in c.words for c in clusters
            ):
                cluster = Cluster(name)
                cluster.words = [name.words[0], last.words[-1]]
                owner[id(name)] = cluster
                clusters.append(cluster)
    for name in people:
        if id(name) in owner:
            continue
        if name.doubtful and name.label != "PERSON" and not name.cues and name.common:
            continue
        w = name.words[0]
        fits = [c for c in clusters if w in c.words and not c.conflicts(name)]
        side = _ELDER.search(text, max(0, name.start - 12), name.start)
        if side and len(fits) > 1:
            want = "adult" if side.group(1).lower() in ("older", "elder") else "child"
            fits = [c for c in fits if c.level(want)] or fits
        if name.title in ("mr", "mrs", "ms", "dr", "mx"):
            fits = [c for c in fits if w == c.words[-1] and c.level("child") < 2]
        if not fits and len(w) >= 3 and not name.cues and name.propn and name.kind == "person":
            # "Alf" for Alfie: a short form of a first name already told
            fits = [c for c in clusters if c.level("child") >= 2 and any(_short_of(w, x) for x in c.words[:2])]
        best = _nearest(name, fits, clusters)
        if best is None:
            best = Cluster(name)
            clusters.append(best)
        else:
            best.add(name)
        owner[id(name)] = best
    for name in names:
        # "the body of Mayen": a child's name, whatever the pipeline takes it for
        if name.kind == "place" and len(name.words) == 1 and not _LOCAL.search(text, max(0, name.start - 10), name.start):
            fits = [c for c in clusters if name.words[0] in c.words and c.level("child") >= 2]
            if fits:
                name.kind = "person"
                fits[0].add(name)
    return clusters


def _short_of(short: str, name: str) -> bool:
    """Whether ``short`` may be a short form of a first name: Alf of Alfie, Seri of Seren, Thea of Althea."""
    if short == name or len(short) > len(name) or len(short) < 3:
        return False
    if name.startswith(short) or (len(short) >= 4 and name.endswith(short)) or (len(short) >= 5 and short in name):
        return True
    return len(short) <= 6 and short[:3] == name[:3] and short[-1] in "aeiouy"


_LOCAL = re.compile(r"\b(?:in|at|from|near|around|outside|into|via)\s$", re.I)


def _nearest(name: Name, fits: Sequence[Cluster], everyone: Sequence[Cluster]) -> Cluster | None:
    """The one mentioned last before ``name``; failing that, first after it. A first name beats a surname."""
    if not fits:
        return None
    given = [c for c in fits if c.given == name.words[0]]
    pool = given or list(fits)
    if name.group and len(pool) > 1:
        # "Nguyen and Cantú are being held": the surnames of two children
        beside = {w for n in name.group if n is not name for w in n.words[-1:]}
        kin = [c for c in fits if c.level("child") > c.level("adult")]
        if kin and any(c.words[-1] in beside and c.level("child") > c.level("adult") for c in everyone):
            pool = kin
    if len(pool) > 1 and not given:
        # a child who is elsewhere called by the first name alone is not the one called by the surname alone
        first_named = [c for c in pool if c.level("child") > c.level("adult") and any(len(n.words) == 1 and n.words[0] != c.words[-1] for n in c.names)]
        pool = [c for c in pool if c not in first_named] or pool
    kids = [c for c in pool if c.level("child") > c.level("adult")]
    grown = [c for c in pool if c.level("adult") > c.level("child") and not any(n.title for n in c.names)]
    if len(kids) > 1 and grown:
        pool = grown  # several children share the surname: bare, it is their parent's
    if len(pool) > 1 and not name.title:
        # officers and professionals keep their title on later mentions, so a bare surname is hardly theirs
        pool = [c for c in pool if not any(n.title for n in c.names)] or pool

    def distance(c: Cluster) -> tuple[int, int]:
        before = [name.start - n.start for n in c.names if n.start < name.start]
        return (0, min(before)) if before else (1, min(abs(n.start - name.start) for n in c.names))

    return min(pool, key=distance)


def _nicknames(text: str, names: Sequence[Name], clusters: list[Cluster]) -> None:
    for cluster in list(clusters):
        if cluster not in clusters:
            continue
        for name in list(cluster.names):
            for m in _NICK.finditer(text, name.end, min(len(text), name.end + 90)):
                if _HERE.search(text, m.start(), min(len(text), m.end() + 30)):
                    continue  # "called Azamat in this text" declares a pseudonym
                if m.start() > name.end + 25 and not re.fullmatch(r"[^.!?\n]*", text[name.end : m.start()]):
                    break
                group = "n" if m["n"] else "n2"
                nick = next((n for n in names if n.start == m.start(group) and n.kind == "person"), None)
                other = next((c for c in clusters if nick in c.names), None) if nick else None
                if nick and other and other is not cluster and not other.conflicts(name):
                    for n in other.names:
                        cluster.names.append(n)
                    cluster.aliases.add(nick.words[0])
                    clusters.remove(other)


class _Reader:
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
        self.unnamed: list[_Unnamed] = []
        self.by_name = {id(n): c for c in clusters for n in c.names}
        self.mentions = sorted((n for c in clusters for n in c.names), key=lambda n: n.start)

    def sentence(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def read(self) -> None:
        self._fiction()
        self._naming()
        self._nominals()
        self._after_nominals()
        self._of_several()
        self._role_of_child()
        self._pronouns()
        self._in_speech()
        self._bare_names()
        self._kin()

    def _fiction(self) -> None:
        if len({m.group().lower() for m in _RACING.finditer(self.text)}) >= 3:
            for c in self.clusters:  # horses are called Baby This and Little That
                weak = [x for x in c.cues if x.shows == "child"]
                if weak and all(self.text[x.start : x.end] in ("Baby", "Little", "Young") for x in weak):
                    c.extra.append(Cue("animal", 3, weak[0].start, weak[0].end, "a racehorse"))
        for c in self.clusters:
            told = [
                self.text[self.sentences[n.sentence].start : self.sentences[n.sentence].end]
                for n in c.names
                if n.sentence < len(self.sentences)
            ]
            if told and all(_FICTION.search(t) for t in told) and c.level("adult") < 2:
                n = c.names[0]
                c.extra.append(Cue("fiction", 3, n.start, n.end, "a character in a work"))
            elif told and all(_HISTORY.search(t) for t in told):
                n = c.names[0]
                c.extra.append(Cue("fiction", 3, n.start, n.end, "a historical figure"))

    def _naming(self) -> None:
        """ "The boy was named locally as …", "a child called …": the name is the child's."""
        for name in self.mentions:
            s = self.sentences[name.sentence].start if self.sentences else 0
            before = self.text[max(s, name.start - 80) : name.start]
            if not frames.NAMING.search(before):
                continue
            clause = self.text[s : name.start]
            nominals = [m for m in frames.NOMINAL.finditer(clause) if m["det"].lower() not in _NOMINAL_SKIP]
            bare = None
            if not nominals:
                bare = _BARE_CHILD.search(clause)
            cluster = self.by_name[id(name)]
            if cluster.level("adult") >= 2:
                continue
            if re.search(r"\bmy name is\s*$", before, re.I):
                self._speaker(cluster, s)
                continue
            if not nominals and re.search(r"\bis\s*$", before) and not (bare and bare["n"]):
                continue
            if not nominals and not bare and re.search(r"\bcall(?:s|ed)?\s+(?:him|her)\s*[“\"‘']?$|\bwhom\s[^,.;]{0,50}\bcall(?:s|ed)?\s*[“\"‘']?$|\bgoes\s+by\s*[“\"‘']?$|\basked\s+to\s+be\s+called\s*[“\"‘']?$|\bknown\s[^.]*\bas\s*[“\"‘']?$|\banswers?\s+only\s+to\s*$", before, re.I):
                owner = self._child_before(name)
                if owner is not None:
                    cluster.extra.append(Cue("child", 2, owner.start, owner.end, "another name of this child"))
                    continue
            if not nominals and not bare:
                told = self._told_before(s) if re.search(r"\b(?:him|her|he|she|child|name)\b", clause) else None
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
                cluster.extra.append(self._nominal_cue(m, s))
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

    def _speaker(self, cluster: Cluster, at: int) -> None:
        """ "My name is …": said by the child spoken of just before."""
        base = max(0, at - 250)
        told = list(_SAID_AGE.finditer(self.text, base, at))
        if told:
            cluster.extra.append(Cue("child", 2, told[-1].start(), told[-1].end(), "the child who is speaking"))

    def _child_before(self, name: Name) -> Name | None:
        """The child named last in this sentence or the three before it."""
        for n in reversed(self.mentions):
            if n.start < name.start and name.sentence - n.sentence <= 3:
                c = self.by_name[id(n)]
                if c.level("child") >= 2 and c.level("adult") < 3:
                    return n
        return None

    def _told_before(self, at: int) -> re.Match[str] | None:
        """The child spoken of, without a name, in the two sentences before ``at``."""
        here = self.sentence(at)
        start = self.sentences[max(0, here - 2)].start
        found = [m for m in frames.NOMINAL.finditer(self.text, start, at) if m["det"].lower() not in _NOMINAL_SKIP]
        if not found or any(found[-1].end() <= n.start < at for n in self.mentions):
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
            if age is not None and age >= 18 or (racing and m["hyph"] and not m["hnoun"]):
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
                    self.unnamed.append(_Unnamed(span, cue, gender, plural=True, definite=definite))
                continue
            if definite:
                self._link(span, cue, gender, age)
            else:
                self.unnamed.append(_Unnamed(span, cue, gender))

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
            if n.start < span.start and here - n.sentence <= 4:
                recent.append((n.start, self.by_name[id(n)]))
        recent.sort(key=lambda r: -r[0])
        if age is not None and recent and here - self.sentence(recent[0][0]) <= 1 and not any(
            abs(a - age) < 1.1 for _, c in recent for a in c.ages
        ):
            # "The space belonged to Brayden Kessler. The 17-year-old …": the one named just before
            at, c = recent[0]
            n = next(x for x in c.names if x.start == at)
            if not c.cues and len(c.names[0].words) > 1 and n.label == "PERSON" and not self._speaks(n):
                c.extra.append(Cue("child", 3, span.start, span.end, cue.reason, age))
                c.nominals.append(span)
                return
        for _, c in recent:
            if (
                c.level("child") >= 2
                and c.level("adult") < 3
                and not (gender and c.gender and gender != c.gender)
            ):
                if age is None or not c.ages or min(abs(a - age) for a in c.ages) < 1.1:
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
            if not n.propn or (n.label != "PERSON" and _PREP.search(self.text, max(0, n.start - 10), n.start)) or re.match(r"\s+(?:said|says|told|tells|asked|added|wrote|ruled|warned|explained)\b", self.text[n.end : n.end + 12]):
                continue
            single = len(c.words) == 1 and n.label in ("PERSON", "")
            alone = len({id(x) for _, x in near if not x.level("adult")}) == 1
            if age is not None or (single and alone):
                c.extra.append(
                    Cue("child", 3 if age is not None else 2, span.start, span.end, cue.reason, age)
                )
                c.nominals.append(span)
                c.gender = c.gender or gender
                return
        self.unnamed.append(_Unnamed(span, cue, gender, definite=True))

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
            if target is None:
                continue
            known = [a for a in target.ages]
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

    def _antecedent(self, at: int, here: int) -> Cluster | None:
        for back in range(4):
            inside = [
                n
                for n in self.mentions
                if n.sentence == here - back
                and n.start < at
                and n.propn
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
        ahead = [n for n in self.mentions if n.sentence in (here, here + 1) and n.start > at and n.propn and not n.suspect]
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
            if c.level("adult") or c.level("child") or not _THE_ONE.search(self.text, max(0, name.start - 40), name.start):
                continue
            told = [u for u in self.unnamed if not u.plural and not u.generic and u.span.start < name.start and 0 <= name.sentence - self.sentence(u.span.start) <= 5]
            if told:
                c.extra.append(Cue("child", 2, told[-1].cue.start, told[-1].cue.end, told[-1].cue.reason))

    def _of_several(self) -> None:
        """ "Two boys raised the alarm. The older, Sanjar, …" """
        for name in self.mentions:
            c = self.by_name[id(name)]
            if c.level("adult") or c.level("child"):
                continue
            s = self.sentences[name.sentence]
            if not _OF_SEVERAL.search(self.text, max(s.start, name.start - 60), name.start):
                continue
            for u in self.unnamed:
                if u.plural and u.span.start < name.start and 0 <= name.sentence - self.sentence(u.span.start) <= 3:
                    c.extra.append(Cue("child", 2, u.span.start, u.span.end, u.cue.reason))
                    break

    def _bare_names(self) -> None:
        """A grown-up comes into a story with a surname, a title or a role. A bare first name that comes without
        any is somebody already introduced: the child told of just before."""
        for c in self.clusters:
            first = min(c.names, key=lambda n: n.start)
            if len(c.words) != 1 or c.cues or first.kind != "person" or not first.propn or first.group or first.common:
                continue
            if is_big(self.text[first.start : first.end]) or first.ordinary:
                continue
            if not (first.label == "PERSON" or (first.label == "" and first.acts)) or first.doubtful and first.label != "PERSON":
                continue
            told = [
                u
                for u in self.unnamed
                if not u.plural and not u.generic and u.span.start < first.start and 1 <= first.sentence - self.sentence(u.span.start) <= 4
            ]
            between = told and any(
                n is not first and told[-1].span.start < n.start < first.start and self.by_name[id(n)].level("adult") < 2 and n.label == "PERSON" for n in self.mentions
            )
            if told and not between:
                cue = told[-1].cue
                c.extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))

    def _in_speech(self) -> None:
        """A lone first name inside a quotation is often the child the story left unnamed so far."""
        for name in self.mentions:
            c = self.by_name[id(name)]
            if len(c.words) != 1 or c.level("adult") or c.level("child") or not name.propn or name.kind != "person":
                continue
            quote = next((q for q in self.quotes if q.is_speech and q.span.start <= name.start < q.span.end), None)
            if quote is not None and re.search(r"\b[Mm]y\s+(?:little\s+|poor\s+|sweet\s+)?$", self.text[max(0, name.start - 12) : name.start]):
                c.extra.append(Cue("child", 2, name.start, name.end, "a parent speaks of the child"))
                continue
            if quote is None or any(n is not name and n.title for n in c.names):
                continue
            around = range(max(0, name.sentence - 3), min(len(self.sentences), name.sentence + 2))
            lo, hi = self.sentences[around[0]].start, self.sentences[around[-1]].end
            told = [u for u in self.unnamed if not u.plural and (lo <= u.span.start < hi or any(lo <= x.start < hi for x in u.more))]
            near = [x for other in self.clusters if other is not c and other.level("child") for x in other.nominals if lo <= x.start < hi]
            # kin or a teacher speaks of the child by name; the tag after the quotation says who speaks
            tag = self.text[quote.span.end : quote.span.end + 120]
            if told and re.match(r"\s*(?:\w+\s+)?(?:said|says|told|added|recalled|his|her|their|the)\b", tag):
                cue = told[-1].cue
                c.extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))
            elif _OF_KIN.match(self.text, quote.span.end):
                c.extra.append(Cue("child", 1, quote.span.end, quote.span.end + 1, "a brother or sister spoken of"))
            elif name.label in ("PERSON", "") and name.acts and not name.ordinary and self._one_child():
                kid = self._one_child()
                assert kid is not None
                cue = next(x for x in kid.cues if x.shows == "child")
                c.extra.append(Cue("child", 2, cue.start, cue.end, "spoken of by a bare first name, like the child of the story"))
            elif near and re.search(r"\b(?:taught|teaches|teacher of|mother|father|grandmother|aunt|uncle|coach)\b[^.]{0,40}\b(?:the\s+(?:girl|boy|child)|her|him)\b|\b(?:his|her|their)\s+(?:mother|father|aunt|uncle|gran\w*|sister|brother|teacher)", tag):
                c.extra.append(Cue("child", 2, near[-1].start, near[-1].end, "the child spoken of"))

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
                if re.search(
                    r"\b(?:grown-up|adult|married|eldest\s+of|ex-wife)\b", self.text[s.start : s.end], re.I
                ):
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
                near = [
                    n
                    for n in self.mentions
                    if id(n) in kids and 0 <= here - n.sentence <= 1 and n.start < cue.start + 60
                ]
                mods = self.text[max(0, cue.start - 30) : cue.start].lower()
                if near and not re.search(r"\b(?:older|elder|big|eldest)\s*$", mods):
                    c.extra.append(Cue("child", 1, cue.start, cue.end, f"{cue.reason} of a child"))

    # --- the result ---------------------------------------------------------------------------------------------
    def people(self, draft: Draft) -> list[Person]:
        declared = find_pseudonyms(self.text, self.sentences, self.names)
        people: list[Person] = []
        self.clusters = [c for c in self.clusters if c.cues or any(n.propn and not (n.doubtful and n.label != "PERSON") for n in c.names)]
        for real, changed in declared.slips:
            mine, other = self.by_name.get(id(real)), self.by_name.get(id(changed))
            if mine is not None and other is not None and mine is not other and other.level("child") and not mine.level("adult"):
                mine.extra.append(Cue("child", 2, changed.start, changed.end, "the child whose name is changed elsewhere"))
        order = sorted(self.clusters, key=lambda c: min(n.start for n in c.names))
        for c in order:
            kind, evidence = _judge(self.text, c)
            person = Person(
                f"p{len(people) + 1}",
                kind,
                sorted({n.span for n in c.names}),
                sorted(set(c.nominals)),
                evidence,
            )  # type: ignore[arg-type]
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
        somebody = any(p.kind == "child" for p in people) or any(not u.generic or u.definite for u in self.unnamed)
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
            for word in {*c.words, *c.aliases}:
                if len(word) < 4 or word in DATA["particles"]:
                    continue
                others = any(word in x.words and x.level("adult") for x in clusters if x is not c)
                for m in re.finditer(
                    rf"#\w*?({re.escape(word)})\w*|(?<![\w@#’'-])({re.escape(word)})(?![\w-])", self.text, re.I
                ):
                    s = Span(m.start(1), m.end(1)) if m.group(1) else Span(m.start(2), m.end(2))
                    if m.group(2) and word != c.given and word not in c.aliases and not m.group(2).isupper():
                        continue  # a bare surname may be a relative's
                    if m.group(2) and (others or not m.group(2)[0].isupper() or m.group(2).lower() in _ORDINARY):
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
            ages = [x for x in frames.PRONOUN_AGE.finditer(self.text) if x["n"] and abs(self.sentence(x.start()) - here) <= 2 and frames.number(x["n"]) < 18]
            hidden = [p for p in people if p.kind == "child" and p.pseudonym is not None and self.text[span.start : span.end].casefold() not in {self.text[m.start : m.end].casefold() for m in p.mentions}]
            if hidden and not (near or ages):
                ev = hidden[0].evidence[0] if hidden[0].evidence else hidden[0].pseudonym
                people.append(Person(f"p{len(people) + 1}", "child", [span], [], [ev] if ev else []))
                taken.append(span)
            elif near or ages:
                s, e, why = (near[0].cue.start, near[0].cue.end, near[0].cue.reason) if near else (ages[0].start(), ages[0].end(), "age under 18")
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
                    ):
                        speaker = p
                    elif (
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


class _Unnamed:
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


def _judge(text: str, c: Cluster) -> tuple[str, list[Evidence]]:
    """Child, adult or unknown, and the words that decided it."""
    cues = [x for x in c.cues if not x.once]
    if any(x.shows in ("animal", "thing", "fiction") for x in cues):
        return "unknown", []
    child = [x for x in cues if x.shows == "child"]
    adult = [x for x in cues if x.shows == "adult"]
    lc = max((x.level for x in child), default=0)
    la = max((x.level for x in adult), default=0)
    usable = any(
        n.kind == "person" and (not n.doubtful or any(x.level == 3 for x in n.cues) or lc >= 2)
        for n in c.names
    )

    def ev(cs: list[Cue]) -> list[Evidence]:
        return sorted({Evidence(x.start, x.end, x.reason) for x in cs})

    if lc and usable:
        if lc == 3 and la == 3:
            ages_a = [x.age for x in adult if x.age is not None and x.level == 3]
            ages_c = [x.age for x in child if x.age is not None and x.level == 3]
            young = ages_a and ages_c and max(ages_a) - max(ages_c) <= 2.5
            return ("child", ev(child)) if young else ("adult", ev(adult))
        if lc > la or (lc == la == 2 and not any(n.title for n in c.names)):
            return "child", ev([x for x in child if x.level >= min(lc, 2)])
        if la >= lc:
            return "adult", ev(adult)
    if la:
        return "adult", ev(adult)
    return "unknown", []
