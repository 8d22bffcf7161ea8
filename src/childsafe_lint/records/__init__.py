"""What an editor writes down beside a draft: answers to questions and exceptions, in front matter or in a file.

``story.docx.childsafe.yaml`` beside ``story.docx``, or the key ``childsafe-lint`` in the front matter of a Markdown
draft (docs/checklist.md). This room reads and writes them; what they mean for findings is decided in checks/.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ..drafts.model import Draft

__all__ = ["KEY", "SUFFIX", "attached", "sidecar_path"]

SUFFIX = ".childsafe.yaml"
#: in front matter
KEY = "childsafe-lint"


def sidecar_path(draft: Path) -> Path:
    """The file beside a draft: its whole name, and ``.childsafe.yaml``."""
    return draft.with_name(draft.name + SUFFIX)


def attached(draft: Draft, path: Path | None, knows: Callable[[str], bool]) -> Draft:
    """The draft with what is written down about it.

    Args:
        path: the draft's file, whose sidecar is looked for; None where there is no file.
        knows: whether there is a question or rule of this id.

    Raises:
        InputErrors: the sidecar or the front matter cannot be used; each mistake with its line.
    """
    beside = None if path is None or path.name in ("", "..") else sidecar_path(path)
    has_file = beside is not None and os.path.lexists(beside)
    if KEY not in draft.metadata and not has_file:
        return draft
    from . import entries

    answers, exemptions = list(draft.answers), list(draft.exemptions)
    if KEY in draft.metadata and draft.format == "markdown":
        found = entries.from_front_matter(draft, knows)
        answers += found.answers
        exemptions += found.exemptions
    if has_file and beside is not None:
        found = entries.from_file(beside, knows)
        answers += found.answers
        exemptions += found.exemptions
    return replace(draft, answers=tuple(answers), exemptions=tuple(exemptions))
