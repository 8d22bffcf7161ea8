"""Harmful framing in Kazakh, told by the endings of its verbs and by who says it; and what only sounds alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts.model import Draft

Find = Callable[[str], list[str]]
Run = Callable[..., CompletedProcess[str]]

LOST = "9 жасар ұл жоғалды, полиция іздеп жатыр. "
DEAD = "15 жастағы қыз суицид жасаған. "
HURT = "Оқушыны мектепте ұрған, полиция тергеп жатыр. "


@pytest.fixture(scope="module")
def find() -> Find:
    linter = Linter(language="kk")

    def find(text: str) -> list[str]:
        findings = linter.lint(Draft("x", text)).findings
        return [text[f.start : f.end] for f in findings if f.category == "harmful-framing"]

    return find


HARMFUL = [
    # guessed, by somebody who cannot know
    (LOST + "Көршісі: «Өгей әкесі бір жаққа апарып тастаған шығар», – дейді.", "апарып тастаған"),
    (LOST + "«Балалар сіріңкемен ойнаған болуы керек», – деп топшылайды базардағылар.", "ойнаған болуы"),
    (LOST + "Бір тұрғын: «Бірдеңе тартып жүрді ме екен», – дейді.", "тартып жүрді"),
    (LOST + "«Қасқыр жеп қойған ғой», – дейді малшы, атын атамауды өтінді.", "жеп қойған"),
    # heard of, by nobody
    (LOST + "Біреулер баланы сатып жіберген десті.", "сатып жіберген"),
    (LOST + "Әкесімен ұрысып қашып кеткен көрінеді.", "қашып кеткен"),
    (LOST + "Шешесі әдейі тастап кетіпті дегенді де естідік.", "тастап кетіпті"),
    (DEAD + "Жігіті тастап кетіпті-мыс.", "тастап кетіпті"),
    (DEAD + "Құрбылары оның жігітінен ажырасып жүргенін сыбырлайды.", "ажырасып жүргенін"),
    # only announced: what follows is the rumour
    (LOST + "Ауылда түрлі әңгіме жүрді. Баланы далаға апарған екен.", "далаға апарған"),
    # a method, whoever tells of it
    (DEAD + "Прокурор оның әжесінің жүрек дәрісін ішкенін растады.", "дәрісін ішкенін"),
    (DEAD + "Оны ағасы үй артындағы қорадан тапқан.", "қорадан тапқан"),
    (DEAD + "Тергеуші бала шатырға құлпы жоқ есік арқылы өткенін айтты.", "шатырға құлпы"),
    ("Көпірден секірген оқушы қыз ауруханада.", "Көпірден секірген"),
    # what a child is likened to
    ("Сотталған 14 жасар ұл туралы: «Қасқыр болып өседі», – дейді көрші.", "Қасқыр болып"),
    (HURT + "Көршісі: «Қанында бар, бұлар басқаша өмір сүре алмайды», – дейді.", "Қанында бар"),
    (HURT + "Ауыл тұрғыны: «Үйінде тыныш отырған қызға ешкім тиіспейді», – дейді.", "тыныш отырған"),
    (
        HURT
        + "Сыныптастары: «Алдымен ұрған сол», – дейді. Көршілері: «Тиіспесе, ешкім тимейтін еді», – деді.",
        "Тиіспесе",
    ),
]


@pytest.mark.parametrize(("text", "part"), HARMFUL)
def test_found(find: Find, text: str, part: str) -> None:
    assert any(part in found for found in find(text))


HARMLESS = [
    # a mother's hope, an official's version, what somebody names
    LOST + "«Балам үйге келе жатқан шығар деп ойладым», – дейді анасы.",
    LOST + "Құтқарушылардың болжамынша, ағыс қатты болған шығар.",
    LOST + "Полиция баланың үйден өз еркімен кеткен болуы мүмкін деген болжамды тексеріп жатыр.",
    LOST + "– Ескі күртешесін мазақ қылған көрінеді, – дейді ол.",
    LOST + "Көршілері оны жақсы оқыған бала ғой деп еске алады.",
    "Мектепте зал ашылды. Оқушылар «спортқа жақындай түстік» десті.",
    # no method: somebody else's, or none
    DEAD + "Психолог мектепте үшінші қабаттағы кабинетте қабылдайды.",
    DEAD + "Баспасөз үйінде өткен жиында сенім телефоны айтылды.",
    "15 жасар бала терезеден абайсызда құлап кетті.",
    # a sentence of a court, and what a child feels
    "Тәрбиеші балаларды ұрғаны үшін екі жылға бас бостандығын шектеу жазасын алды.",
    "Зорлық көрген бала өзін кінәлі сезінеді, дейді психолог.",
    # of a thing, of others, of a fact; a defender of rights; a child's own denial
    HURT + "Полиция бөлімінің бастығы түнде көшеде жүрген жасөспірімдерді үйіне жеткізу рейдін түсіндірді.",
    HURT + "Құқық қорғаушы: «Қыздың өз пікірін ешкім сұрамаған», – дейді.",
    HURT + "Баланың өзі жазған арызы полицияға тапсырылды.",
    HURT + "Мектеп директоры екі тараптың да сөзін тыңдау керек деп санайды.",
    HURT + "Ауыл әкімі: «Қоршауды жыл сайын тексеру керек еді», – деді.",
    HURT + "Әкенің адвокаты балалардың өздері әкесімен тұрғысы келетінін айтты.",
    HURT + "Желіде оқушының суреттері тарады.",
    HURT + "Баласының анасы: «Балам телефонын өзі берген жоқ», – дейді.",
    DEAD + "Анасы оны бөлмеден ес-түссіз тапты.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_passed_over(find: Find, text: str) -> None:
    assert find(text) == []


def test_an_unknown_speaker_is_told_with_what_was_meant(run: Run, tmp_path: Path) -> None:
    rule = tmp_path / "house.yaml"
    rule.write_text(
        "rules:\n"
        "  - id: house/hearsay\n    check: phrase\n    subtype: speculation\n    language: kk\n"
        "    clause: unicef-reporting:III.6\n    severity: warning\n"
        '    message: "“{text}” is hearsay."\n    advice: "Leave it out."\n'
        "    params:\n      phrases:\n        - {phrase: қашып кеткен, said_by: crowds}\n"
        "    examples: {flags: [Қыз қашып кеткен], passes: [Қыз келді]}\n",
        encoding="utf-8",
    )
    draft = tmp_path / "draft.txt"
    draft.write_text(LOST, encoding="utf-8")
    done = run("check", "--rules", rule, draft)
    assert done.returncode == 2
    assert "unknown speaker 'crowds'" in done.stderr


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (HURT + "Тышқанның балапанындай бүріскен ұл тілшіге қарады.", "балапанындай"),
        (HURT + "Баланың өмірі төрт қабырғаның ішінде сарғайып өтіп барады.", "төрт қабырғаның"),
        (DEAD + "«Бір ауыз сөзге бола үйдегілерді қан жылатты», – дейді туысы.", "қан жылатты"),
        (DEAD + "Денесін құтқарушылар көпірдің астынан тапты.", "көпірдің астынан"),
    ],
)
def test_pity_reproach_and_place(find: Find, text: str, part: str) -> None:
    assert any(part in found for found in find(text))


def test_drowning_is_no_method(find: Find) -> None:
    assert find("10 жасар Ерлан суға батып кеткен. Құтқарушылар денесін өзеннен тапты.") == []


def test_a_phrase_that_is_only_a_term_is_told_once() -> None:
    text = "Сириядан келген 8 жасар бала – сағатты бомба, дейді көрші."
    rules = [
        f.rule
        for f in Linter(language="kk").lint(Draft("x", text)).findings
        if text[f.start : f.end] == "сағатты бомба"
    ]
    assert len(rules) == 1
    assert rules[0].startswith("terms/")


@pytest.mark.parametrize(
    "sentence",
    [
        "Психологқа қыз апта сайын өз еркімен барып жүр.",
        "Көршісінің айтуынша, қыз ешқашан ұрыс шығарған емес.",
        "Шешесінің сөзінше, қыз кешке дейін апасының сиырын бағып жүрген.",
        "Куәгер қыздың жымиып қол бұлғағанын айтты.",
        "Уәкіл баланы «неге үндемеді» деп айыптайтындарды сынады.",
    ],
)
def test_what_is_ordinary_near_harm(sentence: str) -> None:
    draft = f"Полиция 12 жастағы қызды ұрған күдіктіні ұстады. Зорлық туралы іс сотқа жетті.\n\n{sentence}\n"
    found = Linter(language="kk").lint(Draft("x", draft)).findings
    assert not [f.rule for f in found if f.category == "harmful-framing" and f.severity != "note"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ауылда «ауру бала» деген сөз тарап кеткен.",
        "Сынып жетекшісі: «Ол ештеңеден ұялуға тиіс емес», – деді.",
        "Сараптама қыздың өз еркімен бармағанын дәлелдеді.",
        "Газет «қыз өзі кінәлі» деген тақырып үшін кешірім сұрады.",
        "Мамандар интернетте бейтаныс адамға сурет жібермеу керек дейді.",
        "Әжесінің жүрегі ауырады, дәрі ішіп жүр.",
    ],
)
def test_what_is_careful_near_harm(sentence: str) -> None:
    draft = f"Полиция 12 жастағы қызды ұрған күдіктіні ұстады. Зорлық туралы іс сотқа жетті.\n\n{sentence}\n"
    found = Linter(language="kk").lint(Draft("x", draft)).findings
    assert not [f.rule for f in found if f.category == "harmful-framing" and f.severity != "note"]


def test_gossip_of_whose_child_it_is(find: Find) -> None:
    draft = "Әнші мен күйеуі 5 жасар ұлына таласып сотта жүр. Желіде баланың шын әкесі басқа адам деген пікір көп."
    assert any("шын әкесі басқа" in said for said in find(draft))
