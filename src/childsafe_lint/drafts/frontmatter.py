"""The YAML block at the head of a Markdown draft: its values, and those of its words that reach readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from ..errors import InputError
from .model import BlockKind
from .traced import Traced

LIMIT = 65_536  #: characters; more is no front matter, and the YAML reader is slow

#: Keys whose strings a reader gets to see, and as what.
SHOWN: dict[str, BlockKind] = {
    "title": "headline", "headline": "headline", "hed": "headline", "h1": "headline",
    "subtitle": "heading", "subheadline": "heading", "subhead": "heading", "kicker": "heading",
    "description": "body", "summary": "body", "standfirst": "body", "excerpt": "body", "abstract": "body",
    "dek": "body", "deck": "body", "lead": "body", "lede": "body", "intro": "body", "teaser": "body",
    "caption": "caption", "image_caption": "caption", "photo_caption": "caption", "cover_caption": "caption",
    "featured_image_caption": "caption", "hero_caption": "caption",
    "alt": "alt", "image_alt": "alt", "photo_alt": "alt", "alt_text": "alt", "cover_alt": "alt",
    "featured_image_alt": "alt", "hero_alt": "alt",
}  # fmt: skip

#: Keys that name a picture.
_IMAGES = {
    "image", "images", "photo", "photos", "picture", "cover", "thumbnail", "featured_image", "hero_image",
    "banner", "hero", "og_image", "feature_image", "header",
}  # fmt: skip
_IMAGE_SOURCES = ("src", "url", "path", "file", "image", "teaser", "overlay_image")

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"[ \t]*(?:#[^\n]*\n[ \t]*)*[\"']?[\w][\w .-]{0,60}[\"']?[ \t]*:(?:[ \t]|\n|\Z)")


@dataclass
class FrontMatter:
    """``end`` is where the body begins."""

    metadata: dict[str, Any] = field(default_factory=dict)
    shown: list[tuple[BlockKind, Traced]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    end: int = 0


def read(text: Traced, path: str) -> FrontMatter:
    r"""Front matter of a Markdown text (lines ending in ``\n``); an empty one where there is none.

    Raises:
        InputError: it is there but cannot be read; with the line.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter()
    start = opening.end()
    closing = _CLOSING.search(text, start)
    keyed = _KEY.match(text, start) is not None
    if closing is None:
        if keyed:
            raise InputError(
                "the front matter has no end; put a line of three hyphens (---) after it", path, 1
            )
        return FrontMatter()  # a thematic break
    between = text.cut(start, closing.start())
    if between.strip() and not keyed and between.lstrip()[0] not in "-{[&*!#%":
        return FrontMatter()  # prose between two thematic breaks
    if len(between) > LIMIT:
        raise InputError(f"the front matter is longer than {LIMIT // 1024} KB; shorten it", path, 1)
    result = FrontMatter(end=closing.end())
    node, data = _load(between, path)
    if data is None:
        return result
    if not isinstance(data, dict):
        raise InputError("the front matter must be 'key: value' lines; mend it or take it out", path, 2)
    result.metadata = {str(k): v for k, v in data.items()}
    for key, value in _pairs(node):
        name = _norm(key)
        if name in SHOWN:
            result.shown.extend((SHOWN[name], t) for t in _strings(value, between))
        elif name in _IMAGES:
            result.shown.extend(_picture(value, between))
    result.shown.sort(key=lambda s: s[1].runs[0].source_start if s[1].runs else 0)
    for key, value in data.items():
        if _norm(key) in _IMAGES:
            result.images.extend(_sources(value))
    return result


def _norm(key: object) -> str:
    return re.sub(r"[ .-]", "_", str(key).strip().lower())


