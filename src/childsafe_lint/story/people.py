"""Who is in a draft: every mention of a person together, child, adult or unknown, and the words that show it.

Names are found (names.py), each with the cues around it (languages/<language>/frames.py); names of one person are
put together (clusters.py); then the draft as a whole is read for what it says of them (discourse.py).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .. import lazy_re as re
from ..drafts.model import Draft
from ..languages.en import frames
from ..languages.en.ages import AGES_BEFORE
from ..languages.en.frames import Cue
from ..spans import Span
from .clusters import cluster_names, join_nicknames
from .discourse import Discourse
from .model import Person, Quote
from .names import AFTER_BODY, AFTER_CHILD, Name, find_names, key
from .parse import Parse

_COORD = re.compile(
    rf"(?:\s*\((?:left|right|centre|center|middle|front|back|partly\s+hidden|[LRC])\)|,\s+(?:far\s+)?(?:left|right|centre|center)(?=,|\s+and\b))?\s*(?:[,(–—]\s*(?:aged?\s+)?{frames.NUM}(?:\s*(?:years?|months?|weeks?)(?:\s+old)?)?\s*\)?)?\s*(?:,|;(?:\s+and)?|,?\s+and|,?\s*&|,?\s+or|,?\s+as\s+well\s+as|,\s+(?:his|her)\s+\w+)\s*(?:(?:his|her|their|the|little|baby|younger|older|young|brother|sister|twins?|brothers|sisters|then)\s+)*(?:an?\s+(?:toddler|baby|newborn|infant|boy|girl|teenager),\s+)?",
    re.I,
)
_AGES = re.compile(
    rf"\s*,?\s*\(?(?:who\s+are\s+|both\s+|aged\s+|ages\s+|are\s+)*(?P<list>{frames.NUM}(?:\s*,\s*{frames.NUM})*,?\s+and\s+{frames.NUM})\b(?:\s+(?P<u>years?|months?))?(?:\s+(?:respectively|years\s+old))?(?=\s*(?:[,;.:)–—]|\Z|\n)|\s+(?:and|were|are|was|who|have|had|from|of|in|at|respectively)\b)",
    re.I,
)
_AGES_LATER = re.compile(
    rf"\b(?:siblings|children|brothers|sisters|twins|pair|boys|girls|they|two|three|aged|ages|ages\s+of|are|were)\s+(?:are\s+|were\s+|aged\s+|of\s+)?(?P<list>{frames.NUM}(?:\s*,\s*{frames.NUM})*,?\s+and\s+{frames.NUM})\b(?!\s*(?:per|%|miles|km|metres|years\s+(?:in|ago)))",
    re.I,
)
#: "Nour and Petra employed two girls aged", "Nour and Petra met the sisters, who": the ages are not the named people's
_OF_OTHERS = re.compile(
    r"\s+(?!(?:are|were|and|who)\b)[a-z][^;.]*\b(?:who|the|their|his|her|its|two|three|both|these|those|young(?:er)?|small|little)\s+"
)
#: titles that are first names too: Sri, Queen, Major
_TITLES_NAMES = frozenset(w.lower() for w in frames.DATA["titles_names"])
#: "Paris is only six", "River turned nine": no place and no body
_IS_AGED = re.compile(
    rf"\s+(?:is|was|turned|turns|will\s+be)\s+(?:only\s+|just\s+|still\s+|now\s+)?{frames.NUM}(?:\s+years\s+old)?(?=\s*[.,;!?”\"]|\s+(?:in|on|last|next|this|and|when)\b)"
)
#: what follows a verb that opens a sentence and could be a name: "Mark the …", "Grant every …"
_COMMAND = re.compile(
    rf"\s+(?:the|an?|each|every|any|all|your|his|her|their|that|this)\s+(?:[a-z]+\s+)?(?:{frames.AGE_HYPHEN}|boy|girl|child|baby|pupil|toddler)",
    re.I,
)
#: how the names of bodies end
_BODIES = frozenset(w.lower() for w in frames.DATA["org_heads"])
_BOTH = re.compile(
    rf"\s*,?\s*\(?\s*(?:both|all|each|(?:the\s+)?(?:twins|triplets|brothers|sisters|siblings|cousins))\s+"
    rf"(?:of\s+(?:them|whom)\s+)?(?:(?:are|were|is)\s+)?(?:aged\s+|of\s+)?(?P<n>{frames.NUM})\b",
    re.I,
)
_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?,?|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+\d{1,2},)\s+(?P<y>(?:19|20)\d\d)\b"
)


#: characters between a name and an age in commas or brackets
_RIGHT_BESIDE = 7
#: "said the clerk,"
_ROLE_BEFORE = re.compile(r"\b(?P<role>[\w-]+),\s*$")
#: between a word for a child and its name
_NEXT_NAME = re.compile(r"\s*,\s*")
#: a day told of, not the day of the draft: "wrote on 19 November 1918"
_OF_LONG_AGO = 20
_TOLD_OF = re.compile(r"\b(?:on|since|until|till|of|from|before|after|dated|by|around)\s+(?:the\s+)?$", re.I)
_RANGE = re.compile(
    r"\b(?:between|from|ranging)\s+(?:the\s+)?(?:in\s+age\s+|ages?\s+)?(?:of\s+|from\s+)?$", re.I
)
_SAID = re.compile(r"\s+(?:said|says|told|wrote|added|reported|explained|believe[sd]?|think|found)\b")
#: after the first date of a life: "(July 24, 1916 Leeds-October 12, 1991)"
_LIFE = re.compile(rf"[^()\n]{{0,25}}[-–—]\s?(?:(?:19|20)\d\d\b|[^()\n]{{0,12}}{_DATE.pattern})")


def find_people(draft: Draft, doc: Parse, sentences: Sequence[Span], quotes: Sequence[Quote]) -> list[Person]:
    """Everyone the draft names, and every individual child it speaks of without a name."""
    text = draft.text
    published = published_in(draft)
    names = find_names(draft, doc, sentences)
    for index in range(len(names)):
        _gather(text, index, sentences, names, published)
    _from_a_place(text, sentences, names, published)
    _addressed(text, names, quotes)
    _group(text, names)
    _spread(text, names, sentences)
    clusters = cluster_names(text, names)
    join_nicknames(text, names, clusters)
    discourse = Discourse(text, doc, sentences, quotes, names, clusters, published)
    discourse.read()
    return discourse.people(draft)


def _of_all(rest: str, base: int) -> Cue | None:
    """What the words after several names say of all of them: "celebrated their 100th birthday", "all of them
    surgeons", "are pit ponies"."""
    if m := _THEIR_BIRTHDAY.match(rest):
        age = frames.ordinal(m["o"])
        return Cue(
            "child" if age < 18 else "adult",
            3,
            base + m.start("o"),
            base + m.end("o"),
            f"{m['o']} birthday",
            age,
        )
    if m := frames.DRESSED.match(rest):
        return Cue("child", 2, base + m.start(), base + m.end(), "what children wear")
    if m := frames.GROWN.match(rest):
        return Cue("adult", 1, base + m.start(), base + m.end(), "what grown-ups do")
    if m := _PARENTS_ARE.match(rest):
        return Cue("adult", 2, base + m.start("who"), base + m.end("who"), f"'{m['who']}': a grown-up")
    if m := _CHILDREN_ARE.match(rest):
        return Cue(
            "child", 2, base + m.start("who"), base + m.end("who"), f"'{m['who']}' is a word for children"
        )
    if m := _ALL_ARE.match(rest):
        word, singular = m["what"].lower(), m["what"].lower().removesuffix("s")
        at = (base + m.start("what"), base + m.end("what"))
        if {word, singular, m["what"].lower().removesuffix("ies") + "y"} & frames.ANIMAL_SET:
            return Cue("animal", 3, *at, "animals")
        if {word, singular} & frames.ROLES:
            return Cue("adult", 2, *at, f"'{word}': a grown-up's role")
    return None


