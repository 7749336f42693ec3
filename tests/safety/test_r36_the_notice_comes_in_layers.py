"""SAFETY R-36, R-49: the honest promise stands before the first question, at every box, and after sending."""

from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from surveys import instrument_text, load
from tests.client import Page, StrictClient
from tests.factories.answering import form, open_waves, send

LIMIT = "we must tell people whose job is to keep you safe"


def described(page: Page, field: Element) -> str:
    ids = (field.get("aria-describedby") or "").split()
    return " ".join("".join(one.itertext()) for one in page.tree.iter() if one.get("id") in ids)


@pytest.mark.parametrize("slug", ["be-supported", "voxy"])
def test_the_panel_comes_before_the_first_question(app: Flask, client: StrictClient, slug: str) -> None:
    open_waves(app)
    survey = load(instrument_text(slug))
    body = client.page(f"/s/{slug}").text()
    first = body.index(survey.questions[0].text["en"])

    for line in survey.intro:
        assert 0 <= body.index(line["en"]) < first
    assert LIMIT in body[:first]


@pytest.mark.parametrize("slug", ["be-supported", "voxy"])
def test_the_line_stands_at_every_box_and_is_read_with_it(
    app: Flask, client: StrictClient, slug: str
) -> None:
    open_waves(app)
    page = client.page(f"/s/{slug}")
    beside = load(instrument_text(slug)).beside_text
    assert beside is not None
    boxes = [*page.all("textarea"), *(one for one in page.all("input") if one.get("type") == "text")]

    assert len(boxes) > 2
    assert all(beside["en"] in described(page, box) for box in boxes)


def test_it_is_said_again_where_something_is_wrong_and_after_sending(
    app: Flask, client: StrictClient
) -> None:
    open_waves(app)
    fields = form(client)

    wrong = send(client, fields | {"know_who": "maybe"})
    send(client, fields)
    thanks = client.page("/s/be-supported/sent")

    for page in (wrong, thanks):
        assert LIMIT in page.text()
        assert "straight away" in page.text()
        assert "999" in page.text()


def test_the_whole_notice_is_there_without_starting(client: StrictClient) -> None:
    assert client.page("/privacy").status == 200
