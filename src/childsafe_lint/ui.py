"""The language in which the program speaks to its user, which need not be that of a draft.

English is written in the code; every other language has a catalogue ``locale/<code>.yaml`` that is read when the
language is chosen. A text without a translation is shown in English; a test holds the catalogues complete.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

#: Languages the program speaks; the first is the one it is written in.
LANGUAGES = ("en", "ru", "kk")

_chosen: ContextVar[str] = ContextVar("ui_language", default="en")
_FOLDER = Path(__file__).parent / "locale"


def language() -> str:
    """The language spoken now, one of LANGUAGES."""
    return _chosen.get()


def speak(code: str) -> None:
    """Speak this language from now on. Raises ValueError for one that is not among LANGUAGES."""
    if code not in LANGUAGES:
        raise ValueError(code)
    _chosen.set(code)


def from_environment(env: Mapping[str, str] | None = None) -> str:
    """The language that the locale asks for (LC_ALL, LC_MESSAGES, LANG: the first that is set), or English."""
    env = os.environ if env is None else env
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if env.get(name):
            code = re.split("[_.@-]", env[name])[0].lower()
            return code if code in LANGUAGES else "en"
    return "en"


@cache
def catalogue(code: str) -> Mapping[str, Any]:
    """``strings`` (English -> translation) and ``counted`` (noun -> its forms) of a language."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: Mapping[str, Any] = yaml.load((_FOLDER / f"{code}.yaml").read_text("utf-8"), Loader=loader)
    return data


@cache
def _patterns(code: str) -> Sequence[tuple[re.Pattern[str], str]]:
    """Translations with gaps, for texts that come with their words filled in: ``“{}”, a child's part``."""
    found = []
    for text, said in catalogue(code)["strings"].items():
        if "{}" in text:
            gaps = re.escape(text).replace(r"'\{\}'", "'((?:(?!', ').)*?)'").replace(r"\{\}", "(.*?)")
            found.append((re.compile(gaps, re.S), said))
    return found


def tr(text: str) -> str:
    """``text``, which is English, in the language spoken now."""
    code = _chosen.get()
    if code == "en" or not text:
        return text
    known = catalogue(code)["strings"].get(text)
    if known is not None:
        return str(known)
    for pattern, said in _patterns(code):
        m = pattern.fullmatch(text)
        if m:
            whole, *others = said.split("{}")
            for part, other in zip(m.groups(), others, strict=True):
                # in quotation marks stand words of the user, the draft or the command line
                whole += (part if whole.rstrip("{").endswith("«") else tr_line(part)) + other
            return whole
    return text


def fill(text: str, *parts: str) -> str:
    """``text`` with its gaps ``{}`` filled in order."""
    for part in parts:
        text = text.replace("{}", part, 1)
    return text


def tr_list(text: str) -> str:
    """A place in a document, part by part: ``table 1, row 2``."""
    return ", ".join(map(tr, text.split(", ")))


def tr_line(text: str) -> str:
    """A message that may have its place in front: ``draft.docx:3: this is a folder``."""
    said, at = tr(text), text.find(": ")
    while said == text and at >= 0:
        rest = text[at + 2 :]
        if tr(rest) != rest:
            said = text[: at + 2] + tr(rest)
        at = text.find(": ", at + 2)
    return said


def counted(n: int, noun: str) -> str:
    """``3 findings``: a number and its noun, by the rules of the language spoken now."""
    code = _chosen.get()
    if code == "en":
        return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
    forms = catalogue(code)["counted"][noun]
    return f"{n} {forms[min(_form(code, n), len(forms) - 1)]}"


def _form(code: str, n: int) -> int:
    """Which form of a noun goes with ``n``: Russian has three, Kazakh one."""
    if code == "ru":
        if n % 10 == 1 and n % 100 != 11:
            return 0
        return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2
    return 0
