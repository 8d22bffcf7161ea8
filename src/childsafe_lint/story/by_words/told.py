"""What a draft tells of its named people, as signs to be weighed (weighed.py). No name is a sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ... import lazy_re as re
from ...spans import Span
from ..model import Person, Quote
from ..parse import Token
from ..weighing import Placed, places_of
from .names import Text
from .people import Cluster, People, Word

#: what stands for a word in a language without lemmas: how it begins
_STEM = 5
#: how words end in a language without a tagger: whose they are, in which case, who does it
_TAIL = 3
_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "NUM", "PRON"))
_PEOPLE = frozenset(("PERSON", "PER"))
_PLACES = frozenset(("LOC", "ORG", "GPE", "FAC"))
_AGE = re.compile(r"(\d{1,3})(?:-\D+)?$")


class Told(Placed):
    """The signs of the ``people`` of a draft."""

    def __init__(
        self, text: Text, reader: People, people: Sequence[Person], quotes: Sequence[Quote] = ()
    ) -> None:
        self._text = text
        self._quotes = [q.span for q in quotes]
        classes: dict[int, str] = {}
        for word in reader.words:
            for first, end in places_of(text.doc, [Span(word.start, word.end)]):
                for i in range(first, end):
                    classes.setdefault(i, _class_of(word))
        places = [places_of(text.doc, p.mentions) for p in people]
        super().__init__(text.doc, places, [self._sign_of(t) for t in text.doc], classes)

    def _sign_of(self, token: Token) -> str:
        word = token.lower_
        if m := _AGE.match(word):
            years = int(m[1])
            return "AGE<18" if years < 18 else "AGE18-21" if years < 22 else "AGE>21"
        if word[:1].isdigit():
            return "YEAR" if len(word) == 4 and word.isdigit() else "NUM"
        if token.ent_type_ in _PEOPLE or token.pos_ == "PROPN":
            return "PROPN"
        if token.ent_type_ in _PLACES:
            return token.ent_type_
        if token.lemma_:
            return token.lemma_.lower()
        if not self._text.tagged and token.text[:1].isupper() and not token.is_sent_start:
            return "CAP"
        return word[:_STEM]

    def _beside(self, person: int, first: int, end: int) -> Iterator[tuple[str, int]]:
        """The signs of one name of a person: words ``first`` to ``end``."""
        tokens = self.doc.tokens
        yield from self._around(person, first, end)
        yield from self._forms(first, end)
        for token in tokens[first].sent:
            large = token.pos_ in _CONTENT if self._text.tagged else token.is_alpha and len(token.text) > 2
            if large and not first <= token.i < end:
                yield from self._both("S", token.i, person)
        after = tokens[first].sent.end
        if after < len(tokens):
            yield from self._both("next", after, person)
        quoted = any(q.start <= tokens[first].idx < q.end for q in self._quotes)
        yield ("quoted" if quoted else "told"), first

    def _forms(self, first: int, end: int) -> Iterator[tuple[str, int]]:
        """The case of a name; where no tagger tells it, how the words beside it end, and the last of the sentence,
        which is the verb."""
        tokens = self.doc.tokens
        if self._text.tagged:
            yield f"case:{''.join(tokens[end - 1].morph.get('Case', []))}", first
            return
        for kind, i in (("L1", first - 1), ("R1", end)):
            word = tokens[i] if 0 <= i < len(tokens) and i not in self._owner else None
            if word is not None and word.is_alpha and len(word.text) > _TAIL + 1:
                yield f"{kind}~{word.lower_[-_TAIL:]}", i
        verb = next((t for t in reversed(list(tokens[first].sent)) if t.is_alpha), None)
        if verb is not None and verb.i not in self._owner:
            yield f"verb:{self._sign[verb.i]}", verb.i


def _class_of(word: Word) -> str:
    weight = "+" if word.weight > 0 else "-" if word.weight < 0 else "0"
    return f"<{word.kind}{weight}{'s' if word.plural else ''}>"


def surnames(clusters: Sequence[Cluster]) -> Counter[str]:
    """How many people bear each surname, without what tells a bearer's gender."""
    return Counter(s for c in clusters for s in _surnames(c))


def _surnames(c: Cluster) -> set[str]:
    return {n.known.family(b) for n in c.names for w in n.surnames for b in n.known.bases(w)}


def of_the_name(c: Cluster, borne: Counter[str]) -> list[str]:
    """Signs that are no words: how the person is called, and how often."""
    roles = [role for role, _ in max(c.names, key=lambda n: len(n.parts)).parts]
    signs = ["n:" + "-".join(roles[:4]), f"n:names{min(len(c.names), 5)}", f"n:{c.gender}"]
    signs += sorted({f"n:{n.case}" for n in c.names if n.case})
    if "patronymic" in roles:
        signs.append("n:patronymic")
    if len(roles) > 1:
        alone = {n.parts[0][0] for n in c.names if len(n.parts) == 1}
        signs += ["n:later-first"] if "given" in alone else []
        signs += ["n:later-last"] if "surname" in alone else []
    if any(borne[s] > 1 for s in _surnames(c)):
        signs.append("n:shared-surname")
    return signs
