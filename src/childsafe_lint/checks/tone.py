"""Check type ``tone``: sentences that, taken as a whole, read like those that editors change.

The rules of the other types know wordings; this one weighs all words of a sentence about a child (see ``_tone``). It
also tells where a wording that a rule knows stands in a sentence that reads as ordinary news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..guidelines.model import Rule
from ..report import Finding
from ..spans import Span
from ..story.model import Evidence, Story
from ..ui import tr
from . import Check
from ._text import finding
from ._tone import Sentence, weighed, weights
from .usage import Usage, usages

#: in fewer words than these a draft tells too little to be weighed
_ENOUGH = 60
#: a sentence of fewer words tells too little
_SHORT = 4
#: so many of the words that weighed most are shown
_SHOWN = 3


def build(rules: Sequence[Rule]) -> Check:
    """The check for ``rules``: the first for a kind of framing in a language speaks of it."""

    def check(story: Story) -> Iterator[Finding]:
        for usage in usages(story):
            learnt = weights(usage.language) if usage.has_children and _tells_enough(usage) else None
            if learnt is None:
                continue
            for sentence, likely in weighed(usage):
                if likely < learnt.found or sentence.end - sentence.first < _SHORT:
                    continue
                if not usage.listed.get("retracting", frozenset()).isdisjoint(sentence.words):
                    continue  # whoever said it is told to be sorry for it
                kind = learnt.kind(sentence)
                rule = next(
                    (
                        r
                        for r in rules
                        if r.params["reads_as"] == kind and r.language in (None, usage.language)
                    ),
                    None,
                )
                child = usage.child(sentence.first, sentence.end, "nearby")
                if rule is not None and child is not None:
                    yield _finding(rule, sentence, child, usage, learnt.strongest(sentence, _SHOWN))

    return check


def _finding(rule: Rule, sentence: Sentence, child: Evidence, usage: Usage, words: Sequence[int]) -> Finding:
    span = usage.words.span(sentence.first, sentence.end)
    values = {"text": usage.words.text[span.start : span.end]}
    why = tr("weighed most")
    places = [usage.words.span(i, i + 1) for i in words]
    return finding(rule, span, values, (child, *(Evidence(p.start, p.end, why) for p in places)))


def _tells_enough(usage: Usage) -> bool:
    return len(usage.words) >= _ENOUGH


def weigh(found: Finding, others: Sequence[Finding], story: Story) -> Finding:
    """A finding of a rule that is weighed: a note where the sentences it is in read as ordinary news, and none of
    ``others``, by another rule, is in them: two rules that agree are not outweighed."""
    place = Span(found.start, found.end)
    for usage in usages(story):
        learnt = weights(usage.language) if _tells_enough(usage) else None
        if learnt is None:
            continue
        sentences = ((usage.words.span(s.first, s.end), likely) for s, likely in weighed(usage))
        here = [(span, likely) for span, likely in sentences if span.overlaps(place)]
        if (
            here
            and max(likely for _, likely in here) < learnt.doubtful
            and not any(
                f.rule != found.rule and span.overlaps(Span(f.start, f.end))
                for f in others
                for span, _ in here
            )
        ):
            why = tr("Taken as a whole the sentence reads as ordinary news, so this is only a note.")
            return replace(found, severity="note", advice=f"{found.advice} {why}".strip())
    return found
