"""By when an escalation has to be looked at; pure. The safeguarding lead sets the final numbers (SAFETY R-56)."""

from datetime import UTC, datetime, time, timedelta

from feedback_app.platform.clock import LONDON

#: Hours in which somebody is there, by the county's clocks, Monday to Friday.
STARTS, ENDS = time(9), time(17)
URGENT = timedelta(hours=1)
#: One working day.
OTHERWISE = timedelta(hours=8)


def due(moment: datetime, *, urgent: bool) -> datetime:
    """By when, in UTC: an hour in which somebody is there when urgent, one working day otherwise."""
    left = URGENT if urgent else OTHERWISE
    at = moment.astimezone(LONDON).replace(tzinfo=None)
    while True:
        opens, closes = _hours_of(at)
        at = max(at, opens)
        if at + left <= closes:
            return (at + left).replace(tzinfo=LONDON).astimezone(UTC)
        left -= max(closes - at, timedelta())
        at = datetime.combine(at.date() + timedelta(days=1), time())


def _hours_of(at: datetime) -> tuple[datetime, datetime]:
    """When somebody comes and goes on that day; a weekend closes before it opens."""
    opens = datetime.combine(at.date(), STARTS)
    if at.weekday() >= 5:
        return opens, opens
    return opens, datetime.combine(at.date(), ENDS)


def is_staffed(moment: datetime) -> bool:
    """Whether somebody is there at this moment."""
    at = moment.astimezone(LONDON).replace(tzinfo=None)
    opens, closes = _hours_of(at)
    return opens <= at < closes
