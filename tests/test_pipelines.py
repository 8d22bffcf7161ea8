"""The files that put the program into a pipeline do what docs/pipelines.md says: their scripts are run, on real
repositories and the example folders."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import Run, clean_env

ROOT = Path(__file__).resolve().parent.parent
DRAFT = "Danagul, 12, was raped by a neighbour, prosecutors say.\n"

bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A folder with ``childsafe-lint``, and a ``python`` that writes down what it is asked to install."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = f'#!/bin/sh\nexec "{sys.executable}" -m childsafe_lint "$@"\n'
    python = (
        f'#!/bin/sh\necho "$*" >> "{tmp_path}/installed"\n'
        'if [ "$2" = venv ]; then mkdir -p "$3" && cp -r "$(dirname "$0")" "$3/bin"; fi\n'
    )
    for name, content in (("childsafe-lint", program), ("python", python)):
        (folder / name).write_text(content)
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder to run a pipeline in."""
    folder = tmp_path / "checkout"
    (folder / "my drafts").mkdir(parents=True)
    (folder / "my drafts" / "a.txt").write_text(DRAFT)
    (folder / "b.txt").write_text("The council met on Monday.\n")
    return folder


class Action:
    """``action.yml``, its steps run as the runner does."""

    def __init__(self, tmp_path: Path, bin_folder: Path, folder: Path) -> None:
        self.tmp_path, self.folder = tmp_path, folder
        self.data: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
        self.env = clean_env(
            CI="true", GITHUB_ACTIONS="true", GITHUB_WORKSPACE=str(folder),
            GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"), PATH=f"{bin_folder}:/usr/bin:/bin",
        )  # fmt: skip

    def run(self, **inputs: str) -> tuple[int, str, dict[str, str]]:
        """Exit status, what was printed, outputs of the action."""
        given = {name: i.get("default", "") for name, i in self.data["inputs"].items()}
        context = {f"inputs.{k}": v for k, v in {**given, **inputs}.items()}
        context |= {"github.action_path": str(ROOT), "runner.temp": str(self.tmp_path / "runner temp")}
        printed, status = "", 0

        def filled(text: str) -> str:
            return re.sub(r"\$\{\{ (\S+) \}\}", lambda m: context[m[1]], text)

        for step in self.data["runs"]["steps"]:
            if "uses" in step:
                continue
            assert "${{" not in step["run"], "an input in a script could be run as a command"
            output = self.tmp_path / "output"
            output.write_text("")
            env = {**self.env, "GITHUB_OUTPUT": str(output), **{k: filled(v) for k, v in step["env"].items()}}
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
                cwd=self.folder, env=env, capture_output=True, text=True,
            )  # fmt: skip
            printed += done.stdout + done.stderr
            for line in output.read_text().splitlines():
                key, _, value = line.partition("=")
                context[f"steps.{step['id']}.outputs.{key}"] = value
            status = done.returncode
            if status:
                break
        outputs = {name: filled(o["value"]) for name, o in self.data["outputs"].items()}
        return status, printed, outputs


@pytest.fixture
def action(tmp_path: Path, bin_folder: Path, drafts: Path) -> Action:
    return Action(tmp_path, bin_folder, drafts)


@bash
def test_action_checks_and_leaves_sarif(action: Action, drafts: Path, tmp_path: Path) -> None:
    status, printed, outputs = action.run()
    assert status == 1
    assert "::error file=my drafts/a.txt" in printed
    assert outputs == {"sarif": "childsafe-lint.sarif"}
    text = (drafts / outputs["sarif"]).read_text("utf-8")
    assert json.loads(text)["runs"][0]["results"]
    assert "names/sexual-abuse-victim" in text
    assert (tmp_path / "summary.md").exists()
    for said in (printed, text, (tmp_path / "summary.md").read_text()):
        assert "Danagul" not in said
    installed = (tmp_path / "installed").read_text().splitlines()
    assert installed[1] == f"-m pip install --quiet {ROOT}"


