"""Family told by the words beside a name: "her mother, X", "X, an uncle of the boy", "the wife of X"."""

from __future__ import annotations

from .... import lazy_re as re
from ....spans import Span
from ...model import Person
from .own_child import OwnChild
from .whose import Whose


class Beside(OwnChild, Whose):
    """What the words before a name say, those behind it, and the sentence before."""

    def _look(self, p: Person) -> None:
        why = next((w for m in p.mentions if (w := self._said(m, p))), None)
        if why:
            self._take(p, p.mentions[0], why)

    def _said(self, m: Span, p: Person) -> str | None:
        left, right = self.scene.left(m.start, 110), self.scene.right(m.end, 110)
        if self.re["courtesy"].search(left):
            self.refused.add(p.id)
            return None
        if self.re["counsel"].search(left) or self.re["counsel_next"].match(right):
            return None
        if self.re["of_suspect"].search(left) and not self._child_is_accused():
            return None
        if re.match(r"\s?\d", right):
            return None  # "gave her father Rs15,000"
        word = self._word_before(m, left, right)
        if word is None:
            return None
        hit, left = word
        if (
            hit is not None
            and self._possessor_ok(hit, "poss", m.start - len(left), m)
            and self._plain_gap(left[_kin_end(hit) :])
        ):
            return f"'{hit['kin'].lower()}'"
        return (
            self._of_family_before(m, left)
            or self._word_after(m, right)
            or self._brings_up(m, left, right)
            or self._grown_child(m, left)
            or self._lived_with(right)
            or self._has_child(m, left, right)
            or self._sentence_before(m, p, right)
            or self._peer(m, right)
        )

    def _kin_before(self, left: str) -> re.Match[str] | None:
        """The word for family before a name."""
        hit = self.re["kin_before"].search(left)
        if hit is not None and not self._plain_gap(left[_kin_end(hit) :]):
            hit = self.re["kin_before"].search(left, hit.end("kin"))  # "uncle and guardian X"
        if (
            hit is not None
            and hit["poss"] is None
            and hit["of"] is None
            and left[hit.end("kin") :] == " "
            and hit["kin"].lower() in self.scene.words("relative", "courtesy")
        ):
            hit = None  # "Mama Joy", "Aunty Doreen", "Nana Adwoa": how a neighbour, an elder or a chief is called
        return hit

    def _word_before(self, m: Span, left: str, right: str) -> tuple[re.Match[str] | None, str] | None:
        """The word for family before a name, where it may tell of this name, and the text that it was found in; None
        where the words tell of nobody's family."""
        hit = self._kin_before(left)
        if hit is not None and self.re["made_up"].search(hit["mods"] or ""):
            return None
        if hit is not None and left[_kin_end(hit) :].strip() == "," and self.re["said_next"].match(right):
            hit = None  # "would not leave her brother, Rosa Tan said"
        if hit is not None and hit["of"] is not None:
            of = hit["of"].strip()
            if self.re["several"].match(of) or self.re["title"].fullmatch(of + " "):
                hit = None  # "a mother of two, X", "a relative of Mr X"
        if (
            hit is not None
            and hit["kin"].lower() == "guardian"
            and self.re["of_court"].search(self._sentence(m))
        ):
            return None
        if hit is not None:
            many = hit["kin"].lower()
            gap = self.re["first_of_two"].sub("", left[_kin_end(hit) :]).strip()
            if re.search(
                r"\b(?:ward|nursing|theatre|lay|charge|house|cottage|dormitory|hostel|boarding)\s*$",
                hit["mods"] or "",
                re.I,
            ):
                return None  # "ward sister X"
            if many in ("parents", "relatives") and gap not in ("", ",", ":", "(", "–", "—"):
                return None
            if many in ("family", "families", "household") and gap not in (":", "("):
                if self.re["kin_after"].match(right) is None:
                    return None  # "family doctor X"
                hit = None  # "a family spokesman, X, who is the boy's uncle"
            elif hit["kin"] in ("Father", "Mother", "Brother", "Sister") and left[_kin_end(hit) :] == " ":
                # of an order or on a ward, whatever stands before: "her guardian, Sister Ann"
                left = left[: hit.start("kin")]
                hit = self.re["kin_before"].search(left)
        return hit, left

    def _of_family_before(self, m: Span, left: str) -> str | None:
        """ "Her husband X", of somebody who is family."""
        if self.re["partner_before"].search(left):
            return "family of the child's family"
        if (hit := self.re["spouse_before"].search(left)) and self._of_family(
            hit["poss"].lower(), m.start - len(left) + hit.start("poss")
        ):
            return "family of the child's family"
        return None

    def _word_after(self, m: Span, right: str) -> str | None:
        """ "X, her mother", "X is an uncle of the girl", "X, my husband" where a parent tells."""
        if self.re["my_own"].match(right) and self.scene.family_near(m.start):
            return "family of who tells of the child"
        if hit := self.re["kin_after"].match(right):
            bare = hit["poss"] is None or (
                hit["kin"].lower() in self.scene.words("relative", "peer")
                and hit["poss"].lower() not in ("his", "her", "their")
            )
            head = right[: hit.start("kin")]
            if (not bare or (hit["of"] and hit["poss"] is None)) and (
                "," in head
                or "(" in head
                or "–" in head
                or "—" in head
                or re.match(r"\s*(?:is|was)\b", right)
            ):
                if hit["of"] is not None and re.match(
                    r"(?:two|three|four|five|six|seven|eight|one|an?)\b", hit["of"], re.I
                ):
                    pass  # "a father of three" tells nothing about this child
                elif (hit["poss"] or "").lower() in ("a", "an") and not hit["of"]:
                    pass
                elif self._possessor_ok(hit, "poss", m.end, m):
                    return f"'{hit['kin'].lower()}'"
        if self.re["kin_of_kin"].match(right):
            return "family of the child's family"
        return None

    def _grown_child(self, m: Span, left: str) -> str | None:
        """ "Her elder daughter X", of somebody who is family."""
        if (hit := self.re["grown_child"].search(left)) and self._is_kins(
            hit["poss"].lower(), m.start - len(left) + hit.start("poss")
        ):
            return "brother or sister of the child"
        return None

    def _lived_with(self, right: str) -> str | None:
        """ "X, who lived with the girl's mother"."""
        if self.re["lived_with"].match(right):
            return "lived with the child or its mother"
        return None

    def _sentence_before(self, m: Span, p: Person, right: str) -> str | None:
        """ "… told his mother. X, 36, …": the word for family stands before a name that opens its sentence."""
        s = self.scene.refs.sentence(m.start)
        if m.start - s.start < 3 and self.re["apposed"].match(right):
            before = self.text[max(0, s.start - 60) : m.start]
            hit = self.re["told_before"].search(before)
            if hit and self._possessor_ok(hit, "poss", m.start - len(before), m):
                return f"'{hit['kin'].lower()}' in the sentence before"
            i = self.scene.refs.sentence_index(m.start)
            if i and (kin := self._told_of(self.scene.refs.sentences[i - 1], p)):
                return f"'{kin}' in the sentence before"
        return None

    def _peer(self, m: Span, right: str) -> str | None:
        """ "X and her brother Tom", where Tom is a child to protect."""
        if self.re["peer_named"].match(right[: self._next_child(m.end)]):
            return "brother or sister of the child"
        return None

    def _told_of(self, s: Span, p: Person) -> str | None:
        """The word for family that opens a sentence which names nobody."""
        hit = self.re["told_of"].match(self.text[s.start : s.end])
        if hit is None or any(
            r.person is not None and r.person.mentions for r in self.scene.refs.within(s.start, s.end)
        ):
            return None
        gender = next((r.gender for r in self.scene.refs.refs if r.person is p and r.gender), "")
        word = self.scene.refs.gender_of(hit["kin"])
        return (
            None
            if (gender and word and gender != word) or any(map(self.office, p.mentions))
            else hit["kin"].lower()
        )

    def _plain_gap(self, gap: str) -> bool:
        """Nothing between the kin word and the name that begins another noun: "mother told officer X"."""
        gap = re.sub(r"^\s+in\s+[A-Z][\w’'-]+(?=\s*,)", "", gap)  # "an aunt in Naga, X"
        gap = re.sub(r"[’']s\s+(?:\w+\s+)?name\s+as\b", "", gap)  # "the mother's name as X"
        gap = self.re["first_of_two"].sub("", self.re["called"].sub("", gap))
        return self.re["apart"].search(gap) is None


def _kin_end(hit: re.Match[str]) -> int:
    """Where the words of the relation end: after "mother" or after "mother of the girl"."""
    of = (hit["of"] or "the").split()[-1].lower()
    return hit.end("kin") if of in ("the", "a", "an", "his", "her", "their") else hit.end("of")
