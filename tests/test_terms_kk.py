"""Kazakh words and phrases: endings, vowel harmony, context, what is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts.model import Draft
from childsafe_lint.languages.forms import kazakh

Find = Callable[..., list[str]]


@pytest.fixture(scope="module")
def find() -> Find:
    linter = Linter(language="kk")

    def find(text: str, category: str = "stigmatising-term") -> list[str]:
        """The words flagged as a warning or an error."""
        findings = linter.lint(Draft("x", text)).findings
        return [text[f.start : f.end] for f in findings if f.category == category and f.severity != "note"]

    return find


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("бала", "балалар балаларға баланың балаға балада баладан баламен баласы баласының балаларын"),
        ("мүгедек", "мүгедектер мүгедектің мүгедекке мүгедегі мүгедектерге мүгедекпен"),
        ("қыз", "қыздар қыздың қызға қызбен қызы қызымыз"),
        ("жетім", "жетімдер жетімнің жетімге жетіммен жетімі"),
        ("оқушы", "оқушылар оқушының оқушыға оқушымен оқушысы оқушысының"),
        ("жасау", "жасады жасаған жасап жасайды жасауға жасағандар жасамақ жасамаған"),
        ("секіру", "секірді секірген секіріп секіреді секіруге секірмек"),
        ("қашу", "қашты қашқан қашып қашады қашпаған"),
        ("шығу", "шықты шыққан шығып шығады шықпады"),
    ],
)
def test_forms(word: str, forms: str) -> None:
    assert set(forms.split()) <= kazakh(word), set(forms.split()) - kazakh(word)


@pytest.mark.parametrize(
    "text",
    [
        "Жас қылмыскерлерді полиция ұстады.",
        "Дүкенді тонаған жас қылмыскердің аты аталмады.",
        "ЖАС ҚЫЛМЫСКЕРЛЕР ҰСТАЛДЫ",
        "Мектепте мүгедек балаларға жағдай жасалды.",
        "Жасөспірім суицид жасаған.",
        "Газет тірі жетімдерге көмек сұрады.",
        "Перзентханада тастанды сәби қалды.",
        "Одан балалар порнографиясын тапты.",
        "Инспектор: «Бұл – қиын бала», – деді.",
        "Бала арбаға таңылған.",
        "Сыныптастары оны «спидтің қызы» деп жазған.",
        "Бұл балалар емес, бұзақылар, деді депутат оқушылар туралы.",
        "Бапкер баланы «вичші» деп қорлады.",
    ],
)
def test_all_forms(find: Find, text: str) -> None:
    assert find(text)


@pytest.mark.parametrize(
    "text",
    [
        "Тренер «жетімек», «кемтар» деген сөздерді қолданбауды ұсынды.",
        "«Қиын бала» деген тіркес балаға таңба басады.",
        "«Тірі жетім» фильмі көрсетілді, бала оны ұнатты.",
        "Мектепте мүгедектігі бар бала оқиды.",
        "Қырық бір жастағы азамат баланы құтқарды.",
        "Баланың анасы мұғалім болып жұмыс істейді.",
        "Даун синдромы бар бала мектепке барды.",
        "Қылмыскер қызды ұрғаны үшін сотталды.",
    ],
)
def test_left_alone(find: Find, text: str) -> None:
    assert find(text) == []


def test_framing_of_a_child_only(find: Find) -> None:
    blamed = "Қызға шабуыл жасалды. Қыздың өзі кінәлі, дейді көршісі."
    assert find(blamed, "harmful-framing") == ["Қыздың өзі кінәлі"]
    assert find("Жүргізуші апатқа түсті. Өзі кінәлі, дейді көршісі.", "harmful-framing") == []


def test_method_and_place_of_a_childs_suicide(find: Find) -> None:
    assert find("Оқушы қыз көпірден секіріп көз жұмды.", "harmful-framing") == ["көпірден секіріп"]
    assert find("40 жастағы ер адам көпірден секірді.", "harmful-framing") == []


def test_blame_and_pity(find: Find) -> None:
    blame = "Соққы көрген оқушының өзі де тіл тигізіп, ұрысты бастап жіберген ғой, деді психолог."
    assert find(blame, "harmful-framing")
    assert find("Апатта қаза болған баланың әжесі тасты да жылатты, деп жазды сайт.", "harmful-framing")
    assert not find("Апаттан кейін баланы аман алып шықты, деп жазды сайт.", "harmful-framing")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        # made of two: whose child or from where, and a word for the young of beasts
        ("Қабырғаға «жиһадшы күшіктер» деп жазып кеткен. Бала жылап келді.", "жиһадшы күшіктер"),
        ("Көршісі 9 жасар бала туралы: «Сығанның күшігі ғой», – дейді.", "Сығанның күшігі"),
        ("Желіде бала туралы «маскүнемнің тұқымы» деп жазғандар болды.", "маскүнемнің тұқымы"),
        # insults only where somebody is called so
        ("9 жасар бала: «Олар мені ақсақ деп мазақтайды», – дейді.", "ақсақ"),
        ("10 жасар қызды сыныптастары «доңыз» деп мазақтайды.", "доңыз"),
        ("Мұғалім 13 жасар қызды сынып алдында «топас» деп балағаттаған.", "топас"),
        ("Полиция ұстаған 13 жасар бала туралы дүкенші: «Ұры ғой бұл», – дейді.", "Ұры"),
        ("11 жасар ұлды аула балалары «калека» деп мазақтайды.", "калека"),
        ("Мұғалім 12 жасар оқушыны «двоечник» деп айыптады.", "двоечник"),
        ("Сириядан келген 8 жасар баланы сыныптастары «террорист» деп шақырады.", "террорист"),
        ("Желіде 14 жасар ұлды «кішкентай маньяк» деп атады.", "кішкентай маньяк"),
        ("9 жасар қызды ауылда «жын соққан» деп атайды.", "жын соққан"),
        # spread, not discussed
        ("Мектепте балаға «ДАИШ күшігі» деген лақап таққан.", "ДАИШ күшігі"),
    ],
)
def test_insults_in_kazakh(text: str, term: str) -> None:
    findings = Linter(language="kk").lint(Draft("x", text)).findings
    assert term in [text[f.start : f.end] for f in findings if f.rule.startswith("terms/")]


@pytest.mark.parametrize(
    "text",
    [
        "Оқушылар «Ақсақ құлан» күйін тыңдады.",
        "Полиция ұрыны ұстады, балалар аман.",
        "Бала күшігін жоғалтып алды, иттің иесі табылды.",
        "Оқушылар семіз қойды бағып жүр.",
        "Бала тапқан тиынын иесіне қайтарды.",
        "АИТВ-мен өмір сүретін бала дені сау қатарластарымен бірге оқиды.",
        "Дәптері нашар балаға мұғалім көмектеседі.",
        "Анасы 3 жасар баланы құшақтады, бала анасының етегіне жармасты.",
        "Қылмыскер 10 жасар баланың телефонын тартып алған.",
        "Жынды жел соғып, мектеп шатырын ұшырды, балалар аман.",
    ],
)
def test_no_insults_in_kazakh(text: str) -> None:
    findings = Linter(language="kk").lint(Draft("x", text)).findings
    assert [f for f in findings if f.rule.startswith("terms/") and f.severity != "note"] == []
