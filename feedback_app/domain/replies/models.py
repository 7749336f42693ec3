"""The tables of replies, and of where her answers to them stand in the conversation."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.platform.database import Identified, Model


class Reply(Identified, Model):
    """What one of the staff wrote to who sent a response; signed as a role, never by name."""

    __tablename__ = "reply"

    response_id: Mapped[UUID] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), index=True)
    #: 1, 2, 3 … of this conversation, replies and answers together.
    number: Mapped[int]
    text: Mapped[str]
    day: Mapped[date]
    #: Signed "the safeguarding lead", else "a youth worker".
    by_lead: Mapped[bool]
    #: For the audit's sake; she never sees it.
    written_by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    #: One opening of the form: the same one is written once, however often it is sent.
    form_id: Mapped[UUID] = mapped_column(unique=True)

    __table_args__ = (
        sa.UniqueConstraint("response_id", "number"),
        {"sqlite_with_rowid": False},
    )


class ReplyAnswer(Model):
    """Where her answer stands in the conversation; its words are a comment like any other."""

    __tablename__ = "reply_answer"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"), primary_key=True)
    response_id: Mapped[UUID] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    #: A keyed hash of one opening of the form.
    form_hash: Mapped[bytes] = mapped_column(sa.LargeBinary(32), unique=True)

    __table_args__ = (
        sa.UniqueConstraint("response_id", "number"),
        {"sqlite_with_rowid": False},
    )
