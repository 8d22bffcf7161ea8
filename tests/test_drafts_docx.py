"""Word documents: the text as published, its places in the file, and what travels with it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from childsafe_lint.drafts import Draft, read_bytes, read_file
from childsafe_lint.errors import InputError
from conftest import Run


def read(document: Any) -> Draft:
    return read_bytes(saved(document), "draft.docx")


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def changed(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """A document with other parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {n: old.read(n) for n in old.namelist()}
    change(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return file.getvalue()


def w(xml: str) -> Any:
    """An element; ``w:`` and what drawings need are declared."""
    head, _, rest = xml.partition(" ") if " " in xml.split(">")[0] else xml.partition(">")
    sep = " " if " " in xml.split(">")[0] else ">"
    more = (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return parse_xml(f"{head} {nsdecls('w', 'wp', 'r', 'a', 'pic')}{more}{sep}{rest}")


def kinds(draft: Draft) -> list[tuple[str, str]]:
    return [(b.kind, draft.text[b.span.start : b.span.end]) for b in draft.blocks]


def words_at(data: bytes, place: Any) -> str:
    """What python-docx finds where ``place`` leads."""
    document = docx.Document(io.BytesIO(data))
    part = next(p for p in document.part.package.iter_parts() if p.partname.lstrip("/") == place.part)
    root = part.element if hasattr(part, "element") else parse_xml(part.blob)
    paragraph = list(root.iter(qn("w:p")))[place.paragraph]
    run = list(paragraph.iter(qn("w:r")))[place.run]
    if place.attribute:
        text = next(e.get(place.attribute) for e in run.iter() if e.get(place.attribute))
    else:
        text = docx.text.run.Run(run, None).text
    return text[place.offset : place.offset + place.end - place.start]


def test_styles_say_what_a_paragraph_is() -> None:
    d = docx.Document()
    d.add_paragraph("A girl of 12 comes home", style="Title")
    d.add_heading("What the mother says", 2)
    d.add_paragraph("She laughs.")
    d.add_paragraph("“We waited.”", style="Quote")
    d.add_paragraph("bread", style="List Bullet")
    d.add_paragraph("The house", style="Caption")
    table = d.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "age", "12"
    draft = read(d)
    assert kinds(draft) == [
        ("headline", "A girl of 12 comes home"), ("heading", "What the mother says"), ("body", "She laughs."),
        ("quote", "“We waited.”"), ("list-item", "bread"), ("caption", "The house"), ("table-cell", "age"),
        ("table-cell", "12"),
    ]  # fmt: skip
    assert [str(draft.place(b.span.start)) for b in draft.blocks][-2:] == [
        "table 1, row 1, column 1", "table 1, row 1, column 2",
    ]  # fmt: skip


def test_without_styles_the_looks_decide_as_in_plain_text() -> None:
    d = docx.Document()
    for line in (
        "Pupils win a cup",
        "By Jane Roe",
        "They ran for an hour.",
        "Photo: The cup",
        "The end was near.",
    ):
        d.add_paragraph(line)
    assert [k for k, _ in kinds(read(d))] == ["headline", "body", "body", "caption", "body"]


def test_tracked_changes_read_as_they_would_be_published() -> None:
    d = docx.Document()
    p = d.add_paragraph("The court heard ")
    p._p.append(w('<w:del w:id="1" w:author="Ed"><w:r><w:delText>Aidana</w:delText></w:r></w:del>'))
    p._p.append(w('<w:ins w:id="2" w:author="Ed"><w:r><w:t>a girl</w:t></w:r></w:ins>'))
    p.add_run(" of 12.")
    moved = d.add_paragraph()
    moved._p.append(w('<w:moveFrom w:id="3"><w:r><w:t>gone</w:t></w:r></w:moveFrom>'))
    moved._p.append(w('<w:moveTo w:id="4"><w:r><w:t>come</w:t></w:r></w:moveTo>'))
    draft = read(d)
    assert draft.text == "The court heard a girl of 12.\n\ncome"
    deletions = [(a.text, a.author, a.span.start) for a in draft.attachments if a.kind == "deletion"]
    assert deletions == [("Aidana", "Ed", 16), ("gone", "", 31)]


def test_a_deleted_end_of_a_paragraph_joins_two() -> None:
    d = docx.Document()
    p = d.add_paragraph("One ")
    p._p.get_or_add_pPr().append(w('<w:rPr><w:del w:id="1" w:author="Ed"/></w:rPr>'))
    d.add_paragraph("sentence.")
    draft = read(d)
    assert draft.text == "One sentence."
    assert [place.paragraph for place in draft.places] == [0, 1]


def test_links_fields_breaks_and_hidden_text() -> None:
    d = docx.Document()
    p = d.add_paragraph("See ")
    rid = d.part.relate_to("https://example.org/a", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True)
    p._p.append(w(f'<w:hyperlink r:id="{rid}"><w:r><w:t>her page</w:t></w:r></w:hyperlink>'))
    p.add_run(" now").add_break()
    p.add_run("or\tlater")
    hidden = p.add_run(" secret")
    hidden.font.hidden = True
    for xml in (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        "<w:r><w:t> there</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ):
        p._p.append(w(xml))
    draft = read(d)
    assert draft.text == "See her page now\nor\tlater there"
    assert [(draft.text[k.span.start : k.span.end], k.target) for k in draft.links] == [
        ("her page", "https://example.org/a"), (" there", "https://example.org/b"),
    ]  # fmt: skip
    assert [a.text for a in draft.attachments if a.kind == "hidden-text"] == ["secret"]


def test_text_boxes_alternative_text_notes_headers_and_footers() -> None:
    d = docx.Document()
    p = d.add_paragraph("Before.")
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    p._p.append(
        w(
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
            f'<wp:docPr id="1" name="b" descr="A girl at a door"/><a:graphic><a:graphicData><wps:txbx>{box}'
            "</wps:txbx></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    d.add_paragraph("After.")
    d.sections[0].header.paragraphs[0].text = "Draft two"
    d.sections[0].footer.paragraphs[0].text = "For Monday"
    ns = nsdecls("w")
    note = (
        f'<w:footnotes {ns}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="1">'
    )
    note += "<w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"

    def with_note(parts: dict[str, bytes]) -> None:
        parts["word/footnotes.xml"] = note.encode()
        rels = "word/_rels/document.xml.rels"
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        parts[rels] = parts[rels].replace(
            b"</Relationships>",
            f'<Relationship Id="n1" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
        )
        types = "[Content_Types].xml"
        over = '<Override PartName="/word/footnotes.xml" ContentType="application/xml"/></Types>'
        parts[types] = parts[types].replace(b"</Types>", over.encode())

    data = changed(saved(d), with_note)
    draft = read_bytes(data, "draft.docx")
    assert [(k, t, str(draft.place(draft.text.index(t)))) for k, t in kinds(draft)] == [
        ("body", "Before.", "paragraph 1"),
        ("alt", "A girl at a door", "alternative text, paragraph 1"),
        ("body", "In a box", "text box"),
        ("body", "After.", "paragraph 4"),
        ("body", "A note.", "footnote 1"),
        ("body", "Draft two", "header"),
        ("body", "For Monday", "footer"),
    ]
    for place in draft.places:
        assert words_at(data, place) == draft.text[place.start : place.end]


def test_comments_and_properties_are_attached_not_read() -> None:
    d = docx.Document()
    p = d.add_paragraph("A girl ")
    run = p.add_run("of 12")
    d.add_comment(run, text="real name Aidana", author="Ed", initials="E")
    d.core_properties.keywords = "Aidana, court"
    draft = read(d)
    assert draft.text == "A girl of 12"
    comment = next(a for a in draft.attachments if a.kind == "comment")
    assert (comment.text, comment.author, comment.label) == ("real name Aidana", "Ed", "comment 1")
    assert draft.text[comment.span.start : comment.span.end] == "of 12"
    assert ("property 'tags'", "Aidana, court") in [(a.label, a.text) for a in draft.attachments]


def test_pages_are_counted_where_word_noted_them() -> None:
    d = docx.Document()
    d.add_paragraph("One.").add_run().add_break(docx.enum.text.WD_BREAK.PAGE)
    d.add_paragraph("Two.")
    draft = read(d)
    assert [(p.page, str(p)) for p in draft.places] == [
        (1, "page 1, paragraph 1"),
        (2, "page 2, paragraph 2"),
    ]


_WORDS = st.text(st.sampled_from("Aidana né 12,\t\n-–“”Әй𝒜"), max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_WORDS, max_size=4), max_size=5))
def test_every_character_leads_back_to_its_run(paragraphs: list[list[str]]) -> None:
    d = docx.Document()
    for runs in paragraphs:
        p = d.add_paragraph()
        for text in runs:
            p.add_run(text)
    data = saved(d)
    draft = read_bytes(data, "draft.docx")
    for place in draft.places:
        assert words_at(data, place) == draft.text[place.start : place.end]
    covered = {i for p in draft.places for i in range(p.start, p.end)}
    assert all(i in covered for b in draft.blocks for i in range(b.span.start, b.span.end))


def test_a_report_says_where_in_the_document(tmp_path: Path, cli: Run) -> None:
    d = docx.Document()
    d.add_paragraph("Court hears of abuse", style="Title")
    p = d.add_paragraph("Aidana ")
    p.add_run("Suleimenova").bold = True
    p.add_run(", 12, was abused by a neighbour, prosecutors say.")
    d.save(str(tmp_path / "draft.docx"))
    done = cli("check", "draft.docx", "--format", "json")
    assert done.returncode == 1
    found = json.loads(done.stdout)["drafts"][0]["findings"][0]
    assert found["text"] == "Aidana Suleimenova"
    assert (found["line"], found["column"]) == (3, 1)
    assert found["location"] == {
        "label": "paragraph 2", "part": "word/document.xml", "paragraph": 2, "run": 1, "offset": 0,
    }  # fmt: skip
    assert "error  paragraph 2  names/sexual-abuse-victim" in cli("check", tmp_path).stdout
    assert "**error** paragraph 2 · " in cli("check", tmp_path, "--format", "markdown").stdout
    assert ">paragraph 2</a>" in cli("check", tmp_path, "--format", "html").stdout


# --- what cannot be read


def bomb(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = b"<w:document>" + b" " * 25_000_000


def entities(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + parts[
        "word/document.xml"
    ].split(b"?>", 1)[1].replace(b"Aidana", b"&x;")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (bomb, "too large to be a draft"),
        (entities, "declares XML entities"),
        (lambda p: p.update({"word/vbaProject.bin": b"x"}), "carries macros"),
        (lambda p: p.pop("word/document.xml"), "no Word document"),
        (lambda p: p.update({"word/document.xml": b"<w:document"}), "no well-formed XML"),
    ],
)
def test_a_document_that_cannot_be_read_says_why(
    change: Callable[[dict[str, bytes]], object], says: str, tmp_path: Path, cli: Run
) -> None:
    d = docx.Document()
    d.add_paragraph("Aidana is here.")
    (tmp_path / "draft.docx").write_bytes(changed(saved(d), change))
    done = cli("check", "draft.docx")
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no Word document"),
        (b"PK\x03\x04", "damaged or was cut off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word document"),
        (b"Aidana is here.", "no Word document"),
    ],
)
def test_what_is_no_document_says_so(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_bytes(data, "draft.docx")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 36_000))
def test_a_document_cut_off_anywhere_is_one_line(length: int) -> None:
    d = docx.Document()
    d.add_paragraph("Aidana is here.")
    data = saved(d)
    if length < len(data) - 22:
        with pytest.raises(InputError, match=r"damaged|no Word document"):
            read_bytes(data[:length], "draft.docx")


def test_a_missing_package_is_one_line_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    docx.Document().save(str(tmp_path / "draft.docx"))
    monkeypatch.setitem(sys.modules, "lxml", None)
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    with pytest.raises(InputError, match=r"pip install 'childsafe-lint\[docx\]'"):
        read_file(tmp_path / "draft.docx")
