"""How a wording is used: of a child or not, as a word under discussion, denied, or in the title of something.

Built once a story and shared by the checks on wording. The words it goes by are data, see
``languages/<code>/usage.yaml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ..spans import Span
from ..story.grammar import subjects
from ..story.model import Evidence, Story
from ..story.refs import Refs
from ._grammar import ADULT, Grammar, grammar, has_affix, number_of, year_old
from ._label import bearers, labels, own_age, part, refers, shown_young, taken_up, uttered
from ._meant import NAME, Meant
from ._scorn import Scorn
from ._scorn_by_words import called_in_scorn
from ._somebody import CUED, Somebody, adult_accused, people_of
from ._words import APART, PLAIN, Ends, Words
from .pattern import Match, Patterns

if TYPE_CHECKING:
    from ..story.parse import Token
    from ._clauses import Clauses
    from ._clauses.model import Clause
    from ._tone import Sentence

Scope = Literal["label", "subject", "sentence", "nearby", "paragraph", "story"]
SCOPES: tuple[Scope, ...] = ("subject", "sentence", "nearby", "paragraph", "story")

_BETWEEN = ("–", "—")  # between a subject and what it is
# the dependencies of what belongs to somebody, or tells of whom or with whom something is done
_IN_A_PHRASE = ("appos", "conj", "compound", "poss", "pobj", "prep", "agent")
_ABOUT = 120  # words within which a statement may be about a child spoken of elsewhere
ACCUSED = "child-accused"  # a cue that the people of a draft give, and no words


class Usage(Meant):
    """What the checks on wording ask about one story, of what is in one language."""

    def __init__(self, story: Story, g: Grammar) -> None:
        super().__init__(story, g)
        self.language = g.lexicon.code
        self._people = people_of(story, self.words, g)
        self._people_at = [p.first for p in self._people]
        self._at = {i: p for p in self._people for i in range(p.first, p.end)}
        self._child_ends = {i: p.end for p in self._people if p.child for i in range(p.first, p.end)}
        self._covered = {i: p.child for p in self._people for i in range(p.first, p.end)}
        self._classes = self._of_the_story()
        self._cues: dict[str, list[int]] | None = None
        self._paragraphs = [m.start() for m in re.finditer(r"\n[^\S\n]*\n", story.text)]
        # read by _clauses, _told.py and _tone.py when they are first asked for
        self.clauses: Clauses | None = None
        self.statements: Sequence[Clause] | None = None
        self.tone: Sequence[tuple[Sentence, float]] | None = None

    def found(self, patterns: Patterns) -> list[Match]:
        """Where patterns of this language match in what is written in it."""
        here = self.classes()
        places = (self.words.within(stretch) for stretch in self.story.stretches(self.language))
        return [m for low, high in places for m in patterns.find(self.words, low, high, here)]

    # Who is it said of?

    def classes(self) -> dict[str, Ends]:
        """The classes that hold in this story only."""
        return self._classes

    def _of_the_story(self) -> dict[str, Ends]:
        def child(words: Words, i: int) -> Sequence[int]:
            ends = self._child_ends
            end = ends.get(i)
            if end is None and words.norms[i] in determiners:
                end = ends.get(i + 1) or ends.get(i + 2)
            return (end,) if end else ()

        determiners = self._g.lexicon.determiners

        def mocked(words: Words, i: int) -> Sequence[int]:
            end = self._called_so.get(i)
            return () if end is None else (end,)

        return {"child": child, "called": mocked}

    @cached_property
    def _called_so(self) -> Mapping[int, int]:
        """What somebody is called in scorn, whatever the word: first word -> end."""
        lex = self._g.lexicon
        if lex.scorn is not None:
            return Scorn(self, lex, lex.scorn).found()
        return called_in_scorn(self)

    def spoken_so(self, how: str, low: int, high: int) -> bool:
        """Whether words of that kind (``speakers`` in usage.yaml) stand between two words."""
        patterns = self._g.speakers.get(how)
        return patterns is not None and bool(patterns.find(self.words, low, high))

    def is_person_noun(self, norm: str) -> bool:
        return norm in self._g.nouns

    def is_named(self, i: int) -> bool:
        """Whether word ``i`` is part of a name of somebody."""
        start = self.words.starts[i]
        return any(m.start <= start < m.end for p in self.story.people for m in p.mentions)

    def is_verb(self, norm: str) -> bool:
        """Whether a word ends as a verb or in a case, in languages that tell these by endings."""
        return any(self.belongs(norm, name) for name in ("done", "habit", "past", "never", "let", "oblique"))

    def child(self, first: int, end: int, scope: Scope) -> Evidence | None:
        """The nearest evidence that words ``first`` to ``end`` stand within ``scope`` of a child.

        ``subject``: the last person spoken of before is a child; ``story``: the draft is about a specific
        child in a situation that calls for protection.
        """
        if scope == "subject":
            return self.subject(first)
        for reach in SCOPES[1 : SCOPES.index(scope) + 1]:
            if reach == "story" and not (self.story.sensitive or self.story.situations):
                return None
            if found := self._child_within(first, end, *self._reach(first, end, reach)):
                return found
        return None

    def in_headline(self, first: int) -> bool:
        """Whether word ``first`` stands in the first line of a draft that has more than one paragraph."""
        text = self.words.text
        return 0 < text.find("\n", len(text) - len(text.lstrip())) > self.words.starts[first]

    def child_about(self, first: int, end: int) -> Evidence | None:
        """The nearest evidence of a child within a few sentences, whatever the draft is about."""
        return self._child_within(first, end, first - _ABOUT, end + _ABOUT)

    def _child_within(self, first: int, end: int, low: int, high: int) -> Evidence | None:
        here = [p for p in self._between(low, high) if p.child]
        if not here:
            return None
        nearest = min(here, key=lambda p: max(first - p.end, p.first - end, 0))
        span = self.words.span(nearest.first, nearest.end)
        return Evidence(span.start, span.end, nearest.reason)

    def of_age(self, first: int, end: int) -> bool | None:
        """Whether the words themselves are those for a child ("a thug of 13") or for a grown-up ("a thug, 34,");
        None where they do not say.
        """
        if self._g.lexicon.labels is None:
            young = self._aged(end)
            return None if young is False and self.names_adult(first, end) else young
        root = self._root(first, end)
        young = None if root is None else self._young(root)
        return young or (self._said(self._g.told_young, first, end) or None if young is None else young)

    def _aged(self, end: int) -> bool | None:
        """Whether an age under 18 follows right behind the words: "попрошайка девяти лет", "шпана лет десяти", "урки
        младше шестнадцати", "воришки семи и девяти лет"."""
        words, lex = self.words, self._g.lexicon
        if end < len(words) and words.gaps[end] == APART:
            aged = year_old(words, end, lex)  # "рецидивист, 46-летний Лапшин"
            return False if aged is not None and aged[1] >= ADULT else None
        if end + 1 >= len(words) or words.gaps[end] != PLAIN or words.gaps[end + 1] != PLAIN:
            return None
        younger = words.norms[end] in self.listed.get("younger", ())
        if younger:
            few = words.norms[end + 1] in self.listed.get("of-so-few", ())
            return few or None
        if end + 3 < len(words) and words.norms[end + 1] in self.listed.get("and", ()):
            end += 2  # two ages: the second tells
        pair = words.norms[end : end + 2]
        if lex.age_years.isdisjoint(pair):
            return None
        if pair[0].isdecimal():
            return int(pair[0]) < ADULT
        few, many = (
            not self.listed.get(k, frozenset()).isdisjoint(pair) for k in ("of-so-few", "of-so-many")
        )
        return few if few or many else None

    def _young(self, token: Token) -> bool | None:
        known = self._g.lexicon.labels
        if known is None:
            return None

        def is_child(token: Token) -> bool | None:
            person = self._person_at(token)
            return None if person is None else person.child

        return own_age(token, known, is_child, lambda word: number_of(word, self._g.lexicon))

    def said_of(self, first: int, end: int) -> Evidence | None:
        """Evidence that words ``first`` to ``end`` are said of a child by the grammar of the sentence."""
        if self._g.lexicon.labels is None:
            if self._aged(end):
                span = self.words.span(first, end)
                return Evidence(span.start, span.end, "age under 18")
            return self._called(first, end)
        root, known = self._root(first, end), self._g.lexicon.labels
        if root is None or known is None or not labels(root):
            return None
        span = self.words.span(first, end)
        young = self.of_age(first, end)
        if young is not None:
            return Evidence(span.start, span.end, "age under 18") if young else None
        if self._said(self._g.told_of_child, first, end):
            return self._child_within(first, end, *self._reach(first, end, "sentence"))
        within = self._at.get(self.words.at(root.idx))
        if end - first > 1 and within is not None and within.child and not within.pronoun:
            return Evidence(span.start, span.end, within.reason)  # "zombie teens"
        pointed = shown_young(root, known, self.listed.get("childwear", ()))
        borne = False
        for token in bearers(root, known):
            if span.start <= token.idx < span.end or self._paragraph_between(token.idx, span.start):
                continue
            borne = borne or root.dep_ not in ("nsubj", "nsubjpass")
            person = self._person_at(token)
            if person is not None and person.pronoun and self._stands_for_grown_up(token):
                return None
            if person is None or (person.pronoun and not person.child):
                about = self._spoken_about(token, first)
                if about is not None:
                    return about
            many = person is not None and person.pronoun and token.lower_ in known.pointing
            if person is not None and not person.child and not many and self._young(token):
                return Evidence(token.idx, token.idx + len(token), "age under 18")  # "tik-head mum, 16,"
            if person is not None and (person.child or not many):
                found = self.words.span(person.first, person.end)
                return Evidence(found.start, found.end, person.reason) if person.child else None
            pointed = pointed or many or token.lower_ in known.pointing or token.lower_ in known.families
        pointed = pointed or (uttered(root) and self.alone_in_quotes(first, end))
        if not pointed and not borne and root.pos_ == "NOUN":
            pointed = self._stands_for_somebody(root, first, end)
        if pointed and not borne and self._done_to_child(root):
            return None
        if pointed and not self.adult_only(first, end, label=True):
            return self.child(first, end, "story")
        return None

    def _done_to_child(self, root: Token) -> bool:
        """ "These swindlers robbed the girl": whoever does something to a child is none of the children."""
        if root.dep_ != "nsubj":
            return False
        objects = [t for t in root.head.children if t.dep_ in ("dobj", "dative")]
        people = (self._person_at(t) for t in objects)
        return any(p is not None and p.child and not p.pronoun for p in people)

    def _paragraph_between(self, here: int, there: int) -> bool:
        """Whether two offsets lie in different paragraphs, which a parse of a heading may join."""
        return bisect_right(self._paragraphs, here) != bisect_right(self._paragraphs, there)

    def _stands_for_somebody(self, noun: Token, first: int, end: int) -> bool:
        """Whether a label is put for whoever the draft speaks of: alone in quotation marks ("he called for
        “deadbeats” to leave"), as somebody's word for them ("Leave the oaf at home," she said), or after them."""
        known, word = self._g.lexicon.labels, noun.lemma_.lower()
        if word in self.listed.get("things", ()):
            return False
        if self.quote(first, end) is not None and self.alone_in_quotes(first, end):
            return True
        if noun.lower_ in self.listed.get("dehumanising", ()) or (known and noun.lower_ in known.groups):
            return False
        if self.quote(first, end) is None:
            return taken_up(noun) and self.subject(first) is not None
        return refers(noun)

    def _called(self, first: int, end: int) -> Evidence | None:
        """Where there is no grammar to tell: what a child is called in a short quotation, or what a crowd calls
        somebody there ("ақсақ" деп мазақтаған), and what is said to be so by how a sentence closes."""
        if self.of_its_own(first):
            return None
        naming = self._g.speakers["naming"]
        said = self._said(naming, first, end)
        after = self.words.sentence_words(first)[1]
        named = (
            said
            or any(m.first == end for m in naming.find(self.words, end, min(end + 4, after)))
            or self._taken_for(first, end)
        )
        quoted = self.quote(first, end) is not None
        if named and (not quoted or (self.pro_drop and not self.adult_only(first, end))):
            return self.child(first, end, "nearby") or self._told_of(first, end)
        if not quoted:
            return self._predicate(first, end)
        alone = self.alone_in_quotes(first, end) and (
            self.told_by("naming", first, end) or (not self.pro_drop and self._put_for_somebody(first, end))
        )
        if not said and not alone and not self.told_by("crowd", first, end):
            return self._predicate(first, end)
        if self.adult_only(first, end):
            return None
        found = self.child(first, end, "nearby")
        return self._told_of(first, end) if found is None and alone else found

    def _taken_for(self, first: int, end: int) -> bool:
        """Whether a child stands before the words as what is called, and "as" after them, whatever the verb."""
        if end >= len(self.words) or self.words.norms[end] not in self.listed.get("as-called", ()):
            return False
        before = self._between(self.words.sentence_words(first)[0], first)
        return (
            bool(before) and before[-1].child and first - before[-1].end <= 2 and self._is_called(before[-1])
        )

    def _is_called(self, person: Somebody) -> bool:
        return self.belongs(self.words.norms[person.end - 1], "what-is-called")

    def of_its_own(self, first: int) -> bool:
        """Whether what is called so is a thing or beast of somebody's, told by cases: баланың сөмкесін «қапшық»."""
        words = self.words
        low = words.sentence_words(first)[0]
        norm = words.norms[first - 1] if first > low else ""
        if not self.belongs(norm, "its-own") or self.is_person_noun(norm) or words.capital(first - 1):
            return False
        before = self._between(low, first)
        return bool(before) and self.belongs(words.norms[before[-1].end - 1], "owner")

    def _put_for_somebody(self, first: int, end: int) -> bool:
        """Whether a word alone in quotation marks is somebody's word for whoever is meant: "says that «wolves» are
        brought here", "«Wolves», said the owner", or one of several such words in a row."""
        quote = self.quote(first, end)
        if quote is None:
            return False
        low, high = self.words.within(quote.span)
        if high - low > NAME or self.in_title(first, end):
            return False
        opens = self.words.sentence_words(low)[0]
        if self.words.capital(low) and low > opens and self.told_within(low) is None:
            return False  # «Wolves» in the middle of a sentence is a name
        spans = (self.words.within(q.span) for q in self.story.quotes if q is not quote)
        row = any(b in (low, low - 1) or a in (high, high + 1) for a, b in spans if 0 < b - a <= NAME)
        return (
            row
            or self.told_within(low) is not None
            or any(
                self.words.norms[i] in self.listed["saying"]
                for i in range(high, min(high + 3, len(self.words)))
            )
        )

    def _told_of(self, first: int, end: int) -> Evidence | None:
        """A child further away of whom the words are said, in languages whose verbs need no subject."""
        return self.child_about(first, end) if self.pro_drop and not self.adult_only(first, end) else None

    def _predicate(self, first: int, end: int) -> Evidence | None:
        """Evidence that the words close a sentence whose subject is a child: "Бұл бала – ұры", "Ол ұры ғой". Only
        where what may stand behind them is known (class ``closing``)."""
        closing = self.listed.get("closing")
        if closing is None:
            return None
        words = self.words
        low, high = words.sentence_words(first)
        quote = self.quote(first, end)
        if quote is not None:
            opens, closes = words.within(quote.span)
            low, high = max(low, opens), min(high, closes)
        spoken = quote is not None
        for n in range(end, high):
            if words.gaps[n] != PLAIN:
                break
            if words.norms[n] not in closing:
                return None
            if words.norms[n] in self.listed["quotative"]:
                spoken = True
                break
        else:
            n = high
        spoken = spoken or (n < high and words.norms[n] in self.listed["quotative"])
        before = [p for p in self._between(low, first) if not self._oblique(p)]
        if before and not before[-1].child:
            return None
        pointed = any(w in self.listed["pointed-at"] for w in words.norms[low:first])
        pointed = pointed or (end < high and self.belongs(words.norms[end], "you"))  # "… боласың"
        if not spoken and n == high and before and before[-1].end == first:
            spoken = words.text[words.ends[first - 1] : words.starts[first]].strip() in _BETWEEN
        if spoken and before and first - before[-1].end <= NAME:
            found = words.span(before[-1].first, before[-1].end)
            return Evidence(found.start, found.end, before[-1].reason)
        return self._told_of(first, end) if pointed and spoken and first - low <= NAME + 1 else None

    def _oblique(self, person: Somebody) -> bool:
        """Whether somebody is in a case other than that of a subject, as far as endings tell."""
        word = self.words.norms[person.end - 1]
        return word not in self.caseless and self.belongs(word, "oblique")

    def of_adult(self, first: int, end: int) -> bool:
        """Whether a noun is said of a grown-up by the grammar of the sentence, or is a part in a play."""
        root, known = self._root(first, end), self._g.lexicon.labels
        if root is None or known is None or root.pos_ not in ("NOUN", "PROPN"):
            return False
        if part(root, known):
            return True
        span = self.words.span(first, end)
        for token in bearers(root, known):
            person = None if span.start <= token.idx < span.end else self._person_at(token)
            if person is not None and not person.pronoun:
                return not person.child and not self._young(token)
            if token.lower_ in known.grown or self._stands_for_grown_up(token):
                return True
        return False

    def _stands_for_grown_up(self, token: Token) -> bool:
        """ "Sentencing Noakes, 31, the judge said he was a career thief": he whom the sentence tells to be grown up."""
        story = self.story
        refs = Refs.of(story.text, story.doc, story.sentences, story.people, story.language)
        ref = refs.resolve(token) if token.dep_ in ("nsubj", "nsubjpass") else None
        if ref is None or ref.person is None or ref.start < refs.sentence(token.idx).start:
            return False
        speaking = (c for t in token.head.ancestors for c in subjects(t))
        if any(c.left_edge.idx <= ref.start <= c.right_edge.idx for c in speaking):
            return False  # "the warden told us she was …": whoever says it seldom means himself
        return ref.person.kind == "adult"

    def _root(self, first: int, end: int) -> Token | None:
        """The word on which the others of words ``first`` to ``end`` depend."""
        span = self.words.span(first, end)
        whole = self.story.doc.char_span(span.start, span.end, alignment_mode="expand")
        if whole is None or whole.root.dep_ not in ("advmod", "neg"):
            return None if whole is None else whole.root
        beside = (t for t in reversed(whole) if t.head == whole.root.head)  # "no longer pure"
        return next(beside, whole.root)

    def _person_at(self, token: Token) -> Somebody | None:
        return self._at.get(self.words.at(token.idx))

    def _spoken_about(self, token: Token, first: int) -> Evidence | None:
        """The child that a pronoun in a quotation stands for: "They are a plague," he said of the boys."""
        quote = self.quote(first, first + 1) if token.pos_ == "PRON" else None
        if quote is None:
            return None
        words = self.words
        low = words.within(quote.span)[1]
        for i in range(low, min(low + 12, len(words) - 1)):
            if words.sentence[i] not in (words.sentence[low - 1], words.sentence[first]):
                break
            if words.norms[i] in ("of", "about"):
                person = next((p for j in range(i + 1, i + 5) if (p := self._at.get(j)) is not None), None)
                if person is not None and person.child:
                    found = words.span(person.first, person.end)
                    return Evidence(found.start, found.end, person.reason)
        return None

    def adult_only(self, first: int, end: int, *, label: bool = False) -> bool:
        """Whether the sentence speaks of adults and of no child; a pronoun alone is too weak to tell. A ``label``
        ("yob") is not one for judges and other officials."""
        people = self._between(*self._reach(first, end, "sentence"))
        if label:
            people = [p for p in people if not self._official(p) and not self._says(p)]
            people = [p for p in people if p.child or self._agrees(p, first, end)]
            people = list(self._may_be_called(people, first, end))
        quote = self.quote(first, end)
        if quote is not None:  # whoever stands outside the quotation says it
            spans = [(p, self.words.span(p.first, p.end)) for p in people]
            people = [p for p, s in spans if quote.span.start <= s.start and s.end <= quote.span.end]
        elif label and self._g.lexicon.inflected and not self.pro_drop and (told := self.told_within(first)):
            people = [p for p in people if p.child or told.start <= self.words.starts[p.first] < told.end]
        if self._g.lexicon.speech_before:
            people = list(self._without_speakers(people))
        return any(not p.pronoun for p in people) and not any(p.child for p in people)

    def _may_be_called(self, people: Sequence[Somebody], first: int, end: int) -> Iterator[Somebody]:
        """People but for the grown-ups who by the grammar are others than those the words stand for: whoever says,
        fears or does something to "the wretches" is none of them."""
        root = self._root(first, end) if self._g.lexicon.labels is not None else None
        over = {} if root is None else {t.i for t in root.ancestors}
        for p in people:
            if not (p.child or p.pronoun) and root is not None and self._acts_upon(p, root, over):
                continue
            yield p

    def _acts_upon(self, person: Somebody, root: Token, over: Collection[int]) -> bool:
        """Whether somebody and a noun are two parts of one statement, neither being what the other is called."""
        own = self._root(person.first, person.end)
        if own is None or root.pos_ != "NOUN" or own.i in over or root.dep_ in ("appos", "conj", "compound"):
            return False
        while own.dep_ in _IN_A_PHRASE and own.head is not own:
            own = own.head
        verb = own if own.pos_ in ("VERB", "AUX") else own.head
        if verb.i not in over:
            return False
        said = root.head
        while said.dep_ == "xcomp" and said is not verb:  # "the guard is said to be a wretch"
            said = said.head
        return not (root.dep_ in ("attr", "oprd") and said == verb)

    def names_adult(self, first: int, end: int) -> bool:
        """Whether the words themselves are those for a grown-up: a brand for parents, whoever else stands there."""
        return any(not self._covered.get(i, True) and not self._at[i].pronoun for i in range(first, end))

    def _agrees(self, person: Somebody, first: int, end: int) -> bool:
        """Whether a word for somebody may be in one case with words ``first`` to ``end``, as what is said of them is:
        "the uncle hid the wretch-ACC" is not said of the uncle. True where cases are not known."""
        one, other = (self._cases(low, high) for low, high in ((first, end), (person.first, person.end)))
        return person.pronoun or not one or not other or not one.isdisjoint(other)

    def _cases(self, first: int, end: int) -> frozenset[str]:
        """The cases of the nouns and adjectives among words, in languages whose tagger tells them."""
        span = self.words.span(first, end)
        tokens = self.story.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None:
            return frozenset()
        found = [t.morph.get("Case", []) for t in tokens if t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")]
        return frozenset(found[0]) if found and found[0] else frozenset()

    def _official(self, person: Somebody) -> bool:
        return not self._g.lexicon.officials.isdisjoint(self.words.norms[person.first : person.end])

    def _says(self, person: Somebody) -> bool:
        """Whether somebody only says what the sentence tells."""
        norms, speech = self.words.norms, self._g.lexicon.speech
        return person.end < len(norms) and norms[person.end] in speech

    def names_dealers(self, end: int) -> bool:
        """Whether the words before ``end`` end with a child with whom somebody only deals: "lying child
        traffickers"."""
        norms, lex = self.words.norms, self._g.lexicon
        return (
            end < len(norms)
            and self.words.gaps[end] == PLAIN
            and norms[end] in lex.dealing_with_children
            and self._g.nouns.get(norms[end - 1], (False, ""))[0]
        )

    def after_determiners(self, first: int, end: int) -> int:
        """The first of the words that is no "a" or "the", else the first."""
        norms, small = self.words.norms, self._g.lexicon.determiners
        return next((i for i in range(first, end) if norms[i] not in small), first)

    def runs_into_name(self, first: int, end: int) -> bool:
        """Whether the last of several words belongs to a name that goes on: the charity Family Rights Forum."""
        words = self.words
        return (
            end - first > 1
            and end < len(words)
            and not words.capital(first)
            and words.capital(end - 1)
            and words.capital(end)
            and words.gaps[end] == PLAIN
            and not self._headline_case(first)
            and not (self._g.lexicon.inflected and self._initials(end - 1) and not self._initials(end))
        )

    def _initials(self, i: int) -> bool:
        """Whether a word is written in capitals alone, as short names of organisations are."""
        words = self.words
        return words.ends[i] - words.starts[i] > 1 and words.text[words.starts[i] : words.ends[i]].isupper()

    def _without_speakers(self, people: Sequence[Somebody]) -> Iterator[Somebody]:
        """People but for grown-ups who only say something: "сказала соседка Рысты Омарова"."""
        norms, lex = self.words.norms, self._g.lexicon
        speech = lex.speech_before | lex.classes.get("saying", frozenset())
        aside = -1  # where the last of them ended
        for p in people:
            after = p.end < len(norms) and norms[p.end] in speech
            if not p.child and (after or p.first == aside or (p.first > 0 and norms[p.first - 1] in speech)):
                aside = p.end
                continue
            yield p

    def subject(self, first: int) -> Evidence | None:
        """Evidence that the last person spoken of before word ``first``, at most a sentence back, is a child.

        Whoever only says something ("the girl, police noted, …") is passed over.
        """
        person = self._subject(first)
        if person is None or not person.child:
            return None
        span = self.words.span(person.first, person.end)
        return Evidence(span.start, span.end, person.reason)

    def next_child(self, end: int) -> Evidence | None:
        """Evidence for a child right behind the words: "көпірден секірген оқушы", the pupil who jumped."""
        person = next((p for p in self._between(end, end + 1) if p.child), None)
        if person is None or self.words.gaps[person.first] > PLAIN or not end:
            return None
        span = self.words.span(person.first, person.end)
        same = self.words.sentence[person.first] == self.words.sentence[end - 1]
        return Evidence(span.start, span.end, person.reason) if same else None

    def adult_subject(self, first: int) -> bool:
        """Whether the last person spoken of before word ``first`` in its sentence is an adult, by more than a
        pronoun."""
        person = self._subject(first)
        low = self.words.sentence_words(first)[0]
        return person is not None and not person.child and not person.pronoun and person.first >= low

    def adult_between(self, first: int, end: int) -> bool:
        """Whether, within a few words, a grown-up follows the child that a wording begins with."""
        child = self._child_ends.get(first, self._child_ends.get(first + 1, first + 1))
        close = self._between(child, min(child + 3, end - 2))
        return any(not p.child and not p.pronoun for p in close)

    @property
    def has_children(self) -> bool:
        """Whether the draft speaks of a child at all."""
        return bool(self._child_ends)

    def person_at(self, offset: int) -> bool | None:
        """Whether the word at an offset (code points) stands for a child or, False, a grown-up; None: for nobody."""
        i = self.words.at(offset)
        return self._covered.get(i)

    def named_beside(self, offset: int) -> bool:
        """Whether the pronoun at an offset stands for somebody whom its own sentence names: "A child who behaves is
        not hurt, he said" may well be said by another."""
        i = self.words.at(offset)
        return any(
            p.pronoun and p.first == i and p.of >= 0 and self.words.sentence[p.of] == self.words.sentence[i]
            for p in self._between(i, i + 1)
        )

    def stood_for(self, token: Token) -> str | None:
        """Whether whom a pronoun stands for, by the grammar of the sentences, is a child or an adult."""
        story = self.story
        refs = Refs.of(story.text, story.doc, story.sentences, story.people, story.language)
        ref = refs.resolve(token)
        return None if ref is None or ref.person is None else ref.person.kind

    def stands_for(self, offset: int) -> str:
        """The word that the pronoun at an offset stands for, as compared; "" for none."""
        i = self.words.at(offset)
        return next((self.words.norms[p.of] for p in self._between(i, i + 1) if p.pronoun and p.of >= 0), "")

    def child_noun(self, word: str) -> bool:
        """Whether a lower-case word is one for a child."""
        return self._g.nouns.get(word, (False, ""))[0]

    def gender(self, word: str) -> str:
        """The gender of a lower-case word for a person: f, m or any."""
        return self._g.nouns.get(word, (False, "any"))[1]

    @property
    def pronouns(self) -> Mapping[str, str]:
        """The pronouns of the third person, and the gender of each."""
        return self._g.lexicon.pronouns

    def belongs(self, norm: str, name: str) -> bool:
        """Whether a word is in a word class, by itself or by how it ends or begins."""
        return norm in self.listed.get(name, ()) or has_affix(self._g.lexicon, norm, name)

    @property
    def affixed(self) -> frozenset[str]:
        """The word classes that words belong to for how they begin or end, too."""
        lex = self._g.lexicon
        return frozenset(k for known in (lex.endings, lex.stems) for k, v in known.items() if v)

    @property
    def caseless(self) -> frozenset[str]:
        """Forms of nouns that are in no case, where endings tell."""
        return self._g.lexicon.caseless

    def describes(self, first: int, end: int) -> bool:
        """Whether "itself" to a participle only tells which thing is meant: "the letter that it wrote itself". Where
        the verb closes a sentence (class ``after-done``: what may stand behind it), a noun behind a participle is what
        the participle goes with."""
        words = self.words
        return (
            "after-done" in self.listed
            and any(n in self.listed["which"] for n in words.norms[first : min(first + 2, end)])
            and self.belongs(words.norms[end - 1], "done")
            and end < words.sentence_words(first)[1]
            and words.gaps[end] == PLAIN
            and not self.belongs(words.norms[end], "after-done")
        )

    @property
    def pro_drop(self) -> bool:
        """Whether a sentence needs no word for whom it is about."""
        return self._g.lexicon.pro_drop

    def unclear_subject(self, first: int, *, nobody: bool = False) -> bool:
        """Whether the last person spoken of before word ``first`` is a mere pronoun, or there is ``nobody``, which
        counts in languages that need no pronoun."""
        person = self._subject(first)
        return person.pronoun if person is not None else nobody and bool(self._g.lexicon.speech_before)

    def _subject(self, first: int) -> Somebody | None:
        low = self._reach(first, first + 1, "nearby")[0]
        for person in reversed(self._between(low, first)):
            if not person.child and (self._only_a_parent(person) or self._only_owns(person)):
                continue
            says = person.end < len(self.words) and self.words.norms[person.end] in self._g.lexicon.speech
            if person.end <= first and (person.child or not says):
                return person
        return None

    def _only_owns(self, person: Somebody) -> bool:
        """Whether a grown-up is told of only as whose something is: "әжесінің дәрісін", her grandmother's pills."""
        endings = self._g.lexicon.endings.get("owner")
        return endings is not None and self.words.norms[person.end - 1].endswith(endings)

    def _only_a_parent(self, person: Somebody) -> bool:
        """Whether a grown-up is told of only as whose child somebody is: "Mei, daughter of Lin Bo, …"."""
        words, i = self.words, person.first - 1
        while i > 0 and words.norms[i] in self._g.lexicon.determiners:
            i -= 1
        if i < 1 or words.norms[i] not in self._g.lexicon.child_of:
            return False
        return self._g.nouns.get(words.norms[i - 1], (False, ""))[0]

    def _between(self, low: int, high: int) -> list[Somebody]:
        i = bisect_right(self._people_at, low - 1)
        j = bisect_right(self._people_at, high - 1)
        return self._people[i:j]

    def _reach(self, first: int, end: int, scope: Scope) -> tuple[int, int]:
        words = self.words
        if scope == "story":
            return 0, len(words)
        low, high = words.sentence_words(first)
        if scope == "sentence":
            return low, high
        if scope == "nearby":
            low = words.sentence_words(low - 1)[0] if low else 0
            high = words.sentence_words(high)[1] if high < len(words) else high
            return low, high
        at = bisect_right(self._paragraphs, words.starts[first])
        start = self._paragraphs[at - 1] if at else 0
        stop = self._paragraphs[at] if at < len(self._paragraphs) else len(words.text)
        return words.within(Span(start, stop))

    # What is it about?

    def cue(self, name: str, first: int, end: int, scope: Scope) -> bool:
        """Whether a cue (``suicide``, ``migration`` …) stands within reach, outside the words; of ``child-accused``,
        whether it is a child, and no grown-up, who is accused in the draft, and nothing is done to a child here."""
        if name == ACCUSED:
            others = (
                p for p in self._between(*self.words.sentence_words(first)) if not first <= p.first < end
            )
            done_to = any(p.child and self._oblique(p) for p in others)
            return self.told("crime") and not done_to and not adult_accused(self._people, self.words, self._g)
        if self._cues is None:
            self._cues = {}
            for m in self._g.cues.find(self.words, extra=self.classes()):
                self._cues.setdefault(self._g.cue_names[m.pattern], []).append(m.first)
        low, high = self._reach(first, end, scope)
        return any(low <= i < high and not first <= i < end for i in self._cues.get(name, ()))

    def told(self, cue: str) -> bool:
        """Whether the situation of a child in the draft says what a cue would."""
        if cue == "adversity":
            return self.story.sensitive
        return any(s.kind in CUED.get(cue, ()) for s in self.story.situations)


def usages(story: Story) -> Sequence[Usage]:
    """The story's usage in each language it is in, built once a story; none for a language without a lexicon."""
    return story.once(_usages)


def _usages(story: Story) -> Sequence[Usage]:
    grammars = (grammar(code) for code in story.languages)
    return [Usage(story, g) for g in grammars if g is not None]
