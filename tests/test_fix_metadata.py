"""What travels with a file taken out on request: comments, tracked changes, properties, pictures' metadata."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odf.dc import Title
from odf.meta import Keyword
from odf.office import Annotation
from odf.opendocument import OpenDocumentText
from odf.text import P
from PIL import Image

from childsafe_lint.drafts import read_file
from childsafe_lint.drafts.pictures import look
from childsafe_lint.drafts.pictures_write import NotCleaned, stripped
from conftest import Run

STORY = "Aidana Serikova, 12, was abused by a neighbour, prosecutors say."


def picture(format: str = "JPEG", orientation: int = 1) -> bytes:
    """With a place, a caption and a direction."""
    exif = Image.Exif()
    exif[0x010E] = "Aidana at home"
    exif[0x0112] = orientation
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 1.0, 2.0), "E", (71.0, 2.0, 3.0)
    file = io.BytesIO()
    image = Image.new("RGB", (40, 20), "red")
    image.paste("blue", (0, 0, 10, 10))
    image.save(file, format, exif=exif)
    return file.getvalue()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_keeps_what_it_shows(format: str) -> None:
    before = picture(format, orientation=6)
    after = stripped(before)
    assert look(io.BytesIO(before)).gps or format == "TIFF"
    assert look(io.BytesIO(before)).words
    assert look(io.BytesIO(after)) == look(io.BytesIO(stripped(after)))
    assert not look(io.BytesIO(after)).gps
    assert not look(io.BytesIO(after)).words
    with Image.open(io.BytesIO(before)) as a, Image.open(io.BytesIO(after)) as b:
        assert b.getexif().get(0x0112) == (
            None if format == "TIFF" else 6
        )  # Pillow turns a TIFF as it opens it
        a.load()
        b.load()
        assert (a.size, a.format) == (b.size, b.format)
        assert a.convert("RGB").tobytes() == b.convert("RGB").tobytes()


@pytest.mark.parametrize("data", [b"", b"no picture", picture()[:60]])
def test_a_broken_picture_is_told(data: bytes) -> None:
    with pytest.raises(NotCleaned, match="damaged"):
        stripped(data)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "aidana_school17.jpg").write_bytes(picture())
    d = docx.Document()
    d.add_paragraph("A verdict", style="Title")
    p = d.add_paragraph(STORY)
    for xml in (
        '<w:del {} w:id="901" w:author="Desk"><w:r><w:delText>Aidana cried.</w:delText></w:r></w:del>',
        '<w:ins {} w:id="902" w:author="Desk"><w:r><w:t xml:space="preserve"> He left.</w:t></w:r></w:ins>',
        "<w:r {}><w:rPr><w:vanish/></w:rPr><w:t>Aidana, hidden</w:t></w:r>",
    ):
        p._p.append(parse_xml(xml.format(nsdecls("w"))))
    d.add_paragraph("A crippled boy saw it.")
    d.add_picture(str(tmp_path / "aidana_school17.jpg"))
    d.add_comment(d.paragraphs[1].runs[0], "Aidana’s aunt called", "Editor", "ED")
    d.add_comment(
        d.paragraphs[2].runs[0], "childsafe-lint: allow terms/disability His own word", "Editor", "ED"
    )
    d.core_properties.keywords = "Aidana Serikova"
    path = tmp_path / "draft.docx"
    d.save(str(path))
    return path


def test_a_word_document(cli: Run, tmp_path: Path, draft: Path) -> None:
    assert "metadata/" in cli("check", draft, "--format", "concise").stdout
    assert "--clean-metadata takes comments and properties out" in cli("fix", draft, "--dry-run").stdout
    done = cli("fix", draft, "-o", "safer.docx", "--clean-metadata")
    assert done.returncode == 0, done.stdout
    assert "--clean-metadata" not in done.stdout
    after = read_file(tmp_path / "safer.docx")
    assert after.text.startswith("A verdict\n\n")
    assert "prosecutors say. He left." in after.text
    assert [(a.kind, a.text) for a in after.attachments] == [
        ("comment", "childsafe-lint: allow terms/disability His own word")
    ]
    assert not any(p.gps for p in after.pictures)
    assert "A crippled boy" in after.text
    assert "metadata/" not in cli("check", "safer.docx", "--format", "concise").stdout
    with zipfile.ZipFile(tmp_path / "safer.docx") as z:
        for name in z.namelist():
            assert b"idana" not in z.read(name), name
            assert b"Serikova" not in z.read(name), name
    document = docx.Document(str(tmp_path / "safer.docx"))
    assert len(document.inline_shapes) == 1


def test_without_the_option_it_stays(cli: Run, tmp_path: Path, draft: Path) -> None:
    done = cli("fix", draft, "-o", "safer.docx")
    assert "comment 1" in done.stdout
    kinds = {a.kind for a in read_file(tmp_path / "safer.docx").attachments}
    assert kinds >= {"comment", "deletion", "property", "hidden-text"}


def test_an_opendocument_text(cli: Run, tmp_path: Path) -> None:
    d = OpenDocumentText()
    p = P(text=STORY + " ")
    said = Annotation()
    said.addElement(P(text="Aidana’s aunt called"))
    p.addElement(said)
    p.addText("He left.")
    d.text.addElement(p)
    d.addPicture("1.jpg", "image/jpeg", picture())
    d.meta.addElement(Keyword(text="Aidana"))
    d.meta.addElement(Title(text="Aidana Serikova"))
    d.save(str(tmp_path / "draft.odt"))
    assert cli("fix", "draft.odt", "-o", "safer.odt", "--clean-metadata").returncode == 0
    after = read_file(tmp_path / "safer.odt")
    assert "prosecutors say. He left." in after.text
    assert [a for a in after.attachments if "idana" in a.text] == []
    with zipfile.ZipFile(tmp_path / "safer.odt") as z:
        for name in z.namelist():
            assert b"idana" not in z.read(name), name


def test_copies_of_the_pictures_of_a_page(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "hall.jpg").write_bytes(picture())
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing")
    (tmp_path / "copies").mkdir()
    (tmp_path / "draft.md").write_text(
        STORY + "\n\n![The hall](hall.jpg)\n\n![A door](broken.jpg)\n\n![Web](https://example.org/a.jpg)\n",
        "utf-8",
    )
    before = (tmp_path / "hall.jpg").read_bytes()
    done = cli("fix", "draft.md", "-o", "safer.md", "--pictures", "copies")
    assert "picture 1: a copy without metadata is in copies" in done.stdout
    assert "picture 2 was not copied: it is damaged" in done.stdout
    assert [p.name for p in (tmp_path / "copies").iterdir()] == ["hall.jpg"]
    assert not look(io.BytesIO((tmp_path / "copies" / "hall.jpg").read_bytes())).gps
    assert (tmp_path / "hall.jpg").read_bytes() == before
    again = cli("fix", "draft.md", "-o", "safer.md", "--pictures", "copies")
    assert "there is a file of its name" in again.stdout
    assert "no such folder" in cli("fix", "draft.md", "-o", "x.md", "--pictures", "nowhere").stderr
