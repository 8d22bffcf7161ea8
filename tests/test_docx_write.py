"""Word documents given back: comments on exactly the flagged words, replacements in their formatting, nothing else."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from childsafe_lint.drafts import Draft, read_bytes, read_file
from childsafe_lint.drafts.docx_write import File
from childsafe_lint.drafts.rewrite import Remark
from childsafe_lint.spans import Span
from conftest import Run


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def letters(data: bytes) -> list[tuple[str, str]]:
    """Every character of the body with its formatting."""
    root = docx.Document(io.BytesIO(data)).element
    out = []
    for run in root.iter(qn("w:r")):
        properties = run.find(qn("w:rPr"))
        look = "" if properties is None else re.sub(rb' xmlns:\w+="[^"]*"', b"", _xml(properties)).decode()
        out += [(c, look) for t in run.iter(qn("w:t"), qn("w:tab")) for c in (t.text or "\t")]
    return out


def _xml(element: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(element, with_tail=False))


def comments(data: bytes) -> list[tuple[str, str]]:
    """The words each comment is on, and what it says, as our own reader sees them."""
    draft = read_bytes(data, "draft.docx")
    return [(draft.text[a.span.start : a.span.end], a.text) for a in draft.attachments if a.kind == "comment"]


def converted(path: Path, to: str) -> Path:
    """The document as LibreOffice writes it."""
    out = path.parent / "converted"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless", "--convert-to", to,
         "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return out / f"{path.stem}.{to}"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """An invented report with what makes Word files hard: runs, a table, a header, a note, tracked changes."""
    d = docx.Document()
    d.add_paragraph("Verdict expected for Ilinca’s coach", style="Title")
    p = d.add_paragraph("The court found that he had abused ")
    p.add_run("Ilin").bold = True
    p.add_run("ca").italic = True
    p.add_run(" Barbu, 13, four times, in his car and at a camp.")
    p = d.add_paragraph("A crippled boy at ")
    p.add_run("Saint Hedwig Primary School").italic = True
    p.add_run(" heard of it first.")
    p._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="900" w:author="Desk" w:date="2025-01-01T00:00:00Z"><w:r><w:t xml:space='
            '"preserve"> Ilinca stayed at home.</w:t></w:r></w:ins>'
        )
    )
    p._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="901" w:author="Desk" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>She '
            "cried.</w:delText></w:r></w:del>"
        )
    )
    d.add_table(1, 1).cell(0, 0).text = "Photo: Ilinca, 13, from behind"
    d.sections[0].header.paragraphs[0].text = "Ilinca, page 1"
    d.add_comment(d.paragraphs[1].runs[0], "Who told us this?", "Editor", "ED")
    path = tmp_path / "draft.docx"
    d.save(str(path))
    return path


class TestReview:
    def test_one_comment_for_each_finding_on_its_words(self, cli: Run, tmp_path: Path, draft: Path) -> None:
        import json

        done = cli("check", draft, "--format", "docx=reviewed.docx", "--format", "json=report.json")
        assert done.returncode in (0, 1), done.stderr
        report = json.loads((tmp_path / "report.json").read_text("utf-8"))["drafts"][0]
        data = (tmp_path / "reviewed.docx").read_bytes()
        ours = [c for c in comments(data) if c[1] != "Who told us this?"]
        in_header = [f for f in report["findings"] if f["location"]["part"] != "word/document.xml"]
        expected = [f["text"] for f in report["findings"] if f not in in_header]
        assert sorted(
            words for words, said in ours if not said.startswith(("[header]", "Questions"))
        ) == sorted(expected)
        for finding in report["findings"]:
            assert any(finding["message"] in said for _, said in ours)
        assert in_header
        assert sum(said.startswith("[header]") for _, said in ours) == len(in_header)

    def test_a_comment_says_what_why_clause_and_alternative(
        self, cli: Run, tmp_path: Path, draft: Path
    ) -> None:
        cli("check", draft, "--format", "docx=reviewed.docx")
        document = docx.Document(str(tmp_path / "reviewed.docx"))
        term = next(c.text for c in document.comments if "crippled" in c.text)
        assert term.splitlines()[0].startswith("Warning: “crippled boy”")
        assert re.search(r"^Try: “child with a physical disability”", term, re.MULTILINE)
        assert re.search(r"^Clause: unicef-reporting:", term, re.MULTILINE)
        assert term.splitlines()[-1] == "Rule: terms/disability"
        name = next(c.text for c in document.comments if "Ilinca" in c.text)
        assert re.search(r"^Why: “", name, re.MULTILINE)

    def test_the_questions_are_on_the_headline(self, cli: Run, tmp_path: Path, draft: Path) -> None:
        cli("check", draft, "--format", "docx=reviewed.docx")
        asked = [
            c for c in comments((tmp_path / "reviewed.docx").read_bytes()) if c[1].startswith("Questions")
        ]
        assert [words for words, _ in asked] == ["Verdict expected for Ilinca’s coach"]

    def test_text_formatting_comments_and_tracked_changes_stay(
        self, cli: Run, tmp_path: Path, draft: Path
    ) -> None:
        before = draft.read_bytes()
        cli("check", draft, "--format", "docx=reviewed.docx")
        after = (tmp_path / "reviewed.docx").read_bytes()
        assert draft.read_bytes() == before
        assert read_bytes(after, "a.docx").text == read_bytes(before, "a.docx").text
        assert letters(after) == letters(before)
        assert ("The court found that he had abused ", "Who told us this?") in [
            (f"{words} " if words.endswith("abused") else words, said) for words, said in comments(after)
        ]
        body = docx.Document(io.BytesIO(after)).element
        assert ["".join(e.itertext()) for e in body.iter(qn("w:del"))] == ["She cried."]
        inserted = [t.text for e in body.iter(qn("w:ins")) for t in e.iter(qn("w:t"))]
        assert "".join(inserted) == " Ilinca stayed at home."

    def test_checked_again_it_says_the_same(self, cli: Run, tmp_path: Path, draft: Path) -> None:
        cli("check", draft, "--format", "docx=reviewed.docx")
        first = cli("check", draft, "--format", "concise").stdout.replace("draft.docx", "X")
        second = cli("check", "reviewed.docx", "--format", "concise").stdout.replace("reviewed.docx", "X")
        keep = [line for line in first.splitlines() if ": " in line and "metadata" not in line]
        assert keep[:-1] == [x for x in second.splitlines() if ": " in x and "metadata" not in x][:-1]

    @pytest.mark.skipif(
        not shutil.which("soffice"), reason="LibreOffice (libreoffice-writer) is not installed"
    )
    def test_libreoffice_opens_it(self, cli: Run, tmp_path: Path, draft: Path) -> None:
        cli("check", draft, "--format", "docx=reviewed.docx")
        pdf = converted(tmp_path / "reviewed.docx", "pdf").read_bytes()
        assert pdf.startswith(b"%PDF")
        out = converted(tmp_path / "reviewed.docx", "docx").parent
        again = comments((out / "reviewed.docx").read_bytes())
        assert sorted(w for w, _ in again) == sorted(
            w for w, _ in comments((tmp_path / "reviewed.docx").read_bytes())
        )

    def test_only_where_it_makes_sense(self, cli: Run, tmp_path: Path, draft: Path) -> None:
        before = draft.read_bytes()
        assert "name a file" in cli("check", draft, "--format", "docx").stderr
        assert cli("check", draft, "--format", "docx=draft.docx").returncode == 2
        assert draft.read_bytes() == before
        (tmp_path / "a.txt").write_text("A girl was abused.", "utf-8")
        assert "this is none" in cli("check", "a.txt", "--format", "docx=r.docx").stderr
        assert "one draft" in cli("check", "a.txt", draft, "--format", "docx=r.docx").stderr
        assert not (tmp_path / "r.docx").exists()

    def test_a_build_server_is_warned(self, cli: Run, tmp_path: Path, draft: Path) -> None:
        done = cli("check", draft, "--format", "docx=reviewed.docx", env={"CI": "true"})
        assert "names and all" in done.stderr
        said = [
            c.text for c in docx.Document(str(tmp_path / "reviewed.docx")).comments if c.author != "Editor"
        ]
        assert not any("Ilinca" in text for text in said)


class TestExceptions:
    """An editor's comment of the documented form sets a finding aside."""

    @pytest.mark.parametrize(
        "said",
        [
            "childsafe-lint: allow terms/disability The film is called so",
            "childsafe-lint: allow terms/disability reason=“The film is called so” until=2999-01-31",
            "Childsafe-lint allow terms/disability, names/hiv: The film is called so by=Desk",
        ],
    )
    def test_in_words(self, cli: Run, tmp_path: Path, draft: Path, said: str) -> None:
        import json

        d = docx.Document(str(draft))
        d.add_comment(d.paragraphs[2].runs[0], said, "R. Amado", "RA")
        d.save(str(draft))
        cli("check", draft, "--format", "json=report.json")
        findings = json.loads((tmp_path / "report.json").read_text("utf-8"))["drafts"][0]["findings"]
        term = next(f for f in findings if f["rule"] == "terms/disability")
        assert term["suppressed"]["justification"].startswith("The film is called so (allowed by ")
        assert ("by Desk" if "Desk" in said else "by R. Amado") in term["suppressed"]["justification"]
        cli("check", draft, "--format", "docx=reviewed.docx")
        reviewed = docx.Document(str(tmp_path / "reviewed.docx"))
        assert not any("crippled" in c.text for c in reviewed.comments)
        cli("fix", draft, "-o", "safer.docx")
        assert "A crippled boy" in read_file(tmp_path / "safer.docx").text

    @pytest.mark.parametrize(
        ("said", "rule"),
        [
            ("childsafe-lint: allow terms/disability", "exceptions/no-reason"),
            ("childsafe-lint: allow terms/nonsense Because", "exceptions/unknown-rule"),
            ("childsafe-lint: allow-begin terms/disability Because", "exceptions/unclear"),
            ("childsafe-lint: allow terms/hiv Because", "exceptions/unused"),
        ],
    )
    def test_one_that_does_not_hold_is_told(self, cli: Run, draft: Path, said: str, rule: str) -> None:
        d = docx.Document(str(draft))
        d.add_comment(d.paragraphs[2].runs[0], said, "R. Amado", "RA")
        d.save(str(draft))
        done = cli("check", draft, "--format", "concise")
        assert rule in done.stdout
        assert "comment 2" in next(line for line in done.stdout.splitlines() if rule in line)
        assert "terms/disability" in done.stdout


