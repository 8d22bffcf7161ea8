"""The check types a rule can name, with the keys each understands, so that a rule file can be judged without
NLP.

checks/ holds one module for each; a test holds the two lists equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..story.model import DETAIL_KINDS, SITUATIONS

#: What a value in a rule file may be. ``text``: one text; ``texts``: a text or a list of texts; ``flag``:
#: true or false; ``whole``: a whole number; ``examples``: flags, passes and known_misses; ``free``: anything.
Kind = Literal["text", "texts", "flag", "whole", "examples", "free"]


@dataclass(frozen=True)
class Field:
    """One key of an entry in a list: what its value may be, and from which words (None: free)."""

    kind: Kind = "text"
    values: tuple[str, ...] | None = None
    required: bool = False


_SCOPES = ("subject", "sentence", "nearby", "paragraph", "story")  # how near a child must be
#: where a file tells something beside its text: an attachment of the draft, a picture, a link
METADATA_KINDS = (
    "comment", "deletion", "hidden-text", "property", "picture-text", "file-name", "picture-place", "profile-link",
)  # fmt: skip
_BASES = ("seen", "secondary", "memory", "editorial")  # how well an advice was checked against its source
_REACHES = ("words", "quoted", "claim", "sentence")
_LEVELS = ("avoid", "caution")  # the rule's severity, or a note

#: The keys of one entry of a term list (check type ``term``); the first names the entry.
TERM_FIELDS: dict[str, Field] = {
    "term": Field(required=True),
    "variants": Field("texts"),
    "prefer": Field("texts", required=True),
    "why": Field(required=True),
    "source": Field(),
    "basis": Field(values=_BASES),
    "caution": Field(),
    "level": Field(values=_LEVELS),
    "said_of": Field(values=("anyone", "label", *_SCOPES)),
    "needs": Field("texts"),
    "unless": Field("texts"),
    "unless_near": Field("texts"),
    "as": Field(values=("any", "noun")),
    "case": Field(values=("any", "small", "capital")),
    "judges": Field("flag"),
    "examples": Field("examples"),
}

#: The keys of one phrase (check type ``phrase``), where more is said than the bare pattern.
PHRASE_FIELDS: dict[str, Field] = {
    "phrase": Field(required=True),
    "child_near": Field(values=_SCOPES),
    "needs": Field("texts"),
    "unless": Field("texts"),
    "span": Field(values=_REACHES),
    "with": Field("texts"),
    "without": Field("texts"),
    "said_by": Field("texts"),
    "not_said_by": Field("texts"),
    "level": Field(values=_LEVELS),
    "why": Field(),
    "prefer": Field("texts"),
    "source": Field(),
    "basis": Field(values=_BASES),
    "caution": Field(),
    "examples": Field("examples"),
}

#: The keys of one statement (check type ``clause``); the first names the entry.
STATEMENT_FIELDS: dict[str, Field] = {
    "why": Field(required=True),
    "words": Field("texts"),
    "subject": Field(),
    "verb": Field(),
    "modal": Field(),
    "by": Field(),
    "negated": Field("flag"),
    "passive": Field("flag"),
    "asked": Field("flag"),
    "condition": Field("flag"),
    "perfect": Field("flag"),
    "past": Field("flag"),
    "hedged": Field("flag"),
    "label": Field("flag"),
    "child_near": Field(values=_SCOPES),
    "needs": Field("texts"),
    "unless": Field("texts"),
}

#: What can be wrong with an exception.
EXCEPTION_PROBLEMS = ("no-reason", "expired", "unknown-rule", "unclear", "unused")
#: What can be wrong with consent on record.
CONSENT_PROBLEMS = ("unclear", "incomplete", "misplaced")


@dataclass(frozen=True)
class CheckType:
    """``when``/``params``: key -> allowed values (None: free, checked by the check itself).

    ``kinds`` says of a free key what its value may be; ``entries`` gives the keys of each entry of a list, an
    entry that is a bare text standing for its first key.
    """

    name: str
    category: str | None
    summary: str
    when: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    params: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    kinds: dict[str, Kind] = field(default_factory=dict)
    entries: dict[str, dict[str, Field]] = field(default_factory=dict)


CHECK_TYPES: dict[str, CheckType] = {
    t.name: t
    for t in (
        CheckType(
            "named-child",
            "minor-name",
            "Every mention of a named child that the rule's `when` fits. Of all rules that fit a child the "
            "first in the rulebook's order speaks.",
            when={"situation": SITUATIONS, "weapon": None, "public_role": None, "any": None, "perhaps": None},
            params={"beside": None},
            kinds={
                "weapon": "flag",
                "public_role": "flag",
                "any": "flag",
                "perhaps": "flag",
                "beside": "flag",
            },
            placeholders=("name", "situation"),
        ),
        CheckType(
            "identifying-detail",
            "identifying-detail",
            "A detail of one kind about a specific child in a sensitive situation.",
            when={"situation": SITUATIONS},
            params={"kind": DETAIL_KINDS, "beside": None},
            kinds={"beside": "flag"},
            required=("kind",),
            placeholders=("text", "kind"),
        ),
        CheckType(
            "jigsaw",
            "identifying-detail",
            "One finding a child when several kinds of detail together may identify it.",
            params={"at_least": None},
            kinds={"at_least": "whole"},
            placeholders=("kinds", "count", "name", "level", "change", "after"),
        ),
        CheckType(
            "term",
            "stigmatising-term",
            "Words from a list, with inflections, unless used as a mere example of the word, in a title of a "
            "law or organisation, or in another sense.",
            params={"terms": None, "subtype": None, "advice_quoted": None},
            required=("terms",),
            kinds={"subtype": "text", "advice_quoted": "text"},
            entries={"terms": TERM_FIELDS},
            placeholders=("text", "prefer", "why"),
        ),
        CheckType(
            "phrase",
            "harmful-framing",
            "Phrases written in the small pattern language of docs/rules.md, said of a child.",
            when={"situation": SITUATIONS, "child_near": _SCOPES},
            params={
                "phrases": None,
                "unless": None,
                "needs": None,
                "not_said_by": None,
                "subtype": None,
                "advice_quoted": None,
                "span": _REACHES,
                "weighed": None,
            },
            kinds={
                "weighed": "flag",
                "subtype": "text",
                "advice_quoted": "text",
                "unless": "texts",
                "needs": "texts",
                "not_said_by": "texts",
            },
            entries={"phrases": PHRASE_FIELDS},
            required=("phrases",),
            placeholders=("text", "prefer", "why"),
        ),
        CheckType(
            "clause",
            "harmful-framing",
            "Statements told by their grammar: whom a clause is about, its verb, how it is told and by whom.",
            when={"child_near": _SCOPES},
            params={
                "statements": None,
                "unless": None,
                "needs": None,
                "advice_quoted": None,
                "weighed": None,
            },
            kinds={"weighed": "flag", "advice_quoted": "text", "unless": "texts", "needs": "texts"},
            entries={"statements": STATEMENT_FIELDS},
            required=("statements",),
            placeholders=("text", "why"),
        ),
        CheckType(
            "tone",
            "harmful-framing",
            "Sentences about a child that, taken as a whole, read like those that editors change.",
            params={"reads_as": ("victim-blaming", "sensational", "speculation")},
            required=("reads_as",),
            placeholders=("text",),
        ),
        CheckType(
            "metadata",
            "metadata",
            "What the file tells about a child beside its text: names, the place of a picture, a link to a profile.",
            when={"situation": SITUATIONS},
            params={"kind": METADATA_KINDS},
            required=("kind",),
            placeholders=("what", "where"),
        ),
        CheckType(
            "suicide-method",
            "harmful-framing",
            "Method or place of a child's suicide or attempt.",
            placeholders=("text",),
        ),
        CheckType(
            "exception",
            "metadata",
            "An exception that does not hold or is needed no more (docs/exceptions.md).",
            params={"problem": EXCEPTION_PROBLEMS},
            required=("problem",),
            placeholders=("rule", "where", "until", "problem"),
        ),
        CheckType(
            "consent",
            "metadata",
            "Consent on record that lowers nothing (docs/checklist.md).",
            params={"problem": CONSENT_PROBLEMS},
            required=("problem",),
            placeholders=("where", "missing", "children"),
        ),
    )
}

#: Triggers a checklist question can name, with allowed values (None: see TRIGGER_KINDS).
TRIGGERS: dict[str, tuple[str, ...] | None] = {
    "child": None,  # the draft speaks of any individual child
    "child_named": None,  # by a name that is not a declared pseudonym
    "child_quoted": None,
    "child_pictured": None,  # a caption or the text says that a child is shown
    "child_under": None,  # the child that the other triggers speak of may be under this age, in years
    "pseudonym": None,  # a changed name is declared for a child
    "public_role": None,  # a child acts in a public role
    "sensitive": None,  # about a specific child in a situation that calls for protection
    "situation": SITUATIONS,
    "detail": DETAIL_KINDS,  # a detail of this kind about a child is given
    "jigsaw": None,  # two or more kinds of detail about the same child
    "words": None,  # one of these words or phrases stands in the draft
    "words_with_child": None,  # ... in a sentence that speaks of a child
}

TRIGGER_KINDS: dict[str, Kind] = {
    "child": "flag", "child_named": "flag", "child_quoted": "flag", "child_pictured": "flag",
    "child_under": "whole", "pseudonym": "flag", "public_role": "flag", "sensitive": "flag",
    "situation": "texts", "detail": "texts", "jigsaw": "flag", "words": "texts", "words_with_child": "texts",
}  # fmt: skip
