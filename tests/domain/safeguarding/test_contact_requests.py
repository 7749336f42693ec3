"""Requests to be contacted: sealed, apart from every answer, and answered."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.safeguarding.contact_requests import ask, finish, open_request, page_of_requests
from feedback_app.domain.safeguarding.models import ContactRequest
from feedback_app.domain.safeguarding.states import NotNow
from feedback_app.platform.problems import Invalid
from feedback_app.platform.roles import Role
from tests.factories.people import make_person

WORDS = {
    "how": "text",
    "detail": "07700 900123",
    "safe_when": "after school",
    "must_not_know": "stepdad",
    "name": "Kez \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
}


def test_the_words_are_sealed_and_come_back_whole(session: Session) -> None:
    request_id = ask(session, **WORDS)
    session.flush()
    by = make_person(session, Role.SAFEGUARDING_LEAD)

    stored = repr(session.execute(text("SELECT * FROM contact_request")).all())
    record = open_request(session, request_id, by=by)
    session.flush()

    assert all(word not in stored for word in ("07700", "stepdad", "Kez", "after school"))
    assert (record.words.detail, record.words.must_not_know, record.words.name) == (
        WORDS["detail"],
        WORDS["must_not_know"],
        WORDS["name"],
    )
    assert [entry.deed for entry in session.query(AuditEntry)] == ["contact-request-read"]


def test_nothing_leads_from_a_request_to_an_answer() -> None:
    targets = {key.column.table.name for key in ContactRequest.__table__.foreign_keys}

    assert targets == {"person"}
    assert not any(
        "response" in column.name or "wave" in column.name for column in ContactRequest.__table__.columns
    )


def test_open_ones_stand_first_and_are_finished_once_with_an_outcome(session: Session) -> None:
    by = make_person(session, Role.SAFEGUARDING_LEAD)
    first, second = ask(session, **WORDS), ask(session, **WORDS)
    session.flush()

    with pytest.raises(Invalid):
        finish(session, first, by=by, outcome=" ")
    finish(session, first, by=by, outcome="Rang on Monday.")
    session.flush()
    with pytest.raises(NotNow):
        finish(session, first, by=by, outcome="Again.")
    lines, total = page_of_requests(session, page=1, size=10)

    assert total == 2
    assert [(line.id, line.is_open) for line in lines] == [(second, True), (first, False)]
    assert open_request(session, first, by=by).outcome == "Rang on Monday."
