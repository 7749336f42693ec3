"""SAFETY R-86, R-88: sent twice, refreshed, gone back to, or changed and sent again: one response, the first."""

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import SURVEY, comments, form, open_waves, stored


@pytest.mark.parametrize(
    "second", [{"good": "First"}, {"good": "Second", "hear_back": "no"}, {"know_who": "maybe"}, {}]
)
def test_another_copy_gets_the_firsts_answer_and_changes_nothing(
    app: Flask, client: StrictClient, second: dict[str, str]
) -> None:
    open_waves(app)
    fields = form(client)

    first = client.post(SURVEY, data=fields | {"good": "First", "hear_back": "yes"})
    again = client.post(SURVEY, data=fields | second)

    for name in ("Location", "Set-Cookie"):
        assert again.headers[name] == first.headers[name]
    assert (again.status_code, stored(app), comments(app)) == (303, (1, 1), {"good": "First"})


def test_the_thank_you_page_may_be_refreshed(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    client.post(SURVEY, data=form(client) | {"hear_back": "yes"})

    pages = {client.page(f"{SURVEY}/sent").html for _ in range(3)}

    assert len(pages) == 1
    assert stored(app) == (1, 0)


def test_opening_the_form_again_is_another_response(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    for _ in range(2):
        client.post(SURVEY, data=form(client))

    assert stored(app) == (2, 0)
