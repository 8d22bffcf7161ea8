"""Markdown drafts, parsed by markdown-it-py.

markdown-it gives no positions inside a paragraph. Its block rules only slice, strip and join their input, so
they are handed a `Traced` string; its inline rules push tokens at ``state.pos``, so a rule that matches
nothing but takes that position down runs before them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from ..errors import InputError
from . import directives, frontmatter, html, pictures
from .cues import is_caption
from .model import BlockKind, Draft
from .traced import Mark, Page, Traced

NESTING = 40  #: block quotes and lists inside one another; each level is a few calls deep in the parser

_RETURN = re.compile(r"\r\n?")
_FOOTNOTE = re.compile(r"\[\^([^\]\s\[]{1,100})\]")
_IMAGE_TAG = re.compile(r"<img\b", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)
_ESCAPED = re.compile(r"\\.|&#?\w{1,31};")
_URL = re.compile(r"(?:https?://|www\.)\S+\Z")


def read(source: str, path: str) -> Draft:
    """A Markdown draft (CommonMark with tables, strikethrough and footnotes).

    Raises:
        InputError: broken front matter, or nesting that no draft has.
    """
    lines = _Newlines(source)
    text = Traced.whole(lines.text)
    front = frontmatter.read(text, path)
    page = Page()
    for kind, shown in front.shown:
        page.add(kind, shown)
    reader = _Reader(page, [Mark(name, 0, 0) for name in front.images])
    try:
        reader.read(text.cut(front.end, len(text)))
    except _TooDeep as e:
        line = None if e.offset is None else lines.text.count("\n", 0, e.offset) + 1
        raise InputError(
            f"block quotes or lists stand more than {NESTING} deep in one another; flatten them", path, line
        ) from None
    words, runs, blocks = page.laid_out(lines.to_source)
    draft = Draft(path, words, "markdown", source, runs, blocks, front.metadata)
    images, links = (
        [Mark(m.value, lines.to_source(m.start), lines.to_source(m.end)) for m in marks]
        for marks in (reader.images, reader.links)
    )
    draft = html.linked(pictures.named(draft, images), links)
    return directives.placed(
        draft,
        (replace(c, start=lines.to_source(c.start), end=lines.to_source(c.end)) for c in reader.comments),
    )


class _Newlines:
    r"""A source with every line ended by ``\n``, and the way back."""

    def __init__(self, source: str) -> None:
        self._dropped: list[int] = []  # offsets of line breaks that were two characters
        if "\r" in source:
            for n, match in enumerate(re.finditer("\r\n", source)):
                self._dropped.append(match.start() - n)
            source = _RETURN.sub("\n", source)
        self.text = source

    def to_source(self, offset: int) -> int:
        # a line break itself is written from its \r on
        return offset + bisect_right(self._dropped, offset - 1)


class _TooDeep(Exception):
    def __init__(self, offset: int | None) -> None:
        self.offset = offset


# --- markdown-it, made to keep positions


class _Block(ParserBlock):
    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:
        if src:
            state = _BlockState(src, md, env, outTokens)
            self.tokenize(state, state.line, state.lineMax)
        return outTokens


class _BlockState(StateBlock):
    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:
        # as the original, which ends in "".join and so forgets where the lines came from
        lines: list[str] = []
        for line in range(begin, end):
            first = self.bMarks[line]
            last = self.eMarks[line] + (line + 1 < end or keepLastLF)
            width = 0
            for char in str(self.src[first : min(last, first + indent)]):
                if char == "\t":
                    width += 4 - (width + self.bsCount[line]) % 4
                elif char == " " or first - self.bMarks[line] < self.tShift[line]:
                    width += 1
                else:
                    break
                first += 1
                if width >= indent:
                    break
            lines += [" " * (width - indent), self.src[first:last]]
        return Traced.joined(lines)


class _InlineState(StateInline):
    rule_at = 0  # where the rule that runs now began
    pending_at: int | None = None  # where the text not yet pushed began
    last: tuple[int, Token] | None = None

    def pushPending(self) -> Token:
        token = super().pushPending()
        token.meta["at"] = self.rule_at if self.pending_at is None else self.pending_at
        self.pending_at = None
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        at = self.rule_at
        if self.last is not None and self.last[0] == at:
            # one rule, several tokens: the signs of a run of * or ~~, side by side
            before = self.last[1]
            at = before.meta["at"] + len(before.content)
        token.meta["at"] = at
        self.last = (self.rule_at, token)
        self.pending_at = None
        return token


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _place(src: Traced, tokens: Sequence[Token]) -> None:
    """Give each token's text its place."""
    auto = False
    links: list[tuple[Token, int]] = []
    last = 0  # where the last words end
    for token in tokens:
        at, content = token.meta.get("at", 0), token.content
        if token.type not in ("link_open", "link_close"):
            last = max(last, at + max(len(content), len(token.markup)))
        if token.type == "link_open":
            auto = token.markup == "autolink"
            links.append((token, at))
        elif token.type == "link_close" and links:
            opened, start = links.pop()
            opened.meta["markup"] = src.cut(start, max(last, start + 1))
        elif token.type == "text" and auto:
            token.content = src.cut(at + 1, src.index(">", at))  # as written, not decoded
            auto = False
        elif token.type in ("text", "html_inline"):
            token.content = src.cut(at, at + len(content))
        elif token.type == "text_special":
            if token.info == "entity":
                token.content = src.cut(at, at + len(token.markup)).instead(content)
            else:
                token.content = src.cut(at + len(token.markup) - len(content), at + len(token.markup))
        elif token.type == "code_inline":
            at += len(token.markup)
            if not _stands_at(src, at, content, token.markup):
                at += 1  # one space at each end belongs to the marks
            token.content = _unbroken(src.cut(at, at + len(content)))
        elif token.type == "image":
            token.meta["markup"] = src.cut(at, at + 2 + len(content))
            _place(src.cut(at + 2, at + 2 + len(content)), token.children or ())
            title = token.attrs.get("title")
            if isinstance(title, _Title):
                token.attrs["title"] = src.cut(title.start, title.end).sub(_ESCAPED, unescapeAll)


