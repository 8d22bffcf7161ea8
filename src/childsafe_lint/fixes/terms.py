"""Stigmatising words replaced by the wording that a rule prefers, where the sentence allows it.

What a person has to fill in ("child with (condition)"), what would say something new (a crime, an age) and what does
not fit the grammar of its place is left as the suggestion it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..checks._lexicon import Lexicon, lexicon
from ..report import Finding
from ..spans import Span
from ..story.model import Story
from ..story.parse import Parse, Token
from ..story.parse import Stretch as Tokens
from .model import Edit
from .wording import article, head_noun, like, with_article

#: words after which a wording says more about its head: it can then stand before no other noun
_POST = re.compile(
    r"\b(?:with|of|who|whose|by|in|living|for|from|to|at|on|without|held|used|forced|affected|exploited|exposed|orphaned"
    r"|married|under|and|or|that)\b"
)
_OPEN = re.compile(r"\b(?:of|by|with|in|at|to|for|from|accused|convicted|because|who|the|a|says)$")
_BLANK = re.compile(r"[()/%]|\b(?:X|name)\b")
_AGE = re.compile(r"\d")
_TAIL = re.compile(
    r"(?:child|children|person|people)\s+(?P<tail>(?P<how>with|living with|who|in)\s.+)", re.IGNORECASE
)
_HAVE = {
    "is": "has",
    "was": "had",
    "are": "have",
    "were": "had",
    "’s": "has",
    "'s": "has",
    "be": "have",
    "been": "had",
}
_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_PLURAL = frozenset(("NNS", "NNPS"))
_MASS = frozenset(
    "abuse material exploitation violence work labour labor harassment surgery distress care use".split()
)
_NEXT = frozenset("by a an the her his their in from of with".split())


def term_edits(story: Story, findings: Sequence[Finding]) -> Iterator[Edit]:
    """Edits for findings of category ``stigmatising-term``; none inside a quotation."""
    lex = lexicon(story.language)
    if lex is None or story.language != "en":
        return
    terms = _Terms(story, lex)
    for finding in findings:
        if story.quote_at(finding.start) is not None or not terms.reads(finding.start):
            continue
        for wording in finding.suggestions:
            found = terms.fitted(Span(finding.start, finding.end), wording)
            if found is not None:
                span, new = found
                yield Edit(span.start, span.end, new, "term", finding.rule)
                break


class _Terms:
    def __init__(self, story: Story, lex: Lexicon) -> None:
        self.story, self.text, self.lex = story, story.text, lex
        self.doc: Parse = story.doc
        self.people = lex.classes.get("person", frozenset())
        self.singular = {
            lex.plural(w): w for w in self.people if lex.plural(w) in self.people and lex.plural(w) != w
        }

    def reads(self, offset: int) -> bool:
        """Whether the draft is in our language there."""
        return any(s.start <= offset < s.end for s in self.story.stretches(self.lex.code))

    def fitted(self, span: Span, wording: str) -> tuple[Span, str] | None:
        """What to replace by what, or None where the wording does not fit."""
        if _BLANK.search(wording) or _OPEN.search(wording) or _AGE.search(wording):
            return None
        flagged = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        if flagged is None or not wording.strip():
            return None
        low = wording[:1].lower() + wording[1:] if not wording[:2].isupper() else wording
        if wording.isupper() and len(wording) > 4:
            low = wording.lower()
        first = flagged[0]
        if first.tag_ in _VERBS and first.pos_ == "VERB" and flagged.root.pos_ == "VERB":
            return self._verb(span, flagged, low)
        nxt = self.doc[flagged.end] if flagged.end < len(self.doc) else None
        head = flagged[-1]
        if nxt is not None and head.pos_ in ("ADJ", "VERB", "NOUN", "PROPN") and self._person(nxt, head):
            return self._before_person(span, nxt, low)
        if head.pos_ in ("ADJ", "VERB") and head.tag_ not in ("NN", "NNS"):
            return self._predicate(span, flagged, low)
        if head.pos_ in ("NOUN", "PROPN") or head.tag_ in ("NN", "NNS"):
            return self._noun(span, flagged, nxt, low)
        return None

    def _person(self, noun: Token, head: Token) -> bool:
        """Whether ``noun`` is a word for a person that the flagged words only describe."""
        return (
            noun.lower_ in self.people and noun.idx - head.idx - len(head) <= 1 and noun.tag_ in ("NN", "NNS")
        )

    def _before_person(self, span: Span, noun: Token, wording: str) -> tuple[Span, str] | None:
        """ "a crippled boy" -> "a boy with a physical disability"; "a handicapped child's" is left."""
        after = self.text[noun.idx + len(noun) : noun.idx + len(noun) + 2]
        m = _TAIL.fullmatch(wording)
        if m is None:
            if " " in wording or head_noun(wording, self.people, _POST):
                return None
            return self._placed(span, wording)
        if after[:1] in ("'", "’", "-") or (m["how"] == "who" and noun.tag_ == "NNS"):
            return None
        whole = Span(span.start, noun.idx + len(noun))
        noun_text = noun.text if noun.text.isupper() and len(noun) > 1 else noun.lower_
        return self._placed(whole, f"{noun_text} {m['tail']}")

    def _predicate(self, span: Span, flagged: Tokens, wording: str) -> tuple[Span, str] | None:
        """ "is crippled" -> "has a physical disability", "is HIV-infected" -> "is living with HIV"."""
        before = self.doc[flagged.start - 1] if flagged.start else None
        nxt = self.text[span.end : span.end + 2]
        m = _TAIL.fullmatch(wording)
        if before is None or m is None or before.lower_ not in _HAVE or nxt[:1] == "-":
            return None
        if flagged.end < len(self.doc) and self.doc[flagged.end].pos_ in ("NOUN", "PROPN", "ADJ"):
            return None
        tail = m["tail"]
        if m["how"] == "living with":
            return self._placed(span, tail)
        if m["how"] == "with":
            have = _HAVE[before.lower_]
            whole = Span(before.idx, span.end)
            lead = "" if before.text[0] not in "'’" else " "
            return whole, lead + have + tail[len("with") :]
        return None

    def _verb(self, span: Span, flagged: Tokens, wording: str) -> tuple[Span, str] | None:
        """ "committing suicide" -> "dying by suicide"; only where both speak of the same thing."""
        words = wording.split()
        same = {t.lower_ for t in flagged[1:] if t.pos_ == "NOUN"} & {w.lower() for w in words}
        lemma = self._lemma(words[0])
        if not same or lemma is None or (words[1:2] and words[1].lower() not in _NEXT):
            return None
        form = self._form(lemma, flagged[0].tag_)
        return None if form is None else (span, like(self.text, span, " ".join([form, *words[1:]])))

    def _lemma(self, past: str) -> str | None:
        for lemma, forms in self.lex.irregular.items():
            if past.lower() in forms[1:3]:
                return lemma
        return None

    def _form(self, lemma: str, tag: str) -> str | None:
        forms = self.lex.irregular[lemma]
        if lemma == "be" or len(forms) < 3:
            return None
        return {
            "VBZ": forms[0], "VBD": forms[1], "VBN": forms[-2], "VBG": forms[-1], "VB": lemma, "VBP": lemma,
        }.get(tag)  # fmt: skip

    def _noun(self, span: Span, flagged: Tokens, nxt: Token | None, wording: str) -> tuple[Span, str] | None:
        after = self.text[span.end : span.end + 2]
        described = _POST.search(wording) is not None
        if described and (after[:1] == "-" or after in ("'s", "’s") or self._modifies(flagged, nxt)):
            return None
        wording_head = head_noun(wording, self.people, _POST)
        if self._clause(wording, wording_head):
            return None
        flagged_head = flagged.root if flagged.root.tag_ in ("NN", "NNS", "NNP", "NNPS") else flagged[-1]
        plural = flagged_head.tag_ in _PLURAL
        if wording_head is not None:
            wording = self._numbered(wording, wording_head, plural)
            mine = flagged_head.lower_
            # a girl stays a girl
            if (
                mine in self.people
                and self._sexed(mine)
                and wording_head.lower() in ("child", "children", "person")
            ):
                wording = re.sub(r"\b(?:child|children|person|people)\b", mine, wording, count=1)
            if not plural and self._needs_article(flagged):
                wording = f"{article(wording)} {wording}"
        elif not plural and self._several(wording):
            return None
        else:
            wording = self._thing(wording, plural)
        return self._placed(span, wording)

    def _needs_article(self, flagged: Tokens) -> bool:
        """ "called him zeruzeru": the flagged word did without an article, the wording cannot."""
        before = self.doc[flagged.start - 1] if flagged.start else None
        here = Span(flagged.start_char, flagged.end_char)
        block = next((b for b in self.story.draft.blocks if b.span.contains(here)), None)
        if before is None or before.is_space or (block is not None and block.kind in ("headline", "heading")):
            return False
        return before.text in (
            "as",
            "him",
            "her",
            "is",
            "was",
            "like",
            "of",
            "by",
            "for",
            "to",
            "from",
            "with",
        )

    def _several(self, wording: str) -> bool:
        """Whether a wording that is no person is plural: "separated parents"."""
        m = _POST.search(wording)
        noun = (wording[: m.start()] if m else wording).split()[-1]
        return noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and not noun.isupper()

    def _clause(self, wording: str, head: str | None) -> bool:
        """Whether a wording tells an event ("more children arrived") and so cannot stand for a noun."""
        words = wording.lower().split()
        if head is not None:
            after = wording.split(head, 1)[1].split()
            return bool(after) and not _POST.match(after[0])
        past = [w.endswith("ed") or self._lemma(w) is not None for w in words]
        return past[-1] or (past[0] and len(words) > 1 and words[1] in _NEXT)

    def _sexed(self, noun: str) -> bool:
        return noun in self.lex.children["f"] or noun in self.lex.children["m"]

    def _modifies(self, flagged: Tokens, nxt: Token | None) -> bool:
        return nxt is not None and nxt.pos_ in ("NOUN", "PROPN") and flagged.root.head.i >= flagged.end

    def _numbered(self, wording: str, head: str, plural: bool) -> str:
        low = head.lower()
        if plural and low not in self.singular:
            many = self.lex.plural(low)
            changed = re.sub(rf"\b{re.escape(head)}\b", many, wording, count=1)
            for one, more in (
                (" who is ", " who are "),
                (" who was ", " who were "),
                (" who has ", " who have "),
            ):
                changed = changed.replace(one, more)
            return changed
        if not plural and low in self.singular:
            return re.sub(rf"\b{re.escape(head)}\b", self.singular[low], wording, count=1)
        return wording

    def _thing(self, wording: str, plural: bool) -> str:
        m = _POST.search(wording)
        core = wording[: m.start()].rstrip() if m else wording
        noun = core.rsplit(" ", 1)[-1]
        if not plural or noun in _MASS or noun.isupper() or noun.endswith("s"):
            return wording
        return wording[: len(core) - len(noun)] + self.lex.plural(noun) + wording[len(core) :]

    def _placed(self, span: Span, wording: str) -> tuple[Span, str]:
        new = like(self.text, span, wording)
        return with_article(self.text, span, new)
