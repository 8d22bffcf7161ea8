"""YAML -> answers and exceptions, every mistake with its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..drafts.model import Draft
from ..drafts.records import Answer, Consent, Exemption
from ..guidelines.yamlfile import Document, InputErrors, line_of
from . import KEY, SUFFIX

#: The form of a sidecar that this version reads and writes.
VERSION = "1"

_FILE_KEYS = ("version", "draft", "answers", "exceptions")
_ANSWER_KEYS = ("question", "fingerprint", "done", "by", "on", "consent")
_CONSENT_KEYS = ("child", "fully_informed", "child_agreed", "guardian_agreed")
_EXCEPTION_KEYS = ("rule", "words", "fingerprint", "reason", "by", "until")
_PRINT = re.compile(r"[0-9a-f]{8,64}")
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass
class Entry:
    """One answer as it stands in the file, filled in or not yet."""

    question: str
    node: MappingNode
    fingerprint: ScalarNode | None = None
    answer: Answer | None = None


@dataclass
class Found:
    """``list`` and ``root`` are the nodes to write beside."""

    entries: list[Entry] = field(default_factory=list)
    exemptions: list[Exemption] = field(default_factory=list)
    root: Node | None = None
    list: Node | None = None

    @property
    def answers(self) -> tuple[Answer, ...]:
        return tuple(e.answer for e in self.entries if e.answer is not None)


def from_file(path: Path, knows: Callable[[str], bool]) -> Found:
    """What a sidecar says.

    Raises:
        InputErrors: it is broken, of another version or for another draft.
    """
    doc = Document(path)
    if doc.root is None:
        if not doc.problems:
            doc.problem(
                "holds nothing; let 'childsafe-lint checklist DRAFT --write' fill it, or remove it", 1
            )
        raise InputErrors(doc.problems)
    found = read(doc, path, knows)
    if doc.problems:
        raise InputErrors(doc.problems)
    return found


def read(doc: Document, path: Path, knows: Callable[[str], bool]) -> Found:
    """What a document that is a sidecar's says; its mistakes are in ``doc.problems``."""
    return _Reader(doc, knows, outside=True).file(path)


def from_front_matter(draft: Draft, knows: Callable[[str], bool]) -> Found:
    """What the front matter of a Markdown draft says under ``childsafe-lint``.

    Raises:
        InputErrors: it cannot be used.
    """
    source = re.sub(r"\r\n?", "\n", draft.source)
    start = source.find("\n") + 1
    end = _FENCE.search(source, start)
    doc = Document(Path(draft.path), draft.path, source[start : end.start() if end else None], first_line=2)
    found = Found()
    if doc.root is not None:
        node = next(v for k, v in doc.root.value if getattr(k, "value", None) == KEY)
        found = _Reader(doc, knows, outside=False).front_matter(node)
    if doc.problems:
        raise InputErrors(doc.problems)
    return found


