"""Whether a draft tells of somebody what it tells of grown-ups only: work, marriage, own children, a part in what
befell somebody else's child."""

from __future__ import annotations

from functools import cached_property

from .... import lazy_re as re
from ..names import Name, feature
from .ground import BOUND, Ground
from .model import KIN_OF_CHILD, Cluster, Word

_WORD = re.compile(r"[^\W_]+")
#: a comma, and a word after it
_COMMA = re.compile(r"\s*,\s+(?=[^\W\d_])")


class GrownLife(Ground):
    """The signs of a grown-up's life that keep the steps which only guess from taking somebody for a child."""

    def _grown_life(self, c: Cluster) -> bool:
        """Whether the sentences of a person's names tell of work, marriage or own children, of a trade, or of what
        was done for or to a child who is somebody else."""
        if self._lives_grown_up(c):
            return True
        if c.names[0].known.cases_last or not self.text.tagged:
            return False
        return any(
            self._of_trade(n)
            or self._child_at(n)
            or (
                self._nominative(n)
                and (self._acts_on_child(n) or self._does_as_grown_ups(n) or self._has_child(n))
            )
            for n in c.names
        )

    def lives_grown_up(self, c: Cluster) -> bool:
        """The same of somebody named in full, or said to be kin of a child named beside; children work too, and of
        them a bare given name is told."""
        if any(k.reason == KIN_OF_CHILD for n in c.names for k in n.cues):
            return True
        whole = any(" " in self.text.text[n.start : n.end] for n in c.names)  # "Omar-Ali" is one given name
        return whole and self._grown_life(c)

    def _lives_grown_up(self, c: Cluster) -> bool:
        """Whether a sentence that has nobody else for its subject tells of work, marriage or own children."""
        text = self.text.text
        for n in c.names:
            s = self.text.sentences[n.sentence]
            mates = [*c.names, *(o for row in self.rows() if n in row for o in row)]
            alone = all(o in mates or o.sentence != n.sentence or not self._is_name(o) for o in self.names)
            if self._undergone(n):
                return True
            if n.forms and not any(case == "Nom" for _, case in n.forms):
                continue
            clause = BOUND.search(text, n.end)
            end = min(
                [o.start for o in self.names if o.start >= n.end] + [clause.start() if clause else s.end]
            )
            if n.known.whole("grown_life").search(text, n.end, s.end if alone else end):
                return True
            if not alone:
                continue
            if any(
                w.weight > 0
                and w.kind == "kin"
                and n.end <= w.start < s.end
                and n.known.whole("own_child").fullmatch(text[w.start : w.end])
                and not BOUND.search(text, n.end, w.start)
                for w in self.words
            ):
                return True
        return False

    def _undergone(self, n: Name) -> bool:
        """ "X-ACC was dismissed": what is done to grown-ups only, in a clause that tells of no kin of X."""
        start, end = self.clause_around(n)
        if n.known.whole("done_to_grown_ups").search(self.text.text, start, end) is None:
            return False
        return not any(w.kind == "kin" and w.weight < 0 and start <= w.start < end for w in self.words)

    def _of_trade(self, n: Name) -> bool:
        """A noun for somebody that is in no list, right before the name, after a comma behind it, or as what its bearer
        is or has become: "the barista X", "X, a barista,", "the donor was X"."""
        text = self.text
        behind = _COMMA.match(text.text, n.end)
        for at in (n.start - 2, behind.end() if behind else -1):
            if at >= 0 and self._trade_at(at, n) and not self._past(text.text[max(0, at - 2) : at + 1]):
                return True
        before = re.search(r"([^\W\d_]+)\s+([^\W\d_]+)\s+$", text.text[max(0, n.start - 40) : n.start])
        if before is None:
            return False
        base = n.start - len(before[0])
        first, second = base, base + before.start(2) - before.start()
        became = text.morph(first, "Case") == "Ins" and n.known.whole("became").fullmatch(before[2])
        of_whom = text.pos(second) == "NOUN" and text.morph(second, "Case") == "Gen"  # "the studio's guest X"
        return bool(became or of_whom) and text.morph(first, "Case") != "Gen" and self._trade_at(first)

    def _past(self, word: str) -> bool:
        """Whether a word ends as the past tense of a verb does, which taggers take for a noun at times."""
        return word.lower().endswith(self._past_endings)

    @cached_property
    def _past_endings(self) -> tuple[str, ...]:
        return tuple(self.text.regions.at(0).words("past_endings")) or ("\0",)

    def _trade_at(self, at: int, n: Name | None = None) -> bool:
        """A noun for somebody at an offset, in the case of a name where one is given."""
        token = self.text.token(at)
        case = self.text.morph(at, "Case")
        return (
            token is not None
            and (n is None or not n.forms or any(c == case for _, c in n.forms))
            and (token.pos_ == "NOUN" or bool(feature(token, "Ordinary")))
            and feature(token, "VerbForm") != "Part"
            and self.text.morph(at, "Animacy") == "Anim"
            and self.text.regions.at(at).whole("no_trades").fullmatch(token.text) is None
            and not any(w.weight >= -1 and w.start <= at < w.end for w in self.words)
        )

    @staticmethod
    def _nominative(n: Name) -> bool:
        return not n.forms or any(case == "Nom" for _, case in n.forms)

    def _acts_on_child(self, n: Name) -> bool:
        """ "X carried the boy out", "The pupil was hit by X" said with the pupil as the object: the subject of a
        clause whose object is a child."""
        start, end = self.clause_around(n)
        known = n.known
        acts = any(
            (self.text.pos(m.start()) == "VERB" and self.text.morph(m.start(), "Voice") != "Pass")
            or self._past(m.group())
            for m in _WORD.finditer(self.text.text, start, end)
        )
        if not acts or known.whole("called").search(self.text.text, start, end):
            return False
        return any(start <= w.start < end and self._object_child(w, n) for w in self.words)

    def _object_child(self, w: Word, n: Name) -> bool:
        raw = self.text.text[w.start : w.end]
        if (
            w.plural
            or w.weight <= 0
            or (w.kind == "age" and not w.front)
            or any(k.start == w.start for k in n.cues)
        ):
            return False
        if w.known.whole("equals").match(raw) or (
            w.kind == "kin" and not w.known.whole("own_child").fullmatch(raw)
        ):
            return False
        case = self._case(w)
        before = self.text.pos(w.start - 2) if w.start > 1 else ""
        if before == "ADJ" and self.text.morph(w.start - 2, "Case") not in ("Acc", "Gen"):
            before = ""  # "X was the first to see the child"
        return (case in ("Acc", "Dat") and before != "ADP") or (
            case == "Gen" and before not in ("NOUN", "ADP", "ADJ")
        )

    def _does_as_grown_ups(self, n: Name) -> bool:
        """What grown-ups do, in the clause of a name or where the next sentence goes on with "he" or "she"."""
        text = self.text.text
        start, end = self.clause_around(n)
        if n.known.whole("grown_acts").search(text, start, end):
            return True
        nxt = self.text.sentences[n.sentence + 1 : n.sentence + 2]
        if not nxt or self._others(n.end, nxt[0].start):
            return False
        head = text[nxt[0].start : nxt[0].end]
        genders = {g for g, case in n.forms if case == "Nom"} & {"f", "m"} or {"f", "m"}
        for g in genders:
            m = n.known.whole(f"he_or_she.{g}").search(head[:20])
            if m is None or len(head[: m.start()].split()) > 1:
                continue
            stop = BOUND.search(head, m.end())
            at, to = nxt[0].start, nxt[0].start + (stop.start() if stop else len(head))
            if any(n.known.whole(k).search(text, at, to) for k in ("grown_acts", "grown_life")):
                return True
        return False

    def _child_at(self, n: Name) -> bool:
        """ "X has a baby" (у X): a child in the nominative right behind a name that tells whose it is."""
        if not n.known.whole("at_whose").fullmatch(self._word_before(n.start)):
            return False
        return any(
            n.end <= w.start
            and w.weight > 0
            and w.kind in ("kin", "noun")
            and len(self.text.text[n.end : w.start].split()) <= 2
            and not BOUND.search(self.text.text, n.end, w.start)
            and any(
                n.known.whole(k).search(self.text.text, w.start, w.end) for k in ("own_child", "of_parents")
            )
            for w in self.words
        )

    def _has_child(self, n: Name) -> bool:
        """ "X wept. Her son …": a child of the last one named."""
        text = self.text.text
        here = self.text.sentences[n.sentence]
        nxt = self.text.sentences[min(n.sentence + 1, len(self.text.sentences) - 1)]
        for w in self.words:
            if not n.end <= w.start < nxt.end or w.weight <= 0 or w.kind not in ("kin", "noun", "age"):
                continue
            raw = text[w.start : w.end]
            own = n.known.whole("own_child").fullmatch(raw) or n.known.whole("of_parents").fullmatch(raw)
            before = text[max(0, w.start - 30) : w.start].split()[-2:]
            told = next((x for x in before if n.known.whole("his_or_her").fullmatch(x)), None)
            if not own or told is None or self._others(n.end, w.start):
                continue
            fits = next((g for g in ("f", "m") if n.known.whole(f"whose.{g}").fullmatch(told)), "any")
            genders = {g for g, case in n.forms if case == "Nom"} or {n.gender}
            born = n.known.whole("gives_birth").search(text, 0, here.end)
            if born is None and (fits == "any" or genders & {fits, "any"}):
                return True
        return False
