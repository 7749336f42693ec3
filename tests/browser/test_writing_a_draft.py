"""The engagement officer writes the next version by keyboard alone, and opens a wave with it."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import axe_problems, log_in, sideways
from tests.live.county import County

DESK = {"width": 1280, "height": 800}
INSTRUMENT = "/surveys/instruments/be-supported"
OLD, NEW = "What is good about the support you get?", "What is good about your support?"

PARTS = (
    "",
    "/words",
    "/sections/people",
    "/new-section",
    "/new-question",
    "/questions/who_would",
    "/questions/who_would/answers",
    "/questions/who_would/answers/friend",
    "/check",
    "/use",
    "/delete",
)


def press(target: Locator) -> None:
    """Go to a link or a button and press Enter on it."""
    target.focus()
    expect(target).to_be_focused()
    target.press("Enter")


def question(page: Page, words: str) -> Locator:
    """The question with these words in the list of the draft."""
    return page.get_by_role("listitem").filter(
        has=page.get_by_role("heading", name=re.compile(re.escape(words)))
    )


def test_from_a_draft_to_an_open_wave_without_a_mouse(page: Page, county: County) -> None:
    page.set_viewport_size(DESK)
    log_in(page, county, "engagement-officer")
    close_the_open_wave(page, county)
    page.goto(f"{county.address}{INSTRUMENT}")
    press(page.get_by_role("link", name="Draft of the next version"))
    press(page.get_by_role("button", name="Begin a draft"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Draft of Be Supported survey")

    change_the_words(page)
    change_the_order(page)
    change_a_condition(page)
    look_at_it(page, county)
    use_it(page)
    open_a_wave(page, county)


def test_every_page_of_a_draft_is_kind_to_every_reader(page: Page, county: County) -> None:
    log_in(page, county, "engagement-officer")
    draft = f"{county.address}{INSTRUMENT}/draft"
    page.goto(draft)
    assert look_at(page) == []
    page.get_by_role("button", name="Begin a draft").click()
    wrong: list[str] = []

    for part in PARTS:
        page.goto(f"{draft}{part}")
        wrong += [f"{part}: {problem}" for problem in look_at(page)]
        if page.get_by_role("button", name="Save").count():
            page.get_by_role("textbox").first.fill("")
            page.get_by_role("button", name="Save").click()
            expect(page.get_by_role("alert")).to_be_visible()
            wrong += [f"{part}, not right: {problem}" for problem in look_at(page)]

    assert wrong == []


def look_at(page: Page) -> list[str]:
    wide = sideways(page)
    return axe_problems(page) + ([f"{wide} px off the screen"] if wide > 0 else [])


def close_the_open_wave(page: Page, county: County) -> None:
    page.goto(f"{county.address}/surveys")
    press(page.get_by_role("link", name=re.compile("^Be Supported survey, ")).first)
    press(page.get_by_role("link", name="Close this wave"))
    press(page.get_by_role("button", name="Yes, close it"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Be Supported survey")


def change_the_words(page: Page) -> None:
    press(question(page, OLD).get_by_role("link", name="Change"))
    page.get_by_label("What is asked").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(NEW)
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text(f"“{OLD}” changed")
    expect(question(page, NEW)).to_be_visible()


def change_the_order(page: Page) -> None:
    press(question(page, NEW).get_by_role("button", name="Down"))
    expect(page.get_by_role("status")).to_contain_text("went down")
    expect(question(page, NEW)).to_be_visible()

    headings = page.get_by_role("heading", level=3).all_inner_texts()
    place = next(at for at, words in enumerate(headings) if NEW in words)
    assert "What one thing would make support better" in headings[place - 1]
    press(page.get_by_role("button", name="Take it back"))
    expect(page.get_by_role("status")).to_contain_text("changed")
    press(question(page, NEW).get_by_role("button", name="Down"))
    expect(page.get_by_role("status")).to_contain_text("went down")


def change_a_condition(page: Page) -> None:
    press(question(page, NEW).get_by_role("link", name="When it is shown"))
    group = page.get_by_role("group", name="Staff who work with me care about me.")
    page.get_by_role("radio", name="If any of this holds").press(" ")
    group.get_by_role("checkbox", name="Agree", exact=True).press(" ")
    press(page.get_by_role("button", name="Save"))

    expect(question(page, NEW)).to_contain_text("Answer this if you chose “Agree” in question 9.")


def look_at_it(page: Page, county: County) -> None:
    press(page.get_by_role("link", name="Check"))
    expect(page.get_by_role("heading", name="Nothing to mend")).to_be_visible()
    assert axe_problems(page) == []
    press(page.get_by_role("link", name="← Back to the draft"))
    press(page.get_by_role("link", name="Polish"))
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    page.goto(f"{county.address}{INSTRUMENT}/draft")
    assert axe_problems(page) == []
    assert sideways(page) <= 0


def use_it(page: Page) -> None:
    press(page.get_by_role("link", name="Use this version"))
    press(page.get_by_role("button", name="Yes, use it as version 2"))
    expect(page.get_by_text("Version 2, ")).to_be_visible()


def open_a_wave(page: Page, county: County) -> None:
    page.goto(f"{county.address}/surveys/open")
    page.get_by_label("Survey").select_option("be-supported")
    press(page.get_by_role("button", name="Open wave"))
    expect(page.get_by_text("Version 2, kept as it was")).to_be_visible()

    page.goto(f"{county.address}/s/be-supported")
    assert NEW in page.content()
    assert OLD not in page.content()
