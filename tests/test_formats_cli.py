"""Several reports at once, what build servers get, and names in none of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from childsafe_lint.reports import FORMATS, TRAVELLING
from conftest import Run, clean_env

ABUSED = "Zhuldyzai, 12, was raped by a neighbour, prosecutors say.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(ABUSED, encoding="utf-8")
    return path


def test_several_formats(run: Run, draft: Path, tmp_path: Path) -> None:
    done = run(
        "check", draft, "--format", "concise", "--format", "json=out.json", "--format", "sarif=o=1.sarif"
    )
    assert done.returncode == 1
    assert done.stdout.startswith("draft.txt:1:1: error names/")
    assert "Zhuldyzai is named" in done.stdout
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["summary"]["names"] == "shown"
    run_ = json.loads((tmp_path / "o=1.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert run_["properties"]["names"] == "masked"
    assert "What to write instead" in run_["tool"]["driver"]["rules"][0]["help"]["text"]
    assert {p.name for p in tmp_path.iterdir()} == {"draft.txt", "out.json", "o=1.sarif"}


@pytest.mark.parametrize("flags", [["--show-names"], ["--names", "show"]])
def test_names_are_shown_when_asked_for(run: Run, draft: Path, flags: list[str]) -> None:
    for name in ("sarif", "github", "gitlab"):
        assert "Zhuldyzai" in run("check", draft, "--format", name, *flags, env={"CI": "true"}).stdout


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (["--format", "sarif=a", "--format", "gitlab=./a"], "two reports cannot go to one file, a"),
        (["--format", "sarif=a", "--format", "text", "-o", "a"], "two reports cannot go to one file"),
        (["--format", "json", "--format", "sarif"], "json and sarif cannot both be printed"),
        (["--format", "github", "--format", "json"], "cannot both be printed"),
        (["--format", "sarfi"], "there is no format 'sarfi' - did you mean 'sarif'?"),
        (["--format", "quux"], "choose from text, concise"),
        (["--format", "sarif="], "name a file after 'sarif='"),
        (["--format", "sarif=a", "-o", "b"], "-o needs exactly one --format without a file"),
        (["--format", "sarif=none/a"], "no such folder"),
        (["--format", "sarif=."], "this is a folder"),
    ],
)  # fmt: skip
def test_wrong_targets(run: Run, draft: Path, tmp_path: Path, args: list[str], error: str) -> None:
    done = run("check", draft, *args)
    assert done.returncode == 2
    assert error in done.stderr
    assert done.stdout == ""
    assert [p.name for p in tmp_path.iterdir()] == ["draft.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a full device")
def test_nothing_half_written_is_left(run: Run, draft: Path, tmp_path: Path) -> None:
    """The old report stands until the new one is whole."""
    target = tmp_path / "out.sarif"
    target.write_text("old")
    (tmp_path / f".{target.name}.part").mkdir()
    done = run("check", draft, "--format", f"sarif={target}")
    assert done.returncode == 1
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == "2.1.0"
    done = run("check", draft, "--format", "sarif=/dev/full")
    assert done.returncode == 2
    assert "/dev/full: the report cannot be written" in done.stderr


def test_a_report_never_takes_the_place_of_a_draft(run: Run, draft: Path, tmp_path: Path) -> None:
    words = draft.read_text(encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(draft)
    for args in ((draft, "-o", draft), (".", "--format", "json=draft.txt"), ("link.txt", "-o", "draft.txt")):
        done = run("check", *args)
        assert (done.returncode, done.stdout) == (2, "")
        assert "is a draft; name another file for the report" in done.stderr
        assert draft.read_text(encoding="utf-8") == words


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_behind_standard_output(draft: Path) -> None:
    for format in ("text", "json"):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "childsafe_lint", "check", draft, "--format", format],
                stdout=full, stderr=subprocess.PIPE, env=clean_env(), text=True,
            )  # fmt: skip
        assert done.returncode == 2
        assert done.stderr == "childsafe-lint: the report cannot be printed: No space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on files")
def test_no_room_for_the_whole_report(draft: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    code = (
        "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "from childsafe_lint.cli import main\nmain(['check', 'draft.txt', '--format', 'json=out.json', '--no-cache'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=clean_env(), capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "out.json: the report cannot be written" in done.stderr
    assert target.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["draft.txt", "out.json"]


def test_a_link_to_a_report_stays_a_link(run: Run, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    run("check", draft, "--format", "json=link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))


def test_github_is_found_out(run: Run, draft: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    env = {
        "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(tmp_path.parent),
        "GITHUB_STEP_SUMMARY": str(summary),
    }  # fmt: skip
    done = run("check", draft, env=env)
    assert done.returncode == 1
    assert "questions to answer" in done.stdout
    assert f"::error file={tmp_path.name}/draft.txt,line=1,endLine=1,col=1," in done.stdout
    page = summary.read_text(encoding="utf-8")
    assert page.startswith("# Before\n# childsafe-lint\n")
    assert "Zhuldyzai" not in done.stdout + done.stderr + page
    assert "::error" not in run("check", draft, "--format", "text", env=env).stdout
    env["GITHUB_STEP_SUMMARY"] = str(tmp_path / "none" / "summary.md")
    done = run("check", draft, env=env)
    assert done.returncode == 1
    assert "the step summary cannot be written" in done.stderr


def test_gitlab_is_found_out(run: Run, draft: Path, tmp_path: Path) -> None:
    env = {"CI": "true", "GITLAB_CI": "true", "CI_PROJECT_DIR": str(tmp_path)}
    done = run("check", draft, env=env)
    assert "questions to answer" in done.stdout
    issues = json.loads((tmp_path / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert issues[0]["location"] == {"path": "draft.txt", "lines": {"begin": 1, "end": 1}}
    (tmp_path / "gl-code-quality-report.json").unlink()
    run("check", draft, "--format", "concise", env=env)
    assert not (tmp_path / "gl-code-quality-report.json").exists()


# -- names

DRAFTS = {
    "zhuldyzai-case.txt": """\
