"""SAFETY R-78: Easy Read and reading aloud are there; signing, phone and paper are named, with who looks after them."""

from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import SURVEY, VOXY, open_waves


def drawn(within: Element, tag: str) -> list[Element]:
    """The elements of a drawing by their tag."""
    return list(within.iter(f"{{http://www.w3.org/2000/svg}}{tag}"))


@pytest.mark.parametrize(
    ("address", "easy"), [(SURVEY, "Something makes you worry."), (VOXY, "Not happy at all")]
)
def test_the_welcome_leads_to_easy_read(app: Flask, client: StrictClient, address: str, easy: str) -> None:
    open_waves(app)
    welcome = client.page(address)
    (link,) = [one.get("href", "") for one in welcome.all("a") if one.text == "Easy Read with pictures"]

    page = client.page(f"{address}{link}")

    assert easy not in welcome.text()
    assert easy in page.text("main")
    assert "Nobody has checked them yet" in page.text("main")


def test_easy_read_shows_a_picture_at_each_question_that_no_screen_reader_reads(
    app: Flask, client: StrictClient
) -> None:
    open_waves(app)
    page = client.page(f"{SURVEY}?read=easy")
    questions = [one for one in page.all("div") if one.get("data-question")]
    pictures = [one for one in drawn(page.tree, "svg") if one.get("class") == "picture"]
    (picture_set,) = {use.get("href", "").partition("#")[0] for one in pictures for use in drawn(one, "use")}

    for question in questions:
        assert any(one in pictures for one in drawn(question, "svg")), question.attrib
    assert {one.get("aria-hidden") for one in pictures} == {"true"}
    assert client.get(picture_set).status_code == 200


def test_who_did_not_choose_it_fetches_no_picture(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    assert "img/pictures" not in client.page(SURVEY).html


@pytest.mark.parametrize("address", ["/", SURVEY, "/help-now", "/contact-me", "/privacy"])
def test_reading_aloud_waits_on_every_page_for_a_browser_that_can_speak(
    app: Flask, client: StrictClient, address: str
) -> None:
    open_waves(app)
    (part,) = [one for one in client.page(address).all("div") if "data-aloud" in one.attrib]

    assert "hidden" in part.attrib
    assert client.get(part.attrib["data-aloud"]).status_code == 200


def test_signing_phone_paper_and_who_looks_after_them_are_named(client: StrictClient) -> None:
    page = client.page("/ways")

    for words in ("British Sign Language", "By phone", "On paper", "The engagement officer looks after"):
        assert words in page.text("main")
    for link in page.all("a"):
        if (address := link.get("href", "")).startswith("/"):
            assert client.get(address).status_code in (200, 303), address
