"""A poster's code goes with the form, counts once for its venue, and stops no answer."""

import pytest
from flask import Flask

from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, VOXY, form, open_waves, stored
from tests.factories.venues import counts_of, venue_with_code


def from_poster(client: StrictClient, code: str, **more: object) -> dict[str, object]:
    """The hidden fields of a form opened through a poster, with some answers."""
    return {**client.page(f"{SURVEY}?at={code}").hidden_fields(SURVEY), **more}


def test_an_answer_from_a_poster_counts_for_its_venue(app: Flask, client: StrictClient) -> None:
    venue_id, code = venue_with_code(app, open_waves(app))

    assert client.post(SURVEY, data=from_poster(client, code, know_who="agree")).status_code == 303

    assert (counts_of(app, venue_id), stored(app)) == ([(1, 0)], (1, 0))


def test_the_same_answer_sent_again_counts_once(app: Flask, client: StrictClient) -> None:
    venue_id, code = venue_with_code(app, open_waves(app))
    fields = from_poster(client, code, know_who="agree")

    for _ in range(3):
        assert client.post(SURVEY, data=fields).status_code == 303

    assert (counts_of(app, venue_id), stored(app)) == ([(1, 0)], (1, 0))


def test_the_code_lives_through_a_page_that_is_put_right(app: Flask, client: StrictClient) -> None:
    venue_id, code = venue_with_code(app, open_waves(app))

    wrong = Page(client.post(SURVEY, data=from_poster(client, code, know_who="never heard of")))

    assert wrong.status == 422
    assert counts_of(app, venue_id) == [(0, 0)]
    assert client.post(SURVEY, data=wrong.hidden_fields(SURVEY)).status_code == 303
    assert counts_of(app, venue_id) == [(1, 0)]


@pytest.mark.parametrize("code", ["zzzzzz", "'><script>", "a" * 300, "%00", "Abcdef", "{{7*7}}"])
def test_a_code_that_is_nobodys_changes_nothing(app: Flask, client: StrictClient, code: str) -> None:
    venue_id, _ = venue_with_code(app, open_waves(app))

    for fields in (
        form(client) | {"venue_code": code},
        form(client) | {"know_who": "agree", "venue_code": code},
    ):
        assert client.post(SURVEY, data=fields).status_code == 303

    assert (counts_of(app, venue_id), stored(app)[0]) == ([(0, 0)], 2)


def test_what_is_no_code_is_not_carried(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    page = client.page(SURVEY, query_string={"at": '"><img src=x>'})

    assert set(page.hidden_fields(SURVEY)) == {"submission_id", "form_token"}
    assert "<img" not in page.html


def test_a_code_of_one_survey_counts_nothing_for_another(app: Flask, client: StrictClient) -> None:
    venue_id, code = venue_with_code(app, open_waves(app))

    assert client.post(VOXY, data=form(client, VOXY) | {"venue_code": code}).status_code == 303

    assert counts_of(app, venue_id) == [(0, 0)]


def test_the_code_is_on_no_page_and_in_no_address_afterwards(app: Flask, client: StrictClient) -> None:
    _, code = venue_with_code(app, open_waves(app))

    answer = client.post(SURVEY, data=from_poster(client, code), follow_redirects=True)

    assert code not in answer.get_data(as_text=True)
    assert code not in answer.request.url


def test_the_code_goes_along_into_another_language(app: Flask, client: StrictClient) -> None:
    venue_id, code = venue_with_code(app, open_waves(app))
    opened = client.page(f"{SURVEY}?at={code}")

    [polish] = {
        link.get("href", "") for link in opened.all("a") if link.get("href", "").endswith("language=pl")
    }
    fields = client.page(SURVEY + polish).hidden_fields(f"{SURVEY}?language=pl")
    client.post(SURVEY, data=fields)

    assert counts_of(app, venue_id) == [(1, 0)]


def test_who_comes_without_a_poster_carries_nothing(app: Flask, client: StrictClient) -> None:
    _, code = venue_with_code(app, open_waves(app))
    client.page(f"{SURVEY}?at={code}")

    page = client.page(SURVEY)

    assert code not in page.html
    assert set(page.hidden_fields(SURVEY)) == {"submission_id", "form_token"}
