"""A baseline: the findings of an archive that was not clean when checking began. They stay in reports and count
no more; new ones count. See docs/pipelines.md.

The file holds hashes only. A finding is known by its fingerprint, which holds no name (`Finding.fingerprint`);
a draft by a sketch of its words, from which everything that may be a name is left out as well. So a draft is
recognised after small edits and under another file name, and the same sentence in another draft is new.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .errors import InputError
from .report import DraftReport, Finding, nameless

_HEAD = "childsafe-lint-baseline"
VERSION = "1"
_SKETCH = 16  # hashes kept of a draft's word groups: the smallest, which is a fair sample (bottom-k sketch)
_GROUP = 4  # words hashed together
_ALIKE = 0.25  # share of the sketch that two states of one draft must have in common
_LIMIT = 100_000_000  # bytes
_HASH = re.compile(r"[0-9a-f]{8}(?: [0-9a-f]{8})*")
_PRINT = re.compile(r"[0-9a-f]{20}")
_REMARK = (
    "# Findings known before; they count no more. Hashes only, no names and no words of the drafts.\n"
    "# Written by --update-baseline; made anew rather than edited.\n"
)

Sketch = frozenset[str]


@dataclass(frozen=True)
class Entry:
    """What is known of one draft: its sketch and the fingerprints of its findings."""

    sketch: Sketch
    findings: frozenset[str]


@dataclass(frozen=True)
class Comparison:
    """Findings of a run set against a baseline.

    Args:
        known: findings that were in the baseline.
        new: findings that were not.
        gone: entries of drafts in this run that no longer occur.
        elsewhere: entries of drafts that were not in this run.
    """

    known: int
    new: int
    gone: int
    elsewhere: int


class Baseline:
    """The findings known before, draft by draft."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = list(entries)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Read a baseline file.

        Raises:
            InputError: it is missing, cannot be read, is of another version or is broken, with the line.
        """
        try:
            with path.open("rb") as file:
                data = file.read(_LIMIT + 1)
        except FileNotFoundError:
            raise InputError(
                "there is no such baseline; check the name, or write it with --update-baseline", path
            ) from None
        except OSError as e:
            raise InputError(f"the baseline cannot be read: {e.strerror or type(e).__name__}", path) from None
        if len(data) > _LIMIT:
            raise InputError("is too large for a baseline", path)
        lines = data.decode("utf-8-sig", "replace").splitlines() or [""]
        head, _, version = lines[0].strip().partition(" ")
        if head != _HEAD:
            raise InputError(f"is not a baseline: it must begin with '{_HEAD} {VERSION}'", path, 1)
        if version.strip() != VERSION:
            raise InputError(
                f"is a baseline of version {version.strip()[:20] or 'unknown'}, and this program reads version "
                f"{VERSION}; write it anew with --update-baseline",
                path,
                1,
            )
        return cls(_entries(lines, path))

    @staticmethod
    def check_replaceable(path: Path) -> None:
        """Whether a new baseline may take the place of ``path``: of an older one only, whatever state it is in.

        Raises:
            InputError: the file is something else.
        """
        try:
            with path.open("rb") as file:
                head = file.read(len(_HEAD) + 3)
        except FileNotFoundError:
            return
        except OSError as e:
            raise InputError(f"the baseline cannot be read: {e.strerror or type(e).__name__}", path) from None
        if head and not head.removeprefix(b"\xef\xbb\xbf").startswith(_HEAD.encode()):
            raise InputError("is not a baseline and will not be overwritten; name another file", path)

    @classmethod
    def of(cls, reports: Iterable[DraftReport]) -> Baseline:
        """The baseline that makes all findings of these reports known."""
        entries = []
        for report in reports:
            prints = frozenset(p for f, p in _prints(report) if "suppression" not in f.details)
            if prints:
                entries.append(Entry(_sketch(report), prints))
        return cls(entries)

    def text(self) -> str:
        """The file's content: the same drafts, in whatever order and under whatever names, give the same."""
        blocks = sorted(
            "".join([f"draft {' '.join(sorted(e.sketch))}\n", *(f"known {p}\n" for p in sorted(e.findings))])
            for e in self.entries
        )
        return f"{_HEAD} {VERSION}\n{_REMARK}{''.join(blocks)}"

    def __len__(self) -> int:
        return sum(len(e.findings) for e in self.entries)

    def compare(self, reports: Sequence[DraftReport]) -> tuple[list[DraftReport], Comparison]:
        """The reports with ``details["baseline"]`` of each finding ``unchanged`` or ``new``, and the counts."""
        matched = self._matched(reports)
        out, known, new = [], 0, 0
        for i, report in enumerate(reports):
            entry = matched.get(i)
            findings = []
            for finding, fingerprint in _prints(report):
                is_known = entry is not None and fingerprint in entry.findings
                known, new = known + is_known, new + (not is_known and finding.counts)
                state = "unchanged" if is_known else "new"
                findings.append(replace(finding, details={**finding.details, "baseline": state}))
            out.append(replace(report, findings=findings))
        here = sum(len(e.findings) for e in matched.values())
        return out, Comparison(known, new, here - known, len(self) - here)

    def _matched(self, reports: Sequence[DraftReport]) -> dict[int, Entry]:
        """Which entry is about which report: the most alike first, each once."""
        having: dict[str, list[int]] = {}
        for n, entry in enumerate(self.entries):
            for hash_ in entry.sketch:
                having.setdefault(hash_, []).append(n)
        pairs = []
        for i, report in enumerate(reports):
            if report.error is not None or report.not_checked is not None:
                continue
            sketch = _sketch(report)
            prints = {p for _, p in _prints(report)}
            for n in {n for hash_ in sketch for n in having.get(hash_, ())}:
                entry = self.entries[n]
                alike = _likeness(sketch, entry.sketch)
                if alike >= _ALIKE:
                    pairs.append((-alike, -len(prints & entry.findings), i, n))
        found: dict[int, Entry] = {}
        taken: set[int] = set()
        for _, _, i, n in sorted(pairs):
            if i not in found and n not in taken:
                found[i] = self.entries[n]
                taken.add(n)
        return found


