"""Check type ``term``: words from a list, in context.

Every ``term`` rule carries entries (see docs/terms.md); all entries of all rules are matched in one pass. A
word is flagged inside quotation marks too, but not where it is only spoken about, in a title, or in another
sense.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..errors import InputError, did_you_mean
from ..guidelines.model import Rule
from ..report import Finding, Severity
from ..story.model import Evidence, Story
from ..ui import tr
from . import Check
from ._grammar import word_classes
from ._languages import by_language, shipped
from ._lexicon import Lexicon
from ._text import finding, fitted
from ._words import APART, PLAIN
from .pattern import Match, Patterns
from .usage import ACCUSED, Scope, Usage, usages

if TYPE_CHECKING:
    from ..story.parse import Token

_QUOTED = "It stands in a quotation: paraphrase, or keep it only if it is the news itself, and attribute it."


@dataclass(frozen=True, slots=True)
class _Entry:
    rule: Rule
    data: Mapping[str, Any]
    said_of: Scope | None
    needs: tuple[str, ...]
    noun: bool
    case: str

    @property
    def severity(self) -> Severity:
        return "note" if self.data.get("level", "avoid") == "caution" else self.rule.severity


#: how nouns for several people or for what they are end: royalty, gentry, brotherhood
_COLLECTIVE = ("ty", "ry", "cy", "ily", "hood", "dom", "ship", "tion")
_FINITE = frozenset(("VB", "VBD", "VBG", "VBP", "VBZ"))


def build(rules: Sequence[Rule]) -> Check:
    """Compile every entry of ``rules``.

    Raises:
        InputError: an entry has an unknown key or value, or a pattern that cannot be read.
    """
    matchers = by_language(rules, _Terms)

    def check(story: Story) -> Iterator[Finding]:
        for usage in usages(story):
            terms = matchers(usage.language)
            if terms is not None:
                yield from terms.check(usage)

    return check


class _Terms:
    """The entries of one language, compiled together."""

    def __init__(self, lex: Lexicon, rules: Sequence[Rule]) -> None:
        self._lex = lex
        classes = word_classes(lex)
        # where speakers are known, what they say stands away from what the draft is about
        self._about: Scope = "story" if "saying" in lex.classes and lex.inflected else "paragraph"
        self._entries: list[_Entry] = []
        self._any_word: set[int] = set()  # entries that a frame matches, whatever the word
        every = lex.every
        self._terms = Patterns(lex.inflect, classes, quotes=True, every=every)
        self._unless = Patterns(lex.inflect, classes, quotes=True, every=every)
        self._near = Patterns(lex.inflect, classes, quotes=True, every=every)
        for rule in rules:
            later = shipped(rule)
            for data in entries_of(rule):
                number = len(self._entries)
                try:
                    self._entries.append(_entry(rule, data, lex))
                    for pattern in (data["term"], *data.get("variants", ())):
                        if "{called}" in pattern:
                            self._any_word.add(number)
                        self._terms.add(pattern, number, plural=lex.noun_forms, later=later)
                    for pattern in data.get("unless", ()):
                        self._unless.add(pattern, number, later=later)
                    for pattern in data.get("unless_near", ()):
                        self._near.add(pattern, number, later=later)
                except InputError as problem:
                    where = f"term '{data.get('term', '?')}': {problem.what}"
                    raise InputError(where, rule.path, data.get("__line__", rule.line)) from None

    def check(self, usage: Usage) -> Iterator[Finding]:
        found = sorted(
            usage.found(self._terms),
            key=lambda m: (m.pattern in self._any_word, m.first, -m.end, self._quiet(m.pattern), m.pattern),
        )
        kept: list[tuple[int, int]] = []
        for match in found:
            if any(first < match.end and match.first < end for first, end in kept):
                continue  # a longer wording at the same place says more
            evidence = self._meant(match, usage)
            if evidence is None:
                if usage.mentioned(match.first, match.end):
                    kept.append((match.first, match.end))  # nor is a shorter wording in it meant
                continue
            kept.append((match.first, match.end))
            yield self._finding(match, evidence, usage)

    def _quiet(self, number: int) -> bool:
        return self._entries[number].severity == "note"

    def _meant(self, match: Match, usage: Usage) -> tuple[Evidence, ...] | None:
        """None for another sense, a title or a mere mention; else the evidence for a child."""
        entry, first, end = self._entries[match.pattern], match.first, match.end
        words = usage.words
        if entry.case == "capital" and not words.capital(usage.after_determiners(first, end)):
            return None
        if usage.runs_into_name(first, end) or usage.names_dealers(end):
            return None
        if entry.case == "small" and usage.capitalised_name(first):
            return None
        low, high = words.sentence_words(first)
        if entry.data.get("unless") and any(
            m.pattern == match.pattern and m.first < end and first < m.end
            for m in self._unless.find(words, low, high, usage.classes())
        ):
            return None
        if entry.data.get("unless_near") and any(
            m.pattern == match.pattern and (m.end <= first or end <= m.first)
            for m in self._near.find(words, low, high, usage.classes())
        ):
            return None
        if entry.noun and _before_noun(usage, end - 1):
            return None
        short = entry.said_of == "label" or (
            entry.said_of is not None
            and end - first == 1
            and not (usage.quote(first, end) is not None or usage.reported(first))  # "wrote of brat royalty"
        )
        if short and (_names_a_thing(usage, end - 1) or _in_a_name(usage, first)):
            return None
        if _is_part(usage, first) or (entry.said_of is not None and _describes_a_thing(usage, end - 1)):
            return None
        young = usage.of_age(first, end) if entry.said_of is not None else None
        if young is False or (entry.said_of == "label" and usage.denied(first, end)):
            return None
        if self._lex.inflected and entry.said_of is not None and _plainly_not(usage, first):
            return None
        if usage.pro_drop and entry.said_of != "label" and _denied_behind(usage, end):
            return None
        plain = entry.noun and entry.said_of not in (None, "label") and entry.severity != "note"
        if plain and not young and usage.of_adult(first, end):
            return None
        child = usage.said_of(first, end) if entry.said_of == "label" or young else None
        if entry.said_of != "label" and child is None:
            child = usage.child(first, end, entry.said_of or "sentence")
        if child is None and self._somebody_calls(entry, first, end, usage):
            child = usage.child_about(first, end)
        if entry.said_of is not None and (
            child is None
            or (
                entry.said_of in ("paragraph", "story")
                and not young
                and not (self._lex.inflected and not usage.pro_drop and usage.names_adult(first, end))
                and usage.adult_only(first, end, label=self._label(entry))
            )
        ):
            return None
        if not (young and self._lex.inflected) and not all(
            usage.cue(name, first, end, self._about) for name in entry.needs
        ):
            return None
        if usage.in_title(first, end) or usage.mentioned(first, end) or usage.surname(first, end):
            return None
        if entry.said_of == "label" and _in_play(usage, first, end):
            return None
        return (child,) if child else ()

    def _label(self, entry: _Entry) -> bool:
        return entry.noun or self._lex.inflected or self._lex.labels is not None

    def _somebody_calls(self, entry: _Entry, first: int, end: int, usage: Usage) -> bool:
        """Whether the words stand in a quotation, after a verb of saying or in the headline, where a child is seldom
        called a child: the story tells of whom they are said."""
        return (
            self._lex.inflected
            and entry.said_of in ("nearby", "paragraph", "story")
            and (
                usage.quote(first, end) is not None
                or usage.reported(first)
                or usage.in_headline(first)
                or (not usage.pro_drop and usage.told_within(first) is not None)
            )
            and not usage.adult_only(first, end, label=True)
        )

    def _finding(self, match: Match, evidence: tuple[Evidence, ...], usage: Usage) -> Finding:
        entry, words = self._entries[match.pattern], usage.words
        span = words.span(match.first, match.end)
        text = words.text[span.start : span.end]
        data, rule = entry.data, entry.rule
        said = usage.story.doc.char_span(span.start, span.end, alignment_mode="expand")
        plural = said is not None and said.root.tag_ in ("NNS", "NNPS")
        prefer = fitted(data.get("prefer", ()), text, self._lex, plural)
        values = {"text": text, "prefer": ", ".join(prefer), "why": data.get("why", "")}
        # said of a grown-up: still worth knowing, but not what this tool is for
        severity: Severity = "note" if _of_adult(usage, match.first) else entry.severity
        quoted = usage.quote(match.first, match.end) is not None
        more = (rule.params.get("advice_quoted") or tr(_QUOTED)) if quoted else ""
        return replace(
            finding(rule, span, values, evidence, more),
            severity=severity,
            suggestions=tuple(p for p in prefer if not p.startswith("(")),
            details={k: data[k] for k in ("term", "source", "basis", "caution", "judges") if k in data},
        )


def entries_of(rule: Rule) -> Sequence[Mapping[str, Any]]:
    """The entries of a ``term`` rule, see ``guidelines.checktypes.TERM_FIELDS``."""
    entries: Sequence[Mapping[str, Any]] = rule.params["terms"]
    return entries


def _entry(rule: Rule, data: Mapping[str, Any], lex: Lexicon) -> _Entry:
    said_of = data.get("said_of", "anyone")
    case = data.get("case", "any")
    needs = tuple(data.get("needs", ()))
    for name in needs:
        if name not in lex.cues and name != ACCUSED:
            raise InputError(f"unknown cue '{name}' in 'needs'" + did_you_mean(name, lex.cues))
    noun = data.get("as", "any") == "noun"
    scope: Scope | None = None if said_of == "anyone" else said_of
    if scope == "label" and lex.labels is None and "naming" not in lex.speakers:
        raise InputError(f"'said_of: label' is not known for the language '{lex.code}' - use 'subject'")
    return _Entry(rule, data, scope, needs, noun, case)


def _in_play(usage: Usage, first: int, end: int) -> bool:
    """Whether an animal or a spirit is only a costume or a part, or a pet name: "three little pigs" in a story of a
    dressing-up day, "he is my monkey"."""
    words, creatures = usage.words, usage.listed.get("dehumanising", ())
    if not any(words.norms[i] in creatures for i in range(first, end)):
        return False
    fond = first > 0 and words.norms[first - 1] in usage.listed.get("fond", ())
    acted = usage.cue("pretend", first, end, "story") and not usage.told("adversity")
    return (fond and usage.quote(first, end) is not None) or acted


def _of_adult(usage: Usage, first: int) -> bool:
    """Whether the wording is a verb ("committed suicide") whose subject is a grown-up."""
    doc = usage.story.doc
    span = doc.char_span(usage.words.starts[first], usage.words.ends[first], alignment_mode="expand")
    if span is None:
        return False
    tag = span.root.tag_
    # after "his client, a grandfather," a finite verb is easily taken for a participle
    had = tag == "VBN" and any(t.dep_ == "aux" and t.lemma_ == "have" for t in span.root.children)
    finite = tag in _FINITE or had or (tag == "VBN" and usage.words.gaps[first] == APART)
    return finite and (usage.adult_subject(first) or (not usage.story.children and _somebody(span.root)))


def _somebody(verb: Token) -> bool:
    """Whether a name is the subject of a verb, or stands in apposition to it."""
    told = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")]
    return any(x.ent_type_ == "PERSON" for t in told for x in (t, *t.children))


def _names_a_thing(usage: Usage, i: int) -> bool:
    """Whether word ``i`` says which thing, plant or beast the noun right after it means ("a wench knot")."""
    words, doc = usage.words, usage.story.doc
    if i + 1 >= len(words) or words.gaps[i + 1] != 0 or doc is None:
        return False
    own = doc.char_span(words.starts[i], words.ends[i], alignment_mode="expand")
    after = doc.char_span(words.starts[i + 1], words.ends[i + 1], alignment_mode="expand")
    if own is None or after is None or own[0].dep_ not in ("compound", "amod"):
        return False
    noun = after[0]
    norm = words.norms[i + 1]
    somebody = usage.is_person_noun(norm) or usage.child_noun(norm) or norm.endswith(_COLLECTIVE)
    thing = noun.pos_ == "NOUN" or (
        noun.pos_ == "PROPN" and noun.text.islower()
    )  # a rare word looks like a name
    return own[0].head.i == noun.i and thing and not somebody


def _plainly_not(usage: Usage, i: int) -> bool:
    """ "He is no hooligan": right behind the word for "not", and no advice ("not to raise a …")."""
    own = usage.story.doc.char_span(usage.words.starts[i], usage.words.ends[i], alignment_mode="expand")
    return own is not None and "Inf" not in own[0].morph.get("VerbForm", []) and usage.plainly_not(i)


def _denied_behind(usage: Usage, end: int) -> bool:
    """ "Children are no thieves", "a child cannot be a …", where the verb closes the sentence or a clause that is told
    of; "no …, but …" goes on, and "is he no …?" calls somebody so."""
    words = usage.words
    if end >= len(words) or words.gaps[end] != PLAIN:
        return False
    if words.norms[end] in usage.listed.get("become", ()):
        return end + 1 < len(words) and usage.belongs(words.norms[end + 1], "unable")
    if words.norms[end] not in usage.listed["not"]:
        return False
    if end + 1 >= words.sentence_words(end)[1]:
        return "?" not in words.text[words.ends[end] : words.ends[end] + 2]
    return words.gaps[end + 1] == PLAIN and words.norms[end + 1] not in usage.listed.get("asking", ())


def _describes_a_thing(usage: Usage, i: int) -> bool:
    """Whether word ``i`` is an adjective beside a noun for nothing alive: "ненормальная жара". Families, classes and
    the like are made of people."""
    words, doc = usage.words, usage.story.doc
    if i + 1 >= len(words) or words.gaps[i + 1] != 0 or usage.belongs(words.norms[i + 1], "kith"):
        return False
    if not usage.belongs(words.norms[i], "describing"):
        return False
    own = doc.char_span(words.starts[i], words.ends[i], alignment_mode="expand")
    after = doc.char_span(words.starts[i + 1], words.ends[i + 1], alignment_mode="expand")
    if own is None or after is None or own[0].pos_ != "ADJ" or after[0].pos_ != "NOUN":
        return False
    case, other = own[0].morph.get("Case", []), after[0].morph.get("Case", [])
    return bool(case) and case == other and "Inan" in after[0].morph.get("Animacy", [])


def _is_part(usage: Usage, i: int) -> bool:
    """Whether word ``i`` stands right behind a word for what is played: "in the part of a tramp"."""
    return i > 0 and usage.words.gaps[i] == 0 and usage.belongs(usage.words.norms[i - 1], "stage-parts")


def _in_a_name(usage: Usage, first: int) -> bool:
    """ "The Wench of Mud Lane": a capital inside a sentence after a capital article begins the title of something."""
    words = usage.words
    low = words.sentence_words(first)[0]
    return (
        first - 1 > low
        and words.norms[first - 1] in ("the", "a", "an")
        and words.capital(first - 1)
        and usage.capitalised_name(first)
    )


def _before_noun(usage: Usage, i: int) -> bool:
    """Whether word ``i`` only modifies the noun after it ("invalid ticket", "illegal electrical supply")."""
    words, doc = usage.words, usage.story.doc
    if i + 1 >= len(words) or words.gaps[i + 1] != 0 or doc is None:
        return False
    token = doc.char_span(words.starts[i + 1], words.ends[i + 1], alignment_mode="expand")
    if token is None:
        return False
    of_noun = token[0].dep_ == "amod" and token[0].head.i > token[0].i
    return token[0].pos_ in ("NOUN", "PROPN") or (token[0].pos_ == "ADJ" and of_noun)
