"""Law packs: off unless chosen, cited where chosen, honest about what was verified."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from childsafe_lint.guidelines import shipped_rulebook
from conftest import Run

BOOK = shipped_rulebook(all_packs=True)
PACKS = [g for g in BOOK.guidelines if g.id.startswith("law-")]
RULES = [r for r in BOOK.rules if r.id.startswith("law/")]
PAGE = (Path(__file__).resolve().parent.parent / "docs" / "laws.md").read_text("utf-8")
VERIFIED = {"text": "read in its text", "secondary": "secondary source", "memory": "from memory"}
VICTIM = "Aidana, 12, a pupil at Riverside Primary School, was abused by a neighbour, prosecutors say.\n"
CHOSEN = ("--guideline", "unicef-reporting", "--guideline", "who-suicide")


def findings(cli: Run, tmp_path: Path, text: str, *options: str) -> list[dict[str, Any]]:
    (tmp_path / "draft.txt").write_text(text, "utf-8")
    done = cli("check", "draft.txt", "--format", "json", "--show-names", *options)
    found: list[dict[str, Any]] = json.loads(done.stdout)["drafts"][0]["findings"]
    return found


def test_the_packs_of_the_table() -> None:
    assert {p.id for p in PACKS} >= {"law-kz", "law-ru", "law-kg", "law-uz", "law-gb", "law-in", "law-za"}
    assert not any(p.default for p in PACKS)
    for pack in PACKS:
        section = PAGE.partition(f"`{pack.id}`\n")[2].partition("\n### ")[0]
        for clause in pack.clauses:
            name = clause.id.partition(":")[2]
            assert f"| `{name}` | {clause.title} | {VERIFIED[clause.verified]} |" in section, clause.id
    assert "not legal advice" in PAGE


def test_every_rule_says_how_far_it_was_verified_and_is_no_graver_than_that() -> None:
    clauses = {c.id: c for p in PACKS for c in p.clauses}
    for rule in RULES:
        assert rule.source, rule.id
        assert re.search("verified|read|known", rule.source + rule.advice), rule.id
        assert rule.params.get("beside") is True, rule.id
        if rule.severity == "error":
            assert clauses[rule.clauses[0]].verified == "text", rule.id


def test_countries_whose_law_was_not_read_only_say_ask() -> None:
    for code in ("kg", "uz"):
        (rule,) = (r for r in RULES if r.id.startswith(f"law/{code}/"))
        assert rule.severity == "warning"
        assert "Ask a lawyer" in rule.advice
        assert not re.search(r"article \d", rule.message + rule.advice)


def test_not_chosen_nothing_changes(cli: Run, tmp_path: Path) -> None:
    assert not any(r.id.startswith("law/") for r in shipped_rulebook().rules)
    plain = findings(cli, tmp_path, VICTIM)
    assert findings(cli, tmp_path, VICTIM, *CHOSEN) == plain
    assert not any("law-" in json.dumps(f) for f in plain)


@pytest.mark.parametrize("pack", ["law-kz", "law-ru", "law-kg", "law-uz", "law-gb", "law-in", "law-za"])
def test_chosen_beside_others_findings_cite_the_law_too(cli: Run, tmp_path: Path, pack: str) -> None:
    plain = findings(cli, tmp_path, VICTIM)
    chosen = findings(cli, tmp_path, VICTIM, *CHOSEN, "--guideline", pack)
    assert [(f["rule"], f["start"], f["end"]) for f in chosen] == [
        (f["rule"], f["start"], f["end"]) for f in plain
    ]
    named = next(f for f in chosen if f["category"] == "minor-name")
    assert "unicef-reporting:III.3.a" in named["clauses"]
    assert any(c.startswith(f"{pack}:") for c in named["clauses"])
    assert "aw of" in named["advice"]
    assert named["severity"] == "error"


def test_chosen_alone_the_law_speaks(cli: Run, tmp_path: Path) -> None:
    found = findings(cli, tmp_path, VICTIM, "--guideline", "law-in")
    assert {f["rule"] for f in found} >= {"law/in/victim", "law/in/details"}
    assert all(c.startswith("law-in:") for f in found for c in f["clauses"])


def test_a_law_that_says_never_makes_a_detail_an_error(cli: Run, tmp_path: Path) -> None:
    def school(*options: str) -> str:
        found = findings(cli, tmp_path, VICTIM, *options)
        return next(str(f["severity"]) for f in found if f["rule"] == "details/school")

    assert school() == "warning"
    assert school(*CHOSEN, "--guideline", "law-in") == "error"


def test_a_law_says_nothing_of_other_situations(cli: Run, tmp_path: Path) -> None:
    text = "Aidana, 12, won the chess tournament in Almaty.\n"
    assert findings(cli, tmp_path, text, *CHOSEN, "--guideline", "law-kz") == findings(cli, tmp_path, text)


def test_the_settings_choose_a_law(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "childsafe-lint.yaml").write_text("guidelines: [unicef-reporting, law-kz]\n", "utf-8")
    found = findings(cli, tmp_path, VICTIM)
    assert any(c == "law-kz:media-2024" for f in found for c in f["clauses"])
