"""How a child looks: marks on the body and other features that few children have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ... import lazy_re as re
from ... import seek
from ..model import Detail
from .scene import Scene, alternatives

#: "a letter M was cut above his collarbone", "the serpent tattooed round her wrist"
_INKED = (
    r"\b(?:(?:cut|carved|burned|burnt|branded|tattooed|inked|seared|scratched|etched|shaved)\s+"
    r"(?:in|into|above|on|across|round|around|below|over|along|behind|under|beneath|between|near)|(?:tattooed|inked)\s+on)\s+(?:his|her|their)\s+(?:\w+\s+){0,2}?(?:%s)\b"
)
#: "her left leg is made of wood", "one side of his head is dyed green", "a birthmark covers half her face"
_CHANGED = (
    r"\b(?:(?:his|her|their)\s+(?:\w+\s+){0,2}?(?:%s)\s+(?:is|are|was|were)\s+(?:chipped|crooked|broken\s+off|made\s+of|missing|gone|paralysed|paralyzed|withered|false|plastic|wooden|artificial|amputated|deformed|twisted|webbed|fused|scarred|dyed|shaved|bright|pierced|covered)\b[^.;,]{0,25}"
    r"|(?:hair|head|fringe)\s+(?:is\s+|was\s+|dyed\s+|shaved\s+)*(?:bright|neon|half)\s+\w+|(?:dyed|shaved|bleached)\s+(?:half|one\s+side|the\s+sides?)?\s*(?:of\s+)?(?:his|her|their)\s+(?:\w+\s+)?(?:hair|head|fringe)\b[^.;,]{0,20})"
)

#: "born without a left hand", "has no fingers on one hand"
_LACKS = (
    r"\b(?:born\s+(?:without|with\s+(?:only\s+)?one|with\s+no)|has\s+no|have\s+no|had\s+no|lacks|lacked)\s+(?:an?\s+|the\s+|his\s+|her\s+)?(?:[\w-]+\s+){0,2}?(?:hands?|arms?|legs?|feet|foot|fingers?|thumbs?|toes?|ears?|eyes?)\b"
    r"(?:\s+(?:on|of)\s+(?:his|her|one|the)\s+(?:\w+\s+)?\w+)?"
)
#: "red hair down to the waist", "a shock of white hair", "hair dyed green": the list of parts is not asked
_HAIR = (
    r"(?:\b(?:bright|flaming|fiery|white|silver|snow-white|red|ginger|copper|blue|green|pink|purple|orange|dyed)\s+){1,2}"
    r"(?:curls|braids|plaits|locks|hair)(?:\s+(?:down\s+to|to|below|past|in)\s+(?:his|her|the|two)?\s*[\w-]+)?"
)
_KNOWN_BY = re.compile(r"recogni[sz]|descri|identif|\bkn(?:ow|ew)|told\s+by", re.IGNORECASE)


@lru_cache(maxsize=4)
def _looked_for(
    marks: frozenset[str], body: frozenset[str]
) -> tuple[seek.Seeker, re.Pattern[str], re.Pattern[str], re.Pattern[str], tuple[seek.Seeker, ...]]:
    """What is looked for: marks, a part of the body after one, before one, right behind one, and the other looks."""
    parts = alternatives(body)
    return (
        seek.compile(r"\b(?:" + alternatives(marks) + r")\b", re.IGNORECASE),
        re.compile(
            r"^[\s,]*(?:(?:of|in the shape of|shaped like|the (?:shape|size|length|width) of)\s+(?:[\w-]+\s+){1,4}?)?"
            r"(?:(?:from|by|with)\s+(?:an?|the)\s+(?:[\w-]+\s+){1,3}?(?=(?:on|across|along|over|down)\s))?"
            r"(?:(?:running|shaped|visible|high|low|just|right|down|which|that|runs|ran|extends|snakes|curves|stretches|goes|is|was)\s+)*"
            r"(?:on|across|along|through|under|beneath|below|above|over|behind|down|around|near|of|in|at|from|to)\s+"
            rf"(?:(?:his|her|their|the|one|each|either|both)\s+)?(?:[\w’'-]+\s+){{0,4}}?(?:{parts})\b"
            # "welts and scars cover her shins"
            rf"|^\s+(?:and\s+\w+\s+)?(?:cover(?:s|ed|ing)?|criss-?cross(?:es|ed|ing)?|line[sd]?|mark(?:s|ed)?)\s+(?:his|her|their)\s+(?:\w+\s+){{0,2}}?(?:{parts})\b",
            re.IGNORECASE,
        ),
        re.compile(  # "On his forearm is a tattoo"
            rf"\bon\s+(?:his|her|their)\s+(?:\w+\s+)?(?:{parts})\b[^,.]{{0,30}}$"
        ),
        re.compile(rf"\s+(?:{parts}|lip|palate)\b"),
        tuple(seek.compile(p.replace("%s", parts), re.IGNORECASE) for p in (_INKED, _CHANGED, _LACKS, _HAIR)),
    )


def find(scene: Scene) -> Iterator[Detail]:
    text = scene.text
    weak = scene.words("appearance", "weak")
    marks, body_re, on_re, part_re, others = _looked_for(
        scene.words("appearance", "marks"), scene.words("appearance", "body")
    )
    for m in marks.finditer(text):
        word = m.group().lower()
        after = body_re.match(text[m.end() : m.end() + 70])
        before = re.search(
            r"(?:\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|two|three|distinctive|large|small|long|visible)\s+)(?:[\w’'-]+,?\s+){0,4}$",
            scene.left(m.start(), 60),
        )
        left = scene.left(m.start(), 60).lower()
        if re.search(r"\b(?:emotional|mental|psychological|invisible|deep)\s+$", left):
            continue
        has = re.search(
            r"\b(?:has|had|have|having|with|bears?|bore|carries|known|recognis\w*|recogniz\w*|identif\w*|wears|by|there\s+(?:is|was|are|were)|shows?|showed|left)\b",
            left,
        )
        on_body = on_re.search(left)
        on_part = part_re.match(text[m.end() : m.end() + 16])
        if word in weak and re.match(r"\s+to\s", text[m.end() : m.end() + 4]):
            continue  # "burns to both arms" are injuries, a burn on the arm is a mark
        if word in weak and not (after or on_body or on_part):
            continue
        covers = re.match(
            r"\s+[^.;,]{0,30}\b(?:covers|covering|runs|running|marks|shaped|stretches)\b",
            text[m.end() : m.end() + 60],
        )
        if not (after or has or on_body or covers or on_part):
            continue
        if not (_of_child(scene, m.start()) or (on_body and scene.about(m.start()) == "kin")):
            continue
        start = m.start() - (len(before.group()) if before else 0)
        behind = after or on_part  # "a scar on her chin", "a cleft lip"
        yield scene.detail("appearance", start, m.end() + (behind.end() if behind else 0), "mark on the body")
    for pattern in others:
        for m in pattern.finditer(text):
            if _of_child(scene, m.start()):
                yield scene.detail("appearance", m.start(), m.end(), "mark on the body")
    for s, e in scene.hits("appearance", "odd"):
        bare = re.match(r"one\s+(?:arm|leg|eye|hand)\b", text[s:e], re.IGNORECASE)
        if re.match(
            r"\s+(?:in|still\s+in|wrapped\s+in)\s+(?:an?\s+)?(?:plaster|cast|sling|bandages?|splint)\b",
            text[e : e + 26],
        ):
            continue
        if re.match(r"\s+(?:wide|thick|deep|apart|up)\b", text[e : e + 8]):
            continue
        if bare and not re.search(
            r"\b(?:has|had|have|having|with|only|lost|missing|lacks)\s+(?:only\s+|just\s+)?$",
            scene.left(s, 30),
            re.IGNORECASE,
        ):
            continue
        if _of_child(scene, s):
            yield scene.detail("appearance", s, e, "unusual feature")


def _of_child(scene: Scene, at: int) -> bool:
    """Said of a child or by its family; of an adult only where a child is in the sentence too."""
    who = scene.about(at)
    s = scene.refs.sentence(at)
    if who in ("child", "none") or (who == "kin" and _KNOWN_BY.search(scene.text, s.start, at)):
        return True
    low = scene.text[s.start : at].lower().split()
    if who == "kin" and any(w in scene.refs.pronouns for w in low[-12:]):
        return True  # "her father said she has a scar"
    return any(r.role == "child" and r.start < at for r in scene.refs.within(s.start, s.end))
