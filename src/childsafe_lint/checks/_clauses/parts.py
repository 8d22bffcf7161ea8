"""The parts by which one story's statements are read, each built once."""

from __future__ import annotations

from ..usage import Usage
from .about import About
from .children import Children
from .held import Held
from .mood import Mood
from .reported import Reported
from .speakers import Speakers
from .where import Where


class Parts:
    """What a statement asks about itself."""

    def __init__(self, usage: Usage) -> None:
        self.usage, self.listed = usage, usage.listed
        self.where, self.mood, self.children = Where(usage), Mood(usage), Children(usage)
        self.speakers = Speakers(usage, self.children)
        self.about = About(usage, self.children, self.speakers, self.where)
        self.reported = Reported(usage, self.children, self.speakers, self.where)
        self.held = Held(usage, self.children, self.where, self.reported)
