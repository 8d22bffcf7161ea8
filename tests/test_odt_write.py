"""OpenDocument texts given back: annotations on exactly the flagged words, replacements in place, nothing else."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.office import Annotation
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.text import H, Note, NoteBody, NoteCitation, P, Tab
from odf.text import Span as Styled

from childsafe_lint.drafts import Draft, read_bytes, read_file
from childsafe_lint.drafts.odt_write import File
from childsafe_lint.drafts.rewrite import Remark
from childsafe_lint.spans import Span
from conftest import Run

SOFFICE = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice (libreoffice-writer) is not installed"
)


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def comments(draft: Draft) -> list[tuple[str, str]]:
    return [(draft.text[a.span.start : a.span.end], a.text) for a in draft.attachments if a.kind == "comment"]


def converted(path: Path, to: str) -> Path:
    out = path.parent / "converted"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless", "--convert-to", to,
         "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return out / f"{path.stem}.{to}"


def document() -> Any:
    d = OpenDocumentText()
    bold = Style(name="Bold", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    d.automaticstyles.addElement(bold)
    d.styles.addElement(Style(name="Title", family="paragraph"))
    return d


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    d = document()
    d.text.addElement(P(stylename="Title", text="Verdict expected for Ilinca’s coach"))
    p = P(text="The court found that he had abused ")
    p.addElement(Styled(stylename="Bold", text="Ilin"))
    p.addText("ca Barbu,\n   13, four times.")
    said = Annotation()
    said.addElement(P(text="Who told us this?"))
    p.addElement(said)
    d.text.addElement(p)
    p = P(text="A crippled boy at Saint Hedwig Primary School heard of it first.")
    note = Note(noteclass="footnote")
    note.addElement(NoteCitation(text="1"))
    body = NoteBody()
    body.addElement(P(text="Ilinca, 13, was not in court."))
    note.addElement(body)
    p.addElement(note)
    d.text.addElement(p)
    path = tmp_path / "draft.odt"
    d.save(str(path))
    return path


def test_one_annotation_for_each_finding_on_its_words(cli: Run, tmp_path: Path, draft: Path) -> None:
    import json

    done = cli("check", draft, "--format", "odt=reviewed.odt", "--format", "json=report.json")
    assert done.returncode in (0, 1), done.stderr
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))["drafts"][0]
    before, after = read_file(draft), read_file(tmp_path / "reviewed.odt")
    assert after.text == before.text
    ours = [c for c in comments(after) if c[1] != "Who told us this?"]
    assert len(ours) + 1 == len(comments(after))
    in_note = before.text.index("Ilinca, 13, was")
    expected = [f["text"] for f in report["findings"] if f["start"] < in_note]
    shown = [words for words, said in ours if not said.startswith(("[footnote 1]", "Questions"))]
    assert sorted(shown) == sorted(expected)
    assert "crippled boy" in expected
    assert any(said.startswith("[footnote 1]") for _, said in ours)
    assert [w for w, said in ours if said.startswith("Questions")] == ["Verdict expected for Ilinca’s coach"]


@SOFFICE
def test_libreoffice_opens_it(cli: Run, tmp_path: Path, draft: Path) -> None:
    cli("check", draft, "--format", "odt=reviewed.odt")
    assert converted(tmp_path / "reviewed.odt", "pdf").read_bytes().startswith(b"%PDF")
    again = read_file(converted(tmp_path / "reviewed.odt", "odt"))
    ours = read_file(tmp_path / "reviewed.odt")
    assert sorted(w for w, _ in comments(again)) == sorted(w for w, _ in comments(ours))


def test_fix(cli: Run, tmp_path: Path, draft: Path) -> None:
    done = cli("fix", draft, "-o", "safer.odt")
    assert done.returncode == 0, done.stderr
    after = read_file(tmp_path / "safer.odt")
    assert not re.search("Ilinca|Barbu|Hedwig", after.text)
    name = re.search(r"(\w+) is not the girl’s real name", after.text)
    assert name is not None
    assert f"he had abused {name[1]}, 13, four times." in after.text
    content = zipfile.ZipFile(tmp_path / "safer.odt").read("content.xml").decode()
    assert re.search(rf'style-name="Bold">{name[1]}<', content)
    assert "A boy with a physical disability at a school in the area" in after.text
    assert comments(after) == [("", "Who told us this?")]
    assert zipfile.ZipFile(tmp_path / "safer.odt").namelist()[0] == "mimetype"
    assert "Nothing to change" in cli("fix", "safer.odt", "--dry-run").stdout


def test_a_note_in_word_is_commented_at_its_number(cli: Run, tmp_path: Path, draft: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (libreoffice-writer), which makes the Word file, is not installed")
    word = converted(draft, "docx")
    done = cli("check", word, "--format", "docx=reviewed.docx")
    assert done.returncode in (0, 1), done.stderr
    after = read_file(tmp_path / "reviewed.docx")
    in_note = [a for a in after.attachments if a.kind == "comment" and a.text.startswith("[footnote 1]")]
    assert in_note
    end = after.text.index("heard of it first.") + len("heard of it first.")
    assert {a.span.start for a in in_note} == {end}


pieces = st.lists(
    st.tuples(
        st.text(st.sampled_from("ab é-😀"), min_size=1, max_size=6), st.sampled_from(["", "bold", "tab"])
    ),
    min_size=1,
    max_size=6,
)


def _document(parts: list[tuple[str, str]]) -> tuple[bytes, Draft]:
    d = document()
    p = P(text="x")
    for text, look in parts:
        if look == "bold":
            p.addElement(Styled(stylename="Bold", text=text))
        elif look == "tab":
            p.addElement(Tab())
            p.addText(text)
        else:
            p.addText(text)
    p.addText("z")
    d.text.addElement(H(outlinelevel=1, text="Title"))
    d.text.addElement(p)
    data = saved(d)
    return data, read_bytes(data, "draft.odt")


@settings(max_examples=60, deadline=None)
@given(pieces, st.data())
def test_annotations_change_no_text(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    before, draft = _document(parts)
    length = len(draft.text)
    spans = data.draw(st.lists(st.tuples(st.integers(0, length - 1), st.integers(1, length)), max_size=5))
    spans = [(s, min(s + n, length)) for s, n in spans if draft.text[s : s + n].strip()]
    file = File(before, draft)
    file.comment([Remark(Span(s, e), [f"on {i}"]) for i, (s, e) in enumerate(spans)], "a", "a")
    again = read_bytes(file.save(), "draft.odt")
    assert again.text == draft.text
    found = {
        a.text: draft.text[a.span.start : a.span.end].strip()
        for a in again.attachments
        if a.kind == "comment"
    }
    assert found == {f"on {i}": draft.text[s:e].strip() for i, (s, e) in enumerate(spans)}


@settings(max_examples=60, deadline=None)
@given(pieces, st.data())
def test_replacing_changes_only_those_words(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    before, draft = _document(parts)
    words = [m.span() for m in re.finditer(r"\S+", draft.text)]
    chosen = data.draw(st.lists(st.sampled_from(words), max_size=3, unique=True))
    changes = [
        (s, e, data.draw(st.text(st.sampled_from("XYZ"), min_size=1, max_size=4))) for s, e in sorted(chosen)
    ]
    file = File(before, draft)
    file.replace(changes)
    expected, at = "", 0
    for s, e, new in changes:
        expected += draft.text[at:s] + new
        at = e
    assert read_bytes(file.save(), "draft.odt").text == expected + draft.text[at:]
