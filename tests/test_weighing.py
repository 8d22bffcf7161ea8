"""People of whom no word says that they are children, and children by a word of whom all else tells otherwise."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.quality.gold import read_set

from childsafe_lint import Linter
from childsafe_lint.drafts import read_bytes
from childsafe_lint.languages import folder_of
from childsafe_lint.report import DraftReport

LEARNT = Path(str(folder_of("en"))) / "weighing.json"
ROOT = Path(__file__).resolve().parents[1]

#: nothing beside the name says how old Milo is
TOLD = """Hundreds at vigil for victim of wall collapse

Hundreds of people stood in the rain on Tuesday for Milo, who died when the wall of a builder's yard fell on him.

“He still slept with his rabbit,” his mother, Petra Vukas, said. “My baby. He was so proud of his first tooth.”

His teacher put a candle on his desk. His friends from the playground drew him kites and trains, and his little sister
asked when Milo was coming home.

The yard belongs to Rastko Builders. Its owner, Goran Rastko, told police that the wall had been checked in May.
Inspector Ivana Kos said the yard had been open to the street, and that the council had been warned twice. A girl
of nine was hurt in the same yard in March.
"""


@pytest.fixture(scope="module")
def lint() -> Callable[[str], DraftReport]:
    linter = Linter()
    return lambda text: linter.lint(read_bytes(text.encode(), "draft.txt"))


def flagged(report: DraftReport) -> dict[str, str]:
    """Name -> severity of what is found of it."""
    text = report.draft.text
    return {text[f.start : f.end]: f.severity for f in report.findings if f.category == "minor-name"}


def test_a_child_told_of_only_by_the_whole_story_is_found(lint: Callable[[str], DraftReport]) -> None:
    report = lint(TOLD)
    found = flagged(report)
    assert set(found) == {"Milo"}, found


def test_whom_only_the_weighing_finds_is_shown_by_words_and_is_no_error(
    lint: Callable[[str], DraftReport],
) -> None:
    reports = [lint(d.text) for d in read_set(ROOT / "models/en/drafts/press-1")[:12]]
    weighed = [(r, p) for r in reports for p in r.people if p.kind == "child" and not p.certain]
    assert weighed
    for report, person in weighed:
        assert "told of as a child is" in {e.reason for e in person.evidence}
        assert all(report.draft.text[e.start : e.end].strip() for e in person.evidence)
        found = [f for f in report.findings if f.person == person.id and f.category == "minor-name"]
        assert {f.severity for f in found} <= {"warning", "note"}


@pytest.mark.parametrize("name", ["Tendai", "Bekzat", "Xiaoming", "Ólafur", "Khin"])
def test_what_somebody_is_called_weighs_nothing(lint: Callable[[str], DraftReport], name: str) -> None:
    assert set(flagged(lint(TOLD.replace("Milo", name)))) == {name}


def test_grown_ups_in_the_same_places_are_not_found(lint: Callable[[str], DraftReport]) -> None:
    text = """Hundreds at vigil for victim of wall collapse

Hundreds of people stood in the rain on Tuesday for Milo Vance, who died when the wall of a builder's yard fell on him.

“He had just retired from the depot,” his wife, Petra, said. “He drove a lorry for thirty years.”

Milo founded the drivers' union with Ivo Tolar, who put a candle at the gate. Vance leaves a daughter and three
grandchildren, and the brass band that he conducted played his favourite march.
"""
    assert not {n: s for n, s in flagged(lint(text)).items() if s != "note"}


def test_somebody_who_may_be_a_child_is_a_note_and_hidden(run: Callable[..., object], tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "Friends of Milo left drawings and teddy bears at the school gate on Monday. The wall beside the "
        "playground fell in the storm on Saturday afternoon, when the gate was open for the market, and hurt "
        "a girl of nine. The town council said that it would look at every wall in the district before the "
        "summer. It has asked Brandt and Sons, who built it, for the drawings, and the road stays closed "
        "until they have been read.\n"
    )
    result = run("check", "draft.txt", "--names", "mask", "--format", "json", cwd=tmp_path)
    out = result.stdout  # type: ignore[attr-defined]
    findings = [f for d in json.loads(out)["drafts"] for f in d["findings"]]
    assert [(f["rule"], f["severity"]) for f in findings] == [("names/may-be-a-child", "note")]
    assert "Milo" not in out


def test_no_sign_is_a_name_of_a_draft_it_was_learnt_from() -> None:
    learnt = json.loads(LEARNT.read_text("utf-8"))
    names = set()
    for path in sorted((ROOT / "tests/corpus").glob("en-[a-z]/*.gold.txt")):
        names |= {
            w for m in re.findall(r"⟦\??minor-name\|([^⟧]+)⟧", path.read_text("utf-8")) for w in m.split()
        }
    words = {w for sign in learnt["told"] for w in re.split(r"[:_]", sign)[1:]}
    assert not {n for n in names if n[0].isupper()} & words


def test_what_is_learnt_is_not_empty_and_in_order() -> None:
    learnt = json.loads(LEARNT.read_text("utf-8"))
    assert 0 < learnt["kept"] <= learnt["perhaps"] <= learnt["child"] < 1
    assert learnt["told"]["R12:,_AGE<18"] > 0 > learnt["told"]["R12:,_AGE>21"]


def test_every_draft_that_was_learnt_from_reads_as_gold() -> None:
    folders = sorted(p for p in (ROOT / "models/en/drafts").iterdir() if p.is_dir())
    drafts = {(d.set, d.id): d for folder in folders for d in read_set(folder)}
    assert drafts
    with (ROOT / "models/en/first-contact.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    whole = {(r["set"], r["draft"].partition("@")[0]) for r in records}
    assert {key for key in whole if key[0].startswith("press-")} <= set(drafts)
