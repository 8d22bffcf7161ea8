"""What the children of a draft are identified as.

Cue phrases come from ``languages/<language>/situations.yaml``. A cue of a deed is tied to the child through the
sentence's grammar (whom it was done to, who did it), any other cue through nearness; a cue in a sentence that
names no child goes to the child the pronoun or the paragraph is about, and in a story of few children to them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from spacy.tokens import Doc, Token

from ..drafts.model import Draft
from ..languages import load_data
from ..spans import Span
from .cues import Phrases, phrases
from .model import SITUATIONS, Evidence, Person, Situation
from .refs import Ref, Refs

#: Situations that mark a child out without danger from others; a public role outweighs them.
_SOFT = frozenset({"disability", "health", "poverty", "bereaved", "witness"})
#: Said of a whole group at once: everyone listed under such a line is in it.
_SHARED = frozenset({"accident-victim", "missing", "refugee", "trafficking", "combatant", "custody", "bereaved"})


@dataclass(frozen=True, slots=True)
class _Label:
    kind: str
    frame: str  # done_to, does, is, near


@dataclass(frozen=True)
class _Language:
    cues: Phrases[_Label]
    negated: Phrases[str]
    statistics: Phrases[str]
    weapons: re.Pattern[str]
    trusted: frozenset[str]
    role_nouns: Phrases[str]
    role_deeds: Phrases[str]
    events: frozenset[str]
    private: frozenset[str]


@lru_cache(maxsize=4)
def _language(code: str) -> _Language:
    data: dict[str, Any] = load_data(code, "situations")
    labelled = [
        (phrase, _Label(kind, frame))
        for kind in SITUATIONS
        for frame in ("done_to", "does", "is", "near")
        for phrase in phrases(data.get(kind, {}).get(frame, ()))
    ]
    roles = data["public_roles"]
    return _Language(
        Phrases(labelled),
        Phrases((p, "") for p in phrases(data["negated"])),
        Phrases((p, "") for p in phrases(data["statistics"])),
        re.compile(r"\b(?:" + "|".join(map(re.escape, data["weapons"])) + r")\b", re.IGNORECASE),
        frozenset(data["abuse-neglect-victim"]["trusted"]),
        Phrases((p, "") for p in phrases(roles["nouns"])),
        Phrases((p, "") for p in phrases(roles["deeds"])),
        frozenset(roles["events"]),
        frozenset(data["private"]),
    )


def find_situations(
    draft: Draft, doc: Doc, sentences: Sequence[Span], people: Sequence[Person]
) -> tuple[list[Situation], bool]:
    """Fill ``Person.situations`` and ``Person.public_role``; return the draft's situations and whether it is
    sensitive (about at least one specific child who needs protection)."""
    if not any(p.kind == "child" for p in people):
        return [], False
    code = doc.lang_ if doc.lang_ else "en"
    finder = _Finder(draft.text, doc, Refs(draft.text, doc, sentences, people, code), people, _language(code))
    finder.read()
    return finder.result()


class _Finder:
    def __init__(self, text: str, doc: Doc, refs: Refs, people: Sequence[Person], lang: _Language) -> None:
        self.text = text
        self.doc = doc
        self.refs = refs
        self.lang = lang
        self.children = [p for p in people if p.kind == "child"]
        self.generic = {r.person.id for r in refs.refs if r.generic and r.person is not None}
        self._negations = [(s, e) for s, e, _ in lang.negated.find(text)]
        self._statistics = [s for s, _, _ in lang.statistics.find(text)]
        self._seen: set[tuple[str, str]] = set()

    # -- reading ----------------------------------------------------------------------------------------------
    def read(self) -> None:
        self._public_roles()
        left: list[tuple[int, int, _Label]] = []
        for start, end, label in self.lang.cues.find(self.text):
            if self._is_negated(start) or self._in_name(start, end):
                continue
            targets = self._targets(start, end, label)
            if targets is None:
                left.append((start, end, label))
            for person in targets or ():
                self._assign(person, start, end, label)
        self._later(left)
        for p in self.children:
            self._refine(p)

    def _assign(self, person: Person, start: int, end: int, label: _Label) -> None:
        kind = label.kind
        if (person.id, kind) in self._seen:
            return
        weapon = False
        if kind == "combatant":
            p = self.refs.paragraph(start)
            weapon = bool(self.lang.weapons.search(self.text, p.start, p.end))
            if not weapon:
                weapon = bool(self.lang.weapons.search(self.text))
        self._seen.add((person.id, kind))
        evidence = Evidence(start, end, kind.replace("-", " "))
        person.situations.append(Situation(kind, evidence, weapon))
        if kind == "abuse-neglect-victim" and label.frame == "done_to" and self._trusted(start, end):
            self._assign(person, start, end, _Label("sexual-abuse-victim", "near"))

    def _trusted(self, start: int, end: int) -> bool:
        """"abused by a neighbour": plain "abuse" by somebody a child trusts mostly means sexual abuse."""
        if not self.text[start:end].lower().startswith("abus"):
            return False
        s = self.refs.sentence(start)
        words = re.findall(r"[\w-]+", self.text[s.start : s.end].lower())
        return any(w in self.lang.trusted for w in words)

    def _is_negated(self, at: int) -> bool:
        """A denial within the few words before ``at``."""
        floor = self.refs.sentence(at).start
        return any(floor <= s and e <= at and at - e < 18 for s, e in self._negations if s < at)

    def _in_name(self, start: int, end: int) -> bool:
        """Inside the title of an Act, a body or a person's name: "Protection of Children from Sexual Offences"."""
        words = self.text[start:end].split()
        if not all(w[:1].isupper() for w in words) or self.text[start:end].isupper():
            return False
        nxt = re.match(r"[ ’'s]*((?:[a-z]+ )?[A-Z][\w’'-]+)", self.text[end : end + 30])
        before = re.search(r"([A-Z][\w’'-]+)(?: (?:of|for|against|and|the))* $", self.text[max(start - 40, 0) : start])
        line = self.text[self.text.rfind("\n", 0, start) + 1 : (self.text.find("\n", start) + 1 or len(self.text)) - 1]
        title_case = sum(w[:1].isupper() for w in line.split()) > 0.6 * max(len(line.split()), 1)
        return bool(nxt or before) and not title_case

    # -- whom a cue is about ----------------------------------------------------------------------------------
    def _targets(self, start: int, end: int, label: _Label) -> list[Person] | None:
        """The children a cue is about, [] when it is about somebody else, None when its sentence does not say."""
        s = self.refs.sentence(start)
        inside = self.refs.within(s.start, s.end)
        kids = [r for r in inside if r.role == "child" and r.person is not None]
        if label.frame in ("done_to", "does"):
            verdict = self._by_grammar(start, end, label.frame)
            if verdict is not None:
                return verdict
            if label.frame == "does":
                subject = self._subject_by_order(start, s, inside)
                return [subject] if subject is not None else ([] if any(r.role == "adult" for r in inside) else None)
        if label.frame == "is":
            return self._beside(start, end, s, kids, inside)
        if kids:
            if self._statistical(s) and all(r.generic for r in kids):
                return []
            return self._nearest(start, end, kids)
        return None

    def _nearest(self, start: int, end: int, kids: Sequence[Ref]) -> list[Person]:
        """Every particular child of the sentence when few, else the nearest."""
        sure = [r for r in kids if not r.generic] or list(kids)
        persons = {r.person.id: r.person for r in sure if r.person is not None}
        if len(persons) <= 2:
            return list(persons.values())
        near = min(sure, key=lambda r: min(abs(r.start - end), abs(start - r.end)))
        return [near.person] if near.person is not None else []

    def _beside(
        self, start: int, end: int, s: Span, kids: Sequence[Ref], inside: Sequence[Ref]
    ) -> list[Person] | None:
        """A word for the child itself: inside the child's own words or next to them."""
        for r in kids:
            if r.start <= start and end <= r.end + 1 and r.person is not None:
                return [r.person]
        for r in kids:
            gap = (r.end, start) if r.end <= start else (end, r.start)
            between = self.text[gap[0] : gap[1]] if gap[0] <= gap[1] else ""
            if r.person is not None and len(between) <= 14 and not re.search(r"[.;:!?]|\bwith\b|\bby\b|\bof\b", between):
                return [r.person]
        # "the accused, who is 14", "He is HIV-positive": the subject of a plain statement
        token = self.refs.token(start)
        head = token.head
        if head.lemma_ in ("be", "become", "remain") or token.dep_ in ("acomp", "attr", "oprd"):
            person = self._resolve(_subject(head))
            if person == "other":
                return []
            if isinstance(person, Person):
                return [person]
        if any(r.role != "child" and abs(r.start - end) < 30 for r in inside):
            return []
        before = self.text[max(s.start, start - 12) : start].lower()
        return None if re.search(r"\b(?:the|this|that)\s+(?:\w+\s+)?$", before) else []

    def _subject_by_order(self, start: int, s: Span, inside: Sequence[Ref]) -> Person | None:
        """The person right before a verb, no other person between."""
        ref = self.refs.about(start)
        if ref is not None and ref.role == "child" and ref.person is not None:
            return ref.person
        return None

    def _by_grammar(self, start: int, end: int, frame: str) -> list[Person] | None:
        verb = self._verb(start, end)
        if verb is None:
            return None
        if verb.pos_ == "ADJ" or verb.dep_ == "amod":
            noun = verb.head  # "the abused boy", "abusive parents"
            who = self._resolve(noun)
            if isinstance(who, Person):
                return [who]
            return [] if who == "other" else None
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
        if frame == "does":
            nodes = _subject_nodes(verb)
        elif passive or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
            nodes = _subject_nodes(verb)
        else:
            nodes = _objects(verb)
            if not nodes and verb.tag_ == "VBN" and verb.dep_ in ("ROOT", "conj", "advcl", "ccomp", "relcl", "dep"):
                nodes = _subject_nodes(verb)
            elif not nodes and verb.dep_ == "relcl":
                nodes = [verb.head]
        if not nodes:
            return None
        found: dict[str, Person] = {}
        other = False
        for node in nodes:
            who = self._resolve(node)
            if isinstance(who, Person):
                found[who.id] = who
            elif who == "other":
                other = True
        if found:
            return list(found.values())
        return [] if other else None

    def _verb(self, start: int, end: int) -> Token | None:
        i = self.refs.token_index(start)
        first = None
        while i < len(self.doc) and self.doc[i].idx < end:
            token = self.doc[i]
            if token.idx + len(token) > start and token.pos_ in ("VERB", "AUX", "ADJ"):
                if token.dep_ not in ("aux", "auxpass"):
                    return token
                first = first or token.head
            i += 1
        return first

    def _resolve(self, token: Token | None) -> Person | str | None:
        """The child a word stands for; "other" for anybody or anything else; None when open."""
        if token is None:
            return None
        low = token.lower_
        if low in self.refs.pronouns:
            ref = self.refs.antecedent(token.idx, self.refs.pronouns[low])
        else:
            ref = self.refs.at(token.idx, token.idx + len(token))
            if ref is None and token.dep_ != "relcl":
                # the name may be an apposition of the noun: "a pupil, Jane Doe"
                for child in token.children:
                    if child.dep_ in ("appos", "compound", "nmod"):
                        ref = self.refs.at(child.idx, child.idx + len(child))
                        if ref is not None and ref.role == "child":
                            break
        if ref is None:
            if low in ("who", "that", "which", "whom", "what", "it", "this", "some", "one", "both"):
                return None
            return "other" if token.pos_ in ("NOUN", "PROPN") and low not in self.lang.private else None
        if ref.role == "child" and ref.person is not None:
            return ref.person
        if token.lower_ in ("person", "student", "students", "complainant", "victim", "victims", "suspect", "defendant"):
            return None
        return "other"

    # -- cues whose sentence names no child --------------------------------------------------------------------
    def _later(self, left: Sequence[tuple[int, int, _Label]]) -> None:
        particular = [p for p in self.children if p.id not in self.generic]
        if not particular:
            return
        for start, end, label in left:
            s = self.refs.sentence(start)
            if self._statistical(s):
                continue
            targets = self._listed(s, label) if label.kind in _SHARED else []
            if not targets:
                targets = self._by_pronoun(s)
            if not targets and label.frame != "does":
                targets = self._by_paragraph(start)
            if not targets and label.frame != "does" and len(particular) <= 3 and self._leading(start):
                targets = particular
            for person in targets:
                if person.public_role is None:
                    self._assign(person, start, end, label)

    def _statistical(self, s: Span) -> bool:
        return any(s.start <= at < s.end for at in self._statistics) or bool(
            re.search(r"\b\d[\d,.]*\d{2,}\b(?<!20\d\d)(?<!19\d\d)", self.text[s.start : s.end])
            and not any(not r.generic and r.role == "child" for r in self.refs.within(s.start, s.end))
        )

    def _listed(self, s: Span, label: _Label) -> list[Person]:
        """Children in the list that a line ending in a colon opens."""
        if not self.text[s.start : s.end].rstrip().endswith(":"):
            return []
        out: dict[str, Person] = {}
        i = self.refs.paragraph_index(s.start) + 1
        while i < len(self.refs.paragraphs):
            p = self.refs.paragraphs[i]
            line = self.text[p.start : p.end]
            if len(line) > 90 or line.rstrip().endswith((".", ":")):
                break
            for r in self.refs.within(p.start, p.end):
                if r.role == "child" and r.person is not None and r.start - p.start < 6:
                    out[r.person.id] = r.person
            i += 1
        return list(out.values())

    def _by_pronoun(self, s: Span) -> list[Person]:
        i = self.refs.token_index(s.start)
        while i < len(self.doc) and self.doc[i].idx < s.end:
            low = self.refs.lows[i]
            if low in self.refs.pronouns:
                ref = self.refs.antecedent(self.doc[i].idx, self.refs.pronouns[low])
                if ref is not None and ref.role == "child" and ref.person is not None:
                    return [ref.person]
            i += 1
        return []

    def _by_paragraph(self, at: int) -> list[Person]:
        p = self.refs.paragraph(at)
        kids = [r for r in self.refs.within(p.start, p.end) if r.role == "child" and not r.generic]
        return self._nearest(at, at, kids) if kids else []

    def _leading(self, at: int) -> bool:
        """In the headline or one of the first paragraphs, which say what the story is about."""
        return self.refs.paragraph_index(at) <= 3

    # -- public role -------------------------------------------------------------------------------------------
    def _public_roles(self) -> None:
        nouns = self.lang.role_nouns.find(self.text)
        deeds = self.lang.role_deeds.find(self.text)
        for start, end, _ in nouns:
            ref = self._role_owner(start, end)
            if ref is not None and ref.person is not None and ref.person.public_role is None:
                ref.person.public_role = Evidence(start, end, "acts in a public role")
        for start, end, _ in deeds:
            s = self.refs.sentence(start)
            words = set(re.findall(r"[\w-]+", self.text[s.start : s.end].lower()))
            ref = self.refs.about(start)
            if (
                ref is not None
                and ref.role == "child"
                and ref.person is not None
                and ref.person.public_role is None
                and not words & self.lang.private
            ):
                ref.person.public_role = Evidence(start, end, "acts in a public role")

    def _role_owner(self, start: int, end: int) -> Ref | None:
        """The child that a role word is said of: right before its name, in apposition, or after "is"."""
        s = self.refs.sentence(start)
        after = [r for r in self.refs.within(end, s.end) if r.start - end <= 3]
        if after and after[0].role == "child" and re.fullmatch(r"[\s“\"‘']*,?\s*[“\"‘']?", self.text[end : after[0].start]):
            return after[0]
        ref = self.refs.at(start, end)
        if ref is not None and ref.role == "child":
            return ref
        before = self.refs.before(start, s.start)
        if before is not None and before.role == "child":
            gap = self.text[before.end : start]
            if re.fullmatch(
                r"\s*(?:,|\(|–|—)?\s*(?:aged?\s)?\s*(?:\d{1,2}|[a-z]+teen|[a-z]{2,6})?\s*[,)]?\s*(?:who\s+)?(?:is|was|has been|became|,)?\s*"
                r"(?:(?:now|already|also)\s+)?(?:a|an|the|one of the)?\s*(?:[\w’'-]+\s+){0,4}",
                gap,
                re.IGNORECASE,
            ) and not re.search(r"\b(?:by|with|from|to|of|and|met|saw|told|beside|near|like|for)\b", gap):
                return before
        return None

    # -- the end -----------------------------------------------------------------------------------------------
    def _refine(self, p: Person) -> None:
        """Rules between the situations of one child."""
        kinds = {s.kind for s in p.situations}
        drop: set[str] = set()
        if {"accused", "convicted"} & kinds and "perpetrator" in kinds and "abuse-neglect-victim" not in kinds:
            pass
        if "perpetrator" in kinds and not ({"accused", "convicted"} & kinds) and kinds & {"sexual-abuse-victim"}:
            drop.add("perpetrator")
        if kinds & {"accused", "convicted", "perpetrator"}:
            # their deed's words are near them as well
            weak = {
                s.kind
                for s in p.situations
                if s.kind in ("sexual-abuse-victim", "abuse-neglect-victim", "sexual-exploitation", "accident-victim")
            }
            done = {
                kind for pid, kind in self._sure if pid == p.id
            } if hasattr(self, "_sure") else set()
            drop |= weak - done
        if p.public_role is not None and kinds - drop - _SOFT:
            p.public_role = None  # not here for what it does in public
        p.situations[:] = sorted(
            (s for s in p.situations if s.kind not in drop),
            key=lambda s: (SITUATIONS.index(s.kind), s.evidence),
        )

    def result(self) -> tuple[list[Situation], bool]:
        once: dict[str, Situation] = {}
        sensitive = False
        for p in self.children:
            for s in p.situations:
                once.setdefault(s.kind, s)
            if p.public_role is not None:
                continue
            if p.situations and (p.id not in self.generic or self._done_to(p)):
                sensitive = True
        return sorted(once.values(), key=lambda s: SITUATIONS.index(s.kind)), sensitive

    def _done_to(self, p: Person) -> bool:
        """"A girl was raped" is about one girl although the words could mean any."""
        n = p.nominals[0]
        s = self.refs.sentence(n.start)
        token = self.refs.token(n.end - 1)
        past = any(t.tag_ in ("VBD", "VBN") for t in token.head.subtree if s.start <= t.idx < s.end)
        return past and not self._statistical(s) and token.dep_ in ("nsubj", "nsubjpass", "ROOT", "dobj")


