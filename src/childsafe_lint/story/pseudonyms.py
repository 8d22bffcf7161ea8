"""Names that are declared not to be real: in the same breath, elsewhere, for one person or for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .. import lazy_re as re
from .. import seek
from ..spans import Span
from .model import Evidence
from .names import Name

_NOT = r"(?:not|isn['’]t|is\s+not|wasn['’]t|was\s+not|aren['’]t|are\s+not|were\s+not|weren['’]t)"
_FALSE = r"(?:real|actual|true|own|given|birth)"
#: where a child is given a name that is not the real one
_COURT = (
    r"(?:court(?:\s+(?:papers|documents|records|proceedings))?|review|report|judge|judge?ment|ruling|case|proceedings"
    r"|inquiry|hearing|trial)"
)
#: said of the name it stands beside
_BESIDE = seek.compile(
    rf"\b{_NOT}\s+(?:really\s+)?(?:(?:his|her|their|the|the\s+\w+['’]s)\s+)?{_FALSE}\s+names?\b|\bnames?\b[^.\n]{{0,60}}\b(?:are|is)\s+not\s+(?:their|his|her)\s+own\b|\bgiven\s+the\s+names?\b(?=[^.\n]{{0,40}}\b(?:in\s+this|here|by\s+(?:us|this)))|\bhere\s+called\b|\bcalled\s+(?:[A-Z][\w’'-]+\s+)?(?:here|in\s+this\s+\w+)\b|\b(?:that|this)\s+is\s+the\s+name\s+we\b|\b(?:his|her|their)\s+names?\s+{_NOT}\s+(?:really|actually)\b"
    rf"|\b(?:whose\s+|(?:his|her|their|the)\s+)?(?:(?:first|real|full)\s+)?names?\s+(?:(?:has|have|had)\s+been\s+|was\s+|were\s+|is\s+|are\s+)?(?:been\s+)?(?:changed|altered|withheld\s+and\s+changed|disguised)\b"
    rf"|\ba\s+pseudonym\b|\bpseudonym\b|\bpseudonyms\b|\b(?:an?\s+)?(?:alias(?!\s+[“\"‘']?(?-i:[^\W\d_a-z]))|assumed\s+name|false\s+name|fictitious\s+name|made-up\s+name|invented\s+name|cover\s+name|changed\s+name|nom\s+de\s+guerre)\b"
    rf"|\b(?:referred\s+to|identified|known|named|called|appears?|appearing|speaks?|speaking)\s+(?:only\s+|simply\s+)?(?:here|in\s+this\s+(?:story|article|report|piece|account)|for\s+(?:this|the)\s+(?:story|article|report))\s+(?:only\s+|simply\s+)?(?:as|by)\b"
    rf"|\b(?:referred\s+to|known|identified|named|called)\s+(?:only\s+|simply\s+)?(?:in\s+(?:(?:the|this|these)\s+)?{_COURT}|by\s+(?:the\s+)?{_COURT}|throughout)\s+(?:only\s+|simply\s+)?as\b|\breferred\s+to\s+(?:only\s+|simply\s+)?as(?=\s+[“\"‘'])|\bto\s+be\s+known\s+(?:only\s+)?as(?=\s+[“\"‘'])"
    rf"|\b(?:referred\s+to|described|known|identified|named|called)\s+as(?=\s+[“\"‘']?(?-i:[A-Z])[\w’-]*[”\"’']?,?\s+(?:for\s+(?:the\s+)?purposes?\s+of|in)\s+(?:this|these)\s)"
    rf"|\bas\s+(?:the\s+)?[\w-]+(?:\s[\w-]+)?\s+(?:is|was)\s+(?:called|known|named|referred\s+to)\s+(?:in|by)\s+(?:the\s+)?{_COURT}\b|\bgiven\s+the\s+name(?=\s+[^.\n]{{0,30}}\b(?:in|by)\s+(?:the\s+)?{_COURT})"
    rf"|\b(?:for|in)\s+this\s+(?:story|article|report|piece|account),?\s+(?:[\w’'-]+\s+){{1,5}}?(?:is|are|was|were)\s+(?:named|called|known\s+as|referred\s+to\s+as|identified\s+as)"
    rf"|\b(?:we|this\s+(?:newspaper|paper|report|article|website|magazine)|(?:the\s+)?(?:BBC|Guardian|reporter))\s+(?:will\s+|shall\s+|have\s+|has\s+|is\s+|are\s+|am\s+)?(?:call|calls|called|calling|refer(?:ring|red)?\s+to|naming|nam(?:e|ed)|us(?:e|es|ing|ed)\s+(?:(?:the|that|this)\s+)?names?)\b(?!\s+(?:him|her|them)\s+(?!as\b)(?-i:[a-z])|\s+(?:for|on|back|out|off|up|it|(?:(?:the|an?)\s+)?(?:police|ambulance|doctor|taxi|hospital|school|office|hotline))\b)"
    rf"|\bI(?:['’]ll|\s+will|\s+shall|\s+have|['’]ve|\s+am|['’]m)\s+(?:call|called|calling|refer\s+to|referring\s+to)\b|\blet['’]s\s+call\b|\b(?:whom|who)\s+(?:we|I)\s+(?:are\s+|am\s+|will\s+)?(?:call|calling|refer)\b"
    rf"|\bas\s+(?:he|she|they)\s+(?:asked|asks|wished|wants?|prefers?|chose)\s+to\s+be\s+(?:called|known|named)\b|\b(?:asked|wanted|chose|agreed)\s+to\s+(?:appear|be\s+(?:known|called|identified|named|quoted))\s+(?:only\s+|here\s+)?(?:as|under|by)\b"
    r"|\b(?:we|I|this\s+\w+)\s+(?:are|is|am|have|has)\s+not\s+(?:us(?:ing|ed)|giv(?:ing|en)|print(?:ing|ed)|publish(?:ing|ed))\s+(?:her|his|their|the\s+\w+['’]s)\s+(?:real|own|true|actual|full)\s+names?\b"
    r"|\bwhom?\s+(?:the\s+)?(?-i:[A-Z])[\w’'.-]*(?:\s+(?-i:[A-Z])[\w’'.-]*){0,3}\s+(?:is|are|has\s+been|will\s+be)\s+(?:calling|naming)\b"
    r"|\b(?:chose|chosen|asked|wished|prefers|preferred|elected|opted)\s+to\s+be\s+called\b|\bnames?,?\s+(?:and|along\s+with|as\s+well\s+as|like)\s+(?:that|those)\s+of\s+[^.\n]{1,60}?\s(?:has|have)\s+(?:all\s+|both\s+)?been\s+(?:changed|altered)\b"
    r"|\b(?:whom|who|that)\s+(?:the\s+)?[\w\s]{3,30}?\s(?:ask(?:ed)?|want(?:ed)?|requested|insisted)\s+(?:that\s+(?:he|she)\s+)?(?:to\s+)?be\s+called\b"
    rf"|\bunder\s+the\s+(?:name|pseudonym|alias)(?:\s+of)?\b|\b(?:goes|going|go)\s+by\s+(?:the\s+name\s+)?[^.]{{0,20}}\bin\s+this\b|\b(?:is|are|was|were)\s+not\s+(?:his|her|their)\s+names?\b"
    rf"|\bchose\s+(?:the|that|this)\s+name\b|\bpicked\s+(?:(?:the|that|this)\s+name|it\s+(?:him|her)self|it\s+(?:from|after|because))\b|\bwho\s+we\s+are\s+calling\b|\b(?:we|I)\s+(?:have|['’]ve)\s+(?:changed|given|altered|disguised|replaced)\b|\busing\s+the\s+name\b|\bnames?\s+changed\b|\bnot\s+the\s+(?:child|girl|boy|teenager|pupil)['’]s\s+(?:real|own|true)\s+name\b",
    re.I,
)
#: said of every name in the draft, or of all the children's
_ALL = seek.compile(
    r"\b(?:(?:all|some|the|children['’]s|these|survivors['’]|young\s+people['’]s|their|both|most|several)\s+)?(?:(?:of\s+the\s+)?(?:children['’]s|girls['’]|boys['’]|first|real)\s+)?names(?:\s+(?:of|and)\s+[\w\s,’'-]{1,50}?)?\s+(?:in\s+this\s+[\w\s]{3,20}\s+)?(?:have\s+(?:all\s+)?been\s+|were\s+|are\s+)(?:changed|altered|disguised|fictitious|not\s+real|pseudonyms)\b"
    r"|\b(?:those|these)\s+are\s+not\s+their\s+(?:real\s+)?names\b|\bnames\s+(?:have\s+been\s+)?changed\s+(?:to\s+protect|for)\b|\bnames\s+of\s+(?:the\s+)?(?:young\s+people|children|teenagers|pupils|survivors|girls|boys|all)[^.\n]{0,40}\bare\s+not\s+their\s+own\b|\b(?:gave|given|giving|give)\s+(?:the\s+[\w\s]{3,40}|them|both|all|each)\s+(?:other|different|new|false|fictitious|made-up|changed)\s+names?\b|\ball\s+names\s+(?:are\s+)?(?:changed|pseudonyms)\b|\bwe\s+(?:have\s+)?(?:changed|altered)\s+(?:the|all|their|some)\s+(?:\w+\s+)?names\b|\bpseudonyms\s+(?:are|have\s+been|were)\s+used\b|\bthe\s+(?:children|girls|boys|pupils|teenagers|survivors)\s+are\s+(?:given|identified\s+by)\s+(?:pseudonyms|false\s+names|different\s+names)\b",
    re.I,
)
_REAL = re.compile(
    r"\breal\s+names?\s+of\b|\busing\s+(?:the|his|her|their)\s+real\b|\bnot\s+(?:his|her)\s+names?\b(?=\s*\.)",
    re.I,
)
_STAR_NOTE = re.compile(
    r"(?:^|\n|\s)\*+\s*[^\n]{0,80}\b(?:names?|pseudonyms?|identit(?:y|ies))\b[^\n]{0,60}\b(?:changed|pseudonyms?|real|altered|protect)|(?:^|\n|\s)\*+\s*(?:not\s+(?:his|her|their)\s+real|names?\s+changed|pseudonyms?)",
    re.I,
)


@dataclass
class Declared:
    """Which names are declared changed. ``everyone`` holds a declaration for all names."""

    everyone: Evidence | None = None
    names: dict[int, Evidence] = field(default_factory=dict)  # id(Name) -> words of the declaration
    slips: list[tuple[Name, Name]] = field(
        default_factory=list
    )  # a real name and the changed one given for it

    def of(self, words: Sequence[str], names: Sequence[Name]) -> Evidence | None:
        """The declaration for a person with these names, if any."""
        for n in names:
            if id(n) in self.names:
                return self.names[id(n)]
        return self.everyone


def find_pseudonyms(text: str, sentences: Sequence[Span], names: Sequence[Name]) -> Declared:
    """Declarations that names are changed. A declaration beside a name speaks of the nearest name in its sentence,
    or, with none there, of the last one before it."""
    out = Declared()
    people = [n for n in names if n.kind in ("person", "cipher")]
    told = re.search(r"name|pseudonym", text, re.I) is not None
    for m in _ALL.finditer(text) if told else ():
        if re.search(
            r"\b(?:adults?|women|men|mothers|fathers|parents|teachers|relatives|officials|staff)\b",
            m.group(),
            re.I,
        ):
            continue  # the children's names are not said to be changed
        ev = Evidence(m.start(), m.end(), "names are declared to be changed")
        inside = [n for n in people if m.start() < n.start < m.end()]
        if inside:  # "the names of Ana and Ivo have been changed"
            for n in inside:
                out.names[id(n)] = ev
        else:
            before = [n for n in people if n.start < m.start()]
            group = before[-1].group if before else None
            if re.match(r"(?:those|these)\s+are", m.group(), re.I) and before:
                for n in group or before[-2:]:
                    out.names[id(n)] = ev
            else:
                out.everyone = ev
    for m in _BESIDE.finditer(text):
        if _REAL.search(text, max(0, m.start() - 30), m.end() + 10) and not re.search(
            r"not", m.group(), re.I
        ):
            continue
        if out.everyone and out.everyone.start <= m.start() < out.everyone.end:
            continue
        s = _sentence(sentences, m.start())
        ev = Evidence(m.start(), m.end(), "the name is declared to be changed")
        inside = [n for n in people if s.start <= n.start < s.end and not n.title]
        if inside:
            names_after = re.match(r"called\s", m.group(), re.I) is not None or bool(
                re.search(
                    r"(?:call\w*|given\s+the\s+names?|naming|named|as|by|under|of)\s*$|refer\w*\s+to\s*$|\b(?:us\w+|under)\s+(?:the\s+)?(?:name|pseudonym|alias)s?\s*$",
                    m.group(),
                    re.I,
                )
            )
            after = [n for n in inside if n.start >= m.end() or m.start() < n.start < m.end()]
            before_ = [n for n in inside if n.end <= m.start()]
            pick = (
                after[0] if names_after and after else before_[-1] if before_ else after[0] if after else None
            )
            real = before_[-1] if before_ else None
            if (
                pick is not None
                and real is not None
                and pick is not real
                and re.fullmatch(r"\s*[,(–—]\s*", text[real.end : m.start()])
            ):
                out.slips.append((real, pick))  # "Nurdin, called Azamat in this text"
            if pick is not None:
                for n in (
                    pick.group
                    if pick.group
                    and (
                        re.search(r"\bnames\b|\btheir\b", m.group(), re.I)
                        or (names_after and after and pick is after[0])
                        or re.match(r"\s+them\b", text[m.end() : m.end() + 6])
                    )
                    else [pick]
                ):
                    out.names[id(n)] = ev
        else:
            before = [n for n in people if n.start < m.start() and not n.title and m.start() - n.start < 400]
            if before:
                out.names[id(before[-1])] = ev
    if note := _STAR_NOTE.search(text):
        ev = Evidence(note.start(), note.end(), "a footnote declares the name to be changed")
        for n in people:
            if text[n.end : n.end + 1] == "*":
                out.names[id(n)] = ev
    return out


def _sentence(sentences: Sequence[Span], offset: int) -> Span:
    for s in sentences:
        if s.start <= offset < s.end:
            return s
    return Span(offset, offset)
