"""Many unchanged drafts from the cache, against the first run.

    python benchmarks/cache.py [--drafts N] [--rounds N]

Both are whole runs of the program over the same folder, each in a process of its own; the first begins with an
empty cache. It is also checked that the second run loads no spaCy and prints the same bytes. The figure is
first : again, the median of the rounds. The exit status is 1 when it is below the limit.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import texts

LIMIT = 20.0

RUN = """
import sys
from childsafe_lint.cli import main
try:
    main(["check", sys.argv[1], "--format", sys.argv[2]])
finally:
    print("spacy" if "spacy" in sys.modules else "no spacy", file=sys.stderr)
"""


def run(folder: Path, home: Path, format: str) -> tuple[float, bytes, str]:
    """Seconds, what was printed, and whether spaCy was loaded."""
    env = {
        **os.environ,
        "CHILDSAFE_LINT_CACHE_DIR": str(home / "cache"),
        "XDG_STATE_HOME": str(home),
        "HOME": str(home),
    }
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", RUN, folder, format], capture_output=True, env=env)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return seconds, done.stdout, done.stderr.decode().splitlines()[-1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--drafts", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--format", default="text")
    options = parser.parse_args()

    ratios = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "drafts")
        folder.mkdir()
        for i, text in enumerate(texts(options.drafts)):
            (folder / f"draft-{i:04}.txt").write_text(text, encoding="utf-8")
        for n in range(options.rounds):
            home = Path(temporary, f"home-{n}")
            home.mkdir()
            first, printed, loaded = run(folder, home, options.format)
            again, printed_again, loaded_again = run(folder, home, options.format)
            if (loaded, loaded_again) != ("spacy", "no spacy") or printed != printed_again:
                print("the second run is not from the cache, or says something else")
                return 1
            ratios.append(first / again)
            kept = sum(p.stat().st_size for p in (home / "cache").rglob("*") if p.is_file())
            print(
                f"{options.drafts} drafts: first {first:.1f} s, again {again:.2f} s, cache {kept / 1e6:.1f} MB"
            )
    ratio = statistics.median(ratios)
    print(f"ratio {ratio:.1f}   limit {LIMIT:.0f}")
    return int(ratio < LIMIT)


if __name__ == "__main__":
    sys.exit(main())
