"""The table of the audit: ids and deeds, never words."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.platform.database import Identified, Model


class AuditEntry(Identified, Model):
    """One deed of one person on one thing."""

    __tablename__ = "audit_entry"

    at: Mapped[datetime] = mapped_column(index=True)
    #: None when the system itself did it (a wave that closed by its date).
    actor_id: Mapped[UUID | None]
    deed: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[str]
