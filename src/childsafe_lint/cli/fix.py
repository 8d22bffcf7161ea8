"""``childsafe-lint fix``: a draft in, a safer version of it out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..ui import counted, tr, tr_list
from . import CLEAN, FOUND
from .options import config_option, rules_option
from .output import masks
from .speaking import Command
from .terminal import check_writable, write_whole

if TYPE_CHECKING:
    from ..drafts.model import Draft
    from ..fixes import Fixed
    from ..report import DraftReport

_READ_IT = "Read it through before you publish it. 'childsafe-lint check' asks the questions that only you can answer."
_WHAT = {"name": "a child’s name", "detail": "a detail", "term": "a word", "declaration": "added"}


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  childsafe-lint fix draft.md -o safer.md
  childsafe-lint fix draft.md --diff
  childsafe-lint fix draft.md --in-place --names neutral
  pbpaste | childsafe-lint fix - -o - | pbcopy

\b
Exit status:
  0  nothing at or above --fail-on remains
  1  something remains that only a person can decide
  2  the draft, an option, a setting or a rule could not be read
""",
)
@click.argument("draft", metavar="DRAFT")
@click.option(
    "-o", "--output", metavar="OUT",
    help="Where to write the safer version; - is standard output. The draft itself stays as it is.",
)  # fmt: skip
@click.option(
    "--in-place", is_flag=True,
    help="Write over DRAFT. The version before is kept beside it as DRAFT.bak, names and all.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be changed and what remains; write nothing.")
@click.option(
    "--diff", is_flag=True,
    help="Show the lines that change, before and after; write nothing unless -o or --in-place is given. It shows the "
    "names, so it is withheld where the CI variable is set, unless --show-names is given.",
)  # fmt: skip
@click.option(
    "--names", "mode", type=click.Choice(["pseudonym", "neutral"]), default="pseudonym", show_default=True,
    help="What stands for a child's name: a changed name, which is declared at the end, or words such as 'the girl'.",
)  # fmt: skip
@click.option(
    "--clean-metadata", is_flag=True,
    help="Also take out of a document what is not published: comments, tracked changes (they are accepted), hidden "
    "text, properties, the metadata of its pictures. Comments that allow a finding stay.",
)  # fmt: skip
@click.option(
    "--pictures", type=click.Path(path_type=Path), metavar="DIR",
    help="For Markdown and HTML: write copies of the draft's own pictures to this folder, without their metadata "
    "(such as the place they were taken at).",
)  # fmt: skip
@click.option("--show-names", is_flag=True, help="Show names also where the CI variable is set.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "note", "never"]), default=None,
    help="How grave a remaining finding must be for exit status 1.  [default: error]",
)  # fmt: skip
@click.option(
    "--select", multiple=True, metavar="RULE",
    help="Mend only what this rule finds ('terms/*': all that begin so). Can be given several times.",
)  # fmt: skip
@click.option(
    "--ignore", multiple=True, metavar="RULE", help="Leave what this rule finds as it is, likewise."
)
@config_option
@rules_option
@click.option("--language", metavar="CODE", help="Language of the draft, where it should not be found out.")
def fix(
    draft: str,
    output: str | None,
    in_place: bool,
    dry_run: bool,
    diff: bool,
    mode: str,
    clean_metadata: bool,
    pictures: Path | None,
    show_names: bool,
    fail_on: str | None,
    **choice: Any,
) -> None:
    """Write a safer version of a draft.

    Children's names become changed names or words such as 'the girl';
    details that could identify a child are told in general; stigmatising
    words are replaced where the sentence allows it, never in quotations.
    Everything else stays as it is, mark-up too. What only a person can
    decide is listed.

    DRAFT is a draft (.txt, .md, .html, .docx, .odt), or - for what is piped in.
    Read the result before you publish it: this is a first pass, not a
    guarantee.
    """
    from ..fixes import fix as mend
    from .setup import Choice

    target = _target(draft, output, in_place, dry_run or diff)
    hide = masks("show" if show_names else "auto", os.environ)
    setup = Choice(**choice).setup(
        Path.cwd() if draft == "-" else Path(draft).parent, None if draft == "-" else Path(draft)
    )
    read, data = _read(draft)
    fixed = mend(
        setup.prepared(read, None if draft == "-" else Path(draft)),
        setup.linter,
        "neutral" if mode == "neutral" else "pseudonym",
        data=data,
        clean=clean_metadata,
    )
    if fixed.before.not_checked:
        from ..errors import InputError

        raise InputError(f"nothing was changed: {tr(fixed.before.not_checked)}", read.path)
    told = list(fixed.not_cleaned)
    if pictures is not None and not dry_run:
        told += _pictures(read, pictures)
    if target is not None and not dry_run:
        _write(fixed, data, target, in_place, draft)
    lines = [
        *_told(fixed, hide),
        *told,
        *(_diff(fixed, hide) if diff else ()),
        *_done(target, in_place, dry_run, draft),
    ]
    click.echo("\n".join(lines), err=target == "-")
    level = fail_on or setup.settings.fail_on
    sys.exit(FOUND if _remains(fixed.after, level) else CLEAN)


