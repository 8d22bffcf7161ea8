"""The numbers as text: on the terminal, in docs/quality.md, and the slips in docs/known-misses.md."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import yaml

from . import systems
from .causes import Slip, excerpt, slips
from .gold import Gold, Mark
from .measure import ALL, LANGUAGES, LINTER, LOCKED, OPEN, SETS, Result, language, spread, together
from .score import CATEGORY, Row

_FIRST = Path(__file__).with_name("first_contact.yaml")
DOCS = Path(__file__).resolve().parents[2] / "docs"
_EXAMPLES = 5  # of one kind and cause on the page of known misses


def console(result: Result, subtypes: bool = True) -> str:
    """Everything measured, in aligned columns."""
    lines = [f"{sum(map(len, result.drafts.values()))} drafts and "
             f"{sum(map(len, result.suites.values()))} snippets linted in {result.seconds:.1f} s"]  # fmt: skip
    for system, tables in result.tables.items():
        for name, table in tables.items():
            if system != LINTER and name not in (OPEN, ALL) and len(result.drafts) > 1:
                continue
            verdict, count = result.verdicts[system][name]
            noise = result.noise[system][name]
            lines += ["", f"== {system}, {name} ({len(result.groups()[name])} drafts)"]
            lines.append(
                f"   verdicts right {verdict} [{verdict.interval}] of {count}"
                + ("" if noise is None else f"; {noise:.2f} findings per 1000 words of clean drafts")
            )
            lines.append(f"   {'':32}{'recall':19}{'precision':19}{'F1':7}{'F2':7}{'gold':>6}{'found':>6}")
            for key, row in table.items():
                if (":" in key and (not subtypes or system != LINTER)) or key.partition(":")[
                    0
                ] not in CATEGORY:
                    continue
                if system != LINTER and not row.found:
                    continue
                shown = "  " + key.partition(":")[2] if ":" in key else CATEGORY[key]
                lines.append(
                    f"   {shown:32}{row.recall!s:6}{row.recall.interval:13}{row.precision!s:6}"
                    f"{row.precision.interval:13}{row.f1!s:7}{row.f2!s:7}{row.gold:6}{row.found:6}"
                )
    for system, cells in result.passed.items():
        lines += ["", f"== {system}, behavioural suites"]
        for (suite, label, kind), (passed, of) in sorted(cells.items()):
            if system == LINTER or (label == "minor-name" and kind == "all"):
                lines.append(
                    f"   {suite:12}{CATEGORY[label]:20}{kind:16}{passed:4}/{of:<4} {passed / of:.3f}"
                )
        if system == LINTER:
            for suite in result.suites:
                passed, of = _suite_total(result, system, suite)
                lines.append(f"   {suite:12}{'all':36}{passed:4}/{of:<4} {passed / of:.3f}")
    if "Presidio" not in result.tables and len(result.tables) > 1:
        lines += ["", "Presidio is not installed (pip install '.[benchmark]'): its row is left out"]
    if result.cultures:
        lines += ["", "== minor-name recall by the culture of the names",
                  f"   {'':14}{LINTER:>15}{'spaCy PERSON':>15}{'marks':>8}"]  # fmt: skip
        for culture, (ours, theirs, of) in _by_recall(result):
            lines.append(f"   {culture:14}{ours / of:15.3f}{theirs / of:15.3f}{of:8}")
        lines.append(
            f"   best to worst {spread(result.cultures):14.1f} {spread(result.cultures, 1):14.1f} points"
        )
    return "\n".join(lines)


def write(result: Result) -> list[Path]:
    """Write both pages; returns where."""
    pages = {"quality.md": quality_page(result), "known-misses.md": misses_page(result, slips(result))}
    out = []
    for name, text in pages.items():
        (DOCS / name).write_text(text, encoding="utf-8")
        out.append(DOCS / name)
    return out


def quality_page(result: Result) -> str:
    """docs/quality.md."""
    made = ", ".join(f"{name} {v}" for name, v in systems.versions().items())
    whole = ALL if ALL in result.tables[LINTER] else OPEN
    sections = [
        _TOP.format(today=date.today().isoformat(), made=made),
        _sets_section(result),
        _category_section(result),
        _others_section(result, whole),
        _subtype_section(result, whole),
        _suites_section(result),
        _cultures_section(result),
        _BOTTOM,
    ]
    return "\n".join(s for s in sections if s)


_WRITTEN = "<!-- Written by `python -m benchmarks.quality --write-docs`; do not edit by hand. -->"

_TOP = f"""\
# How well it finds what it should

