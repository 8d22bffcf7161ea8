"""A small, strict way to read YAML that people write: every value knows its line, every mistake is told in
one go.

Plain words stay words: ``no``, ``off`` and ``1.10`` are texts unless the reader asks for a number or for
true/false, so that a word list cannot turn into booleans. Tags, aliases, several documents in a file, deep
nesting and very large files are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..errors import InputError, did_you_mean
from .checktypes import Field, Kind
from .later import without_lists

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
_TOO_DEEP = "is nested too deeply; rule files are flat lists"
_PLAIN_TAG = "?"  # given to every node without an explicit tag
_SUSPECT = re.compile(r"(?:^|[\s,\[{:?-])[*!]\S", re.M)  # may be an alias or a tag, or only emphasis


class InputErrors(InputError):
    """Several things to mend, one line each.

    Args:
        problems: at least one, in the order they are to be shown.
    """

    def __init__(self, problems: Sequence[InputError]) -> None:
        self.problems = tuple(problems)
        first = problems[0]
        super().__init__(first.what, first.path, first.line)

    def __str__(self) -> str:
        return "\n".join(str(p) for p in self.problems)


class Document:
    """One YAML file: its top node, and the problems found while reading it.

    Args:
        path: the file; ``name`` is how it is shown in messages (as short as can be when None).
        text: what stands in it, where it is part of another file and begins there in line ``first_line``.
        lists_later: leave out long lists (see later.py); they are then in ``lists``, by the line of their key.
    """

    def __init__(
        self,
        path: Path,
        name: str | None = None,
        text: str | None = None,
        *,
        first_line: int = 1,
        lists_later: bool = False,
    ) -> None:
        self.path = path
        self.first_line = first_line
        self.name = name or shown(path)
        self.problems: list[InputError] = []
        self.root: Node | None = None
        if text is None:
            text = self._text()
        self.lists: dict[int, str] = {}
        if text is not None and lists_later:
            text, self.lists = without_lists(text)
        if text is not None:
            self._parse(text)

    def problem(self, what: str, at: Node | int | None = None) -> None:
        """Note a problem at a node or a 1-based line of the YAML."""
        line = at if isinstance(at, int) else line_of(at)
        self.problems.append(InputError(what, self.name, line and line + self.first_line - 1))

    def _text(self) -> str | None:
        try:
            with self.path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as e:
            self.problem(f"cannot be read ({e.strerror or type(e).__name__})")
            return None
        if len(data) > MAX_BYTES:
            self.problem(f"is larger than {MAX_BYTES // 1000} KB; split it into several files")
            return None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as e:
            self.problem("is not UTF-8 text; save it as UTF-8", data.count(b"\n", 0, e.start) + 1)
            return None

    def _parse(self, text: str) -> None:
        try:
            if ("*" in text or "!" in text) and _SUSPECT.search(text):
                self._refuse_tricks(text)
            if not self.problems:
                loader = _loader()(text)
                try:
                    self.root = loader.get_single_node()
                finally:
                    loader.dispose()
        except _TooDeep:
            self.problem(f"is nested more than {MAX_DEPTH} levels deep; rule files are flat lists")
        except yaml.YAMLError as e:
            if "nesting depth" in f"{getattr(e, 'problem', '')}":  # libyaml's own limit in newer versions
                self.problem(_TOO_DEEP)
            else:
                self._broken(e, text)
        except RecursionError:  # the pure-Python scanner on hostile input
            self.problem(_TOO_DEEP)

    def _refuse_tricks(self, text: str) -> None:
        for event in yaml.parse(text, Loader=_loader()):
            line = event.start_mark.line + 1 if event.start_mark else None
            if isinstance(event, yaml.AliasEvent):
                self.problem(
                    f"'*{event.anchor}' is a YAML alias, which is not allowed here; write the value out, or "
                    "put the text in quotes if it begins with *",
                    line,
                )
            elif getattr(event, "tag", None):
                self.problem(
                    "YAML tags (words that begin with !) are not allowed here; leave it out, or put the text "
                    "in quotes",
                    line,
                )
            if len(self.problems) == 3:
                return

    def _broken(self, error: yaml.YAMLError, text: str) -> None:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be understood"
        line = None if mark is None else mark.line + 1
        if mark is None and isinstance(position := getattr(error, "position", None), int):
            line = text.count("\n", 0, position) + 1
        if line is not None:  # an end that comes too soon is told at the last line, not behind it
            line = max(1, min(line, len(text.splitlines())))
        if "expected a single document" in f"{getattr(error, 'context', '')}":
            self.problem("holds several documents; remove the line ---", line)
            return
        hint = "check the indentation and put a text that contains ': ' or begins with a sign in quotes"
        if "mapping values are not allowed" in what:
            hint = "put the text in quotes if it contains ': '"
        elif line and text.splitlines()[line - 1 : line] and "\t" in text.splitlines()[line - 1]:
            hint = "indent with spaces, not tabs"
        elif "special characters" in what or "control characters" in what:
            hint = "the file holds an invisible control character; remove it"
        self.problem(f"broken YAML: {' '.join(what.split())} - {hint}", line)

    # Readers: each gives the value, or None after noting a problem.

    def text(self, node: Node, what: str, values: Sequence[str] | None = None) -> str | None:
        """One text, not empty; ``what`` names the value in messages, ``values`` are all that is allowed."""
        if not isinstance(node, ScalarNode):
            self.problem(f"{what} must be one text, not a {_kind(node)}", node)
            return None
        value: str = node.value.strip() if node.style not in ('"', "'") else node.value
        if not value.strip() or (value == "~" and not node.style):
            self.problem(f"{what} is empty; write it, or remove the key", node)
            return None
        if values is not None and value not in values:
            self.problem(
                f"{what}: unknown value '{value}'{did_you_mean(value, values) or _one_of(values)}", node
            )
            return None
        return value

    def texts(self, node: Node, what: str, values: Sequence[str] | None = None) -> tuple[str, ...] | None:
        """A list of texts; one text alone stands for a list of one."""
        if isinstance(node, SequenceNode):
            found = [self.text(n, what, values) for n in node.value]
            return tuple(t for t in found if t is not None)
        if isinstance(node, MappingNode):
            self.problem(
                f"{what} must be a text or a list of texts; a text that contains ': ' needs quotes", node
            )
            return None
        one = self.text(node, what, values)
        return None if one is None else (one,)

    def flag(self, node: Node, what: str) -> bool | None:
        value = node.value if isinstance(node, ScalarNode) and not node.style else None
        if value in ("true", "false"):
            return bool(value == "true")
        self.problem(f"{what} must be true or false", node)
        return None

    def whole(self, node: Node, what: str) -> int | None:
        value = node.value if isinstance(node, ScalarNode) and not node.style else ""
        if re.fullmatch(r"\d{1,6}", value, re.ASCII):
            return int(value)
        self.problem(f"{what} must be a whole number", node)
        return None

    def items(self, node: Node, what: str) -> list[Node]:
        """The items of a list."""
        if isinstance(node, SequenceNode):
            if not node.value:
                self.problem(f"{what} is empty; add to it, or remove the key", node)
            return list(node.value)
        self.problem(f"{what} must be a list (each item on a line that begins with '- ')", node)
        return []

    def table(
        self, node: Node, what: str, known: Iterable[str] | None, elsewhere: Mapping[str, str] | None = None
    ) -> dict[str, Node]:
        """Key -> value of a mapping whose keys must be ``known`` (None: any).

        ``elsewhere`` explains keys that belong in another place.
        """
        if not isinstance(node, MappingNode):
            self.problem(f"{what} must be keys with values, not a {_kind(node)}", node)
            return {}
        known = None if known is None else tuple(known)
        found: dict[str, Node] = {}
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, ScalarNode) else None
            if key is None:
                self.problem(f"{what}: a key must be a word", key_node)
            elif known is not None and key not in known:
                hint = (elsewhere or {}).get(key)
                hint = f"; {hint}" if hint else did_you_mean(key, known) or _one_of(known)
                self.problem(f"{what}: unknown key '{key}'{hint}", key_node)
            elif key in found:
                self.problem(f"{what}: the key '{key}' is here twice; keep one", key_node)
            else:
                found[key] = value
        return found

    def plain(self, node: Node) -> Any:
        """Any value: text, true/false, whole number, list or mapping (with its line as ``__line__``)."""
        if isinstance(node, SequenceNode):
            return [self.plain(n) for n in node.value]
        if isinstance(node, MappingNode):
            table = {k: self.plain(v) for k, v in self.table(node, "value", None).items()}
            return {**table, "__line__": line_of(node)}
        value: str = node.value
        if not getattr(node, "style", None):
            if value in ("true", "false"):
                return value == "true"
            if re.fullmatch(r"-?\d{1,9}", value, re.ASCII):
                return int(value)
            if value in ("", "~", "null"):
                return None
        return value

    def of_kind(self, node: Node, what: str, kind: Kind, values: Sequence[str] | None = None) -> Any:
        """A value as ``kind`` asks (``examples`` excepted: see the loader)."""
        if kind == "text":
            return self.text(node, what, values)
        if kind == "texts":
            return self.texts(node, what, values)
        if kind == "flag":
            return self.flag(node, what)
        if kind == "whole":
            return self.whole(node, what)
        return self.plain(node)


def shown(path: Path) -> str:
    """A path as short as the reader can follow: relative to where they stand."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def line_of(node: Node | None) -> int | None:
    """The 1-based line a node starts in."""
    return None if node is None else int(node.start_mark.line) + 1


