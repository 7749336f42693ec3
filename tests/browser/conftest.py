"""A real browser against a real server over the demonstration county."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from tests.browser.starting import launch_arguments
from tests.live.county import PASSWORD, County

PHONE = {"width": 360, "height": 740}
AXE = Axe()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Told in the page: what axe found in order is a hundred times as long.
PROBLEMS = """options => axe.run(options).then(
    found => found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target}`)))"""


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's browser where there is one."""
    return launch_arguments()


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """A small phone."""
    return {"viewport": PHONE, "locale": "en-GB", "timezone_id": "Europe/London"}


@pytest.fixture(autouse=True)
def _measured_elsewhere(no_cover: None) -> None:
    """The product runs in a process of its own here; to trace what a test does only slows it."""


def log_in(page: Page, county: County, name: str) -> None:
    """Sign in as one of the demonstration's people."""
    page.goto(f"{county.address}/login")
    page.get_by_label("E-mail").fill(f"{name}@demo.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/login" not in url)


def log_out(page: Page) -> None:
    """Sign out."""
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/login")


def follow(page: Page, link: Locator) -> None:
    """Click a link, and go on when the page it leads to is there."""
    address = link.evaluate("one => one.href")
    link.click()
    page.wait_for_url(lambda url: url == address)


def axe_problems(page: Page) -> list[str]:
    """What axe finds wrong by WCAG 2.0 to 2.2, A and AA, a line each; from the top, where the safety bar covers nothing."""
    page.wait_for_load_state()
    if not page.evaluate("(scrollTo(0, 0), 'axe' in window)"):
        page.add_init_script(AXE.axe_script)  # pages that follow come with it, which is quicker
        page.evaluate(AXE.axe_script)
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    return list(page.evaluate(PROBLEMS, options))


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