{_WRITTEN}

Measured on {{today}} with {{made}}, all in one run on the same texts, with the same spaCy pipeline for all
English drafts.
The drafts are invented and stand in `tests/corpus`; [its README](../tests/corpus/README.md) says what an
editor marks and what not. Findings of severity error and warning count, notes do not.

- **Recall**: of what an editor marks, the share that a finding of that category touches.
- **Precision**: of the findings, the share that touches something an editor marks.
- **F1** weighs both alike; **F2** weighs recall double: a child's name in print cannot be called back.
- In brackets: 95 % confidence interval, by bootstrap over drafts (2000 rounds). It tells how much these few
  drafts can say, not how other drafts differ from them.
- The weights by which people, sentences and whole drafts are weighed were learnt from the open sets too.
  How well they do on sets that they were not learnt from is in [models/en](../models/en/README.md),
  [models/people](../models/people/README.md), [models/tone](../models/tone/README.md) and
  [models/at_risk](../models/at_risk/README.md), and in the locked sets
  here: above all framing and details in the open sets flatter.
"""


def _sets_section(result: Result) -> str:
    lines = ["How far to trust which set:", "", "| set | drafts | words | |", "|---|---:|---:|---|"]
    for name, drafts in result.drafts.items():
        lines.append(f"| {name} | {len(drafts)} | {sum(d.words for d in drafts)} | {SETS[name]} |")
    return "\n".join([*lines, "", _TRUST, *_first_contact(result)])


def _first_contact(result: Result) -> list[str]:
    """Sets measured before anybody had read them."""
    told = yaml.safe_load(_FIRST.read_text(encoding="utf-8"))
    lines = [
        _FIRST_CONTACT,
        "| set | " + " | ".join(CATEGORY.values()) + " |",
        "|---|" + "---|" * len(CATEGORY),
    ]
    for name in result.drafts:
        if name in told:
            cells = (told[name].get(category) for category in CATEGORY.values())
            lines.append(
                f"| {name} | " + " | ".join(f"{c[0]:.2f} / {c[1]:.2f}" if c else "" for c in cells) + " |"
            )
    return [*lines, ""]


_FIRST_CONTACT = """\
Each of these sets was measured once before anybody who works on the rules had read it (recall / precision); the
rules were then developed against it. It shows how much of what is learnt from one author's drafts carries over to
the next author's: less than the other tables make one hope.
"""

_TRUST = """\
What to expect on a draft of your own is told best by the locked set. Even there the drafts are written for a
test, to be hard in many ways at once; what real newspapers print differs from all of them.
"""


def _category_section(result: Result) -> str:
    lines = ["## By category", "", *_head("set")]
    for label, category in CATEGORY.items():
        for name, table in result.tables[LINTER].items():
            if (row := table.get(label)) is not None:
                lines.append(f"| {category} | {name} | {_cells(row)} |")
    lines += ["", _WHOLE, "| set | drafts | verdict right | findings per 1000 words of clean drafts |"]
    lines.append("|---|---:|---|---:|")
    for name in result.tables[LINTER]:
        rate, count = result.verdicts[LINTER][name]
        noise = result.noise[LINTER][name]
        shown = "–" if noise is None else f"{noise:.2f}"
        lines.append(f"| {name} | {count} | {rate} [{rate.interval}] | {shown} |")
    return "\n".join([*lines, ""])


_WHOLE = """\
Whether the draft as a whole is right: one with something to flag has a finding, a clean one has none (drafts
with optional marks only are left out).
"""


def _others_section(result: Result, whole: str) -> str:
    lines = ["## Beside other tools", "", _BESIDE, *_head("tool")]
    for label in ("minor-name", "id-detail"):
        for system, tables in result.tables.items():
            if (row := tables[whole].get(label)) is not None and row.found:
                lines.append(f"| {CATEGORY[label]} | {system} | {_cells(row)} |")
    if "Presidio" not in result.tables:
        lines += ["", "Presidio was not installed in this run."]
    return "\n".join([*lines, ""])


_BESIDE = """\
Neither knows what a child is: every PERSON counts as the name of one, and for Presidio places, phone numbers
and addresses of mail and web count as identifying details. That is how they would be used here for want of
better.
"""


def _subtype_section(result: Result, whole: str) -> str:
    lines = ["## By subtype", "", _SUBTYPE.format(whole=whole)]
    lines += _head("subtype")
    for key, row in result.tables[LINTER][whole].items():
        label, _, sub = key.partition(":")
        if sub:
            lines.append(f"| {CATEGORY[label]} | {sub} | {_cells(row)} |")
    return "\n".join([*lines, ""])


_SUBTYPE = """\
Over {whole} of English drafts. A name has no subtype; it is sorted by how it stands there. Recall is by the
editor's subtype,
precision by that of the finding; `jigsaw` is the finding that lists the details which together identify.
"""


def _suites_section(result: Result) -> str:
    if not result.suites:
        return ""
    lines = ["## Behavioural suites", "", _SUITES]
    lines += ["| suite | category | kind | passed | of | share |", "|---|---|---|---:|---:|---:|"]
    for (suite, label, kind), (passed, of) in sorted(result.passed[LINTER].items()):
        lines.append(f"| {suite} | {CATEGORY[label]} | {kind} | {passed} | {of} | {passed / of:.3f} |")
    for suite in result.suites:
        passed, of = _suite_total(result, LINTER, suite)
        lines.append(f"| {suite} | **all** | all | {passed} | {of} | **{passed / of:.3f}** |")
    return "\n".join([*lines, ""])


_SUITES = """\
Short snippets, each for one way of saying a thing: what must be flagged, what must not, and variants that must
all come out alike. A snippet passes when every mark is found and nothing else of its category is. The rules
were developed against suite a; suite b was written later by another author, suite c (press manner) after both.
Suite d (ways to tell an age, and what only looks like one; hard on purpose) was measured blind first, then developed
against: 0.667 of its first 141 cases passed, 0.761 of the 88 written after these were mended, 0.636 of the last 44.
Suite e has other cases of the capabilities of suite a, by an author who never saw the tool; nothing was tuned on it.
"""


def _cultures_section(result: Result) -> str:
    if not result.cultures:
        return ""
    order = _by_recall(result)
    names = [c for c, _ in order if c != "original"]
    lines = ["## Names of other cultures", "", _CULTURES.format(
        count=len(names), best=names[0], worst=names[-1], ours=spread(result.cultures),
        theirs=spread(result.cultures, 1),
    )]  # fmt: skip
    lines += ["| names | minor-name recall | spaCy PERSON | marks |", "|---|---:|---:|---:|"]
    lines += [f"| {c} | {a / n:.3f} | {b / n:.3f} | {n} |" for c, (a, b, n) in order]
    return "\n".join([*lines, ""])


_CULTURES = """\
The drafts of the open sets that name a child, told again with names of {count} cultures: children and their
relatives, in every mention, as that culture writes them. Recall should not depend on where a child's name is
from. Between the best ({best}) and the worst ({worst}) lie **{ours:.1f} points**; for spaCy's own recogniser it
is {theirs:.1f}. `tests/test_name_swap.py` keeps it from getting worse on a part of the drafts.
"""

_BOTTOM = """\
## What is not found

