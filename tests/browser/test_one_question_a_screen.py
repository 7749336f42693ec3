"""Where scripts run, the survey stands one question a screen: welcome, questions, check, send (SAFETY R-70, R-73, R-74)."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.answering_by_screen import CHECK, choose, go_on, heading, reach, send, start, write
from tests.browser.conftest import PHONE, axe_problems, sideways
from tests.live.county import County

FIRST = "I know who to talk to when I need support."
SECOND = "When I ask for help, people listen to me."
GOOD = "What is good about the support you get?"
WHY = "What makes it hard to talk to someone?"


def row(page: Page, question: str):  # a locator
    return page.locator(".summary-list > div").filter(has_text=question)


def test_the_heading_the_title_and_the_focus_move_with_the_screen(page: Page, shown: County) -> None:
    page.goto(f"{shown.address}/s/be-supported")
    expect(heading(page)).to_have_text("Be Supported survey")
    assert page.locator("[data-question]:visible").count() == 0

    page.get_by_role("link", name="Start", exact=True).click()
    for question in (FIRST, SECOND):
        reach(page, question)
        expect(page.locator("[data-question]:visible")).to_have_count(1)
        expect(heading(page)).to_be_focused()
        assert page.title().startswith(question)
    assert "listened" not in page.url


def test_how_far_she_is_counts_only_what_she_is_asked(page: Page, shown: County) -> None:
    start(page, shown)
    words = page.locator(".progress__words")
    expect(words).to_have_text("1 of 16")
    choose(page, SECOND, "Disagree")
    expect(words).to_have_text("2 of 17")
    reach(page, WHY)
    expect(words).to_have_text("5 of 17")
    choose(page, "How old are you?", "Under 11")
    expect(words).to_have_text("13 of 17")
    go_on(page)
    expect(heading(page)).to_have_text("A grown-up you trust can help you with this.")
    expect(words).to_be_hidden()
    go_on(page)
    expect(words).to_have_text("14 of 17")


def test_a_section_is_introduced_with_its_first_question(page: Page, shown: County) -> None:
    start(page, shown)
    intro = page.get_by_text("We ask this to see if we hear from all kinds of young people.")
    expect(page.get_by_text("Someone to talk to", exact=True)).to_be_visible()
    go_on(page)
    expect(page.get_by_text("Someone to talk to", exact=True)).to_be_hidden()
    expect(intro).to_be_hidden()
    reach(page, "How old are you?")
    expect(intro).to_be_visible()


def test_back_and_the_browsers_own_ways_keep_what_was_answered(page: Page, shown: County) -> None:
    start(page, shown)
    choose(page, FIRST, "Agree")
    write(page, GOOD, "The café.\nTwo lines.")
    go_on(page)
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_label(GOOD)).to_have_value("The café.\nTwo lines.")

    page.go_back()
    page.go_back()
    expect(heading(page)).not_to_have_text(GOOD)
    page.go_forward()
    page.go_forward()
    expect(page.get_by_label(GOOD)).to_have_value("The café.\nTwo lines.")
    expect(heading(page)).to_be_focused()
    for _ in range(30):
        if heading(page).inner_text() == "Be Supported survey":
            break
        page.go_back()
    page.get_by_role("link", name="Start", exact=True).click()
    expect(page.get_by_role("radio", name="Agree", exact=True)).to_be_checked()


def test_an_answer_is_changed_from_the_check_and_only_what_is_new_is_asked(page: Page, shown: County) -> None:
    start(page, shown)
    choose(page, FIRST, "Agree")
    reach(page, CHECK)
    expect(row(page, FIRST)).to_contain_text("Agree")
    expect(row(page, SECOND)).to_contain_text("Not answered")
    assert row(page, WHY).count() == 0

    row(page, SECOND).get_by_role("link").click()
    expect(heading(page)).to_have_text(SECOND)
    expect(heading(page)).to_be_focused()
    page.get_by_role("radio", name="Strongly disagree").check()
    go_on(page)
    expect(heading(page)).to_have_text(WHY)
    page.get_by_label("It takes too long to get help").check()
    go_on(page)

    expect(heading(page)).to_have_text(CHECK)
    expect(row(page, SECOND)).to_contain_text("Strongly disagree")
    expect(row(page, WHY)).to_contain_text("It takes too long to get help")


def test_enter_in_a_box_goes_on_and_sends_nothing(page: Page, shown: County) -> None:
    sent = []
    page.on("request", lambda request: sent.append(request.method))
    start(page, shown)
    choose(page, "Who would you talk to if something was worrying you?", "Someone else")
    page.get_by_label("Tell us more, if you like").locator("visible=true").fill("My gran")
    page.keyboard.press("Enter")

    expect(heading(page)).not_to_have_text("Who would you talk to if something was worrying you?")
    reach(page, CHECK)
    expect(row(page, "Who would you talk to")).to_contain_text("Someone else: My gran")
    assert "POST" not in sent


def test_a_choice_goes_on_by_itself_only_where_she_switched_that_on(page: Page, shown: County) -> None:
    start(page, shown)
    page.get_by_text("Agree", exact=True).locator("visible=true").click()
    page.get_by_text("Disagree", exact=True).locator("visible=true").click()
    expect(heading(page)).to_have_text(FIRST)

    page.get_by_role("button", name="Back").click()
    page.get_by_label("Go to the next question when I choose").check()
    page.get_by_role("link", name="Start", exact=True).click()
    page.get_by_text("Not sure", exact=True).locator("visible=true").click()
    expect(heading(page)).to_have_text(SECOND)
    page.get_by_role("radio", name="Agree", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Disagree", exact=True)).to_be_checked()
    expect(heading(page)).to_have_text(SECOND)


def tab_to(page: Page, chosen: str) -> None:
    """Press Tab until what has the focus matches a selector."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("(chosen) => document.activeElement.matches(chosen)", chosen):
            return
    raise AssertionError(f"Tab does not reach {chosen}")


