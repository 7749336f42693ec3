"""Waves open and close by the clock, and by a person who may."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.waves import lifecycle
from feedback_app.domain.waves.definitions import NoSuchInstrument
from feedback_app.domain.waves.lifecycle import NotNow, WaveDatesNotUsable, WaveOverlaps, WaveStanding
from feedback_app.domain.waves.queries import (
    all_waves,
    current_wave,
    open_waves,
    previous_wave,
    survey_of,
    wave_by_id,
    waves_of,
)
from feedback_app.platform import clock
from feedback_app.platform.problems import Missing

NOON = datetime(2026, 5, 4, 11, 0, tzinfo=UTC)
"""Noon in Oxford, in summer time."""
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def opened(session: Session, opens_at: datetime = NOON, days: int | None = 28, **other: str) -> UUID:
    """A wave opened by nobody in particular."""
    values = {"slug": "be-supported", "title": ""} | other
    return lifecycle.open_wave(session, opens_at=opens_at, days=days, by=None, **values)


def standing(session: Session, wave_id: UUID) -> WaveStanding:
    """Where the wave stands now."""
    session.flush()
    return wave_by_id(session, wave_id).standing(clock.now())


def test_a_wave_opens_and_closes_by_the_clock_alone(session: Session) -> None:
    wave = wave_by_id(session, opened(session))

    assert wave.standing(NOON - timedelta(microseconds=1)) is WaveStanding.BEFORE
    assert wave.standing(NOON) is WaveStanding.OPEN
    assert wave.standing(NOON + 28 * DAY - timedelta(microseconds=1)) is WaveStanding.OPEN
    assert wave.standing(NOON + 28 * DAY) is WaveStanding.CLOSED


@pytest.mark.parametrize(
    ("opens_at", "closes_at"),
    [
        # Clocks go forward on 28 March 2027: noon GMT to noon BST is 28 days less an hour.
        (datetime(2027, 3, 10, 12, 0, tzinfo=UTC), datetime(2027, 4, 7, 11, 0, tzinfo=UTC)),
        # Clocks go back on 25 October 2026: noon BST to noon GMT is 28 days and an hour.
        (datetime(2026, 10, 5, 11, 0, tzinfo=UTC), datetime(2026, 11, 2, 12, 0, tzinfo=UTC)),
        # 01:30 on 28 March 2027 is on no clock: the wave closes as 02:30 BST is reached.
        (datetime(2027, 2, 28, 1, 30, tzinfo=UTC), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        # A wave of late evening keeps its London day.
        (datetime(2026, 6, 1, 22, 30, tzinfo=UTC), datetime(2026, 6, 29, 22, 30, tzinfo=UTC)),
    ],
)
def test_a_wave_ends_at_the_same_clock_time(
    session: Session, opens_at: datetime, closes_at: datetime
) -> None:
    wave = wave_by_id(session, opened(session, opens_at))

    assert wave.closes_at == closes_at


def test_a_wave_without_an_end_is_open_for_ever(session: Session) -> None:
    wave = wave_by_id(session, opened(session, slug="voxy", days=None))

    assert wave.closes_at is None
    assert wave.standing(NOON + 4000 * DAY) is WaveStanding.OPEN


def test_a_wave_keeps_the_wording_it_opened_with(session: Session) -> None:
    wave = wave_by_id(session, opened(session))

    assert (survey_of(wave).slug, survey_of(wave).version) == ("be-supported", wave.version)
    assert wave.title == "Be Supported survey, May 2026"


def test_two_waves_of_a_survey_cannot_meet(session: Session) -> None:
    opened(session)

    for opens_at, days in ((NOON + DAY, 28), (NOON - DAY, 28), (NOON - DAY, None), (NOON + 27 * DAY, 1)):
        with pytest.raises(WaveOverlaps, match="May 2026"):
            opened(session, opens_at, days)

    opened(session, NOON + 28 * DAY)
    opened(session, NOON - 28 * DAY)
    opened(session, slug="voxy", days=None)
    assert len(all_waves(session)) == 4
    assert len(waves_of(session, "be-supported")) == 3


def test_a_survey_nobody_wrote_cannot_open(session: Session) -> None:
    with pytest.raises(NoSuchInstrument, match="no-such"):
        opened(session, slug="no-such")


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_wave_lasts_from_a_day_to_a_year(session: Session, days: int) -> None:
    with pytest.raises(WaveDatesNotUsable):
        opened(session, days=days)


def test_an_open_wave_pauses_and_goes_on(session: Session) -> None:
    wave_id = opened(session)

    with time_machine.travel(NOON + HOUR, tick=False):
        lifecycle.pause(session, wave_id, by=None)
        assert standing(session, wave_id) is WaveStanding.PAUSED
        with pytest.raises(NotNow, match="is paused"):
            lifecycle.pause(session, wave_id, by=None)
        assert open_waves(session, clock.now()) == ()

        lifecycle.resume(session, wave_id, by=None)
        assert standing(session, wave_id) is WaveStanding.OPEN
        with pytest.raises(NotNow, match="is open"):
            lifecycle.resume(session, wave_id, by=None)
        assert [wave.id for wave in open_waves(session, clock.now())] == [wave_id]


def test_a_closed_wave_stays_closed(session: Session) -> None:
    wave_id = opened(session)

    with time_machine.travel(NOON + HOUR, tick=False):
        lifecycle.close(session, wave_id, by=None)

        assert standing(session, wave_id) is WaveStanding.CLOSED
        for deed in (lifecycle.close, lifecycle.pause, lifecycle.resume):
            with pytest.raises(NotNow, match="cannot be opened again"):
                deed(session, wave_id, by=None)
        with pytest.raises(NotNow, match="Open a new one"):
            lifecycle.extend(session, wave_id, days=7, by=None)


def test_a_paused_wave_closes_by_its_date(session: Session) -> None:
    wave_id = opened(session)
    with time_machine.travel(NOON + HOUR, tick=False):
        lifecycle.pause(session, wave_id, by=None)

    with time_machine.travel(NOON + 28 * DAY, tick=False):
        assert standing(session, wave_id) is WaveStanding.CLOSED
        with pytest.raises(NotNow):
            lifecycle.resume(session, wave_id, by=None)


def test_a_wave_can_run_longer_across_a_clock_change(session: Session) -> None:
    wave_id = opened(session, datetime(2026, 9, 20, 11, 0, tzinfo=UTC))

    with time_machine.travel(datetime(2026, 10, 1, tzinfo=UTC), tick=False):
        lifecycle.extend(session, wave_id, days=14, by=None)
    session.flush()

    assert wave_by_id(session, wave_id).closes_at == datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


def test_a_wave_cannot_run_longer_into_the_next_or_without_an_end(session: Session) -> None:
    wave_id = opened(session)
    opened(session, NOON + 30 * DAY)
    voxy = opened(session, slug="voxy", days=None)

    with time_machine.travel(NOON + HOUR, tick=False):
        with pytest.raises(WaveOverlaps):
            lifecycle.extend(session, wave_id, days=7, by=None)
        with pytest.raises(NotNow, match="no end"):
            lifecycle.extend(session, voxy, days=7, by=None)
        lifecycle.extend(session, wave_id, days=2, by=None)


def test_only_a_wave_to_come_is_called_off(session: Session) -> None:
    wave_id = opened(session)

    with time_machine.travel(NOON + HOUR, tick=False), pytest.raises(NotNow, match="is open"):
        lifecycle.call_off(session, wave_id, by=None)
    with time_machine.travel(NOON - HOUR, tick=False):
        for deed in (lifecycle.pause, lifecycle.close):
            with pytest.raises(NotNow, match="has not opened yet"):
                deed(session, wave_id, by=None)
        lifecycle.call_off(session, wave_id, by=None)

    with pytest.raises(Missing):
        wave_by_id(session, wave_id)


def test_every_deed_is_in_the_audit_with_its_doer(session: Session) -> None:
    officer = uuid4()
    with time_machine.travel(NOON, tick=True):
        wave_id = lifecycle.open_wave(
            session, slug="be-supported", title="", opens_at=NOON, days=28, by=officer
        )
        lifecycle.extend(session, wave_id, days=1, by=officer)
        lifecycle.pause(session, wave_id, by=officer)
        lifecycle.resume(session, wave_id, by=officer)
        lifecycle.close(session, wave_id, by=officer)
    session.flush()

    entries = session.scalars(select(AuditEntry)).all()
    assert sorted(entry.deed for entry in entries) == ["closed", "extended", "opened", "paused", "resumed"]
    assert {(entry.actor_id, entry.subject_id) for entry in entries} == {(officer, str(wave_id))}


def test_the_wave_before_is_the_one_that_ended_last(session: Session) -> None:
    first = opened(session, NOON - 90 * DAY, 10)
    second = opened(session, NOON - 60 * DAY, 10)
    third = opened(session)
    opened(session, NOON - 60 * DAY, 5, slug="voxy")

    before = previous_wave(session, wave_by_id(session, third))
    assert before is not None
    assert before.id == second
    assert previous_wave(session, wave_by_id(session, first)) is None


def test_the_current_wave_is_open_else_paused_else_next_else_last(session: Session) -> None:
    old = opened(session, NOON - 90 * DAY, 10)
    older = opened(session, NOON - 200 * DAY, 10)
    now = opened(session)
    soon = opened(session, NOON + 40 * DAY)
    opened(session, NOON + 90 * DAY)

    def current(moment: datetime) -> UUID | None:
        found = current_wave(session, "be-supported", moment)
        return None if found is None else found.id

    assert current(NOON) == now
    assert current(NOON + 28 * DAY) == soon
    assert current(NOON - DAY) == now
    assert current(NOON + 900 * DAY) not in (old, older, now, soon)
    with time_machine.travel(NOON + HOUR, tick=False):
        lifecycle.pause(session, now, by=None)
    session.flush()
    assert current(NOON + DAY) == now
    assert current_wave(session, "no-such", NOON) is None


def test_the_last_closed_wave_is_shown_when_nothing_is_to_come(session: Session) -> None:
    opened(session, NOON - 200 * DAY, 10)
    last = opened(session, NOON - 90 * DAY, 10)

    found = current_wave(session, "be-supported", NOON)

    assert found is not None
    assert found.id == last
