"""Folders -> the drafts in them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: Endings that are taken from a folder, and the format they stand for.
SUFFIXES: dict[str, str] = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".docx": "docx", ".odt": "odt", ".rtf": "rtf", ".pdf": "pdf", ".eml": "eml",
}  # fmt: skip

IGNORE_FILES = (".gitignore", ".childsafeignore")
_SKIPPED = frozenset({"node_modules", "venv", "__pycache__", "site-packages"})


def find_drafts(paths: Sequence[str | os.PathLike[str]], exclude: Sequence[str] = ()) -> list[Path]:
    """Files as they are given; of folders, all drafts below them, sorted by name, each once.

    Args:
        paths: files (of any ending; also missing ones, for `read_file` to complain about) and folders.
        exclude: patterns as in a ``.gitignore``, for folders only, relative to each of them.

    Raises:
        InputError: a folder without drafts, or a pattern that is none.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if not is_folder(path):
            found[path] = None
            continue
        drafts = _walk(path, exclude)
        if not drafts:
            known = ", ".join(SUFFIXES)
            raise InputError(
                f"no drafts in this folder: no {known} file that is not hidden or excluded", path
            )
        found.update(dict.fromkeys(drafts))
    return list(found)


def is_folder(path: Path) -> bool:
    """False also where one may not look; reading will then say why."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _walk(root: Path, exclude: Sequence[str]) -> list[Path]:
    drafts: list[Path] = []
    top = [(root, _spec(exclude, None))] if exclude else []
    todo: list[tuple[Path, list[tuple[Path, GitIgnoreSpec]]]] = [(root, top)]
    while todo:
        folder, specs = todo.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda e: e.name)
        except OSError:
            drafts.append(folder)  # reading it will say why
            continue
        names = {e.name for e in entries}
        specs = [*specs, *((folder, _spec_file(folder / n)) for n in IGNORE_FILES if n in names)]
        below = []
        for entry in entries:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name.startswith(".") or entry.name in _SKIPPED or _ignored(path, specs, folder=True):
                    continue
                below.append((path, specs))
            elif (
                not entry.name.startswith(".")
                and path.suffix.lower() in SUFFIXES
                and not entry.name.startswith("~$")  # Word's mark that a document is open
                and _is_file(entry)
                and not _ignored(path, specs)
            ):
                drafts.append(path)
        todo.extend(reversed(below))
    return drafts


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Neither a pipe, which would wait for ever, nor a link that leads nowhere."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _ignored(path: Path, specs: list[tuple[Path, GitIgnoreSpec]], *, folder: bool = False) -> bool:
    """The pattern file nearest to a path decides, and in it the last pattern that fits, as git does."""
    for base, spec in reversed(specs):
        name = path.relative_to(base).as_posix() + ("/" if folder else "")
        said = spec.check_file(name).include
        if said is not None:
            return said
    return False


def _spec_file(path: Path) -> GitIgnoreSpec:
    try:
        lines = path.read_text("utf-8-sig", "replace").splitlines()
    except OSError as e:
        raise InputError(f"cannot be read: {e.strerror or e}", path) from None
    return _spec(lines, path)


def _spec(lines: Sequence[str], path: Path | None) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError as e:
        raise InputError(f"a pattern that cannot be used: {' '.join(str(e).split())}", path) from None
