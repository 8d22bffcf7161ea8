"""Every example of every shipped rule, and the machinery that runs them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from childsafe_lint.drafts.model import Draft
from childsafe_lint.guidelines import shipped_rulebook
from childsafe_lint.guidelines.model import Examples, Rulebook
from childsafe_lint.linter import Linter
from childsafe_lint.rule_tests import ExampleResult, run_rule_tests
from childsafe_lint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parent / "data" / "rules"
SHIPPED = shipped_rulebook(all_packs=True)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(SHIPPED)


@pytest.fixture(scope="module")
def results(linter: Linter) -> list[ExampleResult]:
    return run_rule_tests(SHIPPED, linter)


@pytest.mark.parametrize("rule", [r.id for r in SHIPPED.rules])
def test_examples(rule: str, results: list[ExampleResult]) -> None:
    own = [r for r in results if r.rule == rule]
    assert own, "no example was run"
    wrong = "\n".join(str(r) for r in own if not r.ok)
    assert not wrong, f"\n{wrong}"


def test_every_result_has_a_place(results: list[ExampleResult]) -> None:
    assert [r for r in results if not r.path or not r.line] == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda e: replace(e, flags=(*e.flags, "The bus was late.")),
            "should be flagged, but is not: The bus",
        ),
        (
            lambda e: replace(e, passes=(*e.passes, e.flags[0])),
            "should be left alone, but is flagged (“Hamza”)",
        ),
        (lambda e: replace(e, known_misses=(e.flags[0],)), "but is flagged now; move it to flags"),
        (lambda e: replace(e, known_misses=("The bus was late.",)), ""),
        (lambda e: replace(e, flags=("Το λεωφορείο άργησε σήμερα το πρωί.",)), "but was not checked ("),
    ],
)
def test_an_example_that_does_not_hold_is_told(
    linter: Linter, change: Callable[[Examples], Examples], expected: str
) -> None:
    rule = SHIPPED.rule("names/any-child")
    rule = replace(rule, examples=change(rule.examples))
    wrong = [str(r) for r in run_rule_tests(Rulebook(rules=(rule,)), linter) if not r.ok]
    if expected:
        assert len(wrong) == 1
        assert expected in wrong[0]
        assert "names/any-child" in wrong[0]
    else:
        assert wrong == []


def test_a_newsrooms_examples_run_too() -> None:
    book = Settings().rulebook([DATA / "newsroom.yaml"])
    own = Rulebook(rules=tuple(r for r in book.rules if r.path.endswith("newsroom.yaml")))
    wrong = [str(r) for r in run_rule_tests(own, Linter(book)) if not r.ok]
    # the shipped rule for any child has the lower order and speaks before the newsroom's own
    assert len(wrong) == 1
    assert "house/surname: should be flagged, but is not (found instead: names/any-child" in wrong[0]


def test_order_of_the_name_rules(linter: Linter) -> None:
    """The gravest speaks; a public role only lowers where nothing sensitive is told."""
    for text, expected in (
        ("Lerato, 11, who has lived with HIV since birth, fled the fighting.", ("names/hiv", "error")),
        ("Nadia Brandt, 14, won the junior chess championship on Sunday.", ("names/public-role", "note")),
        ("Hamza, 8, feeds the goats before school.", ("names/any-child", "warning")),
    ):
        found = {(f.rule, f.severity) for f in linter.lint(Draft("t", text)).findings}
        assert found == {expected}, text


def test_an_allowed_wording_is_no_finding() -> None:
    text = "The centre feeds street kids every night."
    book = SHIPPED.select()
    assert [f.category for f in Linter(book).lint(Draft("t", text)).findings] == ["stigmatising-term"]
    for accepted in ("street kids", "street kid"):
        report = Linter(replace(book, allowed=frozenset([accepted]))).lint(Draft("t", text))
        assert report.findings == []
