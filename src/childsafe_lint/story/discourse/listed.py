"""Lists, tables and forms: an age that stands in the same row as a name, or on the line of a form."""

from __future__ import annotations

from ... import lazy_re as re
from ...languages.en import frames
from ...languages.en.frames import Cue
from .ground import Ground

_SEX = r"(?:m|f|male|female|boy|girl)"
_MARK = r"\s*(?:[|/;:,•·\t–—-]|--|\.\s(?=\s*age))\s*"
_NUMBER = rf"(?P<n>\d{{1,3}}|{frames.NUM})\s*(?P<u>{frames.UNIT}|y/?o|y|m)?\.?(?:\s*old)?"
_END = r"(?=\s*(?:[|/;:,.•·\t)–—-]|missing\b|\Z|\n))"
#: "Asel Omarova | 13 |", "Asel Omarova, F, 13", "Asel Omarova F/13", "Name: Asel Omarova. Age: 13"
_AFTER = re.compile(
    rf"(?:{_MARK}(?:{_SEX}{_MARK}|(?:sex|gender):?\s*{_SEX}{_MARK})?(?P<label>age\s*:?\s*)?|\s+\(?{_SEX}\s*[/,]\s*){_NUMBER}{_END}",
    re.I,
)
#: "Age: 13. Name: Asel Omarova"
_BEFORE = re.compile(rf"\bage\s*:\s*{_NUMBER}\s*[.;,|/]?\s*(?:full\s+)?name\s*:\s*$", re.I)
#: "Name of child: Asel Omarova", "Child's name – Asel Omarova"
_CHILD_NAME = re.compile(
    rf"\b(?:(?:full\s+)?names?\s+of\s+(?:the\s+)?(?P<of>{frames.alt(frames.DATA['child_nouns'])}|student|learner)|(?P<who>{frames.alt(frames.DATA['child_nouns'])}|student|learner)['’]?s?\s+(?:full\s+)?name)\s*[:–—|-]\s*$",
    re.I,
)
_HEADS = (":", "–", "—", "|", "-")  # how the two before a name end
#: words of a form: without them a number in a row may be anything, but in a table that has no other heading
_FORM = re.compile(rf"\bage\b|(?-i:\b[MF]\b)|\b(?:fe)?male\b|\d\s*(?:{frames.UNIT}|y/?o|y)\b", re.I)


#: characters that a list under a heading may have
_LIST = 600
_HEADING = re.compile(
    rf"\s*(?P<what>(?i:{frames.UNDER})\b['’]?|{frames.GRADE.replace('?P<gn>', '')})"
    r"(?:\s+(?!teachers?\b|staff\b|coach)[\w’'/-]+){0,4}\s*[:–—]\s*"
)
#: between two names of such a list: places, marks, "bt"
_BETWEEN = re.compile(
    r"(?:[\s,;&()+./-]|(?<!\.)\d|\d|\b(?:and|bt|beat|v|vs|def|lost\s+to|drew\s+with|st|nd|rd|th|m|s|sec|pts|kg)\b){0,24}"
)

_GOES_ON = re.compile(r"\s*(?:[,;.(&\d\n–-]|\Z|(?:and|bt|beat|v|vs|def|lost\s+to|drew\s+with)\b)")


class Listed(Ground):
    """An age in the row of a list or table, or on the line of a form."""

    def _listed(self) -> None:
        for n in self.mentions:
            c = self.by_name[id(n)]
            if n.kind != "person" or c.ages:
                continue
            start = self.text.rfind("\n", 0, n.start) + 1
            end = (self.text + "\n").find("\n", n.end)
            headed = self.text[start : n.start].rstrip()[-1:] in _HEADS
            if headed and (m := _CHILD_NAME.search(self.text, start, n.start)):
                c.extra.append(Cue("child", 2, *m.span("of" if m["of"] else "who"), "the form names a child"))
            at = n.end - 2 if self.text[n.end - 2 : n.end] in (" F", " M") else n.end
            m = _AFTER.match(self.text, at, end)
            if m is None and headed:
                m = _BEFORE.search(self.text, start, n.start)
            if m is None or not (_FORM.search(m.group()) or self._column_of_ages(m)):
                continue
            unit = (
                m["u"] if m["u"] and len(m["u"]) > 2 else "months" if (m["u"] or "").lower() == "m" else None
            )
            age = frames.years(m["n"], unit)
            c.extra.append(frames.told_age(age, *m.span("n"), f"age {m['n']}"))

    def _headed_lists(self) -> None:
        """ "U13 boys: J. Mora bt M. Zamit 11-9", "Year 3 winners: Amelia Stott": all whom the list names."""
        for m in filter(None, (_HEADING.match(self.text, s.start) for s in self.sentences)):
            if m["under"] and not 4 < frames.years(m["under"], None) <= 18:
                continue
            at, cue = m.end(), Cue("child", 2, *m.span("what"), f"listed under '{m['what']}'")
            for n in self.mentions_within(m.end(), m.end() + _LIST):
                c = self.by_name[id(n)]
                listed = _BETWEEN.fullmatch(self.text, at, n.start) and _GOES_ON.match(self.text, n.end)
                if not listed or n.title or c.level("adult"):
                    break
                c.extra.append(cue)
                at = n.end

    def _column_of_ages(self, m: re.Match[str]) -> bool:
        """Whether the table in whose row ``m`` stands has no headings, or one for ages."""
        if not re.match(r"\s*[|\t]", m.group()):
            return False
        rows = self.text[: (self.text + "\n").find("\n", m.start())].split("\n")
        head = next((i for i in range(len(rows) - 1, -1, -1) if not re.search(r"[|\t]", rows[i])), -1) + 1
        return bool(re.search(r"\d", rows[head]) or re.search(r"\bages?\b", rows[head], re.I))
