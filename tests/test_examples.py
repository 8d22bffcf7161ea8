"""What examples/README.md says about the example drafts is what the program says."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from conftest import Run

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("examples_page", ROOT / "tools" / "examples.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def drafts(tool: ModuleType) -> list[dict[str, Any]]:
    """The examples as the command line reports them."""
    found: list[dict[str, Any]] = tool.check()
    return found


def test_the_page_is_up_to_date(tool: ModuleType, drafts: list[dict[str, Any]]) -> None:
    page = tool.PAGE.read_text("utf-8")
    assert page == tool.filled(page, drafts), "run python tools/examples.py and read what changed"


def test_every_draft_has_its_place_on_the_page(tool: ModuleType, drafts: list[dict[str, Any]]) -> None:
    marked = [match[2] for match in tool.MARKED.finditer(tool.PAGE.read_text("utf-8"))]
    assert sorted(marked) == sorted(["all", *(d["path"] for d in drafts)])
    assert len(drafts) >= 6
    assert "README.md" not in marked


def test_verdicts(drafts: list[dict[str, Any]]) -> None:
    """What each example is there to show, said apart from the page that the tool writes."""
    verdicts = {d["path"]: d["verdict"] for d in drafts}
    failing = {"court-report.md", "hospital-feature.md", "newsroom/shelter-fire.txt"}
    assert {path for path, verdict in verdicts.items() if verdict == "fail"} == failing
    assert verdicts["school-story.txt"] in ("pass", "not-applicable")
    found = {d["path"]: {f["rule"] for f in d["findings"]} for d in drafts}
    assert "names/sexual-abuse-victim" in found["court-report.md"]
    assert {"names/hiv", "terms/hiv"} <= found["hospital-feature.md"]
    assert "names/trafficking" in found["press-release.txt"]
    assert "names/missing" in found["missing-appeal.txt"]
    assert "names/refugee" in found["refugee-captions.html"]
    assert "names/public-role" in found["sports-story.txt"]
    assert {"details/school", "house/harbour-words"} <= found["newsroom/shelter-fire.txt"]


def test_the_changed_name_is_left_alone(drafts: list[dict[str, Any]]) -> None:
    feature = next(d for d in drafts if d["path"] == "hospital-feature.md")
    named = {f["text"] for f in feature["findings"] if f["category"] == "minor-name"}
    assert "Thandeka" not in named
    assert "Nomvula" in named


def test_house_rules_hold(run: Run, examples: Path) -> None:
    done = run("rules", "test", examples / "newsroom" / "house-rules")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_drafts_are_as_long_as_news_and_invented(drafts: list[dict[str, Any]], examples: Path) -> None:
    for draft in drafts:
        text = (examples / draft["path"]).read_text("utf-8")
        assert 150 <= len(re.sub(r"<[^>]+>", " ", text).split()) <= 360, draft["path"]
        # addresses that can belong to nobody
        assert all(a.endswith(".example") for a in re.findall(r"[\w.]+@[\w.-]+\w", text)), draft["path"]


def test_what_is_called_wrong_is_still_said(tool: ModuleType, drafts: list[dict[str, Any]]) -> None:
    """A remark about a wrong finding goes when the finding goes."""
    page = tool.PAGE.read_text("utf-8")
    for draft in drafts:
        section = re.split(r"^## ", page.split(f"<!-- says: {draft['path']} -->")[1], flags=re.M)[0]
        remark = re.search(r"\*\*Wrong:\*\*.*?(?=\n\n|\Z)", section, re.S)
        for words in re.findall(r"`([^`]+)`", remark.group()) if remark else ():
            assert words in {f["text"] for f in draft["findings"]}, f"{draft['path']}: take out “{words}”"
