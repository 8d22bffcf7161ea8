"""A name taken out of a sentence: what stands there instead so that the sentence still reads."""

from __future__ import annotations

import re
from collections.abc import Collection

from ..languages import read_data
from ..spans import Span
from ..story.model import Story
from .wording import capitalised, like, one_of, opens

_DETERMINER = (
    r"(?:the|an?|her|his|their|our|my|your|its|this|that|these|those|whose|[\w’'-]+[’']s|[\w-]+s[’'])"
)
_AGE = r"(?:\d{1,2}|[A-Za-z]+(?:-[a-z]+)?)[-‐‑](?:year|month|week|day)s?[-‐‑]old"
_CALLED = re.compile(
    r"(?<!\bis)(?<!\bwas)(?<!\bbe)(?<!\bbeen)(?<!\bwere)(?<!\bare)(?P<all>,?\s+(?:who\s+(?:is|was)\s+)?(?:named|called|known\s+as"
    r"|identified\s+(?:only\s+)?as|by\s+the\s+name\s+of))\s+$"
)
_AGED = re.compile(rf"(?:\b(?P<det>{_DETERMINER})\s+(?:[a-z]+\s+)?)?(?P<age>\b{_AGE})\s+$", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:the|an?|her|his|their|our|my|your)\s+$", re.IGNORECASE)
_DETERMINERS = frozenset(("DT", "PRP$", "POS", "WP$", "PDT", "PRP"))
_TAG = re.compile(r"[#＃@]\w*$")
_MORE = re.compile(
    r",\s*(?:aged?\b|an?\b|the\b|who\b|whose\b|\d|(?:her|his|their)\b|now\b|then\b|from\b|of\b|both\b)"
)


