"""Write into examples/README.md what the program says about each example.

    python tools/examples.py

Replaces the table and the lists between the ``says`` marks; the rest of the page is written by hand. The
tests check that the page is up to date, so run this, and read what changed, whenever a rule or a check
changes its mind.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
PAGE = EXAMPLES / "README.md"
VERDICTS = {
    "fail": "fail",
    "needs-review": "needs review",
    "pass": "pass",
    "not-applicable": "not applicable",
}
MARKED = re.compile(r"(<!-- says: (\S+) -->\n).*?(<!-- end -->)", re.S)


def check() -> list[dict[str, Any]]:
    """The drafts of ``childsafe-lint check examples/ --format json``, run as a user runs it."""
    script = Path(sys.executable).with_name("childsafe-lint")
    program = [str(script)] if script.exists() else [sys.executable, "-m", "childsafe_lint"]
    command = [*program, "check", "examples", "--format", "json", "--names", "show"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    drafts: list[dict[str, Any]] = json.loads(done.stdout)["drafts"]
    for draft in drafts:
        draft["path"] = Path(draft["path"]).relative_to("examples").as_posix()
    return drafts


def counts(draft: dict[str, Any]) -> tuple[int, int, int, int]:
    """Errors, warnings, notes and open questions."""
    levels = [f["severity"] for f in draft["findings"] if f["suppressed"] is None]
    asked = sum(item["status"] == "open" for item in draft["checklist"])
    return levels.count("error"), levels.count("warning"), levels.count("note"), asked


def table(drafts: list[dict[str, Any]]) -> str:
    rows = [
        "| draft | verdict | errors | warnings | notes | questions |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for draft in drafts:
        path, verdict = draft["path"], VERDICTS.get(draft["verdict"], draft["verdict"])
        numbers = " | ".join(str(n) for n in counts(draft))
        rows.append(f"| [{path}]({path}) | {verdict} | {numbers} |")
    return "\n".join(rows) + "\n"


def findings(draft: dict[str, Any]) -> str:
    if not draft["findings"]:
        return "```text\nnothing\n```\n"
    lines = []
    for f in draft["findings"]:
        place = f"{f['line']}:{f['column']}"
        severity = f["severity"] if f["suppressed"] is None else "excused"
        lines.append(f"{severity:<8} {place:<6} {f['rule']:<27} {' '.join(f['text'].split())}")
    return "```text\n" + "\n".join(lines) + "\n```\n"


def filled(page: str, drafts: list[dict[str, Any]]) -> str:
    """The page with everything between marks written anew."""
    by_path = {draft["path"]: draft for draft in drafts}

    def fill(match: re.Match[str]) -> str:
        name = match[2]
        return match[1] + (table(drafts) if name == "all" else findings(by_path[name])) + match[3]

    return MARKED.sub(fill, page)


def main() -> None:
    PAGE.write_text(filled(PAGE.read_text("utf-8"), check()), encoding="utf-8")
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
