"""Language knowledge: word lists as YAML, sentence frames as patterns built from them. One folder a language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..errors import InputError

#: Folders with a folder for each language in them; the first that has a language speaks for it.
_ROOTS: list[Path] = [Path(__file__).parent]


def add_folders(folders: Iterable[str | Path]) -> None:
    """Look for languages in these folders too (docs/languages.md)."""
    for folder in map(Path, folders):
        if folder not in _ROOTS:
            _ROOTS.append(folder)
            folder_of.cache_clear()
            known_languages.cache_clear()


@lru_cache(maxsize=64)
def folder_of(language: str) -> Path | None:
    """The folder with a language's data, or None where there is none."""
    return next((r / language for r in _ROOTS if (r / language / "language.yaml").is_file()), None)


@lru_cache(maxsize=1)
def known_languages() -> tuple[str, ...]:
    """Codes of all languages that drafts can be in."""
    return tuple(sorted({p.parent.name for root in _ROOTS for p in root.glob("*/language.yaml")}))


@lru_cache(maxsize=64)
def read_data(language: str, name: str) -> dict[str, Any]:
    """``languages/<language>/<name>.yaml`` as it stands, empty where there is no such file.

    Raises:
        InputError: it is no mapping in YAML.
    """
    path = (folder_of(language) or _ROOTS[0] / language) / f"{name}.yaml"
    if not path.is_file():
        return {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader) or {}
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        raise InputError(
            f"this is not valid YAML ({getattr(e, 'problem', e)})", path, mark.line + 1 if mark else None
        ) from None
    if not isinstance(data, dict):
        raise InputError("a language's data are keys with values, one file a subject", path, 1)
    return data


@lru_cache(maxsize=32)
def load_data(language: str, name: str) -> dict[str, Any]:
    """The word lists of a data file. A list may be written as one string of words split at commas or white space."""
    return {k: _words(v) for k, v in read_data(language, name).items()}


def _words(value: Any) -> Any:
    if isinstance(value, str):
        return [w.strip() for w in value.split(",")] if "," in value else value.split()
    if isinstance(value, dict):
        return {k: _words(v) for k, v in value.items()}
    return value