ZHULDYZAI FOUND: NEIGHBOUR HELD

Zhuldyzai Tolebekkyzy, 13, was raped by a neighbour, prosecutors say. Zhuldyzai's brother Yernazar, 9, ran for
help. Police praised Yernazar. “Zhuldyzai is a brave girl,” said her mother, Raushanbike Tolebekova. The girl, whom
friends call “Zhuzhik”, is at home. Tolebekkyzy’s class collected money under #JusticeForZhuldyzai and
#zhuldyzai; the page is @zhuldyzai.t. Zhuzhik likes drawing.
""",
    "markdown/Oluwaseyifunmi.md": """\
---
title: Oluwaseyifunmi lives with HIV
---

# Oluwaseyifunmi's fight

![Oluwaseyifunmi at school](oluwaseyifunmi.jpg)

Oluwaseyifunmi Adebowale-Bright, an 11-year-old boy who is HIV positive, was told to leave his school. Seven-year-old
twins Ngozichukwu and Ebubechukwu, his sisters, may stay.

> “Seyi-Boy is no danger to anyone,” his teacher said of Oluwaseyifunmi.
""",
    "mixed.html": """\
<html><head><title>Casimira, 15, jailed</title></head><body><h1>CASIMIRA JAILED</h1>
<p>Casimira Vandenbergh, 15, was convicted of arson. Co-accused Thaddeusz Wi&#347;niewski, 16, walked free.</p>
<p>“Thaddeusz was the leader,” said Casimira’s lawyer. See <a href="https://example.org/casimira">her page</a>.</p>
</body></html>
""",
}
NAMES = (
    "zhuldyzai", "tolebekkyzy", "yernazar", "raushanbike", "tolebekova", "zhuzhik", "oluwaseyifunmi", "adebowale",
    "ngozichukwu", "ebubechukwu", "casimira", "vandenbergh", "thaddeusz", "wiśniewski", "wisniewski",
)  # fmt: skip


@pytest.fixture
def named(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    for name, text in DRAFTS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_no_name_in_any_report_of_real_drafts(run: Run, named: Path, tmp_path: Path) -> None:
    """Every format, the annotations and summary of a run on GitHub, and what goes to stderr."""
    out = tmp_path / "out"
    out.mkdir()
    (named / "empty-CASIMIRA.txt").write_bytes(b"\0\1\2")
    formats = [arg for name in FORMATS for arg in ("--format", f"{name}=out/{name}")]
    env = {"CI": "true", "GITHUB_STEP_SUMMARY": str(out / "summary")}
    done = run("check", "drafts", *formats, env=env)
    assert done.returncode == 2  # one cannot be read
    assert "draft-1.txt: " in done.stderr
    reports = {p.name: p.read_text(encoding="utf-8") for p in out.iterdir()}
    assert set(reports) == {*FORMATS, "summary"}
    reports["stdout"], reports["stderr"] = done.stdout, done.stderr
    for name, text in reports.items():
        folded = text.casefold()
        assert [n for n in NAMES if n in folded] == [], name
    findings = json.loads(reports["json"])["summary"]["by_category"]["minor-name"]
    assert findings >= 12  # they were found: it is not for want of findings that no name is shown


def test_no_name_in_travelling_formats_outside_of_a_build(run: Run, named: Path, tmp_path: Path) -> None:
    formats = [arg for name in sorted(TRAVELLING) for arg in ("--format", f"{name}={name}.out")]
    run("check", "drafts", *formats)
    for name in TRAVELLING:
        folded = (tmp_path / f"{name}.out").read_text(encoding="utf-8").casefold()
        assert [n for n in NAMES if n in folded] == [], name