#: "Delwar, the father of Tanvir and Tahsin, is a builder": Delwar is
_CLOSES = re.compile(r",\s+(?:is|was|has|had|works?|worked|said|says)\b")
_KIN_OF = re.compile(
    r"\b(?:father|mother|dad|mum|mom|parents?|guardian|uncle|aunt|grand\w+)\s+of\s+(?:[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)*(?:,\s+|,?\s+and\s+))*$"
)
_WHEN = re.compile(r"\b[Ww]hen\s$")
_TWINS = re.compile(r"\b(?:twins|triplets|quadruplets|quads)\b", re.I)
#: "In Khan Younis, a boy of eleven boils lentils"
_SCENE = re.compile(r"(?:^|[.!?\n“\"]\s*)(?:In|At|Near|Outside|From|Across)\s$")
_PEOPLE_ADJECTIVE = re.compile(r"(?:an|ish|ese|[cs]h|i)$")
_OF_A_PEOPLE = re.compile(
    r"\s+(?:school|pupils?|students?|learners?|boys?|girls?|child|children|teenagers?|citizens?|nationals?|schoolgirls?|schoolboys?|youths?|man|men|woman|women|twins|siblings|brothers|sisters|refugees?|migrants?)\b"
)
#: "He and Cy were among the pupils"
_HE_AND = re.compile(r"\b(?:[Hh]e|[Ss]he|I|[Tt]hey)\s+and\s$")
_THEIR_BIRTHDAY = re.compile(rf"[^.!?\n]{{0,60}}?\btheir\s+(?P<o>{frames.ORDINAL})\s+birthdays?\b", re.I)
#: "X and Y are the parents of three"
_PARENTS_ARE = re.compile(
    r",?\s+(?:are|were|became|become|are\s+now|have\s+become)\s+(?:also\s+)?(?:the\s+)?(?:proud\s+|devoted\s+)?(?P<who>parents|grandparents)\b(?!['’])",
    re.I,
)
#: "Max and Rose were the first three children into the room"; a childhood that is over: "were teenagers when they met"
_CHILDREN_ARE = re.compile(
    rf",?\s+(?:are|were|became)\s+(?:(?!(?:of|to|for|with|like|not|no|former|old|once|parents|when|in|by)\b)[\w-]+\s+){{0,4}}?"
    rf"(?P<who>{frames.alt(frames.DATA['child_nouns_plural'])})\b(?!['’])(?!\s+(?:when|then|together|themselves|in\s+the\s+\d|in\s+(?:19|20)\d\d))",
    re.I,
)
#: "two children, Ocean and Rebel": the first of a list
_AMONG_CHILDREN = re.compile(
    rf"\b(?:{frames.alt([*frames.DATA['child_nouns_plural'], *frames.DATA['kin_younger_plural']])})\s*[,:(–—]\s*$"
    r"|\b(?:twins|triplets|siblings)\s$",
    re.I,
)
#: where somebody stands in a picture: "Karen (R)"
_SIDE = re.compile(r"\([LRC]\)")
#: "Karen (R) and Josué (L), the children of Delia,"
_CHILDREN_OF = re.compile(
    r"\s*(?:\((?:left|right|centre|center|[LRC])\)\s*)?,\s+(?:all\s+|both\s+)?(?:the\s+)?(?:two\s+|three\s+|four\s+|five\s+|young\s+){0,2}(?P<who>children|sons|daughters|kids|grandchildren)\s+of\b",
    re.I,
)
_ALL_ARE = re.compile(
    r"\s*,?\s*(?:\(?(?:both\s+)?(?:aged\s+)?[\w-]+\)?,?\s+)?(?:(?:all|both|each)\s+(?:of\s+(?:them|whom)\s+)?(?:are\s+|were\s+)?|(?:are|were)\s+)"
    r"(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?P<what>[\w-]+)\b(?=\s*(?:[,.;:]|and\b|who\b|$))",
    re.I,
)


