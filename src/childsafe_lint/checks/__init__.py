"""One module for each check type that a rule can name.

A check is built once from all rules of its type, in rulebook order, and then called with every story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module

from ..guidelines.model import Rule
from ..report import Finding
from ..story.model import Story

Check = Callable[[Story], Iterator[Finding]]

#: Check types that speak last, of what people have written down; see exceptions.py and consent.py.
LAST = ("exception", "consent")

#: check type -> module in this package; each has ``build(rules) -> Check``
MODULES = {
    "named-child": "named_child",
    "identifying-detail": "identifying_detail",
    "jigsaw": "jigsaw",
    "term": "term",
    "phrase": "phrase",
    "suicide-method": "suicide_method",
    "metadata": "metadata",
}


def build(check_type: str, rules: Sequence[Rule]) -> Check:
    """The check for ``rules``, all of one type. Raises KeyError for an unknown type."""
    module = import_module(f"{__name__}.{MODULES[check_type]}")
    check: Check = module.build(rules)
    return _in_each_language(check) if check_type in _OF_WORDS else check


#: check types that go by the words of a language
_OF_WORDS = ("term", "phrase", "suicide-method")


def _in_each_language(check: Check) -> Check:
    """The check, run for every language of a mixed draft, each time on the stretches in that language."""

    def run(story: Story) -> Iterator[Finding]:
        if not story.parts:
            yield from check(story)
            return
        for code in story.languages:
            for finding in check(replace(story, language=code)):
                if story.language_at(finding.start) == code:
                    yield finding

    return run
