"""The notation of the data files, turned into regular expressions.

``abus*`` any ending, ``abus~`` one of the language's ``endings``,
``a/b`` a choice, ``(word)`` a word that may be missing, ``...`` up to four words,
``{name}`` a class (numbers, names, or a list of the same file), ``{comma}`` a comma, for commas part the patterns of
a list. Words are parted by white space; a hyphen stands for any hyphen. Letter case does not count, but in the
classes that ask for a capital.
"""

from __future__ import annotations

from collections.abc import Mapping

from ... import lazy_re as re
from ...errors import InputError, did_you_mean
from ..cues import phrases

UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐӘҒҚҢӨҰҮҺЎҲҶĀĂĄĆČĎĐĘĚĞĢĪĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽİΑ-ΩԱ-Ֆ"
_HYPHEN = r"[-\u2010\u2011]"
_SPACE = r"(?:[ \t\u00a0\u202f]+\n?|\n)(?!\s*\n)"
_GAP = rf"(?:[\w’'№«»\"-]+{_SPACE}){{0,4}}?"
_PART = re.compile(r"\{(\w+)\}|\*|~|-|’|'|.")
#: capitalised words: a name of one to five words
CAPITALS = rf"(?-i:[{UPPER}][\w’'-]*(?:\s(?:[{UPPER}]\.|[{UPPER}][\w’'-]*)){{0,4}})"
QUOTED = r"[«“„\"][^«»“”„\"\n]{1,60}[»”“\"]"
#: classes that every language has
CLASSES = {
    "capitals": CAPITALS,
    "cap": rf"(?-i:[{UPPER}])[\w’'-]*",
    "quoted": QUOTED,
    "number": r"\d{1,4}(?:[-/]?(?-i:[^\W\d_])(?!\w))?",
    "no": r"(?:№|(?-i:N|No\.?)|#)\s?\d{1,4}",
    "letter": r"[«“„\"]?(?-i:[^\W\d_])[»”“\"]?(?!\w)",
    "quoted_letter": r"[«“„\"](?-i:[^\W\d_])[»”“\"]",
    "year": r"(?P<year>(?:1[6-9]|20)\d\d)",
    "code": rf"(?-i:[{UPPER}]{{1,3}})-\d{{1,4}}(?:/\d{{1,2}})?",
    "part": r"[^\W\d_]*",
    "before_name": rf"(?=\s+(?-i:[{UPPER}]))",
    "~": r"[\w’'-]*",
}


def regex(pattern: str, classes: Mapping[str, str] = CLASSES) -> str:
    """One pattern of the notation as a regular expression.

    Raises:
        InputError: it names a class that is not known.
    """
    out = []
    words = pattern.split()
    for i, word in enumerate(words):
        last = i == len(words) - 1
        if word == "...":
            out.append(_GAP)
            continue
        if word == "{comma}":
            if out and out[-1] == _SPACE:
                out.pop()
            out.append(r"\s*,\s*")
            continue
        optional = word.startswith("(") and word.endswith(")")
        body = "|".join(_word(w, classes, pattern) for w in (word[1:-1] if optional else word).split("/"))
        if optional:
            out.append(f"(?:{_SPACE}(?:{body}))?" if last and out else f"(?:(?:{body}){_SPACE})?")
            if last and len(out) > 1 and out[-2] == _SPACE:
                out.pop(-2)
        else:
            out.append(f"(?:{body})" if "|" in body else body)
            if not last:
                out.append(_SPACE)
    return "".join(out)


def _word(word: str, classes: Mapping[str, str], pattern: str) -> str:
    out = ""
    for m in _PART.finditer(word):
        piece = m.group()
        if m[1]:
            if m[1] not in classes:
                raise InputError(
                    f"pattern '{pattern}': unknown class {{{m[1]}}}" + did_you_mean(m[1], classes)
                )
            out += classes[m[1]]
        elif piece == "*":
            out += r"[\w’'-]*"
        elif piece == "~":
            out += classes["~"]
        elif piece == "-":
            out += _HYPHEN
        elif piece in "’'":
            out += "[’']"
        else:
            out += re.escape(piece)
    return out


def choice(value: object, classes: Mapping[str, str] = CLASSES) -> str:
    """All patterns of a YAML value as one expression, longest first; one that matches nothing when empty."""
    each = sorted({regex(p, classes) for p in phrases(value)}, key=lambda p: (-len(p), p))
    if not each:
        return r"(?!)"
    # a group's name may stand once in an expression
    numbered = (re.sub(r"\(\?P<(n|year)>", rf"(?P<\g<1>{i}>", p) for i, p in enumerate(each))
    return "(?:" + "|".join(numbered) + ")"


def value_of(m: re.Match[str], name: str) -> str | None:
    """What stands for the class ``{n}`` or ``{year}`` in a match."""
    found = (v for k, v in m.groupdict().items() if v is not None and k.rstrip("0123456789") == name)
    return next(found, None)


def whole(value: object, classes: Mapping[str, str] = CLASSES) -> re.Pattern[str]:
    """The patterns of a YAML value as whole words, in any case."""
    return re.compile(rf"(?<![\w-]){choice(value, classes)}(?![\w])", re.IGNORECASE)
