"""HTML drafts: the article's text as a browser shows it, with the way back to every character."""

from __future__ import annotations

import html as stdlib_html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from ..spans import Span
from . import directives, pictures
from .cues import is_caption
from .model import Attachment, BlockKind, Draft, Link
from .tags import Comment, Tag, Text, scan
from .traced import Mark, Page, Traced

_VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
])  # fmt: skip
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav",
    "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "ul",
])  # fmt: skip
_SKIPPED = frozenset([
    "script", "style", "nav", "footer", "aside", "template", "noscript", "svg", "head", "iframe",
    "object", "audio", "video", "canvas", "button", "select", "textarea", "datalist", "xmp", "noembed",
    "noframes",
])  # fmt: skip
#: Elements whose end tag may not be left out: where it is, what follows is shown rather than lost.
_PAIRED = _SKIPPED - {"head", "script", "style", "iframe", "xmp", "noembed", "noframes"}
_IN_HEAD = frozenset(
    ["head", "title", "meta", "link", "script", "style", "base", "template", "noscript", "object"]
)
_END_PARAGRAPH = frozenset([
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table",
    "ul",
])  # fmt: skip
#: start tag -> (open elements it ends, elements beyond which it does not look)
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(["li"]), frozenset(["ul", "ol", "menu", "dir"])),
    "dt": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "dd": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "td": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "th": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "tr": (frozenset(["tr", "caption"]), frozenset(["table"])),
    "tbody": (frozenset(["thead", "tbody", "tfoot", "caption"]), frozenset(["table"])),
    "tfoot": (frozenset(["thead", "tbody", "caption"]), frozenset(["table"])),
    "thead": (frozenset(["caption"]), frozenset(["table"])),
    "option": (frozenset(["option"]), frozenset(["select", "datalist"])),
    **dict.fromkeys(_END_PARAGRAPH, (frozenset(["p"]), _BLOCKS - {"p"})),
}
_DEPTH = 100  #: how far up an element that is ended by another is looked for
_SPACE = r" \t\n\r\f"
_SPACES = re.compile(f"[{_SPACE}]+")
_WORD = rf"(?:[^{_SPACE}&]+|&(?!#[0-9]|#[xX][0-9a-fA-F]|[A-Za-z][A-Za-z0-9]))+"
_PIECE = re.compile(
    rf"(?P<space>[{_SPACE}]+)|(?P<entity>&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{{1,31}};?))"
    rf"|(?P<words>{_WORD}(?: {_WORD})*)"
)
_IRREGULAR = re.compile(r"[&\t\n\r\f]|  ")
_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:caption|figcaption|photo-?credit)(?:$|[\s_-])", re.IGNORECASE)
_SITE_NAME = re.compile(r"\s+[|\-–—·•»:]+\s+|\s*[|»]\s*")
_TITLE_CLASS = re.compile(r"(?:^|\s)title(?:$|\s)")  # Google Docs
_COMMENT_MARK = re.compile(r"#cmnt\d+\Z")  # Google Docs: to a comment, from the words it is about
_COMMENT_BACK = re.compile(r"#cmnt_ref\d+\Z")  # ... and back
_DESCRIPTIONS = ("description",)
_URL = re.compile(r"(?:https?://|www\.)\S+\Z")


def read(source: str, path: str) -> Draft:
    """An HTML draft: its title, and the text of ``<article>`` or ``<main>``, else of the page."""
    reader = _Reader(Traced.whole(source))
    reader.run()
    page = Page()
    blocks, images, links = reader.story()
    for block in blocks:
        page.add(block.kind, block.text)
    text, runs, laid_out = page.laid_out()
    attached = [
        Attachment("comment", str(said), f"comment {i}", Span(0, 0))
        for i, said in enumerate(reader.remarks, 1)
    ]
    draft = Draft(path, text, "html", source, runs, laid_out, reader.metadata, attachments=attached)
    draft = linked(pictures.named(draft, images), links)
    return directives.placed(draft, reader.comments)


def linked(draft: Draft, marks: Iterable[Mark]) -> Draft:
    """A draft with its hyperlinks."""
    spans = ((draft.between(m.start, m.end), m.value) for m in marks)
    return replace(draft, links=[Link(span, _target(value)) for span, value in spans if span is not None])


def _target(value: str) -> str:
    """Where a link leads: Google Docs sends every link through a page of its own."""
    if "google." in value[:40] and "/url?" in value:
        return unquote(re.split(r"[?&]q=", value)[-1].split("&")[0])
    return value