def _target(draft: str, output: str | None, in_place: bool, only_shown: bool) -> str | Path | None:
    """Where the result goes; None where it is only shown."""
    if in_place and output is not None:
        raise click.UsageError("give either -o or --in-place, not both")
    if in_place:
        if draft == "-":
            raise click.UsageError("standard input cannot be written over; use -o")
        return Path(draft)
    if output is None:
        if only_shown:
            return None
        raise click.UsageError("name a file for the result with -o, or use --in-place, --dry-run or --diff")
    if output == "-":
        return "-"
    path = Path(output)
    if draft != "-" and path.exists() and Path(draft).exists() and path.samefile(draft):
        raise click.UsageError("this would write over the draft; name another file, or use --in-place")
    check_writable(path)
    return path


def _read(name: str) -> tuple[Draft, bytes]:
    from io import BytesIO

    from ..drafts import DOCUMENT_LIMIT, read_file, read_stream

    if name == "-":
        data = sys.stdin.buffer.read(DOCUMENT_LIMIT + 1)
        return read_stream(BytesIO(data), "<stdin>"), data
    draft = read_file(name)
    return draft, Path(name).read_bytes()


def _pictures(draft: Draft, folder: Path) -> list[str]:
    """Copies of the draft's pictures without metadata, and lines on what was done. No file is written over.

    Raises:
        InputError: the folder is not there or cannot be written to.
    """
    from ..drafts.pictures import local_pictures
    from ..drafts.pictures_write import NotCleaned, stripped
    from ..errors import InputError

    if not folder.is_dir():
        raise InputError("no such folder for the pictures; make it first", folder)
    told = []
    for label, path in local_pictures(draft):
        copy = folder / path.name
        if copy.exists():
            told.append(f"{label} was not copied: there is a file of its name in {folder}")
            continue
        try:
            write_whole(copy, stripped(path.read_bytes()), "picture")
            told.append(f"{label}: a copy without metadata is in {folder}")
        except NotCleaned as e:
            told.append(f"{label} was not copied: {e}")
        except OSError as e:
            told.append(f"{label} was not copied: {e.strerror}")
    return told


def _write(fixed: Fixed, data: bytes, target: str | Path, in_place: bool, name: str) -> None:
    result = fixed.source.result()
    if target == "-":
        sys.stdout.buffer.write(result)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    if in_place:
        if not fixed.changes:
            return
        _back_up(path, data)
    write_whole(path, result, "result")


def _back_up(path: Path, data: bytes) -> None:
    """A copy that overwrites nothing."""
    from ..errors import InputError

    for backup in _backups(path):
        try:
            with backup.open("xb") as file:
                file.write(data)
            backup.chmod(path.stat().st_mode)
            return
        except FileExistsError:
            continue
        except OSError as e:
            raise InputError(
                f"nothing was changed: no backup can be written ({e.strerror})", backup
            ) from None


