"""The report as one HTML page: the draft with what was found marked in it, beside it why and what to write
instead. Everything is in the file: it asks nothing of any server, and reads without JavaScript. See
docs/html-report.md.

Here the page is worked out as plain data; ``templates/`` sets it. All words of a draft go through the template's
escaping, and the page forbids every script and style but its own (Content-Security-Policy, by hash).
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

import jinja2
from markupsafe import Markup

from .. import __version__
from ..drafts.model import Draft
from ..report import CATEGORIES, SEVERITIES, DraftReport, Finding, Report, Severity, Verdict
from ..story.model import DETAIL_KINDS, Evidence, Person
from ..ui import counted, language, tr
from . import Options, place_label
from .masking import BLOCK
from .page import visible
from .sheet import counts, excuse, relative
from .text import answered_words, by_trigger, grouped, once

#: said above a block, so that a headline or caption is known by words and not only by its looks
_BLOCKS = {
    "headline": "Headline", "heading": "Heading", "quote": "Block quote", "caption": "Caption",
    "alt": "Picture described", "link": "Link",
}  # fmt: skip
_CATEGORIES = {
    "minor-name": "Child named", "identifying-detail": "Identifying detail",
    "stigmatising-term": "Stigmatising term", "harmful-framing": "Harmful framing",
    "checklist": "Checklist", "metadata": "Metadata",
}  # fmt: skip
#: a sign for each severity and verdict, so that colour is never the only one
_SIGNS = {
    "error": "✖", "warning": "▲", "note": "●",
    "fail": "✖", "needs review": "▲", "pass": "✔", "not applicable": "–",
}  # fmt: skip
_VERDICTS: dict[Verdict, str] = {
    "fail": "At least one finding is an error: a guideline or a law says always or never.",
    "needs review": "A person has to look: something is likely to identify or harm, or a question is open.",
    "pass": "No problem was found by these checks. They do not see everything: read it once more yourself.",
    "not applicable": "These checks found no child in this draft.",
}
_DETAILS = {
    "school": "School or class", "address": "Address", "locality": "Place where the child lives",
    "relative": "Relative", "workplace": "Work of a relative", "dob": "Date of birth",
    "contact": "Contact or profile", "number": "Case or file number", "appearance": "Looks",
    "institution": "Institution", "photo": "Photograph",
}  # fmt: skip
_SITUATIONS = {
    "sexual-abuse-victim": "victim of sexual abuse", "sexual-exploitation": "sexually exploited",
    "perpetrator": "perpetrator of abuse", "accused": "accused of a crime",
    "convicted": "convicted of a crime", "hiv": "living with HIV or AIDS",
    "combatant": "combatant, now or before", "trafficking": "victim of trafficking",
    "abuse-neglect-victim": "victim of abuse or neglect", "suicide-selfharm": "suicide or self-harm",
    "refugee": "asylum seeker, refugee or displaced", "custody": "subject of a custody dispute",
    "adoption": "adopted or to be adopted", "bullying": "bullied", "missing": "missing",
    "accident-victim": "victim of an accident", "bereaved": "bereaved", "disability": "with a disability",
    "health": "ill", "poverty": "living in poverty", "witness": "witness",
}  # fmt: skip

_PARAGRAPH = re.compile(r"\S[^\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*\S[^\r\n]*)*")
_QUOTES = "\"“”„«»'’‘"
_BLOCKED = re.compile(rf"({BLOCK}+(?:\s+{BLOCK}+)*)")
_HIDDEN = Markup('<span class="vh">[hidden]</span><span class="hidden-words" aria-hidden="true">{}</span>')
_POSSESSIVE = re.compile(r"(?<=..)['’ʼ]s$")
_WRAPPED = 40  # code points: a block whose lines are all shorter was not broken by an editor, but on purpose


def render(report: Report, options: Options) -> str:
    """One self-contained page. The same report always gives the same characters."""
    template, css, js = _resources()
    js = _spoken(js)
    drafts = [_Page(d, f"d{n}", options).view() for n, d in enumerate(report.drafts, 1)]
    found = [c for d in drafts for c in d.cards]
    severities = Counter({s: sum(len(c.places) for c in found if c.severity == s) for s in SEVERITIES})
    categories = Counter(
        {c: sum(len(card.places) for card in found if card.category == c) for c in CATEGORIES}
    )
    text = template.render(
        drafts=drafts,
        several=len(drafts) > 1,
        masked=options.mask_names,
        named=any(c.named for d in drafts for c in d.children),
        css=Markup(css),
        js=Markup(js),
        policy=_policy(css, js),
        version=__version__,
        ui=language(),
        signs=_SIGNS,
        verdicts=_VERDICTS,
        severities=[(s, severities[s]) for s in SEVERITIES if severities[s]],
        categories=[(c, tr(_CATEGORIES[c]), categories[c]) for c in CATEGORIES if categories[c]],
        total=sum(severities.values()),
    )
    return text.rstrip("\n") + "\n"


@cache
def _resources() -> tuple[jinja2.Template, str, str]:
    """Template, style and script. Line breaks are ``\\n`` alone, as the hashes in the policy need them."""
    folder = files(__package__) / "templates"
    texts = [
        (folder / f"report.{ending}").read_text("utf-8").replace("\r\n", "\n")
        for ending in ("html.jinja", "css", "js")
    ]
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["counted"] = counted
    environment.globals["_"] = tr
    environment.filters["redacted"] = _redacted
    return environment.from_string(texts[0]), texts[1], texts[2]


#: what the script says in English -> how it is said in any other language
_SCRIPT: dict[str, Callable[[], str]] = {
    "} of ${": lambda: "} " + tr("of") + " ${",
    '(n === 1 ? "1 finding" : `${n} findings`)': lambda: "`" + tr("findings:") + " ${n}`",
    " shown`": lambda: f" {tr('shown')}`",
    " ticked`": lambda: f" {tr('ticked')}`",
}


def _spoken(js: str) -> str:
    """The script, speaking the user's language."""
    if language() == "en":
        return js
    for said, other in _SCRIPT.items():
        js = js.replace(said, other())
    return js


