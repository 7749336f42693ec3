"""Once it is open, the survey is finished and sent over whatever network there is, once (SAFETY R-12, R-90)."""

import re
import sqlite3

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.answering_by_screen import CHECK, choose, go_on, heading, reach, send, start, write
from tests.browser.conftest import PHONE, axe_problems, sideways
from tests.live.county import County

GOOD = "What is good about the support you get?"
WORDS = "The bench by the river is where we talk."


def rows(county: County) -> int:
    with sqlite3.connect(f"file:{county.home / 'be-supported.db'}?mode=ro", uri=True) as connection:
        return int(connection.execute("SELECT count(*) FROM comment WHERE text = ?", (WORDS,)).fetchone()[0])


def unsent(page: Page):  # a locator
    return page.get_by_text("We have not sent it yet")


def thanked(page: Page) -> None:
    page.wait_for_url("**/sent")
    expect(heading(page)).to_have_text("Thank you")
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_finished_and_sent_without_signal_it_arrives_when_there_is_some(page: Page, county: County) -> None:
    start(page, county)
    page.context.set_offline(True)
    write(page, GOOD, WORDS)
    choose(page, "Would you like to see what happens with what you said?", "Yes")
    send(page)

    expect(unsent(page)).to_be_visible()
    expect(page.get_by_text("Your answers are still here on this phone. We keep trying.")).to_be_visible()
    expect(page.locator("[data-said=unsent]").get_by_role("link", name="Call 0800 1111")).to_be_visible()
    expect(page.get_by_role("button", name="Try now")).to_be_visible()
    page.context.set_offline(False)

    thanked(page)
    assert len(page.locator("#receipt-words").inner_text().split()) == 5
    assert rows(county) == 1


def test_the_page_that_waits_is_accessible(page: Page, shown: County) -> None:
    start(page, shown)
    write(page, GOOD, WORDS)
    page.context.set_offline(True)
    send(page)
    expect(unsent(page)).to_be_visible()
    page.evaluate("scrollTo(0, 0)")

    assert (axe_problems(page), sideways(page) <= 0) == ([], True)


def test_a_connection_cut_after_the_server_stored_it_ends_in_one_row(page: Page, county: County) -> None:
    cut = []

    def swallow(route: Route) -> None:
        if route.request.method == "POST" and not cut:
            cut.append(route.fetch(max_redirects=0).status)
            return route.abort("connectionreset")
        return route.continue_()

    page.route("**/s/be-supported", swallow)
    start(page, county)
    write(page, GOOD, WORDS)
    send(page)

    thanked(page)
    assert (cut, rows(county)) == ([303], 1)


def test_a_server_that_is_gone_and_comes_back_takes_it_once(page: Page, county: County) -> None:
    start(page, county)
    write(page, GOOD, WORDS)
    county.kill()
    send(page)
    expect(unsent(page)).to_be_visible()
    county.start()
    page.get_by_role("button", name="Try now").click()

    thanked(page)
    assert rows(county) == 1


def test_a_server_without_its_database_is_tried_again(page: Page, county: County) -> None:
    start(page, county)
    write(page, GOOD, WORDS)
    county.stop()
    broken = County(county.home, DATABASE_URL="postgresql+psycopg://nobody@127.0.0.1:9/nothing")
    broken.port = county.port
    broken.start()
    with page.expect_response(lambda response: response.status == 503):
        send(page)
    expect(unsent(page)).to_be_visible()
    broken.stop()
    county.start()

    thanked(page)
    assert rows(county) == 1


def test_pressing_send_many_times_sends_once(page: Page, county: County) -> None:
    sent = []
    page.on("request", lambda request: sent.append(request.method))
    start(page, county)
    write(page, GOOD, WORDS)
    reach(page, CHECK)
    page.get_by_role("button", name="Send my answers").evaluate(
        "(button) => { for (let turn = 0; turn < 5; turn += 1) button.click(); }"
    )

    thanked(page)
    assert (sent.count("POST"), rows(county)) == (1, 1)


def test_back_after_sending_shows_none_of_it(page: Page, county: County) -> None:
    start(page, county)
    write(page, GOOD, WORDS)
    send(page)
    thanked(page)
    page.go_back()

    expect(heading(page)).to_have_text("Be Supported survey")
    assert page.locator("#good").input_value() == ""


def test_what_was_typed_comes_back_after_a_reload_and_counts_once(page: Page, county: County) -> None:
    start(page, county)
    write(page, GOOD, WORDS)
    page.route("**/s/be-supported", lambda route: route.fetch(max_redirects=0) and route.abort())
    send(page)
    expect(unsent(page)).to_be_visible()
    page.unroute_all()
    page.reload()

    expect(page.get_by_text("Your answers are still here", exact=True)).to_be_visible()
    assert (axe_problems(page), sideways(page) <= 0) == ([], True)
    expect(heading(page)).to_have_text(CHECK)
    send(page)
    thanked(page)
    assert rows(county) == 1


