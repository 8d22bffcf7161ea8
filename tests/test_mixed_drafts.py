"""Drafts in more than one language: every stretch is judged by the rules of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts.model import Draft
from childsafe_lint.guidelines import load_rulebook, shipped_rules_dir
from childsafe_lint.guidelines.later import Later, Params
from childsafe_lint.story.which_language import parts
from conftest import Run

KAZAKH = (
    "Шымкент облысының бір ауылында 13 жастағы қыз мектепке бара алмай жүр, деп хабарлады жергілікті әкімдік. "
    "Қыздың анасы оны қаладағы дәрігерлерге көрсеткен.\n\n"
)
RUSSIAN = (
    "В селе под Шымкентом 13-летняя девочка не может ходить в школу, сообщили в акимате. Мать девочки показала "
    "её врачам в городе, и они сказали, что она может учиться.\n\n"
)
ENGLISH = (
    "A 13-year-old girl in a village has not been to school for a year, officials said on Tuesday. Her mother "
    "said that the doctors had seen her in the city and they said she could learn.\n\n"
)
SAID = {
    "ru": "По словам директора, эта девочка умственно отсталая и не может учиться вместе с другими детьми.\n",
    "kk": "Анасының айтуынша, бұл мүгедек қыз үйде отырады, мектепке өзі бара алмайды.\n",
    "en": "A neighbour said that the girl is a handicapped child and that she has been at home for a year.\n",
}
TERMS = {"ru": "умственно отсталая", "kk": "мүгедек қыз", "en": "handicapped child"}


def found(cli: Run, folder: Path, text: str, *options: str) -> list[tuple[str, str]]:
    (folder / "draft.txt").write_text(text, encoding="utf-8")
    done = cli("check", "--no-cache", "draft.txt", "--format", "json", *options)
    (draft,) = json.loads(done.stdout)["drafts"]
    return [(f["rule"], f["text"]) for f in draft["findings"]]


@pytest.mark.parametrize("other", ["ru", "kk", "en"])
@pytest.mark.parametrize("main", ["ru", "kk", "en"])
def test_a_term_in_a_paragraph_of_another_language(cli: Run, tmp_path: Path, main: str, other: str) -> None:
    text = {"ru": RUSSIAN, "kk": KAZAKH, "en": ENGLISH}[main]
    rule = "terms/disability" if other == "en" else f"terms/{other}/disability"
    assert [f for f in found(cli, tmp_path, text + SAID[other]) if f[0].startswith("terms/")] == [
        (rule, TERMS[other])
    ]


def test_framing_and_the_manner_of_a_suicide_too(cli: Run, tmp_path: Path) -> None:
    text = KAZAKH + (
        "Соседи говорят, что девочка сама виновата в том, что с ней случилось.\n\n"
        "В тот же день другая девочка, 14 лет, покончила с собой, выпив таблетки, сообщили в полиции.\n"
    )
    rules = {rule for rule, _ in found(cli, tmp_path, text)}
    assert any(r.startswith("framing/ru/") and "suicide" not in r for r in rules), rules
    assert any(r.startswith("framing/ru/suicide") for r in rules), rules


def test_a_quotation_in_another_language_inside_a_paragraph(cli: Run, tmp_path: Path) -> None:
    text = KAZAKH + (
        "Директордың айтуынша, «эта девочка умственно отсталая и не может учиться вместе с другими детьми», "
        "сондықтан ол биыл үйде оқиды, деп хабарланды жиында.\n"
    )
    assert ("terms/ru/disability", "умственно отсталая") in found(cli, tmp_path, text)
    assert [p.language for p in parts(text)] == ["kk", "ru", "kk"]


@pytest.mark.parametrize(
    "quotation",
    ["«Казахстанские железные дороги»", "«Көмек»", "«Қуаныш и Әлия вчера были дома, и всё это видели»"],
)
def test_a_quotation_that_proves_nothing_stays_with_its_paragraph(quotation: str) -> None:
    text = f"{RUSSIAN.strip()} По её словам, {quotation} об этом знали, но ничего не сделали.\n"
    assert [p.language for p in parts(text)] == ["ru"]


def test_a_language_that_is_told_holds_for_all(cli: Run, tmp_path: Path) -> None:
    """And the rules of one language say nothing of another."""
    assert not found(cli, tmp_path, KAZAKH + SAID["ru"], "--language", "kk")


def test_an_english_draft_reads_no_list_of_another_language() -> None:
    book = load_rulebook([shipped_rules_dir()], lists_later=True)
    linter = Linter(book)
    read = [linter.lint(Draft("d", ENGLISH + SAID["en"])).language]
    lists = [
        (r.language, v) for r in book.rules if isinstance(r.params, Params) for v in r.params.unread.values()
    ]
    asked = {language for language, v in lists if isinstance(v, Later) and "entries" in vars(v)}
    assert (read, asked) == (["en"], {"en"})
    linter.lint(Draft("d", ENGLISH + SAID["kk"]))
    asked = {language for language, v in lists if isinstance(v, Later) and "entries" in vars(v)}
    assert asked == {"en", "kk"}


def test_the_result_of_a_mixed_draft_is_kept(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(KAZAKH + SAID["ru"], encoding="utf-8")
    first, again = (cli("check", "d.txt", "--format", "json") for _ in range(2))
    assert "умственно отсталая" in first.stdout
    assert again.stdout == first.stdout
    assert cli("cache", "clear").stdout.startswith("1 result removed")


def test_speech_after_a_dash_has_a_language_of_its_own() -> None:
    text = (
        "Анасы Айжан Сейітова полицияға шағымданды, іс қозғалды.\n\n"
        "– Мой сын шёл из школы домой, его сбил пьяный сосед Виктор, – деді ол орысша.\n"
    )
    found = {part.language: text[part.span.start : part.span.end] for part in parts(text)}
    assert "сбил пьяный сосед" in found["ru"]
    assert "деді ол орысша" in found["kk"]
