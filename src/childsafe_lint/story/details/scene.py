"""What every finder of details needs to know about a draft."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

from ... import lazy_re as re
from ... import seek
from ...languages import load_data
from ...spans import Span
from ..cues import Phrases, phrases
from ..model import Detail, Evidence, Person, Story
from ..refs import Ref, Refs

#: the lists of details.yaml that hold phrases rather than single words
_PHRASES = (
    ("school", "not"), ("school", "cues"), ("address", "live"), ("institution", "phrases"),
    ("institution", "care"), ("workplace", "verbs"), ("number", "cues"), ("contact", "family"),
    ("contact", "public"),
    ("appearance", "odd"), ("photo", "shown"), ("photo", "not"),
)  # fmt: skip


@lru_cache(maxsize=4)
def _cues(language: str) -> Phrases[tuple[str, str]]:
    """All phrases of details.yaml in one index, each under its place in the file."""
    data: Any = load_data(language, "details")
    return Phrases((p, path) for path in _PHRASES for p in phrases(data[path[0]][path[1]]))


@lru_cache(maxsize=64)
def word_set(language: str, *path: str) -> frozenset[str]:
    node: Any = load_data(language, "details")
    for key in path:
        node = node[key]
    return frozenset(node)


_PARENT_OF = re.compile(
    r"\b(?:son|daughter|child|sons|daughters|children|grandson|granddaughter)\s+of\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


_ALSO = re.compile(r"\s*,\s+(?:himself\s+|herself\s+)?an?\s+(?:[\w-]+\s+){0,2}")
_OF_CHILD = re.compile(r"\s+(?:of|to)\s+(?:the|his|her|one|both|all)\b")


class Scene:
    """A story with its people words, the children to protect and who is their family."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.text
        self.language = story.language or "en"
        self.refs = Refs.of(story.text, story.doc, story.sentences, story.people, self.language)
        generic = self.refs.generic_ids
        self.protected: list[Person] = [
            p for p in story.children if p.situations and p.public_role is None and p.id not in generic
        ] or [p for p in story.children if p.situations and p.public_role is None]
        if not self.protected:  # a draft that is grave as a whole
            others = [p for p in story.children if p.public_role is None]
            self.protected = [p for p in others if p.mentions] or others
        self.kin: set[str] = set()
        self._near: dict[tuple[int, int], bool] = {}
        self._hits: dict[tuple[str, ...], list[tuple[int, int]]] = {path: [] for path in _PHRASES}
        for start, end, path in _cues(self.language).find(self.text):
            self._hits[path].append((start, end))

    def words(self, *path: str) -> frozenset[str]:
        return word_set(self.language, *path)

    @cached_property
    def roles(self) -> frozenset[str]:
        """Words for what people do or are by office."""
        return frozenset(load_data(self.language, "people")["roles"])

    def hits(self, *path: str) -> list[tuple[int, int]]:
        """Where the phrases under ``path`` of details.yaml stand in the draft."""
        return self._hits[path]

    def last_hit(self, at: int, floor: int, *path: str) -> tuple[int, int] | None:
        """The last phrase under ``path`` that ends at or before ``at`` and starts at or after ``floor``."""
        hits = self.hits(*path)
        best = None
        for i in range(bisect_left(hits, (at, 0)) - 1, -1, -1):
            if hits[i][0] < floor:
                break
            if hits[i][1] <= at and (best is None or hits[i][1] > best[1]):
                best = hits[i]
        return best

    def any_hit(self, span: Span, *path: str) -> tuple[int, int] | None:
        return next(((s, e) for s, e in self.hits(*path) if span.start <= s and e <= span.end), None)

    def role(self, ref: Ref | None) -> str:
        """``child``, ``kin``, ``adult`` or ``none``; a named person found to be family is kin."""
        if ref is None:
            return "none"
        if ref.role == "adult" and ref.person is not None and ref.person.id in self.kin:
            return "kin"
        if (
            ref.role == "adult"
            and ref.person is None
            and _PARENT_OF.search(self.text, max(0, ref.start - 60), ref.start)
        ):
            return "kin"  # "the daughter of the only dentist"
        if ref.role == "kin" and ref.person is None and not ref.plural and self._of_adult(ref):
            return "adult"
        return ref.role

    def _of_adult(self, ref: Ref) -> bool:
        """ "His client, a grandfather, has diabetes": a stranger who also has a family."""
        before = self.refs.before(ref.start, ref.start - 40)
        if (
            before is None
            or before.role != "adult"
            or (before.person is not None and before.person.id in self.kin)
        ):
            return False
        apposed = _ALSO.fullmatch(self.text[before.end : ref.start])
        return apposed is not None and not _OF_CHILD.match(self.text, ref.end)

    def about(self, at: int) -> str:
        return self.role(self.refs.about(at))

    def family_near(self, at: int) -> bool:
        """A child or its family is spoken of in the paragraph, be it by a pronoun."""
        p = self.refs.paragraph(at)
        key = (p.start, len(self.kin))
        if key not in self._near:
            self._near[key] = any(
                self.role(r) in ("child", "kin") and not r.generic for r in self.refs.within(p.start, p.end)
            ) or any(
                t.lower_ in self.refs.pronouns
                and self.role(self.refs.antecedent(t.idx, self.refs.pronouns[t.lower_])) in ("child", "kin")
                for t in self.refs.within_tokens(p.start, p.end)
            )
        return self._near[key]

    def children_at(self, at: int) -> tuple[str, ...]:
        """Ids of the protected children a detail at ``at`` is about: those of the sentence, else of the
        paragraph, else all (at most the first three)."""
        ids = {p.id for p in self.protected}
        for span in (self.refs.sentence(at), self.refs.paragraph(at)):
            here = [
                r.person.id
                for r in self.refs.within(span.start, span.end)
                if r.person is not None and r.person.id in ids
            ]
            if here:
                return tuple(dict.fromkeys(here))
        named = [p.id for p in self.protected if p.mentions]
        return tuple((named or [p.id for p in self.protected])[:3])

    def detail(
        self,
        kind: str,
        start: int,
        end: int,
        why: str = "",
        *,
        certain: bool = True,
        cue: tuple[int, int] | None = None,
    ) -> Detail:
        at = cue if cue is not None else (start, end)  # with no word beside it the detail speaks for itself
        evidence = (Evidence(*at, why),) if why else ()
        return Detail(kind, Span(start, end), self.children_at(start), certain, evidence)

    def left(self, at: int, width: int = 80) -> str:
        """The words before ``at`` in its sentence, at most ``width`` characters."""
        return self.text[max(self.refs.sentence(at).start, at - width) : at]

    def right(self, at: int, width: int = 80) -> str:
        return self.text[at : min(max(self.refs.sentence(max(at - 1, 0)).end, at), at + width)]


def tokens(text: str, span: Span) -> Iterator[re.Match[str]]:
    return re.finditer(r"[\w’'-]+", text[span.start : span.end])


@lru_cache(maxsize=64)
def alternatives(words: frozenset[str]) -> str:
    return seek.any_of(words, {"'": "['’]"})
