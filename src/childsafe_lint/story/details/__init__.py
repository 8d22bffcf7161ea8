"""Details that could identify a child: eleven kinds, each found by one small finder.

Word lists come from ``languages/<language>/details.yaml``. A detail counts only in a draft about a specific
child who needs protection, and only where it says something about that child or its family.
"""

from __future__ import annotations

from dataclasses import replace

from ...spans import Span
from ..model import Detail, Story
from .scene import Scene

__all__ = ["find_details"]


def find_details(story: Story) -> list[Detail]:
    """Find details of every kind about the draft's specific children; fill ``Person.details`` with the kinds.

    Args:
        story: people, situations and ``sensitive`` already found.

    Returns:
        Details in reading order; of two that overlap the longer or surer one.
    """
    if not story.sensitive:
        return []
    from . import codes, kin, looks, named, pictures, weighed_kin, weighed_places

    scene = Scene(story)
    family, found = kin.find(scene)  # first: the other finders ask who is family
    found += weighed_kin.find(scene, family)
    phrases = named.phrases(scene)
    found += named.find(scene, phrases)
    for finder in (codes.find, looks.find, pictures.find):
        found += finder(scene)
    details = _apart(weighed_places.weigh(scene, phrases, found))
    for person in story.children:
        person.details = list(dict.fromkeys(d.kind for d in details if person.id in d.people))
    return details


def _apart(found: list[Detail]) -> list[Detail]:
    """No two overlap: a sure one goes before an unsure one, then the longer, then the earlier. A picture is told of
    in a whole clause, in which other details may stand: it takes the longest stretch they leave."""
    kept: list[Detail] = []
    for d in sorted(
        found,
        key=lambda d: (d.kind == "photo", not d.certain, d.span.start - d.span.end, d.span.start, d.kind),
    ):
        inside = [k.span for k in kept if d.span.overlaps(k.span)]
        if not inside:
            kept.append(d)
        elif d.kind == "photo" and (rest := _longest_rest(d.span, inside)):
            kept.append(
                replace(
                    d,
                    span=rest,
                    evidence=tuple(replace(e, start=rest.start, end=rest.end) for e in d.evidence),
                )
            )
    return sorted(kept, key=lambda d: (d.span, d.kind))


def _longest_rest(span: Span, taken: list[Span]) -> Span | None:
    edges = [span.start, *(x for t in sorted(taken) for x in (t.start, t.end)), span.end]
    start, end = max(zip(edges[::2], edges[1::2], strict=True), key=lambda e: e[1] - e[0])
    return Span(start, end) if end - start > 2 else None
