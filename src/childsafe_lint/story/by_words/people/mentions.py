"""The mentions of one person together: full names first, then single words."""

from __future__ import annotations

import re

from ..names import Name, feature
from .ground import Ground
from .model import SURE, Cluster


class Mentions(Ground):
    """The mentions of one person together: full names first, then single words."""

    def _cluster(self) -> None:
        self._families()
        self._ordinary_openers()
        sure = [n for n in self.names if self._is_name(n)]
        full = [n for n in sure if len(n.parts) > 1]
        for n in full:
            for c in self.clusters:
                told = [self._shared(n, other) for other in c.names]
                if None not in told and max(x or 0 for x in told) >= SURE and self._fits(n, c):
                    c.names.append(n)
                    break
            else:
                self.clusters.append(Cluster([n]))
        singles = [n for n in self.names if n not in full]
        # those that might be an ordinary word as well wait until the others have a home
        for n in sorted(singles, key=lambda n: not self._is_name(n)):
            home = self._home(n)
            if home is not None:
                home.names.append(n)
            elif self._is_name(n) or (n.plural and self._family_here(n)):
                n.score = max(n.score, SURE)
                self.clusters.append(Cluster([n]))
        self._in_order()

    def _ordinary_openers(self) -> None:
        """ "Islam told the judge. He is 11.": a given name that is a word as well opens the sentence, and an age
        follows that is nobody's else."""
        for n in self.names:
            if (
                not n.known.cases_last
                or self._is_name(n)
                or not n.opener
                or [r for r, _ in n.parts] != ["given"]
            ):
                continue
            if n.label in ("LOC", "ORG") or n.score < 0:
                continue
            for w in self.words:
                here = self.text.sentence(w.start)
                if w.kind != "age" or w.front or w.taken or here != n.sentence + 1:
                    continue
                s = self.text.sentences[here]
                he = n.known.whole("pronouns.any").search(self.text.text, s.start, w.start)
                if he and not self._others(self.text.sentences[n.sentence].start, w.start):
                    n.score = SURE

    def _families(self) -> None:
        """ "The Webers will sue": the plural of a surname that the draft has of one person."""
        full = [n for n in self.names if len(n.parts) > 1]
        surnames = {b for n in full for w in n.surnames for b in n.known.bases(w)}
        told = {n.known.key(w) for n in full for w in n.surnames}
        for n in self.names:
            word = n.known.key(n.parts[0][1])
            ending = next((e for e in n.known.words("plural_surnames") if word.endswith(e)), "")
            if ending and len(n.parts) == 1 and not n.given and word not in surnames:
                n.plural = n.plural or word[: -len(ending)] in told  # but "Давлатзоды", of Davlatzoda

    def _juniors(self) -> None:
        """ "Dosanov junior" is the child of the surname once the draft has one, whoever was named right before."""
        for c in [c for c in self.clusters if c.kind != "child"]:
            for n in [n for n in c.names if any(k.kind == "younger" and k.weight > 0 for k in n.cues)]:
                mine = n.known.bases(n.parts[0][1])
                home = next(
                    (
                        o
                        for o in self.clusters
                        if o.kind == "child"
                        and any(mine & n.known.bases(w) for m in o.names for w in m.surnames)
                    ),
                    None,
                )
                if home is not None and len(c.names) > 1 and not n.known.cases_last:
                    c.names.remove(n)
                    home.names.append(n)

    def _family_of_children(self) -> None:
        """ "The Dosanovs live in a home now": brothers and sisters, where no grown-up of their surname is named."""
        for c in [c for c in self.clusters if c.names[0].plural]:
            n = c.names[0]
            mine = {n.known.family(b) for b in n.known.bases(n.parts[0][1])}
            mine |= {n.known.of_family(n.parts[0][1])} - {
                ""
            }  # "Комаровых", which no one person's surname ends like
            bearers = [
                o
                for o in self.clusters
                if o is not c
                and any(
                    o_n.known.family(b) in mine
                    for o_n in o.names
                    for w in o_n.surnames
                    for b in o_n.known.bases(w)
                )
            ]
            kids = [o for o in self.clusters if o.kind == "child"]
            if n.known.cases_last or not bearers or len(kids) < 2 or any(o.kind != "child" for o in bearers):
                continue
            if any(k.kind == "kin" and k.weight < 0 for o in self.clusters for k in o.cues):
                continue
            bearers[0].names += c.names
            self.clusters.remove(c)

    def _family_here(self, n: Name) -> bool:
        """ "The Dosanovs" where somebody of that surname is named."""
        mine = {n.known.family(b) for b in n.known.bases(n.parts[0][1])}
        if not n.known.cases_last:
            mine |= {n.known.of_family(n.parts[0][1])} - {""}
        surnames = (
            o.known.family(b)
            for c in self.clusters
            for o in c.names
            for w in o.surnames
            for b in o.known.bases(w)
        )
        return any(s in mine for s in surnames)

    def _shared(self, a: Name, b: Name) -> int | None:
        """How much speaks for two names of several words being one person's (``SURE`` is enough), None where something
        in them speaks against it."""
        if [w for _, w in a.parts] == [w for _, w in b.parts]:
            return SURE  # whatever sex the words beside it told
        shared = 0
        for role in ("surname", "given", "patronymic"):
            x, y = a.words(role), b.words(role)
            if x and y:
                if not any(self._match(a, p, b, q, role) for p in x for q in y):
                    return None
                # where a father's name stands for the surname
                sole = role == "patronymic" and a.known.cases_last and not (a.surnames or b.surnames)
                shared += 2 if role == "surname" or sole else 1
        for one, other in ((a, b), (b, a)):
            initials = [w[0].casefold() for w in one.words("initial")]
            given = [
                w[0].casefold()
                for w in (*other.words("given"), *other.words("initial"), *other.words("surname"))
            ]
            if initials and not set(initials) & set(given):
                return None
            if initials and (one.words("given") or one.words("surname")):
                shared += 1
        if a.known.cases_last and a.given and b.given and self._one_of_name(a, b):
            shared += 1
        if a.gender != b.gender and "any" not in (a.gender, b.gender) and not (a.given and b.given):
            return None
        return shared

    def _one_of_name(self, a: Name, b: Name) -> bool:
        """A name with a surname and one with a patronymic ("Raikhan NURSEIT … Raikhan Oralkyzy, how …"), and no
        third with that given name."""
        kinds = [(bool(n.surnames), bool(n.words("patronymic"))) for n in (a, b)]
        if sorted(kinds) != [(False, True), (True, False)]:
            return False
        given = {k for w in a.given for k in a.known.bases(w)}
        surnames = {
            k
            for n in self.names
            if n.given and any(n.known.bases(w) & given for w in n.given)
            for w in n.surnames
            for k in n.known.bases(w)
        }
        mine = {k for n in (a, b) for w in n.surnames for k in n.known.bases(w)}
        return surnames <= mine

    def _match(self, a: Name, x: str, b: Name, y: str, role: str) -> bool:
        p, q = a.known.bases(x), b.known.bases(y)
        if role == "given":
            p, q = a.known.full_names(p), b.known.full_names(q)
        return bool(p & q)

    def _home(self, n: Name) -> Cluster | None:
        """The person a single word may name: by the given name first, then by the surname, the nearest before."""
        if n.plural:
            return next(
                (
                    c
                    for c in self.clusters
                    if c.names[0].plural
                    and n.known.bases(n.parts[0][1]) & c.names[0].known.bases(c.names[0].parts[0][1])
                ),
                None,
            )
        word = n.parts[0][1]
        bases = n.known.bases(word)
        direct: list[tuple[int, int, Cluster]] = []
        for c in self.clusters:
            if c.names[0].plural:
                continue
            for other in c.names:
                singles = (
                    [t for r, t in other.parts if r in ("given", "word")]
                    if len(other.parts) > 1
                    else [other.parts[0][1]]
                )
                # "Mia" for "Mia-Sara"
                singles += [h for t in singles for h in re.split("[-\u2010\u2011]", t)[:-1] if len(h) > 2]
                if any(bases & other.known.bases(t) for t in singles):
                    direct.append((0, self._distance(n, other), c))
                elif any(bases & other.known.bases(t) for t in other.words("surname", "patronymic")):
                    if not self._is_name(n) and n.label != "PERSON" and n.score < 0 and not self._surname(n):
                        continue
                    if other.start > n.start and self._speaks(n) and not self._surname_before(n, c):
                        continue  # "says Dosanova", and the child's surname comes later
                    clash = "any" not in (n.gender, c.gender) and n.gender != c.gender
                    # a family's surname alone: whoever speaks is rather a grown-up, else rather the child
                    junior = any(k.kind == "younger" and k.weight > 0 for k in n.cues)
                    younger = c.kind == "child" and (junior or not self._speaks(n))
                    rank = 5 if clash else 1 if younger else 2
                    if rank == 1 and self._first_names(c, n) and not junior and not n.known.cases_last:
                        rank = 3
                    if clash and any(g == c.gender for g, _ in n.forms) and c.start < n.start:
                        rank = 3  # "Шумилова": she, or of him
                    elif not clash and c.start > n.start:
                        rank += 2
                    direct.append((rank, self._distance(n, other), c))
        fit = [d for d in direct if self._fits(n, d[2])]
        best = min(fit, key=lambda d: (d[0], d[1]), default=None)
        if best is None or (best[0] == 5 and self._gendered(n)):
            return None
        return best[2]

    @staticmethod
    def _first_names(c: Cluster, n: Name) -> bool:
        """Whether the draft has called a person by the given name alone so far, and never by the surname."""
        singles = [o for o in c.names if len(o.parts) == 1 and o.start < n.start]
        return len(singles) >= 2 and all(o.given or o.words("word") for o in singles)

    def _surname(self, n: Name) -> bool:
        """A word with the ending of a surname that no dictionary has, though it opens a sentence."""
        token = self.text.token(n.start)
        if not self.text.tagged:
            bases = n.known.bases(n.parts[0][1])
            return n.known.cases_last and not bases & (self.text.small(n.known) | n.known.not_names)
        ordinary = token is None or bool(feature(token, "Ordinary"))
        return (
            not ordinary
            and (n.score >= -2 or self._told_surname(n))
            and n.known.ends("surname_endings", n.parts[0][1])
        )

    def _surname_before(self, n: Name, c: Cluster) -> bool:
        bases = n.known.bases(n.parts[0][1])
        return any(o.start < n.start and any(bases & o.known.bases(w) for w in o.surnames) for o in c.names)

    @staticmethod
    def _distance(n: Name, other: Name) -> int:
        return n.start - other.start if other.start <= n.start else 10_000 + other.start - n.start
