"""Reads the audit for the administrator."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One line of the audit as the administrator reads it; UTC."""

    at: datetime
    who: str
    deed: str
    subject: str
    subject_id: str


def page_of_entries(session: Session, *, page: int, size: int) -> tuple[tuple[AuditLine, ...], int]:
    """The entries of one page, newest first, and how many there are in all."""
    total = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    rows = session.execute(
        select(AuditEntry, Person.name)
        .outerjoin(Person, Person.id == AuditEntry.actor_id)
        .order_by(AuditEntry.at.desc(), AuditEntry.id)
        .offset((page - 1) * size)
        .limit(size)
    )
    lines = tuple(
        AuditLine(
            at=entry.at,
            who=name or "the system",
            deed=entry.deed,
            subject=entry.subject,
            subject_id=entry.subject_id,
        )
        for entry, name in rows
    )
    return lines, total