def _subject(verb: Token) -> Token | None:
    nodes = _subject_nodes(verb)
    return nodes[0] if nodes else None


def _subject_nodes(verb: Token, depth: int = 0) -> list[Token]:
    """Subjects of a verb, with what is joined to them; relative clauses and shared subjects followed."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
    if own:
        if own[0].lower_ in ("who", "that", "which") and verb.dep_ == "relcl":
            return _joined(verb.head)
        return [n for c in own for n in _joined(c)]
    if depth > 4:
        return []
    if verb.dep_ in ("acl", "relcl"):
        return _joined(verb.head)
    if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "auxpass", "aux", "pcomp", "prep") and verb.head is not verb:
        return _subject_nodes(verb.head, depth + 1)
    return []


def _joined(token: Token) -> list[Token]:
    out = [token]
    for c in token.children:
        if c.dep_ == "conj":
            out += _joined(c)
    return out


def _objects(verb: Token) -> list[Token]:
    out: list[Token] = []
    for c in verb.children:
        if c.dep_ in ("dobj", "obj", "dative"):
            out += _joined(c)
        elif c.dep_ == "prep" and c.lower_ in ("of", "on", "against", "with", "to"):
            out += [n for o in c.children if o.dep_ == "pobj" for n in _joined(o)]
        elif c.dep_ in ("ccomp", "xcomp"):
            out += [n for o in c.children if o.dep_ == "nsubj" for n in _joined(o)]
    return out
