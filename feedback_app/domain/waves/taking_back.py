"""Until which day a response can be taken back (SAFETY R-33)."""

from datetime import date, datetime, timedelta

from feedback_app.platform import clock
from feedback_app.platform.taking_back import days_to_take_back


def last_day(closes_at: datetime | None, day: date) -> date:
    """The last day, in Europe/London, on which a response that came on `day` can be taken back.

    Counted from the wave's planned end, so that a wave closed early takes nothing away from what the thank-you
    page said; from the day it came in a wave without an end.
    """
    start = day if closes_at is None else clock.in_london(closes_at).date()
    return start + timedelta(days=days_to_take_back())
