"""A venue's figure moves ten at a time, knows no response, and counts no code that is not its own."""

from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.figures.suppression import protect
from feedback_app.domain.responses.models import Response
from feedback_app.domain.venues.counting import codes_for, count_code, count_venue, fold_venues, is_code
from feedback_app.domain.venues.models import VenueCount
from feedback_app.domain.venues.queries import venue_table
from feedback_app.domain.waves.lifecycle import call_off
from feedback_app.platform import clock
from tests.factories.comments import make_wave
from tests.factories.venues import make_venue

DAYS = timedelta(days=1)


def counts(session: Session) -> list[tuple[int, int]]:
    return [(row.waiting, row.counted) for row in session.scalars(select(VenueCount)).all()]


def arrive(session: Session, wave_id: UUID, code: str, number: int) -> None:
    for _ in range(number):
        assert count_code(session, wave_id, code)
    session.expire_all()


def test_nine_wait_and_ten_are_counted(session: Session) -> None:
    wave_id = make_wave(session)
    code = codes_for(session, wave_id, [venue_id := make_venue(session)])[venue_id]
    arrive(session, wave_id, code, 9)

    assert (fold_venues(session, now=clock.now()), counts(session)) == (0, [(9, 0)])
    arrive(session, wave_id, code, 1)
    assert fold_venues(session, now=clock.now()) == 1
    session.expire_all()
    assert counts(session) == [(0, 10)]


def test_what_is_left_counts_once_the_wave_takes_no_more(session: Session) -> None:
    now = clock.now()
    wave_id = make_wave(session, opens_at=now - 9 * DAYS, closes_at=now)
    code = codes_for(session, wave_id, [venue_id := make_venue(session)])[venue_id]
    arrive(session, wave_id, code, 3)

    assert fold_venues(session, now=now + 7 * DAYS - timedelta(minutes=1)) == 0
    assert fold_venues(session, now=now + 7 * DAYS + timedelta(minutes=1)) == 1
    session.expire_all()
    assert counts(session) == [(0, 3)]
    assert protect(venue_table(session, wave_id)).withheld


def test_a_venue_keeps_its_code_in_a_wave_and_has_another_in_the_next(session: Session) -> None:
    first, second = make_wave(session), make_wave(session)
    venue_id = make_venue(session)

    code = codes_for(session, first, [venue_id])[venue_id]

    assert is_code(code)
    assert codes_for(session, first, [venue_id]) == {venue_id: code}
    assert codes_for(session, second, [venue_id])[venue_id] != code


@pytest.mark.parametrize("code", ["", "zzzzzz", "ABCDEF", "a" * 5000, "' OR 1=", "\N{BUG}bcdef"])
def test_a_code_that_is_nobodys_counts_nothing(session: Session, code: str) -> None:
    wave_id = make_wave(session)
    codes_for(session, wave_id, [make_venue(session)])

    assert not count_code(session, wave_id, code)
    assert counts(session) == [(0, 0)]


def test_a_code_of_another_wave_counts_nothing(session: Session) -> None:
    wave_id, other = make_wave(session), make_wave(session)
    code = codes_for(session, other, [venue_id := make_venue(session)])[venue_id]

    assert not count_code(session, wave_id, code)


def test_a_tablet_counts_for_its_venue_without_a_poster(session: Session) -> None:
    wave_id, venue_id = make_wave(session), make_venue(session)

    count_venue(session, wave_id, venue_id)
    count_venue(session, wave_id, venue_id)

    assert counts(session) == [(2, 0)]


def test_small_venues_are_not_told_apart(session: Session) -> None:
    wave_id = make_wave(session)
    for name, counted in (("Library", 60), ("Club", 12), ("School", 3)):
        venue_id = make_venue(session, name)
        codes_for(session, wave_id, [venue_id])
        session.execute(sa.update(VenueCount).where(VenueCount.venue_id == venue_id).values(counted=counted))

    shown = {row.label: row.count.text for row in protect(venue_table(session, wave_id)).rows}

    assert shown == {"Club": "not shown", "Library": "60", "School": "fewer than 8"}


def test_no_table_of_responses_names_a_venue() -> None:
    assert [column.name for column in Response.__table__.columns if "venue" in column.name] == []
    assert {column.name for column in VenueCount.__table__.columns} == {
        "wave_id",
        "venue_id",
        "code",
        "waiting",
        "counted",
    }


def test_a_wave_that_has_posters_can_still_be_called_off(session: Session) -> None:
    wave_id = make_wave(session, opens_at=clock.now() + DAYS)
    codes_for(session, wave_id, [make_venue(session)])

    call_off(session, wave_id, by=None)

    assert counts(session) == []
