"""What a single word beside or in a name can be: a common word, a surname, a form of a name in a case."""

from __future__ import annotations

from itertools import pairwise

from .... import lazy_re as re
from ...parse import Token
from ..knowledge import CASES, Knowledge
from .model import Form, Text, Word, feature


def surname_of(known: Knowledge, piece: list[Word], word: Word, loud: bool) -> bool:
    """ "Artyom Kuzin", whose surname is a word for a cousin as well: behind a listed given name."""
    return (
        not known.cases_last
        and not loud
        and len(piece) == 1
        and bool(known.bases(piece[0][2]) & known.given_names)
        and known.ends("surname_endings", word[2])
    )


def is_brand(word: str) -> bool:
    """A capital amid a word, as agencies and companies have it: "KazMunaiGaz"."""
    parts = re.split("[-\u2010\u2011’'ʼ]", word)
    return any(a.islower() and b.isupper() for part in parts for a, b in pairwise(part))


def type_of(text: Text, word: Word) -> str:
    token = text.token(word[0])
    return feature(token, "NameType") if token is not None else ""


def forms_of(text: Text, known: Knowledge, word: Word) -> frozenset[Form]:
    token = text.token(word[0])
    if token is None:
        return frozenset()
    cases = {(g, c) for g, key in (("f", "FemCase"), ("m", "MascCase")) for c in token.morph.get(key, [])}
    return forms_in(token, word[2], known) | frozenset(cases)


def follows_initial(text: Text, known: Knowledge, piece: list[Word], word: Word) -> bool:
    """ "The uncle, Yerzhan K. | Balnur's mother …": a sentence that ends in an initial."""
    if len(piece) < 2 or not piece[-1][2].endswith(".") or piece[0][2].endswith("."):
        return False
    apart = "\n" in text.text[piece[-1][1] : word[0]]
    given = bool(known.bases(word[2]) & known.given_names) and bool(
        known.bases(piece[0][2]) & known.given_names
    )
    return apart or (known.cases_last and given)


def next_person(known: Knowledge, piece: list[Word], word: Word) -> bool:
    """Whether a name is complete before ``word``: "the doctor Nagima Torebekova | Aida's …"."""
    return (
        known.cases_last
        and len(piece) >= 2
        and known.ends("surname_endings", piece[-1][2])
        and bool((known.bases(piece[-2][2]) | known.bases(word[2])) & known.given_names)
        and not known.ends("patronymic_endings", word[2])
        and word[2].lower() not in known.words("name_tails")
    )


def is_subject(text: Text, known: Knowledge, piece: list[Word], word: Word) -> bool:
    """ "The commission | Aida-GEN papers …": a word that opens the sentence, and a listed name in a case."""
    if not known.cases_last or len(piece) != 1 or not text.opens(piece[0][0]):
        return False
    first = known.bases(piece[0][2])
    if first & text.small(known) and known.case_of(word[2]) == "Gen" and not first & known.given_names:
        return True  # "The garage | X-GEN": the draft has the word in small letters as well
    return (
        not first & (known.given_names | text.capital(known))
        and not known.ends("surname_endings", piece[0][2])
        and not piece[0][2].endswith(".")
        and known.case_of(word[2]) not in ("", "Own")
        and bool(known.bases(word[2]) & known.given_names)
    )


def of_surname(text: Text, known: Knowledge, piece: list[Word], word: Word) -> bool:
    """ "The coach Andrey Tsoy | Zhumagali-ACC praised": a third word that is the surname of somebody else."""
    return (
        known.cases_last
        and len(piece) == 2
        and not any(w.endswith(".") for _, _, w in piece)
        and known.case_of(word[2]) not in ("", "Own")
        and bool(known.bases(word[2]) & text.surnames(known))
        and (not known.ends("patronymic_endings", word[2]) or _elsewhere(text, known, word))
    )


def _elsewhere(text: Text, known: Knowledge, word: Word) -> bool:
    """Whether the draft has a word in another place as well."""
    mine = known.bases(word[2])
    return any(
        m.start() != word[0] and known.bases(m.group()) & mine
        for m in re.finditer(rf"(?<!\w){word[2][:4]}[^\W\d_]*", text.shown)
    )


