"""Where runs of capitalised words are parted, and which of their words can be part of a name."""

from __future__ import annotations

from collections.abc import Sequence

from ... import lazy_re as re
from ...languages.en import frames
from ...languages.en.frames import DATA
from ...languages.en.telling import WORD_NAMES
from ...spans import Span
from ..parse import Token
from .model import (
    AFTER_KIN,
    BESIDE_AGE,
    CAPITALS,
    CHILD_WORDS,
    CLOSED,
    KIN_WORDS,
    NOT_NAMES,
    ROLES,
    after_a_child,
)

#: words of grammar and of the calendar that are first names as well
FUNCTION = frozenset(
    "will may mark grant young hope even april june august july dawn summer autumn winter spring an so said".split()
)
#: words of other languages' names that are English ones: "15-year-old Aye Chan", "the boy, Than Htut,"
_SYLLABLES = frozenset("aye than so an my to do he she you see no let hey may will even".split())
#: first names that are words no name is made of as a rule
_WORD_NAMES = frozenset("north west winter young lane story free international precious royal".split())
_GIVEN_WORDS = "|".join(w.title() for w in sorted(FUNCTION | _WORD_NAMES))
#: "Will Stokes", "Ivo, Will and Hana"
_MAY_BE_GIVEN = re.compile(
    rf"(?:(?P<before>[A-Z][\w’'-]+),?\s(?:and\s|(?<=,\s)))?\b(?P<w>{_GIVEN_WORDS})\b"
    r"(?:\s(?P<last>[A-Z][\w’'-]+)|(?:,|,?\sand)\s(?P<after>[A-Z][\w’'-]+))?"
)
_HEADLINE_VERBS = frozenset(DATA["headline_verbs"])
#: "FIR No. 0417"
_NUMBER = re.compile(r"No\.?\s*\d")
#: "HIV-positive", "UK-based": an abbreviation with a word
_ABBREVIATED = re.compile(r"[A-Z]{2,}s?[-\u2010\u2011][a-z]")
_NUMBERED = re.compile(rf"(?:\d+|{frames.NUM})[-\u2010\u2011](?:years?|months?|weeks?|days?)", re.I)
_TIME_PREP = re.compile(
    r"\b(?:in|on|by|since|until|last|next|this|every|of|from|early|late|mid|for)\s+$", re.I
)
_DATE_AFTER = re.compile(
    r"\.?\s*,?\s*\d{1,4}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\s*(?:[ap]\.?m\b|[:.]\d)|,?\s+(?:19|20)\d\d)|\s+(?:19|20)\d\d\b"
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
#: "On 2 November Ada Tate was reported missing"
_DAY_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?$")
_NAMED_AS = re.compile(r"\b(?:as|named|called|Master|Miss|boy|girl|pupil|student)\s+$")
#: after a name that opens a sentence: "Will, 11,", "Will was", "Will and Ben", not "Will the court"
_GOES_ON_OF_SOMEBODY = re.compile(r"['’]s\b|,\s(?:who\b|\d|[A-Z])|,?\sand\s[A-Z]")
#: what a noun before another is to it: "Summer swimming"
_OF_A_NOUN = frozenset(("compound", "amod", "nmod"))
_DAYS = frozenset("mon tue wed thu fri sat sun".split())
#: words of the calendar that are names or syllables of names as well: Sunday Okoro, May Thu, Jun Jun
_DATES = _DAYS | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday april may june july august jan mar jun aug oct "
    "nov".split()
)


def given_words_of(text: str, tokens: dict[int, Token]) -> frozenset[str]:
    """The words such as Will and May that are somebody's first name in this draft."""
    out = set()
    for m in _MAY_BE_GIVEN.finditer(text):
        both = [tokens.get(m.start(g)) for g in ("w", "last")] if m["last"] else []
        whole = len(both) == 2 and all(t is not None and t.ent_type_ == "PERSON" for t in both)
        if not whole and m["last"] and m["last"].lower() not in NOT_NAMES:
            whole = BESIDE_AGE.match(text, m.end()) is not None or after_a_child(text, m.start("w"))
        whole = whole or AFTER_KIN.search(text, max(0, m.start("w") - 14), m.start("w")) is not None
        beside = m["before"] or m["after"]
        if whole or (beside and beside.lower() not in NOT_NAMES):
            out.add(m["w"].lower())
    return frozenset(out)


