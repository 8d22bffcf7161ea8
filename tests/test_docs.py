"""What the pages promise: links lead somewhere, options exist, and the check script runs what the README says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    *ROOT.glob("*.md"),
    *(ROOT / "docs").glob("*.md"),
    ROOT / "examples" / "README.md",
    ROOT / "rules" / "README.md",
]
README = (ROOT / "README.md").read_text("utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.S)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"\w+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_options_exist() -> None:
    from childsafe_lint.cli.app import app

    known = {"--help", "--version"}
    for command in app.commands.values():
        for each in [command, *getattr(command, "commands", {}).values()]:
            known.update(name for parameter in each.params for name in parameter.opts)
    for page in PAGES:
        for line in re.findall(r"childsafe-lint (?:check|fix|explain|rules)[^`\n]*", page.read_text("utf-8")):
            unknown = set(re.findall(r"(?<!\S)--[a-z][a-z-]+", line)) - known
            assert not unknown, f"{page.name}: {line}"


def test_the_check_script_runs_the_tests_as_the_readme_does() -> None:
    assert ".venv/bin/python -m pytest -n 2" in README
    assert 'python" -m pytest -n 2' in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_picture_calls_nobody() -> None:
    picture = (ROOT / "docs" / "images" / "report.svg").read_text("utf-8")
    assert "url(http" not in picture
    assert "<script" not in picture
