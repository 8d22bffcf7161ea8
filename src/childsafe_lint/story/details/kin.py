"""Names of a child's grown-up family."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module

from ... import lazy_re as re
from ...spans import Span
from ..model import Detail, Evidence, Person
from ..refs import Gender, Ref
from .accused import Accused
from .newcomers import Newcomers
from .scene import Scene
from .ties import SPOUSES, Ties
from .titled import Titled


@lru_cache(maxsize=4)
def _frames(language: str) -> dict[str, re.Pattern[str]]:
    """How the language says whose mother somebody is: ``languages/<language>/kin.py``."""
    return import_module(f"...languages.{language}.kin", __package__).patterns()  # type: ignore[no-any-return]


def find(scene: Scene) -> tuple[Kin, list[Detail]]:
    """Every mention of every grown-up named as family of a protected child, and who they are."""
    finder = Kin(scene, _frames(scene.language))
    finder.read()
    return finder, list(_details(finder))


def _details(finder: Kin) -> Iterator[Detail]:
    scene = finder.scene
    for person, why in finder.found.items():
        p = scene.story.person(person)
        for m in p.mentions:
            if finder.foreign(m, p) or (why.reason == _BY_TITLE and finder.office(m)):
                continue
            yield Detail("relative", m, finder.children_of(p, m), True, (why,))
    yield from finder.families()
    yield from finder.sons_of()


_BY_TITLE = "a title and the name of family"


class Kin:
    """Who is family of the children to protect: ``found``, each with why; not those in ``refused``."""

    def __init__(self, scene: Scene, patterns: dict[str, re.Pattern[str]]) -> None:
        self.scene = scene
        self.text = scene.text
        self.re = patterns
        self.found: dict[str, Evidence] = {}
        self.refused: set[str] = set()
        self.grown = [p for p in scene.story.people if p.kind != "child" and p.mentions]
        self.surnames = self._child_surnames()

    def read(self) -> None:
        scene = self.scene
        listed = {k for c in scene.protected for k in c.relatives}
        for p in self.grown:
            if p.pseudonym is not None:
                continue
            if p.id in listed:
                self._take(p, p.mentions[0], "said to be family")
                continue
            self._look(p)
        for m in self.re["son_of"].finditer(self.text):
            ref = self.scene.refs.at(m.start("name"), m.end("name"))
            if self._of_grown_son(m.start()):
                continue
            if ref is not None and ref.person in self.grown and ref.person is not None:
                self._take(ref.person, Span(m.start(), m.end()), "said to be the parent")
        for p in self.grown:
            if p.id not in self.found and p.pseudonym is None and self._same_surname(p):
                self._take(p, p.mentions[0], "shares the child's surname")
        self._their_children()
        self._speakers()
        self._suspects()
        self._familiar()
        for p in self.grown:  # once more: family of those found by now
            if p.id not in self.found and p.pseudonym is None:
                self._look(p)
        surnames = {
            self.text[m.start : m.end].split()[-1]
            for k in self.found
            for m in scene.story.person(k).mentions
            if " " in self.text[m.start : m.end]
        }
        for p in self.grown:  # "E. Asante": family by an initial
            words = self.text[p.mentions[0].start : p.mentions[0].end].split()
            if (
                p.id not in self.found
                and len(words) == 2
                and len(words[0].rstrip(".")) == 1
                and words[1] in surnames
            ):
                self._take(p, p.mentions[0], "initial and surname of family")
        self._by_title()
        self._tied()
        for person, at, why in list(Titled(self.scene, self.grown).find()):
            self._take(person, at, why)
        newcomers = Newcomers(self.scene, self.grown)
        for person, why in list(newcomers.find()):
            self._take(person, person.mentions[0], why)
        for person, why in list(Accused(self.scene, self.grown, newcomers).find()):
            if not any(map(self.office, person.mentions)):
                self._take(person, person.mentions[0], why)
        for p in self.grown:  # and family of those
            if p.id not in self.found and p.pseudonym is None:
                self._look(p)
        for _ in range(2):  # husbands, wives and others joined to family by "and"
            for p in self.grown:
                if p.id in self.found or p.pseudonym is not None:
                    continue
                if any(self._joined(m) for m in p.mentions):
                    self._take(p, p.mentions[0], "named together with family")

    def _tied(self) -> None:
        """What the grammar tells of ties, twice: the wife of an uncle who is found by the first reading."""
        ties = Ties(self.scene, self.grown, self.scene.kin)
        for person, why in list(ties.by_name()):
            if person.id not in self.found and person.pseudonym is None:
                self._take(person, person.mentions[0], why)
        for _ in range(2):
            for person, why in list(ties.read()):
                if person.id in self.found or person.pseudonym is not None:
                    continue
                if not self._role_before(person.mentions[0].start) and not any(
                    map(self.office, person.mentions)
                ):
                    self._take(person, person.mentions[0], why)

    def _look(self, p: Person) -> None:
        why = next((w for m in p.mentions if (w := self._said(m, p))), None)
        if why:
            self._take(p, p.mentions[0], why)

    def _their_children(self) -> None:
        """ "Teresa Ruiz wept. Her six-year-old son had been beaten": whose child it is, wherever the name stands."""
        refs = self.scene.refs
        grown = {p.id: p for p in self.grown}
        protected = {p.id for p in self.scene.protected}
        for hit in self.re["whose_child"].finditer(self.text):
            ref = self._young(hit)
            if ref is not None and ref.person is not None:
                if ref.person.id not in protected:
                    continue
            elif not hit["age"] or self._grown(*hit.span("young")):
                continue  # nobody in particular
            at = hit.start("poss")
            gender: Gender = "m" if hit["poss"].lower() == "his" else "f"
            who = refs.antecedent(at, gender, ref)
            if who is None or who.person is None:
                person = self._named_before(at)
                if person is not None:
                    self._take(person, person.mentions[0], "the child is said to be theirs")
                continue
            if who.person is None or who.person.id not in grown or who.person.id in self.found:
                continue
            if who.person.pseudonym is not None or self._role_before(who.start):
                continue
            if not who.gender and any(
                r.person is not None and r.person.id in self.found for r in refs.within(who.end, at)
            ):
                continue  # of two named before, the child is that of whom is known to be family
            self._take(who.person, Span(who.start, who.end), "the child is said to be theirs")

    @staticmethod
    def _named_at(ref: Ref | None) -> bool:
        return ref is not None and ref.person is not None and bool(ref.person.mentions)

    def _tells_of_a_named_child(self) -> bool:
        return any(len(p.mentions) > 1 for p in self.scene.protected)

    def _young(self, hit: re.Match[str]) -> Ref | None:
        """The child a word of family means: itself, or the name right after it ("her grandson Elvis")."""
        refs = self.scene.refs
        start, end = hit.span("young")
        return refs.at(start, end) or next((r for r in refs.within(end, end + 3) if r.role == "child"), None)

    def _speakers(self) -> None:
        """ "My grandson is no thief," X told reporters: whose words tell that the child is theirs."""
        refs = self.scene.refs
        for q in refs.quotes:
            mine = self.re["mine"].search(self.text, q.span.start, q.span.end) if q.is_speech else None
            if mine is None or self.re["with_mine"].search(self.text[q.span.start : mine.start()]):
                continue  # "She went to school with my daughter"
            end = min(refs.paragraph(q.span.start).end, q.span.end + 60)
            names = sorted(
                (m.start, p.id)
                for p in self.scene.story.people
                for m in p.mentions
                if q.span.end <= m.start < end
            )
            person = next((p for p in self.grown if names and p.id == names[0][1]), None)
            if person is None or person.id in self.found or person.pseudonym is not None:
                continue
            if self.re["placed"].search(self.scene.left(names[0][0], 14)):
                continue  # "said a mother from X"
            if re.search(r"[.!?\n]", self.text[q.span.end : names[0][0]]) or not self.scene.family_near(
                q.span.start
            ):
                continue
            if self._role_before(names[0][0]) or any(map(self.office, person.mentions)):
                continue  # "one of our kids," said the principal
            self._take(person, person.mentions[0], "speaks of the child as theirs")

    def _suspects(self) -> None:
        """ "... held a couple accused of beating the man's son. X, 36, and Y, 29, will be": who opens what follows.
        So does the grandmother of whom a headline tells."""
        refs = self.scene.refs
        for i, s in enumerate(refs.sentences[:8]):
            head = s.start == refs.sentences[0].start
            told = self.re["suspect_lead"].search(self.text, s.start, s.end)
            if told is None and head:
                told = self.re["headline"].search(self.text, s.start, s.end)
            if told is None or i + 1 >= len(refs.sentences) or self._names_grown_up(s):
                continue
            nxt = refs.sentences[i + 1]
            if (told.groupdict().get("who") or "").lower() in ("man", "woman"):
                self._the_suspect(s.end, told["who"].lower())
            kin = next(w for w in told.groups() if w)
            both = kin.lower() in _TWO or re.match(
                r"\s+and\s+(?:the|his|her|their|a)\b", self.text[told.end() : s.end]
            )
            reach = 120 if both else 30 if head else 4
            here = sorted(
                (m.start, p.id)
                for p in self.scene.story.people
                for m in p.mentions
                if nxt.start <= m.start < min(nxt.end, nxt.start + reach)
            )
            for at, key in here[: 2 if both else 1]:
                person = next((p for p in self.grown if p.id == key), None)
                if person is not None and self._opens_as(person, at, "" if both else kin.lower()):
                    self._take(person, person.mentions[0], f"'{kin.lower()}' in the sentence before")

    def _the_suspect(self, after: int, word: str) -> None:
        """ "... arrested a woman for burning her niece. The suspect, X": the only one so introduced."""
        here = {
            p.id: (p, m)
            for p in self.grown
            for m in p.mentions
            if m.start >= after and self.re["the_suspect"].search(self.scene.left(m.start, 60))
        }
        if len(here) != 1:
            return
        p, m = next(iter(here.values()))
        gender = next((r.gender for r in self.scene.refs.refs if r.person is p and r.gender), "")
        known = self.scene.refs.gender_of(word)
        if p.id not in self.found and p.pseudonym is None and not (gender and known and gender != known):
            self._take(p, m, "the child is said to be theirs")

    def _names_grown_up(self, s: Span) -> bool:
        """Whether the sentence names somebody who is no child; "in Dong Nai" names nobody."""
        return any(
            r.role != "child"
            and r.person is not None
            and r.person.mentions
            and not self.re["placed"].search(self.scene.left(r.start, 14))
            for r in self.scene.refs.within(s.start, s.end)
        )

    def _opens_as(self, p: Person, at: int, kin: str) -> bool:
        """A full name of nobody in office and of the gender that the word before tells."""
        m = next(m for m in p.mentions if m.start == at)
        if " " not in self.text[m.start : m.end] or p.pseudonym is not None or p.id in self.found:
            return False
        if re.match(r"[^\n]{25}", self.text[m.end :]) is None or self.scene.left(m.start, 4).lower().endswith(
            "by "
        ):
            return False  # a byline
        beside = re.findall(r"[\w-]+", self.text[m.end : m.end + 40].lower())[:5]
        gender = next((r.gender for r in self.scene.refs.refs if r.person is p and r.gender), "")
        word = self.scene.refs.gender_of(kin)
        apart = bool(gender and word and gender != word) or any(w in self.scene.roles for w in beside)
        return not (apart or self.office(m) or self._role_before(m.start)) and not self.re["placed"].search(
            self.scene.left(m.start, 14)
        )

    def _named_before(self, at: int) -> Person | None:
        """The only grown-up with a full name in the sentence before the one of ``at``, where that names nobody else."""
        i = self.scene.refs.sentence_index(at)
        if not i or self.scene.refs.paragraph_index(at) != self.scene.refs.paragraph_index(
            self.scene.refs.sentences[i - 1].end - 1
        ):
            return None
        s = self.scene.refs.sentences[i - 1]
        here = [
            p
            for p in self.scene.story.people
            if any(s.start <= m.start < s.end and " " in self.text[m.start : m.end] for m in p.mentions)
        ]
        if len(here) != 1 or here[0] not in self.grown or here[0].id in self.found:
            return None
        m = next(m for m in here[0].mentions if s.start <= m.start < s.end)
        placed = self.re["placed"].search(self.scene.left(m.start, 14))
        return None if placed or self._role_before(m.start) else here[0]

    def _by_title(self) -> None:
        """ "Mr Lim" after "her father, Lim Wei Jun": family by a title and one part of a name found before."""
        parts: dict[str, set[str]] = {}
        for p in self.grown:
            for m in p.mentions:
                for word in self.text[m.start : m.end].split():
                    parts.setdefault(word, set()).add(p.id)
        for p in self.grown:
            if p.id in self.found or p.pseudonym is not None:
                continue
            for m in p.mentions:
                name = self.text[m.start : m.end].split()
                if len(name) == 2 and self.re["title"].match(name[0] + " "):
                    name = name[1:]  # the title was taken for a part of the name: "Gogo Nosipho"
                elif len(name) != 1 or not (self.re["title"].search(self.scene.left(m.start, 12))):
                    continue
                others = parts.get(name[0], set()) - {p.id}
                if others and others <= set(self.found):
                    self._take(p, m, _BY_TITLE)
                    break

    def _of_grown_son(self, at: int) -> bool:
        """ "Kiran, 28, s/o Mallappa": of a suspect, not of the child."""
        ref = self.scene.refs.before(at, max(0, at - 30))
        return ref is not None and ref.person is not None and ref.person.kind == "adult"

    def sons_of(self) -> Iterator[Detail]:
        """ "s/o Ghulam Rasool": how South Asian police name a parent."""
        for m in self.re["son_of"].finditer(self.text):
            if self._of_grown_son(m.start()):
                continue
            span = Span(m.start("name"), m.end("name"))
            yield Detail(
                "relative",
                span,
                self.scene.children_at(span.start),
                True,
                (Evidence(m.start(), m.end(), "said to be the parent"),),
            )

    def _familiar(self) -> None:
        """Features tell of a parent by first name: somebody of no office, called so again and again, while
        the draft speaks of a mother or father it nowhere else names."""
        known = " ".join(e.reason for e in self.found.values())
        if any(w in known for w in ("mother", "father", "theirs", "parent")):
            return
        words = {r.word for r in self.scene.refs.refs if r.role == "kin" and r.person is None}
        roles = self.scene.roles
        for p in self.grown:
            first = [m for m in p.mentions if " " not in self.text[m.start : m.end]]
            full = [m for m in p.mentions if " " in self.text[m.start : m.end]]
            if len(first) < 2 or not full or p.pseudonym is not None:
                continue
            name = self.text[full[0].start : full[0].end].split()
            if any(self.text[m.start : m.end] != name[0] for m in first):
                continue
            gender = next((r.gender for r in self.scene.refs.refs if r.person is p and r.gender), "")
            slot = {"f": {"mother", "mum", "mom", "grandmother"}, "m": {"father", "dad", "grandfather"}}.get(
                gender, {"mother", "father", "mum", "mom", "dad", "parents"}
            )
            beside = re.findall(
                r"[\w-]+",
                (self.scene.left(full[0].start, 40) + " " + self.scene.right(full[0].end, 40)).lower(),
            )
            if words & slot and not any(w in roles for w in beside):
                self._take(p, full[0], "called by first name where the draft tells of a parent")
                return

    def _take(self, p: Person, m: Span, why: str) -> None:
        if p.id in self.refused:
            return
        if any(self._dateline(x) for x in p.mentions):
            self.refused.add(p.id)
            return
        if any(map(self._no_name, p.mentions)) or any(
            self.re["unrelated"].search(self._sentence(x)) or self.re["played"].match(self.text, x.end)
            for x in p.mentions
        ):
            self.refused.add(p.id)
            return
        self.found[p.id] = Evidence(m.start, m.end, why)
        self.scene.kin.add(p.id)

    def _dateline(self, m: Span) -> bool:
        """A place at the head of a report: "Hartley", where a paragraph opens with "HARTLEY, Cobb County -"."""
        name = re.escape(self.text[m.start : m.end].upper())
        return (
            " " not in name and re.search(rf"^{name}\b[^\n]{{0,40}}?\s?[—–-]\s", self.text, re.M) is not None
        )

    def _no_name(self, m: Span) -> bool:
        """ "The Islamic group", "his late father, Senior": a people, a creed or the older of two, and nobody's name."""
        if self.text[m.start : m.end].rstrip(".") in ("Senior", "Junior", "Sr", "Jr"):
            return True
        told = self.scene.refs.within_tokens(m.start, m.end + 1)
        last = told[-1] if len(told) else None
        return (
            last is not None
            and last.idx == m.start
            and last.ent_type_ == "NORP"
            and last.dep_ == "amod"
            and last.head.pos_ == "NOUN"
        )

    def foreign(self, m: Span, p: Person) -> bool:
        """A mention that is somebody else of the name, or a people or language of that name."""
        if self.re["unrelated"].search(self._sentence(m)):
            return True
        if " " in self.text[m.start : m.end]:
            return False
        if (
            self.text[m.start : m.end].lower() in self.scene.roles
            and m.start == self.scene.refs.sentence(m.start).start
        ):
            return True  # a word that was taken for a name: "Lawmaker's son"
        if self._of_child(m, p):
            return True
        # "in Nepali, Tamang or English"
        around = self.scene.refs.within_tokens(m.start - 16, m.end + 16)
        return any(t.ent_type_ in ("NORP", "LANGUAGE") and t.idx != m.start for t in around) and bool(
            re.search(r"(?:,|\bor|\band)\s+$", self.text[max(0, m.start - 5) : m.start])
        )

    def _sentence(self, m: Span) -> str:
        s = self.scene.refs.sentence(m.start)
        return self.text[s.start : s.end]

    # -- what the words beside a name say
    def _said(self, m: Span, p: Person) -> str | None:
        left, right = self.scene.left(m.start, 110), self.scene.right(m.end, 110)
        if self.re["courtesy"].search(left):
            self.refused.add(p.id)
            return None
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
        if self.re["counsel"].search(left):
            return None
        if self.re["of_suspect"].search(left) and not self._child_is_accused():
            return None
        if hit is not None and self.re["made_up"].search(hit["mods"] or ""):
            return None
        if re.match(r"\s?\d", right):
            return None  # "gave her father Rs15,000"
        if hit is not None and left[_kin_end(hit) :].strip() == "," and self.re["said_next"].match(right):
            hit = None  # "to be apart from her brother, Ypil said"
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
        if (
            hit is not None
            and self._possessor_ok(hit, "poss", m.start - len(left), m)
            and self._plain_gap(left[_kin_end(hit) :])
        ):
            return f"'{hit['kin'].lower()}'"
        if self.re["partner_before"].search(left):
            return "family of the child's family"
        if (hit := self.re["spouse_before"].search(left)) and self._of_family(
            hit["poss"].lower(), m.start - len(left) + hit.start("poss")
        ):
            return "family of the child's family"
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
        if (hit := self.re["grown_child"].search(left)) and self._is_kins(
            hit["poss"].lower(), m.start - len(left) + hit.start("poss")
        ):
            return "brother or sister of the child"
        if self.re["lived_with"].match(right):
            return "lived with the child or its mother"
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
        s = self.scene.refs.sentence(m.start)
        if m.start - s.start < 3 and self.re["apposed"].match(right):
            before = self.text[max(0, s.start - 60) : m.start]
            hit = self.re["told_before"].search(before)
            if hit and self._possessor_ok(hit, "poss", m.start - len(before), m):
                return f"'{hit['kin'].lower()}' in the sentence before"
            i = self.scene.refs.sentence_index(m.start)
            if i and (kin := self._told_of(self.scene.refs.sentences[i - 1], p)):
                return f"'{kin}' in the sentence before"
        if self.re["peer_named"].match(right[: self._next_child(m.end)]):
            return "brother or sister of the child"
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

    def _grown(self, start: int, end: int) -> bool:
        """Whether a word for somebody's child means a grown-up: "his adult son", "her daughter Ann, 31"."""
        s = self.scene.refs.sentence(start)
        if self.re["grown_before"].search(self.text, max(s.start, start - 40), start):
            return True
        if self.re["grown_up"].match(self.text, end):
            return True
        named = next((r for r in self.scene.refs.within(end, end + 3) if r.person is not None), None)
        return named is not None and named.person is not None and named.person.kind == "adult"

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

    def _plain_gap(self, gap: str) -> bool:
        """Nothing between the kin word and the name that begins another noun: "mother told officer X"."""
        gap = re.sub(r"^\s+in\s+[A-Z][\w’'-]+(?=\s*,)", "", gap)  # "an aunt in Naga, X"
        gap = re.sub(r"[’']s\s+(?:\w+\s+)?name\s+as\b", "", gap)  # "the mother's name as X"
        gap = self.re["first_of_two"].sub("", self.re["called"].sub("", gap))
        return self.re["apart"].search(gap) is None

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

    def strangers(self, p: Person) -> bool:
        """Whether all mentions of ``p`` are of the family of somebody else ("a trader, Ana Ruiz, lost her husband,
        Paul"), or of another story in a column of briefs."""
        return all(self._of_a_stranger(m) or self._in_another_story(m) for m in p.mentions)

    def _of_a_stranger(self, m: Span) -> bool:
        left = self.scene.left(m.start, 60)
        hit = self.re["of_another"].search(left)
        if hit is None:
            return False
        at = m.start - len(left) + hit.start()
        s = self.scene.refs.sentence(m.start)
        told = [r for r in self.scene.refs.within(s.start, at) if r.person is not None and not r.generic]
        return (
            len(told) > 0
            and all(r.role == "adult" and self.scene.role(r) == "adult" for r in told)
            and bool(told[-1].person is not None and told[-1].person.mentions)
        )

    def _in_another_story(self, m: Span) -> bool:
        p = self.scene.refs.paragraph(m.start)
        return self.re["another_story"].match(self.text, p.start) is not None and not any(
            r.role == "child" and not r.generic for r in self.scene.refs.within(p.start, p.end)
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

    def _child_of(self, gender: Gender) -> bool:
        """A protected child is or may be of this gender."""
        ids = {p.id for p in self.scene.protected}
        known = {r.gender for r in self.scene.refs.refs if r.person is not None and r.person.id in ids}
        return gender in known or known <= {""}

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

    def _about_adult(self, at: int) -> bool:
        return self.scene.about(at) == "adult"

    def _role_before(self, at: int) -> bool:
        """A professional's own family: "lawyer X, whose daughter ...", "through lawyer Atty. X"."""
        left = self.text[max(self.scene.refs.paragraph(at).start, at - 40) : at]
        left = re.split(
            r"(?<![.\s][A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})[.!?][”\"]?\s", left
        )[-1]
        words = re.findall(r"[\w-]+", left.lower())[-2:]
        office = (
            (self.scene.roles | self.scene.words("relative", "office"))
            - SPOUSES
            - self.scene.words("who", "kin")
        )
        return any(w in office for w in words)

    def _is_kins(self, poss: str, at: int) -> bool:
        """Whether what is owned at ``at`` is owned by somebody who is family of a child."""
        if poss in ("his", "her", "their"):
            gender: Gender = "m" if poss == "his" else "f" if poss == "her" else ""
            ref = self.scene.refs.antecedent(at, gender)
        else:
            ref = self.scene.refs.at(at, at + len(poss) - 2)
        return ref is not None and self.scene.role(ref) == "kin"

    def office(self, m: Span) -> bool:
        """A title or office beside the name: "Headman X", "Rep. X", "X, a police inspector"."""
        office = self.scene.words("relative", "office")
        name = self.text[m.start : m.end].lower().split()
        left = re.findall(r"[\w-]+", self.text[max(0, m.start - 30) : m.start].lower())[-2:]
        if self.text[max(0, m.start - 2) : m.start].strip(" ") in (",", ";", ":"):
            left = [w.removesuffix("s") for w in left[-1:] if w != "father"]  # "her lawyers, X and Y"
        if any(w in office for w in (*left, name[0].rstrip("."))):
            return True
        after = re.match(
            r"\s*(?:,\s*(?:\d\d\s*,\s*)?)(?:who\s+is\s+)?(?:an?|the|of\s+the)?\s*([^,.;\n]{1,40})",
            self.text[m.end : m.end + 60],
        )
        told = re.findall(r"[\w’'-]+", after[1].lower())[:4] if after is not None else []
        return any(w in office and w != "father" for w in told)

    def _next_child(self, at: int) -> int:
        """How far it is from ``at`` to the next named protected child."""
        ids = {p.id for p in self.scene.protected}
        for r in self.scene.refs.within(at, at + 60):
            if r.person is not None and r.person.id in ids:
                return r.start - at
        return 0

    # -- names
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
                        out |= {_stem(w), *(_stem(part) for part in w.split("-") if len(part) > 3)}
        return out

    def children_of(self, p: Person, m: Span) -> tuple[str, ...]:
        """Of several families the children who bear the relative's surname, else those told of beside it."""
        name = max((self.text[x.start : x.end] for x in p.mentions), key=len).split()
        if len(name) > 1:
            own = [
                c.id
                for c in self.scene.protected
                for x in c.mentions
                if " " in (told := self.text[x.start : x.end]) and _stem(told.split()[-1]) == _stem(name[-1])
            ]
            if own:
                return tuple(dict.fromkeys(own))
        return self.scene.children_at(m.start)

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
            if len(words) > 1 and ({_stem(words[-1]), *map(_stem, words[-1].split("-"))} & self.surnames):
                return True
        return False

    def _of_child(self, m: Span, owner: Person) -> bool:
        """A surname alone that child and relative share is the relative's only near its full name or with a title:
        of whom a story is about, it goes on to speak by surname."""
        word = self.text[m.start : m.end]
        if _stem(word) not in self.surnames or self.re["title"].search(self.scene.left(m.start, 12)):
            return False
        child = [
            x.start
            for p in self.scene.story.children
            for x in p.mentions
            if self.text[x.start : x.end].split()[-1] == word
        ]
        full = [x.start for x in owner.mentions if " " in self.text[x.start : x.end]]
        if not child or not full or m.start < min(full):
            return bool(child and full and min(child) < m.start)
        called = [
            x.start
            for p in self.scene.story.children
            for x in p.mentions
            if x.start < m.start and self.text[x.start : x.end] != word
        ]
        alone = any(self.text[x.start : x.end] == word for p in self.scene.story.children for x in p.mentions)
        return alone and max(called, default=0) > max(at for at in full if at < m.start)

    def _joined(self, m: Span) -> bool:
        before = self.scene.refs.before(m.start, max(self.scene.refs.sentence(m.start).start, m.start - 60))
        if before is not None and before.person is None and before.role == "adult":
            # "the daughter of X, a supervisor at a mill, and Y"
            before = self.scene.refs.before(
                before.start, max(self.scene.refs.sentence(m.start).start, m.start - 90)
            )
        if before is None or before.person is None or before.person.id not in self.found:
            return False
        gap = self.text[before.end : m.start]
        if not self.re["and"].match(gap):
            return False
        return bool(
            re.search(
                r"\b(?:parents|grandparents|children|son|daughter|wife|husband|twins|brothers|sisters|uncles|aunts|guardians)\b",
                self._sentence(m),
            )
        )

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


#: words for two grown-ups, whose names may both follow
_TWO = frozenset("couple pair parents grandparents carers guardians".split())
#: "X, 38, a store owner": more words for whoever is named
_BESIDE_NAME = re.compile(r"(?:\s*\(\d\d\))?\s*,\s*(?:\d\d\s*,\s*)?(?:an?|the)\s+(?:[\w-]+\s+){0,3}")
#: "whose son is in Year 4 there", "said her girl shares a desk with the boy": a parent at the same school
_SAME_CLASS = re.compile(
    r"\s+(?:(?:is|are)\s+(?:also\s+)?(?:in|at)\s+(?:the\s+)?(?:same\s+|[\w-]+[-\s]+(?:class|grade|form|year)\b|(?:class|grade|form|year|standard)\s)"
    r"|(?:also\s+)?(?:attends?|goes?\s+to|sits?\s+(?:next|beside|behind|with)|shares?\s+(?:a|the)|plays?\s+(?:with|in|on|for)|knows?|is\s+friends)\b)"
)
#: a Korean given name: "Ji-hoo"
_TWO_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5}")


def _kin_end(hit: re.Match[str]) -> int:
    """Where the words of the relation end: after "mother" or after "mother of the girl"."""
    of = (hit["of"] or "the").split()[-1].lower()
    return hit.end("kin") if of in ("the", "a", "an", "his", "her", "their") else hit.end("of")


def _stem(surname: str) -> str:
    """A surname without its ending for women (Karimova, Chernaya) and in lower case."""
    word = surname.lower().replace("’", "'").removesuffix("'s").strip(".,")
    for ending, stem in (("aya", ""), ("skaya", "sk"), ("ova", "ov"), ("eva", "ev"), ("ina", "in")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + (stem or "")
    return word
