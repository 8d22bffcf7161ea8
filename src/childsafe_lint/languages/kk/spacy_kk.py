"""Kazakh for spaCy, which has none: how a text is cut into words. The rules are those of Tatar, which keep
endings after a hyphen («12-сінде») with their number."""

from __future__ import annotations

from spacy.lang.char_classes import ALPHA_LOWER, ALPHA_UPPER
from spacy.lang.tt.punctuation import TOKENIZER_INFIXES
from spacy.language import BaseDefaults, Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.util import registry

_ABBREVIATIONS = "т.б. т.с.с. т.ғ.к. ж. жж. ғ. б.з.д. млн. млрд. тг. обл. ауд."


class KazakhDefaults(BaseDefaults):
    infixes = [  # noqa: RUF012 -- spaCy's way
        *TOKENIZER_INFIXES,
        rf"(?<=[{ALPHA_UPPER}]\.)(?=[{ALPHA_UPPER}][{ALPHA_LOWER}])",  # initials: «А.|Серік»
    ]
    tokenizer_exceptions = {  # noqa: RUF012
        **BaseDefaults.tokenizer_exceptions,
        **{word: [{ORTH: word}] for word in _ABBREVIATIONS.split()},
    }


@registry.languages("kk")
class Kazakh(Language):  # type: ignore[no-untyped-call]
    lang = "kk"
    Defaults = KazakhDefaults
