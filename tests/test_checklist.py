"""Questions and their answers: beside the draft and in front matter, what they settle, and what consent lowers."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childsafe_lint.drafts.records import Consent
from childsafe_lint.records.entries import from_file
from childsafe_lint.records.write import Asked, Given, updated
from conftest import Run

STORY = 'A day\n\n"I want to go home," said Dana Seitova, 12, by the river.\n\nThe mayor spoke of roads.\n'
HIV = "A day\n\nDana Seitova, 12, lives with HIV. She likes chess.\n"
HARM = "version: 1\ndraft: a.txt\nanswers:\n  - question: ask/harm\n"
FULL = {"fully_informed": True, "child_agreed": True, "guardian_agreed": True}


def report(cli: Run, name: str, *args: str) -> dict[str, Any]:
    done = cli("check", name, "--format", "json", *args)
    assert done.returncode in (0, 1), done.err if hasattr(done, "err") else done.stderr
    drafts = json.loads(done.stdout)["drafts"]
    return dict(drafts[0])


def questions(cli: Run, name: str) -> dict[str, dict[str, Any]]:
    return {c["rule"]: c for c in report(cli, name)["checklist"]}


def draft(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def sidecar(name: str, *answers: dict[str, Any], **more: Any) -> None:
    """JSON is YAML."""
    data = {"version": 1, "draft": name, "answers": list(answers), **more}
    Path(f"{name}.childsafe.yaml").write_text(json.dumps(data), encoding="utf-8")


def answer(cli: Run, name: str, question: str, **more: Any) -> dict[str, Any]:
    fingerprint = questions(cli, name)[question]["fingerprint"]
    return {
        "question": question, "fingerprint": fingerprint, "done": "Asked twice", "by": "R. Amado",
        "on": "2026-11-24", **more,
    }  # fmt: skip


def test_the_trigger_is_shown_everywhere(cli: Run) -> None:
    draft("a.txt", STORY)
    asked = questions(cli, "a.txt")
    assert asked["ask/interview-place"]["trigger"] == "the draft quotes Dana Seitova, 12"
    assert re.fullmatch("[0-9a-f]{12}", asked["ask/interview-place"]["fingerprint"])
    for format in ("text", "markdown", "html", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"):
        shown = cli("check", "a.txt", "--format", format, "--names", "show").stdout
        assert "the draft quotes Dana Seitova, 12" in " ".join(shown.replace("\\n", " ").split()), format
        masked = cli("check", "a.txt", "--format", format, "--names", "mask").stdout
        assert "the draft quotes [child], 12" in " ".join(masked.replace("\\", "").split()), format
        assert "Dana" not in masked, format


def test_only_what_the_draft_gives_reason_for(cli: Run) -> None:
    draft("a.txt", "The mayor opened a bridge. The river is high.\n")
    assert questions(cli, "a.txt") == {}
    done = cli("checklist", "a.txt")
    assert (done.returncode, done.stdout) == (0, "a.txt  gives reason for no question\n")


def test_an_answer_is_shown_and_settles_its_question(cli: Run) -> None:
    draft("a.txt", STORY)
    sidecar("a.txt", answer(cli, "a.txt", "ask/interview-place"))
    found = questions(cli, "a.txt")["ask/interview-place"]
    assert found["status"] == "answered"
    assert found["answer"] == {"done": "Asked twice", "by": "R. Amado", "on": "2026-11-24", "current": True}
    for format in ("text", "markdown", "html", "junit", "sarif"):
        shown = " ".join(cli("check", "a.txt", "--format", format).stdout.split())
        assert "Answered by R. Amado, 2026-11-24: Asked twice" in shown, format


def test_all_answered_is_a_pass(cli: Run) -> None:
    draft("a.txt", STORY)
    args = ("--ignore", "names/*")
    sidecar("a.txt", *(answer(cli, "a.txt", q) for q in questions(cli, "a.txt")))
    found = report(cli, "a.txt", *args)
    assert found["verdict"] == "pass"
    assert {c["verdict"] for c in found["clauses"]} == {"pass", "not applicable"}
    assert cli("checklist", "a.txt").returncode == 0
    sidecar("a.txt")
    found = report(cli, "a.txt", *args)
    assert found["verdict"] == "needs review"
    assert {c["id"]: c["verdict"] for c in found["clauses"]}["unicef-reporting:II.6"] == "needs review"


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("The mayor spoke of roads.", "The mayor and Timur Aliev, 44, spoke of bridges.", "answered"),
        ("by the river", "at the river on Monday", "answered"),
        ("go home", "stay here", "open"),
        ("by the river", "who lives with HIV", "open"),
        ("Seitova, 12", "Seitova, 15", "open"),
    ],
)
def test_a_draft_that_changes_in_what_was_asked_is_asked_again(
    cli: Run, old: str, new: str, status: str
) -> None:
    draft("a.txt", STORY)
    sidecar("a.txt", answer(cli, "a.txt", "ask/interview-place"))
    assert old in STORY
    draft("a.txt", STORY.replace(old, new))
    found = questions(cli, "a.txt")["ask/interview-place"]
    assert found["status"] == status
    assert found["answer"]["current"] is (status == "answered")
    text = " ".join(cli("check", "a.txt").stdout.split())
    assert ("Asked again, as the draft has changed" in text) is (status == "open")


def test_a_fingerprint_holds_no_name(cli: Run) -> None:
    draft("a.txt", STORY)
    draft("b.txt", STORY.replace("Dana Seitova", "Bartholomea Ng"))
    assert [(q, c["fingerprint"]) for q, c in questions(cli, "a.txt").items()] == [
        (q, c["fingerprint"]) for q, c in questions(cli, "b.txt").items()
    ]


def test_answers_are_shown_from_the_cache_too(cli: Run) -> None:
    draft("a.txt", STORY)
    sidecar("a.txt", answer(cli, "a.txt", "ask/interview-place"))
    first, again = (cli("check", "a.txt").stdout for _ in range(2))
    assert first == again
    assert "Answered by R. Amado, 2026-11-24: Asked twice" in again
    sidecar("a.txt")
    assert "Answered by" not in cli("check", "a.txt").stdout


def test_front_matter(cli: Run) -> None:
    body = STORY.replace("A day", "# A day")
    draft("a.md", body)
    told = answer(cli, "a.md", "ask/harm" if "ask/harm" in questions(cli, "a.md") else "ask/staged")
    draft("a.md", f"---\ntitle: A day\nchildsafe-lint:\n  answers: {json.dumps([told])}\n---\n{body}")
    assert questions(cli, "a.md")[told["question"]]["status"] == "answered"
    draft(
        "a.md",
        f"---\r\ntitle: x\r\nchildsafe-lint:\r\n  answers:\r\n    - question: ask/nothing\r\n---\r\n{body}",
    )
    done = cli("check", "a.md")
    assert done.returncode == 2
    assert done.stderr.startswith(
        "childsafe-lint: a.md:5: answer to 'ask/nothing': there is no such question"
    )


# --- consent


def named(found: dict[str, Any]) -> set[tuple[str, str]]:
    return {(f["rule"], f["severity"]) for f in found["findings"] if f["category"] == "minor-name"}


@pytest.mark.parametrize("child", ["D. S.", "D.S.", "D.", "child", "[child]", "Dana Seitova", "dana", "Dana"])
def test_consent_lowers_hiv(cli: Run, child: str) -> None:
    draft("a.txt", HIV)
    assert named(report(cli, "a.txt")) == {("names/hiv", "error")}
    told = answer(cli, "a.txt", "ask/consent-for-health", consent={"child": child, **FULL})
    sidecar("a.txt", told)
    found = report(cli, "a.txt")
    assert named(found) == {("names/hiv", "note")}
    verdicts = {c["id"]: c["verdict"] for c in found["clauses"]}
    assert verdicts["unicef-reporting:III.3.c"] == "pass"
    assert "consent of child and guardian is on record: R. Amado" in str(found["findings"])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Dana Seitova, 12, was raped by a neighbour, prosecutors say.", "names/sexual-abuse-victim"),
        ("Dana Seitova, 14, was arrested for robbery on Friday and charged.", "names/accused"),
        ("Dana Seitova, 16, was sentenced to two years for robbery.", "names/convicted"),
        ("Dana Seitova, 12, lives with HIV and was raped by a neighbour.", "names/sexual-abuse-victim"),
    ],
)
def test_consent_never_lowers_the_rest_of_iii_3(cli: Run, text: str, rule: str) -> None:
    draft("a.txt", text + "\n")
    assert named(report(cli, "a.txt")) == {(rule, "error")}
    sidecar("a.txt", answer(cli, "a.txt", "ask/consent-to-name", consent={"child": "D. S.", **FULL}))
    found = report(cli, "a.txt")
    assert named(found) == {(rule, "error")}
    assert "The consent on record does not lift this." in found["findings"][0]["advice"]


def test_the_strictest_counts(cli: Run) -> None:
    draft(
        "a.txt", "Dana Seitova, 12, lives with HIV. Her stepfather beat Dana for months, the court heard.\n"
    )
    sidecar("a.txt", answer(cli, "a.txt", "ask/consent-to-name", consent={"child": "D. S.", **FULL}))
    assert named(report(cli, "a.txt")) == {("names/abuse-neglect", "warning")}


def test_another_guideline_may_ask_for_more(cli: Run) -> None:
    draft("a.txt", HIV)
    sidecar("a.txt", answer(cli, "a.txt", "ask/consent-for-health", consent={"child": "D. S.", **FULL}))
    both = ("--guideline", "unicef-reporting", "--guideline", "ifj-children")
    assert named(report(cli, "a.txt", *both)) == {("names/hiv", "error")}


@pytest.mark.parametrize(
    ("change", "rule", "words"),
    [
        ({"child": "Z. Z."}, "consent/unclear", "no child named"),
        ({"guardian_agreed": False}, "consent/incomplete", "that a parent or guardian agreed"),
        (
            {"child_agreed": False, "fully_informed": False},
            "consent/incomplete",
            "informed, that the child agreed",
        ),
    ],
)
def test_consent_that_holds_for_nobody(cli: Run, change: dict[str, Any], rule: str, words: str) -> None:
    draft("a.txt", HIV)
    consent = {"child": "D. S.", **FULL, **change}
    sidecar("a.txt", answer(cli, "a.txt", "ask/consent-for-health", consent=[consent]))
    found = report(cli, "a.txt")
    assert named(found) == {("names/hiv", "error")}
    assert any(f["rule"] == rule and words in f["message"] for f in found["findings"])


def test_consent_is_for_one_child_and_one_draft(cli: Run) -> None:
    two = "Dana Seitova, 12, lives with HIV. Diana Sadykova, 13, lives with HIV too.\n"
    draft("a.txt", two)
    told = answer(cli, "a.txt", "ask/consent-for-health", consent={"child": "child 2", **FULL})
    sidecar("a.txt", told)
    severities = {
        f["text"]: f["severity"] for f in report(cli, "a.txt")["findings"] if f["rule"] == "names/hiv"
    }
    assert severities == {"Dana Seitova": "error", "Diana Sadykova": "note"}
    sidecar("a.txt", {**told, "consent": {"child": "D. S.", **FULL}})
    assert "several children" in str(report(cli, "a.txt")["findings"])
    sidecar("a.txt", {**told, "consent": {"child": "Dana Seitova", **FULL}})
    draft("a.txt", two.replace("Dana Seitova", "Lena Kimova"))
    severities = {
        f["text"]: f["severity"] for f in report(cli, "a.txt")["findings"] if f["rule"] == "names/hiv"
    }
    assert severities == {
        "Lena Kimova": "error",
        "Diana Sadykova": "error",
    }  # the record is for another child
    draft("a.txt", two.replace("too.", "too. Her brother Aldiyar, 9, lives with HIV."))
    assert ("names/hiv", "note") not in named(
        report(cli, "a.txt")
    )  # another child: the answer is asked again


# --- writing


def filled(text: str, question: str, consent: str = "") -> str:
    """The file with one answer filled in by hand."""
    block = rf"(- question: {question}\n    fingerprint: \w+\n    done:)\n    by:\n    on:\n"
    done = rf"\1 Asked at home\n    by: R. Amado\n    on: 2026-11-24\n{consent}"
    text, n = re.subn(block, done, text)
    assert n == 1
    return text


def test_write_fill_in_write_again(cli: Run) -> None:
    draft("story.txt", HIV)
    done = cli("checklist", "story.txt", "--write")
    assert (done.returncode, done.stdout) == (0, "story.txt.childsafe.yaml: to be filled in\n")
    file = Path("story.txt.childsafe.yaml")
    text = file.read_text(encoding="utf-8")
    assert "Dana" not in text
    assert "Seitova" not in text
    assert "# Asked because the draft tells of [child], 12 (living with HIV)." in text
    assert cli("check", "story.txt").returncode == 1  # read, and nothing in it counts
    assert cli("checklist", "story.txt", "--write").stdout == "story.txt.childsafe.yaml: nothing to add\n"

    consent = "    consent:\n      - child: D. S.\n" + "".join(f"        {k}: true\n" for k in FULL)
    text = filled(text, "ask/consent-for-health", consent) + "\n# a remark of ours\n"
    file.write_text(text, encoding="utf-8")
    assert named(report(cli, "story.txt")) == {("names/hiv", "note")}

    draft("story.txt", HIV + '\n"I am fine," said Dana.\n')
    assert cli("checklist", "story.txt", "--write").returncode == 0
    again = file.read_text(encoding="utf-8")
    assert [
        line for line in text.splitlines() if line not in again.splitlines() and "fingerprint" not in line
    ] == []
    assert "question: ask/interview-place" in again
    open_ = {q for q, c in questions(cli, "story.txt").items() if c["status"] == "open"}
    assert "ask/consent-for-health" in open_  # quoted now: asked again, and the old answer kept
    assert again.count("question: ask/consent-for-health") == 2
    assert cli("checklist", "story.txt", "--write").stdout.endswith("nothing to add\n")


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\ndraft: a.txt\n",
        "version: 1\ndraft: a.txt\nanswers:\n",
        "version: 1\ndraft: a.txt\nanswers:\nexceptions:\n  - rule: terms/poverty\n    reason: ours\n",
        "# ours\nversion: 1\ndraft: a.txt\nanswers:\n- question: ask/staged\n  done: >-\n    Seen\n    it\n"
        "  by: me\n  on: 2026-01-01\nexceptions: []\n",
        "version: 1\ndraft: a.txt\nanswers:\n  - {question: ask/staged, done: Seen, by: me, on: 2026-01-01}\n",
        "version: 1\ndraft: a.txt\nanswers:\n  - question: ask/staged\n    done: Seen\n    by: me\n    on: 2026-01-01",
        "version: 1\r\ndraft: a.txt\r\nanswers:\r\n  - question: ask/staged\r\n    done: |\r\n      Seen\r\n"
        "    by: me\r\n    on: 2026-01-01\r\n",
    ],
)
def test_writing_keeps_all_that_is_there(cli: Run, text: str) -> None:
    draft("a.txt", STORY)
    file = Path("a.txt.childsafe.yaml")
    file.write_bytes(text.encode())
    assert cli("checklist", "a.txt", "--write").returncode == 0
    after = re.sub(r", fingerprint: \w+", "", file.read_bytes().decode())
    at = 0
    for line in text.split("\n"):  # every line is there, in order
        at = after.index(line.strip(), at)
    asked = questions(cli, "a.txt")
    assert all(f"question: {q}" in after for q in asked)
    if "ask/staged" in text:  # an answer written by hand is bound to the draft it was written for
        assert asked["ask/staged"]["status"] == "answered"
    assert cli("checklist", "a.txt", "--write").stdout.endswith("nothing to add\n")


def test_what_cannot_be_added_to_is_left_alone(cli: Run) -> None:
    draft("a.txt", STORY)
    sidecar("a.txt", answer(cli, "a.txt", "ask/staged"))
    before = Path("a.txt.childsafe.yaml").read_bytes()
    done = cli("checklist", "a.txt", "--write")
    assert done.returncode == 2
    assert "a.txt.childsafe.yaml:1: its answers stand in one line" in done.stderr
    assert Path("a.txt.childsafe.yaml").read_bytes() == before


def test_one_by_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HIV, encoding="utf-8")
    listed = run("checklist", "a.txt")
    assert listed.returncode == 1
    order = re.findall(r"^    (ask/\S+), fingerprint", listed.stdout, re.M)
    typed = []
    for question in order:
        if question == "ask/consent-for-health":
            typed += ["Form in the safe: signed", "R. Amado", "y", "y", "y", "y"]
        else:
            typed.append("")
    done = run("checklist", "a.txt", "--interactive", input="\n".join(typed) + "\n")
    assert done.returncode == 1, done.stderr  # the others are still open
    checked = json.loads(run("check", "a.txt", "--format", "json").stdout)["drafts"][0]
    assert named(checked) == {("names/hiv", "note")}
    text = (tmp_path / "a.txt.childsafe.yaml").read_text(encoding="utf-8")
    assert 'done: "Form in the safe: signed"' in text
    assert "Dana" not in text


def test_one_by_one_into_the_file_that_waits(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HIV, encoding="utf-8")
    run("checklist", "a.txt", "--write")
    file = tmp_path / "a.txt.childsafe.yaml"
    before = file.read_text(encoding="utf-8")
    done = run("checklist", "a.txt", "--interactive", input="It is: good\nR. Amado\n")
    assert done.returncode == 130  # the input ended; what was answered is kept
    after = file.read_text(encoding="utf-8")
    assert after.count("question:") == before.count("question:")
    assert 'done: "It is: good"\n    by: R. Amado\n    on: 20' in after
    assert "1 answered" in run("checklist", "a.txt").stdout


@given(done=st.text(min_size=1), by=st.text(min_size=1), child=st.text(min_size=1))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, done: str, by: str, child: str
) -> None:
    file = tmp_path_factory.mktemp("w") / "a.txt.childsafe.yaml"
    texts = [" ".join("".join(c for c in t if c.isprintable()).split()) for t in (done, by, child)]
    if not all(texts):
        return
    asked = [Asked("ask/harm", "Why?", "it: is # so", "0123456789ab", keys=("D. S.",))]
    consent = Consent(texts[2], fully_informed=True)
    new = Given(texts[0], texts[1], date(2026, 11, 24), [consent])
    waiting = updated(file, asked, lambda _: True)
    assert waiting
    file.write_text(waiting, encoding="utf-8")
    for _ in range(2):  # into the entry that waits, and as a new one
        text = updated(file, asked, lambda _: True, {"ask/harm": new})
        assert text
        file.write_text(text, encoding="utf-8")
        found = from_file(file, lambda _: True).answers[-1]
        assert (found.done, found.by, found.on) == (texts[0], texts[1], new.on)
        assert [replace(c, line=None) for c in found.consents] == [consent]


# --- mistakes


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("version: 1\ndraft: b.txt\n", 2, "is for another draft: 'draft:' must be the name"),
        ("version: 2\ndraft: a.txt\nmore: x\n", 1, "is of version '2', this program reads version 1"),
        ("draft: a.txt\n", 1, "does not say its version"),
        ("version: 1\n", 1, "does not say whose it is"),
        ("version: 1\ndraft: a.txt\nanswers:\n  - question: ask/hram\n", 4, "there is no such question"),
        ("version: 1\ndraft: a.txt\nanswer: []\n", 3, "unknown key 'answer'"),
        ("version: 1\ndraft: a.txt\nanswers:\n  - done: x\n", 4, "has no 'question'"),
        (
            "version: 1\ndraft: a.txt\nanswers:\n  - question: ask/harm\n    done: x\n    on: 2026-01-01\n",
            4,
            "who answers",
        ),
        (
            "version: 1\ndraft: a.txt\nanswers:\n  - question: ask/harm\n    done: x\n    by: y\n",
            4,
            "does not say when",
        ),
        (
            "version: 1\ndraft: a.txt\nanswers:\n  - question: ask/harm\n    done: x\n    by: y\n    on: 1.2.26\n",
            7,
            "'1.2.26' is not a day",
        ),
        ("version: 1\ndraft: a.txt\nexceptions:\n  - reason: x\n", 4, "exception has no 'rule'"),
        ("version: 1\ndraft: a.txt\nanswers: [\n", 3, "broken YAML"),
        ("version: 1\ndraft: a.txt\nanswers: yes\n", 3, "answers must be a list"),
        ("", 1, "holds nothing"),
    ],
)
def test_mistakes_are_told_with_their_line(cli: Run, text: str, line: int, words: str) -> None:
    draft("a.txt", STORY)
    draft("b.txt", "The mayor opened a bridge.\n")
    Path("a.txt.childsafe.yaml").write_text(text, encoding="utf-8")
    for command in ("check", "checklist"):
        done = cli(command, "a.txt", "b.txt")
        assert done.returncode == 2
        assert done.stderr.startswith(f"childsafe-lint: a.txt.childsafe.yaml:{line}: ")
        assert words in done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert "b.txt" in done.stdout  # the others are still looked at


def test_a_file_that_is_none(cli: Run) -> None:
    draft("a.txt", STORY)
    Path("a.txt.childsafe.yaml").mkdir()
    done = cli("check", "a.txt")
    assert done.returncode == 2
    assert "a.txt.childsafe.yaml: cannot be read" in done.stderr


def test_answers_and_reasons_are_masked(cli: Run) -> None:
    draft("a.txt", HIV)
    told = answer(
        cli, "a.txt", "ask/harm", done="Gulnara Seitova and dana agreed. Zhanna said so.", by="Dana Seitova"
    )
    exception = {"rule": "names/hiv", "reason": "Dana's aunt Aigerim Bekova asked for it", "by": "R. Amado"}
    sidecar("a.txt", told, exceptions=[exception])
    formats = ("text", "concise", "json", "jsonl", "markdown", "html", "sarif", "github", "gitlab", "junit")
    for format in formats:
        out = cli("check", "a.txt", "--format", format, "--names", "mask").stdout
        for name in ("Gulnara", "Seitova", "dana", "Dana", "Zhanna", "Aigerim", "Bekova"):
            assert name not in out, (format, name)
    out = cli("checklist", "a.txt", env={"CI": "1"}).stdout
    assert "Dana" not in out
    assert "Gulnara" not in out


def test_exceptions_beside_a_draft(cli: Run) -> None:
    draft("a.txt", HIV)
    prints = {f["rule"]: f["fingerprint"] for f in report(cli, "a.txt")["findings"]}
    for exception in (
        {"words": "dana  seitova"},
        {"fingerprint": prints["names/hiv"]},
        {},
    ):
        sidecar("a.txt", exceptions=[{"rule": "names/hiv", "reason": "x", **exception}])
        (finding,) = [f for f in report(cli, "a.txt")["findings"] if f["rule"] == "names/hiv"]
        assert finding["suppressed"]["kind"] == "external"
    sidecar("a.txt", exceptions=[{"rule": ["names/hiv", "terms/hiv"], "reason": "x", "words": "Timur"}])
    unused = [f["message"] for f in report(cli, "a.txt")["findings"] if f["rule"] == "exceptions/unused"]
    assert len(unused) == 2
    assert all("of the file beside the draft" in m for m in unused)


def test_examples_in_the_guide_are_read(cli: Run) -> None:
    guide = (Path(__file__).parent.parent / "docs" / "checklist.md").read_text(encoding="utf-8")
    blocks = [textwrap.dedent(b) for b in re.findall(r"^```(?:yaml)\n(.*?)^```", guide, re.M | re.S)]
    assert len(blocks) == 2
    draft("story.docx.txt", STORY)
    for block in blocks:
        text = block if block.startswith("version") else f"version: 1\ndraft: story.docx\nanswers:\n{block}"
        file = Path("story.docx.txt.childsafe.yaml")
        file.write_text(text.replace("story.docx", "story.docx.txt"), encoding="utf-8")
        assert cli("check", "story.docx.txt").returncode < 2


@pytest.mark.parametrize(
    ("text", "question", "asked"),
    [
        ("The opposition staged a protest on the square. The mayor spoke.", "ask/staged", False),
        ("The girl, 9, was staged at the well for the picture.", "ask/staged", True),
        ("File photo: The square after the rain. The mayor spoke.", "ask/other-child", False),
        ("A boy of 9 lost his dog.\n\nFile photo: A boy with a dog.", "ask/other-child", True),
    ],
)
def test_words_count_only_where_a_child_is_spoken_of(cli: Run, text: str, question: str, asked: bool) -> None:
    draft("a.txt", f"News\n\n{text}\n\nThe market opens at nine on Saturday.\n")
    assert (question in questions(cli, "a.txt")) is asked


def test_the_example(cli: Run, examples: Path) -> None:
    found = report(cli, str(examples / "editor" / "chess-club.txt"))
    assert found["verdict"] == "needs review"
    assert [c["rule"] for c in found["checklist"] if c["status"] == "open"] == ["ask/undo"]
    assert named(found) == {("names/health", "note")}
    sidecar_text = (examples / "editor" / "chess-club.txt.childsafe.yaml").read_text(encoding="utf-8")
    assert "Wanjiru" not in sidecar_text
