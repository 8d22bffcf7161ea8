"""Results kept for drafts that do not change: the same report, no spaCy, and no word of a draft on the disk."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from childsafe_lint import Linter
from childsafe_lint.cache import Folder, ResultCache
from childsafe_lint.cache.codec import Codec
from childsafe_lint.drafts import from_text, read_file
from childsafe_lint.reports import FORMATS
from conftest import Run, clean_env

WORDS = "Danagul Serikova, 12, was raped by a neighbour in Kenes, prosecutors say. DANAGUL told her aunt."
CORPUS = Path(__file__).parent / "corpus"


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@pytest.fixture(scope="module")
def codec(linter: Linter) -> Codec:
    return Codec(linter.rulebook)


def entries(folder: Path) -> list[Path]:
    return sorted(p for p in folder.glob("*/*") if len(p.name) == 64)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("names", ["show", "mask"])
def test_same_bytes_in_every_format(
    cli: Run, examples: Path, own_cache: Path, format: str, names: str
) -> None:
    args = ("check", examples / "court-report.md", examples / "refugee-captions.html", "--format", format)
    fresh = cli(*args, "--names", names, "--no-cache")
    assert not own_cache.exists()
    first = cli(*args, "--names", names)
    assert len(entries(own_cache)) == 2
    again = cli(*args, "--names", names)
    assert fresh.stdout == first.stdout == again.stdout
    assert fresh.stderr == first.stderr == again.stderr
    assert {fresh.returncode, first.returncode, again.returncode} == {1}


def test_every_result_can_be_kept(linter: Linter, codec: Codec, examples: Path) -> None:
    """Of the examples and the first drafts of the open corpora; and it comes back as it was."""
    paths = [*examples.glob("*.*"), *(p for d in ("en-a", "en-b", "en-press") for p in _some(CORPUS / d))]
    for report in linter.lint_many([read_file(p) for p in paths]):
        if report.story is not None:
            report.story.doc = None  # type: ignore[assignment]
        data = codec.encode(report)
        again = codec.decode(data, report.draft)
        assert again == report
        assert [f.details for f in again.findings] == [f.details for f in report.findings]
        _holds_no_word(data, report.draft.text)


def _some(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.txt"))[:6]


def _holds_no_word(data: bytes, text: str) -> None:
    """Numbers and marks only; then no word can be in it."""
    assert re.fullmatch(rb"(?:[\[\],.\d-]|true|false|null)*", data)
    for value in _values(json.loads(data)):
        assert not isinstance(value, str)
    for word in set(re.findall(r"[^\W\d_]+", text)) - {"true", "false", "null"}:
        if not any(word in whole for whole in ("true", "false", "null")):
            assert word.encode() not in data


def _values(tree: Any) -> Iterator[Any]:
    if isinstance(tree, list):
        for value in tree:
            yield from _values(value)
    else:
        yield tree


def _said_without_draft(linter: Linter, codec: Codec, text: str) -> set[str]:
    """What an entry tells whoever has this program and not the draft: its words, casefolded."""
    report = linter.lint(from_text(text))
    assert report.findings
    assert report.story is not None
    report.story.doc = None  # type: ignore[assignment]
    data = codec.encode(report)
    _holds_no_word(data, text)
    blind = codec.decode(data, from_text("█" * len(text)))
    said = repr((blind.findings, blind.people, blind.checklist, blind.story)).casefold()
    return set(re.findall(r"[^\W\d_]+", said))


NAMES = st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=0x4FF), min_size=6, max_size=9).map(
    str.title
)


@settings(max_examples=25, deadline=None)
@given(NAMES, NAMES, NAMES)
def test_an_entry_without_its_draft_tells_no_name(
    linter: Linter, codec: Codec, first: str, last: str, town: str
) -> None:
    def said(first: str, last: str, town: str) -> set[str]:
        text = (
            f"{first} {last}, 12, was raped by a neighbour in {town}, prosecutors say. {first.upper()} is in "
            "hospital. The orphan told her aunt."
        )
        return _said_without_draft(linter, codec, text)

    own = said("Danagul", "Serikova", "Kenes")
    assert "orphan" in own  # it is read as it should be
    assert not {"danagul", "serikova", "kenes"} & own
    assert not {first.casefold(), last.casefold(), town.casefold()} & (said(first, last, town) - own)


@pytest.mark.parametrize("name", ["Danagul", "Rose", "Hope", "Grace", "Faith"])
def test_nor_one_that_is_a_word_of_this_program(linter: Linter, codec: Codec, name: str) -> None:
    text = f"{name} Serikova, 12, was raped by a neighbour, prosecutors say. {name.upper()} told her aunt."
    assert any(name in f.message for f in linter.lint(from_text(text)).findings)
    assert not {name.casefold(), "serikova"} & _said_without_draft(linter, codec, text)


def test_files_and_their_names_hold_no_word(cli: Run, tmp_path: Path, own_cache: Path) -> None:
    (tmp_path / "danagul.txt").write_text(WORDS, encoding="utf-8")
    cli("check", "danagul.txt")
    files = [p for p in own_cache.parent.rglob("*") if p.is_file()]
    assert files
    for path in files:
        content = path.read_bytes()
        where = str(path.relative_to(own_cache.parent)).casefold()
        for word in re.findall(r"[a-z]{4,}", WORDS.casefold()):
            assert word.encode() not in content.lower()
            assert word not in where
        assert path.stat().st_mode & 0o077 == 0 or path.name == "pruned"


def test_no_spacy_for_what_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "empty.txt").write_bytes(b"")
    code = (
        "import sys\nfrom childsafe_lint.cli import main\n"
        "try: main(['check', 'a.txt', 'empty.txt'])\n"
        "finally: print({'spacy', 'thinc', 'numpy'} & set(sys.modules), file=sys.stderr)\n"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, env=clean_env()
        ).stderr
        for _ in range(2)
    ]
    assert "spacy" in loaded[0]
    assert loaded[1] == "set()\n"


def test_another_configuration_is_another_result(cli: Run, tmp_path: Path, own_cache: Path) -> None:
    (tmp_path / "a.md").write_text("An orphan, 12, lives in the home. " + WORDS)
    (tmp_path / "rules.yaml").write_text(
        "rules:\n  - id: house/aunt\n    check: phrase\n    category: metadata\n    severity: error\n"
        "    message: An aunt.\n    advice: No aunts.\n    patterns: [aunt]\n"
        "    examples: {flags: [An aunt of the child came.], passes: [An uncle came.]}\n"
    )
    seen: dict[str, int] = {}

    def status(*args: str) -> str:
        done = cli("check", "a.md", "--format", "json", *args)
        seen[" ".join(args)] = len(entries(own_cache))
        return done.stdout

    plain = status()
    assert status("--ignore", "terms/*") != plain
    assert status("--guideline", "ifj-children") != plain
    settings_file = tmp_path / "childsafe-lint.yaml"
    for content in ("rules: {'terms/*': error}\n", "date: 2020-01-02\n", "language: en\n"):
        settings_file.write_text(content)
        status("--names=show")
        seen[content] = len(entries(own_cache))
    settings_file.write_text("terms: {allow: [{wording: orphan, reason: ours}]}\n")
    assert status() != plain
    settings_file.unlink()
    assert status() == plain
    assert len(entries(own_cache)) == 7
    (tmp_path / "a.md").write_text("---\ndate: 2020-01-02\n---\n\nAn orphan, 12, lives in the home. " + WORDS)
    status()
    assert len(entries(own_cache)) == 8


def test_words_from_beside_the_text(cli: Run, tmp_path: Path, own_cache: Path) -> None:
    """A reason given in a comment is said in the report and stands nowhere in the text; Russian and Kazakh."""
    comment = '<!-- childsafe-lint: allow terms/family reason="Xyzzy Qwerty asked so" by="R. Amado" -->'
    (tmp_path / "a.md").write_text(f"{comment}\nAn orphan, 9, an illegitimate child, sings.\n")
    (tmp_path / "b.txt").write_text(
        "Айгерим Сериковой, 12 лет, изнасиловал сосед в селе Кенес, сообщили в прокуратуре."
    )
    (tmp_path / "c.txt").write_text("12 жастағы Айгерімді көршісі зорлады, деп хабарлады прокуратура.")
    shown = [cli("check", "a.md", "b.txt", "c.txt", "--format", "json").stdout for _ in range(2)]
    assert "Xyzzy" in shown[0]
    assert shown[0] == shown[1]
    assert len(entries(own_cache)) == 3


def test_answers_and_the_language_spoken(cli: Run, tmp_path: Path, own_cache: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    english = cli("check", "a.txt").stdout
    questions = json.loads(cli("check", "a.txt", "--format", "json").stdout)["drafts"][0]["checklist"]
    (tmp_path / "a.txt.childsafe.yaml").write_text(
        f"version: 1\ndraft: a.txt\nanswers:\n  - question: {questions[0]['rule']}\n"
        f"    fingerprint: {questions[0]['fingerprint']}\n    done: Asked Qwertyna twice\n    by: R. Amado\n"
        "    on: 2026-02-03\n"
    )
    shown = [cli("check", "a.txt", "--format", "json").stdout for _ in range(2)]
    assert shown[0] == shown[1] == cli("check", "a.txt", "--format", "json", "--no-cache").stdout
    assert "Qwertyna" in shown[0]
    assert len(entries(own_cache)) == 2
    (tmp_path / "a.txt.childsafe.yaml").unlink()
    russian = [cli("check", "a.txt", env={"LC_ALL": "ru_RU.UTF-8"}).stdout for _ in range(2)]
    assert len(entries(own_cache)) == 3
    assert russian[0] == russian[1] != english
    assert cli("check", "a.txt").stdout == english


@pytest.mark.parametrize("damage", ["empty", "cut", "turned", "other", "garbage"])
def test_damaged_entries_are_made_anew(cli: Run, tmp_path: Path, own_cache: Path, damage: str) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    fresh = cli("check", "a.txt").stdout
    (entry,) = entries(own_cache)
    whole = entry.read_bytes()
    (tmp_path / "b.txt").write_text(WORDS.replace("12", "9"))
    cli("check", "b.txt")
    other = next(p for p in entries(own_cache) if p != entry).read_bytes()
    place = whole.rindex(b"1")
    entry.write_bytes(
        {
            "empty": b"", "cut": whole[:-20], "turned": whole[:place] + b"2" + whole[place + 1 :],
            "other": other, "garbage": bytes(range(256)) * 9,
        }[damage]
    )  # fmt: skip
    done = cli("check", "a.txt")
    assert (done.stdout, done.stderr) == (fresh, "")
    assert entry.read_bytes() == whole


def test_what_only_looks_whole_is_no_result(linter: Linter, codec: Codec) -> None:
    draft = from_text(WORDS)
    for data in (
        b"",
        b"[]",
        b"[[],1]",
        b"[[],[10]]",
        b"[[[9999999]],[0,0]]",
        b"[[],[99]]",
        b"{}",
        b"[[],[0,7]]",
    ):
        with pytest.raises((ValueError, TypeError, LookupError)):
            codec.decode(data, draft)


def test_a_home_that_cannot_be_written(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "file").write_text("not a folder")
    fresh = cli("check", "a.txt", "--no-cache").stdout
    for env in (
        {"XDG_CACHE_HOME": f"{tmp_path}/file", "XDG_STATE_HOME": f"{tmp_path}/file"},
        {"CHILDSAFE_LINT_CACHE_DIR": f"{tmp_path}/file/x"},
        {"XDG_STATE_HOME": "/proc/nowhere"},
    ):
        for _ in range(2):
            done = cli("check", "a.txt", env=env)
            assert (done.stdout, done.stderr, done.returncode) == (fresh, "", 1)


def test_many_at_once(tmp_path: Path, own_cache: Path) -> None:
    """Runs side by side agree, and leave whole entries only."""
    for i in range(4):
        (tmp_path / f"{i}.txt").write_text(WORDS + f" It was report {i}.")
    command = [sys.executable, "-m", "childsafe_lint", "check", "."]
    running = [
        subprocess.Popen(command, cwd=tmp_path, env=clean_env(), stdout=subprocess.PIPE) for _ in range(3)
    ]
    outputs = {process.communicate()[0] for process in running}
    assert len(outputs) == 1
    assert not list(own_cache.rglob("*.part"))
    assert subprocess.run(command, cwd=tmp_path, env=clean_env(), capture_output=True).stdout in outputs


def test_commands(cli: Run, tmp_path: Path, own_cache: Path) -> None:
    assert cli("cache", "dir").stdout == f"{own_cache}\n"
    assert cli("cache", "dir", env={"CHILDSAFE_LINT_CACHE_DIR": "x"}).stdout == f"{tmp_path / 'x'}\n"
    assert cli("cache", "clear").stdout.startswith("0 results removed")
    (tmp_path / "a.txt").write_text(WORDS)
    cli("check", "a.txt")
    (own_cache / "mine.txt").write_text("a user's own file")
    assert cli("cache", "clear").stdout.startswith("1 result removed")
    assert [p.name for p in own_cache.rglob("*")] == ["mine.txt"]


def test_what_is_not_used_goes(linter: Linter, tmp_path: Path) -> None:
    import os
    import time

    def keep(text: str) -> None:
        cache = ResultCache(Folder(tmp_path / "c", tmp_path / "s"), linter.rulebook, {}, None)
        report = linter.lint(from_text(text))
        cache.put(report)
        assert cache.get(report.draft) is not None

    keep(WORDS)
    (old,) = entries(tmp_path / "c")
    long_ago = time.time() - 40 * 86_400
    os.utime(old, (long_ago, long_ago))
    os.utime(tmp_path / "c" / "pruned", (long_ago, long_ago))
    keep(WORDS + " Again.")
    assert old not in entries(tmp_path / "c")
    assert len(entries(tmp_path / "c")) == 1
