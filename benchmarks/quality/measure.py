"""One run: every set and suite, the linter and the baselines, as numbers."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from childsafe_lint.report import DraftReport

from . import score, systems
from .gold import CORPUS, Gold, Mark, read_set, read_suite
from .score import Rate, Row
from .swap import can_swap, cultures, swap
from .systems import Findings

#: set -> how far its drafts were seen by those who write the rules; None for a set not told apart here
SETS = {
    "en-a": "the rules were developed against it, so its numbers flatter",
    "en-b": "written by another author; measured blind first, then developed against",
    "en-c": "by three more authors; measured blind first, then developed against",
    "en-d": "in the manner of real newspapers, by another author; measured blind first, then developed against",
    "en-press": "in the manner of real newspapers; measured blind first, then developed against",
    "en-e": "many terms and framings, by another author; measured blind first, then developed against",
    "en-f": "children told in every way there is, by another author; measured blind first, then developed against",
    "en-g": "what a sub-editor sees every day, by another author; measured blind first, then developed against",
    "en-h": "what a sub-editor sees every day, by another author; measured blind first, then developed against",
    "en-k": "locked once; then developed against",
    "en-m": "locked once; then developed against",
    "en-n": "kin of en-a in subject and density, by another author; measured blind first, then developed against",
    "en-q": "in the manner of real newspapers, by another author; measured blind first, then developed against",
    "en-r": "many terms and framings, by another author; measured blind first, then developed against",
    "en-s": "locked once; then developed against",
    "en-t": "children told of far from the name, by another author; measured blind first, then developed against",
    "en-u": "locked once; then developed against",
    "en-v": "a newsroom's week, by another author; measured blind first, then developed against",
    "en-w": "locked once; then developed against",
    "en-x": "locked once; then developed against",
    "en-y": "locked once; then developed against",
    "en-z": "locked once; then developed against",
    "en-aa": "locked once; then developed against",
    "en-ab": "locked once; then developed against",
    "en-ac": "locked once; then developed against",
    "en-ad": "locked once; then developed against",
    "en-ae": "locked once; then developed against",
    "en-af": "locked once; then developed against",
    "en-ag": "the locked set before this one; then developed against",
    "en-calm": "ordinary careful journalism, by another author; for false alarms",
    "en-locked": "locked: by an author who never saw the tool; only its numbers are shown",
    "ru-a": "Russian; the rules were developed against it",
    "ru-b": "Russian, by another author; measured blind first, then developed against",
    "ru-c": "Russian, by the author of ru-b; measured blind twice, then developed against",
    "ru-e": "Russian, by another author; measured blind first, then developed against",
    "ru-f": "Russian, typical regional news, by another author; measured blind first, then developed against",
    "ru-k": "Russian, locked once; then developed against",
    "ru-m": "Russian, locked once; then developed against",
    "ru-p": "Russian, by another author; measured blind first, then developed against",
    "ru-s": "Russian, locked once; then developed against",
    "ru-t": "Russian, by another author; measured blind first, then developed against",
    "ru-u": "Russian, locked once; then developed against",
    "ru-v": "Russian, a newsroom's week, by another author; measured blind first, then developed against",
    "ru-w": "Russian, locked once; then developed against",
    "ru-x": "Russian, locked once; then developed against",
    "ru-y": "Russian, another author, measured blind first; then developed against",
    "ru-z": "Russian, locked once; then developed against",
    "ru-aa": "Russian, locked once; then developed against",
    "ru-ab": "Russian, locked once; then developed against",
    "ru-ac": "Russian, by another author; measured blind first, then developed against",
    "ru-ad": "Russian, locked once; then developed against",
    "ru-ae": "Russian, locked once; then developed against",
    "ru-af": "Russian, locked once; then developed against",
    "ru-ag": "Russian, locked once; then developed against",
    "ru-ah": "Russian, locked once; then developed against",
    "ru-ai": "Russian, the locked set before this one; then developed against",
    "ru-calm": "Russian, ordinary careful journalism, by another author; for false alarms",
    "ru-locked": "Russian, locked: by an author who never saw the tool; only its numbers are shown",
    "kk-a": "Kazakh; the rules were developed against it",
    "kk-b": "Kazakh, by another author; measured blind first, then developed against",
    "kk-c": "Kazakh, by the author of kk-b; measured blind twice, then developed against",
    "kk-e": "Kazakh, by another author; measured blind first, then developed against",
    "kk-f": "Kazakh, typical regional news, by another author; measured blind first, then developed against",
    "kk-k": "Kazakh, locked once; then developed against",
    "kk-m": "Kazakh, locked once; then developed against",
    "kk-p": "Kazakh, by another author; measured blind first, then developed against",
    "kk-s": "Kazakh, locked once; then developed against",
    "kk-u": "Kazakh, locked once; then developed against",
    "kk-w": "Kazakh, locked once; then developed against",
    "kk-x": "Kazakh, locked once; then developed against",
    "kk-y": "Kazakh, another author, measured blind first; then developed against",
    "kk-z": "Kazakh, locked once; then developed against",
    "kk-aa": "Kazakh, locked once; then developed against",
    "kk-ab": "Kazakh, locked once; then developed against",
    "kk-ac": "Kazakh, by another author; measured blind first, then developed against",
    "kk-ad": "Kazakh, locked once; then developed against",
    "kk-ae": "Kazakh, locked once; then developed against",
    "kk-af": "Kazakh, locked once; then developed against",
    "kk-ag": "Kazakh, locked once; then developed against",
    "kk-ah": "Kazakh, locked once; then developed against",
    "kk-ai": "Kazakh, the locked set before this one; then developed against",
    "kk-calm": "Kazakh, ordinary careful journalism, by another author; for false alarms",
    "kk-locked": "Kazakh, locked: by an author who never saw the tool; only its numbers are shown",
}
#: sets whose drafts no page, list or message quotes
LOCKED = frozenset(name for name in SETS if name.endswith("-locked"))
LANGUAGES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}
SUITES = ("suite-a-en", "suite-b-en", "suite-c-en", "suite-d-en", "suite-e-en")
OPEN, ALL = "open sets", "all sets"

_AT_ONCE = 200  # drafts told with other names whose stories are held at a time

#: what the linter is called in tables
LINTER = "childsafe-lint"


@dataclass
class Result:
    """What was measured. Keys of ``tables``: system, set (or OPEN, ALL), then label or ``label:sub``."""

    drafts: dict[str, list[Gold]] = field(default_factory=dict)
    suites: dict[str, list[Gold]] = field(default_factory=dict)
    reports: dict[str, DraftReport] = field(default_factory=dict)
    findings: dict[str, Findings] = field(default_factory=dict)
    tables: dict[str, dict[str, dict[str, Row]]] = field(default_factory=dict)
    verdicts: dict[str, dict[str, tuple[Rate, int]]] = field(default_factory=dict)
    noise: dict[str, dict[str, float | None]] = field(default_factory=dict)
    passed: dict[str, dict[tuple[str, str, str], tuple[int, int]]] = field(default_factory=dict)
    cultures: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    lost: list[tuple[str, Gold, Mark]] = field(default_factory=list)  # with names of other cultures
    seconds: float = 0.0

    def groups(self) -> dict[str, list[Gold]]:
        """Each set; after those of a language the open ones together, then all of the language."""
        every: dict[str, list[Gold]] = {}
        for code in dict.fromkeys(map(language, self.drafts)):
            mine = {name: drafts for name, drafts in self.drafts.items() if language(name) == code}
            every |= mine
            if len(mine) > 1:
                every[together(OPEN, code)] = [
                    d for name, ds in mine.items() if name not in LOCKED for d in ds
                ]
                if LOCKED & set(mine):
                    every[together(ALL, code)] = [d for ds in mine.values() for d in ds]
        return every


def language(name: str) -> str:
    """The language of a set: ``ru`` of ``ru-locked``."""
    return name.partition("-")[0]


def together(kind: str, code: str) -> str:
    """What a group (OPEN or ALL) of a language is called in tables."""
    return kind if code == "en" else f"{LANGUAGES[code]}, {kind}"


def run(sets: Sequence[str], suites: Sequence[str], baselines: bool = True) -> Result:
    """Lint everything in one stream and score it.

    Raises:
        FileNotFoundError: a set or suite that is not in the corpus.
    """
    result = Result()
    for name in sets:
        result.drafts[name] = read_set(CORPUS / name)
        if not result.drafts[name]:
            raise FileNotFoundError(f"there are no gold drafts in {CORPUS / name}")
    result.suites = {name: read_suite(CORPUS / f"{name}.yaml") for name in suites}
    every = [d for group in (*result.drafts.values(), *result.suites.values()) for d in group]

    start = time.perf_counter()
    result.reports = systems.lint(every)
    result.seconds = time.perf_counter() - start
    result.findings[LINTER] = systems.linter_findings(result.reports)
    if baselines:  # they come with an English pipeline only
        english = [d for d in every if language(d.set) not in LANGUAGES or language(d.set) == "en"]
        result.findings["spaCy PERSON"] = systems.spacy_ner(english)
        found = systems.presidio(english)
        if found is not None:
            result.findings["Presidio"] = found

    for system, findings in result.findings.items():
        for name, drafts in result.groups().items():
            if any(d.id not in findings for d in drafts):
                continue
            result.tables.setdefault(system, {})[name] = score.rows(score.counts(drafts, findings))
            right = [ok for _, ok in score.verdicts(drafts, findings)]
            result.verdicts.setdefault(system, {})[name] = score.share(right)
            result.noise.setdefault(system, {})[name] = score.noise(drafts, findings)
        for name, rows in result.suites.items():
            cells = result.passed.setdefault(system, {})
            for row in rows:
                ok = score.passes(row, findings[row.id])
                for kind in (row.meta["kind"], "all"):
                    key = (name, row.meta["label"], kind)
                    passed, of = cells.get(key, (0, 0))
                    cells[key] = (passed + ok, of + 1)
    return result


def by_culture(
    drafts: Sequence[Gold], rounds: int = 1, only: Sequence[str] | None = None
) -> tuple[dict[str, tuple[int, int, int]], list[tuple[str, Gold, Mark]]]:
    """Minor-name recall when the same drafts are told with names of other cultures.

    Args:
        drafts: those without a cast are left out; so are, everywhere, names that a swap leaves as they stand.
        rounds: how often to tell each draft, every time with other names.
        only: these cultures; all when None.

    Returns:
        Culture -> (marks found by the linter, found by spaCy's PERSON, all marks); ``original`` are the drafts
        as they stand. And what the linter lost: culture, the draft as told, the mark.
    """
    drafts = [d for d in drafts if can_swap(d)]
    asked = {
        d.id: [
            i for i, m in enumerate(swap(d, "english").marks) if m.label == "minor-name" and not m.optional
        ]
        for d in drafts
    }
    told = [("original", d.id, d) for d in drafts]
    for culture in only or cultures():
        for turn in range(rounds):
            # another start for each draft, so that a culture is judged by all its names
            told += [(culture, d.id, swap(d, culture, i + turn)) for i, d in enumerate(drafts)]
    cells: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    lost = []
    for start in range(0, len(told), _AT_ONCE):
        part = [replace(d, id=str(i)) for i, (_, _, d) in enumerate(told[start : start + _AT_ONCE])]
        reports = systems.lint(part)
        found = systems.linter_findings(reports)
        for (culture, source, _), draft in zip(told[start : start + _AT_ONCE], part, strict=True):
            story = reports[draft.id].story
            people = [e for e in story.doc.ents if e.label_ == "PERSON"] if story else []
            loud = [f for f in found[draft.id] if f.label == "minor-name" and f.severity in score.LOUD]
            for mark in (draft.marks[i] for i in asked[source]):
                hit = any(score.overlap(f, mark) for f in loud)
                cells[culture][0] += hit
                cells[culture][1] += any(e.start_char < mark.end and mark.start < e.end_char for e in people)
                cells[culture][2] += 1
                if not hit:
                    lost.append((culture, replace(draft, id=source), mark))
    return {culture: (a, b, n) for culture, (a, b, n) in cells.items()}, lost


def spread(found: Mapping[str, tuple[int, int, int]], column: int = 0) -> float:
    """Points (of 100) between the best and the worst culture; the original drafts are not counted."""
    rates = [100 * cell[column] / cell[2] for culture, cell in found.items() if culture != "original"]
    return max(rates) - min(rates)
