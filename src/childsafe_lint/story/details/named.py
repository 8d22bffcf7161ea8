"""Names of schools, homes, small places, institutions and parents' places of work.

One pass gathers the capitalised phrases of the draft; each is then judged by the words in it and around it,
one kind after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ... import lazy_re as re
from ..model import Detail
from .homes import Homes
from .institutions import Institutions
from .judge import Judge
from .localities import Localities
from .phrases import Phrase, read
from .scene import Scene
from .schools import Schools
from .work import Work

#: "Child N": nobody's place or school, but what a court calls somebody
_LETTERED = re.compile(
    r"(?:Child|Girl|Boy|Baby|Student|Pupil|Minor|Victim|Witness|Patient|Complainant|Juvenile|Mother|Father|Person)\s[A-Z0-9]"
)


def phrases(scene: Scene) -> list[Phrase]:
    """The capitalised phrases that may be names of places."""
    judge = Judge(scene)
    return [_after_person(judge, p) for p in read(scene) if not _LETTERED.fullmatch(p.text)]


def find(scene: Scene, phrases: Sequence[Phrase]) -> Iterator[Detail]:
    judge = Judge(scene)
    schools, homes, work, institutions = Schools(scene), Homes(scene), Work(scene), Institutions(scene)
    found: list[Detail] = []
    places: list[Phrase] = []
    doubtful: list[Phrase] = []
    for p in phrases:
        typed = len(p.words) > 1 and p.words[-1] in judge.place_small
        named = (
            schools.judge(p) or homes.judge(p) or work.judge(p) or (None if typed else institutions.judge(p))
        )
        if named is not None:
            found.append(named)
        else:
            (doubtful if judge.is_person(p) else places).append(p)
    for kind in (institutions, homes, schools, work):
        found += kind.others()
    localities = Localities(scene)
    found += localities.find(places, doubtful)
    yield from found
    yield from localities.beside(found, sorted(places + doubtful, key=lambda p: p.start))


def _after_person(judge: Judge, p: Phrase) -> Phrase:
    """ "Nkawie Dispensary" of "Grace Otoo of Nkawie Dispensary"."""
    if "of" not in p.words[1:-1]:
        return p
    for _, end in judge.named_in(p):
        if judge.text[end : end + 4] == " of " and end + 4 < p.end:
            words = p.words[p.words.index("of") + 1 :]
            return Phrase(end + 4, p.end, words, judge.text[end + 4 : p.end])
    return p
