"""Writing the file beside a draft: new questions to answer are added, and nothing that is there is lost.

The file is edited as text, so that comments, order and spelling stay as the editor left them; the result is read again
before it is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from textwrap import wrap

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..drafts.records import Answer, Consent
from ..errors import InputError
from ..guidelines.yamlfile import Document, shown
from ..ui import fill, tr
from . import SUFFIX
from .entries import VERSION, Entry, Found, from_file, read

_HEAD = """\
# What was done about the questions that childsafe-lint asks about {}.
#
# Write after "done:" what was done, after "by:" who answers, after "on:" the day, as 2026-11-24. Words that contain
# ': ' or ' #' need quotes. What is not filled in stays open. The fingerprint says what was asked about: leave it as it
# is. If the draft changes in that, the question is asked again. Write no child's name into this file: initials do.
"""
_WIDTH = 118  # columns of a comment


@dataclass(frozen=True)
class Asked:
    """One question to be answered, in words that name no child.

    ``keys`` are the children for whom an answer may record consent, none where it may not.
    """

    question: str
    ask: str
    because: str
    fingerprint: str
    help: str = ""
    keys: Sequence[str] = ()


@dataclass(frozen=True)
class Given:
    """An answer to be written."""

    done: str
    by: str
    on: date
    consents: Sequence[Consent] = ()


def updated(
    path: Path,
    asked: Iterable[Asked],
    knows: Callable[[str], bool],
    given: dict[str, Given] | None = None,
) -> str | None:
    """What the file at ``path`` should say: a new one, or the one there with the open questions added.

    Args:
        asked: the open questions.
        given: question id -> its answer, for those that are answered now.

    Returns:
        The text, None where there is nothing to change.

    Raises:
        InputErrors: the file is there and cannot be used.
        InputError: it is there and written in a way that cannot be added to.
    """
    given = given or {}
    if not path.exists():
        head = fill(tr(_HEAD), path.name.removesuffix(SUFFIX))
        draft = _scalar(path.name.removesuffix(SUFFIX))
        blocks = [_block(q, given.get(q.question)) for q in asked]
        if not blocks:
            return None
        return f"{head}\nversion: {VERSION}\ndraft: {draft}\n\nanswers:\n" + "\n".join(blocks)
    before = from_file(path, knows)
    text = path.read_bytes().decode("utf-8-sig")
    after = _edited(text, before, list(asked), given, path)
    if "\r\n" in text:
        after = re.sub(r"\r?\n", "\r\n", after)
    if after == text:
        return None
    _check(path, after, before, knows)
    return after


def _edited(text: str, found: Found, asked: Sequence[Asked], given: dict[str, Given], path: Path) -> str:
    edits: list[tuple[int, int, str]] = []
    new: list[tuple[Asked, Given | None]] = []
    for question in asked:
        entries = [e for e in found.entries if e.question == question.question]
        answer = given.get(question.question)
        waiting = next((e for e in entries if e.answer is None), None)
        unbound = next((e for e in entries if e.answer is not None and e.fingerprint is None), None)
        if answer is not None:
            filling = _fill(waiting, question.fingerprint, answer) if waiting else []
            edits += filling
            if not filling:
                new.append((question, answer))
        elif unbound is not None:
            edits.append(_bind(unbound, question.fingerprint))
        elif waiting is None:
            new.append((question, None))
        elif waiting.fingerprint is None:
            edits.append(_bind(waiting, question.fingerprint))
        elif waiting.fingerprint.value != question.fingerprint:
            node = waiting.fingerprint
            edits.append((node.start_mark.index, node.end_mark.index, question.fingerprint))
    for start, end, put in sorted(edits, reverse=True):
        text = text[:start] + put + text[end:]
    if not new:
        return text
    shift = sum(len(put) - (end - start) for start, end, put in edits)
    return _added(text, found, new, shift, path)


def _fill(entry: Entry, fingerprint: str, given: Given) -> list[tuple[int, int, str]]:
    """The edits that write an answer into an entry that waits for one; none where it is not as `_block` makes it."""
    values = {k.value: v for k, v in entry.node.value}
    if entry.node.flow_style or "consent" in values or not {"fingerprint", "done", "by", "on"} <= set(values):
        return []
    indent = " " * entry.node.start_mark.column
    consents = [line for consent in given.consents for line in _consent(consent)]
    more = "".join(f"\n{indent}{line}" for line in ["consent:", *(f"  {c}" for c in consents)] if consents)
    put = {"done": _scalar(given.done), "by": _scalar(given.by), "on": given.on.isoformat() + more}
    edits = [(values[k].start_mark.index, values[k].end_mark.index, f" {text}") for k, text in put.items()]
    node = values["fingerprint"]
    gap = "" if node.value else " "
    return [*edits, (node.start_mark.index, node.end_mark.index, gap + fingerprint)]


def _bind(entry: Entry, fingerprint: str) -> tuple[int, int, str]:
    """The edit that gives an entry its fingerprint, behind the question."""
    values = {k.value: v for k, v in entry.node.value}
    if "fingerprint" in values:  # there, and empty
        node = values["fingerprint"]
        return node.start_mark.index, node.end_mark.index, f" {fingerprint}"
    at = values["question"].end_mark.index
    gap = ", " if entry.node.flow_style else "\n" + " " * entry.node.start_mark.column
    return at, at, f"{gap}fingerprint: {fingerprint}"


def _added(text: str, found: Found, new: Sequence[tuple[Asked, Given | None]], shift: int, path: Path) -> str:
    node = found.list
    if not text.endswith("\n"):
        text += "\n"
    if node is None:
        blocks = "\n".join(_block(q, a) for q, a in new)
        return f"{text}\nanswers:\n{blocks}"
    if isinstance(node, SequenceNode) and not node.flow_style and node.value:
        indent = " " * (node.start_mark.column)
        at = _line_after(text, _last(node).end_mark.index + shift)
    elif isinstance(node, ScalarNode):  # answers: and nothing behind it
        indent, at = "  ", _line_after(text, node.start_mark.index)
    else:
        raise InputError(
            "its answers stand in one line, so that nothing can be added; write each on lines of its own that begin "
            "with '- '",
            shown(path),
            node.start_mark.line + 1,
        )
    blocks = "\n".join(_block(q, a, indent) for q, a in new)
    return f"{text[:at]}\n{blocks}{text[at:]}"


def _last(node: Node) -> Node:
    """The scalar or flow collection that stands last in a block."""
    while isinstance(node, SequenceNode | MappingNode) and not node.flow_style and node.value:
        item = node.value[-1]
        node = item[1] if isinstance(item, tuple) else item
    return node


def _line_after(text: str, at: int) -> int:
    """Where the next line begins, unless ``at`` is the beginning of one (behind a block of lines)."""
    if at and text[at - 1] == "\n":
        return at
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _check(path: Path, text: str, before: Found, knows: Callable[[str], bool]) -> None:
    """Read what is to be written, as a safeguard: nothing that was there may be gone."""
    doc = Document(path, None, text)
    if doc.root is not None:
        after = read(doc, path, knows)
        kept = [_told(a) for a in after.answers]
        if (
            not doc.problems
            and all(_told(a) in kept for a in before.answers)
            and [replace(e, line=None) for e in after.exemptions]
            == [replace(e, line=None) for e in before.exemptions]
        ):
            return
    raise InputError(
        "cannot be added to without changing what it says; put the answers in a list with one key a line, as "
        "'checklist --write' writes them",
        shown(path),
    )


def _told(answer: Answer) -> Answer:
    """What a person has written, wherever it stands."""
    consents = tuple(replace(c, line=None) for c in answer.consents)
    return replace(answer, line=None, fingerprint="", consents=consents)


def _block(question: Asked, given: Given | None, indent: str = "  ") -> str:
    """One entry, with the question above it."""
    comment = [question.ask, fill(tr("Asked because {}."), question.because)]
    comment += [question.help] if question.help else []
    room = _WIDTH - len(indent) - 2
    lines = [f"# {line}" for part in comment for line in wrap(" ".join(part.split()), room)]
    lines += [f"- question: {question.question}", f"  fingerprint: {question.fingerprint}"]
    if given is None:
        lines += ["  done:", "  by:", "  on:"]
        if question.keys:
            lines += [
                "  # " + tr("Consent to be named, if it was given: take the # away, and write what is true."),
                "  # consent:",
            ]
            for key in question.keys:
                lines += [f"  #   {line}" for line in _consent(Consent(key), open_=True)]
    else:
        lines += [
            f"  done: {_scalar(given.done)}",
            f"  by: {_scalar(given.by)}",
            f"  on: {given.on.isoformat()}",
        ]
        if given.consents:
            lines.append("  consent:")
        for consent in given.consents:
            lines += [f"    {line}" for line in _consent(consent)]
    return "".join(f"{indent}{line}\n" for line in lines)


def _consent(consent: Consent, *, open_: bool = False) -> list[str]:
    """``open_``: nothing is said yet."""

    def flag(value: bool) -> str:
        return "  # true or false" if open_ else " true" if value else " false"

    return [
        f"- child: {_scalar(consent.child)}",
        f"  fully_informed:{flag(consent.fully_informed)}",
        f"  child_agreed:{flag(consent.child_agreed)}",
        f"  guardian_agreed:{flag(consent.guardian_agreed)}",
    ]


def _scalar(text: str) -> str:
    """A text as YAML: bare where every reader takes it for a text, else in quotes (JSON's are YAML's too)."""
    plain = " ".join(text.split())
    safe = plain and all(c.isalnum() or c in " .,-_/()" for c in plain) and plain[0].isalpha()
    return (
        plain
        if safe and plain.casefold() not in ("null", "true", "false")
        else json.dumps(plain, ensure_ascii=False)
    )
