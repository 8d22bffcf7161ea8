"""``re`` for modules with many patterns: each is compiled when it is first used, and one draft uses few of them.

Imported in the place of ``re``; a pattern that cannot be read is told of where it is first used, too.
"""

from __future__ import annotations

import re
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    I,
    M,
    Match,
    Pattern,
    S,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, cast

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "I",
    "M",
    "Match",
    "Pattern",
    "S",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]


def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """``re.compile``, done when the pattern is first used."""
    return cast("Pattern[str]", _Pattern(pattern, flags))


class _Pattern:
    """A pattern in waiting; once compiled, it answers with the very methods of the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _COMPILED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((each, getattr(compiled, each)) for each in _COMPILED)
        return self.__dict__[name]


_COMPILED = frozenset(
    "search match fullmatch finditer findall sub subn split flags groups groupindex".split()
)
