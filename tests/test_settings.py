"""childsafe-lint.yaml: what it can say, how its mistakes are told, and what it does to the rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copy
from textwrap import dedent

import pytest

from childsafe_lint.checks import LAST
from childsafe_lint.errors import InputError
from childsafe_lint.guidelines import InputErrors, shipped_rulebook
from childsafe_lint.settings import Settings, find_settings, load_settings

DATA = Path(__file__).parent / "data" / "rules"


def write(folder: Path, text: str) -> Path:
    file = folder / "childsafe-lint.yaml"
    file.write_text(dedent(text), encoding="utf-8")
    return file


def problems(file: Path) -> list[str]:
    with pytest.raises(InputErrors) as caught:
        load_settings(file)
    return [f"{p.line}: {p.what}" for p in caught.value.problems]


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "our-rules").mkdir()
    file = write(
        tmp_path,
        """\
        language: en
        guidelines: [unicef-reporting, who-suicide]
        rules_dirs: [our-rules]
        rules:
          "terms/*": warning
          details/school: off
        fail_on: warning
        exclude: [archive/, "*.bak.md"]
        terms:
          allow:
            - wording: street children
              reason: The shelter's own name for its guests.
        pipelines: {en: en_core_web_lg}
        date: 2025-03-31
        """,
    )
    s = load_settings(file)
    assert s.language == "en"
    assert s.guidelines == ("unicef-reporting", "who-suicide")
    assert s.rules_dirs == (tmp_path / "our-rules",)
    assert [(r.pattern, r.level, r.line) for r in s.rules] == [
        ("terms/*", "warning", 5),
        ("details/school", "off", 6),
    ]
    assert (s.fail_on, s.exclude, s.date) == ("warning", ("archive/", "*.bak.md"), date(2025, 3, 31))
    assert s.allowed[0].wording == "street children"
    assert s.pipelines == {"en": "en_core_web_lg"}


def test_defaults() -> None:
    s = Settings()
    assert (s.language, s.guidelines, s.fail_on, s.allowed) == (None, None, "error", ())
    assert s.rulebook() == shipped_rulebook()


def test_every_mistake_has_a_line_and_a_hint(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        """\
        langauge: en
        fail_on: eror
        rules: {terms/hiv: on, details/school: [off]}
        rules_dirs: nowhere
        terms:
          allow:
            - wording: street children
            - a word
          alow: []
        date: 31.3.2025
        language: English
        exclude: {a: b}
        """,
    )
    found = problems(file)
    for expected in (
        "1: settings: unknown key 'langauge' - did you mean 'language'?",
        "2: fail_on: unknown value 'eror' - did you mean 'error'?",
        "3: rules: terms/hiv: unknown value 'on'",
        "3: rules: details/school must be one text, not a list",
        "4: rules_dirs: there is no folder 'nowhere' beside this file",
        "7: terms: allow: entry has no 'reason'; add it",
        "8: terms: allow must be keys with values, not a text",
        "9: terms: unknown key 'alow' - did you mean 'allow'?",
        "10: date: '31.3.2025' is not a date; write it as 2025-03-31",
        "11: language: 'English' is not a language code",
        "12: exclude must be a text or a list of texts",
    ):
        assert any(f.startswith(expected) for f in found), (expected, found)
    assert len(found) == 11, found


@pytest.mark.parametrize("text", ["rules: [", "a: *b", "!!python/name:os.system x", "- a", "a: 1\n---\nb: 1"])
def test_broken_settings_are_one_line(tmp_path: Path, text: str) -> None:
    found = problems(write(tmp_path, text))
    assert len(found) == 1
    assert "\n" not in found[0]


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    s = load_settings(write(tmp_path, "# nothing yet\n"))
    assert s.fail_on == "error"
    assert s.rulebook() == shipped_rulebook()


def test_missing_file(tmp_path: Path) -> None:
    assert "cannot be read" in problems(tmp_path / "none.yaml")[0]


def test_found_upward_from_the_draft(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "draft.txt").write_text("x")
    assert find_settings(deep / "draft.txt") != tmp_path / "childsafe-lint.yaml"
    top = write(tmp_path, "")
    assert find_settings(deep / "draft.txt") == top
    assert find_settings(deep) == top
    near = write(deep, "")
    assert find_settings(deep / "draft.txt") == near
    assert find_settings(deep) == near


# What it does to the rules


def test_severities_and_off_by_id_and_glob(tmp_path: Path) -> None:
    s = load_settings(
        write(tmp_path, 'rules: {"details/*": note, details/school: error, details/photo: off, "ask/*": off}')
    )
    book = s.rulebook()
    severities = {r.id: r.severity for r in book.rules if r.id.startswith("details/")}
    assert severities.pop("details/school") == "error"
    assert "details/photo" not in severities
    assert set(severities.values()) == {"note"}
    assert book.questions == ()
    # who speaks first stays as it was
    shipped = [r.id for r in shipped_rulebook().rules if r.id != "details/photo"]
    assert [r.id for r in book.rules] == shipped


def test_the_last_line_that_fits_counts(tmp_path: Path) -> None:
    s = load_settings(write(tmp_path, 'rules: {names/hiv: off, "names/*": note}'))
    assert s.rulebook().rule("names/hiv").severity == "note"


def test_a_setting_for_no_rule_is_a_mistake(tmp_path: Path) -> None:
    s = load_settings(write(tmp_path, 'rules:\n  names/hvi: off\n  "tems/*": off\n'))
    with pytest.raises(InputErrors) as caught:
        s.rulebook()
    lines = str(caught.value).splitlines()
    assert "childsafe-lint.yaml:2: rules: there is no rule or question 'names/hvi' - did you mean" in lines[0]
    assert "childsafe-lint.yaml:3: " in lines[1]


def test_guidelines_are_chosen(tmp_path: Path) -> None:
    s = load_settings(write(tmp_path, "guidelines: who-suicide"))
    book = s.rulebook()
    assert [g.id for g in book.guidelines] == ["who-suicide"]
    assert {c.partition(":")[0] for q in book.questions for c in q.clauses} == {"who-suicide"}
    assert [g.id for g in s.rulebook(guidelines=["ifj-children"]).guidelines] == ["ifj-children"]


def test_unknown_guideline_is_told_with_its_line(tmp_path: Path) -> None:
    s = load_settings(write(tmp_path, "language: en\nguidelines: [unicef-reprting]"))
    with pytest.raises(
        InputError, match=r"childsafe-lint.yaml:2: unknown guideline .* did you mean 'unicef-reporting'"
    ):
        s.rulebook()


def test_a_newsrooms_own_rules(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    copy(DATA / "newsroom.yaml", tmp_path / "ours")
    s = load_settings(write(tmp_path, "rules_dirs: ours\nrules: {house/surname: note}"))
    book = s.rulebook()
    assert book.rule("details/school").severity == "error"
    assert book.rule("house/surname").severity == "note"
    assert [g.id for g in book.guidelines] == ["unicef-reporting", "who-suicide", "our-house"]
    chosen = s.rulebook(guidelines=["our-house"])
    assert [r.id for r in chosen.rules if r.check not in LAST] == ["house/surname"]
    assert len(Settings().rulebook([DATA / "newsroom.yaml"]).rules) == len(book.rules)


def test_allowed_wordings_reach_the_rulebook(tmp_path: Path) -> None:
    s = load_settings(
        write(tmp_path, "terms: {allow: [{wording: 'Street  Children', reason: our own name}]}")
    )
    assert s.rulebook().allowed == {"street children"}
