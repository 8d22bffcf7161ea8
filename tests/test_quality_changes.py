"""The difference between two versions' findings (benchmarks/changes.py)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # benchmarks are not part of the package

from benchmarks import changes  # noqa: E402

TEXT = "Ana Brook, 9, was beaten by a drunk.\n"


def _finding(words: str, **keys: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "rule": "names/some", "category": "minor-name", "severity": "warning", "start": start,
        "end": start + len(words), "text": words, "line": 1, "column": start + 1, **keys,
    }  # fmt: skip


def test_same_findings_do_not_differ() -> None:
    found = [_finding("Ana Brook"), _finding("Ana Brook")]
    assert changes.differences(found, list(found)) == []


def test_added_removed_and_changed() -> None:
    old = [
        _finding("Ana Brook"),
        _finding("drunk", category="stigmatising-term", rule="terms/a"),
        _finding("beaten"),
    ]
    new = [
        _finding("Ana Brook", severity="error"),
        _finding("drunk", category="stigmatising-term", rule="terms/b"),
        _finding("9"),
    ]
    kinds = [(c.kind, c.finding["text"]) for c in changes.differences(old, new)]
    assert kinds == [("severity", "Ana Brook"), ("added", "9"), ("removed", "beaten"), ("rule", "drunk")]


def test_names_are_masked_unless_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    old = {str(path): {"verdict": "pass", "findings": []}}
    new = {
        str(path): {
            "verdict": "fail",
            "findings": [_finding("Ana Brook"), _finding("drunk", category="stigmatising-term")],
        }
    }
    ((masked, count),) = changes.compare(old, new, show_names=False, notes=False)
    assert count == {"added": 2}
    assert "pass → fail" in masked
    assert "[drunk]" in masked
    assert not any(name in masked for name in ("Ana", "Brook"))
    ((shown, _),) = changes.compare(old, new, show_names=True, notes=False)
    assert "[Ana Brook], 9, was beaten" in shown


def test_unknown_version_is_one_line(tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "benchmarks" / "changes.py", "no-such-thing", ".", tmp_path]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 2
    assert run.stderr.startswith("changes.py: 'no-such-thing' is neither")
    assert run.stderr.count("\n") == 1
