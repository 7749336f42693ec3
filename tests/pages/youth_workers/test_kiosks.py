"""The engagement officer makes kiosks, sees their link once, and switches them off and on."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask

from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.answering import open_waves
from tests.factories.venues import make_venue


@pytest.fixture
def wave_id(app: Flask) -> UUID:
    return open_waves(app)


@pytest.fixture
def officer(sign_in: Callable[[Role], StrictClient]) -> StrictClient:
    return sign_in(Role.ENGAGEMENT_OFFICER)


def add(officer: StrictClient, wave_id: UUID, **fields: str) -> Page:
    address = f"/surveys/{wave_id}/kiosk"
    data = {"name": "Youth club, Didcot", "venue": ""} | fields
    return Page(officer.submit(address, data, on=address))


def secret(page: Page) -> str:
    (link,) = [one.get("value", "") for one in page.all("input") if one.get("id") == "link"]
    return link.partition("#")[2]


def press(officer: StrictClient, wave_id: UUID, deed: str) -> int:
    page = officer.page(f"/surveys/{wave_id}/kiosk")
    (address,) = [one.get("action", "") for one in page.all("form") if one.get("action", "").endswith(deed)]
    return officer.post(address, data=page.hidden_fields(address)).status_code


def test_a_wave_without_kiosks_says_what_to_do(officer: StrictClient, wave_id: UUID) -> None:
    assert "No kiosk yet" in officer.page(f"/surveys/{wave_id}/kiosk").text()


def test_a_new_kiosks_link_is_shown_once_behind_a_hash(
    officer: StrictClient, client: StrictClient, wave_id: UUID
) -> None:
    made = add(officer, wave_id)

    assert made.status == 200
    assert re.search(r"/kiosk/set-up#[\w-]{43}", made.html)
    assert "<title>Set-up link for Youth club, Didcot</title>" in made.html
    listed = officer.page(f"/surveys/{wave_id}/kiosk")
    assert ("Youth club, Didcot" in listed.text(), "Link not used yet" in listed.text()) == (True, True)
    assert secret(made) not in listed.html
    assert client.post("/kiosk/set-up", data={"link": secret(made)}).status_code == 200
    assert "Set up" in officer.page(f"/surveys/{wave_id}/kiosk").text()


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_kiosk_needs_a_name_that_fits_and_keeps_what_was_typed(
    officer: StrictClient, wave_id: UUID, name: str
) -> None:
    refused = add(officer, wave_id, name=name)

    assert refused.status == 422
    assert refused.text("title").startswith("Error: ")
    (field,) = [one for one in refused.all("input") if one.get("name") == "name"]
    assert field.get("value", "") == name


def test_a_kiosk_can_be_counted_for_a_place(app: Flask, officer: StrictClient, wave_id: UUID) -> None:
    with app.app_context(), transaction() as session:
        venue_id = make_venue(session, "Rose Hill youth club")

    assert add(officer, wave_id, venue=str(venue_id)).status == 200
    assert "Rose Hill youth club" in officer.page(f"/surveys/{wave_id}/kiosk").text("table")
    assert add(officer, wave_id, venue="somewhere").status == 422


def test_off_on_and_another_link(officer: StrictClient, client: StrictClient, wave_id: UUID) -> None:
    first = secret(add(officer, wave_id))

    assert press(officer, wave_id, "/link") == 200
    assert client.post("/kiosk/set-up", data={"link": first}).status_code == 404
    assert press(officer, wave_id, "/off") == 303
    assert "Switched off" in officer.page(f"/surveys/{wave_id}/kiosk").text("table")
    assert press(officer, wave_id, "/on") == 303
    assert "Link has run out" in officer.page(f"/surveys/{wave_id}/kiosk").text("table")


def test_a_kiosk_of_another_wave_is_not_there(officer: StrictClient, app: Flask, wave_id: UUID) -> None:
    add(officer, wave_id)
    page = officer.page(f"/surveys/{wave_id}/kiosk")
    (address,) = [one.get("action", "") for one in page.all("form") if one.get("action", "").endswith("/off")]
    other = address.replace(str(wave_id), str(UUID(int=7)))

    assert officer.post(other, data=page.hidden_fields(address)).status_code == 404


def test_words_in_a_name_are_never_markup(officer: StrictClient, wave_id: UUID) -> None:
    made = add(officer, wave_id, name="<b>x</b>\"'{{ 7*7 }}")

    assert "<b>" not in made.html
    assert "{{ 7*7 }}" in officer.page(f"/surveys/{wave_id}/kiosk").text("table")
