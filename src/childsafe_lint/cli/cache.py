"""``childsafe-lint cache``: where results are kept, and how to be rid of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..ui import counted, fill, tr
from .speaking import Group

if TYPE_CHECKING:
    from ..cache import Folder


@click.group(cls=Group)
def cache() -> None:
    """Results kept for drafts that do not change.

    A draft that was checked before, by the same rules, settings and version,
    is answered from the cache without loading a language model. An entry holds
    numbers only: which rules, and where in the draft. It holds no word of the
    draft. What was not used for 30 days is removed. 'check --no-cache' does
    without.
    """


@cache.command("dir")
def dir_() -> None:
    """Print the folder that holds the cache.

    The CHILDSAFE_LINT_CACHE_DIR variable names another.
    """
    click.echo(str(_folder().path))


@cache.command()
def clear() -> None:
    """Remove all results that are kept."""
    from ..errors import InputError

    folder = _folder()
    try:
        count = folder.clear()
    except OSError as e:
        raise InputError(f"the cache cannot be removed: {e.strerror}", folder.path) from None
    click.echo(fill(tr("{} removed from {}"), counted(count, "result"), str(folder.path)))


def _folder() -> Folder:
    from ..cache import user_folder
    from ..errors import InputError

    folder = user_folder()
    if folder is None:
        raise InputError("there is no home folder, and so no cache")
    return folder
