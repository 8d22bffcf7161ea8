"""How long the program takes to start, against the least that its parts could take.

    python benchmarks/startup.py [--runs N]

Both sides are measured in turns within one run, and the fastest run of each counts, which is what a busy
machine disturbs least. The exit status is 1 when a ratio is above its limit.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FAST_LIMIT, COLD_LIMIT = 3.0, 1.25

DRAFT = """\
Boy, 14, hurt in fall from school roof

A 14-year-old pupil was taken to hospital on Tuesday after falling from the roof of a school in the
north of the city, the emergency service said. Doctors described his condition as stable. The head
teacher said the door to the roof had been locked, and that the school was looking into how the boy
had come to be there.

"We saw him climb up during the break," said a classmate. Police are not treating the fall as
suspicious. The education department has asked all schools to check their doors and windows before
the end of the week.
"""

#: the same pipeline over the same text, and nothing else
BARE = """\
import sys, warnings
from pathlib import Path
import spacy, {package}
folder = next(Path({package}.__file__).parent.glob("*/config.cfg")).parent
warnings.simplefilter("ignore")
nlp = spacy.load(folder)
nlp(Path(sys.argv[1]).read_text(encoding="utf-8"))
"""


def seconds(command: list[str]) -> float:
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, env=env)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    return taken


def compare(ours: list[str], bare: list[str], runs: int) -> tuple[float, float, float]:
    """Least seconds of both, taken in turns, and their ratio; one run of each first to warm the disk."""
    pairs = [(seconds(ours), seconds(bare)) for _ in range(runs + 1)][1:]
    a, b = (min(side) for side in zip(*pairs, strict=True))
    return a, b, a / b


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    script = Path(sys.executable).with_name("childsafe-lint")
    program = [str(script)] if script.exists() else [sys.executable, "-m", "childsafe_lint"]
    floor = [sys.executable, "-c", "import click, yaml"]
    late = 0

    def show(name: str, figures: tuple[float, float, float], limit: float) -> None:
        nonlocal late
        ours, bare, ratio = figures
        late += ratio > limit
        print(
            f"{name:<24} {ours:7.3f} s  bare {bare:7.3f} s  ratio {ratio:5.2f}  limit {limit:.2f}  "
            f"{'ok' if ratio <= limit else 'TOO SLOW'}"
        )

    for name in (["--help"], ["--version"], ["check", "--help"], ["explain", "III.3.a"], ["rules", "list"]):
        show(" ".join(name), compare([*program, *name], floor, runs), FAST_LIMIT)

    from childsafe_lint.story.nlp import SHIPPED

    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "draft.txt")
        draft.write_text(DRAFT, encoding="utf-8")
        bare_script = Path(folder, "bare.py")
        bare_script.write_text(BARE.format(package=SHIPPED["en"]), encoding="utf-8")
        cold = compare(
            [*program, "check", "--no-cache", str(draft)],
            [sys.executable, str(bare_script), str(draft)],
            max(runs // 2, 3),
        )
        show("one draft, cold", cold, COLD_LIMIT)
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main())
