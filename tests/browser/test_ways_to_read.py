"""Each way to read, in a real browser: chosen without a script, kept on every screen, nothing off the screen, nothing for axe."""

from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.answering_by_screen import CHECK, choose, go_on, heading, reach, start, write
from tests.browser.conftest import PHONE, axe_problems, sideways
from tests.live.county import County

NARROW = {"width": 320, "height": 640}
FIRST = "I know who to talk to when I need support."
GOOD = "What is good about the support you get?"
#: A browser that can speak, with a voice of its own and one that would send the words away.
SPEAKING = """
  window.said = [];
  const speech = new EventTarget();
  speech.getVoices = () => [
    { name: "far away", lang: "en-GB", localService: false },
    { name: "own", lang: "en_GB", localService: true },
    { name: "far away", lang: "ar", localService: false },
  ];
  speech.speak = (one) => window.said.push(`${one.voice.name}: ${one.text}`);
  speech.cancel = () => { window.stopped = window.said.length; };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
"""


def reading(browser: Browser, county: County, ways: str, **mode: Any) -> BrowserContext:
    """A browser of somebody who chose these ways."""
    context = browser.new_context(**({"viewport": NARROW} | mode))
    if ways:
        context.add_cookies([{"name": "ways", "value": ways, "url": county.address}])
    return context


def look(page: Page) -> list[str]:
    wide = sideways(page)
    return axe_problems(page) + ([f"{wide} px off the screen"] if wide > 0 else [])


def style(page: Page, selector: str, name: str) -> str:
    """A property as the browser works it out."""
    return str(page.locator(selector).first.evaluate("(one, name) => getComputedStyle(one)[name]", name))


