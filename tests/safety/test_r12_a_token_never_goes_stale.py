"""SAFETY R-12: a form that lay open for hours or weeks is taken as long as the wave takes answers."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import form, open_waves, send, stored

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize("later", [timedelta(hours=3), timedelta(days=20)])
def test_the_answer_is_taken(app: Flask, client: StrictClient, later: timedelta) -> None:
    with time_machine.travel(START, tick=False) as traveller:
        open_waves(app, opens_at=START, closes_at=START + timedelta(days=28))
        fields = form(client)
        traveller.shift(later)
        answer = send(client, fields | {"good": "I had to go and came back"})

    assert (answer.status, stored(app)) == (303, (1, 1))
