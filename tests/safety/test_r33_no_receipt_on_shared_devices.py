"""SAFETY R-33, on a device that others use next: no code is offered, none is made, and no answer can be read there."""

import json
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.responses.models import Response
from feedback_app.platform.database import reading
from tests.client import StrictClient
from tests.factories.answering import SURVEY, open_waves
from tests.factories.kiosks import sealed, set_up_kiosk

WORDS = "MARKERWORDS by the river"


@pytest.fixture
def wave_id(app: Flask) -> UUID:
    return open_waves(app)


def test_a_kiosk_does_not_offer_what_the_survey_on_ones_own_phone_does(
    app: Flask, client: StrictClient, wave_id: UUID
) -> None:
    own = client.page(SURVEY)
    kiosk = client.page(f"/kiosk/{set_up_kiosk(app, wave_id).kiosk_id}")

    assert 'name="hear_back"' in own.html
    assert 'name="hear_back"' not in kiosk.html
    assert ("secret code" in own.text(), "secret code" in kiosk.text()) == (True, False)


def test_none_is_made_even_where_somebody_sends_the_wish(
    app: Flask, client: StrictClient, wave_id: UUID
) -> None:
    tablet = set_up_kiosk(app, wave_id)
    text = sealed(app, tablet.kiosk_id, {"good": WORDS, "hear_back": "yes"})[1]

    answer = client.post(f"/kiosk/{tablet.kiosk_id}/send", data={"token": tablet.token, "answer": text})

    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    with app.app_context():
        assert reading().scalars(select(Response.receipt_hash)).all() == [None]


def test_what_waits_can_be_opened_by_the_server_alone(app: Flask, wave_id: UUID) -> None:
    """Neither the words nor their length show in what a tablet keeps."""
    kiosk_id = set_up_kiosk(app, wave_id).kiosk_id
    short = sealed(app, kiosk_id, {"good": WORDS})[1]
    long = sealed(app, kiosk_id, {"good": WORDS * 30})[1]

    assert WORDS not in short
    assert len(json.loads(short)["sealed"]) == len(json.loads(long)["sealed"])
    assert set(json.loads(short)) == {"id", "key", "nonce", "sealed"}
