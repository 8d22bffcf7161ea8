"""Formats for other programs: hand-made reports against golden output, schemas and what platforms ask for."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from childsafe_lint import __version__
from childsafe_lint.drafts.model import Draft, Run
from childsafe_lint.guidelines.model import Clause, Examples, Guideline, Question, Rule, Rulebook
from childsafe_lint.report import ChecklistItem, ClauseResult, DraftReport, Finding, Report
from childsafe_lint.reports import FORMATS, TRAVELLING, Options, github, render
from childsafe_lint.reports.markdown import escaped
from childsafe_lint.reports.page import plain
from childsafe_lint.reports.sheet import relative, xml_text
from childsafe_lint.spans import Span
from childsafe_lint.story.model import Detail, Evidence, Person, Situation, Story

SCHEMAS = Path(__file__).parent / "data" / "schemas"
MINE = ("concise", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown")

TEXT = (
    "ҚЫЗ ТАБЫЛДЫ: ӘСЕЛ ҮЙДЕ 👧🏽\r\n\r\n"
    "Әсел Қайратова, 12, and her brother Rene\u0301, 9, were found in “Sunny, 100%: Home” 👩‍👧 by police.\r\n"
    "Әсел’s mother, Gulnara Қайратова, thanked Marat for help; the orphan\r\nboy wept. #PrayForRené "
    "<script>alert(1)</script>\r\n"
)
SECRETS = ("әсел", "қайратова", "rené", "rene\u0301", "gulnara", "marat", "sunny, 100%: home")
HTML = "<p>A <b>poor</b> &amp; lonely 👧 orphan.</p>\n"
HTML_TEXT = "A poor & lonely 👧 orphan."


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    return Span(start, start + len(words))


def because(words: str, reason: str) -> Evidence:
    span = at(words)
    return Evidence(span.start, span.end, reason)


def two_children() -> DraftReport:
    """A girl and a boy named in many forms, a home, a term, an exception, a finding known before."""
    asel = Person(
        "p1", "child", [at("Әсел Қайратова"), at("ӘСЕЛ"), at("Әсел", 1)],
        evidence=[because("12", "age under 18")],
        situations=[Situation("missing", because("were found", "Әсел is missing"))], relatives=["p3"],
    )  # fmt: skip
    rene = Person("p2", "child", [at("Rene\u0301")], evidence=[because("9", "age under 18")])
    mother = Person("p3", "adult", [at("Gulnara Қайратова")])
    helper = Person("p4", "unknown", [at("Marat")])
    home = at("Sunny, 100%: Home")
    evidence = (because("12", "age under 18"), because("were found", "Әсел is missing"))
    named = {
        "rule": "names/missing", "category": "minor-name", "severity": "error", "evidence": evidence,
        "clauses": ("unicef-reporting:III.3.a", "our-house:H1"), "advice": "Ask: may Әсел’s name stand?",
    }  # fmt: skip
    findings = [
        Finding(
            start=m.start,
            end=m.end,
            message="Әсел Қайратова is named as a missing child.",
            person="p1",
            **named,
        )
        for m in asel.mentions
    ]  # type: ignore[arg-type]
    findings += [
        Finding(
            start=m.start, end=m.end, message="Rene\u0301 is named as a missing child.", person="p2", **named
        )
        for m in rene.mentions
    ]  # type: ignore[arg-type]
    orphan = at("orphan\r\nboy")
    findings += [
        Finding(
            "details/institution", "identifying-detail", "warning", home.start, home.end,
            "“Sunny, 100%: Home” tells where Әсел and Rene\u0301 live, Gulnara says.", "Leave it out.",
            clauses=("unicef-reporting:III.3.a",), person="p1", details={"kind": "institution"},
        ),
        Finding(
            "terms/orphan", "stigmatising-term", "warning", orphan.start, orphan.end,
            "“orphan boy” labels a child by {its} loss. [See](http://example.org)", "",
            ("boy who lost his parents", "Rene\u0301"),
        ),
        Finding(
            "meta/date", "metadata", "note", 0, 0, "The draft gives no date.",
            evidence=(Evidence(0, 0, "no date"),),
        ),
        Finding(
            "terms/tragic", "harmful-framing", "warning", at("wept").start, at("wept").end, "“wept” is pity.",
            details={"suppression": {"kind": "inSource", "justification": "Gulnara said so, “as is”"}},
        ),
        Finding(
            "terms/thanked", "harmful-framing", "note", at("thanked").start, at("thanked").end,
            "Known of old.", details={"baseline": "unchanged"},
        ),
    ]  # fmt: skip
    draft = Draft("drafts/2025, May/Әсел-қайратова.txt", TEXT, source=TEXT)
    story = Story(
        draft, "en", None,  # type: ignore[arg-type]
        [Span(m.start(), m.end()) for m in re.finditer(r"\S[^.;]*[.;]", TEXT)],
        people=[asel, rene, mother, helper], details=[Detail("institution", home, ("p1", "p2"))],
        sensitive=True,
    )  # fmt: skip
    return DraftReport(
        draft, "en", story, sorted(findings, key=lambda f: (f.start, f.end)),
        [
            ChecklistItem(
                "ask/consent", "Did Әсел and Rene\u0301 agree?\n100% sure?",
                ("unicef-reporting:I.4",), evidence,
            ),
            ChecklistItem("ask/done", "Was Rene\u0301 told?", (), (), "answered"),
            ChecklistItem("ask/image", "Is there a picture?", ("unicef-reporting:I.4",), ()),
        ],
        [
            ClauseResult("unicef-reporting:III.3.a", "fail", "Change the name"),
            ClauseResult("unicef-reporting:I.4", "needs review", "Ask the child"),
            ClauseResult("unicef-reporting:I.1", "pass", "Dignity"),
        ],
    )  # fmt: skip


def from_html() -> DraftReport:
    """The text is not the source: an entity, tags, an emoji before the finding."""
    start = HTML_TEXT.index("orphan")
    runs = [
        Run(0, 3, 2), Run(2, 8, 4), Run(6, 16, 1), Run(7, 17, 1, 5), Run(8, 22, len(" lonely 👧 orphan.")),
    ]  # fmt: skip
    draft = Draft("drafts/b & c.html", HTML_TEXT, "html", HTML, runs)
    found = [
        Finding(
            "terms/orphan", "stigmatising-term", "warning", start, start + 6, "“orphan” labels.", "",
            ("child",),
        ),
        Finding("terms/pity", "harmful-framing", "note", 2, 15, "“poor & lonely” is pity."),
    ]  # fmt: skip
    return DraftReport(draft, "en", None, sorted(found, key=lambda f: f.start))


def everything() -> Report:
    return Report(
        [
            two_children(),
            from_html(),
            DraftReport(Draft("clean.txt", "A child.", source="A child."), "en"),
            DraftReport(Draft("empty.txt", ""), not_checked="the draft is empty"),
            DraftReport(Draft("gone: 100%,\n.txt", ""), error="gone: 100%,\n.txt: no such file"),
        ]
    )


BOOK = Rulebook(
    guidelines=(
        Guideline(
            "unicef-reporting", "Reporting on children", "UNICEF", "unicef.org", "In our own words.",
            (
                Clause("unicef-reporting:I.1", "Dignity", "Respect every child.", "text", 1),
                Clause("unicef-reporting:I.4", "Ask the child", "The child has a say.", "text", 2),
                Clause("unicef-reporting:III.3.a", "Change the name", "Never name a victim.", "text", 3),
            ),
            "g.yaml",
        ),
        Guideline("unused", "Unused", "", "", "", (), "u.yaml"),
    ),
    rules=(
        Rule(
            "names/missing", "named-child", "minor-name", "error", ("unicef-reporting:III.3.a",),
            "{name} is named as a missing child.", "Leave {name} out.",
            Examples(["*Aida*, 9, <b>ran</b>."], ["A girl ran."]), source="UNICEF", subtype="missing",
        ),
    ),
    questions=(
        Question("ask/consent", "Did the child agree?", ("unicef-reporting:I.4",), (), help="Ask twice."),
    ),
)  # fmt: skip
MASKED = Options(mask_names=True, rulebook=BOOK)
SHOWN = Options(rulebook=BOOK)


# -- golden output


@pytest.mark.parametrize("format", MINE)
@pytest.mark.parametrize("names", ["masked", "shown"])
def test_golden(format: str, names: str, snapshot: SnapshotAssertion) -> None:
    shown = render(everything(), format, MASKED if names == "masked" else SHOWN)
    assert shown.replace(__version__, "VERSION") == snapshot
    assert render(everything(), format, MASKED if names == "masked" else SHOWN) == shown


# -- names


@pytest.mark.parametrize("format", FORMATS)
def test_no_name_is_left(format: str) -> None:
    """In no message, excerpt, suggestion, evidence, reason, excuse, hashtag, and in no file name."""
    shown = render(everything(), format, MASKED)
    for secret in SECRETS:
        assert secret not in shown.casefold()
    assert "[child 1]" in re.sub(r"\\(?=\W)", "", shown)


@pytest.mark.parametrize("format", FORMATS)
def test_names_can_be_shown(format: str) -> None:
    shown = render(everything(), format, SHOWN)
    assert "Әсел Қайратова" in shown
    assert "█" not in shown


# -- SARIF


@cache
def schema(name: str) -> Any:
    return jsonschema.Draft7Validator(json.loads((SCHEMAS / name).read_text(encoding="utf-8")))


def sarif(report: Report, options: Options = SHOWN) -> Any:
    log = json.loads(render(report, "sarif", options))
    assert not list(schema("sarif-schema-2.1.0.json").iter_errors(log))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


@pytest.mark.parametrize("options", [SHOWN, MASKED, Options(), Options(base="/")])
def test_sarif_is_valid(options: Options) -> None:
    sarif(everything(), options)
    sarif(Report(), options)


def test_sarif_points_to_what_it_names() -> None:
    run = sarif(everything())
    sources = {0: TEXT, 1: HTML}
    rules, taxonomies = run["tool"]["driver"]["rules"], run["taxonomies"]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for taxon in result.get("taxa", ()):
            taxonomy = taxonomies[taxon["toolComponent"]["index"]]
            assert (taxonomy["name"], taxonomy["guid"]) == (
                taxon["toolComponent"]["name"], taxon["toolComponent"]["guid"]
            )  # fmt: skip
            assert taxonomy["taxa"][taxon["index"]]["id"] == taxon["id"]
        for location in result["locations"] + result.get("relatedLocations", []):
            physical = location["physicalLocation"]
            index = physical["artifactLocation"]["index"]
            assert run["artifacts"][index]["location"]["uri"] == physical["artifactLocation"]["uri"]
            if "charOffset" in physical.get("region", {}):
                source, region = sources[index], physical["region"]
                cut = source[region["charOffset"] :][: region["charLength"]]
                lines = re.split("\r\n|\n|\r", source)
                if region["startLine"] == region["endLine"]:
                    line = lines[region["startLine"] - 1]
                    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == cut
                if index == 0 and cut:
                    assert region["snippet"]["text"] == cut
    for component in run["tool"]["driver"]["supportedTaxonomies"]:
        assert taxonomies[component["index"]]["guid"] == component["guid"]


def test_sarif_kinds_and_states() -> None:
    run = sarif(everything())
    kinds = Counter(r["kind"] for r in run["results"])
    assert kinds == {"fail": 11, "review": 2, "open": 1}  # the answered question is no result
    assert all((r["kind"] == "fail") == (r["level"] != "none") for r in run["results"])
    excused = [r for r in run["results"] if r.get("suppressions")]
    assert [(r["ruleId"], r["suppressions"]) for r in excused] == [
        ("terms/tragic", [{"kind": "inSource", "justification": "Gulnara said so, “as is”"}])
    ]
    states = {r["ruleId"]: r["baselineState"] for r in run["results"] if r["kind"] == "fail"}
    assert states["terms/thanked"] == "unchanged"
    assert states["names/missing"] == "new"
    prints = [r["partialFingerprints"]["childsafeLint/v1"] for r in run["results"] if r["kind"] != "open"]
    assert len(set(prints)) == len(prints)
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "could not be read" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_rules_bring_help() -> None:
    run = sarif(everything())
    rule = next(r for r in run["tool"]["driver"]["rules"] if r["id"] == "names/missing")
    assert "Never name a victim. (unicef-reporting:III.3.a)" in rule["help"]["text"]
    assert "*Aida*, 9, <b>ran</b>." in rule["help"]["text"]
    assert r"\*Aida\*, 9, &lt;b>ran&lt;/b>." in rule["help"]["markdown"]
    assert rule["properties"]["category"] == "minor-name"
    assert rule["properties"]["problem.severity"] == "error"
    assert rule["relationships"][0]["target"]["id"] == "unicef-reporting:III.3.a"
    assert [t["name"] for t in run["taxonomies"]] == ["our-house", "unicef-reporting"]
    unicef = run["taxonomies"][1]
    assert [t["id"].partition(":")[2] for t in unicef["taxa"]] == ["I.1", "I.4", "III.3.a"]
    assert unicef["isComprehensive"]
    assert not run["taxonomies"][0]["isComprehensive"]


def test_sarif_without_baseline_says_nothing_of_one() -> None:
    assert "baselineState" not in render(Report([from_html()]), "sarif")


# -- GitHub


def commands(shown: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as GitHub's runner reads them."""
    out = []
    for line in shown.rstrip("\n").split("\n"):
        match = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
        assert match, line
        properties = dict(p.split("=", 1) for p in match[2].split(","))
        out.append((match[1], {k: _unescaped(v) for k, v in properties.items()}, _unescaped(match[3])))
    return out


