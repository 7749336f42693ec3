"""Writes audit entries."""

from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.platform import clock


def record(session: Session, deed: str, *, by: UUID | None, subject: str, subject_id: object) -> None:
    """Note that a person did something to a thing; ids and fixed words only, never what anybody wrote.

    The caller's transaction commits it together with the deed, or not at all (SAFETY R-29).
    """
    entry = AuditEntry(at=clock.now(), actor_id=by, deed=deed, subject=subject, subject_id=str(subject_id))
    session.add(entry)