class References:
    """Replaces names of people in one story by words for them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.text
        data = read_data(story.language, "rewrites")
        titles = data["relative"]["titles"]
        self.tag = str(data["removed"]["tag"])
        self._title = re.compile(rf"\b(?:{one_of(titles)})\.?\s+$")

    def instead(self, span: Span, noun: str, phrase: str, nouns: Collection[str]) -> tuple[Span, str]:
        """What to replace, and by what, for the name at ``span``.

        Args:
            noun: a bare word for the person ("girl").
            phrase: the reference where nothing before the name says who it is ("the girl").
            nouns: words that, right before or after the name, already say who it is; the name then only goes.
        """
        text = self.text
        if m := _TAG.search(
            text, max(0, span.start - 60), span.start
        ):  # a tag leads to the name, whatever is in it
            rest = re.match(r"\w*", text[span.end :])
            return Span(m.start(), span.end + (rest.end() if rest else 0)), self.tag
        if m := self._title.search(text, max(0, span.start - 12), span.start):
            span = Span(m.start(), span.end)
        if m := _CALLED.search(text, max(0, span.start - 40), span.start):
            return self._gone(Span(m.start("all"), span.end))
        gone = self._apposed(span, nouns)
        if gone is not None:
            return gone
        before = text[max(0, span.start - 60) : span.start]
        if m := _AGED.search(before):
            if m["det"] is not None:
                return span, self._said(span, noun, noun)
            start = span.start - len(before) + m.start("age")
            age = m["age"] if m["age"][0].isdigit() else m["age"][0].lower() + m["age"][1:]
            whole = Span(start, span.end)
            return whole, self._said(whole, f"the {age} {noun}", f"the {age} {noun}")
        adjective = self._adjective(span)
        if adjective is not None:
            start, words, determined = adjective
            if determined:
                return span, self._said(span, noun, noun)
            whole = Span(start, span.end)
            return whole, self._said(whole, f"the {words}{noun}", f"the {words}{noun}")
        if _OWNED.search(before):
            return span, self._said(span, noun, noun)
        return span, self._said(span, phrase, phrase)

    def _said(self, span: Span, phrase: str, quoted: str) -> str:
        """The phrase in the letter case of its place; in brackets where somebody is quoted."""
        if self.story.quote_at(span.start) is not None:
            inside = like(self.text, span, quoted)
            return f"[{inside}]"
        return like(self.text, span, phrase)

    def _apposed(self, span: Span, nouns: Collection[str]) -> tuple[Span, str] | None:
        text = self.text
        word = rf"\b(?P<noun>{one_of([*nouns, *self._noun_before(span)])})"
        before = re.search(
            rf"{word}(?P<gap>,?\s+|\s*\()$", text[max(0, span.start - 40) : span.start], re.IGNORECASE
        )
        if before is not None:
            gap = before["gap"]
            start = span.start - len(gap)
            end = span.end
            if "(" in gap and text[end : end + 1] == ")":
                return Span(start, end + 1), ""
            if "," in gap and text[end : end + 1] == "," and not _MORE.match(text, end):
                end += 1
            edit = self._gone(Span(start, end))
            return self._with_the(edit[0], before["noun"])
        # "Ann Lee, the girl's mother, said": the name goes, the words after it stay
        said = rf"{_DETERMINER}\s+(?:[\w’'-]+\s+){{0,3}}?(?:{one_of(list(nouns))})\b(?:\s+of\s+[\w’' -]{{1,30}}?)?"
        after = re.match(
            rf",\s+(?P<rest>(?:aged?\s+)?(?:\d+,\s+)?{said})(?P<end>,\s+|(?=[.;:)”\"]))",
            text[span.end : span.end + 90],
        )
        if after is not None and not after["rest"][0].isdigit():
            rest = capitalised(after["rest"]) if opens(text, span.start) else after["rest"]
            return Span(span.start, span.end + after.end()), rest + (" " if after["end"] else "")
        return None

    def _noun_before(self, span: Span) -> list[str]:
        """The word right before the name, where it is a noun that says what the person is: "businessman Tan Boon"."""
        name = self.story.doc.char_span(span.start, span.end, alignment_mode="expand")
        if name is None or name.start == 0:
            return []
        left = self.story.doc[name.start - 1]
        joined = (
            left.pos_ == "NOUN"
            and left.text.islower()
            and self.text[left.idx + len(left) : span.start] == " "
        )
        return [left.text] if joined and left.dep_ in ("compound", "nmod", "appos", "amod", "poss") else []

    def _with_the(self, span: Span, noun: str) -> tuple[Span, str]:
        """ "Year 5 pupil Ola Eze found it": without the name the phrase needs an article."""
        text = self.text
        doc = self.story.doc
        at = span.start - len(noun)
        token = doc.char_span(at, span.start, alignment_mode="expand")
        if token is None:
            return span, ""
        line = text.rfind("\n", 0, at) + 1
        start = token[0].i
        while start > 0 and doc[start - 1].idx >= line:
            left = doc[start - 1]
            if left.pos_ in ("ADJ", "NOUN", "PROPN", "NUM") or (left.text in "-‐‑" and left.pos_ == "PUNCT"):
                start -= 1
            else:
                break
        if start and doc[start - 1].idx >= line and doc[start - 1].tag_ in _DETERMINERS:
            return span, ""
        if noun.lower().endswith("s") or doc[start].idx < line or self.story.quote_at(at) is not None:
            return span, ""
        first = text[doc[start].idx : span.start]
        lone = start == token[0].i
        if first[:1].isupper() and (lone or (not doc[start].ent_type_ and doc[start].pos_ != "PROPN")):
            first = first[0].lower() + first[1:]
        whole = Span(doc[start].idx, span.end)
        return whole, like(text, whole, f"the {first}") if opens(text, whole.start) else f"the {first}"

    def _gone(self, span: Span) -> tuple[Span, str]:
        return span, ""

    def _adjective(self, span: Span) -> tuple[int, str, bool] | None:
        """Adjectives right before the name: where they begin, the words, and whether a determiner is before them."""
        doc = self.story.doc
        name = doc.char_span(span.start, span.end, alignment_mode="expand")
        if name is None:
            return None
        start = name[0].i
        while (
            start > 0
            and doc[start - 1].pos_ == "ADJ"
            and "\n" not in doc[start - 1].whitespace_
            and (doc[start - 1].text.islower() or doc[start - 1].is_sent_start)
        ):
            start -= 1
        if start == name[0].i:
            return None
        words = self.text[doc[start].idx : span.start]
        if words[:1].isupper():
            words = words[0].lower() + words[1:]
        left = doc[start - 1] if start else None
        determined = left is not None and (left.pos_ in ("DET",) or left.tag_ in ("PRP$", "POS"))
        return doc[start].idx, words, determined
