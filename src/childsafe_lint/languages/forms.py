"""All forms of a word, for languages in which words change: what ``~word`` and the words of terms stand for.

``inflection`` in ``languages/<code>/usage.yaml`` names the way; a language without one writes its forms out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from ..errors import InputError

Forms = Callable[[str], Iterable[str]]


def forms_by(way: str) -> Forms:
    """The function that lists the forms of a word, itself included; it may over-generate.

    Raises:
        InputError: an unknown way, or (when first called) a package that is not installed.
    """
    if way not in _WAYS:
        raise InputError(f"unknown inflection '{way}' (known: {', '.join(_WAYS)})")
    return _WAYS[way]


def plural_by(way: str) -> Forms:
    """Like ``forms_by``, but only the plural in no case."""
    return kazakh_plural if way == "kazakh" else lambda word: ()


def caseless_by(way: str) -> Forms:
    """Like ``forms_by``, but only the forms of a noun in no case, where its endings tell them."""
    return kazakh_caseless if way == "kazakh" else lambda word: ()


# Russian

#: prepositions before a cluster of consonants
_LONGER = {"с": ("со",), "в": ("во",), "к": ("ко",), "о": ("об", "обо")}
_PARTICIPLES = ("PRTF", "PRTS")


@cache
def _analyzer() -> Any:
    try:
        import pymorphy3  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        raise InputError(
            "Russian word forms need the package pymorphy3: pip install 'childsafe-lint[ru]'"
        ) from None
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def russian(word: str) -> frozenset[str]:
    """Every form of a Russian word, by its lexeme in the dictionary or, for an unknown word, by analogy.

    A participle brings its own forms, not those of its verb: "an abused girl" is not "abused a girl".
    """
    if len(word) < 3 or not word.isalpha():
        return frozenset((word, *_LONGER.get(word, ())))
    parses = _analyzer().parse(word)
    best = parses[0].score
    found = {word}
    for parse in parses:
        if parse.score < 0.1 * best or parse.score < 0.02:
            continue
        pos = parse.tag.POS
        for form in parse.lexeme:
            if pos in _PARTICIPLES and not (
                form.tag.POS in _PARTICIPLES
                and form.tag.tense == parse.tag.tense
                and form.tag.voice == parse.tag.voice
            ):
                continue
            found.add(form.word)
    return frozenset(found)


# Kazakh

_BACK, _FRONT = "аоұыяю", "әөүіеэ"
_NEUTRAL = "иуё"  # take the harmony of the word around them, in loans either
_VOICELESS = "пткқсшщчцхфһбвгд"
_SOFTENED = {"п": "б", "к": "г", "қ": "ғ"}


@cache
def kazakh(word: str) -> frozenset[str]:
    """Every form of a Kazakh word in Cyrillic: number, possession and case of nouns, and for a verb named by
    its -у form (жасау) its tenses, participles, converbs and negation.
    """
    if len(word) < 2 or not word.isalpha():
        return frozenset((word,))
    found = {word}
    for front in _harmonies(word):
        for stem in _stems(word):
            found |= _noun(stem, front)
        if word.endswith("у") and len(word) > 2:
            found |= _verb(word, front)
    return frozenset(found)


def kazakh_plural(word: str) -> frozenset[str]:
    """The plural of a Kazakh noun, in both harmonies where the word does not tell."""
    if len(word) < 2 or not word.isalpha():
        return frozenset()
    return frozenset(stem + _plural(stem, f) for f in _harmonies(word) for stem in _stems(word))


def kazakh_caseless(word: str) -> frozenset[str]:
    """A Kazakh noun in no case: alone, in the plural, and as somebody's. Some of these look like a case of another
    word (тұрғыны, its dweller)."""
    if len(word) < 2 or not word.isalpha():
        return frozenset((word,))
    numbers = (
        (n, front)
        for front in _harmonies(word)
        for n in (word, *(stem + _plural(stem, front) for stem in _stems(word)))
    )
    return frozenset(f for n, front in numbers for f in (n, *(owned for owned, _ in _possessed(n, front))))


def _stems(word: str) -> tuple[str, ...]:
    """A loan in -ст or -зд drops its last letter before most endings: журналист, журналистер, журналиске."""
    return (word, word[:-1]) if word.endswith(("ст", "зд")) and len(word) > 4 else (word,)


def _harmonies(word: str) -> tuple[bool, ...]:
    """Front vowels in the endings, back ones, or both where the word does not tell."""
    vowels = [c for c in word if c in _BACK + _FRONT + _NEUTRAL]
    clear = [c for c in vowels if c not in _NEUTRAL]
    if not clear:
        return (True, False)
    front = clear[-1] in _FRONT
    told = word.endswith("у") or (vowels[-1] not in _NEUTRAL and not word.endswith("ь"))
    return (front,) if told else (front, not front)


def _noun(stem: str, front: bool) -> set[str]:
    found: set[str] = set()
    for number in (stem, stem + _plural(stem, front)):
        found.add(number + ("сің" if front else "сың"))  # "you are one"
        for owned, third in ((number, False), *_possessed(number, front)):
            cases = _cases(owned, front, third)
            found.update((owned, *cases))
    return found


def _plural(stem: str, front: bool) -> str:
    last = stem[-1]
    first = "т" if last in _VOICELESS else "л" if _vowel(last) or last in "йру" else "д"
    return first + ("ер" if front else "ар")


def _possessed(stem: str, front: bool) -> Iterable[tuple[str, bool]]:
    """The stem with whose it is, and whether that is the third person, whose cases differ."""
    if _vowel(stem[-1]) and stem[-1] not in "иу":
        mine, third = "м", "сі" if front else "сы"
        link, base = "", stem
    else:
        link = "і" if front else "ы"
        mine, third = "м", link
        base = stem[:-1] + _SOFTENED.get(stem[-1], stem[-1])
    many = "із" if front else "ыз"
    for ending in (mine, "ң", mine + many, "ң" + many):
        yield base + link + ending, False
    yield base + third, True


def _cases(stem: str, front: bool, third: bool) -> list[str]:
    a, y = ("е", "і") if front else ("а", "ы")
    last = stem[-1]
    hard = last in _VOICELESS
    nasal = _vowel(last) or last in "мнң"
    glide = last in "иу"  # and "й" or "в" to the ear: сәбидің, оқуды, though some write the other
    if third:
        plain = [f"н{y}ң", f"н{a}", "н", f"нд{a}", f"н{a}н", "мен", f"нд{a}" + ("гі" if front else "ғы")]
    else:
        give = ("к" if front else "қ") if hard else ("г" if front else "ғ")
        d = "т" if hard else "д"
        plain = [
            ("н" if nasal else d) + y + "ң",
            give + a,
            ("н" if _vowel(last) else d) + y,
            d + a,
            ("н" if last in "мнң" else d) + a + "н",
            ("п" if hard else "б" if last in "зж" else "м") + "ен",
            d + a + ("гі" if front else "ғы"),
            a if last in "мң" else "",
            *((f"д{y}ң", f"д{y}") if glide else ()),
        ]
    return [stem + ending for ending in plain]


def _verb(word: str, front: bool) -> set[str]:
    """Forms of the verb whose -у form is ``word``."""
    stem = word[:-1]
    a, y = ("е", "і") if front else ("а", "ы")
    stems = {stem}
    if stem[-1] in "бгғ":  # шығу, but шықты
        stems.add(stem[:-1] + {"б": "п", "г": "к", "ғ": "қ"}[stem[-1]])
    elif not _vowel(stem[-1]):  # оқу: оқы-, жүру: жүр-
        stems.add(stem + y)
    if stem.endswith("й"):  # жинау, қою
        stems.add(stem)
    found: set[str] = set()
    for s in stems:
        vowel, hard = _vowel(s[-1]), s[-1] in _VOICELESS
        d = "т" if hard else "д"
        g = ("к" if front else "қ") if hard else ("г" if front else "ғ")
        m = "п" if hard else "б" if s[-1] in "зжмнң" else "м"
        no = s + m + a
        done = s + g + a + "н"
        past = s + d + y
        present = s + ("й" if vowel else a)
        found |= {
            s, past, past + "м", past + "ң", past + ("к" if front else "қ"), s + ("п" if vowel else y + "п"),
            s + "с" + a, s + "с" + a + "м", present + "д" + y, present + "т" + y + "н", present,
            s + "м" + a + ("к" if front else "қ"), s + ("с" if vowel else y + "с") + y + "н", done,
            no + "й", no + "д" + y, no + "йд" + y, no + "с", no + "у", no + "п", no + ("ген" if front else "ған"),
            s + ("п" if vowel else y + "п") + "т" + y, no + "пт" + y, no + "с" + a, s + ("р" if vowel else a + "р"),
            s + "с" + y + "н", no + "с" + y + "н",
        }  # fmt: skip
        for participle in (
            done,
            no + ("ген" if front else "ған"),
            present + "т" + y + "н",
            no + "йт" + y + "н",
        ):
            found |= _noun(participle, front)
    return found


def _vowel(letter: str) -> bool:
    return letter in _BACK + _FRONT + _NEUTRAL


_WAYS: dict[str, Forms] = {"russian": russian, "kazakh": kazakh}
