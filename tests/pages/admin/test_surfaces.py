"""Public and staff pages apart: each serves its own addresses, and leads to no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from feedback_app.app import create_app
from feedback_app.platform.roles import Role
from feedback_app.platform.settings import Surface
from tests.client import StrictClient
from tests.databases import settings_for
from tests.factories.people import sign_in_as

LANDINGS = {
    Role.YOUTH_WORKER: ["/moderation"],
    Role.SAFEGUARDING_LEAD: ["/safeguarding", "/safeguarding/contact-requests"],
    Role.ENGAGEMENT_OFFICER: ["/surveys", "/surveys/open"],
    Role.BOARD_OFFICER: ["/board/reports", "/board/promises", "/indicators"],
    Role.BOARD_MEMBER: ["/board"],
    Role.ADMINISTRATOR: ["/admin", "/account"],
}
PUBLIC = ["/", "/r", "/help-now", "/you-said", "/reports", "/privacy", "/contact-me"]


def app_serving(surface: Surface, url: str, instance: Path) -> Iterator[Flask]:
    app = create_app(settings_for(url, instance, surface=surface))
    app.test_client_class = StrictClient
    yield app
    app.extensions["database"].engine.dispose()


@pytest.fixture
def staff_app(sqlite_url: str, tmp_path: Path) -> Iterator[Flask]:
    yield from app_serving(Surface.STAFF, sqlite_url, tmp_path)


@pytest.fixture
def public_app(sqlite_url: str, tmp_path: Path) -> Iterator[Flask]:
    yield from app_serving(Surface.PUBLIC, sqlite_url, tmp_path)


def dead_links(client: StrictClient, address: str) -> set[str]:
    """Addresses of ours that a page leads to and nobody serves here."""
    found = {link.get("href", "").split("#")[0] for link in client.page(address).all("a")}
    return {one for one in found if one.startswith("/") and client.get(one).status_code == 404}


@pytest.mark.parametrize("role", LANDINGS)
def test_staff_pages_lead_to_no_page_that_is_served_elsewhere(staff_app: Flask, role: Role) -> None:
    client = sign_in_as(staff_app, role)

    assert {address: dead_links(client, address) for address in LANDINGS[role]} == dict.fromkeys(
        LANDINGS[role], set()
    )


@pytest.mark.parametrize("address", ["/login", "/nowhere", "/"])
def test_who_is_not_signed_in_finds_the_log_in_page(staff_app: Flask, address: str) -> None:
    client = staff_app.test_client()
    assert isinstance(client, StrictClient)

    assert dead_links(client, address) == set()
    assert 'href="/login"' in client.page(address).html


@pytest.mark.parametrize("address", [*PUBLIC, "/nowhere"])
def test_public_pages_lead_to_no_page_of_the_staff(public_app: Flask, address: str) -> None:
    client = public_app.test_client()
    assert isinstance(client, StrictClient)

    assert dead_links(client, address) == set()


@pytest.mark.parametrize("address", ["/login", "/moderation", "/board", "/admin", "/indicators", "/account"])
def test_staff_pages_are_not_on_the_public_host(public_app: Flask, address: str) -> None:
    assert public_app.test_client().get(address).status_code == 404


@pytest.mark.parametrize("address", [*PUBLIC, "/s/voxy"])
def test_public_pages_are_not_on_the_staff_host(staff_app: Flask, address: str) -> None:
    assert sign_in_as(staff_app, Role.YOUTH_WORKER).get(address).status_code == 404
