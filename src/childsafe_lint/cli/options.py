"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from .. import ui

_F = TypeVar("_F", bound=Any)


def ui_language_option(command: _F, *, hidden: bool = False) -> _F:
    """The language of reports and messages. It is chosen before the command line is understood, see asked_for."""
    return click.option(
        "--ui-language", type=click.Choice(ui.LANGUAGES), expose_value=False, hidden=hidden,
        help="Language of the report and of messages, whatever that of the drafts.  [default: that of the system]",
    )(command)  # fmt: skip


def asked_for(args: Sequence[str]) -> str | None:
    """The language that ``--ui-language`` names, wherever it stands: help and mistakes speak it too.

    One that is not among ``ui.LANGUAGES`` is left for click to complain of.
    """
    found = None
    own = args[: args.index("--")] if "--" in args else args
    for arg, following in zip(own, [*own, ""][1:], strict=True):
        name, given, value = arg.partition("=")
        code = value if given else following
        if name == "--ui-language" and code in ui.LANGUAGES:
            found = code
    return found


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


def guideline_option(command: _F) -> _F:
    return click.option(
        "--guideline", multiple=True, metavar="ID",
        help="Go by this guideline only (see 'rules list'). Can be given several times.",
    )(command)  # fmt: skip


def language_option(command: _F) -> _F:
    return click.option(
        "--language", metavar="CODE",
        help="Language of the drafts, such as 'en', where it should not be found out from the text.",
    )(command)  # fmt: skip
