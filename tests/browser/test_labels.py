"""A label is mended by one key in a real browser, and taken back by another."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, axe_problems, log_in, sideways
from tests.live.county import County

DESK = {"width": 1280, "height": 800}
KEYS = {"negative": "1", "neutral": "2", "positive": "3"}


def open_first(page: Page, county: County) -> None:
    """Open the first comment of the queue by keyboard."""
    log_in(page, county, "youth-worker")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/moderation/*")
    expect(page.locator("#labels-title")).to_be_visible()


def pressed(page: Page) -> list[str]:
    """The feeling that counts, if there is one."""
    found = page.locator(".labels__button[aria-pressed=true]")
    return [str(one.get_attribute("value")) for one in found.all()]


def test_one_key_mends_a_feeling_and_another_takes_it_back(page: Page, county: County) -> None:
    page.set_viewport_size(DESK)
    open_first(page, county)
    before = pressed(page)
    other = next(feeling for feeling in KEYS if feeling not in before)

    page.keyboard.press(KEYS[other])

    expect(page.locator(f".labels__button[value={other}]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".labels__standing")).to_contain_text("Checked by a person")
    expect(page.get_by_role("button", name=re.compile("^Count only"))).to_be_visible()
    page.keyboard.press("z")
    expect(page.locator(f".labels__button[value={other}]")).to_have_attribute("aria-pressed", "false")
    assert pressed(page) == before


def test_themes_are_ticked_and_saved_without_the_mouse(page: Page, county: County) -> None:
    page.set_viewport_size(DESK)
    open_first(page, county)
    here = page.url.split("#")[0]

    page.keyboard.press("t")
    first = page.get_by_label("Best start in life")
    expect(first).to_be_focused()
    was_ticked = first.is_checked()
    page.keyboard.press("3")
    assert page.url.split("#")[0] == here
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(page.locator(".labels__standing")).to_contain_text("Checked by a person")
    line = page.locator(".labels__themes li", has_text="Best start in life")
    expect(line).to_have_count(0 if was_ticked else 1)
    page.keyboard.press("z")
    expect(line).to_have_count(1 if was_ticked else 0)


def test_the_officers_page_of_versions_fits_a_phone_and_every_reader(page: Page, county: County) -> None:
    page.set_viewport_size(PHONE)
    log_in(page, county, "engagement-officer")
    page.goto(f"{county.address}/surveys/reading")

    expect(page.get_by_role("heading", level=1)).to_have_text("How comments are read")
    assert sideways(page) <= 0
    assert axe_problems(page) == []
