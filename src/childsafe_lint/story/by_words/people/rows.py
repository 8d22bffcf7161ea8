"""Names in a row: what is said of one, or of all, is said of each."""

from __future__ import annotations

from itertools import pairwise

from .... import lazy_re as re
from ..knowledge import ADULT
from ..names import Cue, Name
from ..patterns import value_of
from .grown_life import GrownLife
from .model import GRAVE, KIN_OF_CHILD, Word


class Rows(GrownLife):
    """Names in a row: what is said of one, or of all, is said of each."""

    def _spread(self) -> None:
        """ "Brothers Arman and Darkhan, 7 and 9": what is said of one of a row is said of all."""
        for group in self.rows():
            if len(group) < 2:
                continue
            self._at_home(group)
            plural = [
                c for n in group for c in n.cues if self._plural_at(c.start) or self._of_two(c, group[0])
            ]
            ages = [c for c in group[-1].cues if c.kind == "age" and self._listed(c, group[-1].end)]
            classes = [c for c in group[-1].cues if c.kind == "grade" and self._of_all(c, group[-1])]
            for cue in group[-1].cues if group[-1].known.cases_last else ():
                gap = self.text.text[group[-1].end : max(cue.start, group[-1].end)]
                dashed = re.fullmatch(r"\s*[–—-]\s*(?:[^\W\d_-]+(?:-[^\W\d_]+)?\s+){0,4}", gap)
                if cue.weight < 0 and cue.kind != "age" and dashed:
                    for n in group[:-1]:  # "her sons X, Y and Z are engineers"
                        n.cues.append(Cue(cue.start, cue.end, cue.weight, cue.reason, cue.kind))
            for cue in [*plural, *ages, *classes]:
                two = self._of_two(cue, group[0])
                for n in group:
                    if not any(c.weight for c in n.cues if not two or c.kind == "kin"):
                        kind = "kin" if two else "noun"
                        n.cues.append(Cue(cue.start, cue.end, cue.weight, cue.reason, kind))
                        if cue in plural and n.known.cases_last and n.score > -6:
                            n.score = max(n.score, 1)

        self._parents_of()
        self._with_others()
        self._after_colon()
        self._after_siblings()
        self._among()

    def _at_home(self, group: list[Name]) -> None:
        """ "In the house of X and Y Dosanovs": a couple whose family or children are told of."""
        last, known = group[-1], group[-1].known
        if len(group) != 2 or not known.key(last.parts[-1][1]).endswith(known.family_endings):
            return
        for key in ("family_words", "offspring"):
            gap = re.compile(r"\s+").match(self.text.text, last.end)
            m = known.whole(key).match(self.text.text, gap.end()) if gap else None
            if m is not None and not any(c.weight > 0 for n in group for c in n.cues):
                for n in group:
                    n.cues.append(Cue(m.start(), m.end(), -3, "a parent", "kin"))
                return

    def _among(self) -> None:
        """ "Among the injured children is X", "of the pupils only X and Y came"."""
        rows = self.rows()
        for w in self.words:
            if not w.plural or w.weight < 3 or w.kind not in ("noun", "grade") or w.known.cases_last:
                continue
            s = self.text.sentences[self.text.sentence(w.start)]
            before = self.text.text[max(s.start, w.start - 40) : w.start]
            ways = list(w.known.whole("among").finditer(before))
            row = next((r for r in rows if w.end <= r[0].start < s.end), None)
            if not ways or row is None or len(before[ways[-1].end() :].split()) > 3:
                continue
            gap = self.text.text[w.end : row[0].start]
            nouns = any(self.text.pos(i) in ("NOUN", "PROPN") for i in self._offsets(w.end, row[0].start))
            if nouns or len(gap.split()) > 5 or re.search(r"[.;()«»]", gap):
                continue
            for n in row:
                if not any(c.weight for c in n.cues) and (not n.forms or any(c == "Nom" for _, c in n.forms)):
                    n.cues.append(Cue(w.start, w.end, 3, "a word for children", "noun"))

    def _after_colon(self) -> None:
        """ "Five children have lost their mother: X, Y and Z"."""
        for row in self.rows():
            first, known = row[0], row[0].known
            s = self.text.sentences[first.sentence]
            before = self.text.text[s.start : first.start]
            bare = all(n.parts[0][0] in ("given", "word") and not n.cues for n in row)
            if len(row) < 2 or not bare or not re.search(r":\s*$", before):
                continue
            for w in self.words:
                if not s.start <= w.start < first.start or not w.plural or w.weight < 3 or w.taken:
                    continue
                count = self._word_before(w.start)
                counted = known.number(count) is not None or count in known.words("collective")
                if counted or known.cases_last or self.text.morph(w.end - 1, "Case") == "Nom":
                    for n in row:
                        n.cues.append(Cue(w.start, w.end, 3, "a word for children", "noun"))
                    break

    def _after_siblings(self) -> None:
        """ "There sit the brothers: X, eleven, Y, who is two years younger, and Z": what stands between the names
        parts a row; all are children where one is."""
        for w in self.words:
            colon = re.compile(r"\s*:\s*").match(self.text.text, w.end)
            brothers = w.weight >= 3 or w.known.whole("siblings").fullmatch(self.text.text[w.start : w.end])
            if colon is None or not w.plural or not brothers or w.known.cases_last:
                continue
            s = self.text.sentences[self.text.sentence(w.start)]
            named = [n for n in self.names if colon.end() <= n.start < s.end and self._is_name(n)]
            ages = [c for n in named for c in n.cues if c.kind in ("age", "grade") and c.weight > 0]
            if len(named) < 2 or not ages or not all(self._bare(n) for n in named):
                continue
            for n in named:
                if not any(c.weight for c in n.cues):
                    n.cues.append(Cue(w.start, w.end, 3, "a word for children", "noun"))

    def _with_others(self) -> None:
        """ "X and one more teenager": X is one; "X and his three children": X is a parent."""
        text = self.text.text
        for group in self.rows():
            last, known = group[-1], group[-1].known
            m = known.whole("and_others").match(text, last.end + len(", ")) or known.whole(
                "and_others"
            ).match(text, last.end + 1)
            parents = known.whole("and_their").match(text, last.end + 1) or known.whole("and_their").match(
                text, last.end + len(", ")
            )
            for w in self.words:
                if not 0 < w.start - last.end < 50 or w.weight <= 0 or w.kind not in ("noun", "grade", "kin"):
                    continue
                raw = text[w.start : w.end]
                if (
                    parents
                    and known.whole("offspring").fullmatch(raw)
                    and self._only_adjectives(parents.end(), w)
                ):
                    cue = Cue(parents.start(), w.end, -3, "a parent", "kin")
                elif m and w.kind != "kin" and self._only_adjectives(m.end(), w):
                    cue = Cue(w.start, w.end, 3, "a word for a child", "noun")
                elif (
                    parents
                    and known.whole("equals").fullmatch(raw)
                    and self._only_adjectives(parents.end(), w)
                ):
                    cue = Cue(w.start, w.end, 3, "somebody of a child's age", "noun")
                else:
                    break
                for n in group:
                    if not any(c.weight for c in n.cues):
                        n.cues.append(cue)
                break

    def _only_adjectives(self, start: int, w: Word) -> bool:
        between = self.text.text[start : w.start]
        words = re.findall(r"[^\W_]+", between)
        return len(words) <= 2 and not re.search(r"[^\w\s-]", between)

    def _plural_at(self, start: int) -> bool:
        return any(w.start == start and w.plural for w in self.words)

    def _of_two(self, cue: Cue, first: Name) -> bool:
        """ "His parents X and Y", a singular where a word for two people has no plural."""
        known = first.known
        couple = known.has("relative", "couples") and known.cases_last
        return couple and known.detail("relative", "couples").match(self.text.text, cue.start) is not None

    def _listed(self, cue: Cue, floor: int) -> bool:
        return re.search(r"\d\s*(?:,|[^\W\d_]{1,3})\s*$", self.text.text[floor : cue.start]) is not None

    def _of_all(self, cue: Cue, last: Name) -> bool:
        """ "X, Y and Z, all of 10 A"."""
        between = self.text.text[last.end : cue.start]
        return cue.start > last.end and last.known.whole("all_of").search(between) is not None

    def _in_one_breath(self) -> None:
        """ "Halid, Sumeya and Yusuf": bare given names in a row with a child's are children's."""
        for group in self.rows():
            clusters = [c for n in group if (c := self.cluster_of(n)) is not None]
            child = next((c for c in clusters if c.kind == "child"), None)
            if child is None or any(c.kind == "adult" for c in clusters):
                continue
            cue = next(k for k in child.cues if k.weight > 0)
            polite = {any(r == "patronymic" for n in c.names for r, _ in n.parts) for c in clusters}
            for c in clusters:
                called = any(r == "patronymic" for n in c.names for r, _ in n.parts)
                if c.kind == "unknown" and not (
                    called and len(polite) > 1 and not c.names[0].known.cases_last
                ):
                    c.names[0].cues.append(Cue(cue.start, cue.end, 3, "named in a row with a child", "noun"))

    def _parents_of(self) -> None:
        """ "The parents of nine-year-old X, Y and Z": behind a word for parents and a name in the genitive, who they
        are, in the nominative."""
        for w in self.words:
            if w.kind != "kin" or w.weight >= 0 or not w.plural or w.known.cases_last:
                continue
            s = self.text.sentences[self.text.sentence(w.start)]
            named = [n for n in self.names if w.end < n.start < min(s.end, w.end + 90) and self._is_name(n)]
            if len(named) < 2 or not any(c == "Gen" for _, c in named[0].forms):
                continue
            between = self.text.text[w.end : named[0].start]
            if named[0].start - w.end > 30 or re.search(r"[,.;:()«»]", between):
                continue
            for one, n in pairwise(named):
                gap = self.text.text[one.end : n.start]
                parted = re.fullmatch(r"\s*,\s*" if one is named[0] else r"\s*,\s*|\s+[^\W\d_]\s+", gap)
                if parted is None or not any(c == "Nom" for _, c in n.forms) or any(c.weight for c in n.cues):
                    break
                n.cues.append(Cue(w.start, w.end, -4, KIN_OF_CHILD, "kin"))

    def _of_many(self, w: Word) -> bool:
        """ "They are 16 years": a word for several people opens the sentence."""
        s = self.text.sentences[self.text.sentence(w.start)]
        first = w.known.whole("pronouns_plural").match(self.text.text, s.start)
        return first is not None and not self._others(s.start, w.start)

    def _announced(self, start: int, row: list[Name]) -> bool:
        """ "She left her three children. Alua, Aisha and Adia …": bare given names in the sentence after."""
        first = row[0]
        return (
            first.known.cases_last
            and first.start > start
            and self.text.sentence(first.start) - self.text.sentence(start) <= 1
            and all(len(n.parts) == 1 and n.parts[0][0] == "given" for n in row)
            and not self._others(start, first.start)
        )

    def _rows_of_children(self) -> None:
        """ "Brothers Khurshed and Umid … The boys …", "… The elder is fourteen": said of a row of names before."""
        rows = [r for r in self.rows() if len(r) > 1]
        self._rows_of_grown_ups(rows)
        said = [
            (w.start, w.end)
            for w in self.words
            if w.plural and w.weight >= 3 and not w.taken and w.kind != "age"
            if not w.known.whole("of_any_age").fullmatch(self.text.text[w.start : w.end])
            and not self._grandfathers(w)
        ]
        said += [
            (w.start, w.end)
            for w in self.words
            if w.plural and w.kind == "kin" and w.weight > 0 and not w.taken and w.known.cases_last
        ]
        said += [
            (w.start, w.end)
            for w in self.words
            if w.known.cases_last and w.weight >= 3 and not w.taken and self._of_many(w)
        ]
        for m, known in self.text.regions.find(lambda k: k.whole("ages_in_row")):
            years = known.number(value_of(m, "n") or "")
            if years is not None and years < ADULT:
                said.append((m.start(), m.end()))
        for start, end in said:
            known = self.text.regions.at(start)
            owned = known.cases_last and known.case_of_noun(self.text.text[start:end]) not in ("", "Own")
            for row in reversed(rows):
                if owned and known.key(row[-1].parts[-1][1]).endswith(known.family_endings):
                    continue  # "X and Y Dosanovs … . The children's room …": theirs
                clusters = [c for n in row if (c := self.cluster_of(n)) is not None]
                near = 0 < self.text.sentence(start) - row[-1].sentence <= 2 and row[-1].end <= start
                near = near or self._announced(start, row)
                polite = any(r == "patronymic" for c in clusters for n in c.names for r, _ in n.parts)
                polite = polite or any(
                    self._grown_life(c) for c in clusters
                )  # "X and Y adopted three children"
                polite = polite or (self._couple_of(row) and not self._told_as_two(row, start))
                if near and not polite and clusters and all(c.kind == "unknown" for c in clusters):
                    for c in clusters:
                        c.names[0].cues.append(Cue(start, end, 3, "a word for children", "noun"))
                    break

    def _grandfathers(self, w: Word) -> bool:
        """ "The boys of the second company are grandfathers by now"."""
        s = self.text.sentences[self.text.sentence(w.start)]
        return bool(w.known.people.get("grown_by_now")) and (
            w.known.whole("grown_by_now").search(self.text.text, w.end, s.end) is not None
        )

    def _couple_of(self, row: list[Name]) -> bool:
        """ "In the house of X-M and Y-F Dosanovs eight children sit at the table": a man and a woman of one surname, of
        whom no word tells that they are brother and sister."""
        one, other = row[0], row[-1]
        tails = tuple(one.known.words("family_endings"))
        if len(row) != 2 or one.known.cases_last or len(one.parts) > 1 or len(other.parts) != 2:
            return False
        sexes = {self._gender(one), self._gender(other)}
        if sexes != {"f", "m"} or not other.known.key(other.parts[-1][1]).endswith(tails):
            return False
        s = self.text.sentences[one.sentence]
        return one.known.whole("siblings").search(self.text.text, s.start, one.start) is None

    def _told_as_two(self, row: list[Name], at: int) -> bool:
        """ "Katya and Misha Dosanov went missing. The children …": a word for children that counts no others, of two
        whom something grave befell, or who are called by short names, is said of them."""
        known, text = row[0].known, self.text.text
        before = self._word_before(at).lower()
        if before not in known.words("both_before") and (
            before in known.words("collective") or known.number(before) not in (None, len(row))
        ):
            return False
        if all(known.bases(n.parts[0][1]) & set(known.short_names) for n in row):
            return True
        start = self.text.sentences[row[0].sentence].start
        end = self.text.sentences[self.text.sentence(at)].end
        return any(kind in GRAVE and p.search(text, start, end) for p, kind, _ in known.situations)

    def _rows_of_grown_ups(self, rows: list[list[Name]]) -> None:
        """ "X, Y and Z were tried. The first two are twenty-one, the third is nineteen": ages of a row, all over 17."""
        for w in self.words:
            if w.kind != "age" or w.taken or w.weight >= 0 or w.front or w.known.cases_last:
                continue
            here = self.text.sentence(w.start)
            s = self.text.sentences[here]
            told = list(w.known.whole("each_of_row").finditer(self.text.text, s.start, w.start + 1))
            told = [m for m in told if len(self.text.text[m.end() : w.start].split()) <= 4]
            row = next((r for r in reversed(rows) if r[-1].end <= w.start), None)
            if not told or row is None or here - row[-1].sentence > 2 or self._others(row[-1].end, w.start):
                continue
            if any(x.kind == "age" and x.weight > 0 and s.start <= x.start < s.end for x in self.words):
                continue
            clusters = [c for n in row if (c := self.cluster_of(n)) is not None]
            for c in clusters if all(c.kind == "unknown" for c in clusters) else ():
                self._note(c.names[0], w)
            w.taken = True
