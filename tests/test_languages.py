"""Languages as data: which language a draft is in, and a language that is nothing but a folder of YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import childsafe_lint
from childsafe_lint.languages import add_folders
from childsafe_lint.story.which_language import language_of, parts

RUSSIAN = (
    "Суд огласил приговор в понедельник, и по словам прокурора это решение не стало для семьи неожиданным."
)
KAZAKH = (
    "Сот үкімді дүйсенбіде жариялады, прокурордың айтуынша бұл шешім отбасы үшін күтпеген жаңалық болған жоқ."
)
GERMAN = (
    "Der Richter hat gestern sein Urteil verkündet, und die Familie war nicht überrascht, sagte sie. " * 2
)
ENGLISH = (
    "The court gave its verdict on Monday, and the prosecutor said that it was no surprise for the family."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (RUSSIAN, "ru"),
        (KAZAKH, "kk"),
        ("Сусіда затримали у справі про крадіжку, повідомила прокуратура, суд відбудеться у травні.", "uk"),
        ("Пропала Сандаара Слепцова, 2016 года рождения.", "ru"),
        ("Девочку зовут Злата.", "ru"),
        ("Сезим Жээнбек кызы заканчивала девятый класс.", "ru"),
        ("Кыз бала мектепке барган жок.", "ky"),
        ("Bul jyly Qazaqstan mektepterinde oqushy sany kóp boldy dep habarlady ministrlik.", "kk-Latn"),
        (GERMAN, "other"),
        ("12 345 — 6", "none"),
    ],
)  # fmt: skip
def test_language_of_a_text(text: str, code: str) -> None:
    assert language_of(text) == code


def test_each_paragraph_has_its_language() -> None:
    text = f"{RUSSIAN}\n\n{RUSSIAN}\n\n{ENGLISH}\n"
    found = [(p.language, text[p.span.start : p.span.end].strip()[:8]) for p in parts(text)]
    assert found == [("ru", "Суд огла"), ("en", "The cour")]
    assert [p.span.end for p in parts(text)][-1] == len(text)


UKRAINIAN = {
    "language.yaml": """
name: Ukrainian
script: CYRILLIC
pipeline: {kind: blank}
letters: абвгґдеєжзиіїйклмнопрстуфхцчшщьюя
function_words: і в у на не що з до та за як це про по його її але був була для від
abbreviations: м вул ім р
""",
    "people.yaml": """
numbers: {дванадцят*: 12, вісім: 8}
ages_before: "{n}-річн*, {n}річн*"
ages: "{n} років/роки/рік"
children: {f: "дівчин*, школярк*", m: "хлопч*", any: "дитин*, підліт*"}
kin_child: син*, доньк*
kin_adult: мати, матері, батько, батька
roles: прокурор*, суддя, учител*
place_prepositions: в, у, на, з
place_before: сел*, міст*
name_endings:
  - {gender: f, base: а, forms: "и, і, у, ою"}
  - {gender: m, base: "", forms: "а, у, ом, ові"}
not_names: він вона у в на за та але про
""",
    "situations.yaml": """
missing: {near: "зникл*, зник, розшуку*"}
sexual-abuse-victim: {done_to: "зґвалтув*"}
negated: не
""",
    "details.yaml": """
classes: {school: "школ*, гімназі*", village: "сел*"}
school: {patterns: "{school} {no}, {school} {quoted}"}
locality: {patterns: "{village} {capitals}"}
""",
    "usage.yaml": """
children: {f: дівчинка дівчинки дівчинку, m: хлопчик хлопчика, any: дитина дитини дитину підліток}
adults: {f: жінка, m: чоловік, any: прокурор}
roles: []
pronouns: {f: вона її, m: він його, any: вони}
numbers: нуль один
determiners: ця цей
speech: сказала сказав
ages: {units: {}, old: "", before: "", be: "", of: "", after: ""}
classes: {}
cues: {}
mention: []
quoted_mention: []
negation: []
title_nouns: ""
work_nouns: ""
title_links: ""
suicide_method: {always: [], with_cue: [], found: [], unless: [], accident: []}
irregular: {}
plurals: {}
""",
}
RULE = """
rules:
  - id: my/terms
    check: term
    language: uk
    severity: warning
    clause: unicef-reporting:I.1
    message: "«{text}» degrades a child."
    advice: "Write: {prefer}."
    params:
      terms:
        - term: безпритульник
          prefer: [дитина без дому]
          why: Робить нужду ознакою дитини.
          source: editorial
          basis: editorial
          caution: Немає.
    examples:
      flags: ["Дівчинка росла як безпритульник, сказала вона."]
      passes: ["Дівчинка росла без дому, сказала вона."]
"""
DRAFT = """Дванадцятирічна Оленка зникла у понеділок

Дівчинка не повернулася зі школи № 14 у селі Вербівка. Її мати Ганна Коваль сказала, що Оленку бачили на зупинці.

— За Оленкою приїхали, бо вона безпритульник, — сказав прокурор Петро Лис.
"""


@pytest.fixture
def ukrainian(tmp_path: Path) -> Path:
    """A folder of languages with one in it."""
    folder = tmp_path / "languages" / "uk"
    folder.mkdir(parents=True)
    for name, content in UKRAINIAN.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder.parent


def test_a_language_of_nothing_but_data(ukrainian: Path, tmp_path: Path, run: object) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "terms.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "childsafe-lint.yaml").write_text(
        "languages_dirs: [languages]\nrules_dirs: [rules]\n", encoding="utf-8"
    )
    import json

    done = run("check", "draft.txt", "--format", "json")  # type: ignore[operator]
    assert done.returncode in (0, 1), done.stderr
    draft = json.loads(done.stdout)["drafts"][0]
    assert draft["language"] == "uk"
    found = {(f["category"], f["text"]) for f in draft["findings"] if f["severity"] != "note"}
    names = {text for category, text in found if category == "minor-name"}
    assert names == {"Оленка", "Оленку", "Оленкою"}
    details = {text for category, text in found if category == "identifying-detail"}
    assert {"школи № 14", "селі Вербівка", "Ганна Коваль"} <= details
    assert ("stigmatising-term", "безпритульник") in found
    assert not any("Лис" in text for _, text in found)


def test_languages_are_added_once(ukrainian: Path) -> None:
    from childsafe_lint import languages

    before = list(languages._ROOTS)
    try:
        add_folders([ukrainian])
        add_folders([ukrainian])
        assert languages._ROOTS[len(before) :] == [ukrainian]
        assert "uk" in languages.known_languages()
    finally:
        languages._ROOTS[:] = before
        languages.folder_of.cache_clear()
        languages.known_languages.cache_clear()


def _twice(node: yaml.Node) -> list[str]:
    """Keys that stand more than once in one mapping, of which only the last would count."""
    if isinstance(node, yaml.SequenceNode):
        return [key for one in node.value for key in _twice(one)]
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [key.value for key, _ in node.value]
    return sorted({k for k in keys if keys.count(k) > 1}) + [k for _, one in node.value for k in _twice(one)]


@pytest.mark.parametrize("code", ["en", "kk", "ru"])
def test_no_key_of_a_language_stands_twice(code: str) -> None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for file in (Path(childsafe_lint.__file__).parent / "languages" / code).glob("*.yaml"):
        node = yaml.compose(file.read_text(encoding="utf-8"), Loader=loader)
        assert node is not None
        assert _twice(node) == [], file.name
