"""SAFETY R-95: three hundred answers from one address in ten minutes are three hundred responses."""

from flask import Flask, Response
from flask.testing import FlaskClient

from tests.client import StrictClient
from tests.factories.answering import SURVEY, form, open_waves, stored


def test_a_whole_school_is_heard(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    names = form(client)
    plain = FlaskClient(app, Response)
    statuses = set()
    for _ in range(300):
        html = plain.get(SURVEY).get_data(as_text=True)
        fields = {name: html.split(f'name="{name}" value="', 1)[1].split('"', 1)[0] for name in names}
        statuses.add(plain.post(SURVEY, data=fields).status_code)

    assert statuses == {303}
    assert stored(app) == (300, 0)
