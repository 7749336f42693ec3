"""The tables of people and of the one-time links by which they set a password."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.platform.database import Identified, Model
from feedback_app.platform.roles import Role


class Person(Identified, Model):
    """One of the staff; young people have no account and never will."""

    __tablename__ = "person"

    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[Role]
    #: argon2id; none until the person has used the one-time link.
    password_hash: Mapped[str | None]
    disabled: Mapped[bool] = mapped_column(default=False)
    #: Raised by log-out, disabling and a new password, so that older sessions end.
    session_version: Mapped[int] = mapped_column(default=1)
    demonstration: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class SetupLink(Identified, Model):
    """A one-time link to set a password, kept only as a hash."""

    __tablename__ = "setup_link"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    token_hash: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
