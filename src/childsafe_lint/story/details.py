"""Details that could identify a child."""

from __future__ import annotations

from .model import Detail, Story


def find_details(story: Story) -> list[Detail]:
    """Find details of every kind about the draft's specific children; fill ``Person.details`` with the kinds."""
    return []
