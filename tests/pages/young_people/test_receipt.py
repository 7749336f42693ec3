"""/r: five words in, what happened so far out."""

import re
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import update

from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.platform.database import transaction
from feedback_app.young_people.receipt_pages import MOST_WRONG
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, form, open_waves


def code_of(client: StrictClient, **fields: str) -> str:
    """Answer the survey and keep the five words."""
    client.post(SURVEY, data=form(client) | {"hear_back": "yes"} | fields)
    (code,) = [
        (one.text or "") for one in client.page(f"{SURVEY}/sent").all("p") if one.get("id") == "receipt-words"
    ]
    return code


def enter(client: StrictClient, code: str) -> Page:
    return Page(client.post("/r", data={"code": code}))


def steps(page: Page) -> list[str]:
    """Each step as "title: done" or "title: to come"."""
    found = []
    for item in page.all("li"):
        if "timeline__step" in (item.get("class") or ""):
            (title,) = [one for one in item.iter("span") if one.get("class") == "timeline__title"]
            state = "done" if "--done" in (item.get("class") or "") else "to come"
            found.append(f"{(title.text or '').strip()}: {state}")
    return found


def change(app: Flask, **values: object) -> None:
    with app.app_context(), transaction() as session:
        session.execute(update(Comment).values(**values))


def test_a_known_code_shows_the_day_and_what_is_to_come(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = code_of(client, good="The drop-in is warm")

    page = enter(client, code)

    assert page.status == 200
    assert steps(page) == [
        "We got your answers: done",
        "A youth worker reads what you wrote: to come",
        "Your answers are in the numbers that the board sees: to come",
    ]
    assert "The drop-in is warm" not in page.text()


@pytest.mark.parametrize(
    "shape", [str.upper, str.title, lambda code: code.replace(" ", "-"), lambda code: f"  {code}. "]
)
def test_capitals_hyphens_and_spaces_are_forgiven(app: Flask, client: StrictClient, shape: object) -> None:
    open_waves(app)
    code = code_of(client)
    assert callable(shape)

    assert enter(client, shape(code)).status == 200


def test_what_a_person_decided_is_not_told_apart(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = code_of(client, good="The drop-in is warm")

    seen = set()
    for state in (CommentState.HELD, CommentState.COUNT_ONLY, CommentState.ESCALATED, CommentState.SPAM):
        change(app, state=state)
        seen.add(re.sub(r'(name="visit" value=")[^"]+', r"\1", enter(client, code).html))

    assert len(seen) == 1
    assert "A youth worker read all you wrote" in seen.pop()


def test_a_quote_is_told(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = code_of(client, good="The drop-in is warm")
    change(app, state=CommentState.QUOTE_CONFIRMED)

    assert "Some of your words are in the report." in enter(client, code).text()


def test_counted_answers_are_told(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = code_of(client)
    with app.app_context(), transaction() as session:
        session.execute(update(Response).values(folded=True, day=date(2026, 3, 2)))

    page = enter(client, code)

    assert steps(page) == [
        "We got your answers: done",
        "Your answers are in the numbers that the board sees: done",
    ]
    assert "2 March 2026" in page.text()


def test_unknown_codes_are_answered_alike_and_kept_in_the_box(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    page = enter(client, "apple apple apple apple apple")

    assert page.status == 422
    assert "We don't know these five words" in page.text()
    assert [one.get("value") for one in page.all("input") if one.get("name") == "code"] == [
        "apple apple apple apple apple"
    ]


@pytest.mark.parametrize("typed", ["", "four words are here", "one two three four five six", "12345"])
def test_what_is_not_five_words_is_said_so(app: Flask, client: StrictClient, typed: str) -> None:
    page = enter(client, typed)

    assert page.status == 422
    assert "Type all five words" in page.text()


def test_many_wrong_tries_are_slowed_and_right_ones_are_not_counted(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    code = code_of(client)
    for _ in range(MOST_WRONG - 1):
        assert enter(client, "apple apple apple apple apple").status == 422
    assert enter(client, code).status == 200
    enter(client, "apple apple apple apple apple")

    assert enter(client, code).status == 429
