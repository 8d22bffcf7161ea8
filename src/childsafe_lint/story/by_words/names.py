"""Where names may stand: runs of capitalised words, with what speaks for and against a person's name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ... import lazy_re as re
from ...spans import Span
from ..parse import Parse, Token
from .knowledge import CASES, Knowledge, Regions
from .patterns import UPPER

_LETTERS = r"[^\W\d_]"
_INITIAL = rf"[{UPPER}][a-zа-яё]?\."
_CAPWORD = rf"[{UPPER}](?:{_LETTERS}|[’'ʼ](?={_LETTERS})|[-\u2010\u2011](?={_LETTERS}))*"
_GAP = r"(?:[ \u00a0\u202f]|\n(?!\s*\n))"
_OPENS = re.compile(r"(?:^|[.!?…:]\s+|\n\s*)[«“„\"(\[–—•*\s-]*$")


#: gender (f, m) and case (UD)
Form = tuple[str, str]


@dataclass(slots=True, eq=False)
class Name:
    """A stretch of text that may name a person; ``score`` over 1 says it does."""

    start: int
    end: int
    parts: list[tuple[str, str]]  # role (initial, given, surname, patronymic, word) and text
    sentence: int
    known: Knowledge
    score: int
    label: str = ""
    gender: str = "any"
    case: str = ""  # where endings alone tell it (see ``Knowledge.case_of``)
    forms: frozenset[Form] = frozenset()  # what it may be: whose and in which case; empty when nothing tells
    plural: bool = False  # a whole family ("the Dosanovs")
    opener: bool = False
    cues: list[Cue] = field(default_factory=list)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def words(self, *roles: str) -> list[str]:
        return [t for r, t in self.parts if r in roles]

    @property
    def given(self) -> list[str]:
        return self.words("given")

    @property
    def surnames(self) -> list[str]:
        return self.words("surname")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words beside a name that speak for a child (weight over 0) or a grown-up (under 0)."""

    start: int
    end: int
    weight: int
    reason: str
    kind: str  # age, grade, noun, kin, role
    years: int | None = None


