"""What must hold for every draft: each character leads back to its place, nothing is lost or doubled."""

from __future__ import annotations

import html as stdlib_html
import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from childsafe_lint.drafts import Draft, from_text
from childsafe_lint.errors import InputError

quick = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


_SPACES = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_HYPHENS = {0x2010: "-", 0x2011: "-"}


def plainly(text: str) -> str:
    """With common spaces and hyphens, and a space for each end of a line."""
    return text.translate(_SPACES | _HYPHENS | {0x0D: " ", 0x0A: " "})


def check(draft: Draft) -> None:
    """The invariants of a `Draft`."""
    text, source = draft.text, draft.source
    covered = 0
    for run in draft.runs:
        assert run.length > 0
        assert run.text_start >= covered, "runs ascend and do not overlap"
        covered = run.text_start + run.length
        assert covered <= len(text)
        assert 0 <= run.source_start <= run.source_end <= len(source)
        words, raw = text[run.text_start : covered], source[run.source_start : run.source_end]
        if run.source_length is None:
            assert plainly(words) == plainly(raw)
        else:
            assert words != raw
            if draft.format == "html":
                assert plainly(words) == plainly(stdlib_html.unescape(raw))
    # what is in no run is white space put in by us
    at = 0
    for run in draft.runs:
        assert not text[at : run.text_start].strip()
        at = run.text_start + run.length
    assert not text[at:].strip()

    for block in draft.blocks:
        span = block.span
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
    for one, other in pairwise(draft.blocks):
        assert one.span.end <= other.span.start
        if draft.format == "text":
            assert not text[one.span.end : other.span.start].strip()
        else:
            assert text[one.span.end : other.span.start] == "\n\n"
    in_blocks = sum(b.span.end - b.span.start for b in draft.blocks)
    assert len(re.sub(r"\s", "", text)) <= in_blocks, "every word is in a block"

    lines = re.split(r"\r\n|\r|\n", source)
    for run in draft.runs:
        words = text[run.text_start : run.text_start + run.length]
        raw = source[run.source_start : run.source_end]
        if run.source_length is None and not re.search(r"[\r\n]", raw):
            start = draft.position(run.text_start)
            end = draft.position(run.text_start + run.length, end=True)
            assert start.line == end.line
            assert lines[start.line - 1][start.column - 1 : end.column - 1] == raw
            assert plainly(words) == plainly(raw)


def read(source: str, format: str) -> Draft:
    draft = from_text(source, "x", format)
    check(draft)
    return draft


# --- any characters at all

_MARKDOWN_BITS = [
    "a", "Aidana", "Айдана", "ё", "🙂", "é", " ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "*", "**",
    "_", "__", "`", "``", "```", "~~", "~~~", "[", "]", "(", ")", "![", "](", "<", ">", "> ", "- ", "1. ",
    "# ", "## ", "#", "---", "===", "|", "|-|-|", "\\", "\\\n", "  \n", "&amp;", "&lt;", "&#8212;", "&",
    ";", ":", "[^1]", "[^1]: ", "[a]: ", "[a]", "http://x.y", "<http://x.y/%20>", "<b>", "</b>", "<br>",
    "<img src=a alt='b c'>", "<div>", "</div>", "<!--", "-->", "<p>x</p>", '"t"', "'", '"', " 'it''s' ",
    "\u00a0", "\u2028", "\x0b", "\x0c", "\x85", ".", "!", "Photo: ",
]  # fmt: skip
_HTML_BITS = [
    "a", "Aidana", "Айдана", "🙂", " ", "  ", "\n", "\r\n", "\t", "&amp;", "&nbsp;", "&mdash;", "&#32;",
    "&#x41;", "&copy", "&ampx", "&nope;", "&", "<", ">", "</", "/>", "<!", "<!--", "-->", "<?", "<p>",
    "</p>", "<b>", "</b>", "<div>", "</div>", "<h1>", "</h1>", "<h2>", "<ul><li>", "<li>", "</ul>", "<br>",
    "<br/>", "<blockquote>", "</blockquote>", "<figure>", "<figcaption>", "</figcaption>", "</figure>",
    "<img alt='x  &quot;y&quot;' src=a.jpg>", '<img alt="&#10;z" title=t>', "<pre>", "</pre>", "<script>",
    "</script>", "<style>", "</style>", "<nav>", "</nav>", "<article>", "</article>", "<main>", "</main>",
    "<head>", "</head>", "<body>", "<title>", "</title>", "<form>", "</form>", "<svg>", "</svg>",
    "<p hidden>", "<td>", "<table>", "</table>", "<meta name=description content=' d  e '>", "'", '"', "=",
    "<a href='", "<p class=caption>", "\u00a0", "\x0c", "\u2028",
]  # fmt: skip


