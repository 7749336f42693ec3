"""Reads the audit for the administrator."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One line of the audit; UTC. `actor_id` is None where the system itself did it."""

    at: datetime
    actor_id: UUID | None
    deed: str
    subject: str
    subject_id: str


def page_of_entries(session: Session, *, page: int, size: int) -> tuple[tuple[AuditLine, ...], int]:
    """The entries of one page, newest first, and how many there are in all."""
    total = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    newest_first = select(AuditEntry).order_by(AuditEntry.at.desc(), AuditEntry.id)
    rows = session.scalars(newest_first.offset((page - 1) * size).limit(size))
    lines = tuple(
        AuditLine(
            at=row.at, actor_id=row.actor_id, deed=row.deed, subject=row.subject, subject_id=row.subject_id
        )
        for row in rows
    )
    return lines, total
