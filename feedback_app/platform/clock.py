"""The only place that asks what time it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in Europe/London, where the county is."""
    return now().astimezone(LONDON).date()


def in_london(moment: datetime) -> datetime:
    """An aware moment as the county's clocks show it."""
    return moment.astimezone(LONDON)
