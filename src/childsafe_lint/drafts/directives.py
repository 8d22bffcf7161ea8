"""Comments in Markdown and HTML that speak to this program.

``<!-- childsafe-lint: allow RULE reason="…" by="…" until=2027-01-31 -->`` is about the paragraph, heading, caption or
list item that follows, or the rest of the one it stands in. ``allow-begin RULE …`` and ``allow-end`` enclose more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ..spans import Span
from .model import Draft
from .records import Exemption
from .traced import Traced

_OURS = re.compile(r"<!--+\s*childsafe-lint\b\s*:?\s*(?P<said>.*?)\s*(?:--+>|\Z)", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(
    r"\s*,?\s*(?:(?P<key>[A-Za-z_]+)\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|“(?P<c>[^”]*)”|«(?P<d>[^»]*)»|"
    r"(?P<e>[^\s\"',]+))|(?P<bare>[^\s=,\"']+)(?=[\s,]|\Z))"
)
_BEGIN, _END, _NEXT = "allow-begin", "allow-end", "allow"
_KEYS = ("reason", "by", "until")


@dataclass(frozen=True)
class Comment:
    """A comment of ours: what it says, and where it stands in the source (code points)."""

    said: str
    start: int
    end: int


def comment(text: Traced) -> Comment | None:
    """The comment, markers included, if it speaks to this program."""
    match = _OURS.match(text)
    if match is None or not text.runs:
        return None
    return Comment(match["said"], text.runs[0].source_start, text.runs[-1].source_end)


def placed(draft: Draft, comments: Iterable[Comment]) -> Draft:
    """The draft with the exceptions that its comments allow."""
    found: list[Exemption] = []
    open_: list[tuple[Comment, Exemption]] = []
    for c in sorted(comments, key=lambda c: c.start):
        command, exemption = _read(c.said)
        exemption = replace(exemption, line=draft.source_line(c.start))
        if command == _BEGIN:
            open_.append((c, exemption))
        elif command == _END:
            at = _opened(open_, exemption.rules)
            if at is None:
                exemption = replace(exemption, problem="it ends something that was not begun")
                found.append(replace(exemption, span=_after(draft, c)))
            else:
                begun, opened = open_.pop(at)
                found.append(replace(opened, span=draft.between(begun.end, c.start)))
        else:
            span = _after(draft, c)
            if span is None and not exemption.problem:
                exemption = replace(exemption, problem="no text follows it")
            found.append(replace(exemption, span=span or Span(len(draft.text), len(draft.text))))
    for c, exemption in open_:
        problem = exemption.problem or f"it has no end; put <!-- childsafe-lint: {_END} --> where it ends"
        found.append(replace(exemption, span=_after(draft, c), problem=problem))
    found.sort(key=lambda e: e.line or 0)
    return replace(draft, exemptions=(*draft.exemptions, *found)) if found else draft


def from_margin(draft: Draft) -> Draft:
    """The document with the exceptions that comments in its margin allow: ``childsafe-lint: allow RULE reason``.

    Such a comment is about the words it is put on; about the whole paragraph where it is put between two letters.
    Who wrote it allows it, unless it says otherwise.
    """
    found: list[Exemption] = []
    for note in draft.attachments:
        said = _MARGIN.match(note.text) if note.kind == "comment" else None
        if said is None:
            continue
        command, exemption = _read(_quoted(said["said"]))
        if command in (_BEGIN, _END) and not exemption.problem:
            exemption = replace(exemption, problem=f"in a document it must begin with {_NEXT}")
        span = note.span
        if span.start == span.end:
            block = next((b for b in draft.blocks if b.span.start <= span.start <= b.span.end), None)
            span = block.span if block is not None else span
        found.append(replace(exemption, by=exemption.by or note.author, span=span, label=note.label))
    return replace(draft, exemptions=(*draft.exemptions, *found)) if found else draft


def is_exception(words: str) -> bool:
    """Whether a comment in a margin allows something."""
    return _MARGIN.match(words) is not None


_MARGIN = re.compile(r"\s*childsafe-lint\b\s*:?\s*(?P<said>allow.*)", re.DOTALL | re.IGNORECASE)
_PLAIN_REASON = re.compile(
    r"(?P<rules>allow\S*(?:[\s,]+[\w-]+/[\w-]+)+)[\s,:–—-]+(?P<why>[^=]*?)(?P<more>\s*\b(?:by|until)\s*=.*)?"
)


def _quoted(said: str) -> str:
    """``allow RULE because …`` with the reason as a value."""
    match = _PLAIN_REASON.fullmatch(said)
    if match is None or not match["why"]:
        return said
    why = re.sub('["“”]', "'", match["why"])
    return f'{match["rules"]} reason="{why}"{match["more"] or ""}'


def _opened(open_: list[tuple[Comment, Exemption]], rules: tuple[str, ...]) -> int | None:
    """The innermost exception that is open, of these rules if any are named."""
    fitting = [i for i, (_, e) in enumerate(open_) if not rules or set(rules) <= set(e.rules)]
    return fitting[-1] if fitting else None


def _read(said: str) -> tuple[str, Exemption]:
    """What a comment asks for; what cannot be understood is in ``problem``."""
    command, _, rest = said.partition(" ") if " " in said else (said, "", "")
    command = command.strip().casefold()
    if command not in (_NEXT, _BEGIN, _END):
        return "", Exemption((), problem=f"it must begin with {_NEXT}, {_BEGIN} or {_END}")
    rules: list[str] = []
    values: dict[str, str] = {}
    problem = ""
    at = 0
    while rest[at:].strip(" \t\r\n,"):
        match = _WORD.match(rest, at)
        if match is None:
            problem = 'a quotation mark or a value is missing; write reason="why"'
            break
        at = match.end()
        if match["bare"]:
            rules.append(match["bare"])
            continue
        key = match["key"].casefold()
        value = next(v for v in match.group("a", "b", "c", "d", "e") if v is not None)
        if key not in _KEYS:
            problem = problem or f"it can say {', '.join(_KEYS)}, not '{key}'"
        values[key] = " ".join(value.split())
    until = None
    if values.get("until"):
        try:
            until = date.fromisoformat(values["until"])
        except ValueError:
            problem = problem or "its date must be written as 2027-01-31"
    if not rules and command != _END:
        problem = problem or "it names no rule"
    return command, Exemption(
        tuple(dict.fromkeys(rules)), values.get("reason", ""), values.get("by", ""), until, problem=problem
    )


def _after(draft: Draft, c: Comment) -> Span | None:
    """The rest of the block that the comment stands in, else the block that comes next in the source."""
    blocks = [
        (draft.source_offset(b.span.start), draft.source_offset(b.span.end, end=True), b.span)
        for b in draft.blocks
    ]
    for start, end, span in blocks:
        if start < c.start and c.end < end:
            rest = draft.between(c.end, end)
            return rest if rest is None else Span(rest.start, span.end)
    following = [(start, span) for start, _, span in blocks if start >= c.end]
    return min(following)[1] if following else None