def published_in(draft: Draft) -> int:
    """Year of publication: from the draft's own metadata, else today's."""
    given = str(draft.metadata.get("date", ""))
    if m := re.search(r"\b(?:19|20)\d\d\b", given):
        return int(m.group())
    this_year = datetime.date.today().year
    # a dateline: a full date near the start that is nobody's date of birth
    for m in _DATE.finditer(draft.text, 0, 300):
        old = this_year - int(m["y"]) > _OF_LONG_AGO
        if old and _TOLD_OF.search(draft.text, max(0, m.start() - 14), m.start()):
            continue
        born = re.search(r"\b(?:born|birth|since|d\.o\.b\.?)\b[^.]{0,25}$", draft.text[: m.start()], re.I)
        if not born and not _LIFE.match(draft.text, m.end()):
            return int(m["y"])
    return this_year


def _gather(text: str, index: int, sentences: Sequence[Span], names: Sequence[Name], published: int) -> None:
    name = names[index]
    sentence = sentences[name.sentence] if sentences else Span(0, len(text))
    # an initial's full stop may have ended a sentence inside the name
    limit = next((s.end for s in sentences[name.sentence :] if s.end > name.end), name.end)
    follow = text[name.end : name.end + 2].lstrip()[:1]
    other = names[index + 1].start if index + 1 < len(names) else None
    cues = frames.right_cues(text, name.end, limit, published, other)
    cues += frames.left_cues(text, name.start, sentence.start, follow, published)
    if name.title:  # "the mare, Lady Constance": the title is a part of what the animal is called
        opens = text.rfind(name.title[:1].upper(), sentence.start, name.start)
        before = frames.left_cues(text, opens, sentence.start, follow, published) if opens > 0 else []
        cues += [c for c in before if c.shows == "animal"]
    if frames.GIVES.search(text, max(name.start - 12, 0), name.start):
        cues = [c for c in cues if c.shows not in ("animal", "thing") or c.end <= name.start]
    if text[name.end : name.end + 1] == "," and _SCENE.search(text[max(0, name.start - 12) : name.start]):
        name.kind, cues = "place", []
    if frames.ACCORDING.search(text, max(sentence.start, name.start - 80), name.start):
        cues = [c for c in cues if c.beside or c.shows != "child" or c.end <= name.start]
    _title_of_a_child(text, name, sentence, follow, cues, published)
    if name.title:  # "Mr Tulloch, she was 13": spoken to, not of
        cues = [
            c
            for c in cues
            if not re.fullmatch(r",\s+(?:she|he)\s+\w+\s+", text[name.end : max(c.start, name.end)])
        ]
    if _WHEN.search(text, max(0, name.start - 6), name.start):  # "died when Simone was four": the age of then
        cues = [
            replace(c, level=2, past=True) if c.shows == "child" and c.level == 3 and not c.beside else c
            for c in cues
        ]
    adjective = name.label == "NORP" and _PEOPLE_ADJECTIVE.search(text, name.start, name.end)
    if adjective and _OF_A_PEOPLE.match(text, name.end):
        cues = [c for c in cues if c.start >= name.end]  # "15-year-old Australian students"
    if _CLOSES.match(text, name.end) and _KIN_OF.search(
        text, max(sentence.start, name.start - 90), name.start
    ):
        cues = [c for c in cues if c.shows != "adult" or c.end <= name.start]
    role = _ROLE_BEFORE.search(text, max(sentence.start, name.start - 40), name.start)
    if other is not None and role is not None and role["role"].lower() in frames.ROLES:
        # "said the clerk, Ivo Brandt, the girl, Petra Roe,": the next name's
        cues = [
            c
            for c in cues
            if c.shows != "child" or c.start < name.end or not _NEXT_NAME.fullmatch(text, c.end, other)
        ]
    if frames.CHILD_OF.search(text, max(sentence.start, name.start - 16), name.start):
        cues = [c for c in cues if c.beside or c.shows != "child" or c.start < name.end]
    if frames.WITH_PARTNER.search(text, max(sentence.start, name.start - 40), name.start):
        # "his child with wife Petra Roe turned 11", but "with his wife Amina, 13,"
        cues = [
            c
            for c in cues
            if c.shows != "child" or (c.age is not None and c.start - name.end <= _RIGHT_BESIDE)
        ]
        if not any(c.shows == "child" for c in cues):
            cues.append(Cue("adult", 2, name.start, name.end, "somebody's partner"))
    if name.honoured:
        cues.append(Cue("adult", 2, name.start, name.end, "an honorific for a grown-up"))
    if name.title:
        cues.append(Cue("adult", 2, name.start, name.end, f"the title '{name.title}'"))
    if name.kind in ("organisation", "place", "cipher"):
        # only an age or a word for a child right beside it turns such a run into a name
        strong = [
            c for c in cues if c.beside and c.shows == "child" and c.end > name.end and len(name.words) < 4
        ]
        school = AFTER_BODY.search(text[max(0, name.start - 24) : name.start])
        named = [
            c
            for c in cues
            if c.shows == "child" and c.end <= name.start and name.kind == "place" and not school
        ]
        who = len(name.words) < 4 and frames.WHO.match(text, name.end)
        if who and name.words[-1] in _BODIES:
            who = None  # "a pupil of the Upper School, who"
        if who and frames.PREP.search(text, max(0, name.start - 10), name.start):
            who = None  # "a man from Tuva, who"
        after_the = re.search(r"\bthe\s$", text[max(0, name.start - 5) : name.start], re.I)
        sole = len(name.words) == 1 and (
            (
                AFTER_CHILD.search(text, max(0, name.start - 40), name.start)
                and (name.acts or frames.closed_after(text, name.end))  # not "the six-year-old Kerr inquiry"
            )
            or any(c.level == 3 and c.shows == "child" and _IS_AGED.match(text, name.end) for c in cues)
        )
        sole = sole or (
            len(name.words) == 1
            and _AMONG_CHILDREN.search(text, max(0, name.start - 24), name.start) is not None
        )
        if (strong or named or who or sole) and name.kind != "cipher" and not after_the and not name.dateline:
            name.kind = "person"
    if name.ordinary and _COMMAND.match(text, name.end):
        name.kind = "organisation"  # "Mark the ten-year-old's height": no person
    if name.kind != "person":
        cues = [c for c in cues if name.kind == "cipher"]
    name.cues = cues


