"""Children's names out of a draft: one pseudonym, or one reference without a name, for each child."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..languages import load_data, read_data
from ..report import DraftReport, Finding
from ..spans import Span
from ..story.model import Person, Story
from ..story.refs import Refs
from . import pseudonyms
from .model import Edit, NameMode
from .pseudonyms import folded
from .references import References

_WORD = re.compile(r"[^\W\d_][\w’'ʼ-]*")


@dataclass
class Child:
    """What a child is called from now on. ``words`` are those of the real name, kept in memory only."""

    words: frozenset[str]
    sex: str
    whole: frozenset[str] = frozenset()  # also the words that another child's name shares
    forms: set[str] = field(default_factory=set)  # the real name as it is written in the draft
    name: str | None = None  # the pseudonym
    phrase: str = ""  # the reference without a name
    noun: str = ""
    declared: bool = False


@dataclass
class Register:
    """The children of one draft over all rounds of fixing. It is never written anywhere."""

    mode: NameMode
    children: list[Child] = field(default_factory=list)
    closed: bool = False  # whoever is found only after others were renamed is left to a person
    declared: list[str] = field(default_factory=list)  # names declared so far

    def known(self, words: Iterable[str]) -> Child | None:
        """The child with one of these words in its name, if it is the only one."""
        wanted = set(words)
        found = [c for c in self.children if c.words & wanted]
        return found[0] if len(found) == 1 else None

    @property
    def names(self) -> set[str]:
        return {c.name for c in self.children if c.name}


def name_edits(report: DraftReport, findings: Sequence[Finding], register: Register) -> Iterator[Edit]:
    """Edits for findings of category ``minor-name``; the declaration of pseudonyms comes last."""
    story = report.story
    if story is None or not findings:
        return
    if not register.closed and not _done_before(story):
        _enrol(report, story, findings, register)
    register.closed = True
    references = References(story)
    children = _by_person(story, findings, register)
    nouns = _child_nouns(story)
    for finding in findings:
        child = children.get(finding.person or "")
        if child is None:
            continue
        span = _grown(story, Span(finding.start, finding.end), child)
        child.forms.add(story.text[span.start : span.end])
        alias = _alias(story, span, child)
        if alias is not None:
            span, new = alias, ""
        elif child.name is not None:
            span, new = _renamed(story, span, child.name)
        else:
            span, new = references.instead(span, child.noun, child.phrase, nouns)
        yield Edit(span.start, span.end, new, "name", finding.rule)


def echoes(register: Register) -> Callable[[str], str]:
    """Replaces the names of the register in words outside the draft's text."""
    stands = {form: c.name or c.phrase for c in register.children for form in c.forms}
    if not stands:
        return lambda words: words
    forms = "|".join(re.escape(f) for f in sorted(stands, key=lambda f: (-len(f), f)))
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    return lambda words: pattern.sub(lambda m: stands[m[0]], words)


def declarations(register: Register, language: str) -> list[str]:
    """Ways to say which names are changed, or that none is given, the best first; none where all is said."""
    new = [c for c in register.children if not c.declared]
    if not new:
        return []
    for child in new:
        child.declared = True
    data = read_data(language, "rewrites")["declaration"]

    def of(template: str, names: str, child: Child) -> str:
        return template.format(names=names, noun=data["noun"][child.sex], them=data["them"][child.sex])

    if register.mode == "neutral":
        unnamed = data["unnamed"]
        return [of(unnamed["one"], "", new[0]) if len(new) == 1 else str(unnamed["several"])]
    names = [str(c.name) for c in new]
    if len(new) == 1:
        return [of(data["one"], names[0], new[0]), str(data["all"])]
    together = str(data["several"]).format(names=", ".join(names[:-1]) + " and " + names[-1])
    apart = " ".join(of(data["one"], n, c) for n, c in zip(names, new, strict=True))
    return [together, apart, str(data["all"])]


def _done_before(story: Story) -> bool:
    """Whether names were taken out of the draft before, by the line that was then added."""
    kept = read_data(story.language, "rewrites")["declaration"]["kept"]
    return any(words in story.text for words in kept)