def _redacted(words: str) -> Markup:
    """Words with names hidden: each row of blocks is shown as it is and read out as "hidden"."""
    pieces = _BLOCKED.split(words)  # the odd ones are the rows
    return Markup("").join(_HIDDEN.format(p) if n % 2 else p for n, p in enumerate(pieces))


def _policy(css: str, js: str) -> str:
    """Nothing may be loaded, sent or run but the page's own style and script, known by their hashes."""

    def source(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {source(css)}; script-src {source(js)}; "
        "base-uri 'none'; form-action 'none'"
    )


# -- what the template is given


@dataclass(frozen=True)
class Place:
    """A place in the draft: the id to go to, and where an editor finds it in the source."""

    id: str
    line: int
    column: int
    label: str = ""  # instead of line and column, in a document


@dataclass(frozen=True)
class Quoted:
    """Words of the draft, why they matter, and their place (None where the reason lies outside the text)."""

    words: str
    reason: str
    place: Place | None


@dataclass(frozen=True)
class Ref:
    """The number behind a marked place: a link to its card."""

    id: str
    card: int
    severity: Severity


@dataclass(frozen=True)
class Words:
    """A stretch of the draft that is marked in one way.

    ``cards`` and ``why`` are numbers of the cards that it is flagged by and that it is evidence for.
    """

    text: str
    id: str = ""
    severity: Severity | None = None
    cards: tuple[int, ...] = ()
    why: tuple[int, ...] = ()
    said: bool = False

    @property
    def bare(self) -> bool:
        return not (self.id or self.cards or self.why or self.said)

    @property
    def classes(self) -> str:
        """Names for the style: the gravest severity, whether several findings meet, whether it is speech."""
        names = ["hl", self.severity or ""] if self.cards else []
        names += ["many"] * (len(self.cards) > 1) + ["said"] * self.said
        return " ".join(names)


@dataclass(frozen=True)
class Piece:
    """A block of the draft: its bits in reading order. ``lines``: its line breaks are meant."""

    id: str
    kind: str
    label: str
    lines: bool
    bits: Sequence[Words | Ref]