@bash
def test_action_inputs(action: Action, drafts: Path, tmp_path: Path) -> None:
    assert action.run(**{"fail-on": "never"})[0] == 0
    assert action.run(paths="b.txt\n")[0] == 0
    assert action.run(paths="b.txt\r\nmy drafts\r\n")[0] == 1
    assert action.run(paths="no such file.txt")[0] == 2
    status, printed, outputs = action.run(format="concise junit=report.xml", sarif="out file.sarif")
    assert (status, outputs) == (1, {"sarif": "out file.sarif"})
    assert "my drafts/a.txt:1:1: error" in printed
    assert (drafts / "report.xml").exists()
    assert (drafts / "out file.sarif").exists()
    action.run(version="1.2.3")
    assert (
        (tmp_path / "installed")
        .read_text()
        .splitlines()[-1]
        .endswith("install --quiet childsafe-lint==1.2.3")
    )
    hostile = "$(touch hacked); `touch hacked`; 'x"
    for name in ("paths", "format", "fail-on", "baseline", "diff", "version"):
        action.run(**{name: hostile})
    assert not (drafts / "hacked").exists()


@bash
def test_action_with_a_baseline(action: Action, drafts: Path, run: Run) -> None:
    run("check", ".", "--baseline", "known", "--update-baseline", cwd=drafts)
    assert action.run(baseline="known")[0] == 0
    (drafts / "b.txt").write_text(DRAFT.replace("Danagul", "Aliya"))
    assert action.run(baseline="known")[0] == 1


@needs_git
@bash
def test_action_with_changes_only(action: Action, drafts: Path) -> None:
    commit(drafts)
    assert action.run(diff="HEAD")[0] == 0
    (drafts / "b.txt").write_text(DRAFT)
    status, printed, _ = action.run(diff="HEAD")
    assert status == 1
    assert "b.txt" in printed
    assert "a.txt" not in printed


def commit(folder: Path) -> None:
    for args in (
        ("init", "-q"),
        ("add", "-A"),
        ("-c", "user.name=A. Editor", "-c", "user.email=e@news.example", "commit", "-q", "-m", "Drafts"),
    ):
        subprocess.run(["git", *args], cwd=folder, check=True, capture_output=True, env=clean_env())


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_gitlab_job(shell: str, bin_folder: Path, drafts: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    template = ROOT / "templates" / "childsafe-lint.gitlab-ci.yml"
    job = yaml.safe_load(template.read_text("utf-8"))["childsafe-lint"]

    def status(**variables: str) -> int:
        env = clean_env(
            CI="true", GITLAB_CI="true", CI_PROJECT_DIR=str(drafts), PATH=f"{bin_folder}:/usr/bin:/bin",
            **{**job["variables"], **variables},
        )  # fmt: skip
        script = "\n".join([*job["before_script"], *job["script"]])
        done = subprocess.run(
            [shell, "-e", "-c", script], cwd=drafts, env=env, capture_output=True, text=True
        )
        assert "Danagul" not in done.stdout + done.stderr
        return done.returncode

    assert status() == 1
    reports = job["artifacts"]["reports"]
    issues = json.loads((drafts / reports["codequality"]).read_text("utf-8"))
    assert {i["location"]["path"] for i in issues} == {"my drafts/a.txt"}
    assert "Danagul" not in (drafts / reports["junit"]).read_text("utf-8")
    assert status(CHILDSAFE_LINT_FAIL_ON="never") == 0
    assert status(CHILDSAFE_LINT_PATHS="b.txt") == 0
    assert status(CHILDSAFE_LINT_PATHS="b.txt\nmy drafts/a.txt") == 1
    assert status(CHILDSAFE_LINT_PATHS="$(touch hacked)") == 2
    assert not (drafts / "hacked").exists()
    assert status(CHILDSAFE_LINT_BASELINE="none") == 2
    assert status(CHILDSAFE_LINT_DIFF="none") == 2


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.gitlab-ci", "templates/childsafe-lint.gitlab-ci.yml"),
    ],
)
def test_schemas(schema: str, file: str) -> None:
    pytest.importorskip("check_jsonschema")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, ROOT / file],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@needs_git
