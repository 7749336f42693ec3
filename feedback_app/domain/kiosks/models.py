"""The table of kiosks; nothing in it leads to a response."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.platform.database import Identified, Model


class Kiosk(Identified, Model):
    """A tablet for one wave: how it is set up, and whether it may send."""

    __tablename__ = "kiosk"

    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id", ondelete="CASCADE"), index=True)
    #: Where it lies, in the officer's words.
    name: Mapped[str]
    venue_id: Mapped[UUID | None] = mapped_column(ForeignKey("venue.id"))
    made_at: Mapped[datetime]
    #: A keyed hash of the one-time link that is out, and until when it works.
    link_hash: Mapped[bytes | None] = mapped_column(sa.LargeBinary(32), unique=True)
    link_ends_at: Mapped[datetime | None]
    #: A keyed hash of the token that the tablet holds; None until it is set up.
    token_hash: Mapped[bytes | None] = mapped_column(sa.LargeBinary(32))
    set_up_on: Mapped[date | None]
    #: The day on which it last sent something: no hour, so that no answer gets one (SAFETY R-03).
    heard_on: Mapped[date | None]
    switched_off_at: Mapped[datetime | None]
