"""Which names are of places too big to point at a family."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=4)
def _known(language: str) -> frozenset[str]:
    path = Path(__file__).parents[2] / "languages" / language / "places.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=4096)
def is_big(name: str, language: str = "en") -> bool:
    """Whether ``name`` is a city of 24 000 people, a country or a region (GeoNames, see places.txt)."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ı", "i"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower().strip(" .'")
    known = _known(language)
    return plain in known or plain.removesuffix("'s") in known or plain.removeprefix("the ") in known
