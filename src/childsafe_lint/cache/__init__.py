"""Results of drafts that were checked before, so that what did not change is answered without any language model.

An entry holds numbers only: which rule, where in the draft, which of this program's own words. What the report
says of the draft is rebuilt from the draft itself, so an entry is of no use to whoever has not got it.
"""

from __future__ import annotations

from ..drafts.model import Draft
from ..guidelines.model import Rulebook
from ..report import DraftReport
from .codec import Codec, Unstorable
from .folder import Folder, user_folder
from .key import Configuration

__all__ = ["Folder", "ResultCache", "user_folder"]


class ResultCache:
    """The results of one configuration.

    Args:
        folder: where entries are kept.
        rulebook: what drafts are checked by.
        pipelines: language code -> pipeline, as chosen over the shipped ones.
        language: of all drafts, or None.
    """

    def __init__(
        self, folder: Folder, rulebook: Rulebook, pipelines: dict[str, str], language: str | None
    ) -> None:
        self._folder = folder
        self._configuration = Configuration(folder.secret(), rulebook, pipelines, language)
        self._codec = Codec(rulebook)

    def get(self, draft: Draft) -> DraftReport | None:
        """What was found in this very draft before; None where that is not known."""
        key = self._configuration.key(draft)
        data = self._folder.read(key)
        if data is None:
            return None
        try:
            return self._codec.decode(data, draft)
        except (ValueError, TypeError, LookupError):  # damaged; it is made anew
            return None

    def put(self, report: DraftReport) -> None:
        """Keep a result. What cannot be told in numbers is not kept."""
        try:
            data = self._codec.encode(report)
        except Unstorable:
            return
        self._folder.write(self._configuration.key(report.draft), data)
