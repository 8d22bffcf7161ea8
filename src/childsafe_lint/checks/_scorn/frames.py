"""The frames in which somebody is called something: a verb that names or mocks, a crowd that sees, a shout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from .labels import LONGEST, NAMED, QUOTES, Range

if TYPE_CHECKING:
    from ...story.parse import Token
    from .._lexicon import Lexicon
    from .._scorn_words import ScornWords
    from ..usage import Usage
    from .labels import Labels
    from .people import People

_AS = 14  # tokens within which "as" follows

Kind = Literal["", "what", "quote", "said", "use"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Tokens ``first`` to ``end`` say what somebody is called. ``signs`` of scorn so far; ``borne`` by a child, by
    somebody else (False) or by nobody knows whom."""

    first: int
    end: int
    verb: Token
    signs: float
    borne: bool | None
    kind: Kind = ""


@cache
def _forms(lex: Lexicon, known: ScornWords) -> Mapping[str, str]:
    """The words at which a frame may be found, as compared, and what they are."""
    lemmas = (
        ("seeing", known.seeing),
        ("calling", known.calling),
        ("mocking", known.mocking),
        ("using", known.using),
        ("wording", known.wording),
    )
    forms = {form: kind for kind, words in lemmas for word in words for form in lex.inflect(word)}
    return forms | dict.fromkeys(known.crowd, "crowd")


