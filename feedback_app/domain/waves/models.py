"""The table of waves."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.platform.database import Identified, Model


class Wave(Identified, Model):
    """One run of an instrument. Its definition is frozen in it, so that old answers keep their old wording."""

    __tablename__ = "wave"

    #: The instrument's slug: be-supported, voxy.
    slug: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    definition_version: Mapped[int]
    #: The definition's YAML text as it stood when the wave opened.
    definition: Mapped[str]
    opens_at: Mapped[datetime]
    #: None: a wave without an end.
    closes_at: Mapped[datetime | None]
    #: Since when it rests; None while it does not. Who had started before then may still send.
    paused_at: Mapped[datetime | None]
    #: Closed by a person before its time.
    closed_at: Mapped[datetime | None]
    #: Holds synthetic answers and says so wherever it is shown.
    synthetic: Mapped[bool] = mapped_column(default=False)
    #: How many responses the counts hold as of the last batch.
    folded_responses: Mapped[int] = mapped_column(default=0)
    #: How many responses were taken back; neither which nor when (SAFETY R-33, R-87).
    withdrawn_responses: Mapped[int] = mapped_column(default=0, server_default="0")

    __table_args__ = (
        sa.CheckConstraint("closes_at IS NULL OR closes_at > opens_at", name="ends_after_it_opens"),
    )


class Definition(Identified, Model):
    """A definition of an instrument that an officer imported; the newest version of a slug opens next."""

    __tablename__ = "definition"

    slug: Mapped[str]
    version: Mapped[int]
    source: Mapped[str]
    imported_at: Mapped[datetime]

    __table_args__ = (sa.UniqueConstraint("slug", "version"),)


class Draft(Model):
    """A definition that an officer is writing; one for each slug, and the next wave does not know it."""

    __tablename__ = "draft"

    slug: Mapped[str] = mapped_column(primary_key=True)
    #: The version it was begun from; None where its instrument is new.
    begun_from: Mapped[int | None]
    #: Its YAML text; it has the shape of a definition, and may lack what makes one fit to open.
    source: Mapped[str]
    #: Rises with every change, so that nobody writes over what they have not seen.
    revision: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    changed_by: Mapped[UUID | None]


class DraftState(Model):
    """What a draft was before a change, so that the change can be taken back."""

    __tablename__ = "draft_state"

    slug: Mapped[str] = mapped_column(ForeignKey("draft.slug", ondelete="CASCADE"), primary_key=True)
    #: The revision that the change made.
    revision: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    #: What the change was, in words of ours and codes.
    what: Mapped[str]
