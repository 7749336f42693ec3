"""Publishes and withdraws papers; publishing freezes the document."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.meetings.assemble import assemble
from feedback_app.domain.meetings.document import freeze
from feedback_app.domain.meetings.kinds import PaperStatus, Purpose
from feedback_app.domain.meetings.parts import Paper
from feedback_app.domain.meetings.queries import meeting_row, paper
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict, Invalid


class NothingToDecide(Invalid):
    """A paper for decision asks for something."""

    def __str__(self) -> str:
        return (
            "This paper is for decision but recommends nothing. Add a recommendation, or change its purpose."
        )


class AlreadyPublished(Conflict):
    """The paper is published already."""

    def __str__(self) -> str:
        return "This paper is published already."


class NotOut(Conflict):
    """Only a published paper can be withdrawn."""

    def __str__(self) -> str:
        return "This paper is not published, so there is nothing to withdraw."


def publish(session: Session, name: str, *, by: UUID | None) -> None:
    """Freeze a paper as it stands now and show it to everybody. Raises NothingToDecide, AlreadyPublished."""
    row = meeting_row(session, name)
    if row.status is PaperStatus.PUBLISHED:
        raise AlreadyPublished
    reason = why_not(paper(session, row.report_date.isoformat()))
    if reason is not None:
        raise reason
    document = assemble(session, row.report_date.isoformat())
    row.document = freeze(replace(document, is_draft=False))
    row.status, row.published_at, row.withdrawn_at = PaperStatus.PUBLISHED, clock.now(), None
    session.flush()
    record(session, "paper published", by=by, subject="meeting", subject_id=row.id)


def withdraw(session: Session, name: str, *, by: UUID | None) -> None:
    """Take a published paper back: nobody outside sees it, and it can be changed again. Raises NotOut."""
    row = meeting_row(session, name)
    if row.status is not PaperStatus.PUBLISHED:
        raise NotOut
    row.status, row.withdrawn_at, row.document = PaperStatus.WITHDRAWN, clock.now(), None
    session.flush()
    record(session, "paper withdrawn", by=by, subject="meeting", subject_id=row.id)


def why_not(whole: Paper) -> Invalid | None:
    """What stands in the way of publishing a paper, or None (BOARD rule 2)."""
    if whole.facts.purpose is Purpose.DECISION and not whole.recommendations:
        return NothingToDecide()
    return None
