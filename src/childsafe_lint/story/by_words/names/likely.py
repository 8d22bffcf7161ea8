"""How likely a run of words is a name of a person."""

from __future__ import annotations

from .... import lazy_re as re
from ...parse import Token
from ..patterns import UPPER
from .model import CAPWORD, LETTERS, Name, Text, feature
from .words import adjacent, of_people

_SAID_BY = 160  # characters after a name in speech within which whose words they are is told


#: what stands between the two ends of a road, and the second of them
_WAY = re.compile(rf"\s*[–—-]\s*{CAPWORD}\s+(?:[^\W\d_]{{2,3}}\s+)?")


def score_of(text: Text, name: Name, tokens: list[Token], loud: bool) -> int:
    known, score = name.known, 0
    if name.label == "PERSON":
        score += 3
    roles = [r for r, _ in name.parts]
    listed = any(known.listed(w) for _, w in name.parts)
    double = re.fullmatch(rf"[{UPPER}]{LETTERS}+[-\u2010\u2011][{UPPER}]{LETTERS}+", name.parts[0][1])
    if double and not listed:  # "Mia-Sara", of which one half is a listed name
        halves = re.split("[-\u2010\u2011]", name.parts[0][1])
        listed = any(known.bases(h) & known.given_names for h in halves)
    if listed or any("Giv" in feature(t, "NameType") for t in tokens):
        score += 2
    if "patronymic" in roles or ("initial" in roles and len(roles) > 1):
        score += 2
    if not known.cases_last and any(w.lower() in known.words("name_tails") for _, w in name.parts[1:]):
        score += 4  # "Ermek kyzy Aiperi", whatever a pipeline takes it for
    if "surname" in roles and any(known.ends("surname_endings", w) for w in name.surnames):
        score += 2 if len(roles) > 1 else 1
    if len(roles) > 1 and name.label not in ("LOC", "ORG") and not loud:
        score += 1
    if name.label in ("LOC", "ORG", "GPE", "FAC", "NORP"):
        # a small pipeline takes a bare given name for a place more often than not
        full = listed and "given" in roles and any(known.ends("surname_endings", w) for w in name.surnames)
        score -= 0 if listed and known.about.get("names_over_labels") else 1 if full else 4
        score += 4 if listed and _object_of_verb(text, name) else 0
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
    numbered = listed and not known.cases_last and re.search(r"№\s?\d+\s$", before)  # "at school № 6 X-ACC …"
    if adjacent(known, before) and not (
        known.whole("not_place_before").search(before) or object_ or numbered
    ):
        subject = listed and (_subject_after_place(text, name) or _pupil_of_place(text, name))
        # a village may have the name of a woman, so a listed name tells nothing there
        score += 6 * (name.label == "LOC") if subject else -8 if listed and text.tagged else -6
    honour = f"(?:(?:{'|'.join(known.words('honours'))}) )?" if known.words("honours") else ""
    after = re.compile(rf"(?:[-\u2010\u2011]?\d{{1,2}})?[\s»”\"]*{honour}").match(text.text, name.end)
    place = known.whole("place_after").match(text.text, after.end()) if after else None
    if place and known.people.get("loose_places") and known.whole("loose_places").fullmatch(place.group()):
        # "the pupil X | did not come out of the lake"
        last = re.search(r"([^\W\d_]+)\s+$", before)
        place = None if listed and last and of_people(known, last[1]) else place
    if place and (not _really_in_case(name) or _ends_as_accusative(text, name)):
        score -= 12
    way = _WAY.match(text.text, name.end) if known.people.get("roads") else None
    if way and known.whole("roads").match(text.text, way.end()):
        score -= 12  # "the Shu – Merke road"
    around = known.whole("not_persons").finditer(text.text, max(0, name.start - 10), name.end)
    if any(m.end() >= name.end for m in around):
        score -= 12  # "Grandfather Frost"
    if known.whole("no_names").match(text.text, name.start):
        score -= 6
    further = re.compile(rf"\s{CAPWORD}\s").match(text.text, name.end) if known.cases_last else None
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
    if len(name.parts) == 1 and not listed and _of_place(text, name):
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
    if known.cases_last and raw.isupper() and not listed and _only_in_capitals(text, name):
        score -= 8  # "A GIRL IS SOUGHT"
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