@quick
@given(st.lists(st.sampled_from(_MARKDOWN_BITS), max_size=40).map("".join))
@example("a\\\r\n  b `c\r\nd`")
@example("> - [x\r\n>   y](z 't\r\n> u')")
@example('![a `b`](c "d &amp; e")')
def test_markdown_of_any_kind_is_traced(source: str) -> None:
    try:
        read(source, "markdown")
    except InputError:
        assert source.startswith("---")


@quick
@given(st.lists(st.sampled_from(_HTML_BITS), max_size=40).map("".join))
def test_html_of_any_kind_is_traced(source: str) -> None:
    read(source, "html")


@quick
@given(st.text(max_size=200), st.sampled_from(["text", "markdown", "html"]))
def test_any_text_is_traced(source: str, format: str) -> None:
    try:
        read(source, format)
    except InputError:
        assert source.startswith("---")


_PLAIN_BITS = [
    "a", "Aidana was", "Айдана", ".", "\n", "\n\n", "\r\n", "\r", " ", "- ", "> ", "Photo: ", "x " * 70,
    "\u2028",
]  # fmt: skip


@quick
@given(st.lists(st.sampled_from(_PLAIN_BITS), max_size=30).map("".join))
def test_plain_text_stays_where_it_is(source: str) -> None:
    draft = read(source, "text")
    assert plainly(draft.text) == plainly(source)
    assert draft.source == source


# --- against markdown-it's own idea of the text


def _reference(source: str) -> Counter[str]:
    """The characters that markdown-it shows, white space aside."""
    shown: list[str] = []

    def walk(tokens: list[Token], *, image: bool = False) -> None:
        link = False
        for token in tokens:
            if token.type == "link_open":
                link = token.markup == "autolink"
            elif token.type == "image":
                walk(token.children or [], image=True)
                shown.append(str(token.attrs.get("title", "")))
            elif token.type in ("text", "code_inline") and not link:
                shown.append(token.content)
            elif token.type == "text":
                link = False
            elif token.children:
                walk(token.children)

    md = MarkdownIt("commonmark", {"maxNesting": 120}).enable(["table", "strikethrough"])
    walk(md.parse(source))
    return Counter(re.sub(r"\s", "", plainly("".join(shown))))


_NO_HTML = [b for b in _MARKDOWN_BITS if "<" not in b and "[^1]" not in b]


@quick
@given(
    st.lists(st.sampled_from(_NO_HTML), max_size=40).map("".join).filter(lambda s: not s.startswith("---"))
)
def test_markdown_loses_and_doubles_nothing(source: str) -> None:
    assert Counter(re.sub(r"\s", "", read(source, "markdown").text)) == _reference(source)


# --- documents built from parts that know their words

_letters = st.sampled_from(["", "й", "🙂", "é", "Ж"])


