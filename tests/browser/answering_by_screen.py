"""Answers the survey as it stands where scripts run: one question a screen."""

from playwright.sync_api import Locator, Page, expect

from tests.live.county import County

MOST_SCREENS = 40
CHECK = "Check your answers"


def start(page: Page, county: County, slug: str = "be-supported") -> None:
    """Open the survey and press Start."""
    page.goto(f"{county.address}/s/{slug}")
    page.get_by_role("link", name="Start", exact=True).click()


def heading(page: Page) -> Locator:
    """The one heading of the screen."""
    return page.get_by_role("heading", level=1)


def go_on(page: Page) -> None:
    """Press Continue and wait for another heading."""
    before = heading(page).inner_text()
    page.get_by_role("button", name="Continue", exact=True).click()
    expect(heading(page)).not_to_have_text(before)


def reach(page: Page, words: str) -> None:
    """Press Continue until the screen with this heading stands there."""
    for _ in range(MOST_SCREENS):
        if words in heading(page).inner_text():
            return
        go_on(page)
    raise AssertionError(f"no screen is headed {words}")


def choose(page: Page, question: str, *labels: str) -> None:
    """Go to a question and choose answers."""
    reach(page, question)
    for label in labels:
        page.get_by_role("group").get_by_label(label, exact=True).check()


def write(page: Page, question: str, words: str) -> None:
    """Go to a question and write an answer."""
    reach(page, question)
    page.get_by_label(question).fill(words)


def send(page: Page) -> None:
    """Go to the check of the answers and press Send."""
    reach(page, CHECK)
    page.get_by_role("button", name="Send my answers").click()


def screens_to_the_check(page: Page) -> list[str]:
    """Press Continue from the first question on; the codes of the questions and notes in the order they stood there."""
    codes: list[str] = page.evaluate(
        """() => {
          const seen = [];
          document.querySelector('a[href="#questions"]').click();
          for (let turn = 0; turn < 60; turn += 1) {
            const shown = [...document.querySelectorAll("[data-question]")].filter((one) => one.checkVisibility());
            if (!shown.length) break;
            seen.push(...shown.map((one) => one.dataset.question));
            document.querySelector("[data-part=continue]").click();
          }
          return seen;
        }"""
    )
    expect(heading(page)).to_have_text(CHECK)
    return codes
