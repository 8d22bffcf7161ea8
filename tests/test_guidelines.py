"""The rule files: what is read, and how every mistake is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from childsafe_lint.checks import LAST, MODULES
from childsafe_lint.errors import InputError
from childsafe_lint.guidelines import (
    InputErrors,
    load_rulebook,
    shipped_rulebook,
    shipped_rules_dir,
)
from childsafe_lint.guidelines.checktypes import CHECK_TYPES, TRIGGER_KINDS, TRIGGERS
from childsafe_lint.guidelines.yamlfile import Document
from childsafe_lint.story.model import DETAIL_KINDS, SITUATIONS

DATA = Path(__file__).parent / "data" / "rules"
SHIPPED = shipped_rulebook(all_packs=True)

RULE = """\
rules:
  - id: a/b
    check: named-child
    when: {any: true}
    severity: warning
    message: x
    examples: {flags: [a], passes: [b]}
"""


def problems(*dirs: Path) -> list[str]:
    with pytest.raises(InputErrors) as caught:
        load_rulebook(list(dirs))
    return [f"{Path(p.path or '').name}:{p.line}: {p.what}" for p in caught.value.problems]


def problem_of(tmp_path: Path, text: str | bytes) -> str:
    """The one problem of a file with this text."""
    file = tmp_path / "r.yaml"
    file.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
    found = problems(file)
    assert len(found) == 1, found
    return found[0]


# What is shipped


def test_unicef_guideline_is_whole() -> None:
    guideline = next(g for g in SHIPPED.guidelines if g.id == "unicef-reporting")
    ids = [c.id.removeprefix("unicef-reporting:") for c in guideline.clauses]
    assert ids == [
        *(f"I.{n}" for n in range(1, 7)),
        *(f"II.{n}" for n in range(1, 7)),
        *("III.1", "III.2", "III.3", "III.3.a", "III.3.b", "III.3.c", "III.3.d", "III.3.e"),
        *("III.4", "III.4.a", "III.4.b", "III.5", "III.5.a", "III.5.b", "III.5.c", "III.6", "III.7"),
        *(f"K{n}" for n in range(1, 7)),
    ]
    assert {c.verified for c in guideline.clauses if ":K" in c.id} == {"derived"}
    assert "derived" not in {c.verified for c in guideline.clauses if ":K" not in c.id}


@pytest.mark.parametrize("pack", [g.id for g in SHIPPED.guidelines])
def test_every_clause_is_checked_or_asked(pack: str) -> None:
    book = SHIPPED.select([pack])
    covered = {c for item in (*book.rules, *book.questions) for c in item.clauses}
    clauses = [c.id for g in book.guidelines for c in g.clauses]
    neither = [id for id in clauses if id not in covered and not any(c.startswith(id + ".") for c in covered)]
    assert neither == []


def test_every_shipped_rule_and_question_stands_on_a_clause() -> None:
    rules = [r for r in SHIPPED.rules if r.check not in LAST]  # those look after what people write down
    assert [i.id for i in (*rules, *SHIPPED.questions) if not i.clauses] == []


def test_always_clauses_are_errors_and_the_rest_are_not() -> None:
    for rule in SHIPPED.rules:
        if rule.check == "named-child" and not rule.params.get("beside"):
            always = any(c.startswith("unicef-reporting:III.3.") for c in rule.clauses)
            assert (rule.severity == "error") == always, rule.id


def test_every_situation_and_every_kind_of_detail_has_a_rule() -> None:
    rules = [r for r in SHIPPED.rules if not r.params.get("beside")]
    situations = {s for r in rules if r.check == "named-child" for s in r.when.get("situation", ())}
    assert situations == set(SITUATIONS)
    kinds = [r.params["kind"] for r in rules if r.check == "identifying-detail"]
    assert sorted(kinds) == sorted(DETAIL_KINDS)


def test_a_public_role_speaks_only_after_every_situation_and_before_any_child() -> None:
    names = [r for r in SHIPPED.rules if r.check == "named-child" and not r.params.get("beside")]
    assert [r.id for r in names[-3:]] == ["names/public-role", "names/any-child", "names/may-be-a-child"]
    severities = [r.severity for r in names[:-3]]
    assert severities == sorted(severities)  # "error" before "warning"


def test_shipped_name_and_detail_rules_have_three_examples_each() -> None:
    for rule in SHIPPED.rules:
        if rule.id.startswith(("names/", "details/")):
            assert min(len(rule.examples.flags), len(rule.examples.passes)) >= 3, rule.id


def test_check_types_and_modules_are_the_same() -> None:
    assert set(CHECK_TYPES) == {*MODULES, *LAST}
    assert set(TRIGGERS) == set(TRIGGER_KINDS)


def test_default_packs_and_a_choice() -> None:
    assert [g.id for g in shipped_rulebook().guidelines] == ["unicef-reporting", "who-suicide"]
    # what a draft is checked for does not hang on the choice of a pack that nobody makes
    without_laws = [r.id for r in SHIPPED.rules if not r.id.startswith("law/")]
    assert [r.id for r in shipped_rulebook().rules] == without_laws
    book = shipped_rulebook(["ifj-children"])
    assert {c.partition(":")[0] for r in book.rules for c in r.clauses} == {"ifj-children"}
    with pytest.raises(InputError, match="unknown guideline 'ifj-childen' - did you mean 'ifj-children'"):
        shipped_rulebook(["ifj-childen"])


def test_reading_rules_loads_neither_spacy_nor_numpy() -> None:
    code = (
        "import sys; from childsafe_lint.guidelines import shipped_rulebook; shipped_rulebook();"
        "sys.exit(bool({'spacy', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_two_questions_say_the_same() -> None:
    assert len({q.ask for q in SHIPPED.questions}) == len(SHIPPED.questions)


# A newsroom's own folder


def test_newsroom_adds_and_replaces() -> None:
    book = load_rulebook([shipped_rules_dir(), DATA / "newsroom.yaml"])
    assert book.rule("details/school").severity == "error"
    assert book.rule("house/surname").clauses == ("our-house:H1",)
    assert len(book.rules) == len(SHIPPED.rules) + 1
    assert book.clause("our-house:H1").title == "No children's surnames"
    assert book.question("house/desk").when == ({"child_named": True},)
    assert "our-house" in [g.id for g in book.select().guidelines]


def test_unknown_names_are_key_errors() -> None:
    for look_up in (SHIPPED.rule, SHIPPED.clause, SHIPPED.question):
        with pytest.raises(KeyError):
            look_up("nothing")


def test_same_id_needs_replaces(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RULE.replace("a/b", "names/any-child"))
    found = problems(shipped_rules_dir(), tmp_path)
    assert len(found) == 1
    assert "'names/any-child' is already used at" in found[0]
    assert "replaces: true" in found[0]


def test_replaces_needs_something_to_replace(tmp_path: Path) -> None:
    text = RULE.replace("a/b", "names/any-chld\n    replaces: true")
    (tmp_path / "own.yaml").write_text(text)
    assert problems(shipped_rules_dir(), tmp_path) == [
        "own.yaml:2: rule 'names/any-chld' replaces nothing - did you mean 'names/any-child'?"
    ]


def test_replacing_within_one_folder_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RULE)
    (tmp_path / "b.yaml").write_text(RULE.replace("check:", "replaces: true\n    check:"))
    assert problems(tmp_path) == [
        "b.yaml:2: rule 'a/b' can only be replaced from a newsroom's own rule folder"
    ]


def test_order_is_order_then_severity_then_file(tmp_path: Path) -> None:
    one = RULE.partition("\n")[2]
    (tmp_path / "a.yaml").write_text(
        "rules:\n"
        + one.replace("a/b", "late").replace("severity: warning", "severity: error\n    order: 500")
        + one.replace("a/b", "note").replace("warning", "note")
        + one.replace("a/b", "second")
        + one.replace("a/b", "grave").replace("warning", "error")
        + one.replace("a/b", "third")
    )
    assert [r.id for r in load_rulebook([tmp_path]).rules] == ["grave", "second", "third", "note", "late"]


def test_entries_know_their_line(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(
        dedent(
            """\
            rules:
              - id: t
                check: term
                severity: warning
                message: "{text}"
                params:
                  terms:
                    - term: no
                      variants: off
                      prefer: [yes]
                      why: x
                      examples:
                        flags: [a]
                        passes:
                          - b
            """
        )
    )
    entry = load_rulebook([file]).rule("t").params["terms"][0]
    assert entry["__line__"] == 8
    assert entry["term"] == "no"  # never a boolean
    assert entry["variants"] == ["off"]
    assert entry["examples"].lines == {"a": 13, "b": 15}


# Mistakes


def test_all_mistakes_are_told_at_once_with_lines_and_hints() -> None:
    found = problems(shipped_rules_dir(), DATA / "mistakes.yaml")
    expected = [
        "3: rule 'one': check: unknown value 'named-chid' - did you mean 'named-child'?",
        "6: rule 'two' has no 'message'; add it",
        "6: rule 'two' has no 'examples: flags:'; add at least one, a text this rule must flag",
        "8: rule 'two': severity: unknown value 'grave' (known: error, warning, note)",
        "9: rule 'two': unknown key 'mesage' - did you mean 'message'?",
        "10: rule 'two': when: situation: unknown value 'hvi' - did you mean 'hiv'?",
        "10: rule 'two': when: unknown key 'kind'",
        "15: rule 'three' has no 'params: kind:', which check 'identifying-detail' needs",
        "20: rule 'three': unknown clause 'III.1' - write it as GUIDELINE:CLAUSE",
        "11: rule 'two': unknown clause 'unicef-reporting:III.3.z' - did you mean 'unicef-reporting:III.3",
        "20: rule 'three': unknown clause 'unicef:III.1' - there is no guideline 'unicef'",
        "18: rule 'three': message: unknown placeholder '{txt}' - did you mean 'text'?",
        "19: rule 'three': when: unknown key 'any' (known: situation)",
        "21: rule 'three': examples: unknown key 'pass' - did you mean 'passes'?",
        "22: rule id 'two words' may only hold letters",
        "22: rule 'two words' has no 'examples: flags:'",
        "22: rule 'two words' has no 'examples: passes:'",
        "25: rule 'two words': message: a brace without its partner",
        "26: rule 'two words': params: at_least must be a whole number",
        "27: rule 'two words': order must be a whole number",
        "32: rule 'four': unknown key 'kind'; 'kind' belongs under 'params:'",
        "35: term 'street kid' has no 'prefer'; add it",
        "36: term 'street kid': unknown key 'prefered' - did you mean 'prefer'?",
        "38: term 'street kid': basis: unknown value 'seem' - did you mean 'seen'?",
        "39: 'Street Kid' is in this list twice (first at line 35)",
        "42: rule 'four': the same text stands under flags and under passes",
        "46: question 'q': when: unknown key 'child_quotd' - did you mean 'child_quoted'?",
        "46: question 'q': when says nothing",
        "48: question 'q2': ask must be one text, not a list",
        "49: question 'q2': when is empty",
        "50: rule file: unknown key 'rule' - did you mean 'rules'?",
    ]
    missing = [e for e in expected if not any(f.startswith(f"mistakes.yaml:{e}") for f in found)]
    assert missing == [], "\n".join(found)
    lines = [int(f.split(":")[1]) for f in found]
    assert lines == sorted(lines)
    # a rule that cannot be read at all is not blamed for its clauses too
    assert len(found) <= len(expected) + 2, "\n".join(found)


def test_mistakes_of_several_files_in_one_line_each(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("rules: [1]")
    (tmp_path / "b.yml").write_text("a: b: c")
    with pytest.raises(InputErrors) as caught:
        load_rulebook([tmp_path])
    lines = str(caught.value).splitlines()
    assert len(lines) == 2
    assert ["a.yaml:1: " in lines[0], "b.yml:1: " in lines[1]] == [True, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "holds nothing"),
        ("# only a remark\n", "holds nothing"),
        ("rules: []", "rules is empty"),
        ("rules:", "must be a list"),
        ("just words", "must be keys with values, not a text"),
        ("rules: [", "1: broken YAML"),
        ("rules:\n  - id: a\n   check: b", "broken YAML"),
        ("rules:\n\t- id: a", "2: broken YAML: found character"),
        ("rules:\n\t- id: a", "indent with spaces, not tabs"),
        ("a: b: c", "put the text in quotes"),
        ("rules: 'no end", "broken YAML"),
        ("rules: \x07", "control character"),
        ("a: 1\n---\nb: 2", "2: holds several documents"),
        ("rules: &a [1]\nquestions: *a", "2: '*a' is a YAML alias"),
        ("&a [*a]", "YAML alias"),
        ("rules: !!python/object/apply:os.system [true]", "YAML tags"),
        ("rules: !include x.yaml", "YAML tags"),
        ("[" * 100_000, "nested"),
        ("- " * 50_000, "nested"),
        ("{a: " * 50_000, "nested"),
        ("clauses: []", "need a 'guideline:'"),
        ("rules: []\nrules: []", "is here twice"),
        ("? [a]\n: b", "a key must be a word"),
        (b"rules: \xff\xfe", "1: is not UTF-8 text"),
        (b"# ok\nrules: \xe9", "2: is not UTF-8 text"),
        (b"# " + b"x" * 1_100_000, "larger than"),
    ],
)
def test_hostile_and_broken_files(tmp_path: Path, text: str | bytes, expected: str) -> None:
    (tmp_path / "r.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    found = problems(tmp_path / "r.yaml")
    assert any(expected in f for f in found), found


def test_laughs_grow_no_memory(tmp_path: Path) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)
    )
    (tmp_path / "r.yaml").write_text(bomb)
    assert "YAML alias" in problems(tmp_path)[0]


def test_emphasis_is_no_alias_and_no_tag(tmp_path: Path) -> None:
    text = RULE.replace("message: x", "message: 'a *strong* word, and !x'\n    advice: read *this* !now")
    (tmp_path / "r.yaml").write_text(text)
    assert load_rulebook([tmp_path]).rule("a/b").advice == "read *this* !now"


def test_folders(tmp_path: Path) -> None:
    assert "no rule file" in problems(tmp_path)[0]
    assert "no such rule folder" in problems(tmp_path / "none")[0]
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "a.yaml").write_text("broken: [")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.yaml").write_text(RULE)
    assert [r.id for r in load_rulebook([tmp_path]).rules] == ["a/b"]


def test_pure_python_parser_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from childsafe_lint.guidelines import yamlfile

    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    yamlfile._loader.cache_clear()
    try:
        assert load_rulebook([shipped_rules_dir() / "guidelines"]).guidelines == tuple(
            g for g in SHIPPED.guidelines if not g.id.startswith("law-")
        )
        (tmp_path / "r.yaml").write_text("[" * 5000)
        assert "nested" in problems(tmp_path)[0]
    finally:
        yamlfile._loader.cache_clear()


@given(st.text(alphabet="ab:-[]{}'\"&*!|>%@#?,\n \t~0é", max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_text(text, encoding="utf-8")
    told: tuple[InputError, ...] = ()
    try:
        load_rulebook([file])
    except InputErrors as e:
        told = e.problems
    assert not any("\n" in str(p) for p in told)


def test_a_document_shows_paths_from_where_the_reader_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "r.yaml").write_text("a: 1")
    monkeypatch.chdir(tmp_path)
    assert Document(tmp_path / "r.yaml").name == "r.yaml"


# Lists that are read when they are asked for


def test_lists_read_later_are_the_lists_of_the_files() -> None:
    """All of the shipped rules, also those that no draft in English needs: none is wrong, and none is lost."""
    whole = load_rulebook([shipped_rules_dir()])
    assert whole == shipped_rulebook(all_packs=True)
    later = load_rulebook([shipped_rules_dir()], lists_later=True)
    for rule in later.rules:
        for key in {"terms", "phrases"} & set(rule.params):
            assert "Later(" in repr(rule.params), rule.id
            assert [e if isinstance(e, str) else e["__line__"] for e in rule.params[key]] == [
                e if isinstance(e, str) else e["__line__"] for e in whole.rule(rule.id).params[key]
            ]


def test_a_mistake_in_a_list_read_later_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "r.yaml"

    file.write_text(
        dedent(
            """\
            rules:
              - id: t
                check: term
                severity: note
                message: m
                examples: {flags: a, passes: b}
                params:
                  terms:
                  # words
                  - term: one
                    prefer: [two]
                    why: x

                  - tern: three
                    prefer: [four]
                    why: x
                  subtype: s
            """
        )
    )
    read = load_rulebook([file], lists_later=True).rule("t").params
    assert read["subtype"] == "s"
    with pytest.raises(InputError, match=r":14: .*unknown key 'tern' - did you mean 'term'"):
        read["terms"]
