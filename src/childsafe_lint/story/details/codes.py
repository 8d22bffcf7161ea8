"""Exact dates of birth, contacts and numbers of documents, cases and vehicles."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ... import lazy_re as re
from ... import seek
from ...spans import Span
from ..model import Detail
from .scene import Scene

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?|(?:the\s+)?(?:(?:twenty|thirty)-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth)|(?:the\s+)?(?:tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth))"
)
_DATE = seek.compile(
    rf"\b(?:(?:Christmas|New\s+Year[’']s|Boxing|Valentine[’']s|Independence|Republic|Women[’']s)\s+(?:Day|Eve)(?:(?:\s+of|,)?\s+(?P<y6>(?:19|20)\d\d))?"
    rf"|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<y1>(?:19|20)\d\d)|{_MONTH}\s+{_DAY},?\s+(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<y3>(?:19|20)\d\d)[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?P<y4>(?:19|20)?\d\d)\b"
    rf"|(?P<y5>(?:19|20)\d\d)\s+{_MONTH}\s+\d{{1,2}}\b|(?<!turn\s)(?<!turns\s)(?<!turned\s){_DAY}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_DAY}\b)",
)
_BIRTH_BEFORE = re.compile(
    r"(?:\bborn\b|\bdate\s+of\s+birth\b|\bbirth\s+(?:was\s+|is\s+)?(?:registered|recorded|given|entered|on\b|as\b|certificate)|\bD\.?O\.?B\b|\bbirth\s?da(?:y|te)\b|\bcame\s+into\s+the\s+world\b|\bdelivered\b|\bturn(?:s|ed)?\s+\w+\b|\b(?:will|would)\s+(?:be|have\s+been)\s+(?:\d{1,2}|\w+teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine)(?=\s+on\s+$)|\bb\.)"
    r"(?P<gap>(?:[^.!?\n;]|(?<=\d)\.(?=\d)){0,60})$",
    re.IGNORECASE,
)
_BIRTH_AFTER = re.compile(
    r"^[^.!?\n]{0,35}\b(?:birthday|date of birth|after (?:his |her |its |the )?birth)\b", re.IGNORECASE
)
_TO = re.compile(r"\s*(?:[-–—]|to)\s*")
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{2,29}(?<!\.)")
_PHONE = re.compile(r"(?<![\w/.,-])(?:\+|00)?\(?\d[\d ().‐‑–-]{6,20}\d(?![\w/%]|[.,]\d)")
_CARD = re.compile(r"\b\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}\b")
#: a token of digits, or of letters and digits with strokes: E041, 217/25, NVR/ART/2231, PA 0618842
_CODE = re.compile(
    r"""(?<![\w@.])
    (?: \d{1,4}[ ][A-Z]{1,3}[ ]\d{1,5}/\d{2,4}
      | [A-Z]{1,3}-[A-Z]{1,3}[ ](?:\d{4,}|\d{1,5}/\d{2,4})
      | \d{4}(?:[ -]\d{4}){3}
      | (?:[Xx*•]{3,4}[ -]?){1,4}\d{3,4}
      | (?:[A-Z]{1,5}[ -])? (?=[\w/.№#-]*\d)
        (?: [A-Z0-9][A-Z0-9]*(?:[/.-][A-Za-z0-9()]+)+ | [A-Z]{1,4}\d{2,}[A-Z0-9]* | \d{3,}[A-Z]{0,3}
          | \d{1,3}[A-Z]{2,3}\d{0,4} | \d{1,3}[A-Z]{2,6}\d{3,8} | [A-Z]{1,2}-[A-Z]{1,3}[ ]?\d{4,} | \d{1,2} )
    )(?![\w%])
    (?:\s+(?:of|/)\s+(?:19|20)\d\d)?""",
    re.VERBOSE,
)
#: a file number that needs no word beside it: HC/CR/118/2025, CH-MAG-6620/25, CV2025-01877, 24D-1836
_FILE = re.compile(
    r"(?<![\w/-])(?=[^\s]*\d{3})(?:[A-Z]{2,6}(?:-[A-Z]{1,6}){0,2}-?(?:19|20)?\d{2,6}[-/]\d{2,7}|\d{2}[A-Z]{1,2}-\d{3,6})(?![\w/-])"
    r"|(?<![\w/-])[A-Z]{2,5}-[A-Z]{2,5}-\d{4,10}(?![\w/-])"  # of a camp's or a clinic's list
    r"|(?<![\w/])[A-Z]{1,6}(?:/(?:[A-Z0-9-]{1,8}|\d{1,5}[a-z])){1,4}/\d{2,6}(?![\w/])|(?<=\bnumbered\s)\d{1,6}/\d{1,6}\b|\b[A-Z]{2,5}\s\d{1,4}(?:/\d{1,4}){2,4}\b"
)
#: number plates of many countries; only beside a word for a vehicle
_PLATE = re.compile(
    r"""\b(?: \d{2,3}[ ]?[A-Z]{1,3}[ ]?\d{2,4}(?:[ ]?[A-Z]{1,3})? | \d{2}[ ][A-Z][ ]\d{3}[ ][A-Z]{2}
      | [A-Z]{1,3}[ -]?\d{2,4}[ ]?[A-Z]{0,3} | [A-Z]{2}\d{2}[ ]?[A-Z]{3} | \d{3}[ ][A-Z]{2,3}[ ]\d{2}
      | [A-Z]{2}[ -]\d{1,2}[ -][A-Z]{1,3}[ -]\d{3,4} )\b""",
    re.VERBOSE,
)


def find(scene: Scene) -> Iterator[Detail]:
    taken: list[Span] = []
    for finder in (_births, _numbers, _contacts):
        for detail in finder(scene, taken):
            taken.append(detail.span)
            yield detail


def _births(scene: Scene, taken: list[Span]) -> Iterator[Detail]:
    made: list[Detail] = []
    dates = list(_DATE.finditer(scene.text))
    yield from _lifetimes(scene, dates)
    youngest = datetime.date.today().year
    for m in dates:
        year = next((g for g in m.groups() if g), None)
        young = False
        left = scene.left(m.start(), 90)
        birth = _BIRTH_BEFORE.search(left)
        if not birth and not _BIRTH_AFTER.match(scene.text[m.end() : m.end() + 50]):
            continue
        if birth and re.search(r"\bdied|\bkilled|\barrested|\bcharged|\bmarried", birth["gap"]):
            continue
        if year is not None:
            full = int(year) if len(year) == 4 else 2000 + int(year)
            if not youngest - 21 <= full <= youngest:
                continue
            young = full >= youngest - 18  # whoever the sentence speaks of, a grown-up it cannot be
        elif birth is None or not re.search(r"turn|birthday|will|would", birth.group(), re.IGNORECASE):
            # "born on 3 March" without a year is exact only together with an age
            ref = scene.refs.about(m.start())
            if not birth or not re.search(r"\bon\s*$", left) or ref is None or ref.plural or ref.generic:
                continue
            if any(
                d.span.start < m.start()
                and scene.text[m.start() : m.end()] in scene.text[d.span.start : d.span.end]
                for d in made
            ):
                continue  # said before with its year
        if not young and scene.about(m.start()) == "adult":
            continue
        made.append(scene.detail("dob", m.start(), m.end(), "date of birth"))
    yield from made


def _lifetimes(scene: Scene, dates: list[re.Match[str]]) -> Iterator[Detail]:
    """ "May 3, 2015 – August 17, 2025", as over the notice of a child's death."""
    for born, died in pairwise(dates):
        years = [next((int(g) for g in m.groups() if g and len(g) == 4), 0) for m in (born, died)]
        if (
            all(years)
            and 0 <= years[1] - years[0] < 18
            and _TO.fullmatch(scene.text, born.end(), died.start())
        ):
            whole_line = scene.refs.paragraph(born.start())
            if whole_line.end - whole_line.start < 90:
                yield scene.detail("dob", born.start(), born.end(), "date of birth")


@lru_cache(maxsize=4)
def _profiles(platforms: frozenset[str]) -> re.Pattern[str]:
    sites = (
        "|".join(map(re.escape, sorted(platforms)))
        + r"|(?:gofundme|givesendgo|justgiving|backabuddy|gogetfunding)\.[a-z.]{2,10}"
    )
    return re.compile(rf"(?<![\w.@])(?:https?://)?(?:www\.)?(?:{sites})/[\w.@/-]*\w", re.IGNORECASE)


#: a name of an account that no @ marks: letters with a digit, a stroke or a dot inside
_NICK = seek.compile(
    r"(?<!\bon\s)\b(?:handle|user\s?names?|nick(?:name)?|gamertag|gamer\s+tag|screen\s+name|account|profile|channel|(?:posts?|posted|posting|streams?|streamed"
    r"|plays?|played|writes|wrote|tweets|known\s+online|goes|appears)\s+(?:online\s+)?(?:as|by|under))\b"
    r"(?:\s+(?:called|named|of|is|was|on|at|under|the\s+name|name|as|\w+gram|TikTok|Snapchat|Discord|Roblox|Twitch))*\s*[,:(–—]?\s*[“\"‘']?"
    r"(?P<nick>(?=[\w.-]*(?:[\d_]|\.\w))[A-Za-z][\w.-]{3,28}\w)(?![@\w/])"
)
_ACCOUNT = seek.compile(r"(?<![\w@/.#-])(?=\w*[A-Za-z]{2})(?=\w*_\w)[A-Za-z]\w{4,28}(?![\w@/])")
#: whom to ring: "call her directly on", "WhatsApp his father:"
_RING = re.compile(
    r"\b(?:call|ring|phone|telephone|text|whatsapp|contact|reach|message|sms|dial)(?:s|ed|ing)?\s+(?P<who>(?:[\w’'-]+\s+){1,5}?)(?:direct(?:ly)?\s+|urgently\s+|any\s?time\s+)?(?:on|at|via|by|through|using)?\s*[:,(]?\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)


def _contacts(scene: Scene, taken: list[Span]) -> Iterator[Detail]:
    profile = _profiles(scene.words("contact", "platforms"))
    has_at = "@" in scene.text
    boxes = scene.words("contact", "public_mailboxes")
    for m in profile.finditer(scene.text) if "/" in scene.text else ():
        if not _is_public(scene, m.start(), profile=True):
            yield scene.detail("contact", m.start(), m.end(), "profile")
            taken.append(Span(m.start(), m.end()))
    for m in _EMAIL.finditer(scene.text) if has_at else ():
        box = re.split(r"[.@+_-]", m.group().lower())[0]
        if box not in boxes and not _is_public(scene, m.start()):
            yield scene.detail("contact", m.start(), m.end(), "e-mail address")
    for m in _HANDLE.finditer(scene.text) if has_at else ():
        span = Span(m.start(), m.end())
        if any(span.overlaps(t) for t in taken) or scene.text[m.start() - 1 : m.start()] in tuple("/."):
            continue
        if not _is_public(scene, m.start(), profile=True):
            yield scene.detail("contact", m.start(), m.end(), "account name")
    for m in _NICK.finditer(scene.text):
        span = Span(m.start("nick"), m.end("nick"))
        if not any(span.overlaps(t) for t in taken) and not _is_public(scene, span.start, profile=True):
            taken.append(span)
            yield scene.detail("contact", span.start, span.end, "account name")
    for span in _platform_names(scene):
        if not any(span.overlaps(t) for t in taken) and not _is_public(scene, span.start, profile=True):
            taken.append(span)
            yield scene.detail("contact", span.start, span.end, "account name")
    for m in _PHONE.finditer(scene.text):
        if any(t.start < m.end() and m.start() < t.end for t in taken):
            continue
        digits = re.sub(r"\D", "", m.group())
        if not 8 <= len(digits) <= 15 or _DATE.fullmatch(m.group().strip()) or _CARD.search(m.group()):
            continue
        if re.match(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d$", m.group()):
            continue
        left = scene.left(m.start(), 60).lower()
        if re.search(
            r"(?:no\.?|number|case|passport|file|card|docket|policy|iin|id)\s*[:#]?\s*$", left
        ) and not re.search(
            r"(?:phone|mobile|telephone|whatsapp|cell|contact|money)\s+(?:no\.?|number)\s*[:#]?\s*$", left
        ):
            continue
        if not _is_public(scene, m.start()):
            start = m.start()
            yield scene.detail("contact", start, m.end(), "telephone number")


def _platform_names(scene: Scene) -> Iterator[Span]:
    """A name with a stroke or figures inside, in a sentence that tells of a platform: "On Snapchat he was kit_09"."""
    sites = scene.words("contact", "platform_words")
    for m in _ACCOUNT.finditer(scene.text) if "_" in scene.text else ():
        s = scene.refs.sentence(m.start())
        if sites & set(re.findall(r"[a-z]+", scene.text[s.start : s.end].lower())):
            yield Span(m.start(), m.end())


def _is_public(scene: Scene, at: int, *, profile: bool = False) -> bool:
    """A helpline, an office, the police or the press; contacts of nobody in the family count as such."""
    s = scene.refs.sentence(at)
    near = Span(max(s.start, at - 110), min(s.end, at + 60))
    if not profile and (whom := _whom_to_ring(scene, at)):
        return whom == "adult"
    if re.search(r"\b(?:herself|himself|themselves)\s+(?:at|on)\s*$", scene.left(at, 30)):
        return not scene.family_near(at)  # "call the police or, the mother begged, herself at"
    if scene.any_hit(near, "contact", "public") and not _of_family(scene, near, at):
        return True
    if _of_family(scene, s, at) or scene.family_near(at):
        return False
    return not profile


def _whom_to_ring(scene: Scene, at: int) -> str:
    """ "kin" or "adult" where the words say whom to ring, "" where they do not."""
    left = scene.left(at, 90)
    m = _RING.search(left)
    if m is None:
        return ""
    start = at - len(left) + m.start("who")
    words = m["who"].lower().split()
    if words[0] in ("him", "her", "them"):
        ref = scene.refs.antecedent(start, scene.refs.pronouns.get(words[0], ""))
    else:
        ref = next(iter(scene.refs.within(start, start + len(m["who"]))), None)
    role = scene.role(ref)
    return "kin" if role in ("child", "kin") else role if role == "adult" else ""


def _of_family(scene: Scene, span: Span, at: int) -> bool:
    """A child or its family right in the words before the contact."""
    close = [r for r in scene.refs.within(max(span.start, at - 70), min(at + 20, span.end)) if not r.generic]
    family = any(scene.role(r) == "kin" for r in close) or bool(
        re.search(
            r"\b(?:his|her|their)\s+(?:\w+\s+)?(?:profile|account|page|phone|number|handle|mobile)\b",
            scene.text[span.start : span.end],
            re.I,
        )
    )
    last = scene.last_hit(at, span.start, "contact", "public")
    if re.search(
        r"\b(?:his|her|their)\s+(?:\w+\s+)?(?:profile|account|page|handle)\W*$", scene.left(at, 40), re.I
    ):
        return True
    if last is not None and not any(
        r.start >= last[1] and scene.role(r) == "kin" and not r.plural for r in close
    ):
        return False  # the helpline stands nearer than the family
    return family and scene.any_hit(span, "contact", "family") is not None


#: "call 101, quoting log number"
_QUOTED = re.compile(r"\bquot(?:e|es|ing)\s+(?:[\w’']+\s+){0,5}$", re.IGNORECASE)


def _can_be(date: str) -> bool:
    """Whether figures can be a day, month and year in some order: 44-81-09 cannot."""
    numbers = [int(n) for n in re.findall(r"\d+", date)]
    return any(1 <= n <= 12 for n in numbers[:2]) and all(n <= 31 or n >= 1900 for n in numbers[:2])


@lru_cache(maxsize=8)
def _ends_with(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(words))) + r")s?\W*$")


def _numbers(scene: Scene, taken: list[Span]) -> Iterator[Detail]:
    bad = scene.words("number", "not")
    text = scene.text
    for start, end in scene.hits("number", "cues"):
        gap = re.match(
            r"(?:\s*\([A-Z]{2,6}\))?(?:\s+(?i:no\b\.?|numbers?|nos\b\.?|№|card|file|registered|filed|bearing|as|under|is|was|with|the|plate|plates|reading|of|code|ID)){0,3}\s*[:#.№,(]?\s*(?:[A-Z]{2,6}\s)?",
            text[end : end + 40],
        )
        at = end + (gap.end() if gap else 0)
        code = _CODE.match(text, at)
        if code is None and gap is not None:
            letters = re.search(r"[A-Z]{1,6}\s*$", gap.group())  # "number PA 0618842"
            if letters:
                at = end + letters.start()
                code = _CODE.match(text, at)
        if code is None:
            continue
        word = text[start:end].lower()
        before = text[max(0, start - 30) : start].lower()
        if word in ("number", "no", "no.", "№") and re.search(
            r"\b(?:phone|telephone|mobile|cell|whatsapp|money|contact|ring|call|text)\s+(?:\w+\s+){0,2}$",
            before,
        ):
            continue
        if (word not in ("file", "docket") and _ends_with(bad).search(before)) or re.search(
            r"[$€£₸]\s*$", text[max(0, at - 2) : at]
        ):
            continue
        if re.fullmatch(r"\d+\.\d+[a-z]*", code.group()):
            continue  # "a record 7.3m"
        plain = code.group().isdigit()
        explicit = bool(
            re.search(
                r"(?:no\b|number|№|#|file|docket|fir|passport|iin|under|tag|wristband|bracelet)",
                text[start:at],
                re.IGNORECASE,
            )
        )
        if plain and (
            (not explicit and len(code.group()) < 8)
            or re.match(
                r"\s*(?:per\s?cent|%|years?|months?|minutes?|hours?|people|children|times|km|miles|of\s+\w+s\b)",
                text[code.end() : code.end() + 14],
            )
        ):
            continue
        if plain and len(code.group()) < 3 and word != "body":
            continue
        if plain and re.fullmatch(r"(?:19|20)\d\d", code.group()):
            continue
        if (
            word in ("number", "no", "no.")
            and plain
            and not re.search(
                r"(?:under|with|card|case|file|bearing|patient|her|his|plate|passport)\s+(?:the\s+)?$", before
            )
            and not re.search(r"[.:№#]\s*$", text[start:at])
        ):
            continue
        shut = code.group().endswith(")") and "(" not in code.group()  # "number (H71-2088)"
        span = Span(at, code.end() - shut)
        date = _DATE.match(text, at)
        if any(span.overlaps(t) for t in taken) or (
            date and date.end() >= code.end() and _can_be(date.group())
        ):
            continue
        if re.search(r"[a-z]{3,}$", code.group()):
            continue  # "24-hour"
        if _QUOTED.search(scene.left(at, 60)):
            continue  # what callers are asked to quote
        yield scene.detail("number", at, span.end, "number of a document or case", cue=(start, end))
    for m in _FILE.finditer(text):
        span = Span(m.start(), m.end())
        if not any(span.overlaps(t) for t in taken) and not _QUOTED.search(scene.left(m.start(), 60)):
            taken.append(span)
            yield scene.detail("number", m.start(), m.end(), "number of a document or case")
    vehicle = scene.words("number", "vehicle")
    for m in _PLATE.finditer(text):
        if not re.search(r"\d", m.group()) or len(re.sub(r"\W", "", m.group())) < 5:
            continue
        span = Span(m.start(), m.end())
        near = re.findall(r"[\w-]+", scene.left(m.start(), 50).lower())
        if any(span.overlaps(t) for t in taken) or not any(w in vehicle for w in near):
            continue
        if scene.family_near(m.start()):
            yield scene.detail("number", m.start(), m.end(), "vehicle registration")