def _title_of_a_child(
    text: str, name: Name, sentence: Span, follow: str, cues: list[Cue], published: int
) -> None:
    """ "14-year-old Queen Okafor", "Sri Wahyuni, 9": what is a title before a grown-up is a child's first name."""
    if name.titled_at is None or name.title is None or name.title not in _TITLES_NAMES:
        return
    before = frames.left_cues(text, name.titled_at, sentence.start, follow, published)
    told = [c for c in (*before, *cues) if c.shows == "child" and not c.past]
    called = AFTER_CHILD.search(text, max(0, name.titled_at - 40), name.titled_at)
    plain = [c for c in before if text[c.start].islower()]  # not "the Juvenile Justice Board"
    if called or any(c.level >= 2 and (c.level == 3 or c in plain) for c in told):
        name.start, name.words = name.titled_at, (key(name.title), *name.words)
        name.title = name.titled_at = None
        cues += [c for c in before if c not in cues]


_OF_A_PLACE = re.compile(r",?\s(?:of|from)\s(?:[a-z]+\s){0,2}")


def _from_a_place(text: str, sentences: Sequence[Span], names: Sequence[Name], published: int) -> None:
    """ "Meera Nair of Pala, a Class 6 pupil": the words after the place are told of her."""
    for index, (a, b) in enumerate(pairwise(names)):
        if a.kind != "person" or a.title or b.title or not _OF_A_PLACE.fullmatch(text, a.end, b.start):
            continue
        if (
            b.kind not in ("person", "place")
            or len(a.words) < 2
            or len(b.words) > 3
            or any(c.age for c in a.cues)
        ):
            continue
        other = names[index + 2].start if index + 2 < len(names) else None
        limit = sentences[b.sentence].end if sentences else len(text)
        told = frames.right_cues(text, b.end, limit, published, other)
        if told := [c for c in told if c.shows in ("child", "adult")]:
            a.cues += told
            b.kind, b.cues = "place", []