def _backups(path: Path) -> Iterator[Path]:
    yield path.with_name(path.name + ".bak")
    n = 2
    while True:
        yield path.with_name(f"{path.name}.bak{n}")
        n += 1


def _told(fixed: Fixed, hide: bool) -> Iterator[str]:
    """What was changed and what remains. Never a name beside what stands for it now."""
    from ..reports.page import plain

    count = len(fixed.changes)
    yield counted(count, "change") if count else tr("Nothing to change")
    for edit, place in zip(fixed.changes, fixed.places, strict=True):
        now = tr("now “{}”").replace("{}", plain(edit.new)) if edit.new else tr("taken out")
        now = f"“{plain(edit.new)}”" if edit.kind == "declaration" else now
        yield f"  {tr_list(place)}: {tr(_WHAT[edit.kind])}, {now}"
    if fixed.before.language not in (None, "en"):
        yield tr("Only English is rewritten so far.")
    remaining = [*_remaining(fixed, hide)]
    if remaining:
        yield ""
        yield tr("This remains, because it needs a person:")
        yield from remaining
    for place in fixed.leaks:
        left = "a word of a changed name still stands here (a link, a file name, a comment, a namesake?)"
        yield f"  {tr_list(place)}: {tr(left)}"
    kinds = {f.details.get("kind") for f in fixed.left if f.category == "metadata"}
    beside = kinds & {"property", "comment", "deletion", "hidden-text"}
    if beside or any(place.startswith(("property", "comment")) for place in fixed.leaks):
        yield "  " + tr("--clean-metadata takes comments and properties out")
    yield ""
    yield tr(_READ_IT)


def _remaining(fixed: Fixed, hide: bool) -> Iterator[str]:
    from ..fixes import place_of
    from ..report import Report
    from ..reports import place_label
    from ..reports.masking import masked
    from ..reports.page import plain

    report = fixed.after
    kept = {(f.start, f.end, f.rule) for f in fixed.left}
    if hide:
        report = masked(Report([report])).drafts[0]
    for f in report.findings:
        if (f.start, f.end, f.rule) in kept:
            place = place_label(fixed.draft, f) or tr_list(place_of(fixed.draft, f.start))
            yield f"  {place}: {tr(f.severity)}: {plain(f.message)} ({f.rule})"
            if f.suggestions:
                yield f"    {tr('Try:')} " + ", ".join(f"“{plain(s)}”" for s in f.suggestions)
            elif f.advice:
                yield f"    {plain(f.advice)}"


def _diff(fixed: Fixed, hide: bool) -> Iterator[str]:
    import difflib

    yield ""
    if hide:
        yield tr(
            "The diff is withheld: CI is set, and it would show names. Use --show-names if its log is private."
        )
        return
    name = Path(fixed.draft.path).name
    before, after = ((d.source or d.text).splitlines() for d in (fixed.before.draft, fixed.draft))
    for line in difflib.unified_diff(
        before, after, f"{name} ({tr('as it was')})", f"{name} ({tr('fixed')})", lineterm="", n=1
    ):
        yield line.rstrip()


def _done(target: str | Path | None, in_place: bool, dry_run: bool, name: str) -> Iterator[str]:
    yield ""
    if dry_run or target is None:
        yield tr("Nothing was written.")
    elif in_place:
        yield tr(
            "Written over {}. The version before is beside it, ending in .bak; it still holds the names."
        ).replace("{}", name)
    elif target != "-":
        yield tr("Written to {}.").replace("{}", str(target))


def _remains(report: DraftReport, level: str) -> bool:
    from ..report import SEVERITIES
    from ..reports.sheet import counts

    levels = [str(s) for s in SEVERITIES]
    grave = () if level == "never" else levels[: levels.index(level) + 1]
    return any(f.severity in grave and counts(f) for f in report.findings)
