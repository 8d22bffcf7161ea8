"""Make docs/images/report.svg: the report on a draft, as a terminal shows it, from real output.

    python tools/picture.py

Runs ``childsafe-lint check`` in a pseudo-terminal of 80 columns (so not on Windows) and draws what it prints.
Needs rich, which spaCy brings along.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
DRAFT = "examples/hospital-feature.md"
OUT = ROOT / "docs" / "images" / "report.svg"
COLUMNS = 80

THEME = TerminalTheme(
    (27, 31, 38),
    (214, 219, 228),
    [(70, 76, 88), (240, 113, 120), (152, 210, 122), (240, 198, 116), (122, 178, 245), (205, 150, 236),
     (102, 204, 204), (214, 219, 228)],
    [(126, 134, 148), (255, 139, 145), (176, 230, 148), (255, 216, 140), (150, 200, 255), (224, 176, 250),
     (134, 226, 226), (255, 255, 255)],
)  # fmt: skip


def run(command: list[str]) -> str:
    """What a command prints on a terminal of our width, with its colours."""
    ours, theirs = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k not in ("CI", "NO_COLOR", "FORCE_COLOR")}
    env |= {"COLUMNS": str(COLUMNS), "LINES": "50", "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    printed = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not piece:
            break
        printed += piece
    os.close(ours)
    if process.wait() not in (0, 1):
        sys.exit(f"picture: {' '.join(command)} failed:\n{printed.decode()}")
    return printed.decode().replace("\r\n", "\n")


def main() -> None:
    script = Path(sys.executable).with_name("childsafe-lint")
    printed = run([str(script), "check", DRAFT])
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi(f"\x1b[1m$\x1b[0m childsafe-lint check {DRAFT}\n{printed.rstrip()}"))
    svg = console.export_svg(title="childsafe-lint", theme=THEME, unique_id="report")
    # no fonts from the net: a picture in the documentation must not call anyone either
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)
    svg = svg.replace("Fira Code, monospace", "Menlo, Consolas, 'DejaVu Sans Mono', monospace")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(re.sub(r"[ \t]+$", "", svg, flags=re.M) + "\n", encoding="utf-8")
    print(OUT.relative_to(ROOT), f"{OUT.stat().st_size:,} bytes,", printed.count("\n"), "lines")


if __name__ == "__main__":
    main()
