"""What changed in git, and what a report says of it. See docs/pipelines.md for what counts as changed."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from .drafts.model import Draft
from .errors import InputError
from .records import sidecar_path
from .report import ChecklistItem, DraftReport, Finding
from .spans import Span
from .story.model import Evidence

_HUNK = re.compile(rb"^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", re.M)
#: output is for a program: no colour, no pager, no helper that the repository may name
_DIFF = ("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--find-renames")


@dataclass(frozen=True)
class Change:
    """One file that changed.

    Args:
        lines: changed lines as git counts them, 1-based ``(first, last)``; None: all of them.
        before: where the file was in the base, relative to the top folder; None: nowhere.
    """

    lines: Sequence[tuple[int, int]] | None
    before: str | None


class Changes:
    """The files below a repository's top folder that changed since a commit, as they are on the disk now."""

    def __init__(
        self, top: Path, base: str, range: str, entries: Iterable[tuple[str, str | None, str]]
    ) -> None:
        self._top, self._base, self.range = top, base, range
        self._entries: dict[str, tuple[str | None, str]] = {}  # path -> path before, path as git has it
        self._deleted: set[str] = set()
        for status, before, now in entries:
            key = _key(top / now)
            if status == "D":
                self._deleted.add(key)
            else:
                self._entries[key] = (before, now)
        self._changes: dict[str, Change] = {}

    @classmethod
    def since(cls, range: str, folder: Path) -> Changes:
        """What changed in ``range``: ``BASE...HEAD`` since the two parted, ``BASE..HEAD`` or ``BASE`` since BASE.

        Drafts are read from the disk, so HEAD must be what is checked out. With ``BASE`` alone, files that git
        does not know yet are new ones.

        Raises:
            InputError: git is missing, ``folder`` is in no repository, or there is no such range in it.
        """
        top = Path(_text(_git(folder, "rev-parse", "--show-toplevel", why=_not_a_repository)))
        base, dots, end = _parted(range)
        base_commit = _commit(top, base, range)
        if dots and _commit(top, end, range) != _commit(top, "HEAD", range):
            raise InputError(
                f"--diff {range}: '{end}' is not what is checked out, and drafts are read from the disk; check it "
                "out first"
            )
        if dots == "...":
            base_commit = _text(
                _git(
                    top, "merge-base", base_commit, "HEAD",
                    why=lambda _: f"--diff {range}: the two have no common beginning here; {_FETCH}",
                )
            )  # fmt: skip
        entries = list(_entries(_git(top, *_DIFF, "--name-status", "-z", base_commit, "--")))
        if not dots:
            others = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
            entries += [("A", None, _path(p)) for p in others.split(b"\0") if p]
        return cls(top, base_commit, range, entries)

    def of(self, path: Path) -> Change | None:
        """How a file changed; None where it did not.

        Raises:
            InputError: git cannot say.
        """
        key = _key(path)
        if self._rewritten(path):
            return Change(None, None)
        if key not in self._entries:
            return None
        if key not in self._changes:
            before, now = self._entries[key]
            if before is None:
                self._changes[key] = Change(None, None)
            else:
                names = dict.fromkeys((before, now))
                patch = _git(self._top, *_DIFF, "--unified=0", self._base, "--", *map(_literal, names))
                self._changes[key] = Change(_lines(patch), before)
        return self._changes[key]

    def state(self, path: Path) -> Literal["changed", "unchanged", "deleted", "missing", "outside"]:
        """What became of a file; ``missing``: it is not there and never was."""
        key = _key(path)
        if not Path(key).is_relative_to(_key(self._top)):
            return "outside"
        if key in self._entries or (self._rewritten(path) and path.exists()):
            return "changed"
        if key in self._deleted:
            return "deleted"
        return "unchanged" if path.exists() else "missing"

    def _rewritten(self, path: Path) -> bool:
        """Whether what is written down beside a draft changed, which may concern all of it."""
        key = _key(sidecar_path(path))
        return key in self._entries or key in self._deleted

    def before(self, change: Change, name: str) -> Draft | None:
        """The draft as it was in the base; None where it was not, or cannot be read as one."""
        from .drafts import read_bytes

        if change.before is None:
            return None
        try:
            return read_bytes(_git(self._top, "cat-file", "blob", f"{self._base}:{change.before}"), name)
        except InputError:
            return None


