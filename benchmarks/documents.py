"""What reading documents costs, beside the language processing of the same text; and whether it loses anything.

    python -m benchmarks.documents [--pages N ...] [--book] [--gold]

Documents of 1, 10 and 100 pages in each format are made and read; the figure is reading : language processing. With
--book a book of 300 pages is checked as Word and as PDF, and the memory it takes above a one-line draft is printed.
With --gold every English gold draft that is not locked is made into a Word document and an OpenDocument text, and text
and findings are compared with those of the text itself. The exit status is 1 when a limit is broken.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.speed import texts

from childsafe_lint.drafts import from_text, read_bytes
from childsafe_lint.drafts.model import Draft

#: reading : language processing, at most
LIMIT = 1.0
#: MB above the one-line draft, at most
MEMORY = 400
PAGE = 1_800  # characters
BOOK = 300  # pages


def docx_of(paragraphs: Sequence[str]) -> bytes:
    import docx

    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return _saved(document)


def odt_of(paragraphs: Sequence[str]) -> bytes:
    from odf.opendocument import OpenDocumentText
    from odf.text import LineBreak, P

    document = OpenDocumentText()
    for paragraph in paragraphs:
        p = P()
        for i, line in enumerate(paragraph.split("\n")):
            if i:
                p.addElement(LineBreak())
            p.addText(line)
        document.text.addElement(p)
    return _saved(document)


def pdf_of(paragraphs: Sequence[str]) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    file = io.BytesIO()
    SimpleDocTemplate(file).build([Paragraph(escape(p), style) for p in paragraphs])
    return file.getvalue()


def rtf_of(paragraphs: Sequence[str]) -> bytes:
    def words(text: str) -> str:
        signs = {"\\": r"\\", "{": r"\{", "}": r"\}", "\n": r"\line "}
        return "".join(signs.get(c, c if c.isascii() else f"\\u{ord(c)}?") for c in text)

    return ("{\\rtf1\\ansi " + "".join(f"\\pard {words(p)}\\par\n" for p in paragraphs) + "}").encode()


def eml_of(paragraphs: Sequence[str]) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Draft"
    mail.set_content("\n\n".join(paragraphs))
    return mail.as_bytes()


def html_of(paragraphs: Sequence[str]) -> bytes:
    span = '<p dir="ltr"><span style="font-size:11pt;font-family:Arial">{}</span></p>'
    return "".join(span.format(escape(p)) for p in paragraphs).encode()


MAKERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "docx": docx_of, "odt": odt_of, "rtf": rtf_of, "pdf": pdf_of, "eml": eml_of, "html": html_of,
}  # fmt: skip


def _saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def paragraphs_of(pages: int) -> list[str]:
    """Invented news, no two drafts alike."""
    text = "\n\n".join(texts(pages * PAGE // 2_000 + 1))[: pages * PAGE]
    return [" ".join(p.split()) for p in text.split("\n\n") if p.strip()]


def cost(pages: int) -> dict[str, tuple[float, float]]:
    """Seconds of reading for each format, and that as a part of the language processing of the text."""
    from childsafe_lint.story.lean_spacy import import_spacy

    import_spacy()
    from childsafe_lint.story.nlp import process

    paragraphs = paragraphs_of(pages)
    draft = from_text("\n\n".join(paragraphs))
    list(process([from_text("The girl, 12, went home.")], {}, "en"))  # loads the pipeline
    start = time.perf_counter()
    list(process([draft], {}, "en"))
    language = time.perf_counter() - start
    costs = {}
    for format, make in MAKERS.items():
        data = make(paragraphs)
        read_bytes(make(paragraphs[:1]), f"a.{format}")  # loads the library
        start = time.perf_counter()
        read_bytes(data, f"a.{format}")
        seconds = time.perf_counter() - start
        costs[format] = seconds, seconds / language
    return costs


_CHECK = """
import resource, sys
from childsafe_lint.cli import main
try:
    main(["check", *sys.argv[1:], "-o", {null!r}, "--format", "json"])
