"""One place, four ways to count it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childsafe_lint.reports.positions import Converter, Unit
from childsafe_lint.spans import LineIndex, Position

UNITS: tuple[Unit, ...] = ("code-points", "utf-16", "utf-8")
#: Latin, Cyrillic, Kazakh, combining marks, emoji (astral, joined, with a skin tone), all line breaks, what is
#: no line break, a lone surrogate
LETTERS = st.sampled_from(
    [
        *"ab é Әсел Ёжик\t",
        "e\u0301",
        "\r\n",
        "\n",
        "\r",
        "\x0c",
        "\u2028",
        "👧",
        "👩‍👧",
        "👦🏽",
        "𐐀",
        "\ud83d",
    ]
)
texts = st.lists(LETTERS, max_size=1500).map("".join) | st.text(max_size=80)


def _units(text: str, unit: Unit) -> int:
    """How long it is, the slow and simple way."""
    if unit == "utf-16":
        return sum(2 if ord(c) > 0xFFFF else 1 for c in text)
    if unit == "utf-8":
        return sum(len(c.encode("utf-8", "surrogatepass")) for c in text)
    return len(text)


@given(texts, st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    converter = Converter(text)
    offset = data.draw(st.integers(0, len(text)))
    index = LineIndex(text).position(offset)
    line_start = offset - index.column + 1
    inside_break = text[offset - 1 : offset + 1] == "\r\n"
    for unit in UNITS:
        assert converter.to_unit(offset, unit) == _units(text[:offset], unit)
        assert converter.from_unit(converter.to_unit(offset, unit), unit) == offset
        position = converter.position(offset, unit)
        assert position == Position(index.line, _units(text[line_start:offset], unit) + 1)
        assert converter.offset(position, unit) == (offset - 1 if inside_break else offset)


@given(texts, st.integers(-2, 5000), st.sampled_from(UNITS))
def test_any_number_lands_on_a_character(text: str, units: int, unit: Unit) -> None:
    """The middle of a character is its start; too far is the end."""
    offset = Converter(text).from_unit(units, unit)
    assert 0 <= offset <= len(text)
    assert _units(text[:offset], unit) <= max(units, 0)
    if offset < len(text):
        assert _units(text[: offset + 1], unit) > units


@given(texts, st.integers(-1, 60), st.integers(-1, 80), st.sampled_from(UNITS))
def test_any_position_lands_on_its_line(text: str, line: int, column: int, unit: Unit) -> None:
    converter = Converter(text)
    landed = converter.position(converter.offset(Position(line, column), unit), unit)
    last = converter.position(len(text), unit)
    if 1 <= line <= last.line:
        assert landed.line == line
        assert landed.column <= max(column, 1)
    elif line > last.line:
        assert landed == last


@pytest.mark.parametrize(
    ("words", "utf16", "utf8"),
    [("Dana", 5, 5), ("Әсел", 5, 9), ("👧🏽", 5, 9), ("e\u0301", 3, 4), ("a𐐀b", 5, 7)],
)
def test_known_columns(words: str, utf16: int, utf8: int) -> None:
    """``a𐐀b`` is the example of the reviewdog format."""
    converter = Converter("one\r\n" + words)
    end = 5 + len(words)
    assert converter.position(end) == Position(2, len(words) + 1)
    assert converter.position(end, "utf-16") == Position(2, utf16)
    assert converter.position(end, "utf-8") == Position(2, utf8)


def test_time_is_linear() -> None:
    """Four times the text and four times the questions, all on one line: about four times the time."""

    def seconds(size: int) -> float:
        text = "Әсел 👧 " * size
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            converter = Converter(text)
            for offset in range(0, len(text), 50):
                converter.position(offset, "utf-8")
                converter.position(offset, "utf-16")
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(40_000) / seconds(10_000) < 9  # quadratic would be 16
