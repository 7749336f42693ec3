"""Help, leaving and the statements."""

import re
from pathlib import Path

import pytest

from feedback_app.domain.contacts.register import read_register
from tests.client import StrictClient

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
PAGES = ("/help-now", "/privacy", "/accessibility", "/parents-and-schools", "/contact-me", "/r")
REGISTERED = {way.address for entry in read_register() for way in entry.ways}


def test_help_shows_every_contact_of_the_register_ready_to_tap(client: StrictClient) -> None:
    page = client.page("/help-now")

    shown = {a.get("href", "") for a in page.all("a") if a.get("href", "").startswith(("tel:", "sms:"))}
    assert shown == REGISTERED
    assert all(entry.name in page.text() for entry in read_register())
    assert "demonstration: not verified" in page.text()


def test_no_template_names_a_number_that_the_register_lacks() -> None:
    found = {
        match
        for path in TEMPLATES.rglob("*.html")
        for match in re.findall(r'href="((?:tel|sms):[^"{]+)"', path.read_text())
    }

    assert found - REGISTERED == set()


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_help_leaving_and_the_statements(client: StrictClient, address: str) -> None:
    links = {a.get("href") for a in client.page(address).all("a")}

    assert {"/leave", "/privacy", "/accessibility", "/parents-and-schools", "#main"} <= links
    assert links & {"/help-now", "#help"}


@pytest.mark.parametrize("address", [*PAGES, "/", "/you-said", "/reports"])
def test_looking_at_a_page_sets_no_cookie(client: StrictClient, address: str) -> None:
    answer = client.get(address)

    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def test_leaving_goes_where_the_settings_say_and_never_where_the_address_says(client: StrictClient) -> None:
    answer = client.get("/leave?next=https://evil.example&url=//evil.example")

    assert answer.headers["Location"] == "https://www.bbc.co.uk/weather"