except SystemExit as e:
    status = e.code
try:  # what getrusage tells is that of the parent, where that was larger
    with open("/proc/self/status") as file:
        peak = next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) // 1024
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform != "darwin" else 1024**2)
print(status, peak)
"""


def memory() -> dict[str, tuple[int, int, float]]:
    """For the book in each format: exit status, MB above a one-line draft, seconds."""
    paragraphs = paragraphs_of(BOOK)
    files = {
        "line.txt": b"The girl, 12, went home.\n",
        "book.docx": docx_of(paragraphs),
        "book.pdf": pdf_of(paragraphs),
    }
    found: dict[str, tuple[int, int, float]] = {}
    base = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder) / name
            path.write_bytes(data)
            start = time.perf_counter()
            code = _CHECK.format(null=str(Path(folder) / "report.json"))
            done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
            status, peak = map(int, done.stdout.split()[-2:])
            base = base or peak
            found[name] = status, peak - base, time.perf_counter() - start
    return found


def gold(
    sets: Sequence[str] = ("en-a", "en-b", "en-c", "en-d", "en-press"), limit: int | None = None
) -> list[str]:
    """Where a copy of a gold draft in another format does not read as the draft itself does."""
    from benchmarks.quality.gold import read_set

    corpus = Path(__file__).parents[1] / "tests" / "corpus"
    drafts = [(g.id, g.text) for name in sets for g in read_set(corpus / name)][:limit]
    return [line for id, text in drafts for line in differences(id, text)]


def differences(id: str, text: str) -> list[str]:
    """One line for each format in which text or findings are not those of the text itself."""
    from childsafe_lint.linter import Linter

    global _LINTER
    _LINTER = _LINTER or Linter(language="en")
    itself = from_text(text)
    paragraphs = [text[b.span.start : b.span.end] for b in itself.blocks]
    laid_out = from_text("\n\n".join(paragraphs))
    lines = []
    for format in ("docx", "odt"):
        copy = read_bytes(MAKERS[format](paragraphs), f"{id}.{format}")
        if _plain(copy.text) != _plain(text):
            lines.append(f"{id}.{format}: another text")
        elif _found(copy) != _found(itself) and _found(copy) != _found(laid_out):
            lines.append(f"{id}.{format}: other findings {sorted(_found(copy) ^ _found(itself))}")
    return lines


_LINTER: Any = None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _found(draft: Draft) -> set[tuple[str, str, int, str]]:
    """Rule, severity, words, and which of the same words in the text; places may differ in white space."""
    findings = _LINTER.lint(draft).findings
    return {
        (f.rule, f.severity, len(_plain(draft.text[: f.start])), _plain(draft.text[f.start : f.end]))
        for f in findings
        if f.category != "metadata"  # the libraries that made the copies left nothing of the draft there
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, nargs="*", default=[1, 10, 100])
    parser.add_argument("--book", action="store_true")
    parser.add_argument("--gold", action="store_true")
    args = parser.parse_args()
    broken = False
    print("reading : language processing")
    for pages in args.pages:
        costs = cost(pages)
        print(
            f"{pages:4} pages  " + "  ".join(f"{f} {r:.3f} ({s:.2f} s)" for f, (s, r) in costs.items()),
            flush=True,
        )
        broken |= any(ratio >= LIMIT for _, ratio in costs.values())
    if args.book:
        for name, (status, megabytes, seconds) in memory().items():
            print(f"{name}: exit status {status}, {megabytes} MB above one line, {seconds:.0f} s", flush=True)
            broken |= megabytes > MEMORY or status == 2
    if args.gold:
        lines = gold()
        print("\n".join(lines) or "every gold draft reads alike as Word and OpenDocument")
        broken |= bool(lines)
    return int(broken)


if __name__ == "__main__":
    raise SystemExit(main())
