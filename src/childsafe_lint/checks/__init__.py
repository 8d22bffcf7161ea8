"""One module for each check type that a rule can name.

A check is built once from all rules of its type, in rulebook order, and then called with every story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
    "clause": "clause",
    "suicide-method": "suicide_method",
    "tone": "tone",
    "metadata": "metadata",
}


def build(check_type: str, rules: Sequence[Rule]) -> Check:
    """The check for ``rules``, all of one type. Raises KeyError for an unknown type."""
    module = import_module(f"{__name__}.{MODULES[check_type]}")
    return module.build(rules)  # type: ignore[no-any-return]
