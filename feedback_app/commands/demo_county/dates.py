"""When the county's waves ran and when its answers came, counted back from the day it is loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from feedback_app.platform.clock import LONDON

WAVE_DAYS = 28
FIRST_WAVE_DAYS_AGO, SECOND_WAVE_DAYS_AGO, OPEN_WAVE_DAYS_AGO, VOXY_DAYS_AGO = 371, 189, 10, 426
OPENS_AT = time(9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """From when a wave takes answers, and the days on which some have come."""

    opens_at: datetime
    days: tuple[date, ...]


def closed_wave(today: date, days_ago: int) -> Opening:
    """A wave that ran its four weeks from about so many days ago, opened on a school day."""
    first = _school_day(today - timedelta(days=days_ago))
    return _opening(first, first + timedelta(days=WAVE_DAYS - 1))


def open_wave(today: date) -> Opening:
    """The wave that is running, with answers up to yesterday."""
    return _opening(_school_day(today - timedelta(days=OPEN_WAVE_DAYS_AGO)), today - timedelta(days=1))


def another_wave(today: date, last_ended_at: datetime) -> Opening:
    """The wave that follows one that has ended: as `open_wave`, but never before that end."""
    usual = open_wave(today)
    if usual.opens_at >= last_ended_at:
        return usual
    first = last_ended_at.astimezone(LONDON).date()
    return Opening(opens_at=last_ended_at, days=_days(first, today - timedelta(days=1)))


def voxy(today: date) -> Opening:
    """VOXY has taken messages for fourteen months."""
    return _opening(_school_day(today - timedelta(days=VOXY_DAYS_AGO)), today - timedelta(days=1))


def day_of_answer(days: Sequence[date], random: Random) -> date:
    """A day of a wave: most come in the first days, fewer at weekends."""
    weights = [(0.35 if day.weekday() >= 5 else 1) * (1 + 5 * 0.82**n) for n, day in enumerate(days)]
    return random.choices(days, weights)[0]


def day_of_message(days: Sequence[date], random: Random) -> date:
    """A day of VOXY: a few a week, many more in the last two months, fewer at weekends."""
    weights = [
        (0.6 if day.weekday() >= 5 else 1) * (1 + 10 * (n / len(days)) ** 8) for n, day in enumerate(days)
    ]
    return random.choices(days, weights)[0]


def _school_day(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _opening(first: date, last: date) -> Opening:
    return Opening(opens_at=datetime.combine(first, OPENS_AT, LONDON), days=_days(first, last))


def _days(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
