"""Kazakh drafts: children's names through their endings, details, changed names, drafts with Russian in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qazaq_inflector import QazaqNameInflector

from childsafe_lint import lint

CASES = [
    line
    for line in (Path(__file__).parent / "data" / "kazakh-names.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def names(text: str) -> list[str]:
    """The children's names found, each as it stands in the text."""
    report = lint(text)
    assert report.not_checked is None
    assert report.language == "kk"
    return [
        text[f.start : f.end] for f in report.findings if f.category == "minor-name" and f.severity != "note"
    ]


@pytest.mark.parametrize("marked", CASES, ids=range(1, len(CASES) + 1))
def test_the_childs_names_and_no_others(marked: str) -> None:
    assert names(re.sub("[⟦⟧]", "", marked)) == re.findall("⟦(.*?)⟧", marked)


@pytest.mark.parametrize("case", QazaqNameInflector.CASES)
@pytest.mark.parametrize(
    "name", ["Айгерім", "Нұржан", "Мадина", "Ерасыл", "Тимур", "Жібек", "Әли", "Айнұр", "Мөлдір"]
)
def test_every_case_of_a_name_is_one_person(name: str, case: str) -> None:
    form = QazaqNameInflector().inflect(name, case)
    text = f"13 жастағы {name} ұрып-соғылды. Көршілер кейін {form} туралы айтты. Іс қозғалды.\n"
    report = lint(text)
    people = {f.person for f in report.findings if f.category == "minor-name"}
    assert names(text) == [name, form]
    assert len(people) == 1


HEAD = (
    "14 жастағы бала зорлық көрді\n\n"
    "Облыс орталығында 14 жастағы {who} өгей әкесі зорлаған. Іс сотта қаралып жатыр.\n\n"
)


