"""Cyrillic names as they are written in Latin letters, so that "Айдана" and ``aidana.jpg`` are seen to be one."""

from __future__ import annotations

_LETTERS = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_TABLE = str.maketrans(_LETTERS)
#: spellings of one sound: Aydana and Aidana, Qairat and Kairat, Khalida and Halida
_SOUNDS = str.maketrans({"y": "i", "j": "i", "q": "k", "w": "v", "x": "h"})


def latin(word: str) -> str:
    """A lower-case word for comparison across alphabets and spellings; not meant to be read."""
    return word.translate(_TABLE).translate(_SOUNDS).replace("kh", "h").replace("gh", "g").replace("ii", "i")
