"""python -m benchmarks.quality [--sets NAME …] [--no-baselines] [--cultures] [--floors] [--write-docs] …

Lints the gold drafts in one process and prints recall, precision, F1 and F2 per category and subtype with 95 %
confidence intervals, verdicts and the behavioural suites, beside plain spaCy and Presidio.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if not __package__:  # python benchmarks/quality
    sys.path[:0] = [str(p) for p in (Path(__file__).resolve().parents[2],)]
    __package__ = "benchmarks.quality"

from . import causes, floors, measure, pages


def main() -> int:
    args = _arguments()
    quick = args.floors and not args.write_docs
    result = measure.run(
        args.sets, () if args.no_suites else measure.SUITES, baselines=not (args.no_baselines or quick)
    )
    if args.cultures or args.write_docs:
        drafts = [d for name, ds in result.drafts.items() if name not in measure.LOCKED for d in ds]
        result.cultures, result.lost = measure.by_culture(drafts)
    print(pages.console(result, subtypes=not args.brief))
    if args.misses:
        Path(args.misses).write_text(pages.plain_misses(causes.slips(result), result.lost), encoding="utf-8")
    if args.write_docs:
        for path in pages.write(result):
            print(f"wrote {path}")
    if args.write_floors:
        floors.write(result)
        print(f"wrote {floors.FILE.name}")
    if args.floors and not floors.comparable():
        print(f"the floors are for {floors.PIPELINE}, which this Python does not use: not compared")
    elif args.floors:
        problems = floors.broken(result)
        print("\n".join(["below the floor:", *problems]) if problems else "all floors hold")
        return bool(problems)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality", description=__doc__.partition("\n\n")[2]
    )
    parser.add_argument("--sets", nargs="+", default=list(measure.SETS), choices=list(measure.SETS), metavar="SET",
                        help=f"only these: {', '.join(measure.SETS)}")  # fmt: skip
    parser.add_argument("--no-suites", action="store_true", help="leave the behavioural suites out")
    parser.add_argument("--no-baselines", action="store_true", help="the linter only")
    parser.add_argument("--brief", action="store_true", help="no subtypes")
    parser.add_argument(
        "--cultures", action="store_true", help="names of other cultures in the same drafts too"
    )
    parser.add_argument(
        "--misses", metavar="FILE", help="write every slip, one a line, most frequent cause first"
    )
    parser.add_argument("--floors", action="store_true", help="exit 1 where a floor is broken (no baselines)")
    parser.add_argument("--write-floors", action="store_true", help="set the floors from this run")
    parser.add_argument(
        "--write-docs", action="store_true", help="write docs/quality.md and docs/known-misses.md"
    )
    args = parser.parse_args()
    if args.write_docs and (set(args.sets) != set(measure.SETS) or args.no_baselines or args.no_suites):
        parser.error("--write-docs needs every set, the suites and the baselines")
    if args.write_floors and (set(args.sets) != set(measure.SETS) or args.no_suites):
        parser.error("--write-floors needs every set and the suites")
    return args


if __name__ == "__main__":
    sys.exit(main())
