"""The standing agenda item of the next meeting: what young people told us, beside the indicators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from feedback_app.domain.indicators.facts import IndicatorReading
from feedback_app.domain.indicators.queries import PriorityRecord, priorities
from feedback_app.domain.indicators.readings import readings
from feedback_app.domain.meetings.parts import MeetingLine, RecommendationPart
from feedback_app.domain.meetings.queries import NEXT, NoSuchMeeting, find_meeting, meeting_before, paper
from feedback_app.domain.meetings.voice import Voice, told_us
from feedback_app.platform import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The item as data. Without a next meeting it stands as of today, and nothing is asked."""

    meeting: MeetingLine | None
    on: date
    voice: Voice
    plan: tuple[PriorityRecord, ...]
    now: tuple[IndicatorReading, ...]
    before: tuple[IndicatorReading, ...]
    asked: tuple[str, ...]


def agenda(session: Session) -> Agenda:
    """The item of the earliest meeting without a published paper, or of today."""
    meeting = _next(session)
    on = clock.today() if meeting is None else meeting.report_date
    last = meeting_before(session, on)
    earlier = on - timedelta(days=365) if last is None else last.report_date
    return Agenda(
        meeting=meeting,
        on=on,
        voice=told_us(session, on),
        plan=priorities(session),
        now=readings(session, on),
        before=readings(session, earlier),
        asked=() if meeting is None else _asked(session, meeting.name),
    )


def _next(session: Session) -> MeetingLine | None:
    try:
        return find_meeting(session, NEXT)
    except NoSuchMeeting:
        return None


def _asked(session: Session, name: str) -> tuple[str, ...]:
    placed = paper(session, name).recommendations
    return tuple(part.text for one in placed if isinstance(part := one.part, RecommendationPart))
