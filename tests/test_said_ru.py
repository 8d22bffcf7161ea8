"""What people say of a child in Russian: found whoever says it and however it is written; passed over where an official
reports a fact, and where it is kind or about somebody else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run

pytest.importorskip("slovnet")

ABOUT = "Полиция разбирает дело об избиении 13-летней школьницы. Девочка месяц пролежала в больнице."
VOICES = (
    "«{}», — уверяет соседка Галина Ротова.",
    "Один из родителей высказался прямо: «{}».",
    "— {}, — махнула рукой буфетчица.",
    "Защитник обвиняемого сказал в прениях: «{}».",
    "Мужики у магазина рассуждают так: {}.",
    "По словам вахтёра, {}.",
    "«{}, — усмехнулся бариста. — Вот и всё».",
)
HARM = {
    "victim-blaming": (
        "если бы не дразнила старших, ходила бы здоровой",
        "воспитывать надо было построже",
        "таким не место среди здоровых детей",
        "сама первая полезла в чужую компанию",
        "следила бы мамаша за дочкой, а не за подругами",
        "какой мужик тут устоит",
        "раньше надо было за ней смотреть",
    ),
    "sensational": ("это стая шакалов, а не дети", "таких надо давить"),
    "speculation": ("не иначе долги отрабатывала", "дед сидел, и эта сядет"),
}
KIND = (
    "девочка всегда здоровалась и помогала старикам",
    "взрослые должны были заметить раньше",
    "фонарей на этой улице нет второй год",
)
OFFICIAL = (
    "«{}», — сообщил следователь.",
    "В пресс-службе полиции пояснили: {}.",
)


def framing(run: Run, tmp_path: Path, sentences: list[str]) -> list[list[dict[str, str]]]:
    """The findings on framing, notes aside, of a draft for each sentence."""
    for n, sentence in enumerate(sentences):
        (tmp_path / f"{n:03}.txt").write_text(f"{ABOUT}\n\n{sentence}\n", encoding="utf-8")
    out = run(
        "check",
        "--format",
        "json",
        "--show-names",
        *(f"{n:03}.txt" for n in range(len(sentences))),
        cwd=tmp_path,
    )
    return [
        [f for f in d["findings"] if f["category"] == "harmful-framing" and f["severity"] != "note"]
        for d in json.loads(out.stdout)["drafts"]
    ]


def said(voices: tuple[str, ...], claims: tuple[str, ...]) -> list[str]:
    return [
        voice.format(claim[0].upper() + claim[1:] if voice[0] in "«—" or ": «" in voice else claim)
        for voice in voices
        for claim in claims
    ]


def test_harm_is_found_whoever_says_it(run: Run, tmp_path: Path) -> None:
    sentences = said(VOICES, sum(HARM.values(), ()))
    lost = [s for s, found in zip(sentences, framing(run, tmp_path, sentences), strict=True) if not found]
    assert len(lost) <= len(sentences) // 12, lost


def test_kind_words_and_official_facts_are_not_found(run: Run, tmp_path: Path) -> None:
    facts = ("девочка пришла домой в девять вечера", "раньше она уже обращалась в полицию")
    sentences = said(VOICES, KIND) + said(OFFICIAL, facts)
    taken = {s: f for s, f in zip(sentences, framing(run, tmp_path, sentences), strict=True) if f}
    assert not taken
