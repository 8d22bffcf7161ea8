"""The HTML report of hand-made findings: golden markup, escaping, the page's own promises. What the page does in a
browser is in test_html_browser.py."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from childsafe_lint import __version__
from childsafe_lint.drafts.model import Block, Draft
from childsafe_lint.report import ChecklistItem, ClauseResult, DraftReport, Finding, Report
from childsafe_lint.reports import Options, render
from childsafe_lint.spans import Span
from childsafe_lint.story.model import Detail, Evidence, Person, Quote, Situation, Story

TEXT = """\
Neighbour held over abuse of Danagul

Danagul Omarova, 12, was abused by a neighbour in the village of Kenes, prosecutors say. She is a pupil of
Kenes School, where her mother works. “I was afraid,” Danagul said.

“The orphan led him on,” the defence said.

Danagul Omarova, 12, at the gate of Kenes School

The girl's brother is 9.
"""
KINDS = ("headline", "body", "quote", "caption", "body")


def hand_made() -> DraftReport:
    """A child named four times, overlapping findings of all severities, questions, clauses, another child."""
    draft = _draft("drafts/girl.txt", TEXT)

    def at(words: str, nth: int = 0) -> Span:
        return _at(TEXT, words, nth)

    def because(words: str, reason: str, nth: int = 0) -> Evidence:
        span = at(words, nth)
        return Evidence(span.start, span.end, reason)

    age, abuse = because("12", "age 12: under 18"), because("was abused by a neighbour", "sexual abuse")
    names = [Span(m.start(), m.end()) for m in re.finditer("Danagul Omarova|Danagul", TEXT)]
    school, village, mother = at("Kenes School"), at("village of Kenes"), at("mother")
    child = Person(
        "p1", "child", names, [at("She")], [age], [Situation("sexual-abuse-victim", abuse)],
        ["school", "locality", "workplace"], quoted=True, pictured=because("at the gate", "a caption shows her"),
    )  # fmt: skip
    brother = Person("p2", "child", [], [at("brother")], [because("9", "age 9: under 18")])
    found = [
        Finding(
            "names/sexual-abuse-victim", "minor-name", "error", s.start, s.end,
            "Danagul Omarova is named as a child who was sexually abused.",
            "Use no name, or a declared pseudonym.", clauses=("unicef-reporting:III.3.a",),
            evidence=(age, abuse), person="p1",
        )
        for s in names
    ]  # fmt: skip
    found += [
        Finding(
            "details/jigsaw", "identifying-detail", "warning", village.start, village.end,
            "Together 3 kinds of detail may give the child away: locality, school, workplace.",
            "Drop the ones that the story needs least.", clauses=("unicef-reporting:I.6",),
            evidence=(because("village of Kenes", "locality"), because("Kenes School", "school")), person="p1",
            details={"kinds": ["locality", "school", "workplace"], "level": "high"},
        ),
        Finding(
            "details/locality", "identifying-detail", "warning", village.start, village.end,
            "“village of Kenes” tells where the child lives.", "Name the region instead.", person="p1",
            details={"kind": "locality"},
        ),
        Finding(
            "framing/conduct", "harmful-framing", "warning", at("orphan led him on").start,
            at("orphan led him on").end, "“orphan led him on” blames the child.",
        ),
        Finding(
            "terms/orphan", "stigmatising-term", "note", at("orphan").start, at("orphan").end,
            "“orphan” labels a child by its loss.",
            suggestions=("child who lost both parents", "child without parental care"),
        ),
        Finding("metadata/title", "metadata", "warning", 0, 0, "The file's title names a child."),
        Finding(
            "terms/defence", "stigmatising-term", "warning", at("defence").start, at("defence").end,
            "“defence” is excused.",
            details={"suppression": {"kind": "external", "justification": "the court's own word"}},
        ),
    ]  # fmt: skip
    story = Story(
        draft, "en", None, [], [Quote(at("“I was afraid,”"), "p1"), Quote(at("“The orphan led him on,”"))],  # type: ignore[arg-type]
        [child, brother], [
            Detail("locality", village, ("p1",)), Detail("school", school, ("p1",)),
            Detail("workplace", mother, ("p1",), certain=False),
        ],
        sensitive=True,
    )  # fmt: skip
    return DraftReport(
        draft, "en", story, sorted(found, key=lambda f: (f.start, f.end, f.category, f.rule, f.message)),
        [
            ChecklistItem("ask/risk", "Have you asked what this does to her?", ("unicef-reporting:I.4",), (age,)),
            ChecklistItem("ask/done", "Was she told?", (), (age,), "answered"),
            ChecklistItem("ask/facts", "Who else confirmed it?", (), ()),
        ],
        [
            ClauseResult("unicef-reporting:III.3.a", "fail", "Change the name of a child who was abused"),
            ClauseResult("unicef-reporting:I.6", "needs review", "Publish nothing that endangers"),
            ClauseResult("unicef-reporting:I.3", "pass", "Best interests come first"),
            ClauseResult("unicef-reporting:III.4", "not applicable", "Combatants"),
        ],
    )  # fmt: skip


def every_kind() -> Report:
    """One of each kind of draft."""
    calm, dry = _draft("calm.txt", "A child played.\n"), _draft("tax.txt", "The tax rose.\n")
    return Report(
        [
            hand_made(),
            DraftReport(calm, "en", Story(calm, "en", None, people=[Person("p1", "child")])),  # type: ignore[arg-type]
            DraftReport(dry, "en", Story(dry, "en", None)),  # type: ignore[arg-type]
            DraftReport(Draft("empty.txt", ""), not_checked="the draft is empty"),
            DraftReport(Draft("gone.txt", ""), error="gone.txt: no such file"),
        ]
    )


#: what a hostile draft would try, in every field that comes from a draft or a newsroom's rules
NASTY = (
    "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>"
    '\'"><svg onload="window.hacked=1"> {{ 7*7 }} {% raw %} </style> --> ]]> &amp; javascript:window.hacked=1'
    " \u2028\u2029\u0000\x1b\u202e\ud800\ufffe <a href=//evil.example>"
)


def hostile() -> DraftReport:
    text = f"{NASTY}\n\nSaid {NASTY} and {NASTY}\n"
    draft = _draft(NASTY, text)
    reason = Evidence(2, 40, NASTY)
    child = Person(
        NASTY, "child", [Span(3, 50)], [Span(0, 4)], [reason], [Situation(NASTY, reason)], [NASTY],
        reason, reason, True, reason, [NASTY],
    )  # fmt: skip
    story = Story(
        draft, "en", None, [], [Quote(Span(5, 80), NASTY)], [child], [Detail(NASTY, Span(1, 30), (NASTY,))]
    )  # type: ignore[arg-type]
    found = [
        Finding(
            NASTY, "minor-name", severity, start, end, NASTY, NASTY, (NASTY,), (NASTY,), (reason,), NASTY,
            {"kinds": [NASTY], "level": NASTY},
        )
        for severity, start, end in (("error", 0, 60), ("warning", 20, 90), ("note", 60, len(text)))
    ]  # fmt: skip
    excused = Finding(
        NASTY, "harmful-framing", "error", 5, 9, NASTY, details={"suppression": {"justification": NASTY}}
    )
    return DraftReport(
        draft, "en", story, [*found, excused],  # type: ignore[list-item]
        [ChecklistItem(NASTY, NASTY, (NASTY,), (reason,))], [ClauseResult(NASTY, "fail", NASTY)],
    )  # fmt: skip


def _draft(path: str, text: str) -> Draft:
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"\S.*(?:\n\S.*)*", text)]
    blocks = [Block(kind, span) for kind, span in zip(KINDS, spans, strict=False)]  # type: ignore[arg-type]
    return Draft(path, text, source=text, blocks=blocks)


def _at(text: str, words: str, nth: int = 0) -> Span:
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    return Span(start, start + len(words))


class _Read(HTMLParser):
    """What a page holds: elements with their attributes, and the words of each draft's text."""

    VOID = frozenset(("meta", "input"))

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {}  # element -> its words
        self.paragraphs: list[str] = []  # of the drafts
        self.open: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        classes = (dict(attrs).get("class") or "").split()
        if tag == "p" and self.open and "blk" in self.open[-1][1].split() and "kind" not in classes:
            self.paragraphs.append("")
            classes.append("PARAGRAPH")
        if tag not in self.VOID:
            self.open.append((tag, " ".join(classes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not self.open:
            assert not data.strip()
            return
        self.words.setdefault(self.open[-1][0], []).append(data)
        classes = [name for _, c in self.open for name in c.split()]
        if "PARAGRAPH" in classes and "ref" not in classes and "vh" not in classes:
            self.paragraphs[-1] += data

    @property
    def ids(self) -> list[str]:
        return [a["id"] or "" for _, a in self.elements if "id" in a]


def _page(*drafts: DraftReport, **options: bool) -> str:
    return render(Report(list(drafts)), "html", Options(**options))


def _css(name: str = "css") -> str:
    return (files("childsafe_lint.reports") / "templates" / f"report.{name}").read_text("utf-8")


# -- golden


def _markup(page: str) -> str:
    """The page without style, script and their hashes, which change more often than the markup."""
    page = re.sub(r"(?s)(<style>).*?(</style>)", r"\1…\2", page)
    page = re.sub(r"(?s)(<script>).*?(</script>)", r"\1…\2", page)
    page = re.sub(r"sha256-[\w+/=]+", "sha256-…", page)
    return page.replace(f"childsafe-lint {__version__}", "childsafe-lint VERSION")


def test_html_is_golden(snapshot: SnapshotAssertion) -> None:
    assert _markup(render(every_kind(), "html")) == snapshot


def test_html_masked_is_golden(snapshot: SnapshotAssertion) -> None:
    assert _markup(_page(hand_made(), mask_names=True)) == snapshot


def test_the_same_report_gives_the_same_page() -> None:
    assert render(every_kind(), "html") == render(every_kind(), "html")


# -- nothing from a draft gets loose


def test_a_hostile_draft_stays_text() -> None:
    page = _page(hostile())
    read = _Read(page)
    tags = Counter(tag for tag, _ in read.elements)
    assert tags["script"] == tags["style"] == 1
    assert not tags.keys() & {"img", "svg", "iframe", "object", "embed", "link", "base", "form", "template"}
    assert read.words["script"] == [_css("js")]
    for _, attributes in read.elements:
        assert not [a for a in attributes if a.startswith("on") or a in ("style", "src", "srcset", "srcdoc")]
        assert (attributes.get("href") or "#").startswith("#")
    page.encode("utf-8")  # no lone surrogate is left
    assert "49" not in read.paragraphs[0]
    expected = NASTY.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    assert read.paragraphs[0] == expected.replace("\ud800", "\ufffd")


def test_nothing_in_a_draft_reaches_an_attribute_but_ids_of_our_own() -> None:
    for _, attributes in _Read(_page(hostile())).elements:
        for name, value in attributes.items():
            assert "hacked" not in (value or ""), name


def test_masked_page_holds_no_name() -> None:
    page = _page(hand_made(), mask_names=True).casefold()
    for secret in ("danagul", "omarova", "kenes"):
        assert secret not in page
    assert "[child] is named as a child" in page
    assert "are hidden in this report" in page


def test_masked_children_bear_the_labels_of_the_messages() -> None:
    report = hand_made()
    assert report.story is not None
    text = TEXT.replace("brother is 9", "Aidar is 9..")
    draft = _draft("a.txt", text)
    name = _at(text, "Aidar")
    second = Person("p2", "child", [name])
    report.story.people = [report.story.people[0], second]
    report.story.draft = draft
    finding = Finding("r", "minor-name", "warning", name.start, name.end, "Aidar is named.", person="p2")
    page = _page(DraftReport(draft, "en", report.story, [*report.findings, finding]), mask_names=True)
    assert re.search(r"Card \d+, warning: </span><bdi>\[child 2\] is named\.</bdi>", page)
    assert re.search(r'<h4 id="d1-child2-h"><bdi>\[child 2\]</bdi>', page)


def test_blocks_of_hidden_words_are_read_out_as_one_word() -> None:
    page = _page(hand_made(), mask_names=True)
    hidden = '<span class="hidden-words" aria-hidden="true">███████ ███████</span>'
    assert f'<span class="vh">[hidden]</span>{hidden}' in page
    assert "hidden-words" not in _markup(_page(_plain("A ███ in the draft itself.", [])))


# -- self-contained


def test_the_policy_allows_this_style_and_script_alone() -> None:
    page = _page(hand_made())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    policy = policy.replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for element in ("style", "script"):
        (inside,) = re.findall(rf"(?s)<{element}>(.*?)</{element}>", page)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    head = page[: page.index("<style>")]
    assert "Content-Security-Policy" in head


def test_the_page_asks_nothing_of_any_server() -> None:
    page = render(every_kind(), "html")
    asks = r"https?:|//www|url\(|@import|@font-face|<link| src=|fetch\(|XMLHttp|WebSocket|sendBeacon"
    keeps = r"localStorage|sessionStorage|indexedDB|cookie|innerHTML|eval\("
    assert re.findall(f"{asks}|{keeps}", page) == []


def test_no_verdict_says_that_a_draft_is_safe() -> None:
    said = re.sub(r"childsafe-lint", "", _markup(render(every_kind(), "html")))
    assert not re.search(r"(?i)\b(un)?safe(ly|ty|r|st)?\b", said)
    assert "That does not show that the draft does no harm." in said


# -- structure


def _plain(text: str, findings: list[Finding], blocks: list[Block] | None = None) -> DraftReport:
    return DraftReport(Draft("a.txt", text, source=text, blocks=blocks or []), "en", None, findings)


def _check_whole(page: str, findings: int) -> None:
    """Each id once, each link leads somewhere, each finding has one number and each number a card."""
    read = _Read(page)
    assert [i for i, n in Counter(read.ids).items() if n > 1] == []
    links = [a["href"] or "" for tag, a in read.elements if tag == "a"]
    assert [h for h in links if h[1:] not in read.ids] == []
    for _, a in read.elements:
        for name in ("aria-labelledby", "aria-controls", "for"):
            assert all(i in read.ids for i in (a.get(name) or "").split())
    refs = [a for tag, a in read.elements if tag == "a" and "ref" in (a.get("class") or "").split()]
    assert len(refs) == findings


def test_every_link_leads_somewhere() -> None:
    _check_whole(render(every_kind(), "html"), 9)
    _check_whole(_page(hostile()), 3)
    _check_whole(render(Report(), "html"), 0)


_offsets = st.integers(-3, 90)


@given(
    st.text(alphabet=st.sampled_from('ab <&"\n\r\t\x00é\u2028█'), max_size=80),
    st.lists(st.tuples(_offsets, _offsets, st.sampled_from(["error", "warning", "note"])), max_size=8),
    st.lists(st.integers(0, 80), max_size=6),
)
def test_overlaps_lose_and_double_nothing(
    text: str, spans: list[tuple[int, int, str]], edges: list[int]
) -> None:
    """Whatever overlaps, each block's words stand once and in order, and each finding has one number."""
    edges = sorted({e for e in edges if e <= len(text)})
    blocks = [Block("body", Span(a, b)) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    found = []
    for n, (a, b, severity) in enumerate(spans):
        a, b = (min(max(x, 0), len(text)) for x in sorted((a, b)))
        evidence = (Evidence(a // 2, b // 2, "why"),)
        found.append(
            Finding(f"r{n % 3}", "harmful-framing", severity, a, b, "m", evidence=evidence)  # type: ignore[arg-type]
        )
    page = _page(_plain(text, found, blocks))
    _check_whole(page, len(found))

    def words(text: str) -> str:
        return "".join(text.replace("\x00", "\ufffd").split())

    assert words("".join(_Read(page).paragraphs)) == words(text)


def test_overlapping_findings_share_their_words() -> None:
    page = _page(hand_made())
    # the shorter stands within the longer: its words belong to both, and the gravest decides the look
    assert re.search(r'<mark class="hl warning many said" data-c="(\d+) (\d+)">orphan</mark>', page)
    assert re.search(r'<mark class="hl warning said" data-c="\d+"> led him on</mark>', page)
    assert re.search(r'<mark class="hl warning many"[^>]*>village of Kenes</mark>', page)


def test_one_card_for_a_child_named_many_times() -> None:
    page = _page(hand_made())
    cards = re.findall(r'<article class="card error".*?</article>', page, re.S)
    assert len(cards) == 1
    assert cards[0].count('class="back"') == 4
    assert "9 findings on 6 cards" in page


def test_headline_caption_and_quotes_are_told_apart_in_words() -> None:
    page = _page(hand_made())
    for word in ("Headline", "Caption", "Block quote"):
        assert f'<p class="kind">{word}</p>' in page
    assert re.search('<span class="said"[^>]*>“I was afraid,”</span>', page)


def test_text_outside_the_blocks_is_shown_too() -> None:
    text = "Before.\n\nIn a block.\n\nAfter.\nMore.\n\nLast."
    page = _page(_plain(text, [], [Block("heading", _at(text, "In a block."))]))
    assert _Read(page).paragraphs == ["Before.", "In a block.", "After.\nMore.", "Last."]


def test_the_childs_card_tells_what_identifies_the_child() -> None:
    page = _page(hand_made())
    (card,) = re.findall(r'<article class="child" id="d1-child1".*?</article>', page, re.S)
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", card))
    for words in (
        "Danagul Omarova 2 times", "Identifiability: high.", "age 12: under 18", "victim of sexual abuse",
        "School or class Kenes School", "Place where the child lives village of Kenes", "mother (weak alone)",
        "Shown in a picture at the gate", "Quoted I was afraid,",
    ):  # fmt: skip
        assert words in said, said
    (other,) = re.findall(r'<article class="child" id="d1-child2".*?</article>', page, re.S)
    assert "no name found" in other
    assert "No identifying detail" in other


def test_without_a_level_the_kinds_are_counted() -> None:
    report = hand_made()
    report.findings = [f for f in report.findings if f.rule != "details/jigsaw"]
    page = _page(report)
    assert "3 kinds of detail. Each may be harmless alone" in page
    assert "Identifiability" not in page


def test_questions_have_boxes_and_answered_ones_are_ticked() -> None:
    read = _Read(_page(hand_made()))
    boxes = {a["id"]: "checked" in a for tag, a in read.elements if tag == "input" and "id" in a}
    assert boxes == {"d1-q1": False, "d1-q2": True, "d1-q3": False}
    labels = [a.get("for") for tag, a in read.elements if tag == "label" and "for" in a]
    assert labels == list(boxes)
    assert all(a.get("autocomplete") == "off" for tag, a in read.elements if tag == "input")


def test_passed_clauses_are_folded() -> None:
    page = _page(hand_made())
    folded = "".join(re.findall(r"<details>.*?</details>", page, re.S))
    assert "Best interests come first" in folded
    assert "Combatants" in folded
    assert "Change the name" not in folded
    assert "no problem found by these checks" in folded


def test_excused_findings_are_folded_with_their_reason_and_not_marked() -> None:
    page = _page(hand_made())
    (folded,) = re.findall(r'<details class="excused">.*?</details>', page, re.S)
    assert "the court&#39;s own word" in folded
    assert not re.search(r"<mark[^>]*>defence", page)


def test_several_drafts_have_an_index_and_one_section_each() -> None:
    page = render(every_kind(), "html")
    index = page[page.index('<nav class="index"') : page.index("</nav>")]
    for n, path in enumerate(("drafts/girl.txt", "calm.txt", "tax.txt", "empty.txt", "gone.txt"), 1):
        assert f'<a href="#d{n}"><bdi>{path}</bdi></a>' in index
        assert f'<section class="draft" id="d{n}"' in page
    assert "could not be read" in index
    assert "not checked" in index
    assert "<nav" not in _page(hand_made())


def test_works_without_javascript_for_reading() -> None:
    """Only the tools, which need it, are hidden until it runs."""
    read = _Read(render(every_kind(), "html"))
    assert {a.get("class") for _, a in read.elements if "hidden" in a} == {"tools", "hidden-note"}


def test_rows_of_short_lines_are_kept() -> None:
    short = _page(_plain("14 Mill Lane\nDolsk\nEngland", []))
    assert '<p dir="auto" class="lines">' in short
    wrapped = _page(_plain("A long line that an editor has broken because\nit did not fit.", []))
    assert '<p dir="auto" class="lines">' not in wrapped


# -- colours

_TINTS = ("error-tint", "warning-tint", "note-tint")
#: words on grounds: 4.5 : 1 (WCAG 2.2, 1.4.3)
_WORDS = [
    *((ink, ground) for ink in ("ink", "soft", "link") for ground in ("page", "paper")),
    *(("ink", ground) for ground in (*_TINTS, "target")),
    *((ink, ground) for ink in ("error", "warning", "note", "pass") for ground in ("page", "paper")),
    ("warning", "warning-tint"), ("note", "note-tint"), ("error-on", "error-fill"),
]  # fmt: skip
#: lines, signs, the ring of the focus: 3 : 1 (1.4.11)
_LINES = [
    *((line, ground) for line in ("edge", "focus") for ground in ("page", "paper")),
    *((name, f"{name}-tint") for name in ("error", "warning", "note")),
    ("error-fill", "paper"),
]


def _themes() -> dict[str, dict[str, str]]:
    css = _css()
    light, media, button = re.findall(r"(?s)(?::root|:root[^\s{]*)\s*\{([^}]*--page[^}]*)\}", css)[:3]
    read = [dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block)) for block in (light, media, button)]
    paper = re.findall(r"(?s)@media print.*?\{([^}]*--page[^}]*)\}", css)[0]
    assert read[1] == read[2], "the dark colours stand twice and have come apart"
    assert read[0].keys() == read[1].keys()
    return {
        "light": read[0],
        "dark": read[1],
        "paper": dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", paper)),
    }


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2 for two colours such as ``#1b2023``."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_contrast_counts_as_the_standard_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark", "paper"])
def test_colours_have_contrast(theme: str) -> None:
    colours = _themes()[theme]
    short = [
        (a, b, round(contrast(colours[a], colours[b]), 2))
        for least, pairs in ((4.5, _WORDS), (3, _LINES))
        for a, b in pairs
        if contrast(colours[a], colours[b]) < least and not (theme == "paper" and a == "focus")
    ]
    assert short == []


def test_severity_is_never_told_by_colour_alone() -> None:
    page, css = _page(hand_made()), _css()
    for severity in ("error", "warning", "note"):
        assert re.search(
            rf'class="sev {severity}"><span class="sign" aria-hidden="true">.</span> {severity}<', page
        )
        assert re.search(rf"\({severity}, card ", page)
    styles = re.findall(r"mark\.(?:error|warning|note) \{[^}]*text-decoration-style: (\w+)", css)
    assert len(set(styles)) == 3