def _unescaped(text: str) -> str:
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_commands_read_back() -> None:
    found = commands(render(everything(), "github", SHOWN))
    levels = [level for level, _, _ in found]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    assert {p.get("file") for _, p, _ in found} == {
        None, "drafts/2025, May/Әсел-қайратова.txt", "drafts/b & c.html", "empty.txt", "gone: 100%, .txt",
    }  # fmt: skip
    for _, properties, _ in found:
        assert ("col" in properties) == (properties.get("line") == properties.get("endLine") != None)  # noqa: E711
    assert any("“Sunny, 100%: Home” tells" in message for _, _, message in found)
    assert any(
        "- Did Әсел and Rene\u0301 agree? 100% sure?\n- Is there" in message for _, _, message in found
    )


def test_github_shows_each_child_before_any_again() -> None:
    found = commands(render(everything(), "github", SHOWN))
    named = [m.split(" is named")[0] for level, p, m in found if p["title"] == "names/missing"]
    assert named == ["Әсел Қайратова", "Rene\u0301", "Әсел Қайратова", "Әсел Қайратова"]


def test_github_leaves_out_what_is_excused_or_known() -> None:
    shown = render(everything(), "github", SHOWN)
    assert "terms/tragic" not in shown
    assert "terms/thanked" not in shown
    assert "2 excused or known before" in shown


