"""What the children of a draft are identified as: cue words, tied to the nearest fitting person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...spans import Span
from ..model import Evidence, Person, Quote, Situation
from .knowledge import Knowledge
from .names import Text
from .people import People, Word

_DID = frozenset({"accused", "convicted", "perpetrator"})
_SOFT = frozenset({"disability", "health", "poverty", "bereaved", "witness", "positive"})
_GROUP = 4  # children at most who are meant together
_RUBRIC = 3  # words; "Scooter crash." before what happened
_LEAD = 3  # sentences in which the child a draft is about is spoken of
#: what befalls those who are saved, not whoever saves them
_RISKS = frozenset({"accident-victim", "missing", "health"})
#: what is told of animals as well
_OF_ANIMALS = _RISKS | {"custody"}
_REACH = 90  # characters between a word for a deed and whoever did it


@dataclass(frozen=True, slots=True)
class _Ref:
    start: int
    end: int
    person: Person | None  # None: a grown-up nobody names, or one who does not matter
    child: bool


def find_situations(
    text: Text, people: Sequence[Person], reader: People, quotes: Sequence[Quote]
) -> tuple[list[Situation], bool]:
    """Fill ``Person.situations`` and ``Person.public_role``; the draft's situations, and whether it is sensitive."""
    children = [p for p in people if p.kind == "child"]
    if not children:
        return [], False
    refs = _with_pronouns(_refs(people, reader), text, reader)
    mentions = [n for p in people for n in p.mentions]
    scare = [q.span for q in quotes if not q.is_speech]
    rescuers = _rescuers(text, refs)
    told: list[Situation] = []
    for span, known in text.regions.parts:
        for pattern, kind, frame in known.situations:
            for m in pattern.finditer(text.text, span.start, span.end):
                if any(q.start <= m.start() and m.end() <= q.end for q in scare):
                    continue
                if any(n.start <= m.start() < n.end for n in mentions):
                    continue  # a name that is a word as well
                sentence = text.sentences[text.sentence(m.start())]
                words = text.text[sentence.start : sentence.end]
                if known.situation_words("statistics").search(words):
                    continue
                if kind in _OF_ANIMALS and _of_an_animal(m, known, sentence, refs, text):
                    continue
                before = text.text[max(sentence.start, m.start() - 20) : m.start()]
                if known.situation_words("negated").search(before):
                    continue
                for person in _targets(m, kind, frame, sentence, refs, children, text, reader.words):
                    if kind in _RISKS and id(person) in rescuers:
                        continue
                    _give(
                        person,
                        Situation(
                            kind,
                            Evidence(m.start(), m.end(), kind.replace("-", " ")),
                            _armed(text, known, kind),
                        ),
                    )
    _of_the_draft(text, [p for p in children if id(p) not in rescuers], scare, refs)
    _public_roles(text, people, children, refs, rescuers)
    for p in children:
        p.situations.sort(key=lambda s: s.evidence.start)
        told += [s for s in p.situations if s.kind not in {t.kind for t in told}]
    named = any(p.mentions and not p.public_role for p in children)
    private = any(
        s.kind != "witness"
        for p in children
        if named or _particular(p, text, reader.words)
        for s in p.situations
        if not (p.public_role and s.kind in _SOFT)
    )
    return told, private


def _of_an_animal(
    m: re.Match[str], known: Knowledge, sentence: Span, refs: Sequence[_Ref], text: Text
) -> bool:
    """ "A car hit the dog", "a shelter with ninety dogs": an animal in a sentence without a child, and not what does
    the harm or goes along."""
    if not known.people.get("animals") or known.cases_last:
        return False
    words = text.text[sentence.start : sentence.end]
    if known.whole("animals_harm").search(words):
        return False
    shelter = known.whole("shelters").match(text.text, m.start()) is not None
    child = any(r.child for r in refs if sentence.start <= r.start < sentence.end)
    if child and not shelter:
        return False
    return any(
        not m.start() <= a.start() < m.end()
        and (text.morph(a.start(), "Number") == "Plur" if child else text.morph(a.start(), "Case") != "Ins")
        for a in known.whole("animals").finditer(text.text, sentence.start, sentence.end)
    )