See [known misses](known-misses.md): every kind of miss and false finding in the open sets, with excerpts.

## Measure it yourself

```
pip install -e '.[benchmark]'
python -m benchmarks.quality
```

`--floors` compares with `benchmarks/quality/floors.yaml` and fails below; CI runs it on every change.
`--cultures` adds the names of other cultures, `--misses FILE` lists every slip.

What a change of the rules does to real articles is seen with `python benchmarks/changes.py`: it lints a folder
with two versions and prints which findings came, went or changed.
"""


def misses_page(result: Result, found: Sequence[Slip]) -> str:
    """docs/known-misses.md."""
    drafts = sum(len(d) for name, d in result.drafts.items() if name not in LOCKED)
    lines = [_MISSES.format(drafts=drafts)]
    for code in dict.fromkeys(map(language, result.drafts)):
        lines += _misses_of(result, [s for s in found if language(s.set) == code], code)
    return "\n".join(lines)


def _misses_of(result: Result, found: Sequence[Slip], code: str) -> list[str]:
    lines = []
    for label, category in CATEGORY.items():
        total = result.tables[LINTER][together(OPEN, code)].get(label)
        for missed in (True, False):
            mine = [s for s in found if s.label == label and s.missed == missed]
            if total is None:
                continue
            of = f"{total.gold} marks" if missed else f"{total.found} findings"
            title = "missed" if missed else "flagged wrongly"
            lines.append(f"## {LANGUAGES[code]}, {category}: {title} ({len(mine)} of {of})\n")
            for kind, cause, here in _sorted(mine):
                lines.append(f"### {kind}: {cause} ({len(here)})\n")
                for s in here[:_EXAMPLES]:
                    lines.append(f"- {_md(s.before)}**{_md(s.words)}**{_md(s.after)} ({s.draft})")
                if len(here) > _EXAMPLES:
                    lines.append(f"- … and {len(here) - _EXAMPLES} more")
                lines.append("")
    return lines


_MISSES = f"""\
# Known misses and false findings

