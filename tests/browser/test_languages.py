"""A young person picks her language and answers in it, with and without scripts, from left to right or right to left."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, axe_problems, log_in, sideways
from tests.live.county import County, copy_county

SURVEY = "/s/be-supported"
PAGES = ("/", "/s/voxy", "/r", "/help-now", "/contact-me", "/privacy", "/accessibility", "/you-said", "/x")


@dataclass(frozen=True)
class Words:
    """What a young person looks for in her language."""

    name: str
    question: str
    answer: str
    box: str
    start: str
    go_on: str
    check: str
    send: str
    thanks: str
    draft: str


LANGUAGES = {
    "pl": Words(
        name="Polski",
        question="Kiedy proszę o pomoc, ludzie mnie słuchają.",
        answer="Raczej nie",
        box="Co jest dobre we wsparciu, które dostajesz?",
        start="Start",
        go_on="Dalej",
        check="Sprawdź swoje odpowiedzi",
        send="Wyślij moje odpowiedzi",
        thanks="Dziękujemy",
        draft="To tłumaczenie zrobił komputer.",
    ),
    "pt": Words(
        name="Português",
        question="Quando peço ajuda, as pessoas ouvem-me.",
        answer="Discordo",
        box="O que é bom no apoio que recebes?",
        start="Começar",
        go_on="Continuar",
        check="Verifica as tuas respostas",
        send="Enviar as minhas respostas",
        thanks="Obrigado",
        draft="Um computador fez esta tradução.",
    ),
    "ro": Words(
        name="Română",
        question="Când cer ajutor, oamenii mă ascultă.",
        answer="Mai mult nu",
        box="Ce e bun la sprijinul pe care îl primești?",
        start="Începe",
        go_on="Continuă",
        check="Verifică răspunsurile tale",
        send="Trimite răspunsurile mele",
        thanks="Mulțumim",
        draft="Această traducere a fost făcută de un calculator.",
    ),
    "ar": Words(
        name="العربية",
        question="عندما أطلب المساعدة، يستمع الناس إليّ.",
        answer="لا أوافق",
        box="ما الجيد في الدعم الذي تحصل عليه؟",
        start="ابدأ",
        go_on="متابعة",
        check="راجع إجاباتك",
        send="أرسل إجاباتي",
        thanks="شكرًا",
        draft="هذه الترجمة من صنع الحاسوب.",
    ),
}


@pytest.fixture(scope="module")
def asked(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[County]:
    """A county that is answered by one test after another."""
    county = County(copy_county(loaded, tmp_path_factory.mktemp("asked")))
    county.start()
    yield county
    county.stop()


def problems(page: Page) -> list[str]:
    wide = sideways(page)
    return axe_problems(page) + ([f"{wide} px off the screen"] if wide > 0 else [])


def answer_on_one_page(page: Page, asked: County, language: str, look: Callable[[Page], object]) -> None:
    """Pick the language by its link, be told what to put right, send, and look at each page on the way."""
    words, html = LANGUAGES[language], page.locator("html")
    page.goto(asked.address + SURVEY)
    page.get_by_role("link", name=words.name, exact=True).click()
    expect(html).to_have_attribute("lang", language)
    expect(html).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    expect(page.get_by_text(words.draft).first).to_be_visible()
    look(page)

    page.get_by_role("group", name=words.question).get_by_label(words.answer, exact=True).check()
    page.get_by_label(words.box).fill("ok " * 400)
    page.get_by_role("button", name=words.send).click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(html).to_have_attribute("lang", language)
    look(page)

    page.get_by_label(words.box).fill("ok")
    page.get_by_role("button", name=words.send).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words.thanks)
    expect(html).to_have_attribute("lang", language)
    look(page)


def fits(page: Page) -> None:
    assert sideways(page) <= 0


def is_fit(page: Page) -> None:
    assert problems(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_she_picks_her_language_and_answers_in_it_without_scripts(
    browser: Browser, asked: County, language: str
) -> None:
    page = browser.new_page(viewport=PHONE, java_script_enabled=False)

    answer_on_one_page(page, asked, language, fits)

    page.goto(f"{asked.address}/help-now")
    expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_on_that_way_is_fit_to_be_read(page: Page, asked: County, language: str) -> None:
    """With the scripts kept from coming, since axe itself needs a browser that runs some."""
    page.route("**/*.js", lambda route: route.abort())

    answer_on_one_page(page, asked, language, is_fit)


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_scripts_she_answers_one_question_a_screen_in_her_language(
    page: Page, asked: County, language: str
) -> None:
    words = LANGUAGES[language]
    page.goto(asked.address + SURVEY)
    page.get_by_role("link", name=words.name, exact=True).click()
    page.get_by_role("link", name=words.start, exact=True).click()
    assert problems(page) == []

    heading = page.get_by_role("heading", level=1)
    for _ in range(40):
        if heading.inner_text() == words.check:
            break
        before = heading.inner_text()
        if before == words.question:
            page.get_by_role("group").get_by_label(words.answer, exact=True).check()
        page.get_by_role("button", name=words.go_on, exact=True).click()
        expect(heading).not_to_have_text(before)
    expect(heading).to_have_text(words.check)
    expect(page.locator(".summary-list > div").filter(has_text=words.question)).to_contain_text(words.answer)
    assert problems(page) == []

    page.get_by_role("button", name=words.send).click()
    expect(heading).to_have_text(words.thanks)
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_what_she_answered_is_still_there_in_another_language(page: Page, asked: County) -> None:
    polish, romanian = LANGUAGES["pl"], LANGUAGES["ro"]
    page.goto(f"{asked.address}{SURVEY}?language=pl")
    page.get_by_role("link", name=polish.start, exact=True).click()
    page.get_by_role("group").get_by_label(polish.answer, exact=True).check()

    page.goto(f"{asked.address}{SURVEY}?language=ro")
    page.get_by_role("link", name=romanian.start, exact=True).click()

    expect(page.get_by_role("group").get_by_label(romanian.answer, exact=True)).to_be_checked()


def test_from_right_to_left_the_way_on_is_mirrored(page: Page, shown: County) -> None:
    page.goto(f"{shown.address}{SURVEY}?language=ar")
    page.get_by_role("link", name=LANGUAGES["ar"].start, exact=True).click()

    back, progress = page.locator("[data-part=top] button"), page.locator(".progress__words")
    assert back.evaluate("one => getComputedStyle(one, '::before').content").startswith('"→"')
    back_box, progress_box = back.bounding_box(), progress.bounding_box()
    assert back_box is not None
    assert progress_box is not None
    assert back_box["x"] > progress_box["x"]


def test_a_telephone_number_is_read_from_left_to_right_in_arabic(page: Page, shown: County) -> None:
    page.goto(f"{shown.address}/help-now?language=ar")

    ends = page.evaluate(
        """() => {
          const link = document.querySelector('a[href="tel:08001111"]');
          const text = document.createTreeWalker(link, NodeFilter.SHOW_TEXT).nextNode();
          const place = (words) => {
            const range = document.createRange();
            const at = text.data.indexOf(words);
            range.setStart(text, at);
            range.setEnd(text, at + words.length);
            return range.getBoundingClientRect().x;
          };
          return [place("0800"), place("1111")];
        }"""
    )

    assert ends[0] < ends[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_page_speaks_the_language_and_fits_the_screen(
    page: Page, shown: County, language: str
) -> None:
    for address in PAGES:
        page.goto(f"{shown.address}{address}?language={language}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        fits(page)


@pytest.mark.parametrize("address", PAGES)
def test_every_public_page_is_fit_to_be_read_from_right_to_left(
    page: Page, shown: County, address: str
) -> None:
    page.goto(f"{shown.address}{address}?language=ar")

    is_fit(page)


def test_the_officers_page_of_translations_is_fit_to_be_read(page: Page, shown: County) -> None:
    log_in(page, shown, "engagement-officer")
    for slug in ("be-supported", "pages"):
        page.goto(f"{shown.address}/surveys/instruments/{slug}/translations")
        assert problems(page) == []