def _goes_on(text: str, end: int, tokens: dict[int, Token]) -> bool:
    """Whether somebody's name ends here: "Will, 11,", "Will hung up his coat", not "Will the court …"."""
    following = tokens.get(end + 1)
    acts = following is not None and following.tag_ in ("VBD", "VBZ", "VBN")
    return acts or _GOES_ON_OF_SOMEBODY.match(text, end) is not None


def opening_words(text: str, sentences: Sequence[Span]) -> set[int]:
    """Offsets of words that would be capitalised anyhow: the first of a sentence, a quotation, a list item."""
    out = set()
    for s in sentences:
        m = re.search(r"\w", text[s.start : s.start + 12])
        if m:
            out.add(s.start + m.start())
    out.update(m.end() for m in re.finditer(r"(?:^|(?<=[\s(]))[“\"‘'«]|[.!?:]\s+|\n\s*[-•*–—]?\s*", text))
    return out


def title_lines(text: str) -> list[tuple[int, int]]:
    """Lines in which most words are capitalised, so that a capital says nothing."""
    out = []
    for m in re.finditer(r"[^\n]+", text):
        words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", m.group())
        long = [w for w in words if len(w) > 3]
        if (
            (len(words) >= 3 or (len(words) == 2 and m.group().isupper()))
            and long
            and sum(w[0].isupper() for w in long) >= 0.75 * len(long)
            and len(words) < 30
            # "The dead were named as Mary Awor and Peter Lang.": a sentence full of names
            and not (
                m.group().rstrip()[-1] in '.!?”"'
                and (sum(w[0].islower() for w in long) > 1 or sum(w[0].islower() for w in words) > 2)
            )
        ):
            out.append((m.start(), m.end()))
    return out


