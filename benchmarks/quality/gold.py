"""The gold drafts and behavioural suites: marked-up text -> plain text and marks (tests/corpus/README.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "corpus"

_MARK = re.compile(r"⟦(\??)([a-z-]+)(?::([a-z-]+))?\|([^⟦⟧|]+)⟧")
_FILE = re.compile(r"---\n(.*?)\n---\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class Mark:
    """What an editor would expect flagged: ``text[start:end]`` (code points). Optional: fine either way."""

    start: int
    end: int
    label: str
    sub: str
    optional: bool


@dataclass(frozen=True)
class Gold:
    """A gold draft, or one snippet of a suite (then ``meta`` holds its capability, kind and label)."""

    id: str
    set: str
    text: str
    marks: tuple[Mark, ...]
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> int:
        return len(self.text.split())


def strip(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Marked-up text -> plain text and its marks. Raises ValueError where the mark-up is broken."""
    text, marks, at = "", [], 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        start = len(text)
        text += m.group(4)
        marks.append(Mark(start, len(text), m.group(2), m.group(3) or "", bool(m.group(1))))
        at = m.end()
    text += marked[at:]
    if "⟦" in text or "⟧" in text:
        raise ValueError(f"broken mark-up near {text[max(0, text.find('⟦')) :][:40]!r}")
    return text, tuple(
        replace(m, sub=shape(text, m.start, m.end)) if m.label == "minor-name" else m for m in marks
    )


def shape(text: str, start: int, end: int) -> str:
    """How a name stands there, to sort the marks and findings of the one label without subtypes."""
    if "\n" not in text[:start].strip("\n") and "\n\n" in text:
        return "in headline"
    return "whole name" if " " in text[start:end].strip() else "single name"


def read_set(folder: Path) -> list[Gold]:
    """The drafts of one set, by file name. Raises ValueError for a file that is no gold draft."""
    drafts = []
    for path in sorted(folder.glob("*.gold.txt")):
        found = _FILE.match(path.read_text(encoding="utf-8"))
        if not found:
            raise ValueError(f"{path}: no front matter")
        text, marks = strip(found.group(2).strip("\n") + "\n")
        drafts.append(
            Gold(
                path.name.removesuffix(".gold.txt"), folder.name, text, marks, yaml.safe_load(found.group(1))
            )
        )
    return drafts


def read_suite(path: Path) -> list[Gold]:
    """The snippets of a behavioural suite, each variant of an invariance case on its own."""
    rows: list[Gold] = []
    for block in yaml.safe_load(path.read_text(encoding="utf-8")):
        meta = {k: block[k] for k in ("capability", "kind", "label")}
        for case in block["cases"]:
            for variant in case if isinstance(case, list) else [case]:
                text, marks = strip(variant["text"] if isinstance(variant, dict) else variant)
                rows.append(Gold(f"{path.stem}-{len(rows):04}", path.stem, text, marks, meta))
    return rows
