"""The one place where the rooms meet: a draft in, a report out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from . import checks
from .drafts.model import Draft
from .errors import NotChecked
from .guidelines.model import Rule, Rulebook
from .report import DraftReport, Finding


class Linter:
    """Checks drafts against a rulebook. Build it once, use it for many drafts.

    Args:
        rulebook: what to go by; the shipped rules when None.
        pipelines: language code -> name of an installed spaCy pipeline, over the shipped choice.

    Raises:
        InputError: a rule file cannot be read, or a pipeline is not installed.
    """

    def __init__(self, rulebook: Rulebook | None = None, *, pipelines: dict[str, str] | None = None) -> None:
        if rulebook is None:
            from .guidelines import shipped_rulebook

            rulebook = shipped_rulebook()
        self.rulebook = rulebook
        self._pipelines = dict(pipelines or {})
        by_type: dict[str, list[Rule]] = {}
        for rule in rulebook.rules:
            by_type.setdefault(rule.check, []).append(rule)
        self._checks = [checks.build(name, rules) for name, rules in by_type.items()]

    def lint(self, draft: Draft) -> DraftReport:
        """Check one draft."""
        return next(self.lint_many([draft]))

    def lint_many(self, drafts: Iterable[Draft]) -> Iterator[DraftReport]:
        """Check drafts in order, in one stream through the pipeline; reports come as they are ready."""
        from .story import tell

        for draft, story in tell(drafts, self._pipelines):
            if isinstance(story, NotChecked):
                yield DraftReport(draft, not_checked=str(story))
                continue
            findings: list[Finding] = [f for check in self._checks for f in check(story)]
            yield DraftReport(draft, story.language, story, _tidy(findings))


def _tidy(findings: Sequence[Finding]) -> list[Finding]:
    """Reading order, each once."""
    return sorted(set(findings), key=lambda f: (f.start, f.end, f.category, f.rule, f.message))
