"""A receipt's whole life: sent from a phone, answered by a youth worker, answered back, taken back, gone."""

import re
import sqlite3

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.answering_by_screen import choose, send, start, write
from tests.browser.conftest import PHONE, axe_problems, log_in, sideways
from tests.live.answering import Phone
from tests.live.county import County

WORDS = "Wombats never come to the green bench"
REPLY = "Thank you. Which day is it worst?"
ANSWER = "Wombats are worst on Fridays"


def test_from_sending_to_everything_gone(browser: Browser, page: Page, county: County) -> None:
    code = answer_with_receipt(page, county)
    staff = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    log_in(staff, county, "youth-worker")

    expect(open_the_code(page, county, code)).to_contain_text("Nobody has written back yet")
    look(page)
    write_back(staff, county)
    answer_the_reply(page, county, code)
    read_the_answer(staff, county)
    before = counts(county)
    take_everything_back(page, county, code)

    expect(open_the_code(page, county, code)).to_contain_text("We don't know these five words")
    look(page)
    assert counts(county) == before
    staff.goto(f"{county.address}/moderation?state=all")
    expect(staff.get_by_role("main")).not_to_contain_text("Wombats")
    assert everything_in(county).count("Wombats") == 0
    county.stop()
    assert b"Wombats" not in b"".join(path.read_bytes() for path in county.home.glob("*.db*"))


def look(page: Page) -> None:
    assert (axe_problems(page), sideways(page) <= 0) == ([], True)


def answer_with_receipt(page: Page, county: County) -> str:
    start(page, county)
    choose(page, "I know who to talk to when I need support.", "Agree")
    write(page, "What is good about the support you get?", WORDS)
    choose(page, "Would you like to see what happens", "Yes")
    send(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")
    copy = page.get_by_role("button", name="Copy the five words")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=county.address)
    copy.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    expect(page.locator(".receipt")).to_contain_text("You can take back everything until")
    code: str = page.evaluate("navigator.clipboard.readText()")
    assert code == page.locator("#receipt-words").inner_text().strip()
    return code


def open_the_code(page: Page, county: County, code: str) -> Locator:
    page.goto(f"{county.address}/r")
    page.get_by_label("Your five words").fill(code)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    return page.get_by_role("main")


def find(staff: Page, county: County, words: str) -> None:
    """Open the comment that begins with these words, wherever it stands in the queue."""
    for number in range(1, 40):
        staff.goto(f"{county.address}/moderation?page={number}")
        link = staff.get_by_role("link", name=re.compile(words))
        if link.count():
            link.first.click()
            return
    raise AssertionError(f"not in the queue: {words}")


def write_back(staff: Page, county: County) -> None:
    find(staff, county, WORDS)
    expect(staff.get_by_role("heading", name="Write back")).to_be_visible()
    expect(staff.locator("[data-keys]")).to_be_visible()
    staff.keyboard.press("r")
    staff.wait_for_url("**/reply*")
    look(staff)
    staff.get_by_label("Your reply").fill(REPLY)
    staff.get_by_role("button", name="Send the reply").click()
    expect(staff.locator(".talk")).to_contain_text(REPLY)
    look(staff)
    staff.get_by_role("link", name=re.compile("Take this reply back")).click()
    expect(staff.get_by_role("heading", level=1)).to_have_text("Take a reply back")
    look(staff)
    staff.get_by_role("link", name="No, leave it").click()
    expect(staff.locator(".talk")).to_contain_text(REPLY)


def answer_the_reply(page: Page, county: County, code: str) -> None:
    expect(open_the_code(page, county, code)).to_contain_text(REPLY)
    page.get_by_role("textbox", name="Answer").fill(ANSWER)
    look(page)
    page.get_by_role("button", name="Send my answer").click()
    expect(page.get_by_role("main")).to_contain_text("We have your answer")
    expect(page.get_by_role("main")).not_to_contain_text("Wombats")
    look(page)


def read_the_answer(staff: Page, county: County) -> None:
    find(staff, county, ANSWER)
    expect(staff.get_by_role("heading", level=1)).to_have_text("Answer to a reply")
    expect(staff.locator(".talk")).to_contain_text(REPLY)
    staff.get_by_role("button", name=re.compile("Count only")).click()


def take_everything_back(page: Page, county: County, code: str) -> None:
    open_the_code(page, county, code)
    page.get_by_role("button", name="Show me what I sent").click()
    expect(page.get_by_role("main")).to_contain_text(ANSWER)
    look(page)
    page.get_by_role("button", name="Go back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We know your code")
    page.get_by_role("button", name="Take back everything I sent").click()
    expect(page.get_by_role("main")).to_contain_text("1 reply to you.")
    look(page)
    page.get_by_role("button", name="Yes, take it all back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("It is all gone")
    look(page)


def counts(county: County) -> list[tuple[object, ...]]:
    """The folded counts of every wave."""
    with sqlite3.connect(county.home / "be-supported.db") as connection:
        return sorted(
            connection.execute("SELECT hex(wave_id), subject, row, col, sum(n) FROM tally GROUP BY 1,2,3,4")
        )


def everything_in(county: County) -> str:
    """The whole database as a dump."""
    with sqlite3.connect(county.home / "be-supported.db") as connection:
        return "\n".join(connection.iterdump())


def code_by_post(county: County) -> str:
    """Answer the survey without a browser; the code."""
    phone = Phone(county.address)
    fields = phone.form("/s/be-supported") | {"good": WORDS, "hear_back": "yes"}
    found = re.search(r'id="receipt-words"[^>]*>([^<]+)<', phone.open("/s/be-supported", fields).text)
    assert found is not None
    return found.group(1).strip()


def test_the_talk_can_be_read_in_every_way(browser: Browser, county: County) -> None:
    code = code_by_post(county)
    staff = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    log_in(staff, county, "youth-worker")
    write_back(staff, county)
    page = browser.new_context(viewport=PHONE).new_page()
    answer_the_reply(page, county, code)

    for width, scheme, colours, direction in (
        (320, "light", "none", "ltr"),
        (360, "dark", "none", "rtl"),
        (360, "light", "active", "ltr"),
        (1280, "light", "none", "rtl"),
    ):
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme, forced_colors=colours)
        open_the_code(page, county, code)
        page.evaluate(f"document.documentElement.dir = '{direction}'")
        look(page)


def test_the_code_works_by_keyboard_and_without_scripts(browser: Browser, county: County) -> None:
    code = code_by_post(county)
    page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()

    page.goto(f"{county.address}/r")
    page.get_by_label("Your five words").fill(code.upper())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("We know your code")
    page.get_by_role("button", name="Take back everything I sent").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Take back everything?")
    page.get_by_role("button", name="No, keep it").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("We know your code")
    page.reload()
    page.goto(f"{county.address}/r")
    expect(page.get_by_label("Your five words")).to_have_value("")
