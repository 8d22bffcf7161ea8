"""Where names may stand: runs of capitalised words, with what speaks for and against a person's name."""

from __future__ import annotations

from .... import lazy_re as re
from ..knowledge import Knowledge
from .forms import by_attribute, by_verb, form_of, is_plural, parts_of
from .likely import score_of
from .model import CAPWORD, GAP, INITIAL, Cue, Name, Text, Word, feature
from .pieces import capital_lines, pieces_of
from .words import common, of_people

__all__ = ["Cue", "Name", "Text", "common", "feature", "find_names", "of_people"]


def find_names(text: Text) -> list[Name]:
    """Candidates in reading order, never overlapping."""
    out = []
    caps = capital_lines(text.shown)
    for span, known in text.regions.parts:
        tails = sorted(known.words("name_tails"), key=len, reverse=True)
        tail = rf"(?:{GAP}(?:{'|'.join(map(re.escape, tails))})\b)?" if tails else ""
        piece = rf"(?:{INITIAL}|{CAPWORD})"
        if tails and not known.cases_last:  # "Ermek kyzy Aiperi"
            tail = rf"(?:{tail[:-1]}(?:{GAP}{CAPWORD})?)?"
        run = re.compile(rf"(?<![\w@#]){piece}(?:(?:{GAP}|(?<=\.)){piece})*{tail}")
        for m in run.finditer(text.shown, span.start, span.end):
            loud = any(a <= m.start() < b for a, b in caps)
            for words in pieces_of(text, m, known, loud):
                name = _name(text, words, known, loud)
                if name is not None:
                    out.append(name)
    return sorted(out, key=lambda n: n.start)


def _name(text: Text, words: list[Word], known: Knowledge, loud: bool) -> Name | None:
    start, end = words[0][0], words[-1][1]
    if all(w.endswith(".") for _, _, w in words):
        return None
    if len(words) == 1 and (len(words[0][2]) < 2 or words[0][2].isupper()):
        return None  # a letter, an abbreviation
    tokens = [t for s, _, _ in words if (t := text.token(s)) is not None]
    labels = [t.ent_type_ for t in tokens if t.ent_type_]
    label = "PERSON" if "PERSON" in labels else labels[0] if labels else ""
    parts = parts_of(known, words, tokens)
    opener = text.opens(start)
    name = Name(start, end, parts, text.sentence(start), known, 0, label, opener=opener)
    name.forms, name.gender = form_of(tokens, known, parts)
    by_attribute(text, name)
    by_verb(text, name)
    name.case = known.case_of(parts[-1][1])
    name.plural = is_plural(known, parts, tokens)
    name.score = score_of(text, name, tokens, loud)
    return name
