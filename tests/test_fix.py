"""A safer version of a draft: what is replaced, what is left, and that nothing else changes."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from childsafe_lint.drafts import from_text, read_file
from childsafe_lint.fixes import Fixed, fix, fixable
from childsafe_lint.fixes.model import NameMode
from childsafe_lint.fixes.pseudonyms import choose, culture
from childsafe_lint.fixes.wording import article
from childsafe_lint.linter import Linter
from conftest import Run

ROOT = Path(__file__).resolve().parent.parent
CORPUS = sorted((ROOT / "tests/corpus").glob("en-[ap]*/*.gold.txt"))


@lru_cache(maxsize=1)
def linter() -> Linter:
    return Linter()


def fixed(text: str, format: str = "text", names: NameMode = "pseudonym") -> Fixed:
    return fix(from_text(text, "draft", format), linter(), names)


def result(text: str, format: str = "text", names: NameMode = "pseudonym") -> str:
    return fixed(text, format, names).draft.source


STORY = """\
AIDANA SERIKOVA WAITS FOR A VERDICT

Aidana Serikova, 12, was abused by a neighbour in the village of Karasai, prosecutors say. The girl is in Grade 6 at
Riverside Primary School.

Her mother, Gulnara Ospanova, said Aidana’s teachers had helped. “Aidana will not speak in court,” she said.

