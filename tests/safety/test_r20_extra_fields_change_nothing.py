"""SAFETY R-20: fields that the survey does not have are ignored, however they are named."""

from datetime import date

import time_machine
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.responses.models import Comment, CommentState, Response, ResponseSource
from feedback_app.platform.database import reading
from tests.client import StrictClient
from tests.factories.answering import form, open_waves, send

EXTRA = {
    "id": "00000000000000000000000000000001",
    "wave_id": "00000000000000000000000000000001",
    "day": "2001-01-01",
    "created_at": "2001-01-01",
    "folded": "true",
    "source": "import",
    "receipt_hash": "x",
    "state": "quote_confirmed",
    "may_quote": "true",
    "read_first": "false",
    "published": "1",
    "role": "administrator",
    "know_who__agree": "words beside an option that has no box",
}


def test_the_row_is_as_it_would_have_been(app: Flask, client: StrictClient) -> None:
    with time_machine.travel("2026-03-02T12:00:00Z", tick=False):
        wave_id = open_waves(app)
        assert send(client, form(client) | EXTRA | {"know_who": "agree", "good": "Warm"}).status == 303

    with app.app_context():
        response = reading().scalars(select(Response)).one()
        comment = reading().scalars(select(Comment)).one()
    assert (response.wave_id, response.day, response.folded) == (wave_id, date(2026, 3, 2), False)
    assert (response.source, response.receipt_hash, response.chosen) == (
        ResponseSource.WEB,
        None,
        {"know_who": ["agree"]},
    )
    assert (comment.field, comment.state, comment.may_quote) == ("good", CommentState.UNREAD, False)
    assert comment.read_first is None
