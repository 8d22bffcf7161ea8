"""Grown-ups whom a draft names without a word for who they are, so that the sentences before tell it.

"Her mother works nights. Asha Rao came home to an open door": a report goes on by name about whoever it has just told
of by a word. It may do so for strangers as well, but those it introduces: "Asha Rao, a neighbour", "Dr Rao".
"""

from __future__ import annotations

from collections.abc import Iterator

from ...spans import Span
from ..grammar import joined
from ..model import Person
from ..parse import Token
from ..refs import Gender, Ref
from .scene import Scene
from .ties import SPOUSES

#: what a report says of suspects, officers and other strangers whose names come unintroduced
_HELD = frozenset(
    "book arrest charge detain remand jail sentence convict arraign nab apprehend summon wan".split()
)
_TRIED = frozenset("accuse charge convict jail sentence admit deny plead confess suspect".split())
#: "X runs the centre", "X, who taught her": no word of an office, but told who it is
_RUNS = frozenset(
    "own run lead head represent investigate teach coach treat manage chair found direct defend prosecute"
    " employ".split()
)
_COUPLE = frozenset("parents grandparents couple pair stepparents".split())
#: paragraphs that may keep a name for the next
_LEAD = 6
_MANY = frozenset("family families household relative relatives kin".split())
#: said of a child that is not the one told of
_OTHER = frozenset(
    "own other another elder older eldest oldest youngest younger grown adult married first second".split()
)
_TITLES = frozenset("mr mrs ms miss madam mme mdm".split())


