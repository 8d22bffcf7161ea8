"""``--baseline``: what was known before stays in the report and counts no more."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from childsafe_lint import lint
from childsafe_lint.baseline import Baseline
from childsafe_lint.report import nameless
from conftest import Run

GIRL = (
    "# Girl hurt at school\n\nDanagul, 12, was raped by a neighbour, prosecutors say. She lives in the village of "
    "Kenes with her aunt.\n\nPolice opened a case on Monday. The neighbour was arrested and will stay in custody "
    "until the trial, which is expected to begin before the summer.\n"
)
BOY = (
    "Ruslan Petrov, 14, was caught stealing two phones from a shop in the centre of town, police said on Friday. "
    "The juvenile delinquent will appear in court next week.\n"
)


@pytest.fixture
def archive(tmp_path: Path, cli: Run) -> Path:
    """Two drafts with findings, all of them recorded."""
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "danagul.md").write_text(GIRL, encoding="utf-8")
    (folder / "b.txt").write_text(BOY, encoding="utf-8")
    assert cli("check", "archive").returncode == 1
    done = cli("check", "archive", "--baseline", "k", "--update-baseline")
    assert done.returncode == 0
    assert "recorded" in done.stderr
    return folder


def findings(text: str) -> list[dict[str, Any]]:
    return [f for d in json.loads(text)["drafts"] for f in d["findings"]]


def test_known_findings_stay_and_do_not_count(archive: Path, cli: Run) -> None:
    done = cli("check", "archive", "--baseline", "k", "--format", "json", "--fail-on", "note")
    assert done.returncode == 0
    found = findings(done.stdout)
    assert len(found) >= 4
    assert {f["baselineState"] for f in found} == {"unchanged"}
    data = json.loads(done.stdout)
    assert data["summary"]["findings"] == 0
    assert data["summary"]["set_aside"] == len(found)
    assert {d["verdict"] for d in data["drafts"]} == {"needs review"}  # questions are asked as ever
    assert "fail" not in {c["verdict"] for d in data["drafts"] for c in d["clauses"]}
    assert f"{len(found)} findings known before, 0 new\n" in done.stderr
    for format in ("text", "concise", "gitlab", "github"):
        shown = cli("check", "archive", "--baseline", "k", "--format", format).stdout
        assert "names/sexual-abuse-victim" not in shown, format
    assert "excused or known before" in cli("check", "archive", "--baseline", "k").stdout


def test_new_ones_count_and_gone_ones_are_told(archive: Path, cli: Run) -> None:
    text = GIRL.replace("She lives in the village of Kenes", "She lives") + "\nHer name is Danagul.\n"
    (archive / "danagul.md").write_text(text, encoding="utf-8")
    done = cli("check", "archive", "--baseline", "k", "--format", "json")
    assert done.returncode == 1
    new = [f for f in findings(done.stdout) if f["baselineState"] == "new"]
    assert [f["text"] for f in new] == ["Danagul"]
    assert "1 new; no longer found: 1" in done.stderr
    sarif = json.loads(cli("check", "archive", "--baseline", "k", "--format", "sarif").stdout)
    states = [r["baselineState"] for r in sarif["runs"][0]["results"] if r["kind"] == "fail"]
    assert states.count("new") == 1
    assert "unchanged" in states


def test_renamed_and_edited_elsewhere(archive: Path, cli: Run) -> None:
    edited = GIRL.replace("Police opened a case on Monday", "Police opened a criminal case late on Tuesday")
    (archive / "danagul.md").unlink()
    (archive / "ж.md").write_text("\ufeff" + edited.replace("\n", "\r\n"), encoding="utf-8", newline="")
    done = cli("check", "archive", "--baseline", "k")
    assert (done.returncode, ", 0 new\n" in done.stderr) == (0, True)


def test_the_same_sentence_in_another_draft_is_new(archive: Path, cli: Run, tmp_path: Path) -> None:
    sentence = "Danagul, 12, was raped by a neighbour, prosecutors say."
    other = (
        f"{sentence}\n\nThe council met on Monday to talk about the price of bread, the new bridge over the river, "
        "and the harvest, which was poor this year because of the long drought in the south of the country.\n"
    )
    (tmp_path / "other.md").write_text(other, encoding="utf-8")
    done = cli("check", "other.md", "--baseline", "k")
    assert done.returncode == 1
    assert "0 findings known before" in done.stderr
    assert "recorded for drafts that were not checked now: 4" in done.stderr
    assert cli("check", "archive", "other.md", "--baseline", "k").returncode == 1


def test_the_file_holds_no_word(archive: Path, tmp_path: Path) -> None:
    import re

    content = (tmp_path / "k").read_text(encoding="utf-8")
    body = "".join(line for line in content.splitlines(keepends=True)[1:] if not line.startswith("#"))
    assert re.fullmatch(r"((draft( [0-9a-f]{8})+|known [0-9a-f]{20})\n)+", body)
    assert "danagul" not in content.casefold()


def test_no_word_list_can_be_tried(tmp_path: Path) -> None:
    """Whatever the people and places are called, whether the checks know them or not, the file is the same."""

    def content(girl: str, boy: str, town: str, age: str) -> str:
        text = (
            f"{girl}, {age}, was raped by a neighbour in {town}, prosecutors say. Her friend {boy} said that the "
            "orphan had told nobody about it for months, and that the school had not asked."
        )
        return Baseline.of([lint(text)]).text()

    one = content("Danagul", "Timur", "Kenes", "12")
    assert "known" in one
    assert one == content("Maria José", "Xqz Abcdef", "Upper Brookfield", "9")


def test_nameless() -> None:
    assert nameless("the girl Aida Serik-kyzy, 12, of █████ says") == "the girl █ of █ says"
    assert nameless("мальчик Тимур пришёл") == "мальчик █ пришёл"


def test_same_content_in_any_order(archive: Path, cli: Run, tmp_path: Path) -> None:
    before = (tmp_path / "k").read_bytes()
    cli("check", "archive/danagul.md", "archive/b.txt", "--baseline", "k2", "--update-baseline")
    assert (tmp_path / "k2").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "line", "expected"),
    [
        ("", 1, "is not a baseline"),
        ("{}", 1, "is not a baseline"),
        ("childsafe-lint-baseline 2\n", 1, "of version 2"),
        ("childsafe-lint-baseline\n", 1, "of version unknown"),
        ("childsafe-lint-baseline 1\nknown 0123456789abcdef0123\n", 2, "broken baseline"),
        ("childsafe-lint-baseline 1\ndraft 01234567\nknown x\n", 3, "broken baseline"),
        ("childsafe-lint-baseline 1\n# x\n\ndraft 0123456\n", 4, "broken baseline"),
        ("childsafe-lint-baseline 1\n<<<<<<< HEAD\n", 2, "merge conflict"),
        ("childsafe-lint-baseline 1\n\0\x01\n", 2, "broken baseline"),
    ],
)
def test_broken_files(cli: Run, tmp_path: Path, content: str, line: int, expected: str) -> None:
    (tmp_path / "a.txt").write_text(BOY)
    (tmp_path / "k").write_text(content)
    done = cli("check", "a.txt", "--baseline", "k")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"childsafe-lint: k:{line}: ")
    assert expected in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_cannot_be(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BOY)
    for args, expected in (
        (["--baseline", "k"], "there is no such baseline"),
        (["--baseline", "."], "cannot be read"),
        (["--update-baseline"], "needs --baseline FILE"),
        (["--update-baseline", "--baseline", "a.txt"], "will not be overwritten"),
        (["--update-baseline", "--baseline", "no/k"], "no such folder"),
        (["--update-baseline", "--baseline", "k", "-o", "k"], "cannot be one file"),
    ):
        done = cli("check", "a.txt", *args)
        assert done.returncode == 2, args
        assert expected in done.stderr
    assert (tmp_path / "a.txt").read_text() == BOY
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt"]


def test_nothing_is_lost_when_a_draft_cannot_be_read(archive: Path, cli: Run, tmp_path: Path) -> None:
    before = (tmp_path / "k").read_bytes()
    (archive / "b.txt").write_bytes(b"\0\1\2" * 50)
    done = cli("check", "archive", "--baseline", "k", "--update-baseline")
    assert done.returncode == 2
    assert "not written, because 1 draft could not be read" in done.stderr
    assert (tmp_path / "k").read_bytes() == before


def test_an_older_or_broken_baseline_is_replaced(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BOY)
    (tmp_path / "k").write_text("childsafe-lint-baseline 0\nwhatever\n")
    (tmp_path / "k").chmod(0o640)
    assert cli("check", "a.txt", "--baseline", "k", "--update-baseline").returncode == 0
    assert (tmp_path / "k").read_text().startswith("childsafe-lint-baseline 1\n")
    assert stat.S_IMODE((tmp_path / "k").stat().st_mode) == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "k"]
