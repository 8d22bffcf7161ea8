"""``childsafe-lint rules``: what is checked, and whether the rules' own examples hold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..ui import counted, fill, tr
from . import FOUND
from .options import config_option, rules_option, ui_language_option
from .speaking import Group
from .terminal import can_show, page_width, wants_colour, write

if TYPE_CHECKING:
    from ..guidelines.model import Rulebook


@click.group(cls=Group)
def rules() -> None:
    """List the rules, and test rules that you wrote."""


@rules.command(
    "list",
    epilog="""\b
Examples:
  childsafe-lint rules list
  childsafe-lint rules list --rules our-rules/
""",
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@config_option
@rules_option
@ui_language_option
def list_(format_: str, config: Path | None, rules: tuple[Path, ...]) -> None:
    """List the guidelines, rules and questions in use."""
    from .setup import in_use

    book = in_use(config, rules)
    if format_ == "json":
        import json

        write(json.dumps(_as_dict(book), ensure_ascii=False, indent=1) + "\n", None, utf8=True)
        return
    text = _as_text(book, page_width(sys.stdout), wants_colour(sys.stdout))
    if not can_show(sys.stdout, "…–"):
        from ..reports.page import ascii_only

        text = ascii_only(text)
    write(text, None, utf8=False)


def _as_dict(book: Rulebook) -> dict[str, Any]:
    return {
        "guidelines": [
            {
                "id": g.id, "title": g.title, "publisher": g.publisher, "source": g.source,
                "clauses": [{"id": c.id, "title": c.title, "verified": c.verified} for c in g.clauses],
            }
            for g in book.guidelines
        ],
        "rules": [
            {
                "id": r.id, "check": r.check, "category": r.category, "severity": r.severity,
                "language": r.language, "clauses": list(r.clauses), "message": r.message, "advice": r.advice,
                "source": r.source, "path": r.path, "line": r.line,
            }
            for r in book.rules
        ],
        "questions": [
            {"id": q.id, "ask": q.ask, "clauses": list(q.clauses), "path": q.path, "line": q.line}
            for q in book.questions
        ],
    }  # fmt: skip


def _as_text(book: Rulebook, columns: int, colour: bool) -> str:
    from ..reports.page import shorten

    def bold(text: str) -> str:
        return click.style(text, bold=True) if colour else text

    lines = [bold(f"{tr('Guidelines')} ({len(book.guidelines)})")]
    lines += [
        shorten(f"  {g.id}  {g.title}, {len(g.clauses)} {tr('clauses')}", columns) for g in book.guidelines
    ]
    by_category: dict[str, list[Any]] = {}
    for rule in book.rules:
        by_category.setdefault(rule.category, []).append(rule)
    for category, members in by_category.items():
        lines += ["", bold(f"{tr('Rules:')} {category} ({len(members)})")]
        lines += [f"  {tr(r.severity):<8} {r.id}" for r in members]
    if book.questions:
        lines += ["", bold(f"{tr('Questions')} ({len(book.questions)})")]
        lines += ["  " + shorten(f"{q.id}  {q.ask}", columns - 2) for q in book.questions]
    lines += ["", tr("'childsafe-lint explain NAME' tells more about each of them.")]
    return "\n".join(lines) + "\n"


@rules.command(
    "test",
    epilog="""\b
Examples:
  childsafe-lint rules test
  childsafe-lint rules test our-rules/
""",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
def test(paths: tuple[Path, ...]) -> None:
    """Check that every rule flags and passes its own examples.

    PATH is a rule file or a folder of them; without it the shipped rules are
    tested. The exit status is 1 when an example does not hold, and 2 when a
    rule file cannot be read; the message then says which line to mend.
    """
    from .setup import run_tests

    results = run_tests(paths)
    failures = [r for r in results if not r.ok]
    for failure in failures:
        click.echo(failure)
    words = counted(len(results), "example")
    if failures:
        click.echo(fill(tr("{} of {} did not hold"), str(len(failures)), words))
        sys.exit(FOUND)
    click.echo(fill(tr("all {} hold"), words) if len(results) != 1 else tr("1 example holds"))
