"""Indicators, values and papers for tests; required columns only."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.indicators.facts import IndicatorFacts, ValueFacts
from feedback_app.domain.indicators.period import read_period
from feedback_app.domain.indicators.plan import OutcomeLine, PriorityLine, save_plan
from feedback_app.domain.indicators.record import add_indicator, record_value
from feedback_app.domain.meetings.edit import add_meeting
from feedback_app.domain.meetings.parts import MeetingFacts

PLAN = (
    PriorityLine(
        code="supported",
        name="Be Supported",
        outcomes=(
            OutcomeLine(code="supported.listened", wording="Be listened to.", short="Being listened to"),
        ),
    ),
)


def make_indicator(session: Session, **other: Any) -> UUID:
    """An indicator with a target of 100, more being better."""
    facts = {"number": "1", "framework": "F", "wording": "More of it", "target": Decimal(100)}
    return add_indicator(session, IndicatorFacts(**(facts | other)), by=None)


def value(period: str, number: str, **other: Any) -> ValueFacts:
    """A value of a period, known since 2020."""
    read = read_period(period)
    assert read is not None
    facts: dict[str, Any] = {"period": read, "value": Decimal(number), "known_on": date(2020, 1, 1)}
    return ValueFacts(**(facts | other))


def make_value(session: Session, indicator_id: UUID, period: str, number: str, **other: Any) -> UUID:
    """A stored value."""
    return record_value(session, indicator_id, value(period, number, **other), by=None)


def make_meeting(session: Session, report_date: date, **other: Any) -> str:
    """A meeting with an empty paper."""
    save_plan(session, PLAN)
    return add_meeting(session, MeetingFacts(report_date=report_date, title="Report", **other), by=None)
