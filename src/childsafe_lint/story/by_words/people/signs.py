"""Names that no cue explains: several small signs make a child."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from .... import lazy_re as re
from ..names import Cue, Name
from ..patterns import UPPER
from .ground import BOUND
from .grown_life import GrownLife
from .model import GRAVE, SURE, Cluster, Word


class Signs(GrownLife):
    """Names that no cue explains: several small signs make a child."""

    def _unclear(self) -> None:
        """Names that nothing beside them explains, in a draft about children; several small signs make a child."""
        for c in self.clusters:
            known = c.names[0].known
            if not known.cases_last or c.kind != "unknown" or any(k.weight < 0 for k in c.cues):
                continue
            peer = any(k.kind == "peer" for k in c.cues)
            if not any(self._is_name(n) for n in c.names) or any(
                self._speaks(n) and not peer for n in c.names
            ):
                continue
            if (
                self._lives_grown_up(c)
                or self._of_the_family(c)
                or ((self._elder_sibling(c) or self._of_couple(c)) and not self._fate_shared(c))
                or any(self._did_to_child(n) or self._found_child(n) for n in c.names)
                or (
                    not c.cues
                    and all(known.whole("great").fullmatch(self.text.text[n.start : n.end]) for n in c.names)
                )
            ):
                continue
            given = {b for n in c.names for t in n.given for b in n.known.bases(t)}
            if any(
                o.kind == "adult" and any(n.known.bases(t) & given for n in o.names for t in n.given)
                for o in self.clusters
            ):
                continue  # "Aida T." beside a grown-up Aida
            if not c.cues and all(self._word_or_place(n) for n in c.names):
                continue
            signs = [s for n in c.names for s in self._signs(n)]
            if all(len(n.parts) == 1 for n in c.names):
                signs.append((1, c.names[0].start, c.names[0].end))
                if self.in_need and self._given_alone(c):
                    signs.append((1, c.names[0].start, c.names[0].end))
            signs += [s for n in c.names if self.in_need and (s := self._parent_follows(n))]
            if self._elder_sibling(c) and self._fate_shared(c) > 1:
                signs.append((1, c.names[0].start, c.names[0].end))
            if sum(s for s, _, _ in signs) + c.score >= SURE and any(w.weight > 0 for w in self.words):
                best = max(signs)
                c.names[0].cues.append(Cue(best[1], best[2], 3, "spoken of as a child", "noun"))

    def _elder_sibling(self, c: Cluster) -> bool:
        """An elder brother or sister of whom nothing else is told."""
        elder = c.names[0].known.whole("elder_siblings")
        return any(k.kind == "kin" and elder.fullmatch(self.text.text[k.start : k.end]) for k in c.cues)

    def _of_couple(self, c: Cluster) -> bool:
        """ "X and Y Dosanovs": two with a surname in the plural."""
        endings = c.names[0].known.family_endings
        rows = [r for r in self.rows() if len(r) == 2 and any(n in c.names for n in r)]
        return any(
            len(r[-1].parts) > 1 and r[-1].known.key(r[-1].parts[-1][1]).endswith(endings) for r in rows
        )

    def _fate_shared(self, c: Cluster) -> int:
        """ "Her elder sister X went under too": 1 for "too" behind a name, 1 for something grave beside it."""
        most = 0
        for n in c.names:
            s = self.text.sentences[n.sentence]
            after = re.compile(r"\s+([^\W\d_]+)").match(self.text.text, n.end)
            too = after is not None and after[1] in n.known.words("too")
            grave = n.known.whole("befell").search(self.text.text, s.start, s.end) is not None or any(
                k in GRAVE and p.search(self.text.text, n.end, s.end) for p, k, _ in n.known.situations
            )
            most = max(most, too + grave)
        return most

    def _did_to_child(self, n: Name) -> bool:
        """ "X, who beat the girl": what somebody did to a child stands right before the name."""
        before = re.search(r"([^\W\d_]+)\s+$", self.text.text[max(0, n.start - 25) : n.start])
        if before is None or n.known.whole("who_does").fullmatch(before[1]) is None:
            return False
        verb = n.start - len(before[0])
        return any(
            w.weight >= 3
            and w.kind == "noun"
            and 0 < verb - w.end <= 25
            and w.known.case_of_noun(self.text.text[w.start : w.end]) in ("Acc", "Dat")
            and not re.search(r"[,.;:]", self.text.text[w.end : verb])
            for w in self.words
        )

    def _word_or_place(self, n: Name) -> bool:
        """ "Hope waits for spring", "X (11th class, Aksu)": an ordinary word that opens a sentence, and the last in the
        brackets behind another name."""
        text = self.text.text
        if len(n.parts) > 1 or n.case == "Own":
            return False
        c = self.cluster_of(n)
        alone = c is not None and len(c.names) == 1 and not n.case
        said = re.match(r"\s*[–—-]\s", self.text.line_before(n.start)) is not None
        if alone and n.opener and not said and n.known.key(n.parts[0][1]) in n.known.ordinary_names:
            return True
        opened = text.rfind("(", 0, n.start)
        inside = text[opened + 1 : n.end + 1] if opened >= 0 else ""
        behind = any(0 <= opened - o.end <= 1 for o in self.names)
        return behind and inside.endswith(")") and "," in inside and inside.count(")") == 1

    def _found_child(self, n: Name) -> bool:
        """ "X heard a cry and found the baby-ACC": the subject of a sentence in which a child is the object."""
        s = self.text.sentences[n.sentence]
        return not n.case and any(
            w.weight >= 3
            and w.kind == "noun"
            and not w.plural
            and w.known.case_of_noun(self.text.text[w.start : w.end]) == "Acc"
            for w in self.words
            if n.end <= w.start < s.end
        )

    def _of_the_family(self, c: Cluster) -> bool:
        """ "G. Dosanova" beside a child Aida Dosanova: of the surname, and not of the given name."""
        first = c.names[0]
        if first.parts[0][0] != "initial":
            return False
        known, letter = first.known, first.parts[0][1][0].casefold()
        mine = {known.family(b) for w in first.surnames for b in known.bases(w)}
        for o in self.clusters:
            given = [w for n in o.names for w in n.given]
            surnames = {known.family(b) for n in o.names for w in n.surnames for b in known.bases(w)}
            if o is not c and given and mine & surnames and all(w[0].casefold() != letter for w in given):
                return o.kind == "child"
        return False

    @cached_property
    def in_need(self) -> bool:
        """Whether the draft speaks of children, and of what they are protected in."""
        known = self.text.regions.at(0)
        return any(w.weight > 0 for w in self.words) and any(
            p.search(self.text.text) for p, kind, _ in known.situations if kind != "positive"
        )

    def _given_alone(self, c: Cluster) -> bool:
        """Called by a listed given name and nothing else, as no stranger who is grown up is; no place ("at Zhambyl"),
        nobody named in a row with a grown-up, no parent ("Asyl and Bota … . Their daughter …")."""
        known = c.names[0].known
        if any(len(n.parts) > 1 or n.parts[0][0] != "given" or n.plural for n in c.names):
            return False
        if all(n.case in ("Loc", "Abl") for n in c.names) or any(k.kind == "kin" for k in c.cues):
            return False
        if all(re.match(rf" [{UPPER}]", self.text.text[n.end :]) for n in c.names):
            return False
        if all(n.opener and known.bases(n.parts[0][1]) & known.not_names for n in c.names):
            return False
        if self._with_grown_up(c.names[0]):
            return False
        return self._opens_next(c.names[0], lambda w: w.kind == "kin" and w.weight > 0) is None

    def _opens_next(self, n: Name, fits: Callable[[Word], bool]) -> Word | None:
        """A fitting word that opens the sentence after a name and has a name beside it, nobody else in between."""
        s = self.text.sentences[min(n.sentence + 1, len(self.text.sentences) - 1)]
        w = next((w for w in self.words if s.start <= w.start < s.end), None)
        if w is None or not fits(w) or not self.text.opens(w.start) or s.start < n.end:
            return None
        beside = any(w.end < o.start <= w.end + 2 for o in self.names)
        return w if beside and not self._others(n.end + 8, w.start) else None

    def _parent_follows(self, n: Name) -> tuple[int, int, int] | None:
        """ "Aida X … . Her mother, Zarina X, …": the sentence after opens with a parent who has a name."""
        parent = n.known.whole("parent_words")
        text = self.text.text
        w = self._opens_next(
            n, lambda w: w.weight < 0 and w.kind == "kin" and parent.match(text, w.start) is not None
        )
        return (2, w.start, w.end) if w is not None else None

    def _likely(self) -> None:
        """Names that nothing explains, in a draft about a child: grown-ups have a surname or a trade there, and a
        child without a name waits for one. Several small signs make a child."""
        if not any(w.weight > 0 for w in self.words) or not self.text.tagged:
            return
        for c in self.clusters:
            first = c.names[0]
            told = any(k.weight for k in c.cues) or first.known.cases_last or first.plural
            if told or c.kind != "unknown" or any(self._speaks(n) for n in c.names):
                continue
            if self._grown_life(c) or any(
                self._beside_grown_up(n) or self._lost_child(n) or self._view_of(n) for n in c.names
            ):
                continue
            signs = self._likely_signs(c)
            if sum(s for s, _, _ in signs) >= SURE:
                best = max(signs)
                first.cues.append(Cue(best[1], best[2], 3, "spoken of as a child", "noun"))

    def _likely_signs(self, c: Cluster) -> list[tuple[int, int, int]]:
        """(weight, start, end) of what hints that a person is a child."""
        first, known, text = c.names[0], c.names[0].known, self.text.text
        bare = all(self._bare(n) for n in c.names)
        out = [(1, first.start, first.end)] if bare else []
        out += [(2, k.start, k.end) for k in c.cues if k.kind == "peer"]
        for k in c.cues:  # "the girl X and her brother Y"
            if k.kind == "kin" and not k.weight and bare and self._beside_child(first):
                out.append((1, k.start, k.end))
        for n in c.names if bare else ():  # "In the picture: X (left) with her mother"
            gap = re.compile(r"(?:\s*\([^()\n]{1,20}\))?\s+").match(text, n.end)
            if gap and (m := known.whole("with_family").match(text, gap.end())):
                out.append((2, m.start(), m.end()))
        if bare and any(known.whole("mine").fullmatch(self._word_before(n.start)) for n in c.names):
            out.append((1, first.start, first.end))  # "my X stood beside me"
        before = text[max(0, first.start - 25) : first.start]
        after_adult = "adult" in self._first_of(first)  # "The first, lawyer X, … The second, Y, …"
        for m in () if after_adult else known.whole("one_of").finditer(before):
            if re.fullmatch(r"\s*[,–—]\s*(?:[–—]\s*)?", before[m.end() :]):
                at = first.start - len(before) + m.start()
                out.append((2 if bare else 1, at, at + len(m.group())))
        if (w := self._waiting(c)) is not None:
            out.append((1, w.start, w.end))
        elif not any(o.kind == "child" for o in self.clusters):
            return []
        elif bare and (w := next((w for w in self.words if w.weight >= 3 and w.plural), None)) is not None:
            out.append((1, w.start, w.end))
        out += [s for n in c.names if (s := self._done_to(n))]
        relative = self._relative_named(c)
        if relative is not None:
            out.append((1, relative.start, relative.end))
        if bare:
            out += [s for n in c.names for s in self._told_by_family(n)]
        return out

    def _beside_grown_up(self, n: Name) -> bool:
        """ "His friends X, Y and the 19-year-old Z": in a row with a grown-up."""
        for row in self.rows():
            if n not in row:
                continue
            end = row[-1].end
            joined = any(
                w.kind == "age"
                and w.front
                and w.weight < 0
                and 0 < w.start - end < 8
                and self._joins(self.text.text[end : w.start], n.known)
                for w in self.words
            )
            return joined or any(self._kind(o) == "adult" for o in row)
        return False

    def _beside_child(self, n: Name) -> bool:
        return any(o.sentence == n.sentence and self._kind(o) == "child" for o in self.names if o is not n)

    def _done_to(self, n: Name) -> tuple[int, int, int] | None:
        """ "X-ACC was beaten by four": an object of a sentence that tells of harm."""
        row = next((r for r in self.rows() if n in r), [n])
        if not n.forms or any(c == "Nom" for _, c in n.forms) or self._no_object(row[0]):
            return None
        s = self.text.sentences[n.sentence]
        for pattern, kind, frame in n.known.situations:
            if kind in GRAVE and frame == "done_to" and (m := pattern.search(self.text.text, s.start, s.end)):
                return (1, m.start(), m.end())
        return None

    def _waiting(self, c: Cluster) -> Word | None:
        """A word for one child of fitting gender that no child of the draft is named by."""
        kids = [o for o in self.clusters if o.kind == "child"]
        for w in self.words:
            if w.weight < 3 or w.plural or w.taken or (w.kind == "age" and not w.front):
                continue
            if w.gender != "any" and c.gender not in (w.gender, "any"):
                continue
            if w.kind == "grade" and len(self.text.text[w.start : w.end].split()) > 1:
                continue  # a class, not somebody in it
            if self._apart_in_clause(w, c):
                continue
            if not self._specific(w) or any(
                w.gender in (o.gender, "any") or o.gender == "any" for o in kids if o.start < c.start
            ):
                continue
            return w
        return None

    def _apart_in_clause(self, w: Word, c: Cluster) -> bool:
        """ "X beat a girl": the subject of a sentence is not its object."""
        first = c.names[0]
        low, high = min(w.end, first.end), max(w.start, first.start)
        if self._bare(first) and BOUND.search(self.text.text, low, high):
            return False  # "X moved there in autumn, and in winter they broke the child's arm"
        return (
            self.text.sentence(w.start) == first.sentence
            and bool(first.forms)
            and all(case == "Nom" for _, case in first.forms)
            and (
                self.text.morph(w.end - 1, "Case") in ("Acc", "Gen", "Dat")
                or self.text.pos(w.start - 2) == "ADP"
            )
        )

    def _relative_named(self, c: Cluster) -> Name | None:
        """Somebody of the same surname whom a word of kinship makes a grown-up of the family."""
        mine = {n.known.family(b) for n in c.names for w in n.surnames for b in n.known.bases(w)}
        for o in self.clusters:
            if o is c or not any(k.kind == "kin" and k.weight < 0 for k in o.cues):
                continue
            for n in o.names:
                if any(n.known.family(b) in mine for w in n.surnames for b in n.known.bases(w)):
                    return n
        return None

    def _signs(self, n: Name) -> list[tuple[int, int, int]]:
        """(weight, start, end) of words that hint at a child: what befell it, what is said of it, the headline."""
        text = self.text.text
        before = text[max(0, n.start - 30) : n.start]
        heads = [w for w in self.words if w.weight > 0 and self._headline(w)]
        out = [
            (2 if heads else 1, n.start - len(before) + m.start(), n.start - len(before) + m.end())
            for m in n.known.whole("befallen").finditer(before)
            if not before[m.end() :].strip() and not self._befell_anothers(n, before[: m.start()])
        ]
        out += [(2, c.start, c.end) for c in n.cues if c.kind == "peer"]
        # "Ali M.": whose name is kept back, the more so under a headline about children
        roles = [role for role, _ in n.parts]
        if "initial" in roles and roles[:2] != ["initial", "initial"] and (roles[0] != "initial" or heads):
            out.append((2 if heads and roles[0] != "initial" else 1, n.start, n.end))
        if any(o.sentence == n.sentence and self._kind(o) == "child" for o in self.names if o is not n):
            out.append((1, n.start, n.end))
        if n.known.is_endearment(n.parts[0][1]) and len(n.parts) == 1:
            out.append((1, n.start, n.end))
        if n.known.people.get("fond") and n.known.whole("fond").search(self.text.line_before(n.start)[-16:]):
            out.append((2, n.start, n.end))  # "my dear, Nurlybek, where are you?"
        if n.case == "Own":  # "my X", "your X"
            out.append((2, n.start, n.end))
        for w in self.words:
            if w.weight > 0 and not w.plural and not w.taken and self._hints(w, n):
                out.append((2, w.start, w.end))
        return out + self._told_by_family(n)

    @staticmethod
    def _befell_anothers(n: Name, before: str) -> bool:
        """ "Whose son has died, X", "whose scooter was stolen, X": said of what is X's."""
        last = re.search(r"([^\W\d_]{4,})\s+$", before)
        return last is not None and n.known.whole("whose").fullmatch(last[1]) is not None

    def _hints(self, w: Word, n: Name) -> bool:
        """ "X is the quietest child of the class."; "X … . The girl …"; a child in the headline and then X."""
        if self._others(min(n.end, w.end), max(n.start, w.start)):
            return False
        text = self.text.text
        here = self.text.sentence(w.start)
        if n.end <= w.start and here == n.sentence and w.kind in ("noun", "kin") and not n.case:
            if n.known.cases_last and n.known.case_of_noun(text[w.start : w.end]) not in ("", "Own"):
                return False  # "X with her son."
            closes = n.known.framed(r"\s*(?:[.,!?…–—»]|$)|\s+(?:", "copulas", r")\b")
            return closes.match(text, w.end) is not None
        if here == n.sentence + 1 and w.kind == "noun":
            s = self.text.sentences[here]
            mine = self.text.sentences[n.sentence]
            other = any(x.weight > 0 and mine.start <= x.start < mine.end for x in self.words)
            opens = not re.search(r"\w", text[s.start : w.start])
            return opens and not other and "\n\n" not in text[n.end : s.start]
        # nobody grown up, named or not, comes in between
        between = any(
            x.weight < 0 and not x.taken and x.kind in ("age", "noun") and w.end <= x.start < n.start
            for x in self.words
        )
        person = len(n.parts) > 1 or bool(n.known.bases(n.parts[0][1]) & n.known.given_names)
        return self._headline(w) and 1 <= n.sentence - here <= 2 and person and not between

    def _headline(self, w: Word) -> bool:
        first = next(iter(self.draft.blocks), None)
        return (
            first is not None
            and first.kind == "headline"
            and w.end <= first.span.end
            and w.kind in ("age", "grade", "noun")
        )

    def _told_by_family(self, n: Name) -> list[tuple[int, int, int]]:
        """ "– X did not come home, – says his mother"."""
        near = self.text.text[n.end : n.end + 160].split("\n")[0]
        for m in n.known.whole("speech").finditer(near):
            for k in n.known.whole("kin_adult").finditer(near, m.end(), min(len(near), m.end() + 30)):
                return [(1, n.end + k.start(), n.end + k.end())]
        return []