@dataclass(frozen=True)
class Fragment:
    """HTML inside another format: its blocks, pictures, links, and its comments to this program."""

    blocks: list[tuple[BlockKind, Traced]]
    images: list[Mark]
    links: list[Mark]
    comments: list[directives.Comment]


def fragment(source: Traced, *, headline: bool = False) -> Fragment:
    """``headline``: its first ``<h1>`` is one."""
    reader = _Reader(source)
    reader.has_h1 = not headline
    reader.run()
    blocks = [(b.kind, b.text) for b in reader.blocks]
    images, links = ([m for _, _, m in found] for found in (reader.images, reader.links))
    return Fragment(blocks, images, links, reader.comments)


@dataclass(slots=True)
class _Region:
    """Where in the page something stands."""

    article: bool = False
    main: bool = False
    form: _Form | None = None

    @property
    def shown(self) -> bool:
        return self.form is None or self.form.holds_story


@dataclass(slots=True, eq=False)
class _Form:
    holds_story: bool = False  # some systems wrap the whole page in a form


@dataclass(slots=True, eq=False)
class _Block:
    kind: BlockKind
    text: Traced
    region: _Region
    title: bool = False  # from the head


@dataclass(slots=True)
class _Open:
    """An open element. ``skip``: its text is not shown; ``caption``: its class says it is one."""

    name: str
    skip: bool = False
    caption: bool = False
    form: _Form | None = None
    link: tuple[str, int] | None = None  # where it leads, and where the words it stands on begin


