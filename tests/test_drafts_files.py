"""Files and folders: encodings, sizes, what is no draft."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from childsafe_lint.drafts import SIZE_LIMIT, find_drafts, from_text, read_bytes, read_file
from childsafe_lint.errors import InputError

RUSSIAN = "Двенадцатилетняя Айдана рассказала, что её мама врач. «Я боюсь», сказала она учителю."
ENGLISH = "José’s café — “a naïve 12-year-old”, said Zoë, was found near Châlons."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"), (RUSSIAN, "utf-8-sig"), (RUSSIAN, "utf-16"), (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"), (RUSSIAN, "cp1251"), ("Айдана, 12 лет", "cp1251"), (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-le"),
        ("Die zwölfjährige Schülerin aus Köln", "latin-1"), ("Girl, 12", "utf-16-be"), (ENGLISH, "utf-32"),
    ],
)  # fmt: skip
def test_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))
    assert read_file(file).text == text


@pytest.mark.parametrize("codec", [b"windows-1251", b"koi8-r"])
def test_html_says_its_encoding(codec: bytes) -> None:
    source = b"<meta charset=" + codec + b"><p>" + "Да".encode(codec.decode())
    assert read_bytes(source, "a.html").text == "Да"


@pytest.mark.parametrize("codec", [b"base64", b"nonsense", b"utf-16", b"rot13"])
def test_an_encoding_that_cannot_be_is_not_believed(codec: bytes) -> None:
    assert read_bytes(b"<meta charset=" + codec + b"><p>caf\xe9", "a.html").text == "café"


def test_line_endings_stay() -> None:
    draft = read_bytes(b"\xef\xbb\xbfOne\r\ntwo\rthree\n", "a.txt")
    assert draft.text == draft.source == "One\r\ntwo\rthree\n"
    at = draft.text.index("three")
    assert (draft.position(at).line, draft.position(at).column) == (3, 1)


def test_utf8_with_a_broken_spot_is_utf8() -> None:
    assert read_bytes(RUSSIAN.encode()[:-3], "a.txt").text.startswith(RUSSIAN[:40])


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x14\x00word/document.xml", b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"%PDF-1.7\n", b"{\\rtf1 hello}", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"abc\x00def\x00\x01\x02",
        bytes(range(1, 256)) * 20,
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "renamed.txt"
    file.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_file(file)
    assert "\n" not in str(caught.value)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize("name", ["a.DOC", "a.docm", "a.pages", "a.xlsx"])
def test_formats_that_are_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(InputError, match=r"is not read; save the draft as \.docx, text, Markdown or HTML"):
        read_file(tmp_path / name)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as f:
        f.truncate(50_000_000)
    with pytest.raises(InputError, match=r"50\.0 MB is too large .*limit is 5 MB"):
        read_file(file)
    with pytest.raises(InputError, match="too large"):
        read_bytes(b"x" * (SIZE_LIMIT + 1), "<stdin>")


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(InputError, match="no such file"):
        read_file(tmp_path / "none.txt" / "below")
    with pytest.raises(InputError, match="folder"):
        read_file(tmp_path)
    with pytest.raises(InputError):
        read_file("a\0b.txt")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_unreadable_files(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    file.chmod(0)
    with pytest.raises(InputError, match="permission denied"):
        read_file(file)


def test_an_empty_file_is_an_empty_draft(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"")
    assert read_file(tmp_path / "a.md").text == ""


def test_formats_by_name() -> None:
    assert read_bytes(b"# A", "a.MD").format == "markdown"
    assert read_bytes(b"# A", "a.gold.txt").format == "text"
    assert read_bytes(b"<p>A", "<stdin>").format == "text"
    assert read_bytes(b"<p>A", "<stdin>", "html").text == "A"
    with pytest.raises(InputError, match="unknown format"):
        from_text("a", format="docx")


# --- folders


def _tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")


def _found(root: Path, *exclude: str) -> list[str]:
    return [p.relative_to(root).as_posix() for p in find_drafts([root], exclude)]


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    _tree(
        tmp_path, "b.txt", "a.md", "sub/c.html", "sub/deep/d.htm", "e.markdown", "n.gold.txt", "x.xlsx",
        "y.py", ".h.txt", ".git/a.txt", "node_modules/a.md", ".venv/a.txt",
    )  # fmt: skip
    assert _found(tmp_path) == ["a.md", "b.txt", "e.markdown", "n.gold.txt", "sub/c.html", "sub/deep/d.htm"]


def test_excludes(tmp_path: Path) -> None:
    _tree(tmp_path, "a.txt", "old/b.txt", "old/keep/c.txt", "sub/a.txt", "sub/old/d.txt", "sub/e.md")
    assert _found(tmp_path, "/old/") == ["a.txt", "sub/a.txt", "sub/e.md", "sub/old/d.txt"]
    assert _found(tmp_path, "*.txt", "!sub/a.txt") == ["sub/a.txt", "sub/e.md"]


def test_ignore_files(tmp_path: Path) -> None:
    _tree(tmp_path, "a.txt", "b.txt", "sub/a.txt", "sub/b.txt", "sub/c.txt", "out/d.txt")
    (tmp_path / ".gitignore").write_text("b.txt\nout/\n")
    (tmp_path / "sub" / ".childsafeignore").write_text("!b.txt\n/c.txt\n")
    assert _found(tmp_path) == ["a.txt", "sub/a.txt", "sub/b.txt"]


def test_files_are_taken_as_they_are(tmp_path: Path) -> None:
    _tree(tmp_path, "a.txt", ".hidden.txt", "note.rst")
    given = [tmp_path / "note.rst", tmp_path / ".hidden.txt", tmp_path / "missing.txt", tmp_path / "note.rst"]
    assert find_drafts(given, ["*"]) == given[:3]


def test_a_folder_without_drafts_is_told(tmp_path: Path) -> None:
    _tree(tmp_path, "a.xlsx")
    with pytest.raises(InputError, match="no drafts in this folder"):
        find_drafts([tmp_path])


def test_links_in_a_circle_do_not_matter(tmp_path: Path) -> None:
    _tree(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert _found(tmp_path) == ["sub/a.txt"]


def test_only_files_are_taken_from_a_folder(tmp_path: Path) -> None:
    _tree(tmp_path, "a.txt", "folder.txt/b.txt")
    (tmp_path / "nowhere.txt").symlink_to("missing")
    (tmp_path / "itself.txt").symlink_to("itself.txt")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
    assert _found(tmp_path) == ["a.txt", "folder.txt/b.txt"]


def test_parsers_are_loaded_when_needed() -> None:
    code = (
        "import sys; from childsafe_lint import drafts;"
        "drafts.from_text('a'); drafts.read_bytes(b'a', 'x');"
        "heavy = {'markdown_it', 'charset_normalizer', 'pathspec', 'yaml', 'spacy', 'numpy'};"
        "heavy &= set(sys.modules);"
        "sys.exit(' '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
