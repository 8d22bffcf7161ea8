"""Where names stand in a draft: runs of capitalised words, trimmed to what can be a person's name.

Off-the-shelf NER loses most single first names and many names outside its training culture, so every capitalised
run is a candidate and the pipeline's labels are one witness among several.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from ... import lazy_re as re
from ...drafts.model import Draft
from ...languages.en import frames
from ...languages.en.frames import DATA
from ...languages.en.telling import EPITHET, WORD_NAMES
from ...spans import Span
from ..parse import Parse, Token
from .kinds import AFTER_BODY, CASE_OF, PLACE_NOUN, agree, kind_of, tell_places
from .model import (
    AFTER_CHILD,
    AFTER_KIN,
    BESIDE_AGE,
    CAPITALS,
    CHILD_WORDS,
    CLOSED,
    INITIAL,
    KIN_WORDS,
    NOT_NAMES,
    ROLES,
    UPPER,
    Name,
    after_a_child,
    key,
    surname_first,
)
from .pieces import FUNCTION, given_words_of, opening_words, pieces_of, title_lines

__all__ = [
    "AFTER_BODY",
    "AFTER_CHILD",
    "CASE_OF",
    "PLACE_NOUN",
    "Name",
    "after_a_child",
    "find_names",
    "key",
    "surname_first",
]

_LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"
_APOSTROPHE = (
    rf"['’‘ʻʼ`](?=[^\W\d_]{{2}}|[{UPPER}]|[^\W\d_][‘ʻʼ`]|[^\W\d_smdt](?![^\W\d_’']))"  # O‘g‘iloy, Ng'ang'a
)
_CAPWORD = rf"[{UPPER}][\u0300-\u036f]*(?:{_LETTER}|{_APOSTROPHE}|[-\u2010\u2011](?=[^\W\d_]))*"
_SPACE = r"(?:[ \u00a0\u202f]{1,2}|[ \t]?\r?\n(?!\s*\n))"
_PARTICLES = "|".join(sorted(map(re.escape, DATA["particles"]), key=len, reverse=True))
_TRAILING = "|".join(sorted(map(re.escape, DATA["trailing_particles"]), key=len, reverse=True))
_NICK = rf"{_SPACE}[“\"‘'(](?:{INITIAL}(?:{INITIAL})+|{_CAPWORD})[”\"’')]{_SPACE}"
_PIECE = rf"(?:{INITIAL}|{_CAPWORD})"
RUN = re.compile(
    rf"(?<![\w@#]){_PIECE}(?:(?:{_NICK}|{_SPACE}(?:(?:{_PARTICLES})(?:{_SPACE}|[-\u2010\u2011'’]))*|(?<=\.)(?=[{UPPER}])){_PIECE})*(?:{_SPACE}(?:{_TRAILING})\b)?"
)
#: "Divya a/p Murugan"
_SLASHED = "|".join(re.escape(p) for p in DATA["particles"] if "/" in p)
_WORD = re.compile(rf"{INITIAL}|(?:{_SLASHED})(?=\s)|{_LETTER}+(?:(?:['’‘ʻʼ`]|[-\u2010\u2011]){_LETTER}+)*")
_TITLES = frozenset(w.lower() for w in DATA["titles"])
_CHILD_PREFIX = frozenset(w.lower() for w in DATA["child_prefixes"])
_LOWER_NAME = re.compile(
    rf"\b(?:named|identified)\s+(?:\w+\s+)?as\s+(?P<as>[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+)?)(?=\s*(?:$|[,.;:\n]))"
    rf"|(?:^|[:;]\s|\n)(?P<age>[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+)?)(?=,\s{frames.NUM},)"
)
_HONORIFIC = re.compile(r"\s(?:" + "|".join(DATA["honorifics"]) + r")\b")
_OPEN = frozenset("VERB ADV ADJ NOUN INTJ".split())
#: "Javelin: 1. Dunn 31.20", "Height: 150 cm": the heading of an entry
_ITEM = re.compile(r":\s*\d")
#: what a headline in capitals calls people: "Pupil Kills Colleague"
_SOMEBODY = ROLES | frozenset(
    "mate eyewitness colleague colleagues playmate playmates classmate classmates schoolmate schoolmates "
    "victim victims suspect suspects stranger neighbour neighbours neighbor neighbors teen teens learner "
    "learners student students".split()
)
#: "Korean-American", "British-Somali": of two peoples
_TWO_PEOPLES = re.compile(r"[A-Z][a-z]+(?:an|ish|ese|[cs]h|i|o)[-\u2010\u2011](?P<last>[A-Z][a-z]+)")
_SCARED = re.compile(r"(?:^|[.!?\n]\s*)[‘'“\"]$")
_SCARE = re.compile(r"[’'”\"]\s+[a-z]")
#: after "I", which is a part of the name: "I Wayan Sudiarta"
_BALINESE = frozenset("wayan made nyoman ketut gede putu komang kadek gusti nengah dewa".split())
#: titles that are first names as well
_GIVEN_TOO = frozenset(w.lower() for w in DATA["given_titles"])
#: words for what people do that stand before one more word as first names, hardly ever as what somebody does
_SELDOM_ROLES = frozenset(w.lower() for w in DATA["given_roles"])
_AFTER_NAME = frozenset("kc qc mp obe mbe sr phd md cbe sc ma".split())
#: of a child as well as of a grown-up: "Ernesto Jr., 7"
_JUNIOR = frozenset("jr jnr ii iii iv".split())
_CLASS = re.compile(frames.GRADE)
#: "Student, 15, held": who somebody is, and no name
_WHO_IT_IS = frozenset(
    "student learner suspect survivor witness defendant refugee migrant orphan passenger teen victim burglar "
    "accused".split()
)
_WHO_NOBODY = KIN_WORDS | CHILD_WORDS | _WHO_IT_IS
#: titles that go before a name as an abbreviation
_SHORT_RANKS = frozenset(
    "rep sen gov supt sgt insp capt lieut lt col cmdr maj brig det prof cpl atty".split()
)
_SHORT_TITLES = frozenset("mr mrs ms dr mx madam sir rep sen gov".split())
#: ranks and offices that a full stop may part from the name: "spokesperson Maj. Ines Rojas"
_RANKS = frozenset(
    "Maj Lt Col Capt Sgt Cpl Pfc Pvt Pte Spc LCpl Insp Supt Det Gen Brig Cmdr Coun Cllr Prof Rev Atty Engr Hon".split()
)


def find_names(draft: Draft, doc: Parse, sentences: Sequence[Span]) -> list[Name]:
    """Candidates in text order, never overlapping."""
    text = draft.text
    tokens: dict[int, Token] = {t.idx: t for t in doc}
    openers = opening_words(text, sentences)
    headline_spans = title_lines(text)
    ordinary: frozenset[str] = doc.user_data.get("ordinary", frozenset())
    known = given_words_of(text, tokens)
    names: list[Name] = []
    si = 0
    for m in RUN.finditer(text):
        if text[m.end() : m.end() + 1].isdigit() and text[m.end() : m.end() + 2][1:].isalpha():
            continue  # "Hope4Harley": a tag
        while si + 1 < len(sentences) and sentences[si + 1].start <= m.start():
            si += 1
        words = [(w.start() + m.start(), w.end() + m.start()) for w in _WORD.finditer(m.group())]
        line = bisect_right(headline_spans, m.start(), key=itemgetter(0)) - 1
        in_title = line >= 0 and m.start() < headline_spans[line][1]
        for piece in pieces_of(text, words, tokens, openers, in_title, ordinary, known):
            name = _name(text, piece, tokens, openers, si, in_title, ordinary)
            if name:
                names.append(name)
    agree(text, names)
    tell_places(text, names)
    return sorted([*names, *_lower_case(text, sentences)], key=lambda n: n.start)


def _lower_case(text: str, sentences: Sequence[Span]) -> list[Name]:
    """Names in a line that is written without any capital, where the words around show one."""
    out = []
    for line in re.finditer(r"[^\n]+", text):
        if line.group() != line.group().lower() or len(line.group().split()) < 4:
            continue
        for m in _LOWER_NAME.finditer(text, line.start(), line.end()):
            start, end = m.span("as") if m["as"] else m.span("age")
            words = text[start:end].split()
            if all(
                w not in NOT_NAMES and w not in ROLES and w not in CHILD_WORDS and w not in KIN_WORDS
                for w in words
            ):
                at = next((i for i, s in enumerate(sentences) if s.start <= start < s.end), 0)
                out.append(Name(start, end, tuple(key(w) for w in words), at, "", propn=True))
    return out


def _name(
    text: str,
    words: list[tuple[int, int]],
    tokens: dict[int, Token],
    openers: set[int],
    sentence: int,
    in_title: bool,
    ordinary: frozenset[str],
) -> Name | None:
    if _CLASS.fullmatch(text, words[0][0], words[-1][1]):
        return None  # "a Form Two student"
    lows = [text[s:e].lower().rstrip(".") for s, e in words]
    title: str | None = None
    doubtful = False
    # a title or role before the name; the last word is never one ("Will Baker")
    cut, titled_at = 0, None
    for i in range(len(words) - 1):
        w = lows[i]
        head = w.split("-")[-1] if "-" in w else w
        if (w in _TITLES or head in _TITLES) and not (
            w in ROLES | _GIVEN_TOO and _first_name(text, tokens, words, i)
        ):
            # "Justice" or "Baker" may be a first name too: inside a longer name only before two more words
            cut, title, titled_at = i + 1, w, words[i][0]
        elif i == cut and (
            w in _CHILD_PREFIX
            or (
                (words[i][0] in openers or in_title)
                and (w in CHILD_WORDS or w in KIN_WORDS or (w in _WHO_IT_IS and i + 1 < len(words)))
            )
        ):
            cut = i + 1
        elif i == cut and words[i][0] in openers and _several(head):
            cut = i + 1  # "Team-mates Jon Dow and Emil Brandt"
        elif i == cut and (w in ROLES or head in ROLES) and not _first_name(text, tokens, words, i):
            cut, title = i + 1, w
    if cut == 0 and len(words) == 1 and (lows[0] in _WHO_NOBODY or frames.is_number(lows[0])):
        return None
    if in_title and len(words) == 1 and lows[0] in _SOMEBODY:
        return None
    if len(words) == 1 and (peoples := _TWO_PEOPLES.fullmatch(text, *words[0])):
        token = tokens.get(peoples.start("last"))
        norp = token is not None and token.ent_type_ == "NORP"
        if norp or peoples["last"].lower() in CAPITALS:
            return None
    if len(words) == 1 and words[0][0] in openers and _ITEM.match(text, words[0][1]):
        return None
    s0 = words[cut][0]
    tok = tokens.get(s0)
    if s0 in openers and tok is not None and not in_title:
        if lows[cut] in FUNCTION and len(words) - cut == 2 and BESIDE_AGE.match(text, words[-1][1]):
            pass  # "Will Stokes, 12, was hurt"
        elif tok.pos_ in CLOSED:
            if len(words) - cut == 1:
                doubtful = True
            else:
                cut += 1
        elif len(words) - cut == 2 and lows[cut] in WORD_NAMES - _TITLES:
            pass  # "Precious Ndlovu rang": the word is the first name
        elif (
            len(words) - cut > 1
            and lows[cut] in ordinary
            and lows[cut] not in WORD_NAMES
            and EPITHET.fullmatch(lows[cut])
            and text.count(text[slice(*words[cut + 1])]) > 1
        ):
            cut += 1  # "Jobless Strand had told", where the draft has Strand elsewhere
        elif tok.pos_ in _OPEN and tok.ent_type_ != "PERSON":
            after = tokens.get(words[cut + 1][0]) if len(words) - cut > 1 else None
            plain = tok.is_alpha and tok.text[1:].islower()
            # "Fikile Dube fixed the pump": no English word, so a part of the name
            plain = plain and (not ordinary or bool({lows[cut], tok.lemma_.lower()} & ordinary))
            if after is not None and plain and (tok.pos_ in ("ADV", "VERB") or after.ent_type_ == "PERSON"):
                cut += 1
            else:
                doubtful = True
    words, lows = words[cut:], lows[cut:]
    last = words[-1][1] if words else 0
    while len(words) > 1 and lows[-1] in _AFTER_NAME | _JUNIOR:
        low = lows.pop()
        words.pop()
        title = title if low in _JUNIOR else low
        last = last if low in _JUNIOR else words[-1][1]
    if not words or (
        len(words) == 1
        and lows[-1] in frames.ANIMAL_SET
        and (words[0][0] in openers or not BESIDE_AGE.match(text, words[0][1]))
        and not AFTER_KIN.search(text, max(0, words[0][0] - 14), words[0][0])
        and not after_a_child(text, words[0][0])
    ):
        return None
    start, end = words[0][0], last
    junior = end != words[-1][1]
    if lows[-1] in _SHORT_RANKS and text[end - 1 : end + 1].endswith("."):
        return None  # "State Rep. Gordon Pike", "Police Supt.": the title of the name that follows
    raw = text[start:end]
    if title is None and cut == 0:
        before = re.search(r"\b(\w+)\.?\s$", text[max(0, start - 12) : start])
        if before and (before.group(1).lower() in _SHORT_TITLES or before.group(1) in _RANKS):
            title = before.group(1).lower()
    # a full stop that ends the sentence is no part of the name
    if raw.endswith(".") and not junior and not re.fullmatch(rf"(?:{INITIAL}\s?)+", raw):
        end -= 1
    if re.search(r"['’]S$", raw) and raw.isupper() and len(raw) > 4:
        end -= 2  # "SAVE POPPY'S PONY"
        words = [*words[:-1], (words[-1][0], end)]
    cores = [k for k in (key(text[s:e]) for s, e in words) if k]
    if not cores:
        return None
    label = ""
    for s, _ in words:
        if s in tokens and tokens[s].ent_type_:
            label = tokens[s].ent_type_
            break
    name = Name(start, end, tuple(cores), sentence, label, title, doubtful=doubtful)
    name.titled_at = titled_at if title is not None else None
    letters = [c for c in text[start:end] if c.isalpha()]
    name.full_caps = len(letters) > 1 and all(c.isupper() for c in letters)
    name.kind = kind_of(text, name, lows)
    if cores[0] in _BALINESE and text[max(0, start - 3) : start] in (" I ", "I ", "“I "):
        name.start -= 2
    following = next((tokens[i] for i in range(end + 1, end + 2) if i in tokens), None)
    name.acts = following is not None and following.pos_ in ("VERB", "AUX") and following.text.islower()
    # not "Ha" of "Ha-eun"
    whole = not re.fullmatch(r"[^\W\d_]{2,}[-\u2010\u2011][^\W\d_]{2,}", text[words[0][0] : words[0][1]])
    lemma = {
        lows[0],
        tok.lemma_.lower() if tok is not None and whole else "",
        re.sub(r"(?:ies|es|s|ed|ing)$", "", lows[0]),
    }
    english = bool(lemma & ordinary)
    name.ordinary = len(words) == 1 and s0 in openers and english
    if name.ordinary and _SCARE.match(text, end) and _SCARED.search(text, max(0, start - 4), start):
        name.kind = "organisation"  # "'Bully' pupil in court": a word in quotation marks
    if doubtful and len(words) == 1 and ordinary and not english:
        name.doubtful = False  # no English word: the capital is the name's
    if len(words) == 1 and lows[0] in _TITLES and label != "PERSON":
        name.doubtful = True  # "the First Lady", "the Director"
    name.honoured = bool(_HONORIFIC.match(text, end))
    name.propn = (bool(ordinary) and not name.doubtful and not english) or any(
        s in tokens and tokens[s].pos_ == "PROPN" for s, _ in words
    )
    if in_title and not name.label and (not name.propn or (len(words) == 1 and english)):
        name.doubtful = True
    if doubtful and len(words) == 1:
        name.common = bool(re.search(rf"\b{re.escape(text[start:end].lower())}\b", text))
    return name


def _several(word: str) -> bool:
    """Whether a word that opens a sentence is a plural for what people are: no first name."""
    return word.endswith("s") and (
        word.removesuffix("s") in _SOMEBODY or word.removesuffix("es") in _SOMEBODY
    )


def _first_name(text: str, tokens: dict[int, Token], words: list[tuple[int, int]], i: int) -> bool:
    """Whether a word for what people do, as Mason or Justice, is a first name here: a child's words stand beside the
    name, the draft has the word alone, or it is one that hardly anybody is introduced by."""
    (start, end), (then, last) = words[i], words[i + 1]
    if _named_so(tokens, start, then):
        return True
    word = text[start:end]
    if i or len(words) != 2 or word.lower() in KIN_WORDS or not word[1:].islower():
        return False
    return (
        word.lower() in _SELDOM_ROLES
        or BESIDE_AGE.match(text, last) is not None
        or after_a_child(text, start)
        or AFTER_KIN.search(text, max(0, start - 14), start) is not None
        or re.search(
            rf"\b(?!(?:the|a|an|of|our|this|that|chief|high|vice)\b)[a-z]+\s{word}\b(?![-’']?\s?[A-Z])", text
        )
        is not None
    )


def _named_so(tokens: dict[int, Token], at: int, then: int) -> bool:
    """Whether a word such as Mason or Hunter is a first name here: the pipeline has it in the same entity."""
    a, b = tokens.get(at), tokens.get(then)
    return a is not None and b is not None and a.ent_type_ == b.ent_type_ == "PERSON"
