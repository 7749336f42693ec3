"""SAFETY R-52: help stands on every page where somebody writes, the same whatever was written, database or not."""

import pytest
import sqlalchemy as sa
from flask import Flask

from feedback_app.domain.contacts.register import read_register
from feedback_app.platform.database import Database
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, form, open_waves, send

WORRYING, CALM = "he hits me and i want to die", "the drop-in is warm"
FIRST = {way.address for entry in read_register() if entry.first for way in entry.ways}


def help_links(page: Page) -> set[str]:
    return {a.get("href", "") for a in page.all("a") if a.get("href", "").startswith(("tel:", "sms:"))}


def without_database(app: Flask) -> None:
    engine = sa.create_engine(
        "postgresql+psycopg://nobody@127.0.0.1:9/none", connect_args={"connect_timeout": 1}
    )
    app.extensions["database"] = Database(engine, engine, None)


@pytest.mark.parametrize(
    "address", ["/", SURVEY, "/s/voxy", f"{SURVEY}/sent", "/r", "/contact-me", "/help-now"]
)
def test_the_first_contacts_are_on_the_page(app: Flask, client: StrictClient, address: str) -> None:
    open_waves(app)

    assert help_links(client.page(address)) >= FIRST


def test_what_she_wrote_changes_nothing_that_she_sees(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    wrong, thanks = [], []
    for words in (WORRYING, CALM):
        fields = form(client)
        page = send(client, fields | {"good": words, "know_who": "maybe"})
        html = page.html.replace(words, "")
        for value in fields.values():
            html = html.replace(value, "")
        wrong.append(html)
        send(client, fields | {"good": words})
        thanks.append(client.page(f"{SURVEY}/sent").html)

    assert wrong[0] == wrong[1]
    assert thanks[0] == thanks[1]


def test_help_works_with_the_database_down(app: Flask, client: StrictClient) -> None:
    without_database(app)

    for address in (
        "/help-now",
        "/privacy",
        "/accessibility",
        "/parents-and-schools",
        "/contact-me",
        "/leave",
    ):
        assert client.get(address).status_code in (200, 303), address
    assert help_links(client.page("/help-now")) == {
        way.address for entry in read_register() for way in entry.ways
    }


def test_the_error_page_of_a_page_that_needs_it_still_shows_help(app: Flask, client: StrictClient) -> None:
    without_database(app)

    page = client.page(SURVEY)

    assert page.status == 503
    assert help_links(page) >= FIRST