@st.composite
def _markdown_document(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """(source, words a reader sees in reading order, words nobody sees)."""
    fresh = iter(range(10**6))
    shown: list[str] = []
    hidden: list[str] = []

    def see() -> str:
        shown.append(f"s{next(fresh)}e" + draw(_letters))
        return shown[-1]

    def hide() -> str:
        hidden.append(f"h{next(fresh)}e")
        return hidden[-1]

    def inline() -> str:
        parts = []
        for _ in range(draw(st.integers(1, 4))):
            kind = draw(st.integers(0, 10))
            if kind == 0:
                parts.append(f"*{see()}* **{see()}**")
            elif kind == 1:
                parts.append(f"[{see()} _{see()}_](http://x.y/{hide()} '{hide()}')")
            elif kind == 2:
                parts.append(f"`{see()}`")
            elif kind == 3:
                parts.append(f"{see()} <!-- {hide()} --> {see()}")
            elif kind == 4:
                parts.append(f"<span title='{hide()}'>{see()}</span>")
            elif kind == 5:
                parts.append(f"\\*{see()}\\_ &amp; &eacute;{see()}")
            elif kind == 6:
                parts.append(f"~~{see()}~~")
            elif kind == 7:
                parts.append(f"<http://x.y/{see()}>")
            else:
                parts.append(see())
        return draw(st.sampled_from([" ", " ", newline + indent])).join(parts)

    newline = draw(st.sampled_from(["\n", "\r\n"]))
    indent = ""
    blocks = []
    for _ in range(draw(st.integers(1, 6))):
        indent = ""
        kind = draw(st.integers(0, 9))
        if kind == 0:
            blocks.append("#" * draw(st.integers(1, 6)) + " " + inline().replace(newline, " ") + " ##")
        elif kind == 1:
            indent = "> "
            blocks.append("> " + inline() + newline + "> > " + inline().replace(newline + "> ", " "))
        elif kind == 2:
            indent = "  "
            blocks.append(newline.join(f"- {inline()}" for _ in range(2)) + newline + f"  1. {see()}")
        elif kind == 3:
            blocks.append(f"```py{newline}{hide()}{newline}```")
        elif kind == 4:
            blocks.append(f"![{see()}](a{hide()}.jpg '{see()}')")
        elif kind == 5:
            cells = [inline().replace(newline, " ").replace("|", "") for _ in range(4)]
            blocks.append(
                f"| {cells[0]} | {cells[1]}{newline}|---|:-:{newline}{cells[2]} | {cells[3]} \\| x |"
            )
        elif kind == 6:
            blocks.append(f"<figure><img src='x' alt='{see()}'><figcaption>{see()}</figcaption></figure>")
        elif kind == 7:
            blocks.append(f"<script>{newline}{hide()}{newline}{newline}{hide()}</script>")
        else:
            blocks.append(inline())
    return (newline + newline).join(blocks) + newline, shown, hidden


@quick
@given(_markdown_document())
def test_every_word_of_a_markdown_draft_is_there_once_and_leads_back(
    case: tuple[str, list[str], list[str]],
) -> None:
    source, shown, hidden = case
    draft = read(source, "markdown")
    _check_words(draft, source, shown, hidden)


@st.composite
def _html_document(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    fresh = iter(range(10**6))
    shown: list[str] = []
    hidden: list[str] = []

    def see() -> str:
        shown.append(f"s{next(fresh)}e" + draw(_letters))
        return shown[-1]

    def hide() -> str:
        hidden.append(f"h{next(fresh)}e")
        return hidden[-1]

    def inline() -> str:
        parts = []
        for _ in range(draw(st.integers(1, 4))):
            kind = draw(st.integers(0, 6))
            if kind == 0:
                parts.append(f"<b>{see()} <i> {see()}</i></b>")
            elif kind == 1:
                parts.append(f"<a href='http://{hide()}' title=\"{hide()}\">{see()}</a>")
            elif kind == 2:
                parts.append(f"{see()}<br/>{see()}")
            elif kind == 3:
                parts.append(f"{see()}&mdash;{see()}&nbsp;")
            elif kind == 4:
                parts.append(f"<span hidden>{hide()}</span><!-- {hide()} -->")
            else:
                parts.append(see())
        return draw(st.sampled_from([" ", "\r\n   ", "\n"])).join(parts)

    blocks = []
    for _ in range(draw(st.integers(1, 6))):
        kind = draw(st.integers(0, 9))
        if kind == 0:
            blocks.append(f"<h2>{inline()}</h2>")
        elif kind == 1:
            blocks.append(f"<blockquote><p>{inline()}<p>{inline()}</blockquote>")
        elif kind == 2:
            blocks.append(f"<ul><li>{inline()}<li>{inline()}<ol><li>{inline()}</ol></ul>")
        elif kind == 3:
            blocks.append(f"<script>if (a < b) '{hide()}</p>'</script><style>{hide()}</style>")
        elif kind == 4:
            blocks.append(
                f"<figure><img alt='{see()}' src='{hide()}'><figcaption>{inline()}</figcaption></figure>"
            )
        elif kind == 5:
            blocks.append(f"<table><tr><th>{inline()}<td>{inline()}<tr><td>{inline()}</table>")
        elif kind == 6:
            blocks.append(f"<nav><ul><li>{hide()}</ul></nav><aside>{hide()}</aside>")
        elif kind == 7:
            blocks.append(f"<div style='display: none'>{hide()}</div><template><p>{hide()}</template>")
        elif kind == 8:
            blocks.append(f"<div>{inline()}<div>{inline()}</div>{see()}</div>")
        else:
            blocks.append(f"<p>{inline()}")
    body = draw(st.sampled_from(["", "\n"])).join(blocks)
    kind = draw(st.integers(0, 2))
    if kind == 0:
        return body, shown, hidden
    tag = ["main", "article"][kind - 1]
    return (
        f"<!DOCTYPE html><html><head><style>{hide()}</style></head><body><div>{hide()}</div>"
        f"<{tag}>{body} {see()}</{tag}><footer>{hide()}</footer></body></html>",
        shown,
        hidden,
    )


@quick
@given(_html_document())
def test_every_word_of_an_html_draft_is_there_once_and_leads_back(
    case: tuple[str, list[str], list[str]],
) -> None:
    source, shown, hidden = case
    _check_words(read(source, "html"), source, shown, hidden)


def _check_words(draft: Draft, source: str, shown: list[str], hidden: list[str]) -> None:
    found = re.findall(r"s\d+e[й🙂éЖ]?", draft.text)
    assert sorted(found) == sorted(shown)
    assert found == sorted(found, key=source.index), "in reading order"
    for word in hidden:
        assert word not in draft.text
    lines = re.split(r"\r\n|\r|\n", source)
    for word in shown:
        at = draft.text.index(word)
        start, end = draft.position(at), draft.position(at + len(word), end=True)
        assert start.line == end.line
        assert lines[start.line - 1][start.column - 1 : end.column - 1] == word


# --- nothing takes for ever, nothing falls over


@pytest.mark.parametrize(
    "bit",
    [
        "<",
        "<a ",
        "<!--",
        '<a href="',
        "</a ",
        "&#",
        "<script>",
        "<title>",
        "<b>",
        "<li>",
        "<b><p>",
        "<a b=' ",
        "<table><td>",
    ],
)
def test_html_bombs_are_defused(bit: str) -> None:
    read(bit * (100_000 // len(bit)), "html")


@pytest.mark.parametrize(
    "bit",
    [
        "*a ",
        "_",
        "`a``b",
        "[",
        "![",
        "[a](",
        "<",
        "<!--",
        "&",
        "\\",
        "> ",
        "- ",
        "1. ",
        "|",
        "[^1]: ",
        "\t",
        "[a]: b\n",
    ],
)
def test_markdown_bombs_are_defused(bit: str) -> None:
    source = bit * (30_000 // len(bit))
    if bit in ("> ", "1. ", "[^1]: "):
        with pytest.raises(InputError, match="deep"):
            read(source, "markdown")
    else:
        read(source, "markdown")


def test_deep_nesting_is_refused_by_line() -> None:
    with pytest.raises(InputError, match=r"^x:3: .*flatten"):
        from_text("a\n\n" + "> " * 5000 + "b", "x", "markdown")
    assert from_text("> " * 20 + "b", "x", "markdown").text == "b"


@pytest.mark.parametrize("format", ["markdown", "html", "text"])
def test_a_long_paragraph_is_read_in_time_that_grows_with_its_length(format: str) -> None:
    from time import process_time

    words = {
        "markdown": "Aidana, 12, of the *town* was [quiet](http://x.y) & “calm”. ",
        "html": "Aidana, 12, of the <b>town</b> was <a href=x>quiet</a> &amp; “calm”. ",
        "text": "Aidana, 12, of the town was quiet & “calm”. ",
    }[format]

    def seconds(times: int) -> float:
        best = 1e9
        for _ in range(2):
            start = process_time()
            from_text(words * times, "x", format)
            best = min(best, process_time() - start)
        return best

    seconds(10)
    assert seconds(4000) < 14 * seconds(800) + 0.1
