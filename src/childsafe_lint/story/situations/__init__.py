"""What the children of a draft are identified as.

Cue phrases come from ``languages/<language>/situations.yaml``. A cue of a deed is tied to the child through
the sentence's grammar (whom it was done to, who did it), any other cue through nearness; a cue in a sentence
that names no child goes to the child the pronoun or the paragraph is about, in a story of few to them all.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...drafts.model import Draft
from ...spans import Span
from ..model import Person, Situation, Story
from ..parse import Parse
from ..refs import Refs
from .given import Given
from .kinds import SHARED, UNMISTAKEN
from .public import Public
from .same_child import SameChild
from .senses import Senses, widest
from .signs import Signs
from .things import Things
from .untied import Untied
from .verdict import Verdict
from .whom import Whom
from .words import Hit, language_of


def find_situations(
    draft: Draft, doc: Parse, sentences: Sequence[Span], people: Sequence[Person]
) -> tuple[list[Situation], bool]:
    """Fill ``Person.situations`` and ``Person.public_role``; return the draft's situations and whether it is
    sensitive (about at least one specific child who needs protection)."""
    code = doc.lang_ or "en"
    refs = Refs.of(draft.text, doc, sentences, people, code)
    if not any(r.role == "child" for r in refs.refs):
        return [], False
    return _read(Signs(draft.text, doc, refs, people, language_of(code)))


def befell_somebody(story: Story) -> bool:
    """Whether what befell a specific child outweighs the rest of a long report: it is named, or there are no two ways
    to read what was done to it."""
    generic = Refs.of(story.text, story.doc, story.sentences, story.people, story.language).generic_ids
    return any(
        (p.mentions and p.situations)
        or (p.id not in generic and any(s.kind in UNMISTAKEN for s in p.situations))
        for p in story.children
        if p.public_role is None
    )


def _read(signs: Signs) -> tuple[list[Situation], bool]:
    things = Things(signs)
    senses, whom = Senses(signs, things), Whom(signs, things)
    given, public = Given(signs), Public(signs)
    untied, same, verdict = Untied(signs, whom, given), SameChild(signs, whom, given), Verdict(signs, given)
    public.find()
    heard = [hit for hit in widest(signs.cues.get("", ())) if senses.meant(hit)]
    left: list[Hit] = []
    shared: list[Hit] = []
    for hit in heard:
        targets = whom.targets(hit)
        if targets is None:
            left.append(hit)
            continue
        for ref in targets:
            given.give(ref, hit)
        if targets and hit.label.kind in SHARED:
            shared.append(hit)
    for hit in shared:
        for person in untied.among(hit):
            given.assign(person, hit)
    untied.later(left)
    untied.rolls()
    same.victims()
    same.theme()
    untied.to_main_child(left)
    for p in signs.children:
        verdict.refine(p)
    public.take_back()
    return verdict.result(heard)
