"""``childsafe-lint explain``: all that is known about one rule, clause, question, guideline or word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..ui import tr
from .options import config_option, rules_option, ui_language_option
from .speaking import Command
from .terminal import can_show, page_width, wants_colour, write

if TYPE_CHECKING:
    from ..guidelines.model import Clause, Guideline, Question, Rule, Rulebook

VERIFIED = {
    "text": "checked against the guideline's own text",
    "secondary": "taken from a secondary source, not checked against the guideline's own text",
    "memory": "written from memory, not checked against the guideline's own text",
    "derived": "our own conclusion from the guideline, not a clause of it",
}

_SEE_WORD = "See 'childsafe-lint explain WORD' for one of them."


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  childsafe-lint explain III.3.a
  childsafe-lint explain names/sexual-abuse-victim
  childsafe-lint explain orphan
""",
)
@click.argument("what", metavar="RULE|CLAUSE|WORD")
@config_option
@rules_option
@ui_language_option
def explain(what: str, config: Path | None, rules: tuple[Path, ...]) -> None:
    """Explain a rule, a clause or a word.

    Shows what it is about and why, the clause behind it and how sure we are
    of it, what to write instead, and examples that are flagged and that pass.

    RULE and CLAUSE are the names that a report shows. WORD is a word from the
    lists of stigmatising terms.
    """
    import sys

    from .setup import known

    book = known(config, rules)
    found = _look_up(book, what)
    if not found:
        from ..errors import InputError, did_you_mean

        names = [*(r.id for r in book.rules), *(q.id for q in book.questions), *_clause_names(book)]
        hint = did_you_mean(what, [*names, *(t.casefold() for _, t in _terms(book))])
        raise InputError(
            f"there is no rule, clause or word '{what}'{hint or '; see childsafe-lint rules list'}"
        )
    page = _Page(page_width(sys.stdout), wants_colour(sys.stdout))
    text = "\n\n".join("\n".join(part(page)).rstrip() for part in found) + "\n"
    if not can_show(sys.stdout, "…“”–─•"):
        from ..reports.page import ascii_only

        text = ascii_only(text)
    write(text, None, utf8=False)


_Part = Callable[["_Page"], Iterator[str]]


def _look_up(book: Rulebook, what: str) -> list[_Part]:
    """What goes by this name: in full, else without its guideline or folder, else as a word in a term
    list."""
    wanted = what.casefold().strip()

    def named(id: str, short: bool) -> bool:
        id = id.casefold()
        return wanted == (re.split("[:/]", id, maxsplit=1)[-1] if short else id)

    for short in (False, True):
        found: list[_Part] = []
        found += [_bind(_Page.rule, book, r) for r in book.rules if named(r.id, short)]
        found += [_bind(_Page.question, book, q) for q in book.questions if named(q.id, short)]
        found += [
            _bind(_Page.clause, book, c) for g in book.guidelines for c in g.clauses if named(c.id, short)
        ]
        if not short:
            found += [_bind(_Page.guideline, book, g) for g in book.guidelines if named(g.id, short)]
        if found:
            return found
    return [
        _bind(_Page.term, rule, entry)
        for rule in book.rules
        for entry in _entries(rule)
        if wanted in {str(w).casefold() for w in (entry.get("term"), *_texts(entry.get("variants")))}
    ]


def _bind(method: Callable[..., Iterator[str]], *args: Any) -> _Part:
    return lambda page: method(page, *args)


def _entries(rule: Rule) -> list[dict[str, Any]]:
    terms = rule.params.get("terms", ())
    return [t for t in terms if hasattr(t, "get")] if isinstance(terms, (list, tuple)) else []


def _terms(book: Rulebook) -> Iterator[tuple[Rule, str]]:
    for rule in book.rules:
        for entry in _entries(rule):
            yield rule, str(entry.get("term", ""))


def _clause_names(book: Rulebook) -> Iterator[str]:
    for guideline in book.guidelines:
        yield guideline.id
        for clause in guideline.clauses:
            yield clause.id
            yield clause.id.partition(":")[2]


def _texts(value: Any) -> list[str]:
    """A text or a list of texts, as a list."""
    if value is None or value == "":
        return []
    return [str(v) for v in value] if isinstance(value, (list, tuple)) else [str(value)]


def _readable(message: str) -> str:
    """A message with its placeholders as words: ``{name}`` -> ``[name]``."""
    return re.sub(r"\{(\w+)\}", lambda m: f"[{tr(m[1])}]", message)


