"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import click

from .. import ui

_F = TypeVar("_F", bound=Any)


def ui_language_option(command: _F) -> _F:
    """The language of reports and messages; chosen before anything else is read."""

    def choose(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            ui.speak(value)

    return click.option(
        "--ui-language", type=click.Choice(ui.LANGUAGES), expose_value=False, is_eager=True, callback=choose,
        help="Language of the report and of messages, whatever that of the drafts.  [default: that of the system]",
    )(command)  # fmt: skip


def config_option(command: _F) -> _F:
    return click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE",
        help="Settings file to use instead of the childsafe-lint.yaml in the draft's folder or above it.",
    )(command)  # fmt: skip


def rules_option(command: _F) -> _F:
    return click.option(
        "--rules", type=click.Path(path_type=Path), metavar="DIR", multiple=True,
        help="Folder (or file) with your own rules, used beside the shipped ones. Can be repeated.",
    )(command)  # fmt: skip
