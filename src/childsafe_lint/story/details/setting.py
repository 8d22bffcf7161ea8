"""Where a child's story is set, told by the grammar: a place hangs on words for the child, its family or its home.

"A man found the boy in a barn near Lower Fold" sets the story there; "the inspector, who trained in Lower Fold"
tells of the inspector, "a similar case in Lower Fold in 2011" of another story.
"""

from __future__ import annotations

from ... import lazy_re as re
from ..grammar import objects, subjects
from ..parse import Token
from ..people import published_in
from .phrases import Phrase
from .scene import Scene

#: prepositions by which something is in, near or on the way to a place
PLACING = frozenset(
    "on off in at from near outside around to into of between towards toward beyond above below past through via"
    " inside behind".split()
)
#: what the pipeline takes small places for, beside places
_PLACES, _MAYBE = frozenset({"GPE", "LOC", "FAC"}), frozenset({"", "PERSON", "ORG"})
#: what a village has, so that whoever is there is of the place
_VILLAGE_LIFE = frozenset(
    "meeting shed barn workshop yard field farm well river stream dam market fair chapel mosque"
    " plantation forest bush temple funeral burial wake vigil neighbour neighbor villager everyone"
    " everybody post kiosk path lane alley street track quarry pit pond beach edge outskirt bank middle"
    " heart hill shop house home hut shack room cottage compound homestead relative grandparent road"
    " junction bridge nobody elder resident headman chief".split()
)
#: of these a place is made, whoever walks there
_LANES = frozenset("lane alley street path track outskirt edge hill heart".split())
#: ends of names of small places, beside the words for villages
_TYPES = frozenset("area site park square nation reserve reservation compound junction".split())
_HOMES = frozenset("home house hut shack homestead".split())
#: one lives or is found on these
_ON = frozenset(
    "nation reserve reservation estate beach farm station scheme ranch island islands flats".split()
)
_LIVES = frozenset("live stay reside dwell".split())
#: the case itself
_EVENTS = frozenset(
    "incident attack assault murder crime tragedy accident rape abuse killing drowning fire blaze"
    " shooting stabbing crash kidnapping abduction beating".split()
)
#: where reporters go, and what families flee
_REACHED = frozenset("visit flee".split())
#: what stands in a town for a whole country or county, so that a child is not of the place
_OFFICES = frozenset(
    "court police station hospital prison jail office headquarters ministry university college conference"
    " workshop summit seminar rally parliament assembly hearing trial inquest branch bureau embassy"
    " consulate company factory airport colony holiday trip tour match vacation pilgrimage honeymoon"
    " detective officer inspector prosecutor magistrate judge lawyer clinic case study scheme project".split()
)
#: what people of a place are called after it: "Lower Fold residents", "the Lower Fold girl"
_CALLED_AFTER = frozenset(
    "resident residents villagers villager elders inhabitants townspeople locals community area"
    " neighbourhood neighborhood families parents couple households women mothers".split()
)
#: what a place does as if it were its people
_AS_PEOPLE = frozenset("wake mourn grieve weep reel pray know wait remember lose bury fear gather".split())
_ELSEWHERE = re.compile(
    r"\b(?:similar|another|other|elsewhere|previous|earlier)\s+(?:\w+\s+)?(?:case|incident|attack|death|tragedy)",
    re.I,
)
#: "on holiday in X", "an hour's walk from X": a place the child is not of
AWAY = re.compile(
    r"\b(?:holiday|trip|tour|vacation|tournament|match|final)\b[^,.;]{0,20}$"
    r"|\b(?:hours?|days?|minutes?|walk|drive|ride|km|kilomet\w+|miles?|met(?:er|re)s)(?:[’']s?)?\s+(?:\w+\s+){0,2}(?:from|of|outside)\s+$",
    re.I,
)
#: one speaks in a language
_SPEAKS = frozenset(
    "say explain speak write ask call answer reply sing whisper tell recite read count teach learn".split()
)
_MONTHS = frozenset(
    "baisakh boishakh jestha jyoishtho asar ashar shrawan srabon bhadra bhadro ashwin ashoj kartik"
    " mangsir agrahayan poush magh falgun falgoon chaitra ramadan ramzan muharram rajab shaban shawwal".split()
)
#: what follows a place at the head of a report; a small letter after it goes on with a sentence
_DATELINE = re.compile(r"(?:,\s[A-Z][\w.]{1,14}(?:\s[\w.]{2,12})?)?(?::|\s?[—–]|\s-)\s(?![a-z])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Setting:
    """Asks of one place whether the draft's child, its family or its home is there."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.refs, self.text = scene, scene.refs, scene.text
        self.published = published_in(scene.story.draft)
        self.kids = {p.id for p in scene.protected}
        #: parts of the names of those whose age is known
        self._names = {
            w
            for k in scene.story.people
            if k.kind != "unknown"
            for m in k.mentions
            for w in scene.text[m.start : m.end].split()
        }
        self.types = scene.words("locality", "words") | _TYPES
        self.strangers = (scene.roles | scene.words("who", "strangers")) - scene.words("who", "not_strangers")

    def _may_be_place(self, p: Phrase) -> bool:
        """A place to the pipeline, or a word that it knows nothing of."""
        tokens = self.refs.within_tokens(p.start, p.end)
        if (
            not tokens
            or AWAY.search(self.scene.left(p.start, 40))
            or not self._names.isdisjoint(p.text.split())
        ):
            return False
        kinds = {t.ent_type_ for t in tokens}
        if kinds & _PLACES and p.words[0] not in _MONTHS:
            return True
        known: frozenset[str] = self.scene.story.doc.user_data.get("ordinary", frozenset())
        if p.words[0] in _MONTHS or self.refs.token(p.start - 1).lower_ in ("the", "a", "an"):
            return False  # "into a parked Kia"
        strange = any(t.text[:1].isupper() and t.lower_ not in known for t in tokens)
        return kinds <= _MAYBE and strange and not p.text.isupper() and tokens[-1].pos_ == "PROPN"

    def is_there(self, p: Phrase) -> bool:
        """A preposition ties the place to what happens to the child, to its family or to what a village has."""
        if not self._may_be_place(p):
            return False
        token = self._outermost(p)
        prep = token.head
        if prep.lower_ == "of" and prep.head.lower_ == "out":
            prep = prep.head
        if prep.lower_ == "of" and prep.head.lemma_.lower() not in _VILLAGE_LIFE:
            return self._trade_of_kin(prep.head)
        if self.refs.doc[max(prep.i - 1, 0)].lemma_.lower() in _OFFICES:
            return False  # "the high court in X"
        if prep.lower_ in ("on", "off") and p.words[-1] not in _ON:
            return False
        if prep.lower_ in ("at", "to", "through") and self.refs.token(p.start).ent_type_ == "ORG":
            return False
        if (
            prep.dep_ not in ("prep", "dative", "agent", "pcomp")
            or prep.lower_ not in PLACING
            or self.another_story(p)
        ):
            return False
        return self._holds(prep, p)

    def is_reached(self, p: Phrase) -> bool:
        """ "When we visited Lower Fold, the girl's mother was", "the family has left Lower Fold"."""
        token = self._outermost(p)
        verb = token.head
        if (
            token.dep_ != "dobj"
            or verb.lemma_.lower() not in _REACHED
            or token.ent_type_ not in _PLACES
            or not self._may_be_place(p)
        ):
            return False
        who = [self.scene.role(self.refs.resolve(t)) for t in subjects(verb)]
        ours = any(t.lower_ in ("we", "i", "newspaper", "reporter", "correspondent") for t in subjects(verb))
        return (ours or "child" in who or "kin" in who) and self._near(p) and not self.another_story(p)

    def is_dateline(self, p: Phrase) -> bool:
        """ "Lower Fold: The mother of the girl says": a small place at the head of a report."""
        at_head = p.start == self.refs.paragraph(p.start).start and self.refs.paragraph_index(p.start) < 4
        line = _DATELINE.match(self.text, p.end) if at_head else None
        if line is None or p.words[-1] in self.scene.words("locality", "large") | {"city"}:
            return False  # "BRANNOCK COUNTY" holds many places
        if p.text.isupper() and self.text[p.end] == ":":
            return False  # "JO HITS BACK: ‘I’ll fight’"
        return self.refs.token(p.start).ent_type_ in _PLACES and (p.text.isupper() or self._may_be_place(p))

    def _outermost(self, p: Phrase) -> Token:
        """The word of the place on which the rest of it hangs; of "between A and B" that of A."""
        token = self.refs.token(p.end - 1)
        while token.head.idx >= p.start and token.head is not token and token.head.idx < p.end:
            token = token.head
        while token.dep_ in ("conj", "appos") or (
            token.dep_ == "compound" and token.head.lower_ in self.types
        ):
            token = token.head
        return token

    def _trade_of_kin(self, noun: Token) -> bool:
        """ "Her father, Jo Small, a fisherman of Lower Fold"."""
        name = noun.head
        ref = self.refs.at(name.idx, name.idx + len(name)) if noun.dep_ == "appos" else None
        return self.scene.role(ref) in ("child", "kin")

    def _holds(self, prep: Token, p: Phrase) -> bool:
        """Climbs from the preposition to what is there: a noun of village life, or a verb and who does it."""
        node = prep.head
        for _ in range(6):
            ref = self.refs.at(node.idx, node.idx + len(node))
            role = self.scene.role(ref)
            if node.pos_ in ("NOUN", "PROPN", "PRON"):
                low = node.lemma_.lower()
                if node.dep_ == "pobj" and node.head.lower_ == "with" and role == "adult":
                    node = node.head.head  # "lives with a couple in X"
                    continue
                if low in _OFFICES:
                    return False
                if ref is not None and role in ("child", "kin") and not ref.generic:
                    return self._near(p) or self._named_here(p)
                if low not in _VILLAGE_LIFE and (low in self.strangers or role == "adult"):
                    return self._for_child(node)
                if low in _VILLAGE_LIFE and not self._of_strangers(node):
                    return low in _LANES or self._near(p)
                if low in _EVENTS and any(c.lower_ in ("the", "this") for c in node.children):
                    return True
            elif node.pos_ in ("VERB", "AUX"):
                return self._verb_holds(node, p)
            if node.head is node:
                return False
            node = node.head
        return False

    def _for_child(self, who: Token) -> bool:
        """ "A shopkeeper in X gave the girl bread": what a stranger of the place does to the child."""
        done_to = objects(who.head) if who.dep_ == "nsubj" else []
        return any(self.scene.role(self.refs.resolve(t)) == "child" for t in done_to)

    def _of_strangers(self, noun: Token) -> bool:
        """ "The suspect's house in X", "a shop whose owner"."""
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        return owner is not None and self.scene.role(self.refs.resolve(owner)) == "adult"

    def _verb_holds(self, verb: Token, p: Phrase) -> bool:
        if verb.lemma_.lower() in _SPEAKS:
            return False
        who = [self.refs.resolve(t) for t in subjects(verb)]
        done_to = [self.refs.resolve(t) for t in objects(verb)]
        roles = {self.scene.role(r) for r in who}
        if roles & {"child", "kin"}:
            return self._near(p)
        if any(self.scene.role(r) in ("child", "kin") for r in done_to):
            return self._near(p)
        if verb.lemma_.lower() in _LIVES and "adult" not in roles:
            return self._near(p)  # "all three lived in X"
        events = [t for t in subjects(verb) if t.lemma_.lower() in _EVENTS | _HOMES]
        if any(c.lower_ in ("the", "this") for t in events for c in t.children):
            return True
        return "adult" not in roles and self._named_here(p)

    def _near(self, p: Phrase) -> bool:
        return self.scene.family_near(p.start)

    def _named_here(self, p: Phrase) -> bool:
        """A protected child is spoken of in the sentence."""
        s = self.refs.sentence(p.start)
        return any(
            r.role == "child" and not r.generic and (r.person is None or r.person.id in self.kids)
            for r in self.refs.within(s.start, s.end)
        )

    def another_story(self, p: Phrase) -> bool:
        """The sentence tells of other cases, or of years ago."""
        s = self.refs.sentence(p.start)
        then = [int(m.group()) for m in _YEAR.finditer(self.text, s.start, s.end)]
        old = any(year < self.published - 2 for year in then)
        return old or _ELSEWHERE.search(self.text, s.start, s.end) is not None

    def called_after(self, p: Phrase) -> bool:
        """ "The Lower Fold girl", "Lower Fold residents", "the close-knit Lower Fold community"."""
        token = self.refs.token(p.end - 1)
        noun = token.head
        if not self._may_be_place(p) or token.pos_ == "ADJ":
            return False
        if (
            token.dep_ not in ("compound", "amod", "nmod", "nsubj")
            or noun.idx < p.end
            or noun.idx > p.end + 2
        ):
            return False
        if noun.lower_ in _CALLED_AFTER:
            return True
        ref = self.refs.at(noun.idx, noun.idx + len(noun))
        head = p.start == self.refs.paragraph(p.start).start  # "Lower Fold schoolgirl found dead"
        return ref is not None and self.scene.role(ref) in ("child", "kin") and (head or not ref.generic)

    def as_people(self, p: Phrase) -> bool:
        """ "Lower Fold woke to the news", "Lower Fold has not been the same since the girl died"."""
        token = self._outermost(p)
        verb = token.head
        if token.ent_type_ not in _PLACES:
            return False
        if token.dep_ != "nsubj" or token.idx >= p.end:
            return False
        same = verb.lemma_ == "be" and any(t.lower_ == "same" for t in verb.subtree)
        return (same or verb.lemma_.lower() in _AS_PEOPLE) and self._named_here(p)
