"""The program as a user runs it: real processes, real files."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from childsafe_lint import __version__
from conftest import Run, clean_env

ABUSED = """\
Neighbour held

Danagul Omarova, 12, was raped by a neighbour, prosecutors say. Danagul likes drawing and walks to school.
"""
CLEAN = """\
Prices rise

The price of flour rose by five per cent over the year, the statistics office said on Monday.
"""
UKRAINIAN = (
    "Сусіда затримали у справі про крадіжку. Прокуратура повідомила, що суд відбудеться у травні в місті.\n"
    * 3
)


@pytest.fixture
def abused(tmp_path: Path) -> Path:
    path = tmp_path / "abused.txt"
    path.write_text(ABUSED, encoding="utf-8")
    return path


# -- finding and exit status


def test_a_draft_with_a_problem(run: Run, abused: Path) -> None:
    done = run("check", "abused.txt")
    assert done.returncode == 1, done.stderr
    assert done.stderr == ""
    assert "error  3:1  " in done.stdout
    assert "\x1b" not in done.stdout
    assert re.search(r"^ *│ \^{15}$", done.stdout, re.M)  # under "Danagul Omarova"
    assert done.stdout.splitlines()[-1].startswith("fail: ")
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_clean_draft(run: Run, tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    done = run("check", "clean.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "clean.txt  not applicable: these checks found no child in this draft\n"


def test_fail_on(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The orphan Dana, 9, likes football.\n" * 2, encoding="utf-8")
    worst = {
        f["severity"]
        for f in json.loads(cli("check", "a.txt", "--format", "json").stdout)["drafts"][0]["findings"]
    }
    assert worst
    for level, grave in (
        ("error", {"error"}),
        ("warning", {"error", "warning"}),
        ("note", worst),
        ("never", set()),
    ):
        assert cli("check", "a.txt", "--fail-on", level).returncode == int(bool(worst & grave)), level


def test_json_from_standard_input(run: Run) -> None:
    for args in (("check", "-"), ("check",)):
        done = run(*args, "--format", "json", input=ABUSED)
        assert done.returncode == 1
        data = json.loads(done.stdout)
        (draft,) = data["drafts"]
        assert (data["schema"], draft["path"], draft["language"]) == ("childsafe-lint/1", "<stdin>", "en")
        assert draft["verdict"] == "fail"
        for finding in draft["findings"]:
            assert ABUSED[finding["start"] : finding["end"]] == finding["text"]


def test_the_same_run_prints_the_same(run: Run, abused: Path) -> None:
    first = run("check", abused, "--format", "json", env={"PYTHONHASHSEED": "1"})
    assert run("check", abused, "--format", "json", env={"PYTHONHASHSEED": "2"}).stdout == first.stdout


def test_select_and_ignore(cli: Run, abused: Path) -> None:
    def rules(*args: str) -> set[str]:
        done = cli("check", "abused.txt", "--format", "json", *args)
        (draft,) = json.loads(done.stdout)["drafts"]
        return {f["rule"] for f in draft["findings"]} | {c["rule"] for c in draft["checklist"]}

    every = rules()
    names = {r for r in every if r.startswith("names/")}
    assert names
    assert names < every
    assert rules("--select", "names/*") == names
    assert rules("--ignore", "names/*").isdisjoint(names)
    assert rules("--select", "names/*", "--ignore", "*") == set()
    done = cli("check", "abused.txt", "--select", "nams/*")
    assert done.returncode == 2
    assert "--select: there is no rule or question 'nams/*'" in done.stderr


def test_output_file(cli: Run, abused: Path, tmp_path: Path) -> None:
    shown = cli("check", "abused.txt")
    done = cli("check", "abused.txt", "-o", "report.txt", env={"FORCE_COLOR": "1"})
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == shown.stdout
    done = cli("check", "abused.txt", "-o", "nowhere/report.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such folder" in done.stderr


def test_names_are_masked_on_a_build_server(cli: Run, abused: Path) -> None:
    for format in ("text", "json"):
        assert "Danagul" in cli("check", "abused.txt", "--format", format).stdout
        for masked in (
            cli("check", "abused.txt", "--format", format, env={"CI": "true"}),
            cli("check", "abused.txt", "--format", format, "--names", "mask"),
        ):
            assert masked.returncode == 1
            assert "danagul" not in masked.stdout.casefold()
            assert "omarova" not in masked.stdout.casefold()
        shown = cli("check", "abused.txt", "--format", format, "--names", "show", env={"CI": "true"})
        assert "Danagul" in shown.stdout


def test_colour(cli: Run, abused: Path) -> None:
    plain = cli("check", "abused.txt").stdout
    coloured = cli("check", "abused.txt", env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert cli("check", "abused.txt", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout == plain


def test_a_terminal_that_knows_only_ascii(abused: Path) -> None:
    env = clean_env(PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    done = subprocess.run(
        [sys.executable, "-m", "childsafe_lint", "check", str(abused)], capture_output=True, env=env
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.isascii()


# -- settings and rules


def test_settings_are_found_above_the_draft(cli: Run, abused: Path, tmp_path: Path) -> None:
    below = tmp_path / "desk" / "today"
    below.mkdir(parents=True)
    (below / "a.txt").write_text(ABUSED, encoding="utf-8")
    (tmp_path / "desk" / "childsafe-lint.yaml").write_text("rules:\n  names/*: note\n", encoding="utf-8")
    done = cli("check", "abused.txt", "desk", "--select", "names/*", "--format", "json")
    outer, inner = json.loads(done.stdout)["drafts"]
    assert {f["severity"] for f in outer["findings"]} == {"error"}
    assert {f["severity"] for f in inner["findings"]} == {"note"}
    assert cli("check", "desk").returncode == 0
    assert cli("check", "abused.txt", "--config", "desk/childsafe-lint.yaml").returncode == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("fail_onn: error\n", "did you mean 'fail_on'"),
        ("rules: [unclosed\n", "broken YAML"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "alias"),
        ("rules: !!python/object/apply:os.system ['touch pwned']\n", "tag"),
        ("[" * 3000, "nested"),
        ("fail_on: sometimes\n", "fail_on"),
        ("guidelines: [unicef-reportin]\n", "unicef-reporting"),
    ],
)
def test_broken_settings(cli: Run, abused: Path, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "childsafe-lint.yaml").write_text(text, encoding="utf-8")
    done = cli("check", "abused.txt")
    assert done.returncode == 2
    assert words in done.stderr
    assert "childsafe-lint.yaml" in done.stderr
    assert not (tmp_path / "pwned").exists()


def test_own_rules(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN + "The moppet, a girl of 9, sang.\n", encoding="utf-8")
    rule = """\
