"""Thank you: what happens next and when, and five words for who asked for them."""

import gzip
from datetime import UTC, datetime, timedelta

import time_machine
from flask import Flask, Response
from flask.testing import FlaskClient
from sqlalchemy import select

from feedback_app.domain.responses.models import Response as Answer
from feedback_app.domain.responses.receipts import word_list
from feedback_app.platform.database import reading
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, form, open_waves

SENT = "/s/be-supported/sent"


def words(page: Page) -> list[str]:
    return [(one.text or "").strip() for one in page.all("p") if one.get("id") == "receipt-words"]


def answered(client: StrictClient, **fields: str) -> Page:
    client.post(SURVEY, data=form(client) | fields)
    return client.page(SENT)


def test_the_code_is_shown_to_who_asked(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    (code,) = words(answered(client, hear_back="yes"))

    assert len(code.split()) == 5
    assert set(code.split()) <= set(word_list())
    assert words(client.page(SENT)) == [code]


def test_the_code_is_not_shown_to_who_did_not_ask(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    assert words(answered(client, hear_back="no")) == []
    assert words(answered(client)) == []
    with app.app_context():
        assert set(reading().scalars(select(Answer.receipt_hash))) == {None}


def test_without_cookies_it_still_says_thank_you(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    client.post(SURVEY, data=form(client) | {"hear_back": "yes"})

    page = Page(app.test_client().get(SENT))

    assert (page.status, page.text("h1"), words(page)) == (200, "Thank you", [])


def test_a_changed_cookie_shows_nothing(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    answered(client, hear_back="yes")
    cookie = client.get_cookie("sent")
    assert cookie is not None

    client.set_cookie("sent", cookie.value[:-2] + "xx")

    assert words(client.page(SENT)) == []


def test_three_dated_steps_say_what_happens(app: Flask, client: StrictClient) -> None:
    opens = datetime(2026, 3, 2, 9, tzinfo=UTC)
    with time_machine.travel(datetime(2026, 3, 6, 12, tzinfo=UTC), tick=False):
        open_waves(app, opens_at=opens, closes_at=opens + timedelta(days=28))
        page = client.page(SENT)

    steps = [
        " ".join("".join(item.itertext()).split())
        for item in page.all("li")
        if "timeline__step" in item.get("class", "")
    ]
    assert [step[:24] for step in steps] == [
        "Today, 6 March We have y",
        "By 9 March A youth worke",
        "After 30 March The peopl",
    ]


def test_the_cookie_is_for_this_browser_session_and_no_script(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    answer = client.post(SURVEY, data=form(client))
    cookie = answer.headers["Set-Cookie"]

    assert {part.strip() for part in cookie.split(";")[1:]} == {"HttpOnly", "Path=/", "SameSite=Strict"}


def test_the_code_is_in_no_address(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    answer = client.post(SURVEY, data=form(client) | {"hear_back": "yes"})
    (code,) = words(client.page(SENT))

    assert answer.headers["Location"] == SENT
    assert code not in str(answer.headers)


def test_the_page_comes_compressed_with_the_words_in_it(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    (code,) = words(answered(client, hear_back="yes"))
    cookie = client.get_cookie("sent")
    assert cookie is not None
    plain = FlaskClient(app, Response)
    plain.set_cookie("sent", cookie.value)

    packed = plain.get(SENT, headers={"Accept-Encoding": "gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert code in gzip.decompress(packed.data).decode()


def test_leaving_takes_the_code_away(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    answered(client, hear_back="yes")

    left = client.get("/leave")

    assert (left.status_code, left.headers["Location"]) == (303, "https://www.bbc.co.uk/weather")
    assert '"storage"' in left.headers["Clear-Site-Data"]
    assert words(client.page(SENT)) == []
