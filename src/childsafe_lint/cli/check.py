"""``childsafe-lint check``: drafts in, a report out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..ui import tr, tr_line
from . import CLEAN, FOUND, WRONG
from .known import KnownFindings, known_findings
from .options import (
    config_option,
    guideline_option,
    language_option,
    rules_option,
    ui_language_option,
)
from .output import chosen_targets, format_option, show
from .speaking import Command
from .terminal import is_terminal

if TYPE_CHECKING:
    from ..changes import Changes
    from ..drafts.model import Draft
    from ..report import DraftReport, Report
    from .setup import Choice, Setup

_LEVELS = ("error", "warning", "note")


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  childsafe-lint check draft.txt
  childsafe-lint check articles/ --fail-on warning
  childsafe-lint check story.md --ignore 'terms/*' -o report.txt
  childsafe-lint check articles/ --format text --format sarif=out.sarif
  childsafe-lint check archive/ --baseline known.baseline --update-baseline
  childsafe-lint check --diff main...HEAD
  pbpaste | childsafe-lint check -

\b
Exit status:
  0  nothing at or above --fail-on was found
  1  something was found
  2  a draft, an option, a setting or a rule could not be read
""",
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@format_option
@click.option(
    "--fail-on", type=click.Choice([*_LEVELS, "never"]), default=None,
    help="How grave a finding must be for exit status 1.  [default: error]",
)  # fmt: skip
@click.option(
    "--select", multiple=True, metavar="RULE",
    help="Use only this rule or question ('terms/*': all that begin so). Can be given several times.",
)  # fmt: skip
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule or question out, likewise.")
@guideline_option
@config_option
@rules_option
@language_option
@ui_language_option
@click.option(
    "--names", type=click.Choice(["auto", "show", "mask"]), default="auto", show_default=True,
    help="Whether the report shows the names of children. auto masks them in formats that are made to be "
    "uploaded (sarif, github, gitlab, junit, checkstyle, rdjson), and in all where the CI variable is set, "
    "because what a build server prints is often public.",
)  # fmt: skip
@click.option("--show-names", "names", flag_value="show", help="The same as --names show.")
@click.option(
    "--diff", "diff", metavar="RANGE",
    help="Report only what changed in git: BASE...HEAD since the branch left BASE, BASE..HEAD or BASE since BASE. "
    "Without PATHS, of all drafts in this folder that changed.",
)  # fmt: skip
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE",
    help="Findings recorded in this file stay in the report and count no more: for beginning with an archive that "
    "is not clean.",
)  # fmt: skip
@click.option(
    "--update-baseline", is_flag=True,
    help="Record what is found now in the --baseline file, in place of what it holds.",
)  # fmt: skip
@click.option(
    "--cache/--no-cache", "cached", default=True,
    help="Whether results are kept for drafts that do not change (see 'childsafe-lint cache').  [default: cache]",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the report to this file."
)
def check(
    paths: tuple[str, ...],
    format_: tuple[str, ...],
    fail_on: str | None,
    names: str,
    output: Path | None,
    diff: str | None,
    baseline: Path | None,
    update_baseline: bool,
    **choice: Any,
) -> None:
    """Check drafts and report what was found.

    PATHS are drafts (.docx, .odt, .rtf, .pdf, .eml, .html, .md, .txt) or folders
    of them; - is what is piped in. Each finding comes with the words, the reason, the clause and what to
    write instead; questions that only you can answer follow.
    """
    from .setup import Choice

    if diff is not None:
        if "-" in paths:
            raise click.UsageError("--diff is about files in git, and - is none")
        if update_baseline:
            raise click.UsageError("--update-baseline needs all findings; leave --diff out")
    elif not paths:
        if is_terminal(sys.stdin):
            raise click.UsageError(
                "Name a draft or a folder of drafts, for example: childsafe-lint check draft.txt"
            )
        paths = ("-",)
    targets = chosen_targets(format_, output)
    known = known_findings(baseline, update_baseline, targets)
    run = _Run(Choice(**choice), known, changed_since(diff))
    report = run.check(paths, fail_on, [t.path for t in targets if t.path is not None])
    show(report, targets, names, run.choice)
    if known is not None:
        known.tell()
    sys.exit(run.status)