def _entries(lines: Sequence[str], path: Path) -> list[Entry]:
    entries: list[Entry] = []
    for number, line in enumerate(lines[1:], start=2):
        word, _, rest = line.strip().partition(" ")
        if not word or word.startswith("#"):
            continue
        if word == "draft" and (rest == "" or _HASH.fullmatch(rest)):
            entries.append(Entry(frozenset(rest.split()), frozenset()))
        elif word == "known" and _PRINT.fullmatch(rest) and entries:
            entries[-1] = replace(entries[-1], findings=entries[-1].findings | {rest})
        else:
            what = "a merge conflict is left in this baseline" if word[:7] in _CONFLICT else "broken baseline"
            raise InputError(f"{what}; write it anew with --update-baseline", path, number)
    return entries


_CONFLICT = ("<" * 7, "=" * 7, ">" * 7)


def _prints(report: DraftReport) -> Iterable[tuple[Finding, str]]:
    from .reports import fingerprints

    return fingerprints(report)


def _sketch(report: DraftReport) -> Sketch:
    """The smallest hashes of the draft's word groups, names left out: like drafts have like sketches."""
    from .reports.masking import masked_text

    words = nameless(masked_text(report)).split()
    groups = {" ".join(words[i : i + _GROUP]) for i in range(max(1, len(words) - _GROUP + 1))}
    hashes = {hashlib.sha256(f"draft\0{g}".encode("utf-8", "surrogatepass")).hexdigest()[:8] for g in groups}
    return frozenset(sorted(hashes)[:_SKETCH])


def _likeness(a: Sketch, b: Sketch) -> float:
    """An estimate of the share of word groups that two drafts have in common (of all that either has)."""
    smallest = sorted(a | b)[: min(max(len(a), len(b)), _SKETCH)]
    return sum(h in a and h in b for h in smallest) / len(smallest) if smallest else 1.0
