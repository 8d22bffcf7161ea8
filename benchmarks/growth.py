"""How the work after language processing grows with the length of a draft.

    python -m benchmarks.growth [--characters N] [--rounds N]

One draft of N characters and one of twice as many, made of invented drafts, are read by the pipeline; what is timed,
in processor time, is the understanding of them and the checks. The figure is long : short, the least of the rounds,
and would be 2 if the work grew with the length alone. The exit status is 1 when it is above the limit.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time

from benchmarks.speed import texts

LIMIT = 2.5


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--characters", type=int, default=90_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    from childsafe_lint import Linter
    from childsafe_lint.drafts import from_text
    from childsafe_lint.errors import NotChecked
    from childsafe_lint.story.nlp import process
    from childsafe_lint.story.reader import read_story

    linter = Linter()
    parts = texts(2 * options.characters // 1_000)

    def seconds(characters: int) -> float:
        draft = from_text("\n\n".join(parts)[:characters], "long.txt")
        read = next(process([draft], {}))[1]
        if isinstance(read, NotChecked):
            raise SystemExit(str(read))
        taken = []
        for _ in range(options.rounds):
            gc.collect()
            start = time.process_time()
            linter._report(draft, read_story(draft, read))
            taken.append(time.process_time() - start)
        return min(taken)

    linter.lint(from_text(parts[0], "first.txt"))  # what is read and compiled only once
    short, long = seconds(options.characters), seconds(2 * options.characters)
    ratio = long / short
    print(
        f"{options.characters:,} characters {short:.2f} s   twice as many {long:.2f} s   "
        f"ratio {ratio:.2f}   limit {LIMIT:.2f}"
    )
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