def required(doc: Document, table: Mapping[str, Node], node: Node, what: str, keys: Iterable[str]) -> bool:
    """Whether all ``keys`` are in ``table``; each that is not becomes a problem."""
    if not isinstance(node, MappingNode):
        return False  # already told
    missing = [k for k in keys if k not in table]
    for key in missing:
        doc.problem(f"{what} has no '{key}'; add it", node)
    return not missing


def required_fields(fields: Mapping[str, Field]) -> list[str]:
    return [name for name, f in fields.items() if f.required]


def _kind(node: Node) -> str:
    return {"SequenceNode": "list", "MappingNode": "set of keys with values"}.get(
        type(node).__name__, "text" if node.value else "nothing"
    )


def _one_of(known: Sequence[str]) -> str:
    if not known:
        return "; nothing can be given here"
    return f" (known: {', '.join(known)})" if len(known) <= 25 else ""


class _TooDeep(Exception):
    pass


@cache
def _loader() -> Any:
    """PyYAML's C parser, or the pure one where libyaml is missing, without any guessing of types.

    The C composer recurses on the C stack without a limit; its resolver hooks are where depth can be counted.
    """
    bases: tuple[type, ...]
    try:
        from yaml._yaml import CParser

        bases = (CParser,)
    except ImportError:
        from yaml.composer import Composer
        from yaml.parser import Parser
        from yaml.reader import Reader
        from yaml.scanner import Scanner

        class PureParser(Reader, Scanner, Parser, Composer):
            def __init__(self, stream: str) -> None:
                Reader.__init__(self, stream)
                Scanner.__init__(self)
                Parser.__init__(self)
                Composer.__init__(self)

            def dispose(self) -> None:
                Parser.dispose(self)

        bases = (PureParser,)

    class Loader(*bases):  # type: ignore[misc]
        depth = 0

        def resolve(self, kind: type, value: object, implicit: object) -> str:
            return _PLAIN_TAG

        def descend_resolver(self, parent: object, index: object) -> None:
            self.depth += 1
            if self.depth > MAX_DEPTH:
                raise _TooDeep

        def ascend_resolver(self) -> None:
            self.depth -= 1

    return Loader
