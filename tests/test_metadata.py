"""What a file tells about a child beside its text: names, the place of a picture, links to profiles."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
from PIL import Image

from childsafe_lint.drafts import from_text, read_file
from childsafe_lint.drafts.pictures import look, telling_name, words_of
from conftest import Run

ABUSED = "A girl of 12 was abused by a neighbour, prosecutors say."


def jpeg(*, gps: bool = False, description: str = "", size: tuple[int, int] = (40, 30)) -> bytes:
    exif = Image.Exif()
    if description:
        exif[0x010E] = description
    if gps:
        exif[0x8825] = {1: "N", 2: (51.0, 10.0, 0.0), 3: "E", 4: (71.0, 26.0, 0.0)}
    file = io.BytesIO()
    Image.new("RGB", size, "white").save(file, "JPEG", exif=exif)
    return file.getvalue()


def found(run: Run, *args: str) -> list[dict[str, Any]]:
    done = run("check", *args, "--format", "json")
    findings = json.loads(done.stdout)["drafts"][0]["findings"]
    return [f for f in findings if f["category"] == "metadata"]


def told(findings: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    return {(f["rule"].split("/")[1], f["severity"], f["location"]["label"]) for f in findings}


def test_a_word_document_that_hides_a_name_in_the_text_only(tmp_path: Path, cli: Run) -> None:
    (tmp_path / "aidana_school17.jpg").write_bytes(jpeg(gps=True))
    d = docx.Document()
    d.add_paragraph("Court hears of abuse", style="Title")
    p = d.add_paragraph(ABUSED)
    d.add_picture(str(tmp_path / "aidana_school17.jpg"))
    d.add_comment(p.runs[0], text="Her real name is Aidana Suleimenova.", author="Ed", initials="E")
    d.core_properties.subject = "Aidana, a girl of 12"
    d.core_properties.author = "Jane Roe"
    d.save(str(tmp_path / "draft.docx"))
    findings = found(cli, "draft.docx")
    assert told(findings) == {
        ("name-always", "error", "comment 1"),
        ("name-always", "error", "property 'subject'"),
        ("name-always", "error", "file name of picture 1"),
        ("picture-place-always", "error", "picture 1"),
    }
    comment = next(f for f in findings if f["location"]["label"] == "comment 1")
    assert comment["text"] == ABUSED
    assert comment["location"]["paragraph"] == 2
    assert "Aidana" not in json.dumps([f["message"] + f["advice"] for f in findings])


@pytest.mark.parametrize(
    "format", "text concise markdown json sarif github gitlab junit checkstyle html rdjson".split()
)
def test_every_format_can_show_what_has_no_words(format: str, tmp_path: Path, cli: Run) -> None:
    d = docx.Document()
    p = d.add_paragraph(ABUSED)
    d.add_comment(p.runs, text="Her real name is Zarina Ospanova.", author="Ed", initials="E")
    d.core_properties.title = "Zarina, a girl of 12"
    d.save(str(tmp_path / "draft.docx"))
    done = cli("check", "draft.docx", "--format", format)
    assert done.returncode == 1, done.stderr
    assert "still holds" in done.stdout
    assert "Zarina" not in done.stdout


def test_a_name_left_in_a_deletion(tmp_path: Path, cli: Run) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    d = docx.Document()
    p = d.add_paragraph("")
    words = "<w:r><w:delText>Aidana Suleimenova</w:delText></w:r>"
    p._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="Ed">{words}</w:del>'))
    p.add_run(ABUSED)
    d.save(str(tmp_path / "draft.docx"))
    findings = found(cli, "draft.docx")
    assert [(f["severity"], f["location"]["label"]) for f in findings] == [("warning", "a tracked deletion")]


def test_a_clean_document_has_nothing_beside_it(tmp_path: Path, cli: Run) -> None:
    d = docx.Document()
    p = d.add_paragraph(ABUSED)
    d.add_comment(p.runs, text="Anna, please check the date with the court.", author="Ed Ito", initials="E")
    d.add_comment(p.runs, text="Ed Ito has checked it.", author="Anna Roe", initials="A")
    d.core_properties.author = "Jane Roe"
    d.core_properties.title = "Court hears of abuse"
    d.save(str(tmp_path / "draft.docx"))
    assert found(cli, "draft.docx") == []


def test_our_own_comments_are_no_leak(tmp_path: Path, cli: Run) -> None:
    d = docx.Document()
    d.add_paragraph("Aidana Suleimenova, 12, was abused by a neighbour, prosecutors say.")
    d.save(str(tmp_path / "draft.docx"))
    cli("check", "draft.docx", "--format", "docx=reviewed.docx")
    assert any(
        a.kind == "comment" and "Aidana" in a.text for a in read_file(tmp_path / "reviewed.docx").attachments
    )
    assert found(cli, "reviewed.docx") == []


@pytest.mark.parametrize(
    ("name", "page"), [("a.md", "![A house]({})"), ("a.html", '<p>{}</p><img alt="A house" src="{}">')]
)
def test_pictures_beside_markdown_and_html(name: str, page: str, tmp_path: Path, cli: Run) -> None:
    (tmp_path / "pics").mkdir()
    (tmp_path / "pics" / "IMG_1 2.jpg").write_bytes(jpeg(gps=True, description="Dana Kim, girl, 12, at home"))
    body = page.replace("{}", ABUSED, 1) if name.endswith("html") else f"{ABUSED}\n\n{page}"
    (tmp_path / name).write_text(body.replace("{}", "pics/IMG_1%202.jpg"))
    findings = found(cli, name)
    assert told(findings) == {
        ("picture-place-always", "error", "picture 1"),
        ("name-always", "error", "picture 1, metadata 'description'"),
    }
    assert {f["text"] for f in findings} == {"A house"}


def test_only_local_pictures_are_opened(tmp_path: Path, cli: Run) -> None:
    (tmp_path / "draft.md").write_text(
        f"{ABUSED}\n\n![a](https://example.org/x.jpg) ![b](file:///etc/hostname) ![c](/etc/hostname) ![d](gone.jpg)"
        " ![e](data:image/png;base64,AAAA) ![f](http://[x) ![g](.)\n"
    )
    done = cli("check", "draft.md")
    assert done.returncode == 0, done.stderr
    assert "picture" not in done.stderr


def test_damaged_metadata_are_told_and_the_draft_is_checked(tmp_path: Path, cli: Run) -> None:
    good = jpeg(gps=True)
    at = good.index(b"Exif") + 14
    (tmp_path / "bad.jpg").write_bytes(good[:at] + b"\xff" * 40 + good[at + 40 :])
    (tmp_path / "cut.jpg").write_bytes(good[:20])
    (tmp_path / "text.jpg").write_bytes(b"no picture")
    (tmp_path / "draft.md").write_text(f"{ABUSED}\n\n![a](cut.jpg)\n\n![b](text.jpg)\n\n![c](bad.jpg)\n")
    done = cli("check", "draft.md")
    assert done.returncode == 0
    assert "picture 1: its metadata are damaged or in a format that is not known" in done.stderr
    assert "picture 2: its metadata are damaged" in done.stderr


def test_without_pillow_one_line_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg())
    (tmp_path / "draft.md").write_text("![a](a.jpg)\n\n![b](a.jpg)\n")
    monkeypatch.setitem(sys.modules, "PIL", None)
    monkeypatch.setitem(sys.modules, "PIL.Image", None)
    assert read_file(tmp_path / "draft.md").notices == [
        "pictures were not looked at; that needs one more package: pip install 'childsafe-lint[images]'"
    ]


def test_words_in_xmp_and_png() -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Title", "Dana at home")
    file = io.BytesIO()
    Image.new("RGB", (4, 4)).save(file, "PNG", pnginfo=info)
    file.seek(0)
    assert ("Title", "Dana at home") in look(file).words
    xmp = b'<x:xmpmeta><dc:title><rdf:li xml:lang="x">Dana</rdf:li></dc:title><exif:GPSLatitude>51</exif:GPSLatitude>'
    file = io.BytesIO()
    Image.new("RGB", (4, 4)).save(file, "JPEG", xmp=xmp)
    file.seek(0)
    seen = look(file)
    assert seen.gps
    assert ("description", "Dana") in seen.words


def test_names_of_files() -> None:
    assert telling_name("media/image1.png") == ""
    assert telling_name("Picture 3") == ""
    assert telling_name("../IMG_2034.JPG") == ""
    assert telling_name("a/aidana%20home.jpg") == "aidana home.jpg"
    assert list(words_of("aidana_school17.jpg")) == ["aidana", "school", "17"]
    assert list(words_of("AidanaHome.jpeg")) == ["Aidana", "Home"]


def test_links_of_markdown_and_html() -> None:
    for format, source in (
        ("markdown", "See [her *page*](https://vk.com/a) and <https://example.org>."),
        ("html", 'See <a href="https://www.google.com/url?q=https://vk.com/a&amp;sa=D">her <i>page</i></a>.'),
    ):
        draft = from_text(source, "x", format)
        assert draft.links[0].target == "https://vk.com/a"
        span = draft.links[0].span
        assert draft.text[span.start : span.end] == "her page"


def test_a_link_to_a_childs_profile(tmp_path: Path, cli: Run) -> None:
    (tmp_path / "draft.md").write_text(
        "Police say [the girl, 12,](https://www.instagram.com/mira.k) was abused by a neighbour. "
        "[Judge Ana Prieto](https://www.instagram.com/anaprieto) sits on Monday.\n"
    )
    findings = found(cli, "draft.md")
    assert [(f["rule"], f["severity"], f["text"]) for f in findings] == [
        ("metadata/profile-link-always", "error", "the girl, 12,")
    ]
    assert "mira" not in findings[0]["message"]
