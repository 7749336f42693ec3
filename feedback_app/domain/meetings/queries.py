"""Reads meetings and papers; gives frozen records and documents, never rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.meetings.document import FrontRow, ReportDocument, thaw
from feedback_app.domain.meetings.kinds import PaperStatus, Part
from feedback_app.domain.meetings.models import FrontSheetRow, Meeting, PaperPriority
from feedback_app.domain.meetings.part_rows import TABLES, part_of
from feedback_app.domain.meetings.parts import MeetingFacts, MeetingLine, Paper, Placed, PriorityPart
from feedback_app.platform.problems import Missing

NEXT = "next"
NOT_NAMED = "There is no meeting of this name. Meetings are named by their report's date, such as 2021-03-05."
NONE_NEXT = "No paper waits to be published. Add the next meeting first."


class NoSuchMeeting(Missing):
    """No meeting has this name."""

    def __init__(self, name: str = "") -> None:
        super().__init__(NONE_NEXT if name == NEXT else NOT_NAMED)


class NotPublished(Missing):
    """The paper is not, or no longer, for everybody."""

    def __str__(self) -> str:
        return "There is no published report of this date."


class NoSuchPart(Missing):
    """The paper has no such part, or no longer."""

    def __str__(self) -> str:
        return "This part of the paper is not there any more."


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPaper:
    """A published paper in a list; `name` is its report's date as ISO text."""

    name: str
    title: str
    report_date: date
    synthetic: bool


def published_papers(session: Session) -> tuple[PublishedPaper, ...]:
    """The papers that anyone may read, the newest first."""
    wanted = (
        select(Meeting).where(Meeting.status == PaperStatus.PUBLISHED).order_by(Meeting.report_date.desc())
    )
    return tuple(
        PublishedPaper(
            name=row.report_date.isoformat(),
            title=row.title,
            report_date=row.report_date,
            synthetic=row.synthetic,
        )
        for row in session.scalars(wanted)
    )


def published_document(session: Session, name: str) -> ReportDocument:
    """A published paper as it was frozen. Raises NotPublished."""
    on = read_name(name)
    row = None if on is None else session.scalar(select(Meeting).where(Meeting.report_date == on))
    if row is None or row.status is not PaperStatus.PUBLISHED or row.document is None:
        raise NotPublished
    return thaw(row.document)


def meetings(session: Session) -> tuple[MeetingLine, ...]:
    """Every meeting, the newest first."""
    return tuple(_line(row) for row in session.scalars(select(Meeting).order_by(Meeting.report_date.desc())))


def find_meeting(session: Session, name: str) -> MeetingLine:
    """The meeting of a name: a date, or `next` for the earliest without a published paper. Raises NoSuchMeeting."""
    return _line(meeting_row(session, name))


def meeting_before(session: Session, on: date) -> MeetingLine | None:
    """The last meeting before a day, or None."""
    wanted = select(Meeting).where(Meeting.report_date < on).order_by(Meeting.report_date.desc())
    row = session.scalars(wanted.limit(1)).first()
    return None if row is None else _line(row)


def meeting_row(session: Session, name: str) -> Meeting:
    """The row behind a name, for the deeds of this subject alone. Raises NoSuchMeeting."""
    wanted = select(Meeting)
    if name == NEXT:
        wanted = wanted.where(Meeting.status != PaperStatus.PUBLISHED).order_by(Meeting.report_date).limit(1)
    else:
        on = read_name(name)
        if on is None:
            raise NoSuchMeeting
        wanted = wanted.where(Meeting.report_date == on)
    row = session.scalars(wanted).first()
    if row is None:
        raise NoSuchMeeting(name)
    return row


def paper(session: Session, name: str) -> Paper:
    """A whole paper as it stands in the tables, whatever has been frozen. Raises NoSuchMeeting."""
    row = meeting_row(session, name)
    parts = {part: _placed(session, row, part) for part in Part}
    return Paper(
        meeting=_line(row),
        facts=_facts(session, row),
        priorities=_priorities(session, row),
        indicators=parts[Part.INDICATORS],
        items=parts[Part.ITEMS],
        recommendations=parts[Part.RECOMMENDATIONS],
        actions=parts[Part.ACTIONS],
        annexes=parts[Part.ANNEXES],
    )


def placed_part(whole: Paper, kind: Part, part_id: UUID) -> Placed:
    """One part of a paper's list. Raises NoSuchPart."""
    lists = {
        Part.INDICATORS: whole.indicators,
        Part.ITEMS: whole.items,
        Part.RECOMMENDATIONS: whole.recommendations,
        Part.ACTIONS: whole.actions,
        Part.ANNEXES: whole.annexes,
    }
    for placed in lists[kind]:
        if placed.id == part_id:
            return placed
    raise NoSuchPart


def read_name(name: str) -> date | None:
    """The date that names a meeting, or None where the text is none."""
    try:
        on = date.fromisoformat(name)
    except ValueError:
        return None
    return on if on.isoformat() == name else None


def _line(row: Meeting) -> MeetingLine:
    return MeetingLine(
        id=row.id,
        name=row.report_date.isoformat(),
        report_date=row.report_date,
        title=row.title,
        status=row.status,
        synthetic=row.synthetic,
    )


def _facts(session: Session, row: Meeting) -> MeetingFacts:
    front = session.scalars(
        select(FrontSheetRow).where(FrontSheetRow.meeting_id == row.id).order_by(FrontSheetRow.position)
    )
    return MeetingFacts(
        report_date=row.report_date,
        title=row.title,
        purpose=row.purpose,
        held_on=tuple(date.fromisoformat(day) for day in row.held_on),
        front=tuple(FrontRow(label=one.label, value=one.value, address=one.address) for one in front),
        priorities_heading=row.priorities_heading,
        commentary=row.commentary,
        forward_plan=row.forward_plan,
        shows_voice=row.shows_voice,
        synthetic=row.synthetic,
    )


def _priorities(session: Session, row: Meeting) -> tuple[PriorityPart, ...]:
    wanted = select(PaperPriority).where(PaperPriority.meeting_id == row.id).order_by(PaperPriority.position)
    return tuple(
        PriorityPart(
            priority_code=one.priority_code,
            heading=one.heading,
            focus=one.focus,
            progress_heading=one.progress_heading,
            progress_focus=one.progress_focus,
            deliverable=one.deliverable,
            progress=one.progress,
            next_review=one.next_review,
            commentary_heading=one.commentary_heading,
            commentary=one.commentary,
        )
        for one in session.scalars(wanted)
    )


def _placed(session: Session, row: Meeting, part: Part) -> tuple[Placed, ...]:
    table = TABLES[part]
    wanted = select(table).where(table.meeting_id == row.id).order_by(table.position, table.id)
    return tuple(
        Placed(id=one.id, position=one.position, part=part_of(one)) for one in session.scalars(wanted)
    )
