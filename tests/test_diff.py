"""``--diff``: only what changed in git, on real repositories."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, clean_env

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

Git = Callable[..., str]

OLD = "The juvenile delinquent will appear in court next week, police said on Friday."
GIRL = "Danagul, 12, was hurt in the yard of her school."
NEWS = "The council met on Monday. It talked about bread.\n"


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """``git("commit", ...)`` in a new repository with one branch, main."""

    def git(*args: str) -> str:
        env = clean_env(GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1")
        who = (
            "-c",
            "user.name=A. Editor",
            "-c",
            "user.email=editor@news.example",
            "-c",
            "core.autocrlf=false",
        )
        done = subprocess.run(["git", *who, *args], cwd=tmp_path, env=env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    git("init", "-q", "-b", "main")
    return git


def commit(git: Git) -> None:
    git("add", "-A")
    git("commit", "-q", "-m", "Drafts")


def report(cli: Run, *args: str) -> tuple[int, dict[str, list[str]]]:
    """Exit status, and the flagged words by draft."""
    done = cli("check", *args, "--format", "json", "--fail-on", "warning")
    assert done.stdout, done.stderr
    data: dict[str, Any] = json.loads(done.stdout)
    return done.returncode, {d["path"]: [f["text"] for f in d["findings"]] for d in data["drafts"]}


def test_only_changed_lines_of_changed_drafts(cli: Run, git: Git, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{OLD}\n\n{NEWS}")
    (tmp_path / "b.txt").write_text(OLD + "\n")
    (tmp_path / "code.py").write_text("x = 1\n")
    commit(git)
    git("checkout", "-q", "-b", "feature")
    (tmp_path / "a.txt").write_text(f"{OLD}\n\n{NEWS}\nShe was a teenage prostitute, they said.\n")
    (tmp_path / "code.py").write_text("x = 2\n")
    commit(git)
    for range in ("main...HEAD", "main..HEAD", "main", "HEAD~1", "main...", "main...feature"):
        status, found = report(cli, "--diff", range)
        assert status == 1, range
        assert list(found) == ["a.txt"], range
        assert any("prostitute" in text for text in found["a.txt"]), range
        assert not any("delinquent" in text for text in found["a.txt"]), range
    assert any("delinquent" in text for text in report(cli, "a.txt")[1]["a.txt"])
    assert report(cli, "b.txt", "--diff", "main") == (0, {})
    assert list(report(cli, "b.txt", "a.txt", "--diff", "main")[1]) == ["a.txt"]
    assert list(report(cli, ".", "--diff", "main...HEAD")[1]) == ["a.txt"]


def test_what_others_did_meanwhile(cli: Run, git: Git, tmp_path: Path) -> None:
    """Three dots leave out what changed on main since; two dots do not."""
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "b.txt").write_text(NEWS)
    commit(git)
    git("checkout", "-q", "-b", "feature")
    (tmp_path / "a.txt").write_text(NEWS + OLD + "\n")
    commit(git)
    git("checkout", "-q", "main")
    (tmp_path / "b.txt").write_text(NEWS * 3)
    commit(git)
    git("checkout", "-q", "feature")
    assert list(report(cli, "--diff", "main...HEAD")[1]) == ["a.txt"]
    assert list(report(cli, "--diff", "main..HEAD")[1]) == ["a.txt", "b.txt"]


def test_new_deleted_renamed(cli: Run, git: Git, tmp_path: Path) -> None:
    body = f"{OLD}\n\n" + "".join(f"Line {i} is about bread and bridges.\n\n" for i in range(20))
    (tmp_path / "gone.txt").write_text(OLD)
    (tmp_path / "old name.txt").write_text(body)
    commit(git)
    (tmp_path / "gone.txt").unlink()
    (tmp_path / "old name.txt").unlink()
    folder = tmp_path / "тексты [1]"
    folder.mkdir()
    name = 'жаңа "draft" *é.txt'
    (folder / name).write_text(body + "\nShe was a teenage prostitute, they said.\n")
    (tmp_path / "new.txt").write_text("Quite another thing.\n\n" + NEWS * 3 + OLD)
    git("add", "-A")
    status, found = report(cli, "--diff", "HEAD")
    path = f"{folder.name}/{name}"
    assert list(found) == ["new.txt", path]
    assert any("delinquent" in t for t in found["new.txt"])
    assert any("prostitute" in t for t in found[path])
    assert not any("delinquent" in t for t in found[path])
    assert status == 1
    assert report(cli, "gone.txt", "--diff", "HEAD") == (0, {})
    assert cli("check", "never.txt", "--diff", "HEAD").returncode == 2


def test_files_git_does_not_know_yet(cli: Run, git: Git, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / ".gitignore").write_text("ignored.txt\n")
    commit(git)
    (tmp_path / "new.txt").write_text(OLD)
    (tmp_path / "ignored.txt").write_text(OLD)
    assert list(report(cli, "--diff", "HEAD")[1]) == ["new.txt"]
    done = cli("check", "--diff", "HEAD..HEAD")
    assert (done.returncode, done.stderr) == (0, "childsafe-lint: no draft changed in HEAD..HEAD\n")


def test_line_ends_and_encodings(cli: Run, git: Git, tmp_path: Path) -> None:
    lines = [OLD, "", "The council met.", "", GIRL]
    for name, end, encoding in (
        ("crlf.txt", "\r\n", "utf-8-sig"), ("utf16.txt", "\r\n", "utf-16"), ("md.md", "\r\n", "utf-8"),
        ("html.html", "\n", "utf-8"),
    ):  # fmt: skip
        text = end.join(lines[:3]) + end
        text = f"<p>{lines[0]}</p>\n<p>{lines[2]}</p>\n" if name == "html.html" else text
        (tmp_path / name).write_bytes(text.encode(encoding))
    commit(git)
    for path in tmp_path.glob("[a-z]*.*"):
        encoding = {"crlf.txt": "utf-8-sig", "utf16.txt": "utf-16"}.get(path.name, "utf-8")
        text = path.read_bytes().decode(encoding)
        added = f"\r\n{GIRL} A teenage prostitute, they said.\r\n"
        added = "<p>A teenage &quot;prostitute&quot;,\nthey said.</p>\n" if path.suffix == ".html" else added
        path.write_bytes((text + added).encode(encoding))
    _, found = report(cli, "--diff", "HEAD")
    assert sorted(found) == ["crlf.txt", "html.html", "md.md", "utf16.txt"]
    for name, texts in found.items():
        assert any("prostitute" in t for t in texts), name
        # to git UTF-16 is no text, so all of it changed
        assert any("delinquent" in t for t in texts) == (name == "utf16.txt"), name


def test_what_follows_from_a_change_elsewhere(cli: Run, git: Git, tmp_path: Path) -> None:
    """A name that stood there before is reported when a new line makes it one of an abused child, and when the
    line that called it changed is taken out."""
    (tmp_path / "a.txt").write_text(f"{NEWS}\nDanagul, 12, likes football.\n\n{NEWS}")
    (tmp_path / "b.txt").write_text(
        f"Danagul, 12, was raped by a neighbour, prosecutors say.\n\n{NEWS}\nThe girl's name has been changed.\n"
    )
    commit(git)
    (tmp_path / "a.txt").write_text(
        f"{NEWS}\nDanagul, 12, likes football.\n\n{NEWS}\nDanagul was raped by a neighbour, prosecutors say.\n"
    )
    (tmp_path / "b.txt").write_text(f"Danagul, 12, was raped by a neighbour, prosecutors say.\n\n{NEWS}\n")
    status, found = report(cli, "--diff", "HEAD")
    assert status == 1
    assert found["a.txt"].count("Danagul") == 2
    assert found["b.txt"] == ["Danagul"]


def test_an_exception_taken_back(cli: Run, git: Git, tmp_path: Path) -> None:
    comment = '<!-- childsafe-lint: allow terms/* reason="Their own name" -->'
    rule = "terms/sexual-exploitation"
    words = "She was a teenage prostitute, they said.\n"
    (tmp_path / "a.md").write_text(f"{comment.replace('terms/*', rule)}\n\n{words}")
    (tmp_path / "b.txt").write_text(words)
    beside = tmp_path / "b.txt.childsafe.yaml"
    beside.write_text(
        f"version: 1\ndraft: b.txt\nexceptions:\n  - rule: {rule}\n    reason: Their own name\n"
    )
    commit(git)
    assert cli("check", ".", "--fail-on", "warning").returncode == 0
    (tmp_path / "a.md").write_text(words)
    beside.unlink()
    status, found = report(cli, "--diff", "HEAD")
    assert (status, sorted(found)) == (1, ["a.md", "b.txt"])
    assert all(any("prostitute" in t for t in texts) for texts in found.values())


def test_questions_and_clauses(cli: Run, git: Git, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Danagul, 12, was raped by a neighbour, prosecutors say.\n\n{NEWS}")
    commit(git)
    (tmp_path / "a.txt").write_text(
        f"Danagul, 12, was raped by a neighbour, prosecutors say.\n\n{NEWS}\n{NEWS}"
    )
    data = json.loads(cli("check", "--diff", "HEAD", "--format", "json").stdout)["drafts"][0]
    assert data["findings"] == []
    assert data["checklist"] == []
    assert "fail" not in {c["verdict"] for c in data["clauses"]}


def test_with_a_baseline_and_from_a_folder_below(cli: Run, git: Git, tmp_path: Path, run: Run) -> None:
    below = tmp_path / "below"
    below.mkdir()
    (below / "a.txt").write_text(NEWS)
    commit(git)
    (below / "a.txt").write_text(NEWS + OLD + "\n")
    (tmp_path / "top.txt").write_text(OLD)
    assert cli("check", ".", "--baseline", "k", "--update-baseline").returncode == 0
    assert cli("check", "--diff", "HEAD", "--baseline", "k", "--fail-on", "note").returncode == 0
    done = run("check", "--diff", "HEAD", "--format", "concise", cwd=below)
    assert done.stdout.startswith("a.txt:2:")
    assert "top.txt" not in done.stdout


def test_what_cannot_be(cli: Run, git: Git, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (tmp_path / "a.txt").write_text(OLD)

    def error(*args: str, env: dict[str, str] | None = None) -> str:
        done = cli("check", *args, env=env)
        assert (done.returncode, done.stdout) == (2, ""), args
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr

    assert "there is no commit 'HEAD'" in error("--diff", "HEAD")  # nothing is committed yet
    commit(git)
    assert "there is no commit 'nowhere'" in error("a.txt", "--diff", "nowhere...HEAD")
    assert "fetch" in error("--diff", "origin/main...HEAD")
    for bad in ("", "--output=x", "-x..HEAD"):
        assert "name a commit or a branch" in error(f"--diff={bad}")
    git("checkout", "-q", "--orphan", "other")
    git("commit", "-q", "-m", "Apart")
    assert "no common beginning" in error("--diff", "main...HEAD")
    assert "not what is checked out" in error("--diff", "HEAD...main")
    assert "git, which is not installed" in error("--diff", "HEAD", env={"PATH": str(tmp_path / "no")})
    outside = tmp_path_factory.mktemp("outside")
    (outside / "b.txt").write_text(OLD)
    done = cli("check", str(outside / "b.txt"), "--diff", "HEAD")
    assert done.returncode == 2
    assert "is not in this git repository" in done.stderr
    for args, said in (
        (("-", "--diff", "HEAD"), "- is none"),
        (("--diff", "HEAD", "--baseline", "k", "--update-baseline"), "leave --diff out"),
    ):
        done = cli("check", *args)
        assert done.returncode == 2
        assert said in done.stderr


def test_no_repository(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OLD)
    done = cli("check", "--diff", "HEAD", env={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "childsafe-lint: --diff needs a git repository, and this folder is in none\n"
