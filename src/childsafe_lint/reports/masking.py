"""Hides the names of children, and what identifies them, in a report that leaves the newsroom.

In the draft's own words every hidden character becomes one block, so that offsets, lines and columns stay as
they are. In what the program says about them a name becomes a label such as ``[child 1]``, so that a reader
can still tell two children apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from ..drafts.model import Draft
from ..drafts.records import Answer
from ..report import DraftReport, Report, suppression
from ..spans import Span
from ..story.model import Evidence, Person, Story

BLOCK = "█"
_MARKS = "\u0300-\u036f"  # combining: a name may be written with the accent as a character of its own
_TOKEN = re.compile(rf"[^\W\d_](?:[\w{_MARKS}'’ʼ-]*[\w{_MARKS}])?")
#: where names stand in the midst of other letters, mostly in lower case
_TAG = re.compile(r"[#＃@＠][\w.-]+|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_CAPITAL = re.compile(rf"(?<![\w{_MARKS}])[^\W\d_a-zа-я](?:[\w{_MARKS}'’ʼ-]*[\w{_MARKS}])?")
_OPENS = re.compile(r"[.!?…:;]['\"”’»)\]]*\s+[\"“«‘(\[]*\Z")
#: words that a note often begins with, and that are no names
_USUAL = frozenset(
    "a after agreed all an and approved as asked at before both by called checked child children confirmed consent "
    "court editor for form from guardian he her his i in interview interviewed it lawyer mother father name names no "
    "none not nothing on our parent parents police published quoted school she signed social spoke talked team that "
    "the their they this told two we when with written yes you".split()
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LOWER, _UPPER = "a-zа-яёәіңғүұқөһ", "A-ZА-ЯЁӘІҢҒҮҰҚӨҺ"
_ALIKE = {**dict.fromkeys("'’ʼ`", "['’ʼ`]"), "е": "[её]", "ё": "[её]", "Е": "[ЕЁ]", "Ё": "[ЕЁ]"}


def masked(report: Report) -> Report:
    """A copy of ``report`` in which names and identifying details of children cannot be read."""
    secrets = [_Secrets(d) for d in report.drafts]
    paths = _Paths({w for s in secrets for w in s.path_words})
    return Report([_masked_draft(d, s, paths) for d, s in zip(report.drafts, secrets, strict=True)])


def masked_text(draft: DraftReport) -> str:
    """The draft's text with the same characters hidden as in a masked report; the length is unchanged."""
    return _Secrets(draft).blocked()


class _Secrets:
    """What must not be read in one draft, and what to show instead."""

    def __init__(self, draft: DraftReport) -> None:
        self.text = text = draft.draft.text
        self.spans: list[Span] = []
        self._labels: dict[str, str] = {}  # as written -> label
        names: set[str] = set()
        proper: set[str] = set()
        for span, label, is_name in _secret_spans(draft):
            words = text[span.start : span.end]
            if not words.strip():
                continue
            self.spans.append(span)
            self._labels.setdefault(words, label)
            if is_name:
                for word in _name_words(words):
                    known = self._labels.setdefault(word, label)
                    if known != label and word in names:  # a surname that several share
                        self._labels[word] = "[name]"
                    names.add(word)
            elif any(c.isupper() for c in words) and len(words) > 3:
                proper.add(words)
        gaps = any(c in text for c in _INVISIBLE)
        self._words = _pattern(names | proper, gaps)
        self._said = _pattern(self._labels.keys(), gaps)
        self._folded = {f for f in map(_folded, names) if len(f) > 2}
        #: the children's own names and their family's, for the names of files
        self.path_words = {
            _folded(w) for p in _family(draft) for m in p.mentions for w in _name_words(text[m.start : m.end])
        } | {
            _folded(w)
            for f in draft.findings
            if f.category == "minor-name"
            for w in _name_words(text[f.start : f.end])
        }

    def blocked(self) -> str:
        """The text, a block for each hidden character."""
        spans = list(self.spans)
        if self._words is not None:
            spans += [Span(m.start(), m.end()) for m in self._words.finditer(self.text)]
        if self._folded:
            spans += [Span(m.start(), m.end()) for m in _TAG.finditer(self.text) if self._told_by(m[0])]
        if not spans:
            return self.text
        chars = list(self.text)
        for span in spans:
            for i in range(span.start, min(span.end, len(chars))):
                if not chars[i].isspace():
                    chars[i] = BLOCK
        return "".join(chars)

    def hide(self, words: str) -> str:
        """Something said about the draft, labels in place of what is hidden."""
        if self._said is None or not words:
            return words
        if self._folded:
            words = _TAG.sub(lambda m: "[tag]" if self._told_by(m[0]) else m[0], words)
        return self._said.sub(self._label, words)

    def hide_note(self, words: str) -> str:
        """Something that a person wrote beside the draft, who may have named a child as the draft does not: every
        word that may be a name is hidden, unless it can be read in the masked draft."""
        hidden = self.hide(words)

        def hide(match: re.Match[str]) -> str:
            word = match[0]
            opens = not hidden[: match.start()].strip() or bool(_OPENS.search(hidden, 0, match.start()))
            if len(word) == 1 or word in self._visible or (opens and word.casefold() in _USUAL):
                return word
            return "[name]"

        hidden = _CAPITAL.sub(hide, hidden)
        if self._folded:  # a name in small letters
            hidden = _TOKEN.sub(lambda m: "[name]" if _folded(m[0]) in self._folded else m[0], hidden)
        return re.sub(r"\[name\](?:[ \t]+\[name\])+", "[name]", hidden)

    @cached_property
    def _visible(self) -> frozenset[str]:
        return frozenset(_TOKEN.findall(self.blocked()))

    def _label(self, match: re.Match[str]) -> str:
        found = match[0]
        if found in self._labels:
            return self._labels[found]
        return next(
            (label for words, label in self._labels.items() if _folded(words) == _folded(found)), "[name]"
        )

    def _told_by(self, tag: str) -> bool:
        folded = _folded(tag)
        return any(name in folded for name in self._folded)