def details(text: str) -> list[tuple[str, str]]:
    """(kind, words) of every detail that is told about the child."""
    report = lint(text)
    assert report.language == "kk"
    found = [f for f in report.findings if f.category == "identifying-detail" and f.severity != "note"]
    return [(str(f.details["kind"]), text[f.start : f.end]) for f in found]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Қыз №17 орта мектептің 8-сыныбында оқиды.", "school", "№17 орта мектептің"),
        ("Ол Ыбырай Алтынсарин атындағы гимназияға барған.", "school", "Ыбырай Алтынсарин атындағы гимназияға"),
        ("Інісі «Балдәурен» балабақшасына барады.", "school", "«Балдәурен» балабақшасына"),
        ("Отбасы Қазыбек би көшесіндегі 12-үйде тұрады.", "address", "Қазыбек би көшесіндегі 12-үйде"),
        ("Олар Самал-3 ықшамауданында пәтер жалдайды.", "address", "Самал-3 ықшамауданында"),
        ("Бала Ақши ауылында өскен.", "locality", "Ақши ауылында"),
        ("Қыздың анасы Гүлжамал Бейсенова сотқа келді.", "relative", "Гүлжамал Бейсенова"),
        ("Анасы «Шапағат» дүкенінде сатушы болып істейді.", "workplace", "«Шапағат» дүкенінде"),
        ("Ол 2012 жылғы 5 мамырда туған.", "dob", "2012 жылғы 5 мамырда туған"),
        ("Қыздың @aqbota.08 парақшасы жабылған.", "contact", "@aqbota.08"),
        ("Қылмыстық іс № 241234567000123 тіркелді.", "number", "№ 241234567000123"),
        ("Қыздың оң бетінде тыртығы бар.", "appearance", "оң бетінде тыртығы бар"),
        ("Бала қазір «Үміт» дағдарыс орталығында.", "institution", "«Үміт» дағдарыс орталығында"),
        ("Суретте қыздың жүзі анық көрінеді.", "photo", "жүзі анық көрінеді"),
    ],
)  # fmt: skip
def test_a_detail_of_each_kind(sentence: str, kind: str, words: str) -> None:
    text = HEAD.format(who="қызды") + sentence + "\n"
    found = details(text)
    assert [k for k, _ in found] == [kind]
    assert words in found[0][1] or found[0][1] in words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Айзере биыл тоғызға толыпты. Денесінен соққы ізі табылды.", ["Айзере"]),
        ("Балнұр небәрі он екіде ғана болатын. Көрші оны ұрған.", ["Балнұр"]),
        ("Аянат деген баланы сыныптасы мазақ еткен.", ["Аянат"]),
        (
            "Бізді төменгі қабатта жүгіріп жүрген ұл қарсы алды, әкесі мен шешесі көптен бері хабарсыз. "
            "«Меня зовут Гена Лапшин, мне двенадцать», – деді ол. Генечка жетім.",
            ["Гена Лапшин", "Генечка"],
        ),
        ("Жоғалған Ж. Бекенқызы – 15 жастағы қыз. Жібекті үш күн іздеді.", ["Ж. Бекенқызы", "Жібекті"]),
        ("Әйел үш баласын тастап кеткен. Енді Алуа, Айша және Адия жетім.", ["Алуа", "Айша", "Адия"]),
        ("Баланы ұрған. Ол «Мейірім шуағы» балалар ауылына келді.", []),
        ("Шоқай ауылының тұрғыны Аяла сабақтан шығып, жоғалды. Оқушыны полиция іздеп жүр.", ["Аяла"]),
        ("Өрттен екі бала қаза тапты. Ағалары Бекарыс ауруханада, ол сәуірде он төртке толады.", ["Бекарыс"]),
        ("Сегізге биыл толған Ділназды өгей әкесі ұрған.", ["Ділназды"]),
        ("Серік пен Маржанның төртінші перзенті жүрек ақауымен туды. Сәби ауруханада.", []),
        ("Әже жетім немерелерін алды. Ұлы Марат апаттан өлді, келіні Айгүл ауруханада.", []),
        ("– Әкесі қайда?\n\n– Талғат бізді тастап кетті.\n\nБаланы ұрған.\n", []),
        ("Зере Асқар, психолог: «Баланы ұрмаңыз»\n\n– Зере Ерланқызы, балалар неге үнсіз?\n", []),
        ("Мен бала кезімде Сәкен деген досым болды, бала күнімізде ұрыстық.", []),
        ("Тасөткел негізгі мектебінде баланы ұрған. Ол он үште еді.", []),
    ],
)
def test_who_is_named_as_a_child(text: str, expected: list[str]) -> None:
    assert names(text + "\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 жасар қыз жоғалды. – Меруертім қайда екен, – деп жылайды анасы.", ["Меруертім"]),
        ("9 жасар ұл апатқа ұшырады. «Үмітім бар», – дейді әкесі.", []),
        ("9 жасар ұл емделіп жатыр. Шараға қатысқан балалар оған хат жазды.", []),
    ],
)
def test_what_parents_call_their_child(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_whoever_speaks_of_a_child_as_their_own_is_family() -> None:
    text = HEAD.format(who="Айгерімді")
    mine = text + "\n– Немеремнің жайы қиын, – дейді Кәмила Сейдахмет апа.\n"
    office = text + "\n– Бұл қыздың жайы қиын, – дейді Кәмила Сейдахмет.\n"
    assert ("relative", "Кәмила Сейдахмет") in details(mine)
    assert "relative" not in [k for k, _ in details(office)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("«Айналайын, Нұрлыбек, қайдасың?» – деп жылады анасы. Баланы бәрі іздеді.", ["Нұрлыбек"]),
        ("Он бес жасар бала қорғаншысы – Мұрат Қожаның үйінен қашқан.", []),
        ("Баланы Сәлима Ораз есімді келіншек тапты.", []),
    ],
)
def test_children_and_those_around_them(sentence: str, expected: list[str]) -> None:
    assert names(HEAD.format(who="баланы") + sentence + "\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the child of the lead, named later by the first name alone
        (
            "Балқашта сегіз жасар ұл мұзға түсіп кетті. Мұз сынғанда Ернұр бірден суға батып кеткен.",
            ["Ернұр"],
        ),
        # an object, not the name of whoever holds the office
        (
            "13 жастағы Аруай ұрып-соғылды. Сынып жетекшісі Аруайдың сабақ босатқанын білген.",
            ["Аруай", "Аруайдың"],
        ),
        # by the surname alone, at the beginning of a sentence and after another full name
        (
            "14 жастағы Ерлан Сағымбаев апатта қаза тапты. Бапкер Андрей Цой Сағымбаевты мақтайтын. "
            "Сағымбаевты ауылында жерледі.",
            ["Ерлан Сағымбаев", "Сағымбаевты", "Сағымбаевты"],
        ),
        # a name in no list, made small
        (
            "Үш жастағы Нұрсезім күйік алды. – Нұрсезімім жылап оянады, – дейді әжесі Рәбиға Әлиева.",
            ["Нұрсезім", "Нұрсезімім"],
        ),
        # the parent is named in the sentence after
        (
            "Сегіз жасар қыз қан ісігімен ауырады. Былтыр Диана Сейтқали дәріні алды. "
            "Анасы Эльмира Сейтқали емге риза.",
            ["Диана Сейтқали"],
        ),
        # a friend who speaks
        (
            "Зорлық көрген 14 жастағы қыз мектепке бармайды. Құрбысы Айдана Серікова былай дейді: «Ол жылайды».",
            ["Айдана Серікова"],
        ),
        # what the eldest does, the youngest is no name
        (
            "Апатта үш бала жарақат алды. Кенже ұл Әділхан алты айлық. Қыздың әпкесі, Алматыда университетте "
            "оқитын Гүлсім ұшып келді.",
            ["Әділхан"],
        ),
        # grown-ups: a volunteer, parents, a place
        (
            "Полиция жоғалған 9 жасар баланы іздеп жүр. Волонтер Асқар Ибраевтың тобы орман аралады. "
            "Баланы ертең де іздейді.",
            [],
        ),
        ("Сот 9 жасар баланың ісін қарады: ол ұрып-соғылған. Асыл мен Бота екі жыл соттасты.", []),
        ("Жоғалған 9 жасар бала табылды. Қарасуат тұрғыны Ермек Тоқбаев көмектесті.", []),
        ("9 жасар бала суға батты. Каникул кезінде Шоқан Уәлиханов атындағы мектеп жабық болған.", []),
    ],
)
def test_children_by_what_the_draft_tells_around_them(text: str, expected: list[str]) -> None:
    assert names(text + "\n") == expected


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        (
            "Залдан шыққан ана, «Самал нан» зауытының қоймашысы Сәуле Омарова жылады.",
            "relative",
            "Сәуле Омарова",
        ),
        ("Бұрынғы күйеуі, Бурса қаласының азаматы Эмре Демир хабарласпайды.", "relative", "Эмре Демир"),
        ("– Балам үйден шықпайды, – дейді қоймада жүк тасып жүрген Ержан Сәтов.", "relative", "Ержан Сәтов"),
        ("Жаңатоған тұрғыны көмекке келді.", "locality", "Жаңатоған"),
        ("Ол 8 «Ә» оқушысы.", "school", "8 «Ә» оқушысы"),
        (
            "Қыз Сарыөзен балалар-жасөспірімдер спорт мектебінде жаттығады.",
            "school",
            "Сарыөзен балалар-жасөспірімдер спорт мектебінде",
        ),
        ("Қыз қазір «Шапағат» үйінде тұрады.", "institution", "«Шапағат» үйінде"),
        ("Баланың жүзі ашық берілді.", "photo", "жүзі ашық берілді"),
        ("Фотоны анасының рұқсатымен өңдеусіз жарияладық.", "photo", "Фотоны анасының рұқсатымен өңдеусіз"),
        ("Баланың беті бүркемеленген жоқ.", "photo", "беті бүркемеленген жоқ"),
        ("№ 7512-18-00-2/31 іс бойынша үкім шықты.", "number", "№ 7512-18-00-2/31"),
        ("Баланың ЖСН-і – 120314600457.", "number", "120314600457"),
        ("Анасы оны 2012 жылғы 5 шілдеде босанған.", "dob", "2012 жылғы 5 шілдеде"),
        ("Анасы «Дән» жарма зауытында есепші.", "workplace", "«Дән» жарма зауытында"),
        (
            "Қыз Сарыөзен аграрлық колледжінің бірінші курсында оқиды.",
            "school",
            "Сарыөзен аграрлық колледжінің",
        ),
        (
            "Бала «Шуақ» әлеуметтік оңалту орталығында.",
            "institution",
            "«Шуақ» әлеуметтік оңалту орталығында",
        ),
        ("Ата-анасы Марат мен Зәуре ажырасқан.", "relative", "Зәуре"),
        ("Роза Ахметова қызының қорқып қалғанын айтты.", "relative", "Роза Ахметова"),
        ("Сотта Ж.Қ. Есімова ата-ана құқығынан айырылды.", "relative", "Ж.Қ. Есімова"),
    ],
)
def test_details_told_otherwise(sentence: str, kind: str, words: str) -> None:
    assert (kind, words) in details(HEAD.format(who="қызды") + sentence + "\n")


