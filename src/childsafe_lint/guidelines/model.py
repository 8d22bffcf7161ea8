"""Guidelines, clauses, rules and questions as read from YAML. This room knows no text and no NLP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NoReturn

from ..report import Category, Severity


@dataclass(frozen=True)
class Clause:
    """One clause of a guideline in our own words.

    ``id`` is the full one (``unicef-reporting:III.3.a``). ``verified`` says how the clause was checked
    against the source: ``text`` (read in the source), ``secondary``, ``memory`` or ``derived``. ``consent``
    says what consent on record does to findings that stand on it: ``lowers``, ``never``, or nothing by itself.
    """

    id: str
    title: str
    text: str
    verified: str
    line: int
    consent: str = ""


@dataclass(frozen=True)
class Guideline:
    """A guideline and its clauses. ``default`` packs are used when a newsroom chooses none."""

    id: str
    title: str
    publisher: str
    source: str
    note: str
    clauses: Sequence[Clause]
    path: str
    default: bool = True


@dataclass(frozen=True)
class Examples:
    """Tests, documentation and training material at once. ``known_misses`` should flag but do not yet.

    ``lines`` gives the 1-based line of each text in the rule file.
    """

    flags: Sequence[str] = ()
    passes: Sequence[str] = ()
    known_misses: Sequence[str] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Rule:
    """One rule. ``when`` and ``params`` are the keys its check type knows (see checktypes.py).

    ``message`` and ``advice`` may use the placeholders their check type offers, such as ``{name}``.
    ``subtype`` sorts rules within a category (``hiv``, ``victim-blaming``). ``order`` decides which rule
    speaks where several fit: the lowest (see docs/rules.md). Entries of a list in ``params``, such as terms,
    are mappings that carry their 1-based line as ``__line__``. ``consent`` is ``lowers`` where consent on record
    makes a note of a finding (see Rulebook.lowered_by_consent). ``translations`` holds ``message`` and ``advice``
    by language where the file gives them in several.
    """

    id: str
    check: str
    category: Category
    severity: Severity
    clauses: tuple[str, ...]
    message: str
    advice: str
    examples: Examples
    language: str | None = None  # None: every language
    when: Mapping[str, Any] = field(default_factory=dict)
    params: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    path: str = ""
    line: int = 0
    subtype: str = ""
    order: int = 0
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    consent: str = ""


@dataclass(frozen=True)
class Question:
    """A checklist question: asked when its trigger holds, answered only by a person.

    ``when`` are alternatives, each a mapping of trigger names (see checktypes.TRIGGERS) to values: one
    alternative must hold with all its triggers. ``consent``: an answer may record consent for a child.
    """

    id: str
    ask: str
    clauses: tuple[str, ...]
    when: Sequence[Mapping[str, Any]]
    help: str = ""
    path: str = ""
    line: int = 0
    consent: bool = False


Role = Literal["adult", "public figure"]


@dataclass(frozen=True)
class KnownPerson:
    """Somebody whose name the newsroom knows to be no finding.

    Args:
        name: in full, as a draft gives it at least once.
        role: an ``adult`` is never taken for a child; of a ``public figure``, who may be a child, only the name is
            no finding.
        reason: why.
        rules: ids or globs of rules to which this is confined; all where there are none.
    """

    name: str
    role: Role
    reason: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rulebook:
    """Everything the linter goes by in one run, in a fixed order.

    ``rules`` are sorted by ``order``, then severity, then as they stand in the files. ``allowed`` are
    wordings a newsroom has accepted, case-folded; a term found in exactly these words is no finding. ``people``
    are those whose names are none. ``ids``
    are those of all rules and questions there are, also of those not in use.
    """

    guidelines: Sequence[Guideline] = ()
    rules: Sequence[Rule] = ()
    questions: Sequence[Question] = ()
    allowed: frozenset[str] = frozenset()
    people: tuple[KnownPerson, ...] = ()
    ids: frozenset[str] = frozenset()

    def knows(self, id: str) -> bool:
        """Whether there is such a rule or question, in use or not."""
        return id in self.ids or id in {r.id for r in self.rules} | {q.id for q in self.questions}

    def lowered_by_consent(self, rule: Rule) -> bool:
        """Whether the consent of child and guardian makes a note of the rule's findings: where the rule or one of
        its clauses says so, and none of its clauses says never."""
        says = {c.consent for g in self.guidelines for c in g.clauses if c.id in rule.clauses}
        return "never" not in says and "lowers" in {rule.consent, *says}

    def rule(self, id: str) -> Rule:
        """Raises KeyError."""
        return next((r for r in self.rules if r.id == id), None) or _missing(id)

    def question(self, id: str) -> Question:
        """Raises KeyError."""
        return next((q for q in self.questions if q.id == id), None) or _missing(id)

    def clause(self, id: str) -> Clause:
        """Raises KeyError."""
        return next((c for g in self.guidelines for c in g.clauses if c.id == id), None) or _missing(id)

    def select(self, guidelines: Sequence[str] | None = None) -> Rulebook:
        """Only these guideline packs (the default ones when None).

        Clauses of other packs are taken off rules and questions; what then stands on no clause is left out,
        unless it never had one (a newsroom's own rule).

        Raises:
            KeyError: with the id of a pack that is not there.
        """
        if guidelines is None:
            chosen = {g.id for g in self.guidelines if g.default}
        else:
            chosen = set(guidelines)
            known = {g.id for g in self.guidelines}
            for id in guidelines:
                if id not in known:
                    raise KeyError(id)

        def kept(clauses: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(c for c in clauses if c.partition(":")[0] in chosen)

        return replace(
            self,
            guidelines=tuple(g for g in self.guidelines if g.id in chosen),
            rules=tuple(
                replace(r, clauses=kept(r.clauses)) for r in self.rules if not r.clauses or kept(r.clauses)
            ),
            questions=tuple(
                replace(q, clauses=kept(q.clauses))
                for q in self.questions
                if not q.clauses or kept(q.clauses)
            ),
        )


def _missing(id: str) -> NoReturn:
    raise KeyError(id)
