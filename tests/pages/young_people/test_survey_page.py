"""A young person opens the survey, answers it, and is thanked."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.responses.models import Response
from feedback_app.platform import clock
from feedback_app.platform.database import reading
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, VOXY, comments, form, open_waves, responses, send, stored

ANSWERS = {
    "know_who": "agree",
    "who_would": ["friend", "something_else"],
    "who_would__something_else": "My nan",
    "good": "The drop-in is warm.\r\nThey listen.",
    "better": "More evenings 🙂",
    "quote_ok": "yes",
    "age": "15_16",
    "hear_back": "no",
}


def test_a_whole_answer_is_stored_and_thanked(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    answer = client.post(SURVEY, data=form(client) | ANSWERS)
    thanks = Page(client.get(answer.headers["Location"]))

    assert (answer.status_code, answer.headers["Location"]) == (303, "/s/be-supported/sent")
    assert responses(app) == [
        {
            "know_who": ["agree"],
            "who_would": ["friend", "something_else"],
            "quote_ok": ["yes"],
            "age": ["15_16"],
            "hear_back": ["no"],
        }
    ]
    assert comments(app) == {
        "who_would__something_else": "My nan",
        "good": "The drop-in is warm.\nThey listen.",
        "better": "More evenings 🙂",
    }
    assert thanks.text("h1") == "Thank you"


def test_an_empty_form_is_an_answer_too(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    assert client.post(SURVEY, data=form(client)).status_code == 303
    assert (stored(app), responses(app)) == ((1, 0), [{}])


def test_the_voxy_form_takes_a_message(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    answer = client.post(
        VOXY, data=form(client, VOXY) | {"feel": "unhappy", "say": "The last bus goes at six."}
    )

    assert (answer.status_code, comments(app)) == (303, {"say": "The last bus goes at six."})


def test_a_form_with_files_is_read_the_same(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    answer = client.post(SURVEY, data=form(client) | {"good": "Warm"}, content_type="multipart/form-data")

    assert (answer.status_code, comments(app)) == (303, {"good": "Warm"})


def test_answers_that_other_answers_hide_are_dropped(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    hidden = {
        "who_would": "friend",
        "nobody_why": "bother",
        "nobody_why__something_else": "Hidden",
        "quote_ok": "yes",
    }

    client.post(SURVEY, data=form(client) | hidden)

    assert (responses(app), comments(app)) == ([{"who_would": ["friend"]}], {})


def test_a_day_and_no_moment_is_stored(app: Flask, client: StrictClient) -> None:
    with time_machine.travel(datetime(2026, 6, 30, 23, 30, tzinfo=UTC), tick=False):
        open_waves(app)
        client.post(SURVEY, data=form(client))

    with app.app_context():
        assert reading().scalar(select(Response.day)) == date(2026, 7, 1)


def test_a_survey_that_has_never_opened_says_so_kindly(client: StrictClient) -> None:
    for slug in ("be-supported", "voxy"):
        page = client.page(f"/s/{slug}")

        assert page.status == 200
        assert page.text("h1") == "This survey has not opened yet"
        assert "0800 1111" in page.text()


def test_an_unknown_survey_is_404(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    assert client.get("/s/nothing").status_code == 404
    assert client.get("/s/nothing/sent").status_code == 404
    assert client.post("/s/nothing", data={"good": "x"}).status_code == 404


def test_before_it_opens_it_says_when(app: Flask, client: StrictClient) -> None:
    open_waves(app, opens_at=datetime(2031, 5, 4, 8, tzinfo=UTC), closes_at=None)

    page = client.page(SURVEY)

    assert (page.status, page.text("h1")) == (200, "This survey has not opened yet")
    assert "It opens on 4 May 2031." in page.text()
    assert "0800 1111" in page.text()
    assert [form for form in page.all("form") if form.get("method") == "post"] == []


def test_after_it_closed_it_says_when(app: Flask, client: StrictClient) -> None:
    opened = datetime(2026, 1, 5, 8, tzinfo=UTC)
    open_waves(app, opens_at=opened, closes_at=datetime(2026, 2, 2, 8, tzinfo=UTC))

    page = client.page(SURVEY)

    assert (page.status, page.text("h1")) == (200, "This survey has closed")
    assert "It closed on 2 February 2026." in page.text()
    assert "0800 1111" in page.text()


def test_while_paused_it_says_so(app: Flask, client: StrictClient) -> None:
    open_waves(app, paused_at=clock.now(), closes_at=datetime(2031, 5, 4, 8, tzinfo=UTC))

    page = client.page(SURVEY)

    assert (page.status, page.text("h1")) == (200, "This survey is having a short break")
    assert "You can answer until 4 May 2031." in page.text()
    assert "0800 1111" in page.text()


def test_an_extended_wave_shows_its_new_date(app: Flask, client: StrictClient) -> None:
    open_waves(app, closes_at=clock.now() + timedelta(days=2))
    until = clock.in_london(clock.now() + timedelta(days=2))

    assert f"You can answer until {until.day} {until:%B %Y}." in client.page(SURVEY).text()


@pytest.mark.parametrize("address", [SURVEY, VOXY])
def test_search_engines_are_asked_to_keep_away(app: Flask, client: StrictClient, address: str) -> None:
    open_waves(app)

    robots = [one.get("content") for one in client.page(address).all("meta") if one.get("name") == "robots"]

    assert robots == ["noindex"]


def test_the_demonstration_says_that_nobody_reads(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    assert "nobody reads what you write here" in client.page(SURVEY).text()


def test_an_odd_language_is_answered_in_english(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    assert client.page(f"{SURVEY}?language=xx").tree.get("lang") == "en-GB"
    client.post(f"{SURVEY}?language=xx", data=form(client))
    with app.app_context():
        assert reading().scalar(select(Response.language)) == "en"


def test_send_answers_with_an_unknown_token_and_all_answers_kept(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    page = send(client, ANSWERS)

    assert page.status == 422
    assert stored(app) == (0, 0)
    again = send(client, page.hidden_fields(SURVEY) | ANSWERS)
    assert (again.status, stored(app)) == (303, (1, 3))
