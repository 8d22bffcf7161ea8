"""Words per second over many drafts, against the bare pipeline.

    python benchmarks/speed.py [--drafts N] [--rounds N]

Both sides run in one process with the same pipeline and the same components over the same texts, in turns.
The figure is ours : bare, the median of the rounds. The exit status is 1 when it is below the limit. Many drafts are
read ahead in a thread, so that a part of ours runs beside the pipeline where there is a second core; what it takes of
the processor, all threads together, stands beside.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import sys
import time

LIMIT = 0.8

#: paragraphs to build drafts from, with what makes the understanding work: names, ages, quotes, places, kin
PARAGRAPHS = """{name} {family}, {age}, walked to School No. {number} in the village of {place} every morning
until last winter, when the road was closed. Her mother, {parent} {family}, a nurse at the district
clinic, said the family had asked the council for a bus three times.

"We were told to wait," {parent} said. "My daughter is in the {grade}th grade. She should be in
class, not at home."

The regional court heard on Monday that the boy, who is {age}, had taken part in the theft of two
phones. His lawyer asked the judge to take his age into account. The hearing goes on next week, and
the verdict is expected in May.

Prices for flour rose by {number} per cent over the year, the statistics office said. Bakers in
{place} said they had not raised the price of bread, but would have to do so before the summer if
the harvest was poor.

A spokesman for the health ministry said that {number} children had been treated in {place} after a
gas leak. Most went home the same day. "None of them is in danger," he told reporters, and thanked
the drivers who had helped.

{name} likes football and drawing. Her brother, a {age}-year-old pupil of the same school, plays in
goal. Their coach, {parent} Lee, says both are among the best he has taught in {grade} years.

The committee on the rights of the child asked the government to raise the age of criminal
responsibility and to keep children out of adult prisons. A report with the government's answer is
due within {grade} months.
"""

NAMES = ("Amina", "Dana", "Lucia", "Ngozi", "Mei", "Sofia", "Zarina", "Ruth")
FAMILIES = ("Okafor", "Petrova", "Garcia", "Tran", "Yilmaz", "Smith", "Serikova")
PARENTS = ("Gulnara", "Maria", "Grace", "Hanna", "Fatima")
PLACES = ("Kenes", "Brookfield", "Santa Rosa", "Oyo", "Tashkent", "Leeds")


def texts(count: int) -> list[str]:
    """Invented drafts of about 450 words, no two alike."""
    paragraphs = PARAGRAPHS.split("\n\n")
    order = itertools.cycle(range(len(paragraphs)))
    out = []
    for i in range(count):
        fill = {
            "name": NAMES[i % len(NAMES)], "family": FAMILIES[i % len(FAMILIES)],
            "parent": PARENTS[i % len(PARENTS)], "place": PLACES[i % len(PLACES)],
            "age": 7 + i % 10, "number": 3 + i % 50, "grade": 4 + i % 6,
        }  # fmt: skip
        # another paragraph is left out each time, so that the drafts differ in shape as well
        parts = [paragraphs[next(order)].format(**fill) for _ in range(9)]
        next(order)
        out.append(f"News from {fill['place']}, item {i}\n\n" + "\n\n".join(parts))
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--drafts", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    from childsafe_lint import Linter
    from childsafe_lint.drafts import from_text
    from childsafe_lint.story.nlp import SHIPPED, load

    drafts = [from_text(text, f"draft-{i}.txt") for i, text in enumerate(texts(options.drafts))]
    words = sum(len(d.text.split()) for d in drafts)
    nlp = load(SHIPPED["en"])  # the very object that the linter uses, with the same components
    linter = Linter()

    def ours() -> int:
        return sum(len(report.findings) for report in linter.lint_many(drafts))

    def bare() -> int:
        return sum(len(doc) for doc in nlp.pipe(d.text for d in drafts))

    def rate(work: object) -> tuple[float, float]:
        start, cpu = time.perf_counter(), time.process_time()
        work()  # type: ignore[operator]
        return words / (time.perf_counter() - start), words / (time.process_time() - cpu)

    list(linter.lint_many(drafts[:5]))  # fill the caches of both sides
    rounds = [(rate(ours), rate(bare)) for _ in range(options.rounds)]
    (a, b), (cpu_a, cpu_b) = (
        [statistics.median(side[kind] for side in sides) for sides in zip(*rounds, strict=True)]
        for kind in (0, 1)
    )
    ratio, cpu = (statistics.median(x[kind] / y[kind] for x, y in rounds) for kind in (0, 1))
    print(
        f"{len(drafts)} drafts, {words} words, pipeline {nlp.meta['name']} with {', '.join(nlp.pipe_names)}"
    )
    print(
        f"lint_many {a:8.0f} words/s   bare nlp.pipe {b:8.0f} words/s   ratio {ratio:.2f}   limit {LIMIT:.2f}"
    )
    print(f"processor {cpu_a:8.0f} words/s   bare nlp.pipe {cpu_b:8.0f} words/s   ratio {cpu:.2f}   no limit")
    return int(ratio < LIMIT)


if __name__ == "__main__":
    sys.exit(main())
