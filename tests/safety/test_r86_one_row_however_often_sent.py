"""SAFETY R-86: fifty copies sent at once over either database are one row, and fifty identical answers."""

import threading

from flask import Flask, Response
from flask.testing import FlaskClient

from tests.client import StrictClient
from tests.factories.answering import SURVEY, form, open_waves, stored


def test_fifty_copies_get_fifty_identical_answers(app_on_both: Flask) -> None:
    open_waves(app_on_both)
    client = app_on_both.test_client()
    assert isinstance(client, StrictClient)
    fields = form(client) | {"good": "Once", "hear_back": "yes"}
    barrier, answers = threading.Barrier(50), []

    def send() -> None:
        one = FlaskClient(app_on_both, Response, use_cookies=False)
        barrier.wait()
        answer = one.post(SURVEY, data=fields)
        answers.append((answer.status_code, str(answer.headers), answer.data))

    threads = [threading.Thread(target=send) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(answers) == 50
    assert len(set(answers)) == 1
    assert answers[0][0] == 303
    assert stored(app_on_both) == (1, 1)
