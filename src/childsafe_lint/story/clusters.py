"""Which names are one person's: full names, surnames, first names, short forms and nicknames put together."""

from __future__ import annotations

from collections.abc import Sequence

from .. import lazy_re as re
from ..languages.en import frames
from ..languages.en.frames import Cue
from ..spans import Span
from .model import Evidence, PersonKind
from .names import CASE_OF, PLACE_NOUN, Name, surname_first

_HERE = re.compile(r"\bin\s+this\s+\w+|\bhere\b", re.I)
_QUOTED = re.compile(r"[“\"‘'(]([^”\"’')]+)[”\"’')]")
_NICK = re.compile(
    r"\s+(?:alias|aka|a\.k\.a\.|@)\s+[“\"‘']?(?P<n3>[^\W\d_][\w’'-]+)"
    r"|,\s+or\s+[“\"‘']?(?P<n4>[^\W\d_][\w’'-]+)[”\"’']?,?\s+as\s+(?:[\w’-]+\s+){1,5}?(?:call|calls|called|know|knows|knew)\b"
    r"|(?:\(|,|–|—)\s*(?:or\s+)?(?:(?:\w+ly\s+|otherwise\s+|also\s+|better\s+)?known\s+(?:[\w’']+\s+){0,6}?as|(?:\w+ly\s+|otherwise\s+|also\s+)?(?:nicknamed|called|dubbed)|who\s+goes\s+by|alias|aka|a\.k\.a\.)\s+[“\"‘']?(?P<n>[^\W\d_][\w’'-]+)"
    r"|(?P<also>\s*(?:–|—|,|--)\s*)(?:or\s+)?[“\"‘']?(?P<n2>[^\W\d_][\w’'-]+)[”\"’']?\s+to\s+(?:his|her|their|the|everyone|everybody|friends|family|all|those)\b",
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
        self.family = False  # a surname that stands for several children
        self.weighed = False  # a child by all that is told of it, no single word (weighing.py)
        self.unlikely = False  # all that is told of it speaks against a child
        self.perhaps: list[Evidence] = []  # what could show a child, where that is not enough

    @property
    def given(self) -> str:
        if surname_first(self.words):
            return self.words[1] if len(self.words) == 2 else " ".join(self.words[1:])
        return next((w for w in self.words if len(w) > 1), self.words[0])  # K. Malar is Malar

    @property
    def surname(self) -> str:
        return self.words[0] if surname_first(self.words) else self.words[-1]

    @property
    def families(self) -> tuple[str, ...]:
        """What the person may be called by as a surname: of Mateo Fuentes Ibáñez the first of the two as well."""
        return (self.words[0],) if surname_first(self.words) else tuple(self.words[1:]) or (self.words[-1],)

    @property
    def parts(self) -> list[str]:
        """The words, and those joined by a hyphen one by one: Andrei of Andrei-Cosmin."""
        return [*self.words, *(p for w in self.words if "-" in w for p in w.split("-") if len(p) > 2)]

    @property
    def cues(self) -> list[Cue]:
        return [c for n in self.names for c in n.cues] + self.extra

    def level(self, shows: str) -> int:
        return max((c.level for c in self.cues if c.shows == shows), default=0)

    @property
    def ages(self) -> list[float]:
        return [c.age for c in self.cues if c.age is not None]

    def add(self, name: Name) -> None:
        self.names.append(name)
        if len(name.words) > len(self.words):
            self.words = list(name.words)

    def drop(self, shows: str) -> None:
        """Take out the cues that show this."""
        for name in self.names:
            name.cues = [c for c in name.cues if c.shows != shows]
        self.extra = [c for c in self.extra if c.shows != shows]

    def conflicts(self, name: Name) -> bool:
        """An age under 18 against one of 18 or over, or two ages that cannot be one person's."""
        child = any(c.shows == "child" and c.level == 3 for c in name.cues)
        adult = any(c.shows == "adult" and c.level >= 2 for c in name.cues)
        mine = self.cues
        beast = any(c.shows == "animal" for c in name.cues) != any(c.shows == "animal" for c in mine)
        if beast and any(c.shows in ("child", "adult") for c in (*name.cues, *mine)):
            return True  # a dog called after a girl
        told = [c.age for c in name.cues if c.age is not None and c.level == 3]
        if told and self.ages and min(abs(a - b) for a in told for b in self.ages) > 8:
            return True  # "Birdie Maddox, born in 2019 … Maddox, 37": two of one family
        if child and any(c.shows == "adult" and c.level == 3 for c in mine):
            return True
        if adult and any(c.shows == "child" and c.level >= 2 and not c.past for c in mine) and not child:
            return not any(c.level == 3 and c.shows == "adult" for c in name.cues)
        return adult and name.title is not None and any(c.shows == "child" for c in mine)


def _inside(short: Sequence[str], long: Sequence[str]) -> bool:
    n = len(short)
    return any(list(long[i : i + n]) == list(short) for i in range(len(long) - n + 1))


def _elders(text: str, people: Sequence[Name]) -> set[tuple[str, ...]]:
    """Names told of as a relative's whose words also end a longer one of somebody called by another first name:
    "Ivo Jan Emil Brandt … his father Emil Brandt … Ivo"."""
    called = {n.words[0] for n in people if len(n.words) < 3}
    firsts = {n.words[0] for n in people if len(n.words) > 2}
    return {
        tuple(n.words)
        for n in people
        if len(n.words) == 2
        and any(c.shows == "adult" and text[c.start : c.end].lower() in frames.KIN_ADULT for c in n.cues)
        and any(
            tuple(x.words[-2:]) == tuple(n.words) and x.words[0] in called & firsts
            for x in people
            if len(x.words) > 2
        )
    }


def _initialled(short: Sequence[str], long: Sequence[str]) -> bool:
    """ "J. Mora" of Joel Hansen-Mora."""
    return (
        len(short) == 2
        and len(short[0]) == 1
        and len(long) > 1
        and long[0].startswith(short[0])
        and short[1] in (long[-1], *long[-1].split("-"))
    )


def _same_words(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names of several words may be one person's."""
    return (
        _inside(a, b)
        or _inside(b, a)
        or (a[0] == b[0] and a[-1] == b[-1])
        or _initialled(a, b)
        or _initialled(b, a)
    )


_ELDER = re.compile(r"\b(older|elder|younger)\s$", re.I)


class _Clusters(list[Cluster]):
    """Clusters in the order they were made, to be looked up by a word or a hyphenated part of one."""

    def __init__(self) -> None:
        super().__init__()
        self._with: dict[str, dict[int, Cluster]] = {}

    def append(self, cluster: Cluster) -> None:
        super().append(cluster)
        self._file(len(self) - 1, cluster)

    def add(self, name: Name, cluster: Cluster) -> None:
        """One more name of a cluster."""
        words = cluster.words
        cluster.add(name)
        if cluster.words is not words:
            self._file(self.index(cluster), cluster)

    def _file(self, at: int, cluster: Cluster) -> None:
        for part in _parts(cluster.words):
            self._with.setdefault(part, {})[at] = cluster

    def sharing(self, words: Sequence[str]) -> list[Cluster]:
        """Those with a part of one of the words, in order."""
        found = {at: c for part in _parts(words) for at, c in self._with.get(part, {}).items()}
        return [found[at] for at in sorted(found)]


def _parts(words: Sequence[str]) -> set[str]:
    return {*words, *(p for w in words if "-" in w for p in w.split("-"))}


def cluster_names(text: str, names: Sequence[Name]) -> list[Cluster]:
    clusters = _Clusters()
    owner: dict[int, Cluster] = {}
    people = [n for n in names if n.kind == "person"]
    elders = _elders(text, people)
    for name in people:
        if len(name.words) < 2:
            continue
        alike = reversed(clusters.sharing(name.words))
        fits = [c for c in alike if _same_words(name.words, c.words) and not c.conflicts(name)]
        if elders:
            fits = [
                c
                for c in fits
                if (tuple(name.words) in elders) == (tuple(c.words) in elders)
                or len(c.words) == len(name.words)
            ]
        # "Bùi Thu Trang, 14 … her father, Thu Trang Asuquo … Thu Trang": called by the two words of the first name
        fits = [c for c in fits if " ".join(name.words) == c.given] or fits
        if len(fits) > 1 and not name.title and all(tuple(c.words[1:]) == name.words for c in fits):
            fits = [
                c for c in [_nearest(text, name, fits, clusters)] if c
            ]  # a surname of two words: "Abu Zaid"
        if fits:
            clusters.add(name, fits[0])
            owner[id(name)] = fits[0]
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
                name.words[0] in c.words for c in clusters.sharing(name.words)
            ):
                cluster = Cluster(name)
                cluster.words = [name.words[0], last.words[-1]]
                owner[id(name)] = cluster
                clusters.append(cluster)
    # "Price's ex-partner … Ellie Price, 11 … Price, 38": who is told of as grown up goes first
    headline = text.find("\n")
    grown = {id(n) for n in people if any(c.shows == "adult" and c.level == 3 for c in n.cues)}
    families = [n for n in people if id(n) not in owner and _of_a_family(text, n)]
    first_names = {n.words[0] for n in people if len(n.words) == 1 and not n.title}
    for name in sorted(people, key=lambda n: id(n) not in grown):
        if id(name) in owner or name in families:
            continue
        if name.doubtful and name.label != "PERSON" and not name.cues and name.common:
            continue
        w = name.words[0]
        sharing = clusters.sharing([w])
        fits = [c for c in sharing if w in c.parts and not c.conflicts(name)]
        if len(fits) > 1 and any(c.shows == "adult" and c.level == 3 for c in name.cues):
            fits = [
                c for c in fits if c.level("adult")
            ] or fits  # "Maddox, 37": of a family the one who is grown up
        side = _ELDER.search(text, max(0, name.start - 12), name.start)
        if side and len(fits) > 1:
            want = "adult" if side.group(1).lower() in ("older", "elder") else "child"
            fits = [c for c in fits if c.level(want)] or fits
        if _OWN.search(text, max(0, name.start - 5), name.start):
            # "My Tigist does not call me Daddy," said her father, Tigist Asuquo
            fits = [c for c in fits if c.level("child") > c.level("adult")] or fits
        if name.title in ("mr", "mrs", "ms", "dr", "mx"):
            girl = _courtesy(text, name, [c for c in sharing if w == c.words[-1]])
            if girl:
                first_names.add(w)
            fits = (
                [girl]
                if girl
                else [
                    c for c in fits if (w == c.words[-1] or _surname_first(name, c)) and c.level("child") < 2
                ]
            )
            fits = [c for c in fits if c.level("adult")] or fits  # of a family the one who is grown up
            fits = [c for c in fits if not _child_of(text, name, c)]
            # "Ms Field" is Paula, not Joy, whom the draft calls by the first name elsewhere
            fits = [c for c in fits if len(c.words) < 2 or c.given not in first_names or c.level("adult")]
        if name.title in frames.KIN_ADULT:
            # "Rhys Mallory … Gran Mallory": by a title of family and the surname another of the family is called
            fits = [c for c in fits if c.level("adult") or c.given == w]
        if (
            not fits
            and len(w) >= 3
            and not any(c.level > 1 for c in name.cues)
            and (name.propn or name.acts)
            and not name.common
        ):
            # "Alf" for Alfie: a short form of a first name already told
            fits = [
                c for c in clusters if any(_short_of(w, x) for x in c.words[:2]) and c.level("child") >= 2
            ]
        if len(fits) > 1 and (kin := _KIN_AFTER.match(text, name.end)):
            # "sent Lowe home with his aunt, Jill Lowe": she is the other one
            fits = [c for c in fits if not any(n.start == kin.end() for n in c.names)] or fits
        if any(x.shows == "child" and x.level >= 2 for x in name.cues):
            # "his mum, Carla Dunne … Dunne faces the Children's Court": not the mother
            fits = [c for c in fits if c.given == w or c.level("adult") < 2 or c.level("child")]
            kids = [c for c in fits if c.level("child") >= 2]
            fits = kids if len(kids) == 1 and kids[0].level("adult") < 2 else fits
        if name.start > headline and not name.title:
            # "nobody talks about Aigerim … the director, Aigerim Tulen": a grown-up comes in with the whole name
            fits = [
                c
                for c in fits
                if len(c.words) < 2
                or c.given != w
                or c.level("adult") < 2
                or any(n.start <= name.start for n in c.names)
            ]
        best = _nearest(text, name, fits, clusters)
        if best is None:
            best = Cluster(name)
            clusters.append(best)
        else:
            best.add(name)
        owner[id(name)] = best
    for name in families:  # "the Lindholm children": the parents have the surname as well
        same = [c for c in clusters if c.names[0] in families and c.words == list(name.words)]
        if same:
            same[0].add(name)
        else:
            clusters.append(Cluster(name))
            clusters[-1].family = True
    for name in names:
        # "Jonah “J.T.” Prewitt … J.T.": letters that stand for a first name, no cipher
        if name.kind == "cipher" and (own := _called_by_letters(text, name, clusters)):
            name.kind = "person"
            own.add(name)
    for name in names:
        # "the body of Mayen", "Storm is described as": a child's name, whatever else the word may be
        if (
            name.kind in ("place", "organisation")
            and len(name.words) == 1
            and not name.dateline
            and not PLACE_NOUN.match(text, name.end)
            and (
                not _LOCAL.search(text, max(0, name.start - 10), name.start) or CASE_OF.match(text, name.end)
            )
            and "&" not in (text[name.start - 2 : name.start - 1], text[name.end + 1 : name.end + 2])
            and not (
                name.kind == "organisation"
                and re.match(r"['’]s?\s+[^\W\d_a-z]", text[name.end : name.end + 5])
            )
        ):
            fits = [
                c
                for c in clusters.sharing(name.words)
                if name.words[0] in c.words
                and (c.level("child") >= 2 or (c.level("kin-younger") and not c.level("adult")))
            ]
            if fits:
                name.kind = "person"
                fits[0].add(name)
    return list(clusters)


def _called_by_letters(text: str, name: Name, clusters: Sequence[Cluster]) -> Cluster | None:
    letters = _letters(text[name.start : name.end])
    if len(letters) < 2:
        return None
    for c in clusters:
        for n in c.names:
            if n.start == name.start or len(n.words) < 2:
                continue
            whole = text[n.start : n.end]
            nick = _QUOTED.search(whole)
            first = nick.group(1) if nick else whole.split()[0]
            if _letters(first) == letters:
                return c
    return None


def _letters(word: str) -> str:
    """ "C.J." and "CJ" -> "CJ"; nothing where it is no mere letters."""
    plain = word.replace(".", "")
    return plain if plain.isupper() and len(plain) < 4 else ""


def _of_a_family(text: str, name: Name) -> bool:
    """ "The Lindholm children", "both Nakamura girls": the surname stands for several."""
    m = frames.FAMILY.match(text, name.end)
    if m is None or not (m["young"] or m["team"] or m["n"]):
        return False
    return len(name.words) == 1 and bool(frames.THE.search(text, max(0, name.start - 8), name.start))


def _child_of(text: str, name: Name, c: Cluster) -> bool:
    """ "Ms Marlow said her daughter Tilly Marlow had been bullied": of a surname, the parent comes with the title and
    the child with the whole name. Who comes with the whole name first may be the grown-up daughter of somebody."""
    first = min(n.start for n in c.names)
    return bool(c.level("kin-younger")) and not c.level("adult") and name.start < first


def _surname_first(name: Name, c: Cluster) -> bool:
    """ "Mr Lim Wei Jun … Mr Lim": where surnames come first the title stands before the first word of the name."""
    return name.words[0] == c.words[0] and any(len(n.words) > 1 and n.title == name.title for n in c.names)


def _courtesy(text: str, name: Name, fits: Sequence[Cluster]) -> Cluster | None:
    """ "Fourteen-year-old Moneisha Mothen … Ms Mothen was wearing": some papers say Ms of a teenager. A mother who
    shares the surname speaks; who is looked for does not."""
    after = text[name.end : name.end + 16]
    speaks = _SPEAKS.match(after.lstrip(' ,”"’')) or (
        _SPEAKS.search(text[max(0, name.start - 30) : name.start])
        and re.match(r"\s*(?:[.,;:!?“\"]|$)", after)
    )
    if name.title != "ms" or len(fits) != 1 or speaks:
        return None
    girl = fits[0]
    if name.words[0] != girl.words[-1] or not any(12 <= a < 18 for a in girl.ages):
        return None
    name.title = None
    name.cues = [c for c in name.cues if not (c.shows == "adult" and c.start >= name.start)]
    return girl


_OWN = re.compile(r"\b(?:[Mm]y|[Oo]ur)\s$")
_SAYS = re.compile(r"\s+(?:said|says|told|tells|added|asked|recalled|explained)\b")
_SAYS_BEFORE = re.compile(r"\b(?:said|says|added|asked)\s$")
_KIN_AFTER = re.compile(
    rf"(?=[\s,])[^.!?;\n]{{0,60}}?\b(?:his|her)\s+(?:[\w-]+\s+)?(?:{frames.alt(frames.DATA['kin_adult'])}),?\s+(?=[A-Z])"
)
_SPEAKS = re.compile(
    r"\b(?:said|says|told|tells|added|asked|wrote|according\s+to|her\s+(?:daughter|son))\b", re.I
)


#: letters of a pet form that begins as the name does: Freddie
_PET_LETTERS = 7
#: first name -> its pet forms that no rule tells: Peggy of Margaret, Paco of Francisco
_PET_FORMS = {name: frozenset(pets) for name, pets in frames.DATA["pet_forms"].items()}


def _short_of(short: str, name: str) -> bool:
    """Whether ``short`` may be a short form of a first name: Alf of Alfie, Seri of Seren, Thea of Althea."""
    if short == name or len(short) < 3:
        return False
    if short in _PET_FORMS.get(name, ()):
        return True
    stem = re.sub(r"(?:ie|ey|y|i)$", "", short)
    if len(stem) > 3 and stem in name:
        return True  # Lottie of Charlotte
    if len(short) > len(name):
        return False
    if (
        name.startswith((short, short[:-1] if len(short) > 3 and short[-1] == "s" else short))
        or (len(short) >= 4 and name.endswith(short))
        or (len(short) >= 5 and short in name)
    ):
        return True
    return len(short) <= _PET_LETTERS and short[:3] == name[:3] and short[-1] in "aeiouy"


def is_short_form(short: str, words: Sequence[str]) -> bool:
    """Whether ``short`` may be a short form or a doubled syllable of one of the first names among ``words``."""
    half, odd = divmod(len(short), 2)
    if not odd and half >= 2 and short[:half] == short[half:]:
        return any(
            w.endswith(short[half:]) or w.startswith(short[:half]) for w in words
        )  # Tongtong of Xiaotong
    given = [w for w in words[:-1] if len(w) > 1] or words  # S. Malarvizhi is Malar
    return any(_short_of(short, w) for w in given)


_BODY_OF = re.compile(r"\b(?:body|remains|death|murder|killing|disappearance|funeral|loss)\s+of\s$", re.I)
_LOCAL = re.compile(r"\b(?:in|at|from|near|around|outside|into|via|the|an?)\s$", re.I)


def _nearest(text: str, name: Name, fits: Sequence[Cluster], everyone: Sequence[Cluster]) -> Cluster | None:
    """The one mentioned last before ``name``; failing that, first after it. A first name beats a surname."""
    if not fits:
        return None
    given = [c for c in fits if c.given == name.words[0]]
    pool = given or list(fits)
    # who is not named yet is not the one called by the surname alone
    pool = [c for c in pool if any(n.start < name.start for n in c.names)] or pool
    if not given and _BODY_OF.search(text, max(0, name.start - 24), name.start):
        # "the body of Mayen": the child's to whom it happened, not the mother's who speaks
        pool = [c for c in pool if c.level("child") > c.level("adult")] or pool
    if name.group and len(pool) > 1:
        # "Nguyen and Cantú are being held": the surnames of two children
        beside = {w for n in name.group if n is not name for w in n.words[-1:]}
        kin = [c for c in fits if c.level("child") > c.level("adult")]
        if kin and any(beside & set(c.families) and c.level("child") > c.level("adult") for c in everyone):
            pool = kin
    if any(c.shows == "adult" and c.level >= 2 for c in name.cues):
        # "Han, who drives a lorry": the father, not the daughter of the same surname
        pool = [c for c in pool if c.level("adult") > c.level("child")] or pool
    said = _SAYS.match(text, name.end) or (
        text[name.end : name.end + 1] in ".,\n"
        and _SAYS_BEFORE.search(text, max(0, name.start - 12), name.start)
    )
    if len(pool) > 1 and not given and not name.title and not said:
        # "Mrs Patience Nwosu … Nwosu was the best in mathematics": who has a title keeps it
        pool = [c for c in pool if not any(n.title in ("mr", "mrs", "ms", "dr") for n in c.names)] or pool
    if len(pool) > 1 and not given and not name.title and not said:
        pool = _has_been_called(name, pool) or pool
    if len(pool) > 1 and not given and any(c.shows == "child" and c.level >= 2 for c in name.cues):
        # "on behalf of Todd and Lisa Ackerman … Ackerman, a second-grader": no child of the pair's names
        pool = [c for c in pool if not any(n.group and len(n.group) == 2 for n in c.names)] or pool
        pool = [c for c in pool if c.level("child") > c.level("adult")] or pool
    if len(pool) > 1 and not given:
        # a child who is elsewhere called by the first name alone is not the one called by the surname alone
        first_named = [
            c
            for c in pool
            if c.level("child") > c.level("adult")
            and any(len(n.words) == 1 and n.words[0] != c.surname for n in c.names)
        ]
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


def _has_been_called(name: Name, pool: Sequence[Cluster]) -> list[Cluster]:
    """ "Kemp, 16, was arrested … Kemp denied it … His mother, Jo Kemp, wept … Kemp was remanded": who was called by the
    surname alone before others of the family came in goes on being called so."""
    for c in pool:
        others = min(n.start for o in pool if o is not c for n in o.names)
        if any(len(n.words) == 1 and n.words[0] in c.families and n.start < others for n in c.names):
            return [c]
    return []


def join_nicknames(text: str, names: Sequence[Name], clusters: list[Cluster]) -> None:
    for cluster in list(clusters):
        if cluster not in clusters:
            continue
        for name in list(cluster.names):
            for m in _NICK.finditer(text, name.end, min(len(text), name.end + 90)):
                if _HERE.search(text, m.start(), min(len(text), m.end() + 30)):
                    continue  # "called Azamat in this text" declares a pseudonym
                if re.search(r"[.!?\n]", text[name.end : m.start()]):
                    break
                if any(name.end <= n.start < m.start() for n in names):
                    break  # who is named in between is called so
                if _SAYS.search(text, name.end, m.start()):
                    break  # "Ana Lima said the boy was hired by a man, known as Zeca": of whom she told
                group = next(g for g in ("n", "n2", "n3", "n4") if m[g])
                nick = next((n for n in names if n.start == m.start(group) and n.kind == "person"), None)
                other = next((c for c in clusters if nick in c.names), None) if nick else None
                if nick and other and other is not cluster and not other.conflicts(name):
                    for n in other.names:
                        cluster.names.append(n)
                    cluster.aliases.add(nick.words[0])
                    clusters.remove(other)


def judge(c: Cluster) -> tuple[PersonKind, list[Evidence]]:
    """Child, adult or unknown, and the words that decided it."""
    cues = c.cues
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

    if lc and la and all(x.past for x in child):
        return "adult", ev(adult)
    if lc and usable:
        if lc == 3 and la == 3:
            ages_a = [x.age for x in adult if x.age is not None and x.level == 3]
            ages_c = [x.age for x in child if x.age is not None and x.level == 3]
            young = ages_a and ages_c and max(ages_a) - max(ages_c) <= 2.5
            # an age beside the name is of the day the draft was written, which may be years ago
            dated = all(x.reason.startswith("born ") for x in adult if x.level == 3)
            young = young or (dated and any(x.beside and not x.past for x in child))
            return ("child", ev(child)) if young else ("adult", ev(adult))
        if lc > la or (lc == la == 2 and not any(n.title for n in c.names)):
            return "child", ev([x for x in child if x.level >= min(lc, 2)])
        if la >= lc:
            return "adult", ev(adult)
    if la:
        return "adult", ev(adult)
    return "unknown", []