def _family(draft: DraftReport) -> list[Person]:
    """The children, and those said to be their family."""
    children = [p for p in draft.people if p.kind == "child"]
    family = {id for child in children for id in child.relatives}
    return [p for p in draft.people if p.kind == "child" or p.id in family]


def _secret_spans(draft: DraftReport) -> Iterator[tuple[Span, str, bool]]:
    """Each hidden place, its label, and whether it is a name. Where it is not said that a person is grown up,
    the person is hidden: a child overlooked would be told to everyone."""
    family = _family(draft)
    near = {p.id for p in family}
    unsure = [p for p in draft.people if p.kind == "unknown" and p.id not in near and (family or p.perhaps)]
    kinds = {p.id: "child" if p.kind == "child" else "relative" for p in family if p.named}
    labels = dict(_numbered(kinds | {p.id: "person" for p in unsure if p.named}))
    for person in family:
        for mention in person.mentions:
            yield mention, labels[person.id], True
    for finding in draft.findings:
        if finding.category == "minor-name":
            yield Span(finding.start, finding.end), labels.get(finding.person or "", "[child]"), True
        elif finding.category == "identifying-detail":
            kind = str(finding.details.get("kind", "detail"))
            yield Span(finding.start, finding.end), f"[{kind}]", False
    if draft.story is not None:
        children = {p.id for p in draft.people if p.kind == "child"}
        for detail in draft.story.details:
            if children.intersection(detail.people):
                yield detail.span, f"[{detail.kind}]", False
    for person in unsure:
        for mention in person.mentions:
            yield mention, labels[person.id], True


def _numbered(kinds: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Person id -> ``[child]``, or ``[child 2]`` where there are several."""
    seen: dict[str, int] = {}
    for id, kind in kinds.items():
        n = seen[kind] = seen.get(kind, 0) + 1
        several = list(kinds.values()).count(kind) > 1
        yield id, f"[{kind} {n}]" if several else f"[{kind}]"


def _name_words(name: str) -> Iterator[str]:
    """The words that a name consists of, as they may stand elsewhere: without possessive, without the other
    half of a double name."""
    tokens = _TOKEN.findall(name)
    for token in [t for t in tokens if t[0].isupper() and len(t) > 1] or [t for t in tokens if len(t) > 2]:
        yield token
        bare = re.sub(r"(?<=..)['’ʼ]s?$", "", token)
        if bare != token:
            yield bare
        for part in re.split(r"['’ʼ-]", bare):
            if len(part) > 2 and part != bare and part[0].isupper():
                yield part


def _pattern(words: Iterable[str], gaps: bool) -> re.Pattern[str] | None:
    """A pattern for every one of these, as written or in capitals (a child named Will is not every "will"),
    also as a part of a word in camel case."""
    forms: set[str] = set()
    for word in words:
        for form in (word, unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)):
            forms |= {form, form.upper()}
            if form.isupper() and len(form) > 2:
                forms.add(form.title())
    if not forms:
        return None
    gap = f"[{_INVISIBLE}]*" if gaps else ""
    before = rf"(?:(?<![\w{_MARKS}])|(?<=[{_LOWER}0-9_])(?=[{_UPPER}]))"
    after = rf"(?:(?![\w{_MARKS}])|(?<=[{_LOWER}])(?=[{_UPPER}0-9_]))"
    choices = (
        (before if form[0].isalnum() else "")
        + gap.join(_ALIKE.get(c, re.escape(c)) for c in form)
        + (after if form[-1].isalnum() or unicodedata.combining(form[-1]) else "")
        for form in sorted(forms, key=lambda f: (-len(f), f))
    )
    return re.compile("|".join(choices))


def _folded(words: str) -> str:
    """Letters and digits alone, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in decomposed if c.isalnum())


