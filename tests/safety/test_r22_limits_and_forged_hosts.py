"""SAFETY R-22: too much is refused kindly, and a forged host or address changes nothing."""

import pytest
from flask import Flask

from feedback_app.young_people.receipt_pages import MOST_WRONG
from tests.client import StrictClient
from tests.factories.answering import SURVEY, form, open_waves, send, stored


def test_a_body_just_under_the_limit_is_judged_and_one_over_it_is_not(
    app: Flask, client: StrictClient
) -> None:
    open_waves(app)
    fields = form(client)

    under = send(client, fields | {"good": "x" * 250_000})
    over = send(client, fields | {"good": "x" * 262_144})

    assert (under.status, over.status, stored(app)) == (422, 413, (0, 0))
    assert "x" * 250_000 in under.html


@pytest.mark.parametrize("header", ["Host", "X-Forwarded-Host"])
def test_a_forged_host_is_in_no_answer(app: Flask, client: StrictClient, header: str) -> None:
    open_waves(app)
    answer = client.post(SURVEY, data=form(client), headers={header: "evil.example"})

    assert "evil.example" not in str(answer.headers)
    assert "evil.example" not in client.get("/", headers={header: "evil.example"}).get_data(as_text=True)


def test_a_forged_address_does_not_escape_the_limit(app: Flask, client: StrictClient) -> None:
    for turn in range(MOST_WRONG):
        client.post(
            "/r",
            data={"code": "apple apple apple apple apple"},
            headers={"X-Forwarded-For": f"198.51.100.{turn}"},
        )

    answer = client.post(
        "/r", data={"code": "apple apple apple apple apple"}, headers={"X-Forwarded-For": "198.51.100.200"}
    )

    assert answer.status_code == 429
