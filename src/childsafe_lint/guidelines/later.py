"""Long word lists of rule files, read when they are asked for.

Most of the shipped rules are lists of terms and phrases, and most of what the program does needs none of them, or
those of one language. So the lists are cut out of the text by their indentation, with as many empty lines in their
place, before the rest is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

#: a key on a line of its own, and the lines that are further in, or items of a list just below it
_LIST = re.compile(
    r"^(?P<indent>[ ]+)(?P<key>terms|phrases|statements):[^\S\n]*\n"
    r"(?P<items>(?:(?P=indent)(?:[ ]|-[ ]|#).*\n|[^\S\n]*\n)+)",
    re.M,
)


def without_lists(text: str) -> tuple[str, dict[int, str]]:
    """``text`` with nothing in place of its lists, and each list by the 1-based line of its key. A list's text begins
    with empty lines, so that its lines have the numbers they have in the file."""
    lists: dict[int, str] = {}
    kept: list[str] = []
    last = line = 0
    for m in _LIST.finditer(text):
        line += text.count("\n", last, m.start("items"))
        lists[line] = "\n" * line + m["items"]
        lines = m["items"].count("\n")
        kept += [text[last : m.start("items")], "\n" * lines]
        last = m.end()
        line += lines
    return "".join([*kept, text[last:]]), lists


@dataclass(frozen=True)
class Later:
    """A list that has not been read yet: its text, and how it is read."""

    text: str
    read: Callable[[str], list[Any]]

    def __repr__(self) -> str:
        return f"Later({self.text!r})"

    @cached_property
    def entries(self) -> list[Any]:
        return self.read(self.text)


class Params(Mapping[str, Any]):
    """The ``params`` of a rule, some of whose values are read when they are asked for. Equal to a mapping that has
    them all; ``repr`` reads nothing."""

    def __init__(self, values: Mapping[str, Any | Later]) -> None:
        self._values = values

    @property
    def unread(self) -> dict[str, Any | Later]:
        """The values as they are, nothing read."""
        return dict(self._values)

    def __getitem__(self, key: str) -> Any:
        value = self._values[key]
        return value.entries if isinstance(value, Later) else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Params({self._values!r})"
