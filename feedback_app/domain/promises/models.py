"""The table of promises."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.domain.promises.kinds import PromiseStatus
from feedback_app.platform.database import Identified, Model


class Promise(Identified, Model):
    """What young people said, what was decided, by whom, by when, and where it stands; in the board's words."""

    __tablename__ = "promise"

    you_said: Mapped[str]
    #: The theme's code; none where it fits no outcome.
    theme: Mapped[str | None]
    decision: Mapped[str]
    #: Why it cannot be done, where it cannot.
    why_not: Mapped[str] = mapped_column(default="")
    owner: Mapped[str]
    due_on: Mapped[date | None]
    status: Mapped[PromiseStatus] = mapped_column(default=PromiseStatus.PLANNED)
    what_changed: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")
    young_people_say: Mapped[str] = mapped_column(default="")
    published: Mapped[bool] = mapped_column(default=False)
    published_on: Mapped[date | None]
    synthetic: Mapped[bool] = mapped_column(default=False)
    updated_at: Mapped[datetime]

    __table_args__ = (
        sa.CheckConstraint("status <> 'not_possible' OR why_not <> ''", name="refusal_says_why"),
    )
