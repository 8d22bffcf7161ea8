"""How much of what is found in the open drafts ``fix`` clears, and whether a second run changes anything.

    python -m benchmarks.fixing [--names pseudonym|neutral] [SET ...]

Counted are errors and warnings before and after, by category. The exit status is 1 where a second run changes a draft,
or a name that stood in a draft before still stands in it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from benchmarks.quality.gold import read_set

from childsafe_lint.drafts import from_text
from childsafe_lint.fixes import fix, fixable
from childsafe_lint.linter import Linter

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "corpus"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--names", choices=["pseudonym", "neutral"], default="pseudonym")
    parser.add_argument("sets", nargs="*", default=["en-a", "en-press"], metavar="SET")
    args = parser.parse_args()
    linter = Linter()
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    drafts = unstable = names_left = 0
    for name in args.sets:
        for gold in read_set(CORPUS / name):
            once = fix(from_text(gold.text, gold.id), linter, args.names)
            drafts += 1
            before.update(f.category for f in once.before.findings if fixable(f))
            after.update(f.category for f in once.left)
            old, new = once.before.draft.text, once.draft.text
            named = {
                old[f.start : f.end]
                for f in once.before.findings
                if fixable(f) and f.category == "minor-name"
            }
            names_left += sum(new[f.start : f.end] in named for f in once.left if f.category == "minor-name")
            unstable += bool(fix(once.draft, linter, args.names).changes)
    for category, count in sorted(before.items()):
        print(f"{category:20} {count:5} found, {after[category]:5} left")
    print(f"{drafts} drafts; {unstable} changed by a second run; {names_left} names left that stood before")
    return int(bool(unstable or names_left))


if __name__ == "__main__":
    sys.exit(main())
