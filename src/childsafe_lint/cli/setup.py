"""From options and settings files to a linter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from .. import ui
from ..errors import InputError, did_you_mean
from ..guidelines import load_rulebook, shipped_rulebook, shipped_rules_dir, spoken
from ..settings import Settings, find_settings, load_settings

if TYPE_CHECKING:
    from ..cache import ResultCache
    from ..drafts.model import Draft
    from ..guidelines.model import Rulebook
    from ..linter import Linter
    from ..report import DraftReport
    from ..rule_tests import ExampleResult


@dataclass(frozen=True)
class Choice:
    """What was asked for on the command line, and the settings met on the way."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    guideline: tuple[str, ...] = ()
    config: Path | None = None
    rules: tuple[Path, ...] = ()
    language: str | None = None
    cached: bool = True
    _settings: dict[Path | None, Settings] = field(default_factory=dict, repr=False, compare=False)
    _setups: dict[object, Setup] = field(default_factory=dict, repr=False, compare=False)

    def setup(self, start: Path, draft: Path | None = None) -> Setup:
        """The setup for a draft or folder: by its settings file, which is read once.

        Args:
            start: the folder where the search for a settings file begins.
            draft: the draft's file, if it is about one; settings may differ by path.

        Raises:
            InputError: a settings or rule file is broken, or an option names what is not there.
        """
        path = self.config or find_settings(start)
        if path not in self._settings:
            self._settings[path] = load_settings(path) if path else Settings()
        settings = self._settings[path]
        key = (path, *settings.fitting(draft))
        if key not in self._setups:
            self._setups[key] = Setup(self, settings.for_path(draft))
        return self._setups[key]

    def rulebook(self) -> Rulebook:
        """All rules, questions and guidelines that were used so far, whatever settings file chose them."""
        from ..guidelines.model import Rulebook

        books = [setup.rulebook for setup in self._setups.values()]
        return Rulebook(
            guidelines=tuple({g.id: g for b in books for g in b.guidelines}.values()),
            rules=tuple({r.id: r for b in books for r in b.rules}.values()),
            questions=tuple({q.id: q for b in books for q in b.questions}.values()),
        )


@dataclass
class Setup:
    """One settings file, with the options laid over it."""

    choice: Choice
    settings: Settings

    @cached_property
    def rulebook(self) -> Rulebook:
        choice = self.choice
        book = self.settings.rulebook(choice.rules, choice.guideline or None)
        return spoken(_chosen(book, choice.select, choice.ignore), ui.language())

    @cached_property
    def linter(self) -> Linter:
        from ..linter import Linter

        return Linter(
            self.rulebook,
            pipelines=dict(self.settings.pipelines),
            language=self._language,
        )

    @cached_property
    def cache(self) -> ResultCache | None:
        """Where results are kept, unless they are not to be."""
        from ..cache import ResultCache, user_folder

        folder = user_folder() if self.choice.cached else None
        if folder is None:
            return None
        return ResultCache(folder, self.rulebook, dict(self.settings.pipelines), self._language)

    @property
    def _language(self) -> str | None:
        return self.choice.language or self.settings.language

    def lint_many(self, drafts: Iterable[Draft]) -> Iterator[DraftReport]:
        """Check drafts in order and remember the results; without any draft nothing is loaded."""
        rest = iter(drafts)
        first = next(rest, None)
        if first is None:
            return
        for report in self.linter.lint_many(chain([first], rest)):
            if self.cache is not None:
                self.cache.put(report)
            yield report

    def checked(self, draft: Draft) -> DraftReport:
        """One draft, by its kept result if there is one."""
        known = self.cache.get(draft) if self.cache is not None else None
        return known or next(self.lint_many([draft]))

    def prepared(self, draft: Draft, path: Path | None) -> Draft:
        """The draft with what is written down about it in its file at ``path`` and beside it, and dated.

        Raises:
            InputErrors: that cannot be used.
        """
        from ..records import attached

        return self.dated(attached(draft, path, self.rulebook.knows))

    def dated(self, draft: Draft) -> Draft:
        """With the date of publication that the settings give, unless the draft gives one itself."""
        if self.settings.date is None or "date" in draft.metadata:
            return draft
        return replace(draft, metadata={**draft.metadata, "date": self.settings.date.isoformat()})

    def judged(self, report: DraftReport) -> DraftReport:
        """The report with the verdict on each clause settled anew, after findings were set aside."""
        from ..checks.checklist import clause_verdicts

        if report.story is None:
            return report
        verdicts = clause_verdicts(self.rulebook, report.findings, report.checklist, report.story)
        return replace(report, clauses=verdicts)


def _chosen(book: Rulebook, select: Sequence[str], ignore: Sequence[str]) -> Rulebook:
    """Only the rules and questions that ``select`` names, without those that ``ignore`` names."""
    ids = [r.id for r in book.rules] + [q.id for q in book.questions]
    keep = set(_fitting("--select", select, ids) if select else ids) - set(_fitting("--ignore", ignore, ids))
    return replace(
        book,
        rules=tuple(r for r in book.rules if r.id in keep),
        questions=tuple(q for q in book.questions if q.id in keep),
    )


def _fitting(option: str, patterns: Iterable[str], ids: Sequence[str]) -> list[str]:
    from fnmatch import fnmatchcase

    found: list[str] = []
    for pattern in patterns:
        fitting = [id for id in ids if fnmatchcase(id, pattern)]
        if not fitting:
            hint = did_you_mean(pattern, ids) or "; see childsafe-lint rules list"
            raise InputError(f"{option}: there is no rule or question '{pattern}'{hint}")
        found += fitting
    return found


def in_use(config: Path | None, rules: tuple[Path, ...]) -> Rulebook:
    """The rules that a draft in the current folder would be checked by."""
    return Choice(config=config, rules=rules).setup(Path.cwd()).rulebook


def known(config: Path | None, rules: tuple[Path, ...]) -> Rulebook:
    """Every rule and clause there is, also of guidelines not chosen and rules switched off."""
    settings = Choice(config=config).setup(Path.cwd()).settings
    book = shipped_rulebook(all_packs=True)
    dirs = [*settings.rules_dirs, *rules]
    return spoken(load_rulebook(dirs, base=book) if dirs else book, ui.language())


def run_tests(paths: Sequence[Path]) -> list[ExampleResult]:
    """Run the examples of the rules in ``paths``, in the company of the shipped rules; of all rules if empty.

    Raises:
        InputError: a rule file is broken, or holds no rule.
    """
    from ..linter import Linter
    from ..rule_tests import run_rule_tests

    shipped = shipped_rulebook(all_packs=True)
    home = shipped_rules_dir().resolve()
    own = [p for p in paths if not p.resolve().is_relative_to(home)]
    if not paths:
        book = tested = known(None, ())
    else:
        book = load_rulebook(own, base=shipped) if own else shipped
        before = {r.id: r for r in shipped.rules}
        inside = [p.resolve() for p in paths if p not in own]
        tested = replace(
            book,
            rules=tuple(
                r
                for r in book.rules
                if before.get(r.id) != r or any(Path(r.path).resolve().is_relative_to(p) for p in inside)
            ),
        )
    results = run_rule_tests(tested, Linter(book))
    if not results:
        raise InputError(f"no rule with examples in {', '.join(map(str, paths))}")
    return results