@dataclass(frozen=True)
class Card:
    """One thing found, with all its places."""

    number: int
    id: str
    severity: Severity
    category: str
    label: str
    rule: str
    words: str
    message: str
    advice: str
    suggestions: Sequence[str]
    because: Sequence[Quoted]
    clauses: Sequence[tuple[str, str]]
    places: Sequence[Place]
    child: str = ""
    child_name: str = ""


@dataclass(frozen=True)
class Excused:
    """A finding that somebody has accepted or that was known before."""

    severity: Severity
    rule: str
    quoted: Quoted
    message: str
    reason: str


@dataclass(frozen=True)
class Child:
    """How the draft identifies one child, piece by piece. ``level``: how far, where a check has said so."""

    id: str
    title: str
    named: bool
    forms: Sequence[tuple[str, int]]
    evidence: Sequence[Quoted]
    situations: Sequence[Quoted]
    facts: Sequence[tuple[str, Quoted | None]]
    details: Sequence[tuple[str, Sequence[tuple[Quoted, bool]]]]
    relatives: Sequence[str]
    level: str
    level_card: int
    level_said: str


@dataclass(frozen=True)
class Question:
    id: str
    text: str
    help: str
    clauses: Sequence[tuple[str, str]]
    answered: bool
    answer: str  # who answered, when and what; empty where nobody has


@dataclass(frozen=True)
class Clause:
    id: str
    title: str
    text: str


@dataclass(frozen=True)
class View:
    """One draft on the page."""

    key: str
    path: str
    language: str
    verdict: Verdict
    trouble: str  # why it was not checked; empty where it was
    unreadable: bool
    blocks: Sequence[Piece]
    cards: Sequence[Card]
    excused: Sequence[Excused]
    children: Sequence[Child]
    questions: Sequence[tuple[str, Sequence[Quoted], Sequence[Question]]]
    open_questions: int
    answered: int
    clauses: Sequence[tuple[Verdict, Sequence[Clause]]]
    counts: Sequence[tuple[Severity, int]]

    @property
    def findings(self) -> int:
        """Every place counts: a card may hold several."""
        return sum(n for _, n in self.counts)


# -- working it out


@dataclass(frozen=True)
class _Region:
    """A block, or text between blocks."""

    kind: str
    start: int
    end: int


