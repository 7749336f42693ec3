"""Responses with a receipt, and what is done with them through the pages."""

import re
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.replies.write import write_reply
from feedback_app.domain.responses.models import Comment
from feedback_app.domain.responses.receipts import hash_of, submission_hash, words_of
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, form
from tests.factories.comments import make_response
from tests.factories.people import make_person


def make_receipt(session: Session, wave_id: UUID, **values: object) -> tuple[UUID, UUID]:
    """A response of today with a receipt; its id and its submission's."""
    submission_id = uuid4()
    kept = {
        "day": clock.today(),
        "submission_hash": submission_hash(submission_id),
        "receipt_hash": hash_of(words_of(submission_id)),
    }
    return make_response(session, wave_id, **(kept | values)), submission_id


def make_reply(session: Session, comment_id: UUID, text: str, *, role: Role = Role.YOUTH_WORKER) -> UUID:
    """A reply by a new person with a role; who that is."""
    by = make_person(session, role)
    reader = Reader(person_id=by, is_lead=role is Role.SAFEGUARDING_LEAD)
    write_reply(session, comment_id, text=text, form_id=uuid4(), reader=reader)
    return by


def send_for_code(app: Flask, client: StrictClient, **fields: object) -> str:
    """Answer the survey and keep the five words."""
    hidden = form(client)
    client.post(SURVEY, data=hidden | {"hear_back": "yes"} | fields)
    with app.app_context():
        return str(words_of(UUID(hex=hidden["submission_id"])))


def reply_to_all(app: Flask, text: str) -> None:
    """A youth worker writes back to every comment there is."""
    with app.app_context(), transaction() as session:
        for comment_id in session.scalars(select(Comment.id)).all():
            make_reply(session, comment_id, text)


def enter(client: StrictClient, code: str, **fields: str) -> Page:
    """Type the five words."""
    return Page(client.post("/r", data={"code": code} | fields))


def press(client: StrictClient, page: Page, do: str, **fields: str) -> Page:
    """Press one of the buttons of a page behind the code."""
    return Page(client.post("/r", data={"visit": visit_of(page), "do": do} | fields))


def visit_of(page: Page) -> str:
    """What the forms of the page carry."""
    found = re.findall(r'name="visit" value="([^"]+)"', page.html)
    assert found, page.text()
    return str(found[0])


def comment_texts(app: Flask) -> list[str]:
    """Every text there is."""
    with app.app_context():
        return sorted(reading().scalars(select(Comment.text)))
