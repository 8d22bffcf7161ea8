"""Check type ``suicide-method``: the method or place of a child's suicide or attempt.

The ways of telling it are data, ``suicide_method`` in ``languages/<code>/usage.yaml``; only the phrase is
flagged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ..guidelines.model import Rule
from ..report import Finding
from ..story.model import Evidence, Story
from . import Check
from ._grammar import word_classes
from ._lexicon import lexicon
from ._text import finding
from .pattern import Patterns
from .usage import Usage, usages

_KINDS = ("always", "with_cue", "found", "come_upon")


@cache
def _compiled(language: str) -> tuple[Patterns, Patterns, Patterns, Patterns] | None:
    """Phrases (numbered by ``_KINDS``), what makes a place another one, by itself or where no suicide is told beside
    it, and what speaks of an accident."""
    lex = lexicon(language)
    if lex is None:
        return None
    classes = word_classes(lex)
    phrases, unless, mishap, accident = (Patterns(lex.inflect, classes, quotes=True) for _ in range(4))
    for number, kind in enumerate(_KINDS):
        for pattern in lex.suicide_method.get(kind, ()):
            phrases.add(pattern, number, later=True)
    for patterns, kind in ((unless, "unless"), (mishap, "mishap"), (accident, "accident")):
        for pattern in lex.suicide_method.get(kind, ()):
            patterns.add(pattern, 0, later=True)
    return phrases, unless, mishap, accident


def build(rules: Sequence[Rule]) -> Check:
    """The check for ``rules``; the first that fits the language of a stretch speaks."""

    def check(story: Story) -> Iterator[Finding]:
        for usage in usages(story):
            rule = next((r for r in rules if r.language in (None, usage.language)), None)
            if rule is not None:
                yield from _check(rule, usage)

    return check


def _check(rule: Rule, usage: Usage) -> Iterator[Finding]:
    compiled = _compiled(usage.language)
    words = usage.words
    about = usage.cue("suicide", 0, 0, "story") or any(
        s.kind == "suicide-selfharm" for s in usage.story.situations
    )
    if compiled is None or not len(words):
        return
    phrases, unless, mishap, accident = compiled
    here = usage.classes()
    found = usage.found(phrases)
    kept: list[tuple[int, int]] = []
    for match in sorted(found, key=lambda m: (m.first, -m.end, m.pattern)):
        first, end = match.first, match.end
        if any(a < end and first < b for a, b in kept):
            continue
        if match.pattern and not about:
            continue
        child = _child(match.pattern, first, end, usage)
        if child is None:
            continue
        low, high = words.sentence_words(first)
        if any(m.first < end and first < m.end for m in unless.find(words, low, high, here)):
            continue
        told = match.pattern == 0 or usage.cue("suicide", first, end, "sentence")
        if not told and any(m.first < end and first < m.end for m in mishap.find(words, low, high, here)):
            continue
        if match.pattern and accident.find(words, low, high, here):
            continue
        if usage.mentioned(first, end) or usage.denied(first, end) or usage.in_title(first, end):
            continue
        kept.append((first, end))
        span = words.span(first, end)
        values = {"text": words.text[span.start : span.end]}
        yield finding(rule, span, values, (child,))


def _child(kind: int, first: int, end: int, usage: Usage) -> Evidence | None:
    """The child whose suicide it is, or None where nothing shows that it is a child's, or a suicide."""
    child = usage.subject(first) or usage.next_child(end)
    if child is None and _KINDS[kind] == "found" and usage.unclear_subject(first, nobody=True):
        child = usage.child(first, end, "paragraph")
        if child is None and usage.pro_drop:
            child = usage.child_about(first, end)
    if child is None and (_KINDS[kind] == "come_upon" or usage.told_by("vouched", first, end)):
        child = usage.child(first, end, "paragraph")  # whoever finds or reports it is not whom it is about
    if child is None:
        return None
    if _KINDS[kind] == "with_cue" and not usage.cue("suicide", first, end, "sentence"):
        return None
    return child