class _Page:
    def __init__(self, columns: int, colour: bool) -> None:
        from ..reports import page

        self._page = page
        self.columns = columns
        self.colour = colour

    def bold(self, text: str) -> str:
        return click.style(text, bold=True) if self.colour else text

    def head(self, title: str, kind: str) -> Iterator[str]:
        yield f"{self.bold(self._page.plain(title))}  ({kind})"
        yield "─" * self.columns

    def say(self, label: str, text: str, indent: int = 2) -> Iterator[str]:
        text = self._page.plain(text)
        if text:
            if label:
                yield self.bold(label)
            for line in self._page.wrap(text, self.columns - indent):
                yield " " * indent + line

    def items(self, label: str, texts: list[str]) -> Iterator[str]:
        if texts:
            yield self.bold(label)
        for text in texts:
            for i, line in enumerate(self._page.wrap(self._page.plain(text), self.columns - 4)):
                yield ("  • " if i == 0 else "    ") + line

    # -- what can be explained

    def rule(self, book: Rulebook, rule: Rule) -> Iterator[str]:
        yield from self.head(rule.id, f"{tr(rule.severity)}, {rule.category}")
        yield from self.say(tr("What it says"), _readable(rule.message))
        when = [f"{k.replace('_', ' ')}: {', '.join(_texts(v)) or v}" for k, v in rule.when.items()]
        kind = rule.params.get("kind")
        if kind:
            when.append(f"{tr('kind of detail')}: {', '.join(_texts(kind))}")
        yield from self.items(tr("When"), when)
        yield from self.why(book, rule.clauses)
        if book.lowered_by_consent(rule):
            yield from self.say(tr("Consent"), tr("On record for child and guardian, it makes this a note."))
        yield from self.say(tr("What to write instead"), _readable(rule.advice))
        entries = _entries(rule)
        if entries:
            yield self.bold(f"{tr('Words on its list')} ({len(entries)})")
            words = ", ".join(str(e.get("term", "")) for e in entries)
            yield from self.say("", f"{words}. {tr(_SEE_WORD)}")
        yield from self.items(tr("Flagged"), list(rule.examples.flags))
        yield from self.items(tr("Passes"), list(rule.examples.passes))
        yield from self.items(
            tr("Known misses: should be flagged, but are not yet"), list(rule.examples.known_misses)
        )
        yield from self.say(tr("Source"), rule.source)
        yield from self.file(rule.path, rule.line)

    def question(self, book: Rulebook, question: Question) -> Iterator[str]:
        yield from self.head(question.id, tr("a question for the checklist"))
        yield from self.say(tr("What it asks"), question.ask)
        yield from self.say(tr("Help"), question.help)
        alternatives = [question.when] if hasattr(question.when, "items") else question.when
        yield from self.items(
            tr("Asked when"),
            [
                " and ".join(f"{k.replace('_', ' ')}: {', '.join(_texts(v))}" for k, v in when.items())
                for when in alternatives
            ],
        )
        yield from self.why(book, question.clauses)
        yield from self.file(question.path, question.line)

    def clause(self, book: Rulebook, clause: Clause) -> Iterator[str]:
        guideline = next(g for g in book.guidelines if clause in g.clauses)
        yield from self.head(clause.id, f"{tr('clause of')} {guideline.title}")
        yield from self.say(
            clause.title or tr("What it asks for"), f"{clause.text} ({tr(VERIFIED[clause.verified])})"
        )
        yield from self.items(
            tr("Checked by"), [f"{r.id} ({r.severity})" for r in book.rules if clause.id in r.clauses]
        )
        yield from self.items(
            tr("Asked by"), [f"{q.id}: {q.ask}" for q in book.questions if clause.id in q.clauses]
        )
        yield from self.say(
            tr("Source"), ". ".join(s.rstrip(".") for s in (guideline.publisher, guideline.source) if s)
        )

    def guideline(self, book: Rulebook, guideline: Guideline) -> Iterator[str]:
        yield from self.head(guideline.id, tr("a guideline"))
        yield from self.say(guideline.title, f"{guideline.publisher}. {guideline.source}")
        yield from self.say(tr("Note"), guideline.note)
        yield from self.items(
            f"{tr('Clauses')} ({len(guideline.clauses)})",
            [f"{c.id.partition(':')[2]}  {c.title}" for c in guideline.clauses],
        )

    def term(self, rule: Rule, entry: dict[str, Any]) -> Iterator[str]:
        yield from self.head(str(entry.get("term", "")), f"{tr('a word on the list of')} {rule.id}")
        yield from self.say(tr("Why"), str(entry.get("why", "")))
        yield from self.items(tr("What to write instead"), _texts(entry.get("prefer")))
        yield from self.say(tr("Also found as"), ", ".join(_texts(entry.get("variants"))))
        yield from self.say(tr("Take care"), str(entry.get("caution") or ""))
        yield from self.say(tr("Source"), str(entry.get("source") or ""))
        yield from self.file(rule.path, int(entry.get("__line__", 0)) or rule.line)

    def why(self, book: Rulebook, clauses: tuple[str, ...]) -> Iterator[str]:
        if clauses:
            yield self.bold(tr("Why"))
        for id in clauses:
            try:
                clause = book.clause(id)
            except KeyError:
                yield from self.say("", id)
                continue
            yield from self.say("", f"{id} – {clause.title}" if clause.title else id)
            yield from self.say("", f"{clause.text} ({tr(VERIFIED[clause.verified])})", indent=4)

    def file(self, path: str, line: int) -> Iterator[str]:
        if path:
            yield from self.say(tr("Written in"), f"{path}:{line}" if line else path)
