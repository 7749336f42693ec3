"""Take back everything: asked once, done once, said plainly."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from feedback_app.domain.responses.models import Response
from feedback_app.domain.waves.models import Wave
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, VOXY, form, open_waves, stored
from tests.factories.receipts import enter, press, reply_to_all, send_for_code


def items(page: Page) -> str:
    return " ".join(page.text("main").split())


def day_words(days: int, start: object = None) -> str:
    day = clock.today() + timedelta(days=days)
    return f"{day.day} {day:%B %Y}"


def test_it_says_what_goes_and_what_stays_and_asks_once(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = send_for_code(app, client, good="Warm", better="The bus")
    reply_to_all(app, "Thank you")

    asked = press(client, enter(client, code), "ask")

    text = items(asked)
    assert asked.text("h1") == "Take back everything?"
    for words in (
        "We can't bring it back.",
        "What you wrote, in 2 places.",
        "2 replies to you.",
        "Your five words. They will not work any more.",
        "Reports that are out.",
        "people whose job is to keep you safe may keep what they were told",
    ):
        assert words in text
    assert stored(app) == (1, 2)
    assert press(client, asked, "look").text("h1") == "We know your code"


def test_yes_takes_everything_and_the_code_works_no_more(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = send_for_code(app, client, good="Warm")
    asked = press(client, enter(client, code), "ask")

    gone = press(client, asked, "take-back")

    assert (gone.status, gone.text("h1")) == (200, "It is all gone")
    assert stored(app) == (0, 0)
    assert enter(client, code).status == 422
    assert press(client, asked, "take-back").text("h1") == "It is all gone"
    for do in ("look", "copy", "ask", "answer"):
        assert "We don't know these five words" in press(client, asked, do, answer="words").text()


def test_a_withdrawn_code_reads_like_one_that_never_was(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = send_for_code(app, client)
    press(client, enter(client, code), "take-back")
    never = "apple apple apple apple apple"

    pages = [enter(client, one) for one in (code, never)]

    assert pages[0].html.replace(code, "") == pages[1].html.replace(never, "")
    assert {page.status for page in pages} == {422}


def test_the_same_form_sent_again_is_answered_as_before_and_brings_nothing_back(
    app: Flask, client: StrictClient
) -> None:
    open_waves(app)
    fields = form(client) | {"hear_back": "yes", "good": "Warm"}
    first = client.post(SURVEY, data=fields)
    thanked = client.page(f"{SURVEY}/sent").html
    code = next(
        "".join(one.itertext()).strip()
        for one in client.page(f"{SURVEY}/sent").all("p")
        if one.get("id") == "receipt-words"
    )
    press(client, enter(client, code), "take-back")

    again = [
        client.post(SURVEY, data=fields | more) for more in ({}, {"good": "Other"}, {"know_who": "maybe"})
    ]

    assert {(one.status_code, one.location) for one in again} == {(first.status_code, first.location)}
    assert client.page(f"{SURVEY}/sent").html == thanked
    assert stored(app) == (0, 0)


def close_long_ago(app: Flask, days: int) -> None:
    with app.app_context(), transaction() as session:
        ended = clock.now() - timedelta(days=days)
        session.execute(update(Wave).values(closes_at=ended, opens_at=ended - timedelta(days=20)))


def test_after_the_last_day_it_says_so_and_takes_nothing(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = send_for_code(app, client, good="Warm")
    asked = press(client, enter(client, code), "ask")
    close_long_ago(app, 29)

    page = enter(client, code)
    assert f"You could take back everything until {day_words(-1)}. That day has passed." in page.text()
    assert "Take back everything I sent" not in page.text()
    for do in ("ask", "take-back"):
        late = press(client, asked, do)
        assert (late.status, "The last day to take your answers back has passed." in late.text()) == (
            409,
            True,
        )
    assert stored(app) == (1, 1)


@pytest.mark.parametrize(("address", "days"), [(SURVEY, 28 + 28), (VOXY, 28)])
def test_the_last_day_stands_beside_the_code_and_behind_it(
    app: Flask, client: StrictClient, address: str, days: int
) -> None:
    wave_id = open_waves(app)
    with app.app_context():
        closes_at = reading().get_one(Wave, wave_id).closes_at
    assert closes_at is not None
    until = clock.in_london(closes_at).date() + timedelta(days=28) if address == SURVEY else None
    said = day_words(28) if until is None else f"{until.day} {until:%B %Y}"
    hidden = form(client, address)
    client.post(address, data=hidden | {"hear_back": "yes", "good": "Warm", "say": "Warm"})

    sent = client.page(f"{address}/sent")
    code = next("".join(one.itertext()) for one in sent.all("p") if one.get("id") == "receipt-words").strip()

    assert f"until {said}" in sent.text()
    assert f"You can take back everything until {said}." in enter(client, code).text()


def test_who_has_no_code_is_told_why_nothing_can_be_found(app: Flask, client: StrictClient) -> None:
    assert "We can't find your answers, because we don't know which are yours." in client.page("/r").text()


def test_the_privacy_page_says_until_when(app: Flask, client: StrictClient) -> None:
    text = client.page("/privacy").text()

    assert "take back everything" in text
    assert "28 days" in text


def test_a_device_that_others_use_next_gives_no_code(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = send_for_code(app, client)
    with app.app_context(), transaction() as session:
        session.execute(update(Response).values(receipt_hash=None))

    assert enter(client, code).status == 422
