"""The finding contract, one JSON object a line, for programs that read a stream (see docs/formats.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..report import Report
from . import Options
from .json import as_dict


def render(report: Report, options: Options) -> str:
    """A ``draft`` line, then its ``finding`` and ``question`` lines, for each draft; at the end a
    ``summary``."""
    return "".join(
        json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
        for line in _lines(as_dict(report, options))
    )


def _lines(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    schema = {"schema": data["schema"]}
    for draft in data["drafts"]:
        findings, questions = draft.pop("findings"), draft.pop("checklist")
        yield {"type": "draft", **schema, **draft}
        for finding in findings:
            yield {"type": "finding", **schema, "path": draft["path"], **finding}
        for question in questions:
            yield {"type": "question", **schema, "path": draft["path"], **question}
    yield {"type": "summary", **schema, **data["summary"]}
