"""SAFETY R-84: the first visit weighs little; the survey's document fits into one window of a slow connection."""

import re

from flask import Flask, Response
from flask.testing import FlaskClient

from tests.client import StrictClient
from tests.factories.answering import SURVEY, open_waves

PACKED = {"Accept-Encoding": "gzip"}


def test_document_style_script_and_icon_stay_within_their_weight(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    html = client.get(SURVEY).get_data(as_text=True)
    plain = FlaskClient(app, Response)

    document = len(plain.get(SURVEY, headers=PACKED).data)
    assets = {
        address: len(plain.get(address, headers=PACKED).data)
        for address in set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', html))
    }

    assert document < 14 * 1024
    assert len(assets) == 3
    assert max(assets.values()) < 6 * 1024
    assert document + sum(assets.values()) < 28 * 1024
