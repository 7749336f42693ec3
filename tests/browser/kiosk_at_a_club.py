"""A tablet set up as a kiosk, and people who answer on it one after another."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from tests.browser.answering_by_screen import heading, screens_to_the_check
from tests.browser.conftest import log_in
from tests.live.county import County

TABLET = {"width": 800, "height": 1100}
KIOSK = re.compile(r"/kiosk/[0-9a-f-]{36}$")
TITLE = "Be Supported survey"


@contextmanager
def no_signal(page: Page, county: County) -> Iterator[None]:
    """Nothing can be reached: the browser is offline, and stays so afterwards, and there is no server either.

    The browser's own offline mode may let through what a page asks for while it is just opening.
    """
    page.context.set_offline(True)
    county.stop()
    try:
        yield
    finally:
        county.start()


def open_wave(county: County) -> str:
    """The id of the wave that is open, as its addresses bear it."""
    with sqlite3.connect(f"file:{county.home / 'be-supported.db'}?mode=ro", uri=True) as connection:
        query = "SELECT id FROM wave WHERE slug = 'be-supported' AND closed_at IS NULL ORDER BY opens_at DESC"
        found = str(connection.execute(query).fetchone()[0])
    return f"{found[:8]}-{found[8:12]}-{found[12:16]}-{found[16:20]}-{found[20:]}"


def set_up_link(browser: Browser, county: County) -> str:
    """A one-time link, made by the engagement officer."""
    page = browser.new_page()
    log_in(page, county, "engagement-officer")
    page.goto(f"{county.address}/surveys/{open_wave(county)}/kiosk")
    page.get_by_label("Where it lies").fill("Youth club, Didcot")
    page.get_by_role("button", name="Add it and get the link").click()
    secret = page.get_by_label("The link", exact=True).input_value().partition("#")[2]
    page.context.close()
    return f"{county.address}/kiosk/set-up#{secret}"


def tablet(browser: Browser, county: County) -> Page:
    """A tablet that stands at the start, ready for when there is no signal."""
    page = browser.new_context(viewport=TABLET).new_page()
    page.goto(set_up_link(browser, county))
    page.get_by_role("button", name="Set up this tablet").click()
    page.wait_for_url(KIOSK)
    at_the_start(page)
    expect(page.locator("[data-staff=kept]")).to_have_text("Yes")
    return page


def at_the_start(page: Page) -> None:
    """Wait for the start of a clean page."""
    expect(page.get_by_role("link", name="Start", exact=True)).to_be_visible()
    expect(heading(page)).to_have_text(TITLE)
    assert page.locator("#good").input_value() == ""


def write(page: Page, words: str) -> None:
    """Write an answer, wherever its question stands."""
    page.locator("#good").evaluate(
        "(box, words) => { box.value = words; box.dispatchEvent(new Event('input', { bubbles: true })); }",
        words,
    )


def answer(page: Page, words: str) -> None:
    """One person answers, sends, and is thanked."""
    write(page, words)
    screens_to_the_check(page)
    page.get_by_role("button", name="Send my answers").click()
    expect(heading(page)).to_have_text("Thank you")


def done(page: Page) -> None:
    """Make room for the next person."""
    page.get_by_role("button", name="Done", exact=True).click()
    at_the_start(page)


def rows(county: County, words: str) -> int:
    """How many comments hold these words."""
    with sqlite3.connect(f"file:{county.home / 'be-supported.db'}?mode=ro", uri=True) as connection:
        query = "SELECT count(*) FROM comment WHERE text LIKE ?"
        return int(connection.execute(query, (f"%{words}%",)).fetchone()[0])


def everything_kept(page: Page) -> str:
    """All that this browser keeps for us, as text: databases, caches, both storages, the document and its fields."""
    kept: str = page.evaluate(
        """async () => {
          const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
          found.push(document.documentElement.outerHTML);
          for (const field of document.querySelectorAll("input, textarea, select")) found.push(field.value);
          for (const { name } of await indexedDB.databases()) {
            const shelf = await new Promise((resolve) => {
              const asked = indexedDB.open(name);
              asked.onsuccess = () => resolve(asked.result);
            });
            for (const store of shelf.objectStoreNames) {
              found.push(JSON.stringify(await new Promise((resolve) => {
                const asked = shelf.transaction(store).objectStore(store).getAll();
                asked.onsuccess = () => resolve(asked.result);
              })));
            }
          }
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) found.push(await (await cache.match(request)).text());
          }
          return found.join("\\n");
        }"""
    )
    return kept


def waiting(page: Page) -> int:
    """How many answers wait on the tablet."""
    return everything_kept(page).count('"sealed":')
