"""The small pattern language of term and phrase rules, see docs/phrases.md.

All patterns of a check are compiled into one automaton over words, so that a draft is read once however many
there are. Those that come with the program wait until a draft has a word with which they can begin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from ..errors import InputError, did_you_mean
from ._words import BREAK, PLAIN, QUOTED, Ends, Words, normal

_OWN = "'s"
_HYPHEN = re.compile(r"[-\u2010\u2011/]")
_POSSESSIVE = (_OWN, "’s")
GAP = 6  # words a bare … may skip
_COLON = -1  # among the gaps of a node: a colon, and no word

_Plural = Callable[[str], Iterable[str]]

#: a pattern that begins with a word, with ``a|b``, or with a group of words: how it can begin is told at sight
_BEGINNING = re.compile(
    r"(?:\((?P<group>[^\[\](){}….,;:'’\"“”]+)\)|(?P<word>[^\s\[\](){}….,;:'’\"“”]+))(?:$|(?=\s+[^\s|'’]))"
)
_TOKEN = re.compile(
    r"\s*(?:(?P<op>[\[\]()|])|(?P<gap>(?:…|\.\.\.)(?P<most>\d*))|\{(?P<class>[\w-]+)\}|(?P<word>[^\s\[\]()|{}…]+))"
)


@dataclass(slots=True, eq=False)
class _Node:
    """A place in a pattern, and what may come next. Alternatives meet in one node: size stays linear."""

    words: dict[str, list[_Node]] = field(default_factory=dict)
    lists: dict[str, list[_Node]] = field(default_factory=dict)  # a class of words -> what follows
    classes: dict[str, list[_Node]] = field(default_factory=dict)
    gaps: dict[int, list[_Node]] = field(default_factory=dict)  # words that may be skipped -> what follows
    accept: tuple[int, ...] = ()
    after: dict[str, tuple[_Node, ...]] = field(
        default_factory=dict
    )  # a word -> what follows, once it was met


@dataclass(frozen=True, slots=True)
class WordClass:
    """What ``{name}`` stands for in a pattern: single words, and what only a look at the text can tell."""

    words: frozenset[str] = frozenset()
    ends: Ends | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Pattern number ``pattern`` covers the words ``first`` to ``end`` (exclusive)."""

    first: int
    end: int
    pattern: int


_State = tuple[_Node, int, bool]


