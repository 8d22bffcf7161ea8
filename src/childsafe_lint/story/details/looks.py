"""How a child looks, and pictures said to show it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...spans import Span
from ..model import Detail
from .scene import Scene, alternatives

#: "a letter M was cut above his collarbone", "the serpent tattooed round her wrist"
_INKED = (
    r"(?:cut|carved|burned|burnt|branded|tattooed|inked|seared|scratched|etched)\s+"
    r"(?:in|into|above|on|across|round|around|below|over|along)\s+(?:his|her|their)\s+(?:\w+\s+){0,2}?(?:%s)\b"
)
#: "her left leg is made of wood", "one side of his head is dyed green", "a birthmark covers half her face"
_CHANGED = (
    r"\b(?:(?:his|her|their)\s+(?:\w+\s+){0,2}?(?:%s)\s+(?:is|are|was|were)\s+(?:chipped|crooked|broken\s+off|made\s+of|missing|gone|paralysed|paralyzed|withered|false|plastic|wooden|artificial|amputated|deformed|twisted|webbed|fused|scarred|dyed|shaved|bright|pierced|covered)\b[^.;,]{0,25}"
    r"|(?:hair|head|fringe)\s+(?:is\s+|was\s+|dyed\s+|shaved\s+)*(?:bright|neon|half)\s+\w+|(?:dyed|shaved|bleached)\s+(?:half|one\s+side|the\s+sides?)?\s*(?:of\s+)?(?:his|her|their)\s+(?:\w+\s+)?(?:hair|head|fringe)\b[^.;,]{0,20})"
)

#: "born without a left hand", "has no fingers on one hand"
_LACKS = (
    r"\b(?:born\s+(?:without|with\s+(?:only\s+)?one|with\s+no)|has\s+no|have\s+no|had\s+no|lacks|lacked)\s+(?:an?\s+|the\s+|his\s+|her\s+)?(?:[\w-]+\s+){0,2}?(?:hands?|arms?|legs?|feet|foot|fingers?|thumbs?|toes?|ears?|eyes?)\b(?#%s)"
    r"(?:\s+(?:on|of)\s+(?:his|her|one|the)\s+(?:\w+\s+)?\w+)?"
)
#: "red hair down to the waist", "a shock of white hair", "hair dyed green": the list of parts is not asked
_HAIR = (
    r"(?:\b(?:bright|flaming|fiery|white|silver|snow-white|red|ginger|copper|blue|green|pink|purple|orange|dyed)\s+){1,2}"
    r"(?:curls|braids|plaits|locks|hair)(?:\s+(?:down\s+to|to|below|past|in)\s+(?:his|her|the|two)?\s*[\w-]+)?(?#%s)"
)
_KNOWN_BY = re.compile(r"recogni[sz]|descri|identif|\bkn(?:ow|ew)|told\s+by", re.IGNORECASE)
_CLAUSE = re.compile(r"[.!?;]\s|\n|\s[–—]\s|:\s|[()]|,\s(?=(?:and|but|said|says|who|which)\b)")


def find(scene: Scene) -> Iterator[Detail]:
    yield from _appearance(scene)
    yield from _photos(scene)


def _appearance(scene: Scene) -> Iterator[Detail]:
    text = scene.text
    marks = scene.words("appearance", "marks")
    weak = scene.words("appearance", "weak")
    body = scene.words("appearance", "body")
    body_re = re.compile(
        r"^[\s,]*(?:(?:of|in the shape of|shaped like)\s+(?:[\w-]+\s+){1,4}?)?"
        r"(?:(?:running|shaped|visible|high|low|just|right|down|which|that|runs|extends)\s+)*"
        r"(?:on|across|along|under|beneath|below|above|over|behind|down|around|near|of|in|at|from|to)\s+"
        r"(?:(?:his|her|their|the|one|each|either|both)\s+)?(?:[\w-]+\s+){0,4}?(?:"
        + alternatives(body)
        + r")\b",
        re.IGNORECASE,
    )
    on_re = re.compile(  # "On his forearm is a tattoo"
        r"\bon\s+(?:his|her|their)\s+(?:\w+\s+)?(?:" + alternatives(body) + r")\b[^,.]{0,30}$"
    )
    for m in re.finditer(r"\b(?:" + alternatives(marks) + r")\b", text, re.IGNORECASE):
        word = m.group().lower()
        after = body_re.match(text[m.end() : m.end() + 70])
        before = re.search(
            r"(?:\b(?:an?|the|his|her|their|two|three|distinctive|large|small|long|visible)\s+)(?:[\w’'-]+,?\s+){0,4}$",
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
        on_part = re.match(rf"\s+(?:{alternatives(body)}|lip|palate)\b", text[m.end() : m.end() + 16])
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
        yield scene.detail("appearance", start, m.end() + (after.end() if after else 0), "mark on the body")
    parts = alternatives(body)
    for pattern in (_INKED, _CHANGED, _LACKS, _HAIR):
        for m in re.finditer(pattern % parts, text, re.IGNORECASE):
            if _of_child(scene, m.start()):
                yield scene.detail("appearance", m.start(), m.end(), "mark on the body")
    for s, e in scene.hits("appearance", "odd"):
        bare = re.match(r"one\s+(?:arm|leg|eye|hand)\b", text[s:e], re.IGNORECASE)
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


_BESIDE = re.compile(
    r"\s*[(\[](?:[\w ]{0,12}\b)?(?:pictured|left|right|centre|center|above|below|photographed|in red|front)\b"
    r"[^)\]]{0,20}[)\]]",
    re.IGNORECASE,
)


_PICTURE = (
    r"(?:photo(?:graph)?|picture|portrait|image|selfie|mugshot|snapshot|still|poster|yearbook\s+photo)s?"
)
#: words that tell of a picture of the child; "strong" ones need no word of printing beside them
_SHOWN = re.compile(
    rf"(?P<strong>^[^\S\n]*(?:PICTURED|Pictured|Caught\s+on\s+camera|ABOVE|Above|BELOW|Below)\s*[:|,–—]|\bphotographed\s+(?:at|with|in|outside|on|by|holding|beside)\b"
    rf"|\b(?:his|her|their|the\s+\w+[’']s|\w+[’']s)\s+(?:\w+\s+)?faces?\s+(?:can|could)\s+(?:\w+\s+)?be\s+(?:\w+\s+)?(?:seen|made\s+out|recogni[sz]ed)"
    rf"|\b(?:his|her|their)\s+faces?\s+(?:to|towards?|turned\s+to)\s+(?:the\s+)?(?:camera|light|reader|lens)"
    rf"|\bfaces?\s+(?:in\s+close-?up|uncovered|unblurred|unpixelated|unobscured|in\s+full\s+view)|\bunblurred\b|\bwithout\s+(?:any\s+)?blurring|\b(?:did|does|do|was|were)\s+not\s+(?:blur|pixelate|obscure|blurred|pixelated)"
    rf"|\b{_PICTURE}\s+(?:[\w’'-]+\s+){{0,5}}?shows?\b|\bwhich\s+we\s+(?:reproduce|publish|print|show)|\blooks?\s+straight\s+(?:at|out|into))"
    rf"|\b{_PICTURE}\s+(?:of|showing)\s+(?:\w+\s+){{0,3}}|\b(?:his|her|their|the\s+[\w\s-]{{0,30}}?[’']s)\s+(?:\w+\s+)?{_PICTURE}\b",
    re.MULTILINE,
)
_PUBLISHED = re.compile(
    r"\b(?:publish\w*|print(?:s|ed)?|reprint\w*|carr(?:y|ied|ies)|h[eo]ld(?:ing)?\s+up|display\w*|circulat\w*|shar(?:e|ed|ing)|posted|released|reproduc\w*|flyers?|leaflets?|posters?"
    r"|front\s+page|placards?|banners?|enlarged|broadcast\w*|aired|ran|splash\w*|went\s+viral|accompan\w*|alongside|t-shirts?)\b",
    re.IGNORECASE,
)
#: pictures that are evidence of a crime are not shown
_SEIZED = re.compile(
    r"\b(?:naked|nude|indecent|intimate|explicit|sexual|seized|found\s+on|phone|laptop|hard\s+drive|blackmail\w*|demanded|threaten\w*)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"\b(?:blurred|pixelated|obscured|hidden|covered|from\s+behind|silhouette|posed\s+by|models?|empty|shows?\s+(?:only|no)|only\s+(?:his|her|their)\s+(?:hands?|feet|shoes?|back)|back\s+to\s+the\s+camera|not\s+(?:be\s+)?(?:published|shown|pictured|photographed)|does\s+not\s+want)\b"
    r"(?<!not\sblurred)(?<!not\spixelated)(?<!not\sobscured)(?<!not\shidden)(?<!not\scovered)",
    re.IGNORECASE,
)


#: a face that a picture in the sentence shows
_FACE = re.compile(
    r"\b(?:his|her|their|[\w]+[’']s?)\s+(?:\w+\s+)?faces?\b(?!\s+(?:charges|trial|down|court))", re.IGNORECASE
)
_SEE = re.compile(r"^(?:See|SEE|Watch|WATCH|Look|LOOK)\b")
#: a picture somebody has, which nobody prints: "holding a school photo"
_KEPTSAKE = re.compile(r"^(?:school|family|class|passport|grade)\s", re.IGNORECASE)


def _photos(scene: Scene) -> Iterator[Detail]:
    text = scene.text
    pictures = scene.words("photo", "pictures")
    captions = [b.span for b in scene.story.draft.blocks if b.kind in ("caption", "alt")]
    done: set[int] = set()
    for r in scene.refs.refs:
        if r.role == "child" and not r.generic and (m := _BESIDE.match(text, r.end)):
            yield scene.detail(
                "photo",
                m.start() + len(m.group()) - len(m.group().lstrip()),
                m.end(),
                "the picture shows the child",
            )
    for m in _FACE.finditer(text):
        sentence = scene.refs.sentence(m.start())
        said = text[sentence.start : sentence.end]
        if sentence.start in done or _SEIZED.search(said) or _HIDDEN.search(said):
            continue
        if set(re.findall(r"[\w-]+", said.lower())) & pictures | set(_SEE.findall(said)) and _child_shown(
            scene, sentence
        ):
            done.add(sentence.start)
            cut = _clause(text, sentence, m.start(), m.end())
            yield scene.detail("photo", cut.start, cut.end, "the picture shows the child")
    for m in _SHOWN.finditer(text):
        sentence = scene.refs.sentence(m.start())
        said = text[sentence.start : sentence.end]
        if sentence.start in done or _SEIZED.search(said) or _HIDDEN.search(said):
            continue
        if (m["strong"] or _PUBLISHED.search(said)) and _child_shown(scene, sentence):
            done.add(sentence.start)
            cut = _clause(text, sentence, m.start(), m.end())
            yield scene.detail("photo", cut.start, cut.end, "the picture shows the child")
    for s, e in scene.hits("photo", "shown"):
        sentence = scene.refs.sentence(s)
        if sentence.start in done:
            continue
        words = set(re.findall(r"[\w-]+", text[sentence.start : sentence.end].lower()))
        previous = scene.refs.sentences[max(scene.refs.sentence_index(s) - 1, 0)]
        context = words | set(re.findall(r"[\w-]+", text[previous.start : previous.end].lower()))
        in_caption = any(c.overlaps(sentence) for c in captions) or re.match(
            r"\s*(?:photo|picture|pictured|image|caption|left|right|above|below|photographs?)\b",
            text[sentence.start : sentence.end],
            re.IGNORECASE,
        )
        faces_us = re.search(r"\b(?:camera|lens|blur)\b", text[s:e]) is not None
        if not (context & pictures or in_caption or faces_us or "face" in words or "faces" in words):
            continue
        if _KEPTSAKE.search(text[s:e]) and not (
            in_caption or _PUBLISHED.search(text[sentence.start : sentence.end])
        ):
            continue
        if not (
            words & pictures
            or in_caption
            or re.search(
                r"\b(?:camera|lens|blur|visible|close|straight)", text[sentence.start : sentence.end]
            )
            or "face" in words
        ):
            continue
        if scene.any_hit(sentence, "photo", "not") and not re.search(
            r"no blurring|not blur\b|not (?:blurred|covered|hidden|pixelated)|unblurred|without blurring|unhidden",
            text[sentence.start : sentence.end],
        ):
            continue
        if not _child_shown(scene, sentence):
            continue
        done.add(sentence.start)
        cut = _clause(text, sentence, s, e)
        yield scene.detail("photo", cut.start, cut.end, "the picture shows the child")


def _child_shown(scene: Scene, sentence: Span) -> bool:
    """The picture shows the child: it is named, or meant by "his" or "both", and nobody else alone is."""
    inside = scene.refs.within(sentence.start, sentence.end)
    if any(scene.role(r) == "child" for r in inside):
        return True
    i = scene.refs.token_index(sentence.start)
    while i < len(scene.refs.lows) and scene.refs.doc[i].idx < sentence.end:
        low = scene.refs.lows[i]
        if low in scene.refs.pronouns or low in ("both", "profile"):
            ref = scene.refs.antecedent(scene.refs.doc[i].idx, scene.refs.pronouns.get(low, ""))
            if ref is not None and scene.role(ref) == "child":
                return True
        i += 1
    return not any(scene.role(r) == "adult" for r in inside) and scene.family_near(sentence.start)


def _clause(text: str, sentence: Span, start: int, end: int) -> Span:
    """The clause around ``start:end``."""
    left, right = sentence.start, sentence.end
    for m in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if m.end() <= start:
            left = m.end()
        elif m.start() >= end:
            right = m.start()
            break
    while right > left and text[right - 1] in " .\n":
        right -= 1
    return Span(left, right)