class Text:
    """A draft with its document: what the finders ask about places in it."""

    def __init__(self, doc: Parse, text: str, regions: Regions, sentences: Sequence[Span]) -> None:
        self.doc = doc
        self.text = text
        self.shown = doc.text  # capitals lines in title case, same length
        self.regions = regions
        self.sentences = sentences
        self._starts = [s.start for s in sentences]
        self._tokens = {t.idx: t for t in doc}
        self._token_starts = [t.idx for t in doc]
        self.tagged = any(t.pos_ for t in doc)
        self._small: dict[str, frozenset[str]] = {}

    def sentence(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def token(self, offset: int) -> Token | None:
        i = bisect_right(self._token_starts, offset) - 1
        return self.doc[i] if i >= 0 else None

    def morph(self, offset: int, name: str) -> str:
        token = self.token(offset)
        return feature(token, name) if token is not None else ""

    def pos(self, offset: int) -> str:
        token = self.token(offset)
        return token.pos_ if token is not None else ""

    def line_before(self, offset: int) -> str:
        """What stands before a place in its line."""
        return self.text[self.text.rfind("\n", 0, offset) + 1 : offset]

    def small(self, known: Knowledge) -> frozenset[str]:
        """The words that the draft writes in small letters, as in a dictionary."""
        if known.code not in self._small:
            words = {w for w in re.findall(r"(?<!\w)[^\W\d_]{3,}", self.shown) if w.islower()}
            self._small[known.code] = frozenset(b for w in words for b in known.bases(w))
        return self._small[known.code]

    def capital(self, known: Knowledge) -> frozenset[str]:
        """The words with a capital amid a sentence, as in a dictionary."""
        key = known.code + "+"
        if key not in self._small:
            found = re.finditer(rf"(?<!\w)[{UPPER}][^\W\d_]{{2,}}", self.shown)
            words = {m.group() for m in found if not self.opens(m.start())}
            self._small[key] = frozenset(b for w in words for b in known.bases(w))
        return self._small[key]

    def surnames(self, known: Knowledge) -> frozenset[str]:
        """The words with a capital after a listed given name, as keys."""
        key = known.code + "&"
        if key not in self._small:
            pairs = re.finditer(rf"(?<!\w)({_CAPWORD}){_GAP}(?={_CAPWORD})", self.shown)
            last = (
                re.compile(_CAPWORD).match(self.shown, m.end())
                for m in pairs
                if (
                    known.key(m[1]) in known.given_names
                    if known.cases_last
                    else known.bases(m[1]) & known.given_names
                )
            )
            self._small[key] = frozenset(known.key(m.group()) for m in last if m)
        return self._small[key]

    def opens(self, offset: int) -> bool:
        """Whether a word here would have a capital anyhow."""
        return _OPENS.search(self.text[max(0, offset - 12) : offset]) is not None or any(
            not re.search(r"\w", self.text[s.start : offset])
            for s in self.sentences[self.sentence(offset) : self.sentence(offset) + 1]
        )


def feature(token: Token, name: str) -> str:
    """A morphological feature of a token, empty where the pipeline gives none."""
    return "".join(token.morph.get(name, []))


def find_names(text: Text) -> list[Name]:
    """Candidates in reading order, never overlapping."""
    out = []
    caps = _capital_lines(text.shown)
    for span, known in text.regions.parts:
        tails = sorted(known.words("name_tails"), key=len, reverse=True)
        tail = rf"(?:{_GAP}(?:{'|'.join(map(re.escape, tails))})\b)?" if tails else ""
        piece = rf"(?:{_INITIAL}|{_CAPWORD})"
        run = re.compile(rf"(?<![\w@#]){piece}(?:(?:{_GAP}|(?<=\.)){piece})*{tail}")
        for m in run.finditer(text.shown, span.start, span.end):
            loud = any(a <= m.start() < b for a, b in caps)
            for words in _pieces(text, m, known, loud):
                name = _name(text, words, known, loud)
                if name is not None:
                    out.append(name)
    return sorted(out, key=lambda n: n.start)


def _capital_lines(shown: str) -> list[tuple[int, int]]:
    """Lines where most words have a capital, so that one says nothing."""
    out = []
    for m in re.finditer(r"[^\n]+", shown):
        words = re.findall(r"[^\W\d_]{4,}", m.group())
        if len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.75 * len(words):
            out.append((m.start(), m.end()))
    return out


_Word = tuple[int, int, str]


def _pieces(text: Text, run: re.Match[str], known: Knowledge, loud: bool) -> list[list[_Word]]:
    """A run cut where one name ends: at another label of the pipeline, at words that are no names."""
    pattern = re.compile(rf"{_INITIAL}|{_LETTERS}+(?:[’'ʼ\u2010\u2011-]{_LETTERS}+)*")
    words = [
        (m.start(), m.start() + len(word), word)
        for m in pattern.finditer(text.shown, run.start(), run.end())
        for word in [known.suffix.sub("", m.group())]
    ]
    pieces: list[list[_Word]] = [[]]
    label = ""
    patron = next((i for i, w in enumerate(words) if i > 1 and known.ends("patronymic_endings", w[2])), 0)
    for i, word in enumerate(words):
        token = text.token(word[0])
        here = token.ent_type_ if token is not None else ""
        lone = loud and here != "PERSON" and not word[2].endswith(".")
        if not word[2].endswith("."):
            if pieces[-1] and ((here != label and "PERSON" in (here, label) and here and label) or lone):
                pieces.append([])
            if pieces[-1] and loud and label != "PERSON":
                pieces.append([])
            label = here
        low = word[2].lower()
        if (
            _next_person(known, pieces[-1], word)
            or _ended(known, pieces[-1], label, word[2])
            or _subject(text, known, pieces[-1], word)
            or _of_surname(text, known, pieces[-1], word)
        ):
            pieces.append([])
        last = i == len(words) - 1 and text.tagged
        acronym = word[2].isupper() and not loud
        sure = not text.tagged and here == "PERSON" and not text.opens(word[0]) and not acronym
        head, _, rest = word[2].partition("-")
        stop = (low in known.words("not_names") and not sure) or (
            text.tagged and len(head) > 1 and head.isupper() and rest.islower() and not loud
        )  # "HIV-positive"
        after_initial = len(pieces[-1]) == 1 and pieces[-1][0][2].endswith(".") and not loud
        stop = stop or (not text.tagged and not after_initial and _plain_word(text, known, word, loud))
        stop = stop or _adjective(text, known, word) or (not loud and _brand(word[2]))
        middle = bool(pieces[-1]) and not last and not loud and word[2].isalpha()  # "Pak Syn Ho"
        middle = middle or _surname_of(known, pieces[-1], word, loud)
        if (
            stop
            or (_of_people(known, word[2]) and not middle)
            or (common(text, known, word, loud) and (not last or loud))
        ):
            pieces.append([])
            continue
        if pieces[-1] and _after_initial(text, known, pieces[-1], word):
            pieces.append([])
        if pieces[-1] and (i == patron - 1 and patron + 1 < len(words)):
            pieces.append([])  # "the teacher of Ailin Svetlana Yurievna Chen"
        if pieces[-1] and _two_people(text, known, pieces[-1][-1], word, i + 1 < len(words)):
            pieces.append([])
        if pieces[-1] and _after_place(text, known, run, pieces[-1], word):
            pieces.append([])
        pieces[-1].append(word)
    return [
        part
        for p in pieces
        if p
        for half in _before_place(text, known, p)
        for part in _client(text, known, half)
    ]


def _surname_of(known: Knowledge, piece: list[_Word], word: _Word, loud: bool) -> bool:
    """ "Artyom Kuzin", whose surname is a word for a cousin as well: behind a listed given name."""
    return (
        not known.cases_last
        and not loud
        and len(piece) == 1
        and bool(known.bases(piece[0][2]) & known.given_names)
        and known.ends("surname_endings", word[2])
    )


def _brand(word: str) -> bool:
    """A capital amid a word, as agencies and companies have it: "KazMunaiGaz"."""
    parts = re.split("[-\u2010\u2011’'ʼ]", word)
    return any(a.islower() and b.isupper() for part in parts for a, b in pairwise(part))


def _before_place(text: Text, known: Knowledge, piece: list[_Word]) -> list[list[_Word]]:
    """ "Laila | Karabulak village": a given name, and a place where the noun for it comes last."""
    end = re.compile(r"\s+").match(text.text, piece[-1][1])
    if (
        not known.cases_last
        or len(piece) < 2
        or end is None
        or known.whole("place_after").match(text.text, end.end()) is None
        or not known.bases(piece[0][2]) & known.given_names
        or any(known.ends("surname_endings", w) for _, _, w in piece[1:])
        or (len(piece) == 2 and bool(known.bases(piece[1][2]) & known.given_names))
    ):
        return [piece]
    if len(piece) == 3 and not piece[1][2].endswith("."):
        return [piece[:2], piece[2:]]  # "Zhanna Syrymbet | Zhanazhol village"
    return [piece[:1], piece[1:]]


def _client(text: Text, known: Knowledge, piece: list[_Word]) -> list[list[_Word]]:
    """ "The lawyer of Dosanov | Olga Kim": a surname alone, and a given name with another surname."""
    if not known.cases_last and len(piece) == 2 and _grandsons(text, known, piece):
        return [piece[:1], piece[1:]]
    if known.cases_last or len(piece) != 3 or any(w.endswith(".") for _, _, w in piece):
        return [piece]
    one, given, last = (w for _, _, w in piece)
    if _whose_kin(text, known, piece):
        return [piece[:1], piece[1:]]
    oblique = not any(c == "Nom" for _, c in _forms_of(text, known, piece[0]))
    if (
        oblique
        and known.ends("patronymic_endings", given)
        and _two_people(text, known, piece[0], piece[2], True)
    ):
        return [piece[:2], piece[2:]]  # "the son of Olga Viktorovna | Tikhon"
    token = text.token(piece[1][0])
    listed = bool(known.bases(given) & known.given_names) or (
        token is not None and "Giv" in feature(token, "NameType")
    )
    if (
        known.bases(one) & known.given_names
        or not listed
        or not (known.ends("surname_endings", one) or known.bases(one) & text.surnames(known))
        or last.lower() in known.words("name_tails")
        or any(known.ends("patronymic_endings", w) for w in (given, last))
    ):
        return [piece]
    return [piece[:1], piece[1:]]


def _grandsons(text: Text, known: Knowledge, piece: list[_Word]) -> bool:
    """ "The grandmother of Zhandos | Sakypzhamal": after a word of kinship a man's name in the genitive, and one that
    would have a case if it were his surname."""
    one, other = piece
    before = text.text[max(0, one[0] - 25) : one[0]]
    kin = any(
        not before[m.end() :].strip()
        for key in ("kin_adult", "sibling")
        for m in known.whole(key).finditer(before)
    )
    forms = _forms_of(text, known, one)
    tails = tuple(known.words("unchanging"))
    return (
        kin
        and bool(forms)
        and forms <= {("m", "Gen"), ("m", "Acc")}
        and bool(tails)
        and known.key(other[2]).endswith(tails)
    )


def _whose_kin(text: Text, known: Knowledge, piece: list[_Word]) -> bool:
    """ "The mother of Bogdan | Svetlana Kryuchkova": after a word for a parent a name in the genitive, and a whole
    name."""
    one, given, last = piece
    before = text.text[max(0, one[0] - 25) : one[0]]
    kin = any(not before[m.end() :].strip() for m in known.whole("parents").finditer(before))
    names = all(known.bases(w[2]) & known.given_names or "Giv" in _type(text, w) for w in (one, given))
    genitive = any(c == "Gen" for _, c in _forms_of(text, known, one))
    return kin and names and genitive and known.ends("surname_endings", last[2])


_SAID_BY = 160  # characters after a name in speech within which whose words they are is told


def _type(text: Text, word: _Word) -> str:
    token = text.token(word[0])
    return feature(token, "NameType") if token is not None else ""


def _forms_of(text: Text, known: Knowledge, word: _Word) -> frozenset[Form]:
    token = text.token(word[0])
    if token is None:
        return frozenset()
    cases = {(g, c) for g, key in (("f", "FemCase"), ("m", "MascCase")) for c in token.morph.get(key, [])}
    return _forms(token, word[2], known) | frozenset(cases)


def _after_initial(text: Text, known: Knowledge, piece: list[_Word], word: _Word) -> bool:
    """ "The uncle, Yerzhan K. | Balnur's mother …": a sentence that ends in an initial."""
    if len(piece) < 2 or not piece[-1][2].endswith(".") or piece[0][2].endswith("."):
        return False
    apart = "\n" in text.text[piece[-1][1] : word[0]]
    given = bool(known.bases(word[2]) & known.given_names) and bool(
        known.bases(piece[0][2]) & known.given_names
    )
    return apart or (known.cases_last and given)


def _next_person(known: Knowledge, piece: list[_Word], word: _Word) -> bool:
    """Whether a name is complete before ``word``: "the doctor Nagima Torebekova | Aida's …"."""
    return (
        known.cases_last
        and len(piece) >= 2
        and known.ends("surname_endings", piece[-1][2])
        and bool((known.bases(piece[-2][2]) | known.bases(word[2])) & known.given_names)
        and not known.ends("patronymic_endings", word[2])
        and word[2].lower() not in known.words("name_tails")
    )


def _ended(known: Knowledge, piece: list[_Word], label: str, following: str) -> bool:
    """Whether the last word has a case where only the last of a name would: "to Aktau | from Syria"."""
    if not known.cases_last or not piece:
        return False
    if known.bases(piece[-1][2]) & known.given_names:  # "Aldiyar-ACC | Karasu"
        return len(piece) == 1 and known.case_of(piece[-1][2]) in ("Acc", "Dat", "Ins")
    if label == "PERSON" and len(piece) == 1 and known.ends("surname_endings", following):
        return False  # "Ranida Yesenova": a given name that ends as a case does
    # some given names end like the other cases, and the pipeline may know them
    sure: tuple[str, ...] = (
        ("Dat", "Loc") if label == "PERSON" else ("Gen", "Dat", "Acc", "Loc", "Abl", "Ins")
    )
    if known.bases(following) & known.given_names and not known.case_of(following):
        sure += ("Acc", "Abl", "Ins")  # "the message-ACC | Gulmira"
    if following.endswith("."):  # "from Karaagash | Zh. Bekbolatkyzy"
        sure += ("Abl", "Gen")
    return known.case_of(piece[-1][2]) in sure


def _subject(text: Text, known: Knowledge, piece: list[_Word], word: _Word) -> bool:
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


def _of_surname(text: Text, known: Knowledge, piece: list[_Word], word: _Word) -> bool:
    """ "The coach Andrey Tsoy | Zhumagali-ACC praised": a third word that is the surname of somebody else."""
    return (
        known.cases_last
        and len(piece) == 2
        and not any(w.endswith(".") for _, _, w in piece)
        and known.case_of(word[2]) not in ("", "Own")
        and bool(known.bases(word[2]) & text.surnames(known))
        and (not known.ends("patronymic_endings", word[2]) or _elsewhere(text, known, word))
    )


def _elsewhere(text: Text, known: Knowledge, word: _Word) -> bool:
    """Whether the draft has a word in another place as well."""
    mine = known.bases(word[2])
    return any(
        m.start() != word[0] and known.bases(m.group()) & mine
        for m in re.finditer(rf"(?<!\w){word[2][:4]}[^\W\d_]*", text.shown)
    )


def _plain_word(text: Text, known: Knowledge, word: _Word, loud: bool) -> bool:
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


def _adjective(text: Text, known: Knowledge, word: _Word) -> bool:
    """ "Adopted son X …": an ordinary adjective that opens a sentence, and a noun after it."""
    token = text.token(word[0])
    if token is None or token.pos_ != "ADJ" or not common(text, known, word):
        return False
    if known.bases(word[2]) & known.given_names and known.bare_age.match(text.text, word[1]):
        return False  # "Мадине семнадцать", which a tagger takes for an adjective and its noun
    return token.i + 1 < len(text.doc) and text.doc[token.i + 1].pos_ == "NOUN"


def _two_people(text: Text, known: Knowledge, one: _Word, other: _Word, more: bool) -> bool:
    """ "The father of Stepan Fyodor Linnik": given names whose cases rule each other out."""
    sets = []
    for start, _, word in (one, other):
        token = text.token(start)
        given = known.bases(word) & known.given_names or (
            token is not None and feature(token, "NameType") == "Giv"
        )
        if token is None or not given:
            return False
        sets.append(_forms(token, word, known))
    apart = bool(sets[0] and sets[1]) and not sets[0] & sets[1]
    oblique = not any(c == "Nom" for _, c in sets[0]) and any(c == "Nom" for _, c in sets[1])
    before = text.token(one[0] - 2)
    if not more and before is not None and before.pos_ == "NOUN" and feature(before, "Animacy") == "Anim":
        # "the psychologist-GEN Dina-GEN Valter", whose surname does not change
        oblique = oblique and not any(c == feature(before, "Case") for _, c in sets[0])
    return apart and (more or oblique)  # "Айша Марат" may be one who has a father's name for a surname


def _after_place(text: Text, known: Knowledge, run: re.Match[str], piece: list[_Word], word: _Word) -> bool:
    """ "Of the village Kaplanbek Tursyn Omarov": where a place ends and a given name begins."""
    if piece[0][0] != run.start() or known.key(word[2]) not in known.given_names:
        return False
    return _adjacent(known, text.text[max(0, piece[0][0] - 40) : piece[0][0]])


_OF_PEOPLE = (
    "children.f", "children.m", "children.any", "adults", "grades", "ages_before", "ages_young", "kin_adult",
    "kin_child", "kin_any", "kin_peer", "roles",
)  # fmt: skip


def _of_people(known: Knowledge, raw: str) -> bool:
    """A word for a child, a grown-up, kin or a trade, which is no name wherever it stands."""
    last = re.split("[-\u2010\u2011]", raw)[-1]  # "a would-be mother" in one word
    tail = last if last.islower() and not known.cases_last else raw
    return not known.bases(raw) & known.given_names and any(
        known.whole(k).fullmatch(tail) for k in _OF_PEOPLE
    )


def common(text: Text, known: Knowledge, word: _Word, loud: bool = False) -> bool:
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


def _name(text: Text, words: list[_Word], known: Knowledge, loud: bool) -> Name | None:
    start, end = words[0][0], words[-1][1]
    if all(w.endswith(".") for _, _, w in words):
        return None
    if len(words) == 1 and (len(words[0][2]) < 2 or words[0][2].isupper()):
        return None  # a letter, an abbreviation
    tokens = [t for s, _, _ in words if (t := text.token(s)) is not None]
    labels = [t.ent_type_ for t in tokens if t.ent_type_]
    label = "PERSON" if "PERSON" in labels else labels[0] if labels else ""
    parts = _parts(known, words, tokens)
    opener = text.opens(start)
    name = Name(start, end, parts, text.sentence(start), known, 0, label, opener=opener)
    name.forms, name.gender = _form(tokens, known, parts)
    _by_attribute(text, name)
    _by_verb(text, name)
    name.case = known.case_of(parts[-1][1])
    name.plural = _is_plural(known, parts, tokens)
    name.score = _score(text, name, tokens, loud)
    return name


def _parts(known: Knowledge, words: list[_Word], tokens: list[Token]) -> list[tuple[str, str]]:
    """Which word is the given name, which the surname: by ending, by the lists, else in the usual order."""
    roles: list[str] = []
    for i, (_, _, w) in enumerate(words):
        kind = feature(tokens[i], "NameType") if i < len(tokens) else ""
        if (w.endswith(".") and len(w) <= 3) or re.fullmatch(rf"[{UPPER}]-[^\W\d_]{{2,4}}", w):
            roles.append("initial")
        elif w.lower() in known.words("name_tails") or (
            known.ends("patronymic_endings", w) and (len(words) > 1 or known.fathers_name(w))
        ):
            roles.append("patronymic")
        elif known.bases(w) & known.given_names or "Giv" in kind:
            roles.append("given")
        elif known.ends("surname_endings", w) or "Sur" in kind:
            roles.append("surname")
        else:
            roles.append("word")
    plain = [i for i, r in enumerate(roles) if r in ("given", "surname", "word")]
    if len(plain) == 1:
        if "initial" in roles and roles[plain[0]] != "given":
            roles[plain[0]] = "surname"
        elif "initial" in roles:  # "Б. Марат" against "Арсен К."
            roles[plain[0]] = "surname" if roles.index("initial") < plain[0] else "given"
        elif "patronymic" in roles:
            roles[plain[0]] = "given" if roles.index("patronymic") > plain[0] else "surname"
    elif len(plain) == 2:
        a, b = plain
        official = roles[-1] == "patronymic" and b == len(roles) - 2 and a == 0 and known.cases_last
        if official and words[-1][2].lower() not in known.words("name_tails"):
            roles[a], roles[b] = "surname", "given"  # "Surname Given Fathersname", as in papers
        elif roles[a] == "surname" and (
            roles[b] != "surname" or _surname_first(known, words[a][2], words[b][2])
        ):
            roles[b] = "given"
        else:
            surname_first = bool(known.people.get("surname_first"))
            roles[a], roles[b] = (
                ("surname", "given") if surname_first and roles[a] == "word" else ("given", "surname")
            )
    elif len(plain) > 2:
        for i in plain:
            roles[i] = "given" if i == plain[0] else "surname"
    return [(r, w[2]) for r, w in zip(roles, words, strict=True)]


def _surname_first(known: Knowledge, one: str, other: str) -> bool:
    """ "Юсупов Жахонгирбек": of two words with endings of surnames only the first has one that tells a sex."""
    tails = tuple(
        known.key(t) for v in (known.people.get("gender_endings") or {}).values() for t in str(v).split()
    )
    return bool(tails) and known.key(one).endswith(tails) and not known.key(other).endswith(tails)


def _form(tokens: list[Token], known: Knowledge, parts: list[tuple[str, str]]) -> tuple[frozenset[Form], str]:
    """What the words of a name allow together: whose it is, in which cases; and its gender."""
    sets = [f for t, (role, w) in zip(tokens, parts, strict=False) if (f := _forms(t, w, known, role))]
    forms = frozenset.intersection(*sets) if sets else frozenset()
    if sets and not forms:  # "Эмма Лейбович": a surname that does not change
        given = (_forms(t, w, known) for t, (r, w) in zip(tokens, parts, strict=False) if r == "given")
        forms = next(given, forms)
        shown = [f for r, w in parts if r == "surname" for f in known.surname_forms(w)]
        told = {g for g, _ in forms}
        forms = frozenset(f for f in shown if f[0] in told) or forms  # "Айнур Гурову", who does not change
    told = {g for g, _ in forms}
    if len(told) == 1:
        return forms, told.pop()
    listed = {known.given_gender.get(known.key(w)) for r, w in parts if r == "given"}
    if forms and listed in ({"f"}, {"m"}):
        return forms, str(listed.pop())
    if forms and "any" in listed:
        return forms, "any"
    for role, word in reversed(parts):
        if role in ("surname", "patronymic"):
            for g, value in (known.people.get("gender_endings") or {}).items():
                if known.key(word).endswith(tuple(known.key(w) for w in str(value).split())):
                    return forms, str(g)
    seen_cases = {c for t in tokens for c in t.morph.get("Case", [])}
    told = {g for g, c in forms if c in seen_cases}
    if len(told) == 1:
        return forms, told.pop()
    seen = [feature(t, "Gender") for t in tokens if t.pos_ == "PROPN"]
    gender = next((g for g in reversed(seen) if g in ("Fem", "Masc")), "")
    return forms, {"Fem": "f", "Masc": "m"}.get(gender, "any")


def _by_attribute(text: Text, name: Name) -> None:
    """ "Моя Эльвина", "маленькую Эльвину": the word right before agrees in gender and case."""
    if not text.tagged or len(name.parts) > 1 or text.text[name.start - 1 : name.start] != " ":
        return
    token = text.token(name.start - 2)
    if token is None or token.pos_ not in ("ADJ", "DET") or feature(token, "Number") != "Sing":
        return
    sex = {"Fem": "f", "Masc": "m"}.get(feature(token, "Gender"))
    told = frozenset(f for f in name.forms if f[0] == sex)
    plain = (
        sex == "f" and feature(token, "Case") == "Nom" and not told and name.parts[0][1].endswith(("а", "я"))
    )
    if sex and (told or plain):
        name.forms, name.gender = told or frozenset({("f", "Nom")}), sex


def _by_verb(text: Text, name: Name) -> None:
    """ "Валентина Дроздова била": the verb right after tells the sex of its subject."""
    token = text.token(name.end + 1) if text.tagged and text.text[name.end : name.end + 1] == " " else None
    while token is not None and token.pos_ in ("ADV", "PART") and token.i + 1 < len(text.doc):
        token = text.doc[token.i + 1]
    if token is None or token.pos_ not in ("VERB", "AUX") or feature(token, "VerbForm") == "Part":
        return
    if not name.given and len(name.parts) == 1 and _noun_before(text, name):
        return  # "Защитник Гурова подаст жалобу": the verb is the defender's
    sex = {"Fem": "f", "Masc": "m"}.get(feature(token, "Gender"))
    subjects = {g for g, c in name.forms if c == "Nom"}
    if not sex and feature(token, "Number") == "Sing" and len(subjects) == 1:
        sex = next(iter(subjects))  # "Ковалёва не скрывает"
    if not sex:
        return
    after = text.doc[token.i + 1] if token.i + 1 < len(text.doc) else None
    if after is not None and after.pos_ in ("NOUN", "PROPN") and feature(after, "Case") == "Nom":
        return  # "Давида забрала тётя"
    told = frozenset(f for f in name.forms if f == (sex, "Nom"))
    if told and len({g for g, _ in name.forms}) > 1:
        name.forms, name.gender = told, sex
    elif (
        not told
        and (not name.given or len(name.parts) == 1)
        and (not name.forms or (sex == "f" and ("m", "Nom") in name.forms))
    ):
        name.gender = sex  # "Сейткали была": a surname that does not change


def _noun_before(text: Text, name: Name) -> bool:
    """A man's trade or kinship right before a name, which it may be the subject of a verb with."""
    token = text.token(name.start - 2) if text.text[name.start - 1 : name.start] == " " else None
    return (
        token is not None
        and token.pos_ == "NOUN"
        and feature(token, "Case") == "Nom"
        and feature(token, "Animacy") == "Anim"
        and feature(token, "Gender") == "Masc"
    )


def _forms(token: Token, word: str, known: Knowledge, role: str = "given") -> frozenset[Form]:
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


def _is_plural(known: Knowledge, parts: list[tuple[str, str]], tokens: list[Token]) -> bool:
    if len(parts) != 1 or not known.people.get("family_endings"):
        return False
    low = known.key(parts[0][1])
    if not low.endswith(tuple(known.words("family_endings"))):
        return False
    return not (
        known.bases(parts[0][1]) & known.given_names or (tokens and feature(tokens[0], "NameType") == "Giv")
    )


def _score(text: Text, name: Name, tokens: list[Token], loud: bool) -> int:
    known, score = name.known, 0
    if name.label == "PERSON":
        score += 3
    roles = [r for r, _ in name.parts]
    listed = any(known.bases(w) & known.given_names for _, w in name.parts)
    double = re.fullmatch(rf"[{UPPER}]{_LETTERS}+[-\u2010\u2011][{UPPER}]{_LETTERS}+", name.parts[0][1])
    if double and not listed:  # "Mia-Sara", of which one half is a listed name
        halves = re.split("[-\u2010\u2011]", name.parts[0][1])
        listed = any(known.bases(h) & known.given_names for h in halves)
    if listed or any("Giv" in feature(t, "NameType") for t in tokens):
        score += 2
    if "patronymic" in roles or ("initial" in roles and len(roles) > 1):
        score += 2
    if "surname" in roles and any(known.ends("surname_endings", w) for w in name.surnames):
        score += 2 if len(roles) > 1 else 1
    if len(roles) > 1 and name.label not in ("LOC", "ORG") and not loud:
        score += 1
    if name.label in ("LOC", "ORG", "GPE", "FAC", "NORP"):
        # a small pipeline takes a bare given name for a place more often than not
        full = listed and "given" in roles and any(known.ends("surname_endings", w) for w in name.surnames)
        score -= 0 if listed and known.about.get("names_over_labels") else 1 if full else 4
    if (
        re.fullmatch(r"[A-Za-z\s.’'-]+", text.text[name.start : name.end])
        and known.about.get("script") == "CYRILLIC"
    ):
        score -= 6  # a brand, a company
    before = text.text[max(0, name.start - 40) : name.start]
    # "at the school they put X-ACC in the last row": what a place is called has no such case
    object_ = (
        listed
        and text.tagged
        and not known.cases_last
        and bool(name.forms)
        and {c for _, c in name.forms} <= {"Acc", "Ins"}
    )
    if _adjacent(known, before) and not known.whole("not_place_before").search(before) and not object_:
        subject = listed and _subject_after_place(text, name)
        # a village may have the name of a woman, so a listed name tells nothing there
        score += 6 * (name.label == "LOC") if subject else -8 if listed and text.tagged else -6
    honour = f"(?:(?:{'|'.join(known.words('honours'))}) )?" if known.words("honours") else ""
    after = re.compile(rf"(?:[-\u2010\u2011]?\d{{1,2}})?[\s»”\"]*{honour}").match(text.text, name.end)
    place = known.whole("place_after").match(text.text, after.end()) if after else None
    if place and known.people.get("loose_places") and known.whole("loose_places").fullmatch(place.group()):
        # "the pupil X | did not come out of the lake"
        last = re.search(r"([^\W\d_]+)\s+$", before)
        place = None if last and _of_people(known, last[1]) else place
    if not _really_in_case(name) and place:
        score -= 12
    around = known.whole("not_persons").finditer(text.text, max(0, name.start - 10), name.end)
    if any(m.end() >= name.end for m in around):
        score -= 12  # "Grandfather Frost"
    if known.whole("no_names").match(text.text, name.start):
        score -= 6
    further = re.compile(rf"\s{_CAPWORD}\s").match(text.text, name.end) if known.cases_last else None
    if further and known.whole("named_after").match(text.text, further.end()):
        score -= 12  # "X Y | Z University", named after one
    town = known.cases_last and len(name.parts) == 1 and name.case in ("Loc", "Dat", "Abl") and not listed
    if town and known.detail("locality", "towns").match(text.text, name.start):
        score -= 6
    if known.whole("name_follows").search(before.rstrip() + "\u2060") and before.endswith((" ", "\u00a0")):
        score += 3
    if (
        len(name.parts) == 1
        and known.key(name.parts[0][1]).endswith(tuple(known.words("place_adjectives")) or ("\0",))
        and known.whole("place_nouns").match(text.text, name.end + 1)
    ):
        score -= 12
    if _quoted_title(text.text, name):
        score -= 5
    if _in_title(text.text, name) or _possessed_title(text.text, name):
        score -= 12
    if not listed and name.case == "Abl" and known.whole("comes_from").match(text.text, name.end + 1):
        score -= 6  # "X-ABL came in May": a place
    raw = text.text[name.start : name.end]
    if not listed and name.case in ("Abl", "Loc") and known.detail("locality", "formed").fullmatch(raw):
        score -= 6  # "from Karaagash"
    if (
        name.label != "PERSON"
        and known.whole("place_prepositions").search(before)
        and re.search(r"\w\s+$", before)
    ):
        last = re.search(r"([^\W\d_]+)\s+$", before)
        if last and known.whole("place_prepositions").fullmatch(last[1]):
            score -= 3
    common = bool(tokens) and tokens[0].pos_ not in ("", "PROPN")
    common = common and not (listed and not feature(tokens[0], "Ordinary") and text.tagged)
    mine = known.bases(name.parts[0][1])
    elsewhere = known.cases_last and mine & text.capital(known)  # a name amid another sentence
    common = common or (bool(mine & known.ordinary_names) and not elsewhere)
    endears = (
        name.case == "Own"
        and len(name.parts) == 1
        and mine.isdisjoint(map(known.key, known.words("my_things")))
    )
    if common and listed and endears:
        # "«My Pearl cannot sleep», her mother says"
        common = known.whole("parent_words").search(text.text, name.end, name.end + _SAID_BY) is None
    if len(name.parts) == 1 and name.opener and name.label != "PERSON" and common:
        score -= 2
    if len(name.parts) == 1 and name.opener and not listed and text.tagged and not known.cases_last:
        word = known.key(name.parts[0][1])
        if name.label != "PERSON" and known.bases(word) & text.small(known) and not name.surnames:
            score -= 3  # "Панамка", which the draft has in small letters as well
        # "Синяки", a plural that opens a sentence
        family = word[:-1] in text.surnames(known)
        if word.endswith(("и", "ы")) and not family and not known.bases(word) & text.capital(known):
            score -= 3
    if len(name.parts) == 1 and name.opener and not listed and not text.tagged and not double:
        # without parts of speech: the word is in the draft in small letters too, or has an ending words have
        if known.bases(name.parts[0][1]) & text.small(known):
            score -= 4
        elif name.case or not known.bases(name.parts[0][1]) & text.capital(known):
            score -= 2
    return score


def _really_in_case(name: Name) -> bool:
    """A listed name with an ending stands alone; a place before its noun never has one ("Талды ауылы")."""
    last = name.parts[-1][1]
    if name.label == "PERSON" and name.case in ("Acc", "Dat", "Abl", "Ins"):
        return True
    if name.case == "Acc" and name.known.ends("surname_endings", last):
        return True
    return name.case == "Gen" or (
        bool(name.case) and bool((name.known.bases(last) - {name.known.key(last)}) & name.known.given_names)
    )


def _subject_after_place(text: Text, name: Name) -> bool:
    """ "At the entrance to the market X collects money": a place under a preposition, and a verb with its subject."""
    token = text.token(name.end + 1) if text.tagged and text.text[name.end : name.end + 1] == " " else None
    place = text.token(name.start - 2)
    if token is None or place is None or place.i == 0 or len(name.parts) > 1 or not name.given:
        return False
    verb = token.pos_ == "VERB" and feature(token, "VerbForm") == "Fin" and feature(token, "Number") != "Plur"
    nominative = any(c == "Nom" for _, c in name.forms)
    return verb and nominative and text.doc[place.i - 1].pos_ == "ADP"


def _adjacent(known: Knowledge, before: str) -> bool:
    """Whether a word for a place, a street or an institution stands right before the name."""
    return any(
        re.fullmatch(r"[\s.«\"“„№\d-]*", before[m.end() :]) is not None
        and re.search(r"\n|\d\.\s|\.\s+[«\"“„]", before[m.end() :]) is None  # the sentence has ended
        and not (len(m.group()) > 4 and re.match(r"\.\s", before[m.end() :]))  # no "str."
        for m in known.whole("place_before").finditer(before)
    )


_TITLE_OPEN = re.compile(r"[«“„\"][^«»“”„\"\n]{0,40}\Z")
_TITLE_REST = re.compile(r"[^«»“”„\"\n.!?]{0,40}[»”“\"]\s+((?:[^\W\d_]+\s+){0,2}?)(?=[^\W\d_])")


def _in_title(text: str, name: Name) -> bool:
    """In the title of a place, where the noun for it comes last: "«Mercy's ray» children's home"."""
    titled = name.known.whole("titled")
    if not name.known.cases_last or not _TITLE_OPEN.search(text[max(0, name.start - 42) : name.start]):
        return False
    rest = _TITLE_REST.match(text, name.end)
    if rest is None:
        return False
    at = re.compile(r"[^\W\d_-]+(?:-[^\W\d_]+)*")
    words = [m.start() for m in at.finditer(text, rest.start(1), rest.end() + 60)][:3]
    return any(titled.match(text, i) and "\n" not in text[rest.start(1) : i] for i in words)


_LOWER_REST = re.compile(r"(?:\s[^\W\d_]+){1,2}[»”\"]\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")


def _possessed_title(text: str, name: Name) -> bool:
    """ "«Golden grain» its-mill-LOC": two or three words in quotation marks of which but the first has a capital, and a
    noun behind them that they belong to."""
    known = name.known
    if not known.people.get("possessed") or text[name.start - 1 : name.start] not in tuple('«“„"'):
        return False
    rest = _LOWER_REST.match(text, name.end)
    if rest is None or not text[name.end : rest.start(1)].islower():
        return False
    nouns = [w for w in rest.groups() if w and w.islower()]
    if not nouns or any(_of_people(known, w) or known.whole("speech").match(w) for w in nouns):
        return False
    return any(known.whole("possessed").fullmatch(w) for w in nouns)


def _quoted_title(text: str, name: Name) -> bool:
    """Alone in quotation marks after a noun: the name of a thing."""
    opened, closed = text[max(0, name.start - 1) : name.start], text[name.end : name.end + 1]
    return opened in tuple('«“„"') and closed in tuple('»”“"') and name.end - name.start < 40