def _stands_at(src: str, at: int, content: str, mark: str) -> bool:
    end = at + len(content)
    return src.startswith(mark, end) and str(src[at:end]).replace("\n", " ") == content


def _unbroken(text: Traced) -> Traced:
    """A line break inside is a space."""
    return text if "\n" not in text else Traced.joined(_alternate(text))


def _alternate(text: Traced) -> list[str]:
    parts: list[str] = []
    at = 0
    for match in re.finditer(r" *\n *", text):
        parts += [text.cut(at, match.start()), " "]
        at = match.end()
    parts.append(text.cut(at, len(text)))
    return parts


def _take_down(state: StateInline, silent: bool) -> bool:
    if not silent and isinstance(state, _InlineState):
        state.rule_at = state.pos
        if state.pending_at is None:
            state.pending_at = state.pos
    return False


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    match = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if match is None or match.group(1) not in state.env.get("footnotes", ()):
        return False
    if not silent:
        state.push("footnote_mark", "", 0)
    state.pos = match.end()
    return True


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``[^1]: text``, indented lines below belong to it (as in the footnote plugin of markdown-it)."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith("[^", begin):
        return False
    match = _FOOTNOTE.match(state.src, begin, state.eMarks[start])
    if match is None or not state.src.startswith(":", match.end()):
        return False
    if silent:
        return True
    state.env.setdefault("footnotes", set()).add(match.group(1))
    after = match.end() + 1
    pos, maximum = after, state.eMarks[start]
    first = offset = state.sCount[start] + after - begin
    while pos < maximum and state.src[pos] in " \t":
        offset += 4 - offset % 4 if state.src[pos] == "\t" else 1
        pos += 1
    if pos >= maximum:
        state.line = start + 1
        return True
    kept = state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType
    indent = state.blkIndent
    state.push("footnote_open", "", 1)
    state.bMarks[start] = after
    state.tShift[start] = pos - after
    state.sCount[start] = offset - first
    state.blkIndent += 4
    state.parentType = "footnote"
    if state.sCount[start] < state.blkIndent:
        state.sCount[start] += state.blkIndent
    state.md.block.tokenize(state, start, end)
    state.blkIndent = indent
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = kept
    state.push("footnote_close", "", -1)
    return True


def _not_too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.level > 2 * NESTING:
        place = state.src[state.bMarks[start] : state.eMarks[start] + 1]
        raise _TooDeep(place.runs[0].source_start if isinstance(place, Traced) and place.runs else None)
    return False


class _Title(str):
    """A link's title, unescaped, and where it stands in the text that is parsed."""

    start: int
    end: int


class _Helpers:
    """markdown-it's helpers, with titles that know their place."""

    def __init__(self, helpers: Any) -> None:
        self.parseLinkLabel = helpers.parseLinkLabel
        self.parseLinkDestination = helpers.parseLinkDestination
        self._title = helpers.parseLinkTitle

    def parseLinkTitle(self, string: str, start: int, *rest: Any) -> Any:
        result = self._title(string, start, *rest)
        if not result.ok:
            return result
        first, last = start + 1, result.pos - 1
        if not isinstance(string, Traced):  # inline
            title = _Title(result.str)
            title.start, title.end = first, last
            result.str = title
        elif not isinstance(result.str, Traced):  # a definition; escapes have undone the tracing
            continued = len(rest) > 1 and rest[1] is not None
            raw = string.cut(start if continued else first, last)
            result.str = raw.instead(result.str) if continued else raw.sub(_ESCAPED, unescapeAll)
        return result


@lru_cache(maxsize=1)
def _markdown() -> tuple[MarkdownIt, MarkdownIt]:
    """For blocks and for what stands in them. Their nesting is limited apart: blocks to what the parser's
    recursion bears, brackets lower, because each level of them costs a pass over the text."""
    blocks = MarkdownIt()
    blocks.block = _Block()
    blocks.configure("commonmark", {"html": True, "maxNesting": 3 * NESTING}).enable("table")
    blocks.helpers = _Helpers(blocks.helpers)  # type: ignore[assignment]
    blocks.block.ruler.before("table", "not_too_deep", _not_too_deep)
    blocks.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    inline = MarkdownIt()
    inline.inline = _Inline()
    inline.configure("commonmark", {"html": True}).enable("strikethrough")
    inline.helpers = blocks.helpers
    inline.inline.ruler2.disable("fragments_join", True)  # it joins text and forgets where it stood
    inline.inline.ruler.before("text", "take_down", _take_down)
    inline.inline.ruler.before("link", "footnote_mark", _footnote_mark)
    return blocks, inline


# --- tokens -> blocks


class _Reader:
    def __init__(self, page: Page, images: list[Mark]) -> None:
        self.page = page
        self.images = images
        self.links: list[Mark] = []
        self.comments: list[directives.Comment] = []
        self.after_picture = False  # the block before was a picture
        self.has_h1 = False

    def read(self, text: Traced) -> None:
        md, inline = _markdown()
        env: dict[str, Any] = {}
        tokens: list[Token] = []
        md.block.parse(text, md, env, tokens)
        quotes = items = 0
        cell = False
        heading: BlockKind | None = None
        for token in tokens:
            kind = token.type
            if kind == "inline":
                block: BlockKind = (
                    heading
                    or ("quote" if quotes else None)
                    or ("table-cell" if cell else None)
                    or ("list-item" if items else "body")
                )
                content = token.content
                if isinstance(content, Traced):  # a plain one is an empty cell
                    parsed = inline.inline.parse(str(content), inline, env, [])
                    _place(content, parsed)
                    self._inline(block, parsed)
            elif kind == "blockquote_open":
                quotes += 1
            elif kind == "blockquote_close":
                quotes -= 1
            elif kind == "list_item_open":
                items += 1
            elif kind == "list_item_close":
                items -= 1
            elif kind in ("th_open", "td_open"):
                cell = True
            elif kind in ("th_close", "td_close"):
                cell = False
            elif kind == "heading_open":
                heading = "headline" if token.tag == "h1" and not self.has_h1 else "heading"
                self.has_h1 |= token.tag == "h1"
            elif kind == "heading_close":
                heading = None
            elif kind == "html_block" and isinstance(token.content, Traced):
                self._html(token.content)

    def _html(self, fragment: Traced) -> None:
        part = html.fragment(fragment, headline=not self.has_h1)
        for kind, words in part.blocks:
            self.has_h1 |= kind == "headline"
            self.page.add(kind, words)
            self.after_picture = kind == "alt"
        self.after_picture |= bool(part.images) and not any(k in ("body", "caption") for k, _ in part.blocks)
        self.images.extend(part.images)
        self.links.extend(part.links)
        self.comments += part.comments

    def _inline(self, kind: BlockKind, tokens: Sequence[Token]) -> None:
        """One block of running text; the words of its pictures stand before or after it, never in it."""
        parts: list[str] = []
        before: list[tuple[BlockKind, Traced]] = []
        after: list[tuple[BlockKind, Traced]] = []
        pictures = 0
        plain = emphasised = 0  # characters outside and inside emphasis
        depth = 0
        gap = False
        for token in tokens:
            what, content = token.type, token.content
            if what in ("em_open", "strong_open"):
                depth += 1
            elif what in ("em_close", "strong_close"):
                depth -= 1
            elif what in ("text", "text_special", "code_inline"):
                # what stood between two spaces has gone elsewhere
                parts.append(
                    content.lstrip(" ") if gap and parts and parts[-1].endswith((" ", "\n")) else content
                )
                gap = gap and not content
                if depth:
                    emphasised += len(content.strip())
                else:
                    plain += len(content.strip())
            elif what == "softbreak":
                parts.append(" ")
            elif what == "hardbreak":
                parts.append("\n")
            elif what == "link_open":
                self.links.append(Mark.at(str(token.attrs.get("href", "")), token.meta.get("markup", "")))
            elif what == "image":
                (after if any(p.strip() for p in parts) else before).extend(self._image(token))
                pictures += 1
                gap = True
            elif what == "html_inline":
                if _BREAK_TAG.match(content):
                    parts.append("\n")
                elif _IMAGE_TAG.match(content) and isinstance(content, Traced):
                    part = html.fragment(content)
                    self.images.extend(part.images)
                    pictures += len(part.images)
                    (after if any(p.strip() for p in parts) else before).extend(part.blocks)
                elif isinstance(content, Traced) and (said := directives.comment(content)):
                    self.comments.append(said)
        words = Traced.joined(parts).strip()
        follows_picture = bool(pictures) or self.after_picture
        if kind != "headline" and kind != "heading":
            if is_caption(words) or (follows_picture and words and emphasised and not plain):
                kind = "caption"
            elif _URL.match(words):
                kind = "link"
        for b, w in before:
            self.page.add(b, w)
        self.page.add(kind, words)
        for b, w in after:
            self.page.add(b, w)
        self.after_picture = bool(pictures) and (bool(after) or not words)

    def _image(self, token: Token) -> list[tuple[BlockKind, Traced]]:
        """Alternative text, then title."""
        source = token.attrs.get("src")
        if source:
            self.images.append(Mark.at(str(source), token.meta.get("markup", "")))
        found: list[tuple[BlockKind, Traced]] = [("alt", _words(token.children or ()))]
        title = token.attrs.get("title")
        if isinstance(title, Traced):
            found.append(("caption", _unbroken(title)))
        return found


def _words(tokens: Sequence[Token]) -> Traced:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(_words(token.children or ()))
    return Traced.joined(parts)
