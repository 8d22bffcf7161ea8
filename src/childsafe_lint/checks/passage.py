"""What a finding on framing covers: not the cue alone, but the claim that harms."""

from __future__ import annotations

from typing import Literal

from ._words import APART
from .usage import Usage

#: ``words``: what the pattern matched; ``quoted``: in a quotation its whole sentence; ``claim``: besides, what
#: follows in the sentence, or the next sentence where nothing follows ("There are rumours. He ran away.")
#: ``sentence``: the whole sentence, for languages in which the cue follows the claim
Reach = Literal["words", "quoted", "claim", "sentence"]

_LITTLE = 2  # words after a cue that are no claim yet


def passage(usage: Usage, first: int, end: int, reach: Reach, *, whole: bool = False) -> tuple[int, int]:
    """The words ``(first, end)`` that a finding on words ``first`` to ``end`` is about.

    ``whole``: the words themselves run to the end of their sentence, the claim among them.
    """
    words = usage.words
    if reach == "words":
        return first, end
    low, high = words.sentence_words(first)
    quote = usage.quote(first, end)
    if quote is not None:
        opens, closes = words.within(quote.span)
        return min(first, max(low, opens)), max(end, min(high, closes))
    if reach == "quoted":
        return first, end
    if reach == "sentence":
        return low, max(end, high)
    if (
        not whole
        and high - end <= _LITTLE
        and high < len(words)
        and "\n\n" not in words.text[words.ends[high - 1] : words.starts[high]]
    ):
        high = words.sentence_words(high)[1]
    return (low if words.gaps[first] >= APART else first), max(end, high)
