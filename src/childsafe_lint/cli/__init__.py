"""The command line: a thin door on the linter. Nothing here knows language or rules."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from click import UsageError

#: exit statuses: nothing at or above --fail-on; something; the run itself went wrong
CLEAN, FOUND, WRONG = 0, 1, 2
_INTERRUPTED, _PIPE_CLOSED = 130, 141


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit. Whatever a user can get wrong ends in one line on stderr, never a
    traceback."""
    import click

    from .. import ui
    from ..errors import InputError
    from .app import app
    from .options import asked_for
    from .terminal import prepare, silence_stdout

    prepare()
    args = list(sys.argv[1:] if argv is None else argv)
    ui.speak(asked_for(args) or ui.from_environment())
    gc.set_threshold(50_000)  # starting up makes many objects and drops few
    try:
        code = app.main(args=args, prog_name="childsafe-lint", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as e:
        _misused(e)
        code = WRONG
    except (click.ClickException, InputError) as e:
        _complain(e.format_message() if isinstance(e, click.ClickException) else str(e))
        code = WRONG
    except (click.Abort, KeyboardInterrupt):
        code = _INTERRUPTED
    except BrokenPipeError:
        silence_stdout()
        code = _PIPE_CLOSED
    except RecursionError:
        _complain("a file is nested too deeply to be read")
        code = WRONG
    except MemoryError:
        _complain("not enough memory for this draft; check fewer or smaller files at a time")
        code = WRONG
    except Exception as e:
        import os

        if os.environ.get("CHILDSAFE_LINT_DEBUG"):
            raise
        # a traceback can hold words of the draft, so it is shown only when asked for
        _complain(
            f"internal error ({type(e).__name__}). This is a fault of the program, not of your draft: please "
            "report it. Set CHILDSAFE_LINT_DEBUG=1 to see details (they may quote the draft)."
        )
        code = WRONG
    sys.exit(code or CLEAN)


def _misused(e: UsageError) -> None:
    """A command line that cannot be understood: as click says it, or in another language in our own words."""
    import click

    from .. import ui
    from .speaking import metavars

    if (
        ui.language() == "en" or type(e).show is not click.UsageError.show
    ):  # a page of help for want of a command
        e.show()
        return
    message = e.format_message()
    _complain(metavars(message) if isinstance(e, click.MissingParameter) else message)
    if e.ctx is not None:
        _complain(f"Try '{e.ctx.command_path} --help' for help.")


def _complain(message: str) -> None:
    import click

    from ..ui import tr_line

    for line in map(tr_line, message.splitlines()):  # a broken rule folder has one line for each mistake
        click.echo("childsafe-lint: " + " ".join(line.split()), err=True)
