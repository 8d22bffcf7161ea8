"""The program in the user's language: rules, clauses, questions, reports and messages in Russian and Kazakh."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from childsafe_lint import ui
from childsafe_lint.cli import options, speaking
from childsafe_lint.cli.app import app
from childsafe_lint.guidelines import load_rulebook, shipped_rulebook, spoken
from childsafe_lint.guidelines.model import Rulebook
from conftest import Run, clean_env

BOOK = shipped_rulebook(all_packs=True)
SOURCE = Path(ui.__file__).parent
OTHERS = [code for code in ui.LANGUAGES if code != "en"]
DRAFT = "Aidana, 12, was abused by a neighbour in the village of Karasu, prosecutors say.\n"


def texts(book: Rulebook) -> Iterator[tuple[str, str]]:
    """Everything that is said to a user, by what it belongs to."""
    for rule in book.rules:
        yield f"rule {rule.id} message", rule.message
        yield f"rule {rule.id} advice", rule.advice
    for question in book.questions:
        yield f"question {question.id}", question.ask
        yield f"question {question.id} help", question.help
    for guideline in book.guidelines:
        yield f"guideline {guideline.id} title", guideline.title
        yield f"guideline {guideline.id} note", guideline.note
        for clause in guideline.clauses:
            yield f"clause {clause.id} title", clause.title
            yield f"clause {clause.id} text", clause.text


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    ui.speak("en")


@pytest.mark.parametrize("code", OTHERS)
def test_everything_shipped_is_translated(code: str) -> None:
    english, other = dict(texts(BOOK)), dict(texts(spoken(BOOK, code)))
    missing = [what for what, text in english.items() if text and other[what] == text]
    assert not missing, f"add them to rules/i18n/{code}.yaml"
    for what, text in english.items():
        assert sorted(re.findall(r"\{\w+\}", other[what])) == sorted(re.findall(r"\{\w+\}", text)), what
        assert not text or re.search("[а-яәғқңөұүһі]", other[what].lower()), what


@pytest.mark.parametrize("code", OTHERS)
def test_no_translation_is_of_nothing(code: str) -> None:
    from childsafe_lint.guidelines import shipped_rules_dir
    from childsafe_lint.guidelines.translations import said_in

    said = said_in(shipped_rules_dir(), code)
    known = {
        "rules": {r.id for r in BOOK.rules},
        "questions": {q.id for q in BOOK.questions},
        "guidelines": {g.id for g in BOOK.guidelines},
        "clauses": {c.id for g in BOOK.guidelines for c in g.clauses},
    }
    assert set(said) == set(known)
    for kind, ids in said.items():
        assert set(ids) <= known[kind], set(ids) - known[kind]


def strings() -> set[str]:
    """English texts that the program marks for translation."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        found.update(m[2] for m in re.finditer(r"\btr\(\s*(['\"])(.+?)\1\s*\)", path.read_text("utf-8")))
    page = (SOURCE / "reports" / "templates" / "report.html.jinja").read_text("utf-8")
    return found | set(re.findall(r'_\("([^"]+)"\)', page))


@pytest.mark.parametrize("code", OTHERS)
def test_every_fixed_string_is_translated(code: str) -> None:
    from childsafe_lint import rule_tests
    from childsafe_lint.guidelines import loader
    from childsafe_lint.reports import html

    said = ui.catalogue(code)["strings"]
    more = [*html._CATEGORIES.values(), *html._VERDICTS.values(), *html._DETAILS.values()]
    more += [*html._SITUATIONS.values(), *html._BLOCKS.values(), "error", "warning", "note", "fail", "pass"]
    more += [*rule_tests._SHOULD.values(), *loader._PARTS.values()]
    wanted = strings() | set(more)
    assert len(wanted) > 120
    assert not sorted(s for s in wanted if s not in said)
    for english, text in said.items():
        assert english.count("{}") == text.count("{}"), english


@pytest.mark.parametrize("code", OTHERS)
def test_every_reason_for_a_statement_is_translated(code: str) -> None:
    whys = {s["why"] for r in BOOK.rules if r.check == "clause" for s in r.params["statements"]}
    assert len(whys) > 40
    assert not sorted(whys - set(ui.catalogue(code)["strings"])), f"add them to locale/{code}.yaml"


@pytest.mark.parametrize("code", OTHERS)
def test_every_counted_noun_has_its_forms(code: str) -> None:
    nouns: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        nouns.update(
            re.findall(r"\bcounted\([^\"()]*(?:\([^()]*\))?[^\"()]*\"([a-z ]+)\"", path.read_text("utf-8"))
        )
    page = (SOURCE / "reports" / "templates" / "report.html.jinja").read_text("utf-8")
    nouns.update(re.findall(r'counted\("([a-z ]+)"\)', page))
    assert len(nouns) > 5
    for noun in nouns | {"error", "warning", "note"}:
        assert len(ui.catalogue(code)["counted"][noun]) == (3 if code == "ru" else 1)


def test_russian_numbers() -> None:
    ui.speak("ru")
    assert [ui.counted(n, "question") for n in (1, 3, 5, 11, 21)] == [
        "1 вопрос", "3 вопроса", "5 вопросов", "11 вопросов", "21 вопрос",
    ]  # fmt: skip


def test_words_filled_in_are_translated_too() -> None:
    ui.speak("ru")
    assert ui.tr("age 12: under 18") == "возраст 12: младше 18"
    assert ui.tr("identifying detail: school") == "сведение, выдающее ребёнка: школа"
    assert ui.tr("something nobody has translated") == "something nobody has translated"


@pytest.mark.parametrize(
    ("env", "code"),
    [
        ({}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "kk_KZ.UTF-8"}, "kk"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_locale_chooses(env: dict[str, str], code: str) -> None:
    assert ui.from_environment(env) == code


def test_check_speaks_the_language_asked_for(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    english = cli("check", "draft.txt").stdout
    assert "instead" in english
    russian = cli("check", "draft.txt", "--ui-language", "ru").stdout
    assert "Названо имя ребёнка, пережившего сексуальное насилие: Aidana" in russian
    assert "замена" in russian
    assert "(возраст 12: младше 18" in russian
    kazakh = cli("check", "draft.txt", env={"LC_ALL": "kk_KZ.UTF-8"}).stdout
    assert "Жыныстық зорлық көрген баланың аты аталған: Aidana" in kazakh
    assert cli("check", "draft.txt", env={"LANG": "en_US.UTF-8"}).stdout == english
    assert cli("check", "draft.txt", "--ui-language", "en", env={"LANG": "ru_RU.UTF-8"}).stdout == english


def test_the_page_speaks_it_too(cli: Run, tmp_path: Path) -> None:
    text = "Айдану Серикову, 12 лет, ученицу школы №5, избил сосед, сообщила полиция."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    page = cli("check", "a.txt", "--format", "html", "--ui-language", "ru").stdout
    assert '<html lang="ru">' in page
    for words in (
        "Дети в новостях:",
        "Вопросы, на которые можете ответить только вы",
        "Чем текст выдаёт этого ребёнка",
    ):
        assert words in page
    left = re.sub(r"<script>.*?</script>|<style>.*?</style>|<code>.*?</code>|<[^>]+>", " ", page, flags=re.S)
    assert not re.findall(r"\b(?:the|and|this|with|found|draft|child|why|clause|line|of)\b", left, flags=re.I)


def test_explain_and_list_speak_it(cli: Run) -> None:
    said = cli("explain", "names/hiv", "--ui-language", "ru").stdout
    assert "Что писать вместо этого" in said
    assert "Живущий с ВИЧ" in said
    listed = cli("rules", "list", "--ui-language", "kk").stdout
    assert "Нұсқаулар (" in listed
    assert "қате" in listed


def test_a_newsroom_may_write_in_its_languages(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text(
        """
rules:
  - id: house/urchin
    check: phrase
    severity: warning
    message: {ru: "«{text}»: так не пишем.", en: "We do not write “{text}”."}
    params: {phrases: [young rascal]}
    examples: {flags: ["The boy, 9, is a young rascal."], passes: ["The boy, 9, is at school."]}
""",
        "utf-8",
    )
    book = load_rulebook([tmp_path], base=BOOK)
    assert book.rule("house/urchin").message == "We do not write “{text}”."
    assert spoken(book, "ru").rule("house/urchin").message == "«{text}»: так не пишем."
    assert spoken(book, "kk").rule("house/urchin").message == "We do not write “{text}”."


def test_an_unknown_language_of_a_message_is_told(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text(
        "rules:\n  - {id: house/a, check: jigsaw, severity: note, message: {rus: Слово.},"
        " examples: {flags: [A.], passes: [B.]}}\n",
        "utf-8",
    )
    done = cli("rules", "test", "house.yaml")
    assert done.returncode == 2
    assert "house.yaml:2" in done.stderr
    assert "rus" in done.stderr
    assert "did you mean 'ru'" in done.stderr


def test_english_reads_no_catalogue(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    code = (
        "import sys; sys.argv = ['x', 'check', 'draft.txt']\n"
        "from childsafe_lint import ui\n"
        "ui.catalogue = None\n"
        "from childsafe_lint.cli import main\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=clean_env(), capture_output=True)
    assert done.returncode == 1, done.stderr.decode()


@pytest.mark.parametrize("code", OTHERS)
def test_a_document_comes_back_in_it_and_so_do_mistakes(cli: Run, tmp_path: Path, code: str) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.comments = "Das Mädchen heißt Mia Lark"
    document.add_paragraph("Mia Lark, 7, was raped by a neighbour, police said. “He hurt me,” Mia said.")
    document.save(tmp_path / "a.docx")
    (tmp_path / "bad.docx").write_text("no document", "utf-8")
    ours = [
        cli("check", "a.docx", "--format", "markdown", "--ui-language", code).stdout,
        cli("fix", "a.docx", "--dry-run", env={"LC_ALL": code}).stdout,
        cli("fix", "a.docx", env={"LC_ALL": code}).stderr,
        cli("check", "bad.docx", "gone.md", "--ui-language", code).stderr,
    ]
    cli("check", "a.docx", "--format", "docx=out.docx", "--ui-language", code)
    ours += [c.text for c in docx.Document(tmp_path / "out.docx").comments]
    assert len(ours) > 5
    for said in ours:
        assert re.search("[а-яәғқңөұүһі]{4}", said.casefold()), said
        assert not re.findall(
            r"\b(?:the|and|this|with|found|why|clause|line|paragraph|property|instead|rule|file|of|is)\b",
            re.sub(r"“.*?”|^>.*$|--[\w-]+", "", said, flags=re.M),
            flags=re.I,
        ), said


def test_a_place_in_front_of_a_message_stays() -> None:
    ui.speak("ru")
    assert ui.tr_line("a: b.md:3: no such file; check the name").startswith("a: b.md:3: такого файла нет")
    assert ui.tr_line("a.md: nobody has translated this") == "a.md: nobody has translated this"


@pytest.mark.parametrize("code", OTHERS)
def test_the_file_to_fill_in_explains_itself_in_it(cli: Run, tmp_path: Path, code: str) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    cli("checklist", "draft.txt", "--write", "--ui-language", code)
    beside = tmp_path / "draft.txt.childsafe.yaml"
    comments = re.findall(r"^ *# *(.+)$", beside.read_text("utf-8"), flags=re.M)
    assert len(comments) > 20
    assert not [c for c in comments if re.search(r"\b(?:the|asked|what|is|to|take)\b", c, flags=re.I)]
    again = cli("checklist", "draft.txt", "--write", "--ui-language", code)
    assert again.returncode == 0
    assert not again.stderr


_TELLING = ("InputError", "problem", "UsageError", "_complain")


def messages() -> Iterator[tuple[str, str]]:
    """Where a user's mistake is told, and what is said, with ``{}`` for what is filled in."""
    for path in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args:
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                said = template(call.args[0])
                if name in _TELLING and re.search("[a-z]{3}", said.replace("{}", "")):
                    yield f"{path.name}:{call.lineno}", said


def template(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return template(node.left) + template(node.right)
    return "{}"


@pytest.mark.parametrize("code", OTHERS)
def test_every_mistake_is_told_in_the_language_of_the_user(code: str) -> None:
    ui.speak(code)
    told = list(messages())
    assert len(told) > 160
    missing = [
        (where, said)
        for where, said in told
        if ui.tr_line(said.replace("{}", "7")) == said.replace("{}", "7")
    ]
    assert not missing, f"add them to locale/{code}.yaml"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--nosuch"], "Нет такого параметра: «--nosuch»"),
        (["chekc"], "Нет такой команды"),
        (["check", "--fail-on", "bad", "d.txt"], "«bad» не подходит"),
        (["check", "--select", "terms/povert", "d.txt"], "нет такого правила или вопроса: «terms/povert»; может быть"),
        (["check", "--config", "s.yaml", "d.txt"], "s.yaml:1: настройки: неизвестный ключ «langauge»; может быть"),
        (["check", "--guideline", "who", "d.txt"], "неизвестное руководство «who»"),
    ],
)  # fmt: skip
def test_mistakes_on_the_command_line_and_in_settings(
    cli: Run, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "d.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "s.yaml").write_text("langauge: en\n", encoding="utf-8")
    done = cli(*arguments, env={"LC_ALL": "ru_RU.UTF-8"})
    assert done.returncode == 2
    assert said in done.stderr
    assert not re.search("Usage|Error|Try", done.stderr)


def commands(
    command: click.Command, context: click.Context
) -> Iterator[tuple[list[str], click.Command, click.Context]]:
    """Every command of the program: what is typed for it, itself, and its context."""
    yield context.command_path.split()[1:], command, context
    for name, each in getattr(command, "commands", {}).items():
        inner = each.context_class(each, info_name=name, parent=context, **each.context_settings)
        yield from commands(each, inner)


def all_commands() -> list[tuple[list[str], click.Command, click.Context]]:
    return list(commands(app, app.context_class(app, info_name="childsafe-lint", **app.context_settings)))


@pytest.mark.parametrize("code", OTHERS)
def test_every_word_of_help_is_translated(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: set[str] = set()
    monkeypatch.setattr(speaking, "tr", lambda text: shown.add(text) or ui.tr(text))
    ui.speak(code)
    for _, command, context in all_commands():
        with context:
            command.get_help(context)
        helps = [p.help for p in command.params if isinstance(p, click.Option) and p.help and not p.hidden]
        for text in [*helps, *inspect.cleandoc(command.help or "").split("\n\n")]:
            words = " ".join(re.sub(r"\[default: .*\]$", "", text).split())
            assert text.startswith("\b") or words in shown
    assert len(shown) > 80
    missing = sorted(shown - set(ui.catalogue(code)["strings"]))
    assert not missing, f"add them to locale/{code}.yaml"


#: words that are typed or are names, and so the same in every language
_TYPED = (
    r"--?[\w-]+|'[^']*'|\[[a-z|]+\]|[\w-]*\.[\w.*-]+|childsafe-lint.*|pbpaste.*|\b[A-Z_]{2,}\b|\b(?:"
    r"text|concise|html|markdown|jsonl?|sarif|github|gitlab|junit|checkstyle|rdjson|docx|odt|git|auto|cache|error|pseudonym|"
    r"Markdown|GitHub|GitLab|Code|Quality|show)\b|^  [a-z]+ "
)


@pytest.mark.parametrize("arguments", [c[0] for c in all_commands()], ids=" ".join)
def test_help_speaks_the_language_of_the_user(run: Run, arguments: list[str]) -> None:
    english = run(*arguments, "--help").stdout
    assert english.startswith("Usage: childsafe-lint")
    for code, locale in (("ru", "ru_RU.UTF-8"), ("kk", "kk_KZ.UTF-8")):
        said = run(*arguments, "--help", env={"LANG": locale}).stdout
        assert run("--ui-language", code, *arguments, "--help").stdout == said
        assert run(*arguments, "--help", f"--ui-language={code}", env={"LANG": "en_US.UTF-8"}).stdout == said
        unbroken = re.sub(r"(?<=\w-)\n +", "", said)
        assert not re.findall(r"[A-Za-z]{2,}", re.sub(_TYPED, "", unbroken, flags=re.M))
        for option in re.findall(r"^  (-[\w-]+(?:, --[\w-]+)?)", english, flags=re.M):
            assert option in said
    assert run(*arguments, "--help", "--ui-language", "en", env={"LANG": "kk_KZ.UTF-8"}).stdout == english


def mistakes(arguments: list[str], command: click.Command, context: click.Context) -> Iterator[list[str]]:
    """Command lines that cannot be understood, of every kind that the command allows."""
    positional = [p for p in command.params if isinstance(p, click.Argument)]
    enough = [*arguments, *("a" for p in positional if p.required)]
    yield [*arguments, "--no-such-thing"]
    if len(enough) > len(arguments):
        yield arguments
    if isinstance(command, click.Group):
        yield [*arguments, "--"]  # nothing follows
        yield [*arguments, "error"]
        yield from ([*arguments, name + "x"] for name in command.commands)
    elif all(p.nargs == 1 for p in positional):
        yield [*enough, "report"]
        yield [*enough, "report", "list"]
    for option in command.get_params(context):
        if not isinstance(option, click.Option):
            continue
        for name in (name for name in option.opts if name.startswith("--")):
            yield [*arguments, name + "x"]
            yield [*enough, f"{name}=error" if option.is_flag else name]
            if isinstance(option.type, click.Choice) and not option.is_flag:
                yield [*enough, name, "school"]


@pytest.mark.parametrize("code", OTHERS)
def test_every_mistake_in_typing_is_told_in_the_language_of_the_user(code: str, cli: Run) -> None:
    lines = [line for each in all_commands() for line in mistakes(*each)]
    assert len(lines) > 100
    for line in lines:
        done = cli(*line, env={"LC_ALL": code})
        assert done.returncode == 2, line
        said = re.sub(r"^childsafe-lint: |«[^»]*»|'[^']*'|--?[\w-]+", "", done.stderr, flags=re.M)
        assert re.search("[а-я]{3}", said), (line, done.stderr)
        assert not re.search("[A-Za-z]{2}", said), (line, done.stderr)


@pytest.mark.parametrize("code", OTHERS)
def test_what_was_typed_is_shown_as_it_was_typed(code: str, cli: Run) -> None:
    assert "«report»" in cli("report", env={"LC_ALL": code}).stderr
    assert "«list»" in cli("rules", "lst", env={"LC_ALL": code}).stderr
    bad = cli("check", "--names", "error", "d.txt", env={"LC_ALL": code}).stderr
    assert "«error»" in bad
    assert "'auto', 'show', 'mask'" in bad
    both = cli("check", "--format", "text", "--format", "concise", "d.txt", env={"LC_ALL": code}).stderr
    assert "«text»" in both
    assert "«concise»" in both
    assert "«list school»" in cli("fix", "a", "list", "school", env={"LC_ALL": code}).stderr


@pytest.mark.parametrize("code", OTHERS)
def test_no_command_is_a_page_of_help(code: str, run: Run) -> None:
    for arguments in ([], ["rules"], ["cache"]):
        done = run(*arguments, env={"LC_ALL": code})
        assert done.returncode == 2
        page = run(*arguments, "--help", "--ui-language", code).stdout
        assert page.strip() == done.stderr.strip()


def test_the_language_may_be_asked_for_anywhere(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    first = cli("--ui-language", "ru", "fix", "draft.txt", "--dry-run")
    assert re.search("[а-я]{4}", first.stdout)
    assert cli("fix", "draft.txt", "--dry-run", "--ui-language=ru").stdout == first.stdout
    assert "Нет такого параметра" in cli("fix", "--nosuch", "--ui-language", "ru").stderr
    wrong = cli("fix", "draft.txt", "--ui-language", "rus", env={"LC_ALL": "kk_KZ.UTF-8"})
    assert wrong.returncode == 2
    assert "«rus»" in wrong.stderr
    assert options.asked_for(["check", "--", "--ui-language", "ru"]) is None
    assert options.asked_for(["--ui-language", "ru", "check", "--ui-language=kk"]) == "kk"


@pytest.mark.parametrize(("code", "files"), [("en", []), ("ru", ["ru.yaml"]), ("kk", ["kk.yaml"])])
def test_help_reads_only_the_catalogue_of_the_language(code: str, files: list[str], tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "sys.argv = ['x', 'check', '--help', '--ui-language', sys.argv[1]]\n"
        "read, real = [], pathlib.Path.read_text\n"
        "def read_text(self, *a, **k):\n"
        "    read.append(self.name)\n"
        "    return real(self, *a, **k)\n"
        "pathlib.Path.read_text = read_text\n"
        "from childsafe_lint.cli import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    print(read, [m for m in ('spacy', 'jinja2', 'yaml') if m in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, code], cwd=tmp_path, env=clean_env(), capture_output=True, text=True
    )
    assert done.returncode == 0
    assert done.stderr.strip() == f"{files} {['yaml'] if files else []}"


HOUSE = """\
rules:
  - id: house/a
    check: phrase
    severity: warnin
    message: "We do not write {txt}."
    advice: "Write {."
    params: {phrases: ["young rascal"], phrase: 3, terms: [a], when: x}
    phrases: [a]
    examples: {flags: ["A."], passes: ["A."]}
    clauses: [III.3.a, unicef-reporting:III.99, nosuch:1, unicef:III.1]
  - {id: house/b, check: phrase, severity: note, message: x, language: russian, consent: lowers, replaces: true}
  - {id: house/b b, check: phrase, severity: note, message: [x]}
  - {id: house/c, chek: term, severity: error, message: {ru: a, rus: b}}
  - {id: house/d, check: pattern, severity: error, message: {}}
  - id: terms/poverty
    check: term
    severity: warning
    message: ""
    params: {terms: [{term: urchin, prefer: child, why: x}, {term: urchin, prefer: child, why: y}]}
    examples: {flags: [urchin], passes: [child]}
  - {check: phrase, severity: [note]}
questions:
  - {id: ask/x, ask: what, when: []}
  - {id: ask/y, ask: what, when: {chlid: true}}
  - {id: ask/z, ask: what, when: {child: maybe}}
clauses: []
"""
PHRASE = """\
rules:
  - id: house/p
    check: phrase
    severity: warning
    message: "x {text}"
    params: {phrases: ["%s"]}
    examples: {flags: ["The boy, 9, is a young rascal."], passes: ["Ann, 9, is a good girl."]}
"""


@pytest.mark.parametrize("code", OTHERS)
def test_mistakes_in_rules_are_told_in_it(code: str, cli: Run, tmp_path: Path) -> None:
    phrases = [
        "young (rascal",
        "{minr} rascal",
        "rascal ...",
        "... rascal",
        "[rascal]",
        "a | ",
        "a ) b",
        "good girl",
    ]
    books = [HOUSE, *(PHRASE % phrase for phrase in phrases)]
    for book in books:
        (tmp_path / "house.yaml").write_text(book, "utf-8")
        english = cli("rules", "test", "house.yaml")
        done = cli("rules", "test", "house.yaml", "--ui-language", code)
        assert done.returncode == english.returncode > 0
        lines, before = (
            [x for x in (d.stdout + d.stderr).splitlines() if "house.yaml" in x] for d in (done, english)
        )
        assert len(lines) == len(before) >= 1
        for line, was in zip(lines, before, strict=True):
            ours = line.partition("house.yaml")[2]
            where = r"«[^»]*»|'[^']*'|“[^”]*”|\(.*?\)|: [A-Z].*|\S*/\S+|\b(?:" + _KEYS + r")\b"
            assert re.search("[а-я]{3}", ours), was
            assert not re.search("[A-Za-z]{2}", re.sub(where, "", ours)), line


_KEYS = (
    "id|examples|params|when|phrases|flags|passes|message|language|consent|clauses|check|named-child|"
    "en|ru|kk|true|false|[a-z-]+:III[.]1|names/school|house/p"
)


def test_what_was_not_read_is_told_in_it(cli: Run, tmp_path: Path) -> None:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"] = "Story"
    mail.set_content("The school opened on Monday.")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    said = cli("check", "a.eml", "--ui-language", "ru").stderr
    assert "вложенный файл 1 (image/png) не читается" in said
    for code in OTHERS:
        ui.speak(code)
        for page in ("page 1", "pages 1, 2 …"):
            notice = f"{page}: no text layer, so nothing on it was checked"
            assert not re.search("[a-z]{2}", ui.tr(notice)), notice
