"""A safer version of a draft: names, details and words replaced where that can be done without a person.

A fix is made in rounds. Each replaces what the linter found and reads the result anew, until nothing is left that can
be replaced; so fixing a fixed draft changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from .model import Edit, Fixed, NameMode

if TYPE_CHECKING:
    from ..drafts.model import Draft
    from ..drafts.rewrite import Source
    from ..linter import Linter
    from ..report import DraftReport, Finding
    from .names import Register

__all__ = ["Edit", "Fixed", "NameMode", "fix"]

_ROUNDS = 6
#: where two edits overlap the first of these goes
_ORDER = ("name", "detail", "term", "declaration")


def fix(
    draft: Draft, linter: Linter, names: NameMode = "pseudonym", *, data: bytes = b"", clean: bool = False
) -> Fixed:
    """Replace what can be replaced.

    Names of children with an error or a warning get one pseudonym each, declared at the end, or a reference without a
    name; details are told in general; words are replaced by the preferred ones. Notes, findings excused with a reason
    and everything that needs a person are left.

    Args:
        draft: as it was read.
        linter: says what is wrong, before and after.
        names: ``pseudonym`` or ``neutral``.
        data: the file that ``draft`` was read from; needed for documents, and to keep a text file's encoding.

        clean: also take out what travels with a document: comments, tracked changes, properties, pictures' metadata.

    Raises:
        InputError: the draft's format cannot be written.
    """
    from ..drafts.rewrite import source_of
    from .names import Register, declarations, echoes

    register = Register(names)
    source = source_of(draft, data or draft.source.encode("utf-8", "surrogatepass"))
    before = report = linter.lint(draft)
    told: list[str] = []
    if clean:
        source, told = source.cleaned()
        report = linter.lint(source.draft)
    kept = _kept(before)
    changes: list[Edit] = []
    places: list[str] = []
    for _ in range(_ROUNDS):
        edits = _plan(report, register, kept)
        new, made = source.changed([(e.start, e.end, e.new) for e in edits], echoes(register))
        fits = set(made)
        done = [e for e in edits if (e.start, e.end, e.new) in fits]
        if not done:
            break
        changes += done
        places += [place_of(source.draft, e.start) for e in done]
        source = new
        said = declarations(register, before.story.language) if before.story and register.children else []
        if said:
            source, report, sentence = _declared(source, linter, said, register.names)
            end = source.draft.text.rindex(sentence)
            changes.append(Edit(end, end, sentence, "declaration"))
            places.append(place_of(source.draft, end))
        else:
            report = linter.lint(source.draft)
    return Fixed(before, report, source, changes, places, _left(report), _leaks(register, report), told)


def place_of(draft: Draft, offset: int) -> str:
    """Where something stands, for people: a line, or a paragraph of a document."""
    place = draft.place(offset)
    return f"line {draft.position(offset).line}" if place is None else str(place)


def _declared(
    source: Source, linter: Linter, sentences: Sequence[str], names: Collection[str]
) -> tuple[Source, DraftReport, str]:
    """The draft with the first of the sentences that our own reading takes for a declaration of these names; with the
    last where it takes none so."""
    for sentence in sentences:
        said = source.with_paragraph(sentence)
        report = linter.lint(said.draft)
        text = said.draft.text
        flagged = {text[f.start : f.end].casefold() for f in report.findings if f.category == "minor-name"}
        if not flagged & {n.casefold() for n in names}:
            break
    return said, report, sentence


def fixable(finding: Finding) -> bool:
    """Whether a finding asks for a change: an error or a warning that nobody has excused."""
    from ..reports.sheet import counts

    return finding.severity != "note" and counts(finding)


def _kept(report: DraftReport) -> frozenset[tuple[str, str]]:
    """Category and words of what may stand: an exception or a consent that goes by the draft as it was must hold after
    other words of it were changed."""
    said: dict[bool, set[tuple[str, str]]] = {True: set(), False: set()}
    for finding in report.findings:
        said[fixable(finding)].add(_words(report, finding))
    return frozenset(said[False] - said[True])


def _words(report: DraftReport, finding: Finding) -> tuple[str, str]:
    return finding.category, report.draft.text[finding.start : finding.end].casefold()


def _plan(report: DraftReport, register: Register, kept: frozenset[tuple[str, str]]) -> list[Edit]:
    """Edits for one round, ascending, none overlapping another; nothing that is ``kept``."""
    from .details import detail_edits
    from .names import name_edits
    from .terms import term_edits

    story = report.story
    if story is None or story.language != "en":
        return []
    by_category: dict[str, list[Finding]] = {}
    for finding in filter(fixable, report.findings):
        if _words(report, finding) in kept:
            continue
        by_category.setdefault(finding.category, []).append(finding)
    edits = [
        *name_edits(report, by_category.get("minor-name", ()), register),
        *detail_edits(story, by_category.get("identifying-detail", ())),
        *term_edits(story, by_category.get("stigmatising-term", ())),
    ]
    chosen: list[Edit] = []
    for edit in sorted((_tidy(story.text, e) for e in edits), key=lambda e: (_ORDER.index(e.kind), e)):
        if story.text[edit.start : edit.end] != edit.new and not any(
            edit.start < c.end and c.start < edit.end for c in chosen
        ):
            chosen.append(edit)
    return sorted(chosen)


def _tidy(text: str, edit: Edit) -> Edit:
    """An edit that only takes words away takes the space beside them too, and leaves a capital at a beginning."""
    from .wording import opens

    if edit.new or edit.start == edit.end:
        return edit
    start, end, new = edit.start, edit.end, ""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isspace() and before != "\n" and (after in tuple(',.;:!?)”’"') or after.isspace()):
        start -= 1
    elif (not before or before == "\n") and after == " ":
        end += 1
    if opens(text, start) and (m := re.match(r"\s*([a-z])", text[end : end + 3])):
        new, end = m[1].upper(), end + m.end()
    return Edit(start, end, new, edit.kind, edit.rule)


def _left(report: DraftReport) -> list[Finding]:
    return [f for f in report.findings if fixable(f)]


def _leaks(register: Register, report: DraftReport) -> list[str]:
    """Where a word of a changed name still stands: lines of the source, or what is attached to a document."""
    from ..spans import LineIndex
    from .pseudonyms import folded

    draft = report.draft
    words = {w for c in register.children for w in c.whole if len(w) > 2}
    words -= {
        folded(w)
        for p in report.people
        for m in p.mentions
        for w in re.findall(r"[^\W\d_]+", draft.text[m.start : m.end])
    }
    if not words:
        return []
    doc = report.story.doc if report.story is not None else None
    ordinary: frozenset[str] = frozenset() if doc is None else doc.user_data.get("ordinary", frozenset())

    def told(text: str) -> Iterator[int]:
        for m in re.finditer(r"[^\W\d_][\w’'-]*", text):
            # "hope" and "faith" in a draft about Hope and Faith are no names
            common = m.group().islower() and m.group() in ordinary
            if not common and any(folded(part) in words for part in _parts(m.group())):
                yield m.start()

    found: list[str] = []
    if draft.source:
        index = LineIndex(draft.source)
        found += [f"line {n}" for n in sorted({index.position(at).line for at in told(draft.source)})]
    else:
        found += sorted({place_of(draft, at) for at in told(draft.text)})
        found += [f"a link, {place_of(draft, k.span.start)}" for k in draft.links if [*told(k.target)]]
    said = [f.message for f in report.findings if f.category == "metadata" and fixable(f)]
    labels = [a.label for a in draft.attachments if [*told(a.text)]]
    return found + [label for label in labels if not any(label in message for message in said)]


def _parts(token: str) -> Iterator[str]:
    """A token, and the words in it: ``aidana_school17``, ``JusticeForAidana``."""
    yield re.sub(r"[’']s?$", "", token)
    yield from re.findall(r"[^\W\d_]+", re.sub(r"(?<=[a-zа-я])(?=[A-ZА-Я])", " ", token))
