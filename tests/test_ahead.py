"""Many drafts are read ahead of what understands them, and told as each alone."""

from __future__ import annotations

import threading

import pytest

from childsafe_lint import Linter
from childsafe_lint.drafts import from_text
from childsafe_lint.story import ahead, nlp

CHILD = "Police in Osh said {name}, {age}, had been hurt by her stepfather. {name} is in a hospital now."
ADULT = "The minister said on Monday that bread would cost more. Bakers in Osh did not agree."
RUSSIAN = "Полиция сообщила, что пострадала {name}, ей {age} лет. Её отчим задержан."


def drafts(count: int):
    """Every third in Russian, every fourth of no child, one empty."""
    for i in range(count):
        text = RUSSIAN if i % 3 == 2 else ADULT if i % 4 == 3 else CHILD
        yield from_text(
            text.format(name=f"Ain{'abcdefgh'[i % 8]}ra", age=8 + i % 9) if i != 5 else " ", f"{i}.txt"
        )


def readers() -> list[threading.Thread]:
    return [t for t in threading.enumerate() if t.name == "childsafe-lint reader"]


def seen(report) -> tuple:
    return report.draft.path, report.language, str(report.not_checked), report.findings


@pytest.mark.parametrize("count", [1, 2, ahead.BATCH, ahead.BATCH * 2 + 3, ahead.AHEAD * 3])
def test_in_order_and_as_each_alone(count: int) -> None:
    linter = Linter()
    alone = [seen(linter.lint(d)) for d in drafts(count)]
    assert [seen(r) for r in linter.lint_many(drafts(count))] == alone
    assert any(findings for *_, findings in alone)


def test_no_more_drafts_are_taken_than_are_read_ahead() -> None:
    taken = 0

    def counted():
        nonlocal taken
        assert threading.current_thread() is here
        for draft in drafts(60):
            taken += 1
            yield draft

    here = threading.current_thread()
    reports = Linter().lint_many(counted())
    next(reports)
    assert taken <= ahead.AHEAD + 1
    assert readers()
    reports.close()
    for thread in readers():
        thread.join(30)
    assert not readers()


def test_what_the_pipeline_raises_is_raised(monkeypatch) -> None:
    class Broken:
        def pipe(self, docs, batch_size):
            raise MemoryError("no room")

    pipeline = nlp.load(nlp.SHIPPED["en"])
    reader = ahead.Reader(Broken)
    for draft in drafts(ahead.AHEAD):
        reader.add(nlp.split(pipeline, draft))
    with pytest.raises(MemoryError, match="no room"):
        reader.next()
