""" "I would like someone to get in touch": a form of its own."""

from flask import Flask
from sqlalchemy import func, select

from feedback_app.domain.safeguarding.contact_requests import open_request, page_of_requests
from feedback_app.domain.safeguarding.models import ContactRequest
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, form, open_waves
from tests.factories.people import make_person

ASKED = {
    "how": "text",
    "detail": "07700 900123",
    "safe_when": "After school",
    "must_not_know": "My stepdad <3",
    "name": "Jay",
}


def count(app: Flask) -> int:
    with app.app_context():
        return reading().scalar(select(func.count()).select_from(ContactRequest)) or 0


def test_a_request_reaches_the_safeguarding_lead(app: Flask, client: StrictClient) -> None:
    answer = client.submit("/contact-me", ASKED)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/contact-me/sent")
    with app.app_context(), transaction() as session:
        ((line,), total) = page_of_requests(session, page=1, size=10)
        record = open_request(session, line.id, by=make_person(session, Role.SAFEGUARDING_LEAD))
    assert total == 1
    assert (record.words.how, record.words.detail, record.words.safe_when) == (
        "text",
        "07700 900123",
        "After school",
    )
    assert (record.words.must_not_know, record.words.name) == ("My stepdad <3", "Jay")


def test_how_and_where_are_needed_and_all_that_was_typed_is_kept(app: Flask, client: StrictClient) -> None:
    page = Page(client.submit("/contact-me", {"safe_when": "After school", "must_not_know": "Mum & Dad"}))

    assert (page.status, count(app)) == (422, 0)
    assert (page.tree.findtext(".//title") or "").startswith("Error: ")
    links = [a.get("href") for a in page.all("a") if (a.get("href") or "").startswith("#")]
    assert {"#how", "#detail"} <= set(links)
    assert "After school" in page.html
    assert [(one.text or "").strip() for one in page.all("textarea")] == ["Mum & Dad"]


def test_a_long_answer_is_kept_and_said_so(app: Flask, client: StrictClient) -> None:
    page = Page(client.submit("/contact-me", ASKED | {"name": "n" * 310}))

    assert (page.status, count(app)) == (422, 0)
    assert "Make this 10 characters shorter" in page.text()
    assert "n" * 310 in page.html


def test_a_missing_or_a_surveys_token_stores_nothing_and_keeps_all(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    survey = form(client, SURVEY)
    without = Page(client.post("/contact-me", data=ASKED))
    others = Page(
        client.post(
            "/contact-me",
            data=ASKED | {"form_token": survey["form_token"], "request_id": survey["submission_id"]},
        )
    )

    assert (without.status, others.status, count(app)) == (422, 422, 0)
    assert "07700 900123" in without.html
    again = client.post("/contact-me", data=without.hidden_fields("/contact-me") | ASKED)
    assert (again.status_code, count(app)) == (303, 1)
