"""The table of forms on paper that are typed once, or wait to be settled."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.platform.database import Identified, Model


class PaperEntry(Identified, Model):
    """A form that is not stored yet; its answers are sealed. The row goes when the form is stored.

    Its id is that of the page on which it was typed first, so that the same page sent again is not a second typing.
    """

    __tablename__ = "paper_entry"

    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id", ondelete="CASCADE"))
    #: What a worker wrote on the paper.
    form_number: Mapped[str]
    typed_on: Mapped[date]
    first: Mapped[bytes] = mapped_column(sa.LargeBinary)
    first_by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    #: The second typing, where it differs from the first.
    second: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    second_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    #: The page on which it was typed the second time.
    second_page: Mapped[UUID | None]

    __table_args__ = (
        sa.UniqueConstraint("wave_id", "form_number"),
        sa.CheckConstraint(
            "(second IS NULL) = (second_by IS NULL) AND (second IS NULL) = (second_page IS NULL)",
            name="second_typing_is_whole",
        ),
    )