def _of_place(text: Text, name: Name) -> bool:
    """ "The Regional school-GEN", "of the Republican physics school-GEN": an adjective, other adjectives and the noun
    they agree with, a thing."""
    known = name.known
    if not text.tagged or known.cases_last:
        return False
    if not known.key(name.parts[0][1]).endswith(tuple(known.words("place_adjectives")) or ("\0",)):
        return False
    token = text.token(name.start)
    at = token.i + 1 if token is not None else len(text.doc)
    while at < len(text.doc) and text.doc[at].pos_ == "ADJ" and text.doc[at].text.islower():
        at += 1
    if at >= len(text.doc) or token is None or at - token.i > 3:
        return False
    noun = text.doc[at]
    gap = text.text[name.end : noun.idx]
    return bool(re.fullmatch(r"\s+(?:[^\W\d_-]+(?:-[^\W\d_]+)?\s+)*", gap)) and (
        noun.pos_ == "NOUN"
        and feature(noun, "Animacy") == "Inan"
        and feature(token, "Case") in ("", feature(noun, "Case"))
    )


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


def _object_of_verb(text: Text, name: Name) -> bool:
    """ "The teacher hit X-ACC": right behind a verb a man's name in the case that a place has only behind another."""
    token = (
        text.token(name.start - 2) if text.tagged and text.text[name.start - 1 : name.start] == " " else None
    )
    animate = bool(name.forms) and name.forms <= {("m", "Acc"), ("m", "Gen")}
    return animate and token is not None and token.pos_ == "VERB" and not name.known.cases_last


def _ends_as_accusative(text: Text, name: Name) -> bool:
    """A place that only looks like somebody's name in a case, "Баянды", "Талғатты": nobody of the name is in the
    draft."""
    last = name.parts[-1][1]
    own = name.known.bases(last) & name.known.given_names
    if not own or name.case != "Acc" or len(name.parts) > 1 or name.label == "PERSON":
        return False
    others = re.finditer(rf"(?<!\w){re.escape(last[:3])}[^\W\d_]*", text.text)
    return not any(
        m.start() != name.start and m.group() != last and own & name.known.bases(m.group()) for m in others
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


def _pupil_of_place(text: Text, name: Name) -> bool:
    """ "The pupil of the boarding school X ran away": a child, where it is, and a given name in the child's case."""
    place = text.token(name.start - 2)
    if not text.tagged or name.known.cases_last or place is None or len(name.parts) > 1 or not name.given:
        return False
    if feature(place, "Case") != "Gen" or name.known.whole("homes_of_pupils").fullmatch(place.text) is None:
        return False
    if place.i == 0:
        return False
    at = place.i - 1
    while at > 0 and text.doc[at].pos_ == "ADJ" and feature(text.doc[at], "Case") == "Gen":
        at -= 1
    head = text.doc[at]
    case = feature(head, "Case")
    child = any(
        name.known.whole(f"children.{g}").fullmatch(head.text) is not None for g in ("f", "m", "any")
    ) or name.known.whole("grades").fullmatch(head.text)
    return bool(child) and any(c == case for _, c in name.forms)


def _only_in_capitals(text: Text, name: Name) -> bool:
    """A single word in a line of capitals, which stands nowhere else with one."""
    start = text.text.rfind("\n", 0, name.start) + 1
    end = text.text.find("\n", name.end)
    line = text.text[start : end if end >= 0 else len(text.text)]
    if len(name.parts) > 1 or not line.isupper() or len(line.split()) < 2:
        return False
    mine = name.known.bases(name.parts[0][1])
    words = re.finditer(rf"(?<!\w)[{UPPER}][^\W\d_{UPPER}]+(?!\w)", text.text)
    return not any(name.known.bases(m.group()) & mine for m in words)


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
    if not nouns or any(of_people(known, w) or known.whole("speech").match(w) for w in nouns):
        return False
    return any(known.whole("possessed").fullmatch(w) for w in nouns)


def _quoted_title(text: str, name: Name) -> bool:
    """Alone in quotation marks after a noun: the name of a thing."""
    opened, closed = text[max(0, name.start - 1) : name.start], text[name.end : name.end + 1]
    return opened in tuple('«“„"') and closed in tuple('»”“"') and name.end - name.start < 40
