"""Russian drafts: who is named as a child, what identifies it, what protects it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from childsafe_lint import lint

pytest.importorskip("slovnet")


def found(text: str, category: str) -> list[str]:
    """What is flagged at warning or above, in reading order."""
    report = lint(text)
    assert report.language == "ru", report.not_checked
    return [text[f.start : f.end] for f in report.findings if f.category == category and f.severity != "note"]


NAMES = [
    ("Отчим 12-летней Айгерим получил срок за насилие. Айгерим допросили один раз.", ["Айгерим", "Айгерим"]),
    ("В селе пропала Аружан Сапарова, ученица 7 «Б» класса. Аружан Сапарову ищут вторые сутки.",
     ["Аружан Сапарова", "Аружан Сапарову"]),
    ("Двенадцатилетний Дамир Сериков погиб в пожаре. Спасти Дамира врачи не смогли.", ["Дамир Сериков", "Дамира"]),
    ("А. Серик, 15 лет, задержан по подозрению в краже. А. Серику назначен адвокат.", ["А. Серик", "А. Серику"]),
    ("Мальчика избил отчим. Ему 9 лет, зовут его Нурлан.", ["Нурлан"]),
    ("В больнице скончался Алишер Каримов 2015 года рождения.", ["Алишер Каримов"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_of_children(text: str, names: list[str]) -> None:
    assert found(text, "minor-name") == names


ADULTS = [
    "Прокурор Жанна Утегенова сообщила, что 41-летний Кайрат Досанов избил падчерицу.",
    "Учительница Марина Ткачёва, 45 лет, рассказала о пожаре в школе.",
    "Суд приговорил Игоря Рудакова к 12 годам лишения свободы.",
]


@pytest.mark.parametrize("text", ADULTS)
def test_grown_ups_are_no_children(text: str) -> None:
    assert found(text, "minor-name") == []


PSEUDONYMS = [
    "12-летняя Аня (имя изменено) рассказала, что её избивал отчим.",
    "Назовём её Аней. Ане 12 лет, её насиловал сосед.",
    "Двенадцатилетнюю Аню* избивал отчим.\n\n* Имя изменено по этическим соображениям.",
    "Арману и Дархану по 12 лет, их избивал отчим. Имена детей изменены.",
]


UNEXPLAINED = [
    ("Семиклассника избили в раздевалке. «Он пришёл весь в крови», – рассказала мать пострадавшего Гульжан Ертаева. "
     "Нурислама били четверо.", ["Нурислама"]),
    ("Трёх школьников поставили на учёт. Эмира избили Алишер Б., Кирилл Л. и Ануар Т. – все из 10 «А».",
     ["Алишер Б.", "Кирилл Л.", "Ануар Т."]),
    ("Суд огласил приговор Диасу Кенжебаеву и Мадияру Токсанову. На тот момент обоим было по 16. Кенжебаев получил "
     "восемь лет.", ["Диасу Кенжебаеву", "Мадияру Токсанову", "Кенжебаев"]),
    ("Погиб 13-летний Эмир Ж. Друг погибшего Тилек снимал прогулку на телефон.", ["Эмир Ж.", "Тилек"]),
    ("Тренера обвинили в домогательствах. Лизе Матвеевой тогда не было и четырнадцати.", ["Лизе Матвеевой"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), UNEXPLAINED)
def test_children_that_no_word_beside_the_name_tells(text: str, names: list[str]) -> None:
    assert set(names) <= set(found(text, "minor-name"))


def test_sons_of_the_old_and_spans_of_years_make_no_child() -> None:
    old = "Ограбили 78-летнего Николая Панина и его супругу. Сын пострадавших Андрей Панин вызвал полицию."
    assert found(old, "minor-name") == []
    span = "Матвею Дунину 9 лет, у него ВИЧ. Мать, Светлана Кравец, добивалась решения четыре года."
    assert found(span, "minor-name") == ["Матвею Дунину"]


@pytest.mark.parametrize("text", PSEUDONYMS)
def test_changed_names_are_no_findings(text: str) -> None:
    assert found(text, "minor-name") == []


def test_details_of_a_child_in_need_of_protection() -> None:
    text = (
        "12-летнюю девочку из села Карабулак избивал отчим. Она учится в 6 «А» классе школы № 14.\n\n"
        "Её мать, Салтанат Досанова, работает в пекарне «Тандыр». Семья живёт на улице Абая, 15.\n"
    )
    details = found(text, "identifying-detail")
    for part in ("села Карабулак", "№ 14", "Салтанат Досанова", "пекарне «Тандыр»", "улице Абая, 15"):
        assert any(part in d for d in details), (part, details)


def test_the_same_details_without_a_child_in_need_are_none() -> None:
    text = (
        "Школа № 14 села Карабулак победила в олимпиаде. Её директор Салтанат Досанова рассказала о планах."
    )
    assert found(text, "identifying-detail") == []


FAMILY = [
    # one word for two, a dash, the work of each between
    ("Родители утонувшего Артёма — учительница Анна Седова и водитель Пётр Седов — молчат. Мальчику было девять лет.",
     ["Анна Седова", "Пётр Седов"]),
    # what was done for the child
    ("После гибели матери девятилетнюю Соню удочерила Наталья Ершова, бухгалтер. До этого девочка жила в приюте.",
     ["Наталья Ершова"]),
    ("Во второй раз семилетнего мальчика забрала из приюта Римма Шульц, повар. Его зовут Глеб.", ["Римма Шульц"]),
    # the family's surname for all of them, in any case
    ("Суд делит детей после развода Огневых. Семилетняя Ева Огнева осталась с матерью.", ["Огневых"]),
    # whose mother "his" is, when he is family himself
    ("Отец увёз восьмилетнюю Лизу Огневу после развода. Она живёт у него, Романа Огнева. "
     "Его мать, Фаина Львовна, пустила их к себе.",
     ["Романа Огнева", "Фаина Львовна"]),
    # kin of full age, told by a word for a child
    ("Шестилетний Миша погиб под колёсами. На суд отец привёл старшую дочь от первого брака, 20-летнюю Веронику.",
     ["Веронику"]),
    # who drove them
    ("За рулём был 40-летний Бакыт Осмонов: он вёз племянников домой. В аварии погиб шестилетний Нурэл.",
     ["Бакыт Осмонов"]),
    ("Тесть погибшей, Мурат Сеитов, забрал внука из больницы. Шестилетний Нурэл пострадал в аварии.",
     ["Мурат Сеитов"]),
]  # fmt: skip


# children whom a draft mentions in passing, in a line on its subject: none of them is in need of protection
@pytest.mark.parametrize(
    "text",
    [
        "Школьные автобусы проверили\n\nИнспекторы осмотрели двадцать машин. В Берёзовской школе № 4 одну сняли. "
        "Семён Лыков, отец второклассника, возит сына сам. За год в авариях травмы получили сорок детей.",
        "День в травмпункте\n\nЗа смену здесь бывает до тридцати человек. Дети приезжают из хутора Зимнего. "
        "Хирург Артур Бегларян осматривает рентген: подросток упал с самоката. В палате плачет малыш с ожогом.",
        "Пожар на улице Чехова, 8\n\nНочью загорелся подвал, жильцов вывели. «Схватила ребёнка и побежала», — говорит "
        "Инна Громова. Переночевали в школе № 3.",
    ],
)
def test_children_in_passing_make_no_details(text: str) -> None:
    assert found(text, "identifying-detail") == []


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        (
            "В посёлке Лучистом ищут семилетнего мальчика\n\nРебёнок пропал. Он учится в Берёзовской школе № 4.",
            "посёлке Лучистом",
        ),
        (
            "Школьницу избили за гаражами\n\nДевочка в больнице. Учится она в Берёзовской школе № 4.",
            "Берёзовской школе",
        ),
    ],
)
def test_a_child_without_a_name_that_the_draft_is_about(text: str, detail: str) -> None:
    assert detail in found(text, "identifying-detail")


@pytest.mark.parametrize(("text", "names"), FAMILY)
def test_family_told_without_a_word_of_kinship_beside_the_name(text: str, names: list[str]) -> None:
    details = found(text, "identifying-detail")
    for name in names:
        assert any(name in d for d in details), (name, details)


STRANGERS = [
    ("Настоятель храма отец Пантелеимон отпевал восьмилетнего Мишу, который погиб на пожаре.", "Пантелеимон"),
    ("— Её травили, — вспоминает мама, которую мы назовём Жылдыз. Её дочери 12 лет, имя изменено.", "Жылдыз"),
    ("Мошенница Раиса Голубева действовала не одна: сайт для неё сделал племянник Денис. Пятилетнюю Анну из лагеря"
     " увезли в больницу с отравлением.", "Денис"),
    ("Хасан Исаев, отец троих детей, возглавил ассоциацию. Пятилетняя Анна погибла на пожаре в лагере.", "Хасан Исаев"),
    ("Инициатор обращения Марат Ким заботится о своём сыне. Семилетнюю Анну травили в школе из-за диагноза ВИЧ.",
     "Марат Ким"),
    ("Пятилетняя Анна погибла на пожаре. Следователь Иван Носов ищет виновных, его жена Галина Носова молчит.",
     "Галина Носова"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), STRANGERS)
def test_kin_of_others_and_titles_are_no_family(text: str, name: str) -> None:
    assert not [d for d in found(text, "identifying-detail") if name in d]


WHOSE_WORK = [
    ("Пропала восьмилетняя Ульяна. Мать девочки работает кассиром в магазине «Магнит». Продавец магазина «Айна» видела"
     " её у остановки.", ["магазине «Магнит»"], ["магазина «Айна»"]),
    ("После развода двухлетняя Ева живёт с матерью, Ксенией Марченко, администратором отеля «Орион».",
     ["отеля «Орион»"], []),
    ("Психолог центра «Доверие» Анна Юдина работает с одиннадцатилетней Викой, пережившей насилие. Сама Вика живёт в"
     " детском доме «Росинка».", ["детском доме «Росинка»"], ["центра «Доверие»"]),
    ("Восьмилетнего Пашу избил отчим. Мальчик учился в Новотроицкой основной школе.",
     ["Новотроицкой основной школе"], []),
    ("Отец увёз пятилетнего Мирона к родне в Тасбулак. Мать не видит сына восьмой месяц.", ["Тасбулак"], []),
    ("Семья изнасилованной школьницы живёт в Кызыл-Суу. Девочке 15 лет, её отправили в Бишкек.",
     ["Кызыл-Суу"], ["Бишкек"]),
    ("В семье из Рубцовска избивали трёхлетнего Глеба. На суде показали снимок, лица не скрыты.",
     ["лица не скрыты"], ["Рубцовска"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "not_told"), WHOSE_WORK)
def test_the_familys_work_and_the_childs_home_not_those_of_witnesses_and_experts(
    text: str, told: list[str], not_told: list[str]
) -> None:
    details = found(text, "identifying-detail")
    for part in told:
        assert any(part in d for d in details), (part, details)
    for part in not_told:
        assert not any(part in d for d in details), (part, details)


MORE = [
    ("Братья Хуршед и Умид Рахматовы погибли при пожаре. Старшему четырнадцать, младшему — девять.",
     ["Хуршед", "Умид Рахматовы"]),
    ("Суд допросил деда Данияра, Мендыгали Есенгалиева: 15-летний Данияр обвиняется в угоне.", ["Данияра", "Данияр"]),
    ("Мать девочки Назгуль Бакирова рассказала, что 13-летняя Элина избита. «Эля молчит», — сказала она.",
     ["Элина", "Эля"]),
    ("Погибли Сания (2 года) и Нурасыл Кабиев 2014 года рождения.", ["Сания", "Нурасыл Кабиев"]),
    ("В больнице лежит Тимур. Ему одиннадцать лет, его сбила машина.", ["Тимур"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), MORE)
def test_names_among_families(text: str, names: list[str]) -> None:
    assert found(text, "minor-name") == names


TOLD_MORE = [
    (
        "Погибли супруги Олег и Ирина Савчук, их сын шестилетний Артём Савчук тоже скончался в больнице.",
        ["Олег", "Ирина Савчук"],
    ),
    (
        "Восьмилетний Данияр утонул в карьере. «Я отошла на минуту», – плачет 68-летняя Раиса Ильинична, бабушка.",
        ["Раиса Ильинична"],
    ),
    (
        "Восьмилетний Данияр утонул, за внуком смотрела бабушка. «Я отошла», – плачет 68-летняя Раиса Ильинична.",
        ["Раиса Ильинична"],
    ),
    (
        "Пятилетнюю Лауру избивал отчим. Тётя по отцу, Шынар, забрала её. "
        "Мать, Анар, показала следователям переписку.",
        ["Шынар", "Анар"],
    ),
    (
        "Семилетнего Глеба похитил отец. Его мать, Инна Дроздова, обратилась в суд. Адвокат Дроздовой Лев Штерн "
        "подал заявление.",
        ["Инна Дроздова", "Дроздовой"],
    ),
    (
        "Шестилетняя Полина выжила, её мать Нина Бочкарёва погибла. «Не уберегли», – повторяет свекровь Нины, "
        "66-летняя Тамара Фёдоровна.",
        ["Нина Бочкарёва", "Нины", "Тамара Фёдоровна"],
    ),
    (
        "Шестилетняя Полина Юрова погибла в аварии, её мать ранена. Водитель фуры, 45-летний Игорь Прошин, цел.",
        [],
    ),
    ("Пятилетнюю Лауру избивал отчим. Адвокат Лев Штерн подал заявление, его слушал судья Пётр Юдин.", []),
]


@pytest.mark.parametrize(("text", "names"), TOLD_MORE)
def test_couples_grandparents_and_the_family_of_whom_a_lawyer_speaks(text: str, names: list[str]) -> None:
    assert [s for s in found(text, "identifying-detail") if s[0].isupper()] == names


ABUSED = "Семилетнюю Лауру избивал отчим. "
PLACES = [
    (ABUSED + "Она лежит в палате № 6 травматологии.", "палате № 6"),
    (
        ABUSED + "Её лечат в Боровской территориальной детской больнице.",
        "Боровской территориальной детской больнице",
    ),
    (ABUSED + "Её мать работает уборщицей в гипермаркете «Ласточка».", "гипермаркете «Ласточка»"),
    (ABUSED + "Отец, водитель автобуса в парке «Заря-2», об этом не знал.", "парке «Заря-2»"),
    (ABUSED + "После этого семья переехала в Кара-Булун.", "Кара-Булун"),
    (ABUSED + "Девочку увезли в дом дяди в Кара-Булун.", "Кара-Булун"),
    (ABUSED + "Она шла к бабушке в Нижние Ольхи.", "Нижние Ольхи"),
    (ABUSED + "Сейчас она в центре временного содержания № 2.", "центре временного содержания № 2"),
    (ABUSED + "Родные собирают деньги: карта Uzcard 8600 1111 2222 3333.", "8600 1111 2222 3333"),
    (
        "Полиция задержала 16-летнего Глеба Ершова. Он учится в Заречинском политехническом техникуме.",
        "Заречинском политехническом техникуме",
    ),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_wards_work_cards_and_colleges(text: str, place: str) -> None:
    assert any(place in s for s in found(text, "identifying-detail"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Дело приняли к исполнению 2 сентября, исполнительное производство начато.",
        "Карта фонда «Милосердие» 8600 1111 2222 3333 открыта для всех.",
        "Психолог центра «Диалог» Марина Рощина просит не молчать.",
        "Республиканский центр «СПИД» сообщил, что лекарства есть.",
        "Сбор волонтёров – каждую субботу на улице Кирова, 8.",
    ],
)
def test_dates_of_papers_cards_of_funds_and_experts_are_no_details(sentence: str) -> None:
    assert found(ABUSED + sentence, "identifying-detail") == []


CHOSEN = [
    "Двенадцатилетнюю девочку избивал отчим. Пусть она будет Самира: имя выбрала сама.",
    "Восьмилетнего мальчика, которого назовём Ахмадом, избивал отчим.",
    "В нашем рассказе девочку зовут Лейла. Ей двенадцать, её избивал отчим.",
    "Сына она попросила называть Тимуром. Ему восемь, его избивал отчим.",
]


@pytest.mark.parametrize("text", CHOSEN)
def test_names_chosen_for_the_story_are_no_findings(text: str) -> None:
    assert found(text, "minor-name") == []


def test_a_young_athlete_is_a_note() -> None:
    report = lint("Двенадцатилетняя Амина Кайырбек выиграла чемпионат Азии по шахматам и получила кубок.")
    assert {f.severity for f in report.findings if f.category == "minor-name"} == {"note"}


def test_without_the_extra_one_line_says_what_to_install(tmp_path: object) -> None:
    script = (
        "import sys\n"
        "sys.modules['slovnet'] = None\n"
        "import childsafe_lint\n"
        "print(childsafe_lint.lint('Двенадцатилетнюю Алину избивал отчим, и об этом узнали в школе.').not_checked)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "Russian drafts need more packages: pip install 'childsafe-lint[ru]'", (
        done.stderr
    )


def test_a_draft_whose_packages_are_missing_does_not_pass(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Двенадцатилетнюю Алину избивал отчим, и об этом узнали в школе.", encoding="utf-8")
    script = (
        "import sys\n"
        "sys.modules['slovnet'] = None\n"
        "from childsafe_lint.cli import main\n"
        "sys.argv = ['childsafe-lint', 'check', '--no-cache', sys.argv[1]]\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(draft)], capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 2


def test_an_english_draft_loads_nothing_russian() -> None:
    script = (
        "import sys, childsafe_lint\n"
        "assert childsafe_lint.lint('Amina, 12, was abused by a neighbour, prosecutors say.').findings\n"
        "print(sorted({'slovnet', 'navec', 'razdel', 'pymorphy3', 'py3langid'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert done.stdout == "[]\n", done.stderr


DETAILS = [
    ("Семья Рашидовых переехала.", "Рашидовых"),
    ("Крёстная ребёнка, Елена Бойко, ездит к ней каждый день.", "Елена Бойко"),
    ("Мать работает кассиром супермаркета «Лакомка» на углу.", "супермаркета «Лакомка»"),
    ("Отец трудится на Зареченском металлургическом комбинате.", "Зареченском металлургическом комбинате"),
    (
        "Мама девочки — медсестра районной больницы в Лугинском районе.",
        "больницы в Лугинском районе",
    ),
    ("Девочку перевели в 305-ю гимназию.", "305-ю гимназию"),
    ("Она ходила на танцы в студию «Искорка».", "студию «Искорка»"),
    (
        "В школе-интернате для слабослышащих в Кедровке молчат.",
        "школе-интернате для слабослышащих в Кедровке",
    ),
    ("Девочка жила с бабушкой в посёлке городского типа Лужки.", "посёлке городского типа Лужки"),
    ("Похоронили ребёнка в родном Верхнем Логе.", "Верхнем Логе"),
    ("В Таш-Булаке семью знают все.", "Таш-Булаке"),
    ("В селе им. Курманова собрали сход.", "селе им. Курманова"),
    ("Семья снимает комнату в общежитии на Липовой, 64.", "общежитии на Липовой, 64"),
    ("Мальчик находится в приюте на Садовой.", "приюте на Садовой"),
    ("Ролик с открытыми лицами детей посмотрели тысячи человек.", "с открытыми лицами"),
]


@pytest.mark.parametrize(("sentence", "detail"), DETAILS, ids=[d for _, d in DETAILS])
def test_details_in_many_words(sentence: str, detail: str) -> None:
    assert detail in found(f"12-летняя девочка стала жертвой насилия. {sentence}", "identifying-detail")


@pytest.mark.parametrize(
    "sentence",
    [
        "Заявление можно подать в отдел полиции на улице Липовой, 10.",
        "Среди задержанных нет ни А. М., ни С. В., сообщили в полиции.",
        "В Усть-Луганском районе это первый случай.",
        "Редакция не называет имён, школу и город.",
    ],
)
def test_places_of_offices_are_no_details(sentence: str) -> None:
    assert found(f"12-летняя девочка стала жертвой насилия. {sentence}", "identifying-detail") == []
