"""``--baseline`` and ``--update-baseline``: what was found before and counts no more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..ui import counted, fill, tr
from .terminal import check_writable, write_whole

if TYPE_CHECKING:
    from ..baseline import Baseline, Comparison
    from ..report import DraftReport
    from .output import Target


def known_findings(path: Path | None, update: bool, targets: Sequence[Target]) -> KnownFindings | None:
    """What the two options ask for; None where no baseline is used.

    Raises:
        click.UsageError: nothing to update, or a report would overwrite the baseline.
        InputError: the baseline cannot be read, or not be written.
    """
    from ..baseline import Baseline

    if path is None:
        if update:
            raise click.UsageError("--update-baseline needs --baseline FILE: the file to write")
        return None
    if any(t.path is not None and t.path.resolve() == path.resolve() for t in targets):
        raise click.UsageError(f"a report and the baseline cannot be one file, {path.name}")
    if update:
        check_writable(path, "baseline")
        Baseline.check_replaceable(path)
        return KnownFindings(path, None)
    return KnownFindings(path, Baseline.read(path))


class KnownFindings:
    """A baseline in use, or (``baseline`` None) one that is being written."""

    def __init__(self, path: Path, baseline: Baseline | None) -> None:
        self.path = path
        self.baseline = baseline
        self._said = ""

    def compare(self, reports: Sequence[DraftReport]) -> Sequence[DraftReport]:
        """The reports with what was known before set aside; where asked for, all of it is written down first.

        Raises:
            InputError: the baseline cannot be written.
        """
        from ..baseline import Baseline

        baseline = self.baseline
        if baseline is None:
            unread = sum(r.error is not None for r in reports)
            if unread:
                self._said = fill(tr("not written, because {} could not be read"), counted(unread, "draft"))
                return reports
            baseline = Baseline.of(reports)
            write_whole(self.path, baseline.text(), "baseline")
            said = counted(len(baseline), "finding"), counted(len(baseline.entries), "draft")
            self._said = fill(tr("{} in {} recorded"), *said)
            return baseline.compare(reports)[0]
        compared, result = baseline.compare(reports)
        self._said = _said(result)
        return compared

    def tell(self) -> None:
        """One line on stderr."""
        click.echo(f"childsafe-lint: {tr('baseline')} {self.path}: {self._said}", err=True)


def _said(result: Comparison) -> str:
    said = fill(tr("{} known before, {} new"), counted(result.known, "finding"), str(result.new))
    if result.gone:
        said += f"; {tr('no longer found')}: {result.gone}"
    if result.elsewhere:
        said += f"; {tr('recorded for drafts that were not checked now')}: {result.elsewhere}"
    return said
