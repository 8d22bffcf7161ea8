"""``rules/**/*.yaml`` -> Rulebook, or everything that is wrong with the files, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..errors import InputError, did_you_mean
from ..report import CATEGORIES, SEVERITIES
from ..ui import LANGUAGES
from .checktypes import CHECK_TYPES, TRIGGER_KINDS, TRIGGERS, CheckType, Field
from .later import Later, Params
from .model import Clause, Examples, Guideline, Question, Rule, Rulebook
from .yamlfile import Document, InputErrors, line_of, required, required_fields, shown

#: Who speaks where several rules fit: the lowest ``order``; a rule that gives none has this one.
DEFAULT_ORDER = {"error": 100, "warning": 200, "note": 300}

#: folder of translations (see translations.py), which are no rules
I18N = "i18n"

_FILE_KEYS = ("guideline", "clauses", "questions", "rules")
_GUIDELINE_KEYS = ("id", "title", "publisher", "source", "note", "default")
_CLAUSE_KEYS = ("id", "title", "text", "verified", "consent")
_RULE_KEYS = (
    "id", "check", "language", "category", "subtype", "severity", "order", "clause", "clauses", "message",
    "advice", "source", "when", "params", "examples", "replaces", "consent",
)  # fmt: skip
_QUESTION_KEYS = ("id", "ask", "help", "clause", "clauses", "when", "replaces", "consent")
_EXAMPLE_KEYS = ("flags", "passes", "known_misses")
_VERIFIED = ("text", "secondary", "memory", "derived")
_PARTS = {"flags": "a text this rule must flag", "passes": "a similar text it must leave alone"}

_ID = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*(?:/[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")

T = TypeVar("T", Rule, Question, Guideline)


def load_rulebook(
    dirs: Sequence[Path], *, base: Rulebook | None = None, lists_later: bool = False
) -> Rulebook:
    """Read every ``*.yaml`` and ``*.yml`` file below ``dirs`` (a file is read as it is), folders in the given
    order.

    Args:
        dirs: rule folders or files.
        base: rules to add to. Those of ``base``, and of folders before the last, may be replaced where the
        new rule
            says ``replaces: true``.
        lists_later: read lists of terms and phrases, with their mistakes, only when they are asked for. For files
            that are known to be right.

    Returns:
        Everything in ``base`` and in the files; see Rulebook.select for choosing guidelines.

    Raises:
        InputErrors: all mistakes of all files.
    """
    problems: list[InputError] = []
    book = _Book(problems, base or Rulebook())
    for i, folder in enumerate(dirs):
        files = rule_files(folder)
        if files is None:
            problems.append(InputError("no such rule folder; check its name", shown(folder)))
        elif not files:
            problems.append(InputError("no rule file (*.yaml) in this folder", shown(folder)))
        for file in files or ():
            doc = Document(file, lists_later=lists_later)
            if doc.root is not None:
                _File(doc, book, i > 0 or base is not None).read()
            elif not doc.problems:
                doc.problem("holds nothing; write rules, or remove the file", 1)
            problems.extend(doc.problems)
    book.check_clauses()
    if problems:
        raise InputErrors(_ordered(problems))
    return book.finished()


def rule_files(folder: Path) -> list[Path] | None:
    """The rule files of a folder in a fixed order, hidden ones and translations left out, or None where there is
    no such folder.
    """
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        return None
    found = [p for ext in ("yaml", "yml") for p in folder.rglob(f"*.{ext}")]
    return sorted(
        (
            p
            for p in found
            if not any(part.startswith(".") or part == I18N for part in p.relative_to(folder).parts)
        ),
        key=lambda p: p.relative_to(folder).parts,
    )


def _ordered(problems: Iterable[InputError]) -> list[InputError]:
    """Grouped by file, by line within, files in the order they were met."""
    files: dict[str | None, list[InputError]] = {}
    for p in problems:
        files.setdefault(p.path, []).append(p)
    return [p for group in files.values() for p in sorted(group, key=lambda p: p.line or 0)]


class _Book:
    """What has been read so far."""

    def __init__(self, problems: list[InputError], base: Rulebook) -> None:
        self.problems = problems
        self.guidelines: dict[str, Guideline] = {g.id: g for g in base.guidelines}
        self.rules: dict[str, Rule] = {r.id: r for r in base.rules}
        self.questions: dict[str, Question] = {q.id: q for q in base.questions}
        self.cited: list[tuple[str, str, Document, int | None]] = []  # by what, clause, where
        self.refused: set[str] = set()  # ids of guidelines and clauses that are there, but with mistakes

    def add(
        self, kind: str, item: T, into: dict[str, T], doc: Document, at: Node, may_replace: bool | None
    ) -> None:
        """``may_replace``: None where the item does not say ``replaces: true``."""
        there = into.get(item.id)
        line = getattr(there, "line", 0)
        where = f"{there.path}:{line}" if line and there else (there.path if there else "")
        if there is None and may_replace is not None:
            doc.problem(f"{kind} '{item.id}' replaces nothing{did_you_mean(item.id, into)}", at)
        elif there is not None and may_replace is None:
            hint = "give it another id, or write 'replaces: true' to replace a shipped one in your own folder"
            doc.problem(f"{kind} id '{item.id}' is already used at {where}; {hint}", at)
        elif there is not None and (not may_replace or there.path == item.path):
            doc.problem(f"{kind} '{item.id}' can only be replaced from a newsroom's own rule folder", at)
        into[item.id] = item

    def check_clauses(self) -> None:
        known = {c.id for g in self.guidelines.values() for c in g.clauses} | self.refused
        packs = set(self.guidelines) | {id for id in self.refused if ":" not in id}
        for what, clause, doc, line in self.cited:
            if clause in known:
                continue
            pack = clause.partition(":")[0]
            if ":" not in clause:
                hint = " - write it as GUIDELINE:CLAUSE, for example unicef-reporting:III.1"
            elif pack not in packs:
                near = did_you_mean(pack, packs).replace(" - ", "; ")
                hint = f" - there is no guideline '{pack}'{near}"
            else:
                hint = did_you_mean(clause, known - packs) or f" - guideline '{pack}' has no such clause"
            self.problems.append(InputError(f"{what}: unknown clause '{clause}'{hint}", doc.name, line))

    def finished(self) -> Rulebook:
        rank = {s: i for i, s in enumerate(SEVERITIES)}
        # sorting is stable: after that, as they stand in the files
        rules = sorted(self.rules.values(), key=lambda r: (r.order, rank[r.severity]))
        return Rulebook(
            tuple(self.guidelines.values()), tuple(rules), tuple(self.questions.values()),
            ids=frozenset((*self.rules, *self.questions)),
        )  # fmt: skip


class _File:
    """Reads one file into the book."""

    def __init__(self, doc: Document, book: _Book, may_replace: bool) -> None:
        self.doc, self.book, self.may_replace = doc, book, may_replace

    def read(self) -> None:
        doc = self.doc
        assert doc.root is not None
        top = doc.table(doc.root, "rule file", _FILE_KEYS)
        if not top and not doc.problems:
            doc.problem("holds nothing; write rules, or remove the file", doc.root)
        if "guideline" in top:
            self._guideline(top["guideline"], top.get("clauses"))
        elif "clauses" in top:
            doc.problem("clauses need a 'guideline:' at the top that says whose they are", top["clauses"])
        for node in doc.items(top["rules"], "rules") if "rules" in top else ():
            self._rule(node)
        for node in doc.items(top["questions"], "questions") if "questions" in top else ():
            self._question(node)

    def _guideline(self, node: Node, clauses: Node | None) -> None:
        doc = self.doc
        table = doc.table(node, "guideline", _GUIDELINE_KEYS)
        if not required(doc, table, node, "guideline", ("id", "title", "publisher", "source")):
            return
        id = self._id(table["id"], "guideline", plain=True)
        texts = {k: doc.text(table[k], f"guideline {k}") or "" for k in ("title", "publisher", "source")}
        note = doc.text(table["note"], "guideline note") if "note" in table else ""
        default = doc.flag(table["default"], "guideline default") if "default" in table else True
        if clauses is None:
            doc.problem(f"guideline '{id}' has no 'clauses'; list them", node)
        if id is None:
            return
        self.book.refused.add(id)
        found: dict[str, Clause] = {}
        for c in doc.items(clauses, "clauses") if clauses else ():
            clause = self._clause(c, id)
            if clause and clause.id in found:
                doc.problem(f"clause '{clause.id}' is here twice (first at line {found[clause.id].line})", c)
            elif clause:
                found[clause.id] = clause
        guideline = Guideline(
            id, texts["title"], texts["publisher"], texts["source"], note or "", tuple(found.values()),
            self._path, default is not False,
        )  # fmt: skip
        self.book.add("guideline", guideline, self.book.guidelines, doc, table["id"], None)

    def _clause(self, node: Node, guideline: str) -> Clause | None:
        doc = self.doc
        what = _named("clause", node)
        table = doc.table(node, what, _CLAUSE_KEYS)
        id = self._id(table["id"], "clause", plain=True) if "id" in table else None
        if id:
            self.book.refused.add(f"{guideline}:{id}")
        if not required(doc, table, node, what, _CLAUSE_KEYS[:4]) or id is None:
            return None
        title, text = doc.text(table["title"], f"{what} title"), doc.text(table["text"], f"{what} text")
        verified = doc.text(table["verified"], f"{what} verified", _VERIFIED)
        if title is None or text is None or verified is None:
            return None
        consent = None
        if "consent" in table:
            consent = doc.text(table["consent"], f"{what} consent", ("lowers", "never"))
        return Clause(f"{guideline}:{id}", title, text, verified, line_of(node) or 0, consent or "")

    def _rule(self, node: Node) -> None:
        doc = self.doc
        elsewhere = {
            key: f"'{key}' belongs under '{place}:'"
            for t in CHECK_TYPES.values()
            for place, keys in (("when", t.when), ("params", t.params))
            for key in keys
        }
        what = _named("rule", node)
        table = doc.table(node, what, _RULE_KEYS, elsewhere)
        id = self._id(table["id"], "rule") if "id" in table else None
        complete = required(doc, table, node, what, ("id", "check", "severity", "message"))
        check = doc.text(table["check"], f"{what}: check", tuple(CHECK_TYPES)) if "check" in table else None
        if check is None:
            return  # nothing else can be judged
        kind = CHECK_TYPES[check]
        severity = None
        if "severity" in table:
            severity = doc.text(table["severity"], f"{what}: severity", SEVERITIES)
        category = kind.category
        if "category" in table:
            category = doc.text(table["category"], f"{what}: category", CATEGORIES)
        elif category is None:
            doc.problem(f"{what} has no 'category'; add one of {', '.join(CATEGORIES)}", node)
        language = None
        if "language" in table:
            language = doc.text(table["language"], f"{what}: language")
            if language and not _LANGUAGE.fullmatch(language):
                doc.problem(f"{what}: language must be a code such as en, ru or kk", table["language"])
        order = doc.whole(table["order"], f"{what}: order") if "order" in table else None
        spoken = {
            k: self._spoken(table[k], f"{what}: {k}", kind) if k in table else {}
            for k in ("message", "advice")
        }
        words = {k: next(iter(texts.values()), "") for k, texts in spoken.items()}
        when = self._keys(table.get("when"), f"{what}: when", kind, kind.when)
        params = self._keys(table.get("params"), f"{what}: params", kind, kind.params)
        for key in kind.required:
            if key not in params and key not in when:
                doc.problem(f"{what} has no 'params: {key}:', which check '{check}' needs", node)
        consent = None
        if "consent" in table:
            consent = doc.text(table["consent"], f"{what}: consent", ("lowers",))
            if check != "named-child":
                doc.problem(
                    f"{what}: consent lowers only rules of check named-child; remove it", table["consent"]
                )
        examples = self._examples(table.get("examples"), what, node, params)
        clauses = self._clauses(table, what)
        if not complete or id is None or severity is None or category is None:
            return
        rule = Rule(
            id, check, category, severity, clauses, words["message"], words["advice"],  # type: ignore[arg-type]
            examples, language, when, Params(params) if doc.lists else params,
            self._optional(table, "source", what), self._path, line_of(node) or 0,
            self._optional(table, "subtype", what), DEFAULT_ORDER[severity] if order is None else order,
            {k: texts for k, texts in spoken.items() if len(texts) > 1},
            consent or "",
        )  # fmt: skip
        self.book.add("rule", rule, self.book.rules, doc, table["id"], self._replaces(table, what))

    def _question(self, node: Node) -> None:
        doc = self.doc
        what = _named("question", node)
        table = doc.table(node, what, _QUESTION_KEYS)
        clauses = self._clauses(table, what)
        id = self._id(table["id"], "question") if "id" in table else None
        if not required(doc, table, node, what, ("id", "ask", "when")) or id is None:
            return
        ask = doc.text(table["ask"], f"{what}: ask") or ""
        options = table["when"].value if isinstance(table["when"], SequenceNode) else [table["when"]]
        if not options:
            doc.problem(f"{what}: when is empty; name a trigger, for example 'child: true'", table["when"])
        when = tuple(self._trigger(o, f"{what}: when") for o in options)
        question = Question(
            id, ask, clauses, when, self._optional(table, "help", what), self._path,
            line_of(node) or 0,
            bool("consent" in table and doc.flag(table["consent"], f"{what}: consent")),
        )  # fmt: skip
        self.book.add(
            "question", question, self.book.questions, doc, table["id"], self._replaces(table, what)
        )

    def _trigger(self, node: Node, what: str) -> Mapping[str, Any]:
        table = self.doc.table(node, what, TRIGGERS)
        if not table:
            self.doc.problem(f"{what} says nothing; name a trigger, for example 'child: true'", node)
        found = {
            key: self.doc.of_kind(value, f"{what}: {key}", TRIGGER_KINDS[key], TRIGGERS[key])
            for key, value in table.items()
        }
        return {k: v for k, v in found.items() if v is not None}

    # Pieces of a rule or a question

    @property
    def _path(self) -> str:
        return self.doc.name

    def _id(self, node: Node, what: str, *, plain: bool = False) -> str | None:
        id = self.doc.text(node, f"{what} id")
        if id is not None and (not _ID.fullmatch(id) or (plain and "/" in id)):
            example = "III.3.a" if what == "clause" else "unicef-reporting" if plain else "names/school"
            self.doc.problem(
                f"{what} id '{id}' may only hold letters, digits, - and ., for example {example}", node
            )
            return None
        return id

    def _optional(self, table: Mapping[str, Node], key: str, what: str) -> str:
        return (self.doc.text(table[key], f"{what}: {key}") or "") if key in table else ""

    def _replaces(self, table: Mapping[str, Node], what: str) -> bool | None:
        if "replaces" in table and self.doc.flag(table["replaces"], f"{what}: replaces"):
            return self.may_replace
        return None

    def _clauses(self, table: Mapping[str, Node], what: str) -> tuple[str, ...]:
        found = [
            (clause, table[key])
            for key in ("clause", "clauses")
            if key in table
            for clause in self.doc.texts(table[key], f"{what}: {key}") or ()
        ]
        self.book.cited += [(what, clause, self.doc, line_of(node)) for clause, node in found]
        return tuple(dict.fromkeys(clause for clause, _ in found))

    def _spoken(self, node: Node, what: str, kind: CheckType) -> dict[str, str]:
        """A message or advice: one text, or one for each language (``{en: …, ru: …}``); the first stands in where
        a language is missing."""
        if not isinstance(node, MappingNode):
            return {"": self._words(node, what, kind)}
        table = self.doc.table(node, what, LANGUAGES)
        if not table:
            self.doc.problem(f"{what} says nothing; write a text", node)
        texts = {code: self._words(n, f"{what}: {code}", kind) for code, n in table.items()}
        return {code: texts[code] for code in LANGUAGES if code in texts}

    def _words(self, node: Node, what: str, kind: CheckType) -> str:
        """A message or advice, whose placeholders must be ones the check fills in."""
        value = self.doc.text(node, what)
        if value is None:
            return ""
        try:
            names = {name for _, name, _, _ in Formatter().parse(value) if name is not None}
        except ValueError:
            self.doc.problem(
                f"{what}: a brace without its partner; write {{{{ or }}}} for a real brace", node
            )
            return value
        for name in sorted(names - set(kind.placeholders)):
            known = ", ".join("{" + p + "}" for p in kind.placeholders)
            self.doc.problem(
                f"{what}: unknown placeholder '{{{name}}}'"
                + (did_you_mean(name, kind.placeholders) or f" (check '{kind.name}' offers: {known})"),
                node,
            )
        return value

    def _keys(
        self, node: Node | None, what: str, kind: CheckType, known: Mapping[str, tuple[str, ...] | None]
    ) -> dict[str, Any]:
        """``when`` or ``params``, judged by what the check type understands."""
        if node is None:
            return {}
        doc = self.doc
        place = {k: f"'{k}' belongs under 'params:'" for k in kind.params}
        place |= {k: f"'{k}' belongs under 'when:'" for k in kind.when}
        found: dict[str, Any] = {}
        elsewhere = {k: v for k, v in place.items() if k not in known}
        for key, value in doc.table(node, what, known, elsewhere).items():
            name, allowed = f"{what}: {key}", known[key]
            if key in kind.entries:
                later = doc.lists.get(line_of(value) or 0)
                fields = kind.entries[key]
                if later is None:
                    found[key] = self._entries(value, name, fields)
                else:
                    found[key] = Later(later, partial(_read_later, doc.path, doc.name, name, fields))
            elif allowed is not None:
                read = doc.texts(value, name, allowed)
                if read:  # one value stays one value: `kind: school`
                    found[key] = read if isinstance(value, SequenceNode) else read[0]
            else:
                found[key] = doc.of_kind(value, name, kind.kinds.get(key, "free"))
        return {k: v for k, v in found.items() if v is not None}

    def _entries(self, node: Node, what: str, fields: Mapping[str, Field]) -> list[dict[str, Any]]:
        found = [self._entry(n, fields) for n in self.doc.items(node, what)]
        self._twice(found, next(iter(fields)))
        return found

    def _entry(self, node: Node, fields: Mapping[str, Field]) -> dict[str, Any]:
        doc = self.doc
        first = next(iter(fields))
        found: dict[str, Any] = {"__line__": line_of(node)}
        if isinstance(node, ScalarNode) and sum(f.required for f in fields.values()) == 1:
            text = doc.text(node, first)
            return found | {first: text} if text else found
        name = _named(first, node, first)
        table = doc.table(node, name, fields)
        required(doc, table, node, name, required_fields(fields))
        for key, value in table.items():
            field = fields[key]
            if field.kind == "examples":
                found[key] = self._examples(value, name, node, None)
                continue
            read = doc.of_kind(value, f"{name}: {key}", field.kind, field.values)
            if read is not None:
                found[key] = list(read) if field.kind == "texts" else read
        return found

    def _twice(self, entries: Sequence[Mapping[str, Any]], key: str) -> None:
        first: dict[str, int] = {}
        for entry in entries:
            word = str(entry.get(key, "")).casefold()
            if word and word in first:
                self.doc.problem(
                    f"'{entry[key]}' is in this list twice (first at line {first[word]})", entry["__line__"]
                )
            first.setdefault(word, entry["__line__"])

    def _examples(
        self, node: Node | None, what: str, rule: Node, params: Mapping[str, Any] | None
    ) -> Examples:
        """``params`` of the rule, whose entries may bring examples of their own; None for such an entry."""
        doc = self.doc
        table = doc.table(node, f"{what}: examples", _EXAMPLE_KEYS) if node is not None else {}
        lines: dict[str, int] = {}
        parts: dict[str, list[str]] = {part: [] for part in _EXAMPLE_KEYS}
        for part, value in table.items():
            if isinstance(value, SequenceNode) and not value.value:
                continue  # `known_misses: []` says that none is known
            for item in value.value if isinstance(value, SequenceNode) else [value]:
                text = doc.text(item, f"{what}: examples: {part}")
                if text is not None:
                    lines[text] = line_of(item) or 0
                    parts[part].append(text)
        if params is not None:
            entries = [e for v in params.values() if isinstance(v, list) for e in v if isinstance(e, dict)]
            own = [e.get("examples") for e in entries]
            unread = any(isinstance(v, Later) for v in params.values())
            for part, need in _PARTS.items():
                if not parts[part] and not unread and not any(getattr(e, part, None) for e in own):
                    doc.problem(f"{what} has no 'examples: {part}:'; add at least one, {need}", rule)
        both = set(parts["flags"]) & set(parts["passes"])
        for text in sorted(both):
            doc.problem(f"{what}: the same text stands under flags and under passes", lines[text])
        return Examples(tuple(parts["flags"]), tuple(parts["passes"]), tuple(parts["known_misses"]), lines)


def _read_later(
    path: Path, shown_as: str, what: str, fields: Mapping[str, Field], text: str
) -> list[dict[str, Any]]:
    """The entries of a list that was left out. Raises InputErrors."""
    doc = Document(path, shown_as, text)
    found = (
        [] if doc.root is None else _File(doc, _Book([], Rulebook()), False)._entries(doc.root, what, fields)
    )
    if doc.problems:
        raise InputErrors(doc.problems)
    return found


def _named(kind: str, node: Node, key: str = "id") -> str:
    """``rule 'names/hiv'``, for messages; only ``rule`` where it has no name yet."""
    for k, v in node.value if isinstance(node, MappingNode) else ():
        if getattr(k, "value", None) == key and isinstance(v, ScalarNode):
            return f"{kind} '{v.value}'"
    return kind
