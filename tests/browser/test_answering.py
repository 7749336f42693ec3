"""A young person on a small phone: answers with and without scripts, puts things right, keeps her code, leaves."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.answering_by_screen import choose, go_on, heading, reach, screens_to_the_check, send, start
from tests.browser.conftest import PHONE, axe_problems, sideways
from tests.live.county import County

SURVEY = "/s/be-supported"
CASES = json.loads((Path(__file__).parents[1] / "surveys" / "skip_cases.json").read_text(encoding="utf-8"))
DESK = {"width": 1280, "height": 800}


def answer(page: Page, answers: dict[str, list[str]]) -> None:
    """Put answers into the form as they are named in the cases, boxes of hidden questions too."""
    page.locator("[data-survey]").evaluate(
        """(form, answers) => {
          for (const [name, values] of Object.entries(answers))
            for (const box of document.getElementsByName(name))
              if (["radio", "checkbox"].includes(box.type)) box.checked = values.includes(box.value);
              else box.value = values.join("\\n");
          form.dispatchEvent(new Event("input"));
        }""",
        answers,
    )


@pytest.mark.parametrize("slug", ["be-supported", "voxy"])
def test_the_browser_shows_what_the_server_judges(page: Page, shown: County, slug: str) -> None:
    cases = [case for case in CASES["instruments"] if case["instrument"] == slug]
    assert cases
    for case in cases:
        page.goto(f"{shown.address}/s/{slug}")
        answer(page, case["answers"])
        screens = screens_to_the_check(page)
        assert len(screens) == len(set(screens))
        assert (set(case["shown"]) - set(screens), set(case["hidden"]) & set(screens)) == (set(), set()), case
        page.evaluate("sessionStorage.clear()")


@pytest.mark.parametrize("made", CASES["surveys"], ids=lambda made: made["name"])
def test_the_browser_judges_every_kind_of_condition_alike(
    page: Page, shown: County, made: dict[str, Any]
) -> None:
    page.goto(f"{shown.address}/s/voxy")
    for case in made["cases"]:
        found = page.evaluate(
            """async ([script, questions, sent]) => {
              const { holds } = await import(script);
              const answers = new Map();
              const shown = [];
              for (const { code, shown_when: condition } of questions) {
                if (condition && !holds(condition, answers)) continue;
                if (condition) shown.push(code);
                answers.set(code, sent[code] ?? []);
              }
              return shown;
            }""",
            [page.locator("script[type=module]").get_attribute("src"), made["questions"], case["answers"]],
        )
        assert found == case["shown"], case


def test_without_scripts_one_form_is_filled_in_and_sent_once(browser: Browser, county: County) -> None:
    page = browser.new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(county.address + SURVEY)

    page.get_by_role("group", name="When I ask for help, people listen to me.").get_by_label(
        "Disagree", exact=True
    ).check()
    page.get_by_role("group", name="What makes it hard to talk to someone?").get_by_label(
        "I don't want to be a bother"
    ).check()
    page.get_by_label("What is good about the support you get?").fill("The drop-in is warm.")
    page.get_by_role("group", name="Would you like to see what happens").get_by_label("Yes").check()
    page.get_by_role("button", name="Send my answers").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert len(page.locator("#receipt-words").inner_text().split()) == 5
    assert page.locator("[data-copy]").is_hidden()


def test_putting_right_keeping_the_code_and_looking_it_up(page: Page, county: County) -> None:
    start(page, county)
    choose(page, "How do you like to get information?", "Talking to someone", "Website", "App", "Video")
    choose(page, "Would you like to see what happens", "Yes")
    send(page)

    expect(page.locator(".error-summary")).to_be_focused()
    assert page.title().startswith("Error: ")
    assert (axe_problems(page), sideways(page) <= 0) == ([], True)
    page.locator(".error-summary a").click()
    expect(page.locator("#info_how")).to_be_focused()
    assert page.title().startswith("Error: How do you like to get information?")
    page.get_by_label("Video", exact=True).uncheck()
    go_on(page)
    send(page)
    page.wait_for_url("**/sent")
    assert (axe_problems(page), sideways(page) <= 0) == ([], True)
    code = page.locator("#receipt-words").inner_text()

    page.goto(f"{county.address}/r")
    page.get_by_label("Your five words").fill(code.upper().replace(" ", "-"))
    page.get_by_role("button", name="Show me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We know your code")
    assert (axe_problems(page), sideways(page) <= 0) == ([], True)


def test_a_wrong_code_and_an_empty_request_say_what_to_do(page: Page, shown: County) -> None:
    page.goto(f"{shown.address}/r")
    page.get_by_label("Your five words").fill("apple apple")
    page.get_by_role("button", name="Show me").click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert (axe_problems(page), sideways(page) <= 0) == ([], True)

    page.goto(f"{shown.address}/contact-me")
    page.get_by_role("button", name="Ask someone to get in touch").click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert (axe_problems(page), sideways(page) <= 0) == ([], True)


def test_nothing_sticky_covers_what_has_the_focus(page: Page, shown: County) -> None:
    start(page, shown, "voxy")
    covered = []
    for turn in range(70):
        page.keyboard.press("Tab")
        if turn % 12 == 11:
            go_on(page)
        place = page.evaluate(
            """() => {
              const one = document.activeElement;
              const box = (one.labels?.[0] ?? one).getBoundingClientRect();
              const bar = document.querySelector(".safety-bar").getBoundingClientRect();
              if (one.closest(".safety-bar, .skip, .header") || one === document.body) return null;
              return [one.id || one.href || one.type, box.top >= bar.bottom - 1 && box.bottom <= innerHeight + 1];
            }"""
        )
        if place is not None and not place[1]:
            covered.append(place[0])

    assert covered == []


def test_what_one_presses_is_large_enough(page: Page, shown: County) -> None:
    start(page, shown)
    boxes: list[list[Any]] = []
    while page.get_by_role("button", name="Continue").is_visible():
        boxes += pressed(page)
        go_on(page)
    boxes += pressed(page)

    assert len(boxes) > 120
    assert [box for box in boxes if box[1] < 44 or box[2] < 44] == []
    assert min(box[2] for box in boxes if "choice__label" in box[3]) >= 52


def pressed(page: Page) -> list[list[Any]]:
    """What can be pressed on this screen: its words, width, height and class."""
    found: list[list[Any]] = page.eval_on_selector_all(
        ".choice__label, .button, .exit-button, .safety-bar__help, .help-panel__ways a, .text-answer, dd a",
        "all => all.filter((one) => one.checkVisibility()).map((one) => { const box = one.getBoundingClientRect();"
        " return [one.textContent.trim(), box.width, box.height, one.className]; })",
    )
    return found


def test_how_much_is_left_is_said_only_near_the_limit(page: Page, shown: County) -> None:
    start(page, shown)
    reach(page, "What is good about the support you get?")
    box = page.get_by_label("What is good about the support you get?")
    count = box.locator("xpath=following-sibling::p[1]")

    box.fill("x" * 800)
    expect(count).to_have_text("")
    box.fill("🙂" * 990)
    expect(count).to_have_text("You have 10 characters left.")
    box.fill("x" * 1003)
    expect(count).to_have_text("This is 3 characters too long.")


def test_nobody_clears_the_others(page: Page, shown: County) -> None:
    start(page, shown)
    reach(page, "Who would you talk to")
    who = page.get_by_role("group", name="Who would you talk to")
    who.get_by_label("Friend").check()
    who.get_by_label("Nobody").check()
    expect(who.get_by_label("Friend")).not_to_be_checked()
    who.get_by_label("Friend").check()
    expect(who.get_by_label("Nobody")).not_to_be_checked()


@pytest.mark.parametrize("way", ["button", "keyboard"])
def test_leaving_goes_to_the_neutral_page_and_leaves_nothing_behind(
    browser: Browser, county: County, way: str
) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(f"{county.address}/help-now")
    start(page, county)
    reach(page, "What is good about the support you get?")
    page.get_by_label("What is good about the support you get?").fill("Nobody may see this")

    with page.expect_request("https://www.bbc.co.uk/weather"):
        if way == "button":
            page.locator(".exit-button").click()
        else:
            heading(page).click()
            for _ in range(3):
                page.keyboard.press("Shift")
    expect(page).not_to_have_url(re.compile("/s/"))
    page.go_back()

    assert page.url == f"{county.address}/help-now"


def test_a_touch_screen_has_no_keyboard_way_out(browser: Browser, shown: County) -> None:
    page = browser.new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(shown.address + SURVEY)
    for _ in range(4):
        page.keyboard.press("Shift")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith(SURVEY)


def test_the_first_visit_asks_for_little_and_nothing_from_elsewhere(page: Page, shown: County) -> None:
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(shown.address + SURVEY, wait_until="networkidle")

    assert len(asked) <= 4
    assert [address for address in asked if not address.startswith(shown.address)] == []
