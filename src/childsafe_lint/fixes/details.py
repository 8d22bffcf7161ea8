"""Identifying details told in general, where that can be done without touching the rest of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..languages import load_data, read_data
from ..report import Finding
from ..spans import Span
from ..story.model import Person, Story
from ..story.refs import Refs
from .model import Edit
from .references import References
from .wording import article, like, one_of

_THE = re.compile(r"\b(?:the|a|an)\s+(?:(?:nearby|local|former|old|new|same)\s+)?$", re.IGNORECASE)
_OWNER = re.compile(r"(?:[\w’'-]+[’']s?|\b(?:her|his|their|our|my|its|this|that))\s+$", re.IGNORECASE)
_UNIT = re.compile(
    r"\b(?:Zone|Block|Flat|House|Sector|Plot|Unit|Room|Apartment|Building|Lot|Ward)(?:\s+\w{1,4},)?\s+$"
)
_LABEL = re.compile(
    r"\b(?:case|file|crime|passport|report|docket|record|card|certificate)"
    r"(?P<label>,?\s+(?:number|no\.?|nr\.?|№|#)\s*)$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:\A|\n)\s*$")
_TO_DASH = re.compile(r"[^.\n]{0,40}\s(?:—|–|-|--)\s|\s*[:(]")
_IN_LARGER = re.compile(r"\s*(?:,|\bin\b|\bnear\b)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?[A-ZÀ-Þ]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ON = re.compile(r"\b(?P<on>on|date of birth:?|dob:?|born:?)\s+(?:the\s+)?$", re.IGNORECASE)
_CLASS = re.compile(r"(?P<grade>(?:[A-Za-z]+\s+)?\d{1,2})\s?[“\"«]?[A-ZА-Я][”\"»]?")
_ASIDE = re.compile(
    r"(?P<open>,\s+|\s*\()(?:(?:at|on|no|number|tel|plate|phone)\.?:?\s+){0,3}$", re.IGNORECASE
)


def detail_edits(story: Story, findings: Sequence[Finding]) -> Iterator[Edit]:
    """Edits for findings of category ``identifying-detail``."""
    details = _Details(story)
    for finding in findings:
        found = details.edit(finding)
        if found is not None:
            span, new = found
            yield Edit(span.start, span.end, new, "detail", finding.rule)


class _Details:
    def __init__(self, story: Story) -> None:
        self.story, self.text = story, story.text
        self.data: dict[str, Any] = read_data(story.language, "rewrites")
        self.references = References(story)
        self.told: set[tuple[str, str]] = set()
        people = load_data(story.language, "people")
        self.kin = frozenset(load_data(story.language, "details")["who"]["kin"])
        self.nouns = self.kin | {w for kind in ("kin_peer", "kin_younger") for w in people[kind]}

    def edit(self, finding: Finding) -> tuple[Span, str] | None:
        kind = str(finding.details.get("kind", ""))
        span = Span(finding.start, finding.end)
        if kind in self.data["details"]:
            return self._place(span, kind)
        if kind == "dob":
            return self._born(span)
        if kind in self.data["removed"]:
            return self._removed(span, kind)
        if kind == "relative":
            return self._relative(span, finding)
        return None

    # -- places and bodies
    def _place(self, span: Span, kind: str) -> tuple[Span, str] | None:
        text = self.text
        words = self.data["details"][kind]
        old = text[span.start : span.end]
        if kind == "school" and (m := _CLASS.fullmatch(old)):
            return span, m["grade"]
        if _DATELINE.search(text[: span.start]) and _TO_DASH.match(text, span.end):
            return None  # a dateline
        span, type_ = self._typed(span, words)
        if type_ is None:
            type_ = words["usual"]
        type_ = words.get("called", {}).get(type_, type_)
        if type_ is None:
            return None  # too little is known of it to say what it is
        later = (kind, type_) in self.told
        self.told.add((kind, type_))
        if kind != "school" and (
            m := self._apposed(words).match(text, span.end)
        ):  # "at Ola, a village by the river"
            article_before = _THE.search(text, max(0, span.start - 24), span.start)
            return Span(article_before.start() if article_before else span.start, m.end()), ""
        if kind == "address" and (m := _UNIT.search(text, max(0, span.start - 16), span.start)):
            span = Span(m.start(), span.end)
        owner = _OWNER.search(text, max(0, span.start - 30), span.start)
        determiner = _THE.search(text, max(0, span.start - 24), span.start)
        quoted = self.story.quote_at(span.start) is not None
        if determiner is not None:
            span = Span(determiner.start(), span.end)
        noun = self._beside(span)
        if noun is None and (m := re.match(r"[’']s(?=[.,;:)]|\s*$)", text[span.end : span.end + 4])):
            span = Span(span.start, span.end + m.end())  # "at St Anne's."
        if noun is not None:
            shape = words["beside"]
            if not shape:
                return None
            if determiner is None and noun in ("NNS", "NNPS"):
                shape = shape.replace("{a} ", "")
            if determiner is not None and "{a}" not in shape:
                shape = text[determiner.start() : determiner.end()].split()[0].lower() + " " + shape
        elif owner is not None and determiner is None:
            shape = "{type}"
        elif later:
            shape = words["again"]
        elif "within" in words and _IN_LARGER.match(text, span.end):
            shape = words["within"]
        else:
            shape = words["first"]
        new = shape.format(a=article(re.sub(r"^\{a\} ", "", shape).format(a="", type=type_)), type=type_)
        new = like(text, span, new)
        return span, f"[{new}]" if quoted else new

    def _apposed(self, words: dict[str, Any]) -> re.Pattern[str]:
        """A comma before words that say what a named place is."""
        kinds = one_of([*words["types"], "scatter", "cluster", "group", "row", "string"])
        return re.compile(rf",\s+(?=(?:an?|the|our|one\s+of)\s+(?:[\w’'-]*\w\s+){{0,4}}?(?:{kinds})s?\b)")

    def _typed(self, span: Span, words: dict[str, Any]) -> tuple[Span, str | None]:
        """The span with the word beside it that says what the place is, and that word."""
        text = self.text
        types = one_of(words["types"])
        if m := re.match(rf"\s+({types})\b(?![’'])", text[span.end : span.end + 30], re.IGNORECASE):
            return Span(span.start, span.end + m.end()), m[1].lower()
        before = text[max(0, span.start - 40) : span.start]
        if m := re.search(rf"\b({types})(?:\s+(?:of|called|named)\s+|,?\s+)$", before, re.IGNORECASE):
            return Span(span.start - len(before) + m.start(), span.end), m[1].lower()
        inside = re.findall(rf"\b({types})s?\b", text[span.start : span.end], re.IGNORECASE)
        return span, inside[-1].lower() if inside else None

    def _beside(self, span: Span) -> str | None:
        """The tag of the noun that the words stand before or own: "Ola elders", "Hill School's teachers"."""
        text, doc = self.text, self.story.doc
        if re.match(r"[’']s?\s+[\w“\"]", text[span.end : span.end + 6]):
            return "POS"
        here = doc.char_span(span.start, span.end, alignment_mode="expand")
        if here is None or here.end >= len(doc):
            return None
        nxt = doc[here.end]
        beside = nxt.pos_ in ("NOUN", "PROPN") and text[span.end : nxt.idx] in (" ", "-")
        return nxt.tag_ if beside else None

    # -- days, numbers, addresses of the net
    def _born(self, span: Span) -> tuple[Span, str] | None:
        text = self.text
        years = _YEAR.findall(text[span.start : span.end])
        if len(years) != 1:
            return None
        new = str(self.data["born"]).format(year=years[0])
        if m := _ON.search(text, max(0, span.start - 20), span.start):
            if m["on"].lower() == "on":
                return Span(m.start(), span.end), new
            if m["on"].lower().startswith("born"):
                return span, new
            return Span(m.start(), span.end), f"born {new}"
        return span, new

    def _removed(self, span: Span, kind: str) -> tuple[Span, str]:
        text = self.text
        flagged = text[span.start : span.end]
        if flagged.endswith(")") and "(" not in flagged:
            span = Span(span.start, span.end - 1)
        if kind == "number" and (
            m := re.search(r"\b(?:N[or]\.?|№)?\s*[A-ZА-Я]{1,4}[\s-]$", text[: span.start][-16:])
        ):
            span = Span(span.start - len(m.group().lstrip()), span.end)
        aside = _ASIDE.search(text, max(0, span.start - 30), span.start)
        if aside is not None and (aside["open"].strip() == "(") == (text[span.end : span.end + 1] == ")"):
            start = aside.start()
            closing = text[span.end : span.end + 1]
            if closing in (",", ")"):
                return Span(start, span.end + 1), ""
            if closing in (".", ";", ":"):
                return Span(start, span.end), ""
        labelled = _LABEL.search(text, max(0, span.start - 30), span.start)
        if kind == "number" and labelled is not None:  # "case No. 12/25": the case is enough
            return Span(labelled.start("label"), span.end), ""
        return span, str(self.data["removed"][kind])

    # -- family
    def _relative(self, span: Span, finding: Finding) -> tuple[Span, str] | None:
        person = next((p for p in self.story.people if any(span.overlaps(m) for m in p.mentions)), None)
        noun = self._kin_word(person, finding)
        return self.references.instead(span, noun, f"the {noun}", self.nouns)

    def _kin_word(self, person: Person | None, finding: Finding) -> str:
        for e in finding.evidence:
            if m := re.match(r"'([\w-]+)'", e.reason):
                word = m[1].lower()
                if word in self.kin and not word.endswith("s"):
                    return word
        refs = Refs.of(
            self.story.text, self.story.doc, self.story.sentences, self.story.people, self.story.language
        )
        genders = {r.gender for r in refs.refs if r.person is person and r.gender}
        why = " ".join(e.reason for e in finding.evidence)
        if "theirs" in why and len(genders) == 1:
            return {"f": "mother", "m": "father"}[genders.pop()]
        return "parent" if "theirs" in why else str(self.data["relative"]["unknown"])
