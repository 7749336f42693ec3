"""SAFETY R-87: what was acknowledged is there or was taken back, and stands in every count once at most."""

import logging
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select

from feedback_app.domain.responses.models import Response, Tally
from feedback_app.domain.waves.models import Wave
from feedback_app.domain.withdrawals.reconcile import reconcile
from feedback_app.jobs import analyse_waiting, fold_waiting
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from tests.client import StrictClient
from tests.factories.answering import SURVEY, form, open_waves
from tests.factories.comments import make_response
from tests.factories.receipts import enter, press, send_for_code


def test_acknowledged_is_live_and_withdrawn_at_every_step(app: Flask, client: StrictClient) -> None:
    wave_id = open_waves(app)
    acknowledged, codes = 0, []
    for step in range(34):
        codes.append(send_for_code(app, client, good=f"Warm {step}", know_who="agree"))
        acknowledged += 1
        if step % 3 == 0:
            hidden = form(client)
            for _ in range(2):
                client.post(SURVEY, data=hidden | {"know_who": "agree"})
            acknowledged += 1
        if step % 4 == 3:
            press(client, enter(client, codes.pop(0)), "take-back")
        with app.app_context():
            analyse_waiting()
            fold_waiting()
            found = reconcile(reading(), wave_id)
            assert found.holds, found
            assert found.live + found.withdrawn == acknowledged
            most = reading().scalar(select(func.max(Tally.n)).where(Tally.wave_id == wave_id)) or 0
            assert most <= found.counted
    assert found.withdrawn == 8


def test_the_log_says_where_counts_disagree(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("be_supported").propagate = True
    wave_id = open_waves(app)
    with app.app_context():
        for wrong in (0, 5):
            with transaction() as session:
                session.get_one(Wave, wave_id).folded_responses += wrong
                for _ in range(10):
                    make_response(session, wave_id)
            assert fold_waiting() == 10
            assert (f"counts-disagree wave={wave_id}" in caplog.text) is bool(wrong)


def test_drift_is_seen(app: Flask) -> None:
    wave_id = open_waves(app)
    with app.app_context(), transaction() as session:
        session.add(
            Response(
                wave_id=wave_id, submission_hash=uuid4().bytes * 2, day=clock.today(), chosen={}, folded=True
            )
        )
        session.flush()
        assert not reconcile(session, wave_id).holds
        session.get_one(Wave, wave_id).folded_responses = 1
        session.flush()
        assert not reconcile(session, wave_id).holds
        session.add(Tally(wave_id=wave_id, day=clock.today(), subject="responses", row="", col="", n=1))
        session.flush()
        assert reconcile(session, wave_id).holds
