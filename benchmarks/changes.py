"""What a change of the tool does to real articles: which findings came, went or changed.

    python benchmarks/changes.py OLD NEW ARTICLES… [--show-names] [--notes] [--exit-code]

OLD and NEW are each a ``childsafe-lint`` program (of an environment it is installed in), a source tree, or anything
git understands as a commit, which is unpacked beside and run with this Python. Examples:

    python benchmarks/changes.py HEAD . ~/articles
    python benchmarks/changes.py v0.1.0 HEAD ~/articles
    python benchmarks/changes.py /opt/stable/bin/childsafe-lint .venv/bin/childsafe-lint ~/articles

Both lint the same files by the rules they come with (and the articles' own settings). Findings are the same when they
are of one category and rule and stand at the same place. Names and identifying details are masked unless --show-names.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_AROUND = 60  # characters either side of the words in an excerpt
_BLOCK = "█"
_HIDDEN = frozenset({"minor-name", "identifying-detail"})


class Failed(Exception):
    """A version could not be found or did not run; the message says why, in one line."""


@dataclass(frozen=True)
class Change:
    """One difference. ``kind``: added, removed, severity, rule. ``old`` and ``new`` are findings (None: not there)."""

    kind: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None

    @property
    def finding(self) -> dict[str, Any]:
        found = self.new or self.old
        assert found is not None
        return found


def differences(old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]]) -> list[Change]:
    """Two lists of findings in one article (the JSON contract) -> what differs, in reading order."""
    out: list[Change] = []
    gone, came = _unmatched(old, new, ("category", "rule", "start", "end", "text"), "severity", out)
    gone, came = _unmatched(gone, came, ("category", "start", "end", "text"), "rule", out)
    out += [Change("removed", f, None) for f in gone] + [Change("added", None, f) for f in came]
    return sorted(out, key=lambda c: (c.finding["start"], c.finding["end"], c.finding["rule"], c.kind))


def _unmatched(
    old: Sequence[dict[str, Any]],
    new: Sequence[dict[str, Any]],
    keys: Sequence[str],
    differ: str,
    out: list[Change],
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Pair findings alike in ``keys``, note pairs that differ, return the rest of both."""
    waiting: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for f in old:
        waiting.setdefault(tuple(f[k] for k in keys), []).append(f)
    came = []
    for f in new:
        pair = waiting.get(tuple(f[k] for k in keys))
        if not pair:
            came.append(f)
            continue
        before = pair.pop(0)
        if before[differ] != f[differ] or before["severity"] != f["severity"]:
            out.append(Change(differ, before, f))
    return [f for left in waiting.values() for f in left], came


class Version:
    """One of the two: how it is started."""

    def __init__(self, given: str, closing: ExitStack) -> None:
        self.given = given
        self.env = {k: v for k, v in os.environ.items() if k not in ("CI", "GITHUB_ACTIONS", "PYTHONPATH")}
        path = Path(given).expanduser()
        if path.is_file() and os.access(path, os.X_OK):
            self.command = [str(path.absolute())]
            return
        if (path / "src" / "childsafe_lint").is_dir():
            tree = path.resolve()
        else:
            tree = _unpacked(given, Path(closing.enter_context(tempfile.TemporaryDirectory())))
        self.command = [sys.executable, "-m", "childsafe_lint"]
        self.env["PYTHONPATH"] = str(tree / "src")

    def lint(self, articles: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Path -> what it says of that article. Raises Failed when the run did not give a report."""
        command = [*self.command, "check", "--format", "json", "--fail-on", "never", "--", *articles]
        run = subprocess.run(command, capture_output=True, env={**self.env, "PYTHONUTF8": "1"}, check=False)
        try:
            return {d["path"]: d for d in json.loads(run.stdout)["drafts"]}
        except (ValueError, KeyError):
            said = run.stderr.decode("utf-8", "replace").strip().splitlines() or ["it printed nothing"]
            raise Failed(f"{self.given}: {said[-1]}") from None


def _unpacked(ref: str, folder: Path) -> Path:
    """The source tree of a commit, in ``folder``. Raises Failed for what git does not know."""
    git = ["git", "-C", str(ROOT), "archive", "--format=tar", ref, "--", "src", "rules"]
    run = subprocess.run(git, capture_output=True, check=False)
    if run.returncode:
        raise Failed(f"'{ref}' is neither a program, a source tree nor a commit of {ROOT}")
    with tarfile.open(fileobj=io.BytesIO(run.stdout)) as archive:
        archive.extractall(folder, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    return folder


def _excerpt(text: str | None, finding: dict[str, Any], hide: re.Pattern[str] | None) -> str:
    """One line around the words, the words themselves in brackets."""
    start, end = finding["start"], finding["end"]
    if text is None or text[start:end] != finding["text"]:
        parts = ["", finding["text"], ""]
    else:
        parts = [text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]]
    if hide is not None:
        if finding["category"] in _HIDDEN:
            parts[1] = re.sub(r"\S", _BLOCK, parts[1])
        parts = [hide.sub(lambda m: _BLOCK * len(m.group()), p) for p in parts]
    before, words, after = (
        " ".join(p.split()) if i == 1 else re.sub(r"\s+", " ", p) for i, p in enumerate(parts)
    )
    return f"{before}[{words}]{after}".strip()


def _secrets(*reports: dict[str, Any]) -> re.Pattern[str] | None:
    """Every word of a child's name or an identifying detail that either version found; None: hide nothing."""
    words: set[str] = set()
    for report in reports:
        found = [f["text"] for f in report.get("findings", ()) if f["category"] in _HIDDEN]
        for person in report.get("people", ()):
            if person["kind"] != "adult":
                found += [m["text"] for m in person["mentions"]]
        words.update(w for text in found for w in re.findall(r"\w[\w'’-]+", text) if not w.islower())
    if not words:
        return re.compile(r"(?!)")
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})", re.IGNORECASE)


