"""What cannot be taken comes back whole, in plain words, with nothing half-stored."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from feedback_app.platform import clock
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, VOXY, form, open_waves, send, stored

OPENS = datetime(2026, 3, 2, 9, tzinfo=UTC)
CLOSES = datetime(2026, 3, 30, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TYPED = "I like the drop-in & its <b>tea</b>"
WRONG = {
    "an option that is not offered": (
        {"know_who": "maybe"},
        "know_who",
        "Choose from the answers shown here.",
    ),
    "two answers where one fits": (
        {"know_who": ["agree", "disagree"]},
        "know_who",
        "Choose one answer.",
    ),
    "nobody and somebody": (
        {"who_would": ["friend", "nobody"]},
        "who_would",
        "Choose only “Nobody”, or only the others.",
    ),
    "four of three": (
        {"info_how": ["talking", "website", "app", "video"]},
        "info_how",
        "Choose up to three. You chose four.",
    ),
    "a long text": (
        {"better": "x" * 1001},
        "better",
        "Make this 1 character shorter. It can have up to 1,000.",
    ),
    "a long text beside an option": (
        {"info_how": "another_language", "info_how__another_language": "y" * 103},
        "info_how__another_language",
        "Make this 3 characters shorter. It can have up to 100.",
    ),
}


@pytest.mark.parametrize(("sent", "field", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_first_and_at_its_question(
    app: Flask, client: StrictClient, sent: dict[str, object], field: str, words: str
) -> None:
    open_waves(app)

    page = send(client, form(client) | {"good": TYPED} | sent)

    assert (page.status, stored(app)) == (422, (0, 0))
    assert (page.tree.findtext(".//title") or "").startswith("Error: ")
    (link,) = [a for a in page.all("a") if a.get("href") == f"#{field}"]
    assert (link.text or "").endswith(words)
    assert any(one.get("id") == field for one in page.tree.iter())
    assert page.html.count(words.replace("’", "&#39;")) == 2


def test_every_answer_is_kept(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    kept = {
        "listened": "agree",
        "who_would": ["friend", "something_else"],
        "who_would__something_else": "My nan",
    }

    page = send(client, form(client) | kept | {"good": TYPED, "better": "x" * 1200})
    checked = {(one.get("name"), one.get("value")) for one in page.all("input") if "checked" in one.attrib}
    boxes = {one.get("name"): (one.text or "") for one in page.all("textarea")}

    assert checked == {("listened", "agree"), ("who_would", "friend"), ("who_would", "something_else")}
    assert [
        one.get("value") for one in page.all("input") if one.get("name") == "who_would__something_else"
    ] == ["My nan"]
    assert (boxes["good"].strip(), boxes["better"].strip()) == (TYPED, "x" * 1200)


def test_putting_it_right_sends_the_same_submission(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    opened = form(client)

    page = send(client, opened | {"know_who": "maybe"})

    assert page.hidden_fields(SURVEY) == opened
    assert send(client, opened | {"know_who": "agree"}).status == 303
    assert stored(app) == (1, 0)


@pytest.mark.parametrize("broken", ["", "nonsense", "a.b.c"])
def test_a_broken_token_costs_no_answer(app: Flask, client: StrictClient, broken: str) -> None:
    open_waves(app)

    page = send(client, form(client) | {"form_token": broken, "good": TYPED})

    assert (page.status, stored(app)) == (422, (0, 0))
    assert "Please press Send again" in page.text()
    assert send(client, page.hidden_fields(SURVEY) | {"good": TYPED}).status == 303
    assert stored(app) == (1, 1)


def test_another_surveys_token_and_another_submission_are_refused(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    other, own = form(client, VOXY), form(client)

    assert send(client, other | {"good": TYPED}).status == 422
    assert send(client, own | {"submission_id": other["submission_id"]}).status == 422
    assert stored(app) == (0, 0)


def test_after_grace_her_words_are_on_the_page_to_copy(app: Flask, client: StrictClient) -> None:
    with time_machine.travel(CLOSES - MINUTE, tick=False) as traveller:
        open_waves(app, opens_at=OPENS, closes_at=CLOSES)
        opened = form(client)
        traveller.move_to(CLOSES + 31 * MINUTE)
        page = send(client, opened | {"good": TYPED, "know_who": "agree"})

    assert (page.status, stored(app)) == (410, (0, 0))
    assert [(one.text or "").strip() for one in page.all("textarea")] == [TYPED]
    assert "0800 1111" in page.text()


def test_within_grace_it_is_taken_and_a_token_from_after_is_not(app: Flask, client: StrictClient) -> None:
    with time_machine.travel(CLOSES - MINUTE, tick=False) as traveller:
        open_waves(app, opens_at=OPENS, closes_at=CLOSES)
        opened = form(client)
        traveller.move_to(CLOSES + 29 * MINUTE)
        taken = send(client, opened | {"good": TYPED})
        late = send(client, {"good": TYPED})

    assert (taken.status, late.status, stored(app)) == (303, 410, (1, 1))


def test_who_sent_in_time_gets_the_same_answer_after_closing(app: Flask, client: StrictClient) -> None:
    with time_machine.travel(CLOSES - MINUTE, tick=False) as traveller:
        open_waves(app, opens_at=OPENS, closes_at=CLOSES)
        opened = form(client)
        first = client.post(SURVEY, data=opened | {"good": TYPED})
        traveller.move_to(CLOSES + timedelta(days=2))
        again = client.post(SURVEY, data=opened | {"good": TYPED})

    assert (again.status_code, again.headers["Set-Cookie"]) == (303, first.headers["Set-Cookie"])


def test_while_it_rests_the_whole_form_comes_back_to_send_again(app: Flask, client: StrictClient) -> None:
    open_waves(app, paused_at=clock.now() - timedelta(hours=1))

    page = send(client, {"good": TYPED, "who_would": ["friend", "teacher"]})

    assert (page.status, stored(app)) == (409, (0, 0))
    fields = [(one.get("name"), one.get("value")) for one in page.all("input") if one.get("type") == "hidden"]
    assert sorted(fields) == [("good", TYPED), ("who_would", "friend"), ("who_would", "teacher")]


def test_too_much_is_413_and_says_that_the_words_are_still_there(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    many = {f"field_{number}": "x" for number in range(500)}

    heavy = send(client, form(client) | {"good": "x" * 300_000})
    several = send(client, form(client) | many)
    parts = Page(client.post(SURVEY, data=form(client) | many, content_type="multipart/form-data"))

    assert (heavy.status, several.status, parts.status, stored(app)) == (413, 413, 413, (0, 0))
    assert "your words are still there" in heavy.text()


@pytest.mark.parametrize("kind", ["application/json", "text/plain", ""])
def test_another_content_type_is_415(app: Flask, client: StrictClient, kind: str) -> None:
    open_waves(app)

    assert client.post(SURVEY, data=b'{"good": "x"}', content_type=kind).status_code == 415
    assert stored(app) == (0, 0)


def test_odd_bytes_are_taken_and_never_an_error(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    body = "&".join(f"{name}={value}" for name, value in form(client).items())
    odd = body + "&good=%00%ff%ed%a0%80ok%E2%80%AE&%00=%00&better=%F0%9F%98%80"

    answer = client.post(SURVEY, data=odd.encode(), content_type="application/x-www-form-urlencoded")

    assert (answer.status_code, stored(app)) == (303, (1, 2))