def _rescuers(text: Text, refs: Sequence[_Ref]) -> set[int]:
    """The ``id()`` of children who save somebody: the last subject spoken of before the verb, in its sentence, or the
    first one after it ("the girl was pulled out by X"); no object of the verb."""
    out = set()
    for m, _ in text.regions.find(lambda k: k.situation_words("rescues")):
        s = text.sentences[text.sentence(m.start())]
        subjects = [
            r for r in refs if s.start <= r.start < s.end and text.morph(r.end - 1, "Case") in ("", "Nom")
        ]
        before = [r for r in subjects if r.end <= m.start()]
        who = before[-1] if before else next((r for r in subjects if r.start >= m.end()), None)
        if who is None or not who.child:
            continue
        if not re.search(r"[;:]", text.text[min(who.end, m.end()) : max(m.start(), who.start)]):
            out.add(id(who.person))
    return out


def _particular(child: Person, text: Text, words: Sequence[Word]) -> bool:
    """Whether a draft without a child's name tells of this child from its first sentences on, or with its age and
    again: no pupil whose father has a say, no teenager with a broken arm among what a ward sees in a day."""
    if child.mentions:
        return True
    spans = {n.start for n in child.nominals}
    told = [w for w in words if w.start in spans and w.kind != "kin"]
    at = sorted({text.sentence(w.start) for w in told})
    if len(at) > 1 and any(w.kind == "age" for w in told):
        return True  # wherever the draft tells its story
    if not at or at[0] > _LEAD:
        return False
    aged = any(w.kind == "age" and w.weight > 0 and text.sentence(w.start) <= _LEAD for w in words)
    return aged or at[0] == 0 or len(at) > 2 or (len(at) > 1 and at[0] <= 1)


def _of_the_draft(
    text: Text, children: Sequence[Person], scare: Sequence[Span], refs: Sequence[_Ref]
) -> None:
    """Where the language's data ask for it, since no grammar tells who did what to whom: a draft about one child or
    a few is about what its headline and lead, or several of its sentences, are about. Not the child whom nobody
    names and who comes late."""
    about = [p for p in children if p.mentions or any(text.sentence(n.start) <= _LEAD for n in p.nominals)]
    if any(s.kind not in _SOFT for p in children for s in p.situations):
        return
    cues: dict[str, list[re.Match[str]]] = {}
    for span, known in text.regions.parts:
        if not known.about.get("situations_of_the_draft"):
            continue
        for pattern, kind, _ in known.situations:
            if kind in _SOFT:
                continue
            for m in pattern.finditer(text.text, span.start, span.end):
                s = text.sentences[text.sentence(m.start())]
                if known.situation_words("statistics").search(text.text[s.start : s.end]):
                    continue
                if kind in _DID and known.cases_last and _of_grown_up(m, s, refs):
                    continue
                if not any(q.start <= m.start() and m.end() <= q.end for q in scare):
                    cues.setdefault(kind, []).append(m)
    for kind, found in cues.items():
        if len({text.sentence(m.start()) for m in found}) > 1 or text.sentence(found[0].start()) <= 2:
            for p in about[:3]:
                _give(p, Situation(kind, Evidence(found[0].start(), found[0].end(), kind.replace("-", " "))))


def _of_grown_up(m: re.Match[str], sentence: Span, refs: Sequence[_Ref]) -> bool:
    """ "The accused is the businessman X": said of a grown-up in a sentence without a child."""
    inside = [r for r in refs if sentence.start <= r.start < sentence.end]
    return bool(inside) and not any(r.child for r in inside)


def _armed(text: Text, known: object, kind: str) -> bool:
    return kind == "combatant" and known.situation_words("weapons").search(text.text) is not None  # type: ignore[attr-defined]


def _refs(people: Sequence[Person], reader: People) -> list[_Ref]:
    out = [_Ref(s.start, s.end, p, p.kind == "child") for p in people for s in (*p.mentions, *p.nominals)]
    for w in reader.words:
        if w.weight < 0 and not any(r.start <= w.start < r.end for r in out):
            out.append(_Ref(w.start, w.end, None, False))
    return sorted(out, key=lambda r: r.start)


def _with_pronouns(refs: Sequence[_Ref], text: Text, reader: People) -> list[_Ref]:
    """Each pronoun as a mention of the person of its gender spoken of last, at most a sentence back."""
    out = list(refs)
    genders = {w.start: w.gender for w in reader.words}
    for gender in ("f", "m"):
        for m, _ in text.regions.find(lambda k, g=gender: k.whole(f"pronouns.{g}")):
            before = [
                r
                for r in refs
                if r.end <= m.start()
                and text.sentence(m.start()) - text.sentence(r.start) <= 1
                and (reader.gender(r.person) if r.person else genders.get(r.start, "any")) in (gender, "any")
            ]
            if before:
                last = before[-1]
                out.append(_Ref(m.start(), m.end(), last.person, last.child))
    return sorted(out, key=lambda r: r.start)