@dataclass(frozen=True)
class Source:
    """One thing to check: a file, standard input (no path), or what could not be found (an error)."""

    name: str
    path: Path | None = None
    error: str | None = None

    @property
    def folder(self) -> Path:
        """Where the search for a settings file begins."""
        return Path.cwd() if self.path is None else self.path.parent


def reports(paths: Sequence[str], choice: Choice) -> Iterator[tuple[Source, Setup, DraftReport]]:
    """Every draft below ``paths`` with its report, as `check` sees it."""
    yield from _Run(choice).reports(list(_sources(paths, choice)))


class _Run:
    """One run over all drafts. A draft that cannot be read does not stop the others."""

    def __init__(
        self, choice: Choice, known: KnownFindings | None = None, changes: Changes | None = None
    ) -> None:
        self.choice = choice
        self.known = known
        self.changes = changes
        self.status = CLEAN

    def check(self, paths: Sequence[str], fail_on: str | None, outputs: Sequence[Path] = ()) -> Report:
        """Check everything below ``paths``, in order, and settle the exit status.

        Raises:
            click.UsageError: one of ``outputs`` is a draft.
        """
        from ..report import Report

        sources = list(self._sources(paths))
        _keep_apart(sources, outputs)
        drafts: list[DraftReport] = []
        setups: list[Setup] = []
        for _, setup, report in self.reports(sources):
            if report.story is not None:
                report.story.doc = None  # type: ignore[assignment]  # the bulk of the memory, used no more
            drafts.append(report)
            setups.append(setup)
        if self.known is not None:
            compared = self.known.compare(drafts)
            drafts = [setup.judged(report) for setup, report in zip(setups, compared, strict=True)]
        if self.changes is not None:
            drafts = [
                setup.judged(self._changed(self.changes, setup, report))
                for setup, report in zip(setups, drafts, strict=True)
            ]
        for setup, report in zip(setups, drafts, strict=True):
            self._settle(report, fail_on or setup.settings.fail_on)
        return Report(drafts)

    def _sources(self, paths: Sequence[str]) -> Iterator[Source]:
        if self.changes is None:
            yield from _sources(paths, self.choice)
            return
        found = 0
        # the folder may hold no draft at all, and then nothing changed
        for source in _sources(paths, self.choice) if paths else _sources_below(".", self.choice):
            state = "changed" if source.path is None else self.changes.state(source.path)
            if state == "outside":
                source = Source(
                    source.name,
                    error=f"{source.name}: is not in this git repository; check it without --diff",
                )
            if state in ("changed", "outside", "missing"):
                found += 1
                yield source
        if not found:
            click.echo(
                f"childsafe-lint: {tr('no draft changed in {}').replace('{}', self.changes.range)}", err=True
            )

    def _changed(self, changes: Changes, setup: Setup, report: DraftReport) -> DraftReport:
        """What is said of changed words only, or was not said of the draft as it was."""
        from ..changes import only_changed
        from ..errors import InputError

        change = changes.of(Path(report.draft.path))
        if change is None or report.story is None:
            return report
        before = None
        if (draft := changes.before(change, report.draft.path)) is not None:
            with suppress(InputError):  # what was written down then cannot be used
                before = setup.checked(setup.prepared(draft, None))
        return only_changed(report, change, before)

    def _settle(self, report: DraftReport, level: str) -> None:
        grave = () if level == "never" else _LEVELS[: _LEVELS.index(level) + 1]
        if report.error is not None or report.lacks_packages:
            self.status = WRONG  # a set-up that cannot check a draft must not let it pass
        elif any(f.severity in grave and f.counts for f in report.findings):
            self.status = max(self.status, FOUND)

    def reports(self, sources: Sequence[Source]) -> Iterator[tuple[Source, Setup, DraftReport]]:
        """The report of each draft, in order, by the settings of its folder."""
        with _progress(len(sources)) as advance:
            for setup, grouped in groupby(sources, key=lambda s: self.choice.setup(s.folder, s.path)):
                group = list(grouped)
                for source, report in zip(group, self.lint(setup, group), strict=True):
                    yield source, setup, report
                    advance()

    def lint(self, setup: Setup, sources: Iterable[Source]) -> Iterator[DraftReport]:
        """One stream through the linter; drafts that cannot be read, or whose result is known, keep their place in
        the order."""
        from ..drafts.model import Draft
        from ..errors import InputError
        from ..report import DraftReport

        settled: dict[int, DraftReport] = {}  # place -> report
        taken = 0

        def drafts() -> Iterator[Draft]:
            nonlocal taken
            for source in sources:
                try:
                    if source.error is not None:
                        raise InputError(source.error)
                    draft = setup.prepared(_read(source), source.path)
                except InputError as e:
                    said = "; ".join(" ".join(tr_line(line).split()) for line in str(e).splitlines())
                    settled[taken] = DraftReport(Draft(source.name, ""), error=said)
                    taken += 1
                    continue
                known = setup.cache.get(draft) if setup.cache is not None else None
                taken += 1
                if known is None:
                    yield draft
                else:
                    settled[taken - 1] = known

        place = 0
        for report in setup.lint_many(drafts()):
            while place in settled:
                yield settled.pop(place)
                place += 1
            yield report
            place += 1
        yield from (settled[place] for place in sorted(settled))


