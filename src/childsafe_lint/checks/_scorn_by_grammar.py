"""What a child is called in scorn, whatever the word: "they taunted him as a …", "to the neighbours she was a …".

A label is told by the frame it stands in: a verb that mocks, or one that only names and whose object is a child. Who
names, hostile words near, quotation marks around words of lower case and the label itself are the signs of scorn;
where the frame says little (nobody knows of whom, "listed as", a word said in love) more of them are needed. The words
this goes by are data, see ``scorn`` in ``languages/<code>/usage.yaml``; what hangs together is read from the
dependency parse (ClearNLP labels), as in _label.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from ..spans import Span

if TYPE_CHECKING:
    from ..story.model import Quote
    from ..story.parse import Token
    from ._lexicon import Lexicon
    from ._scorn_words import ScornWords
    from .usage import Usage

_LONGEST = 5  # words of a label
_OBJECT = 9  # tokens within which the words for whoever is called so end
_AS = 14  # tokens within which "as" follows
_ASIDE = 8  # tokens put in between commas
_ANYWAY, _SOME, _MORE, _MOST = 0, 1, 2, 3  # signs of scorn that are needed
_QUOTES = "\"'“”‘’«»"
_NAMED = ("NOUN", "PROPN", "ADJ", "NUM")
_NOMINAL = ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM")
_PARTS = (
    "VBN",
    "VBG",
    "JJ",
    "RB",
    "PRP$",
    "DT",
    "POS",
)  # what may stand in a label beside nouns and adjectives
_ARTICLES = ("a", "an", "the")
_OWN = ("him", "her", "them", "me", "us", "you", "it", "himself", "herself", "themselves")
_MANY = ("they", "them", "you", "us", "we", "me", "i")  # pronouns that may stand for anybody
_BE = ("be", "been", "being", "is", "was", "were", "are", "get", "got", "getting", "gets")
_COPULA = ("be", "remain", "become")
_HAVE = ("have", "has", "had", "'ve", "’ve", "'d", "’d")
_BEFORE = (
    "as",
    "nothing",
    "but",
    "like",
    "only",
    "being",
    "that",
    "no",
    "better",
    "than",
    "another",
    "some",
    "such",
)
# word classes of which a label is ill meant, whoever says it
_ILL = ("beasts", "vermin", "waste", "whelp", "sold", "crazed", "slow", "drugged", "offender")

_Range = tuple[int, int]
_Kind = Literal["", "what", "quote", "said", "use"]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Tokens ``first`` to ``end`` say what somebody is called. ``signs`` of scorn so far; ``borne`` by a child, by
    somebody else (False) or by nobody knows whom."""

    first: int
    end: int
    verb: Token
    signs: float
    borne: bool | None
    kind: _Kind = ""


@cache
def _forms(lex: Lexicon, known: ScornWords) -> Mapping[str, str]:
    """The words at which a frame may be found, as compared, and what they are."""
    lemmas = (
        ("seeing", known.seeing),
        ("calling", known.calling),
        ("mocking", known.mocking),
        ("using", known.using),
    )
    forms = {form: kind for kind, words in lemmas for word in words for form in lex.inflect(word)}
    return forms | dict.fromkeys(known.crowd, "crowd")


