"""What people have written down about a draft: exceptions they allow, and answers to questions.

Any reader may fill these in, from comments, from front matter or from a file beside the draft. Nothing here knows
rules; whether a rule or a question exists is judged later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..spans import Span


@dataclass(frozen=True)
class Exemption:
    """Findings that somebody has decided to accept, and why.

    Args:
        rules: ids of the rules it is about.
        reason: why; without one it does not hold.
        by: who allowed it.
        until: the last day on which it holds; None: for ever.
        span: the words of ``Draft.text`` it is about; None: all of them.
        words: only findings on exactly these words, in any case.
        fingerprint: only the finding with this fingerprint.
        line: 1-based line it is written in, in the draft's source or, where ``outside``, in the file beside it.
        outside: whether it stands beside the draft and not in it.
        label: what to call the place it is written in, where that has no line: ``comment 2``.
        problem: why it cannot be understood, if so; it then allows nothing.
    """

    rules: tuple[str, ...]
    reason: str = ""
    by: str = ""
    until: date | None = None
    span: Span | None = None
    words: str = ""
    fingerprint: str = ""
    line: int | None = None
    outside: bool = False
    problem: str = ""
    label: str = ""


@dataclass(frozen=True)
class Consent:
    """That a child may be identified, as somebody has written it down.

    ``child`` is a name as the draft gives it, initials (``D. S.``) or a label (``child 2``).
    """

    child: str
    fully_informed: bool = False
    child_agreed: bool = False
    guardian_agreed: bool = False
    line: int | None = None

    @property
    def full(self) -> bool:
        """Whether it is fully informed, and both the child's and a guardian's."""
        return self.fully_informed and self.child_agreed and self.guardian_agreed


@dataclass(frozen=True)
class Answer:
    """What was done about one question of the checklist.

    Args:
        question: id of the question.
        done: what was done, in a person's words.
        by: who answered.
        on: when.
        fingerprint: of what was asked (`ChecklistItem.fingerprint`); another one means that the draft has changed.
        consents: for which children consent was given.
        line: 1-based line it is written in.
    """

    question: str
    done: str
    by: str
    on: date
    fingerprint: str = ""
    consents: tuple[Consent, ...] = ()
    line: int | None = None