{_WRITTEN}

What the linter gets wrong in the {{drafts}} drafts of the open sets, most frequent first, with the words in bold.
All drafts and people are invented. The locked set is not quoted. For the numbers see [quality](quality.md).
"""


def plain_misses(found: Sequence[Slip], lost: Sequence[tuple[str, Gold, Mark]] = ()) -> str:
    """One slip a line, most frequent kind and cause first; then names lost when told in another culture."""
    out = []
    for missed in (True, False):
        for label in CATEGORY:
            for kind, cause, here in _sorted([s for s in found if s.label == label and s.missed == missed]):
                out.append(f"## {'MISS' if missed else 'FALSE'} {label} {kind}: {cause} ({len(here)})")
                out += [f"{s.draft} | {s.before}[[{s.words}]]{s.after}" for s in here]
    for culture, n in Counter(c for c, _, _ in lost).most_common():
        out.append(f"## LOST with {culture} names ({n})")
        for _, draft, mark in (entry for entry in lost if entry[0] == culture):
            at = excerpt(draft.text, mark.start, mark.end)
            out.append(f"{draft.id} | {at[0]}[[{at[1]}]]{at[2]}")
    return "\n".join(out) + "\n"


def _sorted(found: Sequence[Slip]) -> list[tuple[str, str, list[Slip]]]:
    groups: dict[tuple[str, str], list[Slip]] = defaultdict(list)
    for s in found:
        groups[s.kind, s.cause].append(s)
    return [(*key, here) for key, here in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))]


def _head(second: str) -> list[str]:
    return [
        f"| category | {second} | recall | precision | F1 | F2 | marks | findings |",
        "|---|---|---|---|---:|---:|---:|---:|",
    ]


def _cells(row: Row) -> str:
    shares = [f"{r} [{r.interval}]" if r.interval else str(r) for r in (row.recall, row.precision)]
    return " | ".join([*shares, str(row.f1), str(row.f2), str(row.gold), str(row.found)])


def _by_recall(result: Result) -> list[tuple[str, tuple[int, int, int]]]:
    return sorted(result.cultures.items(), key=lambda c: (-c[1][0] / c[1][2], c[0]))


def _suite_total(result: Result, system: str, suite: str) -> tuple[int, int]:
    cells = [v for (s, _, kind), v in result.passed[system].items() if s == suite and kind == "all"]
    return sum(p for p, _ in cells), sum(n for _, n in cells)


def _md(text: str) -> str:
    return re.sub(r"([*_`<>\[\]|#\\])", r"\\\1", text)