class TestFix:
    def test_replaced_in_the_formatting_of_the_first_letter(
        self, cli: Run, tmp_path: Path, draft: Path
    ) -> None:
        done = cli("fix", draft, "-o", "safer.docx")
        assert done.returncode == 0, done.stderr
        after = docx.Document(str(tmp_path / "safer.docx"))
        text = read_file(tmp_path / "safer.docx").text
        assert "Ilinca" not in text
        assert "Barbu" not in text
        name = re.search(r"(\w+) is not the girl’s real name", text)
        assert name is not None
        runs = after.paragraphs[1].runs
        assert [(r.text, r.bold) for r in runs if r.text == name[1]] == [(name[1], True)]
        assert f"{name[1]}, page 1" in text
        school = next(r for r in after.paragraphs[2].runs if "school" in r.text)
        assert (school.text, school.italic) == ("a school in the area", True)
        assert "A boy with a physical disability at" in text
        assert "She cried." in "".join(after.element.itertext())
        assert after.paragraphs[3].style is not None

    def test_what_is_attached_is_told(self, cli: Run, draft: Path) -> None:
        d = docx.Document(str(draft))
        d.core_properties.keywords = "Ilinca, court"
        d.save(str(draft))
        assert "property 'tags'" in cli("fix", draft, "--dry-run").stdout

    def test_only_changed_parts_change(self, cli: Run, tmp_path: Path, draft: Path) -> None:
        cli("fix", draft, "-o", "safer.docx")
        with zipfile.ZipFile(draft) as a, zipfile.ZipFile(tmp_path / "safer.docx") as b:
            assert set(a.namelist()) == set(b.namelist())
            changed = {n for n in a.namelist() if n.startswith("word/") and a.read(n) != b.read(n)}
        assert changed <= {"word/document.xml", "word/header1.xml"}

    def test_fixing_twice_changes_nothing(self, cli: Run, tmp_path: Path, draft: Path) -> None:
        cli("fix", draft, "-o", "once.docx")
        assert "Nothing to change" in cli("fix", "once.docx", "-o", "twice.docx").stdout
        assert (tmp_path / "once.docx").read_bytes() == (tmp_path / "twice.docx").read_bytes()


