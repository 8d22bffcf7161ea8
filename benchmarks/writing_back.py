"""What writing back into documents costs, beside the language processing of the same text.

    python -m benchmarks.writing_back [--pages N ...]

Word documents and OpenDocument texts of 1, 10 and 100 pages get ten comments a page, and ten words a page replaced: as
many as a draft full of findings has. The figure is writing back : language processing; the exit status is 1 above the
limit.
"""

from __future__ import annotations

import argparse
import re
import sys
import time

from benchmarks.documents import MAKERS, paragraphs_of

from childsafe_lint.drafts import from_text, read_bytes
from childsafe_lint.drafts.rewrite import Remark, open_document
from childsafe_lint.spans import Span

#: writing back : language processing, at most
LIMIT = 1.0
FORMATS = ("docx", "odt")
A_PAGE = 10  # comments, and replacements
_SAID = ["Warning: “word” is a wording that brands.", "Instead: write another.", "Clause: a:1.2 – A clause"]


def language(text: str) -> float:
    """Seconds of language processing."""
    from childsafe_lint.story.lean_spacy import import_spacy

    import_spacy()
    from childsafe_lint.story.nlp import process

    list(process([from_text("The girl, 12, went home.")], {}, "en"))  # loads the pipeline
    start = time.perf_counter()
    list(process([from_text(text)], {}, "en"))
    return time.perf_counter() - start


def cost(format: str, pages: int) -> dict[str, float]:
    """Seconds for comments and for replacements, opening and saving included."""
    data = MAKERS[format](paragraphs_of(pages))
    draft = read_bytes(data, f"draft.{format}")
    words = [m.span() for m in re.finditer(r"\w{5,}", draft.text)]
    chosen = words[:: max(len(words) // (A_PAGE * pages), 1)][: A_PAGE * pages]
    seconds = {}
    start = time.perf_counter()
    file = open_document(draft, data)
    file.comment([Remark(Span(s, e), _SAID) for s, e in chosen], "benchmark", "b")
    file.save()
    seconds["comments"] = time.perf_counter() - start
    start = time.perf_counter()
    file = open_document(draft, data)
    file.replace([(s, e, "another") for s, e in chosen])
    read_bytes(file.save(), f"draft.{format}")  # every change is proved by reading it again
    seconds["replacements"] = time.perf_counter() - start
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[1, 10, 100])
    args = parser.parse_args()
    worst = 0.0
    for pages in args.pages:
        beside = language("\n\n".join(paragraphs_of(pages)))
        for format in FORMATS:
            cost(format, 1)  # loads the library
            for what, seconds in cost(format, pages).items():
                worst = max(worst, seconds / beside)
                print(
                    f"{pages:4} pages  {format:5} {what:13} {seconds:7.2f} s  {seconds / beside:6.3f} of the language"
                )
    print(f"at most {worst:.3f}, limit {LIMIT}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
