"""/ways: how somebody likes to read, kept in one cookie that could be anybody's."""

from pathlib import Path

import pytest
from flask import Flask

from feedback_app.app import create_app
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.databases import SECRET, settings_for
from tests.factories.answering import SURVEY, VOXY, form, open_waves, responses
from tests.factories.people import sign_in_as

CHOICES = {"language": "en", "words": "easy", "text": "larger", "colours": "calm", "spacing": "wide"}


def keep(client: StrictClient, *, to: str = "home", **choices: str):  # a response
    """Choose ways on the page, as the form sends them."""
    return client.submit("/ways", CHOICES | choices, on=f"/ways?to={to}")


def looks(page: Page) -> dict[str, str]:
    """What the page says of how it is read."""
    said = ("lang", "data-words", "data-text", "data-colours", "data-spacing")
    return {name: page.tree.attrib[name] for name in said if name in page.tree.attrib}


def sheets(page: Page) -> list[str]:
    return [one.get("href", "") for one in page.all("link") if one.get("rel") == "stylesheet"]


USUAL = {"lang": "en-GB", "data-text": "normal", "data-colours": "as_device", "data-spacing": "normal"}
CHOSEN = {
    "lang": "en-GB",
    "data-words": "easy",
    "data-text": "larger",
    "data-colours": "calm",
    "data-spacing": "wide",
}
EVERYWHERE = ("/", SURVEY, VOXY, f"{SURVEY}/sent", "/help-now", "/contact-me", "/privacy", "/r", "/nowhere")


@pytest.mark.parametrize("address", EVERYWHERE)
def test_the_choices_hold_on_every_page(app: Flask, client: StrictClient, address: str) -> None:
    open_waves(app)
    assert looks(client.page(address)) == USUAL
    assert len(sheets(client.page(address))) == 1

    keep(client)

    page = client.page(address)
    assert looks(page) == CHOSEN
    assert "ways-" in sheets(page)[-1]


def test_the_cookie_ends_with_the_browser_session(client: StrictClient) -> None:
    (cookie,) = keep(client).headers.getlist("Set-Cookie")

    assert cookie == "ways=easy.larger.calm.wide; HttpOnly; Path=/; SameSite=Lax"


def test_over_tls_the_cookie_is_bound_to_the_host(sqlite_url: str, tmp_path: Path) -> None:
    app = create_app(settings_for(sqlite_url, tmp_path, base_url="https://c.example", secret_key=SECRET))
    app.test_client_class = StrictClient
    client = app.test_client()
    assert isinstance(client, StrictClient)

    (cookie,) = keep(client).headers.getlist("Set-Cookie")

    assert cookie.startswith("__Host-ways=easy.larger.calm.wide; Secure; HttpOnly; Path=/")
    app.extensions["database"].engine.dispose()


def test_two_people_with_the_same_choices_have_the_same_cookie(app: Flask) -> None:
    cookies = set()
    for way_there in (SURVEY, "/help-now"):
        client = app.test_client()
        assert isinstance(client, StrictClient)
        open_waves(app) if way_there == SURVEY else None
        client.get(way_there)
        cookies.add(keep(client).headers["Set-Cookie"])

    assert len(cookies) == 1


def test_one_button_puts_all_back_and_takes_the_cookie_away(app: Flask, client: StrictClient) -> None:
    keep(client)

    answer = keep(client, again="yes")

    assert "ways=;" in answer.headers["Set-Cookie"]
    assert looks(client.page("/")) == USUAL


def test_leaving_takes_the_cookie_away(client: StrictClient) -> None:
    keep(client)

    client.get("/leave?read=easy")

    assert client.get_cookie("ways") is None


