"""SAFETY R-22: too much is refused kindly, and a forged host or address changes nothing."""

from io import BytesIO
from urllib.parse import urlencode

import pytest
from flask import Flask

from feedback_app.young_people.receipt_pages import MOST_WRONG
from tests.client import StrictClient
from tests.factories.answering import SURVEY, comments, form, open_waves, send, stored


def test_a_body_just_under_the_limit_is_judged_and_one_over_it_is_not(
    app: Flask, client: StrictClient
) -> None:
    open_waves(app)
    fields = form(client)

    under = send(client, fields | {"good": "x" * 250_000})
    over = send(client, fields | {"good": "x" * 262_144})

    assert (under.status, over.status, stored(app)) == (422, 413, (0, 0))
    assert "x" * 250_000 in under.html


@pytest.mark.parametrize(("length", "status"), [(262_144, 303), (262_145, 413), (400_000, 413)])
def test_a_body_that_does_not_say_how_long_it_is_has_the_same_limit(
    app: Flask, client: StrictClient, length: int, status: int
) -> None:
    open_waves(app)
    body = f"{urlencode(form(client))}&good=hello&more=".encode().ljust(length, b"a")

    answer = client.post(
        SURVEY,
        input_stream=BytesIO(body),
        content_type="application/x-www-form-urlencoded",
        environ_overrides={"wsgi.input_terminated": True},
    )

    assert (answer.status_code, stored(app)) == (status, (1, 1) if status == 303 else (0, 0))


@pytest.mark.parametrize(
    "odd", [b"good=caf\xe9", b"good=caf%E9", b"good=caf\xe9&&;=&=x&%zz", b"good=caf%ED%A0%80"]
)
def test_bytes_that_are_no_text_cost_no_other_answer(app: Flask, client: StrictClient, odd: bytes) -> None:
    open_waves(app)
    body = urlencode(form(client) | {"better": "a bus at night"}).encode() + b"&" + odd

    answer = client.post(SURVEY, data=body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 303
    assert comments(app)["better"] == "a bus at night"
    assert comments(app)["good"].rstrip("\N{REPLACEMENT CHARACTER}") == "caf"


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
