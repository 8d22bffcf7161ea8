"""OpenDocument, RTF, PDF and mail drafts, HTML pasted from Google Docs, and what cannot be read of them."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from odf.meta import UserDefined
from odf.office import Annotation
from odf.opendocument import OpenDocumentText
from odf.style import Style
from odf.table import Table, TableCell, TableRow
from odf.text import A, H, Note, NoteBody, NoteCitation, P, Span, Tab
from pypdf import PdfReader, PdfWriter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from childsafe_lint.drafts import Draft, from_text, read_bytes
from childsafe_lint.errors import InputError
from conftest import Run

SENTENCE = "The trial began on Monday at the district court, and her mother told the judges that nobody had listened."


def kinds(draft: Draft) -> list[tuple[str, str]]:
    return [(b.kind, draft.text[b.span.start : b.span.end]) for b in draft.blocks]


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


# --- OpenDocument


def odt() -> Any:
    d = OpenDocumentText()
    for name in ("Title", "Caption", "Quotations"):
        d.styles.addElement(Style(name=name, family="paragraph"))
    return d


def test_odt_is_read_as_published() -> None:
    d = odt()
    d.text.addElement(P(stylename="Title", text="A girl of 12 comes home"))
    d.text.addElement(H(outlinelevel=2, text="What the mother says"))
    p = P(text="She ")
    p.addElement(Span(text="laughs"))
    p.addElement(Tab())
    p.addText("and goes. ")
    p.addElement(A(href="https://example.org/a", text="Her page"))
    note = Note(noteclass="footnote")
    note.addElement(NoteCitation(text="1"))
    body = NoteBody()
    body.addElement(P(text="A note."))
    note.addElement(body)
    p.addElement(note)
    said = Annotation()
    said.addElement(P(text="real name Aidana"))
    p.addElement(said)
    d.text.addElement(p)
    table = Table()
    row = TableRow()
    cell = TableCell()
    cell.addElement(P(text="12"))
    row.addElement(cell)
    table.addElement(row)
    d.text.addElement(table)
    d.text.addElement(P(stylename="Caption", text="The house"))
    d.meta.addElement(UserDefined(name="Source", valuetype="string", text="Aidana"))
    draft = read_bytes(saved(d), "draft.odt")
    assert kinds(draft) == [
        ("headline", "A girl of 12 comes home"), ("heading", "What the mother says"),
        ("body", "She laughs\tand goes. Her page"), ("table-cell", "12"), ("caption", "The house"), ("body", "A note."),
    ]  # fmt: skip
    assert [str(draft.place(b.span.start)) for b in draft.blocks][-3:] == [
        "table 1, row 1, column 1", "paragraph 7", "footnote 1",
    ]  # fmt: skip
    assert [(draft.text[k.span.start : k.span.end], k.target) for k in draft.links] == [
        ("Her page", "https://example.org/a")
    ]
    assert [(a.kind, a.text) for a in draft.attachments] == [
        ("comment", "real name Aidana"), ("property", "Aidana"),
    ]  # fmt: skip


def slot(paragraph: Any, run: int) -> str:
    element = list(paragraph.iter())[run // 2]
    name = etree.QName(element).localname
    if run % 2:
        return element.tail or ""
    stands = {"tab": "\t", "line-break": "\n"}.get(name)
    return stands or (" " * 1000 if name == "s" else element.text or "")


PIECES = st.tuples(st.sampled_from(["text", "span", "tab", "br", "s"]), st.text("Aidé Әй𝒜  \n", max_size=8))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=5), max_size=4))
def test_every_character_of_an_odt_leads_back(paragraphs: list[list[tuple[str, str]]]) -> None:
    from odf.text import LineBreak, S

    d = odt()
    for pieces in paragraphs:
        p = P()
        for kind, words in pieces:
            if kind == "text":
                p.addText(words)
            else:
                p.addElement(
                    Span(text=words)
                    if kind == "span"
                    else {"tab": Tab, "br": LineBreak, "s": lambda: S(c=2)}[kind]()
                )
        d.text.addElement(p)
    data = saved(d)
    draft = read_bytes(data, "draft.odt")
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        root = etree.fromstring(z.read("content.xml"))
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    all_paragraphs = list(root.iter(text + "p", text + "h"))
    for place in draft.places:
        words = draft.text[place.start : place.end]
        there = slot(all_paragraphs[place.paragraph or 0], place.run or 0)[place.offset :]
        assert there[: len(words)].replace("\n", " ") == words.replace("\n", " ")
    covered = {i for p in draft.places for i in range(p.start, p.end)}
    assert all(i in covered for b in draft.blocks for i in range(b.span.start, b.span.end))


def test_odt_deletions_are_attached() -> None:
    d = odt()
    d.text.addElement(P(text="A girl of 12 spoke."))
    data = saved(d)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "content.xml":
                changes = (
                    b'<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>'
                    b'<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Ed</dc:creator></office:change-info>'
                    b"<text:p>Aidana</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                )
                part = part.replace(
                    b"<text:p>A girl", changes + b'<text:p><text:change text:change-id="c1"/>A girl'
                )
            new.writestr(name, part)
    draft = read_bytes(file.getvalue(), "draft.odt")
    assert draft.text == "A girl of 12 spoke."
    assert [(a.kind, a.text, a.author) for a in draft.attachments] == [("deletion", "Aidana", "Ed")]


# --- RTF


def test_rtf() -> None:
    rtf = (
        r"{\rtf1\ansi\ansicpg1251{\info{\title Aidana}{\author Ed}}\pard A girl comes home\par"
        r"\pard She is \b 12\b0 . \u1178?yzy said: \'cf\'f0\'e8\'e2\'e5\'f2.\par"
        r"\trowd\cellx100\cellx200\intbl Photo: \'93home\'94\cell 12\cell\row}"
    )
    draft = read_bytes(rtf.encode(), "draft.rtf")
    assert "She is 12. Қyzy said: Привет." in draft.text
    assert ("headline", "A girl comes home") in kinds(draft)
    assert "|" not in draft.text
    assert str(draft.place(draft.text.index("She"))) == "paragraph 2"
    assert ("property 'title'", "Aidana") in [(a.label, a.text) for a in draft.attachments]


# --- PDF


def pdf(*story: Any, **properties: str) -> bytes:
    file = io.BytesIO()
    SimpleDocTemplate(file, **properties).build(list(story))
    return file.getvalue()


def test_pdf_has_paragraphs_pages_and_properties() -> None:
    s = getSampleStyleSheet()
    data = pdf(
        Paragraph("A girl of 12 comes home", s["Title"]),
        Paragraph(f"{SENTENCE} {SENTENCE}", s["BodyText"]),
        Paragraph("What the mother says", s["Heading2"]),
        Paragraph(SENTENCE, s["BodyText"]),
        PageBreak(),
        Paragraph(f"{SENTENCE} {SENTENCE}", s["BodyText"]),
        title="Aidana",
    )
    draft = read_bytes(data, "draft.pdf")
    assert [k for k, _ in kinds(draft)] == ["headline", "body", "heading", "body", "body"]
    assert [str(draft.place(b.span.start)) for b in draft.blocks] == [
        "page 1, paragraph 1", "page 1, paragraph 2", "page 1, paragraph 3", "page 1, paragraph 4",
        "page 2, paragraph 5",
    ]  # fmt: skip
    assert " ".join(draft.text.split()).count(SENTENCE) == 5
    assert ("property 'title'", "Aidana") in [(a.label, a.text) for a in draft.attachments]


def lines(*rows: str, page_size: tuple[int, int] = (400, 800)) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=page_size)
    for i, row in enumerate(rows):
        canvas.drawString(50, 700 - 14 * i, row)
    canvas.save()
    return file.getvalue()


def test_a_name_broken_at_the_end_of_a_line_is_whole_again() -> None:
    draft = read_bytes(
        lines("The court heard Aidana Sulei-", "menova, 12, a well-", "known singer."), "draft.pdf"
    )
    assert "Aidana Suleimenova, 12" in draft.text


def test_running_headers_do_not_cut_sentences() -> None:
    s = getSampleStyleSheet()
    file = io.BytesIO()

    def header(canvas: Any, document: Any) -> None:
        canvas.drawString(50, 815, "Draft of Monday")
        canvas.drawString(50, 20, f"Page {document.page}")

    text = " ".join([SENTENCE] * 120)
    SimpleDocTemplate(file).build([Paragraph(text, s["BodyText"])], onFirstPage=header, onLaterPages=header)
    draft = read_bytes(file.getvalue(), "draft.pdf")
    assert " ".join(draft.text.split()).count(SENTENCE) == 120
    assert draft.text.count("Draft of Monday") == 1


def test_pages_without_text_are_told(tmp_path: Path, cli: Run) -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.drawString(
        50, 700, "The teacher read a story to the class on Monday morning and they all laughed."
    )
    canvas.showPage()
    canvas.save()
    (tmp_path / "half.pdf").write_bytes(file.getvalue())
    done = cli("check", "half.pdf")
    assert done.returncode == 0
    assert "half.pdf: page 1: no text layer, so nothing on it was checked" in done.stderr


# --- mail and Google Docs


def test_a_mail_is_subject_and_message() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Girl of 12 comes home", "jane@example.org"
    mail.set_content("Dear all,\n\nshe is 12. Қызы күлді.\n")
    mail.add_alternative("<p>Dear all,</p>", subtype="html")
    mail.add_attachment(b"x", maintype="image", subtype="jpeg", filename="aidana_school17.jpg")
    draft = read_bytes(mail.as_bytes(), "draft.eml")
    assert kinds(draft)[0] == ("headline", "Girl of 12 comes home")
    assert draft.text.endswith("Dear all,\n\nshe is 12. Қызы күлді.")
    assert [str(draft.place(b.span.start)) for b in draft.blocks] == ["subject", "paragraph 1", "paragraph 2"]
    assert [(a.kind, a.text) for a in draft.attachments] == [("file-name", "aidana_school17.jpg")]
    assert draft.notices == ["attached file 1 (image/jpeg) is not read; save and check it"]


def test_a_mail_in_html() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Home"
    mail.set_content("<p>She is <b>12</b>.</p><blockquote>Home!</blockquote>", subtype="html")
    assert kinds(read_bytes(mail.as_bytes(), "a.eml")) == [
        ("headline", "Home"), ("body", "She is 12."), ("quote", "Home!"),
    ]  # fmt: skip


PASTED = (
    '<meta charset=\'utf-8\'><b style="font-weight:normal;" id="docs-internal-guid-5f1b">'
    '<h1 dir="ltr" style="line-height:1.38"><span style="font-size:20pt">Court hears </span>'
    '<span style="font-weight:700">of abuse</span></h1><p dir="ltr"><span style="color:#000">Ai</span>'
    '<span style="background-color:#ff0">dana Suleimenova, 12,</span><span>&nbsp;was abused by a neighbour, '
    "prosecutors say.</span></p><br /></b>"
)


def test_text_pasted_from_google_docs(run: Run) -> None:
    done = run("check", "-", "--format", "json", input=PASTED)
    assert done.returncode == 1, done.stderr
    found = json.loads(done.stdout)["drafts"][0]["findings"]
    assert "Aidana Suleimenova" in [f["text"] for f in found]


def test_comments_in_a_google_docs_export_are_no_text() -> None:
    page = (
        '<p class="c1 title" id="h.1"><span>A girl comes home</span></p><p class="c2"><span>She is 12</span>'
        '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>.</span></p><div><p class="c3">'
        '<a href="#cmnt_ref1" id="cmnt1">[a]</a><span>real name Aidana</span></p></div>'
    )
    draft = from_text(page, "x", "html")
    assert kinds(draft) == [("headline", "A girl comes home"), ("body", "She is 12.")]
    assert [(a.kind, a.text) for a in draft.attachments] == [("comment", "real name Aidana")]


# --- what cannot be read


def scanned() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    return file.getvalue()


def locked() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(lines("Aidana"))))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def refusal(data: bytes, name: str) -> str:
    """Why it cannot be read; empty where it can."""
    try:
        read_bytes(data, name)
    except InputError as e:
        return str(e)
    return ""


BAD = {
    "scan.pdf": (scanned, "no text layer"),
    "locked.pdf": (locked, "encrypted"),
    "cut.pdf": (lambda: lines("Aidana")[:400], "damaged or was cut off"),
    "text.pdf": (lambda: b"Aidana", "this is no PDF"),
    "cut.rtf": (lambda: rb"{\rtf1 Aidana", "damaged or was cut off"),
    "text.rtf": (lambda: b"Aidana", "this is no RTF"),
    "text.odt": (lambda: b"Aidana", "no OpenDocument text"),
    "text.eml": (lambda: b"Aidana is here.\n", "no mail message"),
    "old.doc": (lambda: b"Aidana", "is not read; save the draft as .docx"),
    "macro.docm": (lambda: b"PK", "Word with macros (.docm) is not read"),
}


def test_each_file_that_cannot_be_read_is_one_line(tmp_path: Path, cli: Run) -> None:
    for name, (make, _) in BAD.items():
        (tmp_path / name).write_bytes(make())
    done = cli("check", *BAD)
    assert done.returncode == 2
    told = done.stderr.splitlines()
    assert len(told) == len(BAD)
    for line, (name, (_, says)) in zip(told, BAD.items(), strict=True):
        assert name in line
        assert says in line


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_pdf_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(lines("Aidana is 12.", "She is here."))
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert "\n" not in refusal(bytes(whole), "draft.pdf")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["a.docx", "a.odt", "a.pdf", "a.rtf", "a.eml"]), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    for head in (b"", b"PK\x03\x04", b"%PDF-1.4\n", b"{\\rtf1 ", b"Subject: "):
        assert "\n" not in refusal(head + data, name)


@pytest.mark.parametrize("name", ["draft.docx", "draft.odt", "draft.pdf", "draft.rtf"])
def test_help_for_a_missing_package(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for module in ("lxml", "lxml.etree", "pypdf", "pypdf.errors", "striprtf", "striprtf.striprtf"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=r"pip install 'childsafe-lint\["):
        read_bytes(b"PK", name)
