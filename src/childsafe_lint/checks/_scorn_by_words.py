"""What a child is called in scorn, whatever the word: told by who calls, where and how.

A short quotation («порожняк», «лишняя ложка») or a noun in the case of a name (кличут саранчой) beside a verb of
mocking; beside a verb of mere naming only where whoever names is hostile. The words are data, see the classes
``taunting``, ``dubbed``, ``voicing`` and the ``scornful`` and ``behind-back`` speakers in usage.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ._words import PLAIN

if TYPE_CHECKING:
    from ..story.parse import Token
    from .usage import Usage

_LONG = 4  # words of a quotation that can be a label
_SHORT = 3  # those that are one beside a verb that mocks, whatever else is told
_BEFORE, _AFTER = 8, 6  # words between a verb and what it calls, before and after it


def called_in_scorn(usage: Usage) -> dict[int, int]:
    """First word -> end of every wording that somebody is called in scorn."""
    taunts = usage.listed.get("taunting")
    framed = {} if taunts is None else dict(_Frames(usage, taunts).found())
    return {**framed, **_mocked(usage)}


def _mocked(usage: Usage) -> dict[int, int]:
    """Beside a verb that mocks whatever else the sentence tells (class ``mocking``): «шөміш» деп мазақтайды."""
    mocking, quoting = usage.listed.get("mocking"), usage.listed.get("quotative", frozenset())
    if mocking is None:
        return {}
    norms, found = usage.words.norms, dict[int, int]()
    quotes = [usage.words.within(q.span) for q in usage.story.quotes]
    short = [(low, high) for low, high in quotes if 0 < high - low <= _SHORT]
    for i in (i for i, norm in enumerate(norms) if norm in mocking):
        opens, closes = usage.words.sentence_words(i)
        said = next((n for n in range(i - 1, max(i - 4, opens), -1) if norms[n] in quoting), 0)
        if said and usage.words.gaps[said] == PLAIN and not usage.is_verb(norms[said - 1]):
            found[said - 1] = said  # unquoted
        follows = closes
        for low, high in reversed(short):
            if opens <= low < closes and (
                (
                    high < closes
                    and norms[high] in quoting
                    and (not usage.is_verb(norms[high - 1]) or i > high)
                )
                or high in (follows, follows - 1)
            ):
                found[low] = high
                follows = low
    return found


class _Frames:
    def __init__(self, usage: Usage, taunts: frozenset[str]) -> None:
        self._usage, self._words, self._taunts = usage, usage.words, taunts
        listed = usage.listed
        self._dubs, self._voices = listed.get("dubbed", frozenset()), listed.get("voicing", frozenset())
        said = self._taunts | self._dubs | self._voices
        self._verbs = frozenset(v for v in said if not usage.is_person_noun(v))  # ата is no imperative
        self._closes = listed.get("quotative") if usage.pro_drop else None
        spans = [usage.words.within(q.span) for q in usage.story.quotes]
        self._quotes = [(a, b) for a, b in spans if b > a]

    def found(self) -> Iterator[tuple[int, int]]:
        norms, words = self._words.norms, self._words
        seen = set[int]()
        begun = [i for i, norm in enumerate(norms) if norm in self._verbs]
        begun += [a for a, b in self._quotes if b - a <= _LONG and self._after_colon(a)]
        for i in begun:
            if words.sentence[i] in seen:
                continue
            seen.add(words.sentence[i])
            yield from self._in_sentence(*words.sentence_words(i))

    def _in_sentence(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        if any(self._words.norms[i] in self._usage.listed.get("fondly", ()) for i in range(low, high)):
            return
        quotes = [(a, b) for a, b in self._quotes if a < high and low < b]
        # what is said at length in quotation marks may itself tell what somebody is called
        inside = {i for a, b in quotes if self._closes is not None or b - a <= _LONG for i in range(a, b)}
        verbs = [i for i in range(low, high) if self._words.norms[i] in self._verbs and i not in inside]
        hostile, quoted = -1, False
        ands, follows = self._usage.listed.get("and", frozenset()), -1
        closing = self._usage.listed.get("closing", frozenset()) | self._usage.listed.get(
            "pointed-at", frozenset()
        )
        for a, b in reversed(quotes):
            if b - a > _LONG or a < low:
                continue
            listed = self._closes is not None and self._listed_after_colon(a, low)
            if self._closes is not None:
                joined = b < high and (b == follows or (self._words.norms[b] in ands and b + 1 == follows))
                if not listed and not joined and (b >= high or self._words.norms[b] not in self._closes):
                    continue
                follows = a
            while b - a > 1 and self._words.norms[b - 1] in closing:
                b -= 1  # "is he not"
            if not self._label(a, b):
                continue
            verb = min(verbs, key=lambda i: (self._rank(i), abs(i - a)), default=None)
            if verb is not None and not self._beside(verb, a, b, inside):
                near = [i for i in verbs if self._beside(i, a, b, inside)]
                verb = min(near, key=self._rank, default=None)
            if verb is None and not self._after_colon(a) and not listed:
                continue
            rank = 2 if verb is None else self._rank(verb)
            if rank == 2 and (listed or self._byname(b, high)):
                rank = 1
            if rank:
                hostile = self._hostility(low, high) if hostile < 0 else hostile
            if rank > max(hostile, 0) or (rank and (self._benign(a, b) or self._speech(verb, b))):
                continue
            if self._deed(b) and rank and not self._jeered(low, high):
                continue  # the police list a boy as one who "has left home"
            if self._words.capital(a) and not self._may_be_capital(a, low, rank):
                continue
            at = a if verb is None or self._closes is not None else verb
            if self._of_child(low, high, at, inside, rank):
                quoted = True
                yield a, b
        if self._closes is not None and not quoted:
            for verb in verbs:
                if self._rank(verb) == 1 and self._usage.spoken_so("scornful", low, high):
                    yield from self._bare(verb, low, inside)
        if self._closes is None and not quoted:
            for verb in verbs:
                if self._rank(verb) == 0 or (
                    self._rank(verb) == 1 and (self._hostility(low, high) if hostile < 0 else hostile) > 0
                ):
                    yield from self._unquoted(verb, low, high, inside)

    def _bare(self, verb: int, low: int, inside: set[int]) -> Iterator[tuple[int, int]]:
        """A single word that somebody is called without quotation marks: оны құл деп шақырады, ұлды жабайы дейді."""
        words, closes = self._words, self._closes or frozenset()
        said = next((i for i in range(verb, max(verb - 3, low), -1) if words.norms[i] in closes), 0)
        at = said - 1
        if at <= low or at in inside or words.gaps[said] != PLAIN or words.capital(at):
            return
        told = self._persons("what-is-called", low if said < verb else max(at - 2, low), at, inside)
        if said == verb and self._usage.belongs(words.norms[at], "we-did"):
            return
        if self._label(at, said) and not self._benign(at, said) and told and told[-1]:
            yield at, said

    def _rank(self, verb: int) -> int:
        """0 for a verb that mocks, 1 for one that names, 2 for one that only says."""
        norm = self._words.norms[verb]
        return 0 if norm in self._taunts else 1 if norm in self._dubs else 2

    def _hostility(self, low: int, high: int) -> int:
        """2 where something is said behind the back of somebody, 1 where those speak who are hostile, or, in a draft
        that tells of harm, who by their office brand somebody; else 0."""
        if self._usage.spoken_so("behind-back", low, high):
            return 2
        if self._usage.spoken_so("scornful", low, high):
            return 1
        ill = self._usage.told("adversity") or self._usage.cue("adversity", low, low, "story")
        return int(ill and self._usage.spoken_so("branding", low, high))

    def _after_colon(self, first: int) -> bool:
        words = self._words
        return first > 0 and ":" in words.text[words.ends[first - 1] : words.starts[first]]

    def _speech(self, verb: int | None, end: int) -> bool:
        """ "«…», – says the pupil": what is only said, in a language where the verb may also name."""
        words = self._words
        if self._closes is None or verb is None or verb < end:
            return False
        return verb == end and any(c in ",–—" for c in words.text[words.ends[end - 1] : words.starts[end]])

    def _byname(self, end: int, high: int) -> bool:
        """ "The word «X» goes about", in a language that says what the word is first."""
        said = self._usage.listed.get("byname", frozenset())
        return self._closes is not None and end + 1 < high and self._words.norms[end + 1] in said

    def _listed_after_colon(self, first: int, low: int) -> bool:
        """Whether a quotation stands in a row after a colon behind a word for what is said: "worse words: «X», «Y»"."""
        while not self._after_colon(first):
            before = next((a for a, b in self._quotes if b in (first, first - 1) and low <= a < first), None)
            if before is None:
                return False
            first = before
        said = self._usage.listed.get("byname", frozenset())
        return any(norm in said for norm in self._words.norms[max(low, first - _BEFORE) : first])

    def _deed(self, end: int) -> bool:
        """Whether a label ends as what somebody has done."""
        return self._closes is not None and self._usage.belongs(self._words.norms[end - 1], "done")

    def _jeered(self, low: int, high: int) -> bool:
        return any(self._usage.spoken_so(how, low, high) for how in ("scornful", "behind-back"))

    def _beside(self, verb: int, first: int, end: int, inside: set[int]) -> bool:
        between = range(verb + 1, first) if verb < first else range(end, verb)
        apart = sum(i not in inside for i in between)
        return apart <= (_BEFORE if verb < first else _AFTER)

    def _may_be_capital(self, first: int, low: int, rank: int) -> bool:
        if self._usage.is_named(first):
            return False
        return rank == 0 or first == low or self._after_colon(first)

    def _benign(self, first: int, end: int) -> bool:
        """Whether the words hold a word for somebody, or for what is no insult. A child told by whose it is, by what it
        has done or by what it lacks is called names all the same: "the child of the dump"."""
        usage, norms = self._usage, self._words.norms
        if self._closes is not None and end - first > 1 and usage.child_noun(norms[end - 1]):
            told = any(usage.belongs(norms[end - 2], kind) for kind in ("owner", "done", "without"))
            if told and not any(self._words.capital(i) for i in range(first + 1, end)):
                end -= 1
        return any(usage.is_person_noun(n) for n in norms[first:end])

    def _label(self, first: int, end: int) -> bool:
        """Whether words can say what somebody is: no verb, no praise, no cry, no word for a person alone."""
        usage, norms = self._usage, self._words.norms
        if any(usage.belongs(norms[i], "no-insult") for i in range(first, end)):
            return False
        if end - first == 1 and usage.is_person_noun(norms[first]):
            return False
        if self._closes is not None:
            lacks = end - first == 1 and usage.belongs(norms[first], "without")  # ends as "you are" does
            kinds = ("will", "first-person", "asks", "if", "orders") + (() if lacks else ("you",))
            finite = (usage.belongs(norms[end - 1], kind) for kind in kinds)
            plain = norms[end - 1] in usage.caseless or (end - first > 1 and self._deed(end))
            return (plain or not usage.is_verb(norms[end - 1])) and not any(finite)
        if end - first == 1 and usage.belongs(norms[first], "named-as"):
            return True  # whatever a tagger takes an unknown word for
        tokens = [self._token(i) for i in range(first, end)]
        if any(t is not None and (_finite(t) or t.pos_ in ("INTJ", "NUM")) for t in tokens):
            return False
        return tokens[0] is None or tokens[0].pos_ not in ("ADP", "PRON", "CCONJ", "SCONJ", "ADV")

    def _of_child(self, low: int, high: int, at: int, inside: set[int], rank: int) -> bool:
        """False where whoever the verb is done to is a grown-up or a thing, as far as cases tell."""
        usage = self._usage
        if self._closes is not None:
            if at in inside and usage.of_its_own(at):
                return False
            named = self._persons("what-is-called", low, high, inside)
            told = named[-1:] or self._persons("oblique", low, high, inside)
            return any(told) if told else not self._thing_before(at, low)
        norms = self._words.norms
        order = sorted((i for i in range(low, high) if i not in inside), key=lambda i: abs(i - at))
        for i in order[:16]:
            token = self._token(i)
            if token is None or token.pos_ not in ("NOUN", "PRON", "PROPN"):
                continue
            case = "".join(token.morph.get("Case", []))
            animate = "Anim" in token.morph.get("Animacy", [])
            thing = rank < 2 and token.pos_ == "NOUN" and case in ("Nom", "Acc") and not animate
            if thing and norms[i] not in self._verbs and not self._governed(i, low):
                return usage.belongs(norms[i], "kith")
            if not (case == "Acc" or (rank == 2 and case == "Dat") or (case == "Gen" and animate and i < at)):
                continue
            if self._governed(i, low):
                continue
            child = usage.person_at(token.idx)
            if child is not None:
                return child
            if token.pos_ == "NOUN" and case == "Acc":
                return usage.belongs(norms[i], "kith")
        return not any(a < high and low < b and self._named_thing(a) for a, b in self._quotes)

    def _persons(self, case: str, low: int, high: int, inside: set[int]) -> list[bool]:
        """Of each person whose word ends so: whether they are a child."""
        usage, words = self._usage, self._words
        there = (i for i in range(low, high) if i not in inside and usage.belongs(words.norms[i], case))
        return [child for i in there if (child := usage.person_at(words.starts[i])) is not None]

    def _thing_before(self, first: int, low: int) -> bool:
        """Whether what is called stands right before its name, in its case, and is nobody known."""
        norm = self._words.norms[first - 1] if first > low else ""
        if norm in self._usage.listed.get("them", ()):
            return False
        return (
            self._usage.belongs(norm, "what-is-called")
            and not self._words.capital(first - 1)
            and not self._usage.belongs(norm, "kith")
        )

    def _named_thing(self, first: int) -> bool:
        """Whether a quotation is the name of something: the club «Росток»."""
        return self._words.capital(first) and self._usage.in_title(first, first + 1)

    def _governed(self, i: int, low: int, by: tuple[str, ...] = ("ADP", "NOUN")) -> bool:
        """Whether a preposition or a noun stands before a word, or before its adjectives."""
        while i > low and self._words.gaps[i] == PLAIN:
            i -= 1
            token = self._token(i)
            if token is None or token.pos_ not in ("ADJ", "DET", "NUM"):
                return token is not None and token.pos_ in by
        return False

    def _unquoted(self, verb: int, low: int, high: int, inside: set[int]) -> Iterator[tuple[int, int]]:
        words = self._words
        if not self._of_child(low, high, verb, inside, self._rank(verb)):
            return
        start = -1
        for i in range(verb + 1, min(verb + _AFTER, high)):
            if words.gaps[i] != PLAIN or i in inside:
                break
            if self._as_name(i, low):
                start = i
                break
        if start < 0:
            back = [i for i in range(verb - 1, max(verb - 5, low - 1), -1) if i not in inside]
            start = next((i for i in back if self._as_name(i, low)), -1)
            while start > low and words.gaps[start] == PLAIN and self._as_name(start - 1, low):
                start -= 1
        while start >= 0:
            end = start + 1
            while end < high and words.gaps[end] == PLAIN and end not in inside and self._as_name(end, low):
                end += 1
            kind = any(self._usage.belongs(words.norms[i], "no-insult") for i in range(start, end))
            if not kind and not (self._rank(verb) and self._benign(start, end)):
                yield start, end
            joined = end < high and words.norms[end] in self._usage.listed.get("and", ())
            start = end + joined if end + joined < high and (joined or words.gaps[end] > PLAIN) else -1
            if start >= 0 and not self._as_name(start, low):
                start = -1

    def _as_name(self, i: int, low: int) -> bool:
        """Whether a word stands in the case in which somebody is called something, bare of a preposition."""
        usage, words = self._usage, self._words
        norm, token = words.norms[i], self._token(i)
        if not usage.belongs(norm, "named-as") or words.capital(i) or token is None:
            return False
        if usage.belongs(norm, "no-name") or token.pos_ not in ("NOUN", "ADJ", "VERB") or _finite(token):
            return False
        case = token.morph.get("Case", [])
        if case and case != ["Ins"] and not (case == ["Gen"] and usage.belongs(norm, "named-too")):
            return False
        return not self._governed(i, low, by=("ADP",))

    def _token(self, i: int) -> Token | None:
        words = self._words
        span = self._usage.story.doc.char_span(words.starts[i], words.ends[i], alignment_mode="expand")
        return None if span is None else span[0]


def _finite(token: Token) -> bool:
    morph = token.morph
    return token.pos_ in ("VERB", "AUX") and bool(
        {"Fin", "Inf", "Conv"} & set(morph.get("VerbForm", [])) or morph.get("Mood", [])
    )
