"""Patterns compiled when they are first used."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import childsafe_lint
from childsafe_lint import lazy_re, seek
from childsafe_lint.story import lean_spacy

lean_spacy.import_spacy()


def in_use() -> list[tuple[str, str, int]]:
    """Every pattern that a module names, and its flags."""
    waiting = type(lazy_re.compile(""))
    found = []
    for about in pkgutil.walk_packages(childsafe_lint.__path__, "childsafe_lint."):
        if about.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(about.name)).items():
            for one in value if isinstance(value, tuple | list) else [value]:
                if isinstance(one, waiting | seek.Seeker):
                    found.append((f"{about.name}.{name}", one.pattern, one._flags))
    return found


def test_every_pattern_in_use_can_be_read() -> None:
    found = in_use()
    assert len(found) > 400
    for name, pattern, flags in found:
        try:
            re.compile(pattern, flags)
        except re.error as e:
            pytest.fail(f"{name}: {e}")


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    wrong = lazy_re.compile("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("a")
    with pytest.raises(AttributeError):
        wrong.nothing  # noqa: B018


def test_it_answers_as_re_does() -> None:
    one, other = lazy_re.compile(r"(?P<a>b)c", re.I), re.compile(r"(?P<a>b)c", re.I)
    text = "xBCbc"
    assert one.flags == other.flags
    assert dict(one.groupindex) == dict(other.groupindex) == {"a": 1}
    assert [m.span() for m in one.finditer(text, 1)] == [m.span() for m in other.finditer(text, 1)]
    assert one.match(text) is None
    assert one.match(text, 1)["a"] == "B"  # type: ignore[index]
    assert one.fullmatch("bc")
    assert one.findall(text) == ["B", "b"]
    assert one.sub(r"<\g<a>>", text) == "x<B><b>"
    assert one.split(text) == other.split(text)