@dataclass
class _Reader:
    source: Traced
    blocks: list[_Block] = field(default_factory=list)
    images: list[tuple[int, _Region, Mark]] = field(
        default_factory=list
    )  # the number of blocks before, where
    links: list[tuple[int, _Region, Mark]] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    comments: list[directives.Comment] = field(default_factory=list)
    has_h1: bool = False

    def __post_init__(self) -> None:
        self.stack: list[_Open] = []
        self.open: Counter[str] = Counter()  # by name, so that a stray end tag costs nothing
        self.skipping = 0
        self.captions = 0
        self.forms: list[_Form] = []
        self.parts: list[str] = []  # of the block being read
        self.spaced = True  # the block is empty or ends in white space
        self.pictures: list[tuple[BlockKind, Traced]] = []  # words of pictures inside the block
        self.in_title = False
        self.titled = False  # a class says that the block being read is the headline
        self.remark = False  # the block being read is an editor's comment below the text
        self.remarks: list[Traced] = []

    # --- reading

    def run(self) -> None:
        tokens = list(scan(str(self.source)))
        self.unended = _unended(tokens)
        for token in tokens:
            if isinstance(token, Text):
                if not self.skipping or self.in_title:
                    self._text(token)
            elif isinstance(token, Comment):
                said = directives.comment(self.source.cut(token.start, token.end))
                self.comments += [said] if said else []
            elif token.closing:
                self._end(token)
            else:
                self._start(token)
        self._flush()

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS:
            self._flush()
        if self.open["head"] and name not in _IN_HEAD:
            self._pop_to("head")
        if name in _ENDS:
            self._end_open(*_ENDS[name])
        if name == "br":
            self._break()
        elif name == "img":
            if not self.skipping:
                self._image(tag)
        elif name == "meta":
            self._meta(tag)
        elif name == "html" and "lang" in tag.attributes:
            self.metadata.setdefault("lang", str(self._value(tag, "lang")))
        if name in _VOID or (tag.self_closing and name not in ("script", "title")):
            return
        opened = _Open(name)
        if name == "title" and not self.open["svg"] and not self.open["body"]:
            self.in_title = True
        else:
            opened.skip = (name in _SKIPPED and name not in self.unended) or self._hidden(tag)
        if name == "a" and "href" in tag.attributes:
            target = self._value(tag, "href")
            opened.link = str(target).strip(), tag.end
            opened.skip |= _COMMENT_MARK.match(target) is not None
            self.remark |= _COMMENT_BACK.match(target) is not None
            opened.skip |= self.remark and not self.parts
        if name == "form":
            opened.form = _Form()
            self.forms.append(opened.form)
        elif name in ("article", "main", "h1"):
            for form in self.forms:
                form.holds_story = True
        if "class" in tag.attributes and name in ("p", "div", "span", "small", "em"):
            opened.caption = _CAPTION_CLASS.search(self._value(tag, "class")) is not None
            if opened.caption:
                self._flush()
            elif name == "p" and not self.has_h1 and _TITLE_CLASS.search(self._value(tag, "class")):
                self.titled = self.has_h1 = True
        self.stack.append(opened)
        self.open[name] += 1
        self.skipping += opened.skip
        self.captions += opened.caption

    def _end(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS:
            self._flush()
        if name == "br":
            self._break()
        elif not self.open[name]:
            return
        elif name in _BLOCKS or name in _SKIPPED:
            self._pop_to(name)
        else:
            # <b><p>…</b>: only the inline element ends
            for i in range(len(self.stack) - 1, max(len(self.stack) - _DEPTH, 0) - 1, -1):
                if self.stack[i].name == name:
                    self._link(self.stack[i], tag.start)
                    self._close(self.stack.pop(i))
                    break

    def _end_open(self, names: frozenset[str], beyond: frozenset[str]) -> None:
        """End the innermost open element that is one of ``names``, as an end tag left out would have."""
        if not any(self.open[name] for name in names):
            return
        for i in range(len(self.stack) - 1, max(len(self.stack) - _DEPTH, 0) - 1, -1):
            name = self.stack[i].name
            if name in names:
                while len(self.stack) > i:
                    self._close(self.stack.pop())
                return
            if name in beyond:
                return

    def _pop_to(self, name: str) -> None:
        while self.stack:
            closed = self.stack.pop()
            self._close(closed)
            if closed.name == name:
                return

    def _link(self, element: _Open, end: int) -> None:
        if element.link is not None:
            target, start = element.link
            mark = Mark.at(target, self.source.cut(start, end))
            self.links.append((len(self.blocks), self._region(), mark))

    def _close(self, closed: _Open) -> None:
        if closed.name in _BLOCKS or closed.caption:
            self._flush()
        self.open[closed.name] -= 1
        self.skipping -= closed.skip
        self.captions -= closed.caption
        if closed.form is not None:
            self.forms.remove(closed.form)
        if closed.name == "title":
            self.in_title = False

    def _text(self, token: Text) -> None:
        source = self.source
        if self.open["pre"]:
            text = source.cut(token.start, token.end).sub(_ENTITY, stdlib_html.unescape)
            self.parts.append(text)
            self.spaced = False
            return
        if _IRREGULAR.search(source, token.start, token.end) is None:
            start = token.start + (self.spaced and source[token.start] == " ")
            if start < token.end:
                self.parts.append(source.cut(start, token.end))
                self.spaced = source[token.end - 1] == " "
            return
        for match in _PIECE.finditer(source, token.start, token.end):
            start, end = match.span()
            if match.lastgroup == "words":
                self.parts.append(source.cut(start, end))
                self.spaced = False
            elif match.lastgroup == "space":
                self._space(start)
            else:
                decoded = stdlib_html.unescape(match.group())
                if decoded and decoded in " \t\n\r\f":
                    self._space(start)
                elif decoded:
                    words = source.cut(start, end)
                    self.parts.append(words if decoded == match.group() else words.instead(decoded))
                    self.spaced = False

    def _space(self, at: int) -> None:
        if not self.spaced:
            self.parts.append(self.source.cut(at, at + 1) if self.source[at] == " " else " ")
            self.spaced = True

    def _break(self) -> None:
        if self.skipping or not self.parts:
            return
        if self.parts[-1] == "\n":
            self._flush()  # two in a row part two paragraphs
        else:
            self.parts[-1:] = [self.parts[-1].rstrip(" "), "\n"]
            self.spaced = True

    def _flush(self) -> None:
        """End the block being read."""
        parts, pictures = self.parts, self.pictures
        if parts:
            self.parts = []
            self.spaced = True
            text = Traced.joined(parts).strip()
            if text and self.remark:
                self.remarks.append(text)
            elif text:
                kind, title = self._kind(text)
                self.blocks.append(_Block(kind, text, self._region(), title))
            self.remark = False
        if pictures:
            self.pictures = []
            region = self._region()
            self.blocks.extend(_Block(kind, text, region) for kind, text in pictures)

    def _kind(self, text: Traced) -> tuple[BlockKind, bool]:
        is_open = self.open
        if self.in_title:
            return "headline", True
        if is_open["figcaption"] or is_open["caption"] or self.captions:
            return "caption", False
        if self.titled or (is_open["h1"] and not self.has_h1):
            self.titled, self.has_h1 = False, True
            return "headline", False
        if any(is_open[h] for h in ("h1", "h2", "h3", "h4", "h5", "h6")):
            return "heading", False
        if is_caption(text):
            return "caption", False
        if is_open["blockquote"]:
            return "quote", False
        if is_open["td"] or is_open["th"]:
            return "table-cell", False
        if is_open["li"] or is_open["dd"] or is_open["dt"]:
            return "list-item", False
        return ("link" if _URL.match(text) else "body"), False

    def _region(self) -> _Region:
        return _Region(
            self.open["article"] > 0, self.open["main"] > 0, self.forms[-1] if self.forms else None
        )

    # --- attributes

    def _value(self, tag: Tag, name: str) -> Traced:
        start, end = tag.attributes.get(name, (0, 0))
        value = self.source.cut(start, end)
        return value.sub(_ENTITY, stdlib_html.unescape) if "&" in value else value

    def _hidden(self, tag: Tag) -> bool:
        if "hidden" in tag.attributes:
            return self._value(tag, "hidden").lower() != "until-found"
        return "style" in tag.attributes and _HIDDEN_STYLE.search(self._value(tag, "style")) is not None

    def _image(self, tag: Tag) -> None:
        if self._hidden(tag):
            return
        name = str(self._value(tag, "src")).strip()
        if not name or name.startswith("data:"):
            name = str(self._value(tag, "data-src")).strip()
        if name:
            mark = Mark.at(name, self.source.cut(tag.start, tag.end))
            self.images.append((len(self.blocks), self._region(), mark))
        words: list[tuple[BlockKind, Traced]] = []
        for attribute, kind in (("alt", "alt"), ("title", "caption")):
            value = _collapsed(self._value(tag, attribute))
            if value and not any(value == text for _, text in words):
                words.append((kind, value))  # type: ignore[arg-type]
        self.pictures.extend(words)
        if not any(part.strip() for part in self.parts):
            self._flush()

    def _meta(self, tag: Tag) -> None:
        name = str(self._value(tag, "name") or self._value(tag, "property")).strip().lower()
        if not name or "content" not in tag.attributes:
            return
        value = _collapsed(self._value(tag, "content"))
        if name in self.metadata:
            return
        self.metadata[name] = str(value)
        if name in _DESCRIPTIONS and value:
            self.blocks.append(_Block("body", value, _Region(), title=True))

    # --- choosing

    def story(self) -> tuple[list[_Block], list[Mark], list[Mark]]:
        """The blocks, pictures and links of the story, without what else is on the page."""
        title = next((b for b in self.blocks if b.title and b.kind == "headline"), None)
        heading = next((b for b in self.blocks if b.kind == "headline" and not b.title), None)
        if title is not None:
            self.metadata.setdefault("title", str(title.text))
        shown = [(i, b) for i, b in enumerate(self.blocks) if b.region.shown]
        # a headline, standfirst or picture often stands in <main> before the <article>
        first = next((i for i, b in shown if b.region.article), -1)
        main = any(b.region.main for _, b in shown)

        def belongs(place: int, region: _Region) -> bool:
            if not region.shown:
                return False
            if first >= 0:
                return region.article or (region.main and place <= first)
            return region.main or not main

        blocks = [b for i, b in shown if b.title or b is heading or belongs(i, b.region)]
        if (
            title is not None
            and heading in blocks
            and heading is not None
            and _same(title.text, heading.text)
        ):
            blocks.remove(title)
        images = [mark for place, region, mark in self.images if belongs(place, region)]
        links = [mark for place, region, mark in self.links if belongs(place, region)]
        return blocks, images, links


def _unended(tokens: list[Tag | Text | Comment]) -> set[str]:
    """Names of elements that are begun more often than ended."""
    balance: Counter[str] = Counter()
    for token in tokens:
        if isinstance(token, Tag) and token.name in _PAIRED and not token.self_closing:
            balance[token.name] += -1 if token.closing else 1
    return {name for name, count in balance.items() if count > 0}


def _collapsed(text: Traced) -> Traced:
    parts: list[str] = []
    at = 0
    for match in _SPACES.finditer(text):
        if match.group() == " ":
            continue
        parts += [text.cut(at, match.start()), " "]
        at = match.end()
    parts.append(text.cut(at, len(text)))
    return Traced.joined(parts).strip()


def _same(title: str, heading: str) -> bool:
    """Whether a page's title says no more than its headline, but for the site's name."""
    title, heading = " ".join(title.split()).casefold(), " ".join(heading.split()).casefold()
    if title == heading:
        return True
    return title.startswith(heading) and _SITE_NAME.match(title, len(heading)) is not None
