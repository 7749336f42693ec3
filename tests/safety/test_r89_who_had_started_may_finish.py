"""SAFETY R-89: who had started before a wave stopped has 30 minutes more, also across clock changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from feedback_app.domain.waves.lifecycle import GRACE, days_later, takes_answers
from feedback_app.domain.waves.standing import WaveRecord

MINUTE = timedelta(minutes=1)
INSTANT = timedelta(microseconds=1)
OPENS = datetime(2026, 10, 5, 11, 0, tzinfo=UTC)
CLOSES = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)

WAVE = WaveRecord(
    id=UUID(int=1),
    slug="be-supported",
    title="Autumn",
    version=1,
    definition="",
    opens_at=OPENS,
    closes_at=CLOSES,
    paused_at=None,
    closed_at=None,
    synthetic=False,
    folded_responses=0,
)
BY_A_PERSON = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)

STOPPED = [
    (WAVE, CLOSES),
    (replace(WAVE, closed_at=BY_A_PERSON), BY_A_PERSON),
    (replace(WAVE, closes_at=None, closed_at=BY_A_PERSON), BY_A_PERSON),
    (replace(WAVE, paused_at=BY_A_PERSON), BY_A_PERSON),
    (replace(WAVE, paused_at=CLOSES - 10 * MINUTE), CLOSES - 10 * MINUTE),
]


@pytest.mark.parametrize(("wave", "stopped_at"), STOPPED)
def test_who_started_before_the_end_has_thirty_minutes(wave: WaveRecord, stopped_at: datetime) -> None:
    started = stopped_at - INSTANT

    assert takes_answers(wave, issued_at=started, now=stopped_at)
    assert takes_answers(wave, issued_at=started, now=stopped_at + 30 * MINUTE)
    assert not takes_answers(wave, issued_at=started, now=stopped_at + 30 * MINUTE + INSTANT)


@pytest.mark.parametrize(("wave", "stopped_at"), STOPPED)
def test_who_started_after_the_end_has_no_grace(wave: WaveRecord, stopped_at: datetime) -> None:
    assert not takes_answers(wave, issued_at=stopped_at, now=stopped_at + MINUTE)


def test_an_open_wave_takes_a_form_however_old() -> None:
    assert takes_answers(WAVE, issued_at=OPENS, now=CLOSES - INSTANT)


def test_a_wave_that_has_not_opened_takes_nothing() -> None:
    assert not takes_answers(WAVE, issued_at=OPENS - MINUTE, now=OPENS - INSTANT)


@pytest.mark.parametrize(
    "change", [datetime(2026, 10, 25, 1, 0, tzinfo=UTC), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)]
)
def test_grace_is_thirty_real_minutes_while_the_clocks_change(change: datetime) -> None:
    wave = replace(WAVE, closes_at=change - 10 * MINUTE)
    started = change - 15 * MINUTE

    assert takes_answers(wave, issued_at=started, now=change + 20 * MINUTE)
    assert not takes_answers(wave, issued_at=started, now=change + 20 * MINUTE + INSTANT)


def test_twenty_eight_days_over_both_clock_changes_end_at_the_same_clock_time() -> None:
    autumn = days_later(OPENS, 28)
    spring = days_later(datetime(2027, 3, 10, 12, 0, tzinfo=UTC), 28)

    assert (autumn.hour, autumn.astimezone(UTC)) == (12, CLOSES)
    assert (spring.hour, spring.astimezone(UTC)) == (12, datetime(2027, 4, 7, 11, 0, tzinfo=UTC))
    assert GRACE == 30 * MINUTE
