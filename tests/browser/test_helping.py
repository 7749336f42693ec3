"""Somebody who is helped says so at the start, and is asked to do what is hers alone on her own."""

import sqlite3

from playwright.sync_api import Browser, Page, expect

from tests.browser.answering_by_screen import CHECK, heading, reach, send, write
from tests.browser.conftest import PHONE, axe_problems, sideways
from tests.live.county import County

GOOD = "What is good about the support you get?"
WORDS = "MARKERWORDS she helps me read"
ALONE = "I want to do this on my own"
LAST = "Do this last part on your own"


def open_survey(page: Page, county: County) -> None:
    page.goto(f"{county.address}/s/be-supported")


def say_who_helps(page: Page) -> None:
    page.get_by_text("Somebody is helping me", exact=True).click()
    page.get_by_label("How do they help?").select_option("reads")
    page.get_by_label("Who is it?").select_option("teacher")


def kept(county: County) -> list[tuple[str, str]]:
    with sqlite3.connect(f"file:{county.home / 'be-supported.db'}?mode=ro", uri=True) as connection:
        query = (
            "SELECT help_given, helper_role FROM response"
            " JOIN comment ON comment.response_id = response.id WHERE comment.text = ?"
        )
        return connection.execute(query, (WORDS,)).fetchall()


def test_with_scripts_it_outlives_a_reload_and_is_sent(page: Page, county: County) -> None:
    open_survey(page, county)
    say_who_helps(page)
    assert (axe_problems(page), sideways(page) <= 0) == ([], True)
    page.get_by_role("link", name="Start", exact=True).click()
    expect(page.get_by_text(ALONE).locator("visible=true")).to_have_count(0)
    write(page, GOOD, WORDS)
    page.get_by_text(ALONE).locator("visible=true").click()
    expect(page.get_by_text("You can ask them to step away now.").locator("visible=true")).to_have_count(1)
    assert (axe_problems(page), sideways(page) <= 0) == ([], True)
    page.reload()
    reach(page, CHECK)
    expect(page.get_by_text(LAST)).to_be_visible()
    send(page)

    page.wait_for_url("**/sent")
    assert kept(county) == [("reads", "teacher")]


def test_without_scripts_it_is_the_same(browser: Browser, county: County) -> None:
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    open_survey(page, county)
    expect(page.get_by_text(LAST)).to_be_hidden()
    say_who_helps(page)
    expect(page.get_by_text(LAST)).to_be_visible()
    page.get_by_label(GOOD).fill(WORDS)
    page.get_by_role("button", name="Send my answers").click()

    page.wait_for_url("**/sent")
    assert kept(county) == [("reads", "teacher")]


def test_who_has_no_help_is_asked_nothing_more(page: Page, shown: County) -> None:
    open_survey(page, shown)
    page.get_by_role("link", name="Start", exact=True).click()
    reach(page, GOOD)
    expect(page.get_by_text(ALONE).locator("visible=true")).to_have_count(0)
    reach(page, CHECK)

    expect(heading(page)).to_have_text(CHECK)
    expect(page.get_by_text(LAST)).to_be_hidden()
    expect(page.get_by_text("I want to finish this on my own")).to_be_visible()