def is_plain_word(text: Text, known: Knowledge, word: Word, loud: bool) -> bool:
    """An acronym, or a word that a sentence opens with: a listed one in any case, an adjective of a place."""
    start, _, raw = word
    head = re.split("[-\u2010\u2011]", raw)[0]
    if len(head) > 1 and head.isupper() and not loud and not raw.isupper() | (len(head) > 6):
        return True
    if known.words("imperatives") and known.key(raw).endswith(
        tuple(map(known.key, known.words("imperatives")))
    ):
        return True
    if not text.opens(start):  # "from Syria"; in its plain form a listed word was seen before
        in_case = known.case_of(raw) not in ("", "Own") and bool(known.bases(raw) & known.not_names)
        return in_case and not known.bases(raw) & known.given_names
    if known.key(raw) in known.given_names:
        return False
    return (
        bool(known.bases(raw) & known.not_names)
        or known.key(raw).endswith(known.adjective_endings)
        or (
            known.is_plural(raw.lower())
            and known.case_of(raw) == ""
            and not known.bases(raw) & known.given_names
            and not known.ends("surname_endings", raw)
            and not raw.lower().endswith(tuple(known.words("family_endings")))
        )
    )


def is_adjective(text: Text, known: Knowledge, word: Word) -> bool:
    """ "Adopted son X …": an ordinary adjective that opens a sentence, and a noun after it."""
    token = text.token(word[0])
    if token is None or token.pos_ != "ADJ" or not common(text, known, word):
        return False
    if known.bases(word[2]) & known.given_names and known.bare_age.match(text.text, word[1]):
        return False  # "Мадине семнадцать", which a tagger takes for an adjective and its noun
    return token.i + 1 < len(text.doc) and text.doc[token.i + 1].pos_ == "NOUN"


_OF_PEOPLE = (
    "children.f", "children.m", "children.any", "adults", "grades", "ages_before", "ages_young", "kin_adult",
    "kin_child", "kin_any", "kin_peer", "roles",
)  # fmt: skip


def of_people(known: Knowledge, raw: str) -> bool:
    """A word for a child, a grown-up, kin or a trade, which is no name wherever it stands."""
    halves = re.split("[-\u2010\u2011]", raw)  # "a would-be mother", "a hero mother" in one word
    parts = {halves[0], halves[-1]} if halves[-1].islower() and not known.cases_last else {raw}
    return not known.bases(raw) & known.given_names and any(
        known.whole(k).fullmatch(part) for k in _OF_PEOPLE for part in parts
    )


def common(text: Text, known: Knowledge, word: Word, loud: bool = False) -> bool:
    """Any ordinary word that has its capital from the start of a sentence, or from a line of capitals."""
    start, _, raw = word
    if not loud and not text.opens(start):
        return False
    token = text.token(start)
    if token is not None and feature(token, "Ordinary") and known.key(raw) not in known.given_names:
        return True
    if token is None or not token.pos_ or token.ent_type_ == "PERSON":
        return False
    return token.pos_ != "PROPN" and not feature(token, "NameType")


def forms_in(token: Token, word: str, known: Knowledge, role: str = "given") -> frozenset[Form]:
    if mine := known.given_forms(word):
        # a father's name for a surname, which a woman's never changes
        apart = role == "surname" and known.key(word) in known.given_names
        return mine | {("f", c) for c in CASES} if apart else mine
    listed = {known.given_gender[b] for b in known.bases(word) if b in known.given_gender} - {"any"}
    gender = listed.pop() if len(listed) == 1 else None
    if not listed and (told := known.surname_forms(word)):
        return told
    out = {(g, c) for g, key in (("f", "FemCase"), ("m", "MascCase")) for c in token.morph.get(key, [])}
    out = {f for f in out if f[1] != "Loc"}  # needs a preposition; mostly a wrong guess at a foreign name
    nowhere = gender is None and not feature(token, "NameType")  # in no dictionary
    if nowhere and token.ent_type_ == "PERSON" and not known.ends("surname_endings", word):
        out |= known.name_forms(word)
    mine = frozenset(f for f in out if f[0] == gender)
    if gender and not mine:  # tagged as a name of the other sex
        return frozenset((gender, c) for c in CASES)
    return mine or frozenset(out)


def adjacent(known: Knowledge, before: str) -> bool:
    """Whether a word for a place, a street or an institution stands right before the name."""
    return any(
        re.fullmatch(r"[\s.«\"“„№\d-]*", before[m.end() :]) is not None
        and re.search(r"\n|\d\.\s|\.\s+[«\"“„]", before[m.end() :]) is None  # the sentence has ended
        and not (len(m.group()) > 4 and re.match(r"\.\s", before[m.end() :]))  # no "str."
        and not of_people(known, m.group())  # "schoolboy", which begins as "school" does
        for m in known.whole("place_before").finditer(before)
    )