def test_the_quotation_of_a_headline_is_the_parents() -> None:
    found = details(
        "«Екі баламды екі елге бөлмеймін»\n\nТігінші Перизат Сағымова сотта жүр. Сот 7 жасар қызын әкесіне бермек: "
        "баланы ұрып-соққан.\n"
    )
    assert ("relative", "Перизат Сағымова") in found


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Қыз Қызылтаудан қалаға көшіп келген.", ["Қызылтаудан"]),
        ("Бұл оқиға Тасөткелде болған.", ["Тасөткелде"]),
        ("Отбасы Құмарықта тұрады. Құмарық ауылы шағын.", ["Құмарықта", "Құмарық ауылы"]),
        ("Қыз Көкшетаудан келген.", []),
        ("Олар Қазақстанда тұрады. Сақтауға ақша керек.", []),
        ("Шешелері Жанна Сырымбет Жаңажол ауылында сауыншы болған.", ["Жаңажол ауылында"]),
    ],
)
def test_villages_without_the_word_for_one(sentence: str, places: list[str]) -> None:
    found = details(HEAD.format(who="қызды") + sentence + "\n")
    assert [w for k, w in found if k == "locality"] == places


@pytest.mark.parametrize(
    "sentence",
    [
        "Прокурор Сәкен Мұқашев жаза сұрады.",
        "Сенім телефоны – 150, жедел желі 8 800 080 77 77 нөмірі тәулік бойы жұмыс істейді.",
        "Сот отырысы Абай ауданында өтпейді.",
        "Облыста 40 мектепте психолог жоқ.",
        "Баланың алақанында бір тал гүл қалыпты.",
        "Анасына студент Мадина Қалиева қол ұшын берді.",
        "Алматы тұрғындары наразы.",
        "Сыныптас қыздың анасы Роза бұл туралы айтты.",
        "Үш баланың әкесі Ерлан Оспанов жиналыста сөйледі.",
        "Қалалық балалар ауруханасының педиатры Айгүл Ахметова түсіндірді.",
        "Апат Бейбітшілік көшесі мен Төле би даңғылының қиылысында болды.",
        "Облыста №72 мектептің құрылысы басталды.",
        "Ауыл ақсақалы Марат ата жастарға ақыл айтты.",
    ],
)
def test_what_is_no_detail_of_the_child(sentence: str) -> None:
    assert details(HEAD.format(who="қызды") + sentence + "\n") == []


