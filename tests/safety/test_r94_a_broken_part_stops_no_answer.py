"""SAFETY R-94: with the task queue broken an answer is stored and thanked all the same."""

from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import SURVEY, form, open_waves, stored


def test_a_queue_that_is_down_costs_no_answer(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    def broken(_: str) -> None:
        raise ConnectionError("the queue is down")

    app.extensions["tasks"]._run = broken

    for _ in range(2):
        assert client.post(SURVEY, data=form(client) | {"good": "Warm"}).status_code == 303
    assert stored(app) == (2, 2)