def test_hooks(bin_folder: Path, drafts: Path, tmp_path: Path) -> None:
    """pre-commit itself takes the manifest, and runs the hooks; only the installing is left out."""
    pytest.importorskip("pre_commit")
    env = clean_env(PRE_COMMIT_HOME=str(tmp_path / "home"))
    env["PATH"] = f"{bin_folder}:{env['PATH']}"

    def pre_commit(*args: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", *map(str, args)]
        return subprocess.run(command, cwd=drafts, env=env, capture_output=True, text=True)

    manifest = ROOT / ".pre-commit-hooks.yaml"
    done = pre_commit("validate-manifest", manifest)
    assert done.returncode == 0, done.stdout
    hooks = [{**h, "language": "system"} for h in yaml.safe_load(manifest.read_text("utf-8"))]
    (drafts / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]})
    )
    commit(drafts)
    done = pre_commit("run", "childsafe-lint", "--all-files")
    assert done.returncode == 1, done.stdout
    assert "my drafts/a.txt:1:1: error names/sexual-abuse-victim" in done.stdout
    # what was there before is passed by when only changes are looked at
    (drafts / "my drafts" / "a.txt").write_text(DRAFT + "\nThe council met.\n")
    subprocess.run(["git", "add", "-A"], cwd=drafts, check=True, env=clean_env())
    assert pre_commit("run", "childsafe-lint").returncode == 1
    assert pre_commit("run", "childsafe-lint-changes").returncode == 0
    (drafts / "b.txt").write_text(DRAFT)
    subprocess.run(["git", "add", "-A"], cwd=drafts, check=True, env=clean_env())
    assert pre_commit("run", "childsafe-lint-changes").returncode == 1


def found(run: Run, folder: Path, *paths: str | Path) -> list[tuple[str, str, str]]:
    """(draft, words, rule) of every finding."""
    done = run("check", *paths, "--format", "json", cwd=folder)
    data = json.loads(done.stdout)
    return [
        (d["path"].replace("\\", "/"), f["text"], f["rule"]) for d in data["drafts"] for f in d["findings"]
    ]


def test_hugo_and_jekyll(run: Run, examples: Path) -> None:
    """Names in shortcodes and front matter of either kind are found, themes are left out."""
    hugo = found(run, examples / "pipelines" / "hugo", "content")
    assert ("content/posts/trial.md", "Tomas Varga", "names/sexual-abuse-victim") in hugo
    assert any(
        path == "content/posts/harbour-fire/index.md" and text == "Leila Duarte" for path, text, _ in hugo
    )
    assert found(run, examples / "pipelines" / "jekyll", "_drafts") == []


def test_wordpress_export(run: Run, examples: Path, tmp_path: Path) -> None:
    folder = examples / "pipelines" / "wordpress"
    command = [sys.executable, folder / "split_export.py", folder / "export.xml", tmp_path / "drafts"]
    subprocess.run(command, check=True, env=clean_env())
    assert sorted(p.name for p in (tmp_path / "drafts").iterdir()) == ["post-41.html", "post-42.html"]
    assert "bakers said &amp; the council" in (tmp_path / "drafts" / "post-42.html").read_text("utf-8")
    names = {(path, text) for path, text, _ in found(run, tmp_path, "drafts")}
    assert ("drafts/post-41.html", "Amara Osei") in names
    assert ("drafts/post-41.html", "Amara") in names  # in the caption


def test_the_examples_of_pipelines_are_none_of_the_nine(run: Run, examples: Path) -> None:
    done = run("check", examples, "--format", "concise")
    assert "pipelines" not in done.stdout
