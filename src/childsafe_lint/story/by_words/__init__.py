"""The reader for languages that come as data: it goes by words, endings and nearness, with the same logic for all.

What a language says, and how, stands in ``languages/<code>/*.yaml`` (docs/languages.md); its pipeline gives tokens
and, where it can, names, parts of speech and cases, each of which is one more witness and none of which is needed.
"""