@pytest.mark.parametrize(
    ("ways", "mode"),
    [
        ("", {}),
        ("large", {}),
        ("larger", {}),
        ("calm", {}),
        ("calm", {"color_scheme": "dark"}),
        ("contrast", {}),
        ("contrast", {"color_scheme": "dark"}),
        ("wide", {}),
        ("easy", {}),
        ("easy", {"color_scheme": "dark"}),
        ("easy.larger.contrast.wide", {"forced_colors": "active"}),
        ("ar.larger.calm.wide", {}),
        ("larger.wide", {"reduced_motion": "reduce"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(value.values()),
)
def test_every_screen_can_be_read(browser: Browser, shown: County, ways: str, mode: dict[str, Any]) -> None:
    page = reading(browser, shown, ways, **mode).new_page()
    wrong = []

    for address in ("/", "/ways", "/help-now", "/s/be-supported"):
        page.goto(shown.address + address)
        wrong += [f"{address}: {one}" for one in look(page)]
    page.locator('a[href="#questions"]').click()
    for screen in range(1, 6):
        wrong += [f"screen {screen}: {one}" for one in look(page)]
        page.locator("[data-part=continue]").click()

    assert wrong == []
    page.context.close()


@pytest.mark.parametrize(("ways", "pixels"), [("", 18), ("large", 22.5), ("larger", 27)])
def test_larger_text_is_larger(browser: Browser, shown: County, ways: str, pixels: float) -> None:
    page = reading(browser, shown, ways).new_page()
    page.goto(f"{shown.address}/s/be-supported")

    assert style(page, ".promises li", "fontSize") == f"{pixels:g}px"
    assert sideways(page) == 0
    page.context.close()


def test_wide_spacing_is_what_wcag_and_the_dyslexia_association_ask(browser: Browser, shown: County) -> None:
    page = reading(browser, shown, "wide").new_page()
    page.goto(f"{shown.address}/s/be-supported")

    size, letters, words, lines = (
        float(style(page, ".promises li", name).removesuffix("px"))
        for name in ("fontSize", "letterSpacing", "wordSpacing", "lineHeight")
    )

    assert letters >= 0.12 * size
    assert words >= 0.16 * size
    assert lines >= 1.5 * size
    assert style(page, ".promises li", "textAlign") in ("start", "left")
    page.context.close()


def test_arabic_letters_are_never_drawn_apart(browser: Browser, shown: County) -> None:
    page = reading(browser, shown, "ar.wide").new_page()
    page.goto(f"{shown.address}/s/be-supported")

    assert style(page, ".promises li", "letterSpacing") == "normal"
    page.context.close()


def test_nothing_moves_where_no_movement_is_wanted(browser: Browser, shown: County) -> None:
    page = reading(browser, shown, "", reduced_motion="reduce").new_page()
    start(page, shown)

    assert style(page, ".choice__label", "transitionDuration") == "0s"
    page.context.close()


def test_the_choice_is_made_without_scripts_and_leads_back(browser: Browser, county: County) -> None:
    page = reading(browser, county, "", viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{county.address}/s/be-supported")
    page.get_by_role("link", name="More ways to read this").click()
    page.get_by_role("group", name="Size of the text").get_by_label("Very large text").check()
    page.get_by_role("group", name="Colours").get_by_label("Calm, soft colours").check()
    page.get_by_role("button", name="Keep this").click()

    expect(page).to_have_url(f"{county.address}/s/be-supported")
    expect(page.locator("html")).to_have_attribute("data-colours", "calm")
    expect(page.get_by_text("Now chosen: Very large text, Calm, soft colours.")).to_be_visible()
    (cookie,) = page.context.cookies()
    assert (cookie["value"], cookie["expires"]) == ("larger.calm", -1)

    page.get_by_role("link", name="More ways to read this").click()
    page.get_by_role("button", name="Back to how it was").click()
    expect(page.locator("html")).to_have_attribute("data-colours", "as_device")
    assert page.context.cookies() == []
    page.context.close()


def test_easy_read_shows_a_picture_beside_each_question_and_answer(page: Page, county: County) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{county.address}/s/be-supported")
    assert [one for one in fetched if "pictures" in one] == []

    page.get_by_role("link", name="Easy Read with pictures").click()
    page.get_by_role("link", name="Start", exact=True).click()
    expect(heading(page)).to_have_text("I know who to talk to when I need help.")
    expect(heading(page).locator(".picture")).to_be_visible()
    reach(page, "Something makes you worry.")

    answers = page.get_by_role("group").locator(".choice")
    assert answers.locator(".picture").count() == answers.count()
    assert len({one for one in fetched if "pictures" in one}) == 1
    assert page.title().startswith("Something makes you worry. Who do you talk to?")


def test_what_was_answered_stays_when_another_way_is_chosen(page: Page, county: County) -> None:
    start(page, county)
    choose(page, FIRST, "Agree")
    write(page, GOOD, "The drop-in is warm")
    page.get_by_role("link", name="Ways to read this", exact=True).click()
    page.get_by_role("group", name="Words").get_by_label("Easy Read with pictures").check()
    page.get_by_role("button", name="Keep this").click()
    page.get_by_role("link", name="Start", exact=True).click()
    reach(page, CHECK)

    list_of_answers = page.locator(".summary-list")
    expect(list_of_answers).to_contain_text("Yes, I agree")
    expect(list_of_answers).to_contain_text("The drop-in is warm")


def said(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.said")
    return found


def test_a_question_is_read_with_its_answers_by_a_voice_of_the_device(page: Page, shown: County) -> None:
    page.add_init_script(SPEAKING)
    start(page, shown)
    page.get_by_role("button", name="Read this to me").click()

    expect(page.get_by_role("button", name="Stop reading")).to_be_visible()
    assert said(page) == [
        "own: Someone to talk to",
        f"own: {FIRST}",
        "own: Strongly agree",
        "own: Agree",
        "own: Not sure",
        "own: Disagree",
        "own: Strongly disagree",
        "own: I'd rather not say",
    ]
    assert look(page) == []


def test_reading_stops_when_she_moves_on_or_says_so(page: Page, shown: County) -> None:
    page.add_init_script(SPEAKING)
    start(page, shown)
    read, stop = (page.get_by_role("button", name=name) for name in ("Read this to me", "Stop reading"))

    read.click()
    expect(stop).to_be_visible()
    stop.click()
    expect(read).to_be_visible()
    read.click()
    expect(stop).to_be_visible()
    go_on(page)
    expect(read).to_be_visible()
    assert page.evaluate("window.stopped === window.said.length")
    read.click()
    expect(stop).to_be_visible()
    page.keyboard.press("Escape")
    expect(read).to_be_visible()


def test_what_she_wrote_is_not_read_out(page: Page, shown: County) -> None:
    page.add_init_script(SPEAKING)
    start(page, shown)
    write(page, GOOD, "My secret")
    page.get_by_role("button", name="Read this to me").click()
    expect(page.get_by_role("button", name="Stop reading")).to_be_visible()
    reach(page, CHECK)
    page.get_by_role("button", name="Read this to me").click()
    expect(page.get_by_role("button", name="Stop reading")).to_be_visible()

    assert [one for one in said(page) if "secret" in one] == []


def test_without_a_voice_of_its_own_it_says_so_and_sends_nothing(browser: Browser, shown: County) -> None:
    page = reading(browser, shown, "ar").new_page()
    page.add_init_script(SPEAKING)
    page.goto(f"{shown.address}/s/be-supported")
    page.locator("[data-aloud] button").click()

    expect(page.locator("[data-aloud] [role=status]")).not_to_be_empty()
    assert said(page) == []
    page.context.close()


def test_no_button_stands_where_the_browser_cannot_speak(page: Page, shown: County) -> None:
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    page.goto(f"{shown.address}/s/be-supported")

    expect(page.get_by_role("link", name="Start", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Read this to me")).to_be_hidden()
