"""What was read, as people; other forms of a child's name; who is quoted."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from ... import lazy_re as re
from ...drafts.model import Draft
from ...languages.en import frames, telling
from ...languages.en.frames import DATA, Cue
from ...spans import Span
from ..clusters import Cluster, is_short_form, judge
from ..model import Evidence, Person
from ..names import key
from .ground import Ground

_VERBS = "|".join(DATA["speech_verbs"])
_VERB = re.compile(_VERBS)
#: between a quotation and who said it, on either side, and how far
_SAID_BY = re.compile(rf"\s*(?:(?:{_VERBS})\s+)?(?:the\s+|little\s+)?")
_SAYING = re.compile(rf"\b(?:{_VERBS})\b[^.!?]*[:,]?\s*$")
_AFTER_QUOTE, _BEFORE_QUOTE = 25, 40


def _folded(text: str) -> str:
    """``text`` without the marks on its letters, of the same length."""
    other = {ord(c): unicodedata.normalize("NFKD", c)[0] for c in set(text) if ord(c) > 127 and c.isalpha()}
    return text.translate(other)


class _Echoes:
    """Where a word stands in a text, in any case, with or without the marks on its letters: whole or in a tag."""

    def __init__(self, text: str) -> None:
        self.text = _folded(text)
        self._low = self.text.lower()
        # in a tag a name may stand inside a word, which only the expression tells
        self._plain = "#" not in text and len(self._low) == len(text)

    def of(self, word: str) -> Iterator[tuple[Span, bool]]:
        """Each place of ``word``, and whether it is in a tag."""
        if self._plain and word.isascii():
            at = self._low.find(word)
            while at >= 0:
                end = at + len(word)
                before, after = self.text[at - 1 : at], self.text[end : end + 1]
                if not (_BESIDE_WORD.match(before) or _AFTER_WORD.match(after)):
                    yield Span(at, end), False
                    at = self._low.find(word, end)
                else:
                    at = self._low.find(word, at + 1)
            return
        w = re.escape(word)
        for m in re.finditer(rf"#\w*?({w})\w*|(?<![\w@#’'-])({w})(?![\w-])", self.text, re.I):
            yield (Span(*m.span(1)), True) if m.group(1) else (Span(*m.span(2)), False)


_BESIDE_WORD, _AFTER_WORD = re.compile(r"[\w@#’'-]"), re.compile(r"[\w-]")


class Result(Ground):
    """What was read, as people; other forms of a child's name; who is quoted."""

    def _is_somebody(self) -> None:
        """ "Mo screamed at us … Mo was Mohamed Benali, 33": a short name of a grown-up told of in the same sentence."""
        for n, after in pairwise(self.mentions):
            c, other = self.by_name[id(n)], self.by_name[id(after)]
            m = telling.IS_SOMEBODY.match(self.text, n.end)
            if m and m.end() == after.start and c is not other and not c.cues and other.level("adult") >= 2:
                c.extra.append(Cue("adult", 2, after.start, after.end, "another name of a grown-up"))

    def _short_forms(self) -> None:
        """ "Thea" of Althea, "Tongtong" of Xiaotong: a bare name of which nothing is told, and which is a short form
        of a child's first name, once it is clear who is a child."""
        kids = [c for c in self.clusters if c.level("child") >= 2 and c.level("adult") < 2]
        for c in self.clusters:
            first = c.names[0]
            doubled = len(c.words) == 2 and c.words[0] == c.words[1]  # "Mei Mei" of Xiaomei
            if (
                not (len(c.words) == 1 or doubled)
                or any(x.shows != "child" for x in c.cues)
                or first.kind != "person"
            ):
                continue
            if c.level("child") or first.ordinary or first.common:
                continue
            for kid in kids:
                if kid is not c and is_short_form("".join(c.words), kid.words):
                    self._alias_of(c, kid)
                    kid.aliases.add(c.words[0])
                    break
        # the other way about: "Tongtong, nine, … said Guo Xiaotong"
        for kid in kids:
            if len(kid.words) != 1:
                continue
            for c in self.clusters:
                if c is not kid and len(c.words) > 1 and not c.cues and is_short_form(kid.words[0], c.words):
                    self._alias_of(c, kid)

    def _alias_of(self, c: Cluster, kid: Cluster) -> None:
        cue = next(x for x in kid.cues if x.shows == "child")
        c.extra.append(Cue("child", 2, cue.start, cue.end, f"another form of a child's name; {cue.reason}"))

    def people(self, draft: Draft) -> list[Person]:
        declared = self.declared
        people: list[Person] = []
        self.clusters = [
            c
            for c in self.clusters
            if c.cues or any(n.propn and not (n.doubtful and n.label != "PERSON") for n in c.names)
        ]
        for real, changed in declared.slips:
            mine, other = self.by_name.get(id(real)), self.by_name.get(id(changed))
            if (
                mine is not None
                and other is not None
                and mine is not other
                and other.level("child")
                and not mine.level("adult")
            ):
                mine.extra.append(
                    Cue("child", 2, changed.start, changed.end, "the child whose name is changed elsewhere")
                )
        order = sorted(self.clusters, key=lambda c: min(n.start for n in c.names))
        for c in order:
            kind, evidence = judge(c)
            person = Person(
                f"p{len(people) + 1}",
                kind,
                sorted({n.span for n in c.names}),
                sorted(set(c.nominals)),
                evidence,
            )
            person.certain = not c.weighed
            person.perhaps = [] if kind != "unknown" else c.perhaps
            person.pseudonym = declared.of(c.words, c.names)
            people.append(person)
        self._echoes(people, order)
        for n in self.names:
            if n.kind == "cipher" and any(c.shows == "child" for c in n.cues):
                cue = next(c for c in n.cues if c.shows == "child")
                p = Person(
                    f"p{len(people) + 1}", "child", [n.span], [], [Evidence(cue.start, cue.end, cue.reason)]
                )
                p.pseudonym = Evidence(n.start, n.end, "initials or a letter instead of a name")
                people.append(p)
        somebody = any(p.kind == "child" for p in people) or any(
            not u.generic or u.definite for u in self.unnamed
        )
        for u in self.unnamed:
            if u.generic and not u.definite and not u.more and not u.plural and somebody:
                continue  # "a child", "a minor": anybody, in a story that has a child of its own
            p = Person(
                f"p{len(people) + 1}",
                "child",
                [],
                [u.span, *u.more],
                [Evidence(u.cue.start, u.cue.end, u.cue.reason)],
            )
            people.append(p)
        self._speech(people)
        return people

    def _echoes(self, people: list[Person], clusters: list[Cluster]) -> None:
        """Other forms of a child's name: ALL CAPS, hashtags, handles, lower-case headlines."""
        echoes = _Echoes(self.text)
        headline = self.text.partition("\n")[0]
        small = len(headline) if headline.islower() and len(headline) < len(self.text.rstrip()) else 0
        for p, c in zip(people, clusters, strict=False):
            if p.kind != "child" or c.family:
                continue
            for word in {*c.words, *c.aliases, "".join(c.words[:2])}:
                if len(word) < 3 or word in DATA["particles"]:
                    continue
                others = any(word in x.words and x.level("adult") for x in clusters if x is not c)
                for s, tagged in echoes.of(word):
                    said = echoes.text[s.start : s.end]
                    if len(word) < 4 and not (tagged and said[0].isupper()):
                        continue  # three letters are a name only as a part of a tag: "#JusticeForDuc"
                    if (
                        not tagged
                        and word != (c.words[0] if c.surname == c.words[-1] else c.given)
                        and word not in c.aliases
                        and not said.isupper()
                    ):
                        continue  # a bare surname may be a relative's
                    if not tagged and (
                        others
                        or not (said[0].isupper() or s.start < small)
                        or (said.lower() in telling.ORDINARY and not self._as_a_name(s))
                    ):
                        continue
                    over = [q for q in people for t in q.mentions if s.overlaps(t)]
                    if any(q is p or q.evidence or q.kind != "unknown" for q in over):
                        continue
                    # "Meet Bumi": the last word of a run that is nobody else; not "the Bumi Manusia", a boat
                    tails = [t.end == s.end for q in over for t in q.mentions if s.overlaps(t)]
                    if not tagged and (not all(tails) or (not over and self._named_otherwise(s))):
                        continue
                    p.mentions.append(s)
            p.mentions.sort()
        taken = [s for p in people for s in p.mentions]
        self._campaigns(people, taken)

    def _as_a_name(self, span: Span) -> bool:
        """ "said Sunday was returning", "Faith’s teacher": an ordinary word where only a name can stand."""
        if telling.TIME.search(self.text, max(0, span.start - 12), span.start):
            return False
        return bool(telling.AS_SUBJECT.match(self.text, span.end))

    def _named_otherwise(self, span: Span) -> bool:
        """Whether the word stands in a run that names a place, a body or a thing."""
        return any(
            n.start <= span.start < n.end for n in self.names if n.kind in ("organisation", "place", "team")
        )

    def _campaigns(self, people: list[Person], taken: list[Span]) -> None:
        """ "#JusticeForAmani": a tag names the child whom the story leaves unnamed nearby."""
        for m in telling.TAG.finditer(self.text):
            span = Span(m.start("name"), m.end("name"))
            if any(span.overlaps(t) for t in taken):
                continue
            here = self.sentence(span.start)
            near = [u for u in self.unnamed if not u.plural and abs(self.sentence(u.span.start) - here) <= 2]
            line = Span(self.text.rfind("\n", 0, span.start) + 1, (self.text + "\n").find("\n", span.end))
            bare = list(telling.BARE_AGED.finditer(self.text, line.start, line.end))
            ages = [
                x
                for x in frames.PRONOUN_AGE.finditer(self.text)
                if x["n"] and abs(self.sentence(x.start()) - here) <= 2 and frames.number(x["n"]) < 18
            ] + bare
            hidden = [
                p
                for p in people
                if p.kind == "child"
                and p.pseudonym is not None
                and self.text[span.start : span.end].casefold()
                not in {self.text[m.start : m.end].casefold() for m in p.mentions}
            ]
            if hidden and not (near or ages):
                ev = hidden[0].evidence[0] if hidden[0].evidence else hidden[0].pseudonym
                people.append(Person(f"p{len(people) + 1}", "child", [span], [], [ev] if ev else []))
                taken.append(span)
            elif near or ages:
                word = key(self.text[span.start : span.end])
                s, e, why = (
                    (near[0].cue.start, near[0].cue.end, near[0].cue.reason)
                    if near
                    else (ages[0].start(), ages[0].end(), "age under 18")
                )
                same = [
                    p
                    for p in people
                    if p.kind == "unknown"
                    and any(key(self.text[m.start : m.end]).replace(" ", "") == word for m in p.mentions)
                ]
                if same:  # "I know Jonalyn": named elsewhere without a word on who that is
                    same[0].kind, same[0].evidence = "child", [Evidence(s, e, why)]
                    same[0].mentions = sorted([*same[0].mentions, span])
                else:
                    people.append(Person(f"p{len(people) + 1}", "child", [span], [], [Evidence(s, e, why)]))
                taken.append(span)

    def _speech(self, people: list[Person]) -> None:
        spans = [(s, i) for i, p in enumerate(people) for s in (*p.mentions, *p.nominals)]
        starts = sorted((s.start, i) for s, i in spans)
        ends = sorted((s.end, i) for s, i in spans)
        for q in self.quotes:
            if not q.is_speech:
                continue
            start, end = q.span.start, q.span.end
            speakers = []
            if _VERB.search(self.text, end, end + 70):
                near = starts[bisect_left(starts, (end, 0)) : bisect_left(starts, (end + _AFTER_QUOTE, 0))]
                speakers += [i for at, i in near if _SAID_BY.fullmatch(self.text, end, at)]
            near = ends[bisect_left(ends, (start - _BEFORE_QUOTE + 1, 0)) : bisect_left(ends, (start + 1, 0))]
            tails = ((self.text[at:start], i) for at, i in near)
            speakers += [i for tail, i in tails if "." not in tail and _SAYING.search(tail)]
            if speakers:
                speaker = people[min(speakers)]
                object.__setattr__(q, "speaker", speaker.id)
                if speaker.kind == "child":
                    speaker.quoted = True