def test_github_summary() -> None:
    page = github.summary(everything(), MASKED)
    assert "| draft | verdict |" in page
    assert "alert" not in page  # no excerpts there
    assert not any(secret in page.casefold() for secret in SECRETS)
    long = replace(
        two_children(),
        findings=[replace(f, rule=f"r/{i}") for i in range(40) for f in two_children().findings],
    )
    page = github.summary(Report([long] * 60), SHOWN)
    assert 1_000_000 < len(page.encode()) <= 1024 * 1024
    assert page.endswith("for the rest._\n")


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=60)
def test_github_nothing_breaks_out_of_a_command(path: str, message: str) -> None:
    draft = Draft(path, "orphan", source="orphan")
    found = Finding("r/x", "stigmatising-term", "error", 0, 6, message, advice=path)
    shown = render(Report([DraftReport(draft, "en", None, [found])]), "github")
    ((level, properties, text), _) = commands(shown)
    assert level == "error"
    assert properties["title"] == "r/x"
    assert text.split("\n")[0] == plain(message)


# -- GitLab, JUnit, Checkstyle, reviewdog


@pytest.mark.parametrize("options", [SHOWN, MASKED])
def test_gitlab_has_what_it_needs(options: Options) -> None:
    """https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format"""
    twice = everything()
    twice.drafts = [*twice.drafts, *twice.drafts]  # the same words in two files
    issues = json.loads(render(twice, "gitlab", options))
    assert len(issues) == 2 * (9 + 2 + 2)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["description"]
        assert issue["check_name"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not issue["location"]["path"].startswith(("./", "/"))
        lines = issue["location"]["lines"]
        assert 1 <= lines["begin"] <= lines["end"]
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    assert json.loads(render(Report(), "gitlab", options)) == []


def test_gitlab_fingerprints_do_not_depend_on_masking() -> None:
    prints = [
        [i["fingerprint"] for i in json.loads(render(everything(), "gitlab", o))] for o in (SHOWN, MASKED)
    ]
    assert prints[0] == prints[1]


@pytest.mark.parametrize("options", [SHOWN, MASKED])
def test_junit_is_valid(options: Options) -> None:
    xsd = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    for report in (everything(), Report(), hostile()):
        root = etree.fromstring(render(report, "junit", options).encode())
        xsd.assertValid(root)
        for suite in [root, *root.iter("testsuite")]:
            assert int(suite.get("tests")) == len(list(suite.iter("testcase")))
            assert int(suite.get("failures")) == len(list(suite.iter("failure")))
            assert int(suite.get("errors")) == len(list(suite.iter("error")))
        for suite in root.iter("testsuite"):
            names = [case.get("name") for case in suite.iter("testcase")]
            assert len(set(names)) == len(names) > 0


def test_junit_outcomes() -> None:
    root = etree.fromstring(render(everything(), "junit", SHOWN).encode())
    assert root.get("failures") == "7"  # five errors, two warnings; the note passes
    assert root.get("errors") == "1"
    assert len(list(root.iter("skipped"))) == 3  # two questions, the empty draft
    clean = root.findall("testsuite")[2]
    assert [c.get("name") for c in clean] == ["no problem found by these checks"]


@pytest.mark.parametrize("options", [SHOWN, MASKED])
def test_checkstyle_has_what_readers_need(options: Options) -> None:
    """Checkstyle publishes no schema of its report: files, each with errors of these attributes."""
    for report in (everything(), hostile()):
        root = etree.fromstring(render(report, "checkstyle", options).encode())
        assert root.tag == "checkstyle"
        assert root.get("version")
        assert [f.tag for f in root] == ["file"] * len(report.drafts)
        for error in root.iter("error"):
            assert set(error.attrib) == {"line", "column", "severity", "message", "source"}
            assert int(error.get("line")) >= 1
            assert int(error.get("column")) >= 1
            assert error.get("severity") in {"error", "warning", "info"}
            assert error.get("source").startswith("childsafe-lint")


@pytest.mark.parametrize("options", [SHOWN, MASKED])
def test_rdjson_is_valid(options: Options) -> None:
    validator = schema("rdformat.schema.json")
    for report in (everything(), Report(), hostile()):
        validator.validate(json.loads(render(report, "rdjson", options)))


@pytest.mark.parametrize("options", [SHOWN, MASKED])
def test_rdjson_counts_bytes(options: Options) -> None:
    sources = {"txt": TEXT.encode(), "html": HTML.encode()}
    cut = []
    for diagnostic in json.loads(render(everything(), "rdjson", options))["diagnostics"]:
        ending = diagnostic["location"]["path"].rpartition(".")[2]
        place = diagnostic["location"].get("range")
        if place is None or ending not in sources or place["start"]["line"] != place["end"]["line"]:
            continue
        line = sources[ending].split(b"\n")[place["start"]["line"] - 1]
        cut.append(line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode())
    assert cut == [
        "", "ӘСЕЛ", "Әсел Қайратова", "Rene\u0301", "Sunny, 100%: Home", "Әсел", "12", "",
        "poor</b> &amp; lonely", "orphan",
    ]  # fmt: skip


def test_rdjson_offers_no_masked_wording() -> None:
    def wordings(options: Options) -> list[str]:
        diagnostics = json.loads(render(everything(), "rdjson", options))["diagnostics"]
        return [s["text"] for d in diagnostics for s in d.get("suggestions", ())]

    assert wordings(SHOWN) == ["boy who lost his parents", "Rene\u0301", "child"]
    assert wordings(MASKED) == ["boy who lost his parents", "child"]


# -- for people and scripts


def test_concise_is_one_line_a_finding() -> None:
    *lines, last = render(everything(), "concise", SHOWN).splitlines()
    assert len(lines) == 11
    for line in lines:
        assert re.fullmatch(r".+:\d+:\d+: (error|warning|note) [\w/-]+ .+", line)
    assert last.startswith("5 drafts: 4 errors, 3 warnings, 2 notes, 2 questions")


def test_jsonl_says_what_json_says() -> None:
    whole = json.loads(render(everything(), "json", SHOWN))
    lines = [json.loads(line) for line in render(everything(), "jsonl", SHOWN).splitlines()]
    assert Counter(line["type"] for line in lines) == {"draft": 5, "finding": 11, "question": 3, "summary": 1}
    extra = ("type", "schema", "path")
    found = [{k: v for k, v in line.items() if k not in extra} for line in lines if line["type"] == "finding"]
    assert found == [f for d in whole["drafts"] for f in d["findings"]]
    assert {line["schema"] for line in lines} == {whole["schema"]}
    assert lines[-1].items() >= whole["summary"].items()


def hostile() -> Report:
    """A draft full of markup, in every place that a report shows."""
    text = (
        "<script>alert(1)</script> **bold** [link](http://x.org) `code` | cell \x00\x1b[31m \ufffe @user #12 "
        "</details> <!-- --> &lt; ]]> \ud83d www.example.org $x$ ~~no~~ ![i](j)\n# head\n12. item\n"
    )
    everywhere = " ".join(text.split("\n"))
    found = [
        Finding(
            "r/x",
            "harmful-framing",
            "error",
            0,
            len(text),
            everywhere,
            everywhere,
            (everywhere,),
            (everywhere,),
        )
    ]
    item = ChecklistItem("ask/x", everywhere, (everywhere,), (Evidence(0, 9, everywhere),))
    clause = ClauseResult(everywhere, "pass", everywhere)
    draft = Draft(everywhere, text, source=text)
    return Report(
        [DraftReport(draft, "en", None, found, [item], [clause]), DraftReport(draft, error=everywhere)]
    )


#: all that the Markdown report writes itself
_OWN = re.compile(r"</?b>|<!-- -->|<details><summary>[\w ()]+</summary>|</details>")


@pytest.mark.parametrize("options", [SHOWN, MASKED])
def test_markdown_lets_no_markup_through(options: Options) -> None:
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(
        render(hostile(), "markdown", options)
    )
    html = _OWN.sub("", html)
    assert set(re.findall(r"</?(\w+)", html)) <= {"h1", "h2", "h3", "p", "ul", "li", "blockquote", "strong", "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip  # noqa: E501


@given(st.text(st.sampled_from("ab1 .)#-+*_`[]()<>&|~$@:/\\=!^\n") | st.characters(), max_size=30))
def test_markdown_shows_text_letter_by_letter(text: str) -> None:
    shown = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(escaped(text))
    inner = re.sub(r"<!-- -->|</?p>", "", shown).strip()
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        inner = inner.replace(entity, char)
    assert inner == plain(text).strip()


def test_markdown_groups_mentions_and_folds_passed_clauses() -> None:
    shown = render(everything(), "markdown", SHOWN)
    assert "- Also at 3:1, 4:1" in shown
    assert "<details><summary>Clauses passed or not applicable (1)</summary>" in shown
    assert "<details><summary>Excused or known before (2)</summary>" in shown
    assert "- [x] Was Rene\u0301 told?" in shown
    assert "- [ ] Did Әсел and Rene\u0301 agree? 100% sure? (unicef-reporting:I.4)" in shown


# -- paths and characters


@pytest.mark.parametrize(
    ("path", "base", "shown"),
    [
        ("/repo/drafts/a.txt", "/repo", "drafts/a.txt"),
        ("/other/a.txt", "/repo", "/other/a.txt"),
        ("./a.txt", None, "a.txt"),
        ("<stdin>", "/repo", "<stdin>"),
        ("two  spaces\n.txt", None, "two  spaces .txt"),
        (r"C:\drafts\a.txt", None, "C:/drafts/a.txt"),
    ],
)
def test_paths(path: str, base: str | None, shown: str) -> None:
    assert relative(path, base) == shown


@given(st.text())
def test_any_text_can_stand_in_xml(text: str) -> None:
    etree.fromstring(f"<a>{xml_text(text).replace('&', '').replace('<', '').replace(']]>', '')}</a>".encode())


@given(st.text(st.sampled_from("ab \r\n👧Әe\u0301"), min_size=1, max_size=60), st.data())
@settings(max_examples=40, deadline=None)
def test_any_finding_fits_every_schema(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = Finding("r/x", "minor-name", "error", start, end, "m", evidence=(Evidence(start, end, "r"),))
    report = Report([DraftReport(Draft("a.txt", text, source=text), "en", None, [found])])
    sarif(report, data.draw(st.sampled_from([SHOWN, MASKED])))
    schema("rdformat.schema.json").validate(json.loads(render(report, "rdjson", SHOWN)))
    etree.fromstring(render(report, "junit", SHOWN).encode())


def test_travelling_formats_are_formats() -> None:
    assert set(FORMATS) >= TRAVELLING
    assert set(FORMATS) >= set(MINE)