def _sources(paths: Sequence[str], choice: Choice) -> Iterator[Source]:
    from ..drafts import find_drafts
    from ..errors import InputError

    seen: set[str] = set()
    for name in paths:
        if name == "-":
            found = [Source("<stdin>")]
        else:
            try:
                exclude = choice.setup(Path(name)).settings.exclude if Path(name).is_dir() else ()
                found = [Source(str(p), p) for p in find_drafts([name], exclude)]
            except InputError as e:
                found = [Source(name, error=str(e))]
        for source in found:
            if source.name not in seen:  # given twice, as itself and in its folder
                seen.add(source.name)
                yield source


def _keep_apart(sources: Iterable[Source], outputs: Sequence[Path]) -> None:
    """A report must not take the place of a draft."""
    places = {path.resolve() for path in outputs}
    for source in sources if places else ():
        if source.path is not None and source.path.resolve() in places:
            raise click.UsageError(f"{source.name} is a draft; name another file for the report")


def _sources_below(folder: str, choice: Choice) -> Iterator[Source]:
    """All drafts in a folder, if any."""
    return (s for s in _sources([folder], choice) if s.error is None)


def changed_since(range: str | None) -> Changes | None:
    """What ``--diff`` asks for.

    Raises:
        InputError: git cannot say what changed.
    """
    if range is None:
        return None
    from ..changes import Changes

    return Changes.since(range, Path.cwd())


def _read(source: Source) -> Draft:
    from ..drafts import read_file, read_stream

    if source.path is not None:
        return read_file(source.path)
    return read_stream(sys.stdin.buffer, source.name)


def _progress(length: int) -> AbstractContextManager[Callable[[], None]]:
    """A bar on stderr for work over many drafts, where someone is watching."""
    if length < 3 or not is_terminal(sys.stderr):
        return nullcontext(lambda: None)
    return _bar(length)


@contextmanager
def _bar(length: int) -> Iterator[Callable[[], None]]:
    with click.progressbar(length=length, label=tr("Checking drafts"), file=sys.stderr) as bar:
        yield lambda: bar.update(1)
