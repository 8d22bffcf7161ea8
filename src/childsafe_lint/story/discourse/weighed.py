"""People of whom no single word settles whether they are children: all that is told is weighed (weighing.py)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from ...languages.en.frames import Cue
from ..clusters import Cluster, judge
from ..model import Evidence, PersonKind
from ..weighing import Told, weights
from .ground import Ground

#: a draft of so many words is half brief
_BRIEF = 80
#: in fewer words than these nothing is told that could make a child of somebody
_ENOUGH = 60
#: so many of the words that weighed most are shown
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody to be weighed: the signs (see ``Told``), and what the rules know of them, as numbers."""

    cluster: Cluster
    child: bool  # the rules say so; else they say nothing
    signs: Mapping[str, int]
    known: Mapping[str, float]


def in_all(known: Mapping[str, float], tells: float, lead: float) -> dict[str, float]:
    """What is weighed in the end: what the rules know, how much the signs tell of a child, and how far that is behind
    (below 0) the person without a cue of whom they tell most."""
    s = tells / 3
    out = dict(known)
    out["tells"] = s
    out["lead"] = max(lead, -3.0) / 3
    for key in ("level1", "level2", "level3", "grown", "nobody-else"):
        if known.get(key):
            out["tells*" + key] = s
    brief = known.get("brief", 0.0)
    out["tells*brief"] = s * brief
    for key in ("child", "level1", "level2", "level3"):
        if known.get(key):
            out[key + "*brief"] = brief
    if not known.get("child"):
        out["first-of-all"] = float(lead >= 0)
    return out


class Weighed(Ground):
    """People of whom no single word settles whether they are children."""

    def everybody(self) -> Iterator[tuple[Cluster, Mapping[str, int]]]:
        """All named people and their signs."""
        told = self._told()
        surnames = self._surnames()
        for i, c in enumerate(self.clusters):
            yield c, told.of(i, of_the_name(c, surnames))

    def _told(self) -> Told:
        quotes = [q.span for q in self.quotes if q.is_speech]
        return Told(self.doc, [[n.span for n in c.names] for c in self.clusters], quotes)

    def _surnames(self) -> Counter[str]:
        return Counter(c.words[-1] for c in self.clusters if len(c.words) > 1)

    def cases(self) -> list[Case]:
        """All who are to be weighed: children by the rules, and people of whom the rules know nothing."""
        kinds = [judge(c)[0] for c in self.clusters]
        chosen = [
            i
            for i, (c, kind) in enumerate(zip(self.clusters, kinds, strict=True))
            if not c.family and (kind == "child" or self._may_be_a_child(c, kind))
        ]
        if not chosen:
            return []
        told = self._told()
        surnames = self._surnames()
        children = {i for i, kind in enumerate(kinds) if kind == "child"}
        families = {self.clusters[i].words[-1] for i in children}
        unnamed = [self.sentence(s.start) for u in self.unnamed for s in (u.span, *u.more)]
        unknown = sum(kinds[i] == "unknown" for i in chosen)
        out = []
        for i in chosen:
            c, child = self.clusters[i], i in children
            own = [n.sentence for n in c.names]
            level = c.level("child")
            grown = c.level("adult")
            others = len(children) - child
            known = {
                "child": child,
                f"level{level}": True,
                "grown": child and grown > 0,
                f"grown{grown}": not child and grown > 0,
                "kin-peer": not child and c.level("kin-peer") > 0,
                "kin-younger": not child and c.level("kin-younger") > 0,
                "age": bool(c.ages),
                "cues": min(sum(x.shows == "child" for x in c.cues), 4) / 4,
                "names": log1p(len(c.names)),
                "one-word": len(c.words) == 1,
                "opens": min(own) < 2,
                "unnamed": min(len(self.unnamed), 3) / 3,
                "told-of-unnamed": log1p(len(unnamed)),
                "far": min(min((abs(a - b) for a in own for b in unnamed), default=6), 6) / 6,
                "other-children": min(others, 4) / 4,
                "unknown": min(unknown, 10) / 10,
                "surname-of-child": not child and len(c.words) > 1 and c.words[-1] in families,
                "doubtful": any(n.doubtful for n in c.names),
                "entity": any(n.label == "PERSON" for n in c.names),
                "title": any(n.title for n in c.names),
                "nobody-else": not others and bool(self.unnamed),
                "brief": _BRIEF / (_BRIEF + len(self.doc)),
            }
            signs = told.of(i, of_the_name(c, surnames))
            out.append(Case(c, child, signs, {k: float(v) for k, v in known.items() if v}))
        return out

    def _may_be_a_child(self, c: Cluster, kind: PersonKind) -> bool:
        """Whether no word settles that somebody is none: no age, no beast."""
        return (
            kind != "child"
            and c.level("adult") < 3
            and not any(x.shows in ("animal", "thing", "fiction") for x in c.cues)
            and all(n.kind == "person" for n in c.names)
            and any(n.propn and not (n.doubtful and n.label != "PERSON") for n in c.names)
        )

    def _weighed(self) -> None:
        """Who is told of as a child becomes one; a child by the rules who is told of as a grown-up may be one still."""
        # the weights were learnt from drafts about children: in others, which may tell of somebody's three
        # grandchildren, they would see children everywhere, so that more has to speak for one there
        learnt = weights()
        single = any(not u.plural for u in self.unnamed)
        found = single or any(judge(c)[0] == "child" for c in self.clusters)
        if not found and len(self.doc) < _ENOUGH:
            return
        child, perhaps = (learnt.child, learnt.perhaps) if found else (learnt.alone, learnt.alone)
        cases = self.cases()
        tells = [learnt.tells(case.signs) for case in cases]
        most = max((t for t, case in zip(tells, cases, strict=True) if not case.child), default=0.0)
        for case, t in zip(cases, tells, strict=True):
            likely = learnt.likelihood(in_all(case.known, t, 0.0 if case.child else t - most))
            c = case.cluster
            if case.child:
                # in few words what the rules know says more than all the rest
                plain = len(self.doc) < _ENOUGH and c.level("child") > 1
                if likely < learnt.kept and not plain:
                    c.perhaps = judge(c)[1]
                    c.drop("child")
            elif len(self.doc) < _ENOUGH:
                continue
            elif likely < perhaps or not (found or len(c.names) > 1):
                c.unlikely = found  # whom a draft is about it names again
            else:
                cues = self._shown(learnt.strongest(case.signs, _SHOWN))
                if likely >= child:
                    c.extra += cues
                    c.weighed = True
                else:
                    c.perhaps = [Evidence(x.start, x.end, x.reason) for x in cues]

    def _shown(self, words: Sequence[int]) -> list[Cue]:
        tokens = (self.doc.tokens[i] for i in sorted(words))
        return [Cue("child", 2, t.idx, t.idx + len(t.text), "told of as a child is") for t in tokens]


def of_the_name(c: Cluster, surnames: Mapping[str, int]) -> list[str]:
    """Signs that are no words: how the person is called, and how often."""
    words = c.words
    signs = [f"n:words{min(len(words), 3)}", f"n:names{min(len(c.names), 5)}"]
    if len(words) > 1:
        alone = {n.words[0] for n in c.names if len(n.words) == 1}
        signs += ["n:shared-surname"] if surnames[words[-1]] > 1 else []
        signs += ["n:later-first"] if words[0] in alone else []
        signs += ["n:later-last"] if words[-1] in alone else []
    return signs
