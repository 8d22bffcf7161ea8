"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import click

_F = TypeVar("_F", bound=Any)


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
