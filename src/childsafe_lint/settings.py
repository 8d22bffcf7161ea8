"""A newsroom's settings: ``childsafe-lint.yaml``, found upward from the draft. See docs/rules.md for its
keys.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from yaml.nodes import Node

from .errors import InputError, did_you_mean
from .guidelines import InputErrors, load_rulebook, select, shipped_rulebook
from .guidelines.model import Rulebook
from .guidelines.yamlfile import Document, line_of, required, shown
from .languages import add_folders
from .report import SEVERITIES

FILE_NAME = "childsafe-lint.yaml"

Level = Literal["off", "error", "warning", "note"]
_LEVELS: tuple[Level, ...] = ("off", "error", "warning", "note")
_FAIL_ON = (*SEVERITIES, "never")
_KEYS = (
    "language", "guidelines", "rules_dirs", "rules", "fail_on", "exclude", "terms", "pipelines", "date",
    "languages_dirs",
)  # fmt: skip


@dataclass(frozen=True)
class RuleSetting:
    """``level`` for every rule whose id fits ``pattern`` (an id, or a glob such as ``terms/*``)."""

    pattern: str
    level: Level
    line: int = 0


@dataclass(frozen=True)
class Allowed:
    """A wording that the newsroom accepts, and why."""

    wording: str
    reason: str


@dataclass(frozen=True)
class Settings:
    """What a settings file says; every value has a default.

    Args:
        path: the file, None where there is none.
        language: of all drafts, such as ``en``; found out from the text when None.
        guidelines: ids of the guideline packs to go by; the default ones when None.
        rules_dirs: folders with the newsroom's own rules, as absolute paths.
        languages_dirs: folders with languages of its own (docs/languages.md), as absolute paths.
        rules: severities, in the order of the file; of those that fit a rule the last counts.
        fail_on: the least severity that makes the exit status 1, or ``never``.
        exclude: patterns of drafts to leave out, as in ``.gitignore``.
        allowed: wordings that are no finding here.
        pipelines: language code -> installed spaCy pipeline.
        date: when drafts that do not say so are published.
        lines: key -> line of its value in the file.
    """

    path: Path | None = None
    language: str | None = None
    guidelines: tuple[str, ...] | None = None
    rules_dirs: tuple[Path, ...] = ()
    languages_dirs: tuple[Path, ...] = ()
    rules: tuple[RuleSetting, ...] = ()
    fail_on: str = "error"
    exclude: tuple[str, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    pipelines: Mapping[str, str] = field(default_factory=dict)
    date: date | None = None
    lines: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)

    def rulebook(self, extra_dirs: Sequence[Path] = (), guidelines: Sequence[str] | None = None) -> Rulebook:
        """The rules to go by: the shipped ones and the newsroom's, chosen and changed as the settings say.

        Args:
            extra_dirs: more rule folders or files, after those of the settings.
            guidelines: packs to use instead of those of the settings.

        Raises:
            InputErrors: mistakes in rule files, or settings about rules that are not there.
            InputError: an unknown guideline in ``guidelines``.
        """
        add_folders(self.languages_dirs)
        book = shipped_rulebook(all_packs=True)
        if dirs := [*self.rules_dirs, *extra_dirs]:
            book = load_rulebook(dirs, base=book)
        book = self._with_levels(book)
        allowed = frozenset(" ".join(a.wording.casefold().split()) for a in self.allowed)
        if guidelines:
            return replace(select(book, guidelines), allowed=allowed)
        try:
            return replace(select(book, self.guidelines), allowed=allowed)
        except InputError as e:
            raise InputError(e.what, self._shown, self.lines.get("guidelines")) from None

    def _with_levels(self, book: Rulebook) -> Rulebook:
        problems = []
        rules, questions = list(book.rules), list(book.questions)
        ids = [r.id for r in rules] + [q.id for q in questions]
        levels: dict[str, Level] = {}
        for setting in self.rules:
            fitting = [id for id in ids if fnmatchcase(id, setting.pattern)]
            levels.update(dict.fromkeys(fitting, setting.level))
            if not fitting:
                hint = did_you_mean(setting.pattern, ids) or "; see childsafe-lint rules list"
                what = f"rules: there is no rule or question '{setting.pattern}'{hint}"
                problems.append(InputError(what, self._shown, setting.line))
        if problems:
            raise InputErrors(problems)
        return replace(
            book,
            rules=tuple(
                r if level is None else replace(r, severity=level)
                for r, level in ((r, levels.get(r.id)) for r in rules)
                if level != "off"
            ),
            questions=tuple(q for q in questions if levels.get(q.id) != "off"),
        )

    @property
    def _shown(self) -> str | None:
        return None if self.path is None else shown(self.path)


def find_settings(start: Path) -> Path | None:
    """The settings file beside ``start`` (a draft) or in it (a folder), or in the nearest folder above."""
    start = start.absolute()
    folders = [start, *start.parents] if start.is_dir() else start.parents
    return next((f / FILE_NAME for f in folders if (f / FILE_NAME).is_file()), None)


def load_settings(path: Path) -> Settings:
    """Read a settings file.

    Raises:
        InputErrors: all its mistakes, each with its line.
    """
    doc = Document(path)
    settings = Settings(path=path)
    if doc.root is not None:
        settings = _Reader(doc, path).settings(doc.root)
    if doc.problems:
        raise InputErrors(doc.problems)
    return settings


class _Reader:
    def __init__(self, doc: Document, path: Path) -> None:
        self.doc, self.path = doc, path

    def settings(self, root: Node) -> Settings:
        doc = self.doc
        table = doc.table(root, "settings", _KEYS)

        def texts(key: str) -> tuple[str, ...]:
            return (doc.texts(table[key], key) or ()) if key in table else ()

        return Settings(
            path=self.path,
            language=self._language(table.get("language")),
            guidelines=texts("guidelines") or None,
            rules_dirs=self._dirs(table.get("rules_dirs"), "rules_dirs"),
            languages_dirs=self._dirs(table.get("languages_dirs"), "languages_dirs"),
            rules=self._rules(table.get("rules")),
            fail_on=(doc.text(table["fail_on"], "fail_on", _FAIL_ON) if "fail_on" in table else None)
            or "error",
            exclude=texts("exclude"),
            allowed=self._allowed(table.get("terms")),
            pipelines=self._pipelines(table.get("pipelines")),
            date=self._date(table.get("date")),
            lines={key: line_of(value) or 0 for key, value in table.items()},
        )

    def _language(self, node: Node | None) -> str | None:
        code = self.doc.text(node, "language") if node is not None else None
        if code is not None and not re.fullmatch(r"[a-z]{2,3}", code):
            self.doc.problem(f"language: '{code}' is not a language code; write for example en", node)
        return code

    def _fail_on(self, node: Node | None) -> str:
        return (self.doc.text(node, "fail_on", _FAIL_ON) if node is not None else None) or "error"

    def _dirs(self, node: Node | None, key: str) -> tuple[Path, ...]:
        names = (self.doc.texts(node, key) or ()) if node is not None else ()
        found = []
        for name in names:
            folder = self.path.absolute().parent / name
            if not folder.exists():
                self.doc.problem(f"{key}: there is no folder '{name}' beside this file", node)
            found.append(folder)
        return tuple(found)

    def _rules(self, node: Node | None) -> tuple[RuleSetting, ...]:
        found = []
        for pattern, value in self.doc.table(node, "rules", None).items() if node is not None else ():
            level = self.doc.text(value, f"rules: {pattern}", _LEVELS)
            if level is not None:
                found.append(RuleSetting(pattern, level, line_of(value) or 0))  # type: ignore[arg-type]
        return tuple(found)

    def _allowed(self, node: Node | None) -> tuple[Allowed, ...]:
        table = self.doc.table(node, "terms", ("allow",)) if node is not None else {}
        found = []
        for item in self.doc.items(table["allow"], "terms: allow") if "allow" in table else ():
            entry = self.doc.table(item, "terms: allow", ("wording", "reason"))
            if not required(self.doc, entry, item, "terms: allow: entry", ("wording", "reason")):
                continue
            wording, reason = (self.doc.text(entry[k], f"terms: allow: {k}") for k in ("wording", "reason"))
            if wording and reason:
                found.append(Allowed(wording, reason))
        return tuple(found)

    def _pipelines(self, node: Node | None) -> dict[str, str]:
        table = self.doc.table(node, "pipelines", None) if node is not None else {}
        named = {code: self.doc.text(value, f"pipelines: {code}") for code, value in table.items()}
        return {code: name for code, name in named.items() if name is not None}

    def _date(self, node: Node | None) -> date | None:
        text = self.doc.text(node, "date") if node is not None else None
        try:
            return None if text is None else date.fromisoformat(text)
        except ValueError:
            self.doc.problem(f"date: '{text}' is not a date; write it as 2025-03-31", node)
            return None
