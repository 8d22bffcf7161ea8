"""Whether the children whom a draft names are children of today.

Memories, obituaries, local history, reviews of books and plays and news of zoos name many who are told of as children
are and are none: grown up or dead for long, made up, or beasts. The rules (discourse/made_up.py, by_words/people/) know
them by what is told of each. A draft often gives no such word beside a name and yet reads like nothing else; so it is
weighed as a whole, as at_risk.py weighs whether a child is at risk, by weights learnt from texts of both kinds
(models/of_today/README.md). No name is a sign.
"""

from __future__ import annotations

import re
from collections import Counter

from . import at_risk
from .model import Story
from .parse import Parse

_YEAR = re.compile(r"(?<![\w.,/-])(?:1[5-9]|20)\d\d(?![\w,/]|\.\d)")
#: whoever was a child so many years ago is grown up
_GENERATION = 18


def signs(doc: Parse, words: Counter[str], published: int) -> Counter[str]:
    """The ``words`` of a draft (``at_risk.signs``), besides the years it names, of long ago or of now, its days and
    months, and the tenses of its verbs where the pipeline tells them."""
    found = words.copy()
    for m in _YEAR.finditer(doc.text):
        found["#old" if published - int(m.group()) >= _GENERATION else "#new"] += 1
    for token in doc.tokens:
        if token.ent_type_ == "DATE" and token.pos_ == "PROPN":
            found[token.lower_] += 1  # "Monday", "March": no name, and told of what is new
        elif token.pos_ in ("VERB", "AUX"):
            found[f"#{token.tag_}"] += 1
    return found


def settle(story: Story, sure: bool, published: int) -> None:
    """Whoever is told of as a child is perhaps none of today, where the whole draft reads like drafts that tell of
    none, and not like those about a child at risk; not where it is ``sure`` what befell a child. Of the weights
    ``doubtful`` is the likelihood of a child at risk up to which that is so."""
    learnt = at_risk.weights(story.language, "of_today")
    children = story.children
    if sure or learnt is None or len(story.doc) < at_risk.ENOUGH or not any(p.mentions for p in children):
        return
    words = at_risk.signs(story.doc, story.sentences, story.people)
    how_likely, weighed = at_risk.likely(learnt, signs(story.doc, words, published))
    if how_likely < learnt.found:
        return
    risk = at_risk.weights(story.language)
    if risk is not None and at_risk.likely(risk, words)[0] > learnt.doubtful:
        return
    why = at_risk.shown(story.doc, weighed, "told of as those are who are no children of today")
    for p in children:
        p.kind, p.situations = "unknown", []
        p.perhaps = [*p.evidence[:2], *why] if p.mentions else []
    story.situations, story.sensitive = (), False