class Patterns:
    """Patterns compiled together.

    Args:
        inflect: word -> its inflected forms as compared, itself among them (for ``~word``).
        classes: the names that may stand in braces.
        quotes: whether quotation marks may stand between two words of a pattern.
        every: word -> the forms that any plain word stands for, as in lists of terms of inflected languages;
            ``=word`` is then this form only.
    """

    def __init__(
        self,
        inflect: Callable[[str], Iterable[str]],
        classes: Mapping[str, WordClass],
        *,
        quotes: bool = False,
        every: Callable[[str], Iterable[str]] | None = None,
    ) -> None:
        self._root = _Node()
        self._inflect = inflect
        self._every = every
        self._classes = dict(classes)
        self._ends = {name: known.ends for name, known in classes.items() if known.ends is not None}
        self._loosest = QUOTED if quotes else PLAIN
        self._unions: dict[int, _Node] = {}  # by the identity of the list of nodes
        self._lists: dict[str, list[str]] = {}  # word -> the classes in use that list it
        self._first: frozenset[str] | None = None  # listed words with which a pattern can begin
        self._used: set[str] = set()
        self._waiting: dict[str, list[int]] = {}  # a form with which patterns can begin -> their places below
        self._later: list[tuple[str, int, _Plural | None] | None] = []
        self._read_for: Words | None = None
        self._lock = Lock()

    def add(self, pattern: str, number: int, *, plural: _Plural | None = None, later: bool = False) -> None:
        """Compile one pattern; matches carry ``number``. ``plural`` widens the last word.

        All are added before the first is looked for. ``later``: a pattern that is known to be right is compiled for
        the first text that has a word with which it can begin.

        Raises:
            InputError: the pattern cannot be read.
        """
        assert not self._unions, "a pattern added after a search"
        first = self._beginnings(pattern, plural) if later else ()
        if not first:
            self._add(pattern, number, plural)
            return
        for form in first:
            self._waiting.setdefault(form, []).append(len(self._later))
        self._later.append((pattern, number, plural))

    def _beginnings(self, pattern: str, plural: _Plural | None) -> set[str]:
        """The forms of the words with which a pattern can begin; none where that takes reading it."""
        m = _BEGINNING.match(pattern.strip())
        if m is None:
            return set()
        found: set[str] = set()
        for way in (m["group"] or m["word"]).split("|"):
            words = way.split()
            parts = [p for p in _HYPHEN.split(words[0]) if p] if words else []
            if not parts:
                return set()
            alone = len(words) == len(parts) == 1 and m.end() == len(m.string)
            found |= self._forms(parts[0], plural if alone else None)
        return found

    def _compile_for(self, words: Words) -> None:
        """Compile what has waited for one of the words of a text."""
        with self._lock:  # a linter may be in use in several threads
            for form in sorted(words.forms & self._waiting.keys()):
                for place in self._waiting.pop(form):
                    one = self._later[place]
                    if one is not None:
                        self._later[place] = None
                        self._add(*one)
            self._read_for = words

    def _add(self, pattern: str, number: int, plural: _Plural | None) -> None:
        tokens = _tokens(pattern)
        if tokens and tokens[-1][0] == "gap":  # would never match: a gap is only crossed to reach a word
            raise InputError(f"pattern '{pattern}' ends with a gap - end it with a word")
        tree, _ = _alternatives(tokens, 0, pattern)
        done = _Node(accept=(number,))
        ends = self._build(tree, [self._root], done, pattern, plural)
        if self._root in ends:
            raise InputError(
                f"pattern '{pattern}' would match no words at all - name at least one that must be there"
            )
        if self._root.gaps:
            self._root.gaps.clear()
            raise InputError(f"pattern '{pattern}' starts with a gap - start it with a word")
        for node in ends:
            node.accept = (number,)

    def _build(
        self, tree: _Tree, nodes: list[_Node], target: _Node, pattern: str, plural: _Plural | None
    ) -> list[_Node]:
        """Lead every alternative from ``nodes`` to ``target``; the nodes at which they may end."""
        ends: list[_Node] = []
        for sequence in tree:
            at = nodes
            for n, item in enumerate(sequence):
                last = n == len(sequence) - 1
                at = self._step(item, at, target if last else _Node(), pattern, plural if last else None)
            ends += [node for node in at if node not in ends]
        return ends

    def _step(
        self, item: _Item, nodes: list[_Node], target: _Node, pattern: str, plural: _Plural | None
    ) -> list[_Node]:
        kind, value, inner = item
        if kind == "group":
            return self._build(inner, nodes, target, pattern, plural)
        if kind == "optional":
            return [
                *nodes,
                *(n for n in self._build(inner, nodes, target, pattern, plural) if n not in nodes),
            ]
        for node in nodes:
            if kind == "gap":
                most = _COLON if value == ":" else int(value or GAP)
                node.gaps.setdefault(most, []).append(target)
            elif kind == "class":
                if value not in self._classes:
                    hint = did_you_mean(value, self._classes)
                    raise InputError(f"pattern '{pattern}': unknown class {{{value}}}{hint}")
                known = self._classes[value]
                if known.words:
                    self._use(value, known.words)
                    node.lists.setdefault(value, []).append(target)
                if known.ends is not None:
                    node.classes.setdefault(value, []).append(target)
        if kind == "word":
            self._literal(value, nodes, target, plural)
        return [target]

    def _use(self, name: str, members: Iterable[str]) -> None:
        if name not in self._used:
            self._used.add(name)
            for word in members:
                self._lists.setdefault(word, []).append(name)

    def _literal(self, value: str, nodes: list[_Node], target: _Node, plural: _Plural | None) -> None:
        if (
            value.isalpha() and plural is None and self._every is None
        ):  # the common case, kept short: patterns hold many thousand words
            form = normal(value)
            for node in nodes:
                node.words.setdefault(form, []).append(target)
            return
        parts = [p for p in _HYPHEN.split(value) if p]
        for n, part in enumerate(parts):
            last = n == len(parts) - 1
            forms = self._forms(part, plural if last else None)
            after = target if last else _Node()
            for node in nodes:
                for form in forms:
                    node.words.setdefault(form, []).append(after)
            nodes = [after]

    def _forms(self, part: str, plural: _Plural | None) -> set[str]:
        """What a word of a pattern, or a part of it between hyphens, stands for."""
        if part.endswith(_POSSESSIVE):
            return {normal(part) + _OWN}
        if part.startswith("="):
            return {normal(part[1:])}
        if part.startswith("~"):
            return set(self._inflect(part[1:]))
        if plural is not None:
            return set(plural(part))
        if self._every is not None:
            return set(self._every(part))
        return {normal(part)}

    def find(
        self, words: Words, first: int = 0, end: int | None = None, extra: Mapping[str, Ends] | None = None
    ) -> list[Match]:
        """Every place a pattern matches between two words, the longest reading of each pattern at each start.

        ``extra`` gives classes that hold for this text only; they must have been known when compiling.
        """
        if self._waiting and words is not self._read_for:
            self._compile_for(words)
        known = {**self._ends, **extra} if extra else self._ends
        classes = {name: words.class_ends(ends) for name, ends in known.items()}
        stop = len(words) if end is None else end
        norms, sentence, gaps, owns = words.norms, words.sentence, words.gaps, words.owns
        union, loosest, root, found = self._union, self._loosest, self._root, []
        starts, listed = root.words, self._lists
        first_listed = self._first_listed()
        at_root = [classes[name] for name in root.classes]
        for i in range(first, stop):
            norm = norms[i]
            if norm not in starts and norm not in first_listed and not owns[i]:
                for ends in at_root:
                    if ends[i]:
                        break
                else:
                    continue
            # a state is a node, the next word, and whether a word may follow it directly
            stack: list[_State] = []
            self._enter(root, i, words, classes, stack)
            if not stack:
                continue
            best: dict[int, int] = {}
            here = sentence[i]
            while stack:
                node, at, joined = stack.pop()
                for number in node.accept:
                    if best.get(number, 0) < at <= stop:
                        best[number] = at
                if at >= stop or sentence[at] != here:
                    continue
                if joined and gaps[at] <= loosest:
                    self._enter(node, at, words, classes, stack)
                if not node.gaps:
                    continue
                for most, nodes in node.gaps.items():
                    one = union(nodes)
                    if most == _COLON:
                        if _colon(words, at):
                            self._enter(one, at, words, classes, stack)
                        continue
                    for p in range(at, min(at + most + 1, stop)):
                        if sentence[p] != here:
                            break
                        if gaps[p] == BREAK:
                            if _COLON in one.gaps and _colon(words, p):
                                self._enter(union(one.gaps[_COLON]), p, words, classes, stack)
                            break
                        norm = norms[p]
                        if norm in one.words or (one.lists and norm in listed) or one.classes or owns[p]:
                            self._enter(one, p, words, classes, stack)
            found += [Match(i, j, number) for number, j in best.items()]
        return found

    def _first_listed(self) -> frozenset[str]:
        if self._first is None:  # what is compiled later begins with words of its own
            known = self._root.lists.keys()
            self._first = frozenset(w for w, names in self._lists.items() if not known.isdisjoint(names))
        return self._first

    def _enter(
        self,
        node: _Node,
        i: int,
        words: Words,
        classes: Mapping[str, Mapping[int, Sequence[int]]],
        stack: list[_State],
    ) -> None:
        """Push the states that reading word ``i`` leads to from ``node``."""
        norm = words.norms[i]
        if words.owns[i]:
            self._enter_owner(node, norm, i, stack)
        else:
            after = node.after.get(norm)
            if after is None and (norm in node.words or (node.lists and norm in self._lists)):
                after = self._after(node, norm)
            if after:
                stack += [(one, i + 1, True) for one in after]
        if node.classes:
            for name, afters in node.classes.items():
                ends = classes[name][i]
                if ends:
                    one = self._union(afters)
                    stack += [(one, j, True) for j in ends]

    def _after(self, node: _Node, norm: str) -> tuple[_Node, ...]:
        """What a word leads to from a node, by itself or as one of a list; kept, so that it is put together once."""
        found = [node.words[norm]] if norm in node.words else []
        if node.lists:
            found += [node.lists[name] for name in self._lists.get(norm, ()) if name in node.lists]
        after = node.after[norm] = tuple(self._union(nodes) for nodes in found)
        return after

    def _enter_owner(self, node: _Node, norm: str, i: int, stack: list[_State]) -> None:
        """The same for a word that a possessive follows: no word may follow it directly."""
        if norm in node.words:
            stack.append((self._union(node.words[norm]), i + 1, False))
        if norm + _OWN in node.words:
            stack.append((self._union(node.words[norm + _OWN]), i + 1, True))
        for name in self._lists.get(norm, ()) if node.lists else ():
            if name in node.lists:
                stack.append((self._union(node.lists[name]), i + 1, False))

    def _union(self, nodes: list[_Node]) -> _Node:
        """One node for several, made when first met: what keeps matching quick with hundreds of patterns."""
        if len(nodes) == 1:
            return nodes[0]
        union = self._unions.get(id(nodes))
        if union is None:
            union = self._unions[id(nodes)] = _Node(accept=tuple(n for node in nodes for n in node.accept))
            for node in nodes:
                for word, after in node.words.items():
                    union.words.setdefault(word, []).extend(after)
                for name, after in node.lists.items():
                    union.lists.setdefault(name, []).extend(after)
                for name, after in node.classes.items():
                    union.classes.setdefault(name, []).extend(after)
                for most, after in node.gaps.items():
                    union.gaps.setdefault(most, []).extend(after)
        return union


