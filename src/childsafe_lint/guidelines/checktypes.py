"""The check types a rule can name, with the keys each understands, so that a rule file can be judged without NLP.

checks/ holds one module for each; a test holds the two lists equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..story.model import DETAIL_KINDS, SITUATIONS


@dataclass(frozen=True)
class CheckType:
    """``when``/``params``: key -> allowed values (None: free, checked by the check itself)."""

    name: str
    category: str | None
    summary: str
    when: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    params: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()


CHECK_TYPES: dict[str, CheckType] = {
    t.name: t
    for t in (
        CheckType(
            "named-child",
            "minor-name",
            "Every mention of a named child that the rule's `when` fits. Of all rules that fit a child the first in "
            "the rulebook's order speaks, so put the gravest first.",
            when={"situation": SITUATIONS, "weapon": None, "public_role": None, "any": None},
            placeholders=("name", "situation"),
        ),
        CheckType(
            "identifying-detail",
            "identifying-detail",
            "A detail of one kind about a specific child in a sensitive situation.",
            params={"kind": DETAIL_KINDS},
            required=("kind",),
            placeholders=("text", "kind"),
        ),
        CheckType(
            "jigsaw",
            "identifying-detail",
            "One finding a child when several kinds of detail together may identify it.",
            params={"at_least": None},
            placeholders=("kinds", "count", "name"),
        ),
        CheckType(
            "term",
            "stigmatising-term",
            "Words from a list, with inflections, unless used as a mere example of the word, in a title of a law or "
            "organisation, or in another sense.",
            params={"terms": None, "subtype": None},
            required=("terms",),
            placeholders=("text", "prefer", "why"),
        ),
        CheckType(
            "phrase",
            "harmful-framing",
            "Phrases written in the small pattern language of docs/rules.md, said of a child.",
            when={"situation": SITUATIONS, "child_near": None},
            params={"phrases": None, "unless": None, "subtype": None},
            required=("phrases",),
            placeholders=("text",),
        ),
        CheckType(
            "suicide-method",
            "harmful-framing",
            "Method or place of a child's suicide or attempt.",
            placeholders=("text",),
        ),
    )
}

#: Triggers a checklist question can name, with allowed values.
TRIGGERS: dict[str, tuple[str, ...] | None] = {
    "child_quoted": None,  # true: a child is quoted
    "child_pictured": None,  # true: a caption or the text shows a child
    "child_named": None,
    "child": None,  # true: the draft speaks of any individual child
    "sensitive": None,
    "situation": SITUATIONS,
    "jigsaw": None,
    "child_under": None,  # with child_quoted/child_pictured: an age in years, e.g. 16
    "pseudonym": None,
    "death": None,
}
