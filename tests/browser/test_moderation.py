"""Moderation in a real browser: by keyboard alone, taking words out by selecting them, and kind to every reader."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PHONE, axe_problems, follow, log_in, sideways
from tests.live.county import County

DESK = {"width": 1280, "height": 800}


def focused_line(page: Page) -> str:
    """The address of the line of the list that has the focus."""
    return str(page.evaluate("document.activeElement.getAttribute('href')"))


def test_a_comment_is_decided_about_and_undone_by_keyboard_alone(page: Page, county: County) -> None:
    page.set_viewport_size(DESK)
    log_in(page, county, "youth-worker")
    expect(page).to_have_title(re.compile("Comments: to read"))

    page.keyboard.press("j")
    first = focused_line(page)
    page.keyboard.press("j")
    second = focused_line(page)
    page.keyboard.press("k")
    assert focused_line(page) == first
    assert second != first
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}")
    question = page.locator("h1").inner_text()

    page.keyboard.press("c")
    expect(page.get_by_role("status")).to_contain_text("Counted only.")
    expect(page).to_have_url(re.compile(re.escape(second.split("?")[0])))
    page.keyboard.press("u")
    page.wait_for_url(f"**{first}")

    expect(page.locator("h1")).to_have_text(question)
    expect(page.get_by_role("button", name="Count only")).to_be_visible()


def test_hold_by_keyboard_opens_the_reasons_and_letters_typed_there_do_nothing_else(
    page: Page, county: County
) -> None:
    page.set_viewport_size(DESK)
    log_in(page, county, "youth-worker")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/moderation/*")
    here = page.url

    page.keyboard.press("h")
    expect(page.get_by_label("Why is it put on hold?")).to_be_focused()
    page.keyboard.press("c")
    assert page.url == here
    page.get_by_label("Why is it put on hold?").select_option(label="It needs a second reader")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("Put on hold.")


def test_keys_can_be_switched_off_and_stay_off(page: Page, county: County) -> None:
    page.set_viewport_size(DESK)
    log_in(page, county, "youth-worker")
    page.get_by_role("button", name="Switch keys off").click()
    follow(page, page.locator("[data-line]").first)
    here = page.url

    page.keyboard.press("c")
    page.reload()
    page.keyboard.press("s")

    assert page.url == here
    expect(page.get_by_text("Keys are off.")).to_be_visible()


def test_no_keys_are_offered_where_there_is_no_keyboard(browser: Browser, shown: County) -> None:
    page = browser.new_page(viewport=PHONE, is_mobile=True, has_touch=True)
    log_in(page, shown, "youth-worker")
    keys = page.locator("[data-keys]")

    expect(keys).to_contain_text("Switch keys off")
    expect(keys).to_be_hidden()
    page.context.close()


def first_word_box(words: Locator) -> dict[str, float]:
    """The middle of the comment's first word of four letters, from the corner of the element that holds the words."""
    return dict(
        words.evaluate(
            """element => {
                const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
                let [text, word] = [walker.nextNode(), null];
                while (!(word = text.data.match(/\\p{L}{4,}/u)?.[0])) text = walker.nextNode();
                const range = document.createRange();
                range.setStart(text, text.data.indexOf(word));
                range.setEnd(text, text.data.indexOf(word) + word.length);
                const [box, outer] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
                return { x: box.x - outer.x + box.width / 2, y: box.y - outer.y + box.height / 2 };
            }"""
        )
    )


def test_words_are_taken_out_by_selecting_them(page: Page, county: County) -> None:
    page.set_viewport_size(DESK)
    log_in(page, county, "youth-worker")
    page.goto(f"{county.address}/moderation")
    in_words = page.locator("[data-line]", has=page.locator("[dir=auto]", has_text=re.compile("[A-Za-z]{4}")))
    while not in_words.count():
        follow(page, page.get_by_role("link", name="Next →"))
    follow(page, in_words.first)
    words = page.locator("[data-words]")
    before = words.inner_text()
    page.get_by_text("Take words out").click()

    middle = first_word_box(words)
    words.dblclick(position={"x": middle["x"], "y": middle["y"]})
    selected = page.evaluate("getSelection().toString()").strip()
    page.keyboard.press("x")
    expect(page.locator("[data-marked] bdi")).to_contain_text(selected)
    page.get_by_role("button", name="Take them out").click()

    expect(page.locator(".item-about")).to_contain_text("Words taken out")
    assert words.inner_text() == before.replace(selected, "[removed]", 1)
    assert selected


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (DESK, "light")], ids=["phone, dark", "desk"])
def test_every_state_is_accessible_and_fits(
    page: Page, shown: County, size: dict[str, int], scheme: Literal["dark", "light"]
) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    log_in(page, shown, "safeguarding-lead")
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        page.wait_for_load_state()
        wide = [f"{sideways(page)} px too wide"] if sideways(page) > 0 else []
        found[state] = axe_problems(page) + wide

    for address in (
        "",
        "?state=second_person",
        "?state=escalated",
        "?state=held&read_first=y",
        "?wave=x&theme=y",
    ):
        page.goto(f"{shown.address}/moderation{address}")
        look(f"list {address}")
    page.goto(f"{shown.address}/moderation?state=held&read_first=y")
    page.locator("[data-line]").first.click()
    expect(page.get_by_text("Back to the list")).to_be_visible()
    look("read first, covered")
    for summary in page.locator("summary:visible").all():
        summary.click()
    look("everything opened")
    page.get_by_role("button", name="Put it on hold").click()
    expect(page).to_have_title(re.compile("^Error: "))
    look("with an error")
    page.goto(f"{shown.address}/safeguarding")
    look("cases")
    page.locator(".cases a").first.click()
    expect(page.get_by_text("Back to safeguarding")).to_be_visible()
    look("one case")
    for address in ("/safeguarding?state=finished", "/safeguarding/contact-requests"):
        page.goto(f"{shown.address}{address}")
        look(address)

    assert {state: problems for state, problems in found.items() if problems} == {}
