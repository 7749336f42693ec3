"""The tables of venues and of how many responses came through each; nothing in them leads to a response."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.domain.venues.kinds import VenueKind
from feedback_app.platform.database import Identified, Model


class Venue(Identified, Model):
    """A place where a poster hangs or a tablet lies."""

    __tablename__ = "venue"

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[VenueKind]
    #: A district's code as the population figures name it, "" for the whole county.
    district: Mapped[str] = mapped_column(default="")
    #: No longer offered; its counts and the posters that still hang go on.
    archived: Mapped[bool] = mapped_column(default=False)


class VenueCount(Model):
    """A venue in a wave: the code on its posters, and how many responses came with it; no day and no response."""

    __tablename__ = "venue_count"

    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id", ondelete="CASCADE"), primary_key=True)
    venue_id: Mapped[UUID] = mapped_column(ForeignKey("venue.id"), primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    #: Came since the last batch; shown nowhere.
    waiting: Mapped[int] = mapped_column(default=0)
    #: As of the last batch: true, to be protected before it is shown (SAFETY R-40, R-46).
    counted: Mapped[int] = mapped_column(default=0)

    __table_args__ = (sa.CheckConstraint("waiting >= 0 AND counted >= 0", name="counts_up"),)
