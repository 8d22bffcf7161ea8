"""Details that could identify a child: eleven kinds, each found by one small finder.

Word lists come from ``languages/<language>/details.yaml``. A detail counts only in a draft about a specific
child who needs protection, and only where it says something about that child or its family.
"""

from __future__ import annotations

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
    from . import codes, kin, looks, named

    scene = Scene(story)
    found = list(kin.find(scene))  # first: the other finders ask who is family
    for finder in (named.find, codes.find, looks.find):
        found += finder(scene)
    details = _apart(found)
    for person in story.children:
        person.details = list(dict.fromkeys(d.kind for d in details if person.id in d.people))
    return details


def _apart(found: list[Detail]) -> list[Detail]:
    """No two overlap: a sure one goes before an unsure one, then the longer, then the earlier."""
    kept: list[Detail] = []
    for d in sorted(found, key=lambda d: (not d.certain, d.span.start - d.span.end, d.span.start, d.kind)):
        if not any(d.span.overlaps(k.span) for k in kept):
            kept.append(d)
    return sorted(kept, key=lambda d: (d.span, d.kind))