def only_changed(report: DraftReport, change: Change, before: DraftReport | None) -> DraftReport:
    """The findings and questions of ``report`` that have to do with the change: their words or their evidence are
    on changed lines, or ``before``, the report on the draft as it was, has them not."""
    from .reports import fingerprints

    known = {p for f, p in fingerprints(before) if f.counts} if before is not None else set()
    asked = {c.rule for c in before.checklist} if before is not None else set()
    spans = None if change.lines is None else _spans(report.draft, change.lines)

    def touched(parts: Iterable[Finding | Evidence]) -> bool:
        return spans is None or any(
            s.start < max(p.end, p.start + 1) and p.start < s.end for p in parts for s in spans
        )

    def kept(item: ChecklistItem) -> bool:
        return item.rule not in asked or touched(item.because)

    findings = [f for f, p in fingerprints(report) if p not in known or touched((f, *f.evidence))]
    return replace(report, findings=findings, checklist=[c for c in report.checklist if kept(c)])


def _spans(draft: Draft, lines: Sequence[tuple[int, int]]) -> list[Span]:
    """Changed lines as stretches of the draft's text. Git ends lines at line feeds only."""
    source = draft.source or draft.text
    starts = [0, *(m.end() for m in re.finditer("\n", source)), len(source)]

    def begin(line: int) -> int:
        return starts[min(line - 1, len(starts) - 1)]

    changed = [Span(begin(first), begin(last + 1)) for first, last in lines]
    if not draft.runs:
        return changed
    found = []
    for run in draft.runs:
        for span in changed:
            if run.source_start < span.end and span.start < run.source_end:
                skipped = 0 if run.source_length is not None else max(0, span.start - run.source_start)
                cut = 0 if run.source_length is not None else max(0, run.source_end - span.end)
                found.append(Span(run.text_start + skipped, run.text_start + run.length - cut))
    return found


def _lines(patch: bytes) -> list[tuple[int, int]] | None:
    """Changed lines on the new side of a patch without context; None for a file that is no text. Where lines
    were only taken out, those beside the gap count as changed."""
    if re.search(rb"^(?:Binary files |GIT binary patch)", patch, re.M) and not _HUNK.search(patch):
        return None
    found = []
    for match in _HUNK.finditer(patch):
        first, count = int(match[2]), 1 if match[3] is None else int(match[3])
        found.append((first, first + count - 1) if count else (max(first, 1), first + 1))
    return found


def _parted(range: str) -> tuple[str, str, str]:
    for dots in ("...", ".."):
        base, found, end = range.partition(dots)
        if found:
            return base or "HEAD", dots, end or "HEAD"
    return range, "", ""


_FETCH = "a build server must fetch the whole history first (fetch-depth: 0 or GIT_DEPTH: 0)"


def _commit(folder: Path, name: str, range: str) -> str:
    if not name or name.startswith("-"):
        raise InputError(f"--diff {range}: name a commit or a branch, such as main...HEAD")
    missing = f"--diff {range}: there is no commit '{name}' in this repository; check the name, or {_FETCH}"
    return _text(
        _git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", why=lambda _: missing)
    )


def _not_a_repository(said: str) -> str:
    if "not a git repository" in said:
        return "--diff needs a git repository, and this folder is in none"
    return f"--diff: git does not work here: {said}"


def _entries(listing: bytes) -> Iterable[tuple[str, str | None, str]]:
    """(status, path before, path) of ``git diff --name-status -z``."""
    fields = iter(_path(f) for f in listing.split(b"\0"))
    for status in fields:
        if not status:
            return
        first = next(fields)
        if status[0] in "RC":
            yield status[0], first, next(fields)
        else:
            yield status[0], None if status[0] == "A" else first, first


def _git(folder: Path, *args: str, why: Callable[[str], str] | None = None) -> bytes:
    """What git prints. ``why`` makes an error message of what it complains about."""
    command = ["git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *args]
    env = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat"}
    try:
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise InputError("--diff needs git, which is not installed here") from None
    except OSError as e:
        raise InputError(f"--diff: git cannot be run: {e.strerror}") from None
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split()).removeprefix("fatal: ")
        raise InputError(why(said) if why else f"--diff: git says: {said[:200]}")
    return done.stdout


def _text(data: bytes) -> str:
    return os.fsdecode(data).removesuffix("\n").removesuffix("\r")


def _path(data: bytes) -> str:
    return os.fsdecode(data)


def _literal(path: str) -> str:
    """A path that git takes as it stands, whatever signs are in it."""
    return f":(top,literal){path}"


def _key(path: Path) -> str:
    """One name for one file: links in its folders followed, Unicode composed (file systems differ)."""
    absolute = Path(os.path.realpath(path.absolute().parent)) / path.name
    return unicodedata.normalize("NFC", str(absolute))
