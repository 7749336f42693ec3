"""Somebody who is helped can say so, beside the questions, and is told that the last part can be done alone."""

from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.responses.models import Response
from feedback_app.platform.database import reading
from surveys import HelperRole, HelpGiven
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, form, open_waves, send

FIELDS = {"_help_given": "types", "_helper_role": "social_worker"}


@pytest.fixture(autouse=True)
def wave_id(app: Flask) -> UUID:
    return open_waves(app)


def lists(page: Page) -> dict[str, list[str]]:
    """The values that each list offers."""
    return {
        one.get("name", ""): [option.get("value", "") for option in one.iter("option")]
        for one in page.all("select")
    }


def chosen(page: Page) -> list[str]:
    return [one.get("value", "") for one in page.all("option") if "selected" in one.attrib]


def kept(app: Flask) -> list[tuple[HelpGiven | None, HelperRole | None]]:
    with app.app_context():
        return [
            (one[0], one[1]) for one in reading().execute(select(Response.help_given, Response.helper_role))
        ]


def test_it_is_off_until_she_opens_it_and_says_nothing_by_itself(client: StrictClient) -> None:
    page = client.page(SURVEY)

    (helping,) = [one for one in page.all("details") if one.get("class") == "helping"]
    assert "open" not in helping.attrib
    assert chosen(page) == []
    assert {name: values[0] for name, values in lists(page).items()} == dict.fromkeys(FIELDS, "")


def test_everything_that_can_be_stored_is_offered_and_nothing_else(client: StrictClient) -> None:
    offered = lists(client.page(SURVEY))

    assert offered["_help_given"][1:] == [one.value for one in HelpGiven]
    assert offered["_helper_role"][1:] == [one.value for one in HelperRole]


def test_it_belongs_to_the_one_form_without_scripts(client: StrictClient) -> None:
    assert {one.get("form") for one in client.page(SURVEY).all("select")} == {"questions"}
    assert [one.get("id") for one in client.page(SURVEY).all("form")] == ["questions"]


def test_it_is_kept_with_the_response(app: Flask, client: StrictClient) -> None:
    assert send(client, form(client) | FIELDS | {"know_who": "agree"}).status == 303

    assert kept(app) == [(HelpGiven.TYPES, HelperRole.SOCIAL_WORKER)]


@pytest.mark.parametrize("value", ["my teacher Mrs Smith", "TYPES", "x" * 5000, "<b>"])
def test_what_is_not_offered_is_ignored_and_costs_no_answer(
    app: Flask, client: StrictClient, value: str
) -> None:
    fields = dict.fromkeys(FIELDS, value)

    assert send(client, form(client) | fields | {"know_who": "agree"}).status == 303
    assert kept(app) == [(None, None)]


def test_it_is_kept_on_a_page_that_has_to_be_put_right(client: StrictClient) -> None:
    wrong = send(client, form(client) | FIELDS | {"know_who": "maybe"})

    assert wrong.status == 422
    assert chosen(wrong) == list(FIELDS.values())
    (helping,) = [one for one in wrong.all("details") if one.get("class") == "helping"]
    assert "open" in helping.attrib


def test_at_each_question_of_her_own_and_at_the_end_she_can_go_on_alone(client: StrictClient) -> None:
    page = client.page(SURVEY)

    places = [one for one in page.all("details") if "helping--alone" in one.get("class", "")]
    inside = {
        one.get("data-question")
        for one in page.all("div")
        if one.get("data-question") and any(place in list(one.iter()) for place in places)
    }
    assert inside == {"believed", "nobody_why", "good", "better", "about_me", "gender"}
    (last,) = [one for one in page.all("details") if "helping--quiet" in one.get("class", "")]
    assert "I want to finish this on my own" in "".join(last.itertext())
    assert "You can ask them to step away now." in page.text()
