"""Forms on paper by the keyboard alone: a whole form by its key numbers, a second typing, one difference settled."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import axe_problems, log_in, sideways
from tests.live.county import County

WIDE = {"width": 1280, "height": 800}
#: What is typed under each question of the Be Supported survey, in its order; texts are typed where they stand.
FIRST = ("2", "2", "1", "3 11", "My nan", "", "", "4", "1 2", "", "2", "2", "1")


def open_entry(page: Page, county: County, name: str = "engagement-officer") -> None:
    """Go to the page on which forms of the open wave are typed in."""
    log_in(page, county, name)
    if name == "engagement-officer":
        page.get_by_role("heading", name="Be Supported survey").get_by_role("link").first.click()
        page.get_by_role("link", name="Forms on paper").click()
    else:
        page.get_by_role("link", name="Paper forms").click()
        page.get_by_role("heading", name="Be Supported survey").get_by_role("link").first.click()
    page.get_by_role("link", name="Type forms in").click()
    page.get_by_label("Form number").wait_for()


def type_whole_form(page: Page, number: str, *, age: str) -> None:
    """Type a form with nothing but keys, from the number to the button."""
    keys = page.keyboard
    page.locator("[data-typing=ready]").wait_for()
    assert page.evaluate("document.activeElement.name") == "number"
    keys.type(number)
    keys.press("Enter")
    keys.press("Enter")  # the language stays English
    for typed in FIRST:
        keys.type(typed)
        keys.press("Enter")
    assert page.evaluate("document.activeElement.name") == "a-good"
    keys.type("They listen.")
    keys.press("Enter")
    keys.type("Always.")
    keys.press("Control+Enter")
    keys.press("Control+Enter")
    for typed in ("1", age, "1", "6", "1", ""):
        keys.type(typed)
        keys.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Save this form"
    keys.press("Enter")


def test_a_form_is_typed_twice_settled_and_stored_without_the_mouse(page: Page, county: County) -> None:
    page.set_viewport_size(WIDE)
    open_entry(page, county)

    type_whole_form(page, "12", age="3")
    page.get_by_text("Form 12 is typed once.").wait_for()
    type_whole_form(page, "12", age="4")

    page.get_by_role("heading", name="Form 12: look at the paper").wait_for()
    expect(page.get_by_text("differ in one place")).to_have_count(1)
    expect(page.get_by_text("13–14")).to_have_count(2)
    expect(page.get_by_text("15–16")).to_have_count(2)
    while page.evaluate("document.activeElement.value") != "first":
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.get_by_label("Typed second").is_checked()
    while page.evaluate("document.activeElement.textContent") != "Store this form":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.get_by_text("Form 12 is stored. Shred the paper.").wait_for()
    type_whole_form(page, "12", age="4")
    page.get_by_role("alert").get_by_text("Form 12 is stored already.").wait_for()


def test_what_a_number_stands_for_is_said_beside_it(page: Page, shown: County) -> None:
    open_entry(page, shown)

    page.locator("[data-typing=ready]").wait_for()
    page.locator("#a-who_would").fill("3 11 99")

    question = page.get_by_role("listitem").filter(has=page.locator("#a-who_would"))
    assert question.locator("[data-echo]").inner_text() == "Friend, Someone else, 99?"


def test_forms_are_typed_in_without_scripts_too(browser: Browser, county: County) -> None:
    page = browser.new_page(viewport=WIDE, java_script_enabled=False)
    open_entry(page, county, "youth-worker")

    for says in ("Form 7 is typed once.", "Form 7 is stored."):
        page.get_by_label("Form number").fill("7")
        page.locator("#a-know_who").fill("2")
        page.locator("#a-good").fill("They listen.")
        page.get_by_role("button", name="Save this form").click()
        expect(page.get_by_text(says)).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_each_state_can_be_read_by_everybody(browser: Browser, county: County, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    open_entry(page, county)
    wrong: list[str] = []

    def look(state: str) -> None:
        wide = sideways(page)
        wrong.extend(f"{state}: {problem}" for problem in axe_problems(page))
        wrong.extend([f"{state}: {wide} px off the screen"] if wide > 0 else [])

    page.locator("#a-know_who").fill("9")
    page.get_by_role("button", name="Save this form").click()
    page.get_by_role("alert").wait_for()
    look("with errors")
    for age in ("3", "4"):
        page.get_by_label("Form number").fill("5")
        page.locator("#a-know_who").fill("2")
        page.locator("#a-age").fill(age)
        page.get_by_role("button", name="Save this form").click()
        page.get_by_text("Form 5").first.wait_for()
        look(f"typed {age}")
    page.get_by_role("button", name="Store this form").click()
    page.get_by_role("alert").wait_for()
    look("not settled")
    page.get_by_role("link", name="Back to the paper forms").click()
    page.get_by_role("heading", name="Not stored yet").wait_for()
    look("one waits")

    assert wrong == []