rules:
- id: desk/moppet
  check: term
  severity: error
  message: "“{text}” belittles a child."
  advice: "Write: child."
  params:
    terms:
    - {term: moppet, prefer: child, why: It belittles.}
  examples:
    flags: ["The moppet, a girl of 9, sang."]
    passes: ["The girl, 9, sang."]
"""
    rules = tmp_path / "our-rules"
    rules.mkdir()
    (rules / "desk.yaml").write_text(rule, encoding="utf-8")
    done = cli("check", "a.txt", "--rules", "our-rules")
    assert done.returncode == 1, done.stderr
    assert "desk/moppet" in done.stdout
    assert cli("rules", "test", "our-rules").stdout == "all 2 examples hold\n"
    assert "moppet" in cli("explain", "moppet", "--rules", "our-rules").stdout

    (rules / "desk.yaml").write_text(
        rule.replace("The girl, 9, sang", "The moppet, a girl, sang"), encoding="utf-8"
    )
    done = cli("rules", "test", "our-rules")
    assert done.returncode == 1
    assert "our-rules/desk.yaml:12: desk/moppet" in done.stdout.replace(os.sep, "/")
    assert done.stdout.endswith("1 of 2 examples did not hold\n")

    (rules / "desk.yaml").write_text(rule.replace("severity", "severty"), encoding="utf-8")
    for args in (("rules", "test", "our-rules"), ("check", "a.txt", "--rules", "our-rules")):
        done = cli(*args)
        assert done.returncode == 2
        assert re.search(r"our-rules.desk\.yaml:\d+: .*did you mean 'severity'", done.stderr)


# -- explain and rules list


def test_rules_list(cli: Run) -> None:
    text = cli("rules", "list")
    assert (text.returncode, text.stderr) == (0, "")
    data = json.loads(cli("rules", "list", "--format", "json").stdout)
    for rule in data["rules"]:
        assert f" {rule['id']}\n" in text.stdout
    assert {"id", "severity", "category", "clauses", "message", "advice"} <= set(data["rules"][0])
    assert max(map(len, text.stdout.splitlines())) <= 80


def test_explain_every_rule_clause_and_question(run: Run) -> None:
    """In one process, because there are many."""
    code = """
