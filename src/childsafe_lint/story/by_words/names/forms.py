"""Which word of a name is which, and the case and sex that it stands in."""

from __future__ import annotations

from .... import lazy_re as re
from ...parse import Token
from ..knowledge import Knowledge
from ..patterns import UPPER
from .model import Form, Name, Text, Word, feature
from .words import forms_in


def parts_of(known: Knowledge, words: list[Word], tokens: list[Token]) -> list[tuple[str, str]]:
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
        elif known.listed(w) or "Giv" in kind:
            roles.append("given")
        elif known.ends("surname_endings", w) or "Sur" in kind:
            roles.append("surname")
        else:
            roles.append("word")
    tailed = len(words) > 2 and words[1][2].lower() in known.words("name_tails") and not known.cases_last
    if tailed and roles[0] != "initial":  # "Ermek kyzy Aiperi"
        roles[0], roles[2] = "patronymic", "given"
        return [(r, w[2]) for r, w in zip(roles, words, strict=True)]
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


def form_of(
    tokens: list[Token], known: Knowledge, parts: list[tuple[str, str]]
) -> tuple[frozenset[Form], str]:
    """What the words of a name allow together: whose it is, in which cases; and its gender."""
    sets = [f for t, (role, w) in zip(tokens, parts, strict=False) if (f := forms_in(t, w, known, role))]
    forms = frozenset.intersection(*sets) if sets else frozenset()
    if sets and not forms:  # "Эмма Лейбович": a surname that does not change
        given = (forms_in(t, w, known) for t, (r, w) in zip(tokens, parts, strict=False) if r == "given")
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


def by_attribute(text: Text, name: Name) -> None:
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


def by_verb(text: Text, name: Name) -> None:
    """ "Валентина Дроздова била": the verb right after tells the sex of its subject."""
    token = text.token(name.end + 1) if text.tagged and text.text[name.end : name.end + 1] == " " else None
    while token is not None and token.pos_ in ("ADV", "PART") and token.i + 1 < len(text.doc):
        token = text.doc[token.i + 1]
    if token is None or token.pos_ not in ("VERB", "AUX") or feature(token, "VerbForm") == "Part":
        return
    if _of_noun_before(text, name):
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


def _of_noun_before(text: Text, name: Name) -> bool:
    """ "Мать третьеклассника Ярослава обращается": the name has the case of the noun for somebody before it, and the
    verb another subject."""
    token = text.token(name.start - 2) if text.text[name.start - 1 : name.start] == " " else None
    if token is None or token.pos_ != "NOUN" or feature(token, "Animacy") != "Anim":
        return False
    case, sex = feature(token, "Case"), {"Fem": "f", "Masc": "m"}.get(feature(token, "Gender"), "")
    told = frozenset(f for f in name.forms if f == (sex, case))
    if case in ("", "Nom") or not told or len({g for g, _ in name.forms}) < 2:
        return False
    name.forms, name.gender = told, sex
    return True


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


def is_plural(known: Knowledge, parts: list[tuple[str, str]], tokens: list[Token]) -> bool:
    if len(parts) != 1 or not known.people.get("family_endings"):
        return False
    low = known.key(parts[0][1])
    if not low.endswith(known.family_endings):
        return False
    return not (
        known.bases(parts[0][1]) & known.given_names or (tokens and feature(tokens[0], "NameType") == "Giv")
    )
