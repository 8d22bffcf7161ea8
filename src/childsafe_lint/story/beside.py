"""Names beside the text: in comments, tracked deletions, properties, file names and metadata of pictures.

A draft that calls a child "a 12-year-old girl" is of no use if a comment still says who she is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .. import lazy_re as re
from ..drafts.model import Attachment, Block, Draft
from ..drafts.pictures import words_of
from ..spans import Span
from .model import NameBeside, Person, Story
from .names import key
from .transliteration import latin

#: Properties that hold names of staff, and of programs.
_STAFF = re.compile(
    r"property '(?:author|last modified by|manager|company|printed by|hyperlink base)'|custom property"
)
_REAL_NAME = re.compile(
    r"\b(?:real|true|actual|full)\s+name|\bname\s+(?:was|is|has\s+been|to\s+be)\s+(?:changed|withheld)|настоящ\w+\s+им|"
    r"зовут|шын\s+(?:есім|аты)|аты[-\s]жөні",
    re.IGNORECASE,
)
#: "Anna, please check", "@Anna": a colleague is spoken to
_SPOKEN_TO = re.compile(
    r"\s*(?:dear\s+|hi\s+|уважаем\w+\s+)?@?(?P<who>[^\W\d_]\S*(?:\s[^\W\d_]\S*)?)\s*[,:!–—]", re.IGNORECASE
)
_SIGNATURE = re.compile(r"(?:[-–—,]|\bthanks|\bспасибо)\s*$", re.IGNORECASE)
_SCHOOL = re.compile(
    r"school|college|lyceum|gymnasium|kindergarten|nursery|academy|class|grade|lice[iy]|litsey|shkola|sadik|mektep|"
    r"gimnazi|школ|лице|гимнази|класс|сад|мектеп|сынып|балабақша",
    re.IGNORECASE,
)
#: What programs and picture desks write into file names.
_DESK = frozenset(
    "img dsc dscf dscn pxl mvimg vid image photo foto pic picture screenshot screen shot scan whatsapp telegram signal "
    "final draft copy edit edited crop cropped web small large thumb jpg jpeg png afp reuters getty epa tass anadolu "
    "istock shutterstock untitled unnamed download facebook instagram twitter header footer banner cover hero logo "
    "фото снимок рисунок скриншот сурет".split()
)  # fmt: skip
#: Author of the comments that this program puts into a document (reports/margin.py): they quote the text.
OURS = "childsafe-lint"
_SHORTEST = 3  # letters of a name that is looked for inside other words' company

Telling = Callable[[Draft, str], Story | None]


def find_beside(story: Story, tell: Telling) -> list[NameBeside]:
    """The names of children, or what may be such, in what is attached to the draft.

    Args:
        story: of the draft itself.
        tell: understands a text that is made of attachments, in the story's language.
    """
    draft = story.draft
    attachments = [a for a in draft.attachments if a.kind != "comment" or a.author != OURS]
    if not attachments:
        return []
    found: list[NameBeside] = []
    left: list[Attachment] = []
    named = [c for c in story.children if c.named and c.pseudonym is None]
    own = [(c, _own_words(story, c)) for c in named]
    for attachment in attachments:
        words = {latin(w) for w in _words(attachment)}
        child = next((c for c, names in own if any(_says(words, n, attachment) for n in names)), None)
        if child is not None:
            found.append(NameBeside(attachment, child.id))
        else:
            left.append(attachment)
    if any(not c.named or c.pseudonym is not None for c in story.children):
        found += _unknown(story, [a for a in left if not _STAFF.match(a.label)], tell)
    return sorted(found, key=lambda n: draft.attachments.index(n.attachment))


def _own_words(story: Story, child: Person) -> set[str]:
    """The words of a child's name that no grown-up of the draft shares."""
    others = _text_words(story, [p for p in story.people if p.kind == "adult"])
    words = _text_words(story, [child])
    return {w for w in words - others if len(w) >= _SHORTEST}


