"""What rules, questions, guidelines and clauses say, in the language of the user.

The shipped rule files are English; ``rules/i18n/<code>.yaml`` says the same in another language, by id. A rule file may
also give its ``message`` and ``advice`` in several languages itself (a newsroom's own rules, and those for drafts in
one language).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from .model import Clause, Guideline, Question, Rule, Rulebook

Said = Mapping[str, Mapping[str, Mapping[str, str]]]  # kind -> id -> key -> text


@cache
def said_in(folder: Path, language: str) -> Said:
    """The translations of the rule folder ``folder``; empty where there are none."""
    path = folder / "i18n" / f"{language}.yaml"
    if not path.is_file():
        return {}
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: Any = yaml.load(path.read_text("utf-8"), Loader=loader)
    return data  # type: ignore[no-any-return]


def translated(book: Rulebook, language: str, folder: Path) -> Rulebook:
    """``book`` as it is told in ``language``; what has no translation stays as it is."""
    said = said_in(folder, language) if language != "en" else {}

    def of(kind: str, id: str) -> dict[str, Any]:
        return dict(said.get(kind, {}).get(id, {}))

    def rule(r: Rule) -> Rule:
        own: dict[str, Any] = {k: texts[language] for k, texts in r.translations.items() if language in texts}
        words = {**of("rules", r.id), **own}
        return replace(r, **words) if words else r

    def question(q: Question) -> Question:
        words = of("questions", q.id)
        return replace(q, **words) if words else q

    def clause(c: Clause) -> Clause:
        words = of("clauses", c.id)
        return replace(c, **words) if words else c

    def guideline(g: Guideline) -> Guideline:
        return replace(g, clauses=tuple(map(clause, g.clauses)), **of("guidelines", g.id))

    return replace(
        book,
        guidelines=tuple(map(guideline, book.guidelines)),
        rules=tuple(map(rule, book.rules)),
        questions=tuple(map(question, book.questions)),
    )
