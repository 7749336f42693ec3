"""SAFETY R-23: no address that a visitor gives decides where a redirect goes."""

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import SURVEY, form, open_waves

HOSTILE = (
    "https://evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "////evil.example",
    "https:///evil.example",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_after_sending_it_is_the_surveys_own_page(app: Flask, client: StrictClient, hostile: str) -> None:
    open_waves(app)

    answer = client.post(
        SURVEY, query_string={"next": hostile}, data=form(client) | {"next": hostile, "return": hostile}
    )

    assert answer.headers["Location"] == f"{SURVEY}/sent"


@pytest.mark.parametrize("hostile", ["//evil.example", "/\\evil.example", "https:%2f%2fevil.example"])
def test_a_slug_is_no_way_out(app: Flask, client: StrictClient, hostile: str) -> None:
    open_waves(app)

    answer = client.post(f"/s/{hostile}", data=form(client))

    assert answer.status_code in (308, 404)
    assert not answer.headers.get("Location", "").startswith(("//", "https://evil", "http://evil"))
