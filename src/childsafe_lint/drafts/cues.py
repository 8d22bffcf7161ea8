"""Words that give a paragraph's part in a draft away, per language. Data only."""

from __future__ import annotations

import re

#: Openings of a line under a picture, with ``:`` or ``|`` after them ("Picture this" is prose).
CAPTION_WITH_COLON: dict[str, tuple[str, ...]] = {
    "en": (
        "photo", "photos", "photo caption", "photo credit", "file photo", "photograph", "photographs",
        "picture", "pictures", "pictured", "pic", "caption", "image", "images", "above", "below",
        "in the photo", "in the picture", "illustration", "screenshot", "video", "credit",
    ),
    "ru": (
        "фото", "на фото", "на снимке", "снимок", "фотография", "подпись", "подпись к фото",
        "подпись под фото", "иллюстрация", "изображение", "скриншот", "видео", "архивное фото", "кадр",
    ),
    "kk": ("сурет", "суретте", "фото", "фотода", "фотосурет", "суреттегі", "бейне", "видео", "иллюстрация"),
}  # fmt: skip

#: Openings that need no colon.
CAPTION_OPENINGS: dict[str, tuple[str, ...]] = {
    "en": (
        "photo by", "photos by", "photograph by", "photographs by", "picture by", "pictures by", "image by",
        "photo courtesy of", "pictured with", "pictured above", "pictured below", "pictured left",
        "pictured right", "pictured here", "our picture shows", "our photo shows", "the picture shows",
        "the photo shows",
    ),
    "ru": ("на фото", "на снимке", "на фотографии"),
    "kk": ("суретте",),
}  # fmt: skip

#: Openings of the line that names the writer; such a short line is no heading.
BYLINE_OPENINGS: dict[str, tuple[str, ...]] = {
    "en": (
        "by", "text by", "words by", "words and pictures by", "story by", "report by", "reporting by",
        "pictures by", "our correspondent", "from our correspondent", "staff reporter",
    ),
    "ru": ("автор", "текст", "корреспондент"),
    "kk": ("авторы", "мәтін", "тілші"),
}  # fmt: skip

#: A credit in brackets at the end of a paragraph makes it a caption: "(Image: Liverpool Echo)".
CREDIT_WORDS: dict[str, tuple[str, ...]] = {
    "en": ("photo", "photos", "photograph", "picture", "pictures", "pic", "image", "images", "credit"),
    "ru": ("фото", "снимок", "иллюстрация"),
    "kk": ("фото", "сурет"),
}


def _any(data: dict[str, tuple[str, ...]]) -> str:
    words = sorted({w for group in data.values() for w in group}, key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"[ \t]+") for w in words)


_CAPTION = re.compile(
    rf"[\[(*_]*(?:(?:{_any(CAPTION_WITH_COLON)})(?:[ \t]+\d{{1,3}}|[ \t]*\([^()\n]{{1,30}}\))?[ \t]*[:|]"
    rf"|(?:{_any(CAPTION_OPENINGS)})\b|(?:fig|рис)\.[ \t]*\d|figure[ \t]+\d+[.:])",
    re.IGNORECASE,
)
_CREDIT = re.compile(rf"[(\[](?:{_any(CREDIT_WORDS)})[ \t]*[:/|][^()\[\]\n]{{1,60}}[)\]]\Z", re.IGNORECASE)
_BYLINE = re.compile(rf"(?:{_any(BYLINE_OPENINGS)})\b", re.IGNORECASE)


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph reads as the line under a picture does ("Photo: …", "… (Image: agency)")."""
    return _CAPTION.match(paragraph) is not None or (
        len(paragraph) <= 400
        and paragraph.endswith((")", "]"))
        and _CREDIT.search(paragraph, max(len(paragraph) - 80, 0)) is not None
    )


def is_byline(line: str) -> bool:
    """Whether a short line names the writer ("By Jane Roe")."""
    return _BYLINE.match(line) is not None
