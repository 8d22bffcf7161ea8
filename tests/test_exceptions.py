"""Exceptions in drafts: what they cover, what they do to verdict and exit status, and what is said of bad ones."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childsafe_lint.drafts import from_text
from conftest import Run

NAMED = "Dana Seitova, 12, feeds the goats before school."
ALLOW = '<!-- childsafe-lint: allow names/any-child reason="Her club asked us to" by="R. Amado" -->'


def checked(cli: Run, name: str, text: str, *args: str) -> tuple[int, dict[str, Any]]:
    Path(name).write_text(text, encoding="utf-8")
    done = cli("check", name, "--format", "json", *args)
    return done.returncode, json.loads(done.stdout)


def live(report: dict[str, Any]) -> list[str]:
    return [f["rule"] for f in report["drafts"][0]["findings"] if f["suppressed"] is None]


def aside(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (f["rule"], f["suppressed"]["justification"])
        for f in report["drafts"][0]["findings"]
        if f["suppressed"]
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r\n\r\n"])
def test_markdown_the_next_paragraph(cli: Run, between: str) -> None:
    status, report = checked(
        cli, "a.md", f"# News\n\n{ALLOW}{between}{NAMED}\n\nTimur Aliev, 9, helps.\n", "--fail-on", "warning"
    )
    assert status == 1
    assert live(report) == ["names/any-child"]
    assert aside(report) == [("names/any-child", "Her club asked us to (allowed by R. Amado)")]
    assert report["summary"]["findings"] == 1
    assert report["summary"]["set_aside"] == 1
    assert report["summary"]["by_severity"]["warning"] == 1


def test_html_the_next_element_even_on_one_line(cli: Run) -> None:
    text = f"<article><h1>News</h1>{ALLOW}<p>{NAMED}</p><p>Timur Aliev, 9, helps.</p></article>"
    _, report = checked(cli, "a.html", text)
    assert [f["text"] for f in report["drafts"][0]["findings"] if f["suppressed"] is None] == ["Timur Aliev"]


def test_inside_a_paragraph_the_rest_of_it(cli: Run) -> None:
    _, report = checked(cli, "a.md", f"Timur Aliev, 9, helps. {ALLOW} {NAMED}\n\nAru Bek, 8, sings.\n")
    assert [f["text"] for f in report["drafts"][0]["findings"] if f["suppressed"]] == ["Dana Seitova"]


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_a_block(cli: Run, suffix: str) -> None:
    begin = ALLOW.replace("allow", "allow-begin")
    names = ["Luka Babic", "Emre Aksoy", "Aru Bek"]
    lines = [f"{n}, 1{i}, sings." for i, n in enumerate(names)]
    lines = [f"<p>{line}</p>" for line in lines] if suffix == "html" else lines
    text = "\n\n".join([begin, lines[0], lines[1], "<!-- childsafe-lint: allow-end -->", lines[2]])
    _, report = checked(cli, f"a.{suffix}", text)
    found = report["drafts"][0]["findings"]
    assert [f["text"] for f in found if f["suppressed"]] == names[:2]
    assert [f["text"] for f in found if not f["suppressed"]] == names[2:]


def test_all_set_aside_is_no_problem(cli: Run) -> None:
    status, report = checked(
        cli, "a.md", f"{ALLOW}\n{NAMED}\n", "--fail-on", "note", "--ignore", "ask/*", "--select", "names/*"
    )
    assert (status, live(report), report["drafts"][0]["verdict"]) == (0, [], "pass")
    verdicts = {c["id"]: c["verdict"] for c in report["drafts"][0]["clauses"]}
    assert verdicts["unicef-reporting:I.2"] == "pass"
    done = cli("check", "a.md", "--select", "names/*")
    assert "Excused (1)" in done.stdout
    assert "Her club asked us to (allowed by R. Amado)" in done.stdout.replace("\n    ", " ")


def test_the_last_day_counts(cli: Run) -> None:
    today = date.today()
    for until, holds in ((today, True), (today - timedelta(days=2), False)):
        text = f"{ALLOW.replace(' by=', f' until={until} by=')}\n{NAMED}\n"
        _, report = checked(cli, "a.md", text)
        assert bool(aside(report)) is holds
        assert ("exceptions/expired" in live(report)) is not holds
        assert ("names/any-child" in live(report)) is not holds


@pytest.mark.parametrize(
    ("comment", "rule", "words"),
    [
        ("allow names/any-child", "exceptions/no-reason", "names/any-child (line 1)"),
        ('allow names/any-child reason=" "', "exceptions/no-reason", "gives no reason"),
        ('allow names/anychild reason="x"', "exceptions/unknown-rule", "names/anychild (line 1)"),
        ('allow terms/hiv reason="x"', "exceptions/unused", "terms/hiv (line 1)"),
        ('alow names/any-child reason="x"', "exceptions/unclear", "must begin with allow"),
        ('allow names/any-child reason="x', "exceptions/unclear", "a quotation mark"),
        ('allow names/any-child because="x"', "exceptions/unclear", "not 'because'"),
        ('allow names/any-child reason="x" until=31.1.2027', "exceptions/unclear", "2027-01-31"),
        ('allow reason="x"', "exceptions/unclear", "names no rule"),
        ('allow-begin names/any-child reason="x"', "exceptions/unclear", "no end"),
        ("allow-end", "exceptions/unclear", "not begun"),
    ],
)
def test_what_does_not_hold_is_reported(cli: Run, comment: str, rule: str, words: str) -> None:
    _, report = checked(cli, "a.md", f"<!-- childsafe-lint: {comment} -->\n{NAMED}\n")
    assert live(report) == [rule, "names/any-child"]
    said = report["drafts"][0]["findings"][0]
    assert said["category"] == "metadata"
    assert words in said["message"]


def test_an_exception_for_a_rule_left_out_is_not_called_unused(cli: Run) -> None:
    _, report = checked(cli, "a.md", f"{ALLOW}\n{NAMED}\n", "--ignore", "names/any-child")
    assert live(report) == []


def test_a_comment_in_code_is_no_exception(cli: Run) -> None:
    _, report = checked(cli, "a.md", f"`{ALLOW}`\n\n```\n{ALLOW}\n```\n\n{NAMED}\n")
    assert live(report) == ["names/any-child"]


def test_sic_sets_a_term_aside_and_nothing_else(cli: Run) -> None:
    text = (
        "The street child [sic], 12, sells water. A street child, 11, begs. "
        "Dana Seitova, 12, sings. Dana [sic] hums.\n"
    )
    _, report = checked(cli, "a.txt", text)
    assert aside(report) == [("terms/poverty", "marked [sic] in the draft")]
    assert "terms/poverty" in live(report)
    assert sum(rule.startswith("names/") for rule in live(report)) == 2


def test_reasons_are_masked(cli: Run) -> None:
    text = f"{ALLOW.replace('Her club', 'Dana and her mother')}\n{NAMED}\n"
    Path("a.md").write_text(text, encoding="utf-8")
    for format in ("text", "json", "sarif", "markdown", "html", "concise"):
        done = cli("check", "a.md", "--format", format, "--names", "mask")
        assert "Dana" not in done.stdout, format


def test_sarif_tells_the_reason(cli: Run) -> None:
    Path("a.md").write_text(f"{ALLOW}\n{NAMED}\n", encoding="utf-8")
    log = json.loads(cli("check", "a.md", "--format", "sarif").stdout)
    (result,) = [r for r in log["runs"][0]["results"] if r["kind"] == "fail"]
    assert result["suppressions"] == [
        {"kind": "inSource", "justification": "Her club asked us to (allowed by R. Amado)"}
    ]


@given(said=st.text(max_size=80))
def test_no_comment_breaks_a_draft(said: str) -> None:
    said = said.replace("--", "").replace("\x00", "").strip("->")
    comment = f"<!-- childsafe-lint: {said} -->"
    draft = from_text(f"# A\n\n{comment}\n{NAMED}\n", "a", "markdown")
    assert draft.text == f"A\n\n{NAMED}"
    assert all(e.span is not None for e in draft.exemptions)


def test_words_are_where_they_were(cli: Run) -> None:
    """A comment changes neither the text nor the places of what stands around it."""
    for format, text in (
        ("markdown", f"# A\n\n{ALLOW}\n{NAMED}\n"),
        ("html", f"<h1>A</h1>\n{ALLOW}<p>{NAMED}</p>"),
    ):
        draft = from_text(text, "a", format)
        bare = from_text(text.replace(ALLOW, ""), "a", format)
        assert draft.text == bare.text
        (exemption,) = draft.exemptions
        assert exemption.span is not None
        assert draft.text[exemption.span.start : exemption.span.end] == NAMED
        assert text[draft.source_offset(draft.text.index("Dana")) :].startswith("Dana")
