"""``childsafe-lint checklist``: the questions that only a person can answer, and their answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import CLEAN, FOUND, WRONG
from .options import (
    config_option,
    guideline_option,
    language_option,
    rules_option,
    ui_language_option,
)
from .speaking import Command
from .terminal import can_show, page_width, wants_colour, write, write_whole

if TYPE_CHECKING:
    from ..records.write import Asked, Given
    from ..report import ChecklistItem, DraftReport
    from .setup import Choice, Setup


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  childsafe-lint checklist story.docx
  childsafe-lint checklist story.docx --write
  childsafe-lint checklist story.docx --interactive

\b
Exit status:
  0  no question is open (with --write: the file is written)
  1  questions are open
  2  a draft, its answers, an option, a setting or a rule could not be read
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="DRAFT...")
@click.option(
    "--write", "write_", is_flag=True,
    help="Write the open questions into DRAFT.childsafe.yaml, to be filled in. What is there stays.",
)  # fmt: skip
@click.option(
    "--interactive", is_flag=True, help="Ask the open questions one by one, and write down the answers."
)
@guideline_option
@config_option
@rules_option
@ui_language_option
@language_option
@click.option(
    "--names", type=click.Choice(["auto", "show", "mask"]), default="auto", show_default=True,
    help="Whether names of children are shown. auto masks them where the CI variable is set. What is written beside "
    "a draft never holds them.",
)  # fmt: skip
def checklist(paths: tuple[str, ...], write_: bool, interactive: bool, names: str, **choice: Any) -> None:
    """Show the questions that only you can answer, and keep your answers.

    DRAFT is a draft or a folder of them. Only questions that the draft gives
    reason for are asked. Answers stand in a file beside the draft, such as
    story.docx.childsafe.yaml, or in the front matter of a Markdown draft; each
    is about the draft as it was, so that a draft that changes in what was
    asked about is asked again.
    """
    from .setup import Choice

    if interactive and write_:
        raise click.UsageError("--interactive writes the answers as well; leave --write out")
    chosen = Choice(**choice)
    sheets = list(_sheets(paths, chosen))
    mask = _masks(names)
    for sheet in sheets:
        if sheet.report.error is not None:
            click.echo(f"childsafe-lint: {_error(sheet.report, mask)}", err=True)
    if interactive:
        by: list[str] = []
        for sheet in sheets:
            _walk(sheet, mask, by)
    elif write_:
        for sheet in sheets:
            _write(sheet, {})
    else:
        _show(sheets, mask)
    if any(s.report.error is not None for s in sheets):
        sys.exit(WRONG)
    sys.exit(FOUND if not write_ and any(s.open for s in sheets) else CLEAN)


@dataclass
class _Sheet:
    """One draft with its questions."""

    report: DraftReport
    setup: Setup
    path: Path | None

    @property
    def open(self) -> list[ChecklistItem]:
        return [c for c in self.report.checklist if c.status == "open"]

    @property
    def masked(self) -> DraftReport:
        return _masked(self.report)

    def asked(self) -> list[Asked]:
        """The open questions in words that name no child."""
        from ..checks.consent import child_key
        from ..records.write import Asked

        story = self.report.story
        questions = {q.id: q for q in self.setup.rulebook.questions}
        keys = [child_key(story, c) for c in story.children if c.named] if story else []
        return [
            Asked(
                item.rule,
                item.question,
                item.trigger,
                item.fingerprint,
                questions[item.rule].help,
                keys if questions[item.rule].consent else (),
            )
            for item in self.masked.checklist
            if item.status == "open"
        ]


def _sheets(paths: tuple[str, ...], choice: Choice) -> Iterator[_Sheet]:
    from .check import reports

    for source, setup, report in reports(paths, choice):
        yield _Sheet(report, setup, source.path)


def _masks(names: str) -> bool:
    import os

    from .output import masks

    return masks(names, os.environ)


def _error(report: DraftReport, mask: bool) -> str:
    return (_masked(report) if mask else report).error or ""


def _masked(report: DraftReport) -> DraftReport:
    from ..report import Report
    from ..reports.masking import masked

    return masked(Report([report])).drafts[0]


def _show(sheets: list[_Sheet], mask: bool) -> None:
    from ..reports.page import ascii_only

    lines: list[str] = []
    for sheet in sheets:
        if sheet.report.error is None:
            lines += [*_page(sheet, mask), ""]
    text = "\n".join(lines).rstrip("\n") + "\n" if lines else ""
    if not can_show(sys.stdout, "“”…"):
        text = ascii_only(text)
    write(text, None, utf8=False)


def _page(sheet: _Sheet, mask: bool) -> Iterator[str]:
    from ..reports.page import plain, wrap
    from ..reports.text import answered_words, clause_list
    from ..ui import counted, tr

    columns = page_width(sys.stdout)
    colour = wants_colour(sys.stdout)
    report = sheet.masked if mask else sheet.report
    helps = {q.id: q.help for q in sheet.setup.rulebook.questions}

    def style(text: str, **kw: Any) -> str:
        return click.style(text, **kw) if colour else text

    open_ = sum(c.status == "open" for c in report.checklist)
    path = style(plain(report.draft.path), bold=True)
    if report.not_checked is not None:
        yield f"{path}  {tr('not checked')}: {plain(tr(report.not_checked))}"
        return
    if not report.checklist:
        yield f"{path}  {tr('gives reason for no question')}"
        return
    yield f"{path}  {counted(open_, 'open question')}, {len(report.checklist) - open_} {tr('answered')}"
    for item in sorted(report.checklist, key=lambda c: c.status != "open"):
        box = "[x]" if item.status == "answered" else "[ ]"
        yield ""
        clauses = f" ({clause_list(item.clauses)})" if item.clauses else ""
        for i, line in enumerate(wrap(plain(item.question) + clauses, columns - 4)):
            yield f"{box} {line}" if i == 0 else f"    {line}"
        said = [tr("Because {}.").replace("{}", plain(item.trigger))]
        said += [plain(helps[item.rule])] if item.status == "open" and helps.get(item.rule) else []
        said += [answered_words(item)] if item.answer else []
        for part in said:
            for line in wrap(part, columns - 4):
                yield "    " + style(line, dim=True)
        if item.status == "open":
            yield "    " + style(f"{item.rule}, {tr('fingerprint')} {item.fingerprint}", dim=True)


def _write(sheet: _Sheet, given: dict[str, Given]) -> bool:
    """Bring the file beside a draft up to date; whether anything was to be written."""
    from ..records import sidecar_path
    from ..records.write import updated
    from ..ui import tr

    if sheet.report.error is not None or sheet.report.not_checked is not None:
        return False
    if sheet.path is None:
        raise click.UsageError("what is piped in has no file beside it to write; name a draft")
    path = sidecar_path(sheet.path)
    asked = [q for q in sheet.asked() if not given or q.question in given]
    text = updated(path, asked, sheet.setup.rulebook.knows, given)
    if text is None:
        click.echo(f"{path}: {tr('nothing to add')}")
        return False
    write_whole(path, text, "file")
    click.echo(f"{path}: {tr('answers written') if given else tr('to be filled in')}")
    return True


def _walk(sheet: _Sheet, mask: bool, names: list[str]) -> None:
    """Ask the open questions of one draft; each answer is written down at once, so that stopping loses none.

    ``names`` remembers who answers.
    """
    from datetime import date

    from ..records.write import Given
    from ..reports.page import plain
    from ..ui import counted, tr

    if sheet.report.error is not None or not sheet.open:
        return
    report = sheet.masked if mask else sheet.report
    how = tr("Leave an answer empty to skip it; Ctrl-C stops.")
    click.echo(f"{plain(report.draft.path)}: {counted(len(sheet.open), 'open question')}. {how}")
    shown = {c.rule: c for c in report.checklist}
    answered: set[str] = set()
    for question in sheet.asked():
        item = shown[question.question]
        click.echo(f"\n{plain(item.question)}\n  {tr('Because {}.').replace('{}', plain(item.trigger))}")
        if question.help:
            click.echo(f"  {question.help}")
        done = click.prompt(f"  {tr('What was done')}", default="", show_default=False).strip()
        if not done:
            continue
        by = click.prompt(f"  {tr('Who answers')}", default=names[-1] if names else None).strip()
        names.append(by)
        given = Given(done, by, date.today(), [c for key in question.keys if (c := _ask_consent(key))])
        _write(sheet, {question.question: given})
        answered.add(question.question)
    sheet.report.checklist = [c if c.rule not in answered else _closed(c) for c in sheet.report.checklist]


def _closed(item: ChecklistItem) -> ChecklistItem:
    from dataclasses import replace

    return replace(item, status="answered")


def _ask_consent(key: str) -> Any:
    from ..drafts.records import Consent
    from ..ui import tr

    if not _confirm(f"  {tr('Record consent to name {}?').replace('{}', key)}"):
        return None
    return Consent(
        key,
        _confirm("    " + tr("Fully informed, also of who may read it and for how long?")),
        _confirm("    " + tr("Did the child agree?")),
        _confirm("    " + tr("Did a parent or guardian agree?")),
    )


def _confirm(question: str) -> bool:
    """Yes or no, in the user's language too; no unless said otherwise."""
    from ..ui import fill, tr

    yes, no = tr("yes"), tr("no")
    words = {w: value for word, value in ((yes, True), (no, False)) for w in (word, word[0])}
    words |= {"y": True, "yes": True, "n": False, "no": False, "": False}
    while True:
        said = click.prompt(f"{question} [{yes}/{no}]", default="", show_default=False).strip().casefold()
        if said in words:
            return words[said]
        click.echo(fill(tr("Answer {} or {}."), yes, no))
