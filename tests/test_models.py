"""The language models are the very files the project was measured with (docs/models.md)."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "tools" / "verify_models.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_models", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_installed_files_are_the_listed_ones() -> None:
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "as listed" in done.stdout


def test_every_difference_is_told(tool: ModuleType) -> None:
    wanted = {"a/model": "1", "a/cfg": "2", "a/gone": "3"}
    found = {"a/model": "1", "a/cfg": "changed", "a/extra.py": "4"}
    assert tool.compare(wanted, wanted) == []
    assert tool.compare(wanted, found) == ["missing: a/gone", "not in the list: a/extra.py", "changed: a/cfg"]


def test_the_only_code_in_a_model_is_its_init(tool: ModuleType) -> None:
    code = re.compile(r"\.(py|pyc|so|pyd|dll|pth|pkl|pickle|sh|exe)$")
    for path in tool.LISTS.glob("*.sha256"):
        if tool.package_of(path) == "natasha":
            continue  # a library; its models are used and its code is not, see the next test
        found = [name for name in tool.read_list(path) if code.search(name)]
        assert found == [f"{tool.package_of(path)}/__init__.py"]


def test_natashas_code_is_never_run() -> None:
    pytest.importorskip("slovnet")
    script = (
        "import sys, childsafe_lint\n"
        "report = childsafe_lint.lint('Двенадцатилетнюю Алину Ткаченко избивал отчим, и об этом узнали в школе.')\n"
        "assert report.findings\n"
        "print(sorted({'natasha', 'pymorphy2', 'yargy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert done.stdout == "[]\n", done.stderr


def test_the_dependency_is_pinned_to_a_listed_version(tool: ModuleType) -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    for path in tool.LISTS.glob("*.sha256"):
        name, version = path.stem.rsplit("-", 1)
        assert f'"{name}=={version}' in project
        assert name in (ROOT / "docs" / "models.md").read_text("utf-8")


def test_a_text_is_read_alike_without_the_list_of_words() -> None:
    import spacy
    from spacy.tokens import Doc

    from childsafe_lint.story.nlp import SHIPPED, load

    def read(doc: Doc) -> list[tuple[object, ...]]:
        return [
            (t.text, t.lemma_, t.tag_, t.dep_, t.head.i, t.ent_type_, str(t.morph), t.is_stop) for t in doc
        ]

    lean = load(SHIPPED["en"])
    whole = spacy.load(lean.path)
    for draft in sorted((ROOT / "tests/corpus/en-a").glob("*.gold.txt"))[:3]:
        text = draft.read_text(encoding="utf-8")
        assert read(lean(text)) == read(whole(text))
