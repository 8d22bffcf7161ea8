"""The HTML report in a browser: what a click, a key, a filter, paper and a missing script do.

Needs Chromium (a system package: its path may stand in the variable CHROMIUM) and the package playwright.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from childsafe_lint.report import DraftReport, Report
from childsafe_lint.reports import Options, render
from test_html import NASTY, every_kind, hand_made, hostile

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra 'dev')")

CHROMIUM = next(
    filter(
        None,
        [
            os.environ.get("CHROMIUM"),
            *map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")),
        ],
    ),
    None,
)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None,
    reason="no Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM",
)

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as p:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        chromium = p.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """``show(report, width=…, scheme=…, js=…, hash=…)`` opens the page; the test fails if it asks for anything
    but itself, breaks its own policy or has an error in its script."""
    contexts: list[Any] = []
    asked: list[str] = []
    wrong: list[str] = []

    def show(
        *drafts: DraftReport,
        report: Report | None = None,
        width: int = 1280,
        height: int = 800,
        scheme: str = "light",
        js: bool = True,
        hash: str = "",
        **options: bool,
    ) -> Any:
        path = tmp_path / "report.html"
        path.write_text(render(report or Report(drafts), "html", Options(**options)), encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=js,
            reduced_motion="reduce",
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda r: asked.append(r.url))
        page.on("console", lambda m: wrong.append(m.text))
        page.on("pageerror", lambda e: wrong.append(str(e)))
        page.on("dialog", lambda d: (wrong.append("a dialog"), d.dismiss()))
        page.goto(path.as_uri() + hash)
        return page

    yield show
    for context in contexts:
        context.close()
    assert wrong == []
    assert [url for url in asked if not url.startswith((tmp_path / "report.html").as_uri())] == []


def _long() -> DraftReport:
    """The hand-made draft with so many lines between its paragraphs that it has to be scrolled."""
    from dataclasses import replace

    report = hand_made()
    draft = report.draft
    blocks = [b for b in draft.blocks if b.kind != "headline"]
    padding = "\n\n".join(["Nothing happens here for a while."] * 40)
    text = draft.text + padding
    return replace(report, draft=replace(draft, text=text, source=text, blocks=blocks))


def _current(page: Any) -> str | None:
    """The number of the card that is current."""
    cards = page.locator(".card.current")
    assert cards.count() <= 1
    return cards.get_attribute("data-n") if cards.count() else None


def _card_in_pane(page: Any) -> bool:
    return bool(
        page.evaluate(
            """() => {
              const card = document.querySelector(".card.current").getBoundingClientRect();
              const pane = document.querySelector(".cards").getBoundingClientRect();
              return card.bottom > pane.top + 20 && card.top < pane.bottom - 20;
            }"""
        )
    )


def _in_view(page: Any, selector: str) -> bool:
    return bool(
        page.evaluate(
            """(selector) => {
              const box = document.querySelector(selector).getBoundingClientRect();
              return box.top >= 0 && box.bottom <= innerHeight;
            }""",
            selector,
        )
    )


def test_asks_nothing_and_breaks_no_rule_of_its_own(show: Open) -> None:
    page = show(report=every_kind())
    page.wait_for_timeout(200)
    assert page.locator(".tools").is_visible()


def test_a_hostile_draft_runs_nothing(show: Open) -> None:
    page = show(hostile())
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.images.length") == 0
    shown = page.locator(".blk p:not(.kind)").first.text_content()
    assert shown.startswith(NASTY[:50])
    for key in "nnnpqc":
        page.keyboard.press(key)
    assert page.evaluate("window.hacked") is None


def test_the_policy_holds_when_something_gets_in(browser: Any, tmp_path: Path) -> None:
    """Should the escaping ever fail, the browser still refuses to run or load what got in."""
    page_text = render(Report([hand_made()]), "html").replace(
        "Neighbour held",
        "<script>window.hacked=1</script><img src='http://127.0.0.1:9/x' onerror='window.hacked=1'>Neighbour held",
    )
    path = tmp_path / "broken.html"
    path.write_text(page_text, encoding="utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("requestfinished", lambda r: asked.append(r.url))
    page.goto(path.as_uri())
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert asked == [path.as_uri()]
    page.close()


def test_a_click_in_the_text_brings_the_card(show: Open) -> None:
    page = show(hand_made(), height=500)
    page.locator("mark", has_text="village of Kenes").click()
    assert page.locator(".card.current").get_attribute("data-category") == "identifying-detail"
    assert _card_in_pane(page)
    assert page.locator("mark.current").all_text_contents() == ["village of Kenes"]
    # what the finding rests on is shown in the text as well
    assert "Kenes School" in page.locator(".because-of").all_text_contents()


def test_clicks_go_through_findings_that_overlap(show: Open) -> None:
    page = show(hand_made())
    words = page.locator("mark.many", has_text="orphan").first
    numbers = words.get_attribute("data-c").split()
    assert len(numbers) == 2
    seen = []
    for _ in range(3):
        words.click()
        seen.append(_current(page))
    assert seen == [numbers[0], numbers[1], numbers[0]]


def test_a_click_on_a_card_brings_its_places_one_after_the_other(show: Open) -> None:
    page = show(_long(), height=420)
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    card = page.locator(".card.error .top")
    for n in range(5):
        card.click()
        page.wait_for_timeout(60)
        current = page.locator(".ref.current")
        assert current.get_attribute("id") == page.locator(".ref.error").nth(n % 4).get_attribute("id")
        assert _in_view(page, ".ref.current")


def test_cards_follow_the_scroll(show: Open) -> None:
    page = show(_long(), height=420)
    seen = []
    for _ in range(12):
        page.mouse.move(200, 300)
        page.mouse.wheel(0, 80)
        page.wait_for_timeout(80)
        if _current(page) is not None:
            seen.append(_current(page))
            assert _card_in_pane(page)
    assert len(set(seen)) >= 3


def test_keys_walk_through_all_findings_and_round(show: Open) -> None:
    page = show(report=Report([hand_made(), hand_made()]))
    total = page.locator(".ref").count()
    walked = []
    for _ in range(total + 1):
        page.keyboard.press("n")
        walked.append(page.evaluate("document.activeElement.id"))
        assert _in_view(page, ".ref.current")
    assert walked[:total] == page.locator(".ref").evaluate_all("refs => refs.map(r => r.id)")
    assert walked[total] == walked[0]
    assert page.locator(".at").text_content() == f"1 of {total}"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == walked[total - 1]
    page.get_by_role("button", name="Next").click()
    assert page.evaluate("document.activeElement.id") == walked[0]


def test_enter_leads_to_the_card_and_escape_back(show: Open) -> None:
    page = show(hand_made())
    page.keyboard.press("j")
    page.keyboard.press("j")
    place = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className").startswith("card")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == place


def test_all_keys_are_listed_and_can_be_switched_off(show: Open) -> None:
    page = show(hand_made())
    page.keyboard.press("?")
    listed = set(page.locator("dialog kbd").all_text_contents())
    assert {"n", "j", "p", "k", "q", "c", "f", "t", "?", "Enter", "Esc"} <= listed
    docs = Path(__file__).parent.parent / "docs" / "html-report.md"
    assert all(f"`{key}`" in docs.read_text(encoding="utf-8") for key in listed)
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    page.keyboard.press("n")
    assert _current(page) is None


@pytest.mark.parametrize(("key", "focus"), [("q", "d1-questions"), ("c", "d1-children")])
def test_keys_to_the_parts(show: Open, key: str, focus: str) -> None:
    page = show(hand_made())
    page.keyboard.press(key)
    assert page.evaluate("document.activeElement.id") == focus


def test_keys_from_draft_to_draft(show: Open) -> None:
    page = show(report=Report([_long(), hand_made()]))
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("]")
    assert page.evaluate("document.activeElement.id") == "d2-h"
    page.keyboard.press("[")
    assert page.evaluate("document.activeElement.id") == "d1-h"


def test_filters(show: Open) -> None:
    page = show(hand_made())
    assert page.locator(".at").text_content() == "9 findings"
    page.locator('input[value="minor-name"]').uncheck()
    assert page.locator(".card.error").is_hidden()
    assert page.locator(".ref.error:visible").count() == 0
    assert page.locator(".at").text_content() == "5 of 9 findings shown"
    assert page.get_by_role("status").filter(has_text="5 of 9").count() == 1
    # words that two findings share look like the one that is left
    both = page.locator("mark", has_text=re.compile("^orphan$"))
    assert "warning" in both.get_attribute("class")
    page.locator('input[value="warning"]').uncheck()
    assert "note" in both.get_attribute("class").split()
    assert "many" not in both.get_attribute("class").split()
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.locator(".card.current").get_attribute("data-severity") == "note"
    page.locator('input[value="note"]').uncheck()
    assert page.get_by_text("The filter hides every finding").is_visible()
    assert page.get_by_role("button", name="Next").is_disabled()
    assert _current(page) is None
    for value in ("minor-name", "warning", "note"):
        page.locator(f'input[value="{value}"]').check()
    assert page.locator(".card:visible").count() == 6


def test_ticks_are_counted_and_forgotten(show: Open) -> None:
    page = show(hand_made())
    page.get_by_label("Who else confirmed it?").check()
    assert page.locator(".ticked").text_content() == "2 of 3 ticked"
    page.reload()
    assert not page.get_by_label("Who else confirmed it?").is_checked()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_theme_follows_the_system_and_the_button(show: Open) -> None:
    for scheme, first, then in (("light", "false", "true"), ("dark", "true", "false")):
        page = show(hand_made(), scheme=scheme)
        button = page.get_by_role("button", name="Dark")
        ground = "getComputedStyle(document.body).backgroundColor"
        before = page.evaluate(ground)
        assert button.get_attribute("aria-pressed") == first
        page.keyboard.press("t")
        assert button.get_attribute("aria-pressed") == then
        assert page.evaluate(ground) != before


def test_reads_without_javascript(show: Open) -> None:
    page = show(hand_made(), js=False)
    assert page.locator(".tools").is_hidden()
    assert page.locator(".card").first.is_visible()
    page.locator(".ref").nth(2).click()
    assert "#d1-c" in page.url
    page.locator(".card.error .back").last.click()
    assert "#d1-f" in page.url
    page.locator("summary").last.click()
    assert page.get_by_text("Combatants").is_visible()


@pytest.mark.parametrize("js", [True, False])
def test_paper_shows_everything(show: Open, js: bool) -> None:
    page = show(_long(), js=js, scheme="dark")
    if js:
        page.locator('input[value="minor-name"]').uncheck()
        page.keyboard.press("t")
        page.keyboard.press("t")
    page.emulate_media(media="print")
    for selector in (".card.error", ".ref.error"):
        assert page.locator(selector).first.is_visible()
    for words in ("Best interests come first", "Combatants", "the court's own word"):
        assert page.get_by_text(words).first.is_visible(), words
    for selector in (".tools", "dialog", ".skip"):
        assert page.locator(selector).is_hidden()
    if js:
        assert (
            page.evaluate(
                """() => Array.from(document.querySelectorAll("body *")).filter((e) => {
              const style = getComputedStyle(e);
              if (e.closest(".vh") || !e.checkVisibility()) return false;
              return /auto|scroll|hidden|clip/.test(style.overflowY) || ["sticky", "fixed"].includes(style.position);
            }).map((e) => e.className || e.tagName)"""
            )
            == []
        )
        # no addresses are set behind links
        after = "Array.from(document.links).map((a) => getComputedStyle(a, '::after').content)"
        assert set(page.evaluate(after)) == {"none"}
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_printing_opens_what_is_folded_and_folds_it_again(show: Open) -> None:
    page = show(hand_made())
    closed = page.locator("details:not([open])").count()
    assert closed
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() == closed
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_nothing_sticks_out(show: Open, width: int) -> None:
    page = show(report=every_kind(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_filter_folds_and_a_click_leads_to_the_card(show: Open) -> None:
    page = show(hand_made(), width=375, height=700)
    assert page.locator(".filters").is_hidden()
    page.get_by_role("button", name="Filter").click()
    assert page.locator(".filters").is_visible()
    assert page.get_by_role("button", name="Filter").get_attribute("aria-expanded") == "true"
    page.get_by_role("button", name="Filter").click()
    page.locator("mark.error").nth(1).click()
    page.wait_for_timeout(100)
    assert _in_view(page, ".card.current .top")


_LOW_CONTRAST = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (element.closest(".vh, .skip, script, button:disabled, .hidden-words")) continue;
    let ground = element;
    while (ground && rgb(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
    const pair = [rgb(getComputedStyle(element).color), rgb(getComputedStyle(ground).backgroundColor)];
    const [dim, bright] = pair.map(light).sort((a, b) => a - b);
    const ratio = (bright + 0.05) / (dim + 0.05);
    if (ratio < 4.5) low.push([walker.currentNode.data.trim().slice(0, 40), element.className, ratio]);
  }
  return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_have_contrast_as_shown(show: Open, scheme: str) -> None:
    page = show(report=every_kind(), scheme=scheme)
    page.keyboard.press("n")
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate(_LOW_CONTRAST) == []


@pytest.mark.parametrize(("scheme", "width", "masked"), [("light", 1280, False), ("dark", 375, True)])
def test_axe_finds_nothing(show: Open, scheme: str, width: int, masked: bool) -> None:
    """axe-core's rules for WCAG 2.2 A and AA, and its best practices."""
    axe = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    page = show(report=every_kind(), scheme=scheme, width=width, mask_names=masked)
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    page.keyboard.press("n")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = page.evaluate("(tags) => axe.run(document, {runOnly: tags})", tags)
    assert len(result["passes"]) > 20
    assert [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]] == []
