"""Starts a paper from the last one, leaving behind what speaks of that day alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.indicators.queries import priorities
from feedback_app.domain.meetings.document import FrontRow
from feedback_app.domain.meetings.edit import add_meeting, save_part, save_priority
from feedback_app.domain.meetings.kinds import ActionStatus
from feedback_app.domain.meetings.parts import ActionPart, IndicatorPart, MeetingFacts, Paper, PriorityPart
from feedback_app.domain.meetings.queries import meeting_before, meetings, paper
from feedback_app.domain.meetings.sections import day_words

REPORT_DATE = "report date"
MEETINGS_HELD = "dates of meetings held"


def start_paper(session: Session, report_date: date, title: str, *, synthetic: bool, by: UUID | None) -> str:
    """Add a meeting and give its name. Its paper starts from the last one before it, or the newest, or empty.

    Statuses set by hand in the last paper, items, annexes, recommendations, the forward plan and closed actions stay
    behind. Raises DateTaken.
    """
    last = _last(session, report_date)
    if last is None:
        name = add_meeting(
            session, MeetingFacts(report_date=report_date, title=title, synthetic=synthetic), by=by
        )
        _add_missing_priorities(session, name, (), by)
        return name
    facts = MeetingFacts(
        report_date=report_date,
        title=title,
        purpose=last.facts.purpose,
        front=tuple(_fresh(last.facts.front, report_date)),
        priorities_heading=last.facts.priorities_heading,
        commentary=last.facts.commentary,
        synthetic=synthetic,
    )
    name = add_meeting(session, facts, by=by)
    _carry_over(session, name, last, by)
    return name


def _last(session: Session, report_date: date) -> Paper | None:
    before = meeting_before(session, report_date)
    found = [before] if before else list(meetings(session)[:1])
    return paper(session, found[0].name) if found else None


def _fresh(front: Iterable[FrontRow], report_date: date) -> Iterable[FrontRow]:
    for row in front:
        label = row.label.lower()
        if label.startswith(REPORT_DATE):
            yield replace(row, value=day_words(report_date))
        elif not label.startswith(MEETINGS_HELD):
            yield row


def _add_missing_priorities(
    session: Session, name: str, held: Iterable[PriorityPart], by: UUID | None
) -> None:
    there = {part.priority_code for part in held}
    for one in priorities(session):
        if one.code not in there:
            save_priority(session, name, PriorityPart(priority_code=one.code, heading=one.name), by=by)


def _carry_over(session: Session, name: str, last: Paper, by: UUID | None) -> None:
    for part in last.priorities:
        save_priority(session, name, replace(part, next_review=None), by=by)
    _add_missing_priorities(session, name, last.priorities, by)
    for placed in last.indicators:
        if isinstance(placed.part, IndicatorPart):
            save_part(session, name, replace(placed.part, rag=None, rag_because="", note=""), by=by)
    for placed in last.actions:
        if isinstance(placed.part, ActionPart) and placed.part.status is ActionStatus.OPEN:
            save_part(session, name, placed.part, by=by)
