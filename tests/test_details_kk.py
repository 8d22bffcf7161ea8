"""Details of a child in Kazakh: family named apart from the word of kinship, pictures, numbers; what is nobody's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts.model import Draft

Find = Callable[[str, str], list[str]]

BEATEN = "9 жасар ұл ұрып-соғудан зардап шекті, тергеу жүріп жатыр. "
ABUSED = "13 жастағы қыз зорлық көрді, сот жүріп жатыр. "


@pytest.fixture(scope="module")
def find() -> Find:
    linter = Linter(language="kk")

    def find(text: str, kind: str) -> list[str]:
        findings = linter.lint(Draft("x", text)).findings
        return [text[f.start : f.end] for f in findings if f.rule == f"details/{kind}"]

    return find


FOUND = [
    ("relative", BEATEN, "Анасының есімі – Мәрзия Жүнісова.", "Мәрзия Жүнісова"),
    ("relative", BEATEN, "Жездесі, базарда сауда жасайтын Дәулет Мамыров, сотқа келмеді.", "Дәулет Мамыров"),
    ("relative", BEATEN, "Салтанат Жүнісова, марқұм баланың жеңгесі, сотқа келмеді.", "Салтанат Жүнісова"),
    ("relative", BEATEN, "Қыз нағашы әпкесімен, Зухрамен бірге тұрған.", "Зухрамен"),
    ("relative", BEATEN, "Тергеушілер нағашысынан Ескендірден жауап алды.", "Ескендірден"),
    ("relative", BEATEN, "Нұрлан Жүнісовтың айтуынша, немересі үйден шыққан.", "Нұрлан Жүнісовтың"),
    ("relative", BEATEN, "Қызының жоғалғанын Жанна Қыдырова кешке ғана білген.", "Жанна Қыдырова"),
    ("relative", BEATEN, "Бізді Жанна Қыдырова қарсы алды. Алпыс жастағы әже екеуін бағып отыр.", "Жанна Қыдырова"),
    ("relative", "Мектеп оқушысы қайтыс болды. ", "Анасы Жанна Қыдырова іспен келіспейді.", "Жанна Қыдырова"),
    ("photo", ABUSED, "Сайт баланың бейнесін еш өңдеусіз көрсеткен.", "өңдеусіз"),
    ("photo", ABUSED, "Суретте қыз мерекеде. Фото бүркемеленбеген.", "бүркемеленбеген"),
    ("photo", ABUSED, "Видеода қыздың келбеті анық байқалады.", "анық байқал"),
    ("contact", BEATEN, "Анасы: «Білетіндер 8 701 000 00 11 нөміріне жазсын», – деді.", "8 701 000 00 11"),
    ("contact", BEATEN, "Анасы 102-ге хабарласып, желіде 8 701 000 00 11 нөмірін жазды.", "8 701 000 00 11"),
    ("number", BEATEN, "Біреу өгей әкесінің 216 ABC 00 нөмірлі «Нивасын» көрген.", "216 ABC 00"),
    ("workplace", ABUSED, "Әкесі «Арқа-Агро» фермасында бақташы.", "«Арқа-Агро» фермасында"),
    ("workplace", ABUSED, "Анасы облыстық кеден департаментінде бөлім басқарады.", "кеден департаментінде"),
    ("institution", ABUSED, "Ол аймақтық аурухананың балалар реанимациясында жатыр.", "балалар реанимациясында"),
    ("institution", ABUSED, "Қызды облыстық сәбилер үйіне ауыстырды.", "сәбилер үйіне"),
    ("school", ABUSED, "Қыз № 3 лицейдің волейбол командасында ойнайды.", "№ 3 лицейдің"),
    ("school", ABUSED, "Бала биыл көлік-логистика колледжінің студенті атанды.", "колледжінің"),
    ("school", ABUSED, "Ол № 6 кәсіптік лицейде оқиды.", "№ 6 кәсіптік лицейде"),
    ("appearance", ABUSED, "Оның сол қолының шынашағы жоқ.", "шынашағы жоқ"),
    ("photo", ABUSED, "Қыздың суреті мақаланың соңында берілді.", "мақаланың соңында"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "lead", "text", "part"), FOUND)
def test_found(find: Find, kind: str, lead: str, text: str, part: str) -> None:
    assert any(part in found for found in find(lead + text, kind))


PASSED_OVER = [
    ("relative", BEATEN, "Көршісі, 24 жастағы Берік Омаров, өз әкесі Дәулет екеуі есікті сындырған."),
    ("relative", BEATEN, "Көршілес тұратын Айнұр Омарова анасы Светлана екеуі баланы көрген."),
    ("relative", BEATEN, "Хатты Мәрзия Омарова есімді ата-ана жазған. Ол ұлын басқа мектепке ауыстырмақ."),
    ("photo", ABUSED, "Суретте сот ғимараты анық көрінеді."),
    ("photo", ABUSED, "Заң баланың бетін жасырмай көрсетуге тыйым салады."),
    ("photo", ABUSED, "Редакция қыздың жүзін танылмайтындай етіп өңдеді."),
    ("contact", BEATEN, "Полиция бөлімінің телефоны: 8 701 000 00 11."),
    ("number", BEATEN, "Іздеуге 180 адам, 12 көлік шықты."),
]


@pytest.mark.parametrize(("kind", "lead", "text"), PASSED_OVER)
def test_passed_over(find: Find, kind: str, lead: str, text: str) -> None:
    assert find(lead + text, kind) == []


def test_numbers_of_papers_and_the_telephone_of_an_office(find: Find) -> None:
    assert find(ABUSED + "Оның ауру тарихы №5583 деп тіркелді.", "number") == ["№5583"]
    assert find(ABUSED + "Қор кеңсесінің телефоны: 8 7172 33 21 09.", "contact") == []


def test_a_child_who_went_out_and_did_not_come_back(find: Find) -> None:
    text = (
        "13 жастағы Дина Оразқызы сәрсенбі күні үйінен шығып, кешке қайтпады. Анасы Мейрамгүл Жұмақызы "
        "полицияға барды. Іздеу жұмыстары екінші тәулік жүріп жатыр."
    )
    assert find(text, "relative") == ["Мейрамгүл Жұмақызы"]


def test_wards_homes_mills_and_marks_in_other_cases(find: Find) -> None:
    assert find(BEATEN + "Бала қазір Талдықорғандағы дағдарыс орталығында тұрады.", "institution") == [
        "Талдықорғандағы дағдарыс орталығында"
    ]
    assert find(BEATEN + "Анасы – №4 тігін фабрикасының тігіншісі.", "workplace") == ["№4 тігін фабрикасының"]
    assert find(BEATEN + "Баланың сол қолында күйік іздері бар.", "appearance") == [
        "сол қолында күйік іздері"
    ]
