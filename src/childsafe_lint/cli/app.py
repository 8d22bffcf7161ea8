"""The commands and their help."""

from __future__ import annotations

import click

from .. import __version__
from .cache import cache
from .check import check
from .checklist import checklist
from .explain import explain
from .fix import fix
from .options import ui_language_option
from .rules import rules
from .speaking import Group


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog="'childsafe-lint COMMAND --help' says more about a command.",
)
@ui_language_option
@click.version_option(__version__, prog_name="childsafe-lint", message="%(prog)s %(version)s")
def app() -> None:
    """Check news drafts against guidelines for reporting on children.

    It finds names of children who must not be named, details that could
    identify them, words that stigmatise and framing that harms, says why and
    what to write instead, and lists the questions that only you can answer.

    Everything happens on this computer. Your drafts are sent nowhere. Results
    are kept as numbers, without a word of the draft ('cache' tells where).

    \b
    Examples:
      childsafe-lint check draft.txt
      childsafe-lint check articles/
      childsafe-lint fix draft.txt -o safer.txt
      childsafe-lint explain III.3.a
    """


app.add_command(check)
app.add_command(fix)
app.add_command(cache)
app.add_command(checklist)
app.add_command(explain)
app.add_command(rules)