import io, sys, contextlib
from childsafe_lint.cli.app import app
from childsafe_lint.cli.setup import known
book = known(None, ())
names = [r.id for r in book.rules] + [q.id for q in book.questions] + [g.id for g in book.guidelines]
names += [c.id for g in book.guidelines for c in g.clauses]
for name in names:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        app.main(["explain", name], standalone_mode=False)
    assert out.getvalue().startswith(name + "  ("), name
    assert len(out.getvalue().splitlines()) > 2, name
print(len(names))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=clean_env())
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 60


def test_explain(cli: Run) -> None:
    rule = cli("explain", "names/sexual-abuse-victim").stdout
    for label in ("What it says", "Why", "What to write instead", "Flagged", "Passes", "Written in"):
        assert f"\n{label}\n" in rule
    clause = cli("explain", "iii.3.a")
    assert clause.stdout.startswith("unicef-reporting:III.3.a  (")
    assert "Checked by\n  • names/sexual-abuse-victim (error)" in clause.stdout
    word = cli("explain", "orphan")
    assert word.returncode == 0
    wrong = cli("explain", "names/sexual-abuse-victm")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == (
        "childsafe-lint: there is no rule, clause or word 'names/sexual-abuse-victm' - "
        "did you mean 'names/sexual-abuse-victim'?\n"
    )


# -- start


