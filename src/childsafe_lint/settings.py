"""A newsroom's settings: ``childsafe-lint.yaml``, found upward from the draft. See docs/rules.md for its
keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

from yaml.nodes import Node

from .errors import InputError, did_you_mean
from .guidelines import InputErrors, load_rulebook, select, shipped_rulebook
from .guidelines.model import KnownPerson, Role, Rulebook
from .guidelines.yamlfile import Document, line_of, required, shown
from .languages import add_folders
from .report import SEVERITIES

FILE_NAME = "childsafe-lint.yaml"

Level = Literal["off", "error", "warning", "note"]
_LEVELS: tuple[Level, ...] = ("off", "error", "warning", "note")
_FAIL_ON = (*SEVERITIES, "never")
_KEYS = (
    "language", "guidelines", "rules_dirs", "rules", "fail_on", "exclude", "terms", "pipelines", "date",
    "languages_dirs", "people", "paths",
)  # fmt: skip
#: what can differ by the path of a draft
_PATH_KEYS = ("language", "guidelines", "rules", "fail_on", "terms", "people", "date")
_PEOPLE: dict[str, Role] = {"adults": "adult", "public_figures": "public figure"}


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
class PersonSetting:
    """Somebody who is no finding, in drafts whose path fits one of ``paths`` (in all where there are none)."""

    person: KnownPerson
    paths: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True)
class PathSettings:
    """What is different for drafts whose path fits ``pattern`` (as in ``.gitignore``): fields of `Settings`."""

    pattern: str
    values: Mapping[str, Any]


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
        people: adults and public figures whose names are no finding.
        paths: what is different for drafts in certain places, in the order of the file.
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
    people: tuple[PersonSetting, ...] = ()
    paths: tuple[PathSettings, ...] = ()
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
        people = tuple(p.person for p in self.people)
        allowed = frozenset(" ".join(a.wording.casefold().split()) for a in self.allowed)
        if guidelines:
            return replace(select(book, guidelines), allowed=allowed, people=people)
        try:
            return replace(select(book, self.guidelines), allowed=allowed, people=people)
        except InputError as e:
            raise InputError(e.what, self._shown, self.lines.get("guidelines")) from None

    def fitting(self, draft: Path | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The numbers of the ``paths`` and of the ``people`` that are about this draft."""
        return (
            tuple(i for i, p in enumerate(self.paths) if self._fits((p.pattern,), draft)),
            tuple(i for i, p in enumerate(self.people) if not p.paths or self._fits(p.paths, draft)),
        )

    def for_path(self, draft: Path | None) -> Settings:
        """The settings for one draft: what its path changes laid over the rest, later patterns over earlier ones."""
        paths, people = self.fitting(draft)
        found = replace(self, people=tuple(self.people[i] for i in people))
        for i in paths:
            values = dict(self.paths[i].values)
            for key in ("rules", "allowed", "people"):  # these add up
                if key in values:
                    values[key] = (*getattr(found, key), *values[key])
            values["lines"] = {**found.lines, **values.get("lines", {})}
            found = replace(found, **values)
        return found

    def _fits(self, patterns: Sequence[str], draft: Path | None) -> bool:
        if draft is None or self.path is None:
            return False
        from pathspec import GitIgnoreSpec

        try:
            inside = draft.resolve().relative_to(self.path.resolve().parent)
        except ValueError:  # the settings are of another folder (--config)
            return False
        return GitIgnoreSpec.from_lines(patterns).match_file(inside.as_posix())

    def _with_levels(self, book: Rulebook) -> Rulebook:
        problems = []
        rules, questions = list(book.rules), list(book.questions)
        ids = [r.id for r in rules] + [q.id for q in questions]
        levels: dict[str, Level] = {}
        for setting in self.rules:
            fitting = [id for id in ids if fnmatchcase(id, setting.pattern)]
            levels.update(dict.fromkeys(fitting, setting.level))
        elsewhere = [r for p in self.paths for r in p.values.get("rules", ())]
        named = [("rules", s.pattern, s.line) for s in (*self.rules, *elsewhere)]
        everybody = (*self.people, *(q for p in self.paths for q in p.values.get("people", ())))
        named += [("people: rules", r, p.line) for p in everybody for r in p.person.rules]
        for key, pattern, line in dict.fromkeys(named):
            if not any(fnmatchcase(id, pattern) for id in ids):
                hint = did_you_mean(pattern, ids) or "; see childsafe-lint rules list"
                problems.append(
                    InputError(f"{key}: there is no rule or question '{pattern}'{hint}", self._shown, line)
                )
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
            fail_on=self._fail_on(table.get("fail_on")),
            exclude=texts("exclude"),
            allowed=self._allowed(table.get("terms")),
            people=self._people(table.get("people")),
            paths=self._paths(table.get("paths")),
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

    def _people(self, node: Node | None) -> tuple[PersonSetting, ...]:
        doc = self.doc
        found = []
        for key, value in (doc.table(node, "people", _PEOPLE) if node is not None else {}).items():
            what = f"people: {key}"
            for item in doc.items(value, what):
                entry = doc.table(item, what, ("name", "reason", "paths", "rules"))
                if not required(doc, entry, item, f"{what}: entry", ("name", "reason")):
                    continue
                name, reason = (doc.text(entry[k], f"{what}: {k}") for k in ("name", "reason"))
                scope = {
                    k: doc.texts(entry[k], f"{what}: {k}") or () if k in entry else ()
                    for k in ("paths", "rules")
                }
                if "paths" in entry:
                    self._patterns(scope["paths"], entry["paths"])
                if name and reason:
                    person = KnownPerson(name, _PEOPLE[key], reason, scope["rules"])
                    found.append(PersonSetting(person, scope["paths"], line_of(item) or 0))
        return tuple(found)

    def _paths(self, node: Node | None) -> tuple[PathSettings, ...]:
        doc = self.doc
        readers: dict[str, tuple[str, Callable[[Node], Any]]] = {
            "language": ("language", self._language),
            "guidelines": ("guidelines", lambda n: doc.texts(n, "guidelines") or None),
            "rules": ("rules", self._rules),
            "fail_on": ("fail_on", self._fail_on),
            "terms": ("allowed", self._allowed),
            "people": ("people", self._people),
            "date": ("date", self._date),
        }
        found = []
        for pattern, value in (doc.table(node, "paths", None) if node is not None else {}).items():
            self._patterns((pattern,), value)
            table = doc.table(value, f"paths: {pattern}", _PATH_KEYS)
            values = {readers[key][0]: readers[key][1](n) for key, n in table.items()}
            values["lines"] = {key: line_of(n) or 0 for key, n in table.items()}
            found.append(PathSettings(pattern, values))
        return tuple(found)

    def _patterns(self, patterns: Sequence[str], node: Node) -> None:
        from pathspec import GitIgnoreSpec

        try:
            GitIgnoreSpec.from_lines(patterns)
        except ValueError as e:
            self.doc.problem(f"paths: a pattern that cannot be used: {' '.join(str(e).split())}", node)

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
