"""The engagement officer sees who has answered so far, and nobody can be picked out."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask

from feedback_app.domain.responses.models import Tally
from feedback_app.domain.venues.kinds import VenueKind
from feedback_app.domain.venues.models import Venue, VenueCount
from feedback_app.platform import clock
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.comments import make_wave
from tests.factories.people import sign_in_as
from tests.surveys.making import SMALL

Cells = dict[tuple[str, str], int]
NONE_SMALL: Cells = {
    ("district", "oxford"): 83,
    ("district", "cherwell"): 8,
    ("district", "south_oxfordshire"): 42,
    ("district", "vale_of_white_horse"): 41,
    ("district", "west_oxfordshire"): 33,
    ("age", "11_12"): 52,
    ("age", "13_14"): 51,
    ("age", "15_16"): 53,
    ("age", "17_18"): 11,
    ("age", "19_25"): 40,
}


def wave(app: Flask, cells: Cells, *, responses: int = 207) -> UUID:
    """An open wave with these counts of today."""
    opens_at = clock.now() - timedelta(hours=1)
    day = clock.today()
    with app.app_context(), transaction() as session:
        wave_id = make_wave(
            session, opens_at=opens_at, closes_at=opens_at + timedelta(days=9), folded_responses=responses
        )
        session.add(Tally(wave_id=wave_id, day=day, subject="responses", row="", col="", n=responses))
        for (question, option), n in cells.items():
            session.add(Tally(wave_id=wave_id, day=day, subject="option", row=question, col=option, n=n))
    return wave_id


def coverage(app: Flask, wave_id: UUID) -> Page:
    return sign_in_as(app, Role.ENGAGEMENT_OFFICER).page(f"/surveys/{wave_id}/coverage")


def row(page: Page, label: str) -> list[str]:
    """The cells of the rows with this heading: first those of the answers, then those beside the population."""
    found: list[str] = []
    for line in page.all("tr"):
        cells = [" ".join("".join(cell.itertext()).split()) for cell in line]
        if cells[0] == label:
            found += cells[1:]
    assert found, f"no row {label}"
    return found


def test_responses_stand_beside_the_population_that_says_it_is_not_confirmed(app: Flask) -> None:
    page = coverage(app, wave(app, NONE_SMALL))

    oxford = row(page, "Oxford")
    assert oxford[:3] == ["85", "41 %", "85 (41 %)"]
    assert re.fullmatch(r"[\d,]+ \(2\d %\)", oxford[3])
    assert re.fullmatch(r"[\d,]+ \((49|50) %\)", oxford[4])
    assert "population figures not confirmed" in page.text()
    assert row(page, "11–12")[0] == "50"


def test_who_is_heard_less_than_their_numbers_is_named(app: Flask) -> None:
    page = coverage(app, wave(app, NONE_SMALL))

    assert row(page, "Cherwell (Banbury, Bicester, Kidlington)")[-1] == "More voices are needed here"
    assert row(page, "17–18")[-1] == "More voices are needed here"
    assert row(page, "Oxford")[-1] == ""
    assert "Heard less than their numbers: Cherwell" in page.text()


def test_no_small_number_reaches_the_page(app: Flask) -> None:
    page = coverage(app, wave(app, NONE_SMALL | {("district", "cherwell"): 3, ("age", "17_18"): 6}))

    assert row(page, "Cherwell (Banbury, Bicester, Kidlington)")[:3] == ["fewer than 8", "", "fewer than 8"]
    assert row(page, "17–18")[0] == "fewer than 8"
    assert "More voices" not in " ".join(row(page, "Oxford"))
    assert not re.search(r">\s*(3|6|83|207)\s*<", page.html)


def test_a_small_group_shows_nothing_at_all(app: Flask) -> None:
    page = coverage(app, wave(app, {("district", "oxford"): 6, ("age", "11_12"): 4}, responses=10))

    assert "Fewer than 10 people answered, so nothing is shown." in page.text()
    assert [cell for cell in page.all("th") if cell.text == "Oxford"] == []


def test_an_empty_wave_says_that_nothing_is_counted_yet(app: Flask) -> None:
    page = coverage(app, wave(app, {}, responses=0))

    assert page.text("h1").startswith("Who has answered")
    assert "Nothing is counted yet" in page.text()
    assert "Nobody has answered yet." in page.text()


def test_a_survey_that_asks_nobody_who_they_are_has_nothing_to_compare(app: Flask) -> None:
    opens_at = clock.now() - timedelta(hours=1)
    with app.app_context(), transaction() as session:
        wave_id = make_wave(session, definition=SMALL, opens_at=opens_at, closes_at=None)

    assert "Nothing to compare" in coverage(app, wave_id).text()


def test_places_stand_there_by_what_the_gate_lets_out(app: Flask) -> None:
    wave_id = wave(app, NONE_SMALL)
    with app.app_context(), transaction() as session:
        for number, counted in enumerate((33, 21, 12)):
            session.add(venue := Venue(name=f"Club {number}", kind=next(iter(VenueKind))))
            session.flush()
            session.add(VenueCount(venue_id=venue.id, wave_id=wave_id, code=f"c{number}", counted=counted))

    page = coverage(app, wave_id)

    assert [row(page, f"Club {number}")[0] for number in range(3)] == ["35", "20", "10"]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ENGAGEMENT_OFFICER}))
def test_nobody_else_may_look(app: Flask, sign_in: Callable[[Role], StrictClient], role: Role) -> None:
    assert sign_in(role).get(f"/surveys/{wave(app, {})}/coverage").status_code == 403


def test_who_helped_stands_there_through_the_gate(app: Flask) -> None:
    wave_id = wave(app, NONE_SMALL)
    with app.app_context(), transaction() as session:
        for role, n in (("teacher", 41), ("youth_worker", 23), ("interpreter", 3)):
            session.add(Tally(wave_id=wave_id, day=clock.today(), subject="helper", row=role, col="", n=n))

    page = coverage(app, wave_id)

    assert "Who helped to answer" in page.text()
    assert row(page, "Teacher or school staff") == ["40", "62 %"]
    assert "3" not in row(page, "Interpreter")
