"""Runs the examples that every rule brings: what it must flag, what it must leave alone (``rules test``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .drafts import Attachment, Block, Draft, Link, Picture, from_text
from .guidelines.model import Examples, Rule, Rulebook
from .records import attached
from .report import DraftReport, Finding
from .spans import Span
from .ui import tr

if TYPE_CHECKING:
    from .linter import Linter

Part = Literal["flags", "passes", "known_misses"]
_PARTS: tuple[Part, ...] = ("flags", "passes", "known_misses")
_SHOULD = {
    "flags": "should be flagged",
    "passes": "should be left alone",
    "known_misses": "stands under known_misses",
}


@dataclass(frozen=True)
class ExampleResult:
    """How one example fared.

    Args:
        rule: id of the rule; ``entry`` is the term or phrase of its list that the example belongs to, if any.
        part: where it stands: ``flags``, ``passes`` or ``known_misses``.
        problem: what is wrong, empty where the example holds.
        path: the rule file, with the 1-based ``line`` of the example.
    """

    rule: str
    part: Part
    text: str
    problem: str = ""
    entry: str = ""
    path: str = ""
    line: int = 0

    @property
    def ok(self) -> bool:
        return not self.problem

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}: " if self.path else ""
        of = f"{self.rule} ({self.entry})" if self.entry else self.rule
        problem = f", {tr(self.problem)}" if self.problem else ""
        return f"{where}{of}: {tr(_SHOULD[self.part])}{problem}: {self.text}"


@dataclass(frozen=True)
class _Case:
    rule: Rule
    part: Part
    text: str
    line: int
    entry: tuple[str, str] | None = None  # key and value: ("term", "street child")


def run_rule_tests(rulebook: Rulebook, linter: Linter) -> list[ExampleResult]:
    """Check every example of the rules in ``rulebook``.

    Args:
        rulebook: the rules under test.
        linter: a linter with these rules and all others they must live with.

    Returns:
        One result an example, in the order of the rules.

    Raises:
        InputError: a rule cannot be compiled, or a pipeline is not installed.
    """
    cases = [case for rule in rulebook.rules for case in _cases(rule)]
    # the same sentence may serve several rules; one is too short to tell its language for certain
    keys = list(dict.fromkeys((case.rule.language, case.text) for case in cases))
    reports: dict[tuple[str | None, str], DraftReport] = {}
    for language in dict.fromkeys(language for language, _ in keys):
        texts = [text for code, text in keys if code == language]
        read = linter.reading(language).lint_many(map(_draft, texts))
        reports.update(zip(((language, t) for t in texts), read, strict=True))
    return [_judge(case, reports[case.rule.language, case.text]) for case in cases]


#: A line at the beginning of an example that stands for what a file holds beside its text (docs/rules.md).
_BESIDE = re.compile(
    r"\[(?P<kind>comment|deletion|hidden text|property|picture text|file name|picture place|link)"
    r"(?:: (?P<said>.*))?\]\n"
)


def _draft(text: str) -> Draft:
    if _BESIDE.match(text):
        return _with_things_beside(text)
    if text.startswith(("---\n", "<!--")):  # an example of what people write down
        return attached(from_text(text, "<example>", "markdown"), None, lambda _: True)
    return Draft("<example>", text, blocks=(Block("body", Span(0, len(text))),))


def _with_things_beside(text: str) -> Draft:
    attachments: list[Attachment] = []
    links: list[Link] = []
    pictures: list[Picture] = []
    said: list[tuple[str, str]] = []
    while match := _BESIDE.match(text):
        said.append((match["kind"], match["said"] or ""))
        text = text[match.end() :]
    for kind, words in said:
        if kind == "picture place":
            pictures.append(Picture(f"picture {len(pictures) + 1}", Span(0, 0), gps=True))
        elif kind == "link":
            target, _, on = words.partition(" on: ")
            at = text.find(on)
            links.append(Link(Span(at, at + len(on)), target))
        else:
            attachments.append(Attachment(kind.replace(" ", "-"), words, kind, Span(0, 0)))  # type: ignore[arg-type]
    blocks = (Block("body", Span(0, len(text))),)
    return Draft("<example>", text, blocks=blocks, attachments=attachments, links=links, pictures=pictures)


def _cases(rule: Rule) -> Iterator[_Case]:
    for part, text, line in _texts(rule.examples):
        yield _Case(rule, part, text, line)
    for value in rule.params.values():
        for entry in value if isinstance(value, list) else ():
            if not isinstance(entry, dict) or not isinstance(entry.get("examples"), Examples):
                continue
            key = next(k for k in entry if not k.startswith("_"))
            for part, text, line in _texts(entry["examples"]):
                yield _Case(rule, part, text, line or int(entry.get("__line__", 0)), (key, str(entry[key])))


def _texts(examples: Examples) -> Iterator[tuple[Part, str, int]]:
    for part in _PARTS:
        for text in getattr(examples, part):
            yield part, text, examples.lines.get(text, 0)


def _judge(case: _Case, report: DraftReport) -> ExampleResult:
    own = case.rule.id
    found = [f for f in report.findings if f.rule == own or own in f.details.get("beside", ())]  # type: ignore[operator]
    if case.entry:  # another entry of the same list may still say something about the sentence
        key, value = case.entry
        found = [f for f in found if f.details.get(key, value) == value]
    why_not = report.not_checked or report.error
    if why_not:
        problem = f"but was not checked ({why_not})"
    elif case.part == "flags" and not found:
        problem = f"but is not{_instead(report.findings)}"
    elif case.part == "passes" and found:
        problem = f"but is flagged ({_quoted(found, report)})"
    elif case.part == "known_misses" and found:
        problem = "but is flagged now; move it to flags"
    else:
        problem = ""
    entry = case.entry[1] if case.entry else ""
    return ExampleResult(case.rule.id, case.part, case.text, problem, entry, case.rule.path, case.line)


def _instead(findings: Sequence[Finding]) -> str:
    others = sorted({f.rule for f in findings})
    return f" (found instead: {', '.join(others)})" if others else ""


def _quoted(findings: Sequence[Finding], report: DraftReport) -> str:
    return ", ".join(dict.fromkeys(f"“{report.draft.text[f.start : f.end]}”" for f in findings))
