"""A tablet at a club: one after another, with and without signal, and nothing of one person left for the next."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.answering_by_screen import choose, heading, reach
from tests.browser.conftest import axe_problems, log_in, sideways
from tests.browser.kiosk_at_a_club import (
    KIOSK,
    TABLET,
    answer,
    at_the_start,
    done,
    everything_kept,
    no_signal,
    open_wave,
    rows,
    set_up_link,
    tablet,
    waiting,
    write,
)
from tests.live.county import County, copy_county

MARK = "MARKERWORDS"


@pytest.fixture(scope="module")
def county(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[County]:
    """One county for these tests: each writes words of its own."""
    one = County(copy_county(loaded, tmp_path_factory.mktemp("club")))
    one.start()
    yield one
    one.stop()


@pytest.fixture
def words() -> str:
    """Words that nobody else writes."""
    return f"{MARK} {uuid4().hex}"


@pytest.fixture
def page(browser: Browser, county: County) -> Page:
    """A tablet that is set up."""
    return tablet(browser, county)


def staff(page: Page) -> None:
    page.get_by_text("For staff", exact=True).click()


def look(page: Page) -> list[str]:
    wide = sideways(page)
    return axe_problems(page) + ([f"{wide} px off the screen"] if wide > 0 else [])


def test_twenty_wait_without_signal_and_arrive_once_each(page: Page, county: County, words: str) -> None:
    with no_signal(page, county):
        for number in range(20):
            answer(page, f"{words} {number}.")
            done(page)

        expect(page.get_by_text("Answers that wait to be sent: 20")).to_be_visible()
        assert rows(county, words) == 0
        assert (waiting(page), MARK in everything_kept(page)) == (20, False)
    page.context.set_offline(False)
    staff(page)
    page.get_by_role("button", name="Send now").click()
    expect(page.get_by_text("Everything that can be sent has been sent.")).to_be_visible()

    assert waiting(page) == 0
    assert [rows(county, f"{words} {number}.") for number in range(20)] == [1] * 20
    expect(page.get_by_text(re.compile("Answers that wait to be sent:"))).to_be_hidden()


def test_they_go_by_themselves_when_signal_is_back(page: Page, county: County, words: str) -> None:
    with no_signal(page, county):
        answer(page, words)
        expect(page.get_by_text("Your answers are locked in this tablet.")).to_be_visible()
        done(page)
    with page.expect_response(re.compile("/send$")):
        page.context.set_offline(False)

    expect(page.locator("[data-waiting]")).to_be_hidden()
    assert rows(county, words) == 1


def test_with_signal_they_go_at_once(page: Page, county: County, words: str) -> None:
    answer(page, words)

    expect(page.get_by_text("We have your answers.")).to_be_visible()
    assert (waiting(page), rows(county, words)) == (0, 1)


def test_a_connection_cut_after_the_server_stored_them_ends_in_one_row(
    page: Page, county: County, words: str
) -> None:
    cut = []

    def swallow(route: Route) -> None:
        if cut:
            return route.continue_()
        cut.append(route.fetch().status)
        return route.abort("connectionreset")

    page.context.route("**/send", swallow)
    with page.expect_event("requestfailed", lambda request: request.url.endswith("/send")):
        answer(page, words)
    expect(page.get_by_text("Your answers are locked in this tablet.")).to_be_visible()
    assert (cut, rows(county, words)) == ([200], 1)
    done(page)
    staff(page)
    page.get_by_role("button", name="Send now").click()
    expect(page.get_by_text("Everything that can be sent has been sent.")).to_be_visible()

    assert (waiting(page), rows(county, words)) == (0, 1)


def test_back_and_forward_lead_to_no_answer(page: Page, words: str) -> None:
    choose(start(page), "I know who to talk to when I need support.", "Agree")
    page.locator("#good").evaluate("(box, words) => { box.value = words; }", words)
    reach(page, "Check your answers")
    page.get_by_role("button", name="Send my answers").click()
    expect(heading(page)).to_have_text("Thank you")
    for _ in range(3):
        page.go_back()
        at_the_start(page)
        assert MARK not in everything_kept(page)
    page.go_forward()
    at_the_start(page)

    assert page.locator("input:checked").count() == 0


def start(page: Page) -> Page:
    page.get_by_role("link", name="Start", exact=True).click()
    return page


@pytest.mark.parametrize("way", ["button", "keyboard", "skip link", "reload"])
def test_leaving_is_a_clean_start(page: Page, way: str, words: str) -> None:
    write(page, words)
    start(page)
    if way == "button":
        page.locator(".exit-button").click()
    elif way == "keyboard":
        for _ in range(3):
            page.keyboard.press("Shift")
    elif way == "skip link":
        page.get_by_role("link", name="Clear this and go to the start").press("Enter")
    else:
        page.reload()

    at_the_start(page)
    expect(page).to_have_url(KIOSK)
    assert MARK not in everything_kept(page)


def test_who_is_gone_is_asked_and_then_cleared(page: Page, words: str) -> None:
    page.clock.install()
    page.reload()
    at_the_start(page)
    start(page)
    write(page, words)
    page.clock.run_for(3 * 60 * 1000 + 1000)
    expect(page.get_by_role("dialog")).to_be_visible()
    assert look(page) == []
    page.get_by_role("button", name="I am still here").click()
    page.clock.run_for(2 * 60 * 1000)
    assert page.locator("#good").input_value() == words
    page.clock.run_for(60 * 1000 + 1000)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.clock.run_for(60 * 1000 + 1000)

    at_the_start(page)
    assert MARK not in everything_kept(page)


def test_thanks_give_way_to_the_start_by_themselves(page: Page, words: str) -> None:
    page.clock.install()
    page.reload()
    at_the_start(page)
    answer(page, words)
    page.clock.run_for(31 * 1000)

    at_the_start(page)


def test_it_starts_without_signal_in_every_language(page: Page) -> None:
    page.context.set_offline(True)
    again = page.context.new_page()
    again.goto(page.url)
    at_the_start(again)
    again.get_by_role("link", name="Polski").click()
    expect(again.locator("html")).to_have_attribute("lang", "pl")
    again.get_by_role("link", name="English", exact=True).click()
    at_the_start(again)
    again.get_by_role("link", name="Easy Read with pictures").click()
    expect(again).to_have_url(re.compile("read=easy$"))
    named = again.evaluate(
        '[...document.documentElement.outerHTML.matchAll(/"(\\/assets\\/[^"#]+)/g)].map((one) => one[1])'
    )
    kept = again.evaluate(
        "caches.open('kiosk').then((one) => one.keys()).then((all) => all.map((one) => one.url))"
    )
    assert any("pictures" in address for address in named)
    assert [address for address in named if again.url.partition("/kiosk")[0] + address not in kept] == []


def test_one_more_than_may_be_chosen_is_not_chosen(page: Page) -> None:
    start(page)
    reach(page, "How do you like to get information?")
    for label in ("Website", "App", "Video"):
        page.get_by_label(label, exact=True).check()
    page.get_by_label("Letter", exact=True).click()

    expect(page.get_by_text("Choose up to 3 answers.")).to_be_visible()
    assert page.get_by_label("Letter", exact=True).is_checked() is False
    assert look(page) == []


def test_a_link_that_was_used_sets_nothing_up(browser: Browser, county: County) -> None:
    link = set_up_link(browser, county)
    first, second = (browser.new_page(viewport=TABLET) for _ in range(2))
    for one in (first, second):
        one.goto(link)
        assert "#" not in one.url
        one.get_by_role("button", name="Set up this tablet").click()
    first.wait_for_url(KIOSK)

    expect(second.get_by_text("This link does not work")).to_be_visible()
    assert look(second) == []
    second.goto(first.url)
    expect(second.get_by_text("This tablet is not set up yet")).to_be_visible()
    assert second.get_by_role("link", name="Start", exact=True).is_hidden()
    assert look(second) == []


def test_without_scripts_it_says_so_and_offers_the_plain_survey(page: Page, browser: Browser) -> None:
    plain = browser.new_context(java_script_enabled=False, viewport=TABLET).new_page()
    plain.goto(page.url)

    expect(plain.get_by_text("The kiosk needs scripts")).to_be_visible()
    assert plain.get_by_role("link", name="Start", exact=True).is_hidden()
    plain.get_by_role("link", name="Answer the plain survey instead").first.click()
    plain.wait_for_url("**/s/be-supported")


def test_the_officers_pages_are_accessible(browser: Browser, county: County) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    log_in(page, county, "engagement-officer")
    page.goto(f"{county.address}/surveys/{open_wave(county)}/kiosk")
    page.get_by_role("button", name="Add it and get the link").click()
    page.get_by_role("alert").wait_for()
    wrong = look(page)
    page.get_by_label("Where it lies").fill("A very long name of a club that meets in the old library")
    page.get_by_role("button", name="Add it and get the link").click()
    page.get_by_label("The link", exact=True).wait_for()
    wrong += look(page)
    page.get_by_role("link", name="Back to kiosks").click()
    page.get_by_role("heading", name="Kiosks for").wait_for()
    wrong += look(page)

    assert wrong == []


@pytest.mark.parametrize(
    "mode", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=["light", "dark", "forced"]
)
def test_each_state_is_accessible(browser: Browser, county: County, mode: dict[str, str], words: str) -> None:
    page = tablet(browser, county)
    page.emulate_media(**mode)  # type: ignore[arg-type]
    wrong = look(page)
    staff(page)
    wrong += look(page)
    with no_signal(page, county):
        answer(page, words)
        page.evaluate("scrollTo(0, 0)")
        wrong += look(page)
        done(page)
        staff(page)
        page.get_by_role("button", name="Send now").click()
        expect(page.get_by_text("We could not send now.")).to_be_visible()
        wrong += look(page)
        page.set_viewport_size({"width": 320, "height": 640})
        wrong += look(page)

    assert wrong == []