#: words by which people call their elders or one another
_ADDRESS = frozenset(frames.DATA["address_terms"])
_DEAR = re.compile(r"(?:^|[\n.!?”]\s*)(?:Dear|DEAR|Ask)\s$")
_OURS = re.compile(r"\b(?:my|our|little)\s$", re.I)


def _addressed(text: str, names: Sequence[Name], quotes: Sequence[Quote]) -> None:
    """ "Anak, come here," the mother said: a word of address in a quotation is nobody's name. Nor is the one a letter
    is written to somebody who is told of in it: "Dear Rosa: my daughter is nine"."""
    for n in names:
        if (
            n.kind == "person"
            and _DEAR.search(text, max(0, n.start - 8), n.start)
            and text[n.end : n.end + 1] in ",:"
        ):
            n.kind = "organisation"
            continue
        if n.kind != "person" or len(n.words) > 1 or n.words[0] not in _ADDRESS or n.cues:
            continue
        said = any(q.is_speech and q.span.start <= n.start < q.span.end for q in quotes)
        if said and not _OURS.search(text, max(0, n.start - 8), n.start):
            n.kind = "organisation"


def _group(text: str, names: Sequence[Name]) -> None:
    """Names joined by commas and "and" share what is said of all of them."""
    current: list[Name] = []
    names = [n for n in names if not _SIDE.fullmatch(text, n.start - 1, n.end + 1)]
    for a, b in pairwise(names):
        if (
            a.kind == b.kind == "person"
            and b.sentence - a.sentence <= 1
            and b.start - a.end < 60
            and _COORD.fullmatch(text[a.end : b.start])
        ):
            if not current or current[-1] is not a:
                current = [a]
                a.group = current
            current.append(b)
            b.group = current
        else:
            current = []


