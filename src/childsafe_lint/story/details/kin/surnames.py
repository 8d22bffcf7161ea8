"""Family told by the surname of the children."""

from __future__ import annotations

from collections.abc import Iterator

from .... import lazy_re as re
from ....spans import Span
from ...model import Detail, Evidence, Person
from ..scene import Scene
from .ground import Ground

#: a Korean given name: "Ji-hoo"
_TWO_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5}")


class Surnames(Ground):
    """Who bears a surname of the children's: ``surnames``."""

    def __init__(self, scene: Scene, patterns: dict[str, re.Pattern[str]]) -> None:
        super().__init__(scene, patterns)
        self.surnames = self._child_surnames()

    def _child_surnames(self) -> set[str]:
        """Surnames of the named children, also of those whose situation the draft tells of a nameless "boy"."""
        out: set[str] = set()
        every = self.scene.story.children
        if any(p.public_role for p in every):
            every = self.scene.protected
        for p in every:
            if p.pseudonym is not None:
                continue
            for m in p.mentions:
                words = self.text[m.start : m.end].split()
                # of three words any but the first may be a surname: "Ana Lucía Itzel Cuautle"
                for w in words[1:] if len(words) > 2 else words[1:][-1:]:
                    if len(w) > 2 and not _TWO_SYLLABLES.fullmatch(w):
                        out |= {stem_of(w), *(stem_of(part) for part in w.split("-") if len(part) > 3)}
        return out

    def _by_surname(self) -> None:
        for p in self.grown:
            if p.id not in self.found and p.pseudonym is None and self._same_surname(p):
                self._take(p, p.mentions[0], "shares the child's surname")

    def _same_surname(self, p: Person) -> bool:
        if any(self.office(m) for m in p.mentions):
            return False
        if self._surname_first(p):
            return True
        names = [
            {w for m in c.mentions for w in self.text[m.start : m.end].split()}
            for c in self.scene.story.children
        ]
        for m in p.mentions:
            words = self.text[m.start : m.end].split()
            if any(set(words) <= name for name in names):
                continue  # the child itself by two of its three names
            if len(words) > 1 and ({stem_of(words[-1]), *map(stem_of, words[-1].split("-"))} & self.surnames):
                return True
        return False

    def _surname_first(self, p: Person) -> bool:
        """ "Deng Guowei" beside the child "Deng Haoran"."""
        known = self.scene.words("relative", "surnames_first")
        firsts = {
            words[0].lower()
            for c in self.scene.story.children
            if c.pseudonym is None
            for m in c.mentions
            if len(words := self.text[m.start : m.end].split()) > 1
        } & known
        for m in p.mentions:
            words = self.text[m.start : m.end].lower().split()
            if 1 < len(words) < 4 and words[0] in firsts and words[-1] not in known:
                return True
        return False

    def children_of(self, p: Person, m: Span) -> tuple[str, ...]:
        """Of several families the children who bear the relative's surname, else those told of beside it."""
        name = max((self.text[x.start : x.end] for x in p.mentions), key=len).split()
        if len(name) > 1:
            own = [
                c.id
                for c in self.scene.protected
                for x in c.mentions
                if " " in (told := self.text[x.start : x.end])
                and stem_of(told.split()[-1]) == stem_of(name[-1])
            ]
            if own:
                return tuple(dict.fromkeys(own))
        return self.scene.children_at(m.start)

    def families(self) -> Iterator[Detail]:
        """ "the Twomeys", "the Halloran family": a surname that stands for all of them; "Mrs Twomey"."""
        for stem in sorted(self.surnames):
            yield from self._titled(stem)
            for m in re.finditer(
                rf"\b[Tt]he\s+({re.escape(stem)}\w{{0,3}}s|{re.escape(stem)}\w{{0,3}}(?=\s+(?:famil|house|home|parents|couple)))\b",
                self.text,
                re.IGNORECASE,
            ):
                span = Span(m.start(1), m.end(1))
                if not any(
                    span.overlaps(x) for p in self.scene.story.people for x in p.mentions if p.kind == "child"
                ):
                    yield Detail(
                        "relative",
                        span,
                        self.scene.children_at(span.start),
                        True,
                        (Evidence(span.start, span.end, "the family's name"),),
                    )

    def _titled(self, stem: str) -> Iterator[Detail]:
        """ "Mr Twomey, a welder", "Mrs Twomey" beside a boy of the name: a parent whom nobody names in full."""
        people = self.scene.story.people
        for m in re.finditer(
            rf"\b(Mr|Mrs|Madam|Mdm|Mme|Señora)\.?\s+({re.escape(stem)}\w{{0,3}})\b", self.text, re.I
        ):
            span = Span(m.start(2), m.end(2))
            owners = [p for p in people if any(span.overlaps(x) for x in p.mentions)]
            if any(p.kind != "child" and p.mentions[0] != span for p in owners) or self.office(span):
                continue  # read as somebody of a full name, be it family or not
            if any(p.id in self.found for p in owners):
                continue
            boy = m[1].lower() == "mr" and self._child_of("m")
            if not boy or re.match(r"\s*,\s+(?:a|an|who|whose)\s", self.text[span.end : span.end + 12]):
                why = Evidence(m.start(), m.end(), "shares the child's surname")
                yield Detail("relative", span, self.scene.children_at(span.start), True, (why,))


def stem_of(surname: str) -> str:
    """A surname without its ending for women (Karimova, Chernaya) and in lower case."""
    word = surname.lower().replace("’", "'").removesuffix("'s").strip(".,")
    for ending, stem in (("aya", ""), ("skaya", "sk"), ("ova", "ov"), ("eva", "ev"), ("ina", "in")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + (stem or "")
    return word
