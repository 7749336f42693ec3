"""The tables of safeguarding; what people wrote in them is sealed."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.domain.safeguarding.states import ContactState, Deed, EscalationState, Route
from feedback_app.platform.database import Identified, Model

_UNFINISHED = sa.text("state NOT IN ('closed', 'returned')")


class Escalation(Identified, Model):
    """A person's act: this comment has to be seen by the safeguarding lead."""

    __tablename__ = "escalation"

    #: None when the comment was withdrawn or is past its date; the record of what was done stays.
    comment_id: Mapped[UUID | None] = mapped_column(ForeignKey("comment.id", ondelete="SET NULL"), index=True)
    #: Kept beside the comment's id, so that everything of the same response is hidden from whom it is about.
    response_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("response.id", ondelete="SET NULL"), index=True
    )
    state: Mapped[EscalationState] = mapped_column(default=EscalationState.OPEN)
    #: Somebody has to act now; a person says so, never the machine (SAFETY R-57).
    urgent: Mapped[bool] = mapped_column(default=False)
    kinds: Mapped[list[str]]
    #: Why, in the words of who escalated it; sealed.
    reason: Mapped[bytes] = mapped_column(sa.LargeBinary)
    escalated_by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    #: One of the staff whom it is about; that person never sees it (SAFETY R-60).
    about_person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]
    due_at: Mapped[datetime]
    #: None until the leads have been told by mail.
    told_at: Mapped[datetime | None]

    __table_args__ = (
        sa.Index("ix_escalation_due", "state", "due_at"),
        sa.Index(
            "uq_escalation_unfinished",
            "comment_id",
            unique=True,
            sqlite_where=_UNFINISHED,
            postgresql_where=_UNFINISHED,
        ),
        sa.CheckConstraint(
            "about_person_id IS NULL OR about_person_id <> escalated_by", name="not_about_oneself"
        ),
    )


class EscalationStep(Identified, Model):
    """One thing that was done about an escalation; steps are added, never changed."""

    __tablename__ = "escalation_step"

    escalation_id: Mapped[UUID] = mapped_column(ForeignKey("escalation.id", ondelete="CASCADE"), index=True)
    deed: Mapped[Deed]
    by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    route: Mapped[Route | None]
    #: Reference, rationale or outcome as the lead wrote it; sealed.
    reference: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    note: Mapped[bytes | None] = mapped_column(sa.LargeBinary)

    __table_args__ = (
        sa.CheckConstraint("(deed = 'route') = (route IS NOT NULL)", name="a_route_where_passed_on"),
    )


class SealedOriginal(Model):
    """A comment as she wrote it, from before the first redaction or from its escalation."""

    __tablename__ = "sealed_original"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(sa.LargeBinary)

    __table_args__ = ({"sqlite_with_rowid": False},)


class CaseOriginal(Model):
    """What was escalated, as she wrote it, while the case is not finished though she took everything back."""

    __tablename__ = "case_original"

    escalation_id: Mapped[UUID] = mapped_column(
        ForeignKey("escalation.id", ondelete="CASCADE"), primary_key=True
    )
    sealed: Mapped[bytes] = mapped_column(sa.LargeBinary)

    __table_args__ = ({"sqlite_with_rowid": False},)


class ContactRequest(Identified, Model):
    """Somebody asked to be contacted; nothing leads from here to an answer (SAFETY R-54)."""

    __tablename__ = "contact_request"

    day: Mapped[date]
    state: Mapped[ContactState] = mapped_column(default=ContactState.OPEN)
    #: How, detail, when it is safe, who must not know, name: one sealed text.
    sealed: Mapped[bytes] = mapped_column(sa.LargeBinary)
    done_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    done_on: Mapped[date | None]
    #: What came of it, in the lead's words; sealed.
    outcome: Mapped[bytes | None] = mapped_column(sa.LargeBinary)

    __table_args__ = (
        sa.CheckConstraint("(state = 'done') = (done_by IS NOT NULL)", name="done_by_somebody"),
        {"sqlite_with_rowid": False},
    )