class Frames:
    """The frames of one story."""

    def __init__(self, usage: Usage, lex: Lexicon, known: ScornWords, labels: Labels, people: People) -> None:
        self._usage, self._known, self._labels, self._people = usage, known, labels, people
        self._doc = usage.story.doc
        self._forms = _forms(lex, known)
        self._direct = known.calling | known.branding

    def found(self) -> Iterator[Frame]:
        """The frames, those of verbs and crowds first."""
        for i, norm in enumerate(self._usage.words.norms):
            kind = self._forms.get(norm)
            token = None if kind is None else self._token(i)
            if token is None or kind is None:
                continue
            if kind == "crowd":
                yield from self._seen_by(token)
            elif kind == "using":
                yield from self._taken_up(token, i)
            elif kind == "wording":
                yield from self._word_for(token)
            elif token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
                yield from self._called(token, kind)
        yield from self._shouted()

    def _token(self, i: int) -> Token | None:
        span = self._usage.words.span(i, i + 1)
        whole = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        return None if whole is None else whole[0]

    def _called(self, verb: Token, kind: str) -> Iterator[Frame]:
        """ "They called him a …", "she was described as a …", "… whom they call …", "“…”, they called her"."""
        doc, stop = self._doc, verb.sent.end
        if _denied(verb, self._known) or doc[verb.i - 1].text == "-":  # "so-called"
            return
        passive = self._people.passive(verb)
        direct = verb.lemma_ in self._direct
        signs = (2.0 if kind == "mocking" else 0.0) + self._people.caller(verb, passive)
        what = not passive and self._what(verb)
        at, borne = verb.i + 1, None
        if passive:
            borne = self._people.subject(verb)
        elif not what or doc[min(at, len(doc) - 1)].lower_ in self._known.objects:
            at, borne = self._people.object(at + self._led(at, kind), stop)
            if verb.i + 1 < at < stop and doc[at].dep_ == "acl" and doc[at].tag_ == "VBN":
                at = min(doc[at].right_edge.i + 1, stop - 1)  # "called the boys held at the port …"
        label: Range | None = None
        if direct:
            over = verb.head if verb.dep_ == "conj" else verb
            whose = over.head if what and over.head is not over and over.head.lemma_ == "be" else None
            relative = (
                not passive
                and at == verb.i + 1
                and over.dep_ == "relcl"
                and _has_own_subject(verb, self._known)
            )
            if whose is not None:
                borne = self._people.subject(whose)  # "he is what they call a …"
            elif relative:
                borne = self._people.who(over.head)
            if whose is not None or relative or passive or what or at > verb.i + 1:
                unknown = at == verb.i + 2 and doc[at - 1].pos_ == "PRON"
                label = self._labels.label(at, stop, any_word=unknown)
            if label is None and not passive and at > verb.i + 1:
                label = self._fronted(verb, at)
        if label is None and (not direct or verb.lemma_ in self._known.both):
            label, borne = self._as(verb, at, stop, borne, passive)
        if label is None and kind == "seeing" and not passive:
            label, what = self._spoken_of(verb, stop), True
        if label is not None:
            yield Frame(*label, verb, signs, borne, "what" if what and borne is None else "")

    def _led(self, at: int, kind: str) -> int:
        """Whether a preposition leads to whoever is meant: "referred to them", "jeered at them"."""
        return int(at < len(self._doc) and kind != "calling" and self._doc[at].lower_ in self._known.towards)

    def _as(
        self, verb: Token, at: int, stop: int, borne: bool | None, passive: bool
    ) -> tuple[Range | None, bool | None]:
        """What stands after "as", and of whom it is said."""
        doc = self._doc
        there = next((t.i for t in doc[at : min(at + _AS, stop)] if t.lower_ == "as"), None)
        if there is None or any(
            t.text in ";:" or t.lower_ in self._known.clausal for t in doc[verb.i : there]
        ):
            return None, borne
        if not passive and _relative(verb, self._known):
            borne = self._people.who(verb.head)
        elif not passive and there <= verb.i + 1 and not self._what(verb):
            return None, borne
        elif not passive and borne is None and at == verb.i + 1:
            borne = self._people.unknown(verb.i + 1, there)
        label = self._labels.label(there + 1, stop)
        if label is not None and label[1] < stop and doc[label[1]].lower_ == "as":
            return None, borne  # "as thick as"
        return label, borne

    def _spoken_of(self, verb: Token, stop: int) -> Range | None:
        """ "One channel spoke of “bush rats”"."""
        at = verb.i + 1 + self._led(verb.i + 1, "seeing")
        if at < stop and self._doc[at].lower_ == "about":
            at += 1
        quoted = at < stop and self._doc[at].idx in self._labels.opening
        return self._labels.label(at, stop) if quoted else None

    def _fronted(self, verb: Token, at: int) -> Range | None:
        """ "Swamp rats, they call them": the words before the clause."""
        doc = self._doc
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        if subject is None or (at < len(doc) and doc[at].lower_ == "to"):
            return None
        k = subject.left_edge.i - 1
        if k > 0 and doc[k].lower_ in ("as", "what"):
            k -= 1
        if k < 1 or doc[k].text not in (",", *QUOTES):
            return None
        for _ in range(2):  # “…”, and “…,”
            quote = self._labels.closing.get(doc[k].idx + 1)
            if quote is not None:
                return self._labels.inside(quote)
            if doc[k].text in (",", *QUOTES) and k:
                k -= 1
        end = k + 1
        while k >= 0 and end - k <= LONGEST and (doc[k].pos_ in NAMED or doc[k].text == "-"):
            k -= 1
        return (k + 1, end) if k + 1 < end and doc[end - 1].pos_ in ("NOUN", "ADJ") else None

    def _seen_by(self, crowd: Token) -> Iterator[Frame]:
        """ "To the newspapers he was a …, to the neighbours a …"."""
        doc, known = self._doc, self._known
        over = crowd.head.head if crowd.dep_ == "conj" else crowd.head
        heard = over.lower_ in known.hearing or (crowd.lower_ in known.media and over.lower_ in known.reading)
        if crowd.dep_ not in ("pobj", "conj") or not heard:
            return
        if over.i > over.sent.start and not doc[over.i - 1].is_punct:
            return
        stop = crowd.sent.end
        earlier, after = doc[over.sent.start : over.i], doc[min(crowd.i + 1, stop - 1)]
        again = any(t.lemma_ in known.copulas for t in earlier) and any(
            t.lower_ in known.again for t in earlier
        )
        if again and (after.pos_ in ("NOUN", "ADJ", "PROPN") or after.idx in self._labels.opening):
            label = self._labels.label(after.i, stop)
            if label is not None:
                yield Frame(*label, crowd, 1.0, None)
            return
        verb = next((t for t in doc[crowd.i + 1 : min(crowd.i + 9, stop)] if t.lemma_ in known.copulas), None)
        own = None if verb is None else next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if verb is None or own is None or own.i > verb.i:
            return
        label = self._labels.label(verb.i + 1, stop)
        if label is not None:
            yield Frame(*label, verb, 1.0, self._people.who(own))

    def _taken_up(self, verb: Token, i: int) -> Iterator[Frame]:
        """ "Others use …", where somebody was called something before; "they say she is a …"."""
        callers = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
        if self._people.weight(callers) < 1 or _denied(verb, self._known):
            return
        stop = verb.sent.end
        said = next(
            (c for c in verb.children if c.dep_ == "ccomp" and c.lemma_ == "be" and c.i > verb.i), None
        )
        if said is not None:
            own = next((c for c in said.children if c.dep_ == "nsubj"), None)
            label = self._labels.label(said.i + 1, stop)
            pronoun = label is not None and own is not None and own.pos_ == "PRON"
            if pronoun and label and own and self._doc[label[0] - 1].lower_ in self._known.indefinite:
                yield Frame(*label, verb, 0.0, self._people.pronoun(own), "said")
            return
        words = self._usage.words
        low = words.sentence_words(i)[0]
        low = words.sentence_words(low - 1)[0] if low else low
        if not any(self._forms.get(n) in ("calling", "mocking") for n in words.norms[low:i]):
            return
        label = self._labels.label(verb.i + 1, stop)
        if label is not None and label[0] == verb.i + 1:
            yield Frame(*label, verb, 1.0, None, "use")

    def _word_for(self, noun: Token) -> Iterator[Frame]:
        """ "Porters have a word for such girls: …"."""
        doc, verb = self._doc, noun.head
        if noun.dep_ != "dobj" or verb.lemma_ != "have" or _denied(verb, self._known):
            return
        stop = noun.sent.end
        colon = next((t.i for t in doc[noun.i + 1 : min(noun.i + _AS, stop)] if t.text == ":"), None)
        whom = [c for t in (*noun.children, *verb.children) if t.lower_ == "for" for c in t.children]
        label = None if colon is None else self._labels.label(colon + 1, stop)
        if label is None or not whom:
            return
        borne = self._people.who(whom[0])
        signs = 1.0 + self._people.weight([c for c in verb.children if c.dep_ == "nsubj"])
        yield Frame(*label, verb, signs, borne)

    def _shouted(self) -> Iterator[Frame]:
        """A quotation of a few words beside a verb of shouting, or a word for an insult."""
        doc, words, known = self._doc, self._usage.words, self._known
        for quote in self._usage.story.quotes:
            low, high = words.within(quote.span)
            label = self._labels.inside(quote) if 0 < high - low <= LONGEST else None
            if (
                label is None
                or doc[label[1] - 1].pos_ not in NAMED
                or doc[max(label[0] - 2, 0)].pos_ == "AUX"
            ):
                continue
            opens, closes = words.sentence_words(low)
            before = words.norms[max(low - 6, opens) : low]
            after = words.norms[high : min(high + 4, closes)]
            if any(n in known.insults for n in (*before[-4:], *after[:3])):
                yield Frame(*label, doc[label[0]], 2.0, None, "quote")
            elif any(n in known.jeering for n in (*before, *after)):
                yield Frame(*label, doc[label[0]], 1.0, None, "quote")

    def _what(self, verb: Token) -> bool:
        """ "What the neighbours call …" """
        return any(t.lower_ == "what" for t in (*verb.children, *self._doc[max(verb.i - 5, 0) : verb.i]))


def _denied(verb: Token, known: ScornWords) -> bool:
    """Whether nobody is called so, or nobody should be."""
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in known.doubting:
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and any(c.lower_ == "no" for c in child.children):
            return True
    return verb.dep_ in ("xcomp", "pcomp") and any(c.dep_ == "neg" for c in verb.head.children)


def _relative(verb: Token, known: ScornWords) -> bool:
    """ "… whom she describes as …" """
    return verb.dep_ == "relcl" and any(c.lower_ in known.whom and c.dep_ != "nsubj" for c in verb.children)


def _has_own_subject(verb: Token, known: ScornWords) -> bool:
    """ "… children he calls unclaimed": whoever calls stands between the noun and the verb."""
    return any(c.dep_ == "nsubj" and c.lower_ not in known.relative for c in verb.children)
