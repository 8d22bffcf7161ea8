"""The Python interface."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import childsafe_lint
from childsafe_lint import Draft, InputError, Linter, lint
from conftest import clean_env

TEXT = "Danagul, 12, was raped by a neighbour, prosecutors say. Danagul likes drawing."


def test_text_path_and_draft_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    report = lint(TEXT)
    assert report.verdict == "fail"
    assert [TEXT[f.start : f.end] for f in report.findings if f.category == "minor-name"] == [
        "Danagul",
        "Danagul",
    ]
    for other in (lint(path), lint(Draft("x", TEXT))):
        assert [(f.rule, f.start) for f in other.findings] == [(f.rule, f.start) for f in report.findings]


def test_a_string_is_never_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert lint("draft.txt").draft.text == "draft.txt"


def test_what_cannot_be_read_or_judged() -> None:
    with pytest.raises(InputError, match="no such file"):
        lint(Path("gone.txt"))
    assert lint("").not_checked == "the draft is empty"


def test_many_drafts_in_order() -> None:
    linter = Linter()
    texts = [TEXT, "", "The price of flour rose by five per cent over the year, the office said.", TEXT]
    reports = list(linter.lint_many(Draft(f"{i}.txt", t) for i, t in enumerate(texts)))
    assert [r.draft.path for r in reports] == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert [bool(r.findings) for r in reports] == [True, False, False, True]
    assert [f.start for f in reports[0].findings] == [f.start for f in linter.lint(Draft("y", TEXT)).findings]


def test_importing_is_light() -> None:
    code = (
        "import sys, childsafe_lint\n"
        "from childsafe_lint import lint, Linter, Draft, DraftReport\n"
        "loaded = {m.partition('.')[0] for m in sys.modules}\n"
        "print(sorted(loaded & {'spacy', 'numpy', 'thinc', 'click'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=clean_env())
    assert done.stdout == "[]\n", done.stderr


def test_all_names_are_there_and_no_others() -> None:
    for name in childsafe_lint.__all__:
        assert getattr(childsafe_lint, name) is not None
    assert set(childsafe_lint.__all__) <= set(dir(childsafe_lint))
    with pytest.raises(AttributeError, match="lnit"):
        childsafe_lint.lnit  # type: ignore[attr-defined]  # noqa: B018


def test_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert version("childsafe-lint") == childsafe_lint.__version__
