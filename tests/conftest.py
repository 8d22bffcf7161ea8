"""What several test files share: running the program as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

#: variables that change what the program prints
_FORGET = (
    "CI", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "CHILDSAFE_LINT_DEBUG",
    "CHILDSAFE_LINT_CACHE_DIR",
    "LC_ALL", "LC_MESSAGES", "LANG",
    "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "GITLAB_CI", "CI_PROJECT_DIR",
)  # fmt: skip


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the user's cache, and none that of another test."""
    home = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    return home / "childsafe-lint"


def clean_env(**extra: str) -> dict[str, str]:
    """The environment without what changes output; UTF-8 on every system."""
    env = {k: v for k, v in os.environ.items() if k not in _FORGET}
    return {**env, "PYTHONUTF8": "1", **extra}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """``run("check", "draft.txt", env={...}, input="...")`` in an empty folder."""

    def run(
        *args: str | Path,
        env: dict[str, str] | None = None,
        input: str | bytes | None = None,
        cwd: Path | None = None,
        timeout: float = 120,
    ) -> subprocess.CompletedProcess[str]:
        data = input.encode() if isinstance(input, str) else input
        done = subprocess.run(
            [sys.executable, "-m", "childsafe_lint", *map(str, args)],
            input=b"" if data is None else data,
            capture_output=True,
            cwd=cwd or tmp_path,
            env=clean_env(**(env or {})),
            timeout=timeout,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")
        assert "Traceback" not in err, err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return run


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Like ``run`` but in this process, where the language model is loaded only once."""
    from childsafe_lint.cli import main

    monkeypatch.chdir(tmp_path)
    for name in _FORGET:
        monkeypatch.delenv(name, raising=False)

    def cli(*args: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        capfd.readouterr()
        with monkeypatch.context() as patch:
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as exit:
                main([str(a) for a in args])
        out, err = capfd.readouterr()
        assert isinstance(exit.value.code, int)
        return subprocess.CompletedProcess(list(args), exit.value.code, out, err)

    return cli


@pytest.fixture(scope="session")
def examples() -> Path:
    """The invented drafts that ship with the project."""
    return Path(__file__).resolve().parent.parent / "examples"