class Newcomers:
    """Reads the first mentions of one draft's grown-ups."""

    def __init__(self, scene: Scene, grown: list[Person]) -> None:
        self.scene, self.refs, self.text = scene, scene.refs, scene.text
        self.grown = {p.id: p for p in grown}
        self.young, self.peers = scene.words("relative", "young"), scene.words("relative", "peer")
        self.kin = scene.words("who", "kin") | scene.words("relative", "peer") | SPOUSES
        self.strangers = scene.roles | scene.words("who", "strangers") | scene.words("relative", "office")
        self.trades = scene.words("who", "not_strangers") - self.kin

    def find(self) -> Iterator[tuple[Person, str]]:
        """Whom the sentence before tells to be family, and the word it does so by."""
        couple: set[str] = set()
        for p in sorted(self.grown.values(), key=lambda p: p.mentions[0]):
            if p.pseudonym is not None or p.id in self.scene.kin:
                continue
            m = p.mentions[0]
            root = self.root(m)
            if root is None or self.introduced(m) or self._in_speech(m):
                continue
            if any(not self.strangers.isdisjoint(self._titles(x)) for x in p.mentions[1:]):
                continue  # "Master Agu" and then "boat owner Femi Agu"
            sure = " " in self.text[m.start : m.end] or root.ent_type_ == "PERSON"
            if sure and any(self._owns(p, r) for x in p.mentions if (r := self.root(x)) is not None):
                yield p, "the child is said to be theirs"
            elif self._acts(root) and (told := self._told_by(p, m, root, couple)) is not None:
                word, many = told
                if many:
                    couple.add(p.id)
                yield p, f"'{word}' told of before"

    def _in_speech(self, m: Span) -> bool:
        return any(q.is_speech and q.span.start <= m.start < q.span.end for q in self.refs.quotes)

    def root(self, m: Span) -> Token | None:
        """The word of a name on which the rest of it hangs; of the last of two the first ("Ann and Tom")."""
        inside = self.refs.within_tokens(m.start, m.end)
        root = next((t for t in inside if t.head is t or not m.start <= t.head.idx < m.end), None)
        while root is not None and root.dep_ == "conj" and root.head.pos_ == "PROPN":
            root = root.head
        return root

    @staticmethod
    def _acts(root: Token) -> bool:
        """It does something in its sentence, and is neither caught nor charged."""
        verb = root.head
        cleft = root.dep_ == "attr" and any(c.lower_ == "it" for c in verb.children if c.dep_ == "nsubj")
        acts = root.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() not in _HELD
        return (acts or cleft) and root.ent_type_ == "PERSON"

    def beside(self, m: Span) -> list[str]:
        """The words that stand with a name for what somebody is: "lawyer Atty. X", "X, a police inspector"."""
        root = self.root(m)
        apposed = [c for c in root.children if c.dep_ == "appos"] if root is not None else []
        return self._titles(m) + [n.lower_ for c in apposed for n in self._noun(c)]

    def introduced(self, m: Span) -> bool:
        """A word beside the name says who it is: an office, a trade, a stranger, or where it works."""
        root = self.root(m)
        if root is None:
            return True
        if root.dep_ == "appos" and root.head.lower_ not in _COUPLE:
            return True  # "their employer, X"
        apposed = [c for c in root.children if c.dep_ == "appos"]
        told = self._titles(m) + [n.lower_ for c in apposed for n in self._noun(c)]
        if any(o.dep_ == "prep" and c.lower_ not in self.trades for c in apposed for o in c.children):
            return True  # "X, convener of the committee"
        if root.head.lemma_ == "be" and root.dep_ == "nsubj":
            told += [n.lower_ for c in root.head.children if c.dep_ == "attr" for n in self._noun(c)]
        if any(w in self.strangers and w not in self.trades for w in told):
            return True
        if any(w in self.kin for w in told):
            return True  # told by its own word, which others have judged
        for c in root.children:
            if c.dep_ in ("relcl", "acl") and c.lemma_.lower() in _RUNS:
                return True
            workplace = c.dep_ == "prep" and c.lower_ in ("of", "from", "at", "with", "for")
            if workplace and any(o.dep_ == "pobj" and o.ent_type_ not in ("GPE", "LOC") for o in c.children):
                return True
        return False

    def _titles(self, m: Span) -> list[str]:
        """The words that stand right before a name in its noun phrase: "Police spokesman", "lawyer Atty."."""
        out: list[str] = []
        i = self.refs.token_index(m.start) - 1
        floor = self.refs.sentence(m.start).start
        while i >= 0 and len(out) < 3 and self.refs.doc[i].idx >= floor:
            t = self.refs.doc[i]
            if t.pos_ in ("NOUN", "PROPN", "ADJ"):
                out.append(t.lower_.rstrip("."))
            elif t.text != ".":
                break
            i -= 1
        return [w for w in out if w not in _TITLES]

    @staticmethod
    def _noun(head: Token) -> Iterator[Token]:
        """A noun with the nouns it is made of and joined to: "a kiln owner and councillor"."""
        for n in joined(head):
            yield n
            yield from (c for c in n.children if c.dep_ in ("compound", "nmod", "amod"))

    def _told_by(self, p: Person, m: Span, root: Token, couple: set[str]) -> tuple[str, bool] | None:
        """The last word for family before a name that nobody else's name or word comes between, and whether it
        means two."""
        refs = self.refs
        here = refs.sentence_index(m.start)
        first = here
        if here and refs.paragraph_index(refs.sentences[here - 1].start) == refs.paragraph_index(m.start):
            first = here - 1
        start = self._lead(m) or refs.sentences[first].start
        gender: Gender = next((r.gender for r in refs.refs if r.person is p and r.gender), "")
        for r in reversed(refs.within(start, m.start)):
            if r.end > m.start or r.generic or r.role == "child" or self._in_speech(Span(r.start, r.end)):
                continue
            if r.person is not None and r.person.id in couple:
                continue
            if r.person is not None or self.scene.role(r) != "kin":
                return None
            if r.word in _MANY or (r.plural and r.word not in _COUPLE):
                return None
            if gender and r.gender and gender != r.gender:
                continue
            if not self._leading(r, m, root) or self._again(r.word, m):
                return None
            return r.word, r.plural
        return self._brother(start, m, gender)

    def _lead(self, m: Span) -> int | None:
        """Where the last sentence of the paragraph before begins, for whoever a paragraph opens with or with whose
        words it does: "... a mother says.", "“He was nine,” Asha Rao said"."""
        i = self.refs.paragraph_index(m.start)
        here = self.refs.paragraphs[i]
        said = [q.span for q in self.refs.quotes if here.start <= q.span.start <= here.start + 1]
        opens = m.start - here.start < 2 or (said and 0 <= m.start - max(s.end for s in said) < 30)
        if not i or not opens or i > _LEAD:
            return None
        return self.refs.sentence(self.refs.paragraphs[i - 1].end - 1).start

    def _brother(self, start: int, m: Span, gender: Gender) -> tuple[str, bool] | None:
        """ "It was her brother who called them. Tom, 22, ran": a grown-up of the words that may mean a child."""
        for t in reversed(self.refs.within_tokens(start, self.refs.sentence(m.start).start)):
            if t.lower_ in self.peers and t.tag_ == "NN":
                apart = gender and self.refs.gender_of(t.lower_) not in ("", gender)
                owned = any(c.dep_ == "poss" for c in t.children)
                leads = t.dep_ in ("nsubj", "nsubjpass", "attr") and owned
                at = self.refs.at(t.idx, t.idx + len(t))
                named = at is not None and at.person is not None and bool(at.person.mentions)
                return (
                    (t.lower_, False)
                    if leads and not (apart or named) and not self._again(t.lower_, m)
                    else None
                )
        return None

    def _owns(self, p: Person, root: Token) -> bool:
        """ "X last spoke to her son at noon", "For X the waiting goes on. Her daughter ...": in a draft about one such
        child it is that child."""
        i = self.refs.sentence_index(root.idx)
        here = self.refs.sentences[i]
        said = self.refs.within_tokens(root.idx + len(root), here.end)
        if any(
            r.role == "child" and r.word in self.young and r.start > root.idx and not self._own(r)
            for r in self.refs.within(here.start, here.end)
        ):
            said = []  # "X said his son sits beside the boy"
        for noun in said:
            if self._may_be_the_child(noun, root.head.lemma_.lower() in _TRIED) and self._doer(noun) is root:
                return True
        if i + 1 >= len(self.refs.sentences) or self.refs.paragraph(root.idx).end <= here.end + 1:
            return False
        nxt = self.refs.sentences[i + 1]
        opens = self.refs.within_tokens(nxt.start, nxt.end)[:4]
        alone = not any(
            r.start != p.mentions[0].start and r.role != "child"
            for r in self.refs.within(here.start, here.end)
        )
        return alone and any(
            noun.dep_ in ("nsubj", "nsubjpass") and self._may_be_the_child(noun) for noun in opens
        )

    def _own(self, r: Ref) -> bool:
        """ "Her son", "the twins' sister": a child told of as somebody's."""
        return any(c.dep_ == "poss" for c in self.refs.token(r.end - 1).children)

    def _may_be_the_child(self, noun: Token, own: bool = False) -> bool:
        """ "Her son" whom no name and no other age sets apart from the child of the draft; with ``own`` also "his own
        daughter", as is said of the accused."""
        if noun.lower_ not in self.young or noun.tag_ != "NN":
            return False
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is None or owner.lower_ not in ("his", "her"):
            return False
        ours = self.scene.protected
        ref = self.refs.at(noun.idx, noun.idx + len(noun))
        if ref is not None and ref.person is not None and ref.person not in ours and ref.person.mentions:
            return False
        if any(
            (c.lower_ in _OTHER and not (own and c.lower_ == "own")) or c.dep_ in ("appos", "nummod")
            for c in noun.children
        ):
            return False
        after = self.refs.within(noun.idx + len(noun), noun.idx + len(noun) + 3)
        if any(r.person is not None and r.person not in ours for r in after):
            return False
        gender = self.refs.gender_of(noun.lower_)
        known = {r.gender for r in self.refs.refs if r.person in ours and r.person is not None}
        return not gender or gender in known or known <= {""}

    @staticmethod
    def _doer(noun: Token) -> Token | None:
        """The subject that a possessive in its clause or in one below it looks back to."""
        node = noun
        for _ in range(8):
            node = node.head
            own = next((c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if own is not None and own.idx < noun.idx and own.pos_ != "PRON":
                return own
            if node.head is node:
                break
        return None

    def _leading(self, r: Ref, m: Span, root: Token) -> bool:
        """The word for family is what its own sentence is about, or the only one there besides the child."""
        word = self.refs.token(r.end - 1)
        if self.refs.sentence_index(r.start) == self.refs.sentence_index(m.start):
            verb = root.head
            return (
                verb.dep_ in ("relcl", "advcl")
                and word.dep_ in ("nsubj", "nsubjpass")
                and word.head is not verb
                and word.head in list(verb.ancestors)
            )
        s = self.refs.sentence(r.start)
        others = [x for x in self.refs.within(s.start, s.end) if x is not r and x.role != "child"]
        return word.dep_ in ("nsubj", "nsubjpass", "attr") or not others

    def _again(self, word: str, m: Span) -> bool:
        """ "X said the mother was": whoever speaks of the mother is another."""
        s = self.refs.sentence(m.start)
        return any(x.word == word and x.person is None for x in self.refs.within(m.end, s.end))