@pytest.mark.parametrize(
    "declared",
    [
        "Айша (есімі өзгертілген) мектепке бармайды.",
        "Біз оны шартты түрде Айша дейік. Айша мектепке бармайды.",
        "Айша мектепке бармайды. Кейіпкердің аты-жөні өзгертілді.",
    ],
)
def test_a_declared_pseudonym_is_no_name(declared: str) -> None:
    assert names(HEAD.format(who="қызды") + declared + "\n") == []


def test_a_russian_quotation_names_the_same_child() -> None:
    text = (
        HEAD.format(who="Айгерімді")
        + "Айгерімнің анасы полицияға арыз жазды.\n\n"
        + "– Я просила Айгерим никому не говорить об этом, и мы молчали целый год, – сказала она нам по-русски.\n"
    )
    report = lint(text)
    found = [f for f in report.findings if f.category == "minor-name"]
    assert [text[f.start : f.end] for f in found] == ["Айгерімді", "Айгерімнің", "Айгерим"]
    assert len({f.person for f in found}) == 1


def test_latin_script_is_told_honestly() -> None:
    report = lint("Bul jyly Qazaqstan mektepterinde oqushy sany kóp boldy dep habarlady ministrlik ókili.\n")
    assert report.not_checked is not None
    assert "Latin" in report.not_checked