Serikova will be heard by video. Friends have begun a campaign, #JusticeForAidana.
"""


class TestNames:
    def test_one_declared_pseudonym_everywhere(self) -> None:
        text = result(STORY)
        name = re.search(r"^(\w+) is not the girl’s real name", text, re.MULTILINE)
        assert name is not None, text
        assert not re.search("aidana|serikova", text, re.IGNORECASE)
        assert f"{name[1].upper()} WAITS FOR A VERDICT" in text
        assert f"{name[1]}’s teachers" in text
        assert f"“{name[1]} will not speak in court,”" in text
        assert f"{name[1]} will be heard by video" in text
        assert f"#JusticeFor{name[1]}" in text

    def test_the_pseudonym_fits_sex_and_culture(self) -> None:
        from childsafe_lint.languages import load_data

        name = re.search(r"^(\w+) is not", result(STORY), re.MULTILINE)
        assert name is not None
        assert name[1] in load_data("en", "pseudonyms")["kazakh"]["f"]

    def test_the_pseudonym_is_nobody_elses_in_the_draft(self) -> None:
        from childsafe_lint.languages import load_data

        pool = load_data("en", "pseudonyms")["kazakh"]["f"]
        for left in pool:
            words = [n for n in pool if n != left]
            assert choose("en", "Raushan Bekova", "f", words, (), "seed") == left

    def test_the_pseudonym_does_not_depend_on_the_name(self) -> None:
        one = result("Raushan, 12, was abused by a neighbour in Almaty, prosecutors say.")
        other = result("Gulnara, 12, was abused by a neighbour in Almaty, prosecutors say.")
        assert one == other

    def test_several_children_get_several_names(self) -> None:
        text = result(
            "Noah Penrose, 9, and Elsie Penrose, 7, were beaten by their stepfather for months. "
            "Noah told a teacher. Elsie said nothing."
        )
        names = re.search(r"^(\w+) and (\w+) are not the children’s real names", text, re.MULTILINE)
        assert names is not None, text
        assert names[1] != names[2]
        assert f"{names[1]} told a teacher. {names[2]} said nothing." in text

    def test_the_declaration_is_understood(self) -> None:
        after = fixed(STORY).after
        assert [f for f in after.findings if f.category == "minor-name"] == []
        child = next(p for p in after.people if p.kind == "child" and p.named)
        assert child.pseudonym is not None

    def test_possessive_of_a_name_in_s(self) -> None:
        text = result("James, 12, was abused by a neighbour in Leeds. James’ mother went to the police.")
        name = re.search(r"^(\w+) is not", text, re.MULTILINE)
        assert name is not None
        assert re.search(rf"{name[1]}(’s|’) mother went", text), text

    def test_a_name_in_a_public_role_stays(self) -> None:
        text = "Nadia Brandt, 14, won the junior chess championship on Sunday.\n"
        assert result(text) == text

    def test_neutral_words(self) -> None:
        text = result(STORY, names="neutral")
        assert not re.search("aidana|serikova", text, re.IGNORECASE)
        assert "The girl, 12, was abused by a neighbour" in text
        assert "said the girl’s teachers had helped" in text
        assert "“[The girl] will not speak in court,”" in text
        assert "not named here, to protect her" in text

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("A girl named Aidana, 12, was abused by a man.", "A girl, 12, was abused by a man."),
            ("Her daughter Aidana, 12, was abused by a man.", "Her daughter, 12, was abused by a man."),
            ("Her daughter, Aidana, was 12 when a man abused her.", "Her daughter was 12 when a man abused her."),
            ("Police found 12-year-old Aidana, who was raped.", "Police found the 12-year-old girl, who was raped."),
            ("Twelve-year-old Aidana was raped by a man.", "The twelve-year-old girl was raped by a man."),
        ],
    )  # fmt: skip
    def test_neutral_words_where_the_sentence_says_who_it_is(self, before: str, after: str) -> None:
        text = before + " She is recovering."
        assert result(text, names="neutral").startswith(after)

    def test_two_children_told_apart(self) -> None:
        text = result(
            "Noah Penrose, 9, and Adam Penrose, 7, were beaten by their stepfather for months. Noah told a teacher.",
            names="neutral",
        )
        assert text.startswith("The older boy, 9, and the younger boy, 7, were beaten")


class TestDetails:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("A 12-year-old girl at Riverside Primary School was abused.", "girl at a school in the area was"),
            ("A 12-year-old girl from the village of Karasai was abused.", "girl from a village in the region was"),
            ("A boy, 11, who was raped, lives in Ndolo village with an aunt.", "lives in a village in the region with"),
            ("The girl, born on 3 May 2013, was abused.", "The girl, born in 2013, was"),
            ("The girl, 12, was abused. Her mother, Gulnara Seitova, went to court.", "Her mother went to court."),
            ("The girl, 12, was abused. The case, No. 4471/2025, will be heard.", "The case will be heard."),
            ("The boy, nine, was raped. The family can be reached at +7 701 555 01 42.", "[contact details removed]"),
            ("The girl, 12, was abused and is now at the Safe Harbour shelter.", "is now at a shelter."),
        ],
    )  # fmt: skip
    def test_told_in_general(self, before: str, after: str) -> None:
        done = fixed(before)
        assert after in done.draft.text
        assert [f.rule for f in done.after.findings if fixable(f) and f.rule.startswith("details/")] == []

    def test_what_has_no_general_form_is_left(self) -> None:
        text = "The girl, 12, who was abused by a neighbour, has a crescent-shaped scar above her left eye."
        done = fixed(text)
        assert done.draft.text == text
        assert [f.rule for f in done.left] == ["details/appearance"]

    def test_a_story_that_hurts_nobody_keeps_its_school(self) -> None:
        text = "Riverside Primary School won the county quiz for the third time.\n"
        assert result(text) == text


class TestTerms:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("A 16-year-old pupil committed suicide last week.", "A 16-year-old pupil died by suicide last week."),
            ("Nobody commits suicide for one reason, the boy's teacher said.", "Nobody dies by suicide for"),
            ("The film is about a crippled boy.", "The film is about a boy with a physical disability."),
            ("Handicapped children were sent home.", "Children with a disability were sent home."),
            ("The boy is handicapped.", "The boy has a disability."),
            ("An HIV-infected girl was sent home.", "A girl living with HIV was sent home."),
            ("An AIDS orphan got a place.", "A child orphaned by AIDS got a place."),
            ("AIDS orphans got a place.", "Children orphaned by AIDS got a place."),
            ("A street urchin tugged at her sleeve.", "A child in street situations tugged"),
            ("Police seized child pornography.", "Police seized child sexual abuse material."),
        ],
    )  # fmt: skip
    def test_in_the_grammar_of_the_sentence(self, before: str, after: str) -> None:
        assert after in result(before)

    def test_never_in_a_quotation(self) -> None:
        text = "“He was a crippled boy,” the teacher said, “an AIDS orphan.”\n"
        done = fixed(text)
        assert done.draft.text == text
        assert {f.category for f in done.left} == {"stigmatising-term"}

    @pytest.mark.parametrize(
        "text",
        [
            "The wheelchair-bound boy came third.",  # no wording that goes before a noun
            "He helps the handicapped child's mother.",
        ],
    )
    def test_left_where_the_grammar_does_not_allow_it(self, text: str) -> None:
        assert result(text) == text

    def test_capitals(self) -> None:
        assert result("AIDS ORPHANS SENT HOME\n\nThe school closed.").startswith(
            "CHILDREN ORPHANED BY AIDS SENT HOME"
        )


def test_articles() -> None:
    for word in ("girl", "union", "UNICEF", "1-year-old", "one", "X", "European"):
        assert article(word) == "a", word
    for word in ("hour", "HIV test", "8-year-old", "uninvited", "11-year-old", "orphan", "18", "NGO"):
        assert article(word) == "an", word


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("Aidana Serikova", (), "kazakh"),
        ("Oluchi Eze", (), "nigerian"),
        ("Xyzzy", ("Nairobi", "Kenya"), "east-african"),
        ("Xyzzy", (), "any"),
    ],
)
def test_naming_cultures(name: str, words: tuple[str, ...], expected: str) -> None:
    assert culture("en", name, words) == expected


class TestMarkUp:
    def test_markdown_stays_intact(self) -> None:
        source = (
            "---\ntitle: 'Aidana’s last lesson'\ntags: [court]\n---\n\n# A *verdict* for Aidana\n\n"
            "**Aidana** Serikova, 12, was [abused](https://example.org/a_b) by a *crippled* man, prosecutors say.\n\n"
            "* Aidana\\_S was quiet.\n\n![Aidana, 12](hall.jpg)\n"
        )
        text = result(source, "markdown")
        assert "Aidana" not in text.replace("Aidana\\_S", "")
        name = re.search(r"(\w+) is not the", text)
        assert name is not None
        assert f"**{name[1]}**, 12, was [abused](https://example.org/a_b)" in text
        assert f"title: '{name[1]}’s last lesson'" in text
        assert f"![{name[1]}, 12](hall.jpg)" in text

    def test_html_stays_intact(self) -> None:
        source = (
            "<!doctype html>\n<html><head><title>Verdict for Aidana</title></head>\n<body><article>\n"
            '  <h1>Verdict for <em class="x">Aidana</em></h1>\n'
            "  <p>Aid<b>ana</b> Serikova, 12, was abused &amp; beaten by a neighbour.</p>\n"
            '  <figure><img src="a.jpg" alt="Aidana, 12"><figcaption>Aidana</figcaption></figure>\n'
            "  <p>She is recovering.</p>\n</article></body></html>\n"
        )
        text = result(source, "html")
        assert not re.search("aidana|serikova", text, re.IGNORECASE)
        tags = re.findall(r"</?\w+", text)
        assert re.findall(r"</?\w+", source) == tags[:-5] + tags[-3:]  # one paragraph more
        assert "abused &amp; beaten" in text
        assert re.search(r"  <p>She is recovering.</p>\n  <p>\w+ is not the girl’s real name", text)

    def test_lines_without_a_finding_are_left_alone(self) -> None:
        done = fixed(STORY)
        before, after = STORY.splitlines(), done.draft.source.splitlines()
        flagged = {done.before.draft.position(f.start).line for f in done.before.findings}
        removed = [
            op[1] + i + 1
            for op in difflib.SequenceMatcher(None, before, after).get_opcodes()
            if op[0] in ("replace", "delete")
            for i in range(op[2] - op[1])
        ]
        assert set(removed) <= flagged

    def test_a_name_left_in_the_mark_up_is_told(self) -> None:
        source = "Aidana, 12, was abused by a neighbour.\n\n[A page](https://example.org/aidana-12)\n"
        assert "line 3" in fixed(source, "markdown").leaks


NAMES = (
    "Aidana Serikova",
    "Tunde Adeyemi",
    "Elsie Penrose",
    "Nurdin",
    "Sunmaya Tamang",
    "Mateo Rojas",
    "Zainab",
)
SENTENCES = (
    "{full}, {age}, was abused by a neighbour, prosecutors say.",
    "{given} lives with {poss} mother in the village of Ostrava Hill.",
    "“{given} is quiet,” said {poss} teacher.",
    "The child, {full}, {age}, was beaten for months.",
    "{given}’s lawyer asked for a closed hearing.",
    "A crippled boy and two AIDS orphans were in the room.",
    "The school closed at four on Monday.",
    "{poss2} mother, Maria Sole, went to the police. {age}-year-old {given} stayed at home.",
    "Friends wrote #JusticeFor{given} on the wall.",
    "The council will meet on Tuesday; 'nothing is decided', it said.",
)


@st.composite
def stories(draw: st.DrawFn) -> str:
    full = draw(st.sampled_from(NAMES))
    she = draw(st.booleans())
    fill = {
        "full": full,
        "given": full.split()[0],
        "age": draw(st.integers(7, 16)),
        "poss": "her" if she else "his",
        "poss2": "Her" if she else "His",
    }
    lines = [SENTENCES[0], *draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5, unique=True))]
    joiner = draw(st.sampled_from([" ", "\n\n", "\r\n\r\n"]))
    return joiner.join(s.format(**fill) for s in lines) + draw(st.sampled_from(["", "\n"]))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories(), st.sampled_from(["pseudonym", "neutral"]), st.sampled_from(["text", "markdown"]))
def test_fixing_clears_the_names_and_fixing_twice_changes_nothing(
    text: str, names: NameMode, format: str
) -> None:
    once = fixed(text, format, names)
    assert [f for f in once.after.findings if f.category == "minor-name" and fixable(f)] == []
    twice = fix(once.draft, linter(), names)
    assert twice.draft.source == once.draft.source
    assert twice.changes == []


def _plain(path: Path) -> str:
    text = path.read_text("utf-8").split("\n---\n", 1)[1]
    return re.sub(r"⟦[^|⟧]*\|", "", text).replace("⟧", "")


@pytest.mark.parametrize("path", CORPUS[::4], ids=lambda p: p.stem.split(".")[0])
def test_corpus_drafts_are_fixed_once(path: Path) -> None:
    names: NameMode = "neutral" if path.stem.startswith("en-p") else "pseudonym"
    once = fixed(_plain(path), names=names)
    twice = fix(once.draft, linter(), names)
    assert twice.draft.source == once.draft.source
    # no child named before is named now
    named = {
        once.before.draft.text[f.start : f.end]
        for f in once.before.findings
        if f.category == "minor-name" and fixable(f)
    }
    again = {
        once.draft.text[f.start : f.end]
        for f in once.after.findings
        if f.category == "minor-name" and fixable(f)
    }
    assert not named & again
    # words of the draft that stand in no edit are still there, in their order
    kept = difflib.SequenceMatcher(
        None, once.before.draft.text.split(), once.draft.text.split(), autojunk=False
    )
    gone = sum(b - a for tag, a, b, _, _ in kept.get_opcodes() if tag in ("replace", "delete"))
    flagged = sum(len(once.before.draft.text[f.start : f.end].split()) for f in once.before.findings)
    assert gone <= 3 * flagged + 2


class TestCommandLine:
    def test_writes_beside_the_draft(self, cli: Run, tmp_path: Path) -> None:
        (tmp_path / "draft.txt").write_text(STORY, "utf-8")
        done = cli("fix", "draft.txt", "-o", "safer.txt")
        assert (tmp_path / "draft.txt").read_text("utf-8") == STORY
        safer = (tmp_path / "safer.txt").read_text("utf-8")
        assert not re.search("aidana|serikova", safer, re.IGNORECASE)
        assert done.returncode == 0
        assert not re.search("aidana|serikova", done.stdout, re.IGNORECASE)  # no table of names
        assert "Written to safer.txt" in done.stdout
        assert cli("check", "safer.txt").returncode == 0

    def test_needs_to_know_where_to(self, cli: Run, tmp_path: Path) -> None:
        (tmp_path / "draft.txt").write_text(STORY, "utf-8")
        assert cli("fix", "draft.txt").returncode == 2
        same = cli("fix", "draft.txt", "-o", "draft.txt")
        assert same.returncode == 2
        assert "--in-place" in same.stderr
        assert cli("fix", "draft.txt", "-o", "x.txt", "--in-place").returncode == 2
        assert (tmp_path / "draft.txt").read_text("utf-8") == STORY

    def test_in_place_keeps_every_backup(self, cli: Run, tmp_path: Path) -> None:
        (tmp_path / "draft.txt").write_text(STORY, "utf-8")
        (tmp_path / "draft.txt.bak").write_text("mine", "utf-8")
        assert cli("fix", "draft.txt", "--in-place").returncode == 0
        assert (tmp_path / "draft.txt.bak").read_text("utf-8") == "mine"
        assert (tmp_path / "draft.txt.bak2").read_text("utf-8") == STORY
        before = (tmp_path / "draft.txt").read_bytes()
        assert cli("fix", "draft.txt", "--in-place").returncode == 0
        assert (tmp_path / "draft.txt").read_bytes() == before
        assert not (tmp_path / "draft.txt.bak3").exists()

    def test_dry_run_and_diff_write_nothing(self, cli: Run, tmp_path: Path) -> None:
        (tmp_path / "draft.txt").write_text(STORY, "utf-8")
        dry = cli("fix", "draft.txt", "-o", "safer.txt", "--dry-run")
        assert "Nothing was written" in dry.stdout
        shown = cli("fix", "draft.txt", "--diff")
        assert "-AIDANA SERIKOVA WAITS" in shown.stdout
        assert [p.name for p in tmp_path.iterdir()] == ["draft.txt"]

    def test_no_name_in_the_log_of_a_build_server(self, cli: Run, tmp_path: Path) -> None:
        text = STORY + "\nShe has a scar, Aidana’s mother said, on her left cheek.\n"
        (tmp_path / "draft.txt").write_text(text, "utf-8")
        hidden = cli("fix", "draft.txt", "--diff", env={"CI": "true"})
        assert not re.search("aidana|serikova", hidden.stdout, re.IGNORECASE)
        assert "withheld" in hidden.stdout
        open_ = cli("fix", "draft.txt", "--diff", "--show-names", env={"CI": "true"})
        assert "-AIDANA SERIKOVA WAITS" in open_.stdout

    @pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
    def test_encoding_and_line_ends_stay(self, cli: Run, tmp_path: Path, codec: str) -> None:
        text = "Zoé, 12, was abused by a neighbour in Lyon.\r\n\r\n“Zoé was café-bright,” he said.\r\n"
        (tmp_path / "draft.txt").write_bytes(text.encode(codec))
        assert cli("fix", "draft.txt", "-o", "safer.txt").returncode == 0
        data = (tmp_path / "safer.txt").read_bytes()
        assert data[:2] == text.encode(codec)[:2] or codec == "cp1252"
        after = data.decode(codec)
        assert "café-bright" in after
        assert "\n" not in after.replace("\r\n", "")

    def test_from_and_to_a_pipe(self, run: Run) -> None:
        done = run("fix", "-", "-o", "-", input=STORY)
        assert done.returncode == 0
        assert done.stdout.startswith(done.stdout.split()[0].upper())
        assert "Serikova" not in done.stdout + done.stderr

    def test_only_some_rules(self, cli: Run, tmp_path: Path) -> None:
        (tmp_path / "draft.txt").write_text("Aidana, 12, was raped. A crippled boy saw it.\n", "utf-8")
        cli("fix", "draft.txt", "-o", "safer.txt", "--select", "terms/*")
        assert (tmp_path / "safer.txt").read_text("utf-8") == (
            "Aidana, 12, was raped. A boy with a physical disability saw it.\n"
        )

    def test_another_language_is_left_as_it_is(self, cli: Run, tmp_path: Path) -> None:
        text = "Айдана, 12 лет, подверглась насилию со стороны соседа, сообщила прокуратура.\n"
        (tmp_path / "draft.txt").write_text(text, "utf-8")
        done = cli("fix", "draft.txt", "-o", "safer.txt")
        assert "Only English is rewritten so far." in done.stdout
        assert (tmp_path / "safer.txt").read_text("utf-8") == text

    def test_a_pdf_is_not_written_back(self, cli: Run, tmp_path: Path) -> None:
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(str(tmp_path / "draft.pdf"))
        canvas.drawString(72, 700, "A girl, 12, was abused by a neighbour, prosecutors say.")
        canvas.save()
        done = cli("fix", "draft.pdf", "-o", "safer.pdf")
        assert done.returncode == 2
        assert "cannot be written back; save it as .docx" in done.stderr
        assert not (tmp_path / "safer.pdf").exists()

    def test_a_draft_that_cannot_be_judged(self, cli: Run, tmp_path: Path) -> None:
        (tmp_path / "draft.txt").write_text("\n", "utf-8")
        done = cli("fix", "draft.txt", "-o", "safer.txt")
        assert done.returncode == 2
        assert "nothing was changed" in done.stderr
        assert not (tmp_path / "safer.txt").exists()


def test_the_examples_are_fixed_to_what_they_say() -> None:
    done = fix(read_file(ROOT / "examples/court-report.md"), linter())
    assert [f.category for f in done.left] == ["harmful-framing", "harmful-framing"]


def test_what_is_written_beside_a_draft_holds(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Mia Lark, 7, was abused by her stepfather, a court heard on Monday.\n\n"
        "The street children of the town slept rough, and so did the crippled boy Tom Ash, 12.\n",
        "utf-8",
    )
    (tmp_path / "a.txt.childsafe.yaml").write_text(
        "version: 1\ndraft: a.txt\nexceptions:\n"
        "  - {rule: terms/disability, reason: The words of his own blog, by: R. Calder}\n",
        "utf-8",
    )
    assert cli("fix", "a.txt", "-o", "b.txt").returncode in (0, 1)
    written = (tmp_path / "b.txt").read_text("utf-8")
    assert "crippled boy" in written
    assert "Mia" not in written
    (tmp_path / "a.txt.childsafe.yaml").unlink()
    cli("fix", "a.txt", "-o", "b.txt")
    assert "crippled" not in (tmp_path / "b.txt").read_text("utf-8")