class _Reader:
    def __init__(self, doc: Document, knows: Callable[[str], bool], *, outside: bool) -> None:
        self.doc, self.knows, self.outside = doc, knows, outside

    def file(self, path: Path) -> Found:
        doc = self.doc
        assert doc.root is not None
        # of another version the keys may be others: say that, and nothing about keys
        version = _get(doc.root, "version")
        if isinstance(version, ScalarNode) and version.value.strip() not in ("", VERSION):
            doc.problem(
                f"is of version '{version.value}', this program reads version {VERSION}; use the program that wrote "
                "it, or update this one",
                version,
            )
            return Found()
        table = doc.table(doc.root, "answers file", _FILE_KEYS)
        if isinstance(doc.root, MappingNode):
            if version is None or not getattr(version, "value", ""):
                doc.problem(f"does not say its version; write 'version: {VERSION}' at its head", doc.root)
            draft = table.get("draft")
            name = self._text(draft, "draft")
            expected = path.name.removesuffix(SUFFIX)
            if name is None and not doc.problems:
                doc.problem(
                    f"does not say whose it is; write 'draft: {expected}' at its head", draft or doc.root
                )
            elif name is not None and _same(name) != _same(expected):
                doc.problem(
                    "is for another draft: 'draft:' must be the name of the file beside it; rename one of them, or "
                    "correct it",
                    draft,
                )
        return self._lists(table, doc.root)

    def front_matter(self, node: Node) -> Found:
        return self._lists(self.doc.table(node, KEY, ("answers", "exceptions")), node)

    def _lists(self, table: Mapping[str, Node], root: Node) -> Found:
        found = Found(root=root, list=table.get("answers"))
        for node in self._items(table.get("answers"), "answers"):
            entry = self._answer(node)
            if entry is not None:
                found.entries.append(entry)
        for node in self._items(table.get("exceptions"), "exceptions"):
            exemption = self._exception(node)
            if exemption is not None:
                found.exemptions.append(exemption)
        return found

    def _items(self, node: Node | None, what: str) -> list[Node]:
        if node is None or _is_empty(node) or (isinstance(node, SequenceNode) and not node.value):
            return []
        return self.doc.items(node, what)

    def _answer(self, node: Node) -> Entry | None:
        doc = self.doc
        table = doc.table(node, "answer", _ANSWER_KEYS)
        if not isinstance(node, MappingNode):
            return None
        question = self._text(table.get("question"), "answer: question")
        if question is None:
            doc.problem("answer has no 'question'; name the one it answers, such as ask/harm", node)
            return None
        what = f"answer to '{question}'"
        if not self.knows(question):
            doc.problem(
                f"{what}: there is no such question; 'childsafe-lint rules list' lists them",
                table["question"],
            )
        given = {key: self._text(table.get(key), f"{what}: {key}") for key in ("fingerprint", "done", "by")}
        on = self._date(table.get("on"), f"{what}: on")
        if given["fingerprint"] and not _PRINT.fullmatch(given["fingerprint"]):
            doc.problem(
                f"{what}: fingerprint must be the digits that the checklist shows", table["fingerprint"]
            )
        consents = tuple(filter(None, map(self._consent, self._consents(table.get("consent")))))
        print_node = table.get("fingerprint")
        entry = Entry(
            question,
            node,
            print_node if isinstance(print_node, ScalarNode) and given["fingerprint"] else None,
        )
        if given["done"] is None:
            if given["by"] is not None or consents:
                doc.problem(
                    f"{what} does not say what was done; write it after 'done:'", table.get("done", node)
                )
            return entry
        if given["by"] is None:
            doc.problem(f"{what} does not say who answers; write it after 'by:'", table.get("by", node))
        if on is None and _is_empty(table.get("on")):
            doc.problem(
                f"{what} does not say when; write the day after 'on:', as 2026-11-24", table.get("on", node)
            )
        if given["by"] is not None and on is not None:
            entry.answer = Answer(
                question,
                given["done"],
                given["by"],
                on,
                given["fingerprint"] or "",
                consents,
                self._line(node),
            )
        return entry

    def _consents(self, node: Node | None) -> list[Node]:
        if node is None or _is_empty(node):
            return []
        return list(node.value) if isinstance(node, SequenceNode) else [node]

    def _consent(self, node: Node) -> Consent | None:
        doc = self.doc
        table = doc.table(node, "consent", _CONSENT_KEYS)
        child = self._text(table.get("child"), "consent: child")
        if child is None:
            if isinstance(node, MappingNode):
                doc.problem("consent does not say whose; write initials such as D. S. after 'child:'", node)
            return None
        flags = {
            key: bool(doc.flag(table[key], f"consent: {key}"))
            for key in _CONSENT_KEYS[1:]
            if not _is_empty(table.get(key))
        }
        return Consent(child, **flags, line=self._line(node))

    def _exception(self, node: Node) -> Exemption | None:
        doc = self.doc
        table = doc.table(node, "exception", _EXCEPTION_KEYS)
        if not isinstance(node, MappingNode):
            return None
        if _is_empty(table.get("rule")):
            doc.problem("exception has no 'rule'; name the one it is about, such as terms/poverty", node)
            return None
        rules = doc.texts(table["rule"], "exception: rule") or ()
        given = {
            key: self._text(table.get(key), f"exception: {key}") or ""
            for key in ("words", "fingerprint", "reason", "by")
        }
        if given["fingerprint"] and not _PRINT.fullmatch(given["fingerprint"]):
            doc.problem("exception: fingerprint must be the digits that a report shows", table["fingerprint"])
        until = self._date(table.get("until"), "exception: until")
        return Exemption(
            rules,
            given["reason"],
            given["by"],
            until,
            words=given["words"],
            fingerprint=given["fingerprint"],
            line=self._line(node),
            outside=self.outside,
        )

    def _text(self, node: Node | None, what: str) -> str | None:
        """None where nothing is written yet."""
        return None if node is None or _is_empty(node) else self.doc.text(node, what)

    def _date(self, node: Node | None, what: str) -> date | None:
        text = self._text(node, what)
        if text is None:
            return None
        try:
            return date.fromisoformat(text.strip())
        except ValueError:
            self.doc.problem(f"{what}: '{text}' is not a day; write it as 2026-11-24", node)
            return None

    def _line(self, node: Node) -> int | None:
        line = line_of(node)
        return None if line is None else line + self.doc.first_line - 1


def _get(node: Node, key: str) -> Node | None:
    if not isinstance(node, MappingNode):
        return None
    return next((v for k, v in node.value if getattr(k, "value", None) == key), None)


def _is_empty(node: Node | None) -> bool:
    return node is None or (
        isinstance(node, ScalarNode)
        and (not node.value.strip() or (node.value in ("~", "null") and not node.style))
    )


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip()