def _spread(text: str, names: Sequence[Name], sentences: Sequence[Span]) -> None:
    done: set[int] = set()
    for name in names:
        if name.kind != "person":
            continue
        group = name.group or [name]
        if id(group) in done:
            continue
        done.add(id(group))
        first, last = group[0], group[-1]
        if len(group) == 1:  # "Uncle to triplets, Desmond …", "the kids Kisii forgets": not this one person
            name.cues = [c for c in name.cues if not (c.plural and c.end <= name.start)]
        ages_last = [c for c in last.cues if c.age is not None and c.level == 3]
        twins = _TWINS.search(text, max(0, first.start - 250), first.start)
        if len(group) > 1 and ages_last and (twins or any(c.plural for c in first.cues)):
            for member in group[:-1]:
                if not any(c.age is not None for c in member.cues):
                    member.cues.append(ages_last[0])
        for i, member in enumerate(group):
            for cue in [c for c in member.cues if c.plural and c.end <= member.start]:
                for other in group[i + 1 :]:
                    other.cues.append(cue)
        if len(group) > 1:  # "Isla Reid and Noah Quist, both Year 6"
            of_both = [
                c
                for c in last.cues
                if c.start >= last.end and re.search(r"\b(?:both|all)\b", text[last.end : c.end])
            ]
            for member in group[:-1]:
                member.cues += [c for c in of_both if c.shows == "child" and c.level == 2]
            if m := _CHILDREN_OF.match(text, last.end):
                cue = Cue("kin-younger", 1, *m.span("who"), f"'{m['who']}': someone's children")
                for member in group:
                    member.cues.append(cue)
        sentence = sentences[last.sentence]
        rest = text[last.end : sentence.end]
        ages: list[float] = []
        m = _AGES.match(rest) or _AGES_LATER.search(rest)
        of_others = _OF_OTHERS.fullmatch(rest, 0, m.start()) if m else None
        if m and (
            of_others or _RANGE.search(rest, 0, m.start("list")) or (len(group) > 1 and _SAID.match(rest))
        ):
            m = None  # "Ana Ruiz and Paul Webb said the dead were between the ages of 6 and 9"
        base = last.end
        if not m and (m := AGES_BEFORE.search(text[sentence.start : first.start])):
            base = sentence.start
        if m and len(group) > 1:
            found = [
                (x.start(), x.end(), frames.number(x.group()))
                for x in re.finditer(frames.NUM, m["list"], re.I)
            ]
            base += m.start("list")
            ages = [a for _, _, a in found]
            for i, member in enumerate(group):
                if not any(c.level == 3 and c.age is not None for c in member.cues) and (
                    len(found) == len(group) or all(a < 18 for a in ages)
                ):
                    s, e, a = found[min(i, len(found) - 1)]
                    member.cues.append(frames.told_age(a, base + s, base + e, f"age {a:g}"))
        elif (whole := _of_all(rest, last.end)) and (
            len(group) > 1 or _HE_AND.search(text, max(0, first.start - 10), first.start)
        ):
            for member in group:
                member.cues.append(whole)
        elif (m := _BOTH.match(rest)) and len(group) > 1:
            a = frames.number(m["n"])
            for member in group:
                start, end = m.span("n")
                member.cues.append(frames.told_age(a, last.end + start, last.end + end, f"age {a:g}"))
