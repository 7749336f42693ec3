"""SAFETY R-54: a wish to be contacted is stored apart, sealed, and reaches the safeguarding lead."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import inspect, text

from feedback_app.domain.safeguarding.contact_requests import ask
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient


def asked(app: Flask) -> str:
    with app.app_context(), transaction() as session:
        request_id = ask(
            session,
            how="call",
            detail="07700 900123",
            safe_when="after school",
            must_not_know="my stepdad",
            name="Zebedee",
        )
    return f"/safeguarding/contact-requests/{request_id}"


def test_no_column_leads_to_an_answer_or_to_a_moment(app: Flask) -> None:
    tables = inspect(app.extensions["database"].engine)

    assert {key["referred_table"] for key in tables.get_foreign_keys("contact_request")} == {"person"}
    assert {column["name"] for column in tables.get_columns("contact_request")} == {
        "id",
        "day",
        "state",
        "sealed",
        "done_by",
        "done_on",
        "outcome",
    }
    for table in tables.get_table_names():
        assert "contact_request" not in {key["referred_table"] for key in tables.get_foreign_keys(table)}


def test_the_database_alone_tells_nobody_what_was_asked(app: Flask) -> None:
    asked(app)

    with app.app_context(), transaction() as session:
        stored = repr(session.execute(text("SELECT * FROM contact_request")).all())

    assert all(word not in stored for word in ("Zebedee", "07700", "stepdad", "school"))


def test_the_lead_reads_it_by_a_button(app: Flask, sign_in: Callable[[Role], StrictClient]) -> None:
    address = asked(app)
    lead = sign_in(Role.SAFEGUARDING_LEAD)

    listed = lead.page("/safeguarding/contact-requests")
    opened = Page(lead.submit(f"{address}/read", {}, on=address))

    assert address in listed.html
    assert "Zebedee" not in listed.html
    assert all(word in opened.text() for word in ("Zebedee", "07700 900123", "after school", "my stepdad"))


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SAFEGUARDING_LEAD}))
def test_nobody_else_does(app: Flask, sign_in: Callable[[Role], StrictClient], role: Role) -> None:
    address = asked(app)
    client = sign_in(role)

    assert client.get(address).status_code == 403
    assert client.post(f"{address}/read", data={}).status_code == 403
    assert client.post(f"{address}/finish", data={"outcome": "x"}).status_code == 403