def test_the_whole_survey_with_the_keyboard_alone(page: Page, county: County) -> None:
    page.goto(f"{county.address}/s/voxy")
    page.keyboard.press("Tab")
    expect(page.locator(".skip").first).to_be_focused()
    tab_to(page, 'a[href="#questions"]')
    page.keyboard.press("Enter")
    tab_to(page, "[name=topic]")
    page.keyboard.press("ArrowDown")
    for _ in range(12):
        if heading(page).inner_text() == CHECK:
            break
        if page.locator("#say").is_visible():
            tab_to(page, "#say")
            page.keyboard.type("The last bus goes at six.")
        before = heading(page).inner_text()
        tab_to(page, "[data-part=continue]")
        page.keyboard.press("Enter")
        expect(heading(page)).not_to_have_text(before)
    expect(row(page, "What do you want")).to_contain_text("The last bus goes at six.")
    tab_to(page, "[type=submit]")
    page.keyboard.press("Enter")

    page.wait_for_url("**/sent")


def test_get_help_now_is_one_press_away_and_costs_no_answer(page: Page, shown: County) -> None:
    start(page, shown)
    choose(page, FIRST, "Agree")
    page.get_by_role("link", name="Get help now").click()

    expect(page.locator("#help")).to_be_focused()
    expect(page.locator("#help")).to_be_in_viewport()
    expect(heading(page)).to_have_text(FIRST)
    expect(page.get_by_role("radio", name="Agree", exact=True)).to_be_checked()


@pytest.mark.parametrize(
    "mode",
    [
        {"viewport": PHONE},
        {"viewport": {"width": 1280, "height": 800}},
        {"viewport": PHONE, "color_scheme": "dark"},
        {"viewport": {"width": 320, "height": 640}, "forced_colors": "active"},
        {"viewport": PHONE, "reduced_motion": "reduce"},
    ],
    ids=["phone", "wide", "dark", "narrow in forced colours", "still"],
)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_every_screen_is_accessible(
    browser: Browser, shown: County, mode: dict[str, object], direction: str
) -> None:
    page = browser.new_page(**mode)  # type: ignore[arg-type]
    start(page, shown)
    page.evaluate("(direction) => (document.documentElement.dir = direction)", direction)
    looked_at = {
        GOOD,
        "A grown-up you trust can help you with this.",
        "Who would you talk to if something was worrying you?",
    }
    wrong = axe_problems(page)
    choose(page, FIRST, "Agree")
    choose(page, "How do you like to get information?", "Letter", "Video", "App", "Website")
    wrong += axe_problems(page)
    choose(page, "How old are you?", "Under 11")
    while heading(page).inner_text() != CHECK:
        if heading(page).inner_text() in looked_at:
            wrong += axe_problems(page)
        assert sideways(page) <= 0
        go_on(page)
    wrong += axe_problems(page)
    send(page)
    expect(page.locator(".error-summary")).to_be_focused()
    wrong += axe_problems(page)
    page.locator(".error-summary a").click()
    expect(page).to_have_title(re.compile(r"^Error: How do you like"))
    wrong += axe_problems(page)

    assert wrong == []
    assert sideways(page) <= 0
