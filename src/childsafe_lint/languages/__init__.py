"""Language knowledge: word lists as YAML, sentence frames as patterns built from them. One folder a language."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml


@lru_cache(maxsize=32)
def load_data(language: str, name: str) -> dict[str, Any]:
    """The word lists ``languages/<language>/<name>.yaml``. A list may be written as one string of words split at
    commas or white space."""
    path = Path(__file__).parent / language / f"{name}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return {k: _words(v) for k, v in data.items()}


def _words(value: Any) -> Any:
    if isinstance(value, str):
        return [w.strip() for w in value.split(",")] if "," in value else value.split()
    if isinstance(value, dict):
        return {k: _words(v) for k, v in value.items()}
    return value
