"""Where runs of capitalised words are parted: what stands in a row need not be one name."""

from __future__ import annotations

from .... import lazy_re as re
from ..knowledge import Knowledge
from .model import INITIAL, LETTERS, Text, Word, feature
from .words import (
    adjacent,
    common,
    follows_initial,
    forms_in,
    forms_of,
    is_adjective,
    is_brand,
    is_plain_word,
    is_subject,
    next_person,
    of_people,
    of_surname,
    surname_of,
    type_of,
)


def capital_lines(shown: str) -> list[tuple[int, int]]:
    """Lines where most words have a capital, so that one says nothing."""
    out = []
    for m in re.finditer(r"[^\n]+", shown):
        words = re.findall(r"[^\W\d_]{4,}", m.group())
        if len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.75 * len(words):
            out.append((m.start(), m.end()))
    return out


def pieces_of(text: Text, run: re.Match[str], known: Knowledge, loud: bool) -> list[list[Word]]:
    """A run cut where one name ends: at another label of the pipeline, at words that are no names."""
    pattern = re.compile(rf"{INITIAL}|{LETTERS}+(?:[’'ʼ\u2010\u2011-]{LETTERS}+)*")
    words = [
        (m.start(), m.start() + len(word), word)
        for m in pattern.finditer(text.shown, run.start(), run.end())
        for word in [known.suffix.sub("", m.group())]
    ]
    pieces: list[list[Word]] = [[]]
    label = ""
    patron = next((i for i, w in enumerate(words) if i > 1 and known.ends("patronymic_endings", w[2])), 0)
    # "Aiperi Ermek kyzy", "Ermek kyzy Aiperi": one name, whatever a pipeline says of its words
    tails: frozenset[str] = frozenset() if known.cases_last or loud else known.words("name_tails")
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
        following = words[i + 1][2].lower() if i + 1 < len(words) else ""
        father = following in tails and not of_people(known, word[2])
        if father or (tails and pieces[-1] and tails & {low, pieces[-1][-1][2].lower()}):
            if (following in tails and len(pieces[-1]) > 1) or (low not in tails and len(pieces[-1]) > 2):
                pieces.append([])
            pieces[-1].append(word)
            continue
        if (
            next_person(known, pieces[-1], word)
            or _ended(known, pieces[-1], label, word[2])
            or is_subject(text, known, pieces[-1], word)
            or of_surname(text, known, pieces[-1], word)
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
        stop = stop or (not text.tagged and not after_initial and is_plain_word(text, known, word, loud))
        stop = stop or is_adjective(text, known, word) or (not loud and is_brand(word[2]))
        middle = bool(pieces[-1]) and not last and not loud and word[2].isalpha()  # "Pak Syn Ho"
        middle = middle or surname_of(known, pieces[-1], word, loud)
        if (
            stop
            or (of_people(known, word[2]) and not middle)
            or (common(text, known, word, loud) and (not last or loud))
        ):
            pieces.append([])
            continue
        if pieces[-1] and follows_initial(text, known, pieces[-1], word):
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


def _before_place(text: Text, known: Knowledge, piece: list[Word]) -> list[list[Word]]:
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


def _client(text: Text, known: Knowledge, piece: list[Word]) -> list[list[Word]]:
    """ "The lawyer of Dosanov | Olga Kim": a surname alone, and a given name with another surname."""
    if not known.cases_last and len(piece) == 2 and _grandsons(text, known, piece):
        return [piece[:1], piece[1:]]
    if known.cases_last or len(piece) != 3 or any(w.endswith(".") for _, _, w in piece):
        return [piece]
    one, given, last = (w for _, _, w in piece)
    if _whose_kin(text, known, piece):
        return [piece[:1], piece[1:]]
    oblique = not any(c == "Nom" for _, c in forms_of(text, known, piece[0]))
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


def _grandsons(text: Text, known: Knowledge, piece: list[Word]) -> bool:
    """ "The grandmother of Zhandos | Sakypzhamal": after a word of kinship a man's name in the genitive, and one that
    would have a case if it were his surname."""
    one, other = piece
    before = text.text[max(0, one[0] - 25) : one[0]]
    kin = any(
        not before[m.end() :].strip()
        for key in ("kin_adult", "sibling")
        for m in known.whole(key).finditer(before)
    )
    forms = forms_of(text, known, one)
    tails = tuple(known.words("unchanging"))
    return (
        kin
        and bool(forms)
        and forms <= {("m", "Gen"), ("m", "Acc")}
        and bool(tails)
        and known.key(other[2]).endswith(tails)
    )


def _whose_kin(text: Text, known: Knowledge, piece: list[Word]) -> bool:
    """ "The mother of Bogdan | Svetlana Kryuchkova": after a word for a parent a name in the genitive, and a whole
    name."""
    one, given, last = piece
    before = text.text[max(0, one[0] - 25) : one[0]]
    kin = any(not before[m.end() :].strip() for m in known.whole("parents").finditer(before))
    names = all(known.bases(w[2]) & known.given_names or "Giv" in type_of(text, w) for w in (one, given))
    genitive = any(c == "Gen" for _, c in forms_of(text, known, one))
    return kin and names and genitive and known.ends("surname_endings", last[2])


def _ended(known: Knowledge, piece: list[Word], label: str, following: str) -> bool:
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


def _two_people(text: Text, known: Knowledge, one: Word, other: Word, more: bool) -> bool:
    """ "The father of Stepan Fyodor Linnik": given names whose cases rule each other out."""
    sets = []
    for start, _, word in (one, other):
        token = text.token(start)
        given = known.bases(word) & known.given_names or (
            token is not None and feature(token, "NameType") == "Giv"
        )
        if token is None or not given:
            return False
        sets.append(forms_in(token, word, known))
    apart = bool(sets[0] and sets[1]) and not sets[0] & sets[1]
    oblique = not any(c == "Nom" for _, c in sets[0]) and any(c == "Nom" for _, c in sets[1])
    before = text.token(one[0] - 2)
    if not more and before is not None and before.pos_ == "NOUN" and feature(before, "Animacy") == "Anim":
        # "the psychologist-GEN Dina-GEN Valter", whose surname does not change
        oblique = oblique and not any(c == feature(before, "Case") for _, c in sets[0])
    return apart and (more or oblique)  # "Айша Марат" may be one who has a father's name for a surname


def _after_place(text: Text, known: Knowledge, run: re.Match[str], piece: list[Word], word: Word) -> bool:
    """ "Of the village Kaplanbek Tursyn Omarov": where a place ends and a given name begins."""
    if piece[0][0] != run.start() or known.key(word[2]) not in known.given_names:
        return False
    return adjacent(known, text.text[max(0, piece[0][0] - 40) : piece[0][0]])
