"""Every page that can be reached, for everybody who can reach it: axe finds nothing, and nothing goes off the screen."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE, axe_problems, log_in, sideways
from tests.live.county import County

STAFF = (
    "youth-worker",
    "safeguarding-lead",
    "engagement-officer",
    "board-officer",
    "board-member",
    "administrator",
)
WIDE = {"width": 1280, "height": 800}
#: One page of each kind is enough: what differs only in an id, a date or a page number is one kind.
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d{2}-\d{2}|(?<=/)\d+")
FILES = re.compile(r"[./](pdf|docx|csv|xlsx|json|svg|html|yaml)$|/leave$|/logout$|/export")
MOST = 60
#: Looked at as nobody in five modes; a log-in changes nothing on them.
ANYBODYS = re.compile(
    r"/($|\?|(s|r|ways|reports|help-now|contact-me|you-said|privacy|accessibility|parents-and-schools)\b)"
)
#: Looked at on a phone; other words change neither colours nor, but for the direction, where things stand.
IN_OTHER_WORDS = re.compile(r".*[?&]language=")


def kind(address: str) -> str:
    path, _, query = address.partition("?")
    names = sorted(part.partition("=")[0] for part in query.split("&") if part)
    return IDS.sub("#", path) + ("?" + "&".join(names) if names else "")


def links(page: Page, base: str) -> list[str]:
    """The addresses of our own pages that this one links to."""
    found: list[str] = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
    own = [address.removeprefix(base).partition("#")[0] for address in found if address.startswith(base)]
    return [address for address in own if address and not FILES.search(address.partition("?")[0])]


def walk(
    page: Page,
    county: County,
    starts: list[str],
    look: Callable[[str], list[str]],
    *,
    past: re.Pattern[str] | None = None,
) -> list[str]:
    """Open each kind of page once, but for those passed by, and gather what is wrong."""
    waiting, seen, wrong = list(starts), {kind(start) for start in starts}, []
    while waiting and len(seen) < MOST + len(waiting):
        address = waiting.pop(0)
        answer = page.goto(county.address + address)
        if answer is None or answer.status >= 500:
            wrong.append(f"{address}: {answer and answer.status}")
            continue
        wrong += [f"{address}: {problem}" for problem in look(address)]
        for link in links(page, county.address):
            if kind(link) not in seen and not (past and past.match(link)):
                seen.add(kind(link))
                waiting.append(link)
    return wrong


def look_at(page: Page) -> list[str]:
    wide = sideways(page)
    return axe_problems(page) + ([f"{wide} px off the screen"] if wide > 0 else [])


PUBLIC = [
    "/",
    "/s/be-supported",
    "/s/voxy",
    "/r",
    "/help-now",
    "/contact-me",
    "/you-said",
    "/reports",
    "/nowhere",
]


@pytest.mark.parametrize(
    "mode",
    [
        {"viewport": PHONE},
        {"viewport": WIDE},
        {"viewport": PHONE, "color_scheme": "dark"},
        {"viewport": PHONE, "forced_colors": "active"},
    ],
    ids=["phone", "wide", "dark", "forced colours"],
)
def test_public_pages(browser: Browser, shown: County, mode: dict[str, object]) -> None:
    page = browser.new_page(**mode)  # type: ignore[arg-type]
    past = None if mode == {"viewport": PHONE} else IN_OTHER_WORDS

    assert walk(page, shown, PUBLIC, lambda _: look_at(page), past=past) == []


def test_public_pages_from_right_to_left(page: Page, shown: County) -> None:
    def look(_: str) -> list[str]:
        page.evaluate("document.documentElement.dir = 'rtl'")
        return look_at(page)

    assert walk(page, shown, PUBLIC, look) == []


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (640, "200%")])
def test_public_pages_on_a_narrow_screen_and_in_large_text(
    browser: Browser, shown: County, width: int, text: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640})

    def look(_: str) -> list[str]:
        page.evaluate(f"document.documentElement.style.fontSize = '{text}'")
        wide = sideways(page)
        return [f"{wide} px off the screen"] if wide > 0 else []

    assert walk(page, shown, PUBLIC, look) == []


@pytest.mark.parametrize("name", STAFF)
def test_staff_pages(page: Page, shown: County, name: str) -> None:
    log_in(page, shown, name)
    start = page.url.removeprefix(shown.address)

    def look(address: str) -> list[str]:
        lost = address != "/account" and page.locator(".staff-nav:not(:has([aria-current]))").count()
        return look_at(page) + (["no part is marked as the one she is in"] if lost else [])

    assert walk(page, shown, [start, "/account"], look, past=ANYBODYS) == []


def test_the_log_in_page_after_a_wrong_try(page: Page, county: County) -> None:
    page.goto(f"{county.address}/login")
    page.get_by_role("button", name="Sign in").click()

    page.get_by_role("alert").wait_for()
    assert look_at(page) == []


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_every_component_in_every_state(page: Page, shown: County, size: dict[str, int]) -> None:
    page.set_viewport_size(size)
    page.goto(f"{shown.address}/design")

    assert look_at(page) == []