def _enrol(report: DraftReport, story: Story, findings: Sequence[Finding], register: Register) -> None:
    """A name or a reference for each child that has none yet."""
    from ..reports.masking import BLOCK, masked_text

    data = read_data(story.language, "rewrites")["neutral"]
    refs = Refs.of(story.text, story.doc, story.sentences, story.people, story.language)
    new: list[tuple[Person, Child]] = []
    for person in _named(story, findings):
        words = _words(story, person)
        if register.known(words) is not None or any(words & c.words for _, c in new):
            continue
        sex = _sex(story, refs, person)
        whole = frozenset(_all_words(story, person))
        new.append((person, Child(frozenset(words), sex, whole, noun=data["noun"][sex])))
    if register.mode == "pseudonym":
        seed = re.sub(rf"{BLOCK}+", BLOCK, masked_text(report))
        around = set(_WORD.findall(story.text))
        for person, child in new:
            taken = {c.name for _, c in new if c.name} | register.names
            child.name = pseudonyms.choose(
                story.language, _full(story, person), child.sex, around, taken, seed
            )
    register.children += [c for _, c in new]
    for child in register.children:
        if child.name is None and not child.phrase:
            child.phrase = _phrase(child, register.children, story, new, data)


def _sex(story: Story, refs: Refs, person: Person) -> str:
    """``f``, ``m`` or empty: by the words for the child, else by the name, else by the pronouns that follow it."""
    who = load_data(story.language, "details")["who"]
    beside: Counter[str] = Counter()
    for mention in person.mentions:
        left = re.search(r"([\w-]+),?\s+$", story.text[max(0, mention.start - 30) : mention.start])
        if left is not None:
            word = left[1].lower()
            beside.update(["f"] * (word in who["female"]) + ["m"] * (word in who["male"]))
    if beside:
        return beside.most_common(1)[0][0]
    said = Counter(r.gender for r in refs.refs if r.person is person and r.gender)
    if said:
        return said.most_common(1)[0][0]
    if sex := pseudonyms.sex_of(story.language, _full(story, person)):
        return sex
    meant: Counter[str] = Counter()
    for m in re.finditer(r"\w+", story.text):
        gender = refs.pronouns.get(m[0].lower())
        if gender:
            ref = refs.antecedent(m.start(), gender)
            if ref is not None and ref.person is person:
                meant[gender] += 1
    return meant.most_common(1)[0][0] if meant else ""


def _phrase(
    child: Child,
    everyone: Sequence[Child],
    story: Story,
    new: Sequence[tuple[Person, Child]],
    data: dict[str, Any],
) -> str:
    alike = [c for c in everyone if c.noun == child.noun and c.name is None]
    if len(alike) == 1:
        return str(data["one"]).format(noun=child.noun)
    ages = {id(c): _age(story, p) for p, c in new}
    if len(alike) == 2 and all(ages.get(id(c)) is not None for c in alike):
        mine = ages[id(child)] or 0
        other = next(ages[id(c)] for c in alike if c is not child) or 0
        if mine != other:
            return str(data["older" if mine > other else "younger"]).format(noun=child.noun)
    numbers = data["numbers"]
    at = alike.index(child)
    number = numbers[at] if at < len(numbers) else f"{at + 1}th"
    return str(data["numbered"]).format(noun=child.noun, number=number)


def _age(story: Story, person: Person) -> float | None:
    for e in person.evidence:
        if m := re.match(r"age (\d+(?:\.\d+)?)", e.reason):
            return float(m[1])
    return None


def _named(story: Story, findings: Sequence[Finding]) -> list[Person]:
    """The children that findings name, in the order of the draft."""
    ids = {f.person for f in findings}
    people = [p for p in story.people if p.id in ids]
    return sorted(people, key=lambda p: min(m.start for m in p.mentions))


def _by_person(story: Story, findings: Sequence[Finding], register: Register) -> dict[str, Child]:
    out = {}
    for person in _named(story, findings):
        words = _words(story, person)
        child = register.known(words) or max(
            (c for c in register.children if c.words & words),
            key=lambda c: len(c.words & words),
            default=None,
        )
        if child is not None:
            out[person.id] = child
    return out