def test_a_duplicated_tab_sends_the_same_answers_once(page: Page, county: County) -> None:
    start(page, county)
    write(page, GOOD, WORDS)
    go_on(page)
    with page.expect_popup() as opened:
        page.evaluate("open(location.href)")
    twin = opened.value

    expect(twin.get_by_text("Your answers are still here", exact=True)).to_be_visible()
    twin.get_by_role("link", name="Start", exact=True).click()
    for tab in (twin, page):
        send(tab)
        thanked(tab)

    assert rows(county) == 1


def test_start_again_wipes_everything(page: Page, shown: County) -> None:
    start(page, shown)
    write(page, GOOD, WORDS)
    before = page.locator("[name=submission_id]").input_value()
    page.reload()
    with page.expect_navigation():
        page.get_by_role("button", name="Start again").click()

    expect(heading(page)).to_have_text("Be Supported survey")
    assert page.locator("#good").input_value() == ""
    assert page.locator("[name=submission_id]").input_value() != before
    assert page.evaluate("sessionStorage.length") == 0


@pytest.mark.parametrize("minutes", [29, 31])
def test_what_is_kept_is_kept_for_half_an_hour(page: Page, shown: County, minutes: int) -> None:
    page.clock.install()
    start(page, shown)
    write(page, GOOD, WORDS)
    assert page.evaluate("sessionStorage.length") == 1
    page.clock.fast_forward(minutes * 60 * 1000)
    kept = page.evaluate("sessionStorage.length")
    page.reload()

    assert (kept, page.locator("#good").input_value()) == ((1, WORDS) if minutes < 30 else (0, ""))
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("way", ["button", "keyboard", "skip link"])
def test_leaving_wipes_it(browser: Browser, shown: County, way: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    start(page, shown)
    write(page, GOOD, WORDS)
    with page.expect_request("https://www.bbc.co.uk/weather"):
        if way == "button":
            page.locator(".exit-button").click()
        elif way == "keyboard":
            for _ in range(3):
                page.keyboard.press("Shift")
        else:
            page.get_by_role("link", name="Leave this page quickly").press("Enter")
    expect(page).not_to_have_url(re.compile("/s/"))
    page.goto(f"{shown.address}/s/be-supported")

    assert page.evaluate("sessionStorage.length") == 0
    assert page.locator("#good").input_value() == ""


def test_a_survey_that_closed_meanwhile_gives_her_words_back(page: Page, county: County) -> None:
    start(page, county)
    write(page, GOOD, WORDS)
    with sqlite3.connect(county.home / "be-supported.db") as connection:
        connection.execute(
            "UPDATE wave SET closes_at = strftime('%Y-%m-%d %H:%M:%S.000000', opens_at, '+1 minute')"
            " WHERE slug = 'be-supported'"
        )
    send(page)

    expect(page.locator("textarea[readonly]")).to_have_value(WORDS)
    assert page.evaluate("sessionStorage.length") == 0
    assert rows(county) == 0


def test_what_is_put_right_survives_a_reload_too(page: Page, county: County) -> None:
    start(page, county)
    choose(page, "How do you like to get information?", "Letter", "Video", "App", "Website")
    send(page)
    page.locator(".error-summary a").click()
    page.get_by_label("Website", exact=True).uncheck()
    go_on(page)
    page.get_by_role("link", name=GOOD).click()
    page.get_by_label(GOOD).fill(WORDS)
    page.reload()
    send(page)

    thanked(page)
    assert rows(county) == 1


def test_where_scripts_fail_the_page_is_whole_and_plain(browser: Browser, county: County) -> None:
    page = browser.new_page(viewport=PHONE)
    page.add_init_script("JSON.parse = () => { throw new Error('no'); };")
    page.goto(f"{county.address}/s/be-supported")
    page.get_by_label(GOOD).fill(WORDS)
    assert page.get_by_role("button", name="Continue").is_hidden()
    assert page.get_by_text("Answer this if").count() > 0
    page.get_by_role("button", name="Send my answers").click()

    page.wait_for_url("**/sent")
    assert rows(county) == 1


def test_where_the_browser_keeps_nothing_it_is_still_sent(browser: Browser, county: County) -> None:
    page = browser.new_page(viewport=PHONE)
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no'); } });"
        "window.fetch = () => { throw new Error('no'); };"
    )
    start(page, county)
    write(page, GOOD, WORDS)
    send(page)

    page.wait_for_url("**/sent")
    assert rows(county) == 1
