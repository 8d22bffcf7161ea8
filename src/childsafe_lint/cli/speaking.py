"""Commands that show their help in the user's language. It is written in the code in English, as for any click command;
what click itself says ("Usage:", "Options") is translated with it, by the same catalogue."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from typing import Any

import click

from .. import ui
from ..ui import fill, tr
from .options import ui_language_option


def metavars(text: str) -> str:
    """Words that stand for what is typed, in ``[OPTIONS] DRAFT`` or ``--format NAME[=FILE]``."""
    return re.sub(r"(?<![\w-])[A-Z]{2,}(?![\w-])", lambda m: tr(m[0]), text)


class _Formatter(click.HelpFormatter):
    """Everything in a page of help passes through here."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, metavars(args), f"{tr('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(tr(heading))

    def write_text(self, text: str) -> None:
        super().write_text("\n\n".join(map(_paragraph, text.split("\n\n"))))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        said = [(metavars(name), _described(text)) for name, text in rows]
        super().write_dl(said, col_max, col_spacing)


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        if ui.language() == "en":
            return super().make_formatter()
        return _Formatter(width=self.terminal_width, max_width=self.max_content_width)


class Command(click.Command):
    """A command whose help is in the user's language, and which takes ``--ui-language`` even where its help does not
    mention it."""

    context_class = _Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if all("--ui-language" not in p.opts for p in self.params):
            ui_language_option(self, hidden=True)

    def get_short_help_str(self, limit: int = 45) -> str:
        if ui.language() == "en":
            return super().get_short_help_str(limit)
        return inspect.cleandoc(self.help or "").split("\n\n")[0]  # whole, to be translated


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command


def _paragraph(text: str) -> str:
    """A paragraph is translated as a whole; one with fixed lines (``\\b``) line by line, its examples not at all."""
    if not text.startswith("\b"):
        return tr(" ".join(text.split()))
    return "\n".join(map(_line, text.splitlines()))


def _line(line: str) -> str:
    m = re.fullmatch(r"(  \d  )?(\S.*)", line)
    return line if m is None else (m[1] or "") + (m[2] if m[2] == "\b" else tr(m[2]))


def _described(text: str) -> str:
    """What a command or an option is for. A default that is typed (``[default: error]``) stays as it is typed."""
    m = re.fullmatch(r"(.*?)\s*(?:\[default: (.+)\])?", text, re.S)
    if m is None or m[2] is None:
        return tr(text)
    default = fill(tr("[default: {}]"), tr(m[2]) if " " in m[2] else m[2])
    return f"{tr(m[1])}  {default}" if m[1] else default
