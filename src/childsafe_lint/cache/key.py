"""What a result depends on, as one keyed hash."""

from __future__ import annotations

import hashlib
import hmac
import importlib.metadata
import importlib.util
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path

from .. import __version__, ui
from ..drafts.model import Draft
from ..guidelines.model import Rulebook


class Configuration:
    """Everything but the draft that a result depends on: this program to the last file, the language models,
    the rules and settings.

    Args:
        secret: of the user; empty where there is none, and then nothing is ever found again.
    """

    def __init__(
        self, secret: bytes, rulebook: Rulebook, pipelines: Mapping[str, str], language: str | None
    ) -> None:
        self._secret = secret or None
        from ..story.nlp import SHIPPED

        names = {**SHIPPED, **pipelines}
        models = [(code, name, _model(name)) for code, name in sorted(names.items())]
        parts = repr((_program(), _libraries(), models, _rules(rulebook), language, ui.language()))
        self._digest = hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()

    def key(self, draft: Draft) -> str | None:
        """64 hexadecimal digits; None where no secret can be kept."""
        if self._secret is None:
            return None
        today = date.today()
        # ages go by the year; what people have written down about a draft may expire on a day
        day = today if draft.exemptions or draft.answers else today.year
        said = repr((self._digest, day, draft)).encode("utf-8", "surrogatepass")
        return hmac.new(self._secret, said, hashlib.sha256).hexdigest()


def program_files() -> list[Path]:
    """The files of this package, rules excepted, in a fixed order."""
    home = Path(__file__).resolve().parents[1]
    return sorted(
        p
        for p in home.rglob("*")
        if p.suffix != ".pyc" and p.is_file() and p.relative_to(home).parts[0] != "rules"
    )


@cache
def _program() -> str:
    digest = hashlib.sha256(f"{__version__} {sys.version_info[:3]}".encode())
    for path in program_files():
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@cache
def _libraries() -> list[tuple[str, str]]:
    """Versions of what reads a language."""
    found = []
    for name in ("spacy", "thinc", "numpy", *_declared()):
        try:
            found.append((name, importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def _declared() -> Iterator[str]:
    import re

    try:
        required = importlib.metadata.requires("childsafe-lint") or ()
    except importlib.metadata.PackageNotFoundError:  # run from its source
        return
    for requirement in required:
        if match := re.match(r"[\w.-]+", requirement):
            yield match[0]


@cache
def _model(name: str) -> list[tuple[str, int, str]]:
    """The files of a pipeline: name, size in bytes, and of its description the content."""
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    home = Path(spec.origin).parent if spec and spec.origin else Path(name)
    return [
        (
            p.relative_to(home).as_posix(),
            p.stat().st_size,
            hashlib.sha256(p.read_bytes()).hexdigest() if p.name == "meta.json" else "",
        )
        for p in sorted(home.rglob("*"))
        if p.suffix != ".pyc" and p.is_file()
    ]


def _rules(rulebook: Rulebook) -> list[object]:
    values = (getattr(rulebook, f.name) for f in fields(rulebook))
    return [sorted(v) if isinstance(v, frozenset) else v for v in values]
