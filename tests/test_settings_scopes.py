"""Settings that differ by path, and people whose names are no finding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run

DRAFT = "Dana Seitova, 12, feeds the goats before school. Dana likes chess.\n"
ABUSE = (
    "A girl of 12 was abused by a neighbour. Her mother, Gulnara Seitova, went to the police. Seitova wept.\n"
)


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def found(cli: Run, *args: str) -> dict[str, set[tuple[str, str]]]:
    data = json.loads(cli("check", *args, "--format", "json").stdout)
    return {d["path"]: {(f["rule"], f["severity"]) for f in d["findings"]} for d in data["drafts"]}


def test_rules_by_path(cli: Run) -> None:
    write(
        "childsafe-lint.yaml",
        'paths:\n  "sport/**":\n    rules: {names/any-child: note}\n    fail_on: note\n',
    )
    write("sport/a.txt", DRAFT)
    write("sport/deep/b.txt", DRAFT)
    write("town/a.txt", DRAFT)
    severities = {path: {s for _, s in rules} for path, rules in found(cli, "sport", "town").items()}
    assert severities == {"sport/a.txt": {"note"}, "sport/deep/b.txt": {"note"}, "town/a.txt": {"warning"}}
    assert cli("check", "town").returncode == 0
    assert cli("check", "sport/a.txt").returncode == 1  # fail_on too


def test_later_patterns_over_earlier_ones(cli: Run) -> None:
    write(
        "childsafe-lint.yaml",
        "rules: {names/any-child: error}\npaths:\n  a/: {rules: {names/any-child: note}}\n"
        "  a/b/: {rules: {names/any-child: warning}}\n",
    )
    for name in ("x.txt", "a/x.txt", "a/b/x.txt"):
        write(name, DRAFT)
    assert [next(iter(r))[1] for r in found(cli, "x.txt", "a/x.txt", "a/b/x.txt").values()] == [
        "error", "note", "warning",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "paths:\n  sport/:\n    rules: {names/any-chidl: note}\n",
            3,
            "no rule or question 'names/any-chidl'",
        ),
        ("paths:\n  sport/:\n    exclude: [x]\n", 3, "unknown key 'exclude'"),
        ("people:\n  adults:\n    - name: Marat Ospanov\n", 3, "has no 'reason'"),
        (
            "people:\n  adult:\n    - {name: x, reason: y}\n",
            2,
            "unknown key 'adult' - did you mean 'adults'?",
        ),
        (
            "people:\n  adults:\n    - {name: x, reason: y, rules: [nmes/*]}\n",
            3,
            "no rule or question 'nmes/*'",
        ),
    ],
)
def test_mistakes(cli: Run, text: str, line: int, words: str) -> None:
    write("childsafe-lint.yaml", text)
    write("a.txt", DRAFT)
    done = cli("check", "a.txt")
    assert done.returncode == 2
    assert f"childsafe-lint.yaml:{line}: " in done.stderr
    assert words in done.stderr


def people(role: str, name: str, more: str = "") -> str:
    return f"people:\n  {role}:\n    - name: {name}\n      reason: We know them\n{more}"


@pytest.mark.parametrize("role", ["adults", "public_figures"])
def test_the_name_is_no_finding(cli: Run, role: str) -> None:
    write("childsafe-lint.yaml", people(role, "dana  SEITOVA"))
    write("a.txt", DRAFT + "\nTimur Aliev, 9, helps.\n")
    data = json.loads(cli("check", "a.txt", "--format", "json").stdout)["drafts"][0]
    assert [f["text"] for f in data["findings"]] == ["Timur Aliev"]
    asked = "Dana Seitova" in str([c["trigger"] for c in data["checklist"]])
    assert asked is (role == "public_figures")  # may be a child: the questions stay


@pytest.mark.parametrize("role", ["adults", "public_figures"])
def test_nor_as_a_relative(cli: Run, role: str) -> None:
    write("a.txt", ABUSE)
    assert ("details/relative", "warning") in found(cli, "a.txt")["a.txt"]
    write("childsafe-lint.yaml", people(role, "Gulnara Seitova"))
    assert not {r for r, _ in found(cli, "a.txt")["a.txt"]} & {"details/relative", "names/any-child"}


def test_scope(cli: Run) -> None:
    write("childsafe-lint.yaml", people("public_figures", "Dana Seitova", "      paths: [sport/]\n"))
    write("sport/a.txt", DRAFT)
    write("town/a.txt", DRAFT)
    assert [len(r) for r in found(cli, "sport/a.txt", "town/a.txt").values()] == [0, 1]
    write("childsafe-lint.yaml", people("public_figures", "Dana Seitova", "      rules: [names/any-child]\n"))
    write("b.txt", "Dana Seitova, 12, lives with HIV.\n")
    assert [len(r) for r in found(cli, "sport/a.txt", "b.txt").values()] == [0, 1]


def test_another_child_is_found_all_the_same(cli: Run) -> None:
    write("childsafe-lint.yaml", people("adults", "Dana Seitova"))
    write("a.txt", "Dana Bekova, 12, feeds the goats before school.\n")
    assert ("names/any-child", "warning") in found(cli, "a.txt")["a.txt"]
