"""Family told beside a name by the child that is theirs or that they bring up."""

from __future__ import annotations

from .... import lazy_re as re
from ....spans import Span
from ...refs import Gender, Ref
from .ground import Ground

#: "X, 38, a store owner": more words for whoever is named
_BESIDE_NAME = re.compile(r"(?:\s*\(\d\d\))?\s*,\s*(?:\d\d\s*,\s*)?(?:an?|the)\s+(?:[\w-]+\s+){0,3}")
#: "whose son is in Year 4 there", "said her girl shares a desk with the boy": a parent at the same school
_SAME_CLASS = re.compile(
    r"\s+(?:(?:is|are)\s+(?:also\s+)?(?:in|at)\s+(?:the\s+)?(?:same\s+|[\w-]+[-\s]+(?:class|grade|form|year)\b|(?:class|grade|form|year|standard)\s)"
    r"|(?:also\s+)?(?:attends?|goes?\s+to|sits?\s+(?:next|beside|behind|with)|shares?\s+(?:a|the)|plays?\s+(?:with|in|on|for)|knows?|is\s+friends)\b)"
)


class OwnChild(Ground):
    """A child beside the name: "X took her in", "a girl of X's", "X, whose daughter …"."""

    def _brings_up(self, m: Span, left: str, right: str) -> str | None:
        """ "X, who took the boy in", "X, who looks after her", "in the care of X"."""
        if self.re["took_in"].match(right) and not self._role_before(m.start):
            return "took the child in"
        if hit := self.re["looked_after"].match(right):
            whom = self.scene.refs.at(m.end + hit.start("whom"), m.end + hit.end("whom"))
            if whom is not None and self.scene.role(whom) == "child" and not self._role_before(m.start):
                return "brings the child up"
        if (
            (hit := self.re["carer"].search(left))
            and not re.match(r"[’']s?\b", right)
            and self.scene.about(m.start - len(left) + hit.start() + 1) == "child"
        ):
            return "brings the child up"
        return None

    def _has_child(self, m: Span, left: str, right: str) -> str | None:
        """ "The daughter of X", "X's son", "X told how her girl …": a child who may be the one to protect."""
        if (
            (hit := self.re["child_of"].search(left))
            and not self.re["from_there"].search(left)
            and not self._about_adult(m.start - len(left) + hit.start())
            and not self._of_grown_son(m.start - len(left) + hit.start())
        ):
            return "the child is said to be theirs"
        if (hit := self.re["own_child"].match(right)) and self._may_be_ours(
            m.end + hit.start("young"), m.end + hit.end("young"), hit["mods"] or ""
        ):
            return "the child is said to be theirs"
        if (hit := self.re["their_child"].match(right)) and self.scene.refs.at(m.start, m.end) is not None:
            at = m.end + hit.start("poss")
            gender: Gender = {"his": "m", "her": "f"}.get(hit["poss"].lower(), "")  # type: ignore[assignment]
            between = [
                r
                for r in self.scene.refs.within(m.end, at)
                if (not gender or r.gender in ("", gender) or not r.person)
                and not (r.person is None and _BESIDE_NAME.fullmatch(self.text[m.end : r.start]))
            ]
            ours = self._may_be_ours(m.end + hit.start("young"), m.end + hit.end("young"), hit["mods"] or "")
            many = re.match(r"(?:two|three|four|five|six|own)\b(?!-)", hit["mods"] or "", re.I)
            if not between and ours and not many and not self._role_before(m.start):
                return "the child is said to be theirs"
        return None

    def _may_be_ours(self, start: int, end: int, mods: str) -> bool:
        """Whether a word for somebody's child may mean a child who needs protection: no grown-up, and of several
        only those whom the draft tells of."""
        child = self.scene.refs.at(start, end)
        named = next((r for r in self.scene.refs.within(end, end + 2) if r.role == "child"), None)
        if named is not None and named.person is not None and named.person.mentions:
            child = named  # "her grandson Elvis"
        after = next((r for r in self.scene.refs.within(end, end + 3) if r.person is not None), None)
        if after is not None and after.role != "child" and self.re["one_child"].match(self.text, start):
            return False  # "the clerk's daughter, Krista Hale"
        if not self._named_at(child) and _SAME_CLASS.match(self.text, end) and self._tells_of_a_named_child():
            return False
        if child is None or child.person is None:
            many = self.re["several"].match(mods) is not None
            return not many and not self._grown(start, end)
        if child.person in self.scene.protected:
            return True
        return not child.person.mentions and not self._grown(start, end)

    @staticmethod
    def _named_at(ref: Ref | None) -> bool:
        return ref is not None and ref.person is not None and bool(ref.person.mentions)

    def _tells_of_a_named_child(self) -> bool:
        return any(len(p.mentions) > 1 for p in self.scene.protected)

    def _about_adult(self, at: int) -> bool:
        return self.scene.about(at) == "adult"

    def _next_child(self, at: int) -> int:
        """How far it is from ``at`` to the next named protected child."""
        ids = {p.id for p in self.scene.protected}
        for r in self.scene.refs.within(at, at + 60):
            if r.person is not None and r.person.id in ids:
                return r.start - at
        return 0