@pytest.mark.parametrize(
    ("to", "address"),
    [
        ("home", "/"),
        ("help", "/help-now"),
        ("survey.be-supported", "/s/be-supported"),
        ("sent.voxy", "/s/voxy/sent"),
        ("", "/"),
        ("https://evil.example", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("survey.//evil.example", "/"),
        ("survey.be-supported\r\nLocation: https://evil.example", "/"),
        ("survey." + "a" * 500, "/"),
    ],
)
def test_one_comes_back_to_a_place_by_its_name_alone(client: StrictClient, to: str, address: str) -> None:
    token = client.page("/ways").hidden_fields("/ways")

    answer = client.post("/ways", data=token | CHOICES | {"to": to})

    assert (answer.status_code, answer.headers["Location"]) == (303, address)


def test_each_page_names_itself_as_the_place_to_come_back_to(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    led = {
        address: [one.get("href") for one in client.page(address).all("a") if "/ways" in one.get("href", "")]
        for address in ("/", SURVEY, f"{SURVEY}/sent", "/you-said", "/nowhere")
    }

    assert {address: set(found) for address, found in led.items()} == {
        "/": {"/ways?to=home"},
        SURVEY: {"/ways?to=survey.be-supported"},
        f"{SURVEY}/sent": {"/ways?to=sent.be-supported"},
        "/you-said": {"/ways?to=you-said"},
        "/nowhere": {"/ways?to=home"},
    }


def test_what_is_sent_and_not_known_counts_as_the_usual(client: StrictClient) -> None:
    hostile = {name: "<script>alert(1)</script>" for name in CHOICES}

    answer = client.submit("/ways", hostile)

    assert answer.status_code == 303
    assert looks(client.page("/")) == USUAL


@pytest.mark.parametrize("value", ["<script>", "zz.huge", "large'\"><b>", "a" * 4000, "%00", "en-x-easy"])
def test_a_cookie_that_somebody_made_up_is_harmless(app: Flask, client: StrictClient, value: str) -> None:
    open_waves(app)
    client.set_cookie("ways", value)

    for address in ("/", SURVEY, "/nowhere"):
        assert looks(client.page(address)) == USUAL


def test_without_the_forms_token_nothing_is_kept_and_the_choices_stand_there(client: StrictClient) -> None:
    page = Page(client.post("/ways", data=CHOICES))

    assert page.status == 422
    chosen = {one.get("value") for one in page.all("input") if "checked" in one.attrib}
    assert chosen == set(CHOICES.values())
    assert "Set-Cookie" not in page.response.headers


def test_what_is_chosen_is_said_in_words(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    assert "everything as usual" in client.page("/ways").text("main")

    keep(client)

    said = "Now chosen: Easy Read with pictures, Very large text, Calm, soft colours, More room"
    assert said in client.page("/ways").text("main")
    assert said in client.page(SURVEY).text("main")


def test_an_address_outranks_the_cookie_for_the_language_alone(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    keep(client, language="pl")

    page = client.page(f"{SURVEY}?language=ro")

    assert looks(page) == CHOSEN | {"lang": "ro"}


def test_easy_read_by_its_link_needs_no_cookie(app: Flask) -> None:
    open_waves(app)
    client = app.test_client(use_cookies=False)
    assert isinstance(client, StrictClient)

    page = client.page(f"{SURVEY}?read=easy")
    sent = client.post(f"{SURVEY}?read=easy", data=page.hidden_fields(f"{SURVEY}?read=easy"))

    assert "Something makes you worry. Who do you talk to?" in page.text("main")
    assert (sent.status_code, len(responses(app))) == (303, 1)


def test_a_form_opened_in_another_way_is_taken(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    fields = form(client)
    keep(client)

    answer = client.post(SURVEY, data=fields | {"know_who": "agree"})

    assert answer.status_code == 303
    assert responses(app) == [{"know_who": ["agree"]}]


def test_staff_pages_stay_as_they_are(app: Flask) -> None:
    client = sign_in_as(app, Role.BOARD_OFFICER)
    client.set_cookie("ways", "pl.easy.larger.contrast.wide")

    assert looks(client.page("/board")) == USUAL


def test_nobody_fills_the_memory_by_asking_in_many_ways(
    app: Flask, client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feedback_app.questionnaire.page.MOST_KEPT", 3)
    open_waves(app)
    for ways in ("en", "pl", "ro", "en.easy", "en.large", "en.calm", "en.wide", "pl.larger.contrast.wide"):
        client.set_cookie("ways", ways)
        assert client.get(SURVEY).status_code == 200

    assert len(app.extensions["kept-pages"]) == 3
