"""The engagement officer keeps places on /surveys/venues."""

from collections.abc import Callable

import pytest
from flask import Flask

from feedback_app.domain.venues.queries import open_venues
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.venues import make_venue

VENUES = "/surveys/venues"


@pytest.fixture
def officer(sign_in: Callable[[Role], StrictClient]) -> StrictClient:
    """An engagement officer who is signed in."""
    return sign_in(Role.ENGAGEMENT_OFFICER)


def offered(app: Flask) -> list[tuple[str, str, str]]:
    with app.app_context():
        return [(one.name, one.kind.value, one.district) for one in open_venues(reading())]


def test_without_a_place_the_page_says_what_to_do(officer: StrictClient) -> None:
    assert "No place yet" in officer.page(VENUES).text()


def test_a_place_is_added_and_renamed(app: Flask, officer: StrictClient) -> None:
    added = officer.submit(
        f"{VENUES}/new", {"name": " Rose Hill ", "kind": "youth_club", "district": "oxford"}
    )
    assert added.status_code == 303
    assert offered(app) == [("Rose Hill", "youth_club", "oxford")]

    address = next(link.get("href", "") for link in officer.page(VENUES).all("a") if link.text == "Rose Hill")
    officer.submit(address, {"name": "Rose Hill Library", "kind": "library", "district": ""})

    assert offered(app) == [("Rose Hill Library", "library", "")]
    assert "Library · The whole county" in officer.page(VENUES).text()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"name": ""}, "Write its name."),
        ({"name": "x" * 81}, "80 characters"),
        ({"name": "ROSE hill"}, "Another venue"),
    ],
)
def test_a_name_is_needed_short_and_nobody_elses(
    app: Flask, officer: StrictClient, typed: dict[str, str], says: str
) -> None:
    with app.app_context(), transaction() as session:
        make_venue(session, "Rose Hill")

    page = Page(officer.submit(f"{VENUES}/new", {"kind": "school", "district": "cherwell"} | typed))

    assert page.status == 422
    assert says in page.text()
    assert [one.get("value") for one in page.all("option") if one.get("selected") is not None] == [
        "school",
        "cherwell",
    ]


def test_an_archived_place_is_not_offered_and_comes_back(app: Flask, officer: StrictClient) -> None:
    with app.app_context(), transaction() as session:
        address = f"{VENUES}/{make_venue(session, 'Rose Hill')}"

    officer.submit(f"{address}/archive", {}, on=address)
    assert offered(app) == []
    assert "Rose Hill" in officer.page(f"{VENUES}?archived=1").text()

    officer.submit(f"{address}/bring-back", {}, on=address)
    assert [name for name, _, _ in offered(app)] == ["Rose Hill"]


def test_many_places_come_in_pages_and_are_found_by_name(app: Flask, officer: StrictClient) -> None:
    with app.app_context(), transaction() as session:
        for number in range(26):
            make_venue(session, f"Club {number:02}")

    assert "Club 25" not in officer.page(VENUES).text()
    assert "Club 25" in officer.page(f"{VENUES}?page=2").text()
    assert "Club 25" in officer.page(f"{VENUES}?words=cLUB 2").text()
    assert "No place found" in officer.page(VENUES, query_string={"words": "100%_"}).text()


def test_a_place_that_is_not_there_is_404(officer: StrictClient) -> None:
    assert officer.get(f"{VENUES}/00000000-0000-0000-0000-000000000000").status_code == 404
