"""What a file says about a child beside its text: names, the place of a picture, a link to a profile (III.3, I.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ..guidelines.model import Rule
from ..report import Finding, Severity
from ..spans import Span
from ..story.model import Evidence, Person, Story
from ..ui import tr, tr_list
from . import Check

_LOWER: dict[Severity, Severity] = {"error": "warning", "warning": "note", "note": "note"}
_NETWORKS = re.compile(
    r"(?:^|\.)(?:instagram|facebook|fb|vk|vkontakte|ok|odnoklassniki|tiktok|twitter|x|threads|snapchat|telegram|t|likee|"
    r"youtube|linkedin|pinterest|discord|twitch|soundcloud)\.(?:com|me|ru|net|kz|tv|gg|video)$",
    re.IGNORECASE,
)
#: pages of a network that are nobody's
_NOBODYS = re.compile(
    r"/(?:sharer?|intent|share|hashtag|explore|search|watch|playlist|events|groups|policies|legal|help|about)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Found:
    """Something that gives a child away: ``what`` it holds and ``where``, both without the words themselves."""

    kind: str
    what: str
    where: str
    span: Span
    person: str | None = None
    certain: bool = True


def build(rules: Sequence[Rule]) -> Check:
    """Of all rules for a kind, whose ``when`` fits the child, the first speaks."""

    def check(story: Story) -> Iterator[Finding]:
        if not story.children:
            return
        for found in _all(story):
            child = None if found.person is None else story.person(found.person)
            rule = next((r for r in rules if _fits(r, found, story, child)), None)
            if rule is not None:
                yield _finding(story, found, child, rule)

    return check


def _all(story: Story) -> Iterator[_Found]:
    for name in story.beside:
        kind = name.attachment.kind
        what = "the name of a child" if name.certain else "a name or words that may tell who a child is"
        yield _Found(kind, what, name.attachment.label, name.attachment.span, name.person, name.certain)
    for picture in story.draft.pictures:
        if picture.gps:
            yield _Found("picture-place", "the place where it was taken", picture.label, picture.span)
    yield from _profiles(story)


def _profiles(story: Story) -> Iterator[_Found]:
    for number, link in enumerate(story.draft.links, 1):
        handle = _handle(link.target)
        if handle is None:
            continue
        child = _concerned(story, link.span, handle)
        if child is not None:
            what = "the address of a profile that leads to a child"
            yield _Found("profile-link", what, f"link {number}", link.span, child.id)


def _handle(target: str) -> str | None:
    """The part of an address on a social network that says whose it is."""
    try:
        parts = urlsplit(target if "//" in target else "https://" + target)
        host = parts.hostname or ""
    except ValueError:
        return None
    path = unquote(parts.path).strip("/")
    if not path or not _NETWORKS.search(host) or _NOBODYS.match(parts.path):
        return None
    return path + parts.query


def _concerned(story: Story, span: Span, handle: str) -> Person | None:
    """The child whose profile this is: it is named in the address, the link stands on words for it, or on words for
    nobody in a sentence that speaks of a child and of nobody else."""
    letters = re.sub(r"[^a-zа-яёәғқңөұүһі]", "", handle.casefold())
    for child in story.children:
        for m in child.mentions:
            names = re.findall(r"[^\W\d_]{4,}", story.text[m.start : m.end].casefold())
            if any(name in letters for name in names):
                return child
    for person in story.people:
        if any(m.overlaps(span) for m in (*person.mentions, *person.nominals)):
            return person if person.kind == "child" else None
    sentence = story.sentence_at(span.start)
    said = [p for p in story.people if any(sentence.contains(m) for m in (*p.mentions, *p.nominals))]
    children = [p for p in said if p.kind == "child"]
    return children[0] if children and all(p.kind == "child" for p in said) else None


def _fits(rule: Rule, found: _Found, story: Story, child: Person | None) -> bool:
    kinds = rule.params["kind"]
    if found.kind not in (kinds if isinstance(kinds, list | tuple) else [kinds]):
        return False
    told = story.situations if child is None else child.situations
    if "situation" in rule.when:
        wanted = rule.when["situation"]
        wanted = wanted if isinstance(wanted, list | tuple) else [wanted]
        return any(s.kind in wanted for s in told)
    # a child that the draft names in a story which does it no harm is named in the file as well
    return bool(told) or child is None or not child.named or found.kind == "profile-link"


def _finding(story: Story, found: _Found, child: Person | None, rule: Rule) -> Finding:
    told = story.situations if child is None else child.situations
    evidence: tuple[Evidence, ...] = tuple(dict.fromkeys(s.evidence for s in told[:2]))
    certain = found.certain and bool(told)
    words = {"what": tr(found.what), "where": tr_list(found.where)}
    return Finding(
        rule.id,
        rule.category,
        rule.severity if certain else _LOWER[rule.severity],
        found.span.start,
        found.span.end,
        rule.message.format(**words),
        rule.advice.format(**words),
        (),
        rule.clauses,
        evidence,
        found.person,
        {"where": found.where, "kind": found.kind, "certain": found.certain},
    )
