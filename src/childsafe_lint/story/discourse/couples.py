"""Parents and other grown-up kin who are told of together: "her parents, Dan and Zara"."""

from __future__ import annotations

from ... import lazy_re as re
from ...languages.en import frames
from ...languages.en.frames import DATA, Cue
from .ground import Ground

_KIN = frames.alt(DATA["kin_adult"])
#: "parents", "foster carers", "mum and dad", "aunt and uncle"
_TOGETHER = (
    r"(?:(?:foster|adoptive|adopted|birth|biological|natural|step|late|proud|heartbroken|grieving)[\s-])*"
    rf"(?:{frames.alt(DATA['kin_adult_plural'])}|(?:{_KIN})\s+and\s+(?:{_KIN}))"
)
_BEFORE = re.compile(
    rf"\b(?P<kin>{_TOGETHER})(?:\s*[,:–—(-]|(?:\s+(?:were|are|was))?(?:\s+(?:named|identified|known|given))?\s+as)?\s+$",
    re.I,
)
_AFTER = re.compile(
    rf"\s*[,–—(-]\s*(?:(?:his|her|their|our|my|the)\s+|[A-Z][\w’'-]+['’]s?\s+|the\s+[\w-]+['’]s?\s+)"
    rf"(?P<kin>{_TOGETHER})\b"
)
_AND = re.compile(r"\s+(?:and|&)\s+(?:\w+\s+)?")


class Couples(Ground):
    """Parents and other grown-up kin who are told of together: "her parents, Dan and Zara"."""

    def _couples(self) -> None:
        for a, b in zip(self.mentions, self.mentions[1:], strict=False):
            if a.kind != "person" or b.kind != "person" or _AND.fullmatch(self.text, a.end, b.start) is None:
                continue
            start = max(self.sentences[a.sentence].start, a.start - 60)
            m = _BEFORE.search(self.text, start, a.start) or _AFTER.match(self.text, b.end)
            if m is None:
                continue
            cue = Cue("adult", 2, *m.span("kin"), f"'{m['kin'].lower()}': a grown-up")
            for name in (a, b):
                c = self.by_name[id(name)]
                if not c.level("adult"):
                    c.extra.append(cue)