@dataclass
class _Page:
    """One draft, from report to view. What is told of it is gathered first, since that says which places of the
    text need an id; then the text is cut at every place where something begins or ends."""

    report: DraftReport
    key: str
    options: Options
    _anchors: set[int] = field(default_factory=set)

    def view(self) -> View:
        report = self.report
        self.draft: Draft = report.draft
        self.text = clean(self.draft.text)
        self.regions = list(_regions(self.draft)) or [_Region("body", 0, len(self.text))]
        self.titles = {c.id: c.title for c in report.clauses}
        children = report.story.children if report.story else []
        self.child_ids = {p.id: f"{self.key}-child{n}" for n, p in enumerate(children, 1)}
        self.child_names = dict(zip(self.child_ids, self._child_names(children), strict=True))
        acted = list({id(f): f for f in report.findings if counts(f)}.values())
        groups = grouped(acted, self.draft.text)
        order = {id(f): n for n, f in enumerate(acted, 1)}
        self.places = {id(f): self._finding_place(f, order[id(f)]) for f in acted}
        cards = [self._card(n, group) for n, group in enumerate(groups, 1)]
        numbers = {id(f): n for n, group in enumerate(groups, 1) for f in group}
        excused = [self._excused(f) for f in report.findings if not counts(f)]
        childs = [self._child(p, numbers) for p in children]
        questions = list(self._questions())
        trouble = report.error or report.not_checked or ""
        severities = Counter(f.severity for f in acted)
        return View(
            key=self.key,
            path=relative(self.draft.path, self.options.base),
            language=report.language or "",
            verdict=report.verdict,
            trouble=clean(tr(trouble)),
            unreadable=report.error is not None,
            blocks=[] if trouble else list(self._blocks(acted, groups, numbers)),
            cards=cards,
            excused=excused,
            children=childs,
            questions=questions,
            open_questions=sum(c.status == "open" for c in report.checklist),
            answered=sum(c.status == "answered" for c in report.checklist),
            clauses=list(self._clauses()),
            counts=[(s, severities[s]) for s in SEVERITIES],
        )

    # places

    def _anchor(self, start: int, end: int) -> Place | None:
        """A place that something on the page leads to; None for what stands in no text."""
        if start >= end:
            return None
        at = self.draft.position(start)
        label = place_label(self.draft, Evidence(start, end, ""))
        region = self.regions[_region_at(self.regions, start)]
        if not region.start <= start < region.end:
            return Place(f"{self.key}-text", at.line, at.column, label)
        self._anchors.add(start)
        return Place(f"{self.key}-t{start}", at.line, at.column, label)

    def _finding_place(self, finding: Finding, number: int) -> Place:
        at = self.draft.position(finding.start)
        return Place(f"{self.key}-f{number}", at.line, at.column, place_label(self.draft, finding))

    def _quoted(self, evidence: Evidence, reason: str | None = None) -> Quoted:
        return Quoted(
            self._words(evidence.start, evidence.end),
            clean(tr(evidence.reason if reason is None else reason)),
            self._anchor(evidence.start, evidence.end),
        )

    def _words(self, start: int, end: int) -> str:
        words = " ".join(self.text[start:end].split())
        if len(words) > 2 and words[0] in _QUOTES and words[-1] in _QUOTES:
            words = words[1:-1]  # the page puts quotation marks of its own
        return words if len(words) <= 240 else words[:200].rstrip() + " … " + words[-30:].lstrip()

    # cards

    def _card(self, number: int, group: Sequence[Finding]) -> Card:
        first = group[0]
        because = once(e for f in group for e in f.evidence)
        words = self._words(first.start, first.end)
        return Card(
            number=number,
            id=f"{self.key}-c{number}",
            severity=first.severity,
            category=first.category,
            label=tr(_CATEGORIES.get(first.category, first.category)),
            rule=clean(first.rule),
            words="" if words in first.message else words,
            message=clean(first.message),
            advice=clean(first.advice),
            suggestions=[clean(s) for s in first.suggestions],
            because=[self._quoted(e) for e in because],
            clauses=self._clause_titles(first.clauses),
            places=[self.places[id(f)] for f in group],
            child=self.child_ids.get(first.person or "", ""),
            child_name=self.child_names.get(first.person or "", ""),
        )

    def _excused(self, finding: Finding) -> Excused:
        excuse_ = excuse(finding)
        return Excused(
            finding.severity,
            clean(finding.rule),
            self._quoted(Evidence(finding.start, finding.end, "")),
            clean(finding.message),
            tr("known before") if excuse_ is None else clean(excuse_[1]),
        )

    def _clause_titles(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        return [(clean(id), clean(self.titles.get(id, ""))) for id in ids]

    # children

    def _child_names(self, children: Sequence[Person]) -> Iterator[str]:
        """What to call each child on this page: the fullest name, or the words it is spoken of by; with names
        hidden the label that the messages use."""
        named = [p.id for p in children if p.named]
        for n, person in enumerate(children, 1):
            if person.named and self.options.mask_names:
                yield f"[child {named.index(person.id) + 1}]" if len(named) > 1 else "[child]"
                continue
            spans = sorted(person.mentions, key=lambda m: m.start - m.end) or sorted(person.nominals)
            words = self._words(spans[0].start, spans[0].end) if spans else ""
            yield _POSSESSIVE.sub("", words) or f"{tr('Child')} {n}"

    def _child(self, person: Person, numbers: dict[int, int]) -> Child:
        story = self.report.story
        assert story is not None  # there are no people without one
        forms = Counter(_POSSESSIVE.sub("", self._words(m.start, m.end)) for m in person.mentions)
        facts: list[tuple[str, Quoted | None]] = []
        for label, evidence in (
            ("The name is declared to be changed", person.pseudonym),
            ("Acts in a public role", person.public_role),
            ("Shown in a picture", person.pictured),
        ):
            if evidence is not None:
                facts.append((tr(label), self._quoted(evidence)))
        said = [q for q in story.quotes if q.speaker == person.id]
        if person.quoted:
            span = said[0].span if said else None
            facts.append((tr("Quoted"), self._quoted(Evidence(span.start, span.end, "")) if span else None))
        pieces: dict[str, dict[str, tuple[Quoted, bool]]] = {}
        for detail in story.details:
            if person.id in detail.people:
                quoted = self._quoted(Evidence(detail.span.start, detail.span.end, ""))
                pieces.setdefault(detail.kind, {}).setdefault(quoted.words, (quoted, detail.certain))
        for kind in person.details:  # told by something else than words, such as a picture
            pieces.setdefault(kind, {})
        kinds = sorted(pieces, key=lambda k: (_rank(k), k))
        people = {p.id: p for p in story.people}
        relatives = [people[id] for id in person.relatives if id in people]
        level, card, message = self._level(person, numbers)
        return Child(
            id=self.child_ids[person.id],
            title=self.child_names[person.id],
            named=person.named and person.pseudonym is None,
            forms=list(forms.items()),
            evidence=[self._quoted(e) for e in once(person.evidence)],
            situations=[
                self._quoted(s.evidence, _SITUATIONS.get(s.kind, s.kind.replace("-", " ")))
                for s in {s.kind: s for s in reversed(person.situations)}.values()
            ][::-1],
            facts=facts,
            details=[
                (tr(_DETAILS.get(k) or clean(k.replace("-", " ").capitalize())), list(pieces[k].values()))
                for k in kinds
            ],
            relatives=[self._words(p.mentions[0].start, p.mentions[0].end) for p in relatives if p.mentions],
            level=level,
            level_card=card,
            level_said=message,
        )

    def _level(self, person: Person, numbers: dict[int, int]) -> tuple[str, int, str]:
        """How far the details together give the child away, as a check has said it (``details["level"]`` of a
        finding that lists ``kinds``), the number of its card and its message; empty where none has."""
        for finding in self.report.findings:
            if finding.person == person.id and "kinds" in finding.details:
                level = clean(tr(str(finding.details.get("level", ""))))
                return level, numbers.get(id(finding), 0), clean(finding.message)
        return "", 0, ""

    # questions and clauses

    def _questions(self) -> Iterator[tuple[str, list[Quoted], list[Question]]]:
        """The questions, those that the same words raise together."""
        numbers = {id(item): n for n, item in enumerate(self.report.checklist, 1)}
        for trigger, because, items in by_trigger(self.report.checklist):
            yield (
                clean(trigger),
                [self._quoted(e) for e in because],
                [
                    Question(
                        f"{self.key}-q{numbers[id(item)]}",
                        clean(item.question),
                        clean(self._help(item.rule)),
                        self._clause_titles(item.clauses),
                        item.status == "answered",
                        clean(answered_words(item)),
                    )
                    for item in items
                ],
            )

    def _help(self, rule: str) -> str:
        book = self.options.rulebook
        return next((q.help for q in book.questions if q.id == rule), "") if book else ""

    def _clauses(self) -> Iterator[tuple[Verdict, list[Clause]]]:
        book = self.options.rulebook
        texts = {c.id: c.text for g in book.guidelines for c in g.clauses} if book else {}
        for verdict in _VERDICTS:
            found = [
                Clause(clean(c.id), clean(c.title), clean(texts.get(c.id, "")))
                for c in self.report.clauses
                if c.verdict == verdict
            ]
            if found:
                yield verdict, found

    # the text

    def _blocks(
        self, findings: Sequence[Finding], groups: Sequence[Sequence[Finding]], numbers: dict[int, int]
    ) -> Iterator[Piece]:
        regions = self.regions
        refs: dict[int, dict[int, list[Ref]]] = {}  # region -> offset
        layers: list[_Layer] = []
        for finding in findings:
            number = numbers[id(finding)]
            layers.append(_Layer(finding.start, finding.end, "found", number, finding.severity))
            ref = Ref(self.places[id(finding)].id, number, finding.severity)
            where, at = _spot(regions, finding)
            refs.setdefault(where, {}).setdefault(at, []).append(ref)
        for number, group in enumerate(groups, 1):
            for e in once(e for f in group for e in f.evidence):
                layers.append(_Layer(e.start, e.end, "why", number))
        if self.report.story is not None:
            layers += [
                _Layer(q.span.start, q.span.end, "said") for q in self.report.story.quotes if q.is_speech
            ]
        layers = sorted((x for x in layers if x.start < x.end), key=lambda x: (x.start, x.end))
        cuts = sorted({at for x in layers for at in (x.start, x.end)} | self._anchors)
        taken = next_cut = 0
        active: list[_Layer] = []
        for n, region in enumerate(regions):
            while next_cut < len(cuts) and cuts[next_cut] <= region.start:
                next_cut += 1
            inner = set()
            while next_cut < len(cuts) and cuts[next_cut] < region.end:
                inner.add(cuts[next_cut])
                next_cut += 1
            here = refs.get(n, {})
            edges = sorted({region.start, region.end, *inner, *here})
            bits: list[Words | Ref] = []
            for start, end in zip(edges, [*edges[1:], region.end], strict=True):
                bits += here.get(start, ())
                if start >= end:
                    continue
                active = [x for x in active if x.end > start]
                while taken < len(layers) and layers[taken].start <= start:
                    if layers[taken].end > start:
                        active.append(layers[taken])
                    taken += 1
                bits.append(self._bit(start, end, active))
            whole = self.text[region.start : region.end]
            yield Piece(
                f"{self.key}-b{n}", region.kind, _BLOCKS.get(region.kind, ""),
                max(map(len, whole.splitlines()), default=0) < _WRAPPED, bits,
            )  # fmt: skip

    def _bit(self, start: int, end: int, active: Sequence[_Layer]) -> Words:
        found = [x for x in active if x.kind == "found"]
        severity = min((x.severity for x in found if x.severity), key=SEVERITIES.index, default=None)
        return Words(
            self.text[start:end],
            f"{self.key}-t{start}" if start in self._anchors else "",
            severity,
            tuple(dict.fromkeys(x.card for x in found)),
            tuple(dict.fromkeys(x.card for x in active if x.kind == "why")),
            any(x.kind == "said" for x in active),
        )


@dataclass(frozen=True, slots=True)
class _Layer:
    """Something that covers ``text[start:end]``: a finding, evidence for one, quoted speech."""

    start: int
    end: int
    kind: Literal["found", "why", "said"]
    card: int = 0
    severity: Severity | None = None


def _spot(regions: Sequence[_Region], finding: Finding) -> tuple[int, int]:
    """Where a finding's number stands: (region, offset), behind its last words; where it has none, before what
    comes next. Every finding has a spot, also one that stands in no block."""
    at = _region_at(regions, max(finding.end - 1, finding.start))
    region = regions[at]
    return at, min(max(finding.end, region.start), region.end)


def _region_at(regions: Sequence[_Region], offset: int) -> int:
    """The number of the region that holds ``offset``, or of the nearest one before it (else the first)."""
    return max(bisect_right(regions, offset, key=lambda r: r.start) - 1, 0)


def _regions(draft: Draft) -> Iterator[_Region]:
    """The draft's blocks, and paragraphs of whatever text lies between them."""
    at = 0
    for block in draft.blocks:
        yield from _paragraphs(draft.text, at, block.span.start)
        start, end = max(block.span.start, at), min(block.span.end, len(draft.text))
        if start < end:
            yield _Region(block.kind, start, end)
        at = max(at, block.span.end)
    yield from _paragraphs(draft.text, at, len(draft.text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[_Region]:
    for match in _PARAGRAPH.finditer(text, start, max(start, end)):
        yield _Region("body", match.start(), match.end())


def _rank(kind: str) -> int:
    return DETAIL_KINDS.index(kind) if kind in DETAIL_KINDS else len(DETAIL_KINDS)


@cache
def _shown(char: str) -> str:
    if char in "\t\n\r" or (char.isspace() and unicodedata.category(char) != "Cc"):
        return char
    return visible(char)


def clean(text: str) -> str:
    """``text`` with nothing in it that a page cannot hold or that would show words in another order than they
    stand (U+FFFD instead); its length is unchanged."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))