def _words(story: Story, person: Person) -> set[str]:
    """The words of a child's name, without those that another named child shares, such as the surname."""
    mine = _all_words(story, person)
    others = {
        folded(w)
        for p in story.children
        if p is not person
        for m in p.mentions
        for w in _parts(story.text[m.start : m.end])
    }
    return (mine - others) or mine


def _all_words(story: Story, person: Person) -> set[str]:
    return {folded(w) for m in person.mentions for w in _parts(story.text[m.start : m.end])}


def _grown(story: Story, span: Span, child: Child) -> Span:
    """A mention with the words of the child's name right beside it, where the reading has cut it short."""
    text = story.text
    taken = [m for p in story.people for m in p.mentions if not m.overlaps(span)]
    while m := re.match(r"\s([^\W\d_][\w-]*)", text[span.end :]):
        longer = Span(span.start, span.end + m.end())
        if not m[1][0].isupper() or folded(m[1]) not in child.whole or any(longer.overlaps(t) for t in taken):
            break
        span = longer
    return span


def _parts(name: str) -> list[str]:
    return [re.sub(r"[’'ʼ]s?$", "", w) for w in _WORD.findall(name)]


def _full(story: Story, person: Person) -> str:
    return max((story.text[m.start : m.end] for m in person.mentions), key=len)


def _child_nouns(story: Story) -> frozenset[str]:
    from ..checks._lexicon import lexicon

    lex = lexicon(story.language)
    data = load_data(story.language, "people")
    nouns = {w for kind in ("kin_younger", "kin_peer", "child_nouns") for w in data[kind]}
    if lex is not None:
        nouns |= {w for words in lex.children.values() for w in words}
    return frozenset(nouns)


def _renamed(story: Story, span: Span, name: str) -> tuple[Span, str]:
    text = story.text
    old = text[span.start : span.end]
    in_tag = re.search(r"[#＃@]\w*$", text[max(0, span.start - 40) : span.start]) is not None
    if old.isupper() and len(old) > 1:
        name = name.upper()
    elif in_tag and old.islower():
        name = name.lower()
    possessive = text[span.end : span.end + 1] in ("'", "’") and old[-1:] in "sS"
    if possessive and re.match(r"['’]\s+\w", text[span.end : span.end + 4]) and not name.endswith(("s", "S")):
        quote = story.quote_at(span.start)
        if quote is None or quote.span.end != span.end + 1:  # "James' mother", not the end of a quotation
            return Span(span.start, span.end + 1), name + text[span.end] + ("S" if old.isupper() else "s")
    return span, name


_ALIAS = re.compile(
    r"\s*(?P<open>[(–—,])\s*(?:or\s+)?(?:(?:\w+ly\s+|also\s+|better\s+|otherwise\s+)?(?:known\s+(?:\w+\s+){0,4}?as"
    r"|nicknamed|called|dubbed|alias|aka|a\.k\.a\.)\s+)?[“\"‘']?$"
)
_ALIAS_END = re.compile(r"[”\"’']?(?P<more>[^.!?\n()–—,]{0,40})(?P<close>\s*[)–—,]|(?=[.;]))")


def _alias(story: Story, span: Span, child: Child) -> Span | None:
    """A nickname given beside the name it belongs to, with its frame: "Sunmaya — Sunu to the other girls —"."""
    text = story.text
    before = _ALIAS.search(text, max(0, span.start - 50), span.start)
    if before is None:
        return None
    name = re.search(r"([^\W\d_][\w’'-]*)$", text[max(0, before.start() - 30) : before.start()])
    after = _ALIAS_END.match(text, span.end)
    if name is None or after is None or folded(name[1]) not in child.words:
        return None
    called = before.group().strip(" (–—,“\"‘'") not in ("", "or")
    to_them = (
        re.match(r"\s+to\s+(?:the|his|her|their|everyone|friends|family|all)\b", after["more"]) is not None
    )
    pairs = {"(": ")", "–": "–", "—": "—", ",": ","}
    if not (called or to_them) or (after["close"].strip() not in ("", pairs[before["open"]])):
        return None
    return Span(before.start(), span.end + after.end() - span.end)