def pieces_of(
    text: str,
    words: list[tuple[int, int]],
    tokens: dict[int, Token],
    openers: set[int],
    in_title: bool,
    ordinary: frozenset[str],
    known: frozenset[str],
) -> list[list[tuple[int, int]]]:
    """Split a run where a word cannot be part of a name; titles stay as the first word of a piece."""
    pieces: list[list[tuple[int, int]]] = [[]]
    after_child = after_a_child(text, words[0][0])
    after_kin = AFTER_KIN.search(text, max(0, words[0][0] - 14), words[0][0]) is not None
    told = (
        after_child or after_kin or BESIDE_AGE.match(text, words[-1][1]) is not None
    ) and not _TIME_PREP.search(text, max(0, words[0][0] - 12), words[0][0])
    for i, (s, e) in enumerate(words):
        raw = text[s:e]
        low = raw.lower().rstrip(".")
        if (
            s in openers
            and i
            and text[s - 1] not in "“\"‘'("
            and not text[words[i - 1][0] : words[i - 1][1]].endswith(".")
        ):
            pieces.append([])
        pos = tokens[s].pos_ if s in tokens else "PROPN"
        first = re.split(r"[-\u2010\u2011'’]", low)[0]
        stop = raw[0].islower() and low not in DATA["particles"] and first not in DATA["particles"]
        stop = stop or _ABBREVIATED.match(raw) is not None
        if (
            low in NOT_NAMES
            or _NUMBERED.match(low)
            or (s in openers and re.split(r"['’]", low)[0] in NOT_NAMES)
        ):
            # "Will Banks", "May Chen" in the middle of a sentence: the capital is the name's
            between = (  # "Lotte May Harding", not "On Tuesday Ferrol"
                0 < i < len(words) - 1
                and s not in openers
                and text[words[i - 1][0] : words[i - 1][1]].lower() not in NOT_NAMES
            )
            ends = (  # "Ei Mon"
                0 < i == len(words) - 1
                and s in tokens
                and tokens[s].ent_type_ == "PERSON"
                and pos not in CLOSED  # "siblings called K and L. The letters"
                and not _DATE_AFTER.match(text, e)
            )
            inside = (
                between
                or ends
                or (
                    s not in openers
                    and not in_title
                    and len(words) > 1
                    and low not in CAPITALS
                    and (
                        i > 0
                        or (pos == "PROPN" and low in FUNCTION)
                        or (
                            told
                            and low in _SYLLABLES | FUNCTION
                            and text[words[1][0] : words[1][1]].lower() not in ordinary
                        )
                    )
                )
            )
            # "Will Harris, 12, was hurt"
            inside = inside or (
                i == 0
                and len(words) == 2
                and told
                and not in_title
                and low in FUNCTION
                and text[words[1][0] : words[1][1]].lower() not in NOT_NAMES
                and words[1][0] in tokens
                and tokens[words[1][0]].pos_ == "PROPN"
            )
            alone = (
                len(words) == 1
                and (
                    ((low in CAPITALS or low in FUNCTION or low in _WORD_NAMES) and BESIDE_AGE.match(text, e))
                    or (
                        (low in _DATES or low in FUNCTION or low in _WORD_NAMES)
                        and (after_child or after_kin)
                    )
                )
                and not _TIME_PREP.search(text, max(0, s - 12), s)
            )
            # "Ben and Will ran", where it is told who Will is
            alone = alone or (
                len(words) == 1
                and low in known
                and not (s in tokens and tokens[s].dep_ in _OF_A_NOUN and tokens[s].head.text.islower())
                and (s not in openers or _goes_on(text, e, tokens))
                and not in_title
                and not _DATE_AFTER.match(text, e)
                and not _TIME_PREP.search(text, max(0, s - 12), s)
            )
            # "Sunday Bassey Obi": a day that begins a person's name
            day = (
                i == 0
                and len(words) > 1
                and words[1][0] in tokens
                and (tokens[words[1][0]].ent_type_ == "PERSON" or _NAMED_AS.search(text, max(0, s - 12), s))
                and not _TIME_PREP.search(text, max(0, s - 12), s)
            )
            # "Thu Trang", "Ei Mon": no day beside a word that is no English one; "May Thu", "Jun Jun": no date
            beside = [text[a:b].lower() for a, b in (*words[i + 1 : i + 2], *words[i - 1 : i] * (i > 0))]
            syllable = (
                low in _DATES
                and "." not in raw
                and not in_title
                and not _DATE_AFTER.match(text, e)
                and not _TIME_PREP.search(text, max(0, s - 12), s)
                and (
                    (low in _DAYS and any(w not in ordinary | NOT_NAMES for w in beside))
                    or any(
                        w == low or {w in _DAYS, low in _DAYS} == {True, False} for w in beside if w in _DATES
                    )
                    or (len(words) > 1 and told)
                )
            )
            stop = not (
                inside
                or alone
                or syllable
                or (day and low in CAPITALS and text[words[1][0] : words[1][1]].lower() not in NOT_NAMES)
            ) or (low in _MONTHS and _DAY_BEFORE.search(text, max(0, s - 8), s) is not None)
        stop = stop or _NUMBER.match(text, s) is not None
        if not stop and in_title and len(words) > 1:
            stop = (
                pos in CLOSED
                or pos in ("VERB", "ADV")
                or low in CHILD_WORDS
                or low in ROLES
                or low in KIN_WORDS
                or (
                    # an English noun in a headline, unless an age follows
                    bool({low, re.sub(r"(?:ies|es|s)$", "", low)} & ordinary)
                    and (
                        _what_it_is(text, raw)
                        or (s in tokens and tokens[s].ent_type_ != "PERSON" and not BESIDE_AGE.match(text, e))
                    )
                )
            )
        if in_title and 0 < i < len(words) - 1 and low in _HEADLINE_VERBS:
            stop = True  # "Ivo Brandt Shares Photo"
        if (
            in_title
            and len(words) == 1
            and low in ordinary
            and re.search(r"\b\d+\s+$", text[max(0, s - 5) : s])
        ):
            stop = True  # "3 Die, 4 Injured"
        if stop and not (raw.endswith(".") and len(low) == 1):
            pieces.append([])
            continue
        pieces[-1].append((s, e))
    return [p for p in pieces if p]


def _what_it_is(text: str, word: str) -> bool:
    """ "KNIFE GANG BOSS, 15": a word in capitals that the body of the draft has in lower case only, if at all."""
    body = text.find("\n")
    return (
        word.isupper()
        and word.lower() not in WORD_NAMES
        and body > 0
        and not text.isupper()
        and word.capitalize() not in text
    )