@pytest.mark.parametrize(
    "args",
    [["--help"], ["--version"], ["check", "--help"], ["explain", "III.3.a"], ["rules", "list"]],
    ids=" ".join,
)
def test_starts_without_the_heavy_parts(args: list[str]) -> None:
    code = (
        "import sys\nfrom childsafe_lint.cli import main\n"
        "try:\n    main(sys.argv[1:])\nfinally:\n"
        "    heavy = {m.partition('.')[0] for m in sys.modules} & {'spacy', 'numpy', 'thinc', 'jinja2'}\n"
        "    print(sorted(heavy), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, env=clean_env()
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")
    assert done.stdout


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"childsafe-lint {__version__}\n"


def test_help_fits_a_terminal(run: Run) -> None:
    for args in ([], ["check"], ["explain"], ["rules"], ["rules", "list"], ["rules", "test"]):
        done = run(*args, "--help")
        assert done.returncode == 0
        assert max(map(len, done.stdout.splitlines())) <= 80
        assert "Examples:" in done.stdout or args == ["rules"]


# -- what can go wrong


def test_usage_errors(run: Run) -> None:
    for args in (["chekc", "a.txt"], ["check", "--format", "xml", "-"], ["check", "--nonsense"], ["explain"]):
        done = run(*args)
        assert (done.returncode, done.stdout) == (2, ""), args
        assert "Error: " in done.stderr


def _bad(folder: Path) -> dict[str, tuple[bytes, str, str]]:
    """file name -> content, what the report says: ``error`` or ``not_checked``, and words of the reason."""
    return {
        "empty.txt": (b"", "not_checked", "empty"),
        "blank.txt": (b" \n\t\n", "not_checked", "empty"),
        "image.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "error", "PNG"),
        "binary.txt": (bytes(range(256)) * 40, "error", "text"),
        "huge.txt": (b"The child sang. " * (50_000_000 // 16), "error", "too large"),
        "front.md": (b"---\ntitle: [unclosed\n---\n\nThe child sang.\n", "error", "front matter"),
        "ukrainian.txt": (UKRAINIAN.encode(), "not_checked", "Ukrainian"),
        "numbers.txt": (b"1 2 3 4 5\n", "not_checked", "no readable words"),
        "draft.docx": (b"PK\x03\x04rest", "error", "docx"),
    }


def test_bad_drafts_do_not_stop_the_others(run: Run, abused: Path, tmp_path: Path) -> None:
    bad = _bad(tmp_path)
    for name, (content, _, _) in bad.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    names = [*bad, "gone.txt", "folder", "abused.txt"]
    done = run("check", *names, "--format", "json")
    assert done.returncode == 2
    data = json.loads(done.stdout)
    drafts = {d["path"]: d for d in data["drafts"]}
    assert list(drafts) == names
    expected = {
        **{n: (k, w) for n, (_, k, w) in bad.items()},
        "gone.txt": ("error", "no such file"),
        "folder": ("error", "no drafts"),
    }
    for name, (key, words) in expected.items():
        assert words in drafts[name][key], (name, drafts[name])
        assert drafts[name]["findings"] == []
        assert drafts[name]["verdict"] == "needs review"
    assert drafts["abused.txt"]["verdict"] == "fail"
    errors = [n for n, (key, _) in expected.items() if key == "error"]
    assert len(done.stderr.splitlines()) == len(errors)
    for name, line in zip(errors, done.stderr.splitlines(), strict=True):
        assert line.startswith(f"childsafe-lint: {name}")
    summary = data["summary"]
    assert (summary["drafts"], summary["checked"]) == (len(names), 1)
    assert summary["unreadable"] == len(errors)

    text = run("check", *names)
    assert text.returncode == 2
    assert "empty.txt  not checked: the draft is empty\n" in text.stdout
    assert text.stdout.splitlines()[-1].startswith(f"{len(names)} drafts: 1 fail")


def test_not_checked_alone_is_no_error(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = cli("check", "empty.txt")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "empty.txt  not checked: the draft is empty\n",
        "",
    )


def test_another_language_given(cli: Run, abused: Path) -> None:
    done = cli("check", "abused.txt", "--language", "uk")
    assert done.returncode == 0
    assert done.stdout.startswith("abused.txt  not checked: ")


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root reads everything"
)
def test_no_permission(run: Run, abused: Path) -> None:
    abused.chmod(0)
    done = run("check", "abused.txt")
    assert (done.returncode, done.stderr) == (
        2,
        "childsafe-lint: abused.txt: cannot be read: permission denied\n",
    )


def test_a_very_long_draft_is_said_not_to_be_checked(cli: Run, tmp_path: Path) -> None:
    """Larger than what the pipeline can take at once, yet below the limit for a file."""
    (tmp_path / "long.txt").write_text("The flour was dear. " * 60_000, encoding="utf-8")
    done = cli("check", "long.txt", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    (draft,) = json.loads(done.stdout)["drafts"]
    assert "too long" in draft["not_checked"]


def test_file_names_that_are_no_text(cli: Run, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(name, "wb") as file:  # noqa: PTH123
            file.write(b"")
    except OSError:
        pytest.skip("this file system takes text only")
    for format in ("text", "json"):
        done = cli("check", tmp_path, "--format", format)
        assert done.returncode == 0
        assert "not_checked" in done.stdout or "not checked" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals and pipes")
def test_interrupted_and_cut_off_quietly(tmp_path: Path, abused: Path) -> None:
    command = [sys.executable, "-m", "childsafe_lint"]
    process = subprocess.Popen(
        [*command, "check", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=clean_env(),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # shells have background jobs ignore it
    )  # fmt: skip
    time.sleep(8)  # long enough, on a busy machine too, to be waiting for its input
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (out, err.strip()) == (b"", b"")

    process = subprocess.Popen(
        [*command, "rules", "list", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=clean_env(),
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(timeout=60) in (1, 141)
    assert process.stderr is not None
    assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_on_a_terminal(abused: Path, tmp_path: Path) -> None:
    """Colour, and a bar over many drafts; with no drafts and nothing piped in, a friendly usage error."""
    import pty

    def on_terminal(*args: str) -> tuple[int, str]:
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "childsafe_lint", *args], stdin=theirs, stdout=theirs, stderr=theirs,
            cwd=tmp_path, env=clean_env(TERM="xterm"), close_fds=True,
        )  # fmt: skip
        os.close(theirs)
        shown = b""
        try:
            while data := os.read(ours, 65536):
                shown += data
        except OSError:  # the other side has closed
            pass
        os.close(ours)
        return process.wait(timeout=60), shown.decode()

    for i in range(4):
        (tmp_path / f"{i}.txt").write_text(CLEAN, encoding="utf-8")
    status, shown = on_terminal("check", ".")
    assert status == 1
    assert "Checking drafts" in shown
    assert "\x1b[1m" in shown
    status, shown = on_terminal("check")
    assert status == 2
    assert "childsafe-lint check draft.txt" in shown


def test_faults_of_our_own_show_no_draft(tmp_path: Path, abused: Path) -> None:
    code = (
        "import sys, childsafe_lint.linter as l\n"
        "def broken(*a): raise ValueError('Danagul')\n"
        "l.Linter.lint_many = broken\n"
        "from childsafe_lint.cli import main\nmain(['check', sys.argv[1]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(abused)], capture_output=True, text=True, env=clean_env()
    )
    assert done.returncode == 2
    assert "internal error (ValueError)" in done.stderr
    assert "Danagul" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
