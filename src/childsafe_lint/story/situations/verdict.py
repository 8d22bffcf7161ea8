"""What it all comes to: the situations of each child made consistent, and whether the draft tells of a child in need
of protection."""

from __future__ import annotations

from collections.abc import Sequence

from ...languages.en import befell
from ..model import SITUATIONS, Evidence, Person, Situation
from .given import Given
from .kinds import DID, PASSING, SOFT, UNMISTAKEN, VICTIM
from .signs import Signs
from .words import Hit

#: How many different grave words make a draft grave whose child is named, and one whose child is not.
_GRAVE_NAMED, _GRAVE_UNNAMED = 4, 2
#: How many different words of harm bear out a situation: one told in a plain word of harm, one that other senses
#: of the word may have made, such a one in a draft of prizes.
_BORNE_OUT, _BORNE_OUT_DOUBTFUL, _BORNE_OUT_LIGHT = 2, 3, 5
#: from how many words on a draft has the room for more words of harm
_LONG = 250


class Verdict:
    """Judges one draft by what was found of its children."""

    def __init__(self, signs: Signs, given: Given) -> None:
        self.signs, self.given = signs, given
        self.text, self.doc, self.refs, self.lang = signs.text, signs.doc, signs.refs, signs.lang

    def refine(self, p: Person) -> None:
        """Rules between the situations of one child."""
        kinds = {s.kind for s in p.situations}
        drop: set[str] = set()
        sure = {kind for (pid, kind), frame in self.given.seen.items() if pid == p.id and frame != "near"}
        if kinds & DID & sure:
            # the words of the deed stand near its doer as well
            drop |= {k for k in VICTIM if k in kinds and k not in sure}
        elif kinds & DID and sure & set(VICTIM):
            drop |= kinds & DID
        for s in list(p.situations):
            if (
                self.text[s.evidence.start : s.evidence.end].lower().startswith("victim")
                and len(kinds - drop) > 1
            ):
                drop.add(s.kind) if s.kind == "abuse-neglect-victim" else None
        if p.public_role is not None and kinds - drop - SOFT:
            p.public_role = None  # not here for what it does in public
        p.situations[:] = sorted(
            (s for s in p.situations if s.kind not in drop),
            key=lambda s: (SITUATIONS.index(s.kind), s.evidence),
        )

    def result(self, heard: Sequence[Hit]) -> tuple[list[Situation], bool]:
        once: dict[str, Situation] = {}
        sensitive = False
        for p in self.signs.children:
            for s in list(p.situations):
                once.setdefault(s.kind, s)
            if self._in_passing(p):
                continue
            if (
                p.public_role is None
                and p.situations
                and (p.id not in self.signs.generic or self._happened(p))
            ):
                sensitive = True
        for hit in self.given.nobody:
            kind = hit.label.kind
            once.setdefault(kind, Situation(kind, Evidence(hit.start, hit.end, kind.replace("-", " "))))
            sensitive = True
        if any(
            p.mentions and p.public_role is None and {s.kind for s in p.situations} - SOFT
            for p in self.signs.children
        ):
            for p in self.signs.children:  # the choir's soprano in a story of a crash is one of its children
                p.public_role = None
        sensitive = (sensitive and self._borne_out(heard)) or self._in_trouble() or self._kept_back()
        return sorted(once.values(), key=lambda s: SITUATIONS.index(s.kind)), sensitive

    def _borne_out(self, heard: Sequence[Hit]) -> bool:
        """Words of harm have other senses ("mobbed by friends", "hungry for more"): the draft as a whole bears them
        out by more words of harm, the fewer where the word itself has no other sense."""
        said = [s for p in self.signs.children if p.public_role is None for s in p.situations]
        if not said or len(self.doc) < _LONG or any(s.kind in UNMISTAKEN for s in said):
            return True
        grave = self.signs.grave - self.lang.harmless
        plain = any(
            s.kind in UNMISTAKEN
            or any(
                t.lemma_.lower() in grave for t in self.refs.within_tokens(s.evidence.start, s.evidence.end)
            )
            for s in said
        )
        more = {
            self.text[h.start : h.end].lower()
            for h in heard
            if grave.isdisjoint(t.lemma_.lower() for t in self.refs.within_tokens(h.start, h.end))
        }
        wanted = _BORNE_OUT if plain else _BORNE_OUT_LIGHT if self.signs.light else _BORNE_OUT_DOUBTFUL
        return len(grave) + len(more) >= wanted

    def _kept_back(self) -> bool:
        """ "The boy, who cannot be named", "Dara, which is not her real name": the draft itself says that a child of
        it needs protection."""
        for start, end, _ in self.lang.kept_back.find(self.text):
            if self.text[end : end + 6] == " after":
                continue  # "cannot be named after him"
            s = self.refs.sentence(start)
            about = self.refs.about(start)
            if about is not None and about.role == "child":
                return True
            if any(r.role == "child" and not r.generic for r in self.refs.within(s.start, s.end)):
                return True
            if any(t.lower_ in self.lang.young for t in self.refs.within_tokens(s.start, start)):
                return True
        return False

    def _in_trouble(self) -> bool:
        """No cue ties a situation to a child, yet the draft is grave: it keeps its main child's name back, which
        papers do to protect, or it is full of words of police, courts, wards and harm around a named one."""
        if any(p.public_role is not None for p in self.signs.children) or self.signs.of_games:
            return False
        told = [
            p
            for p in self.signs.children
            if p.mentions or (p.id not in self.signs.generic and self._one_aged(p))
        ]
        if not told:
            return False
        main = max(told, key=lambda p: len(p.mentions) + len(p.nominals))
        if self.signs.staged:
            return False
        if not main.mentions and not self.signs.leading(main.nominals[0].start):
            return False
        if main.pseudonym is not None:
            return True
        if len(self.signs.grave - self.lang.mourned) < _GRAVE_UNNAMED:
            return False  # an old man's obituary
        wanted = _GRAVE_NAMED if main.mentions else _GRAVE_UNNAMED
        plain = len(self.signs.grave - self.lang.harmless)
        return len(self.signs.grave) >= wanted and plain > max(self.signs.glad, wanted // 2)

    def _one_aged(self, p: Person) -> bool:
        """One child without a name whose age or class the draft tells: "a girl of nine", not "the children"."""
        if any(r.plural for r in self.refs.refs if r.person is p):
            return False
        return any(befell.AGED.search(self.text[n.start : n.end + 12]) for n in p.nominals)

    def _in_passing(self, p: Person) -> bool:
        """Told of once, without a name and far from the head of the draft, with nothing that was done to it; or the
        child of somebody of whom alone the head tells ("Trafficker jailed ... not see his daughter grow up")."""
        if not p.mentions and len(p.nominals) == 1 and self._owned_in_passing(p):
            return True
        if p.mentions or len(p.nominals) != 1 or self.signs.leading(p.nominals[0].start):
            return False
        return all(
            s.kind in PASSING and self.given.seen.get((p.id, s.kind)) != "done_to" for s in p.situations
        )

    def _owned_in_passing(self, p: Person) -> bool:
        """ "His daughter" of a grown-up, whose sentence says nothing of what befell it."""
        n = p.nominals[0]
        if self.text[n.start : n.end].lower().split()[0] not in ("his", "her", "their"):
            return False
        who = self.refs.antecedent(n.start, self.refs.pronouns.get(self.refs.token(n.start).lower_, ""))
        s = self.refs.sentence(n.start)
        tied = any(s.start <= x.evidence.start < s.end for x in p.situations)
        return not tied and who is not None and who.role == "adult" and who.person is not None

    def _happened(self, p: Person) -> bool:
        """ "A girl was raped" is about one girl although the words could mean any."""
        if not p.nominals:
            return False
        n = p.nominals[0]
        s = self.refs.sentence(n.start)
        token = self.refs.token(n.end - 1)
        past = any(t.tag_ in ("VBD", "VBN") for t in token.head.subtree if s.start <= t.idx < s.end)
        return past and not self.signs.statistical(s) and token.dep_ in ("nsubj", "nsubjpass", "ROOT", "dobj")
