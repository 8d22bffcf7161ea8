"""What each format gives: text, blocks, metadata, pictures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from childsafe_lint.drafts import Draft, from_text, read_file
from childsafe_lint.errors import InputError

DATA = Path(__file__).parent / "data" / "drafts"


def blocks(draft: Draft) -> list[tuple[str, str]]:
    return [(b.kind, draft.text[b.span.start : b.span.end]) for b in draft.blocks]


def shown(source: str, format: str) -> list[tuple[str, str]]:
    return blocks(from_text(source, "x", format))


@pytest.mark.parametrize("name", ["article.md", "article.html"])
def test_an_article_is_taken_apart(name: str) -> None:
    draft = read_file(DATA / name)
    golden = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    found = []
    for block in draft.blocks:
        start, end = draft.position(block.span.start), draft.position(block.span.end, end=True)
        where = f"{start.line}:{start.column}-{end.line}:{end.column}"
        found.append([block.kind, where, draft.text[block.span.start : block.span.end]])
    assert found == golden["blocks"]
    assert dict(draft.metadata) == golden["metadata"]
    assert list(draft.images) == golden["images"]


# --- plain text


def test_plain_text_has_a_headline_headings_captions_and_lists() -> None:
    source = (
        "Two girls rescued from quarry\n\n"
        "Police said on Monday that two girls had been found. Both are well.\n\n"
        "What the court heard\n\n"
        "The hearing took an hour.\n\n"
        "Photo: the quarry at dusk\n\n"
        "- first point\n- second point\n\n"
        "“They are safe now”\n\n"
        "The inquiry goes on.\n"
    )
    assert [kind for kind, _ in shown(source, "text")] == [
        "headline", "body", "heading", "body", "caption", "list-item", "list-item", "body", "body",
    ]  # fmt: skip


def test_plain_text_lines_are_paragraphs_unless_an_editor_wrapped_them() -> None:
    long = "The girl, who is 12 and lives with her grandmother, was found on Monday evening. " * 3
    assert len(shown(f"Headline here\n{long}\n{long}\n{long}", "text")) == 4
    wrapped = (
        "A headline of its own\n\n"
        "The girl, who is 12 and lives with her grandmother near the river, was\n"
        "found on Monday evening by a passer-by who had heard her calling from\n"
        "the far bank of the river.\n\n"
        "She is well.\n"
    )
    assert len(shown(wrapped, "text")) == 3


def test_a_lone_paragraph_is_no_headline() -> None:
    assert shown("A girl of 12 was found\n", "text") == [("body", "A girl of 12 was found")]
    assert shown("A girl of 12 was found.\n\nShe is well.", "text")[0][0] == "body"
    assert shown("Is she safe?\nYes, she is.\n", "text")[0][0] == "headline"


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("Photo: Ann Lee", True),
        ("PHOTO CAPTION: Ann Lee", True),
        ("[Photo: Ann Lee]", True),
        ("Photo | Courtesy", True),
        ("Pictured with her mother", True),
        ("Photograph by Ann Lee", True),
        ("Fig. 2 The quarry", True),
        ("Picture (left): the quarry", True),
        ("На фото: девочка", True),
        ("Суретте: мектеп", True),
        ("Flowers at the scene (Image: Echo)", True),
        ("Our picture shows Ann", True),
        ("She was seen (photo evidence shows).", False),
        ("Picture this: a girl of 12 runs.", False),
        ("The picture is not uniform.", False),
        ("Photography is her hobby.", False),
    ],
)
def test_captions_are_known_by_how_they_begin(line: str, is_caption: bool) -> None:
    assert (shown(f"The girl was found.\n\n{line}\n\nAnd so on.", "text")[1][0] == "caption") == is_caption


def test_an_empty_draft_is_a_draft() -> None:
    for format in ("text", "markdown", "html"):
        draft = from_text("", "x", format)
        assert (draft.text, list(draft.blocks)) == ("", [])
        assert draft.position(0).line == 1


# --- Markdown


def test_markdown_captions() -> None:
    assert shown("![a](b)\n\n*Under the picture*\n\n*Not under it*", "markdown") == [
        ("alt", "a"),
        ("caption", "Under the picture"),
        ("body", "Not under it"),
    ]
    assert shown("Photo: Ann", "markdown") == [("caption", "Photo: Ann")]
    assert shown("![](b)\n*Under it*", "markdown") == [("caption", "Under it")]
    assert shown("<img src=b>\n\n*Under it*", "markdown") == [("caption", "Under it")]


def test_a_picture_does_not_part_a_sentence() -> None:
    assert shown("She ![smile](a.png) waved.", "markdown") == [("body", "She waved."), ("alt", "smile")]
    assert shown("<p>She <img alt=smile> waved.", "html") == [("body", "She waved."), ("alt", "smile")]


def test_a_title_from_a_definition_leads_to_the_definition() -> None:
    draft = from_text('![a][pic]\n\n[pic]: x.png "Her \\"school\\""\n', "x", "markdown")
    assert blocks(draft) == [("alt", "a"), ("caption", 'Her "school"')]
    at = draft.text.index("school")
    assert (draft.position(at).line, draft.position(at).column) == (3, 21)


def test_markdown_bare_links_are_text() -> None:
    assert shown("https://x.org/a_b_c\n\nsee <https://x.org/%41>", "markdown") == [
        ("link", "https://x.org/a_b_c"),
        ("body", "see https://x.org/%41"),
    ]


def test_markdown_footnotes() -> None:
    source = "A claim[^a] and [^none].\n\n[^a]: Told twice.\n\n    > And *more*.\n\nThe end."
    assert shown(source, "markdown") == [
        ("body", "A claim and [^none]."),
        ("body", "Told twice."),
        ("quote", "And more."),
        ("body", "The end."),
    ]


@pytest.mark.parametrize(
    ("value", "text", "column"),
    [
        ("A girl of 12", "A girl of 12", 8),
        ('"A girl: 12"', "A girl: 12", 9),
        ("'A girl''s year'", "A girl's year", 9),
        ('"A \\u201cgirl\\u201d\\tof 12"', "A “girl”\tof 12", 9),
        ("A girl  # comment", "A girl", 8),
        ("No", "No", 8),
        ("2024", "2024", 8),
    ],
)
def test_front_matter_words_lead_back(value: str, text: str, column: int) -> None:
    draft = from_text(f"---\ntitle: {value}\n---\nBody.\n", "x", "markdown")
    assert blocks(draft) == [("headline", text), ("body", "Body.")]
    assert draft.position(0).column == column
    assert draft.position(0).line == 2


@pytest.mark.parametrize("style", [">", "|", ">-", "|2"])
def test_front_matter_block_scalars_lead_back(style: str) -> None:
    draft = from_text(f"---\r\nsummary: {style}\r\n  One girl\r\n  of twelve\r\n---\r\n", "x", "markdown")
    assert draft.text.split() == ["One", "girl", "of", "twelve"]
    at = draft.text.index("twelve")
    assert (draft.position(at).line, draft.position(at).column) == (4, 6)


def test_front_matter_dates_stay_as_written() -> None:
    draft = from_text("---\ndate: 2024-05-01\nupdated: 2024-05-01T10:00:00Z\n---\n", "x", "markdown")
    assert draft.metadata == {"date": "2024-05-01", "updated": "2024-05-01T10:00:00Z"}


def test_a_thematic_break_is_no_front_matter() -> None:
    assert shown("---\n\nSome text\n\n---\n\nMore", "markdown") == [("body", "Some text"), ("body", "More")]
    assert shown("---\nSome text", "markdown") == [("body", "Some text")]
    assert shown("---\n---\nText", "markdown") == [("body", "Text")]


_BOMB = "---\na: &a [x, x]\nb: &b [*a, *a]\n---\n"


@pytest.mark.parametrize(
    ("source", "where"),
    [
        ("---\ntitle: 'open\n---\nBody", "x:"),
        ("---\ndate: 2024\ntitle: a: b\n---\nBody", "x:3: "),
        ("---\ntitle: A girl\n\nBody without an end", "x:1: "),
        (_BOMB, "x:3: "),
        ("---\na: !!python/object/apply:os.system [ls]\n---\n", "x:2: "),
        ("---\n- a\n- b\n---\n", "x:2: "),
        ("---\na: " + "[" * 5000 + "\n---\n", "x:"),
        ("---\na: " + "1" * 5000 + "\n---\n", "x:"),
        ("---\na: \x07\n---\n", "x:2: "),
        ("---\na: " + "x" * 70_000 + "\n---\n", "x:1: "),
        ("---\n{a: b}: c\n---\n", "x:"),
    ],
)
def test_broken_front_matter_is_told_in_one_line(source: str, where: str) -> None:
    with pytest.raises(InputError) as caught:
        from_text(source, "x", "markdown")
    assert str(caught.value).startswith(where)
    assert "\n" not in str(caught.value)


# --- HTML


def test_html_white_space_collapses_as_in_a_browser() -> None:
    assert shown("<p> a\n  b<b> c</b> <i> d</i>\t</p>", "html") == [("body", "a b c d")]
    assert shown("<p>a&nbsp; b&#10;c", "html") == [("body", "a  b c")]
    assert shown("<pre>a\n  b</pre>", "html") == [("body", "a\n  b")]


def test_html_breaks() -> None:
    assert shown("<p>a <br> b<br>\n<br>c</p>", "html") == [("body", "a\nb"), ("body", "c")]


def test_html_title_is_shown_unless_the_headline_says_it() -> None:
    page = "<title>{}</title><body><h1>A girl</h1><p>Text</p>"
    assert shown(page.format("A  girl"), "html")[0] == ("headline", "A girl")
    assert len(shown(page.format("A girl"), "html")) == 2
    assert len(shown(page.format("A girl – The Courier"), "html")) == 2
    assert shown(page.format("A girl named Ann"), "html")[:2] == [
        ("headline", "A girl named Ann"),
        ("headline", "A girl"),
    ]
    assert shown("<title>A girl</title><p>Text", "html") == [("headline", "A girl"), ("body", "Text")]


def test_html_unclosed_elements_hide_nothing_else() -> None:
    assert shown("<p hidden>no<p>yes", "html") == [("body", "yes")]
    assert shown("<nav><a>menu</a><p>yes", "html") == [("body", "menu"), ("body", "yes")]
    assert shown("<head><title>t</title><p>yes", "html") == [("headline", "t"), ("body", "yes")]
    assert shown("<ul><li hidden>no<li>yes</ul>", "html") == [("list-item", "yes")]
    assert shown("a <b <c", "html") == [("body", "a <b <c")]
    assert shown("5 < 6 & 7 > 3", "html") == [("body", "5 < 6 & 7 > 3")]


def test_a_form_around_the_whole_page_is_no_form() -> None:
    assert shown("<form><h1>t</h1><p>yes</form>", "html") == [("headline", "t"), ("body", "yes")]
    assert shown("<p>yes</p><form><p>no</form>", "html") == [("body", "yes")]


def test_html_captions_by_class() -> None:
    assert shown('<p>a</p><p class="wp-caption-text">b</p><p class="recaption">c', "html") == [
        ("body", "a"),
        ("caption", "b"),
        ("body", "c"),
    ]


def test_html_keeps_what_stands_before_the_article_in_main() -> None:
    source = (
        "<main><img alt=lead src=l.jpg><article><p>a</article><article><p>b</article><p>c<img src=m></main>"
    )
    draft = from_text(source, "x", "html")
    assert blocks(draft) == [("alt", "lead"), ("body", "a"), ("body", "b")]
    assert draft.images == ["l.jpg"]


def test_html_inline_tags_that_cross_do_not_part_a_paragraph() -> None:
    assert shown("<p><b>one <i>two</b> three</i> four", "html") == [("body", "one two three four")]


def test_an_entity_is_one_unit() -> None:
    draft = from_text("<p>a &mdash; b", "x", "html")
    at = draft.text.index("—")
    assert draft.position(at).column == 6
    assert draft.position(at + 1, end=True).column == 13
    assert draft.position(at + 1).column == 13
