"""What all ways to tell family stand on: the draft's grown-ups, who of them is taken for family, and who cannot be."""

from __future__ import annotations

from .... import lazy_re as re
from ....spans import Span
from ...model import Evidence, Person
from ...refs import Gender, Ref
from ..scene import Scene
from ..ties import SPOUSES


class Ground:
    """Who is family of the children to protect: ``found``, each with why; not those in ``refused``."""

    def __init__(self, scene: Scene, patterns: dict[str, re.Pattern[str]]) -> None:
        self.scene = scene
        self.text = scene.text
        self.re = patterns
        self.found: dict[str, Evidence] = {}
        self.refused: set[str] = set()
        self.grown = [p for p in scene.story.people if p.kind != "child" and p.mentions]

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

    def _sentence(self, m: Span) -> str:
        s = self.scene.refs.sentence(m.start)
        return self.text[s.start : s.end]

    def _young(self, hit: re.Match[str]) -> Ref | None:
        """The child a word of family means: itself, or the name right after it ("her grandson Elvis")."""
        refs = self.scene.refs
        start, end = hit.span("young")
        return refs.at(start, end) or next((r for r in refs.within(end, end + 3) if r.role == "child"), None)

    def _grown(self, start: int, end: int) -> bool:
        """Whether a word for somebody's child means a grown-up: "his adult son", "her daughter Ann, 31"."""
        s = self.scene.refs.sentence(start)
        if self.re["grown_before"].search(self.text, max(s.start, start - 40), start):
            return True
        if self.re["grown_up"].match(self.text, end):
            return True
        named = next((r for r in self.scene.refs.within(end, end + 3) if r.person is not None), None)
        return named is not None and named.person is not None and named.person.kind == "adult"

    def _of_grown_son(self, at: int) -> bool:
        """ "Kiran, 28, s/o Mallappa": of a suspect, not of the child."""
        ref = self.scene.refs.before(at, max(0, at - 30))
        return ref is not None and ref.person is not None and ref.person.kind == "adult"

    def _child_of(self, gender: Gender) -> bool:
        """A protected child is or may be of this gender."""
        ids = {p.id for p in self.scene.protected}
        known = {r.gender for r in self.scene.refs.refs if r.person is not None and r.person.id in ids}
        return gender in known or known <= {""}