def _colon(words: Words, i: int) -> bool:
    """Whether a colon stands before word ``i``; the one of a time of day ("18:12") is none."""
    gap = words.text[words.ends[i - 1] : words.starts[i]]
    return ":" in gap and gap != ":"


# Reading a pattern: alternatives are lists of sequences of items

_Token = tuple[str, str]
_Item = tuple[str, str, "_Tree"]
_Tree = list[list[_Item]]


def _tokens(pattern: str) -> list[_Token]:
    out: list[_Token] = []
    at = 0
    text = pattern.strip()
    while at < len(text):
        m = _TOKEN.match(text, at)
        if m is None or m.lastgroup is None:
            raise InputError(f"pattern '{pattern}' cannot be read at '{text[at : at + 12]}'")
        at = m.end()
        value = m["most"] if m.lastgroup == "gap" else m[m.lastgroup]
        if (m.lastgroup, value) == ("word", ":"):
            out.append(("gap", ":"))
            continue
        if m.lastgroup == "word":
            value = value.strip(',;:“”"')
            if not value:
                continue
        out.append((m.lastgroup, value))
    return out


def _alternatives(tokens: list[_Token], at: int, pattern: str, closer: str = "") -> tuple[_Tree, int]:
    """At the top level ``a|b c`` reads as (a or b) then c; inside brackets ``|`` parts the whole content."""
    tree: _Tree = [[]]
    while at < len(tokens):
        kind, value = tokens[at]
        if (kind, value) == ("op", "|"):
            if closer:
                tree.append([])
                at += 1
                continue
            if not tree[-1] or at + 1 == len(tokens):
                raise InputError(f"pattern '{pattern}': '|' needs a word on both sides")
            item, at = _item(tokens, at + 1, pattern)
            before = tree[-1].pop()
            group = before[2] if before[0] == "either" else [[before]]
            tree[-1].append(("either", "", [*group, [item]]))
            continue
        if kind == "op" and value in ")]":
            if value != closer:
                raise InputError(f"pattern '{pattern}': '{value}' closes nothing")
            return _plain(tree), at + 1
        if (kind, value) in (("word", "'s"), ("word", "’s")) and tree[-1]:
            tree[-1][-1] = _owning(tree[-1][-1])
            at += 1
            continue
        item, at = _item(tokens, at, pattern)
        tree[-1].append(item)
    if closer:
        raise InputError(f"pattern '{pattern}': '{closer}' is missing")
    return _plain(tree), at


def _item(tokens: list[_Token], at: int, pattern: str) -> tuple[_Item, int]:
    kind, value = tokens[at]
    if kind == "op":
        if value == "(":
            tree, at = _alternatives(tokens, at + 1, pattern, ")")
            return ("group", "", tree), at
        if value == "[":
            tree, at = _alternatives(tokens, at + 1, pattern, "]")
            return ("optional", "", tree), at
        raise InputError(f"pattern '{pattern}': '{value}' in an unexpected place")
    return (kind, value, []), at + 1


def _owning(item: _Item) -> _Item:
    """``(a|b)'s``: the possessive belongs to every last word of the group."""
    kind, value, inner = item
    if kind == "word":
        return kind, value + _OWN, inner
    return kind, value, [[*sequence[:-1], _owning(sequence[-1])] for sequence in inner if sequence]


def _plain(tree: _Tree) -> _Tree:
    return [[("group", v, t) if k == "either" else (k, v, t) for k, v, t in sequence] for sequence in tree]
