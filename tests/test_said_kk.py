"""What people say of a child in Kazakh: found whoever says it and however it is written; passed over where an official
reports a fact, and where it is kind or about somebody else."""

from __future__ import annotations

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts.model import Draft
from childsafe_lint.report import Finding

ABOUT = "Полиция 13 жасар оқушының соққыға жығылғанын тексеріп жатыр. Қыз бір ай ауруханада жатты."
VOICES = (
    "«{}», – дейді көршісі Гауһар Ротова.",
    "Ата-аналардың бірі: «{}», – деп айтып салды.",
    "– {}, – деп қолын бір сілтеді дүкен иесі.",
    "Айыпталушының қорғаушысы сотта «{}» деп мәлімдеді.",
    "Базардағылар {low} деп отыр.",
    "Вахтердің сөзінше, {low}.",
    "{}, деп жазды желі қолданушысы.",
)
HARM = {
    "victim-blaming": (
        "ересектерге тіл қайтармаса, аман жүрер еді",
        "қыздың ашуға тиетін қылығы көп",
        "үйде отыруы керек еді",
        "анасы қызын қадағаламаған",
        "өзі бірінші тиісіп жүріпті",
        "тәрбиелі қыз түнде далада жүрмейді",
        "ондай баланы сыныптан шығару керек",
    ),
    "sensational": ("бұлар адам емес, хайуан", "мұндай бала оңалмайды"),
    "speculation": ("біреуге қарыз болған шығар", "нағашысына тартқан, ертең түрмеге түседі"),
}
KIND = (
    "қыз үлкендерге жиі көмектесетін",
    "мұғалімдер ертерек араласуы керек еді",
    "бұл көшеде екі жылдан бері жарық жоқ",
)
OFFICIAL = (
    "«{}», – деп хабарлады тергеуші.",
    "Полицияның мәліметінше, {low}.",
)
SEEN = (
    "Қыз жоғалды деген қауесетті полиция жоққа шығарды.",
    "Анасы қызының жанында болғанын айтты.",
    "Дәрігерлер қыздың жүрегіне ота жасады.",
    "Мектеп спектаклінде оқушы қасқырды ойнады.",
    "Қыз үйіне кешкі жетіде келді, деді сыныптасы.",
)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(language="kk")


def framing(linter: Linter, sentence: str) -> list[Finding]:
    """The findings on framing, notes aside, of a draft with the sentence."""
    found = linter.lint(Draft("x", f"{ABOUT}\n\n{sentence}\n")).findings
    return [f for f in found if f.category == "harmful-framing" and f.severity != "note"]


def said(voices: tuple[str, ...], claims: tuple[str, ...]) -> list[str]:
    return [v.format(claim[0].upper() + claim[1:], low=claim) for v in voices for claim in claims]


def test_harm_is_found_whoever_says_it(linter: Linter) -> None:
    sentences = said(VOICES, sum(HARM.values(), ()))
    lost = [s for s in sentences if not framing(linter, s)]
    assert len(lost) <= len(sentences) // 12, lost


def test_kind_words_and_official_facts_are_not_found(linter: Linter) -> None:
    facts = ("қыз үйіне кешкі тоғызда келген", "бұрын да арыз жазған")
    sentences = [*said(VOICES, KIND), *said(OFFICIAL, facts), *SEEN]
    assert not {s: [f.rule for f in found] for s in sentences if (found := framing(linter, s))}


@pytest.mark.parametrize(
    "sentence",
    [
        "Мектеп директоры баланың өзі құрбыларын келемеждегенін алға тартты.",
        "Көршілер болған жайтты баланың анасынан көреді.",
        "Желіде қыз бәрін ойдан шығарды деген жазбалар тарап жүр.",
        "Ауыл іші қыздың қарызға батқанын сыбырлайды.",
        "Бір әйел қыз ересек жігітпен қашып жүрген дейді.",
    ],
)
def test_what_is_said_may_be_a_noun_or_stand_before_the_verb(linter: Linter, sentence: str) -> None:
    assert framing(linter, sentence)


def test_the_finding_is_what_is_said_and_not_who_says_it(linter: Linter) -> None:
    (finding,) = framing(linter, "Вахтердің айтуынша, қыз үнемі тайраңдап жүріпті.")
    text = f"{ABOUT}\n\nВахтердің айтуынша, қыз үнемі тайраңдап жүріпті.\n"
    assert text[finding.start : finding.end] == "қыз үнемі тайраңдап жүріпті"
