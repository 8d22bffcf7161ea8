"""What a child is called in scorn, whatever the word: "they taunted him as a …", "to the neighbours she was a …".

A label is told by the frame it stands in: a verb that mocks, or one that only names and whose object is a child. Who
names, hostile words near, quotation marks around words of lower case and the label itself are the signs of scorn;
where the frame says little (nobody knows of whom, "listed as", a word said in love) more of them are needed. The words
this goes by are data, see ``scorn`` in ``languages/<code>/usage.yaml``; what hangs together is read from the
dependency parse (ClearNLP labels), as in _label.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ...spans import Span
from .frames import Frames
from .labels import LONGEST, Labels
from .people import People

if TYPE_CHECKING:
    from ...story.parse import Token
    from .._lexicon import Lexicon
    from .._scorn_words import ScornWords
    from ..usage import Usage
    from .frames import Frame

_ANYWAY, _SOME, _MORE, _MOST = 0, 1, 2, 3  # signs of scorn that are needed
# word classes of which a label is ill meant, whoever says it
_ILL = ("beasts", "vermin", "waste", "whelp", "sold", "crazed", "slow", "drugged", "offender")


class Scorn:
    """The labels of one story that are meant in scorn."""

    def __init__(self, usage: Usage, lex: Lexicon, known: ScornWords) -> None:
        self._usage, self._known = usage, known
        self._doc, self._listed = usage.story.doc, usage.listed
        self._direct = known.calling | known.branding
        self._labels = Labels(usage, known)
        self._frames = Frames(usage, lex, known, self._labels, People(usage, known, self._labels))

    def found(self) -> Mapping[int, int]:
        """The labels: first word -> end."""
        words, out = self._usage.words, dict[int, int]()
        for frame in self._frames.found():
            for first, end in self._labels.each(frame.first, frame.end):
                last = self._doc[end - 1]
                low, high = words.within(Span(self._doc[first].idx, last.idx + len(last)))
                if low < high and self._scornful(frame, first, end, low, high):
                    out[low] = high
                elif first == frame.first and (low >= high or self._unmeant(first, end, low, high)):
                    break  # nor is what it is joined to
        return out

    def _scornful(self, frame: Frame, first: int, end: int, low: int, high: int) -> bool:
        usage, doc, listed, known = self._usage, self._doc, self._listed, self._known
        words = usage.words
        if frame.borne is False or high - low > LONGEST or self._unmeant(first, end, low, high):
            return False
        norms = words.norms[low:high]
        after = next((i for i in range(first + 1, end) if doc[i].pos_ == "ADP"), end)
        last, head = doc[after - 1], words.norms[max(low, words.at(doc[after - 1].idx))]
        ill = any(n in listed[c] for n in norms for c in _ILL)
        if head in listed["dehumanising"] and frame.signs < 2:
            heaped = after - first > 1 and doc[after - 2].pos_ == "NOUN"  # "sump rat"
            if not heaped and (head in listed["monster"] or not any(head in listed[c] for c in _ILL)):
                return False  # there are rules for those words
        young = head in known.young or usage.child_noun(head)
        described = young and any(t.pos_ in ("NOUN", "PROPN") for t in doc[first : end - 1])
        if young and (len(norms) == 1 or all(n in known.plain for n in norms[:-1])):
            return False
        if not young and any(n in known.ordinary or n in listed["kin"] for n in (head, norms[-1])):
            return False
        if frame.kind == "what" and not young and not ill:
            return False
        quoted = usage.quote(low, high) is not None and usage.alone_in_quotes(low, high)
        signs = frame.signs + ill + (quoted and not words.capital(low)) + self._hostile(low, high)
        return signs >= max(self._needed(frame, first, low, high, last, young, described, ill, quoted))

    def _needed(
        self, frame: Frame, first: int, low: int, high: int, last: Token,
        young: bool, described: bool, ill: bool, quoted: bool,
    ) -> Iterator[int]:  # fmt: skip
        """How many signs of scorn each doubt asks for."""
        usage, doc, known = self._usage, self._doc, self._known
        verb, before = frame.verb.lemma_, doc[first - 1]
        direct = verb in self._direct or verb in known.mocking
        yield _ANYWAY
        if frame.kind == "quote":
            yield _MOST
        elif frame.kind in ("what", "said"):
            yield _MORE
        if not frame.borne:
            near = usage.child(low, high, "nearby") is not None
            one = _SOME if frame.signs > 0 else _MORE
            yield (_ANYWAY if last.tag_ == "NNS" else one) if near else _MOST
            if last.pos_ == "ADJ" and not quoted and frame.signs < 1:
                yield _MORE
        if first and before.tag_ == "PRP$":
            yield _MORE  # may be said in love
        if all(t.text[:1].isupper() for t in doc[first : last.i + 1] if t.is_alpha):
            yield _MORE  # may be a name
        if young:
            if not ill and not described and not direct:
                yield _MORE  # "described as a … girl"
        else:
            if last.pos_ != "NOUN" and not direct and not (first and before.pos_ == "DET"):
                yield _MORE
            if verb in known.parts or (verb in known.telling and (high - low == 1 or before.lower_ == "the")):
                yield _SOME  # "listed as a passenger", "described as the driver"

    def _unmeant(self, first: int, end: int, low: int, high: int) -> bool:
        """Whether the words are a name, praise, a measure or a time."""
        doc, listed, known = self._doc, self._listed, self._known
        usage, tokens = self._usage, self._doc[first:end]
        quoted = usage.quote(low, high) is not None and usage.alone_in_quotes(low, high)
        norms = usage.words.norms[low:high]
        return (
            self._name(first, end, quoted)
            or (doc[first].tag_ == "VBG" and doc[first - 1].pos_ != "DET")
            or doc[first].lower_ in known.unmeant
            or any(t.pos_ == "NUM" or t.ent_type_ in ("DATE", "TIME") for t in tokens)
            or any(
                n in known.praise or n.removesuffix("s") in known.praise or any(map(str.isdigit, n))
                for n in norms
            )
            or any(t.lower_ in listed["benign"] for t in tokens if t.pos_ == "ADJ" or t.i == end - 1)
        )

    def _name(self, first: int, end: int, quoted: bool) -> bool:
        """Whether it is a name: the last word has a capital, and neither "a" before it nor, with others, quotation
        marks around it."""
        doc = self._doc
        words = [t for t in doc[first:end] if t.is_alpha]
        if not words or not words[-1].text[:1].isupper() or (words[-1].text.isupper() and len(words) > 1):
            return False
        if quoted:
            return len(words) == 1
        if first and doc[first - 1].lower_ in self._known.indefinite:
            return False
        return not doc[first].is_sent_start or len(words) > 1

    def _hostile(self, low: int, high: int) -> bool:
        """Whether the sentence, or one beside it, tells of scorn."""
        words, hostile = self._usage.words, self._known.hostile
        begin, stop = words.sentence_words(low)
        begin = words.sentence_words(begin - 1)[0] if begin else 0
        stop = words.sentence_words(stop)[1] if stop < len(words) else stop
        return any(words.norms[i] in hostile for i in range(begin, stop) if not low <= i < high)