def _text_words(story: Story, people: Sequence[Person]) -> set[str]:
    return {
        latin(key(w))
        for p in people
        for m in p.mentions
        for w in re.findall(r"[^\W\d_]+", re.sub(r"['’]s\b", "", story.text[m.start : m.end]))
    }


def _words(attachment: Attachment) -> Iterator[str]:
    words = (
        words_of(attachment.text)
        if attachment.kind == "file-name"
        else re.findall(r"[^\W\d_]+", attachment.text)
    )
    return (key(w) for w in words)


def _says(words: set[str], name: str, attachment: Attachment) -> bool:
    """A file name may run words together or inflect them; elsewhere a word is a word."""
    if name in words:
        return True
    return attachment.kind == "file-name" and len(name) > 4 and any(w.startswith(name) for w in words)


def _unknown(story: Story, attachments: Sequence[Attachment], tell: Telling) -> Iterator[NameBeside]:
    """Names that the text does not have, where it hides a child's."""
    running = [a for a in attachments if a.kind != "file-name"]
    yield from (n for a in attachments if a.kind == "file-name" for n in _file_name(story, a))
    if not running:
        return
    text, spans = "", list[Span]()
    for a in running:
        spans.append(Span(len(text), len(text) + len(a.text)))
        text += a.text + "\n\n"
    told = tell(Draft("", text.rstrip(), blocks=[Block("body", s) for s in spans]), story.language)
    if told is None:
        return
    known = _text_words(story, story.people)
    known |= {latin(key(w)) for a in story.draft.attachments for w in re.findall(r"[^\W\d_]+", a.author)}
    # what stands in the text is not hidden
    known |= {latin(key(w)) for w in re.findall(r"[^\W\d_]+", story.text) if w[0].isupper()} | _DESK
    ordinary: frozenset[str] = story.doc.user_data.get("ordinary", frozenset())
    # a surname may be that of the mother, whom the text names: the rest of the name still tells the child
    strange = [p for p in told.people if not _text_words(told, [p]) <= known]
    for a, span in zip(running, spans, strict=True):
        here = [(p, m) for p in strange for m in p.mentions if span.contains(m)]
        spoken = _SPOKEN_TO.match(a.text) if a.kind == "comment" else None
        real = _REAL_NAME.search(a.text) is not None
        names = [
            p
            for p, m in here
            if p.kind == "child"
            or real
            or (
                p.kind == "unknown"
                and m.end - m.start >= _SHORTEST
                and not (m.start == span.start and told.text[m.start : m.end].casefold() in ordinary)
                and not (spoken and m.start - span.start < spoken.end("who"))
                and not (a.kind == "comment" and _signed(a.text, m.start - span.start, m.end - span.start))
            )
        ]
        if names:
            yield NameBeside(a, None, certain=real or any(p.kind == "child" for p in names))


def _signed(text: str, start: int, end: int) -> bool:
    """Whether a name ends a comment as a signature does: "…, thanks, Priya", "… – Tom"."""
    return not text[end:].strip(" .!)") and _SIGNATURE.search(text[:start]) is not None


def _file_name(story: Story, attachment: Attachment) -> Iterator[NameBeside]:
    """``aidana_school17.jpg``: words that are in no dictionary and not in the text, or a school."""
    words = list(words_of(attachment.text))
    ordinary: frozenset[str] = story.doc.user_data.get("ordinary", frozenset())
    said = {latin(key(w)) for w in re.findall(r"[^\W\d_]+", story.text)}
    odd = [
        w
        for w in (key(w) for w in words)
        if len(w) >= 4
        and w.isalpha()
        and w not in _DESK
        and latin(w) not in said
        and ordinary
        and w not in ordinary
        and w.rstrip("s") not in ordinary
        and re.search(r"[aeiouyаеёиоуыэюяәіөүұ]", w)
    ]
    if odd or _SCHOOL.search(attachment.text):
        yield NameBeside(attachment, None, certain=bool(odd) and _SCHOOL.search(attachment.text) is not None)
