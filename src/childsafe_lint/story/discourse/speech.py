"""Names inside quotations and captions, and real ones that slip out there."""

from __future__ import annotations

import re

from ...languages.en import telling
from ...languages.en.frames import Cue
from ...spans import Span
from ..details.places import is_big
from ..names import Name
from .ground import Ground

#: sentences: further away another story may be told, as in a letter of news
_ONE_STORY = 40


class Speech(Ground):
    """Names inside quotations and captions, and real ones that slip out there."""

    def _in_speech(self) -> None:
        """A lone first name inside a quotation is often the child the story left unnamed so far."""
        for name in self.mentions:
            c = self.by_name[id(name)]
            if (
                len(c.words) > 2
                or c.level("adult")
                or c.level("child")
                or not name.propn
                or name.kind != "person"
                or self._only_a_word(c)
            ):
                continue
            quote = next(
                (q for q in self.quotes if q.is_speech and q.span.start <= name.start < q.span.end), None
            )
            if (
                quote is not None
                and not self._no_child(quote.span)
                and re.search(
                    r"(?:\b[Mm]y|[“\"‘']Our)\s+(?:little\s+|poor\s+|sweet\s+)?$",
                    self.text[max(0, name.start - 12) : name.start],
                )
            ):
                c.extra.append(Cue("child", 2, name.start, name.end, "a parent speaks of the child"))
                continue
            if quote is not None and self._signed(name, quote.span):
                c.extra.append(Cue("child", 1, name.start, name.end, "a younger brother or sister signs it"))
                continue
            if quote is None or len(c.words) != 1 or any(n is not name and n.title for n in c.names):
                continue
            if self._called_out_to(name, quote.span):
                kid = self._one_child()
                assert kid is not None
                c.extra.append(
                    Cue("child", 2, kid.names[0].start, kid.names[0].end, "what a parent calls this child")
                )
                continue
            around = range(max(0, name.sentence - 3), min(len(self.sentences), name.sentence + 2))
            lo, hi = self.sentences[around[0]].start, self.sentences[around[-1]].end
            told = [
                u
                for u in self.unnamed
                if not u.plural and (lo <= u.span.start < hi or any(lo <= x.start < hi for x in u.more))
            ]
            near = [
                x
                for other in self.clusters
                if other is not c and other.level("child")
                for x in other.nominals
                if lo <= x.start < hi
            ]
            # kin or a teacher speaks of the child by name; the tag after the quotation says who speaks
            tag = self.text[quote.span.end : quote.span.end + 120]
            if telling.CHILD_SAYS.match(tag):
                continue  # "I missed Kisii," said the girl: not of herself
            if name.ordinary and name.acts and name.label != "PERSON":
                s = self.sentences[name.sentence]
                if not telling.OF_SOMEBODY.search(self.text, s.start, min(s.end, quote.span.end)):
                    continue  # "Rent is forty a day": the word that opens a sentence
            if told and (
                re.match(
                    r"\s*(?:\w+\s+)?(?:said|says|told|added|recalled|cried|called|shouted|screamed|whispered|his|her|their|the)\b",
                    tag,
                )
                or (name.label == "PERSON" and self._kin_says(quote.span.end))
            ):
                cue = told[-1].cue
                c.extra.append(Cue("child", 2, cue.start, cue.end, cue.reason))
            elif telling.OF_KIN.match(self.text, quote.span.end):
                c.extra.append(
                    Cue("child", 1, quote.span.end, quote.span.end + 1, "a brother or sister spoken of")
                )
            elif name.label in ("PERSON", "") and name.acts and not name.ordinary and self._one_child():
                kid = self._one_child()
                assert kid is not None
                cue = next(x for x in kid.cues if x.shows == "child")
                c.extra.append(
                    Cue(
                        "child",
                        2,
                        cue.start,
                        cue.end,
                        "spoken of by a bare first name, like the child of the story",
                    )
                )
            elif near and re.search(
                r"\b(?:taught|teaches|teacher of|mother|father|grandmother|aunt|uncle|coach)\b[^.]{0,40}"
                r"\b(?:the\s+(?:girl|boy|child)|her|him)\b"
                r"|\b(?:his|her|their)\s+(?:mother|father|aunt|uncle|gran\w*|sister|brother|teacher)",
                tag,
            ):
                c.extra.append(Cue("child", 2, near[-1].start, near[-1].end, "the child spoken of"))

    def _signed(self, name: Name, quote: Span) -> bool:
        """ "“To our big brother, Asel and Marat”": on a wreath for a child of the story."""
        if telling.SIGNED.search(self.text, quote.start, name.start) is None:
            return False
        return bool(self.unnamed) or any(c.level("child") >= 2 for c in self.clusters)

    def _called_out_to(self, name: Name, quote: Span) -> bool:
        """ "“Just ring us, Bee,” said her mother": spoken to, in a story that has one child."""
        before = telling.SPOKEN_TO_BEFORE.search(self.text, quote.start, name.start)
        after = telling.SPOKEN_TO_AFTER.match(self.text, name.end)
        if not (before and after) or self._one_child() is None:
            return False
        around = self.text[max(0, quote.start - 120) : quote.start], self.text[quote.end : quote.end + 120]
        return any(telling.OF_THE_FAMILY.search(t) for t in around)

    def _kin_says(self, end: int) -> bool:
        """ "… Marat Aliev, a herder, said": a grown-up who is kin of a child of the story."""
        m = telling.TAGGED.match(self.text, end)
        told = self.mentions_within(end, end + 40) if m else ()
        c = self.by_name[id(told[0])] if told else None
        return c is not None and any(
            telling.OF_KINSHIP.search(x.reason) for x in c.cues if x.shows == "adult"
        )

    def _no_child(self, quote: Span) -> bool:
        """ "My Sweet Lord" is the title of a song; a mother's "my Shelley" in a story of grown-ups is grown up."""
        words = re.findall(r"[^\W\d_][\w’'-]*", self.text[quote.start : quote.end])
        if 1 < len(words) < 8 and all(w[0].isupper() for w in words):
            return True
        if self.unnamed or any(c.level("child") for c in self.clusters):
            return False
        return any(18 <= a < 45 for c in self.clusters for a in c.ages)

    def _slips(self) -> None:
        """The draft keeps the children's names back or changes them; a bare first name that nobody introduces and
        that stands only in quoted words and captions is one of theirs that slipped through."""
        kept = telling.KEPT_BACK.search(self.text)
        cues = [u.cue for u in self.unnamed if not u.generic or u.definite] if kept else []
        for c in self.clusters:
            if self.declared.of(c.words, c.names) and c.level("child") > c.level("adult"):
                cues += [x for x in c.cues if x.shows == "child"][:1]
        if not cues:
            return
        near = [self.sentence(c.start) for c in cues]
        spoken = [q.span for q in self.quotes if q.is_speech]
        captions = [Span(m.start(), m.end()) for m in telling.CAPTION.finditer(self.text)]
        for c in self.clusters:
            first = c.names[0]
            aside = (
                spoken + captions if len(c.words) == 1 else spoken
            )  # "PHOTO: Ronald Kiyaga" took the picture
            if (
                len(c.words) < 3
                and not c.cues
                and not self.declared.of(c.words, c.names)
                and any(abs(first.sentence - s) <= _ONE_STORY for s in near)
                and all(n.propn and n.kind == "person" and not n.ordinary and not n.group for n in c.names)
                and all(any(q.start <= n.start < q.end for q in aside) for n in c.names)
                and any((n.label in ("PERSON", "") and not n.suspect) or n.acts for n in c.names)
                and not is_big(self.text[first.start : first.end])
                and not any(n.full_caps for n in c.names)
            ):
                cue = cues[-1]
                c.extra.append(Cue("child", 2, cue.start, cue.end, f"{cue.reason}, whose name is kept back"))