def _load(between: Traced, path: str) -> tuple[Any, Any]:
    try:
        loader = _loader()(str(between))
        try:
            node = loader.get_single_node()
            return node, None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as e:
        mark = e.problem_mark or e.context_mark
        what = " ".join(str(e.problem or e.context).split())
        hint = "mend it; a value with a colon or a quotation mark in it needs quotes around it"
        raise InputError(
            f"broken front matter: {what}; {hint}", path, None if mark is None else mark.line + 2
        ) from None
    except yaml.reader.ReaderError as e:
        line = between.count("\n", 0, e.position) + 2
        raise InputError(
            "broken front matter: a control character is in it; take it out", path, line
        ) from None
    except RecursionError:
        raise InputError("broken front matter: it is nested too deep; flatten it", path, 1) from None
    except (yaml.YAMLError, ValueError, OverflowError, TypeError) as e:
        raise InputError(f"broken front matter: {' '.join(str(e).split())[:100]}; mend it", path, 1) from None


@lru_cache(maxsize=1)
def _loader() -> type[yaml.SafeLoader]:
    class Loader(yaml.SafeLoader):
        """Safe, without aliases and tags (nobody needs them here, bombs do), and dates stay as written."""

        def compose_node(self, parent: Any, index: Any) -> Any:
            event: Any = self.peek_event()  # type: ignore[no-untyped-call]
            if isinstance(event, yaml.AliasEvent):
                raise _refused("aliases (*name) are not allowed", event)
            if getattr(event, "tag", None) is not None:
                raise _refused("tags (!name) are not allowed", event)
            return super().compose_node(parent, index)

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return Loader


def _refused(what: str, event: Any) -> yaml.MarkedYAMLError:
    return yaml.composer.ComposerError(None, None, what, event.start_mark)


def _pairs(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key.value, value


def _strings(node: Any, between: Traced) -> Iterator[Traced]:
    if isinstance(node, yaml.ScalarNode):
        if node.tag != "tag:yaml.org,2002:null":
            yield _trace(node, between)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _strings(item, between)


def _picture(node: Any, between: Traced) -> Iterator[tuple[BlockKind, Traced]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _picture(item, between)
    for key, value in _pairs(node):
        name = _norm(key)
        kind = SHOWN.get(name)
        if kind is not None:
            kind = kind if kind == "alt" else "caption"
            for text in _strings(value, between):
                yield kind, text


def _sources(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key in _IMAGE_SOURCES:
            if isinstance(value.get(key), str):
                yield value[key]
    elif isinstance(value, list):
        for item in value:
            yield from _sources(item)


_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)


def _trace(node: yaml.ScalarNode, between: Traced) -> Traced:
    """The value of a scalar, each character with its place. Both sides are walked in step: YAML only folds
    white space, doubles quotes and writes escapes."""
    value: str = node.value
    start, end = node.start_mark.index, node.end_mark.index
    style = node.style
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    elif style in ("|", ">"):
        start = between.find("\n", start, end) + 1 or end
    raw = between.cut(start, end)
    if raw == value:
        return raw
    parts: list[str] = []
    at = 0
    i = 0
    while i < len(value):
        if at >= len(raw):
            if value[i:].strip():
                return raw.instead(value)  # never seen; still leads to the right line
            break
        char = value[i]
        if style == '"' and raw[at] == "\\" and (escape := _ESCAPE.match(raw, at)):
            if escape.group()[1] == "\n":  # a line continued
                at = _skip_space(raw, escape.end())
                continue
            parts.append(raw.cut(at, escape.end()).instead(char))
            at = escape.end()
        elif raw[at] == char:
            parts.append(raw.cut(at, at + 1))
            at += 2 if style == "'" and char == "'" else 1
        elif char.isspace():
            parts.append(char)
            at = _skip_space(raw, at)
        elif raw[at].isspace():
            at += 1
            continue
        else:
            return raw.instead(value)
        i += 1
    return Traced.joined(parts)


def _skip_space(raw: str, at: int) -> int:
    while at < len(raw) and raw[at].isspace():
        at += 1
    return at
