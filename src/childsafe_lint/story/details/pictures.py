"""Pictures said to show a child: captions, and sentences that tell of a picture, a broadcast or a face."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ... import lazy_re as re
from ...spans import Span
from ..grammar import joined, objects, subjects
from ..model import Detail
from ..refs import Ref
from .scene import Scene, alternatives

if TYPE_CHECKING:
    from ..parse import Token

_WHY = "the picture shows the child"
#: what stands before a caption: "Photo:", "Picture 7,", "TODAY'S PHOTOS:", "On page 1:", "[Image caption:"
_LABEL = (
    r"[^\w\n]*(?:(?:[\w’']+\s+){{0,2}}(?:{pictures})(?:\s+(?:gallery|caption|above|below|left|right|no\.?|\d+))*(?:,?\s+(?:on\s+)?page\s+\d+)?"
    r"|pictured(?:\s+(?:above|below|left|right|here))?|photographed|above|below|left|right|inset|gallery|caption|alt(?:\s+text)?"
    r"|(?:(?:on|our|the)\s+){{0,2}}(?:(?:front|back)\s+)?(?:cover|page(?:\s+\w+)?))"
    r"\s*(?:\([^)\n]*\)\s*)?(?:[:|]|\s[–—-]\s|(?<=\d),\s)\s*"
)
#: whose picture it is, after the caption: "Photo: Gerry Vale", "Credit: Facebook", "(Instagram)"
_CREDIT = re.compile(
    r"(?:^|[.!?\s(\[])(?:(?:photo|picture|pic|image|photograph|photography)s?\s*(?::|by\b|/|©)|(?:credit|source|courtesy|copyright)\s*(?::|of\b)|©)\s*[^\n]{2,60}$",
    re.IGNORECASE,
)
#: "Jade (left)", "Jade, pictured"
_BESIDE = re.compile(
    r"\s*[(\[](?:[\w ]{0,12}\b)?(?:pictured|left|right|centre|center|above|below|photographed|in red|front)\b"
    r"[^)\]]{0,20}[)\]]",
    re.IGNORECASE,
)
#: a picture that somebody hands on: where it is only told of, it must be given out in some way
_PUBLISHED = re.compile(
    r"\b(?:publish\w*|print(?:s|ed)?|reprint\w*|carr(?:y|ied|ies|ying)|past(?:ed|ing)|h[eo]ld(?:ing)?\s+up|display\w*|circulat\w*|shar(?:e|ed|ing)|post(?:s|ed|ing)|releas\w+|reproduc\w*|flyers?|leaflets?"
    r"|front\s+page|page\s+\d+|placards?|banners?|enlarged|broadcast\w*|aired|ran|splash\w*|viral|accompan\w*|alongside|t-shirts?|handed|gave|given|suppl(?:y|ied)|provided|lent|upload\w*|liked|likes|views?|viewed"
    r"|went\s+(?:a)?round|taken\s+from|profile|album|tacked|pinned|framed|hung|hangs|wore|wears)\b",
    re.IGNORECASE,
)
#: pictures that are evidence of a crime, or that an investigation looks at, are not shown
_SEIZED = re.compile(
    r"\b(?:naked|nude|indecent|intimate|explicit|sex|sexual|private|seized|found\s+on|(?:on|from)\s+(?:his|her|their|a|the)\s+(?:\w+\s+)?(?:phone|laptop)|hard\s+drive|blackmail\w*|demanded|threaten\w*|jur(?:y|ors)|exhibit)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"\b(?:blurred|pixelated|obscured|masked|hidden|covered|from\s+behind|silhouettes?|silhouetted|posed\s+by|models?|(?:of|shows?)\s+(?:an?|the)\s+empty|shows?\s+(?:only|no)|only\s+(?:his|her|their)\s+(?:hands?|feet|shoes?|back)"
    r"|backs?\s+to\s+(?:the|our)\s+camera|turned\s+away|unidentifiable|illustration|illustrative|stock|drawing|does\s+not\s+want)\b",
    re.IGNORECASE,
)
#: "not blurred", "no face was pixelated", "without blurring", "no masking"
_OPENLY = re.compile(
    r"\b(?:not|never|no|none|nobody|nor|neither|without|n[’']t)\b[^.;\n]{0,40}?\b(?:blur\w*|pixel\w*|obscur\w*|mask\w*|disguis\w*|hid\w*|cover\w*|conceal\w*|mosaic)\b"
    r"|\bfaces?\s+(?:included|and\s+all|in\s+(?:clear|full|plain)\s+view|on\s+(?:full\s+)?show)\b"
    r"|\bun(?:blurred|pixel(?:l)?ated|obscured|masked|covered|disguised|censored)\b|\bbare-faced\b",
    re.IGNORECASE,
)
#: "looks at the lens", "face to the camera", "faces us"
_TO_LENS = re.compile(
    r"\b(?:look|turn|star|gaz|smil|fac|grin|beam|wav|squint|glanc|pos|laugh|mug|peer)\w*\s+(?:[\w-]+\s+){0,3}?(?:at|into|in|to|towards?|for)\s+(?:the\s+|our\s+|his\s+|her\s+|a\s+)?(?:camera|lens|photographer)s?\b"
    r"|\bfac(?:es?|ing)\s+(?:the|our)\s+(?:camera|lens)s?\b"
    r"|\bfaces?\s+(?:turned\s+)?(?:up\s+)?to\s+(?:the\s+)?(?:light|sky|reader)\b",
    re.IGNORECASE,
)
_AT_US = re.compile(
    r"\b(?:look|star|gaz|smil)\w*\s+(?:straight\s+)?(?:out\s+)?at\s+us\b|\bfaces\s+us\b", re.IGNORECASE
)
_FACES = re.compile(
    r"\b(?:his|her|their|the|both|all|[\w-]+[’']s?)\s+(?:\w+\s+)?faces?\b(?!\s+(?:charges|trial|court))"
)
_VICTIMS = frozenset("victim victims complainant survivor survivors".split())
_SHOW = frozenset("show depict capture portray feature picture catch display".split())
#: a picture somebody has, which nobody prints: "holding a school photo"
_KEEPSAKE = re.compile(r"(?:school|family|class|passport|grade)\s", re.IGNORECASE)
_SHOW_IT = frozenset(
    "show air broadcast publish print carry run screen film splash linger zoom stay rest focus".split()
)
_MEDIA = frozenset(
    "channel station broadcaster tv television network newspaper paper tabloid daily site website portal bulletin news"
    " programme program blog page magazine outlet broadcast camera post tweet reel vlogger blogger footage clip video"
    " film".split()
)
_CLAUSE = re.compile(r"[.!?;]\s|\n|\s[–—]\s|:\s|[()]|,\s(?=(?:and|but|said|says|who|which)\b)")
_NOT = re.compile(r"\b(?:no|not|never|neither|nor|n[’']t)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
#: children whose pictures papers print for their own sake, or with the family's consent
_SHOWN_OPENLY = frozenset("missing accident-victim bereaved witness health disability poverty".split())
_COURT = re.compile(
    r"\b(?:court|judge|magistrate|prosecutors?|tribunal|inquest|CCTV|[Cc]losed-circuit|surveillance|dash-?cam)\b"
)


_SAID = re.compile(r"[\w-]+")


def find(scene: Scene) -> Iterator[Detail]:
    """Every picture that is said to show a protected child, one finding a sentence."""
    yield from _Pictures(scene).find()


class _Pictures:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.text
        self.refs = scene.refs
        self.nouns = scene.words("photo", "pictures")
        printed = self.nouns - _MEDIA - {"cover"}  # before what a clip is of stands who speaks in it
        self.label = re.compile(_LABEL.format(pictures=alternatives(printed)), re.IGNORECASE)

    def find(self) -> Iterator[Detail]:
        done: list[Span] = []
        for span in (*self._captions(), *self._beside(), *self._told()):
            if not any(span.overlaps(d) for d in done):
                done.append(span)
                yield self.scene.detail("photo", span.start, span.end, _WHY)

    # -- captions
    def _captions(self) -> Iterator[Span]:
        """Words under a picture, by their place in the document, a label before them or a credit after."""
        blocks = [b.span for b in self.scene.story.draft.blocks if b.kind in ("caption", "alt")]
        sentences = self.refs.sentences
        for p in self.refs.paragraphs:
            first = bisect_right(sentences, p.start, key=lambda s: s.end)
            here = sentences[first : bisect_left(sentences, p.end, key=lambda s: s.start)]
            starts = [max(s.start, p.start) for s in here]
            labels = [m for at in starts if (m := self.label.match(self.text, at, p.end))]
            if (
                labels
                and labels[-1].start() > p.start
                and _CREDIT.match(self.text, labels[-1].start() - 1, p.end)
            ):
                labels.pop()  # "Asel at the gate. PHOTO: ANA RUIZ" only credits
            credit = _CREDIT.search(self.text, labels[0].end() if labels else p.start, p.end)
            end = credit.start() if credit else p.end
            for n, label in enumerate(labels):
                stop = min(end, labels[n + 1].start()) if n + 1 < len(labels) else end
                yield from self._pictured(label.start(), label.end(), stop)
            if labels or not (any(b.overlaps(p) for b in blocks) or (credit and p.end - p.start < 300)):
                continue
            yield from self._pictured(p.start, p.start, end)

    def _pictured(self, label: int, start: int, end: int) -> Iterator[Span]:
        """The part of a caption that names the child as whom the picture shows."""
        at, first, last = start, None, end
        long = end - start > 300  # no mere caption: a story goes on after it
        for m in (*re.finditer(r"[;|]\s|[.!?][”\"]?\s", self.text[start:end]), None):
            stop = start + m.start() if m else end
            said = self.text[at:stop]
            faces = _OPENLY.search(said) or _TO_LENS.search(said) or _FACES.search(said)
            if self._hidden(at, stop):
                if first is not None:
                    break
            elif first is None and any(
                (self._at_risk(r) or (faces and self.scene.role(r) == "child"))
                and self._depicted(r.start, r.end)
                for r in self.refs.within(at, stop)
            ):
                first = label if at == start else at
            last, at = stop, (start + m.end() if m else end)
            if long and first is not None:
                break
        if first is not None:
            yield self._trim(first, last)

    def _at_risk(self, ref: Ref) -> bool:
        """A child whom being seen may harm: its picture is not what the draft is there for, as of a missing one."""
        if ref.role != "child" or ref.generic:
            return False
        who = self.scene.protected if ref.person is None else [ref.person]
        return any(
            p in self.scene.protected and any(s.kind not in _SHOWN_OPENLY for s in p.situations) for p in who
        )

    def _depicted(self, start: int, end: int) -> bool:
        """Whom a caption shows, and not whose mother, friends or grave."""
        if re.match(r"[’']s?\s", self.text[end : end + 3]) and not re.match(
            r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:face|birthday|portrait|photo|picture|eyes)", self.text[end:]
        ):
            return False
        token = self.refs.token(end - 1)
        while token.head.i != token.i and start <= token.head.idx < end:
            token = token.head
        up = token
        for _ in range(8):
            if up.dep_ in ("relcl", "acl"):
                return False  # "flowers at the place where he died"
            if up.head.i == up.i:
                break
            up = up.head
        if token.dep_ == "poss":
            return token.head.lower_ in ("face", "birthday", "portrait", "photo", "picture", "eyes")
        if token.dep_ != "pobj":
            return True
        prep = token.head
        return prep.lower_ not in ("of", "for", "to", "by", "from", "about", "after", "near", "behind") or (
            prep.head.lemma_.lower() in self.nouns | {"close-up", "one"}
        )

    def _beside(self) -> Iterator[Span]:
        for r in self.refs.refs:
            if r.role == "child" and not r.generic and (m := _BESIDE.match(self.text, r.end)):
                yield self._trim(r.end, m.end())

    # -- sentences
    def _told(self) -> Iterator[Span]:
        hits = self.scene.hits("photo", "shown")
        pictured = {self.refs.sentence_index(t.idx) for t in self.scene.story.doc if self._for_a_picture(t)}
        for i, s in enumerate(self.refs.sentences):
            said = self.text[s.start : s.end]
            if not (i in pictured or self._of_picture(s) or _AT_US.search(said)):
                continue
            open_ = _OPENLY.search(said)
            if self._hidden(s.start, s.end) or (_SEIZED.search(said) and not open_):
                continue
            at: tuple[int, int] | None = None
            if at_us := _AT_US.search(said):
                at = (s.start + at_us.start(), s.start + at_us.end())
            elif self._of_picture(s):
                if open_:
                    at = (s.start + open_.start(), s.start + open_.end())
                elif (lens := _TO_LENS.search(said)) and not self._quoted(s.start + lens.start()):
                    at = (s.start + lens.start(), s.start + lens.end())
                else:
                    at = next(
                        ((a, b) for a, b in hits if s.start <= a and b <= s.end and self._given(a, b, said)),
                        None,
                    )
            if at is not None and self._child_shown(s):
                yield self._clause(s, *at)
                continue
            if (token := self._shows_child(s)) is not None:
                yield self._clause(s, token.idx, token.idx + len(token))

    def _given(self, start: int, end: int, said: str) -> bool:
        return _KEEPSAKE.match(self.text, start, end) is None or _PUBLISHED.search(said) is not None

    def _quoted(self, at: int) -> bool:
        return any(q.is_speech and q.span.start <= at < q.span.end for q in self.refs.quotes)

    def _of_picture(self, s: Span) -> bool:
        """Whether a sentence tells of a picture, or goes on about one, or of a face or a lens."""
        i = self.refs.sentence_index(s.start)
        return bool(self._words_for_pictures & {i - 1, i, i + 1}) or i in self._faces

    @cached_property
    def _words_for_pictures(self) -> set[int]:
        """The sentences that have a word for a picture or a camera, by number."""
        said = [self.text[s.start : s.end].lower() for s in self.refs.sentences]
        known = self.nouns | {"camera", "cameras", "lens", "photographer", "photographers"}
        return {i for i, text in enumerate(said) if not known.isdisjoint(_SAID.findall(text))}

    @cached_property
    def _faces(self) -> set[int]:
        said = [self.text[s.start : s.end].lower() for s in self.refs.sentences]
        return {
            i
            for i, text in enumerate(said)
            if "face" in text and {"face", "faces"} & set(re.findall(r"\w+", text))
        }

    def _for_a_picture(self, token: Token) -> bool:
        """Whether a noun stands for a picture or for where pictures are shown."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return False
        lemma = token.lemma_.lower()
        return lemma in self.nouns or lemma in _MEDIA or token.lower_ in self.nouns

    def _hidden(self, start: int, end: int) -> bool:
        hidden = _HIDDEN.search(self.text, start, end) or self.scene.any_hit(Span(start, end), "photo", "not")
        return hidden is not None and not _OPENLY.search(self.text, start, end)

    def _shows_child(self, s: Span) -> Token | None:
        """The word for a picture, a channel or a camera that the sentence says shows the child."""
        for t in self.refs.within_tokens(s.start, s.end):
            lemma = t.lemma_.lower()
            if not self._for_a_picture(t):
                continue
            if _NOT.search(self.scene.left(t.idx, 50)):
                continue
            evidence = _COURT.search(self.text, s.start, s.end) is not None
            if lemma in _MEDIA and self._airs(t) and not evidence:
                return t
            if lemma in self.nouns or t.lower_ in self.nouns:
                said = self.text[s.start : s.end]
                given = bool(_PUBLISHED.search(said) or _FACES.search(said))
                if self._displays(t) and not evidence and (given or lemma not in _MEDIA):
                    return t  # a clip that is only told of is not shown
                if self._is_of(t) and given:
                    return t
        return None

    def _displays(self, picture: Token) -> bool:
        """ "The picture shows her", "the picture, in which she grins", "in the clip he is made to kneel"."""
        verbs = [picture.head] if picture.dep_ in ("nsubj", "nsubjpass") else []
        verbs += [c for c in picture.children if c.dep_ in ("acl", "relcl")]
        verbs += [c for v in verbs for c in v.children if c.dep_ == "conj" and c.pos_ == "VERB"]
        for v in verbs:
            if any(c.dep_ == "neg" for c in v.children):
                continue
            clauses = [c for c in v.children if c.dep_ == "ccomp"]  # "shows her being lifted out"
            seen = [*objects(v), *(n for c in clauses for n in subjects(c))]
            if v.lemma_.lower() in _SHOW and any(self._seen(n) for n in seen):
                return True
            if (
                v.dep_ == "relcl"
                and any((c.dep_ == "prep" and c.lower_ == "in") or c.lower_ == "where" for c in v.children)
                and any(self._seen(n) for n in subjects(v))
            ):
                return True
        prep = picture.head
        if picture.dep_ == "pobj" and prep.lower_ == "in" and picture.lower_ not in ("film", "caption"):
            verb = prep.head
            if verb.pos_ in ("VERB", "AUX") and any(self._child(n) for n in subjects(verb)):
                return True
            ref = self.refs.resolve(verb) if verb.pos_ in ("NOUN", "PROPN") else None
            return ref is not None and self._at_risk(ref)
        return False

    def _is_of(self, picture: Token) -> bool:
        """ "Her school portrait", "a selfie of the girl"."""
        for c in picture.children:
            if c.dep_ == "poss" and self._child(c):
                return True
            of = c.dep_ == "prep" and c.lower_ in ("of", "with")
            if of and any(self._seen(n) for o in c.children if o.dep_ == "pobj" for n in joined(o)):
                return True
        return False

    def _airs(self, medium: Token) -> bool:
        """ "The channel showed her from a metre away", "the camera stays on the child"."""
        if medium.dep_ != "nsubj" or medium.head.lemma_.lower() not in _SHOW_IT:
            return False
        return any(self._seen(n) for n in objects(medium.head))

    def _seen(self, token: Token) -> bool:
        """The child, its face, or "both" and "all three" where the draft speaks of children."""
        if token.lemma_.lower() in ("face", "eye", "head"):
            owners = [c for c in token.children if c.dep_ == "poss"]
            owners += [o for c in token.children if c.lower_ == "of" for o in c.children]
            return any(self._child(c) for c in owners)
        if token.lower_ in ("both", "all", "two", "three", "four"):
            return self._child_shown(self.refs.sentence(token.idx))
        if token.tag_ == "VBG":  # "shows her laughing"
            return any(self._child(c) for c in token.children if c.dep_ in ("poss", "nsubj"))
        return self._child(token)

    def _child(self, token: Token) -> bool:
        ref = self.refs.resolve(token)
        role = self.scene.role(ref)
        if token.lower_ in self.refs.pronouns and token.dep_ != "poss":
            # "said her mother, holding a picture of her"
            told = ref is not None and ref.start >= self.refs.sentence(token.idx).start
            return role in ("child", "kin") or (not told and self.scene.family_near(token.idx))
        if ref is not None and ref.person is None and ref.word in _VICTIMS:
            return self.scene.family_near(token.idx) or not self.scene.story.children
        return ref is not None and role == "child" and not ref.generic

    def _child_shown(self, sentence: Span) -> bool:
        """The picture shows the child: it is named, or meant by "his" or "both", and nobody else alone is."""
        inside = self.refs.within(sentence.start, sentence.end)
        if any(self.scene.role(r) == "child" for r in inside):
            return True
        for token in self.refs.within_tokens(sentence.start, sentence.end):
            if token.lower_ in self.refs.pronouns or token.lower_ in ("both", "profile"):
                ref = self.refs.antecedent(token.idx, self.refs.pronouns.get(token.lower_, ""))
                if ref is not None and self.scene.role(ref) == "child":
                    return True
        before = self.refs.sentences[max(self.refs.sentence_index(sentence.start) - 1, 0)]
        young = self.scene.words("relative", "young")
        if not inside and any(t.lower_ in young for t in self.refs.within_tokens(before.start, before.end)):
            return True  # "A girl is shoved about. No face was pixelated"
        return not any(self.scene.role(r) == "adult" for r in inside) and self.scene.family_near(
            sentence.start
        )

    # -- where
    def _trim(self, start: int, end: int) -> Span:
        text = self.text[start:end]
        lead = len(text) - len(text.lstrip(" \n[("))
        return Span(start + lead, start + len(text.rstrip(" .\n")))

    def _clause(self, sentence: Span, start: int, end: int) -> Span:
        """The clause around ``start:end``."""
        left, right = sentence.start, sentence.end
        for m in _CLAUSE.finditer(self.text, sentence.start, sentence.end):
            if m.end() <= start:
                left = m.end()
            elif m.start() >= end:
                right = m.start()
                break
        return self._trim(left, right)
