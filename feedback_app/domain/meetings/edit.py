"""Writes meetings and the parts of their papers; a published paper is closed until it is withdrawn."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.meetings.kinds import PaperStatus, Part
from feedback_app.domain.meetings.models import (
    FrontSheetRow,
    Meeting,
    PaperIndicator,
    PaperPart,
    PaperPriority,
)
from feedback_app.domain.meetings.part_rows import TABLES, fill, kind_of
from feedback_app.domain.meetings.parts import (
    IndicatorPart,
    ListPart,
    MeetingFacts,
    PriorityPart,
)
from feedback_app.domain.meetings.queries import NoSuchPart, meeting_row
from feedback_app.platform.problems import Conflict, Invalid


class DateTaken(Conflict):
    """Another meeting's report bears this date."""

    def __str__(self) -> str:
        return "There is a meeting with this report date already."


class PaperClosed(Conflict):
    """A published paper is not changed; it is withdrawn first."""

    def __str__(self) -> str:
        return "This paper is published. Withdraw it before you change it."


class IndicatorTwice(Conflict):
    """The paper's table has this indicator already."""

    def __str__(self) -> str:
        return "This indicator is in the paper already."


class StatusNeedsReason(Invalid):
    """A status set by hand says why."""

    def __str__(self) -> str:
        return "Say why this status is printed in place of the one the rule gives."


def add_meeting(session: Session, facts: MeetingFacts, *, by: UUID | None) -> str:
    """Add a meeting with an empty paper and give its name. Raises DateTaken."""
    _refuse_taken_date(session, facts.report_date, but=None)
    row = Meeting(id=uuid4())
    _fill_meeting(session, row, facts)
    record(session, "meeting added", by=by, subject="meeting", subject_id=row.id)
    return facts.report_date.isoformat()


def edit_meeting(session: Session, name: str, facts: MeetingFacts, *, by: UUID | None) -> str:
    """Change what is said of the paper as a whole; gives its name, which follows the date. Raises DateTaken, PaperClosed."""
    row = _open_row(session, name)
    _refuse_taken_date(session, facts.report_date, but=row.id)
    _fill_meeting(session, row, facts)
    record(session, "paper edited", by=by, subject="meeting", subject_id=row.id)
    return facts.report_date.isoformat()


def edit_words(session: Session, name: str, *, commentary: str, forward_plan: str, by: UUID | None) -> None:
    """Change the prose that belongs to no priority. Raises PaperClosed."""
    row = _open_row(session, name)
    row.commentary, row.forward_plan = commentary, forward_plan
    record(session, "paper edited", by=by, subject="meeting", subject_id=row.id)


def save_priority(session: Session, name: str, part: PriorityPart, *, by: UUID | None) -> None:
    """Write what the paper says of one priority. Raises PaperClosed."""
    meeting = _open_row(session, name)
    row = session.scalar(
        select(PaperPriority).where(
            PaperPriority.meeting_id == meeting.id, PaperPriority.priority_code == part.priority_code
        )
    )
    if row is None:
        taken = select(func.count()).select_from(PaperPriority).where(PaperPriority.meeting_id == meeting.id)
        row = PaperPriority(id=uuid4(), meeting_id=meeting.id, position=session.scalar(taken) or 0)
        session.add(row)
    for field in fields(part):
        setattr(row, field.name, getattr(part, field.name))
    session.flush()
    record(session, "paper edited", by=by, subject="meeting", subject_id=meeting.id)


def save_part(
    session: Session,
    name: str,
    part: ListPart,
    *,
    part_id: UUID | None = None,
    position: int | None = None,
    by: UUID | None,
) -> UUID:
    """Add a part to its list, or change it; without a position it stands last, or where it stood.

    Raises PaperClosed, NoSuchPart, IndicatorTwice, StatusNeedsReason.
    """
    meeting = _open_row(session, name)
    table = TABLES[kind_of(part)]
    if isinstance(part, IndicatorPart):
        _judge_indicator(session, meeting, part, but=part_id)
    if part_id is None:
        count = (
            session.scalar(select(func.count()).select_from(table).where(table.meeting_id == meeting.id)) or 0
        )
        row: PaperPart = table(id=uuid4(), meeting_id=meeting.id, position=count)
        session.add(row)
    else:
        row = _part_row(session, meeting, kind_of(part), part_id)
    fill(row, part)
    session.flush()
    if position is not None:
        _move(session, meeting, kind_of(part), row, position)
    record(session, "paper edited", by=by, subject="meeting", subject_id=meeting.id)
    return row.id


def remove_part(session: Session, name: str, kind: Part, part_id: UUID, *, by: UUID | None) -> None:
    """Take a part out of its list. Raises PaperClosed, NoSuchPart."""
    meeting = _open_row(session, name)
    session.delete(_part_row(session, meeting, kind, part_id))
    session.flush()
    record(session, "paper edited", by=by, subject="meeting", subject_id=meeting.id)


def remove_meeting(session: Session, name: str, *, by: UUID | None) -> None:
    """Delete a meeting and its draft with every part. Raises PaperClosed where the paper is published."""
    meeting = _open_row(session, name)
    record(session, "meeting deleted", by=by, subject="meeting", subject_id=meeting.id)
    session.delete(meeting)
    session.flush()


def _move(session: Session, meeting: Meeting, kind: Part, moved: PaperPart, position: int) -> None:
    table = TABLES[kind]
    wanted = select(table).where(table.meeting_id == meeting.id).order_by(table.position, table.id)
    rows = [row for row in session.scalars(wanted) if row.id != moved.id]
    rows.insert(max(0, min(position, len(rows))), moved)
    for place, row in enumerate(rows):
        row.position = place
    session.flush()


def _open_row(session: Session, name: str) -> Meeting:
    row = meeting_row(session, name)
    if row.status is PaperStatus.PUBLISHED:
        raise PaperClosed
    return row


def _part_row(session: Session, meeting: Meeting, kind: Part, part_id: UUID) -> PaperPart:
    row = session.get(TABLES[kind], part_id)
    if row is None or row.meeting_id != meeting.id:
        raise NoSuchPart
    return row


def _judge_indicator(session: Session, meeting: Meeting, part: IndicatorPart, *, but: UUID | None) -> None:
    if part.rag is not None and not part.rag_because.strip():
        raise StatusNeedsReason
    same = select(PaperIndicator.id).where(
        PaperIndicator.meeting_id == meeting.id, PaperIndicator.indicator_id == part.indicator_id
    )
    found = session.scalar(same)
    if found is not None and found != but:
        raise IndicatorTwice


def _refuse_taken_date(session: Session, on: date, *, but: UUID | None) -> None:
    taken = session.scalar(select(Meeting.id).where(Meeting.report_date == on))
    if taken is not None and taken != but:
        raise DateTaken


def _fill_meeting(session: Session, row: Meeting, facts: MeetingFacts) -> None:
    row.report_date, row.title, row.purpose = facts.report_date, facts.title, facts.purpose
    row.held_on = [day.isoformat() for day in facts.held_on]
    row.priorities_heading, row.commentary = facts.priorities_heading, facts.commentary
    row.forward_plan, row.shows_voice, row.synthetic = facts.forward_plan, facts.shows_voice, facts.synthetic
    session.add(row)
    session.flush()
    session.execute(delete(FrontSheetRow).where(FrontSheetRow.meeting_id == row.id))
    for place, one in enumerate(facts.front):
        session.add(
            FrontSheetRow(
                meeting_id=row.id, position=place, label=one.label, value=one.value, address=one.address
            )
        )
    session.flush()
