"""The main job, end to end: a young person answers, two people approve, the paper comes out with her words in it."""

import io
import re
import time
from pathlib import Path

import pikepdf
from docx import Document
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.answering_by_screen import choose, send, start, write
from tests.browser.conftest import follow, log_in, log_out
from tests.live.answering import Phone
from tests.live.county import County

HER_WORDS = "My youth worker listened to me on the green bench and she believed me"
OTHERS = "The staff listened to me and they believed me. Number {n}."


def test_from_a_phone_to_the_boards_paper(page: Page, county: County) -> None:
    answer_the_survey(page, county)
    propose_the_quote(page, county)
    confirm_the_quote(page, county)

    before = build_the_paper(page, county)
    for number in range(9):
        answer_like_her(county, OTHERS.format(n=number))

    deadline = time.monotonic() + 90
    while (after := count_of_listened(page)) == before:
        assert time.monotonic() < deadline, f"the published count still stands at {before}"
        page.wait_for_timeout(500)
        page.reload()
    assert after > before


def answer_the_survey(page: Page, county: County) -> None:
    start(page, county)
    choose(page, "I know who to talk to when I need support.", "Agree")
    choose(page, "When I ask for help, people believe me.", "Strongly agree")
    write(page, "What is good about the support you get?", HER_WORDS)
    choose(page, "May we use your words", "Yes")
    choose(page, "How old are you?", "15–16")
    choose(page, "Would you like to see what happens", "Yes")
    send(page)

    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")
    code = re.search(r"\b([a-z]{4,8}[ -]){4}[a-z]{4,8}\b", page.get_by_role("main").inner_text())
    assert code is not None
    page.goto(f"{county.address}/r")
    page.get_by_role("textbox").first.fill(code.group())
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("main")).to_contain_text(re.compile("came|here", re.IGNORECASE))


def propose_the_quote(page: Page, county: County) -> None:
    log_in(page, county, "youth-worker")
    while not page.get_by_role("link", name=HER_WORDS).count():
        follow(page, page.get_by_role("link", name="Next →"))
    page.get_by_role("link", name=HER_WORDS).click()
    expect(page.get_by_role("main")).to_contain_text(HER_WORDS)
    with page.expect_navigation():
        page.get_by_role("button", name="Quote", exact=False).first.click()
    log_out(page)


def confirm_the_quote(page: Page, county: County) -> None:
    log_in(page, county, "second-youth-worker")
    page.get_by_role("link", name=re.compile("Second person")).first.click()
    waiting = page.get_by_role("listitem").filter(has_text=HER_WORDS).first
    waiting.get_by_role("link").first.click()
    with page.expect_navigation():
        page.get_by_role("button", name="Confirm this quote").click()
    log_out(page)


def build_the_paper(page: Page, county: County) -> int:
    """Open the next meeting's paper, find her words in each of its three forms, and return the theme's count."""
    log_in(page, county, "board-officer")
    page.get_by_role("listitem").filter(has_text="Next meeting").get_by_role("link").first.click()
    page.get_by_role("link", name=re.compile("preview|read", re.IGNORECASE)).first.click()
    expect(page.get_by_role("main")).to_contain_text(HER_WORDS)

    assert HER_WORDS in pdf_text(download(page, "PDF"))
    assert HER_WORDS in word_text(download(page, "Word"))
    return count_of_listened(page)


def download(page: Page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile(name)).first.click()
    return Path(waiting.value.path()).read_bytes()


def pdf_text(content: bytes) -> str:
    assert pikepdf.open(io.BytesIO(content)).Root.MarkInfo.Marked
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(one.extract_text() for one in pages).split())


def word_text(content: bytes) -> str:
    return " ".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


def count_of_listened(page: Page) -> int:
    """How many comments the paper says were about being listened to, as of the last batch."""
    table = page.locator("table").filter(has_text="What young people wrote about")
    row = table.locator("tr").filter(has_text="Being listened to").first
    return int(re.findall(r"\d+", row.text_content() or "")[0])


def answer_like_her(county: County, words: str) -> None:
    phone = Phone(county.address)
    answer = phone.open("/s/be-supported", phone.form("/s/be-supported") | {"good": words, "quote_ok": "yes"})
    assert answer.status == 200