class _Paths:
    """Paths without the names of children. A file or folder whose name tells one gets another name."""

    def __init__(self, names: set[str]) -> None:
        self._names = {n for n in names if len(n) > 1}
        self._shown: dict[str, str] = {}

    def __call__(self, path: str) -> str:
        pieces = re.split(r"([/\\])", path)
        last = len(pieces) - 1
        return "".join(
            self._piece("".join(pieces[: i + 1]), piece, i == last) if self._tells(piece) else piece
            for i, piece in enumerate(pieces)
        )

    def _piece(self, whole: str, piece: str, is_file: bool) -> str:
        if whole not in self._shown:
            ending = "." + piece.rpartition(".")[2] if is_file and "." in piece[1:] else ""
            self._shown[whole] = f"{'draft' if is_file else 'folder'}-{len(self._shown) + 1}{ending}"
        return self._shown[whole]

    def _tells(self, piece: str) -> bool:
        words = {
            _folded(w) for w in re.findall(r"[^\W_]+", re.sub(rf"(?<=[{_LOWER}])(?=[{_UPPER}])", " ", piece))
        }
        whole = _folded(piece)
        # a short name within a longer word is mostly chance: Ali in quality
        return any(n in whole if len(n) > 3 else n in words for n in self._names)


def _masked_draft(draft: DraftReport, secrets: _Secrets, paths: _Paths) -> DraftReport:
    hide = secrets.hide
    path = paths(draft.draft.path)
    clean: Draft = replace(
        draft.draft,
        path=path,
        text=secrets.blocked(),
        # where the words stand is counted in the true source; no report shows it
        source=draft.draft.source or draft.draft.text,
        metadata={},
        images=(),
        attachments=(),
        links=(),
        pictures=(),
        exemptions=(),
        answers=(),
    )

    def reasons(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(_hidden(e, hide) for e in evidence)

    return replace(
        draft,
        draft=clean,
        story=None if draft.story is None else _masked_story(draft.story, clean, hide),
        findings=[
            replace(
                f,
                message=hide(f.message),
                advice=hide(f.advice),
                suggestions=tuple(map(hide, f.suggestions)),
                evidence=reasons(f.evidence),
                details={
                    k: _hidden_suppression(v, secrets) if k == "suppression" else _hidden_in(v, hide)
                    for k, v in f.details.items()
                },
            )
            for f in draft.findings
        ],
        checklist=[
            replace(
                c,
                question=hide(c.question),
                because=reasons(c.because),
                trigger=hide(c.trigger),
                answer=None if c.answer is None else _hidden_answer(c.answer, secrets),
            )
            for c in draft.checklist
        ],
        not_checked=None if draft.not_checked is None else hide(draft.not_checked),
        error=None if draft.error is None else hide(draft.error.replace(draft.draft.path, path)),
    )


def _hidden_answer(answer: Answer, secrets: _Secrets) -> Answer:
    # who answers is a colleague, and has to be told; the name stays unless it is one in the draft
    return replace(answer, done=secrets.hide_note(answer.done), by=secrets.hide(answer.by), consents=())


def _hidden_suppression(value: object, secrets: _Secrets) -> object:
    if not isinstance(value, dict):
        return value
    reason = secrets.hide_note(str(value.get("reason", value.get("justification", ""))))
    by, until = secrets.hide(str(value.get("by", ""))), str(value.get("until", ""))
    return suppression(str(value.get("kind", "")), reason, by, until)


def _hidden_in(value: object, hide: Callable[[str], str]) -> object:
    """What a check or an exception has to say about a finding, whatever its shape."""
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, dict):
        return {k: _hidden_in(v, hide) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_hidden_in(v, hide) for v in value]
    return value


def _hidden(evidence: Evidence, hide: Callable[[str], str]) -> Evidence:
    return replace(evidence, reason=hide(evidence.reason))


def _masked_story(story: Story, draft: Draft, hide: Callable[[str], str]) -> Story:
    """The story with its reasons masked, and without the spaCy document, which holds the words themselves."""

    def maybe(evidence: Evidence | None) -> Evidence | None:
        return None if evidence is None else _hidden(evidence, hide)

    def person(p: Person) -> Person:
        return replace(
            p,
            evidence=[_hidden(e, hide) for e in p.evidence],
            perhaps=[_hidden(e, hide) for e in p.perhaps],
            situations=[replace(s, evidence=_hidden(s.evidence, hide)) for s in p.situations],
            pseudonym=maybe(p.pseudonym),
            public_role=maybe(p.public_role),
            pictured=maybe(p.pictured),
        )

    return replace(
        story,
        draft=draft,
        consents={},
        doc=None,  # type: ignore[arg-type]
        people=[person(p) for p in story.people],
        details=[replace(d, evidence=tuple(_hidden(e, hide) for e in d.evidence)) for d in story.details],
        situations=[replace(s, evidence=_hidden(s.evidence, hide)) for s in story.situations],
    )