@pytest.mark.parametrize(
    "text",
    [
        "Бес баланың бірі қайтыс болды, деді директор Азаттыққа. Оқушы 15 жаста еді.",
        "Ағаштан құлаған 11 жасар бала ауруханада, деп хабарлайды ҚазАқпарат тілшісі.",
    ],
)
def test_agencies_are_no_children(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # what the very old remember
        "Зейнеткер Оразбек Тұяқовтың жасы сексен тоғызда. Ол 1944 жылы ауыл мектебінің бірінші сыныбына барған.\n\n"
        "– Әпкем Нұрипа он үште болатын, тракторға мінді. Мен ол кезде жетідемін, – дейді ақсақал.\n\n"
        "Соғыс аяқталғанда Нұрипа он бесте еді. Ол 1998 жылы дүниеден өтті.\n",
        # grown-up children of somebody who is missing
        "71 жастағы Сейілхан Бөлекбаев 3 қазанда мал іздеп кетіп, үйіне оралмаған. Қызы Айжамал Бөлекбаеваның сөзінше, "
        "әкесі дала жолын жақсы біледі. Іздеу тобына ұлы Дархан қосылды.\n",
        # a holiday
        "Жеңіс күніне арналған концертке келген 9 жасар бала адасып кетті. Жеңіс күні алаңда адам көп болды.\n",
    ],
)
def test_the_old_and_their_family_are_no_children(text: str) -> None:
    assert [f for f in lint(text).findings if f.severity != "note"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "8 жасар Еркебұлан Сүйінбаев кеше ауладан шығып, үйге оралмаған. Әжесі Қапиза тоқсанда. Ол 1944 жылдың "
            "аязын ұмытпайды. Еркебұланның анасы полицияға арызданды.\n",
            "Еркебұлан Сүйінбаев",
        ),
        (
            "7-сынып оқушысы Мирас Алпысов өзіне қол жұмсады. Атасы сексен төртте. 1942 жылы әкесінен айрылған. "
            "«Мирасым үндемейтін бала еді», – дейді ол.\n",
            "Мирас Алпысов",
        ),
        (
            "90 жастағы ардагер Сабыр Тоқанов 1944 жылы майданда болған. Ол Диана Смағұловаға үй алып берді. "
            "Диана он екіде, анасы оны ұрған.\n",
            "Диана",
        ),
        ("57 жастағы Қайролла Бегімовтің ұлы Нұрасыл мектептен қайтпаған. Оны іздеп жатыр.\n", "Нұрасыл"),
    ],
)
def test_a_child_beside_the_old_stays_one(text: str, name: str) -> None:
    assert name in names(text)
