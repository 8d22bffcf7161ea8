"""A person's name in another shape: made small, an initial, in capitals, in a hashtag."""

from __future__ import annotations

import re

from ..names import Name, feature
from ..patterns import UPPER
from .ground import Ground
from .model import Cluster


class Shortened(Ground):
    """A person's name in another shape: made small, an initial, in capitals, in a hashtag."""

    def _short_names(self) -> None:
        """ "Sonya" where the draft has one Sofia and no other Sonya."""
        loose = [n for n in self.names if len(n.parts) == 1 and self.cluster_of(n) is None and not n.cues]
        for n in loose:
            token = self.text.token(n.start)
            homes = [c for c in self.clusters if c.kind == "child" and self._shortened(n, c)]
            if not homes and n.parts[0][0] == "given":
                homes = [c for c in self.clusters if c.kind == "child" and self._begins_with(n, c)]
            if len(homes) > 1 and n.known.cases_last:  # a child's in any case
                homes = [min(homes, key=lambda c: abs(c.start - n.start))]
            if (
                len(homes) == 1
                and not (token is not None and feature(token, "Ordinary"))
                and (n.label in ("", "PERSON") or n.score >= 0 or n.known.cases_last)
            ):
                homes[0].names.append(n)
        for c in list(self.clusters):
            if (c.names[0].plural and c.names[0].known.cases_last) or any(len(n.parts) > 1 for n in c.names):
                continue  # "the Dosanovs" are no short name of Aida Dosanova
            known = c.names[0].known
            fulls = known.full_names(known.bases(c.names[0].parts[0][1]))
            homes = [
                o
                for o in self.clusters
                if o is not c
                and any(
                    known.full_names(o_n.known.bases(w)) & fulls & frozenset(known.short_names)
                    for o_n in o.names
                    for w in (o_n.given or [o_n.parts[0][1]])
                )
            ]
            homes = [o for o in homes if self._fits(c.names[0], o) and o.kind != "adult"]
            whole = [o for o in homes if any(len(n.parts) > 1 for n in o.names)]
            homes = whole if len(homes) > 1 and len(whole) == 1 else homes
            kids = [o for o in homes if o.kind == "child"]  # of several short ones the child's
            homes = kids if len(homes) > 1 and len(kids) == 1 and not whole else homes
            if not homes and c.kind == "unknown":
                homes = [
                    o
                    for o in self.clusters
                    if o is not c
                    and o.kind == "child"
                    and c.names[0].parts[0][0] == "given"
                    and self._begins_with(c.names[0], o)
                ]
            if not homes and c.kind == "unknown":
                homes = [
                    o
                    for o in self.clusters
                    if o is not c
                    and o.kind == "child"
                    and (
                        self._shortened(c.names[0], o)
                        or (len(o.names[0].parts) == 1 and self._shortened(o.names[0], c))
                    )
                ]
            if not homes and c.kind == "child" and not c.names[0].known.cases_last:
                homes = [
                    o
                    for o in self.clusters
                    if o is not c and o.kind == "unknown" and not o.cues and self._shortened(c.names[0], o)
                ]  # "Samandarjon", of whom the draft told as "Samandar" before
            if len(homes) == 1 and c in self.clusters:
                homes[0].names += c.names
                self.clusters.remove(c)

    def _short_of_grown_up(self) -> None:
        """ "Mama Elena Lykova … The teachers came to see Lena": the short name of the one grown-up who has the long."""
        for c in self._untold():
            n = c.names[0]
            fulls = n.known.full_names(n.known.bases(n.parts[0][1])) & frozenset(n.known.short_names)
            if len(n.parts) > 1 or not fulls:
                continue
            homes = [
                o
                for o in self.clusters
                if o is not c
                and any(n.known.full_names(o_n.known.bases(w)) & fulls for o_n in o.names for w in o_n.given)
            ]
            told = len(homes) == 1 and (
                homes[0].kind == "adult"
                or (homes[0].kind == "unknown" and any(self._speaks(o) for o in homes[0].names))
            )
            if told and homes[0].start < c.start:
                homes[0].names += c.names
                self.clusters.remove(c)

    def _initials(self) -> None:
        """ "K." alone, for whom the draft calls "Dinara K."."""
        for c in self.clusters:
            letters = {w for n in c.names for w in n.words("initial")}
            if c.kind != "child" or len(letters) != 1:
                continue
            letter = re.escape(letters.pop())
            for m in re.finditer(rf"(?<![\w.]){letter}(?!\s*[^\W\d_a-zа-яё])", self.text.text):
                if not any(n.start <= m.start() < n.end for n in self.names):
                    known = c.names[0].known
                    c.names.append(
                        Name(
                            m.start(),
                            m.end(),
                            [("initial", m.group())],
                            self.text.sentence(m.start()),
                            known,
                            2,
                        )
                    )

    @staticmethod
    def _begins_with(n: Name, c: Cluster) -> bool:
        """A given name for somebody called by an initial and no given name so far ("Zh. Bekenkyzy … Zhibek")."""
        known, first = n.known, n.known.key(n.parts[0][1])[:1]
        return not any(o.given for o in c.names) and any(
            known.key(w)[:1] == first for o in c.names for w in o.words("initial")
        )

    def _shortened(self, n: Name, c: Cluster) -> bool:
        """A name made small by an ending, as families make them: what is left begins the child's name."""
        roles = ("given", "surname") if n.known.cases_last else ("given",)  # many surnames are given names
        givens = [b for o in c.names for w in (o.words(*roles) or [o.parts[0][1]]) for b in o.known.bases(w)]
        own = n.known.key(n.parts[0][1])
        listed = n.parts[0][0] == "given" or n.label == "PERSON"
        forms = n.known.bases(n.parts[0][1])
        full = list(givens)
        if not n.known.cases_last:  # "Lyoshik" by way of Lyosha
            givens += [s for s, fulls in n.known.short_names.items() if fulls & set(givens)]
            token = self.text.token(n.start)
            said = self.text.text[max(0, n.start - 1) : n.start] in ("«", "“", "„")
            listed = listed or (said and not (token is not None and feature(token, "Ordinary")))
            if said and self.text.text[n.end : n.end + 1] == ",":  # "«Nast', come back»"
                forms |= {own + "а", own[:-1] + "я"}
        if n.known.cases_last:  # "my Nurlanzhan": one ending after another
            forms = forms.union(*map(n.known.bases, forms))
            if any(len(g) > 3 and g in forms for g in givens):
                return True
        for base in forms:
            # "Shohruh" for Shohruhbek, "Aray" for Arailym
            cut = listed and not n.known.cases_last and len(base) >= (4 if base != own else 3)
            if cut and any(g.startswith(base) and g != base for g in full):
                return c.gender == n.gender or "any" in (c.gender, n.gender)
            for ending in n.known.words("short_endings"):
                stem = base[: -len(ending)]
                if (
                    base.endswith(ending)
                    and len(stem) >= 2
                    and any(g.startswith(stem) and g != base for g in givens)
                ):
                    return True
        return False

    def _in_capitals(self) -> None:
        """Children named in a line of capitals, and at the beginning of a hashtag, by the names found elsewhere."""
        text = self.text.text
        places = [
            (m.start() + w.start(), m.start() + w.end())
            for m in re.finditer(r"[^\n]+", text)
            if m.group().isupper() and len(m.group().split()) > 3
            for w in re.finditer(r"[^\W\d_]{3,}", m.group())
        ]
        places += [
            (m.start() + w.start(), m.start() + w.end())
            for m in re.finditer(r"#\w+", text)
            for w in re.finditer(rf"[{UPPER}][^\W\d_{UPPER}]{{2,}}", m.group())
        ]
        quoted = re.finditer(r"[«“„\"]([^\W\d_]{4,})[»”“\"]", text)  # a drawing signed «VALERIA»
        places += [
            m.span(1) for m in quoted if m[1].isupper() and not self.text.regions.at(m.start()).cases_last
        ]
        places += self._in_hashtags()
        self._nicknamed_beside()
        for start, end in places:
            if any(n.start < end and start < n.end for n in self.names):
                continue
            for c in self.clusters:
                first = c.names[0]
                known = first.known
                words = [t for n in c.names for t in (n.given or n.words("word"))]
                if c.kind == "child" and any(known.bases(text[start:end]) & known.bases(t) for t in words):
                    raw = text[start:end]
                    name = Name(start, end, [("given", raw)], self.text.sentence(start), known, 3)
                    self.names.append(name)
                    c.names.insert(0, name)
                    break

    def _nicknamed_beside(self) -> None:
        """ "Kirill Sobol, nicknamed «Ryzhik»", "a friend nicknamed Bolt, who is also X Y": a child's, right behind
        its name or the word for it."""
        for m, known in self.text.regions.find(lambda k: k.whole("nicknames")):
            word = re.compile(rf"\s*[«“„\"]?([{UPPER}][^\W\d_]+)(?!\w)").match(self.text.text, m.end())
            if word is None or any(n.start < word.end(1) and word.start(1) < n.end for n in self.names):
                continue
            before = next((c for c in self.clusters for n in c.names if self._joined(n.end, m.start())), None)
            home = before
            if home is None and any(self._joined(w.end, m.start()) and w.weight >= 0 for w in self.words):
                after = (
                    c
                    for c in self.clusters
                    for n in c.names
                    if re.fullmatch(
                        r"[»”\"]?,?\s+(?:\w+\s+){0,2}",
                        self.text.text[word.end(1) : max(n.start, word.end(1))],
                    )
                )
                home = next(after, None)
            if home is None or home.kind != "child":
                continue
            name = Name(
                word.start(1), word.end(1), [("given", word[1])], self.text.sentence(m.start()), known, 3
            )
            self.names.append(name)
            home.names.append(name)

    def _joined(self, end: int, start: int) -> bool:
        return end <= start and not self.text.text[end:start].strip(" ,(")

    def _in_hashtags(self) -> list[tuple[int, int]]:
        """Where hashtags that run words together begin with a child's given name, or have it after a low line:
        #АйдананыТабамыз, #көмек_айдана; in Russian where they end with it: #ищемартура."""
        found = []
        tags = [(m.start() + 1, m.group()[1:].casefold()) for m in re.finditer(r"#\w{4,}", self.text.text)]
        for c in self.clusters if tags else ():
            known = c.names[0].known
            givens = {g for n in c.names for w in (n.given or n.words("word")) for g in known.bases(w)}
            for start, tag in tags:
                at = next((i for g in givens if len(g) > 3 and (i := tag.find(g)) >= 0), -1)
                if c.kind == "child" and known.cases_last and (at == 0 or tag[at - 1 : at] == "_"):
                    length = next(
                        len(g) for g in sorted(givens, key=len, reverse=True) if tag[at:].startswith(g)
                    )
                    found.append((start + at, start + at + length))
                if c.kind == "child" and not known.cases_last:
                    ends = (
                        re.search(rf"{re.escape(g[:-1])}[^\W_]{{1,3}}(?=_|\Z)", tag)
                        for g in givens
                        if len(g) > 4
                    )
                    found += [(start + m.start(), start + m.end()) for m in ends if m]
        return found