def _document(pieces: list[tuple[str, int]]) -> tuple[bytes, Draft]:
    d = docx.Document()
    p = d.add_paragraph("x")
    for text, look in pieces:
        run = p.add_run(text)
        run.bold, run.italic = bool(look & 1), bool(look & 2)
    data = saved(d)
    return data, read_bytes(data, "draft.docx")


pieces = st.lists(
    st.tuples(st.text(st.sampled_from("ab é\t\n-😀"), min_size=1, max_size=6), st.integers(0, 3)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(pieces, st.data())
def test_comments_cut_runs_and_nothing_else(runs: list[tuple[str, int]], data: st.DataObject) -> None:
    before, draft = _document(runs)
    length = len(draft.text)
    spans = data.draw(st.lists(st.tuples(st.integers(0, length - 1), st.integers(1, length)), max_size=5))
    spans = [(s, min(s + n, length)) for s, n in spans]
    file = File(before, draft)
    file.comment([Remark(Span(s, e), [f"on {i}"]) for i, (s, e) in enumerate(spans)], "a", "a")
    after = file.save()
    assert letters(after) == letters(before)
    again = read_bytes(after, "draft.docx")
    assert again.text == draft.text
    found = {a.text: (a.span.start, a.span.end) for a in again.attachments if a.kind == "comment"}
    assert found == {f"on {i}": span for i, span in enumerate(spans)}


@settings(max_examples=60, deadline=None)
@given(pieces, st.data())
def test_replacing_changes_only_those_words(runs: list[tuple[str, int]], data: st.DataObject) -> None:
    before, draft = _document(runs)
    length = len(draft.text)
    cuts = sorted(data.draw(st.sets(st.integers(0, length), max_size=6)))
    changes = [
        (s, e, data.draw(st.text(st.sampled_from("XY Z"), min_size=1, max_size=4)))
        for s, e in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    file = File(before, draft)
    file.replace(changes)
    expected, at = "", 0
    for s, e, new in changes:
        expected += draft.text[at:s] + new
        at = e
    after = read_bytes(file.save(), "draft.docx").text
    assert after == (expected + draft.text[at:]).strip()