class Scorn:
    """The labels of one story."""

    def __init__(self, usage: Usage, lex: Lexicon, known: ScornWords) -> None:
        self._usage, self._known = usage, known
        self._doc = usage.story.doc
        self._listed = usage.listed
        self._forms = _forms(lex, known)
        self._direct = known.calling | {"brand"}
        self._opening = {q.span.start: q for q in usage.story.quotes}
        self._closing = {q.span.end: q for q in usage.story.quotes}

    def found(self) -> Mapping[int, int]:
        """The labels: first word -> end."""
        words, out = self._usage.words, dict[int, int]()
        for frame in self._frames():
            for first, end in self._each(frame):
                last = self._doc[end - 1]
                low, high = words.within(Span(self._doc[first].idx, last.idx + len(last)))
                if low < high and self._scornful(frame, first, end, low, high):
                    out[low] = high
                elif first == frame.first and (low >= high or self._unmeant(first, end, low, high)):
                    break  # nor is what it is joined to
        return out

    # The frames

    def _frames(self) -> Iterator[_Frame]:
        for i, norm in enumerate(self._usage.words.norms):
            kind = self._forms.get(norm)
            token = None if kind is None else self._token(i)
            if token is None or kind is None:
                continue
            if kind == "crowd":
                yield from self._seen_by(token)
            elif kind == "using":
                yield from self._taken_up(token, i)
            elif token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
                yield from self._called(token, kind)
        yield from self._shouted()

    def _token(self, i: int) -> Token | None:
        span = self._usage.words.span(i, i + 1)
        whole = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        return None if whole is None else whole[0]

    def _called(self, verb: Token, kind: str) -> Iterator[_Frame]:
        """ "They called him a …", "she was described as a …", "… whom they call …", "“…”, they called her"."""
        doc, stop = self._doc, verb.sent.end
        if _denied(verb) or doc[verb.i - 1].text == "-":  # "so-called"
            return
        passive = self._passive(verb)
        direct = verb.lemma_ in self._direct
        signs = (2.0 if kind == "mocking" else 0.0) + self._caller(verb, passive)
        what = not passive and self._what(verb)
        at, borne = verb.i + 1, None
        if passive:
            borne = self._subject(verb)
        elif not what or doc[min(at, len(doc) - 1)].lower_ in _OWN:
            at, borne = self._object(at + self._led(at, kind), stop)
        label: _Range | None = None
        if direct:
            over = verb.head if verb.dep_ == "conj" else verb
            whose = over.head if what and over.head is not over and over.head.lemma_ == "be" else None
            relative = not passive and at == verb.i + 1 and over.dep_ == "relcl" and _has_own_subject(verb)
            if whose is not None:
                borne = self._subject(whose)  # "he is what they call a …"
            elif relative:
                borne = self._who(over.head)
            if whose is not None or relative or passive or what or at > verb.i + 1:
                unknown = at == verb.i + 2 and doc[at - 1].pos_ == "PRON"
                label = self._label(at, stop, any_word=unknown)
            if label is None and not passive and at > verb.i + 1:
                label = self._fronted(verb, at)
        if label is None and (not direct or verb.lemma_ in self._known.both):
            label, borne = self._as(verb, at, stop, borne, passive)
        if label is None and kind == "seeing" and not passive:
            label, what = self._spoken_of(verb, stop), True
        if label is not None:
            yield _Frame(*label, verb, signs, borne, "what" if what and borne is None else "")

    def _led(self, at: int, kind: str) -> int:
        """Whether a preposition leads to whoever is meant: "referred to them", "jeered at them"."""
        return int(at < len(self._doc) and kind != "calling" and self._doc[at].lower_ in ("at", "to", "of"))

    def _as(
        self, verb: Token, at: int, stop: int, borne: bool | None, passive: bool
    ) -> tuple[_Range | None, bool | None]:
        """What stands after "as", and of whom it is said."""
        doc = self._doc
        there = next((t.i for t in doc[at : min(at + _AS, stop)] if t.lower_ == "as"), None)
        if there is None or any(t.text in ";:" or t.lower_ in ("how", "that") for t in doc[verb.i : there]):
            return None, borne
        if not passive and _relative(verb):
            borne = self._who(verb.head)
        elif not passive and there <= verb.i + 1 and not self._what(verb):
            return None, borne
        elif not passive and borne is None and at == verb.i + 1:
            borne = self._unknown(verb.i + 1, there)
        label = self._label(there + 1, stop)
        if label is not None and label[1] < stop and doc[label[1]].lower_ == "as":
            return None, borne  # "as thick as"
        return label, borne

    def _spoken_of(self, verb: Token, stop: int) -> _Range | None:
        """ "One channel spoke of “bush rats”"."""
        at = verb.i + 1 + self._led(verb.i + 1, "seeing")
        if at < stop and self._doc[at].lower_ == "about":
            at += 1
        quoted = at < stop and self._doc[at].idx in self._opening
        return self._label(at, stop) if quoted else None

    def _fronted(self, verb: Token, at: int) -> _Range | None:
        """ "Swamp rats, they call them": the words before the clause."""
        doc = self._doc
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        if subject is None or (at < len(doc) and doc[at].lower_ == "to"):
            return None
        k = subject.left_edge.i - 1
        if k > 0 and doc[k].lower_ in ("as", "what"):
            k -= 1
        if k < 1 or doc[k].text not in (",", *_QUOTES):
            return None
        for _ in range(2):  # “…”, and “…,”
            quote = self._closing.get(doc[k].idx + 1)
            if quote is not None:
                return self._inside(quote)
            if doc[k].text in (",", *_QUOTES) and k:
                k -= 1
        end = k + 1
        while k >= 0 and end - k <= _LONGEST and (doc[k].pos_ in _NAMED or doc[k].text == "-"):
            k -= 1
        return (k + 1, end) if k + 1 < end and doc[end - 1].pos_ in ("NOUN", "ADJ") else None

    def _seen_by(self, crowd: Token) -> Iterator[_Frame]:
        """ "To the newspapers he was a …, to the neighbours a …"."""
        doc, known = self._doc, self._known
        over = crowd.head.head if crowd.dep_ == "conj" else crowd.head
        prepositions = (
            ("to", "for", "among", "in", "on") if crowd.lower_ in known.media else ("to", "for", "among")
        )
        if crowd.dep_ not in ("pobj", "conj") or over.lower_ not in prepositions:
            return
        if over.i > over.sent.start and not doc[over.i - 1].is_punct:
            return
        stop = crowd.sent.end
        earlier, after = doc[over.sent.start : over.i], doc[min(crowd.i + 1, stop - 1)]
        again = any(t.lemma_ in _COPULA for t in earlier) and any(t.lower_ in ("to", "for") for t in earlier)
        if again and (after.pos_ in ("NOUN", "ADJ", "PROPN") or after.idx in self._opening):
            label = self._label(after.i, stop)
            if label is not None:
                yield _Frame(*label, crowd, 1.0, None)
            return
        verb = next((t for t in doc[crowd.i + 1 : min(crowd.i + 9, stop)] if t.lemma_ in _COPULA), None)
        own = None if verb is None else next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if verb is None or own is None or own.i > verb.i:
            return
        label = self._label(verb.i + 1, stop)
        if label is not None:
            yield _Frame(*label, verb, 1.0, self._who(own))

    def _taken_up(self, verb: Token, i: int) -> Iterator[_Frame]:
        """ "Others use …", where somebody was called something before; "they say she is a …"."""
        callers = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
        if self._weight(callers) < 1 or _denied(verb):
            return
        stop = verb.sent.end
        said = next(
            (c for c in verb.children if c.dep_ == "ccomp" and c.lemma_ == "be" and c.i > verb.i), None
        )
        if said is not None:
            own = next((c for c in said.children if c.dep_ == "nsubj"), None)
            label = self._label(said.i + 1, stop)
            pronoun = label is not None and own is not None and own.pos_ == "PRON"
            if pronoun and label and own and self._doc[label[0] - 1].lower_ in ("a", "an"):
                yield _Frame(*label, verb, 0.0, self._pronoun(own), "said")
            return
        words = self._usage.words
        low = words.sentence_words(i)[0]
        low = words.sentence_words(low - 1)[0] if low else low
        if not any(self._forms.get(n) in ("calling", "mocking") for n in words.norms[low:i]):
            return
        label = self._label(verb.i + 1, stop)
        if label is not None and label[0] == verb.i + 1:
            yield _Frame(*label, verb, 1.0, None, "use")

    def _shouted(self) -> Iterator[_Frame]:
        """A quotation of a few words beside a verb of shouting, or a word for an insult."""
        doc, words, known = self._doc, self._usage.words, self._known
        for quote in self._usage.story.quotes:
            low, high = words.within(quote.span)
            label = self._inside(quote) if 0 < high - low <= _LONGEST else None
            if (
                label is None
                or doc[label[1] - 1].pos_ not in _NAMED
                or doc[max(label[0] - 2, 0)].pos_ == "AUX"
            ):
                continue
            opens, closes = words.sentence_words(low)
            before = words.norms[max(low - 6, opens) : low]
            after = words.norms[high : min(high + 4, closes)]
            if any(n in known.insults for n in (*before[-4:], *after[:3])):
                yield _Frame(*label, doc[label[0]], 2.0, None, "quote")
            elif any(n in known.jeering for n in (*before, *after)):
                yield _Frame(*label, doc[label[0]], 1.0, None, "quote")

    # Who calls, and who is called so?

    def _passive(self, verb: Token) -> bool:
        if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
            return verb.tag_ in ("VBN", "VBD")
        if verb.tag_ != "VBN":
            return False
        if any(t.lower_ in _BE for t in self._doc[max(verb.i - 3, 0) : verb.i]):
            return True
        if verb.dep_ not in ("acl", "advcl", "conj", "amod", "xcomp", "pcomp"):
            return False
        return not any(c.dep_ == "nsubj" or c.lower_ in _HAVE for c in verb.children)

    def _caller(self, verb: Token, passive: bool) -> float:
        if passive:
            callers = [c for by in verb.children if by.lower_ == "by" for c in by.children]
        else:
            callers = [c for c in verb.children if c.dep_ == "nsubj"]
            if not callers and verb.dep_ == "conj":
                callers = [c for c in verb.head.children if c.dep_ == "nsubj"]
        return self._weight([x for c in callers for x in (c, *_joined(c))])

    def _weight(self, callers: Sequence[Token]) -> float:
        """What whoever says it tells: friends, the child's own people, a crowd."""
        known = self._known
        if any(c.lower_ in known.fond for c in callers):
            return -3.0
        if any(
            c.lower_ in self._listed["kin"] and any(d.dep_ == "poss" for d in c.children) for c in callers
        ):
            return -1.0
        return float(any(c.lower_ in known.crowd or c.lower_ in known.anyone for c in callers))

    def _object(self, at: int, stop: int) -> tuple[int, bool | None]:
        """Where the words for whoever is called so end, and whether that is a child."""
        doc, usage = self._doc, self._usage
        if at >= stop:
            return at, None
        word = doc[at]
        whose = word.tag_ == "PRP$" or word.dep_ == "poss"
        if word.lower_ == "her" and whose:  # "called her jailbait"
            whose = any(usage.person_at(t.idx) is not None for t in doc[at + 1 : self._chunk(at + 1, stop)])
        if word.lower_ in _OWN and not whose:
            nobody = word.lower_ == "it" or word.lower_.endswith(("self", "selves"))
            return at + 1, False if nobody else self._pronoun(word)
        for i in range(at, min(at + _OBJECT, stop)):
            token = doc[i]
            if token.text in _QUOTES or token.text in ".;:" or token.lower_ in ("as", "or"):
                break
            if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN":
                break
            after = doc[i + 1] if i + 1 < stop else None
            child = usage.person_at(token.idx)
            if child is None or token.tag_ == "PRP$" or (after is not None and self._goes_on(after)):
                continue
            if after is not None and after.idx not in self._opening:
                several = token.tag_ in ("NNS", "NNP", "NNPS")
                if after.pos_ == "PROPN" or (after.pos_ == "NOUN" and not several):
                    return at, None  # "call the youth helpline"
            if not child and token.lower_ in _MANY:
                child = None
            return self._aside(i + 1, stop), child
        chunk = self._chunk(at, stop)
        end = self._aside(chunk, stop) if chunk > at else at
        if at < end < stop and (doc[end].idx in self._opening or doc[end].lower_ in _ARTICLES):
            return end, self._unknown(at, chunk)
        return at, None

    def _goes_on(self, after: Token) -> bool:
        """Whether the words for somebody go on: "the boy | 's father"."""
        if after.text in ("'s", "’s", "'", "’"):
            return True
        apart = after.pos_ == "DET" or after.text in _QUOTES or after.text in ",("
        return not apart and self._usage.person_at(after.idx) is not None

    def _aside(self, end: int, stop: int) -> int:
        """Where what is put in after somebody ends: ", then 16,", "(14)", "all"."""
        doc = self._doc
        if end < stop and doc[end].lower_ in ("all", "both"):
            return end + 1
        if end + 2 >= stop or doc[end].text not in ",(":
            return end
        close = next((t.i for t in doc[end + 1 : min(end + _ASIDE, stop)] if t.text in ",)"), None)
        if close is None or close + 1 >= stop:
            return end
        after = doc[close + 1]
        goes_on = after.idx in self._opening or after.lower_ in (*_ARTICLES, "as")
        return close + 1 if goes_on or any(t.text.isdecimal() for t in doc[end:close]) else end

    def _chunk(self, at: int, stop: int) -> int:
        """Where a noun with what is before it ends."""
        doc, end = self._doc, at
        while end < stop and doc[end].pos_ in _NOMINAL and doc[end].idx not in self._opening:
            if end > at and doc[end].pos_ in ("DET", "PRON"):
                break
            end += 1
        return end

    def _unknown(self, at: int, stop: int) -> bool | None:
        """None where words may stand for somebody at all, else False."""
        doc = self._doc
        nouns = (t for t in doc[at:stop] if t.pos_ in ("NOUN", "PRON", "PROPN", "NUM"))
        people = (t for t in nouns if doc[min(t.i + 1, len(doc) - 1)].tag_ != "POS")
        return None if any(self._somebody(t) for t in people) else False

    def _subject(self, verb: Token) -> bool | None:
        """Whether the subject of a passive verb, or what it describes, is a child."""
        over = verb
        for _ in range(4):
            own = next((c for c in over.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < over.i), None)
            if own is not None:
                relative = over.dep_ == "relcl" and own.lower_ in ("who", "that", "which")
                return self._who(over.head if relative else own)
            if over.dep_ in ("acl", "relcl"):
                return self._who(over.head)
            if over.dep_ == "pcomp":
                over = over.head
            elif over.dep_ not in ("conj", "xcomp", "ccomp", "advcl"):
                break
            over = over.head
        return None

    def _who(self, token: Token) -> bool | None:
        known = self._pronoun(token)
        if known is None and token.pos_ in ("NOUN", "PRON") and not self._somebody(token):
            return False
        return known

    def _pronoun(self, token: Token) -> bool | None:
        """Whether a word is a child; whom "him" or "them" stands for is too unsure to say that it is none."""
        known = self._usage.person_at(token.idx)
        if token.pos_ != "PRON" or known:
            return known
        child = token.lower_ not in _MANY and self._usage.stood_for(token) == "child"
        return True if child else None

    def _somebody(self, token: Token) -> bool:
        word, listed = token.lower_, self._listed
        known = word in listed["person"] or word in listed["kin"] or word in self._known.somebody
        return known or token.ent_type_ == "PERSON"

    def _what(self, verb: Token) -> bool:
        """ "What the neighbours call …" """
        return any(t.lower_ == "what" for t in (*verb.children, *self._doc[max(verb.i - 5, 0) : verb.i]))

    # The labels

    def _label(self, at: int, stop: int, *, any_word: bool = False) -> _Range | None:
        """The noun or adjective with what is before it, from token ``at`` on, without "a" and "the".

        ``any_word``: an unknown word may be taken for a verb ("call them sump rats").
        """
        doc, known = self._doc, self._known
        while at < stop and doc[at].idx not in self._opening:
            word = doc[at]
            leads = word.lower_ in _ARTICLES or word.lower_ in _BEFORE or word.lower_ in known.joining
            leads = leads or (word.pos_ == "ADV" and word.lower_.endswith("ly"))
            if not leads or (at + 1 < stop and doc[at + 1].text == "-"):
                break
            at += 1
        if at >= stop:
            return None
        quote = self._opening.get(doc[at].idx)
        if quote is not None:
            inside = self._inside(quote)
            if inside is not None:
                return inside
            at += 1
        while at < stop and (doc[at].pos_ == "DET" or doc[at].tag_ == "PRP$"):
            at += 1
        first, named = at, False
        while at < min(stop, first + 2 * _LONGEST):
            token, before = doc[at], doc[at - 1]
            if token.text in _QUOTES or (token.is_punct and token.text != "-"):
                break
            linked = (token.lower_ == "of" and named) or (
                token.lower_ == "and" and not named and first < at < stop - 1 and doc[at + 1].pos_ == "ADJ"
            )
            fits = token.pos_ in _NAMED or token.text == "-" or token.tag_ in _PARTS
            if not linked and not fits and not (any_word and at == first and token.tag_ in ("VB", "VBP")):
                break
            open_ = "-" in (token.text, before.text) or token.tag_ == "POS" or before.lower_ == "of"
            open_ = open_ or before.tag_ in ("POS", "DT", "PRP$")
            if named and not linked and token.pos_ != "NOUN" and not open_:
                break
            named = named or token.pos_ == "NOUN"
            at += 1
        while at > first and not self._closes(doc[at - 1], any_word and at - 1 == first):
            at -= 1
        return (first, at) if at > first else None

    def _closes(self, token: Token, any_word: bool) -> bool:
        """Whether a word may be the last of a label."""
        if token.pos_ in ("NOUN", "ADJ", "PROPN") or token.tag_ in ("VBN", "VBG"):
            return True
        return any_word and token.tag_ in ("VB", "VBP")

    def _inside(self, quote: Quote) -> _Range | None:
        """A quotation of a few words, without "a" and "the"; None for what is no label."""
        doc = self._doc
        span = doc.char_span(quote.span.start, quote.span.end, alignment_mode="expand")
        low, high = self._usage.words.within(quote.span)
        if span is None or high - low > _LONGEST + 1:
            return None
        first, end = span.start, span.end
        while first < end and (doc[first].text in _QUOTES or doc[first].is_punct):
            first += 1
        while end > first and (doc[end - 1].text in _QUOTES or doc[end - 1].is_punct):
            end -= 1
        while first < end and (doc[first].pos_ == "DET" or doc[first].lower_ in (*_ARTICLES, "you")):
            first += 1
        told = any(t.pos_ == "AUX" or t.tag_ in ("VBZ", "VBP", "MD", "VBD") for t in doc[first:end])
        return None if told or first >= end else (first, end)

    def _each(self, frame: _Frame) -> Iterator[_Range]:
        """The label, and those it is joined to: "… and worse, …"."""
        yield frame.first, frame.end
        doc, known, stop, at = self._doc, self._known, self._doc[frame.first].sent.end, frame.end
        alone = doc[frame.first - 1].pos_ != "DET"
        for _ in range(3):
            while at < stop and doc[at].text in _QUOTES:
                at += 1
            n, joined = at, False
            while n < min(stop, at + 7) and doc[n].idx not in self._opening:
                word = doc[n]
                joins = word.lower_ in known.joining
                others = joined and (word.lower_ in known.crowd or word.lower_ in known.anyone)
                if not joins and not others and word.text != "," and word.pos_ not in ("ADV", "DET"):
                    break
                joined = joined or joins
                n += 1
            if n >= stop:
                return
            quoted = doc[n].idx in self._opening
            if not joined and not (quoted and n > at and doc[at].text == ","):
                return
            label = self._label(n, stop)
            if label is None:
                return
            if not quoted:
                if doc[label[1] - 1].pos_ != "NOUN":
                    return
                if not (alone and n == at + 1) and not any(t.lower_ in ("a", "an") for t in doc[at:n]):
                    return
                if label[1] < stop and doc[label[1]].pos_ in ("VERB", "AUX"):
                    return
            yield label
            at = label[1]

    # Is it meant in scorn?

    def _scornful(self, frame: _Frame, first: int, end: int, low: int, high: int) -> bool:
        usage, doc, listed, known = self._usage, self._doc, self._listed, self._known
        words = usage.words
        if frame.borne is False or high - low > _LONGEST or self._unmeant(first, end, low, high):
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
        self, frame: _Frame, first: int, low: int, high: int, last: Token,
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
        doc, listed, praise = self._doc, self._listed, self._known.praise
        usage, tokens = self._usage, self._doc[first:end]
        quoted = usage.quote(low, high) is not None and usage.alone_in_quotes(low, high)
        norms = usage.words.norms[low:high]
        return (
            self._name(first, end, quoted)
            or (doc[first].tag_ == "VBG" and doc[first - 1].pos_ != "DET")
            or doc[first].lower_ in ("my", "our", "being", "having")
            or any(t.pos_ == "NUM" or t.ent_type_ in ("DATE", "TIME") for t in tokens)
            or any(n in praise or n.removesuffix("s") in praise or any(map(str.isdigit, n)) for n in norms)
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
        if first and doc[first - 1].lower_ in ("a", "an"):
            return False
        return not doc[first].is_sent_start or len(words) > 1

    def _hostile(self, low: int, high: int) -> bool:
        """Whether the sentence, or one beside it, tells of scorn."""
        words, hostile = self._usage.words, self._known.hostile
        begin, stop = words.sentence_words(low)
        begin = words.sentence_words(begin - 1)[0] if begin else 0
        stop = words.sentence_words(stop)[1] if stop < len(words) else stop
        return any(words.norms[i] in hostile for i in range(begin, stop) if not low <= i < high)


def _joined(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _joined(child)


def _denied(verb: Token) -> bool:
    """Whether nobody is called so, or nobody should be."""
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("should", "must", "whether", "if", "never"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and any(c.lower_ == "no" for c in child.children):
            return True
    return verb.dep_ in ("xcomp", "pcomp") and any(c.dep_ == "neg" for c in verb.head.children)


def _relative(verb: Token) -> bool:
    """ "… whom she describes as …" """
    return verb.dep_ == "relcl" and any(
        c.lower_ in ("whom", "who", "that") and c.dep_ != "nsubj" for c in verb.children
    )


def _has_own_subject(verb: Token) -> bool:
    """ "… children he calls unclaimed": whoever calls stands between the noun and the verb."""
    return any(c.dep_ == "nsubj" and c.lower_ not in ("who", "that", "which") for c in verb.children)
