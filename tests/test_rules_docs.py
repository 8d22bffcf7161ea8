"""docs/rules.md says what is so: its examples are read by the program, its lists are complete."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from childsafe_lint.guidelines import load_rulebook, shipped_rulebook
from childsafe_lint.guidelines.checktypes import CHECK_TYPES, TRIGGERS
from childsafe_lint.guidelines.loader import _RULE_KEYS
from childsafe_lint.guidelines.yamlfile import InputErrors
from childsafe_lint.settings import _KEYS, load_settings
from childsafe_lint.story.model import DETAIL_KINDS, SITUATIONS

GUIDE = (Path(__file__).parents[1] / "docs" / "rules.md").read_text(encoding="utf-8")
BLOCKS = [dedent(b) for b in re.findall(r"^ *```yaml\n(.*?)^ *```", GUIDE, re.M | re.S)]


def test_nothing_is_left_out() -> None:
    words: set[str] = {*_RULE_KEYS, *CHECK_TYPES, *TRIGGERS, *_KEYS, *DETAIL_KINDS, *SITUATIONS}
    for kind in CHECK_TYPES.values():
        words |= {*kind.when, *kind.params, *(f"{{{p}}}" for p in kind.placeholders)}
    words |= {g.id for g in shipped_rulebook(all_packs=True).guidelines}
    plain = GUIDE.replace("`", " ").replace(":", " ").replace(",", " ").replace("[", " ").split()
    assert sorted(words - set(plain) - {w.rstrip(".;)") for w in plain}) == []


@pytest.mark.parametrize("block", [b for b in BLOCKS if "pipelines:" not in b])
def test_rules_in_the_guide_are_read(block: str, tmp_path: Path) -> None:
    file = tmp_path / "r.yaml"
    file.write_text(block)
    if block.startswith("rules_dirs"):
        (tmp_path / "our-rules").mkdir()
        assert load_settings(file).rules_dirs
        return
    base = shipped_rulebook(all_packs=True)
    if "replaces: true" in block:
        with pytest.raises(InputErrors, match="replaces nothing"):
            load_rulebook([file], base=base)
        file.write_text(block.replace("house/school-names", "details/school"))
    assert load_rulebook([file], base=base) != base


def test_settings_in_the_guide_are_read(tmp_path: Path) -> None:
    block = next(b for b in BLOCKS if "pipelines:" in b)
    (tmp_path / "our-rules").mkdir()
    (tmp_path / "our-languages").mkdir()
    (tmp_path / "our-rules" / "a.yaml").write_text("questions: [{id: q, ask: Why?, when: {child: true}}]")
    file = tmp_path / "childsafe-lint.yaml"
    file.write_text(block)
    settings = load_settings(file)
    assert set(settings.lines) == set(_KEYS)
    book = settings.rulebook()
    assert book.rule("terms/hiv").severity == "error"
    assert book.rule("terms/poverty").severity == "note"
