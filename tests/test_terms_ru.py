"""Russian words and phrases: all forms, context, what is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts.model import Draft
from childsafe_lint.languages.forms import russian

pytest.importorskip("pymorphy3")
pytest.importorskip("slovnet")

Find = Callable[..., list[str]]


@pytest.fixture(scope="module")
def find() -> Find:
    linter = Linter(language="ru")

    def find(text: str, category: str = "stigmatising-term") -> list[str]:
        """The words flagged as a warning or an error."""
        findings = linter.lint(Draft("x", text)).findings
        return [text[f.start : f.end] for f in findings if f.category == category and f.severity != "note"]

    return find


@pytest.mark.parametrize(
    "text",
    [
        "В краже обвинили детдомовца.",
        "В краже обвинили детдомовцев.",
        "ДЕТДОМОВЦЫ обокрали киоск.",
        "Разговор с детдомовцем, 12 лет, вышел коротким.",
        "Малолетнему преступнику грозит спецшкола.",
        "Школьница совершила самоубийство.",
        "Школьница, совершившая самоубийство, училась в гимназии.",
        "Мальчик прикован к инвалидной коляске.",
        "Девочка, прикованная к постели, ждёт операции.",
        "Ребёнка-инвалида не пустили в автобус.",
        "Её назвали «малолетней проституткой».",
        "В доме жил ВИЧ‑инфицированный ребёнок.",
        "Учитель переспал со школьницей.",
        "Пострадала 15-летняя женщина.",
        "Это не дети, это уголовники, сказал депутат о школьниках.",
        "В роддоме сказали, что дочь неполноценная.",
        "Тринадцатилетняя карманница попалась на рынке.",
    ],
)
def test_all_forms(find: Find, text: str) -> None:
    assert find(text)


@pytest.mark.parametrize(
    "text",
    [
        "В фонде «Солнечные дети» открыли класс для ребёнка с инвалидностью.",
        "Редактор объяснил, почему нельзя писать «детская проститутка».",
        "Вместо слова «детдомовец» пишите «вырос в детском доме».",
        "В классе есть мальчик с синдромом Дауна. «Люди повторяют слово „даун“, другого не слышали», — сказал он.",
        "Слово «дебил» в памятке для журналистов названо оскорблением ребёнка.",
        "На конференции сказали, что термин «детская порнография» устарел.",
        "Роман «Идиот» прочли в классе, где учится ребёнок 14 лет.",
        "Пенсию получил инвалид войны, его внук учится в школе.",
        "Ребёнок с синдромом Дауна пошёл в обычную школу.",
        "Нелегальный въезд карается штрафом.",
        "Девочка смотрела фильм «Дети дождя».",
        "Несовершеннолетнему подозреваемому 15 лет.",
        "Опоздать на урок для неё трагедия, ей 12.",
        "Мама подростка поблагодарила полицию.",
        "Полиция ищет мальчика, ушедшего за щенком.",
    ],
)
def test_left_alone(find: Find, text: str) -> None:
    assert find(text) == []


def test_framing_of_a_child_only(find: Find) -> None:
    blamed = "На девочку напали вечером. Сама виновата, сказала соседка."
    assert find(blamed, "harmful-framing") == ["Сама виновата"]
    adult = "Водитель попал в аварию. Сам виноват, сказал сосед."
    assert find(adult, "harmful-framing") == []
    denied = "На девочку напали вечером. Никто не вправе говорить, что она сама виновата, сказал судья."
    assert find(denied, "harmful-framing") == []


def test_a_rumour_is_flagged_with_what_it_tells(find: Find) -> None:
    text = "Полиция ищет девочку. Соседки судачат: девочка уехала к парню."
    assert find(text, "harmful-framing") == ["Соседки судачат: девочка уехала к парню"]


def test_method_and_place_of_a_childs_suicide(find: Find) -> None:
    assert find("Школьница шагнула с крыши.", "harmful-framing") == ["шагнула с крыши"]
    assert find("Мужчина 40 лет спрыгнул с моста.", "harmful-framing") == []


def test_a_participle_is_not_its_verb() -> None:
    assert "изнасилованную" in russian("изнасилованная")
    assert "изнасиловал" not in russian("изнасилованная")
    assert "детям" in russian("ребёнок")
    assert russian("с") == {"с", "со"}


def test_russian_findings_say_it_in_english_first() -> None:
    """Whoever reads English gets an English message about a Russian draft."""
    draft = Draft("x", "Малолетнего преступника задержали.")
    finding = next(f for f in Linter(language="ru").lint(draft).findings if f.rule == "terms/ru/justice")
    assert finding.message.startswith("“Малолетнего преступника” is a wording that brands a child")


def test_fate_deservedness_and_guesses(find: Find) -> None:
    for text in (
        "Судьба в один миг отняла у девочки родителей, они погибли в аварии.",
        "Избитый мальчик тоже не подарок, говорит завуч.",
        "Соседи гадают, от кого родила 15-летняя девочка, полиция ведёт дело.",
    ):
        assert find(text, "harmful-framing"), text
    assert not find("«Близнецы говорят, что в больнице им хорошо», сказал врач.", "harmful-framing")


CALLED = [
    ("Мальчика с лишним весом в классе прозвали «пончиком».", "пончиком"),
    ("Девочку с тёмной кожей дразнят: «обезьянка».", "обезьянка"),
    ("«Он у нас тормоз», — говорит одноклассница о мальчике.", "тормоз"),
    ("Ребёнка с ахондроплазией физрук называл карликом.", "карликом"),
    ("В лагере восьмилетнему мальчику дали кличку «Чебурек».", "Чебурек"),
    ("«Ты лох, отдавай телефон», — сказали мальчику.", "лох"),
    ("Для класса девочка так и осталась белой вороной.", "белой вороной"),
]
INNOCENT = [
    "Дети кормили обезьянку в зоопарке, мальчик ел чебурек.",
    "У школьного автобуса отказал тормоз, дети вышли.",
    "На утреннике мальчик играл карлика.",
    "Девочка взяла пончик и пошла на автобус.",
    "Школьники посадили на берегу лох серебристый.",
    "Мальчику приснилась ведьма, рассказала мама психологу.",
    "В школе крыша протекает второй год, дети сидят в пальто.",
    "Для кого-то этот лагерь стал вторым домом, дети приезжают каждый год.",
    "Дети улицы Садовой построили горку.",
    "Горе отца безмерно: мальчика не спасли.",
    "Ребёнка вернули обратно в больницу на долечивание.",
    "Писатель рассказал детям, как рос беспризорником после войны.",
]


@pytest.mark.parametrize(("text", "word"), CALLED)
def test_called_by_a_word_that_is_an_insult_only_then(find: Find, text: str, word: str) -> None:
    assert find(text) == [word]


@pytest.mark.parametrize("text", INNOCENT)
def test_the_same_words_for_what_they_are(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Девочку в лагере дразнят «шпротиной» и «доской».", ["шпротиной", "доской"]),
        ("За спиной у внука слышалось: «обглодыш», «третья ложка».", ["обглодыш", "третья ложка"]),
        ("Подростков на районе иначе как саранчой не кличут.", ["саранчой"]),
        ("Слово «жертвенная» прилипло к девочке после той публикации.", ["жертвенная"]),
        ("Детей из приюта местные зовут «бесхозными».", ["бесхозными"]),
        ("Местные зовут озеро «Серебряным», дети купаются там до августа.", []),
        ("Соседи называют мать девочки «строгой».", []),
        ("Одноклассники прозвали мальчика «профессором».", []),
        ("В комментариях девочке пишут: «Умница», «Молодец!».", []),
        ("Бабушка ласково зовёт внука «репейником».", []),
    ],
)
def test_what_a_child_is_called_in_scorn(find: Find, text: str, expected: list[str]) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Троих детей увезли в приют. Сама горе-мать, Инна Белых, спала.", ["горе-мать"]),
        ("Девочку травят. По словам тёти, хуже всего ей от клички «шахид».", ["шахид"]),
        ("Мальчика избили в школе. Соседи назвали его «Безотцовщина».", ["Безотцовщина"]),
        ("Театр открыл сезон для детей. Премьера «Безотцовщины» собрала полный зал.", []),
        ("Мы не пишем «трудный подросток», сказала психолог. Дети это читают.", []),
        ("Дети складывали берёзовые чурки у бани.", []),
    ],
)
def test_brands_by_class_and_what_only_looks_like_them(find: Find, text: str, expected: list[str]) -> None:
    assert find(text) == expected