def _text(path: str) -> str | None:
    from childsafe_lint.drafts import read_file
    from childsafe_lint.errors import InputError

    try:
        return read_file(path).text
    except InputError:
        return None


def _told(change: Change) -> str:
    f = change.finding
    if change.kind in ("added", "removed"):
        return f"{'+' if change.kind == 'added' else '-'} {f['severity']:8}{f['rule']}"
    assert change.old is not None
    assert change.new is not None
    parts = [f"{change.old['severity']} → {change.new['severity']}"] * (
        change.old["severity"] != change.new["severity"]
    )
    rules = [change.old["rule"], change.new["rule"]]
    return "~ " + "  ".join([*parts, " → ".join(dict.fromkeys(rules))])


def compare(
    old: dict[str, dict[str, Any]], new: dict[str, dict[str, Any]], show_names: bool, notes: bool
) -> Iterator[tuple[str, Counter[str]]]:
    """A block of text and a count of changes for each article that differs."""
    for path in sorted({*old, *new}):
        before, after = old.get(path, {}), new.get(path, {})
        changes = [
            c
            for c in differences(before.get("findings", ()), after.get("findings", ()))
            if notes or any(f is not None and f["severity"] != "note" for f in (c.old, c.new))
        ]
        verdicts = (before.get("verdict", "not read"), after.get("verdict", "not read"))
        if not changes and verdicts[0] == verdicts[1]:
            continue
        lines = [path + (f": {verdicts[0]} → {verdicts[1]}" if verdicts[0] != verdicts[1] else "")]
        text, hide = _text(path), None if show_names else _secrets(before, after)
        for change in changes:
            where = f"{change.finding['line']}:{change.finding['column']}"
            lines += [f"  {where:8} {_told(change)}", f"           {_excerpt(text, change.finding, hide)}"]
        yield "\n".join(lines), Counter(c.kind for c in changes)


def main() -> int:
    about, _, more = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        description=about, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", help="a program, a source tree or a commit")
    parser.add_argument("new", help="likewise")
    parser.add_argument("articles", nargs="+", help="files or folders")
    parser.add_argument("--show-names", action="store_true", help="do not mask names and identifying details")
    parser.add_argument("--notes", action="store_true", help="findings that are and were notes, too")
    parser.add_argument("--exit-code", action="store_true", help="exit 1 where anything differs")
    args = parser.parse_args()
    articles = [str(Path(a).expanduser().absolute()) for a in args.articles]
    total: Counter[str] = Counter()
    differ = 0
    try:
        with ExitStack() as closing:
            old, new = (Version(given, closing).lint(articles) for given in (args.old, args.new))
            for block, count in compare(old, new, args.show_names, args.notes):
                print(block, end="\n\n")
                total += count
                differ += 1
    except Failed as e:
        print(f"changes.py: {e}", file=sys.stderr)
        return 2
    said = ", ".join(f"{total[k]} {name}" for k, name in _KINDS.items() if total[k]) or "no finding changed"
    print(f"{differ} of {len({*old, *new})} articles differ: {said}")
    return int(bool(differ) and args.exit_code)


_KINDS = {"added": "added", "removed": "removed", "severity": "of other severity", "rule": "by another rule"}

if __name__ == "__main__":
    sys.exit(main())
