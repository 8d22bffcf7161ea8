"""Whose mother or brother a word for family makes somebody: the child's, the family's, a stranger's."""

from __future__ import annotations

from .... import lazy_re as re
from ....spans import Span
from ...refs import Gender
from .ground import Ground


class Whose(Ground):
    """The owner of a word for family."""

    def _possessor_ok(self, hit: re.Match[str], group: str, base: int, m: Span) -> bool:
        """Whose mother it is: a child's or the family's, not the accused man's."""
        poss = (hit[group] or "").lower()
        at = base + hit.start(group)
        if hit.groupdict().get("of"):
            ref = self.scene.refs.at(base + hit.start("of"), base + hit.end("of"))
            if ref is not None and self.scene.role(ref) == "adult":
                return False
        if poss in ("", "the", "a", "an", "one", "both", "our", "my"):
            return True
        if "parents" in hit["kin"].lower():
            return True  # hardly a draft names the parents of a grown-up
        if poss in ("his", "her", "their", "whose"):
            if hit["kin"].lower() in self.scene.words("relative", "peer") and self._beside_grown_up(at):
                return False
            if poss == "their" and not any(
                r.plural and r.role == "adult" for r in self.scene.refs.within(max(0, at - 160), at)
            ):
                return True
            if poss == "whose" and self._owned_beside(at):
                return False
            gender: Gender = "m" if poss == "his" else "f" if poss == "her" else ""
            ref = self.scene.refs.antecedent(at, gender)
            if (
                ref is not None
                and ref.person is not None
                and any(x.start == m.start for x in ref.person.mentions)
            ):
                ref = None
            if ref is not None and ref.person is not None:
                if ref.person.kind == "unknown":
                    return True
                if ref.role == "adult" and any(map(self.office, ref.person.mentions)):
                    return True  # no draft tells of the grandmother of a judge
            if self._opens_paragraph(at) and gender and self._child_of(gender):
                return True  # to begin a paragraph, the talk comes back to the child
            if ref is not None and ref.person is None and self._child_of(gender):
                return True  # a doctor or teacher without a name: the talk is of the child's mother
            return self.scene.role(ref) in ("child", "kin", "none") or self._child_subject(at, gender)
        if self._known_word(poss):
            return True
        ref = self.scene.refs.at(at, base + hit.end(group))
        if ref is not None:
            unknown = ref.person is not None and ref.person.kind == "unknown"
            return unknown or self.scene.role(ref) in ("child", "kin")
        return self.text[at : at + 1].isupper()

    def _owned_beside(self, at: int) -> bool:
        """ "Senator Ana Ruiz, whose brother": the words after a name tell of that grown-up, where she is no family."""
        ref = self.scene.refs.before(at, max(0, at - 60))
        return (
            ref is not None
            and ref.person is not None
            and ref.person.kind == "adult"
            and bool(ref.person.mentions)
            and self.scene.role(ref) == "adult"
            and self.re["whose_own"].fullmatch(self.text, ref.end, at) is not None
        )

    def _beside_grown_up(self, at: int) -> bool:
        """ "Ana Ruiz and her sister Eva": sisters of each other, and not of the child, where Ana is no family."""
        joined = self.re["and_own"].search(self.text, max(0, at - 30), at)
        ref = self.scene.refs.before(at, max(0, at - 60)) if joined else None
        return (
            ref is not None
            and joined is not None
            and ref.end == joined.start()
            and ref.person is not None
            and ref.person.kind != "child"
            and bool(ref.person.mentions)
            and self.scene.role(ref) != "kin"
        )

    def _opens_paragraph(self, at: int) -> bool:
        """At the head of a paragraph after one that tells of a grown-up, in a draft of one or two children."""
        named = [p for p in self.scene.protected if p.mentions] or self.scene.protected
        start = self.scene.refs.paragraph(at).start
        opens = at - start < 2 or self.re["after_speech"].fullmatch(self.text[start:at]) is not None
        return opens and len(named) <= 2

    def _child_subject(self, at: int, gender: Gender) -> bool:
        """In doubt: a child that fits stands at the head of the sentence or of the one before it."""
        refs = self.scene.refs
        s = refs.sentence(at)
        first = next((r for r in refs.within(s.start, at) if not r.generic), None)
        return first is not None and first.role == "child" and (not gender or first.gender in ("", gender))

    def _known_word(self, poss: str) -> bool:
        word = re.sub(r"[’']s?$", "", poss).split()[-1]
        if word in ("suspect", "accused", "defendant") and not self._child_is_accused():
            return False  # "the suspect's mother" is a stranger's where the child is the victim
        return word in self.scene.words("relative", "young") or word in self.scene.words(
            "relative", "victims"
        )

    def _child_is_accused(self) -> bool:
        kinds = {s.kind for p in self.scene.protected for s in p.situations}
        return bool(kinds & {"accused", "convicted", "perpetrator"}) or not kinds

    def _is_kins(self, poss: str, at: int) -> bool:
        """Whether what is owned at ``at`` is owned by somebody who is family of a child."""
        if poss in ("his", "her", "their"):
            gender: Gender = "m" if poss == "his" else "f" if poss == "her" else ""
            ref = self.scene.refs.antecedent(at, gender)
        else:
            ref = self.scene.refs.at(at, at + len(poss) - 2)
        return ref is not None and self.scene.role(ref) == "kin"

    def _of_family(self, poss: str, at: int) -> bool:
        """Whose husband it is: that of somebody who is family, or of a writer who tells of a child beside."""
        if poss == "my":
            return self.scene.family_near(at)
        ref = self.scene.refs.antecedent(at, "m" if poss == "his" else "f")
        role = self.scene.role(ref)
        if role == "child":  # a child has no husband: its mother spoke before
            return any(
                r.person is not None and r.person.id in self.found
                for r in self.scene.refs.within(self.scene.refs.paragraph(at).start, at)
            )
        if role == "adult" and ref is not None and ref.person is None:
            return self._has_told_of_child(poss, at)
        return role == "kin"

    def _has_told_of_child(self, poss: str, at: int) -> bool:
        """ "... for burning her niece. The suspect lives with her husband": whose child the story's is, was said."""
        return any(
            hit["poss"].lower() == poss
            and (ref := self._young(hit)) is not None
            and ref.role == "child"
            and not ref.generic
            for hit in self.re["whose_child"].finditer(self.text, 0, at)
        )
