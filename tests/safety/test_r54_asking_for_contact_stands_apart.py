"""SAFETY R-54: asking to be contacted joins no answer, by no key, cookie or moment."""

from flask import Flask

from feedback_app.domain.safeguarding.models import ContactRequest
from feedback_app.platform.database import Model
from tests.client import StrictClient
from tests.factories.answering import SURVEY, form, open_waves


def test_no_key_leads_from_a_request_to_an_answer_or_back() -> None:
    tables = {key.column.table.name for key in ContactRequest.__table__.foreign_keys}
    towards = [
        table.name
        for table in Model.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == "contact_request"
    ]

    assert tables <= {"person"}
    assert towards == []
    names = {column.name for column in ContactRequest.__table__.columns}
    assert {name for name in names if "response" in name or "wave" in name} == set()


def test_the_survey_does_not_ask_and_links_to_it_afterwards(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    client.post(SURVEY, data=form(client))

    assert "/contact-me" in {a.get("href") for a in client.page(f"{SURVEY}/sent").all("a")}
    assert "/contact-me" in {a.get("href") for a in client.page("/help-now").all("a")}


def test_it_asks_when_it_is_safe_and_who_must_not_know(client: StrictClient) -> None:
    text = client.page("/contact-me").text()

    assert "When is it safe to get in touch?" in text
    assert "Is there anybody who must not know?" in text
