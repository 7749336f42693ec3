"""The tables of moderation: each decision, each proposed quote, and when people were last told."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.domain.moderation.states import Decision, Reason
from feedback_app.domain.responses.models import CommentState
from feedback_app.platform.database import Identified, Model


class DecisionEntry(Identified, Model):
    """One decision about one comment; undone ones stay and say so."""

    __tablename__ = "decision"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"), index=True)
    #: 1, 2, 3 … of this comment.
    number: Mapped[int]
    decision: Mapped[Decision]
    reason: Mapped[Reason | None]
    #: Where the comment stood before, so that undoing knows the way back.
    state_before: Mapped[CommentState]
    by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    undone_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))

    __table_args__ = (
        sa.UniqueConstraint("comment_id", "number"),
        sa.CheckConstraint(
            "decision NOT IN ('hold', 'send_back') OR reason IS NOT NULL", name="a_reason_to_hold"
        ),
    )


class Quote(Model):
    """The words of a comment that may be published, put forward by one person and confirmed by another."""

    __tablename__ = "quote"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"), primary_key=True)
    #: Exactly what will be printed.
    text: Mapped[str]
    #: The proposer read it as something to read first and says that nobody in it needs help.
    cleared: Mapped[bool] = mapped_column(default=False)
    proposed_by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    #: Who last took words out of the comment; they cannot confirm either (SAFETY R-61).
    redacted_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    confirmed_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[datetime | None]

    __table_args__ = (
        sa.CheckConstraint("confirmed_by <> proposed_by", name="two_different_people"),
        sa.CheckConstraint("confirmed_by <> redacted_by", name="not_by_who_redacted"),
        sa.CheckConstraint("(confirmed_by IS NULL) = (confirmed_at IS NULL)", name="confirmed_by_somebody"),
        {"sqlite_with_rowid": False},
    )


class Redaction(Identified, Model):
    """That somebody took words out of a comment; never which."""

    __tablename__ = "redaction"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    __table_args__ = (sa.UniqueConstraint("comment_id", "number"),)


class WaitingMail(Model):
    """When somebody was last told by mail that comments are waiting."""

    __tablename__ = "waiting_mail"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    sent_at: Mapped[datetime]
