"""Where the reports go: which formats, to the terminal or to files, and what a build server wants."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..ui import fill, tr
from .terminal import can_show, check_writable, page_width, wants_colour, write, write_whole

if TYPE_CHECKING:
    from ..report import Report
    from ..reports import Options
    from .setup import Choice

_F = TypeVar("_F", bound=Any)
#: those that may share the terminal with GitHub's annotations
_FOR_PEOPLE = ("text", "concise")
#: as in GitLab's documentation; a job names it under ``artifacts: reports: codequality:``
GITLAB_REPORT = "gl-code-quality-report.json"


def format_option(command: _F) -> _F:
    return click.option(
        "--format", "format_", multiple=True, metavar="NAME[=FILE]",
        help="text or concise for people; html for one page with the draft and its findings side by side; markdown; "
        "json or jsonl for programs; sarif, github, gitlab, junit, checkstyle or rdjson for build servers; docx or "
        "odt for the draft itself with the findings as comments. Can be given several times, each with =FILE to "
        "write there: --format text --format sarif=out.sarif.  [default: text, with annotations on GitHub and a "
        "Code Quality report on GitLab]",
    )(command)  # fmt: skip


@dataclass(frozen=True)
class Target:
    """One report: a format, and the file it goes to (None: standard output)."""

    format: str
    path: Path | None = None


def chosen_targets(
    formats: Sequence[str], output: Path | None, env: Mapping[str, str] = os.environ
) -> list[Target]:
    """What ``--format`` and ``-o`` ask for, or what fits where we run.

    Raises:
        click.UsageError: an unknown format, or two reports for one place.
        InputError: a file that cannot be written.
    """
    from ..reports import DOCUMENTS

    targets = [_target(f) for f in formats] or _usual(env, output)
    if output is not None:
        free = [i for i, t in enumerate(targets) if t.path is None]
        if len(free) != 1:
            raise click.UsageError(
                "-o needs exactly one --format without a file of its own; write --format NAME=FILE for each"
            )
        targets[free[0]] = Target(targets[free[0]].format, output)
    for target in targets:
        if target.path is None and target.format in DOCUMENTS:
            raise click.UsageError(
                f"--format {target.format} gives your draft back with comments; name a file for it: "
                f"--format {target.format}=reviewed.{target.format}"
            )
    _check(targets)
    for target in targets:
        check_writable(target.path)
    return targets


def _target(text: str) -> Target:
    from ..errors import did_you_mean
    from ..reports import DOCUMENTS, FORMATS

    name, given, path = text.partition("=")
    known = [*FORMATS, *DOCUMENTS]
    if name not in known:
        hint = did_you_mean(name, known) or f"; choose from {', '.join(known)}"
        raise click.UsageError(f"--format: there is no format '{name}'{hint}")
    if given and not path:
        raise click.UsageError(f"--format: name a file after '{name}=', or leave the '=' out")
    return Target(name, Path(path) if path else None)


def _usual(env: Mapping[str, str], output: Path | None) -> list[Target]:
    targets = [Target("text")]
    if env.get("GITHUB_ACTIONS") == "true" and output is None:
        targets.append(Target("github"))
    elif env.get("GITLAB_CI") == "true" and output is None:
        targets.append(Target("gitlab", Path(env.get("CI_PROJECT_DIR") or ".") / GITLAB_REPORT))
    return targets


def _check(targets: Sequence[Target]) -> None:
    seen: set[Path] = set()
    for path in (t.path.absolute().resolve() for t in targets if t.path is not None):
        if path in seen:
            raise click.UsageError(f"two reports cannot go to one file, {path.name}; name another for one")
        seen.add(path)
    shown = [t.format for t in targets if t.path is None]
    if "github" in shown and any(f in _FOR_PEOPLE for f in shown):
        shown.remove("github")
    if len(shown) > 1:
        last = shown[-1]
        raise click.UsageError(
            f"{' and '.join(shown)} cannot both be printed; write one to a file: --format {last}=FILE"
        )


def show(
    report: Report,
    targets: Sequence[Target],
    names: str,
    choice: Choice,
    env: Mapping[str, str] = os.environ,
) -> None:
    """Write every report, after a line on stderr for each draft that could not be read. All reports are made
    before the first is written.

    Raises:
        InputError: a file cannot be written.
    """
    from ..reports import DOCUMENTS, render

    _complain(report, masks(names, env))
    options = [_options(target, names, choice, env) for target in targets]
    texts = [
        _reviewed(report, t, o) if t.format in DOCUMENTS else render(report, t.format, o)
        for t, o in zip(targets, options, strict=True)
    ]
    for target, text in zip(targets, texts, strict=True):
        if isinstance(text, str):
            write(text, target.path, utf8=target.format not in _FOR_PEOPLE)
        elif text is not None and target.path is not None:
            write_whole(target.path, text, "reviewed draft")
            if masks(names, env):
                click.echo(
                    f"childsafe-lint: {target.path} is your draft, names and all; keep it private", err=True
                )
    for target, option in zip(targets, options, strict=True):
        if target.format == "github" and env.get("GITHUB_STEP_SUMMARY"):
            _step_summary(report, option, Path(env["GITHUB_STEP_SUMMARY"]))


def _reviewed(report: Report, target: Target, options: Options) -> bytes | None:
    """The draft with comments; None where it could not be read, which is said elsewhere."""
    from ..errors import InputError
    from ..reports.margin import reviewed

    assert target.path is not None
    if any(d.error is not None for d in report.drafts):
        return None
    for draft in report.drafts:
        path = Path(draft.draft.path)
        if target.path.exists() and path.exists() and target.path.samefile(path):
            raise InputError(
                "this is the draft itself; name another file for the one with comments", target.path
            )
    return reviewed(report, target.format, options)


def _options(target: Target, names: str, choice: Choice, env: Mapping[str, str]) -> Options:
    from ..reports import TRAVELLING, Options

    to_terminal = target.path is None
    return Options(
        colour=to_terminal and wants_colour(sys.stdout),
        width=page_width(sys.stdout) if to_terminal else 80,
        ascii=to_terminal and not can_show(sys.stdout, "…“”–─│█"),
        mask_names=masks(names, env) or (names == "auto" and target.format in TRAVELLING),
        base=_base(env),
        rulebook=choice.rulebook() if target.format in ("sarif", "html") else None,
    )


def masks(names: str, env: Mapping[str, str]) -> bool:
    """Whether names are masked in all that is printed."""
    in_ci = env.get("CI", "").casefold() not in ("", "0", "false")
    return names == "mask" or (names == "auto" and in_ci)


def _complain(report: Report, mask: bool) -> None:
    """Say which drafts could not be read, in whole or in part; a build server's log gets no file name that tells
    a child."""
    if mask and any(d.error is not None or d.draft.notices for d in report.drafts):
        from ..reports.masking import masked

        report = masked(report)
    for draft in report.drafts:
        if draft.error is not None:
            click.echo(f"childsafe-lint: {draft.error}", err=True)
        for notice in draft.draft.notices:
            click.echo(f"childsafe-lint: {draft.draft.path}: {tr(notice)}", err=True)


def _base(env: Mapping[str, str]) -> str:
    """The folder that a build server's paths begin in, else the current one."""
    if env.get("GITHUB_ACTIONS") == "true" and env.get("GITHUB_WORKSPACE"):
        return env["GITHUB_WORKSPACE"]
    if env.get("GITLAB_CI") == "true" and env.get("CI_PROJECT_DIR"):
        return env["CI_PROJECT_DIR"]
    return str(Path.cwd())


def _step_summary(report: Report, options: Options, path: Path) -> None:
    """Append a page to the summary of the run; without it the run is still good."""
    from ..reports import github

    try:
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(github.summary(report, options))
    except OSError as e:
        said = fill(tr("the step summary cannot be written: {}"), e.strerror or "")
        click.echo(f"childsafe-lint: {said}", err=True)