def _give(person: Person, situation: Situation) -> None:
    if not any(s.kind == situation.kind for s in person.situations):
        person.situations.append(situation)


def _targets(
    m: re.Match[str],
    kind: str,
    frame: str,
    sentence: Span,
    refs: Sequence[_Ref],
    children: Sequence[Person],
    text: Text,
    words: Sequence[Word],
) -> list[Person]:
    inside = [r for r in refs if sentence.start <= r.start < sentence.end]
    kids = [r for r in inside if r.child and r.person is not None]

    def gap(r: _Ref) -> int:
        return max(r.start - m.end(), m.start() - r.end, 0)

    if kind in _DID or frame in ("does", "is"):
        near = min(inside, key=gap, default=None)
        if near is not None:
            if near.child and near.person is not None and (gap(near) <= _REACH):
                return [near.person]
            # "the accused, 15": the child's own words may stand a little further than a grown-up's
            if frame == "is" and kids and min(map(gap, kids)) <= 3:
                return [min(kids, key=gap).person]  # type: ignore[list-item]
            return []
        return _topic(m, kind, refs, text) if kind not in _DID or frame == "is" else []
    if kids:
        people = list({id(r.person): r.person for r in sorted(kids, key=gap)}.values())
        return [p for p in (people if len(people) <= 3 else people[:1]) if p is not None]
    if any(w.weight > 0 and w.plural and sentence.start <= w.start < sentence.end for w in words):
        named = [p for p in children if p.mentions]
        if (
            not named and words[0].known.cases_last
        ):  # children as such, unless one is what the draft begins with
            children = [p for p in children if any(text.sentence(n.start) <= _LEAD for n in p.nominals)]
        return named[:_GROUP] or list(children[:1])  # "the teacher shut the children in"
    if any(not r.child for r in inside) and frame == "near":
        return []
    return _topic(m, kind, refs, text)


def _topic(m: re.Match[str], kind: str, refs: Sequence[_Ref], text: Text) -> list[Person]:
    """A cue in a sentence without a child: the child spoken of last, or the first of the draft (a headline; a crime
    in it is that of whoever is spoken of first, grown-ups too)."""
    before = [r for r in refs if r.end <= m.start() and r.child and r.person is not None]
    if before and text.sentence(m.start()) - text.sentence(before[-1].start) <= 2:
        return [before[-1].person]  # type: ignore[list-item]
    here = text.sentence(m.start())
    s = text.sentences[here]
    if len(text.text[s.start : s.end].split()) <= _RUBRIC and text.text[s.start : s.end].strip().endswith(
        "."
    ):
        after = [r for r in refs if r.start >= s.end and text.sentence(r.start) == here + 1]
        if after and after[0].child and after[0].person is not None:
            return [after[0].person]
    if here == 0:
        first = next((r for r in refs if r.child or kind in _DID), None)
        return [first.person] if first is not None and first.child and first.person is not None else []
    return []


def _public_roles(
    text: Text, people: Sequence[Person], children: Sequence[Person], refs: Sequence[_Ref], rescuers: set[int]
) -> None:
    """A child who is in the news for a public part of its own: said in the same sentence, nothing grave beside. Whom
    somebody saved has none in it, and where a grown-up is called so, a mere word for a child is not enough."""
    grown = {text.text[e.start : e.end].casefold() for p in people if p.kind == "adult" for e in p.evidence}
    for m, known in text.regions.find(lambda k: k.whole("public_roles")):
        sentence = text.sentences[text.sentence(m.start())]
        if known.whole("small_stage").search(text.text, sentence.start, sentence.end):
            continue  # third in a contest of the town
        anothers = m.group().casefold() in grown
        saves = known.situation_words("rescues").match(text.text, m.start()) is not None
        for p in children:
            if saves and id(p) not in rescuers:
                continue
            if p.public_role is not None or any(s.kind not in _SOFT for s in p.situations):
                continue
            spans = p.mentions or p.nominals
            inside = [s.start for s in spans] + [r.start for r in refs if r.person is p]
            if anothers and known.cases_last:
                inside = [s.start for s in p.mentions]
            if any(sentence.start <= at < sentence.end for at in inside):
                p.public_role = Evidence(m.start(), m.end(), "a public part of its own")
